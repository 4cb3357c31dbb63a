"""Furniture to sit on, to sleep in and to keep things in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, plate, slab, smooth, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, rod, turned

Cell = tuple[float, float, float, float, str]  # left, right, bottom, top, and what closes it


def pad(w: float, h: float, d: float, x: float = 0, y: float = 0, z: float = 0, power: float = 5) -> Part:
    sizes = [(0, 0.9), (0.25, 1), (0.75, 1), (1, 0.88)]
    return turned(body([(k * h, s * w / 2, s * d / 2, 0) for k, s in sizes], power, 24), (-90, 0, 0), (x, y, z))


def handle(style: int, x: float, y: float, z: float, w: float, standing: bool = False) -> list[Part]:
    if style == 0:  # knob
        curve = [(0, 0.0), (0.008, 0), (0.007, 0.015), (0.02, 0.025), (0.014, 0.036), (0, 0.038)]
        return [turned(lathe(curve), (90, 0, 0), (x, y, z))]
    bow = smooth([(-w / 2, 0, 0), (-w * 0.4, 0, 0.04), (w * 0.4, 0, 0.04), (w / 2, 0, 0)], False, 2 if style == 1
        else 0)  # fmt: skip
    parts = [tube(bow, 0.008, 6)] if style < 3 else [box(w, 0.025, 0.03, 0, -0.012, 0.015)]
    return [turned(part, (0, 0, 90 if standing else 0), (x, y, z)) for part in parts]


def row(cuts: Iterable[float], low: float, high: float, *fronts: str) -> list[Cell]:
    return [(a, b, low, high, fronts[i % len(fronts)]) for i, (a, b) in enumerate(pairwise(map(float, cuts)))]


def cabinet(cells: list[Cell], d: float, y: float, grip: int, framed: bool) -> list[Part]:
    """Boards, drawers and doors of cells on height y; "left" and "right" are doors by where their grips are."""
    parts, b, front = [], 0.018, d / 2 + 0.01
    for x0, x1, y0, y1, what in cells:
        w, h, x, low = x1 - x0, y1 - y0, (x0 + x1) / 2, y + y0
        parts += [box(b, h, d, e, low) for e in (x0 + b / 2, x1 - b / 2)] + [box(w, h, b, x, low, -d / 2)]
        parts += [box(w, b, d, x, y + e) for e in (y0, y1 - b)]
        if what in ("shelf", "glass"):
            parts += [box(w, b, d * 0.95, x, low + h / 2)]
        elif what != "open":
            parts += [box(w - 0.014, h - 0.014, 0.022, x, low + 0.007, front)]
        if what == "glass" or (framed and what not in ("open", "shelf")):
            e = min(0.055, h * 0.2)
            parts += [box(e, h - 0.014, 0.03, x + s * (w - 0.014 - e) / 2, low + 0.007, front) for s in (1, -1)]
            parts += [box(w - 0.014, e, 0.03, x, v, front) for v in (low + 0.007, low + h - 0.007 - e)]
        if what == "drawer":
            for v in (x,) if w < 0.65 else (x - w / 4, x + w / 4):
                parts += handle(grip, v, low + h * 0.55, front + 0.01, min(0.13, w * 0.4))
        elif what in ("left", "right", "glass"):
            parts += handle(grip, x + (w / 2 - 0.045) * (-1 if what == "left" else 1), low + h / 2, front, 0.13, True)
    return parts


def feet(style: int, w: float, d: float, h: float) -> list[Part]:
    """Under a w x d case: a plinth, square legs, splayed legs or turned ones."""
    spots, turning = ([(x, z) for x in (-1, 1) for z in (-1, 1)], [(0, 0), (0.02, 0), (0.035, h * 0.4),
        (0.018, h * 0.75)])  # fmt: skip
    if style == 0:
        return [box(w * 0.98, h, d * 0.9)]
    if style == 1:
        return [box(0.05, h, 0.05, x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03)) for x, z in spots]
    if style == 2:
        return [tube([(x * w * 0.4, h, z * d * 0.36), (x * w * 0.47, 0, z * d * 0.46)], [0.025, 0.013]) for x,
            z in spots]  # fmt: skip
    return [lathe([*turning, (0.032, h), (0, h)], x * (w / 2 - 0.04), 0, z * (d / 2 - 0.04)) for x, z in spots]


def chest(g: Generator, w: float, d: float, foot: float, cells: list[Cell]) -> list[Part]:
    case = cabinet(cells, d, foot, int(g.integers(4)), chance(g, 0.4))
    top = box(w + 0.03, 0.028, d + 0.05, 0, foot + max(cell[3] for cell in cells), 0.01)
    return [*case, *feet(int(g.integers(4)), w, d, foot), top]


def dresser(g: Generator) -> list[Part]:
    wide, d, foot, cells = chance(g), g.uniform(0.42, 0.5), g.uniform(0.06, 0.18), []
    w, h = (g.uniform(1.2, 1.6), g.uniform(0.65, 0.8)) if wide else (g.uniform(0.7, 0.95), g.uniform(0.95, 1.3))
    edges = np.cumsum([0, *np.linspace(1, g.uniform(0.6, 1), int(g.integers(3, 5)) + (0 if wide else 2))])
    for low, high in pairwise(edges * h / edges[-1]):
        columns = 2 + chance(g, 0.3) if wide else 1 + (high > h * 0.99 and chance(g, 0.6))
        cells += row(np.linspace(-w / 2, w / 2, columns + 1), low, high, "drawer")
    parts = chest(g, w, d, foot, cells)
    if wide and chance(g, 0.6):  # a mirror on top
        r, y = g.uniform(0.32, 0.42), foot + h
        edge = (arc(r, 0, 345, 24) if chance(g) else arc(r * 1.3, 45, 315, 4)) * (1, g.uniform(0.9, 1.2)) + (0, r * 1.2)
        parts += [slab(edge, 0.02, 0, y, -d * 0.4), tube([(a, y + b, -d * 0.4) for a, b in [*edge, *edge[:2]]], 0.025)]
        parts += [box(w * 0.5, 0.05, 0.05, 0, y, -d * 0.4), *mirrored(box(0.04, r * 1.4, 0.04, r + 0.03, y, -d * 0.43))]
    return parts


def nightstand(g: Generator) -> list[Part]:
    w, d, style, long = g.uniform(0.4, 0.52), g.uniform(0.36, 0.44), int(g.integers(4)), g.uniform(0.36, 0.44)
    foot, h = (long, g.uniform(0.14, 0.2)) if style == 0 else (g.uniform(0.05, 0.2), g.uniform(0.4, 0.5))
    x, cut = w / 2, h * g.uniform(0.55, 0.68)
    rim = [box(w, 0.07, 0.02, 0, foot + h + 0.02, -d / 2)] if chance(g, 0.3) else []
    if style == 0:  # a drawer on long legs, with a board beneath
        top = box(w + 0.03, 0.025, d + 0.03, 0, foot + h)
        case = cabinet([(-x, x, 0, h, "drawer")], d, foot, int(g.integers(4)), False)
        return [*case, *feet(1, w, d, foot), box(w * 0.9, 0.02, d * 0.86, 0, foot * 0.3), top, *rim]
    low = row((-x, x), 0, cut, ("", "open", "right", "drawer")[style])
    return [*chest(g, w, d, foot, [*low, (-x, x, cut, h, "drawer")]), *rim]


def coffee_table(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.95, 1.3), g.uniform(0.5, 0.7), g.uniform(0.36, 0.44), int(g.integers(5))
    if style == 0:  # square legs and a shelf
        sides = [box(w * 0.9, 0.06, 0.02, 0, h - 0.06, s * d * 0.42) for s in (1, -1)]
        top = box(w, g.uniform(0.03, 0.06), d, y=h)
        return [*feet(1, w * 0.97, d * 0.95, h), top, *sides, box(w * 0.94, 0.025, d * 0.9, 0, h * 0.3)]
    if style == 1:  # oval on splayed legs
        oval = arc(1, 0, 352, 40) * (w / 2, d / 2)
        return [plate(oval, 0.03, y=h), *feet(2, w * 0.75, d * 0.8, h), plate(oval * 0.65, 0.015, y=h * 0.45)]
    if style == 2:  # round, on a drum or on crossed bars
        r = d * g.uniform(0.65, 0.8)
        bars = [tube([(c, 0, s), (-c, h, -s)], 0.016) for c, s in arc(r * 0.8, 0, 240, 3)]
        drum = lathe([(0, 0), (r * 0.65, 0), (r * 0.5, h * 0.5), (r * 0.65, h), (0, h)])
        tray = [(0, h), (r, h), (r, h + 0.045), (r * 0.97, h + 0.045), (r * 0.96, h + 0.02), (0, h + 0.02)]
        return [lathe(tray), *([drum] if chance(g) else bars)]
    if style == 3:  # on X frames
        bars = [tube([(x * w, 0, s * d), (x * w, h, -s * d)], 0.02, 4) for x in (-0.4, 0.4) for s in (0.42, -0.42)]
        return [box(w, g.uniform(0.02, 0.05), d, 0, h), *bars, lying(0.015, w * 0.8, 0, h / 2)]
    return chest(g, w, d, h * 0.35, row((-w / 2, 0, w / 2), 0, h * 0.6, "drawer", "open" if chance(g) else "drawer"))


def office_chair(g: Generator) -> list[Part]:
    h, w, style = g.uniform(0.42, 0.52), g.uniform(0.46, 0.54), int(g.integers(3))
    parts = [rod(0.026, h - 0.1, y=0.09), rod(0.04, h * 0.4, y=0.1), box(0.2, 0.05, 0.26, y=h - 0.05)]
    for i, (c, s) in enumerate(arc(0.3, 90, 378, 5)):
        castor = turned(lying(0.03, 0.05), (0, 50 * i, 0), (c, 0.03, s))
        parts += [tube([(0, 0.13, 0), (c, 0.075, s)], [0.034, 0.02]), castor]
    tall = (g.uniform(0.32, 0.4), g.uniform(0.6, 0.72), g.uniform(0.45, 0.55))[style]
    if style == 1:  # stacked cushions from the seat up
        back = [pad(w * k, tall / 3.1, 0.12, 0, i * tall / 3, 0, 4) for i, k in enumerate((1, 0.98, 0.85))]
    else:
        back = [pad(w * 0.88, tall, 0.05, 0, 0.14, 0.03, 4), box(0.07, tall * 0.5 + 0.1, 0.025, 0, -0.03, -0.025)]
    if style == 2:  # ribs and a head rest
        back += [box(w * 0.86, 0.012, 0.08, 0, 0.2 + i * tall / 7, 0.03) for i in range(6)]
        back += [pad(w * 0.55, 0.13, 0.06, 0, tall + 0.22, 0.02, 3), box(0.04, 0.2, 0.02, 0, tall + 0.1)]
    lean, x, y = -g.uniform(6, 12), w / 2 + 0.03, h + 0.25
    parts += [pad(w, 0.1, w, 0, h, 0.02), *[turned(part, (lean, 0, 0), (0, h + 0.06, 0.02 - w / 2)) for part in back]]
    if style == 1 or chance(g, 0.3):
        loop = smooth([(x - 0.06, h, 0.12), (x, h, 0.16), (x, y, 0.17), (x, y, -0.2), (x - 0.03, y, -0.25)], False)
        return [*parts, *mirrored(tube(loop, 0.018), pad(0.06, 0.03, 0.28, x, y, 0))]
    arms = [box(0.03, 0.25, 0.06, x, h), box(0.1, 0.03, 0.05, x - 0.04, h), pad(0.08, 0.03, 0.26, x, y, 0.02)]
    return [*parts, *(mirrored(*arms) if chance(g, 0.7) else [])]


def rocking_chair(g: Generator) -> list[Part]:
    r, w, style, tall = g.uniform(0.95, 1.3), g.uniform(0.25, 0.29), int(g.integers(3)), g.uniform(0.6, 0.75)
    rim = np.concatenate([arc(r, -120, -64, 14), arc(r - 0.045, -64, -120, 14)]) + np.array((0, r))
    x, post = w * 0.95, tube([(w, 0.04, -0.24), (w, 0.42, -0.2), (w * 1.04, 0.42 + tall, -0.24 - tall * 0.22)], 0.02)
    side = [upright(rim, 0.035, x), tube([(w, 0.03, 0.2), (x, 0.65, 0.24)], 0.02),
        pad(0.065, 0.025, 0.56, x, 0.65, -0.03)]  # fmt: skip
    parts = mirrored(*side, post, tube([(x, 0.22, 0.21), (x, 0.22, -0.22)], 0.012))
    parts += [lying(0.012, 2 * x, 0, 0.25, s * 0.215) for s in (1, -1)]
    back = [box(2.2 * x, 0.09, 0.025, 0, tall - 0.06), *mirrored(ball(0.028, x * 1.08, tall + 0.03, 0))]
    if style == 0:
        back += [rod(0.009, tall, v) for v in np.linspace(-x * 0.8, x * 0.8, int(g.integers(5, 9)))]
    elif style == 1:
        back += [box(2 * x, 0.075, 0.018, 0, v) for v in np.linspace(0.12, tall - 0.22, int(g.integers(3, 5)))]
    else:
        back += [pad(1.9 * x, tall * 0.85, 0.07, 0, 0.06, 0.03), pad(2 * w, 0.09, 0.46, 0, 0, 0.24)]
    parts += [turned(part, (-13, 0, 0), (0, 0.42, -0.215)) for part in back]
    return [*parts, turned(pad(2 * w + 0.05, 0.045, 0.5), (-3, 0, 0), (0, 0.4, 0.02))]


def folding_chair(g: Generator) -> list[Part]:
    w, style, r, high = g.uniform(0.21, 0.25), int(g.integers(4)), g.uniform(0.011, 0.016), g.uniform(0.78, 0.88)
    if style == 0:  # deck chair
        sling = smooth([(0.5, 0.36), (0.3, 0.3), (0.0, 0.14), (-0.3, 0.45), (-0.5, 0.98)], False)
        beams = [(0.05, 0.0, 0.62, 1.0, -0.52), (0.02, 0, -0.5, 0.38, 0.52), (0.07, 0.03, -0.38, 0.55, 0)]
        sides = [tube([(w + x, y0, z0), (w + x, y1, z1)], 0.017, 4) for x, y0, z0, y1, z1 in beams]
        bars = [lying(0.015, 2 * w + 0.06, 0, y, z) for _, *ends in beams[:2] for y, z in (ends[:2], ends[2:])]
        return [upright([*sling, *(sling[::-1] + np.array((0.012, -0.012)))], 2 * w), *mirrored(*sides), *bars]
    if style == 1:  # director's chair
        cross = [tube([(-s * w, 0.04, z), (s * w, 0.46, z)], 0.016, 4) for s in (1, -1) for z in (0.2, -0.2)]
        side = [box(0.03, 0.035, 0.46, w), box(0.03, 0.2, 0.03, w, 0.44, 0.2), box(0.055, 0.02, 0.46, w, 0.63)]
        cloth = [box(2 * w, 0.015, 0.42, 0, 0.44), box(2 * w + 0.05, g.uniform(0.15, 0.2), 0.012, 0, high - 0.1, -0.2)]
        return [*cross, *cloth, *mirrored(*side, box(0.03, high, 0.03, w, 0.03, -0.2), box(0.03, 0.03, 0.4, w, 0.44))]
    lean = [(w, 0.0, 0.24), (w, 0.44, -0.1), (w, high, -0.24)]
    sides = mirrored(tube([(w - 0.03, 0, -0.28), (w - 0.03, 0.44, 0.18)], r, 4))
    sides += [lying(r * 0.8, 2 * w, 0, 0.15, 0.125), lying(r * 0.8, 2 * w, 0, 0.12, -0.16)]
    if style == 2:  # of steel tubes
        hoop = tube(smooth([*lean, *[(-x, y, z) for x, y, z in reversed(lean)]], False), r)
        rest = turned(pad(2 * w - 0.02, 0.18, 0.03), (-16, 0, 0), (0, high - 0.24, -0.16))
        return [hoop, pad(2 * w - 0.04, 0.03, 0.38, 0, 0.44, 0.02), rest, *sides]
    slats = [box(2 * w, 0.05, 0.015, 0, high - k, k * 0.3 - 0.22) for k in np.linspace(0.05, 0.3,
        int(g.integers(2, 5)))]  # fmt: skip
    slats += [box(2 * w - 0.02, 0.015, 0.045, 0, 0.44, z) for z in np.linspace(-0.14, 0.2, 6)]
    return [*slats, *sides, *mirrored(tube(lean, r * 1.2, 4))]


def bunk_bed(g: Generator) -> list[Part]:
    w, d, h, p = g.uniform(1.9, 2.1), g.uniform(0.85, 1.0), g.uniform(1.5, 1.75), g.uniform(0.04, 0.09)
    low, high, side, ends = g.uniform(0.22, 0.4), h - g.uniform(0.42, 0.5), float(g.choice([1, -1])), int(g.integers(3))
    parts, z, x = ([box(p, h, p, x, 0, z) for x in (-w / 2, w / 2) for z in (-d / 2, d / 2)], d / 2,
        side * (w / 2 - 0.24))  # fmt: skip
    for y in (low, high):
        parts += [box(w, 0.11, 0.03, 0, y, s * z) for s in (1, -1)] + [box(w, 0.02, d, 0, y + 0.03)]
        parts += [pad(w * 0.96, 0.16, d * 0.94, 0, y + 0.05), egg(0.16, 0.06, 0.26, 0.25 * side - side * w / 2,
            y + 0.24)]  # fmt: skip
        boards = [box(0.03, 0.07, d, w / 2, v) for v in (y, y + 0.2, y + 0.4)[:: 1 if ends == 1 else 2]]
        bars = [box(0.025, 0.4, 0.03, w / 2, y, v) for v in np.linspace(-z, z, 8)[1:-1]]
        parts += mirrored(*boards, *(bars if ends == 0 else [box(0.02, 0.4, d, w / 2, y)] if ends == 2 else []))
    parts += [box(w - 0.45, 0.06, 0.025, -side * 0.225, y, z) for y in (h - 0.08, h - 0.2)]
    parts += [box(w, 0.06, 0.025, 0, h - 0.08, -z), box(0.04, 0.42, 0.025, side * (w / 2 - 0.45), h - 0.44, z)]
    if chance(g, 0.3):  # stairs at one end
        steps = [(side * (w / 2 + 0.18 + 0.25 * i), (4 - i) * high / 4.5) for i in range(4)]
        return parts + [q for v, y in steps for q in (box(0.25, y, d * 0.8, v),
            box(0.2, 0.16, 0.02, v, y - 0.2, d * 0.41))]  # fmt: skip
    out, rungs = g.uniform(0.03, 0.3), np.linspace(0.18, 1, int(g.integers(4, 7)))  # or a ladder
    parts += [tube([(x + s, 0, z + out), (x + s, h - 0.1, z + 0.02)], 0.022, 6) for s in (-0.19, 0.19)]
    return parts + [lying(0.016, 0.38, x, k * high, z + out + (0.02 - out) * k * high / h) for k in rungs]


def crib(g: Generator) -> list[Part]:
    w, d, h, low = g.uniform(0.6, 0.68), g.uniform(0.32, 0.38), g.uniform(0.85, 0.95), g.uniform(0.15, 0.3)
    style, n = int(g.integers(4)), int(g.integers(13, 20))
    if style == 0:  # oval
        oval = arc(1, 0, 360, 33) * (w, d)
        parts = [tube([(x, y, z) for x, z in oval], 0.024) for y in (low, h)] + [plate(oval[:-1], 0.1, y=low)]
        parts += [rod(0.011, h - low, x, low, z) for x, z in arc(1, 0, 360, 2 * n)[:-1] * (w, d)]
        return [*parts, *feet(int(g.integers(1, 4)), w * 1.5, d * 1.5, low)]
    parts = [box(2 * w, 0.05, 0.035, 0, y, z) for y in (low, h - 0.05) for z in (-d, d)] + feet(1, 2 * w, 2 * d, h)
    parts += [rod(0.01, h - low, x, low, z) for x in np.linspace(-w, w, n)[1:-1] for z in (-d, d)]
    if style == 1:  # arched boards at its ends
        arch = smooth([(-d, low), (-d, h), (-d * 0.7, h), (0, h + g.uniform(0.15, 0.3)), (d * 0.7, h), (d, h),
            (d, low)], False)  # fmt: skip
        parts += mirrored(upright(arch, 0.03, w))
    else:
        bars = [rod(0.01, h - low, w, low, z) for z in np.linspace(-d, d, 9)[1:-1]]
        parts += mirrored(*bars, *[box(0.035, 0.05, 2 * d, w, y) for y in (low, h - 0.05)])
    if style == 2:  # on rockers
        rim = np.concatenate([arc(1, -115, -65), arc(0.95, -65, -115)]) + np.array((0, 0.98))
        parts += mirrored(upright(rim, 0.035, w - 0.02))
    return [*parts, pad(1.9 * w, 0.1, 1.88 * d, 0, low + g.uniform(0.02, 0.2))]


KINDS = kinds_of(dresser, nightstand, coffee_table, office_chair, rocking_chair, folding_chair, bunk_bed, crib)
