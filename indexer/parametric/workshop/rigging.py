"""Rigging and linkage: shackles, turnbuckles, carabiners, eyes, rod ends and clamps."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, slab, smooth, tube
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.fasteners import hexagon, thread
from indexer.parametric.workshop.machine_parts import pierced, washer


def shackle(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.006, 0.014)
    half, high = r * g.uniform(1.9, 2.6), r * g.uniform(3.6, 5.5)
    if style == 1:  # wide at the bow
        wide = half * g.uniform(1.35, 1.7)
        line = smooth([(-half, 0, 0), (-half, high * 0.2, 0), (-wide * 1.15, high * 0.6, 0), (-wide * 0.75,
            high * 1.25, 0), (wide * 0.75,
            high * 1.25, 0), (wide * 1.15, high * 0.6, 0), (half, high * 0.2, 0), (half, 0, 0)], closed=False,
                times=3)  # fmt: skip
    else:
        line = np.array([(-half, 0, 0), *[(x, y + high - half, 0) for x, y in arc(half, 180, 0, 17)], (half, 0, 0)])
    eyes = [turned(rod(r * 1.75, r * 1.5, y=-r * 0.75), (0, 0, 90), (x, -r, 0)) for x in (-half, half)]
    pin, reach = r * g.uniform(0.95, 1.1), half + r
    parts = [tube(line, r, 12), *eyes, lying(pin, reach * 2, 0, -r)]
    if style == 2:  # with a nut and a bolt head
        nut = turned(hexagon(pin * 1.8, pin * 1.4, 0), (0, 0, -90), (reach, -r, 0))
        head = turned(hexagon(pin * 1.8, pin, 0), (0, 0, 90), (-reach, -r, 0))
        return [*parts, nut, head, lying(pin * 0.9, pin * 2.6, reach + pin, -r)]
    grip = turned(pierced(arc(r * 1.5, 0, 345, 24), r * 0.6, 0, 0, r * 0.8), (0, 0, 0), (reach + r * 1.7, -r, 0))
    return [*parts, lying(pin * 1.4, r * 0.4, reach + r * 0.2, -r), grip, lying(pin, r * 0.5, -reach - r * 0.1, -r)]


def carabiner(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.004, 0.006), g.uniform(0.08, 0.12)
    top, low = long * g.uniform(0.26, 0.32), long * g.uniform(0.16, 0.22)
    if style == 0:  # like a letter D
        bend = [
            (0.5, 0.95),
            (1, 0.75),
            (0.75, 0.1),
            (0.3, -0.02),
            (-0.4, 0.02),
            (-0.5, 0.25),
            (-0.5, 0.8),
            (-0.4, 1),
            (0, 1.04),
        ]
    elif style == 1:  # a pear
        bend = [(0.9, 1), (1, 0.7), (0.4, 0.05), (0, -0.05), (-0.4, 0.05), (-1, 0.7), (-0.9, 1), (0, 1.05)]
    else:  # an oval
        bend = [
            (0.75, 0.95),
            (0.75, 0.5),
            (0.75, 0.05),
            (0, -0.05),
            (-0.75, 0.05),
            (-0.75, 0.5),
            (-0.75, 0.95),
            (0, 1.05),
        ]
    line = smooth([(x * (low + (top - low) * y), y * long) for x, y in bend], times=3)
    a = int(np.argmax(line[:, 0] - 0.1 * np.abs(line[:, 1] - long * 0.8)))
    line = np.roll(line, -a, axis=0)
    loop = [(x, y, 0) for x, y in line]
    b = next(i for i, (_, y) in enumerate(line) if y < long * 0.2)
    gate = np.array([loop[0], loop[b]])
    parts = [tube(loop[b:] + loop[:1], r, 10), tube(gate, r * 0.8), ball(r * 1.15, *loop[0]), ball(r * 1.15, *loop[b])]
    if chance(g, 0.6):  # a sleeve that locks the gate
        ends = gate[0] + (gate[1] - gate[0]) * np.array([[0.1], [0.2], [g.uniform(0.5, 0.6)], [0.65]])
        parts.append(tube(ends, [r * 1.3, r * 1.6, r * 1.6, r * 1.3], 12))
    return parts


def turnbuckle(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(2)), g.uniform(0.004, 0.008), g.uniform(0.09, 0.16)
    half, wide = long / 2, r * g.uniform(1.7, 2.3)
    parts: list[Part] = []
    if style == 0:  # a frame of two bars
        bar = smooth(
            [(-half, wide * 0.5, 0), (-half * 0.8, wide, 0), (half * 0.8, wide, 0), (half, wide * 0.5, 0)], closed=False
        )
        parts += [tube(bar * (1, s, 1), r * 0.65) for s in (1, -1)]
        parts += [turned(hexagon(r * 1.7, r * 2.6, -r * 1.3, sides=8), (0, 0, 90), (s * half, 0, 0)) for s in (1, -1)]
    else:  # a pipe with a hole across and nuts at its ends
        parts += [lying(wide * 0.8, long), lying(wide * 0.45, wide * 1.8)]
        parts += [turned(hexagon(r * 1.9, r * 1.5, -r * 0.7), (0, 0, 90), (s * half * 1.03, 0, 0)) for s in (1, -1)]
    out = long * g.uniform(0.25, 0.6)
    for s, end in ((1, int(g.integers(3))), (-1, int(g.integers(3)))):
        x, eye = half + out, r * g.uniform(1.8, 2.4)
        side = [turned(thread(r, out + half * 0.6), (0, 0, -90), (half * 0.4, 0, 0))]
        if end == 0:
            side.append(ring(eye, r * 0.8, x + eye))
        elif end == 1:
            side.append(tube([(x, 0, 0), *[(x + eye + p, q, 0) for p, q in arc(eye, 180, -60, 20)]], r * 0.8))
        else:
            side += [box(r * 5, r * 0.9, r * 2.2, x + r * 2.4, z_ * r * 1.6 - r * 0.45) for z_ in (1, -1)]
            side += [box(r * 0.9, r * 4, r * 2.2, x, -r * 2), rod(r * 0.8, r * 5, x + r * 3.8, -r * 2.5)]
        parts += side if s > 0 else [turned(part, (0, 180, 0)) for part in side]
    return parts


def wire_rope_clip(g: Generator) -> list[Part]:
    style, r = int(g.integers(2)), g.uniform(0.004, 0.008)
    half, cut = r * g.uniform(2.2, 2.8), r * g.uniform(5, 7)
    top = [(x, y + cut + r, 0) for x, y in arc(half, 180, 0, 17)]
    nut, y = r * g.uniform(1.7, 1.95), cut * g.uniform(0.45, 0.7)
    clip = [tube([(-half, cut, 0), *top, (half, cut, 0)], r, 10), *(thread(r, cut * 1.05, x=x) for x in (-half, half))]
    seat = r * g.uniform(3.4, 4.6)
    clip += [box(half * 2 - r, r * 1.4, seat, y=y), *(rod(nut * 1.1, r * 2, x, y) for x in (-half, half)),
        box(r * 1.2, r * 3,
        seat * 0.8, -half * 0.55, y), box(r * 1.2, r * 3, seat * 0.8, half * 0.55, y)]  # fmt: skip
    clip += [part for x in (-half, half) for part in at(x, y - r * 1.7, 0, hexagon(nut, r * 1.7, 0, r))]
    if style == 0:
        return clip
    long, rope = r * g.uniform(9, 14), r * g.uniform(1.0, 1.2)  # round two strands of rope
    strands = [forward(rod(rope, long, y=-long / 2), 0, h) for h in (cut + r * 0.8 + half - rope * 2, y + r * 2.6)]
    return [*clip, *strands]


def c_clamp(g: Generator) -> list[Part]:
    style, high = int(g.integers(3)), g.uniform(0.08, 0.18)
    deep, t = high * g.uniform(0.4, 0.75), high * g.uniform(0.1, 0.14)
    r = t * g.uniform(0.32, 0.42)
    back = -deep
    if style < 2:  # cast, with a rib and a round or a square back
        outline = [(t, 0), (t, -t), (back, -t), (back - t, 0), (back - t, high), (back, high + t), (t, high + t), (t,
            high), (back,
            high), (back, 0)]  # fmt: skip
        if style == 0:
            bow = arc(1, -90, -270, 20) * (deep, high / 2) + (back * 0.35, high / 2)
            wide = arc(1, -270, -90, 20) * (deep + t, high / 2 + t) + (back * 0.35, high / 2)
            outline = [(t, 0), *bow, (t, high), (t, high + t), *wide, (t, -t)]
        parts = [slab(outline, t * 0.5)]
    else:  # bent of bar
        parts = [
            box(t * 0.8, high + 2 * t, t, back, -t),
            *(box(deep + t, t * 0.8, t, back / 2 + t * 0.3, y) for y in (-t, high)),
        ]
    gap = high * g.uniform(0.25, 0.7)
    top, turn = high * g.uniform(1.4, 1.75), g.uniform(0, 180)
    y = gap + top - high * 0.4
    parts += [rod(t * 0.85, t * 1.5, y=high - t * 0.2), rod(t * 0.8, t * 0.4), thread(r, y - gap, gap)]
    parts += [rod(t * 0.85, t * 0.3, y=gap - t * 0.2), rod(r * 1.3, t, y=y - t * 0.5)]
    bar, reach = r * 0.5, high * g.uniform(0.2, 0.3)
    cross = [lying(bar, reach * 2), *(ball(bar * 1.7, s * reach) for s in (-1, 1))]
    return [*parts, *(turned(part, (0, turn, 0), (reach * g.uniform(-0.1, 0.1), y, 0)) for part in cross)]


def eye_bolt(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.004, 0.008), g.uniform(0.03, 0.1)
    eye, wire = r * g.uniform(2.2, 3.2), r * g.uniform(0.8, 1.05)
    if style == 0:  # forged, for lifting
        collar, high, long = r * g.uniform(1.8, 2.3), r * g.uniform(0.7, 1.2), long * 0.5
        foot = lathe([(0, 0), (collar, 0), (collar, high * 0.5), (wire * 1.1, high * 1.2), (0, high * 1.2)], 0, long)
        return [thread(r, long), foot, ring(eye, wire * 1.1, y=long + high + eye + wire * 0.6)]
    if style == 1:  # bent of wire, not quite closed
        turn = arc(eye, -90, g.uniform(190, 250), 28)
        bend = [(x, y + long + eye, 0) for x, y in turn]
        return [thread(wire, long * 0.65), tube([(0, long * 0.6, 0), (0, long * 0.9, 0), *bend], wire, 10)]
    nut = r * g.uniform(1.7, 2)
    y = long * g.uniform(0.2, 0.6)
    return [thread(r, long * 0.8), rod(r, long * 0.5, y=long * 0.75), ring(eye, wire, y=long * 1.25 + eye),
        hexagon(nut, r * 1.5, y, r), washer(nut * 1.4, r, r * 0.3, y + r * 1.5)]  # fmt: skip


def rod_end(g: Generator) -> list[Part]:
    style, r = int(g.integers(2)), g.uniform(0.01, 0.022)
    wide, hole, long = r * g.uniform(0.6, 0.85), r * g.uniform(0.36, 0.46), r * g.uniform(2.4, 4)
    head = [forward(washer(r, r * 0.72, wide, -wide / 2))]
    zone = [(float(r * 0.76 * np.cos(a)), float(r * 0.76 * np.sin(a))) for a in np.linspace(-0.9, 0.9, 13)]
    tilt = (g.uniform(-14, 14), g.uniform(-14, 14), 0)
    head.append(turned(forward(lathe([(hole, zone[0][1]), *zone, (hole, zone[-1][1]), (hole, zone[0][1])])), tilt))
    neck = r * g.uniform(0.5, 0.62)
    foot = [rod(neck * 1.15, long * 0.3, y=-long * 0.3 - r * 0.85, top=neck * 1.3)]
    if style == 0:  # a threaded stud
        foot.append(thread(neck, long, -long - r))
    else:  # a socket, with flats for a spanner and a nut
        foot += [rod(neck * 1.35, long * 0.6, y=-long * 0.8 - r), hexagon(neck * 1.5, neck * 0.8, -long * 0.9 - r)]
        foot.append(thread(neck * 0.9, long * 0.6, -long * 1.4 - r))
    return [*head, *foot]


KINDS = kinds_of(rod_end, shackle, carabiner, turnbuckle, wire_rope_clip, c_clamp, eye_bolt)
