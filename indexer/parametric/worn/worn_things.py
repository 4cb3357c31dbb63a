"""What is worn: skates, clothes, jewels."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.lofts import body, chance, egg, loft, mirrored, slab, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _skate_boot(g: Generator, low: float) -> list[Part]:
    high, loose = g.uniform(0.17, 0.23), g.uniform(0.95, 1.15)
    foot = body([(-0.13, 0.012, 0.03, low + 0.04), (-0.115, 0.034, 0.05, low + 0.05), (-0.02, 0.038, 0.055, low + 0.05),
        (0.05, 0.043, 0.038, low + 0.036), (0.11, 0.04, 0.028, low + 0.026), (0.145, 0.02, 0.016,
        low + 0.018)])  # fmt: skip
    shaft = body([(low + 0.05, 0.037, 0.06, 0.065), (low + 0.11, 0.036, 0.05, 0.07),
        (low + high, 0.042 * loose, 0.058 * loose, 0.075), (low + high, 0.034 * loose, 0.05 * loose, 0.075),
        (low + 0.12, 0.028, 0.04, 0.07)], sides=20)  # fmt: skip
    laces = [tube([(-0.026, low + 0.085 + y, 0.005 - y * 0.25), (0, low + 0.095 + y, 0.012 - y * 0.25),
        (0.026, low + 0.085 + y, 0.005 - y * 0.25)], 0.004, 6) for y in np.arange(0, high - 0.09, 0.021)]  # fmt: skip
    laces += [tube([(-0.02, low + 0.09 - 0.012 * i, 0.02 * i), (0.02, low + 0.09 - 0.012 * i, 0.02 * i)], 0.004, 6)
        for i in (1, 2)]  # fmt: skip
    tongue = turned(box(0.045, 0.1, 0.01), (-8, 0, 0), (0, low + high - 0.07, -0.018))
    straps = [ring(0.049 * loose, 0.007, 0, low + high * 0.8, -0.07, axis="y")] if chance(g, 0.4) else []
    return [foot, turned(shaft, (-90, 0, 0)), *laces, tongue, *straps, turned(box(0.07, 0.012, 0.26), (0, 0, 0),
        (0, low - 0.005, 0.005))]  # fmt: skip


def roller_skate(g: Generator) -> list[Part]:
    if chance(g, 0.45):  # wheels in a line
        r, n = g.uniform(0.033, 0.04), int(g.choice([3, 4, 4, 5]))
        zs = np.linspace(-0.135, 0.135, n)
        rims = [lying(s, w, 0, r, z) for z in zs for s, w in ((min(r, 0.125 / (n - 1)), 0.024), (r * 0.3, 0.05))]
        frame = mirrored(upright([(-0.14, r), (0.14, r), (0.09, 2 * r + 0.025), (-0.11, 2 * r + 0.025)], 0.005, 0.019))
        brake = [box(0.03, 0.035, 0.04, 0, 0.02, -0.19), box(0.012, 0.02, 0.07, 0, 0.045, -0.16)] if chance(g) else []
        return [*_skate_boot(g, 2 * r + 0.025), *rims, *frame, *brake]
    r, low = g.uniform(0.028, 0.034), 0.085
    parts = [lying(s, w, x, r, z) for x in (-0.045, 0.045) for z in (-0.085, 0.085) for s,
        w in ((r, 0.03), (r * 0.5, 0.036))]  # fmt: skip
    parts += [lying(0.007, 0.1, 0, r, z) for z in (-0.085, 0.085)] + [box(0.04, 0.012, 0.27, y=low - 0.017)]
    parts += [turned(box(0.03, 0.055, 0.04), (20 if z < 0 else -20, 0, 0), (0, r - 0.005, z)) for z in (-0.085, 0.085)]
    parts += [turned(rod(0.018, 0.05), (-40, 0, 0), (0, 0.03, 0.165))] if chance(g, 0.75) else []
    return [*_skate_boot(g, low), *parts]


def ice_skate(g: Generator) -> list[Part]:
    low, figure = g.uniform(0.06, 0.075), chance(g)
    toe = [(0.165, 0.012), (0.17, 0.02), (0.172, 0.035)] if figure else [(0.165, 0.015), (0.17, 0.035)]
    back = [(-0.16, 0.024), (-0.165, 0.008)] if figure else [(-0.165, 0.035), (-0.16, 0.012)]
    steel = upright([(-0.14, 0), (0.14, 0.0), *toe, (0.15, 0.03), (-0.14, 0.024), *back], 0.006)
    if figure:
        mounts = [upright([(z - 0.02 * k, 0.02), (z + 0.02 * k, 0.02), (z + 0.05, low), (z - 0.05, low)], 0.02) for z,
            k in ((0.09, 1), (-0.09, 0.8))]  # fmt: skip
        mounts += [box(0.055, low - 0.03, 0.07, 0, 0.03, -0.095)]
    else:
        mounts = [upright([(-0.15, 0.018), (0.15, 0.018), (0.13, low), (0.06, low), (0.04, 0.034), (-0.04, 0.034),
            (-0.06, low), (-0.13, low)], 0.018)]  # fmt: skip
        mounts += [box(0.06, 0.012, 0.08, 0, low - 0.01, z) for z in (-0.095, 0.095)]
    one = [*_skate_boot(g, low), steel, *mounts]
    if chance(g, 0.25):
        return [*one, *[turned(part.copy(), (0, 24, 0), (0.13, 0, -0.01)) for part in one]]
    return one


def dress(g: Generator) -> list[Part]:
    long, waist, flare, pleats = (g.uniform(0.45, 1.0), g.uniform(0.11, 0.14), g.uniform(1.3, 3.0),
        int(g.integers(6, 15)))  # fmt: skip
    ripple, angles = g.uniform(0.02, 0.12), np.linspace(0, 2 * np.pi, 73)[:-1]
    bulge = g.uniform(0.6, 1.3)
    rows = [(-long * t, waist * (1 + (flare - 1) * t**bulge), t) for t in np.linspace(0, 1, 9)]
    rings = []
    for y, r, t in rows:
        out = r * (1 + ripple * t * np.cos(pleats * angles))
        rings.append(np.stack([out * np.cos(angles), np.full(72, y), 0.8 * out * np.sin(angles)], 1))
    tops = [(0, waist, waist * 0.75, 0), (0.14, 0.155, 0.115, 0), (0.24, 0.16, 0.11, 0), (0.3, 0.15, 0.085, 0)]
    style = int(g.integers(3))
    if style:
        tops += [(0.38, 0.14, 0.075, 0), (0.42, 0.07, 0.06, 0)]
    parts = [loft(np.array(rings[::-1])), turned(body(tops, 2.4), (-90, 0, 0))]
    if style == 0:  # hung on straps
        parts += mirrored(tube([(0.09, 0.3, 0.07), (0.085, 0.42, 0.0), (0.09, 0.3, -0.07)], g.uniform(0.006, 0.016)))
    elif style == 1:  # puffed sleeves
        parts += mirrored(turned(egg(0.085, 0.1, 0.08), (0, 0, 35), (0.17, 0.32, 0)),
            ring(0.05, 0.012, 0.22, 0.25, axis="y"))  # fmt: skip
    else:
        drop = g.uniform(0.15, 0.5)
        parts += mirrored(tube([(0.11, 0.36, 0), (0.19, 0.32, 0), (0.3 + 0.1 * drop, -drop * 0.6, 0.02)],
            [0.05, 0.055, 0.04], 12))  # fmt: skip
    if chance(g, 0.6):  # a belt, at times with a bow
        parts += [turned(body([(-0.02, waist * 1.05, waist * 0.82, 0), (0.02, waist * 1.05, waist * 0.82, 0)]),
            (-90, 0, 0))]  # fmt: skip
        parts += mirrored(turned(egg(0.06, 0.03, 0.02), (0, 0, 15), (0.05, 0, -waist * 0.9))) if chance(g) else []
    return parts + ([tube(np.append(rings[-1], rings[-1][:1], 0), 0.012, 6)] if chance(g, 0.4) else [])


def jacket(g: Generator) -> list[Part]:
    w, h, style = g.uniform(0.24, 0.28), g.uniform(0.62, 0.74), int(g.integers(3))
    h, coat = (h + 0.3, True) if chance(g, 0.25) else (h, False)
    shoulder = g.uniform(0.16, 0.2)
    hem = ([(-0.01, w * 0.9, 0.1, 0), (0.06, w * 0.92, 0.1, 0), (0.09, w * 1.05, 0.13, 0)] if style == 1
        else [(0, w * 1.05, 0.13, 0)])  # fmt: skip
    trunk = [*hem, (h * 0.5, w * 0.94, 0.12, 0), (h - 0.15, w, 0.13, 0), (h - 0.03, w * 0.85, 0.09, 0),
        (h, w * 0.3, 0.065, 0)]  # fmt: skip
    drop, long = g.uniform(0.06, 0.25), g.uniform(0.5, 0.56)
    hand = (w + drop, h - 0.1 - long, 0.04)
    sleeve = [tube([(w * 0.75, h - 0.1, 0), (w * 1.02, h - 0.13, 0), hand], [0.09, 0.095, 0.06], 12)]
    sleeve += [tube([np.array(hand) * 0.96 + (0, 0.05 + 0.03 * h, 0), np.array(hand) - (0, 0.03, 0)], 0.065, 12)]
    parts = [turned(body(trunk, 3), (-90, 0, 0)), *mirrored(*sleeve)]
    if style == 0:  # lapels over a shirt front, and buttons
        low = h * g.uniform(0.45, 0.6)
        lapel = slab([(0.012, low), (0.14, h - 0.17), (0.12, h - 0.12), (0.15, h - 0.1), (0.09, h + 0.03),
            (0.05, h + 0.03)], 0.02)  # fmt: skip
        parts += [*mirrored(turned(lapel, (0, 0, 0), (0, 0, 0.125))), ring(0.08, 0.02, y=h, axis="y")]
        parts += [turned(rod(0.012, 0.01), (90, 0, 0), (0.02, y, 0.13))
            for y in np.linspace(h * 0.12, low - 0.02, int(g.integers(2, 5)))]  # fmt: skip
        parts += [box(0.012, low, 0.012, 0, 0, 0.128), box(0.09, 0.012, 0.01, 0.12, h * 0.72, 0.125)]
    else:  # a zip under a collar or a hood
        parts += [box(0.022, h * 0.97, 0.014, 0, 0, 0.126), box(0.014, 0.04, 0.02, 0, h * g.uniform(0.6, 0.9), 0.13)]
        collar = [(h - 0.03, 0.1, 0.085, 0), (h + 0.06, 0.095, 0.08, 0), (h + 0.06, 0.08, 0.065, 0),
            (h, 0.08, 0.065, 0)]  # fmt: skip
        parts += [turned(body(collar), (-90, 0, 0))]
        if style == 2:
            parts += [turned(egg(0.15, 0.13, 0.06), (-15, 0, 0), (0, h - 0.04, -0.12)),
                ring(0.11, 0.03, 0, h, -0.03, axis="y")]  # fmt: skip
            parts += mirrored(tube([(0.04, h - 0.02, 0.1), (0.05, h - 0.2, 0.14)], 0.006))
    pocket = turned(box(0.13, 0.045, 0.012), (0, 0, 0 if style == 0 else -35), (0.13, h * 0.3, 0.122))
    belt = [turned(body([(h * 0.5, w * 0.98, 0.13, 0), (h * 0.55, w * 0.98, 0.13, 0)], 3), (-90, 0, 0)),
        box(0.07, 0.07, 0.02, 0, h * 0.5 - 0.01, 0.13)]  # fmt: skip
    return [*parts, *mirrored(pocket, turned(egg(shoulder * 0.5, 0.03, 0.07), (0, 0, -12), (w * 0.75, h - 0.04, 0))),
        *(belt if coat else [])]  # fmt: skip


def necktie(g: Generator) -> list[Part]:
    w, long, square = g.uniform(0.025, 0.05), g.uniform(0.42, 0.55), chance(g, 0.3)
    point = [] if square else [(0.0, -long - w * 0.9)]
    parts = [slab([(0.014, 0), (w, -long), *point, (-w, -long), (-0.014, 0)], 0.004)]
    short = long * g.uniform(0.6, 0.9)
    parts += [turned(slab([(0.012, 0), (w * 0.6, -short), (0, -short - w * 0.5), (-w * 0.6, -short), (-0.012, 0)],
        0.003), (0, 0, float(g.uniform(-7, 7))), (0, 0, -0.008))]  # fmt: skip
    fat = g.uniform(0.022, 0.032)
    parts += [turned(body([(-0.045, 0.014, 0.012, 0), (-0.035, 0.016, 0.014, 0), (0, fat, 0.014, 0),
        (0.008, fat * 0.8, 0.01, 0)], 3), (-90, 0, 0), (0, 0.035, 0))]  # fmt: skip
    r, lean = g.uniform(0.055, 0.07), g.uniform(0.3, 1.3)
    loop = [(r * np.cos(a), 0.035 + lean * r * (1 - np.sin(a)), -r + r * np.sin(a))
        for a in np.linspace(np.pi / 2 + 0.25, 2.5 * np.pi - 0.25, 25)]  # fmt: skip
    band = loft(np.array([[(x, y - 0.012, z), (x * 1.04, y, z), (x, y + 0.012, z), (x * 0.96, y, z)] for x, y,
        z in loop]))  # fmt: skip
    stripes = [slab([(-k, y - k * 0.7), (k, y + k * 0.7), (k, y + k * 0.7 + 0.014), (-k, y - k * 0.7 + 0.014)], 0.0052)
        for y in np.arange(-0.06, -long, -0.06) for k in (0.014 + (w - 0.014) * -y / long * 0.9,)]  # fmt: skip
    clip = [box(0.05, 0.007, 0.008, 0, -long * 0.5)] if chance(g, 0.4) else []
    return [*parts, band, *(stripes if chance(g, 0.6) else []), *clip]


def high_heeled_shoe(g: Generator) -> list[Part]:
    h, tip, style = g.uniform(0.055, 0.11), g.uniform(0.0, 0.02), int(g.integers(3))
    base = 0.02 if chance(g, 0.25) else 0.004  # a platform under the toes
    zs = np.linspace(-0.1, 0.125 + tip, 23)
    y = base + (h - base) * 0.5 * (1 + np.cos(np.pi * ((zs + 0.075) / 0.115).clip(0, 1)))
    wide = np.interp(zs, [-0.1, -0.092, -0.07, -0.02, 0.05, 0.085, 0.12, 0.125 + tip],
        [0.004, 0.018, 0.026, 0.026, 0.038, 0.034, 0.014, 0.004])  # fmt: skip
    parts = [body([(z, w, 0.004, c) for z, w, c in zip(zs, wide, y, strict=True)], 3)]
    high = np.interp(zs, [-0.1, -0.06, -0.02, 0.045, 0.07], [0.055, 0.05, 0.026, 0.022, 0.03])
    if style == 1:  # sandal: only the heel has a wall
        high = np.interp(zs, [-0.1, -0.06, -0.045, -0.03], [0.055, 0.04, 0.01, 0.003])
        straps = [(0.05, 0.036), (0.075, 0.03), (0.0, 0.036)][: int(g.integers(2, 4))]
        parts += [tube([(0.036 * np.cos(a), base + tall * np.sin(a), z - 0.008 * np.sin(a))
            for a in np.linspace(0, np.pi, 13)], 0.006) for z, tall in straps]  # fmt: skip
    else:
        parts += [body([(0.045, 0.036, 0.002, base), (0.046, 0.037, 0.018, base + 0.012),
            (0.085, 0.033, 0.015, base + 0.01), (0.115, 0.017, 0.011, base + 0.007),
            (0.127 + tip, 0.004, 0.004, base + 0.004)])]  # fmt: skip
    rings = [[(w, c, z), (w * 0.9, c + up, z), (w * 0.9 - 0.002, c + up, z), (w - 0.003, c, z)] for z, w, c,
        up in zip(zs, wide, y, high, strict=True)]  # fmt: skip
    parts += mirrored(loft(np.array(rings[:16])))
    if chance(g):  # a thin heel, else a block
        parts += [tube([(0, h, -0.072), (0, h * 0.7, -0.085), (0, h * 0.3, -0.092), (0, 0, -0.093)],
            [0.024, 0.012, 0.006, 0.006])]  # fmt: skip
    else:
        parts += [upright([(-0.1, 0), (-0.055, 0), (-0.04, h + 0.002), (-0.098, h + 0.002)], 0.042)]
    if style:
        parts += [turned(ring(0.034, 0.004, axis="y"), (12, 0, 0), (0, h + 0.075, -0.062)),
            box(0.008, 0.03, 0.006, 0, h + 0.05, -0.096)]  # fmt: skip
    return [*parts, box(0.05, base, 0.07, 0, 0, 0.06)]


def wristwatch(g: Generator) -> list[Part]:
    r, thick, w = g.uniform(0.015, 0.021), g.uniform(0.007, 0.011), g.uniform(0.016, 0.022)
    style, deep, tall = int(g.integers(3)), g.uniform(0.024, 0.028), g.uniform(0.027, 0.033)
    path = [(deep * np.sin(a) - deep, tall * np.cos(a)) for a in np.linspace(0.5, 2 * np.pi - 0.5, 27) + np.pi / 2]
    if style == 0:  # a bracelet of links
        links = []
        for (z, y), (z2, y2) in pairwise(path):
            link = box(w, 0.003, 0.86 * float(np.hypot(z2 - z, y2 - y)), y=-0.0015)
            links.append(turned(link, (float(np.degrees(np.arctan2(y - y2, z2 - z))), 0, 0),
                (0, (y + y2) / 2, (z + z2) / 2)))  # fmt: skip
        band = [*links, box(w * 1.1, 0.02, 0.005, 0, -0.01, -2 * deep)]
    else:
        out = [((z + deep) * 1.09 - deep, y * 1.09) for z, y in path]
        band = [upright([*path, *reversed(out)], w), box(w * 1.25, 0.014, 0.004, 0, -0.012, -2.1 * deep),
            box(w * 1.15, 0.005, 0.006, 0, 0.012, -2.1 * deep)]  # fmt: skip
    if style == 2:  # a square case
        case = [body([(-0.002, r * 0.9, r * 1.05, 0), (thick * 0.8, r, r * 1.15, 0), (thick, r * 0.85, r, 0)], 6, 32)]
    else:
        case = [turned(lathe([(0, -0.002), (r * 0.9, 0), (r, thick * 0.5), (r, thick * 0.8), (r * 0.9, thick),
            (r * 0.85, thick - 0.001), (0, thick - 0.001)]), (90, 0, 0))]  # fmt: skip
    case += [tube([(x, s * r * 0.8, thick * 0.5), (x, s * r * 1.3, -0.002)], 0.002, 6) for x in (-w * 0.5, w * 0.5)
        for s in (1, -1)]  # fmt: skip
    marks = [turned(box(0.001, r * 0.14, 0.0012, 0, r * 0.66, thick - 0.0005), (0, 0, 30 * i)) for i in range(12)]
    hands = [turned(box(wide, r * k, 0.0012, 0, -0.001, thick), (0, 0, float(g.uniform(0, 360)))) for wide,
        k in ((0.0014, 0.45), (0.001, 0.65))]  # fmt: skip
    knobs = [lying(0.0025, 0.004, r + 0.002, 0, thick * 0.5)]
    knobs += [lying(0.0015, 0.004, r * 0.88 + 0.002, s * r * 0.5, thick * 0.5) for s in (1, -1)] if chance(g) else []
    return [*case, *band, *marks, *hands, *knobs]


def finger_ring(g: Generator) -> list[Part]:
    r, thick, style = g.uniform(0.0082, 0.0105), g.uniform(0.0009, 0.0016), int(g.integers(4))
    size = g.uniform(0.0025, 0.0045)
    cut = [(0, -size * 0.9), (size, 0), (size, size * 0.1), (size * 0.6, size * 0.45), (0, size * 0.45)]
    gem, y = creation.revolve(np.array(cut), sections=8), r + thick + size * 0.9
    gem = turned(gem, (-90, 0, 0), (0, y, 0))
    if style == 1:  # a signet: the band swells into a plate
        swell = [(r * np.cos(a), r * np.sin(a), 0) for a in np.linspace(-np.pi * 1.5, np.pi / 2, 41)]
        band = tube(swell, [thick * (1 + 1.2 * max(np.sin(a), 0) ** 3)
            for a in np.linspace(-np.pi * 1.5, np.pi / 2, 41)])  # fmt: skip
        band.vertices[:, 2] *= 2
        return [band, rod(size * 1.5, 0.0016, y=r + thick * 1.4), rod(size * 1.2, 0.002, y=r + thick * 1.4)]
    band = ring(r, thick)
    band.vertices[:, 2] *= g.uniform(0.9, 2.2)
    if style == 3:  # stones all about
        n = int(g.integers(9, 17))
        stone = [turned(part, (0, 0, 0), (0, r + thick * 0.9, 0)) for part in (ball(0.0011), rod(0.0014, 0.0006))]
        return [band, *[turned(p.copy(), (0, 0, 360 * i / n)) for i in range(n) for p in stone]]
    prongs = [turned(tube([(size * 0.3, r, 0), (size * 1.02, y, 0), (size * 0.85, y + size * 0.35, 0)], 0.0004, 5),
        (0, a, 0)) for a in (45, 135, 225, 315)]  # fmt: skip
    halo = [turned(ball(0.0009, size * 1.25, y, 0), (0, 30 * i, 0)) for i in range(12)] if style == 2 else []
    sides = mirrored(turned(ball(size * 0.45, 0, r + thick + size * 0.3), (0, 0, 22))) if chance(g, 0.4) else []
    return [band, gem, *prongs, *halo, *sides]


KINDS = kinds_of(roller_skate, ice_skate, dress, jacket, necktie, high_heeled_shoe, wristwatch, finger_ring)
