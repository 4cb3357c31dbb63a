"""Simple solids in metres, y up, front to +z: what the sample shapes are put together from."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator
from trimesh import creation
from trimesh.transformations import rotation_matrix

Part = Any  # a trimesh.Trimesh, whose own types are loose
Kind = Callable[[Generator], list[Part]]


def kinds_of(*builders: Kind) -> dict[str, Kind]:
    """Builders by the names of what they build."""
    return {builder.__name__.replace("_", " "): builder for builder in builders}


def joined(*groups: dict[str, Kind]) -> dict[str, Kind]:
    """The kinds of all groups; raises ValueError where two have one name."""
    together = {name: kind for group in groups for name, kind in group.items()}
    if len(together) < sum(map(len, groups)):
        raise ValueError("two kinds have one name")
    return together


def box(w: float, h: float, d: float, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """A box w x h x d standing on height y, centred on x and z."""
    part = creation.box((w, h, d))
    part.apply_translation((x, y + h / 2, z))
    return part


def rod(r: float, h: float, x: float = 0, y: float = 0, z: float = 0, top: float | None = None) -> Part:
    """An upright cylinder standing on height y; `top` is another radius at its upper end."""
    return lathe([(0, 0), (r, 0), (r if top is None else top, h), (0, h)], x, y, z)


def lathe(profile: list[tuple[float, float]], x: float = 0, y: float = 0, z: float = 0) -> Part:
    """A profile of (radius, height) turned about the upright axis."""
    part = creation.revolve(np.array(profile), sections=24)
    part.apply_transform(rotation_matrix(-math.pi / 2, (1, 0, 0)))
    part.apply_translation((x, y, z))
    return part


def ball(r: float, x: float = 0, y: float = 0, z: float = 0, scale: tuple[float, float, float] = (1, 1, 1)) -> Part:
    """A ball about (x, y, z), stretched by `scale`."""
    part = creation.icosphere(subdivisions=2, radius=r)
    part.apply_scale(scale)
    part.apply_translation((x, y, z))
    return part


def ring(r: float, thick: float, x: float = 0, y: float = 0, z: float = 0, axis: str = "z") -> Part:
    """A torus about (x, y, z) whose hole looks along `axis`."""
    part = creation.torus(r, thick, major_sections=32, minor_sections=12)
    return turned(part, {"z": (0, 0, 0), "x": (0, 90, 0), "y": (90, 0, 0)}[axis], (x, y, z))


def turned(part: Part, degrees: tuple[float, float, float], to: tuple[float, float, float] = (0, 0, 0)) -> Part:
    """A part turned about x, y, z in turn, then moved."""
    for angle, axis in zip(degrees, np.eye(3), strict=True):
        part.apply_transform(rotation_matrix(math.radians(angle), axis))
    part.apply_translation(to)
    return part


def lying(r: float, length: float, x: float = 0, y: float = 0, z: float = 0, top: float | None = None) -> Part:
    """A cylinder along x, centred on (x, y, z)."""
    return turned(rod(r, length, y=-length / 2, top=top), (0, 0, -90), (x, y, z))


def wheels(r: float, wide: float, xs: list[float], z: float) -> list[Part]:
    """Pairs of wheels rolling along x."""
    return [turned(rod(r, wide, y=-wide / 2), (90, 0, 0), (x, r, side)) for x in xs for side in (z, -z)]


def legs(w: float, d: float, h: float, r: float) -> list[Part]:
    """Four legs under a w x d top."""
    return [rod(r, h, x, 0, z) for x in (-w / 2 + r, w / 2 - r) for z in (-d / 2 + r, d / 2 - r)]


def at(x: float, y: float, z: float, *parts: Part) -> list[Part]:
    """Copies of the parts, moved."""
    return [turned(part.copy(), (0, 0, 0), (x, y, z)) for part in parts]


def around(n: int, *parts: Part, start: float = 0) -> list[Part]:
    """Copies of the parts, `n` times about the upright axis, the first `start` degrees on."""
    return [turned(part.copy(), (0, start + 360 * i / n, 0)) for i in range(n) for part in parts]


def forward(part: Part, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """An upright part laid down so that its upper end looks to +z."""
    return turned(part, (90, 0, 0), (x, y, z))
