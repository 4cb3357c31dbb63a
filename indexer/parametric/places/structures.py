"""Tall buildings and works, their fronts to +z."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, loft, mirrored, slab, tube
from indexer.parametric.solids import Part, around, at, box, kinds_of, lathe, lying, ring, rod, turned


def _ribbed(w: float, h: float, d: float, y: float, upright: int, floors: int) -> list[Part]:
    """A block with `upright` ribs on its wider faces and a ledge at each of `floors` floors."""
    t = 0.03 * min(w, d)
    parts = [box(w, h, d, 0, y), box(w + 2 * t, t * 1.5, d + 2 * t, 0, y + h - t)]
    for x in np.linspace(-0.5, 0.5, upright + 1):
        parts += [box(t, h, d + t, x * (w - t), y), box(w + t, h, t, 0, y, x * (d - t))]
    parts += [box(w + t, t / 2, d + t, 0, y + h * (i + 1) / (floors + 1)) for i in range(floors)]
    return parts


def skyscraper(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(5)), g.uniform(28, 42), g.uniform(120, 230)
    d, n, floors = w * g.uniform(0.7, 1.0), int(g.integers(5, 10)), int(h / 9)
    mast = [rod(w * 0.03, h * g.uniform(0.1, 0.22), top=0.2)]
    if style == 0:  # stepping back to a spire
        y, steps = 0.0, int(g.integers(3, 6))
        parts: list[Part] = []
        for i in range(steps):
            tall, s = h * (0.45 if i else 0.3) * 0.75**i, 1 - i * g.uniform(0.16, 0.2)
            parts += _ribbed(w * s, tall, d * s, y, max(n - i, 3), 0)
            y += tall
        tip = lathe([(0, 0), (w * 0.16, 0), (w * 0.14, h * 0.05), (w * 0.06, h * 0.09), (0, h * 0.09)], y=y)
        return [*parts, tip, *at(0, y + h * 0.09, 0, *mast)]
    if style == 1:  # a slab in a grid, with plant on the roof
        top = [box(w * 0.5, 5, d * 0.5, w * 0.1, h), *(at(-w * 0.3, h, 0, *mast) if chance(g) else [])]
        return [*_ribbed(w, h, d, 0, n, floors), *top, box(w * 1.5, 7, d * 1.4)]
    ts, way = np.linspace(0, 1, floors + 1), np.arange(24) * math.pi / 12
    power, ends = (4 if style == 2 else 2), (0.75 if style == 2 else g.uniform(0.6, 0.95))
    cross = np.stack([np.sign(f(way)) * np.abs(f(way)) ** (2 / power) for f in (np.cos, np.sin)], 1) * w / 2
    if style == 4:  # tapering to a point
        cross, ends = arc(w * 0.65, 45, 405, 5)[:-1], 0.04
    twist = math.radians(float(g.uniform(50, 120))) if style == 2 else 0.0
    bulge = g.uniform(0.0, 0.9) if style == 3 else 0.0

    def level(t: float, out: float) -> np.ndarray:
        size, a = (1 + (ends - 1) * t + bulge * t * (1 - t)) * out, twist * t
        x, z = cross[:, 0] * size, cross[:, 1] * size
        return np.stack([x * np.cos(a) - z * np.sin(a), 0 * x + h * t, x * np.sin(a) + z * np.cos(a)], 1)

    parts = [loft(np.array([level(t, 1) for t in ts]))]
    parts += [loft(np.array([level(t, 1.03), level(t + 0.4 / floors, 1.03)])) for t in ts[1:-1]]
    if style == 4:
        wings = mirrored(box(w * 0.12, h * 0.3, w * 0.3, w * 0.28, h * 0.5)) if chance(g) else []
        return [*parts, *wings, box(w * 1.1, 6, w * 1.1)]
    parts += [tube([level(t, 1.02)[k] for t in ts[::2]], w * 0.018, 4) for k in range(0, 24, 2)]
    return [*parts, rod(w * 0.6, 6), *(at(0, h, 0, *mast) if chance(g) else [])]


def apartment_block(g: Generator) -> list[Part]:
    floors, bays, style = int(g.integers(3, 10)), int(g.integers(3, 8)), int(g.integers(3))
    if style == 1:  # a tower
        floors, bays = floors + 5, 3
    w, h, d, high = bays * 4.0, floors * 3.0, g.uniform(10, 13), g.uniform(1.2, 1.7)
    parts = [box(w, h, d)]
    xs = (np.arange(bays) - (bays - 1) / 2) * 4
    with_balcony = g.random(bays) < 0.6 if chance(g, 0.8) else np.ones(bays, bool)
    for x, balcony in zip(xs, with_balcony, strict=True):
        for y in np.arange(floors) * 3.0:
            door = y == 0 and x == xs[bays // 2]
            parts += [box(2.2, high, 0.2, x, y + 0.9, -d / 2)]
            if door:
                parts += [box(2.4, 2.3, 0.3, x, 0, d / 2), box(3.2, 0.25, 2.2, x, 2.5, d / 2 + 1)]
            elif balcony and y > 0:
                parts += [box(3.2, 0.2, 1.5, x, y, d / 2 + 0.75), box(3.2, 0.9, 0.1, x, y + 0.2, d / 2 + 1.45)]
                parts += [box(1.8, 2.2, 0.16, x, y + 0.2, d / 2), box(0.1, 0.9, 1.4, x - 1.55, y + 0.2, d / 2 + 0.7)]
            else:
                parts += [box(1.9, high, 0.2, x, y + 0.9, d / 2), box(2.3, 0.15, 0.4, x, y + 0.75, d / 2)]
    if style == 2:  # under a ridged roof with chimneys
        roof = [(-d * 0.56, -0.2), (d * 0.56, -0.2), (0, d * 0.36)]
        parts += [turned(slab(roof, w * 1.03), (0, 90, 0), (0, h, 0))]
        parts += [box(0.9, d * 0.42, 1.3, x * w, h, -1) for x in (-0.35, 0.05, 0.38)[: int(g.integers(1, 4))]]
    else:
        parts += [box(w + 0.5, 0.7, d + 0.5, 0, h), box(3.5, 2.5, 4, w * 0.1, h + 0.7)]
        parts += [rod(0.06, 3, -w * 0.3, h), lying(0.04, 1.2, -w * 0.3, h + 2.8)] if chance(g) else []
    if style == 0 and chance(g):  # with a wing
        parts += [box(d, h, d * 1.2, w / 2 - d / 2, 0, d), box(d + 0.5, 0.7, d * 1.2, w / 2 - d / 2, h, d)]
        spots = [(z, y) for z in (d * 0.75, d * 1.25) for y in np.arange(floors) * 3 + 0.9]
        parts += [box(0.2, high, 1.9, w / 2, y, z) for z, y in spots]
    return parts


def factory(g: Generator) -> list[Part]:
    n, d, h, style = int(g.integers(3, 6)), g.uniform(16, 26), g.uniform(6, 9), int(g.integers(3))
    bay = g.uniform(6, 8)
    w = n * bay
    parts = [box(w, h, d)]
    for i in range(n):
        x = (i - n / 2) * bay
        if style == 0:  # sawtooth roofs
            parts += [slab([(x, 0), (x + bay, 0), (x, bay * 0.55)], d, 0, h)]
            parts += [box(0.2, bay * 0.35, 1.8, x, h + bay * 0.1, z) for z in np.linspace(-0.4, 0.4, 6) * d]
        elif style == 1:  # barrel vaults
            parts += [slab(arc(bay / 2, 0, 180, 11) * (1, 0.6), d, x + bay / 2, h)]
        parts += [box(bay * 0.7, h * 0.35, 0.3, x + bay / 2, h * 0.5, d / 2)]
        parts += [box(0.12, h * 0.35, 0.5, x + bay * t, h * 0.5, d / 2) for t in (0.3, 0.5, 0.7)]
    if style == 2:  # one ridge with a lantern along it
        parts += [turned(slab([(-d * 0.54, 0), (d * 0.54, 0), (0, d * 0.22)], w * 1.02), (0, 90, 0), (0, h, 0))]
        parts += [box(w * 0.8, 2.2, 3, 0, h + d * 0.17), box(w * 0.83, 0.3, 4, 0, h + d * 0.17 + 2.2)]
    gate = [box(4, h * 0.45, 0.5, -w / 2 + bay / 2, 0, d / 2), box(5, 0.3, 2, -w / 2 + bay / 2, h * 0.46, d / 2 + 1)]
    tall, r = g.uniform(20, 32), g.uniform(1.2, 1.7)
    side = w / 2 + 2.5
    for i in range(int(g.integers(1, 4))):
        z = (i - 1) * d * 0.28
        parts += [rod(r, tall, side, 0, z, top=r * 0.65), box(3.4, 3, 3.4, side, 0, z)]
        parts += [ring(r * 0.7, 0.2, side, tall * t, z, axis="y") for t in (0.93, 0.99)]
    if chance(g):  # a tank to the other side
        tank = [rod(3, 6, -side - 1.5, 0, 0), lathe([(0, 0), (3.1, 0), (0.3, 1.2), (0, 1.2)], -side - 1.5, 6, 0)]
        parts += [*tank, lying(0.3, 3.5, -side + 1.5, 4.5, 0)]
    return [*parts, *gate]


def silo(g: Generator) -> list[Part]:
    n, r, h, style = int(g.choice([1, 1, 2, 3, 4])), g.uniform(2, 3), g.uniform(9, 15), int(g.integers(3))
    lift = r * g.uniform(1.2, 1.6) if style == 1 else 0.0
    one = [lathe([(0, 0), (r, 0), (r, h), (0, h)], y=lift)]
    band: list[tuple[float, float]] = [(r, 0.0), (r * 1.04, 0.1), (r, 0.2)]
    one += [lathe(band, y=lift + h * t) for t in np.linspace(0.02, 0.97, int(g.integers(6, 12)))]
    if style == 1:  # a hopper on legs
        one += [lathe([(0, 0), (0.35, 0), (r, r), (0, r)], y=lift - r), *around(6, rod(0.16, lift + 1, 0, 0, r))]
        one += [ring(r, 0.08, y=lift * 0.45, axis="y")]
    if style == 2:
        dome = [(r * math.cos(a), r * math.sin(a)) for a in np.linspace(0, 1.5, 8)]
        one += [lathe([(0, 0), *dome, (0, r)], y=lift + h), *around(16, box(0.1, h, 0.1, 0, lift, r))]
    else:
        one += [lathe([(0, 0), (r * 1.06, 0), (0.4, r * 0.55), (0.4, r * 0.7), (0, r * 0.7)], y=lift + h)]
        one += around(12, tube([(0, lift + h, r * 1.05), (0, lift + h + r * 0.56, 0.4)], 0.05, 4))
    climb = [box(0.06, lift + h, 0.06, x, 0, r + 0.35) for x in (-0.3, 0.3)]
    climb += [box(0.6, 0.05, 0.05, 0, y, r + 0.35) for y in np.arange(0.4, lift + h, 0.6)]
    xs = (np.arange(n) - (n - 1) / 2) * 2.15 * r
    parts = [*at(xs[0], 0, 0, *climb), *[p for x in xs for p in at(x, 0, 0, *[q.copy() for q in one])]]
    top = lift + h + r * 0.7
    if n > 1 or chance(g, 0.3):  # an elevator leg and a bridge over the tops
        parts += [box(1, top + 2.5, 1, xs[-1] + r + 1.2), box(xs[-1] - xs[0] + r * 2, 0.7, 0.9, r * 0.6, top + 0.6)]
        parts += [turned(box(0.4, 3, 0.4), (0, 0, -35), (xs[-1], top, 0))]
    return parts


def water_tower(g: Generator) -> list[Part]:
    style, h, r, n = int(g.integers(4)), g.uniform(10, 18), g.uniform(3, 4.2), int(g.choice([4, 6, 8]))
    if style == 0:  # a ball on a stem
        neck = [(r * 0.75, 0), (r * 0.4, h * 0.12), (r * 0.25, h * 0.3), (r * 0.25, h * 0.8), (r * 0.6, h)]
        bulb = [(r * math.cos(a), h + r * 0.85 + r * 0.8 * math.sin(a)) for a in np.linspace(-0.95, 1.5, 14)]
        return [lathe([(0, 0), *neck, *bulb, (0, h + r * 1.65)]), rod(0.5, 0.5, 0, h + r * 1.6)]
    if style == 1:  # a mushroom of concrete
        cone = [(r * 0.45, 0), (r * 0.35, h), (r * 1.4, h + r * 0.9), (r * 1.4, h + r * 1.3), (0.6, h + r * 1.7)]
        fins = around(16, tube([(0, h + 0.3, r * 0.4), (0, h + r * 0.9, r * 1.41)], 0.12, 4))
        return [
            lathe([(0, 0), *cone, (0, h + r * 1.7)]),
            rod(0.6, 1.2, 0, h + r * 1.65),
            *fins,
            box(1, 2.2, 0.4, 0, 0, r * 0.4),
        ]
    if style == 3:  # of timber, on a short stand
        r, h, n = r * 0.7, h * 0.4, 4
    tall, spread = r * g.uniform(1.2, 1.6), 1.0 if style == 3 else g.uniform(1.05, 1.35)
    low = (
        [(0, 0), (r, 0)] if style == 3 else [(r * math.cos(a), r * 0.7 * math.sin(a)) for a in np.linspace(-1.57, 0, 8)]
    )
    tank = [lathe([(0, low[0][1]), *low[1:], (r, tall), (0, tall)], y=h)]
    tank += [lathe([(0, 0), (r * 1.1, 0), (0.2, r * g.uniform(0.5, 0.8)), (0, r * 0.8)], y=h + tall)]
    tank += [
        ring(r, 0.06, y=h + tall * t, axis="y") for t in ((0.1, 0.3, 0.5, 0.7, 0.9) if style == 3 else (0.05, 0.95))
    ]
    corner = np.array([math.sin(math.pi / n), 0, math.cos(math.pi / n)]) * r * 0.95
    other = corner * (-1, 1, 1)
    levels = [corner * (spread + (1 - spread) * t) + (0, h * t * 1.02, 0) for t in (0, 0.5, 1)]
    across = [other * (spread + (1 - spread) * t) + (0, h * t * 1.02, 0) for t in (0, 0.5, 1)]
    frame = [tube(levels, 0.18, 6)]
    for i in (0, 1):
        frame += [tube([levels[i], across[i + 1]], 0.06, 4), tube([across[i], levels[i + 1]], 0.06, 4)]
        frame += [tube([levels[i + 1], across[i + 1]], 0.1, 4)]
    parts = [*tank, *around(n, *frame)]
    if style == 2:
        parts += [rod(r * 0.2, h), *around(20, rod(0.04, 1, 0, h, r * 1.25)), ring(r * 1.25, 0.06, y=h + 1, axis="y")]
        parts += [lathe([(r * 0.95, h - 0.15), (r * 1.3, h - 0.15), (r * 1.3, h), (r * 0.95, h)])]
    return [*parts, rod(0.15, h, 0.4), *([box(r * 2, 0.3, r * 2, 0, h - 0.3)] if style == 3 else [])]


KINDS = kinds_of(skyscraper, apartment_block, factory, silo, water_tower)
