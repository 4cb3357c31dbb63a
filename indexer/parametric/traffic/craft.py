"""Motor vessels and what flies in space, bows to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, loft, mirrored, plate, rolling, smooth, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _boat(long: float, wide: float, deep: float, stern: float = 0.8, rise: float = 0.2, sharp: float = 2.0) -> Part:
    """A decked hull: keel at height 0, deck at `deep`, rising by `rise` to a drawn out bow."""
    angles, rings = np.radians(np.linspace(-180, 0, 11)), []
    for t in np.linspace(0, 1, 9):
        w = wide / 2 * (stern + (1 - stern) * min(2 * t, 1)) * max(1 - (1.8 * max(t - 0.45, 0)) ** sharp, 0.02)
        top, keel = deep + rise * t**2.5, deep * 0.8 * max(t - 0.75, 0) * 3
        y = top - (top - keel) * np.abs(np.sin(angles)) ** 0.6
        rings.append(np.stack([w * np.cos(angles), y, np.full(11, (t - 0.5) * long)], 1))
    return loft(np.array(rings))


def space_shuttle(g: Generator) -> list[Part]:
    f, r, style = g.uniform(15.5, 18), g.uniform(2.3, 2.7), int(g.integers(3))
    y = 3.4
    skin = [(-f, r * 0.95, r * 1.05, y), (f * 0.45, r * 0.95, r * 1.05, y), (f * 0.7, r * 0.85, r * 0.9, y - 0.15),
        (f * 0.88, r * 0.5, r * 0.5, y - 0.5), (f, 0.1, 0.1, y - 0.8)]  # fmt: skip
    parts = [body(skin, 2.8, 24), *mirrored(body([(-f - 0.4, 0.9, 0.9, y + r * 0.7), (-f * 0.75, 0.95, 0.8,
        y + r * 0.75), (-f * 0.5, 0.2, 0.2, y + r * 0.7)]).apply_translation((1.7, 0, 0)))]  # fmt: skip
    half = f * g.uniform(0.65, 0.75)
    parts.append(plate([(-half, -f * 0.85), (half, -f * 0.85), (half, -f * 0.6), (r * 1.5, -f * 0.05), (r * 0.9,
        f * 0.55), (-r * 0.9, f * 0.55), (-r * 1.5, -f * 0.05), (-half, -f * 0.6)], 0.5, 0, y - r))  # fmt: skip
    parts += [upright([(-f - 1.4, y + r + 5.5), (-f + 0.6, y + r + 5.5), (-f * 0.5, y + r - 0.4),
        (-f + 0.2, y + r - 0.4)], 0.5), box(2.6, 0.3, 1.8, 0, y - r, -f - 0.7)]  # fmt: skip
    bell = [(0, 0), (0.45, 0), (0.75, 0.7), (1.05, 1.9), (0.95, 1.9), (0.3, 0.2), (0, 0.2)]
    parts += [turned(lathe(bell), (-90, 0, 0), (x, y + h, -f)) for x, h in ((0, 1.1), (-1.2, -0.6), (1.2, -0.6))]
    parts += [turned(box(0.75, 0.75, 0.1), (-50, 18 * s, 0), (0.82 * s, y + r * 0.66, f * 0.72)) for s in (-1.4, -0.5,
        0.5, 1.4)]  # fmt: skip
    if style == 0:  # on its wheels
        parts += [*rolling(0.55, 0.3, [-f * 0.4], 3.6), *mirrored(rod(0.18, 1.5, 3.6, 0.5, -f * 0.4)),
            *rolling(0.45, 0.25, [f * 0.65], 0.3), rod(0.16, 2.2, 0, 0.5, f * 0.65)]  # fmt: skip
    elif style == 1:  # its bay open
        parts += mirrored(turned(box(0.12, 3.2, f * 0.95), (0, 0, -70), (r * 0.8, y + r * 0.75, -0.05 * f)))
        parts += [box(1.6 * r, 0.3, f * 0.9, 0, y + r * 0.95, -0.05 * f),
            tube([(r * 0.6, y + r + 0.3, f * 0.35), (r * 0.6, y + r + 0.5, -f * 0.1), (r * 0.2, y + r + 4, f * 0.1)],
            0.25), *[ring(r * 0.6, 0.15, 0, y + r * 0.8, z) for z in (-2, 0, 2)]]  # fmt: skip
    else:  # on its tank, between its boosters, ready to start
        tank = lathe([(0, -1.5), (2.6, 0), (4.2, 2), (4.2, 33), (3.2, 38), (1.0, 42.5), (0, 43.5)])
        rocket = [lathe([(0, 0), (2.3, 0), (1.8, 1.8), (1.8, 38), (1.2, 41), (0, 43)], 6.1, -2, 0),
            *[ring(1.8, 0.15, 6.1, t, 0, axis="y") for t in (5, 14, 23, 32)]]  # fmt: skip
        parts = [turned(p, (-90, 0, 0), (0, f + 0.5, 4.2)) for p in parts]
        return [*[p.apply_translation((0, 0, r + y + 0.5)) for p in parts], tank, *mirrored(*rocket),
            *[ring(4.2, 0.12, 0, t, 0, axis="y") for t in (12, 24)]]  # fmt: skip
    return parts


def flying_saucer(g: Generator) -> list[Part]:
    r, style, lift = g.uniform(4, 7), int(g.integers(3)), g.uniform(1.2, 2.2)
    thick, dome = r * g.uniform(0.14, 0.26), r * g.uniform(0.3, 0.42)
    if style == 2:  # like a bell, balls below
        outline = [(0, 0), (r * 0.75, 0), (r, thick * 0.5), (r * 0.97, thick * 0.7), (r * 0.6, thick * 1.5),
            (r * 0.5, thick * 3), (0, thick * 3.2)]  # fmt: skip
    elif style == 1:  # two plates, rim to rim
        outline = [(0, 0), (r * 0.5, thick * 0.2), (r * 0.96, thick * 0.95), (r, thick), (r * 0.96, thick * 1.05),
            (r * 0.5, thick * 1.8), (0, thick * 2)]  # fmt: skip
    else:
        outline = [(0, 0), (r * 0.35, 0), (r * 0.8, thick * 0.8), (r, thick * 1.1), (r * 0.98, thick * 1.25),
            (r * 0.45, thick * 1.9), (0, thick * 2)]  # fmt: skip
    top = outline[-1][1]
    parts = [lathe([(a, b + lift) for a, b in outline]), egg(dome, dome * g.uniform(0.6, 1.0), dome, 0,
        lift + top * 0.96, 0), ring(dome * 1.02, 0.12, 0, lift + top, 0, axis="y")]  # fmt: skip
    n, place = (int(g.integers(8, 17)),
        outline[-2] if style == 2 else ((r * 0.72, top * 0.8) if style == 0 else (r * 0.74, thick * 1.45)))  # fmt: skip
    for i in range(n):  # lamps or portholes around
        a = 2 * np.pi * i / n
        parts.append(ball(r * 0.05, place[0] * np.cos(a), lift + place[1] - (thick * 0.7 if style == 2 else 0),
            place[0] * np.sin(a)))  # fmt: skip
    below = chance(g, 0.6)
    for i in range(int(g.choice([3, 4])) if below else 3):
        a = 2 * np.pi * (i + 0.25) / (3 if style == 2 or not below else 4 if i > 2 else 3)
        x, z = np.cos(a), np.sin(a)
        if style == 2:
            parts.append(ball(r * 0.2, r * 0.45 * x, lift, r * 0.45 * z))
        elif below:
            parts += [tube([(r * 0.4 * x, lift + 0.3, r * 0.4 * z), (r * 0.62 * x, 0.1, r * 0.62 * z)], 0.12),
                rod(0.45, 0.15, r * 0.62 * x, 0, r * 0.62 * z, top=0.3)]  # fmt: skip
    if below and style != 2 and chance(g):  # its way down
        parts += [turned(box(1.2, 0.12, r * 0.75), (25, 0, 0), (0, lift * 0.5, r * 0.5))]
    elif not below:
        parts += [lathe([(0, 0), (r * 0.3, 0), (r * 0.22, 0.4), (0, 0.4)], 0, lift - 0.3, 0),
            ring(r * 0.32, 0.12, 0, lift, 0, axis="y")]  # fmt: skip
    parts += ([tube([(0, lift + top, 0), (0, lift + top + dome * 1.5, 0)], 0.05),
        ball(0.15, 0, lift + top + dome * 1.5, 0)] if chance(g, 0.5) else [])  # fmt: skip
    return parts


def speedboat(g: Generator) -> list[Part]:
    long, style = g.uniform(5, 8), int(g.integers(3))
    wide, deep, f = long * g.uniform(0.27, 0.34), 0.95, long / 2
    parts = [_boat(long, wide, deep, 0.88, 0.35), box(wide * 0.6, 0.06, long * 0.3, 0, deep, -f * 0.45)]
    parts += mirrored(tube([(wide * 0.45, deep * 0.9, -f), (wide * 0.5, deep * 0.95, 0),
        (wide * 0.36, deep + 0.1, f * 0.5), (0.02, deep + 0.33, f)], 0.05))  # fmt: skip
    z = f * g.uniform(-0.05, 0.2)
    glass = [(-wide * 0.4, -0.45, 0), (-wide * 0.22, 0, 1), (wide * 0.22, 0, 1), (wide * 0.4, -0.45, 0)]
    if style < 2:
        rings = [
            [(x * s, deep + 0.03 + t, z + d + e) for x, d, _ in glass] for s, t, e in ((1, 0, 0.1), (0.85, 0.5, -0.3))
        ]
        parts.append(loft(np.array([[*a, *[(x * 0.96, y, q - 0.03) for x, y, q in a[::-1]]] for a in rings])))
        parts += [turned(ring(0.19, 0.02), (-30, 0, 0), (wide * 0.2, deep + 0.25, z - 0.45))]
        for k in range(2):
            parts += mirrored(box(0.5, 0.25, 0.5, wide * 0.2, deep, z - 1.1 - 1.0 * k),
                turned(box(0.5, 0.5, 0.12), (-10, 0, 0), (wide * 0.2, deep + 0.15, z - 1.35 - 1.0 * k)))  # fmt: skip
    else:  # a cabin below a long sloping roof
        roof = [(-f * 0.5, deep), (f * 0.45, deep + 0.05), (f * 0.1, deep + 0.6), (-f * 0.25, deep + 0.85),
            (-f * 0.5, deep + 0.85)]  # fmt: skip
        parts += [upright(roof, wide * 0.6),
            upright([(-f * 0.35, deep + 0.3), (f * 0.1, deep + 0.3), (f * 0.02, deep + 0.5), (-f * 0.35, deep + 0.65)],
            wide * 0.62), box(wide * 0.7, 0.3, 0.5, 0, deep, -f * 0.7)]  # fmt: skip
    if chance(g, 0.65):
        for x in (-0.35, 0.35) if chance(g, 0.4) else (0,):
            parts += [body([(-f - 0.5, 0.13, 0.2, deep + 0.15), (-f - 0.3, 0.2, 0.28, deep + 0.2),
                (-f + 0.05, 0.15, 0.2, deep + 0.2)], 3).apply_translation((x, 0, 0)), box(0.12, 1.1, 0.25, x, -0.2,
                -f - 0.3)]  # fmt: skip
            parts += [egg(0.08, 0.08, 0.28, x, -0.1, -f - 0.3),
                *[turned(box(0.09, 0.2, 0.02), (0, 25, 120 * i), (x, -0.1, -f - 0.58)) for i in range(3)]]  # fmt: skip
    else:
        parts += [box(wide * 0.75, 0.05, 0.6, 0, 0.3, -f - 0.3), box(wide * 0.5, 0.3, 0.7, 0, deep, -f + 0.5)]
    if chance(g, 0.4):
        parts += [tube([(wide * 0.42, deep, -f * 0.3), (wide * 0.4, deep + 1.1, -f * 0.4),
            (-wide * 0.4, deep + 1.1, -f * 0.4), (-wide * 0.42, deep, -f * 0.3)], 0.05)]  # fmt: skip
    if chance(g, 0.5):
        rail = [(wide * 0.4, deep + 0.35, f * 0.25), (wide * 0.22, deep + 0.55, f * 0.7), (0, deep + 0.7, f * 0.97),
            (-wide * 0.22, deep + 0.55, f * 0.7), (-wide * 0.4, deep + 0.35, f * 0.25)]  # fmt: skip
        parts += [tube(rail, 0.025), *[rod(0.02, 0.4, x, y - 0.4, z) for x, y, z in rail]]
    return parts


def warship(g: Generator) -> list[Part]:
    long, old = g.uniform(75, 100), chance(g, 0.5)
    wide, deep, f = long * g.uniform(0.14, 0.17), long * 0.065, long / 2
    parts, n = [_boat(long, wide, deep, 0.7, 3, 1.7)], int(g.integers(2, 4)) if old else 1
    spots = ([(f * 0.5, deep + 0.6, 1), (f * 0.32, deep + 3.2, 1),
        (-f * 0.62, deep, -1)][:: 1 if n == 3 else 2] if old else [(f * 0.55, deep + 0.7, 1)])  # fmt: skip
    for z, y, way in spots:
        size = wide * (0.5 if old else 0.32)
        parts += [rod(size * 0.45, 2.6 + y - deep, 0, deep, z), body([(z - size * 0.55, size * 0.45, size * 0.2, y + 3),
            (z + size * 0.55, size * 0.35, size * 0.16, y + 3)], 5)]  # fmt: skip
        guns = np.linspace(-1, 1, int(g.integers(2, 4))) * size * 0.28 if old else [0.0]
        parts += [turned(rod(0.5, size * 1.6, top=0.35), (90 * way - 5 * way, 0, 0), (x, y + 3,
            z + size * 0.4 * way)) for x in guns]  # fmt: skip
    parts += [box(wide * 0.75, 3.2, long * 0.36, 0, deep, -f * 0.08), box(wide * 0.6, 3.2, long * 0.16, 0, deep + 3.2,
        f * 0.1), box(wide * 0.7, 2.6, long * 0.09, 0, deep + 6.4, f * 0.12)]  # fmt: skip
    parts += [box(wide * 0.65, 0.6, 0.4, 0, deep + 7.4, f * 0.12 + long * 0.045),
        box(wide * 0.35, 6, long * 0.03, 0, deep + 8.5, f * 0.08)]  # fmt: skip
    for z in [-f * 0.06, -f * 0.26] if chance(g) else [-f * 0.15]:
        parts.append(turned(rod(2.2, 8, top=1.9), (-8 if old else 0, 0, 0), (0, deep + 3,
            z)) if old else upright([(z - 4, deep + 3), (z + 4, deep + 3), (z + 2.5, deep + 9), (z - 3, deep + 9)],
            wide * 0.3))  # fmt: skip
    mast = deep + g.uniform(20, 25)
    parts += [rod(0.5, mast - deep - 8, 0, deep + 8, f * 0.05, top=0.25),
        *[lying(0.2, wide * t, 0, mast - u, f * 0.05) for t, u in ((0.5, 1.5), (0.7, 4.5))],
        turned(box(5, 2.2, 0.5), (-10, 20, 0), (0, deep + 14.5, f * 0.07))]  # fmt: skip
    if old:
        parts += mirrored(*[p for z in np.linspace(-0.3, 0.15, 3) * f for p in (ball(1.2, wide * 0.4, deep + 1, z),
            turned(rod(0.2, 4), (80, 60, 0), (wide * 0.4, deep + 1.3, z)))])  # fmt: skip
    else:
        parts += [ball(2.2, 0, deep + 10, -f * 0.2), box(wide * 0.7, 5, long * 0.1, 0, deep, -f * 0.42),
            *mirrored(*[turned(rod(0.6, 6), (60, 90, 0), (1.0, deep + 4, t * f - 0.2 * f)) for t in (0.0,
            0.05)])]  # fmt: skip
        parts += [ring(wide * 0.25, 0.2, 0, deep + 0.2, -f * 0.75, axis="y")]
    return [*parts, tube([(0, deep + 2.8, f * 0.97), (0, deep + 6, f)], 0.2),
        tube([(0, deep, -f * 0.97), (0, deep + 4, -f)], 0.2)]  # fmt: skip


def tugboat(g: Generator) -> list[Part]:
    long = g.uniform(18, 26)
    wide, deep, f = long * g.uniform(0.32, 0.38), long * 0.14, long / 2
    parts = [_boat(long, wide, deep, 0.75, deep * 0.5, 2.6), box(wide * 0.6, 2.3, long * 0.36, 0, deep, f * 0.15)]
    y, z = deep + 2.3, f * 0.25
    house = [(z - 1.9, y), (z + 1.7, y), (z + 2.0, y + 2.3), (z - 1.9, y + 2.3)]
    parts += [upright(house, wide * 0.42), box(wide * 0.5, 0.2, 4.6, 0, y + 2.3, z),
        box(wide * 0.62, 0.15, long * 0.38, 0, y - 0.1, f * 0.15)]  # fmt: skip
    parts += [box(wide * 0.42 + 0.12, 0.8, 0.8, 0, y + 1.1, z - 1.2 + 1.1 * k) for k in range(3)] + [
        box(0.8, 0.8, 0.14, x, y + 1.1, z + 1.9) for x in (-0.9, 0, 0.9)
    ]
    stacks = (-wide * 0.17, wide * 0.17) if chance(g, 0.4) else (0.0,)
    for x in stacks:
        parts += [turned(rod(0.75, 3.4), (-6, 0, 0), (x, y, -f * 0.08)),
            turned(lathe([(0, 2.6), (0.82, 2.6), (0.82, 3.0), (0, 3.0)]), (-6, 0, 0), (x, y, -f * 0.08))]  # fmt: skip
    mast = g.uniform(4, 6)
    parts += [rod(0.14, mast, 0, y + 2.4, z - 1, top=0.07), lying(0.08, 2.2, 0, y + 2.4 + mast * 0.7, z - 1),
        *mirrored(tube([(0, y + 2 + mast, z - 1), (wide * 0.25, y, -f * 0.2)], 0.03))]  # fmt: skip
    rim = [(wide * 0.38, deep, -f), (wide * 0.46, deep, -f * 0.5), (wide * 0.5, deep + 0.05, 0),
        (wide * 0.43, deep * 1.12, f * 0.5), (wide * 0.25, deep * 1.3, f * 0.82), (0, deep * 1.48, f)]  # fmt: skip
    parts += [*mirrored(tube(smooth(rim, False), 0.25)), egg(0.8, 0.7, 0.5, 0, deep * 1.3, f),
        lying(0.25, wide * 0.75, 0, deep, -f)]  # fmt: skip
    if chance(g, 0.75):
        for k in np.linspace(-0.8, 0.35, int(g.integers(4, 7))):
            parts += mirrored(ring(0.5, 0.17, wide * 0.5 * (0.9 if k < -0.5 else 1) + 0.1, deep * 0.8, k * f, axis="x"))
    parts += [rod(0.3, 1.3, x, deep, -f * 0.45) for x in (-0.6, 0.6)] + [lying(0.2, 2, 0, deep + 1, -f * 0.45),
        turned(rod(0.8, 1.6), (0, 0, 90), (0.8, deep + 0.7, -f * 0.25))]  # fmt: skip
    return [*parts, *mirrored(rod(0.12, 0.6, wide * 0.2, y + 2.5, z + 1.6),
        ring(0.4, 0.1, wide * 0.31, deep + 1.3, 0, axis="x"))]  # fmt: skip


KINDS = kinds_of(space_shuttle, flying_saucer, speedboat, warship, tugboat)
