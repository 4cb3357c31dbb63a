"""Vessels of plants and workshops: compressors, pressure tanks, cylinders that push and exchangers of heat."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, mirrored, slab, tube
from indexer.parametric.solids import Part, around, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import washer


def drum(r: float, long: float, bulge: float = 0.4) -> Part:
    """A closed vessel about the y axis with domed ends, from height 0 to `long`."""
    dome = [(r * np.cos(a), bulge * r * np.sin(a)) for a in np.linspace(0, np.pi / 2, 7)]
    low = [(x, bulge * r - y) for x, y in reversed(dome)]
    return lathe([*low, *[(x, long - bulge * r + y) for x, y in dome]])


def pressure_tank(g: Generator) -> list[Part]:
    r, style = g.uniform(0.2, 0.9), int(g.integers(3))
    long = r * g.uniform(3, 5.5)
    if style == 0:  # upright on legs
        leg, n = r * g.uniform(0.7, 1.3), int(g.integers(3, 5))
        legs = around(n, box(r * 0.14, leg + r * 0.8, r * 0.14, r * 0.95, -leg), box(r * 0.35, r * 0.05, r * 0.35, r,
            -leg))  # fmt: skip
        neck = [rod(r * 0.13, r * 0.35, 0, long - r * 0.05), rod(r * 0.22, r * 0.06, 0, long + r * 0.25)]
        hatch = [forward(rod(r * 0.36, r * 0.25), 0, long * 0.5, r * 0.88), forward(rod(r * 0.44, r * 0.06), 0,
            long * 0.5, r * 1.08), rod(r * 0.1, r * 0.5, 0, -r * 0.4)]  # fmt: skip
        return [drum(r, long), *legs, *neck, *hatch, *[ring(r, r * 0.02, 0, long * y, axis="y") for y in (0.2, 0.8)]]
    if style == 1:  # lying on saddles
        shell = turned(drum(r, long), (0, 0, 90), (long / 2, 0, 0))
        saddles = [p for x in (-long * 0.27, long * 0.27) for p in (box(r * 0.15, r * 0.9, r * 1.6, x, -r * 1.35),
            box(r * 0.4, r * 0.06, r * 1.7, x, -r * 1.4))]  # fmt: skip
        necks = [rod(r * q, r * 0.35, x * long, r * 0.92) for x, q in ((-0.3, 0.12), (0.05, 0.3), (0.3, 0.1))]
        return [shell, *saddles, *necks, rod(r * 0.38, r * 0.08, 0.05 * long, r * 1.25), *[lying(r * 1.01, r * 0.05,
            s * long * 0.27) for s in (1, -1)], *([box(long * 0.6, r * 0.05, r * 0.5, 0, r * 1.3)] if chance(g, 0.3)
            else [])]  # fmt: skip
    long = r * g.uniform(2.1, 3.2)  # a squat one with a membrane, on a skirt
    foot = [washer(r * 0.7, r * 0.66, r * 0.4, -r * 0.25), ring(r * 1.01, r * 0.03, 0, long * 0.5, axis="y")]
    side = [rod(r * 0.06, r * 0.25, 0, long - r * 0.05), forward(rod(r * 0.09, r * 0.5), 0, 0, r * 0.4)]
    bow = [tube([(-r * 0.5, long - r * 0.2, 0), (-r * 0.45, long + r * 0.25, 0), (r * 0.45, long + r * 0.25, 0), (r *
        0.5, long - r * 0.2, 0)], r * 0.04)] if chance(g) else [box(r, r * 0.06, r * 0.6, 0, long)]  # fmt: skip
    return [drum(r, long, 0.55), *foot, *side, *bow]


def air_compressor(g: Generator) -> list[Part]:
    r, style = g.uniform(0.15, 0.25), int(g.integers(3))
    fins, gap = int(g.integers(5, 8)), r * 0.13

    def head(x: float, y: float, lean: float) -> list[Part]:
        parts = [rod(r * 0.26, gap * fins), *[box(r * 0.75, gap * 0.4, r * 0.75, 0, gap * i) for i in range(fins)],
            box(r * 0.66, r * 0.22, r * 0.66, 0, gap * fins)]  # fmt: skip
        return [turned(p, (0, 0, lean), (x, y, 0)) for p in parts]

    def plant(y: float, x: float) -> list[Part]:
        two = chance(g, 0.6)
        lift = y + r * 0.75
        heads = [*head(x - r * 0.25, lift, 35), *head(x + r * 0.25, lift, -35)] if two else head(x, lift, 0)
        crank = [box(r * 0.7, r * 0.8, r * 0.7, x, y), forward(washer(r * 0.8, r * 0.68, r * 0.14), x, y + r * 0.85,
            r * 0.5), *[turned(box(r * 0.1, r * 1.4, r * 0.08, 0, -r * 0.7), (0, 0, a), (x, y + r * 0.85, r * 0.57))
            for a in (0, 60, 120)]]  # fmt: skip
        motor = [forward(rod(r * 0.42, r * 1.3, y=-r * 0.7), x + r * 2, y + r * 0.5), forward(rod(r * 0.3, r * 0.2), x +
            r * 2, y + r * 0.5, r * 0.6), box(r * 0.6, r * 0.12, r, x + r * 2, y)]  # fmt: skip
        belt = [tube([(x, y + r * (0.85 + 0.78 * s), r * 0.58), (x + r * 2, y + r * (0.5 + 0.28 * s), r * 0.7)], r *
            0.05) for s in (1, -1)]  # fmt: skip
        return [*heads, *crank, *motor, *belt, box(r * 3.8, r * 0.08, r * 1.4, x + r * 0.9, y - r * 0.06)]

    if style == 0:  # on a lying tank with wheels and a handle
        long = r * g.uniform(5, 6.5)
        tank = turned(drum(r, long), (0, 0, 90), (long / 2, r * 1.6, 0))
        wheel = [forward(rod(r * 0.6, r * 0.25, y=-r * 0.12), long * 0.33, r * 0.6, s * r * 0.9) for s in (1, -1)]
        bar = tube([(-long * 0.4, r * 2.1, r * 0.6), (-long * 0.62, r * 2.6, r * 0.6), (-long * 0.62, r * 2.6, -r *
            0.6), (-long * 0.4, r * 2.1, -r * 0.6)], r * 0.07)  # fmt: skip
        feet = [box(r * 0.2, r * 1.2, r * 0.2, -long * 0.33, 0, s * r * 0.5) for s in (1, -1)]
        return [tank, *wheel, bar, *feet, *plant(r * 2.6, -r * 0.9)]
    if style == 1:  # on a standing tank
        long = r * g.uniform(4.5, 6)
        wide = r * 1.4
        return [turned(drum(wide, long), (0, 0, 0), (0, r * 0.5, 0)), *around(3, box(r * 0.2, r * 1.2, r * 0.4, wide)),
            *plant(long + r * 0.5, -r * 0.9), forward(rod(r * 0.2, r * 0.1), 0, long * 0.6, wide * 1.02)]  # fmt: skip
    flat = [turned(drum(r * 1.6, r * 1.1, 0.3), (0, 0, 0), (0, r * 0.3, 0)), *around(4, rod(r * 0.14, r * 0.5, r *
        1.1)), box(r * 1.2, r * 0.9, r * 0.9, -r * 0.1, r * 1.3), *[turned(p, (0, 0, 0), (r * 0.5, r * 1.6, 0))
        for p in head(0, 0, -40)], forward(rod(r * 0.5, r * 0.3), -r * 0.4, r * 1.75, r * 0.4)]  # fmt: skip
    grip = tube(
        [(-r * 1.1, r * 1.3, 0), (-r * 1.1, r * 2.9, 0), (r * 1.1, r * 2.9, 0), (r * 1.2, r * 1.3, 0)], r * 0.09
    )
    dials = [forward(rod(r * 0.18, r * 0.1), s * r * 0.35 + r * 0.3, r * 1.6, r * 0.95) for s in (1, -1)]
    return [*flat, grip, *dials, lying(r * 0.09, r * 1.2, r * 0.2, r * 1.4, r * 0.85)]


def _eye(r: float, wide: float) -> list[Part]:
    """An eye for a pin along z, its neck downwards."""
    return [forward(washer(r, r * 0.5, wide, -wide / 2)), box(r * 1.2, r * 1.2, wide * 0.9, 0, -r * 1.9)]


def hydraulic_cylinder(g: Generator) -> list[Part]:
    r, style = g.uniform(0.03, 0.08), int(g.integers(3))
    long, out = r * g.uniform(6, 12), r * g.uniform(2, 7)
    tip = r * g.uniform(0.4, 0.6)
    ports = [turned(rod(r * 0.28, r * 0.5), (90, 0, 0), (0, y, r * 0.85)) for y in (r * 0.7, long - r * 0.7)]
    ends = [*[turned(p, (0, 0, 0), (0, long + out + r * 1.2, 0)) for p in _eye(r * 0.75, r * 0.9)],
        *[turned(p, (180, 0, 0), (0, -r * 1.4, 0)) for p in _eye(r * 0.85, r)]]  # fmt: skip
    if style == 0:  # welded barrel with a gland
        parts = [
            rod(r, long),
            rod(r * 1.1, r * 0.7, 0, long - r * 0.7),
            rod(tip, out + r, 0, long),
            rod(r * 1.08, r * 0.3),
        ]
        pipe = [tube([(0, r * 0.7, r * 1.2), (0, r * 1.3, r * 1.35), (0, long * 0.85, r * 1.35)], r * 0.1)]
        parts += [*ports, *ends, *(pipe if chance(g) else [])]
    elif style == 1:  # square heads held by four tie rods
        side = r * 2.5
        parts = [rod(r, long), box(side, r * 1.2, side), box(side, r * 1.2, side, 0, long - r * 1.2), rod(tip, out + r,
            0, long), rod(r * 0.75, r * 0.3, 0, long), *ports, *ends]  # fmt: skip
        parts += [rod(r * 0.14, long + r * 0.6, x * r, -r * 0.3, z * r) for x in (1, -1) for z in (1, -1)]
    else:  # telescopic
        steps, y, q = int(g.integers(3, 6)), long * 0.7, r
        parts = [rod(r, y), *ports[:1]]
        for _ in range(steps):
            parts += [rod(q * 1.06, r * 0.35, 0, y - r * 0.2), rod(q * 0.82, long * 0.3, 0, y)]
            y, q = y + long * 0.3, q * 0.82
        parts += [*[turned(p, (0, 0, 0), (0, y + q * 1.5, 0)) for p in _eye(q * 1.2, q)],
            *mirrored(lying(r * 0.35, r * 0.7, r * 1.2, long * 0.2))]  # fmt: skip
    lean = float(g.choice([0, 90, 60]))
    return [turned(p, (0, 0, -lean)) for p in parts]


def heat_exchanger(g: Generator) -> list[Part]:
    r, style = g.uniform(0.15, 0.4), int(g.integers(3))
    long = r * g.uniform(6, 9)

    def neck(x: float, up: float) -> list[Part]:
        parts = [rod(r * 0.25, r * 0.6, x, r * 0.9), rod(r * 0.42, r * 0.1, x, r * 1.45)]
        return parts if up > 0 else [turned(p, (180, 0, 0)) for p in parts]

    flanges = [lying(r * 1.25, r * 0.12, s * long * 0.5 + d) for s in (1, -1) for d in (-r * 0.08, r * 0.08)]
    if style == 0:  # a shell on saddles with heads bolted on
        heads = [turned(drum(r, r * 1.3), (0, 0, 90), (s * long / 2 + r * 0.65 + s * r * 0.5, 0, 0)) for s in (1, -1)]
        stubs = [*neck(-long * 0.35, 1), *neck(long * 0.35, -1), *neck(-long / 2 - r * 0.45, 1), *neck(-long / 2 - r *
            0.45, -1)]  # fmt: skip
        feet = [box(r * 0.2, r * 1.1, r * 1.6, s * long * 0.25, -r * 1.9) for s in (1, -1)]
        return [lying(r, long), *flanges, *heads, *stubs, *feet]
    if style == 1:  # a pack of plates drawn together between two covers
        high, n, pitch = r * g.uniform(4, 5.5), int(g.integers(12, 26)), r * 0.12
        deep = n * pitch
        parts = [box(r * 1.8, high * 0.9, pitch * 0.55, 0, high * 0.05, i * pitch - deep / 2) for i in range(n)]
        parts += [box(r * 2.2, high, r * 0.2, 0, 0, s * (deep / 2 + r * 0.1)) for s in (1, -1)]
        parts += [forward(rod(r * 0.06, deep + r * 0.9, y=-deep / 2 - r * 0.45), s * r * 1.05, high * y)
            for s in (1, -1) for y in (0.12, 0.37, 0.62, 0.87)]  # fmt: skip
        parts += [forward(washer(r * 0.33, r * 0.24, r * 0.3), s * r * 0.6, high * y, deep / 2 + r * 0.2)
            for s in (1, -1) for y in (0.12, 0.88)]  # fmt: skip
        return [*parts, box(r * 0.3, r * 0.25, deep * 1.7, 0, high * 0.97, -deep * 0.3), box(r * 0.3, high * 1.05, r *
            0.2, 0, 0, -deep * 1.15)]  # fmt: skip
    n = int(g.integers(5, 9))  # a bundle of bent tubes with baffles, drawn from its shell
    tubes = [tube([(-long / 2, y, z), (long * 0.4, y, z), (long * 0.4 + y * 0.9, y * 0.6, z), (long * 0.4 + y * 0.9,
        -y * 0.6, z), (long * 0.4, -y, z), (-long / 2, -y, z)], r * 0.07, 6) for y in (r * 0.25, r * 0.5, r * 0.75)
        for z in (-r * 0.45, -r * 0.15, r * 0.15, r * 0.45)]  # fmt: skip
    walls = [turned(slab(arc(r, 20, 340, 20), r * 0.05), (0, 90, 0), (-long * 0.4 + i * long * 0.75 / n, 0, 0))
        for i in range(n)]  # fmt: skip
    return [*tubes, *walls, *[lying(r * 1.25, r * 0.15, -long / 2 - r * d) for d in (0, 0.2)], turned(drum(r, r * 1.2),
        (0, 0, 90), (-long / 2 - r * 0.2, 0, 0)), *[turned(p, (0, 0, 0), (-long / 2 - r * 0.7, 0, 0)) for p in (*neck(0,
        1), *neck(0, -1))]]  # fmt: skip


KINDS = kinds_of(pressure_tank, air_compressor, hydraulic_cylinder, heat_exchanger)
