"""Clocks of halls and bedsides, and lamps with a look of their own."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, slab, smooth, symmetric, tube, upright
from indexer.parametric.rooms.seating_and_storage import cushion
from indexer.parametric.solids import (
    Part,
    around,
    at,
    ball,
    box,
    forward,
    kinds_of,
    lathe,
    ring,
    rod,
    turned,
)


def _dial(r: float, g: Generator) -> list[Part]:
    """A clock face about the origin, looking to +z, with marks and two hands."""
    marks = [turned(box(r * 0.07, r * 0.18, r * 0.2, 0, r * 0.7), (0, 0, 30 * i)) for i in range(12)]
    hands = [turned(box(r * 0.08, r * k, r * 0.24), (0, 0, g.uniform(0, 360))) for k in (0.5, 0.75)]
    return [ring(r, r * 0.12), forward(rod(r, r * 0.06), 0, 0, -r * 0.03), *marks, *hands, ball(r * 0.14)]


def grandfather_clock(g: Generator) -> list[Part]:
    style, w, h, deep = int(g.integers(3)), g.uniform(0.23, 0.29), g.uniform(1.8, 2.2), g.uniform(0.12, 0.15)
    foot, hood = h * g.uniform(0.24, 0.3), h * g.uniform(0.72, 0.76)
    waist = w * g.uniform(0.68, 0.82)
    parts = [
        box(w * 2.2, 0.1, deep * 2.2),
        box(w * 2, foot - 0.1, deep * 2, 0, 0.1),
        box(w * 2.15, 0.04, deep * 2.15, 0, foot),
    ]
    parts += [
        box(waist * 2, hood - foot, deep * 1.2, 0, foot, -deep * 0.3),
        box(w * 1.4, foot * 0.55, 0.02, 0, foot * 0.3, deep),
    ]
    parts += [box(waist * 0.4, hood - foot, deep * 0.5, s * waist * 0.8, foot, deep * 0.45) for s in (-1, 1)]
    parts += [box(waist * 2, 0.06, deep * 0.5, 0, y, deep * 0.45) for y in (foot, hood - 0.06)]
    parts += [box(w * 2.15, 0.05, deep * 2.15, 0, hood), box(w * 1.9, h - hood, deep * 1.9, 0, hood)]
    y = (h + hood) / 2 + 0.02
    parts += at(0, y, deep * 0.97, *_dial(w * 0.72, g)) + [
        rod(0.02, h - hood, s * w * 0.92, hood, deep * 0.9) for s in (-1, 1)
    ]
    swing, long = g.uniform(-7, 7), (hood - foot) * 0.68
    bob = [box(0.012, long, 0.01, 0, -long), forward(rod(waist * 0.38, 0.02), 0, -long, 0)]
    parts += [turned(p, (0, 0, swing), (0, hood, deep * 0.42)) for p in bob]
    drops = [(long * 0.5, long * 0.35)] if chance(g) else [(long * 0.3, long * 0.55)]
    parts += [
        rod(0.025, 0.2, s * waist * 0.38, hood - d[i] - 0.2, deep * 0.5) for d in drops for i, s in enumerate((-1, 1))
    ]
    tops = [
        [(w * 1.1, 0.05), (w * 0.75, 0.1), (w * 0.5, 0.22), (w * 0.2, 0.25), (0, 0.12)],
        [(w * 1.1, 0.04), (0, 0.22)],
        [(w * 1.1, 0.05), (w * 0.9, 0.06), (w * 0.6, 0.16), (0, 0.2)],
    ]
    parts.append(slab(smooth(symmetric([(w * 1.1, 0), *tops[style]]), times=0 if style == 1 else 1), deep * 2.1, y=h))
    knobs = [(0, 0.28)] if style else [(0, 0.2), (-w, 0.12), (w, 0.12)]
    return [
        *parts,
        *[
            p
            for x, k in knobs
            for p in (ball(0.035, x, h + k, deep * 0.7), rod(0.012, 0.13, x, h + k - 0.12, deep * 0.7))
        ],
    ]


def alarm_clock(g: Generator) -> list[Part]:
    style, r, deep = int(g.integers(3)), g.uniform(0.04, 0.055), g.uniform(0.025, 0.04)
    if style == 2:  # with glowing figures, in a wedge
        w, h = r * g.uniform(1.6, 2.2), r * g.uniform(1.2, 1.6)
        side = smooth([(-deep * 1.3, 0), (deep * 1.4, 0), (deep, h), (-deep, h)], times=1)
        parts = [upright(side, w * 2), box(w * 1.9, h * 0.7, 0.006, 0, h * 0.15, deep * 1.25)]
        size, z = h * 0.2, deep * 1.25 + 0.005
        bars = [(0, 0, 1), (0, 1, 1), (0, 2, 1), (-1, 0.5, 0), (1, 0.5, 0), (-1, 1.5, 0), (1, 1.5, 0)]
        for x in (-0.68, -0.26, 0.26, 0.68):
            for i in np.flatnonzero(g.random(7) < 0.75):
                u, v, flat = bars[i]
                wide, tall = (size * 0.9, size * 0.25) if flat else (size * 0.25, size * 0.9)
                parts.append(box(wide, tall, 0.006, x * w + u * size / 2, h * 0.5 + (v - 1) * size - tall / 2, z))
        parts += [box(0.005, 0.005, 0.006, 0, h * k, z) for k in (0.4, 0.58)] + [
            cushion(w * 0.8, 0.008, deep * 0.7, 0, h)
        ]
        return [*parts, *[rod(0.006, 0.005, x * w, h, 0) for x in (-0.8, -0.65, 0.65, 0.8)]]
    y = r * 1.2
    case = [
        forward(
            lathe([(0, 0), (r * 0.9, 0), (r * 1.05, deep * 0.3), (r * 1.05, deep * 1.6), (0, deep * 1.6)]),
            0,
            y,
            -deep * 0.8,
        )
    ]
    if style == 1:  # a cube of a travel clock, or on a square foot
        case = [cushion(r * 2.5, r * 2.4, deep * 1.6), box(r, 0.008, deep, 0, r * 2.4)]
    parts = [*case, *at(0, y, deep * 0.8 + r * 0.06, *_dial(r * 0.92, g))]
    lean = g.uniform(28, 42)
    for s in (-1, 1):
        if style == 0:  # twin bells above
            bell = [lathe([(r * 0.55, r * 1.25), (r * 0.5, r * 1.45), (r * 0.25, r * 1.65), (0, r * 1.7)])]
            bell += [ball(r * 0.08, 0, r * 1.75), rod(r * 0.06, r * 0.7, y=r)]
            parts += [turned(p, (0, 0, -s * lean), (0, y, 0)) for p in bell]
        parts += [turned(rod(r * 0.07, r * 0.5, y=-r * 1.45, top=r * 0.1), (0, 0, s * 32), (0, y, 0))]
    if style == 0:
        loop = [(r * 0.8 * x, y + r * (1.25 + 0.85 * k), 0) for x, k in arc(1, 10, 170, 12)]
        parts += [tube(loop, r * 0.05), rod(r * 0.04, r * 0.4, y=y + r), ball(r * 0.13, 0, y + r * 1.45)]
    return [
        *parts,
        *[forward(rod(r * 0.15, 0.008), x, y + k, -deep * 0.8 - 0.006) for x, k in ((-r * 0.4, 0), (r * 0.4, r * 0.3))],
    ]


def lava_lamp(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.04, 0.055), g.uniform(0.3, 0.42)
    low, high = h * 0.3, h * 0.85
    if style == 0:  # an hourglass of a base
        base = [(0, 0), (r * 1.3, 0), (r * 1.3, 0.008), (r * 0.6, low * 0.5), (r * 1.1, low), (0, low)]
    elif style == 1:  # a cone
        base = [(0, 0), (r * 1.6, 0), (r * 1.55, 0.01), (r * 1.05, low), (0, low)]
    else:  # on three fins like a rocket
        low = h * 0.35
        base = [(0, low * 0.5), (r * 0.6, low * 0.5), (r * 1.1, low), (0, low)]
    fat = g.uniform(1.0, 1.25)
    glass = [
        (0, low),
        (r, low),
        (r * fat, low + (high - low) * 0.35),
        (r * 0.8, low + (high - low) * 0.75),
        (r * 0.55, high),
        (0, high),
    ]
    cap = [(0, high), (r * 0.62, high), (r * g.uniform(0.3, 0.45), h), (0, h)]
    parts = [
        lathe(base),
        lathe([(a, b) for a, b in smooth(glass, False)]),
        lathe(cap),
        ring(r * 1.02, r * 0.07, y=low, axis="y"),
    ]
    for _ in range(int(g.integers(4, 8))):  # blobs that bulge through the glass
        t, a, size = g.uniform(0.1, 0.8), g.uniform(0, 6.3), r * g.uniform(0.2, 0.42)
        out = r * (np.interp(t, [0, 0.35, 0.75, 1], [1, fat, 0.8, 0.55])) - size * 0.45
        parts.append(
            egg(size, size * g.uniform(1, 1.6), size, out * np.cos(a), low + (high - low) * t, out * np.sin(a))
        )
    if style == 2:
        fin = slab(
            smooth([(r * 0.5, low), (r * 1.2, low * 0.9), (r * 2.1, 0), (r * 1.9, 0), (r * 0.6, low * 0.55)], times=1),
            0.008,
        )
        parts += [*around(3, fin, start=30), ball(r * 0.2, 0, h)]
    return parts


def tripod_lamp(g: Generator) -> list[Part]:
    style, h, spread = int(g.integers(3)), g.uniform(0.9, 1.2), g.uniform(0.24, 0.34)
    r, size = g.uniform(0.013, 0.02), g.uniform(0.19, 0.26)
    leg = [tube([(0.03, h, 0), (spread, 0.02, 0)], [r, r * 0.7]), ball(r * 1.1, spread, 0.02)]
    parts = [*around(3, *leg, start=g.uniform(0, 120)), rod(0.05, 0.05, y=h - 0.03), rod(0.02, 0.15, y=h)]
    if chance(g, 0.6):
        k = g.uniform(0.35, 0.55)
        parts += [ring(0.03 + (spread - 0.03) * k, r * 0.4, 0, h * (1 - k), 0, "y"), rod(0.012, h * k, y=h * (1 - k))]
    y, tall = h + 0.1, size * g.uniform(1.1, 1.6)
    if style == 2:  # a searchlight with flaps
        barrel = [
            (0, -0.12),
            (size * 0.45, -0.1),
            (size * 0.6, 0.0),
            (size * 0.7, 0.2),
            (size * 0.62, 0.2),
            (size * 0.5, 0.02),
            (0, 0.0),
        ]
        flaps = [turned(box(size * 1.2, 0.006, 0.16, 0, size * 0.65, 0.3), (0, 0, 90 * i)) for i in range(4)]
        head = [forward(lathe(barrel)), *flaps, ball(0.06, 0, 0, 0.04)]
        yoke = [
            tube(
                [
                    (s * 0.02, h + 0.02, 0),
                    (s * size * 0.85, h + 0.08, 0),
                    (s * size * 0.8, y + 0.2, 0),
                    (s * size * 0.5, y + 0.2, 0),
                ],
                0.012,
            )
            for s in (-1, 1)
        ]
        return [*parts, *yoke, *[turned(p, (g.uniform(-1, 1) + 8, 0, 0), (0, y + 0.2, 0)) for p in head]]
    top = size * (g.uniform(0.55, 0.8) if style else 1.0)
    shade = lathe([(size, 0), (top, tall), (top - 0.006, tall), (size - 0.006, 0), (size, 0)], 0, y)
    spokes = around(3, tube([(0, y + tall * 0.85, 0), (top * 0.97, y + tall * 0.92, 0)], 0.004, 5))
    return [*parts, shade, *spokes, rod(0.015, tall * 0.4, y=y), ball(0.04, 0, y + tall * 0.5)]


KINDS = kinds_of(grandfather_clock, alarm_clock, lava_lamp, tripod_lamp)
