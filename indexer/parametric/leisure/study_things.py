"""Instruments to look through, and other things of a study."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from trimesh import creation

from indexer.parametric.lofts import (
    arc,
    body,
    chance,
    egg,
    mirrored,
    plate,
    sector,
    slab,
    smooth,
    tube,
)
from indexer.parametric.solids import (
    Part,
    ball,
    box,
    kinds_of,
    lathe,
    lying,
    ring,
    rod,
    turned,
)


def microscope(g: Generator) -> list[Part]:
    h, lean, double = g.uniform(0.32, 0.4), g.uniform(15, 40), chance(g, 0.45)
    curve = [(0, 0.03, -0.09), (0, h * 0.45, -0.12), (0, h * 0.75, -0.08), (0, h * 0.8, 0.02)]
    foot = ([box(0.15, 0.03, 0.22, z=-0.01)] if chance(g) else [box(0.13, 0.03, 0.06, z=-0.1),
        *mirrored(box(0.035, 0.03, 0.2, 0.05))])  # fmt: skip
    stage = [box(0.14, 0.012, 0.13, y=h * 0.42, z=0.02), *mirrored(box(0.01, 0.004, 0.06, 0.035, h * 0.42 + 0.012,
        0.02)), rod(0.022, 0.05, 0, h * 0.42 - 0.05, 0.02), rod(0.03, 0.025, 0, 0.03, 0.02)]  # fmt: skip
    lenses = [turned(turned(rod(0.009, 0.05, y=-0.06, top=0.013), (-22, 0, 0)), (0, a, 0), (0, h * 0.66, 0.02))
        for a in (0, 120, 240)]  # fmt: skip
    tubes = [turned(part, (-lean, 0, 0), (x, h * 0.8, 0.01)) for x in ((-0.03, 0.03) if double else (0,))
        for part in (rod(0.016, 0.1), rod(0.02, 0.035, y=0.095), ring(0.014, 0.004, y=0.13, axis="y"))]  # fmt: skip
    knobs = [lying(r, 0.02, s * x, h * 0.28, -0.1) for s in (1, -1) for r, x in ((0.026, 0.03), (0.016, 0.045))]
    return [tube(smooth(curve, False), 0.024, 10), *foot, *stage, rod(0.034, 0.02, 0, h * 0.66, 0.02),
        rod(0.024, h * 0.14, 0, h * 0.68, 0.02), *lenses, *tubes, *knobs, *([egg(0.05, 0.03, 0.04, 0, h * 0.8, 0.01)]
        if double else [])]  # fmt: skip


def telescope(g: Generator) -> list[Part]:
    h, tilt, long, r = (g.uniform(0.8, 1.2), float(-g.uniform(10, 45)), g.uniform(0.35, 0.55), g.uniform(0.035, 0.06))
    style, spread = int(g.integers(3)), g.uniform(0.28, 0.4)
    if style == 0:  # draws out, of brass
        cuts = np.linspace(-long, long, 4)
        pipe = [turned(rod(r * k, b - a, y=a), (90, 0, 0)) for k, a, b in zip((0.5, 0.68, 0.86), cuts[:3], cuts[1:],
            strict=True)]  # fmt: skip
        pipe += [ring(r * k, 0.006, z=z) for k, z in ((0.5, -long), (0.68, cuts[1]), (0.86, cuts[2]), (0.95, long))]
    elif style == 1:  # a refractor with its dew shield, star diagonal and finder
        pipe = [turned(rod(r, 1.6 * long, y=-0.8 * long), (90, 0, 0)), turned(rod(r * 1.25, 0.3 * long, y=0.7 * long),
            (90, 0, 0)), turned(rod(r * 0.5, 0.2, y=-0.8 * long - 0.18), (90, 0, 0))]  # fmt: skip
        pipe += [tube([(0, 0, -0.8 * long - 0.16), (0, 0.08, -0.8 * long - 0.19)], 0.02),
            turned(rod(0.014, 0.2, y=-0.7 * long), (90, 0, 0), (0, r + 0.03, 0)), box(0.01, 0.04, 0.08, 0, r - 0.01,
            -0.5 * long)]  # fmt: skip
    else:  # a wide reflector, looked into from the side
        r *= 1.9
        pipe = [turned(lathe([(0, -0.8 * long), (r, -0.8 * long), (r, 0.9 * long), (r * 0.9, 0.9 * long),
            (r * 0.9, 0)]), (90, 0, 0)), *[ring(r, 0.01, z=z) for z in (-0.8 * long, 0.9 * long, -0.1,
            0.1)]]  # fmt: skip
        pipe += [lying(0.02, 0.09, r + 0.04, 0, 0.65 * long), turned(rod(0.016, 0.18, y=0.4 * long), (90, 0, 0),
            (r * 0.7, r * 0.85, 0)), lying(0.01, 0.3, -0.12, -r - 0.03), lying(0.04, 0.05, -0.27,
            -r - 0.03)]  # fmt: skip
    tilted = [turned(part, (tilt, 0, 0), (0, h + r + 0.04, 0)) for part in pipe]
    stand = [tube([(0, h - 0.06, 0), (spread * np.sin(a), 0, spread * np.cos(a))], [0.02, 0.013])
        for a in np.radians((60, 180, 300))]  # fmt: skip
    tray = [turned(sector(spread * 0.55, 0.001, 0, 359, 0.01), (90, 0, 0), (0, h * 0.45, 0))] if chance(g) else []
    return [*tilted, *stand, *tray, rod(0.035, 0.09, y=h - 0.08), box(0.05, 0.06, 0.1, 0, h)]


def binoculars(g: Generator) -> list[Part]:
    r, long, x = g.uniform(0.02, 0.03), g.uniform(0.1, 0.14), g.uniform(0.031, 0.036)
    if chance(g, 0.6):  # the fronts stand wider than the eyes
        out = x + r * 0.55
        pipe = [(rod(r * 0.8, 0.05, top=r), out, 0.0), (rod(r * 1.1, 0.025), out, 0.045), (rod(0.016, 0.05), x, -0.1),
            (rod(0.02, 0.02), x, -0.12)]  # fmt: skip
        half = [turned(p, (90, 0, 0), (a, 0, z)) for p, a, z in pipe] + [body([(-0.055, 0.022, 0.02, 0),
            (-0.045, 0.03, 0.024, 0), (0.0, 0.032, 0.025, 0), (0.01, 0.024, 0.02, 0)], 3)]  # fmt: skip
        half[-1].apply_translation((x + r * 0.3, 0, 0))
    else:
        half = [turned(lathe([(0, -0.09), (0.018, -0.09), (0.019, -0.07), (0.016, -0.06), (r * 0.9, -0.02),
            (r, long - 0.07), (r * 1.05, long - 0.04), (r * 0.85, long - 0.04), (r * 0.8, long - 0.06),
            (0, long - 0.06)]), (90, 0, 0), (x, 0, 0)), ring(r, 0.003, x, 0, 0.02)]  # fmt: skip
    lens = turned(lathe([(0, 0.006), (r * 0.5, 0.004), (r * 0.9, 0)]), (90, 0, 0),
        (float(half[0].bounds.mean(0)[0]), 0, float(max(p.bounds[1, 2] for p in half)) - 0.008))  # fmt: skip
    bridge = [box(2 * x, 0.012, 0.018, 0, -0.006, z) for z in (-0.05, 0.0)] + [turned(rod(0.006, 0.08, y=-0.06),
        (90, 0, 0), (0, 0.006, 0)), turned(rod(0.012, 0.022, y=-0.04), (90, 0, 0), (0, 0.008, 0))]  # fmt: skip
    strap = tube(smooth([(x + 0.02, 0.01, -0.05), (x + 0.06, -0.03, -0.1), (0, -0.05, -0.2), (-x - 0.06, -0.03, -0.1),
        (-x - 0.02, 0.01, -0.05)], False), 0.003, 6)  # fmt: skip
    return [*mirrored(*half, lens), *bridge, *([strap] if chance(g, 0.35) else [])]


def globe(g: Generator) -> list[Part]:
    r, tilt, style = g.uniform(0.12, 0.2), g.uniform(15, 28), int(g.integers(3))
    y = r + g.uniform(0.08, 0.14)
    world = creation.icosphere(4, r)  # its land stands a little proud
    unit, waves = world.vertices / r, g.normal(size=(7, 3)) * 2.2
    land = np.sin(unit @ waves.T + g.uniform(0, 6, 7)).sum(1) > g.uniform(0.3, 0.9)
    world.vertices *= np.where(land, 1.025, 1.0)[:, None]
    parts = [world, tube([(1.12 * r * a, 1.12 * r * b, 0) for a, b in arc(1, -90, 90, 17)], 0.007),
        rod(0.006, 2.3 * r, y=-1.15 * r), ball(0.012, 0, 1.17 * r)]  # fmt: skip
    parts = [turned(part, (0, 0, -float(tilt)), (0, y, 0)) for part in parts]
    low = y - 1.12 * r * np.cos(np.radians(tilt))
    if style == 2:  # in a cradle on legs
        stand = [ring(r * 1.2, 0.02, y=y, axis="y"), *[turned(tube([(r * 1.2, 0, 0), (r * 1.1, -0.3, 0),
            (r * 1.3, -0.75, 0)], 0.018), (0, a, 0), (0, y, 0)) for a in (45, 135, 225, 315)],
            ring(r * 1.1, 0.012, y=y - 0.32, axis="y")]  # fmt: skip
        return [*parts, *stand]
    foot = [(0, 0), (r * 0.75, 0), (r * 0.75, 0.012), (0.03, 0.03), (0.016, low * 0.6), (0.025, low), (0, low + 0.006)]
    return [*parts, lathe(foot) if style else rod(r * 0.6, 0.02), rod(0.014, low),
        ring(0.02, 0.006, y=low * 0.7, axis="y")]  # fmt: skip


def hourglass(g: Generator) -> list[Part]:
    r, h, n, sand = (g.uniform(0.03, 0.045), g.uniform(0.13, 0.19), int(g.choice([3, 3, 4])), g.uniform(0.1, 0.5))
    ts, bulge, curled = np.linspace(-1, 1, 21), g.uniform(1.6, 2.6), chance(g)
    waist = [(max(r * (1 - (1 - abs(t)) ** bulge) ** 0.8, 0.003), h * (0.5 + 0.42 * t)) for t in ts]
    plates = ([box(2.7 * r, 0.012, 2.7 * r), box(2.7 * r, 0.012, 2.7 * r, y=h - 0.012)] if n == 4 and chance(g)
        else [lathe([(0, y), (r * 1.45, y), (r * 1.5, y + 0.006), (r * 1.45, y + 0.012), (0, y + 0.012)])
        for y in (0, h - 0.012)])  # fmt: skip
    post = [(0, 0), (0.004, 0), (0.004, h * 0.2), (0.0065, h * 0.3), (0.004, h * 0.4), (0.007, h * 0.5),
        (0.004, h * 0.6), (0.0065, h * 0.7), (0.004, h * 0.8), (0.004, h), (0, h)]  # fmt: skip
    posts = [turned(lathe(post) if curled else rod(0.004, h), (0, 0, 0), (1.25 * r * np.cos(a), 0, 1.25 * r
        * np.sin(a))) for a in np.pi / 4 + np.arange(n) * 2 * np.pi / n]  # fmt: skip
    return [lathe([(0, h * 0.08), *waist, (0, h * 0.92)]), *plates, *posts, lathe([(0, h * 0.09), (r * 0.9, h * 0.09),
        (0, h * (0.12 + 0.3 * sand))]), ring(0.005, 0.003, y=h / 2, axis="y")]  # fmt: skip


def magnifying_glass(g: Generator) -> list[Part]:
    r, long, thick, style = (g.uniform(0.035, 0.05), g.uniform(0.09, 0.13), g.uniform(0.003, 0.005), int(g.integers(3)))
    lens = turned(lathe([(0, -0.005), (r * 0.7, -0.0025), (r, 0), (r * 0.7, 0.0025), (0, 0.005)]), (90, 0, 0))
    grips = ([(0, 0), (0.006, 0), (0.011, 0.012), (0.009, long * 0.5), (0.007, long - 0.01), (0.008, long), (0, long)],
        [(0, 0), (0.009, 0.0), (0.009, long), (0, long)], [(0, 0), (0.013, 0.004), (0.007, long * 0.3),
        (0.011, long * 0.6), (0.006, long), (0, long)])  # fmt: skip
    grip = [lathe(list(grips[style]), 0, -r - 0.02 - long), rod(0.005, 0.024, y=-r - 0.022),
        ring(0.008, 0.002, y=-r - 0.02, axis="y"), ball(0.009, 0, -r - 0.02 - long)]  # fmt: skip
    rim = [ring(r, thick), ring(r, thick * 0.8, z=0.003)] if chance(g) else [ring(r, thick)]
    return [turned(part, (0, 0, 0), (0, r + long + 0.04, 0)) for part in (lens, *rim, *grip)]


def trophy(g: Generator) -> list[Part]:
    r, h, style = g.uniform(0.06, 0.09), g.uniform(0.12, 0.18), int(g.integers(3))
    low = g.uniform(0.04, 0.1)
    foot = [box(1.5 * r, low, 1.5 * r)] if chance(g) else [rod(r * 0.85, low), rod(r * 0.9, 0.015)]
    y = low + 0.08
    stem = lathe([(0, low), (r * 0.6, low), (r * 0.5, low + 0.015), (0.012, low + 0.04), (0.02, low + 0.055),
        (0.012, low + 0.065), (r * 0.4, y), (0, y)])  # fmt: skip
    sign = box(0.7 * r, low * 0.5, 0.006, 0, low * 0.25, (0.75 if len(foot) == 1 else 0.85) * r)
    if style == 2:  # a star or a figure held high
        star = slab(arc(r, 90, 414, 10) * np.tile([[1.0], [0.42]], (5, 1)), 0.02)
        return [*foot, stem, sign, rod(0.01, h * 0.6, y=y, top=0.018), turned(star, (0, 0, 0),
            (0, y + h * 0.6 + r * 0.45, 0)), ball(0.016, 0, y + h * 0.3)]  # fmt: skip
    ts = np.linspace(0, 1, 9)
    cup = [(r * (0.4 + 0.6 * t ** (0.5 if style else 0.9)), y + h * t) for t in ts]
    bowl = lathe([(0, y), *cup, (r * 1.08, y + h * 1.02), (r * 0.9, y + h), (r * 0.7, y + h * 0.5), (0, y + h * 0.3)])
    ear = [(r * 0.95, y + h * 0.9, 0), (r * 1.6, y + h * g.uniform(0.9, 1.15), 0), (r * 1.6, y + h * 0.5, 0),
        (r * 0.75, y + h * 0.25, 0)]  # fmt: skip
    top = ([lathe([(r * 1.05, y + h), (r * 0.7, y + h * 1.2), (0.008, y + h * 1.3), (0.008, y + h * 1.36),
        (0.016, y + h * 1.42), (0, y + h * 1.48)])] if chance(g, 0.35) else [])  # fmt: skip
    return [*foot, stem, sign, bowl, *mirrored(tube(smooth(ear, False), 0.008)), ring(r * (0.4 + 0.6 * 0.7), 0.004,
        y=y + h * 0.6, axis="y"), *top]  # fmt: skip


def syringe(g: Generator) -> list[Part]:
    r, long, drawn, n = (g.uniform(0.005, 0.011), g.uniform(0.06, 0.09), g.uniform(0.2, 0.95), int(g.integers(5, 11)))
    low = g.uniform(0.025, 0.045)
    parts = [lathe([(0, low), (0.0022, low), (0.003, low + 0.012), (r, low + 0.016), (r, low + 0.016 + long),
        (r * 0.85, low + 0.016 + long), (r * 0.85, low + 0.02), (0, low + 0.02)])]  # fmt: skip
    parts += [tube([(0, 0, 0), (0, low + 0.005, 0)], [0.0003, 0.0005], 6), rod(0.0032, 0.012, y=low - 0.004,
        top=0.0026)]  # fmt: skip
    parts += [ring(r, 0.0005, y=low + 0.02 + long * (i + 0.5) / n, axis="y") for i in range(n)]
    y, end = low + 0.016 + long * drawn * 0.85, low + 0.016 + long
    top = end + long * drawn * 0.8 + 0.008
    parts += [rod(r * 0.84, 0.008, y=y), *[turned(box(0.25 * r, top - y, r), (0, a, 0), (0, y, 0)) for a in (0, 90)]]
    if chance(g, 0.6):
        return [*parts, rod(r * 1.15, 0.002, y=top), plate(smooth([(2.4 * r, 0), (r, r), (-r, r), (-2.4 * r, 0),
            (-r, -r), (r, -r)]), 0.002, y=end)]  # fmt: skip
    rings = mirrored(ring(0.011, 0.0022, r + 0.01, end))  # of metal, with rings for the fingers
    return [*parts, *rings, ring(0.011, 0.0022, 0, top + 0.01), rod(r * 1.15, 0.004, y=end - 0.002)]


KINDS = kinds_of(microscope, telescope, binoculars, globe, hourglass, magnifying_glass, trophy, syringe)
