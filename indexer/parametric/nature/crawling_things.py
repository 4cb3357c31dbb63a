"""Small crawling creatures with many legs, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import egg, mirrored, plate, smooth, tube
from indexer.parametric.nature.farm_and_forest import flow, hide
from indexer.parametric.solids import Part, ball, kinds_of, turned


def scorpion(g: Generator) -> list[Part]:
    claw, arch, fat = g.uniform(0.018, 0.028), g.uniform(0.8, 1.15), g.uniform(0.016, 0.021)
    parts = [hide([(0.0, fat * 0.9, 0.011, 0.02), (0.03, fat, 0.012, 0.022), (0.055, fat * 0.7, 0.009, 0.02)], 2.5)]
    for k in range(6):
        w = fat * (1.05 - 0.08 * abs(k - 2))
        parts.append(egg(w, 0.011, 0.009, 0, 0.02, -0.003 - 0.011 * k))
    y, z, a = 0.022, -0.065, np.radians(160)
    for k in range(5):  # the tail, bent over the back
        step = 0.028 + 0.002 * k
        y, z, a = y + step * np.sin(a), z + step * np.cos(a), a - arch * 0.52
        parts.append(
            turned(egg(0.0095, 0.0085, 0.017), (-np.degrees(a + arch * 0.52), 0, 0), (0, y - step * 0.4 * np.sin(a), z))
        )
    sting = np.array((0, y, z))
    ahead = np.array((0, np.sin(a), np.cos(a)))
    below = np.array((0, -np.cos(a), np.sin(a))) * -1
    parts += [ball(0.012, *(sting + ahead * 0.02))]
    tip = [
        (*(sting + ahead * 0.028), 0.008),
        (*(sting + ahead * 0.048), 0.004),
        (*(sting + ahead * 0.05 - below * 0.018), 0.0006),
    ]
    parts.append(flow(tip, 7))
    out = g.uniform(0.05, 0.07)
    arm = [flow([(0.014, 0.02, 0.045, 0.006), (out, 0.03, 0.06, 0.007), (out * 0.9, 0.022, 0.095, 0.008)], 8)]
    for p in (
        egg(claw * 0.55, claw * 0.45, claw * 0.85, 0, 0, claw * 0.6),
        flow(
            [
                (claw * 0.3, 0, claw, claw * 0.25),
                (claw * 0.45, 0, claw * 1.8, claw * 0.16),
                (claw * 0.05, 0, claw * 2.3, 0.0006),
            ],
            7,
        ),
        flow(
            [
                (-claw * 0.3, 0, claw, claw * 0.22),
                (-claw * 0.35, 0, claw * 1.8, claw * 0.13),
                (0, 0, claw * 2.2, 0.0006),
            ],
            7,
        ),
    ):
        arm.append(turned(p, (0, -12, 0), (out * 0.9, 0.022, 0.09)))
    for k in range(4):
        at, end = 0.035 - 0.017 * k, 0.045 - 0.032 * k
        reach = 0.065 + 0.006 * k
        knee = [(reach * 0.5, 0.042, (at + end) / 2, 0.004), (reach * 0.85, 0.02, end, 0.003)]
        arm.append(flow([(0.012, 0.018, at, 0.0045), *knee, (reach, 0, end, 0.001)], 7))
    return [*parts, *mirrored(*arm, ball(0.0025, 0.005, 0.031, 0.05), egg(0.004, 0.004, 0.009, 0.005, 0.016, 0.06))]


def caterpillar(g: Generator) -> list[Part]:
    n, r, arch, style = int(g.integers(9, 14)), g.uniform(0.007, 0.0095), g.uniform(0, 0.035), int(g.integers(3))
    if style < 2:
        arch *= 0.3
    wave = g.uniform(-0.012, 0.012)
    parts = []
    for k in range(n):
        s = k / (n - 1)
        p = (wave * np.sin(s * 6), r + 0.004 + arch * np.sin(np.pi * s) ** 2, (s - 0.5) * n * r * 1.25)
        fat = r * (0.8 + 0.25 * np.sin(np.pi * min(1.0, s * 0.8 + 0.15)))
        parts.append(egg(fat, fat, r * 0.85, *p))
        if k > n - 5 or 2 <= k <= 5 or k == 0:  # true legs in front, soft ones behind
            soft = k <= 5
            foot = (r * 0.75, p[1] - r - 0.004, p[2])
            if p[1] < r + 0.02:
                parts += [
                    q
                    for x in (1, -1)
                    for q in (
                        tube(
                            [(p[0] + x * r * 0.5, p[1] - r * 0.4, p[2]), (p[0] + x * foot[0], foot[1], foot[2])],
                            [r * 0.4, r * (0.35 if soft else 0.1)],
                            7,
                        ),
                    )
                ]
        if style == 1:  # bristles
            for _ in range(9):
                a, d = g.uniform(-0.3, 3.44), g.uniform(-0.4, 0.4)
                q = np.array((np.cos(a), np.sin(a), d))
                parts.append(
                    tube(
                        [np.array(p) + q * fat * 0.8, np.array(p) + q * fat * g.uniform(1.7, 2.4)],
                        [r * 0.07, r * 0.02],
                        4,
                    )
                )
    head = np.array(p)
    parts.append(ball(r * 1.05, head[0], head[1] + r * 0.15, head[2] + r * 0.9))
    eyes = [ball(r * 0.25, s * r * 0.5, head[1] + r * 0.5, head[2] + r * 1.7) for s in (1, -1)]
    feelers = []
    for side in (1, -1):
        root, tip = (
            head + np.array((side * r * 0.4, r * 0.9, r * 0.9)),
            head + np.array((side * r * 0.9, r * 2, r * 1.3)),
        )
        feelers += [tube([root, tip], [r * 0.14, r * 0.06], 6), ball(r * 0.16, *tip)]
    if style == 0:  # on a leaf
        long = n * r * 1.1
        blade = smooth(
            [
                (0, -long),
                (long * 0.45, -long * 0.4),
                (long * 0.4, long * 0.4),
                (0, long * 1.1),
                (-long * 0.4, long * 0.4),
                (-long * 0.45, -long * 0.4),
            ]
        )
        parts += [plate(blade, 0.001, 0, -0.001, 0), tube([(0, 0, -long * 1.3), (0, 0, long)], [0.0018, 0.0008], 6)]
    for e in eyes:
        e.apply_translation((head[0], 0, 0))
    return [*parts, *eyes, *feelers]


def centipede(g: Generator) -> list[Part]:
    n, waves, sway, reach = (
        int(g.integers(15, 24)),
        g.uniform(0.6, 1.4),
        g.uniform(0.008, 0.022),
        g.uniform(0.014, 0.02),
    )
    s = np.linspace(0, 1, n)
    phase = g.uniform(0, 6.28)
    path = np.stack([sway * np.sin(phase + waves * 6.28 * s), np.full(n, 0.007), (s - 0.5) * n * 0.0088], axis=1)
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    out = np.stack([ahead[:, 2], 0 * s, -ahead[:, 0]], axis=1)
    parts = []
    for k in range(n):
        heading = float(np.degrees(np.arctan2(ahead[k][0], ahead[k][2])))
        w = 0.0065 * (0.7 + 0.3 * np.sin(np.pi * min(1, 0.15 + s[k])))
        parts.append(
            turned(
                hide([(-0.0046, w * 0.8, 0.0026, 0), (0, w, 0.0036, 0), (0.0046, w * 0.9, 0.003, 0)], 2.6),
                (0, heading, 0),
                tuple(path[k]),
            )
        )
        swing = 0.005 * np.sin(k * 1.1) - 0.004
        for side in (1, -1):
            knee = path[k] + out[k] * side * reach * 0.6 + ahead[k] * swing * 0.6 + (0, 0.004, 0)
            foot = path[k] + out[k] * side * reach + ahead[k] * swing * 1.6 - (0, 0.007, 0)
            parts.append(tube([path[k] + out[k] * side * w * 0.8, knee, foot], [0.0013, 0.001, 0.0003], 6))
    end, start = path[-1], path[0]
    parts.append(egg(0.0065, 0.0036, 0.006, *(end + ahead[-1] * 0.008)))
    for side in (1, -1):
        o = out[-1] * side
        mid = end + ahead[-1] * 0.024 + o * 0.01 + (0, 0.004, 0)
        parts.append(
            flow(
                [
                    (*(end + ahead[-1] * 0.011 + o * 0.003), 0.001),
                    (*mid, 0.0008),
                    (*(mid + ahead[-1] * 0.008 + o * 0.014), 0.0003),
                ],
                6,
            )
        )
        parts.append(
            flow(
                [
                    (*(end + ahead[-1] * 0.005 + o * 0.005), 0.0018),
                    (*(end + ahead[-1] * 0.012 + o * 0.008), 0.0012),
                    (*(end + ahead[-1] * 0.016 + o * 0.001), 0.0002),
                ],
                6,
            )
        )
        parts.append(
            tube(
                [
                    start,
                    start - ahead[0] * 0.016 + out[0] * side * 0.008,
                    start - ahead[0] * 0.03 + out[0] * side * 0.012,
                ],
                [0.0016, 0.0012, 0.0003],
                6,
            )
        )
    return parts


KINDS = kinds_of(scorpion, caterpillar, centipede)
