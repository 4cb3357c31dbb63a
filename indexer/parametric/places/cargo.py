"""What goods are stored and carried in."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, loft, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned

_CORNERS = [(1, 1), (1, -1), (-1, 1), (-1, -1)]


def barrel(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(4)), g.uniform(0.24, 0.32), g.uniform(0.75, 0.95)
    if style == 3:  # a drum of steel
        rings = [ring(r, 0.014, y=h * t, axis="y") for t in (0.02, 0.34, 0.67, 0.98)]
        bung = [rod(0.035, 0.02, r * 0.6, h * 0.98, 0), rod(0.02, 0.02, -r * 0.6, h * 0.98, 0)]
        return [lathe([(0, 0), (r, 0), (r, h), (r * 0.95, h), (r * 0.95, h - 0.02), (0, h - 0.02)]), *rings, *bung]
    swell, n = g.uniform(1.15, 1.35), int(g.integers(14, 20))

    def at_height(t: float) -> float:
        return r * (1 + (swell - 1) * (1 - (2 * t - 1) ** 2))

    ts = np.linspace(0, 1, 9)
    lip = [(r * 0.9, h), (r * 0.9, h - 0.05 if style else h * 0.6)]
    bulge = [(at_height(t), h * t) for t in ts]
    parts = [lathe([(0, 0.03), (r * 0.9, 0.03), (r * 0.9, 0), *bulge, *lip, (0, lip[-1][1])])]
    for t in (0.04, 0.22, 0.36)[:: 2 if chance(g, 0.3) else 1]:
        for u in (t, 1 - t):
            a, b = at_height(u - 0.03) + 0.012, at_height(u + 0.03) + 0.012
            hoop = [(a * 0.95, h * (u - 0.03)), (a, h * (u - 0.03)), (b, h * (u + 0.03)), (b * 0.95, h * (u + 0.03))]
            parts.append(lathe(hoop))
    parts += around(n, tube([(0, h * t, at_height(t)) for t in ts], 0.006, 4))
    if style:
        parts += [box(0.006, 0.006, 1.7 * r, r * t, h - 0.05) for t in (-0.3, 0, 0.3)]
    if style == 2:  # lying on a cradle, with a tap
        parts += [rod(0.03, 0.03, 0, h - 0.05, r * 0.6), rod(0.018, 0.12, 0, h - 0.05, r * 0.6)]
        parts += [forward(rod(0.012, 0.08), 0, h + 0.04, r * 0.6), lying(0.01, 0.1, 0, h + 0.07, r * 0.6)]
        parts = [forward(p, 0, r * swell + 0.06, -h / 2) for p in parts] + [rod(0.03, 0.03, 0, r * swell * 2 + 0.05)]
        block = slab([(0, 0), (r * 1.2, 0), (r * 1.2, 0.22), (r * 0.95, 0.22), (r * 0.5, 0.08), (0, 0.06)], 0.1)
        parts += [p for z in (-h * 0.3, h * 0.3) for p in mirrored(*at(0, 0, z, block.copy()))]
    return parts


def crate(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.45, 0.65), g.uniform(0.3, 0.5), g.uniform(0.25, 0.45), int(g.integers(3))
    if style == 0:  # open, of slats
        n = int(g.integers(3, 5))
        h, tall = h * 0.75, h * 0.75 / n
        ys = [tall * (i + 0.1) for i in range(n)]
        parts = [box(w, tall * 0.72, 0.012, 0, y, s * d / 2) for y in ys for s in (1, -1)]
        parts += [box(0.012, tall * 0.72, d, s * w / 2, y) for y in ys for s in (1, -1)]
        parts += [box(0.035, h + 0.03, 0.035, x * (w / 2 - 0.024), 0, z * (d / 2 - 0.024)) for x, z in _CORNERS]
        parts += [box(w, 0.01, d / 6, 0, 0, z) for z in np.linspace(-0.4, 0.4, 5) * d]
        xs, zs = (np.arange(0.07 - size / 2, size / 2 - 0.06, 0.085) for size in (w, d))
        fruit = [ball(0.042, x, h * 0.75, z) for x in xs for z in zs]
        return [*parts, *(fruit if chance(g, 0.35) else [])]
    if style == 1:  # closed, framed and braced
        h, b = h * 1.3, g.uniform(0.05, 0.08)
        parts, crossed = [box(w, h, d)], chance(g)
        for wide, far, way in ((w, d, 0), (d, w, 90), (w, d, 180), (d, w, 270)):
            z, up = far / 2 + 0.008, math.degrees(math.atan2(h - b, wide - b))
            face = [box(b, h, 0.02, s * (wide - b) / 2, 0, z) for s in (1, -1)]
            face += [box(wide, b, 0.02, 0, y, z) for y in (0, h - b)]
            for s in (1, -1)[: 2 if crossed else 1]:
                brace = box(math.hypot(wide - b, h - b), b * 0.8, 0.018, 0, -b * 0.4)
                face.append(turned(brace, (0, 0, s * up), (0, h / 2, z)))
            face += [box(0.006, h, 0.006, wide * t, 0, far / 2) for t in (-0.25, 0, 0.25)]
            parts += [turned(p, (0, way, 0)) for p in face]
        lid = [box(w + 0.03, 0.02, b, 0, h, s * (d - b) / 2) for s in (1, -1)]
        return [*parts, *lid, *[box(b, 0.02, d, s * (w - b) / 2, h) for s in (1, -1)]]
    nx, nz = int(g.integers(3, 7)), int(g.integers(3, 5))  # for bottles
    w, d, h = nx * 0.09 + 0.02, nz * 0.09 + 0.02, g.uniform(0.22, 0.28)
    parts = [box(0.008, h * 0.6, d, x, 0) for x in (np.arange(nx + 1) - nx / 2) * 0.09]
    parts += [box(w, h * 0.6, 0.008, 0, 0, z) for z in (np.arange(nz + 1) - nz / 2) * 0.09]
    parts += [box(w + 0.02, 0.03, 0.015, 0, y, s * d / 2) for y in (0, h * 0.58, h) for s in (1, -1)]
    parts += [box(0.015, 0.03, d + 0.02, s * w / 2, y) for y in (0, h * 0.58, h) for s in (1, -1)]
    parts += [box(0.05, h, 0.015, x * (w / 2 - 0.02), 0, z * d / 2) for x, z in _CORNERS]
    parts += [box(0.015, h, 0.04, x * w / 2, 0, z * (d / 2 - 0.02)) for x, z in _CORNERS] + [box(w, 0.01, d)]
    glass = [(0, 0.01), (0.034, 0.01), (0.034, 0.17), (0.014, 0.22), (0.014, 0.29), (0, 0.29)]
    full = g.random((nx, nz)) < (0.7 if chance(g) else -1)
    spots = [((i + 0.5 - nx / 2) * 0.09, (j + 0.5 - nz / 2) * 0.09) for i, j in zip(*np.nonzero(full), strict=True)]
    return [*parts, *[lathe(glass, x, 0, z) for x, z in spots]]


def pallet(g: Generator) -> list[Part]:
    w, d, style, n = g.uniform(0.95, 1.25), g.uniform(0.75, 1.0), int(g.integers(3)), int(g.integers(5, 9))
    thick, high = g.uniform(0.018, 0.026), g.uniform(0.075, 0.1)
    wide = d / n * g.uniform(0.62, 0.82)
    zs = np.linspace(-d / 2 + wide / 2, d / 2 - wide / 2, n)
    if style == 0:  # on nine blocks
        xs = np.array([-1.0, 0, 1]) * (w / 2 - 0.07)
        parts = [box(0.14, high, 0.12, x, thick, z) for x in xs for z in (-d / 2 + 0.06, 0, d / 2 - 0.06)]
        parts += [box(0.12, thick, d, x, thick + high) for x in xs]
        parts += [box(w, thick, 0.11, 0, 0, z) for z in (-d / 2 + 0.06, 0, d / 2 - 0.06)]
        top = 2 * thick + high
    elif style == 1:  # on three long bearers with notches
        notch = [(-d / 2, 0), (-d * 0.35, 0), (-d * 0.32, 0.04), (-d * 0.13, 0.04), (-d * 0.1, 0)]
        side = [*notch, *[(-z, y) for z, y in reversed(notch)], (d / 2, high + 0.02), (-d / 2, high + 0.02)]
        parts = [turned(slab(side, 0.045), (0, 90, 0), (x, thick, 0)) for x in np.array([-1.0, 0, 1]) * (w / 2 - 0.023)]
        parts += [box(w, thick, 0.1, 0, 0, z) for z in (-d / 2 + 0.05, 0, d / 2 - 0.05)]
        top = thick + high + 0.02
    else:  # moulded, a grid on cups
        cups = [(0, 0), (0.05, 0), (0.075, high + 0.04), (0, high + 0.04)]
        parts = [lathe(cups, x, 0, z) for x in (-w * 0.42, 0, w * 0.42) for z in (-d * 0.4, 0, d * 0.4)]
        parts += [box(0.022, 0.03, d, x, high + 0.04) for x in np.linspace(-w / 2, w / 2, 12)]
        parts += [box(w, 0.03, 0.022, 0, high + 0.04, z) for z in np.linspace(-d / 2, d / 2, 9)]
        return [*parts, *[box(w + 0.02, 0.05, 0.03, 0, high + 0.03, s * d / 2) for s in (1, -1)]]
    parts += [box(w, thick, wide, 0, top, z) for z in zs]
    if chance(g, 0.2):  # two in a stack
        parts += at(0, top + thick, 0, *[p.copy() for p in parts])
    return parts


def cardboard_box(g: Generator) -> list[Part]:
    w, d, h = g.uniform(0.3, 0.55), g.uniform(0.25, 0.4), g.uniform(0.18, 0.42)
    style, t = int(g.choice([0, 1, 1, 2])), 0.006
    slots = mirrored(box(0.012, 0.03, d * 0.3, w / 2, h * 0.65)) if chance(g) else []
    if style == 0:  # shut, with tape along the joint
        tape = [box(w + 0.006, 0.004, 0.06, 0, h - 0.001), *mirrored(box(0.004, h * 0.25, 0.06, w / 2, h * 0.752))]
        seam = [box(w, 0.003, 0.003, 0, h + 0.002), box(w * 0.3, h * 0.25, 0.003, w * 0.25, h * 0.12, d / 2)]
        return [box(w, h, d), *tape, *seam, *slots]
    walls = [*[box(w, h, t, 0, 0, s * (d - t) / 2) for s in (1, -1)], *mirrored(box(t, h, d, (w - t) / 2))]
    parts = [box(w, t, d), *walls, *slots]
    if style == 1:  # four flaps, standing open at whatever angle
        for way, wide, far in ((0, w, d), (90, d, w), (180, w, d), (270, d, w)):
            flap = turned(box(wide - 2 * t, d / 2, t), (float(g.uniform(-35, 150)), 0, 0), (0, h, far / 2 - t))
            parts.append(turned(flap, (0, way, 0)))
        return parts
    lift = float(g.uniform(15, 100))  # a lid hinged behind, as of a box for posting
    lid = [box(w, t, d, 0, 0, d / 2), box(w, 0.07, t, 0, -0.07, d)]
    lid += mirrored(box(t, 0.05, d * 0.95, w / 2 - 2 * t, -0.05, d / 2))
    return [*parts, *[turned(p, (-lift, 0, 0), (0, h, -d / 2)) for p in lid]]


def treasure_chest(g: Generator) -> list[Part]:
    w, d, h = g.uniform(0.6, 0.85), g.uniform(0.36, 0.5), g.uniform(0.25, 0.36)
    r, style, open_ = d / 2, int(g.integers(3)), float(g.choice([0, 0, 40, 75]))
    high = r * g.uniform(0.6, 1.0)
    curve = [(r * x, high * y) for x, y in arc(1, 0, 180, (4, 13, 5)[style])]
    shell = [*curve, *(np.array(curve[::-1]) * 0.88)]

    def lid_piece(scale: float, long: float, x: float) -> Part:
        return turned(slab(np.array(shell) * scale, long), (0, 90, 0), (x, 0, r))

    bands = np.array([-0.47, -0.2, 0.2, 0.47] if chance(g) else [-0.45, 0, 0.45]) * w
    lid = [lid_piece(1, w, 0), *[lid_piece(1.05, 0.05, x) for x in bands]]
    lid += mirrored(turned(slab(curve, 0.02), (0, 90, 0), (w / 2 - 0.01, 0, r)))
    lid += [box(0.1, 0.1, 0.03, 0, -0.05, d + 0.005), ring(0.02, 0.006, 0, -0.01, d + 0.02)]
    wall = [*[box(w, h, 0.025, 0, 0, s * (r - 0.012)) for s in (1, -1)], *mirrored(box(0.025, h, d, w / 2 - 0.012))]
    parts = [box(w, 0.03, d), *wall, *[turned(p, (-open_, 0, 0), (0, h, -r)) for p in lid]]
    parts += [box(0.05, h, d + 0.02, x) if not open_ else box(0.05, h, 0.02, x, 0, r) for x in bands]
    parts += [box(w + 0.02, 0.04, d + 0.02), box(0.13, 0.13, 0.025, 0, h - 0.14, r)]
    parts += mirrored(ring(0.06, 0.01, w / 2 + 0.02, h / 2, axis="x"), box(0.03, 0.05, 0.06, w / 2, h / 2 + 0.04))
    parts.append(ring(0.02, 0.008, 0, h - 0.08, r + 0.02))
    if chance(g, 0.6):
        parts += [ball(0.035, x * (w / 2 - 0.02), 0.0, z * (r - 0.02)) for x, z in _CORNERS]
    if open_:
        parts += [egg(w * 0.44, h * 0.3, r * 0.85, 0, h * 0.8, 0)]
        for _ in range(24):
            x, z, spin = g.uniform(-0.36, 0.36) * w, g.uniform(-0.6, 0.6) * r, float(g.uniform(-50, 50))
            parts.append(turned(rod(0.025, 0.006), (spin, 0, spin / 2), (x, h * (1.1 - 0.25 * abs(2 * x / w) ** 2), z)))
    return parts


def sack(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.2, 0.28), g.uniform(0.5, 0.75)
    way = np.arange(24) * math.pi / 12
    folds = g.uniform(0.03, 0.07) * np.sin(int(g.integers(5, 9)) * way) + g.uniform(0.02, 0.05) * np.sin(2 * way + 1)

    def skin(profile: list[tuple[float, float]]) -> Part:
        rings = [(radius * (1 + folds * (0.4 + 1.6 * y / h)), y) for radius, y in profile]
        return loft(np.array([np.stack([a * np.cos(way), 0 * a + y, a * np.sin(way) * 0.85], 1) for a, y in rings]))

    sag = [(r * 0.85, 0), (r * 1.1, h * 0.08), (r * 1.15, h * 0.25), (r * 1.05, h * 0.5)]
    if style == 0:  # tied at the neck
        tie = [(r * 0.75, h * 0.72), (r * 0.25, h * 0.82), (r * 0.22, h * 0.85), (r * 0.5, h), (r * 0.4, h * 0.99)]
        end = np.array([(0.2 * r, 0.83 * h, 0.15 * r), (0.5 * r, 0.78 * h, 0.4 * r), (0.55 * r, 0.68 * h, 0.6 * r)])
        cord = [ring(r * 0.25, 0.015, y=h * y, axis="y") for y in (0.82, 0.85)]
        return [
            skin(smooth([*sag, *tie], False).tolist()),
            *cord,
            *(mirrored(tube(end, 0.009, 5)) if chance(g) else []),
        ]
    if style == 1:  # open, its rim rolled, with what it holds heaped up
        trunk = skin([*smooth([*sag, (r * 0.95, h * 0.8)], False).tolist(), (r * 0.8, h * 0.82)])
        rim = [(r * 0.97 * math.cos(a), h * 0.8, r * 0.83 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 25)]
        heap = [egg(r * 0.85, h * 0.14, r * 0.72, 0, h * 0.8, 0)]
        spots = [(u * np.exp(2.4j * k), u) for k, u in enumerate(np.sqrt(np.linspace(0, 1, 26)) * r * 0.75)]
        grains = [ball(0.035, c.real, h * (0.93 - 1.2 * u**2), c.imag * 0.8) for c, u in spots]
        return [trunk, tube(rim, 0.028), *heap, *(grains if chance(g) else [])]
    w, long, high = r * 0.95, h * 0.5, r * 0.62  # lying full, sewn along both ends
    ts = np.linspace(-1, 1, 13)
    sizes = [(long * t, w * (0.85 + 0.15 * math.cos(2 * t)), high * max(1 - t**4, 0.04), high) for t in ts]
    seams = [lying(0.012, 1.5 * w, 0, high, s * long) for s in (1, -1)]
    tips = [egg(0.03, 0.02, 0.04, x * w * 0.74, high, z * long) for x, z in _CORNERS]
    pile = [body(sizes, 2.4), *seams, *tips]
    if chance(g):
        pile += [turned(p.copy(), (0, float(s), 0), (0, high * 1.85, 0)) for s in [g.uniform(-25, 25)] for p in pile]
    return [turned(p, (0, 90, 0)) for p in pile]


def jerrycan(g: Generator) -> list[Part]:
    w, h, d, style = g.uniform(0.3, 0.36), g.uniform(0.4, 0.48), g.uniform(0.13, 0.18), int(g.integers(2))
    if style == 0:  # pressed steel: three bars to hold, a cross on each side
        outline = [(-w / 2, 0), (w / 2, 0), (w / 2, h * 0.86), (w * 0.32, h), (-w / 2, h)]
        edge = np.array([*outline[:2], *smooth(outline[2:], False, 2)])
        parts = [slab(edge, d), slab(edge * (1.02, 1.0), 0.012)]
        long, up = math.hypot(w, h) * 0.72, math.degrees(math.atan2(h * 0.75, w * 0.75))
        bars = [box(long, 0.035, 0.012, 0, -0.018) for _ in _CORNERS]
        bars = [turned(b, (0, 0, s * up), (0, h * 0.45, z * d / 2)) for b, (s, z) in zip(bars, _CORNERS, strict=True)]
        frame = [(x * w, y * h) for x, y in ((-0.4, 0.1), (0.4, 0.1), (0.4, 0.8), (-0.4, 0.8), (-0.4, 0.1))]
        bars += [tube([(x, y, z) for x, y in frame], 0.008, 6) for z in (d / 2, -d / 2)] if chance(g) else []
        grips = [lying(0.011, w * 0.55, -w * 0.1, h + 0.055, z) for z in (-d * 0.33, 0, d * 0.33)]
        grips += [box(0.02, 0.06, d * 0.85, x * w, h) for x in (-0.36, 0.16)]
        spout = [rod(0.03, 0.08), box(0.05, 0.03, 0.1, 0.01, 0.065), lying(0.012, 0.04, -0.02, 0.09)]
        return [*parts, *bars, *grips, *[turned(p, (0, 0, -35), (w * 0.36, h * 0.94, 0)) for p in spout]]
    shape = [(0, 0.46, 0.55), (0.05, 0.5, 0.6), (0.72, 0.5, 0.6), (0.84, 0.42, 0.5), (0.88, 0.3, 0.4)]
    block = turned(body([(t * h, a * w, b * d, 0) for t, a, b in shape], 5, 32), (-90, 0, 0))
    loop = [(-w * 0.3, h * 0.84, 0), (-w * 0.32, h * 1.06, 0), (w * 0.12, h * 1.06, 0), (w * 0.12, h * 0.84, 0)]
    cap = [rod(0.035, 0.07, 0, -0.02), rod(0.042, 0.04, 0, 0.04), *around(8, box(0.01, 0.035, 0.006, 0, 0.04, 0.042))]
    cap = [turned(p, (0, 0, tilt), (w * 0.32, h * 0.85, 0)) for tilt in [-35 if chance(g) else 0] for p in cap]
    ribs = [box(w * 0.7, 0.016, d * 1.21, 0, h * t) for t in np.linspace(0.15, 0.6, int(g.integers(2, 5)))]
    panel = [box(w * 0.6, h * 0.4, d * 1.22, 0, h * 0.2)]
    return [block, tube(smooth(loop, False), 0.017), *cap, *(ribs if chance(g) else panel)]


KINDS = kinds_of(barrel, crate, pallet, cardboard_box, treasure_chest, sack, jerrycan)
