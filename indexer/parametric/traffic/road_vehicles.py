"""Cars, vans and lorries, noses to +z."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, body, chance, egg, loft, mirrored, plate, rolling, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lying, ring, rod, turned


def shell(side: Points, half: float, lean: float = 0, base: float = 0, soft: float = 0.05) -> Part:
    """A body of a side view, (z, height), its edges cut by `soft`; narrower by `lean` a metre above `base`."""
    flat = np.asarray(side, float)
    inward = flat.mean(0) - flat
    inward *= soft / np.linalg.norm(inward, axis=1, keepdims=True)
    rings = []
    for sign, cut, move in ((-1, 0, 1), (-1, soft, 0), (1, soft, 0), (1, 0, 1)):
        z, y = (flat + inward * move).T
        rings.append(np.stack([sign * (half - cut - lean * (y - base).clip(0)), y, z], 1))
    return loft(np.array(rings))


def glazing(a: tuple[float, float], b: tuple[float, float], w: float, thick: float = 0.03) -> Part:
    """A sloping plate from one (z, height) up to another."""
    one, two = (np.array(a) * s + np.array(b) * (1 - s) for s in (0.88, 0.12))
    out = np.array([b[1] - a[1], a[0] - b[0]]) / np.hypot(b[0] - a[0], b[1] - a[1]) * thick
    return upright([one - out, two - out, two + out, one + out], w)


def arches(r: float, zs: list[float], x: float, wide: float) -> list[Part]:
    """Pairs of arches over wheels of radius `r` at the given z."""
    side = [*arc(r + 0.06, 5, 175, 9), *arc(r + 0.12, 175, 5, 9)]
    return mirrored(*[upright([(z + a, r + b) for a, b in side], wide, x) for z in zs])


def front(z: float, half: float, y: float) -> list[Part]:
    """Bumper, lamps and grille on a flat nose."""
    lamps = mirrored(turned(rod(0.11, 0.08), (90, 0, 0), (half * 0.78, y, z - 0.03)))
    return [*lamps, *[box(half, 0.04, 0.06, 0, y + s, z) for s in (-0.1, -0.02, 0.06)],
        box(2 * half, 0.18, 0.2, 0, y - 0.4, z)]  # fmt: skip


def lorry(g: Generator, long: float, roomy: float = 0) -> tuple[list[Part], float, float, float]:
    """Chassis, wheels and cab of a lorry, the z of the cab's back, the heights of frame and roof."""
    f, r, y, half, h = long / 2, 0.5, 0.75, 1.2, g.uniform(2.5, 2.9)
    nose = chance(g, 0.35) and not roomy
    if nose:
        side = [(f - 2.6, y), (f - 1.2, y), (f - 1.2, 1.75), (f - 1.55, h - 0.1), (f - 1.8, h), (f - 2.6, h)]
        parts = [body([(f - 1.3, 0.75, 0.55, 1.25), (f - 0.3, 0.65, 0.5, 1.2), (f, 0.6, 0.42, 1.1)], 5)]
        parts += [*arches(r, [f - 0.75], 1.0, 0.4), *front(f, 0.62, 1.15)]
    else:
        side = [(f - 1.8 - roomy, y - 0.2), (f, y - 0.2), (f, 1.6), (f - 0.22, h - 0.1), (f - 0.45, h),
            (f - 1.8 - roomy, h)]  # fmt: skip
        parts = front(f, 1.15, 1.0)
    back, z = side[0][0], side[2][0]
    glass = [(z - 0.75, 1.65), (z - 0.1, 1.65), (z - 0.3, h - 0.3), (z - 0.75, h - 0.3)]
    more = [[(z - 0.9 - roomy, 1.65), (z - 0.9, 1.65), (z - 0.9, h - 0.3), (z - 0.9 - roomy, h - 0.3)]]
    parts += [shell(p, half + 0.02, 0, 0, 0.02) for p in [glass, *(more if roomy else [])]]
    parts += [shell(side, half), glazing(side[2], side[3], 2.0), box(0.9, 0.3, long - 0.3, 0, y - 0.25, -0.1)]
    parts += mirrored(box(0.08, 0.45, 0.16, half + 0.16, 1.7, z - 0.1),
        box(0.18, 0.04, 0.04, half + 0.06, 2.0, z - 0.1))  # fmt: skip
    rear = [-f + 1.2] if long < 7 else [-f + 0.9, -f + 2.0]
    parts += [*rolling(r, 0.3, [f - 0.8], 0.95), *rolling(r, 0.5, rear, 0.9)]
    return parts, back, y + 0.05, h


