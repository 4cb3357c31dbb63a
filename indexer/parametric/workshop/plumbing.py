"""Parts of pipelines."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, body, chance, loft, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import bolted, pierced, washer


def _hollow(points: Points, r: float, wall: float) -> Part:
    """A pipe along a curve, open at both its ends."""
    skins = [tube(points, radii, 16).vertices[:-2].reshape(len(points), 16, 3)
        for radii in (np.add(r, 0), np.add(r, -wall))]  # fmt: skip
    pipe = loft(np.concatenate([skins[0], skins[1][::-1], skins[0][:1]]))
    pipe.update_faces(np.arange(len(pipe.faces)) < len(pipe.faces) - 32)
    return pipe


def flange(g: Generator) -> list[Part]:
    r, n, thick = g.uniform(0.07, 0.12), int(g.choice([4, 4, 6, 8, 12])), g.uniform(0.012, 0.022)
    style, bore = int(g.integers(4)), r * g.uniform(0.3, 0.48)
    at, hole, blind = r * 0.8, min(r * 0.09, 0.3 * np.pi * r / n), chance(g, 0.2)
    inner = bore * 0.02 if blind else bore
    parts = [turned(p, (0, 0, 0)) for p in bolted(r, inner, n, at, hole, thick)]
    if style == 3:  # an oval of two holes
        oval = smooth([(-r, -r * 0.12), (-r * 0.4, -r * 0.62), (r * 0.4, -r * 0.62), (r, -r * 0.12), (r, r * 0.12),
            (r * 0.4, r * 0.62), (-r * 0.4, r * 0.62), (-r, r * 0.12)], times=1)  # fmt: skip
        right = [p for p in oval if p[0] > 1e-9]
        low = np.array([[0, min(p[1] for p in oval)], *sorted((p for p in right if p[1] < 0), key=lambda p: p[0]),
            *sorted((p for p in right if p[1] >= 0), key=lambda p: -p[0]), [0, r * 0.6]])  # fmt: skip
        half = pierced([*low, *arc(bore, 90, -90, 9)], r * 0.09, r * 0.8, 0, thick)
        parts, n = [half, turned(half.copy(), (0, 0, 180))], 2
    neck = r * g.uniform(0.3, 0.8)
    if style == 0:  # with a neck to weld on
        parts.append(turned(lathe([(bore, 0), (bore * 1.5, 0), (bore * 1.15, neck * 0.6), (bore * 1.15, neck),
            (bore, neck), (bore, 0)]), (90, 0, 0), (0, 0, thick / 2)))  # fmt: skip
    elif style != 2 or blind:
        parts.append(turned(washer(bore * 1.3, inner, thick * g.uniform(0.5, 2)), (90, 0, 0), (0, 0, thick / 2)))
    else:  # a pair, bolted together on two pipes
        parts += [turned(p.copy(), (0, 0, 0), (0, 0, thick * 1.15)) for p in parts]
        parts += [turned(washer(bore * 1.12, bore * 0.95, r * 2.4, -r * 1.2), (90, 0, 0))]
    if style == 2 or chance(g, 0.3):
        deep = thick * (3 if style == 2 else 1.8)
        for x, y in arc(at, 90, 450 - 360 / n, n):
            stem, head = rod(hole * 0.9, deep, 0, -thick), lathe([(0, 0), (hole * 1.6, 0), (hole * 1.6, hole),
                (0, hole)], 0, deep - thick * 1.3)  # fmt: skip
            parts += [turned(p, (90, 0, 0), (y, x, 0) if style == 3 else (x, y, 0)) for p in (stem, head)]
    return parts


def pipe_elbow(g: Generator) -> list[Part]:
    r, turn, style = g.uniform(0.02, 0.04), float(g.choice([90, 90, 45, 180])), int(g.integers(3))
    big, n, wall = r * g.uniform(1.4, 2.8), 5 if chance(g, 0.2) else 14, r * 0.14
    if turn == 180:
        big = max(big, r * 2.2)
    leg = r * g.uniform(0.2, 1.4)
    curve = [(big * x - big, big * y) for x, y in arc(1, 0, turn, n)]
    a = np.radians(turn)
    ends = [((0.0, -leg), (0.0, -1.0)), ((curve[-1][0] - leg * np.sin(a), curve[-1][1] + leg * np.cos(a)),
        (-np.sin(a), np.cos(a)))]  # fmt: skip
    parts = [_hollow([(*ends[0][0], 0), *[(*p, 0) for p in curve], (*ends[1][0], 0)], r, wall)]
    for (x, y), (dx, dy) in ends:
        put = (0.0, 0.0, float(np.degrees(np.arctan2(dy, dx))) - 90)
        if style == 0:  # collars to screw or glue the pipes in
            collar = [lathe([(r * 0.86, -r * 0.7), (r * 1.2, -r * 0.7), (r * 1.25, r * 0.25), (r * 1.05, r * 0.25),
                (r * 0.86, -r * 0.7)])]  # fmt: skip
        elif style == 1:  # flanges
            collar = [turned(p, (90, 0, 0)) for p in bolted(r * 1.9, r * 0.86, int(g.choice([4, 4, 6])), r * 1.5,
                r * 0.2, r * 0.3)]  # fmt: skip
        else:  # nuts of six sides, or a thread
            collar = [ring(r * 0.99, r * 0.07, y=-r * 0.15 * i, axis="y")
                for i in range(5)] if chance(g) else [turned(pierced(arc(r * 1.45, 0, 300, 6), r * 0.87, 0, 0,
                r * 0.6), (90, 0, 0))]  # fmt: skip
        parts += [turned(p, put, (x, y, 0)) for p in collar]
    return parts


def valve(g: Generator) -> list[Part]:
    r, long, style = g.uniform(0.02, 0.035), g.uniform(2.6, 4), int(g.integers(3))
    n = r * long
    pipe = turned(washer(r, r * 0.8, n, -n / 2), (0, 0, 90))
    if chance(g, 0.6) or style == 0:
        ends = [turned(turned(p, (0, 90, 0)), (0, 0, 0), (s * n / 2, 0, 0)) for s in (1, -1)
            for p in bolted(r * 2, r * 0.8, 4, r * 1.55, r * 0.2, r * 0.35)]  # fmt: skip
    else:
        ends = [turned(turned(pierced(arc(r * 1.45, 0, 300, 6), r * 0.8, 0, 0, r * 0.7), (0, 90, 0)), (0, 0, 0),
            (s * n / 2, 0, 0)) for s in (1, -1)]  # fmt: skip
    if style == 2:  # a ball valve with a lever
        heart = [ball(r * 1.3, 0, 0, 0), rod(r * 0.45, r * 0.8, 0, r * 1.1)]
        lever = smooth([(-r * 0.4, 0, 0), (r * 0.6, 0.0, 0), (r * 1.4, r * 0.5, 0), (r * 4.5, r * 0.5, 0)], False, 1)
        bar = tube(lever, r * 0.2)
        bar.apply_scale((1, 1, 2))
        return [pipe, *ends, *heart, *[turned(p, (0, float(g.choice([0, 90])) if i == 0 else 0, 0), (0, r * 2.0, 0))
            for i, p in enumerate([bar, rod(r * 0.3, r * 0.35, 0, -r * 0.1)])]]  # fmt: skip
    high, wheel, spokes = r * g.uniform(2.6, 4), r * g.uniform(1.3, 1.9), int(g.integers(3, 6))
    if style == 0:  # a gate valve: a flat upright body, a yoke
        heart = [body([(-r * 0.75, r * 1.1, r * 1.5, 0), (r * 0.75, r * 1.1, r * 1.5, 0)], 3),
            box(r * 2.6, r * 0.35, r * 2, 0, r * 1.5)]  # fmt: skip
        heart += [tube([(s * r * 0.9, r * 1.7, 0), (s * r * 0.7, high * 0.75, 0), (s * r * 0.15, high, 0)], r * 0.16)
            for s in (1, -1)] if chance(g) else [rod(r * 0.9, high * 0.5, 0, r * 1.7, top=r * 0.4)]  # fmt: skip
    else:  # a globe valve: a round body, a six-sided bonnet
        heart = [ball(r * 1.6, 0, 0, 0, (1.1, 0.95, 1)), turned(pierced(arc(r * 1.2, 0, 300, 6), r * 0.2, 0, 0,
            r * 0.6), (90, 0, 0), (0, r * 1.7, 0)), rod(r * 0.7, high * 0.5, 0, r * 1.4, top=r * 0.5)]  # fmt: skip
    top = high + r * 0.3
    rim = [ring(wheel, r * 0.17, y=top, axis="y"), rod(r * 0.35, r * 0.4, 0, top - r * 0.2),
        *[turned(lying(r * 0.13, wheel, wheel / 2, 0), (0, 360 * i / spokes, 0), (0, top, 0))
        for i in range(spokes)]]  # fmt: skip
    return [pipe, *ends, *heart, rod(r * 0.2, high + r * g.uniform(0.6, 1.6)), *rim]


KINDS = kinds_of(flange, pipe_elbow, valve)
