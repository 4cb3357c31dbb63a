"""Washing, nursery and pocket things: bidets, urinals, scales, dusters, lighters and what babies hold."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, slab, smooth, symmetric, tube
from indexer.parametric.rooms.bathroom import basin
from indexer.parametric.solids import Part, around, at, box, forward, kinds_of, lathe, lying, ring, rod, turned


def bidet(g: Generator) -> list[Part]:
    style, w, deep, h = int(g.integers(3)), g.uniform(0.17, 0.2), g.uniform(0.26, 0.31), g.uniform(0.36, 0.42)
    power = g.uniform(2.1, 2.7) if style < 2 else g.uniform(3.5, 6)
    foot: list[tuple[float, ...]] = [(0, 0.6, 0.6, 0), (0.06, 0.55, 0.55, 0), (0.5, 0.6, 0.6, 0)]  # on a pedestal
    if style == 1:  # hung on the wall
        foot = [(0.3, 0.5, 0.5, -0.3), (0.45, 0.75, 0.75, -0.15)]
    elif style == 2:  # boxy down to the ground
        foot = [(0, 0.85, 0.85, -0.08), (0.5, 0.92, 0.92, -0.05)]
    rim = [(0.85, 0.97, 0.97, 0), (0.97, 1, 1, 0), (1, 0.97, 0.97, 0), (1, 0.8, 0.68, 0.14), (0.8, 0.7, 0.6, 0.14),
           (0.62, 0.3, 0.25, 0.14)]  # fmt: skip
    bowl = basin([(y * h, a * w, b * deep, c * deep) for y, a, b, c in (*foot, *rim)], power)
    z = -deep * 0.78
    spout = smooth([(0, h, z), (0, h + 0.07, z), (0, h + 0.08, z + 0.06), (0, h + 0.04, z + 0.11)], False)
    parts = [bowl, tube(spout, 0.012), rod(0.02, 0.02, y=h, z=z)]
    if chance(g):
        parts += [
            p for x in (-0.08, 0.08) for p in (rod(0.014, 0.035, x, h, z), ring(0.014, 0.007, x, h + 0.04, z, "y"))
        ]
    else:
        parts += [
            turned(box(0.012, 0.008, 0.08), (-30, 0, 0), (0, h + 0.09, z + 0.02)),
            rod(0.016, 0.02, y=h + 0.065, z=z),
        ]
    return [*parts, box(w * 1.5, h * 0.5, 0.04, 0, h * 0.45, -deep * 0.95)] if style == 1 else parts


def urinal(g: Generator) -> list[Part]:
    style, w, h, deep = (
        int(g.choice([0, 0, 0, 1, 1, 2])),
        g.uniform(0.17, 0.21),
        g.uniform(0.5, 0.7),
        g.uniform(0.15, 0.19),
    )
    if style == 2:  # a stall down to the floor
        h, turn = h * 1.5, arc(1, 0, 180, 15)
        niche = [(w * 1.25, deep), (w * 1.25, -deep * 1.3), (-w * 1.25, -deep * 1.3), (-w * 1.25, deep), (-w, deep),
                 *[(-w * x, -deep * y) for x, y in turn], (w, deep)]  # fmt: skip
        wall = turned(slab([(x, -z) for x, z in niche], h), (-90, 0, 0), (0, h / 2, 0))
        lip = [(0, 0.95, 1, 0), (0.09, 1.2, 1.1, 0), (0.1, 1, 0.9, 0), (0.03, 0.5, 0.5, 0)]
        tray = basin([(y, a * w, b * deep, 0.1 * deep) for y, a, b, _ in lip])
        top = [box(w * 2.5, 0.03, deep * 0.6, 0, h, -deep), tube([(0, h, -deep), (0, h + 0.3, -deep)], 0.015)]
        return [wall, tray, *top, rod(0.05, 0.02, y=0.03), egg(0.05, 0.03, 0.03, 0, h * 0.85, -deep)]
    levels = [(0, 0.3, 0.3, -0.6), (0.12, 0.75, 0.75, -0.2), (0.35, 1, 1, 0), (0.38, 0.97, 0.97, 0),
              (0.37, 0.85, 0.85, 0), (0.25, 0.7, 0.7, 0), (0.15, 0.3, 0.3, -0.1)]  # fmt: skip
    bowl = basin([(y * h, a * w, b * deep, c * deep) for y, a, b, c in levels])
    flat = smooth(symmetric([(w * 0.5, 0.05 * h), (w, 0.35 * h), (w * 0.95, h * 0.8), (w * 0.6, h), (0, h)]))
    parts = [bowl, slab(flat, deep * 0.3, z=-deep * 0.95)]
    for side in (-1, 1):
        wing = [
            (side * w * 0.93, h * 0.36, deep * 0.1),
            (side * w, h * 0.6, -deep * 0.5),
            (side * w * 0.9, h * 0.85, -deep * 0.75),
        ]
        parts.append(tube(smooth([*wing, (0, h * 0.97, -deep * 0.75)], False), w * 0.13))
    pipe = smooth([(0, h * 0.95, -deep * 0.9), (0, h * 1.25, -deep * 0.7), (0, h * 1.3, -deep * 1.1)], False)
    parts += [
        tube(pipe, 0.014),
        ring(0.02, 0.008, 0, h, -deep * 0.85, "y"),
        rod(0.035, 0.015, y=h * 0.15, z=-deep * 0.1),
    ]
    parts += [rod(0.025, h * 0.2, y=-h * 0.15, z=-deep * 0.6)]
    if style == 1:  # two with a screen between
        screen = turned(
            slab(smooth([(0, 0), (deep * 2.4, h * 0.2), (deep * 2.4, h * 1.2), (0, h * 1.3)]), 0.02), (0, -90, 0)
        )
        return [*at(-w * 1.7, 0, 0, *parts), *at(w * 1.7, 0, 0, *parts), *at(0, -0.05, -deep, screen)]
    return parts


def bathroom_scale(g: Generator) -> list[Part]:
    style, w, deep = int(g.choice([0, 0, 1, 1, 2])), g.uniform(0.14, 0.17), g.uniform(0.13, 0.17)
    if style == 2:  # with a column and a beam
        h = g.uniform(1.25, 1.45)
        parts = [box(w * 2.2, 0.05, deep * 3, 0, 0.03), box(w * 1.9, 0.015, deep * 2.2, 0, 0.08, 0.05)]
        parts += [box(0.1, h, 0.07, 0, 0.05, -deep * 1.3), box(w * 3, 0.035, 0.02, 0, h + 0.05, -deep * 1.3)]
        parts += [box(w * 3, 0.02, 0.02, 0, h, -deep * 1.3), box(0.02, 0.5, 0.015, 0, h + 0.08, -deep * 1.3)]
        parts += [
            box(0.05, 0.07, 0.05, x, y, -deep * 1.27) for x, y in ((g.uniform(-0.2, 0), h + 0.03), (0.1, h - 0.02))
        ]
        wheel = [lying(0.03, 0.03, x, 0.03, -deep * 1.3) for x in (-w, w)]
        return [*parts, *wheel, box(0.18, 0.02, 0.02, 0.09, h + 0.55, -deep * 1.3)]
    power = g.uniform(3, 9)
    if style == 1:  # with a dial under a window
        hood = lathe([(0, 0), (0.055, 0), (0.055, 0.02), (0.047, 0.024), (0.044, 0.014), (0, 0.014)])
        levels = [(0.01, 0.95, 0.95, 0), (0.03, 1.03, 1.03, 0), (0.045, 1, 1, 0), (0.05, 0.94, 0.94, 0)]
        parts = [basin([(y, a * w, b * deep, 0) for y, a, b, _ in levels], power), *at(0, 0.045, -deep * 0.55, hood)]
        parts += [box(0.003, 0.003, 0.035, 0, 0.058, -deep * 0.55 + 0.018)]
        return [
            *parts,
            *[box(0.006, 0.006, deep * 1.0, x * w, 0.049, deep * 0.35) for x in np.linspace(-0.75, 0.75, 11)],
        ]
    top = basin([(0.018, w, deep, 0), (0.03, w, deep, 0)], power)
    feet = [rod(0.022, 0.02, x * w * 0.6, 0, z * deep * 0.6) for x in (-1, 1) for z in (-1, 1)]
    pads = [rod(0.03, 0.004, x * w * 0.6, 0.029, z * deep * 0.5) for x in (-1, 1) for z in (-1, 1)]
    show = [box(0.1, 0.007, 0.05, 0, 0.028, -deep * 0.75), *[box(0.016, 0.004, 0.03, x, 0.034, -deep * 0.75)
            for x in (-0.03, 0, 0.03)]]  # fmt: skip
    return [top, *feet, *(pads if chance(g, 0.7) else [box(w * 1.2, 0.004, deep, 0, 0.029, deep * 0.2)]), *show]


def feather_duster(g: Generator) -> list[Part]:
    style, lean, long, size = int(g.integers(2)), g.uniform(-50, 0), g.uniform(0.2, 0.4), g.uniform(0.11, 0.15)
    grip = [(0, 0), (0.012, 0.005), (0.013, 0.1), (0.008, 0.13), (0.008, long * 1.3), (0, long * 1.3)]
    parts = [lathe(grip), ring(0.012, 0.003, 0, -0.01)]
    tall = size * (0.5 if style == 0 else 2.2)
    for i in range(110):
        t, a = (i + 0.5) / 110, i * 137.5
        out = size * g.uniform(0.8, 1.1) * (1 if style == 0 else 1 - 0.5 * t)
        y, rise = long + tall * t, out * (1.3 * t - 0.2 if style == 0 else 0.7 * t + 0.1)
        flat = out * (1 - 0.75 * t**2)
        curl = [
            (0, y, 0),
            (flat * 0.5, y + rise * 0.9, 0),
            (flat, y + rise, 0),
            (flat * 1.15, y + rise - out * 0.25, 0),
        ]
        plume = tube(smooth(curl, False, 1), (size * np.array([0.03, 0.08, 0.11, 0.12, 0.1, 0.03])).tolist(), 6)
        parts.append(turned(plume, (0, a, 0)))
    return [turned(p, (0, 0, lean)) for p in parts]


def lighter(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(3)), g.uniform(0.011, 0.014), g.uniform(0.05, 0.065)
    deep = w * g.uniform(0.45, 0.6)
    wheel = [
        turned(rod(0.0042, 0.005, y=-0.0025), (90, 0, 0)),
        *[turned(box(0.0007, 0.0049, 0.005), (0, 0, 30 * i)) for i in range(12)],
    ]
    if style == 1:  # of metal, with a hinged lid
        w, deep, bend = w * 1.45, w * 0.5, g.uniform(90, 150)
        case = [(0, w, deep, 0), (h * 0.58, w, deep, 0)]
        cap = basin([(0, w, deep, 0), (h * 0.3, w, deep, 0), (h * 0.34, w * 0.9, deep * 0.8, 0)], 7)
        parts = [
            basin(case, 7),
            box(w * 0.9, h * 0.2, deep * 1.5, w * 0.2, h * 0.57),
            *at(-w * 0.5, h * 0.7, 0, *wheel),
        ]
        parts += [
            turned(rod(0.0015, 0.004), (0, 0, 90), (w * x, h * y, deep * 0.76)) for x in (0.1, 0.5) for y in (0.62, 0.7)
        ]
        lid = turned(turned(cap, (0, 0, 0), (w, 0, 0)), (0, 0, bend), (-w, h * 0.59, 0))
        return [*parts, lid, turned(rod(0.002, deep * 1.8, y=-deep * 0.9), (90, 0, 0), (-w, h * 0.585, 0))]
    if style == 2:  # a long one for candles and grills
        long, r = g.uniform(0.11, 0.15), g.uniform(0.004, 0.006)
        side = smooth([(0, -0.012), (0.03, -0.013), (0.045, -0.03), (0.075, -0.026), (0.12, -0.014), (0.125, 0.004),
                       (0.08, 0.012), (0.02, 0.012), (0, 0.008)])  # fmt: skip
        grip, hole = slab(side, w * 1.5), turned(box(0.012, 0.013, w), (0, 0, 20), (0.035, -0.028, 0))
        barrel = [lying(r, long, -long / 2, 0), lying(r * 1.25, 0.012, -long + 0.003, 0), lying(r * 1.7, 0.02, 0, 0)]
        return [grip, hole, *barrel, box(0.02, 0.006, w * 0.7, 0.04, 0.01), ring(0.006, 0.002, 0.13, -0.005)]
    case_ = basin([(0, w * 0.9, deep * 0.9, 0), (0.002, w, deep, 0), (h, w, deep, 0)], g.uniform(2, 3.5))
    collar = basin([(h, w * 0.97, deep * 0.97, 0), (h + 0.011, w * 0.97, deep * 0.97, 0)], 2.2)
    hood = box(w * 0.9, 0.009, deep * 1.6, w * 0.4, h + 0.01)
    thumb = turned(box(w * 0.75, 0.003, deep * 1.1), (0, 0, g.uniform(8, 16)), (-w * 0.75, h + 0.0115, 0))
    flame = [egg(0.004, 0.014, 0.004, w * 0.35, h + 0.031, 0)] if chance(g, 0.4) else []
    return [case_, collar, hood, thumb, *at(-w * 0.25, h + 0.0155, 0, *wheel), *flame]


def baby_bottle(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.026, 0.034), g.uniform(0.11, 0.16)
    shapes = [[(1, 0), (1, 0.9), (0.8, 1)], [(1, 0), (1.05, 0.25), (0.75, 0.5), (1.05, 0.75), (0.85, 1)],
              [(1.1, 0), (1.2, 0.3), (1.1, 0.65), (0.8, 1)]]  # fmt: skip
    outline = smooth([(0, 0), *[(r * a, h * b) for a, b in shapes[style]], (0, h)], False)
    top, neck = h * 1.0, r * 0.95
    collar = [(0, top - 0.004), (neck, top - 0.004), (neck, top + 0.016), (neck * 0.85, top + 0.02), (0, top + 0.02)]
    ribs = around(20, box(0.0025, 0.018, 0.0025, neck, top - 0.003))
    teat = smooth([(neck * 0.8, 0.018), (neck * 0.7, 0.026), (neck * 0.28, 0.036), (neck * 0.24, 0.046),
                   (neck * 0.32, 0.054), (neck * 0.2, 0.063), (0, 0.064)], False)  # fmt: skip
    parts = [
        lathe([(a, b) for a, b in outline]),
        lathe(collar),
        *ribs,
        lathe([(0, top + 0.018), *[(a, top + b) for a, b in teat]]),
    ]
    marks = [box(r * 0.35, 0.002, 0.004, 0, h * y, r * 0.98) for y in np.linspace(0.15, 0.75, 7)] if style == 0 else []
    if chance(g, 0.4):  # with a handle at either side
        ear = smooth(
            [(r * 0.7, top - 0.01, 0), (r * 2, top - 0.02, 0), (r * 2.1, h * 0.5, 0), (r * 0.9, h * 0.35, 0)], False
        )
        parts += [tube(ear, r * 0.16), tube(ear * (-1, 1, 1), r * 0.16)]
    return [*parts, *marks]


def pacifier(g: Generator) -> list[Part]:
    style, w = int(g.integers(3)), g.uniform(0.02, 0.025)
    tall = w * g.uniform(0.7, 0.85)
    if style == 0:  # a shield like a butterfly
        half = [
            (0, -tall * 0.6),
            (w * 0.5, -tall),
            (w, -tall * 0.5),
            (w * 1.05, tall * 0.4),
            (w * 0.6, tall),
            (0, tall * 0.7),
        ]
    else:
        half = [(w * x, tall * y) for x, y in arc(1, -90, 90, 12)]
    guard = slab(smooth(symmetric(half)), w * 0.16)
    holes = [forward(rod(w * 0.13, w * 0.2), s * w * 0.62, 0, -w * 0.1) for s in (-1, 1)]
    knob = forward(lathe([(0, 0), (w * 0.42, 0), (w * 0.36, w * 0.3), (0, w * 0.34)]), 0, 0, 0)
    t = np.linspace(0, 1, 9)
    bulb = w * np.interp(t, [0, 0.3, 0.5, 0.75, 0.93, 1], [0.24, 0.2, 0.3, 0.42, 0.28, 0.05])
    flat = g.uniform(0.6, 1)
    nipple = body([(-w * 1.5 * a, b, b * flat, w * 0.12 * a) for a, b in zip(t, bulb, strict=True)])
    swing = g.uniform(-60, 60)
    loop = [
        turned(
            ring(w * g.uniform(0.45, 0.6), w * 0.09, 0, -w * 0.55), (swing if style != 1 else 80, 0, 0), (0, 0, w * 0.3)
        )
    ]
    if style == 2:  # a solid button for a handle
        loop = [egg(w * 0.5, w * 0.35, w * 0.2, 0, 0, w * 0.35)]
    return [turned(p, (0, 150, 0)) for p in (guard, *holes, knob, nipple, *loop)]


KINDS = kinds_of(bidet, urinal, bathroom_scale, feather_duster, lighter, baby_bottle, pacifier)
