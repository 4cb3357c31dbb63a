"""Pots, pans and cutlery."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, mirrored, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _grip(long: float, w: float) -> Part:
    return slab(smooth(symmetric([(w, 0), (w * 1.1, 0.02), (w * 0.45, long * 0.7), (w * 0.4, long)]), times=1), 0.003)


def teapot(g: Generator) -> list[Part]:
    r, h = g.uniform(0.075, 0.095), g.uniform(0.1, 0.14)
    curve = smooth([(0, 0), (r * 0.65, 0), (r * 1.1, h * 0.4), (r * 0.75, h * 0.95), (r * 0.45, h)], False)
    lid = smooth([(r * 0.5, h), (r * 0.45, h * 1.08), (r * 0.12, h * 1.2), (0, h * 1.2)], False)
    spout = tube(
        smooth([(r * 0.8, h * 0.3, 0), (r * 1.4, h * 0.4, 0), (r * 1.5, h * 0.75, 0), (r * 1.9, h * 0.98, 0)], False),
        [*np.linspace(0.024, 0.012, 10)],
    )
    if chance(g, 0.75):
        grip = tube(
            smooth(
                [(-r * 0.85, h * 0.8, 0), (-r * 1.6, h * 0.95, 0), (-r * 1.7, h * 0.4, 0), (-r * 0.9, h * 0.25, 0)],
                False,
            ),
            0.0085,
        )
    else:  # a handle over the top
        grip = tube(
            smooth(
                [(-r * 0.7, h * 0.8, 0), (-r * 0.7, h * 1.8, 0), (r * 0.7, h * 1.8, 0), (r * 0.7, h * 0.8, 0)], False
            ),
            0.007,
        )
    return [
        lathe([*map(tuple, curve), *map(tuple, lid)]),
        spout,
        grip,
        ball(0.014, 0, h * 1.25, 0),
        ring(r * 0.55, 0.005, y=0.003, axis="y"),
    ]


def kettle(g: Generator) -> list[Part]:
    r, h = g.uniform(0.075, 0.09), g.uniform(0.17, 0.22)
    trunk = lathe(
        [(0, 0), (r * 1.05, 0), (r * 1.05, 0.02), (r, 0.025), (r * 0.72, h), (r * 0.5, h + 0.012), (0, h + 0.018)]
    )
    spout = slab([(r * 0.6, h * 0.75), (r * 1.15, h * 0.97), (r * 1.1, h), (r * 0.6, h)], 0.03)
    grip = tube(
        smooth(
            [
                (-r * 0.6, h * 0.98, 0),
                (-r * 1.5, h * 1.02, 0),
                (-r * 1.65, h * 0.5, 0),
                (-r * 1.4, h * 0.15, 0),
                (-r * 0.9, h * 0.15, 0),
            ],
            False,
        ),
        0.012,
    )
    base = [rod(r * 1.2, 0.018, y=-0.02)] if chance(g, 0.7) else []
    return [trunk, spout, grip, ball(0.012, 0, h + 0.022), *base]


def frying_pan(g: Generator) -> list[Part]:
    r, long = g.uniform(0.11, 0.15), g.uniform(0.15, 0.2)
    pan = lathe([(0, 0), (r * 0.85, 0), (r, 0.04), (r * 0.97, 0.04), (r * 0.83, 0.005), (0, 0.005)])
    z = r + long
    grip = tube([(0, 0.032, r * 0.96), (0, 0.045, r + 0.04), (0, 0.055, z)], [0.008, 0.011, 0.014])
    egg_ = [ball(0.02, 0.02, 0.012, 0, (1, 0.5, 1)), rod(0.05, 0.005, 0.015, 0.005, 0.005)] if chance(g, 0.35) else []
    return [pan, grip, ring(0.011, 0.003, 0, 0.057, z + 0.01, axis="y"), *egg_]


def saucepan(g: Generator) -> list[Part]:
    r, h = g.uniform(0.09, 0.12), g.uniform(0.09, 0.16)
    pot = lathe([(0, 0), (r, 0), (r, h), (r * 1.04, h + 0.004), (r * 0.95, h), (r * 0.95, 0.006), (0, 0.006)])
    if chance(g):
        grips = mirrored(
            tube(
                smooth(
                    [
                        (r, h * 0.8, -0.035),
                        (r + 0.05, h * 0.82, -0.03),
                        (r + 0.05, h * 0.82, 0.03),
                        (r, h * 0.8, 0.035),
                    ],
                    False,
                ),
                0.006,
            )
        )
    else:
        grips = [tube([(r, h * 0.85, 0), (r + 0.06, h * 0.9, 0), (r + 0.19, h * 0.95, 0)], [0.007, 0.01, 0.013])]
    lid = [
        lathe([(0, 0), (r * 1.03, 0), (r * 1.03, 0.005), (r * 0.6, 0.022), (0, 0.03)], y=h + 0.004),
        rod(0.006, 0.02, y=h + 0.03),
        rod(0.016, 0.01, y=h + 0.048),
    ]
    return [pot, *grips, *(lid if chance(g, 0.6) else [])]


def fork(g: Generator) -> list[Part]:
    n, long = int(g.choice([3, 4, 4])), g.uniform(0.11, 0.14)
    w = 0.012
    palm = slab(smooth(symmetric([(0.003, long - 0.005), (w, long + 0.018), (w, long + 0.03)]), times=1), 0.0025)
    tines = [
        slab(symmetric([(0.0018, long + 0.025), (0.0018, long + 0.065), (0.0004, long + 0.075)]), 0.0022, x)
        for x in np.linspace(-w + 0.003, w - 0.003, n)
    ]
    return [_grip(long, g.uniform(0.007, 0.01)), palm, *tines]


def spoon(g: Generator) -> list[Part]:
    long, w = g.uniform(0.11, 0.15), g.uniform(0.017, 0.023)
    tall = w * g.uniform(1.3, 1.6)
    scoop = ball(1, 0, 0, 0, (w, tall, w * 0.5))
    front = scoop.vertices[:, 2] > 0
    scoop.vertices[front] *= (0.93, 0.93, -0.85)  # the front half pressed into the back half makes a hollow
    scoop.apply_translation((0, long + tall * 0.9, 0.004))
    return [_grip(long, g.uniform(0.006, 0.01)), scoop]


def kitchen_knife(g: Generator) -> list[Part]:
    long, w = g.uniform(0.14, 0.22), g.uniform(0.025, 0.045)
    blade = [
        (0.008, 0),
        (0.008, long * 0.95),
        (0.004, long),
        (-w * 0.5, long * 0.7),
        (-w + 0.008, long * 0.2),
        (-w + 0.008, 0.005),
        (0, 0),
    ]
    grip = turned(
        body(
            [(-0.12, 0.011, 0.008, 0), (-0.11, 0.014, 0.009, 0), (-0.05, 0.011, 0.008, 0), (0.004, 0.011, 0.008, 0)], 3
        ),
        (-90, 0, 0),
        (-0.004, 0, 0),
    )
    rivets = [turned(rod(0.003, 0.019, y=-0.0095), (90, 0, 0), (-0.004, y, 0)) for y in (-0.09, -0.055, -0.02)]
    return [slab(blade, 0.0025), grip, *rivets, box(0.024, 0.008, 0.018, -0.004, -0.002)]


def corkscrew(g: Generator) -> list[Part]:
    long, wide = g.uniform(0.05, 0.065), g.uniform(0.03, 0.04)
    coil = [(0.005 * math.cos(a), -a / 31 * long, 0.005 * math.sin(a)) for a in np.linspace(0, 31, 70)]
    worm = tube(coil, [*np.full(60, 0.0017), *np.linspace(0.0017, 0.0004, 10)], 6)
    return [
        worm,
        rod(0.004, 0.03, y=-0.002),
        lying(g.uniform(0.008, 0.011), 2 * wide, 0, 0.03),
        *mirrored(ball(0.011, wide, 0.03)),
    ]


KINDS = kinds_of(teapot, kettle, frying_pan, saucepan, fork, spoon, kitchen_knife, corkscrew)
