"""Birds, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, mirrored, plate, slab, smooth, tube
from indexer.parametric.solids import Part, ball, kinds_of, lying, rod, turned


def _beak(y: float, z: float, long: float, r: float, drop: float = 0.0) -> Part:
    return tube([(0, y, z), (0, y - drop * 0.4, z + long * 0.6), (0, y - drop, z + long)], [r, r * 0.6, 0.002])


def _toes(x: float, z: float, size: float, r: float) -> list[Part]:
    return [
        tube([(x, r, z), (x + size * dx, r, z + size * dz)], r, 6)
        for dx, dz in ((0, 1), (0.6, 0.8), (-0.6, 0.8), (0, -0.7))
    ]


def perched_bird(g: Generator) -> list[Part]:
    fat, tail, neck = g.uniform(0.055, 0.07), g.uniform(0.1, 0.17), g.uniform(0.02, 0.04)
    trunk = tube(
        [(0, 0.1, -0.11), (0, 0.13, -0.05), (0, 0.16, 0.03), (0, 0.2 + neck, 0.06)], [0.02, fat, fat * 1.05, 0.04], 12
    )
    head = [
        ball(0.045, 0, 0.22 + neck, 0.075),
        _beak(0.22 + neck, 0.11, g.uniform(0.03, 0.06), 0.015, 0.005),
        *mirrored(ball(0.008, 0.038, 0.23 + neck, 0.095)),
    ]
    wings = mirrored(turned(egg(0.015, 0.038, 0.085), (-28, 8, 0), (fat * 0.9, 0.15, -0.03)))
    fan = turned(
        plate([(-0.015, 0.02), (0.015, 0.02), (0.035, -tail), (-0.035, -tail)], 0.01), (-25, 0, 0), (0, 0.105, -0.1)
    )
    limbs = [p for x in (0.025, -0.025) for p in (rod(0.006, 0.1, x, 0.01, 0.0), *_toes(x, 0, 0.035, 0.005))]
    branch = (
        [tube([(-0.25, -0.012, 0.03), (0, -0.012, 0), (0.25, 0.03, -0.02)], [0.018, 0.014, 0.01])] if chance(g) else []
    )
    return [trunk, *head, *wings, fan, *limbs, *branch]


def flying_bird(g: Generator) -> list[Part]:
    span, lift, sweep = g.uniform(0.5, 0.75), g.uniform(-5, 35), g.uniform(0.05, 0.2)
    trunk = body([(-0.28, 0.02, 0.015, 0), (-0.12, 0.07, 0.06, 0), (0.08, 0.085, 0.08, 0), (0.2, 0.05, 0.05, 0.02)])
    head = [ball(0.06, 0, 0.03, 0.23), _beak(0.025, 0.28, g.uniform(0.06, 0.12), 0.02, 0.01)]
    inner = [(0, 0.1), (span * 0.5, 0.14), (span * 0.5, -0.1), (0, -0.12)]
    outer = [(0, 0.14), (span * 0.5, 0.02 - sweep), (span * 0.48, -0.08 - sweep), (span * 0.3, -0.16), (0, -0.1)]
    arm = turned(plate(inner, 0.02), (0, 0, lift), (0.04, 0.03, 0))
    far = np.array([np.cos(np.radians(lift)), np.sin(np.radians(lift))]) * span * 0.5
    hand = turned(plate(outer, 0.014), (0, 0, lift - 22), (0.04 + far[0], 0.03 + far[1], 0))
    fork = 0.1 if chance(g, 0.4) else -0.02
    fan = plate([(-0.03, -0.2), (0.03, -0.2), (0.1, -0.46), (0, -0.42 + fork), (-0.1, -0.46)], 0.012)
    return [trunk, *head, *mirrored(arm, hand), fan]


def duck(g: Generator) -> list[Part]:
    neck, fat = g.uniform(0.1, 0.2), g.uniform(0.13, 0.17)
    trunk = body(
        [
            (-0.33, 0.02, 0.02, 0.24),
            (-0.25, 0.07, 0.05, 0.2),
            (-0.1, fat, 0.11, 0.13),
            (0.1, fat, 0.12, 0.12),
            (0.23, 0.07, 0.08, 0.15),
        ]
    )
    y = 0.25 + neck
    throat = tube([(0, 0.15, 0.15), (0, 0.2 + neck * 0.5, 0.2), (0, y, 0.2)], [0.09, 0.055, 0.055], 10)
    bill = body(
        [
            (0.26, 0.035, 0.03, y - 0.01),
            (0.32, 0.035, 0.015, y - 0.02),
            (0.38, 0.042, 0.01, y - 0.02),
            (0.4, 0.02, 0.008, y - 0.02),
        ]
    )
    wings = mirrored(turned(egg(0.025, 0.06, 0.14), (12, 0, 0), (fat * 0.95, 0.16, -0.06)))
    feet: list[Part] = []
    if chance(g):  # standing, else swimming
        feet = [
            p
            for x in (0.06, -0.06)
            for p in (
                rod(0.014, 0.1, x, -0.08, 0),
                plate(
                    [(x - 0.01, -0.02), (x + 0.01, -0.02), (x + 0.06, 0.12), (x, 0.09), (x - 0.06, 0.12)],
                    0.012,
                    y=-0.085,
                ),
            )
        ]
    return [
        trunk,
        throat,
        ball(0.075, 0, y + 0.01, 0.21),
        bill,
        *wings,
        *mirrored(ball(0.012, 0.06, y + 0.035, 0.25)),
        *feet,
    ]


def owl(g: Generator) -> list[Part]:
    fat, h = g.uniform(0.1, 0.13), g.uniform(0.3, 0.36)
    trunk = [egg(fat, h * 0.5, fat * 0.9, 0, h * 0.5, 0), ball(fat * 0.9, 0, h, 0.01, (1.1, 0.9, 0.95))]
    discs = mirrored(
        turned(rod(fat * 0.45, 0.02), (90, 0, 0), (fat * 0.42, h + 0.015, fat * 0.72)),
        ball(fat * 0.22, fat * 0.42, h + 0.015, fat * 0.9),
    )
    tufts = mirrored(tube([(fat * 0.6, h + fat * 0.6, 0.02), (fat * 0.95, h + fat * 1.25, 0.0)], [0.035, 0.003], 6))
    wings = mirrored(turned(egg(0.025, h * 0.4, 0.07), (8, 0, 4), (fat * 0.95, h * 0.5, -0.02)))
    tail = turned(
        slab([(-0.05, 0), (0.05, 0), (0.04, 0.16), (-0.04, 0.16)], 0.015), (25, 0, 0), (0, -0.06, -fat * 1.05)
    )
    claws = [p for x in (0.045, -0.045) for p in _toes(x, 0.05, 0.04, 0.012)]
    branch = [lying(0.03, 0.5, 0, -0.02, 0.03)] if chance(g) else []
    return [
        *trunk,
        *discs,
        *(tufts if chance(g, 0.75) else []),
        *wings,
        tail,
        *claws,
        *branch,
        _beak(h, fat * 0.85, 0.04, 0.018, 0.03),
    ]


def penguin(g: Generator) -> list[Part]:
    h, fat, lift = g.uniform(0.6, 0.8), g.uniform(0.14, 0.19), g.uniform(8, 35)
    trunk = tube(
        [(0, 0.02, 0), (0, 0.1, 0), (0, h * 0.4, 0.01), (0, h * 0.75, 0), (0, h * 0.88, 0)],
        [0.08, fat * 0.9, fat, fat * 0.65, fat * 0.5],
        14,
    )
    head = [
        ball(fat * 0.6, 0, h * 0.96, 0.015),
        _beak(h * 0.96, fat * 0.5, g.uniform(0.07, 0.12), 0.025, 0.015),
        *mirrored(ball(0.014, fat * 0.45, h, fat * 0.35)),
    ]
    flipper = smooth([(-0.03, 0.02), (0.05, 0.02), (0.06, -h * 0.25), (0.01, -h * 0.45), (-0.03, -h * 0.25)])
    arms = mirrored(turned(slab(flipper, 0.025), (0, 90, lift), (fat * 0.72, h * 0.72, 0)))
    feet = mirrored(plate([(0.04, -0.02), (0.09, -0.02), (0.14, 0.16), (0.08, 0.13), (0.02, 0.16)], 0.025))
    return [trunk, *head, *arms, *feet, tube([(0, 0.08, -fat * 0.7), (0, 0.0, -fat * 1.25)], [0.06, 0.02])]


KINDS = kinds_of(perched_bird, flying_bird, duck, owl, penguin)
