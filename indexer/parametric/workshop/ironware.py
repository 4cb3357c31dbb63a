"""Keys, locks and other cast and forged things."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, sector, slab, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def key(g: Generator) -> list[Part]:
    long, r, old = g.uniform(0.035, 0.05), g.uniform(0.009, 0.012), chance(g)
    if old:
        bow = [ring(r, 0.0025, 0, long + r)]
        if chance(g):
            bow = [
                ring(r * 0.55, 0.002, x, long + y) for x, y in ((-r * 0.6, r * 0.4), (r * 0.6, r * 0.4), (0, r * 1.4))
            ]
        bit = slab(
            [
                (0, 0),
                (0.013, 0),
                (0.013, 0.004),
                (0.009, 0.004),
                (0.009, 0.007),
                (0.013, 0.007),
                (0.013, 0.012),
                (0, 0.012),
            ],
            0.0025,
            y=0.002,
        )
        return [rod(0.0028, long), *bow, bit, *[ring(0.0035, 0.001, y=long * t, axis="y") for t in (0.92, 0.85)]]
    edge = [
        p
        for i in range(6)
        for p in ((0.004, 0.004 + i * long / 7), (0.0015 + 0.0018 * g.random(), 0.004 + (i + 0.5) * long / 7))
    ]
    blade = slab([(0, 0), *edge, (0.004, long), (-0.004, long), (-0.004, 0.003)], 0.002)
    head = [sector(r * 1.1, r * 0.3, a, a + 181, 0.0026, 0, long + r * 0.9) for a in (0, 180)]
    return [blade, *head]


def padlock(g: Generator) -> list[Part]:
    w, h, high = g.uniform(0.02, 0.026), g.uniform(0.03, 0.045), g.uniform(0.012, 0.03)
    if chance(g, 0.7):
        case = turned(body([(0, w, 0.01, 0), (h, w, 0.01, 0)], 5), (-90, 0, 0))
    else:
        case = turned(rod(w * 1.1, 0.02, y=-0.01), (90, 0, 0), (0, w * 0.9, 0))
        h = w * 1.6
    lift = 0.008 if chance(g, 0.25) else 0.0  # an open shackle stands off one side
    r = w * 0.65
    curve = (
        [(-r, h - 0.005, 0), (-r, h + high + lift, 0)]
        + [(r * x, h + high + lift + r * y, 0) for x, y in arc(1, 170, 10, 9)]
        + [(r, h + high, 0), (r, h + lift * 1.2 - 0.004, 0)]
    )
    hole = [
        turned(rod(0.004, 0.003), (90, 0, 0), (0, h * 0.45, 0.009)),
        box(0.003, 0.009, 0.003, 0, h * 0.45 - 0.009, 0.01),
    ]
    return [case, tube(curve, 0.0036), *hole]


def anchor(g: Generator) -> list[Part]:
    h, r, bar = g.uniform(1.1, 1.4), g.uniform(0.42, 0.55), g.uniform(0.28, 0.4)
    arms = tube(
        [(x, r + y, 0) for x, y in arc(r, 195, 345, 17)], [*np.linspace(0.03, 0.065, 9), *np.linspace(0.058, 0.03, 8)]
    )
    fluke = turned(slab([(-0.1, 0), (0.1, 0), (0, 0.22)], 0.03), (0, 60, 0), (r * 0.97, r * 0.72, 0))
    eye = ring(0.09, 0.022, 0, h + 0.1)
    stock = [lying(0.03, 2 * bar, 0, h * 0.88), *mirrored(ball(0.05, bar, h * 0.88))]
    links = [
        ring(0.07, 0.018, 0.03 * i, h + 0.24 + 0.11 * i, 0, axis="x" if i % 2 == 0 else "z")
        for i in range(int(g.integers(0, 4)))
    ]
    return [rod(0.05, h, top=0.035), arms, *mirrored(fluke), eye, *stock, *links]


def bell(g: Generator) -> list[Part]:
    r, h = g.uniform(0.2, 0.26), g.uniform(0.3, 0.42)
    outer = [(r, 0), (r * 0.98, 0.02), (r * 0.8, h * 0.25), (r * 0.66, h * 0.6), (r * 0.58, h * 0.88), (r * 0.35, h)]
    shell = lathe(
        [(r * 0.92, 0), *outer, (0, h * 1.02), (0, h * 0.93), (r * 0.5, h * 0.85), (r * 0.6, h * 0.5), (r * 0.92, 0)]
    )
    clapper = [rod(0.012, h * 0.9, 0, 0.02), ball(0.04, 0, 0.0, 0)]
    if chance(g):  # a hand bell
        top = [rod(0.028, 0.2, y=h, top=0.035), egg(0.045, 0.035, 0.045, 0, h + 0.22, 0)]
    else:
        top = [ring(0.05, 0.018, y=h + 0.05)]
    return [shell, *clapper, *top, *[ring(r * k, 0.007, y=h * t, axis="y") for t, k in ((0.12, 0.91), (0.62, 0.655))]]


KINDS = kinds_of(key, padlock, anchor, bell)
