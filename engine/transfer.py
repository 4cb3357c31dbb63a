"""A library as one file: for a colleague, a backup, another machine."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sqlite3
import tempfile
import zipfile
from pathlib import Path

from engine.errors import LibraryDamaged, LibraryError
from engine.library import CATALOG, Library

_MANIFEST = "shapeseek.json"
_PREVIEW = re.compile(r"previews/[0-9a-f]{2}/[0-9a-f]{64}-[yz]\.png")


def export_library(library: Library, file: Path) -> int:
    """Write catalog and thumbnails into one ZIP file, whole or not at all; returns its bytes. Shape files stay away.

    Raises LibraryError when the file cannot be written.
    """
    if file.is_dir():
        raise LibraryError(f"{file} is a folder.", "Name a file to export to.")
    beside = file.with_name(file.name + ".new")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent or None, prefix=".shapeseek-") as folder:
            _pack(library, beside, _snapshot(library, Path(folder) / CATALOG))
        beside.replace(file)
    except OSError as error:
        raise LibraryError(
            f"{file} cannot be written: {error.strerror or error}.", "Name a file in a folder that can be written."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    return file.stat().st_size


def import_library(file: Path, folder: Path) -> Library:
    """Unpack an exported library into a new or empty folder and open it; what fails leaves the folder as it was.

    Raises LibraryError, LibraryDamaged, LibraryNewer.
    """
    if not file.is_file():
        raise LibraryError(f"There is no file {file}.")
    there = folder.exists()
    if there and (not folder.is_dir() or any(folder.iterdir())):
        raise LibraryError(f"{folder} is not an empty folder.", "Name a new folder with --library DIR.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"{folder} cannot be made: {error.strerror}.", "Name another folder.") from error
    try:
        return _unpacked(file, folder)
    except BaseException as error:
        for one in folder.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        if not there:
            folder.rmdir()
        if isinstance(error, (zipfile.BadZipFile, KeyError, ValueError, OSError)):
            raise LibraryDamaged(f"{file} is not a whole exported library ({error}).") from error
        raise


def _snapshot(library: Library, copy: Path) -> Path:
    """One consistent state of the catalog, while others may be writing."""
    source, target = sqlite3.connect(library.folder / CATALOG), sqlite3.connect(copy)
    with source, target:
        source.backup(target)
    source.close()
    target.close()
    return copy


def _pack(library: Library, file: Path, catalog: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr(_MANIFEST, json.dumps({"format": 1}))
        packed.write(catalog, CATALOG)
        for preview in sorted((library.folder / "previews").glob("*/*.png")):
            packed.write(preview, preview.relative_to(library.folder).as_posix(), zipfile.ZIP_STORED)


def _unpacked(file: Path, folder: Path) -> Library:
    with zipfile.ZipFile(file) as packed:
        if json.loads(packed.read(_MANIFEST)).get("format") != 1:
            raise LibraryError(f"{file} was exported by a newer ShapeSeek.", "Update: pip install -U shapeseek.")
        for name in packed.namelist():
            if name == CATALOG or _PREVIEW.fullmatch(name):  # nothing else may come in
                packed.extract(name, folder)
    library = Library.open(folder)
    try:
        library.publish()
    except BaseException:
        library.close()
        raise
    return library
