"""Dinosaurs, reptiles and dragons, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, plate, slab, symmetric, tube, upright
from indexer.parametric.nature.wild_animals import four, limb, spine, stretched, trunk
from indexer.parametric.solids import Part, ball, kinds_of, turned


def _moved(parts: list[Part], pitch: float, y: float, z: float) -> list[Part]:
    return [turned(part, (pitch, 0, 0), (0, y, z)) for part in parts]


def _teeth(x: float, y: float, zs: tuple[float, float], n: int, long: float, narrow: float = 0.6) -> list[Part]:
    """Two rows of pointed teeth along z; a negative length points down."""
    at = np.linspace(*zs, n)
    xs = np.linspace(x, x * narrow, n)
    return mirrored(*[tube([(a, y, b), (a, y + long, b)], [abs(long) * 0.3, 0.001], 5) for a,
        b in zip(xs, at, strict=True)])  # fmt: skip


def tyrannosaurus(g: Generator) -> list[Part]:
    gape, heavy, step = g.uniform(8, 32), g.uniform(0.9, 1.1), g.uniform(-0.5, 0.5)
    if chance(g, 0.65):  # level, as it ran
        y, z, end = g.uniform(3.6, 4.2), 2.6, g.uniform(2.6, 3.6)
        parts = [spine((-5.6, end, 0.03), (-4, end - 0.2, 0.28), (-2.2, 2.9, 0.55), (-0.6, 2.75, 0.85 * heavy),
            (0.8, 2.8, 0.85 * heavy), (1.6, 3.2, 0.6), (2.1, y - 0.2, 0.5), (z, y, 0.45))]  # fmt: skip
        shoulder = (2.6, 1.3)
    else:  # upright, its tail on the ground
        y, z = g.uniform(5.0, 5.5), 1.5
        parts = [spine((-5.0, 0.1, 0.03), (-3.6, 0.25, 0.3), (-1.8, 1.2, 0.6), (-0.5, 2.5, 0.9 * heavy),
            (0.5, 3.5, 0.8 * heavy), (0.9, 4.4, 0.55), (1.1, y, 0.5), (z, y + 0.05, 0.42))]  # fmt: skip
        shoulder = (3.7, 0.95)
    skull = [trunk((-0.2, 0.3, 0.35, 0.15), (0, 0.46, 0.5, 0.2), (0.5, 0.4, 0.4, 0.2), (1.1, 0.3, 0.3, 0.12),
        (1.5, 0.2, 0.2, 0.05)), *_teeth(0.3, -0.02, (0.5, 1.4), 7, -0.2),
        *mirrored(egg(0.1, 0.1, 0.16, 0.32, 0.52, 0.35))]  # fmt: skip
    jaw = [trunk((-0.1, 0.3, 0.2, -0.15), (0.4, 0.32, 0.15, -0.2), (1.0, 0.24, 0.13, -0.2),
        (1.4, 0.12, 0.08, -0.16)), *_teeth(0.26, -0.1, (0.5, 1.3), 6, 0.16)]  # fmt: skip
    parts += _moved(skull, -gape * 0.4, y, z) + _moved(jaw, gape, y, z)
    for x, s in ((0.6, step), (-0.6, -step)):
        parts.append(limb((x, 2.6, -0.3, 0.65), (x * 1.15, 1.7, 0.5 + s * 0.5, 0.45), (x, 0.9, -0.3 + s, 0.24),
            (x, 0.2, 0 + s, 0.2)))  # fmt: skip
        parts += [limb((x, 0.18, s, 0.16), (x + d * 0.5, 0.1, 0.45 + s, 0.12),
            (x + d, 0.05, 0.75 + s, 0.02)) for d in (-0.25, 0, 0.25)]  # fmt: skip
    a, b = shoulder
    arm = limb((0.45, a, b, 0.15), (0.6, a - 0.35, b + 0.1, 0.1), (0.5, a - 0.4, b + 0.5, 0.07))
    claws = [tube([(0.5 + d, a - 0.4, b + 0.48), (0.5 + 2 * d, a - 0.5, b + 0.65)], [0.05, 0.008],
        5) for d in (-0.05, 0.05)]  # fmt: skip
    return [*parts, *mirrored(arm, *claws)]


def long_necked_dinosaur(g: Generator) -> list[Part]:
    heavy, swing = g.uniform(0.9, 1.15), g.uniform(-1.5, 1.5)
    if chance(g, 0.55):  # the neck held high, the shoulders higher than the hips
        front, back, y, z = 3.6, 2.8, g.uniform(8.5, 10.5), g.uniform(4.6, 6.0)
        neck = spine((1.0, 4.0, 1.1), (2.6, 5.0, 0.8), (z - 1.2, y * 0.75, 0.5), (z - 0.6, y - 0.2, 0.38), (z, y, 0.36))
    else:  # the neck held ahead
        front, back, y, z = 2.8, 3.0, g.uniform(3.6, 5.8), g.uniform(7.5, 9.0)
        neck = spine(
            (1.0, 3.2, 1.1), (3, 3.6, 0.75), (z * 0.65, y * 0.6 + 1.6, 0.45), (z - 0.7, y + 0.1, 0.33), (z, y, 0.32)
        )
    hull = trunk((-2.4, 0.4, 0.5, back + 0.3), (-2.0, 1.1 * heavy, 1.1, back + 0.2),
        (-0.5, 1.4 * heavy, 1.4, (front + back) / 2 + 0.1), (1.2, 1.2 * heavy, 1.3, front + 0.2),
        (2.3, 0.5, 0.6, front + 0.8))  # fmt: skip
    tail = limb((0, back + 0.3, -1.4, 1.0), (0, back - 0.1, -3.4, 0.7), (swing * 0.5, back * 0.6, -5.2, 0.35),
        (swing, back * 0.35, -7.2, 0.16), (swing * 0.6, back * 0.3, -9, 0.03))  # fmt: skip
    head = spine((z - 0.3, y, 0.3), (z + 0.1, y + 0.12, 0.42), (z + 0.5, y - 0.05, 0.33), (z + 0.95, y - 0.18, 0.24))
    bump = [egg(0.2, 0.22, 0.25, 0, y + 0.4, z + 0.2)] if chance(g, 0.4) else []
    feet = []
    for x in (0.75 * heavy, -0.75 * heavy):
        for at, hip in ((1.4, front), (-1.5, back)):
            s = float(g.uniform(-0.4, 0.4))
            feet.append(
                limb((x * 0.9, hip + 0.2, at, 0.75), (x, hip * 0.5, at + s * 0.5, 0.45), (x, 0.0, at + s, 0.42))
            )
            feet += [ball(0.13, x + d, 0.1, at + s + 0.38) for d in (-0.2, 0, 0.2)]
    return [hull, neck, tail, head, *bump, *mirrored(ball(0.07, 0.34, y + 0.2, z + 0.2)), *feet]


def triceratops(g: Generator) -> list[Part]:
    y, z, frill, horn = g.uniform(1.1, 1.8), 2.4, g.uniform(0.9, 1.2), g.uniform(0.9, 1.4)
    parts = [trunk((-1.9, 0.3, 0.35, 1.8), (-1.6, 0.7, 0.75, 1.8), (-0.3, 0.95, 0.9, 1.8), (0.9, 0.8, 0.8, 1.7),
        (1.6, 0.5, 0.5, y + 0.15), (2.1, 0.4, 0.45, y)), limb((0, 1.7, -1.3, 0.75), (0, 1.5, -2.4, 0.5),
        (g.uniform(-0.5, 0.5), 0.8, -3.4, 0.25), (0, 0.5, -4.4, 0.03))]  # fmt: skip
    edge = np.array([(frill * k * np.cos(a), frill * k * np.sin(a) + 0.25) for i,
        a in enumerate(np.linspace(-0.5, np.pi + 0.5, 27)) for k in ((1.0, 1.06)[i % 2],)])  # fmt: skip
    shield = turned(slab(edge, 0.12), (-g.uniform(25, 45), 0, 0), (0, y + 0.15, z - 0.25))
    knobs = [turned(turned(tube([(0, frill * 0.98, 0), (0, frill * 1.15, 0)], [0.1, 0.01], 6), (0, 0, a),
        (0, 0.25, 0)), (-35, 0, 0), (0, y + 0.15, z - 0.25)) for a in np.linspace(-100, 100,
        int(g.integers(7, 12)))] if chance(g, 0.7) else []  # fmt: skip
    head = trunk(
        (z - 0.5, 0.4, 0.4, y), (z, 0.48, 0.48, y), (z + 0.5, 0.3, 0.34, y - 0.1), (z + 0.9, 0.18, 0.26, y - 0.2)
    )
    beak = spine((z + 0.75, y - 0.15, 0.24), (z + 1.05, y - 0.2, 0.2), (z + 1.2, y - 0.5, 0.02))
    brow = limb((0.28, y + 0.35, z + 0.1, 0.14), (0.42, y + 0.55 + horn * 0.3, z + 0.3 + horn * 0.3, 0.1),
        (0.4, y + 0.55 + horn * 0.6, z + 0.4 + horn * 0.85, 0.01))  # fmt: skip
    nose = spine((z + 0.7, y + 0.05, 0.13), (z + 0.82, y + 0.35, 0.08), (z + 0.85, y + 0.35 + horn * 0.2, 0.01))
    return stretched(g, [*parts, shield, *knobs, head, beak, nose,
        *mirrored(brow, ball(0.07, 0.42, y + 0.12, z + 0.25)), *four(g, 0.6, 1.0, -1.2, 1.45, 0.25, 0.8)])  # fmt: skip


def _sprawled(wide: float, front: float, back: float, y: float, r: float, g: Generator) -> list[Part]:
    """Four legs held out sideways, with toes."""
    parts = []
    for at, way in ((front, 0.6), (back, -0.5)):
        for x in (1, -1):
            s = float(g.uniform(-0.5, 0.5)) * wide
            foot = (x * wide * 2.1, r * 0.5, at + s + way * wide * 0.6)
            parts.append(limb((x * wide * 0.6, y, at, r * 1.4), (x * wide * 1.7, y * 1.15,
                at + s * 0.5 - way * wide * 0.3, r), (foot[0], r * 1.2, foot[2] - r, r * 0.7),
                (*foot, r * 0.8)))  # fmt: skip
            parts += [tube([foot, (foot[0] + x * r * 2.2 * d, r * 0.25, foot[2] + r * 2.4 * e)],
                [r * 0.5, r * 0.12], 5) for d, e in ((1.2, 0.1), (0.9, 0.9), (0.1, 1.2), (-0.6, 0.9))]  # fmt: skip
    return parts


def crocodile(g: Generator) -> list[Part]:
    fat, gape, bend = g.uniform(0.36, 0.46), (g.uniform(18, 38) if chance(g, 0.55) else 1.0), g.uniform(-0.7, 0.7)
    w = g.uniform(0.7, 1.15)  # from a gavial's snout to an alligator's
    parts = [trunk((-1.0, 0.18, 0.16, 0.32), (-0.8, fat * 0.8, 0.21, 0.3), (0, fat, 0.25, 0.3),
        (0.8, fat * 0.75, 0.22, 0.32), (1.2, 0.23, 0.17, 0.34))]  # fmt: skip
    parts.append(limb((0, 0.31, -0.8, 0.2), (0, 0.25, -1.4, 0.15), (bend, 0.16, -2.1, 0.09),
        (bend * 0.5, 0.1, -2.9, 0.012)))  # fmt: skip
    upper = [trunk((-0.1, 0.19, 0.1, 0.06), (0.1, 0.21, 0.11, 0.07), (0.35, 0.15 * w, 0.065, 0.04),
        (0.8, 0.11 * w, 0.05, 0.03), (0.98, 0.1 * w, 0.05, 0.03), (1.06, 0.03, 0.02, 0.03)),
        *_teeth(0.12 * w, 0.0, (0.3, 0.98), 10, -0.06, 0.75), *mirrored(egg(0.05, 0.06, 0.07, 0.11, 0.17, 0.1),
        ball(0.03, 0.05 * w, 0.08, 0.96))]  # fmt: skip
    lower = [trunk((-0.1, 0.18, 0.06, -0.06), (0.2, 0.18, 0.06, -0.06), (0.5, 0.12 * w, 0.04, -0.05),
        (0.95, 0.08 * w, 0.035, -0.045), (1.0, 0.03, 0.02, -0.04)), *_teeth(0.11 * w, -0.03, (0.3, 0.92),
        9, 0.055, 0.7)]  # fmt: skip
    parts += _moved(upper, -gape * 0.7, 0.36, 1.25) + _moved(lower, gape * 0.3, 0.36, 1.25)
    for at in np.linspace(0.8, -2.5, 20):  # two rows of scutes that meet on the tail
        t = max(0.0, -0.9 - float(at)) / 1.6
        x, h = 0.1 * (1 - t), 0.48 - 0.3 * t
        side = float(np.interp(at, [-2.9, -2.1, -1.2, -0.8], [bend * 0.5, bend * 0.7, bend * 0.1, 0]))
        parts += [tube([(side + s * x, h - 0.04, at + 0.05), (side + s * x, h + 0.05, at - 0.04)], [0.06, 0.006],
            4) for s in (1, -1)]  # fmt: skip
    return stretched(g, parts + _sprawled(0.34, 0.75, -0.7, 0.27, 0.1, g))


def lizard(g: Generator) -> list[Part]:
    style, bend = int(g.integers(3)), g.uniform(-0.09, 0.09)
    fat, long = g.uniform(0.022, 0.03), g.uniform(0.2, 0.28)
    y, z = 0.045, 0.115
    curve = [(bend, 0.028, -0.17, fat * 0.5), (-bend * 0.5, 0.015, -0.1 - long * 0.6, fat * 0.25),
        (bend, 0.012, -0.1 - long, 0.002)]  # fmt: skip
    if style == 2:  # a chameleon: a high flat body and a coiled tail
        curl = [(0, 0.035 - 0.0 * a + (0.035 - 0.0045 * a) * np.cos(a),
            -0.15 - (0.035 - 0.0045 * a) * np.sin(a)) for a in np.linspace(0, 6.5, 30)]  # fmt: skip
        tail = [tube([(0, 0.065, -0.08), (0, 0.072, -0.115), *curl], [0.018, 0.014, *np.linspace(0.012, 0.003, 30)])]
        hull = trunk((-0.11, 0.008, 0.012, 0.062), (-0.07, fat * 0.7, 0.04, 0.065), (0.03, fat * 0.7, 0.045, 0.068),
            (0.09, 0.014, 0.026, 0.07))  # fmt: skip
        head = [spine((0.07, 0.075, 0.03), (0.1, 0.078, 0.027), (0.14, 0.068, 0.014)),
            spine((0.1, 0.09, 0.018), (0.07, 0.115, 0.016), (0.05, 0.128, 0.003)),
            *mirrored(ball(0.013, 0.022, 0.084, 0.108))]  # fmt: skip
        return [hull, *tail, *head, *_sprawled(0.022, 0.055, -0.06, 0.055, 0.008, g)]
    hull = trunk((-0.1, fat * 0.5, fat * 0.6, 0.035), (-0.07, fat, fat * 0.85, 0.034),
        (0.03, fat * 1.1, fat * 0.9, 0.036), (0.08, fat * 0.7, fat * 0.7, 0.042),
        (0.1, fat * 0.6, fat * 0.6, y))  # fmt: skip
    head = [trunk((z - 0.03, 0.014, 0.014, y), (z - 0.01, 0.023, 0.018, y + 0.002), (z + 0.02, 0.016, 0.013, y),
        (z + 0.05, 0.006, 0.006, y - 0.003)), *mirrored(ball(0.007, 0.017, y + 0.01, z + 0.004))]  # fmt: skip
    if style == 1:  # an iguana: a comb of spikes and a throat flap
        head.append(upright([(z + 0.01, y - 0.005), (z - 0.005, y - 0.05), (z - 0.03, y - 0.01)], 0.004))
        head += [tube([(0, 0.05, at), (0, 0.05 + h, at - 0.008)], [0.006, 0.0005], 4) for at,
            h in zip(np.linspace(0.09, -0.09, 14), np.linspace(0.035, 0.016, 14), strict=True)]  # fmt: skip
    return [hull, limb((0, 0.035, -0.08, fat * 0.8), *curve), *head, *_sprawled(0.03, 0.065, -0.075, 0.03, 0.009, g)]


def dragon(g: Generator) -> list[Part]:
    style, lift, gape = int(g.integers(3)), g.uniform(15, 50), g.uniform(8, 30)
    head = [trunk((-0.15, 0.13, 0.12, 0.05), (0, 0.19, 0.17, 0.07), (0.25, 0.13, 0.11, 0.05),
        (0.55, 0.1, 0.09, 0.03), (0.62, 0.04, 0.04, 0.03)), *_teeth(0.1, 0.0, (0.2, 0.55), 5, -0.07),
        *mirrored(limb((0.1, 0.17, -0.05, 0.06), (0.16, 0.3, -0.25, 0.045), (0.2, 0.36, -0.5, 0.005)),
        ball(0.04, 0.14, 0.17, 0.12), tube([(0.13, 0, -0.05), (0.26, 0.03, -0.25)], [0.06, 0.005], 5))]  # fmt: skip
    jaw = [trunk((-0.1, 0.12, 0.07, -0.06), (0.25, 0.11, 0.05, -0.07), (0.52, 0.06, 0.04, -0.06),
        (0.55, 0.02, 0.02, -0.05))]  # fmt: skip
    if style == 0:  # eastern: a winding snake's body with four short legs and whiskers
        ts, wave = np.linspace(0, 1, 60), g.uniform(0.3, 0.6)
        path = np.stack([wave * np.sin(9 * ts), 0.75 + 0.5 * np.sin(13 * ts + 0.5) * ts**0.5, 2.2 - 4.4 * ts], 1)
        parts = [tube(path, list(np.interp(ts, [0, 0.1, 0.6, 1], [0.16, 0.24, 0.24, 0.02])), 10)]
        parts += [tube(p + np.array([(0, 0.12, 0), (0, 0.34, -0.08)]), [0.08, 0.005], 4) for p in path[2:56:2]]
        for i in (12, 38):
            x, y, z = path[i]
            for s in (1, -1):
                parts.append(limb((x + s * 0.1, y, z, 0.11), (x + s * 0.35, y - 0.2, z - 0.1, 0.08),
                    (x + s * 0.35, y - 0.5, z + 0.1, 0.05)))  # fmt: skip
                parts += [tube([(x + s * 0.35, y - 0.5, z + 0.1), (x + s * 0.35 + d, y - 0.6, z + 0.25)],
                    [0.04, 0.005], 5) for d in (-0.1, 0, 0.1)]  # fmt: skip
        at = path[0]
        head += mirrored(limb((0.08, 0.05, 0.55, 0.02), (0.3, 0.15, 0.7, 0.015), (0.5, 0.0, 0.4, 0.004)))
        place = (float(at[1]), float(at[2]) + 0.05)
    else:  # western, on four legs or on two
        y, z = (1.9, 1.75) if style == 1 else (2.3, 1.2)
        side = g.uniform(-0.6, 0.6)
        back = [
            (0, 0.95, -0.5, 0.3),
            (side * 0.5, 0.5, -1.4, 0.2),
            (side * 1.5, 0.2, -2.1, 0.11),
            (side, 0.15, -2.9, 0.04),
        ]
        if style == 1:
            parts = [trunk((-0.9, 0.15, 0.18, 0.95), (-0.7, 0.3, 0.33, 0.95), (0, 0.36, 0.36, 0.95),
                (0.6, 0.3, 0.38, 1.0), (0.85, 0.15, 0.2, 1.1)), spine((0.5, 1.05, 0.3), (1.05, 1.25, 0.2),
                (1.2, y - 0.25, 0.15), (z, y, 0.13)), *four(g, 0.26, 0.5, -0.6, 0.8, 0.1, 1.3)]  # fmt: skip
            root = (0.2, 1.25, 0.25)
        else:
            parts = [spine((-0.55, 0.9, 0.25), (-0.3, 1.05, 0.36), (0.3, 1.5, 0.36), (0.6, 1.85, 0.22),
                (0.75, y, 0.15), (z, y, 0.13))]  # fmt: skip
            thigh = limb((0.22, 1.05, -0.25, 0.26), (0.36, 0.7, 0.1, 0.18), (0.32, 0.4, -0.15, 0.09),
                (0.32, 0.06, 0.05, 0.08))  # fmt: skip
            parts += mirrored(thigh, *[tube([(0.32, 0.06, 0.05), (0.32 + d, 0.03, 0.35)], [0.07, 0.01],
                5) for d in (-0.12, 0, 0.12)])  # fmt: skip
            root = (0.25, 1.6, 0.15)
        parts += [limb(*back), turned(plate(symmetric([(0.02, 0), (0.2, -0.2), (0.0, -0.5)]), 0.05), (0, 0, 0),
            (side, 0.13, -2.85))]  # fmt: skip
        parts += [tube([(0, h, at), (0, h + 0.22, at - 0.1)], [0.07, 0.004], 4) for at,
            h in zip(np.linspace(0.4, -0.7, 7), np.linspace(1.35, 1.2,
            7) + (0.4 if style == 2 else 0) * np.linspace(1, -0.2, 7), strict=True)]  # fmt: skip
        span = g.uniform(1.7, 2.4)
        tips = np.array([(span, -0.1), (span * 0.72, -0.85), (span * 0.36, -0.95)])
        wrist, outline = np.array((span * 0.42, 0.5)), [(0.0, 0.1), (span * 0.42, 0.5)]
        for tip, after in zip(tips, [*tips[1:], np.array((0.0, -0.5))], strict=True):
            outline += [tuple(tip), tuple((tip + after) / 2 + (0, 0.22))]
        bones = [tube([(wrist[0], 0, wrist[1]), (a, 0, b)], [0.06, 0.02], 6) for a, b in tips]
        bones += [tube([(0, 0, 0.1), (wrist[0], 0, wrist[1])], [0.1, 0.07]),
            tube([(wrist[0], 0, wrist[1]), (wrist[0], 0.1, wrist[1] + 0.25)], [0.05, 0.005], 5)]  # fmt: skip
        parts += mirrored(*[turned(p, (-20, 0, lift), root) for p in (plate([*outline, (0, -0.5)], 0.025), *bones)])
        place = (y, z)
    return parts + [turned(p, (0, 0, 0), (0, *place)) for p in head] + _moved(jaw, gape, *place)


KINDS = kinds_of(tyrannosaurus, long_necked_dinosaur, triceratops, crocodile, lizard, dragon)
