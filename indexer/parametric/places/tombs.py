"""Tombs of stone and what guards them."""

from __future__ import annotations

import numpy as np
import trimesh
from numpy.random import Generator

from indexer.parametric.lofts import Points, body, chance, egg, mirrored, sector, slab, smooth, tube, upright
from indexer.parametric.solids import Part, at, ball, box, kinds_of, ring, rod, turned


def sphinx(g: Generator) -> list[Part]:
    style, k, long = int(g.integers(2)), g.uniform(0.85, 1.15), g.uniform(4.2, 5.2)
    w, h = 0.95 * k, 0.85
    trunk = [
        (-long * 0.5, w * 0.5, h * 0.4, 0.5),
        (-long * 0.42, w * 0.95, h * 0.85, 0.8),
        (-long * 0.25, w, h, 0.95),
        (0.2, w * 0.8, h * 0.85, 1.05),
        (long * 0.22, w * 0.85, h * 1.1, 1.2),
        (long * 0.32, w * 0.6, h * 0.9, 1.2),
    ]
    parts = [body(trunk, 2.6, 18)]
    paw = [
        (long * 0.1, 0.32, 0.34, 0.34),
        (long * 0.5, 0.3, 0.27, 0.27),
        (long * 0.62, 0.36, 0.27, 0.27),
        (long * 0.66, 0.25, 0.16, 0.2),
    ]
    parts += mirrored(
        *at(0.62 * k, 0, 0, body(paw, 3, 12)),
        *[box(0.03, 0.3, 0.2, 0.62 * k + x, 0.15, long * 0.64) for x in (-0.14, 0.14)],
    )
    parts += mirrored(
        egg(0.35, 0.8, 0.95, w * 0.92, 0.75, -long * 0.3), egg(0.28, 0.25, 0.8, w * 1.05, 0.22, -long * 0.2)
    )
    tail: Points = [
        (0.2, 0.4, -long * 0.48),
        (w * 1.2, 0.2, -long * 0.5),
        (w * 1.35, 0.2, -long * 0.3),
        (w * 1.2, 0.5, -long * 0.15),
    ]
    parts.append(tube(smooth(tail, False), 0.12, 6))
    y, z = 2.45 + 0.25 * k, long * 0.27
    parts += [egg(0.48, 0.58, 0.5, 0, y, z + 0.1), tube([(0, 1.5, z - 0.1), (0, y, z)], [0.6, 0.4], 10)]
    parts += [
        egg(0.1, 0.16, 0.14, 0, y - 0.02, z + 0.6),
        box(0.34, 0.07, 0.1, 0, y - 0.3, z + 0.5),
        *mirrored(egg(0.11, 0.06, 0.06, 0.2, y + 0.12, z + 0.52), box(0.28, 0.05, 0.1, 0.2, y + 0.22, z + 0.48)),
    ]
    cloth = [
        (0.05, 0.66),
        (0.4, 0.62),
        (0.62, 0.4),
        (0.85, -0.35),
        (0.8, -0.95),
        (0.42, -1.0),
        (0.42, 0.1),
        (0.2, 0.4),
        (0.0, 0.44),
    ]
    parts += mirrored(
        slab(np.array(cloth), 0.5, 0, y, z + 0.05),
        *[turned(box(0.42, 0.05, 0.56), (0, 0, -6), (0.62, y + v, z + 0.05)) for v in (-0.2, -0.4, -0.6, -0.8)],
    )
    parts += [
        egg(0.62, 0.6, 0.55, 0, y + 0.1, z - 0.15),
        box(1.0, 1.0, 0.35, 0, y - 0.9, z - 0.25),
        ring(0.5, 0.06, 0, y + 0.32, z + 0.06, axis="y"),
    ]
    if chance(g, 0.6):  # beard and cobra
        parts += [
            tube([(0, y - 0.5, z + 0.5), (0, y - 1.1, z + 0.62)], [0.12, 0.16], 8),
            egg(0.09, 0.2, 0.1, 0, y + 0.55, z + 0.55),
        ]
    if style == 1:  # winged
        for i in range(5):
            feather = [
                (0.2 - 0.25 * i, 1.6),
                (-0.2 - 0.45 * i, 3.2 - 0.25 * i),
                (-0.5 - 0.5 * i, 3.1 - 0.28 * i),
                (-0.3 - 0.25 * i, 1.4),
            ]
            parts += mirrored(upright(feather, 0.12, w * 0.75 + 0.05 * i, 0, 12))
    base = [box(w * 2.9, 0.6, long * 1.25, 0, -0.6, long * 0.05), box(w * 3.1, 0.2, long * 1.3, 0, -0.8, long * 0.05)]
    return parts + (base if style or chance(g) else [box(w * 3.4, 0.15, long * 1.4, 0, -0.15, long * 0.05)])


