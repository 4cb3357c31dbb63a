"""Seats and stands of salons, halls and surgeries."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import (
    arc,
    chance,
    loft,
    slab,
    smooth,
    tube,
    upright,
)
from indexer.parametric.rooms.bathroom import basin
from indexer.parametric.solids import Part, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def cushion(w: float, h: float, d: float, x: float = 0, y: float = 0, z: float = 0) -> Part:
    """A padded block w x h x d with soft edges, standing on height y."""
    steps = ((0, 0.93), (0.2, 1), (0.8, 1), (1, 0.93))
    return turned(basin([(h * a, w / 2 * k, d / 2 * k, 0) for a, k in steps], 7), (0, 0, 0), (x, y, z))


def chaise_longue(g: Generator) -> list[Part]:
    style, w, long, h = int(g.integers(3)), g.uniform(0.3, 0.38), g.uniform(0.75, 0.95), g.uniform(0.3, 0.38)
    if style == 2:  # one modern wave on runners
        line = [(-long, h * 0.9), (-long * 0.3, h * 1.5), (long * 0.2, h * 0.9), (long * 0.6, h * 1.6), (long, h * 2.5)]
        curve = smooth(line, False, 3)
        sheet = slab([*curve, *(curve[::-1] - (0, 0.07))], w * 2)
        roll = turned(rod(0.09, w * 1.7, y=-w * 0.85), (90, 0, 0), (long * 0.88, h * 2.35, 0))
        foot = tube([(-long * 0.3, h * 1.35, w * 0.8), (-long * 0.6, 0.02, w * 0.8), (long * 0.6, 0.02, w * 0.8),
                     (long * 0.3, h * 1.0, w * 0.8)], 0.018)  # fmt: skip
        return [sheet, roll, foot, *at(0, 0, -w * 1.6, foot)]
    parts = [box(long * 2, 0.07, w * 2, 0, h - 0.07), cushion(long * 2, 0.12, w * 2, 0, h)]
    scroll = [(0.85, 0), (0.95, 0.3), (1.12, 0.42), (1.22, 0.33), (1.1, 0.05), (1, -0.06)]
    parts.append(slab(smooth([(long * x, h + y) for x, y in scroll]), w * 2))
    if style == 0:  # a back that falls away along one side
        t, tall = np.linspace(0, 1, 12), g.uniform(0.3, 0.45)
        rise = [(long * (1 - 1.6 * a), h + 0.12 + tall * (np.cos(a * np.pi) * 0.5 + 0.5)) for a in t]
        parts += [slab([(long, h), *rise, (-long * 0.6, h)], 0.1, z=-w * 0.9)]
    parts += [turned(rod(0.09, w * 1.8, y=-w * 0.9), (90, 0, 0), (long * 0.78, h + 0.2, 0))] if chance(g) else []
    foot = lathe([(0, 0), (0.018, 0), (0.028, h * 0.2), (0.02, h * 0.4), (0.04, h * 0.75), (0, h * 0.8)])
    return [*parts, *[p for x in (-0.9, 0.9) for z in (-0.85, 0.85) for p in at(x * long, 0, z * w, foot)]]


def bean_bag(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.38, 0.5), g.uniform(0.55, 0.8)
    n, a = int(g.integers(6, 9)), np.arange(48) * 2 * np.pi / 48
    t = np.linspace(0.0, 1, 16)
    wide = np.interp(t, [0, 0.06, 0.25, 0.5, 0.75, 0.93, 1], [0.75, 0.92, 1, 0.88, 0.6, 0.22, 0.1])
    if style == 1:  # flat and round
        h, wide = h * 0.65, np.sqrt(np.maximum(1 - (2 * t - 1) ** 2 * 0.97, 0.02))
    lean, dent = g.uniform(0.15, 0.35) * r, g.uniform(0.25, 0.4)
    rings = []
    for y, k in zip(t, wide, strict=True):
        fold = 1 - 0.1 * np.abs(np.cos(a * n / 2)) ** 6
        x, z = r * k * fold * np.cos(a), r * k * fold * np.sin(a) - lean * y**2
        front = np.exp(-(((z - r * 0.35) / r / 0.5) ** 2) - (x / r / 0.6) ** 2)
        rings.append(np.stack([x, h * y - h * dent * 1.6 * y * front, z], axis=1))
    parts = [loft(np.array(rings))]
    if style == 2:  # with a stool to match
        small = parts[0].copy()
        small.apply_scale((0.55, 0.5, 0.55))
        parts += at(g.uniform(-0.3, 0.3), 0, r * 1.9, small)
    knob = [ball(0.035, 0, h * 1.01, -lean)] if style != 1 else [ring(0.05, 0.012, 0, h * (1 - dent), -r * 0.3)]
    return [*parts, *knob]


def canopy_bed(g: Generator) -> list[Part]:
    style, w, long, h = int(g.integers(3)), g.uniform(0.7, 0.95), 1.02, g.uniform(1.9, 2.3)
    bed = g.uniform(0.4, 0.55)
    parts = [box(w * 2, 0.15, long * 2, 0, bed - 0.2), cushion(w * 1.94, 0.22, long * 1.94, 0, bed - 0.05)]
    parts += [cushion(w * 0.75, 0.13, 0.4, s * w * 0.47, bed + 0.16, -long * 0.75) for s in (-1, 1)]
    if style == 0:  # thin square posts
        post = box(0.07, h, 0.07)
    else:
        knots = [
            (0.05, 0),
            (0.04, 0.1),
            (0.055, 0.16),
            (0.03, 0.3),
            (0.05, 0.4),
            (0.03, 0.6),
            (0.045, 0.75),
            (0.025, 0.95),
            (0.04, 1),
        ]
        post = lathe([(0, 0), *[(r, h * y) for r, y in knots], (0, h)])
    parts += [p for x in (-w, w) for z in (-long, long) for p in at(x, 0, z, post)]
    parts += [box(w * 2, 0.07, 0.05, 0, h - 0.07, z) for z in (-long, long)]
    parts += [box(0.05, 0.07, long * 2, x, h - 0.07) for x in (-w, w)]
    top = [(-w, bed), (w, bed), (w, 1.1), *[(w * x, 1.1 + 0.3 * y) for x, y in arc(1, 0, 180, 9)][1:-1], (-w, 1.1)]
    parts.append(slab(top, 0.06, z=-long) if style else box(w * 2, 0.7, 0.06, 0, bed, -long))
    if style == 2:  # a roof with a fringe
        parts += [
            box(w * 2.1, 0.05, long * 2.1, 0, h),
            *[box(w * 2.1, 0.2, 0.02, 0, h - 0.18, z) for z in (-long, long)],
        ]
        parts += [box(0.02, 0.2, long * 2.1, x, h - 0.18) for x in (-w, w)]
    if style == 2 or chance(g, 0.6):  # curtains gathered at the posts
        full, tied = g.uniform(0.13, 0.2), g.uniform(0.04, 0.09)
        drape = [(0.05, full * 0.9, full * 0.9, 0), (h * 0.3, full * 0.8, full * 0.8, 0), (h * 0.45, tied, tied, 0),
                 (h * 0.6, full * 0.8, full * 0.8, 0), (h - 0.05, full * 1.3, full * 1.3, 0)]  # fmt: skip
        parts += [p for x in (-w, w) for z in (-long, long) for p in at(x * 0.98, 0, z * 0.95, basin(drape, 1.6))]
    return parts


def dentist_chair(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(2)), g.uniform(0.26, 0.31), g.uniform(0.5, 0.62)
    tip = g.uniform(0.25, 0.45)
    line = [
        (1.0, h - 0.18),
        (0.75, h - 0.1),
        (0.35, h + 0.08),
        (0, h),
        (-0.25, h + 0.12),
        (-0.65, h + 0.12 + tip),
        (-0.78, h + 0.2 + tip),
    ]
    curve = smooth(line, False, 2)
    seat = upright([*curve, *(curve[::-1] - (0, 0.1))], w * 2)
    rest = turned(cushion(w * 0.9, 0.1, 0.24), (35, 0, 0), (0, h + 0.22 + tip, -0.88))
    foot = [
        box(w * 1.5, 0.06, 0.75, 0, 0, 0.05),
        box(0.2, h - 0.1, 0.28, 0, 0.03, -0.05),
        box(w * 1.3, 0.08, 0.6, 0, h - 0.16, -0.05),
    ]
    arms = [tube(smooth([(s * w, h, 0.0), (s * (w + 0.06), h + 0.1, 0), (s * (w + 0.05), h + 0.25, 0.05),
            (s * (w + 0.03), h + 0.24, -0.35)], False), 0.03) for s in (-1, 1)]  # fmt: skip
    x, top = w + 0.3, g.uniform(1.8, 2.1)
    pole = smooth(
        [(x, 0.25, -0.2), (x, top, -0.2), (x - 0.1, top + 0.1, 0), (0.1, top, 0.1), (0, top - 0.25, -0.3)], False
    )
    lamp = [
        tube(pole, 0.025),
        turned(cushion(0.4, 0.08, 0.2), (25, 0, 0), (0, top - 0.33, -0.3)),
        box(0.25, 0.5, 0.35, x, 0, -0.2),
    ]
    tray = [
        tube(smooth([(x, 0.8, -0.2), (x, 0.95, 0.2), (0.1, 0.95, 0.35)], False), 0.02),
        box(0.45, 0.02, 0.3, 0.05, 0.95, 0.35),
    ]
    tray += [turned(rod(0.008, 0.14, top=0.012), (60, 0, 0), (0.05 + 0.06 * i, 0.98, 0.35)) for i in range(-2, 3)]
    basin_ = lathe([(0, 0.7), (0.08, 0.75), (0.12, 0.85), (0.11, 0.85), (0, 0.76)], -x, 0, 0.1)
    bowl = [rod(0.04, 0.75, -x, 0, 0.1), basin_,
            lying(0.02, 0.3, -x + 0.2, 0.3, 0.1)]  # fmt: skip
    return [seat, rest, *foot, *arms, *lamp, *tray, *(bowl if style else [])]


def barber_chair(g: Generator) -> list[Part]:
    style, w, h, r = int(g.integers(2)), g.uniform(0.26, 0.31), g.uniform(0.48, 0.58), g.uniform(0.3, 0.36)
    lean, tall = g.uniform(8, 25), g.uniform(0.5, 0.65)
    parts = [lathe([(0, 0), (r, 0), (r * 0.95, 0.03), (0.12, 0.09), (0.07, 0.12), (0.07, h - 0.1), (0, h - 0.1)])]
    parts += [cushion(w * 2, 0.14, 0.52, 0, h - 0.05), box(w * 1.8, 0.06, 0.45, 0, h - 0.11)]
    back = [
        turned(cushion(w * 1.9, 0.12, tall), (90, 0, 0), (0, tall / 2, 0)),
        turned(cushion(w * 1.0, 0.11, 0.2), (90, 0, 0), (0, tall + 0.17, 0.02)),
    ]
    back += [box(0.04, 0.3, 0.03, x, tall - 0.1) for x in (-0.07, 0.07)]
    parts += [turned(p, (-lean, 0, 0), (0, h + 0.08, -0.24)) for p in back]
    if style == 0:  # old, with round arms of enamel
        side = [
            (x, z)
            for x, z in smooth(
                [
                    (0.28, h + 0.2),
                    (0.25, h + 0.28),
                    (-0.25, h + 0.28),
                    (-0.28, h + 0.1),
                    (-0.2, h - 0.08),
                    (0.15, h - 0.08),
                ]
            )
        ]
        parts += [upright(side, 0.07, x) for x in (-w - 0.05, w + 0.05)] + [
            cushion(0.09, 0.05, 0.4, x, h + 0.27, 0) for x in (-w - 0.05, w + 0.05)
        ]
    else:
        loop = smooth([(0, h, 0.22), (0, h + 0.26, 0.26), (0, h + 0.26, -0.25), (0, h, -0.22)], False)
        parts += [tube(np.add(loop, (x, 0, 0)), 0.025) for x in (-w - 0.03, w + 0.03)] + [
            cushion(0.08, 0.05, 0.36, x, h + 0.24) for x in (-w - 0.03, w + 0.03)
        ]
    out = 0.55
    parts += [
        tube(
            smooth([(x, h - 0.08, 0.2), (x, h - 0.15, 0.35), (x, 0.22, out - 0.05), (x, 0.18, out + 0.1)], False), 0.02
        )
        for x in (-w * 0.6, w * 0.6)
    ]
    parts += [
        turned(box(w * 1.7, 0.03, 0.24), (15, 0, 0), (0, 0.18, out + 0.04)),
        lying(0.02, w * 1.3, 0, h - 0.2, 0.39),
    ]
    return [
        *parts,
        tube([(0.08, 0.2, 0), (w + 0.1, 0.3, -0.05), (w + 0.25, 0.45, -0.05)], 0.014),
        ball(0.028, w + 0.25, 0.46, -0.05),
    ]


def massage_table(g: Generator) -> list[Part]:
    style, w, long, h = int(g.integers(2)), g.uniform(0.32, 0.38), g.uniform(0.9, 1.0), g.uniform(0.65, 0.8)
    top = [turned(cushion(long, 0.09, w * 2), (0, 0, s * g.uniform(0, 1)), (s * long / 2, h, 0)) for s in (-1, 1)]
    tilt = g.uniform(0, 30)
    ring_ = turned(ring(0.11, 0.045, 0, 0, 0, "y"), (0, 0, -tilt), (long + 0.17, h + 0.06, 0))
    parts = [
        *top,
        ring_,
        lying(0.02, 0.12, long + 0.03, h + 0.03, 0.05),
        lying(0.02, 0.12, long + 0.03, h + 0.03, -0.05),
    ]
    if style == 0:  # folds up like a case
        for s in (-1, 1):
            parts += [
                tube([(s * long * 0.85, h, z), (s * long * 0.78, 0, z * 1.05)], 0.022) for z in (-w * 0.9, w * 0.9)
            ]
            parts += [
                box(0.04, 0.08, w * 1.8, s * long * 0.8, h * 0.4),
                tube([(s * long * 0.8, h * 0.4, 0), (s * 0.05, h, 0)], 0.012),
            ]
            parts += [
                tube([(s * long * 0.8, h * 0.35, z), (s * 0.1, h - 0.02, z)], 0.006) for z in (-w * 0.85, w * 0.85)
            ]
        return [*parts, cushion(0.35, 0.06, w * 1.1, long + 0.0, h - 0.25)] if chance(g) else parts
    parts += [box(long * 1.8, 0.08, w * 1.7, 0, h - 0.08), box(long * 1.5, 0.03, w * 1.6, 0, h * 0.25)]
    parts += [box(0.07, h, 0.07, x, 0, z) for x in (-long * 0.85, long * 0.85) for z in (-w * 0.75, w * 0.75)]
    roll = turned(rod(0.09, w * 1.6, y=-w * 0.8), (90, 0, 0), (-long * g.uniform(0.3, 0.7), h + 0.17, 0))
    towels = [turned(rod(0.06, 0.4, y=-0.2), (0, 0, 90), (-0.3, h * 0.25 + 0.09, z)) for z in (-0.13, 0, 0.13)]
    return [*parts, roll, *towels]


KINDS = kinds_of(chaise_longue, bean_bag, canopy_bed, dentist_chair, barber_chair, massage_table)
