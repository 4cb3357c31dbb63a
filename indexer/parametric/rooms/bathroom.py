"""Things of the bathroom: brushes, tubes, razors, soap and paper."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, around, at, box, forward, kinds_of, lathe, lying, ring, rod, turned


def basin(levels: Sequence[tuple[float, ...]], power: float = 2.4) -> Part:
    """A skin over level rings of (height, half width, half depth, z of the centre); up outside, down inside."""
    angles = np.arange(28) * 2 * np.pi / 28
    x, z = (np.sign(f(angles)) * np.abs(f(angles)) ** (2 / power) for f in (np.cos, np.sin))
    return loft(np.array([np.stack([w * x, np.full(28, y), c + d * z], axis=1) for y, w, d, c in levels]))


def _roll(r: float, core: float, wide: float) -> Part:
    """A hollow roll standing on the ground."""
    return lathe([(core, 0), (r, 0), (r, wide), (core, wide), (core, 0)])


def _pins(rows: int, columns: int, wide: float, long: float, high: float, r: float) -> list[Part]:
    """Bristles standing on the ground in an oval field, wide along x and long along z."""
    spots = [(x, z) for x in np.linspace(-1, 1, columns) for z in np.linspace(-1, 1, rows)]
    spots = [(x, z) for x, z in spots if x**2 + z**2 < 1.35]
    return [tube([(x * wide, 0, z * long), (x * wide, high, z * long)], r, 5) for x, z in spots]


def toothbrush(g: Generator) -> list[Part]:
    style, long, w = int(g.integers(3)), g.uniform(0.16, 0.2), g.uniform(0.006, 0.008)
    if style == 2:  # electric, on its charger
        r, h, high = g.uniform(0.013, 0.017), g.uniform(0.12, 0.15), g.uniform(0.06, 0.075)
        parts = [lathe([(0, 0), (r * 0.9, 0), (r, h * 0.1), (r * 1.05, h * 0.5), (r * 0.7, h * 0.96), (0, h)])]
        parts += [rod(r * 0.45, high, y=h * 0.97, top=0.0035), forward(rod(0.0085, 0.007), 0, h + high, -0.002)]
        parts += [turned(p, (90, 0, 0), (0, h + high, 0.004)) for p in _pins(6, 6, 0.006, 0.006, 0.01, 0.0012)]
        parts += [egg(r * 0.35, r * 0.55, r * 0.2, 0, h * y, r) for y in (0.72, 0.55)[: int(g.integers(1, 3))]]
        base = lathe([(0, 0), (r * 2, 0), (r * 1.9, 0.01), (r * 1.2, 0.014), (r * 1.15, 0.02), (0, 0.02)])
        return [*at(0, 0.018, 0, *parts), base]
    t = np.linspace(0, 1, 15)
    wide = w * np.interp(t, [0, 0.05, 0.35, 0.6, 0.72, 0.8, 0.97, 1], [0.4, 0.8, 1.1, 0.7, 0.4, 0.85, 0.85, 0.3])
    rise = w * g.uniform(0.3, 1.2) * np.sin(t * (5 if style else 9)) + (w * 2 * (t - 0.6) * (t > 0.6) if style else 0)
    shaft = body([(a * long, b, w * (0.6 if a < 0.6 else 0.4), c) for a, b, c in zip(t, wide, rise, strict=True)], 2.6)
    tufts = at(0, rise[-2], long * 0.885, *_pins(9, 4, w * 0.65, w * 1.9, w * g.uniform(1.6, 2.2), w * 0.2))
    grip = [box(w * 1.2, w * 0.3, w * 0.4, 0, w * 0.5, long * (0.2 + 0.05 * i)) for i in range(5)]
    return [turned(p, (0, 90, 0)) for p in (shaft, *tufts, *(grip if chance(g) else []))]


def toothpaste_tube(g: Generator) -> list[Part]:
    style, long, r = int(g.integers(3)), g.uniform(0.12, 0.17), g.uniform(0.017, 0.023)
    t = np.linspace(0, 1, 9)
    squeeze = g.uniform(0.5, 1) if style == 1 else 1.0
    thin = r * np.where(t < 0.2, 1 - t * 0.4, (1 - t) ** (1 / squeeze) * 1.1) + 0.0012
    parts = [body([(a * long, r * (1 + 0.5 * a), h, 0) for a, h in zip(t, thin, strict=True)])]
    parts += [box(r * 3.05, 0.003, long * 0.07, 0, -0.0015, long)]
    neck, cap = r * 0.45, g.uniform(0.5, 1.02) * r
    parts += [forward(rod(neck, r * 0.5, top=r), 0, 0, -r * 0.48), forward(rod(neck, 0.01), 0, 0, -r * 0.48 - 0.01)]
    lid = [rod(cap, 0.02, top=cap * g.uniform(0.75, 1.0))]
    lid += around(12, box(0.0012, 0.019, 0.0012, cap)) if chance(g) else []
    parts += [turned(p, (-90, 0, 0), (0, 0, -r * 0.48 - 0.004)) for p in lid]
    if style == 1:  # rolled up at its end
        parts += [lying(r * g.uniform(0.3, 0.45), r * 3.05, 0, r * 0.3, long)]
    if style == 2:  # on its cap
        return [turned(p, (-90, 0, 0), (0, 0.03, 0)) for p in parts]
    return [turned(p, (0, 60, 0)) for p in parts]


def hairbrush(g: Generator) -> list[Part]:
    style, long, w = int(g.integers(3)), g.uniform(0.1, 0.13), g.uniform(0.026, 0.038)
    grip = g.uniform(0.1, 0.13)
    shape = [(0.6, -1.0), (0.5, -0.97), (0.75, -0.6), (0.55, -0.2), (0.42, 0)]
    if style == 1:  # round
        r = w * 0.6
        parts = [lathe([(0, 0), *[(r * 0.55 * a, grip * (1 + b)) for a, b in shape], (r * 0.6, grip), (0, grip)])]
        parts += [rod(r * 0.7, long, y=grip), rod(r * 0.8, 0.005, y=grip + long)]
        spikes = [turned(tube([(0, 0, 0), (0, r * 1.5, 0)], 0.0009, 5), (90, 0, 0), (0, y, 0))
                  for y in np.linspace(0.06, 0.94, 11) * long + grip]  # fmt: skip
        return [turned(p, (0, 0, -90)) for p in (*parts, *around(14, *spikes))]
    half = [(w * 0.4, 0), (w, long * 0.2), (w * (1 if style else 0.9), long * 0.75), (w * 0.5, long), (0, long)]
    paddle = smooth(symmetric([(w * 0.5 * a, grip * b) for a, b in shape] + half), times=2)
    pad = egg(w * 0.8, long * 0.4, w * 0.25, 0, long * 0.52, w * 0.15)
    if style == 2:  # vented
        pad = slab(
            [(-w * 0.7, long * 0.1), (w * 0.7, long * 0.1), (w * 0.7, long * 0.95), (-w * 0.7, long * 0.95)], 0.008
        )
    n = int(g.integers(7, 11))
    field = _pins(n + 3, n, w * 0.6, long * 0.32, w * g.uniform(0.5, 0.75), 0.001)
    pins = [turned(p, (90, 0, 0), (0, long * 0.52, w * 0.3)) for p in field]
    return [turned(p, (-20, 0, -60)) for p in (slab(paddle, w * g.uniform(0.25, 0.4)), pad, *pins)]


def razor(g: Generator) -> list[Part]:
    style, long, r = int(g.integers(3)), g.uniform(0.085, 0.115), g.uniform(0.005, 0.0075)
    if style == 0:  # safety razor
        steps = [(r * (1 + 0.12 * (i % 2)), long * i / 24) for i in range(25)]
        parts = [
            lathe([(0, 0), *steps, (r * 0.5, long), (r * 0.5, long * 1.08), (0, long * 1.08)]),
            rod(r * 1.2, 0.006),
        ]
        bow = [*arc(0.02, 50, 130, 9), *(arc(0.02, 130, 50, 9) * 0.86)]
        parts += [turned(slab(bow, 0.043), (0, 90, 0), (0, long * 1.08 - 0.0155, 0))]
        parts += [box(0.045, 0.0015, 0.026, 0, long * 1.08), *[box(0.002, 0.004, 0.028, x, long * 1.05)
                  for x in np.linspace(-0.02, 0.02, 11)]]  # fmt: skip
        return parts
    if style == 1:  # with a cartridge of blades
        bend, n = g.uniform(0.008, 0.02), int(g.integers(2, 6))
        line = smooth([(0, 0, 0), (0, long * 0.3, bend), (0, long * 0.7, -bend), (0, long, bend * 0.6)], False, 3)
        wide = np.interp(np.linspace(0, 1, len(line)), [0, 0.1, 0.4, 0.8, 1], [0.7, 1.25, 1.0, 0.8, 0.6])
        head = [box(0.042, 0.005, 0.012 + 0.003 * n, 0, 0), box(0.042, 0.0035, 0.004, 0, 0.004, -0.006 - 0.0015 * n)]
        head += [box(0.038, 0.003, 0.0012, 0, 0.004, 0.003 * (i - n / 2 + 0.5)) for i in range(n)]
        head = [turned(p, (g.uniform(50, 80), 0, 0), (0, long + 0.004, bend * 0.6 + 0.003)) for p in head]
        fins = [box(r * 1.6, 0.0015, r * 2.2, 0, long * (0.62 + 0.04 * i), 0) for i in range(4)]
        return [
            tube(line, (r * 1.2 * wide).tolist()),
            *head,
            *fins,
            turned(box(0.02, 0.008, 0.008), (30, 0, 0), (0, long - 0.006, 0.005)),
        ]
    edge = [(0.0, -0.006), (0.012, -0.01), (long * 0.75, -0.01), (long * 0.78, 0.008), (0.012, 0.008), (-0.03, 0.004)]
    blade = turned(slab(edge, 0.002), (0, 0, g.uniform(100, 170)))
    scale = smooth([(0, -0.007), (long * 0.5, -0.012), (long * 1.1, -0.006), (long * 1.12, 0.004), (long * 0.5, 0.003),
                    (0, 0.007)])  # fmt: skip
    pin = turned(rod(0.003, 0.014, y=-0.007), (90, 0, 0))
    return [blade, *[slab(scale, 0.003, z=z) for z in (-0.004, 0.004)], pin, *at(long * 1.08, -0.002, 0, pin)]


def soap_dispenser(g: Generator) -> list[Part]:
    style, h, r = int(g.integers(4)), g.uniform(0.1, 0.15), g.uniform(0.028, 0.042)
    if style == 3:  # on the wall
        wide, deep = g.uniform(0.05, 0.06), g.uniform(0.09, 0.11)
        shell = [(0.0, 0.0), (deep * 0.8, 0.03), (deep, h * 0.7), (deep * 0.9, h * 1.6), (0.0, h * 1.7)]
        case = turned(slab(smooth(np.array(shell) * (-1, 1), times=2), wide * 2), (0, 90, 0))
        lever = turned(box(wide * 1.5, 0.075, 0.008), (g.uniform(-25, -8), 0, 0), (0, -0.02, deep * 0.9))
        sight = box(wide * 0.35, h * 0.6, 0.006, 0, h * 0.75, deep * 0.97)
        return [case, lever, sight, rod(0.01, 0.04, 0, -0.02, deep * 0.5), box(wide * 2.3, h * 1.6, 0.008, 0, 0.01)]
    if style == 0:
        bottle = lathe([(0, 0), (r, 0), (r * g.uniform(0.95, 1.15), h * 0.5), (r, h * 0.8), (r * 0.4, h), (0, h)])
    elif style == 1:  # bellied
        belly = g.uniform(1.1, 1.4)
        bottle = lathe([(0, 0), (r * 0.8, 0), (r * belly, h * 0.3), (r * 0.9, h * 0.65), (r * 0.4, h * 0.95), (0, h)])
    else:  # square
        bottle = basin([(0, r, r * 0.7, 0), (h * 0.85, r, r * 0.7, 0), (h, r * 0.5, r * 0.4, 0)], 6)
    up, reach = g.uniform(0.02, 0.035), r * g.uniform(1.0, 1.5)
    parts = [bottle, rod(r * 0.45, 0.018, y=h * 0.98), rod(r * 0.15, up, y=h + 0.015)]
    top = h + 0.015 + up
    spout = smooth([(0, top, -0.006), (0, top + 0.003, reach * 0.7), (0, top, reach), (0, top - 0.014, reach)], False)
    return [*parts, rod(r * 0.36, 0.01, y=top - 0.004, top=r * 0.3), tube(spout, r * 0.14)]


def toilet_paper_roll(g: Generator) -> list[Part]:
    style, r, wide = int(g.integers(3)), g.uniform(0.045, 0.062), g.uniform(0.09, 0.11)
    core = r * g.uniform(0.32, 0.45)
    roll = _roll(r, core, wide)
    if style == 0:  # alone, upright, some sheets loose
        flap = smooth([(r, 0), (r * 1.02, r * 0.6), (r * 1.1, r * 1.2), (r * g.uniform(1.2, 1.9), r * 1.7)], False)
        tail = [*flap, *np.add(flap[::-1], (0.002, 0))]
        return [roll, turned(slab(tail, wide), (90, 0, 0), (0, wide / 2, 0))]
    if style == 1:  # on a holder on the wall
        drop = g.uniform(0.08, 0.14)
        sheet = box(wide, drop, 0.002, 0, -drop, r)
        bar = [(-wide * 0.62, 0.0, -r * 1.2), (-wide * 0.62, 0.0, 0.0), (wide * 0.62, 0.0, 0.0)]
        arm = [tube(smooth(bar, False), 0.005), forward(rod(0.022, 0.008), -wide * 0.62, 0, -r * 1.25)]
        hood = [(x, y) for x, y in arc(r * 1.15, 10, 130, 12)] + [(x, y) for x, y in arc(r * 1.1, 130, 10, 12)]
        lid = (
            turned(slab(hood, wide * 1.1), (0, -90, 0)) if chance(g) else ring(0.012, 0.004, -wide * 0.62, 0, -r * 1.2)
        )
        return [turned(roll, (0, 0, -90), (-wide / 2, 0, 0)), sheet, *arm, lid]
    n, h = int(g.integers(2, 5)), 0.0  # stacked on a stand
    parts = [rod(r * 1.3, 0.012)]
    for _ in range(n):
        parts += at(0, 0.013 + h, 0, roll)
        h += wide * 1.01
    return [*parts, rod(core * 0.35, h + 0.04), ring(core * 0.6, 0.004, 0, h + 0.05)]


KINDS = kinds_of(toothbrush, toothpaste_tube, hairbrush, razor, soap_dispenser, toilet_paper_roll)
