"""Drives: toothed wheels of every sort, what they mesh with, and the boxes around them."""

from __future__ import annotations

import math

import numpy as np
import trimesh
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import Points, chance, plate, slab, tube
from indexer.parametric.solids import Part, around, at, box, forward, kinds_of, lathe, lying, rod, turned
from indexer.parametric.workshop.machine_parts import bolted, washer

COG = ((0.13, 0.0), (0.29, 0.5), (0.4, 1.0), (0.6, 1.0), (0.71, 0.5), (0.87, 0.0))
SPIKE = ((0.1, 0.0), (0.3, 0.4), (0.45, 1.0), (0.55, 1.0), (0.7, 0.4), (0.9, 0.0))
SAW = ((0.0, 0.0), (0.5, 0.45), (0.9, 1.0), (0.98, 0.9))
NOTCH = ((0.0, 1.0), (0.5, 1.0), (0.6, 0.0), (0.9, 0.0))


def sleeve(rings: NDArray[np.float64]) -> Part:
    """A closed skin over `rings`, (count, sides, 3), the last of which joins the first, so that a hole goes through."""
    count, sides = rings.shape[:2]
    faces = []
    for i in range(count):
        for j in range(sides):
            a, b, c, d = (p % count * sides + q % sides for p in (i, i + 1) for q in (j, j + 1))
            faces += [(a, b, d), (a, d, c)]
    part = trimesh.Trimesh(rings.reshape(-1, 3), faces, process=False)
    if part.volume < 0:
        part.invert()
    return part


def cogs(r: float, n: int, depth: float, shape: Points = COG) -> NDArray[np.float64]:
    """The rim of a wheel of n teeth as (angle, radius); `shape` is a tooth as (share of pitch, of depth)."""
    return np.array([((i + s) * 2 * math.pi / n, r - depth * (1 - h)) for i in range(n) for s, h in shape])


def toothed(rim: NDArray[np.float64], wide: float, bore: float, twist: float = 0, taper: float = 1) -> Part:
    """A wheel of that rim about the y axis from height 0, twisted and narrowing upwards, with another round edge."""
    rings = []
    for t in np.linspace(0, 1, 7 if twist else 2):
        a, r = rim[:, 0] + twist * t, rim[:, 1] * (1 + (taper - 1) * t)
        rings.append(np.stack([r * np.cos(a), np.full(len(a), wide * t), r * np.sin(a)], 1))
    across = [np.stack([bore * np.cos(rim[:, 0]), np.full(len(rim), y), bore * np.sin(rim[:, 0])], 1)
        for y in (wide, 0)]  # fmt: skip
    return sleeve(np.array([*rings, *across]))


def bevel_gear(g: Generator) -> list[Part]:
    r, style, taper = g.uniform(0.03, 0.06), int(g.integers(3)), g.uniform(0.55, 0.72)
    ratio = g.uniform(0.6, 1.0)
    n, twist = int(g.integers(16, 28)), g.uniform(0.25, 0.4) if style == 1 else 0.0

    def cone(big: float, other: float, teeth: int, sign: float) -> list[Part]:
        high = other * (1 - taper)
        hub = washer(big * 0.5, big * 0.22, other * 0.35, -other * 0.35)
        back = lathe([(big * 0.22, 0), (big * 0.86, 0), (big * 0.5, -other * 0.14), (big * 0.22, -other * 0.14)])
        return [toothed(cogs(big, teeth, big * 3.6 / teeth), high, big * 0.22, sign * twist, taper), hub, back]

    one = cone(r, r * ratio, n, 1)
    if style < 2:
        lean = (float(g.uniform(50, 75)), 0.0, 0.0) if chance(g, 0.4) else (0.0, 0.0, 0.0)
        return [turned(p, lean) for p in [*one, *([rod(r * 0.21, r * 1.6, y=-r * 1.4)] if chance(g, 0.3) else [])]]
    two = cone(r * ratio, r, round(n * ratio), -1)
    shaft = [rod(r * 0.22, r * g.uniform(1, 2), y=-r * 0.9), turned(rod(r * ratio * 0.22, r * 1.4, y=-r), (0, 0, 90),
        (r, r * ratio, 0))]  # fmt: skip
    return [*one, *[turned(p, (0, 0, 90), (r, r * ratio, 0)) for p in two], *shaft]


