"""Insects and other small beasts of many legs."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, body, chance, egg, mirrored, plate, smooth, tube
from indexer.parametric.solids import Part, ball, kinds_of, ring, rod, turned


def _legs(roots: Points, reach: float, knee: float, r: float, height: float) -> list[Part]:
    """Pairs of bent legs: roots are (x, z, spread along z of the foot)."""
    right = []
    for x, z, lean in roots:
        bend = (x + reach * 0.45, height + knee, z + lean * 0.45)
        foot = (x + reach, 0.0, z + lean)
        right.append(
            tube(
                [(x, height, z), bend, (x + reach * 0.85, 0.25 * height, z + lean * 0.85), foot],
                [r, r, r * 0.7, r * 0.5],
                6,
            )
        )
    return mirrored(*right)


def _feelers(z: float, y: float, long: float, r: float, elbow: float = 0.5) -> list[Part]:
    bend = (long * 0.35, y + long * elbow, z + long * 0.4)
    return mirrored(tube([(long * 0.05, y, z), bend, (long * 0.5, y + long * elbow * 0.8, z + long)], r, 6))


def ant(g: Generator) -> list[Part]:
    a, h = g.uniform(0.8, 1.2), g.uniform(0.9, 1.3)
    trunk = [
        egg(0.32 * a, 0.3 * a, 0.55 * a, 0, h, -0.95),
        egg(0.2, 0.2, 0.42, 0, h, 0),
        egg(0.3, 0.26, 0.3, 0, h, 0.68),
    ]
    waist = tube([(0, h, -0.45), (0, h - 0.05, 0.0)], 0.08)
    jaws = mirrored(tube([(0.14, h - 0.1, 0.9), (0.2, h - 0.1, 1.1), (0.04, h - 0.1, 1.22)], [0.06, 0.05, 0.02], 6))
    eyes = mirrored(ball(0.08, 0.22, h + 0.1, 0.78))
    limbs = _legs([(0.12, 0.22, 0.7), (0.12, 0.0, -0.1), (0.12, -0.22, -0.9)], 1.0, 0.45, 0.055, h)
    return [*trunk, waist, *jaws, *eyes, *limbs, *_feelers(0.9, h + 0.15, g.uniform(0.6, 0.9), 0.03)]


def butterfly(g: Generator) -> list[Part]:
    lift, s = g.uniform(5, 45), g.uniform(0.85, 1.2)
    upper = smooth([(0, 0.15), (0.5, 0.75 * s), (1.1, 0.95 * s), (1.2 * s, 0.55), (0.8, -0.05), (0, -0.15)])
    lower = [(0, 0.05), (0.75, -0.05), (0.9 * s, -0.45), (0.6, -0.85 * s), (0.3, -0.75), (0, -0.3)]
    if chance(g, 0.4):  # swallowtail
        lower[3:4] = [(0.75, -0.8), (0.62, -1.25), (0.5, -0.85)]
    wings = [plate(upper, 0.03), plate(smooth(lower), 0.03, y=0.01)]
    wings = [turned(wing, (0, 0, lift), (0.04, 0.06, 0)) for wing in wings]
    trunk = [egg(0.07, 0.07, 0.18, 0, 0, 0.05), egg(0.055, 0.055, 0.38, 0, -0.02, -0.4), ball(0.075, 0, 0, 0.28)]
    knobs = mirrored(ball(0.025, 0.22, 0.2, 0.68))
    feelers = mirrored(tube([(0.03, 0.04, 0.32), (0.12, 0.16, 0.5), (0.22, 0.2, 0.68)], 0.01, 6))
    return [*mirrored(*wings), *trunk, *knobs, *feelers]


def spider(g: Generator) -> list[Part]:
    a, h, reach = g.uniform(0.38, 0.6), g.uniform(0.35, 0.6), g.uniform(1.2, 1.7)
    roots = [(0.2, 0.22, 1.1), (0.24, 0.1, 0.35), (0.24, -0.02, -0.4), (0.2, -0.14, -1.15)]
    fangs = mirrored(tube([(0.09, h, 0.36), (0.1, h - 0.12, 0.5), (0.05, h - 0.24, 0.48)], [0.07, 0.05, 0.01], 6))
    feel = mirrored(tube([(0.15, h, 0.32), (0.24, h + 0.1, 0.52), (0.2, h - 0.15, 0.7)], 0.03, 6))
    eyes = mirrored(*[ball(0.035, x, h + 0.17, 0.32 + z) for x, z in ((0.05, 0.02), (0.12, -0.03))])
    trunk = [egg(0.27, 0.2, 0.34, 0, h, 0.08), egg(a, a * 0.85, a * 1.15, 0, h + 0.1, -0.25 - a)]
    return [*trunk, *fangs, *feel, *eyes, *_legs(roots, reach, g.uniform(0.6, 0.95), 0.05, h)]


def dragonfly(g: Generator) -> list[Part]:
    long, w, sweep = g.uniform(1.5, 2.0), g.uniform(1.2, 1.5), g.uniform(-0.1, 0.25)
    parts = [tube([(0, 0, -0.2), (0, 0.03, -long * 0.5), (0, 0, -long)], [0.08, 0.05, 0.06])]
    parts += [ring(0.06, 0.012, z=-0.35 - i * (long - 0.4) / 7) for i in range(7)]
    parts += [egg(0.15, 0.17, 0.28, 0, 0, 0.02), ball(0.12, 0, 0, 0.34), *mirrored(ball(0.12, 0.1, 0.05, 0.38))]
    for z, lean in ((0.12, sweep), (-0.12, -sweep - 0.1)):
        outline = smooth(
            [
                (0, 0.06),
                (w * 0.5, 0.14 + lean * 0.5),
                (w, 0.1 + lean),
                (w, -0.1 + lean),
                (w * 0.5, -0.16 + lean * 0.5),
                (0, -0.08),
            ]
        )
        parts += mirrored(turned(plate(outline, 0.015), (0, 0, float(g.uniform(-3, 12))), (0.06, 0.13, z)))
    return parts + _legs([(0.08, 0.15, 0.25), (0.08, 0.05, 0), (0.08, -0.05, -0.25)], 0.22, -0.1, 0.015, -0.1)


def beetle(g: Generator) -> list[Part]:
    w, long, h = g.uniform(0.5, 0.75), g.uniform(0.7, 1.0), 0.3
    shell = mirrored(turned(egg(w * 0.56, w * 0.62, long, 0, 0, 0), (0, 3, 0), (w * 0.42, h + 0.05, -0.3)))
    for part in shell:
        part.vertices[:, 1] = np.maximum(part.vertices[:, 1], h)
    collar = egg(w * 0.72, w * 0.42, 0.3, 0, h + 0.1, long * 0.66)
    head = [egg(w * 0.4, w * 0.3, 0.24, 0, h + 0.05, long * 0.66 + 0.32)]
    tip = long * 0.66 + 0.5
    style = int(g.integers(3))
    if style == 0:  # stag
        head += mirrored(
            tube([(0.12, h, tip), (0.32, h + 0.08, tip + 0.3), (0.1, h + 0.1, tip + 0.6)], [0.07, 0.06, 0.02])
        )
    elif style == 1:  # rhinoceros
        head += [tube([(0, h + 0.1, tip), (0, h + 0.35, tip + 0.3), (0, h + 0.8, tip + 0.2)], [0.1, 0.06, 0.02])]
    else:
        head += _feelers(tip, h + 0.1, 0.5, 0.03)
    roots = [(w * 0.5, long * 0.45, 0.45), (w * 0.6, 0, -0.1), (w * 0.5, -long * 0.5, -0.5)]
    return [*shell, egg(w * 0.9, 0.15, long, 0, h, -0.25), collar, *head, *_legs(roots, 0.6, 0.12, 0.06, h)]


def bee(g: Generator) -> list[Part]:
    fat, h, lift = g.uniform(0.34, 0.48), 0.5, g.uniform(10, 35)
    trunk = [
        body(
            [
                (-1.05, 0.02, 0.02, h - 0.12),
                (-0.8, fat * 0.7, fat * 0.7, h - 0.06),
                (-0.45, fat, fat, h),
                (-0.1, fat * 0.5, fat * 0.5, h),
            ]
        )
    ]
    for z in (-0.78, -0.6, -0.42, -0.26):
        r = float(np.interp(z, [-1.05, -0.8, -0.45, -0.1], [0.02, fat * 0.7, fat, fat * 0.5]))
        trunk.append(ring(r, 0.035, y=h - 0.03, z=z))
    trunk += [
        ball(0.33, 0, h + 0.05, 0.12),
        egg(0.25, 0.25, 0.2, 0, h, 0.5),
        *mirrored(egg(0.09, 0.15, 0.1, 0.19, h + 0.05, 0.55)),
    ]
    trunk.append(turned(rod(0.04, 0.22, top=0.002), (-90, 0, 0), (0, h - 0.12, -1.0)))
    wings = []
    for size, turn, z in ((1.0, 25, 0.15), (0.7, 50, 0.0)):
        outline = smooth(
            [(0, 0), (0.4 * size, 0.22 * size), (size, 0.18 * size), (size, -0.12 * size), (0.3, -0.1 * size)]
        )
        wings.append(turned(plate(outline, 0.015), (0, turn, lift), (0.12, h + 0.32, z)))
    limbs = _legs([(0.15, 0.25, 0.25), (0.18, 0.12, 0), (0.18, 0, -0.3)], 0.3, 0.0, 0.035, h - 0.2)
    return [*trunk, *mirrored(*wings), *limbs, *_feelers(0.62, h + 0.15, 0.35, 0.02)]


def snail(g: Generator) -> list[Part]:
    turns, r = g.uniform(2.2, 3.0), g.uniform(0.36, 0.5)
    angles = np.linspace(0, turns * 2 * np.pi, 60)
    radii = r * (0.12 + 0.88 * angles / angles[-1])
    coil = [
        (0.28 * (1 - t), radii[i] * np.sin(a), radii[i] * np.cos(a))
        for i, (a, t) in enumerate(zip(angles, angles / angles[-1], strict=True))
    ]
    shell = tube(np.array(coil) + np.array((-0.1, r + 0.18, -0.05)), list(radii * 0.48), 10)
    foot = body(
        [
            (-1.0, 0.03, 0.03, 0.05),
            (-0.5, 0.2, 0.09, 0.09),
            (0.4, 0.22, 0.12, 0.12),
            (0.75, 0.18, 0.18, 0.25),
            (1.0, 0.16, 0.17, 0.42),
            (1.12, 0.06, 0.06, 0.42),
        ]
    )
    stalks = mirrored(tube([(0.07, 0.5, 0.98), (0.16, 0.85, 1.15)], [0.04, 0.025], 6), ball(0.05, 0.16, 0.87, 1.15))
    return [shell, foot, *stalks]


KINDS = kinds_of(ant, butterfly, spider, dragonfly, beetle, bee, snail)
