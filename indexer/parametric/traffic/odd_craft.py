"""Odd craft on water, in the air and in space."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, plate, smooth, tube, upright
from indexer.parametric.solids import Part, ball, box, forward, kinds_of, lathe, lying, rod, turned


def _shell(sections: list[tuple[float, float, float, float]]) -> Part:
    """An open hull of sections (z, half width, keel height, rim height)."""
    rings = []
    for z, w, low, rim in sections:
        h, t = rim - low, min(w * 0.9, 1.0)
        half = [(w, rim), (w * 0.85, low + h * 0.4), (w * 0.35, low + h * 0.06)]
        well = [(w * 0.1 + t * 0.8, rim), (w * 0.55, low + h * 0.45)]
        rings.append([(x, y, z) for x, y in [*half, *[(-x, y) for x, y in half[::-1]], (-well[0][0], rim),
            (-well[1][0], well[1][1]), (well[1][0], well[1][1]), (well[0][0], rim)]])  # fmt: skip
    return loft(np.array(rings))


def catamaran(g: Generator) -> list[Part]:
    long, style = g.uniform(4, 7), int(g.integers(3))
    beam, w, h = long * g.uniform(0.22, 0.3), long * g.uniform(0.035, 0.06), long * g.uniform(0.1, 0.13)
    hull = body([(-long / 2, w * 0.8, h * 0.35, h * 0.6), (-long * 0.3, w, h * 0.5, h * 0.5),
        (long * 0.2, w * 0.9, h * 0.5, h * 0.5), (long * 0.45, w * 0.3, h * 0.4, h * 0.6),
        (long * 0.5, w * 0.05, h * 0.3, h * 0.7)], 2.6)  # fmt: skip
    parts = mirrored(turned(hull, (0, 0, 0), (beam, 0, 0)))
    mast, boom = long * g.uniform(1.1, 1.4), long * g.uniform(0.45, 0.55)
    if style == 0:  # for the beach: a net between two beams
        parts += [lying(long * 0.012, 2 * beam, 0, h, z) for z in (long * 0.12, -long * 0.3)]
        parts += [box(2 * beam, long * 0.006, long * 0.42, 0, h, -long * 0.09)]
    else:
        cabin = [(-long * 0.28, h), (long * 0.12, h), (long * 0.05, h * 1.5), (-long * 0.02, h * 2),
            (-long * 0.28, h * 2.1)]  # fmt: skip
        parts += [box(2 * beam, h * 0.35, long * 0.6, 0, h * 0.7, -long * 0.12),
            upright(smooth(cabin, times=1), beam * 1.7)]  # fmt: skip
    if style == 2:  # a ferry under power
        parts += [upright([(-long * 0.2, h * 2), (0, h * 2), (-long * 0.05, h * 2.7), (-long * 0.2, h * 2.7)], beam),
            rod(long * 0.012, h * 2, 0, h * 2.6, -long * 0.1),
            box(beam * 0.7, h * 0.1, h * 0.2, 0, h * 4, -long * 0.1)]  # fmt: skip
        parts += mirrored(tube([(beam, h, long * 0.45), (beam, h * 1.5, long * 0.42), (beam, h * 1.5, 0)],
            long * 0.005))  # fmt: skip
        return parts
    foot = h * (1.2 if style == 0 else 2.2)
    parts += [rod(long * 0.014, mast, 0, h, long * 0.08), turned(rod(long * 0.01, boom), (-90, 0, 0),
        (0, foot, long * 0.08))]  # fmt: skip
    leech = [(-boom * (1 - t) ** 0.6 * 0.98, foot + (mast - foot) * t) for t in np.linspace(0, 1, 8)]
    parts += [upright([(0, foot), *leech], long * 0.008, 0, 0.0)]
    parts[-1].apply_translation((0, h * 0.2, long * 0.08))
    jib = [(long * 0.42, h * 1.1), (long * 0.12, h * 1.3), (long * 0.1, mast * 0.85)]
    return [*parts, upright(jib, long * 0.008), lying(long * 0.008, 2 * beam, 0, h, long * 0.42)]


def hovercraft(g: Generator) -> list[Part]:
    long, style, fans = g.uniform(4, 9), int(g.integers(3)), int(g.integers(1, 3))
    w, h = long * g.uniform(0.22, 0.28), long * g.uniform(0.07, 0.1)
    edge = smooth([(-w, -long / 2), (w, -long / 2), (w, long * 0.3), (w * 0.6, long / 2), (-w * 0.6, long / 2),
        (-w, long * 0.3)], times=2)  # fmt: skip
    rings = [[(x * s, y * h, z * s) for x, z in edge] for y, s in ((0, 0.88), (0.3, 1.0), (0.7, 1.04), (1.0, 0.97),
        (1.05, 0.9))]  # fmt: skip
    parts = [loft(np.array(rings)), plate(edge * 0.9, h * 0.35, 0, h)]
    n = 26
    parts += [box(h * 0.12, h * 0.9, h * 0.12, x * 1.03, h * 0.02, z * 1.03) for x,
        z in edge[:: max(1, len(edge) // n)]]  # fmt: skip
    deck, r = h * 1.3, w * (0.75 if fans == 1 else 0.45)
    for x in (0.0,) if fans == 1 else (w * 0.5, -w * 0.5):
        duct = [(r * 0.92, -0.25 * r), (r, -0.25 * r), (r * 1.05, 0.2 * r), (r * 0.95, 0.25 * r), (r * 0.92, -0.25 * r)]
        blade = turned(box(r * 0.16, r * 0.88, r * 0.04), (0, 25, 0))
        fan = [forward(lathe(duct)), forward(rod(r * 0.16, r * 0.6, 0, -r * 0.3)),
            *[turned(blade.copy(), (0, 0, 60 * i)) for i in range(6)], box(r * 0.08, r * 2, r * 0.3, r * 0.4, -r,
            -r * 0.5), box(r * 0.08, r * 2, r * 0.3, -r * 0.4, -r, -r * 0.5),
            box(r, r * 0.5, r * 0.5, 0, -r * 1.25, 0)]  # fmt: skip
        parts += [turned(p, (0, 0, 0), (x, deck + r * 1.1, -long * 0.36)) for p in fan]
    if style == 0:  # a small open one with seats
        parts += [box(w * 0.5, h * 0.7, long * 0.3, 0, deck, -long * 0.02), turned(box(w, h * 0.06, h * 1.4),
            (60, 0, 0), (0, deck + h * 0.5, long * 0.2))]  # fmt: skip
        return [*parts, upright(smooth([(long * 0.4, deck), (long * 0.16, deck + h * 0.8), (long * 0.1, deck)]),
            w * 0.9)]  # fmt: skip
    back = -long * (0.05 if style == 1 else 0.22)
    cabin = [(long * 0.38, deck), (long * 0.28, deck + h * 1.4), (long * 0.2, deck + h * 1.8), (back, deck + h * 1.8),
        (back, deck)]  # fmt: skip
    parts += [upright(smooth(cabin, times=1), w * (1.0 if style == 1 else 1.3)), rod(h * 0.06, h, 0, deck + h * 1.7, 0)]
    if style == 2:
        parts += [upright(smooth(np.array(cabin) * (0.4, 0.6) + (long * 0.08, deck * 0.4 + h * 1.6)), w * 0.6)]
    return parts


def jet_ski(g: Generator) -> list[Part]:
    long, w, style = g.uniform(2.4, 3.1), g.uniform(0.42, 0.55), int(g.integers(3))
    hull = body([(-long / 2, w * 0.85, 0.14, 0.24), (0, w, 0.18, 0.25), (long * 0.25, w * 0.85, 0.19, 0.29),
        (long * 0.42, w * 0.45, 0.15, 0.38), (long * 0.52, w * 0.08, 0.05, 0.48)], 3)  # fmt: skip
    top = 0.62 + g.uniform(0.1, 0.25)
    hood = body([(-0.1, 0.16, 0.2, 0.5), (long * 0.12, 0.26, 0.3, top - 0.27), (long * 0.25, 0.3, 0.22, 0.5),
        (long * 0.46, 0.06, 0.06, 0.45)], 2.6)  # fmt: skip
    bar = [(-0.38, top + 0.08, long * 0.02), (-0.15, top + 0.14, long * 0.08), (0.15, top + 0.14, long * 0.08),
        (0.38, top + 0.08, long * 0.02)]  # fmt: skip
    parts = [hull, hood, tube(smooth(bar, closed=False), 0.025), rod(0.05, 0.3, 0, top - 0.12, long * 0.09)]
    parts += mirrored(tube([np.array(bar[-1]), np.array(bar[-1]) + np.array((-0.12, 0.015, 0.02))], 0.035),
        box(0.16, 0.1, 0.05, 0.3, top - 0.08, long * 0.2))  # fmt: skip
    rail = body([(-long * 0.48, 0.09, 0.05, 0.4), (long * 0.3, 0.08, 0.05, 0.47)], 3)
    parts += mirrored(turned(rail, (0, 0, 0), (w * 0.8, 0, 0)))
    if style == 0:  # to be ridden standing
        return [*parts, tube([(0, 0.5, long * 0.3), (0, top + 0.1, long * 0.06)], 0.07),
            box(w * 1.1, 0.03, long * 0.35, 0, 0.4, -long * 0.3)]  # fmt: skip
    step = 0.1 if style == 2 else 0.03
    seat = [(0.05, 0.3), (0.05, top - 0.1), (-0.15, top - 0.12), (-0.5, top - 0.16), (-0.6, top - 0.16 + step),
        (-long * 0.42, top - 0.16 + step), (-long * 0.45, 0.3)]  # fmt: skip
    parts += [upright(smooth(seat, times=1), 0.3), box(0.42, 0.2, long * 0.42, 0, 0.34, -long * 0.22)]
    parts += [tube([(-0.13, top - 0.1, -long * 0.4), (-0.13, top + 0.04, -long * 0.46),
        (0.13, top + 0.04, -long * 0.46), (0.13, top - 0.1, -long * 0.4)], 0.02)] if chance(g) else []  # fmt: skip
    return [*parts, forward(rod(0.09, 0.14), 0, 0.22, -long / 2 - 0.12)]


def viking_ship(g: Generator) -> list[Part]:
    long, style = g.uniform(14, 22), int(g.integers(3))
    w, n, curl = long * g.uniform(0.09, 0.12), int(g.integers(5, 9)), g.uniform(0.13, 0.2)
    ts = np.linspace(-1, 1, 15)
    hull = _shell([(long * 0.45 * t, w * (1 - abs(t) ** 2.5) + 0.06, 0.9 * abs(t) ** 4, w * 0.95
        + long * 0.07 * abs(t) ** 3) for t in ts])  # fmt: skip
    y = w * 0.95 + long * 0.07
    parts = [hull]
    for s in (1, -1):
        stem = [(0, 0.6, s * long * 0.44), (0, y, s * long * 0.49), (0, y + long * curl * 0.6, s * long * 0.5),
            (0, y + long * curl, s * long * 0.46), (0, y + long * curl * 1.05, s * long * 0.52)]  # fmt: skip
        if s < 0 or style == 2:
            stem[-2:] = [(0, y + long * curl, s * long * 0.46), (0, y + long * curl * 0.9, s * long * 0.41),
                (0, y + long * curl * 0.7, s * long * 0.43)]  # fmt: skip
        line = smooth(stem, closed=False)
        parts += [tube(line, list(np.linspace(0.32, 0.16, len(line))))]
        if s > 0 and style < 2:  # the dragon's head
            a = stem[-1]
            parts += [egg(0.28, 0.3, 0.6, 0, a[1], a[2] + 0.2), tube([(0, a[1], a[2]), (0, a[1] - 0.35, a[2] + 0.9)],
                [0.2, 0.08])]  # fmt: skip
            parts += mirrored(tube([(0.15, a[1] + 0.2, a[2] - 0.1), (0.25, a[1] + 0.8, a[2] - 0.3)], [0.1, 0.03]))
    rows = [(i - (n - 1) / 2) * long * 0.6 / n for i in range(n)]
    for z in rows:
        x = w * (1 - abs(z / (long * 0.45)) ** 2.5) + 0.1
        parts += mirrored(turned(rod(0.5, 0.1, top=0.4), (0, 0, -90), (x, w * 0.9, z)), ball(0.14, x + 0.1, w * 0.9, z))
        parts += [box(2 * x - 0.4, 0.08, 0.35, 0, w * 0.6, z)]
        if style != 1:
            oar = [(x * 0.8, w, z), (x + long * 0.16, -0.4, z - 0.3)]
            parts += mirrored(tube(oar, 0.06), tube([np.array(oar[1]) - (0.9, -0.5, 0), oar[1]], [0.08, 0.22]))
    mast, yard = long * g.uniform(0.45, 0.55), w * g.uniform(1.7, 2.3)
    parts += [rod(0.2, mast, 0, 0.4, 0), lying(0.12, 2 * yard, 0, mast * 0.93, 0.25), ball(0.3, 0, mast + 0.4)]
    if style == 2 and chance(g, 0.4):  # the sail taken in
        return [*parts, lying(0.35, 1.8 * yard, 0, mast * 0.88, 0.25)]
    rings = []
    for t in np.linspace(0, 1, 6):
        front = [(x * yard * 0.95, mast * (0.93 - 0.6 * t), 0.3 + 1.2 * np.sin(np.pi * t) * (1 - x * x))
            for x in np.linspace(-1, 1, 8)]  # fmt: skip
        rings.append([*front, *[(a, b, c + 0.06) for a, b, c in front[::-1]]])
    return [*parts, loft(np.array(rings)), *mirrored(tube([(0, mast, 0), (w * 0.8, w, -long * 0.15)], 0.04))]


def parachute(g: Generator) -> list[Part]:
    r, style, n, drop = g.uniform(2.5, 4), int(g.integers(3)), int(g.integers(10, 17)), g.uniform(1.3, 1.8)
    parts: list[Part] = []
    if style < 2:  # a round canopy of gores
        flat, hole = g.uniform(0.55, 0.8) if style == 0 else g.uniform(0.9, 1.05), 0.06 if chance(g) else 0.0
        angles = np.arange(n * 4) * 2 * np.pi / (n * 4)
        puff = 1 + 0.06 * np.abs(np.sin(angles * n / 2))
        rows = []
        for a, s in [*[(a, 1.0) for a in np.linspace(0, 86, 8)], *[(a, 0.97) for a in np.linspace(86, 0, 8)]]:
            f = r * s * max(np.cos(np.radians(a)), hole)
            rows.append(np.stack([f * puff * np.cos(angles), np.full(n * 4, r * s * flat * np.sin(np.radians(a))),
                f * puff * np.sin(angles)], 1))  # fmt: skip
        parts += [loft(np.array(rows))]
        ends = [(r * x, 0.0, r * z) for x, z in arc(1, 0, 360 - 360 / n, n)]
    else:  # a wing of cells
        cells, chord = int(g.integers(7, 12)), r * g.uniform(0.4, 0.55)
        foil = smooth([(chord, 0.0), (chord * 0.95, chord * 0.22), (chord * 0.3, chord * 0.24), (-chord, 0.03),
            (-chord, 0)], times=1)  # fmt: skip
        ends, bend = [], 55 / cells
        for i in range(cells):
            a = (i - (cells - 1) / 2) * bend
            cell = turned(upright(foil, r * 1.5 * np.radians(bend) * 0.94), (0, 0, 0), (0, r * 1.5, 0))
            parts += [turned(cell, (0, 0, -a), (0, -r * 1.3, 0))]
            x, y = r * 1.5 * np.sin(np.radians(a)), r * 1.5 * np.cos(np.radians(a)) - r * 1.3
            ends += [(x, y, z * chord) for z in (0.8, -0.8)]
    for e in ends:
        parts += [tube([e, (0.25 * np.sign(e[0]), -r * drop, 0)], 0.012, 4)]
    y = -r * drop
    if chance(g, 0.6):  # somebody hanging in the straps
        parts += [egg(0.2, 0.36, 0.16, 0, y - 0.35, 0), ball(0.13, 0, y + 0.1), box(0.3, 0.5, 0.18, 0, y - 0.6, -0.2)]
        parts += mirrored(tube([(0.2, y - 0.1, 0), (0.4, y + 0.1, 0.05), (0.27, y + 0.4, 0)], 0.06),
            tube([(0.1, y - 0.6, 0), (0.13, y - 0.95, 0.2), (0.14, y - 1.35, 0.05)], [0.1, 0.08, 0.06]))  # fmt: skip
    else:
        parts += [box(0.9, 0.8, 0.9, 0, y - 0.8), *mirrored(box(0.08, 0.84, 0.94, 0.25, y - 0.82))]
    return parts


KINDS = kinds_of(catamaran, hovercraft, jet_ski, viking_ship, parachute)
