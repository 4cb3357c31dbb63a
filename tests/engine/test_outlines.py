"""Outlines: where the thing is in views and pictures, against overlap counted cell by cell."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh
from PIL import Image, ImageDraw

from engine.framing import thing_of
from engine.geometry import checked_shape
from engine.outlines import BYTES, SIDE, agreement, outlines
from engine.views import CameraRig, render


def cells(packed: np.ndarray) -> np.ndarray:
    return np.unpackbits(packed).reshape(SIDE, SIDE).astype(bool)


def test_an_outline_is_the_thing_whatever_its_place_and_size() -> None:
    small, large = np.zeros((2, 200, 300), bool)
    small[20:40, 250:260] = True  # twice as high as wide
    large[0:180, 10:100] = True
    one, other = outlines(np.stack([small, large]))
    assert one.shape == (BYTES,)
    assert (one == other).all()
    found = cells(one)
    assert found.sum() == SIDE * SIDE // 2
    assert found[:, SIDE // 4 : 3 * SIDE // 4].all()


def test_nothing_has_an_empty_outline_that_agrees_with_nothing() -> None:
    nothing = outlines(np.zeros((1, 50, 50), bool))
    assert not nothing.any()
    assert agreement(nothing[0], nothing[None])[0] == 0


def test_agreement_is_the_greatest_overlap_of_the_views() -> None:
    rng = np.random.default_rng(0)
    gallery = rng.integers(0, 256, (1203, 3, BYTES)).astype(np.uint8)  # more than are compared at once
    asked = rng.integers(0, 256, BYTES).astype(np.uint8)
    found = agreement(asked, gallery)
    for shape in (0, 999, 1000, 1202):
        overlaps = [(cells(view) & cells(asked)).sum() / (cells(view) | cells(asked)).sum() for view in gallery[shape]]
        assert found[shape] == pytest.approx(max(overlaps))
    assert agreement(gallery[7, 1], gallery)[7] == 1
    assert agreement(asked, gallery[:0]).shape == (0,)


def test_a_picture_of_a_shape_agrees_with_the_view_it_was_taken_from() -> None:
    table = trimesh.util.concatenate([
        trimesh.creation.box((2, 0.1, 1), trimesh.transformations.translation_matrix((0, 1, 0))),
        trimesh.creation.box((0.1, 1, 0.1), trimesh.transformations.translation_matrix((0.9, 0.5, 0))),
        trimesh.creation.box((0.1, 1, 0.1), trimesh.transformations.translation_matrix((-0.9, 0.5, 0))),
    ])  # fmt: skip
    ball = trimesh.creation.icosphere(3)
    rig = CameraRig("two", ((0.0, 10.0), (70.0, 30.0)))
    views = [render(checked_shape(mesh.vertices, mesh.faces), rig=rig) for mesh in (table, ball)]
    gallery = np.stack([outlines(one.silhouettes) for one in views])
    thing = thing_of(Image.fromarray(views[0].pictures()[0]))
    assert thing is not None
    found = agreement(outlines(thing[None])[0], gallery)
    assert found[0] > 0.95
    assert found[1] < 0.5


def disc(size: int, ground: str | tuple[int, ...], thing: str | tuple[int, ...], mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, (size, size), ground)
    ImageDraw.Draw(picture).ellipse((size // 4, size // 4, 3 * size // 4, 3 * size // 4), fill=thing)
    return picture


def test_the_thing_stands_on_a_plain_or_a_transparent_ground() -> None:
    round_thing = np.pi / 16  # of the picture
    for picture in (
        disc(800, "white", "navy"),
        disc(800, (30, 60, 30), "white"),
        disc(800, (0, 0, 0, 0), (255, 255, 255, 255), "RGBA"),  # a white thing cut out
        disc(90, (250, 250, 250), (180, 180, 180)),
    ):
        thing = thing_of(picture)
        assert thing is not None
        assert thing.mean() == pytest.approx(round_thing, rel=0.05)


def test_a_picture_without_a_plain_ground_shows_no_outline() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    assert thing_of(Image.fromarray(noise)) is None
    assert thing_of(Image.new("RGB", (64, 64), "white")) is None  # nothing on the ground
    assert thing_of(Image.new("RGBA", (64, 64), (0, 0, 0, 0))) is None
