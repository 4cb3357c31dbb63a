"""Ornaments of gardens and tables for eating out of doors."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, egg, mirrored, slab, smooth, tube, upright
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, ring, rod, turned


def bird_bath(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.22, 0.34), g.uniform(0.55, 0.85)
    deep = r * g.uniform(0.22, 0.35)
    bowl = [
        (0.06, 0),
        (r * 0.6, deep * 0.35),
        (r * 0.95, deep * 0.9),
        (r, deep),
        (r, deep * 1.2),
        (r * 0.93, deep * 1.2),
        (r * 0.85, deep * 0.9),
        (r * 0.5, deep * 0.5),
        (0, deep * 0.42),
    ]
    parts = [lathe([(0, 0), *bowl], y=h)]
    if style == 0:  # a turned pedestal
        k = r * g.uniform(0.3, 0.4)
        parts += [
            lathe(
                [
                    (0, 0),
                    (k * 1.9, 0),
                    (k * 1.9, 0.05),
                    (k * 1.3, 0.09),
                    (k * 0.8, 0.14),
                    (k * 0.65, h * 0.4),
                    (k * 1.1, h * 0.55),
                    (k * 1.15, h * 0.62),
                    (k * 0.6, h * 0.72),
                    (k * 0.5, h * 0.88),
                    (k * 1.1, h),
                    (0, h + 0.02),
                ]
            ),
            turned(tube([(0, -0.06, 0), (0, 0, 0)], k * 2.6, 4 if chance(g) else 8), (0, 45, 0)),
        ]
    elif style == 1:  # scalloped, on a fluted column
        n = int(g.integers(10, 17))
        parts += [
            *around(n, egg(r * 0.22, deep * 0.35, r * 0.22, 0, h + deep * 0.95, r * 0.9)),
            rod(r * 0.28, h),
            *around(10, rod(r * 0.06, h * 0.8, 0, h * 0.1, r * 0.28)),
            rod(r * 0.5, h * 0.1),
            rod(r * 0.42, h * 0.06, y=h * 0.94),
            box(r * 1.3, 0.05, r * 1.3),
        ]
    else:  # of iron rods, three legs and a spike
        parts += [
            *around(
                3,
                tube(
                    smooth([(0, 0, r * 0.8), (0, h * 0.25, r * 0.2), (0, h * 0.7, 0.02), (0, h, r * 0.55)], False),
                    0.012,
                    6,
                ),
            ),
            ring(r * 0.22, 0.01, y=h * 0.3, axis="y"),
            ring(r * 1.0, 0.014, y=h + deep * 1.2, axis="y"),
            ball(0.03, 0, h * 0.6),
        ]
    if chance(g, 0.4):  # a second, smaller bowl above
        parts += [
            rod(0.035, deep + 0.28, y=h),
            *at(0, h + deep + 0.22, 0, lathe([(0, 0), *[(u * 0.5, v * 0.5) for u, v in bowl]])),
            lathe([(0, 0), (0.03, 0.02), (0.02, 0.05), (0.035, 0.09), (0, 0.13)], 0, h + deep * 1.2 + 0.22),
        ]
    for k in range(int(g.integers(1, 4))):  # birds on its rim
        bird = [
            egg(0.035, 0.035, 0.06, 0, 0.045),
            ball(0.026, 0, 0.085, 0.045),
            tube([(0, 0.083, 0.065), (0, 0.08, 0.095)], [0.009, 0.002], 5),
            turned(box(0.025, 0.008, 0.08), (15, 0, 0), (0, 0.05, -0.08)),
            *mirrored(rod(0.004, 0.02, 0.012), egg(0.01, 0.022, 0.045, 0.032, 0.05, -0.01)),
        ]
        t = g.uniform(0, 360)
        parts += [
            turned(p, (0, float(t), 0))
            for p in at(0, h + deep * 1.18, r * 0.96, *[turned(q, (0, 40.0 * k + 120, 0)) for q in bird])
        ]
    return parts


def sundial(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.16, 0.26)
    h, tall = g.uniform(0.75, 1.05), r * g.uniform(0.65, 0.95)
    fin: Points = [
        (-r * 0.62, 0),
        (r * 0.72, 0),
        (r * 0.62, r * 0.1),
        (r * 0.1, r * 0.2),
        (-r * 0.35, r * 0.3),
        (-r * 0.62, tall),
    ]
    if chance(g):
        fin = [(-r * 0.55, 0), (r * 0.75, 0), (-r * 0.55, tall)]
    marks = [
        turned(box(0.012, 0.012, r * 0.2, 0, 0.03, r * 0.78), (0, float(a), 0)) for a in np.linspace(-105, 105, 13)
    ]
    dial = [
        rod(r, 0.03),
        upright(fin, 0.018, 0, 0.03),
        *marks,
        ring(r * 0.97, 0.008, y=0.03, axis="y"),
        ring(r * 0.6, 0.005, y=0.03, axis="y"),
    ]
    if style == 2:  # rings about an arrow
        y = h + r * 1.5
        tilt = g.uniform(30, 55)
        sphere = [
            ring(r * 1.3, 0.014, axis="x"),
            ring(r * 1.3, 0.014, axis="y"),
            ring(r * 1.3, 0.02, axis="z"),
            rod(0.01, r * 3.4, y=-r * 1.7),
            lathe([(0, 0), (0.05, 0), (0, 0.12)], y=r * 1.7),
            *[turned(box(0.1, 0.1, 0.006), (0, a, 0), (0, -r * 1.7, 0)) for a in (0, 90)],
            *[turned(p, (0, 0, 0)) for p in around(12, box(0.01, 0.07, 0.02, 0, -0.035, r * 1.3))],
        ]
        dial = [turned(p, (tilt - 90, 0, 0), (0, y, 0)) for p in sphere]
        dial += [tube([(0, h, 0), (0, y - r * 1.3, 0)], [0.05, 0.02], 8)]
    else:
        dial = at(0, h + 0.05, 0, *dial)
    sides = int(g.choice([4, 8, 24]))
    wide = [
        (r * 1.25, 0),
        (r * 1.25, 0.08),
        (r * 0.95, 0.14),
        (r * 0.6, 0.2),
        (r * 0.5, h * 0.5),
        (r * 0.6, h * 0.85),
        (r * 1.05, h * 0.95),
        (r * 1.1, h),
    ]
    if style == 1:  # a straight pillar
        wide = [
            (r * 1.2, 0),
            (r * 1.2, 0.12),
            (r * 0.75, 0.121),
            (r * 0.7, h * 0.88),
            (r * 1.0, h * 0.881),
            (r * 1.15, h),
        ]
    for (a, y0), (b, y1) in pairwise(wide):
        if y1 - y0 > 0.002:
            dial.append(
                turned(tube([(0, y0, 0), (0, y1, 0)], [a * 1.1, b * 1.1], sides), (0, 45 if sides == 4 else 22.5, 0))
            )
    steps = [
        turned(
            tube([(0, -0.1 * k - 0.1, 0), (0, -0.1 * k, 0)], r * (2.2 + 0.8 * k), sides),
            (0, 45 if sides == 4 else 22.5, 0),
        )
        for k in range(int(g.integers(0, 3)))
    ]
    return [*dial, rod(r * 1.15, 0.05, y=h), *steps]


def picnic_table(g: Generator) -> list[Part]:
    style, w, h, d = int(g.integers(3)), g.uniform(1.4, 2.2), g.uniform(0.7, 0.78), g.uniform(0.65, 0.8)
    out, low, n = d / 2 + g.uniform(0.28, 0.36), h * 0.6, int(g.integers(4, 7))
    if style == 1:  # round or six-sided, benches around
        r, k = d * 0.75, int(g.choice([4, 6]))
        top = [slab(arc(r, 0, 360, 25 if chance(g) else 7)[:-1], 0.05)]
        wide = (r + 0.3) * math.tan(math.pi / k) * 1.5
        bench = [
            box(wide, 0.045, 0.26, 0, low, r + 0.3),
            tube([(0, 0.1, 0.1), (0, low, r + 0.3)], 0.04, 4),
            tube([(0, 0, r + 0.35), (0, low, r + 0.25)], 0.045, 4),
        ]
        pole = (
            [rod(0.02, 1.5, y=h), lathe([(0, 0), (1.2, 0), (1.2, 0.02), (0, 0.45)], y=h + 1.3)]
            if chance(g, 0.4)
            else []
        )
        return [
            *[turned(p, (90, 0, 0), (0, h, 0)) for p in top],
            *around(k, *bench, start=180 / k),
            *pole,
            *around(4, tube([(0, 0, r * 0.6), (0, h, r * 0.35)], 0.045, 4)),
            rod(0.06, h),
        ]
    plank, parts = d / n, []
    parts += [box(w, 0.04, plank * 0.9, 0, h, (i - (n - 1) / 2) * plank) for i in range(n)]
    parts += [box(w, 0.04, 0.12, 0, low, v * (out + u * 0.07)) for v in (1, -1) for u in (1, -1)]
    for x in (w * 0.36, -w * 0.36):
        if style == 0:  # splayed A frames
            parts += [tube([(x, 0, v * (d * 0.5 + 0.12)), (x, h, v * d * 0.28)], 0.05, 4) for v in (1, -1)]
            parts += [
                box(0.05, 0.1, out * 2 + 0.25, x + 0.05, low - 0.1),
                box(0.05, 0.09, d * 0.95, x + 0.05, h - 0.09),
            ]
            parts += [tube([(x, low - 0.05, 0), (x * 0.2, h - 0.03, 0)], 0.035, 4)]
        else:  # bent steel tube
            half: Points = [
                (x, h, 0),
                (x, h - 0.05, d * 0.3),
                (x, 0.05, d * 0.42),
                (x, 0, out * 0.8),
                (x, 0.05, out + 0.05),
                (x, low, out),
            ]
            parts += [tube(smooth([np.multiply(p, (1, 1, v)) for p in half], False), 0.03, 8) for v in (1, -1)]
            parts += [box(0.05, 0.04, d * 0.9, x, h - 0.04), box(0.05, 0.05, out * 2, x, 0.02)]
    if style == 2 and chance(g, 0.6):
        parts += [box(w, 0.03, 0.1, 0, low + y, v * (out + 0.2)) for y in (0.25, 0.4) for v in (1, -1)]
        parts += [
            turned(box(0.05, 0.5, 0.04), (0, 0, 0), (x * w * 0.36, low - 0.03, v * (out + 0.16)))
            for x in (1, -1)
            for v in (1, -1)
        ]
    return parts


KINDS = kinds_of(bird_bath, sundial, picnic_table)