def van(g: Generator) -> list[Part]:
    long, h, half, style, r = g.uniform(4.6, 6.2), g.uniform(2.0, 2.7), g.uniform(0.9, 1.0), int(g.integers(3)), 0.34
    f, top = long / 2, min(h - 0.3, 1.95)
    if style == 2:  # a flat nose
        nose = [(f - 0.1, 0.35), (f, 0.6), (f - 0.02, 1.15), (f - 0.4, h - 0.12), (f - 0.8, h)]
    else:
        nose = [(f - 0.05, 0.35), (f, 0.6), (f - 0.05, 0.95), (f - 0.75, 1.2), (f - 1.4, h - 0.15), (f - 1.9, h)]
    a, zs = nose[-3][0] - 0.3, [f - 0.85, -f + 1.0]
    parts = [shell([(-f, 0.35), *nose, (-f + 0.15, h), (-f, h - 0.25)], half, 0.07, 1.1, 0.08),
        *front(f - 0.03, half * 0.9, 0.8)]  # fmt: skip
    panes = [[(a - 0.9, 1.2), (a, 1.2), (a - 0.4, top), (a - 0.9, top)]]
    if style:
        edges = np.linspace(-f + 0.2, a - 1.0, int(g.integers(3, 5)))
        panes += [[(p, 1.2), (q - 0.12, 1.2), (q - 0.12, top), (p, top)] for p, q in itertools.pairwise(edges)]
    parts += [shell(pane, half + 0.015, 0.07, 1.1, 0.01) for pane in panes]
    parts += [glazing(nose[-3], nose[-2], 1.6 * half), *rolling(r, 0.24, zs, half - 0.12),
        *arches(r, zs, half - 0.03, 0.12)]  # fmt: skip
    parts += mirrored(egg(0.07, 0.13, 0.1, half + 0.12, 1.3, a), box(0.02, 0.05, 1.4, half - 0.01, 1.0, -f + 1.9))
    parts += [box(0.03, h - 0.9, 0.03, 0, 0.6, -f), *mirrored(box(0.55, 0.5, 0.03, 0.4, 1.25, -f)),
        box(1.7, 0.18, 0.15, 0, 0.4, -f)]  # fmt: skip
    if chance(g, 0.35):
        parts += [box(2 * half - 0.4, 0.06, 0.06, 0, h + 0.06, z) for z in np.linspace(-f + 0.4, a - 0.6, 5)]
        parts += mirrored(box(0.05, 0.08, long - 2.2, half - 0.25, h + 0.08, -0.7),
            box(0.05, 0.1, 0.05, half - 0.25, h, 0))  # fmt: skip
    return parts


