"""Built-up steel and timber: trusses, plates that join and carry, rails to slide on and wheels that swivel."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, slab, tube
from indexer.parametric.solids import Part, around, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import pierced, washer


def _strut(a: tuple[float, float], b: tuple[float, float], t: float, z: float = 0) -> Part:
    """A squared timber or tube from one (x, y) to another."""
    x, y = b[0] - a[0], b[1] - a[1]
    long = float(np.hypot(x, y))
    return turned(
        box(long, t, t, 0, -t / 2),
        (0, 0, float(np.degrees(np.arctan2(y, x)))),
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, z),
    )


def roof_truss(g: Generator) -> list[Part]:
    w, style, t = g.uniform(6, 14), int(g.integers(4)), g.uniform(0.12, 0.22)
    h, n = w * g.uniform(0.18, 0.42), int(g.integers(2, 5))
    top = [(-w / 2, 0.0), (0.0, h), (w / 2, 0.0)]
    lines = [(top[0], top[2]), ((top[0][0] * 1.07, -h * 0.07), top[1]), ((top[2][0] * 1.07, -h * 0.07), top[1])]
    if style == 0:  # a post with braces
        lines += [((0, 0), top[1]), *[((0, 0), (s * w / 4, h / 2)) for s in (1, -1)]]
        lines += [((s * w / 4, 0), (s * w / 4, h / 2)) for s in (1, -1)] if chance(g) else []
    elif style == 1:  # a W
        lines += [p for s in (1, -1) for p in (((s * w / 6, 0), (0, h)), ((s * w / 6, 0), (s * w / 4, h / 2)))]
        lines += [((s * w / 3, 0), (s * w / 4, h / 2)) for s in (1, -1)] if chance(g) else []
    elif style == 2:  # many panels
        xs = np.linspace(0, w / 2, int(g.integers(4, 7)))
        for s in (1, -1):
            tops = [(float(s * x), float(h * (1 - 2 * x / w))) for x in xs]
            lines += [((a[0], 0), a) for a in tops[:-1]] + [((a[0], 0), b) for a, b in pairwise(tops[::-1])]
    else:  # a bow
        bow = [(float(x), float(h * (1 - (2 * x / w) ** 2))) for x in np.linspace(-w / 2, w / 2, 11)]
        lines = [(top[0], top[2]), *pairwise(bow), *[((p[0], 0), p) for p in bow[1:-1]]]
        lines += [((a[0], 0), b) for a, b in pairwise(bow[1:6])]
        lines += [((-a[0], 0), (-b[0], b[1])) for a, b in pairwise(bow[1:6])]
    gap = w * g.uniform(0.2, 0.3)
    count = 1 if chance(g, 0.4) else n
    parts = [_strut(a, b, t, (i - (count - 1) / 2) * gap) for i in range(count) for a, b in lines]
    if count > 1:  # purlins across them
        parts += [box(t * 0.7, t * 0.7, gap * (count - 1) + t * 4, s * w * x, h * (1 - 2 * x) + t * 0.5) for s in (1,
            -1) for x in (0.02, 0.17, 0.33, 0.48)] if style < 3 else []  # fmt: skip
        parts += [box(t, t, gap * (count - 1), s * w / 2, -t * 1.2) for s in (1, -1)]
    return parts


def mounting_plate(g: Generator) -> list[Part]:
    w, style = g.uniform(0.08, 0.25), int(g.integers(4))
    h, t = w * g.uniform(0.6, 1.0), w * g.uniform(0.04, 0.08)
    if style == 0:  # corners drilled, and something to hold in the middle
        hole = min(w, h) * g.uniform(0.05, 0.08)
        quarter = [(0.0, 0.0), (w / 2, 0.0), (w / 2, h / 2), (0.0, h / 2)]
        one = pierced(quarter, hole, w / 2 - hole * 2.2, h / 2 - hole * 2.2, t)
        four = []
        for sx, sy in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
            part = one.copy()
            part.apply_transform(np.diag([float(sx), float(sy), 1, 1]))
            if sx * sy < 0:
                part.invert()
            four.append(part)
        mid = (
            forward(washer(h * 0.24, h * 0.17, t * g.uniform(1.5, 4)))
            if chance(g)
            else box(w * 0.3, h * 0.3, t * 3, 0, -h * 0.15, t * 1.5)
        )
        parts = [*four, mid]
    elif style == 1:  # rows of holes
        n, m = int(g.integers(4, 8)), int(g.integers(2, 6))
        cell = w / n
        edge = [(-cell / 2, -cell / 2), (cell / 2, -cell / 2), (cell / 2, cell / 2), (-cell / 2, cell / 2)]
        one = pierced(edge, cell * g.uniform(0.16, 0.3), 0, 0, t)
        parts = [turned(one.copy(), (0, 0, 0), (i * cell, j * cell, 0)) for i in range(n) for j in range(m)]
    elif style == 2:  # a foot for a post: a socket held by ribs
        bore = w * g.uniform(0.14, 0.22)
        base = [turned(pierced([(0, 0), (w / 2, 0), (w / 2, w / 2), (0, w / 2)], w * 0.05, w * 0.38, w * 0.38, t), (0,
            0, 90 * i)) for i in range(4)]  # fmt: skip
        rib = slab([(bore, 0), (w * 0.46, 0), (w * 0.46, t), (bore, w * 0.45)], t)
        return [
            *[turned(b, (90, 0, 0)) for b in base],
            washer(bore, bore * 0.85, w * g.uniform(0.5, 1.0)),
            *around(4, rib),
        ]
    else:  # folded flanges with slots in the face
        face = [box(w * 0.12, h, t, s * w * 0.44, -h / 2) for s in (1, -1)] + [box(w * 0.12, h, t, 0, -h / 2)]
        face += [box(w, h * 0.16, t, 0, y * h) for y in (-0.5, -0.08, 0.34)]
        deep = w * g.uniform(0.15, 0.4)
        flange = [box(t, h, deep, s * w / 2, -h / 2, deep / 2 - t / 2) for s in (1, -1)]
        parts = [
            *face,
            *flange,
            *[forward(rod(w * 0.04, t * 3), x * w, y * h) for x in (-0.44, 0.44) for y in (-0.4, 0.4)],
        ]
    lean = float(g.choice([0, 0, -90, -30]))
    return [turned(p, (lean, 0, 0)) for p in parts]


def gusset_plate(g: Generator) -> list[Part]:
    w, style = g.uniform(0.15, 0.5), int(g.integers(3))
    t = w * 0.05
    if style == 0:  # a web in the corner of two plates
        h, cut = w * g.uniform(0.8, 1.3), w * g.uniform(0.08, 0.15)
        line = [(t, t + cut), (t, h), (t * 2.5, h), (w, t * 2.5), (w, t), (t + cut, t)]
        if chance(g, 0.4):  # with a hollowed edge
            line = [(t, t + cut), (t, h), (t * 2.5, h), *[(w + (w - 2.5 * t) * np.cos(a), h + (h - 2.5 * t) * np.sin(a))
                for a in np.radians(np.linspace(185, 265, 9))], (w, t * 2.5), (w, t), (t + cut, t)]  # fmt: skip
        wide, n = w * g.uniform(0.5, 1.2), int(g.integers(1, 4))
        webs = [slab(line, t, 0, 0, z * wide * 0.35) for z in ((0,), (-1, 1), (-1, 0, 1))[n - 1]]
        holes = [p for z in (0.3, -0.3) for p in (rod(t * 0.9, t * 2.2, w * 0.75, 0, wide * z * (0.5 if n > 1 else 1)),
            lying(t * 0.9, t * 2.2, t * 1.1, h * 0.75, wide * z * (0.5 if n > 1 else 1)))]  # fmt: skip
        return [*webs, *holes, box(w * 1.1, t, wide, w * 0.55), box(t, h * 1.1, wide, t / 2)]
    bars = [
        (float(a), w * g.uniform(1.1, 1.6))
        for a in ((0, 180, 45, 135), (0, 90, 45), (90, 30, 150, 0, 180))[int(g.integers(3))]
    ]
    spread = [
        (w * 0.9 * np.cos(np.radians(a + s)), w * 0.9 * np.sin(np.radians(a + s)))
        for a, _ in sorted(bars)
        for s in (-11, 11)
    ]
    lows = [(w * 0.35, -w * 0.22), (-w * 0.35, -w * 0.22)]
    outline = [(-w * 0.3, -w * 0.22), *spread] if sorted(bars)[-1][0] < 180 else [*lows[::-1], *spread]
    plates = [slab(outline, t, 0, 0, s * w * 0.13) for s in ((1, -1) if style == 1 else (1,))]
    parts = [*plates]
    for a, long in bars:  # the bars that meet here, and their rivets
        parts.append(turned(box(long, w * 0.2, w * 0.2, long / 2 + w * 0.15, -w * 0.1), (0, 0, a)))
        parts += [turned(forward(rod(w * 0.032, w * 0.07), r * w, y * w, w * 0.13), (0, 0, a)) for r in (0.35, 0.55,
            0.75) for y in (0.055, -0.055)]  # fmt: skip
    return parts


def linear_rail(g: Generator) -> list[Part]:
    w, style = g.uniform(0.015, 0.035), int(g.integers(3))
    long, n = w * g.uniform(8, 13), int(g.integers(1, 3)) if style < 2 else 1

    def truck(x: float, z: float, y: float) -> list[Part]:
        side = slab([(-w * 1.3, w * 0.35), (-w * 1.3, w * 1.5), (w * 1.3, w * 1.5), (w * 1.3, w * 0.35), (w * 0.62, w *
            0.35), (w * 0.62, w * 1.1), (-w * 0.62, w * 1.1), (-w * 0.62, w * 0.35)], w * 2.6)  # fmt: skip
        cover = [box(w * 0.2, w * 0.95, w * 2.2, s * w * 1.4, w * 0.4) for s in (1, -1)]
        holes = [rod(w * 0.17, w * 0.06, a * w * 0.8, w * 1.5, b * w * 0.9) for a in (1, -1) for b in (1, -1)]
        return [turned(p, (0, 0, 0), (x, y, z)) for p in (turned(side, (0, 90, 0)), *cover, *holes)]

    xs = [g.uniform(-0.35, -0.1) * long, g.uniform(0.15, 0.35) * long][:n]
    section = [(-w / 2, 0), (w / 2, 0), (w / 2, w * 0.4), (w * 0.36, w * 0.6), (w * 0.36, w * 0.75), (w / 2, w * 0.85),
        (w / 2, w), (-w / 2, w), (-w / 2, w * 0.85), (-w * 0.36, w * 0.75), (-w * 0.36, w * 0.6), (-w / 2,
        w * 0.4)]  # fmt: skip
    rail = [
        turned(slab(section, long), (0, 90, 0)),
        *[rod(w * 0.2, w * 0.04, x * long, w) for x in np.linspace(-0.45, 0.45, 8)],
    ]
    if style == 0:
        return [*rail, *[p for x in xs for p in truck(x, 0, 0)]]
    if style == 1:  # a round shaft on a foot
        foot = slab([(-w, 0), (w, 0), (w, w * 0.3), (w * 0.3, w * 0.4), (w * 0.2, w * 0.9), (-w * 0.2, w * 0.9), (-w *
            0.3, w * 0.4), (-w, w * 0.3)], long)  # fmt: skip
        block = [p for x in xs for p in (box(w * 2.6, w * 0.9, w * 2.4, x, w * 1.3), *[box(w * 2.6, w * 0.8, w * 0.6, x,
            w * 0.7, s * w * 0.9) for s in (1, -1)])]  # fmt: skip
        return [turned(foot, (0, 90, 0)), lying(w * 0.55, long, 0, w * 1.2), *block]
    gap = w * g.uniform(2.5, 3.5)  # a stage: two rails, a threaded spindle and a table
    rails = [turned(p.copy(), (0, 0, 0), (0, w * 0.4, s * gap)) for s in (1, -1) for p in rail]
    t = np.linspace(0, 1, 180)
    thread = tube(
        np.stack([(t - 0.5) * long * 0.9, w + w * 0.3 * np.cos(t * 120), w * 0.3 * np.sin(t * 120)], 1), w * 0.1, 5
    )
    carried = [p for x in xs for s in (1, -1) for p in truck(x, s * gap, w * 0.4)]
    table = box(w * 3.2, w * 0.4, gap * 2 + w * 3, xs[0], w * 1.9)
    ends = [box(w * 0.6, w * 2, gap * 2 + w * 2, s * long * 0.5) for s in (1, -1)]
    motor = [box(w * 2, w * 2, w * 2, long / 2 + w * 1.4), lying(w * 0.3, long, 0, w)]
    return [*rails, thread, *carried, table, *ends, *motor, box(long, w * 0.4, gap * 2 + w * 2)]


def caster_wheel(g: Generator) -> list[Part]:
    r, style = g.uniform(0.025, 0.07), int(g.integers(3))
    wide, trail = r * g.uniform(0.5, 0.8), r * g.uniform(0.3, 0.7) * (style != 2)
    tyre = [(0, -wide * 0.3), (r * 0.35, -wide * 0.55), (r * 0.4, -wide * 0.3), (r * 0.75, -wide * 0.3), (r * 0.8,
        -wide / 2), (r * 0.95, -wide / 2), (r, -wide * 0.3), (r, wide * 0.3), (r * 0.95, wide / 2), (r * 0.8, wide / 2),
        (r * 0.75, wide * 0.3), (r * 0.4, wide * 0.3), (r * 0.35, wide * 0.55), (0, wide * 0.3)]  # fmt: skip
    pair = (-0.75, 0.75) if style == 1 else (0.0,)
    parts = [turned(lathe(tyre), (0, 0, 90), (x * wide, r, -trail)) for x in pair]
    top = r * g.uniform(2.1, 2.4)
    if style == 1:  # twin wheels under a hood, on a stem
        hood = slab(
            [*[(r * 1.06 * np.cos(a), r * 1.06 * np.sin(a)) for a in np.linspace(-0.2, 2.6, 14)], (0, 0)], wide * 2.2
        )
        parts += [turned(hood, (0, 90, 0), (0, r, -trail)), rod(r * 0.35, r * 0.9, 0, r * 1.2), rod(r * 0.16, r * 1.2,
            0, r * 2), lying(r * 0.3, wide * 2.7, 0, r, -trail)]  # fmt: skip
        return parts
    leg = [(r * 0.3 - trail, r * 0.75), (r * 0.5, top), (-r * 0.6, top), (-r * 0.3 - trail, r * 0.75)]
    cheek = [turned(slab([(-z, y) for z, y in leg], r * 0.08), (0, 90, 0), (s * wide * 0.68, 0, 0)) for s in (1, -1)]
    axle = [
        lying(r * 0.13, wide * 1.8, 0, r, -trail),
        *[lying(r * 0.2, r * 0.12, s * wide * 0.8, r, -trail) for s in (1, -1)],
    ]
    neck = [box(wide * 1.45, r * 0.1, r * 1.1, 0, top, -r * 0.05), rod(r * 0.5, r * 0.16, 0, top + r * 0.1), rod(r *
        0.42, r * 0.1, 0, top + r * 0.26)]  # fmt: skip
    high = top + r * 0.36
    hold = [box(r * 1.8, r * 0.1, r * 1.5, 0, high), *[rod(r * 0.13, r * 0.08, x * r * 0.7, high + r * 0.1, z * r *
        0.55) for x in (1, -1) for z in (1, -1)]] if chance(g, 0.6) else [rod(r * 0.2, r * 1.4, 0, high), *[ring(r *
        0.2, r * 0.03, 0, high + r * (0.5 + 0.1 * i), axis="y") for i in range(8)]]  # fmt: skip
    brake = [turned(box(wide * 1.2, r * 0.1, r * 1.1), (25, 0, 0), (0, r * 2.1, -trail - r * 0.8)), ball(r * 0.2, 0, r *
        1.9, -trail - r * 0.6)] if chance(g) else []  # fmt: skip
    return [*parts, *cheek, *axle, *neck, *hold, *brake]


KINDS = kinds_of(roof_truss, mounting_plate, gusset_plate, linear_rail, caster_wheel)
