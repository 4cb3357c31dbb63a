"""Weapons without powder."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import (
    Points,
    arc,
    body,
    chance,
    egg,
    loft,
    mirrored,
    slab,
    smooth,
    symmetric,
    tube,
    upright,
)
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _edge(profile: Points, x: float = 0.0, bend: float = 0.0) -> Part:
    """An upright blade of (height, half width, half thickness), ground to two edges; `bend` bows it sideways."""
    rings = [[(x + w * c + bend * y * y, y, t * s) for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))] for y, w,
        t in np.asarray(profile, float)]  # fmt: skip
    return loft(np.array(rings))


def bow(g: Generator) -> list[Part]:
    style, h = int(g.integers(3)), g.uniform(0.6, 0.85)
    if style == 0:  # a longbow or a horn bow: one plain curve
        depth = h * g.uniform(0.25, 0.45)
        up = smooth([(0, 0, 0), (0, h * 0.3, 0), (-depth * 0.45, h * 0.75, 0), (-depth, h, 0)], False)
        tip = up[-1]
    elif style == 1:  # recurved
        up = smooth([(0, 0, 0), (0.02, h * 0.15, 0), (-0.03, h * 0.4, 0), (-0.22, h * 0.72, 0), (-0.24, h * 0.88, 0),
            (-0.12, h, 0)], False)  # fmt: skip
        tip = up[-4]
    else:  # compound, with cams
        h *= 0.6
        up = smooth([(0.05, h * 0.45, 0), (0.03, h * 0.62, 0), (-0.06, h * 0.85, 0), (-0.17, h, 0)], False)
        tip = up[-1]
    limb = tube(up, np.linspace(0.016, 0.008, len(up)).tolist())
    limb.apply_scale((1, 1, 1.5))
    drawn = g.uniform(0.15, 0.35) if chance(g, 0.4) else 0.0
    nock = tip[0] - drawn
    lower = [limb, tube([tip, (nock, 0, 0)], 0.0035, 5)]
    grip = [rod(0.02, 0.15, 0, -0.075)]
    if style == 2:
        riser = [(0.05, h * 0.5), (0.03, h * 0.5), (-0.03, h * 0.2), (-0.01, 0.06), (-0.03, -0.1), (-0.02, -h * 0.25),
            (0.03, -h * 0.5), (0.05, -h * 0.5), (0.06, -h * 0.2), (0.02, -0.06), (0.04, 0.12)]  # fmt: skip
        lower += [turned(rod(0.045, 0.016, y=-0.008), (90, 0, 0), tip),
            turned(rod(0.025, 0.03, y=-0.015), (90, 0, 0), tip),
            tube([np.add(tip, (0.03, 0, 0.012)), (tip[0] + 0.05, -h, 0.012)], 0.003, 5)]  # fmt: skip
        grip = [slab(smooth(riser, times=1), 0.03), lying(0.008, 0.2, 0.13, -0.12), lying(0.014, 0.04, 0.24, -0.12),
            lying(0.005, 0.14, 0.0, h * 0.2), ring(0.025, 0.003, 0.09, h * 0.2, axis="x")]  # fmt: skip
    images = [part.copy() for part in lower]
    for image in images:
        image.apply_transform(np.diag([1.0, -1, 1, 1]))
    arrow = []
    if drawn or chance(g, 0.3):
        n = 0.75
        arrow = [lying(0.005, n, nock + n / 2, 0.01, 0.0), turned(_edge([(0, 0.015, 0.004), (0.05, 0.0008, 0.0008)]),
            (0, 0, -90), (nock + n, 0.01, 0))]  # fmt: skip
        arrow += [turned(slab([(0.03, 0.004), (0.05, 0.025), (0.1, 0.025), (0.13, 0.004)], 0.002), (a, 0, 0),
            (nock, 0.01, 0)) for a in (0, 120, 240)]  # fmt: skip
    return [*lower, *images, *grip, *arrow]


def crossbow(g: Generator) -> list[Part]:
    long, span, bent = g.uniform(0.65, 0.85), g.uniform(0.28, 0.42), g.uniform(0.1, 0.2)
    curve = smooth([(0, 0, long * 0.46), (span * 0.5, 0, long * 0.47), (span, 0, long * 0.46 - bent)], False)
    prod = tube(curve, np.linspace(0.015, 0.007, len(curve)).tolist())
    prod.apply_scale((1, 1.6, 1))
    cocked = chance(g)
    catch = -0.02 if cocked else long * 0.46 - bent - 0.03
    parts = mirrored(prod, tube([curve[-1], (0, 0.024, catch)], 0.003, 5))
    if chance(g, 0.6):  # of old, with a stirrup and a long lever
        tiller = body([(-long * 0.5, 0.018, 0.04, -0.03), (-long * 0.2, 0.02, 0.026, -0.01), (0, 0.024, 0.028, -0.005),
            (long * 0.48, 0.02, 0.02, 0)], 3.5)  # fmt: skip
        loop = tube(smooth([(-0.02, 0, long * 0.47), (-0.07, 0, long * 0.6), (0.07, 0, long * 0.6),
            (0.02, 0, long * 0.47)], False), 0.007)  # fmt: skip
        lever = tube([(0, -0.02, 0.03), (0, -0.06, -0.02), (0, -0.075, -long * 0.35)], 0.007)
        more = [tiller, loop, lever, lying(0.016, 0.05, 0, 0.02, -0.02),
            *[box(0.05, 0.05, 0.03, 0, -0.025, long * t) for t in (0.42, 0.47)]]  # fmt: skip
    else:  # a hunter's, with a shoulder stock, a pistol grip and a telescope
        more = [box(0.03, 0.04, long * 0.7, 0, -0.025, long * 0.12),
            upright([(-0.12, 0.01), (-0.14, -0.04), (-0.33, -0.1), (-0.34, 0.02)], 0.035),
            tube([(0, -0.03, -0.1), (0, -0.12, -0.14)], [0.018, 0.022]),
            tube(smooth([(0, -0.03, -0.01), (0, -0.07, -0.02), (0, -0.07, -0.07), (0, -0.03, -0.09)], False), 0.004,
            6), turned(lathe([(0, 0), (0.017, 0), (0.012, 0.05), (0.012, 0.16), (0.021, 0.2), (0.021, 0.24),
            (0, 0.24)]), (90, 0, 0), (0, 0.075, -0.16)), *[box(0.012, 0.05, 0.015, 0, 0.015, z)
            for z in (-0.09, -0.02)], *mirrored(turned(rod(0.03, 0.012, y=-0.006), (0, 0, 0),
            tuple(curve[-1])))]  # fmt: skip
    bolt = [turned(rod(0.005, 0.38), (90, 0, 0), (0, 0.024, catch)),
        turned(_edge([(0, 0.012, 0.006), (0.04, 0.001, 0.001)]), (90, 0, 0), (0, 0.024, catch + 0.38)),
        *mirrored(box(0.016, 0.002, 0.06, 0.012, 0.024, catch + 0.05))] if cocked else []  # fmt: skip
    return [*parts, *more, *bolt]


def shield(g: Generator) -> list[Part]:
    style, h, w = int(g.integers(4)), g.uniform(0.65, 1.0), g.uniform(0.24, 0.32)
    boss = [egg(0.085, 0.085, 0.06), ring(0.09, 0.01)] if style in (0, 2) or chance(g, 0.3) else []
    if style == 0:  # round
        r = w * 1.25
        disc = turned(lathe([(0, 0), (r, 0), (r, 0.015), (r * 0.6, 0.03 + g.uniform(0, 0.06)),
            (0, 0.04 + r * g.uniform(0, 0.2))]), (90, 0, 0), (0, 0, -0.03))  # fmt: skip
        rivets = [ball(0.012, x, y) for x, y in arc(r * 0.92, 0, 345, int(g.integers(6, 16)))]
        bars = [turned(box(0.02, 2 * r * 0.95, 0.012, 0, -r * 0.95, 0.0), (0, 0, a))
            for a in range(0, 180, 45)] if chance(g) else []  # fmt: skip
        return [disc, *boss, ring(r, 0.014, z=-0.02), *rivets, *bars, box(0.03, 0.3, 0.04, 0, -0.15, -0.045)]
    profile = {1: [(0, 0.01), (0.15, 0.35), (0.35, 0.75), (0.6, 0.97), (0.85, 1), (1, 1)],  # a knight's
               2: [(0, 0.98), (0.02, 1), (0.5, 1), (0.98, 1), (1, 0.98)],  # a legionary's
               3: [(0, 0.01), (0.2, 0.38), (0.45, 0.75), (0.7, 0.97), (0.88, 0.85), (0.97, 0.45), (1,
        0.02)]}[style]  # a kite  # fmt: skip
    h, bend = h * (1.25 if style == 3 else 1), {1: 0.9, 2: 2.2, 3: 1.2}[style] * g.uniform(0.6, 1.3)

    def skin(share: float, lift: float, thick: float) -> Part:
        across = np.linspace(-1, 1, 9)
        ys, ws = np.array(profile).T
        rows = np.linspace(0, 1, 15) if style != 2 else np.linspace(0, 1, 5)
        rings = []
        for t in rows:
            x = across * (np.interp(t, ys, ws) * w * share)
            y = np.full(9, (0.5 + (t - 0.5) * share) * h - h / 2)
            z = lift - bend * x**2
            rings.append(np.concatenate([np.stack([x, y, z], 1), np.stack([x, y, z - thick], 1)[::-1]]))
        return loft(np.array(rings))

    cross = [box(0.035, h * 0.85, 0.012, 0, -h * 0.4, 0.008),
        box(w * 1.2, 0.035, 0.012, 0, h * 0.12, -0.008)] if chance(g) else []  # fmt: skip
    studs = mirrored(*[ball(0.013, w * 0.8, h * t, 0.016 - bend * 0.64 * w * w)
        for t in (0.15, 0.3, 0.42)]) if chance(g) else []  # fmt: skip
    strap = tube(smooth([(-0.1, 0.05, -bend * 0.01), (-0.07, 0.05, -0.08), (0.07, 0.05, -0.08),
        (0.1, 0.05, -bend * 0.01)], False), 0.012)  # fmt: skip
    return [skin(1, 0, 0.018), skin(0.88, 0.01, 0.02), *boss, *cross, *studs, strap]


def spear(g: Generator) -> list[Part]:
    h, n, w = g.uniform(1.1, 1.9), g.uniform(0.24, 0.42), g.uniform(0.032, 0.06)
    style = int(g.integers(3))
    if style == 0:  # a leaf
        head = [_edge([(0, w * 0.35, 0.008), (n * 0.12, w * 0.6, 0.009), (n * 0.35, w, 0.009),
            (n * 0.7, w * 0.6, 0.006), (n, 0.001, 0.001)])]  # fmt: skip
    elif style == 1:  # winged or barbed
        head = [_edge([(0, w * 0.6, 0.01), (n, 0.001, 0.001)])]
        drop = g.uniform(-0.06, 0.06)
        head += mirrored(tube([(0, 0.0, 0), (w * 1.6, drop, 0), (w * 1.8, drop + 0.03, 0)], [0.012, 0.008, 0.003], 6))
    else:  # a pike with langets, or knapped stone lashed on
        head = [_edge([(0, w * 0.9, 0.012), (n * 0.1, w, 0.012), (n * 0.6, w * 0.02 + 0.002, 0.003)])]
        head += [ring(0.018, 0.006, y=-0.012 * i, axis="y") for i in range(5)]
    tassel = [turned(tube([(0, 0, 0), (0.03, -0.03, 0), (0.035, -0.13, 0)], [0.004, 0.01, 0.008], 6), (0, a, 0),
        (0, h - 0.08, 0)) for a in range(0, 360, 60)]  # fmt: skip
    foot = [turned(rod(0.0165, 0.1, top=0.003), (180, 0, 0), (0, 0.02, 0))] if chance(g) else []
    wrap = [ring(0.0165, 0.004, y=h * 0.45 + 0.012 * i, axis="y") for i in range(int(g.choice([0, 8, 12])))]
    head = [turned(part, (0, 0, 0), (0, h + 0.06, 0)) for part in head]
    return [rod(0.0155, h), rod(0.02, 0.14, 0, h - 0.06, top=0.01), *head, *(tassel if chance(g, 0.3) else []), *foot,
        *wrap]  # fmt: skip


def mace(g: Generator) -> list[Part]:
    h, r, style = g.uniform(0.4, 0.65), g.uniform(0.045, 0.07), int(g.integers(3))
    if style == 0:  # flanged
        n = int(g.integers(6, 9))
        edge = [(0.012, -0.075), (r * 0.7, -0.05), (r * 1.3, g.uniform(-0.02, 0.03)), (r * 0.6, 0.06), (0.012, 0.07)]
        head = [turned(slab(edge, 0.006), (0, 360 * i / n, 0), (0, h, 0))
            for i in range(n)] + [lathe([(0, 0), (0.012, 0.08), (0, 0.13)], y=h)]  # fmt: skip
    elif style == 1:  # a morning star
        n = int(g.integers(14, 24))
        head = [ball(r, 0, h, 0)]
        for i in range(n):  # spikes spread evenly by the golden angle
            y = 1 - 2 * (i + 0.5) / n
            tip = np.array((np.cos(2.4 * i) * np.sqrt(1 - y * y), y, np.sin(2.4 * i) * np.sqrt(1 - y * y)))
            head.append(tube([tip * r * 0.9 + (0, h, 0), tip * r * 1.75 + (0, h, 0)], [r * 0.2, 0.001], 6))
    else:  # bulbous, with knobs or ribs
        head = [lathe([(0, -0.08), (0.02, -0.07), (r, -0.02), (r * 1.05, 0.03), (r * 0.6, 0.08), (0, 0.09)], y=h)]
        head += [ball(r * 0.25, r * 1.02 * x, h + y, r * 1.02 * z) for y in (-0.015, 0.03) for x,
            z in arc(1, 0, 315, 8)]  # fmt: skip
    grip = [ring(0.014, 0.0045, y=0.03 + 0.0125 * i, axis="y") for i in range(int(g.integers(7, 12)))]
    return [rod(0.014, h, top=0.0125), *head, *grip, rod(0.028, 0.008, 0, 0.18),
        lathe([(0, -0.03), (0.02, -0.02), (0.024, 0), (0.012, 0.015), (0, 0.015)]),
        ring(0.015, 0.005, y=h - 0.1, axis="y")]  # fmt: skip


def dagger(g: Generator) -> list[Part]:
    n, w, style = g.uniform(0.16, 0.28), g.uniform(0.015, 0.022), int(g.integers(4))
    up = 0.005
    if style == 2:  # curved
        blade = [_edge([(up + n * t, w * 1.2 * (1 - t**2.2) + 0.0005, 0.004 * (1 - t) + 0.0006)
            for t in np.linspace(0, 1, 12)], bend=float(g.uniform(1, 2.2)))]  # fmt: skip
        guard = [lathe([(0, -0.012), (0.024, -0.008), (0.027, 0.004), (0.01, 0.012), (0, 0.012)])]
    elif style == 3:  # waved
        rows = [[(0.008 * np.sin(t * 16) * (1 - t * 0.5) + s * c, up + n * t, 0.004 * e * (1 - t * 0.8)) for c,
            e in ((1, 0), (0, 1), (-1, 0), (0, -1))] for t in np.linspace(0, 1, 28)
            for s in [w * (1.1 - t) + 0.0005]]  # fmt: skip
        blade, guard = [loft(np.array(rows))], [slab([(-0.045, 0.01), (-0.02, -0.01), (0.02, -0.01), (0.03, 0.0),
            (0.02, 0.012)], 0.014)]  # fmt: skip
    else:
        blade = [_edge([(up, w, 0.004), (n * 0.55, w * g.uniform(0.75, 1.1), 0.0035), (n + up, 0.0006, 0.0006)])]
        reach, droop = g.uniform(0.04, 0.075), g.uniform(-0.015, 0.03)
        guard = mirrored(tube(smooth([(0, 0, 0), (reach * 0.6, 0, 0), (reach, droop, 0)], False), 0.0065),
            ball(0.009, reach, droop, 0))  # fmt: skip
        if style == 1:  # a rondel
            guard = [rod(0.03, 0.009, 0, -0.006)]
    grip = lathe([(0, -0.115), (0.011, -0.115), (0.015, -0.06), (0.011, 0), (0, 0)])
    grip.apply_scale((1, 1, 0.75))
    wire = [ring(0.0125, 0.0022, y=y, axis="y") for y in np.linspace(-0.1, -0.02, int(g.integers(3, 9)))]
    end = [rod(0.026, 0.008, 0, -0.122)] if style == 1 else [egg(0.018, 0.016, 0.014, 0, -0.125,
        0)] if chance(g) else [slab(symmetric([(0.006, -0.14), (0.024, -0.125), (0.012, -0.108)]), 0.016)]  # fmt: skip
    return [*blade, *guard, grip, *wire, *end, *([box(0.003, n * 0.6, 0.01, 0, up)] if style < 2 and chance(g) else [])]


KINDS = kinds_of(bow, crossbow, shield, spear, mace, dagger)