def pickup_truck(g: Generator) -> list[Part]:
    long, half, r, lift = g.uniform(4.8, 5.6), g.uniform(0.88, 0.98), g.uniform(0.36, 0.45), g.uniform(0, 0.2)
    f, y, cab, old = long / 2, 0.4 + lift, float(g.choice([1.5, 2.1])), chance(g, 0.35)
    deck, top, z, zs = y + 0.7, y + 1.35, f - 1.25, [f - 0.85, -f + 1.05]
    back = z - cab
    hood = [(back, y), (f - 0.05, y), (f, y + 0.3), (f - 0.08, y + 0.62), (z, deck), (back, deck)]
    roof = [(back, deck - 0.05), (z + 0.05, deck - 0.05), (z - 0.5, top), (back + 0.12, top)]
    parts = [shell(roof, half - 0.05, 0.15, deck), glazing(roof[1], roof[2], 1.4),
        shell(hood, half * (0.8 if old else 1))]  # fmt: skip
    for a, b in [(back + 0.15, z - 0.2)] if cab < 2 else [(back + 0.15, z - 0.9), (z - 0.8, z - 0.2)]:
        pane = [(a, deck + 0.05), (b, deck + 0.05), (min(b, z - 0.5), top - 0.1), (a, top - 0.1)]
        parts.append(shell(pane, half - 0.03, 0.15, deck, 0.01))
    bed = back + f - 0.05
    parts += [box(2 * half - 0.1, 0.1, bed, 0, y + 0.1, -f + bed / 2), box(2 * half, 0.5, 0.07, 0, y + 0.15, -f + 0.03)]
    parts += mirrored(box(0.1, 0.55, bed, half - 0.05, y + 0.12, -f + bed / 2),
        egg(0.06, 0.1, 0.08, half + 0.1, deck + 0.1, z - 0.1))  # fmt: skip
    parts += [box(2 * half - 0.1, 0.5, 0.07, 0, y + 0.15, back - 0.05), box(1.8, 0.16, 0.14, 0, y - 0.05, -f)]
    parts += [*rolling(r, 0.26, zs, half - 0.1), *arches(r, zs, half - 0.05, 0.34 if old else 0.14),
        *front(f, half * 0.9, y + 0.35)]  # fmt: skip
    if chance(g, 0.4):  # a bar behind the cab, with lamps
        bar = [(half - 0.1, deck, back - 0.15), (half - 0.25, top + 0.1, back - 0.1),
            (-half + 0.25, top + 0.1, back - 0.1), (-half + 0.1, deck, back - 0.15)]  # fmt: skip
        parts += [tube(bar, 0.04), *[turned(rod(0.08, 0.1), (90, 0, 0), (x, top + 0.2, back - 0.1)) for x in (-0.45,
            -0.15, 0.15, 0.45)]]  # fmt: skip
    return parts


