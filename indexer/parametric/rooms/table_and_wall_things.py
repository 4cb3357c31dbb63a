"""Small things for tables, doors and walls: rings, mats, stops, rods and dishes."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import (
    arc,
    body,
    chance,
    loft,
    plate,
    slab,
    smooth,
    tube,
    upright,
)
from indexer.parametric.rooms.holders_and_stands import round_square
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import washer
from indexer.parametric.workshop.printed_things import figure, wall


def napkin_ring(g: Generator) -> list[Part]:
    r, wide, style = g.uniform(0.019, 0.024), g.uniform(0.012, 0.03), int(g.integers(4))
    t = g.uniform(0.0015, 0.004)
    if style == 0:  # a plain band with beaded rims
        bulge = g.uniform(0, 0.004)
        outer = [(r + t + bulge * np.sin(np.pi * q), wide * q) for q in np.linspace(0, 1, 9)]
        parts = [
            lathe([*outer, (r, wide), (r, 0), outer[0]]),
            *[ring(r + t, t * 0.7, y=y, axis="y") for y in (0, wide)],
        ]
        parts = [forward(part, z=-wide / 2) for part in parts]
    elif style == 1:  # a wound wire with beads
        a = np.linspace(0, 2 * np.pi * 4, 100)
        parts = [tube(np.stack([r * np.cos(a), r * np.sin(a), wide * (a / a[-1] - 0.5)], 1), 0.0014)]
        parts += [
            ball(g.uniform(0.003, 0.005), r * np.cos(q), r * np.sin(q), wide * z)
            for q, z in g.uniform((0.5, -0.5), (2.7, 0.5), (9, 2))
        ]
    else:  # with a flower, a star or a bow on it
        parts = [forward(washer(r + t, r, wide * 0.6), z=-wide * 0.3)]
        petals = int(g.integers(5, 9))
        if style == 2:
            bloom = [
                *around(petals, turned(ball(0.009, 0, 0, 0, (1, 0.35, 0.6)), (0, 0, 20), (0.009, 0.003, 0))),
                ball(0.005, 0, 0.004),
            ]
            parts += at(0, r + t, 0, *bloom)
        else:
            loop = smooth([(0, 0), (0.02, 0.012), (0.022, -0.004), (0.001, -0.001)])
            bows = [slab(np.array(loop) * (s, 1), 0.012) for s in (1, -1)] + [
                slab([(0, 0), (s * 0.012, -0.016), (s * 0.018, -0.012)], 0.01) for s in (1, -1)
            ]
            parts += at(0, r + t + 0.003, 0, *bows, ball(0.005))
    if chance(g, 0.5):  # a napkin drawn through it
        a, rows = np.linspace(0, 2 * np.pi, 40, endpoint=False), []
        for z, q in ((-0.08, 2.6), (-0.04, 1.5), (-0.012, 0.95), (0.012, 0.95), (0.04, 1.5), (0.08, 2.6)):
            fold = r * (0.95 + (q - 0.95) * (0.55 + 0.35 * np.cos(7 * a)))
            rows.append(np.stack([fold * np.cos(a), fold * 0.6 * np.sin(a), np.full(40, z)], 1))
        parts.append(loft(np.array(rows)))
    return at(0, r, 0, *parts)


def coaster(g: Generator) -> list[Part]:
    r, t, style, n = g.uniform(0.042, 0.052), g.uniform(0.004, 0.008), int(g.integers(3)), int(g.integers(3, 6))
    sides = int(g.choice([40, 40, 6, 8]))
    outline = arc(r, 0, 360 - 360 / sides, sides) if style != 1 else np.asarray(round_square(r * 1.9, r * 1.9))
    one = [plate(outline, t), wall(outline * 0.96, r * 0.07, t * 0.7, t * 0.8)]
    pattern = int(g.integers(4))
    if pattern == 0:  # rings
        one += [washer(r * q, r * (q - 0.06), t * 0.3, t) for q in (0.2, 0.4, 0.6, 0.78)]
    elif pattern == 1:  # a figure in relief
        one.append(plate(figure(int(g.integers(7))) * r * 1.3, t * 1.6))
    elif pattern == 2:  # rays
        one += around(int(g.integers(8, 16)), box(r * 0.5, t * 1.5, r * 0.06, r * 0.5))
    else:  # a lattice
        one += [box(r * 1.1, t * 1.4, r * 0.06, 0, 0, r * 0.22 * i) for i in range(-2, 3)] + [
            box(r * 0.06, t * 1.4, r * 1.1, r * 0.22 * i) for i in range(-2, 3)
        ]
    if chance(g, 0.4):
        return [turned(part, (0, float(g.uniform(0, 60)), 0)) for part in one]
    step, parts = t * 1.7, []  # a pile, or a pile in its stand
    for i in range(n):
        parts += [turned(part.copy(), (0, float(g.uniform(-8, 8)), 0), (0, t + step * i, 0)) for part in one]
    stand = [
        rod(r * 1.15, t * 0.8),
        *[rod(0.003, step * n + 0.015, r * 1.08 * x, 0, r * 1.08 * z) for x, z in arc(1, 20, 290, 4)],
    ]
    return [
        *parts,
        *(
            stand
            if style != 1
            else [box(r * 2.2, t * 0.8, r * 2.2), *[box(r, step * n, t * 0.7, 0, 0, s * r * 1.07) for s in (1, -1)]]
        ),
    ]


def door_stop(g: Generator) -> list[Part]:
    style, s = int(g.integers(4)), g.uniform(0.9, 1.3)
    if style == 0:  # a wedge, ribbed, with a ring or a knob at its thick end
        long, h, w = 0.12 * s, 0.035 * s * g.uniform(0.8, 1.3), 0.04 * s
        wedge = upright([(-long / 2, 0), (long / 2, 0), (long / 2, h * 0.12), (-long * 0.3, h), (-long / 2, h)], w)
        slope = float(np.degrees(np.arctan2(h * 0.88, long * 0.8)))
        ribs = [
            turned(box(w, 0.003, 0.004), (slope, 0, 0), (0, h - h * 0.88 * q, long * (0.8 * q - 0.3)))
            for q in np.linspace(0.1, 0.9, 8)
        ]
        grip = (
            [ring(h * 0.5, h * 0.12, 0, h * 0.5, -long * 0.6, axis="x")]
            if chance(g)
            else [box(w * 0.3, h * 0.3, long * 0.2, 0, h, -long * 0.4)]
        )
        return [wedge, *ribs, *(grip if chance(g, 0.7) else [])]
    if style == 1:  # a dome fixed to the floor, with a rubber face
        r, h = 0.025 * s, 0.03 * s * g.uniform(0.8, 1.4)
        dome = lathe(
            [
                (0, 0),
                (r * 1.2, 0),
                (r * 1.2, h * 0.1),
                (r, h * 0.14),
                (r, h * 0.55),
                (r * 0.8, h * 0.85),
                (r * 0.35, h),
                (0, h),
            ]
        )
        return [
            dome,
            ring(r, h * 0.1, y=h * 0.42, axis="y"),
            box(r * 0.9, h * 0.5, r * 0.5, 0, h * 0.15, r * 0.85),
            rod(r * 0.2, h * 0.03, y=h),
        ]
    if style == 2:  # a sprung arm on a skirting board
        long, r = 0.08 * s, 0.008
        a = np.linspace(0, 2 * np.pi * 14, 240)
        coil = tube(np.stack([r * np.cos(a), r * np.sin(a), long * a / a[-1]], 1), 0.0014, 6)
        rose = forward(lathe([(0, 0), (0.016, 0), (0.013, 0.006), (0.007, 0.01), (0, 0.01)]), z=-0.008)
        tip = forward(lathe([(0, 0), (0.011, 0), (0.012, 0.01), (0.008, 0.018), (0, 0.02)]), z=long)
        return [coil, rose, tip, *([box(0.12, 0.09, 0.012, 0, -0.05, -0.014)] if chance(g) else [])]
    r, h = 0.05 * s, 0.09 * s * g.uniform(0.8, 1.3)  # a heavy bag or weight with a handle
    lump = lathe([(0, 0), (r, 0), (r * 1.06, h * 0.2), (r * 0.9, h * 0.7), (r * 0.5, h * 0.92), (r * 0.22, h), (0, h)])
    grip = tube([(x * r * 0.6, h * 0.9 + y * r * 0.9, 0) for x, y in arc(1, -20, 200, 16)], r * 0.1)
    return [lump, grip, *[ring(r * 0.95, r * 0.04, y=h * q, axis="y") for q in (0.1, 0.55)]]


def curtain_rod(g: Generator) -> list[Part]:
    long, r, style, n = g.uniform(0.6, 1.1), g.uniform(0.015, 0.024), int(g.integers(4)), int(g.integers(0, 10))
    knob = [(0, 0), (1.2, 0), (1.2, 0.5), (0.7, 0.8), (1.8, 2), (2.4, 3.4), (1.8, 4.8), (0, 5.4)]
    spear = [(0, 0), (1.4, 0), (1.4, 0.6), (0.6, 1), (2, 2.4), (1.2, 4), (0.4, 6.5), (0, 7.5)]
    cup = [(0, 0), (1.2, 0), (1.5, 2), (2.6, 4.5), (2.4, 4.8), (0, 4.2)]
    knobs = [knob, spear, [(0, 0), (1.3, 0), (1.3, 3), (1.7, 3), (1.7, 3.8), (0, 3.8)], cup]
    end = lathe([(a * r, b * r) for a, b in knobs[style]])
    parts = [
        lying(r, long),
        turned(end.copy(), (0, 0, -90), (long / 2, 0, 0)),
        turned(end, (0, 0, 90), (-long / 2, 0, 0)),
    ]
    depth = g.uniform(0.07, 0.12)
    spots = [-long * 0.42, long * 0.42] + ([0.0] if chance(g, 0.4) else [])
    for x in spots:  # brackets
        parts += [
            forward(lathe([(0, 0), (r * 2.4, 0), (r * 2, r * 0.6), (r * 0.8, r), (0, r)]), x, -r * 2.2, -depth),
            ring(r * 1.2, r * 0.3, x, axis="x"),
        ]
        parts.append(
            tube(smooth([(x, -r * 2.2, -depth), (x, -r * 2.2, -depth * 0.2), (x, -r * 1.2, 0)], False), r * 0.5)
        )
        parts.append(box(r * 2, r * 7, r * 0.4, x, -r * 5.5, -depth))
    if style != 2 or chance(g):
        for i in range(n + 3):  # rings with eyes
            x = long * 0.78 * ((i + 0.5) / (n + 3) - 0.5)
            hoop = [(x, r * (1.8 * b - 0.6), r * 1.8 * a) for a, b in arc(1, 90, 450, 19)]
            eye = [(x + r * 0.5 * a, r * (0.5 * b - 2.9), 0.0) for a, b in arc(1, 90, 450, 11)]
            parts += [tube(hoop, r * 0.22, 6), tube(eye, r * 0.14, 5)]
    if chance(g, 0.3):
        parts.append(lying(r * 0.6, long * 0.84, 0, -r * 2.2, -depth * 0.5))
    return parts


def soap_dish(g: Generator) -> list[Part]:
    w, d, style = g.uniform(0.11, 0.14), g.uniform(0.075, 0.09), int(g.integers(3))
    oval = arc(0.5, 0, 350, 36) * (w, d) if chance(g) else np.asarray(round_square(w, d))
    soap = [
        turned(
            body(
                [(z * 0.014, w * 0.3 * q, d * 0.28 * q, 0) for z, q in ((-1, 0.8), (-0.6, 1), (0.6, 1), (1, 0.8))],
                2.8,
                24,
            ),
            (90, 0, 0),
        )
    ]
    low, n = g.uniform(0.006, 0.012), int(g.integers(5, 9))
    ribs = [box(w * 0.012 + 0.003, 0.006, d * 0.75, w * 0.75 * (i / (n - 1) - 0.5), low) for i in range(n)]
    if style == 0:  # a shallow bowl with ribs
        parts = [
            plate(oval * 0.8, low),
            *[wall(oval * (0.8 + 0.07 * i), 0.008, low * 0.9, low * 0.7 * i) for i in range(4)],
            *ribs,
        ]
    elif style == 1:  # a grate over a tray
        slats = [box(w * 0.07, 0.004, d * 0.95, w * 0.9 * (i / n - 0.5) + w * 0.05, low + 0.012) for i in range(n + 1)]
        parts = [plate(oval, 0.003), wall(oval, 0.004, low + 0.014), *slats, box(w * 0.9, 0.003, 0.006, 0, low + 0.01)]
    else:  # a board with grooves on feet
        slats = [box(w / n * 0.6, 0.006, d, w * ((i + 0.5) / n - 0.5), 0.014) for i in range(n)]
        parts = [*slats, *[box(w, 0.014, 0.012, 0, 0, s * d * 0.33) for s in (1, -1)]]
    return [*parts, *at(0, low + 0.03, 0, *(soap if style == 1 or chance(g, 0.6) else []))]


KINDS = kinds_of(napkin_ring, coaster, door_stop, curtain_rod, soap_dish)
