"""What a shape is: checked triangles or points, with a known up axis."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.errors import EmptyShape, LimitExceeded

UP_AXES = ("y", "z")


@dataclass(frozen=True)
class Box:
    """An axis-aligned box in a scene's own units and axes, by its lowest and highest corner."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]

    def corners(self) -> list[list[float]]:
        """[lowest, highest] as plain lists."""
        return [list(self.low), list(self.high)]

    def to_json(self) -> str:
        """As the catalog keeps it."""
        return json.dumps(self.corners())

    @classmethod
    def from_json(cls, text: str) -> Box | None:
        """What `to_json` wrote; None for the empty text of a shape that is no object of a scene."""
        if not text:
            return None
        low, high = json.loads(text)
        return cls(tuple(low), tuple(high))

    @classmethod
    def of(cls, low: Iterable[float], high: Iterable[float]) -> Box:
        """From corners of any kind, rounded to seven digits of the largest."""
        corners = np.array([list(low), list(high)], np.float64)
        largest = float(np.abs(corners).max())
        digits = 6 - int(np.floor(np.log10(largest))) if largest > 0 else 0
        (x, y, z), (u, v, w) = (np.round(corners, digits) + 0.0).tolist()
        return cls((x, y, z), (u, v, w))


@dataclass(frozen=True)
class Shape:
    """A checked mesh, or a point cloud where `faces` is empty.

    vertices: (V, 3) float64, finite, in the file's own units and axes.
    faces: (F, 3) int32, every index inside `vertices`.
    colours: (F, 3) uint8 for a mesh, (V, 3) uint8 for a cloud, or None.
    up: the axis of `vertices` that points up, "y" or "z".
    """

    vertices: NDArray[np.float64]
    faces: NDArray[np.int32]
    colours: NDArray[np.uint8] | None = None
    up: str = "y"

    @property
    def is_cloud(self) -> bool:
        """True for a point cloud."""
        return len(self.faces) == 0

    @property
    def extents(self) -> tuple[float, float, float]:
        """(width, height, depth) of the bounding box in file units; height runs along the up axis."""
        x, y, z = (float(side) for side in np.ptp(self.vertices, axis=0))
        return (x, y, z) if self.up == "y" else (x, z, y)

    def upright(self) -> NDArray[np.float64]:
        """The vertices turned so that y points up and z to the front, (V, 3) float64."""
        if self.up == "y":
            return self.vertices
        return np.column_stack([self.vertices[:, 0], self.vertices[:, 2], -self.vertices[:, 1]])

    def with_up(self, up: str) -> Shape:
        """The same shape read with another up axis."""
        return replace(self, up=up)


def checked_shape(
    vertices: NDArray[np.floating],
    faces: NDArray[np.integer] | None = None,
    colours: NDArray[np.uint8] | None = None,
    up: str = "y",
    max_faces: int | None = None,
) -> Shape:
    """Build a Shape that is safe to rasterise: finite used vertices, faces that point inside.

    vertices (V, 3) any float; faces (F, 3) any integer or None for a cloud; colours per face (mesh) or point (cloud).
    Faces with a bad index or a vertex that is not finite are dropped, as are vertices that no face uses.
    Raises EmptyShape when nothing is left, LimitExceeded above `max_faces` (faces or points).
    """
    if up not in UP_AXES:
        raise ValueError(f"up must be one of {UP_AXES}, not {up!r}")
    points = np.asarray(vertices, dtype=np.float64).reshape(-1, 3)
    triangles = np.zeros((0, 3), np.int64) if faces is None else np.asarray(faces, np.int64).reshape(-1, 3)
    size = len(triangles) or len(points)
    if max_faces is not None and size > max_faces:
        raise LimitExceeded(
            f"it has {size:,} {'faces' if len(triangles) else 'points'}, more than the {max_faces:,} allowed.",
            "Raise SHAPESEEK_MAX_FACES or decimate it.",
        )
    finite = _finite(points)
    if faces is not None and len(triangles):
        return _checked_mesh(points, triangles, finite, colours, up)
    if faces is not None or not finite.any():
        raise EmptyShape("it holds no finite faces or points.")
    kept = None if colours is None or len(colours) != len(points) else np.ascontiguousarray(colours[finite, :3])
    return Shape(np.ascontiguousarray(points[finite]), np.zeros((0, 3), np.int32), kept, up)


def _finite(points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(V,) bool: points whose coordinates are numbers that can be multiplied; large clouds cost no temporary copies."""
    if (
        len(points)
        and np.isfinite(points.min())
        and np.isfinite(points.max())
        and max(-points.min(), points.max()) < 1e30
    ):
        return np.ones(len(points), bool)
    return np.all(np.isfinite(points) & (np.abs(points) < 1e30), axis=1)


def _checked_mesh(points: NDArray, triangles: NDArray, finite: NDArray, colours: NDArray | None, up: str) -> Shape:
    good = _inside(triangles, len(points))
    if not finite.all():
        good[good] = finite[triangles[good]].all(axis=1)
    if not good.any():
        raise EmptyShape("none of its faces points to finite vertices.")
    if not good.all():
        triangles = triangles[good]
    kept = None if colours is None or len(colours) != len(good) else np.ascontiguousarray(colours[good, :3])
    vertices, faces = _without_unused(points, triangles)
    if not np.ptp(vertices, axis=0).any():
        raise EmptyShape("all its vertices are one point.")
    return Shape(vertices, faces, kept, up)


def _inside(triangles: NDArray, count: int) -> NDArray[np.bool_]:
    """(F,) bool: faces whose indices all point to one of `count` vertices."""
    if len(triangles) and triangles.min() >= 0 and triangles.max() < count:
        return np.ones(len(triangles), bool)
    return np.all((triangles >= 0) & (triangles < count), axis=1)


def _without_unused(points: NDArray, triangles: NDArray) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    used = np.zeros(len(points), bool)
    used[triangles.reshape(-1)] = True
    if used.all():
        return np.ascontiguousarray(points), np.ascontiguousarray(triangles, np.int32)
    place = np.cumsum(used, dtype=np.int32) - np.int32(1)
    return np.ascontiguousarray(points[used]), np.ascontiguousarray(place[triangles])
