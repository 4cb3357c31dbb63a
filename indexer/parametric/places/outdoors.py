"""Buildings, vehicles, plants and animals."""

from __future__ import annotations

import math

import numpy as np
import trimesh
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, legs, lying, ring, rod, turned, wheels


def staircase(g: Generator) -> list[Part]:
    n = int(g.integers(6, 12))
    return [box(1.0, 0.17 * (i + 1), 0.28, z=-0.28 * i) for i in range(n)]


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
    r, small, hat = g.uniform(0.42, 0.55), g.uniform(0.22, 0.28), g.uniform(0.2, 0.4)
    chest, head = 1.95 * r + 0.22, 1.95 * r + 0.5 + small
    nose = turned(rod(0.04, g.uniform(0.18, 0.3), top=0.002), (90, 0, 0), (0, head, small * 0.8))
    parts = [ball(r, y=r * 0.9), ball(r * 0.72, y=chest), ball(small, y=head), nose]
    parts += [ball(0.03, x, head + 0.08, small * 0.9) for x in (-0.09, 0.09)]
    parts += [ball(0.03, 0, chest + y, r * 0.7) for y in (-0.1, 0.04, 0.18)[: int(g.integers(2, 4))]]
    if g.random() < 0.75:
        parts += [rod(small * 0.8, hat, y=head + small * 0.7), rod(small * 1.3, 0.03, y=head + small * 0.7)]
    if g.random() < 0.6:  # arms of twigs
        parts += [turned(rod(0.02, 0.6), (0, 0, a), (x, chest, 0)) for x, a in ((0.28, -60), (-0.28, 60))]
    return parts


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


KINDS = kinds_of(
    staircase,
    fence,
    house,
    tower,
    bridge,
    column,
    pyramid,
    car,
    truck,
    bus,
    bicycle,
    airplane,
    rocket,
    boat,
    train,
    pine_tree,
    tree,
    cactus,
    mushroom,
    snowman,
    person,
    dog,
    fish,
)
