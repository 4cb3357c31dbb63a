"""Shells, shrimps and corals."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, loft, mirrored, tube, upright
from indexer.parametric.nature.farm_and_forest import flow, hide
from indexer.parametric.solids import Part, ball, kinds_of, turned


def conch_shell(g: Generator) -> list[Part]:
    turns, n, flare, spikes = g.uniform(5, 6.5), 130, g.uniform(0.2, 0.5), int(g.integers(0, 3))
    t = np.linspace(0, 1, n)
    grow = np.exp(2.9 * (t - 1))
    a = turns * 2 * np.pi * t
    axis = np.stack([np.cos(a) * grow * 0.075, np.sin(a) * grow * 0.075, 0.16 - 0.2 * grow], axis=1)
    r = 0.082 * grow * (1 + 0.08 * (spikes == 1) * np.sin(a * 8))
    parts = [tube(axis, list(r), 14)]
    end = hide([(-0.29, 0.012, 0.012, 0), (-0.2, 0.04, 0.04, 0), (-0.08, 0.115, 0.115, 0), (0.0, 0.09, 0.09, 0)])
    parts += [end, tube([(0, 0, 0.0), (0, 0, 0.165)], [0.05, 0.003], 12)]
    b = a[-1]
    side, up = np.array((np.cos(b), np.sin(b), 0)), np.array((-np.sin(b), np.cos(b), 0))
    rings = []
    for s in np.linspace(0, 1, 12):  # the flaring lip
        centre = np.array((0, 0, -0.28 + 0.34 * s)) + side * 0.07
        out = flare * 0.33 * np.sin(np.pi * s) ** 0.7
        curve = np.array(
            [centre + side * out * q + up * (0.05 * np.sin(q * 2.2) + 0.03) for q in (0.0, 0.35, 0.7, 1.0)]
        )
        rings.append(np.concatenate([curve, curve[::-1] - up * 0.012]))
    parts.append(loft(np.array(rings)))
    if spikes:
        for k in range(40, n, 6):
            out = np.array((np.cos(a[k]), np.sin(a[k]), 0.5))
            parts.append(tube([axis[k] + out * r[k] * 0.7, axis[k] + out * r[k] * 1.45], [r[k] * 0.28, 0.001], 6))
    return [turned(p, (0, 0, g.uniform(0, 1)), (0, 0.15, 0)) for p in parts]


def coral(g: Generator) -> list[Part]:
    style = int(g.integers(3))
    parts = [egg(0.12, 0.04, 0.1, 0, 0.01, 0)]
    if style == 2:  # a cluster of pipes
        for _ in range(int(g.integers(14, 24))):
            x, z, r = g.uniform(-0.11, 0.11), g.uniform(-0.09, 0.09), g.uniform(0.016, 0.03)
            h = g.uniform(0.15, 0.4) * (1 - 3 * abs(x))
            top = np.array((x * 2.0, h, z * 2.0))
            parts += [
                tube([(x, 0, z), (x * 1.3, h * 0.6, z * 1.3), top], [r * 0.8, r * 0.85, r * 1.15]),
                ball(r * 0.7, *top),
            ]
        return parts

    def grow(at: np.ndarray, to: np.ndarray, long: float, r: float, depth: int) -> None:
        end = at + to * long
        parts.append(tube([at, (at + end) / 2 + g.normal(0, 0.06, 3) * long, end], [r, r * 0.9, r * 0.7], 7))
        for _ in range(3 if depth else 0):
            turn = to + g.normal(0, 0.6, 3) * ((1, 0.6, 0.12) if style else (1, 0.6, 1)) + np.array((0, 0.25, 0))
            grow(end, turn / np.linalg.norm(turn), long * g.uniform(0.65, 0.85), r * 0.75, depth - 1)

    for k in range(int(g.integers(3, 5))):  # staghorn, or a flat fan
        a = 2.3 * k
        to = np.array((np.cos(a) * 0.7, 1, np.sin(a) * (0.1 if style else 0.7)))
        grow(np.array((0.04 * np.cos(a), 0.02, 0)), to / np.linalg.norm(to), g.uniform(0.1, 0.15), 0.022, 3)
    return parts


def clam(g: Generator) -> list[Part]:
    wide, gape, ribs, style = g.uniform(0.9, 1.25), g.uniform(8, 50), int(g.integers(7, 13)), int(g.integers(2))
    r = g.uniform(0.08, 0.12)
    shells = []
    rings = []
    for s in np.linspace(0, 1, 14):  # from the hinge outwards over the dome and back along its inside
        row = []
        for a in np.linspace(-1.15, 1.15, ribs * 4 + 1):
            wave = 0.5 + 0.5 * np.cos(2 * np.pi * ribs * (a + 1.15) / 2.3)
            reach = 2 * r * s * np.cos(a * 0.55) * (1 + (0.1 if style else 0.04) * wave * s)
            high = r * (0.75 * np.sin(np.pi * s**0.6) * np.cos(a * 1.1) + 0.12 * wave * s)
            row.append((reach * np.sin(a) * wide, max(high, 0.0) + 0.004, reach * np.cos(a) - r))
        outer = np.array(row)
        rings.append(np.concatenate([outer, (outer - (0, 0.006, 0))[::-1]]))
    rings[0] = rings[0].mean(0) + (rings[0] - rings[0].mean(0)) * 0.02
    shells.append(loft(np.array(rings)))
    lower = shells[0].copy()
    lower.apply_transform(np.diag([1.0, -1, 1, 1]))
    shells[0].apply_translation((0, 0, r))
    upper = turned(shells[0], (-gape, 0, 0), (0, 0.005, -r))
    parts = [upper, lower, egg(0.014, 0.012, 0.01, 0, 0, -r)]
    if gape > 25:
        parts += [
            egg(r * 0.7 * wide, r * 0.2, r * 0.7, 0, -r * 0.1, 0),
            *([ball(r * 0.28, 0, r * 0.25, r * 0.25)] if chance(g, 0.7) else []),
        ]
    return [turned(p, (0, 0, 0), (0, r, 0)) for p in parts]


def nautilus(g: Generator) -> list[Part]:
    n, turns, tight = 72, g.uniform(2.4, 3.0), g.uniform(0.15, 0.18)
    a = np.linspace(-turns * 2 * np.pi, 0, n)
    grow = np.exp(tight * a)
    line = np.stack([0 * a, 0.085 * grow * np.sin(a + 0.5), 0.085 * grow * np.cos(a + 0.5)], axis=1)
    parts = [tube(line, list(0.074 * grow * (1 + 0.03 * (np.arange(n) % 4 == 0))), 18)]
    mouth, out = line[-1], np.array((0, np.cos(0.5), -np.sin(0.5)))
    parts.append(turned(egg(0.058, 0.066, 0.045), (-62, 0, 0), tuple(mouth + out * 0.015)))
    parts.append(turned(egg(0.05, 0.02, 0.075), (-35, 0, 0), tuple(mouth + out * 0.03 + (0, -0.015, -0.045))))
    parts += mirrored(ball(0.016, 0.056, mouth[1] + 0.01, mouth[2] - 0.02))
    reach = g.uniform(0.07, 0.12)
    for _ in range(int(g.integers(14, 26))):
        side, drop = g.uniform(-0.045, 0.045), g.uniform(-0.045, 0.045)
        root = mouth + np.array((side, 0.02, drop))
        tip = root + np.array(
            (side * 1.2 + g.uniform(-0.02, 0.02), reach * g.uniform(0.6, 1.1), drop * 0.8 + g.uniform(-0.03, 0.03))
        )
        half = (root + tip) / 2 + g.uniform(-0.012, 0.012, 3)
        parts.append(flow([(*root, 0.008), (*half, 0.006), (*tip, 0.002)], 6))
    return [turned(p, (100, 0, 0), (0, 0.15, 0)) for p in parts]


def hermit_crab(g: Generator) -> list[Part]:
    turns, claw, tilt = g.uniform(3.5, 5), g.uniform(0.018, 0.026), g.uniform(-65, -30)
    t = np.linspace(0, 1, 90)
    grow, a = np.exp(2.6 * (t - 1)), turns * 2 * np.pi * t
    line = np.stack([0.03 * grow * np.cos(a), 0.03 * grow * np.sin(a), 0.075 - 0.1 * grow], axis=1)
    shell = [
        tube(line, list(0.03 * grow * (1 + 0.05 * np.sin(a * g.integers(0, 9)))), 14),
        egg(0.02, 0.02, 0.04, 0, 0, 0.01),
    ]
    parts = [turned(p, (180 + tilt, 0, g.uniform(-1, 1)), (0, 0.055, -0.03)) for p in shell]
    parts += [
        hide(
            [
                (-0.03, 0.014, 0.014, 0.034),
                (0.01, 0.02, 0.016, 0.03),
                (0.035, 0.016, 0.012, 0.03),
                (0.045, 0.006, 0.006, 0.03),
            ]
        )
    ]
    parts += mirrored(
        flow([(0.008, 0.036, 0.035, 0.003), (0.011, 0.055, 0.045, 0.0025)], 6), ball(0.005, 0.011, 0.057, 0.046)
    )
    parts += mirrored(flow([(0.005, 0.035, 0.04, 0.002), (0.02, 0.06, 0.07, 0.0012), (0.04, 0.055, 0.1, 0.0005)], 5))
    for k in range(3):
        at, reach = 0.03 - 0.014 * k, 0.055 + 0.006 * k
        end = (reach + 0.012, 0.0, at + 0.03 - 0.018 * k, 0.0012)
        parts += mirrored(flow([(0.014, 0.03, at, 0.006), (reach * 0.75, 0.05, at + 0.012 - 0.01 * k, 0.006), end], 7))
    for x, c in ((-0.028, claw), (0.028, claw * 0.65)):
        parts += [flow([(x * 0.5, 0.028, 0.03, 0.007), (x * 1.3, 0.03, 0.05, 0.009), (x, 0.022, 0.066, 0.008)], 8)]
        grip = [egg(c * 0.6, c * 0.5, c * 0.85, 0, 0, c * 0.6)]
        grip += [
            flow(
                [(s * c * 0.3, 0, c, c * 0.3), (s * c * 0.42, 0, c * 1.6, c * 0.2), (s * c * 0.06, 0, c * 2.0, 0.0008)],
                7,
            )
            for s in (1, -1)
        ]
        parts += [turned(p, (8, -x * 400, 0), (x, 0.021, 0.064)) for p in grip]
    return parts


def shrimp(g: Generator) -> list[Part]:
    bend, r, feeler = g.uniform(2.2, 3.4), g.uniform(0.014, 0.018), g.uniform(0.07, 0.13)
    parts = [
        hide(
            [
                (-0.005, r, r * 1.1, 0.05),
                (0.02, r * 1.05, r * 1.15, 0.05),
                (0.05, r * 0.7, r * 0.8, 0.052),
                (0.062, 0.003, 0.004, 0.056),
            ]
        )
    ]
    parts.append(upright([(0.03, 0.062), (0.05, 0.064), (0.095, 0.078), (0.06, 0.056), (0.04, 0.052)], 0.004))
    y, z, a = 0.05, -0.005, -0.15
    for k in range(7):  # the arched tail, of overlapping rings
        w = r * (1.05 - 0.1 * k)
        part = hide([(-0.011, w * 0.75, w * 0.85, 0), (0.0, w, w * 1.1, 0), (0.008, w * 0.85, w, 0)])
        parts.append(turned(part, (-np.degrees(a), 0, 0), (0, y, z)))
        if 0 < k < 6:
            down = np.array((0, -np.cos(a), np.sin(a)))
            foot = [np.array((0.006, y, z)) + down * q for q in (w * 0.8, w * 0.8 + 0.018)]
            parts += mirrored(tube(foot, [0.004, 0.002], 6))
        z, y, a = z - 0.014 * np.cos(a), y - 0.014 * np.sin(a), a + bend / 7
    for angle in (-45, -18, 18, 45):
        parts.append(
            turned(turned(egg(0.006, 0.0016, 0.015, 0, 0, -0.014), (0, angle, 0)), (-np.degrees(a), 0, 0), (0, y, z))
        )
    parts += mirrored(
        ball(0.0045, 0.011, 0.06, 0.05), flow([(0.005, 0.05, 0.055, 0.003), (0.018, 0.054, 0.085, 0.001)], 6)
    )
    back = g.uniform(-0.08, 0.0)
    long = [
        (0.006, 0.054, 0.056, 0.0022),
        (0.03, 0.075, 0.056 + feeler * 0.7, 0.0014),
        (0.06, 0.1, back + feeler, 0.0006),
    ]
    parts += mirrored(flow(long, 6))
    for k in range(5):
        at = 0.042 - 0.01 * k
        knee = (0.024, 0.03, at + 0.012 - 0.005 * k, 0.002)
        parts += mirrored(flow([(0.009, 0.042, at, 0.003), knee, (0.022, 0.004, at + 0.02 - 0.01 * k, 0.0008)], 6))
    return parts


KINDS = kinds_of(conch_shell, coral, clam, nautilus, hermit_crab, shrimp)
