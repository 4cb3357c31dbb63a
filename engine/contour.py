"""OpenDlign's contour-aware projection of a point cloud: quantize, densify, smooth, squeeze, median."""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.bundled import bundled_json


def contour_aware(points: NDArray[np.float64], resolution: int) -> NDArray[np.float32]:
    """One view of a cloud as the paper draws it: points (V, 3) in pixels and half frames -> depth (H, W) float32.

    Source: OpenDlign (arXiv 2404.16538) section 3.1; parameters in data/projection.json. The paper quantizes closeness
    to the camera, so that the maximum over a neighbourhood is the front surface; depth comes back at the end, with inf
    outside.
    """
    values = bundled_json("projection.json")["contour"]
    near, far = float(points[:, 2].min()), float(points[:, 2].max())
    span = max(far - near, 1e-6)
    closeness = 1.0 - (points[:, 2] - near) / span
    volume = quantize(points, closeness, resolution, values["bins"], values["bias"])
    dense = densify(volume, values["densify"] // 2)
    smooth = bilateral(dense, values["smooth"] // 2, values["sigma_distance"], values["sigma_depth"])
    front = median(smooth.max(axis=0), values["median"] // 2)
    return np.where(front > 0, near + (1.0 + values["bias"] - front * (1.0 + values["bias"])) * span, np.inf).astype(
        np.float32
    )


@njit(nogil=True, cache=True)
def quantize(points: NDArray, closeness: NDArray, resolution: int, bins: int, bias: float) -> NDArray:
    """(B, H, W) float32 grid: each voxel the largest biased closeness in (0, 1] of its points, 0 where empty."""
    volume = np.zeros((bins, resolution, resolution), np.float32)
    for index in range(points.shape[0]):
        column, row = math.floor(points[index, 0]), math.floor(points[index, 1])
        if 0 <= column < resolution and 0 <= row < resolution:
            value = np.float32((closeness[index] + bias) / (1.0 + bias))
            layer = min(bins - 1, int(value * bins))
            volume[layer, row, column] = max(volume[layer, row, column], value)
    return volume


@njit(nogil=True, cache=True)
def densify(volume: NDArray, radius: int) -> NDArray:
    """(B, H, W) float32: each voxel takes the largest value of its (2 radius + 1) cube, one axis after the other."""
    out = volume
    for axis in range(3):
        source, out = out, np.zeros_like(out)
        bins, height, width = source.shape
        for b in range(bins):
            for row in range(height):
                for column in range(width):
                    value = source[b, row, column]
                    if value == 0:
                        continue
                    for step in range(-radius, radius + 1):
                        x = b + step if axis == 0 else b
                        y = row + step if axis == 1 else row
                        z = column + step if axis == 2 else column
                        if 0 <= x < bins and 0 <= y < height and 0 <= z < width and out[x, y, z] < value:
                            out[x, y, z] = value
    return out


@njit(nogil=True, cache=True)
def bilateral(volume: NDArray, radius: int, sigma_distance: float, sigma_depth: float) -> NDArray:
    """(B, H, W) float32 smoothed over a (2 radius + 1) cube, weight = G(distance) * G(difference).

    Empty voxels stay empty.
    """
    bins, height, width = volume.shape
    out = np.zeros_like(volume)
    for b in range(bins):
        for row in range(height):
            for column in range(width):
                centre = volume[b, row, column]
                if centre == 0:
                    continue
                total, weights = 0.0, 0.0
                for x in range(max(0, b - radius), min(bins, b + radius + 1)):
                    for y in range(max(0, row - radius), min(height, row + radius + 1)):
                        for z in range(max(0, column - radius), min(width, column + radius + 1)):
                            value = volume[x, y, z]
                            away = (x - b) ** 2 + (y - row) ** 2 + (z - column) ** 2
                            difference = (value - centre) / sigma_depth
                            weight = math.exp(-0.5 * (away / sigma_distance**2 + difference * difference))
                            total += weight * value
                            weights += weight
                out[b, row, column] = total / weights
    return out


@njit(nogil=True, cache=True)
def median(image: NDArray, radius: int) -> NDArray:
    """(H, W) float32: median over a (2 radius + 1) square, clipped at the border."""
    height, width = image.shape
    out = np.zeros_like(image)
    for row in range(height):
        for column in range(width):
            patch = image[max(0, row - radius) : row + radius + 1, max(0, column - radius) : column + radius + 1]
            out[row, column] = np.median(patch)
    return out
