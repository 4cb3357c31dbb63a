"""Tools and machine parts."""

from __future__ import annotations

import math

from numpy.random import Generator
from trimesh import creation

from indexer.parametric.solids import Part, ball, box, kinds_of, lying, ring, rod, turned


def hammer(g: Generator) -> list[Part]:
    h = g.uniform(0.25, 0.4)
    return [rod(0.013, h), lying(0.022, 0.11, y=h), lying(0.016, 0.05, x=-0.06, y=h, top=0.004)]


def screwdriver(g: Generator) -> list[Part]:
    return [rod(0.004, g.uniform(0.09, 0.16)), rod(0.012, 0.1, y=-0.1), box(0.009, 0.01, 0.002, y=0.12)]


def sword(g: Generator) -> list[Part]:
    h = g.uniform(0.7, 1.0)
    tip = turned(creation.cone(radius=0.028, height=0.1, sections=4), (-90, 0, 0), (0, h + 0.2, 0))
    return [box(0.045, h, 0.008, y=0.2), tip, box(0.2, 0.025, 0.03, y=0.18), rod(0.014, 0.18), ball(0.022, y=0)]


def axe(g: Generator) -> list[Part]:
    h = g.uniform(0.5, 0.8)
    blade = turned(creation.cone(radius=0.11, height=0.16, sections=3), (0, 90, 0), (0.0, h - 0.08, 0))
    blade.apply_scale((1, 1, 0.25))
    return [rod(0.015, h), blade]


def gear(g: Generator) -> list[Part]:
    n, r = int(g.integers(10, 20)), 0.05
    teeth = [turned(box(0.6 * math.pi * r / n, 0.014, 0.012, y=r - 0.003), (0, 0, 360 * i / n)) for i in range(n)]
    return [creation.annulus(r * 0.25, r, 0.012), *teeth]


def bolt(g: Generator) -> list[Part]:
    r, h = g.uniform(0.003, 0.006), g.uniform(0.02, 0.05)
    head = turned(creation.cylinder(radius=r * 1.9, height=r * 1.4, sections=6), (90, 0, 0), (0, h + r * 0.7, 0))
    return [rod(r, h), head, *[ring(r, r * 0.12, y=r * 0.5 * i, axis="y") for i in range(1, int(h / r / 0.7))]]


def nut(g: Generator) -> list[Part]:
    return [turned(creation.annulus(0.005, 0.009, g.uniform(0.005, 0.008), sections=6), (90, 0, 0))]


def pipe(g: Generator) -> list[Part]:
    h = g.uniform(0.4, 1.0)
    flanges = [turned(creation.annulus(0.05, 0.09, 0.015), (90, 0, 0), (0, y, 0)) for y in (0, h)]
    return [turned(creation.annulus(0.05, 0.06, h), (90, 0, 0), (0, h / 2, 0)), *flanges]


def ladder(g: Generator) -> list[Part]:
    n = int(g.integers(6, 10))
    return [box(0.05, n * 0.28 + 0.2, 0.04, x) for x in (-0.2, 0.2)] + [
        lying(0.015, 0.4, y=0.28 * (i + 0.6)) for i in range(n)
    ]


KINDS = kinds_of(hammer, screwdriver, sword, axe, gear, bolt, nut, pipe, ladder)
