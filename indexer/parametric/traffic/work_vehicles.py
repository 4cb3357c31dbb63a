"""Working machines, and what is driven or towed for leisure, noses to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, plate, rolling, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.traffic.road_vehicles import arches, front, glazing, lorry, shell


def _tipping(long: float, half: float, deep: float, lip: float) -> list[Part]:
    """A tipping body whose floor's rear end lies at the origin, with `lip` over the cab."""
    side = [(-0.3, 0.25), (0, 0), (long - 0.3, 0), (long, deep), (long + lip, deep + 0.1), (long + lip, deep + 0.2),
        (-0.3, deep)]  # fmt: skip
    ribs = [box(0.12, deep, 0.14, half + 0.03, 0, z) for z in np.linspace(0.2, long - 0.5, 6)]
    skin = [upright([(long - 0.3, 0), (long - 0.2, 0), (long + 0.1, deep), (long, deep)], 2 * half)]
    skin += [box(2 * half, 0.12, long - 0.3, 0, 0, long / 2 - 0.15), *mirrored(upright(side, 0.1, half), *ribs)]
    if lip > 0.1:
        skin.append(box(2 * half + 0.1, 0.1, lip, 0, deep + 0.1, long + lip / 2))
    return skin


def dump_truck(g: Generator) -> list[Part]:
    tilt = -g.uniform(25, 45) if chance(g) else 0.0
    if chance(g, 0.35):  # of a mine: giant wheels, a narrow cab under the lip
        r, long = g.uniform(1.2, 1.5), g.uniform(8, 9)
        f = long / 2
        parts = [*rolling(r, 0.9, [f - 1.8], 1.8), *rolling(r, 1.5, [-f + 2.0], 1.5), box(1.6, 0.8, long - 1, 0, r, 0)]
        parts += [box(3.6, 1.3, 1.9, 0, r + 0.2, f - 1.0), box(4.4, 0.15, 2.6, 0, r + 1.5, f - 1.3),
            *front(f - 0.02, 1.5, r + 0.5)]  # fmt: skip
        cab = [(f - 2.2, r + 1.6), (f - 0.6, r + 1.6), (f - 0.5, r + 2.4), (f - 0.6, r + 3.1), (f - 2.2, r + 3.1)]
        parts += [shell(cab, 0.8).apply_translation((1.1, 0, 0)),
            *[box(0.05, 0.8, 0.05, x, r + 1.6, f - 0.1) for x in np.linspace(-2, 2, 7)]]  # fmt: skip
        parts += [lying(0.04, 4.2, 0, r + 2.4, f - 0.1),
            *[box(0.5, 0.06, 0.3, -1.2, 0.6 + 0.4 * i, f - 0.05) for i in range(5)]]  # fmt: skip
        load = _tipping(long - 2.6, 2.2, 1.9, 2.3)
        return [*parts, *[turned(p, (tilt - 4, 0, 0), (0, r + 0.9, -f + 0.3)) for p in load]]
    long = g.uniform(6.2, 8.5)
    parts, back, y, h = lorry(g, long)
    load = _tipping(back + long / 2 - 0.3, 1.2, g.uniform(1.0, 1.5), 0.0 if tilt else float(g.choice([0.0, 0.9])))
    parts += [turned(p, (tilt, 0, 0), (0, y + 0.15, -long / 2 + 0.3)) for p in load]
    if tilt:
        parts.append(tube([(0, y, back - 0.4), (0, y + 2.2 * np.sin(-np.radians(tilt)), back - 1.0)], [0.14, 0.09]))
    guard = arches(0.5, [-long / 2 + 0.9], 0.95, 0.6)
    return [*parts, *guard, rod(0.09, h - y + 0.3, 0.9, y, back - 0.12)]


