"""Works that lift, dam up and carry power."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, mirrored, slab, tube, upright
from indexer.parametric.solids import Part, around, at, box, forward, kinds_of, lathe, lying, rod, turned


def _lattice(start: Points, end: Points, n: int, bar: float) -> list[Part]:
    """A truss between two frames of as many 3D corners, in `n` bays with diagonals."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    frames = [a + (b - a) * t for t in np.linspace(0, 1, n + 1)]
    parts = [tube([p, q], bar, 4) for p, q in zip(a, b, strict=True)]
    for i, (low, high) in enumerate(pairwise(frames)):
        for k in range(len(a)):
            parts.append(tube([low[k - i % 2], high[k - 1 + i % 2]], bar * 0.6, 4))
            parts.append(tube([high[k - 1], high[k]], bar * 0.6, 4))
    return parts


def tower_crane(g: Generator) -> list[Part]:
    h, reach, e, style = g.uniform(28, 48), g.uniform(24, 40), g.uniform(0.8, 1.1), int(g.integers(3))
    square = np.array([(e, 0, e), (-e, 0, e), (-e, 0, -e), (e, 0, -e)])
    mast = _lattice(square, square + np.array((0, h, 0)), int(h / 3), 0.18)
    parts = [*mast, box(7, 1.2, 7), rod(e * 1.7, 1.0, y=h), box(1.8, 2.2, 2.0, e + 1.2, h + 1, 1.2)]
    y, back = h + 1.6, reach * g.uniform(0.25, 0.35)
    face = np.array([(e * 0.9, y, 0), (-e * 0.9, y, 0), (0, y + 1.6, 0)])
    lean = reach * g.uniform(0.7, 1.1) if style == 2 else 0.0  # a luffing jib
    tip = face * (1, 0, 1) * 0.8 + np.array((0, y + lean, reach)) + np.array([(0, 0, 0), (0, 0, 0), (0, 0.9, 0)])
    jib = _lattice(face, tip, int(reach / 2.5), 0.13)
    jib += _lattice(face, face + np.array((0, 0, -back)), 4, 0.13)
    peak = y + (1.8 if style == 1 else g.uniform(6, 9))
    jib += [box(2.4, 3.0, 2.6, 0, y - 2.2, -back + 1.5), box(2.6, 1.2, back * 0.35, 0, y, -back * 0.7)]
    if style != 1:  # an apex with ties; else a flat top
        parts += [tube([p + np.array((0, y, 0)), (0, peak, 0)], 0.16, 4) for p in square]
        ties: list[tuple[float, float]] = [(y, -back * 0.95), (y + lean * 0.9, reach * 0.9)]
        ties += [] if style == 2 else [(y + 1.5, reach * 0.45)]
        parts += [tube([(0, peak, 0), (0, v + 0.8, z)], 0.1, 4) for v, z in ties]
    z = reach * (0.98 if style == 2 else g.uniform(0.4, 0.85))
    low = h * g.uniform(0.3, 0.75)
    hook = [box(1.4, 0.5, 1.6, 0, y - 0.6, z)] if style != 2 else []
    hook += [tube([(x, y + lean, z), (x, low, z)], 0.06, 4) for x in (0.25, -0.25)] + [
        box(0.8, 1.0, 0.4, 0, low - 1, z)
    ]
    load = [
        box(3, 1.2, 1.5, 0, low - 4, z),
        *[tube([(x, low - 2.8, z), (0, low - 1, z)], 0.06, 4) for x in (1.4, -1.4)],
    ]
    return [*parts, *jib, *hook, *(load if chance(g) else [])]


