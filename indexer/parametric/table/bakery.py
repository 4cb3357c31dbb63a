"""Bread and cakes."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import body, chance, egg, loft, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, ball, kinds_of, lathe, lying, ring, rod, turned


def _fluted(profile: NDArray[np.float64], n: int, deep: float) -> Part:
    """A turned body of (radius, height) rings with `n` folds."""
    a = np.arange(4 * n) * math.pi / 2 / n
    fold = 1 + deep * np.cos(n * a)
    return loft(np.array([np.stack([r * fold * np.cos(a), np.full(4 * n, y), r * fold * np.sin(a)], 1)
        for r, y in profile]))  # fmt: skip


def loaf_of_bread(g: Generator) -> list[Part]:
    style, w, h, long = int(g.integers(4)), g.uniform(0.045, 0.055), g.uniform(0.09, 0.12), g.uniform(0.18, 0.28)
    if style == 0:  # a tin loaf, cut
        cut = int(g.integers(1, 6))
        half = [(w * 0.85, 0), (w * 0.92, h * 0.5), (w * 1.15, h * 0.62), (w * 1.1, h * 0.9), (w * 0.5, h)]
        crust = smooth(symmetric([(0.0, 0.0), *half]), times=1)
        rest = long - 0.018 * cut
        parts = [slab(crust, rest, z=-cut * 0.009), slab(crust * 0.93 + (0, 0.004), rest + 0.003, z=-cut * 0.009)]
        for i in range(cut):
            piece = [slab(crust, 0.011), slab(crust * 0.9 + (0, 0.005), 0.013)]
            fall = min(12 + 13 * i, 74)
            parts += [turned(p, (fall, g.uniform(-5, 5), 0), (0, 0.006,
                rest / 2 - cut * 0.009 + 0.016 + 0.027 * i)) for p in piece]  # fmt: skip
        return parts
    if style == 1:  # a round one, cut crosswise
        r, dome = g.uniform(0.09, 0.13), g.uniform(0.6, 0.85)
        trunk = lathe(smooth([(0, 0), (r * 0.85, 0), (r * 1.1, r * 0.3), (r * 0.7, r * dome),
            (0, r * dome)], False).tolist())  # fmt: skip
        ridges = []
        turn, n = g.uniform(0, 90), int(g.integers(2, 4))
        for i in range(n):
            over = [(x * r * 0.85, r * dome * (0.99 - 0.32 * x * x), 0) for x in np.linspace(-1, 1, 9)]
            ridges += [turned(tube(over, [0.001, 0.006, 0.009, 0.01, 0.01, 0.01, 0.009, 0.006, 0.001]),
                (0, turn + 180 / n * i, 0))]  # fmt: skip
        return [trunk, *ridges]
    if style == 2:  # a long thin one with slanting cuts
        long, w, h = g.uniform(0.45, 0.62), 0.032, 0.028
    else:  # a plaited or a plain long one
        w, h, long = w * 1.2, h * 0.42, long * 1.2
        if chance(g):
            strands = []
            t = np.linspace(0, 1, 60)
            for k in range(3):
                a = 2 * math.pi * (3 * t + k / 3)
                grow = np.sqrt(np.sin(math.pi * (0.05 + 0.9 * t)))
                line = np.stack([w * 0.6 * np.sin(a) * grow, h * (0.8 + 0.35 * np.sin(2 * a)), (t - 0.5) * long], 1)
                strands.append(tube(line, list(w * 0.5 * grow)))
            return strands
    ends = np.linspace(-1, 1, 15)
    loaf = body([(z * long / 2, w * max(1 - z**4, 0.03) ** 0.5, h * max(1 - z**4, 0.03) ** 0.5, h)
        for z in ends], 2.3, 24)  # fmt: skip
    n = int(g.integers(4, 8))
    cuts = []
    for z in np.linspace(-0.72, 0.72, n):
        s = w * 0.75
        over = [(x * s, h * (1.01 + (1 - z**4) ** 0.5 - 0.3 * x * x), z * long / 2 + x * s * 0.7)
            for x in np.linspace(-1, 1, 7)]  # fmt: skip
        cuts.append(tube(over, [0.001, 0.005, 0.007, 0.008, 0.007, 0.005, 0.001]))
    return [loaf, *cuts]


def croissant(g: Generator) -> list[Part]:
    span, r, n = g.uniform(0.058, 0.07), g.uniform(0.021, 0.029), int(g.choice([5, 7, 7, 9]))
    sweep = g.uniform(85, 135)
    t = np.linspace(-1, 1, 16 * n + 1)
    size = r * (1 - np.abs(t) ** 1.5 * 0.78)
    part = np.abs((t * n / 2 + 0.5) % 1 - 0.5) * 2  # rolls of dough: thick at the middle of each, and stepped
    size = size * (0.86 + 0.2 * np.sqrt(np.clip(1 - (np.abs(part)) ** 2, 0.0, 1)))
    a = np.radians(90 + t * sweep)
    path = np.stack([span * np.cos(a) * 1.1, 0.85 * size, span * np.sin(a) - span * 0.5], 1)
    trunk = tube(path, list(size), 14)
    seams = []
    for k in range(1, n):
        i = 16 * k
        lift = [(math.cos(b), math.sin(b)) for b in np.linspace(-0.4, math.pi + 0.4, 12)]
        out = np.array([math.cos(a[i]), 0, math.sin(a[i])])
        along = np.array([-math.sin(a[i]), 0, math.cos(a[i])])
        seams.append(tube([path[i] + size[i] * 1.03 * (c * out + s * np.array([0, 1,
            0])) + along * 0.006 * s * np.sign(t[i]) for c, s in lift], 0.0022, 5))  # fmt: skip
    turn = g.uniform(150, 210)
    return [turned(p, (0, turn, 0)) for p in [trunk, *seams]]


def donut(g: Generator) -> list[Part]:
    r, thick, style = g.uniform(0.028, 0.034), g.uniform(0.016, 0.021), int(g.integers(4))
    if style == 3:  # a twisted ring
        t = np.linspace(0, 2 * math.pi, 121)
        n = int(g.integers(6, 11))
        return [tube(np.stack([(r + thick * 0.5 * np.cos(n * t / 2 * 2 + k)) * np.cos(t),
            thick * 0.5 * np.sin(n * t + k), (r + thick * 0.5 * np.cos(n * t + k)) * np.sin(t)], 1),
            thick * 0.62) for k in (0, math.pi)]  # fmt: skip
    bite = chance(g, 0.35)
    gone = 38 if bite else 0
    angles = np.radians(np.linspace(gone, 360 - gone, 49))
    if bite:
        trunk = [tube([(r * math.cos(a), 0, r * math.sin(a)) for a in angles], thick, 16)]
    else:
        trunk = [ring(r, thick, axis="y")]
    if style:  # icing whose edge runs down
        a = angles if bite else np.radians(np.linspace(0, 360, 73))
        edge = 0.1 + 0.3 * np.sin(a * int(g.integers(5, 9))) + 0.1 * np.sin(a * 3 + 1)
        rows = []
        for b, e in zip(a, edge, strict=True):
            bend = np.linspace(-0.1 + e, math.pi + 0.1 - e, 12)
            cross = [((r + thick * k * math.cos(c)) * math.cos(b), thick * k * math.sin(c),
                (r + thick * k * math.cos(c)) * math.sin(b)) for k, cs in ((1.14, bend), (0.9, bend[::-1]))
                for c in cs]  # fmt: skip
            rows.append(cross)
        trunk.append(loft(np.array(rows)))
    if style == 1 or (style == 2 and chance(g)):
        for b, c in zip(g.uniform(gone, 360 - gone, 45), g.uniform(25, 155, 45), strict=True):
            s = lying(0.0011, 0.007)
            q, u = r + thick * 1.16 * math.cos(math.radians(c)), math.radians(b)
            trunk.append(turned(turned(s, (0, g.uniform(0, 180), 0)), (0, 0, 0),
                (q * math.cos(u), thick * 1.16 * math.sin(math.radians(c)), q * math.sin(u))))  # fmt: skip
    elif style == 2:  # lines of sugar across
        sweep = np.radians(np.linspace(gone, 360 - gone, 200))
        trunk.append(tube([((r + thick * 0.8 * math.sin(17 * b)) * math.cos(b),
            thick * (1.12 - 0.42 * math.sin(17 * b) ** 2),
            (r + thick * 0.8 * math.sin(17 * b)) * math.sin(b)) for b in sweep], 0.0016, 5))  # fmt: skip
    return trunk


def cupcake(g: Generator) -> list[Part]:
    r, h, style, n = g.uniform(0.026, 0.032), g.uniform(0.036, 0.046), int(g.integers(4)), int(g.integers(16, 26))
    paper = _fluted(np.array([(0.7 * r, 0), (r, h), (0.96 * r, h), (0.9 * r, h - 0.004)]), n, 0.04)
    parts, top = [paper], h + r * 0.55
    if style == 0:  # piped cream
        turns = g.uniform(2.6, 3.6)
        t = np.linspace(0, 1, 100)
        a = t * turns * 2 * math.pi
        out = r * 0.72 * (1 - t) ** 0.8
        rise = h * g.uniform(0.8, 1.1)
        parts += [tube(np.stack([out * np.cos(a), h + 0.006 + t * rise, out * np.sin(a)], 1),
            list(np.linspace(0.011, 0.002, 100)), 10), rod(r * 0.8, rise * 0.7, y=h, top=0.004)]  # fmt: skip
        top = h + rise + 0.003
    elif style == 1:  # a star of cream, twisted
        rings = []
        for s in np.linspace(0, 1, 16):
            a = np.arange(56) * math.pi / 28
            q = r * (1.12 - 0.05 * s) * max(1 - s**1.5, 0.03) * (1 + 0.16 * np.cos(7 * a))
            rings.append(np.stack([q * np.cos(a + s * 1.6), np.full(56, h + s * h), q * np.sin(a + s * 1.6)], 1))
        parts, top = [*parts, loft(np.array(rings))], 2 * h
    else:  # a muffin's head
        parts += [lathe(smooth([(0, h - 0.004), (r, h - 0.004), (r * 1.4, h + r * 0.2),
            (r * 0.85, h + r * 0.9), (0, h + r * 0.85)], False).tolist())]  # fmt: skip
        bits = [(g.uniform(0, 6.28), g.uniform(0.1, 1)) for _ in range(12)]
        parts += [ball(0.0036, r * 0.95 * q * math.cos(a), h + r * (0.75 - 0.2 * q),
            r * 0.95 * q * math.sin(a)) for a, q in bits]  # fmt: skip
        top = h + r * 0.8
    if style == 2 or (style < 2 and chance(g)):
        parts += [ball(0.009, 0, top + 0.004), tube([(0, top + 0.01, 0), (0.003, top + 0.02, 0),
            (0.011, top + 0.027, 0)], 0.0009, 5)]  # fmt: skip
    elif chance(g):
        parts += [rod(0.003, 0.04, y=top - 0.01), egg(0.003, 0.007, 0.003, 0, top + 0.036)]
    return parts


KINDS = kinds_of(loaf_of_bread, croissant, donut, cupcake)
