"""Parts of engines: blocks, pistons, shafts, plugs, chargers and mufflers."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, plate, slab, smooth, tube
from indexer.parametric.solids import Part, around, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.drives import cogs, toothed
from indexer.parametric.workshop.machine_parts import pierced, washer


def _bank(n: int, r: float, h: float) -> list[Part]:
    """A row of n bores along x, open at the top, from height 0 to h."""
    cell, deep = r * 2.35, r * 2.9
    edge = [(-cell / 2, -deep / 2), (cell / 2, -deep / 2), (cell / 2, deep / 2), (-cell / 2, deep / 2)]
    parts = []
    for i in range(n):
        x = (i - (n - 1) / 2) * cell
        parts.append(turned(pierced(edge, r, 0, 0, r * 0.2), (90, 0, 0), (x, h - r * 0.1, 0)))
        parts.append(washer(r * 1.1, r, h, 0))
        parts[-1].apply_translation((x, 0, 0))
        for s in (1, -1):
            parts.append(box(r * 0.22, h * 0.85, r * 0.6, x + cell / 2, 0, s * deep / 2))
            parts.append(rod(r * 0.13, r * 0.08, x + cell / 2 * (0.98 if i < n - 1 else 0.85), h, s * deep * 0.42))
            parts.append(forward(rod(r * 0.5, r * 0.5, y=-r * 0.25), x, h * 0.45, s * deep / 2))
    walls = [box(n * cell, h, r * 0.16, 0, 0, s * (deep / 2 - r * 0.08)) for s in (1, -1)]
    return [*parts, *walls, *[box(r * 0.16, h, deep, s * (n * cell / 2 - r * 0.08)) for s in (1, -1)]]


def engine_block(g: Generator) -> list[Part]:
    r, style = g.uniform(0.035, 0.06), int(g.integers(3))
    h = r * g.uniform(3, 4.5)
    if style == 1:  # two banks in a V
        n, lean = int(g.integers(2, 7)), float(g.choice([30, 45]))
        long = n * r * 2.35
        banks = [turned(p, (s * lean, 0, 0)) for s in (1, -1) for p in _bank(n, r, h * 1.1)]
        low = turned(slab([(-r * 2.2, -r * 2), (r * 2.2, -r * 2), (r * 2.2, r * 0.2), (r, r * 1.6), (-r, r * 1.6), (-r *
            2.2, r * 0.2)], long), (0, 90, 0))  # fmt: skip
        ribs = [box(r * 0.2, r * 2.2, r * 4.7, x * long, -r * 2) for x in np.linspace(-0.46, 0.46, n + 1)]
        return [
            *banks,
            low,
            *ribs,
            box(long, r * 0.3, r * 5, 0, -r * 2.1),
            lying(r * 0.9, long * 1.06),
            lying(r * 0.5, long * 1.15),
        ]
    n = int(g.integers(3, 7))
    long = n * r * 2.35
    skirt = [turned(slab([(-r * 1.9, -r * 2.2), (r * 1.9, -r * 2.2), (r * 1.9, -r * 0.8), (r * 1.4, 0), (-r * 1.4, 0),
        (-r * 1.9, -r * 0.8)], long), (0, 90, 0)), box(long * 1.02, r * 0.25, r * 4.2, 0, -r * 2.3)]  # fmt: skip
    skirt += [box(r * 0.18, r * 1.6, r * 4, x * long, -r * 2.2) for x in np.linspace(-0.47, 0.47, n + 1)]
    bell = [
        turned(slab(arc(r * 2.4, 0, 345, 24), r * 0.35), (0, 90, 0), (-long / 2, -r * 0.2, 0)),
        lying(r * 0.6, r * 0.8, long / 2, -r),
    ]
    base = [*_bank(n, r, h), *skirt, *bell]
    if style == 0:
        return base
    # Dressed: a head with its cover, a sump, a belt drive and pipes to a manifold
    head = [
        box(long, r * 1.6, r * 3, 0, h),
        box(long * 0.95, r * 0.9, r * 2.2, 0, h + r * 1.6),
        rod(r * 0.4, r * 0.3, long * 0.3, h + r * 2.5),
    ]
    sump = [box(long * 0.95, r, r * 3.4, 0, -r * 3.2), box(long * 0.5, r * 1.1, r * 3.2, -long * 0.2, -r * 4.2)]
    wheels = [
        lying(q * r, r * 0.5, long / 2 + r * 0.5, y, z)
        for q, y, z in ((1.2, -r, 0), (0.9, h * 0.6, r * 0.6), (0.7, h * 0.3, r * 2.3))
    ]
    pipes = [tube(smooth([((i - (n - 1) / 2) * r * 2.35, h + r * 0.8, r * 1.4), ((i - (n - 1) / 2) * r * 2.2, h + r *
        0.9, r * 2.6), ((i - (n - 1) / 2) * r * 1.4, h - r * 1.4, r * 2.9)], False),
        r * 0.4) for i in range(n)]  # fmt: skip
    return [*base, *head, *sump, *wheels, *pipes, lying(r * 0.55, long * 0.7, 0, h - r * 1.5, r * 2.9)]


def piston(g: Generator) -> list[Part]:
    r, style = g.uniform(0.03, 0.07), int(g.integers(3))
    h, n = r * g.uniform(1.2, 1.8), int(g.integers(2, 5))
    line, y, step = [(r * 0.82, -h)], -h, r * 0.13
    line += [(r * 0.97, y), (r * 0.97, -step * (2 * n + 1))]
    for i in range(n, 0, -1):  # grooves for the rings
        a, b = -step * 2 * i, -step * (2 * i - 1)
        line += [(r, a), (r * 0.88, a), (r * 0.88, b), (r, b)]
    crown = [(r, 0), (r * 0.7, 0), (r * 0.5, -r * g.uniform(0.05, 0.25)), (0, -r * 0.06 if chance(g) else -r * 0.2)]
    if style == 2:
        crown = [(r, 0), (r * 0.7, r * 0.25), (0, r * g.uniform(0.3, 0.45))]
    parts = [lathe([*line, *crown, (0, -h * 0.55), (r * 0.8, -h * 0.55), (r * 0.82, -h)])]
    parts += [washer(r * 1.01, r * 0.9, step * 0.7, -step * (2 * i - 0.15)) for i in range(1, n)]
    pin = -h * 0.68
    parts += [lying(r * 0.3, r * 1.99, 0, pin), *[turned(washer(r * 0.42, r * 0.3, r * 0.12), (0, 0, -90 * s), (s * r *
        0.92, pin, 0)) for s in (1, -1)]]  # fmt: skip
    if style > 0 or chance(g, 0.3):  # with its connecting rod, swung a little
        long, big = r * g.uniform(2.6, 3.8), r * g.uniform(0.65, 0.85)
        shank = slab([(-big * 0.75, -long), (big * 0.75, -long), (r * 0.28, 0), (-r * 0.28, 0)], r * 0.2)
        edges = [tube([(s * big * 0.75, -long, 0), (s * r * 0.28, 0, 0)], r * 0.13) for s in (1, -1)]
        eye = [forward(washer(big, big * 0.72, r * 0.55, -r * 0.27), 0, -long - big * 0.6), box(big * 2.5, r * 0.12, r *
            0.5, 0, -long - big * 0.6)]  # fmt: skip
        eye += [rod(r * 0.12, big * 1.5, s * big * 1.1, -long - big * 1.4) for s in (1, -1)]
        swing = float(g.uniform(-14, 14))
        parts += [turned(turned(p, (0, 90, 0)), (swing, 0, 0), (0, pin, 0)) for p in (shank, *edges, *eye)]
    return [turned(p, (0, 45, 0)) for p in parts]


def crankshaft(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.02, 0.04), int(g.integers(1, 7)), int(g.integers(3))
    throw, main, pin, web = r * g.uniform(1.7, 2.4), r * 0.8, r * 0.7, r * 0.4
    pitch = r * g.uniform(3.4, 4.2)
    turns = {
        1: [0],
        2: [0, 180],
        3: [0, 120, 240],
        4: [0, 180, 180, 0],
        5: [0, 72, 216, 144, 288],
        6: [0, 120, 240, 240, 120, 0],
    }[n]
    top, low = throw + r * 1.1, -throw - r * g.uniform(0.6, 1.2)
    fat = r * (1.9 if style else 1.1)
    side = [(-r * 0.9, top * 0.8), (-r * 0.5, top), (r * 0.5, top), (r * 0.9, top * 0.8), (r * 1.1, 0), (fat, low *
        0.4), (fat * 0.9, low * 0.8), (r * 0.6, low), (-r * 0.6, low), (-fat * 0.9, low * 0.8), (-fat, low * 0.4), (-r *
        1.1, 0)]  # fmt: skip
    cheek = turned(slab(side, web), (0, 90, 0))
    parts = []
    for i, a in enumerate(turns):
        x = (i - (n - 1) / 2) * pitch
        one = [turned(cheek.copy(), (0, 0, 0), (s * r * 0.85, 0, 0)) for s in (1, -1)] + [lying(pin, r * 1.4, 0, throw)]
        parts += [turned(p, (a, 0, 0), (x, 0, 0)) for p in one]
        parts.append(lying(main, pitch - r * 1.4, x + pitch / 2))
    end = n * pitch / 2
    parts += [lying(main, pitch - r * 1.4, -end), lying(r * 0.65, r * 2.6, end + r * 1.4)]
    rim = r * g.uniform(1.7, 2.4)
    parts += [lying(rim, r * 0.4, -end - r * 0.9), *[lying(r * 0.2, r * 0.5, -end - r * 0.95, rim * 0.7 * x, rim * 0.7 *
        y) for x, y in arc(1, 0, 300, 6)]]  # fmt: skip
    if style == 2:  # a toothed wheel at the nose
        parts.append(turned(toothed(cogs(r * 1.4, 22, r * 0.25), r * 0.6, r * 0.5), (0, 0, 90), (end + r * 1.9, 0, 0)))
    return parts


def camshaft(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.01, 0.018), int(g.integers(3, 7)), int(g.integers(3))
    lift, pitch = r * g.uniform(1.0, 1.9), r * g.uniform(3.4, 5)
    base = r * 1.35
    nose = [(x * base, y * base) for x, y in arc(1, 170, 370, 14)]
    lobe = [*nose, *[(x * r * 0.5, base + lift * 0.75 + y * r * 0.5) for x, y in arc(1, 25, 155, 7)]]
    cam = turned(slab(lobe, r * g.uniform(0.9, 1.3)), (0, 90, 0))
    long = n * pitch
    order = [float(a) for a in g.permutation(n) * 360 / n]
    parts = [lying(r * 0.85, long + r * 2)]
    for i, a in enumerate(order):
        x = (i - (n - 1) / 2) * pitch
        parts += [
            turned(cam.copy(), (a + d, 0, 0), (x + s * r * 0.95, 0, 0))
            for s, d in ((1, 0), (-1, 110 if style == 1 else 0))
        ]
        parts.append(lying(r * 1.25, r * 0.9, x + pitch / 2))
    parts += [lying(r * 1.7, r * 0.4, -long / 2 - r * 0.4)]
    if style == 0:
        parts.append(
            turned(toothed(cogs(r * g.uniform(3, 4), 30, r * 0.5), r, r * 0.6), (0, 0, 90), (long / 2 + r * 2, 0, 0))
        )
    elif style == 2:  # a driving wheel with windows
        wheel = [
            washer(r * 4, r * 3, r * 0.8),
            washer(r * 1.5, r * 0.5, r * 1.2),
            *around(5, box(r * 2.4, r * 0.5, r * 0.7, r * 2.1)),
        ]
        parts += [turned(p, (0, 0, 90), (long / 2 + r * 2, 0, 0)) for p in wheel]
    return parts


def spark_plug(g: Generator) -> list[Part]:
    r, style = g.uniform(0.006, 0.009), int(g.integers(2))
    reach, white, ribs = r * g.uniform(2, 3.2), r * g.uniform(3.5, 5), int(g.integers(3, 6))
    nut = r * g.uniform(1.3, 1.7)
    a = np.linspace(0, 2 * math.pi, 7)[:-1]
    hexa = plate([(nut * math.cos(b), nut * math.sin(b)) for b in a], r * 1.3, y=r * 0.7)
    thread = [ring(r * 0.93, r * 0.08, 0, -reach * i / 8 - r * 0.1, axis="y") for i in range(8)]
    parts = [
        rod(r * 0.92, reach, 0, -reach),
        *thread,
        rod(r * 1.25, r * 0.75),
        hexa,
        rod(r * 1.1, r * 0.4, 0, r * 2, top=r * 0.9),
    ]
    parts += [rod(r * 0.72, white, 0, r * 2.3, top=r * 0.6), *[ring(r * 0.66, r * 0.1, 0, r * 2.3 + white * (0.45 +
        0.5 * i / ribs), axis="y") for i in range(ribs)]]  # fmt: skip
    top = r * 2.3 + white
    cap = [(0, 0), (r * 0.25, 0), (r * 0.25, r * 0.3), (r * 0.45, r * 0.4), (r * 0.45, r * 0.8), (r * 0.3, r), (r *
        0.45, r * 1.2), (r * 0.4, r * 1.5), (0, r * 1.5)]  # fmt: skip
    parts += [
        lathe(cap, 0, top),
        rod(r * 0.45, r * 0.25, 0, -reach - r * 0.2),
        rod(r * 0.18, r * 0.5, 0, -reach - r * 0.5),
    ]
    hooks = [
        tube(
            smooth([(r * 0.75, -reach, 0), (r * 0.78, -reach - r * 0.8, 0), (0, -reach - r * 0.85, 0)], False), r * 0.15
        )
    ]
    parts += around(1 if style == 0 else int(g.integers(2, 5)), *hooks)
    tilt = float(g.choice([0, 0, 90, 180]))
    return [turned(p, (0, 0, tilt)) for p in parts]


KINDS = kinds_of(engine_block, piston, crankshaft, camshaft, spark_plug)