def concrete_mixer(g: Generator) -> list[Part]:
    long = g.uniform(7.6, 9)
    parts, back, y, _ = lorry(g, long)
    d, r, turns = back + long / 2 - 0.7, g.uniform(1.1, 1.3), g.uniform(1.5, 3)
    belly = [(0.45, 0), (r * 0.9, d * 0.22), (r, d * 0.4), (r * 0.95, d * 0.55), (0.55, d), (0.5, d)]
    s = np.linspace(0.02, 0.98, 60)
    radius = np.interp(s * d, [b for _, b in belly], [a for a, _ in belly]) + 0.02
    angle = 2 * np.pi * turns * s
    drum = [lathe([(0, 0), *belly[:-1], (0.42, d), (0.42, d - 0.2), (0, d - 0.2)]),
        ring(r * 0.99, 0.06, 0, d * 0.46, 0, "y")]  # fmt: skip
    drum += [
        tube(np.stack([radius * np.cos(angle + o), s * d, radius * np.sin(angle + o)], 1), 0.05, 6) for o in (0, np.pi)
    ]
    parts += [turned(p, (-90 + g.uniform(10, 16), 0, 0), (0, y + r + 0.1, back - 0.45)) for p in drum]
    e = -long / 2
    parts += [box(1.0, r + 0.2, 0.5, 0, y, back - 0.4), *mirrored(box(0.15, 2.0, 0.25, 0.75, y, e + 0.7))]
    top = y + 2 * r + 0.6
    parts += [turned(lathe([(0.15, 0), (0.55, 0.6), (0.5, 0.6), (0.1, 0)]), (0, 0, 0), (0, top - 0.4, e + 0.1))]
    parts += [turned(box(0.5, 0.08, 1.6), (g.uniform(25, 40), 180 + g.uniform(-30, 30), 0), (0, y + 0.4, e - 0.3))]
    parts += [*mirrored(box(0.05, 1.7, 0.05, 0.3, y, e + 0.1)),
        *[lying(0.025, 0.6, -0.3, y + 0.3 * i, e + 0.15) for i in range(6)]]  # fmt: skip
    if chance(g, 0.6):
        parts.append(turned(rod(0.28, 1.2), (90, 0, 0), (0.85, y + 0.45, back - 1.7)))
    return parts


def bulldozer(g: Generator) -> list[Part]:
    long, r, x = g.uniform(2.8, 3.6), g.uniform(0.42, 0.52), g.uniform(0.85, 1.0)
    f, style, low = long / 2, int(g.integers(3)), g.uniform(0.05, 0.4)
    if style == 2:  # its driving wheel set high
        side = [(-f - r, r * 0.8), (-f, 0), (f, 0), (f + r * 0.7, r * 0.8), (f, 1.7 * r), (-0.4 * f, 2.9 * r),
            (-0.8 * f, 2.9 * r)]  # fmt: skip
    else:
        side = [(f + a, r + b) for a, b in arc(r, -90, 90, 7)] + [(-f + a, r + b) for a, b in arc(r, 90, 270, 7)]
    pads = [box(0.56, 0.07, 0.08, x, -0.03, z) for z in np.linspace(-f, f, 14)]
    tracks = [upright(side, 0.5, x), *pads, *[lying(r * 0.5, 0.56, x, r * 0.6, z) for z in np.linspace(-f, f, 5)]]
    if style == 2:
        tracks.append(lying(r * 0.6, 0.6, x, 2.1 * r, -0.6 * f))
    hood = [(-f - 0.2, r), (f + 0.3, r), (f + 0.3, 1.55), (0, 1.75), (0, 1.4), (-f - 0.2, 1.4)]
    parts = [*mirrored(*tracks), upright(hood, 1.0),
        *[box(0.9, 0.05, 0.05, 0, r + 0.25 + 0.13 * i, f + 0.3) for i in range(6)]]  # fmt: skip
    z, high = f + 0.95, g.uniform(1.05, 1.3)
    bent = np.add(arc(0.78 * high, 140, 220, 9), (0.78 * high, 0))
    blade = [(z + a - d, low + high / 2 + b) for d, side in ((0, bent), (0.1, bent[::-1])) for a, b in side]
    parts += [upright(blade, 2 * x + g.uniform(0.8, 1.2)), *mirrored(box(0.1, high * 0.9, 0.3, x + 0.4, low, z))]
    parts += mirrored(tube([(x + 0.32, r, -0.3), (x + 0.32, low + 0.35, z - 0.05)], 0.09),
        tube([(0.45, 1.3, f), (0.4, low + high * 0.6, z - 0.02)], 0.06))  # fmt: skip
    if style:
        cab = [(-f, 1.4), (-0.1, 1.4), (-0.05, 2.0), (-0.2, 2.75), (-f + 0.1, 2.75)]
        parts += [shell(cab, 0.65), box(1.5, 0.08, f + 0.2, 0, 2.75, -f / 2), glazing((-0.05, 1.9), (-0.18, 2.75), 1.0)]
        parts += mirrored(box(0.04, 0.7, f - 0.5, 0.64, 1.9, -f / 2 - 0.05))
    else:
        parts += [box(1.4, 0.1, 1.4, 0, 2.85, -f / 2 - 0.1), box(0.6, 0.15, 0.5, 0, 1.4, -0.6),
            box(0.6, 0.6, 0.12, 0, 1.5, -0.9)]  # fmt: skip
        parts += [rod(0.05, 1.5, s, 1.4, t) for s in (-0.6, 0.6) for t in (-f / 2 - 0.7, -f / 2 + 0.5)]
    if chance(g):  # a ripper
        parts += [box(1.2, 0.15, 0.7, 0, 0.8, -f - 0.6), *[turned(box(0.1, 1.0, 0.16, 0, -0.8), (20, 0, 0),
            (s, 0.9, -f - 0.9)) for s in (-0.45, 0, 0.45)]]  # fmt: skip
    return [*parts, rod(0.06, g.uniform(0.5, 0.9), 0.25, 1.55, f * 0.5)]


