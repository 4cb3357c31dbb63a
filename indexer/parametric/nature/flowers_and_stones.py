"""Flowers, bushes, stumps and stones."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import chance, egg, loft, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, ring, rod, turned
from indexer.parametric.table.produce import blade, leafy, swung


def _bent(g: Generator, high: float, sway: float, count: int = 10) -> NDArray[np.float64]:
    """A stalk from the ground up."""
    t, a = np.linspace(0, 1, count), g.uniform(0, 6.28)
    return np.stack([sway * t**2 * math.cos(a), high * t, sway * t**2 * math.sin(a)], 1)


def rose(g: Generator) -> list[Part]:
    parts: list[Part] = []
    heads, size = int(g.choice([1, 1, 1, 2])), g.uniform(0.038, 0.055)
    for i in range(heads):
        h, r = g.uniform(0.2, 0.36) * (1 - 0.2 * i), size * (1 - 0.2 * i)
        stem = _bent(g, h, 0.03 + 0.06 * i)
        x, y, z = map(float, stem[-1])
        open_, tilt = g.uniform(0.1, 1.0) * (0.4 if i else 1), g.uniform(5, 35)
        head: list[Part] = [egg(r * 0.25, r * 0.3, r * 0.25, 0, 0, 0)]
        layers = 5 if open_ > 0.4 else 4
        for k in range(layers):
            s = k / (layers - 1)
            n, tall = 3 + k // 2 + (k > 2), r * (1.75 - 0.55 * s * open_)
            out = r * (0.12 + 0.75 * s * (0.45 + 0.55 * open_))
            curl = r * 0.45 * s * open_
            line = smooth([(0, 0), (out * 1.0, tall * 0.15), (out * 1.15, tall * 0.65),
                (out + curl * 0.3, tall), (out + curl * 1.2, tall * (1 - 0.14 * s))], False, 1)  # fmt: skip
            wide = max(out, r * 0.2) * (1.25 if k else 1.1)
            widths = [wide * w for w in np.interp(np.linspace(0, 1, len(line)), [0, 0.35, 0.75, 0.9, 1],
                [0.25, 0.9, 1, 0.8, 0.35])]  # fmt: skip
            head += [swung(blade(line, widths, 0.42, 0.0012), 360 * (j + 0.45 * k) / n) for j in range(n)]
        head += [swung(leafy(r * 0.9, r * 0.16, -20, 0.3), 72 * j) for j in range(5)]
        parts += [turned(p, (tilt, 0, 0), (x, y, z)) for p in head]
        parts += [tube(stem, 0.0032, 7)]
        for at in range(2, 8):  # thorns, and leaves in threes
            px, py, pz = map(float, stem[at])
            thorn = tube([(0, 0, 0.002), (0, 0.003, 0.01)], [0.0025, 0.0003], 5)
            parts.append(swung(thorn, 137 * at, px, py, pz))
            if at in (3, 5) or chance(g, 0.15):
                turn = 100 * at + 50 * i
                twig = tube([(0, 0, 0), (0, 0.015, 0.05)], 0.0015, 5)
                three = [twig] + [turned(leafy(0.05, 0.016, 15, 0.3, n=6), (0, s, 0),
                    (0, 0.015 if not s else 0.009, 0.05 if not s else 0.032)) for s in (0, 75, -75)]  # fmt: skip
                parts += [swung(p, turn, px, py, pz) for p in three]
    return parts


def tulip(g: Generator) -> list[Part]:
    parts: list[Part] = []
    heads, style = int(g.choice([1, 1, 3, 5])), int(g.integers(3))
    r, tall = g.uniform(0.023, 0.03), g.uniform(0.055, 0.075)
    flare = (g.uniform(-0.45, -0.15), g.uniform(0.1, 0.5), g.uniform(0.7, 1.2))[style]  # a bud, a cup, pointed and open
    for i in range(heads):
        stem = _bent(g, g.uniform(0.24, 0.34), g.uniform(0.01, 0.04) + 0.06 * (heads > 1))
        at = tuple(map(float, stem[-1]))
        for k in (0, 1):
            q = r * (1 - 0.12 * k)
            line = smooth([(0, 0), (q * 0.9, 0.0), (q * 1.1, tall * 0.4),
                (q * (1 + 0.3 * flare), tall * 0.8), (q * (1 + flare), tall)], False, 1)  # fmt: skip
            end = 0.04 if style == 2 else 0.3
            widths = [q * w for w in np.interp(np.linspace(0, 1, len(line)), [0, 0.3, 0.7, 1], [0.3, 0.95, 0.85, end])]
            parts += [swung(blade(line, widths, 0.45, 0.0014), 120 * j + 60 * k + 20 * i, *at) for j in range(3)]
        parts += [tube(stem, 0.004, 8)]
        for j in range(int(g.integers(2, 4))):
            long, out = g.uniform(0.14, 0.24), g.uniform(0.04, 0.1)
            line = smooth([(0.002, 0), (0.012, long * 0.4), (out * 0.6, long * 0.9),
                (out * 1.3, long * g.uniform(0.7, 1.05))], False, 1)  # fmt: skip
            widths = [0.02 * w for w in np.interp(np.linspace(0, 1, len(line)), [0, 0.4, 1], [0.35, 1, 0.05])]
            parts.append(swung(blade(line, widths, 0.5, 0.0012), 130 * j + 47 * i))
        for j in range(6 if style == 2 else 0):
            parts.append(swung(tube([(0, 0, 0.002), (0, tall * 0.6, 0.005)], 0.0012, 5), 60 * j, *at))
    return parts


def sunflower(g: Generator) -> list[Part]:
    parts: list[Part] = []
    high, heads = g.uniform(0.5, 1.4), int(g.choice([1, 1, 1, 2, 3]))
    for i in range(heads):
        h, r = high * (1 - 0.22 * i), g.uniform(0.075, 0.12) * (1 - 0.2 * i)
        side, n = (0, 0.22, -0.25)[i], int(g.integers(13, 24)) if heads == 1 else 14
        nod = g.uniform(-5, 40)
        stem = smooth([(0, 0 if not i else high * 0.35, 0), (side * 0.3, h * 0.6, 0),
            (side, h * 0.97, -0.03), (side, h * 1.02, 0.0)], False)  # fmt: skip
        top = (float(side), h * 1.02, 0.02)
        head = [lathe([(0, -0.02), (r * 0.5, -0.02), (r * 1.05, -0.004), (r, 0.01), (r * 0.6, 0.018), (0, 0.01)])]
        for k in range(90 if heads == 1 else 45):
            q, a = r * 0.95 * math.sqrt((k + 0.5) / (90 if heads == 1 else 45)), 2.39996 * k
            head.append(tube([(q * math.cos(a), 0.008, q * math.sin(a)),
                (q * math.cos(a), 0.022, q * math.sin(a))], [r * 0.05, r * 0.03], 5))  # fmt: skip
        long = r * g.uniform(0.9, 1.4)
        for k, lift in ((0, g.uniform(0, 25)), (1, g.uniform(20, 45))):
            ray = leafy(long, r * 2.6 / n, lift, 0.3, 0.8, 6)
            head += [swung(swung(ray, 0, 0, 0, r * 0.96), 360 * (j + 0.5 * k) / n) for j in range(n)]
        head += [swung(swung(leafy(r * 0.6, r * 0.22, -30, 0.2, n=5), 0, 0, -0.01, r * 0.7), 45 * j)
            for j in range(8)]  # fmt: skip
        parts += [turned(p, (90 - 15 + nod, 0, 0), top) for p in head]
        parts += [tube(stem, 0.013 if not i else 0.009)]
    for k in range(int(g.integers(4, 8))):
        y, long = high * (0.15 + 0.1 * k), g.uniform(0.14, 0.24)
        leaf = swung(leafy(long, long * 0.36, 10, 0.25, 0.55), 0, 0, 0.03, 0.09)
        parts += [swung(p, 140 * k + 70, 0, y) for p in (leaf, tube([(0, 0, 0), (0, 0.03, 0.1)], 0.005, 6))]
    return parts


def _foliage(g: Generator, points: NDArray[np.float64], size: float) -> list[Part]:
    leaf = leafy(size, size * 0.38, 20, 0.2, n=5)
    spots = zip(points, g.uniform(-40, 60, len(points)), g.uniform(0, 360, len(points)), strict=True)
    return [turned(leaf.copy(), (-float(b), float(a), 0), (float(p[0]), float(p[1]), float(p[2]))) for p, b, a in spots]


def bush(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(4)), g.uniform(0.35, 0.6), g.uniform(0.5, 0.9)
    if style == 0:  # clumps
        parts = []
        for _ in range(int(g.integers(14, 26))):
            a, q, y = g.uniform(0, 6.28), w * math.sqrt(g.uniform(0, 1)), g.uniform(0.2, 0.75)
            s = g.uniform(0.22, 0.34) * w * 1.2
            lump = egg(s, s * 0.85, s, q * math.cos(a), h * y * (1 - 0.5 * (q / w) ** 2), q * math.sin(a))
            lump.vertices += g.normal(0, 0.09 * s, lump.vertices.shape)
            parts.append(lump)
        return [*parts, *[rod(0.015, h * 0.3, x * w * 0.2, 0, x * 0.05) for x in (-1, 0, 1)]]
    if style == 1:  # a shrub of rods and leaves
        parts = []
        for i in range(int(g.integers(9, 14))):
            a, out = 2.4 * i, w * g.uniform(0.3, 1)
            end = (out * math.cos(a), h * g.uniform(0.75, 1.1) * (1 - 0.25 * (out / w) ** 2), out * math.sin(a))
            bow = smooth([(0.03 * math.cos(a), 0, 0.03 * math.sin(a)),
                (end[0] * 0.45, end[1] * 0.65, end[2] * 0.45), end], False)  # fmt: skip
            parts += [tube(bow, list(np.linspace(0.012, 0.004, len(bow))), 6)]
            parts += _foliage(g, np.repeat(bow[3:], 4, axis=0), w * 0.24)
        return parts
    points = g.normal(0, 1, (150, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    if style == 2:  # clipped to a ball, perhaps on a stem
        low = g.uniform(0, 0.5) if chance(g) else -0.12
        core = ball(w, 0, low + w)
        core.vertices += g.normal(0, 0.03 * w, core.vertices.shape)
        return [core, *_foliage(g, points * w + (0, low + w, 0), w * 0.16),
            rod(0.04, low + w * 0.3 + 0.12, y=0 if low > 0 else low)]  # fmt: skip
    block = box(2 * w, h, w, 0, 0.06).subdivide_to_size(0.12)  # a clipped hedge
    block.vertices += g.normal(0, 0.014, block.vertices.shape)
    cube = points / np.abs(points).max(1, keepdims=True) * (w, h / 2, w / 2) + (0, h / 2 + 0.06, 0)
    return [block, *_foliage(g, cube, w * 0.16), *[rod(0.02, 0.1, x * w, 0) for x in (-0.6, 0, 0.6)]]


def tree_stump(g: Generator) -> list[Part]:
    r, h, roots, style = g.uniform(0.2, 0.32), g.uniform(0.28, 0.55), int(g.integers(4, 8)), int(g.integers(3))
    a, t = np.arange(72) * math.pi / 36, np.linspace(0, 1, 14)
    bark = 0.025 * g.normal(0, 1, 72)
    flare = (0.5 + 0.5 * np.cos(roots * a + 0.5 * np.sin(2 * a))) ** 2
    slope = g.uniform(-0.2, 0.2) if style else 0
    jag = g.uniform(0.0, 0.5, 72) * (np.arange(72) % 4 < 2) if style == 2 else np.zeros(72)  # a broken trunk
    rings = []
    for s in t:
        q = r * (1 + bark + (0.18 + 0.75 * flare) * (1 - s) ** 3.5)
        y = h * s * (1 + slope * np.cos(a)) + (h * jag * s**8)
        rings.append(np.stack([q * np.cos(a), y, q * np.sin(a)], 1))
    if style == 2:
        rings += [rings[-1] * (0.82, 0.9, 0.82), rings[-2] * (0.7, 0.82, 0.7)]
    parts = [loft(np.array(rings))]
    for i in range(roots):  # roots run out where the trunk flares
        b = 2 * math.pi * i / roots
        line = [(r * q * math.cos(b + w), y, r * q * math.sin(b + w))
            for q, y, w in ((1.3, 0.05, 0), (1.9, 0.02, g.uniform(-0.2, 0.2)),
            (2.4, -0.02, g.uniform(-0.3, 0.3)))]  # fmt: skip
        parts.append(tube(smooth(line, False), list(np.linspace(0.06, 0.015, 6)), 7))
    if style < 2:
        tilt = math.degrees(math.atan(slope * h / r))
        parts += [turned(ring(r * q, 0.006, axis="y"), (0, 0, tilt), (0, h, 0))
            for q in np.linspace(0.15, 0.85, int(g.integers(4, 7)))]  # fmt: skip
        parts += [turned(box(r * 0.7, 0.012, 0.012, r * 0.45, -0.004), (0, 60 * i + 10, tilt), (0, h, 0))
            for i in range(int(g.integers(0, 3)))]  # fmt: skip
    if chance(g, 0.5):  # the stub of a branch
        b = g.uniform(0.5, 2.6)
        parts += [tube([(r * 0.8 * math.cos(b), h * 0.5, r * 0.8 * math.sin(b)),
            (r * 1.5 * math.cos(b), h * 0.85, r * 1.5 * math.sin(b))], [0.055, 0.04])]  # fmt: skip
    if chance(g, 0.4):  # mushrooms at its side
        for i in range(3):
            cap = lathe([(0, 0), (0.07, 0), (0.06, 0.02), (0, 0.03)])
            b = 1.0 + 0.35 * i
            parts += [swung(cap, 0, r * 1.1 * math.cos(b), h * (0.35 + 0.18 * i), r * 1.1 * math.sin(b))]
    return parts


def _stone(g: Generator, scale: tuple[float, float, float], planes: int, rough: float = 0.008) -> Part:
    part = ball(1).subdivide()
    v = part.vertices / np.linalg.norm(part.vertices, axis=1, keepdims=True)
    for n in g.normal(0, 1, (4, 3)):  # swellings
        v = v * (1 + 0.06 * np.sin(1.8 * v @ n + g.uniform(0, 6)))[:, None]
    for n in g.normal(0, 1, (planes, 3)):  # faces split off
        n = n / np.linalg.norm(n)
        v = v - np.maximum(v @ n - g.uniform(0.5, 0.85), 0)[:, None] * n
    v = v + g.normal(0, rough, v.shape)
    v[:, 1] = np.maximum(v[:, 1], -0.6)
    part.vertices = np.add(v, (0, 0.6, 0)) * scale
    return part


def rock(g: Generator) -> list[Part]:
    style, s = int(g.integers(5)), g.uniform(0.3, 0.8)
    if style == 0:  # a boulder with stones at its foot
        parts = [_stone(g, (s, s * g.uniform(0.65, 1), s * g.uniform(0.7, 1)), int(g.integers(8, 20)))]
        spots = [(g.uniform(0, 6.28), g.uniform(0.12, 0.3) * s) for _ in range(int(g.integers(0, 4)))]
        return parts + [swung(_stone(g, (q, q * 0.8, q), 9), 0, s * 1.1 * math.cos(a), 0,
            s * 1.1 * math.sin(a)) for a, q in spots]  # fmt: skip
    if style == 1:  # slabs in layers
        parts, y = [], 0.0
        for i in range(int(g.integers(2, 5))):
            thick = s * g.uniform(0.12, 0.25)
            parts.append(turned(_stone(g, (s * (1 - 0.14 * i), thick, s * (0.8 - 0.12 * i)), 12),
                (0, g.uniform(0, 50), 0), (g.uniform(-0.1, 0.1) * s, y, 0)))  # fmt: skip
            y += thick * 1.2
        return parts
    if style == 2:  # a standing stone, or a crag of several
        n = int(g.choice([1, 3, 4]))
        return [turned(_stone(g, (s * 0.35, s * g.uniform(0.9, 1.4) * (1 - 0.2 * i), s * 0.3), 16),
            (0, 70 * i, g.uniform(-9, 9)), (s * (0, 0.4, -0.4, 0.1)[i], 0, s * (0, 0.15, 0.1, -0.3)[i]))
            for i in range(n)]  # fmt: skip
    if style == 3:  # a heap
        parts = []
        for count, out, y in ((6, 0.75, 0), (3, 0.38, 0.42), (1, 0.0, 0.8)):
            parts += [swung(_stone(g, tuple(g.uniform(0.3, 0.42, 3) * s), 10), 0, s * out * math.cos(b),
                y * s, s * out * math.sin(b)) for b in np.arange(count) * 6.28 / count]  # fmt: skip
        return parts
    return [_stone(g, (s, s * g.uniform(0.4, 0.6), s * g.uniform(0.6, 0.9)), 0, 0.0),
        *([_stone(g, (s * 0.4, s * 0.4, s * 0.4), 4, 0.01)] if chance(g) else [])]  # worn round by water  # fmt: skip


KINDS = kinds_of(rose, tulip, sunflower, bush, tree_stump, rock)
