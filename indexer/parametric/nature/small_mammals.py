"""Small and burrowing mammals, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, mirrored, tube
from indexer.parametric.nature.farm_and_forest import flow, hide, walk
from indexer.parametric.solids import Part, ball, kinds_of, lathe


def skunk(g: Generator) -> list[Part]:
    long, fat, lift = g.uniform(0.3, 0.36), g.uniform(0.075, 0.095), g.uniform(0.25, 0.42)
    y, z = 0.15, long * 0.5 + 0.1
    parts = [
        hide(
            [
                (-long * 0.55, 0.04, 0.05, 0.16),
                (-long * 0.35, fat, 0.085, 0.17),
                (0.05, fat * 0.85, 0.07, 0.16),
                (z - 0.04, 0.04, 0.05, y),
            ]
        )
    ]
    parts += [
        hide(
            [
                (z - 0.08, 0.045, 0.05, y),
                (z, 0.055, 0.05, y),
                (z + 0.07, 0.03, 0.028, y - 0.015),
                (z + 0.12, 0.014, 0.014, y - 0.02),
            ]
        )
    ]
    parts += [ball(0.013, 0, y - 0.02, z + 0.12), *mirrored(egg(0.018, 0.02, 0.01, 0.045, y + 0.045, z - 0.01))]
    back, curl = -long * 0.5, g.uniform(-0.1, 0.15)
    top = 0.18 + lift
    tail = [(0, 0.18, back, 0.03), (0, 0.18 + lift * 0.3, back - 0.09, 0.07), (0, top - 0.05, back - 0.1, 0.1)]
    parts.append(
        flow([*tail, (0, top + 0.06, back - 0.05 + curl, 0.08), (0, top + 0.1, back + curl * 2 + 0.05, 0.005)])
    )
    stripe = [(-0.5, 0.075), (-0.1, 0.087), (0.2, 0.072), (0.5, 0.055)]
    parts += mirrored(tube([(0.03, 0.165 + h * 0.93, s * long) for s, h in stripe], 0.012, 6))
    return [*parts, *walk(g, 0.05, long * 0.35, -long * 0.35, 0.12, 0.02, 1.5)]


def otter(g: Generator) -> list[Part]:
    fat, style = g.uniform(0.085, 0.105), int(g.integers(3))
    if style == 0:  # standing upright
        spine = [
            (0, 0.05, -0.12, 0.06),
            (0, 0.13, -0.06, fat * 1.2),
            (0, 0.35, -0.01, fat),
            (0, 0.55, 0.0, 0.065),
            (0, 0.62, 0.02, 0.06),
        ]
        tail = [(0, 0.07, -0.12, 0.06), (0, 0.03, -0.3, 0.035), (g.uniform(-0.1, 0.1), 0.02, -0.52, 0.008)]
        y, z = 0.65, 0.04
        limbs = mirrored(flow([(0.07, 0.48, 0.04, 0.035), (0.08, 0.4, 0.12, 0.025), (0.025, 0.38, 0.14, 0.022)]))
        limbs += mirrored(egg(0.04, 0.02, 0.09, 0.09, 0.02, 0.03))
    else:  # on all fours, or floating on its back with a shell
        bend = 0.06 if style == 1 else -0.03
        spine = [
            (0, 0.16, -0.36, 0.05),
            (0, 0.2 + bend, -0.2, fat * 1.15),
            (0, 0.18, 0.05, fat),
            (0, 0.2, 0.28, 0.065),
            (0, 0.24, 0.34, 0.06),
        ]
        tail = [(0, 0.17, -0.33, 0.055), (0, 0.12, -0.5, 0.04), (0, 0.1 + g.uniform(-0.05, 0.1), -0.75, 0.008)]
        y, z = 0.26, 0.37
        limbs = walk(g, 0.07, 0.18, -0.22, 0.14, 0.024, 1.7)
        if style == 2:
            limbs = mirrored(flow([(0.08, 0.22, 0.15, 0.03), (0.09, 0.3, 0.13, 0.024), (0.03, 0.31, 0.12, 0.022)]))
            limbs += [*mirrored(egg(0.04, 0.09, 0.03, 0.07, 0.25, -0.36)), egg(0.05, 0.02, 0.055, 0, 0.34, 0.12)]
    head = [
        egg(0.075, 0.06, 0.08, 0, y, z),
        egg(0.048, 0.034, 0.04, 0, y - 0.015, z + 0.065),
        ball(0.016, 0, y, z + 0.1),
    ]
    head += mirrored(egg(0.018, 0.018, 0.01, 0.065, y + 0.035, z - 0.02), ball(0.01, 0.04, y + 0.02, z + 0.065))
    return [flow(spine), flow(tail), *head, *limbs]


def meerkat(g: Generator) -> list[Part]:
    h, fat, look = g.uniform(0.26, 0.31), g.uniform(0.036, 0.046), g.uniform(-0.02, 0.02)
    spine = [(0, 0.05, -0.01, fat * 0.9), (0, h * 0.35, 0, fat * 1.15), (0, h * 0.7, 0.005, fat * 0.8)]
    parts = [flow([*spine, (0, h * 0.9, 0, fat * 0.6), (0, h, 0.01, fat * 0.65)])]
    parts += [egg(0.032, 0.03, 0.035, look * 0.3, h + 0.015, 0.015), ball(0.006, look, h + 0.005, 0.078)]
    parts.append(flow([(look * 0.5, h + 0.01, 0.03, 0.024), (look, h + 0.005, 0.076, 0.007)]))
    parts += mirrored(egg(0.006, 0.012, 0.009, 0.032, h + 0.025, 0), egg(0.012, 0.01, 0.008, 0.017, h + 0.02, 0.038))
    grip = (0.012, h * 0.45, fat + 0.02, 0.008) if chance(g) else (0.03, h * 0.38, fat + 0.012, 0.008)
    parts += mirrored(flow([(fat * 0.75, h * 0.72, 0.01, 0.014), (fat * 1.1, h * 0.52, 0.03, 0.011), grip]))
    parts += mirrored(flow([(0.03, 0.08, 0, 0.03), (0.038, 0.04, 0.012, 0.016), (0.036, 0.008, 0, 0.011)]))
    parts += mirrored(egg(0.012, 0.008, 0.032, 0.036, 0.008, 0.02))
    sweep = g.uniform(-0.08, 0.08)
    parts.append(flow([(0, 0.06, -0.03, 0.016), (0, 0.01, -0.09, 0.011), (sweep, 0.008, -0.2, 0.004)], 8))
    if chance(g, 0.35):  # on the mound it watches from
        wide = g.uniform(0.11, 0.16)
        parts.append(lathe([(0, -0.06), (wide, -0.06), (wide * 0.8, -0.03), (0.06, 0.003), (0, 0.006)]))
    return parts


def armadillo(g: Generator) -> list[Part]:
    long, bands, high = g.uniform(0.36, 0.44), int(g.integers(3, 10)), g.uniform(0.115, 0.14)
    parts = []
    shell = [(-0.5, 0.35), (-0.4, 0.75), (-0.22, 0.97), (0.2, 0.97), (0.36, 0.8), (0.47, 0.45)]
    for half in (shell[:3], shell[3:]):
        parts.append(body([(s * long, w * high * 0.95, w * high, high * 0.95) for s, w in half], 2.2, 20))
    for i in range(bands):  # overlapping plates round the middle
        z = (-0.22 + 0.42 * i / bands) * long
        step = 0.42 * long / bands
        parts.append(
            body([(z, high, high * 1.05, high * 0.95), (z + step, high * 0.9, high * 0.95, high * 0.95)], 2.2, 20)
        )
    z, y = long * 0.5 + 0.03, high * g.uniform(0.75, 1.05)
    parts.append(
        hide(
            [
                (z - 0.07, 0.05, 0.05, y + 0.01),
                (z, 0.046, 0.045, y),
                (z + 0.08, 0.02, 0.02, y - 0.03),
                (z + 0.14, 0.011, 0.011, y - 0.05),
            ]
        )
    )
    parts += mirrored(
        flow(
            [
                (0.028, y + 0.03, z - 0.02, 0.012),
                (0.035, y + 0.07, z - 0.03, 0.02),
                (0.038, y + 0.105, z - 0.035, 0.003),
            ],
            8,
        )
    )
    rings = np.linspace(0, 1, 19)
    side = g.uniform(-0.1, 0.1)
    line = [(side * s * s, high * 0.8 * (1 - s) ** 1.5 + 0.012, -long * 0.47 - 0.26 * s) for s in rings]
    parts.append(tube(line, [(0.032 - 0.026 * s) * (1 if k % 2 else 0.85) for k, s in enumerate(rings)]))
    parts += walk(g, high * 0.55, long * 0.3, -long * 0.3, high * 0.6, 0.02, 1.5)
    return [
        *parts,
        *mirrored(
            *[
                tube(
                    [(high * 0.55 + d, 0.012, long * 0.3 + 0.03), (high * 0.55 + d, 0.004, long * 0.3 + 0.075)],
                    [0.007, 0.001],
                    6,
                )
                for d in (-0.014, 0, 0.014)
            ]
        ),
    ]


def mole(g: Generator) -> list[Part]:
    long, fat, dug = g.uniform(0.13, 0.16), g.uniform(0.036, 0.044), chance(g)
    lift = g.uniform(0.0, 0.02)
    tip = long * 0.62
    parts = [
        hide(
            [
                (-long * 0.5, 0.015, 0.015, fat),
                (-long * 0.35, fat, fat * 0.95, fat),
                (long * 0.15, fat * 1.02, fat, fat),
                (long * 0.42, fat * 0.6, fat * 0.55, fat + lift),
                (tip, 0.006, 0.006, fat + lift),
            ]
        )
    ]
    parts += [
        ball(0.007, 0, fat + lift, tip),
        flow(
            [(0, fat, -long * 0.48, 0.006), (0, fat * 1.3, -long * 0.65, 0.004), (0, fat * 1.6, -long * 0.72, 0.001)], 6
        ),
    ]
    palm = [egg(0.02, 0.009, 0.022, 0, 0, 0)]
    for k in range(5):
        a = np.radians(-60 + 30 * k)
        palm.append(
            tube(
                [(0.016 * np.sin(a), 0, 0.017 * np.cos(a)), (0.042 * np.sin(a), -0.004, 0.042 * np.cos(a))],
                [0.006, 0.001],
                6,
            )
        )
    for p in palm:
        p.apply_translation((fat * 1.25, fat * 0.55, long * 0.3))
    parts += mirrored(*palm, egg(0.02, 0.015, 0.02, fat * 0.9, fat * 0.7, long * 0.24))
    parts += mirrored(
        egg(0.009, 0.006, 0.02, fat * 0.7, 0.006, -long * 0.3), ball(0.003, 0.013, fat * 1.35 + lift, long * 0.45)
    )
    if dug:  # coming out of its hill
        hill = [
            lathe(
                [(0, -0.03), (fat * 3, -0.03), (fat * 2, fat * 0.5), (fat, fat * 1.2), (0, fat * 1.3)],
                0,
                0,
                -long * 0.45,
            )
        ]
        hill += [
            ball(g.uniform(0.012, 0.022), fat * 2.4 * np.cos(a), 0.01, -long * 0.45 + fat * 2.3 * np.sin(a))
            for a in g.uniform(0, 6.28, 14)
        ]
        parts += hill
    return parts


KINDS = kinds_of(skunk, otter, meerkat, armadillo, mole)
