"""A library travels as one file, whole or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from engine.catalog import SCHEMA
from engine.encoder import OpenClipEncoder
from engine.errors import LibraryDamaged, LibraryError, LibraryNewer
from engine.health import problems
from engine.library import Library
from engine.transfer import export_library, import_library


def test_an_imported_library_answers_as_the_exported_one(
    library: Library, tmp_path: Path, encoder: OpenClipEncoder
) -> None:
    file = tmp_path / "library.zip"
    assert export_library(library, file) == file.stat().st_size
    assert [path.name for path in tmp_path.iterdir()] == ["library.zip"], "nothing is left beside it"
    import_library(file, tmp_path / "copy").close()
    with Library.open(tmp_path / "copy", encoder=encoder) as copy:
        assert problems(copy) == []
        here, there = library.search("a chair", k=5), copy.search("a chair", k=5)
        assert [(hit.id, hit.score) for hit in here] == [(hit.id, hit.score) for hit in there]
        assert copy.preview(there[0].facts).read_bytes() == library.preview(here[0].facts).read_bytes()


def test_what_is_no_export_or_holds_more_is_kept_out(library: Library, tmp_path: Path) -> None:
    (tmp_path / "noise.zip").write_bytes(b"no archive")
    with pytest.raises(LibraryDamaged, match=r"noise\.zip"):
        import_library(tmp_path / "noise.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()
    file = tmp_path / "library.zip"
    export_library(library, file)
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("../escaped.txt", "x")
        packed.writestr("previews/evil.sh", "x")
    import_library(file, tmp_path / "copy").close()
    assert not (tmp_path / "escaped.txt").exists() and not (tmp_path / "copy/previews/evil.sh").exists()


def test_a_folder_in_use_is_refused(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "library.zip"
    export_library(library, file)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("mine")
    with pytest.raises(LibraryError, match="not an empty folder"):
        import_library(file, tmp_path / "full")
    assert (tmp_path / "full/mine.txt").read_text() == "mine"


def test_what_fails_leaves_folders_as_they_were(library: Library, tmp_path: Path) -> None:
    (tmp_path / "noise.zip").write_bytes(b"no archive")
    (tmp_path / "mine").mkdir()
    with pytest.raises(LibraryDamaged):
        import_library(tmp_path / "noise.zip", tmp_path / "mine")
    assert list((tmp_path / "mine").iterdir()) == []
    with pytest.raises(LibraryError, match="not an empty folder"):
        import_library(tmp_path / "noise.zip", tmp_path / "noise.zip")
    for target, words in ((tmp_path / "none/a.zip", "cannot be written"), (tmp_path / "mine", "is a folder")):
        with pytest.raises(LibraryError, match=words):
            export_library(library, target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "noise.zip"]


def test_a_newer_export_can_be_imported_into_the_same_folder_after_an_update(
    own_library: Library, tmp_path: Path
) -> None:
    file, folder = tmp_path / "library.zip", tmp_path / "new"
    own_library.catalog.set_facts(schema="99")
    export_library(own_library, file)
    with pytest.raises(LibraryNewer):
        import_library(file, folder)
    assert not folder.exists()
    own_library.catalog.set_facts(schema=str(SCHEMA))
    export_library(own_library, file)
    import_library(file, folder).close()
