"""What stands by streams and on beaches."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, chance, sector, slab, smooth, tube, upright
from indexer.parametric.solids import Part, box, forward, kinds_of, lathe, lying, ring, rod, turned


def water_mill(g: Generator) -> list[Part]:
    style, w, d, h = int(g.integers(3)), g.uniform(4, 6), g.uniform(4, 5.5), g.uniform(3.2, 5)
    r, deep, n = g.uniform(1.6, 2.4), g.uniform(0.7, 1.1), int(g.integers(12, 20))
    rise = w * g.uniform(0.35, 0.55)
    parts = [
        box(w, h, d),
        turned(slab([(-d / 2, 0), (d / 2, 0), (0, rise)], w), (0, 90, 0), (0, h, 0)),
        box(w * 1.03, h * 0.35, d * 1.04),
    ]
    tilt, eave = math.degrees(math.atan2(rise, d / 2)), math.hypot(rise, d / 2) + 0.45
    parts += [
        turned(box(w * 1.15, 0.14, eave, 0, 0, eave / 2), (tilt, 90 - 90 * s, 0), (0, h + rise + 0.05, 0))
        for s in (1, -1)
    ]
    parts += [
        box(0.9, h * 0.5, 0.15, -w * 0.2, 0, d / 2),
        *[box(0.7, 0.8, 0.15, x * w, h * t, d / 2) for x, t in ((0.2, 0.45), (-0.25, 0.72), (0.28, 0.72))],
        box(0.7, rise + 0.8, 0.7, -w * 0.3, h, -d * 0.15),
    ]
    if style == 1:
        parts += [box(w * 1.01, 0.18, 0.1, 0, h * t, d / 2) for t in (0.36, 0.66, 0.96)] + [
            tube([(x, h * 0.38, d / 2), (x + 0.7, h * 0.95, d / 2)], 0.08, 4) for x in (-w * 0.45, w * 0.1)
        ]
    y = r * g.uniform(0.85, 1.0)
    wheel: list[Part] = [
        turned(sector(r, r * 0.86, a, a + 180, 0.1), (0, 0, 0), (0, 0, z * deep / 2)) for z in (1, -1) for a in (0, 180)
    ]
    for i in range(n):
        a = 360 * i / n
        slant = turned(box(0.05, r * 0.2, deep, 0, 0), (0, 0, 40), (0, r * 0.76, 0))
        paddle = [box(0.06, r * 0.34, deep, 0, r * 0.74), slant]
        wheel += [turned(p, (0, 0, a)) for p in paddle[: 2 if style == 2 else 1]]
    for i in range(8):
        wheel += [turned(box(0.12, r * 0.88, 0.1, 0, 0, z * deep / 2), (0, 0, 45 * i)) for z in (1, -1)]
    wheel += [forward(rod(0.2, deep * 1.5), 0, 0, -deep * 0.75), forward(rod(0.1, deep * 2.6), 0, 0, -deep * 1.3)]
    parts += [turned(p, (0, 90, 0), (w / 2 + deep * 0.85, y, 0)) for p in wheel]
    x = w / 2 + deep * 0.85
    parts += [box(0.3, y, 0.5, x + deep * 0.9)]
    if style != 1:  # water brought over the wheel in a trough
        top = y + r + 0.15
        parts += [
            box(deep, 0.08, d * 1.0, x, top, -d * 0.42),
            *[box(0.08, 0.4, d * 1.0, x + v * deep / 2, top, -d * 0.42) for v in (1, -1)],
        ]
        parts += [box(0.15, top, 0.15, x + v * deep * 0.45, 0, z) for v in (1, -1) for z in (-d * 0.9, -d * 0.6)]
    banks = [
        box(w * 1.6, 0.25, d * 1.8, -w * 0.25, -0.25),
        box(deep * 2.6, 0.15, d * 1.8, w * 0.55 + deep * 1.2, -0.35),
        box(w * 0.3, 0.3, d * 1.8, w * 0.7 + deep * 2.4, -0.3),
    ]
    return parts + banks


def lifeguard_tower(g: Generator) -> list[Part]:
    style, w, up = int(g.integers(3)), g.uniform(1.6, 2.2), g.uniform(1.5, 2.4)
    if style == 0:  # a high chair with a parasol
        s = w * 0.42
        parts = [
            tube([(x * s * 1.25, 0, z * s * 1.3), (x * s * 0.75, up + (0.85 if z < 0 else 0), z * s * 0.7)], 0.055, 4)
            for x in (1, -1)
            for z in (1, -1)
        ]
        parts += [
            box(s * 1.7, 0.06, s * 1.5, 0, up),
            box(s * 1.5, 0.6, 0.05, 0, up + 0.25, -s * 0.75),
            *[box(0.08, 0.05, s * 1.6, x * s * 0.8, up + 0.3) for x in (1, -1)],
            *[box(0.05, 0.3, 0.05, x * s * 0.8, up, s * 0.7) for x in (1, -1)],
        ]
        parts += [
            box(s * (2.6 - 1.0 * t), 0.07, 0.08, 0, up * t, z * s * (1.3 - 0.6 * t))
            for t in np.linspace(0.15, 0.85, 5)
            for z in (1, -1)
        ] + [box(0.06, 0.06, s * 2.1, x * s * 1.1, up * 0.3) for x in (1, -1)]
        parts += [box(s * 1.5, 0.05, 0.4, 0, up - 0.45, s * 1.1)]
        shade = [
            rod(0.025, 1.9, 0, up, -s * 0.8),
            lathe([(1.1, 0), (0.6, 0.28), (0, 0.42), (0, 0.38), (1.08, -0.03)], 0, up + 1.5, -s * 0.8),
        ]
        buoy = [ring(0.28, 0.07, s * 1.1, up * 0.55, s * 0.5, axis="x")]
        return [*parts, *(shade if chance(g, 0.7) else []), *buoy]
    d, h = w * g.uniform(1.0, 1.3), g.uniform(1.7, 2.1)
    stilts = [box(0.14, up, 0.14, x * w * 0.6, 0, z) for x in (1, -1) for z in (-d * 0.55, 0, d * 0.75)]
    stilts += [
        tube([(x * w * 0.6, 0.1, a), (x * w * 0.6, up, b)], 0.05, 4)
        for x in (1, -1)
        for a, b in ((-d * 0.55, 0), (0, -d * 0.55))
    ] + [tube([(x * w * 0.6, 0.1, -d * 0.55), (-x * w * 0.6, up, -d * 0.55)], 0.05, 4) for x in (1, -1)]
    y = up + 0.12
    cabin = [
        box(w * 1.4, 0.12, d * 1.5, 0, up, d * 0.12),
        box(w, h * 0.5, d, 0, y, -d * 0.1),
        *[box(0.12, h, 0.12, x * w * 0.47, y, z * d * 0.46 - d * 0.1) for x in (1, -1) for z in (1, -1)],
        box(w, h * 0.12, d, 0, y + h * 0.88, -d * 0.1),
    ]
    cabin += [box(w * 0.9, h * 0.4, d * 0.9, 0, y + h * 0.5, -d * 0.12)]
    if style == 1:
        roof = [turned(tube([(0, 0, 0), (0, w * 0.4, 0)], [w * 0.98, 0.1], 4), (0, 45, 0), (0, y + h, -d * 0.1))]
    else:
        roof = [turned(box(w * 1.4, 0.1, d * 1.6), (g.uniform(5, 12), 0, 0), (0, y + h + 0.05, 0))]
    rails = [box(0.06, 0.9, 0.06, x * w * 0.67, y, z) for x in (1, -1) for z in np.linspace(-d * 0.55, d * 0.82, 5)] + [
        box(0.06, 0.06, d * 1.4, x * w * 0.67, y + v, d * 0.13) for x in (1, -1) for v in (0.45, 0.88)
    ]
    rails += [box(w * 0.35, 0.06, 0.06, x * w * 0.48, y + v, d * 0.84) for x in (1, -1) for v in (0.45, 0.88)]
    run = up * g.uniform(1.1, 1.6)
    deg = math.degrees(math.atan2(up, run))
    ramp = [turned(box(w * 0.55, 0.08, math.hypot(run, up), 0, 0, 0), (deg, 0, 0), (0, up / 2, d * 0.87 + run / 2))]
    ramp += [
        turned(box(w * 0.55, 0.05, 0.08), (deg, 0, 0), (0, up * (1 - t) + 0.06, d * 0.87 + run * t))
        for t in np.linspace(0.1, 0.9, 7)
    ]
    ramp += [
        tube([(x * w * 0.28, up + 0.85, d * 0.87), (x * w * 0.28, 0.6, d * 0.87 + run)], 0.035, 5) for x in (1, -1)
    ] + [box(0.05, 0.8, 0.05, x * w * 0.28, up * (1 - t), d * 0.87 + run * t) for x in (1, -1) for t in (0.3, 0.85)]
    flag = [
        rod(0.025, 1.6, w * 0.5, y + h, -d * 0.4),
        slab([(0, 0), (0.6, 0.05), (0.6, 0.4), (0, 0.42)], 0.02, w * 0.5, y + h + 1.15, -d * 0.4),
    ]
    return [*stilts, *cabin, *roof, *rails, *ramp, *flag, ring(0.25, 0.06, w * 0.25, y + 0.5, d * 0.42)]


def beach_chair(g: Generator) -> list[Part]:
    style, w, r = int(g.integers(3)), g.uniform(0.55, 0.65), g.uniform(0.016, 0.024)
    e = w / 2
    if style == 0:  # a canvas deck chair
        back, lean = g.uniform(0.85, 1.05), g.uniform(0.35, 0.55)
        frame: list[Part] = []
        for x in (1, -1):
            frame += [
                tube([(x * e, 0, 0.5), (x * e, back, -lean)], r * 1.2, 4),
                tube([(x * (e - 0.05), 0, -lean), (x * (e - 0.05), 0.42, 0.55)], r * 1.2, 4),
                tube([(x * (e + 0.04), 0, -lean - 0.25), (x * (e + 0.02), back * 0.62, -lean * 0.42)], r, 4),
            ]
            frame += (
                [
                    box(0.05, 0.03, 0.6, x * (e + 0.02), 0.5, 0.08),
                    tube([(x * (e + 0.02), 0.5, 0.3), (x * (e + 0.02), 0.22, 0.3)], r, 4),
                ]
                if chance(g, 0.5)
                else []
            )
        frame += [
            lying(r * 1.2, w + 0.04, 0, y, z)
            for y, z in ((back, -lean), (0.42, 0.55), (0.02, 0.5), (0.02, -lean), (0.02, -lean - 0.25))
        ]
        curve = smooth([(0.55, 0.43), (0.25, 0.2), (-0.05, 0.18), (-lean * 0.6, 0.5), (-lean, back)], False)
        cloth = upright([*curve, *(curve + np.array((-0.012, -0.012)))[::-1]], w * 0.86)
        pillow = [turned(box(w * 0.7, 0.2, 0.07), (-28, 0, 0), (0, back * 0.78, -lean * 0.72))] if chance(g) else []
        return [*frame, cloth, *pillow]
    if style == 1:  # a sun lounger with slats
        long, h, tilt = g.uniform(1.8, 2.0), g.uniform(0.3, 0.38), g.uniform(15, 60)
        parts = [box(0.05, 0.07, long * 0.98, x * e, h - 0.07) for x in (1, -1)]
        parts += [box(0.06, h, 0.06, x * e, 0, z) for x in (1, -1) for z in (long * 0.42, -long * 0.35)]
        hinge = -long * 0.1
        parts += [box(w, 0.025, 0.07, 0, h, z) for z in np.arange(hinge + 0.05, long / 2, 0.095)]
        rest = [box(w, 0.025, 0.07, 0, 0, -q) for q in np.arange(0.05, long * 0.4, 0.095)] + [
            box(0.04, 0.04, long * 0.4, x * e * 0.85, -0.04, -long * 0.2) for x in (1, -1)
        ]
        parts += [turned(p, (tilt, 0, 0), (0, h, hinge)) for p in rest]
        s = long * 0.28
        parts += [
            tube(
                [
                    (x * e * 0.85, h - 0.03, hinge - long * 0.33),
                    (x * e * 0.85, h + s * math.sin(math.radians(tilt)), hinge - s * math.cos(math.radians(tilt))),
                ],
                0.018,
                4,
            )
            for x in (1, -1)
        ]
        wheels_ = [lying(0.11, 0.04, x * (e + 0.04), 0.11, -long * 0.35) for x in (1, -1)] if chance(g) else []
        cushion = (
            [
                box(w * 0.9, 0.07, long * 0.56, 0, h + 0.02, long * 0.2),
                turned(box(w * 0.9, 0.07, long * 0.38, 0, 0.02, -long * 0.2), (tilt, 0, 0), (0, h, hinge)),
            ]
            if chance(g)
            else []
        )
        return [*parts, *wheels_, *cushion]
    w, h = w * 2.0, g.uniform(1.45, 1.65)  # a hooded wicker seat for two
    deep, seat, lean = 0.75, 0.42, g.uniform(0.1, 0.35)
    hood: Points = [
        (-deep * 0.5, seat),
        (-deep * 0.5 - lean, h * 0.85),
        (-deep * 0.35 - lean, h),
        (deep * 0.15 - lean, h * 1.02),
        (deep * 0.32 - lean, h * 0.82),
        (deep * 0.28 - lean * 0.6, seat + 0.45),
        (deep * 0.5, seat + 0.25),
        (deep * 0.5, seat),
    ]
    parts = [upright(hood, 0.06, x * w / 2) for x in (1, -1)]
    rear: Points = [
        (-deep * 0.5, seat),
        (-deep * 0.5 - lean, h * 0.85),
        (-deep * 0.35 - lean, h),
        (deep * 0.15 - lean, h * 1.02),
    ]
    inner = np.array(rear) + np.array((0.07, -0.03))
    parts += [
        upright([*rear, *inner[::-1]], w),
        box(w * 1.03, seat - 0.05, deep, 0, 0.05),
        box(w * 0.92, 0.1, deep * 0.8, 0, seat, 0.05),
        box(0.06, 0.28, deep * 0.8, 0, seat),
    ]
    parts += [
        turned(
            box(w * 0.43, 0.55, 0.08),
            (-math.degrees(lean / (h - seat)), 0, 0),
            (x * w * 0.235, seat + 0.15, -deep * 0.5 + 0.06),
        )
        for x in (1, -1)
    ]
    parts += [box(w * 0.42, 0.09, 0.35, x * w * 0.24, 0.15, deep * 0.5 + 0.22) for x in (1, -1)] + [
        box(w * 1.06, 0.02, 0.03, 0, seat * t, deep / 2) for t in (0.3, 0.6, 0.9)
    ]
    awning = [
        tube([(x * w * 0.5, h * 0.9, deep * 0.2 - lean), (x * w * 0.5, h * 0.78, deep * 0.75 - lean)], 0.02, 5)
        for x in (1, -1)
    ] + [turned(box(w, 0.03, deep * 0.5, 0, 0, deep * 0.22), (14, 0, 0), (0, h * 1.0, deep * 0.15 - lean))]
    return [
        *parts,
        *awning,
        *[
            box(w * 1.02, 0.025, 0.03, 0, seat + (h * 0.85 - seat) * t, -deep * 0.5 - lean * t)
            for t in np.linspace(0.1, 0.95, 7)
        ],
    ]


KINDS = kinds_of(water_mill, lifeguard_tower, beach_chair)
