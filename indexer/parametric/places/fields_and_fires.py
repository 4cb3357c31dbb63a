"""What stands in fields and burns at camps."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def scarecrow(g: Generator) -> list[Part]:
    style, h, w = int(g.integers(3)), g.uniform(1.4, 1.8), g.uniform(0.6, 0.8)
    y, droop = h * 0.86, g.uniform(-0.12, 0.15)
    parts = [
        tube([(0, 0, 0), (0, h, 0)], 0.03, 6),
        tube([(-w * 1.12, y - droop, 0), (0, y, 0), (w * 1.12, y - droop, 0)], 0.025, 6),
    ]
    hem = h * g.uniform(0.4, 0.5)
    coat = [(0.24, hem), (0.2, hem + 0.1), (0.17, h * 0.62), (0.22, y - 0.1), (0.16, y + 0.03), (0.06, y + 0.07)]
    cloth = tube([(0, v, 0) for _, v in coat], [u for u, _ in coat], 14)
    cloth.apply_scale((1.0, 1.0, 0.62))
    parts += [cloth, ring(0.17, 0.018, y=h * 0.62, axis="y")]
    parts[-1].apply_scale((1.02, 1.0, 0.66))
    parts += mirrored(
        tube([(0.14, y - 0.02, 0), (w * 0.9, y - droop, 0), (w * 0.98, y - droop - 0.02, 0)], [0.1, 0.09, 0.11], 10)
    )
    straw = [
        turned(
            tube([(0, 0, 0), (0, 0.2, 0)], [0.014, 0.004], 4), (0, float(q), -90 + float(s)), (w * 0.95, y - droop, 0)
        )
        for q, s in g.uniform((-35, -35), (35, 35), (9, 2))
    ]
    parts += mirrored(*straw)
    parts += [
        turned(
            tube([(0, 0, 0), (0, -0.22, 0)], [0.016, 0.004], 4),
            (float(q), 0, float(s)),
            (float(s) * 0.006, hem + 0.03, float(q) * 0.004),
        )
        for q, s in g.uniform((-25, -30), (25, 30), (12, 2))
    ]
    if style != 2:  # trousers hang below
        parts += mirrored(
            tube(smooth([(0.1, hem + 0.1, 0), (0.13, hem * 0.6, 0.02), (0.17, hem * 0.3, 0)], False), 0.095, 10),
            *[
                turned(tube([(0, 0, 0), (0, -0.16, 0)], [0.014, 0.004], 4), (0, 0, float(s)), (0.17, hem * 0.32, 0))
                for s in (-25, -8, 8, 25)
            ],
        )
    else:
        parts += [lathe([(0.24, 0), (0.36, -hem * 0.6), (0.33, -hem * 0.6), (0.2, 0)], y=hem + 0.08)]
    top = h + 0.1
    head = [
        egg(0.14, 0.16, 0.14, 0, top),
        *mirrored(ball(0.024, 0.055, top + 0.03, 0.125)),
        tube([(0, top - 0.01, 0.13), (0, top - 0.02, 0.22)], [0.025, 0.005], 6),
        tube([(x, top - 0.07 + 2.2 * x * x, 0.125) for x in np.linspace(-0.07, 0.07, 7)], 0.008, 5),
        ring(0.075, 0.02, y=top - 0.14, axis="y"),
    ]
    if style == 1:  # a pumpkin for a head
        head += around(8, egg(0.06, 0.15, 0.06, 0, top, 0.1))
    brim, tall = g.uniform(0.24, 0.32), g.uniform(0.12, 0.3)
    hat = [
        lathe(
            [
                (0, 0),
                (brim, -0.03),
                (brim, -0.01),
                (0.14, 0.03),
                (0.13 if tall < 0.2 else 0.09, tall * 0.7),
                (0.1 if tall < 0.2 else 0.03, tall),
                (0, tall),
            ]
        ),
        ring(0.14, 0.014, y=0.04, axis="y"),
    ]
    head += [turned(p, (-6, 0, float(g.uniform(-3, 3))), (0, top + 0.1, 0)) for p in hat]
    if chance(g, 0.5):  # a crow on an arm
        crow = [
            egg(0.05, 0.055, 0.1),
            ball(0.04, 0, 0.06, 0.08),
            tube([(0, 0.06, 0.11), (0, 0.05, 0.17)], [0.016, 0.003], 5),
            box(0.05, 0.012, 0.12, 0, -0.01, -0.14),
        ]
        parts += at(w * 0.7, y - droop * 0.7 + 0.14, 0, *crow)
    return [*parts, *head, *([egg(0.45, 0.1, 0.4)] if chance(g, 0.5) else [])]


def beehive(g: Generator) -> list[Part]:
    style, w = int(g.integers(3)), g.uniform(0.42, 0.5)
    if style == 0:  # a skep of coiled straw
        n, r = int(g.integers(9, 13)), w * g.uniform(0.5, 0.62)
        h = r * g.uniform(1.7, 2.2)
        parts = []
        for i in range(n):
            t = (i + 0.5) / n
            u = r * math.sqrt(max(0.03, 1 - (t * 0.98) ** 2.6))
            coil = [
                (0, 0),
                (u - 0.012, 0),
                (u + 0.012, h / n * 0.3),
                (u + 0.012, h / n * 0.7),
                (u - 0.012, h / n),
                (0, h / n),
            ]
            parts.append(lathe(coil, y=0.06 + h * i / n))
        hole = [
            forward(rod(r * 0.17, 0.05), 0, 0.06 + h * 0.12, r * 0.97),
            forward(
                lathe([(r * 0.16, 0), (r * 0.24, 0), (r * 0.24, 0.03), (r * 0.16, 0.03)]), 0, 0.06 + h * 0.12, r * 0.98
            ),
        ]
        stand = [
            rod(r * 1.3, 0.06),
            box(r * 0.6, 0.02, r * 0.5, 0, 0.03, r * 1.35),
            *around(3, tube([(0, -0.45, r * 1.1), (0, 0, r * 0.8)], 0.03, 5)),
        ]
        return [*parts, *hole, *(stand if chance(g, 0.7) else [rod(r * 1.1, 0.06)]), ring(r * 0.12, 0.02, y=h + 0.12)]
    boxes, d, y = int(g.integers(2, 5)), w * g.uniform(1.05, 1.25), 0.32
    parts = [
        box(w * 1.06, 0.06, d * 1.06, 0, y - 0.06),
        turned(box(w, 0.02, 0.16), (18, 0, 0), (0, y - 0.05, d * 0.6)),
        box(w * 0.7, 0.025, 0.02, 0, y + 0.005, d / 2 + 0.005),
    ]
    parts += [box(0.06, y - 0.04, 0.06, x * w * 0.45, 0, z * d * 0.42) for x in (1, -1) for z in (1, -1)]
    for i in range(boxes):
        tall = 0.24 if i == 0 or style == 2 else 0.16
        if style == 1:  # lapped lifts, wider below
            low = tube([(0, y, 0), (0, y + tall, 0)], [w * 0.76, w * 0.69], 4)
            low = turned(low, (0, 45, 0))
            low.apply_scale((1, 1, d / w))
            parts += [low]
        else:
            parts += [box(w, tall - 0.008, d, 0, y), box(w * 0.96, 0.02, d * 0.96, 0, y + tall - 0.015)]
            parts += [box(0.02, 0.03, d * 0.3, x * (w / 2 + 0.008), y + tall * 0.6) for x in (1, -1)] + [
                box(w * 0.35, 0.03, 0.03, 0, y + tall * 0.6, z * (d / 2 + 0.005)) for z in (1, -1)
            ]
        y += tall
    if style == 1:  # a gabled roof
        e = w * 0.58
        parts += [
            slab([(-e, 0), (e, 0), (0, e * 0.7)], d * 1.05, 0, y),
            *mirrored(turned(box(e * 1.45, 0.025, d * 1.2), (0, 0, -35), (e * 0.52, y + e * 0.36, 0))),
            forward(rod(0.03, 0.03), 0, y + e * 0.25, d * 0.52),
        ]
    else:
        parts += [
            box(w * 1.1, 0.09, d * 1.1, 0, y - 0.02),
            box(w * 1.13, 0.012, d * 1.13, 0, y + 0.07),
            *([egg(0.09, 0.05, 0.07, 0.03, y + 0.12)] if chance(g) else []),
        ]
    bees = [
        egg(0.012, 0.012, 0.02, *p)
        for p in g.uniform((-w * 0.4, 0.3, d * 0.52), (w * 0.4, 0.5, d * 0.56), (int(g.integers(3, 9)), 3))
    ]
    return parts + (bees if chance(g) else [])


def campfire(g: Generator) -> list[Part]:
    style, r, n = int(g.integers(3)), g.uniform(0.4, 0.6), int(g.integers(9, 15))
    stones = []
    for i in range(n):
        stone = egg(*g.uniform((0.8, 0.6, 0.7), (1.1, 1.0, 1.0)) * r * 3.0 / n)
        stones += [turned(p, (0, 360 * i / n, 0)) for p in at(0, 0.05, r, stone)]
    logs, k, thick = [], int(g.integers(5, 9)), r * g.uniform(0.1, 0.15)
    if style == 1:  # logs laid crosswise
        for level in range(int(g.integers(3, 5))):
            for v in (1, -1):
                log = lying(thick, r * 1.3, 0, thick * (1 + 1.8 * level), v * r * (0.4 - 0.05 * level))
                logs.append(turned(log, (0, 90 * (level % 2) + g.uniform(-6, 6), 0)))
    else:  # a cone of logs
        for i in range(k):
            log = tube([(0, 0.02, r * 0.72), (0, r * g.uniform(1.0, 1.25), -r * 0.12)], [thick, thick * 0.8], 7)
            logs.append(turned(log, (0, 360 * i / k + g.uniform(-10, 10), 0)))
    flames = []
    if chance(g, 0.65):
        high = r * (1.5 if style != 1 else 1.9)
        for i in range(7):
            a, out, tall = i * 2.4, r * 0.3 * (i > 0), high * g.uniform(0.65, 1.15) * (1 if i else 1.25)
            twist = [
                (
                    out * math.cos(a) + 0.05 * r * math.sin(4 * t + i),
                    tall * t,
                    out * math.sin(a) * (1 - 0.5 * t) + 0.05 * r * math.cos(5 * t),
                )
                for t in np.linspace(0.05, 1, 8)
            ]
            flames.append(tube(twist, [r * q for q in (0.16, 0.22, 0.23, 0.2, 0.15, 0.1, 0.05, 0.01)], 8))
    extra = []
    if style == 2:  # a kettle hangs from a tripod
        top = r * g.uniform(3.2, 4.2)
        extra = [
            *around(3, tube([(0, 0, r * 1.6), (0, top, -r * 0.08)], 0.025, 6), start=30),
            tube([(0, top, 0), (0, top * 0.62, 0)], 0.01, 5),
        ]
        pot = [(0, 0), (r * 0.3, 0.02), (r * 0.42, r * 0.2), (r * 0.36, r * 0.45), (r * 0.42, r * 0.5), (0, r * 0.5)]
        extra += [
            lathe(pot, y=top * 0.62 - r * 0.9),
            tube([(r * 0.4 * c, top * 0.62 - r * 0.4 + r * 0.42 * s, 0) for c, s in arc(1, 0, 180, 9)], 0.012, 5),
        ]
    elif chance(g, 0.6):  # log seats
        for i in range(int(g.integers(1, 4))):
            seat = [lying(0.16, 1.1, 0, 0.16, r + 0.75), lying(0.13, 1.12, 0, 0.16, r + 0.75)]
            extra += [turned(p, (0, 120 * i + 60, 0)) for p in seat]
    return [*stones, *logs, *flames, *extra, rod(r * 0.95, 0.03)]


KINDS = kinds_of(scarecrow, beehive, campfire)
