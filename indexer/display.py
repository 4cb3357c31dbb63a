"""A shape as the page's viewer draws it: upright, centred, and light enough for any graphics card."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.geometry import Box, Shape
from engine.settings import Limits
from indexer.loading import load_path, sparing

MAX_FACES = 60_000
_PLAIN = np.array([178, 188, 200], np.uint8)
_PALE = np.array([222, 224, 228], np.uint8)
_MARKED = np.array([232, 112, 40], np.uint8)  # as the viewer's box


@dataclass(frozen=True)
class DisplayMesh:
    """What the viewer draws.

    positions: (V, 3) float32, y up, centred, the farthest vertex at distance 1.
    faces: (F, 3) uint32, (0, 3) for a point cloud. colours: (F, 3) uint8 per face (cloud: (V, 3) per point) or None.
    box: (2, 3) float32 lowest and highest corner, in the same space, of what is to be pointed out, or None.
    """

    positions: NDArray[np.float32]
    faces: NDArray[np.uint32]
    colours: NDArray[np.uint8] | None
    box: NDArray[np.float32] | None = None


@sparing()
def display_mesh(path: str, up: str, limits: Limits, box: Box | None = None) -> DisplayMesh:
    """The shape at a catalog path for the page's viewer; `box` points out a part of it. Raises ShapeFileError."""
    return light_copy(load_path(path, up, limits), box=box)


def light_copy(shape: Shape, max_faces: int = MAX_FACES, box: Box | None = None) -> DisplayMesh:
    """A loaded shape for display, reduced where it has more than `max_faces` faces or points.

    Where `box` (in the shape's own axes) points out a part of it, all else is drawn pale.
    """
    positions, corners = _normalised(shape, box)
    colours = shape.colours
    if box is not None:
        colours = _pale_but_in(shape, box)
    faces: NDArray[np.integer] = shape.faces
    if shape.is_cloud:
        positions, colours = _thinned(positions, colours, max_faces)
    elif len(faces) > max_faces:
        positions, faces, colours = _clustered(positions, faces, colours, max_faces)
    return DisplayMesh(
        np.ascontiguousarray(positions, np.float32),
        np.ascontiguousarray(faces, np.uint32),
        None if colours is None else np.ascontiguousarray(colours, np.uint8),
        None if corners is None else np.ascontiguousarray(corners, np.float32),
    )


def _normalised(shape: Shape, box: Box | None) -> tuple[NDArray[np.float64], NDArray[np.float64] | None]:
    """Vertices upright, centred and scaled; and the box's lowest and highest corner (2, 3) moved alike."""
    upright = shape.upright()
    # Halves first: the sum of two ends may overflow where their mean does not.
    centre = upright.min(axis=0) / 2 + upright.max(axis=0) / 2
    centred = upright - centre
    scale = np.abs(centred).max() or 1.0  # keeps the squares below in range
    centred = centred / scale
    reach = np.sqrt((centred**2).sum(axis=1).max()) or 1.0
    if box is None:
        return centred / reach, None
    corners = replace(shape, vertices=np.array([box.low, box.high])).upright()
    moved = (np.sort(corners, axis=0) - centre) / scale / reach
    return centred / reach, moved


def _pale_but_in(shape: Shape, box: Box) -> NDArray[np.uint8]:
    """Colours of the shape, faded towards light grey outside the box."""
    count = len(shape.vertices) if shape.is_cloud else len(shape.faces)
    colours = np.tile(_PLAIN, (count, 1)) if shape.colours is None else shape.colours.copy()
    margin = 0.01 * (np.array(box.high) - box.low)
    near = np.all((shape.vertices >= box.low - margin) & (shape.vertices <= box.high + margin), axis=1)
    inside = near if shape.is_cloud else near[shape.faces].all(axis=1)
    colours[~inside] = (0.25 * colours[~inside] + 0.75 * _PALE).astype(np.uint8)
    colours[inside] = (0.4 * colours[inside] + 0.6 * _MARKED).astype(np.uint8)
    return colours


def _thinned(
    positions: NDArray[np.float64], colours: NDArray[np.uint8] | None, most: int
) -> tuple[NDArray[np.float64], NDArray[np.uint8] | None]:
    """At most `most` points, drawn evenly at random, the same ones every time."""
    if len(positions) <= most:
        return positions, colours
    kept = np.sort(np.random.default_rng(0).choice(len(positions), most, replace=False))
    return positions[kept], None if colours is None else colours[kept]


def _clustered(
    positions: NDArray[np.float64], faces: NDArray[np.integer], colours: NDArray[np.uint8] | None, most: int
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.uint8] | None]:
    """The mesh snapped to a grid as fine as leaves `most` faces: vertex clustering (Rossignac and Borrel 1993)."""
    cells, best = 2.0 * math.sqrt(most), _some_of(positions, faces, most)
    found = 0
    for _ in range(8):
        tried = _on_grid(positions, faces, max(int(cells), 2))
        count = len(tried.faces)
        if found < count <= most:
            best, found = tried, count
        if 0.75 * most <= count <= most:
            break
        # A surface meets about cells^2 of a grid's cells, so its faces grow with the square.
        cells *= min(max(math.sqrt(0.9 * most / max(count, 1)), 0.3), 2.0)
    return best.positions, best.faces, None if colours is None else colours[best.origin]


@dataclass(frozen=True)
class _Snapped:
    """A mesh on a grid: positions (V, 3), faces (F, 3), and the index (F,) each face had before."""

    positions: NDArray[np.float64]
    faces: NDArray[np.int64]
    origin: NDArray[np.int64]


def _some_of(positions: NDArray[np.float64], faces: NDArray[np.integer], most: int) -> _Snapped:
    """Faces drawn at random, for the odd mesh that no grid leaves anything of."""
    origin = np.sort(np.random.default_rng(0).choice(len(faces), most, replace=False))
    used, compact = np.unique(faces[origin], return_inverse=True)
    return _Snapped(positions[used], compact.reshape(-1, 3), origin)


def _on_grid(positions: NDArray[np.float64], faces: NDArray[np.integer], cells: int) -> _Snapped:
    """Vertices of one cell become their mean; faces that collapse or repeat another go."""
    places = np.minimum(((positions + 1.0) * (cells / 2)).astype(np.int64), cells - 1)
    keys = (places[:, 0] * cells + places[:, 1]) * cells + places[:, 2]
    _, labels, counts = np.unique(keys, return_inverse=True, return_counts=True)
    snapped = labels[faces]
    alive = (
        (snapped[:, 0] != snapped[:, 1]) & (snapped[:, 1] != snapped[:, 2]) & (snapped[:, 2] != snapped[:, 0])
    ).nonzero()[0]
    origin = alive[_first_of_each(snapped[alive], len(counts))]
    used, compact = np.unique(snapped[origin], return_inverse=True)
    means = np.column_stack([np.bincount(labels, positions[:, axis]) / counts for axis in range(3)])
    return _Snapped(means[used], compact.reshape(-1, 3), origin)


def _first_of_each(triangles: NDArray[np.int64], vertices: int) -> NDArray[np.int64]:
    """Indices, ascending, of the first triangle of each set of three corners."""
    low, middle, high = np.sort(triangles, axis=1).T
    pairs = low * vertices + middle
    if vertices >= 2**21:  # three indices no longer fit one int64
        pairs = np.unique(pairs, return_inverse=True)[1]
    return np.sort(np.unique(pairs * vertices + high, return_index=True)[1])
