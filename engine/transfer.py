"""A library as one file: for a colleague, a backup, another machine."""

from __future__ import annotations

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
    """Write catalog and thumbnails into one ZIP file, whole or not at all; returns its bytes. Shape files stay away."""
    beside = file.with_name(file.name + ".new")
    with tempfile.TemporaryDirectory(dir=file.parent or None, prefix=".shapeseek-") as folder:
        copy = Path(folder) / CATALOG
        source, target = sqlite3.connect(library.folder / CATALOG), sqlite3.connect(copy)
        with source, target:
            source.backup(target)  # one consistent state, while others may be writing
        source.close()
        target.close()
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            packed.writestr(_MANIFEST, json.dumps({"format": 1}))
            packed.write(copy, CATALOG)
            for preview in sorted((library.folder / "previews").glob("*/*.png")):
                packed.write(preview, preview.relative_to(library.folder).as_posix(), zipfile.ZIP_STORED)
    beside.replace(file)
    return file.stat().st_size


def import_library(file: Path, folder: Path) -> Library:
    """Unpack an exported library into a new or empty folder and open it. Raises LibraryError, LibraryDamaged."""
    if not file.is_file():
        raise LibraryError(f"There is no file {file}.")
    if folder.exists() and any(folder.iterdir()):
        raise LibraryError(f"{folder} is not empty.", "Name a new folder with --library DIR.")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(file) as packed:
            if json.loads(packed.read(_MANIFEST)).get("format") != 1:
                raise LibraryError(f"{file} was exported by a newer ShapeSeek.", "Update: pip install -U shapeseek.")
            for name in packed.namelist():
                if name == CATALOG or _PREVIEW.fullmatch(name):  # nothing else may come in
                    packed.extract(name, folder)
        library = Library.open(folder)
        library.publish()
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        shutil.rmtree(folder)
        raise LibraryDamaged(f"{file} is not a whole exported library ({error}).") from error
    return library
