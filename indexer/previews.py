"""Thumbnails: a shape lit from the upper left, on nothing, so that it sits well on dark and light pages."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
from PIL import Image

from engine.geometry import Shape
from engine.shading import Light, lit_view
from engine.views import CameraRig, RenderRecipe, render

SIZE = 256
_SUPERSAMPLING = 2
_CAMERA = CameraRig("preview", ((35.0, 25.0),))


def draw_preview(shape: Shape) -> bytes:
    """PNG of 256 x 256 pixels, RGBA, transparent where the shape is not."""
    size = SIZE * _SUPERSAMPLING
    views = render(shape, RenderRecipe(resolution=size), _CAMERA)
    depth, owner = views.depth[0], views.owner[0]
    pixels = np.zeros((size, size, 4), np.uint8)
    pixels[..., :3] = lit_view(shape, depth, owner, _CAMERA.axes()[0], Light())
    pixels[..., 3] = np.where(np.isfinite(depth), 255, 0)
    picture = Image.fromarray(pixels).convert("RGBa").resize((SIZE, SIZE), Image.Resampling.BOX).convert("RGBA")
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=False, compress_level=6)
    return out.getvalue()


def write_preview(file: Path, png: bytes) -> None:
    """Put a thumbnail in its place, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    beside.write_bytes(png)
    beside.replace(file)
