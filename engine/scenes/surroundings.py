"""A place around things: a cloud on a grid, and which of it is floor, ceiling and walls. z is up throughout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Voxels:
    """The cloud on a grid, z up. centres: (V, 3) mean of each voxel's points; of: (N,) voxel of each point."""

    centres: NDArray[np.float64]
    of: NDArray[np.int64]
    size: float

    @property
    def counts(self) -> NDArray[np.int64]:
        return np.bincount(self.of, minlength=len(self.centres))


def voxels(points: NDArray[np.float64], told: dict[str, Any]) -> Voxels:
    """A cloud on a grid as fine as its points are dense, coarser where the voxels would be too many."""
    low = points.min(axis=0)
    diagonal = float(np.linalg.norm(np.ptp(points, axis=0))) or 1.0
    size = max(told["of_diagonal"] * diagonal, told["of_spacing"] * _spacing(points))
    while True:
        cells = ((points - low) / size).astype(np.int64)
        strides = np.array([1, cells[:, 0].max() + 1, 1])
        strides[2] = strides[1] * (cells[:, 1].max() + 1)
        _, of, counts = np.unique(cells @ strides, return_inverse=True, return_counts=True)
        if len(counts) <= told["most_voxels"]:
            break
        size *= 1.3
    centres = np.column_stack([np.bincount(of, points[:, axis]) / counts for axis in range(3)])
    return Voxels(centres, of, size)


def _spacing(points: NDArray[np.float64]) -> float:
    """The usual distance between neighbouring points: the median over a few, each to its nearest."""
    from scipy.spatial import cKDTree

    some = np.random.default_rng(0).choice(len(points), min(len(points), 2_000), replace=False)
    distances = cKDTree(points).query(points[some], k=2)[0][:, 1]
    return float(np.median(distances))


def floor_plane(grid: Voxels, told: dict[str, Any]) -> NDArray[np.float64] | None:
    """(3,) a, b, c of the plane z = a x + b y + c: the lowest level that covers much of the ground; None without one.

    Found in the histogram of heights, then fitted to what lies near it, so that a floor may lean by a few degrees.
    """
    z, size = grid.centres[:, 2], grid.size
    level, cover = _levels(grid)
    lowest = z.min()
    high = np.flatnonzero(cover >= told["least_cover"])
    high = high[level[high] <= lowest + told["below_share"] * np.ptp(z)]
    if not len(high):
        return None
    # Of neighbouring levels the fullest; a floor that leans is spread over several.
    first = high[0]
    near = high[(high - first) <= 3]
    height = level[near[np.argmax(cover[near])]]
    plane = np.array([0.0, 0.0, height])
    for reach in (3.0, 2.0, 1.5):
        close = np.abs(height_over(grid.centres, plane)) <= reach * size
        if close.sum() < 10:
            break
        ones = np.column_stack([grid.centres[close, :2], np.ones(close.sum())])
        plane = np.linalg.lstsq(ones, z[close], rcond=None)[0]
    return plane if np.hypot(*plane[:2]) < 0.2 else np.array([0.0, 0.0, height])


def _levels(grid: Voxels) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Heights in steps of two voxels, and the share of the ground's occupied columns that have points there."""
    size = grid.size
    step = 2.0 * size
    z = grid.centres[:, 2]
    rows = ((z - z.min()) / step).astype(np.int64)
    columns = _columns(grid)
    pairs = np.unique(np.column_stack([rows, columns]), axis=0)
    cover = np.bincount(pairs[:, 0]) / max(len(np.unique(columns)), 1)
    return z.min() + (np.arange(len(cover)) + 0.5) * step, cover


def _columns(grid: Voxels) -> NDArray[np.int64]:
    """(V,) index of the vertical column, two voxels wide, that each voxel stands in."""
    cells = ((grid.centres[:, :2] - grid.centres[:, :2].min(axis=0)) / (2.0 * grid.size)).astype(np.int64)
    return np.unique(cells[:, 0] * (cells[:, 1].max() + 1) + cells[:, 1], return_inverse=True)[1]


