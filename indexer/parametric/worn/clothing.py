"""Clothes."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, loft, mirrored, plate, slab, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lying, ring, turned

_SOLE = [
    (0.035, 0.13),
    (0.0, 0.15),
    (-0.035, 0.12),
    (-0.042, 0.05),
    (-0.03, -0.03),
    (-0.032, -0.11),
    (0, -0.14),
    (0.032, -0.11),
    (0.032, -0.03),
    (0.045, 0.06),
]


def _sole(thick: float, heel: float, scale: float = 1.08) -> list[Part]:
    parts = [plate(smooth(np.array(_SOLE) * scale), thick, y=heel)]
    if heel > 0.004:
        parts.append(box(0.055, heel + thick / 2, 0.07, 0, 0, -0.1))
    return parts


def _opening(rings: list[tuple[float, float, float, float]]) -> Part:
    """An upright hollow shaft of (height, half width, half depth, centre z), its wall folded back inside."""
    angles = np.linspace(0, 2 * np.pi, 15)[:-1]
    skin = [np.stack([w * np.cos(angles), np.full(14, y), z + d * np.sin(angles)], 1) for y, w, d, z in rings]
    low, high = rings[0], rings[-1]
    inside = [
        np.stack([w * 0.85 * np.cos(angles), np.full(14, y), z + d * 0.85 * np.sin(angles)], 1)
        for y, w, d, z in (high, low)
    ]
    return loft(np.array(skin + inside))


def shoe(g: Generator) -> list[Part]:
    thick, trainer = g.uniform(0.015, 0.03), chance(g, 0.6)
    heel = 0.004 if trainer else g.uniform(0.015, 0.025)
    low = thick + heel
    upper = body(
        [
            (-0.135, 0.01, 0.02, low + 0.03),
            (-0.12, 0.032, 0.042, low + 0.035),
            (-0.02, 0.036, 0.044, low + 0.035),
            (0.03, 0.041, 0.034, low + 0.026),
            (0.1, 0.039, 0.024, low + 0.017),
            (0.14, 0.02, 0.014, low + 0.012),
        ]
    )
    collar = _opening(
        [(low + 0.03, 0.034, 0.062, -0.07), (low + 0.08, 0.034, 0.055, -0.075), (low + 0.095, 0.036, 0.056, -0.075)]
    )
    laces = [
        tube(
            [
                (-0.022, low + 0.07 - i * 0.01, i * 0.018),
                (0, low + 0.08 - i * 0.01, i * 0.018),
                (0.022, low + 0.07 - i * 0.01, i * 0.018),
            ],
            0.004,
            6,
        )
        for i in range(int(g.integers(3, 5)))
    ]
    cap = [egg(0.036, 0.022, 0.03, 0, low + 0.016, 0.115)] if trainer else []
    tongue = turned(box(0.04, 0.07, 0.008), (-25, 0, 0), (0, low + 0.06, -0.01))
    return [*_sole(thick, heel), upper, collar, *laces, *cap, tongue]


def boot(g: Generator) -> list[Part]:
    thick, heel, high = g.uniform(0.012, 0.025), g.uniform(0.015, 0.035), g.uniform(0.2, 0.36)
    low, wide = thick + heel, g.uniform(1.0, 1.25)
    foot = body(
        [
            (-0.135, 0.01, 0.03, low + 0.04),
            (-0.12, 0.034, 0.05, low + 0.045),
            (-0.03, 0.038, 0.055, low + 0.05),
            (0.04, 0.042, 0.035, low + 0.03),
            (0.1, 0.04, 0.026, low + 0.02),
            (0.142, 0.02, 0.014, low + 0.014),
        ]
    )
    shaft = _opening(
        [
            (low + 0.05, 0.037, 0.055, -0.07),
            (low + 0.1, 0.038, 0.05, -0.075),
            (low + high * 0.7, 0.042 * wide, 0.055 * wide, -0.075),
            (low + high, 0.044 * wide, 0.06 * wide, -0.075),
        ]
    )
    extra: list[Part] = []
    if chance(g):
        extra = [lying(0.004, 0.05, 0, low + 0.09 + i * 0.022, -0.018 - 0.002 * i) for i in range(int(high / 0.03))]
    elif chance(g):
        extra = mirrored(ring(0.014, 0.004, 0.046 * wide, low + high, -0.075, axis="x"))
    return [*_sole(thick, heel), foot, shaft, *extra]


def shirt(g: Generator) -> list[Part]:
    w, h, long = g.uniform(0.22, 0.27), g.uniform(0.62, 0.75), chance(g)
    trunk = body(
        [
            (0, w, 0.1, 0),
            (h * 0.5, w * 0.96, 0.1, 0),
            (h * 0.85, w, 0.1, 0),
            (h * 0.97, w * 0.8, 0.08, 0),
            (h, w * 0.35, 0.065, 0),
        ],
        3,
    )
    trunk = turned(trunk, (-90, 0, 0))
    drop = g.uniform(0.3, 1.0)
    reach = 0.55 if long else 0.22
    sleeve = tube(
        [(w * 0.75, h * 0.86, 0), (w * 1.05, h * 0.83, 0), (w + reach * (1 - drop * 0.4), h * 0.83 - reach * drop, 0)],
        [0.1, 0.095, 0.06 if long else 0.085],
        12,
    )
    collar = [ring(0.075, 0.016, y=h, axis="y")]
    if chance(g):  # buttons and a pointed collar
        collar += [ball(0.009, 0, h * t, 0.1) for t in np.linspace(0.08, 0.85, 6)] + [
            box(0.035, h * 0.92, 0.006, z=0.098)
        ]
        collar += mirrored(turned(slab([(0, 0.02), (0.1, 0.02), (0.06, -0.07)], 0.012), (-35, 15, 0), (0.01, h, 0.07)))
        collar.append(box(0.09, 0.1, 0.008, 0.1, h * 0.62, 0.093))
    return [trunk, *mirrored(sleeve), *collar]


def trousers(g: Generator) -> list[Part]:
    w, h, flare = g.uniform(0.17, 0.2), g.uniform(0.95, 1.1), g.uniform(0.7, 1.3)
    knee = 0.0 if chance(g, 0.7) else h * 0.5  # shorts end at the knee
    spread = g.uniform(0.0, 0.06)
    leg = tube(
        [(w * 0.5 + spread, knee, 0), (w * 0.5 + spread * 0.5, h * 0.55, 0), (w * 0.5, h * 0.78, 0)],
        [0.08 * flare, 0.085, 0.105],
        12,
    )
    seat = turned(
        body([(h * 0.7, w * 0.95, 0.1, 0), (h * 0.8, w * 1.1, 0.12, 0), (h, w * 0.9, 0.1, 0)], 2.6), (-90, 0, 0)
    )
    belt = turned(body([(h * 0.97, w * 0.96, 0.106, 0), (h * 1.01, w * 0.95, 0.104, 0)], 2.6), (-90, 0, 0))
    loops = [box(0.015, 0.06, 0.01, x, h * 0.955, 0.105) for x in (-0.09, 0.09)]
    pockets = mirrored(tube([(w * 0.45, h * 0.95, 0.1), (w * 0.85, h * 0.86, 0.085)], 0.006, 6))
    fly = box(0.008, h * 0.16, 0.008, 0, h * 0.78, 0.118)
    return [*mirrored(leg), seat, belt, *loops, *pockets, fly]


def glove(g: Generator) -> list[Part]:
    spread, fat = g.uniform(0.6, 1.4), g.uniform(0.011, 0.014)
    palm = body([(0, 0.034, 0.018, 0), (0.02, 0.036, 0.019, 0), (0.07, 0.047, 0.019, 0), (0.105, 0.045, 0.015, 0)], 2.8)
    parts = [turned(palm, (-90, 0, 0)), turned(body([(-0.05, 0.042, 0.026, 0), (0, 0.034, 0.02, 0)]), (-90, 0, 0))]
    if chance(g, 0.25):  # a mitten
        parts.append(
            turned(body([(0.09, 0.046, 0.016, 0), (0.15, 0.045, 0.015, 0), (0.18, 0.025, 0.01, 0)]), (-90, 0, 0))
        )
    else:
        for x, long, lean in ((-0.034, 0.062, -8), (-0.012, 0.078, -2), (0.011, 0.073, 4), (0.033, 0.055, 11)):
            finger = tube(
                [(0, -0.01, 0), (0, long * 0.5, 0.002), (0, long, 0), (0, long + 0.007, 0)],
                [fat, fat, fat * 0.85, fat * 0.3],
            )
            parts.append(turned(finger, (0, 0, -lean * spread), (x, 0.105, 0)))
    parts.append(
        tube(
            [(-0.025, 0.03, 0), (-0.055, 0.06, 0.008), (-0.072, 0.1, 0.012), (-0.074, 0.108, 0.012)],
            [0.018, 0.016, 0.012, 0.004],
        )
    )
    cuff = [turned(body([(-0.056, 0.046, 0.03, 0), (-0.044, 0.046, 0.03, 0)]), (-90, 0, 0))] if chance(g) else []
    return parts + cuff


KINDS = kinds_of(shoe, boot, shirt, trousers, glove)
