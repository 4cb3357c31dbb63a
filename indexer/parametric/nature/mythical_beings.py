"""Steeds of myths, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, tube
from indexer.parametric.nature.farm_and_forest import flow, hide, walk
from indexer.parametric.solids import Part, ball, kinds_of, rod, turned


def _steed(g: Generator, hip: float, long: float, up: float) -> tuple[list[Part], float, float]:
    """A horse with flowing mane and tail; also the height and place of its head."""
    rump = [(-long * 0.6, 0.08, 0.12, hip + 0.12), (-long * 0.46, 0.25, 0.28, hip + 0.12)]
    parts = [
        hide(
            [
                *rump,
                (0, 0.23, 0.25, hip + 0.06),
                (long * 0.42, 0.24, 0.3, hip + 0.12),
                (long * 0.56, 0.1, 0.15, hip + 0.15),
            ]
        )
    ]
    y, z = hip + 0.15 + up, long * 0.5 + 0.34
    parts.append(
        flow(
            [(0, hip + 0.1, long * 0.36, 0.27), (0, hip + 0.2 + up * 0.5, long * 0.5 + 0.16, 0.16), (0, y, z, 0.11)], 12
        )
    )
    parts.append(
        flow(
            [
                (0, y + 0.03, z - 0.1, 0.1),
                (0, y, z + 0.1, 0.13),
                (0, y - 0.2, z + 0.3, 0.08),
                (0, y - 0.29, z + 0.38, 0.07),
            ]
        )
    )
    parts += [
        ball(0.072, 0, y - 0.29, z + 0.37),
        *mirrored(tube([(0.06, y + 0.08, z - 0.04), (0.08, y + 0.24, z - 0.03)], [0.045, 0.004], 6)),
    ]
    for s in np.linspace(0, 1, 8):  # locks of the mane
        root = np.array((0, hip + 0.36 + (up - 0.08) * s, long * 0.4 - 0.08 + 0.36 * s))
        lock = [
            (*root, 0.045),
            (*(root + np.array((0.07, 0.02, -0.12))), 0.05),
            (*(root + np.array((0.09, -0.22, -0.17))), 0.01),
        ]
        parts.append(flow(lock, 6))
    sweep = g.uniform(0.1, 0.4)
    tail = [
        (0, hip + 0.22, -long * 0.57, 0.05),
        (0, hip + 0.2, -long * 0.6 - sweep, 0.09),
        (0, hip * 0.7, -long * 0.6 - sweep, 0.1),
    ]
    return (
        [
            *parts,
            flow([*tail, (0, hip * 0.3, -long * 0.65 - sweep * 1.4, 0.02)]),
            *walk(g, 0.15, long * 0.42, -long * 0.45, hip + 0.05, 0.06),
        ],
        y,
        z,
    )


def feathered_wing(g: Generator, span: float, lift: float, count: int = 8) -> list[Part]:
    """A feathered wing to the side of +x, rising by `lift` degrees."""
    elbow, tip = np.array((span * 0.35, span * 0.25, 0.02)), np.array((span * 0.75, span * 0.42, -0.08))
    parts = [flow([(0, 0, 0, span * 0.07), (*elbow, span * 0.06), (*tip, span * 0.025)])]
    for row, (reach, thick) in enumerate(((0.62, 0.01), (0.36, 0.018))):
        for s in np.linspace(0, 1, count):
            root = elbow * 2 * s if s < 0.5 else elbow + (tip - elbow) * (2 * s - 1)
            a = np.radians(-100 + 75 * s**1.5 + g.uniform(-2, 2))
            long = span * reach * (0.65 + 0.5 * s)
            feather = egg(long * 0.55, span * 0.08, span * thick, long * 0.45, 0, 0)
            parts.append(
                turned(feather, (0, 0, float(np.degrees(a))), tuple(root + np.array((0, 0, 0.015 * row)) * span))
            )
    return [turned(p, (0, 0, lift)) for p in parts]


def unicorn(g: Generator) -> list[Part]:
    horn, style = g.uniform(0.4, 0.6), int(g.integers(3))
    if style == 1:  # a foal of toy proportions
        parts = [
            egg(0.24, 0.22, 0.33, 0, 0.42, 0),
            flow([(0, 0.45, 0.2, 0.17), (0, 0.7, 0.32, 0.12), (0, 0.85, 0.35, 0.12)]),
        ]
        parts += [egg(0.22, 0.22, 0.24, 0, 0.92, 0.38), egg(0.14, 0.12, 0.12, 0, 0.82, 0.58)]
        parts += mirrored(
            tube([(0.12, 1.08, 0.34), (0.16, 1.25, 0.33)], [0.06, 0.005], 6), ball(0.04, 0.16, 0.95, 0.53)
        )
        for k in range(7):
            parts.append(ball(0.085, 0.03 * (-1) ** k, 1.12 - 0.09 * k, 0.26 - 0.035 * k))
        parts.append(flow([(0, 0.5, -0.3, 0.05), (0, 0.6, -0.5, 0.1), (0, 0.4, -0.6, 0.1), (0, 0.15, -0.55, 0.02)]))
        for x in (0.13, -0.13):
            parts += [rod(0.085, 0.35, x, 0, z, 0.07) for z in (0.18, -0.18)]
        y, z, horn = 1.1, 0.46, horn * 0.7
    else:
        parts, y, z = _steed(g, g.uniform(0.85, 1.0), g.uniform(1.05, 1.2), g.uniform(0.5, 0.75))
        parts += [flow([(0, y - 0.35, z + 0.32, 0.03), (0, y - 0.45, z + 0.34, 0.008)], 6)]
        y, z = y + 0.1, z + 0.1
    a = np.linspace(0, 1, 32)
    tilt = g.uniform(25, 45)
    cone = [tube([(0, 0, 0), (0, horn, 0)], [0.036, 0.002], 10)]
    twist = np.stack([0.036 * (1 - a) * np.cos(a * 26), horn * a, 0.036 * (1 - a) * np.sin(a * 26)], axis=1)
    cone.append(tube(twist, list(0.016 * (1 - a) + 0.002), 6))
    return [*parts, *[turned(p, (tilt, 0, 0), (0, y, z)) for p in cone]]


def pegasus(g: Generator) -> list[Part]:
    hip, long = g.uniform(0.85, 1.0), g.uniform(1.05, 1.2)
    parts, _, _ = _steed(g, hip, long, g.uniform(0.5, 0.7))
    wing = feathered_wing(g, g.uniform(1.1, 1.5), g.uniform(-5, 35))
    sweep = g.uniform(0, 30)
    parts += mirrored(*[turned(p, (0, sweep, 0), (0.16, hip + 0.25, long * 0.25)) for p in wing])
    if chance(g, 0.4):  # rearing
        parts = [turned(p, (-g.uniform(34.5, 35), 0, 0), (0, 0.35, 0)) for p in parts]
    return parts


def centaur(g: Generator) -> list[Part]:
    hip, long, style = g.uniform(0.8, 0.92), g.uniform(1.0, 1.15), int(g.integers(3))
    z = long * 0.44
    rump = [(-long * 0.6, 0.08, 0.12, hip + 0.12), (-long * 0.46, 0.24, 0.27, hip + 0.12)]
    parts = [hide([*rump, (0, 0.22, 0.25, hip + 0.06), (z, 0.22, 0.28, hip + 0.1), (z + 0.16, 0.1, 0.14, hip + 0.14)])]
    waist = [(0, hip + 0.1, z, 0.22), (0, hip + 0.4, z + 0.06, 0.14)]
    parts += [
        flow([*waist, (0, hip + 0.55, z + 0.07, 0.16), (0, hip + 0.85, z + 0.05, 0.12)], 12),
        egg(0.22, 0.14, 0.12, 0, hip + 0.7, z + 0.06),
    ]
    y = hip + 1.06
    parts += [
        rod(0.055, 0.2, 0, y - 0.22, z + 0.05),
        egg(0.085, 0.115, 0.1, 0, y, z + 0.07),
        egg(0.1, 0.12, 0.09, 0, y + 0.02, z + 0.02),
    ]
    if chance(g, 0.6):
        parts.append(flow([(0, y - 0.05, z + 0.13, 0.06), (0, y - 0.2, z + 0.14, 0.01)]))
    side = (0.22, hip + 0.76, z + 0.05, 0.06)
    if style == 0:  # drawing a bow
        bend = np.linspace(-1.1, 1.1, 13)
        parts += [tube([(0.34, hip + 0.74 + 0.5 * np.sin(a), z + 0.2 + 0.45 * np.cos(a)) for a in bend], 0.018)]
        parts.append(
            tube([(0.34, hip + 0.29, z + 0.4), (0.1, hip + 0.76, z + 0.02), (0.34, hip + 1.19, z + 0.4)], 0.005, 5)
        )
        parts += [
            tube([(0.08, hip + 0.76, z), (0.36, hip + 0.74, z + 0.8)], 0.009, 6),
            flow([side, (0.3, hip + 0.74, z + 0.35, 0.05), (0.34, hip + 0.74, z + 0.62, 0.04)]),
        ]
        parts.append(
            flow(
                [
                    (-0.22, hip + 0.76, z + 0.05, 0.06),
                    (-0.4, hip + 0.74, z + 0.1, 0.048),
                    (0.05, hip + 0.76, z + 0.14, 0.04),
                ]
            )
        )
    elif style == 1:  # with a spear
        parts.append(flow([side, (0.38, hip + 0.55, z + 0.1, 0.048), (0.4, hip + 0.62, z + 0.34, 0.04)]))
        parts += [
            rod(0.018, 2.0, 0.4, hip - 0.4, z + 0.36),
            turned(egg(0.05, 0.15, 0.015), (0, 0, 0), (0.4, hip + 1.68, z + 0.36)),
        ]
        parts.append(
            flow(
                [
                    (-0.22, hip + 0.76, z + 0.05, 0.06),
                    (-0.32, hip + 0.5, z + 0.02, 0.048),
                    (-0.28, hip + 0.28, z + 0.16, 0.04),
                ]
            )
        )
    else:
        parts += mirrored(flow([side, (0.36, hip + 0.52, z, 0.05), (0.14, hip + 0.55, z + 0.2, 0.042)]))
    sweep = g.uniform(0.1, 0.35)
    tail = [
        (0, hip + 0.22, -long * 0.57, 0.05),
        (0, hip + 0.15, -long * 0.6 - sweep, 0.09),
        (0, hip * 0.35, -long * 0.66 - sweep, 0.02),
    ]
    return [*parts, flow(tail), *walk(g, 0.15, z, -long * 0.45, hip + 0.05, 0.06)]


KINDS = kinds_of(unicorn, pegasus, centaur)
