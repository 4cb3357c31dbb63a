"""Lit views: the formula on faces whose normals are known, one side as the other."""

from __future__ import annotations

import numpy as np
import pytest

from engine.geometry import checked_shape
from engine.shading import Light, lit_view
from engine.views import CameraRig, RenderRecipe, render

FRONT = CameraRig("front", ((0.0, 0.0),))
SQUARE = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]], float)
FACES = np.array([[0, 1, 2], [0, 2, 3]])


def lit(vertices: np.ndarray, faces: np.ndarray | None, light: Light, up: str = "y", colours: np.ndarray | None = None):
    shape = checked_shape(vertices, faces, colours, up=up)
    views = render(shape, RenderRecipe(resolution=40), FRONT)
    return lit_view(shape, views.depth[0], views.owner[0], FRONT.axes()[0], light), np.isfinite(views.depth[0])


@pytest.mark.parametrize("turn", [1, -1])
def test_a_square_facing_the_camera_has_the_formula_s_colour(turn: int) -> None:
    light = Light(towards=(0.0, 3.0, 4.0), ambient=0.3, base=(100.0, 50.0, 200.0))
    pixels, seen = lit(SQUARE, FACES[:, ::turn], light)
    glow = 0.3 + 0.4 * 0.8 + 0.25  # the normal is the view's axis: cosine 4/5 with the light, 1 with the camera
    assert seen.sum() > 300
    assert (pixels[seen] == (np.array([100, 50, 200]) * glow).astype(np.uint8)).all()
    assert (pixels[~seen] == 0).all()


def test_light_and_colour_change_what_is_seen() -> None:
    tilted = SQUARE @ np.array([[1, 0, 0], [0, 0.6, 0.8], [0, -0.8, 0.6]])
    above, seen = lit(tilted, FACES, Light(towards=(0, 0.8, 0.6), ambient=0.1))
    below, _ = lit(tilted, FACES, Light(towards=(0, -0.8, 0.6), ambient=0.1))
    assert abs(int(above[seen].mean()) - int(below[seen].mean())) > 30
    red, seen = lit(SQUARE, FACES, Light(), colours=np.tile(np.uint8([255, 0, 0]), (2, 1)))
    assert (red[seen][:, 0] > red[seen][:, 1] + 100).all()


def test_z_up_shapes_are_lit_as_their_y_up_twins() -> None:
    chance = np.random.default_rng(0)
    corners = chance.normal(size=(60, 3))
    faces = np.arange(60).reshape(-1, 3)
    upright, _ = lit(corners, faces, Light())
    lying, _ = lit(np.column_stack([corners[:, 0], -corners[:, 2], corners[:, 1]]), faces, Light(), up="z")
    assert (upright == lying).mean() > 0.99


def test_a_cloud_is_lit_by_its_depth() -> None:
    ball = np.random.default_rng(1).normal(size=(20000, 3))
    pixels, seen = lit(ball / np.linalg.norm(ball, axis=1, keepdims=True), None, Light())
    assert 0.3 < seen.mean() < 0.9 and pixels[seen].std() > 5