def forklift(g: Generator) -> list[Part]:
    half, f, tall, lift = g.uniform(0.5, 0.6), g.uniform(0.9, 1.1), g.uniform(2.0, 2.7), g.uniform(0.05, 1.5)
    tail = [(-f - 0.3, 0.35), (-f - 0.2, 0.2), (f - 0.2, 0.2), (f - 0.1, 0.55), (0.3, 0.6), (0.1, 1.0),
        (-f - 0.1, 1.05), (-f - 0.3, 0.85)]  # fmt: skip
    parts = [shell(tail, half, 0, 0, 0.06), *rolling(0.34, 0.25, [f - 0.4], half),
        *rolling(0.26, 0.2, [-f + 0.2], half)]  # fmt: skip
    parts += [box(0.5, 0.12, 0.5, 0, 1.05, -0.35), turned(box(0.48, 0.5, 0.1), (-12, 0, 0), (0, 1.1, -0.6))]
    parts += [tube([(0, 0.5, 0.65), (0, 1.15, 0.45)], 0.04),
        turned(ring(0.17, 0.02, axis="y"), (25, 0, 0), (0, 1.17, 0.43))]  # fmt: skip
    if chance(g, 0.85):  # the guard over the driver
        guard = [(half - 0.06, 0.6, f - 0.35), (half - 0.08, 2.0, f - 0.75), (half - 0.08, 2.05, -f + 0.35),
            (half - 0.06, 1.0, -f)]  # fmt: skip
        parts += [*mirrored(tube(guard, 0.04)),
            *[lying(0.03, 2 * half - 0.1, 0, 2.03, z) for z in np.linspace(-f + 0.35, f - 0.75, 7)]]  # fmt: skip
    else:
        parts += mirrored(egg(0.05, 0.08, 0.08, half - 0.1, 1.1, f - 0.3))
    m, y = f + 0.02, lift
    parts += mirrored(
        box(0.09, tall, 0.14, half * 0.75, 0.1, m), box(0.07, tall, 0.1, half * 0.58, 0.1 + lift * 0.5, m + 0.04)
    )
    parts += [box(half * 1.5, 0.08, 0.08, 0, 0.1 + t, m) for t in (tall * 0.5, tall - 0.08)]
    parts += [rod(0.05, tall * 0.9, 0, 0.15, m),
        *[box(half * 1.7, 0.09, 0.06, 0, y + t, m + 0.15) for t in (0.05, 0.4)]]  # fmt: skip
    reach = g.uniform(0.9, 1.15)
    fork = [(m + 0.17, y), (m + reach, y), (m + reach, y + 0.02), (m + 0.23, y + 0.06), (m + 0.23, y + 0.55),
        (m + 0.17, y + 0.55)]  # fmt: skip
    parts += mirrored(upright(fork, 0.12, half * 0.5))
    if chance(g, 0.4):  # a crate on a pallet
        c, w = m + 0.28 + 0.45, g.uniform(0.9, 1.1)
        parts += [box(w, 0.04, 0.9, 0, y + 0.14, c), *[box(0.1, 0.1, 0.9, s, y + 0.04, c) for s in (-0.45, 0, 0.45)]]
        parts.append(box(w * 0.95, g.uniform(0.4, 0.8), 0.85, 0, y + 0.18, c))
    return [*parts, rod(0.07, 0.14, 0, 1.06, -f + 0.1), box(2 * half * 0.9, 0.3, 0.06, 0, 0.45, -f - 0.3)]


