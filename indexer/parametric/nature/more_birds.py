"""Birds told by their beaks, combs and necks, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, plate, slab, tube
from indexer.parametric.nature.farm_and_forest import flow, hide
from indexer.parametric.solids import Part, ball, kinds_of, lying, turned


def standing(x: float, z: float, high: float, r: float, toe: float) -> list[Part]:
    """A thin leg with three toes before and one behind."""
    parts = [tube([(x, high, z - toe * 0.2), (x, high * 0.5, z - toe * 0.3), (x, 0, z)], [r * 1.3, r, r])]
    for angle, long in ((-35, toe), (0, toe * 1.1), (35, toe), (180, toe * 0.5)):
        a = np.radians(angle)
        parts.append(tube([(x, r, z), (x + long * np.sin(a), r * 0.7, z + long * np.cos(a))], [r, r * 0.5], 6))
    return parts


def folded(fat: float, long: float, y: float, z: float, tilt: float) -> list[Part]:
    """Two wings folded along the sides."""
    lines = [
        egg(fat * 0.18, long * (0.32 - 0.05 * k), long * (0.55 + 0.1 * k), 0, 0, -long * 0.1 * k) for k in range(3)
    ]
    return mirrored(
        *[turned(p, (tilt, 5, 6), (fat * 0.9 - 0.004 * k, y - long * 0.05 * k, z)) for k, p in enumerate(lines)]
    )


def toucan(g: Generator) -> list[Part]:
    bill, fat, tail, look = g.uniform(0.17, 0.23), g.uniform(0.07, 0.085), g.uniform(0.16, 0.22), g.uniform(-25, 25)
    parts = [
        flow(
            [
                (0, 0.03, -0.11, 0.03),
                (0, 0.09, -0.06, fat),
                (0, 0.19, 0.01, fat),
                (0, 0.27, 0.03, 0.05),
                (0, 0.31, 0.03, 0.045),
            ],
            14,
        )
    ]
    deep = bill * g.uniform(0.17, 0.22)
    beak = [(0.03, 0.03, deep, 0.0), (0.09, 0.027, deep * 1.08, 0.008), (bill * 0.75, 0.02, deep * 0.75, -0.005)]
    head = [
        egg(0.058, 0.056, 0.065),
        hide([*beak, (bill, 0.01, 0.018, -deep * 0.8), (bill + 0.01, 0.004, 0.006, -deep * 1.1)]),
    ]
    head += mirrored(ball(0.014, 0.05, 0.015, 0.025), egg(0.01, 0.026, 0.026, 0.048, 0.015, 0.022))
    head.append(tube([(0, -0.005, 0.03), (0, 0.0, bill * 0.6), (0, -deep * 0.75, bill)], [0.034, 0.0265, 0.012], 4))
    parts += [turned(p, (g.uniform(-2, 2), look, 0), (0, 0.33, 0.045)) for p in head]
    parts += folded(fat, 0.13, 0.14, -0.04, -35)
    fan = plate([(-0.02, 0), (0.02, 0), (0.04, -tail), (0, -tail - 0.015), (-0.04, -tail)], 0.012)
    parts.append(turned(fan, (-g.uniform(45, 65), 0, 0), (0, 0.05, -0.1)))
    parts += [
        lying(0.025, g.uniform(0.35, 0.5), 0, -0.02, 0),
        *mirrored(flow([(0.03, 0.06, -0.02, 0.022), (0.03, 0.02, 0, 0.012)])),
    ]
    return [
        *parts,
        *mirrored(
            *[
                flow([(0.03 + d, 0.012, 0, 0.009), (0.03 + d, 0.0, 0.03, 0.008), (0.03 + d, -0.03, 0.028, 0.004)], 6)
                for d in (-0.012, 0.012)
            ]
        ),
    ]


def rooster(g: Generator) -> list[Part]:
    comb, plume, crow = g.uniform(0.05, 0.08), g.uniform(0.3, 0.42), chance(g, 0.4)
    y, z = 0.62, 0.2
    parts = [
        hide([(-0.22, 0.05, 0.07, 0.38), (-0.1, 0.11, 0.12, 0.34), (0.1, 0.125, 0.14, 0.33), (0.22, 0.07, 0.1, 0.38)])
    ]
    parts.append(flow([(0, 0.36, 0.12, 0.13), (0, 0.48, 0.19, 0.085), (0, y, z - 0.01, 0.05)], 12))
    tilt = -35.0 if crow else g.uniform(-5, 10)
    head = [egg(0.05, 0.052, 0.06), flow([(0, 0, 0.04, 0.025), (0, -0.005, 0.08, 0.016), (0, -0.025, 0.105, 0.002)], 8)]
    crest: list[tuple[float, float]] = [(0.07, 0.02), (0.075, 0.05)]
    for k in range(5):
        crest += [(0.06 - 0.03 * k, 0.045 + comb * (1 + 0.25 * np.sin(k))), (0.045 - 0.03 * k, 0.05 + comb * 0.4)]
    head.append(turned(slab([(-a, b) for a, b in [*crest, (-0.08, 0.03), (-0.04, 0.01)]], 0.014), (0, 90, 0)))
    head += mirrored(egg(0.012, 0.045, 0.022, 0.018, -0.065, 0.045), ball(0.009, 0.044, 0.012, 0.03))
    parts += [turned(p, (tilt, 0, 0), (0, y + 0.02, z + 0.015)) for p in head]
    for k in range(9):  # sickle feathers
        x, reach = 0.012 * (k - 4), plume * (1 - 0.06 * abs(k - 4))
        rise = 0.3 * (1 - 0.09 * k)
        line = [
            (x, 0.4, -0.18, 0.03),
            (x * 1.6, 0.44 + rise, -0.24 - reach * 0.4, 0.03),
            (x * 2.5, 0.38 + rise * 0.5, -0.24 - reach, 0.022),
        ]
        parts.append(flow([*line, (x * 2.8, 0.25 + rise * 0.3, -0.26 - reach * 1.05, 0.003)], 6))
    parts += [
        *folded(0.125, 0.17, 0.36, -0.02, 0),
        *standing(0.06, 0.02, 0.26, 0.012, 0.09),
        *standing(-0.06, 0.02, 0.26, 0.012, 0.09),
    ]
    return [*parts, *mirrored(flow([(0.06, 0.3, 0.02, 0.06), (0.06, 0.2, 0, 0.02)]))]


def heron(g: Generator) -> list[Part]:
    hip, style, bill = g.uniform(0.42, 0.55), int(g.integers(3)), g.uniform(0.14, 0.18)
    y, z = ((hip + 0.62, 0.2), (hip + 0.38, 0.42), (hip + 0.3, 0.12))[style]
    parts = [
        hide(
            [
                (-0.36, 0.02, 0.02, hip - 0.03),
                (-0.2, 0.075, 0.08, hip + 0.06),
                (0.05, 0.09, 0.1, hip + 0.13),
                (0.18, 0.05, 0.07, hip + 0.2),
            ]
        )
    ]
    bends = (
        [(0.36, 0.26), (0.42, 0.06), (0.55, 0.1)],
        [(0.22, 0.3), (0.4, 0.22), (0.42, 0.34)],
        [(0.08, 0.3), (0.22, 0.26), (0.34, 0.04)],
    )[style]
    neck = [(0, hip + 0.16, 0.13, 0.06), *[(0, hip + a, b, 0.03) for a, b in bends]]
    parts += [flow([*neck, (0, y, z, 0.026)]), egg(0.032, 0.03, 0.055, 0, y, z + 0.02)]
    tilt = (5.0, 30.0, 8.0)[style] + g.uniform(-5, 8)
    beak = tube([(0, 0, 0), (0, 0, bill * 0.5), (0, 0, bill)], [0.02, 0.013, 0.001])
    parts.append(turned(beak, (tilt, 0, 0), (0, y, z + 0.06)))
    parts.append(
        flow([(0, y + 0.02, z - 0.02, 0.012), (0, y + 0.01, z - 0.1, 0.008), (0, y - 0.03, z - 0.16, 0.001)], 6)
    )
    parts += folded(0.085, 0.22, hip + 0.09, -0.06, -18)
    parts += [tube([(x, hip + 0.12, 0.17), (x * 2, hip - 0.03, 0.24)], [0.012, 0.002], 6) for x in (-0.02, 0, 0.02)]
    parts += standing(0.04, 0.0, hip + 0.02, 0.01, 0.08)
    if chance(g, 0.3):  # on one leg
        return [
            *parts,
            flow([(-0.04, hip + 0.02, 0, 0.014), (-0.04, hip - 0.12, 0.1, 0.01), (-0.04, hip - 0.15, -0.05, 0.008)]),
        ]
    return [*parts, *standing(-0.04, g.uniform(-0.1, 0.1), hip + 0.02, 0.01, 0.08)]


def dodo(g: Generator) -> list[Part]:
    fat, bill, hip = g.uniform(0.21, 0.26), g.uniform(0.16, 0.2), g.uniform(0.2, 0.26)
    y, z = hip + 0.58, 0.26
    parts = [
        hide(
            [
                (-0.34, 0.08, 0.1, hip + 0.3),
                (-0.2, fat * 0.9, fat * 0.85, hip + 0.2),
                (0.08, fat, fat, hip + 0.16),
                (0.28, fat * 0.5, fat * 0.6, hip + 0.24),
            ]
        )
    ]
    parts.append(
        flow(
            [
                (0, hip + 0.2, 0.18, fat * 0.6),
                (0, hip + 0.34, 0.34, 0.1),
                (0, y - 0.05, z - 0.02, 0.07),
                (0, y, z, 0.08),
            ],
            12,
        )
    )
    parts += [egg(0.09, 0.09, 0.1, 0, y, z + 0.02), *mirrored(ball(0.018, 0.078, y + 0.02, z + 0.05))]
    end = z + 0.07 + bill
    parts.append(
        flow(
            [
                (0, y - 0.015, z + 0.07, 0.075),
                (0, y - 0.01, z + 0.1 + bill * 0.3, 0.045),
                (0, y + 0.01, end, 0.06),
                (0, y - 0.09, end + 0.035, 0.008),
            ],
            12,
        )
    )
    parts.append(
        flow(
            [
                (0, y - 0.05, z + 0.06, 0.05),
                (0, y - 0.055, z + 0.1 + bill * 0.4, 0.034),
                (0, y - 0.06, end - 0.01, 0.012),
            ]
        )
    )
    wing = turned(egg(0.03, 0.1, 0.06), (25 + g.uniform(-15, 15), 0, 12), (fat * 1.0, hip + 0.2, -0.02))
    parts += mirrored(
        wing,
        *[turned(egg(0.015, 0.06, 0.02), (50 + 15 * k, 0, 14), (fat, hip + 0.12 + 0.02 * k, -0.07)) for k in range(3)],
    )
    for k in range(6):  # the curly tuft of a tail
        a = g.uniform(-0.6, 0.6)
        curl = [
            (0, hip + 0.33, -0.28, 0.05),
            (a * 0.12, hip + 0.46, -0.36, 0.045),
            (a * 0.25, hip + 0.44 - 0.02 * k, -0.47, 0.03),
        ]
        parts.append(flow([*curl, (a * 0.27, hip + 0.37, -0.46, 0.006)], 8))
    legs = [p for x in (0.1, -0.1) for p in standing(x, 0.05, hip + 0.05, 0.028, 0.13)]
    return [*parts, *legs, *mirrored(flow([(0.1, hip + 0.06, 0.03, 0.1), (0.1, hip * 0.65, 0.0, 0.035)]))]


KINDS = kinds_of(toucan, rooster, heron, dodo)
