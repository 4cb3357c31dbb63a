"""Ships and boats, bows to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, loft, mirrored, plate, slab, tube
from indexer.parametric.solids import Part, box, kinds_of, lying, ring, rod, turned


def _hull(long: float, wide: float, deep: float, deck: float, stern: float = 0.6, rise: float = 0.25) -> Part:
    """A hull closed by its deck: bow drawn out to a point, stern `stern` as wide as the middle."""
    sections = [
        (-0.5, stern, 0.8),
        (-0.25, 0.95, 1),
        (0.1, 1, 1),
        (0.3, 0.75, 0.95),
        (0.42, 0.4, 0.8),
        (0.52, 0.02, 0.4),
    ]
    angles = np.radians(np.linspace(-180, 0, 11))
    rings = []
    for t, w, d in sections:
        top = deck * (1 + rise * (2 * t) ** 2)
        y = top - (top + deep * d) * np.abs(np.sin(angles)) ** 0.7
        rings.append(np.stack([wide / 2 * w * np.cos(angles), y, np.full(11, t * long)], axis=1))
    return loft(np.array(rings))


def _open_boat(long: float, wide: float, deep: float, stern: float, rise: float) -> list[Part]:
    """Planking of an open boat: ribs as a skin from gunwale to gunwale, outside and inside."""
    ts = np.linspace(-0.5, 0.5, 13)
    full = np.where(ts < 0, 1 - (1 - stern) * np.abs(2 * ts) ** 2.2, 1 - 0.97 * np.abs(2 * ts) ** 2.2)
    angles = np.radians(np.linspace(-180, 0, 9))
    rings = []
    for t, w in zip(ts, full, strict=True):
        lift = rise * (2 * t) ** 2
        out = np.stack([w * wide / 2 * np.cos(angles), deep * (1 + np.sin(angles)) + lift, np.full(9, t * long)], 1)
        keep = np.stack(
            [
                w * wide / 2 * 0.93 * np.cos(angles),
                deep * (1 + 0.9 * np.sin(angles)) + lift,
                np.full(9, t * long * 0.98),
            ],
            1,
        )
        rings.append(np.concatenate([out, keep[::-1]]))
    return [loft(np.array(rings))]


def sailing_ship(g: Generator) -> list[Part]:
    long, masts = g.uniform(22, 30), int(g.integers(2, 4))
    parts = [_hull(long, long * 0.24, 2.5, 2.0, 0.8, 0.8)]
    parts.append(box(long * 0.18, 2.2, long * 0.2, 0, 2.6, -long * 0.4))
    parts.append(tube([(0, 3, long * 0.42), (0, 5.5, long * 0.68)], [0.25, 0.1]))
    for i in range(masts):
        z, tall = long * (0.28 - 0.6 * i / masts), long * g.uniform(0.65, 0.8) * (0.85 if i == 2 else 1)
        parts.append(rod(0.28, tall, 0, 1, z, top=0.12))
        for k in range(int(g.choice([2, 3]))):
            low, high, w = 3 + k * tall * 0.29, 2.6 + (k + 1) * tall * 0.29, long * (0.22 - 0.04 * k)
            belly = [(1.1 * np.sin(s * np.pi), low + (high - low) * s) for s in np.linspace(0, 1, 6)]
            outline = [*[(a + 0.05, b) for a, b in belly], *[(a - 0.05, b) for a, b in reversed(belly)]]
            parts.append(turned(slab(outline, 2 * w), (0, -90, 0), (0, 0, z + 0.3)))
            parts.append(lying(0.12, 2 * w + 0.8, 0, high, z + 0.3))
    return parts


def sailing_boat(g: Generator) -> list[Part]:
    long, tall = g.uniform(7, 10), g.uniform(9, 12)
    main = [(0.25, 1.9), (0.12, tall * 0.95), (long * 0.12, tall * 0.45), (long * 0.42, 1.9)]
    jib = [(-0.15, 1.6), (-0.1, tall * 0.78), (-long * 0.44, 1.2)]
    parts = [_hull(long, long * 0.3, 0.5, 0.7, 0.7), rod(0.07, tall, 0, 0.5, 0.4)]
    parts.append(tube([(0, 1.8, 0.4), (0, 1.8, 0.4 - long * 0.43)], 0.05))
    parts += [
        turned(slab(sail, 0.04), (0, 90, 0), (0, 0, 0.4)) for sail in ((main, jib) if chance(g, 0.8) else (main,))
    ]
    if chance(g, 0.6):
        parts.append(
            body(
                [
                    (-long * 0.2, long * 0.09, 0.3, 0.9),
                    (long * 0.1, long * 0.07, 0.25, 0.95),
                    (long * 0.18, 0.2, 0.1, 0.85),
                ],
                4,
            )
        )
    keel = [(0.8, -0.3), (-0.6, -0.3), (-0.4, -1.6), (0.4, -1.6)]
    return [*parts, turned(slab(keel, 0.15), (0, 90, 0)), box(0.06, 1.0, 0.4, 0, -0.5, -long * 0.48)]


def submarine(g: Generator) -> list[Part]:
    long, r = g.uniform(12, 18), g.uniform(1.2, 1.6)
    hull = body(
        [
            (-long / 2, 0.1, 0.1, 0),
            (-long * 0.38, r * 0.6, r * 0.6, 0),
            (-long * 0.2, r, r, 0),
            (long * 0.35, r, r, 0),
            (long * 0.45, r * 0.75, r * 0.75, 0),
            (long / 2, 0.1, 0.1, 0),
        ]
    )
    sail = [
        body(
            [(-1.4, 0.1, 1.2, r + 0.6), (-0.4, 0.4, 1.2, r + 0.6), (0.9, 0.4, 1.2, r + 0.6), (1.5, 0.1, 1.2, r + 0.6)],
            3,
        )
    ]
    for part in sail:
        part.apply_translation((0, -0.2, long * g.uniform(0.08, 0.2)))
    zs = float(sail[0].centroid[2])
    fins = [*mirrored(box(1.4, 0.12, 0.8, 0.7, r + 0.6, zs)), *mirrored(box(1.5, 0.12, 0.8, 0.9, 0, -long * 0.42))]
    fins.append(box(0.12, 3.4, 0.8, 0, -1.7, -long * 0.42))
    n = int(g.integers(3, 6))
    screw = [turned(box(0.3, 0.9, 0.06, 0, 0.1), (0, 25, 360 * i / n), (0, 0, -long / 2)) for i in range(n)]
    scopes = [rod(0.08, 1.4, 0, r + 1.4, zs + dz) for dz in ((0.3, -0.2) if chance(g) else (0.2,))]
    return [hull, *sail, *fins, *screw, *scopes]


def cargo_ship(g: Generator) -> list[Part]:
    long, wide = g.uniform(60, 85), g.uniform(11, 14)
    parts = [_hull(long, wide, 2.5, 4, 0.9, 0.25), box(wide * 0.9, 9, 6, 0, 4, -long * 0.4)]
    parts += [
        box(wide * 1.05, 2.0, 5, 0, 12, -long * 0.4),
        rod(1.2, 5, 0, 12, -long * 0.45, top=1.0),
        rod(0.3, 5, 0, 14, -long * 0.38),
    ]
    if chance(g, 0.75):
        rows, across = int(g.integers(5, 8)), int(wide // 2.6)
        for i in range(rows):
            for j in range(across):
                for k in range(int(g.integers(1, 4))):
                    z, x = long * (-0.3 + 0.58 * i / (rows - 1)), (j - (across - 1) / 2) * 2.6
                    parts.append(box(2.4, 2.4, long * 0.55 / rows, x, 4 + k * 2.5, z))
    else:
        parts += [box(wide * 0.6, 1.2, long * 0.13, 0, 4, z * long) for z in (-0.22, -0.04, 0.14, 0.3)]
        parts += [
            p
            for z in (-0.13, 0.05, 0.22)
            for p in (rod(0.5, 9, 0, 4, z * long), turned(box(0.5, 10, 0.5), (40, 0, 0), (0, 6, z * long)))
        ]
    return parts


def canoe(g: Generator) -> list[Part]:
    long, wide = g.uniform(4.2, 5.5), g.uniform(0.75, 0.95)
    hull = _open_boat(long, wide, 0.4, 0.05, g.uniform(0.15, 0.3))
    seats = [box(wide * 0.8, 0.03, 0.22, 0, 0.25, z * long) for z in (-0.22, 0.2)]
    paddle = [
        tube([(0.2, 0.42, -0.8), (0.35, 0.42, 0.7)], 0.018),
        turned(plate([(-0.09, 0), (0.09, 0), (0.07, 0.45), (-0.07, 0.45)], 0.02), (0, 5, 0), (0.35, 0.41, 0.7)),
    ]
    return [*hull, *seats, *(paddle if chance(g, 0.7) else [])]


def rowing_boat(g: Generator) -> list[Part]:
    long, wide = g.uniform(3.2, 4.2), g.uniform(1.2, 1.5)
    hull = _open_boat(long, wide, 0.55, 0.65, 0.12)
    seats = [box(wide * w, 0.04, 0.25, 0, 0.34, z * long) for z, w in ((-0.4, 0.65), (-0.05, 0.9), (0.25, 0.6))]
    out, z = g.uniform(1.3, 1.8), g.uniform(-0.5, 0.1)
    oar = [tube([(0.25, 0.75, 0.1), (wide / 2 + out, 0.15, z)], 0.03), ring(0.06, 0.015, wide / 2 * 0.98, 0.6, 0.05)]
    oar.append(
        turned(
            plate([(0, -0.09), (0.55, -0.11), (0.55, 0.11), (0, 0.09)], 0.025),
            (0, -15 * z, -18),
            (wide / 2 + out - 0.05, 0.17, z),
        )
    )
    return [*hull, *seats, *mirrored(*oar)]


KINDS = kinds_of(sailing_ship, sailing_boat, submarine, cargo_ship, canoe, rowing_boat)
