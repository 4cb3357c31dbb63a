"""Thumbnails: a shape lit from the upper left, on nothing, so that it sits well on dark and light pages."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.geometry import Shape
from engine.views import CameraRig, RenderRecipe, render

SIZE = 256
_SUPERSAMPLING = 2
_CAMERA = CameraRig("preview", ((35.0, 25.0),))
_BASE = np.array([176.0, 184.0, 196.0])
_LIGHT = np.array([-0.45, 0.75, 0.5])


def draw_preview(shape: Shape) -> bytes:
    """PNG of 256 x 256 pixels, RGBA, transparent where the shape is not."""
    size = SIZE * _SUPERSAMPLING
    views = render(shape, RenderRecipe(resolution=size), _CAMERA)
    depth, owner = views.depth[0], views.owner[0]
    seen = np.isfinite(depth)
    normals = _pixel_normals(depth) if shape.is_cloud else _face_normals(shape, owner)
    light = _LIGHT / np.linalg.norm(_LIGHT)
    # Both sides are lit alike: many files have faces turned the wrong way.
    lit = 0.45 + 0.4 * np.abs(normals @ light) + 0.25 * np.abs(normals[..., 2])
    colour = _BASE if shape.colours is None else _lifted(shape.colours)[np.maximum(owner, 0)]
    pixels = np.zeros((size, size, 4), np.uint8)
    pixels[..., :3] = np.clip(colour * lit[..., None], 0, 255)
    pixels[..., 3] = np.where(seen, 255, 0)
    pixels[~seen, :3] = 0
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


def _lifted(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Colours kept off pure black, where form could not be seen."""
    return 40.0 + colours.astype(np.float64) * (215.0 / 255.0)


def _face_normals(shape: Shape, owner: NDArray[np.int32]) -> NDArray[np.float64]:
    """(H, W, 3) unit normals, in camera axes (right, up, towards the camera), of the faces that pixels show."""
    shown, place = np.unique(np.maximum(owner, 0), return_inverse=True)
    corners = shape.vertices[shape.faces[shown]]
    if shape.up == "z":
        corners = np.stack([corners[..., 0], corners[..., 2], -corners[..., 1]], axis=-1)
    corners = corners @ _CAMERA.axes()[0].T
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-300)
    return normals[place.reshape(owner.shape)]


def _pixel_normals(depth: NDArray[np.float32]) -> NDArray[np.float64]:
    """(H, W, 3) normals of a depth map in camera axes."""
    filled = np.where(np.isfinite(depth), depth, np.nanmax(np.where(np.isfinite(depth), depth, np.nan)))
    slope_y, slope_x = np.gradient(filled.astype(np.float64) * depth.shape[0] / 2)
    normals = np.dstack([slope_x, -slope_y, np.ones_like(slope_x)])
    return normals / np.linalg.norm(normals, axis=2, keepdims=True)