def sarcophagus(g: Generator) -> list[Part]:
    style, long, w, h = int(g.integers(3)), g.uniform(1.9, 2.3), g.uniform(0.7, 0.85), g.uniform(0.5, 0.75)
    e = long / 2
    if style == 0:  # shaped like a mummy, head to -z, face up
        half = [
            (0.16, -e),
            (0.26, -e * 0.96),
            (0.3, -e * 0.78),
            (0.24, -e * 0.66),
            (0.46, -e * 0.52),
            (0.5, -e * 0.3),
            (0.36, e * 0.4),
            (0.27, e * 0.8),
            (0.3, e * 0.9),
            (0.28, e),
        ]
        outline = np.array([(x * w, z) for x, z in half] + [(-x * w, z) for x, z in half[::-1]])
        low = trimesh.util.concatenate(
            [
                turned(slab(outline * s, h * 0.45), (90, 0, 0), (0, y, 0))
                for s, y in ((1.0, h * 0.225), (1.04, h * 0.46))
            ]
        )
        lid = [
            (-e, 0.14, 0.1, 0),
            (-e * 0.92, 0.26, 0.3, 0),
            (-e * 0.78, 0.29, 0.36, 0),
            (-e * 0.66, 0.24, 0.26, 0),
            (-e * 0.5, 0.45, 0.34, 0),
            (-e * 0.25, 0.47, 0.36, 0),
            (e * 0.4, 0.34, 0.25, 0),
            (e * 0.8, 0.25, 0.22, 0),
            (e * 0.88, 0.26, 0.42, 0),
            (e * 0.98, 0.24, 0.4, 0),
        ]
        parts = [low, body([(z, x * w, y * w, h * 0.65) for z, x, y, _ in lid], 2.3, 20)]
        face = h * 0.65 + 0.36 * w
        parts += [
            egg(0.13, 0.1, 0.17, 0, face - 0.03, -e * 0.78),
            egg(0.02, 0.04, 0.035, 0, face + 0.07, -e * 0.76),
            tube([(0, face, -e * 0.68), (0, face + 0.02, -e * 0.56)], 0.03, 6),
        ]
        parts += mirrored(
            upright(
                [
                    (-e * 0.92, face - 0.05),
                    (-e * 0.7, face),
                    (-e * 0.5, face - 0.02),
                    (-e * 0.5, face - 0.16),
                    (-e * 0.92, face - 0.2),
                ],
                0.07,
                0.17,
            ),
            tube([(0.42 * w, face - 0.1, -e * 0.35), (-0.12, face + 0.03, -e * 0.4)], 0.05, 7),
        )
        parts += [
            box(w * 0.6 * (1 - 0.12 * k), 0.03, 0.04, 0, face - 0.04 - 0.03 * k, -e * 0.1 + 0.15 * k * long)
            for k in range(4)
        ]
        return [
            *parts,
            *(
                [box(w * 1.4, 0.12, long * 1.15, 0, -0.12)]
                if chance(g)
                else [box(w, 0.15, 0.2, 0, -0.13, z * e * 0.6) for z in (1, -1)]
            ),
        ]
    parts = [box(long, h, w, 0, 0.1), box(long * 1.08, 0.1, w * 1.15), box(long * 1.05, 0.07, w * 1.1, 0, 0.1 + h)]
    y, n = h + 0.17, int(g.integers(4, 8))
    if style == 1:  # a chest of stone with a roof-like lid and horns
        parts += [turned(slab([(-w * 0.55, 0), (w * 0.55, 0), (0, w * 0.38)], long * 1.05), (0, 90, 0), (0, y, 0))]
        parts += [egg(0.12, 0.14, 0.12, x * long * 0.48, y + 0.06, z * w * 0.48) for x in (1, -1) for z in (1, -1)]
        xs = np.linspace(-e * 0.92, e * 0.92, n)
        parts += [rod(0.04, h * 0.8, x, 0.17, z * w * 0.52) for x in xs for z in (1, -1)]
        for x in (xs[:-1] + xs[1:]) / 2:
            parts += [egg(0.055, h * 0.25, 0.04, x, 0.1 + h * 0.4, w * 0.51), ball(0.05, x, 0.1 + h * 0.72, w * 0.51)]
    else:  # a tomb with a figure lying on it, hands folded
        parts += [
            egg(0.5 * e, 0.12, w * 0.26, -e * 0.05, y + 0.06),
            egg(e * 0.55, 0.09, w * 0.2, e * 0.35, y + 0.06),
            ball(0.12, -e * 0.72, y + 0.17),
            egg(0.2, 0.07, 0.24, -e * 0.74, y + 0.05),
        ]
        parts += [egg(0.06, 0.13, 0.05, e * 0.86, y + 0.1, z * 0.07) for z in (1, -1)] + [
            tube(
                [(-e * 0.4, y + 0.1, z * w * 0.27), (-e * 0.12, y + 0.14, z * w * 0.25), (-e * 0.25, y + 0.24, 0)],
                0.05,
                6,
            )
            for z in (1, -1)
        ]
        wide = long / n
        for i in range(n):
            x = (i + 0.5) * wide - e
            parts += [
                p
                for s in (1, -1)
                for p in (
                    box(0.03, h * 0.85, 0.05, x - wide * 0.45, 0.12, s * w * 0.51),
                    *at(x, 0.1 + h * 0.6, s * w * 0.51, sector(wide * 0.42, wide * 0.34, 0, 180, 0.05)),
                )
            ]
    return parts


KINDS = kinds_of(sphinx, sarcophagus)
