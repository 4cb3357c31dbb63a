"""Dwellings, from tents of hides and felt to mansions."""

from __future__ import annotations

import math

import numpy as np
import trimesh
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, egg, loft, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, box, kinds_of, lathe, ring, rod, turned


def _hull(points: Points) -> Part:
    """The convex body about some 3D points."""
    return trimesh.convex.convex_hull(np.asarray(points, float))


def _hip(w: float, d: float, h: float, ridge: float, y: float) -> Part:
    """A hipped roof over a w x d plan from height y, its ridge along x."""
    low = [(x * w / 2, y + t, z * d / 2) for x in (1, -1) for z in (1, -1) for t in (0, h * 0.06)]
    return _hull([*low, (ridge / 2, y + h, 0), (-ridge / 2, y + h, 0)])


def tipi(g: Generator) -> list[Part]:
    r, n = g.uniform(1.7, 2.6), int(g.integers(9, 15))
    h, cross, style = r * g.uniform(1.7, 2.4), g.uniform(0.06, 0.12), int(g.integers(3))
    step = 2 * math.pi / n
    foot = [(r * math.sin(step * (i + 0.5)), 0, r * math.cos(step * (i + 0.5))) for i in range(n)]
    neck = [(x * cross, h, z * cross) for x, _, z in foot]
    out = g.uniform(0.12, 0.25)
    poles = [tube([f, (-f[0] * out, h * (1 + out), -f[2] * out)], 0.045, 6) for f in foot]
    parts = list(poles)
    for i in range(n):
        a, b, p, q = np.array([foot[i - 1], foot[i], neck[i - 1], neck[i]])
        if i == 0:  # the doorway, between the last pole and the first
            parts.append(_hull([a + (p - a) * 0.5, b + (q - b) * 0.5, p, q, *(np.array([p, q]) * 0.93)]))
            flap = [a, a + (p - a) * 0.5, a + (b - a) * (-0.6) + (0, 0, 0.12), a + (p - a) * 0.5 + (0, 0, 0.1)]
            parts += [_hull(flap)] if style == 0 else []
            continue
        cloth = [a, b, p, q]
        parts.append(_hull([*cloth, *[v * (0.97, 1, 0.97) for v in cloth]]))
    if style != 2:  # smoke flaps, held out by poles of their own
        low = [(0.12, h * 0.72, r * 0.38), (0.1, h * 0.72, r * 0.33)]
        ear = _hull([(0.05, h, r * cross), (r * 0.33, h * 1.02, r * 0.28), *low])
        parts += mirrored(ear, tube([(r * 0.9, 0, -r * 0.7), (r * 0.33, h * 1.05, r * 0.28)], 0.03, 5))
    pins = [
        turned(box(0.3, 0.03, 0.03), (0, 0, 0), (0, h * t, r * (1 - t * 0.98) + 0.02))
        for t in np.linspace(0.53, 0.8, 5)
    ]
    hem = (
        [ring(r * 0.99, 0.04, y=0.05, axis="y")]
        if style == 1
        else [rod(0.05, 0.25, x * 1.05, 0, z * 1.05) for x, _, z in foot]
    )
    return [*parts, *pins, *hem]


