"""Pieces of games, a robot, two instruments, and masks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import trimesh
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.lofts import body, chance, egg, mirrored, sector, slab, smooth, tube, upright
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def dice(g: Generator) -> list[Part]:
    n, power, s, pip = int(g.integers(1, 5)), g.uniform(5, 16), 0.008, g.uniform(0.0015, 0.002)
    spots = {1: [(0, 0)], 2: [(-1, -1), (1, 1)], 3: [(-1, -1), (0, 0), (1, 1)], 4: [(-1, -1), (1, 1), (-1, 1), (1, -1)]}
    spots[5], spots[6] = [*spots[4], (0, 0)], [*spots[4], (-1, 0), (1, 0)]
    cube = creation.icosphere(4 if n < 3 else 3)
    cube.vertices *= (s / (np.abs(cube.vertices) ** power).sum(1) ** (1 / power))[:, None]
    whole, stack = [cube], chance(g, 0.25)
    for face, turn in zip((1, 6, 2, 5, 3, 4), ((0, 0), (180, 0), (90, 0), (-90, 0), (0, 90), (0, -90)), strict=True):
        for x, y in spots[face]:
            dot = turned(rod(pip, 0.0006), (90, 0, 0), (x * s * 0.5, y * s * 0.5, s * 0.985))
            whole.append(turned(dot, (turn[0], turn[1], 0)))
    parts = []
    for i in range(n):
        roll, spin = 90.0 * int(g.integers(4)), float(g.uniform(0, 90))
        to = (0, s + 2 * s * i, 0) if stack else (i % 2 * 0.026, s, i // 2 * 0.026 + float(g.uniform(0, 0.006)))
        parts += [turned(turned(part.copy(), (roll, 0, 0)), (0, spin, 0), to) for part in whole]
    return parts


def _chess_foot(r: float, stem: float, h: float, steps: int) -> list[tuple[float, float]]:
    """The turned profile of a piece from its foot to the collar at height h."""
    foot = [(0, 0), (r, 0), (r, r * 0.2), (r * 0.92, r * 0.3), (r * 0.92, r * 0.38), (r * 0.78, r * 0.5)]
    curve = [(stem + (r * 0.7 - stem) * (1 - t) ** 2.2, r * 0.55 + (h - r * 0.55) * t) for t in np.linspace(0, 1, 8)]
    rims = [(stem + r * (0.22 - 0.08 * i) * k, h + r * (0.12 * i + 0.05 * j)) for i in range(steps) for j,
        k in enumerate((0.6, 1, 0.6))]  # fmt: skip
    return [*foot, *curve, *rims]


def chess_pawn(g: Generator) -> list[Part]:
    r, h, head, style = g.uniform(0.012, 0.016), g.uniform(0.024, 0.034), g.uniform(0.0075, 0.0095), int(g.integers(3))
    profile = _chess_foot(r, r * g.uniform(0.3, 0.42), h, int(g.integers(1, 3)))
    if style == 2:  # modern: a bare cone
        profile = [(0, 0), (r, 0), (r, r * 0.25), (r * 0.3, h), (r * 0.3, h)]
    top = profile[-1][1] + head * 0.85
    knob = [ball(head, 0, top, 0)] if style else [egg(head, head * 1.12, head, 0, top, 0)]
    return [lathe([*profile, (0, profile[-1][1])]), *knob, *([ring(r * 0.9, r * 0.06, y=r * 0.2, axis="y")] if chance(g)
        else [])]  # fmt: skip


def chess_knight(g: Generator) -> list[Part]:
    r, h, size, style = g.uniform(0.014, 0.018), g.uniform(0.01, 0.02), g.uniform(0.024, 0.03), int(g.integers(3))
    profile = _chess_foot(r, r * 0.75, h, 1) if style else [(0, 0), (r, 0), (r, h * 0.8), (r * 0.8, h)]
    nod, nose = g.uniform(-8, 8), g.uniform(0.62, 0.8)
    side = np.array([(-0.42, -0.05), (-0.58, 0.35), (-0.5, 0.8), (-0.28, 1.12), (-0.1, 1.2), (-0.02, 1.42),
        (0.08, 1.18), (0.3, 1.0), (nose - 0.06, 0.72), (nose, 0.55), (nose - 0.1, 0.42), (0.42, 0.46), (0.2, 0.6),
        (0.08, 0.5), (0.28, 0.25), (0.42, -0.05)])  # fmt: skip
    outline = smooth(side, times=1)
    middle = np.array((0.0, 0.55))
    shrunk = [(0.36, 1.0), (0.52, 0.9), (0.64, 0.76)] if style else [(0.55, 1.0)]
    head = [upright((middle + (outline - middle) * k) * size, wide * size) for wide, k in shrunk]
    head += mirrored(ball(0.055 * size, 0.2 * size, 1.0 * size, 0.12 * size), ball(0.035 * size, 0.15 * size, 0.62
        * size, 0.66 * size))  # fmt: skip
    mane = [turned(box(0.2 * size, 0.14 * size, 0.1 * size), (25 - 20 * t, 0, 0), (0, (0.2 + 0.9 * t) * size,
        (-0.58 + 0.5 * max(t - 0.5, 0)) * size)) for t in np.linspace(0, 1, 7)]  # fmt: skip
    ears = mirrored(tube([(0.1 * size, 1.12 * size, -0.06 * size), (0.12 * size, 1.45 * size, 0)],
        [0.09 * size, 0.01 * size]))  # fmt: skip
    top = profile[-1][1]
    return [lathe([*profile, (0, top)]), *[turned(p, (nod, 0, 0), (0, top, 0))
        for p in [*head, *(mane if style == 1 else []), *ears]]]  # fmt: skip


def chess_king(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.016, 0.02), g.uniform(0.055, 0.072), int(g.integers(3))
    profile = _chess_foot(r, r * g.uniform(0.35, 0.48), h, int(g.integers(2, 4)))
    y, wide = profile[-1][1], g.uniform(0.6, 0.75)
    cup = [(r * 0.4, y), (r * wide, y + r * 1.2), (r * wide * 0.95, y + r * 1.28), (r * 0.3, y + r * 1.6),
        (0, y + r * 1.65)]  # fmt: skip
    arm, bar, top = g.uniform(0.26, 0.34) * r, g.uniform(0.09, 0.13) * r, y + r * 1.6
    if style == 0:
        cross = [box(2 * bar, 3.4 * arm, 2 * bar, y=top), box(2.4 * arm, 2 * bar, 2 * bar, y=top + 1.8 * arm)]
    else:  # arms that widen outwards
        flare = slab([(-bar * 0.5, 0), (bar * 0.5, 0), (arm * 0.55, arm * 1.4), (-arm * 0.55, arm * 1.4)], 2.2 * bar)
        cross = [turned(flare.copy(), (0, 0, a), (0, top + arm * 1.5, 0)) for a in (0, 90, 180, 270)] + [ball(r * 0.2,
            0, top, 0)]  # fmt: skip
    teeth = ([turned(ball(r * 0.13, 0, y + r * 1.22, r * wide), (0, a, 0)) for a in range(0, 360, 45)] if style == 2
        else [])  # fmt: skip
    return [lathe([*profile, *cup]), *cross, *teeth]


def robot(g: Generator) -> list[Part]:
    w, h, style = g.uniform(0.07, 0.1), g.uniform(0.13, 0.17), int(g.integers(3))
    low, lift = 0.13, g.uniform(-70, 20)
    if style == 0:  # of tin, square
        trunk = [box(2 * w, h, 1.3 * w, y=low), box(1.3 * w, 1.1 * w, 1.3 * w, y=low + h + 0.015),
            rod(0.02, 0.02, y=low + h - 0.002)]  # fmt: skip
        trunk += [turned(rod(0.012, 0.012), (90, 0, 0), (x * w, low + h * 0.65, 0.65 * w)) for x in (-0.5, 0, 0.5)]
        trunk += [box(w, 0.004, 0.006, 0, low + h * (0.2 + 0.08 * i), 0.65 * w) for i in range(4)]
        leg = [box(0.8 * w, low - 0.03, 0.8 * w, 0.52 * w, 0.03), box(0.9 * w, 0.035, 1.5 * w, 0.52 * w, 0, 0.15 * w)]
    else:
        trunk = [turned(body([(low, w * 0.7, w * 0.55, 0), (low + h * 0.6, w, w * 0.7, 0),
            (low + h, w * 0.6, w * 0.45, 0)], 2.8), (-90, 0, 0)), egg(0.75 * w, 0.6 * w, 0.65 * w, 0, low + h + 0.5 * w,
            0), rod(0.02, 0.03, y=low + h - 0.01), ring(0.25 * w, 0.006, 0, low + h * 0.65, 0.66 * w)]  # fmt: skip
        leg = [tube([(0.45 * w, low, 0), (0.5 * w, 0.02, 0)], [0.025, 0.035], 10), ball(0.03, 0.47 * w, low * 0.55),
            egg(0.045, 0.025, 0.065, 0.5 * w, 0.02, 0.02)]  # fmt: skip
    if style == 2:  # on treads
        leg = [turned(body([(-0.02, 0.11, 0.035, 0), (0.02, 0.11, 0.035, 0)], 2.6), (0, 90, 0), (w, 0.035, 0)),
            tube([(0.2 * w, low, 0), (w, 0.04, 0)], 0.025)]  # fmt: skip
        leg += [lying(0.028, 0.05, w, 0.035, z) for z in (-0.07, 0, 0.07)]
    y = low + h + 0.55 * w
    eye = [turned(rod(0.014, 0.02), (90, 0, 0), (0.28 * w, y + 0.1 * w, 0.58 * w)), lying(0.015, 0.025, 0.7 * w, y)]
    face = ([box(0.6 * w, 0.012, 0.02, 0, y - 0.35 * w, 0.6 * w)] if chance(g)
        else [ring(0.02, 0.004, 0, y - 0.3 * w, 0.62 * w)])  # fmt: skip
    face += [rod(0.004, 0.06, 0, y + 0.5 * w), ball(0.012, 0, y + 0.5 * w + 0.06)] if chance(g, 0.6) else []
    arm = [ball(0.03), tube([(0, 0, 0), (0.02, -0.07, 0), (0.02, -0.13, 0.02)], 0.018), ball(0.022, 0.02, -0.07)]
    arm += ([turned(sector(0.028, 0.016, -50, 230, 0.022), (0, 90, 0), (0.02, -0.155, 0.025))] if chance(g, 0.6)
        else [egg(0.02, 0.03, 0.02, 0.02, -0.15, 0.025)])  # fmt: skip
    return [*trunk, *face, *mirrored(*leg, *eye, *[turned(part, (lift, 0, 0), (w + 0.02, low + h * 0.82, 0))
        for part in arm])]  # fmt: skip


def upright_piano(g: Generator) -> list[Part]:
    w, h, d, key = 1.5, g.uniform(1.05, 1.35), g.uniform(0.3, 0.36), 0.66
    low = [box(w, h, d, z=-d / 2), box(w + 0.05, 0.035, d + 0.05, 0, h, -d / 2), box(w, 0.12, 0.26, 0, key - 0.12,
        0.13)]  # fmt: skip
    keys = [box(w - 0.2, 0.022, 0.15, 0, key, 0.18), *[box(0.013, 0.02, 0.09, x, key + 0.02, 0.15) for i,
        x in enumerate(np.arange(-0.62, 0.63, 0.0335)) if i % 7 not in (2, 6)]]  # fmt: skip
    cheeks = mirrored(box(0.09, 0.2, 0.27, w / 2 - 0.045, key - 0.12, 0.13), lathe([(0, 0), (0.03, 0), (0.05, 0.1),
        (0.03, 0.2), (0.055, 0.5), (0, 0.55)], w / 2 - 0.05, 0, 0.2) if chance(g)
        else box(0.08, 0.55, 0.08, w / 2 - 0.045, 0, 0.21), box(0.1, 0.06, 0.34, w / 2 - 0.045, 0, 0.09))  # fmt: skip
    stand = [turned(box(g.uniform(0.5, 1.1), 0.2, 0.015), (-12, 0, 0), (0, key + 0.13, 0.05)),
        box(w - 0.16, 0.03, 0.07, 0, key + 0.1, 0.03)]  # fmt: skip
    panels = [box(wide, h - key - 0.3, 0.015, x, key + 0.2, 0.0) for wide, x in (((0.4, -0.5), (0.4, 0), (0.4, 0.5))
        if chance(g) else ((1.3, 0),))]  # fmt: skip
    pedals = [box(0.025, 0.015, 0.12, x, 0.06, 0.05) for x in ((-0.07, 0, 0.07) if chance(g, 0.6)
        else (-0.05, 0.05))] + [box(1.2, 0.4, 0.015, 0, 0.12)]  # fmt: skip
    bench = [box(0.6, 0.06, 0.32, 0, 0.44, 0.62), *[rod(0.025, 0.45, x, 0, z) for x in (-0.26, 0.26)
        for z in (0.5, 0.74)]]  # fmt: skip
    stool = [rod(0.17, 0.06, 0, 0.46, 0.6), rod(0.03, 0.46, 0, 0, 0.6), *[box(0.34, 0.04, 0.05, 0, 0, 0.6),
        box(0.05, 0.04, 0.34, 0, 0, 0.6)]]  # fmt: skip
    return [*low, *keys, *cheeks, *stand, *panels, *pedals, *(bench if chance(g, 0.5) else stool if chance(g, 0.5)
        else [])]  # fmt: skip


def saxophone(g: Generator) -> list[Part]:
    h, fat, wide, lift = g.uniform(0.48, 0.68), g.uniform(0.9, 1.15), g.uniform(0.055, 0.07), g.uniform(0.26, 0.34)
    bow = [(0.05 - 0.05 * np.cos(a), 0.06 - 0.06 * np.sin(a), 0) for a in np.linspace(0, np.pi, 13)]
    bore = [(0, h, 0), (0, h * 0.6, 0), *bow, (0.105, 0.15, 0), (0.12, lift - 0.1, 0)]
    bell = turned(lathe([(0.03 * fat, 0), (0.034 * fat, 0.05), (wide * 0.75, 0.09), (wide, 0.11), (wide * 1.04, 0.112),
        (wide * 0.7, 0.09), (0.025, 0.03)]), (0, 0, -10), (0.12, lift - 0.1, 0))  # fmt: skip
    if chance(g, 0.6):
        neck = [(0, h, 0), (0, h + 0.05, 0), (-0.03, h + 0.085, 0), (-0.1, h + 0.07, 0)]
    else:  # a swan's neck
        neck = [(0, h, 0), (0.01, h + 0.06, 0), (-0.03, h + 0.11, 0), (-0.08, h + 0.09, 0), (-0.13, h + 0.1, 0)]
    end = np.array(neck[-1])
    mouth = [tube([end, end - (0.05, 0.008, 0), end - (0.09, 0.022, 0)], [0.012, 0.012, 0.005]),
        tube(smooth(neck, False), 0.0095)]  # fmt: skip
    keys = [turned(part, (90, 0, 0), (x, y, 0.03 * fat)) for y in np.linspace(0.12, h * 0.85, int(g.integers(6, 10)))
        for x in (0.004,) for part in (rod(0.017, 0.008), ring(0.016, 0.002, y=0.008, axis="y"))]  # fmt: skip
    keys += [lying(0.028, 0.008, 0.105 + 0.032 * fat + 0.01, y, 0) for y in (0.1, 0.16)] + [turned(rod(0.026, 0.008),
        (90, 0, 0), (0.05, 0.02, 0.028))]  # fmt: skip
    rods = [tube([(x, 0.1, z), (x, h * 0.9, z)], 0.004, 6) for x, z in ((-0.024, 0.02),
        (0.022, 0.022))] + [tube([(0.02, 0.16, 0), (0.09, 0.17, 0)], 0.006, 6)]  # fmt: skip
    collars = [ring(r, 0.004, x, y, axis="y") for r, x, y in ((0.016, 0, h), (0.03 * fat, 0, 0.08),
        (0.034 * fat, 0.1, 0.08))]  # fmt: skip
    return [tube(bore, np.interp(np.arange(len(bore)), [0, 2, len(bore) - 1], [0.013, 0.025 * fat, 0.034
        * fat]).tolist(), 14), bell, *mouth, *keys, *rods, *collars]  # fmt: skip


def _sheet(w: float, h: float, depth: Callable[[Any, Any], Any], kept: Callable[[Any, Any], Any]) -> Part:
    """A thin bent sheet over the points (x, y) of -1..1 that `kept` lets stand, `depth` forward, with holes."""
    n, thick = 49, 0.004
    x, y = (a.ravel() for a in np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, n)))
    corner = np.array([i * n + j for i in range(n - 1) for j in range(n - 1)])
    corner = corner[kept(x[corner] + 1 / n, y[corner] + 1 / n)]
    a, b, c, d = corner, corner + 1, corner + n + 1, corner + n
    front = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    face = np.stack([x * w, y * h, depth(x, y)], 1)
    sheet = trimesh.Trimesh(np.concatenate([face, face - (0, 0, thick)]),
        np.concatenate([front, front[:, ::-1] + n * n]), process=False)  # fmt: skip
    sheet.remove_unreferenced_vertices()
    return sheet


def mask(g: Generator) -> list[Part]:
    style, w, h = int(g.integers(3)), g.uniform(0.085, 0.1), g.uniform(0.11, 0.14)
    eye, slant, smile = g.uniform(0.18, 0.25), g.uniform(-0.25, 0.3), 0.5 if chance(g) else -0.5

    def eyes(x: Any, y: Any, up: float, tall: float) -> Any:
        across = np.abs(x) - 0.42
        return (across / eye) ** 2 + ((y - up - slant * across) / tall) ** 2 < 1

    if style == 0:  # for a ball: half a face, wings at the temples

        def bent(x: Any, y: Any) -> Any:
            return -0.05 * x**2 + 0.05 * np.exp(-((x / 0.16) ** 2)) * (0.4 - y).clip(0, 1)

        def half(x: Any, y: Any) -> Any:
            return ((np.abs(x) < 0.97) & (y < 0.35 + 0.6 * x**2) & (y > -0.5 + 0.75 * (np.abs(x) - 0.5).clip(0) + 0.5
                * np.exp(-((x / 0.15) ** 2)) - 0.3 * np.exp(-(((np.abs(x) - 0.4) / 0.25) ** 2)))
                & ~eyes(x, y, -0.05, 0.2))  # fmt: skip

        parts = [_sheet(w * 1.1, w * 0.95, bent, half)]
        plumes = [turned(egg(0.012, 0.05 + 0.015 * i, 0.004, 0, 0.05), (0, 0, -18 - 18 * i), (w * 0.75, w * 0.5, -0.03))
            for i in range(4)]  # fmt: skip
        stick = [tube([(w * 1.05, 0, -0.05), (w * 1.2, -0.28, -0.03)], 0.005)] if chance(g) else []
        return [*parts, *(mirrored(*plumes) if chance(g) else plumes), *stick, ball(0.012, 0, w * 0.38, 0.01)]

    def shell(x: Any, y: Any) -> Any:
        return 0.075 * (1.05 - x**2 - y**2) + 0.03 * np.exp(-((x / 0.14) ** 2)) * ((0.35 - y) / 0.5).clip(0,
            1) * (y > -0.2)  # fmt: skip

    def whole(x: Any, y: Any) -> Any:
        mouth = (np.abs(x) < 0.5) & (np.abs(y + 0.62 - smile * (x**2 - 0.12) * 1.4) < 0.1
            * np.sqrt((1.05 - (x / 0.5) ** 2).clip(0)))  # fmt: skip
        return (x**2 + np.abs(y) ** (2.6 if style == 1 else 2) < 0.98) & ~eyes(x, y, 0.18, eye * 0.55) & ~mouth

    parts = [_sheet(w, h, shell, whole)]
    if style == 2:  # carved: brows, horns, a ring of tufts
        parts += mirrored(tube([(0.015, h * 0.36, 0.075), (w * 0.45, h * 0.45, 0.065), (w * 0.8, h * 0.35, 0.04)],
            0.007))  # fmt: skip
        curve = smooth([(w * 0.5, h * 0.75, 0.02), (w * 0.9, h * 1.1, 0.03), (w * 0.7, h * 1.5, 0.05)], False)
        horn = tube(curve, np.linspace(0.018, 0.002, len(curve)).tolist())
        parts += (mirrored(horn) if chance(g) else [turned(egg(0.008, 0.03, 0.008, 0, h * 1.05), (0, 0, a))
            for a in range(-60, 61, 15)])  # fmt: skip
    return parts + ([tube([(-w * 0.98, h * 0.2, 0), (0, h * 0.2, -0.12), (w * 0.98, h * 0.2, 0)], 0.002, 5)]
        if chance(g, 0.3) else [])  # fmt: skip


KINDS = kinds_of(dice, chess_pawn, chess_knight, chess_king, robot, upright_piano, saxophone, mask)
