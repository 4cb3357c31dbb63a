"""Exhausts: mufflers, and the chargers that exhaust gas drives."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, smooth, tube
from indexer.parametric.solids import Part, box, forward, kinds_of, lying, rod, turned
from indexer.parametric.workshop.machine_parts import washer


def exhaust_muffler(g: Generator) -> list[Part]:
    r, style = g.uniform(0.08, 0.13), int(g.integers(3))
    long, flat = r * g.uniform(3, 5), g.uniform(0.55, 0.8) if style != 2 else 1.0
    half = long / 2
    shell = body([(-half * 1.02, r * 0.94, r * flat * 0.92, 0), (-half, r, r * flat, 0), (half, r, r * flat, 0), (half *
        1.02, r * 0.94, r * flat * 0.92, 0)], 2.6, 24)  # fmt: skip
    seams = [
        body([(z - r * 0.04, r * 1.05, r * flat * 1.06, 0), (z + r * 0.04, r * 1.05, r * flat * 1.06, 0)], 2.6, 24)
        for z in (-half, half)
    ]
    pipe, side = r * g.uniform(0.24, 0.34), r * 0.45 * (style != 2)
    into = tube(smooth([(side, 0, -half), (side, 0, -half - r), (side * 0.3, r * 0.6, -half - r * 2), (0, r * 0.6,
        -half - r * g.uniform(3, 6))], False), pipe)  # fmt: skip
    parts = [shell, *seams, into, turned(washer(pipe * 1.8, pipe, r * 0.12), (90, 0, 0), (0, r * 0.6, -half - r * 3))]
    tails = (-side,) if style == 0 else ((side, -side) if style == 1 else (0.0,))
    for x in tails:
        parts += [forward(washer(pipe * 1.1, pipe, r * 1.4), x, 0, half), forward(washer(pipe * 1.35, pipe * 1.15, r *
            g.uniform(0.7, 1.2)), x, 0, half + r * 0.9)]  # fmt: skip
    if style == 2:  # of a motorcycle, tapered, with a bracket
        parts += [forward(rod(r, r * 0.9, top=r * 0.45), 0, 0, half), box(r * 0.1, r * 0.9, r * 0.7, 0, r * 0.8)]
    else:
        parts += [tube([(s * r * 0.6, r * flat * 0.8, z), (s * r * 0.8, r * flat * 1.5, z), (s * r * 1.3, r * flat *
            1.5, z)], r * 0.06) for s in (1, -1) for z in (-half * 0.6, half * 0.6)]  # fmt: skip
        parts += [body([(z, r * 1.02, r * flat * 1.03, 0), (z + r * 0.12, r * 1.02, r * flat * 1.03, 0)], 2.6, 24)
            for z in np.linspace(-0.6, 0.5, int(g.integers(2, 5))) * half]  # fmt: skip
    return [turned(p, (0, 90, 0)) for p in parts]


def turbocharger(g: Generator) -> list[Part]:
    r, style = g.uniform(0.05, 0.09), int(g.integers(2))

    def snail(size: float, wide: float, way: float) -> list[Part]:
        a = np.radians(np.linspace(0, 345, 24))
        fat = size * (0.16 + 0.22 * a / a[-1])
        line = np.stack([size * 0.82 * np.cos(a), size * 0.82 * np.sin(a), a * 0], 1)
        out = line[-1] + np.array([(0.25, 1.0, 0), (0.25, 1.6, 0)]) * size * 0.9
        flange = turned(washer(size * 0.55, size * 0.3, size * 0.14), (0, 0, -14), tuple(out[-1]))
        eye = [forward(washer(size * 0.55, size * 0.42, wide), 0, 0, 0 if way > 0 else -wide), forward(rod(size * 0.85,
            size * 0.3, y=-size * 0.15))]  # fmt: skip
        blades = [
            turned(box(size * 0.05, size * 0.38, wide * 0.5, 0, size * 0.04, way * wide * 0.45), (0, 0, i * 45))
            for i in range(8)
        ]
        return [tube([*line, *out], [*fat, fat[-1], fat[-1]], 12), flange, *eye, *blades]

    gap = r * g.uniform(1.1, 1.5)
    cold = [turned(p, (0, 0, float(90 * style)), (0, 0, gap / 2 + r * 0.2)) for p in snail(r, r * 0.7, 1)]
    hot = [turned(p, (0, 0, 200), (0, 0, -gap / 2 - r * 0.2)) for p in snail(r * g.uniform(0.8, 0.95), r * 0.6, -1)]
    core = [forward(rod(r * 0.42, gap * 1.2, y=-gap * 0.6)), rod(r * 0.22, r, 0, -r * 0.9), rod(r * 0.35, r * 0.12, 0,
        -r), forward(rod(r * 0.8, r * 0.08), 0, 0, gap * 0.15)]  # fmt: skip
    can = [lying(r * 0.38, r * 0.6, r * 1.1, r * 1.2, gap * 0.3), lying(r * 0.05, r * 1.6, r * 0.2, r * 1.2, gap * 0.3)]
    return [*cold, *hot, *core, *(can if chance(g, 0.7) else [])]


KINDS = kinds_of(exhaust_muffler, turbocharger)
