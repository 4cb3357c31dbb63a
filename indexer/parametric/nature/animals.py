"""Four-legged animals, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, body, chance, egg, mirrored, slab, smooth, tube, upright
from indexer.parametric.solids import Part, ball, kinds_of, turned


def _stance(g: Generator, wide: float, long: float, hip: float, r: float, stride: float = 0.12) -> list[Part]:
    """Four jointed legs under a trunk, standing or walking."""
    steps = g.uniform(-stride, stride, 2) * hip if chance(g) else np.zeros(2)
    parts = []
    for z, joint, step in ((long / 2, 0.06, steps[0]), (-long / 2, -0.1, steps[1])):
        for x, s in ((wide, step), (-wide, -step)):
            knee = (x, hip * 0.48, z + s * 0.5 + joint * hip)
            line = [(x * 0.9, hip, z), knee, (x, hip * 0.08, z + s), (x, 0, z + s + r * 0.4)]
            parts.append(tube(line, [r * 1.7, r * 1.05, r * 0.85, r * 1.15]))
    return parts


def _tail(points: Points, r: float, end: float) -> Part:
    line = smooth(points, closed=False)
    return tube(line, list(np.linspace(r, end, len(line))))


def horse(g: Generator) -> list[Part]:
    hip, long, up = g.uniform(0.85, 1.05), g.uniform(1.1, 1.3), g.uniform(0.4, 0.75)
    trunk = body(
        [
            (-long * 0.62, 0.1, 0.15, hip + 0.15),
            (-long * 0.45, 0.26, 0.29, hip + 0.15),
            (0, 0.25, 0.27, hip + 0.05),
            (long * 0.42, 0.25, 0.31, hip + 0.12),
            (long * 0.58, 0.14, 0.18, hip + 0.15),
        ]
    )
    z, y = long * 0.5 + 0.38, hip + 0.2 + up
    neck = tube(
        [(0, hip + 0.15, long * 0.42), (0, hip + 0.2 + up * 0.5, long * 0.5 + 0.15), (0, y, z)], [0.25, 0.17, 0.12], 12
    )
    head = tube(
        [(0, y + 0.05, z - 0.08), (0, y - 0.02, z + 0.1), (0, y - 0.28, z + 0.36), (0, y - 0.36, z + 0.42)],
        [0.1, 0.13, 0.075, 0.06],
        10,
    )
    ears = mirrored(tube([(0.06, y + 0.1, z - 0.04), (0.08, y + 0.28, z - 0.02)], [0.045, 0.005], 6))
    mane = upright(
        [(long * 0.3, hip + 0.38), (z - 0.2, y + 0.15), (z + 0.0, y + 0.18), (z - 0.05, y), (long * 0.45, hip + 0.25)],
        0.05,
    )
    tail = _tail(
        [(0, hip + 0.25, -long * 0.58), (0, hip + 0.2, -long * 0.75), (0, hip * 0.4, -long * 0.72)], 0.06, 0.05
    )
    parts = [trunk, neck, head, *ears, mane, tail, *_stance(g, 0.15, long * 0.85, hip + 0.05, 0.06, 0.25)]
    if chance(g, 0.3):  # a saddle
        parts += [egg(0.28, 0.2, 0.28, 0, hip + 0.2, 0), egg(0.12, 0.12, 0.06, 0, hip + 0.4, 0.2)]
    return parts


def cow(g: Generator) -> list[Part]:
    hip, long, horn = g.uniform(0.6, 0.75), g.uniform(1.3, 1.5), g.uniform(0.1, 0.28)
    trunk = body(
        [
            (-long * 0.55, 0.2, 0.2, hip + 0.35),
            (-long * 0.45, 0.32, 0.35, hip + 0.25),
            (0, 0.4, 0.42, hip + 0.18),
            (long * 0.4, 0.34, 0.38, hip + 0.25),
            (long * 0.55, 0.2, 0.25, hip + 0.28),
        ],
        2.6,
    )
    z, y = long * 0.5 + 0.3, hip + g.uniform(0.35, 0.55)
    neck = tube([(0, hip + 0.3, long * 0.4), (0, y, z)], [0.28, 0.17], 10)
    head = tube(
        [(0, y + 0.08, z - 0.02), (0, y, z + 0.14), (0, y - 0.16, z + 0.36), (0, y - 0.2, z + 0.44)],
        [0.14, 0.16, 0.12, 0.11],
        10,
    )
    horns = mirrored(
        tube(
            [(0.1, y + 0.16, z + 0.02), (0.22, y + 0.2, z + 0.02), (0.25, y + 0.2 + horn, z + 0.08)],
            [0.035, 0.03, 0.006],
            6,
        )
    )
    ears = mirrored(turned(egg(0.14, 0.05, 0.03), (0, 0, -20), (0.25, y + 0.08, z - 0.02)))
    tail = [
        _tail([(0, hip + 0.5, -long * 0.54), (0, hip + 0.4, -long * 0.62), (0, hip * 0.5, -long * 0.6)], 0.03, 0.02),
        egg(0.04, 0.12, 0.04, 0, hip * 0.4, -long * 0.6),
    ]
    udder = [
        ball(0.16, 0, hip - 0.15, -long * 0.25),
        *mirrored(tube([(0.06, hip - 0.25, -long * 0.25), (0.06, hip - 0.36, -long * 0.25)], 0.025)),
    ]
    return [
        trunk,
        neck,
        head,
        *horns,
        *ears,
        *tail,
        *(udder if horn < 0.22 else []),
        *_stance(g, 0.22, long * 0.75, hip + 0.1, 0.075),
    ]


def pig(g: Generator) -> list[Part]:
    hip, long, fat = g.uniform(0.3, 0.38), g.uniform(0.85, 1.0), g.uniform(0.27, 0.34)
    trunk = egg(fat, fat * 1.05, long * 0.58, 0, hip + fat * 0.6, 0)
    y, z = hip + fat * 0.75, long * 0.5
    head = body(
        [
            (z - 0.1, 0.2, 0.22, y),
            (z + 0.1, 0.2, 0.2, y),
            (z + 0.25, 0.1, 0.1, y - 0.05),
            (z + 0.34, 0.095, 0.09, y - 0.06),
        ]
    )
    holes = mirrored(ball(0.02, 0.035, y - 0.05, z + 0.34))
    ears = mirrored(
        tube(
            [(0.13, y + 0.14, z + 0.02), (0.18, y + 0.27, z + 0.06), (0.17, y + 0.25, z + 0.16)], [0.07, 0.06, 0.01], 6
        )
    )
    curl = [(0.05 * np.cos(a), y + 0.05 * np.sin(a), -long * 0.55 - 0.012 * a) for a in np.linspace(0, 10, 24)]
    return [trunk, head, *holes, *ears, tube(curl, 0.015, 6), *_stance(g, fat * 0.55, long * 0.62, hip + 0.08, 0.055)]


def cat(g: Generator) -> list[Part]:
    y, z, lift = g.uniform(0.3, 0.36), 0.3, g.uniform(0.2, 0.5)
    face = [
        ball(0.1, 0, y, z, (1.1, 0.95, 0.95)),
        egg(0.05, 0.035, 0.04, 0, y - 0.035, z + 0.08),
        ball(0.013, 0, y - 0.01, z + 0.12),
    ]
    ears = mirrored(tube([(0.06, y + 0.05, z), (0.085, y + 0.16, z)], [0.05, 0.004], 4))
    whiskers = mirrored(
        *[tube([(0.03, y - 0.03, z + 0.1), (0.14, y - 0.03 + d, z + 0.09)], 0.002, 4) for d in (-0.03, 0, 0.03)]
    )
    if chance(g, 0.4):  # sitting
        trunk = [
            tube([(0, 0.1, -0.05), (0, 0.18, 0.0), (0, y - 0.05, z - 0.08)], [0.13, 0.13, 0.08], 12),
            *mirrored(egg(0.07, 0.1, 0.13, 0.1, 0.09, -0.02)),
        ]
        limbs = mirrored(tube([(0.05, 0.2, 0.14), (0.05, 0.0, 0.18), (0.05, 0.015, 0.23)], 0.028))
        tail = _tail([(0, 0.04, -0.15), (0.25, 0.03, -0.2), (0.3, 0.03, 0.1), (0.15, 0.03, 0.2)], 0.025, 0.018)
    else:
        trunk = [
            body(
                [
                    (-0.27, 0.05, 0.06, 0.25),
                    (-0.2, 0.085, 0.09, 0.25),
                    (0.12, 0.08, 0.085, 0.24),
                    (0.24, 0.05, 0.06, 0.27),
                ]
            ),
            tube([(0, 0.25, 0.15), (0, y, z)], 0.06),
        ]
        limbs = _stance(g, 0.055, 0.36, 0.24, 0.024, 0.25)
        tail = _tail(
            [(0, 0.28, -0.25), (0, 0.26, -0.38), (0, 0.3 + lift * 0.5, -0.36), (0, 0.3 + lift, -0.48)], 0.026, 0.018
        )
    return [*face, *ears, *whiskers, *trunk, *limbs, tail]


def elephant(g: Generator) -> list[Part]:
    hip, long, ear = g.uniform(1.2, 1.5), g.uniform(1.9, 2.3), g.uniform(0.5, 0.8)
    trunk = body(
        [
            (-long * 0.5, 0.3, 0.35, hip + 0.4),
            (-long * 0.35, 0.65, 0.7, hip + 0.4),
            (0, 0.75, 0.8, hip + 0.45),
            (long * 0.4, 0.6, 0.65, hip + 0.5),
            (long * 0.52, 0.3, 0.4, hip + 0.6),
        ]
    )
    y, z, lift = hip + 0.85, long * 0.5 + 0.3, g.uniform(0, 1)
    head = [ball(0.5, 0, y, z, (0.9, 1.1, 0.95))]
    nose = [
        (0, y - 0.1, z + 0.35),
        (0, y - 0.7, z + 0.6),
        (0, 0.6 + lift * 0.4, z + 0.5),
        (0, 0.3 + lift * 1.2, z + 0.75 + lift * 0.4),
    ]
    tusks = mirrored(_tail([(0.22, y - 0.3, z + 0.3), (0.3, y - 0.7, z + 0.6), (0.25, y - 0.6, z + 1.0)], 0.08, 0.015))
    flap = smooth([(0, 0.3), (ear * 0.6, 0.45), (ear, 0.2), (ear * 0.85, -0.4), (ear * 0.4, -0.75), (0, -0.3)])
    ears = mirrored(turned(slab(flap, 0.06), (0, g.uniform(5, 40), 0), (0.38, y + 0.05, z - 0.1)))
    limbs = _stance(g, 0.4, long * 0.68, hip + 0.3, 0.2, 0.1)
    tail = _tail([(0, hip + 0.6, -long * 0.5), (0, hip + 0.2, -long * 0.58), (0, hip * 0.4, -long * 0.55)], 0.06, 0.03)
    return [trunk, *head, _tail(nose, 0.24, 0.09), *(tusks if chance(g, 0.8) else []), *ears, *limbs, tail]


def giraffe(g: Generator) -> list[Part]:
    hip, neck = g.uniform(1.7, 2.0), g.uniform(1.6, 2.1)
    trunk = body(
        [
            (-0.75, 0.2, 0.2, hip + 0.05),
            (-0.6, 0.32, 0.36, hip + 0.1),
            (0, 0.35, 0.42, hip + 0.2),
            (0.5, 0.34, 0.48, hip + 0.3),
            (0.72, 0.2, 0.3, hip + 0.4),
        ]
    )
    y, z = hip + 0.4 + neck, 0.65 + neck * g.uniform(0.25, 0.5)
    throat = tube(
        [(0, hip + 0.3, 0.45), (0, hip + 0.4 + neck * 0.4, 0.55 + (z - 0.65) * 0.5), (0, y, z)], [0.36, 0.2, 0.13], 12
    )
    head = tube(
        [(0, y + 0.05, z - 0.12), (0, y + 0.04, z + 0.05), (0, y - 0.12, z + 0.4), (0, y - 0.15, z + 0.48)],
        [0.11, 0.15, 0.09, 0.07],
        10,
    )
    horns = mirrored(
        tube([(0.06, y + 0.12, z), (0.07, y + 0.32, z - 0.03)], 0.025, 6), ball(0.04, 0.07, y + 0.33, z - 0.03)
    )
    ears = mirrored(turned(egg(0.13, 0.05, 0.025), (0, 0, 15), (0.22, y + 0.1, z - 0.08)))
    tail = [
        _tail([(0, hip + 0.15, -0.75), (0, hip - 0.2, -0.85), (0, hip - 0.7, -0.82)], 0.035, 0.02),
        egg(0.05, 0.14, 0.05, 0, hip - 0.75, -0.82),
    ]
    return [trunk, throat, head, *horns, *ears, *tail, *_stance(g, 0.2, 1.0, hip + 0.1, 0.085)]


def sheep(g: Generator) -> list[Part]:
    hip, r = g.uniform(0.35, 0.42), g.uniform(0.24, 0.3)
    wool = [
        ball(
            r * 0.62,
            *(
                np.array(
                    [
                        np.sin(a) * np.cos(b) * r * 0.75,
                        hip + r * 0.7 + np.sin(b) * r * 0.6,
                        np.cos(a) * np.cos(b) * r * 1.4,
                    ]
                )
            ),
        )
        for b in (-0.5, 0.1, 0.7)
        for a in np.linspace(0, 5.4, 7) + b
    ]
    y, z = hip + r * 1.3, r * 2.0
    head = [
        tube([(0, y + 0.06, z - 0.05), (0, y, z + 0.05), (0, y - 0.14, z + 0.2)], [0.09, 0.11, 0.06], 10),
        ball(r * 0.5, 0, y + 0.08, z - 0.04),
    ]
    ears = mirrored(turned(egg(0.11, 0.04, 0.025), (0, 0, -15), (0.17, y + 0.02, z)))
    curls = [
        (0.12 + 0.015 * a, y + 0.08 + 0.09 * np.cos(a), z - 0.02 - 0.09 * np.sin(a)) for a in np.linspace(0, 5.5, 16)
    ]
    horns = mirrored(tube(curls, list(np.linspace(0.045, 0.01, 16)), 6)) if chance(g, 0.4) else []
    return [
        egg(r * 0.95, r * 0.9, r * 1.6, 0, hip + r * 0.75, 0),
        *wool,
        *head,
        *ears,
        *horns,
        *_stance(g, r * 0.5, r * 1.9, hip + 0.1, 0.03),
    ]


def rabbit(g: Generator) -> list[Part]:
    y, ear = g.uniform(0.26, 0.32), g.uniform(0.18, 0.28)
    trunk = [
        egg(0.13, 0.15, 0.2, 0, 0.17, -0.08),
        egg(0.1, 0.13, 0.13, 0, 0.18, 0.08),
        *mirrored(egg(0.06, 0.1, 0.12, 0.1, 0.11, -0.14)),
    ]
    head = [egg(0.075, 0.08, 0.1, 0, y, 0.2), *mirrored(egg(0.04, 0.035, 0.035, 0.02, y - 0.03, 0.27))]
    lean, fold = g.uniform(0.0, 0.12), (chance(g, 0.25))
    tip = (0.2, y - ear * 0.4, 0.14) if fold else (0.06 + lean, y + 0.05 + ear, 0.08)
    ears = mirrored(
        tube([(0.03, y + 0.05, 0.17), ((0.03 + tip[0]) / 2, (y + 0.12 + tip[1]) / 2, 0.13), tip], [0.02, 0.035, 0.008])
    )
    feet = mirrored(
        egg(0.035, 0.025, 0.1, 0.1, 0.025, -0.04),
        tube([(0.05, 0.16, 0.13), (0.05, 0.01, 0.18), (0.05, 0.02, 0.22)], 0.025),
    )
    return [*trunk, *head, *ears, *feet, ball(0.055, 0, 0.15, -0.29)]


KINDS = kinds_of(horse, cow, pig, cat, elephant, giraffe, sheep, rabbit)
