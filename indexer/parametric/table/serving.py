"""What food and drink are served in."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, ring, rod, turned


def turned_line(points: list[tuple[float, float]], times: int = 2) -> Part:
    """A smooth profile of (radius, height) turned about the upright axis."""
    return lathe([(float(x), float(y)) for x, y in smooth(points, False, times)])


def beer_mug(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.038, 0.048), int(g.integers(3)), int(g.integers(8, 13))
    h = r * g.uniform(2.5, 3.4)
    swell = g.uniform(0.9, 1.15)
    wall = [
        (0.001, 0),
        (r, 0),
        (r * 1.02, h * 0.06),
        (r * swell, h * 0.5),
        (r, h),
        (r * 0.88, h),
        (r * 0.86 * swell, h * 0.5),
        (r * 0.86, h * 0.12),
        (0.001, h * 0.1),
    ]
    parts = [lathe([(float(x), float(y)) for x, y in wall])]
    a = [
        (r * 0.92, h * 0.85, 0),
        (r * 1.55, h * 0.88, 0),
        (r * 1.8, h * 0.6, 0),
        (r * 1.6, h * 0.25, 0),
        (r * 0.95, h * 0.2, 0),
    ]
    parts.append(tube(smooth(a, False), r * g.uniform(0.13, 0.19), 12))
    if style == 0:  # panes of thick glass
        parts += around(n, egg(r * 1.9 / n, h * 0.3, r * 0.12, 0, h * 0.45, r * (1 + swell) / 2))
    elif style == 1:  # wood with hoops
        parts += [
            *around(n + 4, box(r * 5 / (n + 4), h * 0.98, r * 0.1, 0, 0, r)),
            *[ring(r * 1.04, r * 0.07, 0, h * k, 0, "y") for k in (0.14, 0.8)],
        ]
    else:  # a stein with a lid
        up = g.uniform(0, 70) if chance(g) else 0
        lid = [
            turned_line(
                [(r * 1.08, 0), (r * 1.0, r * 0.15), (r * 0.4, r * 0.35), (r * 0.15, r * 0.8), (0.001, r * 0.85)]
            ),
            ball(r * 0.16, 0, r * 0.85),
        ]
        parts += [turned(turned(p, (0, 0, 0), (-r * 1.1, 0, 0)), (0, 0, -up), (r * 1.1, h, 0)) for p in lid]
        parts += [
            box(r * 0.2, r * 0.5, r * 0.15, r * 1.15, h * 0.92),
            *[ring(r * k, r * 0.05, 0, h * y, 0, "y") for k, y in ((1.03, 0.06), ((1 + swell) / 2, 0.25), (1.0, 0.95))],
        ]
        return [*parts, turned(rod(r * 0.5, r * 0.1), (90, 0, 0), (0, h * 0.5, r * swell * 0.96))]
    foam = [ball(r * g.uniform(0.28, 0.4), r * 0.6 * x, h * 1.02, r * 0.6 * z) for x, z in arc(1, 0, 315, 8)]
    return [*parts, *(foam if chance(g, 0.7) else []), rod(r * 0.87, h * 0.85, y=h * 0.1)]


def carafe(g: Generator) -> list[Part]:
    r, style = g.uniform(0.05, 0.065), int(g.integers(3))
    h, neck = r * g.uniform(3.6, 4.8), g.uniform(0.28, 0.4)
    lip = neck * g.uniform(1.4, 1.9)
    base = [
        (0.001, 0),
        (r * 0.75, 0),
        (r * 1.12, h * 0.22),
        (r * 0.8, h * 0.45),
        (r * neck, h * 0.62),
        (r * neck, h * 0.8),
        (r * lip, h),
    ]
    if style == 1:  # very wide at its foot
        r *= 1.2
        base = [
            (0.001, 0),
            (r * 1.3, 0),
            (r * 1.45, h * 0.06),
            (r * 1.1, h * 0.2),
            (r * neck, h * 0.4),
            (r * neck * 0.9, h * 0.85),
            (r * lip, h),
        ]
    inner = [(max(x - r * 0.06, 0.001), y + r * 0.05 * (y == 0)) for x, y in reversed(base)]
    outer = smooth(base, False, 3)
    parts = [lathe([(float(x), float(y)) for x, y in [*outer, *smooth(inner, False, 3)]])]
    if style == 0 and chance(g):  # a stopper
        parts += [rod(r * neck * 0.9, h * 0.12, 0, h * 0.9, 0, r * lip * 0.9), ball(r * neck * 1.5, 0, h * 1.12)]
    if style == 2:  # with a handle, and a lip to pour
        parts.append(
            tube(
                smooth(
                    [
                        (-r * neck, h * 0.88, 0),
                        (-r * 1.4, h * 0.9, 0),
                        (-r * 1.6, h * 0.5, 0),
                        (-r * 0.95, h * 0.33, 0),
                    ],
                    False,
                ),
                r * 0.1,
                10,
            )
        )
        parts.append(loft(np.array([[(r * lip * 0.6, h * 0.95, s * r * lip * 0.6) for s in (-1, 1)] + [(r * lip * 0.6,
            h, s * r * lip * 0.75) for s in (1, -1)],
            [(r * lip * 1.7, h * 1.04, s * r * 0.03) for s in (-1, 1)] + [(r * lip * 1.7, h * 1.07,
                s * r * 0.05) for s in (1, -1)]])))  # fmt: skip
        parts += [rod(r * lip * 0.95, r * 0.08, y=h), ball(r * 0.14, 0, h + r * 0.15)] if chance(g) else []
    if chance(g, 0.4):
        parts.append(rod(r * (neck + 0.12), h * 0.08, y=h * 0.68))
    return parts


def cake_stand(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.13, 0.17), int(g.integers(3)), int(g.integers(20, 32))
    h = r * g.uniform(0.55, 0.9)
    foot = turned_line(
        [
            (0.001, 0),
            (r * 0.55, 0),
            (r * 0.45, h * 0.12),
            (r * 0.1, h * 0.25),
            (r * 0.14, h * 0.55),
            (r * 0.08, h * 0.7),
            (r * 0.2, h),
            (0.001, h),
        ]
    )
    bead = tube([(0, y * r, r) for y in (-0.06, -0.03, 0.03, 0.06)], [r * 0.02, r * 0.06, r * 0.06, r * 0.02], 6)
    rim = [*around(n, bead), ring(r, r * 0.02, axis="y")] if chance(g) else [ring(r, r * 0.03, axis="y")]
    disc = [rod(r, r * 0.04, y=-r * 0.02), *rim]
    parts = [foot, *at(0, h, 0, *disc)]
    if style == 0:  # tiers
        m = int(g.integers(2, 4))
        tier, parts = r * g.uniform(0.65, 0.85), []
        for i in range(m):
            k = 1 - 0.24 * i
            for p in disc:
                small = p.copy()
                small.apply_scale((k, 1, k))
                parts.append(turned(small, (0, 0, 0), (0, r * 0.12 + tier * i, 0)))
        top = r * 0.12 + tier * (m - 1) + r * 0.35
        return [
            *parts,
            rod(r * 0.03, top, y=0),
            ring(r * 0.13, r * 0.02, 0, top + r * 0.1),
            *around(3, ball(r * 0.06, 0, r * 0.05, r * 0.6)),
        ]
    if style == 1:  # under a glass bell
        bell = r * g.uniform(0.7, 1.0)
        dome = turned_line([(r * 0.9, h + r * 0.02), (r * 0.9, h + bell * 0.7), (r * 0.6, h + bell), (0.001, h + bell)])
        return [
            *parts,
            dome,
            rod(r * 0.04, r * 0.1, y=h + bell),
            ball(r * 0.09, 0, h + bell + r * 0.15),
            ring(r * 0.9, r * 0.025, 0, h + r * 0.03, 0, "y"),
        ]
    cake = [
        rod(r * 0.75, r * 0.45, y=h),
        *around(12, ball(r * 0.09, 0, h + r * 0.48, r * 0.6)),
        *around(20, ball(r * 0.06, 0, h + r * 0.05, r * 0.76)),
    ]
    return (
        [*parts, *cake]
        if chance(g, 0.6)
        else [
            *parts,
            *around(9, *at(0, 0, r * 0.6, rod(r * 0.13, r * 0.16, 0, h, 0, r * 0.18), ball(r * 0.19, 0, h + r * 0.2))),
        ]
    )


def ice_bucket(g: Generator) -> list[Part]:
    r, style = g.uniform(0.08, 0.11), int(g.integers(3))
    h, foot = r * g.uniform(1.6, 2.2), g.uniform(0.68, 0.85)
    parts = [
        lathe(
            [
                (0, 0),
                (r * foot, 0),
                (r, h),
                (r * 1.04, h),
                (r * 0.95, h * 0.99),
                (r * foot * 0.94, h * 0.05),
                (0, h * 0.05),
            ]
        ),
        ring(r, r * 0.035, 0, h, 0, "y"),
    ]
    parts += mirrored(
        ring(r * 0.2, r * 0.04, r * 1.02, h * 0.72, 0), box(r * 0.14, r * 0.14, r * 0.16, r * 0.95, h * 0.82)
    )
    size = r * 0.3
    ice = [turned(box(size, size, size, 0, -size / 2), tuple(g.uniform(0, 90, 3)),
        (r * 0.62 * x, h * g.uniform(0.88, 0.98), r * 0.62 * z)) for x, z in
        [*arc(1, 0, 315, 8), *arc(0.4, 20, 260, 3)]]  # fmt: skip
    if style == 0:  # a bottle of sparkling wine in it
        b = r * 0.36
        bottle = [turned_line([(0.001, 0), (b, 0), (b, r * 1.6), (b * 0.75, r * 2.1), (b * 0.4, r * 2.6),
            (b * 0.36, r * 3.2), (0.001, r * 3.2)]), ring(b * 0.42, b * 0.12, 0, r * 2.95, 0, "y"),
            ball(b * 0.5, 0, r * 3.25, 0, (1, 0.8, 1))]  # fmt: skip
        lean = g.uniform(10, 22)
        return [*parts, *ice, *[turned(p, (0, 0, -lean), (-r * 0.2, h * 0.1, 0)) for p in bottle]]
    if style == 1:  # with tongs and a bail
        bail = tube([(r * x, h * 0.95 + r * 0.9 * y, 0) for x, y in arc(1, 0, 180, 17)], r * 0.035)
        tong = [
            tube([(s * r * 0.22, h * 0.8, 0), (s * r * 0.16, h * 1.2, 0), (0, h * 1.55, 0)], r * 0.05) for s in (1, -1)
        ]
        return [*parts, *ice, bail, *[turned(p, (0, 90, 0), (r * 0.3, 0, 0)) for p in tong]]
    lid = turned_line([(r * 1.03, h), (r * 0.95, h + r * 0.14), (r * 0.4, h + r * 0.3), (0.001, h + r * 0.3)])
    return [
        *parts,
        lid,
        rod(r * 0.05, r * 0.14, y=h + r * 0.28),
        ball(r * 0.11, 0, h + r * 0.47),
        *[ring(r * (foot + (1 - foot) * k), r * 0.025, 0, h * k, 0, "y") for k in (0.15, 0.85)],
    ]


KINDS = kinds_of(beer_mug, carafe, cake_stand, ice_bucket)
