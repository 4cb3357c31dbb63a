"""Things of an office, and a picture on its wall."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, slab, tube
from indexer.parametric.solids import Part, box, kinds_of, lathe, lying, ring, rod, turned


def keyboard(g: Generator) -> list[Part]:
    columns, pad, pitch = int(g.integers(13, 16)), chance(g), g.uniform(0.018, 0.0205)
    cap, deep, high = pitch * g.uniform(0.72, 0.9), g.uniform(0.01, 0.026), g.uniform(0.004, 0.01)
    right, base = columns * pitch / 2, g.uniform(0.01, 0.02)

    def button(x: float, row: float, wide: float = 1, tall: float = 1) -> Part:
        return box(cap * wide, high, cap * tall, x, base, (row - 2) * pitch)

    xs = (np.arange(columns) + 0.5) * pitch - right
    keys = [button(x, row) for x in xs for row in range(5) if row < 4 or not 3 < (x + right) / pitch < 10]
    keys += [button(7 * pitch - right, 4, 6 * pitch / cap - 0.2)]
    keys += [button(x, -1.3, tall=0.7) for i, x in enumerate(xs) if i % 5]
    if pad:
        keys += [button(right + 0.02 + (x + 0.5) * pitch, row) for x in range(4) for row in range(5)]
    wide = 2 * right + 0.02 + (0.02 + 4 * pitch if pad else 0)
    case = box(wide, base, 6.2 * pitch + deep, (wide - 2 * right) / 2 - 0.01, 0, -0.5 * pitch)
    tilt = g.uniform(2, 8)
    return [turned(part, (tilt, 0, 0)) for part in [case, *keys]]


def printer(g: Generator) -> list[Part]:
    w, h = g.uniform(0.4, 0.46), g.uniform(0.17, 0.26)
    case = turned(body([(0, w / 2, 0.18, 0), (h, w / 2, 0.17, 0)], 6, 32), (-90, 0, 0))
    slot = [
        box(w * 0.7, 0.04, 0.02, 0, h * 0.3, 0.175),
        box(w * 0.6, 0.012, 0.16, 0, h * 0.18, 0.25),
        box(0.21, 0.003, 0.15, 0, h * 0.18 + 0.015, 0.26),
    ]
    feed = (
        [
            turned(box(w * 0.62, 0.2, 0.012), (-20, 0, 0), (0, h - 0.02, -0.12)),
            turned(box(0.21, 0.24, 0.004), (-20, 0, 0), (0, h - 0.02, -0.105)),
        ]
        if chance(g, 0.7)
        else [box(w * 0.95, 0.03, 0.3, 0, h)]
    )
    panel = [
        box(0.1, 0.01, 0.05, w * 0.3, h, 0.11),
        *[rod(0.008, 0.008, w * 0.3 - 0.09 - 0.022 * i, h, 0.11) for i in range(3)],
    ]
    return [case, *slot, *feed, *panel]


def pencil(g: Generator) -> list[Part]:
    long, r = g.uniform(0.1, 0.18), 0.0037
    shaft = tube([(0, 0.02, 0), (0, 0.02 + long, 0)], r, 6)
    tip = [tube([(0, 0.02, 0), (0, 0.004, 0)], [r, 0.0009], 6), tube([(0, 0.005, 0), (0, 0, 0)], [0.001, 0.0002], 6)]
    end = [
        rod(r * 1.05, 0.014, y=0.02 + long),
        *[ring(r * 1.05, 0.0004, y=0.023 + long + i * 0.004, axis="y") for i in range(3)],
        lathe([(0, 0), (r, 0), (r, 0.007), (r * 0.6, 0.01), (0, 0.01)], y=0.034 + long),
    ]
    return [shaft, *tip, *(end if chance(g, 0.75) else [])]


def stapler(g: Generator) -> list[Part]:
    long, open_ = g.uniform(0.12, 0.16), g.uniform(8, 24)
    side = [
        (-long / 2, 0),
        (long / 2, 0.0),
        (long / 2 + 0.004, 0.008),
        (long * 0.4, 0.024),
        (-long * 0.4, 0.03),
        (-long / 2 - 0.004, 0.012),
    ]
    arm = turned(slab([(-z - long / 2, y) for z, y in side], 0.03), (0, 90, 0), (0, 0, -long * 0))
    rail = turned(box(0.02, 0.012, long * 0.95, 0, -0.012, long / 2), (-open_ * 0.6, 0, 0), (0, 0.032, -long / 2))
    arm = turned(arm, (-open_, 0, 0), (0, 0.036, -long / 2))
    base = [
        box(0.036, 0.008, long * 1.08),
        box(0.028, 0.035, 0.035, 0, 0.006, -long / 2 + 0.01),
        box(0.022, 0.004, 0.016, 0, 0.008, long * 0.46),
    ]
    return [*base, rail, arm, lying(0.006, 0.036, 0, 0.032, -long / 2 + 0.01)]


def picture_frame(g: Generator) -> list[Part]:
    w, h, b = g.uniform(0.2, 0.5), g.uniform(0.25, 0.5), g.uniform(0.025, 0.05)
    sides = [box(b, h + b, 0.03, s * w / 2) for s in (1, -1)] + [box(w + b, b, 0.03, 0, y) for y in (0, h)]
    inner = [box(b * 0.4, h, 0.04, s * (w / 2 - b * 0.6), b / 2) for s in (1, -1)] + [
        box(w, b * 0.4, 0.04, 0, y + b * 0.3) for y in (b * 0.7, h - b * 0.7)
    ]
    hills = [
        (-w / 2, b),
        (w / 2, b),
        (w / 2, h * 0.4),
        (w * 0.2, h * 0.6),
        (0, h * 0.35),
        (-w * 0.25, h * 0.55),
        (-w / 2, h * 0.3),
    ]
    view = [slab(hills, 0.01, z=-0.004), turned(rod(w * 0.07, 0.006), (90, 0, 0), (w * 0.28, h * 0.8, -0.006))]
    stand = [turned(box(w * 0.3, h * 0.8, 0.01), (25, 0, 0), (0, 0, -0.4 * h))] if chance(g) else []
    parts = [*sides, *inner, *view, box(w, h, 0.008, z=-0.012)]
    return (
        [*parts, *stand]
        if stand
        else [*parts, tube([(-w * 0.3, h + b, 0), (0, h + b + 0.08, 0), (w * 0.3, h + b, 0)], 0.003, 6)]
    )


KINDS = kinds_of(keyboard, printer, pencil, stapler, picture_frame)
