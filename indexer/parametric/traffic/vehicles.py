"""Vehicles on roads, fields and building sites, driving to +z."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, rolling, tube, upright
from indexer.parametric.solids import Part, box, kinds_of, lying, ring, rod, turned


def _tyre(r: float, thick: float, z: float, spokes: int, x: float = 0) -> list[Part]:
    """A bicycle's or motorcycle's wheel rolling along z."""
    hub = lying(r * 0.2, thick * 2.2, x, r + thick, z)
    bars = [
        turned(box(thick * 0.5, r, thick * 0.6), (360 * i / spokes, 0, 0), (x, r + thick, z)) for i in range(spokes)
    ]
    return [ring(r, thick, x, r + thick, z, axis="x"), hub, *bars]


def motorcycle(g: Generator) -> list[Part]:
    r, base, bars = g.uniform(0.27, 0.32), g.uniform(0.68, 0.85), g.uniform(0.95, 1.15)
    parts = _tyre(r, 0.065, base, 7) + _tyre(r, 0.08, -base, 7)
    tank = body([(-0.15, 0.08, 0.08, 0.78), (0.0, 0.15, 0.14, 0.8), (0.25, 0.17, 0.16, 0.85), (0.4, 0.08, 0.1, 0.86)])
    seat = body([(-0.75, 0.09, 0.05, 0.85), (-0.4, 0.13, 0.06, 0.76), (-0.1, 0.11, 0.06, 0.76)], 3)
    engine = [
        box(0.3, 0.3, 0.4, 0, 0.3, 0.05),
        *[turned(box(0.22, 0.03, 0.2), (15, 0, 0), (0, 0.55 + i * 0.045, 0.12)) for i in range(4)],
    ]
    fork = mirrored(
        tube([(0.09, r + 0.06, base), (0.09, 0.9, base - 0.26)], 0.03),
        tube([(0.1, r + 0.06, -base), (0.1, 0.4, -0.1)], 0.03),
    )
    handle = tube(
        [
            (-0.36, bars, base - 0.5),
            (-0.2, bars, base - 0.36),
            (0, 0.92, base - 0.27),
            (0.2, bars, base - 0.36),
            (0.36, bars, base - 0.5),
        ],
        0.02,
    )
    lamp = turned(rod(0.1, 0.12), (90, 0, 0), (0, 0.87, base - 0.24))
    pipes = [
        tube([(x, 0.35, 0.25), (x, 0.22, 0.1), (x, 0.25, -0.4), (x, 0.33, -base - 0.15)], [0.03, 0.035, 0.06, 0.06])
        for x in ((0.2, -0.2) if chance(g) else (0.2,))
    ]
    guards = [
        upright(
            [(base * s + a, r + 0.06 + b) for a, b in [*arc(r + 0.09, 40, 150, 8), *arc(r + 0.12, 150, 40, 8)]], 0.15
        )
        for s in (1, -1)
    ]
    screen = [turned(box(0.36, 0.35, 0.015), (-30, 0, 0), (0, 0.98, base - 0.2))] if chance(g, 0.4) else []
    return [*parts, tank, seat, *engine, *fork, handle, lamp, *pipes, *guards, *screen]


def scooter(g: Generator) -> list[Part]:
    r, base = 0.2, g.uniform(0.55, 0.65)
    parts = _tyre(r, 0.055, base, 5) + _tyre(r, 0.06, -base, 5)
    tail = body(
        [(-base - 0.3, 0.06, 0.08, 0.55), (-base, 0.2, 0.2, 0.5), (-0.25, 0.19, 0.2, 0.48), (-0.12, 0.15, 0.1, 0.35)]
    )
    shield = upright(
        [(base - 0.28, 0.22), (base - 0.22, 0.22), (base - 0.32, 0.85), (base - 0.38, 0.85)], g.uniform(0.36, 0.46)
    )
    floor = box(0.34, 0.06, base + 0.05, 0, 0.2, 0.02)
    seat = body([(-base - 0.2, 0.08, 0.04, 0.78), (-base + 0.1, 0.15, 0.06, 0.74), (-0.2, 0.1, 0.05, 0.72)], 3)
    mount = box(0.24, 0.15, 0.35, 0, 0.6, -base + 0.18)
    neck = [
        tube([(0, 0.25, base), (0, 1.0, base - 0.4)], 0.035),
        tube([(-0.32, 0.98, base - 0.48), (0, 1.0, base - 0.38), (0.32, 0.98, base - 0.48)], 0.02),
    ]
    fender = upright(
        [(base + a, r + 0.06 + b) for a, b in [*arc(r + 0.08, 0, 170, 8), *arc(r + 0.11, 170, 0, 8)]], 0.16
    )
    lamp = egg(0.09, 0.09, 0.08, 0, 1.0, base - 0.33)
    case = [box(0.36, 0.3, 0.34, 0, 0.82, -base - 0.2)] if chance(g, 0.3) else []
    mirrors = mirrored(
        tube([(0.25, 0.98, base - 0.45), (0.3, 1.2, base - 0.42)], 0.01), egg(0.07, 0.05, 0.012, 0.3, 1.23, base - 0.42)
    )
    return [*parts, tail, shield, floor, seat, mount, *neck, fender, lamp, *case, *(mirrors if chance(g, 0.6) else [])]


def kick_scooter(g: Generator) -> list[Part]:
    h, long = g.uniform(0.75, 1.05), g.uniform(0.5, 0.6)
    wheel = [lying(0.07, 0.03, 0, 0.07, z) for z in (-long / 2 - 0.08, long / 2 + 0.12)]
    stem = [tube([(0, 0.1, long / 2 + 0.12), (0, h, long / 2)], 0.018), lying(0.014, 0.42, 0, h, long / 2)]
    grips = [lying(0.02, 0.11, x, h, long / 2) for x in (-0.17, 0.17)]
    link = tube([(0, 0.09, long / 2 - 0.02), (0, 0.2, long / 2 + 0.1)], 0.02)
    guard = turned(box(0.06, 0.012, 0.2), (15, 0, 0), (0, 0.15, -long / 2 - 0.08))
    return [*wheel, *stem, *grips, link, guard, box(g.uniform(0.1, 0.15), 0.03, long + 0.06, 0, 0.075)]


def tractor(g: Generator) -> list[Part]:
    r, small, base = g.uniform(0.75, 0.95), g.uniform(0.4, 0.52), g.uniform(1.0, 1.2)
    wheels = rolling(r, 0.45, [-base * 0.75], 0.95) + rolling(small, 0.28, [base], 0.75)
    treads = [
        turned(box(0.5, 0.1, 0.1, y=r - 0.04), (22.5 * i, 0, 0), (x, r, -base * 0.75))
        for i in range(16)
        for x in (-0.95, 0.95)
    ]
    hood = body([(-0.3, 0.42, 0.42, 1.15), (base * 0.8, 0.4, 0.4, 1.1), (base + 0.35, 0.34, 0.34, 1.05)], 5)
    parts = [hood, box(0.6, 0.4, 2.2, 0, 0.55, 0), rod(0.06, 0.9, 0.22, 1.4, base * 0.5)]
    mud = [*arc(r + 0.08, 20, 150, 9), *arc(r + 0.13, 150, 20, 9)]
    fenders = mirrored(upright([(a - base * 0.75, b + r) for a, b in mud], 0.45, 0.92))
    if chance(g, 0.7):
        posts = [box(0.07, 1.25, 0.07, x, 1.2, z) for x in (-0.5, 0.5) for z in (-1.25, -0.25)]
        top = [*posts, box(1.2, 0.1, 1.3, 0, 2.45, -0.75), box(0.9, 0.3, 0.9, 0, 1.0, -0.8)]
    else:
        top = [box(0.45, 0.1, 0.4, 0, 1.2, -0.9), box(0.45, 0.4, 0.08, 0, 1.25, -1.1)]
        top += [
            turned(ring(0.2, 0.025, axis="y"), (35, 0, 0), (0, 1.65, -0.4)),
            tube([(0, 1.4, -0.2), (0, 1.65, -0.4)], 0.03),
        ]
    return [*parts, *wheels, *treads, *fenders, *top]


def excavator(g: Generator) -> list[Part]:
    reach, high = g.uniform(2.6, 3.2), g.uniform(3.0, 3.8)
    ends = [(-1.6, 0.45), (1.6, 0.45)]
    track = [(ends[1][0] + a, ends[1][1] + b) for a, b in arc(0.45, -90, 90, 7)] + [
        (ends[0][0] + a, ends[0][1] + b) for a, b in arc(0.45, 90, 270, 7)
    ]
    tracks = mirrored(upright(track, 0.55, 1.0), *[lying(0.3, 0.62, 1.0, 0.45, z) for z in (-1.5, -0.5, 0.5, 1.5)])
    house = [
        rod(0.7, 0.3, 0, 0.8),
        box(2.3, 0.9, 2.6, 0, 1.1, -0.5),
        box(0.95, 1.5, 1.3, 0.6, 1.2, 0.7),
        box(2.3, 0.5, 0.6, 0, 1.2, -1.9),
    ]
    bend, tip = (high, 0.8 + reach * 0.45), (high * 0.65, 0.8 + reach * 1.25)
    boom = upright(
        [
            (0.6, 1.2),
            (0.6, 1.7),
            (bend[1] - 0.1, bend[0] + 0.3),
            (tip[1], tip[0] + 0.2),
            (tip[1], tip[0]),
            (bend[1], bend[0] - 0.3),
        ],
        0.35,
        -0.35,
    )
    low = g.uniform(0.5, 1.3)
    stick = upright(
        [(tip[1] - 0.35, tip[0] + 0.6), (tip[1] + 0.1, tip[0] + 0.4), (tip[1] - 0.25, low), (tip[1] - 0.45, low)],
        0.3,
        -0.35,
    )
    z = tip[1] - 0.35
    bucket = upright(
        [
            (z + 0.2, low + 0.15),
            (z + 0.25, low - 0.3),
            (z - 0.1, low - 0.55),
            (z - 0.6, low - 0.45),
            (z - 0.75, low - 0.1),
            (z - 0.6, low - 0.3),
            (z - 0.15, low - 0.35),
            (z - 0.1, low + 0.1),
        ],
        0.8,
        -0.35,
    )
    rams = [
        tube([(-0.35, 1.4, 1.0), (-0.35, bend[0] - 0.4, bend[1] - 0.5)], 0.09),
        tube([(-0.35, bend[0] + 0.4, bend[1] - 0.1), (-0.35, tip[0] + 0.6, tip[1] - 0.2)], 0.08),
    ]
    blade = (
        [box(2.4, 0.5, 0.12, 0, 0.15, 2.2), *mirrored(box(0.15, 0.15, 0.8, 0.5, 0.4, 1.9))] if chance(g, 0.35) else []
    )
    return [*tracks, *house, boom, stick, bucket, *rams, *blade]


def tank(g: Generator) -> list[Part]:
    long, gun = g.uniform(5.5, 6.5), g.uniform(3.5, 5)
    side = [
        (-long / 2, 0.9),
        (-long / 2 + 0.4, 0.1),
        (long / 2 - 0.7, 0.1),
        (long / 2, 0.9),
        (long / 2 - 0.1, 1.05),
        (-long / 2 + 0.1, 1.05),
    ]
    tracks = mirrored(
        upright(side, 0.6, 1.35),
        *[lying(0.38, 0.68, 1.35, 0.42, z) for z in np.linspace(-0.36, 0.33, int(g.integers(5, 7))) * long],
    )
    hull = upright(
        [(-long / 2, 0.6), (long / 2 - 0.5, 0.5), (long / 2, 0.95), (long / 2 - 1.3, 1.4), (-long / 2 + 0.2, 1.4)], 2.4
    )
    turret = body([(-1.6, 0.9, 0.3, 1.75), (-1.2, 1.2, 0.38, 1.75), (0.4, 1.2, 0.38, 1.75), (1.2, 0.5, 0.25, 1.7)], 4)
    barrel = [turned(rod(0.12, gun, top=0.09), (90 - 4, 0, 0), (0, 1.72, 1.0))]
    barrel.append(turned(rod(0.16, 0.5, y=gun * 0.55), (90 - 4, 0, 0), (0, 1.72, 1.0)))
    hatch = [rod(0.35, 0.2, 0.4, 2.1, -0.4), rod(0.02, 1.2, -0.7, 2.1, -1.2 * math.cos(0.3))]
    return [*tracks, hull, turret, *barrel, *hatch]


KINDS = kinds_of(motorcycle, scooter, kick_scooter, tractor, excavator, tank)
