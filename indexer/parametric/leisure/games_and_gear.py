"""Gear of sports."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.lofts import chance, egg, mirrored, plate, slab, smooth, symmetric, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def american_football(g: Generator) -> list[Part]:
    r, half, n, on_tee = g.uniform(0.08, 0.092), g.uniform(0.135, 0.15), int(g.integers(5, 9)), chance(g, 0.35)

    def girth(t: float) -> float:
        return float(r * (1 - t * t) ** 0.82)

    ys = np.linspace(-0.42, 0.42, n)
    parts = [lathe([(girth(t), half * t) for t in np.linspace(-1, 1, 21)])]
    parts += [tube([(0, half * t, girth(t) + 0.002) for t in ys], 0.003, 6)]
    parts += [lying(0.004, 0.036, 0, half * t, girth(t) + 0.003) for t in ys]
    seam = tube([(0, half * t, girth(t)) for t in np.linspace(-0.97, 0.97, 15)], 0.002, 5)
    parts += [turned(seam.copy(), (0, turn, 0)) for turn in (0, 90, 180, 270)]
    if chance(g):
        band = [(girth(t) + out, half * t) for t, out in ((0.55, 0), (0.55, 0.002), (0.68, 0.002), (0.68, 0))]
        parts += [lathe([(w, s * y) for w, y in band]) for s in (1, -1)]
    if not on_tee:
        roll = -float(g.uniform(20, 100))
        return [turned(turned(part, (0, 0, 90)), (roll, 0, 0), (0, r, 0)) for part in parts]
    lean = float(g.uniform(-18, -5))
    prongs = [turned(tube([(0, 0.01, 0.06), (0, 0.05, 0.045)], [0.014, 0.008]), (0, a, 0)) for a in (60, 180, 300)]
    return [*[turned(p, (lean, 0, 0), (0, half + 0.015, 0)) for p in parts], *prongs, rod(0.075, 0.015, top=0.06)]


def baseball_bat(g: Generator) -> list[Part]:
    long, fat, grip = g.uniform(0.72, 0.88), g.uniform(0.03, 0.037), g.uniform(0.25, 0.4)
    half = [(0.018, 0), (0.025, 0.006), (0.025, 0.012), (0.0125, 0.03), (0.013, long * 0.3), (fat * 0.75, long * 0.58),
        (fat, long * 0.72), (fat, long * 0.95), (fat * 0.85, long)]  # fmt: skip
    cup = [(0, long)] if chance(g, 0.7) else [(fat * 0.55, long), (0, long - 0.02)]
    bat = [lathe([(0, 0), *map(tuple, smooth(half, False)), *cup])]
    if chance(g, 0.7):
        bat += [lathe([(0.012, 0), (0.0145, 0.003), (0.012, 0.006)], y=y) for y in np.arange(0.04, grip * long, 0.02)]
    else:
        bat += [lathe([(fat * 1.03, long * 0.93), (fat * 1.05, long), (fat * 0.8, long * 1.01), (0, long * 1.01)])]
    style = int(g.integers(3))
    seam = np.linspace(0, 2 * np.pi, 41)  # of a ball: a wave about its equator
    wave = np.stack([np.cos(seam), 0.75 * np.sin(2 * seam), np.sin(seam)], 1)
    wave *= 0.0365 / np.linalg.norm(wave, axis=1, keepdims=True)
    beside = [turned(p, (20, 30, 0), (fat * 2.6, 0.037, 0.03)) for p in (ball(0.0365), tube(wave, 0.0016, 5))]
    if style == 0:
        tilt = -float(g.uniform(0, 12))
        return [turned(part, (0, 0, tilt)) for part in bat] + beside
    if style == 1:
        return bat
    lean = float(g.uniform(18, 32))
    other = [turned(part.copy(), (0, 0, lean), (0, 0, 2.2 * fat)) for part in bat]
    return [*other, *[turned(part, (0, 0, -lean)) for part in bat]]


def hockey_stick(g: Generator) -> list[Part]:
    pair, h, lean = chance(g, 0.35), g.uniform(1.1, 1.5), g.uniform(8, 24)
    if chance(g, 0.6):  # for ice, else for the field
        long, tall, bent = g.uniform(0.26, 0.34), g.uniform(0.06, 0.085), g.uniform(0.01, 0.05)
        blade = slab(smooth([(0, 0), (long * 0.9, 0), (long, 0.03), (long * 0.95, tall), (0.1, tall * 0.8),
            (0.03, 0.13), (-0.012, 0.13)], times=1), 0.012)  # fmt: skip
        blade.vertices[:, 2] += bent * (blade.vertices[:, 0] / long).clip(0) ** 2
        parts = [blade, turned(box(0.03, h, 0.02), (0, 0, 14), (0, 0.06, 0))]
        parts += [turned(box(0.034, 0.02 + 0.1 * k, 0.024, y=h - 0.1 * k), (0, 0, 14), (0, 0.06, 0)) for k in (0, 1.5)]
        thing = [rod(0.038, 0.026, long * 1.35, 0, 0.05)]
    else:
        hook = [(-0.01, 0.16, 0), (0, 0.06, 0), (0.03, 0.02, 0), (0.07, 0.022, 0), (0.095, 0.06, 0), (0.097, 0.09, 0)]
        stick = tube([(-h * 0.1, h * 0.75, 0), *smooth(hook, False)], 0.024, 10)
        stick.vertices[:, 2] *= 0.7
        parts = [stick, tube([(-h * 0.09, h * 0.65, 0), (-h * 0.14, h * 0.99, 0)], 0.021, 8)]
        thing = [ball(0.037, 0.2, 0.037, 0.03)]
    parts += thing if chance(g, 0.6) and not pair else []
    if pair:
        return mirrored(*[turned(part, (0, 0, -lean + 26), (0.12, 0, 0.03 * s)) for s, part in enumerate(parts)])
    return parts


def treadmill(g: Generator) -> list[Part]:
    long, w, h, rise = g.uniform(1.5, 1.9), g.uniform(0.62, 0.8), g.uniform(1.15, 1.4), float(g.uniform(0, 7))
    z, gym = long * 0.33, chance(g)
    deck = [box(w * 0.72, 0.05, long, y=0.13), lying(0.035, w * 0.72, 0, 0.15, -long / 2)]
    deck += mirrored(box(w * 0.14, 0.09, long * 1.02, w * 0.43, 0.12), box(0.06, 0.12, 0.1, w * 0.42, 0.02, -long
        * 0.42))  # fmt: skip
    hood = [(long * 0.32, 0.12), (long * 0.53, 0.1), (long * 0.52, 0.22), (long * 0.46, 0.27), (long * 0.36, 0.24)]
    parts = [turned(part, (-rise, 0, 0)) for part in (*deck, upright(smooth(hood, times=1), w * 0.9))]
    parts += [*mirrored(tube([(w * 0.47, 0.02, z + 0.15), (w * 0.46, h, z)], 0.04)), lying(0.03, w, 0, 0.03, z + 0.15)]
    panel = [box(w * g.uniform(0.7, 0.95), 0.3, 0.06), box(w * 0.5, 0.17, 0.02, 0, 0.1, -0.035)]
    panel += [turned(rod(0.014, 0.02), (-90, 0, 0), (x * w, 0.05, -0.03)) for x in (-0.2, -0.1, 0, 0.1, 0.2)]
    parts += [turned(part, (35, 0, 0), (0, h - 0.1, z - 0.06)) for part in panel]
    reach = -long * g.uniform(0.0, 0.12)
    rail = [(w * 0.46, h * 0.88, z), (w * 0.46, h * 0.86, reach)]
    rail += [(w * 0.46, h * 0.8, reach - 0.1), (w * 0.46, 0.2, reach - 0.12)] if gym else []
    parts += mirrored(tube(smooth(rail, False), 0.025))
    return parts + ([lying(0.025, w * 0.9, 0, h * 0.83, z - 0.14), box(w, 0.05, 0.12, 0, h - 0.12, z)] if chance(g)
        else [])  # fmt: skip


def exercise_bike(g: Generator) -> list[Part]:
    style, r, h = int(g.integers(3)), g.uniform(0.2, 0.26), g.uniform(0.85, 1.0)
    parts = [part for z in (-0.5, 0.5) for part in (lying(0.035, 0.55, 0, 0.035, z),
        *mirrored(ball(0.04, 0.27, 0.04, z)))]  # fmt: skip
    parts += [tube([(0, 0.06, -0.5), (0, 0.1, 0), (0, 0.06, 0.5)], 0.035)]
    hub, wheel_z = ((0.34, 0.02), 0.33) if style != 2 else ((0.42, 0.36), 0.36)
    y, z = hub
    if style == 0:  # for spinning: a bare flywheel under the handlebar
        parts += [lying(r, 0.03, 0, r + 0.1, wheel_z), lying(r * 0.85, 0.045, 0, r + 0.1, wheel_z)]
        parts += mirrored(tube([(0.05, r + 0.1, wheel_z), (0.04, 0.72, 0.22)], 0.02))
        parts += [tube([(0, 0.1, -0.35), (0, 0.5, 0.0), (0, 0.72, 0.22)], 0.035), tube([(0, 0.5, 0), (0, 0.1, 0.05)],
            0.035)]  # fmt: skip
    else:  # the wheel in a shell
        case = [(z - 0.2, 0.14), (z - 0.18, 0.42), (z + 0.1, 0.62), (z + 0.34, 0.55), (z + 0.4, 0.3), (z + 0.3, 0.12)]
        parts += [upright(smooth(case), 0.15), lying(0.16, 0.19, 0, y, z), lying(0.12, 0.18, 0, 0.4, z + 0.2)]
    for s in (1, -1):
        turn = g.uniform(0, 0.6)
        pedal = (y + s * 0.16 * np.cos(turn), z + s * 0.16 * np.sin(turn))
        parts += [tube([(s * 0.11, y, z), (s * 0.12, *pedal)], 0.014), box(0.1, 0.03, 0.1, s * 0.18, pedal[0] - 0.015,
            pedal[1])]  # fmt: skip
    front = z + 0.24
    if style == 2:  # recumbent: a chair
        parts += [box(0.42, 0.08, 0.4, 0, 0.45, -0.42), turned(box(0.4, 0.5, 0.08), (-18, 0, 0), (0, 0.52, -0.6))]
        parts += [tube([(0, 0.45, -0.42), (0, 0.08, -0.3)], 0.05), tube([(0, 0.5, front), (0, h + 0.1, front - 0.1)],
            0.035)]  # fmt: skip
        parts += mirrored(tube(smooth([(0.1, 0.44, -0.42), (0.3, 0.44, -0.42), (0.3, 0.66, -0.35)], False), 0.02))
        parts += [turned(box(0.3, 0.2, 0.05), (25, 0, 0), (0, h, front - 0.12))]
        return parts + mirrored(tube([(0, h - 0.05, front - 0.1), (0.2, h - 0.05, front - 0.15),
            (0.22, h + 0.1, front - 0.2)], 0.016))  # fmt: skip
    seat = plate(smooth([(-0.03, 0.16), (0.03, 0.16), (0.04, 0.02), (0.12, -0.1), (-0.12, -0.1), (-0.04, 0.02)]), 0.05)
    parts += [seat.apply_translation((0, h - 0.05, -0.3)), tube([(0, 0.3, -0.12), (0, h - 0.05, -0.3)], 0.03)]
    parts += [tube([(0, 0.55, 0.22), (0, h + 0.08, 0.2 - 0.05 * style)], 0.03), lying(0.018, 0.4, 0, h + 0.08, 0.2)]
    parts += mirrored(tube(smooth([(0.2, h + 0.08, 0.2), (0.22, h + 0.08, 0.3), (0.2, h + 0.18, 0.36)] if style == 0
        else [(0.18, h + 0.08, 0.2), (0.26, h + 0.06, 0.05), (0.24, h + 0.14, -0.08)], False), 0.018))  # fmt: skip
    shown = [turned(box(0.2, 0.15, 0.04), (30, 0, 0), (0, h + 0.08, 0.2)), tube([(0, 0.32, -0.12), (0, 0.3, 0.1)],
        0.04)]  # fmt: skip
    return [*parts, *(shown if style else [box(0.06, 0.03, 0.3, 0, h - 0.09, -0.3)])]


def barbell(g: Generator) -> list[Part]:
    n, long, r = int(g.integers(1, 5)), g.uniform(0.75, 1.1), g.uniform(0.16, 0.225)
    y, side = r, list[Part]()
    x = long * 0.62
    for i in range(n):
        wide, size = g.uniform(0.025, 0.06), r if i == 0 else r * float(g.uniform(0.5, 1.0))
        side += [lying(size, wide, x + wide / 2, y), ring(size * 0.82, 0.008, x + wide, y, axis="x")]
        x += wide + 0.006
    side += [lying(0.025, long * 1.05 - long * 0.6, long * 0.825, y), lying(0.045, 0.03, long * 0.6, y)]
    side += [lying(0.045, 0.035, x + 0.02, y), box(0.02, 0.05, 0.02, x + 0.02, y + 0.04)]
    bar = [lying(0.014, long * 1.25, 0, y), *mirrored(lying(0.0155, 0.2, 0.3, y))]
    if chance(g, 0.25):  # a bar bent for curls
        bends = [(-long * 0.6, y, 0), (-0.3, y, 0), (-0.2, y - 0.04, 0), (-0.08, y + 0.03, 0)]
        bar = [tube([*bends, *[(-a, b, c) for a, b, c in reversed(bends)]], 0.014)]
    if chance(g, 0.3):  # on the uprights of a bench
        up = g.uniform(0.95, 1.1)
        whole = [turned(part, (0, 0, 0), (0, up - y, 0)) for part in (*bar, *mirrored(*side))]
        posts = mirrored(box(0.06, up, 0.06, long * 0.5, 0, -0.03), box(0.06, 0.09, 0.02, long * 0.5, up - 0.05, 0.04))
        bench = [box(0.3, 0.08, 1.2, 0, 0.4, 0.6), box(0.06, 0.4, 0.06, 0, 0, 1.1), box(0.4, 0.05, 0.06, 0, 0, 1.1)]
        return [*whole, *posts, *bench, box(long, 0.06, 0.06, 0, 0.34, -0.03)]
    return [*bar, *mirrored(*side)]


def pool_table(g: Generator) -> list[Part]:
    w, d, h, thick = g.uniform(1.1, 1.4), g.uniform(0.6, 0.72), g.uniform(0.76, 0.84), g.uniform(0.15, 0.3)
    edge = [part for s in (1, -1) for part in (box(2 * w, 0.06, 0.13, 0, h, s * d), box(0.13, 0.06, 2 * d, s * w, h))]
    parts = [box(2 * w, thick, 2 * d, 0, h - thick), *edge]
    for x in (-w, 0, w):
        parts += [rod(0.075, 0.075, x * 0.965, h - 0.01, s * d * (0.94 if x else 1)) for s in (1, -1)]
        parts += [turned(egg(0.07, 0.12, 0.07), (0, 0, 0), (x * 1.03, h - 0.08, s * (d + 0.05))) for s in (1, -1)]
    style = int(g.integers(3))
    for x in (-w * 0.85, w * 0.85) if chance(g, 0.6) else (-w * 0.85, 0.0, w * 0.85):
        for z in (-d * 0.8, d * 0.8):
            low = h - thick
            turned_leg = [(0, 0), (0.05, 0), (0.08, 0.08), (0.05, 0.15), (0.1, low * 0.5), (0.06, low * 0.8),
                (0.1, low), (0, low)]  # fmt: skip
            parts += [box(0.16, low, 0.16, x, 0, z) if style == 0 else lathe(turned_leg, x, 0, z) if style == 1
                else rod(0.05, low, x, 0, z, top=0.1)]  # fmt: skip
    balls = ([(-w * 0.5 - 0.05 * i, 0.058 * (j - i / 2)) for i in range(5) for j in range(i + 1)] if chance(g)
        else [(float(g.uniform(-0.8, 0.8) * w), float(g.uniform(-0.75, 0.75) * d))
        for _ in range(int(g.integers(3, 10)))])  # fmt: skip
    parts += [creation.icosphere(1, 0.029).apply_translation((x, h + 0.029, z)) for x, z in [*balls, (w * 0.5, 0.0)]]
    cue = tube([(w * 0.55, h + 0.05, 0.03), (w * 0.55 + 1.0, h + 0.2, 0.4)], [0.006, 0.016])
    return parts + ([cue] if chance(g, 0.6) else [])


def table_tennis_table(g: Generator) -> list[Part]:
    h, wheels, folded = 0.76, chance(g), chance(g, 0.3)
    half = [box(1.36, 0.03, 1.5, 0.7, h - 0.03), *[box(1.3, 0.05, 0.03, 0.7, h - 0.08, z) for z in (-0.7, 0.7)]]
    half += [box(1.37, 0.002, 0.02, 0.7, h), *[box(1.37, 0.002, 0.03, 0.7, h, z) for z in (-0.735, 0.735)]]
    inner, outer = g.uniform(0.15, 0.5), g.uniform(0.95, 1.25)
    stand = [tube([(inner if crossed else x, h - 0.05, z), (x, 0.03, z)], 0.022) for crossed in (chance(g),)
        for x in (inner, outer) for z in (-0.6, 0.6)]  # fmt: skip
    stand += [lying(0.02, outer - inner, (inner + outer) / 2, 0.15, z) for z in (-0.6, 0.6)]
    stand += [ring(0.04, 0.02, x, 0.04, z, axis="x") for x in (inner, outer) for z in (-0.6, 0.6)] if wheels else []
    net = [box(0.006, 0.012, 1.8, 0, h + 0.145), box(0.006, 0.012, 1.8, 0, h)]
    net += [rod(0.004, 0.15, 0, h, z) for z in np.linspace(-0.9, 0.9, 31)] + [box(0.004, 0.004, 1.8, 0, h + y)
        for y in (0.05, 0.1)]  # fmt: skip
    net += [box(0.03, 0.17, 0.04, 0, h - 0.02, z) for z in (-0.91, 0.91)]
    other = [part.copy().apply_transform(np.diag([-1.0, 1, 1, 1])) for part in half]
    if folded:  # one half stands up, to play alone
        other = [turned(part, (0, 0, -84), (-0.03 - h * 0.99, h + 0.01, 0)) for part in other]
    stand = [*stand, *[rod(0.022, h - 0.05, -0.05, 0, z) for z in (-0.6, 0.6)]] if folded else mirrored(*stand)
    bats = []
    for x, z in ((0.9, 0.3), (-0.9, -0.3))[: int(g.integers(0, 3)) if not folded else 1]:
        bat = [rod(0.08, 0.012), box(0.13, 0.02, 0.027, 0.13)]
        bats += [turned(part, (0, float(g.uniform(0, 360)), 0), (x, h, z))
            for part in bat] + [ball(0.02, x, h + 0.02, z + 0.2)]  # fmt: skip
    return [*half, *other, *stand, *net, *bats]


def surfboard(g: Generator) -> list[Part]:
    long, w, style = g.uniform(1.7, 2.2), g.uniform(0.23, 0.27), int(g.integers(3))
    if style == 0:  # a long board, its nose round
        long, line = long + 0.7, [(0.5, 0), (0.75, 0.1), (0.98, 0.35), (1, 0.6), (0.85, 0.88), (0.5, 0.98), (0.1, 1.0)]
    else:
        line = [(0.42, 0), (0.68, 0.08), (0.98, 0.35), (1, 0.55), (0.75, 0.8), (0.35, 0.95), (0.02, 1.0)]
    outline = symmetric([(w * x, long * y) for x, y in line])
    if style == 2:  # a swallow tail
        outline.append((0.0, 0.16))
    outline = [*map(tuple, smooth(outline, times=1 if style == 2 else 2))]
    layers = [slab(outline, 0.03), slab(np.array(outline) * (0.86, 0.94) + (0, long * 0.03), 0.055),
        box(0.006, long * 0.9, 0.006, y=long * 0.06, z=0.028)]  # fmt: skip
    fin = upright([(0, 0.22), (-0.09, 0.04), (-0.14, 0.02), (-0.11, 0.09), (0, 0.34)][::-1], 0.012, 0, 0)
    fins = [turned(fin.copy(), (0, 0, 0), (0, 0.02 + 0.04 * style, -0.02))]
    if style:
        fins += [turned(fin.copy(), (0, s * 8, 0), (s * w * 0.55, 0.16, -0.02)) for s in (1, -1)][:2]
    parts = [*layers, *(fins[1:] if style == 2 else fins)]
    for part in parts:
        part.vertices[:, 2] += 0.05 * long * (part.vertices[:, 1] / long - 0.35) ** 2 * 4
    leash = tube(smooth([(0, 0.1, 0.03), (0.1, 0.1, 0.12), (0.3, 0.05, 0.1), (0.35, -0.02, 0), (0.2, 0.0, -0.1)],
        False), 0.008)  # fmt: skip
    return parts + ([leash] if chance(g, 0.4) else [])


KINDS = kinds_of(american_football, baseball_bat, hockey_stick, treadmill, exercise_bike, barbell, pool_table,
    table_tennis_table, surfboard)  # fmt: skip
