"""Small things to wear: about the waist, at the neck and over the eyes."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, loft, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, around, box, forward, kinds_of, lathe, lying, ring, rod, turned


def belt(g: Generator) -> list[Part]:
    r, w, thick, style = g.uniform(0.1, 0.14), g.uniform(0.025, 0.045), 0.004, int(g.integers(3))
    if style == 1:  # rolled up
        turns = g.uniform(2.5, 4)
        t = np.linspace(0, turns * 2 * np.pi, int(turns * 24))
        path = np.stack([np.cos(t), np.sin(t)], 1) * (r * 0.28 + t[:, None] * thick * 0.45)
    else:  # a closed oval with its end through a loop
        t = np.linspace(-np.pi / 2 - 0.5, 3 * np.pi / 2, 60)
        path = np.stack([np.cos(t) * r * g.uniform(1.1, 1.4), np.sin(t) * r], 1) * np.linspace(1.05, 1.0, 60)[:, None]
    normal = path / np.linalg.norm(path, axis=1, keepdims=True) * thick / 2
    rings = [[(*(p - n), 0.0), (*(p + n), 0.0), (*(p + n), w), (*(p - n), w)] for p,
        n in zip(path, normal, strict=True)]  # fmt: skip
    parts = [turned(loft(np.array(rings)), (-90, 0, 0))]
    x, z = path[-1]
    a = -float(np.degrees(np.arctan2(x, -z))) if style == 1 else 0.0
    long = w * (1.2 if style == 2 else 0.9)
    buckle = [box(long * 2, w * 0.14, thick, 0, w * s) for s in (1.08, -0.22)] + mirrored(box(w * 0.14, w * 1.44, thick,
        long, -w * 0.22))  # fmt: skip
    buckle += [box(long * 1.8, w * 0.1, thick * 1.6, 0, w * 0.45)]
    if style == 2:  # a big plate
        buckle = [turned(forward(rod(w * 0.8, thick * 1.5)), (0, 0, 0), (0, w / 2, 0)),
            ring(w * 0.8, thick, 0, w / 2, thick * 1.5)]  # fmt: skip
        buckle += [turned(p, (90, 0, 0), (0, w / 2, thick * 1.5)) for p in around(5,
            box(w * 0.2, thick, w * 0.55, 0, 0, w * 0.2))]  # fmt: skip
    z = max(p[1] for p in path)
    parts += [turned(p, (0, a, 0), (0, 0, z + thick * 1.5)) for p in buckle]
    parts += [box(thick * 2, w * 1.15, thick * 4, long * 1.9, -w * 0.07, z * 0.99)]
    return parts


def bow_tie(g: Generator) -> list[Part]:
    w, h, style, thick = g.uniform(0.055, 0.07), g.uniform(0.025, 0.04), int(g.integers(3)), g.uniform(0.008, 0.014)
    knot = h * g.uniform(0.3, 0.42)
    end = [(w, h), (w * 1.03, 0.0), (w, -h)] if style != 1 else [(w * 0.85, h), (w * 1.2, 0), (w * 0.85, -h)]
    shape = smooth([(0, knot * 0.8), (w * 0.55, h * 0.85), *end, (w * 0.55, -h * 0.85), (0, -knot * 0.8)], times=1)
    rings = []
    for t, s in ((-1, 0.93), (-0.55, 1.0), (0.55, 1.0), (1, 0.93)):
        rings.append([(x, y * s, t * thick * (0.35 + 0.65 * min(1, x / w))) for x, y in shape])
    parts = mirrored(loft(np.array(rings)))
    folds = [tube([(knot * 0.6, knot * 0.5 * s, thick * 0.5), (w * 0.75, h * 0.5 * s, thick * 1.0)], [0.005, 0.002])
        for s in (1, 0, -1)]  # fmt: skip
    parts += [*mirrored(*folds), egg(knot * 0.9, knot * 1.15, thick * 1.5)]
    if style == 2:  # a second pair of ends behind
        back = slab(smooth(np.array([(0, knot * 0.6), *end, (0, -knot * 0.6)]) * (0.95, 1.15), times=1), thick * 0.5, 0,
            0, -thick)  # fmt: skip
        parts += mirrored(turned(back, (0, 0, g.uniform(4, 12))))
    if chance(g):  # on its band about the neck
        r = w * g.uniform(0.9, 1.05)
        parts += [turned(lathe([(r, -knot * 0.5), (r * 1.04, -knot * 0.5), (r * 1.04, knot * 0.5), (r, knot * 0.5),
            (r, -knot * 0.5)]), (0, 0, 0), (0, 0, -r))]  # fmt: skip
    return parts


def goggles(g: Generator) -> list[Part]:
    style, w, h, deep = int(g.integers(3)), g.uniform(0.08, 0.092), g.uniform(0.036, 0.048), g.uniform(0.03, 0.045)
    strap = g.uniform(0.009, 0.014)
    if style == 1:  # two cups, for swimming or old motors
        r = g.uniform(0.026, 0.034)
        cup = [forward(lathe([(r * 1.15, 0), (r, deep * 0.6), (r * 1.08, deep * 0.65), (r * 1.08, deep),
            (r * 0.85, deep), (r * 0.82, deep * 0.9), (0, deep * 0.92), (0, deep * 0.8), (r * 0.9, 0), (r * 1.15, 0)])),
            ring(r * 1.1, r * 0.12, 0, 0, 0.004)]  # fmt: skip
        parts = mirrored(*[turned(p, (0, 12, 0), (r * 1.35, 0, 0.01)) for p in cup])
        parts += [lying(0.005, r * 0.9, 0, 0, deep * 0.45)]
        w = r * 2.4
    else:
        lens = smooth([(w, h * 0.2), (w * 0.85, h), (0, h * 1.02), (-w * 0.85, h), (-w, h * 0.2), (-w * 0.75, -h),
            (-w * 0.3, -h * 0.95), (0, -h * 0.35), (w * 0.3, -h * 0.95), (w * 0.75, -h)], times=2)  # fmt: skip
        rings = []
        for z, k in ((0, 1.0), (deep * 0.8, 1.05), (deep, 1.0), (deep * 0.96, 0.87), (deep * 0.7, 0.84)):
            rings.append([(x * k, y * k, z - 0.35 * x * x / w) for x, y in lens])
        parts = [loft(np.array(rings)), *mirrored(box(0.012, h * 1.1, deep * 0.7, w * 0.97, -h * 0.5, -0.015))]
        parts += [box(0.02, 0.004, deep * 0.4, (i - 2) * 0.028, h * 1.02, deep * 0.1)
            for i in range(5)] if style == 2 else []  # fmt: skip
    t = np.linspace(-0.05, np.pi + 0.05, 24)
    path = np.stack([np.cos(t) * w * 1.0, -np.sin(t) * w * g.uniform(1.5, 1.9) - 0.01], 1)
    normal = path / np.linalg.norm(path, axis=1, keepdims=True) * 0.0015
    rings = [[(a - m, -strap, b - n), (a + m, -strap, b + n), (a + m, strap, b + n), (a - m, strap, b - n)] for (a, b),
        (m, n) in zip(path, normal, strict=True)]  # fmt: skip
    return [*parts, loft(np.array(rings)), *mirrored(box(0.006, strap * 2.6, 0.014, path[6][0], -strap * 1.3,
        path[6][1]))]  # fmt: skip


KINDS = kinds_of(belt, bow_tie, goggles)
