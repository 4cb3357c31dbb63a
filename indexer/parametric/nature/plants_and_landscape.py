"""Leaves, seeds and feathers found on a walk."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, plate, tube
from indexer.parametric.nature.farm_and_forest import flow
from indexer.parametric.solids import Part, kinds_of, lathe, turned


def _bowed(parts: list[Part], bend: float, fold: float) -> list[Part]:
    """Flat parts on the ground, bowed along z and folded up at the sides."""
    for part in parts:
        v = part.vertices.copy()
        v[:, 1] += bend * v[:, 2] ** 2 + fold * np.abs(v[:, 0])
        part.vertices = v
    return parts


def leaf(g: Generator) -> list[Part]:
    style, n, wide = int(g.integers(4)), 26, g.uniform(0.8, 1.25)
    stem, thick = g.uniform(0.03, 0.06), 0.0015
    right: list[tuple[float, float]] = []
    veins: list[tuple[float, float]] = []
    if style == 0:  # maple: five pointed lobes
        lobes = [
            (0.02, -70),
            (0.055, -50),
            (0.032, -25),
            (0.048, -12),
            (0.045, 8),
            (0.085, 18),
            (0.055, 33),
            (0.06, 44),
            (0.03, 55),
            (0.05, 66),
            (0.052, 76),
            (0.07, 80),
            (0.068, 86),
        ]
        right = [(r * np.cos(np.radians(a)) * wide, r * np.sin(np.radians(a))) for r, a in lobes] + [(0, 0.095)]
        veins = [(0.047 * wide, -0.05), (0.08 * wide, 0.026), (0, 0.09)]
    else:
        for s in np.linspace(0, 1, n):
            w = (0.035 * np.sin(np.pi * s**0.8), 0.038 * np.sin(np.pi * s**1.4), 0.026 * np.sin(np.pi * s) ** 0.8)[
                style - 1
            ]
            if style == 2:  # oak: rounded lobes
                w *= 0.72 + 0.28 * np.sin(s * 27)
            elif style == 3:  # toothed
                w *= 1 - 0.12 * ((s * 13) % 1)
            right.append((w * wide + 1e-4 * (0 < s < 1), -0.06 + 0.13 * s))
        veins = [(0, 0.066)]
    outline = [*right, *[(-a, b) for a, b in right[-2:0:-1]]]
    if style == 0:
        outline = [*right, *[(-a, b) for a, b in right[-2::-1]]]
    parts = [plate(outline, thick)]
    root = (0, -0.02) if style == 0 else (0, -0.06)
    for a, b in veins:
        for side in (1, -1) if a else (1,):
            parts.append(tube([(root[0], thick, root[1]), (side * a, thick, b)], [0.0014, 0.0004], 6))
    if style:
        for s in np.linspace(0.12, 0.8, 7):
            w = np.interp(-0.06 + 0.13 * min(1.0, s + 0.12), [b for _, b in right], [a for a, _ in right]) * 0.9
            for side in (1, -1):
                parts.append(
                    tube(
                        [(0, thick, -0.06 + 0.13 * s), (side * w, thick, -0.06 + 0.13 * min(1.0, s + 0.12))],
                        [0.0009, 0.0003],
                        5,
                    )
                )
    parts.append(
        tube([(0, 0.0007, root[1] + 0.01), (g.uniform(-0.01, 0.01), 0.0007, root[1] - stem)], [0.0016, 0.001], 6)
    )
    return [turned(p, (-90 + g.uniform(19.9, 20), 0, 0)) for p in _bowed(parts, g.uniform(-4, 4), g.uniform(0, 0.15))]


def fern(g: Generator) -> list[Part]:
    fronds, long, droop, pot = int(g.integers(7, 11)), g.uniform(0.5, 0.75), g.uniform(0.5, 1.1), chance(g, 0.4)
    parts: list[Part] = []
    n = 9
    for f in range(fronds):
        frond = []
        rise, out = g.uniform(0.5, 0.9), g.uniform(0.85, 1.1)
        s = np.linspace(0, 1, 2 * n)
        line = np.stack([0 * s, long * (rise * 1.6 * s - droop * s**2.2), long * out * s], axis=1)
        frond.append(tube(line[::3], list(np.linspace(0.008, 0.002, len(line[::3]))), 4))
        for k in range(2, 2 * n):
            w = long * 0.2 * np.sin(np.pi * (0.12 + 0.88 * s[k])) ** 0.8 + 0.01
            for side in (1, -1):
                root, tip = line[k], line[k] + np.array((side * w, -0.15 * w, 0.35 * w))
                frond.append(tube([root, (root + tip) / 2 + np.array((0, 0.01, 0)), tip], [0.004, 0.013, 0.001], 4))
        parts += [turned(p, (0, 360 * f / fronds + g.uniform(-2, 2), 0)) for p in frond]
    for k in range(3):  # young ones, still rolled up
        a = np.linspace(0, 9, 20)
        curl = np.stack(
            [0 * a, 0.25 * long + 0.004 * (10 - a) * np.sin(a), 0.02 + 0.004 * (10 - a) * (1 - np.cos(a))], axis=1
        )
        young = tube([(0, 0, 0), *curl], [0.008, *np.linspace(0.008, 0.004, 20)], 5)
        parts.append(turned(young, (0, 120 * k + g.uniform(0, 60), 0)))
    if pot:
        parts.append(
            lathe(
                [
                    (0, -0.22),
                    (0.1, -0.22),
                    (0.14, -0.03),
                    (0.155, -0.03),
                    (0.155, 0.01),
                    (0.12, 0.01),
                    (0.11, -0.03),
                    (0, -0.03),
                ]
            )
        )
    return parts


def feather(g: Generator) -> list[Part]:
    long, wide, bend, style = g.uniform(0.2, 0.3), g.uniform(0.022, 0.036), g.uniform(-1.2, 1.2), int(g.integers(3))
    parts = []
    n = 34
    s = np.linspace(0, 1, n)
    line = np.stack([0 * s, 0 * s, long * (s - 0.5)], axis=1)
    parts.append(tube(line, list(np.linspace(0.003, 0.0006, n)), 8))
    gap = g.uniform(0.3, 0.7)
    for side in (1, -1):
        rim: list[tuple[float, float]] = []
        w0 = wide * (1.0 if side > 0 else (1.0, 0.55, 1.0)[style])
        for q in s[7:]:
            w = w0 * np.sin(np.pi * min(1.0, (q - 0.16) / 0.86)) ** (0.4 if style else 0.7)
            if 0 < q - gap < 0.05 or 0 < q - gap * 0.7 - 0.25 < 0.03:  # where the vane has split
                w *= 0.4
            rim.append((side * (w + 0.001), long * (q - 0.5) + w * 0.55))
        rim = [(a, min(b, long * 0.52)) for a, b in rim]
        parts.append(plate([(0, long * -0.3), *rim, (0, long * 0.5)], 0.0014, 0, -0.0007, 0))
        for q in s[8:-3:2]:
            w = w0 * np.sin(np.pi * min(1.0, (q - 0.16) / 0.86)) ** (0.4 if style else 0.7) * 0.9
            parts.append(
                tube(
                    [(0, 0.001, long * (q - 0.5)), (side * w, 0.001, long * (q - 0.5) + w * 0.55)], [0.0009, 0.0004], 4
                )
            )
    for _ in range(14):  # down at its foot
        q, side = g.uniform(0.12, 0.24), g.choice((-1, 1))
        root = np.array((0, 0, long * (q - 0.5)))
        parts.append(
            flow(
                [
                    (*root, 0.0008),
                    (side * 0.012, 0.002, root[2] + 0.008, 0.0007),
                    (side * g.uniform(0.012, 0.022), g.uniform(-0.006, 0.008), root[2], 0.0003),
                ],
                4,
            )
        )
    for part in parts:
        v = part.vertices.copy()
        v[:, 0] += bend * v[:, 2] ** 2
        v[:, 1] += 0.7 * abs(bend) * v[:, 2] ** 2
        part.vertices = v
    if style < 2:
        return [turned(p, (-65, 0, 0)) for p in parts]
    parts = [turned(p, (-70, 0, 0)) for p in parts]  # a quill in its ink pot
    parts = [turned(p, (0, 0, 0), (0, long * 0.5 + 0.01, -0.02)) for p in parts]
    pot = [(0, 0), (0.028, 0), (0.03, 0.02), (0.016, 0.034), (0.018, 0.042), (0.012, 0.042), (0.012, 0.03), (0, 0.02)]
    return [*parts, lathe(pot)]


KINDS = kinds_of(
    leaf,
    fern,
    feather,
)
