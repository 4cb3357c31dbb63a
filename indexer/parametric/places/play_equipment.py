"""Playground equipment for small children."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, egg, slab, smooth, tube, upright
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def sandbox(g: Generator) -> list[Part]:
    style, w, d, h = int(g.integers(3)), g.uniform(1.4, 2.2), g.uniform(1.2, 2.0), g.uniform(0.18, 0.3)
    sand = [
        egg(w * u, h * v, d * u * 0.8, w * x, h * 0.55, d * z)
        for u, v, x, z in g.uniform((0.12, 0.3, -0.25, -0.25), (0.25, 0.9, 0.25, 0.25), (3, 4))
    ]
    if style == 1:  # six-sided
        r = w * 0.7
        wall = around(6, box(r, h, 0.08, 0, 0, r * 0.866), box(r * 0.98, 0.04, 0.25, 0, h, r * 0.866))
        parts = [
            *wall,
            turned(rod(r * 0.85, h * 0.6), (0, 0, 0)),
            *around(6, box(0.1, h + 0.06, 0.1, 0, 0, r), start=30),
        ]
    else:
        parts = [box(w, h, 0.06, 0, 0, z * d / 2) for z in (1, -1)] + [box(0.06, h, d, x * w / 2) for x in (1, -1)]
        parts += [box(w, h * 0.55, d), *[box(w + 0.2, 0.04, 0.24, 0, h, z * d / 2) for z in (1, -1)]]
        parts += [box(0.24, 0.04, d, x * w / 2, h) for x in (1, -1)] if chance(g) else []
        parts += [box(0.09, h + 0.03, 0.09, x * w / 2, 0, z * d / 2) for x in (1, -1) for z in (1, -1)]
    if style == 2:  # with a canopy
        top = g.uniform(1.2, 1.6)
        parts += [rod(0.035, top, x * w / 2, h, z * d / 2) for x in (1, -1) for z in (1, -1)]
        cloth = (
            slab([(-d * 0.6, 0), (d * 0.6, 0), (0, d * 0.3)], w * 1.1)
            if chance(g)
            else slab([*arc(d * 0.6, 0, 180, 11)] * np.array((1, 0.5)), w * 1.1)
        )
        parts.append(turned(cloth, (0, 90, 0), (0, h + top, 0)))
    s = g.uniform(0.08, 0.11)
    pail = [
        lathe([(0, 0), (s * 0.75, 0), (s, s * 1.8), (s * 0.9, s * 1.8), (s * 0.7, 0.02), (0, 0.02)]),
        ring(s * 0.95, 0.008, y=s * 1.9),
    ]
    spade = [
        turned(box(0.02, 0.3, 0.02), (25, 0, 0)),
        turned(box(0.09, 0.12, 0.015, 0, -0.1), (25, 0, 0)),
        turned(lying(0.012, 0.1), (0, 0, 0), (0, 0.27, 0.13)),
    ]
    castle = [
        lathe([(0, 0), (s, 0), (s * 0.75, s * 1.5), (0, s * 1.5)]),
        *around(5, box(s * 0.35, s * 0.3, s * 0.35, 0, s * 1.5, s * 0.6)),
    ]
    castle = [p for x in (0, s * 2.4) for p in at(x, 0, 0, *castle)] + [box(s * 2, s, s * 0.6, s * 1.2)]
    y = h * 0.55
    parts += (
        at(w * 0.2, y, d * 0.22, *pail) + at(-w * 0.3, y + 0.08, d * 0.2, *spade) + at(-w * 0.1, y, -d * 0.1, *castle)
    )
    return parts + sand


def monkey_bars(g: Generator) -> list[Part]:
    style, h, long, w, n = (
        int(g.integers(3)),
        g.uniform(1.9, 2.4),
        g.uniform(2.4, 4.0),
        g.uniform(0.7, 1.0),
        int(g.integers(7, 13)),
    )
    e, r = long / 2, g.uniform(0.03, 0.05)
    if style == 1:  # a dome of triangles
        big = long * 0.45
        levels = [
            np.array(
                [
                    (
                        big * math.cos(p) * math.sin(q + k * math.pi / 8),
                        big * math.sin(p),
                        big * math.cos(p) * math.cos(q + k * math.pi / 8),
                    )
                    for q in np.arange(8) * math.pi / 4
                ]
            )
            for k, p in enumerate((0.02, 0.5, 1.0))
        ]
        parts = []
        for k, row in enumerate(levels):
            parts += [tube([row[i - 1], row[i]], r, 6) for i in range(8)]
            up = levels[k + 1] if k < 2 else np.tile((0, big, 0), (8, 1))
            parts += [
                tube([row[i], up[(i - d * (k + 1) % 2 + (k % 2) * d) % 8]], r, 6)
                for i in range(8)
                for d in ((0, 1) if k < 2 else (0,))
            ]
            parts += [ball(r * 1.8, *p) for p in row]
        return [*parts, ball(r * 2, 0, big, 0)]
    rise = g.uniform(0.3, 0.6) if style == 2 else 0.0  # arched or level
    rail = [(x, h + rise * (1 - (x / e) ** 2), 0.0) for x in np.linspace(-e, e, 13)]
    parts = [tube([np.add(p, (0, 0, z * w / 2)) for p in rail], r, 8) for z in (1, -1)]
    parts += [
        tube([(x, h + rise * (1 - (x / e) ** 2), z * w / 2) for z in (1, -1)], r * 0.75, 6)
        for x in np.linspace(-e * 0.92, e * 0.92, n)
    ]
    out = g.uniform(0.0, 0.35)
    for x in (1, -1):
        parts += [tube([(x * (e + out), 0, z * w / 2), (x * e, h, z * w / 2)], r * 1.15, 8) for z in (1, -1)]
        parts += [
            tube([(x * (e + out * (1 - t)), h * t, z * w / 2) for z in (1, -1)], r * 0.75, 6)
            for t in np.linspace(0.15, 0.8, int(g.integers(4, 7)))
        ]
    if chance(g, 0.4):  # rings hang from it
        for x in np.linspace(-e * 0.6, e * 0.6, 4):
            parts += [tube([(x, h, 0), (x, h - 0.3, 0)], 0.012, 4), ring(0.1, 0.014, x, h - 0.4, axis="x")]
    if chance(g, 0.4):  # a deck to start from
        parts += [
            box(0.9, 0.1, w * 1.1, -e - 0.4, h * 0.4),
            *[rod(r * 1.3, h * 0.95, -e - 0.8, 0, z * w * 0.5) for z in (1, -1)],
            *[box(0.8, 0.06, 0.05, -e - 0.4, h * 0.85, z * w * 0.5) for z in (1, -1)],
        ]
    return parts


def spring_rider(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.09, 0.13), g.uniform(0.3, 0.42)
    t = np.linspace(0, 1, 70)
    coil = np.stack([r * np.sin(t * 5 * 2 * math.pi), 0.04 + h * t, r * np.cos(t * 5 * 2 * math.pi)], axis=1)
    parts = [tube(coil, 0.018, 6), rod(r * 1.9, 0.03), box(r * 2.2, 0.03, r * 2.2, 0, h + 0.03)]
    y, k = h + 0.05, g.uniform(0.9, 1.15)
    if style == 0:  # a horse cut from a board
        side: Points = [
            (-0.42, 0.3),
            (-0.36, 0.36),
            (-0.15, 0.3),
            (0.1, 0.3),
            (0.18, 0.6),
            (0.25, 0.68),
            (0.28, 0.62),
            (0.46, 0.48),
            (0.42, 0.4),
            (0.3, 0.44),
            (0.32, 0.2),
            (0.2, 0.08),
            (0.22, -0.02),
            (0.08, 0),
            (0, 0.08),
            (-0.12, 0),
            (-0.3, 0),
            (-0.28, 0.1),
            (-0.4, 0.1),
        ]
    elif style == 1:  # a duck
        side = [
            (-0.48, 0.42),
            (-0.3, 0.3),
            (0.0, 0.28),
            (0.14, 0.38),
            (0.1, 0.52),
            (0.18, 0.68),
            (0.32, 0.68),
            (0.38, 0.6),
            (0.52, 0.54),
            (0.38, 0.5),
            (0.3, 0.44),
            (0.36, 0.25),
            (0.28, 0.06),
            (0.1, 0),
            (-0.2, 0),
            (-0.38, 0.12),
        ]
    else:  # a little car
        side = [
            (-0.5, 0.05),
            (-0.5, 0.3),
            (-0.38, 0.36),
            (-0.3, 0.52),
            (-0.24, 0.52),
            (-0.2, 0.3),
            (0.1, 0.28),
            (0.18, 0.46),
            (0.22, 0.46),
            (0.24, 0.34),
            (0.48, 0.28),
            (0.52, 0.05),
        ]
    outline = smooth(np.array(side) * k, times=1)
    gap = g.uniform(0.07, 0.12)
    boards = (
        [upright(outline, 0.025, x) for x in (gap, -gap)] if style == 2 or chance(g, 0.6) else [upright(outline, 0.07)]
    )
    seat = [
        box(0.26, 0.03, 0.3, 0, 0.3 * k, -0.08),
        box(0.24, 0.16, 0.03, 0, 0.33 * k, -0.24),
        box(gap * 2, 0.12, 0.4, 0, 0),
    ]
    bars = [
        lying(0.016, 0.46, 0, 0.46 * k, 0.18),
        lying(0.018, 0.46, 0, 0.12 * k, 0.12),
        *[ball(0.028, x, v * k, z) for x in (0.23, -0.23) for v, z in ((0.46, 0.18), (0.12, 0.12))],
    ]
    if style == 2:
        bars += [lying(0.11, 0.04, x * (gap + 0.03), 0.05, z) for x in (1, -1) for z in (0.3, -0.3)] + [
            turned(ring(0.1, 0.012), (-30, 0, 0), (0, 0.45 * k, 0.08))
        ]
    else:
        bars += [ball(0.025, x * (gap + 0.012), 0.6 * k, 0.3, (0.5, 1, 1)) for x in (1, -1)]
    return [*parts, *at(0, y, 0, *boards, *seat, *bars)]


KINDS = kinds_of(sandbox, monkey_bars, spring_rider)
