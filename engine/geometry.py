"""What a shape is: checked triangles or points, with a known up axis."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.errors import EmptyShape, LimitExceeded

UP_AXES = ("y", "z")


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
        x, y, z = (float(side) for side in np.ptp(self.upright(), axis=0))
        return x, y, z

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
    # Coordinates near the end of float's range overflow in the first product.
    finite: NDArray[np.bool_] = np.all(np.isfinite(points) & (np.abs(points) < 1e30), axis=1)
    if faces is not None and len(triangles):
        return _checked_mesh(points, triangles, finite, colours, up)
    if faces is not None or not finite.any():
        raise EmptyShape("it holds no finite faces or points.")
    kept = None if colours is None or len(colours) != len(points) else np.ascontiguousarray(colours[finite, :3])
    return Shape(np.ascontiguousarray(points[finite]), np.zeros((0, 3), np.int32), kept, up)


def _checked_mesh(points: NDArray, triangles: NDArray, finite: NDArray, colours: NDArray | None, up: str) -> Shape:
    good: NDArray[np.bool_] = np.all((triangles >= 0) & (triangles < len(points)), axis=1)
    good[good] = finite[triangles[good]].all(axis=1)
    if not good.any():
        raise EmptyShape("none of its faces points to finite vertices.")
    used, compact = np.unique(triangles[good], return_inverse=True)
    kept = None if colours is None or len(colours) != len(triangles) else np.ascontiguousarray(colours[good, :3])
    vertices = np.ascontiguousarray(points[used])
    if not np.ptp(vertices, axis=0).any():
        raise EmptyShape("all its vertices are one point.")
    return Shape(vertices, np.ascontiguousarray(compact.reshape(-1, 3), dtype=np.int32), kept, up)
