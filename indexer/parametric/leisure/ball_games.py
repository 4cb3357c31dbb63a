"""Gear of games and of the gymnasium: what is hit, thrown, lifted, aimed at and jumped over."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, sector, slab, smooth, tube, upright
from indexer.parametric.solids import Part, around, box, forward, kinds_of, lathe, lying, ring, rod, turned


def shuttlecock(g: Generator) -> list[Part]:
    r, h, n, style = g.uniform(0.029, 0.034), g.uniform(0.058, 0.07), int(g.choice([12, 16])), int(g.integers(3))
    cork, top = 0.013, r
    parts = [egg(cork, cork * 0.95, cork), rod(cork, 0.012), ring(cork, 0.0012, 0, 0.004, axis="y")]
    lean = float(np.degrees(np.arctan2(top - cork, h)))
    quill = turned(rod(0.0011, h * 1.02, top=0.0006), (lean, 0, 0), (0, 0.01, cork * 0.85))
    w = 2 * np.pi * r / n * g.uniform(0.5, 0.68)
    if style != 2:  # of feathers
        vane = smooth([(-w * 0.35, h * 0.42), (w * 0.35, h * 0.42), (w, h * 0.75), (w * 0.9, h), (0, h * 1.06),
            (-w * 0.9, h), (-w, h * 0.75)], times=1)  # fmt: skip
        parts += around(n, quill, turned(slab(vane, 0.0007), (lean, 12, 0), (0, 0.01, cork * 0.85)))
    else:  # a skirt of netting
        parts += around(n, quill)
        parts += [ring(cork * 0.9 + (top - cork * 0.9) * t, 0.0008, 0, 0.01 + h * t, axis="y")
            for t in np.linspace(0.3, 1, 9)]  # fmt: skip
        parts += [lathe([(r * 0.9, h * 0.85), (r, h * 1.02), (r * 0.97, h * 1.02), (r * 0.87, h * 0.85),
            (r * 0.9, h * 0.85)])]  # fmt: skip
    parts += [ring(cork + (top - cork) * t, 0.0009, 0, 0.01 + h * t, axis="y") for t in (0.2, 0.38)]
    return [turned(p, (180 if style == 1 else g.uniform(0, 0.1), 0, 0)) for p in parts]


def dart(g: Generator) -> list[Part]:
    r, long, style, n = g.uniform(0.0032, 0.0045), g.uniform(0.045, 0.055), int(g.integers(3)), int(g.choice([3, 4, 4]))
    tip, stem, h = g.uniform(0.025, 0.035), g.uniform(0.03, 0.045), g.uniform(0.018, 0.024)
    belly = [(r * 0.5, 0), (r, long * 0.15), (r * (1.25 if style == 1 else 1.0), long * 0.5), (r, long * 0.85),
        (r * 0.6, long)]  # fmt: skip
    parts = [forward(lathe([(0, 0), *belly, (0, long)])), forward(rod(0.0012, tip, top=0.0001), 0, 0, long),
        forward(rod(0.0018, stem), 0, 0, -stem)]  # fmt: skip
    m = int(g.integers(5, 12))
    parts += [forward(lathe([(r * 0.5, 0), (r * 1.25, 0), (r * 1.25, long * 0.03), (r * 0.5, long * 0.03)]), 0, 0,
        long * (0.2 + 0.6 * i / m)) for i in range(m)]  # fmt: skip
    wing = [[(-stem, 0), (-stem * 0.75, h * 0.85), (-stem * 1.1, h), (-stem * 1.75, h), (-stem * 1.8, 0)],
        [(-stem * 0.8, 0), (-stem * 1.2, h * 0.8), (-stem * 1.9, h * 0.9), (-stem * 1.7, 0)],
        [(-stem * 0.7, 0), (-stem * 0.95, h * 0.7), (-stem * 1.4, h), (-stem * 1.8, h * 0.6),
        (-stem * 1.95, 0)]][style]  # fmt: skip
    fin = upright(smooth(wing, times=1 if style == 2 else 0), 0.0008)
    return [*parts, *[turned(fin.copy(), (0, 0, 360 * i / n)) for i in range(n)],
        forward(rod(0.0015, stem), 0, 0, -stem * 1.8)]  # fmt: skip


def dartboard(g: Generator) -> list[Part]:
    r, style, thick = 0.2255, int(g.integers(3)), g.uniform(0.03, 0.045)
    parts: list[Part] = []
    fields = 20 if style != 1 else int(g.choice([10, 20]))
    step = 360 / fields
    for i in range(fields):
        for inner, outer, lift in ((0.08, 0.43, 0.0), (0.43, 0.48, 0.003), (0.48, 0.72, 0.0), (0.72, 0.76, 0.003)):
            deep = thick + 0.01 * (i % 2) + lift
            parts += [turned(sector(r * outer, r * inner, i * step, (i + 1) * step, deep), (0, 0, step / 2),
                (0, 0, deep / 2))]  # fmt: skip
        x, y = arc(r * 0.88, (i + 1) * step, (i + 1) * step, 1)[0]
        parts += [box(r * 0.05, r * 0.11, 0.006, x, y - r * 0.055, thick), *([box(r * 0.05, r * 0.11, 0.006, x
            + r * 0.07, y - r * 0.055, thick)] if i % 2 else [])]  # fmt: skip
    parts += [forward(rod(r, thick)), forward(rod(r * 0.075, thick + 0.006)), forward(rod(r * 0.03, thick + 0.01)),
        ring(r, 0.008, 0, 0, thick)]  # fmt: skip
    parts += [ring(r * s, 0.002, 0, 0, thick + 0.005) for s in (0.08, 0.43, 0.76)]
    if style == 1:  # in its cabinet with two doors
        parts += [box(r * 2.3, r * 2.3, 0.015, 0, -r * 1.15, -0.01)]
        parts += mirrored(turned(box(r * 1.1, r * 2.3, 0.04, r * 0.55), (0, -g.uniform(10, 50), 0),
            (r * 1.17, -r * 1.15, 0)))  # fmt: skip
    elif style == 2:  # darts stuck in it
        for _ in range(3):
            a, b = g.uniform(-0.55, 0.55, 2) * r
            one = [rod(0.004, 0.06), rod(0.0015, 0.03, 0, 0.06), rod(0.003, 0.09, 0, -0.02),
                box(0.03, 0.035, 0.001, 0, 0.08), box(0.001, 0.035, 0.03, 0, 0.08)]  # fmt: skip
            parts += [turned(forward(p), (g.uniform(-6, -5), 0, 0), (a, b, thick)) for p in one]
    return parts


def archery_target(g: Generator) -> list[Part]:
    r, style, deep, rings = g.uniform(0.35, 0.6), int(g.integers(3)), g.uniform(0.08, 0.16), int(g.integers(4, 7))
    y, lean = g.uniform(1.0, 1.3), -g.uniform(5, 14)
    face = [forward(rod(r, deep), 0, 0, -deep)] if style != 1 else [box(2.1 * r, 2.1 * r, deep, 0, -1.05 * r,
        -deep / 2)]  # fmt: skip
    face += [forward(rod(r * 0.95 * (1 - i / rings), 0.008 * (i + 1))) for i in range(rings)]
    face += [ring(r * 0.95, r * 0.03, 0, 0, -deep * 0.5)] if style == 0 else []
    for _ in range(int(g.integers(1, 5))):  # arrows
        a, b = g.uniform(-0.4, 0.4, 2) * r
        arrow = [rod(0.006, 0.6), *[turned(box(0.05, 0.12, 0.003, 0.025, 0.46), (0, 120 * i, 0)) for i in range(3)]]
        face += [turned(forward(p), (0, 0, 0), (a, b, 0.0)) for p in arrow]
    parts = [turned(p, (lean, 0, 0), (0, y, 0)) for p in face]
    top = y + r * (0.85 if style != 2 else 1.1)
    parts += mirrored(tube([(r * 0.35, top, -deep - 0.12), (r * 0.9, 0, 0.15)], 0.03))
    parts += [tube([(0, top, -deep - 0.14), (0, 0, -r * 1.4)], 0.03), lying(0.028, r * 1.7, 0,
        y - r * (1.0 if style != 1 else 1.1), 0.02)]  # fmt: skip
    return parts


def snowboard(g: Generator) -> list[Part]:
    long, w, style = g.uniform(1.4, 1.65), g.uniform(0.12, 0.145), int(g.integers(3))
    waist, rise = g.uniform(0.8, 0.9), g.uniform(0.05, 0.09)
    rings = []
    for t in np.linspace(-1, 1, 33):
        z = t * long / 2
        end = max(0.0, abs(t) - 0.82) / 0.18
        half = w * (waist + (1 - waist) * min(1, abs(t) / 0.75) ** 2) * max(0.02, 1 - end**2.4) ** 0.5
        if style == 1 and t < 0:
            half = w * (waist + (1 - waist) * min(1, abs(t) / 0.75) ** 2) * (1 if t > -0.95 else 0.9)
        y = rise * end**1.6 * (0.3 if style == 1 and t < 0 else 1)
        rings.append([(-half, y, z), (half, y, z), (half, y + 0.01, z), (-half, y + 0.01, z)])
    parts = [loft(np.array(rings))]
    for s in (1, -1):
        turn = g.uniform(5, 18) * s
        one = [box(w * 1.9, 0.025, 0.13), *mirrored(box(0.012, 0.05, 0.14, 0.0, 0.01)), rod(0.06, 0.03)]
        high = smooth([(-0.06, 0), (0.06, 0), (0.05, 0.2), (-0.05, 0.2)], times=2)
        one += [turned(slab(high, 0.015), (0, 90, -12), (-w * 0.85, 0.02, 0)),
            *[tube([(x, 0.02, 0.07), (x, 0.1, 0.04), (x, 0.1, -0.04), (x, 0.02, -0.07)], [0.01, 0.02, 0.02, 0.01])
            for x in (w * 0.4, -w * 0.4)]]  # fmt: skip
        one += mirrored(upright([(-0.065, 0.02), (0.065, 0.02), (0.06, 0.07), (-0.06, 0.07)], 0.01, 0.0))
        parts += [turned(p, (0, turn, 0), (0, 0.01, s * long * 0.17)) for p in one]
    if style == 2:  # stood on end
        return [turned(p, (-90, 0, 0)) for p in parts]
    return [turned(p, (-g.uniform(60, 80), 0, 0)) for p in parts] if chance(g, 0.4) else parts


KINDS = kinds_of(shuttlecock, dart, dartboard, archery_target, snowboard)
