"""Meat as it comes to the table: roasted whole, on a skewer, by the leg."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, tube
from indexer.parametric.solids import Part, around, ball, box, kinds_of, lathe, ring, rod, turned


def platter(a: float, b: float, h: float) -> Part:
    """An oval dish with a raised rim, its floor on height 0."""
    part = lathe([(0, -h * 0.4), (0.62, -h * 0.4), (1, h), (0.98, h * 1.2), (0.66, 0), (0, 0)])
    part.apply_scale((a, 1, b))
    return part


def lemon_slice(r: float, x: float, y: float, z: float, lean: float = 0) -> list[Part]:
    """A round slice with its segments."""
    wedges = [turned(box(r * 0.06, r * 0.3, r * 0.7, 0, 0, r * 0.45), (0, i * 45, 0)) for i in range(8)]
    parts = [ring(r, r * 0.14, axis="y"), rod(r, r * 0.15, y=-r * 0.05), *wedges]
    return [turned(p, (lean, 0, 0), (x, y, z)) for p in parts]


def drumstick(g: Generator) -> list[Part]:
    r, style = g.uniform(0.03, 0.04), int(g.integers(3))
    long, bone = r * g.uniform(1.8, 2.8), r * g.uniform(0.14, 0.2)
    t = np.linspace(0, 1, 15)
    fat = r * np.interp(t, [0, 0.08, 0.3, 0.6, 0.85, 1], [0.15, 0.6, 1, 0.8, 0.4, 0.3])
    fat[-1] = bone * 1.3
    bend = r * g.uniform(-0.25, 0.25)
    meat = loft(np.array([np.stack([f * np.cos(a) + bend * math.sin(3 * v), a * 0 + v * long, f * 0.88 * np.sin(a)], 1)
        for v, f in zip(t, fat, strict=True) for a in (np.linspace(0, 2 * math.pi, 20, endpoint=False),)]))  # fmt: skip
    top = long + r * g.uniform(0.6, 1.1)
    x = bend * math.sin(3)
    one = [
        meat,
        rod(bone, top - long * 0.8, x, long * 0.8),
        *[ball(bone * 1.5, x + s * bone * 1.1, top, 0) for s in (1, -1)],
    ]
    if style == 1:  # a paper frill on its bone
        one = [*one[:2], *around(10, turned(ring(bone * 1.3, bone * 0.4, axis="x"), (0, 0, 0), (0, top, bone * 2)))]
        one += [rod(bone * 1.6, r * 0.5, 0, top - r * 0.5)]
    if style == 2:  # a few on a dish
        m = int(g.integers(2, 4))
        laid = [
            turned(p.copy(), (90, 8 * (i - 1), 0), ((i - (m - 1) / 2) * r * 1.9, r * 0.85, -long * 0.6))
            for i in range(m)
            for p in one
        ]
        return [*laid, platter(r * (m + 0.8), long * 1.25, r * 0.3)]
    tilt = g.uniform(-70, 70)
    return [turned(p, (0, 0, tilt)) for p in one]


def roast_chicken(g: Generator) -> list[Part]:
    r, style, fat = g.uniform(0.08, 0.11), int(g.integers(3)), g.uniform(0.85, 1.05)
    parts = [body([(-r * 1.35, r * 0.3, r * 0.25, 0), (-r, r * 0.75, r * 0.6, 0),
        (-r * 0.2, r * fat, r * 0.85, r * 0.1),
        (r * 0.6, r * fat * 0.95, r * 0.82, r * 0.08), (r * 1.1, r * 0.6, r * 0.5, 0),
            (r * 1.3, r * 0.25, r * 0.2, 0)])]  # fmt: skip
    parts += mirrored(egg(r * 0.5, r * 0.35, r * 0.8, r * 0.36, r * 0.62, -r * 0.1))
    out, up = g.uniform(0.15, 0.6), g.uniform(0.35, 0.8)
    hip, knee = np.array((r * 0.85, r * 0.15, -r * 0.1)), np.array((r * 0.8, r * 0.4, r * 0.9))
    foot = knee + r * np.array((-0.45 + out * 0.6, up, 0.75))
    path = np.array(
        [hip + (knee - hip) * t for t in (0, 0.35, 0.7)] + [knee + (foot - knee) * t for t in (0.1, 0.4, 0.7)]
    )
    leg = [tube(path, [r * k for k in (0.2, 0.42, 0.44, 0.36, 0.24, 0.15)], 14), tube([path[-1], foot], r * 0.085),
        *[ball(r * 0.13, foot[0] + s * r * 0.08, foot[1], foot[2]) for s in (1, -1)]]  # fmt: skip
    if style == 1:
        leg.append(tube([path[-1], foot], [r * 0.14, r * 0.22], 12))
    wing = tube([(r * 0.75, r * 0.25, -r * 0.75), (r * 1.2, -r * 0.1, -r * 0.3), (r * 1.0, r * 0.1, -r * 0.95),
        (r * 0.7, r * 0.3, -r * 1.2)],
        [r * 0.2, r * 0.2, r * 0.16, r * 0.06], 12)  # fmt: skip
    parts += mirrored(*leg, wing)
    if style == 2:
        return parts
    dish = platter(r * 1.75, r * 2.2, r * 0.22)
    dish.apply_translation((0, -r * 0.72, 0))
    around_it = [
        ball(r * g.uniform(0.18, 0.26), r * 1.3 * x, -r * 0.5, r * 1.65 * z, (1, 0.9, 1.2))
        for x, z in arc(1, 0, 330, int(g.integers(8, 15)))
    ]
    return [*parts, dish, *(around_it if chance(g, 0.7) else [])]


def shish_kebab(g: Generator) -> list[Part]:
    r, m, style = g.uniform(0.014, 0.02), int(g.integers(5, 9)), int(g.integers(3))

    def skewer() -> list[Part]:
        y, parts = r, []
        for _ in range(m):
            what, h = int(g.integers(4)), r * g.uniform(1.1, 1.9)
            if what < 2:
                chunk = body(
                    [
                        (0, r * 0.7, r * 0.7, 0),
                        (h * 0.2, r, r * 0.95, 0),
                        (h * 0.8, r * 0.95, r, 0),
                        (h, r * 0.7, r * 0.7, 0),
                    ],
                    4.5,
                )
                parts.append(turned(chunk, (-90, g.uniform(0, 90), 0), (0, y, 0)))
            elif what == 2:
                h = r * 0.5
                parts.append(turned(rod(r * 1.15, h), (g.uniform(-8, 8), 0, 0), (0, y, 0)))
            else:
                h = r * 1.7
                parts.append(ball(r * 0.9, 0, y + h / 2, 0))
            y += h * 1.04
        parts += [rod(r * 0.1, y + r * 4, y=-r * 2.5), rod(r * 0.1, r * 0.6, 0, y + r * 1.5, 0, r * 0.01)]
        return [*parts, ring(r * 0.35, r * 0.09, 0, -r * 2.8)] if style == 1 else parts

    if style < 2:
        tilt = g.uniform(60, 90)
        return [turned(p, (0, 0, tilt)) for p in skewer()]
    n = int(g.integers(2, 4))
    laid = [
        turned(p, (0, 10 * i, 90), (r * 6, r * 1.1, (i - (n - 1) / 2) * r * 2.7)) for i in range(n) for p in skewer()
    ]
    return [*laid, platter(r * 8.5, r * (n * 1.6 + 2), r * 0.4)]


KINDS = kinds_of(drumstick, roast_chicken, shish_kebab)
