"""Colour renders of a shape from the library's own cameras, light and background varied by a seed."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.bundled import bundled_json
from engine.geometry import Shape
from engine.shading import Light, lit_view
from engine.views import RenderRecipe, camera_rig, render


def colour_renders(shape: Shape, recipe: RenderRecipe, size: int, key: str, seed: int) -> NDArray[np.uint8]:
    """(N, size, size, 3) uint8: a lit picture for each upright view of the rig, always the same for key and seed."""
    look = bundled_json("align.json")["renders"]
    rig = camera_rig(recipe.rig).upright
    cameras = rig.axes()
    fine = RenderRecipe(recipe.rig, size * look["supersampling"], recipe.projection)
    views = render(shape, fine, rig)
    dark, bright = look["backgrounds"]
    base: tuple[float, float, float] | None = None
    out = np.empty((len(cameras), size, size, 3), np.uint8)
    for number, camera in enumerate(cameras):
        chance = np.random.default_rng([seed, zlib.crc32(key.encode()), number])
        if base is None:  # one colour for a shape that brings none
            red, green, blue = _tint(chance, 110, 235, look["tint"])
            base = (red, green, blue)
        plain = Light()
        towards = np.array(plain.towards) + chance.normal(0, look["lean"], 3)
        light = Light((towards[0], towards[1], towards[2]), chance.uniform(*look["ambient"]), base)
        pixels = lit_view(shape, views.depth[number], views.owner[number], camera, light)
        white = chance.random() < look["white"]
        pixels[~np.isfinite(views.depth[number])] = 255 if white else _tint(chance, dark, bright, look["tint"])
        out[number] = np.asarray(Image.fromarray(pixels).resize((size, size), Image.Resampling.BOX))
    return out


def _tint(chance: np.random.Generator, low: float, high: float, spread: float) -> NDArray[np.float64]:
    """An RGB colour: a grey between the two, each channel moved a little."""
    return np.clip(chance.uniform(low, high) * (1 + chance.normal(0, spread, 3) * (chance.random() < 0.7)), 0, 255)
