"""Cabinets, small seats, cushions and house plants."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, plate, slab, smooth, tube, upright
from indexer.parametric.rooms.furniture import cabinet, chest, feet, handle, pad, row
from indexer.parametric.solids import Part, around, ball, box, kinds_of, lathe, lying, ring, rod, turned


def filing_cabinet(g: Generator) -> list[Part]:
    n, lateral, each, d = int(g.integers(2, 6)), chance(g, 0.35), g.uniform(0.29, 0.33), g.uniform(0.45, 0.65)
    w, drawn = g.uniform(0.75, 0.95) if lateral else g.uniform(0.38, 0.47), int(g.integers(-n, n))
    parts = [box(w, n * each + 0.03, d, y=0.05), box(w * 0.94, 0.05, d * 0.94)]
    for i in range(n):
        out, y = g.uniform(0.15, 0.4) if i == drawn else 0, 0.065 + i * each
        z = d / 2 + 0.012 + out
        parts += [box(w - 0.03, each - 0.015, 0.025, 0, y, z), box(0.09, 0.045, 0.012, 0, y + each * 0.72, z + 0.015)]
        parts += handle(2, 0, y + each * 0.5, z + 0.012, 0.3 if lateral else 0.14)
        if out:  # drawn, with folders in it
            parts += mirrored(box(0.012, each * 0.6, out, w / 2 - 0.035, y, z - out / 2))
            parts += [box(w * 0.8, each * g.uniform(0.7, 0.9), 0.008, 0, y, z - k) for k in np.linspace(0.05, out, 6)]
            parts += [box(w - 0.06, 0.02, out, 0, y, z - out / 2)]
    return [*parts, turned(rod(0.012, 0.012), (90, 0, 0), (w * 0.38, n * each + 0.02, d / 2 + 0.02))]


def tv_stand(g: Generator) -> list[Part]:
    w, d, h, foot = g.uniform(1.2, 1.8), g.uniform(0.36, 0.45), g.uniform(0.28, 0.4), g.uniform(0.05, 0.18)
    style, cut, e = int(g.integers(3)), w * g.uniform(0.14, 0.24), w / 2
    if style == 0:  # open in the middle
        fronts = [(0, h / 2, "drawer"), (h / 2, h, "drawer")] if chance(g) else [(0, h, "left")]
        cells = [cell for low, high, what in fronts for x in (-e, cut) for cell in row((x, x + e - cut), low, high,
            what)]  # fmt: skip
        parts = chest(g, w, d, foot, [*cells, (-cut, cut, 0, h, "shelf")])
    elif style == 1:  # open bays over drawers
        cuts = np.linspace(-e, e, int(g.integers(3, 5)))
        parts = chest(g, w, d, foot, row(cuts, 0, h / 2, "drawer") + row(cuts, h / 2, h, "open"))
    else:  # tiers on posts
        parts = [box(w, 0.025, d, 0, y) for y in (0.06, foot + h * 0.55, foot + h)] + feet(1, w, d, foot + h)
    if chance(g):  # the television on it
        tw, y = w * g.uniform(0.6, 0.85), foot + h + 0.03
        parts += [box(tw, tw * 0.56, 0.03, 0, y + 0.07), box(tw * 0.97, tw * 0.53, 0.01, 0, y + 0.085, 0.018)]
        parts += [box(0.08, 0.1, 0.03, 0, y), box(0.35, 0.015, 0.2, 0, y)]
    return [*parts, *([box(0.36, 0.06, d * 0.6, 0, foot + h * 0.55 + 0.03, 0.02)] if chance(g) else [])]


def sideboard(g: Generator) -> list[Part]:
    w, d, h, foot = g.uniform(1.4, 2.0), g.uniform(0.4, 0.5), g.uniform(0.55, 0.7), g.uniform(0.08, 0.25)
    style, cuts, doors = int(g.integers(3)), np.linspace(-w / 2, w / 2, int(g.integers(4, 6))), ("right", "left")
    cells = row(cuts, 0, h * 0.72, *doors) + row(cuts, h * 0.72, h, "drawer")  # drawers over doors
    if style > 0:
        cells = row(cuts, 0, h, *doors)
    if style == 1:  # a stack of drawers between doors
        cells[1:2] = [cell for k in range(4) for cell in row(cuts[1:3], k * h / 4, (k + 1) * h / 4, "drawer")]
    parts, y, z = chest(g, w, d, foot, cells), foot + h + 0.028, -d / 2
    if chance(g, 0.35):  # shelves for plates above
        parts += [box(w * 0.94, 0.02, 0.2, 0, y + k, z + 0.1) for k in (0.3, 0.63)] + [box(w * 0.94, 0.65, 0.012, 0, y,
            z)]  # fmt: skip
        parts += mirrored(box(0.025, 0.65, 0.2, w * 0.47, y, z + 0.1))
        plates = np.linspace(-w * 0.38, w * 0.38, int(g.integers(4, 7)))
        parts += [turned(rod(0.1, 0.012), (80, 0, 0), (x, y + 0.42, z + 0.06)) for x in plates]
    return parts


def kitchen_cabinet(g: Generator) -> list[Part]:
    n, each, d, grip, framed = int(g.integers(2, 5)), g.uniform(0.4, 0.6), 0.58, int(g.integers(4)), chance(g, 0.6)
    cuts, stack, style, w = (np.arange(n + 1) - n / 2) * each, int(g.integers(n)), int(g.integers(4)), n * each
    base, wall = row(cuts, 0, 0.55, "right", "left"), row(cuts, 0, 0.7, "right", "left")
    base[stack] = (*base[stack][:2], 0, 0.275, "drawer")
    base += [(*base[stack][:2], 0.275, 0.55, "drawer"), *row(cuts, 0.55, 0.72, "drawer")]
    parts = [*cabinet(base, d, 0.1, grip, framed), box(w, 0.1, d - 0.1, 0, 0, -0.03), box(w, 0.035, d + 0.06, 0, 0.82)]
    if style < 2:  # with cupboards on the wall above
        wall[-1] = (*wall[-1][:4], "glass")
        upper = [turned(part, (0, 0, 0), (0, 0, -0.12)) for part in cabinet(wall, 0.34, 1.4, grip, framed)]
        return [*parts, *upper, box(w, 2.1, 0.02, 0, 0, -0.3)]
    if style == 2:  # with a larder
        larder = cabinet([(float(cuts[0]), float(cuts[1]), 0, 1.25, "right")], d, 0.84, grip, framed)
        return [*parts, *larder]
    tap = smooth([(0, 0.84, -0.2), (0, 1.1, -0.2), (0, 1.12, 0.0), (0, 1.02, 0.02)], False)
    rim = [(0.26 * c, 0.86, 0.02 + 0.2 * s) for c, s in smooth(arc(1.3, 45, 405, 5)[:-1])]
    return [*parts, tube(tap, 0.014), tube([*rim, *rim[:2]], 0.012), box(w, 0.08, 0.02, 0, 0.84, -0.28)]


def high_chair(g: Generator) -> list[Part]:
    seat, w, style = g.uniform(0.55, 0.62), g.uniform(0.15, 0.18), int(g.integers(3))
    if style == 2:  # crossed legs
        legs_ = mirrored(tube([(w + 0.06, 0, 0.3), (w + 0.02, seat + 0.05, -0.18)], 0.015),
            tube([(w + 0.08, 0, -0.3), (w + 0.04, seat + 0.05, 0.18)], 0.015))  # fmt: skip
    else:
        legs_ = mirrored(*[tube([(w + 0.11, 0, s * 0.27), (w * 0.9, seat, s * 0.13)], [0.015, 0.02]) for s in (1, -1)])
    parts = [*legs_, *[lying(0.011, 2 * w + 0.12, 0, 0.2, s * 0.215) for s in (1, -1)]]
    tall = g.uniform(0.34, 0.45)
    if style == 0:  # wooden, with a back of bars
        back = [rod(0.01, tall, x) for x in np.linspace(-w, w, 5)] + [box(2 * w + 0.04, 0.07, 0.02, 0, tall - 0.05)]
        parts += [box(2 * w + 0.03, 0.03, 0.32, 0, seat), *[turned(q, (-8, 0, 0), (0, seat, -0.14)) for q in back]]
    else:
        parts += [pad(2 * w, 0.07, 0.32, 0, seat), turned(pad(2 * w, tall, 0.06), (-10, 0, 0), (0, seat + 0.04, -0.14))]
        parts += mirrored(upright(smooth([(-0.17, 0), (-0.22, 0.25), (0.05, 0.17), (0.17, 0)], times=1), 0.025,
            w + 0.01, seat))  # fmt: skip
    tray = smooth([(-w - 0.07, 0.0), (w + 0.07, 0.0), (w + 0.09, 0.26), (-w - 0.09, 0.26)])
    y = seat + 0.19
    parts += [plate(tray, 0.015, 0, y, 0.05), tube([(x, y + 0.015, z + 0.05) for x, z in [*tray, tray[0]]], 0.012, 6)]
    parts += mirrored(tube([(w + 0.03, y, 0.15), (w + 0.03, y, -0.18)], 0.013), rod(0.012, 0.19, w + 0.02, seat, 0.1))
    return [*parts, *mirrored(box(0.02, 0.3, 0.03, w * 0.7, seat - 0.28, 0.18)),
        box(2 * w, 0.02, 0.12, 0, seat - 0.29, 0.23)]  # fmt: skip


def ottoman(g: Generator) -> list[Part]:
    style, foot, h = int(g.integers(3)), g.uniform(0.06, 0.16), g.uniform(0.24, 0.34)
    if style == 0:  # a round pouf, its seams like a pumpkin's
        r, n = g.uniform(0.25, 0.4), int(g.integers(8, 14))
        curve = smooth([(0, 0), (r * 0.85, 0), (r * 1.08, h * 0.5), (r * 0.85, h), (0, h * 1.03)], False)
        seams = around(n, tube([(x, y, 0) for x, y in curve[1:] * (1.01, 1.005)], 0.007, 6))
        return [lathe([(float(x), float(y)) for x, y in curve]), *seams, egg(0.035, 0.012, 0.035, 0, h * 1.03, 0)]
    w, d, y = g.uniform(0.5, 0.65) if style == 1 else g.uniform(0.9, 1.3), g.uniform(0.4, 0.55), foot + h
    spots = [(x, z) for x in np.linspace(-w * 0.36, w * 0.36, int(w / 0.15)) for z in np.linspace(-d * 0.33, d * 0.33,
        3)]  # fmt: skip
    piping = [tube([(1.4 * x * w / 2, v, 1.4 * z * d / 2) for x, z in arc(1, 45, 405, 5)], 0.01, 6) for v in (foot, y)]
    parts = [*feet(int(g.integers(1, 4)), w, d, foot), box(w, h, d, y=foot), pad(w * 1.03, 0.1, d * 1.03, 0, y),
        *piping]  # fmt: skip
    return [*parts, *([egg(0.016, 0.01, 0.016, x, y + 0.095, z) for x, z in spots] if chance(g, 0.65) else [])]


def _pot(g: Generator, r: float, h: float) -> list[Part]:
    style, wall = int(g.integers(4)), 0.9
    if style == 0:  # flared, with a band at its rim
        return [lathe([(0, 0), (r * 0.65, 0), (r * 0.9, h * 0.8), (r, h * 0.8), (r, h), (r * wall, h),
            (r * 0.8, h * 0.85), (0, h * 0.85)]), rod(r * 0.85, 0.02, y=-0.01)]  # fmt: skip
    if style == 1:  # round
        curve = smooth([(0.0, 0), (r * 0.6, 0), (r * 1.15, h * 0.6), (r * 0.7, h * 1.2), (r * 0.63, h * 1.2),
            (r * 0.9, h), (0, h)], False)  # fmt: skip
        return [lathe([(float(x), float(y)) for x, y in curve])]
    if style == 2:  # square
        sides = around(4, turned(box(2 * r, h, 0.02), (6, 0, 0), (0, 0, r * 0.75)))
        return [*sides, box(1.7 * r, h * 0.8, 1.7 * r), *around(4, box(2 * r + 0.05, 0.03, 0.03, 0, h - 0.02,
            r * 0.75 + h * 0.1))]  # fmt: skip
    ribs = [ring(r * (0.75 + 0.25 * k), 0.008, y=h * k, axis="y") for k in (0.3, 0.9, 1)]
    foot = around(3, tube([(0, 0.05, r * 0.6), (0, -0.12, r * 0.85)], 0.015))
    return [lathe([(0, 0), (r * 0.75, 0), (r, h), (r * wall, h), (r * 0.85, h * 0.85), (0, h * 0.85)]), *ribs, *foot]


def potted_plant(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.1, 0.15), g.uniform(0.16, 0.24), int(g.integers(4))
    parts, n, tall = _pot(g, r, h), int(g.integers(7, 16)), g.uniform(0.3, 0.6)
    for i in range(n):
        turn, k, a = 137.5 * i, g.uniform(0.7, 1.1), np.linspace(0, 1, 9)
        if style == 0:  # upright blades
            edge = smooth([(-0.02, 0), (-0.035, tall * 0.6), (0, tall * k), (0.035, tall * 0.6), (0.02, 0)], times=1)
            leaf = [turned(slab(edge, 0.006), (4 + 1.2 * i, 0, 0))]
        elif style == 1:  # arching fronds
            bend = np.stack([0 * a, tall * k * np.sin(2.4 * a) * 0.7, tall * k * a], 1)
            leaf = [tube(bend, 0.004, 5)]
            for (_, y, z), v in zip(bend[1:-1], a[1:-1], strict=True):
                leaf += mirrored(plate([(0, -0.015), (0.1 - 0.08 * v, 0.02), (0, 0.015)], 0.004, 0, y, z))
        elif style == 2:  # broad leaves on stalks
            reach = 0.08 + 0.16 * i / n
            stalk = tube(smooth([(0, 0, 0), (0, tall * (1 - 0.5 * i / n), reach * 0.4),
                (0, tall * (1.05 - 0.6 * i / n), reach)], False), 0.005, 5)  # fmt: skip
            blade = plate(smooth([(0, -0.02), (0.07, 0.02), (0.06, 0.1), (0, 0.17), (-0.06, 0.1), (-0.07, 0.02)]),
                0.005)  # fmt: skip
            leaf = [stalk, turned(blade, (25, 0, 0), (0, tall * (1.05 - 0.6 * i / n), reach))]
        else:  # a little tree
            leaf = [egg(0.1 * k, 0.09 * k, 0.1 * k, 0, tall + 0.07 * (i % 3), 0.03 + 0.1 * ((i % 3) != 2))]
        parts += [turned(part, (0, turn, 0), (0, h * 0.85, 0)) for part in leaf]
    return [*parts, *([tube([(0, h * 0.8, 0), (0.01, h + tall, 0)], [0.02, 0.013])] if style == 3 else [])]


def plant_pot(g: Generator) -> list[Part]:
    r, h = g.uniform(0.12, 0.2), g.uniform(0.16, 0.34)
    parts, saucer = _pot(g, r, h), lathe([(0, 0), (r * 0.9, 0), (r * 1.1, 0.04), (0, 0.02)])
    saucer.apply_translation((0, min(part.bounds[0, 1] for part in parts) - 0.01, 0))
    return [*parts, *([saucer] if chance(g) else [])]


def pillow(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.22, 0.36), g.uniform(0.2, 0.24), g.uniform(0.06, 0.1), int(g.integers(3))
    if style == 0:  # a bolster
        ends = mirrored(ball(h * 1.3, w, 0, 0, (0.3, 1, 1)), *[ring(h * 1.3, 0.008, w - k, 0, 0, "x")
            for k in (0.0, 0.04)])  # fmt: skip
        return [lying(h * 1.3, 2 * w), *ends]
    t = np.linspace(0, 2 * np.pi, 49)[:-1]
    c, s = np.cos(t), np.sin(t)
    square = np.stack([c, s], 1) / np.maximum(np.abs(c), np.abs(s))[:, None] * (1 - 0.07 * np.cos(2 * t)[:, None] ** 2)
    levels = np.linspace(-1, 1, 13)
    size = (1 - levels**2) ** 0.35 * 0.98 + 0.02
    cover = loft(np.array([np.stack([w * k * square[:, 0], np.full(48, h * v), d * k * square[:, 1]], 1) for v,
        k in zip(levels, size, strict=True)]))  # fmt: skip
    seam = tube([(w * x, 0, d * z) for x, z in [*square, *square[:2]]], 0.008, 6)
    corners = [ball(0.02, x * w * 1.02, 0, z * d * 1.02) for x in (-1, 1) for z in (-1, 1)] if chance(g, 0.4) else []
    button = [egg(0.025, 0.012, 0.025, 0, h, 0)] if style == 1 else []
    return [cover, seam, *corners, *button]


KINDS = kinds_of(
    filing_cabinet, tv_stand, sideboard, kitchen_cabinet, high_chair, ottoman, potted_plant, plant_pot, pillow
)
