"""Sweets: candy, ices on sticks and gingerbread."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, body, chance, loft, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, ball, kinds_of, lathe, lying, ring, rod, turned


def _bow(r: float, y: float, z: float) -> list[Part]:
    """A ribbon tied in a bow, about (0, y, z)."""
    loop = [(0, 0, 0), (r, r * 0.6, r * 0.1), (r * 1.5, 0, r * 0.2), (r, -r * 0.6, r * 0.1), (0, 0, 0)]
    tail = [(0, 0, 0), (r * 0.5, -r * 0.8, 0), (r * 0.9, -r * 1.7, r * 0.1)]
    parts = mirrored(tube(smooth(loop, False), r * 0.17, 6), tube(tail, r * 0.14, 6))
    return [turned(p, (0, 0, 0), (0, y, z)) for p in (*parts, ball(r * 0.32, z=r * 0.1))]


def lollipop(g: Generator) -> list[Part]:
    r, style = g.uniform(0.02, 0.04), int(g.integers(4))
    stick = [rod(r * g.uniform(0.07, 0.11), r * g.uniform(3, 4.5))]
    top = stick[0].bounds[1][1]
    if style == 0:  # a ball with a belt
        parts = [ball(r * 0.7, 0, top, 0), ring(r * 0.66, r * 0.12, 0, top, 0, "y")]
        if chance(g):
            parts = [lathe([(0.001, top - r * 0.6), (r * 0.5, top - r * 0.5), (r * 0.72, top - r * 0.1),
                (r * 0.78, top),
                (r * 0.72, top + r * 0.1), (r * 0.5, top + r * 0.5), (0.001, top + r * 0.6)])]  # fmt: skip
    elif style == 1:  # a coiled disc
        t = np.linspace(0.02, 1, 90)
        turns, thick = g.uniform(3, 4.5), r * g.uniform(0.13, 0.2)
        a = t * turns * 2 * math.pi
        parts = [tube(np.stack([r * t * np.cos(a), top + r * 0.9 + r * t * np.sin(a), 0 * t], 1), thick * 1.1, 8),
            turned(rod(r, thick), (90, 0, 0), (0, top + r * 0.9, -thick / 2))]  # fmt: skip
    elif style == 2:  # a disc of bent rays
        n, thick = int(g.integers(7, 11)), r * 0.3
        parts = [turned(rod(r, thick), (90, 0, 0), (0, top + r * 0.9, -thick / 2))]
        for i in range(n):
            t = np.linspace(0.05, 0.97, 10)
            a = 2 * math.pi * i / n + t * 1.6
            for s in (1, -1):
                parts.append(tube(np.stack([r * t * np.cos(a), top + r * (0.9 + t * np.sin(a)),
                    0 * t + s * thick / 2], 1),
                    [r * (0.03 + 0.1 * float(v)) for v in t], 6))  # fmt: skip
    else:  # a heart
        a = np.radians(np.arange(0, 360, 10))
        heart = np.stack(
            [np.sin(a) ** 3, (13 * np.cos(a) - 5 * np.cos(2 * a) - 2 * np.cos(3 * a) - np.cos(4 * a)) / 16], 1
        )
        parts = [slab(heart * r * k, d, 0, top + r * 0.9) for k, d in ((1.0, r * 0.2), (0.9, r * 0.32), (0.6, r * 0.4))]
    parts += _bow(r * 0.4, top * 0.85, r * 0.12) if chance(g, 0.3) else []
    return [*stick, *parts]


def candy_cane(g: Generator) -> list[Part]:
    r, style = g.uniform(0.008, 0.012), int(g.integers(3))
    hook, high, past = r * g.uniform(2.6, 3.6), r * g.uniform(11, 17), g.uniform(0, 35)
    line = [(0.0, y, 0.0) for y in np.linspace(0, high, 16)[:-1]]
    line += [
        (hook - hook * math.cos(a), high + hook * math.sin(a), 0.0) for a in np.radians(np.linspace(0, 180 + past, 26))
    ]
    path = np.array(line)
    path = smooth(path, False, 1)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.stack([along[:, 1], -along[:, 0], along[:, 2]], 1)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    cane = [tube(path, r, 14), *[turned(ball(r, scale=(1, 0.8, 1)), (0, 0, 0), tuple(path[i])) for i in (0, -1)]]
    twist = g.uniform(0.35, 0.6)
    for k in range(int(g.integers(1, 4))):  # raised stripes
        fine = np.linspace(0, length[-1], 160)
        a = fine / r * twist + k * 2.1
        middle, out = (np.stack([np.interp(fine, length, v[:, i]) for i in range(3)], 1) for v in (path, side))
        spiral = middle + r * 0.86 * (out * np.cos(a)[:, None] + np.array((0, 0, 1)) * np.sin(a)[:, None])
        cane.append(tube(spiral, r * 0.3, 6))
    if style == 0:
        return cane
    if style == 1:
        return [*cane, *_bow(r * 1.9, high * g.uniform(0.6, 0.85), r * 1.3)]
    crossed = [turned(p.copy(), (0, 0, 0), (-high * 0.32, -high / 2, 0)) for p in cane]
    crossed = [turned(p, (0, 0, -28)) for p in crossed]
    other = [p.copy() for p in mirrored(*crossed)[len(crossed) :]]
    return [*crossed, *[turned(p, (0, 0, 0), (0, 0, r * 2.1)) for p in other], *_bow(r * 2, 0, r * 3.6)]


def gingerbread_man(g: Generator) -> list[Part]:
    h, style, thick = g.uniform(0.1, 0.14), int(g.integers(3)), g.uniform(0.007, 0.013)
    arm, leg, fat = g.uniform(0.36, 0.46), g.uniform(0.2, 0.28), g.uniform(0.09, 0.12)
    lift = g.uniform(-0.06, 0.1)
    right: list[tuple[float, float]] = [(0.03, 0.36), (leg - fat * 0.9, 0.02), (leg, -0.01), (leg + fat, 0.06),
        (leg + fat * 0.6, 0.14), (0.16, 0.45)]  # fmt: skip
    if style == 1:  # in a skirt
        right = [(0.04, 0.14), (0.05, 0.0), (0.16, 0.0), (0.16, 0.14), (0.34, 0.16), (0.15, 0.48)]
    right += [(arm, 0.46 + lift), (arm + 0.06, 0.52 + lift), (arm, 0.62 + lift), (0.17, 0.64), (0.09, 0.66),
        (0.2, 0.72),
        (0.22, 0.84), (0.17, 0.97), (0.06, 1.02)]  # fmt: skip
    edge = smooth([*right, *[(-x, y) for x, y in reversed(right)]], True, 2) * h
    parts = [slab(edge, thick)]
    centre = np.array((0, 0.5 * h))
    inner = centre + (edge - centre) * 0.97
    icing = h * 0.016
    if chance(g, 0.7):
        parts.append(tube([(x * 0.93, y, thick / 2) for x, y in [*inner, inner[0]]], icing, 6))
    z = thick / 2
    parts += [ball(h * 0.03, s * h * 0.075, h * 0.88, z) for s in (1, -1)]
    parts += [tube([(h * 0.1 * x, h * (0.84 + 0.1 * y), z) for x, y in arc(1, 210, 330, 9)], icing, 6)]
    parts += [ball(h * 0.034, 0, h * y, z, (1, 1, 0.7)) for y in np.linspace(0.42, 0.6, int(g.integers(2, 4)))]
    if style == 2:
        parts += _bow(h * 0.06, h * 0.67, z + h * 0.02)
    lines = [((arm - 0.06, 0.49 + lift), (arm - 0.06, 0.6 + lift)), ((0.15, 0.16), (0.22, 0.15))]
    for (x0, y0), (x1, y1) in lines:  # cuffs in zigzag
        zig = [
            (h * (x0 + (x1 - x0) * t + 0.015 * (-1) ** i), h * (y0 + (y1 - y0) * t), z)
            for i, t in enumerate(np.linspace(0, 1, 7))
        ]
        parts += mirrored(tube(zig, icing, 6))
    return [turned(p, (-55, 0, 0)) for p in parts] if chance(g, 0.3) else parts


def ice_lolly(g: Generator) -> list[Part]:
    w, style = g.uniform(0.024, 0.032), int(g.integers(4))
    h, d = w * g.uniform(2.6, 3.4), w * g.uniform(0.55, 0.8)
    stick = [
        slab(
            smooth([(-w * 0.2, -w * 1.5), (w * 0.2, -w * 1.5), (w * 0.2, w * 0.5), (-w * 0.2, w * 0.5)], True, 2),
            w * 0.12,
        )
    ]
    if style == 3:  # a rocket in steps
        line = [(0.001, 0.0)]
        for i in range(3):
            r = w * (0.85 - 0.18 * i)
            line += [(r, h * i / 3), (r * 0.92, h * (i + 0.9) / 3)]
        return [*stick, lathe([*line, (w * 0.25, h * 1.1), (0.001, h * 1.15)])]
    bitten = style != 2 and chance(g, 0.5)
    edge = [(-w, 0), (w, 0), *[(w * x, h - w + w * y) for x, y in arc(1, 0, 180, 15)]]
    if bitten:
        bite = [(w * (0.95 + 0.55 * x), h - w * 0.2 + w * 0.55 * y) for x, y in arc(1, 285, 165, 4)]
        scallop = [
            p for a, b in pairwise(bite) for p in (a, ((a[0] + b[0]) / 2 - w * 0.12, (a[1] + b[1]) / 2 - w * 0.12))
        ]
        edge = [(-w, 0), (w, 0), (w, h - w * 0.8), *scallop, *[(w * x, h - w + w * y) for x, y in arc(1, 85, 180, 9)]]
    centre = np.array((0, h * 0.5))
    parts = [slab(centre + (np.array(edge) - centre) * k, d * q) for k, q in ((1.0, 0.6), (0.95, 0.86), (0.88, 1))]
    if style == 0:  # grooved
        n = int(g.integers(2, 5))
        xs = np.linspace(-0.6, 0.6, n) * w
        parts += [turned(body([(0, w * 0.5 / n, d * 0.6, 0), (h * 0.62, w * 0.5 / n, d * 0.6, 0),
            (h * 0.68, w * 0.1, d * 0.4, 0)],
            3), (-90, 0, 0), (x, h * 0.08, 0)) for x in xs]  # fmt: skip
    if style == 1:  # dipped in chocolate with a swirl
        t = np.linspace(0, 1, 40)
        for s in (1, -1):
            zig = np.stack([w * 0.7 * np.sin(t * 22), h * (0.12 + 0.62 * t), s * d * 0.5 + 0 * t], 1)
            parts.append(tube(zig, w * 0.07, 6))
    if style == 2:  # two on two sticks
        both = [*parts, *stick]
        return [turned(p.copy(), (0, 0, 0), (s * w * 0.98, 0, 0)) for s in (1, -1) for p in both]
    return [*parts, *stick]


def wrapped_candy(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.008, 0.012), int(g.integers(3)), int(g.integers(7, 11))
    long, fan = r * g.uniform(1.0, 1.8), r * g.uniform(1.2, 1.7)
    if style == 0:
        core = [ball(r, scale=(long / r, 1, 1))]
    elif style == 1:  # a barrel with ribs
        core = [
            lying(r, long * 1.6),
            *[turned(ring(r, r * 0.12, axis="x"), (0, 0, 0), (x, 0, 0)) for x in np.linspace(-0.7, 0.7, 5) * long],
        ]
    else:  # a flat round drop
        long = r * 1.15
        core = [turned(lathe([(0.001, -r * 0.4), (r * 0.8, -r * 0.4), (r * 1.15, 0), (r * 0.8, r * 0.4),
            (0.001, r * 0.4)]), (90, 0, 0)),
            *[tube([(r * 0.7 * x, r * 0.7 * y, s * r * 0.4) for x, y in arc(1, 0, 360, 20)], r * 0.1, 6) for s in (1,
                -1)]]  # fmt: skip
    a = np.linspace(0, 2 * math.pi, n * 8, endpoint=False)
    rows, twist = [], g.uniform(0, 0.8)
    for t in np.linspace(0, 1, 9):  # the pleated end
        out = r * float(np.interp(t, [0, 0.25, 1], [0.7, 0.22, fan / r])) * (1 + 0.3 * t * np.cos(n * a))
        b = a + twist * t
        rows.append(
            np.stack(
                [long * 0.85 + t * fan * 1.3 + 0.12 * fan * t * np.cos(n * a), out * np.cos(b), out * np.sin(b) * 0.75],
                1,
            )
        )
    whole = [*core, *mirrored(_pleats(np.array(rows)))]
    tilt = g.uniform(-25, 25)
    return [turned(p, (0, 0, tilt)) for p in whole] if chance(g) else whole


def _pleats(rows: Points) -> Part:
    """A skin over rings, closed at its narrow end and hollow at its wide one."""
    outer = np.asarray(rows, float)
    middle = outer.mean(1, keepdims=True)
    return loft(np.concatenate([outer, (middle + (outer - middle) * 0.85)[:2:-1]]))


def cotton_candy(g: Generator) -> list[Part]:
    r, style = g.uniform(0.09, 0.13), int(g.integers(3))
    tall = g.uniform(0.9, 1.4)
    parts: list[Part] = [ball(r * 0.85, scale=(1, tall, 1))]
    for i in range(36):
        up, turn = 1 - 2 * (i + 0.5) / 36, i * 2.39996
        out = math.sqrt(1 - up * up) * (0.85 if style == 1 else 1) * (1 + 0.25 * up * (style != 2))
        size = r * g.uniform(0.24, 0.36)
        parts.append(ball(size, r * 0.75 * out * math.cos(turn), r * 0.8 * tall * up, r * 0.75 * out * math.sin(turn)))
    low = -r * 0.8 * tall
    cone = r * g.uniform(1.6, 2.2)
    if style == 2:  # on a stick
        return [*parts, rod(r * 0.06, cone + r, y=low - cone)]
    parts.append(rod(r * 0.05, cone, y=low - cone * 0.9, top=r * g.uniform(0.28, 0.4)))
    return [*parts, ring(r * 0.3, r * 0.03, 0, low + cone * 0.08, 0, "y")]


KINDS = kinds_of(lollipop, candy_cane, gingerbread_man, ice_lolly, wrapped_candy, cotton_candy)
