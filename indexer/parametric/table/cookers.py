"""What cooks over a fire, or under pressure."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.table.cookware import vessel


def pressure_cooker(g: Generator) -> list[Part]:
    r, style = g.uniform(0.1, 0.13), int(g.integers(3))
    h = r * g.uniform(1.1, 1.8)
    parts = [lathe([(0, 0), (r * 0.92, 0), (r, r * 0.08), (r, h), (0, h)]), rod(r * 1.06, r * 0.12, y=h)]
    top = h + r * 0.12
    parts.append(
        lathe([(r * 1.02, top), (r * 0.9, top + r * 0.12), (r * 0.3, top + r * 0.2), (0, top + r * 0.2), (0, top)])
    )
    if style == 0:  # two long handles, one over the other
        for y, d in ((h * 0.88, 0.16), (top + r * 0.05, 0.15)):
            parts.append(body([(r * 0.9, r * 0.08, r * 0.06, y), (r * 1.3, r * 0.1, r * d * 0.7, y),
                (r * 2.4, r * 0.12, r * d * 0.55, y + r * 0.02),
                (r * 2.6, r * 0.08, r * 0.05, y)], 3))  # fmt: skip
        parts.append(box(r * 0.3, r * 0.12, r * 0.12, 0, h * 0.85, -r * 1.05))
    else:
        for s in (1, -1):
            parts += [
                box(r * 0.3, r * 0.1, r * 0.5, s * r * 1.15, h * 0.8, 0),
                box(r * 0.12, r * 0.16, r * 0.62, s * r * 1.3, h * 0.78, 0),
            ]
        if style == 1:  # a bridge over the lid, with a screw
            parts += [
                box(r * 2.3, r * 0.1, r * 0.24, 0, top + r * 0.3),
                rod(r * 0.06, r * 0.5, 0, top + r * 0.15),
                rod(r * 0.3, r * 0.14, 0, top + r * 0.5),
            ]
            parts += mirrored(box(r * 0.1, r * 0.6, r * 0.24, r * 1.12, h - r * 0.15))
        else:  # toggles about the rim
            parts += around(
                6, rod(r * 0.05, r * 0.4, 0, h - r * 0.15, r * 1.12), ball(r * 0.1, 0, h + r * 0.28, r * 1.12)
            )
            parts += mirrored(
                tube(
                    smooth([(r * 0.5, top + r * 0.1, 0), (r * 0.4, top + r * 0.5, 0), (0, top + r * 0.5, 0)], False),
                    r * 0.06,
                )
            )
    x = r * (0.0 if style == 0 else 0.45)
    valve = [
        rod(r * 0.05, r * 0.3, x, top + r * 0.15),
        rod(r * 0.13, r * 0.18, x, top + r * 0.34, 0, r * 0.1),
        ball(r * 0.06, -r * 0.4, top + r * 0.18, r * 0.2),
    ]
    if style and chance(g):  # a dial
        valve += [
            turned(rod(r * 0.2, r * 0.06), (50, 0, 0), (-r * 0.5, top + r * 0.35, r * 0.3)),
            rod(r * 0.04, r * 0.3, -r * 0.5, top + r * 0.08, r * 0.3),
        ]
    return parts + valve


def barbecue_grill(g: Generator) -> list[Part]:
    r, style = g.uniform(0.24, 0.3), int(g.integers(3))
    high = r * g.uniform(2.2, 2.7)
    if style == 0:  # a kettle on three legs
        deep = r * 0.75
        line = [(r * math.sin(a), high - deep * math.cos(a)) for a in np.linspace(0.01, math.pi / 2, 10)]
        parts = [vessel([(float(x), float(y)) for x, y in line], r * 0.03), ring(r, r * 0.03, 0, high, 0, "y")]
        leg = tube([(0, high - deep * 0.7, r * 0.6), (0, 0, r * g.uniform(0.85, 1.1))], r * 0.035)
        parts += [
            *around(3, leg),
            rod(r * 0.5, r * 0.04, y=high * 0.22),
            ring(r * 0.5, r * 0.03, 0, high * 0.25, 0, "y"),
        ]
        parts += [lying(r * 0.2, r * 0.08, s * r * 0.85, r * 0.2, -r * 0.5) for s in (1, -1)]
        lid = [lathe([(float(x), float(2 * high - y)) for x, y in line]), ring(r, r * 0.03, 0, high + r * 0.02, 0, "y")]
        lid.append(
            tube(
                smooth(
                    [
                        (-r * 0.22, high + deep, 0),
                        (-r * 0.2, high + deep + r * 0.22, 0),
                        (r * 0.2, high + deep + r * 0.22, 0),
                        (r * 0.22, high + deep, 0),
                    ],
                    False,
                ),
                r * 0.045,
            )
        )
        if chance(g, 0.55):  # open, its grate showing
            lid = [
                turned(turned(p, (0, 0, 0), (0, -high, 0)), (-82, 0, 0), (0, high + r * 0.25, -r * 1.05)) for p in lid
            ]
            parts += [
                tube([(x * r, high, -math.sqrt(1 - x * x) * r), (x * r, high, math.sqrt(1 - x * x) * r)], r * 0.014, 6)
                for x in np.linspace(-0.94, 0.94, 17)
            ]
        return [*parts, *lid]
    w, d = r * g.uniform(1.9, 2.6), r * 1.3
    half, deep = w / 2, r * 0.5
    if style == 1:  # a wagon with a hood and shelves
        parts = [box(w, high - deep - r * 0.29, d * 0.9, 0, r * 0.3), box(w * 1.06, deep, d, 0, high - deep),
            *[box(w * 0.47, high * 0.5, r * 0.04, s * w * 0.245, r * 0.33, d * 0.46)
            for s in (1, -1)], *[turned(rod(r * 0.09, r * 0.12), (90, 0, 0),
                (x * w, high - deep * 0.5, d * 0.5)) for x in (-0.33, -0.11, 0.11, 0.33)]]  # fmt: skip
        a = np.radians(np.linspace(0, 180, 13))
        hood = loft(
            np.array(
                [np.stack([a * 0 + x, high + r * 0.75 * np.sin(a) ** 0.8, d / 2 * np.cos(a)], 1) for x in (-half, half)]
            )
        )
        bar = [
            lying(r * 0.035, w * 0.7, 0, high + r * 0.3, d * 0.58),
            *[box(r * 0.05, r * 0.05, r * 0.25, s * w * 0.3, high + r * 0.27, d * 0.48) for s in (1, -1)],
        ]
        parts += [hood, *bar, *[box(w * 0.4, r * 0.06, d * 0.85, s * w * 0.73, high - r * 0.1) for s in (1, -1)]]
        parts += [lying(r * 0.16, r * 0.1, s * half * 0.9, r * 0.16, z) for s in (1, -1) for z in (d * 0.35, -d * 0.35)]
        return [
            *parts,
            *[
                tube([(x * half, high * 0.45, d * 0.5), (x * half, high * 0.25, d * 0.5)], r * 0.03)
                for x in (-0.12, 0.12)
            ],
        ]
    drum = [np.stack([np.full(15, x), high + deep * 1.2 * np.sin(a) * k, deep * 1.2 * np.cos(a) * k],
        1)  # half an oil drum
        for a in (np.radians(np.linspace(180, 360, 15)),) for x, k in ((-half, 1), (half, 1), (half * 0.97, 0.95),
            (-half * 0.97, 0.95))]  # fmt: skip
    parts = [loft(np.array(drum))]
    legs = tube([(half * 0.7, high - deep * 0.8, deep * 0.4), (half * 0.85, 0, deep * 1.3)], r * 0.045)
    back = tube([(half * 0.7, high - deep * 0.8, -deep * 0.4), (half * 0.85, 0, -deep * 1.3)], r * 0.045)
    parts += [
        *mirrored(legs, back),
        *mirrored(tube([(half * 0.79, high * 0.4, deep * 0.95), (half * 0.79, high * 0.4, -deep * 0.95)], r * 0.035)),
    ]
    parts += [
        tube([(x * half, high, -deep * 1.2), (x * half, high, deep * 1.2)], r * 0.014, 6)
        for x in np.linspace(-0.97, 0.97, 22)
    ]
    parts += [
        egg(r * 0.16, r * 0.06, r * 0.12, x * half, high + r * 0.05, z * deep)
        for x, z in g.uniform(-0.8, 0.8, (int(g.integers(3, 8)), 2))
    ]
    parts += [box(w * 0.35, r * 0.05, deep * 1.6, half * 1.35, high - r * 0.05)] if chance(g) else []
    return [
        *parts,
        *mirrored(
            tube(
                [
                    (half, high - r * 0.1, deep * 0.5),
                    (half * 1.15, high - r * 0.1, deep * 0.5),
                    (half * 1.15, high - r * 0.1, -deep * 0.5),
                    (half, high - r * 0.1, -deep * 0.5),
                ],
                r * 0.03,
            )
        ),
    ]


def campfire_pot(g: Generator) -> list[Part]:
    r, style = g.uniform(0.16, 0.22), int(g.integers(3))
    line = smooth(
        [
            (0.001, 0),
            (r * 0.7, r * 0.02),
            (r * 1.1, r * 0.7),
            (r * 0.95, r * 1.3),
            (r * 0.72, r * 1.42),
            (r * 0.92, r * 1.6),
        ],
        False,
        3,
    )
    pot = [vessel([(float(x), float(y)) for x, y in line], r * 0.06), ring(r * 0.9, r * 0.06, 0, r * 1.6, 0, "y"),
        ring(r * 1.0, r * 0.03, 0, r * 1.05, 0, "y")]  # fmt: skip
    pot += around(
        3,
        tube([(0, r * 0.15, r * 0.6), (0, -r * 0.2, r * 0.8), (0, -r * 0.3, r * 0.85)], [r * 0.14, r * 0.09, r * 0.11]),
    )
    pot += mirrored(ring(r * 0.16, r * 0.035, r * 0.98, r * 1.4, 0))
    if style == 0:
        stones = around(7, egg(r * 0.35, r * g.uniform(0.3, 0.42), r * 0.28, 0, 0, r * g.uniform(1.2, 1.4)), start=20)
        sticks = around(6, tube([(0, -r * 0.2, r * 1.3), (0, r * 0.05, r * 0.1)], r * 0.1))
        spoon = [tube([(0, r * 0.6, 0), (r * 0.9, r * g.uniform(2.2, 2.7), 0)], r * 0.05)]
        return [*pot, rod(r * 0.72, r * 0.1, y=r * 1.35), *at(0, -r * 0.25, 0, *stones, *sticks), *spoon]
    up = r * g.uniform(1.3, 1.8)
    pot = at(0, up, 0, *pot, tube([(r * 0.98 * x, r * (1.4 + 0.95 * y), 0) for x, y in arc(1, 0, 180, 17)], r * 0.04))
    peak = up + r * g.uniform(3.2, 3.9)
    if style == 1:  # hung in a tripod
        frame = around(3, tube([(0, peak + r * 0.2, -r * 0.12), (0, 0, r * 1.9)], r * 0.07), start=60)
    else:  # hung from a bar on forks
        frame = [
            lying(r * 0.07, r * 4.6, 0, peak, 0),
            *mirrored(
                rod(r * 0.08, peak, r * 1.9), tube([(r * 1.9, peak * 0.95, 0), (r * 2.1, peak * 1.08, 0)], r * 0.07)
            ),
        ]
    frame += [tube([(0, peak, 0), (0, up + r * 2.3, 0)], r * 0.035)]
    n = int(g.integers(5, 8))
    logs = around(n, tube([(0, r * 0.1, r * 1.15), (0, r * 0.5, r * 0.1)], r * 0.12))
    flames = [
        lathe([(0.001, 0), (r * 0.15, r * 0.25), (0.001, up * 0.75)], r * 0.3 * x, r * 0.25, r * 0.3 * z)
        for x, z in arc(1, 0, 240, 3)
    ]
    return [*pot, *frame, *logs, *flames]


KINDS = kinds_of(pressure_cooker, barbecue_grill, campfire_pot)
