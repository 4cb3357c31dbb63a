"""What food and drink are kept in."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, smooth, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.table.tableware import curve, ear, hollow, vessel


def tin_can(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.035, 0.045), g.uniform(0.07, 0.12), int(g.integers(4))
    if style == 0:  # a drink can
        h = r * g.uniform(3.4, 4.6)
        line = [(0, 0.004), (0.7 * r, 0), (0.75 * r, 0), (r, 0.1 * h), (r, 0.88 * h), (0.82 * r, 0.975 * h),
            (0.84 * r, h)]  # fmt: skip
        top = h - 0.003
        tab = [ring(0.007, 0.0018, 0, top, -0.006, axis="y"), box(0.012, 0.002, 0.014, 0, top, 0.004),
            rod(0.003, 0.003, 0, top)]  # fmt: skip
        return [lathe([*line, (0.8 * r, h), (0.78 * r, top), (0, top)]), *tab,
            egg(0.009, 0.0012, 0.011, 0, top, r * 0.45)]  # fmt: skip
    if style == 1:  # a flat tin of fish, its lid rolled up
        box_ = hollow([(r * 0.7, 0), (r * 0.95, 0), (r, 0.003), (r, 0.022), (r * 1.05, 0.024)], 0.002)
        fish = [egg(r * 1.2, 0.007, r * 0.2, 0, 0.015, z * r) for z in (-0.55, -0.1, 0.35)]
        roll, x = g.uniform(0.007, 0.011), r * g.uniform(-1.2, 0.2)
        lid = box(1.4 * r - x if x < 0 else 1.1 * r, 0.001, 1.8 * r, (x + 1.4 * r) / 2, 0.023)
        key = turned(ring(0.012, 0.002), (0, 90, 0), (x, 0.024 + roll, r * 1.5))
        coil = turned(rod(roll, 1.9 * r, y=-0.95 * r), (90, 0, 0), (x, 0.024 + roll, 0))
        return [vessel(box_, 4, 1.5), *fish, coil, key, lid, turned(rod(0.002, r * 2.6, y=-r * 1.3),
            (90, 0, 0), (x, 0.024 + roll, 0))]  # fmt: skip
    n, open_ = int(g.integers(4, 10)), style == 2
    ribs = [(r * (0.965 if i % 2 else 1), h * (0.25 + 0.25 * i / n)) for i in range(2 * n)]
    line = [(0, 0.003), (r * 0.9, 0.003), (r * 1.04, 0), (r * 1.04, 0.004), (r, 0.005), *ribs,
        (r, h - 0.005), (r * 1.04, h - 0.004)]  # fmt: skip
    deep = h * g.uniform(0.3, 0.7) if open_ else 0.004
    parts = [lathe([*line, (r * 1.04, h), (r * 0.96, h), (r * 0.96, h - deep), (0, h - deep)])]
    if open_:
        lid = [rod(r * 0.95, 0.0012), ring(r * 0.7, 0.001, axis="y")]
        return parts + [turned(turned(p, (0, 0, 0), (0, 0, r)), (g.uniform(-110, -60), 0, 0), (0, h, -r)) for p in lid]
    pull = [ring(0.009, 0.002, 0, h, -r * 0.2, axis="y"), box(0.01, 0.002, r * 0.5, 0, h - 0.002, r * 0.3)]
    return [*parts, ring(r * 0.75, 0.001, y=h - 0.004, axis="y"), *(pull if chance(g) else [])]


def jar(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.038, 0.055), g.uniform(0.08, 0.16), int(g.integers(3))
    neck = g.uniform(0.72, 0.88)
    power = 5 if chance(g, 0.35) else 2
    glass = [(0.8 * r, 0), (r, 0.0), (r, 0.08 * h), (r, 0.85 * h), (0.98 * r, 0.93 * h), (neck * r, h),
        (neck * r, h * 1.05)]  # fmt: skip
    label = [box(r * 1.1, h * 0.4, 0.002, 0, h * 0.25, r)] if power == 5 else [lathe([(r, h * 0.2),
        (r * 1.02, h * 0.2), (r * 1.02, h * 0.65), (r, h * 0.65)])]  # fmt: skip
    label = label if chance(g) else []
    if style == 0:  # a screw lid
        lid = [lathe([(0, 0), (r * neck * 1.12, 0), (r * neck * 1.12, 0.016), (r * neck, 0.018),
            (0, 0.016)], y=h * 1.01)]  # fmt: skip
        edge = r * neck * 1.12
        knurl = [box(0.002, 0.013, 0.002, edge * math.cos(a), h * 1.01 + 0.002, edge * math.sin(a))
            for a in np.arange(32) * math.pi / 16]  # fmt: skip
        return [vessel(curve(*glass), power), *lid, *knurl, *label]
    if style == 1:  # a lid held by a wire clip
        y, w = h * 1.06, r * neck
        lid = [lathe([(0, 0), (w * 1.1, 0), (w * 1.1, 0.006), (w * 0.8, 0.012), (w * 0.7, 0.018),
            (0, 0.018)], y=y + 0.003)]  # fmt: skip
        wire = [ring(w * 1.03, 0.0018, y=h * 1.02, axis="y"), ring(w * 1.1, 0.003, y=y + 0.001, axis="y")]
        over = [tube(smooth([(x, h * 0.97, 0), (x * 1.1, y + 0.02, 0), (x * 0.2, y + 0.021, 0),
            (0, y + 0.021, 0)], False), 0.0018) for x in (-w * 1.08, w * 1.08)]  # fmt: skip
        clip = tube(smooth([(-0.012, h, w), (-0.014, y, w * 1.25), (-0.01, h * 0.72, r * 1.08),
            (0.01, h * 0.72, r * 1.08), (0.014, y, w * 1.25), (0.012, h, w)], False), 0.0018)  # fmt: skip
        return [vessel(curve(*glass), power), *lid, *wire, *over, clip, *label]
    belly = curve((0.6 * r, 0), (0.8 * r, 0.0), (0.75 * r, 0.08 * h), (1.35 * r, 0.4 * h),
        (1.1 * r, 0.85 * h), (0.8 * r, 0.95 * h), (0.85 * r, h))  # fmt: skip
    lid = [lathe(curve((0, h), (0.95 * r, h), (0.95 * r, h * 1.05), (0.5 * r, h * 1.18), (0, h * 1.2))),
        ball(r * 0.2, 0, h * 1.27)]  # fmt: skip
    return [vessel(belly, waves=10 if chance(g, 0.3) else 0), *lid, ring(r * 0.95, 0.003, y=h, axis="y"),
        *(mirrored(ring(r * 0.28, 0.005, r * 1.3, h * 0.62)) if chance(g) else [])]  # fmt: skip


def thermos_flask(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.036, 0.048), g.uniform(0.2, 0.26), int(g.integers(4))
    if style == 2:  # a wide one for food, with a bail
        r, h = r * 1.25, h * 0.55
    if style == 3:  # a pump pot
        r, h = r * 1.6, h * 1.1
    neck = r * g.uniform(0.72, 0.85)
    walls = curve((0, 0), (r * 0.95, 0), (r, 0.01), (r, 0.4 * h), (r, h * 0.78), (neck, h * 0.86), (neck, h * 0.9))
    parts = [lathe([*walls, (0, h * 0.9)]), *[ring(r, 0.0022, y=y * h, axis="y") for y in (0.05, 0.72)]]
    if style == 3:
        beak = [(0, h * 0.88), (r * 1.1, h * 0.86), (r * 1.65, h * 0.84), (r * 1.6, h * 0.92),
            (r * 0.9, h * 1.06), (-r * 0.9, h * 1.06), (-r, h * 0.88)]  # fmt: skip
        over = tube(smooth([(-r * 1.05, h * 0.85, 0), (-r * 1.2, h * 1.3, 0), (r * 0.9, h * 1.3, 0),
            (r * 0.9, h, 0)], False), 0.009)  # fmt: skip
        head = [upright(beak, r * 1.1), rod(neck * 1.1, h * 0.06, y=h * 0.84), turned(over, (0, -90, 0))]
        push = [rod(r * 0.42, 0.012, y=h * 1.06), ring(r * 0.42, 0.003, y=h * 1.06, axis="y")]
        return [*parts, *head, *push, tube([(0, h * 0.86, r * 1.45), (0, h * 0.78, r * 1.45)], 0.008),
            rod(r * 1.05, 0.015)]  # fmt: skip
    cup = [(0, 0.0), (neck * 1.1, 0), (neck * 1.1, 0.02), (neck * 1.02, h * 0.22), (neck * 0.9, h * 0.24),
        (0, h * 0.24)]  # fmt: skip
    parts += [lathe(cup, y=h * 0.88), *[ring(neck * 1.09, 0.0015, y=h * 0.9 + i * 0.006, axis="y") for i in range(3)]]
    if style == 0:  # a folding handle at its side, and the cup has an ear
        hold = [box(0.012, 0.012, 0.018, -r * 1.1, y * h) for y in (0.2, 0.68)]
        grip = tube(smooth([(-r, h * 0.71, 0), (-r * 2, h * 0.72, 0), (-r * 2, h * 0.22, 0),
            (-r, h * 0.23, 0)], False), 0.008)  # fmt: skip
        return [*parts, *hold, grip, *([ear((neck, h * 1.08), (neck, h * 0.93), r * 0.4, 0.004)] if chance(g) else [])]
    if style == 1:  # slim, with a strap to hang it by
        strap = [(r * 0.98, h * 0.76, 0), (r * 1.3, h * 0.8, 0), (r * 1.5, h * 0.45, 0.01),
            (r * 1.3, h * 0.12, 0), (r * 0.98, h * 0.12, 0)]  # fmt: skip
        return [*parts, tube(smooth(strap, False), 0.004), *[ring(r * 1.02, 0.004, y=y * h, axis="y")
            for y in (0.12, 0.76)]]  # fmt: skip
    bail = [(-r * 1.03, h * 0.75, 0), (-r * 1.25, h * 1.45, 0), (r * 1.25, h * 1.45, 0), (r * 1.03, h * 0.75, 0)]
    pins = mirrored(lying(0.009, 0.01, r, h * 0.75))
    return [*parts, tube(smooth(bail, False), 0.005), lying(0.009, r, 0, h * 1.35), *pins]


KINDS = kinds_of(tin_can, jar, thermos_flask)
