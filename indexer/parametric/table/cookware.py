"""Cookware: what food is cooked and baked in on the stove and in the oven."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, loft, mirrored, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, rod, turned


def vessel(line: list[tuple[float, float]], wall: float) -> Part:
    """A vessel of an outline of (radius, height) from its foot's centre up to its rim, with a wall."""
    inside = [(max(r - wall, 0), y + wall * (r < line[-1][0] * 0.7 or i < 2)) for i, (r, y) in enumerate(line)]
    return lathe([*line, *inside[::-1]])


def _pan(w: float, d: float, h: float, flare: float, wall: float, power: float = 8) -> Part:
    """A dish w x d at its foot with rounded corners, its rim wider by `flare`, hollow."""
    a = np.linspace(0, 2 * math.pi, 48, endpoint=False) + 0.01
    x, z = (np.sign(f) * np.abs(f) ** (2 / power) / 2 for f in (np.cos(a), np.sin(a)))
    rows = [np.stack([(w + k) * x, a * 0 + y, (d + k) * z], 1) for k, y in ((0, 0), (flare, h), (flare + wall * 3, h),
        (flare + wall * 3, h - wall), (flare + wall * 3, h + wall * 0.5), (flare - wall * 2, h),
            (-wall * 2, wall))]  # fmt: skip
    return loft(np.array(rows))


def wok(g: Generator) -> list[Part]:
    r, style = g.uniform(0.15, 0.19), int(g.integers(4))
    deep, wall = r * g.uniform(0.45, 0.65), r * 0.02
    line = [(r * math.sin(a), deep * (1 - math.cos(a))) for a in np.linspace(0, math.pi / 2, 14)]
    flat = r * g.uniform(0.2, 0.35)
    parts = [vessel([(float(x), max(float(y), deep * 0.03)) for x, y in line], wall), rod(flat, deep * 0.06)]
    rim = deep
    ear = tube(smooth([(r * 0.97, rim * 0.85, r * 0.25), (r * 1.22, rim * 1.1, r * 0.2),
        (r * 1.22, rim * 1.1, -r * 0.2),
        (r * 0.97, rim * 0.85, -r * 0.25)], False), r * 0.035)  # fmt: skip
    if style in (0, 2):  # one long handle
        reach, up = r * g.uniform(1.0, 1.4), r * g.uniform(0.25, 0.5)
        end = np.array((-r * 0.95 - reach, rim + up, 0))
        start = np.array((-r * 0.93, rim * 0.8, 0))
        parts += [tube([start, start + (end - start) * 0.4], r * 0.04),
            tube([start + (end - start) * k for k in (0.35, 0.6, 1)],
            [r * 0.05, r * 0.075, r * 0.065], 12), ball(r * 0.065, *end)]  # fmt: skip
        parts += [ear] if chance(g) else []
    else:
        parts += mirrored(ear)
    if style >= 2:  # with its lid
        parts += [lathe([(r, rim), (r * 0.8, rim + r * 0.18), (r * 0.4, rim + r * 0.32), (0, rim + r * 0.36),
            (0, rim)]),
            rod(r * 0.05, r * 0.1, y=rim + r * 0.34), ball(r * 0.1, 0, rim + r * 0.47, 0, (1, 0.6, 1))]  # fmt: skip
    else:
        parts += (
            []
            if chance(g, 0.6)
            else [
                lathe(
                    [
                        (r * 0.5, -r * 0.1),
                        (r * 0.4, r * 0.12),
                        (r * 0.36, r * 0.12),
                        (r * 0.46, -r * 0.1),
                        (r * 0.5, -r * 0.1),
                    ]
                )
            ]
        )
    return parts


