"""What pets and small children live and play with: cages, tanks, trees, bowls and rattles."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, slab, smooth, tube
from indexer.parametric.rooms.bathroom import basin
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def birdcage(g: Generator) -> list[Part]:
    style, r, h, wire = int(g.integers(3)), g.uniform(0.17, 0.22), g.uniform(0.3, 0.42), 0.0035
    n = int(g.integers(18, 27))
    if style == 2:  # a house with a pitched roof
        w, deep, roof = r * 1.3, r * 0.85, r * g.uniform(0.7, 1.0)
        parts = [
            box(w * 2.05, 0.05, deep * 2.05),
            *[box(w * 2, 0.012, 0.012, 0, y, z) for y in (h * 0.5, h) for z in (-deep, deep)],
        ]
        for x in np.linspace(-w, w, 14):
            parts += [tube([(x, 0.04, s * deep), (x, h, s * deep), (x, h + roof, 0)], wire, 5) for s in (-1, 1)]
        for z in np.linspace(-deep, deep, 9):
            parts += [tube([(x, 0.04, z), (x, h + roof * (1 - abs(z) / deep), z)], wire, 5) for x in (-w, w)]
        parts += [
            lying(0.01, w * 2.1, 0, h + roof),
            ring(0.04, 0.006, 0, h + roof + 0.045),
            lying(0.007, w * 1.9, 0, h * 0.45),
        ]
    else:
        dome = g.uniform(0.7, 1.1) * r if style == 0 else r * 1.5
        bow = np.array([(r * x, h + dome * y, 0) for x, y in arc(1, 0, 88, 8)])
        if style == 1:  # drawn out to a point
            bow = smooth(
                [(r, h, 0), (r * 1.15, h + dome * 0.3, 0), (r * 0.3, h + dome * 0.6, 0), (0.005, h + dome, 0)], False
            )
        parts = around(n, tube([(r, 0.04, 0), *bow], wire, 5))
        parts += [lathe([(0, 0), (r * 1.08, 0), (r * 1.1, 0.05), (r * 1.0, 0.055), (0, 0.03)])]
        parts += [ring(r, 0.006, y=y * h, axis="y") for y in (0.5, 1.0)] + [
            ring(0.035, 0.005, 0, h + dome + 0.035),
            ball(0.02, y=h + dome),
        ]
        parts += [lying(0.007, r * 1.9, 0, h * 0.4)]
    door = [box(0.1, 0.008, 0.008, 0, y, r * (0.86 if style == 2 else 1.0)) for y in (0.1, 0.24)]
    swing = [tube([(s * 0.05, h, 0), (s * 0.05, h * 0.7, 0)], 0.003, 5) for s in (-1, 1)] + [
        lying(0.006, 0.11, 0, h * 0.7)
    ]
    bird = [
        egg(0.03, 0.03, 0.045, 0, h * 0.7 + 0.035, 0),
        ball(0.022, 0, h * 0.7 + 0.07, 0.035),
        egg(0.01, 0.006, 0.045, 0, h * 0.7 + 0.015, -0.06),
    ]
    stand = (
        [*at(0, -1.1, 0, *[rod(0.014, 1.1), lathe([(0, 0), (0.2, 0), (0.18, 0.03), (0.02, 0.06), (0, 0.06)])])]
        if chance(g, 0.3)
        else []
    )
    return [*parts, *door, *swing, *(bird if chance(g) else []), *stand]


def cat_tree(g: Generator) -> list[Part]:
    n, r, h = int(g.integers(3, 6)), g.uniform(0.04, 0.055), g.uniform(0.9, 1.6)
    w = g.uniform(0.24, 0.32)
    parts = [box(w * 2, 0.05, w * 1.7)]
    wound = [(r * (1 + 0.08 * (i % 2)), i / 30) for i in range(31)]

    def post(x: float, low: float, high: float, z: float) -> Part:
        return lathe([(0, low), *[(k, low + (high - low) * t) for k, t in wound], (0, high)], x, 0, z)

    tops = np.linspace(0.35, 1, n) * h
    for i, y in enumerate(tops):
        s = 1 if i % 2 else -1
        x, z = s * w * 0.6, (-1) ** (i // 2) * w * 0.4
        size = w * g.uniform(0.55, 0.75)
        parts += [post(x, 0.05, y, z), basin([(y, size, size * 0.85, 0), (y + 0.045, size, size * 0.85, 0)], 4)]
        parts[-1] = turned(parts[-1], (0, 0, 0), (x, 0, z))
        if i == n - 1 or chance(g, 0.25):  # a nest with a raised rim
            parts.append(
                lathe(
                    [
                        (size * 0.75, y + 0.03),
                        (size * 1.05, y + 0.06),
                        (size * 1.05, y + 0.13),
                        (size * 0.85, y + 0.13),
                        (size * 0.75, y + 0.05),
                    ],
                    x,
                    0,
                    z,
                )
            )
    den = g.uniform(0.26, 0.32)
    x, z = w * 0.45, w * 0.15
    hole = [(0.09 * a, 0.09 * b) for a, b in arc(1, 0, 360, 25)[:-1]]
    wall = turned(slab(hole, 0.02), (0, 0, 0), (x, 0.05 + den * 0.45, z + den * 0.6))
    parts += [
        box(den * 1.2, den, den * 1.2, x, 0.05, z),
        wall,
        ring(0.095, 0.014, x, 0.05 + den * 0.45, z + den * 0.61),
    ]
    cord = [(w * 0.9, tops[1], w * 0.1), (w * 0.95, tops[1] - 0.2, w * 0.12)]
    toy = [tube(cord, 0.005, 5), ball(0.035, w * 0.95, tops[1] - 0.23, w * 0.12)]
    ramp = turned(box(0.18, 0.02, h * 0.5, 0, 0, 0), (45, 0, 0), (-w * 0.6, h * 0.17, w * 0.95))
    return [*parts, *toy, *([ramp] if chance(g, 0.4) else [])]


def baby_rattle(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.028, 0.036), g.uniform(0.06, 0.085)
    steps = [(0.011 + 0.002 * (i % 2), long * i / 10) for i in range(11)]
    stick = lathe([(0, 0), *steps, (0, long)])
    if style == 1:  # like a dumb-bell
        grip = [stick, *[p for y in (-r * 0.7, long + r * 0.7) for p in (ball(r, y=y), ring(r, 0.003, y=y, axis="y"))]]
        return [turned(p, (0, 0, 60)) for p in grip]
    if style == 2:  # a ring with beads
        beads = [ball(r * g.uniform(0.25, 0.42), r * 1.4 * x, r * 1.4 * y) for x, y in arc(1, 200, 340, 5)]
        ears = [egg(r * 0.25, r * 0.5, r * 0.15, s * r * 0.45, r * 2.9) for s in (-1, 1)]
        return [ring(r * 1.4, r * 0.16), *beads, ball(r * 0.75, 0, r * 2.0), *ears]
    head = [ball(r, y=long + r * 0.9, scale=(1, 1, g.uniform(0.55, 1))), ring(r, 0.004, 0, long + r * 0.9, axis="y")]
    bumps = [
        ball(r * 0.2, r * 0.75 * x, long + r * 0.9 + r * 0.75 * y, s * r * 0.45)
        for x, y in arc(1, 0, 300, 6)
        for s in (-1, 1)
    ]
    tail = ring(r * 0.5, r * 0.13, 0, -r * 0.5)
    return [turned(p, (0, 0, -30)) for p in (stick, *head, *bumps, tail, ring(0.014, 0.003, 0, long * 0.98, axis="y"))]


def fish_tank(g: Generator) -> list[Part]:
    style, w, h = int(g.choice([0, 0, 1, 1, 2])), g.uniform(0.2, 0.32), g.uniform(0.24, 0.34)
    deep = w * g.uniform(0.45, 0.65)
    shoal = []
    for i in range(int(g.integers(2, 5))):
        size = g.uniform(0.04, 0.06)
        spot = (g.uniform(-0.5, 0.5) * w, g.uniform(0.5, 0.8) * h, g.uniform(-0.3, 0.3) * deep)
        tail = slab(np.array([(-1, 0), (-1.7, 0.6), (-1.5, 0), (-1.7, -0.6)]) * size, size * 0.12)
        fin = slab(np.array([(-0.5, 0.3), (0.3, 0.4), (-0.4, 0.9)]) * size, size * 0.12)
        fish = (egg(size * 1.1, size * 0.5, size * 0.3), tail, fin)
        shoal += [turned(p, (0, 180 * (i % 2) + 20 * i, 0), spot) for p in fish]
    if style == 2:  # a round bowl, something swimming at its mouth
        r = w * 0.75
        wall = [(r * np.cos(a), r * 0.92 + r * np.sin(a)) for a in np.radians(np.linspace(-65, 48, 14))]
        rim = [(wall[-1][0] * 1.15, wall[-1][1] + 0.015), *[(a * 0.95, b) for a, b in reversed(wall)], (0, r * 0.05)]
        bed = lathe([(0, r * 0.1), (r * 0.6, r * 0.1), (r * 0.5, r * 0.25), (0, r * 0.28)])
        swimmer = [turned(p, (0, 0, 0), (-shoal[0].centroid[0], r * 1.72 - shoal[0].centroid[1], 0)) for p in shoal[:3]]
        return [lathe([(0, 0.0), (wall[0][0], 0), *wall, *rim]), *swimmer, bed]
    tall = h * 1.3
    frame = [box(w * 2, 0.02, 0.015, 0, y, s * deep) for y in (0, tall) for s in (-1, 1)]
    frame += [box(0.015, 0.02, deep * 2, s * w, y) for y in (0, tall) for s in (-1, 1)]
    frame += [box(0.012, tall, 0.012, x, 0, z) for x in (-w, w) for z in (-deep, deep)]
    frame += [basin([(0.01, w * 0.98, deep * 0.98, 0), (0.05, w * 0.98, deep * 0.98, 0)], 8)]
    for _ in range(int(g.integers(5, 10))):
        x, z, up = g.uniform(-0.85, 0.85) * w, g.uniform(-0.8, 0.5) * deep, g.uniform(0.4, 1.1) * h
        weed = smooth([(x, 0.03, z), (x + 0.03, up * 0.4, z), (x - 0.03, up * 0.7, z), (x + 0.01, up, z)], False)
        frame.append(tube(weed, 0.009, 5))
    rocks = [
        egg(g.uniform(0.03, 0.06), g.uniform(0.03, 0.06), 0.04, x * w, 0.06, 0.2 * deep)
        for x in (-0.6, -0.45, g.uniform(0, 0.7))
    ]
    parts = [*frame, box(w * 2, tall, 0.006, 0, 0, -deep), *rocks, *shoal]
    if chance(g):
        parts.append(box(w * 2.02, 0.06, deep * 2.04, 0, tall))
    doors = [box(w * 0.95, 0.35, 0.02, s * w * 0.5, -0.4, deep * 1.05) for s in (-1, 1)]
    return [*parts, box(w * 2.1, 0.45, deep * 2.1, 0, -0.45), *doors] if style else parts


def pet_bowl(g: Generator) -> list[Part]:
    style, r, h = int(g.choice([0, 0, 1, 2])), g.uniform(0.07, 0.11), g.uniform(0.04, 0.065)
    flare = g.uniform(1.15, 1.4)
    edge = [(r * flare, 0), (r * flare, 0.006), (r, h), (r * 0.93, h), (r * 0.75, h * 0.25)]
    dish = lathe([(0, 0), *edge, (0, h * 0.2)])
    n = int(g.integers(14, 30))
    spots = [(r * 0.65 * np.sqrt(i / n), i * 2.4) for i in range(n)]
    food = [egg(0.011, 0.007, 0.009, d * np.cos(a), h * 0.7 + 0.02 * (1 - d / r), d * np.sin(a)) for d, a in spots]
    heap = [*food, rod(r * 0.75, h * 0.4, y=h * 0.25)] if chance(g, 0.6) else []
    if style == 0:  # alone, a bone on its side
        bone = [lying(0.006, 0.04), *[ball(0.008, s * 0.02, t * 0.006) for s in (-1, 1) for t in (-1, 1)]]
        return [dish, *heap, *at(0, h * 0.5, r * (1 + flare) / 2, *bone)]
    if style == 1:  # two on a stand
        tall, w = g.uniform(0.1, 0.2), r * 2.5
        rim = [ring(r, 0.007, axis="y"), lathe([(0, -0.03), (r * 0.8, -0.03), (r, 0), (r * 0.95, 0), (0, -0.028)])]
        legs_ = [box(0.02, tall, r * 2.5, x, 0) for x in (-w * 0.93, w * 0.93)]
        top = [box(w * 0.08, 0.018, r * 2.7, x * w, tall) for x in (-0.96, 0, 0.96)]
        top += [box(w * 2, 0.018, r * 0.3, 0, tall, s * r * 1.2) for s in (-1, 1)]
        rims = [p for s in (-1, 1) for p in at(s * r * 1.2, tall + 0.018, 0, *rim)]
        return [*top, *legs_, *rims, *at(-r * 1.2, tall - h * 0.5, 0, *heap)]
    tank = lathe([(0, 0), (r * 0.8, 0), (r * 0.85, r * 1.9), (r * 0.5, r * 2.2), (0, r * 2.25)], 0, h * 0.8, -r * 1.5)
    steps = ((0, 1.1, 2), (h, 1.05, 1.95), (h, 0.95, 1.8), (h * 0.3, 0.85, 1.7))
    tray = basin([(y, r * a, r * b, -r * 0.6) for y, a, b in steps], 2.5)
    return [tray, tank, box(r * 1.2, h * 1.6, r * 1.1, 0, 0, -r * 1.3), *at(0, 0, r * 0.3, *heap)]


KINDS = kinds_of(birdcage, cat_tree, baby_rattle, fish_tank, pet_bowl)
