"""Four-legged animals of farms, forests and rivers, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, body, chance, egg, mirrored, plate, slab, smooth, tube
from indexer.parametric.solids import Part, ball, kinds_of, turned


def flow(points: Points, sides: int = 10) -> Part:
    """A soft tube through points (x, y, z, radius)."""
    line = smooth(points, closed=False)
    return tube(line[:, :3], list(line[:, 3]), sides)


def hide(sections: Points, power: float = 2.0) -> Part:
    """A soft body along z through sections (z, half width, half height, height of the centre)."""
    return body([tuple(row) for row in smooth(sections, closed=False)], power)


def walk(g: Generator, x: float, front: float, back: float, hip: float, r: float, foot: float = 1.3) -> list[Part]:
    """Four legs with feet, standing square or in mid stride."""
    swing = g.uniform(-0.28, 0.28, 4) * hip * float(chance(g, 0.6))
    parts = []
    for z, bend, pair in ((front, 0.04, swing[:2]), (back, -0.12, swing[2:])):
        for side, s in zip((x, -x), pair, strict=True):
            knee = (side, hip * 0.45, z + bend * hip + s * 0.5, r)
            parts.append(flow([(side * 0.9, hip, z, r * 2.1), knee, (side, r * 0.7, z + s, r * 0.85)]))
            parts.append(egg(r * foot, r * 0.7, r * foot * 1.4, side, r * 0.7, z + s + r * 0.6))
    return parts


def moose(g: Generator) -> list[Part]:
    hip, long, wide = g.uniform(1.05, 1.2), g.uniform(1.1, 1.25), g.uniform(0.5, 0.75)
    hump = (long * 0.4, 0.3, 0.45, hip + 0.32)
    rump = (-long * 0.45, 0.26, 0.32, hip + 0.18)
    parts = [hide([(-long * 0.6, 0.1, 0.14, hip + 0.15), rump, (0, 0.3, 0.36, hip + 0.2), hump])]
    parts.append(hide([hump, (long * 0.6, 0.16, 0.25, hip + 0.35)]))
    y, z = hip + g.uniform(0.35, 0.65), long * 0.5 + 0.5
    parts.append(flow([(0, hip + 0.35, long * 0.4, 0.32), (0, (y + hip + 0.4) / 2, z - 0.35, 0.22), (0, y, z, 0.15)]))
    nose = (0, y - 0.2, z + 0.42, 0.11)
    parts.append(flow([(0, y + 0.08, z - 0.1, 0.13), (0, y, z + 0.1, 0.15), nose, (0, y - 0.34, z + 0.52, 0.12)]))
    parts.append(ball(0.118, 0, y - 0.34, z + 0.51))
    parts.append(flow([(0, y - 0.15, z, 0.08), (0, y - 0.4, z + 0.02, 0.06), (0, y - 0.5, z, 0.02)]))
    palm: list[tuple[float, float]] = [(0, -0.05), (wide * 0.4, -0.1)]
    tines = int(g.integers(4, 7))
    for i in range(tines):
        a = np.radians(-15 + 100 * i / tines)
        palm += [(wide * (0.35 + q * np.cos(a + d)), q * wide * np.sin(a + d)) for q, d in ((0.85, 0.0), (0.55, 0.12))]
    palm += [(wide * 0.2, wide * 0.35)]
    antler = turned(slab(palm, 0.04), (g.uniform(-60, -25), 0, g.uniform(5, 25)), (0.1, y + 0.16, z - 0.02))
    ear = turned(egg(0.13, 0.06, 0.03), (0, 0, 10), (0.22, y + 0.1, z - 0.1))
    parts += mirrored(ear, *([antler] if chance(g, 0.85) else []))
    return [*parts, *walk(g, 0.18, long * 0.4, -long * 0.45, hip + 0.1, 0.065)]


def wolf(g: Generator) -> list[Part]:
    hip, long, style = g.uniform(0.5, 0.58), g.uniform(0.75, 0.9), int(g.integers(3))
    y, z = hip + (0.3, 0.12, 0.62)[style], long * 0.5 + (0.25, 0.32, 0.12)[style]
    tilt = (0, -8, -70)[style] + g.uniform(-6, 6)
    rump = [(-long * 0.55, 0.06, 0.08, hip + 0.05), (-long * 0.42, 0.13, 0.15, hip + 0.06)]
    parts = [hide([*rump, (0, 0.12, 0.14, hip + 0.06), (long * 0.35, 0.16, 0.21, hip), (long * 0.55, 0.1, 0.14, hip)])]
    parts.append(flow([(0, hip + 0.04, long * 0.35, 0.2), (0, (hip + y) / 2 + 0.03, z - 0.18, 0.18), (0, y, z, 0.12)]))
    jaw = [hide([(-0.14, 0.07, 0.08, 0), (0, 0.13, 0.12, 0), (0.12, 0.08, 0.075, -0.02), (0.3, 0.04, 0.04, -0.05)])]
    jaw += [ball(0.026, 0, -0.03, 0.3), flow([(0, -0.07, 0.08, 0.05), (0, -0.11 - 0.05 * style, 0.25, 0.02)])]
    jaw += mirrored(tube([(0.07, 0.07, -0.04), (0.09, 0.23, -0.06)], [0.055, 0.004], 6), ball(0.016, 0.06, 0.05, 0.1))
    jaw += mirrored(tube([(0.08, -0.02, -0.04), (0.19, -0.09, -0.12)], [0.08, 0.01], 6))
    parts += [turned(p, (tilt, 0, 0), (0, y, z)) for p in jaw]
    drop = g.uniform(-0.05, 0.3)
    back = -long * 0.52
    brush = (0, hip - drop, back - 0.28, 0.085)
    parts.append(flow([(0, hip + 0.1, back, 0.05), brush, (0, hip - drop * 1.5 - 0.05, back - 0.45, 0.01)]))
    return [*parts, *walk(g, 0.1, long * 0.4, -long * 0.42, hip + 0.02, 0.04)]


def bison(g: Generator) -> list[Part]:
    hip, long, hump = g.uniform(0.6, 0.7), g.uniform(1.5, 1.75), g.uniform(0.6, 0.75)
    rump = [(-long * 0.52, 0.14, 0.16, hip + 0.28), (-long * 0.42, 0.32, 0.34, hip + 0.22)]
    shoulder = [(long * 0.22, 0.44, hump, hip + 0.42), (long * 0.38, 0.42, hump, hip + 0.4)]
    parts = [hide([*rump, (-long * 0.1, 0.38, 0.42, hip + 0.25), *shoulder, (long * 0.6, 0.25, 0.3, hip + 0.2)])]
    y, z = hip + g.uniform(-0.05, 0.2), long * 0.5 + 0.25
    parts += [flow([(0, y + 0.25, z - 0.2, 0.34), (0, y + 0.05, z + 0.05, 0.27), (0, y - 0.25, z + 0.2, 0.16)], 14)]
    parts += [egg(0.26, 0.2, 0.22, 0, y + 0.27, z), flow([(0, y - 0.1, z, 0.16), (0, y - 0.5, z + 0.02, 0.02)])]
    rise = g.uniform(0.15, 0.28)
    horn = flow([(0.2, y + 0.25, z, 0.06), (0.42, y + 0.25, z, 0.055), (0.4, y + 0.25 + rise, z + 0.03, 0.008)])
    parts += mirrored(horn, turned(egg(0.12, 0.05, 0.04), (0, 0, -25), (0.3, y + 0.12, z - 0.05)))
    parts += mirrored(flow([(0.25, hip, long * 0.33, 0.22), (0.24, hip * 0.4, long * 0.35, 0.1)]))
    tail = [(0, hip + 0.4, -long * 0.51, 0.04), (0, hip + 0.3, -long * 0.58, 0.025), (0, hip - 0.2, -long * 0.56, 0.02)]
    parts += [flow(tail), egg(0.05, 0.13, 0.05, 0, hip - 0.25, -long * 0.56)]
    return [*parts, *walk(g, 0.22, long * 0.34, -long * 0.4, hip + 0.1, 0.075)]


def ram(g: Generator) -> list[Part]:
    hip, long, turn = g.uniform(0.45, 0.55), g.uniform(0.85, 1.0), g.uniform(5.0, 8.0)
    rump = [(-long * 0.55, 0.08, 0.1, hip + 0.16), (-long * 0.42, 0.19, 0.22, hip + 0.14)]
    parts = [
        hide(
            [
                *rump,
                (0, 0.21, 0.25, hip + 0.12),
                (long * 0.4, 0.2, 0.25, hip + 0.16),
                (long * 0.55, 0.1, 0.14, hip + 0.2),
            ]
        )
    ]
    y, z = hip + g.uniform(0.4, 0.55), long * 0.5 + 0.16
    parts += [flow([(0, hip + 0.2, long * 0.38, 0.22), (0, y - 0.12, z - 0.1, 0.15), (0, y, z, 0.1)])]
    parts += [flow([(0, y + 0.06, z - 0.06, 0.09), (0, y + 0.02, z + 0.1, 0.11), (0, y - 0.16, z + 0.28, 0.055)])]
    a = np.linspace(0, turn, 28)
    r = np.linspace(0.19, 0.08, 28) * g.uniform(0.9, 1.25)
    curl = np.stack([0.06 + 0.035 * a, y + 0.02 + r * np.cos(a) * 0.95, z - 0.02 - r * np.sin(a)], axis=1)
    bumps = np.linspace(0.075, 0.012, 28) * (1 + 0.12 * (np.arange(28) % 2))
    parts += mirrored(
        tube(curl, list(bumps), 10), turned(egg(0.08, 0.035, 0.02), (0, 30, -30), (0.13, y - 0.06, z - 0.02))
    )
    if chance(g):  # a woolly breed, else a smooth mountain one
        for _ in range(26):
            u, v = g.uniform(-1, 1), g.uniform(-0.3, 3.44)
            parts.append(ball(0.1, 0.17 * np.cos(v), hip + 0.13 + 0.2 * np.sin(v), u * long * 0.45))
    parts.append(
        flow(
            [
                (0, hip + 0.28, -long * 0.52, 0.04),
                (0, hip + 0.2, -long * 0.62, 0.035),
                (0, hip + 0.1, -long * 0.62, 0.01),
            ]
        )
    )
    return [*parts, *walk(g, 0.13, long * 0.38, -long * 0.4, hip + 0.08, 0.038)]


def raccoon(g: Generator) -> list[Part]:
    fat, style, tail = g.uniform(0.11, 0.14), int(g.integers(2)), g.uniform(0.3, 0.4)
    up = style == 1  # sitting upright, else on all fours
    y, z = (0.46, 0.1) if up else (0.28, 0.3)
    head = [egg(0.105, 0.085, 0.085, 0, y, z), flow([(0, y - 0.02, z + 0.04, 0.055), (0, y - 0.035, z + 0.15, 0.02)])]
    head += [ball(0.018, 0, y - 0.03, z + 0.155), *mirrored(egg(0.032, 0.06, 0.015, 0.075, y + 0.075, z - 0.02))]
    head += mirrored(turned(egg(0.045, 0.026, 0.02), (0, 25, -25), (0.05, y + 0.012, z + 0.075)))
    head += mirrored(tube([(0.07, y - 0.02, z + 0.02), (0.145, y - 0.05, z)], [0.05, 0.005], 6))
    if up:
        trunk = [
            flow([(0, 0.06, -0.05, 0.1), (0, 0.14, -0.04, fat * 1.15), (0, 0.3, 0.02, fat * 0.9), (0, y, z, 0.06)])
        ]
        trunk += mirrored(egg(0.06, 0.1, 0.1, 0.1, 0.1, 0.03), egg(0.035, 0.03, 0.07, 0.11, 0.03, 0.13))
        trunk += mirrored(flow([(0.08, 0.33, 0.04, 0.04), (0.12, 0.24, 0.12, 0.03), (0.03, 0.25, 0.18, 0.022)]))
    else:
        trunk = [
            hide(
                [
                    (-0.28, 0.06, 0.07, 0.22),
                    (-0.18, fat, 0.13, 0.25),
                    (0.05, fat * 0.9, 0.11, 0.24),
                    (0.25, 0.05, 0.06, 0.26),
                ]
            )
        ]
        trunk += walk(g, 0.07, 0.16, -0.17, 0.2, 0.024, 1.5)
    rise, root = g.uniform(-0.3, 0.4), (0.08, -0.14) if up else (0.24, -0.25)
    for i in range(9):  # a bushy tail of rings
        s = i / 8
        r = (0.055 if i % 2 else 0.043) * (1 - 0.5 * s**3)
        h = max(root[0] + rise * tail * s, 0.05)
        trunk.append(egg(r, r, tail * 0.085, 0.1 * s * s * style, h, root[1] - tail * s))
    return [*head, *trunk]


def beaver(g: Generator) -> list[Part]:
    fat, style, tail = g.uniform(0.17, 0.21), int(g.integers(2)), g.uniform(0.3, 0.38)
    y, z = (0.5, 0.12) if style else (0.3, 0.38)
    if style:  # sitting up
        parts = [
            flow([(0, 0.04, -0.06, fat), (0, 0.16, -0.04, fat * 1.1), (0, 0.34, 0.02, fat * 0.85), (0, y, z, 0.1)], 14)
        ]
        parts += mirrored(flow([(0.13, 0.36, 0.06, 0.05), (0.16, 0.28, 0.17, 0.035), (0.06, 0.27, 0.23, 0.03)]))
        parts += mirrored(egg(0.06, 0.03, 0.13, 0.13, 0.03, 0.14))
        if chance(g):
            parts.append(
                turned(tube([(-0.35, 0, 0), (0.35, 0, 0)], 0.035), (0, 0, g.uniform(-20, 20)), (0, 0.28, 0.26))
            )
    else:
        parts = [
            hide(
                [
                    (-0.36, 0.06, 0.06, 0.12),
                    (-0.2, fat, 0.18, 0.21),
                    (0.08, fat * 0.9, 0.17, 0.23),
                    (0.36, 0.09, 0.1, 0.28),
                ]
            )
        ]
        parts += walk(g, 0.12, 0.2, -0.18, 0.14, 0.035, 1.6)
    parts += [
        egg(0.11, 0.105, 0.12, 0, y, z),
        egg(0.07, 0.06, 0.07, 0, y - 0.03, z + 0.1),
        egg(0.03, 0.02, 0.02, 0, y, z + 0.16),
    ]
    parts += mirrored(egg(0.03, 0.035, 0.015, 0.085, y + 0.09, z - 0.03), ball(0.014, 0.07, y + 0.04, z + 0.09))
    parts.append(slab([(-0.028, -0.11), (0.028, -0.11), (0.024, -0.03), (-0.024, -0.03)], 0.012, 0, y, z + 0.15))
    paddle = smooth(
        [
            (-0.04, 0),
            (-0.1, -tail * 0.35),
            (-0.1, -tail * 0.9),
            (0, -tail * 1.05),
            (0.1, -tail * 0.9),
            (0.1, -tail * 0.35),
            (0.04, 0),
        ]
    )
    parts.append(
        turned(plate(paddle, 0.03), (g.uniform(-12, 3), 0, 0), (0, 0.05 if style else 0.1, -0.2 if style else -0.3))
    )
    return parts


KINDS = kinds_of(moose, wolf, bison, ram, raccoon, beaver)