def caravan(g: Generator) -> list[Part]:
    style, half, y = int(g.integers(3)), g.uniform(0.95, 1.1), 0.4
    f, h = (g.uniform(1.3, 1.6), g.uniform(1.5, 1.75)) if style == 0 else (g.uniform(1.9, 2.9), g.uniform(2.4, 2.7))
    if style == 0:  # a teardrop
        side = [(-f, y), (f, y), *[(f - 0.9 + a * 0.9, y + b * (h - y)) for a, b in arc(1, 0, 90, 8)], (-0.1, h - 0.05),
            (-f * 0.7, h * 0.78)]  # fmt: skip
        parts, flat = [shell(side, half - 0.15, 0, 0, 0.06)], half - 0.15
    elif style == 1:  # an aluminium one, round all over
        mid, tall = (h + y) / 2, (h - y) / 2
        ends = [(1.0, 0.3), (0.96, 0.65), (0.85, 0.88), (0.7, 1)]
        rings = [(-f * t, half * w, tall * w, mid) for t, w in ends] + [
            (f * t, half * w, tall * w, mid) for t, w in ends[::-1]
        ]
        parts, flat = ([body(rings, 4, 32), *[body([(z, half + 0.01, tall + 0.01, mid), (z + 0.03, half + 0.01,
            tall + 0.01, mid)], 4, 32) for z in np.linspace(-f * 0.65, f * 0.65, 5)]], half)  # fmt: skip
    else:
        side = [(-f, y + 0.2), (-f + 0.15, y), (f - 0.2, y), (f, y + 0.3), (f + 0.1, 1.3), (f - 0.25, h),
            (-f + 0.15, h), (-f - 0.05, 1.3)]  # fmt: skip
        parts, flat = ([shell(side, half, 0, 0, 0.08), glazing((f + 0.1, 1.25), (f - 0.2, h), 1.5 * half),
            box(2 * half + 0.03, 0.08, 2 * f - 0.2, 0, 1.0)], half)  # fmt: skip
    low = y + (h - y) * 0.45
    zs = [0.2, -0.6] if f > 2.5 else [-0.15]
    for z in np.linspace(-f * 0.6, f * 0.5, 2 if f < 2 else 3):
        parts += mirrored(
            box(0.06, (h - y) * 0.28, f * 0.3, flat, low, z), box(0.05, 0.04, f * 0.34, flat + 0.02, low - 0.05, z)
        )
    parts += [box(0.05, (h - y) * 0.85, 0.6, -flat, y + 0.1, f * 0.15),
        box(0.04, 0.05, 0.12, -flat - 0.03, low - 0.1, f * 0.15 + 0.2)]  # fmt: skip
    parts += [*rolling(0.31, 0.2, zs, flat - 0.12), *arches(0.31, zs, flat - 0.02, 0.12),
        *([box(1.2, 0.4, 0.04, 0, low, -f)] if style else [])]  # fmt: skip
    hitch = f + g.uniform(0.9, 1.3)
    parts += [*mirrored(tube([(0.6, y, f - 0.3), (0.03, y, hitch - 0.1)], 0.045)), ball(0.09, 0, y + 0.03, hitch)]
    parts += [rod(0.03, 0.6, 0, 0.12, hitch - 0.25), lying(0.1, 0.06, 0, 0.1, hitch - 0.25),
        box(0.5, 0.03, 0.3, -flat - 0.15, 0.25, f * 0.15)]  # fmt: skip
    if chance(g):
        parts.append(box(0.7, 0.35, 0.4, 0, y + 0.05, f + 0.35))
    return [*parts, box(0.6, 0.1, 0.5, 0, h - 0.03, f * 0.1), *([rod(0.05, 0.3, 0.4, h - 0.05, 0.4)] if style else [])]


