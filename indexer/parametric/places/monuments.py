"""Monuments and huts, their fronts to +z."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, egg, mirrored, sector, slab, tube
from indexer.parametric.places.temples import column, prism
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, rod, turned


def igloo(g: Generator) -> list[Part]:
    r, n, m, flat = g.uniform(1.5, 2.2), int(g.integers(11, 16)), int(g.integers(5, 7)), g.uniform(0.8, 1.05)
    thick, step = g.uniform(0.16, 0.24), math.pi / 2 / (m + 0.3)
    parts: list[Part] = []
    for i in range(m):
        low, high = i * step, (i + 1) * step
        count = max(int(n * math.cos(low) ** 0.5), 5)
        a, b = (2 * r * math.cos(e) * math.tan(math.pi / count) * 0.95 for e in (low, high))
        tall, mid = r * step * 0.93, (low + high) / 2
        block = slab([(-a / 2, -tall / 2), (a / 2, -tall / 2), (b / 2, tall / 2), (-b / 2, tall / 2)], thick)
        block = turned(block, (-math.degrees(mid), 0, 0), (0, r * math.sin(mid), r * math.cos(mid)))
        parts += around(count, block, start=180 / count * (i % 2) + float(g.uniform(0, 5)))
    inner = [(r * 0.98 * math.cos(e), r * 0.98 * math.sin(e)) for e in np.linspace(0, 1.5, 9)]
    parts.append(lathe([(0, 0), *inner, (0, r * 0.98)]))
    for p in parts:
        p.apply_scale((1, flat, 1))
    if chance(g, 0.3):  # a smaller room to the side
        room, far = [p.copy() for p in parts], float(g.choice([-1, 1])) * r * 1.25
        for p in room:
            p.apply_scale(0.6)
        parts += at(far, 0, -r * 0.35, *room)
    door, pieces = r * g.uniform(0.36, 0.48), int(g.integers(1, 5))
    for k in range(pieces):  # the way in, vaulted
        size = door * (1.12 if k == pieces - 1 else 1 - 0.03 * (k % 2))
        stones = [sector(size, size - thick, 180 * j / 5 + 1.5, 180 * (j + 1) / 5 - 1.5, 0.4) for j in range(5)]
        stones.append(sector(size - 0.04, size - thick, 0, 180, 0.42))
        parts += at(0, 0.2, r * 0.95 + 0.42 * k, *stones, *mirrored(box(thick, 0.25, 0.4, size - thick / 2, -0.2)))
    vent = [rod(0.1, 0.3, 0, r * flat, 0)] if chance(g, 0.3) else []
    window = [box(0.4, 0.35, 0.3, r * 0.75, r * 0.4 * flat, r * 0.55)] if chance(g, 0.3) else []
    return [*parts, *vent, *window]


def log_cabin(g: Generator) -> list[Part]:
    w, d, r, n = g.uniform(5, 7.5), g.uniform(4.5, 6), g.uniform(0.13, 0.18), int(g.integers(9, 13))
    along, porch, pitch = chance(g), chance(g, 0.6), g.uniform(0.35, 0.6)
    h = n * 2 * r
    parts = [lying(r, w + 0.7, 0, r * (2 * i + 1), s * d / 2) for i in range(n) for s in (1, -1)]
    parts += [forward(rod(r, d + 0.7), s * w / 2, r * (2 * i + 2), -d / 2 - 0.35) for i in range(n) for s in (1, -1)]
    span, long = (d, w) if along else (w, d)
    rise, turn = span * pitch, 90 if along else 0
    tops = max(int(rise / (2 * r)), 2)
    ends = [
        lying(r, span * (1 - (i + 0.3) / tops), 0, h + r * (2 * i + 1), s * long / 2)
        for i in range(tops)
        for s in (1, -1)
    ]
    e = span / 2 * 1.2
    roof: Points = [
        (-e, -0.2 * rise),
        (0, rise),
        (e, -0.2 * rise),
        (e, 0.2 - 0.2 * rise),
        (0, rise + 0.25),
        (-e, 0.2 - 0.2 * rise),
    ]
    parts += [
        turned(p, (0, turn, 0))
        for p in (*ends, slab(roof, long * 1.2, 0, h + 2 * r), forward(rod(r, long * 1.28), 0, h + rise, -long * 0.64))
    ]
    x, z = w * float(g.choice([-0.2, 0, 0.2])), d / 2 + r
    parts += [
        box(1.1, 2.1, 0.15, x, 0, z),
        *[box(0.15, 2.2, 0.22, x + s * 0.6, 0, z) for s in (1, -1)],
        ball(0.06, x + 0.4, 1, z + 0.1),
    ]
    for wx in (x - 1.9, x + 1.9):
        if abs(wx) < w / 2 - 0.6:
            parts += [
                box(1.0, 1.0, 0.1, wx, 0.9, z),
                *[box(1.1, 0.1, 0.2, wx, y, z) for y in (0.85, 1.36, 1.87)],
                box(0.08, 1.0, 0.2, wx, 0.9, z),
            ]
    if chance(g, 0.75):
        cx, cz = (w * 0.54, -d * 0.1) if chance(g) else (w * 0.25, -d * 0.2)
        parts += [box(1, h + rise + 0.8, 0.9, cx, 0, cz), box(1.15, 0.15, 1.05, cx, h + rise + 0.8, cz)]
    if porch:
        parts += [
            box(w, 0.2, 1.7, 0, 0, d / 2 + 1),
            *[rod(r * 0.8, h * 0.85, t * w, 0.2, d / 2 + 1.7) for t in (-0.47, -0.16, 0.16, 0.47)],
        ]
        parts += [
            turned(box(w * 1.08, 0.12, 2.2, 0, 0, 1.1), (10, 0, 0), (0, h * 0.85 + 0.5, d / 2)),
            *[lying(r * 0.6, w * 0.3, s * w * 0.32, 0.9, d / 2 + 1.7) for s in (1, -1)],
        ]
    return parts


def triumphal_arch(g: Generator) -> list[Part]:
    triple, h, d = chance(g), g.uniform(12, 17), g.uniform(4.5, 7)
    w, r, style = h * (g.uniform(1.1, 1.3) if triple else g.uniform(0.75, 0.95)), h * 0.16, int(g.integers(3))
    high, small = h * g.uniform(0.38, 0.48), h * 0.085
    holes = (
        [(-w * 0.31, small, high * 0.62), (0.0, r, high), (w * 0.31, small, high * 0.62)]
        if triple
        else [(0.0, r, high)]
    )
    outline: list[tuple[float, float]] = [(-w / 2, 0)]
    for x, s, y in holes:
        outline += [(x - s, 0), *[(x + s * a, y + s * b) for a, b in arc(1, 180, 0, 15)], (x + s, 0)]
    outline += [(w / 2, 0), (w / 2, h * 0.74), (-w / 2, h * 0.74)]
    parts = [
        slab(outline, d),
        box(w * 1.06, h * 0.04, d * 1.12, 0, h * 0.72),
        box(w * 0.97, h * 0.2, d * 0.95, 0, h * 0.76),
    ]
    parts += [box(w * 1.02, h * 0.03, d * 1.04, 0, h * 0.95)]
    front = [
        p
        for x, s, y in holes
        for p in at(x, y, d / 2, sector(s * 1.22, s, 0, 180, 0.4), box(s * 0.3, s * 0.4, 0.7, 0, s * 0.95))
    ]
    front += [box(w * 0.5, h * 0.12, 0.25, 0, h * 0.8, d * 0.475)]
    edges = [-0.46, -0.17, 0.17, 0.46] if triple else [-0.44, -0.27, 0.27, 0.44]
    if style < 2:
        for t in edges:
            front += at(t * w, h * 0.14, d / 2 + 0.4, *column(h * 0.58, h * 0.025))
            front += [
                box(h * 0.08, h * 0.14, 1.2, t * w, 0, d / 2 + 0.3),
                box(h * 0.06, h * 0.2, 0.7, t * w, h * 0.76, d / 2),
            ]
    else:  # carved panels instead of columns
        wide = w * 0.1 if triple else w * 0.18
        front += [
            box(wide, h * t, 0.4, s * w * 0.38 if not triple else s * w * 0.46, y, d / 2)
            for s in (1, -1)
            for t, y in ((0.2, h * 0.12), (0.14, h * 0.5))
        ]
        front += [
            egg(wide * 0.35, h * 0.09, 0.6, s * w * (0.46 if triple else 0.38), h * 0.22, d / 2 + 0.2) for s in (1, -1)
        ]
    parts += around(2, *front)
    if style == 1:  # a gable over the way
        parts += [slab([(-w * 0.3, 0), (w * 0.3, 0), (0, w * 0.13)], d * 1.08, 0, h * 0.98)]
    elif chance(g):  # figures on the roof
        for x in np.linspace(-0.3, 0.3, int(g.integers(1, 5))) * w:
            parts += [
                box(1.2, 0.6, 1.4, x, h * 0.98),
                egg(0.45, 1.1, 0.4, x, h * 0.98 + 1.6, 0),
                ball(0.35, x, h * 0.98 + 2.9),
            ]
    return parts


def obelisk(g: Generator) -> list[Part]:
    h, w, style, taper = g.uniform(14, 24), g.uniform(0.8, 1.2), int(g.integers(3)), g.uniform(0.55, 0.75)
    steps, y = int(g.integers(1, 5)), 0.0
    parts: list[Part] = []
    for i in range(steps):
        parts.append(box(w * (5 - 0.6 * i), 0.4, w * (5 - 0.6 * i), 0, y))
        y += 0.4
    if style < 2:  # on a plinth
        tall = g.uniform(1.5, 3.5)
        parts += [
            box(w * 2.3, 0.4, w * 2.3, 0, y),
            box(w * 1.9, tall, w * 1.9, 0, y + 0.4),
            box(w * 2.3, 0.3, w * 2.3, 0, y + tall + 0.4),
        ]
        parts += around(4, box(w * 1.2, tall * 0.6, 0.1, 0, y + 0.4 + tall * 0.2, w * 0.95))
        y += tall + 0.7
        if style == 1:
            parts += [ball(0.2, a * w * 0.65, y + 0.18, b * w * 0.65) for a in (1, -1) for b in (1, -1)]
            y += 0.36
    parts += [prism(4, w, h, y, taper), prism(4, w * taper, w * taper * g.uniform(1.2, 2.2), y + h, 0.02)]
    lean = math.degrees(math.atan2(w * (1 - taper), h))
    if style == 1 or chance(g, 0.4):  # signs cut down each face
        marks = []
        for t in np.arange(0.06, 0.94, 0.05):
            size = w * g.uniform(0.25, 0.6)
            sign = (
                sector(size * 0.35, size * 0.2, 0, 350, 0.1)
                if chance(g, 0.3)
                else box(size, g.uniform(0.12, 0.4), 0.08)
            )
            marks.append(turned(sign, (-lean, 0, 0), (0, y + h * t, w * (1 - (1 - taper) * t))))
        parts += around(4, *marks)
    elif style == 2:
        parts += [box(w * 0.6, w * 1.1, 0.3, 0, y, w), *around(4, box(0.3, 0.3, 0.2, 0, y + h - 0.5, w * taper))]
    if chance(g, 0.3):  # a chain about it
        out = w * 3.2
        post = [rod(0.12, 0.9, out, 0, out), ball(0.16, out, 1.0, out)]
        parts += around(4, *post, tube([(out * t, 0.5 + 0.3 * t * t, out) for t in np.linspace(-1, 1, 9)], 0.05, 5))
    return parts


KINDS = kinds_of(igloo, log_cabin, triumphal_arch, obelisk)
