"""Forgetting shapes and making anew what derives from the catalog."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine.errors import QueryError
from engine.health import problems
from engine.library import CHANNELS, Library
from indexer.pipeline import index
from indexer.removal import removable, remove_shapes, restore


def pictures(library: Library) -> set[str]:
    return {file.name for file in (library.folder / "previews").rglob("*.png")}


def test_paths_folders_and_collections_are_found(own_library: Library, samples: Path) -> None:
    chair = str(next(samples.glob("chair_1.*")))
    assert removable(own_library, [Path(chair)], None) == [chair]
    assert removable(own_library, [samples / "scans"], None) == [str(samples / "scans/round_ball.npy")]
    assert len(removable(own_library, [samples], None)) == len(removable(own_library, [], "samples")) == 17
    assert removable(own_library, [Path(chair)], "samples") == [chair]
    index(own_library, [chair], collection="others")
    assert len(removable(own_library, [samples], "samples")) == 16  # of both where both are named
    for paths, collection in (
        ([samples / "scans"], "others"),
        ([samples / "chair"], None),
        ([], "nobody's"),
        ([samples.parent / "sam"], None),
    ):
        with pytest.raises(QueryError):
            removable(own_library, paths, collection)


def test_what_is_removed_is_found_no_more_and_its_file_stays(own_library: Library, samples: Path) -> None:
    chair = next(samples.glob("chair_1.*"))
    before = pictures(own_library)
    remove_shapes(own_library, [str(chair)])
    assert chair.is_file()
    assert chair.stem not in {hit.name for hit in own_library.search(text="chair", k=20)}
    assert len(own_library.search(text="chair", k=20)) == 16
    assert len(before - pictures(own_library)) == 1
    assert problems(own_library) == []


def test_everything_can_go_and_the_library_stays_usable(own_library: Library, samples: Path) -> None:
    remove_shapes(own_library, removable(own_library, [samples], None))
    assert len(own_library.search(text="chair")) == 0
    assert problems(own_library) == [] and pictures(own_library) == set()


def test_an_emptied_collection_is_forgotten_with_what_it_was_told(own_library: Library, samples: Path) -> None:
    ball = samples / "scans/round_ball.npy"
    index(own_library, [ball], collection="turned", up="y")
    remove_shapes(own_library, removable(own_library, [], "turned"))
    assert [row["name"] for row in own_library.collections()] == ["samples"]
    index(own_library, [ball], collection="turned")
    assert own_library.facts(own_library.search("ball", collection="turned")[0].id).measures.up == "z"


def test_restoring_mends_vectors_and_thumbnails(own_library: Library) -> None:
    expected = [hit.id for hit in own_library.search(text="chair", k=20)]
    for channel in CHANNELS:
        (own_library.folder / f"{channel}.faiss").write_bytes(b"junk")
    names = pictures(own_library)
    shutil.rmtree(own_library.folder / "previews")
    assert len(problems(own_library)) == 3
    assert restore(own_library) == (17, 0)
    assert problems(own_library) == []
    assert pictures(own_library) == names
    assert [hit.id for hit in own_library.search(text="chair", k=20)] == expected


def test_a_thumbnail_whose_file_is_gone_is_lost(own_library: Library, samples: Path) -> None:
    own_library.preview(own_library.facts(1)).unlink()
    with own_library.catalog.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE files SET path = path || '.moved' WHERE id = 1")
    assert restore(own_library) == (0, 1)
