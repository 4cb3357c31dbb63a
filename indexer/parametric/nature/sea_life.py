"""Fishes and other swimmers of the sea, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, loft, mirrored, plate, slab, smooth, tube, upright
from indexer.parametric.nature.farm_and_forest import flow, hide
from indexer.parametric.solids import Part, ball, kinds_of, turned


def hammerhead_shark(g: Generator) -> list[Part]:
    long, wide, bend = g.uniform(3.0, 3.6), g.uniform(0.5, 0.68), g.uniform(-0.25, 0.25)
    shape = [
        (-0.48, 0.03, 0.04),
        (-0.3, 0.09, 0.1),
        (0, 0.22, 0.24),
        (0.25, 0.24, 0.25),
        (0.42, 0.16, 0.13),
        (0.5, 0.1, 0.05),
    ]
    parts = [hide([(s * long, w, h, 0) for s, w, h in shape])]
    z = long * 0.5
    lobe = g.uniform(0.0, 0.15)
    hammer = [
        (0, 0.16),
        (wide * 0.3, 0.12),
        (wide * 0.6, 0.14 - lobe),
        (wide, -lobe),
        (wide, -0.14 - lobe),
        (wide * 0.4, -0.12),
        (0.1, -0.3),
    ]
    wing = smooth([*hammer, (-0.1, -0.3), *[(-a, b) for a, b in hammer[:0:-1] if a > 0.1]], times=1)
    parts += [plate(wing, 0.1, 0, -0.05, z), *mirrored(ball(0.055, wide, 0, z - 0.07 - lobe))]
    fin = [(0.3, 0.2), (0.0, 0.4), (-0.15, 0.85), (-0.25, 0.8), (-0.2, 0.2)]
    parts.append(upright(smooth([(a + 0.25, b * g.uniform(0.9, 1.1)) for a, b in fin], times=1), 0.05))
    parts.append(
        upright([(-long * 0.3 + a, b) for a, b in ((0.15, 0.05), (-0.05, 0.25), (-0.2, 0.22), (-0.1, 0.05))], 0.035)
    )
    side = plate(smooth([(0, 0.25), (0.35, 0.05), (0.7, -0.35), (0.55, -0.3), (0, -0.15)], times=1), 0.05)
    parts += mirrored(turned(side, (0, 0, -g.uniform(10, 30)), (0.15, -0.1, long * 0.2)))
    rear = plate([(0, 0.1), (0.25, -0.15), (0, -0.1)], 0.035)
    parts += mirrored(turned(rear, (0, 0, -25), (0.06, -0.06, -long * 0.2)))
    tail = [
        (0.15, 0.0),
        (-0.2, 0.35),
        (-0.6, 0.85),
        (-0.68, 0.8),
        (-0.35, 0.1),
        (-0.45, -0.35),
        (-0.38, -0.38),
        (-0.1, -0.1),
    ]
    parts.append(upright([(-long * 0.46 + a, b) for a, b in tail], 0.05))
    for part in parts:  # swimming in a curve
        v = part.vertices.copy()
        v[:, 0] += bend * np.minimum(v[:, 2] / long, 0) ** 2 * 4
        part.vertices = v
    return parts


def eel(g: Generator) -> list[Part]:
    n, waves, sway = 40, g.uniform(1.2, 2.1), g.uniform(0.1, 0.19)
    s = np.linspace(0, 1, n)
    phase, rear = g.uniform(0, 6.28), g.uniform(0.1, 0.5) * float(chance(g))
    x = sway * np.sin(phase + 2 * np.pi * waves * s) * (1.1 - 0.6 * s)
    path = np.stack([x, 0.06 + rear * np.maximum(s - 0.5, 0) ** 2 * 3, 1.1 * s - 0.55], axis=1)
    r = 0.036 * np.minimum(1, 0.15 + 1.6 * s) * (1 - 0.15 * s)
    parts = [tube(path, list(r), 12)]
    for sign, most in ((1, 0.026), (-1, 0.018)):  # the long fin above and below
        top = (
            path + np.array((0, sign, 0)) * (r + most * np.clip(np.sin(np.pi * (0.1 + 0.85 * (1 - s))), 0, 1))[:, None]
        )
        along = np.gradient(path, axis=0)
        out = np.stack([along[:, 2], 0 * s, -along[:, 0]], axis=1)
        out *= 0.006 / np.linalg.norm(out, axis=1, keepdims=True)
        rings = np.stack([path + out, top + out * 0.4, top - out * 0.4, path - out], axis=1)
        parts.append(loft(rings[: int(n * (0.85 if sign > 0 else 0.7))]))
    to = path[-1] - path[-2]
    to /= np.linalg.norm(to)
    heading = np.degrees(np.arctan2(to[0], to[2]))
    head = [
        egg(0.045, 0.045, 0.08, 0, 0.005, 0),
        flow([(0, 0.015, 0.03, 0.036), (0, 0.012, 0.1, 0.024), (0, 0.01, 0.135, 0.012)]),
    ]
    head += [
        flow([(0, -0.02, 0.02, 0.03), (0, -0.035, 0.08, 0.02), (0, -0.04, 0.12, 0.01)]),
        *mirrored(ball(0.012, 0.03, 0.03, 0.06)),
    ]
    head += mirrored(
        turned(egg(0.035, 0.006, 0.022), (0, 30, 0), (0.06, 0, -0.06)),
        tube([(0.014, 0.02, 0.12), (0.02, 0.03, 0.145)], 0.005, 6),
    )
    return [*parts, *[turned(p, (0, heading, 0), tuple(path[-1] + to * 0.03)) for p in head]]


def lobster(g: Generator) -> list[Part]:
    claw, spread, curl = g.uniform(0.085, 0.115), g.uniform(0.1, 0.17), g.uniform(0.0, 0.6)
    parts = [
        hide(
            [
                (-0.06, 0.045, 0.045, 0.06),
                (0.02, 0.055, 0.055, 0.06),
                (0.12, 0.045, 0.045, 0.062),
                (0.2, 0.01, 0.01, 0.08),
            ],
            2.3,
        )
    ]
    y, z, a = 0.055, -0.06, 0.0
    for k in range(6):  # the jointed tail, curling under
        w = 0.05 - 0.004 * k
        parts.append(turned(egg(w, 0.04 - 0.003 * k, 0.026), (-np.degrees(a), 0, 0), (0, y, z)))
        z, y, a = z - 0.032 * np.cos(a), y - 0.032 * np.sin(a), a + curl * 0.22
    for angle in (-50, -25, 0, 25, 50):
        fan = turned(egg(0.024, 0.007, 0.05, 0, 0, -0.05), (-np.degrees(a), angle, 0), (0, y, z + 0.015))
        parts.append(fan)
    for k, z0 in enumerate((0.09, 0.05, 0.01, -0.03)):
        reach = 0.15 + 0.015 * (k % 3)
        knee = (reach * 0.6, 0.085, z0 + 0.03 - 0.03 * k, 0.007)
        parts += mirrored(flow([(0.04, 0.045, z0, 0.011), knee, (reach, 0.004, z0 + 0.06 - 0.05 * k, 0.003)], 6))
    for side, size in ((1, 1.0), (-1, g.uniform(0.8, 1.0))):  # a crusher and a cutter
        c = claw * size
        arm = [flow([(0.04, 0.05, 0.12, 0.016), (spread, 0.07, 0.15, 0.018), (spread, 0.06, 0.25, 0.02)], 8)]
        palm = [egg(c * 0.42, c * 0.25, c * 0.7, 0, 0, c * 0.5)]
        palm.append(
            flow([(c * 0.2, 0, c * 0.9, c * 0.22), (c * 0.38, 0, c * 1.35, c * 0.16), (c * 0.1, 0, c * 1.85, 0.003)], 8)
        )
        palm.append(
            flow(
                [(-c * 0.3, 0, c * 0.8, c * 0.15), (-c * 0.42, 0, c * 1.3, c * 0.1), (-c * 0.1, 0, c * 1.75, 0.002)], 8
            )
        )
        arm += [turned(p, (0, -g.uniform(8, 9), 0), (spread, 0.06, 0.24)) for p in palm]
        parts += arm if side > 0 else mirrored(*arm)[len(arm) :]
    feeler = [(0.02, 0.08, 0.17, 0.006), (0.08, 0.18, 0.3, 0.004), (0.17, 0.16, g.uniform(0.05, 0.5), 0.0015)]
    return [
        *parts,
        *mirrored(
            flow(feeler, 6),
            ball(0.012, 0.025, 0.09, 0.16),
            flow([(0.01, 0.07, 0.19, 0.004), (0.03, 0.1, 0.3, 0.001)], 5),
        ),
    ]


def pufferfish(g: Generator) -> list[Part]:
    r, tall = g.uniform(0.12, 0.15), g.uniform(0.85, 1.0)
    parts = [
        egg(r, r * tall, r * 1.1),
        flow([(0, 0.01, -r * 0.8, r * 0.5), (0, 0.015, -r * 1.4, r * 0.2), (0, 0.015, -r * 1.7, r * 0.16)]),
    ]
    parts += [
        flow([(0, 0.0, r * 0.8, r * 0.5), (0, 0.0, r * 1.2, r * 0.22), (0, 0.0, r * 1.28, r * 0.17)]),
        egg(r * 0.14, r * 0.1, r * 0.06, 0, 0, r * 1.29),
    ]
    parts += mirrored(ball(r * 0.2, r * 0.6, r * 0.45, r * 0.72), ball(r * 0.1, r * 0.7, r * 0.48, r * 0.86))
    count, spike = int(g.integers(70, 120)), r * g.uniform(0.18, 0.4)
    for k in range(count):
        h = 1 - 2 * (k + 0.5) / count
        w, a = np.sqrt(1 - h * h), k * 2.39996
        n = np.array((w * np.cos(a), h, w * np.sin(a)))
        if abs(n[2]) < 0.88:
            p = n * (r, r * tall, r * 1.1)
            parts.append(tube([p * 0.95, p + n * spike], [r * 0.05, 0.001], 5))
    fan = smooth([(0, 0.3), (0.35, 0.5), (0.55, 0.15), (0.5, -0.3), (0, -0.25)])
    parts += mirrored(turned(plate(fan * r, 0.008), (0, 0, 90 - g.uniform(40, 80)), (r * 0.95, 0, r * 0.1)))
    tail = np.array([(0.0, 0.14), (-0.6, 0.42), (-0.75, 0.0), (-0.6, -0.42), (0.0, -0.14)]) * r + (-r * 1.6, 0.015)
    parts.append(upright(smooth(tail), 0.01))
    fin = np.array([(0.15, 0.0), (-0.1, 0.45), (-0.4, 0.4), (-0.3, 0.0)]) * r + (-r * 0.9, r * 0.45)
    return [*parts, upright(smooth(fin), 0.01), upright(smooth(fin * (1, -1)), 0.01)]


def manatee(g: Generator) -> list[Part]:
    fat, bend, lift = g.uniform(0.42, 0.52), g.uniform(-0.3, 0.3), g.uniform(-0.1, 0.15)
    shape = [
        (-1.3, 0.25, 0.07),
        (-1.0, 0.28, 0.15),
        (-0.4, 0.85, 0.8),
        (0.3, 1.0, 0.95),
        (0.8, 0.75, 0.72),
        (1.05, 0.5, 0.5),
    ]
    parts = [hide([(z, w * fat, h * fat, 0.0) for z, w, h in shape])]
    parts += [
        hide([(0.9, 0.23, 0.24, 0), (1.15, 0.23, 0.22, -0.02), (1.35, 0.17, 0.16, -0.09), (1.42, 0.1, 0.1, -0.12)])
    ]
    parts += mirrored(
        egg(0.09, 0.12, 0.09, 0.07, -0.13, 1.38), ball(0.022, 0.19, 0.07, 1.2), ball(0.02, 0.05, 0.02, 1.42)
    )
    for dx in (-0.1, -0.04, 0.04, 0.1):
        parts.append(tube([(dx, -0.15, 1.44), (dx * 1.5, -0.2, 1.52)], 0.005, 5))
    paddle = smooth([(-0.06, 0), (0.07, 0), (0.12, -0.3), (0.04, -0.48), (-0.08, -0.42)])
    arm = turned(slab(paddle, 0.06), (0, 90, g.uniform(20, 60)), (fat * 0.75, -0.15, 0.72))
    tail = smooth([(-0.1, 0.1), (0.1, 0.1), (0.36, -0.3), (0.3, -0.6), (0, -0.72), (-0.3, -0.6), (-0.36, -0.3)])
    parts += [*mirrored(arm), turned(plate(tail, 0.07), (lift * 60, 0, 0), (0, -0.035, -1.2))]
    for part in parts:
        v = part.vertices.copy()
        v[:, 0] += bend * (v[:, 2] / 1.4) ** 2
        v[:, 1] += lift * np.minimum(v[:, 2], 0) ** 2 * 0.5
        part.vertices = v
    return parts


KINDS = kinds_of(hammerhead_shark, eel, lobster, pufferfish, manatee)
