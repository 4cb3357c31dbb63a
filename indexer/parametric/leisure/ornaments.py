"""Ornaments and things of a feast."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.lofts import (
    arc,
    body,
    chance,
    egg,
    loft,
    mirrored,
    slab,
    smooth,
    tube,
    upright,
)
from indexer.parametric.solids import (
    Part,
    ball,
    box,
    kinds_of,
    lathe,
    lying,
    ring,
    rod,
    turned,
)


def necklace(g: Generator) -> list[Part]:
    w, h, n, style = (g.uniform(0.07, 0.09), g.uniform(0.09, 0.16), int(g.integers(30, 46)), int(g.integers(3)))
    ts = np.linspace(0, 2 * np.pi, n + 1)[:-1]
    spots = np.stack([w * np.sin(ts) * (1 - 0.3 * np.cos(ts)), -h * np.cos(ts), np.zeros(n)], 1)
    step = float(np.linalg.norm(spots[1] - spots[0]))
    parts: list[Part] = []
    for i, (spot, t) in enumerate(zip(spots, ts, strict=True)):
        if style == 0:  # pearls, at times larger in the middle
            parts.append(creation.icosphere(1, step * 0.42 * (1 + 0.5 * max(np.cos(t),
                0) ** 4)).apply_translation(spot))  # fmt: skip
        else:  # links, each across the one before
            along = np.degrees(np.arctan2(*(spots[(i + 1) % n] - spots[i - 1])[1::-1]))
            link = creation.torus(step * 0.5, step * (0.1 if style == 1 else 0.17), 12, 6).apply_scale((1.4, 0.9, 1))
            parts.append(turned(link, (90 * (i % 2), 0, float(along)), tuple(spot)))
    size, y = g.uniform(0.012, 0.022), -h - step * 0.4
    heart = (smooth([(0, -1.9), (0.95, -0.9), (0.9, -0.1), (0.4, 0.0), (0, -0.4), (-0.4, 0.0), (-0.9, -0.1),
        (-0.95, -0.9)], times=1) * size)  # fmt: skip
    charm = int(g.integers(4 if style else 5))
    shapes = [[slab(heart, 0.005)], [box(size * 0.35, size * 2.2, 0.004, y=-size * 2.2),
        box(size * 1.4, size * 0.35, 0.004, y=-size)], [turned(rod(size, 0.004), (90, 0, 0), (0, -size, -0.002)),
        ring(size, 0.0015, 0, -size)], [lathe([(0, -size * 2.2), (size * 0.7, -size * 1.5), (size * 0.5, -size * 0.9),
        (0.001, 0)])]]  # fmt: skip
    hung = ([turned(part, (0, 0, 0), (0, y - 0.006, 0))
        for part in shapes[charm]] + [ring(0.004, 0.001, 0, y - 0.003, axis="x")] if charm < 4 else [])  # fmt: skip
    return [*parts, *hung, lying(0.003, 0.012, 0, h)]


def briefcase(g: Generator) -> list[Part]:
    w, h, d = g.uniform(0.38, 0.46), g.uniform(0.28, 0.33), g.uniform(0.07, 0.12)
    grip = tube(smooth([(-0.06, h, 0), (-0.06, h + 0.05, 0), (0.06, h + 0.05, 0), (0.06, h, 0)], False), 0.011)
    holds = [box(0.02, 0.02, 0.03, x, h) for x in (-0.06, 0.06)]
    if chance(g):  # hard, with two locks
        case = [turned(body([(0, w / 2, d / 2, 0), (h, w / 2, d / 2, 0)], 9, 32), (-90, 0, 0)),
            box(w + 0.006, h + 0.006, 0.008, y=-0.003)]  # fmt: skip
        locks = [box(0.05, 0.012, 0.05, x * w, h) for x in (-0.33, 0.33)] + [box(0.03, 0.03, 0.012, x * w, h - 0.035,
            d / 2) for x in (-0.33, 0.33)]  # fmt: skip
        corners = [ball(0.016, x, y, z) for x in (0.01 - w / 2, w / 2 - 0.01) for y in (0.01, h - 0.01)
            for z in (0.012 - d / 2, d / 2 - 0.012)]  # fmt: skip
        return [*case, *locks, grip, *holds, *(corners if chance(g) else []), *[box(0.03, 0.008, d * 0.8, x * w, -0.006)
            for x in (-0.35, 0.35)]]  # fmt: skip
    case = [upright([(-d / 2, 0), (d / 2, 0), (d * 0.42, h * 0.6), (d * 0.2, h), (-d * 0.2, h), (-d * 0.45, h * 0.6)],
        w)]  # fmt: skip
    flap = [turned(slab([(-w * 0.5, 0), (w * 0.5, 0), (w * 0.5, -h * 0.5), (w * 0.4, -h * 0.58), (-w * 0.4, -h * 0.58),
        (-w * 0.5, -h * 0.5)], 0.008), (-11, 0, 0), (0, h, d * 0.24))]  # fmt: skip
    xs = (-0.28, 0.28) if chance(g) else (0.0,)
    belts = [turned(box(0.03, h * 0.72, 0.006, 0, -h * 0.72), (-9, 0, 0), (x * w, h + 0.004, d * 0.28)) for x in xs]
    belts += [box(0.042, 0.035, 0.014, x * w, h * 0.34, d * 0.5) for x in xs] + [box(w * 0.8, h * 0.25, 0.012, 0, h
        * 0.04, d * 0.5)]  # fmt: skip
    sling = tube(smooth([(-w / 2, h * 0.9, 0), (-w * 0.45, h + 0.25, -0.02), (w * 0.45, h + 0.25, -0.02),
        (w / 2, h * 0.9, 0)], False), 0.009)  # fmt: skip
    return [*case, *flap, *belts, grip, *holds, *([sling] if chance(g) else [])]


def gift_box(g: Generator) -> list[Part]:
    w, h, d, b = (g.uniform(0.1, 0.18), g.uniform(0.06, 0.18), g.uniform(0.1, 0.16), g.uniform(0.014, 0.026))
    if chance(g, 0.3):
        d, rim, wrap = w, rod(w * 0.52, h * 0.25, y=h * 0.76), rod(w / 2, h)
    else:
        rim, wrap = box(w * 1.05, h * 0.25, d * 1.05, y=h * 0.76), box(w, h, d)
    bands = ([box(b, h * 1.02, d * 1.065), box(w * 1.065, h * 1.02, b)] if chance(g, 0.75)
        else [box(b, h * 1.02, d * 1.065)])  # fmt: skip
    loop = tube(smooth([(0.003, 0, 0), (0.03, 0.035, 0), (0.065, 0.035, 0), (0.065, 0.005, 0), (0.003, 0, 0)], False),
        0.004, 6)  # fmt: skip
    loop.vertices[:, 2] *= 3
    tail = slab([(0, 0), (0.05, -0.004), (0.043, 0.004), (0.052, 0.012), (0, 0.006)], b)
    bow = [turned(part.copy(), (0, a, 0), (0, h * 1.02, 0)) for part in (loop, tail)
        for a in ((25, 205) if chance(g) else (0, 90, 180, 270))]  # fmt: skip
    return [wrap, *([rim] if chance(g, 0.7) else []), *bands, *bow, ball(0.012, 0, h * 1.02 + 0.008)]


def christmas_tree(g: Generator) -> list[Part]:
    h, n, wide, angles = (g.uniform(1.4, 2.2), int(g.integers(3, 8)), g.uniform(0.28, 0.4),
        np.linspace(0, 2 * np.pi, 33)[:-1])  # fmt: skip
    low, teeth = 0.25, int(g.choice([8, 16]))
    ys, parts = np.linspace(low, h * 0.85, n), [rod(0.05, low + 0.1)]
    for y in ys:  # tiers with drooping tips
        r, up = wide * h * (1 - (y - low) / (h - low)) ** 0.9, (h - low) / n * 1.5
        rim = r * (0.88 + 0.12 * np.cos(teeth * angles))
        rings = [np.stack([rim * k * np.cos(angles), np.full(32, 0.0) + y + up * (1 - k) ** 0.9 - 0.03 * (k > 0.9)
            * (rim > r * 0.9), rim * k * np.sin(angles)], 1) for k in (0.2, 1.0, 0.6, 0.04)]  # fmt: skip
        rings[0][:, 1] = y + up * 0.15
        parts.append(loft(np.array(rings)))
        for a in np.arange(0, 6.2, 2 * np.pi / max(int(r * 14), 3)) + y * 9:
            parts.append(creation.icosphere(1, 0.035).apply_translation((r * 0.93 * np.cos(a), y - 0.01, r * 0.93
                * np.sin(a))))  # fmt: skip
    star = slab(arc(1, 90, 414, 10) * np.tile([[0.13], [0.055]], (5, 1)), 0.03, 0, h + 0.1)
    foot = [rod(0.16, 0.2, top=0.2)] if chance(g) else [box(0.5, 0.05, 0.07), box(0.07, 0.05, 0.5)]
    gifts = [part for x in (-0.4, 0.35, 0.1)[: int(g.integers(0, 4))] for part in (box(0.2, 0.16, 0.2, x, 0, 0.35),
        box(0.03, 0.165, 0.21, x, 0, 0.35), box(0.21, 0.165, 0.03, x, 0, 0.35))]  # fmt: skip
    return [*parts, star if chance(g, 0.75) else ball(0.07, 0, h), *foot, *gifts]


def balloon(g: Generator) -> list[Part]:
    n, parts = int(g.choice([1, 1, 3, 5])), list[Part]()
    for i in range(n):
        r, tall, a = g.uniform(0.12, 0.15), g.uniform(1.05, 1.35), 2 * np.pi * i / n
        x, y, z = ((0.0, 1.0, 0.0) if n == 1 else (0.2 * np.cos(a), 1.0 + float(g.uniform(-0.1, 0.15)), 0.2
            * np.sin(a)))  # fmt: skip
        skin = [(0, -0.02), (0.014, -0.02), (0.006, 0), *[(r * np.sin(t) * (1 - 0.14 * (1 + np.cos(t)) / 2), r * tall
            * (1 - np.cos(t))) for t in np.linspace(0.12, np.pi, 16)]]  # fmt: skip
        skin[-1] = (0, skin[-1][1])
        wave = [(x * (1 - t) + 0.02 * np.sin(9 * t) * t * (1 - t) * 4, y - t * y * 0.8, z * (1 - t))
            for t in np.linspace(0, 1, 12)]  # fmt: skip
        parts += [lathe(skin, x, y, z), tube(wave, 0.003, 5)]
    return parts + ([box(0.08, 0.06, 0.08, 0, 0.14)] if chance(g, 0.4) else [])


def flag(g: Generator) -> list[Part]:
    h, w, tall, n = (g.uniform(1.6, 3.0), g.uniform(0.6, 1.1), g.uniform(0.4, 0.65), g.uniform(1.0, 2.2))
    ts, style = np.linspace(0, 1, 25), int(g.integers(3))
    rings = []
    for t in ts:
        z, cut = 0.09 * t * np.sin(2 * np.pi * n * t), (0.0, 0.95 * t, 0.0)[style]
        low, high = h - tall + cut * tall / 2 - 0.08 * t, h - cut * tall / 2 - 0.08 * t
        rings.append([(w * t, low, z - 0.004), (w * t, high, z - 0.004), (w * t, high, z + 0.004),
            (w * t, low, z + 0.004)])  # fmt: skip
    ends = {0: [ball(0.035, 0, h + 0.05)], 1: [lathe([(0, 0), (0.03, 0.03), (0, 0.14)], y=h + 0.02)],
        2: [rod(0.03, 0.03, y=h + 0.02)]}[int(g.integers(3))]  # fmt: skip
    foot = [lathe([(0, 0), (0.2, 0), (0.18, 0.04), (0.04, 0.08), (0.035, 0.2), (0, 0.2)])] if chance(g, 0.6) else []
    cord = [tube([(0.03, h, 0.02), (0.035, h * 0.5, 0.03), (0.03, 0.3, 0.02)], 0.005, 5)] if chance(g) else []
    return [loft(np.array(rings)), rod(0.018, h + 0.03), *ends, *foot, *cord, *[ring(0.022, 0.006, y=y, axis="y")
        for y in (h - 0.02, h - tall + 0.02)]]  # fmt: skip


def candelabra(g: Generator) -> list[Part]:
    h, wide, pairs, lit = (g.uniform(0.28, 0.4), g.uniform(0.1, 0.14), int(g.integers(1, 4)), chance(g, 0.6))
    foot = [(0, 0), (0.08, 0), (0.075, 0.012), (0.03, 0.03), (0.012, 0.06), (0.022, h * 0.4), (0.01, h * 0.5),
        (0.016, h * 0.7), (0.009, h), (0, h)]  # fmt: skip
    ends, arms = [(0.0, h)], list[Part]()
    for i in range(pairs):
        x, y = wide * (i + 1) / pairs**0.5, h * (0.95 if pairs > 1 else 0.85)
        curve = tube(smooth([(0, y - 0.1, 0), (x * 0.3, y - 0.13 - 0.05 * i, 0), (x, y - 0.12 - 0.04 * i, 0),
            (x, y, 0)], False), 0.006)  # fmt: skip
        arms, ends = [*arms, *mirrored(curve)], [*ends, (x, y), (-x, y)]
    arms += [turned(part.copy(), (0, 90, 0)) for part in arms] if pairs == 1 and chance(g) else []
    spots = [(x, y, 0.0) for x, y in ends] + ([(0.0, y, x) for x, y in ends[1:]] if len(arms) > 2 * pairs else [])
    tall = g.uniform(0.06, 0.14)
    lights = [part for spot in spots for part in (lathe([(0, 0), (0.006, 0), (0.026, 0.012), (0.014, 0.014),
        (0.014, 0.03), (0, 0.03)], *spot), rod(0.009, tall, spot[0], spot[1] + 0.03, spot[2]),
        egg(0.005, 0.013, 0.005, spot[0], spot[1] + tall + 0.042, spot[2]))]  # fmt: skip
    return [lathe(foot), *arms, *(lights if lit else [p for i, p in enumerate(lights) if i % 3 != 2])]


def bust(g: Generator) -> list[Part]:
    wide, turn, style = (g.uniform(0.15, 0.22), float(g.uniform(-25, 25)), int(g.integers(4)))
    head = [(0.0, 0.035, 0.04, -0.045), (0.03, 0.055, 0.07, -0.02), (0.1, 0.072, 0.092, -0.008), (0.16, 0.076, 0.1, 0),
        (0.21, 0.066, 0.085, 0.005), (0.24, 0.04, 0.05, 0.008), (0.248, 0.012, 0.015, 0.008)]  # fmt: skip
    face = [turned(body(head), (-90, 0, 0)), tube([(0, 0.135, 0.094), (0, 0.085, 0.118), (0, 0.078, 0.1)],
        [0.008, 0.015, 0.01])]  # fmt: skip
    face += mirrored(egg(0.009, 0.026, 0.018, 0.077, 0.11, -0.01), egg(0.03, 0.009, 0.012, 0.03, 0.142, 0.088),
        egg(0.013, 0.009, 0.01, 0.03, 0.122, 0.083))  # fmt: skip
    face += [egg(0.024, 0.006, 0.012, 0, 0.055, 0.084), egg(0.022, 0.007, 0.011, 0, 0.042, 0.082),
        egg(0.024, 0.018, 0.02, 0, 0.012, 0.07)]  # fmt: skip
    if style == 0:  # curls
        curls = g.normal(size=(60, 3))
        curls = curls / np.linalg.norm(curls, axis=1, keepdims=True) * (0.078, 0.1, 0.1) + (0, 0.15, -0.008)
        face += [creation.icosphere(1, 0.019).apply_translation(p) for p in curls
            if p[1] > 0.17 or (p[2] < 0 and p[1] > 0.08)]  # fmt: skip
    elif style < 3:  # smooth hair, at times in a knot
        face += [egg(0.085, 0.09, 0.1, 0, 0.17, -0.025)] + ([ball(0.04, 0, 0.16, -0.13)] if style == 1
            else mirrored(egg(0.025, 0.1, 0.06, 0.07, 0.08, -0.04)))  # fmt: skip
    if style in (0, 3) and chance(g):  # a beard
        face += [turned(body([(-0.06, 0.02, 0.02, -0.06), (-0.02, 0.05, 0.04, -0.055), (0.04, 0.06, 0.05, -0.045),
            (0.07, 0.066, 0.04, -0.02)]), (-90, 0, 0))]  # fmt: skip
    parts = [turned(part, (0, turn, 0), (0, 0.42, 0.015)) for part in face]
    trunk = [(0.1, wide * 0.35, 0.07, 0), (0.17, wide * 0.85, 0.1, 0), (0.27, wide, 0.105, 0.01),
        (0.33, wide * 0.8, 0.085, 0.02), (0.37, 0.07, 0.065, 0.015), (0.4, 0.056, 0.06, 0.01),
        (0.48, 0.053, 0.056, 0.0)]  # fmt: skip
    if chance(g, 0.3):  # cut off at the neck, else at the breast
        trunk = [(0.1, 0.09, 0.08, 0), (0.3, 0.08, 0.075, 0.01), (0.38, 0.058, 0.06, 0.01), (0.48, 0.053, 0.056, 0.0)]
    folds = ([tube([(-wide * 0.8, 0.33 - k, 0.02), (0, 0.2 - k, 0.115), (wide * 0.5, 0.31 - k, 0.1)], 0.01)
        for k in (0, 0.03)] if chance(g, 0.4) and len(trunk) > 4 else [])  # fmt: skip
    foot = ([lathe([(0, 0), (0.1, 0), (0.1, 0.02), (0.05, 0.05), (0.045, 0.08), (0.07, 0.11), (0, 0.12)])]
        if chance(g, 0.6) else [box(0.2, 0.1, 0.18), box(0.16, 0.03, 0.14, y=0.09)])  # fmt: skip
    return [*parts, turned(body(trunk), (-90, 0, 0)), *folds, *foot]


def human_hand(g: Generator) -> list[Part]:
    wide, spread, fat, pose = (g.uniform(0.038, 0.044), g.uniform(0.4, 1.6), g.uniform(0.0078, 0.0095),
        int(g.integers(3)))  # fmt: skip
    palm = [(-0.07, 0.027, 0.021, 0), (-0.01, 0.026, 0.017, 0), (0.02, wide * 0.85, 0.017, 0), (0.06, wide, 0.015, 0),
        (0.095, wide * 0.96, 0.011, 0), (0.102, wide * 0.85, 0.006, 0)]  # fmt: skip
    parts, bend = ([turned(body(palm, 2.5), (-90, 0, 0)), turned(egg(0.017, 0.032, 0.013), (0, 0, 20),
        (-wide * 0.55, 0.035, 0.008))], g.uniform(2, 25))  # fmt: skip
    curls = [(bend,) * 4, (5, 95, 95, 95) if chance(g) else (5, 5, 95, 95), (95, 95, 95, 95)][pose]
    for i, (x, long) in enumerate(((-0.75, 0.072), (-0.25, 0.08), (0.26, 0.075), (0.74, 0.058))):
        spot, angle, line = np.zeros(3), 0.0, [np.zeros(3)]
        for share, turn in ((0.45, 0.9), (0.3, 1.0), (0.25, 0.7)):
            angle += np.radians(curls[i] * turn)
            spot = spot + long * share * np.array((0, np.cos(angle), np.sin(angle)))
            line += [line[-1] * 0.5 + spot * 0.5, spot]
        finger = [tube(line, [fat * 1.1, fat, fat * 1.08, fat * 0.95, fat, fat * 0.9, fat * 0.6], 10),
            *[ball(fat * (1.05 - 0.04 * k), *p) for k, p in enumerate(line[::2][:3])],
            ball(fat * 0.75, *line[-1])]  # fmt: skip
        parts += [turned(part, (0, 0, -x * 8 * spread), (x * wide, 0.093, 0)) for part in finger]
    thumb = [(-wide * 0.5, 0.02, 0.008), (-wide * 1.1, 0.05, 0.014), (-wide * (1.2 + 0.3 * spread), 0.08, 0.018),
        (-wide * (1.25 + 0.35 * spread), 0.105, 0.018)]  # fmt: skip
    if pose and chance(g, 0.7):  # folded over the fingers
        thumb = [(-wide * 0.5, 0.02, 0.008), (-wide * 1.1, 0.05, 0.02), (-wide * 0.75, 0.08, 0.04),
            (-wide * 0.1, 0.085, 0.048)]  # fmt: skip
    parts += [tube(thumb, [0.016, 0.014, 0.011, 0.008], 10), ball(0.0085, *thumb[-1]), ball(0.0115, *thumb[2]),
        ball(0.0145, *thumb[1])]  # fmt: skip
    return parts + ([lathe([(0.024, 0), (0.033, 0), (0.034, 0.02), (0.024, 0.02)], 0, -0.075),
        lathe([(0, 0), (0.036, 0), (0.034, 0.05), (0, 0.05)], 0, -0.125)] if chance(g, 0.4) else [])  # fmt: skip


KINDS = kinds_of(necklace, briefcase, gift_box, christmas_tree, balloon, flag, candelabra, bust, human_hand)
