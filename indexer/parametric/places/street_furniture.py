"""Things that stand in streets, playgrounds and front gardens."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, body, chance, mirrored, sector, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def fire_hydrant(g: Generator) -> list[Part]:
    style, h, r = int(g.integers(3)), g.uniform(0.45, 0.62), g.uniform(0.085, 0.12)
    if style == 2:  # a slim pillar with a hood, its outlets hanging
        r, h = r * 0.75, h * 1.6
    flanges = [rod(r * 1.55, 0.035, y=y) for y in (0, 0.04, h)]
    bolts = around(8, rod(0.012, 0.11, 0, 0, r * 1.4), rod(0.012, 0.06, 0, h - 0.012, r * 1.4))
    dome = [(r * 1.25 * math.cos(a), r * (1.1 if style == 0 else 0.5) * math.sin(a)) for a in np.linspace(0, 1.4, 7)]
    top = float(dome[-1][1])
    parts = [rod(r, h), lathe([(0, 0), *dome, (0, top)], y=h + 0.035)]
    parts.append(tube([(0, h + 0.03 + top, 0), (0, h + 0.09 + top, 0)], r * 0.3, 5))
    if style == 2:
        parts += [rod(r * 1.3, 0.12, y=h * 0.72), *around(3, box(0.015, h * 0.6, 0.015, 0, 0.08, r))]
    stub = [(0, 0), (0.055, 0), (0.055, r + 0.05), (0.075, r + 0.05), (0.075, r + 0.1), (0.03, r + 0.12)]
    side = [lathe([*stub, (0.025, r + 0.16), (0, r + 0.16)]), ring(0.06, 0.01, y=r + 0.02, axis="y")]
    outlets = [turned(p.copy(), (0, 0, s * (112 if style == 2 else 90))) for s in (1, -1) for p in side]
    parts += at(0, h * (0.78 if style == 2 else 0.68), 0, *outlets)
    if style != 2 or chance(g):
        parts += [turned(p.copy(), (90, 0, 0), (0, h * 0.6, 0)) for p in side]
        parts[-2].apply_scale((1.35, 1.0, 1.0))
    chain: Points = [(0.06, h * 0.6, r + 0.06), (0.1, h * 0.42, r + 0.03), (r, h * 0.52, 0.04)]
    return [*parts, *flanges, *bolts, *([tube(smooth(chain, False), 0.008, 5)] if chance(g) else [])]


def mailbox(g: Generator) -> list[Part]:
    style = int(g.integers(4))
    if style == 0:  # a tunnel on a post, with a flag
        w, h, long, high = g.uniform(0.08, 0.11), g.uniform(0.1, 0.14), g.uniform(0.42, 0.52), g.uniform(0.75, 1.1)
        front = np.array([(-w, 0), (w, 0), *[(w * x, h + w * y) for x, y in arc(1, 0, 180, 11)]])
        parts = at(
            0, high, 0, slab(front, long), slab(front * 1.06, 0.02, z=long / 2), box(0.04, 0.03, 0.03, 0, h, 0.25)
        )
        sign = [box(0.015, 0.22, 0.03, w + 0.01, high + h * 0.6), box(0.015, 0.07, 0.12, w + 0.01, high + 0.24, -0.045)]
        brace = [turned(box(0.06, 0.4, 0.05), (45, 0, 0), (0, high - 0.32, 0))] if chance(g) else []
        return [*parts, *sign, *brace, box(0.09, high, 0.09), box(w * 1.6, 0.03, long * 0.9, 0, high - 0.03)]
    if style == 1:  # a collecting box on four legs, its back rounded
        w, h, d = g.uniform(0.5, 0.6), g.uniform(0.75, 0.95), g.uniform(0.24, 0.3)
        side = np.array([(-d, 0.15), (d, 0.15), *[(d * x, h + d * y) for x, y in arc(1, 0, 180, 13)]])
        parts = [
            turned(slab(side, w), (0, 90, 0)),
            *mirrored(turned(slab(side * 1.03, 0.02), (0, 90, 0), (w / 2, 0, 0))),
        ]
        parts += [box(0.05, 0.17, 0.05, x * w * 0.45, 0, z * d * 0.85) for x in (1, -1) for z in (1, -1)]
        hatch = [box(w * 0.75, 0.16, 0.06, 0, h - 0.02, d - 0.015), lying(0.015, w * 0.4, 0, h + 0.13, d + 0.03)]
        return [*parts, *hatch, box(w * 0.7, h * 0.5, 0.03, 0, 0.22, d), box(w * 0.4, 0.12, 0.05, 0, h * 0.75, d)]
    if style == 2:  # a pillar box
        r, h = g.uniform(0.2, 0.26), g.uniform(1.2, 1.45)
        cap: list[tuple[float, float]] = [(r * 1.15, h), (r * 1.15, h + 0.06), (r, h + 0.1), (r * 0.5, h + 0.17)]
        parts = [lathe([(0, 0), (r * 1.12, 0), (r * 1.12, 0.16), (r, 0.18), (r, h), *cap, (0, h + 0.19)])]
        parts += [box(0.26, 0.035, 0.1, 0, h - 0.2, r - 0.03), box(0.3, 0.02, 0.13, 0, h - 0.16, r - 0.03)]
        parts += [box(r * 1.1, h * 0.55, 0.1, 0, 0.25, r - 0.06), box(0.14, 0.1, 0.05, 0, h - 0.37, r)]
        return [*parts, ring(r * 1.02, 0.012, y=h - 0.06, axis="y")]
    w, h, high = g.uniform(0.28, 0.38), g.uniform(0.3, 0.42), g.uniform(0.85, 1.15)
    case = slab([(-0.08, 0), (0.1, 0), (0.1, h * 0.85), (-0.08, h)], w)  # a letter box with a sloping lid
    lid = slab([(-0.1, h + 0.02), (0.14, h * 0.8), (0.14, h * 0.8 + 0.02), (-0.1, h + 0.045)], w * 1.1)
    parts = [turned(p, (0, -90, 0), (0, high, 0)) for p in (case, lid)]
    parts += at(0, high, 0.1, box(w * 0.75, 0.03, 0.02, 0, h * 0.66), box(w * 0.5, h * 0.3, 0.012, 0, h * 0.15))
    posts = mirrored(rod(0.025, high + h * 0.3, w * 0.42, 0, -0.1)) if chance(g) else [rod(0.035, high, 0, 0, 0)]
    return [*parts, *posts, lying(0.07, w, 0, high - 0.07, 0), box(w, 0.02, 0.2)]


def _lights(n: int, plate: bool, r: float) -> list[Part]:
    tall, parts = r * 2.7, [box(r * 3, 2.7 * r * n, 0.2)]
    for i in range(n):
        y = tall * (i + 0.5)
        visor = sector(r * 1.15, r, -15, 195, r * 1.8)
        parts += [*at(0, y, 0.1 + r * 0.9, visor), ball(r * 0.95, 0, y, 0.1, (1, 1, 0.4))]
    return [*parts, *([box(r * 4.6, tall * n + r * 1.4, 0.02, 0, -r * 0.7, 0.06)] if plate else [])]


def traffic_light(g: Generator) -> list[Part]:
    style, n, plate, h = int(g.integers(4)), int(g.choice([3, 3, 3, 2])), chance(g, 0.4), g.uniform(1.3, 2.6)
    r = g.uniform(0.085, 0.13)
    heads = at(0, h, 0, *_lights(n, plate, r))
    foot = [rod(0.16, 0.05), rod(0.1, 0.35, top=0.065)]
    if style == 0:
        extra = mirrored(*at(0.0, h * 0.55, 0.1, box(0.1, 0.2, 0.08))) if chance(g) else []
        back = [turned(p.copy(), (0, 180, 0)) for p in heads] if chance(g, 0.35) else []
        return [*foot, rod(0.06, h), *heads, *back, *extra]
    if style == 3:  # the head alone, hung
        sides = around(4, *at(0, 0, r * 2.5, *_lights(n, False, r))) if chance(g, 0.4) else _lights(n, plate, r)
        return [*sides, rod(0.04, 0.35, 0, n * r * 2.7), rod(0.1, 0.04, 0, n * r * 2.7 + 0.32)]
    if style == 1:  # heads hung from a long arm
        reach, high = g.uniform(1.8, 3.2), h + 1.6
        arm = tube(smooth([(0, high - 0.6, 0), (0.1, high + 0.2, 0), (reach + 0.5, high + 0.4, 0)], False), 0.07)
        ts, drop = (1, 0.5) if chance(g) else (1,), high + 0.27 - 2.7 * r * n
        hung = [p for t in ts for p in at(reach * t, drop, 0.1, *_lights(n, plate, r))]
        low = at(0.28, h - 0.2, 0, *_lights(3, False, r), box(0.3, 0.06, 0.06, -0.15, 0.3))
        return [*foot, rod(0.1, high, top=0.08), arm, *hung, *(low if chance(g, 0.6) else [])]
    walk = at(0, h * 0.75 - 0.2, 0.16, *_lights(2, False, r * 0.9))  # to the side of the post, with a walk signal
    parts = at(0.3, 0, 0, *heads) + [box(0.3, 0.05, 0.05, 0.15, h + y) for y in (0.12, 0.6)]
    return [*foot, rod(0.06, h + 0.9), ball(0.075, 0, h + 0.9), *parts, *walk, box(0.12, 0.22, 0.1, 0, 1.0, 0.08)]


def traffic_cone(g: Generator) -> list[Part]:
    h, r, style = g.uniform(0.45, 0.95), g.uniform(0.11, 0.17), int(g.integers(3))
    top = g.uniform(0.02, 0.035)
    sides, half = int(g.choice([4, 4, 8, 24])), r * g.uniform(1.3, 1.55)
    flat = half / math.cos(math.pi / sides)
    base = turned(tube([(0, 0, 0), (0, 0.035, 0)], flat, sides), (0, 180 / sides, 0))

    def shell(low: float, high: float, out: float, lift: float = 0) -> Part:
        a, b = (r + (top - r) * t + out for t in (low, high))
        return lathe([(a * 0.8, h * low), (a, h * low), (b, h * high), (b * 0.8, h * high)], y=0.035 + lift)

    stripes = [shell(t, t + 0.16, 0.006) for t in ((0.35, 0.68) if chance(g) else (0.5,))]
    parts = [base, shell(0, 1, 0), lathe([(0, 0), (r * 1.15, 0), (r, 0.03), (0, 0.03)], y=0.035), *stripes]
    parts += [ring(top, 0.006, y=h + 0.035, axis="y")]
    if style == 1:  # with a lamp
        parts += [
            rod(0.03, 0.08, y=h),
            box(0.13, 0.06, 0.06, 0, h + 0.07),
            forward(rod(0.08, 0.05), 0, h + 0.2, -0.025),
        ]
    elif style == 2:  # two in a stack
        lift = h * g.uniform(0.15, 0.25)
        parts += [*at(0, lift, 0, base.copy()), shell(0, 1, 0.004, lift), shell(0.4, 0.7, 0.01, lift)]
    return parts


def road_sign(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(6)), g.uniform(0.36, 0.55), g.uniform(1.0, 2.2)
    n = (8, 3, 3, 40, 4, 4)[style]
    start = (22.5, 90, -90, 0, 90, 45)[style]
    face = arc(r, start, start + 360, n + 1)[:-1]
    bar, dot = box(r * 1.1, r * 0.28, 0.03, 0, -r * 0.14), ball(r * 0.1, 0, -r * 0.3, 0, (1, 1, 0.3))
    mark = [bar]
    if style in (1, 4):
        mark = [
            slab([(-r * 0.06, -r * 0.12), (r * 0.06, -r * 0.12), (r * 0.1, r * 0.35), (-r * 0.1, r * 0.35)], 0.03),
            dot,
        ]
    if style == 3 and chance(g):
        mark = [turned(box(r * 1.6, r * 0.2, 0.03, 0, -r * 0.1), (0, 0, -45))]
    if style == 5:  # a wide board with an arrow
        face = face * (1.9, 1.1)
        point: Points = [(-0.7, -0.12), (0.15, -0.12), (0.15, -0.4), (0.75, 0), (0.15, 0.4), (0.15, 0.12), (-0.7, 0.12)]
        mark = [slab(np.array(point) * r, 0.03)]
    after = np.roll(face, -1, axis=0)
    rim = [tube([(*a, 0), (*b, 0)], r * 0.06, 6) for a, b in zip(face * 0.94, after * 0.94, strict=True)]
    if style == 2 and chance(g):
        mark = []
    posts = mirrored(rod(0.03, h + r, r * 0.8, 0, -0.05)) if style == 5 else [rod(0.03, h + 0.45 * r, 0, 0, -0.05)]
    low = [box(r * 1.3, r * 0.5, 0.02, 0, h - r * 1.7, 0)] if style != 5 and chance(g, 0.4) else []
    foot = [rod(0.2, 0.06, 0, 0, -0.05)] if style != 5 and chance(g) else []
    return [*at(0, h, 0, slab(face, 0.025), *rim), *at(0, h, 0.02, *mark), *posts, *low, *foot]


def parking_meter(g: Generator) -> list[Part]:
    style, h, w = int(g.integers(3)), g.uniform(0.55, 1.0), g.uniform(0.1, 0.15)
    if style == 2:  # a pay station
        w, high = w * 1.4, h * 0.5 + 0.95
        parts = [box(2 * w, high, 0.26), turned(box(2.2 * w, 0.03, 0.36), (14, 0, 0), (0, high + 0.02, 0))]
        parts += [box(w * 1.2, 0.14, 0.03, 0, high - 0.3, 0.13), box(w * 1.4, 0.1, 0.08, 0, high * 0.42, 0.11)]
        keys = [
            box(0.025, 0.025, 0.03, x, high - 0.36 - y, 0.13) for x in (-0.08, -0.045, -0.01) for y in (0, 0.035, 0.07)
        ]
        sign = [rod(0.02, 0.4, 0, high), forward(rod(0.16, 0.02), 0, high + 0.5)] if chance(g, 0.6) else []
        return [*parts, *keys, *sign, box(0.012, 0.06, 0.04, 0.09, high - 0.4, 0.13), box(2.4 * w, 0.04, 0.34)]
    head = [(0.55 * w, 0.0), (w, 0.06), (w * 1.05, 0.2), *[(w * x, 0.2 + w * y) for x, y in arc(1, 10, 90, 7)]]
    case = [slab(symmetric(head), 0.1), slab(smooth(np.array(symmetric(head)) * 0.9), 0.14)]
    case += [
        slab([(w * 0.7 * x, 0.19 + w * 0.75 * y) for x, y in arc(1, 0, 180, 9)], 0.17),
        box(0.012, 0.05, 0.17, 0, 0.1),
    ]
    case += [forward(rod(0.025, 0.1), w * 0.45, 0.09, 0.0), box(0.05, 0.035, 0.16, -w * 0.4, 0.07)]
    foot = [rod(0.1, 0.02), rod(0.035, h), rod(0.05, 0.06, y=h - 0.05)]
    if style == 0:
        return [*foot, *at(0, h, 0, *case), *([box(0.16, 0.2, 0.1, 0, h - 0.22)] if chance(g, 0.4) else [])]
    pair = [p for s in (1, -1) for p in at(s * w * 1.3, h + 0.06, 0, *[q.copy() for q in case])]
    return [*foot, *pair, box(w * 3.6, 0.06, 0.05, 0, h)]


def phone_booth(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(3)), g.uniform(0.85, 1.0), g.uniform(2.1, 2.35)
    e, b, rows = w / 2, 0.07, int(g.integers(5, 9))
    posts = [box(0.09, h, 0.09, x * (e - 0.045), 0, z * (e - 0.045)) for x in (1, -1) for z in (1, -1)]
    phone = [box(0.26, 0.4, 0.14, 0, 1.1, 0.1 - e), forward(ring(0.06, 0.012, axis="y"), 0.04, 1.35, 0.18 - e)]
    phone += [tube(smooth([(-0.1, 1.18, 0.2 - e), (-0.13, 1.3, 0.24 - e), (-0.1, 1.45, 0.2 - e)], False), 0.025)]
    if style == 0:  # an old one: a domed roof and panes in a grid
        wall = [box(w - 0.1, 0.35, 0.03, 0, 0.05, e - 0.03), box(w - 0.1, h - 0.4, 0.02, 0, 0.3, e - 0.06)]
        wall += [box(w - 0.1, 0.025, 0.04, 0, 0.4 + (h - 0.75) * t, e - 0.04) for t in np.linspace(0, 1, rows + 1)]
        wall += [box(0.025, h - 0.7, 0.04, x * e, 0.4, e - 0.04) for x in (-0.5, 0.5)]
        sign = box(w * 0.8, 0.16, 0.06, 0, h - 0.17, e - 0.01)
        knob = box(0.03, 0.18, 0.06, e * 0.65, 1.05, e)
        dome = turned(body([(0, e, e, 0), (0.1, e * 0.9, e * 0.9, 0), (0.2, e * 0.5, e * 0.5, 0)], 5, 32), (-90, 0, 0))
        roof = [box(w * 1.08, 0.08, w * 1.08, 0, h), box(w, 0.14, w, 0, h + 0.07), *at(0, h + 0.2, 0, dome)]
        return [*posts, *around(4, *wall, sign), knob, *roof, box(w * 1.06, 0.08, w * 1.06)]
    if style == 1:  # a glazed one, open in front
        wall = [box(w - 0.1, h * 0.72, 0.015, 0, 0.3, e - 0.04), box(w, 0.05, 0.05, 0, h * 0.5, e - 0.04)]
        walls = [turned(p.copy(), (0, a, 0)) for p in wall for a in (90, 180, 270)]
        roof = [box(w * 1.05, 0.28, w * 1.05, 0, h - 0.1), box(w * 0.8, 0.16, 0.02, 0, h - 0.04, w * 0.53)]
        shelf = [box(w * 0.8, 0.03, 0.3, 0, 0.95, 0.2 - e)]
        return [*posts, *walls, *roof, *phone, *(shelf if chance(g) else []), box(w, 0.05, w)]
    r, t = e * g.uniform(0.95, 1.15), g.uniform(0.1, 0.25)  # a rounded cabin, its front open
    bow = turned(
        slab([*(arc(r, -55, 235, 21)), *(arc(r - 0.05, 235, -55, 21))], h - t), (-90, 0, 0), (0, (h + t) / 2, 0)
    )
    roof = [lathe([(0, 0), (r + b, 0), (r + b, 0.16), (r * 0.7, 0.24 + t), (0, 0.28 + t)], y=h)]
    bands = [
        turned(slab([*arc(r + 0.02, -55, 235, 21), *arc(r, 235, -55, 21)], 0.05), (-90, 0, 0), (0, y, 0))
        for y in (0.9, 1.7)
    ]
    return [
        bow,
        *roof,
        *bands,
        *phone,
        rod(r, 0.06),
        rod(0.04, h, 0, 0, -r * 0.9),
        box(0.5, 0.14, 0.04, 0, h + 0.01, r + b),
    ]


KINDS = kinds_of(fire_hydrant, mailbox, traffic_light, traffic_cone, road_sign, parking_meter, phone_booth)