def sports_car(g: Generator) -> list[Part]:
    long, half, r, style = g.uniform(4.0, 4.6), g.uniform(0.9, 1.0), g.uniform(0.31, 0.35), int(g.integers(3))
    f, y, top, zs = long / 2, 0.14, g.uniform(1.08, 1.2), [long / 2 - 0.85, -long / 2 + 0.85]
    z = f - (1.6 if style == 0 else 1.85) + g.uniform(-0.1, 0.1)
    low = [(-f, 0.4), (-f + 0.1, y), (f - 0.1, y), (f, 0.32), (f - 0.3, 0.52), (z, 0.76), (-f + 0.9, 0.8),
        (-f + 0.05, 0.78)]  # fmt: skip
    parts = [shell(low, half, 0.12, 0.5, 0.09), *rolling(r, 0.28, zs, half - 0.15),
        *arches(r - 0.02, zs, half - 0.12, 0.28)]  # fmt: skip
    if style < 2:  # a wedge with the engine behind, or a long bonnet and a fastback
        roof = [(z + 0.1, 0.7), (z - 0.75, top), (z - 1.15, top + 0.02), (-f + (0.5 if style else 0.9), 0.72)]
        parts += [shell(roof, half - 0.14, 0.4, 0.75, 0.06), glazing(roof[0], roof[1], 1.3, 0.025)]
        glass = [(z - 0.25, 0.84), (z - 0.75, top - 0.07), (z - 1.1, top - 0.06), (z - 1.45, 0.84)]
        parts.append(shell(glass, half - 0.12, 0.4, 0.75, 0.01))
    else:
        parts += [glazing((z + 0.05, 0.7), (z - 0.4, top), 1.35, 0.02), box(1.3, 0.06, 1.1, 0, 0.74, z - 0.9)]
        parts += mirrored(box(0.5, 0.2, 0.5, 0.33, 0.7, z - 0.9),
            turned(box(0.46, 0.5, 0.14), (-15, 0, 0), (0.33, 0.7, z - 1.2)))  # fmt: skip
        parts += [turned(ring(0.17, 0.02), (-25, 0, 0), (0.33, 0.88, z - 0.5)),
            *mirrored(ring(0.2, 0.025, 0.33, 1.0, z - 1.4))]  # fmt: skip
    if chance(g, 0.7 if style == 0 else 0.3):
        high = g.uniform(0.12, 0.3)
        wing = [(-f - 0.1, 0.86 + high), (-f + 0.3, 0.8 + high), (-f + 0.3, 0.84 + high), (-f - 0.1, 0.9 + high)]
        parts += [upright(wing, 1.9 * half), *mirrored(box(0.05, high + 0.15, 0.2, half * 0.6, 0.7, -f + 0.15))]
    parts += mirrored(egg(0.16, 0.05, 0.14, half * 0.68, 0.53, f - 0.32),
        egg(0.1, 0.07, 0.06, half + 0.03, 0.9, z - 0.2))  # fmt: skip
    parts += mirrored(turned(rod(0.05, 0.2), (90, 0, 0), (0.3, 0.28, -f - 0.08)),
        box(0.35, 0.08, 0.04, half * 0.6, 0.6, -f))  # fmt: skip
    return [*parts, box(1.1, 0.1, 0.05, 0, 0.22, f - 0.06), box(0.03, 0.2, 1.1, half - 0.01, 0.3, 0.1)]


def racing_car(g: Generator) -> list[Part]:
    f, style, r = g.uniform(1.9, 2.4), int(g.integers(3)), g.uniform(0.31, 0.36)
    zs, fat = [f - 0.8, -f + 0.6], g.uniform(0.3, 0.42)
    if style == 0:  # of the fifties and sixties: a cigar on thin tyres
        fat = 0.18
        skin = [(-f - 0.1, 0.05, 0.05, 0.5), (-f + 0.5, 0.3, 0.28, 0.5), (-0.3, 0.4, 0.32, 0.5),
            (f - 1, 0.34, 0.26, 0.46), (f - 0.1, 0.18, 0.14, 0.45)]  # fmt: skip
        parts = [body(skin, 2.4), turned(ring(0.16, 0.03), (0, 0, 0), (0, 0.45, f - 0.1)),
            glazing((0.35, 0.76), (0.1, 1.0), 0.5, 0.015)]  # fmt: skip
        parts += mirrored(tube([(0.3, 0.55, -0.2), (0.48, 0.5, -0.5), (0.45, 0.45, -f + 0.2)], 0.06))
    else:
        skin = [(-f + 0.1, 0.15, 0.15, 0.45), (-0.6, 0.32, 0.28, 0.42), (0.5, 0.33, 0.25, 0.4),
            (f - 0.8, 0.2, 0.16, 0.4), (f + 0.3, 0.08, 0.06, 0.28)]  # fmt: skip
        pod = [(-f + 0.7, 0.1, 0.12, 0.3), (-0.8, 0.24, 0.2, 0.34), (0.45, 0.24, 0.24, 0.36)]
        parts = [body(skin, 3.5), plate([(-0.75, -f + 0.5), (0.75, -f + 0.5), (0.7, 0.6), (0.2, 0.9), (-0.2, 0.9),
            (-0.7, 0.6)], 0.05, 0, 0.1)]  # fmt: skip
        parts += mirrored(body(pod, 4).apply_translation((0.48, 0, 0)))
        parts.append(body([(-f + 0.5, 0.04, 0.1, 0.65), (-0.6, 0.14, 0.24, 0.8), (-0.45, 0.13, 0.16, 0.92)], 2.5))
        parts += [box(1.8, 0.03, 0.35, 0, 0.16, f + 0.25), turned(box(1.7, 0.02, 0.2), (25, 0, 0), (0, 0.24, f + 0.1))]
        high = g.uniform(0.75, 1.0)
        parts += [turned(box(1.1, 0.04, s), (t, 0, 0), (0, high - d, -f + 0.05)) for s, t,
            d in ((0.4, 12, 0.05), (0.25, 35, 0.22))]  # fmt: skip
        parts += mirrored(box(0.03, 0.24, 0.5, 0.9, 0.13, f + 0.2), box(0.03, 0.5, 0.6, 0.56, high - 0.42, -f + 0.05))
        if style == 2:  # a hoop over the driver's head
            parts += [tube([(0.26, 0.68, -0.3), (0.24, 0.88, 0.1), (0, 0.9, 0.45), (-0.24, 0.88, 0.1),
                (-0.26, 0.68, -0.3)], 0.035), tube([(0, 0.9, 0.45), (0, 0.6, 0.65)], 0.03)]  # fmt: skip
    x = 0.95 - fat / 2
    for z in zs:
        for s in (-0.22, 0.18):
            parts += mirrored(tube([(0.2, 0.5, z + s), (x, r, z)], 0.02),
                tube([(0.2, 0.3, z + s), (x, r - 0.08, z)], 0.02))  # fmt: skip
    parts += [*rolling(r - 0.02, fat * 0.85, zs[:1], x), *rolling(r, fat, zs[1:], x),
        ball(0.15, 0, 0.82, -0.1, (0.9, 1, 1.1))]  # fmt: skip
    return [*parts, turned(ring(0.13, 0.02), (-20, 0, 0), (0, 0.7, 0.28)), egg(0.24, 0.12, 0.2, 0, 0.64, -0.15)]


