"""Gear of the gymnasium and the boxing ring: what is lifted, hit and jumped over."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, smooth, tube
from indexer.parametric.solids import Part, box, forward, kinds_of, lathe, lying, ring, rod, turned


def boxing_glove(g: Generator) -> list[Part]:
    k, style, fat = g.uniform(0.9, 1.2), int(g.integers(3)), g.uniform(0.9, 1.15)
    cuff = g.uniform(0.1, 0.16)
    rows = [(-cuff, 0.055, 0.045, 0), (0, 0.05, 0.042, 0), (0.03, 0.065, 0.055, 0), (0.1, 0.085, 0.07, 0.004),
        (0.16, 0.088, 0.078 * fat, 0.0), (0.21, 0.082, 0.076 * fat, -0.012), (0.25, 0.065, 0.06, -0.022),
        (0.27, 0.03, 0.03, -0.03)]  # fmt: skip
    t = np.linspace(0, len(rows) - 1, 30)
    fine = np.stack([np.interp(t, range(len(rows)), np.array(rows)[:, i]) for i in range(4)], 1)
    parts = [body([tuple(row) for row in fine], 2.4, 20), egg(0.07, 0.035, 0.055, 0, -0.06, 0.17)]
    thumb = smooth([(0.06, -0.01, 0.02), (0.1, -0.02, 0.09), (0.095, -0.03, 0.15), (0.07, -0.045, 0.18)], closed=False)
    parts += [tube(thumb, list(np.interp(np.linspace(0, 1, len(thumb)), [0, 0.3, 0.8, 1],
        [0.025, 0.036, 0.034, 0.018])), 12)]  # fmt: skip
    ends = [body([(z - 0.008, 0.058, 0.048, 0), (z + 0.008, 0.058, 0.048, 0)]) for z in (-cuff, -0.005)]
    parts += ends
    if style == 0:  # laced
        for i in range(5):
            z = -cuff + cuff * (i + 0.5) / 5
            parts += [tube([(-0.02 * s, -0.049, z - 0.01), (0.02 * s, -0.049, z + 0.01)], 0.004) for s in (1, -1)]
    elif style == 1:  # a strap about the wrist
        parts += [body([(-cuff * 0.7, 0.06, 0.05, 0), (-cuff * 0.2, 0.06, 0.05, 0)], 2.2),
            box(0.05, 0.01, cuff * 0.4, 0.02, -0.058, -cuff * 0.45)]  # fmt: skip
    if style == 2 or chance(g, 0.3):  # the pair, hanging or side by side
        parts = mirrored(*[turned(p, (0, 0, 0), (0.14, 0, 0)) for p in parts])
    for part in parts:
        part.apply_scale(k)
    return [turned(p, (-90 if style == 0 else 0, 0, 0)) for p in parts]


def punching_bag(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(4)), g.uniform(0.15, 0.2), g.uniform(0.8, 1.3)
    if style == 3:  # a ball on a spring and a weighted foot
        tall = g.uniform(1.1, 1.4)
        parts = [lathe([(0, 0), (0.25, 0), (0.26, 0.05), (0.18, 0.12), (0.05, 0.14), (0, 0.14)]),
            rod(0.02, tall, 0, 0.1)]  # fmt: skip
        parts += [ring(0.04, 0.008, 0, 0.2 + 0.022 * i, axis="y") for i in range(int(g.integers(6, 11)))]
        return [*parts, egg(0.14, g.uniform(0.16, 0.2), 0.14, 0, tall + 0.2),
            ring(0.14, 0.005, 0, tall + 0.2, axis="x"), rod(0.04, 0.08, 0, tall)]  # fmt: skip
    if style == 2:  # standing on a round foot
        parts = [lathe([(0, 0), (0.3, 0), (0.32, 0.08), (0.3, 0.2), (0.14, 0.35), (0, 0.35)]), rod(0.08, 0.2, 0, 0.3)]
        parts += [lathe([(0, 0.45), (r * 0.9, 0.45), (r, 0.5), (r, 0.45 + h), (r * 0.85, 0.5 + h), (0, 0.52 + h)])]
        return [*parts, *[ring(r, 0.006, 0, 0.5 + h * t, axis="y") for t in (0.2, 0.6, 0.9)]]
    drop = [(0, 0.0), (r * 0.9, 0), (r, 0.04), (r, h), (0, h)] if style == 0 else [(0, 0), (r * 0.9, 0.06),
        (r * 1.25, h * 0.3), (r, h * 0.6), (r * 0.5, h * 0.95), (0, h)]  # fmt: skip
    top = drop[3][0] if style == 0 else r * 0.5
    parts = [lathe(drop), *[ring(r * 1.0, 0.007, 0, h * t, axis="y") for t in (0.25, 0.5, 0.8, 0.97) if style == 0]]
    lift = g.uniform(0.3, 0.5)
    for i in range(4):
        x, z = arc(top * 0.9, 90 * i + 45, 90 * i + 45, 1)[0]
        for j in range(5):
            a, b = np.array((x, h, z)) * (1 - j / 5, 1, 1 - j / 5) + (0, lift * j / 5,
                0), np.array((x, h, z)) * (0.8 - j / 5, 1, 0.8 - j / 5) + (0, lift * (j + 1) / 5, 0)  # fmt: skip
            parts += [tube([a, b], 0.014 if j % 2 else 0.008)]
    parts += [ring(0.035, 0.008, 0, h + lift + 0.03), rod(0.012, 0.2, 0, h + lift + 0.05)]
    arm = h + lift + 0.25
    return parts + ([box(0.1, 0.06, 0.7, 0, arm, -0.25), box(0.3, 0.5, 0.04, 0, arm - 0.3, -0.6),
        tube([(0, arm, -0.1), (0, arm - 0.28, -0.58)], 0.025)]
        if chance(g) else [box(0.3, 0.03, 0.3, 0, arm)])  # fmt: skip


def kettlebell(g: Generator) -> list[Part]:
    r, style, grip = g.uniform(0.08, 0.12), int(g.integers(3)), g.uniform(0.014, 0.02)
    w, top = r * g.uniform(0.55, 0.75), r * g.uniform(1.75, 2.1)
    foot = -r * g.uniform(0.8, 0.9)
    a = np.linspace(np.arcsin(foot / r), np.pi / 2, 14)
    parts = [lathe([(0, foot), *[(float(r * np.cos(t)), float(r * np.sin(t))) for t in a]])]
    if style == 1:  # turned out into a wide flat foot
        parts += [lathe([(0, -r), (r * 0.8, -r), (r * 0.85, -r * 0.9), (r * 0.7, -r * 0.6), (0, -r * 0.5)])]
    loop = [(w * 1.15, r * 0.45, 0), (w * 1.35, r * 1.1, 0), (w * 1.0, top, 0), (-w * 1.0, top, 0),
        (-w * 1.35, r * 1.1, 0), (-w * 1.15, r * 0.45, 0)]  # fmt: skip
    if style == 2:  # a straight handle
        loop = [(w * 0.9, r * 0.5, 0), (w * 1.2, top, 0), (-w * 1.2, top, 0), (-w * 0.9, r * 0.5, 0)]
    line = smooth(loop, closed=False, times=3)
    parts += [tube(line, list(np.interp(np.linspace(0, 1, len(line)), [0, 0.2, 0.5, 0.8, 1],
        np.array([1.5, 1.1, 1, 1.1, 1.5]) * grip)), 12)]  # fmt: skip
    if chance(g):  # its weight on a disc
        parts += [forward(rod(r * 0.5, r * 0.12), 0, 0, r * 0.87), box(r * 0.1, r * 0.4, r * 0.05, -r * 0.12, -r * 0.2,
            r * 0.98), ring(r * 0.15, r * 0.05, r * 0.12, 0, r * 0.99)]  # fmt: skip
    return parts


def hurdle(g: Generator) -> list[Part]:
    w, h, style, n = g.uniform(0.55, 0.62), g.uniform(0.7, 1.05), int(g.integers(3)), int(g.integers(1, 4))
    parts: list[Part] = []
    for i in range(1 if chance(g) else n):
        bar = [box(2 * w, 0.07, 0.03, 0, h - 0.07), *mirrored(box(0.15, 0.08, 0.032, w * 0.5, h - 0.075))]
        if style == 0:  # L-shaped feet
            bar += mirrored(box(0.04, h - 0.05, 0.025, w * 0.9, 0.03), box(0.04, 0.04, 0.7, w * 0.9, 0, -0.34),
                box(0.06, 0.06, 0.12, w * 0.9, 0, -0.6))  # fmt: skip
            bar += [box(1.8 * w, 0.03, 0.03, 0, 0.03), lying(0.012, 1.8 * w, 0, h * 0.55)]
        elif style == 1:  # bent out of tube
            bar += mirrored(tube(smooth([(w * 0.85, h - 0.05, 0), (w * 0.85, 0.05, 0), (w * 0.85, 0.02, -0.3)],
                closed=False), 0.018))  # fmt: skip
            bar += [tube(smooth([(w * 0.85, 0.02, -0.28), (w * 0.85, 0.02, -0.5), (-w * 0.85, 0.02, -0.5),
                (-w * 0.85, 0.02, -0.28)], closed=False), 0.018)]  # fmt: skip
        else:  # a T-shaped foot and two boards
            bar += mirrored(box(0.035, h, 0.035, w * 0.85), box(0.05, 0.03, 0.5, w * 0.85))
            bar += [box(2 * w, 0.07, 0.03, 0, h * 0.6), turned(box(0.04, 1.9 * w, 0.02, 0, -0.95 * w), (0, 0, 65),
                (0, h * 0.4, 0))]  # fmt: skip
        parts += [turned(p, (0, 0, 0), (0, 0, -1.3 * i)) for p in bar]
    return parts


def pommel_horse(g: Generator) -> list[Part]:
    long, h, style, r = g.uniform(1.4, 1.65), g.uniform(1.0, 1.15), int(g.integers(3)), g.uniform(0.16, 0.19)
    rows = [(-long / 2, r * 0.6, r * 0.6, h), (-long * 0.47, r * 0.95, r * 0.95, h),
        (long * 0.47, r * 0.95, r * 0.95, h), (long / 2, r * 0.6, r * 0.6, h)]  # fmt: skip
    parts = [turned(body(rows, 2.8, 20), (0, 90, 0))]
    apart = g.uniform(0.2, 0.24)
    loop = smooth([(0, h + r * 0.85, 0.13), (0, h + r + 0.11, 0.11), (0, h + r + 0.12, -0.11),
        (0, h + r * 0.85, -0.13)], closed=False)  # fmt: skip
    parts += mirrored(turned(tube(loop, 0.018), (0, 0, 0), (apart, 0, 0)), box(0.06, 0.03, 0.3, apart, h + r * 0.92))
    parts += mirrored(*[turned(body([(-0.01, r * 0.98, r * 0.98, h), (0.01, r * 0.98, r * 0.98, h)], 2.8), (0, 90, 0),
        (x, 0, 0)) for x in (0.3, long * 0.42)])  # fmt: skip
    if style == 0:  # four splayed legs
        leg = [tube([(long * 0.35, h - r * 0.6, s * 0.1), (long * 0.45, 0, s * 0.32)], 0.035) for s in (1, -1)]
        leg += [rod(0.05, 0.03, long * 0.45, 0, s * 0.32) for s in (1, -1)] + [box(0.04, 0.05, 0.6, long * 0.43,
            h * 0.2)]  # fmt: skip
        return [*parts, *mirrored(*leg)]
    if style == 1:  # two posts on T-shaped feet
        return [*parts, *mirrored(box(0.12, h - r, 0.08, long * 0.3, 0.05), box(0.12, 0.06, 0.8, long * 0.3)),
            box(long * 0.6, 0.05, 0.06, 0, 0.1), tube([(0, h - r, 0), (0, 0.1, 0)], 0.012)]  # fmt: skip
    a = [tube([(s * long * 0.2, h - r * 0.8, 0), (s * long * 0.34, 0.03, z)], 0.04) for s in (1, -1)
        for z in (0.4, -0.4)]  # fmt: skip
    return [*parts, *a, *mirrored(box(0.1, 0.04, 0.9, long * 0.34))]


KINDS = kinds_of(boxing_glove, punching_bag, kettlebell, hurdle, pommel_horse)
