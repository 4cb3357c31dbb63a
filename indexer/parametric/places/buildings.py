"""Buildings, their fronts to +z."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, mirrored, slab, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, ring, rod, turned


def _gable(w: float, h: float, long: float, y: float, z: float = 0, thick: float = 0.25) -> list[Part]:
    """A pitched roof with its ridge along z, and the wall's triangles under it."""
    over = w / 2 * 1.12
    cover = [
        (-over, -0.12 * h),
        (0, h),
        (over, -0.12 * h),
        (over, thick - 0.12 * h),
        (0, h + thick),
        (-over, thick - 0.12 * h),
    ]
    return [slab(cover, long * 1.06, 0, y, z), slab([(-w / 2, 0), (w / 2, 0), (0, h)], long, 0, y, z)]


def church(g: Generator) -> list[Part]:
    w, h, long, tall = g.uniform(7, 9), g.uniform(5, 7), g.uniform(13, 18), g.uniform(11, 15)
    z = long / 2
    spire = [turned(rod(3.3, g.uniform(5, 9), top=0.03), (0, 0, 0), (0, tall, z))]
    cross = [
        box(0.2, 1.8, 0.2, 0, float(spire[0].bounds[1, 1]) - 0.1, z),
        box(1.0, 0.2, 0.2, 0, float(spire[0].bounds[1, 1]) + 1.0, z),
    ]
    arch: Points = [(-0.45, 0), (0.45, 0), *[(0.45 * x, 1.8 + 0.7 * y) for x, y in arc(1, 0, 180, 7)]]
    panes = mirrored(*[turned(slab(arch, 0.2), (0, 90, 0), (w / 2, 1.6, s * long)) for s in (-0.36, -0.16, 0.04, 0.24)])
    gate = [slab(np.array(arch) * 1.7, 0.3, 0, 0, z + 2.2), slab(arch, 0.3, 0, tall - 3.5, z + 2.2)]
    return [box(w, h, long), *_gable(w, w * 0.6, long, h), box(4.4, tall, 4.4, 0, 0, z), *spire, *cross, *panes, *gate]


def castle(g: Generator) -> list[Part]:
    w, h, tall = g.uniform(14, 18), g.uniform(4, 5.5), g.uniform(7, 10)
    pointed, n = chance(g), 8
    parts: list[Part] = []
    for x in (-w / 2, w / 2):
        for z in (-w / 2, w / 2):
            parts += [rod(2, tall, x, 0, z), rod(2.3, 0.8, x, tall, z)]
            if pointed:
                parts.append(rod(2.6, 4.5, x, tall + 0.8, z, top=0.05))
            else:
                parts += [
                    box(0.8, 0.9, 0.8, x + 2 * math.cos(a), tall + 0.8, z + 2 * math.sin(a))
                    for a in np.arange(n) * 2 * math.pi / n
                ]
    for s in (1, -1):
        parts += [box(w, h, 1.2, 0, 0, s * w / 2), box(1.2, h, w, s * w / 2)]
        steps = np.arange(-w / 2 + 2.5, w / 2 - 2, 1.6)
        parts += [p for t in steps for p in (box(0.8, 0.8, 1.2, t, h, s * w / 2), box(1.2, 0.8, 0.8, s * w / 2, h, t))]
    gate = [
        box(4, h + 1.6, 2.2, 0, 0, w / 2),
        slab([(-1.2, 0), (1.2, 0), *[(1.2 * x, 2 + 1.2 * y) for x, y in arc(1, 0, 180, 7)]], 0.4, 0, 0, w / 2 + 1.1),
    ]
    keep = [
        box(5, tall + 2, 5, 0, 0, -2),
        *[box(1, 1, 1, x, tall + 2, z - 2) for x in (-2, 0, 2) for z in (-2, 0, 2) if x or z],
    ]
    return [*parts, *gate, *(keep if chance(g, 0.8) else [])]


def lighthouse(g: Generator) -> list[Part]:
    h, r, n = g.uniform(14, 20), g.uniform(2.4, 3.2), int(g.integers(3, 6))
    top = r * 0.6
    bands = [ring(r + (top - r) * t, 0.12, y=0.8 + h * t, axis="y") for t in np.linspace(0.15, 0.9, n)]
    rail = [
        ring(top * 1.5, 0.06, y=h + 2.0, axis="y"),
        *[
            rod(0.05, 0.9, top * 1.5 * math.cos(a), h + 1.1, top * 1.5 * math.sin(a))
            for a in np.arange(12) * math.pi / 6
        ],
    ]
    lamp = [
        rod(top * 0.75, 2.2, y=h + 1.1),
        *[
            rod(0.06, 2.2, top * 0.8 * math.cos(a), h + 1.1, top * 0.8 * math.sin(a))
            for a in np.arange(8) * math.pi / 4
        ],
    ]
    roof = [lathe([(0, 0), (top, 0), (top * 0.6, 0.8), (0, 1.5)], y=h + 3.3), ball(0.25, 0, h + 4.9)]
    openings = [box(0.7, 1.0, 0.5, 0, 0.8 + h * t, (r + (top - r) * t) * 0.95) for t in (0.3, 0.55, 0.8)]
    hut = [box(3.4, 2.4, 3.0, r + 1.2), *[turned(p, (0, 90, 0), (r + 1.2, 0, 0)) for p in _gable(3, 1.2, 3.4, 2.4)]]
    return [
        rod(r * 1.3, 0.8),
        rod(r, h, y=0.8, top=top),
        rod(top * 1.6, 0.3, y=h + 0.8),
        *bands,
        *rail,
        *lamp,
        *roof,
        *openings,
        box(1.1, 2.0, 0.5, 0, 0.8, r * 0.95),
        *(hut if chance(g) else []),
    ]


