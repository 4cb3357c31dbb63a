"""Winged beings of myths and of stone, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, slab, tube
from indexer.parametric.nature.farm_and_forest import flow, hide, walk
from indexer.parametric.nature.mythical_beings import feathered_wing
from indexer.parametric.solids import Part, box, kinds_of, rod, turned


def griffin(g: Generator) -> list[Part]:
    hip, long, sits = g.uniform(0.6, 0.7), g.uniform(0.9, 1.05), chance(g)
    y, z = hip + 0.62, long * 0.5 + 0.14
    if sits:
        y = hip + 0.75
        z = 0.42
        parts = [
            flow(
                [
                    (0, 0.2, -0.3, 0.2),
                    (0, 0.3, -0.15, 0.26),
                    (0, 0.65, 0.18, 0.25),
                    (0, y - 0.15, z - 0.1, 0.16),
                    (0, y, z, 0.13),
                ],
                14,
            )
        ]
        parts += mirrored(egg(0.13, 0.22, 0.26, 0.2, 0.22, -0.18), egg(0.08, 0.05, 0.17, 0.22, 0.05, 0.08))
        legs = [flow([(0.15, 0.65, 0.25, 0.12), (0.15, 0.3, 0.33, 0.065), (0.15, 0.05, 0.34, 0.05)])]
        front, root = 0.36, (0.12, -0.45)
    else:
        rump = [(-long * 0.55, 0.08, 0.1, hip + 0.08), (-long * 0.42, 0.19, 0.2, hip + 0.08)]
        parts = [
            hide(
                [
                    *rump,
                    (0, 0.18, 0.2, hip + 0.06),
                    (long * 0.4, 0.21, 0.27, hip + 0.1),
                    (long * 0.54, 0.1, 0.15, hip + 0.16),
                ]
            )
        ]
        parts.append(flow([(0, hip + 0.1, long * 0.36, 0.25), (0, hip + 0.35, long * 0.5, 0.18), (0, y, z, 0.12)]))
        parts += walk(g, 0.14, long * 0.38, -long * 0.42, hip + 0.04, 0.055)[4:]
        legs = [
            flow(
                [
                    (0.14, hip + 0.05, long * 0.38, 0.12),
                    (0.15, hip * 0.5, long * 0.43, 0.06),
                    (0.15, 0.05, long * 0.42, 0.045),
                ]
            )
        ]
        front, root = long * 0.42, (hip + 0.12, -long * 0.52)
    for a in (-35, 0, 35):  # eagle talons in front
        d = np.array((np.sin(np.radians(a)), 0, np.cos(np.radians(a))))
        foot = np.array((0.15, 0.04, front))
        legs.append(flow([(*foot, 0.04), (*(foot + d * 0.13), 0.035), (*(foot + d * 0.2 - (0, 0.035, 0)), 0.003)], 6))
    parts += [
        egg(0.13, 0.13, 0.16, 0, y, z + 0.04),
        flow(
            [
                (0, y, z + 0.14, 0.085),
                (0, y + 0.01, z + 0.24, 0.06),
                (0, y - 0.05, z + 0.33, 0.03),
                (0, y - 0.12, z + 0.32, 0.003),
            ]
        ),
    ]
    ear = tube([(0.08, y + 0.08, z), (0.12, y + 0.27, z - 0.05)], [0.045, 0.003], 6)
    parts += mirrored(*legs, ear, turned(egg(0.03, 0.015, 0.05), (0, 0, -15), (0.11, y + 0.06, z + 0.12)))
    wing = feathered_wing(g, g.uniform(0.9, 1.2), g.uniform(0, 40))
    parts += mirrored(*[turned(p, (0, 25, 0), (0.14, hip + 0.22, front * 0.5)) for p in wing])
    y, z = root
    tip = (0.2, y + 0.3, z - 0.5)
    tail = [(0, y, z, 0.04), (0, max(y - 0.2, 0.05), z - 0.25, 0.03), (0.15, y, z - 0.45, 0.025), (*tip, 0.02)]
    return [*parts, flow(tail), egg(0.06, 0.12, 0.06, *tip)]


def angel(g: Generator) -> list[Part]:
    h, style, wide = g.uniform(1.05, 1.25), int(g.integers(3)), g.uniform(0.24, 0.34)
    robe = [
        (0.0, 0.0),
        (wide, 0.0),
        (wide * 0.75, h * 0.25),
        (0.17, h * 0.62),
        (0.15, h * 0.75),
        (0.19, h),
        (0.06, h + 0.1),
        (0, h + 0.1),
    ]
    parts = [turned(tube([(0, y, 0) for _, y in robe[1:-1]], [r for r, _ in robe[1:-1]], 24), (0, 0, 0))]
    for k in range(14):  # folds of the gown
        a = k * np.pi / 7
        fold = [
            (wide * np.cos(a), 0.0, wide * np.sin(a), 0.035),
            (wide * 0.72 * np.cos(a), h * 0.27, wide * 0.72 * np.sin(a), 0.03),
        ]
        parts.append(flow([*fold, (0.15 * np.cos(a), h * 0.64, 0.15 * np.sin(a), 0.01)], 6))
    y = h + 0.25
    parts += [
        rod(0.05, 0.15, 0, h + 0.04),
        egg(0.09, 0.12, 0.1, 0, y, 0.02),
        egg(0.115, 0.14, 0.1, 0, y + 0.02, -0.03),
        flow([(0, y, -0.06, 0.1), (0, y - 0.3, -0.1, 0.09)]),
    ]
    shoulder = (0.19, h - 0.05, 0, 0.07)
    if style == 0:  # praying
        parts += mirrored(
            flow([shoulder, (0.26, h - 0.33, 0.06, 0.065), (0.02, h - 0.22, 0.24, 0.035)]),
            turned(egg(0.02, 0.08, 0.035), (-20, 0, 0), (0.015, h - 0.14, 0.26)),
        )
    elif style == 1:  # blowing a horn
        parts += mirrored(flow([shoulder, (0.28, h - 0.16, 0.12, 0.06), (0.03, h + 0.14, 0.3, 0.035)]))
        parts.append(tube([(0, y - 0.04, 0.12), (0, y + 0.05, 0.6), (0, y + 0.07, 0.72)], [0.012, 0.02, 0.08], 12))
    else:
        parts += mirrored(
            flow([shoulder, (0.36, h - 0.22, 0.08, 0.06), (0.52, h - 0.1 + g.uniform(-0.2, 0.2), 0.22, 0.035)])
        )
    span = g.uniform(0.75, 1.05)
    back = [
        turned(p, (0, g.uniform(14.9, 15.1), 0), (0.05, h - 0.1, -0.17))
        for p in feathered_wing(g, span, g.uniform(5, 40))
    ]
    parts += mirrored(*back)
    if chance(g, 0.7):
        circle = [(0.14 * np.cos(a), y + 0.2, 0.14 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 25)]
        parts.append(tube(circle, 0.014, 8))
    return [*parts, box(0.7, 0.1, 0.6, 0, -0.1, 0)] if chance(g, 0.4) else parts


def gargoyle(g: Generator) -> list[Part]:
    hunch, horn, spread = g.uniform(0.0, 0.15), g.uniform(0.12, 0.25), g.uniform(10, 60)
    y, z = 0.78 - hunch, 0.22 + hunch
    parts = [
        flow(
            [
                (0, 0.16, -0.14, 0.16),
                (0, 0.3, -0.14, 0.19),
                (0, 0.58, 0.0, 0.2),
                (0, y - 0.12, z - 0.1, 0.12),
                (0, y, z - 0.03, 0.1),
            ],
            14,
        )
    ]
    parts += [
        egg(0.13, 0.13, 0.13, 0, y, z),
        egg(0.1, 0.065, 0.1, 0, y - 0.05, z + 0.1),
        egg(0.03, 0.03, 0.03, 0, y - 0.01, z + 0.19),
    ]
    parts.append(flow([(0, y - 0.1, z + 0.02, 0.08), (0, y - 0.14, z + 0.15, 0.055)]))
    fangs = [tube([(0.05, y - 0.11, z + 0.16), (0.05, y - 0.06, z + 0.17)], [0.014, 0.001], 6)]
    horns = flow(
        [
            (0.07, y + 0.1, z, 0.035),
            (0.14, y + 0.1 + horn * 0.7, z - 0.06, 0.03),
            (0.1, y + 0.1 + horn, z - 0.14, 0.003),
        ],
        8,
    )
    ears = flow([(0.11, y + 0.03, z, 0.04), (0.22, y + 0.1, z - 0.03, 0.035), (0.27, y + 0.2, z - 0.06, 0.002)], 6)
    brow = turned(egg(0.055, 0.022, 0.03), (0, 20, 20), (0.06, y + 0.045, z + 0.11))
    arm = flow([(0.19, 0.58, 0.05, 0.09), (0.29, 0.36, 0.12, 0.065), (0.15, 0.08, 0.3, 0.05)])
    leg = flow([(0.14, 0.2, -0.08, 0.13), (0.27, 0.42, 0.14, 0.1), (0.25, 0.07, 0.1, 0.055)])
    limbs = [arm, leg, egg(0.06, 0.04, 0.1, 0.26, 0.04, 0.16)]
    for x, at in ((0.15, 0.36), (0.26, 0.24)):
        limbs += [
            flow(
                [
                    (x + d, 0.05, at - 0.04, 0.028),
                    (x + d * 1.6, 0.05, at + 0.04, 0.022),
                    (x + d * 1.7, 0.0, at + 0.07, 0.002),
                ],
                6,
            )
            for d in (-0.04, 0, 0.04)
        ]
    s = g.uniform(0.6, 0.85)
    bat = [
        (0, 0),
        (0.3, 0.55),
        (0.5, 0.95),
        (0.62, 0.6),
        (0.95, 0.55),
        (0.78, 0.25),
        (0.9, -0.05),
        (0.62, 0.02),
        (0.5, -0.3),
        (0.3, -0.1),
        (0.1, -0.3),
    ]
    wing = [slab([(a * s, b * s) for a, b in bat], 0.03)]
    wing += [
        tube([(0.3 * s, 0.55 * s, 0.01), (a * s, b * s, 0.01)], [0.03, 0.012], 6)
        for a, b in ((0.95, 0.55), (0.9, -0.05), (0.5, -0.3))
    ]
    wing.append(flow([(0, 0, 0, 0.05), (0.3 * s, 0.55 * s, 0.01, 0.035), (0.5 * s, 0.95 * s, 0, 0.008)], 6))
    limbs += [turned(p, (-10, spread, 0), (0.08, 0.52, -0.14)) for p in wing]
    parts += mirrored(*fangs, horns, ears, brow, *limbs)
    parts.append(
        flow([(0, 0.12, -0.25, 0.06), (0.1, 0.04, -0.4, 0.04), (0.36, 0.04, -0.2, 0.03), (0.42, 0.05, 0.1, 0.005)])
    )
    if chance(g, 0.75):  # on its pedestal
        parts += [box(0.8, 0.12, 0.8, 0, -0.12, 0), box(0.68, 0.4, 0.68, 0, -0.5, 0), box(0.85, 0.1, 0.85, 0, -0.6, 0)]
    return parts


KINDS = kinds_of(griffin, angel, gargoyle)
