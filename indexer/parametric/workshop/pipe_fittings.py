"""Fittings of pipes and hoses: crosses, reducers, caps, valves, gauges and nozzles."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, chance, slab, smooth, tube
from indexer.parametric.solids import Part, around, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.drives import cogs, sleeve, toothed
from indexer.parametric.workshop.machine_parts import bolted, washer


def _hexed(r: float, inner: float, high: float, y: float) -> Part:
    """A six-sided collar about the y axis with a round hole, standing on height y."""
    return turned(toothed(_finer(r), high, inner), (0, 0, 0), (0, y, 0))


def _finer(r: float) -> NDArray[np.float64]:
    """A hexagon as (angle, radius), four points to a side."""
    a = np.linspace(0, 2 * math.pi, 24, endpoint=False)
    return np.stack([a, r * math.cos(math.pi / 6) / np.cos((a % (math.pi / 3)) - math.pi / 6)], 1)


def _end(r: float, y: float, style: int) -> list[Part]:
    """The end of a pipe of radius r at height y: a collar, a bolted flange or a thread."""
    if style == 0:
        return [washer(r * 1.28, r * 0.86, r * 0.4, y - r * 0.4)]
    if style == 1:
        bolts = around(6, rod(r * 0.18, r * 0.4, r * 1.5, y - r * 0.3))
        return [
            washer(r * 1.9, r * 0.86, r * 0.2, y - r * 0.2),
            washer(r * 1.15, r * 0.86, r * 0.3, y - r * 0.4),
            *bolts,
        ]
    return [washer(r * 1.07, r * 0.9, r * 0.07, y - r * 0.14 * i) for i in range(1, 6)]


def pipe_cross(g: Generator) -> list[Part]:
    r, style = g.uniform(0.01, 0.06), int(g.integers(3))
    long, more = r * g.uniform(2.2, 3.2), int(g.integers(5)) == 0
    arm = [washer(r, r * 0.86, long), *_end(r, long, style)]
    arms = [turned(p.copy(), (0, 0, 90 * i)) for i in range(4) for p in arm]
    arms += [turned(p.copy(), (90, 0, 0)) for p in arm] if more else []
    fat = r * g.uniform(1.05, 1.3)
    return [*arms, ball(fat), *([lying(r * 1.02, r * 2), rod(r * 1.02, r * 2, y=-r)] if chance(g) else [])]


def pipe_reducer(g: Generator) -> list[Part]:
    r, style = g.uniform(0.02, 0.1), int(g.integers(3))
    small, long, end = r * g.uniform(0.35, 0.72), r * g.uniform(1.2, 2.4), r * g.uniform(0.4, 0.9)
    shift = (r - small) * float(chance(g, 0.4))
    t = np.array([0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
    soft = t * t * (3 - 2 * t)
    line = [(0.0, r, 0.0), *[(end + long * a, r + (small - r) * b, shift * b) for a, b in zip(t, soft, strict=True)],
        (end * 2 + long, small, shift)]  # fmt: skip
    a = np.linspace(0, 2 * math.pi, 28, endpoint=False)

    def hoop(y: float, q: float, x: float) -> list[tuple[float, float, float]]:
        return [(x + q * math.cos(b), y, q * math.sin(b)) for b in a]

    skin = sleeve(np.array([hoop(*p) for p in line] + [hoop(y, q * 0.86, x) for y, q, x in reversed(line)]))
    top = [turned(p, (0, 0, 0), (shift, 0, 0)) for p in _end(small, end * 2 + long, style)]
    low = [turned(p, (180, 0, 0)) for p in _end(r, 0, style)]
    collar = [_hexed(r * 1.3, r * 0.9, r * 0.5, end * 0.6)] if style == 2 else []
    tilt = float(g.choice([0, 90]))
    return [turned(p, (0, 0, tilt)) for p in (skin, *top, *low, *collar)]


def pipe_cap(g: Generator) -> list[Part]:
    r, style = g.uniform(0.015, 0.06), int(g.integers(3))
    high, wall = r * g.uniform(0.8, 1.3), r * 0.12
    cup = [(r - wall, 0), (r, 0), (r, high * 0.7)]
    dome = [(r * math.cos(b), high * 0.7 + r * 0.16 * math.sin(b)) for b in np.linspace(0.2, 1.5708, 6)]
    shell = lathe([*cup, *dome, (0, high * 0.6), (r - wall, high * 0.6), (r - wall, 0)])
    if style == 0:  # ribbed for the hand
        parts = [shell, *around(int(g.integers(8, 20)), box(r * 0.12, high * 0.7, r * 0.12, r)), washer(r * 1.1, r *
            0.9, high * 0.15)]  # fmt: skip
    elif style == 1:  # six-sided or with a square head
        head = _hexed(r * 0.75, r * 0.01, high * 0.5, high * 0.75) if chance(g) else box(r * 0.8, high * 0.5, r * 0.8,
            0, high * 0.8)  # fmt: skip
        parts = [shell, head, washer(r * 1.15, r * 0.88, high * 0.3)]
    else:  # a round bottom to be welded on
        line = [(r * math.cos(b), r * (0.4 + 0.55 * math.sin(b))) for b in np.linspace(0, math.pi / 2, 9)]
        inner = [(x * 0.9, y * 0.94) for x, y in reversed(line)]
        parts = [lathe([(r * 0.9, 0), (r, 0), *line, *inner, (r * 0.9, 0)])]
    parts += [washer(r * 0.88, r * 0.76, r * 3, -r * 2.8)] if chance(g, 0.4) else []
    lean = float(g.choice([0, 50, 25]))
    return [turned(p, (lean, 0, 0)) for p in parts]


def butterfly_valve(g: Generator) -> list[Part]:
    r, style = g.uniform(0.05, 0.2), int(g.integers(3))
    wide, open_ = r * g.uniform(0.35, 0.6), float(g.uniform(15, 80))
    case = [forward(washer(r * 1.25, r, wide, -wide / 2)), rod(r * 0.22, r * 0.9, 0, r * 1.15), rod(r * 0.2, r * 0.35,
        0, -r * 1.5)]  # fmt: skip
    ears = int(g.choice([4, 8]))
    case += [forward(washer(r * 0.2, r * 0.1, wide * 0.9, -wide * 0.45), r * 1.42 * x, r * 1.42 * y)
        for x, y in arc(1, 180 / ears, 360 - 180 / ears, ears)]  # fmt: skip
    disc = [forward(lathe([(0, -r * 0.12), (r * 0.97, -r * 0.03), (r * 0.97, r * 0.03), (0, r * 0.12)])), rod(r * 0.09,
        r * 2, y=-r)]  # fmt: skip
    parts = [*case, *[turned(p, (0, open_, 0)) for p in disc], rod(r * 0.4, r * 0.08, 0, r * 2.02)]
    if style == 0:  # a lever on a notched plate
        lever = [box(r * 2.4, r * 0.1, r * 0.22, r * 1.1, r * 2.2), box(r * 1.0, r * 0.16, r * 0.3, r * 1.9, r * 2.2),
            turned(slab([*arc(r * 0.9, -50, 50, 12), (0, 0)], r * 0.06), (90, 0, 0), (0, r * 2.14, 0))]  # fmt: skip
        return [*parts, *[turned(p, (0, open_, 0)) for p in lever], rod(r * 0.12, r * 0.3, 0, r * 2.1)]
    if style == 1:  # a hand wheel on a worm box
        wheel = [ring(r * 0.75, r * 0.06, r * 0.25, r * 2.4, r * 0.95), forward(rod(r * 0.08, r), r * 0.25, r * 2.4)]
        wheel += [turned(box(r * 1.5, r * 0.08, r * 0.06, 0, -r * 0.04), (0, 0, a), (r * 0.25, r * 2.4, r * 0.95))
            for a in (0, 60, 120)]  # fmt: skip
        return [*parts, rod(r * 0.5, r * 0.5, 0, r * 2.1), box(r * 0.4, r * 0.4, r * 0.8, r * 0.25, r * 2.2), *wheel]
    long = r * g.uniform(2.2, 3.2)  # a drive of compressed air
    return [*parts, lying(r * 0.42, long, 0, r * 2.6), *[lying(r * 0.48, r * 0.12, s * long / 2, r * 2.6) for s in (1,
        -1)], box(r * 0.6, r * 0.9, r * 0.7, 0, r * 2.1), rod(r * 0.2, r * 0.3, 0, r * 3)]  # fmt: skip


def pressure_gauge(g: Generator) -> list[Part]:
    r, style = g.uniform(0.03, 0.06), int(g.integers(3))
    deep, n = r * g.uniform(0.45, 0.8), int(g.integers(9, 15))
    angle = float(g.uniform(-130, 130))
    case = [forward(rod(r, deep)), forward(washer(r * 1.07, r * 0.92, deep * 0.35, deep * 0.85))]
    ticks = [turned(box(r * (0.06 if i % 2 else 0.09), r * (0.16 if i % 2 else 0.24), r * 0.05, 0, r * 0.6), (0, 0, a),
        (0, 0, deep)) for i, a in enumerate(np.linspace(-135, 135, n))]  # fmt: skip
    hand = slab([(-r * 0.07, -r * 0.25), (r * 0.07, -r * 0.25), (r * 0.05, 0), (0, r * 0.72), (-r * 0.05, 0)], r * 0.05)
    parts = [
        *case,
        *ticks,
        turned(hand, (0, 0, angle), (0, 0, deep + r * 0.07)),
        forward(rod(r * 0.12, r * 0.12), 0, 0, deep),
    ]
    stem = [rod(r * 0.2, r * 0.6, 0, -r * 1.5), _hexed(r * 0.3, r * 0.05, r * 0.25, -r * 1.5), rod(r * 0.17, r * 0.55,
        0, -r * 2.05), *[ring(r * 0.17, r * 0.025, 0, -r * (1.6 + 0.09 * i), axis="y") for i in range(5)]]  # fmt: skip
    if style == 0:
        return [*parts, *[turned(p, (0, 0, 0), (0, 0, deep / 2)) for p in stem]]
    if style == 1:  # let into a panel
        back = [turned(p, (90, 0, 0), (0, 0, r * 0.8)) for p in stem]
        rim = bolted(r * 1.45, r * 0.95, 3, r * 1.26, r * 0.08, r * 0.07)
        return [*parts, *[turned(p, (0, 0, 30), (0, 0, deep * 0.8)) for p in rim], *back]
    loop = tube([(0, -r * 2.8, deep / 2), *[(r * 0.5 * x, -r * 2.3 + r * 0.5 * y, deep / 2 + r * 0.1) for x, y in arc(1,
        -80, 260, 20)], (0, -r * 1.8, deep / 2)], r * 0.12)  # fmt: skip
    cock = [
        lying(r * 0.22, r * 0.8, 0, -r * 3, deep / 2),
        box(r * 0.12, r * 0.7, r * 0.12, r * 0.4, -r * 3.3, deep / 2),
    ]
    return [
        *parts,
        loop,
        rod(r * 0.2, r * 0.8, 0, -r * 1.7, deep / 2),
        *cock,
        rod(r * 0.2, r * 0.9, 0, -r * 3.6, deep / 2),
    ]


def hose_nozzle(g: Generator) -> list[Part]:
    r, style = g.uniform(0.012, 0.03), int(g.integers(3))
    if style == 0:  # a brass twist jet
        long = r * g.uniform(5, 7)
        line = [(0, 0), (r, 0), (r, r * 1.2), (r * 0.7, r * 1.4), (r * 0.7, r * 2), (r * 0.95, r * 2.2), (r * 0.95, r *
            3.4), (r * 0.5, long * 0.8), (r * 0.45, long), (r * 0.65, long * 1.02), (r * 0.65, long * 1.08), (r * 0.25,
            long * 1.08), (r * 0.2, long * 0.95), (0, long * 0.9)]  # fmt: skip
        parts = [lathe(line), *around(16, box(r * 0.1, r * 1.1, r * 0.12, r)), *around(12, box(r * 0.1, r, r * 0.2, r *
            0.95, r * 2.3))]  # fmt: skip
        return [turned(p, (0, 0, -90)) for p in parts]
    if style == 1:  # a gun with a trigger
        grip = tube(smooth([(-r * 1.2, -r * 5.5, 0), (-r * 0.5, -r * 2, 0), (0, 0, 0), (r * 1.5, r * 0.5, 0), (r * 4,
            r * 0.7, 0)], False), r * 0.85)  # fmt: skip
        head = [
            lying(r * 1.2, r * 1.5, r * 4.5, r * 0.75, top=r * g.uniform(1.5, 2.4)),
            lying(r * 1.0, r * 0.5, r * 3.5, r * 0.7),
        ]
        lever = tube(
            [(r * 1.6, r * 0.2, 0), (r * 1.5, -r * 1.5, 0), (r * 0.6, -r * 4.4, 0)], (r * 0.3, r * 0.35, r * 0.3)
        )
        screwed = turned(lathe([(r * 0.5, 0), (r * 1.15, 0), (r * 1.15, r), (r * 0.8, r * 1.3), (r * 0.5, 0)]), (0, 0,
            -10), (-r * 1.45, -r * 6.3, 0))  # fmt: skip
        holes = [lying(r * 0.12, r * 0.2, r * 5.3, r * 0.75 + r * 0.9 * x, r * 0.9 * y) for x, y in arc(1, 0, 315, 8)]
        return [grip, *head, lever, screwed, *holes]
    r *= 1.8  # of the fire brigade, with a bail and a grip
    long = r * g.uniform(4, 6)
    bail = tube([(r * 1.5, 0, r * 1.2), (r * 0.8, r * 1.8, r * 1.1), (r * 0.8, r * 1.8, -r * 1.1), (r * 1.5, 0, -r *
        1.2)], r * 0.22)  # fmt: skip
    head = [
        lying(r * 0.9, r * 1.4, long - r, top=r * 1.5),
        *[lying(r * 1.5, r * 0.3, long + r * 0.5 * i) for i in range(3)],
    ]
    teeth = [lying(r * 0.16, r * 0.5, long + r * 1.3, r * 1.25 * x, r * 1.25 * y) for x, y in arc(1, 0, 342, 20)]
    grip_ = [turned(box(r * 0.7, r * 2.8, r * 0.6, 0, -r * 3.4), (0, 0, -12))] if chance(g, 0.7) else []
    return [lying(r * 0.8, long), *head, *teeth, bail, *grip_, turned(toothed(cogs(r * 1.25, 12, r * 0.15), r, r * 0.6),
        (0, 0, 90), (-long / 2, 0, 0)), lying(r * 1.1, r * 1.5, r * 1.4)]  # fmt: skip


def manifold(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.015, 0.04), int(g.integers(3, 9)), int(g.integers(3))
    pitch = r * g.uniform(2.8, 3.8)
    long, xs = n * pitch, [(i - (n - 1) / 2) * pitch for i in range(n)]
    ends = [lying(r * 1.3, r * 0.7, s * (long / 2 + r * 0.2)) for s in (1, -1)]
    bar = [lying(r, long), *ends, lying(r * 0.7, long + r * 2.6)]
    port = [rod(r * 0.45, r * 2.4, 0, -r * 2.6), _hexed(r * 0.62, r * 0.3, r * 0.6, -r * 2.2)]
    if style == 0:  # two bars for floor heating, on brackets
        knob = [rod(r * 0.4, r * 1.3, 0, r * 0.6), turned(toothed(cogs(r * 0.8, 10, r * 0.12), r * 1.2, r * 0.1), (0, 0,
            0), (0, r * 1.5, 0))]  # fmt: skip
        gauge = [rod(r * 0.35, r * 2.8, 0, r * 0.6), rod(r * 0.5, r * 0.4, 0, r * 3)]
        up, deep = r * g.uniform(6, 8), r * 1.4
        low = [turned(p.copy(), (0, 0, 0), (x, 0, 0)) for x in xs for p in (*port, *knob)]
        high = [turned(p.copy(), (0, 0, 0), (x, 0, 0)) for x in xs for p in (*port, *gauge)]
        feet = [box(r * 0.5, up + r * 3, r * 0.2, s * long * 0.52, -r * 1.5, -r * 1.8) for s in (1, -1)]
        return [
            *bar,
            *low,
            *feet,
            *[turned(p, (0, 0, 0), (0, up, -deep * 0.4)) for p in [b.copy() for b in bar] + high],
        ]
    if style == 1:  # a header of flanged branches
        branch = [washer(r * 0.6, r * 0.45, r * 2.6), *_end(r * 0.6, r * 2.6, 1)]
        sides = [turned(p.copy(), (0, 0, 0), (x, 0, 0)) for x in xs for p in branch]
        return [*bar, *sides, *[turned(p, (0, 0, s * 90)) for s in (1, -1) for p in _end(r * 0.9, long / 2 + r * 2, 1)]]
    block = [
        box(long, r * 2.2, r * 2.2, 0, -r * 1.1),
        *[turned(p.copy(), (180, 0, 0), (x, -r * 0.3, 0)) for x in xs for p in port],
    ]
    bolts = [forward(washer(r * 0.55, r * 0.35, r * 0.4, r), x) for x in xs]
    return [*block, *bolts, *ends, lying(r * 0.7, long + r * 2), box(long * 1.02, r * 0.3, r * 3.2, 0, -r * 1.35)]


KINDS = kinds_of(pipe_cross, pipe_reducer, pipe_cap, butterfly_valve, pressure_gauge, hose_nozzle, manifold)
