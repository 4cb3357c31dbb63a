"""The catalog: created once, refused when damaged or newer, and counting every change of its vectors."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text

from engine.catalog import SCHEMA, Catalog
from engine.errors import LibraryDamaged, LibraryNewer
from engine.facts import Description, Measures, Source, Vectors
from engine.lookup import (
    all_vectors,
    allowed_ids,
    collection_counts,
    facts_of,
    failures,
    keyword_matches,
    known_files,
    vectors_of,
)
from engine.outlines import BYTES
from engine.records import collection_id, describe, drop_files, move_file, store_failure, store_shape  # fmt: skip

MEASURES = Measures("stl", "mesh", 8, 12, (1.0, 2.0, 3.0), "z")


@pytest.fixture
def catalog(tmp_path: Path):  # type: ignore[no-untyped-def]
    opened = Catalog(tmp_path / "catalog.sqlite")
    yield opened
    opened.close()


def vectors(seed: int) -> Vectors:
    rng = np.random.default_rng(seed)
    return Vectors(*(rng.normal(size=shape).astype(np.float16) for shape in ((5, 4), (4,), (6,), (9,))))


def source(path: str, content: str = "c") -> Source:
    return Source(path, path, 10, 20, content)


def add(
    catalog: Catalog, path: str, name: str = "thing", tags: tuple[str, ...] = (), folder: str = "", seed: int = 0
) -> int:
    with catalog.session() as session:
        target = collection_id(session, "all")
        return store_shape(session, target, source(path), folder, Description(name, tags), MEASURES, vectors(seed))


def test_what_is_stored_comes_back(catalog: Catalog) -> None:
    key = add(catalog, "/a.stl", "Ärmel chair", ("Wood", "seat"), "rooms/kitchen", seed=3)
    facts = facts_of(catalog, [key, 999])
    assert list(facts) == [key]
    assert facts[key].description == Description("Ärmel chair", ("Wood", "seat"))
    assert (facts[key].measures, facts[key].folder, facts[key].collection) == (MEASURES, "rooms/kitchen", "all")
    found, expected = vectors_of(catalog, [key], 4)[key], vectors(3)
    for part in ("views", "pooled", "form", "signature"):
        assert np.array_equal(getattr(found, part), getattr(expected, part))


def test_ids_outlive_updates_and_renames_and_are_never_used_again(catalog: Catalog) -> None:
    first, second = add(catalog, "/a.stl"), add(catalog, "/b.stl")
    assert add(catalog, "/a.stl", "changed") == first
    with catalog.session() as session:
        move_file(session, "/a.stl", source("/c.stl"), collection_id(session, "other"), "", Description("moved"))
    assert (facts_of(catalog, [first])[first].path, facts_of(catalog, [first])[first].collection) == ("/c.stl", "other")
    with catalog.session() as session:
        drop_files(session, ["/b.stl"])
    assert add(catalog, "/d.stl") > second


def test_dropping_a_file_leaves_nothing_behind(catalog: Catalog) -> None:
    add(catalog, "/a.stl", "chair", ("wood",))
    with catalog.session() as session:
        drop_files(session, ["/a.stl", "/unknown.stl"])
    with catalog.engine.connect() as connection:
        for table in ("files", "shapes", "tags", "embeddings", "words"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0, table


def test_thousands_of_paths_are_dropped_at_once(catalog: Catalog) -> None:
    with catalog.session() as session:
        target = collection_id(session, "all")
        for i in range(1200):
            store_failure(session, target, source(f"/{i}"), "bad")
    with catalog.session() as session:
        drop_files(session, [f"/{i}" for i in range(1100)])
    assert len(failures(catalog)) == 100


def test_a_failure_takes_the_shape_a_path_held_and_a_success_the_failure(catalog: Catalog) -> None:
    key = add(catalog, "/a.stl", tags=("wood",))
    with catalog.session() as session:
        store_failure(session, collection_id(session, "all"), source("/a.stl"), "it broke")
    assert facts_of(catalog, [key]) == {}
    assert failures(catalog) == [("/a.stl", "it broke")]
    assert collection_counts(catalog) == [{"name": "all", "shapes": 0, "failed": 1}]
    add(catalog, "/a.stl")
    assert failures(catalog) == []
    assert known_files(catalog)["/a.stl"]["outcome"] == "indexed"


def test_the_generation_counts_changes_of_vectors_only(catalog: Catalog) -> None:
    seen = [catalog.generation]

    def grew() -> bool:
        seen.append(catalog.generation)
        return seen[-1] > seen[-2]

    add(catalog, "/a.stl")
    assert grew()
    add(catalog, "/a.stl", seed=1)
    assert grew()
    with catalog.session() as session:
        describe(session, "/a.stl", "", Description("new name", ("t",)))
        store_failure(session, collection_id(session, "all"), source("/z.stl"), "bad")
    assert not grew()
    with catalog.session() as session:
        drop_files(session, ["/a.stl"])
    assert grew()


def test_a_transaction_is_whole_or_nothing(catalog: Catalog) -> None:
    with pytest.raises(RuntimeError), catalog.session() as session:
        store_shape(session, collection_id(session, "x"), source("/a"), "", Description("a"), MEASURES, vectors(0))
        raise RuntimeError
    assert (known_files(catalog), collection_counts(catalog), catalog.generation) == ({}, [], 0)


def test_all_vectors_are_in_the_order_of_their_ids(catalog: Catalog) -> None:
    assert all_vectors(catalog, "pooled")[1].shape == (0, 0)
    ids = [add(catalog, f"/{i}.stl", seed=i) for i in range(5)]
    found, rows = all_vectors(catalog, "form")
    assert found.tolist() == sorted(ids)
    assert np.array_equal(rows, np.stack([vectors(i).form for i in range(5)]))
    assert allowed_ids(catalog, None).tolist() == sorted(ids)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("chair", 1.0),
        ("CHAIRS", 1.0),
        ("a chair with the arm", 1.0),
        ("woods chair", 1.0),  # the tag "wood" and the stemmer
        ("purple chair", 0.5),
        ("kitchen", 0.5),  # the folder counts half
        ("01", 1.0),
        ("table", 0.0),
        ("the of and", 0.0),
        ('chair" OR "x', 0.5),  # "or" is no word to look for
        ("chair* NEAR(", 0.5),
        ("'; DROP TABLE words; --", 0.0),
    ],
)  # fmt: skip
def test_keywords_are_words_of_name_tags_and_folder(catalog: Catalog, words: str, share: float) -> None:
    key = add(catalog, "/a.stl", "ArmChair_01", ("Wood", "Château"), "my/kitchen_stuff")
    assert keyword_matches(catalog, words).get(key, 0.0) == pytest.approx(share)


def test_keywords_ignore_accents_and_follow_new_descriptions(catalog: Catalog) -> None:
    key = add(catalog, "/a.stl", "Château")
    assert key in keyword_matches(catalog, "chateau")
    with catalog.session() as session:
        describe(session, "/a.stl", "", Description("barn"))
    assert key not in keyword_matches(catalog, "chateau")
    assert key in keyword_matches(catalog, "barn")


def test_a_catalog_from_before_the_outlines_is_brought_up_and_keeps_its_vectors(tmp_path: Path) -> None:
    older = Catalog(tmp_path / "c.sqlite")
    key = add(older, "/a.stl", "chair")
    before = vectors_of(older, [key], 4)[key]
    older.close()
    with sqlite3.connect(tmp_path / "c.sqlite") as connection:
        connection.execute("ALTER TABLE embeddings DROP COLUMN outlines")
        connection.execute("UPDATE facts SET value = '3' WHERE key = 'schema'")
    connection.close()
    catalog = Catalog(tmp_path / "c.sqlite")
    after = vectors_of(catalog, [key], 4)[key]
    assert (after.views == before.views).all() and (after.pooled == before.pooled).all()
    assert after.outlines.shape == (0, BYTES)
    assert catalog.fact("schema") == str(SCHEMA)
    catalog.close()


def test_a_newer_schema_is_refused_with_the_way_out(tmp_path: Path) -> None:
    Catalog(tmp_path / "c.sqlite").close()
    with sqlite3.connect(tmp_path / "c.sqlite") as connection:
        connection.execute("UPDATE facts SET value = ? WHERE key = 'schema'", (str(SCHEMA + 1),))
    connection.close()
    with pytest.raises(LibraryNewer, match="pip install -U shapeseek"):
        Catalog(tmp_path / "c.sqlite")


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be read as one" * 50, b"SQLite format 3\0" + b"\1" * 4000]
)
def test_a_file_that_is_no_catalog_is_damaged(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "c.sqlite").write_bytes(content)
    with pytest.raises(LibraryDamaged, match=r"c\.sqlite"):
        Catalog(tmp_path / "c.sqlite")


@pytest.mark.parametrize("table", ["facts", "files", "words"])
def test_a_catalog_whose_creation_was_cut_short_is_made_again(table: str, tmp_path: Path) -> None:
    """Killed between two CREATE statements, as by kill -9 in the first milliseconds of a first run."""
    code = f"""
import os, sys, pathlib
from sqlalchemy import event
from sqlalchemy.engine import Engine
from engine.catalog import Catalog
@event.listens_for(Engine, "after_cursor_execute")
def after(connection, cursor, statement, *rest):
    if "CREATE" in statement and " {table} " in " ".join(statement.replace("(", " ").split()):
        os._exit(9)
Catalog(pathlib.Path(sys.argv[1]))
"""
    file = tmp_path / "c.sqlite"
    assert subprocess.run([sys.executable, "-c", code, str(file)], check=False).returncode == 9
    catalog = Catalog(file)
    add(catalog, "/a.stl", "chair")
    assert keyword_matches(catalog, "chair")
    catalog.close()