def yurt(g: Generator) -> list[Part]:
    r, style = g.uniform(2.4, 3.4), int(g.integers(3))
    h, rise = g.uniform(1.4, 1.8), r * g.uniform(0.32, 0.55)
    bulge = 1.12 if style == 1 else 1.0
    roof = [(r * 1.04, h - 0.06), (r * 1.04, h + 0.05), (r * 0.65 * bulge, h + rise * 0.6 * bulge), (r * 0.2, h + rise)]
    parts = [rod(r, h), lathe([(0, h - 0.06), *roof, (0, h + rise)])]
    crown = [
        ring(r * 0.2, 0.06, y=h + rise + 0.04, axis="y"),
        lathe([(0, 0), (r * 0.16, 0), (0, r * 0.12)], y=h + rise),
    ]
    parts += crown + around(4, tube([(0, h + rise + r * 0.14, 0), (r * 0.2, h + rise, 0)], 0.04, 5))
    parts += [ring(r, 0.05, y=h * t, axis="y") for t in (0.3, 0.62, 0.95)[: 1 + style]]
    n = int(g.integers(10, 18))
    ropes = [(r * 1.05, h, 0), (r * 0.66 * bulge, h + rise * 0.62 * bulge, 0), (r * 0.2, h + rise, 0)]
    parts += around(n, tube(ropes, 0.045, 5)) + (around(n, box(0.06, h, 0.06, r, 0)) if chance(g) else [])
    wide, tall = g.uniform(0.8, 1.1), h * 0.88
    door = [box(wide, tall, 0.6, 0, 0, r), box(wide * 0.42, tall * 0.85, 0.1, wide * 0.22, 0.06, r + 0.28)]
    door += [box(wide * 0.42, tall * 0.85, 0.1, -wide * 0.22, 0.06, r + 0.28), box(wide * 1.3, 0.16, 0.9, 0, tall, r)]
    pipe = [
        rod(0.09, rise * 0.9 + 0.5, r * 0.3, h + 0.3, -r * 0.2),
        rod(0.16, 0.1, r * 0.3, h + rise * 0.9 + 0.85, -r * 0.2, top=0.02),
    ]
    base = [
        lathe([(0, -0.35), (r * 1.2, -0.35), (r * 1.2, -0.1), (0, -0.1)]),
        box(wide * 1.4, 0.18, 0.6, 0, -0.35, r * 1.2 + 0.2),
    ]
    if style == 2:  # two windows
        parts += [p for t in (-55, 55) for p in (turned(box(0.7, 0.6, 0.2, 0, h * 0.45, r), (0, t, 0)),)]
    return [*parts, *door, *(pipe if chance(g, 0.6) else []), *(base if chance(g) else [rod(r * 1.02, 0.1)])]


def hut(g: Generator) -> list[Part]:
    style, h = int(g.integers(3)), g.uniform(1.5, 2.1)
    if style == 0:  # round, under a cone of thatch
        r, rise, n = g.uniform(1.6, 2.4), g.uniform(1.6, 2.6), int(g.integers(3, 6))
        wall = loft(
            np.array(
                [
                    [(s * math.sin(t), y, s * math.cos(t)) for t in np.linspace(0.28, 2 * math.pi - 0.28, 25)]
                    for s, y in ((r, 0), (r, h))
                ]
            )
        )
        tiers = []
        for i in range(n):
            low, up = i / n, (i + 1) / n
            tiers.append(
                lathe(
                    [
                        (0, rise * low),
                        (r * 1.4 * (1.05 - low), rise * low - 0.12),
                        (r * 1.4 * (1 - up), rise * up),
                        (0, rise * up),
                    ],
                    y=h,
                )
            )
        posts = around(int(g.integers(8, 14)), rod(0.06, h, 0, 0, r * 1.02), start=15)
        frame = [box(0.1, h * 0.95, 0.12, x * r * 0.28, 0, r * 0.98) for x in (1, -1)] + [
            box(r * 0.66, 0.1, 0.14, 0, h * 0.9, r)
        ]
        return [wall, *tiers, *posts, *frame, tube([(0, h + rise - 0.1, 0), (0, h + rise + 0.35, 0)], [0.16, 0.05], 6)]
    w, d, rise = g.uniform(2.6, 3.8), g.uniform(2.2, 3.0), g.uniform(1.3, 2.0)
    up = g.uniform(1.0, 2.0) if style == 1 else 0.15  # on stilts or on the ground
    wall = [
        box(w, h, d, 0, up),
        *[box(w + 0.08, 0.07, d + 0.08, 0, up + h * t) for t in np.linspace(0.1, 0.9, int(g.integers(3, 6)))],
    ]
    roof = [_hip(w * 1.35 - 0.12 * i, d * 1.45 - 0.2 * i, rise, w * 0.8, up + h - 0.15 + 0.14 * i) for i in range(3)]
    deck = [box(w * 1.15, 0.14, d + 1.6, 0, up - 0.14, 0.6)]
    stilts = [
        rod(0.09, up if z < 1 else up + h, x * w * 0.52, 0, z)
        for x in (1, 0, -1)
        for z in (-d / 2, 0, d / 2 + 0.8)
        if x or z < 1
    ]
    door = [
        box(0.8, h * 0.85, 0.12, w * 0.1, up, d / 2 + 0.02),
        box(0.6, 0.55, 0.12, -w * 0.28, up + h * 0.4, d / 2 + 0.02),
    ]
    parts = [*wall, *roof, *deck, *stilts, *door]
    if style == 1:
        sides = [tube([(x, 0, d / 2 + 2.1), (x, up + 0.1, d / 2 + 1.4)], 0.05, 5) for x in (0.1, 0.7)]
        parts += [*sides, *[box(0.6, 0.05, 0.1, 0.4, up * t, d / 2 + 2.1 - 0.7 * t) for t in (0.2, 0.4, 0.6, 0.8)]]
    return parts


