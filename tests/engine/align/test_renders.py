"""Colour renders: the cameras of the depth views, other light for other seeds."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.align.renders import colour_renders
from engine.views import RenderRecipe, camera_rig, render

RECIPE = RenderRecipe(resolution=48)


def test_renders_show_what_the_depth_views_show(solids: dict[str, Any], as_shape: Any) -> None:
    shape = as_shape(solids["chair"])
    drawn = colour_renders(shape, RECIPE, 48, "chair", 0)
    depth = render(shape, RECIPE, camera_rig(RECIPE.rig).upright)
    assert drawn.shape == (10, 48, 48, 3)
    for picture, seen in zip(drawn, depth.silhouettes, strict=True):
        corner = picture[0, 0].astype(int)
        differs = np.abs(picture.astype(int) - corner).max(axis=2) > 4
        assert (differs == seen).mean() > 0.9  # all but the softened outline


def test_a_seed_and_a_key_decide_the_light(solids: dict[str, Any], as_shape: Any) -> None:
    shape = as_shape(solids["mug"])
    one = colour_renders(shape, RECIPE, 32, "a", 0)
    np.testing.assert_array_equal(one, colour_renders(shape, RECIPE, 32, "a", 0))
    for key, seed in (("b", 0), ("a", 1)):
        assert np.abs(one.astype(int) - colour_renders(shape, RECIPE, 32, key, seed)).mean() > 1
    backgrounds = {tuple(picture[0, 0]) for picture in colour_renders(shape, RECIPE, 32, "e", 0)}
    assert len(backgrounds) > 1 and (255, 255, 255) in backgrounds
