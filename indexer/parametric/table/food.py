"""Fruit, cakes and dishes."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, slab, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, ring, rod, turned


def apple(g: Generator) -> list[Part]:
    r, tall = g.uniform(0.036, 0.042), g.uniform(0.85, 1.05)
    half = [(0, -0.6), (0.3, -0.82), (0.7, -0.62), (0.98, 0.05), (0.92, 0.5), (0.6, 0.82), (0.3, 0.78), (0, 0.5)]
    curve = smooth(half, closed=False)
    stem = tube([(0, r * 0.5, 0), (0, r * 1.0, 0), (0.006, r * 1.35, 0)], 0.002, 6)
    leaf = turned(
        slab(smooth([(0, 0), (0.012, 0.009), (0.028, 0), (0.012, -0.009)]), 0.001), (70, 20, 20), (0.004, r * 1.15, 0)
    )
    return [lathe([(x * r, y * r * tall) for x, y in curve]), stem, *([leaf] if chance(g, 0.6) else [])]


def banana(g: Generator) -> list[Part]:
    bend, n = g.uniform(0.1, 0.14), int(g.choice([1, 1, 3, 4]))
    parts = []
    for i in range(n):
        line = np.array([(bend * math.cos(a), bend * math.sin(a), 0) for a in np.radians(np.linspace(200, 318, 14))])
        radii = [0.005, 0.006, 0.012, 0.016, 0.018, 0.019, 0.019, 0.019, 0.019, 0.018, 0.016, 0.012, 0.007, 0.005]
        part = tube(line - line[0], radii, 6)
        parts.append(turned(part, (0, (i - (n - 1) / 2) * 22, 0)))
    return [*parts, *([egg(0.014, 0.012, 0.02)] if n > 1 else [])]


def pear(g: Generator) -> list[Part]:
    r, neck = g.uniform(0.036, 0.042), g.uniform(1.5, 2.0)
    half = smooth(
        [(0, -0.85), (0.5, -0.95), (1.05, -0.3), (0.9, 0.5), (0.45, neck * 0.65), (0.38, neck), (0, neck * 1.02)], False
    )
    return [
        lathe([(x * r, y * r) for x, y in half]),
        tube([(0, r * neck * 0.9, 0), (0.002, r * neck + 0.012, 0), (0.008, r * neck + 0.022, 0)], 0.002, 6),
    ]


def ice_cream_cone(g: Generator) -> list[Part]:
    n, r = int(g.integers(1, 4)), g.uniform(0.028, 0.034)
    h = g.uniform(0.1, 0.13)
    parts = [rod(0.003, h, top=r * 0.95), ring(r * 0.93, 0.003, y=h, axis="y")]
    grid = [
        tube(
            [
                (math.cos(s * t * 3 + b) * r * 0.98 * t, h * t, math.sin(s * t * 3 + b) * r * 0.98 * t)
                for t in np.linspace(0.1, 1, 8)
            ],
            0.001,
            4,
        )
        for s in (1, -1)
        for b in np.arange(5) * 1.257
    ]
    if chance(g, 0.35):  # soft ice, wound up to a tip
        coil = [
            ((1 - a / 22) * r * 0.75 * math.cos(a), h + 0.008 + a * 0.0032, (1 - a / 22) * r * 0.75 * math.sin(a))
            for a in np.linspace(0, 21, 50)
        ]
        return [*parts, *grid, tube(coil, list(np.linspace(0.014, 0.003, 50))), rod(r * 0.8, 0.03, y=h, top=r * 0.2)]
    scoops = [ball(r * (1.08 - 0.06 * i), 0, h + r * (0.55 + 1.25 * i)) for i in range(n)]
    return [*parts, *grid, *scoops, *([ball(0.009, 0, h + r * (1.5 + 1.25 * (n - 1)), 0)] if chance(g, 0.4) else [])]


def hamburger(g: Generator) -> list[Part]:
    r, dome, layers = 0.055, g.uniform(0.03, 0.045), int(g.integers(1, 3))
    parts = [lathe([(0, 0), (r * 0.85, 0), (r, 0.008), (r, 0.016), (r * 0.95, 0.02), (0, 0.02)])]
    y = 0.02
    for _ in range(layers):
        wave = [
            ((1.12 + 0.05 * math.sin(9 * a)) * r * math.cos(a), (1.12 + 0.05 * math.sin(9 * a)) * r * math.sin(a))
            for a in np.linspace(0, 2 * math.pi, 55)[:-1]
        ]
        parts += [
            turned(slab(wave, 0.004), (90, 0, 0), (0, y + 0.002, 0)),
            lathe([(0, 0), (r, 0), (r * 1.05, 0.007), (r, 0.014), (0, 0.014)], y=y + 0.004),
        ]
        parts.append(turned(box(r * 1.75, 0.003, r * 1.75), (0, float(g.uniform(0, 90)), 0), (0, y + 0.018, 0)))
        y += 0.021
    bun = [(r * math.cos(a), dome * math.sin(a)) for a in np.linspace(0, math.pi / 2, 8)]
    parts.append(lathe([(0, 0), (r * 0.95, 0), *[(x, h + 0.006) for x, h in bun]], y=y))
    for a, t in zip(g.uniform(0, 6.3, 16), g.uniform(0.7, 1.5, 16), strict=True):
        parts.append(
            egg(
                0.0035,
                0.002,
                0.002,
                r * math.cos(t) * math.cos(a),
                y + 0.006 + dome * math.sin(t),
                r * math.cos(t) * math.sin(a),
            )
        )
    return parts


def pizza(g: Generator) -> list[Part]:
    r, n, gone = 0.15, 8, int(g.integers(0, 3))
    end = 360 - 45 * gone
    wedge = [*arc(r, 0, end, 40)[: -1 if not gone else None], *([(0.0, 0.0)] if gone else [])]
    parts = [turned(slab(wedge, 0.008), (-90, 0, 0)), tube([(x, 0.004, -y) for x, y in arc(r, 0, end, 40)], 0.011)]
    for _ in range(int(g.integers(9, 18))):
        a, t = math.radians(float(g.uniform(8, end - 8))), float(g.uniform(0.25, 0.82))
        parts.append(rod(0.016, 0.004, r * t * math.cos(a), 0.003, -r * t * math.sin(a)))
    cuts = [turned(box(r * 0.95, 0.003, 0.003, r * 0.47, 0.003), (0, 360 * i / n, 0)) for i in range(n - gone)]
    return [*parts, *cuts]


def birthday_cake(g: Generator) -> list[Part]:
    tiers, n = int(g.integers(1, 4)), int(g.integers(3, 9))
    parts, y, r = [rod(0.19, 0.01, y=-0.01)], 0.0, 0.15
    for _ in range(tiers):
        parts += [rod(r, 0.07, y=y)] + [
            ball(0.012, r * math.cos(a), y + 0.07, r * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 17)[:-1]
        ]
        y, r = y + 0.07, r * 0.7
    for a in np.arange(n) * 2 * math.pi / n:
        x, z = r * math.cos(a), r * math.sin(a)
        parts += [rod(0.005, 0.05, x, y, z), egg(0.004, 0.009, 0.004, x, y + 0.06, z)]
    return parts


KINDS = kinds_of(apple, banana, pear, ice_cream_cone, hamburger, pizza, birthday_cake)