def dam(g: Generator) -> list[Part]:
    style, h = int(g.integers(3)), g.uniform(35, 60)
    if style == 0:  # an arch, thin and curved, between the flanks of a gorge
        r, half = h * g.uniform(1.2, 1.7), g.uniform(44, 58)
        parts = []
        for k in range(8):
            t0, thick = k / 8, h * (0.28 - 0.025 * k)
            ring_ = slab([*arc(r, 270 - half, 270 + half, 25), *arc(r - thick, 270 + half, 270 - half, 25)], h / 8)
            parts.append(turned(ring_, (90, 0, 0), (0, h * (t0 + 1 / 16), 0)))
        crest = slab([*arc(r + 1.5, 270 - half, 270 + half, 25), *arc(r - 5, 270 + half, 270 - half, 25)], 1.5)
        parts.append(turned(crest, (90, 0, 0), (0, h + 0.7, 0)))
        parts = [turned(p, (0, 180, 0), (0, 0, -r * 0.9)) for p in parts]
        e = r * math.sin(math.radians(half))
        flank = slab(
            [(e * 0.62, 0), (e * 0.95, h * 1.06), (e * 1.5, h * 1.3), (e * 1.5, 0)], h * 1.4, 0, 0, r * 0.1 - h * 0.4
        )
        gates = [box(3, 4, 3, x, h * 0.55, r * 0.12 - abs(x) * 0.1) for x in np.linspace(-e * 0.25, e * 0.25, 4)]
        return [*parts, *mirrored(flank), *gates, box(e * 2, 1, h * 1.4, 0, -1, r * 0.1 - h * 0.4)]
    w, n = h * g.uniform(2.2, 3.2), int(g.integers(4, 8))
    side: Points = [(-0.08 * h, 0), (-0.08 * h, h), (0.06 * h, h), (0.1 * h, h * 0.85), (0.75 * h, 0)]
    spill: Points = [
        (-0.07 * h, 0),
        (-0.07 * h, h * 0.78),
        (0.0, h * 0.84),
        (0.12 * h, h * 0.74),
        (0.6 * h, h * 0.12),
        (0.8 * h, h * 0.1),
        (0.8 * h, 0),
    ]
    mid = w * g.uniform(0.32, 0.5)
    parts = [*mirrored(upright(side, (w - mid) / 2, (w + mid) / 4)), upright(spill, mid)]
    for x in np.linspace(-mid / 2, mid / 2, n):  # piers with gates between, under a road
        parts += [
            upright([(-0.12 * h, 0), (-0.12 * h, h), (0.1 * h, h), (0.78 * h, h * 0.16), (0.78 * h, 0)], mid * 0.05, x)
        ]
    bay = mid / (n - 1)
    parts += [box(bay, h * 0.13, 0.02 * h, -mid / 2 + bay * (i + 0.5), h * 0.8, -0.03 * h) for i in range(n - 1)]
    parts += [
        box(w, h * 0.04, h * 0.13, 0, h, -0.02 * h),
        *[box(w, h * 0.04, h * 0.01, 0, h, z) for z in (0.045 * h, -0.085 * h)],
    ]
    if style == 1:  # a powerhouse at its foot
        x = w * 0.36
        parts += [
            box(w * 0.22, h * 0.28, h * 0.3, x, 0, h * 0.85),
            box(w * 0.23, h * 0.03, h * 0.32, x, h * 0.28, h * 0.85),
        ]
        pipe: Points = [(0, h * 0.75, 0.15 * h), (0, h * 0.12, 0.75 * h)]
        parts += [p for k in (-1, 0, 1) for p in at(x + k * w * 0.07, 0, 0, tube(pipe, h * 0.05, 10))]
    else:  # buttresses down its face
        xs = np.linspace(mid * 0.6, w * 0.48, 5)
        parts += mirrored(
            *[upright([(0, 0), (0.06 * h, h * 0.97), (0.12 * h, h * 0.97), (h * 0.9, 0)], w * 0.015, x) for x in xs]
        )
        parts += [box(h * 0.18, h * 0.2, h * 0.14, v * w * 0.4, h) for v in (1, -1)]
    return [*parts, *mirrored(box(w * 0.06, h * 1.08, h * 0.9, w * 0.53, 0, h * 0.3))]


def solar_panel(g: Generator) -> list[Part]:
    style, tilt = int(g.integers(3)), g.uniform(25, 50)
    nx, ny = (
        (int(g.integers(4, 7)), int(g.integers(6, 11)))
        if style < 2
        else (int(g.integers(6, 10)), int(g.integers(3, 5)))
    )
    w, d = (g.uniform(0.95, 1.1), g.uniform(1.55, 1.9)) if style < 2 else (g.uniform(5, 8), g.uniform(2.8, 3.6))
    cells = [
        box(w * 0.82 / nx, 0.05, d * 0.84 / ny, w * ((i + 0.5) / nx - 0.5), 0, d * ((k + 0.5) / ny - 0.5))
        for i in range(nx)
        for k in range(ny)
    ]
    rim = [box(w + 0.03, 0.06, 0.03, 0, -0.02, v * d / 2) for v in (1, -1)] + [
        box(0.03, 0.06, d, v * w / 2, -0.02) for v in (1, -1)
    ]
    panel = [*cells, *rim, box(w, 0.02, d, 0, -0.02)]
    s, c = math.sin(math.radians(tilt)), math.cos(math.radians(tilt))
    if style == 0:  # on a triangular stand
        up = d / 2 * s + 0.12
        parts = [turned(p, (tilt, 0, 0), (0, up, 0)) for p in panel]
        rear: Points = [
            (0, up + d * 0.45 * s, -d * 0.45 * c),
            (0, 0.04, -d * 0.45 * c),
            (0, 0.04, d * 0.5 * c),
            (0, up + d * 0.45 * s - 0.05, -d * 0.45 * c),
        ]
        frame = [tube([a, b], 0.03, 4) for a, b in pairwise(rear)]
        return [
            *parts,
            *[p for x in (-1, 1) for p in at(x * w * 0.4, 0, 0, *frame)],
            lying(0.02, w * 0.8, 0, 0.04, -d * 0.45 * c),
        ]
    up = d / 2 * s + (g.uniform(0.9, 1.8) if style == 1 else 0.7)
    parts = [turned(p, (tilt, 0, 0), (0, up + 0.12, 0)) for p in panel]
    if style == 1:  # on one post, with a control box
        foot = [
            rod(0.05, up),
            rod(0.14, 0.04),
            box(0.22, 0.3, 0.14, 0, up * 0.35, 0.08),
            turned(box(0.12, 0.05, d * 0.8), (tilt, 0, 0), (0, up + 0.05, 0)),
        ]
        return (
            parts
            + foot
            + [
                tube([(0, up * 0.6, 0), (0, up + 0.05 - d * 0.3 * s, d * 0.3 * c)], 0.025, 5),
                lying(0.04, w * 0.7, 0, up + 0.04, 0),
            ]
        )
    for x in np.linspace(-w * 0.42, w * 0.42, 4):  # a table of a solar field
        parts += [rod(0.06, up - 0.3 * d * s, x, 0, d * 0.3 * c), rod(0.06, up + 0.3 * d * s, x, 0, -d * 0.3 * c)]
        parts += [tube([(x, 0.3, -d * 0.3 * c), (x, up - 0.3 * d * s, d * 0.3 * c)], 0.04, 4)]
    return parts + [lying(0.05, w * 0.95, 0, up + v * 0.3 * d * s, -v * d * 0.3 * c) for v in (1, -1)]


