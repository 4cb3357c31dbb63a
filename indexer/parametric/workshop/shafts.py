"""What turns and what carries it: bearings, collars, couplings and seals."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, plate, slab, smooth
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.fasteners import hexagon, thread
from indexer.parametric.workshop.machine_parts import pierced, washer


def _faced(parts: list[Part], g: Generator, share: float = 0.7) -> list[Part]:
    """The parts, laid down in `share` of the draws so that their upper ends look to the front."""
    return [forward(part) for part in parts] if chance(g, share) else parts


def _barrel(profile: list[tuple[float, float]]) -> Part:
    """A hollow turned part of a closed profile."""
    return lathe([*profile, profile[0]])


def shaft_collar(g: Generator) -> list[Part]:
    style, bore = int(g.integers(3)), g.uniform(0.008, 0.02)
    r, wide = bore * g.uniform(1.6, 2.1), bore * g.uniform(0.6, 1.0)
    edge, bolt = bore * 0.07, wide * g.uniform(0.2, 0.28)
    if style == 0:  # whole, with a stud set into its side
        rim = _barrel([(bore, 0), (r - edge, 0), (r, edge), (r, wide - edge), (r - edge, wide), (bore, wide)])
        stud = turned(thread(bolt, r * 0.3), (0, 0, -90), (r * 0.92, wide / 2, 0))
        return _faced([rim, stud, turned(washer(bolt * 1.7, bolt, r * 0.03), (0, 0, -90), (r * 0.98, wide / 2, 0))], g)
    gap = g.uniform(4, 8)
    cuts = [(90, 450)] if style == 1 else [(90, 270), (270, 450)]  # split once, or in two halves
    parts = [slab([*arc(r, a + gap, b - gap, 36), *arc(bore, b - gap, a + gap, 36)], wide) for a, b in cuts]
    off = (r + bore) / 2
    for s in (1,) if style == 1 else (1, -1):
        head = turned(rod(bolt * 1.6, r * 0.35), (0, 0, -90), (r * 0.22, s * off * 1.02, 0))
        socket = turned(washer(bolt * 1.6, bolt * 0.9, r * 0.1), (0, 0, -90), (r * 0.56, s * off * 1.02, 0))
        parts += [head, socket, lying(bolt * 0.8, r * 0.8, 0, s * off * 1.02)]
    return parts if chance(g, 0.7) else [turned(part, (-90, 0, 0)) for part in parts]


def bushing(g: Generator) -> list[Part]:
    style, bore = int(g.integers(4)), g.uniform(0.006, 0.02)
    r, long = bore * g.uniform(1.2, 1.5), bore * g.uniform(1.8, 3.6)
    edge = (r - bore) * 0.3
    parts = [_barrel([(bore + edge, 0), (r - edge, 0), (r, edge), (r, long), (bore, long), (bore, edge)])]
    if style == 0:  # with a flange
        parts.append(washer(r * g.uniform(1.3, 1.6), bore, long * g.uniform(0.1, 0.18), long))
    elif style == 1:  # with plugs of graphite
        n, rows, plug = int(g.integers(7, 11)), int(g.integers(2, 5)), r * g.uniform(0.12, 0.18)
        for i in range(rows):
            dot = turned(rod(plug, r * 0.08), (0, 0, -90), (r * 0.97, long * (i + 0.5) / rows, 0))
            parts += around(n, dot, start=180 / n * (i % 2))
    elif style == 2:  # rolled, with a slanting joint
        lean, gap = g.uniform(0, 14), g.uniform(3, 7)
        half = long / 2
        return _faced([plate([*arc(r, gap, 360 - gap, 40), *arc(bore, 360 - gap + lean * 0.1, gap, 40)], h, y=y)
            for h, y in ((half, 0), (half, half))], g, 0.5)  # fmt: skip
    else:  # of rubber between two sleeves
        outer, short = r * g.uniform(1.7, 2.2), long * g.uniform(0.65, 0.85)
        low = (long - short) / 2
        parts += [washer(outer, outer * 0.92, short, low), _barrel([(r, low * 0.6), (outer * 0.75, low * 1.5),
            (outer * 0.93,
            low * 1.1), (outer * 0.93, long - low * 1.1), (outer * 0.75, long - low * 1.5), (r,
                long - low * 0.6)])]  # fmt: skip
    return _faced(parts, g, 0.5)


def roller_bearing(g: Generator) -> list[Part]:
    style, bore, n = int(g.integers(3)), g.uniform(0.012, 0.03), int(g.integers(12, 20))
    r, wide = bore * g.uniform(1.7, 2.1), bore * g.uniform(0.5, 0.9)
    t = (r - bore) * g.uniform(0.22, 0.28)
    roll, mid = (r - bore) / 2 - t, (r + bore) / 2
    roll = min(roll, 2.9 * mid / n)
    if style == 0:  # straight rollers between two rings
        parts = [washer(r, mid + roll, wide), washer(mid - roll, bore, wide)]
        return _faced([*parts, *around(n, rod(roll * 0.97, wide * 1.04, mid, -wide * 0.02))], g)
    if style == 1:  # tapered
        lean, cup = g.uniform(10, 16), wide * g.uniform(0.65, 0.8)
        slope = wide * np.tan(np.radians(lean))
        cone = _barrel([(bore, 0), (mid - roll - slope / 2, 0), (mid - roll - slope / 2, wide * 0.15),
            (mid - roll + slope * 0.4,
            wide * 0.85), (mid - roll + slope * 0.8, wide), (bore, wide)])  # fmt: skip
        taper = turned(
            rod(roll * 0.82, wide * 0.8, top=roll * 1.05), (0, 0, -lean), (mid - slope * 0.4, wide * 0.12, 0)
        )
        parts = [cone, *around(n, taper)]
        if chance(g, 0.7):
            parts.append(_barrel([(r, 0), (r, cup), (mid + roll + slope * 0.4, cup), (mid + roll - slope * 0.4, 0)]))
        return _faced(parts, g)
    long, n, pin = wide * g.uniform(1.6, 2.6), n + 6, mid * 0.11  # needles in a cage
    cage = [washer(mid + pin * 0.8, mid - pin * 0.8, long * 0.09, y) for y in (0, long * 0.91)]
    bars = around(n, box(pin * 1.2, long, pin * 0.7, mid), start=180 / n)
    return _faced([*cage, *bars, *around(n, rod(pin, long * 0.86, mid, long * 0.07))], g, 0.4)


def thrust_bearing(g: Generator) -> list[Part]:
    style, bore = int(g.integers(2)), g.uniform(0.012, 0.03)
    r, n = bore * g.uniform(1.7, 2.2), int(g.integers(10, 18))
    mid, thick = (r + bore) / 2, bore * g.uniform(0.14, 0.3)
    lift = g.uniform(0.0, 1.6) if chance(g) else 0.0  # the plates drawn apart
    if style == 0:
        roll = min((r - bore) * 0.3, 2.6 * mid / n)
        bodies = around(n, ball(roll, mid))
    else:
        roll, long = bore * g.uniform(0.09, 0.14), (r - bore) * 0.8
        bodies = around(n + 8, lying(roll, long, mid))
    gap = roll * (1.75 + lift) if lift else roll * 1.7
    cage = washer(r * 0.96, bore * 1.06, roll * 0.5, -roll * 0.25)
    plates = [washer(r, bore * s, thick, y) for y, s in ((gap / 2, 1.04), (-gap / 2 - thick, 1))]
    return _faced([*bodies, cage, *plates], g, 0.3)


def pillow_block(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.03, 0.06)
    bore, up, deep = r * g.uniform(0.4, 0.52), r * g.uniform(1.1, 1.3), r * g.uniform(0.6, 0.9)
    half, foot, hole = r * g.uniform(1.8, 2.2), r * g.uniform(0.3, 0.42), r * g.uniform(0.14, 0.2)
    if style < 2:
        shape = smooth([(-r * 1.02, foot * 0.7), (-r * 1.02, up), (-r * 0.7, up + r * 0.85), (0, up + r * 1.12),
            (r * 0.7, up + r * 0.85),
            (r * 1.02, up), (r * 1.02, foot * 0.7)], times=2)  # fmt: skip
        house = [pierced(shape, r * 0.78, 0, up, deep)]
        base = [box(2 * r, foot, deep * 0.9), *(turned(pierced([(-half + r, -deep / 2), (0, -deep / 2), (0, deep / 2),
            (-half + r,
            deep / 2)], hole, (-half + r) / 2, 0, foot), (90, 0, 0), (s * (half + r) / 2 + (half - r) / 2, foot / 2, 0))
            for s in (1, -1))]  # fmt: skip
    else:  # a cap bolted on a split house
        house = [slab([*arc(r, 0, 180, 24), *arc(r * 0.78, 180, 0, 24)], deep, 0, up), slab([(-r * 1.3, 0), (r * 1.3,
            0), (r * 1.3,
            up), *np.add(arc(r * 0.78, 0, -180, 20), (0, up)), (-r * 1.3, up)], deep)]  # fmt: skip
        base = [box(half * 2, foot, deep * 1.2), *(box(r * 0.5, r * 0.3, deep, s * r * 1.08, up) for s in (1, -1))]
        base += [p for s in (1, -1) for p in at(s * r * 1.1, up + r * 0.3, 0, hexagon(hole * 1.5, hole * 1.4))]
        base += [p for s in (1, -1) for p in at(s * half * 0.85, foot, 0, hexagon(hole * 1.5, hole * 1.2))]
    race = [forward(_barrel([(bore, y0), (r * s, y0), (r * s, y1), (bore, y1)]), 0, up) for s, y0, y1 in ((0.8,
        -deep * 0.35,
        deep * 0.35), (0.58, -deep * 0.5, deep * 0.75))]  # fmt: skip
    if chance(g, 0.3):
        race.append(forward(rod(bore, r * g.uniform(3, 6), y=-r * 2), 0, up))
    return [*house, *base, *race]


def shaft_coupling(g: Generator) -> list[Part]:
    style, r = int(g.integers(4)), g.uniform(0.012, 0.03)
    long, bore = r * g.uniform(1.2, 1.8), r * g.uniform(0.4, 0.55)
    if style == 0:  # two jaws and a star between
        n, claw = 3, r * g.uniform(0.45, 0.6)
        jaw = plate([*arc(r, -24, 24, 8), *arc(bore * 1.1, 24, -24, 8)], claw, y=long)
        parts = [washer(r, bore, long), *around(n, jaw)]
        parts += [turned(part.copy(), (180, 60, 0), (0, 2 * long + claw, 0)) for part in parts]
        star = plate([*arc(r * 0.97, -30, 30, 8), *arc(bore, 30, -30, 8)], claw * 0.7, y=long + claw * 0.15)
        return _faced([*parts, *around(6, turned(star, (0, 30, 0)))], g, 0.8)
    if style == 1:  # one piece, cut in a spiral
        turns, t = g.uniform(3, 5), long * 0.11
        parts = [washer(r, bore, long * 0.7), washer(r, bore, long * 0.7, long * 0.7 + turns * t * 1.8)]
        n = int(turns * 24)
        ribs = [
            box(r - bore, t, r * 0.32, (r + bore) / 2, long * 0.7 + turns * t * 1.8 * i / n - t * 0.2) for i in range(n)
        ]
        return _faced([*parts, *(turned(rib, (0, 15.0 * i, 0)) for i, rib in enumerate(ribs))], g, 0.8)
    if style == 2:  # rigid, clamped by rows of bolts
        both = [plate([*arc(r, a + 3, a + 177, 20), *arc(bore, a + 177, a + 3, 20)], long * 2.2) for a in (0, 180)]
        heads = [forward(rod(r * 0.18, r * 0.3, y=r * 0.5), x * r * 0.74, long * 2.2 * y)
            for x in (1, -1) for y in (0.15, 0.38, 0.62, 0.85)]  # fmt: skip
        return [turned(part, (0, 0, 90)) for part in [*both, *heads]]
    n, wide = int(g.integers(4, 7)), r * g.uniform(1.7, 2.1)  # two flanges bolted together
    half = [_barrel([(bore, 0), (wide, 0), (wide, r * 0.4), (r, r * 0.45), (r * 0.95, long), (bore, long)])]
    half += around(n, *at((wide + r) / 2, 0, 0, hexagon(r * 0.22, r * 0.3, r * 0.4)))
    return _faced([*half, *(turned(part.copy(), (180, 0, 0), (0, -r * 0.04, 0)) for part in half)], g, 0.8)


def oil_seal(g: Generator) -> list[Part]:
    style, bore = int(g.integers(3)), g.uniform(0.015, 0.04)
    r, wide = bore * g.uniform(1.45, 1.75), bore * g.uniform(0.4, 0.65)
    lip, t = bore * g.uniform(0.9, 0.95), wide * 0.2
    case = [
        (bore * 1.1, 0),
        (r - t, 0),
        (r, t),
        (r, wide),
        (r - t * 1.5, wide),
        (r - t * 1.5, t * 1.5),
        (bore * 1.1, t * 1.5),
    ]
    parts = [_barrel(case)]
    tongue = [(bore * 1.15, 0), (bore * 1.15, t * 1.5), (bore * 1.1, wide * 0.85), (bore * 0.98, wide * 0.9), (lip,
        wide * 0.65),
        (bore * 1.06, wide * 0.4), (bore * 1.04, 0)]  # fmt: skip
    parts.append(_barrel(tongue))
    parts.append(ring(bore * 1.13, t * 0.5, 0, wide * 0.75, axis="y"))  # the garter spring
    if style == 1:
        parts.append(_barrel([(r * 1.0, 0), (r * 1.12, 0), (r * 1.12, t), (r, t)]))
    elif style == 2:
        parts += [ring(r, t * 0.6, 0, wide * s, axis="y") for s in (0.25, 0.5, 0.75)]
    parts = [turned(part, (180, 0, 0)) for part in parts] if chance(g, 0.4) else parts
    return _faced(parts, g)


KINDS = kinds_of(shaft_collar, bushing, roller_bearing, thrust_bearing, pillow_block, shaft_coupling, oil_seal)
