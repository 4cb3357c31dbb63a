"""A library travels as one file, whole or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from engine.encoder import OpenClipEncoder
from engine.errors import LibraryDamaged, LibraryError
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
    with pytest.raises(LibraryError, match="not empty"):
        import_library(file, tmp_path / "full")
    assert (tmp_path / "full/mine.txt").read_text() == "mine"
