"""Snacks: what is nibbled between meals."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, egg, loft, plate, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, ring, rod, turned


def _frustum(w: float, d: float, h: float, top: float, y: float = 0) -> Part:
    """A block of four sides whose upper end is `top` times as wide."""
    square = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)]) / 2
    rows = [
        np.column_stack([square[:, 0] * w * k, np.full(4, v), square[:, 1] * d * k]) for k, v in ((1, y), (top, y + h))
    ]
    return loft(np.array(rows))


def _mound(g: Generator, n: int, r: float, w: float, d: float, h: float) -> list[Part]:
    """Popped kernels heaped on height 0, each of a few balls of about r."""
    parts = []
    for i in range(n):
        out, turn = math.sqrt((i + 0.5) / n), i * 2.39996
        x, z, y = w * out * math.cos(turn), d * out * math.sin(turn), h * (1 - out * out)
        for dx, dy, dz in g.normal(0, 0.6, (2, 3)) * r:
            parts.append(
                turned(
                    rod(r * 0.7, r, top=r * 0.5), (g.uniform(0, 180), 0, g.uniform(0, 180)), (x + dx, y + dy, z + dz)
                )
            )
        parts.append(ball(r * g.uniform(0.7, 1), x, y, z))
    return parts


def pretzel(g: Generator) -> list[Part]:
    r, style, wide = g.uniform(0.05, 0.07), int(g.integers(3)), g.uniform(0.9, 1.15)
    thick = r * (g.uniform(0.1, 0.14) if style == 1 else g.uniform(0.17, 0.22))
    end, dip = g.uniform(0.3, 0.5), g.uniform(-0.95, -0.8)
    right = [(-end, dip + 0.12, 1.3), (-0.12, -0.2, 1.0), (0.06, 0.05, 0.8), (0.3, 0.5, 0), (0.62, 0.78, 0),
        (1, 0.5, 0),
        (0.98, -0.1, 0), (0.6, -0.68, 0), (0.2, dip, 0)]  # fmt: skip
    left = [(-x, y, -z if 0.0 < z < 1.2 else z) for x, y, z in reversed(right)]
    line = smooth([*right, *left], False, 3) * (r * wide, r, thick)
    t = np.linspace(-1, 1, len(line))
    fat = np.ones(len(line)) if style == 1 else np.interp(np.abs(t), [0, 0.3, 0.9, 1], [1.35, 1.1, 0.7, 0.5])
    parts = [tube(line, list(thick * fat), 12), *[ball(thick * fat[-1], *line[i]) for i in (0, -1)]]
    if style != 0:  # grains of salt
        for i in g.choice(len(line), 40):
            spot, size = line[i], thick * g.uniform(0.14, 0.22)
            a = g.uniform(0.3, 2.8)
            out = thick * fat[i]
            parts.append(turned(box(size, size, size), tuple(g.uniform(0, 90, 3)),
                (spot[0], spot[1] + out * math.cos(a) * 0.7,
                spot[2] + out * math.sin(a))))  # fmt: skip
    return parts if chance(g, 0.6) else [turned(p, (-60, 0, 0)) for p in parts]


def waffle(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.07, 0.09), int(g.choice([0, 0, 1, 1, 2, 3])), int(g.integers(4, 7))
    thick, deep = r * g.uniform(0.08, 0.14), r * g.uniform(0.1, 0.16)
    long = r * (g.uniform(1.2, 1.6) if style == 1 else 1)
    edge: Points = arc(r, 0, 345, 24)
    if style == 1:
        edge = [(long, r), (-long, r), (-long, -r), (long, -r)]
    if style == 3:  # five hearts
        a = np.radians(np.arange(0, 360, 6))
        edge = np.stack([np.cos(a), np.sin(a)], 1) * (r * (0.72 + 0.28 * np.abs(np.sin(2.5 * a)) ** 0.7))[:, None]
    one = [plate(edge, thick), tube([(x, thick, z) for x, z in [*edge, edge[0]]], deep * 0.75)]
    gap = 2 * r / n
    bars = []
    for k in range(-n, n + 1):
        for flip in (0, 90):
            c = (k + 0.5 * (n % 2 == 0)) * gap
            side, half = (long, r) if not flip else (r, long)
            if abs(c) < side * 0.97:
                run = half if style == 1 else r * (0.8 if style == 3 else 1) * math.sqrt(max(1 - (c / r) ** 2, 0))
                bar = _frustum(gap * 0.42, run * 2, deep, 0.75, thick)
                bars.append(turned(bar, (0, 0, 0), (c, 0, 0)) if not flip else turned(bar, (0, 90, 0), (0, 0, c)))
    one += bars
    if style == 2:  # a pile with butter on top
        m, step = int(g.integers(2, 5)), thick + deep
        pile = [turned(p.copy(), (0, i * 23, 0), (r * 0.05 * (i % 2), i * step, 0)) for i in range(m) for p in one]
        return [
            *pile,
            turned(box(r * 0.4, r * 0.2, r * 0.4, y=m * step), (0, 30, 0)),
            rod(r * 1.4, r * 0.06, y=-r * 0.06),
        ]
    tilt = g.uniform(60, 80)
    return [turned(p, (tilt, 0, 0)) for p in one] if chance(g) else one


def popcorn_bucket(g: Generator) -> list[Part]:
    h, style, n = g.uniform(0.16, 0.22), int(g.integers(3)), int(g.integers(8, 13))
    top = h * g.uniform(0.36, 0.46)
    foot = top * g.uniform(0.65, 0.8)
    if style == 0:  # a round tub
        parts = [lathe([(0, 0), (foot, 0), (top, h), (top * 0.96, h), (top * 0.9, h * 0.9), (0, h * 0.9)]),
            ring(top, h * 0.012, 0, h, 0, "y")]  # fmt: skip
        lean = math.degrees(math.atan((top - foot) / h))
        stripe = turned(box(foot * 0.32, h * 0.97, h * 0.012), (lean, 0, 0), (0, h * 0.01, foot))
        parts += around(n, stripe)
        wide = top * 0.8
    else:  # a box, its upper edge in waves
        lean = (top - foot) / h
        m = int(g.integers(3, 6))
        t = np.linspace(-1, 1, 6 * m + 1)
        wave = h * (1 + g.uniform(0.03, 0.07) * np.abs(np.sin((t + 1) / 2 * m * math.pi)))
        ridge = 1 + 0.03 * np.sign(np.sin((t + 1) * m * math.pi + 0.01)) * (style == 2)
        rows = [np.concatenate([np.column_stack([t * top, wave, top * ridge + t * 0]),
            np.column_stack([t[::-1] * top * 0.94,
            wave[::-1], t * 0 + top * 0.95])]), np.concatenate([np.column_stack([t * foot, t * 0, foot * ridge]),
            np.column_stack([t[::-1] * foot * 0.94, t * 0, t * 0 + foot * 0.94])])]  # fmt: skip
        parts = [
            *around(4, loft(np.array(rows))),
            _frustum(foot * 1.9, foot * 1.9, h * 0.88, 1 + lean * h / foot * 0.86),
        ]
        parts += [turned(rod(foot * 0.6, h * 0.012), (90 - math.degrees(lean), 0, 0), (0, h * 0.5, (top + foot) / 2))]
        wide = top * 0.85
    heap = _mound(g, 28, h * 0.065, wide, wide, h * g.uniform(0.14, 0.26))
    parts += at(0, h * 0.98, 0, *heap)
    if chance(g, 0.4):
        parts += at(top * 1.3, h * 0.05, top * 0.8, *heap[:4]) + at(-top * 0.9, h * 0.05, top * 1.4, *heap[4:8])
    return parts


def french_fries(g: Generator) -> list[Part]:
    h, style = g.uniform(0.09, 0.12), int(g.integers(3))
    w, d = h * g.uniform(0.42, 0.52), h * g.uniform(0.2, 0.26)
    m, thin = int(g.integers(20, 34)), h * g.uniform(0.055, 0.075)
    parts: list[Part] = []
    for i in range(m):
        x, z = (i + 0.5) / m * 2 - 1, float(g.uniform(-0.7, 0.7))
        tall = h * g.uniform(0.75, 1.25) * (1.25 - 0.35 * abs(x))
        fry = turned(box(thin, tall, thin), (z * 12 + g.uniform(-5, 5), 0, -x * 14 + g.uniform(-7, 7)))
        parts.append(turned(fry, (0, 0, 0), (x * w * 0.62, h * 0.3, z * d * 0.8)))
    if style == 0:  # a scoop of card
        t = np.linspace(-1, 1, 17)
        for side, rise in ((1, -0.22), (-1, 0.2)):
            edge = h * (0.95 + rise * (1 - t * t))
            bulge = side * d * (1.05 - 0.95 * t**4)
            rows = [np.concatenate([np.column_stack([t * k * w, y, bulge * q]), np.column_stack([t * k * w, y, bulge * q
                * 0.9])[::-1]]) for k, q, y in ((0.68, 0.75, t * 0), (1, 1, edge))]  # fmt: skip
            parts.append(loft(np.array(rows)))
        return [*parts, _frustum(w * 1.25, d * 0.9, h * 0.08, 1)]
    if style == 1:  # a paper bag turned to a cone
        cone = lathe([(0.001, -h * 0.7), (w * 0.85, h * 0.75), (w * 0.8, h * 0.75), (0.001, h * 0.3)])
        return [*parts, cone]
    pile = []  # in a basket
    for i in range(m):
        fry = turned(
            box(thin, h * g.uniform(0.5, 0.75), thin, 0, -h * 0.3), (90 + g.uniform(-22, 22), g.uniform(0, 180), 0)
        )
        out, turn = w * 0.75 * math.sqrt(i / m), i * 2.4
        pile.append(
            turned(fry, (0, 0, 0), (out * math.cos(turn), h * 0.4 + w * 0.4 * (1 - i / m), out * math.sin(turn)))
        )
    wires = [tube([(w * k * x, h * y, w * k * z) for x, z in arc(1, 0, 360, 25)], h * 0.012, 6)
        for k, y in ((0.9, 0), (1.0, 0.12), (1.1, 0.24), (1.2, 0.36))]  # fmt: skip
    uprights = around(20, tube([(0, 0, w * 0.9), (0, h * 0.36, w * 1.2)], h * 0.01, 6))
    return [*pile, *wires, *uprights, rod(w * 0.9, h * 0.02)]


def chocolate_bar(g: Generator) -> list[Part]:
    nx, nz, cell = int(g.integers(3, 5)), int(g.integers(5, 8)), g.uniform(0.018, 0.024)
    style, long, h = int(g.integers(3)), cell * g.uniform(1.0, 1.4), cell * g.uniform(0.25, 0.4)
    if style == 2:
        nx, long = 1, cell * 0.9  # one row of humps
    gone = int(g.integers(1, 4)) if chance(g) else 0
    parts: list[Part] = []
    for i in range(nx):
        for j in range(nz):
            x, z = (i - (nx - 1) / 2) * long, (j - (nz - 1) / 2) * cell
            off = nx > 1 and i >= nx - 1 - (j == nz - 1) and j >= nz - gone
            if off:
                continue
            parts.append(box(long, h * 0.5, cell, x, 0, z))
            if style == 2:
                parts.append(_frustum(cell * 1.7, cell * 0.95, h * 2, 0.45, h * 0.4))
                parts[-1].apply_translation((x, 0, z))
            else:
                parts += at(x, 0, z, _frustum(long * 0.92, cell * 0.92, h * 0.6, 0.78, h * 0.5))
                parts += [box(long * 0.4, h * 0.12, cell * 0.15, x, h * 1.1, z)] if style == 1 else []
    if style == 2:
        parts.append(box(cell * 1.8, h * 0.5, nz * cell))
    if chance(g, 0.6):  # still half in its wrapper
        t = np.linspace(-1, 1, 15)
        far, near, half = -nz * cell * 0.53, cell * g.uniform(-1, 0.5), max(nx * long, cell * 1.8) * 0.53
        jag = near + cell * 0.18 * np.where(np.arange(15) % 2, 1, -1)
        top = h * (2.6 if style == 2 else 1.25)
        rows = [np.column_stack([t * half, np.full(15, y), z]) for y, z in ((-h * 0.1, jag), (-h * 0.1, t * 0 + far))]
        over = [np.column_stack([t * half, np.full(15, top), z]) for z in (jag, t * 0 + far)]
        parts.append(loft(np.array([np.concatenate([a, b[::-1]]) for a, b in zip(rows, over, strict=True)])))
        parts.append(box(half * 2, h * 0.15, cell * 0.5, 0, h * 0.4, far - cell * 0.2))
    return [turned(p, (65, 0, 0)) for p in parts] if chance(g) else parts


def macaron(g: Generator) -> list[Part]:
    r, style, fat = g.uniform(0.02, 0.026), int(g.integers(3)), g.uniform(0.42, 0.6)
    cream = r * g.uniform(0.15, 0.35)
    dome = smooth(
        [(r * 0.97, 0), (r, r * 0.12), (r * 0.95, r * fat * 0.7), (r * 0.6, r * fat), (0.001, r * fat)], False, 3
    )
    shell = [lathe([(float(x), float(y) + r * 0.1) for x, y in dome])]
    for i in range(30):  # the frilled foot
        a = 2 * math.pi * i / 30
        shell.append(turned(box(r * 0.13, r * 0.16 * g.uniform(0.7, 1.1), r * 0.13), (0, g.uniform(0, 90), 0),
            (r * 1.0 * math.cos(a), 0, r * 1.0 * math.sin(a))))  # fmt: skip
    shell.append(rod(r * 0.98, r * 0.14))
    low = [turned(p.copy(), (180, 0, 0), (0, -cream, 0)) for p in shell]
    one = [*shell, *low, lathe([(0, -cream), (r * 0.86, -cream), (r * 0.93, -cream / 2), (r * 0.86, 0), (0, 0)])]
    if style == 0:
        tilt = g.uniform(-10, 70)
        return [turned(p, (tilt, 0, 0)) for p in one]
    step = 2 * r * (fat + 0.1) + cream
    if style == 1:  # piled up
        m = int(g.integers(2, 5))
        return [turned(p.copy(), (0, i * 50, 0), (r * 0.12 * (-1) ** i, i * step, 0)) for i in range(m) for p in one]
    tilt = g.uniform(62, 75)
    lean = [turned(p.copy(), (0, 0, tilt), (-r * 1.35, r * 0.25, 0)) for p in one]
    berry = [egg(r * 0.25, r * 0.25, r * 0.25, r * 1.3, -r * 0.5, r * 0.8)] if chance(g) else []
    return [*one, *[turned(p, (0, 0, 0)) for p in lean], *berry]


KINDS = kinds_of(pretzel, waffle, popcorn_bucket, french_fries, chocolate_bar, macaron)
