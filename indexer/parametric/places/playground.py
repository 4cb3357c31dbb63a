"""Things of playgrounds and gardens."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def _trough(path: NDArray[np.float64], w: float, rim: float, thick: float = 0.03) -> Part:
    """A channel of half width w along a path of 3D points, its walls `rim` high."""
    along = np.gradient(path, axis=0)
    aside = np.cross((0, 1, 0), along)
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    up = np.cross(along, aside)
    up /= np.linalg.norm(up, axis=1, keepdims=True)
    half = [(w, 0.0), (w, rim), (w - thick, rim), (w - thick, thick)]
    section = [*half, *[(-s, u) for s, u in reversed(half)]]
    return loft(np.stack([path + s * aside + u * up for s, u in section], axis=1))


def _rungs(h: float, w: float, lean: float, n: int) -> list[Part]:
    """A ladder that leans to +z."""
    bars = [lying(0.018, w, 0, h * (i + 0.7) / n) for i in range(n)] + mirrored(rod(0.022, h + 0.1, w / 2))
    return [turned(part, (lean, 0, 0)) for part in bars]


def playground_slide(g: Generator) -> list[Part]:
    style, h, w = int(g.integers(4)), g.uniform(1.3, 2.2), g.uniform(0.22, 0.3)
    deck = [box(2 * w + 0.1, 0.05, 0.6, 0, h - 0.05, -0.3), *_rungs(h + 0.05, 2 * w, 12, int(g.integers(5, 8)))]
    deck[1:] = at(0, 0, -0.6 - h * 0.22, *deck[1:])
    posts = [box(0.06, h + 0.7, 0.06, x * (w + 0.04), 0, z) for x in (1, -1) for z in (-0.03, -0.57)]
    rail = mirrored(*[turned(rod(0.02, 0.55), (90, 0, 0), (w + 0.04, h + y, -0.58)) for y in (0.35, 0.68)])
    deck += [*posts, *rail]
    if chance(g, 0.4):
        deck += [turned(slab([(-w - 0.2, 0), (w + 0.2, 0), (0, 0.45)], 0.75), (0, 0, 0), (0, h + 0.7, -0.3))]
    long = h * g.uniform(1.3, 1.7)
    if style < 2:  # straight or wavy, running out level
        drop = [(0.0, h), (0.25, h - 0.02), (long * 0.8, 0.3), (long, 0.2), (long + 0.4, 0.2)]
        if style == 1:
            drop[2:2] = [(long * 0.3, h * 0.72), (long * 0.45, h * 0.62), (long * 0.62, h * 0.38)]
        line = smooth([(0, y, z) for z, y in drop], False)
        feet = mirrored(
            *[box(0.04, tall, 0.04, w * 0.8, 0, z) for tall, z in ((0.25, long + 0.2), (h * 0.5, long * 0.42))]
        )
        return [*deck, _trough(line, w, g.uniform(0.1, 0.18)), *feet]
    way = np.linspace(0, g.uniform(1.2, 1.9) * math.pi, 40)  # winding down about a mast
    r = g.uniform(0.75, 1.0)
    line = np.stack([r * (1 - np.cos(way)), 0.15 + (h - 0.15) * (1 - way / way[-1]), 0.1 + r * np.sin(way)], 1)
    line = np.concatenate([[(0, h, -0.2)], line])
    mast = [rod(0.06, h + 0.3, r, 0, 0.1)]
    if style == 2:
        return [*deck, *mast, _trough(line, w, g.uniform(0.14, 0.25))]
    line[:, 1] += 0.3
    pipe, hoops = tube(line, 0.33, 12), [tube(line[i : i + 2], 0.36, 12) for i in range(4, 38, 6)]
    return [*deck, *mast, pipe, *hoops]


def _seat(g: Generator, x: float, top: float, style: int, sway: float) -> list[Part]:
    drop = top - 0.5
    if style == 1:  # a tyre
        parts = [ring(0.26, 0.09, 0, -drop + 0.1, axis="y")]
        parts += around(3, tube([(0, -0.5, 0), (0, -drop + 0.15, 0.25)], 0.012, 5))
        parts += [tube([(0, 0, 0), (0, -0.5, 0)], 0.012, 5)]
    else:
        parts = [*mirrored(tube([(0.22, 0, 0), (0.22, -drop, 0)], 0.012, 5)), box(0.5, 0.035, 0.2, 0, -drop - 0.03)]
        if style == 2:  # for small children, with a back and a bar
            parts += [box(0.46, 0.25, 0.03, 0, -drop, -0.1), lying(0.02, 0.46, 0, -drop + 0.2, 0.1)]
            parts += mirrored(box(0.03, 0.2, 0.2, 0.22, -drop))
    return [turned(part, (sway, 0, 0), (x, top, 0)) for part in parts]


def swing_set(g: Generator) -> list[Part]:
    n, h, style, frame = int(g.integers(1, 4)), g.uniform(1.8, 2.5), int(g.integers(3)), int(g.integers(3))
    w, spread, r = n * 0.8 + 0.4, g.uniform(0.55, 0.85), g.uniform(0.03, 0.05)
    parts = [lying(r, w + 0.25, 0, h)]
    for x in (-w / 2, w / 2):
        out = math.copysign(0.12, x)
        if frame == 0:
            parts += [tube([(x, h, 0), (x + out, 0, s * spread)], r, 8) for s in (1, -1)]
            parts += [tube([(x + out / 2, h / 2, -spread / 2), (x + out / 2, h / 2, spread / 2)], r * 0.7)]
        elif frame == 1:  # of squared timber
            lean, tall = math.degrees(math.atan2(spread, h)), math.hypot(h, spread)
            parts += [turned(box(0.1, tall, 0.1), (s * lean, 0, 0), (x, 0, -s * spread)) for s in (1, -1)]
            parts += [box(0.06, 0.1, spread * 1.2, x, h * 0.45), box(0.12, 0.14, 0.3, x, h - 0.08)]
        else:  # a hoop
            curve = [(spread * a, h * b) for a, b in arc(1, 0, 180, 17)]
            parts += [tube([(x, b, a) for a, b in curve], r, 8)]
    if frame == 1:
        parts.append(box(w + 0.3, 0.1, 0.1, 0, h))
    for i in range(n):
        kind = style if chance(g, 0.7) else 0
        parts += _seat(g, (i - (n - 1) / 2) * 0.85, h, kind, float(g.uniform(-25, 25)))
    return parts


def seesaw(g: Generator) -> list[Part]:
    style, long, h = int(g.integers(4)), g.uniform(1.1, 1.6), g.uniform(0.45, 0.65)
    tilt = float(g.uniform(8, 17)) * float(g.choice([1, -1]))
    wide = g.uniform(0.16, 0.26)
    beam = [box(2 * long, 0.06, wide)] if chance(g, 0.7) else [lying(0.05, 2 * long, 0, 0.03)]
    for x in (long * 0.72, long * 0.4)[: 2 if chance(g, 0.3) else 1]:
        grip = tube([(x, 0.05, 0), (x, 0.32, 0)], 0.018)
        grip2 = forward(rod(0.018, 0.34), x, 0.32, -0.17)
        if chance(g):
            hoop = [(x, 0.03, -0.14), (x, 0.36, -0.14), (x, 0.36, 0.14), (x, 0.03, 0.14)]
            grip, grip2 = tube(smooth(hoop, False), 0.018), lying(0.02, 0.06, x, 0.05)
        beam += mirrored(grip, grip2, box(0.26, 0.05, wide * 1.25, x + 0.2, 0.05))
    if chance(g, 0.35):  # backs to the seats
        beam += mirrored(box(0.03, 0.3, wide * 1.2, long * 0.97, 0.06))
    parts = [turned(part, (0, 0, tilt), (0, h, 0)) for part in beam]
    if style == 0:
        parts += [slab([(-h * 0.6, 0), (h * 0.6, 0), (0, h)], wide * 1.5)]
    elif style == 1:  # trestles of tube
        parts += [tube([(x * 0.3, 0, z * 0.22), (0, h, z * 0.22)], 0.03) for x in (1, -1) for z in (1, -1)]
        parts += [forward(rod(0.035, 0.55), 0, h, -0.27), *[box(0.75, 0.03, 0.06, 0, 0, z * 0.22) for z in (1, -1)]]
    elif style == 2:  # a spring
        coil = np.linspace(0, 10 * math.pi, 90)
        parts += [tube(np.stack([0.13 * np.cos(coil), coil / coil[-1] * h, 0.13 * np.sin(coil)], 1), 0.022, 6)]
        parts += [rod(0.26, 0.04), box(0.34, 0.03, wide * 1.2, 0, h - 0.02)]
    else:  # a log
        parts += [forward(rod(h * 0.5, 0.8), 0, h * 0.5, -0.4), *mirrored(box(0.12, h * 0.4, 0.85, h * 0.45))]
    return parts


def trampoline(g: Generator) -> list[Part]:
    r, h, style = g.uniform(1.2, 2.0), g.uniform(0.55, 0.9), int(g.integers(4))
    if style == 3:  # a small one with a bar to hold
        r, h = r * 0.4, h * 0.4
    thick, n = r * 0.022 + 0.012, int(g.integers(4, 7))
    if style == 2:  # oblong
        parts = [box(1.7 * r, 0.02, 2.5 * r, 0, h - 0.01)]
        for x, z in ((r * 1.03, 0.0), (-r * 1.03, 0.0), (0.0, r * 1.45), (0.0, -r * 1.45)):
            size = (0.12, 0.07, 3.0 * r) if x else (2.1 * r, 0.07, 0.12)
            parts.append(box(*size, x, h - 0.03, z))
        marks = np.linspace(-1.2, 1.2, 14)
        parts += [p for t in marks for p in mirrored(lying(0.015, 0.2 * r, r * 0.93, h, t * r))]
        parts += [forward(rod(0.015, 0.22 * r), t * r * 0.65, h, r * (s - 0.11)) for t in marks for s in (1.35, -1.35)]
        hoop = [(r, h, r), (r, 0.03, r * 0.85), (-r, 0.03, r * 0.85), (-r, h, r)]
        return [*parts, *around(2, tube(hoop, 0.04))]
    parts = [rod(r * 0.8, 0.015, y=h - 0.01), ring(r, thick, y=h, axis="y"), ring(r * 0.8, thick / 2, y=h, axis="y")]
    parts += around(28, forward(rod(0.008 + r * 0.006, r * 0.2), 0, h, r * 0.8))
    wide = math.pi / n * 0.7
    if style == 3:
        parts += around(n, rod(thick, h, 0, 0, r * 0.97), rod(thick * 1.5, 0.03, 0, 0, r * 0.97))
        curve = [(-r * 0.6, h, -r * 0.8), (-r * 0.55, h + 0.9, -r), (r * 0.55, h + 0.9, -r), (r * 0.6, h, -r * 0.8)]
        return [*parts, tube(smooth(curve, False), 0.018), lying(0.025, r * 0.8, 0, h + 0.88, -r * 0.98)]
    foot = [(r * math.sin(s * wide), y, r * math.cos(s * wide)) for s, y in ((-1, h), (-1, 0.03), (1, 0.03), (1, h))]
    parts += around(n, tube(foot, thick))
    if chance(g, 0.4):
        parts.append(lathe([(r * 0.82, h + 0.02), (r * 1.04, h + 0.02), (r * 1.04, h + 0.07), (r * 0.82, h + 0.07)]))
    if style == 1:  # a net on poles
        high = g.uniform(1.4, 1.8)
        parts += around(n, rod(0.035, h + high, 0, 0, r * 1.06), ball(0.05, 0, h + high, r * 1.06))
        parts += [ring(r * 1.03, 0.015, y=h + high * t, axis="y") for t in (0.33, 0.66, 0.97)]
        parts += around(28, rod(0.008, high, 0, h, r * 1.03))
    return parts


def birdhouse(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(4)), g.uniform(0.07, 0.09), g.uniform(0.16, 0.24)
    d, hole = w * g.uniform(0.9, 1.2), g.uniform(0.018, 0.026)
    y = h * 0.62
    door = [forward(rod(hole, 0.006), 0, y, d - 0.003), ring(hole, 0.006, 0, y, d)]
    perch = [forward(rod(0.006, 0.07), 0, y - hole * 2, d - 0.01)] if chance(g, 0.75) else []
    if style == 0:  # a little house
        tall = w * g.uniform(0.7, 1.3)
        case = slab(symmetric([(w, 0), (w, h), (0, h + tall)]), 2 * d)
        slope = math.degrees(math.atan2(tall, w))
        long = math.hypot(w, tall) * 1.4
        roof = [turned(box(long, 0.012, 2.7 * d, -long / 2 + 0.006), (0, 0, slope), (0, h + tall, 0))]
        parts = [case, *mirrored(*roof), box(2.3 * w, 0.012, 2.5 * d)]
    elif style == 1:  # a nesting box with a sloping lid
        parts = [turned(slab([(-d, 0), (d, 0), (d, h), (-d, h * 1.2)], 2 * w), (0, -90, 0))]
        slope = math.degrees(math.atan2(h * 0.2, 2 * d))
        parts += [turned(box(2.3 * w, 0.014, 2.9 * d), (slope, 0, 0), (0, h * 1.1, 0.02))]
        parts += [box(w * 0.9, h * 1.75, 0.02, 0, -h * 0.25, -d - 0.01)]
    elif style == 2:  # a round one under a cone
        d = w
        case = [rod(w, h), *[ring(w, 0.004, y=h * t, axis="y") for t in (0.05, 0.95)]]
        parts = [*case, lathe([(0, 0), (w * 1.5, -0.02), (w * 1.4, 0.01), (0.006, w * 1.5), (0, w * 1.5)], y=h)]
        door = [forward(rod(hole, 0.01), 0, y, w - 0.006), ring(hole, 0.006, 0, y, w)]
    else:  # a gourd
        neck = tube([(0, h * 0.8, 0), (0, h * 0.98, 0), (0, h * 1.3, 0)], [w * 0.8, w * 0.45, 0.02])
        parts = [egg(w * 1.1, h * 0.5, w * 1.1, 0, h * 0.5, 0), neck]
        door = [forward(rod(hole, 0.02), 0, y, w), ring(hole, 0.006, 0, y, w * 1.06)]
    mount = int(g.integers(3))
    top = float(max(p.bounds[1, 1] for p in parts))
    if mount == 0 and style != 1:
        door += [tube([(0, top - 0.01, 0), (0, top + 0.1, 0)], 0.004, 5), ring(0.015, 0.003, 0, top + 0.11)]
    elif mount == 1:
        door += [box(0.035, 0.5, 0.035, 0, -0.5), box(0.2, 0.02, 0.2, 0, -0.51), box(0.1, 0.015, 0.1, 0, -0.012)]
    return [*parts, *door, *perch]


def well(g: Generator) -> list[Part]:
    r, h, n, square = g.uniform(0.55, 0.8), g.uniform(0.6, 0.85), int(g.integers(9, 15)), chance(g, 0.3)
    if square:  # of planks or logs, crossing in the corners
        n = int(g.integers(4, 7))
        wall = [lying(h / n * 0.52, 2.3 * r, 0, h * (i + 0.5) / n, r) for i in range(n)]
    else:
        wide, tall = 2 * math.pi * r / n * 0.95, h / 4
        wall = [box(wide * g.uniform(0.8, 1), tall * 0.92, 0.17 + g.uniform(0, 0.05), 0, tall * i, r) for i in range(4)]
    parts = [rod(r, h * 0.5)]
    for i, stone in enumerate(wall):
        parts += around(4, stone) if square else around(n, stone, start=180 * i / n)
    if not square:
        parts.append(lathe([(r - 0.12, h), (r + 0.13, h), (r + 0.13, h + 0.07), (r - 0.12, h + 0.07)]))
    top, w, beam = h + g.uniform(1.0, 1.4), r + 0.1, h + 0.75
    parts += mirrored(box(0.1, top, 0.1, w))
    parts += [lying(0.07, 2 * w, 0, beam), lying(0.02, 0.25, w + 0.1, beam), rod(0.018, 0.25, w + 0.2, beam - 0.25)]
    parts += [ring(0.075, 0.015, x, beam, axis="x") for x in (-0.06, -0.02, 0.02)]
    parts.append(lying(0.018, 0.15, w + 0.26, beam - 0.25))
    low = h + float(g.uniform(-0.1, 0.2))
    pail = [(0, 0), (0.1, 0), (0.135, 0.25), (0.12, 0.25), (0.09, 0.03), (0, 0.03)]
    bail = [(0.13 * a, low + 0.25 + 0.14 * b, 0) for a, b in arc(1, 0, 180, 9)]
    parts += [lathe(pail, 0, low), tube(bail, 0.008, 5), tube([(0, low + 0.38, 0), (0, beam, 0)], 0.012, 5)]
    roof = int(g.integers(3))
    if roof == 0:  # a ridge along the beam
        cover = turned(box(2.6 * w, 0.05, r * 1.5, 0, 0, r * 0.75), (g.uniform(32, 45), 0, 0), (0, top + 0.1, 0))
        parts += around(2, cover)
        parts += mirrored(turned(slab([(-r, -0.75 * r), (r, -0.75 * r), (0, 0)], 0.05), (0, 90, 0), (w, top + 0.1, 0)))
    elif roof == 1:
        parts += [lathe([(0, 0.05), (r * 1.6, 0), (r * 1.6, 0.05), (0.02, r * 1.1), (0, r * 1.1)], y=top)]
    else:
        parts += [box(2.3 * w, 0.12, 0.12, 0, top - 0.05)]
    return parts


KINDS = kinds_of(playground_slide, swing_set, seesaw, trampoline, birdhouse, well)
