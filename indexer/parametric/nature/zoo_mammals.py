"""Mammals of zoos and pet shops, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, plate, slab, smooth, tube, upright
from indexer.parametric.nature.farm_and_forest import flow, hide, walk
from indexer.parametric.solids import Part, ball, kinds_of, turned


def anteater(g: Generator) -> list[Part]:
    long, snout, fat = g.uniform(0.9, 1.05), g.uniform(0.42, 0.55), g.uniform(0.17, 0.2)
    y, z, drop = 0.55, long * 0.5 + 0.15, g.uniform(0.15, 0.35)
    parts = [
        hide(
            [
                (-long * 0.52, 0.08, 0.1, 0.5),
                (-long * 0.38, fat, 0.2, 0.5),
                (0, fat * 0.95, 0.2, 0.52),
                (long * 0.35, fat, 0.21, 0.54),
                (z - 0.05, 0.1, 0.12, y),
            ]
        )
    ]
    end = (0, y - drop, z + snout)
    parts.append(
        flow([(0, y, z - 0.15, 0.12), (0, y, z, 0.09), (0, y - drop * 0.35, z + snout * 0.5, 0.055), (*end, 0.025)])
    )
    parts.append(tube([end, (0, end[1] - 0.06, end[2] + 0.18)], [0.008, 0.005], 6))
    parts += mirrored(egg(0.03, 0.04, 0.015, 0.08, y + 0.06, z - 0.05), ball(0.014, 0.065, y + 0.01, z + 0.08))
    rise = g.uniform(-0.15, 0.25)
    high = [
        (-0.05, 0.08),
        (-0.35, 0.3),
        (-0.7, 0.22 + rise),
        (-1.0, 0.05 + rise),
        (-0.8, -0.25 + rise * 0.6),
        (-0.5, -0.38),
        (-0.2, -0.3),
    ]
    parts.append(upright([(-long * 0.45 + a, 0.5 + b) for a, b in smooth(high)], 0.07))
    parts.append(
        flow(
            [
                (0, 0.52, -long * 0.45, 0.1),
                (0, 0.52, -long * 0.45 - 0.4, 0.08),
                (0, 0.5 + rise, -long * 0.45 - 0.85, 0.02),
            ]
        )
    )
    parts += walk(g, 0.13, long * 0.33, -long * 0.36, 0.45, 0.06, 1.1)
    crest = [(long * 0.35, 0.7), (0, 0.76), (-long * 0.4, 0.68), (-long * 0.4, 0.6), (long * 0.35, 0.6)]
    return [*parts, upright(crest, 0.05)] if chance(g) else parts


def hyena(g: Generator) -> list[Part]:
    hip, long, laugh = g.uniform(0.5, 0.58), g.uniform(0.75, 0.88), g.uniform(0.03, 0.12)
    rise = g.uniform(0.14, 0.2)  # shoulders above the low hind quarters
    parts = [
        hide(
            [
                (-long * 0.54, 0.06, 0.08, hip),
                (-long * 0.42, 0.13, 0.15, hip + 0.02),
                (0, 0.15, 0.19, hip + 0.08),
                (long * 0.36, 0.16, 0.23, hip + rise),
                (long * 0.52, 0.1, 0.15, hip + rise + 0.06),
            ]
        )
    ]
    y, z = hip + rise + g.uniform(0.15, 0.35), long * 0.5 + 0.3
    parts.append(flow([(0, hip + rise, long * 0.35, 0.2), (0, y - 0.06, z - 0.18, 0.14), (0, y, z, 0.11)]))
    parts.append(
        hide(
            [
                (z - 0.1, 0.07, 0.08, y),
                (z, 0.125, 0.11, y),
                (z + 0.13, 0.08, 0.065, y - 0.01),
                (z + 0.25, 0.06, 0.045, y - 0.03),
            ]
        )
    )
    parts += [
        egg(0.04, 0.03, 0.025, 0, y - 0.01, z + 0.25),
        flow([(0, y - 0.07, z + 0.03, 0.06), (0, y - 0.08 - laugh, z + 0.2, 0.035)]),
    ]
    parts += mirrored(egg(0.05, 0.07, 0.02, 0.105, y + 0.12, z - 0.05), ball(0.016, 0.07, y + 0.045, z + 0.1))
    mane = [
        (z - 0.08, y + 0.1),
        (z - 0.16, y + 0.16),
        (long * 0.5, hip + rise + 0.24),
        (long * 0.25, hip + rise + 0.25),
        (-long * 0.2, hip + 0.27),
        (-long * 0.2, hip + 0.1),
        (long * 0.3, hip + 0.2),
    ]
    if chance(g, 0.7):
        parts.append(upright(mane, 0.035))
    back = -long * 0.5
    parts.append(
        flow([(0, hip + 0.08, back, 0.035), (0, hip - 0.05, back - 0.1, 0.06), (0, hip * 0.55, back - 0.1, 0.012)])
    )
    return [*parts, *walk(g, 0.11, long * 0.38, -long * 0.42, hip + 0.02, 0.04)]


def warthog(g: Generator) -> list[Part]:
    hip, long, tusk = g.uniform(0.3, 0.36), g.uniform(0.75, 0.9), g.uniform(0.12, 0.2)
    rump = [(-long * 0.52, 0.08, 0.1, hip + 0.1), (-long * 0.4, 0.17, 0.19, hip + 0.12)]
    parts = [
        hide(
            [
                *rump,
                (0.05, 0.19, 0.22, hip + 0.15),
                (long * 0.4, 0.18, 0.23, hip + 0.18),
                (long * 0.55, 0.14, 0.17, hip + 0.17),
            ]
        )
    ]
    y, z = hip + g.uniform(0.1, 0.22), long * 0.5 + 0.12
    face = [(z - 0.12, 0.15, 0.17, y + 0.04), (z + 0.04, 0.16, 0.14, y), (z + 0.22, 0.08, 0.085, y - 0.1)]
    parts += [hide([*face, (z + 0.4, 0.075, 0.07, y - 0.18)]), egg(0.095, 0.08, 0.025, 0, y - 0.18, z + 0.41)]
    parts += mirrored(ball(0.02, 0.035, y - 0.17, z + 0.435), ball(0.022, 0.09, y + 0.1, z + 0.03))
    parts += mirrored(egg(0.055, 0.035, 0.035, 0.14, y - 0.04, z + 0.1), egg(0.03, 0.03, 0.03, 0.1, y - 0.09, z + 0.25))
    for size, at in ((1.0, 0.3), (0.55, 0.24)):
        side = [(0.06, y - 0.17, z + at, 0.028), (0.16 + tusk * size * 0.6, y - 0.2, z + at + 0.02, 0.026)]
        parts += mirrored(flow([*side, (0.13 + tusk * size * 0.5, y - 0.15 + tusk * size * 1.2, z + at + 0.03, 0.004)]))
    parts += mirrored(turned(egg(0.035, 0.09, 0.02), (-20, 0, -35), (0.16, y + 0.19, z - 0.1)))
    for k in range(9):  # the mane along its back
        at = long * (0.5 - 0.09 * k)
        parts.append(
            tube([(0, hip + 0.33, at), (0, hip + 0.46, at - 0.05), (0, hip + 0.45, at - 0.13)], [0.025, 0.02, 0.004], 6)
        )
    back = -long * 0.5
    up = g.uniform(0.1, 0.35)
    parts += [
        flow(
            [
                (0, hip + 0.18, back, 0.02),
                (0, hip + 0.2 + up * 0.5, back - 0.08, 0.014),
                (0, hip + 0.2 + up, back - 0.06, 0.01),
            ]
        )
    ]
    parts.append(egg(0.025, 0.06, 0.025, 0, hip + 0.22 + up, back - 0.06))
    return [*parts, *walk(g, 0.11, long * 0.36, -long * 0.4, hip + 0.05, 0.035, 1.1)]


def guinea_pig(g: Generator) -> list[Part]:
    long, fat = g.uniform(0.12, 0.145), g.uniform(0.058, 0.07)
    y, z = fat * 1.15, long * 0.72
    parts = [
        hide(
            [
                (-long, 0.02, 0.02, fat),
                (-long * 0.85, fat * 0.85, fat * 0.75, fat * 0.9),
                (-long * 0.2, fat, fat * 0.9, fat),
                (long * 0.4, fat * 0.85, fat * 0.85, fat * 1.05),
                (z, fat * 0.5, fat * 0.6, y),
            ]
        )
    ]
    parts += [
        hide(
            [
                (z - 0.04, 0.045, 0.048, y),
                (z, 0.045, 0.048, y),
                (z + 0.035, 0.032, 0.035, y - 0.006),
                (z + 0.05, 0.015, 0.018, y - 0.006),
            ]
        )
    ]
    parts += mirrored(egg(0.02, 0.016, 0.007, 0.046, y + 0.03, z - 0.03), ball(0.008, 0.038, y + 0.016, z + 0.008))
    parts += mirrored(ball(0.014, 0.011, y - 0.018, z + 0.038), egg(0.014, 0.02, 0.022, fat * 0.5, 0.012, z - 0.03))
    parts += mirrored(egg(0.017, 0.02, 0.032, fat * 0.6, 0.01, -long * 0.6))
    if chance(g):  # a long-haired breed
        for _ in range(60):
            a, s = g.uniform(0.1, 3.04), g.uniform(-0.85, 0.5)
            x, h = fat * np.cos(a), fat + fat * 0.9 * np.sin(a)
            parts.append(
                tube([(x * 0.8, h * 0.97, s * long), (x * 1.25, h - 0.015, s * long - 0.03)], [0.01, 0.001], 5)
            )
    return parts


def seal(g: Generator) -> list[Part]:
    fat, style, lift = g.uniform(0.26, 0.32), int(g.integers(3)), g.uniform(0.35, 0.6)
    if style == 2:  # swimming
        spine = [
            (0, 0.25, -0.85, 0.08),
            (0, 0.27, -0.5, fat * 0.75),
            (0, 0.3, 0.05, fat * 1.05),
            (0, 0.32, 0.5, fat * 0.6),
            (0, 0.33, 0.62, 0.15),
        ]
        y, z = 0.34, 0.7
    else:  # lying with its head up, with a ball on its nose perhaps
        spine = [
            (0, 0.1, -0.85, 0.08),
            (0, 0.17, -0.5, fat * 0.7),
            (0, 0.24, 0.05, fat * 1.05),
            (0, 0.3 + lift * 0.5, 0.4, fat * 0.7),
            (0, 0.3 + lift, 0.44, 0.15),
        ]
        y, z = 0.32 + lift, 0.48
    head = [egg(0.15, 0.14, 0.17), egg(0.085, 0.07, 0.09, 0, -0.035, 0.14), ball(0.025, 0, -0.01, 0.225)]
    head += mirrored(ball(0.026, 0.08, 0.045, 0.11))
    head += mirrored(*[tube([(0.05, -0.04, 0.2), (0.17, -0.05 + d, 0.23)], 0.004, 4) for d in (-0.04, 0, 0.04)])
    tilt = -50.0 if style == 1 else g.uniform(-15, 5)
    if style == 1:
        head.append(ball(0.16, 0, 0.0, 0.4))
    parts = [flow(spine, 16), *[turned(p, (tilt, 0, 0), (0, y, z)) for p in head]]
    fin = smooth([(-0.06, 0), (0.08, 0), (0.06, -0.28), (-0.04, -0.42), (-0.12, -0.3)])
    spread, low = g.uniform(30, 65), 0.2 if style < 2 else 0.26
    parts += mirrored(turned(slab(fin, 0.035), (0, 90, spread), (fat * 0.8, low, 0.22)))
    fluke = smooth([(0.0, 0.05), (0.09, 0.0), (0.2, -0.26), (0.1, -0.3), (0.0, -0.12)])
    return [*parts, *mirrored(plate(fluke, 0.035, 0.01, spine[0][1] - 0.02, -0.82))]


KINDS = kinds_of(anteater, hyena, warthog, guinea_pig, seal)
