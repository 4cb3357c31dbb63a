"""Vehicles on rails, driving to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, rolling, slab, tube, upright
from indexer.parametric.solids import Part, box, kinds_of, lying, rod, turned


def tram(g: Generator) -> list[Part]:
    cars, long = int(g.integers(1, 4)), g.uniform(5.5, 8)
    parts: list[Part] = []
    for i in range(cars):
        z = (i - (cars - 1) / 2) * (long + 0.5)
        front, back = (0.35 if i == cars - 1 else 0), (0.35 if i == 0 else 0)
        side = [
            (-long / 2, 0.4),
            (long / 2, 0.4),
            (long / 2, 1.3),
            (long / 2 - front, 3.0),
            (-long / 2 + back, 3.0),
            (-long / 2, 1.3),
        ]
        parts += [upright([(a + z, b) for a, b in side], 2.3), box(1.7, 0.3, long * 0.5, 0, 3.0, z)]
        parts += [box(2.38, 0.9, 0.95, 0, 1.6, z + x) for x in np.arange(-long / 2 + 1.1, long / 2 - 0.9, 1.2)]
        parts += rolling(
            0.33,
            0.15,
            [z - long * 0.3 - 0.45, z - long * 0.3 + 0.45, z + long * 0.3 - 0.45, z + long * 0.3 + 0.45],
            0.85,
        )
        if i:
            parts.append(box(2.0, 2.2, 0.6, 0, 0.6, z - long / 2 - 0.25))
    arms = [tube([(x, 3.3, 0), (x, 3.75, -0.6), (x * 0.5, 4.3, 0.1)], 0.05) for x in (-0.5, 0.5)]
    rails = [box(0.1, 0.08, cars * (long + 1), x, -0.08) for x in (-0.8, 0.8)] if chance(g) else []
    return [*parts, *arms, lying(0.05, 1.6, 0, 4.3, 0.1), *rails]


def freight_wagon(g: Generator) -> list[Part]:
    long, style = g.uniform(7, 10), int(g.integers(3))
    bogies = [-long * 0.35 - 0.6, -long * 0.35 + 0.6, long * 0.35 - 0.6, long * 0.35 + 0.6]
    parts = [box(2.4, 0.3, long, 0, 0.9), *rolling(0.45, 0.14, bogies, 0.75)]
    parts += [turned(rod(0.2, 0.5), (s * 90, 0, 0), (x, 1.05, s * long / 2)) for s in (1, -1) for x in (-0.8, 0.8)]
    if style == 0:  # tank
        parts += [turned(rod(1.15, long * 0.9, y=-long * 0.45), (90, 0, 0), (0, 2.35, 0)), rod(0.4, 0.4, 0, 3.35)]
        parts += [egg(1.15, 1.15, 0.4, 0, 2.35, s * long * 0.45) for s in (1, -1)]
    elif style == 1:  # boxcar with a sliding door
        parts += [box(2.6, 2.6, long * 0.96, 0, 1.2), *mirrored(box(0.1, 2.3, 1.8, 1.33, 1.3))]
        roof = [(1.4, 3.75), (0.8, 4.05), (-0.8, 4.05), (-1.4, 3.75)]
        parts.append(slab(roof, long))
    else:  # open wagon with its ribs and load
        walls = [box(0.1, 1.5, long, x, 1.2) for x in (-1.25, 1.25)] + [
            box(2.5, 1.5, 0.1, 0, 1.2, z) for z in (-long / 2, long / 2)
        ]
        ribs = [box(0.12, 1.5, 0.15, x, 1.2, z) for x in (-1.33, 1.33) for z in np.linspace(-0.42, 0.42, 6) * long]
        load = [egg(1.1, g.uniform(0.8, 1.4), 1.0, 0, 1.9, z * long) for z in (-0.36, -0.12, 0.12, 0.36)]
        parts += walls + ribs + load
    return parts


def diesel_locomotive(g: Generator) -> list[Part]:
    long, nose = g.uniform(11, 14), g.uniform(1.6, 2.6)
    z = long / 2
    side = [
        (-z, 1.1),
        (z, 1.1),
        (z, 2.3),
        (z - nose, 2.4),
        (z - nose - 0.3, 3.6),
        (z - nose - 2.0, 3.6),
        (z - nose - 2.2, 3.3),
        (-z, 3.3),
    ]
    parts = [upright(side, 2.4), box(2.7, 0.25, long + 0.8, 0, 0.9), box(2.0, 0.7, long * 0.25, 0, 0.3)]
    parts += rolling(0.5, 0.15, [s * z * 0.65 + d for s in (1, -1) for d in (-1.0, 0, 1.0)], 0.8)
    parts += [box(1.4, 0.7, 0.1, 0, 2.75, z - nose - 0.12), *mirrored(box(0.05, 0.6, 0.9, 1.21, 2.7, z - nose - 1.1))]
    parts += [rod(0.55, 0.15, 0, 3.3, -z * t) for t in (0.25, 0.55, 0.85)[: int(g.integers(1, 4))]]
    parts += mirrored(*[box(0.06, 0.9, 0.6, 1.21, 1.9, -z * t) for t in (0.1, 0.3, 0.5, 0.7, 0.9)])
    rail = mirrored(
        tube([(1.3, 2.0, -z), (1.3, 2.0, z - nose - 2.3)], 0.03),
        *[rod(0.03, 0.9, 1.3, 1.1, -z + i * 1.6) for i in range(int((long - nose - 2) / 1.6))],
    )
    lamps = [turned(rod(0.15, 0.12), (90, 0, 0), (x, 2.1, z)) for x in (-0.7, 0.7)]
    return [*parts, *lamps, *(rail if chance(g) else [])]


KINDS = kinds_of(tram, freight_wagon, diesel_locomotive)
