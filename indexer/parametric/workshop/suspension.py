"""Suspension and brakes: shock absorbers, springs of leaves, what holds the wheels and what stops them."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, sector, slab, smooth, tube
from indexer.parametric.solids import Part, around, box, forward, kinds_of, lathe, lying, rod, turned
from indexer.parametric.workshop.drives import toothed
from indexer.parametric.workshop.machine_parts import bolted, washer


def brake_disc(g: Generator) -> list[Part]:
    r, style = g.uniform(0.1, 0.18), int(g.integers(3))
    t, inner = r * g.uniform(0.07, 0.11), r * g.uniform(0.52, 0.62)
    if style == 2:  # of a motorcycle: a thin wavy ring on arms, drilled
        n, arms = int(g.integers(8, 13)), int(g.integers(5, 8))
        wave = [(a, r * (1 + 0.03 * math.sin(a * n))) for a in np.linspace(0, 2 * math.pi, 8 * n, endpoint=False)]
        web = [turned(slab([(-r * 0.1, r * 0.2), (r * 0.1, r * 0.2), (r * 0.05, r * 0.8), (-r * 0.05, r * 0.8)], t), (0,
            0, 360 * i / arms)) for i in range(arms)]  # fmt: skip
        studs = [
            forward(rod(r * 0.05, t * 2, y=-t), r * 0.76 * x, r * 0.76 * y)
            for x, y in arc(1, 90, 450 - 360 / arms, arms)
        ]
        pads = bolted(r * 0.93, r * 0.76, int(g.integers(14, 22)), r * 0.85, r * 0.035, t * 0.8)
        edge = forward(toothed(np.array(wave), t * 0.8, r * 0.92), 0, 0, -t * 0.4)
        return [edge, *pads, *web, *studs, forward(washer(r * 0.3, r * 0.2, t * 1.5, -t * 0.75))]
    hat = lathe([(r * 0.2, t * 4), (inner * 0.88, t * 4), (inner * 0.96, t * 3.5), (inner * 1.02, 0), (inner * 0.9, 0),
        (inner * 0.85, t * 3), (r * 0.2, t * 3), (r * 0.2, t * 4)])  # fmt: skip
    gap = t * g.uniform(0.6, 1.1)
    parts = [
        forward(hat),
        forward(washer(r, inner * 0.95, t * 0.7, -t * 0.7)),
        forward(washer(r, inner * 0.95, t * 0.7, -t * 1.4 - gap)),
    ]
    parts += [turned(box(r * 0.03, r - inner, gap, 0, inner, -t * 0.7 - gap / 2), (0, 0, i * 10)) for i in range(36)]
    parts += [
        forward(rod(r * 0.065, t * 1.8), inner * 0.62 * x, inner * 0.62 * y, t * 3.6) for x, y in arc(1, 0, 288, 5)
    ]
    if style == 1:  # grooves, raised so that they show, and rows of drillings
        n = int(g.integers(6, 13))
        parts += [turned(tube([(inner * 1.1, 0, 0), ((r + inner) / 2, r * 0.09, 0), (r * 0.96, r * 0.24, 0)], r * 0.03,
            6), (0, 0, 360 * i / n)) for i in range(n)]  # fmt: skip
        parts += [forward(rod(r * 0.035, t * 0.45), q * x, q * y, -t * 0.1) for q, s in ((inner * 1.2, 8), (r * 0.88,
            22)) for x, y in arc(1, s, 360 + s - 360 / n, n)]  # fmt: skip
    return parts


def brake_caliper(g: Generator) -> list[Part]:
    r, style = g.uniform(0.1, 0.14), int(g.integers(3))
    span, wide = float(g.uniform(26, 38)), r * g.uniform(0.6, 0.8)
    inner, gap = r * 0.62, wide * 0.24
    sides = [
        turned(sector(r * 1.06, inner, 90 - span, 90 + span, (wide - gap) / 2), (0, 0, 0), (0, 0, s * (wide + gap) / 4))
        for s in (1, -1)
    ]
    bridges = [sector(r * 1.16, r * 1.03, 90 + a - w, 90 + a + w, wide) for a, w in (((-span * 0.75,
        span * 0.25), (span * 0.75, span * 0.25), (0, span * 0.12)) if style != 1 else ((0,
        span * 0.95),))]  # fmt: skip
    n = 1 if style == 1 else int(g.integers(2, 4))
    spots = [0.0] if n == 1 else list(np.linspace(-span * 0.6, span * 0.6, n))
    size = r * (0.25 if n == 1 else 0.14)
    mid = r * 0.85
    cups = [forward(rod(size, r * 0.12), mid * math.cos(math.radians(90 + a)), mid * math.sin(math.radians(90 + a)), s *
        wide / 2 - (r * 0.12 if s < 0 else 0)) for a in spots for s in (1, -1)]  # fmt: skip
    ears = [turned(p, (0, 0, s * span * 1.15)) for s in (1, -1) for p in (box(r * 0.2, r * 0.35, r * 0.14, 0, inner *
        1.02, -wide * 0.32), forward(rod(r * 0.06, r * 0.3), 0, inner * 1.2, -wide * 0.6))]  # fmt: skip
    parts = [*sides, *bridges, *cups, *ears, rod(r * 0.035, r * 0.16, r * 0.1, r * 1.1, -wide * 0.3)]
    if style == 2 or chance(g, 0.3):  # over its disc
        parts += [
            forward(washer(r, r * 0.5, gap * 0.7, -gap * 0.35)),
            *bolted(r * 0.52, r * 0.15, 5, r * 0.34, r * 0.05, gap),
        ]
    pads = [
        turned(
            sector(r * 0.98, inner * 1.02, 90 - span * 0.9, 90 + span * 0.9, gap * 0.3),
            (0, 0, 0),
            (0, 0, s * gap * 0.55),
        )
        for s in (1, -1)
    ]
    return [*parts, *pads, *[forward(rod(r * 0.03, wide, y=-wide / 2), s * r * 0.25, r * 1.02) for s in (1, -1)]]


def _coil(r: float, wire: float, low: float, high: float, turns: float) -> Part:
    """A coil about the y axis."""
    t = np.linspace(0, 1, int(turns * 16))
    a = t * turns * 2 * math.pi
    return tube(np.stack([r * np.cos(a), low + (high - low) * t, r * np.sin(a)], 1), wire)


def shock_absorber(g: Generator) -> list[Part]:
    r, style = g.uniform(0.02, 0.035), int(g.integers(4))
    long, out = r * g.uniform(5, 8), r * g.uniform(4, 6)
    top = long + out
    eye = [forward(washer(r * 0.7, r * 0.35, r * 0.9, -r * 0.45)), forward(washer(r * 0.4, r * 0.2, r * 1.2, -r * 0.6))]
    foot = [turned(p.copy(), (0, 0, 0), (0, -r * 0.6, 0)) for p in eye]
    parts = [rod(r, long), rod(r * 0.35, out, 0, long), rod(r * 1.06, r * 0.25, 0, long - r * 0.25), *foot]
    if style == 0:  # telescopic with a dust cover, no coil
        return [
            *parts,
            rod(r * 1.25, out * 0.95, 0, top - out * 0.95),
            *[turned(p, (0, 0, 0), (0, top + r * 0.6, 0)) for p in eye],
        ]
    turns, wide = float(g.uniform(5, 9)), r * g.uniform(1.5, 2.0)
    low = long * g.uniform(0.2, 0.45)
    parts += [
        _coil(wide, r * g.uniform(0.18, 0.28), low + r * 0.3, top - r * 0.3, turns),
        rod(wide * 1.15, r * 0.25, 0, top - r * 0.2),
    ]
    if style == 1:  # a strut: a dished seat, a mount with studs, a clamp for the hub
        parts += [lathe([(r, low), (wide * 1.3, low + r * 0.3), (wide * 1.3, low), (r, low - r * 0.5), (r, low)]),
            rod(wide * 0.9, r * 0.7, 0, top, top=r * 0.7), *around(3, rod(r * 0.14, r * 0.8, wide * 0.75, top)), rod(r *
            0.25, r * 1.4, 0, top)]  # fmt: skip
        clamp = [box(r * 0.2, r * 2.6, r * 1.8, s * r * 0.6, -r, r * 1.2) for s in (1, -1)]
        return [*parts, *clamp, *[lying(r * 0.2, r * 2, 0, y * r, r * 1.6) for y in (-0.4, 1.0)]]
    parts += [
        *[rod(wide * 1.1, r * 0.25, 0, low - i * r * 0.35) for i in range(2)],
        *[turned(p, (0, 0, 0), (0, top + r * 0.6, 0)) for p in eye],
    ]
    if style == 2:  # a second can beside it
        parts += [rod(r * 0.75, long * 0.8, wide * 1.6 + r * 0.4, top - long * 0.9), tube([(0, top, 0), (wide * 1.6 +
            r * 0.4, top, 0), (wide * 1.6 + r * 0.4, top - r, 0)], r * 0.25), rod(r * 0.8, r * 0.2, wide * 1.6 + r *
            0.4, top - long * 0.4)]  # fmt: skip
    return [turned(p, (0, 0, 25 if style == 3 else 0)) for p in parts]


def leaf_spring(g: Generator) -> list[Part]:
    long, n, style = g.uniform(0.9, 1.5), int(g.integers(3, 9)), int(g.integers(3))
    t, wide, sag = long * g.uniform(0.01, 0.016), long * g.uniform(0.06, 0.09), long * g.uniform(0.08, 0.2)

    def leaves(count: int, sign: float) -> list[Part]:
        parts = []
        for i in range(count):
            half = long / 2 * (1 - 0.75 * i / count)
            xs = np.linspace(-half, half, 15)
            ys = sag * (2 * xs / long) ** 2 - i * t * 1.15
            line = [*zip(xs, ys, strict=True), *zip(xs[::-1], ys[::-1] - t, strict=True)]
            parts.append(slab([(float(x), float(y) * sign) for x, y in line], wide * (1 - 0.002 * i)))
        parts += [
            forward(washer(t * 1.9, t * 0.9, wide, -wide / 2), s * (long / 2 + t), sign * (sag + t * 0.6))
            for s in (1, -1)
        ]
        return parts

    stack = n * t * 1.15
    parts = leaves(n, 1)
    if style == 2:  # two bows, one upon the other
        upper = [turned(p, (0, 0, 0), (0, (sag + t) * 2, 0)) for p in leaves(n, -1)]
        parts += [
            *upper,
            *[box(wide * 1.2, t * 3, wide * 1.2, 0, y) for y in (-stack - t * 2, (sag + t) * 2 + stack - t)],
        ]
        return parts
    bolts = [tube([(x, -stack - t * 3, z * wide * 0.6), (x, t * 4, z * wide * 0.6), (x, t * 4, 0)], t * 0.6)
        for x in (-wide * 0.6, wide * 0.6) for z in (1, -1)]  # fmt: skip
    parts += [*bolts, box(wide * 1.8, t * 1.2, wide * 1.7, 0, -stack - t * 2), box(wide * 1.6, t * 2, wide, 0, t * 0.2)]
    clips = [box(t * 2, stack * 0.8 + t, wide * 1.12, s * long * 0.2, sag * 0.16 - stack * 0.8) for s in (1, -1)]
    if style == 1:  # carrying an axle, hung from a shackle
        parts += [forward(rod(wide * 0.5, wide * 7, y=-wide * 3.5), 0, -stack - wide * 0.7), *[slab([(long / 2 + t * 3,
            sag - t), (long / 2 + t * 4, sag + wide * 1.6), (long / 2, sag + wide * 1.6), (long / 2 - t, sag - t)], t *
            0.8, 0, 0, s * wide * 0.6) for s in (1, -1)]]  # fmt: skip
    return [*parts, *clips]


def steering_knuckle(g: Generator) -> list[Part]:
    r, style = g.uniform(0.035, 0.05), int(g.integers(3))
    up, low = r * g.uniform(3, 5), r * g.uniform(2, 3)
    core = [forward(washer(r * 1.5, r * 0.95, r * 0.9, -r * 0.45)), forward(washer(r * 1.7, r * 1.1, r * 0.2, r * 0.3))]
    upper = tube(smooth([(0, r * 1.2, 0), (-r * 0.1, r * 2, -r * 0.2), (-r * 0.5, up, -r * g.uniform(0.2, 1.2))],
        False), (0.75 * r, 0.7 * r, 0.65 * r, 0.6 * r, 0.55 * r, 0.5 * r))  # fmt: skip
    lower = tube([(0, -r * 1.2, 0), (r * 0.1, -low, -r * 0.2)], (r * 0.75, r * 0.5))
    arm = tube(smooth([(r * 1.2, r * 0.1, -r * 0.2), (r * 2.2, r * 0.1, -r * 0.5), (r * g.uniform(2.8, 3.6), -r * 0.2,
        -r * 1.4)], False), (0.55 * r, 0.52 * r, 0.49 * r, 0.45 * r, 0.41 * r, 0.38 * r))  # fmt: skip
    tip = upper.vertices[-1], lower.vertices[-1], arm.vertices[-1]
    eyes = [turned(washer(r * 0.65, r * 0.3, r * 0.9, -r * 0.45), (0, 0, 0), (float(x), float(y), float(z))) for x, y,
        z in tip]  # fmt: skip
    ears = [forward(washer(r * 0.42, r * 0.2, r * 0.6, -r * 0.3), -r * 1.9, s * r * 0.95) for s in (1, -1)]
    ears += [box(r * 1.1, r * 0.45, r * 0.4, -r * 1.4, s * r * 0.95 - r * 0.22) for s in (1, -1)]
    parts = [*core, upper, lower, arm, *eyes, *ears]
    if style == 0:  # a stub axle
        parts += [forward(lathe([(0, 0), (r * 0.9, 0), (r * 0.8, r), (r * 0.55, r * 1.2), (r * 0.5, r * 2.6), (r * 0.3,
            r * 2.7), (r * 0.3, r * 3.3), (0, r * 3.3)]))]  # fmt: skip
    elif style == 1:  # a hub with studs
        parts += [
            forward(rod(r * 0.9, r * 1.1)),
            *[turned(p, (0, 0, 0), (0, 0, r * 1.1)) for p in bolted(r * 1.8, r * 0.4, 5, r * 1.35, r * 0.14, r * 0.25)],
        ]
        parts += [forward(rod(r * 0.12, r * 1.1), r * 1.1 * x, r * 1.1 * y, r * 1.1) for x, y in arc(1, 36, 324, 5)]
    else:  # a clamp for the strut
        parts += [box(r * 0.35, r * 1.8, r * 1.1, -r * 0.5 + s * r * 0.5, up - r * 0.4, -r * 0.8) for s in (1, -1)]
    return parts


KINDS = kinds_of(brake_disc, brake_caliper, shock_absorber, leaf_spring, steering_knuckle)
