"""Pins, clips and bands that hold parts together and come off again."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, mirrored, plate, slab, smooth, tube
from indexer.parametric.solids import Part, at, ball, box, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.fasteners import hexagon, thread
from indexer.parametric.workshop.machine_parts import pierced


def _band(r: float, thick: float, wide: float, start: float = 0, end: float = 360) -> Part:
    """A strip bent to a part of a circle about the z axis."""
    return slab([*arc(r + thick, start, end, 40), *arc(r, end, start, 40)], wide)


def _lug(r: float, hole: float, thick: float, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """A pierced disc facing +z."""
    return turned(pierced(arc(r, 0, 345, 24), hole, 0, 0, thick), (0, 0, 0), (x, y, z))


def snap_ring(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.01, 0.03)
    gap, thick, wide = g.uniform(14, 34), r * g.uniform(0.07, 0.14), r * g.uniform(0.16, 0.26)
    if style < 2:  # with ears outside for a shaft, or inside for a bore
        out = 1 if style == 0 else -1
        ends = np.linspace(-90 + gap, 270 - gap, 61)
        swell = wide * (1 - 0.45 * np.abs(np.linspace(-1, 1, 61)))
        unit = arc(1, -90 + gap, 270 - gap, 61)
        rim = [*(unit * (r + swell if out > 0 else np.full(61, r))[:, None]), *(unit * (
            np.full(61, r) if out > 0 else r - swell)[:, None])[::-1]]  # fmt: skip
        ear, hole = wide * g.uniform(0.75, 0.95), wide * g.uniform(0.26, 0.38)
        spots = arc(r + out * wide * 0.6, ends[0], ends[-1], 2)
        parts = [slab(rim, thick), *(_lug(ear, hole, thick, x, y) for x, y in spots)]
    else:  # like a letter E
        inner, open_ = r * g.uniform(0.55, 0.65), g.uniform(30, 42)
        parts = [
            slab([*arc(r, -90 + open_, 270 - open_, 40), *arc(inner, 270 - open_ - 4, -90 + open_ + 4, 40)], thick)
        ]
        for a in (-90 + open_ + 14, 90, 270 - open_ - 14):
            tongue = box(r * g.uniform(0.36, 0.4), inner * 0.6, thick, y=inner * 0.55)
            parts.append(turned(tongue, (0, 0, a - 90)))
    return [turned(part, (-90, 0, 0)) for part in parts] if chance(g, 0.25) else parts


def cotter_pin(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.0015, 0.003), g.uniform(0.03, 0.07)
    eye = r * g.uniform(2.2, 3.2)
    if style == 2:  # a hairpin, one leg straight and one waved
        loop, legs = long * g.uniform(0.12, 0.18), long * g.uniform(0.9, 1.1)
        waves = [
            (loop * 0.6, legs * 0.72, 0),
            (loop * 1.6, legs * 0.5, 0),
            (loop * 0.5, legs * 0.28, 0),
            (loop * 1.3, 0, 0),
        ]
        top = [(x, y + legs + loop * 0.3, 0) for x, y in arc(loop, 180, -30, 16)]
        return [tube([(-loop * 0.5, 0, 0), (-loop * 0.5, legs * 0.75, 0), *top, *smooth(waves, closed=False)], r)]
    spread = 0 if style == 0 else g.uniform(0.3, 1.0)
    parts: list[Part] = []
    for s, cut in ((1, 1), (-1, g.uniform(0.85, 0.95))):
        head = [(s * x, y + long + eye, 0) for x, y in arc(eye, 90, -60, 12)]
        y = long * (1 - cut)
        foot = (
            [(s * r, y, 0)]
            if not spread
            else [(s * r, long * 0.35, 0), (s * (r + long * 0.3 * spread), long * (0.4 - 0.35 * spread), 0)]
        )
        parts.append(tube([*head, (s * r, long * 0.9, 0), *smooth([(s * r, long * 0.5, 0), *foot], closed=False)], r))
    return parts


def dowel_pin(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.004, 0.009)
    long, edge = r * g.uniform(5, 11), r * g.uniform(0.15, 0.35)
    parts: list[Part]
    if style == 0:  # of steel, ground smooth
        parts = [lathe([(0, 0), (r - edge, 0), (r, edge * 1.5), (r, long - edge), (r - edge * 0.4, long), (0, long)])]
    elif style == 1:  # of wood, fluted along its length
        n = int(g.integers(9, 16))
        star = np.concatenate([[((1 if k % 2 else 0.84) * r * np.cos(np.pi * k / n),
            (1 if k % 2 else 0.84) * r * np.sin(np.pi
            * k / n))] for k in range(2 * n)])  # fmt: skip
        ends = [lathe([(0, 0), (r * 0.6, 0), (r * 0.88, r * 0.35), (0, r * 0.4)])]
        ends.append(turned(ends[0].copy(), (180, 0, 0), (0, long, 0)))
        parts = [plate(star, long - r * 0.6, y=r * 0.3), *ends]
    else:  # rolled of sheet, with a slot
        gap = g.uniform(12, 28)
        parts = [plate([*arc(r, gap, 360 - gap, 30), *arc(r * 0.7, 360 - gap, gap, 30)], long)]
    return [turned(part, (0, g.uniform(0, 90), 90)) for part in parts] if chance(g, 0.4) else parts


def clevis_pin(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.004, 0.009)
    long, head, y = r * g.uniform(6, 12), r * g.uniform(1.4, 1.8), r * g.uniform(0.9, 1.3)
    top = [(head, long), (head * 1.02, long + r * 0.5), (head * 0.85, long + r * 0.65), (0, long + r * 0.65)]
    parts = [lathe([(0, 0), (r * 0.75, 0), (r, r * 0.35), (r, long), *top])]
    if style == 0:  # with a split ring
        parts += [
            ring(r * (g.uniform(1.5, 1.9)), r * 0.16, r * 0.4, y - r * 1.2),
            ring(r * 1.5, r * 0.16, r * 0.4, y - r * 1.2, r * 0.3),
        ]
    elif style == 1:  # with a hairpin
        loop, legs = r * 1.1, r * g.uniform(4, 5.5)
        clip = [(x, 0, z - legs) for x, z in arc(loop, 0, -180, 14)]
        wave = smooth(
            [(-loop, 0, -legs * 0.6), (-r * 0.2, 0, -r * 1.6), (-r * 1.4, 0, 0), (-r * 0.6, 0, r * 1.8)], closed=False
        )
        parts += [turned(tube([(0, 0, r * 2), (0, 0, -legs * 0.6), *clip, *wave], r * 0.2), (0, 90, 0), (0, y, 0))]
    else:  # pulled by a hoop through the head
        wide = r * g.uniform(2.4, 3.2)
        hoop = [(x, z + long + r * 1.4, 0) for x, z in arc(wide, 200, -20, 20)]
        parts += [
            tube(hoop, r * 0.22),
            lying(r * 0.3, wide * 1.9, 0, long + r * 0.7),
            *at(0, y, 0, ball(r * 0.4, r * 0.85)),
        ]
    return parts


def hose_clamp(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.015, 0.045)
    wide, thick = r * g.uniform(0.3, 0.55), r * g.uniform(0.04, 0.07)
    if style == 0:  # driven by a worm in a housing
        drum, long = wide * g.uniform(0.34, 0.44), wide * g.uniform(1.0, 1.4)
        y = r + thick + drum
        n = int(g.integers(7, 12))
        slots = [turned(box(r * 0.05, thick, wide * 0.6, y=r + thick * 0.5), (0, 0, 40 + 14 * i)) for i in range(n)]
        head = turned(hexagon(drum * 0.95, drum, 0), (0, 0, -90), (long * 0.7, y, 0))
        parts = [_band(r, thick, wide), lying(drum, long, 0, y), head, lying(drum * 1.15, drum * 0.3, long * 0.75, y),
            box(long, drum * 1.1, wide * 1.1, y=r), *slots]  # fmt: skip
        return [*parts, turned(box(r * 0.9, thick, wide, r * 0.5), (0, 0, -8), (0, r + thick * 1.2, 0))]
    if style == 1:  # a spring with two tabs to be squeezed
        tab, wire = r * g.uniform(0.45, 0.7), thick * 1.4
        arms = [turned(box(wire, tab, wide * s, y=r), (0, 0, a)) for s, a in ((0.5, 14), (0.9, -12))]
        return [_band(r, wire, wide * 1.2, 112, 398), *arms, _band(r, wire, wide * 0.5)]
    ear, bolt = r * g.uniform(0.45, 0.6), wide * 0.22  # two ears drawn together by a bolt
    gap = r * g.uniform(0.16, 0.26)
    parts = [_band(r, thick * 1.5, wide, 98, 442), *(box(thick * 2, ear, wide, x, r * 0.97) for x in (-gap, gap))]
    y = r + ear * 0.6
    head = turned(hexagon(bolt * 1.9, bolt * 1.3), (0, 0, -90), (gap + thick, y, 0))
    nut = turned(hexagon(bolt * 1.9, bolt * 1.6), (0, 0, 90), (-gap - thick, y, 0))
    return [*parts, head, nut, turned(thread(bolt, r * 1.3), (0, 0, 90), (gap + thick, y, 0))]


def pipe_clamp(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.012, 0.05)
    wide, thick, ear = r * g.uniform(0.5, 0.8), r * g.uniform(0.07, 0.12), r * g.uniform(0.55, 0.75)
    bolt = ear * 0.24
    if style == 0:  # two halves bolted about the pipe, on a stud
        halves = [_band(r, thick, wide, 8 + s, 172 + s) for s in (0, 180)]
        ears = mirrored(*(box(ear, thick, wide, r + ear / 2, y) for y in (thick * 0.8, -thick * 1.8)))
        bolts = mirrored(thread(bolt, r * 0.6, -r * 0.4, r + ear * 0.55), *at(r + ear * 0.55, thick * 1.8, 0,
            hexagon(bolt * 1.9,
            bolt * 1.3)))  # fmt: skip
        lining = [_band(r * 0.93, thick * 0.8, wide * 1.15)]
        return [
            *halves,
            *ears,
            *bolts,
            *lining,
            thread(bolt * 1.1, r * g.uniform(0.6, 1.2), r * 0.98),
            rod(bolt * 2, bolt * 2, y=r),
        ]
    saddle = [_band(r, thick, wide, -25 if style == 1 else 0, 205 if style == 1 else 180)]
    if style == 1:  # a loop with one tail
        hole = _lug(wide * 0.6, wide * 0.25, thick)
        tail = [
            turned(part, (90, 0, 0), (r * g.uniform(1.5, 1.8), -r, 0))
            for part in (hole, _lug(wide * 0.6, wide * 0.25, thick, 0, 0, thick))
        ]
        strips = [box(r * 1.5, thick, wide, r * 0.7, y) for y in (-r - thick * 1.5, -r - thick * 0.5)]
        return [_band(r, thick, wide, -80, 270), _band(r * 0.9, r * 0.1, wide * 1.2), *strips, *tail]
    feet = mirrored(box(ear * 0.6, thick, wide, r + ear * 0.3 + thick * 0.3), turned(_lug(wide / 2, bolt, thick), (90,
        0, 0),
        (r + ear * 0.9, thick / 2, 0)))  # fmt: skip
    return [*saddle, *feet]


KINDS = kinds_of(snap_ring, cotter_pin, dowel_pin, clevis_pin, hose_clamp, pipe_clamp)
