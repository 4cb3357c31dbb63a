"""Aircraft, noses to +z."""

from __future__ import annotations

import math

from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, mirrored, plate, rolling, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def jet_fighter(g: Generator) -> list[Part]:
    long, span, twin = g.uniform(12, 15), g.uniform(4, 6), chance(g)
    hull = body([(-long * 0.45, 0.75, 0.6, 0), (-long * 0.1, 0.95, 0.65, 0), (long * 0.2, 0.6, 0.65, 0.1),
                 (long * 0.38, 0.35, 0.4, 0.05), (long * 0.55, 0.02, 0.02, -0.1)])  # fmt: skip
    sweep = g.uniform(0.15, 0.3) * long
    delta = [(0.6, 0.2 * long), (span, 0.2 * long - sweep * 1.6), (span, -0.3 * long), (0.6, -0.33 * long)]
    tailplane = [(0.6, -0.33 * long), (span * 0.5, -0.46 * long), (span * 0.5, -0.52 * long), (0.6, -0.46 * long)]
    parts = [hull, *mirrored(plate(delta, 0.12, y=-0.1), plate(tailplane, 0.1))]
    fin = [(-0.25 * long, 0), (-0.42 * long, 2.3), (-0.5 * long, 2.3), (-0.44 * long, 0)]
    parts += mirrored(upright(fin, 0.1, 0.6, 0.4, lean=15)) if twin else [upright(fin, 0.12, 0, 0.4)]
    nozzles = [rod(0.5, 0.9, top=0.38)] if not twin else [rod(0.42, 0.9, x, top=0.32) for x in (-0.45, 0.45)]
    parts += [turned(nozzle, (-90, 0, 0), (0, 0, -long * 0.43)) for nozzle in nozzles]
    parts += [egg(0.4, 0.45, 1.5, 0, 0.55, long * 0.25), *mirrored(box(0.6, 0.8, long * 0.28, 0.95, -0.5, long * 0.02))]
    if chance(g, 0.6):
        parts += mirrored(
            tube([(span, -0.1, -0.32 * long), (span, -0.1, -0.05 * long), (span, -0.1, 0)], [0.1, 0.1, 0.01])
        )
    return parts


def helicopter(g: Generator) -> list[Part]:
    n, r, tail = int(g.integers(2, 6)), g.uniform(3.6, 4.8), g.uniform(4.2, 5.5)
    cabin = body(
        [
            (-1.6, 0.25, 0.3, 1.7),
            (-1.0, 0.8, 0.8, 1.5),
            (0.6, 0.95, 0.95, 1.4),
            (1.6, 0.7, 0.7, 1.2),
            (2.1, 0.15, 0.2, 1.0),
        ]
    )
    boom = tube([(0, 1.8, -1.2), (0, 2.0, -tail)], [0.32, 0.13], 10)
    blades = [turned(box(r, 0.04, 0.24, r / 2), (0, 360 * i / n + 20, 0), (0, 2.95, 0)) for i in range(n)]
    small = [turned(box(0.06, 0.85, 0.14), (360 * i / 3, 0, 0), (0.25, 2.3, -tail)) for i in range(3)]
    fin = upright([(-tail + 0.5, 1.9), (-tail - 0.2, 2.9), (-tail - 0.6, 2.9), (-tail - 0.1, 1.8)], 0.1)
    mast = [rod(0.12, 0.7, 0, 2.25, 0), rod(0.25, 0.15, 0, 2.88, 0), box(0.9, 0.4, 1.6, 0, 2.1, -0.3)]
    if chance(g, 0.65):
        feet = mirrored(
            tube([(0.85, 0.05, -1.4), (0.85, 0.05, 1.2), (0.85, 0.25, 1.6)], 0.06),
            tube([(0.4, 0.8, -0.6), (0.85, 0.05, -0.7)], 0.05),
            tube([(0.4, 0.7, 0.7), (0.85, 0.05, 0.8)], 0.05),
        )
    else:
        feet = [*rolling(0.25, 0.15, [-0.5], 0.9), lying(0.2, 0.15, 0, 0.2, 1.3), rod(0.06, 0.5, 0, 0.2, 1.3)]
    plane = box(1.5, 0.06, 0.4, 0, 1.95, -tail * 0.75)
    return [cabin, boom, *blades, *small, fin, *mast, *feet, plane]


