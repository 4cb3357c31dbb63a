"""Nuts, cones and small fruit from trees."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, body, chance, egg, loft, plate, smooth, tube
from indexer.parametric.solids import Part, ball, kinds_of, lathe, rod, turned


def peanut(g: Generator) -> list[Part]:
    r, bulges, style = g.uniform(0.006, 0.008), 2 if chance(g, 0.75) else 3, int(g.integers(3))
    half, waist = r * bulges * 1.15, g.uniform(0.18, 0.35)
    t = np.linspace(-1, 1, 33)
    radius = (
        r * (1 - waist * 0.5 * (1 + np.cos(np.pi * bulges * (t + 1)))) * np.sqrt(np.clip(1 - np.abs(t) ** 5, 0.01, 1))
    )
    bow = r * g.uniform(0, 0.5) * t * t
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    rough = 1 + 0.05 * np.abs(np.cos(5 * a))[None, :] - 0.05 * np.abs(np.sin(t * half / r * 4))[:, None]
    spread = radius[:, None] * rough
    x = np.repeat(t[:, None] * half, 40, 1)
    shell = loft(np.stack([x, spread * np.cos(a) + bow[:, None], spread * np.sin(a)], 2))
    tip = tube([(half * 0.97, bow[-1], 0), (half * 1.08, bow[-1] + r * 0.1, 0)], [r * 0.2, r * 0.05])
    spots = (np.arange(bulges) + 0.5) / bulges * 2 * half - half
    if style == 0:
        return [shell, tip]
    turn = math.pi * (1 + np.arange(24) / 23)  # the lower half, with its kernels
    rows = [np.concatenate([np.stack([np.full(24, x), w * k * np.sin(d) + c, w * k * np.cos(d)], 1)
        for k, d in ((1.0, turn), (0.86, turn[::-1]))]) for x, w, c in zip(t * half, radius, bow,
            strict=True)]  # fmt: skip
    kernels = [egg(r * 0.85, r * 0.7, r * 0.7, x, r * 0.05, 0) for x in spots[: bulges - (style == 2)]]
    opened = [loft(np.array(rows)), *kernels]
    if style == 1:
        return opened
    tilt = g.uniform(20, 40)
    return opened + [turned(p, (0, tilt, 0), (0, 0, -r * 3)) for p in (shell, tip)]


def _leaf_plate(long: float, wide: float, teeth: int) -> Part:
    """A flat leaf lying from the origin to +x, its edge waved by lobes."""
    t = np.linspace(0, 1, 25)
    half = wide * np.sin(np.pi * t**0.8) * (1 + (0.35 * np.cos(2 * np.pi * teeth * t) if teeth else 0)) + wide * 0.03
    up = [(long * x, w) for x, w in zip(t, half, strict=True)]
    return plate([*up, *[(x, -w) for x, w in reversed(up)]], wide * 0.06)


def acorn(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.008, 0.011), g.uniform(2.0, 2.9), int(g.integers(3))
    cup, stalk = g.uniform(0.55, 0.85) * r, g.uniform(0.5, 1.6) * r
    line = smooth([(0.001, -r * h), (r * 0.12, -r * (h - 0.15)), (r * 0.75, -r * (h - 0.5)), (r, -r), (r, 0)], False)
    nut = [lathe([(float(x), float(y)) for x, y in line]), tube([(0, cup, 0), (r * 0.2, cup + stalk, 0)], r * 0.12)]
    cap = smooth(
        [(r, -r * 0.35), (r * 1.22, -r * 0.35), (r * 1.2, cup * 0.45), (r * 0.7, cup), (0.001, cup * 1.1)], False
    )
    nut.append(lathe([(float(x), float(y)) for x, y in cap]))
    for row in range(5):  # scales
        y = -r * 0.2 + (cup + r * 0.2) * row / 6.5
        out = float(np.interp(y, cap[3:, 1], cap[3:, 0]))
        m = max(6, int(out / r * 12))
        bump = body(
            [(-r * 0.2, r * 0.02, r * 0.1, 0), (0, r * 0.17, r * 0.16, 0), (r * 0.07, r * 0.05, r * 0.04, 0)], 2, 6
        )
        nut += [turned(bump.copy(), (0, 360 * (i + row % 2 / 2) / m, 0),
            (out * math.sin(2 * math.pi * (i + row % 2 / 2) / m),
            y, out * math.cos(2 * math.pi * (i + row % 2 / 2) / m))) for i in range(m)]  # fmt: skip
    if style == 0:
        over = 180 if chance(g, 0.3) else 0
        return [turned(p, (over, 0, 0)) for p in nut]
    if style == 1:
        tilt = g.uniform(0, 20)
        return [turned(p, (0, 0, 75 + tilt)) for p in nut]
    twin = [turned(p.copy(), (0, a, s * 28), (s * r * 1.2, 0, 0)) for s, a in ((1, 0), (-1, 60)) for p in nut]
    leaves = [turned(_leaf_plate(r * g.uniform(5, 7), r * 1.7, 4), (g.uniform(30, 60), 0, a),
        (0, cup + stalk, -r * 0.5))
        for a in (g.uniform(10, 40), g.uniform(140, 170))]  # fmt: skip
    return [
        *twin,
        *leaves,
        tube([(-r * 3, cup + stalk, 0), (0, cup + stalk * 1.2, 0), (r * 3, cup + stalk * 2, 0)], r * 0.2),
    ]


def pine_cone(g: Generator) -> list[Part]:
    r, style = g.uniform(0.025, 0.035), int(g.integers(3))
    tall = r * (g.uniform(1.9, 2.6) if style < 2 else g.uniform(4, 5.5))
    opened = (g.uniform(20, 45), g.uniform(0, 15), g.uniform(0, 20))[style]
    m = int(g.integers(75, 95)) if style < 2 else int(g.integers(120, 150))
    slim = 0.55 if style == 2 else 1.0
    core = smooth([(0.001, 0), (r * 0.3 * slim, tall * 0.05), (r * 0.4 * slim, tall * 0.4), (0.001, tall)], False)
    parts: list[Part] = [lathe([(float(x), float(y)) for x, y in core])]
    for i in range(m):
        t = i / m
        size = r * slim * float(np.interp(t, [0, 0.2, 0.6, 1], [0.8, 1.15, 0.95, 0.35]))
        scale = body([(0, size * 0.1, size * 0.05, 0), (size * 0.6, size * 0.36, size * 0.07, 0),
            (size * 0.9, size * 0.3, size * 0.16, size * 0.05), (size, size * 0.06, size * 0.05, size * 0.1)], 2.5,
                8)  # fmt: skip
        lift = float(np.interp(t, [0, 0.3, 1], [opened, -opened * 0.2 - 10, -80])) - 45 * (style > 0) * (1 - t)
        parts.append(turned(scale, (lift, i * 137.508, 0), (0, tall * (0.04 + 0.9 * t), 0)))
    if style == 2 or chance(g, 0.4):
        parts.append(rod(r * 0.12, r * 0.6, y=-r * 0.55))
    tip = 180 if style == 2 and chance(g) else (100 if chance(g, 0.3) else 0)
    return [turned(p, (0, 0, tip)) for p in parts]


def cherry(g: Generator) -> list[Part]:
    r, style = g.uniform(0.009, 0.012), int(g.choice([0, 1, 1, 2]))
    high, gap = r * g.uniform(3.5, 6), r * g.uniform(1.2, 1.8)
    line = smooth([(0.001, -r * 0.88), (r * 0.6, -r * 0.92), (r * 1.08, -r * 0.1), (r * 0.85, r * 0.85),
        (r * 0.3, r * 0.85),
        (0.001, r * 0.55)], False, 3)  # fmt: skip
    fruit = lathe([(float(x), float(y)) for x, y in line])
    feet = {0: [(0.0, 0.0)], 1: [(-gap, 0.0), (gap, -r * g.uniform(0, 1))]}.get(style,
        [(-gap * 1.3, 0.0), (0.0, -r * 1.2), (gap * 1.3, r * 0.2)])  # fmt: skip
    top = (r * g.uniform(-1, 1.6), high, 0.0)
    parts = []
    for i, (x, y) in enumerate(feet):
        z = r * 0.7 * (i % 2) * (style == 2)
        parts.append(turned(fruit.copy(), (0, i * 40, 0), (x, y, z)))
        bend: Points = [(x, y + r * 0.55, z), (x * 1.1 - r * 0.3 * (style == 0), y + high * 0.6, z / 2), top]
        parts.append(tube(smooth(bend, False, 3), r * 0.1))
    parts.append(ball(r * 0.22, *top, scale=(1.3, 0.8, 1)))
    leaves = int(g.integers(0, 3)) if style else int(chance(g))
    for i in range(leaves):
        leaf = _leaf_plate(r * g.uniform(3.5, 5), r * g.uniform(1.0, 1.4), 0)
        parts.append(turned(leaf, (g.uniform(35, 70), 0, g.uniform(-20, 25) + 180 * i), top))
    return parts


def walnut(g: Generator) -> list[Part]:
    r, long, style = g.uniform(0.017, 0.021), g.uniform(1.05, 1.3), int(g.integers(3))
    a, b = np.linspace(0, 2 * math.pi, 48, endpoint=False), np.linspace(-1.5, 1.5, 25)
    k = g.uniform(0, 6, 4)
    rows = []
    for v in b:
        wrinkle = 0.035 * np.abs(np.sin(6 * a + 2 * np.sin(v * 3 + k[0]))) + 0.03 * np.sin(
            9 * v + 3 * np.sin(3 * a + k[1])
        )
        seam = 0.1 * np.exp(-((np.abs(np.sin(a)) / 0.12) ** 2))
        out = r * math.cos(v) * (1 + wrinkle + seam)
        rows.append(
            np.stack([out * np.cos(a), a * 0 + r * long * math.sin(v) * (1 + 0.06 * (v > 1.3)), out * np.sin(a)], 1)
        )
    whole = loft(np.array(rows))
    if style == 0:
        return [turned(whole, (0, g.uniform(0, 180), 0))]
    half = [np.concatenate([np.stack([r * k2 * math.cos(v) * np.cos(d), d * 0 + r * long * k2 * math.sin(v),
        r * k2 * math.cos(v) * np.sin(d)], 1) for k2, d in ((1.05, c), (0.88, c[::-1]))])
        for v in b for c in (np.linspace(math.pi, 2 * math.pi, 20),)]  # fmt: skip
    lobes = [tube([(x * r * (0.3 + 0.12 * math.sin(5 * t + k[2])), r * long * 0.72 * t,
        r * (0.1 + 0.1 * math.cos(7 * t)))
        for t in np.linspace(-1, 1, 16)], [r * (0.3 + 0.05 * (i % 2)) * math.sqrt(max(1 - (i / 8 - 0.94) ** 2, 0.05))
        for i in range(16)]) for x in (-1, 1)]  # fmt: skip
    opened = [loft(np.array(half)), *lobes]
    back = [turned(p, (-60, 0, 0)) for p in opened]
    return back if style == 1 else [*back, turned(whole, (0, 30, 80), (r * 2.6, 0, -r * 0.6))]


KINDS = kinds_of(peanut, acorn, pine_cone, cherry, walnut)
