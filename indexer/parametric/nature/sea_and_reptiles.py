"""Animals of the sea, and reptiles, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, plate, slab, smooth, tube, upright
from indexer.parametric.solids import Part, ball, kinds_of, lathe, turned


def shark(g: Generator) -> list[Part]:
    long, r = g.uniform(2.4, 3.4), g.uniform(0.3, 0.38)
    hull = body(
        [
            (-long * 0.48, 0.05, 0.07, 0),
            (-long * 0.2, r * 0.55, r * 0.6, 0),
            (long * 0.1, r, r * 1.05, 0),
            (long * 0.32, r * 0.8, r * 0.75, 0.02),
            (long * 0.48, 0.06, 0.05, 0.1),
        ]
    )
    tail = upright(
        [
            (-long * 0.42, 0),
            (-long * 0.6, 0.75),
            (-long * 0.66, 0.75),
            (-long * 0.54, 0.05),
            (-long * 0.62, -0.42),
            (-long * 0.57, -0.42),
        ],
        0.05,
    )
    fin = g.uniform(0.4, 0.65)
    back = upright(
        [(long * 0.1, r * 0.9), (-long * 0.03, r + fin), (-long * 0.07, r + fin), (-long * 0.06, r * 0.8)], 0.05
    )
    small = upright([(-long * 0.24, r * 0.3), (-long * 0.3, r * 0.85), (-long * 0.31, r * 0.3)], 0.04)
    side = plate([(0.1, long * 0.18), (0.85, -0.1), (0.85, -0.2), (0.1, long * 0.03)], 0.05)
    arms = mirrored(turned(side, (0, 0, -22), (r * 0.5, -r * 0.35, 0)))
    gills = mirrored(
        *[turned(egg(0.015, r * 0.4, 0.02), (0, 0, 0), (r * 0.93, 0, long * (0.2 - 0.03 * i))) for i in range(3)]
    )
    return [hull, tail, back, small, *arms, *gills, *mirrored(ball(0.035, r * 0.5, 0.1, long * 0.38))]


def whale(g: Generator) -> list[Part]:
    long, r, spout = g.uniform(5, 7), g.uniform(0.9, 1.15), chance(g, 0.3)
    hull = body(
        [
            (-long * 0.5, 0.15, 0.12, 0.5),
            (-long * 0.3, r * 0.4, r * 0.4, 0.2),
            (0, r * 0.95, r * 0.9, 0),
            (long * 0.25, r, r, 0),
            (long * 0.42, r * 0.85, r * 0.85, 0.02),
            (long * 0.5, r * 0.5, r * 0.5, 0.05),
        ]
    )
    fluke = smooth([(0, 0.2), (0.6, 0.0), (1.4, -0.55), (1.3, -0.75), (0.5, -0.55), (0, -0.4)])
    tail = mirrored(turned(plate(fluke, 0.12), (-20, 0, 8), (0, 0.5, -long * 0.49)))
    flipper = turned(
        plate(smooth([(0, 0.35), (0.9, -0.2), (1.1, -0.7), (0.7, -0.55), (0, -0.2)]), 0.1),
        (0, 0, -25),
        (r * 0.75, -r * 0.45, long * 0.15),
    )
    mouth = mirrored(tube([(r * 0.86, -0.1, long * 0.3), (r * 0.8, -0.25, long * 0.42), (0.3, -0.2, long * 0.5)], 0.04))
    blow = (
        [
            tube(
                [
                    (0, r * 0.9, long * 0.25),
                    (s * 0.15, r + 0.7, long * 0.25),
                    (s * 0.6, r + 1.0, long * 0.22),
                    (s * 0.8, r + 0.6, long * 0.22),
                ],
                [0.08, 0.1, 0.1, 0.03],
            )
            for s in (1, -1)
        ]
        if spout
        else []
    )
    return [hull, *tail, *mirrored(flipper), *mouth, *blow, *mirrored(ball(0.08, r * 0.93, 0.05, long * 0.3))]


def octopus(g: Generator) -> list[Part]:
    reach, dome = g.uniform(0.6, 0.9), g.uniform(0.28, 0.4)
    arms = []
    for i in range(8):
        a, curl = 2 * np.pi * (i + 0.5) / 8, float(g.uniform(-0.6, 0.6))
        line = [
            (
                s * reach * np.sin(a + curl * s * s),
                0.22 * (1 - s) ** 2 + 0.05 + 0.12 * max(s - 0.7, 0),
                s * reach * np.cos(a + curl * s * s),
            )
            for s in np.linspace(0.1, 1, 10)
        ]
        arms.append(tube(line, list(np.linspace(0.09, 0.015, 10))))
    head = [egg(0.2, 0.14, 0.2, 0, 0.25, 0), turned(egg(0.23, dome, 0.24), (-20, 0, 0), (0, 0.4 + dome * 0.5, -0.06))]
    return [*arms, *head, *mirrored(ball(0.06, 0.14, 0.36, 0.14))]


def crab(g: Generator) -> list[Part]:
    wide, claw, h = g.uniform(0.3, 0.4), g.uniform(0.9, 1.3), 0.16
    shell = [egg(wide, 0.11, wide * 0.68, 0, h, 0), egg(wide * 0.9, 0.13, wide * 0.55, 0, h + 0.02, -0.02)]
    stalks = mirrored(
        tube([(0.07, h + 0.05, wide * 0.6), (0.08, h + 0.17, wide * 0.66)], 0.014, 6),
        ball(0.028, 0.08, h + 0.18, wide * 0.66),
    )
    limbs = mirrored(
        *[
            tube(
                [(wide * 0.85, h, z), (wide * 1.45, h + 0.16, z * 1.7), (wide * 1.9, 0, z * 2.2)],
                [0.035, 0.03, 0.008],
                6,
            )
            for z in (0.1, 0, -0.1, -0.2)
        ]
    )
    arm = tube(
        [(wide * 0.75, h, wide * 0.4), (wide * 1.35, h + 0.05, wide * 0.7), (wide * 1.15, h + 0.05, wide * 1.25)],
        [0.045, 0.05, 0.05],
    )
    base = np.array([wide * 1.1, h + 0.05, wide * 1.35])
    pincer = [egg(0.09 * claw, 0.06 * claw, 0.12 * claw, *base)]
    pincer += [
        tube(
            [
                base + np.array((s * 0.05 * claw, 0, 0.08 * claw)),
                base + np.array((s * 0.09 * claw, 0, 0.2 * claw)),
                base + np.array((s * 0.015, 0, 0.3 * claw)),
            ],
            [0.045 * claw, 0.035 * claw, 0.005],
            6,
        )
        for s in (1, -1)
    ]
    return [*shell, *stalks, *limbs, *mirrored(arm, *pincer)]


def snake(g: Generator) -> list[Part]:
    if chance(g, 0.45):  # coiled, head up
        turns = g.uniform(2.2, 3.2)
        line = [
            ((0.42 - 0.09 * a / 6.28) * np.cos(a), 0.07 + 0.1 * a / 6.28, (0.42 - 0.09 * a / 6.28) * np.sin(a))
            for a in np.linspace(0, 6.28 * turns, 60)
        ]
        top = 0.07 + 0.1 * turns
        path = np.concatenate([line, [(0.05, top + 0.12, 0.0), (0, top + 0.35, 0.0), (0, top + 0.42, 0.12)]])
    else:
        waves, wide = g.uniform(1.5, 3), g.uniform(0.15, 0.3)
        path = np.array(
            [
                (wide * np.sin(2 * np.pi * waves * t), 0.06 + 0.12 * max(0, t - 0.9) * 10, 1.8 * t - 0.9)
                for t in np.linspace(0, 1, 60)
            ]
        )
    n = len(path)
    r = np.interp(np.arange(n), [0, n * 0.25, n * 0.8, n - 1], [0.008, 0.06, 0.065, 0.045])
    end, ahead = path[-1], path[-1] - path[-2]
    ahead = ahead / np.linalg.norm(ahead)
    head = tube(
        [end - ahead * 0.03, end + ahead * 0.05, end + ahead * 0.16, end + ahead * 0.2], [0.05, 0.085, 0.05, 0.02], 10
    )
    tongue = tube([end + ahead * 0.18, end + ahead * 0.32], 0.008, 5)
    eyes = [ball(0.018, *(end + ahead * 0.09 + (s * 0.06, 0.045, 0))) for s in (1, -1)]
    return [tube(path, list(r)), head, tongue, *eyes]


def turtle(g: Generator) -> list[Part]:
    r, high, flipper = g.uniform(0.35, 0.45), g.uniform(0.2, 0.32), chance(g, 0.4)
    dome = [(r * 1.05, 0), (r * 1.05, 0.03)] + [(r * x, 0.03 + high * y) for x, y in arc(1, 0, 88, 6)]
    shell = lathe([(0, 0), *dome], y=0.12)
    shell.apply_scale((0.85, 1, 1.1))
    scutes = [
        ball(r * 0.34, 0.6 * r * np.sin(a), 0.12 + high * 0.6, 0.75 * r * np.cos(a), (1, 0.5, 1))
        for a in np.linspace(0, 2 * np.pi, 7)[:-1]
    ]
    head = [
        tube([(0, 0.17, r * 0.9), (0, 0.22, r * 1.35)], 0.07),
        egg(0.09, 0.085, 0.12, 0, 0.25, r * 1.42),
        *mirrored(ball(0.02, 0.07, 0.28, r * 1.5)),
    ]
    if flipper:
        front, back = (
            smooth([(0, 0.1), (0.4, 0.15), (0.6, -0.3), (0.3, -0.1), (0, -0.1)]),
            smooth([(0, 0.08), (0.25, -0.1), (0.2, -0.25), (0, -0.1)]),
        )
        fins = [
            turned(slab(o, 0.05), (90, 0, -8), (r * 0.6, 0.14, z)) for o, z in ((front, r * 0.65), (back, -r * 0.7))
        ]
        limbs = mirrored(*fins)
    else:
        limbs = mirrored(
            *[
                tube([(r * 0.5, 0.15, z), (r * 0.85, 0.12, z * 1.15), (r * 0.9, 0, z * 1.2)], [0.09, 0.08, 0.075])
                for z in (r * 0.65, -r * 0.65)
            ]
        )
    return [shell, *scutes, *head, *limbs, tube([(0, 0.15, -r), (0, 0.08, -r * 1.35)], [0.05, 0.008])]


KINDS = kinds_of(shark, whale, octopus, crab, snake, turtle)
