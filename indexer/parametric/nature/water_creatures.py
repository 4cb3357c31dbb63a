"""Creatures of the water, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, plate, smooth, tube, upright
from indexer.parametric.nature.wild_animals import limb, spine, trunk
from indexer.parametric.solids import Part, ball, kinds_of, lathe, lying, ring, turned


def frog(g: Generator) -> list[Part]:
    fat, eye = g.uniform(0.03, 0.042), g.uniform(0.009, 0.013)
    if chance(g, 0.7):  # sitting
        hull = trunk((-0.05, 0.008, 0.008, 0.018), (-0.04, fat * 0.85, 0.02, 0.024), (0.0, fat, 0.028, 0.036),
            (0.035, fat * 0.8, 0.02, 0.052), (0.058, 0.012, 0.008, 0.05))  # fmt: skip
        leg = limb((0.02, 0.02, -0.04, 0.016), (fat + 0.016, 0.03, 0.0, 0.017), (fat + 0.018, 0.028, 0.02, 0.012),
            (fat + 0.014, 0.01, -0.045, 0.008))  # fmt: skip
        arm = limb((0.024, 0.035, 0.028, 0.011), (0.042, 0.02, 0.03, 0.008), (0.034, 0.004, 0.045, 0.006))
        roots = [((fat + 0.014, 0.005, -0.045), 0.05), ((0.034, 0.004, 0.045), 0.022)]
        y, z = 0.066, 0.03
    else:  # leaping, its legs stretched behind
        hull = trunk((-0.06, 0.01, 0.01, 0.05), (-0.04, fat * 0.8, 0.02, 0.055), (0.01, fat, 0.026, 0.075),
            (0.045, fat * 0.75, 0.018, 0.095), (0.065, 0.012, 0.008, 0.1))  # fmt: skip
        leg = limb((0.02, 0.052, -0.05, 0.015), (0.055, 0.045, -0.085, 0.013), (0.035, 0.03, -0.13, 0.009),
            (0.045, 0.012, -0.17, 0.006))  # fmt: skip
        arm = limb((0.025, 0.075, 0.03, 0.01), (0.045, 0.055, 0.05, 0.007), (0.045, 0.06, 0.085, 0.005))
        roots = [((0.045, 0.012, -0.17), -0.045), ((0.045, 0.06, 0.085), 0.022)]
        y, z = 0.108, 0.04
    toes = [p for (a, b, c), far in roots for d in (-0.5, 0.0, 0.5) for tip in ((a + abs(far) * d * 0.8, b,
        c + far),) for p in (tube([(a, b, c), tip], [0.005, 0.0025], 6), ball(0.004, *tip))]  # fmt: skip
    mouth = [egg(fat * 0.78, 0.012, 0.03, 0, y - 0.016, z)]
    warts = [ball(0.004, *g.uniform((-fat * 0.6, y - 0.034, -0.02),
        (fat * 0.6, y - 0.026, 0.0))) for _ in range(10)] if chance(g, 0.3) else []  # fmt: skip
    return [hull, *mouth, *mirrored(leg, arm, *toes, ball(eye, fat * 0.5, y, z)), *warts]


def dolphin(g: Generator) -> list[Part]:
    arch, r, beak = g.uniform(-0.1, 0.45), g.uniform(0.2, 0.25), g.uniform(0.12, 0.3)
    zs = np.array((-1.0, -0.8, -0.4, 0.1, 0.5, 0.75, 0.88))
    line = np.stack([zs, -arch * zs**2, np.array((0.03, 0.07, 0.16, 1, 1, 0.7, 0.3)) * (0.5, 0.8, 1, r, r * 0.9, r,
        r)], 1)  # fmt: skip
    end, tip = -arch, -arch * 0.77
    parts = [spine(*line), spine((0.82, tip - 0.04, 0.075), (0.95, tip - 0.08, 0.045),
        (0.9 + beak, tip - 0.09 - arch * 0.1, 0.02))]  # fmt: skip
    fin = upright(
        smooth([(0.16, r * 0.85), (0.0, r + 0.13), (-0.16, r + 0.2), (-0.1, r + 0.05), (-0.14, r * 0.6)]), 0.03
    )
    fluke = plate(smooth([(0, 0.1), (0.14, 0.02), (0.36, -0.18), (0.3, -0.2), (0.1, -0.12), (0, -0.08)]), 0.03)
    flipper = turned(plate(smooth([(0, 0.1), (0.2, -0.05), (0.32, -0.26), (0.18, -0.18), (0, -0.07)]), 0.03),
        (0, 0, -30), (r * 0.7, -0.1, 0.4))  # fmt: skip
    parts += [fin, *mirrored(flipper, turned(fluke, (-45 * arch - 5, 0, 0), (0, end, -1.0)),
        ball(0.018, r * 0.72, tip + 0.09, 0.72))]  # fmt: skip
    pose = float(g.uniform(-35, 20))
    if chance(g, 0.25):  # on a wave
        wave = [egg(w, 0.12, d, x, -0.75 - arch * 0.3, at) for w, d, x,
            at in ((0.5, 0.6, 0, -0.3), (0.35, 0.4, 0.35, 0.1), (0.3, 0.35, -0.35, -0.6))]  # fmt: skip
        return [*[turned(p, (pose, 0, 0)) for p in parts], *wave]
    return [turned(p, (pose, 0, 0)) for p in parts]


def seahorse(g: Generator) -> list[Part]:
    fat, snout, turns = g.uniform(0.016, 0.023), g.uniform(0.026, 0.04), g.uniform(3.5, 7.5)
    angles = np.linspace(0, turns, 36)
    rs = 0.026 * (1 - 0.09 * angles)
    coil = [(0, 0.03 - r * np.sin(a + 0.3), -0.006 + r * np.cos(a + 0.3) * -1, k) for a, r,
        k in zip(angles, rs, np.linspace(0.009, 0.002, 36), strict=True)]  # fmt: skip
    trunk_ = [(0, 0.19, 0.01, 0.009), (0, 0.172, -0.012, 0.012), (0, 0.14, 0.004, fat), (0, 0.11, 0.012, fat),
        (0, 0.07, -0.014, 0.011)]  # fmt: skip
    line = np.concatenate([smooth(trunk_, closed=False), coil])
    parts = [tube(line[:, :3], list(line[:, 3]), 10)]
    for i in range(3, 30, 2):  # bony rings
        p, d = line[i], line[i + 1, :3] - line[i - 1, :3]
        parts.append(
            turned(ring(p[3], 0.0018, axis="y"), (float(np.degrees(np.arctan2(d[2], d[1]))), 0, 0), tuple(p[:3]))
        )
    parts += [spine((0.0, 0.192, 0.011), (0.018, 0.195, 0.015), (0.035, 0.188, 0.008),
        (0.034 + snout, 0.178, 0.005), (0.037 + snout, 0.177, 0.007))]  # fmt: skip
    parts += [tube([(x, 0.203, at), (x * 1.6, 0.203 + h, at - 0.006)], [0.005, 0.001], 5) for x, at,
        h in ((0, 0.004, 0.022), (0.006, 0.01, 0.016), (-0.006, 0.01, 0.016), (0, 0.016, 0.012))]  # fmt: skip
    parts.append(upright(smooth([(-0.004, 0.15), (-0.035, 0.145), (-0.04, 0.12), (-0.03, 0.1), (-0.002, 0.1)]), 0.002))
    if chance(g):  # spines down the back
        parts += [tube([(0, y, at), (0, y + 0.006, at - 0.014)], [0.004, 0.0005], 5) for y,
            at in ((0.18, -0.018), (0.165, -0.022), (0.09, -0.014), (0.075, -0.022))]  # fmt: skip
    if chance(g, 0.35):  # its tail round a stalk
        parts.append(lying(0.006, g.uniform(0.08, 0.16), 0, 0.03, -0.006))
    fin = turned(egg(0.008, 0.011, 0.002), (0, 50, 0), (0.016, 0.176, 0.002))
    return [*parts, *mirrored(ball(0.005, 0.012, 0.199, 0.022), fin)]


def starfish(g: Generator) -> list[Part]:
    n, style = (5 if chance(g, 0.75) else int(g.integers(6, 10))), int(g.integers(3))
    reach, fat = g.uniform(0.09, 0.14), g.uniform(0.02, 0.032) * (5 / n) ** 0.5
    parts = [egg(fat * 1.7, fat * 0.8, fat * 1.7, 0, fat * 0.75, 0)]
    for i in range(n):
        a, bend = 2 * np.pi * i / n, float(g.uniform(-0.25, 0.25)) if style else 0.0
        ts = np.linspace(0, 1, 9)
        wide = fat * (1.15 - 0.95 * ts**1.3) if style != 2 else fat * (1.3 - 1.15 * ts)
        path = np.stack([reach * ts * np.sin(a + bend * ts), fat * (0.75 - 0.5 * ts),
            reach * ts * np.cos(a + bend * ts)], 1)  # fmt: skip
        arm = tube(path, list(wide), 10)
        arm.vertices[:, 1] = np.maximum(arm.vertices[:, 1], 0)
        parts.append(arm)
        rows = (0.0,) if style == 0 else (-0.5, 0.0, 0.5)
        for p, w in zip(path[1:8], wide[1:8], strict=True):
            tops = [p + w * np.array((k * np.cos(a), 0.9 - 0.25 * abs(k), -k * np.sin(a))) for k in rows]
            parts += [tube([top, top + np.array((0.0, fat * 0.25, 0.0))], [fat * 0.18, fat * 0.05], 6) for top in tops]
    return parts


def jellyfish(g: Generator) -> list[Part]:
    r, tall, n = g.uniform(0.13, 0.18), g.uniform(0.09, 0.2), int(g.integers(10, 20))
    outer = [(r * np.sin(a), tall * np.cos(a)) for a in np.linspace(np.pi / 2 + 0.25, 0, 12)]
    inner = [(r * 0.85 * np.sin(a), tall * 0.8 * np.cos(a)) for a in np.linspace(0, np.pi / 2 + 0.25, 10)]
    parts = [lathe([*inner, *outer])]
    long, sway = g.uniform(0.25, 0.6), g.uniform(0.01, 0.03)
    for i in range(n):
        a, ph = 2 * np.pi * i / n, float(g.uniform(0, 6))
        reach = long * float(g.uniform(0.7, 1.1))
        ts = np.linspace(0, 1, 14)
        path = np.stack([r * 0.92 * np.sin(a) + sway * np.sin(7 * ts + ph) * ts, -reach * ts - tall * 0.15,
            r * 0.92 * np.cos(a) + sway * np.cos(6 * ts + ph) * ts], 1)  # fmt: skip
        parts.append(tube(path, list(np.linspace(0.005, 0.0015, 14)), 5))
        parts.append(egg(0.014, 0.012, 0.014, r * 0.95 * np.sin(a), -tall * 0.17, r * 0.95 * np.cos(a)))
    if chance(g, 0.75):  # frilled mouth arms
        for i in range(4):
            a, ts = np.pi * (i / 2 + 0.25), np.linspace(0, 1, 24)
            path = np.stack([0.035 * np.sin(a) + 0.012 * np.sin(30 * ts), tall * 0.5 - long * 0.75 * ts,
                0.035 * np.cos(a) + 0.012 * np.cos(30 * ts)], 1)  # fmt: skip
            parts.append(tube(path, list(np.linspace(0.022, 0.006, 24)), 6))
    return parts


KINDS = kinds_of(frog, dolphin, seahorse, starfish, jellyfish)
