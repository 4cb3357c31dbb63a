"""Sports gear."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.lofts import arc, body, chance, mirrored, plate, slab, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def soccer_ball(g: Generator) -> list[Part]:
    """Seams of a truncated icosahedron, pressed into a ball: it lies nearest to 12 or to 20 face centres."""
    part, r = creation.icosphere(subdivisions=4), g.uniform(0.1, 0.12)
    turn = np.linalg.qr(g.normal(size=(3, 3)))[0]
    ico = creation.icosphere(subdivisions=0)
    five, six = ico.vertices, ico.triangles_center / np.linalg.norm(ico.triangles_center, axis=1, keepdims=True)
    unit = part.vertices
    near = np.concatenate([(unit @ five.T) / 0.9393, (unit @ six.T) / 0.9149], axis=1)  # cosines to the seams
    best = np.sort(near, axis=1)[:, -2:]
    part.vertices = (unit * (r * (1 - 0.035 * np.exp(-(((best[:, 1] - best[:, 0]) / 0.02) ** 2))))[:, None]) @ turn
    return [part]


def basketball_hoop(g: Generator) -> list[Part]:
    w, h, rim = g.uniform(1.4, 1.8), 3.05, 0.23
    board = [
        box(w, 1.05, 0.05, 0, h - 0.15),
        *[box(0.59, 0.04, 0.02, 0, y, 0.03) for y in (h + 0.0, h + 0.42)],
        *[box(0.04, 0.45, 0.02, x, h, 0.03) for x in (-0.28, 0.28)],
    ]
    n, net = 10, []
    for i in range(n):
        for s in (1, -1):
            line = [
                ((rim - 0.09 * t) * math.cos(a), h - 0.4 * t, 0.42 + (rim - 0.09 * t) * math.sin(a))
                for t in np.linspace(0, 1, 4)
                for a in [2 * math.pi * (i + s * t * 1.5) / n]
            ]
            net.append(tube(line, 0.007, 4))
    post = [rod(0.08, h - 0.2, 0, 0, -1.0), tube([(0, h - 0.3, -1.0), (0, h + 0.2, -0.05)], 0.06)]
    foot = [box(0.9, 0.25, 1.3, 0, 0, -1.3)] if chance(g) else [rod(0.3, 0.05, 0, 0, -1.0)]
    return [*board, ring(rim, 0.012, 0, h, 0.42, axis="y"), box(0.12, 0.1, 0.2, 0, h - 0.05, 0.1), *net, *post, *foot]


def tennis_racket(g: Generator) -> list[Part]:
    w, h, y = g.uniform(0.115, 0.13), g.uniform(0.155, 0.175), 0.5
    angles = np.linspace(0, 2 * np.pi, 33)
    frame = tube([(w * np.cos(a), y + h * np.sin(a), 0) for a in angles], 0.011)
    strings = [
        rod(0.0016, 2 * h * math.sqrt(1 - t * t), t * w, y - h * math.sqrt(1 - t * t))
        for t in np.linspace(-0.9, 0.9, 14)
    ]
    strings += [lying(0.0016, 2 * w * math.sqrt(1 - t * t), 0, y + t * h) for t in np.linspace(-0.92, 0.92, 17)]
    throat = mirrored(tube([(w * 0.72, y - h * 0.7, 0), (0.012, 0.24, 0)], 0.01))
    parts = [frame, *strings, *throat, rod(0.014, 0.1, y=0.17), rod(0.0165, 0.18), rod(0.02, 0.012)]
    return [*parts, *([ball(0.033, 0.18, 0.033, 0.05)] if chance(g, 0.35) else [])]


def skateboard(g: Generator) -> list[Part]:
    long, w, kick = g.uniform(0.36, 0.45), g.uniform(0.095, 0.115), g.uniform(0.05, 0.1)
    outline = [(w * c, s * (long - w) + w * d) for s, lo in ((1, 180), (-1, 360)) for c, d in arc(1, lo - 180, lo, 9)]
    for_deck = np.array([(x, z) for x, z in outline])
    strip = [
        slab(
            [
                (-long, kick),
                (-long * 0.68, 0),
                (long * 0.68, 0),
                (long, kick),
                (long, kick + 0.012),
                (long * 0.68, 0.012),
                (-long * 0.68, 0.012),
                (-long, kick + 0.012),
            ],
            1.75 * w,
        )
    ]
    deck = turned(strip[0], (0, 90, 0), (0, 0.085, 0))
    tips = [
        turned(
            plate(for_deck[:9] * (0.875, 0.6) + (0, -0.6 * (long - w)), 0.012),
            (-18, 0, 0),
            (0, 0.085 + kick, long - 0.01),
        )
    ]
    tips += [turned(tips[0].copy(), (0, 180, 0))]
    trucks = [
        p
        for z in (-long * 0.6, long * 0.6)
        for p in (
            lying(0.012, 0.2, 0, 0.03, z),
            box(0.06, 0.05, 0.05, 0, 0.035, z),
            lying(0.03, 0.035, 0.1, 0.03, z),
            lying(0.03, 0.035, -0.1, 0.03, z),
        )
    ]
    return [deck, *tips, *trucks]


def golf_club(g: Generator) -> list[Part]:
    long = g.uniform(0.85, 1.1)
    shaft = [
        tube([(0, 0.03, 0), (0.14 * long, long, 0)], [0.0045, 0.007]),
        tube([(0.11 * long, long * 0.77, 0), (0.14 * long + 0.002, long + 0.005, 0)], [0.009, 0.013]),
    ]
    if chance(g):  # a wood, else an iron
        head = [
            body([(-0.045, 0.02, 0.01, 0), (-0.03, 0.045, 0.022, 0), (0.02, 0.055, 0.028, 0), (0.035, 0.05, 0.025, 0)])
        ]
        return [*shaft, turned(head[0], (0, 0, 0), (-0.04, 0.03, -0.01))]
    blade = slab(smooth([(0.012, 0), (-0.07, 0), (-0.085, 0.05), (-0.06, 0.06), (0.0, 0.03)], times=1), 0.012)
    return [*shaft, turned(blade, (-g.uniform(15, 40), 0, 0), (0, 0.005, 0))]


def skis(g: Generator) -> list[Part]:
    long, w = g.uniform(0.75, 0.95), 0.045
    line = [(-long, 0.02), (-long * 0.9, 0.0), (long * 0.72, 0.0), (long * 0.88, 0.05), (long, 0.16)]
    edge = [*line, *[(z, y + 0.014) for z, y in reversed(line)]]
    parts = [
        turned(slab([(-z, y) for z, y in edge], 2 * w), (0, 90, 0), (0.09, 0, 0)),
        box(0.06, 0.05, 0.09, 0.09, 0.014, 0.15),
        box(0.065, 0.06, 0.11, 0.09, 0.014, -0.15),
    ]
    pair = mirrored(*parts)
    if chance(g, 0.7):
        pole = [
            tube([(0.24, 0, 0.1), (0.26, 1.15, 0.0)], 0.008),
            tube([(0.258, 1.0, 0.01), (0.261, 1.17, 0)], 0.016),
            ring(0.045, 0.006, 0.241, 0.07, 0.095, axis="y"),
        ]
        pair += mirrored(*pole)
    return pair


def bowling_pin(g: Generator) -> list[Part]:
    fat, h = g.uniform(0.055, 0.065), g.uniform(0.36, 0.4)
    half = [
        (0.026, 0),
        (fat * 0.75, h * 0.12),
        (fat, h * 0.3),
        (fat * 0.8, h * 0.48),
        (fat * 0.38, h * 0.68),
        (fat * 0.4, h * 0.76),
        (fat * 0.55, h * 0.87),
        (fat * 0.4, h * 0.97),
        (0, h),
    ]
    extra = [ball(0.108, 0.2, 0.108, 0.1)] if chance(g, 0.25) else []
    return [
        lathe([(0, 0), *map(tuple, smooth(half, closed=False))]),
        *[ring(fat * 0.42, 0.003, y=h * y, axis="y") for y in (0.68, 0.74)],
        *extra,
    ]


KINDS = kinds_of(soccer_ball, basketball_hoop, tennis_racket, skateboard, golf_club, skis, bowling_pin)
