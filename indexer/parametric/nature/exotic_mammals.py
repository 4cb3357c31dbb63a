"""Mammals of jungles and far countries, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, tube
from indexer.parametric.nature.farm_and_forest import flow, hide, walk
from indexer.parametric.solids import Part, ball, kinds_of, lying, rod, turned


def panda(g: Generator) -> list[Part]:
    fat, up, ear = g.uniform(0.3, 0.38), chance(g, 0.6), g.uniform(0.085, 0.11)
    y, z = (0.95, 0.12) if up else (0.66, 0.62)
    parts = [
        egg(0.27, 0.23, 0.22, 0, y, z),
        egg(0.13, 0.1, 0.12, 0, y - 0.07, z + 0.18),
        egg(0.045, 0.03, 0.03, 0, y - 0.04, z + 0.29),
    ]
    parts += mirrored(
        egg(ear, ear, 0.05, 0.2, y + 0.2, z - 0.04),
        turned(egg(0.055, 0.075, 0.03), (0, 20, 30), (0.1, y + 0.03, z + 0.19)),
    )
    if up:  # sitting, with or without bamboo to eat
        parts += [
            flow(
                [
                    (0, 0.1, -0.1, fat),
                    (0, 0.3, -0.05, fat * 1.15),
                    (0, 0.65, 0, fat * 0.85),
                    (0, y - 0.1, z - 0.05, 0.2),
                ],
                16,
            )
        ]
        parts += mirrored(
            flow([(fat * 0.6, 0.2, 0.05, 0.17), (fat * 0.95, 0.14, 0.35, 0.13), (fat * 0.95, 0.14, 0.55, 0.12)])
        )
        parts += mirrored(egg(0.12, 0.14, 0.05, fat * 0.95, 0.16, 0.57))
        grip = (0.1, g.uniform(0.5, 0.62), 0.45, 0.09)
        parts += mirrored(flow([(fat * 0.75, 0.72, 0.02, 0.12), (fat * 1.1, 0.52, 0.18, 0.11), grip]))
        if chance(g, 0.6):
            cane = [rod(0.025, 0.8, y=-0.4), *[rod(0.032, 0.02, y=h) for h in (-0.2, 0.05, 0.3)]]
            cane += [
                turned(egg(0.03, 0.13, 0.012), (0, 0, a), (0.07 * np.sign(-a), 0.4, 0)) for a in (-50.0, -15.0, 40.0)
            ]
            parts += [turned(p, (20, 0, g.uniform(20, 70)), (0, grip[1], 0.52)) for p in cane]
    else:
        parts += [
            hide(
                [
                    (-0.62, 0.1, 0.12, 0.5),
                    (-0.45, fat, 0.3, 0.5),
                    (0, fat * 1.05, 0.34, 0.55),
                    (0.4, fat * 0.85, 0.28, 0.58),
                    (0.6, 0.15, 0.18, 0.62),
                ]
            )
        ]
        parts += [*walk(g, fat * 0.6, 0.34, -0.36, 0.42, 0.11, 1.2), ball(0.09, 0, 0.55, -0.62)]
    return parts


def koala(g: Generator) -> list[Part]:
    fat, ear, lean = g.uniform(0.14, 0.17), g.uniform(0.085, 0.105), g.uniform(-8, 8)
    look = g.uniform(60, 85) * (1 if chance(g) else -1)
    y, z = 0.52, 0.06
    parts = [
        egg(0.135, 0.125, 0.115, 0, y, z),
        egg(0.034, 0.055, 0.04, 0, y - 0.015, z + 0.115),
        egg(0.06, 0.035, 0.04, 0, y - 0.06, z + 0.085),
    ]
    parts += mirrored(egg(ear, ear * 0.95, 0.035, 0.155, y + 0.085, z - 0.02), ball(0.018, 0.06, y + 0.02, z + 0.1))
    for k in range(7):  # tufts round the ears
        a = np.radians(-60 + 25 * k)
        parts += mirrored(ball(0.03, 0.155 + ear * 0.9 * np.cos(a), y + 0.085 + ear * 0.85 * np.sin(a), z - 0.015))
    parts += [
        flow(
            [
                (0, 0.08, -0.04, fat * 0.9),
                (0, 0.2, -0.03, fat * 1.1),
                (0, 0.38, 0.0, fat * 0.85),
                (0, y - 0.05, z - 0.03, 0.09),
            ],
            14,
        )
    ]
    if chance(g, 0.6):  # hugging a trunk
        parts = [turned(p, (0, look, 0)) for p in parts[:-1]] + parts[-1:]
        r = g.uniform(0.05, 0.08)
        tree = tube([(0.05, -0.25, 0.24), (0, 0.2, 0.24), (-0.04, 0.75, 0.25)], [r * 1.1, r, r * 0.9], 12)
        stub = tube([(0, 0.62, 0.24), (0.22, 0.8, 0.2)], [r * 0.6, r * 0.4])
        arms = flow([(fat * 0.75, 0.38, 0.03, 0.055), (fat * 0.9, 0.36, 0.18, 0.045), (0.03, 0.38, 0.24 + r, 0.035)])
        feet = flow([(fat * 0.6, 0.12, 0, 0.085), (fat * 1.05, 0.12, 0.14, 0.055), (0.03, 0.1, 0.24 + r, 0.04)])
        parts = [turned(p, (0, 0, lean)) for p in [*parts, *mirrored(arms, feet)]] + [tree, stub]
    else:
        arms = flow([(fat * 0.8, 0.38, 0.02, 0.055), (fat * 1.25, 0.24, 0.08, 0.045), (fat * 0.7, 0.14, 0.17, 0.038)])
        feet = flow([(fat * 0.6, 0.1, 0, 0.085), (fat * 0.9, 0.07, 0.16, 0.055), (fat * 0.95, 0.08, 0.24, 0.05)])
        parts += mirrored(arms, feet)
    return parts


def sloth(g: Generator) -> list[Part]:
    r, sag, turn, hang = g.uniform(0.03, 0.045), g.uniform(0.3, 0.4), g.uniform(-35, 35), chance(g, 0.65)
    face = [egg(0.085, 0.08, 0.08), egg(0.07, 0.062, 0.03, 0, -0.005, 0.062), egg(0.026, 0.02, 0.025, 0, -0.012, 0.1)]
    face += mirrored(turned(egg(0.026, 0.013, 0.01), (0, 20, -30), (0.042, 0.008, 0.088)))
    line = [(0.035, -0.03, 0.085), (0, -0.04, 0.095), (-0.035, -0.03, 0.085)]
    face.append(tube(line, 0.006, 6))
    if hang:  # under a branch, belly up, its face to the side
        branch = tube([(0.02, 0.02, -0.65), (0, 0, 0), (-0.03, 0.05, 0.65)], [r, r * 1.1, r * 0.8])
        parts = [
            branch,
            hide(
                [
                    (-0.3, 0.07, 0.07, -sag + 0.06),
                    (-0.2, 0.125, 0.115, -sag),
                    (0.12, 0.12, 0.11, -sag),
                    (0.28, 0.07, 0.07, -sag + 0.03),
                ]
            ),
        ]
        parts += [turned(p, (0, 90, 0), (0.05, -sag + 0.06, 0.36)) for p in face]
        for z in (0.2, -0.22):
            over = [(0.08, -sag, z, 0.055), (0.11, -sag * 0.5, z * 1.4, 0.042), (0.03, 0.0, z * 1.35, 0.035)]
            parts += mirrored(flow(over))
            for d in (-0.025, 0, 0.025):
                claw = [
                    (0.035, -0.02, z * 1.35 + d, 0.011),
                    (0.03, r + 0.03, z * 1.35 + d, 0.01),
                    (-0.03, r + 0.01, z * 1.35 + d, 0.003),
                ]
                parts += mirrored(flow(claw, 6))
        return parts
    post = tube([(0, -0.4, 0.16), (0.02, 0.2, 0.15), (0, 0.8, 0.17)], r * 1.6, 12)
    parts = [post, flow([(0, -0.15, -0.03, 0.09), (0, 0, -0.04, 0.14), (0, 0.22, 0, 0.12), (0, 0.36, 0.02, 0.07)], 14)]
    parts += [turned(p, (0, 180 + turn, 0), (0, 0.42, 0.0)) for p in face]
    parts += mirrored(flow([(0.1, 0.25, 0, 0.055), (0.15, 0.4, 0.08, 0.045), (0.03, 0.55, 0.2, 0.035)]))
    parts += mirrored(flow([(0.09, -0.1, -0.02, 0.07), (0.2, -0.08, 0.1, 0.05), (0.03, -0.18, 0.22, 0.038)]))
    return [turned(p, (0, 180, 0)) for p in parts]


def monkey(g: Generator) -> list[Part]:
    style, thin, ear = int(g.integers(3)), g.uniform(0.085, 0.105), g.uniform(0.04, 0.055)
    y, z = ((0.53, 0.05), (0.5, 0.36), (0.0, 0.06))[style]
    parts = [
        egg(0.095, 0.1, 0.095, 0, y, z),
        egg(0.07, 0.045, 0.05, 0, y - 0.05, z + 0.07),
        egg(0.02, 0.012, 0.014, 0, y - 0.025, z + 0.11),
    ]
    parts += mirrored(
        egg(0.04, 0.035, 0.02, 0.035, y + 0.015, z + 0.075), egg(0.025, ear, ear * 0.9, 0.105, y, z - 0.01)
    )
    c = np.linspace(0, g.uniform(5.0, 8.0), 20)
    if style == 1:  # on all fours
        parts += [
            hide([(-0.24, 0.05, 0.06, 0.38), (-0.16, thin, 0.1, 0.39), (0.1, thin, 0.1, 0.4), (0.22, 0.06, 0.08, 0.42)])
        ]
        parts += [
            flow([(0, 0.42, 0.15, 0.08), (0, y - 0.05, z - 0.06, 0.06)]),
            *walk(g, 0.08, 0.16, -0.18, 0.38, 0.027, 1.3),
        ]
        root = (0.4, -0.22)
    elif style == 0:  # sitting
        parts += [
            flow([(0, 0.06, -0.06, 0.1), (0, 0.14, -0.05, thin * 1.25), (0, 0.35, 0, thin), (0, 0.45, 0.02, 0.055)])
        ]
        parts += mirrored(
            flow([(0.08, 0.09, -0.02, 0.06), (0.13, 0.27, 0.16, 0.042), (0.1, 0.03, 0.15, 0.028)]),
            egg(0.035, 0.018, 0.075, 0.1, 0.02, 0.19),
        )
        parts += mirrored(
            flow([(0.1, 0.36, 0, 0.04), (0.15, 0.24, 0.08, 0.03), (0.12, 0.28, 0.2, 0.024)]),
            ball(0.032, 0.12, 0.285, 0.21),
        )
        root = (0.06, -0.14)
    else:  # hanging by one arm
        parts += [flow([(0, -0.46, 0, 0.08), (0, -0.36, 0, thin * 1.1), (0, -0.16, 0, thin), (0, -0.06, 0.02, 0.05)])]
        parts += [
            flow([(-0.08, -0.14, 0, 0.045), (-0.17, 0.08, 0, 0.033), (-0.13, 0.34, 0, 0.026)]),
            ball(0.04, -0.13, 0.36, 0),
        ]
        parts += [
            flow([(0.08, -0.14, 0, 0.045), (0.2, -0.28, 0.02, 0.033), (0.27, -0.12, 0.05, 0.026)]),
            ball(0.035, 0.27, -0.1, 0.05),
        ]
        parts += mirrored(
            flow([(0.06, -0.44, 0, 0.06), (0.15, -0.58, 0.1, 0.038), (0.08, -0.72, 0.02, 0.025)]),
            egg(0.03, 0.02, 0.06, 0.08, -0.73, 0.04),
        )
        parts.append(lying(0.03, 0.7, -0.05, 0.38, 0))
        root = (-0.44, -0.06)
    up = [(0, root[0], root[1]), (0, root[0] + 0.02, root[1] - 0.14)]
    coil = [
        (0, root[0] + 0.26 - (0.2 - 0.02 * a) * np.cos(a), root[1] - 0.14 - (0.17 - 0.015 * a) * np.sin(a)) for a in c
    ]
    return [*parts, tube([up[0], *coil], list(np.linspace(0.024, 0.012, 21)))]


KINDS = kinds_of(panda, koala, sloth, monkey)
