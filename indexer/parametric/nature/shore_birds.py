"""Birds of shores, deserts and flower beds, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, plate, smooth, tube
from indexer.parametric.nature.farm_and_forest import flow, hide
from indexer.parametric.nature.more_birds import folded, standing
from indexer.parametric.solids import Part, ball, kinds_of, lying, rod, turned


def pelican(g: Generator) -> list[Part]:
    bill, pouch, style = g.uniform(0.38, 0.46), g.uniform(0.05, 0.11), int(g.integers(3))
    y, z, hip = 0.85, 0.22, 0.2
    parts = [
        hide(
            [
                (-0.45, 0.06, 0.03, 0.4),
                (-0.3, 0.14, 0.12, 0.38),
                (0, 0.2, 0.19, 0.4),
                (0.2, 0.14, 0.16, 0.44),
                (0.3, 0.07, 0.09, 0.48),
            ]
        )
    ]
    neck = [
        (0, 0.45, 0.18, 0.13),
        (0, 0.5, 0.36, 0.075),
        (0, 0.65, 0.3, 0.05),
        (0, y - 0.08, z - 0.06, 0.05),
        (0, y, z, 0.055),
    ]
    parts += [flow(neck), egg(0.06, 0.055, 0.085, 0, y + 0.01, z + 0.03)]
    drop = g.uniform(0.12, 0.3)
    tip = (0, y - drop, z + bill)
    parts.append(
        flow(
            [
                (0, y, z + 0.08, 0.035),
                (0, y - drop * 0.5, z + bill * 0.55, 0.022),
                (*tip, 0.018),
                (0, tip[1] - 0.035, tip[2] + 0.005, 0.004),
            ]
        )
    )
    for s in np.linspace(0.1, 0.95, 9):  # the bag under the bill
        deep = pouch * np.sin(np.pi * s**0.7) + 0.008
        parts.append(egg(0.032, deep, bill * 0.1, 0, y - 0.02 - drop * s - deep * 0.8, z + 0.06 + (bill - 0.07) * s))
    parts += mirrored(ball(0.013, 0.05, y + 0.025, z + 0.07))
    if style == 0:  # drying its wings
        wing = smooth([(0, 0.12), (0.4, 0.2), (0.85, 0.08), (1.05, -0.2), (0.7, -0.22), (0.3, -0.25), (0, -0.2)])
        parts += mirrored(turned(plate(wing, 0.035), (0, 0, g.uniform(10, 40)), (0.1, 0.5, 0)))
    else:
        parts += folded(0.19, 0.32, 0.44, -0.04, 5)
    for x in (0.09, -0.09):
        web = plate([(x - 0.015, -0.03), (x + 0.015, -0.03), (x + 0.08, 0.12), (x, 0.1), (x - 0.08, 0.12)], 0.015)
        parts += [rod(0.022, hip + 0.06, x), web] if style < 2 else [egg(0.03, 0.02, 0.06, x, 0.2, -0.1)]
    if style == 2:  # on a mooring post
        parts += [rod(0.13, 0.75, 0, -0.52, 0), rod(0.15, 0.04, 0, 0.2, 0)]
    return parts


def hummingbird(g: Generator) -> list[Part]:
    bill, span, sweep, tilt = g.uniform(0.042, 0.058), g.uniform(0.065, 0.085), g.uniform(-15, 25), g.uniform(25, 60)
    parts = [flow([(0, 0, -0.045, 0.006), (0, 0, -0.02, 0.013), (0, 0, 0.01, 0.0155), (0, 0.004, 0.028, 0.01)], 12)]
    fork, long = g.uniform(-0.012, 0.02), g.uniform(0.028, 0.045)
    for k in range(-2, 3):
        reach = long + fork * abs(k) / 2
        parts.append(turned(egg(0.0045, 0.0012, reach / 2, 0, 0, -reach / 2), (0, 9 * k, 0), (0, 0, -0.04)))
    parts = [turned(p, (-tilt, 0, 0)) for p in parts]
    a = np.radians(tilt)
    y, z = 0.034 * np.sin(a) + 0.002, 0.034 * np.cos(a)
    curve = g.uniform(-0.004, 0.01)
    parts += [egg(0.0115, 0.011, 0.0125, 0, y, z), *mirrored(ball(0.0024, 0.0095, y + 0.002, z + 0.005))]
    parts.append(flow([(0, y, z + 0.008, 0.0038), (0, y, z + bill * 0.6, 0.0014), (0, y - curve, z + bill, 0.0005)], 6))
    wing = smooth(
        [
            (0, 0.006),
            (span * 0.4, 0.016),
            (span * 0.9, 0.008),
            (span, -0.004),
            (span * 0.6, -0.02),
            (span * 0.25, -0.024),
            (0, -0.01),
        ]
    )
    blade = [plate(wing, 0.0016)]
    blade += [
        tube([(0.004, 0.001, -0.001), (span * s, 0.001, 0.01 - 0.028 * (1 - s))], 0.0012, 5) for s in (0.4, 0.6, 0.8)
    ]
    parts += mirrored(
        *[
            turned(p, (-tilt * 0.5, -sweep, g.uniform(30, 31) if sweep > 5 else -10), (0.008, y * 0.55, z * 0.5))
            for p in blade
        ]
    )
    if chance(g, 0.4):  # at a trumpet flower
        bell = flow(
            [
                (0, y - curve, z + bill + 0.04, 0.003),
                (0, y - curve, z + bill + 0.015, 0.006),
                (0, y - curve, z + bill - 0.006, 0.02),
            ],
            12,
        )
        parts += [
            bell,
            flow(
                [
                    (0, y, z + bill + 0.038, 0.003),
                    (0, y - 0.02, z + bill + 0.05, 0.002),
                    (0, -0.08, z + bill + 0.04, 0.002),
                ],
                6,
            ),
        ]
    return parts


def vulture(g: Generator) -> list[Part]:
    hunch, fat, style, bald = g.uniform(0.1, 0.2), g.uniform(0.13, 0.16), int(g.integers(2)), g.uniform(0.035, 0.045)
    y, z = 0.62 + g.uniform(-0.06, 0.08), 0.3
    parts = [
        flow(
            [
                (0, 0.16, -0.2, 0.05),
                (0, 0.28, -0.1, fat * 1.05),
                (0, 0.5, 0.02, fat),
                (0, 0.58 + hunch * 0.3, 0.1, 0.08),
            ],
            14,
        )
    ]
    for k in range(12):  # the ruff round its neck
        a = np.radians(30 * k)
        parts.append(ball(0.042, 0.075 * np.cos(a), 0.58 + hunch * 0.2 + 0.055 * np.sin(a), 0.12 - 0.03 * np.sin(a)))
    neck = [(0, 0.58, 0.08, 0.05), (0, 0.56 + hunch, 0.19, bald), (0, y + 0.02 + hunch * 0.3, z - 0.06, bald * 0.9)]
    parts += [flow([*neck, (0, y, z, bald)]), egg(bald * 1.15, bald * 1.15, 0.062, 0, y, z + 0.01)]
    parts.append(
        flow(
            [
                (0, y, z + 0.05, 0.032),
                (0, y + 0.004, z + 0.1, 0.024),
                (0, y - 0.01, z + 0.135, 0.018),
                (0, y - 0.055, z + 0.125, 0.002),
            ]
        )
    )
    parts += mirrored(ball(0.009, bald, y + 0.015, z + 0.03))
    if style:  # wings spread, fingered at the tips
        arm = [(0, 0.1), (0.35, 0.14), (0.7, 0.06), (0.72, -0.16), (0.3, -0.26), (0, -0.2)]
        wing = [plate(smooth(arm, times=1), 0.03)]
        for k in range(6):
            a = np.radians(5 + 17 * k)
            line = [(0.66, 0, 0.02 - 0.03 * k), (0.66 + 0.32 * np.cos(a), 0.03, 0.03 - 0.03 * k - 0.32 * np.sin(a))]
            wing.append(tube(line, [0.035, 0.012], 6))
        parts += mirrored(*[turned(p, (-35, 0, g.uniform(14.9, 15.1)), (0.1, 0.52, 0.02)) for p in wing])
    else:
        shoulder = [
            (0.05, 0.62, 0.04, 0.05),
            (0.17, 0.6, 0.02, 0.065),
            (0.17, 0.36, -0.1, 0.07),
            (0.1, 0.1, -0.26, 0.02),
        ]
        parts += [*mirrored(flow(shoulder)), *folded(fat, 0.22, 0.38, -0.06, -55)]
    tail = plate([(-0.05, 0), (0.05, 0), (0.08, -0.22), (-0.08, -0.22)], 0.02)
    parts.append(turned(tail, (-45, 0, 0), (0, 0.2, -0.17)))
    parts += mirrored(flow([(0.08, 0.28, -0.04, 0.09), (0.08, 0.15, -0.02, 0.04)]))
    feet = [p for x in (0.08, -0.08) for p in standing(x, 0.0, 0.18, 0.016, 0.09)]
    perch = [lying(g.uniform(0.03, 0.05), 1.0, 0, -0.045, 0)] if chance(g) else []
    return [*parts, *feet, *perch]


def stork(g: Generator) -> list[Part]:
    hip, bill, style = g.uniform(0.45, 0.55), g.uniform(0.2, 0.26), int(g.integers(3))
    y, z = hip + 0.5, 0.24
    parts = [
        hide(
            [
                (-0.32, 0.02, 0.03, hip + 0.02),
                (-0.18, 0.1, 0.1, hip + 0.06),
                (0.08, 0.12, 0.13, hip + 0.12),
                (0.2, 0.06, 0.08, hip + 0.2),
            ]
        )
    ]
    if style == 2:  # flying with a bundle in its bill, else standing, perhaps in a nest
        parts = [
            hide(
                [
                    (-0.4, 0.03, 0.03, hip),
                    (-0.2, 0.09, 0.09, hip),
                    (0.1, 0.11, 0.11, hip),
                    (0.26, 0.05, 0.06, hip + 0.02),
                ]
            )
        ]
        y, z = hip + 0.06, 0.62
        parts.append(flow([(0, hip, 0.2, 0.07), (0, hip + 0.03, 0.4, 0.035), (0, y, z, 0.035)]))
        wing = smooth([(0, 0.14), (0.4, 0.2), (0.85, 0.05), (0.95, -0.1), (0.6, -0.16), (0.3, -0.24), (0, -0.16)])
        parts += mirrored(turned(plate(wing, 0.025), (0, 0, g.uniform(-5, 35)), (0.07, hip + 0.05, 0)))
        parts += mirrored(
            tube([(0.04, hip, -0.25), (0.04, hip - 0.03, -0.8), (0.04, hip - 0.05, -0.9)], [0.015, 0.012, 0.01])
        )
        low = y - 0.3
        parts += [
            egg(0.09, 0.1, 0.12, 0, low, z + bill),
            tube([(0, low + 0.06, z + bill), (0, y - 0.02, z + bill)], [0.06, 0.012]),
        ]
        parts += mirrored(tube([(0, y - 0.02, z + bill), (0.05, y + 0.05, z + bill + 0.02)], [0.008, 0.02], 6))
    else:
        parts.append(
            flow(
                [
                    (0, hip + 0.16, 0.14, 0.08),
                    (0, hip + 0.3, 0.22, 0.045),
                    (0, hip + 0.4, 0.16, 0.035),
                    (0, y, z, 0.035),
                ]
            )
        )
        parts += [*folded(0.12, 0.22, hip + 0.08, -0.06, -15), *standing(0.05, 0, hip + 0.05, 0.012, 0.08)]
        leg = [(-0.05, hip + 0.04, 0.02, 0.02), (-0.05, hip - 0.18, 0.14, 0.012), (-0.05, hip - 0.2, -0.06, 0.01)]
        parts += [flow(leg)] if chance(g) else standing(-0.05, 0.0, hip + 0.05, 0.012, 0.08)
    parts += [egg(0.045, 0.042, 0.06, 0, y, z + 0.02), *mirrored(ball(0.008, 0.04, y + 0.012, z + 0.04))]
    tilt = 0.0 if style == 2 else g.uniform(10, 40)
    parts.append(
        turned(
            tube([(0, 0, 0), (0, 0, bill * 0.5), (0, 0, bill)], [0.025, 0.016, 0.002]), (tilt, 0, 0), (0, y, z + 0.06)
        )
    )
    if style == 1:
        for _ in range(36):
            a, h = g.uniform(0, 6.28), g.uniform(-0.13, 0.0)
            at = np.array((0.27 * np.cos(a), h, 0.27 * np.sin(a))) * (1 + h, 1, 1 + h)
            side = np.array((-np.sin(a + 0.4), g.uniform(-0.2, 0.2), np.cos(a + 0.4))) * 0.16
            parts.append(tube([at - side, at + side], [0.016, 0.01], 5))
        parts.append(rod(0.2, 0.1, 0, -0.13, 0, 0.27))
    return parts


KINDS = kinds_of(pelican, hummingbird, vulture, stork)
