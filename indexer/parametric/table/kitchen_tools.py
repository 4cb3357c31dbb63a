"""The small tools of a kitchen."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import Points, arc, chance, loft, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, legs, ring, rod, turned


def _pierced(outline: Points, x: float, y: float, r: float) -> list[tuple[float, float]]:
    """An outline, counter-clockwise, with a round hole joined to its nearest corner by a slit."""
    line = np.asarray(outline, float)
    line = np.roll(line, -int(np.argmin(np.hypot(line[:, 0] - x, line[:, 1] - y))), axis=0)
    start = math.degrees(math.atan2(line[0, 1] - y, line[0, 0] - x))
    hole = np.add(arc(r, start, start - 360, 17), (x, y))
    return [(float(a), float(b)) for a, b in [*line, line[0], *hole]]


def _hook(y: float, z: float = 0, r: float = 0.014, thick: float = 0.003) -> Part:
    return tube([(0, y + r + r * s, z - r + r * c) for c, s in arc(1, -40, 200, 14)], thick)


def _grip(g: Generator, y: float, long: float, r: float, z: float = 0) -> list[Part]:
    """A turned handle from y upwards."""
    half = [(0, 0), (r * 0.7, 0), (r * 0.8, 0.15), (r, g.uniform(0.3, 0.75)), (r * 0.7, 0.92), (r * 0.6, 1), (0, 1)]
    return [lathe([(a, b * long) for a, b in smooth(half, False)], 0, y, z), rod(r * 0.85, 0.01, 0, y, z)]


def cutting_board(g: Generator) -> list[Part]:
    w, h, thick, style = g.uniform(0.1, 0.15), g.uniform(0.28, 0.42), g.uniform(0.012, 0.03), int(g.integers(4))
    neck, long = g.uniform(0.018, 0.028), g.uniform(0.08, 0.13)
    if style == 0:  # a board with a handle
        half = [(w, 0), (w, h * 0.6), (w, h), (neck, h * 1.02), (neck, h + long * 0.3), (neck * 1.2, h + long)]
        line, eye = smooth(symmetric([(0, 0), *half, (0, h + long)])), h + long * 0.75
    elif style == 1:  # round, with a handle
        end = 2.4 * w + long
        handle = smooth([(neck, 2.3 * w), (neck, end), (-neck, end), (-neck, 2.3 * w)], False)
        line, eye = np.array([*np.add(arc(w * 1.2, 104, 436, 40), (0, w * 1.2)), *handle]), 2.4 * w + long * 0.65
    else:
        line = smooth([(-w, 0), (0, 0), (w, 0), (w, h / 2), (w, h), (0, h), (-w, h), (-w, h / 2)])
        eye = h - 0.035
    top, a, b = thick / 2, w * 0.85, h * 0.07
    parts = [slab(_pierced(line, 0, eye, g.uniform(0.007, 0.011)), thick)]
    if style in (0, 2) and chance(g, 0.7):  # a groove for the juice
        c = h * 0.82
        groove = smooth([(-a, b), (0, b), (a, b), (a, h / 2), (a, c), (0, c), (-a, c), (-a, h / 2)])
        parts += [tube([(x, y, top) for x, y in [*groove, groove[0]]], 0.004, 6)]
    if style == 3:  # strips of wood, and feet
        parts += [box(2 * w / 9, h * 0.8, 0.003, x, h * 0.04, top) for x in np.linspace(-w * 0.84, w * 0.84, 5)]
        feet = legs(1.7 * w, h * 0.85, 0.014, 0.013)
        parts += [turned(foot, (-90, 0, 0), (0, h / 2, -top)) for foot in feet]
    if style == 1 or chance(g, 0.3):  # a loop to hang it by
        loop = arc(1, 0, 360, 17) * (0.018, 0.035) + (0, eye + 0.03)
        parts += [tube([(x, y, top + 0.004) for x, y in loop], 0.0022, 6)]
    return [turned(part, (-90, 0, 0), (0, thick, 0)) for part in parts]


def whisk(g: Generator) -> list[Part]:
    w, h, style = g.uniform(0.025, 0.042), g.uniform(0.12, 0.16), int(g.integers(3))
    long, thick = g.uniform(0.1, 0.14), g.uniform(0.0011, 0.0016)
    grip = _grip(g, h, long, g.uniform(0.009, 0.013))
    hang = [ring(0.011, 0.002, 0, h + long + 0.01)] if chance(g, 0.6) else [ball(0.009, 0, h + long)]
    if style == 2:  # a spring round a loop
        loop = [(0.0, h, 0), (-w * 0.5, h * 0.5, 0), (-w, 0.02, 0), (0, -0.01, 0), (w, 0.02, 0),
            (w * 0.5, h * 0.5, 0), (0.0, h, 0)]  # fmt: skip
        turns = np.linspace(0, 2 * math.pi, 260)
        rim = [(w * math.cos(a), 0.02 + 0.6 * w * math.sin(a), 0) for a in turns]
        coil = [((w + 0.006 * math.cos(24 * a)) * math.cos(a),
            0.02 + (0.6 * w + 0.006 * math.cos(24 * a)) * math.sin(a), 0.006 * math.sin(24 * a))
            for a in turns]  # fmt: skip
        return [*grip, *hang, tube(rim[::4], 0.002, 6), tube(coil, thick, 5),
            tube([loop[0], (0, 0.02 + 0.6 * w, 0)], 0.003, 6)]  # fmt: skip
    wide = w * (0.65 if style else 1)
    half = [(0.004, h), (0.006, h * 0.8), (wide, h * 0.35), (wide * 0.95, 0.0), (0, 0)]
    side = smooth(half, False)
    loop_ = np.array([(x, y, 0) for x, y in [*side, *(side[-2::-1] * (-1, 1))]])
    n = int(g.integers(4, 7))
    wires = [turned(tube(loop_, thick, 5), (0, 180 * i / n, 0)) for i in range(n)]
    return [*grip, *hang, *wires, rod(0.008, 0.02, y=h - 0.01, top=0.01)]


def ladle(g: Generator) -> list[Part]:
    r, long, style = g.uniform(0.038, 0.052), g.uniform(0.2, 0.28), int(g.integers(3))
    deep = r * g.uniform(0.7, 1.0)
    out = [(r * math.cos(a), deep - deep * math.sin(a)) for a in np.linspace(math.pi / 2, 0, 9)]
    scoop = lathe([*out, (r * 1.05, deep + 0.001), *[(a * 0.94, b * 0.94 + 0.004) for a, b in reversed(out)]])
    top = deep + long
    if style == 0 and chance(g):  # lips at both sides
        pull = (np.abs(scoop.vertices[:, 0]) / r) ** 6 * (scoop.vertices[:, 1] > deep * 0.8)
        scoop.vertices[:, 0] *= 1 + 0.3 * pull
    low = [(0, deep * 0.6, -r * 0.9), (0, deep * 1.1, -r * 1.02), (0, deep + 0.05, -r * 1.15)]
    if style == 0:  # steel, with a flat handle that ends in a hook
        stick = slab([(-0.005, deep + 0.02), (0.005, deep + 0.02), (0.011, top), (-0.011, top)], 0.003, z=-r * 1.12)
        return [scoop, tube(low, 0.005), stick, _hook(top - 0.012, -r * 1.12, g.uniform(0.012, 0.018), 0.004)]
    if style == 1:  # with a turned grip
        stick = tube([*low, (0, top - 0.1, -r * 1.2)], 0.004)
        grip = _grip(g, top - 0.1, 0.1, 0.011, -r * 1.2)
        return [scoop, stick, *grip, ring(0.009, 0.002, 0, top + 0.007, -r * 1.2),
            ring(r * 1.03, 0.002, y=deep, axis="y")]  # fmt: skip
    stick = tube(smooth([*low[:2], (0, deep + long * 0.5, -r * 1.3), (0, top, -r * g.uniform(1.4, 2.4))],
        False), [*np.linspace(0.008, 0.006, 10)])  # wooden  # fmt: skip
    end = stick.bounds[0, 2]
    return [scoop, stick, ball(0.01, 0, top, end + 0.006), ring(r, 0.004, y=deep, axis="y")]


def spatula(g: Generator) -> list[Part]:
    w, h, style = g.uniform(0.032, 0.048), g.uniform(0.08, 0.11), int(g.integers(3))
    stem, long = g.uniform(0.08, 0.12), g.uniform(0.1, 0.13)
    top = h + stem
    if style == 0:  # a slotted turner, cranked
        n = int(g.integers(3, 6))
        narrow, edge = g.uniform(0.75, 0.95), 0.016
        bars = [slab([(a - 0.55 * w / n, 0.01), (a + 0.55 * w / n, 0.01), (a * narrow + 0.5 * w / n, h),
            (a * narrow - 0.5 * w / n, h)], 0.002) for a in np.linspace(-w * 0.88, w * 0.88, n + 1)]  # fmt: skip
        ends = [slab([(-w, 0), (w, 0), (w, edge), (-w, edge)], 0.002),
            slab(symmetric([(w * narrow, h - 0.012), (w * narrow, h), (w * 0.2, h + 0.016)]), 0.002)]  # fmt: skip
        neck = tube(smooth([(0, h * 0.9, 0), (0, h + 0.03, 0), (0, h + 0.04, -0.03),
            (0, top + 0.02, -0.035)], False), 0.004)  # fmt: skip
        return [*bars, *ends, neck, *_grip(g, top, long, 0.012, -0.035),
            ring(0.01, 0.002, 0, top + long + 0.008, -0.035)]  # fmt: skip
    if style == 1:  # a scraper, one corner round
        blade = [(-w * 0.75, 0), (w * 0.3, 0), (w * 0.75, 0.03), (w * 0.75, h), (0, h), (-w * 0.75, h),
            (-w * 0.75, 0.01)]  # fmt: skip
        ridge = [box(w * 0.5, h * 0.55, 0.012, 0, h * 0.45)]
        collar = [rod(0.011, 0.02, y=h - 0.008)]
        return [slab(smooth(blade), g.uniform(0.006, 0.01)), *ridge, *collar, rod(0.006, stem, y=h),
            *_grip(g, top - 0.01, long, 0.011)]  # fmt: skip
    outline = symmetric([(w * 0.9, 0), (w, h * 0.7), (0.011, h + 0.03), (0.009, top), (0.014, top + long)])  # of wood
    slot = [(-w * 0.9, 0), *[(x + s, y) for x in (-w * 0.4, 0, w * 0.4)
        for s, y in ((-0.004, 0), (-0.004, h * 0.7), (0.004, h * 0.7), (0.004, 0))], (w * 0.9, 0)]  # fmt: skip
    line = smooth(outline, times=1)
    if chance(g):  # tines
        line = np.array([*slot, *outline[1:-1]])
    return [slab(_pierced(line, 0, top + long * 0.85, 0.004), g.uniform(0.005, 0.008))]


def grater(g: Generator) -> list[Part]:
    w, h, style = g.uniform(0.042, 0.055), g.uniform(0.16, 0.21), int(g.integers(3))

    def tooth(x: float, y: float, z: float, r: float) -> Part:
        return tube([(x, y, z - 0.001), (x, y + r * 0.7, z + r * 0.8)], [r, r * 0.35], 5)

    columns, rows = int(g.integers(4, 7)), int(g.integers(6, 11))
    spots = [(x * w + (w / columns * 0.5 if j % 2 else 0), y) for j,
        y in enumerate(np.linspace(0.12, 0.88, rows)) for x in np.linspace(-0.75, 0.6, columns)]  # fmt: skip
    if style == 0:  # flat, in a frame with a handle
        teeth = [tooth(x, y * h, 0.001, 0.0035) for x, y in spots]
        frame = [(-w, 0), (-w, h), (-w * 0.35, h * 1.08), (-w * 0.35, h * 1.6), (w * 0.35, h * 1.6),
            (w * 0.35, h * 1.08), (w, h), (w, 0)]  # fmt: skip
        parts = [slab([(-w, 0), (w, 0), (w, h), (-w, h)], 0.002), *teeth, box(2.1 * w, 0.01, 0.012, 0, -0.005)]
        return [turned(p, (-12, 0, 0)) for p in [*parts, tube(smooth([(x, y, 0) for x, y in frame], False, 1), 0.004)]]
    lean, sides = g.uniform(0.62, 0.8), 4 if style == 1 else 3
    parts = []
    apothem = w if sides == 4 else w * 0.58
    slope = math.degrees(math.atan(apothem * (1 - lean) / h))
    for i in range(sides):
        face = [slab([(-w, 0), (w, 0), (w * lean, h), (-w * lean, h)], 0.002)]
        if i % 4 == 0:
            face += [tooth(x * (1 - (1 - lean) * y), y * h, 0.001, 0.0038) for x, y in spots]
        elif i % 4 == 1:
            face += [tooth(x * (1 - (1 - lean) * y), y * h, 0.001, 0.0022) for x, y in spots[::2]]
        else:
            face += [turned(lathe([(0, 0), (w * 0.6, 0), (w * 0.55, 0.004), (0, 0.004)]), (84, 0, 0),
                (0, y * h, 0)) for y in (0.25, 0.5, 0.75)]  # fmt: skip
        parts += [turned(turned(p, (-slope, 0, 0), (0, 0, apothem)), (0, 360 * i / sides, 0)) for p in face]
    a = w * lean * (0.9 if sides == 4 else 0.5)
    grip = tube(smooth([(-a, h * 0.97, 0), (-a, h * 1.3, 0), (a, h * 1.3, 0), (a, h * 0.97, 0)], False),
        g.uniform(0.005, 0.008))  # fmt: skip
    turn = 45 if sides == 4 else 60
    rim = [tube([(1.02 * q * math.sin(b), y, 1.02 * q * math.cos(b))
        for b in np.radians(turn + np.arange(sides + 1) * 360 / sides)], 0.004, 6)
        for q, y in ((w * (1.414 if sides == 4 else 1.16), 0.003),
        (w * lean * (1.414 if sides == 4 else 1.16), h))]  # fmt: skip
    cap = [rod(w * lean * (0.75 if sides == 4 else 0.55), 0.006, y=h - 0.004)]
    return [*parts, grip, *rim, *cap]


def colander(g: Generator) -> list[Part]:
    r, deep, style = g.uniform(0.1, 0.14), g.uniform(0.07, 0.12), int(g.integers(3))
    n, sides = int(g.integers(14, 19)), int(g.choice([48, 60]))
    steep = g.uniform(1.0, 1.6)
    bend = np.linspace(0.25, 1, n + 1)
    walls = [(r * math.sin(t * math.pi / 2) ** (1 / steep), deep * (1 - math.cos(t * math.pi / 2)) + 0.02)
        for t in bend]  # fmt: skip
    line = [*walls, *[(a - 0.002, b + 0.002) for a, b in reversed(walls)]]
    around = np.arange(sides) * 2 * math.pi / sides
    shell = loft(np.array([np.stack([a * np.cos(around), np.full(sides, b), a * np.sin(around)], 1) for a, b in line]))
    keep = np.ones(len(shell.faces), bool)
    for i in range(1, n - 2):
        for j in range(sides):
            row = i if style == 1 or i % 2 else -1
            if row > 0 and (j + (i if style == 1 else i // 2)) % 2 == 0 and (style != 2 or j % (sides // 6) > 1):
                for k in (row, 2 * n - row):  # through the outer and the inner wall
                    keep[2 * (k * sides + j) : 2 * (k * sides + j) + 2] = False
    shell.update_faces(keep)
    top = deep + 0.022
    rim = [ring(r, 0.004, y=top, axis="y")]
    if style == 1:  # a sieve with a long handle
        stick = [tube([(s * 0.02, top, r * 0.98), (s * 0.006, top + 0.005, r + 0.05),
            (s * 0.006, top + 0.01, r + 0.13)], 0.003) for s in (1, -1)]  # fmt: skip
        grip = turned(_grip(g, 0, 0.11, 0.012)[0], (90, 0, 0), (0, top + 0.01, r + 0.12))
        rest = tube(smooth([(-0.02, top, -r), (-0.02, top, -r - 0.025), (0.02, top, -r - 0.025),
            (0.02, top, -r)], False), 0.003)  # fmt: skip
        return [shell, *rim, *stick, grip, rest]
    ears = [tube(smooth([(s * r, top - 0.005, -0.045), (s * (r + 0.045), top, -0.04),
        (s * (r + 0.045), top, 0.04), (s * r, top - 0.005, 0.045)], False), 0.005) for s in (1, -1)]  # fmt: skip
    low = walls[1][0]
    foot = [tube([(low * math.cos(a), 0.03, low * math.sin(a)),
        (low * 1.15 * math.cos(a), 0, low * 1.15 * math.sin(a))], [0.006, 0.009])
        for a in (0.5, 2.6, 4.7)]  # fmt: skip
    base = [lathe([(low * 0.95, 0), (low, 0), (low * 0.97, 0.03), (low * 0.93, 0.03)])]
    return [shell, *rim, *ears, *(base if style else foot)]


KINDS = kinds_of(cutting_board, whisk, ladle, spatula, grater, colander)
