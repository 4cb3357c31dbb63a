"""Furniture and things that stand on it."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, legs, lying, ring, rod, turned


def chair(g: Generator) -> list[Part]:
    w, h = g.uniform(0.4, 0.5), g.uniform(0.42, 0.5)
    return [*legs(w, w, h, 0.02), box(w, 0.04, w, y=h), box(w, g.uniform(0.35, 0.6), 0.03, y=h, z=-w / 2)]


def armchair(g: Generator) -> list[Part]:
    w = g.uniform(0.75, 0.95)
    arms = [box(0.14, 0.6, w, x, 0) for x in (-w / 2, w / 2)]
    return [box(w, 0.42, w), box(w, g.uniform(0.8, 1.0), 0.18, z=-w / 2), *arms]


def stool(g: Generator) -> list[Part]:
    h, r = g.uniform(0.45, 0.8), g.uniform(0.16, 0.2)
    return [*legs(r * 1.6, r * 1.6, h, 0.018), rod(r, 0.05, y=h), ring(r * 0.8, 0.012, y=h * 0.4, axis="y")]


def bench(g: Generator) -> list[Part]:
    w = g.uniform(1.2, 1.8)
    return [box(w, 0.05, 0.4, y=0.42), box(0.08, 0.42, 0.36, -w * 0.4), box(0.08, 0.42, 0.36, w * 0.4)]


def table(g: Generator) -> list[Part]:
    w, d, h = g.uniform(1.0, 2.0), g.uniform(0.6, 1.0), g.uniform(0.7, 0.78)
    return [box(w, 0.04, d, y=h), *legs(w * 0.95, d * 0.95, h, 0.03)]


def round_table(g: Generator) -> list[Part]:
    r = g.uniform(0.4, 0.7)
    return [rod(r, 0.04, y=0.72), rod(0.05, 0.72), rod(r * 0.6, 0.03)]


def desk(g: Generator) -> list[Part]:
    w = g.uniform(1.2, 1.6)
    drawers = [box(0.36, 0.2, 0.02, w / 2 - 0.2, y, 0.31) for y in (0.05, 0.28, 0.5)]
    return [box(w, 0.04, 0.65, y=0.72), box(0.4, 0.72, 0.6, w / 2 - 0.2), box(0.04, 0.72, 0.6, -w / 2 + 0.02), *drawers]


def sofa(g: Generator) -> list[Part]:
    w = g.uniform(1.7, 2.4)
    cushions = [box(w * 0.42, 0.12, 0.6, x, 0.4, 0.08) for x in (-w * 0.22, w * 0.22)]
    arms = [box(0.18, 0.6, 0.9, x) for x in (-w / 2, w / 2)]
    return [box(w, 0.4, 0.9), box(w, 0.85, 0.22, z=-0.4), *arms, *cushions]


def bed(g: Generator) -> list[Part]:
    w = g.uniform(0.9, 1.8)
    pillows = [ball(0.22, x, 0.58, -0.75, (1, 0.35, 0.7)) for x in ((-w / 4, w / 4) if w > 1.3 else (0,))]
    return [
        box(w, 0.3, 2.0, y=0.15),
        box(w * 0.96, 0.15, 1.9, y=0.42),
        box(w, g.uniform(0.8, 1.1), 0.06, z=-1.0),
        *pillows,
    ]


def wardrobe(g: Generator) -> list[Part]:
    w, h = g.uniform(0.9, 1.6), g.uniform(1.8, 2.2)
    doors = [box(w * 0.46, h * 0.94, 0.02, x, 0.05, 0.31) for x in (-w * 0.24, w * 0.24)]
    return [box(w, h, 0.6), *doors, *[ball(0.02, x, h / 2, 0.34) for x in (-0.05, 0.05)]]


def bookshelf(g: Generator) -> list[Part]:
    w, h, n = g.uniform(0.7, 1.1), g.uniform(1.4, 2.1), int(g.integers(4, 7))
    boards = [box(w, 0.03, 0.3, y=i * (h - 0.03) / n) for i in range(n + 1)]
    return [*boards, box(0.03, h, 0.3, -w / 2), box(0.03, h, 0.3, w / 2), box(w, h, 0.01, z=-0.15)]


def floor_lamp(g: Generator) -> list[Part]:
    h = g.uniform(1.4, 1.8)
    return [rod(0.15, 0.03), rod(0.015, h), rod(g.uniform(0.18, 0.25), 0.25, y=h, top=0.1)]


def table_lamp(g: Generator) -> list[Part]:
    h = g.uniform(0.2, 0.35)
    return [ball(0.09, y=0.09), rod(0.012, h, y=0.1), rod(g.uniform(0.14, 0.2), 0.18, y=h, top=0.09)]


def door(g: Generator) -> list[Part]:
    w = g.uniform(0.8, 1.0)
    return [
        box(w, 2.0, 0.05),
        box(w + 0.2, 0.08, 0.1, y=2.0),
        *[box(0.08, 2.0, 0.1, x) for x in (-w / 2, w / 2)],
        ball(0.03, w * 0.4, 1, 0.05),
    ]


def window(g: Generator) -> list[Part]:
    w, h = g.uniform(0.8, 1.4), g.uniform(1.0, 1.5)
    bars = [box(0.07, h, 0.07, x) for x in (-w / 2, 0, w / 2)]
    return [*bars, *[box(w, 0.07, 0.07, y=y) for y in (0, h / 2, h - 0.07)]]


def bottle(g: Generator) -> list[Part]:
    r, h = g.uniform(0.035, 0.05), g.uniform(0.16, 0.22)
    return [lathe([(0, 0), (r, 0), (r, h), (0.013, h + 0.05), (0.013, h + 0.1), (0, h + 0.1)])]


def mug(g: Generator) -> list[Part]:
    r, h = g.uniform(0.035, 0.045), g.uniform(0.08, 0.11)
    cup = lathe([(0, 0), (r, 0), (r, h), (r * 0.9, h), (r * 0.9, 0.006), (0, 0.006)])
    return [cup, ring(h * 0.28, 0.006, r + h * 0.2, h / 2)]


def bowl(g: Generator) -> list[Part]:
    r = g.uniform(0.08, 0.14)
    curve = [(r * math.sin(a), r * 0.7 * (1 - math.cos(a))) for a in np.linspace(0, math.pi / 2, 9)]
    return [lathe([*curve, *[(x * 0.94, y + 0.004) for x, y in reversed(curve)]])]


def vase(g: Generator) -> list[Part]:
    r, h = g.uniform(0.06, 0.1), g.uniform(0.2, 0.35)
    curve = [(r * (0.6 + 0.4 * math.sin(math.pi * t * 1.3)), h * t) for t in np.linspace(0, 1, 12)]
    return [lathe([(0, 0), *curve, *[(x * 0.9, max(y, 0.01)) for x, y in reversed(curve)], (0, 0.01)])]


def wine_glass(g: Generator) -> list[Part]:
    r, h = g.uniform(0.035, 0.045), g.uniform(0.08, 0.11)
    outer = [(0.004, h), (r * 0.8, h + 0.03), (r, h + 0.06), (r * 0.8, h + 0.11)]
    return [lathe([(0, 0), (0.035, 0), (0.004, 0.006), *outer, *[(x * 0.93, y) for x, y in reversed(outer)]])]


def book(g: Generator) -> list[Part]:
    w, t = g.uniform(0.12, 0.18), g.uniform(0.02, 0.05)
    return [
        box(w, 0.003, w * 1.4),
        box(w, 0.003, w * 1.4, y=t),
        box(w * 0.96, t, w * 1.36, 0.002),
        box(0.003, t, w * 1.4, -w / 2),
    ]


def monitor(g: Generator) -> list[Part]:
    w = g.uniform(0.45, 0.7)
    return [
        box(w, w * 0.58, 0.03, y=0.12),
        box(w * 0.95, w * 0.52, 0.01, y=0.135, z=0.018),
        box(0.05, 0.16, 0.03, z=-0.03),
        rod(0.11, 0.015),
    ]


def laptop(g: Generator) -> list[Part]:
    w = g.uniform(0.3, 0.38)
    return [box(w, 0.015, w * 0.68), turned(box(w, w * 0.65, 0.008), (-g.uniform(8, 25), 0, 0), (0, 0.015, -w * 0.34))]


def clock(g: Generator) -> list[Part]:
    r = g.uniform(0.1, 0.2)
    hands = [turned(box(0.01, size * r, 0.006, z=0.03), (0, 0, float(g.uniform(0, 360)))) for size in (0.5, 0.8)]
    return [turned(rod(r, 0.03, y=-0.015), (90, 0, 0)), ring(r, 0.015), *hands]


def candle(g: Generator) -> list[Part]:
    h = g.uniform(0.08, 0.2)
    return [
        rod(0.025, h),
        rod(0.002, 0.015, y=h),
        ball(0.008, y=h + 0.022, scale=(1, 1.9, 1)),
        rod(0.05, 0.01, y=-0.01),
    ]


def umbrella(g: Generator) -> list[Part]:
    r = g.uniform(0.5, 0.7)
    curve = [(r * math.sin(a), r * 0.7 * math.cos(a) + 0.5) for a in np.linspace(0, math.pi / 2.2, 8)]
    return [lathe(curve), rod(0.01, 0.5 + r * 0.75), ring(0.05, 0.012, 0.05, 0)]


def dumbbell(g: Generator) -> list[Part]:
    r = g.uniform(0.05, 0.09)
    return [lying(0.015, 0.3), *[lying(r, 0.07, x) for x in (-0.14, 0.14)]]


KINDS = kinds_of(
    chair,
    armchair,
    stool,
    bench,
    table,
    round_table,
    desk,
    sofa,
    bed,
    wardrobe,
    bookshelf,
    floor_lamp,
    table_lamp,
    door,
    window,
    bottle,
    mug,
    bowl,
    vase,
    wine_glass,
    book,
    monitor,
    laptop,
    clock,
    candle,
    umbrella,
    dumbbell,
)
