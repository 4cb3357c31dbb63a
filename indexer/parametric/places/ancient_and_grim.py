"""The grim things of old market squares."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, slab, smooth, tube
from indexer.parametric.solids import Part, at, box, kinds_of, lathe, ring, rod, turned


def guillotine(g: Generator) -> list[Part]:
    h, w, e, style = g.uniform(2.8, 3.8), g.uniform(0.42, 0.55), g.uniform(0.08, 0.12), int(g.integers(2))
    parts = [box(e, h, e * 1.6, x * (w / 2 + e / 2), 0.1) for x in (1, -1)] + [box(w + e * 3.4, e * 1.4, e * 1.8, 0, h)]
    parts += [box(e * 1.2, e, 1.5, x * (w / 2 + e / 2)) for x in (1, -1)] + [box(w + 1.0, e, e * 1.2, 0, 0.02)]
    parts += [
        tube([(x * (w / 2 + e / 2), h * 0.4, 0), (x * (w / 2 + e / 2), e, z)], e * 0.5, 4)
        for x in (1, -1)
        for z in (0.7, -0.7)
    ]
    parts += [tube([(x * (w / 2 + e), h * 0.35, 0), (x * (w / 2 + 0.45), e, 0)], e * 0.5, 4) for x in (1, -1)]
    drop = h * g.uniform(0.62, 0.85)
    blade = [
        (-w / 2, 0.42),
        (w / 2, 0.42),
        (w / 2, 0.0 if style else 0.1),
        (-w / 2, 0.28 if style else 0.1),
        (-w / 2, 0.2),
    ]
    if style == 0:
        blade = [
            (-w / 2, 0.42),
            (w / 2, 0.42),
            (w / 2, 0.08),
            *[(w / 2 * c, 0.08 - 0.08 * s) for c, s in arc(1, 20, 160, 7)],
            (-w / 2, 0.08),
        ]
    parts += [
        slab(blade, 0.02, 0, drop - 0.42),
        box(w, 0.2, 0.12, 0, drop - 0.05),
        tube([(0, drop + 0.15, 0), (0, h, 0)], 0.012, 5),
    ]
    y, r = g.uniform(0.7, 0.85), 0.085  # the lunette
    half = [
        (-w / 2, 0),
        (w / 2, 0),
        (w / 2, 0.24),
        *[(r * c, 0.24 - r * s) for c, s in arc(1, 0, 180, 9)],
        (-w / 2, 0.24),
    ]
    parts += [slab(half, 0.06, 0, y - 0.24), slab([(x, 0.48 - v) for x, v in half], 0.06, 0, y - 0.24)]
    bed = [
        box(w * 0.8, 0.05, 1.5, 0, y - 0.22, -0.85),
        *[box(0.07, y - 0.22, 0.07, x * w * 0.33, 0.05, z) for x in (1, -1) for z in (-0.25, -1.45)],
        box(0.06, 0.06, 1.2, 0, y * 0.4, -0.85),
    ]
    basket = (
        [lathe([(0, 0), (0.17, 0), (0.22, 0.3), (0.19, 0.3), (0.15, 0.03), (0, 0.03)], 0, 0.06, 0.34)]
        if chance(g, 0.7)
        else [box(0.45, 0.25, 0.35, 0, 0.06, 0.35)]
    )
    rope = [
        tube(smooth([(0, h, 0.1), (w / 2 + e * 1.3, h * 0.9, 0.08), (w / 2 + e * 1.5, h * 0.4, 0.08)], False), 0.012, 5)
    ]
    if chance(g, 0.6):  # on a platform with steps
        high, deep = g.uniform(0.8, 1.3), 3.4
        deck = [
            box(2.6, 0.12, deep, 0, -0.12, -0.3),
            *[box(0.12, high, 0.12, x * 1.2, -high, -0.3 + z * deep * 0.46) for x in (1, -1) for z in (1, 0, -1)],
        ]
        deck += [box(0.9, 0.06, 0.28, 0, -high * k / 5, -0.3 - deep / 2 - 0.25 * k) for k in range(1, 5)]
        deck += [box(0.05, 0.6, 0.05, x * 1.25, 0, -0.3 + z * deep * 0.46) for x in (1, -1) for z in (1, 0, -1)] + [
            box(0.05, 0.06, deep, x * 1.25, 0.58, -0.3) for x in (1, -1)
        ]
        parts += deck
    return [*parts, *bed, *basket, *rope]


def gallows(g: Generator) -> list[Part]:
    style, h, e = int(g.integers(3)), g.uniform(2.4, 3.2), g.uniform(0.12, 0.18)
    high, w, d = g.uniform(0.9, 1.6), g.uniform(2.2, 3.4), g.uniform(1.8, 2.6)
    deck = [box(w, 0.08, d / 8 * 0.93, 0, high, (i - 3.5) * d / 8) for i in range(8)]
    deck += [box(e, high, e, x * (w / 2 - e), 0, z * (d / 2 - e)) for x in (1, -1) for z in (1, -1)]
    deck += [tube([(x * (w / 2 - e), 0.1, d / 2 - e), (-x * (w / 2 - e), high, d / 2 - e)], 0.05, 4) for x in (1, -1)]
    n = int(high / 0.2)
    deck += [box(0.25, 0.05, 0.8, w / 2 + 0.24 * (n - i), high * i / n) for i in range(1, n)]
    deck += [tube([(w / 2, high, v * 0.42), (w / 2 + 0.24 * n, 0, v * 0.42)], 0.05, 4) for v in (1, -1)]
    y, drop, r = high + 0.08, g.uniform(0.7, 1.1), g.uniform(0.13, 0.18)
    noose = [
        tube([(0, 0, 0), (0, -drop, 0)], 0.022, 6),
        ring(r, 0.022, 0, -drop - r * 1.2),
        rod(0.045, 0.22, 0, -drop - 0.05),
        ring(0.09, 0.02, axis="x"),
    ]
    nooses = at(0, y + h, 0, *noose)
    if style == 1:  # two posts and a beam
        frame = [box(e, h, e, x * w * 0.42, y) for x in (1, -1)] + [box(w, e * 1.1, e, 0, y + h)]
        frame += [tube([(x * w * 0.42, y + h - 0.5, 0), (x * (w * 0.42 - 0.5), y + h, 0)], e * 0.4, 4) for x in (1, -1)]
        nooses = [p for x in ((0,) if chance(g) else (-0.22, 0.0, 0.22)) for p in at(x * w, 0, 0, *nooses)]
    else:  # one post with an arm
        frame = [
            box(e * 1.1, h, e * 1.1, -w * 0.3, y),
            box(w * 0.3 + 0.55, e, e, 0.02, y + h - e * 0.2),
            tube([(-w * 0.3, y + h - 0.65, 0), (-w * 0.3 + 0.65, y + h, 0)], e * 0.42, 4),
        ]
    if style == 2:  # standing on the ground, without a deck
        deck = [
            box(1.6, e, e, -w * 0.3, high - 0.9),
            box(e, e, 1.6, -w * 0.3, high - 0.9),
            rod(0.01 + e, 0.5, 0.2, high - 0.9),
            box(e * 1.1, 1.0, e * 1.1, -w * 0.3, high - 0.9),
        ]
        deck += [
            tube([(-w * 0.3, y + 0.2, 0), (-w * 0.3 + u * 0.7, high - 0.85, v * 0.7)], e * 0.4, 4)
            for u, v in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ]
    else:
        trap = [
            box(0.8, 0.03, 0.8, 0, high + 0.08),
            box(0.05, 0.7, 0.05, -w * 0.45, high, 0.5),
            turned(box(0.04, 0.5, 0.04), (20, 0, 0), (-w * 0.45, high + 0.6, 0.5)),
        ]
        deck += trap
    return [*deck, *frame, *nooses]


def stocks(g: Generator) -> list[Part]:
    style, w, e = int(g.integers(2)), g.uniform(1.0, 1.5), g.uniform(0.09, 0.13)
    y, thick = (g.uniform(1.1, 1.35), 0.07) if style == 0 else (g.uniform(0.4, 0.5), 0.09)
    holes = (
        [(-w * 0.3, 0.045), (0.0, 0.085), (w * 0.3, 0.045)]
        if style == 0
        else [(-w * 0.33, 0.06), (-w * 0.13, 0.06), (w * 0.13, 0.06), (w * 0.33, 0.06)]
    )
    tall = g.uniform(0.17, 0.22)
    edge: list[tuple[float, float]] = [(-w / 2, 0), (w / 2, 0), (w / 2, tall)]
    for x, r in holes[::-1]:
        edge += [(x + r * c, tall - r * s) for c, s in arc(1, 0, 180, 9)]
    low = np.array([*edge, (-w / 2, tall)])
    gap = 0.012 if chance(g) else 0.0
    parts = [slab(low, thick, 0, y - tall), slab(low * (1, -1), thick, 0, y + tall + gap)]
    foot = 0.35 if style == 0 else 0.3
    for x in (1, -1):
        px = x * (w / 2 + e * 0.3)
        parts += [
            box(e, y + tall * 1.3, e * 1.3, px),
            box(e * 1.2, e, foot * 2.4, px),
            box(e * 1.3, 0.04, e * 1.6, px, y + tall * 1.3),
        ]
        parts += [tube([(px, y * 0.5, 0), (px, e, z * foot)], e * 0.4, 4) for z in (1, -1)]
        parts += [box(0.05, tall * 1.6, 0.02, x * w * 0.44, y - tall * 0.8, thick / 2)]
    parts += [
        ring(0.04, 0.012, w * 0.45, y - 0.02, thick / 2 + 0.04),
        box(0.07, 0.08, 0.04, w * 0.45, y - 0.14, thick / 2 + 0.02),
    ]
    if style == 1:  # a bench to sit on behind it
        z = -g.uniform(0.5, 0.65)
        return [*parts, box(w, 0.06, 0.3, 0, 0.4, z), *[box(0.08, 0.4, 0.26, x * w * 0.4, 0, z) for x in (1, -1)]]
    deck = [
        box(w * 1.6, 0.1, 1.3, 0, -0.1),
        box(w * 1.3, 0.09, 0.4, 0, -0.2, 0.8),
        *[box(0.12, 0.25, 0.12, x * w * 0.7, -0.35, z * 0.55) for x in (1, -1) for z in (1, -1)],
    ]
    return parts + (deck if chance(g, 0.6) else [box(w, e * 0.7, e * 0.7, 0, 0.2)])


KINDS = kinds_of(guillotine, gallows, stocks)