def biplane(g: Generator) -> list[Part]:
    span, gap, chord = g.uniform(3.6, 4.6), g.uniform(1.3, 1.7), g.uniform(1.0, 1.4)
    hull = body(
        [
            (-4.2, 0.08, 0.15, 1.5),
            (-1.5, 0.38, 0.42, 1.45),
            (0.5, 0.5, 0.55, 1.4),
            (1.9, 0.5, 0.5, 1.4),
            (2.0, 0.3, 0.3, 1.4),
        ]
    )
    wings = [box(2 * span, 0.1, chord, 0, y, z) for y, z in ((1.0, 0.4), (1.05 + gap, 0.7))]
    if chance(g, 0.25):  # a triplane
        wings.append(box(2 * span, 0.1, chord, 0, 1.0 + gap / 2, 0.55))
    struts = mirrored(
        *[tube([(x, 1.05, z), (x, 1.1 + gap, z + 0.3)], 0.05, 6) for x in (span * 0.4, span * 0.85) for z in (0.1, 0.7)]
    )
    tail = [plate([(-1.3, -4.2), (-0.9, -3.4), (0.9, -3.4), (1.3, -4.2)], 0.07, y=1.5)]
    tail.append(upright([(-3.4, 1.5), (-3.9, 2.5), (-4.5, 2.4), (-4.4, 1.4)], 0.07))
    n = int(g.choice([2, 3]))
    screw = [turned(box(0.16, 1.1, 0.05), (0, 0, 360 * i / n + 20), (0, 1.4, 2.15)) for i in range(n)]
    gear = [*rolling(0.35, 0.14, [0.9], 0.8), *mirrored(tube([(0.3, 1.0, 0.9), (0.8, 0.35, 0.9)], 0.05))]
    return [hull, *wings, *struts, *tail, *screw, *gear, ball(0.15, 0, 1.4, 2.15), ball(0.22, 0, 2.05, -0.7)]


def glider(g: Generator) -> list[Part]:
    span, long = g.uniform(7, 10), g.uniform(3.4, 4.2)
    hull = body(
        [
            (-long, 0.08, 0.1, 0.15),
            (-1.0, 0.15, 0.18, 0.1),
            (0.8, 0.36, 0.45, 0),
            (1.8, 0.3, 0.36, -0.05),
            (2.6, 0.05, 0.08, -0.1),
        ]
    )
    wing = [(0.1, 0.7), (span * 0.6, 0.6), (span, 0.3), (span, 0.05), (0.1, -0.25)]
    half = turned(plate(wing, 0.08), (0, 0, g.uniform(1, 5)), (0, 0.25, 0))
    fin = upright([(-long + 0.6, 0.1), (-long, 1.35), (-long - 0.5, 1.35), (-long - 0.3, 0)], 0.07)
    high = 1.3 if chance(g, 0.6) else 0.25  # a T tail, or a low one
    tail = plate([(-1.2, -long - 0.4), (-1.0, -long), (1.0, -long), (1.2, -long - 0.4)], 0.05, y=high)
    return [hull, *mirrored(half), fin, tail, egg(0.27, 0.32, 0.85, 0, 0.25, 1.3), lying(0.15, 0.1, 0, -0.45, 0.6)]