def casserole_dish(g: Generator) -> list[Part]:
    w, style, wall = g.uniform(0.24, 0.32), int(g.integers(3)), g.uniform(0.005, 0.009)
    d, h = w * (1.0 if style == 1 else g.uniform(0.6, 0.75)), w * g.uniform(0.22, 0.36)
    power = (2.2, 2.0, 7.0)[style]
    parts = [_pan(w, d, h, w * 0.06, wall, power)]
    reach = w * 0.53
    for s in (1, -1):
        parts.append(tube(smooth([(s * reach, h * 0.85, d * 0.24), (s * (reach + w * 0.1), h * 0.92, d * 0.18),
            (s * (reach + w * 0.1), h * 0.92, -d * 0.18),
            (s * reach, h * 0.85, -d * 0.24)], False), w * 0.025))  # fmt: skip
    a = np.linspace(0, 2 * math.pi, 48, endpoint=False) + 0.01
    x, z = (np.sign(f) * np.abs(f) ** (2 / power) / 2 for f in (np.cos(a), np.sin(a)))
    rise = w * g.uniform(0.1, 0.2)
    lid = [loft(np.array([np.stack([k * w * 1.09 * x, a * 0 + h + rise * y, k * d * 1.09 * z], 1)
        for k, y in ((0.97, 0), (1, 0.05), (1, 0.2), (0.88, 0.5), (0.6, 0.85), (0.25, 1.0))]))]  # fmt: skip
    if chance(g):
        lid += [rod(w * 0.025, w * 0.05, y=h + rise * 0.95), ball(w * 0.055, 0, h + rise + w * 0.06, 0, (1, 0.6, 1))]
    else:
        lid.append(
            tube(
                smooth(
                    [
                        (-w * 0.13, h + rise * 0.9, 0),
                        (-w * 0.1, h + rise + w * 0.08, 0),
                        (w * 0.1, h + rise + w * 0.08, 0),
                        (w * 0.13, h + rise * 0.9, 0),
                    ],
                    False,
                ),
                w * 0.02,
            )
        )
    if style == 2 and chance(g, 0.6):  # without a lid, full to the edge
        crust = [egg(w * 0.09, w * 0.04, w * 0.09, w * x, h * 0.75, d * z) for x, z in g.uniform(-0.38, 0.38, (20, 2))]
        return [*parts, box(w * 0.92, h * 0.7, d * 0.9, 0, wall), *crust]
    if chance(g, 0.25):
        lid = [turned(p, (62, 0, 0), (0, w * 0.02, d * 1.0)) for p in lid]
    return parts + lid


def muffin_tin(g: Generator) -> list[Part]:
    r, style = g.uniform(0.03, 0.038), int(g.integers(3))
    nx, nz = (int(v) for v in g.choice([(3, 2), (4, 3), (4, 2), (3, 3)]))
    step, h, full = r * g.uniform(2.35, 2.7), r * g.uniform(0.9, 1.3), style == 1
    parts: list[Part] = []
    cup = lathe(
        [(0, 0), (r * 0.72, 0), (r, h), (r * 1.06, h), (r * 0.95, h * 0.98), (r * 0.68, h * 0.06), (0, h * 0.06)]
    )
    ring_ = np.radians(np.arange(0, 360, 15))
    square = np.stack([np.cos(ring_), np.sin(ring_)], 1)
    square = square / np.abs(square).max(1, keepdims=True) * step / 2
    circle = np.stack([np.cos(ring_), np.sin(ring_)], 1) * r
    for i in range(nx):
        for j in range(nz):
            x, z = (i - (nx - 1) / 2) * step, (j - (nz - 1) / 2) * step
            rows = [
                np.column_stack([v[:, 0] + x, np.full(24, h + y), v[:, 1] + z])
                for v, y in ((circle, 0), (square, 0), (square, -r * 0.05), (circle, -r * 0.05))
            ]
            skin = loft(np.array([*rows, rows[0]]))
            skin.update_faces(np.arange(len(skin.faces)) < len(skin.faces) - 48)
            parts += [skin, turned(cup.copy(), (0, 0, 0), (x, 0, z))]
            if full and g.random() < 0.85:
                top = [
                    (0.001, h * 0.5),
                    (r * 0.9, h),
                    (r * 1.12, h * 1.12),
                    (r * 1.0, h * 1.4),
                    (r * 0.5, h * 1.62),
                    (0.001, h * 1.66),
                ]
                parts.append(turned(lathe(top), (0, 0, 0), (x, 0, z)))
    w, d = nx * step, nz * step
    edge = [(w / 2, d / 2), (-w / 2, d / 2), (-w / 2, -d / 2), (w / 2, -d / 2), (w / 2, d / 2)]
    parts.append(tube([(x, h, z) for x, z in edge], r * 0.07, 6))
    for s in (1, -1):
        parts.append(box(r * 0.7, r * 0.06, d * g.uniform(0.35, 0.6), s * (w / 2 + r * 0.35), h - r * 0.05))
    tilt = g.uniform(45, 75) if style == 2 else 0
    return [turned(p, (tilt, 0, 0)) for p in parts]


KINDS = kinds_of(wok, casserole_dish, muffin_tin)
