"""Furniture to learn, dress, drink and play at: school desks, dressing tables, wine racks and playpens."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, slab, smooth, symmetric, tube, upright
from indexer.parametric.rooms.seating_and_storage import cushion
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, legs, lying, rod, turned


def school_desk(g: Generator) -> list[Part]:
    style, w, h, deep = int(g.integers(3)), g.uniform(0.28, 0.36), g.uniform(0.64, 0.74), g.uniform(0.2, 0.25)
    if style == 0:  # old, bench and desk in one of wood or iron
        seat, back = h * 0.58, -deep * 1.5
        n = w * g.uniform(1.0, 1.8)
        lid = turned(box(n * 2, 0.025, deep * 1.7), (-12, 0, 0), (0, h, deep * 0.6))
        bin_ = upright(
            [(-deep * 0.2, h - 0.18), (deep * 1.4, h - 0.14), (deep * 1.4, h + 0.03), (-deep * 0.2, h - 0.05)], n * 1.9
        )
        iron = [
            (deep * 1.3, 0),
            (deep * 1.4, 0.03),
            (deep * 0.8, h * 0.5),
            (deep * 1.2, h - 0.12),
            (-deep * 0.1, h - 0.15),
            (deep * 0.4, h * 0.5),
            (deep * 0.5, 0),
        ]
        bench = [
            box(n * 2, 0.03, deep * 1.2, 0, seat, back + 0.05),
            box(n * 2, 0.16, 0.025, 0, seat + 0.22, back - deep * 0.5),
        ]
        low, z = [(back - deep * 0.2, 0), (back + deep * 0.4, 0), (back + deep * 0.3, seat)], back - deep * 0.4
        post = upright([*low, (z - deep * 0.05, h * 1.15), (z - deep * 0.15, h * 1.15), (z, seat)], 0.035)
        side = upright(smooth(iron, times=1), 0.035)
        rail = box(0.04, 0.05, deep * 3.2, 0, 0, -deep * 0.3)
        return [
            lid,
            bin_,
            *bench,
            *[p for x in (-n * 0.85, n * 0.85) for p in at(x, 0, 0, side, post, rail)],
            rod(0.025, 0.02, n * 0.8, h + 0.05, deep * 1.25),
        ]
    parts = [
        box(w * 2, 0.025, deep * 2, 0, h),
        box(w * 1.8, 0.012, deep * 1.7, 0, h - 0.13),
        box(w * 1.8, 0.12, 0.012, 0, h - 0.12, deep * 0.9),
    ]
    parts += [box(0.012, 0.12, deep * 1.7, s * w * 0.9, h - 0.12) for s in (-1, 1)]
    if style == 1:  # on bent tubes
        for x in (-w * 0.88, w * 0.88):
            line = [(x, h, deep * 0.8), (x, 0.015, deep * 0.95)]
            parts += [tube(line, 0.014), tube([(x, h, -deep * 0.8), (x, 0.015, -deep * 0.95)], 0.014)]
        parts += [lying(0.012, w * 1.75, 0, 0.14, deep * 0.9)]
    else:  # with its seat on one frame
        for x in (-w * 0.8, w * 0.8):
            frame = smooth(
                [(x, h, deep * 0.6), (x, h * 0.1, deep * 0.8), (x, 0.02, deep * 0.4), (x, 0.02, -deep * 3.2)], False
            )
            parts.append(tube(frame, 0.015))
    seat, z = h * 0.6, -deep * 2.2
    chair = [
        cushion(w * 1.2, 0.025, deep * 1.6, 0, seat, z),
        turned(cushion(w * 1.15, 0.02, 0.2), (80, 0, 0), (0, seat + 0.28, z - deep * 0.8)),
    ]
    for x in (-w * 0.5, w * 0.5):
        chair += [
            tube(
                smooth(
                    [
                        (x, 0.015, z + deep * 0.7),
                        (x, seat, z + deep * 0.5),
                        (x, seat, z - deep * 0.7),
                        (x, seat + 0.35, z - deep * 0.9),
                    ],
                    False,
                ),
                0.012,
            )
        ]
        chair += [tube([(x, seat, z - deep * 0.3), (x, 0.015, z - deep * 0.9)], 0.012)]
    bag = [cushion(0.12, 0.26, 0.28, w + 0.08, h - 0.42)] if chance(g, 0.3) else []
    return [*parts, *chair, *bag]


def dressing_table(g: Generator) -> list[Part]:
    style, w, h, deep = int(g.integers(3)), g.uniform(0.45, 0.6), g.uniform(0.7, 0.78), g.uniform(0.2, 0.25)
    parts = [box(w * 2.05, 0.03, deep * 2.1, 0, h), box(w * 2, 0.14, deep * 2, 0, h - 0.14)]
    parts += [box(w * 0.62, 0.1, 0.02, x * w, h - 0.12, deep) for x in (-0.66, 0, 0.66)]
    parts += [ball(0.016, x * w, h - 0.07, deep + 0.02) for x in (-0.66, 0, 0.66)]
    if style == 0:  # bowed legs
        bow = [(0, h - 0.1, 0), (0.04, h * 0.65, 0.04), (-0.01, h * 0.25, -0.01), (0.03, 0, 0.03)]
        thick = np.interp(np.linspace(0, 1, 10), [0, 0.3, 0.9, 1], [0.035, 0.03, 0.016, 0.03])
        leg = tube(smooth(bow, False), thick.tolist())
        parts += [turned(leg.copy(), (0, a, 0), (x * w, 0, z * deep)) for a, x, z in
                  ((-45, 0.9, 0.8), (45, 0.9, -0.8), (135, -0.9, -0.8), (225, -0.9, 0.8))]  # fmt: skip
    else:  # a chest of drawers at either side
        parts += [box(w * 0.62, h - 0.18, deep * 2, s * w * 0.69, 0.05) for s in (-1, 1)]
        low = np.linspace(0.08, h - 0.14, 4)
        parts += [box(w * 0.54, low[1] - low[0] - 0.02, 0.02, s * w * 0.69, y, deep) for s in (-1, 1) for y in low[:3]]
        parts += [ball(0.016, s * w * 0.69, y + 0.09, deep + 0.02) for s in (-1, 1) for y in low[:3]]
    size = w * g.uniform(0.5, 0.65)
    tall = size * g.uniform(1.1, 1.5)
    shape = [(size * x, tall * 0.5 * (1 + y)) for x, y in arc(1, 0, 360, 33)[:-1]]
    if style == 1:
        shape = symmetric([(size, 0), (size, tall * 0.8), (size * 0.5, tall), (0, tall * 1.05)])
    rim = tube([(x, y, 0) for x, y in (*shape, *shape[:1])], 0.02)
    glass = [slab(shape, 0.015), rim]
    wing = slab([(0, 0), (size * 0.8, 0), (size * 0.8, tall * 0.75), (0, tall * 0.9)], 0.025)
    parts += at(0, h + 0.08, -deep * 0.85, *glass) + [
        box(0.03, tall * 0.6, 0.03, s * size, h, -deep * 0.9) for s in (-1, 1)
    ]
    if style == 2:  # three mirrors
        parts += [turned(wing.copy(), (0, -a, 0), (x, h + 0.08, -deep * 0.85)) for a, x in ((-30, size), (210, -size))]
    x = w * g.uniform(0.6, 0.8)
    parts += [
        rod(0.02, 0.1, x, h + 0.03, 0, top=0.012),
        ball(0.03, x - 0.1, h + 0.05, 0.05),
        box(0.14, 0.06, 0.1, -x, h + 0.03),
    ]
    seat = [cushion(0.42, 0.1, 0.32, 0, 0.4, deep * 2.2), *at(0, 0, deep * 2.2, *legs(0.38, 0.28, 0.41, 0.018))]
    return [*parts, *(seat if chance(g, 0.6) else [])]


def wine_rack(g: Generator) -> list[Part]:
    style, rows, columns = int(g.integers(3)), int(g.integers(3, 6)), int(g.integers(3, 6))
    r, deep, pitch = 0.037, g.uniform(0.1, 0.13), g.uniform(0.1, 0.125)
    outline = [
        (0, 0),
        (r, 0),
        (r, 0.19),
        (r * 0.85, 0.215),
        (r * 0.4, 0.24),
        (r * 0.36, 0.3),
        (r * 0.42, 0.3),
        (0, 0.31),
    ]
    flask = forward(lathe(outline), 0, 0, -0.16)
    spots = [((i - (columns - 1) / 2) * pitch, (j + 0.5) * pitch) for i in range(columns) for j in range(rows)]
    w, h = columns * pitch / 2, rows * pitch
    if style == 0:  # a grid of posts and bars
        lines = np.linspace(-w, w, columns + 1)
        parts = [box(0.016, h + 0.03, 0.03, x, 0, z) for x in lines for z in (-deep, deep)]
        parts += [box(w * 2, 0.012, 0.012, 0, j * pitch + 0.005, z) for j in range(rows + 1) for z in (-deep, deep)]
        parts += [box(0.006, 0.012, deep * 2, x, j * pitch + 0.005) for j in range(rows + 1) for x in lines]
    elif style == 1:  # crossed boards in a case
        h = w * 2
        parts = [box(w * 2 + 0.04, 0.025, deep * 2, 0, y - 0.0125) for y in (0, h)]
        parts += [box(0.025, h, deep * 2, x) for x in (-w - 0.01, w + 0.01)]
        n = int(g.integers(2, 4))
        parts += [_board(w, h, 2 * k / n, s, deep) for k in range(1 - n, n) for s in (-1, 1)]
        step = 2 * w / n
        spots = [(-w + step * (i + 0.5 * (j % 2)), step * 0.5 * j + 0.045) for j in range(2 * n) for i in range(n + 1)]
        spots = [(x, y) for x, y in spots if abs(x) < w - 0.06 and y < h - 0.06]
    else:  # arched shelves of scalloped rails
        parts = []
        for j in range(rows):
            dips = [
                (x + r * 1.15 * a, (j + 0.5) * pitch - r * 1.15 * b)
                for x, y in spots[::rows]
                for a, b in arc(1, 180, 0, 9)
            ]
            rail = [(-w, j * pitch), (w, j * pitch), *[(a, max(b, j * pitch + 0.008)) for a, b in reversed(dips)]]
            parts += [slab(rail, 0.018, z=z) for z in (-deep, deep * 0.8)]
        parts += [box(0.03, h + 0.05, 0.03, x, -0.03, z) for x in (-w, w) for z in (-deep, deep * 0.8)]
        parts += [box(0.02, 0.02, deep * 2, x, y) for x in (-w, w) for y in (0, h)]
    full = g.uniform(0.45, 1)
    return [*parts, *[p for x, y in spots if chance(g, full) for p in at(x, y, 0, flask)]]


def _board(w: float, h: float, shift: float, side: int, deep: float) -> Part:
    """A slanting board across a square case, `shift` of its half width aside of the diagonal."""
    low, high = max(-1.0, shift - 1), min(1.0, shift + 1)
    ends = [(side * x * w, (x - shift + 1) / 2 * h) for x in (low, high)]
    long = float(np.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]))
    middle = np.mean(ends, axis=0)
    return turned(box(long, 0.014, deep * 1.95, 0, -0.007), (0, 0, side * 45), (middle[0], middle[1], 0))


def playpen(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.5, 0.65), g.uniform(0.55, 0.75)
    n = 4 if style == 1 else int(g.integers(6, 9))
    side = r * np.sin(np.pi / n) * 2
    out = r * np.cos(np.pi / n)
    gate = [box(side, 0.035, 0.03, 0, y, out) for y in (0.03, h)]
    bars = int(side / 0.075)
    if style == 2:  # panels of plastic with windows
        gate = [box(side * 0.96, h * k, 0.04, 0, y * h, out) for k, y in ((0.14, 0), (0.14, 0.93))]
        gate += [rod(0.022, h * 0.85, x * side, h * 0.1, out) for x in np.linspace(-0.4, 0.4, max(3, bars // 2))]
        gate += [box(side * 0.9, 0.06, 0.03, 0, h * 0.5, out), rod(0.045, h * 1.1, side / 2, 0, out)]
    elif style == 1:  # netting between padded rails
        gate = [lying(0.04, side, 0, h, out), lying(0.03, side, 0, 0.05, out), box(side, h * 0.22, 0.02, 0, 0.03, out)]
        gate += [box(0.006, h, 0.006, x, 0, out) for x in np.linspace(-side / 2, side / 2, 16)]
        gate += [box(side, 0.006, 0.006, 0, y, out) for y in np.linspace(0.25, 0.95, 8) * h]
        gate += [rod(0.035, h * 1.03, side / 2, 0, out), ball(0.055, side / 2, h, out)]
    else:
        gate += [rod(0.011, h, x, 0.03, out) for x in np.linspace(-side / 2, side / 2, bars + 2)[1:-1]]
        gate += [box(0.035, h + 0.06, 0.035, side / 2, 0, out)]
    mat = turned(lathe([(0, 0), (r * 0.9, 0), (r * 0.9, 0.04), (0, 0.04)]), (0, 0, 0), (0, 0.05, 0))
    toys = [
        ball(0.09, r * 0.3, 0.17, r * 0.2),
        box(0.11, 0.11, 0.11, -r * 0.3, 0.09, r * 0.1),
        ball(0.1, -0.05, 0.18, -r * 0.4),
    ]
    floor = [mat] if style != 1 else [box(side, 0.04, side, 0, 0.05)]
    return [*around(n, *gate, start=180 / n if style != 1 else 0), *floor, *(toys if chance(g) else [])]


KINDS = kinds_of(school_desk, dressing_table, wine_rack, playpen)
