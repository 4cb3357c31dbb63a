"""What stands in halls and on floors to hold or hang things."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, slab, smooth, tube, upright
from indexer.parametric.rooms.bathroom import basin
from indexer.parametric.rooms.seating_and_storage import cushion
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def church_pew(g: Generator) -> list[Part]:
    style, w, h, deep, tall = int(g.integers(3)), g.uniform(0.8, 1.6), 0.45, g.uniform(0.4, 0.46), g.uniform(0.85, 1.0)
    low, far = [(-0.1, 0), (deep + 0.04, 0)], tall + 0.1
    ends = [
        [*low, (deep + 0.06, h), (deep * 0.7, h + 0.12), (deep * 0.2, tall), (-0.02, far), (-0.14, tall)],
        [*low, (deep + 0.04, h + 0.25), (deep * 0.5, h + 0.3), (0.1, tall + 0.05), (-0.1, tall + 0.05)],
        [*low, (deep, h * 0.2), (deep * 0.85, h + 0.05), (0.08, h + 0.1), (0.0, tall), (-0.12, tall)],
    ][style]
    side = upright(smooth(ends, times=0 if style == 1 else 1), 0.05)
    parts = [p for x in (-w, w) for p in at(x, 0, 0, side)]
    if w > 1.2:
        parts += at(0, -0.02, 0, side)
    back = upright([(0.06, h), (0.09, h), (-0.05, tall), (-0.09, tall)], w * 2)
    parts += [box(w * 2, 0.035, deep, 0, h - 0.03, deep / 2 + 0.04), back, box(w * 2, 0.03, 0.1, 0, tall - 0.02, -0.06)]
    shelf = [box(w * 2, 0.02, 0.14, 0, h * 1.4, -0.1), box(w * 2, 0.08, 0.015, 0, h * 1.42, -0.17)]
    kneeler = [
        cushion(w * 1.9, 0.08, 0.18, 0, 0.14, -0.42),
        *[box(0.04, 0.16, 0.3, x * w, 0, -0.3) for x in (-0.9, 0.9)],
    ]
    front = [box(w * 2, h * 0.5, 0.025, 0, h * 0.4, deep * 0.25)] if style else []
    if chance(g, 0.4):  # one row behind another
        return [*parts, *shelf, *front, *at(0, 0, deep * 2.2, *parts, *shelf, *front)]
    return [*parts, *shelf, *front, *(kneeler if chance(g) else [])]


def lectern(g: Generator) -> list[Part]:
    style, w, h, tilt = int(g.integers(3)), g.uniform(0.25, 0.35), g.uniform(1.0, 1.2), g.uniform(18, 32)
    top = [
        box(w * 2, 0.03, 0.42),
        box(w * 2, 0.035, 0.025, 0, 0.03, -0.2),
        box(0.025, 0.06, 0.42, w),
        box(0.025, 0.06, 0.42, -w),
    ]
    pages = [turned(box(0.16, 0.02, 0.28), (0, 0, s * 6), (s * 0.08, 0.04, 0)) for s in (-1, 1)] if chance(g) else []
    head = [turned(p, (tilt, 0, 0), (0, h, 0)) for p in (*top, *pages)]
    neck = smooth([(0.06, h, -0.1), (0.06, h + 0.2, -0.1), (0.05, h + 0.32, -0.18)], False)
    mike = [tube(neck, 0.007), ball(0.022, 0.05, h + 0.33, -0.19)] if chance(g, 0.6) else []
    if style == 0:  # a closed body, wider above
        case = [(0.08, w * 0.8, 0.16, 0), (h * 0.75, w * 0.85, 0.17, 0), (h, w * 0.97, 0.19, 0)]
        emblem = (
            [forward(rod(w * 0.4, 0.03), 0, h * 0.6, 0.15)]
            if chance(g)
            else [box(w * 1.1, h * 0.55, 0.03, 0, h * 0.25, 0.17)]
        )
        return [*head, *mike, basin(case, 9), box(w * 2, 0.08, 0.48), *emblem]
    if style == 1:  # a turned column on feet
        knots = [(0.07, 0.1), (0.05, 0.2), (0.08, 0.35), (0.045, 0.5), (0.06, 0.75), (0.04, 0.9), (0.09, 0.98)]
        foot = upright(smooth([(0.03, 0.02), (0.32, 0), (0.32, 0.06), (0.1, 0.2), (0.03, 0.22)], times=1), 0.06)
        return [
            *head,
            *mike,
            lathe([(0, h * 0.1), *[(r, h * y) for r, y in knots], (0, h * 0.98)]),
            *around(4, foot, start=45),
        ]
    legs_ = [upright([(-0.05, 0.05), (0.05, 0.05), (0.08, h), (-0.1, h)], 0.05, x) for x in (-w * 0.6, w * 0.6)]
    shelf = [
        box(w * 1.2, 0.025, 0.2, 0, h * 0.72),
        box(w * 1.15, h * 0.45, 0.02, 0, h * 0.45, 0.03),
        box(w * 2, 0.05, 0.5),
    ]
    return [*head, *mike, *legs_, *shelf]


def room_divider(g: Generator) -> list[Part]:
    style, n, w, h = int(g.integers(4)), int(g.integers(3, 6)), g.uniform(0.4, 0.52), g.uniform(1.6, 1.9)
    fold, edge = g.uniform(18, 38), g.uniform(0.03, 0.05)
    panel = [box(edge, h, edge, x, 0) for x in (-w / 2 + edge / 2, w / 2 - edge / 2)]
    panel += [box(w, edge, edge, 0, y) for y in (0.1, h - edge)]
    if style == 0:  # paper in a lattice
        rows, columns = int(g.integers(4, 8)), int(g.integers(2, 4))
        panel += [box(w, 0.015, 0.02, 0, y) for y in np.linspace(0.12, h - edge, rows + 1)[1:-1]]
        panel += [box(0.015, h - 0.1, 0.02, x, 0.1) for x in np.linspace(-w / 2, w / 2, columns + 1)[1:-1]]
        panel += [box(w - edge, h - 0.12, 0.006, 0, 0.11)]
    elif style == 1:  # slats
        panel += [turned(box(w - edge, 0.045, 0.006), (40, 0, 0), (0, y, 0)) for y in np.linspace(0.15, h - 0.09, 26)]
    elif style == 2:  # cloth below an arched top
        arch = [(-w / 2, h), *[(-w / 2 * x, h + w * 0.35 * y) for x, y in arc(1, 0, 180, 13)][1:-1], (w / 2, h)]
        panel += [slab(arch, edge), box(w - edge, h - 0.15, 0.012, 0, 0.12), box(w, edge, edge, 0, h * 0.35)]
    else:  # woven
        panel += [
            box(w - edge, 0.05, 0.012, 0, y, 0.01 * (-1) ** i) for i, y in enumerate(np.linspace(0.12, h - 0.1, 26))
        ]
    step = np.array((np.cos(np.radians(fold)), np.sin(np.radians(fold)))) * w
    parts: list[Part] = []
    for i in range(n):
        s = 1 if i % 2 else -1
        z = step[1] / 2
        parts += [turned(p.copy(), (0, s * fold, 0), ((i - (n - 1) / 2) * step[0], 0, z)) for p in panel]
    return parts


def umbrella_stand(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.11, 0.15), g.uniform(0.45, 0.6)
    if style == 0:  # a vessel
        steps = [(r * 0.8, 0), (r * g.uniform(0.8, 1.1), h * 0.4), (r * 0.9, h * 0.85), (r * 1.1, h)]
        parts = [lathe([(0, 0), *steps, *[(a - 0.012, b + 0.01 * (b == 0)) for a, b in reversed(steps)], (0, 0.01)])]
    elif style == 1:  # rings and rods
        parts = [lathe([(0, 0), (r * 1.1, 0), (r * 1.15, 0.04), (r * 0.9, 0.04), (r * 0.85, 0.015), (0, 0.015)])]
        parts += [ring(r, 0.01, y=y * h, axis="y") for y in (0.45, 1)] + around(8, rod(0.006, h, r))
    else:  # a square frame
        parts = [box(r * 2, 0.04, r * 2), *[box(0.02, h, 0.02, x * r, 0, z * r) for x in (-1, 1) for z in (-1, 1)]]
        parts += [
            p
            for y in (0.5, 1)
            for z in (-r, 0, r)
            for p in (box(r * 2, 0.015, 0.015, 0, y * h, z), box(0.015, 0.015, r * 2, z, y * h))
        ]
    for i in range(int(g.integers(1, 4))):
        a, long, lean = g.uniform(0, 360), g.uniform(0.75, 0.9), g.uniform(4, 9)
        furled = lathe(
            [
                (0, 0),
                (0.006, 0.03),
                (0.03, long * 0.35),
                (0.035, long * 0.55),
                (0.025, long * 0.72),
                (0.012, long * 0.74),
                (0, long * 0.74),
            ]
        )
        stick = [
            (0, long * 0.7, 0),
            (0, long, 0),
            *[(0.045 - 0.045 * x, long + 0.045 * y, 0) for x, y in arc(1, 0, 190, 10)][1:],
        ]
        parts += [
            turned(p, (0, a, lean), (r * 0.15 * (i - 1), 0.03, r * 0.4 * (i - 1))) for p in (furled, tube(stick, 0.01))
        ]
    return parts


def magazine_rack(g: Generator) -> list[Part]:
    style, w, h, v = int(g.integers(3)), g.uniform(0.18, 0.24), g.uniform(0.3, 0.4), g.uniform(14, 24)
    parts: list[Part] = []
    if style == 2:  # shelves against the wall, the covers in sight
        n, h, w = int(g.integers(3, 6)), h * 4, w * g.uniform(1.2, 2.2)
        for i in range(n):
            y, z = 0.1 + (h - 0.2) * i / n, 0.28 - 0.24 * i / n
            parts += [box(w * 2, 0.02, 0.1, 0, y, z + 0.05), box(w * 2, 0.06, 0.012, 0, y, z + 0.1)]
            for x in np.arange(-w + 0.14, w - 0.1, 0.25):
                parts.append(turned(box(0.21, 0.28, g.uniform(0.006, 0.02)), (-14, 0, 0), (x, y + 0.02, z + 0.07)))
        side = upright([(0, 0), (0.42, 0), (0.42, 0.15), (0.15, h), (0, h)], 0.025)
        return [*parts, *at(-w, 0, 0, side), *at(w, 0, 0, side), box(w * 2, h, 0.015, 0, 0, 0.0)]
    for s in (-1, 1):  # a trough on crossed legs
        if style == 0:
            wall = [box(w * 2, h * 0.8, 0.012, 0, h * 0.2)]
        else:
            wall = [rod(0.007, h * 0.8, x, h * 0.2) for x in np.linspace(-w, w, 8)] + [
                lying(0.012, w * 2.1, 0, y) for y in (h * 0.2, h)
            ]
        wall += [box(0.025, h * 1.25, 0.02, x, -h * 0.25) for x in (-w, w)]
        parts += [turned(p, (s * v, 0, 0), (0, h * 0.25 / 1.0, 0)) for p in wall]
    parts += [box(w * 2, 0.012, 0.12, 0, h * 0.45)]
    grip = smooth(
        [(-w * 0.9, h * 0.5, 0), (-w * 0.5, h * 1.55, 0), (w * 0.5, h * 1.55, 0), (w * 0.9, h * 0.5, 0)], False
    )
    parts += [tube(grip, 0.011)] if chance(g) else [lying(0.008, w * 2, 0, h * 0.5, 0)]
    for i in range(int(g.integers(1, 5))):
        leaf = box(0.22, 0.3, g.uniform(0.005, 0.018), 0, h * 0.48)
        parts.append(
            turned(leaf, (g.uniform(-6, 6), 0, g.uniform(-4, 4)), (g.uniform(-0.4, 0.4) * w, 0, 0.02 * (i - 1.5)))
        )
    return parts


KINDS = kinds_of(church_pew, lectern, room_divider, umbrella_stand, magazine_rack)
