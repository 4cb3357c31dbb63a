"""What is worn on the feet and on the head."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, chance, egg, loft, mirrored, plate, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _sole(long: float, w: float) -> NDArray[np.float64]:
    """The outline (x, z) of a right sole, its toes to +z."""
    line = [(-0.42, -0.42), (0.0, -0.5), (0.42, -0.42), (0.42, -0.1), (0.55, 0.2), (0.45, 0.4), (0.1, 0.5),
        (-0.35, 0.45), (-0.55, 0.2), (-0.4, -0.1)]  # fmt: skip
    return smooth(np.array(line) * (w, long), times=2)


def _band(x: float, z: float, high: float, low: float, wide: float, thick: float, lean: float = 0.0) -> Part:
    """A strap across a foot from side to side, half as wide as x, at z."""
    t = np.linspace(0, np.pi, 12)
    rings = []
    for a, b in zip(x * np.cos(t), low + (high - low) * np.sin(t) ** 0.8, strict=True):
        s = lean * a
        up = np.array((a, b - low, 0)) / (np.hypot(a, b - low) + 1e-9) * thick
        rings.append([(a, b, z + s - wide / 2), (a, b, z + s + wide / 2), (a + up[0], b + up[1], z + s + wide / 2),
            (a + up[0], b + up[1], z + s - wide / 2)])  # fmt: skip
    return loft(np.array(rings))


def sandal(g: Generator) -> list[Part]:
    long, w, style, thick = g.uniform(0.25, 0.29), g.uniform(0.085, 0.1), int(g.integers(3)), g.uniform(0.015, 0.03)
    sole = _sole(long, w)
    heel = g.uniform(0.02, 0.04) if style == 2 else 0.0
    parts = [plate(sole, thick * 0.6), plate(sole * 0.97, thick * 0.5, 0, thick * 0.6)]
    low, wide = thick * 0.9, g.uniform(0.02, 0.03)
    if style == 0:  # two broad straps with buckles
        for z in (long * 0.2, long * 0.0):
            parts += [_band(w * 0.54, z, low + 0.05 + (0.012 if z == 0 else 0), low, wide * 1.4, 0.004)]
            parts += [turned(box(0.025, 0.004, wide * 1.5), (0, 0, -40), (w * 0.4, low + 0.046, z)),
                lying(0.003, 0.02, w * 0.42, low + 0.05, z)]  # fmt: skip
    elif style == 1:  # straps over the toes, the instep and behind the heel
        parts += [_band(w * 0.53, long * 0.22, low + 0.045, low, wide, 0.004),
            _band(w * 0.5, -long * 0.06, low + 0.075, low, wide * 0.8, 0.004)]  # fmt: skip
        back = [(w * 0.48, low + 0.03, -long * 0.08), (w * 0.45, low + 0.055, -long * 0.35),
            (0, low + 0.06, -long * 0.48), (-w * 0.45, low + 0.055, -long * 0.35),
            (-w * 0.48, low + 0.03, -long * 0.08)]  # fmt: skip
        parts += [tube(smooth(back, closed=False), 0.008), box(0.012, 0.01, long * 0.28, 0, low + 0.05, long * 0.08)]
        parts += mirrored(tube([(w * 0.42, low, -long * 0.3), (w * 0.42, low + 0.05, -long * 0.33)], 0.008))
    else:  # laced up the ankle, on a heel
        parts += [plate(sole[sole[:, 1] < -long * 0.18] * 0.95, heel, 0, -heel)]
        parts += [_band(w * 0.53, long * 0.24, low + 0.04, low, wide * 0.5, 0.003, s * 0.5) for s in (1, -1)]
        n = int(g.integers(3, 6))
        for i in range(n):
            y = low + 0.06 + 0.03 * i
            parts += [turned(ring(0.04, 0.004, axis="y"), (s * 18, 0, 0), (0, y, -long * 0.3)) for s in (1, -1)]
        parts += mirrored(tube([(w * 0.42, low, -long * 0.25), (w * 0.4, low + 0.065, -long * 0.3)], 0.004))
    both = chance(g, 0.4)
    return parts if not both else mirrored(*at(w * 0.75, 0, 0, *parts))


def flip_flop(g: Generator) -> list[Part]:
    long, w, style, thick = g.uniform(0.25, 0.29), g.uniform(0.09, 0.105), int(g.integers(3)), g.uniform(0.014, 0.026)
    sole = _sole(long, w)
    if style == 2:  # a wedge, higher at the heel
        rings = [[(x, 0 if k == 0 else thick * (1.0 + 0.9 * (0.5 - z / long)), z) for x, z in sole] for k in (0, 1)]
        parts, lift = [loft(np.array(rings))], thick * 0.5
    else:
        parts, lift = [plate(sole, thick * 0.5), plate(sole * 0.985, thick * 0.5, 0, thick * 0.5)], 0.0
    low = thick + lift * 0.7
    post = np.array((-w * 0.12, low, long * 0.26))
    for s in (1, -1):
        strap = smooth([post, post + np.array((0, 0.025, -0.01)), (s * w * 0.35, low + 0.045, long * 0.08),
            (s * w * 0.5, low + 0.03, -long * 0.06), (s * w * 0.44, low * 0.9, -long * 0.14)],
            closed=False)  # fmt: skip
        r = g.uniform(0.0035, 0.005) if style == 1 else g.uniform(0.006, 0.008)
        parts += [tube(strap, list(np.interp(np.linspace(0, 1, len(strap)), [0, 0.4, 1], [r * 0.7, r * 1.3, r])))]
    parts += [rod(0.004, 0.03, post[0], low - 0.003, post[2])]
    if style == 1:  # a flower where the straps meet
        parts += [turned(p, (0, 0, 0), (post[0], low + 0.03, post[2] - 0.015))
            for p in around(6, egg(0.009, 0.003, 0.005, 0.012))]  # fmt: skip
        parts += [ball(0.006, post[0], low + 0.034, post[2] - 0.015)]
    return mirrored(*at(w * g.uniform(0.62, 0.8), 0, 0, *parts)) if chance(g, 0.6) else parts


def sock(g: Generator) -> list[Part]:
    style, r, foot = int(g.integers(3)), g.uniform(0.036, 0.044), g.uniform(0.15, 0.19)
    leg = [g.uniform(0.06, 0.1), g.uniform(0.18, 0.25), g.uniform(0.32, 0.42)][style]
    line = smooth([(0, r + leg, 0), (0, r + leg * 0.5, 0), (0, r * 0.8, -0.005), (0, r * 0.1, 0.05),
        (0, 0.0, foot * 0.7), (0, -0.003, foot)], closed=False, times=3)  # fmt: skip
    radii = np.interp(np.linspace(0, 1, len(line)), [0, 0.3, 0.55, 0.7, 0.9, 0.97, 1],
        np.array([1.15, 1.05, 0.95, 0.95, 0.95, 0.7, 0.2]) * r)  # fmt: skip
    parts = [tube(line, list(radii), 14), egg(r * 0.85, r * 0.95, r * 0.95, 0, r * 0.1, -r * 0.15)]
    top = r + leg
    n = int(g.integers(14, 22))
    if chance(g, 0.6):  # a ribbed cuff, or one turned down
        parts += around(n, rod(r * 0.09, leg * 0.25, r * 1.12, top - leg * 0.25))
    else:
        parts += [lathe([(r * 1.1, top - leg * 0.2), (r * 1.25, top - leg * 0.18), (r * 1.28, top),
            (r * 1.1, top + 0.004), (r * 1.0, top - 0.01)])]  # fmt: skip
    parts += [lathe([(r * 0.95, top - 0.02), (r * 1.17, top - 0.02), (r * 1.17, top + 0.004), (r * 1.0, top + 0.004),
        (r * 0.95, top - 0.02)])]  # fmt: skip
    for part in parts:
        part.apply_scale((0.85, 1, 1))
    if chance(g, 0.3):  # the pair
        parts = [*parts, *at(r * 2.4, 0, g.uniform(-0.03, 0.03), *parts)]
    return parts


def top_hat(g: Generator) -> list[Part]:
    r, h, style, brim = g.uniform(0.085, 0.1), g.uniform(0.12, 0.2), int(g.integers(3)), g.uniform(0.045, 0.065)
    waist = [1.0, 0.9, 1.0][style]
    flare = [g.uniform(1.0, 1.05), g.uniform(1.1, 1.25), g.uniform(0.8, 0.92)][style]
    side = [(r, 0), (r * waist, h * 0.4), (r * flare, h * 0.96), (r * flare * 0.97, h)]
    parts = [lathe([(0, 0), *side, (0, h * 1.005)])]
    rows = []
    t = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    curl = g.uniform(0.01, 0.035)
    for a, lift in (
        (r * 0.9, 0),
        (r + brim * 0.5, 0.15),
        (r + brim * 0.9, 0.7),
        (r + brim, 1.1),
        (r + brim * 0.9, 0.85),
        (r + brim * 0.5, 0.3),
        (r * 0.9, 0.12),
    ):
        rows.append(np.stack([a * np.cos(t), curl * lift * (0.25 + np.abs(np.cos(t)) ** 2) - 0.003, a * np.sin(t)], 1))
    band = g.uniform(0.15, 0.3)
    parts += [loft(np.array(rows)), lathe([(r * 0.9, 0), (r * 1.025, 0), (r * (1.03 + (waist - 1) * band * 2.5),
        h * band), (r * 0.8, h * band)])]  # fmt: skip
    if chance(g):  # a buckle or a feather
        parts += [box(0.03, h * band * 0.9, 0.004, 0, 0.003, r * 1.02)]
    elif style > 0:
        parts += [turned(slab(smooth([(0, 0), (0.02, 0.05), (0.015, 0.11), (0, 0.14), (-0.015, 0.1), (-0.012, 0.04)]),
            0.004), (0, 90, -15), (r * 1.03, 0.01, 0))]  # fmt: skip
    for part in parts:
        part.apply_scale((1, 1, 1.1))
    return parts


def cowboy_hat(g: Generator) -> list[Part]:
    r, h, style, brim = g.uniform(0.085, 0.095), g.uniform(0.1, 0.13), int(g.integers(3)), g.uniform(0.08, 0.12)
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    curl, dip = g.uniform(0.04, 0.08), g.uniform(0.01, 0.025)
    rows: list[NDArray[np.float64]] = []
    for a in (r * 0.9, r, r + brim * 0.4, r + brim * 0.8, r + brim, r + brim * 0.8, r + brim * 0.4, r):
        k = max(0.0, (a - r) / brim)
        low = curl * np.abs(c) ** 2.5 * k**1.5 - dip * np.abs(s) ** 2 * k
        rows.append(np.stack([a * c * (1 - 0.16 * k), low + (0.004 if len(rows) > 4 else 0.0),
            a * s * (1.18 + 0.05 * k)], 1))  # fmt: skip
    parts = [loft(np.array(rows))]
    crown = []
    for y, k in ((0, 1.0), (0.3, 0.98), (0.6, 0.92), (0.85, 0.82), (1.0, 0.66), (1.02, 0.45), (0.95, 0.2)):
        pinch = 1 - [0.28, 0.12, 0.35][style] * y * np.maximum(0, s) * np.abs(c)
        crease = [0.16, 0.1, 0.22][style] * (y > 0.9) * np.exp(-((c / 0.35) ** 2)) * (k < 0.7)
        crown.append(np.stack([r * k * c * pinch, h * (y - crease) * (1 - 0.1 * s * y), r * 1.18 * k * s], 1))
    parts += [loft(np.array(crown))]
    band = [np.stack([r * k * c, np.full(40, y), r * 1.18 * k * s], 1) for y,
        k in ((0.0, 1.0), (0.0, 1.04), (h * 0.16, 1.02), (h * 0.16, 0.95))]  # fmt: skip
    return [*parts, loft(np.array(band)), box(0.006, h * 0.18, 0.02, r * 1.03)]


def motorcycle_helmet(g: Generator) -> list[Part]:
    r, style, low = g.uniform(0.13, 0.145), int(g.integers(3)), g.uniform(0.85, 1.0)
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    rows = []
    for a in np.linspace(-60 * low, 88, 16):
        k, y = np.cos(np.radians(a)), np.sin(np.radians(a))
        chin = 1 + (0.22 if y < -0.25 and style != 1 else 0.0) * np.maximum(0, s) ** 3
        cut = np.ones(48)
        if (-0.3 < y < 0.36 and style != 1) or (y < 0.3 and style == 1):  # the opening for the face
            cut = np.where(s > 0.42, 0.72, 1.0)
        rows.append(np.stack([r * 0.92 * np.maximum(k, 0.02) * c, np.full(48, r * y * 1.02),
            r * 1.1 * np.maximum(k, 0.02) * s * chin * cut], 1))  # fmt: skip
    parts = [loft(np.array(rows)), ring(r * 0.6, r * 0.07, 0, -r * 0.84 * low, 0, axis="y")]
    up = g.uniform(0, 1) < 0.35
    shield = []
    for a in np.linspace(-22, 24, 6):
        line = [(r * 0.97 * np.cos(np.radians(a)) * np.sin(b), r * np.sin(np.radians(a)) * 1.02,
            r * 1.12 * np.cos(np.radians(a)) * np.cos(b)) for b in np.linspace(-1.2, 1.2, 14)]  # fmt: skip
        shield.append([*line, *[(x * 0.96, y, z * 0.96) for x, y, z in line[::-1]]])
    if style == 0 or (style == 1 and chance(g)):
        parts += [turned(loft(np.array(shield)), (-48 if up else 0, 0, 0)), *mirrored(lying(r * 0.14, 0.02, r * 0.93,
            r * 0.05, r * 0.1))]  # fmt: skip
    if style == 2:  # for rough ground: a peak and a long chin
        peak = smooth([(-r * 0.75, r * 0.3), (-r * 0.6, r * 1.5), (0, r * 1.75), (r * 0.6, r * 1.5),
            (r * 0.75, r * 0.3)], times=2)  # fmt: skip
        parts += [turned(plate(peak, 0.006), (-12, 0, 0), (0, r * 0.7, 0)), egg(r * 0.55, r * 0.24, r * 0.75, 0,
            -r * 0.6, r * 0.75)]  # fmt: skip
        parts += [box(r * 0.12, r * 0.2, 0.01, x * r * 0.2, -r * 0.7, r * 1.42) for x in (-1, 0, 1)]
    else:
        ridge = [(0, r * 1.0 * y, r * 1.08 * z) for z, y in arc(1, 75, 150)]
        parts += mirrored(turned(tube(ridge, r * 0.06), (0, 0, -14)))
    return parts


KINDS = kinds_of(sandal, flip_flop, sock, top_hat, cowboy_hat, motorcycle_helmet)
