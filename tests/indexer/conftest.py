"""What the tests of indexing share: four shapes in a folder, and a library that holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.library import Library
from indexer.pipeline import index
from tests.indexed import SHAPES, outcome


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four shapes in a folder of their own."""
    place = tmp_path / "shapes"
    place.mkdir()
    for name, make in SHAPES.items():
        make().export(place / name)
    return place


@pytest.fixture
def indexed(empty_library: Library, folder: Path) -> Library:
    assert outcome(index(empty_library, [folder])) == {"new": 4}
    return empty_library
