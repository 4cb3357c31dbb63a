"""What furnishes a room besides its seats and tables: lights, hearth and heating, mirrors and hangings."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, sector, slab, smooth, tube
from indexer.parametric.solids import Part, around, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _cloth(xs: NDArray[np.float64], ys: NDArray[np.float64], z: NDArray[np.float64]) -> Part:
    """A hanging from x positions (rows, columns) at heights ys, folded by z."""
    front = np.stack([xs, np.broadcast_to(ys[:, None], xs.shape), z], 2)
    return loft(np.concatenate([front, (front - (0, 0, 0.012))[:, ::-1]], 1))


def _hood(r: float, h: float) -> Part:
    curve = [(0.02, h), (r * 0.5, h * 0.85), (r, 0), (r * 0.95, 0), (r * 0.45, h * 0.8), (0, h * 0.9)]
    return lathe([(0, h), *curve])


def coat_rack(g: Generator) -> list[Part]:
    h, n, style = g.uniform(1.65, 1.85), int(g.integers(4, 7)), int(g.integers(3))
    hook = tube(smooth([(0, -0.1, 0), (0, -0.06, 0.08), (0, 0.03, 0.17), (0, 0.08, 0.14)], False), 0.011)
    if style == 0:  # a board of hooks for the wall
        w, peg = g.uniform(0.5, 0.9), smooth([(0, 0.03, 0.01), (0, -0.04, 0.03), (0, -0.02, 0.08), (0, 0.03, 0.085)],
            False)  # fmt: skip
        xs = np.linspace(-w * 0.42, w * 0.42, n)
        hooks = [tube(peg + np.array((x, 0.06, 0)), 0.008) for x in xs]
        hooks += [tube([(x, 0.09, 0.01), (x, 0.14, 0.06)], [0.007, 0.011]) for x in xs]
        shelf = [box(w, 0.02, 0.2, 0, 0.17, 0.09), *mirrored(box(0.02, 0.12, 0.16, w * 0.46, 0.05, 0.08))]
        return [box(w, 0.13, 0.02), *hooks, *(shelf if chance(g) else [])]
    legs_ = around(int(g.integers(3, 5)), tube(smooth([(0, 0.3, 0), (0, 0.2, 0.1), (0, 0.0, 0.27)], False), 0.017))
    legs_ = legs_ if chance(g, 0.65) else [lathe([(0, 0), (0.19, 0), (0.17, 0.03), (0.03, 0.05), (0, 0.05)])]
    if style == 1:  # bent hooks, a ring for umbrellas
        ends = around(n, hook, ball(0.02, 0, 0.08, 0.14))
        belt = [ring(0.14, 0.008, y=0.6, axis="y"), *around(3, tube([(0, 0.6, 0), (0, 0.6, 0.14)], 0.006))]
        return [rod(0.02, h), ball(0.04, y=h), *legs_, *[turned(q, (0, 0, 0), (0, h - 0.1, 0)) for q in ends],
            *(belt if chance(g) else [])]  # fmt: skip
    pegs = [turned(tube([(0, 0, 0), (0, 0.13, 0.14)], [0.012, 0.016]), (0, 140 * i, 0), (0, h - 0.1 * i - 0.2, 0))
        for i in range(n + 1)]  # fmt: skip
    return [rod(0.026, h, top=0.018), *legs_, *pegs]  # pegs like a tree's branches


def mirror(g: Generator) -> list[Part]:
    w, h, style, b = g.uniform(0.2, 0.3), g.uniform(0.3, 0.45), int(g.integers(4)), g.uniform(0.018, 0.035)
    if style == 0:  # a tall one that tilts between posts
        w, h, lean = w * 1.1, g.uniform(0.65, 0.8), g.uniform(-12, 0)
    oval = arc(1, 0, 352, 40) * (w, h)
    arch = np.array([*(arc(w, 0, 180, 20) + np.array((0, h - w))), (-w, -h), (w, -h)])
    flat = arch if chance(g) else arc(1.4142, 45, 315, 4) * (w, h)
    edge = oval if style == 1 or (style == 0 and chance(g)) else flat
    glass = [slab(edge, 0.015), tube([(x, y, 0) for x, y in [*edge, *edge[:2]]], b, 8),
        slab(edge * 0.9, 0.005, 0, 0, 0.009)]  # fmt: skip
    if style == 0:
        posts = [rod(0.02, h * 1.3, w + 0.06), ball(0.035, w + 0.06, h * 1.3 + 0.02),
            lying(0.015, 0.08, w + 0.04, h + 0.12), box(0.04, 0.04, 0.5, w + 0.06)]  # fmt: skip
        return [*[turned(q, (lean, 0, 0), (0, h + 0.12, 0)) for q in glass], *mirrored(*posts),
            lying(0.015, 2 * w + 0.12, 0, 0.07)]  # fmt: skip
    if style == 1:  # for a dressing table
        foot = [rod(0.012, 0.15, 0, -h - 0.15), lathe([(0, 0), (w * 0.6, 0), (w * 0.5, 0.02), (0.02, 0.03), (0, 0.03)],
            y=-h - 0.17)]  # fmt: skip
        return [*glass, *foot, *mirrored(ball(b * 1.3, w + b, 0, 0))]
    if style == 2:  # a carved crest, a shelf beneath
        crest = [egg(0.05, 0.06, 0.02, 0, h + 0.04, 0), *mirrored(egg(0.06, 0.03, 0.02, 0.08, h + 0.02, 0),
            ball(0.03, w, -h, 0))]  # fmt: skip
        return [*glass, *(crest if chance(g) else [box(2.2 * w, 0.02, 0.12, 0, -h - 0.03, 0.05)])]
    n = int(g.integers(12, 25))  # a sun of rays
    rays = [turned(box(0.02, 0.12 + 0.08 * (i % 2), 0.012, 0, w), (0, 0, 360 * i / n)) for i in range(n)]
    disc = [ring(w, b), *[turned(rod(w * k, t), (90, 0, 0)) for k, t in ((1, 0.02), (0.8, 0.03))]]
    return [*disc, *rays]


def curtain(g: Generator) -> list[Part]:
    h, w, folds, style = g.uniform(1.5, 2.4), g.uniform(0.5, 0.8), int(g.integers(5, 9)), int(g.integers(3))
    t, ys = np.linspace(0, 1, 8 * folds), np.linspace(0, 1, 15)
    pull = (np.ones(15), 1 - 0.55 * np.exp(-(((ys - 0.4) / 0.22) ** 2)), np.ones(15))[style]  # tied back at its middle
    inner = w * (1 - pull * (g.uniform(0.4, 0.85) if style == 0 else 0.97))
    xs = inner[:, None] + (w - inner)[:, None] * t
    deep = 0.04 * (1 - 0.3 * ys)[:, None] * np.cos(2 * np.pi * folds * t)
    panel = _cloth(xs, ys * h, deep)
    whole = _cloth(np.broadcast_to(w * (2 * t - 1), (15, len(t))), ys * h, deep)
    parts = mirrored(panel) if style < 2 else [whole]
    if style == 1:
        parts += mirrored(turned(ring(w * 0.22, 0.015, axis="y"), (0, 0, 12), (w * 0.78, h * 0.4, 0)))
    if chance(g, 0.3):  # a box hides the rail
        return [*parts, box(2 * w + 0.15, 0.22, 0.16, 0, h - 0.1)]
    rings = [lying(0.032, 0.012, x, h + 0.02) for x in np.linspace(w * 0.6, w, folds)]
    return [*parts, lying(0.014, 2 * w + 0.2, 0, h + 0.03), *mirrored(ball(0.035, w + 0.12, h + 0.03, 0), *rings)]


def radiator(g: Generator) -> list[Part]:
    n, h, style, foot = int(g.integers(6, 16)), g.uniform(0.45, 0.75), int(g.integers(3)), 0.1
    if style == 0:  # ribs of cast iron
        rib = [tube(smooth([(0, y, 0.05 * s) for y in (foot, foot + 0.06, h + 0.04, h + 0.1)], False), 0.024)
            for s in (1.4, 0, -1.4)]  # fmt: skip
        rib += [egg(0.028, 0.045, 0.1, 0, y, 0) for y in (foot + 0.03, h + 0.07)]
        ribs = [turned(q.copy(), (0, 0, 0), ((i - n / 2 + 0.5) * 0.06, 0, 0)) for i in range(n) for q in rib]
        w = n * 0.06
        stand = [box(0.04, foot + 0.03, 0.16, x) for x in (-w / 2 + 0.03, w / 2 - 0.03)]
    elif style == 1:  # a panel of flutes
        w = n * 0.09
        ribs = [box(w, h, 0.012, 0, foot, z) for z in (0.04, -0.04)] + [box(w + 0.01, 0.02, 0.11, 0, foot + h)]
        ribs += [box(0.045, h * 0.88, 0.02, x, foot + h * 0.06, 0.048)
            for x in (np.arange(2 * n) - n + 0.5) * w / (2 * n)]  # fmt: skip
        stand = [box(0.012, h, 0.1, x, foot) for x in (-w / 2, w / 2)]
    else:  # a ladder of tubes for towels
        w, h = g.uniform(0.45, 0.6), h * 1.7
        ribs = [lying(0.013, w, 0, y, 0.02) for i, y in enumerate(np.linspace(foot + 0.05, foot + h - 0.05, 2 * n + 4))
            if i % 6]  # fmt: skip
        stand = [rod(0.02, h, x, foot) for x in (-w / 2, w / 2)]
    valve = [rod(0.012, foot + 0.06, w / 2 + 0.05), lying(0.012, 0.09, w / 2 + 0.01, foot + 0.05),
        rod(0.026, 0.07, w / 2 + 0.05, foot + 0.06)]  # fmt: skip
    return [*ribs, *stand, *valve, rod(0.012, foot + 0.05, -w / 2 - 0.04), lying(0.012, 0.08, -w / 2, foot + 0.05)]


def fireplace(g: Generator) -> list[Part]:
    w, h, d, style = g.uniform(0.6, 0.75), g.uniform(1.0, 1.2), 0.35, int(g.integers(3))
    a, y = w * g.uniform(0.55, 0.65), h * g.uniform(0.55, 0.65)
    top = arc(1, 0, 180, 13) * (a, a * 0.5) + (0, y - a * 0.3) if chance(g) else np.array([(a, y), (-a, y)])
    front = slab([(w, 0), (w, h), (-w, h), (-w, 0), (-a, 0), *top[::-1], (a, 0)], 0.12, 0, 0, 0.12)
    parts = [front, box(2 * w, h, 0.03, 0, 0, -d / 2), *mirrored(box(0.1, h, d, w - 0.05)),
        box(2 * w, 0.08, d, 0, h - 0.08)]  # fmt: skip
    parts += [box(2 * w + 0.25, 0.06, d + 0.2, 0, h, 0.05), box(2 * w + 0.3, 0.05, 0.85, 0, -0.05, 0.25)]
    if style == 0:  # pilasters
        parts += mirrored(*[box(0.15, k, 0.06, w - 0.09, v, 0.2) for k,
            v in ((h * 0.85, 0.05), (h * 0.1, 0), (h * 0.12, h * 0.87))])  # fmt: skip
    elif style == 1:  # rough stones
        spots = [(x, v) for v in np.arange(0.08, h, 0.16) for x in np.arange(0.08, w, 0.17)
            if x > a + 0.06 or v > y + a * 0.25 + 0.05]  # fmt: skip
        parts += [egg(0.085, 0.075, g.uniform(0.03, 0.07), s * x, v, 0.18) for x, v in spots for s in (1, -1)]
    else:  # a chimney breast
        parts += [box(2 * w * 0.9, g.uniform(0.7, 1.1), d * 0.8, 0, h + 0.06, -0.02)]
    logs = [turned(lying(0.045, a * 1.2), (0, t, 0), (0, v, 0.02)) for t, v in ((15, 0.1), (-20, 0.1), (5, 0.18))]
    flames = [egg(0.04, g.uniform(0.1, 0.18), 0.03, x, 0.3, 0) for x in (-0.1, 0, 0.1)] if chance(g) else []
    return [*parts, *logs, *flames, *[box(0.02, 0.14, 0.3, x, 0, 0.02) for x in np.linspace(-a * 0.6, a * 0.6, 4)]]


def chandelier(g: Generator) -> list[Part]:
    n, r, style, h = int(g.integers(5, 10)), g.uniform(0.28, 0.42), int(g.integers(3)), g.uniform(0.3, 0.6)
    parts = [rod(0.008, h, y=0.3), lathe([(0, 0), (0.06, 0), (0.03, 0.03), (0, 0.03)], y=h + 0.28)]
    candle = [lathe([(0, 0), (0.015, 0), (0.035, 0.02), (0.03, 0.02), (0, 0.01)], z=r), rod(0.011, 0.08, z=r, y=0.01),
        egg(0.012, 0.028, 0.012, 0, 0.11, r)]  # fmt: skip
    shade = lathe([(0.06, 0.03), (0.035, 0.13), (0.032, 0.13), (0.056, 0.03)], z=r) if chance(g) else None
    if style == 0:  # a wheel on chains
        parts += [ring(r, 0.02, axis="y"), *around(4, tube([(0, 0, r), (0, 0.32, 0)], 0.006, 6)), *around(n, *candle)]
        return [*parts, *around(2, lying(0.014, 2 * r))]
    stem = [(0, -0.14), (0.02, -0.12), (0.05, -0.06), (0.02, 0.0), (0.04, 0.06), (0.015, 0.14), (0.03, 0.22), (0, 0.32)]
    arm = tube(smooth([(0, -0.03, 0.02), (0, -0.15, r * 0.5), (0, -0.12, r), (0, 0, r)], False), 0.009)
    parts += [lathe([(float(x), float(y)) for x, y in smooth(stem, False)]),
        *around(n, arm, *candle, *([shade] if shade else []))]  # fmt: skip
    if style == 2:  # strings and drops of crystal
        parts += around(n, tube(smooth([(0, 0.26, 0.02), (0, 0.06, r * 0.5), (0, 0.0, r)], False), 0.005, 5),
            egg(0.013, 0.03, 0.013, 0, -0.07, r))  # fmt: skip
        parts += [ball(0.035, y=-0.17), *around(n, egg(0.012, 0.03, 0.012, 0, -0.16, r * 0.45))]
    return parts


def desk_lamp(g: Generator) -> list[Part]:
    low, up, style, r = g.uniform(0.2, 0.28), g.uniform(0.2, 0.28), int(g.integers(3)), g.uniform(0.055, 0.075)
    base = rod(g.uniform(0.07, 0.09), 0.025, top=0.06) if chance(g, 0.7) else box(0.16, 0.022, 0.13)
    if style == 0:  # two arms with a joint and springs
        a, b = (0.03 + low, -0.13), (0.03 + low + up * 0.85, 0.12)
        arms = [tube([(x, 0.03, 0), (x, *a)], 0.006) for x in (-0.013, 0.013)] + [tube([(x, *a), (x, *b)], 0.006)
            for x in (-0.013, 0.013)]  # fmt: skip
        arms += [tube([(0, 0.07, -0.02), (0, 0.03 + low * 0.6, -0.08)], 0.009, 6), lying(0.016, 0.05, 0, *a),
            lying(0.014, 0.045, 0, *b), rod(0.018, 0.03, y=0.02)]  # fmt: skip
        return [base, *arms, turned(_hood(r, 0.12), (-g.uniform(15, 45), 0, 0), (0, b[0] - 0.11, b[1] + 0.03)),
            ball(r * 0.5, 0, b[0] - 0.09, b[1] + 0.05)]  # fmt: skip
    if style == 1:  # a goose neck
        neck = smooth([(0, 0.02, -0.03), (0, low + 0.15, -0.05), (0, low + up + 0.1, 0.05),
            (0, low + up - 0.02, 0.17)], False, 3)  # fmt: skip
        return [base, tube(neck, 0.01), turned(_hood(r, 0.11), (-20, 0, 0), (0, low + up - 0.11, 0.19)),
            ball(r * 0.5, 0, low + up - 0.09, 0.2)]  # fmt: skip
    y = low + 0.12  # a banker's lamp: a long half round shade across a stem
    shade = sector(0.07, 0.062, 0, 180, g.uniform(0.22, 0.3))
    shade = turned(shade, (0, 90, 0), (0, y - 0.02, 0.03))
    return [base, rod(0.009, y, y=0.02), tube([(0, y + 0.06, 0.03), (0, y + 0.03, 0)], 0.008), shade,
        lying(0.02, 0.18, 0, y, 0.03), tube([(0.04, y, 0.05), (0.04, y - 0.12, 0.05)], 0.002, 5),
        ball(0.008, 0.04, y - 0.12, 0.05)]  # fmt: skip


def wall_lamp(g: Generator) -> list[Part]:
    style, out, r = int(g.integers(3)), g.uniform(0.1, 0.16), g.uniform(0.06, 0.08)
    back = [egg(0.05, 0.1, 0.015, 0, 0, 0)] if chance(g) else [box(0.09, 0.2, 0.02, 0, -0.1)]
    if style == 2:  # a lantern
        y, n = g.uniform(-0.12, -0.05), int(g.integers(4, 7))
        bars = [turned(tube([(0, 0, 0.05), (0, 0.16, 0.065)], 0.005, 5), (0, 360 * i / n, 0), (0, y - 0.1, out))
            for i in range(n)]  # fmt: skip
        case = [lathe([(0, 0.09), (0.03, 0.07), (0.085, 0), (0, 0)], 0, y + 0.06, out),
            rod(0.055, 0.015, 0, y - 0.11, out), rod(0.012, 0.08, 0, y - 0.1, out)]  # fmt: skip
        arm = tube(smooth([(0, 0.02, 0), (0, 0.16, 0.02), (0, y + 0.25, out), (0, y + 0.14, out)], False), 0.008)
        return [*back, *bars, *case, arm, ball(0.012, 0, y - 0.12, out)]
    n = int(g.integers(1, 4))
    xs = (np.arange(n) - (n - 1) / 2) * g.uniform(0.17, 0.22)
    arms = [tube(smooth([(x * 0.1, -0.03, 0), (x * 0.7, -0.12, out * 0.6), (x, -0.1, out), (x, 0.02, out)], False),
        0.008) for x in xs]  # fmt: skip
    if style == 0:  # shades over bulbs
        tops = [lathe([(r, 0), (r * 0.6, r * 1.6), (r * 0.57, r * 1.6), (r * 0.96, 0)], x, 0.03, out)
            for x in xs] + [ball(r * 0.4, x, 0.06, out) for x in xs]  # fmt: skip
    else:  # bowls of glass
        bowl = [(0, 0), (r * 0.5, 0.01), (r * 0.9, r * 0.6), (r * 1.1, r * 1.3), (r * 1.05, r * 1.3),
            (r * 0.8, r * 0.6), (0, 0.02)]  # fmt: skip
        tops = [lathe(bowl, x, 0.02, out) for x in xs]
    return [*back, *arms, *tops, *[rod(0.018, 0.035, x, 0.0, out) for x in xs]]


def ceiling_fan(g: Generator) -> list[Part]:
    n, r, h, light = int(g.integers(3, 7)), g.uniform(0.5, 0.68), g.uniform(0.15, 0.4), int(g.integers(3))
    w, tip = g.uniform(0.055, 0.08), g.uniform(0.8, 1.3)
    blade = slab(smooth([(-w * 0.7, 0.2), (-w * tip, r), (w * tip, r), (w * 0.7, 0.2)], times=1), 0.01)
    parts = [turned(turned(turned(blade.copy(), (90, 0, 0)), (0, 0, 12)), (0, 360 * i / n, 0)) for i in range(n)]
    parts += around(n, tube([(0, -0.02, 0.08), (0, -0.02, 0.16), (0, 0, 0.24)], [0.016, 0.012, 0.02], 6))
    parts += [lathe([(0, -0.06), (0.08, -0.06), (0.11, -0.03), (0.11, 0.04), (0.06, 0.09), (0, 0.09)]),
        rod(0.012, h, y=0.08)]  # fmt: skip
    parts += [lathe([(0, 0), (0.03, 0), (0.07, 0.05), (0, 0.05)], y=h + 0.07)]
    if light == 0:
        parts += [ball(0.09, 0, -0.09, 0, (1, 0.7, 1))]
    elif light == 1:
        parts += around(3, turned(_hood(0.05, 0.09), (-45, 0, 0), (0, -0.12, 0.11)),
            tube([(0, -0.06, 0.02), (0, -0.06, 0.07)], 0.01))  # fmt: skip
    return [*parts, tube([(0.05, -0.05, 0), (0.05, -0.3, 0)], 0.003, 5), ball(0.012, 0.05, -0.3, 0)]


KINDS = kinds_of(coat_rack, mirror, curtain, radiator, fireplace, chandelier, desk_lamp, wall_lamp, ceiling_fan)
