"""Bridges that hang, lift or wear a roof."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, mirrored, slab, tube
from indexer.parametric.solids import Part, around, at, box, kinds_of, rod, turned


def suspension_bridge(g: Generator) -> list[Part]:
    style, span, deck = int(g.integers(3)), g.uniform(90, 150), g.uniform(12, 20)
    side, tall, w = span * g.uniform(0.28, 0.4), span * g.uniform(0.17, 0.24), g.uniform(5, 8)
    long, e = span + 2 * side, span / 2
    parts = [box(long, 1.0, w * 1.7, 0, deck), *[box(long, 1.6, 0.4, 0, deck + 0.2, v * w * 0.85) for v in (1, -1)]]
    if chance(g):  # a truss below the deck
        for z in (w * 0.75, -w * 0.75):
            xs = np.linspace(-long / 2, long / 2, 41)
            parts += [
                tube([(a, deck - 3 * (i % 2), z), (b, deck - 3 * ((i + 1) % 2), z)], 0.3, 4)
                for i, (a, b) in enumerate(pairwise(xs))
            ]
            parts += [box(long, 0.6, 0.6, 0, deck - 3.3, z)]
    top = deck + tall
    for x in (e, -e):
        parts += [box(3.0, 3, w * 2.8, x, 0), box(4.5, 1.5, w * 3.2, x, 0)]
        if style == 1:  # masonry with pointed arches
            for z in (1, -1):
                half = [
                    (0.0, top),
                    (0.0, top - tall * 0.16),
                    (0.28 * w, top - tall * 0.28),
                    (0.5 * w, top - tall * 0.4),
                    (0.5 * w, 0),
                    (w * 1.25, 0),
                    (w * 1.15, top),
                ]
                parts += [turned(slab([(z * u, v) for u, v in half], 3.4), (0, 90, 0), (x, 0, 0))]
            parts += [box(4.2, 1.2, w * 2.6, x, top), box(3.6, 0.8, w * 2.4, x, deck - 1)]
        else:
            parts += [tube([(x, 0, z * w * 1.15), (x, top + 1, z * w)], [1.5, 1.0], 4) for z in (1, -1)]
            levels = (0.35, 0.68, 1.0) if style == 0 else (1.0,)
            parts += [box(1.6, 2.0, w * 2, x, deck + tall * t - 2) for t in levels] + [
                box(1.6, 1.8, w * 2.1, x, deck - 3)
            ]
            if style == 2:  # crossed braces
                parts += [
                    tube([(x, deck + tall * t, z * w), (x, deck + tall * (t + 0.42), -z * w)], 0.5, 4)
                    for t in (0.1, 0.52)
                    for z in (1, -1)
                ]
    n, sag = int(g.integers(22, 34)), tall * g.uniform(0.86, 0.94)
    for z in (w, -w):
        main = [(x, top - sag * (1 - (x / e) ** 2), z) for x in np.linspace(-e, e, n + 1)]
        parts += [tube(main, 0.45, 6), *[tube([p, (p[0], deck, z)], 0.15, 4) for p in main[1:-1]]]
        for s in (1, -1):
            back = [(s * (e + side * t), top - tall * (t * 1.25 - 0.25 * t * t), z) for t in np.linspace(0, 1, 12)]
            parts += [tube(back, 0.45, 6), *[tube([p, (p[0], deck, z)], 0.15, 4) for p in back[1:-2]]]
    return parts + [box(side * 0.25, deck + 2, w * 2.6, s * long / 2) for s in (1, -1)]


def covered_bridge(g: Generator) -> list[Part]:
    style, long, w, h = int(g.integers(3)), g.uniform(12, 24), g.uniform(4, 5.5), g.uniform(3.2, 4.2)
    e, up, rise = long / 2, g.uniform(2.2, 3.5), w * g.uniform(0.3, 0.5)
    parts = [box(long * 1.06, 0.35, w, 0, up)]
    y, low = up + 0.35, h * (0.45 if style == 1 else 0.78)
    for z in (1, -1):
        parts += [box(long, low, 0.15, 0, y, z * w / 2), box(long, 0.25, 0.3, 0, y + h - 0.25, z * w / 2)]
        parts += (
            [box(0.06, low, 0.08, x, y, z * (w / 2 + 0.1)) for x in np.linspace(-e, e, int(long * 1.6))]
            if style != 1
            else []
        )
        parts += [box(0.25, h, 0.25, x, y, z * w / 2) for x in np.linspace(-e, e, int(long / 2.5))]
        if style == 1:  # trusses show above the boards
            xs = np.linspace(-e, e, int(long / 2.5))
            for a, b in pairwise(xs):
                parts += [
                    tube([(a, y, z * w / 2), (b, y + h, z * w / 2)], 0.11, 4),
                    tube([(b, y, z * w / 2), (a, y + h, z * w / 2)], 0.11, 4),
                ]
    over = g.uniform(0.5, 1.0)
    gable: Points = [(-w / 2, 0), (w / 2, 0), (0, rise)]
    for x in (1, -1):  # portals
        hole = [
            (-w / 2, h + 0.0),
            (-w / 2, 0),
            (-w * 0.38, 0),
            (-w * 0.38, h * 0.62),
            *(
                [(w * 0.38 * c, h * 0.62 + w * 0.2 * s) for c, s in arc(1, 170, 10, 7)]
                if style == 2
                else [(-w * 0.3, h * 0.78), (w * 0.3, h * 0.78)]
            ),
            (w * 0.38, h * 0.62),
            (w * 0.38, 0),
            (w / 2, 0),
            (w / 2, h),
        ]
        parts += [turned(slab(p, 0.2), (0, 90, 0), (x * e, y + v, 0)) for p, v in ((hole, 0), (gable, h))]
    tilt = math.degrees(math.atan2(rise, w / 2))
    eave = math.hypot(rise, w / 2) + 0.6
    for s in (1, -1):
        roof = [
            box(long + over * 2, 0.12, eave, 0, 0, eave / 2 - 0.02),
            *[box(0.08, 0.17, eave, x, 0, eave / 2) for x in np.linspace(-e - over, e + over, 12)],
        ]
        parts += [turned(p, (tilt, 90 - 90 * s, 0), (0, y + h + rise + 0.02, 0)) for p in roof]
    parts += [box(long + over * 2, 0.14, 0.3, 0, y + h + rise)]
    piers = [box(2.0, up, w * 1.15, x * (e + 0.3)) for x in (1, -1)] + (
        [tube([(0, 0, 0), (0, up, 0)], [w * 0.45, w * 0.4], 4)] if long > 17 else []
    )
    river = [
        box(long * 1.5, 0.1, w * 2.4, 0, -0.1),
        *[
            slab([(x * (e + 1.2), up + 0.3), (x * (e - 1), 0), (x * (e + 5), 0), (x * (e + 5), up + 0.3)], w * 1.1)
            for x in (1, -1)
        ],
    ]
    return [*parts, *piers, *(river if chance(g, 0.6) else [])]


def drawbridge(g: Generator) -> list[Part]:
    style, lift = int(g.integers(3)), g.uniform(8, 55)
    if style == 0:  # before a gatehouse, on chains
        w, h, long = g.uniform(2.8, 3.8), g.uniform(6, 8.5), g.uniform(4.2, 5.5)
        r, y = w * 0.42, h * 0.3
        half = [(0, h), (w * 1.1, h), (w * 1.1, 0), (r, 0), *[(r * c, y + r * s) for c, s in arc(1, 0, 90, 7)]]
        parts = [*mirrored(slab(half, w * 0.7), rod(w * 0.42, h * 1.15, w * 1.25, 0, w * 0.25))]
        parts += [box(w * 0.18, h * 0.09, w * 0.2, x, h, w * 0.28) for x in np.linspace(-w * 0.75, w * 0.75, 5)]
        parts += [
            p
            for s in (1, -1)
            for p in at(
                s * w * 1.25,
                h * 1.15,
                w * 0.25,
                rod(w * 0.48, h * 0.05),
                *around(8, box(w * 0.17, h * 0.09, w * 0.12, 0, h * 0.05, w * 0.4)),
            )
        ]
        grid = [box(0.1, h * 0.35, 0.1, x, y * 0.7 + r * 0.6, -w * 0.1) for x in np.linspace(-r * 0.8, r * 0.8, 6)] + [
            box(r * 1.9, 0.1, 0.1, 0, y * 0.8 + r * t, -w * 0.1) for t in (0.6, 0.95)
        ]
        floor = [box(r * 2 / 7 * 0.94, 0.14, long, (i - 3) * r * 2 / 7, -0.14, long / 2) for i in range(7)] + [
            box(r * 2, 0.08, 0.25, 0, 0, long * t) for t in (0.1, 0.5, 0.93)
        ]
        parts += [turned(p, (-lift, 0, 0), (0, 0.1, w * 0.36)) for p in floor]
        a = math.radians(lift)
        tip = np.array((0, 0.1 + long * 0.93 * math.sin(a), w * 0.36 + long * 0.93 * math.cos(a)))
        chains = [tube([tip + np.array((x * r, 0, 0)), (x * r, h * 0.75, w * 0.36)], 0.07, 6) for x in (1, -1)]
        return [
            *parts,
            *grid,
            *chains,
            box(w * 3.4, 0.4, w * 0.9, 0, -0.4),
            box(w * 3.4, 0.4, w * 0.8, 0, -0.4, w * 0.36 + long + w * 0.4),
        ]
    if style == 1:  # the Dutch kind: a portal with a balance above
        long, w, h = g.uniform(6, 8), g.uniform(2.6, 3.4), g.uniform(5, 6.2)
        parts = [tube([(-long / 2, 0, z * w * 0.62), (-long / 2, h, z * w * 0.5)], 0.18, 4) for z in (1, -1)] + [
            box(0.3, 0.35, w * 1.4, -long / 2, h)
        ]
        parts += [tube([(-long / 2, h - 1, z * w * 0.54), (-long / 2, h, z * w * 0.2)], 0.1, 4) for z in (1, -1)]
        beam = [tube([(-long * 0.62, 0, z * w * 0.5), (long * 0.95, 0, z * w * 0.5)], 0.16, 4) for z in (1, -1)]
        beam += [
            box(0.7, 0.5, w * 1.1, -long * 0.58, -0.25),
            box(0.2, 0.2, w, long * 0.9, -0.1),
            *[tube([(-long * 0.5, 0, z * w * 0.5), (long * 0.2, 0, -z * w * 0.5)], 0.08, 4) for z in (1, -1)],
        ]
        floor = [
            box(long, 0.15, w, long / 2, 0),
            *[box(0.3, 0.2, w * 1.04, q, 0) for q in np.linspace(0, long, 9)],
            *[box(long, 0.07, 0.07, long / 2, 1, z * w / 2) for z in (1, -1)],
            *[box(0.07, 1, 0.07, q, 0, z * w / 2) for q in np.linspace(0.3, long - 0.2, 6) for z in (1, -1)],
        ]
        parts += [turned(p, (0, 0, lift), (-long / 2, h + 0.3, 0)) for p in beam] + [
            turned(p, (0, 0, lift), (-long / 2, 0.4, 0)) for p in floor
        ]
        a = math.radians(lift)
        c, s = math.cos(a) * long * 0.9, math.sin(a) * long * 0.9
        parts += [
            tube([(-long / 2 + c, h + 0.3 + s, z * w * 0.5), (-long / 2 + c, 0.5 + s, z * w * 0.5)], 0.05, 5)
            for z in (1, -1)
        ]
        return [*parts, *[box(long * 0.7, 2.4, w * 1.5, x * long * 0.86, -2.0) for x in (1, -1)]]
    long, w, h = g.uniform(22, 34), g.uniform(6, 9), g.uniform(9, 13)  # two leaves between towers
    parts = []
    for s in (1, -1):
        x = s * long * 0.55
        for z in (1, -1):
            parts += [
                *at(
                    x,
                    0,
                    z * w * 0.65,
                    box(w * 0.6, h * 1.6, w * 0.45),
                    turned(tube([(0, h * 1.6, 0), (0, h * 2.2, 0)], [w * 0.42, 0.05], 4), (0, 45, 0)),
                    box(w * 0.68, 0.6, w * 0.53, 0, h * 1.55),
                )
            ]
            parts += [box(w * 0.15, h * 0.3, w * 0.48, x, h * t, z * w * 0.65) for t in (0.85, 1.2)]
        parts += [box(w * 0.5, h * 0.12, w * 1.3, x, h * 1.25), box(w * 1.1, h * 0.5, w * 2.2, x)]
        leaf = [
            box(long * 0.5, 0.6, w * 0.85, -long * 0.25),
            *[box(long * 0.5, 1.3, 0.25, -long * 0.25, 0.3, z * w * 0.42) for z in (1, -1)],
            *[slab([(0, -2.2), (0, 0), (-long * 0.5, 0)], 0.4, 0, 0, z * w * 0.38) for z in (1, -1)],
        ]
        leaf += [box(0.3, 0.9, w * 0.9, -q * long, -0.4) for q in (0.1, 0.2, 0.3, 0.4)]
        turn = [turned(p, (0, 0, -lift), (long * 0.52, h * 0.5, 0)) for p in leaf]
        parts += turn if s > 0 else [turned(p, (0, 180, 0)) for p in turn]
        parts += [
            box(long * 0.4, 0.8, w * 0.85, s * long * 0.8, h * 0.5 - 0.3),
            *[box(long * 0.4, 1.0, 0.2, s * long * 0.8, h * 0.5 + 0.4, z * w * 0.42) for z in (1, -1)],
            box(w * 0.4, h * 0.5, w * 0.8, s * long * 0.95),
        ]
    return parts


KINDS = kinds_of(suspension_bridge, covered_bridge, drawbridge)