def height_over(points: NDArray[np.float64], plane: NDArray[np.float64]) -> NDArray[np.float64]:
    """(N,) heights of points (N, 3) over the plane z = a x + b y + c."""
    return points[:, 2] - points[:, :2] @ plane[:2] - plane[2]


def ceiling(grid: Voxels, told: dict[str, Any]) -> NDArray[np.bool_]:
    """(V,) True for voxels of a wide level near the top, and for what is over it."""
    level, cover = _levels(grid)
    z = grid.centres[:, 2]
    wide = (cover >= told["least_cover"]) & (level >= z.min() + told["above_share"] * np.ptp(z))
    if not wide.any():
        return np.zeros(len(z), bool)
    return z >= level[np.flatnonzero(wide)[0]] - 2.0 * grid.size


def walls(
    grid: Voxels, free: NDArray[np.bool_], height: NDArray[np.float64], told: dict[str, Any]
) -> NDArray[np.bool_]:
    """(V,) True for voxels of upright planes that bound the scene: long, tall, and with next to nothing beyond.

    RANSAC over lines in the ground plane, among columns that are filled to half of the height.
    """
    found = np.zeros(len(free), bool)
    flat = grid.centres[:, :2]
    extent = float(np.ptp(flat, axis=0).max())
    thickness = told["thickness_voxels"] * grid.size
    tall = free & _in_tall_columns(grid, free, height, told["least_height"])
    rng = np.random.default_rng(0)
    for _ in range(told["most"]):
        left = np.flatnonzero(tall & ~found)
        if len(left) < 50:
            break
        line = _best_line(flat[left], thickness, told["tries"], rng)
        distances = flat @ line[:2] - line[2]
        on = np.abs(distances) <= thickness
        along = flat[left][on[left]] @ np.array([-line[1], line[0]])
        filled = len(np.unique((along / (2.0 * grid.size)).astype(np.int64))) * 2.0 * grid.size
        beyond = min((distances[free] > thickness).mean(), (distances[free] < -thickness).mean())
        if len(along) < 50 or filled < told["least_length"] * extent or beyond > told["beyond"]:
            tall[left[on[left]]] = False  # a cupboard's front: looked at, and left where it is
            continue
        side = 1.0 if (distances[free] > thickness).mean() < 0.5 else -1.0
        found |= free & (side * distances >= -thickness)
    return found


def _in_tall_columns(
    grid: Voxels, free: NDArray[np.bool_], height: NDArray[np.float64], share: float
) -> NDArray[np.bool_]:
    columns = _columns(grid)
    filled = np.unique(np.column_stack([columns, (height / (2.0 * grid.size)).astype(np.int64)])[free], axis=0)
    count = np.bincount(filled[:, 0], minlength=columns.max() + 1) * 2.0 * grid.size
    return np.asarray(count[columns] >= share * float(height.max()))


def _best_line(points: NDArray[np.float64], reach: float, tries: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """(3,) unit normal and offset of the line with most points within `reach`, refined on them (least squares)."""
    sample = points if len(points) <= 5_000 else points[rng.choice(len(points), 5_000, replace=False)]
    pairs = rng.integers(0, len(sample), (tries, 2))
    along = sample[pairs[:, 1]] - sample[pairs[:, 0]]
    length = np.maximum(np.linalg.norm(along, axis=1), 1e-12)
    normals = np.column_stack([-along[:, 1], along[:, 0]]) / length[:, None]
    offsets = np.einsum("ij,ij->i", normals, sample[pairs[:, 0]])
    votes = [(np.abs(sample @ n - o) <= reach).sum() for n, o in zip(normals, offsets, strict=True)]
    best = int(np.argmax(votes))
    on = points[np.abs(points @ normals[best] - offsets[best]) <= reach]
    centre = on.mean(axis=0)
    normal = np.linalg.svd(on - centre, full_matrices=False)[2][1] if len(on) > 2 else normals[best]
    return np.array([*normal, normal @ centre])
