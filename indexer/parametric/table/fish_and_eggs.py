"""Fish and eggs, cooked or tinned."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, plate, slab, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, ring, rod, turned
from indexer.parametric.table.roasts import lemon_slice, platter


def fish_on_a_plate(g: Generator) -> list[Part]:
    long, style = g.uniform(0.1, 0.14), int(g.integers(3))
    tall, thick = long * g.uniform(0.24, 0.36), long * g.uniform(0.14, 0.2)
    t = np.linspace(-1, 1, 17)
    deep = tall * np.interp(t, [-1, -0.8, -0.3, 0.3, 0.75, 1], [0.22, 0.3, 0.75, 1, 0.75, 0.06])
    lift = thick * 0.75
    fish = [
        turned(
            body([(x * long, d, max(thick * d / tall, 0.001), 0) for x, d in zip(t, deep, strict=True)]),
            (0, 90, 0),
            (0, lift, 0),
        )
    ]
    if style == 2:  # picked to the bone
        fish = [tube([(-long, lift, 0), (long * 0.5, lift, 0)], thick * 0.16)]
        for x in np.linspace(-0.75, 0.4, 10):
            d = tall * float(np.interp(x, [-1, 0.3], [0.3, 0.95]))
            fish += [
                tube([(x * long, lift, 0), (x * long - d * 0.35, lift, s * d)], [thick * 0.12, thick * 0.05], 6)
                for s in (1, -1)
            ]
        rows = [(x * long, d, max(thick * d / tall, 0.001), 0) for x, d in zip(t, deep, strict=True) if x > 0.42]
        fish.append(turned(body(rows), (0, 90, 0), (0, lift, 0)))
    tail = [(-0.95, 0.1), (-1.4, 0.85), (-1.25, 0), (-1.4, -0.85), (-0.95, -0.1)]
    fish.append(plate([(x * long, z * tall) for x, z in tail], thick * 0.25, 0, lift - thick * 0.1))
    fins = [(0.3, 0.9), (-0.1, 1.45), (-0.5, 1.0), (-0.5, 0.5)]
    if style != 2:
        fish += [plate([(x * long, s * z * tall) for x, z in fins], thick * 0.2, 0, lift) for s in (1, -1)]
        fish += [egg(long * 0.16, thick * 0.1, tall * 0.2, long * 0.28, lift + thick * 0.95, tall * 0.1)]
        fish += [
            turned(box(long * 0.03, thick * 0.2, tall * 1.1), (0, 25, 0), (x * long, lift + thick * 0.75, 0))
            for x in (-0.3, -0.1, 0.1)
        ]
    fish += [ball(thick * 0.2, long * 0.76, lift + thick * 0.5, -tall * 0.2),
        tube([(long * (0.5 + 0.08 * x), lift + thick * 0.75, tall * 0.7 * z) for x, z in arc(1, -80, 80, 9)],
            thick * 0.1)]  # fmt: skip
    rim = (long * 1.55, long * g.uniform(0.75, 0.95)) if chance(g, 0.7) else (long * 1.5, long * 1.5)
    extra = lemon_slice(tall * 0.55, long * 0.7, thick * 0.2, tall * 1.6, 12) + lemon_slice(
        tall * 0.55, long * 0.2, thick * 0.1, tall * 1.75
    )
    herbs = [
        ball(tall * 0.14, -long * 0.5 + dx, thick * 0.4, tall * 1.4 + dz) for dx, dz in g.normal(0, tall * 0.2, (9, 2))
    ]
    parts = [*fish, *extra, *(herbs if chance(g, 0.6) else []), platter(*rim, long * 0.12)]
    tilt = g.uniform(25, 70) if chance(g, 0.6) else 0
    return [turned(p, (tilt, 0, 0)) for p in parts]


def fried_egg(g: Generator) -> list[Part]:
    r, style = g.uniform(0.045, 0.06), int(g.integers(4))
    a = np.radians(np.arange(0, 360, 7.5))
    k = g.uniform(0, 6.28, 4)
    edge = 1 + 0.09 * np.cos(2 * a + k[0]) + 0.08 * np.cos(3 * a + k[1]) + 0.05 * np.cos(5 * a + k[2])
    rows = []
    for out, y in ((0.97, 0), (1.02, 0.03), (1.0, 0.075), (0.92, 0.085), (0.75, 0.06), (0.45, 0.09), (0.2, 0.11)):
        wave = edge ** min(1, out * 1.1) * out * r
        rows.append(
            np.stack([wave * np.cos(a), a * 0 + y * r + 0.012 * r * np.cos(4 * a + k[3]) * out, wave * np.sin(a)], 1)
        )
    yolk = r * g.uniform(0.32, 0.42)
    spots = (
        [(r * g.uniform(-0.15, 0.15), r * g.uniform(-0.15, 0.15))]
        if style != 1
        else [(-r * 0.42, 0.0), (r * 0.42, r * 0.1)]
    )
    parts = [loft(np.array(rows)), *[egg(yolk, yolk * g.uniform(0.55, 0.8), yolk, x, r * 0.1, z) for x, z in spots]]
    if style == 2:  # on toast
        toast = smooth(
            [(-1.1, 1), (1.1, 1), (1.1, -0.4), (1.3, -0.8), (0.9, -1.2), (-0.9, -1.2), (-1.3, -0.8), (-1.1, -0.4)],
            True,
            2,
        )
        return [*parts, plate(toast * r, r * 0.3, 0, -r * 0.3)]
    if style == 3:  # on a plate with bacon
        t = np.linspace(-1, 1, 20)
        rashers = [loft(np.array([[(x * r, y + 0.12 * r * math.sin(x * 9 + i), z) for y,
            z in ((0, -s), (0, s), (r * 0.06, s), (r * 0.06, -s))]
            for x in t for s in (r * 0.22,)])) for i in range(2)]  # fmt: skip
        return [*parts, platter(r * 2, r * 2, r * 0.2), *[turned(p, (0, 10 * i, 0), (0, r * 0.16, r * (1.1 + 0.4 * i)))
            for i, p in enumerate(rashers)]]  # fmt: skip
    return parts


def sardine_tin(g: Generator) -> list[Part]:
    w, n, style = g.uniform(0.05, 0.065), int(g.integers(3, 6)), int(g.integers(3))
    d, h = w * g.uniform(0.6, 0.75), w * g.uniform(0.35, 0.5)
    power = 2 if style == 2 else 5
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    x, z = (np.sign(f) * np.abs(f) ** (2 / power) for f in (np.cos(a), np.sin(a)))
    rows = [np.stack([k * w * x, a * 0 + y, k * d * z], 1) for k, y in ((1, 0), (1, h), (1.05, h), (1.05, h * 1.07),
        (0.96, h * 1.07),
        (0.96, h * 0.45))]  # fmt: skip
    parts = [loft(np.array(rows))]
    for i in range(n):
        t = (i - (n - 1) / 2) / n * 1.75
        half = d * 0.82 / n
        fish = body([(-w * 0.8, half * 0.3, half * 0.4, 0), (-w * 0.4, half, half, 0), (w * 0.4, half, half, 0),
            (w * 0.68, half * 0.7, half * 0.7, 0),
            (w * 0.85, half * 0.1, half * 0.1, 0)])  # fmt: skip
        fin = plate([(-w * 0.7, 0), (-w * 0.92, half), (-w * 0.86, 0), (-w * 0.92, -half)], half * 0.3, 0, -half * 0.1)
        parts += [turned(p, (0, 0 if p is fin else 90, 0), (0, h * 0.8, t * d)) for p in (fish, fin)]
        parts.append(ball(half * 0.22, w * 0.62, h * 0.8 + half * 0.6, t * d + half * 0.3))
    back = -w * g.uniform(0.15, 0.6)
    if style == 0:  # the lid rolled up on its key
        u = np.linspace(0, 5 * math.pi, 60)
        coil = np.stack([back + h * (0.12 + 0.02 * u) * np.cos(u), h * 1.45 + h * (0.12 + 0.02 * u) * np.sin(u)], 1)
        roll = np.concatenate([coil, (coil - (back, h * 1.45))[::-1] * 0.93 + (back, h * 1.45)])
        flat = box(back + w * 0.9, h * 0.05, d * 1.8, (back - w * 0.9) / 2, h * 1.05)
        return [*parts, slab(roll, d * 1.8), flat, turned(rod(h * 0.07, d * 2.8, y=-d * 0.9), (90, 0, 0),
            (back, h * 1.45, 0)),
            ring(h * 0.28, h * 0.07, back, h * 1.45, d * 2.1, "x")]  # fmt: skip
    lid = loft(np.array([np.stack([w * x + w, a * 0 + y, d * z], 1) for y in (0, h * 0.06)]))
    pull = ring(h * 0.25, h * 0.06, w * 1.8, h * 0.12, 0, "y")
    opening = g.uniform(60, 100)
    return [*parts, *[turned(p, (0, 0, 180 - opening), (-w, h * 1.07, 0)) for p in (lid, pull)]]


KINDS = kinds_of(fish_on_a_plate, fried_egg, sardine_tin)
