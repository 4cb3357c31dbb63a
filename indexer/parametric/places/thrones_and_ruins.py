"""Seats of kings and the stones and arches that outlast them."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, sector, slab, smooth, tube, upright
from indexer.parametric.solids import Part, at, ball, box, kinds_of, lathe, lying, turned


def _stone(g: Generator, w: float, h: float, d: float, rough: float = 0.13) -> Part:
    """A weathered block about the origin."""
    part = ball(0.62)
    v = np.array(part.vertices)
    v = np.sign(v) * np.abs(v) ** 0.55
    bumps = sum(np.sin(v @ g.normal(size=3) * f + g.uniform(0, 6)) / f for f in (2.0, 3.5, 6.0))
    part.vertices = v / np.abs(v).max(0) * 0.5 * (1 + rough * np.asarray(bumps))[:, None] * np.array((w, h, d))
    return part


def dolmen(g: Generator) -> list[Part]:
    style, n, r, h = int(g.integers(3)), int(g.integers(3, 7)), g.uniform(1.0, 1.5), g.uniform(1.3, 2.0)
    if style == 2:  # a passage of several pairs
        n = int(g.integers(2, 4))
        parts = [
            turned(
                _stone(g, 0.5, h, 1.1), (0, g.uniform(-12, 12), x * 7), (x * r * 0.8, h / 2, (i - (n - 1) / 2) * 1.25)
            )
            for i in range(n)
            for x in (1, -1)
        ]
        parts += [
            turned(
                _stone(g, r * 2.5, g.uniform(0.4, 0.6), 1.35),
                (g.uniform(-4, 4), g.uniform(-10, 10), g.uniform(-4, 4)),
                (0, h + 0.15, (i - (n - 1) / 2) * 1.3),
            )
            for i in range(n)
        ]
        return [*parts, turned(_stone(g, r * 1.3, h, 0.4), (0, 0, 0), (0, h / 2, -n * 0.65))]
    parts = []
    for i in range(n):
        t = math.radians(35 + 290 * (i + 0.5) / n)
        slant = g.uniform(4, 14)
        stone = turned(
            _stone(g, g.uniform(0.6, 1.1) if n > 3 else 0.8, h, g.uniform(0.35, 0.55)), (-slant, math.degrees(t), 0)
        )
        parts += at(r * math.sin(t), h / 2 - 0.05, r * math.cos(t), stone)
    cap = _stone(g, r * g.uniform(2.7, 3.5), g.uniform(0.45, 0.9), r * g.uniform(2.4, 3.0), 0.2)
    parts.append(turned(cap, (g.uniform(-9, 4), g.uniform(-25, 25), g.uniform(-5, 5)), (0, h + 0.18, 0)))
    if style == 1:  # on a mound with kerb stones
        parts.append(egg(r * 2.6, 0.35, r * 2.6, 0, -0.05, 0))
    loose = [
        turned(
            _stone(g, 0.5, 0.4, 0.5),
            (0, 60 * k, 0),
            (r * 2.2 * math.sin(k * 2.1 + r), 0.15, r * 2.2 * math.cos(k * 2.1 + r)),
        )
        for k in range(int(g.integers(2, 7)))
    ]
    return parts + loose


def aqueduct(g: Generator) -> list[Part]:
    style, bay, n = int(g.integers(3)), g.uniform(5, 8), int(g.integers(4, 8))
    thick, tiers, parts, y = g.uniform(1.6, 2.6), (1, 2, 3)[style], [], 0.0
    long = bay * n
    for k in range(tiers):
        small = k == 2  # a row of little arches on top
        m = n * 3 if small else n
        wide = long / m
        tall = wide * (1.1 if small else g.uniform(1.2, 2.2))
        r, d = wide * g.uniform(0.36, 0.41), thick * (1 - 0.15 * k)
        spring = tall - r - wide * 0.14
        for i in range(m):
            x = (i + 0.5) * wide - long / 2
            half = [
                (wide / 2, tall),
                (wide / 2, 0),
                (r, 0),
                *[(r * c, spring + r * s) for c, s in arc(1, 0, 90, 7)],
                (0, tall),
            ]
            parts += at(x, y, 0, *mirrored(slab(half, d)))
            if not small:
                parts += at(
                    x,
                    y,
                    0,
                    sector(r * 1.12, r, 0, 180, d * 1.12, 0, spring),
                    *[box((wide / 2 - r) * 2.3, 0.3, d * 1.15, v * wide / 2, spring - 0.3) for v in (1, -1)],
                )
                parts += (
                    [box((wide / 2 - r) * 2.6, tall * 0.12, d * 1.3, x + v * wide / 2, y) for v in (1, -1)]
                    if k == 0
                    else []
                )
        y += tall
        parts.append(box(long * 1.01, 0.35, d * 1.2, 0, y))
        y += 0.35
    parts += [box(long, 0.9, 0.3, 0, y, v * thick * 0.28) for v in (1, -1)] + [box(long, 0.3, thick * 0.6, 0, y)]
    if chance(g, 0.4):  # in ruins at one end
        x, h = long / 2 + bay * 0.5, y * g.uniform(0.4, 0.8)
        parts += [
            slab(
                [(-bay * 0.14, 0), (bay * 0.14, 0), (bay * 0.12, h * 0.8), (-bay * 0.03, h), (-bay * 0.14, h * 0.85)],
                thick,
                x + bay * 0.4,
            )
        ]
    return parts


def throne(g: Generator) -> list[Part]:
    style, w, d = int(g.integers(3)), g.uniform(0.7, 0.9), g.uniform(0.62, 0.78)
    seat, back, e = g.uniform(0.42, 0.52), g.uniform(1.0, 1.6), 0.09
    parts = [
        box(w, 0.1, d, 0, seat - 0.1),
        body([(-d * 0.42, w * 0.38, 0.06, seat + 0.03), (d * 0.45, w * 0.4, 0.07, seat + 0.03)], 5, 20),
        box(w * 0.92, seat * 0.7, d * 0.9, 0, 0.06),
    ]
    crest: list[tuple[float, float]] = [(w * 0.42, 0), (w * 0.42, back)]
    if style == 0:  # pointed like a church window
        crest += [(w * 0.34, back * 1.1), (w * 0.18, back * 1.22), (0, back * 1.36)]
    elif style == 1:  # rounded, with a shell
        crest += [(w * 0.42 * c, back + w * 0.42 * s) for c, s in arc(1, 15, 90, 7)]
    else:
        crest += [
            (w * 0.28, back),
            (w * 0.28, back * 1.1),
            (w * 0.14, back * 1.1),
            (w * 0.14, back * 1.2),
            (0, back * 1.2),
        ]
    outline = np.array(crest + [(-x, y) for x, y in crest[-2::-1]])
    parts += [
        slab(outline, 0.08, 0, seat, -d / 2 + 0.04),
        slab(smooth(outline * (0.7, 0.8), times=1), 0.07, 0, seat + back * 0.1, -d / 2 + 0.09),
    ]
    knob = lathe([(0, 0), (0.05, 0), (0.03, 0.04), (0.065, 0.1), (0.03, 0.17), (0, 0.22)])
    parts += [
        p
        for x in (1, -1)
        for p in (
            box(e, seat + back, e, x * w * 0.46, 0, -d / 2 + 0.04),
            *at(x * w * 0.46, seat + back, -d / 2 + 0.04, knob),
        )
    ]
    arm = g.uniform(0.24, 0.32)
    parts += [box(e, 0.07, d, x * w * 0.46, seat + arm, 0.02) for x in (1, -1)] + [
        lying(0.07, e * 1.2, x * w * 0.46, seat + arm + 0.02, d / 2 + 0.02) for x in (1, -1)
    ]
    for x in (1, -1):
        post = lathe(
            [(0, 0), (0.06, 0), (0.035, 0.05), (0.055, arm * 0.4), (0.03, arm * 0.7), (0.05, arm), (0, arm)],
            x * w * 0.46,
            seat,
            d / 2 - 0.05,
        )
        foot = [
            egg(0.075, 0.06, 0.1, x * w * 0.45, 0.05, d / 2),
            tube(
                smooth(
                    [
                        (x * w * 0.45, 0.05, d / 2 - 0.02),
                        (x * w * 0.45, seat * 0.5, d / 2 - 0.08),
                        (x * w * 0.45, seat, d / 2 - 0.02),
                    ],
                    False,
                ),
                0.05,
                8,
            ),
        ]
        parts += [
            post,
            *foot,
            *(
                [
                    upright(
                        [(-d / 2, seat), (d * 0.4, seat), (d * 0.45, seat + arm), (-d / 2, seat + arm)],
                        0.04,
                        x * w * 0.46,
                    )
                ]
                if style == 2
                else []
            ),
        ]
    top = seat + outline[:, 1].max()
    if style == 1:
        parts += [
            p
            for a in np.linspace(-60, 60, 7)
            for p in at(0, seat + back, -d / 2 + 0.1, turned(egg(0.03, w * 0.2, 0.03, 0, w * 0.25), (0, 0, float(a))))
        ]
    else:
        parts += [
            ball(0.06, 0, top + 0.05, -d / 2 + 0.04),
            *mirrored(
                tube(
                    smooth(
                        [
                            (0.02, top - 0.05, -d / 2),
                            (w * 0.2, top + 0.05, -d / 2),
                            (w * 0.42, seat + back, -d / 2 + 0.02),
                        ],
                        False,
                    ),
                    0.03,
                    6,
                )
            ),
        ]
    if style == 0 and chance(g):  # rays of blades about the back
        parts += [
            turned(
                slab([(-0.03, 0), (0.03, 0), (0, 0.8)], 0.02, 0, back * 0.5),
                (0, 0, float(a)),
                (0, seat + back * 0.4, -d / 2 - 0.03),
            )
            for a in np.linspace(-70, 70, 11)
        ]
    steps = [
        box(w * (1.5 + 0.5 * k), 0.12, d * (1.5 + 0.5 * k), 0, -0.12 * (k + 1), 0.15 * k + 0.1)
        for k in range(int(g.integers(0, 4)))
    ]
    return parts + steps


KINDS = kinds_of(dolmen, aqueduct, throne)
