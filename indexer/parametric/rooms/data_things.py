"""What sends, stores and watches: routers, racks of servers, memory, webcams."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, plate, slab, smooth, tube
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned


def router(g: Generator) -> list[Part]:
    w, d, h, style, n = (
        g.uniform(0.18, 0.26),
        g.uniform(0.11, 0.17),
        g.uniform(0.025, 0.04),
        int(g.integers(3)),
        int(g.integers(2, 5)),
    )
    outline = smooth(
        [(x * w / 2, z * d / 2) for x, z in ((-1, -1), (0, -1), (1, -1), (1, 0), (0.9, 1), (0, 1), (-0.9, 1), (-1, 0))],
        times=2,
    )
    case = [plate(outline, h * 0.8), plate(outline * 0.93, h * 0.3, 0, h * 0.78)]
    ports = [box(0.014, 0.012, 0.006, w * (0.12 * i - 0.25), h * 0.2, -d / 2) for i in range(5)]
    lamps = [box(0.004, 0.002, 0.006, w * (0.06 * i - 0.15), h * 1.07, d * 0.36) for i in range(6)]
    slots = [box(w * 0.5, 0.002, 0.003, 0, h * 1.07, d * (0.06 * i - 0.2)) for i in range(5)]
    tall, lean = g.uniform(0.12, 0.19), g.uniform(0, 22)
    if style == 2:  # hostile looking: aerials at the corners, a ridged lid
        case += [turned(box(w * 0.02, h * 0.3, d * 0.7, s * w * 0.2, h), (0, s * 25, 0)) for s in (1, -1)]
        spots = [(x * w * 0.52, z * d * 0.4) for x in (1, -1) for z in (1, -1)]
    else:
        spots = [(w * 0.84 * (i / (n - 1) - 0.5), -d / 2 - 0.008) for i in range(n)]
    parts = [*case, *ports, *lamps, *slots]
    for x, z in spots:  # aerials
        aerial = (
            [lying(0.006, 0.018, 0, 0), box(0.013, tall, 0.008), rod(0.005, 0.03)]
            if style
            else [rod(0.006, 0.02), rod(0.0055, tall, y=0.015, top=0.003)]
        )
        parts += [turned(part, (-8, 0, -lean * x / w * 2), (x, h * 0.6, z)) for part in aerial]
    return parts


def webcam(g: Generator) -> list[Part]:
    s, style, tilt = g.uniform(0.02, 0.03), int(g.integers(3)), g.uniform(-8, 12)
    lens = [
        forward(
            lathe([(0, 0), (s * 0.5, 0), (s * 0.5, s * 0.3), (s * 0.36, s * 0.3), (s * 0.25, s * 0.2), (0, s * 0.24)]),
            0,
            0,
            s * 0.35,
        )
    ]
    if style == 0:  # a ball in a ring on a foot
        head = [ball(s), *at(0, 0, s * 0.5, *lens), ring(s * 1.02, s * 0.08, axis="x")]
        stem = [
            rod(s * 0.15, s * 0.8, y=-s * 1.6),
            lathe([(0, 0), (s * 1.1, 0), (s, s * 0.15), (s * 0.3, s * 0.3), (0, s * 0.3)], y=-s * 1.8),
        ]
    else:  # a bar, or a box, on a clip
        w = s * (g.uniform(3, 4) if style == 1 else 1.6)
        outline = smooth(
            [(x * w / 2, y * s * 0.6) for x, y in ((-1, -1), (0, -1), (1, -1), (1, 1), (0, 1), (-1, 1))], times=2
        )
        head = [
            slab(outline, s * 0.9),
            *lens,
            *[forward(rod(s * 0.08, s * 0.06), x * w * 0.36, 0, s * 0.42) for x in (1, -1)],
        ]
        stem = [
            box(s * 0.5, s * 0.35, s * 0.5, 0, -s * 0.95),
            box(w * 0.5, s * 0.15, s * 1.6, 0, -s * 1.1, -s * 0.4),
            lying(s * 0.18, s, 0, -s * 1.1, -s * 1.1),
        ]
        stem += [
            turned(box(w * 0.45, s * 1.6, s * 0.15, 0, -s * 1.6), (g.uniform(-5, 25), 0, 0), (0, -s * 1.1, -s * 1.1)),
            box(w * 0.5, s * 0.3, s * 0.12, 0, -s * 1.35, s * 0.36),
        ]
    cord = tube(
        smooth([(0, 0, -s * 0.4), (0, -s * 0.2, -s * 1.6), (s, -s * 1.6, -s * 2.2), (s * 2.2, -s * 1.75, -s)], False),
        s * 0.07,
    )
    return [*[turned(part, (tilt, 0, 0)) for part in head], *stem, *([cord] if chance(g) else [])]


def server_rack(g: Generator) -> list[Part]:
    w, d, style = 0.6, g.uniform(0.6, 1.0), int(g.integers(3))
    u, n, y = 0.0445, int(g.integers(18, 42)), 0.1
    h = n * u + 0.16
    posts = [box(0.04, h, 0.04, x * w * 0.46, 0, z * d * 0.46) for x in (1, -1) for z in (1, -1)]
    frame = [box(w, 0.05, d, 0, q) for q in (0.04, h - 0.05)]
    feet = [lying(0.03, 0.03, x * w * 0.4, 0.01, z * d * 0.4) for x in (1, -1) for z in (1, -1)]
    units: list[Part] = []
    row = 0
    while row < n:  # machines of one to four units, and gaps
        tall, front = min(int(g.integers(1, 5)), n - row), d * 0.44
        low, high = y + row * u, tall * u * 0.92
        row += tall
        if chance(g, 0.2):
            continue
        units.append(box(w * 0.78, high, d * 0.8, 0, low, front - d * 0.4))
        units += [box(0.02, high * 0.9, 0.02, s * w * 0.4, low, front) for s in (1, -1)]
        if tall > 1:
            units += [
                box(0.045, high * 0.8, 0.05, 0.055 * (i - 3.5), low + high * 0.1, front + 0.003) for i in range(8)
            ]
        else:
            units += [box(0.018, 0.016, 0.006, 0.03 * (i - 5.5), low + 0.012, front) for i in range(12)]
    sides = [box(0.01, h - 0.1, d * 0.9, s * w * 0.49, 0.06) for s in (1, -1)] if style else []
    if style == 2:  # its door ajar
        door = [box(0.03, h - 0.1, 0.02, x, 0.05) for x in (0.015, w - 0.015)] + [
            box(w, 0.03, 0.02, w / 2, q) for q in (0.05, h - 0.08)
        ]
        door += [box(0.006, h - 0.1, 0.008, 0.04 * i, 0.05) for i in range(1, 15)] + [
            box(0.02, 0.15, 0.05, w - 0.03, h * 0.5)
        ]
        swing = float(g.uniform(-130, -40))
        sides += [turned(part, (0, swing, 0), (-w / 2, 0, d / 2)) for part in door]
    return [*posts, *frame, *feet, *units, *sides]


def memory_module(g: Generator) -> list[Part]:
    style, t = int(g.integers(3)), 0.0013
    long, h = (0.068, g.uniform(0.028, 0.034)) if style == 2 else (0.133, g.uniform(0.03, 0.042))
    notch, x = 0.0018, long * g.uniform(0.03, 0.12)
    bite = [(x - notch, 0.0), (x - notch, 0.004), (x + notch, 0.004), (x + notch, 0)]
    side = [
        (long / 2, 0),
        (long / 2, h * 0.4),
        (long / 2 - 0.002, h * 0.45),
        (long / 2 - 0.002, h * 0.55),
        (long / 2, h * 0.6),
        (long / 2, h),
    ]
    parts = [slab([(-long / 2, 0), *bite, *side, *[(-a, b) for a, b in side[:0:-1]]], t)]
    n = int(long / 0.0019)
    pads = [long * (i + 0.5) / n - long / 2 for i in range(n)]
    parts += [box(0.0011, 0.003, t * 1.25, p, 0.0003) for p in pads if abs(p - x) > notch * 1.4]
    if style == 1:  # in a ribbed cooler
        crest = [
            (-0.47, 0.16),
            (0.47, 0.16),
            (0.47, 0.95),
            (0.3, 1.0),
            (0.22, 1.25),
            (0.1, 1.12),
            (-0.1, 1.12),
            (-0.22, 1.25),
            (-0.3, 1),
            (-0.47, 0.95),
        ]
        cover = slab(np.array(crest) * (long, h), 0.0065)
        ribs = [
            box(long * 0.012, h * g.uniform(0.4, 0.75), 0.009, long * (0.06 * i - 0.39), h * 0.25) for i in range(14)
        ]
        return [*parts, cover, *ribs, box(long * 0.3, h * 0.35, 0.0085, 0, h * 0.4)]
    count = int(g.choice([4, 8, 9]))
    chips = [box(long / count * 0.7, h * 0.42, 0.0012, long * 0.92 * ((i + 0.5) / count - 0.5), h * 0.35, s * 0.001)
        for i in range(count) for s in ((1, -1) if chance(g) else (1,))]  # fmt: skip
    bits = [box(0.001, 0.002, 0.0008, long * (0.045 * i - 0.42), h * 0.2, 0.0008) for i in range(19)]
    return [*parts, *chips, *bits]


KINDS = kinds_of(router, webcam, server_rack, memory_module)
