"""Thumbnails: the shape on nothing, lit, in its colours."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from PIL import Image

from engine.geometry import checked_shape
from indexer.previews import draw_preview, write_preview


def pixels(png: bytes) -> np.ndarray:
    picture = Image.open(io.BytesIO(png))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGBA", (256, 256))
    return np.asarray(picture)


@pytest.mark.parametrize("name", ["chair", "box", "pin", "ball"])
def test_a_shape_is_seen_on_nothing(name: str, solids: dict[str, Any], as_shape: Any) -> None:
    drawn = pixels(draw_preview(as_shape(solids[name])))
    seen = drawn[..., 3] == 255
    assert (drawn[[0, -1, 0, -1], [0, 0, -1, -1], 3] == 0).all()
    assert 0.002 < seen.mean() < 0.9
    assert drawn[seen][:, :3].min() > 30  # never black
    if name == "box":
        _, counts = np.unique(drawn[seen][:, 0], return_counts=True)
        assert (counts > 0.05 * seen.sum()).sum() == 3  # three sides, three shades


def test_colours_show_and_black_is_lifted() -> None:
    box = trimesh.creation.box()
    for colour, check in (((255, 0, 0), lambda p: p[:, 0] > p[:, 2] + 60), ((0, 0, 0), lambda p: p[:, 0] > 15)):
        shape = checked_shape(box.vertices, box.faces, np.tile(np.uint8(colour), (12, 1)))
        drawn = pixels(draw_preview(shape))
        assert check(drawn[drawn[..., 3] == 255][:, :3].astype(int)).all()


@pytest.mark.parametrize("points", [1, 2, 5000])
def test_clouds_have_thumbnails(points: int, solids: dict[str, Any]) -> None:
    cloud = trimesh.sample.sample_surface(solids["chair"], points, seed=0)[0]
    drawn = pixels(draw_preview(checked_shape(cloud)))
    assert (drawn[..., 3] > 0).any()
    assert np.isfinite(drawn).all()


def test_a_thumbnail_is_put_in_place_whole(tmp_path: Path) -> None:
    file = tmp_path / "ab" / "abc.png"
    write_preview(file, b"one")
    write_preview(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]
