"""More instruments: brass, drums and things to shake, and machines that keep or play the tune."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, egg, loft, mirrored, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, around, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def _flare(r: float, h: float, bore: float, thick: float = 0.06) -> Part:
    """A bell about the upright axis, open upwards, from its throat at height 0 to its rim at height h."""
    t = np.linspace(0, 1, 10)
    radii = bore + (r - bore) * t**3.2
    outer = [(float(a), float(b)) for a, b in zip(radii, t * h, strict=True)]
    inner = [(max(a - r * thick, bore * 0.3), b + r * thick * 0.3) for a, b in outer[::-1]]
    return lathe([(0, 0), *outer, *inner, (0, h * 0.1)])


def _bend(points: Points, r: float | list[float], times: int = 3) -> Part:
    """A pipe along rounded corners; radii are spread over its length."""
    line = smooth(points, closed=False, times=times)
    return tube(line, np.interp(np.linspace(0, 1, len(line)), np.linspace(0, 1, np.size(r)), np.atleast_1d(r)).tolist())


def banjo(g: Generator) -> list[Part]:
    r, deep, neck, style = g.uniform(0.13, 0.15), g.uniform(0.05, 0.08), g.uniform(0.5, 0.68), int(g.integers(3))
    n, strings = int(g.integers(14, 25)), [4, 5, 5][style]
    pot = [(r * 0.9, 0), (r, 0), (r, deep), (r * 1.03, deep), (r * 1.03, deep * 1.12), (r * 0.93, deep * 1.12),
        (r * 0.92, deep * 0.95), (0, deep * 0.95), (0, deep * 0.85), (r * 0.9, deep * 0.85), (r * 0.9, 0)]  # fmt: skip
    parts = [forward(lathe(pot), 0, 0, -deep)]
    for x, y in arc(r * 1.06, 0, 360 - 360 / n, n):
        parts += [turned(rod(0.003, deep * 0.9), (90, 0, 0), (x, y, -deep * 0.85)), ball(0.006, x, y, 0)]
    if style == 2:  # with a resonator behind
        parts += [forward(lathe([(0, 0), (r * 1.1, 0.0), (r * 1.22, deep * 0.3), (r * 1.22, deep * 0.5),
            (0, deep * 0.5)]), 0, 0, -deep * 1.1)]  # fmt: skip
    top = r + neck
    parts += [slab([(-0.021, r), (0.021, r), (0.016, top), (-0.016, top)], 0.022),
        slab([(-0.024, r * 0.7), (0.024, r * 0.7), (0.016, top), (-0.016, top)], 0.006, 0, 0, 0.014)]  # fmt: skip
    parts += [box(0.038, 0.003, 0.004, 0, r + neck * (1 - 0.5 ** (i / 12)) * 1.25, 0.018) for i in range(1, 15)]
    head = smooth([(-0.018, 0), (0.018, 0), (0.04, 0.06), (0.03, 0.15), (0, 0.17), (-0.03, 0.15), (-0.04, 0.06)],
        times=1)  # fmt: skip
    parts += [turned(slab(head, 0.016), (-10, 0, 0), (0, top, 0))]
    for s in (1, -1):
        parts += [p for y in (0.06, 0.12) for p in (lying(0.005, 0.03, s * 0.05, top + y, -0.02),
            egg(0.007, 0.011, 0.009, s * 0.07, top + y, -0.02))]  # fmt: skip
    if strings == 5:
        parts += [lying(0.006, 0.05, 0.035, r + neck * 0.55, 0), egg(0.012, 0.012, 0.008, 0.06, r + neck * 0.55, 0)]
    parts += [tube([((i / (strings - 1) - 0.5) * 0.03, -r, 0.02), ((i / (strings - 1) - 0.5) * 0.03, -r * 0.35, 0.026),
        ((i / (strings - 1) - 0.5) * 0.024, top, 0.02)], 0.0009, 4) for i in range(strings)]  # fmt: skip
    return [*parts, box(0.07, 0.008, 0.018, 0, -r * 0.37, 0.006), box(0.04, 0.05, 0.015, 0, -r * 1.05, 0)]


def tuba(g: Generator) -> list[Part]:
    h, r, style, n = g.uniform(0.85, 1.05), g.uniform(0.19, 0.25), int(g.integers(3)), int(g.integers(3, 5))
    x, low, w = -0.11, 0.12, g.uniform(0.1, 0.13)
    bell = _flare(r, h * 0.55, 0.06)
    parts = [turned(bell, (12 if style == 2 else 0, 0, -6), (x, h * 0.5, 0))]
    parts += [_bend([(x, h * 0.52, 0), (x, low, 0), (x + w * 0.7, 0, 0), (w * 1.3, low, 0), (w * 1.3, h * 0.6, 0)],
        [0.062, 0.055, 0.05, 0.035, 0.03])]  # fmt: skip
    parts += [_bend([(w * 1.3, h * 0.58, 0), (w * 1.2, h * 0.74, 0.0), (w * 0.2, h * 0.74, 0.02), (0.0, h * 0.6, 0.04),
        (0.0, low * 1.2, 0.05), (w * 0.6, low * 0.7, 0.06), (w, low * 1.4, 0.05), (w, h * 0.5, 0.05)],
        [0.03, 0.022, 0.016])]  # fmt: skip
    turn = 90 if style == 1 else 0
    for i in range(n):
        valve = [rod(0.022, 0.2), rod(0.026, 0.02, 0, -0.01), rod(0.026, 0.02, 0, 0.19), rod(0.006, 0.05, 0, 0.2),
            rod(0.015, 0.008, 0, 0.25)]  # fmt: skip
        parts += [turned(p, (0, 0, turn), (-0.04 + 0.055 * i if not turn else 0.08, h * 0.32
            + (0.055 * i if turn else 0), 0.1)) for p in valve]  # fmt: skip
        long = 0.1 + 0.05 * ((i + 1) % 3)
        parts += [_bend([(-0.04 + 0.055 * i, h * 0.33, 0.09), (-0.05 + 0.055 * i, h * 0.33 - long, 0.08),
            (-0.02 + 0.055 * i, h * 0.33 - long, 0.08), (-0.02 + 0.055 * i, h * 0.33, 0.09)], 0.009)]  # fmt: skip
    parts += [_bend([(0, h * 0.4, 0.09), (-0.12, h * 0.5, 0.09), (-0.16, h * 0.62, 0.05), (-0.2, h * 0.62, -0.12)],
        [0.012, 0.008])]  # fmt: skip
    parts += [turned(lathe([(0, 0), (0.009, 0), (0.018, 0.06), (0.0, 0.05)]), (-90, -20, 0), (-0.2, h * 0.62, -0.11))]
    return parts


def trombone(g: Generator) -> list[Part]:
    long, r, style, out = g.uniform(0.6, 0.68), g.uniform(0.085, 0.12), int(g.integers(3)), g.uniform(0, 0.35)
    gap, b = 0.05, 0.008 if style != 2 else 0.0095
    y = 0.11
    parts = [forward(_flare(r, long * 0.75, 0.016), y, 0, 0.0)]
    parts += [_bend([(y, 0, 0.03), (y, 0, -long * 0.55), (y - 0.03, 0, -long * 0.68), (gap + 0.005, 0, -long * 0.68),
        (gap - 0.02, 0, -long * 0.55), (gap - 0.02, 0, 0.05)], [0.016, 0.013, 0.011, 0.011])]  # fmt: skip
    end = long * 0.85 + out
    parts += [_bend([(gap - 0.02, 0, 0), (gap - 0.02, 0, end), (gap - 0.02, -0.04, end + 0.1),
        (gap - 0.02, -gap * 2, end + 0.1), (gap - 0.02, -gap * 2.5, end), (gap - 0.02, -gap * 2.5, -0.08)],
        b)]  # fmt: skip
    for z in (0.02, out + 0.1, -0.06):
        parts += [box(0.01, gap * 2.5, 0.012, gap - 0.02, -gap * 2.5, z)]
    parts += [turned(lathe([(0, 0), (0.006, 0), (0.013, 0.05), (0.014, 0.055), (0.0, 0.045)]), (-90, 0, 0),
        (gap - 0.02, -gap * 2.5, -0.08))]  # fmt: skip
    parts += [lying(0.006, y - gap + 0.02, (y + gap - 0.02) / 2, 0, z) for z in (0.0, -long * 0.3)]
    if style == 1:  # an F attachment within the bend
        parts += [_bend([(gap, 0.0, -0.05), (gap + 0.02, 0.02, -long * 0.5), (y - 0.02, 0.02, -long * 0.5),
            (y - 0.025, 0.02, -0.1), (gap + 0.02, 0.03, -0.1), (gap + 0.01, 0.02, -long * 0.35)], b),
            lying(0.022, 0.03, gap, 0.01, -0.1)]  # fmt: skip
    return parts + ([rod(0.02, 0.03, gap - 0.02, -gap * 2.5 - 0.02, end + 0.03)] if chance(g) else [])


def french_horn(g: Generator) -> list[Part]:
    r, bell, style, n = g.uniform(0.13, 0.15), g.uniform(0.14, 0.17), int(g.integers(2)), int(g.integers(3, 5))
    parts = [turned(_flare(bell, 0.3, 0.02), (-18, 0, -118), (-0.02, -r * 0.85, 0.0))]
    coil = [(r * (1 - 0.02 * i / 12) * np.cos(a), r * np.sin(a), 0.02 * np.sin(a / 2) - 0.02 * i / 30) for i,
        a in enumerate(np.radians(np.linspace(-90, -90 - 360 * (1.6 + style), 44)))]  # fmt: skip
    parts += [tube(coil, list(np.linspace(0.022, 0.009, 44)))]
    parts += [tube([(r * 0.82 * x, r * 0.82 * y, 0.03) for x, y in arc(1, 20, 330, 26)], 0.008)]
    for i in range(n):
        x = -r * 0.35 + i * 0.042
        parts += [forward(rod(0.018, 0.045), x, r * 0.15, 0), forward(rod(0.014, 0.055), x, r * 0.15, 0)]
        parts += [box(0.012, r * 0.5, 0.004, x, r * 0.2, 0.04), egg(0.012, 0.016, 0.005, x, r * 0.72, 0.045)]
        low = -r * g.uniform(0.3, 0.6)
        parts += [_bend([(x - 0.01, r * 0.12, 0.02), (x - 0.012, low, 0.025), (x + 0.012, low, 0.025),
            (x + 0.01, r * 0.12, 0.02)], 0.007)]  # fmt: skip
    pipe = [(r * 0.2, r * 0.95, 0.03), (-r * 0.7, r * 1.0, 0.03), (-r * 1.3, r * 0.75, 0.03), (-r * 2.0, r * 0.6, 0.03)]
    parts += [_bend(pipe, [0.009, 0.006]), turned(lathe([(0, 0), (0.006, 0), (0.012, 0.06), (0.0, 0.05)]), (0, 0, 82),
        pipe[-1])]  # fmt: skip
    return parts


def tambourine(g: Generator) -> list[Part]:
    r, deep, style, n = g.uniform(0.1, 0.14), g.uniform(0.04, 0.055), int(g.integers(3)), int(g.integers(4, 9))
    full = 360 if style != 2 else 250
    start = (360 - full) / 2 - 90
    parts: list[Part] = []
    slot = full / n
    for i in range(n):
        a = start + slot * i
        for low, high, s, e in (
            (0, deep * 0.3, 0, 1),
            (deep * 0.7, deep, 0, 1),
            (0, deep, 0, 0.28),
            (0, deep, 0.72, 1),
        ):
            edge = [*arc(r, a + slot * s, a + slot * e, 10), *arc(r * 0.93, a + slot * e, a + slot * s, 10)]
            parts.append(slab(edge, high - low, 0, 0, (low + high) / 2))
        x, y = arc(r * 0.965, a + slot / 2, a + slot / 2, 1)[0]
        for z in (0.42, 0.58):
            disc = lathe([(0, 0), (deep * 0.3, 0.0), (deep * 0.42, 0.002), (deep * 0.3, 0.003), (deep * 0.12, 0.005),
                (0, 0.005)])  # fmt: skip
            parts.append(turned(disc, (90 + (180 if z > 0.5 else 0), 0, 0), (x, y, deep * z)))
        parts += [forward(rod(0.0015, deep), x, y, 0)]
    if style == 0:  # with a skin
        parts += [forward(rod(r * 1.01, 0.002), 0, 0, deep), ring(r, 0.003, 0, 0, deep * 0.92)]
    elif style == 2:  # a half moon with a grip
        x, y = arc(r * 0.96, start, start, 1)[0]
        parts += [_bend([(x, y, deep / 2), (x * 0.5, y * 0.35, deep / 2), (-x * 0.5, y * 0.35, deep / 2),
            (-x, y, deep / 2)], deep * 0.25)]  # fmt: skip
    return parts


def maracas(g: Generator) -> list[Part]:
    r, fat, long, style = g.uniform(0.035, 0.045), g.uniform(1.1, 1.4), g.uniform(0.13, 0.17), int(g.integers(3))
    one = [rod(0.009, long, 0, 0, 0, 0.011), ball(0.013, scale=(1, 0.8, 1)),
        egg(r, r * fat, r, 0, long + r * fat * 0.85, 0), rod(r * 0.45, r * 0.3, 0, long - r * 0.15)]  # fmt: skip
    one += [ring(r * (1 - (t / fat) ** 2) ** 0.5, r * 0.05, 0, long + r * (fat * 0.85 + t), axis="y")
        for t in (0.5, 0.15, -0.2)][: 1 + style]  # fmt: skip
    a, b = g.uniform(12, 40), g.uniform(10, 40)
    if style == 1:
        return [turned(p.copy(), (0, 0, s), (0, 0, z)) for s, z in ((a, r * 1.2), (-b, -r * 1.2)) for p in one]
    apart = long * g.uniform(0.25, 0.6)
    return [turned(p.copy(), (0, 0, -s), (x, 0, 0)) for s, x in ((a * 0.5, apart), (-b * 0.5, -apart)) for p in one]


def bongos(g: Generator) -> list[Part]:
    r, h, style, n = g.uniform(0.09, 0.11), g.uniform(0.15, 0.2), int(g.integers(3)), int(g.integers(4, 7))
    parts: list[Part] = []
    big = r * g.uniform(1.15, 1.3)
    for s, x in ((r, -r - 0.03), (big, big + 0.03)):
        foot = s * g.uniform(0.72, 0.85)
        middle = [(foot, 0), (s * (1.05 if style == 1 else 0.93), h * 0.55), (s, h)]
        inside = [(s * 0.94, h), (s * 0.93, h * 0.96), (0, h * 0.96), (0, h * 0.9), (foot * 0.9, h * 0.5),
            (foot * 0.9, 0), (foot, 0)]  # fmt: skip
        drum = [lathe([*middle, *inside]), ring(s * 1.02, 0.006, 0, h * 0.95, axis="y"), rod(s, 0.004, 0, h),
            ring(foot, 0.005, 0, 0.02, axis="y")]  # fmt: skip
        lug = [tube([(0, h * 0.95, s * 1.06), (0, h * 0.25, s * 0.92)], 0.0035),
            box(0.02, 0.03, s * 0.2, 0, h * 0.2, s * 0.85)]  # fmt: skip
        parts += [turned(p, (0, 0, 0), (x, 0, 0)) for p in [*drum, *around(n, *lug, start=25)]]
    parts += [box(0.12, h * 0.35, r * 0.7, 0, h * 0.35)]
    if style == 2:  # on a stand
        parts += [rod(0.015, 0.6, 0, -0.6), *[turned(p, (0, 0, 0), (0, -0.85, 0))
            for p in around(3, tube([(0, 0.35, 0), (0, 0, 0.32)], 0.012))]]  # fmt: skip
    return parts


def gong(g: Generator) -> list[Part]:
    r, style, boss = g.uniform(0.25, 0.45), int(g.integers(3)), chance(g)
    y, side = r * g.uniform(1.45, 1.7), r * g.uniform(1.25, 1.4)
    profile = [(0, 0.06 if boss else 0.0), (0.16, 0.05 if boss else 0.0), (0.2, 0.0), (0.85, -0.02), (0.97, -0.06),
        (1.0, -0.16), (0.97, -0.16), (0.93, -0.08), (0.0, -0.04)]  # fmt: skip
    parts = [forward(lathe([(a * r, b * r) for a, b in profile[::-1]]), 0, y, 0), ring(r * 0.5, r * 0.012, 0, y, 0)]
    top = y + r * g.uniform(1.2, 1.35)
    if style == 1:  # a round frame on feet
        parts += [ring(side, r * 0.05, 0, y, -r * 0.05), *mirrored(box(r * 0.12, r * 0.5, r * 0.12, r * 0.7, 0.02,
            -r * 0.05))]  # fmt: skip
        top = y + side
    else:
        parts += mirrored(box(r * 0.1, top, r * 0.1, side, 0, -r * 0.05))
        line = [(-side * 1.2, top), (side * 1.2, top), (side * 1.3, top + r * 0.2), (side, top + r * 0.12),
            (-side, top + r * 0.12), (-side * 1.3, top + r * 0.2)]  # fmt: skip
        parts += [slab(line, r * 0.12, 0, 0, -r * 0.05) if style == 2 else box(2.2 * side, r * 0.12, r * 0.12, 0, top,
            -r * 0.05)]  # fmt: skip
    parts += mirrored(box(r * 0.14, r * 0.1, r * 0.9, side if style != 1 else r * 0.7, 0, -r * 0.05))
    parts += [lying(r * 0.04, 2 * side if style != 1 else r * 1.4, 0, r * 0.2, -r * 0.05)]
    parts += mirrored(tube([(r * 0.35, y + r * 0.92, -r * 0.08), (r * 0.35, top, -r * 0.05)], r * 0.015))
    mallet = [tube([(r * 0.3, y - r * 0.9, r * 0.35), (r * 0.6, y + r * 0.1, r * 0.3)], r * 0.03),
        ball(r * 0.14, r * 0.62, y + r * 0.15, r * 0.3)]  # fmt: skip
    return parts + (mallet if chance(g, 0.4) else [])


def metronome(g: Generator) -> list[Part]:
    h, w, style, top = g.uniform(0.2, 0.23), g.uniform(0.1, 0.125), int(g.integers(3)), g.uniform(0.3, 0.42)
    swing, d = g.uniform(-28, 28), w * 0.95
    parts: list[Part] = []
    if style == 2:  # a whole pyramid on a plinth, its arm before it
        rings = [[(x * k * w / 2, y * h, z * k * d / 2) for x, z in ((-1, -1), (1, -1), (1, 1), (-1, 1))] for k,
            y in ((1.15, 0), (1.15, 0.1), (1.0, 0.12), (top, 0.93), (top * 0.3, 1.0))]  # fmt: skip
        scale = [box(w * (0.3 - 0.02 * i), h * 0.01, w * 0.03, 0, h * (0.3 + 0.06 * i), d * (0.43 - 0.02 * i))
            for i in range(9)]  # fmt: skip
        parts += [loft(np.array(rings)), *scale]
    if style != 2:  # a cut pyramid with an open face
        back = np.array(symmetric([(w / 2, h * 0.06), (w / 2 * top, h * 0.97)]))
        for z, shape, thick in ((-d * 0.28, back, d * 0.3), (d * 0.1, back * (0.7, 1), d * 0.5)):
            parts += [turned(slab(shape, thick), (-4, 0, 0), (0, 0, z))]
        parts += mirrored(turned(slab([(w * 0.34, h * 0.06), (w / 2, h * 0.06), (w / 2 * top, h * 0.97),
            (w * 0.34 * top, h * 0.97)], d * 0.5), (-6, 0, 0), (0, 0, d * 0.25)))  # fmt: skip
        parts += [box(w * 1.12, h * 0.06, d * 1.12), box(w * 0.9, h * 0.18, d * 0.4, 0, h * 0.05, d * 0.28),
            box(w * top * 1.1, h * 0.04, d * 0.5, 0, h * 0.96)]  # fmt: skip
    front = d * 0.5 if style != 2 else d * 0.52
    arm = [box(w * 0.035, h * 0.85, w * 0.03), slab([(-w * 0.09, h * 0.5), (w * 0.09, h * 0.5), (w * 0.13, h * 0.6),
        (-w * 0.13, h * 0.6)], w * 0.08)]  # fmt: skip
    parts += [turned(p, (-8 if style != 2 else -12, 0, swing), (0, h * 0.18, front)) for p in arm]
    parts += [lying(h * 0.015, w * 0.2, w * 0.6, h * 0.2), egg(w * 0.04, w * 0.1, w * 0.1, w * 0.7, h * 0.2, 0)]
    return [*parts, *[rod(w * 0.06, h * 0.04, x, -h * 0.04, z) for x in (w * 0.4, -w * 0.4)
        for z in (d * 0.4, -d * 0.4)]]  # fmt: skip


KINDS = kinds_of(banjo, tuba, trombone, french_horn, tambourine, maracas, bongos, gong, metronome)
