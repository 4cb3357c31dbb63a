"""Free forms in metres, y up, front to +z: tubes along curves, bodies of sections, extruded outlines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import trimesh
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.solids import Part, ball, lying, turned

Points = Sequence[tuple[float, ...] | NDArray[np.float64]] | NDArray[np.float64]


def chance(g: Generator, share: float = 0.5) -> bool:
    """True in `share` of the draws."""
    return bool(g.random() < share)


def egg(a: float, b: float, c: float, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """An ellipsoid of half axes a, b, c about (x, y, z)."""
    return ball(1, x, y, z, (a, b, c))


def mirrored(*parts: Part) -> list[Part]:
    """The parts and their mirror images in the plane x = 0."""
    images = [part.copy() for part in parts]
    for image in images:
        image.apply_transform(np.diag([-1.0, 1, 1, 1]))
    return [*parts, *images]


def rolling(r: float, wide: float, zs: Sequence[float], x: float) -> list[Part]:
    """Pairs of wheels with hubs, rolling along z."""
    return [lying(s, w, side, r, z) for z in zs for side in (x, -x) for s, w in ((r, wide), (r * 0.45, wide * 1.25))]


def smooth(points: Points, closed: bool = True, times: int = 2) -> NDArray[np.float64]:
    """A polyline with its corners cut `times` times (Chaikin's subdivision); open ones keep their ends."""
    line = np.asarray(points, float)
    for _ in range(times):
        after = np.roll(line, -1, axis=0)
        cut = np.stack([0.75 * line + 0.25 * after, 0.25 * line + 0.75 * after], axis=1).reshape(-1, line.shape[1])
        line = cut if closed else np.concatenate([line[:1], cut[1:-3], line[-1:]])
    return line


def symmetric(profile: Points) -> list[tuple[float, float]]:
    """The closed outline of (half width, height) pairs, from the bottom upwards."""
    right = [(float(w), float(y)) for w, y in profile]
    return right + [(-w, y) for w, y in reversed(right) if w > 0]


def loft(rings: NDArray[np.float64]) -> Part:
    """A closed skin over `rings`, (count, sides, 3), with flat ends."""
    count, sides = rings.shape[:2]
    vertices = np.concatenate([rings.reshape(-1, 3), rings[0].mean(0, keepdims=True), rings[-1].mean(0, keepdims=True)])
    faces: list[tuple[int, int, int]] = []
    for i in range(count - 1):
        for j in range(sides):
            a, b = i * sides + j, i * sides + (j + 1) % sides
            faces += [(a, b, b + sides), (a, b + sides, a + sides)]
    for j in range(sides):
        k, first, last = (j + 1) % sides, count * sides, (count - 1) * sides
        faces += [(k, j, first), (last + j, last + k, first + 1)]
    return _outwards(vertices, faces)


def tube(points: Points, r: float | Sequence[float], sides: int = 8) -> Part:
    """A round tube along a curve of 3D points; `r` is its radius, or one radius for each point."""
    path = np.asarray(points, float)
    radii = np.broadcast_to(np.asarray(r, float), len(path))
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-12
    side = np.eye(3)[np.argmin(np.abs(along[0]))]
    angles = np.arange(sides)[:, None] * 2 * math.pi / sides
    rings = []
    for centre, tangent, radius in zip(path, along, radii, strict=True):
        side = side - tangent * (side @ tangent)  # carried along the curve, so that the tube does not twist
        side = side / (np.linalg.norm(side) + 1e-12)
        up = np.cross(tangent, side)
        rings.append(centre + radius * (np.cos(angles) * side + np.sin(angles) * up))
    return loft(np.array(rings))


def body(sections: Sequence[tuple[float, ...]], power: float = 2.0, sides: int = 16) -> Part:
    """A body along z of sections (z, half width, half height, height of the centre).

    Sections are superellipses: `power` 2 is an ellipse, 4 is nearly a box.
    """
    angles = np.arange(sides) * 2 * math.pi / sides
    x, y = (np.sign(f(angles)) * np.abs(f(angles)) ** (2 / power) for f in (np.cos, np.sin))
    return loft(np.array([np.stack([w * x, c + h * y, np.full(sides, z)], axis=1) for z, w, h, c in sections]))


def slab(outline: Points, thick: float, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """A plate cut to a simple outline of (x, y) points, `thick` along z and centred on it, moved by (x, y, z)."""
    flat = np.asarray(outline, float)
    n = len(flat)
    half = np.full((n, 1), thick / 2)
    vertices = np.concatenate([np.hstack([flat, half]), np.hstack([flat, -half])]) + np.array((x, y, z))
    front, after = _ears(flat), np.roll(np.arange(n), -1)
    faces = [*front, *[(c + n, b + n, a + n) for a, b, c in front]]
    for i, j in enumerate(map(int, after)):
        a, b = (i, j) if _area(flat) > 0 else (j, i)
        faces += [(a, a + n, b), (b, a + n, b + n)]
    return trimesh.Trimesh(vertices, faces, process=False)


def plate(outline: Points, thick: float, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """A plate cut to an outline of (x, z) points, lying on height y."""
    return turned(slab(outline, thick), (90, 0, 0), (x, y + thick / 2, z))


def upright(outline: Points, thick: float, x: float = 0, y: float = 0, lean: float = 0) -> Part:
    """A plate cut to a side view, an outline of (z, height) points, `thick` along x; `lean` degrees outwards."""
    return turned(slab(np.asarray(outline, float) * (-1, 1), thick), (0, 90, -lean), (x, y, 0))


def sector(r: float, inner: float, start: float, end: float, thick: float, x: float = 0, y: float = 0) -> Part:
    """A flat piece of a ring between two angles, in degrees."""
    return slab([*arc(r, start, end, 16), *arc(inner, end, start, 16)], thick, x, y)


def arc(r: float, start: float, end: float, count: int = 12) -> NDArray[np.float64]:
    """Points of a circle about the origin from `start` to `end` degrees, (count, 2)."""
    angles = np.radians(np.linspace(start, end, count))
    return r * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def _area(flat: NDArray[np.float64]) -> float:
    after = np.roll(flat, -1, axis=0)
    return float((flat[:, 0] * after[:, 1] - flat[:, 1] * after[:, 0]).sum() / 2)


def _ears(flat: NDArray[np.float64]) -> list[tuple[int, int, int]]:
    """Triangles of a simple polygon, counter-clockwise, by cutting ears."""
    left = list(range(len(flat)))[:: 1 if _area(flat) > 0 else -1]
    faces = []
    while len(left) > 3:
        corner = next((k for k in range(len(left)) if _is_ear(flat, left, k)), 0)
        faces.append((left[corner - 1], left[corner], left[(corner + 1) % len(left)]))
        left.pop(corner)
    return [*faces, (left[0], left[1], left[2])]


def _is_ear(flat: NDArray[np.float64], left: list[int], k: int) -> bool:
    names = (left[k - 1], left[k], left[(k + 1) % len(left)])
    a, b, c = flat[list(names)]
    if _cross(b - a, c - b) <= 1e-12:
        return False
    rest = flat[[i for i in left if i not in names]]
    inside = np.all([_cross(q - p, rest - p) > 1e-12 for p, q in ((a, b), (b, c), (c, a))], axis=0)
    return not inside.any()


def _cross(one: Any, other: Any) -> Any:
    return one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0]


def _outwards(vertices: NDArray[np.float64], faces: list[tuple[int, int, int]]) -> Part:
    part = trimesh.Trimesh(vertices, faces, process=False)
    if part.volume < 0:
        part.invert()
    return part
