"""Drives and printers of the maker's bench: motors that step, actuators, cable chains, nozzles."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, plate, slab, smooth, tube
from indexer.parametric.solids import Part, at, box, forward, kinds_of, lathe, lying, rod, turned
from indexer.parametric.workshop.machine_parts import pierced, washer


def stepper_motor(g: Generator) -> list[Part]:
    s, long, style = g.choice([0.028, 0.035, 0.042, 0.057]), g.uniform(0.026, 0.06), int(g.integers(3))
    q, cut = s / 2, s * g.uniform(0.08, 0.14)
    square = [
        (q - cut, -q),
        (q, cut - q),
        (q, q - cut),
        (q - cut, q),
        (cut - q, q),
        (-q, q - cut),
        (-q, cut - q),
        (cut - q, -q),
    ]
    caps = [slab(square, s * 0.22, z=z) for z in (s * 0.11, -long + s * 0.11)]
    core = slab(np.array(square) * g.uniform(0.9, 0.97), long, z=-long / 2 + s * 0.1)
    hole = [
        forward(washer(s * 0.06, s * 0.03, s * 0.03), x * s * 0.37, y * s * 0.37, s * 0.22)
        for x in (1, -1)
        for y in (1, -1)
    ]
    shaft = [forward(rod(s * 0.26, s * 0.05), z=s * 0.22), forward(rod(s * 0.06, s * g.uniform(0.6, 0.9)), z=s * 0.22)]
    parts = [*caps, core, *hole, *shaft, box(s * 0.4, s * 0.18, s * 0.2, 0, -q - s * 0.1, -long + s * 0.2)]
    if style == 1:  # a toothed wheel on the shaft
        teeth = [
            forward(box(s * 0.03, s * 0.25, s * 0.02, s * 0.15 * x, 0, s * 0.15 * y), z=s * 0.45)
            for x, y in arc(1, 0, 342, 20)
        ]
        parts += [
            forward(rod(s * 0.15, s * 0.25), z=s * 0.45),
            forward(rod(s * 0.2, s * 0.03), z=s * 0.7),
            forward(rod(s * 0.2, s * 0.2), z=s * 0.3),
            *teeth,
        ]
    if style == 2:  # leads
        for x in (-1.5, -0.5, 0.5, 1.5):
            lead = [(x * 0.003, -q, -long * 0.8), (x * 0.004, -s, -long * 0.8), (x * 0.008, -s * 1.1, long)]
            parts.append(tube(smooth(lead, False), 0.001))
    return at(0, q, 0, *parts)


def linear_actuator(g: Generator) -> list[Part]:
    long, style, share = g.uniform(0.18, 0.35), int(g.integers(3)), g.uniform(0.25, 0.9)
    if style == 0:  # a rod sliding out of a tube, the drive beside it
        r = 0.018
        eye = [forward(washer(0.014, 0.006, 0.02), 0, 0, -0.01)]
        slide = [
            rod(r * 0.6, long * share, y=long),
            *at(0, long * (1 + share) + 0.008, 0, *eye),
            *at(0, -0.02, 0, *eye),
        ]
        drive = [
            box(0.09, 0.05, 0.045, 0.022, -0.01),
            rod(0.02, long * 0.45, 0.047, 0.04),
            rod(r * 0.35, 0.01, 0.047, 0.04 + long * 0.45),
        ]
        return [turned(part, (0, 0, 90)) for part in (rod(r, long), rod(r * 1.2, 0.015, y=long - 0.01), *slide, *drive)]
    rails = [lying(0.005, long, 0, 0.03, z) for z in (0.025, -0.025)]
    at_x = (share - 0.6) * long * 0.8
    turns = np.linspace(0, long, 60)
    thread = turned(
        lathe([(0, 0), *[(0.004 + 0.001 * (i % 2), float(y)) for i, y in enumerate(turns)], (0, long)]),
        (0, 0, -90),
        (-long / 2, 0.03, 0),
    )
    motor = [box(0.045, 0.042, 0.042, -long / 2 - 0.04, 0.009), lying(0.008, 0.03, -long / 2 - 0.012, 0.03)]
    ends = [box(0.014, 0.06, 0.08, s * long / 2) for s in (1, -1)]
    if style == 1:  # a carriage on two rods, driven by a thread
        cart = [
            box(0.06, 0.03, 0.075, at_x, 0.018),
            box(0.07, 0.006, 0.085, at_x, 0.048),
            lying(0.012, 0.07, at_x, 0.03),
        ]
        return [*rails, thread, *motor, *ends, *cart]
    profile = [box(long, 0.03, 0.006, 0, 0.005, z) for z in (0.03, -0.03)] + [box(long, 0.008, 0.066)]
    cart = [
        box(0.07, 0.012, 0.06, at_x, 0.036),
        *[rod(0.003, 0.006, at_x + x, 0.046, z) for x in (0.025, -0.025) for z in (0.02, -0.02)],
    ]
    return [*profile, thread, *motor, *ends, *cart, *rails[: int(g.integers(2))], box(0.03, 0.03, 0.05, at_x, 0.008)]


def cable_chain(g: Generator) -> list[Part]:
    n, pitch, style = int(g.integers(14, 22)), 0.03, int(g.integers(3))
    h, w, turn = pitch * g.uniform(0.6, 0.9), pitch * g.uniform(0.8, 1.6), int(g.integers(5, 8))
    r = pitch * turn / np.pi
    first = n // 2 - turn // 2 + int(g.integers(-2, 3))
    path = [np.array((i * pitch, 0.0)) for i in range(first)]
    path += [
        np.array((first * pitch, r)) + r * np.array((np.sin(a), -np.cos(a))) for a in np.linspace(0, np.pi, turn + 1)
    ]
    path += [np.array(((first - i) * pitch, 2 * r)) for i in range(1, n - first - turn + 3)]
    parts = []
    for i, (p, q) in enumerate(pairwise(path)):
        at_angle = float(np.degrees(np.arctan2(*(q - p)[::-1])))
        ends = [arc(h / 2, 90, 270, 7), np.add(arc(h / 2, -90, 90, 7), (pitch, 0))]
        out = w / 2 * (1 - 0.12 * (i % 2))
        side = slab(np.concatenate(ends), w * 0.08)
        link = [*at(0, 0, out, side), *at(0, 0, -out, side)]
        link += [
            box(pitch * (0.5 if style else 0.8), h * 0.12, w, pitch / 2, y * h * 0.44 - h * 0.06)
            for y in (1, -1)[: 2 - (style == 2)]
        ]
        parts += [turned(part, (0, 0, at_angle), (float(p[0]), float(p[1]) + h / 2, 0)) for part in link]
    flap = [box(pitch, h * 0.12, w, -pitch * 0.6, 0), box(h * 0.12, h * 0.8, w, -pitch * 0.1, 0)]
    return [*parts, *flap, *at(float(path[-1][0]), 2 * r + h * 0.88, 0, *flap)]


def printer_nozzle(g: Generator) -> list[Part]:
    s, style = 0.01, int(g.integers(3))
    flats, hexa = s * g.uniform(0.3, 0.4), s * g.uniform(0.28, 0.4)
    tip = lathe([(0, 0), (s * 0.05, 0), (flats * g.uniform(0.75, 0.95), s * g.uniform(0.25, 0.4)), (0, s * 0.4)])
    nut = turned(slab(arc(flats * 1.15, 0, 300, 6), hexa), (90, 0, 0), (0, s * 0.4 + hexa / 2 - s * 0.05, 0))
    top, n = s * 0.35 + hexa, int(g.integers(6, 10))
    bolt = [(s * (0.3 if i % 2 else 0.26), top + s * 0.07 * i) for i in range(n)]
    parts = [tip, nut, lathe([(s * 0.1, top), *bolt, (s * 0.1, bolt[-1][1])]), rod(s * 0.22, s * 0.1, y=top - s * 0.02)]
    if style == 0:
        return parts
    y = top + s * 0.1  # in its heater block, below a finned cooler
    block = [
        box(s * 2, s * 0.9, s * 1.5, s * 0.3, y),
        forward(rod(s * 0.3, s * 1.9), s * 0.8, y + s * 0.45, -s * 0.95),
        rod(s * 0.2, s * 0.4, y=y + s * 0.9),
    ]
    fins, r = int(g.integers(6, 12)), s * g.uniform(0.9, 1.2)
    cooler = [rod(r, s * 0.12, y=y + s * (1.3 + 0.28 * i)) for i in range(fins)] + [
        rod(s * 0.4, s * (0.4 + 0.28 * fins), y=y + s * 1.25)
    ]
    if style == 2:  # with a fan before it
        f, mid = s * 0.28 * fins, y + s * (1.3 + 0.14 * fins)
        frame = pierced([(-f / 2, -f / 2), (f / 2, -f / 2), (f / 2, f / 2), (-f / 2, f / 2)], f * 0.45, 0, 0, s)
        blades = [
            turned(box(f * 0.03, f * 0.4, s * 0.6, 0, f * 0.08), (0, 40, 40 * i), (0, mid, r + s * 0.6))
            for i in range(9)
        ]
        cooler += [*at(0, mid, r + s * 0.6, frame), *blades, forward(rod(f * 0.17, s * 0.7), 0, mid, r + s * 0.2)]
    return [*parts, *block, *cooler, rod(s * 0.35, s * 0.5, y=y + s * (1.4 + 0.28 * fins))]


def fdm_3d_printer(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.36, 0.46), g.uniform(0.34, 0.44), g.uniform(0.4, 0.5), int(g.integers(3))
    e, y = 0.025, h * g.uniform(0.35, 0.6)
    bed = [
        box(w * 0.62, 0.008, d * 0.62, 0, 0.09),
        box(w * 0.45, 0.012, d * 0.45, 0, 0.075),
        *[rod(0.01, 0.02, x, 0.065, z) for x in (0.1, -0.1) for z in (0.1, -0.1)],
    ]
    made = [[lathe([(0, 0), (0.04, 0), (0.055, 0.05), (0.03, 0.1), (0.04, 0.13), (0, 0.13)])], [box(0.08, 0.06, 0.06)]][
        int(g.integers(2))
    ]
    head = [
        box(0.06, 0.07, 0.05, w * 0.1, y - 0.03, 0.035),
        lathe([(0, 0), (0.003, 0), (0.012, 0.02), (0, 0.02)], w * 0.1, y - 0.05, 0.035),
    ]
    spool = [lying(0.09, 0.008, x, h + 0.09) for x in (0.035, -0.035)] + [
        lying(0.07, 0.07, 0, h + 0.09),
        lying(0.012, 0.1, 0, h + 0.09),
    ]
    if style == 0:  # an open gantry over a sliding bed
        base = [box(e, 0.04, d, s * w * 0.28, 0.015) for s in (1, -1)] + [
            box(w, 0.04, e, 0, 0.015, s * d * 0.35) for s in (1, -1)
        ]
        gantry = [box(e, h, e, s * w / 2, 0.015) for s in (1, -1)] + [
            box(w + e, e, e, 0, h),
            box(w + e, e, e * 0.8, 0, y),
        ]
        drives = [box(0.045, 0.045, 0.045, s * w / 2 - s * 0.04, 0.015) for s in (1, -1)] + [
            rod(0.004, h, s * (w / 2 - 0.04), 0.05) for s in (1, -1)
        ]
        return [
            *base,
            *gantry,
            *drives,
            *bed,
            *at(0, 0.098, 0, *made),
            *head,
            *spool,
            box(0.08, 0.06, 0.02, w * 0.4, 0.04, d * 0.42),
        ]
    if style == 1:  # a closed cube of posts with the head in its frame
        posts = [box(e, h, e, x * w / 2, 0, z * d / 2) for x in (1, -1) for z in (1, -1)]
        beams = [box(w, e, e, 0, q, z * d / 2) for q in (0, h - e) for z in (1, -1)] + [
            box(e, e, d, x * w / 2, q) for q in (0, h - e) for x in (1, -1)
        ]
        walls = [
            box(w, 0.06, d),
            box(w, h, 0.004, 0, 0, -d / 2),
            box(e * 0.6, e * 0.6, d, -w * 0.4, y),
            box(w, 0.012, 0.012, 0, y, 0.035),
        ]
        return [*posts, *beams, *walls, *bed, *at(0, 0.098, 0, *made), *head, *at(0, 0, -d * 0.2, *spool)]
    r, feet = (
        w * 0.45,
        [(float(x), float(z)) for x, z in arc(w * 0.5, 90, 330, 3)],
    )  # a delta: three posts and three pairs of rods
    h *= 1.5
    posts = [box(e * 1.4, h, e * 1.4, x, 0, z) for x, z in feet]
    ends = [plate(smooth([(x * 1.8, z * 1.8) for x, z in feet], times=2), e, 0, q) for q in (0, h)]
    pairs = [(x, z, t * z * 0.1, -t * x * 0.1) for x, z in feet for t in (1, -1)]
    spots = [((x * 0.92 + a, y + h * 0.35, z * 0.92 + b), (x * 0.15 + a, y, z * 0.15 + b)) for x, z, a, b in pairs]
    rods = [tube(spot, 0.004) for spot in spots]
    carts = [box(0.05, 0.05, 0.05, x * 0.95, y + h * 0.33, z * 0.95) for x, z in feet]
    tool = [
        rod(0.045, 0.012, y=y - 0.006),
        rod(0.016, 0.05, y=y - 0.05),
        lathe([(0, 0), (0.003, 0), (0.01, 0.02), (0, 0.02)], y=y - 0.07),
    ]
    return [*posts, *ends, *rods, *carts, *tool, rod(r * 0.8, 0.012, y=0.04), *at(0, 0.05, 0, *made)]


KINDS = kinds_of(stepper_motor, linear_actuator, cable_chain, printer_nozzle, fdm_3d_printer)
