"""Point clouds without gaps: a silhouette closed on a fine grid, depth closed on the picture's own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from scipy.spatial import cKDTree

from engine.bundled import bundled_json
from engine.rasteriser import close_gaps, draw_points, spread


def closing_radius(points: NDArray[np.float64], resolution: int) -> float:
    """Radius in pixels that closes the gaps of a cloud, points (V, 3) in pixels along all axes.

    A multiple of the median distance to the n-th neighbour in space, so it does not depend on the view.
    """
    values = bundled_json("projection.json")["closing"]
    some = points[:: max(1, len(points) // values["sample"])]
    distances, _ = cKDTree(points).query(some, k=min(values["neighbours"] + 1, len(points)))
    spacing = float(np.median(distances.reshape(len(some), -1)[:, -1]))
    return float(np.clip(values["share"] * spacing, values["least"], values["most"] * resolution / 224))


def closed_view(
    points: NDArray[np.float64], resolution: int, radius: float
) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """(depth, owner), each (H, W), of one view of a cloud: points (V, 3) in pixels, and half frames of distance."""
    depth = np.full((resolution, resolution), np.inf, np.float32)
    owner = np.full((resolution, resolution), -1, np.int32)
    draw_points(points, depth, owner)
    steps = max(1, round(radius))
    closed = close_gaps(depth, steps)
    # The fine outline may reach a little beyond the coarse closing: there the nearest depth around stands in.
    filled = np.where(np.isfinite(closed), closed, spread(depth, steps + 1, True))
    outline = _silhouette(points, resolution, radius)
    if not outline.any():  # a point or two may lie between the fine grid's sampled cells
        return depth, owner
    return np.where(outline, filled, np.inf).astype(np.float32), owner


def _silhouette(points: NDArray[np.float64], resolution: int, radius: float) -> NDArray[np.bool_]:
    """(H, W) bool: pixels whose centre lies within the cloud's closed outline.

    Closing on a grid twice as fine, of which every second cell lies on a pixel's centre: counting every pixel that a
    point touches would make all outlines half a pixel fat, and thin parts twice as thick.
    """
    empty = np.ones((2 * resolution + 1, 2 * resolution + 1), bool)
    cells = np.floor(2 * points[:, :2] + 0.5).astype(np.int64)
    inside = ((cells >= 0) & (cells < len(empty))).all(axis=1)
    empty[cells[inside, 1], cells[inside, 0]] = False
    near = np.pad(distance_transform_edt(empty) <= 2 * radius, 1)
    edge = bundled_json("projection.json")["closing"]["edge"]
    return (distance_transform_edt(near)[1:-1, 1:-1] > 2 * radius + edge)[1::2, 1::2]
