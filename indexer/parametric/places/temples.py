"""Temples, mosques, pagodas and pavilions, their fronts to +z."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, chance, egg, loft, sector, slab, tube
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, ring, rod, turned


def column(h: float, r: float, square: bool = True) -> list[Part]:
    """A column with a capital, square or round."""
    shaft: list[tuple[float, float]] = [(r * 1.2, 0.0), (r * 1.2, h * 0.03), (r, h * 0.05), (r * 0.82, h * 0.92)]
    head = box(r * 2.8, h * 0.04, r * 2.8, 0, h * 0.96) if square else rod(r * 1.4, h * 0.04, y=h * 0.96)
    return [lathe([(0, 0), *shaft, (r * 1.3, h * 0.96), (0, h * 0.96)]), head]


def prism(n: int, r: float, h: float, y: float, top: float = 1.0) -> Part:
    """An upright prism of n sides, one of them to the front, its upper end `top` times as wide."""
    part = tube([(0, 0, 0), (0, h, 0)], [r / math.cos(math.pi / n), r * top / math.cos(math.pi / n)], n)
    angle = math.degrees(math.atan2(part.vertices[0, 0], part.vertices[0, 2]))
    return turned(part, (0, 180 / n - angle, 0), (0, y, 0))


def _eaves(n: int, half: float, inner: float, y: float, rise: float, lift: float) -> Part:
    """A hollow-curved roof of n sides with its corners lifted."""
    count, way = 8, np.arange(n * 8) * 2 * math.pi / (n * 8)
    apart = np.abs((way % (2 * math.pi / n)) - math.pi / n)  # from the middle of a side
    edge, corner = 1 / np.cos(apart), (apart / (math.pi / n)) ** 3
    rings = []
    for s, drop in [(0.0, half * 0.05), *[(s, 0.0) for s in np.linspace(0, 1, count)]]:
        r = (half + (inner - half) * s) * edge
        high = y - drop + rise * s**1.5 + lift * corner * (1 - s) ** 2
        rings.append(np.stack([r * np.sin(way + math.pi / n), high, r * np.cos(way + math.pi / n)], 1))
    return loft(np.array(rings))


def temple(g: Generator) -> list[Part]:
    n, h, style, r = int(g.choice([4, 6, 6, 8])), g.uniform(6, 9), int(g.integers(3)), g.uniform(0.4, 0.55)
    steps = int(g.integers(2, 7))
    up = steps * 0.35
    shaft = at(0, up, 0, *column(h, r, chance(g)))
    if style == 2:  # round
        n, wide = n * 2, g.uniform(4.5, 6)
        parts = [rod(wide + 0.5 * (steps - i), 0.35, y=0.35 * i) for i in range(steps)]
        parts += [
            *around(n, *at(0, 0, wide - 0.8, *shaft)),
            rod(wide * 0.62, h, y=up),
            box(1.8, h * 0.6, 1, 0, up, wide * 0.58),
        ]
        parts += [lathe([(0, 0), (wide, 0), (wide, 0.9), (wide * 1.07, 0.9), (wide * 1.07, 1.3), (0, 1.3)], y=up + h)]
        if chance(g):
            dome = [(wide * 0.95 * math.cos(a), wide * 0.5 * math.sin(a)) for a in np.linspace(0, 1.5, 9)]
            return [*parts, lathe([(0, 0), *dome, (0, wide * 0.5)], y=up + h + 1.3)]
        return [*parts, rod(wide * 1.07, wide * 0.4, y=up + h + 1.3, top=0.1)]
    gap = r * g.uniform(4.2, 5.2)
    w, rows = (n - 1) * gap, (n + int(g.integers(1, 5)) if style == 0 else 2)
    long = (rows - 1) * gap if style == 0 else w * g.uniform(0.9, 1.4)
    parts = [box(w + 2 + 0.55 * (steps - i), 0.35, long + 2 + 0.55 * (steps - i), 0, 0.35 * i) for i in range(steps)]
    xs, zs = np.linspace(-w / 2, w / 2, n), np.linspace(long / 2, -long / 2, rows)
    if style == 0:
        spots = [(x, z) for x in xs for z in zs if abs(x) > w / 2 - 0.1 or abs(z) > long / 2 - 0.1]
        parts += [box(w - 2.2 * gap * 0.8, h, long - gap * 2, 0, up)]
    else:  # columns before a closed hall only
        spots = [(x, z) for x in xs for z in (long / 2, long / 2 - gap)[: 1 + (n > 4)]]
        parts += [box(w, h, long - gap * 1.6, 0, up, -gap * 0.8 - 0.2)]
    front = (long / 2 - gap) if style == 0 else long / 2 - gap * 1.6
    parts += [box(gap * 0.8, h * 0.6, 0.3, 0, up, front)]
    parts += [p for x, z in spots for p in at(x, 0, z, *[q.copy() for q in shaft])]
    top, e, tall = up + h, w / 2 + 1.1, w * g.uniform(0.12, 0.19)
    parts += [box(w + 1.6, 1.1, long + 1.6, 0, top), box(w + 2.2, 0.3, long + 2.2, 0, top + 1.1)]
    parts += [slab([(-e * 0.85, 0), (e * 0.85, 0), (0, tall * 0.85)], long + 1.4, 0, top + 1.4)]
    roof: Points = [(-e * 1.04, 0), (-e * 0.9, 0), (0, tall * 0.86), (e * 0.9, 0), (e * 1.04, 0), (0, tall * 1.06)]
    ornament = [egg(0.3, 0.7, 0.3, x, top + 1.7 + y, long / 2 + 1) for x, y in ((-e, 0), (0, tall), (e, 0))]
    return [*parts, slab(roof, long + 2.4, 0, top + 1.4), *(ornament if chance(g) else [])]


def mosque(g: Generator) -> list[Part]:
    w, h, n, onion = g.uniform(12, 17), g.uniform(6, 9), int(g.choice([1, 2, 4, 4])), chance(g, 0.4)
    r, tall = w * g.uniform(0.26, 0.36), h * g.uniform(2.2, 3.0)

    def dome(r: float, y: float, x: float = 0, z: float = 0) -> list[Part]:
        curve = [(r * math.cos(a), r * 1.05 * math.sin(a)) for a in np.linspace(0, 1.45, 10)]
        if onion:
            sizes = ((0.85, 0), (1.02, 0.15), (1.1, 0.4), (1.02, 0.7), (0.75, 1.0), (0.4, 1.25), (0.12, 1.5))
            curve = [(r * a, r * b) for a, b in sizes]
        top = y + r * 0.35 + float(curve[-1][1])
        drum = [rod(r * 0.95, r * 0.36, x, y, z), rod(r * 1.02, r * 0.08, x, y + r * 0.3, z)]
        windows = at(x, y, z, *around(12, box(r * 0.18, r * 0.2, 0.1, 0, r * 0.06, r * 0.95)))
        moon = sector(0.55, 0.36, -50, 230, 0.12, x, top + 1.3)
        moon.apply_translation((0, 0, z))
        return [
            *drum,
            *windows,
            lathe([(0, 0), *curve, (0, top - y - r * 0.35)], x, y + r * 0.35, z),
            moon,
            rod(0.08, 0.9, x, top - 0.1, z),
        ]

    parts = [box(w, h, w), box(w * 1.03, 0.5, w * 1.03, 0, h), *dome(r, h + 0.5)]
    if chance(g, 0.6):  # little domes in the corners
        parts += [p for x in (-1, 1) for z in (-1, 1) for p in dome(w * 0.1, h + 0.5, x * w * 0.38, z * w * 0.38)]
    if chance(g):  # half domes against the drum
        parts += [
            egg(r * 0.75, r * 0.6, r * 0.75, x * r, h + 0.3, z * r) for x, z in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ]
    arch: Points = [(-1, 0), (1, 0), (1, 2), (0.85, 2.7), (0, 3.6), (-0.85, 2.7), (-1, 2)]
    bays = np.linspace(-0.36, 0.36, int(g.integers(3, 6))) * w
    panes = [slab(np.array(arch) * h * 0.13, 0.5, x, h * 0.12, w / 2) for x in bays if abs(x) > w * 0.15]
    parts += around(4, *panes)
    gate = [box(w * 0.3, h * 1.18, 1.6, 0, 0, w / 2), slab(np.array(arch) * h * 0.24, 0.5, 0, 0, w / 2 + 0.8)]
    for x, z in ((1, 1), (-1, 1), (1, -1), (-1, -1))[:n]:
        spot = w * g.uniform(0.54, 0.56)
        one = [rod(1.1, h), rod(0.85, tall, top=0.65), rod(0.95, tall * 0.14, y=tall, top=0.05)]
        for t in (0.92, 0.68)[: int(g.integers(1, 3))]:
            one += [
                rod(0.8, 0.5, y=tall * t - 0.5, top=1.3),
                rod(1.3, 0.15, y=tall * t),
                ring(1.25, 0.07, y=tall * t + 0.7, axis="y"),
            ]
        parts += at(x * spot, 0, z * spot, *one, ball(0.25, 0, tall * 1.14 + 0.2))
    return [*parts, *gate]


def pagoda(g: Generator) -> list[Part]:
    n, tiers, w = int(g.choice([4, 4, 6, 8])), int(g.integers(3, 8)), g.uniform(2.6, 3.4)
    shrink, lift, rise = g.uniform(0.82, 0.93), g.uniform(0.3, 0.7), g.uniform(0.7, 1.2)
    over, tall = g.uniform(1.4, 1.75), g.uniform(1.8, 2.6)
    parts, y = [prism(n, w * 1.7, 0.5, 0), prism(n, w * 1.5, 0.5, 0.5)], 1.0
    rails = chance(g)
    for i in range(tiers):
        s = shrink**i
        last = i == tiers - 1
        parts += [prism(n, w * s, tall * s, y), box(w * 0.5 * s, tall * 0.7 * s, 0.2, 0, y, w * s)]
        edge = 0.93 * w * s * math.tan(math.pi / n)
        parts += around(n, tube([(edge, y, w * s), (edge, y + tall * s, w * s)], 0.13 * s, 6))
        if rails and i:
            width = 2.3 * w * s * math.tan(math.pi / n)
            parts += around(
                n,
                box(width, 0.12, 0.12, 0, y + 0.5 * s, w * s * 1.15),
                box(width, 0.1, 0.1, 0, y + 0.2 * s, w * s * 1.15),
            )
        y += tall * s
        parts.append(
            _eaves(n, w * s * over, w * s * (0.05 if last else shrink), y, rise * s * (2.2 if last else 1), lift * s)
        )
        y += rise * s * (2.2 if last else 1) - 0.05
    parts += [
        rod(0.1, 2.6, y=y - 0.2, top=0.03),
        *[ball(0.35 - 0.05 * i, 0, y + 0.4 + 0.3 * i, 0, (1, 0.25, 1)) for i in range(5)],
    ]
    return [
        *parts,
        ball(0.2, 0, y + 2.3),
        *[box(w * 0.8, 0.2 * (4 - i), 0.35, 0, 0, w * 1.7 + 0.35 * i) for i in range(4)],
    ]


def pavilion(g: Generator) -> list[Part]:
    n, w, h, style = int(g.choice([4, 6, 8, 8])), g.uniform(1.8, 2.6), g.uniform(2.3, 3.0), int(g.integers(4))
    up = g.uniform(0.2, 0.6)
    corner, side = w * 0.92 / math.cos(math.pi / n), 2 * w * 0.92 * math.tan(math.pi / n)
    post = column(h, 0.13, False) if style == 2 else [box(0.16, h, 0.16)]
    parts = [prism(n, w * 1.05, up, 0), *around(n, *at(0, up, corner, *post), start=180 / n)]
    parts += around(n, box(side, 0.22, 0.14, 0, up + h - 0.2, w * 0.92))
    rail = [box(side, 0.07, 0.08, 0, up + y, w * 0.92) for y in (0.12, 0.8)]
    rail += [box(0.05, 0.7, 0.05, x, up + 0.12, w * 0.92) for x in np.linspace(-0.45, 0.45, 7) * side]
    if chance(g, 0.75):
        parts += [turned(p.copy(), (0, 360 * i / n, 0)) for i in range(1, n) for p in rail]
        bench = box(side * 0.8, 0.06, 0.4, 0, up + 0.42, w * 0.7)
        parts += [turned(bench.copy(), (0, 360 * i / n, 0)) for i in range(1, n)]
    if style == 3 or (style == 0 and n == 4):  # braces between the posts
        for s in (1, -1):
            brace = turned(
                box(0.08, 0.7, 0.08, 0, -0.35), (0, 0, s * 45), (s * (side / 2 - 0.25), up + h - 0.45, w * 0.92)
            )
            parts += around(n, brace)
    top, rise = up + h, w * g.uniform(0.4, 0.75)
    if style == 0:
        parts += [prism(n, w * 1.2, rise, top, 0.02), prism(n, w * 1.2, 0.1, top - 0.1)]
    elif style == 1:  # upswept
        parts += [
            _eaves(n, w * 1.35, 0.06, top, rise * 1.5, w * 0.2),
            *around(n, box(0.1, 0.1, w * 0.3, 0, top, w * 1.1)),
        ]
        rise *= 1.5
    elif style == 2:  # a dome
        rise = w * g.uniform(0.6, 1.0)
        curve = [(w * math.cos(a), rise * math.sin(a)) for a in np.linspace(0, 1.5, 9)]
        parts += [prism(n, w * 1.1, 0.3, top - 0.05), lathe([(0, 0), *curve, (0, rise)], y=top + 0.2)]
        rise += 0.15
    else:  # with a lantern
        parts += [
            prism(n, w * 1.2, rise * 0.7, top, 0.35),
            prism(n, w * 0.3, 0.5, top + rise * 0.7),
            prism(n, w * 0.5, rise * 0.5, top + rise * 0.7 + 0.5, 0.02),
        ]
        rise = rise * 1.2 + 0.5
    parts += [rod(0.03, 0.4, 0, top + rise - 0.05), ball(0.1, 0, top + rise + 0.1)]
    return [*parts, *[box(side * 0.8, up * (2 - i) / 3, 0.3, 0, 0, w * 1.05 + 0.15 + 0.3 * i) for i in range(2)]]


KINDS = kinds_of(temple, mosque, pagoda, pavilion)
