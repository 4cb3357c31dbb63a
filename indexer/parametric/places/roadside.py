"""What stands beside roads and lies in them."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def billboard(g: Generator) -> list[Part]:
    style, w, h, up = int(g.integers(3)), g.uniform(7, 12), g.uniform(3, 4.5), g.uniform(2.5, 7)
    face = [
        box(w, h, 0.25),
        *[box(w + 0.3, 0.18, 0.4, 0, y) for y in (-0.1, h - 0.08)],
        *[box(0.18, h, 0.4, x * w / 2) for x in (1, -1)],
    ]
    walk = [
        box(w * 0.98, 0.08, 0.8, 0, -0.5, 0.65),
        *[box(0.06, 0.5, 0.7, x, -0.45, 0.45) for x in np.linspace(-w * 0.45, w * 0.45, 6)],
    ]
    lamps = [
        p
        for x in np.linspace(-w * 0.38, w * 0.38, int(g.integers(3, 6)))
        for p in (
            tube([(x, -0.4, 0.9), (x, -0.2, 1.5)], 0.05, 5),
            turned(box(0.6, 0.2, 0.3), (-40, 0, 0), (x, -0.2, 1.6)),
        )
    ]
    panel = [*face, *walk, *(lamps if chance(g, 0.7) else [])]
    if style == 0:  # one thick post, two faces in a V
        a = g.uniform(6, 18)
        back = [turned(p.copy(), (0, 180 - a, 0), (0, 0, -1.6 - w * 0.5 * math.sin(math.radians(a)))) for p in panel]
        return [
            *at(0, up * 1.6, 0, *panel, *back),
            rod(0.5, up * 1.6 + h * 0.6, 0, 0, -0.85),
            rod(0.9, 0.3, 0, 0, -0.85),
            box(w * 0.8, 0.4, 0.4, 0, up * 1.6 + 0.3, -0.6),
        ]
    n = int(g.integers(3, 6))
    posts = []
    for x in np.linspace(-w * 0.42, w * 0.42, n):
        posts += [box(0.22, up + h, 0.3, x, 0, -0.28)]
        posts += (
            [
                tube([(x, 0, -2.2 - h * 0.3), (x, up + h * 0.8, -0.3)], 0.1, 4),
                tube([(x, up * 0.4, -1.6 - h * 0.2), (x, up * 0.55, -0.3)], 0.07, 4),
            ]
            if style == 1
            else []
        )
    parts = at(0, up, 0, *panel) + posts
    if style == 2:  # with a shape that sticks out above
        cut = smooth(
            [
                (-w * 0.25, 0),
                (-w * 0.28, h * 0.4),
                (-w * 0.1, h * 0.3),
                (0, h * 0.6),
                (w * 0.12, h * 0.35),
                (w * 0.3, h * 0.45),
                (w * 0.25, 0),
            ]
        )
        parts += [
            slab(cut, 0.15, 0, up + h * 0.85, 0.22),
            box(w * 0.9, 0.3, 0.06, 0, up * 0.5, -0.3),
            box(w * 0.9, 0.3, 0.06, 0, up * 0.25, -0.3),
        ]
    return parts


def bollard(g: Generator) -> list[Part]:
    style, h, r = int(g.integers(5)), g.uniform(0.75, 1.05), g.uniform(0.06, 0.1)
    if style == 0:  # cast iron, old
        foot = [(0, 0), (r * 1.8, 0), (r * 1.8, 0.08), (r * 1.3, 0.12), (r * 1.2, 0.25), (r * 1.35, 0.28), (r, 0.32)]
        parts = [
            lathe(
                [
                    *foot,
                    (r * 0.85, h * 0.78),
                    (r * 1.3, h * 0.8),
                    (r * 1.3, h * 0.84),
                    (r * 0.6, h * 0.88),
                    (r * 0.6, h * 0.9),
                ]
                + [(r * c, h + r * s) for c, s in arc(1, -50, 90, 8)]
            )
        ]
        return [
            *parts,
            *around(8, rod(r * 0.16, h * 0.45, 0, 0.32, r * 0.92)),
            ring(r * 1.05, 0.01, y=h * 0.7, axis="y"),
        ]
    if style == 1:  # a steel tube with a dome, bands and a base plate
        cap = [(r * c, h + r * g.uniform(0.4, 1.0) * s) for c, s in arc(1, 0, 90, 6)]
        bolts = around(4, rod(0.014, 0.04, r * 1.7, 0, r * 1.7))
        return [
            lathe([(0, 0), (r, 0), *cap]),
            *[lathe([(r * 0.9, 0), (r * 1.06, 0), (r * 1.06, 0.07), (r * 0.9, 0.07)], y=h * t) for t in (0.62, 0.82)],
            box(r * 4.4, 0.02, r * 4.4),
            *bolts,
        ]
    if style == 2:  # a pair or more with a chain
        n, gap = int(g.integers(2, 4)), g.uniform(1.1, 1.6)
        post = [
            lathe(
                [
                    (0, 0),
                    (r * 1.5, 0),
                    (r * 1.3, 0.1),
                    (r, 0.12),
                    (r * 0.9, h * 0.9),
                    (r * 1.2, h * 0.9),
                    (r * 1.2, h * 0.95),
                    (0, h * 0.95),
                ]
            ),
            ball(r * 1.15, 0, h * 0.95 + r),
            ring(r * 1.05, 0.012, y=h * 0.85, axis="y"),
        ]
        parts = [p for i in range(n) for p in at((i - (n - 1) / 2) * gap, 0, 0, *post)]
        for i in range(n - 1):
            for k in range(15):
                t = (k + 0.5) / 15
                link = turned(
                    tube([(0.055 * c, 0.036 * s, 0) for c, s in arc(1, 0, 360, 9)], 0.012, 5), (90 * (k % 2), 0, 0)
                )
                parts += at((i - (n - 1) / 2 + t) * gap, h * 0.8 - 0.28 * (1 - (2 * t - 1) ** 2), 0, link)
        return parts
    if style == 3:  # of stone or wood, square, with a pyramid on top
        w = r * 2.2
        return [
            box(w, h, w),
            turned(tube([(0, h, 0), (0, h + w * 0.5, 0)], [w * 0.707, 0.005], 4), (0, 45, 0)),
            box(w * 1.06, 0.09, w * 1.06, 0, h * 0.72),
            box(w * 0.5, 0.06, w * 1.08, 0, h * 0.85),
            box(w * 1.35, 0.14, w * 1.35),
        ]
    wide = g.uniform(1.6, 2.2) * r  # for mooring ships: a squat mushroom
    low, y = wide * 2.4, wide * 2.2
    parts = [
        lathe(
            [
                (0, 0),
                (low, 0),
                (low, 0.05),
                (wide * 1.3, 0.1),
                (wide, y * 0.4),
                (wide * 0.95, y * 0.7),
                (wide * 1.6, y * 0.85),
                (wide * 1.65, y),
                (wide, y * 1.15),
                (0, y * 1.2),
            ]
        ),
        *around(6, rod(wide * 0.18, 0.09, 0, 0, low * 0.82)),
    ]
    return parts + (
        [ring(wide * 1.1, wide * 0.16, y=y * (0.35 + 0.1 * i), axis="y") for i in range(3)]
        if chance(g)
        else [lying(wide * 0.25, wide * 4.2, 0, y * 0.7)]
    )


def manhole_cover(g: Generator) -> list[Part]:
    r, t, style = g.uniform(0.3, 0.4), g.uniform(0.03, 0.05), int(g.integers(4))
    rise = t + g.uniform(0.012, 0.02)
    rim = [(r * 0.93, 0), (r, 0), (r, rise), (r * 0.95, rise), (r * 0.93, t)]
    parts = [rod(r, t), lathe([*rim, (r * 0.93, 0)])]
    if style == 0:  # a grid of studs
        n = int(g.integers(7, 11))
        for i in np.linspace(-0.78, 0.78, n):
            parts += [
                box(r * 1.0 / n, rise, r * 1.0 / n, r * i, 0, r * k)
                for k in np.linspace(-0.78, 0.78, n)
                if math.hypot(i, k) < 0.82
            ]
    elif style == 1:  # rings and spokes
        parts += [
            lathe([(r * q, t), (r * (q + 0.06), t), (r * (q + 0.06), rise), (r * q, rise), (r * q, t)])
            for q in (0.25, 0.5, 0.75)
        ]
        parts += [*around(int(g.integers(8, 17)), box(r * 0.05, rise, r * 0.6, 0, 0, r * 0.6)), rod(r * 0.16, rise)]
    elif style == 2:  # a honeycomb about a badge
        e = r * g.uniform(0.15, 0.2)
        cells = [(i + 0.5 * (k % 2), k * 0.87) for i in range(-6, 7) for k in range(-6, 7)]
        cells = [(x * e, z * e) for x, z in cells if r * 0.3 < math.hypot(x * e, z * e) < r * 0.84]
        parts += [turned(tube([(x, 0, z), (x, rise, z)], e * 0.47, 6), (0, 0, 0)) for x, z in cells]
        parts += [
            lathe([(r * 0.24, t), (r * 0.28, t), (r * 0.28, rise), (r * 0.24, rise), (r * 0.24, t)]),
            box(r * 0.3, rise, r * 0.08),
            box(r * 0.08, rise, r * 0.3),
        ]
    else:  # a drain grate: bars over a hole, in a square frame
        parts = [lathe([*rim, (r * 0.8, t), (r * 0.8, 0), (r * 0.93, 0)])]
        parts += [
            box(r * 0.1, t, 1.7 * r * math.sqrt(1 - q * q), r * q, 0)
            for q in np.linspace(-0.75, 0.75, int(g.integers(6, 10)))
        ] + [box(1.7 * r, t * 0.9, r * 0.12, 0, 0, z * r) for z in (-0.3, 0.3)]
    holes = [
        lathe(
            [(r * 0.03, 0), (r * 0.07, 0), (r * 0.07, rise * 1.1), (r * 0.03, rise * 1.1), (r * 0.03, 0)], x * r * 0.86
        )
        for x in (1, -1)
    ]
    frame = [
        lathe([(r * 1.02, -0.05), (r * 1.25, -0.05), (r * 1.2, 0.0), (r * 1.1, t), (r * 1.02, t), (r * 1.02, -0.05)])
    ]
    if chance(g, 0.4):
        frame = (
            [box(r * 2.5, t, r * 0.2, 0, 0, z * r * 1.15) for z in (1, -1)]
            + [box(r * 0.2, t, r * 2.5, x * r * 1.15) for x in (1, -1)]
            + [box(r * 2.5, 0.01, r * 2.5, 0, -0.01)]
        )
    if chance(g, 0.3):  # lifted aside from its shaft
        shaft = lathe([(r * 0.95, -r), (r * 1.15, -r), (r * 1.15, 0), (r * 0.95, 0), (r * 0.95, -r)])
        moved = [turned(p, (0, 20, 0), (r * 1.2, t, r * 0.35)) for p in (*parts, *holes)]
        return [
            *moved,
            *frame,
            shaft,
            *[tube([(-0.12, y, -r * 0.85), (0.12, y, -r * 0.85)], 0.015, 5) for y in (-0.1, -0.25)],
        ]
    return [*parts, *holes, *frame]


KINDS = kinds_of(billboard, bollard, manhole_cover)
