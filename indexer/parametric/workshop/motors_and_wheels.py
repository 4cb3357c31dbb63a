"""Motors, propellers and the wheels of cars."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import (
    arc,
    body,
    chance,
    loft,
    mirrored,
    slab,
    smooth,
    symmetric,
    tube,
)
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, ring, rod, turned
from indexer.parametric.workshop.machine_parts import bolted


def electric_motor(g: Generator) -> list[Part]:
    r, style = g.uniform(0.06, 0.11), int(g.integers(3))
    long = r * g.uniform(2.2, 3.2)

    def along(part: Part, z: float) -> Part:
        return turned(part, (90, 0, 0), (0, 0, z))

    shaft = [along(rod(r * 0.16, r * 1.1), long / 2), box(r * 0.1, r * 0.06, r * 0.5, 0, r * 0.13, long / 2 + r * 0.7)]
    if style == 2:  # a small one, of a toy or a printer
        k = 0.25 if chance(g) else 0.0
        can = body([(-long / 2, r, r, 0), (long / 2, r, r, 0)], float(g.choice([2, 8])),
            32) if k == 0 else body([(-long / 2, r, r * 0.8, 0), (long / 2, r, r * 0.8, 0)], 4, 24)  # fmt: skip
        wires = [tube(smooth([(x, -r * 0.3, -long / 2), (x, -r * 0.4, -long * 0.7), (x * 2, -r * 0.9, -long * 0.8),
            (x * 3, -r, -long * 1.2)], False), r * 0.06) for x in (-r * 0.25, r * 0.25)]  # fmt: skip
        small = [can, along(rod(r * 0.35, r * 0.15), long / 2), *shaft, *wires,
            along(rod(r * 0.4, r * 0.12), -long / 2 - r * 0.12)]  # fmt: skip
        small += [along(rod(r * 0.1, r * 0.05), long / 2)] + [turned(rod(r * 0.08, r * 0.05), (90, 0, 0),
            (x * r * 0.65, y * r * 0.5, long / 2)) for x in (1, -1) for y in (1, -1)]  # fmt: skip
        if chance(g):  # its pinion
            small += [turned(box(r * 0.08, r * 0.34, r * 0.4, 0, 0), (0, 0, 36 * i), (0, 0, long / 2 + r * 0.85))
                for i in range(10)]  # fmt: skip
        for part in small:
            part.apply_scale(0.25)
        return small
    n = int(g.integers(18, 30))
    fins = [turned(box(r * 0.05, r * 0.14, long * 0.72, 0, r * 0.98), (0, 0, 360 * i / n)) for i in range(n)]
    bell = [along(lathe([(0, 0), (r * 1.08, 0), (r * 1.08, r * 0.2), (r * 0.6, r * 0.4), (r * 0.35, r * 0.45),
        (0, r * 0.45)]), long * 0.37)]  # fmt: skip
    cowl = [along(lathe([(0, 0), (r * 0.95, 0.0), (r * 1.15, r * 0.12), (r * 1.15, r * 0.6), (0, r * 0.6)]),
        -long * 0.37 - r * 0.55)]  # fmt: skip
    grille = [along(ring(r * q, r * 0.03, axis="y"), -long * 0.37 - r * 0.55) for q in (0.25, 0.45, 0.65)]
    side = float(g.choice([0, 0, 90]))
    terminal = [turned(p, (0, 0, side)) for p in (box(r * 0.9, r * 0.5, r * 0.8, 0, r, 0),
        box(r, r * 0.08, r * 0.9, 0, r * 1.5, 0), turned(rod(r * 0.12, r * 0.2), (0, 0, 90),
        (-r * 0.45, r * 1.22, 0)))]  # fmt: skip
    if style == 0:  # on feet
        mount = [*mirrored(box(r * 0.45, r * 0.12, long * 0.75, r * 0.85, -r * 1.25, 0),
            box(r * 0.15, r * 0.6, long * 0.6, r * 0.72, -r * 1.25, 0))]  # fmt: skip
    else:  # behind a flange
        mount = [turned(p, (0, 0, 0), (0, 0, long / 2 - r * 0.1))
            for p in bolted(r * 1.45, r * 0.3, 4, r * 1.25, r * 0.09, r * 0.14)]  # fmt: skip
    eye = [ring(r * 0.2, r * 0.06, 0, r * 1.3, long * 0.3)] if chance(g) else []
    return [along(rod(r, long * 0.76), -long * 0.38), *fins, *bell, *cowl, *grille, *terminal, *mount, *shaft, *eye]


def _propeller_blade(hub: float, r: float, chord: list[float], pitch: float, thick: float, rake: float = 0.0) -> Part:
    """A twisted blade from the hub up the y axis to radius r; its width goes through the values of `chord`."""
    rings = []
    for t in np.linspace(0, 1, 14):
        y, c = hub * 0.7 + (r - hub * 0.7) * t, np.interp(t, np.linspace(0, 1, len(chord)), chord) * r
        a = np.arctan(pitch * r / (2 * np.pi * y))
        along = np.cos(np.arange(10) * 0.2 * np.pi) * c
        over = np.sin(np.arange(10) * 0.2 * np.pi) * thick * r * (1.1 - t)
        rings.append(np.stack([along * np.cos(a) - over * np.sin(a) + rake * r * t**2, np.full(10, y),
            along * np.sin(a) + over * np.cos(a)], 1))  # fmt: skip
    return loft(np.array(rings))


def propeller(g: Generator) -> list[Part]:
    if chance(g):  # of a ship
        r, n, hub = g.uniform(0.15, 0.5), int(g.integers(3, 6)), g.uniform(0.18, 0.25)
        wide = g.uniform(0.75, 1.15) * (3.6 / n) ** 0.6
        chord = [wide * q for q in (0.14, 0.25, 0.36, 0.42, 0.4, 0.3, 0.02)]
        blade, middle = _propeller_blade(hub * r, r, chord, g.uniform(0.9, 1.6), 0.035, g.uniform(0, 0.3)), [(0, -0.7),
            (0.8, -0.7), (1, 0.2), (0.85, 0.8), (0.4, 1.2), (0, 1.3)]  # fmt: skip
    else:  # of an aeroplane
        r, n, hub = g.uniform(0.6, 1.4), int(g.integers(2, 5)), g.uniform(0.09, 0.14)
        wide, tip = g.uniform(0.05, 0.085), float(g.choice([0.1, 0.85]))
        blade = _propeller_blade(hub * r, r, [wide * q for q in (0.45, 0.9, 1.15, 1.1, 0.95, 0.75, tip)],
            g.uniform(0.5, 1.0), 0.018)  # fmt: skip
        middle = [(0, -0.6), (1, -0.6), (1.05, 0), (0.95, 0.7), (0.65, 1.5), (0.3, 2), (0, 2.15)] if chance(g,
            0.7) else [(0, -0.5), (0.9, -0.5), (0.9, 0.5), (0.35, 0.5), (0.35, 0.8), (0, 0.8)]  # fmt: skip
    boss = turned(lathe([(x * hub * r, y * hub * r) for x, y in middle]), (90, 0, 0))
    blades = [turned(blade.copy(), (0, 0, 360 * i / n)) for i in range(n)]
    back = turned(rod(hub * r * 0.35, hub * r * 0.6), (90, 0, 0), (0, 0, -hub * r * 1.2))
    return [boss, *blades, back, turned(ring(hub * r * 0.98, hub * r * 0.06, axis="y"), (90, 0, 0),
        (0, 0, -hub * r * 0.45))]  # fmt: skip


def car_wheel(g: Generator) -> list[Part]:
    r, wide, style = g.uniform(0.29, 0.4), g.uniform(0.18, 0.27), int(g.integers(3))
    rim, w = r * g.uniform(0.58, 0.76), wide / 2
    tyre = lathe([(rim, -w * 0.85), (r * 0.9, -w), (r * 0.98, -w * 0.8), (r, -w * 0.5), (r, w * 0.5),
        (r * 0.98, w * 0.8), (r * 0.9, w), (rim, w * 0.85), (rim * 0.93, w * 0.7), (rim * 0.88, 0),
        (rim * 0.93, -w * 0.7), (rim, -w * 0.85)])  # fmt: skip
    lip, face = ring(rim * 0.98, r * 0.018, y=w * 0.86, axis="y"), w * g.uniform(0.35, 0.75)
    n = int(g.integers(24, 40))
    tread = [turned(box(r * 0.09, r * 0.03, wide * 0.26, 0, r * 0.985, s * wide * 0.28),
        (0, 0, 360 * (i + 0.5 * (s > 0)) / n)) for i in range(n) for s in (1, -1)]  # fmt: skip
    grooves = [ring(r * 1.0, r * 0.012, y=s * w * 0.16, axis="y") for s in (1, -1)]
    bolts = int(g.choice([4, 5, 5, 6]))
    nuts = [rod(r * 0.028, 0.025, r * 0.17 * x, face, r * 0.17 * y) for x, y in arc(1, 0, 360 - 360 / bolts, bolts)]
    hub = [lathe([(0, -0.05), (r * 0.26, -0.05), (r * 0.26, 0.0), (r * 0.22, 0.008), (r * 0.1, 0.008),
        (r * 0.09, 0.03), (0, 0.034)], y=face)]  # fmt: skip
    whole = [turned(p, (90, 0, 0)) for p in (tyre, lip, *grooves, *nuts, *hub)]
    if style == 0:  # pressed steel with round holes
        m = int(g.integers(6, 12))
        disc = [turned(p, (0, 0, 0), (0, 0, face - 0.015)) for p in bolted(rim * 0.95, r * 0.2, m, rim * 0.7,
            min(rim * 0.13, rim * 0.7 * np.pi / m * 0.6), 0.02)]  # fmt: skip
    else:  # cast spokes, single or in pairs
        m = int(g.choice([5, 5, 6, 7, 10])) if style == 1 else 5
        broad, twin = rim * (1.3 / m), g.uniform(5, 12)
        outline = symmetric([(broad * 0.42, r * 0.15), (broad * g.uniform(0.25, 0.5), rim * 0.6),
            (broad * g.uniform(0.3, 0.75), rim * 0.96)])  # fmt: skip
        disc = []
        for i in range(m):
            for a in (0.0,) if style == 1 else (-twin, twin):
                thin = [(x * (1 if style == 1 else 0.5), y) for x, y in outline]
                disc.append(turned(slab(thin, 0.035, 0, 0, face - 0.015), (0, 0, 360 * i / m + a)))
        disc.append(turned(rod(rim * 0.62, 0.012), (90, 0, 0), (0, 0, -w * 0.3)))  # the brake behind
    return [*whole, *disc, *tread]


def steering_wheel(g: Generator) -> list[Part]:
    r, style, thick = g.uniform(0.17, 0.2), int(g.integers(3)), g.uniform(0.011, 0.017)
    column = [turned(rod(0.022, 0.18, top=0.03), (-90, 0, 0), (0, 0, -0.015)),
        turned(rod(0.05, 0.03), (-90, 0, 0), (0, 0, -0.005))]  # fmt: skip
    stalks = mirrored(tube([(0.02, 0, -0.08), (0.1, 0.02, -0.08), (0.15, 0.03, -0.07)],
        [0.006, 0.006, 0.01])) if chance(g) else []  # fmt: skip
    if style == 0:  # old: thin rim, straight spokes, a horn button
        n = int(g.choice([2, 3, 4]))
        spokes = [turned(tube([(0, 0, 0.0), (0, r * 0.5, 0.005), (0, r, 0.03)], [0.009, 0.007, 0.007]),
            (0, 0, 180 + 360 * i / n + (90 if n == 2 else 0))) for i in range(n)]  # fmt: skip
        horn = [turned(lathe([(0, 0), (0.045, 0), (0.04, 0.015), (0.02, 0.022), (0, 0.022)]), (90, 0, 0))]
        return [ring(r, thick * 0.8, 0, 0, 0.03), *([ring(r * 0.55, 0.005, 0, 0, 0.02)] if chance(g, 0.4) else []),
            *spokes, *horn, *column]  # fmt: skip
    line = arc(r, 0, 360, 49)[:-1]
    if style == 2:  # flat below, as in races
        line[:, 1] = np.maximum(line[:, 1], -r * g.uniform(0.68, 0.85))
    loop = [(x, y, 0.0) for x, y in smooth(line, True, 1)]
    grips = mirrored(*[tube([(x * r, y * r, 0) for x, y in arc(1, 5, 50, 8)], thick * 1.25)])
    pad = [slab(smooth([(-0.06, -0.05), (0.06, -0.05), (0.085, 0.02), (0.06, 0.055), (-0.06, 0.055), (-0.085, 0.02)],
        times=2), 0.035, 0, 0, -0.005), ring(0.018, 0.003, 0, 0.01, 0.014)]  # fmt: skip
    arms = mirrored(slab([(0.06, -0.02), (r, -0.012), (r, 0.026), (0.06, 0.032)], 0.016, 0, 0, -0.008))
    low = [slab(symmetric([(0.016 + 0.012 * style, -r * 0.68), (0.024, -0.03)]), 0.014, 0, 0,
        -0.008)] if style == 2 or chance(g, 0.6) else mirrored(slab([(0.03, -r * 0.88), (0.06, -r * 0.8),
        (0.06, -0.03), (0.035, -0.03)], 0.014, 0, 0, -0.008))  # fmt: skip
    keys = mirrored(*[ball(0.007, 0.095 + 0.02 * i, 0.006, 0.003) for i in range(3)])
    return [tube([*loop, loop[0], loop[1]], thick), *grips, *pad, *arms, *low, *keys, *column, *stalks]


KINDS = kinds_of(electric_motor, propeller, car_wheel, steering_wheel)
