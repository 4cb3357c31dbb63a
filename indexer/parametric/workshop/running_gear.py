"""What a vehicle runs on and meets others with: tyres, rims and bumpers."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, loft, mirrored, smooth, tube
from indexer.parametric.solids import Part, around, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import bolted, washer


def tire(g: Generator) -> list[Part]:
    r, style = g.uniform(0.28, 0.7), int(g.integers(4))
    w, bead = r * g.uniform(0.5, 0.75), r * g.uniform(0.5, 0.68)
    side = [
        (bead, -w * 0.36),
        (bead * 1.05, -w * 0.42),
        ((bead + r) / 2, -w * 0.52),
        (r * 0.93, -w * 0.46),
        (r * 0.97, -w * 0.36),
    ]
    n, parts = int(g.integers(22, 40)), []
    grooves = (
        [(-0.22, 1), (-0.2, 0), (-0.14, 0), (-0.12, 1), (0.12, 1), (0.14, 0), (0.2, 0), (0.22, 1)]
        if style < 2
        else [(0.0, 1)]
    )
    tread = [(r * (0.985 if k else 0.95), w * y) for y, k in grooves]
    mirror = [(q, -y) for q, y in reversed(side)]
    parts.append(lathe([*side, *tread, *mirror, (bead * 1.06, w * 0.2), (r * 0.88, w * 0.3), (r * 0.88, -w * 0.3),
        (bead * 1.06, -w * 0.2), (bead, -w * 0.36)]))  # fmt: skip
    if style < 2:  # of the road: blocks along the shoulders
        block = [box(r * 0.05, w * 0.2, r * 2.6 / n, r * 0.965, s * w * 0.35 - w * 0.1) for s in (1, -1)]
        parts += around(n, *block)
        parts += around(n, box(r * 0.02, w * 0.22, r * 1.2 / n, r * 0.99, -w * 0.11))
    elif style == 2:  # of a tractor: slanting bars
        n = int(g.integers(14, 20))
        bar = turned(box(r * 0.12, w * 0.62, r * 0.08, 0, -w * 0.31), (35, 0, 0), (r * 0.99, w * 0.24, 0))
        other = turned(box(r * 0.12, w * 0.62, r * 0.08, 0, -w * 0.31), (-35, 0, 0), (r * 0.99, -w * 0.24, 0))
        parts += [*around(n, bar), *around(n, other, start=180 / n)]
    else:  # of the rough: rows of knobs
        n = int(g.integers(18, 28))
        knob = [box(r * 0.12, w * 0.16, r * 3.2 / n, r * 0.98, y * w - w * 0.08) for y in (-0.4, 0.4)]
        parts += [
            *around(n, *knob),
            *around(
                n, *[box(r * 0.1, w * 0.2, r * 3 / n, r * 0.99, y * w - w * 0.1) for y in (-0.13, 0.13)], start=180 / n
            ),
        ]
    parts += [ring(q * r, r * 0.008, 0, s * w * 0.5, axis="y") for q in (0.72, 0.86) for s in (1, -1)]
    pose = int(g.integers(3))
    if pose == 0 and style < 2:  # a pile
        return [
            turned(p.copy(), (0, 0, 0), (0.03 * r * i, w * 1.02 * i, 0))
            for i in range(int(g.integers(1, 3)))
            for p in parts
        ]
    return [turned(p, (90, 0, 0)) if pose == 1 else turned(p, (0, 0, 90)) for p in parts]


def car_rim(g: Generator) -> list[Part]:
    r, style = g.uniform(0.18, 0.26), int(g.integers(4))
    w, n = r * g.uniform(0.75, 1.1), int(g.integers(5, 11))
    barrel = lathe([(r, -w / 2), (r, -w * 0.45), (r * 0.93, -w * 0.4), (r * 0.93, -w * 0.25), (r * 0.85, -w * 0.15),
        (r * 0.85, w * 0.2), (r * 0.93, w * 0.3), (r * 0.93, w * 0.42), (r, w * 0.47), (r, w / 2), (r * 0.95, w / 2),
        (r * 0.88, w * 0.4), (r * 0.81, w * 0.2), (r * 0.81, -w * 0.15), (r * 0.88, -w * 0.3), (r * 0.95, -w / 2), (r,
        -w / 2)])  # fmt: skip
    face, dish = w * g.uniform(0.25, 0.42), w * g.uniform(-0.1, 0.18)
    hub = [
        forward(washer(r * 0.28, r * 0.1, w * 0.3, face - dish - w * 0.25)),
        forward(rod(r * 0.12, w * 0.04), 0, 0, face - dish + w * 0.03),
    ]
    nuts = [
        forward(rod(r * 0.035, w * 0.05), r * 0.2 * x, r * 0.2 * y, face - dish + w * 0.04)
        for x, y in arc(1, 90, 378, 5)
    ]

    def spoke(a: float, wide: float, skew: float = 0) -> Part:
        rows = []
        for q, z, b in ((0.2, face - dish, 1.0), (0.55, face - dish * 0.5, 0.7), (0.88, face, 1.0)):
            c = math.radians(skew) * (q - 0.2)
            x, y = r * q * math.sin(c), r * q * math.cos(c)
            rows.append(
                [
                    (x - wide * b, y, z),
                    (x + wide * b, y, z),
                    (x + wide * b * 0.8, y, z - w * 0.12),
                    (x - wide * b * 0.8, y, z - w * 0.12),
                ]
            )
        return turned(loft(np.array(rows)), (0, 0, a))

    if style == 0:
        arms = [spoke(360 * i / n, r * 0.5 / n) for i in range(n)]
    elif style == 1:  # pairs
        n = int(g.integers(5, 8))
        arms = [spoke(360 * i / n + s * 90 / n * 0.45, r * 0.05, s * -12) for i in range(n) for s in (1, -1)]
    elif style == 2:  # a crossed mesh, or a whirl
        skew = float(g.uniform(25, 45))
        arms = [
            spoke(360 * i / (n + 4), r * 0.03, s * skew) for i in range(n + 4) for s in ((1, -1) if chance(g) else (1,))
        ]
    else:  # pressed steel with round windows
        arms = bolted(r * 0.88, r * 0.1, n + 3, r * 0.62, r * 0.1, w * 0.06)
        arms = [turned(p, (0, 0, 0), (0, 0, face - w * 0.1)) for p in arms] + [forward(lathe([(r * 0.12, 0), (r * 0.4,
            0), (r * 0.34, w * 0.14), (r * 0.12, w * 0.17), (r * 0.12, 0)]), 0, 0, face - w * 0.08)]  # fmt: skip
        return [forward(barrel), *arms, *[turned(p, (0, 0, 0), (0, 0, dish)) for p in nuts]]
    return [forward(barrel), *hub, *nuts, *arms]


def bumper(g: Generator) -> list[Part]:
    w, style = g.uniform(1.5, 1.9), int(g.integers(3))
    h, deep = w * g.uniform(0.1, 0.2), w * g.uniform(0.12, 0.22)
    xs = np.linspace(-1, 1, 21)
    back = -deep * np.abs(xs) ** g.uniform(3, 6)
    path = [(float(x * w / 2), float(z)) for x, z in zip(xs, back, strict=True)]

    def band(high: float, y: float, thick: float, grow: float = 0) -> Part:
        rows = [[(x * (1 + grow), y + high * v, z + grow * w * 0.5 - thick * u) for v, u in ((-0.5, 0.3), (-0.3, 0),
            (0.3, 0), (0.5, 0.3), (0.5, 1), (-0.5, 1))] for x, z in path]  # fmt: skip
        return loft(np.array(rows))

    if style == 0:  # a chromed blade with overriders
        parts = [band(h * 0.7, 0, w * 0.03), *mirrored(body([(-w * 0.02, w * 0.02, h * 0.6, 0), (w * 0.02, w * 0.022,
            h * 0.65, 0), (w * 0.045, w * 0.012, h * 0.5, 0)]))]  # fmt: skip
        for i, s in enumerate((1, -1)):
            parts[1 + i].apply_translation((s * w * g.uniform(0.18, 0.22), 0, 0))
        return [*parts, *mirrored(box(w * 0.04, h * 0.4, w * 0.2, w * 0.25, -h * 0.2, -w * 0.11))]
    if style == 1:  # the moulded skin of a car: grilles and lamps let into it
        lip, top = band(h * 0.35, -h * 0.95, w * 0.05, 0.02), band(h * 0.7, h * 0.75, w * 0.05)
        mid = [
            *mirrored(box(w * 0.05, h * 1.2, w * 0.05, w * 0.27, -h * 0.8, -w * 0.03)),
            band(h * 0.3, 0, w * 0.1, -0.02),
        ]
        bars = [box(w * 0.5, h * 0.07, w * 0.02, 0, -h * (0.65 - 0.2 * i), -w * 0.03) for i in range(4)]
        lamp = mirrored(forward(rod(h * 0.22, w * 0.03), w * 0.36, -h * 0.45, -deep * 0.22))
        cheeks = mirrored(box(w * 0.025, h * 1.9, deep * 0.5, w * 0.488, -h * 0.95, -deep * 0.95))
        return [lip, top, *mid, *bars, *lamp, *cheeks, box(w * 0.28, h * 0.4, w * 0.02, 0, h * 0.5)]
    t = w * 0.025  # of an off-road car: a beam with a hoop, a winch and lamps
    hoop = tube(
        smooth([(-w * 0.3, h * 0.3, 0), (-w * 0.22, h * 2, -t), (w * 0.22, h * 2, -t), (w * 0.3, h * 0.3, 0)], False), t
    )
    parts = [
        band(h, 0, w * 0.08),
        hoop,
        lying(h * 0.32, w * 0.2, 0, h * 0.7, -w * 0.03),
        box(w * 0.3, h * 0.1, w * 0.12, 0, h * 0.45, -w * 0.03),
    ]
    parts += mirrored(
        forward(rod(h * 0.4, w * 0.05), w * 0.13, h * 1.4, 0),
        ring(h * 0.2, h * 0.06, w * 0.25, -h * 0.5, w * 0.01, "x"),
    )
    return [
        *parts,
        *mirrored(box(w * 0.05, h * 0.6, w * 0.2, w * 0.25, -h * 0.3, -w * 0.16)),
        *[box(w * 0.12, h * 0.3, w * 0.01, 0, -h * 0.15)],
    ]


KINDS = kinds_of(tire, car_rim, bumper)