def airship(g: Generator) -> list[Part]:
    long, r = g.uniform(9, 13), g.uniform(1.8, 2.4)
    shape = [(t, math.sin(math.pi * min(t, 1) ** 0.8) ** 0.7) for t in [i / 12 for i in range(13)]]
    hull = body([(long * (0.5 - t), max(r * s, 0.02), max(r * s, 0.02), 0) for t, s in shape])
    n, fins = int(g.choice([4, 4, 3])), []
    for i in range(n):
        outline = [(-0.25 * long, 0.6), (-0.36 * long, r * 1.15), (-0.47 * long, r * 1.15), (-0.45 * long, 0.3)]
        fins.append(turned(upright(outline, 0.12), (0, 0, 360 * i / n + (45 if n == 4 and r > 2.1 else 0))))
    cabin = [
        body(
            [
                (-1.3, 0.3, 0.3, -r - 0.15),
                (-0.9, 0.45, 0.45, -r - 0.15),
                (0.9, 0.45, 0.45, -r - 0.15),
                (1.4, 0.25, 0.3, -r),
            ],
            4,
        )
    ]
    engines = mirrored(egg(0.18, 0.18, 0.5, 0.9, -r - 0.1, -0.4), box(0.7, 0.08, 0.2, 0.6, -r - 0.1, -0.4))
    return [hull, *fins, *cabin, *(engines if chance(g, 0.7) else [])]


def quadcopter(g: Generator) -> list[Part]:
    n, reach = int(g.choice([4, 4, 4, 6])), g.uniform(0.2, 0.26)
    parts = [
        body(
            [(-0.12, 0.04, 0.02, 0.1), (-0.06, 0.07, 0.035, 0.1), (0.08, 0.06, 0.035, 0.1), (0.13, 0.03, 0.02, 0.1)], 4
        )
    ]
    guard = chance(g, 0.4)
    for i in range(n):
        a = math.pi * (2 * i + 1) / n
        x, z = reach * math.sin(a), reach * math.cos(a)
        parts += [tube([(0, 0.1, 0), (x, 0.11, z)], 0.012), rod(0.018, 0.045, x, 0.1, z)]
        parts += [turned(box(0.19, 0.004, 0.022), (0, float(g.uniform(0, 180)), 0), (x, 0.145, z))]
        if guard and n == 4:
            parts.append(ring(0.115, 0.006, x, 0.14, z, axis="y"))
    feet = mirrored(tube([(0.04, 0.09, -0.08), (0.09, 0, -0.09), (0.09, 0, 0.09), (0.04, 0.09, 0.08)], 0.007))
    return [*parts, *feet, ball(0.03, 0, 0.045, 0.08), turned(rod(0.013, 0.02), (90, 0, 0), (0, 0.045, 0.1))]


def hot_air_balloon(g: Generator) -> list[Part]:
    r, n = g.uniform(4, 5.5), int(g.integers(10, 17))
    profile = [
        (0.9, 0),
        (r * 0.5, r * 0.55),
        (r * 0.88, r * 1.1),
        (r, r * 1.5),
        (r * 0.85, r * 2),
        (r * 0.45, r * 2.35),
        (0, r * 2.45),
    ]
    ribs = [
        tube([(x * math.cos(a), y + 3, x * math.sin(a)) for x, y in profile[:-1]], 0.06, 5)
        for a in [2 * math.pi * i / n for i in range(n)]
    ]
    basket = [
        box(1.2, 1.0, 1.2),
        *[box(1.3, 0.12, 0.12, 0, 0.95, z) for z in (-0.6, 0.6)],
        *[box(0.12, 0.12, 1.3, x, 0.95) for x in (-0.6, 0.6)],
    ]
    ropes = mirrored(*[tube([(0.55, 1, 0.55 * s), (0.65, 3.1, 0.65 * s)], 0.035, 5) for s in (1, -1)])
    return [lathe(profile, y=3), *ribs, *basket, *ropes, rod(0.2, 0.4, 0, 1.8)]


KINDS = kinds_of(jet_fighter, helicopter, biplane, glider, airship, quadcopter, hot_air_balloon)
