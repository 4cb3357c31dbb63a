"""Class-agnostic boxes in a bare point cloud: floor, ceiling and walls are taken away, what is left is clustered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.geometry import Box
from engine.scenes.surroundings import Voxels, ceiling, floor_plane, height_over, voxels, walls


@dataclass(frozen=True)
class Proposal:
    """Something that stands apart: its box in the cloud's axes, its points (indices, ascending), and a confidence.

    objectness: in (0, 1], more for what has more points and stands on the floor.
    """

    box: Box
    points: NDArray[np.int64]
    objectness: float


def propose(points: NDArray[np.floating], up: str = "z", doubting: bool = False) -> list[Proposal]:
    """Proposals in a cloud (N, 3), finite, in any unit, the surest first; none for one that has no floor.

    up: the axis of `points` that points up. doubting: none also where the cloud may be a single thing, with its base
    for a floor and its legs for objects. The same points always give the same proposals. Parameters are those of
    data/proposals.json. Things that touch one another are one proposal.
    """
    told = bundled_json("proposals.json")
    if len(points) < told["least_points"]:
        return []
    upright = np.asarray(points, np.float64)
    if up == "y":
        upright = np.column_stack([upright[:, 0], -upright[:, 2], upright[:, 1]])
    grid = voxels(upright, told["voxel"])
    floor = floor_plane(grid, told["floor"])
    if floor is None:
        return []
    height = height_over(grid.centres, floor)
    free = height > told["floor"]["thickness_voxels"] * grid.size
    free &= ~ceiling(grid, told["ceiling"])
    free &= ~walls(grid, free, height, told["walls"])
    labels = _gathered(grid, _clusters(grid, free, told["clusters"]["gap_voxels"]), told["clusters"])
    found = _things(upright, grid, labels, height, told["sizes"])
    if doubting and not _is_scene(grid, labels, height, found, told["doubts"]):
        return []
    largest = max((one.voxels for one in found), default=1.0)
    return [
        Proposal(_box(points[one.members], up, one.drop), one.members, one.share * (one.voxels / largest) ** 0.25)
        for one in found
    ]


def _clusters(grid: Voxels, free: NDArray[np.bool_], gap: float) -> NDArray[np.int64]:
    """(V,) cluster of each free voxel, -1 for the others: voxels nearer than `gap` voxels are together."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    labels = np.full(len(free), -1, np.int64)
    places = grid.centres[free]
    if len(places):
        pairs = cKDTree(places).query_pairs(gap * grid.size, output_type="ndarray")
        links = coo_array((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), shape=(len(places), len(places)))
        labels[free] = connected_components(links, directed=False)[1]
    return labels


def _gathered(grid: Voxels, labels: NDArray[np.int64], told: dict[str, Any]) -> NDArray[np.int64]:
    """The labels with crumbs joined to what is right over or under them: legs and poles of which few points came."""
    count = int(labels.max(initial=-1)) + 1
    used = labels >= 0
    sizes = np.bincount(labels[used], minlength=count)
    lows, highs = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    np.minimum.at(lows, labels[used], grid.centres[used, :2])
    np.maximum.at(highs, labels[used], grid.centres[used, :2])
    margin = told["under_voxels"] * grid.size
    owner = np.arange(count)
    large = np.flatnonzero(sizes > told["crumb_voxels"])
    for crumb in np.flatnonzero(sizes <= told["crumb_voxels"]):
        over = ((lows[large] - margin <= lows[crumb]) & (highs[large] + margin >= highs[crumb])).all(axis=1)
        if over.any():
            within = large[over]
            owner[crumb] = within[np.argmin((highs[within] - lows[within]).prod(axis=1))]
    return np.where(used, owner[labels], -1)


@dataclass(frozen=True)
class _Thing:
    """A cluster of a thing's size: its points, its voxels, how far its box is let down, and a share of confidence."""

    members: NDArray[np.int64]
    voxels: int
    drop: float
    share: float


def _things(
    upright: NDArray[np.float64],
    grid: Voxels,
    labels: NDArray[np.int64],
    height: NDArray[np.float64],
    told: dict[str, Any],
) -> list[_Thing]:
    """Clusters of a thing's size, the largest first; one that begins just over the floor is taken to stand on it."""
    sizes = np.bincount(labels[labels >= 0], minlength=1)
    whole = np.ptp(grid.centres[:, :2], axis=0)
    of_point = labels[grid.of]
    order = np.argsort(of_point, kind="stable")
    bounds = np.searchsorted(of_point[order], np.arange(len(sizes) + 1))
    found = []
    for label in np.flatnonzero(sizes >= told["least_voxels"]):
        members = np.sort(order[bounds[label] : bounds[label + 1]])
        sides = np.ptp(upright[members], axis=0)
        if np.sort(sides)[1] < told["least_side_voxels"] * grid.size or (sides[:2] > told["most_cover"] * whole).all():
            continue
        rise = float(height[labels == label].min())
        stands = rise < told["stands_voxels"] * grid.size
        found.append(_Thing(members, int(sizes[label]), rise if stands else 0.0, 1.0 if stands else 0.5))
    return sorted(found, key=lambda one: (-one.voxels, int(one.members[0])))[: told["most"]]


def _is_scene(
    grid: Voxels, labels: NDArray[np.int64], height: NDArray[np.float64], found: list[_Thing], told: dict[str, Any]
) -> bool:
    """Whether a cloud is a place with things in it: a floor with nothing below, things on it, and little else."""
    below = float((height < -told["below_voxels"] * grid.size).mean())
    standing = [one for one in found if one.share == 1.0]
    left = max(int((labels >= 0).sum()), 1)
    explained = sum(one.voxels for one in found) / left
    return below <= told["most_below"] and len(standing) >= 2 and explained >= told["least_explained"]


def _box(points: NDArray[np.floating], up: str, drop: float) -> Box:
    """The box of points in the cloud's own axes, let down by `drop`."""
    low, high = points.min(axis=0), points.max(axis=0)
    return Box.of(low - drop * np.eye(3)["xyz".index(up)], high)
