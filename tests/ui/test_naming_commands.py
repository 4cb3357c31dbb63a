"""Names and labels through the program and the page."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from engine.labels.naming import everyday_labels
from engine.library import Library
from ui.cli import shapeseek

APP = Path(__file__).parents[2] / "ui/app.py"


@pytest.fixture
def named(library_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Ids of the samples by name, in a library of the test's own that the environment names."""
    folder = tmp_path / "own"
    shutil.copytree(library_folder, folder)
    monkeypatch.setenv("SHAPESEEK_LIBRARY", str(folder))
    with sqlite3.connect(folder / "catalog.sqlite") as connection:
        return dict(connection.execute("SELECT name, id FROM shapes"))


def ask(*words: object, code: int = 0) -> Any:
    """What a command prints: parsed with --json, else as text. Errors of ours are raised."""
    result = CliRunner().invoke(shapeseek, [str(word) for word in words], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    assert (result.return_value or 0) == code, result.output
    return json.loads(result.stdout) if "--json" in words else result.stdout


def test_many_examples_may_stand_in_one_word(named: dict[str, int]) -> None:
    many = ",".join(str(key) for key in list(named.values())[:3] * 60)
    assert ask("teach", "thing", "--examples", many, "--json")["examples"] == 3


def test_classify_several_shapes(named: dict[str, int], samples: Path) -> None:
    file = next(samples.glob("mug_1.*"))
    found = ask("classify", named["mug"], file, "--labels", "mug,car,house", "--json")
    assert [one["shape"] for one in found["shapes"]] == [str(named["mug"]), str(file)]
    assert all(len(one["labels"]) == 3 and isinstance(one["unsure"], bool) for one in found["shapes"])
    single = ask("classify", file, "--json", "--top", "2")
    assert len(single["labels"]) == 2 and single["labels"] == single["shapes"][0]["labels"]
    lines = ask("classify", file).splitlines()
    assert len(lines) == 5 and lines[0].lstrip()[0].isdigit()
    assert lines[0].endswith("(unsure)") == single["unsure"]


def test_classify_goes_on_after_a_bad_shape(named: dict[str, int], tmp_path: Path) -> None:
    found = ask("classify", "999", tmp_path / "none.glb", named["mug"], "--labels", "mug,car", "--json", code=1)
    assert [one["shape"] for one in found["shapes"]] == [str(named["mug"])]
    assert [one["shape"] for one in found["failed"]] == ["999", str(tmp_path / "none.glb")]


def test_teach_tag_search_undo_forget(named: dict[str, int], tmp_path: Path) -> None:
    pair = f"{named['chair']},{named['armchair']}"
    taught = ask("teach", "Seat", "--examples", pair, "--not", named["mug"], "--least", "0.9", "--json")
    assert (taught["label"], taught["examples"], taught["not"], taught["least"]) == ("seat", 2, 1, 0.9)
    assert taught["tagged"] >= 2 and len(taught["borderline"]) == 5
    assert taught["borderline"][0].keys() == {"id", "name", "path", "probability"}
    hits = ask("search", "chair", "--where", "tag = seat", "--json")["hits"]
    assert len(hits) == taught["tagged"] and all("seat" in hit["tags"] for hit in hits)
    assert "learnt from 3 examples" in ask("teach", "seat", "--examples", named["sofa"])
    rows = ask("labels", "--json")["labellers"]
    assert [(row["name"], row["kind"], row["stale"]) for row in rows] == [("seat", "taught", False)]
    assert ask("teach", "seat", "--undo", "--json")["tagged"] == taught["tagged"]
    assert "lost its tags" in ask("forget", "seat")
    assert "Nothing gives labels" in ask("labels") and ask("labels", "--json") == {"labellers": []}


def test_index_tag_with(named: dict[str, int], samples: Path, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("\n".join(everyday_labels()))
    report = ask("index", samples, "--tag-with", tmp_path / "words.txt", "--tag-least", "0.0001", "--json")
    assert report["unchanged"] == 17 and report["tagged"]["name"] == "words"
    assert report["tagged"]["shapes"] == 17 and set(report["tagged"]["labels"]) <= set(everyday_labels())
    assert "words" in ask("labels")
    with pytest.raises(Exception, match="cannot be read"):
        ask("index", samples, "--tag-with", tmp_path / "none.txt")
    with pytest.raises(Exception, match="--tag-least"):
        ask("index", samples, "--tag-least", "0.5")


def test_wrong_usage_is_told(named: dict[str, int]) -> None:
    for words, told in (
        (["teach", "seat"], "no examples"), (["teach", "seat", "--undo", "--examples", "1"], "takes no examples"),
        (["teach", "seat", "--undo"], "never taught"), (["forget", "seat"], "by the name"),
        (["teach", "seat", "--examples", "1", "--not", "1"], "both"),
    ):  # fmt: skip
        with pytest.raises(Exception, match=told):
            ask(*words)


@pytest.fixture
def page(named: dict[str, int]) -> Iterator[Callable[..., AppTest]]:
    """page(**params) -> the page of the test's library at that address."""

    def visit(**params: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    yield visit
    st.cache_resource.clear()
    st.cache_data.clear()


def test_the_page_teaches_and_undoes(page: Callable[..., AppTest], named: dict[str, int]) -> None:
    app = page(q="chair", show=str(named["chair"]), k="17")
    assert app.button(key="teach").disabled
    app.toggle(key="ticking").set_value(True).run()
    app.checkbox(key=f"tick-{named['armchair']}").set_value(True).run()
    app.text_input(key="teach label").set_value("Seat").run()
    assert "these 2 examples" in app.button(key="teach").label
    app.button(key="teach").click().run()
    assert not app.exception and "tagged" in app.success[0].value
    assert "seat 100% (taught)" in "".join(html.proto.body for html in app.get("html"))
    assert "seat" in app.multiselect(key="tag").options
    app.button(key="show taught").click().run()
    assert not app.exception and app.query_params.get("tag") in ("seat", ["seat"])
    app = page(q="chair", show=str(named["chair"]))
    app.text_input(key="teach label").set_value("seat").run()
    app.button(key="teach undo").click().run()
    assert not app.exception and "seat" not in "".join(html.proto.body for html in app.get("html"))


def test_the_page_tells_why_it_cannot_teach(page: Callable[..., AppTest], named: dict[str, int]) -> None:
    app = page(q="chair", show=str(named["chair"]))
    app.text_input(key="teach label").set_value("x" * 300).run()
    app.button(key="teach").click().run()
    assert not app.exception and "cannot be a label" in app.error[0].value


def test_the_library_page_lists_what_gives_labels(page: Callable[..., AppTest], named: dict[str, int]) -> None:
    ask("teach", "seat", "--examples", named["chair"], "--least", "0.9")
    app = page(page="library")
    assert not app.exception and any("Labels it gives" in one.value for one in app.subheader)


def test_library_is_as_documented(named: dict[str, int]) -> None:
    with Library.open() as library:
        naming = library.classify(named["mug"], ["mug", "car"])
        assert len(naming) == 2 and naming[0][1] >= naming[1][1]
        assert library.teach("seat", [named["chair"]], least=0.9).label == "seat"
        assert library.forget("seat") >= 1
