"""Long-legged insects, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, plate, smooth, tube
from indexer.parametric.nature.farm_and_forest import flow, hide
from indexer.parametric.solids import Part, ball, kinds_of, lying, turned


def grasshopper(g: Generator) -> list[Part]:
    long, thigh, feel = g.uniform(0.05, 0.06), g.uniform(0.03, 0.037), g.uniform(0.015, 0.04)
    parts = [
        hide(
            [
                (-long * 0.6, 0.002, 0.002, 0.016),
                (-long * 0.3, 0.005, 0.006, 0.016),
                (long * 0.2, 0.0065, 0.0075, 0.018),
                (long * 0.3, 0.006, 0.008, 0.019),
            ]
        )
    ]
    parts += [hide([(long * 0.18, 0.0068, 0.0085, 0.0195), (long * 0.4, 0.0062, 0.0085, 0.0205)], 2.8)]
    z = long * 0.45
    parts += [
        flow([(0, 0.026, z - 0.002, 0.0058), (0, 0.02, z + 0.001, 0.0062), (0, 0.011, z - 0.001, 0.003)]),
        egg(0.0055, 0.006, 0.0055, 0, 0.0245, z - 0.0005),
    ]
    parts += mirrored(egg(0.002, 0.0032, 0.0024, 0.005, 0.0265, z + 0.0015))
    lift = g.uniform(0, 0.012)
    parts += mirrored(
        flow(
            [
                (0.002, 0.029, z + 0.003, 0.0007),
                (0.006, 0.034, z + feel * 0.6, 0.0005),
                (0.012, 0.034 + lift, z + feel, 0.0002),
            ],
            5,
        )
    )
    wing = turned(egg(0.0012, 0.005, long * 0.46), (-3, 3, 8), (0.0055, 0.0225, -long * 0.3))
    parts += mirrored(wing, turned(egg(0.0045, 0.0012, long * 0.44), (-4, 2, 0), (0.0015, 0.0265, -long * 0.3)))
    root, spread = 0.1 * long, g.uniform(0.008, 0.014)
    top = (spread, 0.02 + thigh * 0.72, root - thigh * 0.75)
    back = [
        (0.0065, 0.017, root, 0.0035),
        (spread * 0.8, 0.021 + thigh * 0.25, root - thigh * 0.28, 0.0046),
        (*top, 0.0016),
    ]
    foot = (spread + 0.004, 0.001, root - thigh * g.uniform(0.9, 1.25))
    shin = tube([top, foot], [0.0014, 0.0008], 6)
    toe = tube([foot, (foot[0] + 0.001, 0.0006, foot[2] - 0.006)], [0.001, 0.0004], 6)
    thorns = [
        tube(
            [
                np.array(top) * (1 - q) + np.array(foot) * q,
                np.array(top) * (1 - q) + np.array(foot) * q + (0, 0.001, -0.0028),
            ],
            [0.0005, 0.0001],
            4,
        )
        for q in (0.3, 0.45, 0.6, 0.75)
    ]
    parts += mirrored(flow(back), shin, toe, *thorns)
    for at, end in ((0.32, 0.5), (0.22, 0.16)):
        knee = (0.015, 0.02, (at + end) / 2 * long, 0.0013)
        parts += mirrored(flow([(0.005, 0.014, at * long, 0.0018), knee, (0.017, 0.0, end * long, 0.0006)], 6))
    if chance(g, 0.4):  # clinging to a blade of grass
        parts.append(turned(egg(0.008, 0.0008, 0.11), (g.uniform(-3, 3), 0, 0), (0, -0.0006, 0)))
    return parts


def mosquito(g: Generator) -> list[Part]:
    needle, sag, hang = g.uniform(0.006, 0.008), g.uniform(-0.004, 0.002), g.uniform(0.0075, 0.01)
    fat = g.uniform(0.0009, 0.0022)
    parts = [egg(0.0018, 0.0022, 0.0024, 0, hang, 0), ball(0.0012, 0, hang - 0.0008, 0.0034)]
    rings = [
        (0, hang - 0.0003, -0.0015, 0.001),
        (0, hang + sag * 0.4, -0.0055, fat),
        (0, hang + sag * 0.8, -0.009, fat * 0.9),
        (0, hang + sag, -0.011, 0.0003),
    ]
    parts += [
        flow(rings),
        tube([(0, hang - 0.001, 0.0042), (0, hang - 0.001 - needle * 0.6, 0.0042 + needle * 0.7)], [0.0004, 0.0001], 6),
    ]
    parts += mirrored(egg(0.0006, 0.001, 0.0009, 0.0009, hang - 0.0005, 0.0036))
    feel = [
        (0.0005, hang, 0.0042, 0.00018),
        (0.0014, hang + 0.001, 0.0065, 0.00014),
        (0.0024, hang + 0.0002, 0.009, 0.0001),
    ]
    parts += mirrored(
        flow(feel, 5),
        *[
            tube(
                [
                    (0.001 + 0.0004 * k, hang + 0.0006, 0.0052 + 0.001 * k),
                    (0.0022 + 0.0005 * k, hang + 0.001, 0.0062 + 0.001 * k),
                ],
                0.00007,
                4,
            )
            for k in range(3)
        ],
    )
    spread, lift = g.uniform(20, 75), g.uniform(5, 30)
    wing = plate(
        smooth([(0, 0), (0.0006, -0.003), (0.0016, -0.009), (0.0002, -0.0105), (-0.0012, -0.008), (-0.0006, -0.002)]),
        0.00015,
    )
    parts += mirrored(turned(wing, (lift, -spread, 0), (0.001, hang + 0.0018, -0.0003)))
    for at, end, wide, knee in (
        (0.0014, 0.009, 0.007, 0.004),
        (0.0, 0.001, 0.0095, 0.005),
        (-0.001, -0.009, 0.008, 0.0065),
    ):
        bend = (wide * 0.55, hang + knee * g.uniform(0.6, 1.0), (at + end) * 0.5)
        shin = (wide * 0.85, hang * 0.45, end * 0.8)
        parts += mirrored(
            tube(
                [(0.0012, hang - 0.0012, at), bend, shin, (wide * 1.05, 0.0001, end)],
                [0.00035, 0.0003, 0.0002, 0.0001],
                6,
            )
        )
    return [p.apply_scale(4) for p in parts]


def praying_mantis(g: Generator) -> list[Part]:
    rear, look, wide = g.uniform(0.03, 0.045), g.uniform(-30, 30), g.uniform(0.006, 0.009)
    neck = (0, 0.03 + rear, 0.03)
    parts = [
        flow(
            [
                (0, 0.026, -0.062, 0.001),
                (0, 0.027, -0.04, wide),
                (0, 0.029, -0.01, wide * 0.8),
                (0, 0.031, 0.004, 0.004),
            ]
        )
    ]
    parts.append(
        flow(
            [
                (0, 0.031, 0.002, 0.004),
                (0, 0.034 + rear * 0.5, 0.018, 0.0032),
                (0, 0.028 + rear * 0.85, 0.027, 0.0042),
                (*neck, 0.0028),
            ]
        )
    )
    head = [
        flow([(-0.0085, 0.0035, 0, 0.0022), (0, 0.0, 0.001, 0.0044), (0.0085, 0.0035, 0, 0.0022)]),
        flow([(0, 0, 0.001, 0.004), (0, -0.004, 0.003, 0.003), (0, -0.0085, 0.004, 0.0008)]),
    ]
    head += mirrored(
        egg(0.003, 0.0042, 0.0034, 0.0085, 0.0038, 0.0005),
        flow([(0.0015, 0.004, 0.002, 0.0006), (0.004, 0.015, 0.008, 0.0004), (0.009, 0.024, 0.006, 0.0002)], 5),
    )
    parts += [turned(p, (0, look, 0), (0, neck[1] + 0.003, neck[2] + 0.002)) for p in head]
    y, z, open_ = 0.026 + rear * 0.8, 0.026, g.uniform(0.0, 0.014)
    elbow = (0.009 + open_ * 0.5, y - 0.024, z + 0.018 + open_)
    wrist = (0.007 + open_, y + 0.008, z + 0.027 + open_ * 1.6)
    tip = (0.006 + open_, y - 0.014, z + 0.033 + open_ * 2)
    fore = [
        flow([(0.003, y, z, 0.0026), (0.008, y - 0.012, z + 0.007, 0.003), (*elbow, 0.0024)]),
        flow([(*elbow, 0.0026), (*((np.array(elbow) + wrist) / 2), 0.0042), (*wrist, 0.0018)]),
    ]
    fore.append(tube([wrist, tip], [0.0018, 0.0004], 7))
    for q in (0.25, 0.4, 0.55, 0.7, 0.85):  # the teeth of the trap
        base = np.array(elbow) * (1 - q) + np.array(wrist) * q
        fore.append(tube([base, base + np.array((0, -0.001, 0.0068))], [0.0008, 0.0001], 5))
    wing = turned(egg(0.0011, 0.0065, 0.034), (-2, 4, 14), (wide * 0.75, 0.033, -0.03))
    parts += mirrored(*fore, wing, turned(egg(0.006, 0.001, 0.033), (-4, 3, 0), (0.002, 0.038, -0.03)))
    for at, end, side in ((0.0, 0.018, 0.034), (-0.012, -0.045, 0.036)):
        knee = (side * 0.7, 0.04, (at + end) * 0.5)
        parts += mirrored(
            tube(
                [(0.003, 0.027, at), knee, (side, 0.0, end + g.uniform(-0.006, 0.006)), (side + 0.004, 0, end)],
                [0.0016, 0.0013, 0.0007, 0.0005],
                6,
            )
        )
    if chance(g, 0.4):
        parts.append(lying(0.004, 0.11, 0, -0.004, 0.01))
    return parts


KINDS = kinds_of(grasshopper, mosquito, praying_mantis)
