"""Fittings to nail or screw on."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import (
    arc,
    body,
    chance,
    loft,
    mirrored,
    sector,
    slab,
    smooth,
    symmetric,
    tube,
    upright,
)
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import pierced, washer


def _strip(w: float, long: float, n: int, hole: float, thick: float, round_end: bool = False) -> list[Part]:
    """A flat bar in the xy plane from y = 0 upwards, with n holes."""
    each = long / n
    last = [(w / 2, (n - 1) * each), *np.add(arc(w / 2, 0, 180, 9), (0, long - w / 2)), (-w / 2, (n - 1) * each)]
    plain = [[(-w / 2, i * each), (w / 2, i * each), (w / 2, (i + 1) * each), (-w / 2, (i + 1) * each)]
        for i in range(n)]  # fmt: skip
    return [pierced(last if round_end and i == n - 1 and each > w * 0.6 else o, hole, 0, (i + 0.5) * each, thick)
        for i, o in enumerate(plain)]  # fmt: skip


def bracket(g: Generator) -> list[Part]:
    w, up, out, t = g.uniform(0.02, 0.05), g.uniform(0.06, 0.2), g.uniform(0.06, 0.2), g.uniform(0.002, 0.004)
    n, style, hole = int(g.integers(2, 5)), int(g.integers(4)), 0.0032
    wall = [turned(p, (0, 0, 0), (0, 0, t / 2)) for p in _strip(w, up, n, hole, t, chance(g))]
    arm = [turned(p, (90, 0, 0), (0, t / 2, 0)) for p in _strip(w, out, n, hole, t, chance(g))]
    if style == 0:  # a plain angle, with a rib or cheeks
        kind, s = int(g.integers(3)), min(up, out) * 0.85
        gusset = [(0, 0), (s, 0), (s * 0.95, s * 0.08), (s * 0.08, s * 0.95), (0, s)]
        return [*wall, *arm, *([] if kind == 0 else [upright(gusset, t)] if kind == 1
            else mirrored(upright(gusset, t, w / 2)))]  # fmt: skip
    if style == 1:  # under a shelf: the arm on top and a brace
        top = [turned(p, (0, 0, 0), (0, up, 0)) for p in arm]
        bow = smooth([(0, up * 0.1, t), (0, up * 0.25, out * 0.5), (0, up * 0.55, out * 0.8), (0, up, out * 0.9)],
            False)  # fmt: skip
        if chance(g):
            return [*wall, *top, tube([bow[0], bow[-1]], w * 0.16)]
        a = np.linspace(0.4, 13, 40)
        scroll = np.stack([0 * a, up * 0.66 + up * 0.016 * a * np.sin(a), out * 0.3 + out * 0.016 * a * np.cos(a)], 1)
        return [*wall, *top, tube(bow, w * 0.14), tube(scroll, w * 0.1)]
    if style == 2:  # a U over a pipe or a beam, with feet
        r = g.uniform(0.015, 0.035)
        side = _strip(w, r * 1.6, 1, hole, t, False)
        feet = mirrored(*[turned(p, (90, 0, 0), (0, 0, 0)) for p in side])
        feet = [turned(turned(p.copy(), (0, a, 0)), (0, 0, 0), (np.sign(a) * r, t / 2, 0)) for p in feet[:1]
            for a in (90, -90)]  # fmt: skip
        legs = [box(t, r, w, x, 0) for x in (-r + t / 2, r - t / 2)]
        arch = [turned(p, (0, 0, 0), (0, r, 0)) for p in [sector(r, r - t, 0, 180, w)]] if chance(g) else [box(2 * r,
            t, w, 0, r)]  # fmt: skip
        return [*feet, *legs, *arch]
    flat = [*wall, *[turned(p.copy(), (0, 0, a), (0, 0, 0)) for p in wall
        for a in ((90,) if chance(g) else (90, -90))]]  # a flat corner or T  # fmt: skip
    return [*flat, box(w, w, t, 0, -w / 2, t / 2)]


def hinge(g: Generator) -> list[Part]:
    h, w, r = g.uniform(0.06, 0.11), g.uniform(0.025, 0.045), g.uniform(0.0035, 0.0055)
    n, knuckles, spread, t = int(g.integers(2, 5)), int(g.choice([3, 5, 5, 7])), float(g.uniform(0, 80)), 0.0022
    style = int(g.integers(3))
    parts: list[Part] = []
    both = float(g.choice([0, 1]))
    for i in range(knuckles):
        each = h / knuckles
        parts.append(washer(r, r * 0.5, each * 0.94, i * each + each * 0.03))
    parts += [rod(r * 0.55, h * 1.02, 0, -h * 0.01), *[(ball(r * 0.9, 0, y, 0) if chance(g)
        else rod(r * 1.1, r * 0.6, 0, y)) for y in (-r * 0.6, h)]]  # fmt: skip
    for side in (1, -1):
        if style == 1 and side > 0:  # a long strap to a point
            outline = [(0, 0), (w * 1.5, -h * 0.12), (w * g.uniform(3.5, 5), -h * 0.06), (w * 5.2, 0)]
            long = outline[-2][0]
            y0 = h / 2
            leaf = [slab([(0, h * 0.42), (w * 1.2, h * 0.2), (long, h * 0.1),
                *np.add(arc(h * 0.14, 70, -70, 9), (long, 0)), (long, -h * 0.1), (w * 1.2, -h * 0.2), (0, -h * 0.42)],
                t, y=y0)]  # fmt: skip
            leaf += [turned(lathe([(0, 0), (r, 0), (r * 0.6, r * 0.4), (0, r * 0.5)]), (90, 0, 0),
                (long * q, y0, t / 2)) for q in (0.2, 0.5, 0.8, 1)]  # fmt: skip
        elif style == 2:  # rounded, in the shape of a butterfly
            leaf = [pierced(smooth([(0, h * 0.75), (w * 0.6, h * 0.72), (w * 1.2, h * 1.02), (w * 1.3, h * 0.5),
                (w * 1.2, -h * 0.02), (w * 0.6, h * 0.28), (0, h * 0.25)], times=1), 0.004, w * 0.85, h * 0.5,
                t)]  # fmt: skip
            leaf += [turned(lathe([(0, 0), (0.005, 0), (0.003, 0.002), (0, 0.002)]), (90, 0, 0),
                (w * 1.05, h * q, t / 2)) for q in (0.2, 0.8)]  # fmt: skip
        else:
            each = h / n
            leaf = [pierced([(r * 0.8, i * each), (w, i * each), (w, (i + 1) * each), (r * 0.8, (i + 1) * each)],
                0.0028, w * (0.66 if i % 2 else 0.45), (i + 0.5) * each, t) for i in range(n)]  # fmt: skip
        if side < 0:
            leaf = [turned(p, (0, 180, 0)) for p in leaf]
        parts += [turned(p, (0, -side * spread * (1 if side > 0 else both), 0)) for p in leaf]
    return parts


def hook(g: Generator) -> list[Part]:
    style, r, bow = int(g.integers(4)), g.uniform(0.03, 0.045), g.uniform(0.15, 0.22)
    if style == 0:  # of a crane, thick in its bend
        line = [(0, r * 2.2, 0), (0, r * 1.5, 0), *[(r * x, r * y, 0) for x, y in arc(1, 75, -190, 18)]]
        thick = r * bow * np.interp(np.linspace(0, 1, len(line)), [0, 0.2, 0.55, 0.85, 1], [1.4, 1.5, 2.4, 1.6, 0.5])
        top = [ring(r * 0.5, r * bow, 0, r * 2.7)] if chance(g) else [body([(-r * 0.5, r * 0.8, r, r * 2.9),
            (r * 0.5, r * 0.8, r, r * 2.9)], 4), ring(r * 0.55, r * 0.16, 0, r * 4.2),
            lying(r * 0.3, r * 1.9, 0, r * 2.8)]  # fmt: skip
        latch = [tube([(r * 0.15, r * 0.95, 0), (-r * 0.85, r * 0.25, 0)], r * 0.1)] if chance(g) else []
        return [tube(line, thick.tolist(), 12), *top, *latch, rod(r * bow * 1.9, r * 0.35, 0, r * 1.85)]
    if style == 1:  # an S
        k = g.uniform(0.6, 1.4)
        upper = [(-r * k * x, r * k * (1 + y) + r, 0) for x, y in arc(1, -60, 190, 14)][::-1]
        lower = [(r * x, -r * (1 - y), 0) for x, y in arc(1, 60, -190, 14)]
        tips = [ball(r * bow * 0.8, *end) for end in (upper[0], lower[-1])]
        return [tube(smooth([*upper, *lower], False, 1), r * bow * 0.7), *(tips if chance(g) else [])]
    if style == 2:  # on a wall plate, for coats
        wide, tall = r * g.uniform(0.5, 1.0), r * g.uniform(2, 3)
        plate = slab(smooth(symmetric([(wide * 0.7, -tall * 0.5), (wide, -tall * 0.2), (wide, tall * 0.3),
            (wide * 0.6, tall * 0.5)]), times=int(g.integers(0, 3))), 0.005)  # fmt: skip
        screws = [turned(lathe([(0, 0), (0.005, 0), (0.003, 0.003), (0, 0.003)]), (90, 0, 0), (0, y * tall, 0.002))
            for y in (0.38, -0.38)]  # fmt: skip
        big = smooth([(0, 0, 0), (0, -r * 0.1, r * 0.8), (0, r * 0.4, r * 1.8), (0, r * 1.6, r * 2)], False)
        small = smooth([(0, -r * 0.3, 0), (0, -r * 0.9, r * 0.4), (0, -r * 0.9, r * 1.1), (0, -r * 0.2, r * 1.2)],
            False)  # fmt: skip
        arms, n = [(big, 0.0), (small, 0.0)], int(g.integers(1, 3))
        if n == 2:
            arms = [(big, 28.0), (big, -28.0), (small, 0.0)]
        return [plate, *screws, *[turned(p, (0, a, 0)) for line,
            a in arms for p in (tube(line, r * bow * 0.7), ball(r * bow * 1.3, *line[-1]))]]  # fmt: skip
    long = r * g.uniform(1, 1.8)  # with a thread, to screw in
    line = [(0, long, 0), *[(r * 0.6 * x, r * 0.6 * (y - 1), 0) for x,
        y in arc(1, 90, float(g.choice([-150, -190])), 14)]]  # fmt: skip
    thread = [ring(r * bow * 0.7, r * 0.05, y=long + r * 0.1 * i, axis="y") for i in range(10)]
    return [tube(line, r * bow * 0.75), rod(r * bow * 0.72, r * 1.1, 0, long, top=r * 0.02), *thread,
        *([rod(r * 0.4, r * 0.1, 0, long - r * 0.2)] if chance(g) else [])]  # fmt: skip


def nail(g: Generator) -> list[Part]:
    long, r, style = g.uniform(0.04, 0.12), g.uniform(0.0016, 0.003), int(g.integers(4))
    big = r * g.uniform(2.0, 2.7)
    if style == 3:  # wrought, four-sided
        rings = [[(w * r * x, y * long, w * r * z) for x, z in ((1, 1), (-1, 1), (-1, -1), (1, -1))] for w,
            y in ((0.05, 0), (0.8, 0.25), (1.3, 1))]  # fmt: skip
        return [loft(np.array(rings)), turned(turned(lathe([(0, 0), (big, 0), (big * 0.6, r * 1.1), (0, r * 1.5)]),
            (0, 0, 0)), (0, 0, 0), (0, long, 0))]  # fmt: skip
    bend = float(g.uniform(0.3, 1.1)) if chance(g, 0.3) else 0.0  # driven badly
    ys = np.array([0, 1.6 * r, 4 * r, *np.linspace(0.2, 0.9, 12) * long, long])
    rs = np.array([0.0001, 0.6 * r, *np.full(len(ys) - 2, r)])
    turn = np.clip((ys - 0.35 * long) / (0.35 * long), 0, 1) * bend
    path = np.concatenate([[[0, 0, 0]], np.cumsum(np.diff(ys)[:,
        None] * np.stack([np.sin(turn[1:]), np.cos(turn[1:]), 0 * ys[1:]], 1), 0)])  # fmt: skip
    head = {0: [(0, 0), (big, 0), (big, r * 0.45), (0, r * 0.5)],
        1: [(0, -r), (r, -r), (r * 1.4, 0), (r * 1.4, r), (0, r)],
        2: [(0, -r * 0.4), (r, -r * 0.4), (big * 1.5, 0), (big * 1.5, r * 0.35), (0, r * 0.9)]}[style]  # fmt: skip
    grooves = [ring(r, r * 0.12, y=long * 0.05 * (k + 1) + 4 * r, axis="y")
        for k in range(6)] if bend == 0 and chance(g) else []  # fmt: skip
    return [tube(path, rs.tolist(), 10), turned(lathe(head), (0, 0, -float(np.degrees(bend))), tuple(path[-1])),
        *grooves, *([turned(ring(r, r * 0.14, axis="y"), (0, 0, -float(np.degrees(bend))),
        tuple(path[-2] * w + path[-1] * (1 - w))) for w in (0.3, 0.6, 0.9)])]  # fmt: skip


KINDS = kinds_of(bracket, hinge, hook, nail)
