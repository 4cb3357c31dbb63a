"""Toys."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def teddy_bear(g: Generator) -> list[Part]:
    fat, lift = g.uniform(0.1, 0.125), g.uniform(-40, 30)
    head = [ball(0.095, 0, 0.32, 0.01), egg(0.045, 0.035, 0.035, 0, 0.3, 0.09), ball(0.014, 0, 0.315, 0.123)]
    ears = mirrored(ball(0.04, 0.075, 0.39, 0, (1, 1, 0.55)), ball(0.011, 0.035, 0.345, 0.095))
    arm = turned(egg(0.1, 0.042, 0.042, 0.07), (0, -25, lift), (fat * 0.75, 0.22, 0.02))
    leg = tube([(0.05, 0.06, 0.04), (0.1, 0.05, 0.16)], [0.05, 0.045], 10)
    foot = egg(0.048, 0.06, 0.03, 0.105, 0.06, 0.18)
    bow = mirrored(turned(egg(0.035, 0.022, 0.012), (0, 0, 15), (0.035, 0.235, 0.1))) if chance(g, 0.4) else []
    return [
        egg(fat, 0.13, fat * 0.9, 0, 0.13, 0),
        *head,
        *ears,
        *mirrored(arm, leg, foot),
        *bow,
        ball(0.03, 0, 0.08, -fat),
    ]


def toy_blocks(g: Generator) -> list[Part]:
    n, s, parts = int(g.integers(3, 7)), 0.05, []
    for i in range(n):
        shift, turn = g.uniform(-0.008, 0.008, 2), (0, float(g.uniform(-25, 25)), 0)
        one = rod(s / 2, s) if i and chance(g, 0.2) else box(s, s, s)
        parts.append(turned(one, turn, (float(shift[0]), i * s, float(shift[1]))))
    roof = slab([(-s / 2, 0), (s / 2, 0), (0, s * 0.6)], s)
    top = [turned(roof, (0, 10, 0), (0, n * s, 0))] if chance(g) else []
    beside = [box(s, s, s, 0.09, 0, 0.03), turned(box(s, s, s), (0, 35, 0), (-0.08, 0, 0.05))][: int(g.integers(0, 3))]
    return [*parts, *top, *beside]


def spinning_top(g: Generator) -> list[Part]:
    r, tall = g.uniform(0.035, 0.05), g.uniform(0.7, 1.3)
    half = smooth(
        [
            (0.001, 0),
            (r * 0.35, r * 0.3),
            (r, r * 0.8 * tall),
            (r * 0.9, r * 1.1 * tall),
            (r * 0.3, r * 1.3 * tall),
            (0.004, r * 1.35 * tall),
        ],
        False,
    )
    stem = [rod(0.004, r * 0.9, y=r * 1.3 * tall), ball(0.008, 0, r * (1.3 * tall + 0.9), 0)]
    parts = [lathe([*map(tuple, half), (0, r * 1.35 * tall)]), *stem, ring(r * 0.96, 0.002, y=r * 0.9 * tall, axis="y")]
    lean = float(g.uniform(0, 14))
    return [turned(part, (lean, 0, 0)) for part in parts]


def kite(g: Generator) -> list[Part]:
    w, h, n = g.uniform(0.32, 0.42), g.uniform(0.9, 1.1), int(g.integers(3, 7))
    sail = slab([(0, 0), (w, h * 0.65), (0, h), (-w, h * 0.65)], 0.008)
    spars = [rod(0.009, h, z=0.01), lying(0.009, 2 * w, 0, h * 0.65, 0.01)]
    line = smooth([(0, 0, 0), (0.15, -0.25, 0), (-0.12, -0.5, 0), (0.12, -0.75, 0), (0, -1.0, 0)], False)
    bows = []
    for i in np.linspace(3, len(line) - 1, n).astype(int):
        bows += [
            slab([(0, 0), (s * 0.09, 0.045), (s * 0.09, -0.045)], 0.008, float(line[i, 0]), float(line[i, 1]))
            for s in (1, -1)
        ]
    return [sail, *spars, tube(line, 0.006, 6), *bows]


def rocking_horse(g: Generator) -> list[Part]:
    bow = [(0.5 * z, 0.18 * z * z) for z in np.linspace(-1, 1, 11)]
    side = [*bow, *[(z, y + 0.045) for z, y in reversed(bow)]]
    runner = turned(slab([(-z, y) for z, y in side], 0.03), (0, 90, 0), (0.13, 0, 0))
    y = g.uniform(0.42, 0.5)
    limbs = mirrored(*[tube([(0.12, 0.06, s * 0.3), (0.08, y, s * 0.2)], [0.024, 0.03]) for s in (1, -1)])
    trunk = [
        egg(0.11, 0.12, 0.3, 0, y + 0.02, 0),
        tube([(0, y, 0.2), (0, y + 0.3, 0.34)], [0.1, 0.06], 10),
        tube([(0, y + 0.33, 0.28), (0, y + 0.3, 0.38), (0, y + 0.18, 0.5)], [0.05, 0.07, 0.04], 10),
    ]
    extra = [
        *mirrored(tube([(0.03, y + 0.36, 0.31), (0.035, y + 0.43, 0.31)], [0.018, 0.003], 6)),
        lying(0.014, 0.28, 0, y + 0.24, 0.33),
    ]
    tail = tube([(0, y + 0.06, -0.28), (0, y, -0.4), (0, y - 0.2, -0.42)], [0.03, 0.035, 0.012])
    seat = (
        [box(0.2, 0.04, 0.2, 0, y + 0.12, -0.02), box(0.18, 0.12, 0.03, 0, y + 0.14, -0.13)] if chance(g, 0.6) else []
    )
    return [
        *mirrored(runner),
        *limbs,
        *trunk,
        *extra,
        tail,
        *seat,
        *[lying(0.014, 0.26, 0, 0.09, z) for z in (-0.3, 0.3)],
    ]


KINDS = kinds_of(teddy_bear, toy_blocks, spinning_top, kite, rocking_horse)
