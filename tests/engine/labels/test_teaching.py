"""Taught labels and tags that stay: what they find, what they leave alone, and the way back."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.bundled import bundled_json
from engine.encoder import OpenClipEncoder, load_encoder
from engine.errors import LibraryBusy, QueryError, UsageError
from engine.facts import Vectors
from engine.labels.heads import Head, calibration, fit_head, suited_to
from engine.labels.labelling import labellers
from engine.labels.naming import everyday_labels
from engine.library import Library
from engine.lookup import keyword_matches
from engine.prompts import unit
from engine.settings import Settings
from engine.transfer import export_library, import_library
from engine.writing import writing
from indexer.pipeline import index
from indexer.reembed import reembed


def _ids(library: Library, where: str) -> set[int]:
    return {hit.id for hit in library.search(shape=1, where=where, k=99)}


def _shares(library: Library, shape: int) -> dict[str, float]:
    return {one.label: one.probability for one in library.facts(shape).labels}


def _state(library: Library) -> dict[str, list[Any]]:
    """All rows of the catalog but labels, labellers and the counter of their changes."""
    with sqlite3.connect(library.folder / "catalog.sqlite") as connection:
        tables = {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
            for name in ("shapes", "files", "tags", "embeddings", "words", "collections")
        }
        tables["facts"] = connection.execute("SELECT * FROM facts WHERE key != 'labels' ORDER BY 1").fetchall()
    return tables


@pytest.fixture
def named(own_library: Library) -> dict[str, int]:
    """Ids of the samples by name."""
    with sqlite3.connect(own_library.folder / "catalog.sqlite") as connection:
        return dict(connection.execute("SELECT name, id FROM shapes"))


def test_a_head_finds_what_its_examples_are_like() -> None:
    rng = np.random.default_rng(0)
    centre = unit(rng.normal(size=32))

    def shapes(near: float, count: int) -> np.ndarray:
        return unit(near * centre + unit(rng.normal(size=(count, 32))))

    head = fit_head("it", shapes(2, 4), shapes(0, 200))
    inside, outside = head.sure(shapes(2, 50)), head.sure(shapes(0, 500))
    assert np.median(inside) > 0.3 and outside.mean() < 0.05
    found = suited_to(head, 4, np.concatenate([shapes(2, 60), shapes(0, 140)]))
    assert np.median(found.sure(shapes(2, 50))) > 0.8  # common in this library, so surer
    rare = suited_to(head, 4, shapes(0, 2000))
    assert (rare.slope, rare.offset) == (head.slope, head.offset)
    vectors = [Vectors(np.zeros((1, 32), np.float16), row.astype(np.float16), np.zeros(0)) for row in shapes(2, 3)]
    again, rows = Head.from_bytes("it", head.to_bytes(shapes(2, 4)))
    assert np.allclose(again.probabilities(vectors), head.probabilities(vectors), atol=1e-6) and rows.shape == (4, 32)


def test_calibration_is_read_between_measured_numbers() -> None:
    told = bundled_json("teaching.json")["head"]["calibration"]
    assert calibration(4) == tuple(told["4"]) and calibration(0) == calibration(1) == tuple(told["1"])
    assert calibration(500) == tuple(told["16"])
    middle = [(np.log2(3) - 1) * (b - a) + a for a, b in zip(told["2"], told["4"], strict=True)]
    assert calibration(3) == pytest.approx(middle)


def test_taught_shapes_are_tagged_found_and_undone(own_library: Library, named: dict[str, int]) -> None:
    before = _state(own_library)
    taught = own_library.teach("Seat", [named["chair"], named["armchair"]], without=named["mug"], least=0.01)
    assert (taught.label, taught.positives, taught.negatives, taught.least) == ("seat", 2, 1, 0.01)
    assert taught.shapes[named["chair"]] == taught.shapes[named["armchair"]] == 1.0  # as a person said
    assert named["mug"] not in taught.shapes and all(share >= 0.01 for share in taught.shapes.values())
    assert not {named["chair"], named["mug"]} & {shape for shape, _ in (*taught.best, *taught.borderline)}
    assert _ids(own_library, "tag = seat") == set(taught.shapes)
    assert _ids(own_library, "tag != seat") == set(named.values()) - set(taught.shapes)
    assert _ids(own_library, "tag ~ EA and not tag = none") >= set(taught.shapes)
    assert keyword_matches(own_library.catalog, "seats").keys() >= taught.shapes.keys()
    facts = own_library.facts(named["chair"])
    assert [(one.label, one.probability, one.by) for one in facts.labels] == [("seat", 1.0, "taught")]
    assert "seat" in facts.tags and "seat" not in facts.description.tags
    hit = own_library.search("seat", k=99, where="tag = seat")[0].to_dict()
    assert "seat" in hit["tags"] and hit["labels"][0]["by"] == "taught"
    assert own_library.unteach("seat") is None
    assert own_library.labellers() == [] and _state(own_library) == before


def test_teaching_again_adds_and_undo_brings_back_what_was_before(own_library: Library, named: dict[str, int]) -> None:
    first = own_library.teach("seat", named["chair"], least=0.01)
    second = own_library.teach("SEAT ", [named["sofa"]], without=[named["chair"]])
    assert (second.positives, second.negatives, second.least) == (1, 1, 0.01)  # the last word about the chair counts
    assert named["chair"] not in second.shapes and second.shapes[named["sofa"]] == 1.0
    assert own_library.unteach("seat") == first
    assert [one.name for one in own_library.labellers()] == ["seat"]


def test_examples_may_be_files_of_the_library_or_not(
    own_library: Library, named: dict[str, int], samples: Path, tmp_path: Path
) -> None:
    inside = next(samples.glob("chair_1.*"))
    outside = tmp_path / f"mine{inside.suffix}"
    shutil.copy(inside, outside)
    taught = own_library.teach("seat", [inside, str(outside)], least=0.01)
    assert taught.positives == 2 and taught.shapes[named["chair"]] == 1.0
    rounds = labellers(own_library.catalog)[0].settings["rounds"]
    assert [one["shape"] for one in rounds[0]] == [named["chair"], None]


def test_bad_teachings_change_nothing(own_library: Library, named: dict[str, int]) -> None:
    for arguments, word in (
        ({"label": "seat"}, "no examples"), ({"label": " ", "examples": 1}, "no labels"),
        ({"label": "seat", "examples": 999}, "no shape 999"), ({"label": "seat", "without": 1}, "Nothing is 'seat'"),
        ({"label": "seat", "examples": "no/file.glb"}, "no shape file"),
        ({"label": "seat", "examples": 1, "without": 1}, "both as an example"),
        ({"label": "seat", "examples": list(named.values())}, "nothing to tell"),
    ):  # fmt: skip
        with pytest.raises(QueryError, match=word):
            own_library.teach(**arguments)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="least probability"):
        own_library.teach("seat", 1, least=1.5)
    with pytest.raises(QueryError, match="never taught"):
        own_library.unteach("seat")
    with pytest.raises(QueryError, match="by the name"):
        own_library.forget("seat")
    with writing(own_library), pytest.raises(LibraryBusy):
        own_library.teach("seat", 1)
    assert own_library.labellers() == []


def test_tags_of_a_list_stay_and_reach_what_is_indexed_later(
    own_library: Library, samples: Path, tmp_path: Path
) -> None:
    counts = own_library.tag_with("everyday", least=0.005)
    assert counts.kind == "zero-shot" and counts.shapes == 17 and counts.name == "everyday"
    same = own_library.tag_with("everyday", least=0.005)
    assert same == counts and len(own_library.labellers()) == 1  # nothing is done twice
    stored = _shares(own_library, 1)
    later = tmp_path / "later"
    later.mkdir()
    twin, other = Path(own_library.facts(1).path), next(samples.glob("*.obj"))
    shutil.copy(twin, later / twin.name)
    (later / "other.obj").write_bytes(other.read_bytes() + b"\n# the same shape in other bytes\n")
    assert index(own_library, [later]).new == 2
    new = {Path(own_library.facts(shape).path).name: shape for shape in _ids(own_library, "collection = later")}
    original = next(shape for shape in _ids(own_library, f'path = "{other}"'))
    assert dict(_shares(own_library, new[twin.name])) == pytest.approx(stored, abs=0.001)  # a copy of known bytes
    assert dict(_shares(own_library, new["other.obj"])) == pytest.approx(_shares(own_library, original), abs=0.01)


def test_a_shape_that_fits_nothing_gets_nothing(own_library: Library) -> None:
    assert own_library.tag_with("chair,mug", least=1.0).shapes == 0
    assert _ids(own_library, "tag = chair or tag = mug") == {
        shape for shape in _ids(own_library, "id > 0") if {"chair", "mug"} & set(own_library.facts(shape).tags)
    }
    with pytest.raises(UsageError):
        own_library.tag_with("chair", least=0.0)


def test_labels_follow_the_shape(own_library: Library, named: dict[str, int], tmp_path: Path) -> None:
    """They outlive new sidecars, a move, and export and import; they go with the shape, or with its old content."""
    folder = tmp_path / "mine"
    shutil.copytree(Path(own_library.facts(named["chair"]).path).parent, folder)
    index(own_library, [folder])
    chair = next(s for s in _ids(own_library, "collection = mine and name = chair"))
    own_library.teach("seat", [chair, named["chair"]], least=0.9)
    table = folder / "metadata.csv"
    text = table.read_text().replace(",chair,", ",throne,", 1) if table.is_file() else ""
    file = Path(own_library.facts(chair).path)
    table.write_text(text or f"path,name,tags\n{file.name},throne,royal\n")
    index(own_library, [folder])
    assert "seat" in own_library.facts(chair).tags
    assert chair in keyword_matches(own_library.catalog, "seat")
    moved = file.with_name("moved" + file.suffix)
    file.rename(moved)
    index(own_library, [folder])
    assert own_library.facts(chair).path == str(moved) and "seat" in own_library.facts(chair).tags
    export_library(own_library, tmp_path / "all.zip")
    with import_library(tmp_path / "all.zip", tmp_path / "imported") as copy:
        assert "seat" in copy.facts(chair).tags and copy.labellers() == own_library.labellers()
    moved.write_bytes(next(Path(folder).glob("mug_1.*")).read_bytes() if moved.suffix == ".off" else b"broken")
    index(own_library, [folder])
    with sqlite3.connect(own_library.folder / "catalog.sqlite") as connection:
        left = connection.execute("SELECT count(*) FROM labels WHERE shape_id NOT IN (SELECT id FROM shapes)")
        assert left.fetchone() == (0,)


def test_forgetting_takes_one_labeller_and_nothing_else(own_library: Library, named: dict[str, int]) -> None:
    before = _state(own_library)
    own_library.teach("seat", named["chair"], least=0.9)
    own_library.tag_with("chair,mug", least=0.001)
    number = own_library.labellers()[1].id
    assert own_library.forget("SEAT") == 1
    assert [one.name for one in own_library.labellers()] == ["chair, mug"]
    own_library.forget(str(number))
    assert own_library.labellers() == [] and _state(own_library) == before


def test_another_encoder_makes_the_labels_anew(
    own_library: Library, named: dict[str, int], other_encoder_folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "mine.glb"
    shutil.copy(Path(own_library.facts(named["chair"]).path), outside)
    own_library.teach("seat", [named["chair"], outside], without=[named["mug"]], least=0.05)
    own_library.teach("lost", [outside], least=0.9)
    own_library.tag_with("everyday", least=0.005)
    old = {one.name: one.weights for one in labellers(own_library.catalog)}
    outside.unlink()
    report = reembed(own_library, str(other_encoder_folder))
    assert report.done
    assert any("1 of its examples" in note for note in report.notes)
    assert any("'lost' stays as it was" in note for note in report.notes)
    stale = {one.name: one.stale for one in own_library.labellers()}
    assert stale == {"seat": False, "lost": True, "everyday": False}
    new = {one.name: one.weights for one in labellers(own_library.catalog)}
    assert new["seat"] != old["seat"] and new["everyday"] != old["everyday"]
    seat = own_library.facts(named["chair"])
    assert "seat" in seat.tags and "seat" not in own_library.facts(named["mug"]).tags
    views = own_library.facts_and_vectors(1)[1]
    from engine.labels.judging import judge_of

    record = next(one for one in labellers(own_library.catalog) if one.kind == "zero-shot")
    expected = judge_of(record).probabilities([views])[0]
    given = {one.label: one.probability for one in own_library.facts(1).labels if one.by == "zero-shot"}
    assert given and given == pytest.approx(
        {label: share for label, share in zip(everyday_labels(), expected, strict=True) if share >= 0.005}, abs=1e-3
    )


def test_a_broken_off_change_of_encoder_is_mended_by_the_next_run(
    own_library: Library, named: dict[str, int], encoder: OpenClipEncoder, samples: Path
) -> None:
    import json

    own_library.teach("seat", named["chair"], least=0.9)
    with own_library.catalog.session() as session:
        from engine.catalog import Labeller

        row = session.query(Labeller).one()
        row.settings = json.dumps({**json.loads(row.settings), "encoder": "another"})
    assert own_library.labellers()[0].stale
    index(own_library, [samples])
    assert not own_library.labellers()[0].stale


def test_the_tables_come_to_older_libraries(own_library: Library, encoder_folder: Path) -> None:
    file = own_library.catalog.file
    own_library.close()
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE labels")
        connection.execute("DROP TABLE labellers")
        connection.execute("ALTER TABLE shapes DROP COLUMN box")
        connection.execute("ALTER TABLE files DROP COLUMN objects")
        connection.execute("ALTER TABLE embeddings DROP COLUMN outlines")
        connection.execute("UPDATE facts SET value = '2' WHERE key = 'schema'")
    with Library.open(file.parent, encoder=load_encoder(str(encoder_folder), 1), settings=Settings(file.parent)) as old:
        assert old.teach("seat", 1, least=0.9).shapes == {1: 1.0}


def test_teaching_for_another_encoder_sees_all_examples_anew(
    own_library: Library, named: dict[str, int], samples: Path
) -> None:
    import json

    own_library.teach("seat", named["chair"], least=0.9)
    with own_library.catalog.session() as session:
        from engine.catalog import Labeller

        row = session.query(Labeller).one()
        row.settings = json.dumps({**json.loads(row.settings), "encoder": "one of another width"})
        row.weights = Head("seat", np.zeros(3, np.float32), 0.0).to_bytes(np.zeros((1, 3), np.float32))
    taught = own_library.teach("seat", named["sofa"], least=0.8)
    assert taught.positives == 2 and not own_library.labellers()[0].stale
    back = own_library.unteach("seat")
    assert back is not None and (back.positives, back.least) == (1, 0.9)
