"""Snacks, cheese and eggs."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, body, chance, egg, slab, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, ring, rod, turned


def _dents(part: Part, centres: NDArray[np.float64], radii: NDArray[np.float64]) -> Part:
    """The part with its points pushed out of balls."""
    for centre, r in zip(centres, radii, strict=True):
        away = part.vertices - centre
        far = np.linalg.norm(away, axis=1, keepdims=True) + 1e-9
        part.vertices = np.where(far < r, centre + away / far * r, part.vertices)
    return part


def sandwich(g: Generator) -> list[Part]:
    style, w, thick = int(g.integers(3)), g.uniform(0.05, 0.06), g.uniform(0.011, 0.016)
    if style == 2:  # a long roll, open at the front
        long, r = g.uniform(0.09, 0.13), 0.035
        half = [(s * long, r * max(1 - s**6, 0.02) ** 0.5) for s in np.linspace(-1, 1, 13)]
        low = turned(body([(z, q, q * 0.5, 0.0) for z, q in half], 3), (0, 90, 0), (0, r * 0.5, 0))
        top = turned(turned(body([(z, q, q * 0.7, 0.0) for z, q in half], 2.4), (0, 90, 0)), (-12, 0, 0),
            (0, r * 1.75, 0))  # fmt: skip
        rows = [rod(r * 0.75, 0.006, x, r * 0.98, r * 0.4) for x in np.linspace(-0.7, 0.7, 5) * long]
        cheese_ = [turned(box(r * 1.5, 0.003, r * 1.5), (0, 45, 0), (x, r * 1.12, r * 0.25))
            for x in np.linspace(-0.6, 0.6, 4) * long]  # fmt: skip
        leaf = [(x, r * (1.2 + 0.1 * math.sin(x * 260)), r * (0.95 + 0.2 * math.sin(x * 170)))
            for x in np.linspace(-long * 0.9, long * 0.9, 40)]  # fmt: skip
        return [low, top, *rows, *cheese_, tube(leaf, 0.004, 6)]
    if style == 0:
        outline = smooth([(-w, -w), (0, -w), (w, -w), (w, w), (0, w), (-w, w)], times=2)
    else:  # cut into triangles
        outline = smooth([(-1.4 * w, 0.7 * w), (1.4 * w, 0.7 * w), (0, -0.7 * w)], times=1) * 1.15
    layers: list[Part] = []
    y, stack = 0.0, 2 + int(chance(g, 0.4))
    for i in range(stack):
        layers.append(turned(slab(outline, thick), (90, 0, 0), (0, y + thick / 2, 0)))
        layers.append(turned(slab(outline * 1.03, thick * 0.6), (90, 0, 0), (0, y + thick / 2, 0)))
        y += thick
        if i < stack - 1:
            at = np.linspace(0, 1, 80, endpoint=False)
            spots = np.array([np.interp(at * len(outline), np.arange(len(outline) + 1),
                [*outline[:, k], outline[0, k]]) for k in (0, 1)])  # fmt: skip
            frill = spots * (1.06 + 0.06 * np.sin(at * 2 * math.pi * 17))
            layers.append(turned(slab(frill.T, 0.004), (90, 0, 0), (0, y + 0.003, 0)))
            slices = [turned(slab(outline * 1.04, 0.003), (90, 0, 0), (0, y + 0.008, 0))]
            if style == 0:
                slices = [turned(slab(outline * 0.95, 0.003), (90, 45, 0), (0, y + 0.008, 0))]
            mid = 0.0 if style == 0 else w * 0.35
            reach = w * (0.55 if style == 0 else 0.3)
            tomato = [rod(reach * 0.85, 0.006, reach * sx, y + 0.01, mid + reach * sz * (style == 0))
                for sx in (-1, 1) for sz in ((-1, 1) if style == 0 else (0,))]  # fmt: skip
            layers += [*slices, *tomato]
            y += 0.017
    if style == 1:  # both halves
        other = [turned(p.copy(), (0, 180 + g.uniform(-20, 20), 0),
            (w * 1.75, 0, -g.uniform(0.1, 0.4) * w)) for p in layers] if chance(g, 0.6) else []  # fmt: skip
        return [*layers, *other]
    pick = [rod(0.0012, y + 0.03, y=0.005), ball(0.008, 0, y + 0.015)] if chance(g) else []
    return [*layers, *pick]


def hot_dog(g: Generator) -> list[Part]:
    long, r, bend = g.uniform(0.075, 0.095), g.uniform(0.012, 0.015), g.uniform(0.0, 0.012)
    line = np.linspace(-1, 1, 17)
    curve = np.array([(x * long * 1.22, 0.036 + bend * x * x, 0) for x in line])
    sausage = tube(curve, [r * max(1 - x**8, 0.05) ** 0.5 for x in line], 12)
    bun = []
    for s in (1, -1):
        half = body([(x * long, 0.018 * max(1 - x**6, 0.02) ** 0.5, 0.024 * max(1 - x**6, 0.02) ** 0.5,
            0.0) for x in line])  # fmt: skip
        bun += [turned(turned(half, (0, 90, 0)), (s * -14, 0, 0), (0, 0.026, s * 0.023))]
    base = turned(body([(x * long * 0.9, 0.026 * max(1 - x**6, 0.02) ** 0.5, 0.01, 0.0) for x in line]),
        (0, 90, 0), (0, 0.014, 0))  # fmt: skip
    n, wide = int(g.integers(4, 9)), g.uniform(0.4, 0.8)
    x = np.linspace(-0.9, 0.9, 90)
    sauce = np.stack([x * long * 1.1, 0.036 + bend * x * x + r * 1.02, wide * r * np.sin(x * n * math.pi)], 1)
    sauce[:, 1] -= r - np.sqrt(r * r - sauce[:, 2] ** 2)
    style = int(g.integers(3))
    parts = [sausage, *bun, base]
    if style < 2:
        parts += [tube(sauce, 0.0028, 6)]
    if style == 2:  # cut across, with leaves of lettuce at its sides
        parts += [turned(ring(r * 0.98, 0.0016), (0, 90, 25), (u * long, 0.036 + bend * u * u, 0))
            for u in np.linspace(-0.8, 0.8, 6)]  # fmt: skip
    if style >= 1:
        wave = np.linspace(-1, 1, 60)
        parts += [tube(np.stack([wave * long * 0.95, 0.043 + 0.004 * np.sin(wave * 37),
            s * (r + 0.004 + 0.004 * np.sin(wave * 23))], 1), 0.003, 6) for s in (1, -1)]  # fmt: skip
    if chance(g, 0.35):  # in a paper tray
        tray = [(-0.052, 0.02), (-0.038, -0.003), (0.038, -0.003), (0.052, 0.02), (0.05, 0.02),
            (0.036, -0.001), (-0.036, -0.001), (-0.05, 0.02)]  # fmt: skip
        parts += [turned(slab(tray, 1.8 * long), (0, 90, 0))]
    return parts


def cheese(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.1, 0.16), g.uniform(0.05, 0.08), int(g.choice([0, 0, 1, 2]))
    if style == 2:  # a wheel that lacks a piece, and that piece
        wide, away = g.uniform(35, 70), g.uniform(0.03, 0.07)
        cake = slab([*arc(r, wide, 360, 40), (0.0, 0.0)], h)
        rim = [tube([(x, y, s * h * 0.44) for x, y in arc(r, wide, 360, 40)], 0.007) for s in (1, -1)]
        at = math.radians(wide / 2)
        piece = [slab([*(arc(r, 4, wide - 4, 12)), (0.0, 0.0)], h, away * math.cos(at), away * math.sin(at))]
        return [turned(p, (-90, 0, 0), (0, h / 2, 0)) for p in [cake, *rim, *(piece if chance(g, 0.7) else [])]]
    if style == 1:  # a block with slices
        w = r * 0.55
        n = int(g.integers(1, 4))
        block = box(2 * w, h, h * 1.1)
        parts = [box(0.006, h, h * 1.1, w + 0.014 + 0.012 * i) for i in range(n)]
        parts = [turned(p, (0, 0, -(12 + 10 * i)), (0.004, 0.004, 0)) for i, p in enumerate(parts)]
    else:
        half = g.uniform(20, 30)
        block = turned(slab([*arc(r, -half, half, 3), (0.0, 0.0)], h), (-90, 0, 0), (-r * 0.6, h / 2, 0))
        parts = [turned(slab([*arc(r * 1.01, -half, half, 9), *arc(r * 0.96, half, -half, 9)], h * 1.02),
            (-90, 0, 0), (-r * 0.6, h / 2, 0))]  # fmt: skip
    fine = block.subdivide_to_size(0.006)
    picks = g.choice(len(fine.faces), int(g.integers(14, 24)), replace=False)
    spots = fine.triangles_center[picks] + 0.002 * fine.face_normals[picks]
    return [_dents(fine, spots, g.uniform(0.007, 0.016, len(picks))), *parts]


def egg_in_a_cup(g: Generator) -> list[Part]:
    r, tall, style = g.uniform(0.021, 0.024), g.uniform(1.25, 1.4), int(g.integers(3))
    foot = g.uniform(0.012, 0.035)
    half = [(0, -1.0), (0.55, -0.98), (1.0, -0.45), (0.98, 0.15), (0.72, 0.75), (0.35, 1.02), (0, 1.05)]
    y = foot + 0.006 + r * tall
    shell = [(float(a) * r * 1.03, y + float(b) * r * tall) for a, b in smooth(half, False)]
    cup = [(0, 0), (r * 0.95, 0), (r * 0.9, 0.004), (0.006, foot * 0.6), (0.008, foot),
        (r * 0.8, foot + r * 0.4), (r * 1.15, foot + r * 1.25), (r * 1.06, foot + r * 1.25),
        (0, foot + 0.006)]  # fmt: skip
    if chance(g, 0.3):  # without a stem
        cup = [(0, 0), (r * 0.7, 0), (r * 1.0, foot + r * 0.3), (r * 1.12, foot + r * 1.25),
            (r * 1.04, foot + r * 1.25), (0, foot + 0.006)]  # fmt: skip
    parts = [lathe(cup), ring(r * 1.1, 0.0014, y=foot + r * 1.25, axis="y")]
    if style == 0:  # whole
        parts += [lathe(shell)]
    else:  # its top cut off, the yolk to be seen
        cut = y + r * tall * 0.5
        low = [p for p in shell if p[1] < cut]
        parts += [lathe([*low, (low[-1][0] * 0.93, low[-1][1]), (low[-1][0] * 0.85, low[-1][1] - 0.003),
            (0, low[-1][1] - 0.003)]), egg(r * 0.5, 0.005, r * 0.5, 0, low[-1][1] - 0.002)]  # fmt: skip
        rim = [slab([(-0.0025, 0), (0.0025, 0), (0, high)], 0.001) for high in g.uniform(0.001, 0.0035, 12)]
        parts += [turned(turned(p, (0, 0, 0), (0, low[-1][1] - 0.001, low[-1][0] * 0.97)), (0, 30 * i, 0))
            for i, p in enumerate(rim)]  # fmt: skip
        lid = [p for p in shell if p[1] >= cut]
        parts += [turned(lathe([(0, lid[0][1]), *lid]), (0, 0, 0), (r * 1.9, 0.001 - lid[0][1], 0.01))]
    if style == 2 or chance(g, 0.4):  # on a saucer, with a spoon
        parts += [lathe([(0, -0.006), (r * 1.6, -0.006), (r * 2.7, 0.004), (r * 2.65, 0.006), (r * 1.6, 0), (0, 0)])]
        parts += [tube([(-r * 3, 0.007, r * 1.6), (r * 0.8, 0.007, r * 1.9)], [0.0022, 0.0015]),
            egg(0.011, 0.003, 0.008, r * 1.15, 0.007, r * 1.95)]  # fmt: skip
    return parts


KINDS = kinds_of(sandwich, hot_dog, cheese, egg_in_a_cup)
