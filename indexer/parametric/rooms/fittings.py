"""Fittings of a home: air, water, waste, and what stands by."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, slab, smooth, tube, upright
from indexer.parametric.rooms.appliances import bend, knob
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def cooker_hood(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.3, 0.45), g.uniform(0.22, 0.26), g.uniform(0.12, 0.3), int(g.integers(3))
    p, tall, z = g.uniform(0.11, 0.16), g.uniform(0.4, 0.7), -0.04
    shaft = [box(2 * p, tall, 1.7 * p, 0, h * 0.9, z - d * 0.3), box(2.1 * p, tall * 0.45, 1.8 * p, 0, h * 0.9,
        z - d * 0.3)]  # fmt: skip
    vents = mirrored(*[box(0.006, 0.006, p, p, h + tall * 0.75 + 0.015 * i, z - d * 0.3) for i in range(4)])
    if style == 0:  # a pyramid
        hull = turned(body([(0.05, w, d, 0), (h, p, p * 0.85, -z + d * 0.3)], 8, 32), (-90, 0, 0))
        parts = [hull, *[box(0.02, 0.05, 2 * d, x) for x in (0.01 - w, w - 0.01)], *[box(2 * w, 0.05, 0.02, 0, 0,
            s * (d - 0.01)) for s in (1, -1)]]  # fmt: skip
        y = 0.05
    elif style == 1:  # a flat box under curved glass
        parts = [box(1.3 * w, 0.07, 1.7 * d, 0, 0.02, -0.03), box(2 * p, h, 1.7 * p, 0, 0.05, z - d * 0.3)]
        pane = slab([*[(x * w, 0.07 - 0.07 * x * x) for x in np.linspace(-1.1, 1.1, 15)], *[(x * w,
            0.062 - 0.07 * x * x) for x in np.linspace(1.1, -1.1, 15)]], 2 * d)  # fmt: skip
        parts, y = [*parts, pane], 0.09
    else:  # a leaning pane
        tip = [(-d, 0.05), (-d * 0.2, 0.0), (d * 0.9, h * 1.5), (d * 0.85, h * 1.5 + 0.03), (-d * 0.3, 0.08), (-d, 0.3)]
        parts, y = [upright(tip, 2 * w), box(1.6 * w, 0.03, d * 0.8, 0, h, -d * 0.4)], h * 0.6
    keys = [knob(0.01, 0.012, x, y - 0.03, d if style == 0 else d * 0.82 - 0.03) for x in np.linspace(-0.08, 0.08,
        int(g.integers(3, 6)))] if style < 2 else []  # fmt: skip
    nets = [box(0.012, 0.008, d * 1.4, x, 0.015, 0) for x in np.linspace(-w * 0.6, w * 0.6, 14)] if style < 2 else []
    return [*parts, *shaft, *vents, *keys, *nets]


def air_conditioner(g: Generator) -> list[Part]:
    style, w, n = int(g.integers(3)), g.uniform(0.38, 0.5), int(g.integers(6, 12))
    if style == 0:  # for a wall inside
        h, d = g.uniform(0.27, 0.32), g.uniform(0.2, 0.24)
        front = smooth([(d * 0.4, h), (d * 0.9, h * 0.85), (d, h * 0.4), (d * 0.6, 0.02)], False)
        side = [(0.0, 0.0), (0.0, h), *[(float(z), float(y)) for z, y in front], (d * 0.45, 0.0)]
        flaps = [turned(box(1.8 * w, 0.008, d * 0.35), (a, 0, 0), (-0.03, y, z)) for a, y, z in ((35, 0.0, d * 0.85),
            (45, 0.03, d * 0.7))]  # fmt: skip
        slots = [box(1.8 * w, 0.01, 0.012, 0, h, d * v) for v in (0.12, 0.22, 0.32)] + mirrored(box(0.012, h * 0.8,
            d * 0.5, w, h * 0.1, d * 0.4))  # fmt: skip
        return [upright(side, 2 * w), *flaps, *slots, box(2 * w, 0.006, 0.01, 0, h * 0.3, d * 0.98), box(0.08, 0.025,
            0.01, w * 0.75, h * 0.34, d * 0.98), tube([(-w, 0.04, 0.04), (-w - 0.1, 0.04, 0.04)], 0.025)]  # fmt: skip
    h, d = g.uniform(0.5, 0.62), g.uniform(0.26, 0.34)
    if style == 1:  # outside, with its fan
        r, x = h * 0.4, -w * 0.22
        rings = [ring(r * v, 0.004, x, h * 0.52, d / 2 + 0.015) for v in np.linspace(0.25, 1, n - 3)] + [knob(r * 0.2,
            0.03, x, h * 0.52, d / 2)]  # fmt: skip
        bars = [turned(box(0.006, r * 2, 0.006, 0, -r), (0, 0, a), (x, h * 0.52, d / 2 + 0.015)) for a in (0, 45, 90,
            135)]  # fmt: skip
        blades = [turned(turned(slab(smooth([(0, 0), (r * 0.3, r * 0.8), (-r * 0.3, r * 0.9)]), 0.006), (0, 20, 0)), (0,
            0, a), (x, h * 0.52, d / 2 + 0.004)) for a in (0, 120, 240)]  # fmt: skip
        slots = [box(w * 0.35, 0.008, 0.012, w * 0.75, h * v, d / 2) for v in np.linspace(0.25, 0.85, n)]
        return [box(2 * w, h, d, 0, 0.04), *rings, *bars, *blades, *slots, *mirrored(box(0.08, 0.04, d * 1.2, w * 0.7)),
            box(0.04, h * 0.3, d * 0.5, w + 0.02, h * 0.15), *[tube([(w, h * v, 0), (w + 0.12, h * v, -d)], 0.012)
            for v in (0.2, 0.3)]]  # fmt: skip
    w, h = w * 0.7, h * 0.8  # set in a window
    slats = [box(2 * w * 0.92, 0.012, 0.02, 0, h * 0.2 + h * 0.48 * i / n, d * 0.5) for i in range(n)]
    vanes = [turned(box(0.004, h * 0.17, 0.04), (0, 30, 0), (x, h * 0.77, d * 0.5)) for x in np.linspace(-w * 0.88,
        w * 0.3, 14)]  # fmt: skip
    side = mirrored(*[box(w * 0.5 / 8, h * 0.9, 0.012, w * (1.03 + i / 14), h * 0.05, 0.06 - 0.02 * (i % 2))
        for i in range(6)], *[box(0.008, 0.006, d * 0.4, w, h * v, -d * 0.2) for v in (0.4, 0.5, 0.6)])  # fmt: skip
    return [box(2 * w, h, d * 1.5, 0, 0, -d * 0.25), *slats, *vanes, *side, *[knob(0.022, 0.025, w * v, h * 0.85,
        d * 0.5) for v in (0.5, 0.72)], box(2 * w * 0.95, 0.015, 0.02, 0, h * 0.73, d * 0.5)]  # fmt: skip


def hair_dryer(g: Generator) -> list[Part]:
    r, long, low, style = g.uniform(0.035, 0.045), g.uniform(0.16, 0.22), g.uniform(0.12, 0.15), int(g.integers(3))
    y, back, front = low + r * 0.6, -long * 0.4, long * 0.6
    if style == 2:  # a ring on a stick
        hull = turned(lathe([(r * 0.6, 0), (r, 0.0), (r * 1.05, 0.03), (r * 0.95, 0.09), (r * 0.65, 0.09), (r * 0.6,
            0)]), (90, 0, 0), (0, y, -0.04))  # fmt: skip
        front, back = 0.05, -0.04
    else:
        hull = turned(lathe([(0, 0), (r * 0.7, 0), (r * 1.05, long * 0.12), (r * 1.1, long * 0.4), (r * 0.75,
            long * 0.85), (r * 0.75, long), (r * 0.6, long), (r * 0.55, long * 0.8), (0, long * 0.8)]), (90, 0, 0), (0,
            y, back))  # fmt: skip
    lean = g.uniform(-0.03, 0.03)
    grip = tube([(0, y - r * 0.7, -0.01), (0, y * 0.5, -0.01 + lean * 0.6), (0, 0, lean)], [r * 0.45, r * 0.4,
        r * 0.48], 12)  # fmt: skip
    rear = [ring(r * v, 0.002, 0, y, back - 0.002) for v in (0.25, 0.45, 0.65)] + [turned(box(r * 1.3, 0.003, 0.005),
        (0, 0, a), (0, y, back)) for a in (0, 60, 120)]  # fmt: skip
    nose = [body([(front - 0.005, r * 0.8, r * 0.8, y), (front + 0.02, r * 0.8, r * 0.75, y), (front + 0.06, r * 1.2,
        r * 0.22, y)], 3)]  # fmt: skip
    bowl = [turned(lathe([(r * 0.7, 0), (r * 0.9, 0.02), (r * 1.7, 0.06), (r * 1.7, 0.08), (r * 1.5, 0.065), (0,
        0.05)]), (90, 0, 0), (0, y, front - 0.005)), *[turned(rod(0.005, 0.03), (90, 0, 0), (r * q * np.cos(a),
        y + r * q * np.sin(a), front + 0.05)) for q in (0.5, 1.1) for a in np.arange(7) * 0.9]]  # fmt: skip
    tip = nose if chance(g, 0.6) else (bowl if chance(g) else [])
    keys = [box(0.012, 0.02, 0.008, 0, y * v, r * 0.42 + lean * 0.5 - 0.01) for v in (0.45, 0.62)]
    cord = [bend([(0, 0.01, lean), (0, -0.05, lean), (0.06, -0.07, lean - 0.04), (0.1, -0.02, lean - 0.1)], 0.004)]
    return [hull, grip, *(rear if style < 2 else []), *tip, *keys, *cord]


def sewing_machine(g: Generator) -> list[Part]:
    long, h, old = g.uniform(0.17, 0.2), g.uniform(0.26, 0.3), chance(g)
    x, lift = long * 0.7, h * 0.12
    wheel = [lying(0.05, 0.02, long + 0.03, h * 0.72), lying(0.02, 0.03, long + 0.03, h * 0.72), ring(0.05, 0.008,
        long + 0.03, h * 0.72, 0, "x")]  # fmt: skip
    spool = [rod(0.004, 0.05, x * 0.6, h * 0.95), lathe([(0, 0), (0.018, 0), (0.013, 0.005), (0.013, 0.03), (0.018,
        0.035), (0, 0.035)], x * 0.6, h * 0.96)]  # fmt: skip
    needle = [rod(0.006, h * 0.35, -long * 0.78, h * 0.35), rod(0.0025, h * 0.2, -long * 0.78, h * 0.2), box(0.02,
        0.005, 0.03, -long * 0.78, lift + 0.008, 0.008), rod(0.004, h * 0.35, -long * 0.78, lift + 0.01,
        -0.015)]  # fmt: skip
    if old:  # slender, with a waist, on a wooden foot
        arm = tube(smooth([(long * 0.75, lift, 0), (long * 0.8, h * 0.5, 0), (long * 0.85, h * 0.78, 0), (long * 0.3,
            h * 0.85, 0), (-long * 0.3, h * 0.75, 0), (-long * 0.75, h * 0.8, 0)], False), [0.05, *np.linspace(0.042,
            0.03, 16), 0.034][:18], 14)  # fmt: skip
        parts = [box(2.5 * long, lift - 0.015, 0.2, 0.01), box(2.2 * long, 0.016, 0.17, 0, lift - 0.015), arm, egg(0.03,
            0.055, 0.03, -long * 0.78, h * 0.72, 0)]  # fmt: skip
    else:
        arch = [(-long, h * 0.5), (-long * 0.55, h * 0.5), (-long * 0.45, h * 0.6), (long * 0.35, h * 0.6),
            (long * 0.42, h * 0.5), (long * 0.42, lift), (long, lift), (long, h * 0.85), (long * 0.9, h * 0.93),
            (-long * 0.9, h * 0.95), (-long, h * 0.85)]  # fmt: skip
        parts = [slab(arch, 0.1), slab([(-long, 0), (long, 0), (long, lift), (-long, lift)], 0.13), knob(0.03, 0.02,
            long * 0.7, h * 0.42, 0.05), knob(0.02, 0.02, long * 0.7, h * 0.68, 0.05), box(0.014, 0.04, 0.02,
            -long * 0.3, h * 0.7, 0.05), bend([(-long * 0.3, h * 0.92, 0), (-long * 0.28, h * 1.1, 0), (long * 0.28,
            h * 1.1, 0), (long * 0.3, h * 0.92, 0)], 0.009)]  # fmt: skip
    if not chance(g, 0.4 if old else 0.0):
        return [*parts, *wheel, *spool, *needle]
    frame = [box(0.75, 0.025, 0.42, 0.05, -0.025), *[tube([(0.05 + s * 0.3, 0, z), (0.05 + s * 0.28, -0.36, -z * 0.2),
        (0.05 + s * 0.31, -0.7, z)], 0.014) for s in (1, -1) for z in (0.16, -0.16)], lying(0.012, 0.6, 0.05,
        -0.6)]  # fmt: skip
    return [*parts, *wheel, *spool, *needle, *frame, box(0.3, 0.015, 0.24, 0.02, -0.62), ring(0.14, 0.012, 0.3, -0.42,
        0, "x"), *[turned(box(0.01, 0.27, 0.01, 0, -0.135), (a, 0, 0), (0.3, -0.42, 0)) for a in (0, 60,
        120)]]  # fmt: skip


def fire_extinguisher(g: Generator) -> list[Part]:
    r, h, gas = g.uniform(0.06, 0.09), g.uniform(0.36, 0.5), chance(g, 0.35)
    tank = lathe([(0, 0.01), (r * 0.85, 0), (r, 0.02), (r, h), *[(float(a * r), h + float(b * r) * 0.8) for a,
        b in arc(1, 10, 70, 6)], (r * 0.28, h + r), (0, h + r)])  # fmt: skip
    y = h + r * 0.95
    valve = [rod(0.022, 0.05, y=y), turned(box(0.02, 0.008, 0.15, 0, 0, 0.045), (6, 0, 0), (0, y + 0.035, 0)),
        turned(box(0.022, 0.008, 0.15, 0, 0, 0.045), (-12, 0, 0), (0, y + 0.06, 0)), ring(0.014, 0.002, 0.035,
        y + 0.045, 0.0), lying(0.003, 0.06, 0.01, y + 0.05)]  # fmt: skip
    valve += [lying(0.018, 0.02, -0.025, y + 0.02), ring(0.018, 0.003, -0.035, y + 0.02, 0, "x")] if not gas else []
    hose = bend([(0, y + 0.02, -0.02), (0, y + 0.06, -r * 1.4), (r * 0.9, h * 0.75, -r * 1.3), (r * 1.3, h * 0.4,
        -r * 0.3)], 0.011)  # fmt: skip
    q = 0.045 if gas else 0.017
    horn = tube([(r * 1.3, h * 0.42, -r * 0.32), (r * 1.32, h * 0.3, -r * 0.1), (r * 1.34, h * (0.02 if gas else 0.12),
        r * 0.2)], [0.014, 0.017 if gas else 0.014, q], 14)  # fmt: skip
    bands = [lathe([(r, 0), (r * 1.03, 0.0), (r * 1.03, h * t), (r, h * t)], y=h * v) for v, t in ((0.3, 0.4), (0.1,
        0.02))] if chance(g, 0.7) else []  # fmt: skip
    foot = [lathe([(r * 1.02, 0), (r * 1.08, 0), (r * 1.04, 0.03), (r, 0.03)])] if chance(g, 0.6) else []
    return [tank, *valve, hose, horn, *bands, *foot, box(0.03, 0.015, r * 0.5, r * 1.1, h * 0.4, -r * 0.2)]


def faucet(g: Generator) -> list[Part]:
    style, r, h, reach = int(g.integers(3)), g.uniform(0.011, 0.014), g.uniform(0.22, 0.34), g.uniform(0.15, 0.2)
    base = lathe([(0, 0), (r * 2.4, 0), (r * 2.3, 0.008), (r * 1.7, 0.014), (r * 1.6, 0.06), (0, 0.06)])
    if style == 0:  # a high neck, one lever at its side
        neck = tube([(0, 0, 0), (0, h * 0.6, 0), *[(0, h * 0.65 + y * 0.5, 0.5 * reach - z * 0.5) for z, y in arc(reach,
            0, 180, 15)], (0, h * 0.45, reach)], r)  # fmt: skip
        side = [lying(r * 1.1, 0.04, 0.03, 0.04), tube([(0.045, 0.04, 0), (0.055, 0.06, 0.02), (0.06, 0.09, 0.06)],
            [r * 0.7, r * 0.5, r * 0.4]), rod(r * 1.25, 0.05, 0, h * 0.45 - 0.045, reach)]  # fmt: skip
        coil = [tube([(0, 0.06 + (h * 0.55 - 0.05) * t, 0) + r * 1.35 * np.array((np.cos(60 * t), 0, np.sin(60 * t)))
            for t in np.linspace(0, 1, 110)], 0.002, 5)]  # fmt: skip
        return [base, neck, *side, *(coil if chance(g, 0.3) else [])]
    spout = [(0, h * 0.3, 0), (0, h * 0.55, 0.03), (0, h * 0.55, reach * 0.8), (0, h * 0.32, reach * 0.85)]
    if style == 1:  # one lever on top
        k = g.uniform(0.4, 0.55)
        spout = [(0, h * k - 0.03, 0), (0, h * k, reach * 0.4), (0, h * k * 0.95, reach * 0.75), (0, h * k * 0.75,
            reach * 0.8)]  # fmt: skip
        lever = [lathe([(0, 0), (r * 1.7, 0), (r * 1.5, 0.025), (0, 0.035)], y=h * k), tube([(0, h * k + 0.025, -0.01),
            (0, h * k + 0.045, 0.04), (0, h * k + 0.06, 0.1)], [r * 0.8, r * 0.6, r * 0.5])]  # fmt: skip
        return [base, rod(r * 1.6, h * k), bend(spout, r * 1.05), *lever, rod(r * 1.15, 0.02, 0, h * k * 0.75 - 0.015,
            reach * 0.8), rod(0.003, h * k * 1.2, 0, 0, -r * 2), ball(0.007, 0, h * k * 1.22, -r * 2)]  # fmt: skip
    bar, cross = g.uniform(0.07, 0.1), chance(g)
    tap = [lathe([(0, 0), (r * 2, 0), (r * 1.2, 0.015), (r * 1.1, 0.06), (0, 0.06)], bar)]
    tap += [lying(0.005, 0.06, bar, 0.07), turned(lying(0.005, 0.06), (0, 90, 0), (bar, 0.07, 0)), rod(0.01, 0.02, bar,
        0.062), *[ball(0.008, bar + 0.03 * a, 0.07, 0.03 * b) for a, b in ((1, 0), (-1, 0), (0, 1), (0,
        -1))]] if cross else [tube([(bar, 0.06, 0), (bar, 0.075, 0), (bar + 0.06, 0.085, 0.02)], [r, r * 0.8,
        r * 0.5])]  # fmt: skip
    return [base, rod(r * 1.3, h * 0.32), bend(spout, r), rod(r * 1.2, 0.02, 0, h * 0.3 - 0.01, reach * 0.85),
        *mirrored(*tap), *([lying(r * 0.9, 2 * bar, 0, 0.03)] if chance(g) else [box(2 * bar + 0.05, 0.01,
        0.05)])]  # fmt: skip


def waste_bin(g: Generator) -> list[Part]:
    style, r, h, open_ = int(g.integers(4)), g.uniform(0.12, 0.16), g.uniform(0.35, 0.5), float(g.choice([0, 0, 50]))
    if style == 0:  # with a pedal
        dome = [turned(lathe([(0, 0), (r * 1.02, 0), (r * 1.02, 0.02), (r * 0.8, 0.05), (0, 0.065)], z=r), (-open_, 0,
            0), (0, h, -r))]  # fmt: skip
        return [lathe([(0, 0), (r, 0), (r, h), (r * 0.94, h), (r * 0.94, 0.1), (0, 0.1)]), ring(r, 0.008, 0, 0.012, 0,
            "y"), *dome, box(0.08, 0.012, 0.08, 0, 0.015, r + 0.02), box(0.06, 0.04, 0.03, 0, h - 0.03, -r - 0.01),
            *([ring(r * 1.01, 0.005, 0, h * 0.9, 0, "y")] if chance(g) else [])]  # fmt: skip
    if style == 1:  # a basket of wire
        rods = [tube([(r * 0.75 * np.cos(a), 0, r * 0.75 * np.sin(a)), (r * np.cos(a + s), h * 0.75,
            r * np.sin(a + s))], 0.0025, 5) for a in np.linspace(0, 6.28, 25)[:-1] for s in (0.5, -0.5)]  # fmt: skip
        return [*rods, ring(r, 0.006, 0, h * 0.75, 0, "y"), ring(r * 0.75, 0.005, 0, 0, 0, "y"), rod(r * 0.75, 0.005),
            ring(r * 0.87, 0.003, 0, h * 0.37, 0, "y"), *([ball(0.04, 0.03, 0.05, 0.02)]
            if chance(g) else [])]  # fmt: skip
    if style == 2:  # with a swinging flap
        hull = turned(body([(0, r * 0.85, r * 0.75, 0), (h, r * 1.1, r, 0)], 5, 24), (-90, 0, 0))
        roof = [(-r, h), (r, h), (r, h + 0.03), (0.02, h + 0.16), (-0.02, h + 0.16), (-r, h + 0.03)]
        flap = turned(box(r * 1.6, 0.012, r * 1.1), (g.uniform(45, 70), 0, 0), (0, h + 0.095, r * 0.45))
        return [hull, upright(roof, 0.03, r * 1.08), upright(roof, 0.03, -r * 1.08), upright([(z * 0.93,
            h + (y - h) * 0.9) for z, y in roof], 2 * r * 1.05), flap, box(2.3 * r, 0.03, 2.06 * r, 0,
            h - 0.015)]  # fmt: skip
    w, h = r * 1.9, h * 2.1  # on two wheels
    hull = turned(body([(0.05, w * 0.75, w * 0.75, 0), (h, w, w * 1.05, 0)], 8, 32), (-90, 0, 0))
    lid = [turned(p, (-open_ * 2, 0, 0), (0, h, -w)) for p in (turned(body([(0, w * 1.04, w * 1.1, 0), (0.03, w * 1.02,
        w * 1.08, 0), (0.06, w * 0.8, w * 0.8, 0)], 6, 24), (-90, 0, 0), (0, 0, w)), box(0.12, 0.02, 0.05, 0, 0.0,
        2.1 * w))]  # fmt: skip
    grip = [lying(0.014, 1.7 * w, 0, h - 0.01, -w * 1.22), *mirrored(box(0.03, 0.04, 0.1, w * 0.8, h - 0.03,
        -w * 1.13))]  # fmt: skip
    tyres = mirrored(lying(0.1, 0.045, w * 0.75, 0.1, -w * 0.8), lying(0.04, 0.06, w * 0.75, 0.1, -w * 0.8))
    return [hull, *lid, *grip, *tyres, lying(0.012, 1.5 * w, 0, 0.1, -w * 0.8), box(2.05 * w, 0.03, 2.12 * w, 0,
        h - 0.05), *mirrored(box(0.02, h * 0.6, 0.02, w * 0.5, h * 0.2, w * 0.92))]  # fmt: skip


KINDS = kinds_of(cooker_hood, air_conditioner, hair_dryer, sewing_machine, fire_extinguisher, faucet, waste_bin)
