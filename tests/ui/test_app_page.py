"""The page's states, without a browser: Streamlit's own test runner on the real script and a real library."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from engine.library import Library
from indexer.pipeline import index

APP = Path(__file__).parents[2] / "ui/app.py"
Visit = Callable[..., AppTest]


@pytest.fixture
def visit(library_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """visit(library=FOLDER, **params) -> the page at that address."""

    def run(library: Path | None = None, **params: str) -> AppTest:
        monkeypatch.setenv("SHAPESEEK_LIBRARY", str(library or library_folder))
        app = AppTest.from_file(str(APP), default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    yield run
    st.cache_resource.clear()
    st.cache_data.clear()


def _cards(app: AppTest) -> int:
    return sum(button.label == "3D" for button in app.button)


def _calm(app: AppTest) -> bool:
    return not app.exception


def test_start_shows_a_sample(visit: Visit) -> None:
    app = visit()
    assert _calm(app) and _cards(app) == 17
    assert any("17 shapes in the library" in caption.value for caption in app.caption)


def test_a_search_from_the_url(visit: Visit) -> None:
    app = visit(q="a chair", k="5")
    assert _calm(app) and _cards(app) == 5
    assert app.text_input(key="q").value == "a chair"
    assert any("5 shapes, best first" in caption.value for caption in app.caption)


def test_typing_changes_the_url(visit: Visit) -> None:
    app = visit(like="3")
    app.text_input(key="q").set_value("a lamp").run()
    assert _calm(app) and app.query_params == {"q": "a lamp"}


def test_filters_alone_browse(visit: Visit) -> None:
    app = visit(q="kind:cloud")
    assert _calm(app) and _cards(app) == 1
    assert any("The 1 shape that passes" in caption.value for caption in app.caption)


def test_a_chosen_shape_has_its_facts(visit: Visit, library: Library) -> None:
    shape = library.search(text="mug", k=1)[0]
    app = visit(q="mug", show=str(shape.id))
    assert _calm(app)
    assert app.code[0].value == shape.path
    app.button(key="like chosen").click().run()
    assert _calm(app) and app.query_params == {"like": str(shape.id)}
    assert _cards(app) == 16  # all but itself


@pytest.mark.parametrize(
    "params",
    [
        {"q": "faces<few"}, {"q": "chair bogus~x -"}, {"like": "99999"}, {"show": "99999"}, {"q": '-"wheels"'},
        {"collection": "no such", "q": "chair"}, {"collection": 'a"b\'c'}, {"collection": "no such"},
    ],
)  # fmt: skip
def test_bad_addresses_are_told_calmly(visit: Visit, params: dict[str, str]) -> None:
    app = visit(**params)
    assert _calm(app)
    assert len(app.error) + len(app.info) <= 1
    assert len(app.error) + len(app.info) == 1 or _cards(app)


def test_weak_matches_are_called_so(visit: Visit, library_folder: Path, library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "strict"
    shutil.copytree(library_folder, folder)
    with Library.open(folder) as strict:
        strict.catalog.set_facts(encoder_card=replace(library.card, floors={"text": 2.0}).to_json())
    app = visit(folder, q="sdfsdflksdfj")
    assert _calm(app) and "Nothing here matches well" in app.warning[0].value


def test_no_library_says_what_to_run(visit: Visit, tmp_path: Path) -> None:
    app = visit(tmp_path / "none")
    assert _calm(app) and "There is no library" in app.info[0].value.replace("\\", "")
    assert any("shapeseek index" in code.value for code in app.code)


def test_an_empty_library_says_what_to_run(visit: Visit, empty_library: Library) -> None:
    app = visit(empty_library.folder)
    assert _calm(app) and "holds no shapes yet" in app.info[0].value
    assert _calm(visit(empty_library.folder, page="library"))


def test_a_lost_file_does_not_lose_the_details(visit: Visit, own_library: Library) -> None:
    from engine.catalog import File

    with own_library.catalog.session() as session:
        for file in session.query(File):
            file.path += ".moved.obj"
    app = visit(own_library.folder, show="1")
    assert _calm(app) and "cannot be shown in 3D" in app.warning[0].value
    assert app.code[0].value.endswith(".moved.obj")


def test_the_library_page(visit: Visit, library_folder: Path) -> None:
    app = visit(page="library")
    assert _calm(app) and app.code[0].value == str(library_folder)


def test_copies_are_shown_with_the_evidence(visit: Visit, own_library: Library, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    shutil.copy(samples / "chair_1.glb", tmp_path / "again/seat.glb")
    index(own_library, [tmp_path / "again"])
    app = visit(own_library.folder, page="copies")
    assert not app.exception
    shown = " ".join(element.value for element in [*app.markdown, *app.caption])
    assert "The same file" in shown and "Nothing is deleted" in shown
    assert _cards(app) == 2


def test_a_library_without_copies_says_so(visit: Visit) -> None:
    app = visit(page="copies")
    assert not app.exception and "No shape here is a copy" in app.info[0].value
