"""Lit colour pictures of rendered views: what previews and the renders that encoders are aligned with share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.geometry import Shape

# Headlight included, so that a side turned from the light keeps its form.
_DIFFUSE, _HEADLIGHT = 0.4, 0.25


@dataclass(frozen=True)
class Light:
    """How a shape is lit: `towards` the light in camera axes (right, up, towards the camera), `ambient` share of light,
    and `base`, the RGB colour (0 to 255) of a shape that brings none."""

    towards: tuple[float, float, float] = (-0.45, 0.75, 0.5)
    ambient: float = 0.45
    base: tuple[float, float, float] = (176.0, 184.0, 196.0)


def lit_view(
    shape: Shape, depth: NDArray[np.float32], owner: NDArray[np.int32], camera: NDArray[np.float64], light: Light
) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 colours of one rendered view; pixels where the shape is not are black.

    depth, owner: (H, W) as views.render gives them; camera: (3, 3) unit rows right, up, towards the camera.
    """
    seen = np.isfinite(depth)
    normals = _pixel_normals(depth, seen) if shape.is_cloud else _face_normals(shape, owner, camera)
    towards = np.array(light.towards) / np.linalg.norm(light.towards)
    # Both sides are lit alike: many files have faces turned the wrong way.
    glow = light.ambient + _DIFFUSE * np.abs(normals @ towards) + _HEADLIGHT * np.abs(normals[..., 2])
    colour = np.array(light.base) if shape.colours is None else _lifted(shape.colours)[np.maximum(owner, 0)]
    pixels = np.clip(colour * glow[..., None], 0, 255).astype(np.uint8)
    pixels[~seen] = 0
    return pixels


def _lifted(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Colours kept off pure black, where form could not be seen."""
    return 40.0 + colours.astype(np.float64) * (215.0 / 255.0)


def _face_normals(shape: Shape, owner: NDArray[np.int32], camera: NDArray[np.float64]) -> NDArray[np.float64]:
    """(H, W, 3) unit normals, in camera axes, of the faces that pixels show."""
    shown, place = np.unique(np.maximum(owner, 0), return_inverse=True)
    corners = shape.vertices[shape.faces[shown]]
    if shape.up == "z":
        corners = np.stack([corners[..., 0], corners[..., 2], -corners[..., 1]], axis=-1)
    corners = corners @ camera.T
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-300)
    return normals[place.reshape(owner.shape)]


def _pixel_normals(depth: NDArray[np.float32], seen: NDArray[np.bool_]) -> NDArray[np.float64]:
    """(H, W, 3) normals of a depth map in camera axes."""
    farthest = depth[seen].max() if seen.any() else 0.0
    filled = np.where(seen, depth, farthest).astype(np.float64)
    slope_y, slope_x = np.gradient(filled * depth.shape[0] / 2)
    normals = np.dstack([slope_x, -slope_y, np.ones_like(slope_x)])
    return normals / np.linalg.norm(normals, axis=2, keepdims=True)