def _rollers(w: float, d: float) -> list[Part]:
    """Small rollers under a w x d base."""
    return [forward(rod(0.16, 0.1), x * w * 0.4, 0.0, z * d * 0.4 - 0.05) for x in (1, -1) for z in (1, -1)]


def power_transformer(g: Generator) -> list[Part]:
    style, w = int(g.integers(2)), g.uniform(2.2, 3.4)
    h, d, n = w * g.uniform(0.6, 0.85), w * g.uniform(0.4, 0.55), int(g.integers(7, 12))

    def insulator(r: float, tall: float, sheds: int) -> Part:
        step = tall / sheds
        rings = [
            v for i in range(sheds) for v in ((r * 0.5, step * i), (r, step * (i + 0.25)), (r * 0.5, step * (i + 0.5)))
        ]
        return lathe([(0, 0), *rings, (r * 0.25, tall), (r * 0.25, tall * 1.15), (0, tall * 1.15)])

    if style == 1:  # a can for a pole, with its cross arm
        r, tall, high = w * 0.1, w * 0.33, g.uniform(2.5, 4.5)
        can = [
            rod(r, tall),
            lathe([(r * 1.05, tall), (r * 1.05, tall + 0.03), (r * 0.5, tall + 0.09), (0, tall + 0.1)]),
        ]
        can += around(n * 2, box(0.015, tall * 0.7, 0.05, 0, tall * 0.12, r + 0.01))
        can += [
            *at(0, tall + 0.05, r * 0.4, insulator(0.06, 0.25, 4)),
            *at(0, tall + 0.05, -r * 0.4, insulator(0.06, 0.25, 4)),
        ]
        cans = [p for k in ((0,) if chance(g) else (-1, 0, 1)) for p in at(k * r * 2.5, high, r + 0.2, *can)]
        arm = [
            rod(0.13, high + 2.2, top=0.1),
            box(w * 0.8, 0.12, 0.1, 0, high + 1.7, 0.12),
            box(w * 0.5, 0.1, 0.12, 0, high + 0.1, 0.1),
            box(w * 0.5, 0.1, 0.12, 0, high + tall * 0.7, 0.1),
        ]
        return [
            *cans,
            *arm,
            *[p for x in (-0.36, -0.2, 0.2, 0.36) for p in at(x * w, high + 1.82, 0.12, insulator(0.06, 0.2, 3))],
        ]
    parts = [box(w, h, d, 0, 0.3), box(w * 1.06, 0.1, d * 1.12, 0, 0.3 + h * 0.95), box(w * 1.1, 0.3, d * 0.8)]
    fin = box(w * 0.02, h * 0.75, d * 0.5, 0, 0.3 + h * 0.1, d * 0.75)
    parts += [p for x in np.linspace(-w * 0.45, w * 0.45, n * 2) for p in at(x, 0, 0, fin)]
    parts += [turned(p.copy(), (0, 180, 0)) for p in parts[3:]]
    parts += [lying(0.06, w * 0.95, 0, 0.3 + h * t, v * d * 0.95) for t in (0.12, 0.83) for v in (1, -1)]
    tall = h * g.uniform(0.5, 0.8)
    for k in (-1, 0, 1):
        parts += [
            turned(p, (0, 0, -14 * k), (k * w * 0.26, h + 0.3, d * 0.2))
            for p in (insulator(w * 0.05, tall, 8), rod(w * 0.06, 0.15))
        ]
        parts += at(k * w * 0.2, h + 0.3, -d * 0.3, insulator(w * 0.035, tall * 0.5, 5))
    high = h + 0.3 + tall * 0.7
    drum = [
        lying(w * 0.1, w * 0.5, -w * 0.5, high, -d * 0.25),
        *[box(0.08, high - h - 0.3, 0.1, -w * x, h + 0.3, -d * 0.25) for x in (0.35, 0.48)],
    ]
    return [*parts, *drum, box(0.3, h * 0.5, 0.15, w * 0.52, 0.6), *_rollers(w, d)]


KINDS = kinds_of(tower_crane, dam, solar_panel, power_transformer)