def quad_bike(g: Generator) -> list[Part]:
    r, x, f, rack = g.uniform(0.25, 0.29), g.uniform(0.42, 0.5), g.uniform(0.6, 0.72), chance(g, 0.5)
    knobs = [turned(box(0.27, 0.05, 0.05, y=r - 0.02), (30 * i, 0, 0), (x, r, z)) for i in range(12) for z in (f, -f)]
    parts = [*rolling(r, 0.25, [f, -f], x), *mirrored(*knobs), *arches(r + 0.06, [f, -f], x - 0.07, 0.28)]
    parts += [body([(-f, 0.12, 0.1, 0.5), (0, 0.16, 0.16, 0.45), (f, 0.12, 0.12, 0.5)], 4), lying(0.04, 2 * x, 0, r, f),
        lying(0.05, 2 * x, 0, r, -f)]  # fmt: skip
    parts += [body([(-f, 0.15, 0.1, 0.86), (-0.2, 0.19, 0.11, 0.78), (0.1, 0.12, 0.1, 0.82)], 3),
        body([(0.0, 0.12, 0.14, 0.78), (0.3, 0.17, 0.16, 0.82), (f + 0.25, 0.16, 0.08, 0.66)], 3)]  # fmt: skip
    bars, wide = g.uniform(1.12, 1.25), g.uniform(0.36, 0.44)
    parts += [tube([(0, 0.8, 0.4), (0, bars, 0.22)], 0.03), tube([(-wide, bars, 0.1), (-0.16, bars + 0.02, 0.22),
        (0, bars - 0.03, 0.22), (0.16, bars + 0.02, 0.22), (wide, bars, 0.1)], 0.018)]  # fmt: skip
    parts += [*mirrored(lying(0.03, 0.14, wide - 0.05, bars, 0.1), box(0.22, 0.04, 0.5, x * 0.62, 0.32, 0)),
        *mirrored(egg(0.08, 0.06, 0.06, 0.18, 0.74, f + 0.12))]  # fmt: skip
    loop = [(-0.25, 0.4, f + 0.1), (-0.25, 0.45, f + r + 0.08), (-0.2, 0.68, f + r + 0.1), (0.2, 0.68, f + r + 0.1),
        (0.25, 0.45, f + r + 0.08), (0.25, 0.4, f + 0.1)]  # fmt: skip
    parts += [tube(loop, 0.025), *mirrored(tube([(0.1, 0.5, 0.2), (x - 0.1, r, f)], 0.025))]
    if rack:
        for z, d in ((f + 0.05, 0.4), (-f - 0.1, 0.45)):
            parts += [*[lying(0.015, 0.75, 0, 0.88, z + t * d) for t in (-0.5, 0, 0.5)],
                *[box(0.03, 0.03, d, s, 0.86, z) for s in (-0.35, -0.12, 0.12, 0.35)]]  # fmt: skip
            parts += [rod(0.02, 0.25, s, 0.62, z) for s in (-0.25, 0.25)]
    return [*parts, turned(rod(0.06, 0.4), (80, 0, 0), (0.22, 0.5, -f - 0.3))]


