"""Machines and tills of shops and halls."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, slab, smooth, tube, upright
from indexer.parametric.rooms.bathroom import basin
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, lying, rod, turned


def vending_machine(g: Generator) -> list[Part]:
    style, w, h, deep = (
        int(g.choice([0, 0, 1, 1, 2])),
        g.uniform(0.42, 0.52),
        g.uniform(1.7, 1.95),
        g.uniform(0.32, 0.4),
    )
    front, edge = deep, w * 0.36
    if style == 2:  # a globe of sweets on a stand
        r, low = g.uniform(0.16, 0.2), g.uniform(0.5, 0.75)
        parts = [
            lathe([(0, 0), (r, 0), (r, 0.03), (0.04, 0.08), (0.035, low), (0, low)]),
            ball(r, y=low + 0.2 + r * 0.9),
        ]
        cap = lathe([(0, 0), (r * 0.6, 0), (r * 0.5, 0.05), (0.02, 0.06), (0, 0.09)], 0, low + 0.2 + r * 1.78)
        parts += [basin([(low, r * 0.95, r * 0.95, 0), (low + 0.22, r * 0.7, r * 0.7, 0)], 4), cap]
        knob = [
            forward(rod(0.045, 0.03), 0, low + 0.13, r * 0.75),
            box(0.02, 0.08, 0.03, 0, low + 0.09, r * 0.75 + 0.03),
        ]
        return [*parts, *knob, turned(box(0.09, 0.07, 0.05), (-20, 0, 0), (0, low + 0.01, r * 0.9))]
    parts = [
        box(w * 2, h, deep * 2 - (0.06 if style else 0.24), 0, 0.05, -0.03 if style else -0.12),
        *[box(0.08, 0.05, 0.08, x, 0, z) for x in (-w * 0.85, w * 0.85) for z in (-deep * 0.8, deep * 0.7)],
    ]
    if style == 0:  # goods behind glass, a panel at the side
        frame = [box(w * 2, 0.12, 0.24, 0, h - 0.07, front - 0.12), box(w * 2, h * 0.32, 0.24, 0, 0.05, front - 0.12)]
        frame += [
            box(0.06, h, 0.24, -w + 0.03, 0.05, front - 0.12),
            box(edge, h, 0.24, w - edge / 2, 0.05, front - 0.12),
        ]
        rows, columns = int(g.integers(4, 7)), int(g.integers(4, 6))
        for y in np.linspace(h * 0.38, h - 0.15, rows + 1)[:-1]:
            frame.append(box(w * 2 - edge, 0.02, 0.14, -edge / 2 + 0.03, y, front - 0.12))
            for x in np.linspace(-w + 0.13, w - edge - 0.08, columns):
                frame.append(
                    rod(0.04, 0.17, x, y, front - 0.12)
                    if chance(g)
                    else box(0.08, g.uniform(0.1, 0.2), 0.05, x, y, front - 0.12)
                )
        x = w - edge / 2
        frame += [box(edge * 0.6, 0.1, 0.03, x, h * 0.75, front), box(edge * 0.5, 0.03, 0.04, x, h * 0.52, front)]
        frame += [
            box(0.03, 0.03, 0.02, x + 0.045 * i, h * 0.6 + 0.045 * j, front) for i in (-1, 0, 1) for j in range(4)
        ]
        return [
            *parts,
            *frame,
            box(w * 1.2, 0.18, 0.03, -edge / 2, h * 0.15, front),
            lying(0.012, w, -edge / 2, h * 0.25, front + 0.03),
        ]
    face = [
        box(w * 1.9, h * 0.95, 0.05, 0, 0.08, front - 0.05),
        box(w * 1.7, h * 0.35, 0.06, 0, h * 0.58, front - 0.03),
    ]
    n = int(g.integers(4, 8))
    face += [rod(0.033, 0.13, x * w, h * y, front) for x in np.linspace(-0.7, 0.7, n) for y in (0.62, 0.78)]
    face += [box(0.07, 0.03, 0.03, x * w, h * y, front) for x in np.linspace(-0.7, 0.7, n) for y in (0.59, 0.75)]
    face += [
        box(w * 1.3, 0.16, 0.05, 0, 0.25, front),
        box(0.1, 0.26, 0.04, w * 0.7, h * 0.3, front),
        box(w * 1.7, 0.12, 0.05, 0, h - 0.05, front - 0.03),
    ]
    return [*parts, *face, *[box(0.012, 0.3, 0.03, x, h * 0.3, front) for x in (-w * 0.8, -w * 0.76)]]


def cash_machine(g: Generator) -> list[Part]:
    style, w, h, deep = int(g.integers(2)), g.uniform(0.24, 0.32), g.uniform(1.35, 1.6), g.uniform(0.28, 0.36)
    shelf = h * g.uniform(0.6, 0.66)
    side = [(-1.0, 0.0), (1, 0), (1, shelf - 0.12), (1.15, shelf - 0.08), (1.1, shelf), (0.45, shelf + 0.03)]
    side = [(z * deep, y) for z, y in (*side, (0.2, h * 0.88), (0.75, h * 0.9), (0.75, h), (-1, h))]
    parts = [upright(side, w * 2)]
    if style == 1:  # set into a wall
        parts = [
            upright(side, w * 2),
            box(w * 5, h * 1.35, deep * 1.15, 0, 0, -deep * 0.42),
            box(w * 2.2, h * 0.1, deep * 0.6, 0, h * 1.02, deep * 0.3),
        ]
    cheek = upright(
        [(deep * 1.1, shelf - 0.1), (deep * 1.12, shelf + 0.04), (deep * 0.8, h), (-deep, h), (-deep, shelf - 0.1)],
        0.03,
    )
    parts += at(-w, 0, 0, cheek) + at(w, 0, 0, cheek)
    lean = -np.degrees(np.arctan2(deep * 0.25, h * 0.88 - shelf))
    screen = [
        box(w * 1.3, 0.24, 0.03),
        *[box(0.035, 0.025, 0.035, s * w * 0.78, 0.03 + 0.055 * i) for s in (-1, 1) for i in range(4)],
    ]
    parts += [turned(p, (lean, 0, 0), (0, shelf + 0.05, deep * 0.44)) for p in screen]
    keys = [
        box(0.032, 0.012, 0.028, 0.042 * i - 0.06, shelf + 0.015, deep * 0.78 + 0.038 * j)
        for i in range(4)
        for j in (-1.5, -0.5, 0.5, 1.5)
    ]
    slots = [
        box(0.12, 0.025, 0.05, w * 0.6, shelf + 0.02, deep * 0.6),
        box(w * 1.1, 0.05, 0.04, 0, shelf - 0.26, deep),
        box(w * 1.4, h * 0.25, 0.02, 0, 0.12, deep),
    ]
    return [
        *parts,
        *keys,
        *slots,
        forward(rod(0.025, 0.03), w * 0.5, h * 0.3, deep),
        box(w * 1.6, h * 0.07, 0.03, 0, h * 0.915, deep * 0.75),
    ]


def water_cooler(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(2)), g.uniform(0.15, 0.18), g.uniform(0.85, 1.05)
    if style == 1:
        h *= 0.45  # on a table
    r = w * g.uniform(0.8, 0.92)
    ribs = [(r * (0.93 if i % 3 == 1 else 1), 0.14 + 0.03 * i) for i in range(9)]
    bottle = lathe(
        [(0, -0.02), (r * 0.2, -0.02), (r * 0.2, 0.04), (r * 0.75, 0.09), *ribs, (r * 0.9, 0.41), (0, 0.42)], 0, h
    )
    parts = [bottle, lathe([(0, 0), (r * 1.05, 0), (r * 0.9, 0.03), (r * 0.5, 0.05), (0, 0.05)], 0, h)]
    niche = h - 0.32
    parts += [
        box(w * 2, niche, w * 2),
        box(w * 2, 0.14, w * 2, 0, h - 0.14),
        box(w * 2, 0.2, w * 1.2, 0, niche - 0.01, -w * 0.4),
    ]
    parts += [box(0.02, 0.19, w * 2, x, niche) for x in (-w + 0.01, w - 0.01)]
    n = int(g.integers(2, 4))
    for x in np.linspace(-0.5, 0.5, n) * w:
        parts += [
            forward(rod(0.014, 0.08), x, niche + 0.15, w * 0.2),
            rod(0.011, 0.05, x, niche + 0.1, w * 0.6),
            box(0.03, 0.015, 0.05, x, niche + 0.16, w * 0.7),
        ]
    parts += [
        box(w * 1.5, 0.02, w * 0.9, 0, niche, w * 0.65),
        *[box(w * 1.4, 0.006, 0.008, 0, niche + 0.02, w * z) for z in np.linspace(0.3, 1, 6)],
    ]
    cups = (
        [rod(0.045, 0.4, w + 0.05, niche - 0.2, 0, top=0.04), box(0.06, 0.3, 0.04, w, niche - 0.15)]
        if chance(g)
        else []
    )
    return [*parts, *cups, box(w * 1.6, niche * 0.75, 0.012, 0, niche * 0.1, w)]


def cash_register(g: Generator) -> list[Part]:
    style, w, deep = int(g.integers(2)), g.uniform(0.19, 0.24), g.uniform(0.18, 0.22)
    drawer = [
        box(w * 2, 0.11, deep * 2),
        box(w * 1.85, 0.075, 0.03, 0, 0.015, deep),
        lying(0.012, 0.08, 0, 0.05, deep + 0.03),
    ]
    if chance(g, 0.4):  # the drawer pulled out
        out = g.uniform(0.12, 0.2)
        drawer += [box(w * 1.8, 0.012, out, 0, 0.02, deep + out / 2), box(w * 1.85, 0.08, 0.02, 0, 0.015, deep + out)]
        drawer += [box(0.01, 0.06, out, x * w, 0.02, deep + out / 2) for x in np.linspace(-0.9, 0.9, 6)]
    if style == 0:  # old, of cast metal
        h = g.uniform(0.4, 0.5)
        side = smooth(
            [
                (deep * 0.95, 0.11),
                (deep * 0.9, 0.17),
                (deep * 0.2, h * 0.75),
                (0, h),
                (-deep * 0.9, h),
                (-deep * 0.95, 0.11),
            ],
            times=2,
        )
        rows, columns = int(g.integers(3, 5)), int(g.integers(6, 9))
        keys = []
        for j in range(rows):
            z, y = deep * (0.85 - 0.17 * j), 0.17 + (h * 0.75 - 0.17) * j / (rows + 0.5)
            for x in np.linspace(-0.75, 0.75, columns) * w:
                keys += [
                    rod(0.012, 0.01, x, y + 0.045, z + 0.03),
                    tube([(x, y, z - 0.03), (x, y + 0.045, z + 0.03)], 0.004, 5),
                ]
        sign = [
            box(w * 1.7, 0.1, 0.05, 0, h, -deep * 0.3),
            slab([(w * 0.9 * x, 0.1 * y) for x, y in arc(1, 0, 180, 14)], 0.04, 0, h + 0.1, -deep * 0.3),
        ]
        crank = [
            lying(0.012, 0.08, w * 1.1, h * 0.5),
            tube([(w * 1.25, h * 0.5, 0), (w * 1.25, h * 0.35, 0.1)], 0.01),
            lying(0.014, 0.06, w * 1.35, h * 0.35, 0.1),
        ]
        return [
            *drawer,
            upright(side, w * 1.9),
            *keys,
            *sign,
            *(crank if chance(g, 0.7) else []),
            box(w * 2.1, 0.03, deep * 2.1, 0, 0.1),
        ]
    top = upright(
        [(deep, 0.11), (deep, 0.15), (deep * 0.0, 0.2), (-deep * 0.2, 0.27), (-deep * 0.9, 0.27), (-deep, 0.11)],
        w * 1.95,
    )
    tilt = np.degrees(np.arctan2(0.05, deep))
    xs = (*(np.arange(5) * 0.034 - w * 0.85), *(w * 0.85 - np.arange(4) * 0.034))
    spots = [(x, 0.16 + 0.05 * t, deep * (0.85 - 0.9 * t)) for t in np.linspace(0.05, 0.85, 5) for x in xs]
    keys = [turned(box(0.026, 0.018, 0.022), (tilt, 0, 0), spot) for spot in spots]
    pole = [
        rod(0.014, 0.12, w * 0.6, 0.27, -deep * 0.7),
        turned(box(0.16, 0.06, 0.04), (-10, 0, 0), (w * 0.6, 0.38, -deep * 0.7)),
    ]
    slip = smooth([(0, 0.26), (0.01, 0.33), (-0.02, g.uniform(0.37, 0.45))], False)
    paper = upright([*slip, *(slip[::-1] + np.array((0.003, 0)))], 0.06, -w * 0.5)
    return [
        *drawer,
        top,
        *keys,
        *pole,
        *at(0, 0, -deep * 0.5, paper),
        box(0.2, 0.045, 0.01, w * 0.3, 0.21, -deep * 0.12),
        lying(0.03, 0.075, -w * 0.5, 0.265, -deep * 0.6),
    ]


KINDS = kinds_of(vending_machine, cash_machine, water_cooler, cash_register)