def fire_engine(g: Generator) -> list[Part]:
    long, h = g.uniform(7.2, 9), g.uniform(2.4, 2.8)
    parts, back, y, roof = lorry(g, long, g.uniform(0.6, 1.2))
    f, d, style = long / 2, back + long / 2 - 0.1, int(g.integers(3))
    mid, n = back - 0.1 - d / 2, int(g.integers(3, 5))
    parts += [box(2.4, h - y, d, 0, y, mid), box(2.5, 0.1, d + 0.1, 0, h, mid)]
    for i in range(n):  # roller shutters
        z = mid - d / 2 + d * (i + 0.5) / n
        parts += [box(2.46, 0.05, d / n - 0.2, 0, y + 0.3 + 0.22 * k, z) for k in range(int((h - y - 0.4) / 0.22))]
        parts.append(box(2.44, h - y - 0.3, 0.06, 0, y + 0.2, z + d / n / 2 - 0.05))
    reach = d + (2.4 if style == 1 else 0.3) if style < 2 else d + g.uniform(1, 3)
    rails = mirrored(box(0.08, 0.16, reach, 0.32, 0, reach / 2), box(0.06, 0.06, reach, 0.32, 0.3, reach / 2))
    rungs = [lying(0.03, 0.64, 0, 0.08, z) for z in np.arange(0.2, reach, 0.4)]
    tilt = (0, -6, -g.uniform(25, 60))[style]
    parts += [turned(p, (tilt, 0, 0), (0, h + (0.2, 0.75, 0.6)[style], -f + 0.4)) for p in (*rails, *rungs)]
    parts += [rod(0.7, 0.15, 0, h + 0.05, -f + 0.8), *mirrored(box(0.12, 0.12, 0.3, 0.35, h + 0.08, back - 0.5))]
    if style:
        parts += [*mirrored(box(0.1, 0.8, 0.7, 0.45, h + 0.1, -f + 0.8)), box(0.35, 0.6, 0.3, 0.8, h + 0.1, -f + 0.8)]
    lights = [box(1.5, 0.08, 0.3, 0, roof, f - 0.7),
        *[egg(0.2, 0.14, 0.16, x, roof + 0.12, f - 0.7) for x in (-0.6, 0.6)]]  # fmt: skip
    return [*parts, *lights, turned(rod(0.3, 0.2), (90, 0, 0), (0, y + 0.7, -f)), *mirrored(rod(0.11, 0.9, 0.95,
        h + 0.1, 0), turned(rod(0.13, d * 0.5), (90, 0, 0), (0.95, h + 0.2, mid)))]  # fmt: skip


