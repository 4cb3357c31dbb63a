"""Stands for cameras, screens, books and cables."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, plate, slab, smooth, symmetric, tube, upright
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import washer
from indexer.parametric.workshop.printed_things import figure, ribbon


def tripod(g: Generator) -> list[Part]:
    style, h, spread = int(g.integers(3)), g.uniform(1.0, 1.6), g.uniform(0.28, 0.42)
    if style == 1:  # small, its legs strung of balls
        parts = []
        for i in range(3):
            a, bend = np.radians(120 * i + 30), g.uniform(0.5, 1.1)
            for q in np.linspace(0, 1, 11):
                out = 0.02 + 0.13 * bend * q + 0.03 * np.sin(q * 3.1)
                parts.append(ball(0.0135 if q < 1 else 0.016, out * np.cos(a), 0.19 * (1 - q) + 0.016, out * np.sin(a)))
        head = [
            rod(0.022, 0.025, y=0.19),
            ball(0.018, 0, 0.23),
            rod(0.02, 0.008, y=0.245),
            lying(0.004, 0.05, 0.03, 0.22),
        ]
        return [*parts, *head, rod(0.004, 0.012, y=0.25)]
    top, foot = h * 0.8, spread * h
    legs, hub = [], 0.04
    for i in range(3):
        x, z = np.cos(np.radians(120 * i + 90)), np.sin(np.radians(120 * i + 90))
        joint, end = np.array((hub * x, top, hub * z)), np.array((foot * x, 0.0, foot * z))
        if style == 0:  # tubes within tubes, struts to the column
            for n, (a, b) in enumerate(((0, 0.4), (0.38, 0.72), (0.7, 1))):
                legs.append(tube([joint + (end - joint) * a, joint + (end - joint) * b], 0.014 - 0.003 * n))
                knee = joint + (end - joint) * b
                legs.append(ball(0.018 - 0.003 * n, float(knee[0]), float(knee[1]), float(knee[2])))
            legs.append(tube([joint + (end - joint) * 0.4, np.array((0, top * 0.55, 0))], 0.006))
        else:  # a surveyor's, of paired laths with spikes
            side = np.array((-z, 0.0, x)) * 0.035
            legs += [tube([joint + s * side, joint + (end - joint) * 0.65 + s * side * 0.6], 0.014, 4) for s in (1, -1)]
            legs += [
                tube([joint + (end - joint) * 0.45, end], [0.018, 0.012], 4),
                tube([joint + (end - joint) * 0.97, end], 0.016),
            ]
    if style == 2:
        level = [
            box(0.14, 0.1, 0.1, 0, top + 0.06),
            forward(rod(0.035, 0.2), 0, top + 0.13, -0.1),
            *[box(0.02, 0.17, 0.09, s * 0.075, top + 0.05) for s in (1, -1)],
        ]
        return [*legs, rod(0.09, 0.03, y=top - 0.01), rod(0.06, 0.03, y=top + 0.02), *(level if chance(g, 0.6) else [])]
    column = [rod(0.014, h * 0.5, y=top * 0.52), rod(0.045, 0.06, y=top - 0.03), rod(0.02, 0.05, y=h * 1.0)]
    y = top * 0.52 + h * 0.5
    head = [
        lying(0.025, 0.07, 0, y + 0.03),
        box(0.07, 0.012, 0.09, 0, y + 0.06),
        tube([(0.02, y + 0.04, -0.02), (0.06, y - 0.06, -0.3)], [0.006, 0.012]),
    ]
    camera = [
        box(0.14, 0.09, 0.06, 0, y + 0.072),
        forward(rod(0.036, 0.08), 0, y + 0.115, 0.03),
        box(0.06, 0.03, 0.05, 0, y + 0.16),
    ]
    return [*legs, *column[:2], *head, rod(0.02, 0.03, y=y), *(camera if chance(g, 0.35) else [])]


def cable_reel(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.4, 0.8)
    if style == 2:  # of a household, with a frame to carry it
        r, wide = g.uniform(0.11, 0.15), g.uniform(0.09, 0.13)
        discs = [turned(washer(r, r * 0.3, 0.006, -0.003), (0, 0, 90), (s * wide / 2, 0, 0)) for s in (1, -1)]
        coils = [
            ring(r * q, 0.005, x, axis="x")
            for q in (0.72,)
            for x in np.linspace(-wide * 0.42, wide * 0.42, int(wide / 0.011))
        ]
        face = [lying(r * 0.42, 0.014, wide / 2)] + [
            lying(0.018, 0.02, wide / 2 + 0.004, r * 0.2 * y, r * 0.2 * z) for y, z in ((1, 1), (1, -1), (-1, 0))
        ]
        w, low = wide * 0.75, -r * 1.25
        loop = [
            (-w, low, r * 0.8),
            (-w, low, -r * 0.4),
            (-w, r * 1.1, 0),
            (-w, r * 1.5, 0),
            (w, r * 1.5, 0),
            (w, r * 1.1, 0),
            (w, low, -r * 0.4),
            (w, low, r * 0.8),
        ]
        frame = [
            tube(smooth([*loop, loop[0], loop[1]], False, 2), 0.008),
            lying(0.012, w * 2.1, 0, 0),
            lying(0.014, w, 0, r * 1.5),
        ]
        crank = [box(0.01, r * 0.5, 0.02, -w * 1.05), lying(0.012, 0.05, -w * 1.05 - 0.03, r * 0.45)]
        return [*discs, *coils, *face, *frame, *crank, lying(r * 0.3, wide)]
    wide, hub = r * g.uniform(0.7, 1.3), r * g.uniform(0.4, 0.6)
    t, parts = r * 0.09, [lying(hub, wide, 0, r)]
    for s in (1, -1):  # cheeks of boards, with bolts
        parts.append(turned(washer(r, r * 0.08, t, -t / 2), (0, 0, 90), (s * wide / 2, r, 0)))
        if style == 0:
            for i in range(6):
                z = r * (i - 2.5) / 3.1
                parts.append(
                    box(
                        t * 0.4,
                        1.9 * np.sqrt(r * r - z * z),
                        r * 0.28,
                        s * (wide / 2 + t * 0.5),
                        r - 0.95 * np.sqrt(r * r - z * z),
                        z,
                    )
                )
        parts += [
            lying(r * 0.035, t * 2.4, s * wide / 2, r + hub * 0.8 * y, hub * 0.8 * z) for y, z in arc(1, 0, 300, 6)
        ]
        parts.append(turned(washer(r * 0.14, r * 0.08, t * 0.4), (0, 0, 90), (s * (wide / 2 + t), r, 0)))
    if style == 1 or chance(g, 0.5):  # wound with a cable
        full, n = g.uniform(0.65, 0.9) * r, int(g.integers(7, 14))
        gauge = wide * 0.92 / n
        profile = [
            (full + gauge * 0.4 * abs(float(np.sin(q))), wide * 0.92 * float(q) / (np.pi * n))
            for q in np.linspace(0, np.pi * n, n * 4 + 1)
        ]
        parts.append(turned(lathe([(0, 0), *profile, (0, wide * 0.92)]), (0, 0, -90), (-wide * 0.46, r, 0)))
        if chance(g):
            tail = [
                (0, r * 2 - r + full, 0),
                (0, r + full * 0.9, full * 0.6),
                (0, gauge * 0.5, r * 1.2),
                (0, gauge * 0.5, r * 2),
            ]
            parts.append(tube(smooth(tail, False), gauge * 0.45))
    return parts


def bookend(g: Generator) -> list[Part]:
    h, w, t, style = g.uniform(0.13, 0.19), g.uniform(0.09, 0.13), g.uniform(0.003, 0.012), int(g.integers(4))
    foot = [box(w * g.uniform(0.7, 1.0), 0.003, w, -w * 0.45)]
    if style == 0:  # a bent plate with a round top and a cut in it
        back = slab(smooth(symmetric([(w / 2, 0), (w / 2, h * 0.6), (w * 0.35, h), (0, h * 1.02)]), times=1), t)
        one = [*foot, turned(back, (0, 90, 0)), box(t * 1.6, h * 0.05, w * 0.7, 0, h * 0.3)]
    elif style == 1:  # a figure leaning on a wall
        one = [
            *foot,
            box(t, h * 0.9, w),
            *at(w * 0.32, h * 0.5, 0, slab(figure(int(g.choice([0, 1, 4, 5, 6]))) * h * 0.9, 0.02)),
            box(w * 0.7, 0.02, w * 0.6, w * 0.35),
        ]
    elif style == 2:  # a solid quarter, or steps
        cut = [(0, 0), (w * 0.8, 0), *(arc(1, 0, 90, 10) * (w * 0.8, h))]
        if chance(g):
            cut = [(0, 0), *[(w * 0.3 * (3 - i), h * (i + k) / 3) for i in range(3) for k in (0, 1)], (0, h)]
        one = [*foot, slab(cut, w * g.uniform(0.6, 1.0))]
    else:  # a ball or block on a corner
        one = [*foot, box(t * 1.5, h, w), box(w * 0.8, t * 1.5, w, w * 0.4)]
        one += (
            [ball(w * 0.34, w * 0.4, w * 0.34 + t * 1.5)]
            if chance(g)
            else [upright([(-w * 0.4, h * 0.1), (w * 0.4, h * 0.1), (0, h * 0.8)], w * 0.5, w * 0.3)]
        )
    gap, books = g.uniform(0.06, 0.2), []
    parts = at(gap, 0, 0, *one) + [turned(part.copy(), (0, 180, 0), (-gap, 0, 0)) for part in one]
    if chance(g, 0.7):
        x = -gap + t
        while x < gap - 0.02:
            thick, tall, deep = g.uniform(0.012, 0.035), g.uniform(0.9, 1.4) * h, g.uniform(0.12, 0.16)
            thick = min(thick, gap - x)
            books += [
                box(thick * 0.75, tall * 0.97, deep * 0.96, x + thick / 2, 0.003),
                box(thick * 0.96, tall, 0.004, x + thick / 2, 0.003, deep / 2),
            ]
            books += [box(0.002, tall, deep, x + thick * q, 0.003) for q in (0.06, 0.92)]
            x += thick
    return [*parts, *books]


def tv_wall_mount(g: Generator) -> list[Part]:
    s, style, out = g.uniform(0.1, 0.2), int(g.integers(3)), g.uniform(0.12, 0.3)
    back = [
        box(s * 0.7, s * 1.4, 0.006, 0, -s * 0.7),
        *[ring(0.012, 0.003, x * s * 0.22, y * s * 0.5, 0.004) for x in (1, -1) for y in (1, -1)],
    ]
    tilt = g.uniform(0, 12)
    face = [
        *[slab(ribbon([(0, 0), (x * s, y * s)], 0.026), 0.004) for x in (1, -1) for y in (1, -1)],
        box(s * 0.5, s * 0.5, 0.005, 0, -s * 0.25),
    ]
    face += [forward(washer(0.016, 0.006, 0.006), x * s, y * s, -0.003) for x in (1, -1) for y in (1, -1)]
    if style == 0:  # rails for a flat fixing
        rails = [box(s * 4, 0.03, 0.012, 0, y * s * 0.6) for y in (1, -1)] + [
            box(0.03, s * 1.25, 0.006, x * s * 1.9, -s * 0.6) for x in (1, -1)
        ]
        hooks = [turned(box(0.025, s * 2.2, 0.02, x * s, -s * 1.1), (tilt, 0, 0), (0, 0, 0.03)) for x in (1, -1)]
        return [*rails, *hooks, *[box(0.05, 0.05, 0.03, x * s, y * s * 0.6 - 0.01) for x in (1, -1) for y in (1, -1)]]
    bend = g.uniform(0.25, 0.8) * out
    parts = [*back]
    for x in (1, -1) if style == 2 else (0,):  # one folding arm or a pair
        elbow = np.array((x * s * 0.3 + (bend if x >= 0 else -bend), out * 0.5))
        ends = [(x * s * 0.3, 0.01), (float(elbow[0]), float(elbow[1])), (x * s * 0.12, out)]
        parts += [plate(ribbon(pair, 0.03), 0.045, 0, y) for pair, y in ((ends[:2], -0.05), (ends[1:], 0.0))]
        parts += [rod(0.02, 0.11, px, -0.055, pz) for px, pz in ends]
    return [
        *parts,
        *[turned(part, (tilt, 0, 0), (0, 0, out + 0.03)) for part in face],
        box(0.05, 0.05, 0.03, 0, -0.025, out + 0.015),
    ]


KINDS = kinds_of(tripod, cable_reel, bookend, tv_wall_mount)
