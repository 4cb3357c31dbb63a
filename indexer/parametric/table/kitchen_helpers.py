"""Helpers about the kitchen: measures, a funnel, the rice cooker and the rack for the dishes."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, plate, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, ring, rod, turned
from indexer.parametric.table.serving import turned_line


def measuring_cup(g: Generator) -> list[Part]:
    r, style = g.uniform(0.045, 0.06), int(g.integers(3))
    if style == 2:  # a set of scoops, one in another or in a row
        parts: list[Part] = []
        for i in range(4):
            k = r * (0.9 - 0.17 * i)
            cup = [lathe([(0, 0), (k * 0.85, 0), (k, k * 0.9), (k * 1.06, k * 0.9), (k * 0.92, k * 0.86),
                (k * 0.78, k * 0.06), (0, k * 0.06)]),
                box(k * 0.35, k * 0.08, r * 1.3, 0, k * 0.82, k * 0.9 + r * 0.65),
                    ring(k * 0.16, k * 0.05, 0, k * 0.86, k * 0.9 + r * 1.4, "y")]  # fmt: skip
            parts += at(r * (1.9 * i - 0.17 * i * i), 0, 0, *cup)
        return parts
    h = r * g.uniform(1.6, 2.4)
    foot = g.uniform(0.72, 0.92)
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    beak = np.exp(-((np.abs(np.mod(a + math.pi, 2 * math.pi) - math.pi) / 0.32) ** 2)) * g.uniform(0.25, 0.4)
    rows = [np.stack([r * k * (1 + beak * b) * np.cos(a), y * h + 0.35 * r * beak * b, r * k * np.sin(a)], 1) for k,
        y, b in ((foot * 0.95, 0, 0), (foot, 0.04, 0),
        ((1 + foot) / 2, 0.5, 0), (0.98, 0.86, 0.2), (1.0, 1.0, 1), (0.94, 1.0, 1), (0.92, 0.86, 0.2),
            (foot * 0.94, 0.1, 0), (foot * 0.9, 0.07, 0))]  # fmt: skip
    parts = [loft(np.array(rows))]
    grip = [(-r * 0.95, h * 0.92, 0), (-r * 1.7, h * 0.95, 0), (-r * 1.75, h * 0.55, 0), (-r * 1.5, h * 0.2, 0)]
    parts.append(
        tube(smooth(grip if style == 0 else [*grip, (-r * foot, h * 0.18, 0)], False), r * g.uniform(0.1, 0.14), 10)
    )
    n = int(g.integers(5, 9))
    for i in range(n):  # its scale
        y = h * (0.15 + 0.65 * i / n)
        k = r * (foot + (1 - foot) * (0.15 + 0.65 * i / n))
        end = 125 if i % 2 else 150
        parts.append(tube([(k * x, y, k * z) for x, z in arc(1.0, 90, end, 8)], r * 0.03, 6))
    parts += [tube([(r * foot, h * 0.1, 0), (r * 0.99, h * 0.8, 0)], r * 0.02, 6)] if chance(g) else []
    return parts


def funnel(g: Generator) -> list[Part]:
    r, style = g.uniform(0.05, 0.08), int(g.integers(3))
    cone, spout, neck = r * g.uniform(0.8, 1.5), r * g.uniform(0.7, 1.5), r * g.uniform(0.12, 0.2)
    rim = r * (0.25 if style == 1 else 0.06)
    outer = [(neck * 0.7, 0), (neck, spout), (r, spout + cone), (r * 1.02, spout + cone + rim)]
    if style == 1:
        outer = [
            (neck * 0.7, 0),
            (neck, spout),
            (r * 0.97, spout + cone),
            (r, spout + cone + rim),
            (r * 1.07, spout + cone + rim),
        ]
    parts = [
        lathe(
            [
                *outer,
                *[(max(x - r * 0.04, neck * 0.4), y + r * 0.03 * (i > 0)) for i, (x, y) in enumerate(outer)][::-1],
                outer[0],
            ]
        )
    ]
    top = spout + cone + rim
    parts.append(ring(r * 1.02, r * 0.035, 0, top, 0, "y"))
    if style == 0:
        parts.append(ring(r * 0.2, r * 0.04, r * 1.24, top, 0, "y"))
    elif style == 1:  # a large one with a handle
        parts.append(
            tube(
                smooth(
                    [
                        (r * 0.98, top, 0),
                        (r * 1.6, top, 0),
                        (r * 1.5, top - cone * 0.7, 0),
                        (r * 0.6, top - cone * 0.75, 0),
                    ],
                    False,
                ),
                r * 0.07,
            )
        )
    else:
        parts += [
            plate(
                smooth([(r, -r * 0.2), (r * 1.7, -r * 0.15), (r * 1.7, r * 0.15), (r, r * 0.2)]),
                r * 0.06,
                0,
                top - r * 0.05,
            )
        ]
    ribs = int(g.choice([0, 4, 6]))
    parts += (
        around(
            ribs,
            tube([(0, spout * 0.3, neck), (0, spout, neck * 1.1), (0, spout + cone * 0.9, r * 0.93)], r * 0.025, 6),
        )
        if ribs
        else []
    )
    tip = 180 if chance(g, 0.25) else 0
    return [turned(p, (tip, 0, 0)) for p in parts]


def dish_rack(g: Generator) -> list[Part]:
    w, style, n = g.uniform(0.36, 0.46), int(g.integers(3)), int(g.integers(10, 16))
    d, h, wire = w * g.uniform(0.65, 0.8), w * g.uniform(0.22, 0.32), w * 0.008
    parts: list[Part] = []
    for k, y in ((0.88, 0.08), (0.94, 0.5), (1.0, 1.0)):
        edge = smooth(
            [(w / 2 * k, d / 2 * k), (-w / 2 * k, d / 2 * k), (-w / 2 * k, -d / 2 * k), (w / 2 * k, -d / 2 * k)],
            True,
            1,
        )
        parts.append(tube([(x, h * y, z) for x, z in [*edge, edge[0]]], wire * (1.4 if y == 1 else 1), 6))
    for x in np.linspace(-0.4, 0.4, n) * w:
        parts.append(
            tube([(x, h, d * 0.5), (x, h * 0.08, d * 0.44), (x, h * 0.08, -d * 0.44), (x, h, -d * 0.5)], wire, 6)
        )
        parts += [tube([(x, h * 0.08, z), (x, h * 0.95, z - w * 0.01)], wire, 6) for z in (-d * 0.3, -d * 0.02)]
    parts += [
        tube([(w * 0.5, h, z), (w * 0.44, h * 0.08, z), (-w * 0.44, h * 0.08, z), (-w * 0.5, h, z)], wire, 6)
        for z in np.linspace(-0.4, 0.4, 6) * d
    ]
    parts += mirrored(
        tube([(w * 0.42, h * 0.08, d * 0.42), (w * 0.42, -h * 0.15, d * 0.42)], wire * 2),
        tube([(w * 0.42, h * 0.08, -d * 0.42), (w * 0.42, -h * 0.15, -d * 0.42)], wire * 2),
    )
    disc = d * g.uniform(0.3, 0.36)
    if style:  # with plates on edge
        dish = turned(
            lathe(
                [
                    (0, 0),
                    (disc * 0.6, 0),
                    (disc, disc * 0.12),
                    (disc, disc * 0.17),
                    (disc * 0.6, disc * 0.05),
                    (0, disc * 0.05),
                ]
            ),
            (0, 0, -82),
        )
        spots = np.linspace(-0.36, 0.2, int(g.integers(3, 8))) * w
        parts += [turned(dish.copy(), (0, 0, 0), (x, h * 0.12 + disc, -d * 0.16)) for x in spots]
    parts += [box(w * 1.06, wire * 2, d * 1.08, 0, -h * 0.2)] if chance(g) else []
    if style != 1:  # a cup for the cutlery
        c = w * 0.13
        parts += [
            lathe(
                [(0, 0), (c * 0.5, 0), (c * 0.6, h * 1.1), (c * 0.52, h * 1.1), (c * 0.4, h * 0.1), (0, h * 0.1)],
                w * 0.36,
                h * 0.1,
                d * 0.3,
            )
        ]
        parts += [
            turned(
                egg(c * 0.16, c * 0.3, c * 0.07, 0, h * g.uniform(1.6, 2.0)), (0, 0, 0), (w * 0.36 + x * c, 0, d * 0.3)
            )
            for x in (-0.25, 0.2)
        ]
        parts += [rod(c * 0.05, h * 1.5, w * 0.36 + x * c, h * 0.2, d * 0.3) for x in (-0.25, 0.2)]
    return parts


def rice_cooker(g: Generator) -> list[Part]:
    r, style = g.uniform(0.11, 0.14), int(g.integers(2))
    h = r * g.uniform(1.1, 1.5)
    if style == 0:  # a pot with a glass lid
        parts = [
            turned_line([(0.001, 0), (r * 0.85, 0), (r * 0.98, h * 0.15), (r, h * 0.9), (r * 0.97, h), (0.001, h)]),
            ring(r * 1.0, r * 0.05, 0, h, 0, "y"),
        ]
        parts += [
            turned_line([(r * 0.97, h), (r * 0.85, h + r * 0.17), (r * 0.4, h + r * 0.28), (0.001, h + r * 0.28)]),
            rod(r * 0.06, r * 0.12, y=h + r * 0.27),
            rod(r * 0.2, r * 0.1, 0, h + r * 0.38, 0, r * 0.24),
        ]
        parts += mirrored(box(r * 0.28, r * 0.12, r * 0.5, r * 1.1, h * 0.75))
        parts += [
            box(r * 0.55, h * 0.5, r * 0.14, 0, h * 0.1, r * 0.98),
            box(r * 0.22, r * 0.1, r * 0.2, 0, h * 0.22, r * 1.05),
            *[ball(r * 0.045, 0, h * y, r * 1.05) for y in (0.42, 0.52)],
        ]
        return [*parts, *around(4, rod(r * 0.09, r * 0.1, 0, -r * 0.07, r * 0.65), start=45)]
    long = g.uniform(1.1, 1.3)
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    x, z = (np.sign(f) * np.abs(f) ** 0.75 for f in (np.cos(a), np.sin(a)))
    rows = [np.stack([r * k * x, a * 0 + h * y, r * long * k * z + r * b], 1) for k, y,
        b in ((0.85, 0, 0), (0.97, 0.08, 0), (1.02, 0.5, 0), (1, 0.74, 0), (0.97, 0.75, 0), (0.97, 0.77, 0),
        (1.0, 0.78, 0), (0.97, 0.95, 0), (0.8, 1.1, -0.05), (0.4, 1.17, -0.1))]  # fmt: skip
    parts = [loft(np.array(rows)), turned(box(r * 0.9, r * 0.5, r * 0.06), (-18, 0, 0), (0, h * 0.28, r * long * 0.99))]
    parts += [
        turned(rod(r * 0.07, r * 0.05), (75, 0, 0), (s * r * 0.28, h * 0.36, r * long * 1.0)) for s in (1, -1)
    ] + [box(r * 0.45, r * 0.12, r * 0.14, 0, h * 0.82, r * long * 0.93)]
    bail = [
        (r * 1.04, h * 0.72, -r * 0.2),
        (r * 1.02, h * 1.2, -r * 0.1),
        (r * 0.7, h * 1.35, 0),
        (-r * 0.7, h * 1.35, 0),
        (-r * 1.02, h * 1.2, -r * 0.1),
        (-r * 1.04, h * 0.72, -r * 0.2),
    ]
    return [*parts, tube(smooth(bail, False), r * 0.08), rod(r * 0.14, r * 0.07, 0, h * 1.15, -r * 0.6)]


KINDS = kinds_of(measuring_cup, funnel, dish_rack, rice_cooker)
