"""What a rendering process does with one shape that encoders are aligned with; runs inside engine.sandbox."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.align.renders import colour_renders
from engine.rendering import warm_up as warm_up  # the sandbox calls it by this module's name
from engine.settings import Limits
from engine.views import RenderRecipe, camera_rig, render
from indexer.loading import load_path, sparing


@dataclass(frozen=True)
class Drawn:
    """Depth pictures (N, H, W) uint8 of one shape, and its colour renders (N, S, S, 3) uint8 where asked for."""

    depth: NDArray[np.uint8]
    renders: NDArray[np.uint8] | None


@sparing()
def draw(
    path: str, recipe: RenderRecipe, up: str | None, limits: Limits, key: str, size: int, seed: int | None
) -> Drawn:
    """Render one catalog path; with a seed also its colour renders of side `size`. Raises ShapeFileError."""
    shape = load_path(path, up, limits)
    renders = None if seed is None else colour_renders(shape, recipe, size, key, seed)
    return Drawn(render(shape, recipe, camera_rig(recipe.rig).upright).pictures(), renders)
