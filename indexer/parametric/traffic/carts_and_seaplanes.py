"""Carts, sleighs, tricycles, kayaks and seaplanes, front to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, plate, slab, smooth, tube, upright
from indexer.parametric.solids import Part, box, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.traffic.wagons import spoked


def horse_cart(g: Generator) -> list[Part]:
    style, w = int(g.integers(3)), g.uniform(0.65, 0.8)
    if style == 0:  # two wheels
        r, long = g.uniform(0.6, 0.75), g.uniform(1.4, 1.9)
        y = r + 0.1
        parts = [*mirrored(*spoked(r, 0.035, w + 0.15, 0, 12)), lying(0.045, 2 * w + 0.3, 0, r, 0),
            box(2 * w, 0.06, long, 0, y, 0)]  # fmt: skip
        parts += [box(s, 0.1, t, x, y + 0.15 + 0.2 * k, z) for k in range(2) for s, t, x, z in ((0.04, long, w, 0),
            (0.04, long, -w, 0), (2 * w, 0.04, 0, -long / 2), (2 * w, 0.04, 0, long / 2))]  # fmt: skip
        parts += [
            box(0.05, 0.5, 0.05, x, y, z) for x in (-w + 0.04, w - 0.04) for z in np.linspace(-long / 2, long / 2, 4)
        ]
        f, pull = long / 2, y
    else:
        r, long = g.uniform(0.5, 0.62), g.uniform(2.6, 3.4) if style == 1 else 2.1
        small, f = r * 0.75, long / 2
        y = 2 * small + 0.12
        parts = [*mirrored(*spoked(r, 0.035, w + 0.13, -f + 0.5, 12), *spoked(small, 0.035, w + 0.13, f - 0.4, 10)),
            lying(0.04, 2 * w + 0.3, 0, r, -f + 0.5), lying(0.04, 2 * w + 0.3, 0, small, f - 0.4)]  # fmt: skip
        parts += [box(0.1, y - small, 0.1, 0, small, f - 0.4), box(0.12, 0.12, long - 0.8, 0, r, 0),
            box(0.5, y - r, 0.1, 0, r, -f + 0.5)]  # fmt: skip
        pull = small + 0.1
        if style == 1:  # a covered wagon
            side = [(-f, y), (f, y), (f + 0.15, y + 0.6), (-f - 0.15, y + 0.6)]
            parts += [box(2 * w, 0.06, long, 0, y, 0), *mirrored(upright(side, 0.05, w)),
                box(2 * w, 0.5, 0.05, 0, y, -f), box(2 * w, 0.5, 0.05, 0, y, f)]  # fmt: skip
            tall, rings = g.uniform(1.2, 1.5), []
            for t in np.linspace(-1, 1, 9):
                bow = [(w * 1.05 * np.cos(a), y + 0.5 + (tall + 0.1 * t**2 - 0.05 * np.cos(t * 9)) * np.sin(a),
                    t * (f + 0.3 * np.sin(a))) for a in np.linspace(0, np.pi, 11)]  # fmt: skip
                rings.append(bow + [(x * 0.95, p - 0.05 * (p - y) / tall, q) for x, p, q in bow[::-1]])
            parts.append(loft(np.array(rings)))
        else:  # a coach
            side = [(-0.55, y + 0.25), (-0.35, y), (0.35, y), (0.55, y + 0.25), (0.8, y + 0.7), (0.75, y + 1.5),
                (-0.75, y + 1.5), (-0.8, y + 0.7)]  # fmt: skip
            parts += [upright(side, 2 * w - 0.1), box(2 * w, 0.08, 1.6, 0, y + 1.5, 0), *mirrored(box(0.04, 1.3, 0.6,
                w - 0.05, y + 0.1, 0), box(0.06, 0.5, 0.45, w - 0.05, y + 0.8, 0))]  # fmt: skip
            parts += [box(1.1, 0.1, 0.45, 0, y + 0.75, f + 0.15), box(1.1, 0.5, 0.08, 0, y + 0.8, f - 0.08),
                turned(box(1.1, 0.05, 0.5), (-35, 0, 0), (0, y + 0.3, f + 0.5)), box(0.7, 0.5, 0.06, 0, y + 0.8,
                0.77)]  # fmt: skip
            parts += mirrored(tube(smooth([(w - 0.2, y, 0.5), (w - 0.2, r, 0.8), (w - 0.2, r + 0.1, f)], False), 0.03),
                tube([(w - 0.2, y, -0.5), (w - 0.2, r, -f + 0.3)], 0.03), rod(0.07, 0.25, w + 0.05, y + 1.1,
                0.8))  # fmt: skip
    reach = f + g.uniform(1.8, 2.3)
    if style and chance(g):
        return [*parts, tube([(0, pull, f - 0.4), (0, pull + 0.25, reach + 0.6)], 0.05),
            lying(0.035, 1.3, 0, pull + 0.1, f + 0.5)]  # fmt: skip
    shaft = smooth([(w * 0.6, pull, f - 0.4), (w * 0.75, pull, f + 0.4), (w * 0.55, 1.05, reach - 0.3),
        (w * 0.5, 1.1, reach)], False)  # fmt: skip
    return [*parts, *mirrored(tube(shaft, 0.035)), lying(0.035, 1.4 * w, 0, pull + 0.03, f + 0.3)]


def sleigh(g: Generator) -> list[Part]:
    w, f, y = g.uniform(0.45, 0.6), g.uniform(0.8, 1.1), g.uniform(0.3, 0.42)
    curl = smooth(
        [(-f - 0.2, 0.03), (f, 0.03), (f + 0.55, 0.15), (f + 0.6, 0.75), (f + 0.2, 0.85), (f + 0.15, 0.6)], False, 3
    )
    if chance(g, 0.35):  # a low one of slats, to ride down hills
        w, y = w * 0.5, y * 0.75
        curl = smooth(
            [(-f - 0.1, 0.02), (f * 0.6, 0.02), (f + 0.15, 0.05), (f + 0.2, y + 0.2), (f - 0.1, y + 0.12)], False
        )
        parts = [*mirrored(tube([(w, p, z) for z, p in curl], 0.022)),
            *[box(w * 0.36, 0.025, 1.8 * f, x * w, y, -0.05) for x in np.linspace(-0.85, 0.85, 5)]]  # fmt: skip
        parts += [box(2 * w + 0.08, 0.04, 0.05, 0, y - 0.04, z) for z in (-f * 0.7, 0, f * 0.6)] + [
            rod(0.016, y, x, 0, z) for x in (-w, w) for z in (-f * 0.7, 0, f * 0.6)
        ]
        parts += [tube([(-w, y + 0.15, f + 0.1), (0, y + 0.05, f + 0.5), (w, y + 0.15, f + 0.1)], 0.01),
            lying(0.02, 2 * w, 0, y + 0.17, f - 0.02)]  # fmt: skip
        return (parts if chance(g) else [*parts, *mirrored(tube([(w, y, -f * 0.9), (w, y + 0.4, -f - 0.05)], 0.018)),
            *[lying(0.015, 2 * w, 0, y + t, -f * 0.9 - t * 0.35) for t in (0.2, 0.4)]])  # fmt: skip
    parts = [*mirrored(tube([(w, p, z) for z, p in curl], 0.028),
        *[tube([(w, 0.03, z), (w * 0.8, y, z * 0.8)], 0.022) for z in (-f * 0.7, 0, f * 0.6)])]  # fmt: skip
    tall, bow = g.uniform(0.8, 1.05), g.uniform(0.45, 0.7)
    side = smooth([(-f, y), (f * 0.7, y), (f + 0.15, y + 0.25), (f + 0.1, y + bow), (f - 0.2, y + bow),
        (f * 0.4, y + 0.3), (-0.1, y + 0.35), (-0.4 * f, y + 0.55), (-f - 0.1, y + tall), (-f - 0.35, y + tall),
        (-f - 0.2, y + 0.4)])  # fmt: skip
    nose = [(f * 0.7, y), (f + 0.15, y + 0.25), (f + 0.08, y + bow), (f + 0.03, y + bow), (f + 0.08, y + 0.27),
        (f * 0.65, y + 0.05)]  # fmt: skip
    rear = [(-f, y), (-f - 0.2, y + 0.4), (-f - 0.3, y + tall), (-f - 0.22, y + tall), (-f - 0.1, y + 0.4),
        (-f + 0.05, y + 0.05)]  # fmt: skip
    parts += [*mirrored(upright(side, 0.05, w * 0.85)), upright(nose, 1.65 * w), upright(rear, 1.65 * w),
        box(1.7 * w, 0.05, 1.7 * f, 0, y, -0.1)]  # fmt: skip
    parts += [box(1.6 * w, 0.28, 0.5, 0, y, -f * 0.6), egg(0.75 * w, 0.08, 0.28, 0, y + 0.3, -f * 0.55)]
    for z in [0.35 * f] if chance(g, 0.4) else []:  # a second bench
        parts += [box(1.6 * w, 0.25, 0.3, 0, y, z),
            turned(box(1.6 * w, 0.3, 0.06), (-10, 0, 0), (0, y + 0.25, z - 0.15))]  # fmt: skip
    if chance(g, 0.35):  # a sack
        parts.append(lathe([(0, 0), (0.3, 0.05), (0.36, 0.3), (0.2, 0.6), (0.08, 0.68), (0.16, 0.82), (0, 0.8)], 0,
            y + 0.35, -f * 0.75))  # fmt: skip
    if chance(g, 0.4):
        parts += [*mirrored(tube([(w * 0.7, y, f * 0.7), (w * 0.8, 0.5, f + 0.7), (w * 0.7, 0.9, f + 1.9)], 0.025)),
            lying(0.025, 1.5 * w, 0, 0.5, f + 0.7)]  # fmt: skip
    return parts


def tricycle(g: Generator) -> list[Part]:
    style = int(g.integers(3))
    s = 1.0 if style == 2 else 0.55
    r, back = (
        (g.uniform(0.28, 0.34), g.uniform(0.26, 0.32)) if style == 2 else (g.uniform(0.17, 0.24), g.uniform(0.1, 0.15))
    )
    f, x, thick = ((g.uniform(0.58, 0.68), 0.3, 0.02) if style == 2 else (g.uniform(0.28, 0.34), g.uniform(0.18, 0.24),
        g.uniform(0.016, 0.028)))  # fmt: skip
    bars, saddle, n = (1.05, 0.85, 14) if style == 2 else (g.uniform(0.58, 0.66), r * 2 + 0.02, int(g.choice([5, 8])))
    parts = [*spoked(r, thick, 0, f, n), *mirrored(*spoked(back, thick, x, -f, n)),
        lying(thick * 0.7, 2 * x, 0, back, -f)]  # fmt: skip
    head = (0, bars - 0.12, f - 0.16 * s)
    parts += [tube([head, (0, bars, f - 0.2 * s)], thick * 0.8),
        *mirrored(tube([(0.05, r, f), (0.05, 2 * r + 0.04, f - 0.07 * s), head], thick * 0.6))]  # fmt: skip
    parts += [tube([(-0.45 * s, bars - 0.02, f - 0.45 * s), (-0.2 * s, bars + 0.03, f - 0.25 * s),
        (0, bars, f - 0.2 * s), (0.2 * s, bars + 0.03, f - 0.25 * s), (0.45 * s, bars - 0.02, f - 0.45 * s)],
        thick * 0.7)]  # fmt: skip
    parts += [*mirrored(lying(thick * 1.2, 0.09, 0.45 * s, bars - 0.02, f - 0.45 * s)),
        lying(thick * 0.7, 0.36 * s, 0, r * 0.95, f)]  # fmt: skip
    parts += mirrored(box(0.09, 0.025, 0.07, 0.2 * s + 0.03, r - 0.03, f if style < 2 else 0.05))
    frame = [head, (0, 2 * r * 0.9, f * 0.4), (0, back + 0.06, -f * 0.5), (0, back, -f)]
    parts += [tube(frame, thick), tube([(0, back + 0.08, -f * 0.45), (0, saddle, -f * 0.45)], thick * 0.9)]
    parts.append(body([(-f * 0.45 - 0.16 * s - 0.04, 0.2 * s, 0.03, saddle + 0.02), (-f * 0.45, 0.17 * s, 0.03, saddle),
        (-f * 0.45 + 0.24 * s, 0.05, 0.025, saddle)], 2.5))  # fmt: skip
    if style == 1:  # a step, and a bar for a parent to push
        parts += [box(x * 1.3, 0.02, 0.14, 0, back + 0.02, -f),
            tube([(0, back, -f), (0, 0.6, -f - 0.2), (0, 0.95, -f - 0.38)], 0.014), lying(0.018, 0.26, 0, 0.95,
            -f - 0.38), turned(box(0.2, 0.2, 0.02), (-10, 0, 0), (0, saddle + 0.03, -f * 0.45 - 0.14))]  # fmt: skip
    elif style == 2:  # grown-ups' one with a basket
        b = [box(0.5, 0.02, 0.42, 0, 0.62, -f), *[box(p, 0.02, q, u, 0.66 + 0.07 * k, v) for k in range(4) for p, q, u,
            v in ((0.5, 0.01, 0, -f - 0.21), (0.5, 0.01, 0, -f + 0.21), (0.01, 0.42, 0.25, -f), (0.01, 0.42, -0.25,
            -f))]]  # fmt: skip
        parts += [*b, *[rod(0.008, 0.3, u, 0.62, -f + v) for u in (-0.25, -0.08, 0.08, 0.25) for v in (-0.21, 0.21)],
            *mirrored(rod(0.012, 0.34, 0.2, 0.3, -f)), lying(0.09, 0.02, 0, r, 0.05)]  # fmt: skip
    elif chance(g):
        parts += [upright([(f + a, r + b) for a, b in [*arc(r + 0.02, 30, 150, 8), *arc(r + 0.03, 150, 30, 8)]], 0.08),
            *mirrored(tube([(0.47 * s, bars - 0.02, f - 0.46 * s), (0.5 * s, bars - 0.12, f - 0.5 * s)], [0.004,
            0.014]))]  # fmt: skip
    return parts


def seaplane(g: Generator) -> list[Part]:
    long, span, style = g.uniform(8, 10), g.uniform(11, 14), int(g.integers(3))
    f, y, wing = long / 2, 1.9 if style < 2 else 1.1, 0.8

    def foil(half: float, chord: float, up: float, z: float, thick: float = 0.18) -> Part:
        return plate([(-half, z - chord * 0.4), (-half, z + chord * 0.3), (0, z + chord * 0.5), (half, z + chord * 0.3),
            (half, z - chord * 0.4), (0, z - chord * 0.5)], thick, 0, up)  # fmt: skip

    if style == 2:  # a flying boat
        hull = [(-f, 0.1, 0.25, 2.1), (-f * 0.4, 0.45, 0.6, 1.4), (0, 0.75, 0.95, 1.1), (f * 0.6, 0.75, 0.9, 1.1),
            (f, 0.15, 0.3, 1.2)]  # fmt: skip
        parts, wing = ([body(hull, 2.8),
            upright([(-f * 0.2, 0.1), (f * 0.8, 0.1), (f, 0.9), (f * 0.6, 0.4), (-f * 0.2, 0.5)], 0.9),
            body([(0, 0.3, 0.3, 1.9), (f * 0.4, 0.6, 0.35, 1.95), (f * 0.6, 0.3, 0.1, 1.9)], 3)], 1.5)  # fmt: skip
        engines, tips = ([span * 0.16], mirrored(egg(0.22, 0.25, 0.9, span * 0.36, 0.6, 0.3),
            rod(0.05, wing + y - 0.7, span * 0.36, 0.7, 0.3)))  # fmt: skip
        parts += [*tips, box(0.5, 0.7, 1.2, 0, 2.0, 0.4)]
    else:
        skin = [(-f, 0.08, 0.15, y + 0.25), (-f * 0.3, 0.4, 0.5, y + 0.05), (f * 0.3, 0.6, 0.75, y),
            (f * 0.6, 0.5, 0.5, y - 0.1), (f * 0.95, 0.45, 0.42, y - 0.1)]  # fmt: skip
        float_ = [(-f * 0.6, 0.05, 0.1, 0.5), (-f * 0.1, 0.3, 0.3, 0.35), (f * 0.6, 0.36, 0.32, 0.35),
            (f * 0.9, 0.2, 0.2, 0.45), (f, 0.04, 0.05, 0.55)]  # fmt: skip
        parts, engines = [body(skin, 2.8), *mirrored(body(float_, 2.6).apply_translation((1.3, 0, 0)))], []
        for z in (-f * 0.1, f * 0.5):
            parts += [*mirrored(tube([(1.3, 0.5, z), (0.4, y - 0.3, z)], 0.06)), lying(0.05, 2.6, 0, 0.5, z)]
        parts += [box(0.9, 0.4, 1.0, 0, y + 0.5, f * 0.2)]
        if style == 1:  # a biplane
            parts += [foil(span * 0.42, 1.3, y - 0.45, 0.6), *mirrored(*[tube([(x, y - 0.4, 0.6 + d), (x, y + 0.9,
                0.6 + d)], 0.05) for x in (1.2, span * 0.32) for d in (-0.4, 0.4)])]  # fmt: skip
        else:
            parts += mirrored(tube([(0.5, y - 0.5, 0.6), (span * 0.24, y + 0.85, 0.6)], 0.06))
    parts += [foil(span / 2, 1.7, y + wing, 0.6),
        foil(span * 0.18, 1.1, y + (0.4 if style < 2 else 1.2), -f + 0.5, 0.1)]  # fmt: skip
    parts.append(upright([(-f - 0.1, y + 0.1), (-f + 1.4, y + 0.2), (-f + 0.5, y + 1.9), (-f - 0.1, y + 1.9)], 0.12))
    for x in [-engines[0], engines[0]] if engines else [0]:
        z, up = (1.7, y + wing + 0.1) if engines else (f * 0.95, y - 0.1)
        parts += ([body([(z - 1.8, 0.1, 0.1, up), (z - 0.3, 0.35, 0.35, up), (z, 0.32, 0.32, up)]).apply_translation((x,
            0, 0))] if engines else [])  # fmt: skip
        parts += [turned(box(0.14, 1.1, 0.04), (0, 20, 360 * i / 3), (x, up, z + 0.15)) for i in range(3)] + [
            turned(rod(0.14, 0.35, top=0.03), (90, 0, 0), (x, up, z))
        ]
    return parts


def kayak(g: Generator) -> list[Part]:
    long, w, k = g.uniform(3.4, 5.2), g.uniform(0.28, 0.34), g.uniform(0.1, 0.3)
    f, two = long / 2, long > 4.5
    ts = np.linspace(-1, 1, 13)
    skin = [(t * f, w * max(1 - abs(t) ** 2.3, 0.03), 0.16 * max(1 - 0.8 * abs(t) ** 3, 0.15),
        0.17 + k * abs(t) ** 3) for t in ts]  # fmt: skip
    parts = [body(skin, 2.3)]
    for z in (-0.75, 0.6) if two else (-0.1,):
        rim = [(0.2 * np.cos(a), 0.335, z + 0.38 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 25)]
        parts += [tube(rim, 0.025), plate([(x * 0.9, q * 0.9 + z * 0.1) for x, _, q in rim[:-1]], 0.012, 0, 0.318),
            turned(box(0.3, 0.22, 0.04), (-15, 0, 0), (0, 0.3, z - 0.26))]  # fmt: skip
    for z in (f * 0.5, -f * 0.6):
        parts += ([ring(0.12, 0.012, 0, 0.31, z, axis="y")] if chance(g,
            0.6) else [tube([(-w * 0.6, 0.27, z), (0, 0.33, z + 0.1), (w * 0.6, 0.27, z)], 0.012)])  # fmt: skip
    parts += [ring(0.035, 0.01, 0, 0.21 + k, z) for z in (-f, f)]
    slope, out = g.uniform(-18, 18), g.uniform(1.0, 1.15)
    blade = smooth(
        [(out - 0.22, -0.04), (out - 0.1, -0.1), (out + 0.2, -0.08), (out + 0.22, 0.06), (out, 0.1), (out - 0.22, 0.04)]
    )
    paddle = [lying(0.016, 2 * out),
        *[turned(p, (s, 0, 0)) for s, p in zip((20, -50), mirrored(slab(blade, 0.02)), strict=True)]]  # fmt: skip
    parts += [turned(p, (0, 12, slope), (0, 0.52, 0.15)) for p in paddle]
    return ([*parts, upright([(-f, 0.15), (-f - 0.15, 0.15), (-f - 0.18, 0.35 + k), (-f, 0.35 + k)], 0.02)] if chance(g,
        0.4) else parts)  # fmt: skip


KINDS = kinds_of(horse_cart, sleigh, tricycle, seaplane, kayak)
