"""Hand tools."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, mirrored, sector, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, box, kinds_of, lathe, lying, ring, rod, turned


def handsaw(g: Generator) -> list[Part]:
    long, n, low = g.uniform(0.35, 0.5), int(g.integers(18, 34)), g.uniform(0.04, 0.07)
    teeth = [p for i in range(n) for p in ((i * long / n, -0.008), ((i + 0.5) * long / n, 0.0))]
    blade = slab([*teeth, (long, 0.0), (long, low), (0, 0.12)], 0.003)
    grip = [
        (-0.01, -0.01),
        (-0.06, -0.03),
        (-0.11, -0.02),
        (-0.12, 0.02),
        (-0.09, 0.06),
        (-0.1, 0.1),
        (-0.05, 0.13),
        (0.02, 0.125),
        (0.03, 0.05),
    ]
    loop = [(x, y, 0.0) for x, y in smooth(grip)]
    bolts = [turned(rod(0.007, 0.03, y=-0.015), (90, 0, 0), (0.0, y, 0)) for y in (0.04, 0.09)]
    return [blade, tube([*loop, loop[0]], 0.017), box(0.04, 0.13, 0.02, 0.005, -0.005), *bolts]


def wrench(g: Generator) -> list[Part]:
    long, r, w = g.uniform(0.16, 0.26), g.uniform(0.02, 0.026), g.uniform(0.014, 0.02)
    parts = [slab(symmetric([(w / 2, 0), (w * 0.42, long * 0.5), (w / 2, long)]), 0.006)]

    def jaw(y: float, turn: float, size: float) -> Part:
        head = [
            *arc(size, -232, 52, 20),
            (size * 0.5, size * 0.25),
            (size * 0.5, -size * 0.3),
            (0, -size * 0.52),
            (-size * 0.5, -size * 0.3),
            (-size * 0.5, size * 0.25),
        ]
        return turned(slab(head, 0.009), (0, 0, turn), (0, y, 0))

    parts.append(jaw(long + r * 0.6, float(g.uniform(-20, 20)), r))
    if chance(g):
        eye = [sector(r * 0.85, r * 0.52, a, a + 181, 0.011) for a in (0, 180)]
        return parts + [turned(part, (0, 0, 0), (0, -r * 0.55, 0)) for part in eye]
    return [*parts, jaw(-r * 0.5, 180 + float(g.uniform(-20, 20)), r * 0.85)]


def pliers(g: Generator) -> list[Part]:
    spread, long, nose = g.uniform(8, 22), g.uniform(0.11, 0.14), g.uniform(0.04, 0.08)
    parts: list[Part] = [turned(rod(0.012, 0.022, y=-0.011), (90, 0, 0))]
    for s in (1, -1):
        jaw = slab([(0, -0.01), (s * 0.018, 0.0), (s * 0.016, 0.02), (s * 0.006, nose), (0.0, nose), (0, 0.01)], 0.012)
        curve = smooth(
            [(s * -0.004, 0, 0), (s * 0.022, -0.025, 0), (s * 0.03, -long * 0.5, 0), (s * 0.018, -long, 0)], False
        )
        parts += [
            turned(jaw, (0, 0, -s * spread / 2)),
            turned(tube(curve, list(np.linspace(0.008, 0.0095, len(curve)))), (0, 0, s * spread / 2)),
        ]
    return parts


def power_drill(g: Generator) -> list[Part]:
    long, bit = g.uniform(0.15, 0.19), g.uniform(0.05, 0.1)
    case = body(
        [
            (-0.08, 0.026, 0.028, 0.2),
            (-0.06, 0.034, 0.036, 0.2),
            (long * 0.35, 0.034, 0.036, 0.2),
            (long * 0.55, 0.025, 0.026, 0.2),
        ]
    )
    chuck = turned(
        lathe([(0, 0), (0.022, 0), (0.022, 0.025), (0.012, 0.04), (0, 0.04)]), (90, 0, 0), (0, 0.2, long * 0.55)
    )
    drill = turned(rod(0.004, bit, top=0.002), (90, 0, 0), (0, 0.2, long * 0.55 + 0.04))
    grip = tube([(0, 0.18, -0.015), (0, 0.1, -0.035), (0, 0.05, -0.045)], [0.022, 0.02, 0.022], 10)
    trigger = box(0.014, 0.035, 0.015, 0, 0.13, 0.008)
    if chance(g, 0.7):
        power = [box(0.06, 0.045, 0.09, 0, 0.01, -0.035)]
    else:
        power = [
            tube(
                smooth(
                    [
                        (0, 0.06, -0.045),
                        (0, -0.02, -0.05),
                        (0.05, -0.05, -0.1),
                        (0.02, -0.05, -0.2),
                        (-0.1, -0.05, -0.2),
                    ],
                    False,
                ),
                0.006,
            )
        ]
    slots = mirrored(*[box(0.004, 0.03, 0.004, 0.033, 0.185, -0.05 + i * 0.01) for i in range(4)])
    return [case, chuck, drill, grip, trigger, *power, *slots]


def shovel(g: Generator) -> list[Part]:
    h, w, long = g.uniform(0.8, 1.2), g.uniform(0.1, 0.13), g.uniform(0.26, 0.32)
    point = 0.0 if chance(g, 0.65) else w * 0.95
    blade = slab(
        smooth(
            symmetric([(point, 0), (w * 0.9, long * 0.3), (w, long * 0.9), (w * 0.9, long), (0.02, long * 1.02)]),
            times=1,
        ),
        0.006,
    )
    blade.vertices[:, 2] += 2.5 * blade.vertices[:, 0] ** 2
    socket = tube([(0, long * 0.6, 0.0), (0, long * 1.3, 0.0)], [0.012, 0.022])
    parts = [blade, socket, rod(0.017, h, y=long)]
    if chance(g, 0.6):
        yoke = [tube([(s * 0.01, long + h, 0), (s * 0.06, long + h + 0.09, 0)], 0.011) for s in (1, -1)]
        parts += [*yoke, lying(0.014, 0.14, 0, long + h + 0.09)]
    return parts


def rake(g: Generator) -> list[Part]:
    h, w, n = g.uniform(1.2, 1.6), g.uniform(0.3, 0.42), int(g.integers(8, 15))
    teeth = [
        tube([(x, 0.1, 0), (x, 0.09, 0.03), (x, 0.0, 0.05)], [0.007, 0.006, 0.003], 6)
        for x in np.linspace(-w / 2, w / 2, n)
    ]
    stays = mirrored(tube([(w * 0.3, 0.1, 0), (0.01, 0.25, -0.02)], 0.007, 6)) if chance(g) else []
    return [box(w + 0.03, 0.022, 0.014, 0, 0.09), *teeth, *stays, turned(rod(0.014, h), (-8, 0, 0), (0, 0.1, 0))]


def scissors(g: Generator) -> list[Part]:
    open_, long, r = g.uniform(8, 30), g.uniform(0.1, 0.14), g.uniform(0.017, 0.024)
    parts: list[Part] = [turned(rod(0.006, 0.012, y=-0.006), (90, 0, 0))]
    for s in (1, -1):
        blade = slab(
            [(-s * 0.008, -0.015), (s * 0.007, -0.015), (s * 0.008, 0.01), (-s * 0.004, long), (-s * 0.009, 0.01)],
            0.003,
            z=s * 0.002,
        )
        arm = tube([(0, -0.012, 0), (s * 0.006, -0.035, 0), (s * 0.012, -0.055, 0)], 0.005)
        eye = ring(r, 0.0055, s * 0.014, -0.055 - r)
        eye.vertices[:, 1] = (eye.vertices[:, 1] + 0.055) * 1.4 - 0.055
        parts += [turned(part, (0, 0, s * open_ / 2)) for part in (blade, arm, eye)]
    return parts


def pocket_knife(g: Generator) -> list[Part]:
    long, n = g.uniform(0.08, 0.1), int(g.integers(1, 4))
    grip = slab(
        smooth(symmetric([(0.008, -long / 2), (0.012, -long * 0.4), (0.012, long * 0.4), (0.008, long / 2)]), times=1),
        0.006,
    )
    scales = [grip.copy() for _ in range(2)]
    for part, z in zip(scales, (-0.006, 0.006), strict=True):
        part.apply_translation((0, 0, z))
    blade = [(-0.007, 0), (0.007, 0), (0.007, long * 0.6), (-0.002, long * 0.88), (-0.007, long * 0.7)]
    parts = [turned(slab(blade, 0.002), (0, 0, -float(g.uniform(10, 75))), (0, long * 0.44, 0))]
    if n > 1:
        screw = [(0, 0.008, 0)] + [
            (0.004 * np.cos(a), 0.01 + a * 0.0018, 0.004 * np.sin(a)) for a in np.linspace(0, 18, 40)
        ]
        parts.append(turned(tube(screw, 0.0016, 6), (0, 0, 90), (-0.012, 0, 0)))
    if n > 2:
        opener = slab([(-0.005, 0), (0.005, 0), (0.005, 0.03), (-0.002, 0.034), (0.0, 0.026), (-0.005, 0.022)], 0.002)
        parts.append(turned(opener, (0, 0, 140), (0.0, -long * 0.44, 0)))
    rivets = [turned(rod(0.003, 0.02, y=-0.01), (90, 0, 0), (0, y, 0)) for y in (-long * 0.4, long * 0.4)]
    return [grip, *scales, *parts, *rivets]


KINDS = kinds_of(handsaw, wrench, pliers, power_drill, shovel, rake, scissors, pocket_knife)
