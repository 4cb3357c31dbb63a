"""Profiles and what is built of them: beams, rails, trusses and plates."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, slab
from indexer.parametric.solids import Part, box, forward, kinds_of, lying, rod, turned
from indexer.parametric.workshop.machine_parts import pierced


def _along(outline: list[tuple[float, float]], long: float, x: float = 0, y: float = 0) -> Part:
    """A bar of that section, lying along x."""
    return turned(slab(outline, long), (0, 90, 0), (x, y, 0))


def _posed(g: Generator, *parts: Part) -> list[Part]:
    """The parts lying as they are, or, now and then, upright."""
    upright = chance(g, 0.25)
    return [turned(p, (0, 0, 90)) for p in parts] if upright else list(parts)


def i_beam(g: Generator) -> list[Part]:
    h, style = g.uniform(0.12, 0.5), int(g.integers(3))
    w, f, t, long = h * g.uniform(0.45, 1.0), h * g.uniform(0.06, 0.1), h * g.uniform(0.035, 0.06), h * g.uniform(2, 5)
    slope = f * (0.8 if chance(g, 0.3) else 0.0)
    half = [(-w / 2, 0), (w / 2, 0), (w / 2, f), (w * 0.12, f + slope), (t, f + slope + t * 0.4), (t, h / 2)]
    right = half[1:] + [(x, h - y) for x, y in reversed(half[1:])]
    outline = right + [(-x, y) for x, y in reversed(right)]
    if style == 0:
        return _posed(g, _along(outline, long))
    if style == 1:  # holes or windows in the web
        n = max(3, round(long / h / 1.1))
        cell, web, size = long / n, h - 2 * f, g.uniform(0.28, 0.4)
        parts = [box(long, f, w), box(long, f, w, 0, h - f)]
        for i in range(n):
            x = (i + 0.5) * cell - long / 2
            edge = [(-cell / 2, -web / 2), (cell / 2, -web / 2), (cell / 2, web / 2), (-cell / 2, web / 2)]
            panel = pierced(edge, web * size, 0, 0, t * 2)
            parts.append(turned(panel, (0, 0, 0), (x, h / 2, 0)))
        return _posed(g, *parts)
    stiff = [box(f * 0.5, h - 2 * f, w * 0.95, x * long, f) for x in np.linspace(-0.42, 0.42, int(g.integers(2, 6)))]
    end = [box(f * 0.6, h * 1.15, w * 1.2, s * long / 2, -h * 0.08) for s in (1, -1)[: int(g.integers(1, 3))]]
    bolts = [
        lying(f * 0.35, f * 2, e.centroid[0], h * y, z * w * 0.42)
        for e in end
        for y in (0.2, 0.5, 0.8)
        for z in (1, -1)
    ]
    return _posed(g, _along(outline, long), *stiff, *end, *bolts)


def channel_beam(g: Generator) -> list[Part]:
    h, style = g.uniform(0.04, 0.3), int(g.integers(3))
    w, t, long = h * g.uniform(0.4, 0.9), h * g.uniform(0.05, 0.1), h * g.uniform(2.2, 5)
    lip = h * g.uniform(0.15, 0.25) if style == 1 else t * 0.8
    outline = [(0, 0), (w, 0), (w, lip), (w - t, lip), (w - t, t), (t, t), (t, h - t), (w - t, h - t), (w - t, h - lip),
        (w, h - lip), (w, h), (0, h)]  # fmt: skip
    if style < 2:
        bar = _along([(x, y - h / 2) for x, y in outline], long)
        return _posed(g, turned(bar, (float(g.choice([0, 90, -90, 180])), 0, 0)))
    n = int(long / h * 1.2)  # strut with slots along its back
    cell = long / n
    edge = [(-cell / 2, -h / 2), (cell / 2, -h / 2), (cell / 2, h / 2), (-cell / 2, h / 2)]
    back = [
        turned(pierced(edge, min(cell, h) * 0.24, 0, 0, t), (0, 0, 0), ((i + 0.5) * cell - long / 2, 0, 0))
        for i in range(n)
    ]
    sides = [box(long, t, w, 0, s * h / 2 - t / 2, -w / 2) for s in (1, -1)]
    lips = [box(long, h * 0.2, t, 0, s * h * 0.4 - h * 0.1, -w) for s in (1, -1)] if chance(g) else []
    return _posed(g, *back, *sides, *lips)


def angle_iron(g: Generator) -> list[Part]:
    w, style = g.uniform(0.02, 0.12), int(g.integers(3))
    h, t, long = w * g.uniform(0.7, 1.6), w * g.uniform(0.08, 0.14), w * g.uniform(2.2, 5)
    if style == 0:
        outline = [
            (0, 0),
            (w, 0),
            (w, t * 0.7),
            (w - t * 0.4, t),
            (t * 1.4, t),
            (t, t * 1.4),
            (t, h - t * 0.4),
            (t * 0.7, h),
            (0, h),
        ]
        return _posed(g, _along(outline, long))
    n = int(g.integers(5, 11)) if style == 1 else 2
    cell = long / n if style == 1 else w * 0.9
    edges = [[(-cell / 2, 0), (cell / 2, 0), (cell / 2, s), (-cell / 2, s)] for s in (h, w)]
    xs = [(i - (n - 1) / 2) * cell for i in range(n)]
    flats = [[pierced(e, min(cell, s) * 0.2, 0, s * 0.55, t) for e, s in zip(edges, (h, w), strict=True)] for _ in xs]
    parts = [q for x, (a, b) in zip(xs, flats, strict=True) for q in (turned(a, (0, 0, 0), (x, 0, 0)), turned(b, (90, 0,
        0), (x, 0, 0)))]  # fmt: skip
    if style == 2:  # a short cleat with bolts in it and a bar at its foot
        parts += [
            p for x in xs for p in (forward(rod(t * 1.6, t * 2.5), x, h * 0.55), rod(t * 1.6, t * 2.5, x, 0, w * 0.55))
        ]
    return _posed(g, *parts)


def aluminium_profile(g: Generator) -> list[Part]:
    w, style = 0.02 * g.uniform(0.8, 2.2), int(g.integers(3))
    long, slot, lip = w * g.uniform(2, 5), w * g.uniform(0.13, 0.17), w * g.uniform(0.08, 0.12)
    e, core = w / 2, w * 0.2
    # One of four like sides, from its lower corner round the slot; the others are its turns
    half = [(e, slot), (e - lip, slot), (e - lip, slot * 2.1), (core + slot * 0.4, core * 0.7), (core, core * 0.5)]
    flank = np.array([(e, -e), *[(x, -y) for x, y in half], *reversed(half)])
    turns = [np.array([[c, s], [-s, c]]) for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))]
    section = [(float(x), float(y)) for turn in turns for x, y in flank @ turn]
    bars = [_along(section, long, 0, i * w) for i in range(int(g.integers(2, 4)) if style == 1 else 1)]
    if style < 2:
        return _posed(g, *bars)
    post = [turned(b.copy(), (0, 0, 90), (-long / 2 - w / 2, long / 2 - e, 0)) for b in bars]
    leg = [turned(b.copy(), (0, 90, 0), (-long / 2 - w / 2, 0, long / 2 + e)) for b in bars]
    return [
        *bars,
        *post,
        *(leg if chance(g) else []),
        slab([(-long / 2, e), (-long / 2 + w, e), (-long / 2, e + w)], w * 0.8),
    ]


def corrugated_sheet(g: Generator) -> list[Part]:
    n, pitch, style = int(g.integers(4, 9)), g.uniform(0.06, 0.12), int(g.integers(3))
    deep, thick = pitch * g.uniform(0.3, 0.5), pitch * 0.05
    t = np.linspace(0, 1, 9)[:-1]
    wave = np.sin(t * 2 * math.pi) * 0.5 if style == 0 else np.interp(t, [0, 0.2, 0.45, 0.7, 0.95, 1], [-0.5, -0.5, 0.5,
        0.5, -0.5, -0.5])  # fmt: skip
    if style == 2:  # narrow ribs far apart
        wave = np.array([-0.5, -0.5, -0.5, 0.4, 0.5, 0.4, -0.5, -0.5])
    line = [((i + s) * pitch - n * pitch / 2, deep * v) for i in range(n) for s, v in zip(t, wave, strict=True)]
    sheet = slab([*line, *[(x, y - thick) for x, y in reversed(line)]], n * pitch * g.uniform(0.6, 1.5))
    return [turned(sheet, (float(g.choice([0, 40, 70])), 0, 0))]


def steel_grating(g: Generator) -> list[Part]:
    n, style = int(g.integers(8, 18)), int(g.integers(3))
    long, pitch, deep = g.uniform(0.6, 1.2), 0.05, g.uniform(0.025, 0.05)
    wide, cross = n * pitch, int(g.integers(5, 16))
    bars = [box(long, deep, 0.005, 0, 0, (i - n / 2) * pitch) for i in range(n + 1)]
    bars += [box(0.008, deep if style else deep * 0.3, wide, x, 0 if style else deep * 0.7) for x in np.linspace(-0.5,
        0.5, cross) * long]  # fmt: skip
    bars += [box(0.006, deep * 1.1, wide + 0.01, s * long / 2) for s in (1, -1)]
    if style == 2:  # a step of a stair: end plates with holes and a nosing
        edge = [(-wide / 2, -deep), (wide / 2, -deep), (wide / 2, deep), (-wide / 2, deep)]
        bars += [
            turned(pierced(edge, deep * 0.3, wide * 0.3, 0, 0.006), (0, 90, 0), (s * long / 2, 0, 0)) for s in (1, -1)
        ]
        bars += [box(long, deep * 1.1, 0.03, 0, 0, wide / 2), *[lying(0.004, long, 0, deep * 1.1, wide / 2 + z)
            for z in (-0.01, 0.0, 0.01)]]  # fmt: skip
    lean = float(g.choice([25, 50, 75]))
    return [turned(b, (lean, 0, 0)) for b in bars]


KINDS = kinds_of(i_beam, channel_beam, angle_iron, aluminium_profile, corrugated_sheet, steel_grating)