def treehouse(g: Generator) -> list[Part]:
    up, r, style = g.uniform(2.4, 3.6), g.uniform(0.3, 0.5), int(g.integers(3))
    w, d, h = g.uniform(2.2, 2.8), g.uniform(2.0, 2.6), g.uniform(1.5, 1.9)
    trunk = [tube([(0, 0, 0), (0, 0.4, 0), (0.1, up, 0), (0, up + h + 1.6, -0.1)], [r * 1.8, r * 1.1, r, r * 0.6], 10)]
    trunk += [
        tube([(0, up * 0.6, 0), (c * w * 0.6, up, s * d * 0.6)], [r * 0.4, r * 0.25], 6) for c, s in arc(1, 45, 315, 4)
    ]
    crown = []
    for i, (c, s) in enumerate(arc(1, 20, 330, int(g.integers(4, 7)))):
        p = np.array((c * w * 0.75, up + h + 1.5 + 0.5 * (i % 2) + g.uniform(-0.2, 0.4), s * d * 0.75 - 0.3))
        trunk.append(tube([(0, up + h + 0.5, -0.1), p], [r * 0.4, r * 0.15], 6))
        crown.append(egg(*g.uniform((1.2, 0.8, 1.1), (1.8, 1.2, 1.5)), *p))
    floor, y = [box(w * 1.5, 0.14, d * 1.6, 0, up)], up + 0.14
    cabin = [
        box(w, h, d, 0, y, -0.3),
        box(0.65, h * 0.75, 0.1, 0.35, y, d / 2 - 0.28),
        box(0.5, 0.5, 0.1, -0.55, y + h * 0.4, d / 2 - 0.28),
    ]
    cabin += [box(w + 0.06, 0.04, d + 0.06, 0, y + h * t, -0.3) for t in (0.2, 0.4, 0.6, 0.8)]
    if style == 1:
        roof = [turned(box(w * 1.3, 0.12, d * 1.35), (12, 0, 0), (0, y + h + 0.15, -0.3))]
    else:
        gable = slab([(-w / 2, 0), (w / 2, 0), (0, w * 0.45)], d, 0, y + h, -0.3)
        roof = [gable, *mirrored(turned(box(w * 0.75, 0.1, d * 1.25), (0, 0, -42), (w * 0.26, y + h + w * 0.21, -0.3)))]
    fence = [box(0.07, 0.75, 0.07, x * w * 0.73, y, z) for x in (1, -1) for z in np.linspace(-d * 0.75, d * 0.75, 6)]
    fence += [box(0.07, 0.75, 0.07, x, y, d * 0.77) for x in np.linspace(-w * 0.7, w * 0.2, 5)]
    fence += [box(0.06, 0.08, d * 1.55, x * w * 0.73, y + 0.7) for x in (1, -1)] + [
        box(w * 0.95, 0.08, 0.06, -w * 0.25, y + 0.7, d * 0.77)
    ]
    out = g.uniform(0.3, 0.8)
    steps = [tube([(x, 0, d * 0.8 + out), (x, y, d * 0.8)], 0.05, 5) for x in (w * 0.35, w * 0.35 + 0.55)]
    steps += [box(0.55, 0.05, 0.07, w * 0.35 + 0.27, y * t, d * 0.8 + out * (1 - t)) for t in np.linspace(0.1, 0.95, 9)]
    rope = [
        tube(smooth([(-w * 0.73, up, 0), (-w * 0.8, up - 0.2, 0.1), (-w * 0.78, 0.5, 0)], False), 0.03, 5),
        box(0.5, 0.06, 0.25, -w * 0.78, 0.45),
    ]
    return [*trunk, *crown, *floor, *cabin, *roof, *fence, *steps, *(rope if style == 2 else [])]


