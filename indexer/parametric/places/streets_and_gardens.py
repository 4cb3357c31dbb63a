"""Things of streets, gardens and graveyards."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def fountain(g: Generator) -> list[Part]:
    tiers, r, y = int(g.integers(1, 4)), g.uniform(1.6, 2.2), 0.0
    parts = [
        lathe([(0, 0), (r * 1.08, 0), (r, 0.1), (r, 0.45), (r * 1.06, 0.5), (r * 0.92, 0.5), (r * 0.9, 0.2), (0, 0.2)])
    ]
    for i in range(tiers):
        size = r * (0.58 - 0.17 * i)
        parts += [lathe([(0, 0), (0.28 - 0.05 * i, 0), (0.12, 0.3), (0.14, 0.8), (0, 0.8)], y=y + 0.15)]
        parts += [lathe([(0, 0), (0.12, 0), (size, 0.22), (size, 0.28), (size * 0.9, 0.26), (0, 0.1)], y=y + 0.85)]
        y += 0.85
    jets = [
        tube(
            smooth(
                [
                    (0, y + 0.2, 0),
                    (0.12 * math.cos(a), y + 0.8, 0.12 * math.sin(a)),
                    (0.4 * math.cos(a), y + 0.8, 0.4 * math.sin(a)),
                    (0.45 * math.cos(a), y + 0.3, 0.45 * math.sin(a)),
                ],
                False,
            ),
            0.025,
            5,
        )
        for a in np.arange(6) * math.pi / 3
    ]
    return [*parts, *(jets if chance(g, 0.6) else [egg(0.12, 0.22, 0.12, 0, y + 0.4, 0)])]


def street_lamp(g: Generator) -> list[Part]:
    h, style = g.uniform(3, 4.5), int(g.integers(2))
    foot = [lathe([(0, 0), (0.22, 0), (0.2, 0.15), (0.1, 0.4), (0.06, 0.6), (0.05, h), (0, h)])]
    if style == 0:  # an old lantern
        posts = [
            tube([(x * 0.12, h + 0.05, z * 0.12), (x * 0.2, h + 0.5, z * 0.2)], 0.018, 5)
            for x in (1, -1)
            for z in (1, -1)
        ]
        return [
            *foot,
            rod(0.14, 0.05, y=h),
            *posts,
            lathe([(0, 0), (0.32, 0), (0.1, 0.2), (0, 0.3)], y=h + 0.5),
            ball(0.09, 0, h + 0.25),
            lying(0.02, 0.6, 0, h - 0.3),
        ]
    arms = [
        tube(smooth([(0, h - 0.1, 0), (0, h + 0.7, 0), (s * 0.5, h + 0.8, 0), (s * 1.1, h + 0.6, 0)], False), 0.04)
        for s in ((1, -1) if chance(g) else (1,))
    ]
    return [*foot, *arms, *[egg(0.32, 0.09, 0.14, float(np.sign(arm.centroid[0])) * 1.2, h + 0.56, 0) for arm in arms]]


def palm_tree(g: Generator) -> list[Part]:
    h, lean, n = g.uniform(4, 6.5), g.uniform(0.2, 1.2), int(g.integers(7, 12))
    line = [(lean * t * t, h * t, 0.0) for t in np.linspace(0, 1, 9)]
    parts = [
        tube(line, list(np.linspace(0.22, 0.12, 9))),
        *[ring(0.2 - 0.08 * t, 0.02, lean * t * t, h * t, axis="y") for t in np.linspace(0.08, 0.95, 12)],
    ]
    for i in range(n):
        long, droop = g.uniform(1.7, 2.3), g.uniform(0.5, 1.1)
        ts = np.linspace(0, 1, 8)
        rib = np.stack([long * ts, 0.7 * ts - droop * 1.7 * ts**2, 0 * ts], 1)
        blade = body(
            [(long * t, 0.02 + 0.28 * math.sin(math.pi * min(t + 0.1, 1)) ** 0.7, 0.015, 0) for t in ts], sides=8
        )
        blade.vertices[:, 1] += np.interp(blade.vertices[:, 2], rib[:, 0], rib[:, 1]) - 0.5 * np.abs(
            blade.vertices[:, 0]
        )
        parts.append(turned(blade, (0, 360 * i / n + float(g.uniform(-10, 10)), 0), (lean, h, 0)))
    nuts = [
        ball(0.15, lean + 0.2 * math.cos(a), h - 0.15, 0.2 * math.sin(a))
        for a in np.arange(int(g.integers(0, 5))) * 1.5
    ]
    return parts + nuts


def flower_in_pot(g: Generator) -> list[Part]:
    r, n, stems = g.uniform(0.08, 0.1), int(g.integers(5, 10)), int(g.choice([1, 1, 3]))
    parts = [
        lathe(
            [
                (0, 0),
                (r * 0.7, 0),
                (r, 0.14),
                (r * 1.12, 0.14),
                (r * 1.12, 0.175),
                (r * 0.98, 0.175),
                (r * 0.95, 0.15),
                (0, 0.15),
            ]
        )
    ]
    for k in range(stems):
        h, way = g.uniform(0.25, 0.4), float(g.uniform(0, 360)) + 120 * k
        bent = 0.05 if stems == 1 else 0.14
        flower = [tube([(0, 0.15, 0), (0, 0.15 + h * 0.6, bent * 0.3), (0, 0.15 + h, bent)], 0.007, 6)]
        petal = smooth([(0.01, 0), (0.04, 0.025), (0.085, 0.02), (0.095, 0), (0.085, -0.02), (0.04, -0.025)])
        bloom = [turned(slab(petal, 0.006), (0, -15, 360 * i / n)) for i in range(n)] + [
            egg(0.032, 0.032, 0.018, 0, 0, 0.005)
        ]
        flower += [turned(part, (-35, 0, 0), (0, 0.15 + h, bent)) for part in bloom]
        leaf = smooth([(0, 0), (0.05, 0.03), (0.13, 0), (0.05, -0.03)])
        flower += [
            turned(slab(leaf, 0.004), (80, 0, a), (0, 0.15 + h * t, bent * t * 0.5))
            for a, t in ((30, 0.25), (150, 0.4))
        ]
        parts += [turned(part, (0, way if stems > 1 else 0, 0)) for part in flower]
    return parts


def gravestone(g: Generator) -> list[Part]:
    w, h, style = g.uniform(0.25, 0.34), g.uniform(0.6, 0.95), int(g.integers(3))
    base = [box(2.6 * w, 0.1, 0.32), box(2.3 * w, 0.1, 0.24, 0, 0.1)]
    if style == 0:
        stone = [slab([(-w, 0.2), (w, 0.2), *[(w * x, h + w * 0.8 * y) for x, y in arc(1, 0, 180, 13)]], 0.13)]
    elif style == 1:
        stone = [box(0.16, h + 0.5, 0.13, 0, 0.2), box(2 * w, 0.16, 0.13, 0, h + 0.15)]
        if chance(g):
            stone.append(ring(0.2, 0.04, 0, h + 0.23))
    else:
        stone = [slab(symmetric([(w, 0.2), (w, h), (w * 0.6, h + 0.04), (w * 0.45, h + 0.13), (0, h + 0.18)]), 0.14)]
    if style != 1:
        stone += [box(w * t, 0.022, 0.02, 0, h * y, 0.065) for y, t in ((0.75, 1.1), (0.65, 0.8), (0.55, 1.0))]
        stone += [box(0.03, 0.2, 0.03, 0, h * 0.88, 0.06), box(0.13, 0.03, 0.03, 0, h * 0.88 + 0.11, 0.06)]
    mound = [egg(0.38, 0.12, 0.8, 0, 0, 0.95)] if chance(g, 0.4) else []
    return [*base, *stone, *mound]


def skull(g: Generator) -> list[Part]:
    w, long = g.uniform(0.068, 0.076), g.uniform(0.085, 0.095)
    dome = egg(w, 0.072, long, 0, 0.14, -0.02)
    sockets = mirrored(ring(0.019, 0.0055, 0.028, 0.116, 0.054))
    cheeks = mirrored(
        egg(0.022, 0.014, 0.02, 0.045, 0.088, 0.045),
        tube([(0.06, 0.09, 0.04), (0.068, 0.095, 0.0), (0.062, 0.1, -0.03)], 0.006, 6),
    )
    nose = [
        tube(
            [(0, 0.075, 0.064), (0.009, 0.082, 0.063), (0, 0.103, 0.064), (-0.009, 0.082, 0.063), (0, 0.075, 0.064)],
            0.003,
            6,
        )
    ]
    upper = body([(0.0, 0.035, 0.03, 0.08), (0.04, 0.036, 0.028, 0.075), (0.06, 0.026, 0.022, 0.072)], 2.5)
    drop = float(g.uniform(0.0, 0.018))
    jaw = [
        body(
            [(0.0, 0.036, 0.014, 0.024 - drop), (0.04, 0.034, 0.013, 0.022 - drop), (0.06, 0.02, 0.012, 0.02 - drop)],
            2.5,
        )
    ]
    jaw += mirrored(tube([(0.053, 0.085, -0.012), (0.048, 0.05 - drop, -0.005), (0.034, 0.022 - drop, 0.01)], 0.01))
    teeth = [
        box(0.0055, 0.012, 0.006, 0.026 * math.sin(a), y, 0.034 + 0.026 * math.cos(a))
        for a in np.linspace(-1.2, 1.2, 8)
        for y in (0.046, 0.032 - drop)
    ]
    return [
        dome,
        *sockets,
        *cheeks,
        *nose,
        upper,
        *(jaw if chance(g, 0.8) else []),
        *teeth[:: 1 if chance(g, 0.8) else 2],
    ]


KINDS = kinds_of(fountain, street_lamp, palm_tree, flower_in_pot, gravestone, skull)