def windmill(g: Generator) -> list[Part]:
    h, r, n, sail = g.uniform(7, 10), g.uniform(2.6, 3.2), int(g.choice([4, 4, 4, 6])), g.uniform(5.5, 6.8)
    y, z, start = h + 1.0, r * 0.62 + 1.1, float(g.uniform(0, 90))
    parts = [rod(r, h, top=r * 0.62), lathe([(0, 0), (r * 0.7, 0), (r * 0.55, 1.2), (0, 2.2)], y=h)]
    parts += [
        turned(rod(0.25, z), (90, 0, 0), (0, y, 0)),
        box(1.1, 2.1, 0.4, 0, 0, r * 0.95),
        box(0.8, 0.9, 0.4, 0, h * 0.55, r * 0.76),
    ]
    for i in range(n):
        arm = [box(0.2, sail, 0.2), box(0.06, sail * 0.75, 0.08, 1.1, sail * 0.22)]
        arm += [box(1.1, 0.08, 0.08, 0.55, t) for t in np.linspace(sail * 0.22, sail * 0.96, 8)]
        parts += [turned(part, (0, 0, start + 360 * i / n), (0, y, z)) for part in arm]
    return [
        *parts,
        *([ring(r * 0.9, 0.15, y=h * 0.4, axis="y"), rod(r * 1.25, 0.2, y=h * 0.38)] if chance(g, 0.4) else []),
    ]


def barn(g: Generator) -> list[Part]:
    w, h, long = g.uniform(8, 10), g.uniform(3.5, 4.5), g.uniform(11, 15)
    steep = [(-w / 2, 0), (w / 2, 0), (w * 0.33, w * 0.25), (0, w * 0.38), (-w * 0.33, w * 0.25)]
    over = [(-w * 0.54, -0.4), (-w * 0.34, w * 0.26), (0, w * 0.4), (w * 0.34, w * 0.26), (w * 0.54, -0.4)]
    cover = [*over, *[(x, y + 0.3) for x, y in reversed(over)]]
    z = long / 2
    gate = [box(3.4, 3.2, 0.12, 0, 0, z), box(0.12, 3.2, 0.25, 0, 0, z)]
    gate += [
        turned(box(0.14, 3.4, 0.2, y=-1.7), (0, 0, s * a), (x, 1.6, z + 0.05))
        for x in (-0.85, 0.85)
        for s, a in ((1, 26), (-1, 26))
    ]
    silo = [rod(1.6, h + w * 0.4, w / 2 + 2.2, 0, -z * 0.5), ball(1.6, w / 2 + 2.2, h + w * 0.4, -z * 0.5)]
    return [
        box(w, h, long),
        slab(steep, long, 0, h),
        slab(cover, long * 1.05, 0, h),
        *gate,
        box(1.2, 1.2, 0.2, 0, h + 0.6, z),
        *(silo if chance(g) else []),
    ]


def tent(g: Generator) -> list[Part]:
    w, h, long = g.uniform(1.6, 2.2), g.uniform(1.1, 1.5), g.uniform(2.0, 2.6)
    if chance(g, 0.65):
        cloth = mirrored(slab([(0.0, h), (w / 2, 0), (w / 2 + 0.03, 0), (0.0, h + 0.04)], long))
        poles = [rod(0.025, h + 0.12, 0, 0, s * long / 2) for s in (1, -1)] + [
            turned(rod(0.02, long, y=-long / 2), (90, 0, 0), (0, h, 0))
        ]
        lines = mirrored(
            *[tube([(w * 0.28, h * 0.45, s * long / 2), (w * 0.95, 0, s * long * 0.6)], 0.01, 4) for s in (1, -1)]
        )
        return [*cloth, *poles, *lines, slab([(-w / 2, 0), (w / 2, 0), (0, h)], 0.02, z=-long / 2)]
    r, n = w * 0.75, 9  # a tepee of poles
    poles = [
        tube([(r * math.cos(a), 0, r * math.sin(a)), (-0.12 * math.cos(a), 2.6 * h, -0.12 * math.sin(a))], 0.025, 5)
        for a in np.arange(n) * 2 * math.pi / n
    ]
    gap = slab([(-0.3, 0), (0.3, 0), (0, h * 1.1)], 0.05)
    return [rod(r, 2.3 * h, top=0.09), *poles, turned(gap, (-25, 0, 0), (0, 0, r * 0.97))]


KINDS = kinds_of(church, castle, lighthouse, windmill, barn, tent)
