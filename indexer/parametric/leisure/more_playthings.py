"""More to play with: toys that spring, spin and shoot, a game on a board and one of steel balls."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, egg, loft, mirrored, rolling, slab, smooth, tube, upright
from indexer.parametric.solids import Part, around, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def jack_in_the_box(g: Generator) -> list[Part]:
    w, h, style, lean = g.uniform(0.11, 0.14), g.uniform(0.11, 0.14), int(g.integers(3)), g.uniform(-12, 12)
    t, high = w * 0.04, g.uniform(0.08, 0.16)
    parts = [box(w, t, w), *[box(w, h, t, 0, 0, s * (w - t) / 2) for s in (1, -1)],
        *mirrored(box(t, h, w, (w - t) / 2))]  # fmt: skip
    parts += [turned(box(w, t, w, 0, 0, w / 2), (-g.uniform(100, 150), 0, 0), (0, h, -w / 2))]
    for i in range(4):  # a raised shape on each side
        a = forward(rod(w * 0.28, t)) if style == 0 else slab(smooth([(0, w * 0.3), (w * 0.3, 0), (0, -w * 0.3),
            (-w * 0.3, 0)], times=style - 1), t * 2)  # fmt: skip
        parts += [turned(turned(a, (0, 0, 0), (0, h / 2, w / 2)), (0, 90 * i, 0))]
    parts += [lying(w * 0.03, w * 0.3, w * 0.6, h * 0.5), box(w * 0.05, h * 0.3, w * 0.05, w * 0.74, h * 0.5),
        lying(w * 0.04, w * 0.2, w * 0.82, h * 0.8)]  # fmt: skip
    turns = int(g.integers(4, 8))
    s = np.linspace(0, 1, turns * 14)
    bend = np.tan(np.radians(lean)) * high * s**2
    coil = np.stack([w * 0.25 * np.cos(s * turns * 6.283) + bend, h * 0.3 + (h * 0.7 + high) * s,
        w * 0.25 * np.sin(s * turns * 6.283)], 1)  # fmt: skip
    parts += [tube(coil, w * 0.025, 6)]
    r, x, y = w * g.uniform(0.26, 0.32), float(bend[-1]), h + high
    jack = [lathe([(0, 0), (r * 1.2, 0), (r * 0.9, r * 0.6), (r * 0.5, r * 1.1), (0, r * 1.1)]), ball(r, 0, r * 1.9, 0),
        ball(r * 0.22, 0, r * 1.85, r)]  # fmt: skip
    jack += around(9, turned(slab([(-r * 0.35, 0), (r * 0.35, 0), (0, r * 0.7)], r * 0.08), (115, 0, 0),
        (0, r * 1.05, r * 0.5)))  # fmt: skip
    jack += mirrored(egg(r * 0.14, r * 0.2, r * 0.1, r * 0.38, r * 2.15, r * 0.85),
        tube([(r * 0.7, r * 0.6, 0), (r * 1.5, r * 0.9, r * 0.3), (r * 1.9, r * 1.5, r * 0.5)], r * 0.2),
        ball(r * 0.28, r * 1.95, r * 1.6, r * 0.5))  # fmt: skip
    jack += [tube([(r * x, r * (1.62 + 0.3 * abs(x) ** 2), r * 0.93) for x in np.linspace(-0.5, 0.5, 7)], r * 0.07)]
    if style == 0:  # a pointed hat
        jack += [lathe([(0, r * 2.5), (r * 0.85, r * 2.5), (r * 0.1, r * 4.2), (0, r * 4.2)]),
            ball(r * 0.22, 0, r * 4.3), ring(r * 0.85, r * 0.12, 0, r * 2.5, axis="y")]  # fmt: skip
    elif style == 1:  # a fool's cap with bells
        for a in (60, 0, -60):
            horn = smooth([(0, r * 2.4, 0), (r * a / 50, r * 3.6, 0), (r * a / 30, r * 3.2 + (0.8 * r if a == 0 else 0),
                0)], closed=False)  # fmt: skip
            jack += [tube(horn, list(np.linspace(r * 0.7, r * 0.1, len(horn)))), ball(r * 0.2, *horn[-1])]
    else:  # tufts of hair and a bowler
        jack += [lathe([(0, r * 2.6), (r * 1.1, r * 2.6), (r * 1.1, r * 2.7), (r * 0.7, r * 2.75), (r * 0.65, r * 3.2),
            (r * 0.4, r * 3.4), (0, r * 3.45)])]  # fmt: skip
        jack += mirrored(*[ball(r * 0.35, r * 0.95, r * (1.9 + d), -r * 0.1) for d in (0.0, 0.4)])
    return [*parts, *[turned(p, (0, 0, -lean * 0.7), (x, y, 0)) for p in jack]]


def pinwheel(g: Generator) -> list[Part]:
    r, n, style, long = g.uniform(0.08, 0.13), int(g.choice([4, 4, 6, 8])), int(g.integers(3)), g.uniform(0.25, 0.4)
    parts = [rod(r * 0.035, long, 0, -long), ball(r * 0.06, 0, 0, 0), forward(rod(r * 0.03, r * 0.4), 0, 0, -r * 0.05)]
    puff, step, spin = r * g.uniform(0.2, 0.35), 2 * np.pi / n, g.uniform(0, 90)
    wheel: list[Part] = []
    for i in range(n):
        a = i * step
        base = np.array((0.0, 0.0, 0.0))
        corner = r * np.array((np.cos(a), np.sin(a), 0.0))
        folded = r * (0.95 if style != 1 else 0.7) * np.array((np.cos(a + step * 0.85), np.sin(a + step * 0.85), 0.0))
        rows = []
        for t in np.linspace(0, 1, 9):  # the sheet curls from its corner over to the middle
            edge = corner * (1 - t) + folded * t
            edge = edge * (1 - 0.75 * t**2) + np.array((0, 0, puff * np.sin(np.pi * min(1.0, t * 1.1)) * 1.5))
            root = base + corner * 0.08 * (1 - t) + np.array((0, 0, puff * 0.25 * t))
            rows.append([root, edge, edge + np.array((0, 0, r * 0.012)), root + np.array((0, 0, r * 0.012))])
        wheel += [loft(np.array(rows))]
    if style == 2:  # two wheels, one before the other
        wheel += [turned(p.copy(), (0, 0, 180 / n), (0, 0, r * 0.35)) for p in wheel]
    wheel += [forward(rod(r * 0.11, r * 0.08), 0, 0, puff * 0.6), ball(r * 0.07, 0, 0, puff * 0.75)]
    return [*parts, *[turned(p, (0, 0, spin), (0, 0, r * 0.08)) for p in wheel]]


def slingshot(g: Generator) -> list[Part]:
    h, w, style, r = g.uniform(0.09, 0.12), g.uniform(0.04, 0.055), int(g.integers(3)), g.uniform(0.009, 0.013)
    grip, pull = g.uniform(0.09, 0.12), g.uniform(0.05, 0.22)
    if style == 1:  # a frame of bent wire with a shaped grip
        fork = smooth([(0.008, -grip * 0.2, 0), (0.012, 0.01, 0.0), (w * 1.05, 0.03, 0), (w, h * 0.6, 0), (w, h, 0)],
            closed=False)  # fmt: skip
        parts = [*mirrored(tube(fork, r * 0.4), rod(r * 0.6, 0.02, w, h - 0.015)),
            upright(smooth([(0.014, 0.01), (0.012, -grip * 0.3), (0.018, -grip * 0.5), (0.01, -grip), (-0.014, -grip),
            (-0.012, 0.01)], times=1), 0.028)]  # fmt: skip
        parts += [box(0.03, 0.006, 0.035, 0, -grip * t) for t in (0.25, 0.5, 0.75)]
    elif style == 2:  # a flat one, sawn out
        half = [(0.016, -grip), (0.014, -grip * 0.4), (0.02, -0.01), (w * 1.1, h * 0.35), (w * 1.2, h), (w * 0.75, h),
            (w * 0.62, h * 0.5), (0, h * 0.22)]  # fmt: skip
        line = smooth([*half, *[(-x, y) for x, y in half[-2::-1]]], times=2)
        parts = [slab(line, 0.018), slab(line * 0.9, 0.024)]
    else:  # a forked branch
        fork = smooth([(0, -0.02, 0), (w * 0.3, h * 0.2, 0), (w * 1.1, h * 0.55, 0), (w * 1.05, h, 0)], closed=False)
        parts = [*mirrored(tube(fork, list(np.linspace(r * 1.1, r * 0.8, len(fork))), 10)),
            tube([(0, 0.02, 0), (0.002, -grip * 0.5, 0.002), (0, -grip, 0)], [r * 1.1, r * 1.15, r * 1.25], 10),
            *mirrored(*[ring(r, r * 0.2, w * 1.05, h * 0.9 - i * 0.005, axis="y") for i in range(3)])]  # fmt: skip
    slack = h * 0.88 - (0.0 if pull > 0.1 else 0.06)
    pouch = np.array((0.0, slack, -pull))
    band = smooth([(w, h * 0.9, 0), (w * 0.6, (h * 0.9 + slack) / 2 - (0.02 if pull < 0.1 else 0), -pull * 0.5),
        (0.014, *pouch[1:])], closed=False)  # fmt: skip
    leather = turned(slab(smooth([(-0.02, 0), (-0.012, 0.011), (0.012, 0.011), (0.02, 0), (0.012, -0.011),
        (-0.012, -0.011)]), 0.003), (0, 0, 0), tuple(pouch))  # fmt: skip
    return [*parts, *mirrored(tube(band, 0.003)), leather, *([ball(0.008, *pouch)] if pull > 0.1 else [])]


def pinball_machine(g: Generator) -> list[Part]:
    w, long, style, y = g.uniform(0.54, 0.6), g.uniform(1.2, 1.35), int(g.integers(3)), g.uniform(0.82, 0.9)
    rise, deep = g.uniform(0.12, 0.18), g.uniform(0.25, 0.32)
    f = long / 2
    case = [(f, y - 0.22), (f, y), (-f, y + rise), (-f, y - deep)]
    floor = [(f * 0.97, y - 0.2), (f * 0.97, y - 0.05), (-f * 0.97, y + rise - 0.05), (-f * 0.97, y - deep * 0.95)]
    parts = [upright(floor, w * 0.98), *mirrored(upright(case, 0.03, w / 2)), box(w, 0.23, 0.03, 0, y - 0.22, f),
        box(w, 0.05, 0.06, 0, y - 0.04, f * 0.99)]  # fmt: skip
    high = g.uniform(0.6, 0.72)
    rear = -f + 0.12
    head = [box(w * 1.15, high, 0.2, 0, y + rise - 0.04, rear - 0.1), box(w * 1.0, high * 0.75, 0.03, 0, y + rise
        + high * 0.12, rear + 0.005)]  # fmt: skip
    if style == 1:  # a rounded crown on it
        head += [slab(arc(w * 0.55, 0, 180, 14) * (1, 0.35), 0.18, 0, y + rise + high - 0.05, rear - 0.1),
            box(w * 0.9, 0.1, 0.05, 0, y + rise, rear)]  # fmt: skip
    elif style == 2:
        head += [box(w * 0.9, 0.12, 0.04, 0, y + rise + 0.0, rear), *mirrored(ball(0.05, w * 0.45, y + rise + high,
            rear - 0.1))]  # fmt: skip
    parts += [*head, *[tube([(x, y - 0.15, z * 0.96), (x * 1.04, 0, z * 1.02)], [0.035, 0.02], 4)
        for x in (w / 2, -w / 2) for z in (f, -f)]]  # fmt: skip
    parts += [rod(0.03, 0.02, x * 1.04, 0, z * 1.02) for x in (w / 2, -w / 2) for z in (f, -f)]
    lean = float(np.degrees(np.arctan2(rise, long)))
    field: list[Part] = [rod(0.045, 0.05, x * w, 0, -z * f) for x, z in ((0.0, 0.55), (-0.18, 0.3), (0.18, 0.32))]
    field += [lathe([(0, 0.05), (0.06, 0.045), (0.06, 0.06), (0, 0.065)], x * w, 0, -z * f) for x,
        z in ((0.0, 0.55), (-0.18, 0.3), (0.18, 0.32))]  # fmt: skip
    field += [turned(box(0.13, 0.03, 0.03, s * 0.05), (0, s * 28, 0), (-s * 0.13, 0, f * 0.66)) for s in (1, -1)]
    field += mirrored(turned(box(0.02, 0.04, 0.28), (0, -28, 0), (w * 0.36, 0, f * 0.42)),
        box(0.015, 0.04, f * 0.5, w * 0.4, 0, f * 0.2))  # fmt: skip
    field += [tube([(w * 0.4 * x, 0.03, -f * 0.5 - f * 0.4 * z) for x, z in arc(1, 0, 180)], 0.012),
        box(0.012, 0.04, f * 1.2, w * 0.43, 0, f * 0.3)]  # fmt: skip
    for _ in range(int(g.integers(3, 8))):
        a, b = g.uniform(-0.38, 0.38), g.uniform(-0.5, 0.3)
        field += [box(0.05, 0.05, 0.012, a * w, 0, b * f), rod(0.008, 0.05, -a * w, 0, b * f)]
    parts += [turned(p, (lean, 0, 0), (0, y + rise / 2 - 0.055, 0)) for p in field]
    parts += [forward(rod(0.012, 0.08), w * 0.38, y - 0.08, f), forward(rod(0.022, 0.025), w * 0.38, y - 0.08, f
        + 0.08), box(0.16, 0.17, 0.012, 0, y - 0.21, f + 0.016)]  # fmt: skip
    return [*parts, *mirrored(lying(0.016, 0.03, w / 2 + 0.02, y - 0.06, f * 0.85))]


def chess_board(g: Generator) -> list[Part]:
    a, style, thick = g.uniform(0.045, 0.055), int(g.integers(3)), g.uniform(0.012, 0.03)
    half, edge = a * 4, a * g.uniform(0.35, 0.6)
    whole = 2 * (half + edge)
    parts = [box(whole, thick, whole), *[turned(box(edge * 0.6, thick * 0.3, whole, half + edge * 0.7, thick),
        (0, 90 * i, 0)) for i in range(4)]]  # fmt: skip
    parts += [box(a, a * 0.07, a, (i - 3.5) * a, thick, (j - 3.5) * a) for i in range(8) for j in range(8)
        if (i + j) % 2]  # fmt: skip
    if style == 2:  # on a box with feet
        parts += [box(whole * 0.96, a * 0.7, whole * 0.96, 0, -a * 0.7), *[ball(a * 0.25, x, -a * 0.8, z)
            for x in (half, -half) for z in (half, -half)]]  # fmt: skip
    top, r = thick + a * 0.06, a * 0.33
    heads = [1.5, 1.8, 1.9, 2.4, 2.6, 1.9, 1.8, 1.5]

    def man(tall: float) -> Part:
        return lathe([(0, 0), (r, 0), (r * 0.9, r * 0.3), (r * 0.45, r * 0.7), (r * 0.35, a * tall * 0.6),
            (r * 0.7, a * tall * 0.64), (r * 0.4, a * tall * 0.7), (r * 0.62, a * tall * 0.85), (r * 0.4, a * tall),
            (0, a * tall)])  # fmt: skip

    moved = set(map(int, g.integers(0, 8, 3)))
    for side in (1, -1):
        for i in range(8):
            x = (i - 3.5) * a
            ahead = (2.0 if i in moved and style != 0 else 0.0) * a
            parts += [turned(man(1.15), (0, 0, 0), (x, top, side * (2.5 * a - ahead)))]
            if style == 0 or i not in moved or i in (3, 4):
                parts += [turned(man(heads[i]), (0, 0, 0), (x, top, side * 3.5 * a))]
                if i in (0, 7):
                    parts += [box(r * 1.2, r * 0.6, r * 1.2, x, top + a * 1.3, side * 3.5 * a)]
                if i in (1, 6):
                    parts += [box(r * 0.7, r * 0.9, r * 1.6, x, top + a * 1.3, side * (3.5 * a - r * 0.4))]
    return parts


def toy_train(g: Generator) -> list[Part]:
    w, style, n, r = g.uniform(0.035, 0.042), int(g.integers(3)), int(g.integers(1, 4)), g.uniform(0.013, 0.017)
    low, long = r * 1.3, g.uniform(0.1, 0.12)
    parts = [box(w * 1.3, 0.012, long, 0, low), *rolling(r, 0.008, (-long * 0.32, 0.0, long * 0.32), w * 0.62)]
    boiler, y = w * 0.46, low + 0.012
    if style == 2:  # a round nosed one
        nose = smooth([(-long / 2, y), (long * 0.35, y), (long * 0.55, y + 0.012), (long * 0.3, y + w * 0.8),
            (-long * 0.05, y + w * 1.2), (-long / 2, y + w * 1.2)], times=2)  # fmt: skip
        parts += [upright(nose, w), *mirrored(lying(0.009, 0.004, w / 2, y + w * 0.8, -long * 0.3),
            lying(0.009, 0.004, w / 2, y + w * 0.8, -long * 0.05))]  # fmt: skip
    else:
        parts += [forward(rod(boiler, long * 0.6), 0, y + boiler, -long * 0.12),
            *[forward(rod(boiler * 1.06, 0.005), 0, y + boiler, long * t) for t in (0.05, 0.25, 0.45)]]  # fmt: skip
        parts += [box(w * 1.1, w * 1.25, long * 0.34, 0, y, -long * 0.32), box(w * 1.4, 0.008, long * 0.45, 0, y
            + w * 1.25, -long * 0.32)]  # fmt: skip
        parts += [lathe([(0, 0), (w * 0.15, 0), (w * 0.15, w * 0.4), (w * 0.3, w * 0.65), (0, w * 0.65)], 0, y
            + boiler * 1.8, long * 0.34)]  # fmt: skip
        parts += [ball(w * 0.2, 0, y + boiler * 2, long * 0.1), ball(w * 0.13, 0, y + boiler, long * 0.49)]
        parts += mirrored(lying(w * 0.22, 0.004, w * 0.55, y + w * 0.8, -long * 0.32),
            box(0.004, 0.005, long * 0.65, w * 0.74, r, 0))  # fmt: skip
    z = -long / 2
    for i in range(n):  # the waggons
        z -= 0.02
        size = long * 0.75
        parts += [lying(0.003, 0.006, 0, low), box(0.006, 0.005, 0.03, 0, low, z + 0.008),
            box(w * 1.2, 0.01, size, 0, low, z - size / 2)]  # fmt: skip
        parts += rolling(r * 0.85, 0.008, (z - size * 0.22, z - size * 0.78), w * 0.6)
        kind = (i + style) % 3
        if kind == 0:  # logs or balls in an open box
            parts += [*mirrored(box(0.004, w * 0.5, size, w * 0.56, low, z - size / 2)),
                *[box(w * 1.1, w * 0.5, 0.004, 0, low, z - size * t) for t in (0.02, 0.98)]]  # fmt: skip
            parts += [ball(w * 0.27, x * w * 0.28, low + w * 0.35, z - size * t) for x in (1, -1)
                for t in (0.2, 0.5, 0.8)]  # fmt: skip
        elif kind == 1:  # a coach with a roof
            parts += [box(w, w * 0.8, size * 0.94, 0, low + 0.01, z - size / 2),
                box(w * 1.25, 0.007, size, 0, low + 0.01 + w * 0.8, z - size / 2)]  # fmt: skip
            parts += mirrored(*[box(0.004, w * 0.35, size * 0.18, w / 2, low + w * 0.45, z - size * t)
                for t in (0.22, 0.5, 0.78)])  # fmt: skip
        else:  # a tank
            parts += [forward(rod(w * 0.45, size * 0.9), 0, low + 0.01 + w * 0.45, z - size * 0.95),
                rod(w * 0.14, 0.008, 0, low + 0.01 + w * 0.88, z - size / 2)]  # fmt: skip
        z -= size
    return parts


KINDS = kinds_of(jack_in_the_box, pinwheel, slingshot, pinball_machine, chess_board, toy_train)
