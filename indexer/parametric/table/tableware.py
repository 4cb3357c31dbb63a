"""What a table is laid with."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, loft, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned

Profile = list[tuple[float, float]]


def curve(*points: tuple[float, float]) -> Profile:
    return [(float(r), float(y)) for r, y in smooth(points, False)]


def vessel(profile: Profile, power: float = 2, wide: float = 1, waves: int = 0, sides: int = 48) -> Part:
    """A skin over (radius, height) rings of superellipses, scalloped by `waves`."""
    angles = np.arange(sides) * 2 * math.pi / sides
    round_ = [np.sign(f(angles)) * np.abs(f(angles)) ** (2 / power) for f in (np.cos, np.sin)]
    x, z = ((1 + (0.03 * np.cos(waves * angles) if waves else 0)) * f for f in round_)
    return loft(np.array([np.stack([r * wide * x, np.full(sides, y), r * z], 1) for r, y in profile]))


def hollow(outer: Profile, thick: float) -> Profile:
    return [*outer, *[(max(r - thick, thick), max(y, outer[0][1] + thick)) for r, y in reversed(outer)]]


def ear(top: tuple[float, float], foot: tuple[float, float], out: float, thick: float, side: float = 1) -> Part:
    (a, b), (c, d) = top, foot
    line = [(a * 0.95, b), (a + out, b * 1.02), (c + out, d + (b - d) * 0.2), (c * 0.95, d)]
    return tube([(side * x, y, 0.0) for x, y in smooth(line, False)], thick)


def plate(g: Generator) -> list[Part]:
    r, style, rim = g.uniform(0.09, 0.15), int(g.integers(5)), g.uniform(0.6, 0.75)
    h = r * (g.uniform(0.3, 0.4) if style == 4 else g.uniform(0.12, 0.2))
    low = 0.5 * h if style == 4 else 0.25 * h  # a soup plate is deep below a flat rim
    line = [(0.5 * r, 0), (0.54 * r, 0), (0.55 * r, 0.004), (rim * r, low), (r, h), (r * 0.985, h + 0.004)]
    line += [(rim * r * 0.97, low + 0.005), (0.55 * r, 0.008), (0.2 * r, 0.007)]
    waves = int(g.integers(8, 17)) if style == 1 else 0
    parts = [vessel(line, 5 if style == 2 else 2, 1.4 if style == 3 else 1, waves, 96)]
    if style in (0, 4):
        n, at = int(g.integers(16, 40)), 0.5 + rim / 2
        y = low + (h - low) * 0.5 + 0.004
        dots = [ball(0.02 * r, at * r * math.cos(a), y, at * r * math.sin(a)) for a in np.arange(n) * 2 * math.pi / n]
        parts += dots if chance(g) else [ring(s * r, 0.012 * r, y=t, axis="y") for s, t in ((0.98, h), (0.55, 0.008))]
    return parts


def cup_and_saucer(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.036, 0.05), g.uniform(0.045, 0.07), int(g.integers(3))
    walls = (
        [(0.4 * r, 0.0), (0.5 * r, 0.0), (0.4 * r, 0.14 * h), (0.95 * r, 0.35 * h), (0.9 * r, 0.8 * h), (1.1 * r, h)],
        [(0.7 * r, 0.0), (0.95 * r, 0.0), (0.95 * r, 0.2 * h), (r, 1.2 * h)],
        [(0.4 * r, 0.0), (0.5 * r, 0.0), (0.55 * r, 0.2 * h), (1.2 * r, h)],
    )[style]
    waves, wide = (int(g.integers(8, 13)) if chance(g, 0.3) else 0), r * g.uniform(1.7, 2.1)
    cup = vessel(hollow(curve(*walls), 0.003), waves=waves)
    top = walls[-1][1]
    grip = ear((r * 0.95, top * 0.85), (r * (0.95, 0.97, 0.7)[style], top * 0.32), r * 0.6,
        g.uniform(0.003, 0.005), -1)  # fmt: skip
    full = [rod(r * 0.9, 0.002, y=top * 0.8)] if chance(g) else []
    dish = [(0.5 * wide, 0), (0.55 * wide, 0.004), (wide, 0.018), (wide * 0.98, 0.021), (0.5 * wide, 0.008),
        (0.004, 0.008)]  # fmt: skip
    z, y = wide * 0.72, 0.02
    spoon = [tube([(-wide * 0.7, y, z), (wide * 0.3, y, z * 0.95)], [0.003, 0.002]),
        egg(0.016, 0.003, 0.01, wide * 0.4, y, z * 0.93)]  # fmt: skip
    parts = [turned(part, (0, 0, 0), (0, 0.008, 0)) for part in (cup, grip, *full)]
    return [*parts, vessel(dish, waves=waves), *(spoon if chance(g, 0.6) else [])]


def jug(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.05, 0.07), g.uniform(0.16, 0.25), int(g.integers(4))
    h *= 0.7 if style == 1 else 1
    walls = (
        [(0.55, 0), (0.75, 0), (0.6, 0.06), (1.35, 0.3), (0.8, 0.72), (0.6, 0.8), (0.85, 1)],
        [(0.8, 0), (0.95, 0), (0.95, 0.1), (1.1, 1)],
        [(1.1, 0), (1.25, 0), (1.2, 0.08), (0.65, 0.8), (0.85, 1)],
        [(0.7, 0), (0.85, 0), (1.15, 0.2), (1.05, 0.6), (0.75, 1)],
    )[style]
    shell = vessel(hollow(curve(*[(a * r, b * h) for a, b in walls]), 0.004), waves=10
        if style == 3 and chance(g) else 0)  # fmt: skip
    x, y, z = shell.vertices.T
    near = (x / (np.hypot(x, z) + 1e-9)).clip(0) ** 8
    shell.vertices[:, 0] += near * ((y / h - 0.75) / 0.25).clip(0) * r * g.uniform(0.4, 0.7)  # the lip
    shell.vertices[:, 1] += near * ((y / h - 0.75) / 0.25).clip(0) * h * 0.06
    rims = [a for a, b in walls]
    if style == 1 and chance(g, 0.7):  # a measuring jug, open at the handle's foot
        marks = [box(r * (0.5 if i % 2 else 0.9), 0.0025, 0.006, 0, h * (0.2 + 0.1 * i),
            r * (0.97 + 0.015 * i)) for i in range(7)]  # fmt: skip
        grip = tube(smooth([(-r, h * 0.9, 0), (-r * 1.9, h * 0.9, 0), (-r * 1.9, h * 0.2, 0)], False), 0.009)
        return [shell, *marks, grip, ring(r * 1.08, 0.003, y=h * 0.98, axis="y")]
    grip = ear((rims[-1] * r, h * 0.9), (r * (1.2, 0.95, 1.05, 1.1)[style], h * 0.35), r * 0.75,
        g.uniform(0.006, 0.01), -1)  # fmt: skip
    bands = [ring(a * r, 0.004, y=b * h + 0.003, axis="y") for a, b in walls[1:2]]
    return [shell, grip, *bands, *([rod(r * 0.65, 0.003, y=h * 0.7)] if chance(g, 0.4) else [])]


def salt_shaker(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.018, 0.025), g.uniform(0.06, 0.09), int(g.integers(3))
    n, w = int(g.choice([6, 8, 10])), r * (0.72 if style == 0 else 0.85)
    if style == 0:  # cut glass, wider at its foot
        trunk = [tube([(0, 0, 0), (0, 0.004, 0), (0, h * 0.7, 0), (0, h * 0.78, 0)],
            [r * 1.05, r * 1.15, w, w * 0.95], n)]  # fmt: skip
    elif style == 1:  # china, with a waist
        trunk = [lathe(curve((0, 0), (r, 0), (1.3 * r, 0.2 * h), (0.7 * r, 0.5 * h), (0.75 * r, 0.6 * h),
            (w, 0.78 * h), (0, 0.78 * h)))]  # fmt: skip
    else:  # a straight one
        trunk = [rod(r, h * 0.78), *[ring(r, 0.0012, y=y * h, axis="y") for y in (0.06, 0.7)],
            rod(w, h * 0.03, y=h * 0.76)]  # fmt: skip
    y, dome = h * 0.78, h * g.uniform(0.14, 0.26)
    cap = [(0.0, 0.0), (w * 1.12, 0), (w * 1.12, dome * 0.5), *[(w * 1.08 * math.cos(a),
        dome * (0.5 + 0.6 * math.sin(a))) for a in np.linspace(0.1, math.pi / 2, 6)]]  # fmt: skip
    n = int(g.integers(4, 8))
    turns = np.arange(n) * 2 * math.pi / n
    holes = [(0.0, 0.0, 1.1), *[(0.5 * w * math.cos(a), 0.5 * w * math.sin(a), 1.01) for a in turns]]
    dots = [ring(0.0014, 0.0007, x, y + dome * t, z, axis="y") for x, z, t in holes]
    letter = smooth([(0.6, 0.8), (0, 1.1), (-0.7, 0.7), (0.7, -0.7), (0, -1.1), (-0.6, -0.8)], False)
    mark = [tube([(x * r * 0.3, h * 0.35 + v * r * 0.35, r * 0.99) for x, v in letter], 0.0012,
        6)] if style == 2 else []  # fmt: skip
    return [*trunk, lathe(cap, y=y), ring(w * 1.12, 0.0012, y=y + 0.001, axis="y"), *dots, *mark]


def cocktail_glass(g: Generator) -> list[Part]:
    r, stem, style = g.uniform(0.045, 0.058), g.uniform(0.07, 0.11), int(g.integers(4))
    foot = [(r * 0.75, 0.0), (r * 0.75, 0.003), (0.006, 0.008), (0.004, stem * 0.4), (0.005, stem)]
    bowl_ = (
        [(r * 1.1, stem + r * g.uniform(0.9, 1.2))],
        [(r * 0.35, stem + 0.006), (r * 0.4, stem + r * 0.35), (r * 1.15, stem + r * 0.55), (r * 1.2, stem + r)],
        [(r * 0.7, stem + 0.008), (r * 1.1, stem + r * 0.4), (r * 1.05, stem + r * 0.65)],
        [(r * 0.6, stem * 0.6), (r * 0.55, stem), (r * 0.5, stem + r), (r * 0.8, stem + 2.4 * r)],
    )[style]
    if style == 3:  # a tall one on a short stem
        foot = [*foot[:2], (0.007, 0.008), (0.006, stem * 0.3)]
    line = [*foot, *curve(foot[-1], *bowl_)[1:]]
    inner = [(max(a - 0.0025, 0.001), b) for a, b in reversed(line) if b > foot[-1][1]]
    wide, top = line[-1]
    parts = [vessel([(0.001, 0), *line, *inner])]
    if chance(g, 0.6):  # an olive on a stick, or three
        tip, end = np.array((-wide * 0.4, top - r * 0.35, 0)), np.array((wide * 1.25, top + r * 0.55, 0))
        parts += [tube([tip, end], 0.0012, 5)]
        parts += [egg(0.009, 0.008, 0.008, *(tip + (end - tip) * (0.12 + 0.14 * i)))
            for i in range(int(g.integers(1, 4)))]  # fmt: skip
    if style == 3 or chance(g, 0.3):
        bend = [(wide * 0.3, top - r, 0), (-wide * 0.7, top + r, 0), (-wide * 1.3, top + r * 1.3, 0)]
        parts += [tube(bend, 0.003)]
    if chance(g):  # a slice of lemon on the rim
        slice_ = [turned(rod(r * 0.42, 0.005, y=-0.0025), (90, 0, 0)), ring(r * 0.42, 0.003)]
        spokes = [turned(box(r * 0.8, 0.002, 0.007, 0, -0.001), (0, 0, 60 * i)) for i in range(3)]
        parts += [turned(p, (0, 20, 0), (wide * 0.9, top + r * 0.15, r * 0.2)) for p in [*slice_, *spokes]]
    if chance(g, 0.3):  # a paper umbrella
        shade = [lathe([(0, 0.02), (0.03, 0.0), (0.03, 0.001), (0, 0.022)]), rod(0.001, 0.09, y=-0.07)]
        ribs = [tube([(0, 0.023, 0), (0.031 * math.cos(a), 0.001, 0.031 * math.sin(a))], 0.001, 4)
            for a in np.arange(8) * 0.785]  # fmt: skip
        parts += [turned(p, (25, 0, 20), (-wide * 0.6, top + 0.03, r * 0.3)) for p in [*shade, *ribs]]
    return parts


def rolling_pin(g: Generator) -> list[Part]:
    r, long, style = g.uniform(0.022, 0.036), g.uniform(0.2, 0.28), int(g.integers(4))
    half = long / 2
    rest = []
    if chance(g, 0.35):  # on a stand
        rest = [part for s in (1, -1) for part in (box(0.016, 0.03, r * 2.4, s * half * 0.8, -r - 0.03),
            box(0.016, r * 0.7, r * 0.5, s * half * 0.8, -r - 0.002, r * 0.95),
            box(0.016, r * 0.7, r * 0.5, s * half * 0.8, -r - 0.002, -r * 0.95))]  # fmt: skip
        rest += [box(half * 1.8, 0.012, r * 2.6, 0, -r - 0.035)]
    if style == 0:  # tapering, without handles
        line = smooth([(0, -half * 1.4), (r * 0.45, -half * 1.4), (r * 0.9, -half * 0.5),
            (r * 0.9, half * 0.5), (r * 0.45, half * 1.4), (0, half * 1.4)], False)  # fmt: skip
        bands = [lying(r * 0.93, 0.006, x) for x in (-half * 0.55, half * 0.55)]
        return [turned(lathe([(a, b) for a, b in line]), (0, 0, -90)), *bands,
            *[lying(r * 0.5, 0.008, x) for x in (-half * 1.4, half * 1.4)], *rest]  # fmt: skip
    reach, thick = g.uniform(0.07, 0.1), r * g.uniform(0.38, 0.5)
    knob = [(0, 0), (thick * 0.6, 0), (thick * 0.7, 0.1), (thick * 1.1, 0.5), (thick * 0.8, 0.85),
        (thick, 0.95), (0, 1)]  # fmt: skip
    if style == 1:
        knob = [(0, 0), (thick, 0), (thick, 0.1), (thick * 0.6, 0.2), (thick * 0.6, 0.6),
            (thick * 1.3, 0.75), (thick * 1.1, 1), (0, 1)]  # fmt: skip
    handles = [turned(lathe([(a, half + 0.008 + b * reach) for a, b in smooth(knob, False)]),
        (0, 0, s * 90)) for s in (1, -1)]  # fmt: skip
    drum = [lying(r, long), *[lying(r * 0.6, 0.012, s * (half + 0.004)) for s in (1, -1)],
        lying(thick * 0.5, long + 0.06)]  # fmt: skip
    rings = [ring(r, 0.004, s * half * 0.97, axis="x") for s in (1, -1)] if style != 3 else []
    ridges = [tube([(-half * 0.9, r * math.sin(a), r * math.cos(a)),
        (half * 0.9, r * math.sin(a), r * math.cos(a))], 0.003, 5) for a in np.arange(14) * math.pi / 7]  # fmt: skip
    return [*drum, *handles, *rings, *(ridges if style == 3 else []), *rest]


KINDS = kinds_of(plate, cup_and_saucer, jug, salt_shaker, cocktail_glass, rolling_pin)
