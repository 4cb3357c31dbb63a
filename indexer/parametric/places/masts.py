"""What is put up to catch or carry wind, current and waves, its front to +z."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, mirrored, smooth, tube
from indexer.parametric.solids import Part, around, at, box, forward, kinds_of, lathe, lying, ring, rod, turned


def _insulator(x: float, y: float) -> list[Part]:
    return [rod(0.06, 2, x, y - 2), *[rod(0.22, 0.14, x, y - 0.5 - 0.35 * i) for i in range(5)]]


def wind_turbine(g: Generator) -> list[Part]:
    style, h, long = int(g.choice([0, 0, 0, 1])), g.uniform(45, 80), g.uniform(26, 42)
    if style == 1:  # upright blades about the mast
        n, r, low = int(g.integers(2, 5)), long * g.uniform(0.3, 0.4), h * 0.25
        ts = np.linspace(-1, 1, 17)
        if chance(g):
            bow = [(0.0, low + (h - low) * (t + 1) / 2, 0.6 + r * (1 - t * t)) for t in ts]
            blades = around(n, tube(bow, 0.9, 6))
        else:
            blade = box(3.5, (h - low) * 0.9, 0.8, 0, low, r)
            blades = around(n, blade, *[forward(rod(0.5, r), 0, low + (h - low) * t, 0) for t in (0.2, 0.7)])
        return [rod(1.4, h, top=0.8), *blades, rod(2.2, low, top=1.8), *[rod(1.8, 1.5, y=y) for y in (low, h - 1.5)]]
    n, yaw, start = int(g.choice([2, 3, 3, 3, 4])), float(g.uniform(-25, 25)), float(g.uniform(0, 360))
    r = h * g.uniform(0.025, 0.035)
    nacelle = body([(-7, 1.5, 1.5, 0), (-5, 2, 2, 0), (3, 2, 2, 0), (4.5, 1.4, 1.4, 0)], float(g.choice([2.0, 4.0])))
    hub = [body([(4.5, 1.7, 1.7, 0), (6.0, 1.6, 1.6, 0), (7.4, 0.9, 0.9, 0), (8, 0.1, 0.1, 0)])]
    shape = [(0.0, 0.9, 0.9), (0.06, 0.8, 0.8), (0.2, 1.9, 0.45), (0.6, 1.1, 0.25), (0.95, 0.6, 0.12), (1, 0.2, 0.06)]
    blade = turned(body([(t * long, a, b, 0) for t, a, b in shape], 2, 10), (-90, 0, 0))
    rotor = [turned(turned(blade.copy(), (0, 15, 0)), (0, 0, start + 360 * i / n), (0, 0, 5.8)) for i in range(n)]
    head = [turned(p, (0, yaw, 0), (0, h + 1.5, 0)) for p in (nacelle, *hub, *rotor)]
    return [rod(r, h, top=r * 0.55), rod(r * 1.8, 0.8), box(1, 2.2, 0.5, 0, 0.8, r * 0.97), *head]


def power_pylon(g: Generator) -> list[Part]:
    style, h, foot, rows = int(g.choice([0, 0, 1, 1, 2])), g.uniform(24, 38), g.uniform(2.8, 4), int(g.integers(5, 8))
    t = 0.14
    if style == 2:  # two poles of timber and a beam
        w, h = foot * 1.3, h * 0.55
        parts = mirrored(rod(0.28, h, w / 2, top=0.2), tube([(w / 2, h * 0.45, 0), (-w / 2, h * 0.85, 0)], 0.1, 5))
        hang = [p for x in (-w, 0, w) for p in _insulator(x, h * 0.92)]
        return [
            *parts,
            box(2.3 * w, 0.35, 0.3, 0, h * 0.92),
            *hang,
            *mirrored(tube([(w, h * 0.93, 0), (w / 2, h * 0.8, 0)], 0.08, 4)),
        ]
    neck = 0.16 if style == 0 else 0.3
    waist = h if style == 0 else h * 0.6
    sizes = [foot * (1 - (1 - neck) * (i / rows) ** 0.7) for i in range(rows + 1)]
    ys = [waist * (i / rows) ** 0.85 for i in range(rows + 1)]
    side: list[Part] = []
    for (a, y), (b, z) in pairwise(zip(sizes, ys, strict=True)):
        side += [tube([(a, y, a), (b, z, b)], t * 1.4, 4), tube([(a, y, a), (-b, z, b)], t, 4)]
        side += [tube([(-a, y, a), (b, z, b)], t, 4), tube([(-b, z, b), (b, z, b)], t, 4)]
    parts = around(4, *side)
    if style == 0:  # pairs of arms, one above another
        arms = [(0.6, 1.5), (0.75, 1.9), (0.9, 1.3)][int(g.integers(2)) :]
        for up, reach in arms:
            y, x, e = h * up, foot * reach, foot * 0.35
            for z in (-e * 0.6, e * 0.6):
                parts += mirrored(
                    tube([(e, y, z), (x, y + 0.2, 0)], t, 4), tube([(e, y + 2, z), (x, y + 0.2, 0)], t, 4)
                )
            parts += mirrored(
                tube([(e + (x - e) * 0.4, y, 0), (e + (x - e) * 0.4, y + 1.2, 0)], t, 4), *_insulator(x, y)
            )
        return parts
    w, e = foot * g.uniform(1.5, 2.0), foot * 0.3  # a window of lattice under one long beam
    y, top = waist, h * 0.9
    for z in (-e, e):
        parts += mirrored(
            tube([(e, y, z), (w * 0.6, top, z)], t * 1.4, 4), tube([(e * 0.3, y, z), (w * 0.4, top, z)], t, 4)
        )
        parts += [tube([(-w * 1.3, top, z / 2), (w * 1.3, top, z / 2)], t, 4)]
        zig = [(x * w, top + (1.6 if i % 2 else 0), z / 2) for i, x in enumerate(np.linspace(-1.3, 1.3, 15))]
        parts += [tube([(-w * 1.2, top + 1.6, z / 2), (w * 1.2, top + 1.6, z / 2)], t, 4)]
        parts += [tube([a, b], t * 0.8, 4) for a, b in pairwise(zig)]
    parts += mirrored(tube([(w * 0.5, top, 0), (w * 0.65, h + 1, 0), (w * 0.8, top, 0)], t, 4))
    return [*parts, *[p for x in (-1.2 * w, 0, 1.2 * w) for p in _insulator(x, top)]]


def satellite_dish(g: Generator) -> list[Part]:
    style, r, up = int(g.integers(4)), g.uniform(0.4, 0.6), float(g.uniform(15, 55))
    size = 1.0 if style < 2 else g.uniform(4, 9)
    deep, thick = r * g.uniform(0.28, 0.4), 0.02 * r
    us = np.linspace(0, 1, 9)
    bowl = lathe([*[(r * u, deep * u * u) for u in us], *[(r * u, deep * u * u + thick) for u in us[::-1]]])
    dish = [bowl, ring(r, thick, y=deep, axis="y")]
    focus = r * g.uniform(0.75, 1.0)
    if style == 0:  # one arm from the lower edge
        dish += [tube([(0, deep * 0.5, r), (0, focus * 0.6, r * 0.85), (0, focus, r * 0.3)], 0.018)]
        dish += [turned(rod(0.035, 0.12, 0, -0.06, 0, top=0.05), (20, 0, 0), (0, focus, r * 0.25))]
        dish[0].apply_scale((0.92, 1, 1.03))
    else:
        legs = around(int(g.choice([3, 4])), tube([(0, deep * 0.7, r * 0.85), (0, focus, 0.03)], 0.012, 6))
        dish += [*legs, rod(0.07, 0.1, y=focus - 0.05), rod(0.04, 0.12, y=focus - 0.15)]
    dish += [rod(r * 0.3, r * 0.12, y=-r * 0.08), box(r * 0.3, r * 0.3, r * 0.3, 0, -r * 0.35)]
    if style:
        dish += around(8, tube([(0, -0.02, r * 0.2), (0, deep * 0.6, r * 0.8)], 0.012, 4))
    dish = [turned(p, (90 - up, 0, 0), (0, 0, r * 0.25)) for p in dish]
    if style == 0:  # on a bracket for a wall
        mount = [
            tube(smooth([(0, 0, 0.02), (0, -r * 0.8, 0), (0, -r * 0.8, -r)], False), 0.03),
            box(0.2, 0.3, 0.02, 0, -r, -r),
        ]
    elif style == 1:  # on three legs
        mount = [rod(0.035, r, 0, -r, 0), *around(3, tube([(0, -r * 0.5, 0), (0, -r * 1.7, r * 0.7)], 0.022))]
    elif style == 2:  # on a turning pedestal
        mount = [rod(r * 0.35, r * 1.1, 0, -r * 1.5, 0, top=r * 0.22), rod(r * 0.5, 0.1, 0, -r * 1.6)]
        mount += [*mirrored(box(r * 0.1, r * 0.55, r * 0.35, r * 0.22, -r * 0.4)), lying(r * 0.1, r * 0.6)]
    else:  # on a hut
        mount = [
            box(r * 1.3, r * 0.9, r * 1.1, 0, -r * 1.6),
            box(r * 1.4, r * 0.08, r * 1.2, 0, -r * 0.7),
            rod(r * 0.2, r * 0.7, 0, -r * 0.7),
        ]
        mount += [box(r * 0.3, r * 0.55, 0.02, 0, -r * 1.6, r * 0.55), egg(r * 0.15, r * 0.15, r * 0.15, 0, 0, 0)]
    for part in [*dish, *mount]:
        part.apply_scale(size)
    low = min(float(part.bounds[0, 1]) for part in [*dish, *mount])
    return at(0, -low, 0, *dish, *mount)


KINDS = kinds_of(wind_turbine, power_pylon, satellite_dish)
