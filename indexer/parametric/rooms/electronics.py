"""What plays, shows and rings."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, plate, slab, smooth, symmetric, tube, upright
from indexer.parametric.solids import Part, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def facing(profile: list[tuple[float, float]], x: float, y: float, z: float) -> Part:
    """A profile of (radius, depth) turned about an axis along z."""
    return turned(lathe(profile), (90, 0, 0), (x, y, z))


def knob(r: float, deep: float, x: float, y: float, z: float) -> Part:
    return facing([(0, 0), (r, 0), (r * 0.9, deep), (0, deep)], x, y, z)


def _cone(r: float, x: float, y: float, z: float) -> Part:
    """The hollow cone of a loudspeaker, its rim r * 0.2 before z."""
    curve = [(0, 0), (1, 0), (1.08, 0.2), (0.92, 0.26), (0.84, 0.2), (0.35, 0), (0.2, 0.12), (0, 0.16)]
    return facing([(r * a, r * b) for a, b in curve], x, y, z)


def _framed(w: float, h: float, b: float, deep: float, x: float, y: float, z: float) -> list[Part]:
    bars = [box(w, b, deep, x, v, z) for v in (y, y + h - b)] + [box(b, h, deep, x + s * (w - b) / 2, y, z) for s in (1,
        -1)]  # fmt: skip
    return [*bars, box(w, h, deep / 2, x, y, z - deep / 4)]


def bend(points: list[tuple[float, float, float]], r: float) -> Part:
    return tube(smooth(points, False), r, 7)


def _over(w: float, h: float, y: float, r: float) -> Part:
    return bend([(-w, y, 0), (-w * 0.97, y + h, 0), (w * 0.97, y + h, 0), (w, y, 0)], r)


def television(g: Generator) -> list[Part]:
    style, w, y = int(g.integers(3)), g.uniform(0.7, 1.3), g.uniform(0.05, 0.1)
    if style == 0:  # flat, on one foot or two
        h = w * g.uniform(0.54, 0.6)
        foot = [box(w * g.uniform(0.25, 0.5), 0.015, 0.24), box(w * 0.1, y + 0.1, 0.03, 0, 0, -0.03)]
        props = mirrored(upright([(-0.13, 0), (0, y * 0.5), (0.13, 0), (0.02, y + 0.04), (-0.02, y + 0.04)], 0.025,
            w * 0.36))  # fmt: skip
        return [*_framed(w, h, g.uniform(0.015, 0.04), 0.04, 0, y, 0), box(w * 0.7, h * 0.5, 0.05, 0, y + h * 0.1,
            -0.04), *(foot if chance(g) else props)]  # fmt: skip
    w, h, d, low = 0.25 + w * 0.3, g.uniform(0.38, 0.46), g.uniform(0.28, 0.36), 0.0 if style == 1 else g.uniform(0.2,
        0.4)  # fmt: skip
    m, f = low + h / 2, d / 2
    glass = body([(f, w * 0.34, h * 0.4, m), (f + 0.015, w * 0.33, h * 0.39, m), (f + 0.035, w * 0.2, h * 0.24, m)], 5,
        24)  # fmt: skip
    parts = [*at(-w * 0.1, 0, 0, glass), *_framed(w * 0.76, h * 0.9, 0.025, 0.03, -w * 0.1, low + h * 0.05, f),
        *[knob(w * 0.05, 0.03, w * 0.39, low + h * v, f) for v in (0.84, 0.64)], *[box(w * 0.12, 0.008, 0.02, w * 0.39,
        low + h * v, f) for v in np.linspace(0.1, 0.45, 6)]]  # fmt: skip
    if style == 1:  # a picture tube behind
        parts += [box(w, h, d * 0.6, 0, 0, d * 0.2), body([(-d * 0.7, w * 0.24, h * 0.24, m), (-d * 0.1, w * 0.46,
            h * 0.45, m)], 6)]  # fmt: skip
    else:  # a cabinet on splayed legs
        parts += [box(w, h, d, 0, low), *mirrored(*[tube([(w * 0.38, low + 0.01, z * d), (w * 0.48, 0, z * d * 1.2)],
            [0.018, 0.01]) for z in (0.35, -0.35)])]  # fmt: skip
    ears = mirrored(tube([(0.01, low + h + 0.02, 0), (g.uniform(0.12, 0.25), low + h + 0.3, -0.03)], 0.005, 6))
    return [*parts, *([*ears, egg(0.05, 0.03, 0.04, 0, low + h, 0)] if chance(g, 0.7) else [])]


def radio(g: Generator) -> list[Part]:
    style, w, d = int(g.integers(3)), g.uniform(0.2, 0.28), g.uniform(0.06, 0.09)
    h, f = w * g.uniform(0.55, 0.7), d / 2
    if style == 0:  # a wooden arch
        arch, cloth = ([(x * k, h * low + y * t) for x, y in arc(w / 2, 0, 180, 15)] for k, low, t in ((1, 0.7, 1.3),
            (0.8, 0.75, 1)))  # fmt: skip
        bars = [box(0.008, h * 0.03 + np.sqrt(w * w / 6.25 - x * x), 0.03, x, h * 0.74, f)
            for x in np.linspace(-w * 0.25, w * 0.25, 5)]  # fmt: skip
        return [slab([(-w / 2, 0.01), (w / 2, 0.01), *arch], d), slab(cloth, 0.02, z=f), *bars, *[knob(0.014, 0.022, x,
            h * 0.2, f) for x in (-w * 0.3, 0, w * 0.3)], slab(arc(w * 0.2, 0, 180, 9), 0.02, 0, h * 0.4, f),
            box(w * 1.08, 0.02, 1.2 * d)]  # fmt: skip
    whip = tube([(w * 0.42, h, -d * 0.3), (w * g.uniform(0.5, 1), h + w * g.uniform(0.7, 1.2), -d * 0.3)], [0.003,
        0.0018], 6)  # fmt: skip
    if style == 1:  # a small one with one loudspeaker
        grille = [_cone(h * 0.33, -w * 0.23, h * 0.47, f)] if chance(g) else [box(w * 0.4, 0.006, 0.01, -w * 0.24,
            h * v, f) for v in np.linspace(0.15, 0.8, 9)]  # fmt: skip
        dial = [*_framed(w * 0.42, h * 0.3, 0.006, 0.012, w * 0.24, h * 0.58, f), box(0.004, h * 0.25, 0.015,
            w * g.uniform(0.1, 0.38), h * 0.6, f), *[knob(h * 0.13, 0.016, w * x, h * 0.3, f) for x in (0.14,
            0.35)]]  # fmt: skip
        return [box(w, h, d), *grille, *dial, _over(w * 0.45, h * 0.35, h - 0.005, 0.006), whip]
    w, h, f = w * 2, w * g.uniform(0.8, 1), f * 1.4  # two loudspeakers and a tape deck
    parts = mirrored(_cone(w * 0.14, w * 0.33, h * 0.38, f), _cone(w * 0.04, w * 0.33, h * 0.83, f), knob(w * 0.025,
        0.014, w * 0.06, h * 0.3, f), *[box(w * 0.035, 0.015, f * 0.6, w * x, h, f * 0.4) for x in (0.025, 0.075,
        0.125)])  # fmt: skip
    return [box(w, h, 2 * f), *parts, *_framed(w * 0.28, h * 0.4, 0.012, 0.02, 0, h * 0.12, f), box(w * 0.4, h * 0.12,
        0.014, 0, h * 0.75, f), *[knob(w * 0.02, 0.014, w * x, h * 0.62, f) for x in (-0.1, 0, 0.1)], _over(w * 0.42,
        h * 0.4, h - 0.01, 0.011), *at(w * 0.2, h * 0.3, 0, whip)]  # fmt: skip


def loudspeaker(g: Generator) -> list[Part]:
    style, w, n = int(g.integers(3)), g.uniform(0.17, 0.26), int(g.integers(1, 4))
    d = w * g.uniform(1, 1.4)
    if style == 2:  # for a stage, on three legs
        y, h, w = g.uniform(0.8, 1.1), g.uniform(0.55, 0.65), w * 1.5
        hull = plate([(-w / 2, d * 0.7), (w / 2, d * 0.7), (w * 0.3, -d * 0.5), (-w * 0.3, -d * 0.5)], h, y=y)
        feet = [turned(tube(p, 0.012), (0, a, 0)) for a in (30, 150, 270) for p in ([(0.02, y * 0.55, 0), (0.45, 0, 0)],
            [(0.02, y * 0.25, 0), (0.22, y * 0.29, 0)])]  # fmt: skip
        return [hull, *_framed(w * 0.75, h * 0.28, 0.02, 0.05, 0, y + h * 0.65, d * 0.7), _cone(w * 0.38, 0,
            y + h * 0.32, d * 0.7), rod(0.02, y * 0.85, y=y * 0.18), *feet]  # fmt: skip
    h, n, low = (w * 1.7, 1, 0.0) if style == 0 else (w * g.uniform(3.6, 4.4), n, 0.03)
    cones = [_cone(w * 0.37, 0, low + w * (0.5 + 0.85 * i), d / 2) for i in range(n)] + [_cone(w * g.uniform(0.14,
        0.22), 0, low + h - w * 0.36, d / 2)]  # fmt: skip
    screws = mirrored(*[ball(0.008, w * 0.44, low + y, d / 2) for y in (w * 0.06, h - w * 0.06)], knob(w * 0.05, 0.02,
        0.02, low + w * 0.3, -d / 2 - 0.02))  # fmt: skip
    return [box(w, h, d, 0, low), *cones, *screws, *([box(w * 1.25, 0.03, d * 1.1)] if style else [])]


def camera(g: Generator) -> list[Part]:
    style, w = int(g.integers(3)), g.uniform(0.11, 0.14)
    h, d, r, long = w * g.uniform(0.55, 0.65), w * 0.32, w * g.uniform(0.2, 0.26), w * g.uniform(0.25, 0.9)
    if style == 2:  # a folding one with bellows
        h, f = w * 0.8, w * g.uniform(0.7, 1)
        folds = [box(w * v, h * v, f / 16, 0, h * (1 - v) / 2, t * f) for i, t in enumerate(np.linspace(0.1, 0.85, 11))
            for v in (0.82 - 0.35 * t - 0.07 * (i % 2),)]  # fmt: skip
        lens = [box(w * 0.5, h * 0.6, 0.008, 0, h * 0.12, f * 0.9), facing([(0, 0), (r, 0), (r, 0.014), (r * 0.6,
            0.014), (r * 0.6, 0.02), (0, 0.01)], 0, h * 0.5, f * 0.9), box(w * 0.7, 0.006, f * 1.05, 0, -0.003,
            f * 0.55)]  # fmt: skip
        return [box(w, h, d * 0.6), *folds, *lens, *mirrored(tube([(w * 0.42, h * 0.7, 0.01), (w * 0.34, h * 0.02,
            f * 0.7)], 0.0025, 6)), _over(w * 0.25, 0.015, h, 0.003)]  # fmt: skip
    long, x = (long, w * 0.06) if style == 0 else (w * 0.2, -w * 0.05)
    stops = [(0, 0), (1, 0), (1, 0.35), (1.1, 0.35), (1.1, 0.6), (0.98, 0.6), (1.03, 1), (0.88, 1), (0.65, 0.8), (0,
        0.87)]  # fmt: skip
    parts = [body([(-d / 2, w / 2, h / 2, h / 2), (d / 2, w / 2, h / 2, h / 2)], 6, 32), facing([(a * r, b * long)
        for a, b in stops], x, h * 0.47, d / 2), rod(0.006, 0.008, -w * 0.4, h, 0.004), rod(w * 0.07, 0.009, -w * 0.27,
        h, -0.004), *mirrored(ring(0.005, 0.0015, w / 2, h * 0.85))]  # fmt: skip
    if style == 0:  # a prism on top, a grip
        hump = slab(symmetric([(w * 0.19, 0), (w * 0.14, h * 0.25), (w * 0.08, h * 0.33)]), d * 1.15, x, h * 0.97)
        parts += [hump, egg(w * 0.11, h * 0.5, d * 0.5, -w * 0.42, h * 0.5, d * 0.4), rod(w * 0.08, 0.007, w * 0.36, h),
            box(w * 0.14, 0.006, d * 0.6, x, h * 1.3)]  # fmt: skip
    else:  # a finder, a flash
        parts += [p for a, b in ((0.1, 0.16), (0.36, 0.2)) for p in _framed(w * b, h * 0.22, 0.003, 0.008, w * a,
            h * 0.7, d / 2)] + [box(w * 0.98, 0.004, d * 0.99, 0, h * 0.66)]  # fmt: skip
    strap = bend([(-w / 2, h * 0.85, 0), (-w * 0.8, h * 0.5, -d), (-w * 0.5, 0.005, -w * 0.8), (w * 0.5, 0.005,
        -w * 0.8), (w * 0.8, h * 0.5, -d), (w / 2, h * 0.85, 0)], 0.003)  # fmt: skip
    return [*parts, *([strap] if chance(g, 0.4) else [])]


def _handset() -> list[Part]:
    grip = bend([(-0.1, 0.02, 0), (-0.085, 0.05, 0), (0.085, 0.05, 0), (0.1, 0.02, 0)], 0.014)
    return [grip, *mirrored(lathe([(0, 0), (0.027, 0), (0.03, 0.012), (0.02, 0.03), (0, 0.04)], 0.095))]


def telephone(g: Generator) -> list[Part]:
    style, t, w, h = int(g.integers(3)), np.linspace(0, 1, 130), g.uniform(0.15, 0.18), g.uniform(0.22, 0.28)
    bow = np.stack([-0.11 - 0.06 * np.sin(3.14 * t) + 0.008 * np.cos(110 * t),
        0.09 - 0.075 * t + 0.008 * np.sin(110 * t), 0.1 - 0.16 * t], 1)  # fmt: skip
    cord = [tube(bow, 0.002, 5)] if chance(g, 0.7) else []
    if style == 0:  # a dial
        case = upright([(-0.08, 0), (0.11, 0), (0.11, 0.02), (0.02, 0.1), (-0.06, 0.1), (-0.08, 0.03)], w)
        holes = [turned(ring(0.008, 0.0025, 0.032, 0.012, 0, "y"), (0, a, 0)) for a in np.arange(10) * 30.0]
        dial = [turned(p, (42, 0, 0), (0, 0.062, 0.065)) for p in [lathe([(0, 0), (0.046, 0), (0.044, 0.012), (0.02,
            0.012), (0.018, 0.018), (0, 0.018)]), *holes]]  # fmt: skip
        cradle = mirrored(*[box(0.012, 0.03, 0.01, 0.06, 0.1, z) for z in (-0.045, 0.005)], box(0.03, 0.008, 0.06, 0.06,
            0.1, -0.02))  # fmt: skip
        parts = [case, box(w + 0.02, 0.012, 0.2, 0, 0, 0.015), *dial, *cradle, *at(0, 0.108, -0.02, *_handset()),
            *at(0, 0.02, -0.05, *cord)]  # fmt: skip
        return [p.apply_scale((1, h * 4, 1)) for p in parts]
    if style == 1:  # keys, the handset lying on the left
        w *= 1.3
        keys = [box(0.016, 0.01, 0.012, w * 0.2 + 0.024 * (i % 3 - 1), 0.04, 0.06 - 0.021 * (i // 3))
            for i in range(12)]  # fmt: skip
        rest = [box(w, 0.04, 0.2), *keys, box(w * 0.45, 0.012, 0.035, w * 0.2, 0.04, -0.06), *[turned(p, (0, 90, 0),
            (-w * 0.32, 0.045, 0)) for p in _handset()]]  # fmt: skip
        return [*[turned(p, (h * 50, 0, 0), (0, 0.02, 0)) for p in rest], box(w * 0.9, 0.05, 0.04, 0, 0, -0.07),
            box(w * 0.9, 0.02, 0.15), *cord]  # fmt: skip
    # a candlestick
    stem = lathe([(0, 0), (0.07, 0), (0.07, 0.012), (0.03, 0.035), (0.016, 0.06), (0.013, h - 0.03), (0.02, h), (0,
        h + 0.01)])  # fmt: skip
    mouth = turned(lathe([(0, -0.03), (0.025, -0.03), (0.025, 0), (0.016, 0.01), (0.018, 0.03), (0.042, 0.06), (0.03,
        0.045), (0, 0.03)]), (75, 0, 0), (0, h + 0.02, 0.01))  # fmt: skip
    ear = turned(lathe([(0, 0), (0.012, 0), (0.015, 0.08), (0.034, 0.11), (0.03, 0.13), (0, 0.125)]), (0, 0, 175),
        (0.06, h + 0.01, 0))  # fmt: skip
    return [stem, mouth, ear, bend([(0, h - 0.05, 0), (0.045, h - 0.05, 0), (0.06, h - 0.03, 0)], 0.005), ring(0.016,
        0.004, 0.06, h - 0.03, 0, "y"), bend([(0.07, h + 0.01, 0), (0.1, h, 0), (0.11, 0.05, -0.02), (0.03, 0.01,
        -0.06)], 0.003)]  # fmt: skip


def _rounded(w: float, h: float, deep: float, x: float, y: float, z: float, power: float = 9) -> Part:
    return turned(body([(s * deep / 2, w / 2, h / 2, 0) for s in (-1, 1)], power, 32), (0, 0, 0), (x, y, z))


def smartphone(g: Generator) -> list[Part]:
    w, t, rows, button, n = g.uniform(0.066, 0.078), g.uniform(0.008, 0.011), int(g.integers(3, 7)), chance(g,
        0.35), int(g.integers(1, 4))  # fmt: skip
    h, b, pad, bend = w * g.uniform(1.9, 2.2), (0.018 if button else 0.006), w * 0.215, g.uniform(40, 75)
    if chance(g, 0.25):  # a hinged one, half open
        half = [_rounded(w, h / 2, t, 0, h / 4, 0), box(w * 0.9, h * 0.45, 0.002, 0, h * 0.02, t / 2)]
        icons = [box(w * 0.13, w * 0.13, 0.0035, w * x, h * (0.1 + 0.09 * i), t / 2) for x in (-0.3, -0.1, 0.1, 0.3)
            for i in range(min(rows, 4))]  # fmt: skip
        top = [*at(0, 0, 0, *half), *icons, *[knob(0.007, 0.003, w * 0.3, h * 0.42 - 0.018 * i, -t / 2 - 0.003)
            for i in range(n)]]  # fmt: skip
        return [*[turned(p, (-bend / 4, 0, 0)) for p in top], *[turned(p, (90 - bend / 2, 0, 0)) for p in half],
            lying(t * 0.55, w * 0.9)]  # fmt: skip
    icons = [_rounded(w * 0.15, w * 0.15, 0.003, pad * x, h - b - 0.02 - pad * i, t / 2, 5) for i in range(rows)
        for x in (-1.5, -0.5, 0.5, 1.5)]  # fmt: skip
    front = [ring(0.005, 0.001, 0, b / 2, t / 2), box(0.015, 0.002, 0.002, 0, h - b / 2,
        t / 2)] if button else [lying(0.0025, 0.014, 0, h - 0.008, t / 2)]  # fmt: skip
    lenses = [facing([(0, 0), (0.006, 0), (0.006, 0.004), (0.004, 0.001), (0, 0.001)], w * 0.22, h - 0.016 - 0.014 * i,
        -t / 2 - 0.006) for i in range(n)]  # fmt: skip
    block = [_rounded(0.032, 0.016 + 0.014 * n, 0.004, w * 0.22, h - 0.022 - 0.005 * n, -t / 2, 5), *[box(0.003, 0.012,
        0.003, s * w / 2, h * y) for s, y in ((1, 0.72), (-1, 0.75), (-1, 0.65))]]  # fmt: skip
    return [_rounded(w, h, t, 0, h / 2, 0), _rounded(w - 0.006, h - 2 * b, 0.002, 0, h / 2, t / 2), *icons,
        box(w * 0.85, w * 0.2, 0.003, 0, b + 0.004, t / 2), *front, *lenses, *block]  # fmt: skip


def remote_control(g: Generator) -> list[Part]:
    style, w, d, round_ = int(g.integers(3)), g.uniform(0.038, 0.052), g.uniform(0.014, 0.022), chance(g)
    h, slim, pitch, f = (g.uniform(0.12, 0.15) if style == 1 else g.uniform(0.17, 0.22)), w * g.uniform(0.36,
        0.42), w * 0.28, d / 2 - 0.001  # fmt: skip
    waist, cross = (0.8 if style == 2 else 1.0), h * (0.72 if style == 1 else g.uniform(0.36, 0.45))
    case = body([(y * h, w * a / 2, d * b / 2, 0) for y, a, b in ((0, 0.7, 0.7), (0.04, 1, 1), (0.4, waist, 0.9), (0.75,
        1, 1), (1, 0.96, 0.8))], 5, 24)  # fmt: skip
    parts = [turned(case, (-90, 0, 0)), ring(slim * 0.85, 0.0035, 0, cross, f), knob(slim * 0.45, 0.004, 0, cross, f),
        knob(0.006, 0.004, w * 0.32, h * 0.94, f), box(w * 0.5, 0.006, d * 0.5, 0, h - 0.003)]  # fmt: skip
    under = [(x, cross - slim - pitch * (0.8 + i)) for x in ((-1, 1) if style == 1 else (-1, 0, 1))
        for i in range(max(2, int((cross - slim - 0.012) / pitch) - style))]  # fmt: skip
    above = [(x, h * 0.87 - pitch * i) for x in (-1, 0, 1) for i in range(int((h * 0.88 - cross - slim) / pitch))]
    keys = [(x * pitch * waist, y) for x, y in under + (above if style != 1 else [])]
    return [*parts, *[knob(pitch * 0.36, 0.004, x, y, f) if round_ else box(pitch * 0.75, pitch * 0.5, 0.008, x,
        y - pitch * 0.25, f) for x, y in keys]]  # fmt: skip


KINDS = kinds_of(television, radio, loudspeaker, camera, telephone, smartphone, remote_control)