def _worm(r: float, long: float, turns: int) -> list[Part]:
    """A threaded shaft along x."""
    t = np.linspace(0, 1, turns * 14)
    line = np.stack([(t - 0.5) * long, r * 0.85 * np.cos(t * turns * 6.283), r * 0.85 * np.sin(t * turns * 6.283)], 1)
    return [lying(r * 0.78, long), lying(r * 0.45, long * 1.9), tube(line, long / turns * 0.27, 6)]


def worm_gear(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.04, 0.07), int(g.integers(3)), int(g.integers(24, 44))
    wide, thin = r * g.uniform(0.25, 0.45), r * g.uniform(0.22, 0.34)
    hub = forward(washer(r * 0.32, r * 0.14, wide * 1.7, -wide * 0.85))
    rim = [forward(toothed(cogs(r, n, r * 0.1), wide, r * 0.76), 0, 0, -wide / 2)]
    spokes = int(g.integers(3, 6))
    web = [turned(box(r * 0.16, r * 0.6, wide * 0.6, 0, r * 0.2), (0, 0, 360 * i / spokes)) for i in range(spokes)]
    web = web if chance(g) else [forward(washer(r * 0.8, r * 0.14, wide * 0.5, -wide * 0.25))]
    worm = _worm(thin, r * g.uniform(1.2, 1.8), int(g.integers(5, 9)))
    place = ((0, 0, 0), (0, 0, 90), (0, 0, 0))[style], ((0, -r - thin * 0.75, 0), (r + thin * 0.75, 0, 0),
        (0, r + thin * 0.75, 0))[style]  # fmt: skip
    shaft = [forward(rod(r * 0.14, wide * 5, y=-wide * 2.5))] if chance(g) else []
    return [*rim, hub, *web, *shaft, *[turned(p, *place) for p in worm]]


def planetary_gear(g: Generator) -> list[Part]:
    r, sun, count = g.uniform(0.04, 0.07), int(g.integers(12, 25)), int(g.integers(3, 5))
    planet = int(g.integers(11, 19))
    style, total = int(g.integers(3)), sun + 2 * planet
    m = r / total  # radius for each tooth of the pitch circle
    wide, depth = r * g.uniform(0.2, 0.4), 4.2 * m
    inner = cogs(r + depth * 0.5, total, depth)
    case = washer(r * 1.2, r + depth * 0.5, wide)
    teeth = toothed(inner, wide * 0.98, r * 1.1)
    orbit = m * (sun + planet)
    pin = rod(m * planet * 0.35, wide * 1.35, orbit)
    wheel = turned(toothed(cogs(m * planet + depth * 0.45, planet, depth), wide, m * planet * 0.3), (0, 0, 0),
        (orbit, 0, 0))  # fmt: skip
    parts = [case, teeth, toothed(cogs(m * sun + depth * 0.45, sun, depth), wide, m * sun * 0.35)]
    parts += around(count, wheel, pin)
    if style == 0:  # a carrier of arms in front
        arm = plate([(0, -m * 4), (orbit, -m * 5), (orbit + m * 5, 0), (orbit, m * 5), (0, m * 4)], wide * 0.2, y=wide)
        parts += [*around(count, arm), rod(m * sun * 0.5, wide * 2)]
    elif style == 1:  # ears on the rim, a disc behind
        parts += [*around(6, rod(r * 0.12, wide, r * 1.25)), washer(r * 0.95, r * 0.2, wide * 0.2, -wide * 0.25)]
    else:
        parts += [rod(m * sun * 0.4, wide * 3.5, y=-wide), washer(r * 1.35, r * 1.1, wide * 0.25)]
    return [turned(p, (90, 0, 0)) for p in parts]


