"""Machines of kitchen and laundry."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, body, chance, egg, mirrored, plate, slab, smooth, tube, upright
from indexer.parametric.solids import Part, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def knob(r: float, deep: float, x: float, y: float, z: float) -> Part:
    return turned(rod(r, deep, top=r * 0.85), (90, 0, 0), (x, y, z))


def bend(points: Points, r: float) -> Part:
    return tube(smooth(points, False), r)


def _shell(w: float, h: float, d: float, t: float, y: float = 0) -> list[Part]:
    """A box open in front."""
    walls = [box(w, t, d, 0, v) for v in (y, y + h - t)] + mirrored(box(t, h, d, w / 2 - t / 2, y))
    return [*walls, box(w, h, t, 0, y, t / 2 - d / 2)]


def microwave_oven(g: Generator) -> list[Part]:
    w, h, d, dial = g.uniform(0.44, 0.54), g.uniform(0.25, 0.31), g.uniform(0.33, 0.4), chance(g)
    f, x, dw, swing = d / 2, w * 0.37, w * 0.72, float(g.uniform(60, 110) if chance(g, 0.4) else 0)
    rim = [box(dw, 0.045, 0.025, dw / 2, y) for y in (0, h - 0.065)] + [box(0.05, h - 0.02, 0.025, v) for v in (0.025,
        dw - 0.025)]  # fmt: skip
    grip = [bend([(dw - 0.02, 0.04, 0.01), (dw - 0.02, 0.05, 0.045), (dw - 0.02, h - 0.07, 0.045), (dw - 0.02,
        h - 0.06, 0.01)], 0.008)]  # fmt: skip
    door = [turned(p, (0, -swing, 0), (-w / 2, 0.025, f + 0.012)) for p in [*rim, *grip, box(dw, h - 0.03, 0.008,
        dw / 2)]]  # fmt: skip
    keys = [knob(0.026, 0.025, x, h * v, f) for v in (0.3, 0.6)] if dial else [box(0.022, 0.016, 0.012, x + 0.03 * i,
        0.07 + 0.027 * j, f) for i in (-1, 0, 1) for j in range(int(g.integers(3, 6)))]  # fmt: skip
    inside = [box(w * 0.27, h, d - 0.01, x, 0.015), rod(dw * 0.4, 0.008, -w * 0.13, 0.04), rod(0.03, 0.02, -w * 0.13,
        0.02)]  # fmt: skip
    slots = [box(0.004, 0.006, d * 0.4, w / 2, h * 0.5 + 0.02 * i, -d * 0.15) for i in range(5)]
    feet = [rod(0.015, 0.016, a * w * 0.42, 0, b * d * 0.4) for a in (1, -1) for b in (1, -1)]
    return [*_shell(w, h, d, 0.015, 0.015), *door, *keys, *inside, *slots, *feet, box(w * 0.2, 0.035, 0.012, x,
        h - 0.04, f)]  # fmt: skip


def dishwasher(g: Generator) -> list[Part]:
    w, h, d, out = float(g.choice([0.45, 0.6])), g.uniform(0.8, 0.86), 0.58, g.uniform(0.15, 0.4)
    n, style, dh = int(g.integers(5, 9)), int(g.integers(3)), h - 0.12
    open_ = 90.0 if style else g.uniform(35, 65)

    def rack(y: float, z: float) -> list[Part]:
        a, b = w * 0.43, d * 0.43
        wires = [tube([(x, y, z - b), (x, y, z + b)], 0.004, 5) for x in np.linspace(-a, a, 8)] + [tube([(-a, y, z + v),
            (a, y, z + v)], 0.004, 5) for v in np.linspace(-b, b, 6)]  # fmt: skip
        rims = [tube([(-a, y + v, z - b), (-a, y + v, z + b), (a, y + v, z + b), (a, y + v, z - b), (-a, y + v, z - b)],
            0.005, 5) for v in (0.06, 0.12)]  # fmt: skip
        return [*wires, *rims, *[rod(0.004, 0.12, x, y, z + b) for x in np.linspace(-a, a, 6)], *mirrored(*[rod(0.004,
            0.12, a, y, z + v) for v in np.linspace(-b, b, 5)])]  # fmt: skip

    front = [box(w * 0.99, dh, 0.04), box(w * 0.9, 0.06, 0.012, 0, dh - 0.08, 0.025), lying(0.012, w * 0.8, 0,
        dh - 0.13, 0.05), *[box(0.025, 0.015, 0.012, x, dh - 0.05, 0.032) for x in (0.05, 0.09, 0.13)]]  # fmt: skip
    parts = [*_shell(w, h - 0.1, d, 0.02, 0.1), box(w * 0.96, 0.1, d * 0.9), *[turned(p, (open_, 0, 0), (0, 0.12,
        d / 2)) for p in front]]  # fmt: skip
    parts += [*rack(0.2, out if style == 1 else 0), *rack(0.5, out if style == 2 else 0)]
    dishes = [knob(0.11, 0.012, 0, 0.32, z - d * 0.3 + (out if style == 1 else 0)) for z in np.linspace(0, d * 0.6, n)]
    cups = [rod(0.035, 0.09, x, 0.51, z + (out if style == 2 else 0), top=0.03) for x in (-w * 0.25, 0, w * 0.25)
        for z in (-0.12, 0.1)]  # fmt: skip
    return [*parts, *dishes, *(cups if chance(g, 0.7) else [])]


def toaster(g: Generator) -> list[Part]:
    w, h, n, thick = g.uniform(0.13, 0.16), g.uniform(0.16, 0.19), int(g.choice([1, 2, 2, 4])), 0.028
    round_, up = g.uniform(0.15, 0.5), g.uniform(0.02, 0.08)
    side = [(-w, 0.015), (w, 0.015), (w, h * (1 - round_)), (w * (1 - 0.6 * round_), h), (-w * (1 - 0.6 * round_), h),
        (-w, h * (1 - round_))]  # fmt: skip
    inner = [(x * 0.84, min(y, h * 0.9)) for x, y in side]
    walls = [slab(side, thick, z=thick * 2 * (i - n / 2)) for i in range(n + 1)]
    ends = mirrored(box(w * 0.16, h * (0.98 - round_), thick * 2 * n, w * 0.92, 0.015))
    crust = [(-0.05, 0), (0.05, 0), (0.05, 0.09), (0.06, 0.11), (0.04, 0.13), (-0.04, 0.13), (-0.06, 0.11), (-0.05,
        0.09)]  # fmt: skip
    bread = [slab(smooth(crust, times=1), thick * 0.55, 0, h - 0.12 + up, thick * (2 * i + 1 - n)) for i in range(n)
        if chance(g, 0.8)]  # fmt: skip
    lever = [box(0.025, 0.014, 0.04, w + 0.012, h * g.uniform(0.3, 0.7)), box(0.005, h * 0.55, 0.012, w, h * 0.2)]
    dial = [lying(0.014, 0.02, w + 0.008, 0.035, thick * n * 0.5), box(0.01, 0.012, 0.02, w, 0.03, -thick * n * 0.5)]
    feet = [rod(0.012, 0.018, a * w * 0.8, 0, b * thick * n) for a in (1, -1) for b in (1, -1)]
    rack = [*[tube([(-w * 0.7, h + 0.04, z), (w * 0.7, h + 0.04, z)], 0.003, 6) for z in np.linspace(-thick * n,
        thick * n, 4)], *mirrored(tube([(w * 0.7, h + 0.04, -thick * n), (w * 0.7, h + 0.04, thick * n)], 0.004, 6),
        rod(0.004, 0.045, w * 0.6, h))]  # fmt: skip
    return [*walls, slab(inner, thick * 2 * n).apply_scale((1, 0.35, 0.9)), *ends, *bread, *lever, *dial, *feet, *(rack
        if chance(g, 0.25) and not bread else [])]  # fmt: skip


def blender(g: Generator) -> list[Part]:
    style, r, b, h = int(g.integers(3)), g.uniform(0.055, 0.07), g.uniform(0.12, 0.16), g.uniform(0.2, 0.26)
    if style == 2:  # a wand
        top = lathe([(0, b), (0.02, b + 0.02), (0.03, b + 0.08), (0.028, b + h), (0.02, b + h + 0.02), (0,
            b + h + 0.025)])  # fmt: skip
        bell = [lathe([(0.03, 0), (0.034, 0.02), (0.018, 0.05), (0.012, 0.06), (0.012, b + 0.03), (0, b + 0.03)]),
            rod(0.005, 0.04, y=0.01), box(0.045, 0.003, 0.008, 0, 0.012)]  # fmt: skip
        cord = [bend([(0, b + h, 0), (0, b + h + 0.08, 0), (0.08, b + h + 0.09, -0.03), (0.12, b + h, -0.06)], 0.004)]
        return [top, *bell, *cord, *[knob(0.009, 0.008, 0, b + h * v, 0.024) for v in (0.6, 0.75)], *[ring(0.029,
            0.002, 0, b + h * v, 0, "y") for v in (0.2, 0.25, 0.3)]]  # fmt: skip
    power, sides = (2.0, 16) if chance(g) else (5.0, 24)
    foot = turned(body([(0, r * 1.3, r * 1.3, 0), (b * 0.3, r * 1.3, r * 1.3, 0), (b, r * 0.9, r * 0.9, 0)], 5
        if style else power, 24), (-90, 0, 0))  # fmt: skip
    keys = [knob(0.022, 0.03, 0, b * 0.45, r * 1.1)] if chance(g) else [box(0.016, 0.016, 0.016, x, b * 0.35, r * 1.2)
        for x in (-0.045, -0.015, 0.015, 0.045)]  # fmt: skip
    blades = [turned(box(r, 0.003, 0.01), (0, a, 20), (0, b + 0.035, 0)) for a in (0, 60, 120)]
    if style == 1:  # a beaker turned upside down
        cup = smooth([(r * 0.85, b), (r * 0.8, b + h * 0.6), (r * 0.7, b + h), (0, b + h)], False)
        return [foot, *keys, lathe([(0, b), *[(float(x), float(y)) for x, y in cup]]), ring(r * 0.9, 0.008, 0,
            b + 0.012, 0, "y"), *mirrored(box(0.012, 0.03, 0.02, r * 0.9, b))]  # fmt: skip
    t, y = 1.15, b + h
    wall = [(b, 0.75), (b + 0.03, 0.8), (y, t), (y, t * 0.93), (b + 0.04, 0.72), (b + 0.02, 0.2)]
    jar = turned(body([(a, r * k, r * k, 0) for a, k in wall], power, sides), (-90, 0, 0))
    lid = [turned(body([(y - 0.01, r * t, r * t, 0), (y + 0.015, r * t * 0.98, r * t * 0.98, 0)], power, sides), (-90,
        0, 0)), rod(r * 0.4, 0.02, y=y + 0.013)]  # fmt: skip
    grip = bend([(r * t * 0.95, y - 0.02, 0), (r * 1.9, y - 0.03, 0), (r * 1.75, b + h * 0.3, 0), (r * 0.85,
        b + h * 0.2, 0)], 0.011)  # fmt: skip
    return [foot, *keys, jar, *(lid if chance(g, 0.75) else blades), grip, rod(r * 0.85, 0.03, y=b - 0.005), ball(0.006,
        0, b + 0.05)]  # fmt: skip


def coffee_machine(g: Generator) -> list[Part]:
    style, w, h, d = int(g.integers(2)), g.uniform(0.085, 0.11), g.uniform(0.3, 0.36), g.uniform(0.22, 0.28)
    if style == 0:  # drops through a filter into a jug
        side = [(-d / 2, 0), (d * 0.5, 0), (d * 0.5, 0.03), (-d * 0.12, 0.035), (-d * 0.12, h * 0.66), (d * 0.45,
            h * 0.66), (d * 0.45, h * 0.97), (-d / 2, h)]  # fmt: skip
        r, y = w * 0.78, h * 0.5
        jug = lathe([(0, 0.036), (r * 0.8, 0.036), (r, 0.08), (r * 0.95, y * 0.7), (r * 0.6, y), (r * 0.66, y + 0.012),
            (0, y + 0.02)], z=d * 0.2)  # fmt: skip
        grip = turned(bend([(0, y, r * 0.6), (0, y * 1.02, r * 1.6), (0, y * 0.4, r * 1.6), (0, y * 0.35, r)], 0.009),
            (0, g.uniform(0, 70), 0), (0, 0, d * 0.2))  # fmt: skip
        cone = lathe([(0, h * 0.57), (r * 0.4, h * 0.57), (r * 0.9, h * 0.7), (0, h * 0.7)], z=d * 0.2)
        keys = [box(0.025, 0.012, 0.012, x, 0.012, d * 0.5) for x in (-0.03, 0.02)]
        return [upright(side, 2 * w), jug, grip, cone, *keys, box(2.04 * w, 0.012, d * 0.6, 0, h * 0.98, -d * 0.1),
            ring(r * 0.98, 0.004, 0, 0.09, d * 0.2, "y")]  # fmt: skip
    w, f, n = w * g.uniform(1.0, 1.7), d / 2, int(g.integers(1, 3))
    side = [(-f, 0), (f * 1.1, 0), (f * 1.1, 0.05), (-f * 0.2, 0.055), (-f * 0.2, h * 0.66), (f * 0.8, h * 0.7),
        (f * 0.8, h), (-f, h)]  # fmt: skip
    parts = [upright(side, 2 * w), *[box(2 * w * 0.9, 0.006, 0.008, 0, 0.052, z) for z in np.linspace(0, f, 6)]]
    for x in [0.0] if n == 1 else [-w * 0.45, w * 0.45]:  # under each head a strainer with its handle, and a cup
        head = [rod(0.035, 0.04, 0, h * 0.6), rod(0.032, 0.025, 0, h * 0.54), tube([(0, h * 0.56, 0.03), (0, h * 0.55,
            0.08), (0, h * 0.53, 0.15)], [0.007, 0.012, 0.014]), rod(0.008, 0.03, 0, h * 0.47)]  # fmt: skip
        cup = [lathe([(0, 0.058), (0.022, 0.058), (0.034, 0.11), (0.03, 0.11), (0.018, 0.064), (0, 0.064)]), ring(0.015,
            0.004, 0.038, 0.085)]  # fmt: skip
        parts += at(x, 0, f * 0.25, *head + (cup if chance(g, 0.8) else []))
    wand = [bend([(w * 0.85, h * 0.68, f * 0.6), (w * 0.95, h * 0.62, f * 0.8), (w * 0.9, 0.09, f * 1.2)], 0.005)]
    dials = [knob(0.018, 0.02, w * x, h * 0.86, f * 0.8) for x in (-0.65, 0, 0.65)] + [ring(0.022, 0.004, 0, h * 0.86,
        f * 0.8)]  # fmt: skip
    rim = [tube([(-w, h + 0.03, -f), (-w, h + 0.03, f * 0.75), (w, h + 0.03, f * 0.75), (w, h + 0.03, -f)], 0.004, 6),
        *mirrored(*[rod(0.004, 0.03, w * 0.98, h, z) for z in (-f * 0.95, f * 0.75)])]  # fmt: skip
    return [*parts, *wand, *dials, *(rim if chance(g, 0.7) else [])]


def stand_mixer(g: Generator) -> list[Part]:
    r, y, tilt = g.uniform(0.095, 0.115), g.uniform(0.24, 0.28), float(g.choice([0, 0, 25]))
    sizes = [(-0.17, 0.03, 0.03), (-0.15, 0.055, 0.055), (0.0, 0.062, 0.062), (0.13, 0.055, 0.055), (0.17, 0.035,
        0.035)]  # fmt: skip
    head = [body([(z, a, b * g.uniform(0.95, 1.05), 0.06) for z, a, b in sizes], 3), knob(0.018, 0.02, 0, 0.055,
        0.168), lying(0.014, 0.15, 0, 0.05, -0.06), rod(0.022, 0.03, 0, -0.02, 0.09)]  # fmt: skip
    loops = [tube([(0.045 * np.sin(t) * np.cos(a), -0.02 - 0.12 * (1 - np.cos(t)) / 2 - 0.02,
        0.09 + 0.045 * np.sin(t) * np.sin(a)) for t in np.linspace(0, 3.14, 9)], 0.0025, 5)
        for a in np.arange(6) * np.pi / 3]  # fmt: skip
    paddle = [tube([(x * 0.05, -0.05 - 0.1 * v, 0.09) for x, v in ((0, -0.2), (0, 0.1), (0.9, 0.3), (0.9, 0.6), (0, 1),
        (-0.9, 0.6), (-0.9, 0.3), (0, 0.1))], 0.005), rod(0.005, 0.12, 0, -0.15, 0.09)]  # fmt: skip
    head = [turned(p, (0, 0, 0), (0, 0, 0.08)) for p in head + (loops if chance(g, 0.6) else paddle)]
    column = body([(0.02, 0.06, 0.065, 0.05), (0.12, 0.045, 0.045, 0.06), (y, 0.055, 0.06, 0.05)], 3)
    foot = plate(smooth([(-0.07, -0.13), (0.07, -0.13), (0.08, 0.0), (0.115, 0.18), (0.06, 0.28), (-0.06, 0.28),
        (-0.115, 0.18), (-0.08, 0.0)]), 0.035)  # fmt: skip
    low, top = 0.05, y - 0.05
    bowl = lathe([(0, low), (r * 0.5, low), (r * 0.9, low + 0.05), (r, top), (r * 1.05, top), (r * 0.95, top - 0.003),
        (r * 0.85, low + 0.05), (0, low + 0.01)], z=0.16)  # fmt: skip
    grip = [turned(bend([(r * 0.95, top - 0.02, 0), (r * 1.45, top - 0.03, 0), (r * 1.35, low + 0.05, 0), (r * 0.85,
        low + 0.05, 0)], 0.007), (0, float(g.choice([0, -40])), 0), (0, 0, 0.16))]  # fmt: skip
    head = [turned(p, (-tilt, 0, 0), (0, y, -0.08)) for p in head]
    return [foot, turned(column, (-90, 0, 0), (0, 0, -0.02)), *head, bowl, *(grip if chance(g, 0.7) else []),
        rod(r * 0.6, 0.02, 0, 0.032, 0.16), *mirrored(lying(0.012, 0.02, 0.06, y * 0.85, -0.07))]  # fmt: skip


def clothes_iron(g: Generator) -> list[Part]:
    long, w, h, old = g.uniform(0.12, 0.14), g.uniform(0.055, 0.065), g.uniform(0.12, 0.15), chance(g, 0.25)
    sole = [(0.0, long), (w * 0.35, long * 0.75), (w * 0.85, long * 0.2), (w, -long * 0.4), (w * 0.85, -long),
        (-w * 0.85, -long), (-w, -long * 0.4), (-w * 0.85, long * 0.2), (-w * 0.35, long * 0.75)]  # fmt: skip
    shape = smooth(sole, times=1)
    if old:  # of cast iron
        posts = [rod(0.007, h * 0.5, 0, 0.04, z) for z in (-long * 0.6, long * 0.45)]
        return [plate(shape, 0.045), plate(shape * 0.75, 0.012, y=0.045), *posts, tube([(0, 0.03 + h * 0.55, z)
            for z in np.linspace(-long * 0.85, long * 0.75, 7)], [0.008, 0.014, 0.017, 0.018, 0.017, 0.014, 0.008],
            12)]  # fmt: skip
    layers = [plate(shape, 0.006), plate(shape * 0.96, 0.02, y=0.008)]
    hull = turned(body([(0.02, w * 0.85, long * 0.85, 0.1 * long), (h * 0.35, w * 0.6, long * 0.78, 0.15 * long),
        (h * 0.55, w * 0.35, long * 0.55, 0.2 * long)], 2.2), (-90, 0, 0))  # fmt: skip
    if chance(g, 0.6):
        grip = [bend([(0, h * 0.3, long * 0.6), (0, h * 0.85, long * 0.5), (0, h * 1.05, -long * 0.1), (0, h * 1.0,
            -long * 0.8), (0, h * 0.8, -long), (0, h * 0.25, -long * 0.9)], g.uniform(0.013, 0.018))]  # fmt: skip
    else:  # open in front
        grip = [bend([(0, h * 0.3, -long * 0.85), (0, h * 0.7, -long), (0, h, -long * 0.9), (0, h * 1.02, 0), (0,
            h * 0.95, long * 0.55)], 0.016), egg(0.02, 0.016, 0.03, 0, h * 0.95, long * 0.5)]  # fmt: skip
    keys = [rod(0.022, 0.012, 0, h * 0.53, -long * 0.1), *[rod(0.007, 0.014, x, h * 1.04, long * 0.3) for x in (-0.009,
        0.009)], knob(0.007, 0.012, 0, h * 0.45, long * 0.55)]  # fmt: skip
    cord = [bend([(0, h * 0.85, -long), (0, h, -long * 1.3), (0.05, h * 0.9, -long * 1.7), (0.1, 0.01, -long * 1.8)],
        0.004)]  # fmt: skip
    return [*layers, hull, *grip, *keys, *(cord if chance(g, 0.75) else [])]


def ironing_board(g: Generator) -> list[Part]:
    long, w, h, short = g.uniform(0.58, 0.7), g.uniform(0.15, 0.2), g.uniform(0.78, 0.92), chance(g, 0.2)
    long, h = (long * 0.6, 0.16) if short else (long, h)
    outline = [(w * 0.2, -long), (w * 0.6, -long * 0.85), (w * 0.95, -long * 0.3), (w, long * 0.2), (w, long), (-w,
        long), (-w, long * 0.2), (-w * 0.95, -long * 0.3), (-w * 0.6, -long * 0.85), (-w * 0.2, -long)]  # fmt: skip
    top = [turned(plate(smooth(outline, times=1), 0.03, y=h), (0, 90, 0)), turned(plate(smooth(outline, times=1) * 0.97,
        0.012, y=h - 0.01), (0, 90, 0))]  # fmt: skip
    x, y = long * g.uniform(0.5, 0.72), h - 0.015
    if short:
        stand = [bend([(s * x, h, -w * 0.5), (s * x, 0.01, -w * 0.7), (s * x, 0.01, w * 0.7), (s * x, h, w * 0.5)],
            0.009) for s in (1, -1)]  # fmt: skip
    else:
        pairs = [tube([(x * 0.8, y, z), (-x, 0.02, z)], 0.012) for z in (-w * 0.25, w * 0.25)] + [tube([(-x * 0.7, y,
            z), (x, 0.02, z)], 0.012) for z in (-w * 0.45, w * 0.45)]  # fmt: skip
        stand = [*pairs, *[tube([(s * x, 0.02, -w * k), (s * x, 0.02, w * k)], 0.014) for s, k in ((1, 1.0), (-1,
            0.9))], tube([(0, h * 0.5, -w * 0.5), (0, h * 0.5, w * 0.5)], 0.009)]  # fmt: skip
    rest = [tube([(long, h, z), (long + 0.22, h + 0.01, z)], 0.005, 6) for z in np.linspace(-w * 0.6, w * 0.6,
        5)] + [tube([(long + v, h + 0.01, -w * 0.6), (long + v, h + 0.01, w * 0.6)], 0.006, 6) for v in (0.05,
        0.22)]  # fmt: skip
    iron = [turned(p, (0, -90, 0), (long * 0.4, h + 0.03, 0)) for p in clothes_iron(g)] if chance(g, 0.3) else []
    return [*top, *stand, *(rest if chance(g, 0.6) else []), *iron]


KINDS = kinds_of(microwave_oven, dishwasher, toaster, blender, coffee_machine, stand_mixer, clothes_iron, ironing_board)
