"""Craft of space: stations, landers and rovers."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, loft, mirrored, slab, tube
from indexer.parametric.solids import Part, around, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def _panel(long: float, wide: float, x: float, y: float, z: float, n: int) -> list[Part]:
    """A wing of n solar panels along x from x on, seen from the front."""
    step = long / n
    return [*[box(step * 0.9, wide, 0.06, x + step * (i + 0.5), y - wide / 2, z) for i in range(n)],
        lying(0.12, long, x + long / 2, y, z), *[box(step * 0.9, 0.05, 0.12, x + step * (i + 0.5), y + wide * t, z)
        for i in range(n) for t in (-0.3, 0.3)]]  # fmt: skip


def _dish(r: float) -> Part:
    """A dish that looks upwards, standing on the origin."""
    return lathe([(0, 0), (r * 0.5, r * 0.1), (r, r * 0.4), (r * 0.97, r * 0.42), (r * 0.5, r * 0.14), (0, r * 0.05)])


def space_station(g: Generator) -> list[Part]:
    style = int(g.integers(3))
    if style == 0:  # a turning wheel with spokes
        r, n = g.uniform(25, 40), int(g.integers(3, 7))
        t = r * g.uniform(0.1, 0.16)
        wheel = [ring(r, t, axis="y"), rod(r * 0.16, r * 0.7, 0, -r * 0.35),
            *around(n, turned(rod(t * 0.4, r), (90, 0, 0)))]  # fmt: skip
        wheel += [ball(r * 0.2), rod(r * 0.08, r * 0.5, 0, r * 0.3), turned(_dish(r * 0.2), (0, 0, 0), (0, r * 0.8, 0))]
        wheel += around(n * 4, box(t * 0.9, t * 0.7, t * 0.4, 0, -t * 0.35, r + t * 0.85))
        if chance(g):
            wheel += [turned(p.copy(), (0, 0, 0), (0, -r * 0.3, 0)) for p in (ring(r * 0.75, t * 0.7, axis="y"),)]
        return [turned(p, (g.uniform(20, 20.5), 0, 15)) for p in wheel]
    half, r, n = g.uniform(14, 22), g.uniform(2.0, 2.5), int(g.integers(3, 6))
    parts = [box(half * 2, 1.0, 1.0, 0, r + 1, 0)]
    if style == 1:  # a long truss with wings at its ends
        for x in (half * 0.62, half * 0.95):
            for s in (1, -1):
                for up in (1, -1):
                    parts += [box(3.2, g.uniform(11, 11.2), 0.1, s * x, r + 1.5 + (1 if up > 0 else -12.2), 0),
                        rod(0.12, 12, s * x, r + 1.5 - (0 if up > 0 else 12))]  # fmt: skip
                    parts += [box(3.3, 0.1, 0.2, s * x, r + 1.5 + up * (2 + 1.5 * i), 0) for i in range(7)]
        parts += [turned(box(0.15, 1.5, 0.15, 0, -0.7), (0, 0, s * 45), (x, r + 1.5, 0.5))
            for x in np.arange(-half, half, 1.6) for s in (1, -1)]  # fmt: skip
        parts += mirrored(box(2.4, 0.1, 7, half * 0.3, r + 0.6, -4))
    else:  # modules about a node
        parts = mirrored(*_panel(half * 0.9, 3.4, r + 1, 0, -r * 2, n), *_panel(half * 0.6, 2.8, r + 1, 0, half * 0.5,
            n))  # fmt: skip
        parts += [*[turned(rod(r * 0.85, g.uniform(5, 8), 0, r), (a, 0, 0)) for a in (0, 180)], ball(r * 1.25)]
    z = float(-half * 0.6)
    for i in range(n):  # a string of pressed modules
        long, fat = g.uniform(5, 8), g.uniform(0.8, 1.05)
        parts += [forward(lathe([(0, 0), (r * fat * 0.5, 0), (r * fat, long * 0.1), (r * fat, long * 0.85),
            (r * fat * 0.5, long * 0.95), (0, long)]), 0, 0, z)]  # fmt: skip
        parts += [forward(rod(r * fat * 1.05, 0.3), 0, 0, z + long * t) for t in (0.25, 0.6)]
        if i % 2:
            parts += mirrored(lying(r * 0.85, r * 2.5, r * 1.9, 0, z + long / 2),
                lying(r * 0.5, 0.8, r * 3.4, 0, z + long / 2))  # fmt: skip
        z += long * 0.97
    return [*parts, turned(_dish(1.6), (40, 0, 0), (0, r * 1.2, z - 4))]


def lunar_lander(g: Generator) -> list[Part]:
    w, h, style, n = g.uniform(1.9, 2.3), g.uniform(1.3, 1.7), int(g.integers(3)), int(g.choice([3, 4, 4]))
    low, side = g.uniform(1.3, 1.7), 8 if style != 2 else 6
    eight = [arc(w * k, 22.5, 22.5 + 360 - 360 / side, side) for k in (1.0, 1.0)]
    parts = [loft(np.array([[(x, y, z) for x, z in e] for e, y in zip(eight, (low, low + h), strict=True)]))]
    parts += [lathe([(0, low), (0.35, low), (0.8, low - 0.8), (0.75, low - 0.8), (0.3, low - 0.1), (0, low - 0.1)])]
    reach = w + g.uniform(1.2, 1.8)
    leg = [tube([(0, low + h * 0.8, w * 0.92), (0, 0.2, reach)], [0.13, 0.1]),
        *mirrored(tube([(0.7, low + 0.1, w * 0.8), (0.05, low * 0.6, w + (reach - w) * 0.62)], 0.06)),
        lathe([(0, 0.05), (0.3, 0.0), (0.45, 0.15), (0.42, 0.18), (0, 0.14)], 0, 0, reach)]  # fmt: skip
    parts += around(n, *leg, start=0)
    ladder = [tube([(x, low + h * 0.8, w * 0.97), (x, 0.6, reach)], 0.03) for x in (0.2, -0.2)]
    ladder += [lying(0.025, 0.4, 0, low + h * 0.8 + (0.6 - low - h * 0.8) * t, w * 0.97 + (reach - w * 0.97) * t)
        for t in np.linspace(0.1, 0.95, 8)]  # fmt: skip
    parts += [*ladder, box(1.0, 0.06, 0.7, 0, low + h, w * 0.8)]
    top = low + h
    if style == 0:  # a cabin with a round face, boxes and tanks
        parts += [forward(rod(1.15, 2.4), 0, top + 1.15, -1.0), box(2.2, 2.0, 1.4, 0, top, -1.1),
            *mirrored(ball(0.75, 1.5, top + 0.75, -0.3))]  # fmt: skip
        parts += mirrored(forward(slab([(0, 0), (0.55, 0), (0.1, -0.5)], 0.06), 0.3, top + 1.6, 1.42),
            turned(_dish(0.45), (0, 0, -50), (1.2, top + 2.0, -0.4)))  # fmt: skip
        parts += [box(0.8, 0.9, 0.1, 0, top + 0.25, 1.38), rod(0.45, 0.4, 0, top + 2.1, -0.4)]
    elif style == 1:  # a dome with windows
        parts += [lathe([(0, top), (1.6, top), (1.7, top + 0.6), (1.2, top + 1.6), (0.5, top + 2.0), (0.5, top + 2.3),
            (0, top + 2.3)])]  # fmt: skip
        parts += around(6, turned(forward(rod(0.28, 0.15)), (-25, 0, 0), (0, top + 1.0, 1.42)))
    else:  # without a crew: tanks, panels and a mast
        parts += [*around(4, ball(0.7, 0.9, top + 0.6, 0.9)), rod(0.08, 1.8, 0, top),
            turned(_dish(0.8), (35, 0, 0), (0, top + 1.8, 0))]  # fmt: skip
        parts += mirrored(turned(box(2.4, 0.06, 1.8, 1.2, 0, 0), (0, 0, 20), (w * 0.8, top, 0)))
    for x, z in arc(w * 0.85, 45, 315, 4):
        thrust = [box(0.22, 0.22, 0.22, x, top + 0.9, z), *[rod(0.12, 0.18, x, top + 0.9 + d, z, 0.05)
            for d in (0.2, -0.2)]]  # fmt: skip
        parts += [rod(0.05, 1.0, x, top, z), *thrust] if style == 0 else thrust[:1]
    return [*parts, tube([(0.8, top + (2 if style != 2 else 0), -0.6), (0.8, top + 3.2, -0.6)], 0.03)]


def moon_rover(g: Generator) -> list[Part]:
    r, style, wide, base = g.uniform(0.35, 0.45), int(g.integers(3)), g.uniform(0.85, 1.0), g.uniform(1.0, 1.25)
    y = r * 1.3
    zs = (base, -base) if style == 0 else (base, 0.0, -base)
    parts: list[Part] = []
    for z in zs:
        for x in (wide, -wide):
            wheel = [ring(r * 0.92, r * 0.1, s * 0.1, axis="x") for s in (-1, 0, 1)] + [lying(r * 0.9, 0.16),
                lying(r * 0.3, 0.34)]  # fmt: skip
            wheel += [turned(box(0.3, r * 0.08, r * 0.1, 0, r * 0.96), (30 * i, 0, 0)) for i in range(12)]
            parts += [turned(p, (0, 0, 0), (x, r, z)) for p in wheel]
    if style == 0:  # an open car for two with a dish in front
        parts += [box(wide * 1.5, 0.12, base * 2.5, 0, y), *[lying(0.05, 2 * wide, 0, r, z) for z in zs]]
        parts += mirrored(*[tube([(wide, r * 2.1, z + r * 0.9), (wide, r * 2.35, z), (wide, r * 2.1, z - r * 0.9)],
            0.06) for z in zs])  # fmt: skip
        parts += mirrored(box(0.55, 0.1, 0.5, 0.38, y + 0.3, -0.1), turned(box(0.55, 0.6, 0.06), (-12, 0, 0),
            (0.38, y + 0.35, -0.36)), box(0.04, 0.35, 0.4, 0.38, y, -0.1))  # fmt: skip
        parts += [rod(0.04, 0.6, 0, y, 0.45), box(0.35, 0.25, 0.12, 0, y + 0.5, 0.45),
            box(wide * 1.2, 0.6, 0.4, 0, y, -base * 1.1)]  # fmt: skip
        return [*parts, rod(0.03, 1.3, 0.3, y, base), turned(_dish(0.6), (g.uniform(20, 60), 0, 0),
            (0.3, y + 1.3, base)), box(0.3, 0.3, 0.4, -0.4, y, base)]  # fmt: skip
    parts += mirrored(tube([(wide * 0.8, r, base), (wide * 0.75, y + 0.35, base * 0.4),
        (wide * 0.75, y + 0.1, -base * 0.5), (wide * 0.8, r, -base)], 0.05),
        tube([(wide * 0.75, y + 0.1, -base * 0.5), (wide * 0.8, r, 0)], 0.05))  # fmt: skip
    if style == 1:  # an explorer with a mast and an arm
        parts += [box(wide * 1.2, 0.35, base * 1.6, 0, y + 0.2), box(wide * 1.35, 0.06, base * 1.7, 0, y + 0.55),
            rod(0.06, 0.9, wide * 0.35, y + 0.6, base * 0.6)]  # fmt: skip
        parts += [box(0.4, 0.22, 0.22, wide * 0.35, y + 1.5, base * 0.6), *[forward(rod(0.07, 0.08), wide * 0.35 + s, y
            + 1.6, base * 0.7) for s in (0.12, -0.12)]]  # fmt: skip
        parts += [tube([(-0.3, y + 0.3, base * 0.8), (-0.3, y + 0.7, base * 1.2), (-0.3, y + 0.2, base * 1.6)], 0.06),
            box(0.25, 0.25, 0.25, -0.3, y, base * 1.6)]  # fmt: skip
        if chance(g):
            return [*parts, *mirrored(turned(box(wide * 0.9, 0.05, base * 1.4), (0, 0, 8), (wide * 1.05, y + 0.6, 0))),
                turned(_dish(0.3), (20, 0, 0), (0, y + 0.7, -0.6))]  # fmt: skip
        return [*parts, turned(box(0.4, 0.4, 0.9), (-30, 0, 0), (0, y + 0.4, -base)),
            turned(_dish(0.3), (20, 0, 0), (-0.3, y + 0.65, -0.2))]  # fmt: skip
    cabin = [(-base * 0.9, 0.8, 0.7, y + 0.9), (-base * 0.8, 1.0, 0.85, y + 0.95), (base * 0.6, 1.0, 0.85, y + 0.95),
        (base * 1.05, 0.7, 0.55, y + 0.85)]  # fmt: skip
    parts += [body([(z * 1.15, w * wide * 0.9, h, c) for z, w, h, c in cabin], 3),
        box(wide * 1.3, 0.4, base * 2.2, 0, y - 0.05)]  # fmt: skip
    parts += [body([(base * 1.15, wide * 0.55, 0.35, y + 1.0), (base * 1.3, wide * 0.5, 0.3, y + 0.95)], 3),
        box(wide, 0.12, base, 0, y + 1.8, -0.3)]  # fmt: skip
    return [*parts, *mirrored(forward(rod(0.1, 0.15), 0.5, y + 1.65, base * 0.9)),
        forward(rod(0.55, 0.25), 0, y + 0.9, -base * 1.2), rod(0.03, 1.0, 0.5, y + 1.7, -0.8)]  # fmt: skip


KINDS = kinds_of(space_station, lunar_lander, moon_rover)