def ambulance(g: Generator) -> list[Part]:
    half, style, r = g.uniform(1.0, 1.1), int(g.integers(3)), 0.36
    long, h = g.uniform(5.3, 6.5), g.uniform(2.35, 2.7)
    f, zs = long / 2, [long / 2 - 0.9, -long / 2 + 1.2]
    flat = 0.25 if style == 1 else 0.9  # the bonnet's length
    nose = [(f - 0.05, 0.4), (f, 0.7), (f - 0.05, 1.0), (f - flat, 1.2), (f - flat - 0.6, 2.05), (f - flat - 0.8, 2.15)]
    back = f - flat - (1.4 if style == 0 else 0.9)
    parts = [shell([(back - 0.2, 0.4), *nose, (back - 0.2, 2.15)], half - 0.1, 0.06, 1.1),
        glazing(nose[3], nose[4], 1.6)]  # fmt: skip
    boxy = [(-f, 0.5), (back, 0.5), (back, h - 0.1), (back - 0.15, h), (-f, h)]
    if style:  # a van whose roof rises behind the windscreen
        boxy = [(-f, 0.4), (back, 0.4), (back + 0.1, 2.05), (back - 0.45, h), (-f + 0.1, h)]
    parts += [shell(boxy, half + (0.06 if style == 0 else -0.08)), *front(f - 0.02, 0.85, 0.85),
        *rolling(r, 0.26, zs, half - 0.2)]  # fmt: skip
    glass = [(back + 0.05, 1.25), (f - flat - 0.15, 1.25), (f - flat - 0.55, 1.95), (back + 0.05, 1.95)]
    side, m = half + 0.1 - (0.12 if style else 0), -f + 1.7
    parts += [shell(glass, half - 0.08, 0.06, 1.1, 0.01), *arches(r, zs, half - 0.06, 0.3)]
    arms = int(g.choice([2, 3]))  # a cross, or a star of six points
    parts += mirrored(*[turned(box(0.08, 0.9, 0.26, 0, -0.45), (180 * i / arms, 0, 0), (side, 1.5,
        m)) for i in range(arms)])  # fmt: skip
    parts += mirrored(box(0.04, 0.4, 0.7, side - 0.01, 1.55, m + 1.2),
        box(0.04, 0.1, f + back - 0.2, side - 0.02, 0.85, (back - f) / 2))  # fmt: skip
    top, z = (h, back - 0.6) if style else (2.15, back + 0.35)
    parts += [box(1.7, 0.12, 0.32, 0, top - 0.04, z), *mirrored(box(0.6, 0.2, 0.38, 0.53, top + 0.07, z),
        *[egg(0.1, 0.12, 0.1, half - 0.25, h + 0.03, q) for q in (-f + 0.25, 0)],
        box(0.2, 0.15, 0.05, half - 0.3, h - 0.25, -f))]  # fmt: skip
    parts += mirrored(box(0.75, h - 1.0, 0.04, 0.42, 0.7, -f), box(0.5, 0.5, 0.06, 0.42, 1.5, -f),
        egg(0.07, 0.16, 0.1, half + 0.1, 1.35, f - flat - 0.2))  # fmt: skip
    return [*parts, box(2.0, 0.12, 0.35, 0, 0.4, -f - 0.1)]


KINDS = kinds_of(van, pickup_truck, sports_car, racing_car, fire_engine, ambulance)
