"""What warns and guides along railways."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, chance, egg, sector, slab, smooth, tube
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def railway_crossing(g: Generator) -> list[Part]:
    style, h, r = int(g.integers(3)), g.uniform(2.8, 3.8), g.uniform(0.55, 0.75)
    parts = [rod(0.07, h + r * 0.6), lathe([(0, 0), (0.2, 0), (0.2, 0.05), (0.1, 0.12), (0.07, 0.3), (0, 0.3)])]
    a, blade = (
        g.uniform(35, 48),
        np.array([(-r, 0), (-r * 0.93, -0.1), (r * 0.93, -0.1), (r, 0), (r * 0.93, 0.1), (-r * 0.93, 0.1)]),
    )
    parts += [turned(slab(blade, 0.03), (0, 0, s * a), (0, h, 0.08 + 0.02 * s)) for s in (1, -1)]
    if chance(g, 0.3):  # two tracks: half a cross more
        parts += [tube([(0, h - 0.25, 0.08), (x * r * 0.8, h - 0.75, 0.08)], 0.09, 4) for x in (1, -1)]
    y = h * g.uniform(0.68, 0.76)
    for x in (1, -1):  # a pair of lamps with hoods and discs
        parts += at(
            x * 0.38,
            y,
            0.05,
            forward(rod(0.24, 0.02)),
            forward(rod(0.11, 0.1)),
            sector(0.13, 0.115, -10, 190, 0.3),
            ball(0.1, 0, 0, 0.1, (1, 1, 0.4)),
        )
    parts += [
        lying(0.04, 0.8, 0, y),
        box(0.5, 0.2, 0.03, 0, y - 0.45, 0.08),
        rod(0.12, 0.1, y=h + r * 0.6),
        egg(0.14, 0.1, 0.14, 0, h + r * 0.6 + 0.1),
    ]
    if style != 1:  # a barrier arm, up or down
        reach, lift = g.uniform(3.5, 5.5), 0.0 if style == 0 else g.uniform(50, 82)
        arm = [
            slab([(0, -0.09), (reach, -0.04), (reach, 0.04), (0, 0.09)], 0.05),
            box(0.5, 0.32, 0.12, -0.55, -0.16),
            box(0.4, 0.1, 0.06, -0.2, -0.05),
        ]
        arm += [
            slab([(q * reach, -0.09), (q * reach + 0.3, -0.09), (q * reach + 0.3, 0.09), (q * reach, 0.09)], 0.07)
            for q in (0.2, 0.4, 0.6, 0.8)
        ]
        arm += [rod(0.04, 0.12, q * reach, 0.05) for q in (0.35, 0.65, 0.97)]
        if style == 0 and chance(g):  # a skirt of bars
            arm += [box(0.03, 0.5, 0.02, x, -0.58) for x in np.linspace(0.5, reach * 0.95, 16)] + [
                box(reach * 0.9, 0.03, 0.03, reach * 0.5, -0.58)
            ]
        parts += [turned(p, (0, 0, lift), (0.35, 1.0, 0.15)) for p in arm] + [
            box(0.45, 1.15, 0.4, 0.3, 0, -0.08),
            forward(rod(0.16, 0.3), 0.35, 1.0, -0.02),
        ]
    if style == 1 or chance(g, 0.4):  # the track it guards
        z = -1.9
        parts += [box(4.5, 0.16, 0.07, 0.5, 0.1, z + v * 0.72) for v in (1, -1)] + [
            box(0.24, 0.12, 2.4, x, 0, z) for x in np.arange(-1.5, 2.6, 0.65)
        ]
    return parts


def railway_signal(g: Generator) -> list[Part]:
    style, h = int(g.integers(3)), g.uniform(4.0, 6.5)
    foot = [box(0.6, 0.3, 0.6), box(0.3, 0.6, 0.25, 0, 0.4, 0.2)]
    ladder = [tube([(x, 0.1, -0.75), (x, h * 0.92, -0.18)], 0.02, 5) for x in (0.16, -0.16)] + [
        lying(0.015, 0.32, 0, h * 0.92 * t + 0.1 * (1 - t), -0.75 + 0.57 * t)
        for t in np.linspace(0.05, 0.97, int(h / 0.32))
    ]
    if style == 0:  # a semaphore: arms on a tall post with a finial
        parts = [
            rod(0.13, h + 0.4, top=0.08),
            lathe([(0, 0), (0.14, 0), (0.1, 0.06), (0.13, 0.16), (0.05, 0.3), (0.03, 0.6), (0, 0.65)], y=h + 0.4),
        ]
        for k in range(int(g.integers(1, 3))):
            tilt = float(g.choice([0.0, 45.0, -45.0]))
            tip: Points = [(0.1, -0.11), (1.45, -0.14), (1.45, 0.14), (0.1, 0.11)]
            if k:
                tip = [(0.1, -0.11), (1.45, -0.14), (1.32, 0), (1.45, 0.14), (0.1, 0.11)]
            arm = [
                slab(tip, 0.04),
                slab([(1.1, -0.135), (1.22, -0.135), (1.22, 0.135), (1.1, 0.135)], 0.06),
                sector(0.5, 0.0, 150, 215, 0.04),
                ring(0.11, 0.02, -0.3, 0.08),
                ring(0.11, 0.02, -0.3, -0.13),
            ]
            parts += [turned(p, (0, 0, tilt), (0, h - 0.1 - 1.6 * k, 0.17)) for p in arm]
            parts += [
                forward(rod(0.06, 0.2), 0, h - 0.1 - 1.6 * k),
                box(0.18, 0.26, 0.2, -0.3, h - 0.2 - 1.6 * k, 0.05),
                tube([(-0.2, 0.6, 0.12), (-0.2, h - 0.2 - 1.6 * k, 0.12)], 0.015, 4),
            ]
        return [*foot, *ladder, *parts]
    n, r = int(g.integers(2, 5)), g.uniform(0.1, 0.13)
    edge = g.uniform(0.26, 0.34)
    tall = n * r * 2.9
    board = smooth(
        [(-edge, -edge * 0.6), (edge, -edge * 0.6), (edge, tall + edge * 0.4), (-edge, tall + edge * 0.4)], times=2
    )
    head = [slab(board, 0.05, 0, 0, 0.14), box(edge * 1.1, tall, 0.25, 0, 0, 0)]
    for i in range(n):
        y = r * 2.9 * (i + 0.5)
        head += [
            *at(0, y, 0.14 + r * 1.3, sector(r * 1.15, r, -10, 190, r * 2.4)),
            ball(r * 0.95, 0, y, 0.16, (1, 1, 0.35)),
        ]
    if style == 1:  # lamps on a post
        basket = [
            box(0.8, 0.05, 0.6, 0, h - 0.35, -0.35),
            *[box(0.03, 1.0, 0.03, x * 0.38, h - 0.3, z) for x in (1, -1) for z in (-0.1, -0.62)],
            *[box(0.8, 0.03, 0.03, 0, h + y, -0.62) for y in (0.2, 0.7)],
        ]
        sign = [box(0.35, 0.45, 0.03, 0, h - 1.0, 0.12)]
        return [*foot, *ladder, rod(0.09, h + tall), *at(0, h, 0, *head), *basket, *sign]
    w = g.uniform(4.5, 8)  # on a gantry over the track
    parts = [box(0.3, h + 0.8, 0.3, x * w / 2) for x in (1, -1)] + [box(0.8, 0.4, 0.8, x * w / 2) for x in (1, -1)]
    chord = [lying(0.07, w, 0, h + y, z) for y in (0, 0.8) for z in (0.35, -0.35)]
    m = int(w / 0.8)
    for i in range(m):
        a, b = (w * (q / m - 0.5) for q in (i, i + 1))
        chord += [tube([(a, h + 0.8 * (i % 2), z), (b, h + 0.8 * (1 - i % 2), z)], 0.04, 4) for z in (0.35, -0.35)] + [
            box(0.05, 0.05, 0.7, a, h)
        ]
    heads = [p for x in (-w * 0.22, w * 0.22) for p in at(x, h - 0.2, 0.45, *head)]
    rails = [box(0.08, 0.15, 5, x + v * 0.72, 0.1) for x in (-w * 0.22, w * 0.22) for v in (1, -1)] + [
        box(w * 0.75, 0.1, 0.22, 0, 0, z) for z in np.arange(-2.2, 2.4, 0.7)
    ]
    return [*parts, *chord, *heads, *(rails if chance(g, 0.6) else [])]


KINDS = kinds_of(railway_crossing, railway_signal)
