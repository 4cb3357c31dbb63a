"""Small tools that grip, peel and open."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, slab, smooth, tube, upright
from indexer.parametric.solids import Part, box, forward, kinds_of, lying, ring, rod, turned
from indexer.parametric.table.serving import turned_line


def kitchen_tongs(g: Generator) -> list[Part]:
    long, style = g.uniform(0.22, 0.3), int(g.integers(3))
    gape, wide = g.uniform(0.18, 0.4) * long, long * g.uniform(0.07, 0.1)
    arm = [
        (wide * 0.3, 0),
        (gape * 0.5, long * 0.35),
        (gape * 0.5, long * 0.6),
        (gape * 0.36, long * 0.8),
        (gape * 0.3, long * 0.9),
    ]
    path = smooth(arm, False, 2)
    thin = wide * 0.12
    rows = []
    for (x, y), w in zip(path, np.interp(np.linspace(0, 1, len(path)), [0, 0.5, 1], [0.8, 1, 0.7]) * wide, strict=True):
        rows.append([(x + thin - 0.12 * w, y, -w / 2), (x + thin, y, 0), (x + thin - 0.12 * w, y, w / 2),
            (x - thin - 0.12 * w, y, w / 2), (x - thin, y, 0),
            (x - thin - 0.12 * w, y, -w / 2)])  # fmt: skip
    half = [loft(np.array(rows))]
    x, y = path[-1]
    if style == 0:  # scalloped tips
        n = 5
        shape = (
            [(0.35, 0), (0.8, 0.5), (1.0, 1.1)]
            + [(1.0 - 0.4 * i, 1.6 + (0.25 if i % 2 else 0)) for i in range(n + 1)]
            + [(-1.0, 1.1), (-0.8, 0.5), (-0.35, 0)]
        )
        half.append(turned(slab(np.array(shape) * wide * 0.62, thin * 2), (0, 90, 12), (x, y - wide * 0.1, 0)))
    elif style == 1:  # spoons
        half.append(turned(egg(thin * 1.8, wide * 1.0, wide * 0.62), (0, 0, 10), (x - wide * 0.05, y + wide * 0.7, 0)))
        half.append(egg(thin * 2.2, long * 0.12, wide * 0.45, gape * 0.5 + thin, long * 0.45))
    else:  # open loops of wire
        half.append(
            tube(
                [
                    (x + wide * 0.2 * math.sin(a), y + wide * 1.0 - wide * 1.0 * math.cos(a), wide * 0.6 * math.sin(a))
                    for a in np.radians(np.arange(0, 361, 20))
                ],
                thin * 1.2,
                6,
            )
        )
        half += [tube([(x, y, 0), (x, y + wide * 2, 0)], thin, 6)]
    parts = mirrored(*half)
    parts += [
        forward(rod(wide * 0.35, wide * 1.05), 0, wide * 0.1, -wide * 0.52),
        *([ring(wide * 0.4, wide * 0.07, 0, -wide * 0.5)] if chance(g) else []),
    ]
    tip = float(g.choice([0, 90, 60]))
    return [turned(p, (0, 0, tip)) for p in parts]


def vegetable_peeler(g: Generator) -> list[Part]:
    long, style = g.uniform(0.09, 0.12), int(g.integers(3))
    r = long * g.uniform(0.1, 0.14)
    if style == 2:  # a straight one, its blade in line with the handle
        t = [(0, 0.5), (0.1, 0.8), (0.4, 1), (0.8, 0.85), (1, 0.7)]
        parts = [turned(body([(long * z, r * k, r * k * 0.75, 0) for z, k in t]), (-90, 0, 0))]
        wide, tall = r * 0.75, long * g.uniform(0.55, 0.7)
        edge = arc(1, 90, 270, 9)
        parts += [
            upright(
                [
                    (wide * (s + 0.0) * 0.55 + k, long + y)
                    for k, y in ((-wide * 0.3, 0), (wide * 0.3, 0), (wide * 0.3, tall), (-wide * 0.3, tall))
                ],
                r * 0.12,
            )
            for s in (1, -1)
        ]
        tip_ = [(wide * 0.85 * z, long + tall - wide * 0.9 * x) for x, z in edge]
        return [*parts, upright(tip_, r * 0.14), box(r * 0.9, r * 0.35, wide * 1.6, 0, long - r * 0.1)]
    fork = r * g.uniform(1.9, 2.6)
    across = np.linspace(0, 1, 8)
    if style == 0:  # a thick handle with a yoke
        handle = [
            turned_line(
                [
                    (0.001, 0),
                    (r * 0.8, 0),
                    (r * 0.95, long * 0.3),
                    (r * 0.75, long * 0.7),
                    (r * 0.9, long * 0.95),
                    (0.001, long),
                ]
            )
        ]
        handle += [ring(r * 0.85, r * 0.1, 0, long * k, 0, "y") for k in (0.15, 0.25, 0.35)]
    else:  # a bent strip of metal
        handle = [
            tube(
                smooth(
                    [(s * r * 0.25, long, 0), (s * r * 0.75, long * 0.6, 0), (s * r * 0.6, 0, 0), (0, -r * 0.4, 0)],
                    False,
                ),
                r * 0.2,
            )
            for s in (1, -1)
        ]
    yoke = [
        tube(
            smooth(
                [
                    (s * r * 0.3, long * 0.92, 0),
                    (s * fork * 0.9, long + r * 0.6, 0),
                    (s * fork, long + r * 1.6, 0),
                    (s * fork, long + r * 2.4, 0),
                ],
                False,
            ),
            r * 0.24,
        )
        for s in (1, -1)
    ]
    y = long + r * 2.1
    blade = [loft(np.array([[(x, y + b * r, r * c) for b, c in ((-0.45, -0.1), (0, 0.2 * lift + 0.1), (0.45, -0.1),
        (0.4, -0.2), (0, 0.0), (-0.4, -0.2))] for x, lift in
        zip((2 * across - 1) * fork, np.sin(across * math.pi), strict=True)])),
        lying(r * 0.1, fork * 2.3, 0, y + r * 0.4, -r * 0.15),
        lying(r * 0.1, fork * 2.3, 0, y - r * 0.4, -r * 0.15)]  # fmt: skip
    return [*handle, *yoke, *blade, ring(r * 0.3, r * 0.12, fork * 1.25, y - r * 0.8)]


def can_opener(g: Generator) -> list[Part]:
    long, style = g.uniform(0.12, 0.15), int(g.integers(2))
    r, gape = long * g.uniform(0.06, 0.08), g.uniform(16, 34)
    arm = [turned_line([(0.001, 0), (r, 0), (r * 1.1, long * 0.3), (r * 0.75, long * 0.6), (r * 0.5, long * 0.68),
        (0.001, long * 0.68)])] if style == 0 else [
        tube(smooth([(s * r * 0.4, long * 0.7, 0), (s * r, long * 0.5, 0), (s * r * 0.9, 0, 0), (0, -r * 0.8, 0)],
            False), r * 0.35) for s in (1, -1)]  # fmt: skip
    arm.append(box(r * 1.3, long * 0.35, r * 0.3, 0, long * 0.62))
    head = long * 0.97
    parts = [turned(p.copy(), (0, 0, 0), (0, -head, 0)) for p in arm]
    both = [turned(p.copy(), (0, 0, s * gape / 2), (0, head, s * r * 0.18)) for s in (1, -1) for p in parts]
    wheel = [
        forward(rod(r * 1.0, r * 0.2), 0, head + r * 0.1, r * 0.4),
        *[
            turned(box(r * 0.25, r * 0.25, r * 0.22, 0, r * 0.95), (0, 0, i * 24), (0, head + r * 0.1, r * 0.5))
            for i in range(15)
        ],
    ]
    cutter = [
        forward(rod(r * 1.25, r * 0.12, top=r * 0.9), r * 1.6, head + r * 0.7, r * 0.3),
        slab(
            smooth([(-r, -r), (r * 2.4, -r * 0.2), (r * 2.6, r * 1.4), (r * 0.4, r * 1.9), (-r, r)]),
            r * 0.3,
            0,
            head + r * 0.1,
        ),
    ]
    wing = (
        smooth(
            [
                (-1, 0.25),
                (-3.4, 0.9),
                (-4.2, 0),
                (-3.4, -0.9),
                (-1, -0.25),
                (1, -0.25),
                (3.4, -0.9),
                (4.2, 0),
                (3.4, 0.9),
                (1, 0.25),
            ],
            True,
            2,
        )
        * r
    )
    key = slab(wing * g.uniform(0.65, 0.9), r * 0.45)
    key = turned(key, (0, 0, g.uniform(-40, 40)), (0, head + r * 0.1, -r * 1.7))
    return [*both, *wheel, *cutter, key, forward(rod(r * 0.4, r * 2.3), 0, head + r * 0.1, -r * 1.7)]


KINDS = kinds_of(kitchen_tongs, vegetable_peeler, can_opener)