def mansion(g: Generator) -> list[Part]:
    w, h, d, style = g.uniform(18, 26), g.uniform(6.5, 8.5), g.uniform(9, 12), int(g.integers(3))
    rise, n, floors = g.uniform(2.2, 3.8), int(g.integers(7, 12)) | 1, 2 + int(chance(g, 0.3))
    parts = [
        box(w, h, d),
        box(w * 1.03, 0.5, d * 1.04, 0, h - 0.2),
        box(w * 1.04, 0.8, d * 1.04),
        _hip(w * 1.04, d * 1.08, rise, w * 0.7, h + 0.3),
    ]
    z, tall = d / 2, h / floors
    for x in np.linspace(-w * 0.45, w * 0.45, n):
        for k in range(floors):
            pane = [
                box(w * 0.045, tall * 0.55, 0.3, x, tall * (k + 0.28), z),
                box(w * 0.06, 0.25, 0.5, x, tall * (k + 0.86), z),
            ]
            parts += [*pane, *[turned(p.copy(), (0, 180, 0)) for p in pane]]
    chimneys = [
        box(1.1, rise * 1.3 + 1, 1.1, x * w * 0.3, h, v * d * 0.15)
        for x in (1, -1)
        for v in ((1, -1) if chance(g) else (0,))
    ]
    if style == 1:  # round corner turrets
        spire = [
            rod(w * 0.09, h * 1.2),
            lathe([(w * 0.105, h * 1.2), (0, h * 1.2 + rise * 1.7)]),
            lathe([(0, h * 1.2), (w * 0.105, h * 1.2)]),
        ]
        parts += [
            p
            for x in (1, -1)
            for p in at(x * w * 0.48, 0, z * 0.9, *spire, *around(8, box(0.7, 1.6, 0.3, 0, h * 0.6, w * 0.09)))
        ]
    else:  # wings set forward
        wing = [
            box(w * 0.26, h * 0.95, d * 1.5),
            turned(_hip(d * 1.6, w * 0.29, rise * 0.9, d * 1.1, h * 0.95), (0, 90, 0)),
        ]
        front = [
            box(1.1, tall * 0.5, 0.4, v * w * 0.06, tall * (k + 0.28), d * 0.75) for v in (1, -1) for k in range(floors)
        ]
        parts += [p for x in (1, -1) for p in at(x * w * 0.5, 0, d * 0.25, *wing, *front)]
    wide, out, cols = w * 0.3, z + 2.2, int(g.choice([4, 6]))  # a portico of columns
    parts += [rod(0.38, h * 0.86, x, 0.8, out, top=0.32) for x in np.linspace(-wide * 0.45, wide * 0.45, cols)]
    parts += [box(wide, 0.8, 2.8, 0, h * 0.86 + 0.6, z + 1.4), box(2.2, tall * 0.75, 0.5, 0, 0.8, z)]
    parts += [
        slab([(-wide * 0.54, 0), (wide * 0.54, 0), (0, wide * 0.24)], d * 0.5 + 2.8, 0, h * 0.86 + 1.4, d * 0.25 + 1.4)
    ]
    stairs = [box(wide * 1.1, 0.8 - 0.2 * k, 3.0 + 0.9 * k, 0, 0, z + 1.4 + 0.45 * k) for k in range(4)]
    dome = [
        rod(w * 0.08, 2.2, y=h + rise * 0.5),
        egg(w * 0.08, w * 0.09, w * 0.08, 0, h + rise * 0.5 + 2.2),
        rod(0.2, 2, y=h + rise * 0.5 + w * 0.09 + 2),
    ]
    return [*parts, *chimneys, *stairs, *(dome if style == 2 else [])]


KINDS = kinds_of(tipi, yurt, hut, treehouse, mansion)
