"""Signs of the sky, and things found in nests and mouths."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, slab, tube
from indexer.parametric.nature.farm_and_forest import flow
from indexer.parametric.solids import Part, ball, kinds_of, lathe, ring, rod, turned


def crescent_moon(g: Generator) -> list[Part]:
    r, bite, style = g.uniform(0.3, 0.5), g.uniform(0.2, 0.45), int(g.integers(3))
    outer = arc(r, 50, 310, 40)
    half, inner = outer[0][1], np.hypot(r * bite, outer[0][1])
    centre = outer[0][0] - r * bite
    a = np.degrees(np.arctan2(half, outer[0][0] - centre)) % 360
    cut = arc(inner, 360 - a, a, 40) + np.array((centre, 0))
    tilt = g.uniform(-35, 35)
    if style == 0:  # a flat sign
        parts = [slab([*outer, *cut[1:-1]], r * g.uniform(0.1, 0.25))]
    else:  # plump
        t = np.linspace(0, 2 * np.pi, 16, endpoint=False)[:, None]
        rings = []
        for o, i in zip(outer, cut[::-1], strict=True):
            flat = (o + i) / 2 + np.cos(t) * (o - i) / 2
            depth = np.sin(t) * max(float(np.linalg.norm(o - i)), 0.003) * 0.45
            rings.append(np.hstack([flat, depth]))
        parts = [loft(np.array(rings))]
    if style == 2:  # with a face
        parts += [
            ball(r * 0.07, -r * 0.62, r * 0.22, r * 0.16),
            flow([(-r * 0.5, r * 0.15, 0, r * 0.1), (-r * 0.3, 0.0, 0, r * 0.09), (-r * 0.52, -r * 0.08, 0, r * 0.06)]),
        ]
        parts.append(
            tube(
                [(-r * 0.5, -r * 0.32, r * 0.14), (-r * 0.6, -r * 0.36, r * 0.17), (-r * 0.7, -r * 0.28, r * 0.16)],
                r * 0.025,
                6,
            )
        )
    parts = [turned(p, (0, 0, tilt)) for p in parts]
    if chance(g, 0.4):  # a star hung in its bow
        star = [
            (r * 0.22 * q * np.sin(t), r * 0.22 * q * np.cos(t))
            for t, q in zip(np.linspace(0, 2 * np.pi, 11)[:-1], (1, 0.42) * 5, strict=True)
        ]
        parts.append(slab(star, r * 0.1, r * 0.35, 0, 0))
    return parts


def lightning_bolt(g: Generator) -> list[Part]:
    style, h, lean, thick = int(g.integers(3)), g.uniform(0.5, 0.8), g.uniform(0.1, 0.25), g.uniform(0.04, 0.1)
    if style == 0:  # two bends
        shape = [(0.1, 1.0), (-0.35, 0.45), (-0.05, 0.45), (-0.25, 0.0), (0.35, 0.62), (0.03, 0.62), (0.35, 1.0)]
    elif style == 1:  # three bends, sharper below
        shape = [
            (-0.1, 1.0),
            (-0.42, 0.62),
            (-0.17, 0.58),
            (-0.3, 0.33),
            (-0.06, 0.3),
            (0.25, -0.1),
            (0.18, 0.4),
            (0.0, 0.42),
            (0.2, 0.68),
            (-0.04, 0.72),
            (0.2, 1.0),
        ]
    else:  # an arrow at its foot
        shape = [
            (0.0, 1.0),
            (-0.25, 0.5),
            (0.02, 0.56),
            (-0.07, 0.2),
            (-0.2, 0.26),
            (-0.05, 0.0),
            (0.12, 0.2),
            (0.03, 0.19),
            (0.25, 0.68),
            (0.0, 0.6),
            (0.16, 1.0),
        ]
    outline = [((a + lean * b) * h, b * h) for a, b in shape]
    parts = [slab(outline, thick)]
    if chance(g, 0.3):
        cloud = [(-0.3, 0.0, 0.17), (-0.1, 0.1, 0.22), (0.15, 0.06, 0.2), (0.34, -0.02, 0.15), (0.0, -0.05, 0.18)]
        parts += [ball(r * h * 1.4, (a * 1.5 + lean) * h, (b + 1.08) * h, 0, (1, 0.8, 0.6)) for a, b, r in cloud]
    elif chance(g, 0.3):  # on a round sign
        parts += [turned(rod(h * 0.72, thick * 0.5), (90, 0, 0), (lean * 0.5 * h, h * 0.5, -thick * 0.7))]
        parts.append(ring(h * 0.72, thick * 0.3, lean * 0.5 * h, h * 0.5, -thick * 0.4))
    return parts


def bird_nest(g: Generator) -> list[Part]:
    r, deep, eggs = g.uniform(0.1, 0.14), g.uniform(0.05, 0.075), int(g.integers(2, 5))
    parts = [
        lathe(
            [
                (0, 0),
                (r * 0.6, 0),
                (r * 0.98, deep * 0.7),
                (r * 0.95, deep),
                (r * 0.75, deep),
                (r * 0.5, deep * 0.45),
                (0, deep * 0.35),
            ]
        )
    ]
    for _ in range(110):  # twigs woven round the rim
        a, s, long = g.uniform(0, 6.28), g.uniform(0, 1), g.uniform(0.3, 0.7)
        line = []
        for d in (-long, 0, long):
            reach = r * (0.68 + 0.4 * s + (0.16 if d else 0.0) * g.random()) * (1 - 0.25 * (1 - s) * s)
            line.append(
                (reach * np.cos(a + d), deep * (0.15 + 0.9 * s) + g.uniform(-0.012, 0.014), reach * np.sin(a + d))
            )
        parts.append(tube(line, [0.003, 0.004, 0.002], 5))
    for k in range(eggs):
        a = 2 * np.pi * k / eggs + g.uniform(-0.2, 0.2)
        one = egg(r * 0.2, r * 0.28, r * 0.2)
        parts.append(
            turned(
                one, (g.uniform(40, 90), np.degrees(a), 0), (r * 0.28 * np.cos(a), deep * 0.65, r * 0.28 * np.sin(a))
            )
        )
    if chance(g):  # in the fork of a branch
        parts.append(
            tube([(-0.3, -0.05, 0), (0, -0.02, 0), (0.2, 0.04, 0.05), (0.35, 0.12, 0.1)], [0.025, 0.022, 0.015, 0.008])
        )
        parts.append(tube([(0, -0.02, 0), (0.1, 0.05, -0.14), (0.18, 0.16, -0.2)], [0.018, 0.013, 0.006]))
    return parts


def tooth(g: Generator) -> list[Part]:
    style, w, root = int(g.integers(3)), g.uniform(0.9, 1.15), g.uniform(0.9, 1.4)
    if style == 2:  # a fang or shark's tooth
        wide = g.uniform(0.3, 0.6)
        n = 14
        rings = []
        t = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        curve = g.uniform(-0.3, 0.3)
        for s in np.linspace(0, 1, n):
            k = wide * (1 - s) ** 0.8 + 0.005
            rings.append(np.stack([k * np.cos(t) + curve * s * s, np.full(16, s * 1.1), k * 0.4 * np.sin(t)], axis=1))
        base = mirrored(flow([(0, 0.05, 0, 0.16), (wide * 0.7, -0.05, 0, 0.15), (wide * 1.1, -0.25 * root, 0, 0.07)]))
        return [loft(np.array(rings)), *base]
    t = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    rings = []
    for s, k in ((0.0, 0.78), (0.12, 0.84), (0.4, 1.0), (0.7, 1.02), (0.88, 0.92), (0.97, 0.7), (1.0, 0.4)):
        c, d = np.cos(t), np.sin(t)
        x, z = np.sign(c) * np.abs(c) ** 0.7 * 0.5 * k * w, np.sign(d) * np.abs(d) ** 0.7 * 0.45 * k
        cusp = 0.1 * np.cos(2 * t + np.pi) ** 2 * np.abs(np.cos(2 * t)) * max(s - 0.6, 0) * 2
        rings.append(np.stack([x, s * 0.75 + cusp, z], axis=1))
    parts = [loft(np.array(rings))]
    parts += [ball(0.17, sx * 0.24 * w, 0.7, sz * 0.2, (1, 0.75, 1)) for sx in (1, -1) for sz in (1, -1)]
    ends = [(1, 1), (1, -1), (-1, 1), (-1, -1)] if style else [(1, 0), (-1, 0)]
    for sx, sz in ends:
        bend = g.uniform(0.0, 0.12)
        line = [(sx * 0.18 * w, 0.15, sz * 0.17, 0.24), (sx * (0.28 + bend) * w, -root * 0.35, sz * 0.24, 0.15)]
        parts.append(flow([*line, (sx * (0.26 - bend) * w, -root * g.uniform(0.7, 0.85), sz * 0.22, 0.03)], 12))
    if chance(g, 0.3):  # smiling, as on a dentist's sign
        parts += [
            *mirrored(egg(0.04, 0.07, 0.03, 0.15, 0.5, 0.44)),
            tube([(-0.2, 0.32, 0.42), (-0.1, 0.24, 0.44), (0.1, 0.24, 0.44), (0.2, 0.32, 0.42)], 0.02),
        ]
    return parts


KINDS = kinds_of(crescent_moon, lightning_bolt, bird_nest, tooth)
