"""Fruit and vegetables of a garden."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from trimesh import creation

from indexer.parametric.lofts import Points, chance, loft, slab, smooth, tube
from indexer.parametric.solids import Part, kinds_of, lathe, ring, rod, turned


def blade(spine: Points, widths: list[float], cup: float = 0.0, thick: float = 0.001) -> Part:
    """A leaf along a spine of (z, height) points, its edges bent up by `cup`."""
    line, u = np.asarray(spine, float), np.linspace(-1, 1, 5)
    along = np.gradient(line, axis=0)
    up = along[:, ::-1] * (-1, 1) / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-12)
    rings = []
    for at, normal, w in zip(line, up, widths, strict=True):
        lift = cup * w * u**2
        top = np.stack([w * u, at[1] + lift * normal[1], at[0] + lift * normal[0]], 1)
        rings.append(np.concatenate([top, top[::-1] - np.array((0, normal[1], normal[0])) * thick]))
    return loft(np.array(rings))


def leafy(long: float, wide: float, bend: float, cup: float = 0.3, tip: float = 0.7, n: int = 9) -> Part:
    """A leaf of `n` sections from the origin towards +z; `bend` degrees upwards at its root, falling to its tip."""
    t = np.linspace(0, 1, n)
    a = np.radians(bend * (1 - 1.3 * t))
    line = np.cumsum(np.stack([np.cos(a), np.sin(a)], 1) * long / (n - 1), axis=0)
    widths = wide * (np.sin(math.pi * t**tip) + 0.04)
    return blade(line - line[0], list(widths), cup, 0.02 * long)


def swung(part: Part, degrees: float, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """A copy turned about the upright axis and moved."""
    return turned(part.copy(), (0, degrees, 0), (x, y, z))


def _berry(r: float, x: float, y: float, z: float) -> Part:
    part = creation.icosphere(subdivisions=1, radius=r)
    part.apply_translation((x, y, z))
    return part


def _spun(half: Points, r: float, h: float, y: float = 0) -> NDArray[np.float64]:
    return np.asarray(smooth(half, False)) * (r, h) + (0, y)


def strawberry(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.014, 0.018), g.uniform(0.034, 0.044), int(g.integers(3))
    half = (
        [(0, 0), (0.45, 0.0), (0.85, 0.4), (1.2, 0.85), (0.7, 1.02), (0.0, 0.93)],
        [(0, 0), (0.7, 0.0), (1.15, 0.45), (1.1, 0.9), (0.6, 1.0), (0.0, 0.93)],
        [(0, 0), (0.5, 0), (0.9, 0.35), (1.1, 0.6), (1.0, 0.95), (0.5, 1), (0.0, 0.93)],
    )[style]
    line = _spun(half, r, h)
    trunk = lathe(line.tolist())
    seeds = []
    rows = int(g.integers(6, 9))
    for i, y in enumerate(np.linspace(0.1, 0.88, rows) * h):
        q = float(np.interp(y, line[: len(line) // 2 + 6, 1], line[: len(line) // 2 + 6, 0]))
        n = max(4, round(q / r * 10))
        for k in range(n):
            seed = tube([(0, -0.0011, q), (0, 0, q + 0.0007), (0, 0.0011, q)], [0.0003, 0.0006, 0.0003], 5)
            seeds.append(swung(seed, 360 * (k + i % 2 / 2) / n, 0, y))
    n = int(g.integers(5, 9))
    bend = g.uniform(-10, 60)
    cap = [swung(leafy(r * g.uniform(0.9, 1.2), r * 0.3, bend, 0.4), 360 * i / n, 0, h * 0.97) for i in range(n)]
    high = g.uniform(0.012, 0.05)
    stem = tube(smooth([(0, h * 0.94, 0), (0, h + high * 0.5, 0), (high * 0.5, h + high, 0)], False), 0.001, 6)
    parts = [trunk, *seeds, *cap, stem]
    if chance(g, 0.3):  # a second one on the same stalk
        s = g.uniform(0.6, 0.85)
        small = [p.copy() for p in [trunk, *seeds, *cap]]
        for p in small:
            p.apply_scale(s)
        parts += [turned(p, (0, 0, 18), (r * 2.6, h * 0.1, 0)) for p in small]
        parts += [tube(smooth([(r * 2.3, h * (0.1 + s * 0.95), 0), (r * 1.8, h + high * 0.7, 0),
            (high * 0.4, h + high * 0.9, 0)], False), 0.001, 6)]  # fmt: skip
    return parts


def pineapple(g: Generator) -> list[Part]:
    r, h, rows, n = g.uniform(0.05, 0.062), g.uniform(0.12, 0.19), int(g.integers(7, 12)), int(g.integers(11, 15))
    half = [(0, 0), (0.65, 0), (1.0, 0.25), (1.02, 0.65), (0.65, 1), (0, 1)]
    line = _spun(half, r, h)
    parts = [lathe(line.tolist())]
    spike = chance(g)
    for i, y in enumerate(np.linspace(0.06, 0.94, rows) * h):
        q = float(np.interp(y, line[1:-1, 1], line[1:-1, 0]))
        s = math.pi * q / n
        tall = h / rows * 0.95
        eye = slab([(s, 0), (0, tall * 0.6), (-s, 0), (0, -tall * 0.6)], 0.003)
        eye.vertices[eye.vertices[:, 2] > 0] *= (0.45, 0.45, 4)
        lean = 30 * (y / h - 0.45)
        for k in range(n):
            scale = [turned(eye.copy(), (-lean, 0, 0), (0, 0, q))]
            if spike:
                scale += [tube([(0, 0, q + 0.004), (0, 0.008, q + 0.008)], [0.0016, 0.0003], 4)]
            parts += [swung(p, 360 * (k + i % 2 / 2) / n, 0, y) for p in scale]
    long = g.uniform(0.1, 0.17)
    for i in range(int(g.integers(4, 6))):  # the crown, its inner leaves upright
        count = 9 - i
        for k in range(count):
            leaf = leafy(long * (0.6 + 0.16 * i), 0.012 - 0.001 * i, 62 + 12 * i, 0.6, 0.45, 7)
            parts.append(swung(leaf, 360 * (k + i / 2.6) / count, 0, h * 0.97 + 0.004 * i))
    if chance(g, 0.3):  # slices beside it
        for i in range(int(g.integers(1, 3))):
            piece = [ring(r * 0.55, r * 0.32, axis="y")]
            piece[0].apply_scale((1, 0.4, 1))
            parts += [turned(p, (0, 0, 0), (r * 2.1, 0.008 + 0.015 * i, r * (0.3 - 0.4 * i))) for p in piece]
    return parts


def carrot(g: Generator) -> list[Part]:
    style, n = int(g.integers(3)), int(g.choice([1, 1, 1, 3, 4]))
    parts = []
    for i in range(n):
        r, long = g.uniform(0.013, 0.019), g.uniform(0.12, 0.18)
        t = np.linspace(0, 1, 30)
        taper = (1 - t ** (1.1 if style else 2.5)) * (1 - 0.3 * t) + 0.05
        radii = r * taper * np.where(np.arange(30) % 5 == 0, 0.94, 1)
        radii[0] *= 0.7
        wave, turn = g.uniform(-0.012, 0.012), g.uniform(0, 6)
        line = np.stack([wave * np.sin(3 * t) * math.cos(turn), -t * long, wave * np.sin(3 * t) * math.sin(turn)], 1)
        whole = [tube(line, list(radii), 12)]
        whole += [swung(tube([(-r * 0.3, -y, q), (r * 0.3, -y, q)], 0.0006, 4), float(g.uniform(0, 360)))
            for y, q in zip(-line[4:20:2, 1], radii[4:20:2] * 0.99, strict=True)]  # fmt: skip
        stalks = int(g.integers(5, 9)) if n == 1 else 5
        short = style == 0 and chance(g)
        for k in range(stalks):
            a, high, out = 6.28 * k / stalks, g.uniform(0.06, 0.13) * (0.25 if short else 1), g.uniform(0.01, 0.035)
            bow = smooth([(0.003 * math.cos(a), -0.002, 0.003 * math.sin(a)),
                (0.008 * math.cos(a), high * 0.5, 0.008 * math.sin(a)),
                (out * math.cos(a), high, out * math.sin(a))], False)  # fmt: skip
            whole.append(tube(bow, 0.0016, 5))
            if not short:  # feathery leaves
                for q in range(2, len(bow), 1 if n == 1 else 2):
                    whole += [swung(leafy(0.028 - 0.002 * q, 0.007, 30, 0.2, n=4), math.degrees(-a) + s,
                        *bow[q]) for s in (10, 90, 170)]  # fmt: skip
        lean = (i - (n - 1) / 2) * (24 if n > 1 else 0)
        parts += [turned(turned(p, (0, 0, lean)), (0, 25 * (i % 2), 0), (0, 0, 0.012 * (i % 2))) for p in whole]
    return [*parts, *([ring(0.012, 0.0025, y=0.012, axis="y")] if n > 1 else [])]


def corn_cob(g: Generator) -> list[Part]:
    r, long, n, m = g.uniform(0.021, 0.027), g.uniform(0.15, 0.2), int(g.integers(12, 17)), int(g.integers(20, 28))
    a, t = np.arange(4 * n) * math.pi / 2 / n, np.linspace(0, 1, 4 * m + 1)
    bump = np.abs(np.sin(a * n / 2))[None] ** 0.6 * np.abs(np.sin(t * math.pi * m))[:, None] ** 0.6
    size = r * (1 - 0.82 * np.clip((t - 0.55) / 0.45, 0, 1) ** 2.2) * (0.85 + 0.15 * np.clip(t / 0.1, 0, 1))
    q = size[:, None] * (0.86 + 0.16 * bump)
    cob = loft(np.stack([q * np.cos(a), np.broadcast_to(t[:, None] * long, q.shape), q * np.sin(a)], 2))
    style = int(g.integers(3))
    if style == 0:  # to be eaten, with holders in its ends
        if chance(g):
            pins = [part for y, s in ((0, -1), (long, 1)) for part in (rod(0.002, 0.03, y=y - 0.015),
                turned(lathe(_spun([(0, 0), (0.5, 0), (1, 0.5), (0.6, 1), (0, 1)], 0.008, 0.04).tolist()),
                (0 if s > 0 else 180, 0, 0), (0, y + 0.01 * s, 0)))]  # fmt: skip
        else:
            pins = [tube([(0, -0.02, 0), (0, 0.0, 0)], [0.008, 0.011]),
                tube([(0, long - 0.003, 0), (0, long + 0.004, 0)], [0.005, 0.001])]  # fmt: skip
        return [turned(p, (0, 0, 90), (long / 2, r, 0)) for p in [cob, *pins]]
    count, parts = int(g.integers(4, 7)), [cob, tube([(0, -0.05, 0), (0, 0.004, 0)], [0.008, 0.011])]
    for k in range(count):
        if style == 1 or k % 2:  # husks turned back
            out = g.uniform(0.7, 1.2)
            line = smooth([(0.006, -0.004), (r * 1.6, long * 0.25),
                (r * 1.6 + long * 0.4 * out, long * 0.35), (r * 2 + long * 0.6 * out, -long * 0.1 * out)],
                False)  # fmt: skip
        else:
            line = smooth([(0.006, -0.004), (r * 1.35, long * 0.2), (r * 1.25, long * 0.6),
                (r * 0.6, long * g.uniform(0.85, 1.1))], False)  # fmt: skip
        width = r * 0.85 * np.sin(math.pi * np.linspace(0.15, 0.98, len(line)))
        parts.append(swung(blade(line, list(width), 0.35), 360 * k / count))
    for k in range(7):  # the silk
        parts.append(swung(tube(smooth([(0, long * 0.98, 0), (0, long + 0.02, 0.004),
            (0, long + g.uniform(0.02, 0.04), 0.02)], False), 0.0008, 4), 51 * k))  # fmt: skip
    return parts


def pumpkin(g: Generator) -> list[Part]:
    r, tall, n = g.uniform(0.1, 0.17), g.uniform(0.6, 1.1), int(g.integers(8, 13))
    half = _spun([(0.02, 0.12), (0.2, 0.06), (0.55, -0.04), (1.15, 0.2), (1.15, 0.85), (0.55, 1.05),
        (0.25, 0.95), (0.02, 0.84)], r, 2 * r * tall * 0.8)  # fmt: skip
    fine = np.stack([np.interp(np.linspace(0, 1, 50), np.linspace(0, 1, len(half)), half[:, k]) for k in (0, 1)], 1)
    a = np.arange(96) * math.pi / 48
    fold = 1 - 0.11 * (1 - np.abs(np.sin(a * n / 2))) ** 2
    trunk = loft(np.array([np.stack([q * fold * np.sin(a), np.full(96, y), q * fold * np.cos(a)], 1) for q, y in fine]))
    h, style = float(half[:, 1].max()), int(g.integers(3))
    if style == 0:  # a lantern with a face
        x, y, z = trunk.vertices.T
        v = y / h - 0.5
        u = np.abs(x / r)
        eyes = (np.abs(u - 0.36) < 0.18 * (1 - (v - 0.08) / 0.2)) & (v > 0.08) & (v < 0.27)
        grin = (u < 0.6) & (np.abs(v + 0.2 - 0.4 * u**2) < 0.085) & ~((np.abs(u - 0.2) < 0.07) & (v + 0.2 > 0.4 * u**2))
        nose = (u < 0.09 * (1 - (v + 0.03) / 0.1)) & (v > -0.05) & (v < 0.06)
        trunk.vertices[(eyes | grin | nose) & (z > 0)] *= (0.82, 1, 0.78)
    bend = g.uniform(-0.05, 0.05)
    y = h * 0.8
    stem = tube(smooth([(0, y, 0), (0, h + r * 0.12, 0), (bend, h + r * g.uniform(0.3, 0.5), bend)], False),
        [0.028, 0.024, 0.02, 0.017, 0.015, 0.016], 5)  # fmt: skip
    parts = [trunk, stem, swung(tube([(0, y, 0), (0, h + r * 0.1, 0)], [0.04, 0.017], 5), 36)]
    if style == 1 or chance(g, 0.3):  # with a leaf and a tendril
        t = np.linspace(0, 1, 50)
        curl = np.stack([0.02 + r * t, h + 0.01 + 0.02 * np.sin(22 * t), 0.016 * np.cos(22 * t)], 1)
        parts += [tube(curl, 0.0025, 5), swung(leafy(r * 0.9, r * 0.42, 25, 0.25), 200, 0, h + 0.01)]
    return parts


def grapes(g: Generator) -> list[Part]:
    r, rows, wide = g.uniform(0.008, 0.011), int(g.integers(6, 10)), g.uniform(1.6, 2.4)
    oval = g.uniform(1, 1.35)
    parts = []
    for i in range(rows):
        s = i / (rows - 1)
        out = r * wide * math.sin(math.pi * (0.12 + 0.5 * s) if s < 0.76 else math.pi * (0.5 + (s - 0.76) * 1.0)) * 1.05
        n = max(1, round(2 * math.pi * out / (2.0 * r))) if i else 1
        for k in range(n):
            a = 6.283 * (k + 0.5 * (i % 2)) / n
            jig = g.uniform(-0.25, 0.25, 3) * r
            part = _berry(r, 0, 0, 0)
            part.apply_scale((1, oval, 1))
            parts.append(turned(part, (0, 0, 0), (out * math.cos(a) * (i > 0) + jig[0],
                i * r * 1.65 * oval + jig[1], out * math.sin(a) * (i > 0) + jig[2])))  # fmt: skip
    y = rows * r * 1.65 * oval
    parts += [tube([(0, r, 0), (0, y - r, 0), (0.004, y + 0.025, 0)], 0.002, 6),
        tube([(-0.025, y + 0.028, 0), (0.035, y + 0.022, 0)], 0.003, 6)]  # fmt: skip
    if chance(g, 0.6):  # a leaf with five lobes
        turns = np.linspace(0, 2 * math.pi, 61)[:-1]
        q = 0.032 * (0.8 + 0.2 * np.cos(5 * turns)) * (1 + 0.06 * np.cos(25 * turns))
        leaf = turned(slab(np.stack([q * np.sin(turns), q * np.cos(turns)], 1), 0.0012), (g.uniform(-60, -20), 20, 0))
        parts += [turned(leaf, (0, 0, 0), (-0.03, y + 0.012, 0.012))]
    if chance(g, 0.5):
        t = np.linspace(0, 1, 40)
        parts += [tube(np.stack([0.03 + 0.02 * t, y + 0.02 - 0.03 * t + 0.004 * np.cos(20 * t),
            0.004 * np.sin(20 * t)], 1), 0.0008, 5)]  # fmt: skip
    return parts


KINDS = kinds_of(strawberry, pineapple, carrot, corn_cob, pumpkin, grapes)
