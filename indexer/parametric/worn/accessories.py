"""What is worn on the head or carried."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, plate, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def hat(g: Generator) -> list[Part]:
    brim, tall, r = g.uniform(0.15, 0.26), g.uniform(0.1, 0.22), 0.095
    style = int(g.integers(3))
    if style == 0:  # top hat
        parts = [lathe([(0, 0), (brim * 0.85, 0.012), (brim * 0.85, 0.018), (r, 0.012), (r * 1.1, tall), (0, tall)])]
    elif style == 1:  # felt hat, its crown dented, its brim rolled
        crown = body([(0, r, r * 1.15, 0), (tall * 0.6, r * 0.95, r * 1.1, 0), (tall * 0.75, r * 0.75, r, 0)])
        ends = mirrored(egg(r * 0.42, 0.03, r * 0.85, r * 0.38, tall * 0.72, 0))
        edge = lathe([(0, 0), (brim, 0.0), (brim, 0.006), (0, 0.008)])
        edge.vertices[:, 1] += 1.2 * edge.vertices[:, 0] ** 2
        edge.apply_scale((1, 1, 1.15))
        parts = [turned(crown, (-90, 0, 0)), *ends, edge]
    else:  # straw hat or sun hat: a round crown
        curve = [(r * np.cos(a), 0.01 + tall * 0.7 * np.sin(a)) for a in np.linspace(0, np.pi / 2, 7)]
        parts = [lathe([(0, 0), (brim * 1.1, -0.02), (brim * 1.1, -0.014), *curve])]
    return [*parts, lathe([(r * 1.06, 0.012), (r * 1.08, 0.04), (r * 0.98, 0.04)])]


def cap(g: Generator) -> list[Part]:
    r, tall, peak = 0.095, g.uniform(0.085, 0.115), g.uniform(0.07, 0.1)
    dome = lathe([(0, 0), (r, 0), *[(r * np.cos(a), tall * np.sin(a)) for a in np.linspace(0.15, np.pi / 2, 7)]])
    dome.apply_scale((1, 1, 1.12))
    outline = [
        (-r * 0.85, r * 0.55),
        *[(r * 0.9 * x, r * 0.75 + peak * 1.3 * y) for x, y in arc(1, 170, 10, 9)],
        (r * 0.85, r * 0.55),
    ]
    visor = plate(outline, 0.006)
    visor.vertices[:, 1] -= 2.2 * visor.vertices[:, 0] ** 2 - 0.01
    seams = [
        tube(
            [
                (r * 1.01 * np.cos(a) * np.sin(b), tall * 1.01 * np.sin(a), r * 1.13 * np.cos(a) * np.cos(b))
                for a in np.linspace(0, 1.5, 7)
            ],
            0.002,
            5,
        )
        for b in np.arange(6) * np.pi / 3
    ]
    strap = [box(0.06, 0.02, 0.01, 0, 0.005, -r * 1.12)] if chance(g) else []
    return [dome, visor, *seams, ball(0.011, 0, tall, 0), *strap]


def crown(g: Generator) -> list[Part]:
    r, n, h = 0.09, int(g.integers(5, 10)), g.uniform(0.06, 0.1)
    parts = [ring(r, 0.009, y=y, axis="y") for y in (0, 0.035)] + [
        lathe([(r, 0), (r, 0.035), (r * 0.96, 0.035), (r * 0.96, 0)])
    ]
    for i in range(n):
        point = slab(symmetric([(np.pi * r / n, 0), (0.004, h)]), 0.006)
        parts.append(turned(turned(point, (8, 0, 0), (0, 0.035, r)), (0, 360 * i / n, 0)))
        tip = turned(ball(0.01, 0, 0.04 + h, r + h * 0.14), (0, 360 * i / n, 0))
        parts += [tip, turned(egg(0.008, 0.012, 0.006, 0, 0.018, r), (0, 360 * (i + 0.5) / n, 0))]
    return parts


def glasses(g: Generator) -> list[Part]:
    w, h, thick = g.uniform(0.024, 0.03), g.uniform(0.016, 0.027), g.uniform(0.0018, 0.0035)
    power = float(g.choice([2, 3.5]))
    angles = np.linspace(0, 2 * np.pi, 25)
    around = np.stack([np.sign(f(angles)) * np.abs(f(angles)) ** (2 / power) for f in (np.cos, np.sin)], 1) * (w, h)
    rim = tube([(x + w + 0.009, y, 0) for x, y in around], thick, 6)
    lens = [slab(around[:-1], 0.0015, w + 0.009)] if chance(g, 0.6) else []
    edge = 2 * w + 0.009
    temple = tube(
        [
            (edge, h * 0.4, 0),
            (edge + 0.006, h * 0.4, -0.004),
            (edge + 0.006, h * 0.4, -0.1),
            (edge + 0.002, h * 0.4 - 0.03, -0.135),
        ],
        thick,
        6,
    )
    bridge = tube([(-0.01, 0.003, 0), (-0.004, 0.007, 0.001), (0.004, 0.007, 0.001), (0.01, 0.003, 0)], thick, 6)
    return [*mirrored(rim, temple, *lens), bridge]


def backpack(g: Generator) -> list[Part]:
    w, h, d = g.uniform(0.14, 0.17), g.uniform(0.42, 0.52), g.uniform(0.09, 0.12)
    trunk = turned(
        body(
            [
                (0, w * 0.9, d * 0.85, 0),
                (0.03, w, d, 0),
                (h * 0.75, w, d, 0),
                (h * 0.95, w * 0.8, d * 0.75, 0),
                (h, w * 0.4, d * 0.4, 0),
            ],
            3.5,
        ),
        (-90, 0, 0),
    )
    pocket = turned(
        body([(0.04, w * 0.75, 0.05, 0), (h * 0.4, w * 0.78, 0.05, 0), (h * 0.46, w * 0.6, 0.03, 0)], 3.5),
        (-90, 0, 0),
        (0, 0, d),
    )
    sides = mirrored(
        turned(body([(0.04, 0.035, d * 0.6, 0), (h * 0.35, 0.035, d * 0.6, 0)], 3), (-90, 0, 0), (w, 0, 0))
    )
    straps = mirrored(
        tube(
            smooth(
                [
                    (w * 0.4, h * 0.92, -d * 0.8),
                    (w * 0.55, h * 0.85, -d - 0.1),
                    (w * 0.65, h * 0.4, -d - 0.11),
                    (w * 0.7, 0.06, -d * 0.9),
                ],
                False,
            ),
            0.018,
        )
    )
    grip = tube(
        smooth(
            [
                (-0.04, h * 0.97, -d * 0.5),
                (-0.035, h + 0.05, -d * 0.5),
                (0.035, h + 0.05, -d * 0.5),
                (0.04, h * 0.97, -d * 0.5),
            ],
            False,
        ),
        0.009,
    )
    mat = (
        [lying(0.065, w * 2.5, 0, -0.06, 0), *[ring(0.067, 0.008, x, -0.06, 0, axis="x") for x in (-0.08, 0.08)]]
        if chance(g, 0.3)
        else []
    )
    zip_ = tube(
        smooth(
            [(-w * 1.0, h * 0.5, d * 0.8), (-w * 0.7, h * 0.8, d), (w * 0.7, h * 0.8, d), (w, h * 0.5, d * 0.8)], False
        ),
        0.005,
    )
    return [trunk, pocket, *(sides if chance(g, 0.7) else []), *straps, grip, *mat, zip_]


def suitcase(g: Generator) -> list[Part]:
    w, h, d = g.uniform(0.38, 0.5), g.uniform(0.5, 0.7), g.uniform(0.2, 0.28)
    if chance(g, 0.6):  # upright with wheels and a drawn handle
        high = g.uniform(0.1, 0.4)
        ribs = [
            box(0.02, h * 0.85, d + 0.016, x * w, 0.06 + h * 0.07)
            for x in np.linspace(-0.36, 0.36, int(g.integers(4, 8)))
        ]
        bars = [rod(0.009, high, x, h + 0.05, -d * 0.35) for x in (-0.09, 0.09)]
        feet = [
            p
            for x in (-w * 0.4, w * 0.4)
            for z in (-d * 0.35, d * 0.35)
            for p in (lying(0.03, 0.025, x, 0.03, z), box(0.04, 0.03, 0.04, x, 0.04, z))
        ]
        case = turned(body([(0.06, w / 2, d / 2, 0), (0.06 + h, w / 2, d / 2, 0)], 7, 32), (-90, 0, 0))
        return [case, *ribs, *bars, lying(0.016, 0.22, 0, h + 0.05 + high, -d * 0.35), *feet]
    w, h = h, w
    grip = tube(smooth([(-0.09, h, 0), (-0.085, h + 0.07, 0), (0.085, h + 0.07, 0), (0.09, h, 0)], False), 0.013)
    straps = [box(0.04, h + 0.012, d + 0.016, x, -0.006) for x in (-w * 0.3, w * 0.3)] if chance(g, 0.6) else []
    locks = [box(0.05, 0.05, 0.012, x, h - 0.05, d / 2) for x in (-w * 0.2, w * 0.2)]
    corners = [
        ball(0.035, x, y, z)
        for x in (-w / 2 + 0.02, w / 2 - 0.02)
        for y in (0.02, h - 0.02)
        for z in (-d / 2 + 0.02, d / 2 - 0.02)
    ]
    return [box(w, h, d), box(w + 0.008, 0.012, d + 0.008, 0, h * 0.6), grip, *straps, *locks, *corners]


def handbag(g: Generator) -> list[Part]:
    w, h, d, high = g.uniform(0.15, 0.19), g.uniform(0.2, 0.26), g.uniform(0.06, 0.09), g.uniform(0.12, 0.22)
    trunk = turned(
        body([(0, w, d, 0), (h * 0.3, w * 0.98, d * 0.9, 0), (h, w * g.uniform(0.65, 0.95), d * 0.25, 0)], 4),
        (-90, 0, 0),
    )
    grips = [
        tube(
            smooth(
                [
                    (-w * 0.45, h * 0.85, s * d * 0.45),
                    (-w * 0.4, h + high, s * d * 0.3),
                    (w * 0.4, h + high, s * d * 0.3),
                    (w * 0.45, h * 0.85, s * d * 0.45),
                ],
                False,
            ),
            0.009,
        )
        for s in (1, -1)
    ]
    rings = [ring(0.014, 0.004, x, h * 0.83, s * d * 0.5) for x in (-w * 0.45, w * 0.45) for s in (1, -1)]
    clasp = [box(0.03, 0.03, 0.012, 0, h * 0.75, d * 0.45)]
    flap = (
        [
            turned(
                slab(symmetric([(0.02, -h * 0.5), (w * 0.6, -h * 0.35), (w * 0.75, 0)]), 0.008),
                (-13, 0, 0),
                (0, h, d * 0.36),
            )
        ]
        if chance(g)
        else []
    )
    return [trunk, *grips, *rings, *clasp, *flap]


KINDS = kinds_of(hat, cap, crown, glasses, backpack, suitcase, handbag)
