"""What is inside a piston engine: connecting rods, valves and gaskets."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, loft, slab, smooth
from indexer.parametric.solids import Part, at, forward, kinds_of, lathe, rod, turned
from indexer.parametric.workshop.fasteners import hexagon
from indexer.parametric.workshop.machine_parts import pierced, washer


def connecting_rod(g: Generator) -> list[Part]:
    style, long = int(g.integers(3)), g.uniform(0.1, 0.2)
    big, small = long * g.uniform(0.2, 0.26), long * g.uniform(0.11, 0.14)
    thick, w = long * g.uniform(0.12, 0.18), small * g.uniform(1.1, 1.4)
    eye = pierced(arc(small, 0, 352.5, 48), small * g.uniform(0.55, 0.68), 0, 0, thick * 1.05)
    ends = [pierced(arc(big, 0, 352.5, 48), big * g.uniform(0.68, 0.76), 0, 0, thick), *at(0, long, 0, eye)]
    foot, top = big * 0.8, long - small * 0.8
    web = [(-w * 0.75, foot), (-w * 0.45, top), (w * 0.45, top), (w * 0.75, foot)]
    parts = [*ends, slab(web, thick * (0.35 if style == 0 else 0.6))]
    if style != 1:  # of an I section
        flange = slab([(w * 0.52, foot), (w * 0.77, foot), (w * 0.57, top), (w * 0.32, top)], thick * 0.9)
        parts += [flange, turned(flange.copy(), (0, 180, 0))]
    else:
        parts.append(slab([(-w * 0.5, foot), (-w * 0.3, top), (w * 0.3, top), (w * 0.5, foot)], thick * 0.85))
    lug = big * 0.3
    for s in (1, -1):  # the cap and its two bolts
        bolt = hexagon(lug * 0.75, lug * 0.8, -lug * 0.8), hexagon(lug * 0.7, lug * 0.6, big)
        parts += at(s * big * 1.02, -big * 0.5, 0, rod(lug, big), *bolt)
    tilt = g.uniform(-20, 20) if style == 2 else 0
    return [turned(part, (0, 0, tilt)) for part in parts]


def engine_valve(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.014, 0.022)
    stem, long, t = r * g.uniform(0.14, 0.2), r * g.uniform(4.5, 6.5), r * g.uniform(0.1, 0.18)
    neck = [
        (float(stem + (r * 0.85 - stem) * (1 - s) ** 2.6), float(t * 2 + r * 0.9 * s)) for s in np.linspace(0, 1, 9)
    ]
    groove = [(stem, long * 0.93), (stem * 0.75, long * 0.935), (stem * 0.75, long * 0.96), (stem, long * 0.965)]
    parts = [lathe([(0, 0), (r * 0.95, 0), (r, t), *neck, *groove, (stem, long), (0, long)])]
    if style:  # with its spring and plate, or two springs
        low, wire, top = long * g.uniform(0.4, 0.5), r * 0.09, long * 0.89
        for size, turns in ((0.72, 6.0), (0.5, 8.0))[:style]:
            a = np.linspace(0, turns * 2 * np.pi, int(turns * 14))
            path = np.column_stack([r * size * np.cos(a), low + (top - low) * a / a[-1], r * size * np.sin(a)])
            out = np.column_stack([np.cos(a), 0 * a, np.sin(a)])
            parts.append(loft(np.stack([path + out * p + np.array((0, q, 0)) for p, q in arc(wire, 0, 300, 6)], 1)))
        plate = [(0, top), (r * 0.85, top), (r * 0.85, top + r * 0.1), (r * 0.4, top + r * 0.3), (0, top + r * 0.3)]
        parts += [lathe(plate), washer(r * 0.9, stem, r * 0.1, low - r * 0.1)]
    turn = (180, 0, 0) if chance(g) else (0, 0, g.uniform(0, 40))
    return [turned(part, turn) for part in parts]


def gasket(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.04, 0.1)
    thick = r * g.uniform(0.03, 0.08)
    if style == 0:  # for a flange, with ears for two or more bolts
        n, hole, bore = int(g.integers(2, 5)), r * g.uniform(0.1, 0.14), r * g.uniform(0.5, 0.68)
        lobes = [
            turned(pierced(arc(hole * 2.4, 0, 345, 24), hole, 0, 0, thick), (0, 0, 0), (r, 0, 0)) for _ in range(n)
        ]
        turn = g.uniform(0, 90)
        parts = [turned(part, (0, 0, turn + 360 * i / n)) for i, part in enumerate(lobes)]
        parts.append(pierced(arc(r * 0.92, 0, 355, 72), bore, 0, 0, thick))
    else:  # for a cylinder head, or a square cover
        n = int(g.integers(2, 5)) if style == 1 else 1
        bore, high = r * g.uniform(0.62, 0.78), r * g.uniform(1.9, 2.2)
        parts, hole = [], r * g.uniform(0.08, 0.12)
        for i in range(n):
            x = (i - (n - 1) / 2) * r * 1.8
            parts.append(
                pierced([(x - r * 0.9, -r), (x + r * 0.9, -r), (x + r * 0.9, r), (x - r * 0.9, r)], bore, x, 0, thick)
            )
        edge, side = n * r * 0.9, high / 2
        for x in np.linspace(-edge + hole, edge - hole, n + 1):
            for s in (-1, 1):
                lobe = smooth([(x - hole * 4, s * (side - hole * 3)), (x + hole * 4, s * (side - hole * 3)),
                    (x + hole * 2.6, s * (side + hole * 2)), (x - hole * 2.6,
                    s * (side + hole * 2))])  # fmt: skip
                parts.append(pierced(lobe, hole, x, s * side, thick))
    return [forward(part, y=0) for part in parts] if chance(g, 0.25) else parts


KINDS = kinds_of(gasket, connecting_rod, engine_valve)
