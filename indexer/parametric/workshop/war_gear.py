"""Heavy arms: guns of many rounds, what is launched and what goes off."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, mirrored, slab, smooth, tube, upright
from indexer.parametric.solids import Part, box, forward, kinds_of, lathe, lying, ring, rod, turned


def machine_gun(g: Generator) -> list[Part]:
    long, style, barrel = g.uniform(0.35, 0.5), int(g.integers(3)), g.uniform(0.5, 0.75)
    h, w = g.uniform(0.08, 0.11), 0.06
    parts = [box(w, h, long), box(w * 0.9, h * 0.3, long * 0.5, 0, h, long * 0.1),
        forward(rod(0.012, barrel), 0, h * 0.65, long / 2)]  # fmt: skip
    holes = int(g.integers(6, 10))
    if style == 0:  # a cooled barrel in a jacket, on a tripod
        parts += [forward(rod(0.045, barrel * 0.8), 0, h * 0.65, long / 2), *[forward(lathe([(0.04, 0), (0.052, 0),
            (0.052, 0.015), (0.04, 0.015)]), 0, h * 0.65, long / 2 + barrel * 0.8 * i / holes)
            for i in range(holes)]]  # fmt: skip
        parts += mirrored(lying(0.012, 0.1, 0.02, h * 0.8, -long / 2 - 0.04),
            rod(0.014, 0.1, 0.05, h * 0.3, -long / 2 - 0.04))  # fmt: skip
        foot = [tube([(0, -0.05, 0), (0, -0.4, 0.5)], 0.018), *mirrored(tube([(0, -0.05, 0), (0.4, -0.4, -0.35)],
            0.018))]  # fmt: skip
        parts += [*foot, rod(0.04, 0.12, 0, -0.12)]
    else:  # a light one, with a stock and a bipod
        stock = [(-long / 2, h), (-long / 2 - 0.3, h * 0.8), (-long / 2 - 0.32, -h * 0.7), (-long / 2 - 0.26, -h * 0.7),
            (-long / 2, h * 0.2)]  # fmt: skip
        parts += [upright(stock, w * 0.7), upright([(-long * 0.45, 0), (-long * 0.6, -0.12), (-long * 0.48, -0.13),
            (-long * 0.33, 0)], w * 0.6)]  # fmt: skip
        parts += [forward(rod(0.028, barrel * 0.45), 0, h * 0.6, long / 2), forward(rod(0.02, 0.07), 0, h * 0.65,
            long / 2 + barrel)]  # fmt: skip
        parts += mirrored(tube([(0.01, h * 0.5, long / 2 + barrel * 0.6), (0.13, -0.24, long / 2 + barrel * 0.65)],
            0.008))  # fmt: skip
        parts += [tube([(0, h * 1.1, long * 0.1), (0, h * 2, long * 0.15), (0, h * 2, long * 0.4),
            (0, h * 1.2, long * 0.4)], 0.009)]  # fmt: skip
    for z in (long / 2 + barrel * 0.95, -long * 0.2):
        parts += [box(0.008, 0.05, 0.012, 0, h * 0.9, z)]
    if style == 1:  # a drum below
        parts += [lying(0.1, 0.09, 0, -0.08, long * 0.15), lying(0.07, 0.1, 0, -0.08, long * 0.15)]
    else:  # a belt from its box
        parts += [box(0.09, 0.14, 0.16, 0.1, -0.12, long * 0.1)]
        for i, (x, y) in enumerate(smooth([(0.1, 0.02), (0.1, h), (0.02, h * 0.95)], closed=False, times=3)):
            parts += [forward(rod(0.007, 0.07, top=0.003), x, y, long * 0.06)] if i % 2 == 0 else []
    return parts


def rocket_launcher(g: Generator) -> list[Part]:
    long, r, style = g.uniform(0.85, 1.1), g.uniform(0.035, 0.055), int(g.integers(3))
    z0 = -long / 2
    parts = [forward(rod(r, long), 0, 0, z0)]
    grip = [(0.02, 0), (-0.02, -0.14), (0.03, -0.14), (0.06, 0)]
    parts += [upright(np.array(grip) + np.array((long * 0.12, -r * 0.8)), 0.03),
        ring(0.03, 0.005, 0, -r - 0.025, long * 0.21, axis="x")]  # fmt: skip
    parts += [box(0.02, 0.07, 0.05, r * 0.6, r * 0.7, long * 0.15), forward(rod(0.018, 0.14), r * 0.6, r + 0.07,
        long * 0.08)]  # fmt: skip
    if style == 0:  # a slim tube with a swollen head and a flared tail
        parts += [forward(lathe([(0, 0), (r * 1.9, 0), (r * 1.0, long * 0.15), (0, long * 0.15)]), 0, 0,
            z0 - long * 0.12)]  # fmt: skip
        head = [(0, 0), (r * 0.7, 0), (r * 0.7, 0.1), (r * 1.8, 0.18), (r * 1.8, 0.26), (r * 0.4, 0.45), (0, 0.46)]
        parts += [forward(lathe(head), 0, 0, long / 2), upright(np.array(grip) + np.array((-0.03, -r * 0.8)), 0.03)]
        return [*parts, forward(lathe([(r, 0), (r * 1.25, 0.02), (r * 1.25, long * 0.3), (r, long * 0.32)]), 0, 0, z0
            + long * 0.2)]  # fmt: skip
    if style == 1:  # four tubes in a block
        a = r * 1.1
        parts = [*parts[1:], *[forward(lathe([(r * 0.8, 0), (r, 0), (r, long), (r * 0.8, long), (r * 0.8, long * 0.9),
            (0, long * 0.9), (0, 0.02), (r * 0.8, 0.02), (r * 0.8, 0)]), x, y + 2 * r * 0.6, z0) for x in (a, -a)
            for y in (a, -a)]]  # fmt: skip
        return [*parts, *[box(4.6 * r, 4.6 * r, 0.03, 0, 1.2 * r - 2.3 * r, z)
            for z in (z0 + 0.05, 0.0, long / 2 - 0.05)]]  # fmt: skip
    pad = [(-0.15, -r), (-0.12, -r - 0.06), (0.02, -r - 0.06), (0.06, -r)]
    parts += [upright(pad, r), *[forward(lathe([(r, 0), (r * 1.4, 0.01), (r * 1.4, 0.07), (r, 0.08)]), 0, 0, z)
        for z in (z0, long / 2 - 0.08)]]  # fmt: skip
    return [*parts, forward(rod(r * 0.7, 0.02), 0, 0, long / 2), box(0.03, 0.1, 0.2, -r * 1.2, -0.05, long * 0.2)]


def dynamite(g: Generator) -> list[Part]:
    r, h, style, n = g.uniform(0.013, 0.018), g.uniform(0.16, 0.22), int(g.integers(3)), int(g.choice([3, 7]))
    places = [(0.0, 0.0)] if style == 0 else [*([(0.0, 0.0)] if n == 7 else []),
        *[(x, z) for x, z in arc(2.02 * r if n == 7 else 1.16 * r, 0, 360 - 360 / min(n, 6), min(n, 6))]]  # fmt: skip
    stick = lathe([(0, 0.0), (r * 0.85, 0), (r, r * 0.2), (r, h - r * 0.2), (r * 0.85, h), (0, h)])
    parts = [turned(stick.copy(), (0, 0, 0), (x, 0, z)) for x, z in places]
    whole = r * (1.0 if style == 0 else 3.02 if n == 7 else 2.16)
    bands = [lathe([(whole * 0.9, 0), (whole * 1.03, 0), (whole * 1.03, h * 0.07), (whole * 0.9, h * 0.07)], 0, h * t)
        for t in (0.22, 0.7)]  # fmt: skip
    parts += bands
    for x, z in places:
        sway = g.uniform(-1, 1, 2) * r * 2
        fuse = [(x, h * 0.95, z), (x, h * 1.2, z), (x * 0.5 + sway[0], h * 1.3, z + sway[1]),
            (sway[0] * 2, h * g.uniform(1.35, 1.6), sway[1])]  # fmt: skip
        parts += [tube(smooth(fuse, closed=False), r * 0.13)]
    if style == 2:  # with a clock and wires
        face = [forward(rod(whole * 0.75, r * 0.9)), forward(rod(whole * 0.6, r * 1.1)),
            ring(whole * 0.7, r * 0.12, 0, 0, r), box(r * 0.15, whole * 0.5, r * 1.3),
            turned(box(r * 0.15, whole * 0.35, r * 1.3), (0, 0, -80))]  # fmt: skip
        parts += [turned(p, (0, 0, 0), (0, h * 0.5, whole * 0.9)) for p in face]
        parts += mirrored(tube(smooth([(whole * 0.5, h * 0.6, whole * 1.1), (whole, h * 0.8, whole * 1.2),
            (whole * 0.8, h * 1.1, r), (r, h, 0)], closed=False), r * 0.1))  # fmt: skip
    return parts


def torpedo(g: Generator) -> list[Part]:
    long, r, style, n = g.uniform(3.2, 5), g.uniform(0.25, 0.32), int(g.integers(3)), int(g.integers(4, 7))
    nose = [[(long, 0.0), (long * 0.99, 0.6), (long * 0.95, 0.92)], [(long, 0.0), (long, 0.7), (long * 0.985, 0.9)],
        [(long * 1.03, 0.0), (long * 0.99, 0.3), (long * 0.9, 0.85)]][style]  # fmt: skip
    profile = [(0, 0), (r * 0.25, 0), (r * 0.55, long * 0.06), (r * 0.9, long * 0.17), (r, long * 0.25),
        (r, long * 0.85), *[(r * b, a) for a, b in nose[::-1]]]  # fmt: skip
    parts = [forward(lathe(profile)), *[forward(rod(r * 1.015, long * 0.008), 0, 0, long * t)
        for t in (0.26, 0.45, 0.68, 0.82)]]  # fmt: skip
    fin = upright([(long * 0.12, r * 0.5), (long * 0.1, r * 1.1), (long * 0.03, r * 1.1), (long * 0.03, r * 0.3)],
        r * 0.1)  # fmt: skip
    parts += [turned(fin.copy(), (0, 0, 90 * i + (45 if chance(g, 0.3) else 0))) for i in range(4)]
    for z, s in ((-long * 0.01, 1), (-long * 0.035, -1)):  # two screws turning against each other
        blade = slab(smooth([(-r * 0.08, 0), (r * 0.08, 0), (r * 0.3, r * 0.7), (0, r * 0.9), (-r * 0.25, r * 0.7)]),
            r * 0.06)  # fmt: skip
        parts += [turned(turned(blade.copy(), (0, s * 35, 0)), (0, 0, 360 * i / n), (0, 0, z)) for i in range(n)]
    parts += [forward(lathe([(0, -long * 0.05), (r * 0.12, -long * 0.05), (r * 0.24, 0.0), (0, 0.0)]))]
    if style == 1:
        parts += [ring(r * 1.1, r * 0.07, 0, 0, long * 0.02)]
    return parts if chance(g, 0.7) else [*parts, *[box(r * 2.4, r * 0.9, r * 0.4, 0, -r * 1.3, long * t)
        for t in (0.3, 0.7)]]  # fmt: skip


KINDS = kinds_of(machine_gun, rocket_launcher, dynamite, torpedo)
