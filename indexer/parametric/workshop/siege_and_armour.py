"""Engines of siege and battle, and what a soldier wears or throws."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import (
    Points,
    arc,
    body,
    chance,
    egg,
    mirrored,
    rolling,
    slab,
    smooth,
    tube,
    upright,
)
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _spoked(r: float, x: float, n: int, wide: float = 0.06) -> list[Part]:
    """A cart wheel on an axle along x."""
    spokes = [turned(rod(0.022, r * 0.95), (angle, 0, 0), (x, r, 0)) for angle in np.arange(n) * 360 / n]
    rim = turned(lathe([(r * 0.85, -wide / 2), (r, -wide / 2), (r, wide / 2), (r * 0.85, wide / 2),
        (r * 0.85, -wide / 2)]), (0, 0, 90), (x, r, 0))  # fmt: skip
    return [rim, lying(r * 0.16, wide * 2, x, r), *spokes]


def cannon(g: Generator) -> list[Part]:
    long, r, style = g.uniform(1.4, 2.2), g.uniform(0.13, 0.18), int(g.integers(3))
    tilt, high = float(g.uniform(2, 18)), 0.45 if style == 1 else g.uniform(0.6, 0.75)
    profile = [(0, -0.2 * r), (r * 0.35, -0.1 * r), (r * 0.4, 0.3 * r), (r * 0.2, 0.5 * r), (r * 0.8, 0.7 * r),
        (r, 0.8 * r), (r * 0.95, long * 0.4), (r * 0.72, long * 0.92), (r * 0.9, long * 0.96), (r * 0.85, long),
        (r * 0.45, long), (r * 0.45, long * 0.8), (0, long * 0.8)]  # fmt: skip
    if style == 2:  # a field gun of the last century
        profile = [(0, 0), (r * 0.8, 0), (r * 0.8, 0.3), (r * 0.45, 0.35), (r * 0.4, long), (r * 0.6, long),
            (r * 0.6, long * 1.12), (r * 0.25, long * 1.12), (r * 0.25, long), (0, long)]  # fmt: skip
    hoops = [ring(r * (1.02 - 0.27 * t), 0.016, y=long * t, axis="y")
        for t in (0.15, 0.4, 0.62)] if style < 2 else [rod(r * 0.3, long * 0.55, 0, 0, r * 0.75)]  # fmt: skip
    aim = [turned(p, (90 - tilt, 0, 0), (0, high + 0.1, -long * 0.4 * np.cos(np.radians(tilt))))
        for p in [lathe(profile), *hoops]]  # fmt: skip
    trunnion = [lying(r * 0.35, r * 3.4, 0, high + 0.12, 0)]
    balls = [ball(0.075, x, y, z) for x, y, z in ((0.62, 0.07, 0.2), (0.62, 0.07, 0.36), (0.75, 0.07, 0.28),
        (0.66, 0.19, 0.28))] if style < 2 and chance(g, 0.4) else []  # fmt: skip
    if style == 1:  # a ship's gun on a stepped truck
        cheek = upright([(-0.75, 0.12), (0.45, 0.12), (0.45, 0.4), (0.2, 0.55), (-0.12, 0.55), (-0.12, 0.44),
            (-0.35, 0.44), (-0.35, 0.34), (-0.55, 0.34), (-0.55, 0.24), (-0.75, 0.24)], 0.09, r * 1.3)  # fmt: skip
        return [*aim, *trunnion, *mirrored(cheek), box(r * 2.6, 0.08, 1.1, 0, 0.14, -0.15),
            *rolling(0.14, 0.1, [-0.55, 0.3], r * 1.3 + 0.12), *balls]  # fmt: skip
    if style == 0:
        trail = upright([(0.25, high - 0.08), (0.2, high + 0.12), (-0.3, high + 0.1), (-long * 0.85, 0.0),
            (-long * 0.92, 0.05), (-long * 0.4, high - 0.15)], 0.08, r * 1.2)  # fmt: skip
        return [*aim, *trunnion, *mirrored(trail), lying(0.05, 1.1, 0, high - 0.02),
            *_spoked(high - 0.02, 0.5, int(g.choice([8, 10, 12]))), *_spoked(high - 0.02, -0.5, 10),
            box(r * 2.4, 0.06, 0.1, 0, high * 0.5, -long * 0.45), *balls]  # fmt: skip
    shield = [turned(slab([(0.12, -0.25), (0.75, -0.25), (0.75, 0.3), (0.6, 0.5), (0.12, 0.5)], 0.03), (-10, 0, 0),
        (0, high, 0.25))]  # fmt: skip
    legs = tube([(0.1, high - 0.15, 0), (0.45, 0.06, -long * 1.1), (0.46, -0.02, -long * 1.15)], 0.06, 6)
    return [*aim, *trunnion, *mirrored(legs, *shield), lying(0.05, 1.3, 0, 0.45), *rolling(0.42, 0.18, [0], 0.62),
        box(0.3, 0.3, 0.5, 0, high - 0.3, -0.05)]  # fmt: skip


def catapult(g: Generator) -> list[Part]:
    long, w, tall = g.uniform(2.4, 3.2), g.uniform(0.5, 0.7), g.uniform(1.3, 1.7)
    beams = mirrored(box(0.16, 0.18, long, w, 0.35), box(0.12, 0.12, 0.12, w, 0.5, 0.3)) + [box(2 * w, 0.14, 0.14, 0,
        0.37, z * long) for z in (-0.45, 0.0, 0.45)]  # fmt: skip
    ground = rolling(0.34, 0.14, [-long * 0.38, long * 0.38], w + 0.18) if chance(g,
        0.65) else mirrored(box(0.2, 0.35, 0.3, w, 0, -long * 0.4), box(0.2, 0.35, 0.3, w, 0, long * 0.4))  # fmt: skip
    if chance(g, 0.6):  # a torsion engine: the arm beats against a padded crossbar
        tilt = float(g.uniform(-65, -5))
        frame = mirrored(box(0.15, tall, 0.18, w, 0.4, 0.35),
            tube([(w, 0.45, long * 0.46), (w, tall + 0.25, 0.4)], 0.065, 6),
            tube([(w, 0.45, -long * 0.3), (w, tall + 0.2, 0.3)], 0.05, 6))  # fmt: skip
        arm = [rod(0.085, tall * 1.25, top=0.06), lathe([(0, 0), (0.16, 0.03), (0.25, 0.15), (0.22, 0.15),
            (0.12, 0.05), (0, 0.04)], 0, 0, 0)]  # fmt: skip
        arm[1] = turned(arm[1], (90, 0, 0), (0, tall * 1.38, -0.02))
        stone = [ball(0.16, 0, tall * 1.38, 0.16)] if chance(g) else []
        thrown = [turned(p, (tilt, 0, 0), (0, 0.55, 0.1)) for p in (*arm, *stone)]
        skein = [lying(0.15, 2 * w + 0.3, 0, 0.52, 0.1), *mirrored(lying(0.22, 0.06, w + 0.14, 0.52, 0.1)),
            lying(0.09, 1.6 * w, 0, tall + 0.3, 0.3), box(2 * w + 0.2, 0.14, 0.16, 0, tall + 0.3, 0.42)]  # fmt: skip
        return [*beams, *ground, *frame, *thrown, *skein, lying(0.07, 2 * w + 0.3, 0, 0.6, -long * 0.42),
            rod(0.02, 0.5, w + 0.2, 0.4, -long * 0.42)]  # fmt: skip
    high, tilt = tall * 1.5, float(g.uniform(-35, 50))  # a trebuchet with its weight
    frame = mirrored(tube([(w, 0.4, -long * 0.35), (w * 0.7, high + 0.08, 0)], 0.08, 6),
        tube([(w, 0.4, long * 0.35), (w * 0.7, high + 0.08, 0)], 0.08, 6),
        tube([(w * 0.9, high * 0.5, -long * 0.2), (w * 0.9, high * 0.5, long * 0.2)], 0.05, 6))  # fmt: skip
    turn = np.radians(tilt)
    front, back = (np.array((0, high - s * np.sin(turn), s * np.cos(turn))) for s in (high * 0.42, -high * 1.05))
    load = [tube([front, front - (0, 0.3, 0)], 0.04, 6), box(w * 1.1, 0.55, 0.5, 0, front[1] - 0.8, front[2]),
        box(w * 1.2, 0.08, 0.58, 0, front[1] - 0.3, front[2])]  # fmt: skip
    sling = [tube([back, back - (0, 0.5, -0.25)], 0.02, 5), ball(0.15, *(back - (0, 0.6, -0.28)))]
    return [*beams, *ground, *frame, tube([front, back], [0.1, 0.05], 8), *load, *sling, lying(0.07, 2 * w, 0, high, 0)]


def _shell(profile: Points, gaps: list[tuple[float, float, float, float]], deep: float = 1.0) -> list[Part]:
    """A turned shell with openings of (half an angle, its middle from the front, low, high) on both sides."""
    part = lathe([(float(r), float(y)) for r, y in np.asarray(profile, float)])
    part.apply_scale((1, 1, deep))
    x, y, z = part.triangles_center.T
    at = np.degrees(np.arctan2(x, z))
    keep = np.ones(len(x), bool)
    for half, middle, low, high in gaps:
        keep &= ~((np.abs(np.abs(at) - middle) < half) & (y > low) & (y < high))
    part.update_faces(keep)
    inner = part.copy()
    inner.apply_scale((0.96, 1, 0.96))
    inner.invert()
    return [part, inner]


def knights_helmet(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.11, 0.125), g.uniform(0.28, 0.33), int(g.integers(3))
    plume = [tube(smooth([(0, h - 0.01, -0.02), (0, h + 0.1, -0.04), (0, h + 0.13, -0.14), (0, h - 0.02, -0.22)],
        False), [0.012, *np.linspace(0.025, 0.035, 6), *np.linspace(0.033, 0.006, 3)])] if chance(g,
        0.4) else []  # fmt: skip
    slit = h * 0.6
    if style == 0:  # a great helm
        rows = [(r * 1.0, 0), (r * 1.02, h * 0.3), (r, slit - 0.02), (r, slit + 0.014), (r * 0.97, h * 0.9),
            (r * 0.75, h), (0, h * (1 if chance(g) else 1.12))]  # fmt: skip
        parts = _shell(rows, [(23, 38, slit - 0.02, slit + 0.014)], 1.12)
        ribs = [box(0.026, h * 0.9, 0.01, 0, h * 0.05, r * 1.13),
            *mirrored(turned(box(r * 0.95, 0.022, 0.006, 0, slit + 0.016, 0), (0, 38, 0),
            (r * 0.62, 0, r * 0.86)))]  # fmt: skip
        holes = [ball(0.005, s * (0.025 + 0.017 * i), h * (0.2 + 0.08 * j), r * (1.12 - 0.05 * i)) for s in (1, -1)
            for i in range(3) for j in range(3)]  # fmt: skip
        return [*parts, *ribs, *holes, *plume]
    crown = [(r * np.cos(a), h * 0.55 + h * 0.45 * np.sin(a)) for a in np.linspace(0.12, np.pi / 2, 7)]
    neck = [(r * 1.08, 0), (r * 0.93, h * 0.14), (r * 0.98, h * 0.32), (r, slit - 0.03)]
    comb = [upright([(p[0], p[1]) for p in [*(arc(1, 20, 160, 12) * (r * 1.12, h * 0.5) + (0, h * 0.56)),
        *(arc(1, 160, 20, 12) * (r * 1.02, h * 0.44) + (0, h * 0.56))]], 0.012)]  # fmt: skip
    if style == 1:  # open before the face, like a T
        parts = _shell([*neck, (r, slit + 0.02), *crown[1:]],
            [(22.5, 22.5, slit - 0.03, slit + 0.02), (15, 0, 0, slit + 0.02)], 1.15)  # fmt: skip
        return [*parts, *comb, upright([(r * 1.12, slit + 0.04), (r * 1.2, slit - 0.05), (r * 1.13, slit - 0.05)],
            0.018), *plume, *mirrored(ball(0.009, r * 0.95, slit, 0.03))]  # fmt: skip
    parts = _shell([*neck, *crown], [(45, 0, h * 0.3, h * 0.68)], 1.15)  # with a visor to a point
    lift, nose = float(g.uniform(0, 45)) if chance(g, 0.4) else 0.0, g.uniform(0.07, 0.13)
    visor = body([(0.0, r * 1.06, h * 0.29, 0), (r * 0.5, r * 1.0, h * 0.27, 0), (r * 0.95, r * 0.7, h * 0.2, -0.005),
        (r * 1.05 + nose, 0.012, 0.02, -0.03)], 2)  # fmt: skip
    slots = mirrored(turned(box(0.055, 0.008, 0.02, 0.05, 0.035, r * 0.98), (0, 14, 0)))
    holes = [ball(0.005, s * (0.022 + 0.012 * i), -0.03 - 0.012 * j, r * (1.05 - 0.1 * i) + nose * 0.3)
        for s in (1, -1) for i in range(3) for j in range(2)]  # fmt: skip
    face = [turned(p, (-lift, 0, 0), (0, h * 0.48 + lift * 0.0008, 0.015)) for p in (visor, *slots, *holes)]
    return [*parts, *comb, *face, *mirrored(lying(0.016, 0.02, r * 1.05, h * 0.5, 0.015)), *plume]


def grenade(g: Generator) -> list[Part]:
    r, style = g.uniform(0.028, 0.034), int(g.integers(3))
    if style == 2:  # on a stick
        n, can = g.uniform(0.2, 0.26), g.uniform(0.08, 0.11)
        grip = [(0, 0), (0.016, 0), (0.016, 0.014), (0.012, 0.02), (0.0135, n), (0, n)]
        clip = box(0.006, can * 0.8, 0.014, r * 1.15, n)
        cord = [tube(smooth([(0.004, 0, 0), (0.02, -0.02, 0.01), (0.03, 0.02, 0.012), (0.02, 0.05, 0.012)], False),
            0.002, 5), ball(0.006, 0.02, 0.05, 0.012)] if chance(g) else []  # fmt: skip
        return [lathe(grip), lathe([(0, n), (r * 1.1, n), (r * 1.1, n + can), (r, n + can + 0.005),
            (0, n + can + 0.005)]), ring(r * 1.1, 0.003, y=n + can * 0.9, axis="y"),
            ring(r * 1.1, 0.003, y=n + 0.008, axis="y"), clip, *cord]  # fmt: skip
    h = r * g.uniform(1.15, 1.4) if style == 0 else r * g.uniform(1.0, 1.2)
    if style == 0:  # a pineapple
        blocks, n, rows = [egg(r * 0.92, h * 0.95, r * 0.92, 0, h, 0)], int(g.integers(7, 10)), 5
        for i in range(rows):
            a = (i - (rows - 1) / 2) * 0.5
            for j in range(n):
                piece = box(2.3 * r * np.cos(a) / n * 2.2, h * 0.38, 0.01, 0, -h * 0.19, 0)
                blocks.append(turned(turned(piece, (-np.degrees(a), 0, 0),
                    (0, h * (1 + np.sin(a)), r * 0.94 * np.cos(a))), (0, 360 * j / n, 0)))  # fmt: skip
    elif chance(g):  # a ball
        blocks = [egg(r * 1.05, h, r * 1.05, 0, h, 0), ring(r * 1.05, 0.0025, y=h, axis="y")]
    else:  # a can
        blocks = [lathe([(0, 0), (r * 0.85, 0), (r * 0.9, 0.004), (r * 0.9, h * 2.6), (r * 0.7, h * 2.75),
            (0, h * 2.75)]), *[ring(r * 0.9, 0.002, y=h * t, axis="y") for t in (0.4, 2.3)]]  # fmt: skip
        h *= 1.35
    top = 2 * h
    fuse = [rod(0.012, 0.012, 0, top - 0.004), rod(0.009, 0.02, 0, top), box(0.02, 0.01, 0.016, 0.002, top + 0.015)]
    spoon = tube(smooth([(-0.008, top + 0.024, 0), (0.012, top + 0.026, 0), (r * 1.05, top + 0.005, 0),
        (r * 1.3, h * 1.2, 0), (r * 1.2, h * 0.6, 0)], False), 0.003)  # fmt: skip
    spoon.apply_scale((1, 1, 2.5))
    return [*blocks, *fuse, spoon, tube([(0, top + 0.014, -0.012), (0, top + 0.014, 0.014)], 0.0018, 6),
        ring(0.0135, 0.0016, -0.006, top + 0.004, 0.018 if chance(g) else -0.016, axis="z")]  # fmt: skip


KINDS = kinds_of(cannon, catapult, knights_helmet, grenade)
