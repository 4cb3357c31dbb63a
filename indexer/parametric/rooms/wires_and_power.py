"""What carries power and data about a house: supplies, strips, cells and cables."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, plate, slab, smooth, tube
from indexer.parametric.rooms.computer_parts import spinner
from indexer.parametric.solids import Part, at, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import washer


def power_supply(g: Generator) -> list[Part]:
    style = int(g.integers(3))
    if style == 0:  # the steel box of a computer
        w, h, d = 0.15, 0.086, g.uniform(0.13, 0.18)
        leads = []
        for x in np.linspace(-0.05, -0.01, int(g.integers(3, 6))):
            line = [(x, h * 0.3, -d / 2), (x, h * 0.3, -d * 0.75), (x * 2, 0.01, -d * g.uniform(0.9, 1.4))]
            leads.append(tube(smooth(line, False), 0.004))
        fan = [turned(part, (-90, 0, 0), (0, h, 0)) for part in spinner(0.13, 0.006, 9, False)]
        guard = [ring(0.02 * i, 0.0012, y=h + 0.004, axis="y") for i in range(1, 4)]
        back = [box(0.028, 0.022, 0.004, -0.045, 0.015, d / 2), box(0.014, 0.02, 0.006, -0.01, 0.015, d / 2)]
        back += [
            box(0.006, 0.006, 0.002, 0.012 * i - 0.005, 0.012 * k + 0.012, d / 2) for i in range(1, 6) for k in range(5)
        ]
        return [box(w, h, d), *fan, *guard, *back, *leads, ring(0.066, 0.002, y=h + 0.002, axis="y")]
    if style == 1:  # a pierced metal case with terminals
        w, h, d = g.uniform(0.09, 0.115), g.uniform(0.035, 0.05), g.uniform(0.16, 0.22)
        slots = [
            box(0.003, 0.002, 0.03, w * (0.09 * i - 0.36), h, d * z) for i in range(9) for z in (-0.3, -0.08, 0.14)
        ]
        posts = [
            part
            for i in range(7)
            for part in (
                box(0.009, 0.014, 0.016, 0.0115 * (i - 3), 0.004, d / 2 + 0.008),
                rod(0.003, 0.003, 0.0115 * (i - 3), 0.018, d / 2 + 0.008),
            )
        ]
        return [
            box(w, h, d),
            box(w, 0.002, 0.03, 0, 0, d / 2 + 0.01),
            *slots,
            *posts,
            *[box(0.001, 0.02, 0.018, 0.0115 * (i - 3.5), 0.004, d / 2 + 0.01) for i in range(8)],
        ]
    w, h, d = g.uniform(0.045, 0.06), g.uniform(0.028, 0.034), g.uniform(0.1, 0.14)  # the brick on a laptop's cord
    brick = plate(
        smooth([(x * w / 2, z * d / 2) for x, z in ((-1, -1), (0, -1), (1, -1), (1, 1), (0, 1), (-1, 1))], times=2), h
    )
    cords = [
        tube(
            smooth(
                [
                    (0, h / 2, s * d * 0.48),
                    (0, h / 2, s * d * 0.7),
                    (w, 0.004, s * d * 0.8),
                    (w * 1.5, 0.004, s * d * 0.3),
                ],
                False,
            ),
            0.0025,
        )
        for s in (1, -1)
    ]
    coil = [ring(0.04, 0.003, -w * 1.4, 0.005 * i + 0.003, 0, axis="y") for i in range(int(g.integers(2, 5)))]
    return [brick, box(w * 0.6, 0.001, d * 0.6, 0, h), *cords, *coil, lying(0.006, 0.03, w * 1.4, 0.006, -d * 0.3)]


def power_strip(g: Generator) -> list[Part]:
    n, pitch, style = int(g.integers(3, 8)), 0.055, int(g.integers(3))
    long, w, h = n * pitch + 0.07, g.uniform(0.05, 0.065), g.uniform(0.03, 0.045)
    block = plate(
        smooth(
            [
                (x * long / 2, z * w / 2)
                for x, z in ((-1, -1), (-0.8, -1), (0.8, -1), (1, -1), (1, 1), (0.8, 1), (-0.8, 1), (-1, 1))
            ]
        ),
        h,
    )
    parts = [
        block,
        box(0.018, 0.008, 0.026, -long / 2 + 0.035, h),
        turned(box(0.014, 0.006, 0.02), (12, 0, 0), (-long / 2 + 0.035, h + 0.006, 0)),
    ]
    for i in range(n):
        x = -long / 2 + 0.07 + pitch * (i + 0.4)
        if style == 0:  # round wells with two bores
            parts += at(x, 0, 0, washer(0.0225, 0.0195, 0.008, h))
            parts += [turned(washer(0.0042, 0.0024, 0.004, h), (0, 0, 0), (x + s * 0.0095, 0, 0)) for s in (1, -1)]
        else:  # squares with slits
            parts += [
                box(0.036, 0.003, 0.036, x, h),
                *[box(0.0025, 0.004, 0.009, x + s * 0.006, h + 0.001, 0.006) for s in (1, -1)],
            ]
            parts += [rod(0.003, 0.005, x, h + 0.001, -0.008)]
    cord = [
        (-long / 2, h / 2, 0),
        (-long / 2 - 0.04, h / 2, 0),
        (-long / 2 - 0.06, 0.005, 0.08),
        (-long * 0.2, 0.005, 0.1),
        (0, 0.005, 0.13),
    ]
    head = [
        lying(0.014, 0.04, 0.02, 0.014, 0.13, 0.018),
        *[lying(0.0024, 0.02, 0.05, 0.014, 0.13 + s * 0.0095) for s in (1, -1)],
    ]
    return [*parts, tube(smooth(cord, False), 0.004), *head, *([box(long, 0.003, w * 0.4)] if style == 2 else [])]


def battery(g: Generator) -> list[Part]:
    style = int(g.integers(5))
    if style == 0:  # a round cell, or some of them
        r, h = [(0.00725, 0.05), (0.00525, 0.044), (0.013, 0.05), (0.017, 0.061), (0.009, 0.065)][int(g.integers(5))]
        r, h = r * g.uniform(0.97, 1.03), h * g.uniform(0.97, 1.03)
        cell = [
            rod(r, h * 0.96),
            rod(r * 0.96, h * 0.975),
            rod(r * 0.36, h * 1.02),
            ring(r * 0.93, r * 0.07, y=h * 0.955, axis="y"),
        ]
        cell.append(rod(r * 0.8, h * 0.01, y=-h * 0.01))
        parts = [p for i in range(int(g.integers(1, 5))) for p in at(i * r * 2.1, 0, 0, *cell)]
        return [turned(part, (0, 0, -90)) for part in parts] if chance(g, 0.3) else parts
    if style == 1:  # a block with two snaps
        w, h, d = g.uniform(0.025, 0.028), g.uniform(0.044, 0.048), g.uniform(0.015, 0.018)
        case = plate(
            smooth([(x * w / 2, z * d / 2) for x, z in ((-1, -1), (0, -1), (1, -1), (1, 1), (0, 1), (-1, 1))], times=1),
            h,
        )
        snaps = [
            rod(0.003, 0.003, -w * 0.24, h),
            turned(slab(arc(0.0042, 0, 300, 6), 0.003), (90, 0, 0), (w * 0.24, h + 0.0015, 0)),
        ]
        return [case, *snaps, box(w * 0.85, 0.001, d * 0.8, 0, h), washer(0.0036, 0.0022, 0.0036, h)]
    if style == 2:  # of a car
        w, h, d = g.uniform(0.2, 0.3), g.uniform(0.17, 0.2), 0.17
        posts = [rod(0.01, 0.02, s * w * 0.38, h * 1.08, d * 0.25, 0.009) for s in (1, -1)] + [
            rod(0.016, 0.004, s * w * 0.38, h * 1.08, d * 0.25) for s in (1, -1)
        ]
        caps = [rod(0.011, 0.006, w * (0.13 * i - 0.325), h * 1.08, -d * 0.2) for i in range(6)]
        grip = [
            tube(smooth([(s * w * 0.3, h, 0), (s * w * 0.28, h * 1.3, 0), (0, h * 1.3, 0)], False), 0.006)
            for s in (1, -1)
        ]
        ribs = [box(0.006, h * 0.75, d * 1.02, w * (0.16 * i - 0.4), h * 0.1) for i in range(6)]
        return [
            box(w, h, d),
            box(w * 1.03, h * 0.1, d * 1.05, 0, h * 0.98),
            box(w * 1.06, h * 0.08, d * 1.1),
            *posts,
            *caps,
            *ribs,
            *(grip if chance(g) else []),
        ]
    if style == 3:  # a coin
        r, h = g.uniform(0.006, 0.013), g.uniform(0.002, 0.0055)
        coin = lathe([(0, 0), (r * 0.8, 0), (r * 0.82, h * 0.2), (r, h * 0.25), (r, h * 0.95), (r * 0.97, h), (0, h)])
        sign = [box(r * 0.4, h * 0.08, r * 0.08, 0, h), box(r * 0.08, h * 0.08, r * 0.4, 0, h)]
        return [turned(part, (float(g.uniform(0, 90)), 0, 0)) for part in (coin, *sign)]
    w, h, d = g.uniform(0.1, 0.14), g.uniform(0.025, 0.045), g.uniform(0.035, 0.05)  # a soft pack with leads
    pack = [
        box(w, h * 0.95, d),
        box(w * 0.96, h, d * 0.96),
        *[box(0.004, h * 1.03, d * 1.04, w * x) for x in (-0.4, 0.4)],
    ]
    ends = [(0.03, 0.006), (0.05, -0.004), (0.04, -0.01)]
    leads = [
        tube(smooth([(w / 2, h * 0.6, z), (w / 2 + x, h * 0.7, z * 2), (w / 2 + x * 1.5, 0.004, z * 3)], False), 0.002)
        for x, z in ends
    ]
    return [
        *pack,
        *leads,
        box(0.016, 0.008, 0.02, w / 2 + 0.06, 0, 0.015),
        box(0.012, 0.005, 0.014, w / 2 + 0.065, 0, -0.022),
    ]


def network_cable(g: Generator) -> list[Part]:
    style, r, n, t = int(g.integers(2)), g.uniform(0.05, 0.08), int(g.integers(3, 7)), g.uniform(0.0025, 0.0035)
    plug = [
        box(0.0115, 0.008, 0.021, 0, -0.004, 0.01),
        box(0.006, 0.0012, 0.014, 0, 0.0042, 0.01),
        box(0.0105, 0.0092, 0.012, 0, -0.0046, -0.004),
    ]
    plug += [box(0.0006, 0.0012, 0.006, 0.00115 * (i - 3.5), -0.0048, 0.017) for i in range(8)]
    plug += [
        turned(box(0.005, 0.001, 0.016), (-14, 0, 0), (0, 0.007, 0.008)),
        forward(rod(0.0045, 0.012, top=0.0052), 0, 0, -0.02),
    ]
    a = np.linspace(0, 2 * np.pi * n, n * 28)
    wander = r * (1 + 0.05 * np.sin(a * g.uniform(0.3, 0.45)))
    coil = np.stack([wander * np.cos(a), t + t * 1.1 * (1 + np.sin(a * 0.37)), wander * np.sin(a)], 1)
    size = 1.8
    tail = (
        [coil[0] + (0, 0, -r * q) for q in (1.2, 0.8, 0.3)]
        if style == 0
        else [coil[0] + (r * q, 0, -r * q) for q in (1.0, 0.6, 0.2)]
    )
    lead = [coil[-1] + (0, 0, r * q) for q in (0.3, 0.8, 1.2)]
    line = np.array([*tail, *coil, *lead])
    for part in plug:
        part.apply_scale(size)
    ends = [turned(p.copy(), (0, 180 if style == 0 else 135, 0), tuple(line[0])) for p in plug]
    ties = [box(r * 0.5, t * 8, t * 3, -r, 0)] if chance(g) else []
    return [tube(line, t * 1.2), *ends, *at(*map(float, line[-1]), *plug), *ties]


KINDS = kinds_of(power_supply, power_strip, battery, network_cable)
