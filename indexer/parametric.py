"""Forty and more kinds of things built from simple solids, y up, front to +z: a small world to try the search on.

Each kind is a function of a random generator that returns its parts as triangle meshes in metres.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import trimesh
from numpy.random import Generator
from trimesh import creation
from trimesh.transformations import rotation_matrix

Part = Any  # trimesh.Trimesh
Kind = Callable[[Generator], list[Part]]


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


def chair(g: Generator) -> list[Part]:
    w, h = g.uniform(0.4, 0.5), g.uniform(0.42, 0.5)
    return [*legs(w, w, h, 0.02), box(w, 0.04, w, y=h), box(w, g.uniform(0.35, 0.6), 0.03, y=h, z=-w / 2)]


def armchair(g: Generator) -> list[Part]:
    w = g.uniform(0.75, 0.95)
    arms = [box(0.14, 0.6, w, x, 0) for x in (-w / 2, w / 2)]
    return [box(w, 0.42, w), box(w, g.uniform(0.8, 1.0), 0.18, z=-w / 2), *arms]


def stool(g: Generator) -> list[Part]:
    h, r = g.uniform(0.45, 0.8), g.uniform(0.16, 0.2)
    return [*legs(r * 1.6, r * 1.6, h, 0.018), rod(r, 0.05, y=h), ring(r * 0.8, 0.012, y=h * 0.4, axis="y")]


def bench(g: Generator) -> list[Part]:
    w = g.uniform(1.2, 1.8)
    return [box(w, 0.05, 0.4, y=0.42), box(0.08, 0.42, 0.36, -w * 0.4), box(0.08, 0.42, 0.36, w * 0.4)]


def table(g: Generator) -> list[Part]:
    w, d, h = g.uniform(1.0, 2.0), g.uniform(0.6, 1.0), g.uniform(0.7, 0.78)
    return [box(w, 0.04, d, y=h), *legs(w * 0.95, d * 0.95, h, 0.03)]


def round_table(g: Generator) -> list[Part]:
    r = g.uniform(0.4, 0.7)
    return [rod(r, 0.04, y=0.72), rod(0.05, 0.72), rod(r * 0.6, 0.03)]


def desk(g: Generator) -> list[Part]:
    w = g.uniform(1.2, 1.6)
    drawers = [box(0.36, 0.2, 0.02, w / 2 - 0.2, y, 0.31) for y in (0.05, 0.28, 0.5)]
    return [box(w, 0.04, 0.65, y=0.72), box(0.4, 0.72, 0.6, w / 2 - 0.2), box(0.04, 0.72, 0.6, -w / 2 + 0.02), *drawers]


def sofa(g: Generator) -> list[Part]:
    w = g.uniform(1.7, 2.4)
    cushions = [box(w * 0.42, 0.12, 0.6, x, 0.4, 0.08) for x in (-w * 0.22, w * 0.22)]
    arms = [box(0.18, 0.6, 0.9, x) for x in (-w / 2, w / 2)]
    return [box(w, 0.4, 0.9), box(w, 0.85, 0.22, z=-0.4), *arms, *cushions]


def bed(g: Generator) -> list[Part]:
    w = g.uniform(0.9, 1.8)
    pillows = [ball(0.22, x, 0.58, -0.75, (1, 0.35, 0.7)) for x in ((-w / 4, w / 4) if w > 1.3 else (0,))]
    return [
        box(w, 0.3, 2.0, y=0.15),
        box(w * 0.96, 0.15, 1.9, y=0.42),
        box(w, g.uniform(0.8, 1.1), 0.06, z=-1.0),
        *pillows,
    ]


def wardrobe(g: Generator) -> list[Part]:
    w, h = g.uniform(0.9, 1.6), g.uniform(1.8, 2.2)
    doors = [box(w * 0.46, h * 0.94, 0.02, x, 0.05, 0.31) for x in (-w * 0.24, w * 0.24)]
    return [box(w, h, 0.6), *doors, *[ball(0.02, x, h / 2, 0.34) for x in (-0.05, 0.05)]]


def bookshelf(g: Generator) -> list[Part]:
    w, h, n = g.uniform(0.7, 1.1), g.uniform(1.4, 2.1), int(g.integers(4, 7))
    boards = [box(w, 0.03, 0.3, y=i * (h - 0.03) / n) for i in range(n + 1)]
    return [*boards, box(0.03, h, 0.3, -w / 2), box(0.03, h, 0.3, w / 2), box(w, h, 0.01, z=-0.15)]


def floor_lamp(g: Generator) -> list[Part]:
    h = g.uniform(1.4, 1.8)
    return [rod(0.15, 0.03), rod(0.015, h), rod(g.uniform(0.18, 0.25), 0.25, y=h, top=0.1)]


def table_lamp(g: Generator) -> list[Part]:
    h = g.uniform(0.2, 0.35)
    return [ball(0.09, y=0.09), rod(0.012, h, y=0.1), rod(g.uniform(0.14, 0.2), 0.18, y=h, top=0.09)]


def door(g: Generator) -> list[Part]:
    w = g.uniform(0.8, 1.0)
    return [
        box(w, 2.0, 0.05),
        box(w + 0.2, 0.08, 0.1, y=2.0),
        *[box(0.08, 2.0, 0.1, x) for x in (-w / 2, w / 2)],
        ball(0.03, w * 0.4, 1, 0.05),
    ]


def window(g: Generator) -> list[Part]:
    w, h = g.uniform(0.8, 1.4), g.uniform(1.0, 1.5)
    bars = [box(0.07, h, 0.07, x) for x in (-w / 2, 0, w / 2)]
    return [*bars, *[box(w, 0.07, 0.07, y=y) for y in (0, h / 2, h - 0.07)]]


def staircase(g: Generator) -> list[Part]:
    n = int(g.integers(6, 12))
    return [box(1.0, 0.17 * (i + 1), 0.28, z=-0.28 * i) for i in range(n)]


def ladder(g: Generator) -> list[Part]:
    n = int(g.integers(6, 10))
    return [box(0.05, n * 0.28 + 0.2, 0.04, x) for x in (-0.2, 0.2)] + [
        lying(0.015, 0.4, y=0.28 * (i + 0.6)) for i in range(n)
    ]


def fence(g: Generator) -> list[Part]:
    n = int(g.integers(7, 12))
    rails = [box(n * 0.15, 0.06, 0.03, y=y, z=0.02) for y in (0.25, 0.75)]
    return rails + [box(0.08, 1.0, 0.02, (i - (n - 1) / 2) * 0.15) for i in range(n)]


def house(g: Generator) -> list[Part]:
    w, h, d = g.uniform(6, 9), g.uniform(3, 5), g.uniform(6, 8)
    roof = creation.cone(radius=w * 0.85, height=w * 0.45, sections=4)
    roof = turned(turned(roof, (-90, 0, 0)), (0, 45, 0), (0, h, 0))
    return [box(w, h, d), roof, box(1.0, 2.1, 0.1, z=d / 2), box(0.7, w * 0.4, 0.7, w * 0.25, h)]


def tower(g: Generator) -> list[Part]:
    h = g.uniform(12, 20)
    teeth = [
        box(0.8, 1.0, 0.8, 3 * math.cos(a), h + 0.8, 3 * math.sin(a))
        for a in np.linspace(0, 2 * math.pi, 8, endpoint=False)
    ]
    return [rod(2.8, h, top=2.6), rod(3.5, 0.9, y=h), *teeth]


def bridge(g: Generator) -> list[Part]:
    w = g.uniform(12, 18)
    arch = creation.annulus(w * 0.36, w * 0.45, 3, sections=48)
    arch.vertices[:, 1] = np.maximum(arch.vertices[:, 1], 0)
    return [
        arch,
        box(w, 0.6, 3.4, y=w * 0.44),
        *[box(w, 0.8, 0.2, y=w * 0.47, z=z) for z in (-1.6, 1.6)],
    ]


def column(g: Generator) -> list[Part]:
    h = g.uniform(3, 5)
    return [box(1.1, 0.25, 1.1), rod(0.42, h, y=0.25, top=0.34), box(1.0, 0.25, 1.0, y=h + 0.25)]


def pyramid(g: Generator) -> list[Part]:
    return [turned(creation.cone(radius=1, height=g.uniform(0.7, 1.2), sections=4), (-90, 0, 0))]


def bottle(g: Generator) -> list[Part]:
    r, h = g.uniform(0.035, 0.05), g.uniform(0.16, 0.22)
    return [lathe([(0, 0), (r, 0), (r, h), (0.013, h + 0.05), (0.013, h + 0.1), (0, h + 0.1)])]


def mug(g: Generator) -> list[Part]:
    r, h = g.uniform(0.035, 0.045), g.uniform(0.08, 0.11)
    cup = lathe([(0, 0), (r, 0), (r, h), (r * 0.9, h), (r * 0.9, 0.006), (0, 0.006)])
    return [cup, ring(h * 0.28, 0.006, r + h * 0.2, h / 2)]


def bowl(g: Generator) -> list[Part]:
    r = g.uniform(0.08, 0.14)
    curve = [(r * math.sin(a), r * 0.7 * (1 - math.cos(a))) for a in np.linspace(0, math.pi / 2, 9)]
    return [lathe([*curve, *[(x * 0.94, y + 0.004) for x, y in reversed(curve)]])]


def vase(g: Generator) -> list[Part]:
    r, h = g.uniform(0.06, 0.1), g.uniform(0.2, 0.35)
    curve = [(r * (0.6 + 0.4 * math.sin(math.pi * t * 1.3)), h * t) for t in np.linspace(0, 1, 12)]
    return [lathe([(0, 0), *curve, *[(x * 0.9, max(y, 0.01)) for x, y in reversed(curve)], (0, 0.01)])]


def wine_glass(g: Generator) -> list[Part]:
    r, h = g.uniform(0.035, 0.045), g.uniform(0.08, 0.11)
    outer = [(0.004, h), (r * 0.8, h + 0.03), (r, h + 0.06), (r * 0.8, h + 0.11)]
    return [lathe([(0, 0), (0.035, 0), (0.004, 0.006), *outer, *[(x * 0.93, y) for x, y in reversed(outer)]])]


def hammer(g: Generator) -> list[Part]:
    h = g.uniform(0.25, 0.4)
    return [rod(0.013, h), lying(0.022, 0.11, y=h), lying(0.016, 0.05, x=-0.06, y=h, top=0.004)]


def screwdriver(g: Generator) -> list[Part]:
    return [rod(0.004, g.uniform(0.09, 0.16)), rod(0.012, 0.1, y=-0.1), box(0.009, 0.01, 0.002, y=0.12)]


def sword(g: Generator) -> list[Part]:
    h = g.uniform(0.7, 1.0)
    tip = turned(creation.cone(radius=0.028, height=0.1, sections=4), (-90, 0, 0), (0, h + 0.2, 0))
    return [box(0.045, h, 0.008, y=0.2), tip, box(0.2, 0.025, 0.03, y=0.18), rod(0.014, 0.18), ball(0.022, y=0)]


def axe(g: Generator) -> list[Part]:
    h = g.uniform(0.5, 0.8)
    blade = turned(creation.cone(radius=0.11, height=0.16, sections=3), (0, 90, 0), (0.0, h - 0.08, 0))
    blade.apply_scale((1, 1, 0.25))
    return [rod(0.015, h), blade]


def gear(g: Generator) -> list[Part]:
    n, r = int(g.integers(10, 20)), 0.05
    teeth = [turned(box(0.6 * math.pi * r / n, 0.014, 0.012, y=r - 0.003), (0, 0, 360 * i / n)) for i in range(n)]
    return [creation.annulus(r * 0.25, r, 0.012), *teeth]


def bolt(g: Generator) -> list[Part]:
    r, h = g.uniform(0.003, 0.006), g.uniform(0.02, 0.05)
    head = turned(creation.cylinder(radius=r * 1.9, height=r * 1.4, sections=6), (90, 0, 0), (0, h + r * 0.7, 0))
    return [rod(r, h), head, *[ring(r, r * 0.12, y=r * 0.5 * i, axis="y") for i in range(1, int(h / r / 0.7))]]


def nut(g: Generator) -> list[Part]:
    return [turned(creation.annulus(0.005, 0.009, g.uniform(0.005, 0.008), sections=6), (90, 0, 0))]


def pipe(g: Generator) -> list[Part]:
    h = g.uniform(0.4, 1.0)
    flanges = [turned(creation.annulus(0.05, 0.09, 0.015), (90, 0, 0), (0, y, 0)) for y in (0, h)]
    return [turned(creation.annulus(0.05, 0.06, h), (90, 0, 0), (0, h / 2, 0)), *flanges]


def car(g: Generator) -> list[Part]:
    w = g.uniform(3.8, 4.8)
    cabin = creation.box((w * 0.5, 0.55, 1.45))
    cabin.vertices[cabin.vertices[:, 1] > 0] *= (0.75, 1, 0.9)
    cabin.apply_translation((-0.1, 1.15, 0))
    return [box(w, 0.55, 1.7, y=0.35), cabin, *wheels(0.33, 0.2, [-w * 0.3, w * 0.3], 0.8)]


def truck(g: Generator) -> list[Part]:
    w = g.uniform(4, 6)
    return [
        box(w, 2.2, 2.2, -0.6, 0.9),
        box(1.6, 1.9, 2.1, w / 2 + 0.4, 0.6),
        *wheels(0.5, 0.3, [-w * 0.4, -w * 0.2, w / 2 + 0.3], 0.95),
    ]


def bus(g: Generator) -> list[Part]:
    w = g.uniform(9, 12)
    windows = [box(0.9, 0.8, 2.56, x, 1.6) for x in np.arange(-w / 2 + 1, w / 2 - 0.5, 1.25)]
    return [box(w, 2.6, 2.5, y=0.4), *windows, *wheels(0.5, 0.3, [-w * 0.33, w * 0.35], 1.1)]


def bicycle(g: Generator) -> list[Part]:
    r = g.uniform(0.3, 0.36)
    tubes = [
        ((-0.5, r), (-0.1, 0.75)),
        ((-0.1, 0.75), (0.4, 0.8)),
        ((0.4, 0.8), (0.55, r)),
        ((-0.1, 0.75), (0.0, 0.3)),
        ((0.0, 0.3), (0.4, 0.8)),
        ((-0.5, r), (0.0, 0.3)),
        ((0.4, 0.8), (0.36, 1.0)),
    ]
    frame = [creation.cylinder(radius=0.016, segment=[(*a, 0), (*b, 0)], sections=12) for a, b in tubes]
    bar = turned(rod(0.014, 0.5, y=-0.25), (90, 0, 0), (0.36, 1.0, 0))
    return [ring(r, 0.02, -0.5, r), ring(r, 0.02, 0.55, r), *frame, bar, box(0.24, 0.05, 0.12, -0.13, 0.8)]


def airplane(g: Generator) -> list[Part]:
    w = g.uniform(10, 16)
    body = ball(1, 0, 1.5, 0, (w / 2, 0.8, 0.8))
    tail = [box(1.2, 2.0, 0.15, -w * 0.45, 1.7), box(1.0, 0.12, 4.0, -w * 0.45, 1.7)]
    return [
        body,
        box(1.8, 0.15, g.uniform(11, 16), 0.5, 1.4),
        *tail,
        *[lying(0.4, 1.6, 1.0, 1.1, z) for z in (-2.6, 2.6)],
    ]


def rocket(g: Generator) -> list[Part]:
    h = g.uniform(6, 9)
    fins = [turned(box(1.6, 1.6, 0.1, 0.7), (0, 90 * i, 0)) for i in range(4)]
    return [lathe([(0, 0), (0.6, 0), (0.6, h), (0.35, h + 1.0), (0, h + 1.8)]), *fins, rod(0.5, 0.4, y=-0.4, top=0.3)]


def boat(g: Generator) -> list[Part]:
    w = g.uniform(4, 7)
    hull = ball(1, 0, 0, 0, (w / 2, 0.9, w * 0.17))
    hull.vertices[:, 1] = np.minimum(hull.vertices[:, 1], 0.2)
    sail = trimesh.Trimesh([(0.1, 0.6, 0), (0.1, w * 0.9, 0), (-w * 0.4, 0.6, 0.1)], [(0, 1, 2)], process=False)
    return [hull, rod(0.05, w, y=-0.2), sail, box(w * 0.3, 0.4, w * 0.15, -w * 0.1, 0.1)]


def train(g: Generator) -> list[Part]:
    w = g.uniform(5, 7)
    xs = [-w * 0.35, -w * 0.1, w * 0.15, w * 0.4]
    return [
        lying(0.9, w * 0.65, w * 0.15, 1.9),
        box(w * 0.3, 2.4, 2.0, -w * 0.35, 0.9),
        box(w, 0.3, 2.0, y=0.8),
        rod(0.2, 0.9, w * 0.38, 2.6, top=0.3),
        *wheels(0.5, 0.15, xs, 0.85),
    ]


def pine_tree(g: Generator) -> list[Part]:
    h, n = g.uniform(4, 8), int(g.integers(3, 6))
    cones = [rod(h * 0.25 * (1 - i / (n + 1)), h * 0.35, y=h * (0.2 + 0.6 * i / n), top=0.01) for i in range(n)]
    return [rod(h * 0.03, h * 0.3), *cones]


def tree(g: Generator) -> list[Part]:
    h = g.uniform(4, 7)
    crown = [ball(h * g.uniform(0.16, 0.22), *(g.uniform(-0.14, 0.14, 3) * h + (0, h * 0.75, 0))) for _ in range(5)]
    return [rod(h * 0.05, h * 0.6, top=h * 0.03), *crown]


def cactus(g: Generator) -> list[Part]:
    h = g.uniform(1.2, 2.2)
    arms = [
        part
        for x in (-0.4, 0.4)
        for part in (lying(0.1, 0.4, x / 2, h * 0.45), rod(0.1, h * 0.3, x, h * 0.43), ball(0.1, x, h * 0.73))
    ]
    return [rod(0.16, h), ball(0.16, y=h), *arms]


def mushroom(g: Generator) -> list[Part]:
    r = g.uniform(0.05, 0.09)
    return [
        rod(r * 0.3, r * 1.4, top=r * 0.25),
        lathe([(0, r * 1.2), (r, r * 1.2), (r * 0.85, r * 1.6), (r * 0.4, r * 1.95), (0, r * 2)]),
    ]


def snowman(g: Generator) -> list[Part]:
    nose = turned(rod(0.04, 0.25, top=0.002), (90, 0, 0), (0, 1.55, 0.18))
    return [
        ball(0.5, y=0.45),
        ball(0.36, y=1.1),
        ball(0.25, y=1.55),
        nose,
        rod(0.2, 0.3, y=1.72),
        rod(0.32, 0.03, y=1.72),
    ]


def person(g: Generator) -> list[Part]:
    h = g.uniform(0.9, 1.1)
    limbs = [rod(0.09, 0.85 * h, x) for x in (-0.11, 0.11)] + [
        turned(rod(0.055, 0.65 * h), (0, 0, a), (x, 0.85 * h, 0)) for a, x in ((12, -0.22), (-12, 0.22))
    ]
    return [*limbs, ball(0.3, y=1.15 * h, scale=(0.75, 1.05, 0.5)), ball(0.13, y=1.65 * h), rod(0.05, 0.2, y=1.4 * h)]


def dog(g: Generator) -> list[Part]:
    w = g.uniform(0.5, 0.9)
    tail = turned(rod(0.02, 0.35 * w), (0, 0, 40), (-w * 0.5, w * 0.6, 0))
    head = [ball(w * 0.16, w * 0.58, w * 0.85), lying(w * 0.07, w * 0.25, w * 0.72, w * 0.8)]
    ears = [ball(w * 0.06, w * 0.52, w * 1.02, z, (0.6, 1.4, 0.5)) for z in (-w * 0.1, w * 0.1)]
    return [
        ball(w * 0.5, 0, w * 0.6, 0, (1, 0.42, 0.4)),
        *legs(w * 0.8, w * 0.3, w * 0.55, w * 0.05),
        *head,
        *ears,
        tail,
    ]


def fish(g: Generator) -> list[Part]:
    w = g.uniform(0.2, 0.5)
    tail = trimesh.Trimesh(
        [(-w * 0.4, 0, 0), (-w * 0.75, w * 0.25, 0), (-w * 0.65, 0, 0), (-w * 0.75, -w * 0.25, 0)],
        [(0, 1, 2), (0, 2, 3)],
        process=False,
    )
    fin = trimesh.Trimesh(
        [(0, w * 0.2, 0), (-w * 0.25, w * 0.36, 0), (-w * 0.2, w * 0.15, 0)], [(0, 1, 2)], process=False
    )
    return [ball(w * 0.5, scale=(1, 0.5, 0.25)), tail, fin]


def dumbbell(g: Generator) -> list[Part]:
    r = g.uniform(0.05, 0.09)
    return [lying(0.015, 0.3), *[lying(r, 0.07, x) for x in (-0.14, 0.14)]]


def book(g: Generator) -> list[Part]:
    w, t = g.uniform(0.12, 0.18), g.uniform(0.02, 0.05)
    return [
        box(w, 0.003, w * 1.4),
        box(w, 0.003, w * 1.4, y=t),
        box(w * 0.96, t, w * 1.36, 0.002),
        box(0.003, t, w * 1.4, -w / 2),
    ]


def monitor(g: Generator) -> list[Part]:
    w = g.uniform(0.45, 0.7)
    return [
        box(w, w * 0.58, 0.03, y=0.12),
        box(w * 0.95, w * 0.52, 0.01, y=0.135, z=0.018),
        box(0.05, 0.16, 0.03, z=-0.03),
        rod(0.11, 0.015),
    ]


def laptop(g: Generator) -> list[Part]:
    w = g.uniform(0.3, 0.38)
    return [box(w, 0.015, w * 0.68), turned(box(w, w * 0.65, 0.008), (-g.uniform(8, 25), 0, 0), (0, 0.015, -w * 0.34))]


def clock(g: Generator) -> list[Part]:
    r = g.uniform(0.1, 0.2)
    hands = [turned(box(0.01, size * r, 0.006, z=0.03), (0, 0, float(g.uniform(0, 360)))) for size in (0.5, 0.8)]
    return [turned(rod(r, 0.03, y=-0.015), (90, 0, 0)), ring(r, 0.015), *hands]


def umbrella(g: Generator) -> list[Part]:
    r = g.uniform(0.5, 0.7)
    curve = [(r * math.sin(a), r * 0.7 * math.cos(a) + 0.5) for a in np.linspace(0, math.pi / 2.2, 8)]
    return [lathe(curve), rod(0.01, 0.5 + r * 0.75), ring(0.05, 0.012, 0.05, 0)]


def candle(g: Generator) -> list[Part]:
    h = g.uniform(0.08, 0.2)
    return [
        rod(0.025, h),
        rod(0.002, 0.015, y=h),
        ball(0.008, y=h + 0.022, scale=(1, 1.9, 1)),
        rod(0.05, 0.01, y=-0.01),
    ]


KINDS: dict[str, Kind] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        chair, armchair, stool, bench, table, round_table, desk, sofa, bed, wardrobe, bookshelf, floor_lamp, table_lamp,
        door, window, staircase, ladder, fence, house, tower, bridge, column, pyramid, bottle, mug, bowl, vase,
        wine_glass, hammer, screwdriver, sword, axe, gear, bolt, nut, pipe, car, truck, bus, bicycle, airplane, rocket,
        boat, train, pine_tree, tree, cactus, mushroom, snowman, person, dog, fish, dumbbell, book, monitor, laptop,
        clock, umbrella, candle,
    )
}  # fmt: skip
