"""Things for the laundry and for cleaning: hangers, pegs, baskets, racks, spools, pans and mops."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, plate, slab, smooth, tube, upright
from indexer.parametric.rooms.bathroom import basin
from indexer.parametric.solids import Part, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def clothes_hanger(g: Generator) -> list[Part]:
    style, w, h, thick = (
        int(g.choice([0, 0, 1, 2])),
        g.uniform(0.19, 0.22),
        g.uniform(0.07, 0.12),
        g.uniform(0.004, 0.007),
    )
    bow = [(0.028 * x, h + 0.075 + 0.028 * y, 0) for x, y in arc(1, 180, -80, 14)]
    hook = tube([*reversed(bow), (-0.02, h + 0.045, 0), (0, h + 0.03, 0), (0, h - 0.01, 0)], min(thick, 0.0045))
    if style == 0:  # a bent tube
        loop = smooth([(0, h, 0), (w, h * 0.15, 0), (w, 0, 0), (-w, 0, 0), (-w, h * 0.15, 0), (0, h, 0)], False, 3)
        notch = [tube([(s * w * 0.6, h * 0.45, 0), (s * w * 0.63, h * 0.65, 0)], thick) for s in (-1, 1)]
        return [hook, tube(loop, thick), *(notch if chance(g) else [])]
    if style == 1:  # of shaped wood
        drop, wide = g.uniform(0.6, 1.0) * h, g.uniform(0.02, 0.03)
        t = np.linspace(-1, 1, 21)
        top = [(a * w, h - drop * abs(a) ** 1.6 * 1.1) for a in t]
        low = [(a * w, h - wide * (1.5 - 0.5 * abs(a)) - drop * abs(a) ** 1.6) for a in t[::-1]]
        bend = slab([*top, *low], g.uniform(0.012, 0.03))
        bar = [lying(0.006, w * 1.7, 0, h - drop - wide * 0.6), lying(0.008, w * 0.2, 0, h - drop - wide * 0.6)]
        return [hook, bend, *(bar if chance(g, 0.7) else [box(0.03, 0.02, 0.032, 0, h - 0.02)])]
    clips = [p for s in (-1, 1) for p in (box(0.045, 0.055, 0.006, s * w * 0.7, h - 0.06, 0.005),
             box(0.045, 0.055, 0.006, s * w * 0.7, h - 0.06, -0.005), lying(0.008, 0.02, s * w * 0.7, h - 0.025),
             box(0.02, 0.03, 0.02, s * w * 0.7, h - 0.005))]  # fmt: skip
    return [hook, lying(thick, w * 2, 0, h), *clips, *[ball(thick * 1.5, s * w, h) for s in (-1, 1)]]


def clothespin(g: Generator) -> list[Part]:
    style, long, wide = int(g.integers(3)), g.uniform(0.065, 0.085), g.uniform(0.009, 0.013)
    if style == 0:  # of one turned piece
        r, gap = wide * 0.6, wide * g.uniform(0.3, 0.45)
        head = [
            (0, long),
            (r * 0.8, long * 0.97),
            (r * 0.9, long * 0.9),
            (r * 0.5, long * 0.84),
            (r, long * 0.78),
            (r, long * 0.5),
        ]
        leg = upright(smooth([(-r, long * 0.55), (r, long * 0.55), (r * 0.8, 0), (-r * 0.8, 0)], times=1), r * 0.8)
        legs = [turned(leg.copy(), (0, 0, s * 4), (s * gap * 1.6, 0, 0)) for s in (-1, 1)]
        return [lathe([*head[::-1][:1], *[(0, long * 0.5)], *head[::-1]][1:]), *legs]
    n, lean = (0.0, g.uniform(3, 6)) if style == 1 else (wide * 0.2, g.uniform(4, 8))
    low = [(-0.5, 0.0015), (-0.3, 0.0005), (-0.26, 0.003), (-0.18, 0.003), (-0.14, 0.0005), (0, 0.001), (0.5, 0.003)]
    side = [(x * long, y) for x, y in (*low, (0.5, 0.006 + n), (0, 0.0095), (-0.35, 0.0095 - n), (-0.5, 0.005))]
    arms = [turned(slab(np.array(side) * (1, s), wide), (0, 0, s * lean)) for s in (-1, 1)]
    coil = [ring(0.0055, 0.0013, z=z) for z in np.linspace(-wide * 0.5, wide * 0.5, 5)]
    wire = [tube(smooth([(0, -s * 0.005, s * wide * 0.6), (-long * 0.12, s * 0.013, s * wide * 0.6),
            (-long * 0.12, s * 0.013, -s * wide * 0.4)], False), 0.0012) for s in (-1, 1)]  # fmt: skip
    grip = [box(0.0015, 0.002, wide, x * long, s * (0.009 + 0.05 * x * long) - 0.001) for x in (0.3, 0.36, 0.42)
            for s in (-1, 1)] if style == 2 else []  # fmt: skip
    return [turned(p, (0, 0, 25)) for p in (*arms, *coil, *wire, *grip)]


def laundry_basket(g: Generator) -> list[Part]:
    style, w, h, power = int(g.integers(3)), g.uniform(0.24, 0.32), g.uniform(0.24, 0.34), g.uniform(2.2, 5)
    deep = w * g.uniform(0.65, 0.85)
    if style == 1:  # a tall hamper with a lid
        h, w, deep = h * 2, w * 0.75, w * g.uniform(0.6, 0.75)
        bulge = [(y * h, w * (0.88 + 0.06 * (i % 2) + 0.1 * y), deep * (0.88 + 0.06 * (i % 2) + 0.1 * y), 0)
                 for i, y in enumerate(np.linspace(0, 1, 25))]  # fmt: skip
        lid = [(h, w * 1.06, deep * 1.06, 0), (h * 1.05, w * 1.06, deep * 1.06, 0), (h * 1.1, w * 0.7, deep * 0.7, 0)]
        return [basin(bulge, power), basin(lid, power), ring(0.05, 0.012, 0, h * 1.11)]
    a = np.linspace(0, 2 * np.pi, 33)
    round_ = np.stack([np.sign(f(a)) * np.abs(f(a)) ** (2 / power) for f in (np.cos, np.sin)], axis=1)
    flare, bars = g.uniform(1.15, 1.3), int(g.integers(3, 7))

    def level(y: float, r: float) -> Part:
        k = 1 + (flare - 1) * y
        return tube([(x * w * k, y * h, z * deep * k) for x, z in round_], r)

    parts = [level(y, 0.012 if y in (0, 1) else 0.007) for y in np.linspace(0, 1, bars)]
    posts = [(round_[i], round_[i] * flare) for i in range(0, 32, 1 if style else 2)]
    parts += [tube([(p[0] * w, 0, p[1] * deep), (q[0] * w, h, q[1] * deep)], 0.008) for p, q in posts]
    parts.append(basin([(-0.01, w, deep, 0), (0.01, w, deep, 0)], power))
    if style == 2:  # with washing in it
        parts += [
            ball(w, x * w, h * 0.95, z * deep, (g.uniform(0.35, 0.6), g.uniform(0.35, 0.6), g.uniform(0.35, 0.6)))
            for x in (-0.5, 0.1, 0.6)
            for z in (-0.3, 0.3)
        ]
    grip = smooth([(w * flare, h, -0.08), (w * flare + 0.03, h * 1.25, 0), (w * flare, h, 0.08)], False)
    return [*parts, tube(grip, 0.012), tube(grip * (-1, 1, 1), 0.012)]


def drying_rack(g: Generator) -> list[Part]:
    style, w, h, r = int(g.integers(3)), g.uniform(0.45, 0.6), g.uniform(0.8, 1.0), g.uniform(0.008, 0.011)
    parts: list[Part] = []
    if style == 1:  # a tower of shelves of rods
        n, deep, h = int(g.integers(3, 5)), g.uniform(0.25, 0.35), h * 1.5
        for y in np.linspace(0.15, 1, n) * h:
            parts += [lying(r * 0.6, w * 2, 0, y, z) for z in np.linspace(-deep, deep, 8)]
            parts += [box(r * 2, r * 2, deep * 2, x, y - r) for x in (-w, w)]
        parts += [rod(r * 1.3, h * 1.03, x, 0.03, z) for x in (-w, w) for z in (-deep * 0.6, deep * 0.6)]
        return [*parts, *[ball(0.03, x, 0.03, z) for x in (-w, w) for z in (-deep * 0.6, deep * 0.6)]]
    spread, wing, rise = (
        g.uniform(0.22, 0.3),
        g.uniform(0.35, 0.45),
        g.uniform(0.0, 0.3) if style == 0 else g.uniform(0.3, 0.45),
    )
    for x in (-w, w):
        parts += [tube([(x * k, 0, -s * spread), (x * k, h, s * spread)], r * 1.2) for s, k in ((-1, 1.0), (1, 0.95))]
        parts += [tube([(x, h, s * spread), (x, h + rise, s * (spread + wing))], r * 1.2) for s in (-1, 1)]
    line = [*np.linspace(-spread, spread, 9)]
    parts += [lying(r * 0.6, w * 2, 0, h, z) for z in line]
    parts += [
        lying(r * 0.6, w * 2, 0, h + rise * t, s * (spread + wing * t)) for t in np.linspace(0.2, 1, 5) for s in (-1, 1)
    ]
    parts += [lying(r, w * 2, 0, 0.01, s * spread) for s in (-1, 1)]
    if chance(g, 0.4):  # washing hung over it
        fold = upright(
            smooth([(-0.03, h * 0.45), (-0.02, h), (0, h + 0.02), (0.02, h), (0.03, h * 0.3), (0, h * 0.5)], times=1),
            w * 0.5,
        )
        parts += at(-w * 0.4, 0, line[6], fold) + at(w * 0.35, 0.02, line[2], fold)
    return parts


def thread_spool(g: Generator) -> list[Part]:
    style, h, r = int(g.integers(3)), g.uniform(0.035, 0.055), g.uniform(0.013, 0.019)
    n = int(g.integers(9, 15))
    if style == 1:  # a cone
        h, t = h * 2.2, np.linspace(0.06, 0.86, 2 * n)
        wound = [(r * (1.9 - 0.9 * a) * (1 + 0.05 * (i % 2)), h * a) for i, a in enumerate(t)]
        parts = [
            lathe([(0, h * 0.05), *wound, (0, h * 0.87)]),
            lathe([(0, 0), (r * 2, 0), (r * 0.6, h), (r * 0.4, h), (0, h * 0.9)]),
        ]
    else:
        edge, thick = r * g.uniform(1.1, 1.35), h * g.uniform(0.08, 0.16)
        full = r * g.uniform(0.8, 1.05)
        t = np.linspace(0.13, 0.87, 2 * n)
        parts = [
            lathe([(0, h * 0.13), *[(full * (1 + 0.06 * (i % 2)), h * a) for i, a in enumerate(t)], (0, h * 0.87)])
        ]
        for y, s in ((0, 1), (h, -1)):
            rim = [
                (r * 0.3, y),
                (edge * 0.9, y),
                (edge, y + s * thick * 0.3),
                (edge, y + s * thick),
                (r * 0.3, y + s * thick * 1.4),
            ]
            parts.append(lathe([*rim, rim[0]][::s]))
        parts.append(lathe([(r * 0.3, 0), (r * 0.4, 0), (r * 0.4, h), (r * 0.3, h), (r * 0.3, 0)]))
    size = 2 * r if style == 1 else r
    tail = [
        (0, h * 0.5, size),
        (size, h * 0.4, size * 0.7),
        (size * 1.6, h * 0.1, size),
        (size * 2.4, r * 0.08, size * g.uniform(0, 2)),
    ]
    parts.append(tube(smooth(tail, False, 3), r * 0.05, 5))
    if style == 2:  # with a needle stuck in it
        needle = tube([(0, -h * 0.5, 0), (0, h * 0.5, 0), (0, h * 0.62, 0)], [r * 0.015, r * 0.07, r * 0.06])
        parts.append(turned(needle, (0, 0, g.uniform(20, 50)), (-r * 0.5, h * 0.6, r * 0.95)))
    return parts


def dustpan(g: Generator) -> list[Part]:
    style, w, deep, h = int(g.integers(3)), g.uniform(0.11, 0.15), g.uniform(0.16, 0.22), g.uniform(0.045, 0.07)
    side = upright(smooth([(deep, 0), (deep, 0.006), (deep * 0.2, h), (0, h), (0, 0)], times=1), 0.005)
    tip = g.uniform(0.95, 1.15)
    floor = [(-w * tip, deep), (w * tip, deep), (w * 0.93, 0), (-w * 0.93, 0)]
    parts = [plate(floor, 0.005), box(w * 1.8, h, 0.006), *at(w * 0.9, 0, 0, side), *at(-w * 0.9, 0, 0, side)]
    ribs = [box(0.004, 0.004, deep * 0.7, x * w, 0.004, deep * 0.5) for x in np.linspace(-0.6, 0.6, 5)]
    if style == 1:  # with a long upright handle and a hood
        top = g.uniform(0.7, 0.9)
        stick = tube([(0, h * 0.5, 0), (0, top, -0.05), (0, top, -0.02)], 0.011)
        hood = plate(
            smooth([(-w * 0.9, 0), (w * 0.9, 0), (w * 0.6, deep * 0.4), (-w * 0.6, deep * 0.4)], times=1), 0.005
        )
        grip = tube([(0, top - 0.12, -0.045), (0, top + 0.01, -0.05)], 0.016)
        return [*parts, *ribs, stick, grip, *at(0, h, 0, hood), lying(0.016, w, 0, h, 0)]
    grip = smooth([(0, h * 0.6, 0), (0, h * 0.9, -0.05), (0, h * 0.8, -0.12), (0, h * 0.9, -0.17)], False)
    wide = np.interp(np.linspace(0, 1, len(grip)), [0, 0.2, 0.8, 1], [0.018, 0.011, 0.015, 0.009])
    parts += [tube(grip, wide.tolist())]
    if style == 2:  # with its hand brush
        back = body(
            [(z, a, 0.01, 0) for z, a in ((0, 0.011), (0.12, 0.011), (0.16, 0.022), (0.3, 0.024), (0.33, 0.008))]
        )
        hair = [tube([(x, 0, z), (x * 1.5, -0.055, z * 1.02)], 0.005, 5) for x in (-0.014, 0, 0.014)
                for z in np.linspace(0.165, 0.315, 10)]  # fmt: skip
        where = (w * 0.3, h + 0.03, deep) if chance(g) else (w * 2, 0.065, deep)
        parts += [turned(p, (0, 180 + g.uniform(-1, 1), 0), where) for p in (back, *hair)]
    return [*parts, *ribs]


def mop(g: Generator) -> list[Part]:
    style, long, r = int(g.integers(3)), g.uniform(1.1, 1.4), g.uniform(0.011, 0.014)
    if style == 1:  # flat
        w, deep = g.uniform(0.18, 0.25), g.uniform(0.05, 0.07)
        pad = [(0, 0.97, 0.97), (0.012, 1.02, 1.02), (0.024, 0.96, 0.93)]
        parts = [basin([(y, w * a, deep * b, 0) for y, a, b in pad], 6), basin([(0.02, w * 0.8, deep * 0.7, 0),
                 (0.035, w * 0.7, deep * 0.5, 0)], 6), lying(0.015, 0.05, 0, 0.045)]  # fmt: skip
        spots = [(x * w, s * deep) for x in np.linspace(-0.95, 0.95, 13) for s in (-1, 1)] if chance(g) else []
        fringe = [tube([(x, 0.02, z * 0.8), (x, 0.015, z * 1.3), (x, 0, z * 1.7)], 0.012, 6) for x, z in spots]
        pole = [rod(r, long, y=0.04), rod(r * 1.4, 0.14, y=0.04), rod(r * 1.4, 0.15, y=long - 0.1)]
        tilt = (-g.uniform(5, 30), 0, g.uniform(-12, 12))
        return [*parts, *fringe, *[turned(p, tilt, (0, 0.02, 0)) for p in pole]]
    spread, drop, n = g.uniform(0.14, 0.2), g.uniform(0.2, 0.3), int(g.integers(20, 28))
    parts = [
        rod(r, long, y=drop),
        lathe([(0, drop * 0.9), (0.035, drop * 0.9), (0.03, drop * 1.1), (r, drop * 1.3), (0, drop * 1.3)]),
    ]
    for i in range(n * 3):
        out, a = spread * (0.3 + 0.35 * (i % 3)) * g.uniform(0.85, 1.15), i * 360 / n
        strand = smooth(
            [(0.015, drop, 0), (out * 0.75, drop * 0.9, 0), (out, drop * 0.35, 0), (out * 1.25, 0.01, 0)], False
        )
        parts.append(turned(tube(strand, 0.013, 6), (0, a, 0)))
    if style == 2:  # standing in its pail
        tall, wide = 0.27, max(0.16, spread)
        pail = lathe(
            [
                (0, 0),
                (wide * 0.8, 0),
                (wide, tall),
                (wide * 1.06, tall),
                (wide * 0.94, tall),
                (wide * 0.75, 0.01),
                (0, 0.01),
            ]
        )
        bail = tube([(wide * x, tall + wide * 0.9 * y, 0.04 * y) for x, y in arc(1, 0, 180, 13)], 0.005)
        lean = (g.uniform(-8, 8), 0, g.uniform(4, 10))
        return [pail, bail, *[turned(p, lean, (0, 0.03, 0)) for p in parts]]
    return parts


KINDS = kinds_of(clothes_hanger, clothespin, laundry_basket, drying_rack, thread_spool, dustpan, mop)