def snowmobile(g: Generator) -> list[Part]:
    f, x, w = g.uniform(1.2, 1.45), g.uniform(0.42, 0.52), g.uniform(0.22, 0.28)
    ski = [(0.2, 0.02), (f + 0.05, 0.02), (f + 0.3, 0.2), (f + 0.27, 0.23), (f, 0.06), (0.2, 0.06)]
    parts = mirrored(upright(ski, 0.14, x), tube([(x, 0.06, 0.75), (x - 0.02, 0.3, 0.7), (0.2, 0.45, 0.6)], 0.03),
        tube([(x, 0.2, 0.75), (x - 0.2, 0.55, 0.55)], 0.04))  # fmt: skip
    track = [(0.2, 0.05), (0.35, 0.25), (0.2, 0.38), (-f + 0.1, 0.38), (-f - 0.1, 0.25), (-f + 0.05, 0.05)]
    parts += [upright(track, 0.38), *[box(0.4, 0.04, 0.04, 0, 0.02, z) for z in np.linspace(-f + 0.1, 0.2, 12)]]
    hood = [(-0.1, 0.22, 0.2, 0.55), (0.3, w + 0.12, 0.26, 0.58), (0.8, w + 0.1, 0.22, 0.52),
        (f - 0.05, 0.1, 0.07, 0.4)]  # fmt: skip
    seat = [(-f + 0.1, 0.14, 0.06, 0.72), (-f + 0.45, 0.19, 0.13, 0.68), (-0.5, 0.18, 0.12, 0.66),
        (0.1, 0.13, 0.12, 0.72)]  # fmt: skip
    parts += [body(hood, 2.8), body(seat, 3.5), box(0.5, 0.1, f + 0.2, 0, 0.38, -f / 2),
        *mirrored(box(0.16, 0.04, f - 0.1, 0.3, 0.3, -f / 2))]  # fmt: skip
    if chance(g, 0.75):
        high = g.uniform(0.25, 0.45)
        parts.append(turned(plate([(-0.26, 0.1), (0.26, 0.1), (0.16, -0.08 - high), (-0.16, -0.08 - high)], 0.02),
            (50, 0, 0), (0, 0.78, 0.45)))  # fmt: skip
    bars = g.uniform(0.98, 1.1)
    parts += [tube([(-0.36, bars, 0.0), (-0.12, bars, 0.12), (0.12, bars, 0.12), (0.36, bars, 0.0)], 0.02),
        tube([(0, 0.7, 0.25), (0, bars, 0.12)], 0.03)]  # fmt: skip
    parts += [upright([(-f - 0.25, 0.1), (-f - 0.2, 0.1), (-f + 0.1, 0.46), (-f + 0.1, 0.5)], 0.42),
        *mirrored(egg(0.08, 0.05, 0.08, 0.16, 0.62, 0.85))]  # fmt: skip
    if chance(g, 0.5):
        parts += [*mirrored(tube([(0.18, 0.5, -f + 0.2), (0.2, 0.85, -f - 0.05), (0, 0.85, -f - 0.05)], 0.02)),
            box(0.36, 0.3, 0.08, 0, 0.78, -f + 0.05)]  # fmt: skip
    if chance(g, 0.4):
        parts.append(box(0.4, 0.25, 0.4, 0, 0.5, -f - 0.05))
    return [*parts, *mirrored(tube([(x + 0.02, 0.22, f + 0.22), (x - 0.02, 0.25, f - 0.05)], 0.015))]


KINDS = kinds_of(dump_truck, concrete_mixer, bulldozer, forklift, caravan, quad_bike, snowmobile)