def internal_gear(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.04, 0.08), int(g.integers(28, 60)), int(g.integers(3))
    wide, depth = r * g.uniform(0.15, 0.4), r * 4.4 / n
    parts = [toothed(cogs(r, n, depth), wide, r * g.uniform(1.12, 1.25))]
    if style == 1:  # a bolted rim
        parts += [turned(p, (90, 0, 0), (0, wide * 0.2, 0)) for p in bolted(r * 1.45, r * 1.1, int(g.integers(6, 11)),
            r * 1.32, r * 0.05, wide * 0.4)]  # fmt: skip
    elif style == 2:  # a small wheel running inside
        small = int(n * g.uniform(0.3, 0.5))
        size = r * small / n
        parts += [turned(p, (0, 0, 0), (r - depth * 0.5 - size, 0, 0)) for p in (toothed(cogs(size + depth * 0.4,
            small, depth), wide, size * 0.3), washer(size * 0.5, size * 0.3, wide * 1.5))]  # fmt: skip
    else:  # lugs
        lugs = int(g.integers(3, 7))
        parts += around(lugs, box(r * 0.3, wide, r * g.uniform(0.2, 0.35), r * 1.25))
    return [turned(p, (90, 0, 0)) for p in parts]


def helical_gear(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.03, 0.06), int(g.integers(16, 30)), int(g.integers(3))
    wide, twist = r * g.uniform(0.5, 0.8), g.uniform(0.25, 0.45)

    def wheel(size: float, teeth: int, way: float) -> list[Part]:
        rim, bore = cogs(size, teeth, size * 4.2 / teeth), size * 0.25
        if style < 2:
            return [toothed(rim, wide, bore, way * twist), washer(size * 0.45, bore, wide * 1.4, -wide * 0.2)]
        half = toothed(rim, wide / 2, bore, way * twist)  # arrows: two halves of contrary hand
        other = half.copy()
        other.apply_transform(np.diag([1.0, -1, 1, 1]))
        other.invert()
        return [half, other]

    parts = wheel(r, n, 1)
    if style == 1 or (style == 2 and chance(g)):  # a pair
        small = round(n * g.uniform(0.5, 0.9))
        size = r * small / n
        gap = r + size - r * 4.2 / n
        parts += [turned(p, (0, 0, 0), (gap, 0, 0)) for p in [*wheel(size, small, -1),
            rod(size * 0.26, wide * 3, y=-wide)]]  # fmt: skip
        parts += [rod(r * 0.26, wide * 3, y=-wide)]
    return [turned(p, (90, 0, 0)) for p in parts] if chance(g, 0.6) else parts


def gear_rack(g: Generator) -> list[Part]:
    n, pitch, style = int(g.integers(10, 20)), 0.006, int(g.integers(3))
    long, high, wide = n * pitch, pitch * g.uniform(1.8, 3.5), pitch * g.uniform(2.5, 4)
    top = [((i + s) * pitch - long / 2, high + h * pitch * 0.8) for i in range(n) for s, h in COG]
    parts = [slab([(-long / 2, 0), (long / 2, 0), *reversed(top)], wide)]
    teeth = int(g.integers(12, 20))
    r = teeth * pitch / 6.283
    x = (int(g.integers(2, n - 2)) - n / 2) * pitch
    if style > 0:  # with the wheel that drives it
        wheel = toothed(cogs(r + pitch * 0.3, teeth, pitch * 0.7), wide, r * 0.3)
        parts += [forward(p, x, high + pitch * 0.4 + r, -wide / 2) for p in (wheel, washer(r * 0.55, r * 0.3,
            wide * 1.6), *([rod(r * 0.3, wide * 4, y=-wide)] if style == 2 else []))]  # fmt: skip
    else:
        parts += [lying(high * 0.45, long * g.uniform(1.2, 1.6), 0, high * 0.48)]
    parts += at(0, 0, 0, box(long * 1.1, high * 0.4, wide * 2, 0, -high * 0.4)) if chance(g) else []
    return parts


KINDS = kinds_of(bevel_gear, worm_gear, planetary_gear, internal_gear, helical_gear, gear_rack)
