"""Machines and fittings of a home."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, legs, lying, ring, rod, turned


def _basin(rings: list[tuple[float, float, float]], power: float = 2.5, z: float = 0) -> Part:
    """A hollow of (height, half width, half depth) rings, outside upwards and inside down again."""
    angles = np.linspace(0, 2 * np.pi, 25)[:-1]
    x, y = (np.sign(f(angles)) * np.abs(f(angles)) ** (2 / power) for f in (np.cos, np.sin))
    return loft(np.array([np.stack([w * x, np.full(24, h), z + d * y], 1) for h, w, d in rings]))


def washing_machine(g: Generator) -> list[Part]:
    h, r = g.uniform(0.8, 0.88), g.uniform(0.15, 0.19)
    y = h * 0.45
    front = [
        ring(r, 0.025, 0, y, 0.3),
        turned(lathe([(0, 0.05), (r * 0.6, 0.04), (r * 0.95, 0)]), (90, 0, 0), (0, y, 0.3)),
        box(0.03, 0.07, 0.03, r * 1.02, y - 0.03, 0.32),
    ]
    panel = [
        box(0.58, 0.1, 0.02, 0, h - 0.13, 0.3),
        box(0.17, 0.08, 0.02, -0.19, h - 0.12, 0.31),
        turned(rod(0.035, 0.03), (90, 0, 0), (float(g.uniform(0, 0.1)), h - 0.08, 0.31)),
    ]
    buttons = [box(0.02, 0.02, 0.015, 0.15 + 0.035 * i, h - 0.09, 0.31) for i in range(int(g.integers(2, 5)))]
    return [box(0.6, h, 0.58), *front, *panel, *buttons, box(0.2, 0.09, 0.01, -0.17, 0.03, 0.295)]


def fridge(g: Generator) -> list[Part]:
    w, h, cut = g.uniform(0.55, 0.7), g.uniform(1.5, 1.9), g.uniform(0.3, 0.7)
    parts = [box(w, h, 0.6, y=0.04), *legs(w * 0.9, 0.5, 0.05, 0.03)]
    if w > 0.62 and chance(g):  # two doors side by side
        w *= 1.4
        doors = [box(w * 0.485, h * 0.97, 0.06, s * w * 0.25, 0.07, 0.32) for s in (1, -1)]
        return [
            box(w, h, 0.6, y=0.04),
            *legs(w * 0.9, 0.5, 0.05, 0.03),
            *doors,
            *[rod(0.014, h * 0.5, x, h * 0.3, 0.39) for x in (-0.04, 0.04)],
        ]
    doors = [
        box(w * 0.98, h * cut - 0.03, 0.06, 0, 0.06, 0.32),
        box(w * 0.98, h * (1 - cut) - 0.03, 0.06, 0, h * cut + 0.05, 0.32),
    ]
    grips = [rod(0.014, 0.25, -w * 0.42, h * cut + s, 0.38) for s in (-0.32, 0.12)]
    return [*parts, *doors, *grips]


def oven(g: Generator) -> list[Part]:
    n = int(g.integers(4, 7))
    hobs = [
        p
        for x in (-0.15, 0.15)
        for z in (-0.14, 0.14)
        for p in (ring(0.07, 0.012, x, 0.88, z, axis="y"), rod(0.035, 0.015, x, 0.87, z))
    ]
    knobs = [turned(rod(0.022, 0.03), (90, 0, 0), (x, 0.8, 0.3)) for x in np.linspace(-0.22, 0.22, n)]
    glass = [box(0.4, 0.28, 0.02, 0, 0.32, 0.33), box(0.56, 0.5, 0.04, 0, 0.2, 0.31), lying(0.013, 0.48, 0, 0.67, 0.37)]
    back = [box(0.6, g.uniform(0.1, 0.25), 0.04, 0, 0.87, -0.28)] if chance(g) else []
    return [box(0.6, 0.87, 0.6), *hobs, *knobs, *glass, *back, box(0.56, 0.13, 0.03, 0, 0.04, 0.31)]


def bathtub(g: Generator) -> list[Part]:
    w, d, h = g.uniform(0.75, 0.9), g.uniform(0.36, 0.42), g.uniform(0.5, 0.6)
    claw = chance(g)
    low = 0.12 if claw else 0.0
    tub = _basin(
        [
            (low, w * 0.75, d * 0.7),
            (low + 0.15, w * 0.9, d * 0.9),
            (h, w, d),
            (h + 0.02, w * 1.03, d * 1.05),
            (h, w * 0.92, d * 0.88),
            (low + 0.15, w * 0.8, d * 0.75),
            (low + 0.07, w * 0.65, d * 0.55),
        ],
        2.6,
    )
    feet = (
        [
            tube([(x, low + 0.08, z), (x * 1.1, 0.07, z * 1.1), (x * 1.08, 0, z * 1.1)], [0.035, 0.03, 0.045])
            for x in (-w * 0.65, w * 0.65)
            for z in (-d * 0.55, d * 0.55)
        ]
        if claw
        else [box(w * 1.5, 0.04, d * 1.35)]
    )
    tap = [
        tube(
            smooth([(w * 0.98, h, 0), (w * 0.98, h + 0.2, 0), (w * 0.75, h + 0.2, 0), (w * 0.75, h + 0.1, 0)], False),
            0.016,
        ),
        *[rod(0.025, 0.06, w * 0.98, h, z) for z in (-0.09, 0.09)],
    ]
    return [tub, *feet, *tap]


def toilet(g: Generator) -> list[Part]:
    open_, w = chance(g, 0.6), g.uniform(0.17, 0.2)
    bowl_ = _basin(
        [
            (0, w * 0.6, 0.2),
            (0.15, w * 0.55, 0.18),
            (0.38, w, 0.24),
            (0.4, w, 0.24),
            (0.39, w * 0.7, 0.17),
            (0.22, w * 0.4, 0.1),
        ],
        2.2,
        0.1,
    )
    angles = np.linspace(0, 2 * np.pi, 25)
    seat = tube([(w * 0.88 * np.cos(a), 0.415, 0.1 + 0.21 * np.sin(a)) for a in angles], 0.03)
    lid = slab(smooth([(w * 0.8, 0), (w, 0.2), (w * 0.7, 0.42), (-w * 0.7, 0.42), (-w, 0.2), (-w * 0.8, 0)]), 0.02)
    lid = turned(lid, (-8 if open_ else 90, 0, 0), (0, 0.43 if open_ else 0.445, -0.13))
    tank = [box(2.1 * w, g.uniform(0.3, 0.4), 0.17, 0, 0.4, -0.25), box(0.2, 0.4, 0.25, 0, 0, -0.18)]
    high = float(tank[0].bounds[1, 1])
    return [bowl_, seat, lid, *tank, box(2.2 * w, 0.03, 0.19, 0, high, -0.25), rod(0.025, 0.015, 0, high + 0.03, -0.25)]


def sink(g: Generator) -> list[Part]:
    w, d = g.uniform(0.25, 0.32), g.uniform(0.2, 0.24)
    hollow = _basin(
        [
            (0.68, w * 0.5, d * 0.5),
            (0.78, w * 0.95, d * 0.95),
            (0.85, w, d),
            (0.85, w * 0.85, d * 0.75),
            (0.74, w * 0.6, d * 0.5),
        ],
        3.0,
    )
    stand = (
        [lathe([(0, 0), (0.13, 0), (0.08, 0.08), (0.07, 0.5), (0.12, 0.7), (0, 0.7)])]
        if chance(g, 0.6)
        else [box(2 * w, 0.7, 1.9 * d), *[box(w * 0.9, 0.6, 0.02, s * w * 0.5, 0.05, d * 0.96) for s in (1, -1)]]
    )
    tap = [
        tube(
            smooth([(0, 0.84, -d * 0.85), (0, 1.0, -d * 0.85), (0, 1.02, -d * 0.3), (0, 0.93, -d * 0.25)], False), 0.014
        )
    ]
    tap += [
        p for x in (-0.09, 0.09) for p in (rod(0.012, 0.05, x, 0.84, -d * 0.85), lying(0.008, 0.05, x, 0.9, -d * 0.85))
    ]
    return [hollow, *stand, *tap]


def vacuum_cleaner(g: Generator) -> list[Part]:
    r = g.uniform(0.13, 0.16)
    case = body(
        [
            (-0.22, 0.05, 0.05, 0.14),
            (-0.15, r * 0.9, r * 0.8, 0.15),
            (0.08, r, r * 0.85, 0.15),
            (0.2, r * 0.6, r * 0.5, 0.14),
            (0.24, 0.03, 0.03, 0.14),
        ]
    )
    hose = tube(
        smooth([(0, 0.15, 0.22), (0, 0.3, 0.45), (0.15, 0.75, 0.4), (0.35, 0.95, 0.25), (0.4, 0.85, 0.4)], False, 3),
        0.024,
    )
    pipe = [tube([(0.4, 0.9, 0.35), (0.38, 0.06, 1.0)], 0.018), tube([(0.4, 0.85, 0.4), (0.41, 1.0, 0.22)], 0.022)]
    nozzle = slab([(-0.14, 0), (0.14, 0), (0.12, 0.04), (-0.12, 0.04)], g.uniform(0.07, 0.1), 0.38, 0.0, 1.02)
    wheels = [lying(0.09, 0.04, x, 0.09, -0.1) for x in (-r, r)] + [lying(0.03, 0.03, 0, 0.03, 0.14)]
    grip = tube(smooth([(0, 0.26, -0.12), (0, 0.35, -0.08), (0, 0.35, 0.06), (0, 0.26, 0.1)], False), 0.014)
    return [case, hose, *pipe, nozzle, *wheels, grip]


def electric_fan(g: Generator) -> list[Part]:
    n, r, tall = int(g.integers(3, 6)), g.uniform(0.17, 0.22), g.uniform(0.3, 1.0)
    y = tall + r
    blade = slab(
        smooth([(0.02, -0.02), (r * 0.5, -0.09), (r * 0.9, -0.06), (r * 0.9, 0.05), (r * 0.4, 0.05), (0.02, 0.02)]),
        0.006,
    )
    blades = [turned(turned(blade.copy(), (20, 0, 0)), (0, 0, 360 * i / n), (0, y, 0.03)) for i in range(n)]
    cage = [
        tube(
            [
                (0.03 * math.cos(a), y + 0.03 * math.sin(a), s + 0.03),
                (r * 0.8 * math.cos(a), y + r * 0.8 * math.sin(a), s + 0.03),
                (r * math.cos(a), y + r * math.sin(a), 0.03),
            ],
            0.0022,
            4,
        )
        for s in (0.06, -0.06)
        for a in np.linspace(0, 2 * math.pi, 25)[:-1]
    ]
    rims = [ring(r, 0.006, 0, y, 0.03), turned(rod(0.035, 0.01), (90, 0, 0), (0, y, 0.09))]
    motor = body([(-0.14, 0.03, 0.03, y), (-0.1, 0.05, 0.05, y), (-0.02, 0.05, 0.05, y)])
    return [*blades, *cage, *rims, motor, rod(0.016, y, 0, 0, -0.06), rod(r * 0.75, 0.025, 0, 0, -0.06, top=r * 0.65)]


def bucket(g: Generator) -> list[Part]:
    r, h, side = g.uniform(0.12, 0.15), g.uniform(0.24, 0.3), g.uniform(-75, 80)
    pail = lathe(
        [(0, 0), (r * 0.75, 0), (r, h), (r * 1.05, h), (r * 1.05, h - 0.02), (r * 0.97, h), (r * 0.72, 0.01), (0, 0.01)]
    )
    grip = tube([(x * r * 1.03, y * r * 1.15, 0) for x, y in arc(1, 0, 180, 15)], 0.005, 6)
    hold = lying(0.013, 0.09, 0, r * 1.15)
    return [
        pail,
        *[turned(part, (side, 0, 0), (0, h - 0.02, 0)) for part in (grip, hold)],
        *mirrored(ball(0.014, r * 1.02, h - 0.02, 0)),
    ]


def broom(g: Generator) -> list[Part]:
    h, w = g.uniform(1.1, 1.4), g.uniform(0.13, 0.2)
    if chance(g):
        brush = [
            tube(
                [
                    (0.01 * math.cos(a), 0.42, 0.01 * math.sin(a)),
                    (0.03 * math.cos(a), 0.34, 0.03 * math.sin(a)),
                    (w * 0.8 * math.cos(a) * k, 0, w * 0.45 * math.sin(a) * k),
                ],
                [0.008, 0.009, 0.006],
                5,
            )
            for a in np.linspace(0, 6.28, 15)[:-1]
            for k in (1, 0.5)
        ]
        brush += [ring(0.034, 0.008, y=y, axis="y") for y in (0.36, 0.33)]
        return [*brush, rod(0.012, h, y=0.36)]
    tufts = [rod(0.011, 0.09, x, 0, z, top=0.006) for x in np.linspace(-w, w, 14) for z in (-0.02, 0.02)]
    return [
        box(2 * w + 0.03, 0.04, 0.07, 0, 0.085),
        *tufts,
        turned(rod(0.012, h), (-12, 0, 0), (0, 0.11, 0)),
        egg(0.03, 0.03, 0.03, 0, 0.13, 0),
    ]


KINDS = kinds_of(washing_machine, fridge, oven, bathtub, toilet, sink, vacuum_cleaner, electric_fan, bucket, broom)
