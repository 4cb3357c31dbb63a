"""Craft of the air and of the rope, and what rolls on a road or is pulled along it."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, rolling, smooth, tube, upright
from indexer.parametric.solids import Part, ball, box, forward, kinds_of, lying, ring, rod, turned


def hang_glider(g: Generator) -> list[Part]:
    span, nose, style = g.uniform(4.2, 5.2), g.uniform(1.2, 1.8), int(g.integers(3))
    tip, keel, rows, lift = -g.uniform(0.6, 1.6), -g.uniform(1.4, 2.0), [], g.uniform(0.15, 0.5)
    for t in np.linspace(-1, 1, 25):
        a = abs(t)
        front = nose + (tip - nose) * a ** (1.0 if style != 1 else 1.15)
        rear = (keel * (1 - a) + (tip - 0.5) * a) if style != 2 else keel * 0.5 * (1
            + np.cos(np.pi * a * 0.5)) + (tip - keel * 0.5) * a  # fmt: skip
        billow = 0.25 * np.sin(np.pi * a) if style != 1 else 0.08 * np.sin(np.pi * a)
        xs = t * span
        cells = [(xs, lift * a**2, front), (xs, lift * a**2 + billow + 0.1 * (1 - a), front * 0.55 + rear * 0.45),
            (xs, lift * a**2 + billow * 0.6, rear)]  # fmt: skip
        rows.append([*cells, *[(x, y - 0.03, z) for x, y, z in cells[::-1]]])
    parts = [loft(np.array(rows)), *mirrored(tube([(0, 0, nose), (span, lift, tip)], 0.035)),
        tube([(0, 0, nose), (0, 0, keel - 0.3)], 0.035)]  # fmt: skip
    parts += [lying(0.03, span * 0.9, 0, 0.0, 0.0)]
    bar = g.uniform(1.4, 1.7)
    parts += [*mirrored(tube([(0, 0, 0.1), (0.75, -bar, 0.35)], 0.025), tube([(0.75, -bar, 0.35),
        (span * 0.55, lift * 0.3, -0.2)], 0.01, 5)), lying(0.025, 1.6, 0, -bar, 0.35)]  # fmt: skip
    parts += mirrored(tube([(0.75, -bar, 0.35), (0, 0, nose)], 0.01, 5), tube([(0.75, -bar, 0.35), (0, 0, keel)], 0.01,
        5))  # fmt: skip
    if style != 1 or chance(g):  # a mast above with its wires
        parts += [rod(0.02, 0.7), *mirrored(tube([(0, 0.7, 0), (span * 0.6, lift * 0.4, -0.1)], 0.008, 5))]
    if chance(g, 0.7):  # the pilot lying in a bag
        y = -bar + 0.35
        parts += [body([(-1.3, 0.08, 0.08, y), (-0.6, 0.2, 0.17, y), (0.1, 0.26, 0.18, y), (0.35, 0.15, 0.12, y)]),
            ball(0.14, 0, y + 0.06, 0.48)]  # fmt: skip
        parts += [*mirrored(tube([(0.22, y, 0.25), (0.42, y - 0.12, 0.2), (0.4, -bar, 0.35)], 0.05)),
            tube([(0, y, -0.2), (0, 0, -0.05)], 0.02)]  # fmt: skip
    return parts


def cable_car(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(3)), g.uniform(0.9, 1.1), g.uniform(1.9, 2.2)
    long = w * [1.1, 1.0, g.uniform(1.8, 2.6)][style]
    rows = []
    for y, k in ((0, 0.8), (0.1, 0.95), (0.4, 1.05 if style == 1 else 1.0), (0.85, 0.92), (0.97, 0.82), (1.0, 0.6)):
        p = smooth(np.array([(-w, -long), (w, -long), (w, long), (-w, long)]) * k, times=3 if style == 1 else 2)
        rows.append([(x, y * h, z) for x, z in p])
    parts = [loft(np.array(rows)), box(w * 1.3, 0.15, long * 1.3, 0, -0.12)]
    n = int(g.integers(2, 5))
    for i in range(n + 1):  # the posts between its panes
        z = long * 0.85 * (2 * i / n - 1)
        parts += mirrored(tube([(w * 0.99, h * 0.42, z), (w * 0.93, h * 0.84, z * 0.95)], 0.04))
    parts += mirrored(box(0.06, 0.06, long * 1.9, w, h * 0.42), box(0.06, h * 0.8, 0.05, w * 0.96, h * 0.06, 0))
    parts += [box(w * 1.9, 0.06, 0.06, 0, h * 0.42, s * long * 0.99) for s in (1, -1)]
    top = h + g.uniform(1.5, 2.6)
    if style == 2:  # a big one on a carriage of wheels
        parts += mirrored(tube([(w * 0.3, h, long * 0.5), (0.12, top, 0.3)], 0.07),
            tube([(w * 0.3, h, -long * 0.5), (0.12, top, -0.3)], 0.07))  # fmt: skip
        parts += [box(0.15, 0.2, long * 1.8, 0, top), *[lying(0.16, 0.1, 0, top + 0.25, long * t)
            for t in (-0.8, -0.5, -0.2, 0.2, 0.5, 0.8)]]  # fmt: skip
    else:
        arm = [(0, h, 0), (0, h + 0.3, 0), (w * 0.6, h + 0.8, 0), (w * 0.6, top - 0.3, 0), (0, top, 0)]
        parts += [tube(smooth(arm, closed=False), 0.08), box(0.25, 0.25, 0.7, 0, top - 0.05),
            box(w, 0.1, long, 0, h - 0.02)]  # fmt: skip
        parts += mirrored(box(0.1, 0.8, 0.15, w * 1.05, 0.3, 0.3)) if chance(g) else []
    parts += [forward(rod(0.035, long * 4), 0, top + (0.42 if style == 2 else 0.2), -long * 2)]
    return parts


def road_roller(g: Generator) -> list[Part]:
    r, w, style, base = g.uniform(0.55, 0.7), g.uniform(0.8, 1.0), int(g.integers(3)), g.uniform(1.3, 1.6)
    parts = [lying(r, 2 * w, 0, r, base), lying(r * 0.3, 2 * w + 0.1, 0, r, base)]
    parts += mirrored(box(0.1, 0.2, r * 1.4, w + 0.08, r * 0.9, base - r * 0.4),
        box(0.1, 0.2, 0.3, w + 0.08, r * 0.9, base))  # fmt: skip
    parts += [box(2 * w + 0.2, 0.25, 0.2, 0, r * 0.9, base - r * 1.15)]
    if style == 1:  # tyres behind
        parts += [*rolling(r, 0.45, (-base,), w * 0.72), *mirrored(*[turned(box(0.45, 0.06, 0.1, 0, r * 0.98),
            (18 * i, 0, 0), (w * 0.72, r, -base)) for i in range(20)])]  # fmt: skip
    else:
        parts += [lying(r, 2 * w, 0, r, -base), lying(r * 0.3, 2 * w + 0.1, 0, r, -base)]
        parts += mirrored(box(0.1, 0.25, r * 1.4, w + 0.08, r * 0.9, -base + r * 0.4))
    hood = smooth([(-base - r * 0.7, r * 1.6), (-base - r * 0.6, r * 2.6), (-base * 0.2, r * 2.9),
        (-base * 0.1, r * 1.1), (-base + r, r * 1.1), (-base + r * 0.6, r * 2.05), (-base - r * 0.3, r * 2.08)],
        times=1)  # fmt: skip
    parts += [upright(hood, 1.5 * w), box(1.5 * w, 0.2, base * 1.0, 0, r * 1.0, 0.0),
        box(0.5, 0.4, base * 0.5, 0, r * 1.05, base * 0.35)]  # fmt: skip
    seat = -base * 0.02
    parts += [box(0.5, 0.45, 0.45, 0, r * 1.2, seat + 0.05), box(0.5, 0.5, 0.1, 0, r * 1.2 + 0.45, seat - 0.15),
        rod(0.04, 0.6, 0, r * 1.3, seat + 0.75)]  # fmt: skip
    parts += [turned(ring(0.2, 0.025, axis="y"), (25, 0, 0), (0, r * 1.3 + 0.6, seat + 0.72)),
        rod(0.05, 0.7, w * 0.5, r * 2.6, -base * 0.8)]  # fmt: skip
    top = r * 1.2 + g.uniform(1.5, 1.8)
    if style != 2:  # a roof on posts, or a closed cabin
        parts += [box(1.7 * w, 0.1, 1.6, 0, top, seat + 0.2), *[rod(0.04, top - r * 1.2, x, r * 1.2, seat + z)
            for x in (w * 0.75, -w * 0.75) for z in (-0.4, 0.85)]]  # fmt: skip
    else:
        parts += [upright([(seat - 0.45, r * 1.2), (seat + 0.95, r * 1.2), (seat + 0.8, top), (seat - 0.45, top)],
            1.5 * w), box(1.6 * w, 0.08, 1.5, 0, top, seat + 0.2)]  # fmt: skip
    return parts


def rickshaw(g: Generator) -> list[Part]:
    r, w, style, n = g.uniform(0.42, 0.55), g.uniform(0.42, 0.5), int(g.integers(2)), int(g.integers(12, 20))
    seat = r * 1.25
    parts = mirrored(ring(r * 0.95, 0.025, w + 0.1, r, axis="x"), lying(0.06, 0.14, w + 0.1, r),
        *[turned(rod(0.009, r * 0.93), (360 * i / n, 0, 0), (w + 0.1, r, 0)) for i in range(n)])  # fmt: skip
    shell = smooth([(-0.42, seat + 0.6), (-0.36, seat + 0.6), (-0.28, seat + 0.08), (0.3, seat + 0.05),
        (0.42, r * 0.75), (0.8, r * 0.7), (0.8, r * 0.6), (0.3, r * 0.62), (0.2, seat - 0.2), (-0.3, seat - 0.15)],
        times=1)  # fmt: skip
    parts += [upright(shell, 2 * w), lying(0.03, 2 * w + 0.25, 0, r), box(1.8 * w, 0.1, 0.45, 0, seat + 0.06, 0.02)]
    parts += mirrored(tube(smooth([(w, seat, -0.3), (w, seat + 0.3, -0.1), (w, seat + 0.3, 0.2), (w, seat, 0.35)],
        closed=False), 0.025))  # fmt: skip
    parts += mirrored(upright(arc(r * 1.08, 15, 165), 0.12, w + 0.1, r))
    if chance(g, 0.75):  # the folding hood
        rows = []
        for a in np.linspace(-5, g.uniform(85, 115), 9):
            c, s = np.cos(np.radians(a)), np.sin(np.radians(a))
            half = [(w * x, 0.85 * y) for x, y in ((1.05, 0), (1.05, 0.7), (0.8, 1.0), (0, 1.08), (-0.8, 1.0),
                (-1.05, 0.7), (-1.05, 0))]  # fmt: skip
            rows.append([*[(x, seat + 0.3 + y * s, -0.1 - y * c) for x, y in half],
                *[(x * 0.96, seat + 0.3 + y * s * 0.96, -0.1 - y * c * 0.96) for x, y in half[::-1]]])  # fmt: skip
        parts += [loft(np.array(rows))]
    if style == 0:  # two shafts for a runner
        shaft = smooth([(w * 0.9, r * 1.0, -0.5), (w * 0.9, r * 1.0, 0.4), (w * 0.85, r * 1.3, 1.2),
            (w * 0.6, r * 1.5, 2.1)], closed=False)  # fmt: skip
        return [*parts, *mirrored(tube(shaft, 0.025)), lying(0.025, 1.2 * w, 0, r * 1.5, 2.1)]
    z = g.uniform(1.9, 2.1)  # a bicycle before it
    parts += [ring(r * 0.72, 0.025, 0, r * 0.74, z, axis="x"), *[turned(rod(0.008, r * 0.7), (360 * i / n, 0, 0),
        (0, r * 0.74, z)) for i in range(n)]]  # fmt: skip
    frame: list[list[tuple[float, ...]]] = [[(0, r * 0.74, z), (0, 1.05, z - 0.2)],
        [(0, 0.95, z - 0.18), (0, 0.35, z - 0.7), (0, 0.45, 0.6)], [(0, 0.35, z - 0.7), (0, 0.95, z - 0.9)],
        [(0, 0.85, z - 0.2), (0, 0.75, z - 0.85)], [(0.28, 1.0, z - 0.4), (0.22, 1.08, z - 0.22),
        (-0.22, 1.08, z - 0.22), (-0.28, 1.0, z - 0.4)]]  # fmt: skip
    parts += [tube(line, 0.022) for line in frame]
    return [*parts, egg(0.11, 0.04, 0.15, 0, 0.97, z - 0.9), lying(0.1, 0.02, 0, 0.35, z - 0.7),
        *mirrored(box(0.1, 0.03, 0.08, 0.12, 0.3, z - 0.7))]  # fmt: skip


KINDS = kinds_of(hang_glider, cable_car, road_roller, rickshaw)
