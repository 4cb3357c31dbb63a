"""Vehicles of special uses on the road: big wheeled, small wheeled, rolling, lifting and pulled."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, loft, mirrored, rolling, slab, smooth, tube, upright
from indexer.parametric.solids import Part, ball, box, forward, kinds_of, lying, ring, rod, turned


def _house(w: float, z0: float, z1: float, y: float, h: float, taper: float, front: float, back: float) -> Part:
    """A cabin on height y from z0 to z1, narrowing by `taper` to its roof, whose ends stand back by front and back."""
    rings = [[(-a, b, c), (a, b, c), (a, b, d), (-a, b, d)] for a, b, c, d in ((w / 2, y, z0, z1),
        (w / 2 * taper, y + h, z0 + back, z1 - front))]  # fmt: skip
    return loft(np.array(rings))


def _steering(r: float, y: float, z: float, x: float = 0.0) -> list[Part]:
    """A steering wheel on its leaning column."""
    wheel = [ring(r, r * 0.12), box(r * 2, r * 0.15, r * 0.1), turned(rod(r * 0.1, r * 3), (90, 0, 0))]
    return [turned(part, (35, 0, 0), (x, y, z)) for part in wheel]


def _lugs(r: float, wide: float, n: int, x: float, z: float) -> list[Part]:
    """The blocks of a coarse tyre."""
    return [turned(box(wide, r * 0.1, r * 0.16, 0, r * 0.97), (360 * i / n, 0, 0), (x, r, z)) for i in range(n)]


def monster_truck(g: Generator) -> list[Part]:
    r, base, style = g.uniform(0.75, 0.95), g.uniform(1.4, 1.7), int(g.integers(3))
    wide, low, n = g.uniform(1.7, 2.0), r * g.uniform(1.75, 2.1), int(g.integers(14, 20))
    hood, end, side = low + g.uniform(0.5, 0.7), base + g.uniform(0.4, 0.8), wide / 2 + r * 0.25
    tail = [hood, hood, hood + g.uniform(0.2, 0.5)][style]
    shape = [(-end, low + 0.2), (-end * 0.8, low), (end * 0.8, low), (end, low + 0.15), (end, hood - 0.1),
        (end * 0.3, hood), (-end * 0.5, hood), (-end - (tail - hood) * 0.5, tail)]  # fmt: skip
    back = [-end * 0.35, -end * 0.97, -end * 0.6][style]
    cabin = _house(wide * 0.96, back, end * 0.45, hood - 0.02, g.uniform(0.5, 0.75), 0.84, 0.5, [0.1, 0.15, 0.6][style])
    parts = [upright(shape, wide), cabin, box(wide * 0.5, 0.2, base * 1.7, 0, low - 0.2)]
    parts += rolling(r, r * 0.8, (base, -base), side)
    for z in (base, -base):
        parts += [lying(0.13, 2 * side, 0, r, z), ball(0.25, 0, r, z)]
        parts += [lug for x in (side, -side) for lug in _lugs(r, r * 0.8, n, x, z)]
        parts += mirrored(tube([(side * 0.5, r, z), (wide * 0.32, low + 0.15, z - 0.25 * np.sign(z))], 0.07))
    parts += mirrored(forward(rod(0.13, 0.08), wide * 0.36, hood - 0.25, end - 0.02))
    parts += [box(wide * 0.95, 0.12, 0.12, 0, low + 0.1, end + 0.06)]
    if style == 0:
        parts += mirrored(tube([(wide * 0.4, hood, -end * 0.4), (wide * 0.4, hood + 0.6, -end * 0.4),
            (wide * 0.4, hood, -end * 0.85)], 0.05))  # fmt: skip
    if chance(g):
        parts += [box(0.5, 0.25, 0.6, 0, hood - 0.05, end * 0.65), *mirrored(rod(0.07, 0.6, 0.35, hood, end * 0.4))]
    return parts


def jeep(g: Generator) -> list[Part]:
    r, base, style, wide = g.uniform(0.34, 0.42), g.uniform(1.05, 1.3), int(g.integers(3)), g.uniform(1.3, 1.5)
    low, hood, front, end = r * 1.1, r * 1.1 + g.uniform(0.5, 0.6), base + 0.45, -base - 0.5
    dash = base * 0.25
    parts = [box(wide * 0.7, hood - low, front - dash, 0, low, (front + dash) / 2),
        *rolling(r, 0.24, (base, -base), wide / 2 + 0.08), box(wide, 0.12, dash - end, 0, low,
        (dash + end) / 2)]  # fmt: skip
    door = [(dash, low), (dash, hood), (dash - 0.25, hood - 0.3), (dash - 0.7, hood - 0.3), (dash - 0.9, hood - 0.08),
        (end, hood - 0.08), (end, low)]  # fmt: skip
    parts += mirrored(upright(door, 0.06, wide / 2 - 0.03))
    parts += mirrored(upright([(front + 0.05, r * 1.7), (front, r * 2.2), (dash + 0.3, r * 2.25), (dash, r * 1.3),
        (dash, r * 1.15), (dash + 0.4, r * 2.08), (front, r * 2.05)], wide * 0.24, wide * 0.46))  # fmt: skip
    parts += mirrored(forward(rod(0.11, 0.06), wide * 0.24, hood - 0.17, front))
    parts += [box(0.03, 0.3, 0.04, (i - 3) * 0.07, hood - 0.42, front + 0.01) for i in range(7)]
    parts += [box(wide * 0.95, 0.12, 0.12, 0, low, front + 0.12), box(wide * 0.95, 0.06, 0.06, 0, hood + 0.4, dash)]
    parts += [box(wide, 0.08, 0.1, 0, hood - 0.04, dash), *mirrored(box(0.05, 0.45, 0.05, wide / 2 - 0.05, hood, dash))]
    parts += mirrored(box(0.45, 0.18, 0.45, 0.33, low + 0.15, dash - 0.6), box(0.45, 0.5, 0.1, 0.33, low + 0.3,
        dash - 0.85))  # fmt: skip
    parts += [*_steering(0.18, hood, dash - 0.3, 0.33), box(wide * 0.98, hood - low, 0.06, 0, low, end)]
    parts += [forward(rod(r, 0.2), 0.1, hood - 0.1, end - 0.22), forward(rod(r * 0.4, 0.24), 0.1, hood - 0.1,
        end - 0.25)]  # fmt: skip
    if style == 0:  # open, with a roll bar
        half = [(wide / 2 - 0.08, hood - 0.1), (wide / 2 - 0.1, hood + 0.4), (0.0, hood + 0.45)]
        bar = [(x, y, dash - 1.05) for x, y in half] + [(-x, y, dash - 1.05) for x, y in half[-2::-1]]
        return [*parts, tube(bar, 0.035)]
    top = [box(wide, 0.06, dash - end, 0, hood + 0.44, (dash + end) / 2)]
    if style == 1:
        posts = [box(0.07, 0.5, 0.1, wide / 2 - 0.05, hood - 0.06, z) for z in (end + 0.06, dash - 0.9)]
        return [*parts, *top, *mirrored(*posts)]
    return [*parts, *top, _house(wide * 0.98, end, dash - 0.85, hood - 0.1, 0.55, 0.96, 0.0, 0.05)]


def golf_cart(g: Generator) -> list[Part]:
    r, base, style, wide = g.uniform(0.2, 0.24), g.uniform(0.8, 0.95), int(g.integers(3)), g.uniform(1.05, 1.25)
    if style == 1:
        base += 0.4
    low, high = r * 1.1, g.uniform(1.7, 1.9)
    nose = smooth([(base + 0.35, low), (base + 0.4, low + 0.3), (base + 0.1, low + 0.6), (base - 0.3, low + 0.7),
        (base - 0.35, low)], times=1)  # fmt: skip
    parts = [*rolling(r, 0.18, (base, -base), wide / 2 - 0.1), box(wide, 0.08, base * 2, 0, low, 0),
        upright(nose, wide * 0.9)]  # fmt: skip
    seats = [-0.25] if style != 1 else [0.1, -0.75]
    for z in seats:
        parts += [box(wide * 0.95, 0.35, 0.5, 0, low + 0.05, z), box(wide * 0.9, 0.12, 0.52, 0, low + 0.4, z)]
        parts += [turned(box(wide * 0.9, 0.45, 0.1), (-12, 0, 0), (0, low + 0.55, z - 0.27))]
    parts += [*_steering(0.17, low + 0.85, seats[0] + 0.4, wide * 0.22)]
    roof = smooth([(base * 0.75, high), (base * 0.6, high + 0.08), (-base, high + 0.08), (-base - 0.2, high)], times=2)
    parts += [upright(roof, wide * g.uniform(1.0, 1.15))]
    parts += mirrored(tube([(wide * 0.44, low + 0.6, base - 0.15), (wide * 0.44, high, base * 0.5)], 0.025),
        tube([(wide * 0.44, low + 0.3, -base * 0.75), (wide * 0.44, high, -base * 0.85)], 0.025))  # fmt: skip
    rear = box(wide * 0.9, 0.35, base * 0.65, 0, low + 0.05, -base * 0.85)
    if style == 0:  # golf bags behind
        for x in (-wide * 0.22, wide * 0.22):
            bag = [rod(0.13, 0.85), *[rod(0.012, 0.3, a * 0.07, 0.85, b * 0.07) for a, b in arc(1, 0, 300, 5)],
                *[ball(0.04, a * 0.07, 1.15, b * 0.07) for a, b in arc(1, 0, 300, 5)]]  # fmt: skip
            parts += [turned(p, (-10, 0, 0), (x, low + 0.15, -base - 0.15)) for p in bag]
    if style == 2:  # a cargo bed
        parts += [box(wide, 0.3, 0.05, 0, low + 0.4, z) for z in (-base * 0.6, -base * 1.35)]
        parts += mirrored(box(0.05, 0.3, base * 0.75, wide / 2, low + 0.4, -base * 0.97))
    return [*parts, rear, *mirrored(forward(rod(0.06, 0.05), wide * 0.3, low + 0.4, base + 0.27))]


def go_kart(g: Generator) -> list[Part]:
    r, base, wide, style = g.uniform(0.13, 0.15), g.uniform(0.5, 0.6), g.uniform(0.5, 0.6), int(g.integers(3))
    y = r * 0.8
    frame = [(wide * 0.55, y, -base - 0.15), (wide * 0.55, y, 0), (wide * 0.35, y, base * 0.6),
        (wide * 0.3, y, base + 0.3)]  # fmt: skip
    parts = [*mirrored(tube(smooth(frame, closed=False), 0.02)), box(wide * 0.8, 0.015, base * 1.4, 0, y, base * 0.35)]
    for z, w, s in ((base, 0.13, 1.0), (-base, 0.22, g.uniform(1.0, 1.2))):
        parts += [*rolling(r * s, w, (z,), wide + 0.08), lying(0.02, 2 * wide, 0, r, z)]
    seat = smooth([(-0.45, y + 0.5), (-0.4, y + 0.52), (-0.2, y + 0.12), (0.12, y + 0.16), (0.15, y + 0.12), (0.1, y),
        (-0.28, y)], times=1)  # fmt: skip
    parts += [upright(seat, wide * 0.62, 0.0), *mirrored(upright([(-0.4, y + 0.45), (-0.1, y + 0.35), (0.1, y + 0.2),
        (0.1, y), (-0.3, y)], 0.03, wide * 0.33)), *_steering(0.14, y + 0.38, base * 0.55)]  # fmt: skip
    motor = [box(0.2, 0.22, 0.2, wide * 0.62, y, -base * 0.45), *[box(0.24, 0.012, 0.24, wide * 0.62, y + 0.22
        + i * 0.03, -base * 0.45) for i in range(4)], lying(0.06, 0.4, 0.1, y + 0.15, -base - 0.12)]  # fmt: skip
    parts += motor
    if style == 0:  # bare, with a tube for a bumper
        bumper = [(-wide * 0.7, y, base + 0.2), (-wide * 0.6, y, base + 0.4), (wide * 0.6, y, base + 0.4),
            (wide * 0.7, y, base + 0.2)]  # fmt: skip
        return [*parts, tube(smooth(bumper, closed=False), 0.022)]
    nose = [(-0.05, wide * 0.3, 0.02, y + 0.35), (0.2, wide * 0.4, 0.08, y + 0.2), (0.4, wide * 0.9, 0.1, y),
        (0.5, wide * 0.8, 0.06, y)]  # fmt: skip
    parts += [turned(body(nose, 3), (0, 0, 0), (0, 0.02, base - 0.05))]
    pods = body([(-0.3, 0.11, 0.07, y), (0.0, 0.13, 0.1, y + 0.02), (0.3, 0.06, 0.06, y)], 4)
    parts += mirrored(turned(pods, (0, 0, 0), (wide + 0.02, 0, 0)))
    if style == 2:  # a roll cage
        hoop = [(-wide * 0.55, y, -base), (-wide * 0.5, y + 0.95, -base * 0.8), (wide * 0.5, y + 0.95, -base * 0.8),
            (wide * 0.55, y, -base)]  # fmt: skip
        parts += [tube(smooth(hoop, closed=False), 0.02), *mirrored(tube([(wide * 0.4, y + 0.93, -base * 0.8),
            (wide * 0.5, y, base)], 0.02))]  # fmt: skip
    return parts


def tank_truck(g: Generator) -> list[Part]:
    r, wide, style = 0.5, g.uniform(2.3, 2.5), int(g.integers(3))
    long = [g.uniform(5, 6.5), g.uniform(9, 11), g.uniform(5, 7)][style]
    rx, ry = wide / 2, g.uniform(0.75, 1.0) if style < 2 else wide / 2
    low, nose = 1.15, 1.0 if chance(g) else 0.0
    middle, z0 = low + ry, -long
    tank = body([(z0, rx * 0.75, ry * 0.75, middle), (z0 + 0.2, rx, ry, middle), (-0.2, rx, ry, middle),
        (0, rx * 0.75, ry * 0.75, middle)], 2.3, 24)  # fmt: skip
    parts = [tank, box(0.9, 0.3, long + 2, 0, 0.8, -long / 2 + 0.9), box(0.6, 0.08, long * 0.9, 0, middle + ry, z0 / 2)]
    n = int(g.integers(2, 5))
    parts += [rod(0.3, 0.25, 0, middle + ry, z0 * (i + 0.5) / n) for i in range(n)]
    bands = [body([(z - 0.04, rx * 1.02, ry * 1.02, middle), (z + 0.04, rx * 1.02, ry * 1.02, middle)], 2.3, 24)
        for z in (z0 * (i + 0.1) / n for i in range(n))]  # fmt: skip
    cab = smooth([(0.35, 0.6), (2.1, 0.6), (2.1, 1.7), (1.85, 2.9), (0.35, 3.0)], times=1)
    parts += [*bands, upright(cab, wide), box(wide, 0.3, 0.2, 0, 0.5, 2.1 + nose)]
    parts += [upright(smooth([(2.0, 0.6), (2.0 + nose, 0.6), (2.0 + nose, 1.5), (2.0, 1.8)], times=1),
        wide * 0.7)] if nose else []  # fmt: skip
    rear = [z0 + 0.9, z0 + 2.1] if style != 1 else [z0 + 0.8, z0 + 2, z0 + 3.2, -1.0, 0.15]
    parts += rolling(r, 0.45, [*rear, 1.3 + nose * 1.1], wide / 2 - 0.22)
    ladder = [box(0.04, 2 * ry, 0.04, x, low, z0 - 0.1) for x in (-0.2, 0.2)]
    steps = [box(0.4, 0.03, 0.04, 0, low + 0.3 * i, z0 - 0.1) for i in range(int(2 * ry / 0.3))]
    parts += [*ladder, *steps, *mirrored(box(0.12, 0.5, 0.25, wide / 2 + 0.15, 1.9, 1.95))]
    return [*parts, *mirrored(tube([(wide / 2 - 0.1, low + 0.15, -0.8), (wide / 2 - 0.1, low + 0.15, z0 + 2.8)], 0.1))]


def unicycle(g: Generator) -> list[Part]:
    r, style = g.uniform(0.2, 0.33), int(g.integers(3))
    y, tall = r, g.uniform(0.3, 0.45) if style != 1 else g.uniform(0.8, 1.3)
    crank, top, a = y if style != 1 else y + tall * 0.75, r * 2 + tall, g.uniform(0, 180)
    wheel = [ring(r * 0.93, r * (0.16 if style == 2 else 0.08), 0, y, axis="x"), lying(0.03, 0.1, 0, y)]
    spokes = [turned(rod(0.004, r * 0.9), (360 * i / 16, 0, 0), (0, y, 0)) for i in range(16)]
    fork = mirrored(tube([(0.06, y, 0), (0.06, r * 2 + 0.04, 0), (0.0, r * 2 + 0.1, 0)], 0.014))
    saddle = smooth([(-0.14, top + 0.1), (-0.12, top + 0.03), (0, top), (0.12, top + 0.02), (0.15, top + 0.09),
        (0.11, top + 0.11), (0, top + 0.06), (-0.1, top + 0.11)], times=2)  # fmt: skip
    parts = [*wheel, *spokes, *fork, rod(0.015, top - r * 2 - 0.04, 0, r * 2 + 0.05),
        upright(saddle, g.uniform(0.1, 0.15))]  # fmt: skip
    for s in (1, -1):
        dy, dz = s * 0.14 * np.cos(np.radians(a)), s * 0.14 * np.sin(np.radians(a))
        parts += [tube([(s * 0.08, crank, 0), (s * 0.1, crank + dy, dz)], 0.012),
            box(0.1, 0.025, 0.08, s * 0.16, crank + dy - 0.012, dz)]  # fmt: skip
    if style == 1:  # tall, with a chain
        parts += [lying(0.05, 0.02, 0.05, crank), lying(0.02, 0.2, 0, crank),
            box(0.008, crank - y, 0.008, 0.05, y, 0.05), box(0.008, crank - y, 0.008, 0.05, y, -0.05)]  # fmt: skip
    return parts


def segway(g: Generator) -> list[Part]:
    r, wide, tall, style = g.uniform(0.2, 0.26), g.uniform(0.28, 0.36), g.uniform(1.0, 1.2), int(g.integers(3))
    lean = g.uniform(0.02, 0.2)
    parts = [box(wide * 1.6, r * 0.35, r * 1.6, 0, r * 0.9), *rolling(r, 0.1, (0,), wide),
        ring(r * 0.9, 0.03, wide, r, axis="x"), ring(r * 0.9, 0.03, -wide, r, axis="x")]  # fmt: skip
    parts += mirrored(box(0.13, 0.02, r * 1.5, wide * 0.4, r * 1.25, 0))
    parts += mirrored(upright([(z * r * 1.3, r + y * r * 1.3) for z, y in [*arc(1, 20, 160), *arc(0.9, 160, 20)]], 0.14,
        wide))  # fmt: skip
    top = np.array((0, tall, r * 0.6 + lean))
    parts += [tube([(0, r, r * 0.5), top], [0.04, 0.025]), ball(0.05, *top)]
    if style == 0:
        parts += [lying(0.02, 0.55, *top), *mirrored(lying(0.028, 0.13, 0.24, *top[1:]))]
    elif style == 1:
        loop = [(0, -0.15), (-0.22, -0.05), (-0.26, 0.08), (0.26, 0.08), (0.22, -0.05)]
        parts += [tube(np.array([(x, top[1] + y, top[2] + y * 0.4) for x, y in smooth([*loop, loop[0]], closed=False)]),
            0.02)]  # fmt: skip
    else:
        parts += mirrored(tube(smooth([top, top + np.array((0.1, 0.1, 0)), top + np.array((0.25, 0.08, -0.12))],
            closed=False), 0.02))  # fmt: skip
    if chance(g):
        parts += [box(0.22, 0.25, 0.12, 0, tall * 0.6, top[2] * 0.9 + 0.05)]
    return [*parts, slab([(x * 0.5, y) for x, y in arc(0.09, 0, 330)], 0.03, 0, tall + 0.04, top[2])]


KINDS = kinds_of(monster_truck, jeep, golf_cart, go_kart, tank_truck, unicycle, segway)
