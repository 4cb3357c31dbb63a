"""Arms of far lands and later wars: blades, poles, things to throw, guns and what they fire."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, around, ball, box, kinds_of, lathe, ring, rod, turned


def katana(g: Generator) -> list[Part]:
    long, grip, style = g.uniform(0.6, 0.75), g.uniform(0.22, 0.3), int(g.integers(3))
    bow, w, r = g.uniform(0.03, 0.06), g.uniform(0.028, 0.036), g.uniform(0.036, 0.045)

    def curve(t: float) -> float:
        return float(bow * 4 * (t * 0.5) ** 2)

    ts = np.linspace(0, 1, 14)
    back = [(curve(t), long * t) for t in ts]
    edge = [(curve(t) - w * (1 - 0.25 * t), long * t) for t in ts[:-1]]
    blade = slab([*[(a + w / 2, b) for a, b in back], *[(a + w / 2, b) for a, b in edge[::-1]]], 0.007)
    flat = slab([*[(a + w / 2, b) for a, b in back[:-2]], *[(a + w * 0.9, b) for a, b in edge[-2::-1]]], 0.01)
    guard = [lathe([(0, 0), (r, 0), (r, 0.006), (0, 0.006)])] if style != 1 else [box(r * 1.6, 0.006, r * 1.6)]
    parts = [blade, flat, *guard, ring(r, 0.003, 0, 0.003, axis="y"), rod(0.014, 0.025, top=0.012)]
    hilt = [rod(0.014, grip, 0, -grip, 0, 0.016), rod(0.017, 0.015, 0, -grip - 0.008), rod(0.018, 0.015, 0, -0.015)]
    n = int(g.integers(6, 10))
    for i in range(n):  # the wrapping of the grip
        y = -grip * (i + 0.6) / n
        hilt += [turned(box(0.03, 0.007, 0.008), (0, 0, s * 35), (0, y, z)) for s in (1, -1) for z in (0.013, -0.013)]
    for part in hilt:
        part.apply_scale((1, 1, 0.75))
    parts += hilt
    sheath = [tube([(curve(t) * 1.0, long * t, 0) for t in (0, 0.35, 0.7, 1.03)], [0.019, 0.018, 0.017, 0.014]),
        box(0.03, 0.02, 0.02, 0.02, long * 0.14)]  # fmt: skip
    if style == 2:  # sheathed, with a knotted cord
        return [*sheath, *parts[2:], tube(smooth([(0.02, long * 0.15, 0.01), (0.05, long * 0.1, 0.02),
            (0.045, long * 0.22, 0.02), (0.06, 0.0, 0.01)], closed=False), 0.004)]  # fmt: skip
    if chance(g):  # the sheath beside it
        parts += [turned(p, (0, 0, 0), (g.uniform(0.1, 0.11), 0, 0)) for p in sheath]
    return parts


def nunchaku(g: Generator) -> list[Part]:
    long, r, style, n = g.uniform(0.26, 0.32), g.uniform(0.014, 0.018), int(g.integers(3)), int(g.integers(7, 12))
    a, b = (g.uniform(5, 20), g.uniform(5, 20)) if style != 1 else (g.uniform(40, 75), g.uniform(-10, 30))
    stick = [rod(r, long, 0, -long, 0, r * 0.8), rod(r * 0.9, 0.02, 0, -0.01), ball(r * 0.55, 0, 0.016)]
    stick += [ring(r * (0.98 - 0.15 * t), r * 0.1, 0, -long * (1 - t), axis="y") for t in (0.06, 0.12, 0.55, 0.6)][: 4
        if style == 2 else 2]  # fmt: skip
    apart = n * 0.008
    parts = [turned(p.copy(), (0, 0, s), (x, 0, 0)) for s, x in ((-a, -apart), (b, apart)) for p in stick]
    line = np.array([(x * apart, 0.02 + apart * 0.9 * y, 0.0) for x, y in arc(1, 180, 0, n + 1)])
    if style == 2:  # a cord
        return [*parts, tube(line, 0.004), tube(line + np.array((0, 0.002, 0.008)), 0.004)]
    for i, (p, q) in enumerate(pairwise(line)):
        half = float(np.linalg.norm(q - p)) * 0.42
        link = turned(ring(half, half * 0.22), (90 * (i % 2), 0, 0))
        link.apply_scale((1.5, 1, 1))
        parts += [turned(link, (0, 0, float(np.degrees(np.arctan2(*(q - p)[1::-1])))), tuple((p + q) / 2))]
    return parts


def shuriken(g: Generator) -> list[Part]:
    r, n, style, thick = g.uniform(0.04, 0.06), int(g.choice([4, 4, 5, 6, 8])), int(g.integers(3)), g.uniform(0.002,
        0.004)  # fmt: skip
    inner, step, twist = g.uniform(0.28, 0.48), 360 / n, g.uniform(0.15, 0.4)
    parts: list[Part] = []
    for i in range(n):
        a = i * step
        foot = [tuple(arc(r * inner, a + s * step / 2, a + s * step / 2, 1)[0]) for s in (-1, 1)]
        tip = tuple(arc(r, a + (twist * step if style == 1 else 0), a + (twist * step if style == 1 else 0), 1)[0])
        hole = [tuple(p) for p in arc(r * 0.13, a + step / 2, a - step / 2, 5)]
        if style == 1:  # hooked blades
            out = [foot[0], tuple(arc(r * 0.8, a - step * 0.1, a - step * 0.1, 1)[0]), tip,
                tuple(arc(r * 0.65, a + step * 0.2, a + step * 0.2, 1)[0]), foot[1]]  # fmt: skip
        elif style == 2:  # leaves
            out = [foot[0], tuple(arc(r * 0.7, a - step * 0.24, a - step * 0.24, 1)[0]), tip,
                tuple(arc(r * 0.7, a + step * 0.24, a + step * 0.24, 1)[0]), foot[1]]  # fmt: skip
        else:
            out = [foot[0], tip, foot[1]]
        parts += [slab([*out, *hole], thick)]
        middle = np.array(out).mean(0)
        parts += [slab((np.array(out) - middle) * 0.72 + middle * 1.0, thick * 1.6)]
    return [*parts, ring(r * 0.14, thick * 0.5)]


def trident(g: Generator) -> list[Part]:
    long, r, style = g.uniform(0.7, 1.2), g.uniform(0.014, 0.02), int(g.integers(3))
    tall, w = g.uniform(0.3, 0.45), g.uniform(0.12, 0.18)
    parts = [rod(r, long), ball(r * 1.6, 0, long), rod(r * 1.5, 0.1, 0, long - 0.12),
        lathe([(0, -0.08), (r * 1.3, 0), (r * 1.3, 0.06), (0, 0.06)])]  # fmt: skip
    parts += [ring(r * 1.4, r * 0.3, 0, long * t, axis="y") for t in (0.35, 0.4, 0.6)]
    low = long + 0.02
    shape = [[(0, low), (w * 0.8, low - 0.01), (w, low + 0.06), (w, low + tall * 0.75)],
        [(0, low), (w * 1.1, low + 0.02), (w * 1.2, low + tall * 0.4), (w * 0.7, low + tall * 0.75)],
        [(0, low), (w * 0.96, low), (w, low + 0.03), (w, low + tall * 0.8)]][style]  # fmt: skip
    line = smooth([(x, y, 0.0) for x, y in shape], closed=False, times=3 if style != 2 else 1)
    parts += [*mirrored(tube(line, r * 0.75)), tube([(0, low, 0), (0, low + tall, 0)], r * 0.8)]
    s = r * g.uniform(1.6, 2.6)
    head = [(-s * 0.4, 0), (-s, -s * 0.7), (0, s * 3.2), (s, -s * 0.7), (s * 0.4, 0)]
    x, y = shape[-1]
    parts += [slab(head, r * 0.8, 0, low + tall), *mirrored(turned(slab(head, r * 0.8), (0, 0, 14 if style == 1 else 0),
        (x, y, 0)))]  # fmt: skip
    return parts


def halberd(g: Generator) -> list[Part]:
    long, r, style = g.uniform(0.9, 1.5), g.uniform(0.016, 0.02), int(g.integers(3))
    w, h = g.uniform(0.2, 0.28), g.uniform(0.26, 0.38)
    axe = [[(0, -h * 0.25), (w, -h * 0.55), (w * 1.12, 0), (w, h * 0.5), (0, h * 0.2)],
        [(0, -h * 0.3), (w * 0.5, -h * 0.25), (w, -h * 0.6), (w * 0.8, 0), (w, h * 0.6), (w * 0.5, h * 0.2),
        (0, h * 0.25)], [(0, -h * 0.1), (w * 0.6, -h * 0.15), (w, -h * 0.5), (w * 1.25, -h * 0.2), (w * 1.2, h * 0.3),
        (w * 0.9, h * 0.6), (w * 0.5, h * 0.15), (0, h * 0.1)]][style]  # fmt: skip
    beak = [(0, h * 0.14), (-w * 0.5, h * 0.1), (-w * 0.9, -h * g.uniform(0, 0.3)), (-w * 0.45, -h * 0.05),
        (0, -h * 0.14)]  # fmt: skip
    spike = g.uniform(0.25, 0.45)
    point = [(-0.022, 0), (-0.03, spike * 0.2), (0, spike), (0.03, spike * 0.2), (0.022, 0)]
    parts = [rod(r, long), rod(r * 1.4, h * 0.9, 0, long - h * 0.7), slab(axe, 0.012, 0, long - h * 0.2),
        slab(beak, 0.014, 0, long - h * 0.2)]  # fmt: skip
    inner = np.array(axe) * (0.8, 0.7)
    parts += [slab(inner, 0.02, 0, long - h * 0.2), slab(point, 0.012, 0, long + 0.02),
        rod(r * 1.2, 0.06, 0, long, 0, r * 0.6)]  # fmt: skip
    parts += mirrored(box(0.006, long * 0.25, r, r, long * 0.68))
    parts += [ring(r * 1.2, r * 0.25, 0, long * t, axis="y") for t in (0.45, 0.5, 0.68)]
    if chance(g):  # a tassel
        parts += around(9, tube([(0, long - h * 0.75, r), (0, long - h * 0.85, r * 2.8), (0, long - h * 1.3, r * 2.4)],
            0.006, 5))  # fmt: skip
    return parts


def boomerang(g: Generator) -> list[Part]:
    arm, w, style = g.uniform(0.22, 0.32), g.uniform(0.04, 0.06), int(g.integers(4))
    spread, thick = g.uniform(50, 65), g.uniform(0.006, 0.01)
    if style == 3:  # of three or four wings
        wing = smooth([(-w * 0.5, 0), (w * 0.5, 0), (w * 0.6, arm * 0.8), (w * 0.3, arm), (-w * 0.3, arm),
            (-w * 0.5, arm * 0.8)], times=2)  # fmt: skip
        n = int(g.integers(3, 5))
        return [turned(slab(wing * s, thick * k), (0, 0, 360 * i / n)) for i in range(n) for s,
            k in ((1, 1), (0.7, 1.6))]  # fmt: skip
    if style == 2:  # a hooked one with a long arm
        line = smooth([(-arm * 0.6, -arm * 0.5), (-arm * 0.5, arm * 0.1), (0, arm * 0.3), (arm, -arm * 0.5),
            (arm * 1.6, -arm * 0.7)], closed=False)  # fmt: skip
    else:
        angle = np.radians(spread)
        corner = [(-arm * np.sin(angle), -arm * np.cos(angle)), (0, 0 if style == 0 else 0.04),
            (arm * np.sin(angle), -arm * np.cos(angle))]  # fmt: skip
        line = smooth(corner, closed=False, times=2 if style == 0 else 4)
    along = np.gradient(line, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], 1) / np.linalg.norm(along, axis=1, keepdims=True)
    at = np.linspace(0, 1, len(line))
    half = (w / 2 * (1 - 0.35 * np.abs(2 * at - 1)) * np.minimum(1, 0.35 + 9 * np.minimum(at, 1 - at)))[:, None]
    parts = [slab([*(line + across * half * k), *(line - across * half * k)[::-1]], thick * s) for k,
        s in ((1, 1), (0.6, 1.7))]  # fmt: skip
    return parts + [slab([*(line + across * half * 0.8)[i : i + 2], *(line - across * half * 0.8)[i : i + 2][::-1]],
        thick * 2) for i in range(1, len(line) - 2, 3)]  # fmt: skip


KINDS = kinds_of(katana, nunchaku, shuriken, trident, halberd, boomerang)
