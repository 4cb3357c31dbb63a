"""Giants, ghosts and creatures of long ago, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, loft, mirrored, plate, slab, smooth, tube
from indexer.parametric.nature.farm_and_forest import flow, hide
from indexer.parametric.solids import Part, ball, kinds_of, rod, turned


def mammoth(g: Generator) -> list[Part]:
    hip, tusk, hair = g.uniform(1.15, 1.35), g.uniform(1.1, 1.6), g.uniform(0.3, 0.55)
    parts = [
        hide(
            [
                (-1.15, 0.3, 0.3, hip + 0.25),
                (-0.85, 0.62, 0.6, hip + 0.35),
                (0, 0.72, 0.8, hip + 0.55),
                (0.7, 0.65, 0.85, hip + 0.75),
                (1.0, 0.3, 0.5, hip + 0.8),
            ]
        )
    ]
    y, z = hip + 1.0, 1.2
    parts += [egg(0.46, 0.55, 0.45, 0, y, z), egg(0.3, 0.38, 0.3, 0, y + 0.45, z - 0.05)]
    curl = g.uniform(-0.1, 0.5)
    trunk = [(0, y - 0.1, z + 0.3, 0.25), (0, y - 0.8, z + 0.6, 0.17), (0, 0.5 + curl * 0.3, z + 0.45, 0.13)]
    parts.append(flow([*trunk, (0, 0.25 + curl, z + 0.75 + curl * 0.4, 0.09)]))
    out = g.uniform(0.5, 0.8)
    bow = [
        (0.22, y - 0.35, z + 0.3, 0.11),
        (out, y - 1.0, z + 0.3 + tusk * 0.5, 0.1),
        (out * 0.95, y - 0.7, z + 0.4 + tusk, 0.07),
    ]
    ear = turned(
        slab(smooth([(0, 0.2), (0.25, 0.25), (0.35, -0.05), (0.2, -0.4), (0, -0.2)]), 0.06),
        (0, 30, 0),
        (0.38, y, z - 0.15),
    )
    parts += mirrored(
        flow([*bow, (out * 0.45, y - 0.2, z + 0.35 + tusk * 1.05, 0.015)]), ear, ball(0.05, 0.36, y + 0.02, z + 0.28)
    )
    for x, at in ((0.38, 0.65), (-0.38, 0.65), (0.38, -0.7), (-0.38, -0.7)):
        step = g.uniform(-0.15, 0.15)
        parts.append(
            flow([(x, hip + 0.2, at, 0.38), (x, hip * 0.5, at + step * 0.5, 0.23), (x, 0, at + step, 0.24)], 12)
        )
    for k in range(44):  # a curtain of wool along its sides
        a = 2 * np.pi * k / 44
        x, at = 0.66 * np.sin(a), 0.98 * np.cos(a) - 0.05
        tip = hip - hair * g.uniform(0.4, 0.9)
        parts.append(flow([(x * 0.85, hip + 0.3, at, 0.13), (x * 1.05, hip, at, 0.11), (x * 0.98, tip, at, 0.01)], 5))
    parts += [flow([(0, hip + 0.5, -1.1, 0.09), (0, hip + 0.1, -1.25, 0.06), (0, hip - 0.4, -1.2, 0.03)])]
    return parts


def cyclops(g: Generator) -> list[Part]:
    big, style, stoop = g.uniform(0.4, 0.5), int(g.integers(3)), g.uniform(0.0, 0.15)
    y, z = 2.2 - stoop, 0.08 + stoop
    parts = [flow([(0, 0.9, 0, 0.3), (0, 1.15, 0.06, big), (0, 1.6, 0.02, big * 0.95), (0, 1.95, 0, 0.22)], 14)]
    parts += [
        egg(big * 1.15, 0.22, 0.25, 0, 1.75, 0.02),
        egg(0.22, 0.27, 0.24, 0, y, z),
        egg(0.16, 0.11, 0.14, 0, y - 0.16, z + 0.12),
    ]
    parts += [ball(0.105, 0, y + 0.06, z + 0.185), ball(0.05, 0, y + 0.06, z + 0.265)]
    parts += [
        tube([(-0.15, y + 0.12, z + 0.17), (0, y + 0.19, z + 0.25), (0.15, y + 0.12, z + 0.17)], [0.02, 0.045, 0.02]),
        egg(0.05, 0.045, 0.05, 0, y - 0.07, z + 0.25),
    ]
    parts += mirrored(
        tube([(0.2, y + 0.02, z), (0.36, y + 0.1, z - 0.03)], [0.07, 0.006], 6),
        tube([(0.06, y - 0.2, z + 0.23), (0.07, y - 0.1, z + 0.26)], [0.02, 0.002], 5),
    )
    if chance(g, 0.6):
        parts.append(
            tube([(0, y + 0.22, z + 0.08), (0, y + 0.36, z + 0.14), (0, y + 0.5, z + 0.12)], [0.07, 0.05, 0.004])
        )
    thigh = flow([(0.2, 0.95, 0, 0.22), (0.27, 0.5, 0.05, 0.15), (0.27, 0.12, -0.02, 0.12)])
    parts += mirrored(
        thigh, egg(0.13, 0.08, 0.2, 0.27, 0.07, 0.08), *[ball(0.05, 0.27 + d, 0.05, 0.25) for d in (-0.08, 0, 0.08)]
    )
    for k in range(16):  # a hide round the hips
        a = np.pi * k / 8
        c, d = np.cos(a), np.sin(a)
        parts.append(
            flow(
                [
                    (0.36 * c, 1.02, 0.34 * d + 0.02, 0.08),
                    (0.42 * c, 0.8, 0.36 * d, 0.08),
                    (0.42 * c, g.uniform(0.55, 0.66), 0.36 * d, 0.01),
                ],
                5,
            )
        )
    arm = [(big * 1.1, 1.78, 0, 0.18), (big * 1.6, 1.35, 0.02, 0.14)]
    if style == 0:  # a club over the shoulder, or leaning on it, or bare hands
        parts += [flow([*arm, (big * 1.35, 1.5, 0.4, 0.11)]), ball(0.13, big * 1.35, 1.52, 0.42)]
        parts.append(turned(rod(0.055, 1.3, y=-0.2, top=0.17), (g.uniform(-50, 10), 0, 0), (big * 1.35, 1.52, 0.42)))
    elif style == 1:
        parts += [
            flow([*arm, (big * 1.6, 1.0, 0.2, 0.11)]),
            ball(0.13, big * 1.6, 0.98, 0.22),
            rod(0.17, 1.15, big * 1.6, 0, 0.24, 0.06),
        ]
    else:
        parts += [flow([*arm, (big * 1.9, g.uniform(1.3, 2.2), 0.35, 0.11)])]
    parts += [
        flow([(-x, *rest) for x, *rest in [*arm, (big * 1.55, 0.95, 0.18, 0.11)]]),
        ball(0.13, -big * 1.55, 0.9, 0.2),
    ]
    return parts


def ghost(g: Generator) -> list[Part]:
    h, wide, waves, style = g.uniform(0.9, 1.2), g.uniform(0.32, 0.42), int(g.integers(5, 9)), int(g.integers(3))
    sway, deep, phase = g.uniform(-0.2, 0.2), g.uniform(0.04, 0.1), g.uniform(0, 6)
    a = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    rings = []
    for s in np.linspace(0, 1, 22):
        if s < 0.35:
            r = 0.26 * np.sqrt(max(1 - ((0.35 - s) / 0.35) ** 2, 0.001))
        else:
            r = 0.26 + (wide - 0.26) * ((s - 0.35) / 0.65) ** 1.3 * (-0.75 if style == 1 else 1)
        fold = np.maximum(s - 0.35, 0) * (0.28 if style != 1 else 0.1) * np.cos(waves * a + phase)
        hem = deep * s**6 * np.cos(waves * a + phase + 1.5)
        x, z = r * (1 + fold) * np.cos(a), r * (1 + fold) * np.sin(a)
        rings.append(np.stack([x + sway * s**2, h * (1 - s) + hem, z - (0.5 if style == 1 else 0.1) * s**3], axis=1))
    parts = [loft(np.array(rings))]
    top, face = h * 0.76, 0.245
    eyes = egg(0.05, 0.075, 0.035, 0.09, top, face)
    parts += [*mirrored(eyes), egg(0.045, 0.06 if chance(g) else 0.03, 0.03, 0, top - 0.15, face + 0.015)]
    reach, lift = g.uniform(0.15, 0.3), g.uniform(-0.1, 0.2)
    if style == 2:  # arms under the sheet, stretched out in front
        arm = flow([(0.2, h * 0.62, 0.05, 0.09), (0.24, h * 0.64, 0.3, 0.075), (0.22, h * 0.62, 0.5, 0.06)])
        drape = flow([(0.22, h * 0.6, 0.28, 0.06), (0.23, h * 0.42, 0.34, 0.05), (0.22, h * 0.32, 0.3, 0.01)])
        parts += mirrored(arm, drape, ball(0.065, 0.22, h * 0.62, 0.5))
    else:
        parts += mirrored(
            flow(
                [
                    (0.2, h * 0.56, 0.05, 0.09),
                    (0.28 + reach * 0.5, h * 0.58, 0.16, 0.08),
                    (0.28 + reach, h * 0.58 + lift, 0.2, 0.04),
                ]
            )
        )
    return parts


def pterodactyl(g: Generator) -> list[Part]:
    span, lift, crest, bill = g.uniform(1.3, 1.7), g.uniform(-5, 35), g.uniform(0.15, 0.5), g.uniform(0.4, 0.55)
    parts = [hide([(-0.4, 0.04, 0.04, 0), (-0.25, 0.1, 0.09, 0), (0.1, 0.15, 0.14, 0), (0.28, 0.08, 0.09, 0.02)])]
    y, z = g.uniform(0.02, 0.2), 0.58
    parts += [
        flow([(0, 0.02, 0.2, 0.09), (0, 0.04 + y * 0.4, 0.4, 0.055), (0, y, z, 0.06)]),
        egg(0.065, 0.075, 0.12, 0, y + 0.01, z + 0.04),
    ]
    parts.append(
        tube([(0, y + 0.015, z + 0.08), (0, y, z + bill * 0.6), (0, y - 0.03, z + bill)], [0.055, 0.028, 0.003])
    )
    gape = g.uniform(0.0, 0.12)
    parts.append(tube([(0, y - 0.03, z + 0.06), (0, y - 0.05 - gape, z + bill * 0.85)], [0.035, 0.003], 6))
    parts.append(
        tube(
            [(0, y + 0.04, z + 0.05), (0, y + 0.09, z - crest * 0.5), (0, y + 0.12, z - crest)], [0.06, 0.035, 0.004], 6
        )
    )
    hand = 0.42 * span
    skin = smooth(
        [
            (0, 0.18),
            (hand * 0.5, 0.12),
            (hand, 0.32),
            (span * 0.75, 0.16),
            (span, -0.25),
            (span * 0.7, -0.1),
            (hand, -0.16),
            (hand * 0.5, -0.3),
            (0.05, -0.42),
            (0, -0.3),
        ]
    )
    wing = [plate(skin, 0.012)]
    wing.append(flow([(0, 0.01, 0.15, 0.05), (hand * 0.5, 0.01, 0.08, 0.04), (hand, 0.01, 0.29, 0.035)], 8))
    wing.append(
        flow([(hand, 0.01, 0.29, 0.035), (span * 0.75, 0.01, 0.15, 0.025), (span * 0.98, 0.01, -0.22, 0.004)], 8)
    )
    wing += [
        flow([(hand, 0.01, 0.3, 0.018), (hand + d, 0.02, 0.38, 0.014), (hand + d * 1.2, -0.03, 0.42, 0.002)], 6)
        for d in (-0.05, 0.01, 0.07)
    ]
    leg = [flow([(0.06, -0.02, -0.32, 0.045), (0.14, -0.05, -0.5, 0.03), (0.12, -0.06, -0.72, 0.018)])]
    leg += [tube([(0.12, -0.06, -0.7), (0.12 + d, -0.07, -0.83)], [0.012, 0.003], 5) for d in (-0.04, 0, 0.04)]
    parts += mirrored(
        *[turned(p, (0, 0, lift), (0.06, 0.04, 0)) for p in wing], *leg, ball(0.018, 0.055, y + 0.03, z + 0.07)
    )
    parts.append(tube([(0, 0, -0.38), (0, 0.0, -0.52)], [0.035, 0.003], 6))
    dive, roll = g.uniform(5, 40), g.uniform(-30, 30)
    return [turned(p, (dive, 0, roll)) for p in parts]


KINDS = kinds_of(mammoth, cyclops, ghost, pterodactyl)
