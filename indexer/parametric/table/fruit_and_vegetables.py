"""Vegetables, nuts and small fruit."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, body, chance, egg, loft, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, kinds_of, lathe, ring, rod, turned


def _lobed(profile: Points, n: float, depth: float, sides: int = 48) -> Part:
    """A profile of (radius, height) turned about the upright axis, with n rounded lobes."""
    a = np.arange(sides) * 2 * math.pi / sides
    wave = 1 - depth * (1 - np.abs(np.cos(a * n / 2)))
    return loft(np.array([np.stack([r * wave * np.cos(a), a * 0 + y, r * wave * np.sin(a)], 1) for r, y in profile]))


def _leaf(h: float, wide: float, out: float, cup: float, thick: float) -> Part:
    """A leaf rising from the origin and leaning to +z by `out`, hollow towards the axis by `cup`."""
    a = np.arange(12) * math.pi / 6
    rows = []
    for t in np.linspace(0, 1, 9):
        w = wide * (0.12 + 0.88 * math.sin(math.pi * min(0.1 + 0.88 * t, 1)) ** 0.8)
        z = out * t**1.6 + thick * np.sin(a) - cup * (w * np.cos(a)) ** 2 / wide
        rows.append(np.stack([w * np.cos(a), a * 0 + h * t, z], 1))
    return loft(np.array(rows))


def garlic(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.024, 0.032), int(g.integers(7, 11)), int(g.integers(3))
    neck = g.uniform(1.2, 1.9) * r
    line = smooth(
        [(0.001, 0), (r * 0.6, 0), (r * 1.08, r * 0.5), (r, r), (r * 0.3, neck), (r * 0.16, neck * 1.25)], False
    )
    stem = [(r * 0.16, neck * 1.25), (r * 0.13, neck * g.uniform(1.5, 2.1)), (r * 0.12, neck * 2.15)]
    bulb = [
        _lobed([*line, *stem], n, g.uniform(0.15, 0.28), n * (4 if style == 2 else 6)),
        rod(r * 0.3, r * 0.12, y=-r * 0.08),
    ]
    long = g.uniform(0.8, 1.15) * r
    clove = body([(-long, r * 0.08, r * 0.1, 0), (-long * 0.6, r * 0.36, r * 0.42, r * 0.1),
        (0, r * 0.42, r * 0.5, r * 0.16), (long * 0.6, r * 0.26, r * 0.3, r * 0.05),
        (long * 1.15, r * 0.05, r * 0.05, -r * 0.12)], 2.6)  # fmt: skip
    if style == 0:
        tilt = g.uniform(0, 70)
        return [turned(p, (tilt, 0, 0)) for p in bulb] if chance(g, 0.4) else bulb
    if style == 1:  # with loose cloves
        spots = [(r * 1.7, 20), (r * 1.3, 100), (-r * 1.8, -30)][: int(g.integers(1, 4))]
        return bulb + [
            turned(clove.copy(), (0, a, 0), (x, r * 0.3, r * (0.8 + i * 0.5))) for i, (x, a) in enumerate(spots)
        ]
    rows = int(g.integers(3, 6))  # a plait
    braid = [turned(p.copy(), (0, 0, s * 125), (s * r * 1.6, i * r * 1.9, r * 0.4)) for i in range(rows)
        for s in (1, -1) for p in bulb]  # fmt: skip
    t = np.linspace(0, 1, 30) * rows * r * 2.4 - r * 1.5
    ropes = [tube(np.stack([r * 0.3 * np.sin(t / r * 2 + k), t, r * 0.3 * np.cos(t / r * 2 + k)], 1), r * 0.25, 6)
        for k in (0, 2.1, 4.2)]  # fmt: skip
    return [*braid, *ropes, ring(r * 0.4, r * 0.1, 0, t[-1] + r * 0.3)]


def bell_pepper(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.036, 0.045), int(g.integers(3, 5)), int(g.integers(3))
    h, foot = r * g.uniform(1.7, 2.6), g.uniform(0.5, 0.75)
    line = smooth([(0.001, r * 0.2), (r * foot * 0.6, 0), (r * foot, r * 0.1), (r * 0.9, h * 0.5), (r * 1.1, h * 0.9),
        (r * 0.75, h * 1.06), (r * 0.3, h * 0.9), (0.001, h * 0.86)], False, 3)  # fmt: skip
    depth = g.uniform(0.14, 0.24)
    bend = g.uniform(-0.4, 0.4) * r
    stem = [tube([(0, h * 0.85, 0), (0, h * 1.1, 0), (bend, h * 1.1 + r * 0.45, 0)], [r * 0.16, r * 0.12, r * 0.16]),
        _lobed([(r * 0.34, h * 0.89), (r * 0.3, h * 0.95), (r * 0.12, h * 0.97)], 5, 0.3, 40)]  # fmt: skip
    whole = [_lobed(line, n, depth), *stem]
    if style == 0:
        return whole
    if style == 1:  # lying
        tilt = g.uniform(-8, 8)
        return [turned(p, (0, 0, 90 + tilt), (0, r, 0)) for p in whole]
    cut = h * 0.72  # hollow, its lid beside it
    high = [p for p in line if p[1] >= cut]
    low = [p for i, p in enumerate(line) if p[1] < cut and i < len(line) * 0.6]
    wall = [(p[0] * 0.86, max(p[1], r * 0.25)) for p in reversed(low)]
    lid = [_lobed([(0.001, cut), *high], n, depth), *stem]
    seeds = [ball(r * 0.06, r * 0.3 * x, r * 0.5, r * 0.3 * z) for x, z in arc(1, 0, 300, 6)]
    tilt = g.uniform(-8, 8)
    side = [turned(p, (25 + tilt, 0, 0), (r * 2.3, -cut * 0.75, -cut * 0.2)) for p in lid]
    return [_lobed([*low, *wall], n, depth), *seeds, *side]


def chili_pepper(g: Generator) -> list[Part]:
    def pod(long: float, r: float, curve: float) -> list[Part]:
        t = np.linspace(0, 1, 24)
        path = np.stack([curve * long * (1 - np.cos(t * 2)), -long * t, curve * long * 0.3 * np.sin(t * 5)], 1)
        radii = r * np.interp(t, [0, 0.06, 0.3, 0.75, 0.88, 0.96, 1], [0.7, 1, 0.97, fat, fat * 0.75, fat * 0.42, 0.04])
        top = [(0, r * 0.1, 0), (0, r * 0.9, 0), (-curve * r * 4, r * 2.8, 0)]
        return [tube(path, list(radii), 14), lathe([(r * 1.02, -r * 0.5), (r * 0.85, r * 0.2), (r * 0.2, r * 0.5)]),
            tube(smooth(top, False), r * 0.2)]  # fmt: skip

    style, fat = int(g.integers(4)), g.uniform(0.35, 0.6)
    if style == 0:  # long and bent
        parts = pod(g.uniform(0.09, 0.14), g.uniform(0.007, 0.01), g.uniform(0.2, 0.5))
    elif style == 1:  # stout
        fat = g.uniform(0.75, 0.9)
        parts = pod(g.uniform(0.05, 0.07), g.uniform(0.012, 0.016), g.uniform(0.05, 0.2))
    else:  # a bunch
        n, long, r = int(g.integers(3, 6)), g.uniform(0.07, 0.11), g.uniform(0.006, 0.01)
        parts = [turned(p, (0, 180, (i - (n - 1) / 2) * 24), (0, 0, r * (i % 2) * 2.2)) for i in range(n)
            for p in [turned(q, (0, 0, 0), (0, -r * 3, 0)) for q in pod(long, r, g.uniform(0.1, 0.3))]]  # fmt: skip
        return [*parts, ball(r * 0.6)]
    return [turned(p, (0, 0, 90)) for p in parts] if chance(g) else parts


def cauliflower(g: Generator) -> list[Part]:
    r, n, m = g.uniform(0.06, 0.08), int(g.integers(6, 9)), int(g.integers(30, 38))
    parts = [egg(r * 0.92, r * 0.72, r * 0.92, 0, r, 0), rod(r * 0.45, r * 0.7, 0, 0, 0, r * 0.7)]
    for i in range(m):
        up, turn = 1 - 1.0 * (i + 0.5) / m, i * 2.39996
        out = math.sqrt(1 - up * up)
        size = r * g.uniform(0.17, 0.25)
        parts.append(ball(size, r * 0.88 * out * math.cos(turn), r * (1 + 0.72 * up), r * 0.88 * out * math.sin(turn)))
    leaf = _leaf(r * g.uniform(1.3, 1.9), r * g.uniform(0.45, 0.65), r * g.uniform(0.35, 0.8), 0.6, r * 0.04)
    rib = tube([(0, r * 0.1, r * 0.06), (0, r * 0.8, r * 0.25)], [r * 0.12, r * 0.05])
    leaves = around(n, *at(0, 0, r * 0.75, leaf, rib))
    return parts + leaves


def artichoke(g: Generator) -> list[Part]:
    r, rows = g.uniform(0.045, 0.06), int(g.integers(6, 9))
    tall, opened = r * g.uniform(1.9, 2.4), g.uniform(0.1, 0.45)
    stalk = g.uniform(0.6, 2) * r
    heart = smooth(
        [(0.001, 0), (r * 0.7, r * 0.05), (r * 0.9, tall * 0.4), (r * 0.4, tall * 0.85), (0.001, tall)], False
    )
    parts: list[Part] = [lathe([(float(x), float(y)) for x, y in heart])]
    parts.append(rod(r * 0.22, stalk + r * 0.2, y=-stalk, top=r * 0.3))
    for i in range(rows):
        t = i / rows
        n = round(9 - 4 * t)
        at_r = r * math.sin(math.pi * (0.28 + 0.62 * t)) * 0.85
        scale = _leaf(tall * 0.42, r * (0.42 - 0.12 * t), r * (opened - t * 0.45), 0.45, r * 0.05)
        parts += around(n, *at(0, tall * 0.72 * t, at_r, scale), start=i * 180 / n)
    return parts


def asparagus(g: Generator) -> list[Part]:
    long, r, style = g.uniform(0.18, 0.24), g.uniform(0.006, 0.009), int(g.choice([0, 1, 2, 2]))
    line = [
        (0.001, 0),
        (r, 0),
        (r * 0.95, long * 0.72),
        (r * 1.15, long * 0.82),
        (r * 0.8, long * 0.93),
        (0.0005, long),
    ]
    scale = body(
        [(0, r * 0.5, r * 0.2, 0), (r * 1.2, r * 0.6, r * 0.25, r * 0.1), (r * 2.6, r * 0.08, r * 0.1, -r * 0.1)], 2, 6
    )
    scale = turned(scale, (-90, 0, 0))
    spear = [lathe([(float(a), float(b)) for a, b in line])]
    for i in range(16):
        y = long * (0.3 + 0.13 * i if i < 4 else 0.74 + 0.015 * (i - 4))
        spear.append(turned(scale.copy(), (0, 0, 0), (0, y, r * float(np.interp(y / long, [0.8, 1], [0.9, 0.35])))))
        spear[-1] = turned(spear[-1], (0, i * 137.5, 0))
    if style == 0:
        return [turned(p, (0, 0, 90)) for p in spear]
    if style == 1:  # side by side
        return [
            turned(p.copy(), (0, i * 50, 90 + (i % 3 - 1) * 4), (0, 0, i * r * 2.4)) for i in range(4) for p in spear
        ]
    spots = [(0.0, 0.0), *map(tuple, arc(2.2, 0, 300, 6)), *map(tuple, arc(4.2, 15, 345, 8))]
    parts = [
        turned(p.copy(), (0, i * 77, 0), (x * r, (i * 7 % 5) * r * 0.9, z * r))
        for i, (x, z) in enumerate(spots)
        for p in spear
    ]
    bands = [ring(r * 5.2, r * 0.45, 0, long * f, 0, "y") for f in ((0.35,) if chance(g) else (0.18, 0.5))]
    return parts + bands


def pea_pod(g: Generator) -> list[Part]:
    n, r, style = int(g.integers(5, 9)), g.uniform(0.0045, 0.006), int(g.choice([0, 1, 1, 2, 2]))
    half, bow = n * r * 1.15, g.uniform(0.05, 0.25)
    t = np.linspace(-1, 1, 17)
    wide = np.sqrt(np.clip(1 - np.abs(t) ** 3, 0.02, 1)) * r * 1.5
    low = bow * half * t * t
    peas = [
        ball(r * g.uniform(0.88, 1.05), x, bow * half * (x / half) ** 2, 0)
        for x in np.linspace(-half * 0.78, half * 0.78, n)
    ]
    stem = [tube([(half * 0.98, low[0], 0), (half * 1.15, low[0] + r, 0), (half * 1.35, low[0] + r, 0)], r * 0.25),
        lathe([(r * 0.8, 0), (r * 0.5, r * 0.8), (0.001, r)])]  # fmt: skip
    stem[1] = turned(stem[1], (0, 0, -70), (half * 0.92, low[0], 0))
    if style == 0:  # shut, with bulges
        shell = body([(x * half, w * 0.4, w * 1.1, c) for x, w, c in zip(t, wide, low, strict=True)])
        return [turned(shell, (0, 90, 0)), *peas, *stem]
    a = np.radians(np.linspace(-25, 205, 12) + 180)  # open above
    gape = g.uniform(0.75, 1.1)
    rows = []
    for x, w, c in zip(t, wide, low, strict=True):
        sides = np.stack([w * gape * np.cos(a), w * np.sin(a)], 1)
        both = np.concatenate([sides, sides[::-1] * 0.88])
        rows.append(np.column_stack([np.full(len(both), x * half), both[:, 1] + c, both[:, 0]]))
    pod = [loft(np.array(rows)), *peas, *stem]
    tilt = g.uniform(25, 55)
    pod = [turned(p, (tilt, 0, 0)) for p in pod]
    if style == 1:
        return pod
    loose = at(half, -r * 0.5, r * 4, peas[0], *at(r * 4, 0, r, peas[0]))
    return [*pod, *[turned(p.copy(), (0, 25, 0), (0, 0, -r * 5)) for p in pod], *loose]


KINDS = kinds_of(garlic, bell_pepper, chili_pepper, cauliflower, artichoke, asparagus, pea_pod)
