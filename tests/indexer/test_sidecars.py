"""What catalogues beside shapes say of them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from engine.facts import Description
from indexer.sidecars import describe, read_sidecars

CSV = """path,Name,tags,category,author,license
a.obj,Red chair,"seat; Red , seat",Furniture,Ann,CC0
in/b.obj,"Table, long",,,,
,nameless,,,,
c.obj,,,,,
"""
PROPERTIES = r"""# a catalogue
! also a remark
license = CC-BY
name#1 = Fauteuil \u00e9l\u00e9gant
model#1=/models/chair.obj
tags#1=bois,\
   assis
category#1: Salon
creator#1=Zo\u00eb
name#2=Lamp
model#2=lamp.obj
license#2=GPL
name#3=No model
"""


@pytest.mark.parametrize("table", ["metadata.csv", "labels.csv", "catalog.csv", "shapes.csv"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_table_names_and_tags_shapes(table: str, packed: bool, tmp_path: Path) -> None:
    container = write(tmp_path, table, CSV.encode(), packed)
    assert read_sidecars(container) == {
        "a.obj": Description("Red chair", ("seat", "Red", "Furniture"), "Ann", "CC0"),
        "in/b.obj": Description("Table, long"),
    }


def write(folder: Path, name: str, content: bytes, packed: bool) -> Path:
    if not packed:
        (folder / name).write_bytes(content)
        return folder
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr(name, content)
    return folder / "a.zip"


@pytest.mark.parametrize("packed", [False, True])
def test_sweet_home_catalogues_with_their_escapes(packed: bool, tmp_path: Path) -> None:
    said = read_sidecars(write(tmp_path, "PluginFurnitureCatalog.properties", PROPERTIES.encode(), packed))
    assert said == {
        "models/chair.obj": Description("Fauteuil élégant", ("bois", "assis", "Salon"), "Zoë", "CC-BY"),
        "lamp.obj": Description("Lamp", (), "", "GPL"),
    }


def test_a_table_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """As spreadsheet programs write "CSV UTF-8"."""
    (tmp_path / "metadata.csv").write_bytes(b"\xef\xbb\xbf" + CSV.encode())
    assert read_sidecars(tmp_path)["a.obj"].name == "Red chair"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0\0",
        b"\xff\xfe\xfd",
        b"path\n",
        b"a,b\n1,2,3\n",
        b'path,name\n"open,x',
        b"path,name\n" + b"x" * 200_000,
    ],
)
def test_a_table_that_cannot_be_read_says_nothing(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes(content)
    assert read_sidecars(tmp_path) == {}


def test_without_catalogue_the_file_name_speaks() -> None:
    assert describe("/in/Old Chair_02.final.stl", None) == Description("Old Chair_02.final")
    assert describe("in\\chair.obj", None).name == "chair"
    assert describe("a.obj", Description("said")).name == "said"


def test_broken_archives_and_missing_folders_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("broken")
    assert read_sidecars(tmp_path / "a.zip") == read_sidecars(tmp_path / "absent") == {}
