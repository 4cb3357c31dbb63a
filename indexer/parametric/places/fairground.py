"""Rides of the fairground and the stand for the band."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, chance, egg, loft, slab, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, ring, rod, turned


def ferris_wheel(g: Generator) -> list[Part]:
    style, r, n = int(g.integers(3)), g.uniform(14, 40), int(g.integers(12, 21))
    up, gap, bar = r * g.uniform(1.16, 1.24), r * g.uniform(0.06, 0.1), r * 0.011
    parts: list[Part] = [
        ring(r * t, bar, 0, up, z) for t in ((1, 0.88) if style else (1, 0.72, 0.3)) for z in (gap, -gap)
    ]
    spokes = []
    for i, (c, s) in enumerate(arc(1, 0, 360, n + 1)[:-1] * r):
        d, e = arc(1, 360 / n * (i + 1), 360 / n * (i + 2), 2)[0] * r * 0.88
        spokes += [tube([(0, up, z * 1.6), (c, up + s, z)], bar * (0.5 if style == 1 else 0.9), 4) for z in (gap, -gap)]
        spokes += [tube([(c, up + s, -gap), (c, up + s, gap)], bar, 4)] + [
            tube([(c, up + s, z), (d, up + e, z)], bar * 0.6, 4) for z in (gap, -gap)
        ]
        size = min(r * 0.1, r * 2.2 / n)
        if style == 0:  # open cars under little roofs
            car = [
                lathe([(0, -1), (0.6, -1), (0.8, -0.4), (0.8, -0.35), (0, -0.35)]),
                rod(0.04, 1.2, 0.7, -1),
                rod(0.04, 1.2, -0.7, -1),
                lathe([(0.9, 0), (0, 0.35), (0, 0)]),
            ]
        elif style == 1:  # capsules
            car = [egg(0.7, 0.6, 1.1), forward(rod(0.72, 0.12), 0, 0, 0.25), forward(rod(0.72, 0.12), 0, 0, -0.35)]
        else:  # closed cabins
            car = [
                box(1.3, 1.1, 1.2, 0, -1.2),
                box(1.4, 0.12, 1.35, 0, -0.1),
                box(0.2, 0.5, 0.4, 0, -0.3),
                box(1.4, 0.4, 1.3, 0, -1.25),
            ]
        for p in car:
            p.apply_scale(size)
        out = 1.07 if style == 1 else 1.0
        spokes += at(c * out, up + s * out, 0, *car)
    hub = [forward(rod(r * 0.07, gap * 4.2), 0, up, -gap * 2.1), forward(rod(r * 0.12, gap * 0.3), 0, up, gap * 1.6)]
    wide = r * g.uniform(0.3, 0.5)
    stand = [
        tube([(x * wide, 0, z * gap * 3.5), (0, up, z * gap * 2.0)], r * 0.026, 8) for x in (1, -1) for z in (1, -1)
    ]
    stand += [box(wide * 1.3, r * 0.03, bar * 2, 0, up * 0.35, z * gap * 3) for z in (1, -1)] if style != 1 else []
    base = [
        box(wide * 2.8, r * 0.04, gap * 10),
        box(wide, r * 0.06, gap * 3, 0, r * 0.03),
        box(r * 0.16, r * 0.12, gap * 2, wide * 1.2, 0, gap * 3.6),
    ]
    return [*parts, *spokes, *hub, *stand, *base]


def roller_coaster(g: Generator) -> list[Part]:
    style, a, b = int(g.integers(3)), g.uniform(20, 28), g.uniform(10, 15)
    high, n = g.uniform(12, 20), 96
    t = np.linspace(0, 2 * math.pi, n + 1)
    x, z = a * np.cos(t), b * np.sin(t) + (b * 0.5 * np.sin(2 * t) if style == 2 else 0)
    hills = 0.5 + 0.5 * np.cos(t * int(g.integers(3, 5)) + g.uniform(0, 2))
    lift = np.exp(-(((t - 1.7) / 0.75) ** 2))  # the first, highest hill
    y = 2 + high * np.maximum(lift, hills * g.uniform(0.3, 0.55))
    track = np.stack([x, y, z], axis=1)
    if style != 1:  # a loop in the middle of the far side
        k, r = 68, high * g.uniform(0.28, 0.36)
        low, turn = track[k], np.linspace(0, 2 * math.pi, 24)
        along = track[k + 1] - track[k]
        along = along * (1, 0, 1) / np.linalg.norm(along * (1, 0, 1))
        side = np.array((along[2], 0, -along[0]))
        loop = [low + along * r * math.sin(q) + np.array((0, r * (1 - math.cos(q)), 0)) - side * 0.35 * q for q in turn]
        track = np.concatenate([track[: k + 1], loop, track[k + 1 :]])
    ahead = np.roll(track, -1, axis=0) - track
    flat = np.stack([ahead[:, 2], 0 * ahead[:, 0], -ahead[:, 0]], axis=1)
    flat[-1] = flat[0]
    flat /= np.linalg.norm(flat, axis=1, keepdims=True) + 1e-9
    parts = [tube(track + v * flat * 0.7, 0.22, 6) for v in (1, -1)] + [tube(track - (0, 0.6, 0), 0.3, 6)]
    parts += [
        tube([p + q * 0.8, p - q * 0.8 - (0, 0.1, 0)], 0.13, 4) for p, q in zip(track[::2], flat[::2], strict=True)
    ]
    for i, (p, q) in enumerate(zip(track, flat, strict=True)):
        if i % 3 or (style != 1 and 68 < i < 93):
            continue
        feet = (1.0, -1.0) if style == 1 else (0.0,)
        parts += [
            tube([p + q * v * 0.8 - (0, 0.4, 0), (p + q * v * (0.8 + p[1] * 0.1)) * (1, 0, 1)], 0.2, 5) for v in feet
        ]
        if style == 1:  # a wooden trestle
            for level in np.arange(2.5, p[1] - 1, 2.5):
                parts.append(
                    tube([p * (1, 0, 1) + q * v * (1.0 + 0.1 * (p[1] - level)) + (0, level, 0) for v in feet], 0.12, 4)
                )
    first = int(g.integers(8, 28))
    for i in range(first, first + 10, 2):  # the train
        car = egg(0.9, 0.7, 1.3)
        heading = math.degrees(math.atan2(*(track[i + 1] - track[i])[[0, 2]]))
        parts.append(turned(car, (0, heading, 0), tuple(track[i] + (0, 0.8, 0))))
    return [*parts, box(7, 0.6, 3, a * 0.1, 0, -b - 3), box(a * 2.1, 0.2, b * 2.6, 0, -0.2)]


def _chute(path: NDArray[np.float64], r: float, closed: bool) -> Part:
    """A half pipe, or a whole one, along a curve."""
    if closed:
        return tube(path, r, 12)
    along = np.gradient(path, axis=0)
    side = np.stack([along[:, 2], 0 * along[:, 0], -along[:, 0]], axis=1)
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    section = [*arc(r, 180, 360, 9), *arc(r * 0.88, 360, 180, 9)]
    return loft(
        np.array([[p + s * u + np.array((0, v, 0)) for u, v in section] for p, s in zip(path, side, strict=True)])
    )


def water_slide(g: Generator) -> list[Part]:
    style, h, r = int(g.integers(3)), g.uniform(3.5, 6.5), g.uniform(0.45, 0.6)
    if style == 0:  # a spiral
        turns, wide = g.uniform(1.2, 2.2), g.uniform(1.9, 2.6)
        t = np.linspace(0, turns * 2 * math.pi, int(20 * turns) + 10)
        path = np.stack([wide * np.sin(t) + wide, h * (1 - t / t[-1]) + 0.5, wide * np.cos(t)], axis=1)
        path = np.concatenate(
            [[path[0] + np.array((-1.2, 0.1, 0))], path, [path[-1] + (path[-1] - path[-2]) * 2.5 * (1, 0.1, 1)]]
        )
        posts = [rod(0.12, h + 0.6, wide, 0, 0)] + [
            tube([(wide, p[1] - 0.3, 0), p - (0, r * 0.8, 0)], 0.06, 5) for p in path[2:-2:5]
        ]
    else:
        lanes, long, bumps = (
            (1, 1) if style == 1 else (int(g.integers(3, 5)), 1),
            h * g.uniform(1.5, 2.1),
            int(g.integers(2, 4)),
        )
        t = np.linspace(0, 1, 30)
        wave = (0.06 * h * np.sin(t * bumps * 2 * math.pi)) if chance(g, 0.7) else 0 * t
        bend = g.uniform(1.0, 2.0) * np.sin(t * 2 * math.pi) if style == 1 else 0 * t
        path = np.stack([0.8 + long * t, h * (1 - t) ** 1.15 + 0.5 + wave * (1 - t), bend], axis=1)
        path = np.concatenate([[path[0] + np.array((-1.2, 0.05, 0))], path, [path[-1] + np.array((1.3, 0, 0))]])
        posts = [tube([p * (1, 0, 1), p - (0, r * 0.8, 0)], 0.08, 6) for p in path[3:-3:5]]
    parts: list[Part] = []
    lanes_n = lanes[0] if style == 2 else 1
    for k in range(lanes_n):
        shift = (k - (lanes_n - 1) / 2) * r * 2.1
        parts += [_chute(path + np.array((0, 0, shift)), r, closed=style == 1 and h > 5.2), *at(0, 0, shift, *posts)]
    e, x0, z0 = max(0.9, lanes_n * r * 1.1), float(path[0][0]) - 0.9, float(path[0][2])  # the tower and its stairs
    top = float(path[0][1]) - r * 0.8
    tower = [rod(0.09, top + (2.4 if style != 2 else 1.0), x0 + x, 0, z0 + z) for x in (0.9, -0.9) for z in (e, -e)]
    tower += [box(2.0, 0.12, e * 2.1, x0, top, z0), *[box(1.9, 0.07, 0.06, x0, top + 0.9, z0 + v * e) for v in (1, -1)]]
    roof = lathe([(0, 0), (e * 1.7 + 0.3, 0), (0, 1.0)], x0, top + 2.4, z0)
    steps = int(top / 0.3)
    stairs = [box(0.3, 0.06, 0.9, x0 - 1.0 - 0.28 * (steps - i), 0.3 * i, z0) for i in range(1, steps)]
    foot = x0 - 1.0 - 0.28 * steps
    stairs += [
        tube([(foot, y, z0 + v * 0.45), (x0 - 0.9, top + y, z0 + v * 0.45)], 0.05, 5) for v in (1, -1) for y in (0, 0.9)
    ]
    end = path[-1]
    pool = [
        lathe(
            [(0, 0), (2.8, 0), (2.8, 0.35), (2.5, 0.35), (2.5, 0.12), (0, 0.12)], float(end[0]) + 1.6, 0, float(end[2])
        )
    ]
    return [*parts, *tower, *stairs, *([roof] if style != 2 else []), *pool]


def bandstand(g: Generator) -> list[Part]:
    n, r, style = int(g.choice([6, 8, 8, 10])), g.uniform(2.8, 4.2), int(g.integers(3))
    up, h = g.uniform(0.7, 1.2), g.uniform(2.6, 3.4)
    flat, start = r * math.cos(math.pi / n), 180 / n

    def prism(low: float, high: float, y: float, tall: float) -> Part:
        return turned(tube([(0, y, 0), (0, y + tall, 0)], [low, high], n), (0, start - 90 if n % 4 else start, 0))

    parts = [
        prism(r * 1.08, r * 1.08, 0, up),
        prism(r * 1.12, r * 1.12, up, 0.12),
        prism(r * 1.05, r * 1.05, up + h, 0.3),
    ]
    y = up + h + 0.3
    if style == 0:  # a tent roof with a lantern
        rise = r * g.uniform(0.4, 0.6)
        parts += [
            prism(r * 1.25, r * 0.25, y, rise),
            prism(r * 0.22, r * 0.22, y + rise, 0.6),
            prism(r * 0.36, 0.03, y + rise + 0.6, 0.8),
        ]
    elif style == 1:  # a domed one
        rings = [(r * 1.2 * math.cos(a), y + r * 0.65 * math.sin(a)) for a in np.linspace(0, 1.5, 8)]
        parts.append(
            turned(
                tube([(0, v, 0) for _, v in rings], [u for u, _ in rings], n), (0, start - 90 if n % 4 else start, 0)
            )
        )
        parts += [ball(0.25, 0, y + r * 0.7), tube([(0, y + r * 0.65, 0), (0, y + r * 0.65 + 1.2, 0)], [0.12, 0.02], 6)]
    else:  # bell shaped
        bell = [
            (r * 1.35, y),
            (r * 0.9, y + r * 0.22),
            (r * 0.55, y + r * 0.5),
            (r * 0.25, y + r * 0.75),
            (0.05, y + r * 1.1),
        ]
        parts.append(
            turned(tube([(0, v, 0) for _, v in bell], [u for u, _ in bell], n), (0, start - 90 if n % 4 else start, 0))
        )
    post = [
        rod(0.1, h, 0, up, r * 0.96),
        rod(0.17, 0.5, 0, up, r * 0.96),
        lathe([(0.1, 0), (0.22, 0.2), (0, 0.2)], 0, y - 0.5, r * 0.96),
    ]
    parts += around(n, *post, start=start)
    wide = 2 * r * math.sin(math.pi / n) * 0.93
    rail = [box(wide, 0.08, 0.08, 0, up + v, flat * 0.97) for v in (0.2, 0.95)]
    rail += [rod(0.03, 0.75, x, up + 0.2, flat * 0.97) for x in np.linspace(-wide * 0.42, wide * 0.42, 7)]
    brace = [slab([(0, 0), (0, -0.6), (-0.08, -0.6), (-0.5, -0.08), (-0.5, 0)], 0.06, wide / 2, up + h, flat * 0.97)]
    brace += [slab([(0, 0), (0, -0.6), (0.08, -0.6), (0.5, -0.08), (0.5, 0)], 0.06, -wide / 2, up + h, flat * 0.97)]
    parts += [
        p for i in range(n) for p in (turned(q.copy(), (0, 360 * i / n, 0)) for q in (*(rail if i else []), *brace))
    ]
    steps = [box(wide * 0.9, up * (1 - k / 5), 0.32, 0, 0, flat * 1.08 + 0.32 * k + 0.1) for k in range(5)]
    return [
        *parts,
        *steps,
        *[
            tube([(x * wide * 0.47, 0.8, flat * 1.08 + 1.6), (x * wide * 0.47, up + 0.95, flat)], 0.05, 5)
            for x in (1, -1)
        ],
    ]


KINDS = kinds_of(ferris_wheel, roller_coaster, water_slide, bandstand)
