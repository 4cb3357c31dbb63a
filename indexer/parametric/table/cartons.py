"""Cartons: card boxes for milk, juice and eggs."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, loft, slab, tube, upright
from indexer.parametric.solids import Part, around, box, kinds_of, lathe, ring, rod, turned


def hollow_box(w: float, d: float, h: float, foot: float, wall: float, power: float = 8) -> Part:
    """A hollow vessel with rounded corners, w x d at its rim and `foot` times that at its base."""
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False) + 0.01
    x, z = (np.sign(f) * np.abs(f) ** (2 / power) / 2 for f in (np.cos(a), np.sin(a)))
    rows = [
        np.stack([w * k * x, a * 0 + y, d * k * z], 1)
        for k, y in ((foot, 0), (1, h), (1 - wall, h), (foot - wall, h * 0.06))
    ]
    return loft(np.array(rows))


def milk_carton(g: Generator) -> list[Part]:
    w, style = g.uniform(0.07, 0.095), int(g.integers(3))
    h, roof = w * g.uniform(1.3, 2.3), w * g.uniform(0.4, 0.55)
    gable = [(-w / 2, 0), (w / 2, 0), (w / 2, h), (0.0, h + roof), (-w / 2, h)]
    parts = [upright(gable, w), box(w, w * 0.2, w * 0.03, 0, h + roof * 0.9)]
    parts += [box(w * 0.97, w * 0.03, w * 0.05, 0, h + roof + w * 0.05)]
    fold = slab([(-w * 0.5, 0), (w * 0.5, 0), (0, roof * 0.95)], w * 0.02)
    parts += [turned(fold.copy(), (0, 90, s * 12), (s * w * 0.5, h, 0)) for s in (1, -1)]
    if style == 0:  # a screw cap on its slope
        lean = math.degrees(math.atan2(w / 2, roof))
        cap = [
            rod(w * 0.17, w * 0.1),
            rod(w * 0.21, w * 0.03),
            *around(16, box(w * 0.02, w * 0.09, w * 0.02, w * 0.17)),
        ]
        parts += [turned(p, (90 - lean, 0, 0), (0, h + roof * 0.45, w * 0.27)) for p in cap]
    if style == 1:  # its spout drawn open
        spout = slab(
            [(-w * 0.45, 0), (w * 0.45, 0), (w * 0.2, roof * 1.2), (0, roof * 1.45), (-w * 0.2, roof * 1.2)], w * 0.03
        )
        parts += [turned(spout, (g.uniform(30, 50), 0, 0), (0, h, w * 0.5))]
        parts += [
            turned(
                slab([(0, 0), (w * 0.5, roof * 0.9), (w * 0.05, roof)], w * 0.02),
                (0, s * 60 + 90, 0),
                (-s * w * 0.4, h, w * 0.45),
            )
            for s in (1, -1)
        ]
    if chance(g):
        parts.append(box(w * 0.7, h * 0.45, w * 0.02, 0, h * 0.25, w * 0.5))
    return parts


def juice_box(g: Generator) -> list[Part]:
    w, style = g.uniform(0.045, 0.06), int(g.integers(3))
    d, h = w * g.uniform(0.6, 0.8), w * g.uniform(1.6, 2.4)
    parts = [box(w, h, d)]
    if style == 1:  # a slanting top
        parts = [upright([(-d / 2, 0), (d / 2, 0), (d / 2, h * 0.88), (-d / 2, h)], w)]
    parts += [box(w, h * 0.03, d * 0.06, 0, h), box(w * 1.0, h * 0.9, w * 0.02, 0, 0, -d / 2)]
    for s in (1, -1):  # ears folded down its sides
        ear = slab([(-d / 2, 0), (d / 2, 0), (0, -d * 0.75)], w * 0.03)
        parts.append(turned(ear, (0, 90, s * 8), (s * w * 0.51, h * 0.86 if style == 1 else h * 0.98, 0)))
    x, r = w * g.uniform(0.15, 0.3) * (1 if chance(g) else -1), w * 0.055
    out, up = g.uniform(0.1, 0.4) * w * np.sign(x), w * g.uniform(0.5, 0.9)
    foot = (x, h * 0.8, 0)
    parts += [
        tube([foot, (x, h + up, 0), (x + out * 0.3, h + up * 1.15, 0), (x + out * 2, h + up * 1.5, 0)], r, 10),
        rod(w * 0.12, h * 0.012, x, h),
    ]
    parts += [ring(r * 1.05, r * 0.25, x, h + up * k, 0, "y") for k in (0.8, 0.87, 0.94)]  # its bellows
    if style == 2:  # a second straw in its sleeve on the back
        parts.append(tube([(-w * 0.35, h * 0.15, d * 0.54), (w * 0.35, h * 0.8, d * 0.54)], r, 8))
        parts.append(box(w * 0.5, h * 0.3, w * 0.02, 0, h * 0.3, d / 2))
    else:
        parts.append(turned(rod(w * 0.3, w * 0.03), (90, 0, 0), (0, h * 0.45, d / 2)))
    return parts


def egg_carton(g: Generator) -> list[Part]:
    r, style = g.uniform(0.02, 0.023), int(g.integers(3))
    nx, nz = int(g.integers(3, 7)), 5 if style == 2 else 2
    nx = 6 if style == 2 else nx
    step, h = r * 2.25, r * 1.35
    parts: list[Part] = []
    for i in range(nx):
        for j in range(nz):
            x, z = (i - (nx - 1) / 2) * step, (j - (nz - 1) / 2) * step
            cup = turned(hollow_box(step * 1.02, step * 1.02, h, 0.6, 0.1, 5), (0, 0, 0), (x, 0, z))
            parts.append(cup)
            if g.random() < 0.8:
                parts.append(
                    lathe(
                        [
                            (0.001, h * 0.15),
                            (r * 0.75, h * 0.45),
                            (r, h * 0.95),
                            (r * 0.82, h * 1.5),
                            (r * 0.45, h * 1.82),
                            (0.001, h * 1.93),
                        ],
                        x,
                        0,
                        z,
                    )
                )
    for i in range(1, nx):
        parts += [
            rod(r * 0.42, h * 0.9, (i - nx / 2) * step, h * 0.4, (j - nz / 2) * step, r * 0.2) for j in range(1, nz)
        ]
    w, d = nx * step, nz * step
    if style < 2:
        a, high = g.uniform(50, 100), r * 1.3
        lid = [
            turned(hollow_box(w * 1.04, d * 1.06, high, 0.86, 0.06), (180, 0, 0), (0, high, d * 0.53)),
            box(w * 0.3, r * 0.1, r * 0.5, 0, -r * 0.1, d * 1.08),
        ]
        lid += [box(w * 0.6, r * 0.12, d * 0.4, 0, high, d * 0.53)]
        parts += [turned(p, (-a, 0, 0), (0, h, -d * 0.53)) for p in lid]
        parts += [box(w * 0.28, r * 0.12, r * 0.5, 0, h - r * 0.1, d * 0.55)]
    return parts


KINDS = kinds_of(milk_carton, juice_box, egg_carton)
