"""Things to play with: toys, game tiles and pieces, and coin machines."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, slab, smooth, tube, upright
from indexer.parametric.solids import Part, around, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def yo_yo(g: Generator) -> list[Part]:
    r, style, gap = g.uniform(0.026, 0.032), int(g.integers(3)), g.uniform(0.0015, 0.003)
    wide = r * [g.uniform(0.5, 0.7), g.uniform(0.6, 0.8), g.uniform(0.4, 0.6)][style]
    half = [[(0, gap), (r * 0.8, gap), (r, gap + wide * 0.3), (r, gap + wide * 0.7), (r * 0.85, gap + wide),
        (0, gap + wide)], [(0, gap), (r * 0.35, gap), (r * 0.6, gap + wide * 0.35), (r, gap + wide * 0.85),
        (r * 0.97, gap + wide), (r * 0.8, gap + wide * 0.7), (r * 0.3, gap + wide * 0.7), (r * 0.25, gap + wide * 0.9),
        (0, gap + wide * 0.9)], [(0, gap), (r * 0.9, gap), (r, gap + wide * 0.15), (r * 0.9, gap + wide * 0.6),
        (r * 0.5, gap + wide * 0.95), (0, gap + wide)]][style]  # fmt: skip
    parts = [turned(lathe(half), (0, 0, s * 90)) for s in (1, -1)]
    parts += [lying(r * 0.3, gap * 2.4), ring(r * 0.6, r * 0.05, gap + wide * (0.65 if style == 1 else 0.97), axis="x")]
    if style == 1 or chance(g, 0.7):  # hanging on its string
        long, sway = r * g.uniform(2.5, 4), g.uniform(-0.3, 0.3) * r
        string = [(0, 0, r * 0.3), (0, r, r * 0.25), (sway, r + long * 0.5, r * 0.1), (0, r + long, 0)]
        parts += [tube(smooth(string, closed=False), r * 0.035), ring(r * 0.3, r * 0.035, 0, r * 1.28 + long)]
    else:
        parts += [ring(r * 0.45, gap * 0.9, axis="x"), tube(smooth([(0, r * 0.4, 0), (0, r, r * 0.9),
            (r * 0.8, r * 0.4, r * 1.6), (r * 1.8, -r * 0.9, r * 1.2), (r * 2.4, -r * 0.95, 0)], closed=False),
            r * 0.04)]  # fmt: skip
    return parts


def rubber_duck(g: Generator) -> list[Part]:
    r, style, fat = g.uniform(0.03, 0.05), int(g.integers(4)), g.uniform(0.75, 0.95)
    tail = g.uniform(0.5, 0.9)
    line = [(-1.45, 0.08, 0.05, tail + 0.25), (-1.2, 0.35, 0.22, tail * 0.75), (-0.8, fat * 0.8, 0.55, 0.15),
        (-0.2, fat, 0.68, 0), (0.4, fat * 0.95, 0.68, 0), (0.85, fat * 0.6, 0.45, 0.1),
        (1.05, 0.1, 0.1, 0.15)]  # fmt: skip
    rows = np.array(line)
    fine = np.stack([np.interp(np.linspace(0, 6, 19), range(7), rows[:, i]) for i in range(4)], 1)
    head, y, z = g.uniform(0.52, 0.66), 1.0, 0.55
    parts = [body([tuple(row) for row in fine], 2.2, 20), ball(head, 0, y, z)]
    parts += [egg(head * 0.5, head * 0.12, head * 0.6, 0, y - head * 0.05, z + head),
        egg(head * 0.4, head * 0.1, head * 0.45, 0, y - head * 0.25, z + head * 0.9)]  # fmt: skip
    wing = body([(-0.95, 0.03, 0.06, 0.35), (-0.5, 0.1, 0.28, 0.1), (0.1, 0.12, 0.36, 0), (0.4, 0.05, 0.2, 0)])
    parts += mirrored(turned(wing, (0, -6, 0), (fat * 0.92, 0.1, 0.05)), ball(head * 0.17, head * 0.45, y + head * 0.3,
        z + head * 0.78))  # fmt: skip
    if style == 1:  # a top hat
        parts += [rod(head * 0.8, 0.07, 0, y + head * 0.85, z), rod(head * 0.5, head * 0.8, 0, y + head * 0.9, z,
            head * 0.55)]  # fmt: skip
    elif style == 2:  # dark glasses
        parts += mirrored(egg(head * 0.34, head * 0.28, 0.07, head * 0.42, y + head * 0.32, z + head * 0.85))
        parts += [box(head * 0.4, 0.06, 0.06, 0, y + head * 0.35, z + head * 0.95)]
    elif style == 3:  # a tuft of down
        parts += [tube([(0, y + head * 0.9, z - 0.1), (0, y + head * 1.25, z - 0.15), (0, y + head * 1.3, z - 0.4)],
            [0.12, 0.09, 0.02])]  # fmt: skip
    for part in parts:
        part.apply_scale(r)
    return parts


def _nesting(h: float, fat: float, g: Generator) -> list[Part]:
    """One wooden doll of height h with a head, a face and a scarf."""
    r = h * fat
    half = [(0, 0), (r * 0.75, 0), (r * 0.9, h * 0.08), (r, h * 0.3), (r * 0.9, h * 0.5), (r * 0.66, h * 0.64),
        (r * 0.62, h * 0.72), (r * 0.66, h * 0.82), (r * 0.52, h * 0.94), (r * 0.25, h * 0.995), (0, h)]  # fmt: skip
    parts = [lathe([(float(a), float(b)) for a, b in smooth(half, closed=False)]),
        ring(r * 0.985, h * 0.006, 0, h * 0.38, axis="y")]  # fmt: skip
    parts += [egg(r * 0.42, h * 0.105, r * 0.12, 0, h * 0.81, r * 0.57), ring(r * 0.45, h * 0.012, 0, h * 0.81,
        r * 0.6)]  # fmt: skip
    parts += [egg(r * 0.09, h * 0.03, r * 0.08, 0, h * 0.64, r * 0.66)]
    parts += mirrored(egg(r * 0.2, h * 0.04, r * 0.1, r * 0.22, h * 0.62, r * 0.6))
    parts += [egg(r * 0.13, h * 0.045, r * 0.08, r * 0.3 * a, h * 0.32 + h * 0.09 * b, r * 0.9) for a,
        b in arc(1, 0, 288, 5)]  # fmt: skip
    return parts


def matryoshka(g: Generator) -> list[Part]:
    h, fat, style = g.uniform(0.12, 0.2), g.uniform(0.24, 0.33), int(g.integers(3))
    if style == 0:
        return _nesting(h, fat, g)
    parts, x = [], 0.0
    if style == 1:  # a family in a row
        for i in range(int(g.integers(2, 4))):
            size = h * 0.76**i
            parts += at(x + size * fat, 0, 0, *_nesting(size, fat, g))
            x += size * fat * 1.9 + h * 0.02
        return parts
    cup = [(0, 0), (h * fat * 0.75, 0), (h * fat * 0.9, h * 0.08), (h * fat, h * 0.3), (h * fat, h * 0.4),
        (h * fat * 0.88, h * 0.4), (h * fat * 0.88, h * 0.3), (0, h * 0.1)]  # fmt: skip
    parts += [lathe(cup), *at(0, h * 0.1, 0, *_nesting(h * 0.78, fat, g))]  # the upper half is off
    return [*parts, *at(h * fat * g.uniform(2.1, 2.5), 0, h * 0.1, *_nesting(h * 0.78**2, fat, g))]


def puzzle_cube(g: Generator) -> list[Part]:
    n, size, style = int(g.choice([2, 3, 3, 3, 4])), g.uniform(0.05, 0.06), int(g.integers(3))
    a, gap, twist = size / n, g.uniform(0.04, 0.09), g.uniform(15, 70)
    parts = []
    for i in range(n):
        layer = []
        for x in (np.arange(n) - (n - 1) / 2) * a:
            for z in (np.arange(n) - (n - 1) / 2) * a:
                layer += [turned(body([(-a / 2 * (1 - gap), a * 0.42, a * 0.42, 0),
                    (-a * 0.42, a / 2 * (1 - gap), a / 2 * (1 - gap), 0), (a * 0.42, a / 2 * (1 - gap),
                    a / 2 * (1 - gap), 0), (a / 2 * (1 - gap), a * 0.42, a * 0.42, 0)], 12, 12), (0, 0, 0),
                    (x, (i - (n - 1) / 2) * a, z))]  # fmt: skip
        parts += [turned(p, (0, twist if style > 0 and i == n - 1 else 0, 0)) for p in layer]
    parts += [box(size * 0.9, size * 0.9, size * 0.9, 0, -size * 0.45)] if style == 0 else [rod(size * 0.45, size * 0.9,
        0, -size * 0.45)]  # fmt: skip
    return [turned(p, (90 if style == 2 else 0, 0, 0)) for p in parts]


def domino(g: Generator) -> list[Part]:
    w, h, d, style = 0.024, 0.048 * g.uniform(0.95, 1.05), g.uniform(0.006, 0.01), int(g.integers(3))
    spots = [[], [4], [0, 8], [0, 4, 8], [0, 2, 6, 8], [0, 2, 4, 6, 8], [0, 2, 3, 5, 6, 8]]

    def tile() -> list[Part]:
        edge = smooth([(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)], times=0)
        parts = [slab(edge, d), slab((edge - (0, h / 2)) * 0.95 + (0, h / 2), d * 1.12),
            box(w * 0.8, h * 0.03, d * 0.4, 0, h * 0.485, d * 0.55)]  # fmt: skip
        for low in (0.25, 0.75):
            for s in spots[int(g.integers(1, 7))]:
                parts += [egg(w * 0.1, w * 0.1, d * 0.3, (s % 3 - 1) * w * 0.28, h * low + (s // 3 - 1) * w * 0.28,
                    d * 0.56)]  # fmt: skip
        return parts

    if style == 0:  # one standing
        return tile()
    if style == 1:  # a row falling
        step, n = h * g.uniform(0.4, 0.55), int(g.integers(5, 9))
        return [turned(p, (lean, 0, 0), (0, 0, -i * step)) for i in range(n)
            for lean in (max(0, 62 - 62 * i / (n - 3)),) for p in tile()]  # fmt: skip
    parts, x = [], 0.0
    for i in range(int(g.integers(3, 6))):  # a line laid on the table
        across = i % 2
        x += (w if across else h) / 2
        parts += [turned(p, (-90, 90 * (1 - across), 0), (x + (0 if across else h / 2), d / 2, h / 2 if across else 0))
            for p in tile()]  # fmt: skip
        x += (w if across else h) / 2 + w * 0.06
    return parts


def _turned_foot(r: float, h: float, neck: float) -> list[tuple[float, float]]:
    """The profile of a turned foot and stem up to height h."""
    return [(0, 0), (r, 0), (r, h * 0.1), (r * 0.85, h * 0.14), (r * 0.88, h * 0.19), (r * 0.6, h * 0.3),
        (neck * 1.05, h * 0.5), (neck * 0.9, h * 0.85), (neck * 1.6, h * 0.89), (neck * 1.6, h * 0.93),
        (neck * 1.1, h * 0.96), (neck, h)]  # fmt: skip


def chess_queen(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.016, 0.02), g.uniform(0.05, 0.062), int(g.integers(3))
    neck, n = r * g.uniform(0.35, 0.48), int(g.integers(7, 11))
    cup, top = r * g.uniform(0.62, 0.75), h * g.uniform(1.22, 1.3)
    half = [*_turned_foot(r, h, neck), (cup * 0.8, h + (top - h) * 0.6), (cup, top), (cup * 0.85, top),
        (cup * 0.6, top * 0.985), (0, top * 1.02)]  # fmt: skip
    parts = [lathe(half), ball(r * g.uniform(0.17, 0.25), 0, top + r * 0.25)]
    if style == 0:  # points around the crown
        parts += around(n, turned(rod(r * 0.17, r * 0.35, top=r * 0.02), (12, 0, 0), (0, top - r * 0.08, cup * 0.88)))
    elif style == 1:
        parts += around(n, ball(r * 0.15, cup * 0.9, top))
    else:
        parts += [*around(n, slab([(-r * 0.22, 0), (r * 0.22, 0), (0, r * 0.45)], r * 0.1, 0, top - r * 0.1,
            cup * 0.9)), ring(cup * 0.95, r * 0.06, 0, top - r * 0.1, axis="y")]  # fmt: skip
    return parts


def chess_bishop(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.015, 0.018), g.uniform(0.038, 0.05), int(g.integers(3))
    neck, w, tall = r * g.uniform(0.35, 0.45), r * g.uniform(0.52, 0.66), r * g.uniform(1.2, 1.7)
    head = [(w * 0.75, 0.08), (w, 0.3), (w * 0.95, 0.5), (w * 0.6, 0.8), (w * 0.15, 0.99), (0, 1.0)]
    cut = int(g.integers(2, 4))
    if style == 2:  # a mitre of two leaves
        leaf = smooth([(-w * 0.8, 0), (w * 0.8, 0), (w, tall * 0.5), (0, tall * 1.1), (-w, tall * 0.5)], times=1)
        parts = [lathe([*_turned_foot(r, h, neck), (0, h)])]
        parts += [turned(slab(leaf, w * 0.35), (s * 9, 0, 0), (0, h, s * w * 0.38)) for s in (1, -1)]
        return [*parts, rod(w * 0.7, tall * 0.5, 0, h)]
    low = [(a, h + tall * b) for a, b in head[: cut + 1]]
    parts = [lathe([*_turned_foot(r, h, neck), *low, (0, low[-1][1])])]
    lift = tall * g.uniform(0.12, 0.18)
    upper = lathe([(0, low[-1][1]), *low[-1:], *[(a, h + tall * b) for a, b in head[cut + 1 :]]])
    parts += [turned(upper, (0, 0, 0), (0, lift, 0)), box(w * 0.9, lift * 1.1, w * 0.8, -w * 0.4,
        low[-1][1] - lift * 0.05)]  # fmt: skip
    return [*parts, ball(r * g.uniform(0.16, 0.24), 0, h + tall * 1.02 + lift)]


def chess_rook(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.015, 0.019), g.uniform(0.03, 0.042), int(g.integers(3))
    neck, n = r * g.uniform(0.5, 0.64), int(g.integers(4, 7))
    wall, top = r * g.uniform(0.75, 0.88), h * g.uniform(1.2, 1.3)
    half = [*_turned_foot(r, h * 0.95, neck)[:8], (neck * 0.95, h), (wall * 0.95, h * 1.04), (wall, h * 1.06),
        (wall, top), (wall * 0.68, top), (wall * 0.68, top - r * 0.2), (0, top - r * 0.2)]  # fmt: skip
    share = 360 / n * g.uniform(0.5, 0.68)
    edge = [*arc(wall, -share / 2, share / 2, 7), *arc(wall * 0.68, share / 2, -share / 2, 7)]
    merlon = turned(slab(edge, r * 0.36), (90, 0, 0), (0, top + r * 0.16, 0))
    parts = [lathe(half), *around(n, merlon)]
    if style == 1:  # courses of stone
        parts += [ring(neck * (1.1 + 0.06 * (3 - i)), r * 0.05, 0, h * (0.4 + 0.14 * i), axis="y") for i in range(4)]
    if style == 2:
        parts += around(4, slab(smooth([(-r * 0.14, 0), (r * 0.14, 0), (r * 0.14, h * 0.2), (0, h * 0.28),
            (-r * 0.14, h * 0.2)], times=1), r * 0.2, 0, h * 0.55, neck * 1.0))  # fmt: skip
    return parts


def arcade_machine(g: Generator) -> list[Part]:
    w, h, style, d = g.uniform(0.6, 0.75), g.uniform(1.65, 1.85), int(g.integers(3)), g.uniform(0.75, 0.9)
    f, desk = d / 2, h * g.uniform(0.5, 0.55)
    foot = f * (0.75 if style == 1 else 0.9)
    side = [(-f, 0), (foot, 0), (foot, desk * 0.85), (f * 1.1, desk * 0.92), (f * 1.1, desk), (f * 0.45, desk + 0.1),
        (f * 0.1, h * 0.84), (f * 0.55, h * 0.88), (f * 0.5, h), (-f * 0.8, h), (-f, h * 0.9)]  # fmt: skip
    inner = [(-f * 0.97, 0.02), (foot * 0.95, 0.05), (foot * 0.95, desk * 0.85), (f * 1.05, desk * 0.93),
        (f * 1.03, desk - 0.03), (f * 0.3, desk + 0.02), (-f * 0.15, h * 0.83), (f * 0.45, h * 0.89),
        (f * 0.42, h * 0.98), (-f * 0.8, h * 0.98)]  # fmt: skip
    if style == 2:  # a rounded one on a wide desk
        side, inner = [list(map(tuple, smooth(line, times=2))) for line in (side, inner)]
    parts = [upright(inner, w), *mirrored(upright(side, 0.025, w / 2))]
    lean = float(np.degrees(np.arctan2(f * 0.45, h * 0.84 - desk)))
    screen = [box(w * 0.8, w * 0.62, 0.03), egg(w * 0.34, w * 0.26, 0.03, 0, w * 0.31, 0.012)]
    parts += [turned(p, (-lean, 0, 0), (0, desk + 0.08, f * 0.27)) for p in screen]
    players = 2 if style == 2 or chance(g) else 1
    for x in (0.0,) if players == 1 else (w * 0.24, -w * 0.24):
        parts += [rod(0.012, 0.09, x - 0.08, desk - 0.01, f * 0.8), ball(0.03, x - 0.08, desk + 0.09, f * 0.8)]
        parts += [rod(0.018, 0.03, x + 0.02 + 0.05 * i, desk, f * (0.75 + 0.14 * j)) for i in range(3)
            for j in range(2)]  # fmt: skip
    parts += [box(w * 0.45, desk * 0.4, 0.02, 0, desk * 0.15, foot * 0.95)]
    return [*parts, *mirrored(box(0.05, 0.1, 0.02, w * 0.1, desk * 0.35, foot * 0.95 + 0.02)),
        lying(0.01, w, 0, h * 0.88, f * 0.5)]  # fmt: skip


KINDS = kinds_of(yo_yo, rubber_duck, matryoshka, puzzle_cube, domino, chess_queen, chess_bishop, chess_rook,
    arcade_machine)  # fmt: skip
