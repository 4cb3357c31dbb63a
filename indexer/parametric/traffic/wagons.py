"""What goes on rails, is pushed by hand or flies in space, front to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, loft, mirrored, rolling, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def spoked(r: float, thick: float, x: float, z: float, spokes: int) -> list[Part]:
    """A spoked wheel rolling along z on the ground."""
    bars = [
        turned(box(thick * 0.9, r - thick, thick * 0.9), (360 * i / spokes, 0, 0), (x, r, z)) for i in range(spokes)
    ]
    return [ring(r - thick, thick, x, r, z, axis="x"), lying(thick * 2, thick * 4, x, r, z), *bars]


def _caster(r: float, x: float, z: float, top: float) -> list[Part]:
    return [lying(r, r * 0.5, x, r, z), box(r * 0.9, 0.02, r, x, r * 2.1, z + r * 0.2), rod(r * 0.25, top - r, x, r, z)]


def steam_locomotive(g: Generator) -> list[Part]:
    style, r, long = int(g.integers(3)), g.uniform(0.62, 0.75), g.uniform(5, 6.5)
    big, n = (0.95, 2) if style == 0 else (g.uniform(0.6, 0.85), int(g.integers(3, 5)))
    f, y = long / 2, 2 * big + r * 0.45
    zs = [f - 2.6 - 2.05 * big * i for i in range(n)] if style != 1 else [f - 1.3 - 2.05 * big * i for i in range(n)]
    tail = min(-f - 0.2, zs[-1] - big)
    parts = [turned(rod(r, 2 * f - 0.6), (90, 0, 0), (0, y, -f + 0.6)),
        turned(rod(r * 1.08, 1.0), (90, 0, 0), (0, y, f - 0.7))]  # fmt: skip
    parts += [turned(rod(r * 0.8, 0.06), (90, 0, 0), (0, y, f + 0.3)),
        *[ring(r, 0.025, 0, y, z) for z in np.linspace(-f + 1, f - 1.2, 4)]]  # fmt: skip
    stack = ([(0.2, 0), (0.2, 0.6), (0.5, 1.1), (0.5, 1.25), (0.25, 1.4), (0, 1.4)] if style == 0 else [(0.3, 0),
        (0.22, 0.2), (0.24, 0.7), (0.32, 0.75), (0.32, 0.85), (0, 0.85)])  # fmt: skip
    parts += [lathe([(0, 0), *stack], 0, y + r * 0.9, f - 0.3)]
    for z in np.linspace(0.5, -f + 2.2, int(g.integers(1, 4))):
        parts.append(lathe([(0, 0), (0.3, 0), (0.3, 0.3), (0.2, 0.48), (0, 0.52)], 0, y + r * 0.9, z))
    cab = tail + 1.5
    parts += [box(2.3, 0.12, cab - tail + 0.5, 0, y + 1.5, (cab + tail) / 2),
        box(2.0, 1.2, cab - tail, 0, y - 0.6, (cab + tail) / 2)]  # fmt: skip
    parts += [*[box(0.1, 1.0, 0.12, x, y + 0.5, z) for x in (-0.95, 0.95) for z in (tail + 0.1, (tail + cab) / 2,
        cab - 0.1)], box(2.0, 0.9, 0.06, 0, y + 0.6, cab)]  # fmt: skip
    parts += [box(1.0, 0.35, f - tail, 0, big * 0.9, (f + tail) / 2),
        *mirrored(box(0.55, 0.07, f - tail + 0.3, 0.9, 2 * big + 0.02, (f + tail) / 2))]  # fmt: skip
    for z in zs:
        parts += mirrored(*spoked(big, 0.05, 0.75, z, 10))
    crank, piston = big * 0.4, f - 0.5
    parts += mirrored(box(0.07, 0.14, zs[0] - zs[-1] + 0.2, 0.92, big - crank, (zs[0] + zs[-1]) / 2),
        tube([(1.0, big - crank, zs[1]), (1.0, big * 0.8, piston)], 0.06))  # fmt: skip
    parts += mirrored(turned(rod(0.27, 0.9), (90, 0, 0), (0.92, big * 0.8, piston - 0.5)))
    if style != 1:
        parts += rolling(0.38, 0.12, [f - 0.9, f + 0.1], 0.7)
    parts.append(box(2.2, 0.3, 0.15, 0, 0.8, f + 0.5))
    if style == 0:  # a cowcatcher, a lamp and a bell
        parts += [
            tube([(x, 0.9, f + 0.55), (x * 0.35, 0.12, f + 1.5 - abs(x) * 0.7)], 0.04) for x in np.linspace(-1, 1, 9)
        ]
        parts += [box(0.45, 0.5, 0.4, 0, y + r, f + 0.2),
            turned(rod(0.18, 0.08), (90, 0, 0), (0, y + r + 0.25, f + 0.4))]  # fmt: skip
    else:
        parts += mirrored(turned(lathe([(0, 0), (0.08, 0), (0.08, 0.4), (0.22, 0.42), (0.22, 0.48), (0, 0.5)]),
            (90, 0, 0), (0.75, 0.95, f + 0.55)))  # fmt: skip
    if style == 1:  # water tanks at its sides
        parts += mirrored(box(0.45, 1.1, f - cab + 0.3, 0.85, 2 * big, (f - 1.2 + cab) / 2))
    elif chance(g, 0.75):
        t = tail - 2.2
        parts += [box(2.1, 1.5, 3.2, 0, 1.0, t), box(1.2, 0.5, 3.3, 0, 0.6, t), egg(0.85, 0.45, 1.2, 0, 2.5, t),
            *rolling(0.45, 0.12, [t - 1.1, t, t + 1.1], 0.7)]  # fmt: skip
    return parts


def wheelchair(g: Generator) -> list[Part]:
    w, seat, back = g.uniform(0.21, 0.25), g.uniform(0.46, 0.52), g.uniform(0.36, 0.5)
    parts = [box(2 * w, 0.05, 0.44, 0, seat, 0.02), turned(box(2 * w, back, 0.04), (-8, 0, 0), (0, seat + 0.04, -0.2))]
    if chance(g, 0.3):  # with a motor
        parts += [box(1.7 * w, 0.22, 0.62, 0, 0.14, -0.03), rod(0.08, 0.12, 0, 0.35, 0),
            *rolling(0.17, 0.09, [0.05], w + 0.06), *rolling(0.1, 0.06, [-0.42, 0.42], w)]  # fmt: skip
        parts += [rod(0.012, 0.1, w + 0.05, seat + 0.23, 0.26), ball(0.025, w + 0.05, seat + 0.34, 0.26),
            box(0.08, 0.05, 0.12, w + 0.05, seat + 0.2, 0.26)]  # fmt: skip
        parts += [box(0.3, 0.18, 0.06, 0, seat + back + 0.06, -0.3), rod(0.015, 0.1, 0, seat + back, -0.29)]
        parts += [tube([(0, 0.25, 0.25), (0, 0.3, 0.45), (0, 0.12, 0.6)], 0.025), box(1.6 * w, 0.02, 0.2, 0, 0.1, 0.66)]
    else:
        r, n = g.uniform(0.29, 0.32), int(g.choice([8, 12, 16]))
        parts += mirrored(*spoked(r, 0.014, w + 0.07, -0.12, n), ring(r - 0.05, 0.009, w + 0.12, r, -0.12, axis="x"),
            *_caster(0.09, w, 0.4, 0.3))  # fmt: skip
        parts += [tube([(-w, y, z), (w, seat - y + 0.12, z)], 0.011) for y, z in ((0.2, 0.1), (seat - 0.08, 0.1))]
        foot = [(w, seat, 0.2), (w, seat - 0.02, 0.34), (w * 0.9, 0.12, 0.55)]
        parts += mirrored(tube(foot, 0.014), turned(box(w * 0.75, 0.02, 0.16), (15, 0, 0), (w * 0.5, 0.1, 0.6)),
            tube([(w, 0.28, 0.42), (w, 0.28, -0.2)], 0.014))  # fmt: skip
    frame = [(w, 0.26, -0.16), (w, seat, -0.2), (w, seat + back + 0.05, -0.27), (w, seat + back + 0.09, -0.32),
        (w, seat + back + 0.09, -0.44)]  # fmt: skip
    parts += mirrored(tube(frame, 0.014), lying(0.02, 0.02, w, 0.3, -0.15),
        tube([(w, seat + back + 0.09, -0.34), (w, seat + back + 0.09, -0.46)], 0.02))  # fmt: skip
    if chance(g, 0.8):
        parts += mirrored(box(0.06, 0.04, 0.3, w + 0.02, seat + 0.2, 0.02), tube([(w + 0.01, seat, 0.18), (w + 0.01,
            seat + 0.22, 0.16)], 0.013), tube([(w, seat + 0.22, 0.16), (w, seat + 0.22, -0.22)], 0.013))  # fmt: skip
    return parts


def baby_carriage(g: Generator) -> list[Part]:
    w, high = g.uniform(0.2, 0.24), g.uniform(0.95, 1.05)
    if chance(g, 0.6):  # a pram: a deep bed on springs; its hood at the head, its handle behind
        r, base = g.uniform(0.17, 0.24), g.uniform(0.27, 0.33)
        y, dip = r + 0.3, float(g.choice([2.2, 4]))
        shell = [(0, w * 0.6, 0.28), (0.08, w * 0.9, 0.37), (0.27, w, 0.43)]
        parts = [turned(body([(t, a, b, 0) for t, a, b in shell], dip, 24), (-90, 0, 0), (0, y, 0)), turned(body([(0,
            w * 1.04, 0.44, 0), (0.03, w * 1.04, 0.44, 0)], dip, 24), (-90, 0, 0), (0, y + 0.27, 0))]  # fmt: skip
        for z in (base, -base):
            parts += [*mirrored(*spoked(r, 0.013, w + 0.06, z, int(g.choice([8, 12])))),
                lying(0.014, 2 * w + 0.14, 0, r, z)]  # fmt: skip
        spring = smooth([(w, r, base), (w, r + 0.12, base + 0.06), (w, y - 0.1, base - 0.1), (w, y - 0.14, 0),
            (w, y - 0.1, -base + 0.1), (w, r + 0.12, -base - 0.06), (w, r, -base)], False)  # fmt: skip
        parts += [*mirrored(tube(spring, 0.014)), *[lying(0.012, 2 * w, 0, y - 0.12, z) for z in (-0.12, 0.12)],
            *mirrored(rod(0.012, 0.2, w * 0.7, y - 0.13, 0))]  # fmt: skip
        top, fold, far = y + 0.27, int(g.integers(4, 6)), 0.43
    else:  # a pushchair
        r, base, top, fold, far = 0.1, 0.3, 0.72, 4, 0.22
        parts = [p for z in (base, -base) for p in mirrored(lying(r, 0.04, w + 0.03, r, z),
            lying(r * 0.5, 0.06, w + 0.03, r, z))]  # fmt: skip
        parts += mirrored(
            tube([(w, r, base), (w, 0.45, 0.0), (w, top, -0.24)], 0.014), tube([(w, r, -base), (w, 0.45, 0.02)], 0.014)
        )
        parts += [box(2 * w - 0.03, 0.06, 0.3, 0, 0.4, 0.06), turned(box(2 * w - 0.04, 0.5, 0.05), (-18, 0, 0),
            (0, 0.42, -0.1)), turned(box(2 * w - 0.06, 0.04, 0.2), (25, 0, 0), (0, 0.22, 0.33))]  # fmt: skip
        parts += [lying(0.02, 2 * w, 0, 0.58, 0.2), *mirrored(tube([(w, 0.5, 0), (w, 0.58, 0.2)], 0.014),
            tube([(w, 0.4, 0.05), (w, 0.2, 0.35)], 0.012)), box(2 * w - 0.04, 0.12, 0.3, 0, 0.14, -0.12)]  # fmt: skip
        top = 0.75
    out, zc = g.uniform(70, 110), -0.06 if far > 0.4 else -0.18
    for i in range(fold):  # the hood opens like a fan about its hinges
        a, b = (180 - out * k / fold for k in (i, i + 1))
        ribs = [[(w * 1.03 * np.cos(t), 0.36 * np.sin(t) * np.sin(s),
            0.36 * np.sin(t) * np.cos(s)) for t in np.linspace(0, np.pi, 11)] for s in np.radians((a, b, b,
            a))]  # fmt: skip
        leaf = np.array(ribs) * np.array([[[1.0]], [[1.0]], [[0.94]], [[0.94]]])
        parts.append(loft(leaf.transpose(1, 0, 2)).apply_translation((0, top, zc)))
    hold = -0.62 if far > 0.4 else -0.42
    bar = [(w, top - 0.1, -far * 0.9), (w * 0.95, high, hold), (-w * 0.95, high, hold), (-w, top - 0.1, -far * 0.9)]
    return [*parts, tube(bar, 0.014), lying(0.02, 1.5 * w, 0, high, hold)]


def shopping_cart(g: Generator) -> list[Part]:
    w, long, y, h = g.uniform(0.24, 0.29), g.uniform(0.75, 0.95), g.uniform(0.42, 0.55), g.uniform(0.38, 0.46)
    f, wire = long / 2, 0.005

    def corner(t: float, s: float) -> tuple[float, float]:  # half width and height offset along the basket
        return w * (1 - 0.2 * t) * (0.82 + 0.18 * s), y + 0.06 * t + (h - 0.03 * t) * s

    def at(t: float, s: float, side: float) -> tuple[float, float, float]:
        return (side * corner(t, s)[0], corner(t, s)[1], -f + t * (long + 0.1 * s))

    parts = []
    for s in np.linspace(0, 1, int(g.integers(5, 8))):
        parts.append(
            tube([at(0, s, -1), at(1, s, -1), at(1, s, 1), at(0, s, 1), at(0, s, -1)], 0.012 if s == 1 else wire, 5)
        )
    for t in np.linspace(0, 1, int(g.integers(12, 17))):
        parts.append(tube([at(t, 1, -1), at(t, 0, -1), at(t, 0, 1), at(t, 1, 1)], wire, 5))
    for u in np.linspace(-0.8, 0.8, 7):
        parts.append(tube([at(0, 1, u), at(0, 0, u), at(1, 0, u), at(1, 1, u)], wire, 5))
    parts += mirrored(tube([at(0, 1, 1), (w, y + h + 0.08, -f - 0.1)], 0.013),
        tube([at(0.1, 0, 0.9), (w * 0.95, 0.22, -f + 0.05), (w * 0.8, 0.2, f)], 0.014))  # fmt: skip
    parts += [lying(0.018, 2 * w, 0, y + h + 0.08, -f - 0.1),
        *mirrored(*_caster(0.06, w * 0.95, -f + 0.05, 0.22), *_caster(0.06, w * 0.8, f, 0.22))]  # fmt: skip
    parts += mirrored(tube([(w * 0.8, 0.2, f), (w * 0.75, y, f - 0.15)], 0.012)) if chance(g) else []
    if chance(g, 0.7):
        parts += [
            tube([(x, 0.21, -f + 0.08), (x, 0.21, f - 0.05)], wire, 5) for x in np.linspace(-w * 0.7, w * 0.7, 6)
        ] + [lying(0.01, 1.7 * w, 0, 0.21, z) for z in (-f + 0.08, f - 0.05)]
    if chance(g, 0.6):  # a child's seat
        parts += [box(1.6 * w, 0.02, 0.2, 0, y + h * 0.45, -f + 0.14),
            turned(box(1.6 * w, h * 0.5, 0.02), (8, 0, 0), (0, y + h * 0.48, -f + 0.25))]  # fmt: skip
    return parts


def wheelbarrow(g: Generator) -> list[Part]:
    style, r, w = int(g.integers(3)), g.uniform(0.17, 0.22), g.uniform(0.24, 0.3)
    z, grip, y = 0.75, g.uniform(0.55, 0.65), 2 * r + 0.02
    if style == 2:  # of wood, its wheel spoked
        parts = [*spoked(r, 0.022, 0, z, 6), box(1.5 * w, 0.03, 0.75, 0, y, 0.15),
            *mirrored(turned(box(0.025, 0.28, 0.8), (0, 0, -18), (w * 0.78, y, 0.12)))]  # fmt: skip
        parts += [turned(box(1.7 * w, 0.34, 0.025), (28, 0, 0), (0, y, 0.5)),
            turned(box(1.6 * w, 0.2, 0.025), (-10, 0, 0), (0, y, -0.22))]  # fmt: skip
    else:
        n = 20
        angles = np.arange(n) * 2 * np.pi / n
        tray = []
        for s, cut in ((0, 0), (1, 0), (1, 0.03), (0, 0.03)):
            x, d = (np.sign(q(angles)) * np.abs(q(angles)) ** 0.55 * (e - cut) for q,
                e in ((np.cos, (0.66, 1.25)[s] * w), (np.sin, (0.3, 0.55)[s])))  # fmt: skip
            tray.append(np.stack([x, y + 0.02 + 0.3 * s + (0 if s else cut) + 0.12 * s * d, d + 0.12 + 0.06 * s], 1))
        parts = [loft(np.array(tray)), lying(r, 0.09, 0, r, z), lying(r * 0.5, 0.12, 0, r, z),
            ring(r - 0.03, 0.045, 0, r, z, axis="x")]  # fmt: skip
    beam = [(0.07, r, z + 0.02), (w * 0.7, y, 0.25), (w, y + 0.04, -0.35), (w * 1.05, grip, -0.85)]
    foot = [(w * 0.8, y, 0.1), (w * 0.95, 0.01, -0.25), (w, y + 0.04, -0.42)]
    parts += [*mirrored(tube(beam, 0.02), tube(foot, 0.016), tube([beam[-1], (w * 1.06, grip + 0.02, -1.0)], 0.027)),
        lying(0.02, 0.18, 0, r, z)]  # fmt: skip
    parts += [lying(0.013, 1.9 * w, 0, 0.03, -0.25)] if chance(g) else []
    if style == 1 or chance(g, 0.2):  # heaped with earth
        parts.append(egg(w * 1.0, 0.2, 0.45, 0, y + 0.25, 0.15))
    return parts


def satellite(g: Generator) -> list[Part]:
    style, h = int(g.integers(3)), g.uniform(1.2, 2.0)
    if style == 2:  # a ball with four whips
        r = g.uniform(0.29, 0.4)
        parts = [ball(r), ring(r, 0.02, axis="z"), *[turned(rod(0.03, 0.1), (90, 0, 0),
            (0.15 * np.cos(i), 0.15 * np.sin(i), r * 0.85)) for i in range(4)]]  # fmt: skip
        for u, v in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
            parts.append(
                tube([(0.5 * r * u, 0.5 * r * v, 0.5 * r), (2.0 * r * u, 1.5 * r * v, -g.uniform(3.5, 5) * r)], 0.012)
            )
        return parts
    w = g.uniform(0.9, 1.3)
    parts = [box(w, h, w, 0, -h / 2, 0) if style else lathe([(0, 0), (w * 0.55, 0), (w * 0.55, h), (w * 0.3, h * 1.15),
        (0, h * 1.15)], 0, -h / 2)]  # fmt: skip
    n, wide, tall = int(g.integers(2, 5)), g.uniform(0.8, 1.2), g.uniform(0.9, 1.6)
    tip = g.uniform(-40, 40)
    for k in range(n):
        x = w / 2 + 0.5 + (wide + 0.08) * (k + 0.5)
        cells = [box(wide * 0.9, 0.02, 0.05, x, t * tall, 0) for t in np.linspace(-0.45, 0.43, 6)] + [
            box(0.02, tall * 0.95, 0.05, x + u * wide, -tall * 0.475, 0) for u in (-0.25, 0, 0.25)
        ]
        parts += [turned(p, (tip, 0, 0)) for p in mirrored(box(wide, tall, 0.03, x, -tall / 2, 0), *cells)]
    parts.append(lying(0.04, w + 1.2 + 2 * n * wide, 0, 0, 0))
    d, dish = g.uniform(0.5, 0.8), g.uniform(-0.1, 0.2) * h
    bowl = lathe([(0.0, 0), (d * 0.5, d * 0.1), (d, d * 0.38), (d * 0.97, d * 0.4), (d * 0.5, d * 0.14), (0, 0.03)])
    parts += [turned(p, (90, 0, 0), (0, dish, w / 2 + 0.15)) for p in (bowl, rod(0.02, d * 0.7),
        rod(0.07, 0.1, 0, d * 0.65, 0, top=0.03), rod(0.08, 0.3, 0, -0.28, 0))]  # fmt: skip
    parts += [rod(0.02, h * 0.6, x, h / 2, z) for x, z in ((w * 0.3, w * 0.3), (-w * 0.3, -w * 0.2))] + [
        turned(rod(0.12, 0.35, top=0.3), (180, 0, 0), (0, -h / 2, 0))
    ]
    return [*parts,
        *mirrored(box(0.25, 0.25, 0.2, w * 0.25, -h * 0.35, w / 2), rod(0.1, 0.2, w * 0.3, h / 2, -w * 0.3)),
        *([box(w * 1.06, 0.06, w * 1.06, 0, t * h, 0) for t in (-0.3, 0, 0.3)] if style else [])]  # fmt: skip


KINDS = kinds_of(steam_locomotive, wheelchair, baby_carriage, shopping_cart, wheelbarrow, satellite)
