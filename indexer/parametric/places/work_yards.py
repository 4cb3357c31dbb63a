"""What stands in oil fields, depots and building yards."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, egg, sector, slab, smooth, tube, upright
from indexer.parametric.solids import Part, around, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def oil_tank(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(6, 14)
    if style == 1:  # a ball on legs, for gas
        r, n = r * 0.7, int(g.integers(8, 13))
        parts = [ball(r, 0, r * 1.5), ring(r * 1.01, 0.25, y=r * 1.5, axis="y"), rod(1.2, 1.0, y=r * 2.46)]
        parts += around(n, rod(r * 0.05, r * 1.6, 0, 0, r * 0.98))
        for i in range(n):
            a, b = (2 * math.pi * k / n for k in (i, i + 1))
            for u, v in ((a, b), (b, a)):
                parts.append(
                    tube([(r * math.sin(u), 0.3, r * math.cos(u)), (r * math.sin(v), r * 1.2, r * math.cos(v))], 0.1, 4)
                )
        spiral = [
            (r * 1.1 * math.sin(t), r * 0.3 + r * 1.9 * t / 4, r * 1.1 * math.cos(t) * (1 - 0.12 * t))
            for t in np.linspace(0, 4, 20)
        ]
        return [*parts, tube(spiral, 0.25, 5), rod(r * 1.2, 0.3)]
    h = r * g.uniform(0.7, 1.3)
    top = (
        [(r, h), (r * 0.7, h + r * 0.1), (0, h + r * 0.16)]
        if style == 0
        else [(r, h), (r * 0.95, h), (r * 0.95, h * 0.75), (0, h * 0.74)]
    )
    parts = [lathe([(0, 0), (r, 0), *top]), *[ring(r, 0.15, y=h * t, axis="y") for t in (0.02, 0.35, 0.68, 0.99)]]
    n, span, start = int(g.integers(18, 28)), g.uniform(1.4, 2.2), g.uniform(0, 1)
    for i in range(n):  # stairs that wind up its side
        t = start + span * i / n
        step = box(1.0, 0.15, 1.2, 0, h * i / n, r + 0.5)
        rail = [box(0.1, 1.1, 0.1, 0, h * i / n, r + 1.0)]
        parts += [turned(p, (0, math.degrees(t), 0)) for p in (step, *rail)]
    line = [
        ((r + 1) * math.sin(start + span * t), h * t + 1.1, (r + 1) * math.cos(start + span * t))
        for t in np.linspace(0, 1, 16)
    ]
    parts += [tube(line, 0.1, 5), rod(r * 1.12, 0.3)]
    rails = [*around(20, rod(0.06, 1.1, 0, h, r * 0.98)), ring(r * 0.98, 0.07, y=h + 1.1, axis="y")]
    parts += [
        *rails,
        tube(smooth([(0, h + 0.2, 0), (0, h * 1.05 + 0.4, 0)], False), 0.4, 8),
        forward(rod(0.6, 2.5), r * 0.5, 1.0, r * 0.8),
    ]
    if style == 2 or chance(g):  # in a bund, with a pipe
        wall = [box(r * 3, 1.2, 0.4, 0, 0, v * r * 1.5) for v in (1, -1)] + [
            box(0.4, 1.2, r * 3, v * r * 1.5) for v in (1, -1)
        ]
        parts += [*wall, tube([(r * 0.5, 1.0, r * 0.9), (r * 0.5, 1.0, r * 1.3), (r * 1.45, 1.0, r * 1.3)], 0.4, 8)]
    return parts


def pumpjack(g: Generator) -> list[Part]:
    h, style = g.uniform(3.6, 5.0), int(g.integers(3))
    front, back, swing = h * g.uniform(0.5, 0.65), h * g.uniform(0.5, 0.6), g.uniform(-16, 16)
    parts = [box(0.5, 0.3, front + back + 1.6, x * 0.55, 0, -0.4) for x in (1, -1)]
    parts += [box(1.8, 0.2, 0.3, 0, 0.1, z) for z in np.linspace(-back, front, 5)]
    feet = [(x * 0.75, 0.3, z) for x in (1, -1) for z in (0.9, -0.7)]
    parts += [tube([f, (f[0] * 0.2, h, 0)], 0.11, 4) for f in feet]
    parts += [tube([(x * 0.5, h * 0.42, 0.55), (-x * 0.5, h * 0.42, -0.42)], 0.06, 4) for x in (1, -1)]
    parts += [tube([(x * 0.55, h * 0.33, 0.62), (x * 0.55, h * 0.33, -0.5)], 0.06, 4) for x in (1, -1)]
    r = g.uniform(0.55, 0.75)  # the horse head, an arc about the saddle
    rim = [(front * c, front * s) for c, s in arc(1.03, -28, 22, 9)]
    head = [*rim, (front * 0.75, front * 0.3), (front * 0.72, -0.2), (front * 0.84, -front * 0.4)]
    beam = [
        box(0.32, 0.42, front * 0.8 + back, 0, -0.1, (front * 0.8 - back) / 2),
        upright(head, 0.34),
        lying(0.16, 0.8),
    ]
    if style == 1:
        beam += [box(0.7, 0.9, 0.5, 0, -0.3, -back)]  # weights on the beam
    parts += [turned(p, (swing, 0, 0), (0, h + 0.12, 0)) for p in beam]
    tail = np.array((0, h + 0.12 + back * math.sin(math.radians(swing)), -back * math.cos(math.radians(swing))))
    crank, a = np.array((0, h * 0.38, -back * 0.95)), g.uniform(0, 6.28)
    pin = crank + r * 0.9 * np.array((0, math.sin(a), math.cos(a)))
    for x in (0.5, -0.5):
        parts.append(tube([pin + np.array((x, 0, 0)), tail + np.array((x * 0.5, 0, 0))], 0.06, 4))
        weight = (
            sector(r * 1.5, 0.15, math.degrees(a) + 120, math.degrees(a) + 240, 0.22)
            if style != 1
            else sector(r, 0.05, 0, 359, 0.15)
        )
        arm = tube([(0, 0, 0), (r * math.cos(a), r * math.sin(a), 0)], 0.12, 4)
        parts += [turned(p, (0, -90, 0), (float(x * 1.25), float(crank[1]), float(crank[2]))) for p in (weight, arm)]
    parts += [lying(0.3, 0.9, 0, crank[1], crank[2]), box(0.9, crank[1] + 0.2, 1.1, 0, 0.2, crank[2])]
    parts += [box(0.7, 0.7, 1.0, 0, 0.3, -back - 1.1), lying(0.35, 0.15, 0.45, 0.8, -back - 1.1)]
    z = front * 1.03  # the well head under the head
    line = [tube([(x, h, z), (x, 1.6, z)], 0.03, 4) for x in (0.12, -0.12)] + [
        rod(0.04, 1.7, 0, 0.2, z),
        rod(0.14, 0.8, 0, 0, z),
        lying(0.08, 0.9, 0, 0.6, z),
    ]
    fence = [box(0.06, 1.1, 0.06, x * 1.3, 0, zz) for x in (1, -1) for zz in (-back, -0.5)] + [
        box(0.06, 0.06, back, x * 1.3, 1.05, -back / 2 - 0.4) for x in (1, -1)
    ]
    return [*parts, *line, ring(0.16, 0.04, y=0.85, z=z, axis="y"), *(fence if style == 2 else [])]


def scaffold(g: Generator) -> list[Part]:
    style, n, bays = int(g.integers(3)), int(g.integers(2, 5)), int(g.integers(2, 5))
    tall, wide, deep = g.uniform(1.8, 2.1), g.uniform(2.0, 2.8), g.uniform(0.8, 1.2)
    if style == 2:
        bays = 1  # a rolling tower
    xs, parts, r = np.arange(bays + 1) * wide - bays * wide / 2, [], 0.035
    top = n * tall + 1.0
    parts += [rod(r, top, x, 0, z) for x in xs for z in (-deep / 2, deep / 2)]
    for i in range(1, n + 1):
        y = i * tall
        parts += [box(bays * wide, 0.05, deep * 0.3, 0, y, z) for z in (-deep * 0.34, 0, deep * 0.34)]
        parts += [
            lying(r, bays * wide, 0, y + v, z)
            for v in (-0.05, 0.5, 1.0)
            for z in ((deep / 2, -deep / 2) if style == 2 else (deep / 2,))
        ]
        parts += [forward(rod(r, deep), x, y + v, -deep / 2) for x in xs for v in (-0.05, 0.02)]
        parts += [box(bays * wide, 0.15, 0.03, 0, y + 0.05, deep / 2)] if chance(g) else []
        parts += [forward(rod(r, deep), x, y + v, -deep / 2) for x in (xs[0], xs[-1]) for v in (0.5, 1.0)]
        k = (i - 1) % bays
        parts += [tube([(xs[k], y - tall, deep / 2), (xs[k + 1], y, deep / 2)], r * 0.9, 5)]
        if style != 0:
            parts += [tube([(xs[k + 1], y - tall, -deep / 2), (xs[k], y, -deep / 2)], r * 0.9, 5)]
        a = np.array((xs[-2] + 0.2, y - tall, 0.0))
        lean = np.array((wide * 0.35, tall, 0))
        parts += [tube([a + np.array((0, 0, z)), a + lean + np.array((0, 0, z))], 0.025, 4) for z in (0.18, -0.18)]
        parts += [turned(box(0.05, 0.03, 0.36), (0, 0, 0), tuple(a + lean * t)) for t in np.linspace(0.1, 0.9, 7)]
    if style == 2:
        parts += [forward(rod(0.1, 0.06), x, -0.1, z - 0.03) for x in xs for z in (-deep / 2, deep / 2)]
    else:
        parts += [box(0.2, 0.04, 0.2, x, 0, z) for x in xs for z in (-deep / 2, deep / 2)]
    wall = [box(bays * wide * 0.98, n * tall + 0.6, 0.25, 0, 0, -deep / 2 - 0.45)]
    return parts + (wall if style == 1 else [])


def dumpster(g: Generator) -> list[Part]:
    style, w, d, h = int(g.integers(3)), g.uniform(1.7, 2.1), g.uniform(1.0, 1.3), g.uniform(1.1, 1.35)
    if style == 2:  # an open skip with sloping ends
        w, e = w * 1.7, d * 0.75
        side: Points = [
            (-w * 0.3, 0.1),
            (w * 0.3, 0.1),
            (w * 0.5, h * 0.75),
            (w * 0.5, h),
            (-w * 0.5, h),
            (-w * 0.5, h * 0.75),
        ]
        parts = [slab(side, 0.06, 0, 0, z * e) for z in (1, -1)] + [box(w * 0.6, 0.06, e * 2, 0, 0.1)]
        for x in (1, -1):
            parts += [
                tube([(x * w * 0.3, 0.13, z), (x * w * 0.5, h * 0.75, z)], 0.03, 4) for z in np.linspace(-e, e, 9)
            ]
            end = [(-e, 0), (e, 0), (e, h * 0.25), (-e, h * 0.25)]
            parts += [
                turned(slab(end, 0.05), (0, 90, 0), (x * w * 0.5, h * 0.75, 0)),
                turned(
                    slab([(-e, 0), (e, 0), (e, 0.05), (-e, 0.05)], math.hypot(w * 0.2, h * 0.75 - 0.1)),
                    (0, 90, x * math.degrees(math.atan2(h * 0.75 - 0.1, w * 0.2))),
                    (x * w * 0.4, (h * 0.75 + 0.1) / 2, 0),
                ),
            ]
            parts += [lying(0.06, 0.16, q * w * 0.33, h * 0.6, x * (e + 0.05)) for q in (1, -1)] + [
                forward(rod(0.05, 0.2), q * w * 0.33, h * 0.6, x * (e + 0.02) - (0.2 if x < 0 else 0)) for q in (1, -1)
            ]
            parts += [box(w * 1.02, 0.09, 0.1, 0, h - 0.05, x * e), box(0.1, 0.09, e * 2, x * w * 0.5, h - 0.05)]
            parts += [
                turned(box(0.1, h * 0.95, 0.08, q * w * 0.2, 0.05, x * (e + 0.03)), (0, 0, 0)) for q in (1, 0, -1)
            ]
        rubble = [
            egg(g.uniform(0.2, 0.6), g.uniform(0.12, 0.3), g.uniform(0.15, 0.4), x, h * 0.75, z)
            for x, z in g.uniform((-w * 0.3, -e * 0.6), (w * 0.3, e * 0.6), (8, 2))
        ]
        return parts + (rubble if chance(g) else [])
    slope: Points = [
        (-d / 2, 0.14),
        (d / 2 - 0.1, 0.14),
        (d / 2, h * 0.7),
        (d / 2 - 0.02, h * 0.85),
        (-d / 2, h * (1.12 if style == 0 else 1.3)),
    ]
    parts = [upright(slope, w)] + [
        upright(np.array(slope) * (1.03, 1.0), 0.06, x) for x in np.linspace(-w / 2, w / 2, int(g.integers(4, 7)))
    ]
    rise = math.degrees(math.atan2(h * (0.27 if style == 0 else 0.45), d))
    y = h * (0.985 if style == 0 else 1.08)
    for x in (1, -1):  # two lids
        tilt = rise + (float(g.choice([0, 0, -70])) if chance(g) else 0)
        lid = [
            box(w * 0.48, 0.05, d * 1.06, 0, 0, d * 0.5),
            *[box(0.05, 0.08, d, v * w * 0.14, 0, d * 0.5) for v in (1, 0, -1)],
            box(w * 0.2, 0.06, 0.07, 0, 0, d * 1.03),
        ]
        parts += [
            turned(p, (tilt, 0, 0), (x * w * 0.25, y + h * 0.14 if style == 0 else y + h * 0.23, -d / 2)) for p in lid
        ]
        parts += [
            box(0.1, 0.2, d * 0.7, x * (w / 2 + 0.08), h * 0.55),
            box(0.07, 0.12, d * 0.75, x * (w / 2 + 0.1), h * 0.6),
            box(0.08, 0.3, 0.3, x * (w / 2 + 0.03), h * 0.3),
        ]
    castors = [
        p
        for x in (1, -1)
        for z in (1, -1)
        for p in (
            lying(0.08, 0.06, x * w * 0.42, 0.08, z * d * 0.36),
            box(0.12, 0.1, 0.12, x * w * 0.42, 0.1, z * d * 0.36),
        )
    ]
    return [
        *parts,
        *castors,
        lying(0.03, w, 0, y + h * (0.14 if style == 0 else 0.23), -d / 2),
        box(w * 0.98, 0.08, 0.08, 0, h * 0.62, d / 2),
        box(w * 0.5, 0.22, 0.03, 0, h * 0.35, d * 0.46),
    ]


KINDS = kinds_of(oil_tank, pumpjack, scaffold, dumpster)
