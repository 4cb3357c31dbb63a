"""What marks sacred places: carved poles, gates, relic mounds."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, body, chance, egg, mirrored, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, ring, rod, turned


def totem_pole(g: Generator) -> list[Part]:
    n, r, style = int(g.integers(3, 6)), g.uniform(0.28, 0.42), int(g.integers(3))
    parts, y = [box(r * 3.2, 0.15, r * 3.2), rod(r * 0.8, n * r * 2.6, y=0.1)], 0.15
    for i in range(n):
        h, face = r * g.uniform(2.3, 2.9), int(g.integers(4))
        wide = r * g.uniform(0.95, 1.1)
        parts.append(
            lathe([(0, 0), (wide * 0.9, 0), (wide, h * 0.15), (wide, h * 0.85), (wide * 0.85, h * 0.98), (0, h)], 0, y)
        )
        ey, ez = y + h * 0.68, wide * 0.85
        parts += mirrored(
            forward(rod(wide * 0.26, wide * 0.2), wide * 0.4, ey, ez - 0.03),
            ball(wide * 0.14, wide * 0.4, ey, ez + wide * 0.17),
        )
        parts += mirrored(
            turned(box(wide * 0.7, wide * 0.14, wide * 0.3), (0, 25, 18), (wide * 0.4, ey + wide * 0.3, ez))
        )
        if face == 0:  # a long beak
            beak = [
                (0, wide * 0.3, wide * 0.3, 0),
                (wide * 0.7, wide * 0.24, wide * 0.24, -0.02),
                (wide * 1.4, wide * 0.05, wide * 0.06, -wide * 0.25),
            ]
            parts += at(0, y + h * 0.45, wide * 0.75, body(beak, sides=8))
        elif face == 1:  # a grin with teeth
            parts += [
                box(wide * 1.2, wide * 0.45, wide * 0.35, 0, y + h * 0.16, ez),
                *[
                    box(wide * 0.14, wide * 0.2, wide * 0.1, wide * x, y + h * 0.2, ez + wide * 0.2)
                    for x in (-0.45, -0.15, 0.15, 0.45)
                ],
            ]
            parts += [egg(wide * 0.2, wide * 0.25, wide * 0.25, 0, y + h * 0.5, wide)]
        elif face == 2:  # a snout and round ears
            parts += [
                egg(wide * 0.5, wide * 0.4, wide * 0.7, 0, y + h * 0.36, wide * 0.8),
                *mirrored(egg(wide * 0.28, wide * 0.3, wide * 0.15, wide * 0.85, y + h * 0.92, wide * 0.2)),
            ]
        else:  # arms about its belly
            arm: Points = [
                (wide, y + h * 0.5, 0.1),
                (wide * 1.1, y + h * 0.2, wide * 0.6),
                (wide * 0.3, y + h * 0.3, wide * 1.15),
            ]
            parts += [
                *mirrored(tube(smooth(arm, False), wide * 0.17, 6)),
                egg(wide * 0.2, wide * 0.22, wide * 0.3, 0, y + h * 0.5, wide),
            ]
        if (i == n - 1 and style != 2) or (i == 0 and style == 2):  # spread wings
            s = r * g.uniform(2.6, 4.0)
            wing = [
                (0.2, 0.1),
                (s * 0.5, 0.35 * r),
                (s, 0.9 * r),
                (s * 0.95, 0.1 * r),
                (s * 0.8, -0.3 * r),
                (s * 0.6, -0.4 * r),
                (s * 0.4, -0.7 * r),
                (0.2, -0.8 * r),
            ]
            parts += mirrored(
                slab(wing, r * 0.18, 0, y + h * 0.55, 0),
                *[box(0.06, r * 0.6, r * 0.26, s * t, y + h * 0.5 - r * 0.2) for t in (0.5, 0.7, 0.85)],
            )
        y += h
    top = [turned(lathe([(0, 0), (r * 0.22, 0), (0, r * 0.9)]), (0, 0, -16), (r * 0.6, y - 0.1, 0))]
    return parts + (
        mirrored(*top)
        if style == 0
        else [lathe([(0, 0), (r * 1.1, 0), (r * 0.8, r * 0.3), (r * 0.7, r * 0.9), (0, r * 0.9)], 0, y - 0.05)]
    )


def torii_gate(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(3)), g.uniform(3.4, 5.2), g.uniform(3.6, 5.0)
    r, lean, lift = g.uniform(0.16, 0.26), g.uniform(0.08, 0.3), (0.0, 0.35, 0.5)[style]
    posts = [tube([(x * (w / 2 + lean), 0, 0), (x * w / 2, h, 0)], [r * 1.1, r * 0.95], 16) for x in (1, -1)]
    posts += [
        lathe([(0, 0), (r * 1.7, 0), (r * 1.6, 0.2), (r * 1.25, 0.24), (r * 1.25, 0.6), (0, 0.6)], x * (w / 2 + lean))
        for x in (1, -1)
    ]
    e, thick = w / 2 + g.uniform(0.6, 1.0), g.uniform(0.26, 0.36)
    xs = np.linspace(-e, e, 17)

    def beam(wide: float, low: float, high: float, deep: float) -> Part:
        low_edge = [(x * wide, low + lift * (abs(x) / e) ** 2.4) for x in xs]
        return slab([*low_edge, *[(x * wide * 1.03, high + lift * (abs(x) / e) ** 2.4) for x in xs[::-1]]], deep)

    parts = [beam(1.0, h, h + thick, r * 2.2)]
    if style:
        parts += [
            beam(1.06, h + thick, h + thick * 1.8, r * 3.2),
            *[lathe([(0, 0), (r * 1.5, 0), (r * 1.5, 0.14), (0, 0.14)], x * w / 2, h - 0.14) for x in (1, -1)],
        ]
    low = h * g.uniform(0.72, 0.8)
    parts.append(box(w + (1.1 if style else 0.1), thick * 0.8, r * 1.3, 0, low))
    if style:  # a tablet in the middle, wedges at the posts
        parts += [
            box(r * 1.6, h - low, r * 1.1, 0, low),
            box(r * 2.2, (h - low) * 0.8, r * 0.7, 0, low + (h - low) * 0.2, r * 0.7),
        ]
        parts += [
            box(0.18, 0.1, r * 1.6, x * (w / 2 + s * (r + 0.1)), low + thick * 0.8) for x in (1, -1) for s in (1, -1)
        ]
    if style == 2:  # braced by small posts before and behind
        for x in (1, -1):
            for z in (1, -1):
                parts += [
                    rod(r * 0.75, h * 0.55, x * (w / 2 + lean * 0.6), 0, z * w * 0.3),
                    box(r * 2, 0.12, r * 2.4, x * (w / 2 + lean * 0.6), h * 0.55, z * w * 0.3),
                ]
            parts += [box(r * 0.7, 0.2, w * 0.72, x * (w / 2 + lean * 0.6), h * t) for t in (0.2, 0.43)]
    elif chance(g):  # a straw rope with paper streamers
        sag = [(x, low - 0.1 - 0.45 * (1 - (x / (w / 2)) ** 2), r) for x in np.linspace(-w / 2, w / 2, 13)]
        parts += [
            tube(sag, [0.06 + 0.06 * (1 - abs(p[0]) / w * 2) for p in sag], 8),
            *[box(0.18, 0.45, 0.02, p[0], p[1] - 0.5, r) for p in sag[2:-1:3]],
        ]
    return [*posts, *parts, *([box(w + 2.2, 0.2, 2.0, 0, -0.2), box(w + 3, 0.2, 2.8, 0, -0.4)] if chance(g) else [])]


def stupa(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(4, 7)
    tiers, parts, y = int(g.integers(2, 5)), [], 0.0
    for i in range(tiers):  # terraces
        half, tall = r * (1.75 - 0.2 * i), r * g.uniform(0.12, 0.2)
        parts += (
            [box(half * 2, tall, half * 2, 0, y), box(half * 2.06, tall * 0.2, half * 2.06, 0, y + tall * 0.8)]
            if style != 1
            else [rod(half, tall, y=y), rod(half * 1.03, tall * 0.2, y=y + tall * 0.8)]
        )
        y += tall
    if style == 0:  # a low hemisphere
        dome = [(r * math.cos(a), r * 0.85 * math.sin(a)) for a in np.linspace(0, 1.4, 9)]
    elif style == 1:  # a bell
        dome = [
            (r * 1.1, 0),
            (r * 1.1, r * 0.1),
            (r * 0.95, r * 0.2),
            (r * 0.82, r * 0.5),
            (r * 0.7, r * 0.9),
            (r * 0.45, r * 1.2),
            (r * 0.25, r * 1.32),
        ]
    else:  # a pot, wider above
        dome = [
            (r * 0.72, 0),
            (r * 0.8, r * 0.35),
            (r * 0.95, r * 0.8),
            (r * 0.85, r * 1.05),
            (r * 0.5, r * 1.2),
            (r * 0.3, r * 1.22),
        ]
    top = dome[-1][1]
    parts.append(lathe([(0, 0), *dome, (0, top)], y=y))
    parts += [ring(dome[0][0] * 1.01, r * 0.04, y=y + r * 0.05, axis="y")]
    y += top - r * 0.04
    s = r * g.uniform(0.2, 0.28)
    parts += [
        box(s * 2, s * 1.1, s * 2, 0, y),
        box(s * 2.4, s * 0.25, s * 2.4, 0, y + s * 1.1),
        *around(
            4,
            box(s * 0.5, s * 0.25, s * 0.1, s * 0.45, y + s * 0.6, s),
            box(s * 0.5, s * 0.25, s * 0.1, -s * 0.45, y + s * 0.6, s),
        ),
    ]
    y += s * 1.35
    n, tall = int(g.integers(5, 12)), r * g.uniform(0.8, 1.4)
    for k in range(n):  # rings of the spire
        u = s * 0.85 * (1 - 0.8 * k / n)
        parts.append(
            lathe([(0, 0), (u, 0), (u, tall / n * 0.6), (u * 0.7, tall / n), (0, tall / n)], y=y + tall * k / n)
        )
    parts += [
        lathe([(0, 0), (s * 0.6, 0), (s * 0.6, s * 0.1), (0, s * 0.35)], y=y + tall),
        rod(s * 0.08, s * 0.9, y=y + tall + s * 0.2, top=0.02),
    ]
    gate = [
        box(r * 0.5, r * 0.7, r * 0.3, 0, 0, r * 1.75),
        slab([(-r * 0.32, 0), (r * 0.32, 0), (0, r * 0.3)], r * 0.34, 0, r * 0.7, r * 1.75),
        box(r * 0.25, r * 0.5, r * 0.34, 0, 0, r * 1.76),
    ]
    steps = [
        box(r * 0.6, y0, r * 0.12, 0, 0, r * (1.9 - 0.12 * k))
        for k, y0 in enumerate(np.linspace(0.15, 0.6, 4) * r * 0.5)
    ]
    parts += around(4, *gate) if chance(g) else around(4, *steps)
    if style == 1:  # little ones around
        mini = [
            lathe(
                [
                    (0, 0),
                    (r * 0.2, 0),
                    (r * 0.2, r * 0.15),
                    (r * 0.15, r * 0.35),
                    (r * 0.05, r * 0.45),
                    (0.02, r * 0.8),
                    (0, r * 0.8),
                ],
                0,
                r * 0.12,
                r * 1.52,
            )
        ]
        parts += around(8, *mini, start=22.5)
    return parts


KINDS = kinds_of(totem_pole, torii_gate, stupa)
