"""What food is sold and carried in, of glass, plastic and tin."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import loft, mirrored, slab, smooth, tube, upright
from indexer.parametric.solids import Part, around, ball, box, kinds_of, lying, ring, rod, turned
from indexer.parametric.table.cartons import hollow_box
from indexer.parametric.table.serving import turned_line


def ketchup_bottle(g: Generator) -> list[Part]:
    r, style = g.uniform(0.028, 0.034), int(g.integers(3))
    if style == 0:  # a glass bottle with a faceted shoulder
        h = r * g.uniform(4.8, 6)
        a = np.arange(8) * math.pi / 4 + math.pi / 8
        rows = [np.stack([k * r * np.cos(a), a * 0 + y * h, k * r * np.sin(a)], 1) for k,
            y in ((0.9, 0), (1, 0.02), (1, 0.42), (0.96, 0.5),
            (0.5, 0.78), (0.4, 0.86))]  # fmt: skip
        cap = [rod(r * 0.52, h * 0.1, y=h * 0.88), *around(20, box(r * 0.05, h * 0.09, r * 0.05, r * 0.52, h * 0.885))]
        return [
            loft(np.array(rows)),
            rod(r * 0.4, h * 0.05, y=h * 0.85),
            ring(r * 0.42, r * 0.06, 0, h * 0.86, 0, "y"),
            *cap,
            rod(r * 1.02, h * 0.2, y=h * 0.12),
        ]
    if style == 1:  # a squeeze bottle with a nozzle
        h = r * g.uniform(3.8, 4.8)
        neck = h * 0.8
        parts = [turned_line([(0.001, 0), (r, 0), (r, r * 0.2), (r * 0.97, neck * 0.95), (r * 0.8, neck),
            (0.001, neck)]), rod(r * 0.85, h * 0.08, y=neck),
            rod(r * 0.7, r * 0.2, 0, neck + h * 0.08, 0, r * 0.3), rod(r * 0.28, h * 0.3, 0, neck + h * 0.1, 0,
                r * 0.08)]  # fmt: skip
        return [
            *parts,
            *around(22, box(r * 0.05, h * 0.07, r * 0.05, r * 0.85, neck + h * 0.005)),
            *[ring(r * 0.98, r * 0.04, 0, neck * k, 0, "y") for k in (0.1, 0.85)],
        ]
    h = r * g.uniform(4.2, 5.2)  # standing on its wide cap
    a = np.linspace(0, 2 * math.pi, 28, endpoint=False)
    slim = g.uniform(0.55, 0.7)
    rows = [np.stack([k * r * np.cos(a), a * 0 + y * h, k * slim * r * np.sin(a)], 1) for k,
        y in ((0.7, 0.2), (0.95, 0.28), (1.15, 0.42), (1.0, 0.6), (1.12, 0.75),
        (1.15, 0.88), (0.95, 0.98), (0.5, 1.0))]  # fmt: skip
    label = np.stack([1.13 * np.cos(a), np.sin(a)], 1)
    plate_ = slab([(r * 0.62 * x, h * (0.7 + 0.17 * y)) for x, y in label], r * slim * 2.2)
    return [
        loft(np.array(rows)),
        turned_line(
            [
                (0.001, 0),
                (r * 0.95, 0),
                (r * 0.9, h * 0.14),
                (r * 0.7, h * 0.19),
                (r * 0.65, h * 0.21),
                (0.001, h * 0.21),
            ]
        ),
        plate_,
    ]


def lunch_box(g: Generator) -> list[Part]:
    w, style = g.uniform(0.18, 0.24), int(g.integers(3))
    h, d = w * g.uniform(0.65, 0.8), w * g.uniform(0.35, 0.45)
    if style == 0:  # a workman's tin with a round lid
        a = np.radians(np.linspace(0, 180, 13))
        dome = loft(
            np.array(
                [
                    np.stack([a * 0 + x, h * 0.6 + d * 0.55 * np.sin(a), d * 0.52 * np.cos(a)], 1)
                    for x in (-w * 0.51, w * 0.51)
                ]
            )
        )
        top = h * 0.6 + d * 0.55
        parts = [box(w, h * 0.58, d), dome, *mirrored(box(w * 0.08, h * 0.2, d * 0.06, w * 0.3, h * 0.5, d * 0.52))]
        return [*parts, *[ring(d * 0.03, d * 0.015, s * w * 0.3, h * 0.6, d * 0.57) for s in (1, -1)],
            tube(smooth([(-w * 0.22, top, 0), (-w * 0.2, top + w * 0.14, 0), (w * 0.2, top + w * 0.14, 0),
            (w * 0.22, top, 0)], False), w * 0.022),
            *mirrored(box(w * 0.02, h * 0.5, d * 0.8, w * 0.5, h * 0.04))]  # fmt: skip
    if style == 1:  # a child's flat case with a handle
        d *= 0.8
        a = np.linspace(0, 2 * math.pi, 40, endpoint=False) + 0.01
        x, y = (np.sign(f) * np.abs(f) ** g.uniform(0.25, 0.4) for f in (np.cos(a), np.sin(a)))
        edge, wide = (np.stack([x * w * k, h / 2 + y * h * k], 1) for k in (0.5, 0.44))
        parts = [slab(edge, d * 0.48, 0, 0, s * d * 0.25) for s in (1, -1)] + [
            slab(wide, d * 1.08),
            slab(edge * 0.99 + (0, h * 0.005), d * 0.6),
        ]
        parts += [
            tube(
                smooth(
                    [(-w * 0.2, h, 0), (-w * 0.18, h + w * 0.15, 0), (w * 0.18, h + w * 0.15, 0), (w * 0.2, h, 0)],
                    False,
                ),
                w * 0.03,
            )
        ]
        return [
            *parts,
            *mirrored(box(w * 0.1, h * 0.08, d * 0.5, w * 0.33, h * 0.97)),
            turned(rod(h * 0.25, d * 0.04), (90, 0, 0), (0, h * 0.5, d * 0.54)),
        ]
    depth, low = w * g.uniform(0.65, 0.75), h * 0.4  # open, with compartments and food
    cut, wall = w * g.uniform(-0.1, 0.15), w * 0.02
    parts = [
        hollow_box(w, depth, low, 0.94, 0.04),
        box(wall, low * 0.9, depth * 0.92, cut),
        box(w / 2 - cut, low * 0.9, wall, (w / 2 + cut) / 2, 0, 0),
    ]
    parts += [
        ball(low * 0.24, cut + w * 0.06 + x, low * 0.75, depth * 0.2 + z)
        for x in (0, low * 0.45)
        for z in (-low * 0.2, low * 0.25)
    ]
    parts += [lying(low * 0.16, w * 0.2, (w / 2 + cut) / 2, low * 0.8, -depth * k) for k in (0.15, 0.27, 0.39)]
    parts += [
        upright([(-depth * 0.3, low * 0.3), (depth * 0.3, low * 0.3), (depth * 0.3, low * 1.1)], w * 0.08, x)
        for x in np.linspace(-w * 0.4, cut - w * 0.1, 3)
    ]
    lid = turned(hollow_box(w * 1.02, depth * 1.02, low * 0.35, 0.95, 0.04), (180, 0, 0), (0, low * 0.35, depth * 0.51))
    return [
        *parts,
        turned(lid, (-g.uniform(60, 105), 0, 0), (0, low, -depth * 0.51)),
        *mirrored(box(w * 0.03, low * 0.4, depth * 0.3, w * 0.51, low * 0.6)),
    ]


KINDS = kinds_of(ketchup_bottle, lunch_box)
