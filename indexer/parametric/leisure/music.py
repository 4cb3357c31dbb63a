"""Musical instruments."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, mirrored, plate, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, legs, lying, ring, rod, turned


def _neck(width: float, low: float, high: float, z: float, strings: int) -> list[Part]:
    """Fingerboard with frets, strings and pegs, from height low to high."""
    xs = np.linspace(-0.35, 0.35, strings) * width
    frets = [box(width, 0.003, 0.006, 0, y, z + 0.012) for y in np.linspace(low + 0.1, high, 12)]
    head = slab(symmetric([(width * 0.5, 0), (width * 0.8, 0.04), (width * 0.7, 0.17)]), 0.016, 0, high, z)
    pegs = mirrored(*[lying(0.007, 0.03, width * 0.85, high + y, z) for y in (0.05, 0.1, 0.15)[: (strings + 1) // 2]])
    lines = [rod(0.0015, high - low, float(x), low, z + 0.018) for x in xs]
    return [box(width, high - low, 0.022, z=z, y=low), *frets, head, *pegs, *lines]


def acoustic_guitar(g: Generator) -> list[Part]:
    w, d, n = g.uniform(0.18, 0.21), g.uniform(0.08, 0.12), g.uniform(0.32, 0.4)
    half = [(0.1, 0), (w, 0.02), (w * 1.06, 0.2), (w * 0.5, 0.3), (w * 0.78, 0.4), (w * 0.66, 0.49), (0.04, 0.5)]
    outline = symmetric(half)
    if chance(g, 0.3):  # a cutaway for the high frets
        outline[-3:-1] = [(-w * 0.75, 0.36), (-0.06, 0.4)]
    bridge = box(0.13, 0.02, 0.014, y=0.12, z=d / 2)
    hole = [ring(0.05, 0.006, y=0.32, z=d / 2), turned(rod(0.047, 0.004), (90, 0, 0), (0, 0.32, d / 2))]
    return [slab(smooth(outline), d), bridge, *hole, *_neck(0.055, 0.36, 0.5 + n, d / 2, int(g.choice([6, 6, 4])))]


def electric_guitar(g: Generator) -> list[Part]:
    w, n = g.uniform(0.15, 0.18), g.uniform(0.42, 0.5)
    horns = [(0, 0), (w, 0), (w * 1.1, 0.16), (w * 0.62, 0.26), (w * 0.95, 0.41), (w * 0.5, 0.38), (0.035, 0.33)]
    horns += [(-0.035, 0.33), (-w * 0.55, 0.42), (-w * 1.0, 0.48), (-w * 0.62, 0.28), (-w * 1.1, 0.14), (-w, 0)]
    wedge = [(0, 0.18), (0.16, -0.05), (0.24, -0.02), (0.05, 0.36), (-0.05, 0.36), (-0.24, -0.02), (-0.16, -0.05)]
    parts = [slab(wedge if chance(g, 0.25) else smooth(horns), 0.045)]
    parts += [box(0.09, 0.022, 0.012, y=y, z=0.025) for y in ((0.2, 0.26, 0.31) if chance(g) else (0.21, 0.29))]
    parts += [turned(rod(0.012, 0.015), (90, 0, 0), (0.07 + i * 0.018, 0.16 - i * 0.04, 0.02)) for i in range(3)]
    return [*parts, box(0.09, 0.025, 0.015, y=0.14, z=0.025), *_neck(0.048, 0.17, 0.36 + n, 0.028, 6)]


def violin(g: Generator) -> list[Part]:
    w = g.uniform(0.09, 0.11)
    half = [(0.03, 0), (w, 0), (w * 1.15, 0.09), (w * 0.95, 0.13), (w * 0.5, 0.15), (w * 0.5, 0.2), (w * 0.85, 0.23),
            (w * 0.9, 0.3), (w * 0.5, 0.35), (0.02, 0.35)]  # fmt: skip
    parts = [slab(smooth(symmetric(half)), 0.035), box(0.05, 0.03, 0.006, y=0.155, z=0.02)]
    parts += mirrored(tube(smooth([(0.03, 0.13, 0.019), (0.04, 0.16, 0.019), (0.028, 0.2, 0.019)], False), 0.003))
    parts += [slab([(-0.02, 0.02), (0.02, 0.02), (0.012, 0.12), (-0.012, 0.12)], 0.008, z=0.024)]
    parts += [box(0.028, 0.33, 0.01, y=0.22, z=0.026), ring(0.012, 0.008, y=0.6, z=0.02, axis="x")]
    parts += [rod(0.001, 0.44, x, 0.12, 0.034) for x in (-0.008, -0.003, 0.003, 0.008)]
    parts += mirrored(*[lying(0.004, 0.04, 0.025, y, 0.02) for y in (0.56, 0.58)])
    if chance(g, 0.6):
        bow = [
            rod(0.004, 0.65, z=0.025),
            box(0.002, 0.62, 0.006, 0.014, 0.02, 0.025),
            box(0.02, 0.03, 0.01, 0.008, 0.02, 0.025),
        ]
        parts += [turned(part, (0, 0, -8), (0.15, 0, 0)) for part in bow]
    return parts


def grand_piano(g: Generator) -> list[Part]:
    w, long = 0.75, g.uniform(1.1, 1.8)
    edge = [(-w, 0.35), (w, 0.35), (w, -0.25 * long), (w * 0.55, -0.5 * long), (0.1, -0.75 * long), (-0.2, -long)]
    outline = np.array([*edge, (-w * 0.8, -long), (-w, -0.9 * long)])
    lid = turned(plate(outline + np.array((w, 0)), 0.03), (0, 0, g.uniform(25, 42)), (-w, 0.97, 0))
    blacks = [
        box(0.014, 0.025, 0.09, x, 0.72, 0.44)
        for i, x in enumerate(np.arange(-0.65, 0.66, 0.03))
        if i % 7 not in (2, 6)
    ]
    posts = [rod(0.06, 0.62, x, 0, z, top=0.075) for x, z in ((-w + 0.1, 0.25), (w - 0.1, 0.25), (-0.4, -long + 0.2))]
    seat = [box(0.7, 0.07, 0.35, y=0.43, z=1.0)] + [rod(0.03, 0.45, x, 0, z) for x in (-0.3, 0.3) for z in (0.87, 1.13)]
    lyre = [box(0.2, 0.06, 0.1, y=0.08, z=0.2), *[rod(0.012, 0.55, x, 0.1, 0.2) for x in (-0.06, 0.06)]]
    prop = turned(rod(0.015, 0.62 * w), (0, 0, -10), (w * 0.55, 0.92, -0.1 * long))
    keys = [box(2 * w, 0.1, 0.2, y=0.6, z=0.43), box(1.35, 0.02, 0.15, y=0.7, z=0.45), *blacks]
    cheeks = [box(0.08, 0.2, 0.22, x, 0.6, 0.44) for x in (-w + 0.04, w - 0.04)]
    whole = [plate(outline, 0.3, y=0.62), lid, prop, *keys, *cheeks, *posts, *lyre]
    return whole + (seat if chance(g) else [])


def drum(g: Generator) -> list[Part]:
    r, h, n = g.uniform(0.18, 0.24), g.uniform(0.15, 0.42), int(g.integers(6, 11))
    angles = [2 * math.pi * i / n for i in range(n)]
    rims = [ring(r * 1.02, 0.014, y=y, axis="y") for y in (0.02, h - 0.02)]
    if chance(g):  # cords in zigzag, else straight lugs
        turns = np.linspace(0, 2 * math.pi, 2 * n + 1)
        cords = [
            tube(
                [
                    (r * 1.04 * math.cos(a), 0.02 + (i % 2) * (h - 0.04), r * 1.04 * math.sin(a))
                    for i, a in enumerate(turns)
                ],
                0.006,
            )
        ]
    else:
        cords = [rod(0.009, h, r * 1.04 * math.cos(a), 0, r * 1.04 * math.sin(a)) for a in angles]
    sticks = [
        tube([(-0.1 + s * 0.06, h + 0.02, 0.1), (s * 0.14 + 0.12, h + 0.03, -0.25)], [0.009, 0.006]) for s in (0, 1)
    ]
    sticks += [ball(0.014, 0.12 + s * 0.14, h + 0.03, -0.25) for s in (0, 1)]
    return [rod(r, h), *rims, *cords, *(sticks if chance(g, 0.7) else [])]


def drum_kit(g: Generator) -> list[Part]:
    r = g.uniform(0.28, 0.34)

    def pot(x: float, y: float, z: float, radius: float, high: float, lean: float = 0) -> list[Part]:
        shell = [rod(radius, high), *[ring(radius, 0.012, y=h, axis="y") for h in (0, high)]]
        return [turned(part, (lean, 0, 0), (x, y, z)) for part in shell]

    def cymbal(x: float, y: float, z: float) -> list[Part]:
        plate_ = lathe([(0, 0.03), (0.05, 0.025), (0.06, 0.01), (0.22, -0.015), (0.22, -0.02), (0, -0.005)])
        feet = [tube([(x, 0.25, z), (x + dx, 0, z + dz)], 0.01) for dx, dz in ((0.2, 0), (-0.1, 0.17), (-0.1, -0.17))]
        return [turned(plate_, (-14, 0, -6 if x > 0 else 6), (x, y, z)), rod(0.012, y, x, 0, z), *feet]

    bass = [turned(part, (90, 0, 0), (0, r, -0.22)) for part in pot(0, 0, 0, r, 0.44)]
    toms = [p for x in ((-0.2, 0.2) if chance(g, 0.8) else (0.15,)) for p in pot(x, 2 * r + 0.1, 0, 0.16, 0.2, -18)]
    posts = [rod(0.015, 0.2, x, 2 * r - 0.04, 0) for x in (-0.12, 0.12)]
    floor = [
        *pot(0.55, 0.22, -0.4, 0.2, 0.35),
        *[rod(0.01, 0.5, 0.55 + x, 0, -0.4 + z) for x, z in ((0.21, 0), (-0.1, 0.18), (-0.1, -0.18))],
    ]
    snare = [*pot(-0.5, 0.5, -0.45, 0.18, 0.14), rod(0.02, 0.5, -0.5, 0, -0.45, top=0.03)]
    cymbals = cymbal(-0.7, g.uniform(1.05, 1.3), 0.0) + cymbal(0.65, g.uniform(1.1, 1.35), 0.05)
    if chance(g):
        cymbals += cymbal(-0.9, 0.85, -0.4)
    seat = [rod(0.17, 0.08, 0, 0.48, -0.9), rod(0.025, 0.48, 0, 0, -0.9)]
    return [*bass, *toms, *posts, *floor, *snare, *cymbals, *(seat if chance(g) else [])]


def trumpet(g: Generator) -> list[Part]:
    r, long = g.uniform(0.055, 0.068), g.uniform(0.44, 0.52)
    bell = turned(
        lathe([(0.006, 0), (0.009, 0.2), (0.02, 0.27), (r, 0.33), (r * 0.95, 0.33), (0, 0.2)]),
        (90, 0, 0),
        (0, 0.1, long - 0.33),
    )
    back = [(0, 0.1, long - 0.3), (0, 0.1, 0.1)] + [(0, 0.06 + y, 0.1 - x) for x, y in arc(0.04, 90, 270)]
    front = [(0, 0.02, 0.1), (0, 0.02, 0.34)] + [(0, 0.06 - y, 0.34 + x) for x, y in arc(0.04, 90, -90)]
    lead = [*front, (0, 0.1, 0.34), (0, 0.1, 0.26), (0.015, 0.1, -0.12)]
    mouth = turned(
        lathe([(0, 0), (0.005, 0), (0.008, 0.03), (0.013, 0.05), (0, 0.045)]), (-90, 0, 0), (0.015, 0.1, -0.1)
    )
    valves = []
    for i in range(int(g.choice([3, 3, 4]))):
        z = 0.17 + i * 0.036
        valves += [rod(0.015, 0.12, 0, 0.0, z), rod(0.004, 0.03, 0, 0.12, z), rod(0.012, 0.006, 0, 0.15, z)]
    loop = tube([(0.02, 0.06, 0.24), (0.05, 0.06, 0.24), (0.05, 0.06, 0.15), (0.02, 0.06, 0.15)], 0.006)
    return [bell, tube(back, 0.006), tube(lead, 0.006), mouth, *valves, loop]


def flute(g: Generator) -> list[Part]:
    long, n = g.uniform(0.35, 0.6), int(g.integers(8, 14))
    xs = np.linspace(-0.18, 0.45, n) * long
    keys = [part for x in xs for part in (rod(0.0095, 0.005, float(x), 0.011, 0.0), rod(0.006, 0.003, float(x), 0.016))]
    bars = [lying(0.003, long * 0.6, long * 0.13, 0.008, 0.012)]
    joints = [lying(0.0155, 0.014, x * long) for x in (-0.5, -0.24, 0.5, 0.34)]
    lip = [ball(0.016, -0.38 * long, 0.012, 0, (1.4, 0.35, 1)), ring(0.006, 0.002, -0.38 * long, 0.018, 0, axis="y")]
    return [lying(0.0125, long), *keys, *bars, *joints, *lip]


def harp(g: Generator) -> list[Part]:
    h, w, n = g.uniform(1.2, 1.8), g.uniform(0.6, 0.8), int(g.integers(14, 26))
    top = smooth([(-w / 2, h, 0), (-w * 0.25, h * 0.98, 0), (w * 0.05, h * 0.78, 0), (w * 0.45, h * 0.86, 0)], False)
    sound = tube([(-w * 0.42, 0.08, 0), (w * 0.45, h * 0.86, 0)], [0.13, 0.05], 10)
    sound.vertices[:, 2] *= 0.9
    strings = []
    for t in np.linspace(0.1, 0.93, n):
        low = np.array([-w * 0.42, 0.08, 0]) * (1 - t) + np.array([w * 0.45, h * 0.86, 0]) * t
        high = float(np.interp(low[0], top[:, 0], top[:, 1]))
        strings.append(rod(0.0025, max(high - low[1], 0.02), low[0], low[1], 0))
    crown = [ball(0.06, -w / 2, h + 0.03), ring(0.05, 0.015, -w / 2, h - 0.05, axis="y")] if chance(g) else []
    base = box(0.3, 0.08, 0.26, -w * 0.44)
    return [rod(0.035, h, -w / 2), tube(top, 0.04), sound, *strings, *crown, base]


def accordion(g: Generator) -> list[Part]:
    n, h, spread = int(g.integers(9, 15)), g.uniform(0.3, 0.4), g.uniform(-14, 14)
    folds = []
    for i in range(n):
        t = i / (n - 1) - 0.5
        size = (h * 0.9, 0.17) if i % 2 else (h, 0.2)
        folds.append(
            turned(box(0.016, size[0], size[1]), (0, 0, -spread * t), (t * n * 0.022, abs(t) * spread * 0.001, 0))
        )
    edge = n * 0.011 + 0.05
    keys = [box(0.05, 0.016, 0.05, -edge - 0.07, 0.03 + i * (h - 0.04) / 14, 0.08) for i in range(14)]
    board = box(0.06, h * 1.05, 0.03, -edge - 0.07, 0, 0.06)
    buttons = [
        turned(rod(0.006, 0.012), (90, 0, 0), (edge - 0.03 + 0.02 * i, h * (0.2 + 0.075 * j), 0.1))
        for i in range(3)
        for j in range(9)
    ]
    ends = [turned(box(0.11, h * 1.04, 0.2), (0, 0, -s * spread / 2), (s * edge, 0, 0)) for s in (-1, 1)]
    strap = tube(
        smooth([(-edge, h, -0.1), (-edge, h * 0.9, -0.3), (-edge, h * 0.2, -0.3), (-edge, 0.03, -0.1)], False), 0.012
    )
    return [*folds, *ends, board, *keys, *buttons, *([strap] if chance(g) else [])]


def xylophone(g: Generator) -> list[Part]:
    n, long = int(g.integers(8, 14)), g.uniform(0.22, 0.32)
    bars = [box(0.034, 0.014, long * (1 - 0.5 * i / n), (i - n / 2) * 0.044, 0.05) for i in range(n)]
    rails: list[Points] = [[(-n * 0.025, 0.035, s * long * 0.36), (n * 0.023, 0.035, s * long * 0.2)] for s in (1, -1)]
    mallets = []
    for x in (-0.05, 0.08):
        mallets += [tube([(x, 0.085, 0.02), (x + 0.1, 0.1, 0.24)], 0.005), ball(0.016, x, 0.085, 0.02)]
    pins = [
        rod(0.005, 0.03, (i - n / 2) * 0.044, 0.05, z * long * (0.36 - 0.16 * i / n)) for i in range(n) for z in (1, -1)
    ]
    stand = [tube(rail, 0.018) for rail in rails]
    feet = legs(n * 0.045, long * 0.6, 0.04, 0.012)
    return [*bars, *stand, *pins, *feet, *(mallets if chance(g, 0.7) else [])]


KINDS = kinds_of(
    acoustic_guitar, electric_guitar, violin, grand_piano, drum, drum_kit, trumpet, flute, harp, accordion, xylophone
)
