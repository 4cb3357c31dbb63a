"""Printed boxes, adapters, ducts, frames and test pieces."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, plate, slab, smooth, symmetric, tube, upright
from indexer.parametric.solids import Part, around, at, box, forward, kinds_of, lathe, lying, rod, turned
from indexer.parametric.workshop.machine_parts import pierced, washer
from indexer.parametric.workshop.printed_things import bent, hollow


def project_box(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.08, 0.14), g.uniform(0.05, 0.09), g.uniform(0.025, 0.045), int(g.integers(3))
    t = 0.003
    shell = [box(w, t, d), *[box(t, h, d, s * (w - t) / 2) for s in (1, -1)]]
    shell += [box(w, h, t, 0, 0, s * (d - t) / 2) for s in (1, -1)]
    corners = [(s * (w / 2 - 0.008), r * (d / 2 - 0.008)) for s in (1, -1) for r in (1, -1)]
    if style == 0:  # open, with posts inside and its lid beside it
        posts = [lathe([(0.0015, 0), (0.004, 0), (0.004, h * 0.8), (0.0015, h * 0.8)], x, 0, z) for x, z in corners]
        lid = [box(w, t, d), *[rod(0.003, t * 2, x, 0, z) for x, z in corners], box(w * 0.5, t * 1.6, d * 0.3)]
        board = [
            box(w * 0.6, 0.0016, d * 0.6, 0, h * 0.25),
            box(0.015, 0.01, 0.012, 0, h * 0.3),
            lying(0.004, 0.02, 0.02, h * 0.4),
        ]
        return [*shell, *posts, *at(0, 0, d * 1.2, *lid), *(board if chance(g) else [])]
    lid = [box(w, t, d, 0, h), *[rod(0.0035, t * 1.5, x, h, z) for x, z in corners]]
    if style == 1:  # closed, with ears to fix it and slots for air
        ear = [(w / 2 - 0.002, -0.009), (w / 2 - 0.002, 0.009), (w / 2 + 0.016, 0.009), (w / 2 + 0.016, -0.009)]
        one = turned(pierced(ear, 0.003, w / 2 + 0.008, 0, t), (90, 0, 0), (0, t / 2, 0))
        slots = [box(0.003, t * 1.6, d * 0.5, w * (0.06 * i - 0.15), h) for i in range(int(g.integers(4, 7)))]
        return [
            *shell,
            *lid,
            one,
            turned(one.copy(), (0, 180, 0)),
            *slots,
            forward(rod(0.006, 0.012), 0, h / 2, d / 2 - 0.002),
        ]
    front = [lathe([(0, 0), (0.009, 0), (0.008, 0.012), (0, 0.012)], w * 0.3, h + t, s * d * 0.2) for s in (1, -1)]
    frame = [box(w * 0.5, t, 0.004, -w * 0.15, h + t * 0.6, s * d * 0.25) for s in (1, -1)]
    frame += [box(0.004, t, d * 0.54, -w * 0.15 + s * w * 0.25, h + t * 0.6) for s in (1, -1)]
    plugs = [forward(washer(0.006, 0.003, 0.008), w * x, h / 2, d / 2) for x in (-0.25, 0, 0.25)]
    return [*shell, *lid, *front, *frame, *plugs]


def hose_adapter(g: Generator) -> list[Part]:
    r, style, share = g.uniform(0.015, 0.03), int(g.integers(4)), g.uniform(0.78, 0.86)
    small, long = r * g.uniform(0.45, 0.75), r * g.uniform(1.6, 2.4)
    barbs = [p for i in range(4) for p in ((small * 1.18, i * long / 4), (small * 0.95, (i + 0.95) * long / 4))]
    if style == 0:  # barbs on both sides of a collar
        right = [(rr, y + r * 0.3) for rr, y in barbs]
        left = [(rr * r / small * 0.8, -y - r * 0.3) for rr, y in barbs[::-1]]
        inner = [(small * 0.7, long + r * 0.3), (r * 0.6, -long - r * 0.3)]
        return [lathe([*left, (r * 1.2, -r * 0.3), (r * 1.2, r * 0.3), *right, *inner, left[0]])]
    if style == 1:  # a cone between two sleeves
        profile = [(r, 0), (r, long), (small, long + r * g.uniform(0.3, 1.2)), (small, long * 2.3)]
        inside = [(a * share, b) for a, b in reversed(profile)]
        lip = [washer(r * 1.12, r * 0.9, r * 0.2), washer(small * 1.15, small * 0.9, r * 0.15, long * 2.3 - r * 0.15)]
        return [lathe([*profile, *inside, profile[0]]), *lip]
    if style == 2:  # a bend
        turn = g.uniform(45, 95)
        rise = [(y, 0.0, 0.0, r, r, 2.0) for y in (0, long * 0.5, long)]
        for i in range(1, 9):
            a = np.radians(turn * i / 8)
            rise.append((long + 1.6 * r * np.sin(a), 1.6 * r * (1 - np.cos(a)), -turn * i / 8, r, r, 2.0))
        y, z, a = rise[-1][0], rise[-1][1], np.radians(turn)
        rise += [
            (y + s * np.cos(a), z + s * np.sin(a), -turn, q, q, 2.0) for s, q in ((r * 0.1, r * 1.15), (r, r * 1.15))
        ]
        return [hollow(bent(rise), share), washer(r * 1.4, r, r * 0.25, r * 0.2), washer(r * 1.15, r, r * 0.15)]
    arms = [[(y, s * y * 0.55, -s * 29, small, small, 2.0) for y in np.linspace(0, long * 1.6, 5)] for s in (1, -1)]
    stem = hollow(bent([(y, 0, 0, r, r, 2.0) for y in (-long, -long * 0.6, -long * 0.3, 0, r * 0.3)]), share)
    return [turned(part, (0, 90, 0)) for part in (stem, *[hollow(bent(arm), share) for arm in arms])]


def fan_duct(g: Generator) -> list[Part]:
    s, style, long = g.uniform(0.04, 0.06), int(g.integers(3)), g.uniform(0.03, 0.07)
    half, slot = s / 2, g.uniform(0.005, 0.011)
    q = half + 0.004
    ears = [turned(pierced([(-q, -q), (q, -q), (q, q), (-q, q)], half * 0.88, 0, 0, 0.003), (90, 0, 0), (0, 0.0015, 0))]
    ears += [washer(0.0035, 0.0018, 0.007, -0.002)]
    ears = [ears[0], *[part for x in (q, -q) for z in (q, -q) for part in at(x * 0.88, 0, z * 0.88, ears[1])]]
    n, wide, turn = 10, s * g.uniform(0.3, 0.75), [0.0, g.uniform(50, 90), g.uniform(20, 45)][style]
    rows = []
    for i in range(n + 1):
        t = i / n
        mix, a = t * t * (3 - 2 * t), np.radians(turn * t)
        z = long * (1 - np.cos(a)) / (np.radians(turn) or 1)
        y = long * (np.sin(a) / np.radians(turn) if turn else t) * 1.2
        rows.append((y, z, -turn * t, half + (wide - half) * mix, half + (slot - half) * mix, 2.2 + 3 * mix))
    parts = [hollow(bent(rows), 0.86), *ears]
    if style == 2:  # a ring of nozzles at its end
        y, z = rows[-1][0], rows[-1][1]
        hoop = [turned(part, (0, 0, 0), (0, y, z + s * 0.5)) for part in (washer(s * 0.55, s * 0.36, slot * 2, -slot),)]
        parts += hoop
    return [turned(part, (180, 0, 0)) for part in parts] if chance(g) else [turned(part, (-90, 0, 0)) for part in parts]


def _letter(which: str, s: float, thick: float) -> list[Part]:
    """A capital X, Y or Z of strokes, s high, upright and facing front."""
    strokes = {"X": [((-0.3, -0.5), (0.3, 0.5)), ((0.3, -0.5), (-0.3, 0.5))],
        "Y": [((0, -0.5), (0, 0.05)), ((0, 0), (-0.3, 0.5)), ((0, 0), (0.3, 0.5))],
        "Z": [((-0.3, 0.45), (0.3, 0.45)), ((-0.3, -0.45), (0.3, -0.45)), ((-0.3, -0.45), (0.3, 0.45))],
    }[which]  # fmt: skip
    parts = []
    for a, b in np.array(strokes) * s:
        out = np.array((b[1] - a[1], a[0] - b[0])) / np.linalg.norm(b - a) * s * 0.08
        parts.append(slab([a + out, b + out, b - out, a - out], thick))
    return parts


def calibration_cube(g: Generator) -> list[Part]:
    s, style, relief = g.uniform(0.02, 0.03), int(g.integers(3)), g.uniform(0.001, 0.002)
    size = s * g.uniform(0.5, 0.7)
    faces = [("X", (0, 90, 0), (s / 2, s / 2, 0)), ("Y", (0, 0, 0), (0, s / 2, s / 2)), ("Z", (-90, 0, 0), (0, s, 0))]
    if style == 2:  # pierced faces
        plates = [
            pierced([(-s / 2, -s / 2), (s / 2, -s / 2), (s / 2, s / 2), (-s / 2, s / 2)], size / 2, 0, 0, s * 0.12)
        ]
        ways = [*faces, ("X", (0, -90, 0), (-s / 2, s / 2, 0)), ("Y", (0, 180, 0), (0, s / 2, -s / 2))]
        shell = [turned(plates[0].copy(), way, to) for _, way, to in ways]
        return [*shell, box(s, s * 0.06, s), box(s * 0.2, s * 0.2, s * 0.2, 0, s * 0.06)]
    parts = [box(s, s, s)]
    if style == 1:  # a frame about each letter
        e = s * 0.09
        for a in (-1, 1):
            for b in (-1, 1):
                parts += [
                    box(s + e, e, e, 0, s / 2 + a * s / 2 - e / 2, b * s / 2),
                    box(e, e, s + e, a * s / 2, s / 2 + b * s / 2 - e / 2),
                ]
                parts.append(box(e, s, e, a * s / 2, 0, b * s / 2))
    return parts + [turned(p, way, to) for name, way, to in faces for p in _letter(name, size, relief * 2)]


def puzzle_piece(g: Generator) -> list[Part]:
    s, style = g.uniform(0.03, 0.06), int(g.integers(3))
    neck, knob, thick = g.uniform(0.07, 0.1), g.uniform(0.11, 0.14), s * g.uniform(0.08, 0.25)
    signs = [int(x) for x in g.choice([-1, 1], 4)]
    if style == 1:  # a piece of the rim
        signs[int(g.integers(4))] = 0
    lean = np.sqrt(knob**2 - neck**2)
    a = np.degrees(np.arctan2(-lean, neck))
    tab = np.concatenate([[(-neck, 0.0)], np.add(arc(knob, 180 - a, a, 14), (0, lean + 0.03)), [(neck, 0.0)]])
    line = []
    for i, sign in enumerate(signs):
        t = -np.radians(90 * i)
        side = np.concatenate(
            [[(-0.5, 0.5)], *([np.add(tab * (1, sign), (g.uniform(-0.06, 0.06), 0.5))] if sign else [])]
        )
        line.append(side @ np.array([[np.cos(t), np.sin(t)], [-np.sin(t), np.cos(t)]]))
    outline = np.concatenate(line) * s
    if style == 2 and chance(g):  # with a rim raised on it
        return [slab(outline, thick), slab(outline * 0.86, thick * 1.5)]
    part = slab(outline, thick)
    return [part] if chance(g) else [turned(part, (-90, float(g.uniform(0, 40)), 0))]


def dice_tower(g: Generator) -> list[Part]:
    w, h, style, t = g.uniform(0.07, 0.1), g.uniform(0.16, 0.24), int(g.integers(3)), 0.006
    gate, long, rim = h * g.uniform(0.25, 0.35), g.uniform(0.08, 0.14), g.uniform(0.02, 0.035)
    tray = [box(w * 1.3, t, long, 0, 0, w / 2 + long / 2), box(w * 1.3, rim, t, 0, 0, w / 2 + long)]
    tray += [box(t, rim, long, s * w * 0.65, 0, w / 2 + long / 2) for s in (1, -1)]
    ramps = [
        turned(box(w - t, t, w * 0.8), (x, 0, 0), (0, y * h, z))
        for x, y, z in ((35, 0.12, 0), (-35, 0.5, 0.01), (35, 0.8, -0.01))
    ]
    if style == 2:  # a round keep
        r = w * 0.6
        ground = [[*arc(r, 125, 415, 28), *arc(r - t, 415, 125, 28)], [*arc(r, 0, 360, 36), *arc(r - t, 360, 0, 36)]]
        keep = [plate(ground[0], gate), plate(ground[1], h - gate, 0, gate)]
        teeth = [box(r * 0.3, h * 0.08, t * 1.6, r * x, h, r * z) for x, z in arc(0.97, 0, 324, 10)]
        band = [plate([*arc(r + t, 0, 360, 36), *arc(r - t, 360, 0, 36)], t, 0, y * h) for y in (0.6, 0.95)]
        return [*keep, *teeth, *band, *ramps, *tray]
    walls = [box(t, h, w, s * w / 2) for s in (1, -1)]
    walls += [box(w + t, h, t, 0, 0, -w / 2), box(w + t, h - gate, t, 0, gate, w / 2)]
    if style == 0:  # battlements, and stones in relief
        walls += [box(w * 0.2, h * 0.07, t * 1.8, x * w * 0.5, h, z * w / 2) for x in (-1, 0, 1) for z in (1, -1)]
        walls += [box(t * 1.8, h * 0.07, w * 0.2, x * w / 2, h) for x in (1, -1)]
        spots = g.uniform((-w * 0.35, gate + t), (w * 0.35, h * 0.9), (7, 2))
        walls += [box(w * 0.25, h * 0.04, t * 1.7, float(x), float(y), w / 2) for x, y in spots]
    else:  # slanting top and a window
        walls += [upright([(-w / 2, h), (w / 2, h), (-w / 2, h * 1.15)], t, s * w / 2) for s in (1, -1)]
        walls += [turned(box(w * 0.5, h * 0.25, t * 2), (0, 0, 45), (0, h * 0.55, w / 2))]
    return [*walls, *ramps, *tray]


def drone_frame(g: Generator) -> list[Part]:
    n, style, s = int(g.choice([4, 4, 4, 6])), int(g.integers(3)), g.uniform(0.09, 0.14)
    t = 0.004
    start = 45 if n == 4 else 30
    mount = [pierced(arc(s * 0.15, 0, 330, 12), s * 0.05, 0, s, t)]
    arm = [slab([(-s * 0.07, s * 0.2), (s * 0.07, s * 0.2), (s * 0.05, s * 0.9), (-s * 0.05, s * 0.9)], t)]
    flat = [turned(part, (90, 0, 0)) for part in (*mount, *arm)]
    if style == 2:  # ducts about the propellers
        flat += at(0, 0, s, washer(s * 0.6, s * 0.56, s * 0.22, -s * 0.1))
    outline = smooth(symmetric([(s * 0.25, -s * 0.55), (s * 0.38, 0), (s * 0.25, s * 0.55)]), times=1)
    decks = [turned(slab(outline, t), (90, 0, 0), (0, y, 0)) for y in (t, -t)]
    parts = [*decks, *around(n, *flat, start=start)]
    if style != 1 or chance(g):  # a second deck on pillars
        h = s * g.uniform(0.22, 0.35)
        top = [turned(pierced(outline * 0.95, s * 0.12, 0, 0, t), (90, 0, 0), (0, h, 0))]
        parts += [*top, *[rod(0.003, h, x * s * 0.2, 0, z * s * 0.4) for x in (1, -1) for z in (1, 0, -1)]]
    if chance(g):
        motors = [rod(s * 0.11, s * 0.14, 0, t / 2, s), rod(s * 0.03, s * 0.22, 0, t, s)]
        parts += around(n, *motors, start=start)
    if style == 1:  # skids
        parts += [
            tube(smooth([(x * s * 0.2, 0, z), (x * s * 0.5, -s * 0.5, z)], False, 1), 0.004)
            for x in (1, -1)
            for z in (0.03, -0.03)
        ]
        parts += [tube([(x * s * 0.5, -s * 0.5, -s * 0.6), (x * s * 0.5, -s * 0.5, s * 0.6)], 0.004) for x in (1, -1)]
    return parts


KINDS = kinds_of(project_box, hose_adapter, fan_duct, calibration_cube, puzzle_piece, dice_tower, drone_frame)
