"""Large halls and the towers that watch the sky."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, slab, tube
from indexer.parametric.solids import Part, around, at, box, kinds_of, ring, rod, turned


def greenhouse(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(3)), g.uniform(2.0, 3.2), g.uniform(1.5, 2.0)
    long, n, e = g.uniform(1.2, 2.2) * w, int(g.integers(4, 8)), w / 2
    right: list[tuple[float, float]] = [(e, 0), (e, h), (0, h + e * g.uniform(0.5, 0.9))]
    if style == 1:  # a tunnel of hoops
        right = [(e * x, h * 0.5 + h * 0.75 * y) for x, y in arc(1, 0, 90, 7)]
        right.insert(0, (e, 0))
    elif style == 2:  # with a kinked roof
        right = [(e, 0), (e, h * 0.9), (e * 0.72, h * 1.35), (0, h * 1.65)]
    outline = [*right, *[(-x, y) for x, y in right[-2::-1]]]
    parts = (
        [slab(np.array(outline) * 0.97, long)]
        if chance(g, 0.35)
        else [slab(np.array(outline) * 0.97, 0.03, z=-long / 2)]
    )
    for z in np.linspace(-long / 2, long / 2, n):
        parts += [tube([(*a, z), (*b, z)], 0.045, 4) for a, b in pairwise(outline)]
    parts += [tube([(x, y, -long / 2), (x, y, long / 2)], 0.045, 4) for x, y in outline[1:-1]]
    parts += [box(0.06, h * 0.5, long, x * e, 0) for x in (1, -1)] if chance(g) else []
    z = long / 2 + 0.04
    door = [box(0.07, h * 0.95, 0.07, x * w * 0.17, 0, z) for x in (1, -1)]
    door += [box(w * 0.34, 0.08, 0.07, 0, y, z) for y in (0.05, h * 0.42, h * 0.95)]
    bars = [box(0.05, h * 0.95, 0.05, x * w * 0.33, 0, z - 0.03) for x in (1, -1)] + [
        box(w, 0.06, 0.06, 0, h * 0.5, z - 0.04)
    ]
    vents = [] if style == 1 else [box(0.05, 0.1, long, 0, right[-1][1])]
    if style == 0:
        tilt = -math.degrees(math.atan2(right[2][1] - h, e)) + 28
        for k in range(2):
            flap = turned(
                box(e * 0.55, 0.05, long / n), (0, 0, tilt), (e * 0.32, right[2][1] - e * 0.1, long * (0.5 * k - 0.25))
            )
            vents.append(flap)
    return [*parts, *door, *bars, *vents, box(w + 0.2, 0.1, long + 0.2, 0, -0.1)]


def hangar(g: Generator) -> list[Part]:
    style, w, long = int(g.integers(3)), g.uniform(24, 40), g.uniform(22, 45)
    h, e = w * g.uniform(0.16, 0.26), w / 2
    if style == 0:  # one round vault
        outer = np.array([(e, 0), *[(e * x, h * 0.3 + h * 1.5 * y) for x, y in arc(1, 0, 180, 17)], (-e, 0)])
    elif style == 1:  # gabled
        outer = np.array([(e, 0), (e, h), (0, h * 1.5), (-e, h), (-e, 0)])
    else:  # a shelter with sloping sides
        outer = np.array(
            [
                (e * 1.1, 0),
                (e * 0.95, h * 0.6),
                (e * 0.5, h * 1.25),
                (-e * 0.5, h * 1.25),
                (-e * 0.95, h * 0.6),
                (-e * 1.1, 0),
            ]
        )
    shell = slab([*outer, *(outer * 0.94)[::-1]], long)
    ribs = [
        slab([*(outer * 1.03), *(outer * 0.97)[::-1]], 0.8, z=z)
        for z in np.linspace(-long / 2, long / 2, int(g.integers(3, 8)))
    ]
    parts = [shell, *ribs, slab(outer * 0.95, 0.4, z=-long / 2 + 0.5), box(w * 0.95, 0.2, long + 8, 0, -0.2, 4)]
    leaf, tall, z = w * 0.15, h * (0.8 if style == 2 else 0.95), long / 2
    leaves = [e * 0.93 - leaf * t for t in (0.5, 0.9)]
    for k, x in enumerate(leaves):
        door = [
            box(leaf, tall, 0.4, x, 0, z + 0.6 * k - 0.5),
            box(leaf * 0.7, tall * 0.2, 0.2, x, tall * 0.6, z + 0.6 * k - 0.2),
        ]
        parts += mirrored(*door)
    if style != 2:  # the gable above the doorway
        top = np.array([p for p in outer if p[1] > tall] + [(-e * 0.98, tall), (e * 0.98, tall)])
        parts += [slab(top * (0.97, 1), 0.4, z=z - 0.3), box(w * 0.95, 0.8, 1.6, 0, tall, z)]
    if chance(g, 0.6):  # an aeroplane inside
        s = w * 0.3
        nose = tube(
            [(0, h * 0.32, z * 0.1), (0, h * 0.32, z * 0.7), (0, h * 0.3, z * 0.95)], [s * 0.1, s * 0.12, s * 0.03], 10
        )
        parts += [
            nose,
            box(s * 1.9, s * 0.04, s * 0.35, 0, h * 0.27, z * 0.5),
            box(s * 0.04, s * 0.4, s * 0.25, 0, h * 0.3, z * 0.1),
        ]
        parts += [rod(s * 0.025, h * 0.3, x * s * 0.25, 0, z * 0.5) for x in (1, -1)]
    annex = [box(w * 0.2, h * 0.5, long * 0.6, e * 1.12, 0)] if chance(g, 0.4) else []
    return parts + annex


def stadium(g: Generator) -> list[Part]:
    style, a, b = int(g.integers(3)), g.uniform(62, 80), g.uniform(42, 56)
    high, deep, power = g.uniform(18, 30), g.uniform(28, 38), (2.2, 4.5, 2.6)[style]
    angles = np.linspace(0, 2 * math.pi, 49)[:-1]
    c, s = np.cos(angles), np.sin(angles)
    x, z = (np.sign(f) * np.abs(f) ** (2 / power) for f in (c, s))

    def oval(out: float, y: float | NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack([(a + out) * x, np.full(len(x), 1.0) * y, (b + out) * z], axis=1)

    rows, lift = int(g.integers(5, 9)), high * (1 + (0.3 * np.abs(z) if chance(g) else 0.0 * z))
    rings = [oval(deep * 0.9, 0), oval(deep, lift)]
    for i in range(rows, 0, -1):
        t = i / rows
        rings += [oval(deep * t - 1.5, lift * t), oval(deep * (t - 1 / rows), lift * t)]
    parts = [loft(np.array([*rings, oval(0, 0.5)])), box(a * 1.25, 0.4, b * 1.25, 0, 0.5)]
    parts += [box(a * 1.3, 0.6, 1, 0, 0.6, v * b * 0.63) for v in (1, -1)] + [
        rod(b * 0.15, 0.5, y=0.6),
        box(1, 0.6, b * 1.2, 0, 0.6),
    ]
    if style != 2:  # a roof around
        drop = g.uniform(0.35, 0.7) * deep
        top = lift + g.uniform(5, 9)
        lid = loft(
            np.array(
                [
                    oval(deep + 2, top),
                    oval(deep + 2, top + 1),
                    oval(deep - drop, top + 3),
                    oval(deep - drop, top + 2),
                    oval(deep + 2, top),
                ]
            )
        )
        lid.update_faces(np.arange(len(lid.faces)) < 4 * 96)
        parts += [lid, *[tube([oval(deep * 0.9, 0)[i], oval(deep + 2, top + 2)[i]], 1.1, 5) for i in range(0, 48, 2)]]
    else:  # open, with an outer arcade and floodlights
        parts += [tube([oval(deep + 3, 0)[i], oval(deep + 1, lift)[i]], 1.3, 5) for i in range(48)]
        parts += [tube([oval(deep + 1, lift)[i - 1], oval(deep + 1, lift)[i]], 1.2, 5) for i in range(48)]
        for v in (1, -1):
            lamp = [tube([(0, 0, 0), (0, 48, 0)], 1.2, 6), turned(box(14, 8, 1.5), (15 * v, 0, 0), (0, 46, -v * 2))]
            parts += [p for u in (1, -1) for p in at(u * (a + deep) * 0.76, 0, v * (b + deep) * 0.8, *lamp)]
    return parts


def _shell(grid: NDArray[np.float64], thick: float) -> Part:
    """A skin over a grid of points, (rows, columns, 3), thickened towards the origin."""
    flat = np.concatenate([grid, (grid * (1 - thick / np.linalg.norm(grid, axis=2, keepdims=True)))[:, ::-1]], axis=1)
    return loft(flat)


def observatory(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(4, 7)
    h, face, gap = r * g.uniform(0.8, 1.5), g.uniform(-40, 40), g.uniform(0.16, 0.24)
    base = [rod(r * 1.05, h), ring(r * 1.05, r * 0.05, y=h, axis="y"), rod(r * 1.15, h * 0.06)]
    if style == 1:  # a wide hall below
        base += [box(r * 4.2, h * 0.55, r * 2.3), box(r * 4.3, h * 0.07, r * 2.4, 0, h * 0.55)]
        base += [box(r * 0.28, h * 0.3, 0.3, x * r, h * 0.15, r * 1.16) for x in (-1.7, -1.2, 1.2, 1.7)]
    elif style == 2:  # a gallery around
        base += [
            rod(r * 1.4, h * 0.06, y=h * 0.8),
            *around(16, rod(0.08, 1.1, 0, h * 0.85, r * 1.35)),
            ring(r * 1.35, 0.07, y=h * 0.85 + 1.1, axis="y"),
        ]
    base += [
        box(r * 0.35, h * 0.4, 0.4, 0, 0, r * 1.05),
        *around(10, box(r * 0.12, h * 0.18, 0.3, 0, h * 0.5, r * 1.04), start=18),
    ]
    n, dome = 9, []
    for side in (1, -1):  # two halves of a dome, a slit between them
        rings = []
        for t in np.linspace(0, math.pi, 13):
            span = [math.asin(min(1.0, gap + (1 - gap) * k / n)) for k in range(n + 1)]
            rings.append(
                [(side * r * math.sin(q), r * math.cos(q) * math.sin(t), r * math.cos(q) * math.cos(t)) for q in span]
            )
        grid = np.array(rings)
        dome.append(_shell(grid, r * 0.04))
    dome += [
        tube(
            [(x * gap * r * 1.05, r * math.sin(t) * 1.0, r * math.cos(t) * 1.0) for t in np.linspace(0, 3.14, 13)],
            r * 0.04,
            5,
        )
        for x in (1, -1)
    ]
    cover = [
        (x, r * math.sin(t) * 1.01, r * math.cos(t) * 1.01)
        for t in np.linspace(1.7, 3.1, 9)
        for x in (gap * r, -gap * r)
    ]
    dome.append(_shell(np.array(cover).reshape(9, 2, 3), r * 0.04))
    tilt = g.uniform(35, 60)
    scope = [
        turned(rod(r * 0.15, r * 1.15), (90 - tilt, 0, 0)),
        turned(rod(r * 0.18, r * 0.12, y=r * 1.1), (90 - tilt, 0, 0)),
        rod(r * 0.5, 0.3),
    ]
    return base + [turned(p, (0, face, 0), (0, h, 0)) for p in (*dome, *scope)]


def air_traffic_control_tower(g: Generator) -> list[Part]:
    style, h, r = int(g.integers(3)), g.uniform(22, 40), g.uniform(4.5, 6.5)
    sides = (24, 8, 8)[style]
    shaft = r * g.uniform(0.4, 0.55)
    stem: list[tuple[float, float]] = [(shaft * 1.3, 0), (shaft, h * 0.4), (shaft, h * 0.85), (r * 0.85, h)]
    if style == 1:
        stem = [(shaft * 1.1, 0), (shaft * 1.1, h * 0.9), (shaft * 1.5, h * 0.9), (r * 0.8, h)]
    path = [(0, y, 0) for _, y in stem]
    parts = [tube([*path], [s for s, _ in stem], sides)]
    parts += [tube([(0, y, 0), (0, y + 0.5, 0)], r * 1.1, sides) for y in (h, h + 1.2)]
    glass = h + 1.7
    parts += [tube([(0, glass, 0), (0, glass + 3.2, 0)], [r * 0.85, r * 1.05], sides)]
    parts += around(sides if sides < 20 else 12, tube([(0, glass, r * 0.87), (0, glass + 3.2, r * 1.07)], 0.15, 4))
    parts += [
        tube([(0, glass + 3.2, 0), (0, glass + 4.2, 0)], [r * 1.2, r * 1.1], sides),
        rod(r * 0.5, 1.2, y=glass + 4.2),
    ]
    rail = [*around(16, rod(0.06, 1.1, 0, h + 1.7, r * 1.06)), ring(r * 1.06, 0.08, y=h + 2.8, axis="y")]
    roof = glass + 5.4
    mast = [rod(0.12, 5, x, roof - 1, z, top=0.05) for x, z in g.uniform(-0.4, 0.4, (3, 2)) * r]
    dish = [rod(0.5, 1.6, y=roof), turned(box(4.5, 1.2, 0.5), (-10, float(g.uniform(0, 90)), 0), (0, roof + 2.2, 0))]
    radome = [egg(1.8, 1.8, 1.8, 0, roof + 1.2)]
    parts += (
        [box(shaft * 0.5, h * 0.85, 0.3, 0, 1, shaft)]
        if style == 0
        else [box(shaft * 0.6, 1.2, 0.4, 0, y, shaft) for y in np.arange(4, h * 0.8, 4)]
    )
    w = r * g.uniform(2.5, 4)
    base = [
        box(w, 5, r * 2.2, w * 0.2, 0, 0),
        box(w * 1.03, 0.6, r * 2.3, w * 0.2, 5),
        *[box(w * 0.08, 1.6, 0.4, w * x, 1.8, r * 1.1) for x in (-0.2, 0, 0.2, 0.4, 0.6)],
    ]
    return [*parts, *rail, *mast, *(dish if chance(g) else radome), *(base if style else [rod(shaft * 2.2, 1.0)])]


KINDS = kinds_of(greenhouse, hangar, stadium, observatory, air_traffic_control_tower)
