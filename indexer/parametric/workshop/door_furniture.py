"""Handles and locks of doors and furniture: knobs, pulls, latches and bolts."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, loft, mirrored, slab, smooth, tube, upright
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import pierced, washer


def latch(g: Generator) -> list[Part]:
    style, w = int(g.integers(3)), g.uniform(0.02, 0.045)
    t = w * g.uniform(0.05, 0.08)
    pin = w * 0.09
    if style == 0:  # a toggle: a lever that draws a loop over a catch
        high, loop = w * g.uniform(1.3, 1.8), w * g.uniform(0.9, 1.4)
        base = [box(w * 1.3, high, t), *mirrored(box(t, high * 0.45, w * 0.4, w * 0.52, high * 0.5))]
        lift, y = g.uniform(4, 40), high * 0.75
        side = [
            (0, w * 0.1),
            (w * 0.1, w * 0.1),
            (w * 0.12, -high * 0.9),
            (w * 0.34, -high * 1.2),
            (w * 0.26, -high * 1.25),
            (0, -high * 0.95),
        ]
        arm = turned(upright(side, w * 0.9), (-lift, 0, 0), (0, y, w * 0.25))
        top = y + loop
        wire = [(-w * 0.38, y, w * 0.3), (-w * 0.38, top, w * 0.22), (w * 0.38, top, w * 0.22), (w * 0.38, y, w * 0.3)]
        keep = [box(w * 1.3, w * 0.8, t, 0, top - w * 0.25), upright([(0, top - w * 0.15), (w * 0.3, top - w * 0.1),
            (w * 0.4,
            top + w * 0.15), (w * 0.3, top + w * 0.15), (w * 0.2, top), (0, top)], w * 0.55)]  # fmt: skip
        dots = mirrored(*(ball(pin, w * 0.52, y_, t) for y_ in (high * 0.2, top + w * 0.35)))
        return [*base, arm, tube(wire, pin), lying(pin, w * 1.2, 0, y, w * 0.28), *keep, *dots]
    if style == 1:  # a hasp over a staple
        long = w * g.uniform(2, 3)
        leaf = slab([(-w * 0.5, -w * 0.4), (w * 0.5, -w * 0.4), (w * 0.5, w * 0.4), (-w * 0.5, w * 0.4)], t, -w * 0.7)
        tongue = [(0, -w * 0.4), (long * 0.3, -w * 0.36), (long * 0.36, w * 0.36), (0, w * 0.4)]
        eye = pierced(smooth([(long * 0.3, -w * 0.36), (long, -w * 0.36), (long, w * 0.36), (long * 0.3, w * 0.36)],
            times=2), w * 0.2,
            long * 0.68, 0, t)  # fmt: skip
        staple = [
            (long * 0.68, y + 0, z)
            for y, z in ((-w * 0.12, 0), (-w * 0.12, w * 0.3), (0, w * 0.45), (w * 0.12, w * 0.3), (w * 0.12, 0))
        ]
        dots = [ball(pin * 0.9, -w * 0.8, s * w * 0.22, t) for s in (1, -1)]
        knuckle = [rod(w * 0.12, w * 0.8, -w * 0.15, -w * 0.4), box(w * 0.5, w, t, long * 0.68, -w * 0.5, -t * 1.2)]
        return [leaf, slab(tongue, t), eye, tube(staple, pin * 0.8), *knuckle, *dots]
    long, lift = w * g.uniform(2.4, 3.6), g.uniform(0, 14)  # a bar that falls into a hook, as on a garden gate
    bar = [
        box(long, w * 0.34, t * 1.6, long / 2, -w * 0.17),
        rod(pin * 1.8, w * 0.5, long * 0.3, 0),
        ball(pin * 3, long * 0.3, w * 0.55),
    ]
    hook = [
        (-w * 0.2, -w * 0.5),
        (w * 0.45, -w * 0.5),
        (w * 0.5, w * 0.5),
        (w * 0.3, w * 0.7),
        (w * 0.25, -w * 0.2),
        (-w * 0.2, -w * 0.2),
    ]
    plates = [box(w, w * 1.7, t, x, -w * 0.85, -t * 2) for x in (0, long * 0.95)]
    guard = [box(w * 0.3, w * 0.12, t * 4, long * 0.55, y) for y in (-w * 0.35, w * 0.5)]
    guard.append(box(w * 0.3, w * 0.95, t, long * 0.55, -w * 0.35, t * 2))
    dots = [ball(pin, x + q * w * 0.35, s * w * 0.7, -t) for x in (0, long * 0.95) for q in (1, -1) for s in (1, -1)]
    return [*(turned(part, (0, 0, lift)) for part in bar), turned(upright(hook, w * 0.4), (0, 0, 0), (long * 0.95, 0,
        0)), *plates,
        *guard, *dots, forward(rod(pin * 2, t * 5, y=-t * 2))]  # fmt: skip


def door_knob(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.022, 0.03)
    plate_r, neck, out = r * g.uniform(1.1, 1.4), r * g.uniform(0.32, 0.45), r * g.uniform(0.9, 1.3)
    rose = lathe([(0, 0), (plate_r, 0), (plate_r, r * 0.12), (plate_r * 0.75, r * 0.28), (neck, r * 0.4), (0, r * 0.4)])
    wide = out + r * g.uniform(0.55, 0.95)
    if style == 0:  # round
        mid, high = out * 0.8 + r * 0.6, r * g.uniform(0.75, 1)
        round_ = [(float(r * np.sin(a)), float(mid - high * np.cos(a))) for a in np.linspace(0.4, np.pi, 13)]
        shape = [(0.0, out * 0.3), (neck, out * 0.3), (neck * 0.8, mid - high), *round_]
    elif style == 1:  # flat and flared, with a button
        shape = [(0, 0), (neck, 0), (neck * 0.9, out * 0.7), (r, out), (r, out * 1.25), (r * 0.8, wide), (r * 0.3,
            wide), (r * 0.3, wide * 1.04),
            (0, wide * 1.04)]  # fmt: skip
    else:  # ribbed like an egg of glass
        shape = [
            (0, 0),
            (neck, 0),
            (neck, out * 0.8),
            (r * 0.7, out),
            (r, out + r * 0.4),
            (r * 0.9, out + r),
            (r * 0.5, out + r * 1.2),
            (0, out + r * 1.25),
        ]
    knob = [forward(rose), forward(lathe(shape))]
    if style == 2 or chance(g, 0.3):  # a tall plate with a keyhole
        high = r * g.uniform(5, 8)
        back = smooth(
            [(-r * 1.2, -high * 0.65), (r * 1.2, -high * 0.65), (r * 1.2, high * 0.35), (-r * 1.2, high * 0.35)],
            times=2,
        )
        knob += [slab(back, r * 0.16), ring(r * 0.28, r * 0.08, y=-high * 0.4, z=r * 0.1)]
        return [*knob, box(r * 0.2, r * 0.5, r * 0.1, 0, -high * 0.4 - r * 0.6, r * 0.08)]
    if chance(g, 0.6):  # both sides of the door, and the bolt between
        gap = r * g.uniform(1.2, 1.8)
        other = [turned(part.copy(), (0, 180, 0), (0, 0, -gap)) for part in knob]
        bolt = [
            box(r * 2.2, r * 0.5, r * 0.4, r * 1.6, -r * 0.25, -gap / 2),
            box(r * 0.12, r * 2, r * 0.9, r * 2.4, -r, -gap / 2),
        ]
        return [*knob, *other, *bolt, forward(rod(neck * 0.5, gap, y=-gap))]
    return knob


def bolt_lock(g: Generator) -> list[Part]:
    style, long = int(g.integers(3)), g.uniform(0.06, 0.14)
    r = long * g.uniform(0.05, 0.075)
    wide, t = r * g.uniform(4.6, 6), r * 0.35
    slide = g.uniform(-0.1, 0.5) * long * 0.4
    dots = [ball(r * 0.36, s * long * 0.44, q * wide * 0.36, t) for s in (1, -1) for q in (1, -1)]
    parts = [
        slab([(-long / 2, -wide / 2), (long / 2, -wide / 2), (long / 2, wide / 2), (-long / 2, wide / 2)], t),
        *dots,
    ]
    if style == 1:  # square, in a box with a slot
        parts += [box(long * 0.36, r * 2.8, r * 2.4, s * long * 0.28, -r * 1.4, r) for s in (1, -1)]
        parts += [box(long * 1.05, r * 1.8, r * 1.6, slide, -r * 0.9, r * 1.2)]
    else:
        bands = [
            turned(washer(r * 1.4, r, long * 0.09, -long * 0.045), (0, 0, 90), (x * long, 0, r * 1.2))
            for x in (-0.36, -0.05, 0.36)
        ]
        bands += [box(long * 0.09, r * 3.4, r * 0.5, x * long, -r * 1.7, t / 2) for x in (-0.36, -0.05, 0.36)]
        parts += [lying(r, long * 1.05, slide, 0, r * 1.2), *bands]
    keep = [
        box(long * 0.2, wide, t, long * 0.72, -wide / 2, 0),
        turned(washer(r * 1.5, r, long * 0.12), (0, 0, 90), (long * 0.78, 0, r * 1.2)),
    ]
    x = slide + long * 0.1
    if style == 2:  # its handle bent down at the end
        x = slide - long * 0.52
        return [*parts, *keep, tube(smooth([(x, 0, r * 1.2), (x - r, 0, r * 1.2), (x - r, -r * 4, r * 1.2), (x - r,
            -r * 6, r * 2)], closed=False),
            r * 0.9)]  # fmt: skip
    return [*parts, *keep, *at(x, 0, r * 1.6, forward(rod(r * 0.5, r * 2.4)), ball(r * 0.9, z=r * 2.7))]


def cabinet_handle(g: Generator) -> list[Part]:
    style, half = int(g.integers(4)), g.uniform(0.04, 0.11)
    out, r = half * g.uniform(0.3, 0.5), half * g.uniform(0.055, 0.09)
    if style == 0:  # a bow
        line = smooth([(-half, 0, 0), (-half * 0.9, 0, out), (half * 0.9, 0, out), (half, 0, 0)], closed=False, times=3)
        bow = tube(line, [r * (1 + 0.6 * np.cos(a)) for a in np.linspace(-1.5, 1.5, len(line))])
        bow.apply_scale((1, g.uniform(1, 2.2), 1))
        return [bow, *mirrored(forward(rod(r * 2.2, r * 0.6, top=r * 1.6), half))]
    if style == 1:  # a bar on two posts
        post = half * g.uniform(0.6, 0.85)
        return [
            lying(r, half * 2, 0, 0, out),
            *mirrored(forward(rod(r * 0.8, out), post), lying(r * 1.15, r, half, 0, out)),
        ]
    if style == 2:  # a half cup
        high, deep, rings = half * g.uniform(0.5, 0.7), half * g.uniform(0.4, 0.6), []
        quarter = np.concatenate([arc(1, 0, 90, 9), arc(0.9, 90, 0, 9)])
        for x in np.linspace(-0.98, 0.98, 25):
            c = (1 - abs(x) ** 2.4) ** 0.5
            rings.append(np.column_stack([np.full(18, x * half), quarter[:, 1] * high * c, quarter[:, 0] * deep * c]))
        tabs = mirrored(
            box(half * 0.34, high * 0.3, r * 0.5, half * 1.1), ball(r * 0.5, half * 1.14, high * 0.15, r * 0.3)
        )
        return [loft(np.array(rings)), *tabs]
    swing, wide = g.uniform(5, 40), half * 0.85  # a drop ring or bail on a plate
    shield = smooth([(-half * 1.25, -half * 0.3), (0, -half * 0.55), (half * 1.25, -half * 0.3), (half * 1.25,
        half * 0.3), (0, half * 0.5), (-half * 1.25,
        half * 0.3)], times=2)  # fmt: skip
    bail = [(-wide, 0, 0), (-wide * 1.02, -half * 0.35, 0), (-wide * 0.6, -half * 0.65, 0), (0, -half * 0.55, 0)]
    line = smooth([*bail, *[(-x, y, z) for x, y, z in bail[-2::-1]]], closed=False)
    drop = turned(tube(line, r * 0.9), (-swing, 0, 0), (0, 0, r * 2))
    return [
        slab(shield, r * 0.6),
        drop,
        *mirrored(forward(rod(r * 1.3, r * 2.4), wide), ball(r * 1.6, wide, 0, r * 2.2)),
    ]


KINDS = kinds_of(latch, door_knob, bolt_lock, cabinet_handle)
