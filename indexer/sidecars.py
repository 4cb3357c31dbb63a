"""Names, tags, creators and licences from catalogues that lie beside shapes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path, PurePosixPath

from engine.facts import Description

TABLES = ("labels.csv", "metadata.csv", "catalog.csv", "shapes.csv")
HOUSEHOLD = "PluginFurnitureCatalog.properties"
_MAX_BYTES = 50 * 2**20


def describe(path: str, said: Description | None) -> Description:
    """A shape's description: what a catalogue says of it, else its file name."""
    return said or Description(PurePosixPath(path.replace("\\", "/")).stem)


def read_sidecars(container: Path) -> dict[str, Description]:
    """What catalogues in a folder, or inside an archive, say: relative path -> Description.

    Known are CSV tables named as in TABLES with at least the columns path and name (also: tags, category, creator or
    author, licence or license), and Sweet Home 3D's furniture catalogue. One that cannot be read says nothing.
    """
    said: dict[str, Description] = {}
    for name, content in _sources(container):
        said.update(_household(content) if name == HOUSEHOLD else _table(content))
    return said


def _sources(container: Path) -> list[tuple[str, str]]:
    names = (*TABLES, HOUSEHOLD)
    found = []
    try:
        if container.is_dir():
            for name in names:
                file = container / name
                if file.is_file() and file.stat().st_size <= _MAX_BYTES:
                    found.append((name, file.read_text("utf-8-sig", errors="replace")))
        else:
            with zipfile.ZipFile(container) as packed:
                inside = {info.filename: info for info in packed.infolist()}
                for name in names:
                    if name in inside and inside[name].file_size <= _MAX_BYTES:
                        with packed.open(name) as stream:
                            found.append((name, stream.read(_MAX_BYTES).decode("utf-8-sig", errors="replace")))
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError):
        return found
    return found


def _table(content: str) -> dict[str, Description]:
    said = {}
    try:
        for row in csv.DictReader(io.StringIO(content)):
            values = {key.strip().lower(): (value or "").strip() for key, value in row.items() if isinstance(key, str)}
            if values.get("path") and values.get("name"):
                tags = re.split(r"[;,]", f"{values.get('tags', '')};{values.get('category', '')}")
                said[values["path"]] = Description(
                    values["name"],
                    _tags(tags),
                    values.get("creator") or values.get("author", ""),
                    values.get("licence") or values.get("license", ""),
                )
    except csv.Error:
        return said
    return said


def _household(content: str) -> dict[str, Description]:
    """Entries of a PluginFurnitureCatalog.properties: name#1=..., model#1=/path/in/archive.obj, tags#1=..., ..."""
    entries: dict[str, dict[str, str]] = {}
    licence = ""
    for line in _logical_lines(content):
        whole = re.match(r"\s*license\s*[=:]\s*(.*)", line)
        licence = _unescape(whole[1].strip()) if whole else licence
        match = re.match(r"\s*(\w+)#(\d+)\s*[=:]\s*(.*)", line)
        if match:
            entries.setdefault(match[2], {})[match[1]] = _unescape(match[3].strip())
    return {
        entry["model"].lstrip("/"): Description(
            entry["name"],
            _tags([*entry.get("tags", "").split(","), entry.get("category", "")]),
            entry.get("creator", ""),
            entry.get("license", licence),
        )
        for entry in entries.values()
        if "model" in entry and "name" in entry
    }


def _logical_lines(content: str) -> list[str]:
    """Lines of a Java properties file, continuations joined, remarks left out."""
    joined = re.sub(r"\\\r?\n[ \t]*", "", content)
    return [line for line in joined.splitlines() if line.strip() and line.lstrip()[0] not in "#!"]


def _unescape(value: str) -> str:
    value = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), value)
    return re.sub(r"\\(.)", r"\1", value)


def _tags(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
