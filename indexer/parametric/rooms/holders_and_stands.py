"""Things that hold other things on a desk, a wall or a shelf."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, body, chance, plate, slab, smooth, symmetric, tube, upright
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import pierced
from indexer.parametric.workshop.printed_things import figure, ribbon, wall


def _square(w: float, h: float) -> list[tuple[float, float]]:
    return [(-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2)]


def round_square(w: float, d: float) -> Points:
    """A rectangle with round corners."""
    return smooth(
        [(x * w / 2, z * d / 2) for x, z in ((-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0))]
    )


def pegboard_hook(g: Generator) -> list[Part]:
    style, r, long, pitch = int(g.integers(4)), g.uniform(0.002, 0.004), g.uniform(0.04, 0.1), 0.025
    pegs = [tube(smooth([(0, y, 0), (0, y, -0.012), (0, y + 0.012, -0.014)], False, 1), r) for y in (0, pitch)]
    spine = [tube([(0, -0.005, 0), (0, pitch + 0.004, 0)], r * 1.2)]
    if style == 0:  # one arm with a turned-up end
        arm = smooth([(0, 0, 0), (0, -0.02, 0.005), (0, -0.02, long), (0, 0.01, long + 0.008)], False)
        parts = [*pegs, *spine, tube(arm, r), *at(0, *arm[-1][1:], ball(r * 1.5))]
    elif style == 1:  # a pair of arms on a plate
        w = g.uniform(0.02, 0.05)
        arm = smooth([(w / 2, 0.01, 0), (w / 2, 0.004, long), (w / 2, 0.022, long + 0.006)], False)
        arms = [part for x in (0, -w) for part in at(x, 0, 0, tube(arm, r))]
        parts = [
            *pegs,
            box(w + 0.016, 0.036, 0.003, 0, -0.006),
            *arms,
            tube([(-w / 2, 0.022, long), (w / 2, 0.022, long)], r),
        ]
    elif style == 2:  # loops for tools
        n = int(g.integers(2, 5))
        loops = [ring(0.011, r, 0.032 * (i - (n - 1) / 2), 0.01, 0.016, axis="y") for i in range(n)]
        parts = [
            *loops,
            box(0.032 * n, 0.03, 0.003, 0, -0.004),
            *[p for x in (-0.012, 0.012) for p in at(x, 0, 0, *pegs)],
        ]
    else:  # a wide hook cut from a plate
        line = smooth([(0, pitch), (0, -0.015), (0.02, -0.03), (long * 0.6, -0.02), (long * 0.65, 0.01)], False)
        parts = [*pegs, upright(ribbon(line, r * 2.4), g.uniform(0.012, 0.03))]
    if chance(g, 0.45):  # on its board
        n, m = int(g.integers(3, 6)), int(g.integers(4, 6))
        tile = pierced(_square(pitch, pitch), 0.0035, 0, 0, 0.004)
        parts += [
            p for i in range(n) for k in range(m) for p in at((i - n // 2) * pitch, (k - m // 2) * pitch, -0.005, tile)
        ]
    return parts


def bag_clip(g: Generator) -> list[Part]:
    long, style, deep = g.uniform(0.08, 0.15), int(g.integers(3)), g.uniform(0.008, 0.014)
    if style == 0:  # two bars about a joint, ajar or shut, with a catch
        angle, thick = g.uniform(3, 45), g.uniform(0.006, 0.009)
        bar = smooth([(0, -thick), (long, -thick * 0.6), (long, 0), (0, 0)], times=1)
        other = smooth([(0, 0), (long, 0), (long, thick * 0.6), (0, thick)], times=1)
        catch = ribbon(
            smooth([(long, -thick), (long + 0.012, -thick), (long + 0.012, thick), (long + 0.002, thick * 1.1)], False),
            0.003,
        )
        joint = [forward(rod(thick * 1.1, deep * 1.3), z=-deep * 0.65)]
        teeth = [box(0.002, 0.003, deep * 0.7, long * x, 0) for x in np.linspace(0.1, 0.9, 12)]
        return [slab(bar, deep), slab(catch, deep), *joint, *teeth, turned(slab(other, deep), (0, 0, angle))]
    if style == 1:  # a broad spring peg with wide jaws
        wide, gap = long * g.uniform(0.6, 1.1), g.uniform(6, 14)
        side = [(0.045, 0.0), (0.04, 0.006), (0, 0.004), (-0.04, 0.005), (-0.045, 0), (0, 0)]
        jaws = [turned(upright(np.array(side) * (1, s), wide), (-s * gap, 0, 0), (0, s * 0.008, 0)) for s in (1, -1)]
        ribs = [
            lying(0.0015, wide * 0.95, 0, s * (0.012 + 0.0012 * i), -0.022 - 0.004 * i)
            for i in range(4)
            for s in (1, -1)
        ]
        return [
            *jaws,
            *ribs,
            *[ring(0.007, 0.0015, wide * x, axis="x") for x in (-0.25, -0.2, 0.2, 0.25)],
            lying(0.003, wide * 0.6),
        ]
    r = 0.007  # a rod that snaps into a slotted tube
    gutter = [
        turned(slab([*arc(r, 40, 320, 16), *arc(r * 0.7, 320, 40, 16)], long), (0, 90, 0)),
        lying(r * 0.5, long * 1.1, 0),
    ]
    flag = plate(smooth([(-0.012, 0), (0.012, 0), (0.012, 0.03), (-0.012, 0.03)]), 0.003, long / 2, 0)
    return [
        *gutter,
        flag,
        *[ring(r * 0.95, 0.0015, long * x, axis="x") for x in (-0.45, 0, 0.45)],
        ball(r * 0.8, -long * 0.55),
    ]


def bottle_opener(g: Generator) -> list[Part]:
    long, style, t = g.uniform(0.09, 0.14), int(g.integers(4)), g.uniform(0.002, 0.004)
    w = g.uniform(0.034, 0.044)
    tooth = box(w * 0.22, w * 0.16, t, 0, -w * 0.36)
    if style == 0:  # a flat blade with an opening at one end and a hole at the other
        hole = pierced(
            smooth(symmetric([(w * 0.46, -w * 0.5), (w * 0.5, w * 0.2), (w * 0.3, w * 0.55)]), times=1),
            w * 0.33,
            0,
            0,
            t,
        )
        low = -long + w * 0.5
        blade = symmetric([(w * 0.4, low), (w * 0.4, low * 0.8), (w * 0.34, low * 0.5), (w * 0.46, -w * 0.5)])
        end = pierced(_square(w * 0.8, w * 0.6), w * 0.14, 0, 0, t)
        return [hole, slab(blade, t), tooth, *at(0, low - w * 0.3, 0, end)]
    if style == 1:  # a ring with a waisted handle
        handle = smooth(
            symmetric([(w * 0.2, -long), (w * 0.36, -long * 0.9), (w * 0.16, -long * 0.5), (w * 0.2, -w * 0.4)])
        )
        bead = body(
            [(z, q, q * 0.7, 0) for z, q in ((0, w * 0.14), (long * 0.3, w * 0.24), (long * 0.6, w * 0.15))], 2.4
        )
        grip = [turned(bead, (90, 0, 0), (0, -w * 0.5, 0))] if chance(g) else [slab(handle, t * 2.5)]
        bar = [box(w * 0.75, w * 0.14, t * 1.4, 0, w * 0.1)]
        return [
            ring(w * 0.42, t * 1.1),
            *bar,
            tooth,
            *grip,
            *([ring(w * 0.14, t * 0.6, 0, -long * 0.93)] if chance(g) else []),
        ]
    if style == 2:  # fixed to a wall, with a tray for the caps
        back = slab(round_square(w * 1.6, long), t * 1.5, 0, 0, -0.006)
        jaw = upright(
            smooth([(0, 0.012), (0.02, 0.02), (0.026, 0.005), (0.02, 0.004), (0.012, 0.01), (0, -0.005)], times=1),
            w * 0.8,
        )
        lip = tube([(x * w * 0.5, long * 0.06, 0.004 + z * 0.026) for x, z in arc(1, 180, 0, 12)], t)
        tray = [box(w * 1.6, t, 0.04, 0, -long * 0.5, 0.015), box(w * 1.6, 0.03, t, 0, -long * 0.5, 0.035)]
        dots = [forward(rod(0.004, 0.004), x * w * 0.55, y * long * 0.38, -0.004) for x in (1, -1) for y in (1, -0.6)]
        return [back, *at(0, long * 0.12, 0, jaw), lip, *dots, *(tray if chance(g) else [])]
    head = [pierced(arc(w * 0.6, 0, 345, 24), w * 0.36, 0, 0, t * 1.5), box(w * 0.2, w * 0.16, t * 1.5, 0, w * 0.26)]
    charm = slab(figure(int(g.integers(3))) * w * 0.9, t * 1.5, 0, -w * 0.95)
    return [*head, charm, ring(w * 0.14, t * 0.6, 0, -w * 1.48)]


def card_holder(g: Generator) -> list[Part]:
    w, style, lean = 0.09, int(g.integers(3)), g.uniform(8, 22)
    n, t = int(g.integers(1, 4)), g.uniform(0.003, 0.005)
    pack = box(w * 0.95, 0.052, g.uniform(0.004, 0.014))
    if style == 0:  # steps of pockets, a pack in each
        parts: list[Part] = [
            upright([(0.03, 0), (0.03, t), (-0.03 * n, 0.02 * n + t), (-0.03 * n, 0)], t, s * w * 0.52) for s in (1, -1)
        ]
        for i in range(n):
            y, z = 0.02 * i, 0.012 - 0.03 * i
            parts += [
                box(w * 1.05, t, 0.022, 0, y, z),
                box(w * 1.05, 0.022 + 0.01 * i, t, 0, max(0, y - 0.01), z + 0.011),
            ]
            parts += [
                turned(box(w * 1.05, 0.04, t), (-lean, 0, 0), (0, y, z - 0.011)),
                turned(pack.copy(), (-lean, 0, 0), (0, y + t, z)),
            ]
        return parts
    if style == 1:  # a bent plate with a lip
        line = smooth([(0.03, 0.02), (0.03, 0.004), (0.012, 0.004), (-0.01, 0.045), (-0.04, 0.0)], False, 1)
        return [upright(ribbon(line, t), w * g.uniform(0.7, 1.1)), turned(pack, (-28, 0, 0), (0, 0.007, 0.016))]
    r = g.uniform(0.09, 0.2)  # a curved slot for a hand of playing cards
    span = np.degrees(0.1 / r)
    base = [plate([*arc(r, 90 - span, 90 + span, 14), *arc(r - 0.03, 90 + span, 90 - span, 14)], 0.012, 0, 0, -r)]
    rims = [
        plate([*arc(q, 90 - span, 90 + span, 14), *arc(q - 0.008, 90 + span, 90 - span, 14)], 0.02, 0, 0, -r)
        for q in (r, r - 0.013)
    ]
    cards = []
    for a in np.radians(np.linspace(90 - span * 0.75, 90 + span * 0.75, n + 3)):
        spot = (float((r - 0.01) * np.cos(a)), 0.012, float((r - 0.01) * np.sin(a)) - r)
        cards.append(turned(box(0.06, 0.088, 0.0006), (-lean, 90 - float(np.degrees(a)), 0), spot))
    return [*base, *rims, *cards]


def _pens(g: Generator, spots: list[tuple[float, float]], low: float, tilt: float) -> list[Part]:
    """A pen, pencil or brush standing at each of the spots."""
    parts: list[Part] = []
    for x, z in spots:
        r, h, kind = g.uniform(0.0035, 0.005), g.uniform(0.13, 0.18), int(g.integers(3))
        pencil = [rod(r, h), rod(r * 0.9, 0.02, y=h, top=0.0005)]
        pen = [rod(r, h * 0.7), rod(r * 1.2, h * 0.3, y=h * 0.7), box(0.003, h * 0.22, r * 3, 0, h * 0.76)]
        one = [pencil, pen, [rod(r * 0.8, h), ball(r * 1.6, 0, h + r * 3, 0, (1, 2.6, 0.7))]][kind]
        way = (float(g.uniform(-tilt, tilt)), float(g.uniform(0, 90)), float(g.uniform(-tilt, tilt)))
        parts += [turned(part, way, (x, low, z)) for part in one]
    return parts


def pen_holder(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.035, 0.048), g.uniform(0.08, 0.11), int(g.integers(4))
    if style == 3:  # a block with bores
        n = int(g.integers(3, 6))
        spots = [(0.022 * (i - (n - 1) / 2), z) for i in range(n) for z in (0.012, -0.012)]
        tiles = [
            turned(pierced(_square(0.022, 0.024), 0.006, 0, 0, h * 0.5), (90, 0, 0), (x, h * 0.25, z)) for x, z in spots
        ]
        rows = [*tiles, box(0.022 * n + 0.01, 0.006, 0.058), box(0.022 * n + 0.01, h * 0.15, 0.014, 0, 0, 0.031)]
        return [*rows, *_pens(g, [s for s in spots if chance(g, 0.6)], 0.006, 3)]
    sides = [48, 6, 4, 5][int(g.integers(4))]
    outline = arc(r, 0, 360 - 360 / sides, sides)
    if style == 1:  # fluted or twisted
        a = np.linspace(0, 2 * np.pi, 60, endpoint=False)
        lobes, twist = int(g.integers(5, 11)), g.uniform(0, 0.12)
        layers = []
        for i in range(8):
            radius = r * (1 + 0.07 * np.cos(lobes * (a + twist * i)))
            layers.append(wall(np.stack([radius * np.cos(a), radius * np.sin(a)], 1), 0.004, h / 8, i * h / 8))
        parts = [*layers, rod(r, 0.004)]
    elif style == 2:  # of bars, with hoops
        n = int(g.integers(16, 30))
        parts = [*around(n, turned(rod(0.001, h, r), (float(g.uniform(0, 14)), 0, 0))), rod(r, 0.004)]
        parts += [ring(r, 0.002, y=y, axis="y") for y in (0.003, h * 0.5, h)]
    else:
        parts = [wall(outline, 0.004, h), plate(outline, 0.004), wall(outline * 1.04, 0.004, 0.006, h - 0.006)]
        if chance(g, 0.4):  # a second, lower cup beside it
            parts += at(r * 1.9, 0, 0, wall(outline, 0.004, h * 0.55), plate(outline, 0.004))
    spots = [(float(x), float(z)) for x, z in g.uniform(-r * 0.3, r * 0.3, (int(g.integers(0, 6)), 2))]
    return [*parts, *_pens(g, spots, 0.004, 12)]


KINDS = kinds_of(pegboard_hook, bag_clip, bottle_opener, card_holder, pen_holder)
