"""Tools of the garden, the forge and the workshop."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, loft, mirrored, slab, smooth, symmetric, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def chainsaw(g: Generator) -> list[Part]:
    bar, w, electric = g.uniform(0.24, 0.42), g.uniform(0.036, 0.048), chance(g, 0.35)
    nose = [(bar + 0.12 + x, y) for x, y in arc(w, 75, -75, 9)]
    blade = upright([(0.0, -w * 0.8), (0.0, w * 0.8), *nose], 0.006, 0.03)
    run = [(0.03, y, z) for z, y in [(0.02, -w * 0.95), (0.02, w * 0.95), *[(z + 0.002, y * 1.08) for z, y in nose],
        (0.02, -w * 0.95)]]  # fmt: skip
    path = np.array(run)
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    teeth = []
    for d in np.arange(0.0, lengths[-1], g.uniform(0.018, 0.026)):
        y, z = (float(np.interp(d, lengths, path[:, k])) for k in (1, 2))
        teeth.append(box(0.009, 0.01, 0.011, 0.03, y - 0.005, z))
    deep = g.uniform(0.2, 0.26)
    case = body([(-deep, 0.04, 0.05, 0.0), (-deep * 0.85, 0.065, 0.07, 0.005), (-0.03, 0.068, 0.075, 0.005),
        (0.05, 0.05, 0.055, -0.005), (0.06, 0.035, 0.04, -0.01)], float(g.choice([3, 5])))  # fmt: skip
    tail = smooth([(0, 0.05, -deep * 0.8), (0, 0.06, -deep - 0.08), (0, 0.03, -deep - 0.18), (0, -0.05, -deep - 0.17),
        (0, -0.06, -deep * 0.75)], False)  # fmt: skip
    rear = chance(g, 0.65)
    if not rear:  # for tree work: one grip over the top
        tail = smooth([(0, 0.06, 0.03), (0, 0.15, 0.0), (0, 0.15, -deep * 0.8), (0, 0.05, -deep * 0.95)], False)
    x, y = 0.09, g.uniform(0.13, 0.16)
    front = smooth([(-x, -0.05, -0.06), (-x, y * 0.6, -0.05), (-x * 0.5, y, -0.04), (x * 0.5, y, -0.04),
        (x * 0.9, y * 0.5, -0.05), (0.07, 0.02, -0.06)], False)  # fmt: skip
    shield = [upright([(0.0, 0.06), (0.02, 0.06), (0.07, y + 0.03), (0.055, y + 0.035)], 0.13)]
    spikes = [upright([(0.06, -0.05), (0.09, -0.04), (0.065, -0.03), (0.09, -0.015), (0.065, -0.005), (0.09, 0.01),
        (0.06, 0.02)], 0.005, -0.0)]  # fmt: skip
    if electric:
        extra = [box(0.07, 0.06, 0.1, 0, 0.07, -deep * 0.55)]
    else:
        extra = [turned(lathe([(0, 0), (0.055, 0), (0.05, 0.02), (0, 0.022)]), (0, 0, 90), (-0.06, 0.0, -deep * 0.45)),
            turned(rod(0.02, 0.012), (0, 0, 90), (-0.06, -0.04, -0.02)), lying(0.012, 0.045, -0.1, 0.03, -deep * 0.45),
            *[box(0.1, 0.006, 0.008, 0, 0.078, -0.05 - 0.02 * i) for i in range(5)]]  # fmt: skip
    return [blade, *teeth, case, tube(tail, 0.017), tube(front, 0.011), *shield, *spikes, *extra,
        box(0.03, 0.11, 0.15, 0.05, -0.06, -0.03), box(0.012, 0.03, 0.02, 0, 0.015 if rear else 0.11,
        -deep - 0.08 if rear else -0.06)]  # fmt: skip


def watering_can(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.08, 0.12), g.uniform(0.15, 0.25), int(g.integers(3))
    profile = [[(r, 0), (r, h)], [(r * 1.15, 0), (r * 0.8, h)],
        [(r * 0.75, 0), (r * 1.1, h * 0.3), (r * 1.1, h * 0.6), (r * 0.6, h)]][style]  # fmt: skip
    if style == 2:
        profile = [(float(a), float(b)) for a, b in smooth(profile, False)]
    low, top = profile[0][0], profile[-1][0]
    can = lathe([(0, 0), *profile, (top * 0.92, h), (top * 0.9, h * 0.7), (0, h * 0.7)])
    can.apply_scale((g.uniform(0.7, 1), 1, 1))
    lid = [turned(slab([(x * top, y * top) for x, y in arc(1, 0, 180, 13)], 0.004), (90, 0, 0),
        (0, h, 0.0))] if chance(g, 0.6) else []  # fmt: skip
    reach, up = g.uniform(0.18, 0.3), h * g.uniform(1.0, 1.35)
    spout = smooth([(0, h * 0.15, low * 0.85), (0, h * 0.3, low + reach * 0.35), (0, up, low + reach)], False,
        int(g.integers(1, 3)))  # fmt: skip
    parts = [can, *lid, tube(spout, np.linspace(0.026, 0.011, len(spout)).tolist()),
        tube([(0, h * 0.92, top * 0.95), (0, h * 0.75, low + reach * 0.62)], 0.005)]  # fmt: skip
    if chance(g, 0.75):  # the rose
        rose = lathe([(0, 0), (0.011, 0), (0.036, 0.045), (0.036, 0.05), (0, 0.056)])
        holes = [rod(0.0028, 0.003, 0.009 * k * x, 0.053, 0.009 * k * y) for k in (1, 2, 3) for x,
            y in arc(1, 0, 315, 8)]  # fmt: skip
        parts += [turned(p, (float(g.uniform(30, 32)) if i < 0 else 40, 0, 0), tuple(spout[-1])) for i,
            p in enumerate([rose, *holes])]  # fmt: skip
    back = smooth([(0, h * 0.95, -top * 0.9), (0, h * 1.15, -r * 1.9), (0, h * 0.55, -r * 2.1),
        (0, h * 0.25, -low * 0.95)], False)  # fmt: skip
    over = smooth([(0, h * 0.97, top * 0.85), (0, h * 1.55, top * 0.8), (0, h * 1.55, -top * 0.9),
        (0, h * 0.97, -top * 0.95)], False)  # fmt: skip
    whole = smooth([(0, h * 0.97, top * 0.8), (0, h * 1.6, 0), (0, h * 1.3, -r * 2), (0, h * 0.3, -low * 0.95)], False)
    grips = [[back, over], [over], [whole], [back]][int(g.integers(4))]
    return [*parts, *[tube(line, 0.0085) for line in grips], *[ring(low if y == 0 else top, 0.004, y=y, axis="y")
        for y in (0, h)][: 2 if style != 2 else 0]]  # fmt: skip


def pickaxe(g: Generator) -> list[Part]:
    h, a, b, style = g.uniform(0.7, 1.0), g.uniform(0.22, 0.3), g.uniform(0.2, 0.28), int(g.integers(3))
    drop, w = g.uniform(0.03, 0.1), g.uniform(0.016, 0.022)

    def arm(side: int, long: float, tip: tuple[float, float]) -> Part:
        """From the eye to a tip of (half height, half width): a point, a chisel or a broad hoe."""
        rings = []
        for t in np.linspace(0, 1, 9):
            half, deep = w * 1.2 * (1 - t) + tip[0] * t, w * 1.1 * (1 - t) + tip[1] * t
            y = h - 0.04 - drop * t**2
            rings.append([(side * long * t, y + p * half, q * deep) for p, q in ((1, 1), (1, -1), (-1, -1), (-1, 1))])
        return loft(np.array(rings))

    tips = [((0.001, 0.001), (0.001, 0.001)), ((0.001, 0.001), (0.003, 0.045)), ((0.001, 0.001), (0.002, 0.02))][style]
    eye = turned(lathe([(0.026, -0.05), (0.036, -0.05), (0.036, 0.045), (0.026, 0.045), (0.026, -0.05)]), (0, 0, 0),
        (0, h - 0.04, 0))  # fmt: skip
    curve = [(0, 0, 0), (0, 0.06, 0), (0, h * 0.5, 0), (0, h * 0.9, 0), (0, h + 0.02, 0)]
    shaft = tube(curve, [0.024, 0.018, 0.017, 0.02, 0.026], 12)
    shaft.apply_scale((1, 1, 0.8))
    wrap = [ring(0.019, 0.003, y=0.1 + 0.012 * i, axis="y") for i in range(8)] if chance(g, 0.3) else []
    return [arm(1, a, tips[0]), arm(-1, b, tips[1]), eye, shaft, *wrap, box(0.012, 0.008, 0.03, 0, h + 0.016)]


def vise(g: Generator) -> list[Part]:
    w, h, gap = g.uniform(0.05, 0.075), g.uniform(0.13, 0.18), g.uniform(0.01, 0.07)
    top, style = h, int(g.integers(3))
    fixed = upright([(-0.09, top * 0.35), (-0.1, top * 0.8), (-0.05, top), (0.0, top), (0.0, top * 0.35)], w * 1.2)
    moving = upright([(gap, top * 0.4), (gap, top), (gap + 0.035, top), (gap + 0.06, top * 0.75),
        (gap + 0.07, top * 0.4)], w * 1.2)  # fmt: skip
    jaws = [box(w * 2, 0.03, 0.012, 0, top - 0.028, z) for z in (-0.006, gap + 0.006)]
    ridges = [box(w * 1.9, 0.002, 0.003, 0, top - 0.024 + 0.006 * i, z) for i in range(4) for z in (0.0, gap)]
    slide = [box(w * 0.9, 0.04, 0.2 + gap, 0, top * 0.42, -0.03
        + gap / 2)] if style != 1 else [turned(rod(0.01, 0.2 + gap, y=-0.1), (90, 0, 0), (x, top * 0.5, gap / 2))
        for x in (w * 0.45, -w * 0.45)]  # fmt: skip
    at = gap + 0.07
    screw = [turned(rod(0.013, 0.05), (90, 0, 0), (0, top * 0.55, at)),
        turned(rod(0.022, 0.03), (90, 0, 0), (0, top * 0.55, at + 0.035))]  # fmt: skip
    slant, off = float(g.uniform(0, 180)), g.uniform(-0.03, 0.03)
    bar = [turned(p, (0, 0, slant), (0, top * 0.55, at + 0.05))
        for p in (lying(0.007, 0.19, off, 0), ball(0.012, off + 0.095), ball(0.012, off - 0.095))]  # fmt: skip
    if style == 2:  # clamped to a table's edge
        base = [upright([(-0.09, top * 0.4), (-0.09, -0.1), (0.0, -0.1), (0.0, -0.08), (-0.06, -0.08), (-0.06, 0.02),
            (0.02, 0.02), (0.02, top * 0.4)], w * 0.9), rod(0.009, 0.11, 0, -0.14, -0.02),
            rod(0.025, 0.008, 0, -0.035, -0.02), lying(0.006, 0.09, 0, -0.13, -0.02)]  # fmt: skip
    else:
        ears = [rod(0.018, 0.016, x, 0, z) for x in (w * 1.35, -w * 1.35) for z in (-0.09, 0.03)]
        bolts = [turned(p, (0, 0, 0), (0, 0.012, 0)) for p in (rod(0.01, 0.012, x, 0, z)
            for x in (w * 1.35, -w * 1.35) for z in (-0.09, 0.03))]  # fmt: skip
        base = [lathe([(0, 0), (w * 1.45, 0), (w * 1.45, 0.016), (w * 0.95, 0.03), (w * 0.8, top * 0.4),
            (0, top * 0.4)], 0, 0, -0.03), *ears, *bolts]  # fmt: skip
    anvil_ = [box(w * 0.9, 0.02, 0.05, 0, top * 0.8, -0.12)] if chance(g) else []
    return [fixed, moving, *jaws, *ridges, *slide, *screw, *bar, *base, *anvil_]


def anvil(g: Generator) -> list[Part]:
    long, h, w = g.uniform(0.3, 0.4), g.uniform(0.22, 0.3), g.uniform(0.045, 0.06)
    style, horn = int(g.integers(3)), g.uniform(0.16, 0.26)
    waist, foot = g.uniform(0.35, 0.6), g.uniform(1.3, 1.8)
    face, slim = long / 2, long * 0.5 * waist
    stand = [(0, w * foot, face * 0.85), (h * 0.14, w * foot, face * 0.85), (h * 0.3, w * 0.95, slim * 1.2),
        (h * 0.45, w * 0.8, slim), (h * 0.62, w * 0.9, slim * 1.25), (h * 0.75, w, face * 0.9)]  # fmt: skip
    base = turned(body([(y, x, z, 0) for y, z, x in [(a, c, b) for a, b, c in stand]], 6, 24), (-90, 0, 0))
    base = turned(base, (0, 90, 0)) if base.extents[0] > base.extents[2] else base
    top = box(2 * w, h * 0.27, long, 0, h * 0.73, 0)

    def beak(reach: float, side: int, flat: float) -> Part:
        return turned(body([(0, w * 0.95, h * 0.125, 0), (reach * 0.3, w * 0.85, h * 0.12, h * 0.005),
            (reach * 0.7, w * (0.5 + flat * 0.3), h * 0.075, h * 0.045),
            (reach, w * (0.08 + flat), h * 0.015, h * 0.085)], 2.2 + 2 * flat), (0, 0 if side > 0 else 180, 0),
            (0, h * 0.86, side * face))  # fmt: skip

    parts = [base, top, beak(horn, 1, 0.0), box(1.9 * w, h * 0.2, 0.05, 0, h * 0.72, face + 0.02)]
    if style == 0:  # two horns, the second one square
        parts.append(beak(horn * 0.8, -1, 0.6))
    elif style == 1:  # a square heel, cut away below
        parts.append(upright([(-face, h * 0.74), (-face - 0.09, h * 0.86), (-face - 0.09, h), (-face, h)], 2 * w))
    holes = [box(0.02, 0.002, 0.02, 0, h, -face * 0.8), rod(0.008, 0.002, w * 0.5, h, -face * 0.55)]
    log = [rod(0.2, 0.45, 0, -0.45, 0, top=0.19), *[ring(0.2, 0.01, y=y, axis="y")
        for y in (-0.38, -0.08)]] if chance(g, 0.3) else []  # fmt: skip
    return [*parts, *holes, *log]


def paint_roller(g: Generator) -> list[Part]:
    w, r, long = g.uniform(0.1, 0.26), g.uniform(0.018, 0.035), g.uniform(0.11, 0.15)
    sleeve = lathe([(0, -w / 2), (r * 0.85, -w / 2), (r, -w / 2 + 0.006), (r, w / 2 - 0.006), (r * 0.85, w / 2),
        (0, w / 2)])  # fmt: skip
    drop = g.uniform(0.1, 0.16)
    parts = [turned(sleeve, (0, 0, -90)), lying(r * 0.5, w + 0.012)]
    x = w / 2 + 0.025
    if chance(g, 0.75):  # a cranked wire from one side
        wire = smooth([(0, 0, 0), (x, 0, 0), (x, -drop * 0.45, 0), (0, -drop * 0.6, 0), (0, -drop, 0),
            (0, -drop - 0.03, 0)], False, 2)  # fmt: skip
        frame = [tube(wire, 0.0038)]
    else:  # a fork on both sides
        frame = [tube(smooth([(-x, 0, 0), (-x, -drop * 0.5, 0), (x, -drop * 0.5, 0), (x, 0, 0)], False), 0.004),
            lying(0.004, 2 * x), rod(0.005, drop * 0.6, 0, -drop - 0.01)]  # fmt: skip
    y = -drop - 0.01
    if chance(g, 0.7):
        grip = lathe([(0, 0), (0.014, 0), (0.016, -long * 0.15), (0.011, -long * 0.35), (0.0155, -long * 0.65),
            (0.012, -long * 0.9), (0.015, -long), (0, -long)], 0, y)  # fmt: skip
        grip.invert()
        hole = [ring(0.008, 0.004, 0, y - long - 0.006)]
    else:  # a long pole
        grip, hole = rod(0.012, long * 6, 0, y - long * 6), [rod(0.016, 0.06, 0, y - 0.05)]
    ribs = [ring(0.0145, 0.0018, y=y - long * (0.5 + 0.05 * i), axis="y") for i in range(5)] if chance(g) else []
    return [*parts, *frame, grip, *hole, *ribs, *[turned(rod(0.006, 0.004), (0, 0, -90), (w / 2 + 0.004, 0, 0))]]


def toolbox(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.36, 0.55), g.uniform(0.18, 0.25), g.uniform(0.13, 0.2), int(g.integers(3))
    if style == 1:  # an open tray of boards with a round bar
        up, t = h * g.uniform(1.6, 2.0), 0.015
        end = slab(symmetric([(d / 2, 0), (d / 2, h * 0.8), (d * 0.14, up), (0, up * 1.02)]), t)
        ends = [turned(end.copy(), (0, 90, 0), (s * w / 2, 0, 0)) for s in (1, -1)]
        tools = [rod(0.011, h * 1.35, -w * 0.3, 0.02, d * 0.25), box(0.08, 0.028, 0.028, -w * 0.3, h * 1.35, d * 0.25),
            rod(0.005, h * 1.2, w * 0.1, 0.02, d * 0.28), rod(0.014, 0.09, w * 0.1, h * 1.1, d * 0.28)]  # fmt: skip
        return [*ends, box(w, t, d, 0, 0), *[box(w, h * 0.8, t, 0, 0, s * (d / 2 - t / 2)) for s in (1, -1)],
            lying(0.015, w * 1.04, 0, up * 0.9), *(tools if chance(g, 0.6) else [])]  # fmt: skip
    lid_h = h * g.uniform(0.25, 0.5)
    slope = d * (0.5 if style == 0 else 0.2)
    wide = w / 2
    roof = [(d / 2 + 0.006, 0), (d / 2 + 0.006, lid_h * 0.3), (slope / 2 + 0.01, lid_h)]
    opened = chance(g, 0.3)
    lid = turned(slab([*roof, *[(-x, y) for x, y in reversed(roof)]], w + 0.012), (0, 90, 0))
    high = g.uniform(0.05, 0.09)
    bar = [(-wide * 0.4, lid_h, 0), (-wide * 0.38, lid_h + high, 0), (wide * 0.38, lid_h + high, 0),
        (wide * 0.4, lid_h, 0)]  # fmt: skip
    above = [lid, tube(smooth(bar, False, 1), 0.01), lying(0.014, wide * 0.5, 0, lid_h + high),
        *[box(0.04, 0.012, 0.03, x, lid_h - 0.004, 0) for x in (-wide * 0.4, wide * 0.4)]]  # fmt: skip
    tilt = -float(g.uniform(60, 100)) if opened else 0.0
    above = [turned(turned(p, (0, 0, 0), (0, 0, d / 2)), (tilt, 0, 0), (0, h, -d / 2)) for p in above]
    t = 0.01
    trunk = [box(w, t, d), *[box(w, h, t, 0, 0, s * (d / 2 - t / 2)) for s in (1, -1)],
        *[box(t, h, d, s * (wide - t / 2)) for s in (1, -1)]] if opened else [box(w, h, d)]  # fmt: skip
    tray = [box(w * 0.9, 0.01, d * 0.85, 0, h * 0.6), *[box(0.008, h * 0.25, d * 0.85, x * w, h * 0.62)
        for x in (-0.25, 0, 0.25)]] if opened else []  # fmt: skip
    latches = mirrored(box(0.045, 0.06, 0.014, wide * 0.55, h - 0.045, d / 2),
        box(0.03, 0.012, 0.012, wide * 0.55, h - 0.045, d / 2 + 0.01))  # fmt: skip
    drawers = [p for i in range(int(g.integers(1, 4))) for p in (box(w * 0.9, h * 0.22, 0.008, 0,
        h * (0.04 + 0.26 * i), d / 2), box(w * 0.3, 0.012, 0.02, 0, h * (0.13 + 0.26 * i),
        d / 2))] if style == 2 else []  # fmt: skip
    edges = [box(0.02, h, 0.02, sx * (wide - 0.006), 0, sz * (d / 2 - 0.006)) for sx in (1, -1) for sz in (1, -1)]
    return [*trunk, *above, *tray, *latches, *drawers, *edges]


KINDS = kinds_of(chainsaw, watering_can, pickaxe, vise, anvil, paint_roller, toolbox)
