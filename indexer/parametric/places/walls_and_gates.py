"""What closes off roads, fields and gardens, and lets one through."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.lofts import Points, arc, chance, egg, mirrored, slab, tube, upright
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, ring, rod, turned


def guard_rail(g: Generator) -> list[Part]:
    style, n, gap, h = int(g.integers(3)), int(g.integers(3, 6)), g.uniform(1.3, 2.2), g.uniform(0.65, 0.8)
    long, tall = n * gap, g.uniform(0.28, 0.36)
    front = [(0.0, 0), (0.05, 0.08), (0.05, 0.24), (0.0, 0.36), (0.0, 0.64), (0.05, 0.76), (0.05, 0.92), (0.0, 1.0)]
    wave = np.array([(z, y * tall) for z, y in front] + [(z - 0.02, y * tall) for z, y in front[::-1]])
    xs = (np.arange(n + 1) - n / 2) * gap
    parts = []
    if style == 2:  # turned down into the ground at its ends
        for x in (1, -1):
            a = np.array((x * long / 2, h + tall / 2, 0.1))
            parts += [
                tube([a + np.array((0, v, 0)), a + np.array((x * gap * 1.4, v * 0.5 - h - tall * 0.3, 0))], 0.05, 6)
                for v in (-tall * 0.3, tall * 0.3)
            ]
            parts += [
                slab(
                    [
                        (x * long / 2, h),
                        (x * long / 2, h + tall),
                        (x * (long / 2 + gap * 1.4), 0.2),
                        (x * (long / 2 + gap * 1.4), 0),
                    ],
                    0.02,
                    0,
                    0,
                    0.08,
                )
            ]
    elif style == 1:  # rounded ends
        parts += [turned(upright(wave, 0.5), (0, 0, 0), (x * (long / 2 + 0.35), h, 0.1)) for x in (1, -1)]
        parts += [rod(0.14, tall, x * (long / 2 + 0.6), h, 0.02) for x in (1, -1)]
    rail = upright(wave, long + 0.2)
    parts += at(0, h, 0.1, rail)
    both = chance(g, 0.3)
    for x in xs:
        parts += [
            box(0.03, h + tall, 0.14, x, 0, -0.06),
            *[box(0.12, h + tall, 0.02, x, 0, -0.06 + v) for v in (0.07, -0.07)],
            box(0.12, tall * 0.8, 0.12, x, h + tall * 0.1, 0.04),
        ]
        parts += [forward(rod(0.02, 0.03), x + v, h + tall / 2, 0.1) for v in (-0.04, 0.04)]
        parts += [box(0.08, 0.14, 0.02, x, h + tall + 0.02, 0.02)] if style == 1 else []
    if both:
        parts += [turned(p, (0, 180, 0), (0, 0, -0.12)) for p in at(0, h, 0.1, rail)]
    return parts + ([box(long + 1, 0.12, 0.8, 0, -0.12)] if chance(g, 0.4) else [])


def stone_wall(g: Generator) -> list[Part]:
    style, long, h, d = int(g.integers(3)), g.uniform(2.4, 4.0), g.uniform(0.9, 1.5), g.uniform(0.35, 0.55)
    rows, parts, y = int(g.integers(4, 8)), [], 0.0
    for k in range(rows):
        tall = h / rows * (1.2 - 0.4 * k / rows)
        x, thick = -long / 2, d * (1 - 0.25 * k / rows)
        end = long / 2 - (0.12 * long * k * g.uniform(0.6, 1.3) if style == 2 else 0)  # tumbled at one end
        while x < end - 0.1:
            w = min(g.uniform(0.8, 2.4) * tall, end - x)
            stone = creation.icosphere(subdivisions=1)
            v = np.sign(stone.vertices) * np.abs(stone.vertices) ** 0.45
            stone.vertices = v / np.abs(v).max(0) * 0.5 * (w * 0.97, tall * 0.98, thick * g.uniform(0.92, 1.08))
            parts.append(turned(stone, (g.uniform(-3, 3), 0, g.uniform(-3, 3)), (x + w / 2, y + tall / 2, 0)))
            x += w
        y += tall
    if style == 0:  # a coping of stones on edge
        parts += [
            turned(box(0.09, h * 0.16, d * 0.85, x, y - 0.02), (0, 0, 0))
            for x in np.arange(-long / 2 + 0.06, long / 2, 0.12) + g.uniform(-0.01, 0.01)
        ]
    elif style == 1:  # flat slabs on top and a pillar at each end
        parts += [box(long / 4 * 0.97, 0.08, d * 1.05, (i - 1.5) * long / 4, y) for i in range(4)]
        parts += [
            p
            for x in (1, -1)
            for p in (
                box(d * 1.2, y + 0.3, d * 1.3, x * long / 2),
                box(d * 1.45, 0.1, d * 1.55, x * long / 2, y + 0.3),
                ball(d * 0.45, x * long / 2, y + 0.4 + d * 0.4),
            )
        ]
    else:
        parts += [
            egg(g.uniform(0.1, 0.2), g.uniform(0.07, 0.14), g.uniform(0.1, 0.18), long * 0.45 + u, 0.08, v)
            for u, v in g.uniform((-0.2, -0.4), (0.7, 0.6), (6, 2))
        ]
    return parts


def garden_gate(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(4)), g.uniform(0.9, 1.3), g.uniform(0.95, 1.5)
    e, parts = w / 2, []
    post = g.uniform(0.1, 0.16)
    for x in (1, -1):
        px = x * (e + post * 0.5 + 0.03)
        parts += [
            box(post, h * 1.15, post, px),
            box(post * 1.4, 0.05, post * 1.4, px, h * 1.15),
            ball(post * 0.5, px, h * 1.15 + 0.05 + post * 0.4),
        ]
    n = int(g.integers(6, 11))
    xs = np.linspace(-e * 0.92, e * 0.92, n)
    curve = (
        (lambda x: h * (0.8 + 0.2 * (1 - (x / e) ** 2))) if chance(g) else (lambda x: h * (0.8 + 0.2 * (x / e) ** 2))
    )
    if style in (0, 3):  # pickets
        wide = w / n * 0.68
        for x in xs:
            t = curve(x)
            parts.append(
                slab(
                    [
                        (x - wide / 2, 0.06),
                        (x + wide / 2, 0.06),
                        (x + wide / 2, t - wide * 0.5),
                        (x, t),
                        (x - wide / 2, t - wide * 0.5),
                    ],
                    0.025,
                )
            )
        parts += [box(w * 0.96, 0.08, 0.035, 0, h * t, -0.03) for t in (0.18, 0.62)] + [
            tube([(-e * 0.9, h * 0.22, -0.03), (e * 0.9, h * 0.64, -0.03)], 0.035, 4)
        ]
    elif style == 1:  # wrought iron with scrolls
        parts += [rod(0.01, curve(x) - 0.05, x, 0.08) for x in xs] + [
            p for x in xs for p in (lathe([(0, 0), (0.025, 0.02), (0, 0.1)], x, curve(x)),)
        ]
        parts += [box(w * 0.97, 0.03, 0.02, 0, h * t) for t in (0.08, 0.45, 0.55)] + [
            tube([(x, curve(x) - 0.02, 0) for x in np.linspace(-e * 0.96, e * 0.96, 13)], 0.016, 6)
        ]
        parts += [ring(h * 0.045, 0.008, x, h * 0.51) for x in (xs[:-1] + xs[1:]) / 2]
        spiral = [
            (0.16 * (1 - t) * math.cos(9 * t), 0.16 * (1 - t) * math.sin(9 * t), 0) for t in np.linspace(0, 0.85, 22)
        ]
        parts += mirrored(*at(e * 0.45, h * 0.28, 0.01, tube(spiral, 0.012, 5)))
    else:  # a field gate of bars and a brace
        parts += [box(0.07, h * 0.9, 0.06, x * e * 0.95, 0.1) for x in (1, -1)] + [
            box(w * 0.95, 0.07, 0.035, 0, 0.12 + (h * 0.82) * t) for t in np.linspace(0, 1, 5)
        ]
        parts += [tube([(-e * 0.9, 0.15, 0.03), (e * 0.9, h * 0.92, 0.03)], 0.035, 4)]
    parts += [box(0.16, 0.03, 0.03, -e + 0.03, h * t, 0.03) for t in (0.22, 0.64)] + [
        box(0.12, 0.04, 0.05, e * 0.98, h * 0.62, 0.03),
        ring(0.035, 0.008, e * 0.9, h * 0.6, 0.04),
    ]
    if style == 3:  # under an arch for climbers
        y = h * 1.15
        big = e + post * 0.5 + 0.03
        for z in (0.25, -0.25):
            parts += [
                tube([(big * c, y * 1.25 + big * s, z) for c, s in arc(1, 0, 180, 15)], 0.025, 6),
                *[box(0.05, y * 1.25, 0.05, x * big, 0, z) for x in (1, -1)],
            ]
        parts += [box(0.03, 0.03, 0.5, big * c, y * 1.25 + big * s) for c, s in arc(1, 5, 175, 9)] + [
            box(0.03, 0.03, 0.5, x * big, q) for x in (1, -1) for q in np.linspace(0.3, y * 1.2, 6)
        ]
    elif chance(g):  # a piece of fence at each side
        parts += [
            box(w / n * 0.68, h * 0.85, 0.025, x * (e + post + 0.1 + w / n * k)) for x in (1, -1) for k in range(5)
        ] + [
            box(w / n * 5.5, 0.08, 0.03, x * (e + post + w / n * 2.6), h * t, -0.03)
            for x in (1, -1)
            for t in (0.2, 0.62)
        ]
    return parts


def pergola(g: Generator) -> list[Part]:
    style, w, d, h = int(g.integers(3)), g.uniform(2.8, 4.5), g.uniform(2.2, 3.4), g.uniform(2.1, 2.6)
    n, e, out = int(g.integers(7, 14)), g.uniform(0.1, 0.16), g.uniform(0.25, 0.5)
    ends: Points = [
        (-d / 2 - out, 0.16),
        (-d / 2 - out, 0.08),
        (-d / 2 - out * 0.6, 0),
        (d / 2 + out * 0.6, 0),
        (d / 2 + out, 0.08),
        (d / 2 + out, 0.16),
    ]
    xs = np.linspace(-w / 2 - out * 0.6, w / 2 + out * 0.6, n)
    if style == 1:  # a walk of several bays
        w *= 2.0
        xs = np.linspace(-w / 2 - out * 0.6, w / 2 + out * 0.6, n * 2 - 1)
    posts = np.linspace(-w / 2, w / 2, 4 if style == 1 else 2)
    parts = [box(e, h, e, x, 0, z * d / 2) for x in posts for z in (1, -1)]
    parts += [box(e * 1.6, 0.12, e * 1.6, x, 0, z * d / 2) for x in posts for z in (1, -1)]
    beam = box(w + out * 2, 0.18, 0.05)
    parts += [p for z in (1, -1) for v in (1, -1) for p in at(0, h - 0.12, z * d / 2 + v * e * 0.62, beam)]
    parts += [upright(np.array(ends) + np.array((0, h + 0.04)), 0.05, x) for x in xs]
    if style != 1:
        parts += [
            box(w + out * 2, 0.05, 0.05, 0, h + 0.2, z) for z in np.linspace(-d / 2, d / 2, int(g.integers(5, 9)))
        ]
    for x in posts:
        for v in (1, -1):
            if abs(x + v * 0.5) < w / 2:
                parts += [
                    tube([(x, h - 0.7, z * d / 2), (x + v * 0.55, h - 0.12, z * d / 2)], 0.04, 4) for z in (1, -1)
                ]
    if style == 2:  # a bench and a lattice at its back
        parts += [
            box(w * 0.95, 0.06, 0.45, 0, 0.42, -d / 2 + 0.3),
            *[box(0.08, 0.42, 0.4, x * w * 0.4, 0, -d / 2 + 0.3) for x in (1, 0, -1)],
        ]
        for s in (1, -1):
            parts += [
                tube([(x - s * 0.7, 0.6, -d / 2), (x + s * 0.7, h - 0.3, -d / 2)], 0.025, 4)
                for x in np.linspace(-w * 0.3, w * 0.3, 6)
            ]
    if chance(g, 0.4):  # a climber on one post
        vine = [(posts[0] + e * math.sin(t), h * t / 14, d / 2 + e * math.cos(t)) for t in np.linspace(0, 14, 50)]
        parts += [
            tube(vine, 0.03, 5),
            *[
                egg(0.35, 0.16, 0.3, posts[0] + u, h + 0.2 + v, d / 2 + t)
                for u, v, t in g.uniform((-0.4, -0.1, -0.9), (0.9, 0.2, 0.4), (7, 3))
            ],
        ]
    return parts


KINDS = kinds_of(guard_rail, stone_wall, garden_gate, pergola)
