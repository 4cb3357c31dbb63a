"""Fasteners: bolts, studs, rivets, nuts with a special head, and the washers and seals under them."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, loft, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import pierced, washer


def thread(r: float, h: float, y: float = 0, x: float = 0, z: float = 0, pitch: float = 0.42) -> Part:
    """An upright threaded stud standing on height y; its pitch as a share of its radius."""
    n = int(np.clip(h / (r * pitch), 3, 80))
    zigzag = [(r * (1 if k % 2 else 0.83), h * k / (2 * n)) for k in range(2 * n + 1)]
    return lathe([(0, 0), *zigzag, (0, h)], x, y, z)


def hexagon(r: float, h: float, y: float = 0, hole: float = 0, sides: int = 6) -> Part:
    """A prism of corner radius r standing on height y, bored where `hole`."""
    if hole:
        return turned(pierced(arc(r, 0, 360 - 360 / sides, sides), hole, 0, 0, h), (90, 0, 0), (0, y + h / 2, 0))
    outline = arc(r, 0, 360 - 360 / sides, sides)
    tiers = ((0.92, 0), (1, 0.12), (1, 0.85), (0.9, 1))
    return loft(np.array([np.column_stack([outline[:, 0] * s, np.full(sides, y + h * t), outline[:, 1] * s])
        for s, t in tiers]))  # fmt: skip


def _dome(r: float, h: float, y: float, low: float = 0) -> list[tuple[float, float]]:
    """A profile over the top of a round head of height h, from its rim up to the axis."""
    return [(r, y), *[(float(r * np.cos(a)), float(y + low + h * np.sin(a))) for a in np.linspace(0, np.pi / 2, 9)]]


def lock_washer(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.012, 0.03)
    wide, thick = r * g.uniform(0.22, 0.36), r * g.uniform(0.12, 0.2)
    parts: list[Part]
    if style == 0:  # split, its ends sprung apart
        lift, gap = thick * g.uniform(0.8, 2.2), g.uniform(5, 11)
        rings = []
        for a in np.radians(np.linspace(gap, 360 - gap, 60)):
            y, out = lift * a / 6.28, (np.cos(a), np.sin(a))
            section = ((r - wide, 0), (r, 0), (r, thick), (r - wide, thick))
            rings.append([(s * out[0], y + t, s * out[1]) for s, t in section])
        parts = [loft(np.array(rings))]
    else:
        n, thin = int(g.integers(8, 19)), thick * 0.45
        inner, long = r * g.uniform(0.55, 0.66), r * g.uniform(0.22, 0.32)
        band = (inner, r) if style == 1 else (r, r + long * 0.8)
        place = r + long / 2 if style == 1 else r - long / 2
        tooth = turned(
            box(long * 1.15, thin, 4.2 * r / n, y=-thin / 2), (g.uniform(22, 40), 0, 0), (place, thin / 2, 0)
        )
        parts = [washer(band[1], band[0], thin), *around(n, tooth)]
    return [forward(part) for part in parts] if chance(g, 0.7) else parts


def rivet(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(4)), g.uniform(0.004, 0.008), g.uniform(0.02, 0.05)
    head, high = r * g.uniform(1.7, 2.3), r * g.uniform(0.7, 1.3)
    if style == 0:  # solid with a round head
        return [lathe([(0, 0), (r * 0.9, 0), (r, r * 0.12), (r, long), *_dome(head, high, long)])]
    if style == 1:  # blind, its thin nail drawn up through it
        nail, up = r * g.uniform(0.4, 0.55), long * g.uniform(1.3, 2.2)
        sleeve = lathe([(0, 0), (r, 0), (r, long), (head, long), (head, long + high * 0.3), (r, long + high * 0.5), (0,
            long + high * 0.5)])  # fmt: skip
        return [sleeve, rod(nail, up, y=long), ball(r * 0.98, y=-r * 0.5, scale=(1, 0.9, 1))]
    if style == 2:  # countersunk and hollow at the foot
        hollow, deep = r * g.uniform(0.55, 0.75), long * g.uniform(0.3, 0.6)
        return [lathe([(0, deep), (hollow, deep), (hollow, 0), (r, 0), (r, long), (head, long + high), (head,
            long + high * 1.2), (0, long + high * 1.2)])]  # fmt: skip
    grip, wide = long * g.uniform(0.4, 0.7), head * g.uniform(3, 5)  # set through two sheets
    heads = [lathe([(0, 0), *_dome(head, high, 0)]), turned(lathe([(0, 0), *_dome(head * 0.9, high * 0.8, 0)]), (180,
        0, 0),
        (0, -grip, 0))]  # fmt: skip
    sheets = [box(wide, grip / 2, wide * 0.8, wide * 0.2 * s, -grip * (1 if s < 0 else 0.5)) for s in (-1, 1)]
    return [*heads, *sheets]


def lag_bolt(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.004, 0.008), g.uniform(0.06, 0.14)
    cut, pitch, high = long * g.uniform(0.5, 0.75), r * g.uniform(0.8, 1.2), r * g.uniform(1.1, 1.5)
    profile = [(0.0, 0.0)]
    for y in np.arange(pitch, cut, pitch):
        s = min(1, 0.25 + y / (5 * r))
        profile += [(r * 0.66 * s, y - pitch * 0.3), (r * 1.08 * s, y), (r * 0.66 * s, y + pitch * 0.25)]
    parts = [lathe([*profile, (r, cut + pitch), (r, long), (0, long)])]
    if style == 0:
        parts.append(hexagon(r * g.uniform(1.9, 2.2), high, long))
    elif style == 1:
        parts.append(hexagon(r * g.uniform(2, 2.4), high, long, sides=4))
    else:
        parts += [hexagon(r * g.uniform(1.8, 2), high, long), lathe([(0, long - r * 0.1), (r * 2.7, long - r * 0.1),
            (r * 2.7,
            long + r * 0.2), (r * 1.6, long + r * 0.5), (0, long + r * 0.5)])]  # fmt: skip
    return parts


def threaded_rod(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.004, 0.01), g.uniform(0.1, 0.26)
    nut, high = r * g.uniform(1.7, 2), r * g.uniform(1.4, 1.8)
    if style == 0:
        parts = [thread(r, long)]
    elif style == 1:  # a stud with a plain middle
        low, top = long * g.uniform(0.2, 0.35), long * g.uniform(0.25, 0.4)
        parts = [thread(r, low), rod(r * 0.98, long - low - top, y=low), thread(r, top, long - top)]
    else:
        parts = [thread(r, long)]
        for share in g.uniform([0.08, 0.6], [0.3, 0.9]):
            parts += [hexagon(nut, high, long * share, r), washer(nut * 1.25, r, r * 0.3, long * share - r * 0.3)]
    return [turned(part, (0, 0, 90)) for part in parts] if chance(g) else parts


def u_bolt(g: Generator) -> list[Part]:
    style, r, half = int(g.integers(3)), g.uniform(0.003, 0.006), g.uniform(0.02, 0.045)
    high, cut = half * g.uniform(1.2, 2.4), half * g.uniform(0.8, 1.1)
    top = arc(half, 180, 0, 21) if style != 1 else smooth([(-half, -half * 0.2), (-half, half * 0.7), (half,
        half * 0.7), (half,
        -half * 0.2)], closed=False)  # fmt: skip
    bow = [(-half, cut * 0.9, 0), *[(x, y + high, 0) for x, y in top], (half, cut * 0.9, 0)]
    parts = [tube(bow, r, 10), *(thread(r, cut, x=x) for x in (-half, half))]
    if style == 2 or chance(g):  # a plate across the legs, and nuts
        y, deep, nut = cut * g.uniform(0.5, 0.95), r * g.uniform(3.5, 5), r * g.uniform(1.7, 2)
        parts.append(box(half * 2 + r * g.uniform(5, 8), r * g.uniform(0.8, 1.4), deep, y=y))
        for x in (-half, half):
            parts += at(x, y - r * 1.6, 0, hexagon(nut, r * 1.6, 0, r))
    return parts


def wing_nut(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.004, 0.008)
    high, foot, span = r * g.uniform(1.6, 2.4), r * g.uniform(1.7, 2.1), r * g.uniform(4, 5.5)
    hub = lathe([(r, 0), (foot, 0), (foot, high * 0.25), (foot * 0.8, high), (r, high), (r, 0)])
    up, thick = high * g.uniform(1.5, 2.2), r * g.uniform(0.5, 0.8)
    if style == 0:  # round ears
        ear = smooth([(r * 1.1, high * 0.1), (span * 0.7, high * 0.4), (span, up * 0.7), (span * 0.95, up),
            (span * 0.6, up * 1.05),
            (r * 1.6, high * 0.8), (r * 1.1, high * 0.95)])  # fmt: skip
    elif style == 1:  # square ears of folded sheet
        ear = np.array(
            [(r * 1.1, 0), (span * 0.85, high * 0.3), (span, up), (span * 0.72, up), (r * 1.4, high), (r * 1.1, high)]
        )
        thick *= 0.6
    else:  # butterfly, with a waist in each wing
        ear = smooth([(r * 1.1, 0), (span * 0.6, high * 0.3), (span, high * 0.2), (span * 1.1, up), (span * 0.7,
            up * 1.15), (r * 1.5,
            high * 0.7), (r * 1.1, high)], times=1)  # fmt: skip
    parts = [hub, slab(ear, thick), slab(np.asarray(ear) * (-1, 1), thick)]
    return [*parts, thread(r, high * g.uniform(2, 5), -high * g.uniform(1, 3))] if chance(g, 0.25) else parts


def cap_nut(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.006, 0.012)
    high, dome = r * g.uniform(0.7, 1), r * g.uniform(0.68, 0.8)
    tall = dome * (g.uniform(1, 1.3) if style == 0 else g.uniform(0.45, 0.7) if style == 1 else 1)
    parts = [hexagon(r, high), lathe([(0, high * 0.9), *_dome(dome, tall, high * 0.9, r * g.uniform(0.1, 0.35))])]
    if style == 2:  # a collar at the foot
        wide = r * g.uniform(1.25, 1.5)
        parts.append(lathe([(0, 0), (wide, 0), (wide, r * 0.12), (r * 0.9, r * 0.35), (0, r * 0.35)]))
    return [turned(part, (0, 0, 90)) for part in parts] if chance(g, 0.25) else parts


def castle_nut(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.01, 0.018)
    bore, high, crown = r * g.uniform(0.5, 0.58), r * g.uniform(0.6, 0.8), r * g.uniform(0.35, 0.5)
    outer, half = r * g.uniform(0.78, 0.86), g.uniform(20, 23)
    step = slab([*arc(outer, 30 - half, 30 + half, 8), *arc(bore, 30 + half, 30 - half, 8)], crown)
    parts = [hexagon(r, high, 0, bore), *around(6, turned(step, (-90, 0, 0), (0, high + crown / 2, 0)))]
    if style:  # on a stud, or with a split pin through it
        parts.append(thread(bore, high * g.uniform(2, 3.5), -high * g.uniform(0.6, 1.2)))
    if style == 2:
        pin = r * 0.13
        parts += [lying(pin, r * 2.1, 0, high + crown * 0.5), ring(pin * 2.2, pin, r * 1.15, high + crown * 0.5,
            axis="y"),
            turned(rod(pin, r * 0.6), (0, 0, g.uniform(20, 70)), (-r * 1.02, high + crown * 0.5, 0))]  # fmt: skip
    return parts


def t_nut(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.004, 0.007)
    if style < 2:  # a flange with prongs to be hammered into wood
        flange, high, n = r * g.uniform(2.4, 3), r * g.uniform(2, 3.4), int(g.integers(3, 5))
        thin = r * 0.25
        spike = slab([(-r * 0.5, 0), (r * 0.5, 0), (r * 0.1, r * 1.7), (-r * 0.1, r * 1.7)], thin)
        parts = [washer(r * 1.25, r, high), *around(n, turned(spike, (0, 90, 0), (flange * 0.92, 0, 0)), start=45)]
        if style == 0:
            return [*parts, washer(flange, r, thin)]
        return [*parts, turned(pierced(arc(flange * 1.25, 45, 315, 4), r, 0, 0, thin), (90, 0, 0))]
    wide, low, neck, long = r * g.uniform(2, 2.6), r * 1.1, r * g.uniform(1.3, 1.5), r * g.uniform(3.5, 6)
    parts = [box(wide * 2, low, long), *at(0, low, 0, box(neck * 2, r * 1.2, long))]
    hub = washer(r * 1.15, r * 0.95, r * 0.25, low + r * 1.2)
    return [*parts, hub, thread(r * 0.95, r * g.uniform(4, 9), low)] if chance(g) else [*parts, hub]


def carriage_bolt(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.004, 0.007), g.uniform(0.04, 0.12)
    head, cut = r * g.uniform(2, 2.5), long * g.uniform(0.4, 0.85)
    neck = r * g.uniform(1.3, 2)
    cap = [(0, long), *_dome(head, r * g.uniform(0.8, 1.2), long)]
    if style == 1:  # flat and wide
        cap, neck = (
            [(0, long), (head, long + r * 0.5), (head * 1.4, long + r * 0.7), (head * 1.4, long + r), (0, long + r)],
            neck * 1.2,
        )
    parts = [thread(r, cut), rod(r, long - cut, y=cut), lathe(cap), box(r * 2, neck, r * 2, y=long - neck)]
    if style == 2:
        y, nut = cut * g.uniform(0.15, 0.6), r * g.uniform(1.7, 2)
        parts += [hexagon(nut, r * 1.5, y, r), washer(nut * 1.3, r, r * 0.3, y + r * 1.5)]
    return [turned(part, (0, 0, 90)) for part in parts] if chance(g, 0.3) else parts


def anchor_bolt(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.006, 0.011), g.uniform(0.1, 0.18)
    cut, nut = long * g.uniform(0.25, 0.4), r * g.uniform(1.7, 2)
    y = long - cut * g.uniform(0.5, 0.7)
    parts = [thread(r, cut, long - cut), hexagon(nut, r * 1.6, y, r), washer(nut * 1.4, r, r * 0.35, y - r * 0.35)]
    if style == 0:  # bent like a hook at the foot, to be cast in concrete
        bend = r * g.uniform(3, 5)
        curve = [(x + bend, z + bend, 0) for x, z in arc(bend, 180, g.uniform(268, 380), 16)]
        return [*parts, tube([(0, long - cut * 0.9, 0), (0, bend * 1.2, 0), *curve], r, 10)]
    if style == 1:  # a wedge with a clip that spreads
        cone = lathe(
            [
                (0, 0),
                (r * 1.05, 0),
                (r * 1.05, r),
                (r * 0.7, r * 4),
                (r * 0.7, r * 5),
                (r, r * 5.4),
                (r, long),
                (0, long),
            ]
        )
        clip = lathe([(r * 0.8, r * 2), (r * 1.15, r * 2), (r * 1.05, r * 5), (r * 0.8, r * 5), (r * 0.8, r * 2)])
        bumps = around(3, ball(r * 0.4, r * 1.05, r * 3.2))
        return [*parts, cone, clip, *bumps]
    slit = [box(r * 0.35, long * 0.35, r * 0.5, 0, r * 1.5, r * 1.15)]  # a sleeve, split at the foot
    sleeve = lathe([(0, r), (r * 1.5, r), (r * 1.35, long * 0.3), (r * 1.35, y - r), (0, y - r)])
    return [*parts, sleeve, rod(r * 1.5, r * 1.2, y=-r * 0.2, top=r), *around(4, *slit)]


KINDS = kinds_of(
    lock_washer, rivet, lag_bolt, threaded_rod, u_bolt, wing_nut, cap_nut, castle_nut, t_nut, carriage_bolt, anchor_bolt
)
