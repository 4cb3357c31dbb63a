"""Wild four-legged animals, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, mirrored, smooth, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, turned


def limb(*points: tuple[float, ...], sides: int = 8) -> Part:
    """A smooth tube through points of (x, y, z, radius)."""
    line = smooth(points, closed=False)
    return tube(line[:, :3], list(line[:, 3]), sides)


def spine(*points: tuple[float, ...]) -> Part:
    """A smooth tube in the plane x = 0 through points of (z, y, radius)."""
    return limb(*[(0, y, z, r) for z, y, r in points], sides=12)


def trunk(*sections: tuple[float, ...]) -> Part:
    """A rounded body along z of sections (z, half width, half height, height of the centre)."""
    return body([tuple(map(float, row)) for row in smooth(sections, closed=False)])


def four(g: Generator, wide: float, front: float, back: float, hip: float, r: float, paw: float = 1.0) -> list[Part]:
    """Four legs with feet, standing or walking."""
    steps = g.uniform(-0.25, 0.25, 2) * hip if chance(g, 0.6) else np.zeros(2)
    parts = []
    for z, bend, step in ((front, 0.04, steps[0]), (back, -0.1, steps[1])):
        for x, s in ((wide, step), (-wide, -step)):
            knee = (x, hip * 0.62, z - bend * hip * 0.7 + s * 0.3, r * 1.4)
            shin = (x, hip * 0.3, z + bend * hip + s * 0.7, r * 0.9)
            parts.append(limb((x * 0.85, hip * 1.1, z, r * 1.9), knee, shin, (x, r * 0.4, z + s, r * 0.9)))
            parts.append(egg(r * 1.1, r * 0.65, r * 1.6 * paw, x, r * 0.6, z + s + r * 0.5 * paw))
    return parts


def stretched(g: Generator, parts: list[Part]) -> list[Part]:
    """The parts, all a little longer, taller or slimmer."""
    return [part.apply_scale(factors) for factors in (g.uniform(0.87, 1.15, 3),) for part in parts]


def _sized(parts: list[Part], size: float) -> list[Part]:
    return [part.apply_scale(size) for part in parts]


def _beast(g: Generator, fat: float) -> tuple[list[Part], tuple[float, float], tuple[float, float]]:
    """A beast of prey one unit long that stands, sits or lies, without its head and tail; (y, z) of these."""
    pose, f = int(g.integers(3)), fat
    if pose == 1:  # sitting
        rump = spine((-0.34, 0.08, 0.08), (-0.28, 0.2, 0.22 * f), (-0.1, 0.45, 0.17 * f), (0.08, 0.72, 0.15 * f),
            (0.14, 0.85, 0.09))  # fmt: skip
        haunch = [egg(0.1 * f, 0.16, 0.2, 0.14 * f, 0.17, -0.2), egg(0.05, 0.035, 0.12, 0.16 * f, 0.035, 0.0)]
        arm = limb((0.08, 0.55, 0.05, 0.08 * f), (0.09, 0.25, 0.1, 0.055 * f), (0.09, 0.03, 0.1, 0.045 * f))
        return [rump, *mirrored(*haunch, arm, egg(0.055, 0.04, 0.08, 0.09, 0.04, 0.14))], (0.95, 0.2), (0.08, -0.38)
    y = 0.6 if pose == 0 else 0.2
    z, high = g.uniform(0.6, 0.66), y + (g.uniform(0.05, 0.32) if pose == 0 else g.uniform(0.25, 0.35))
    parts = [
        trunk((-0.52, 0.04, 0.05, y + 0.05), (-0.48, 0.13 * f, 0.13, y + 0.01), (-0.15, 0.14 * f, 0.14, y),
            (0.25, 0.17 * f, 0.19, y - 0.01), (0.46, 0.13 * f, 0.16, y + 0.03), (0.54, 0.05, 0.07, y + 0.07)),
        limb((0, y + 0.05, 0.35, 0.15 * f), (0, high * 0.6 + y * 0.4, z - 0.1, 0.12 * f), (0, high, z, 0.1)),
    ]  # fmt: skip
    if pose == 0:
        return [*parts, *four(g, 0.1 * f, 0.36, -0.38, 0.5, 0.045 * f)], (high, z), (0.66, -0.48)
    arm = limb((0.12 * f, 0.2, 0.35, 0.08 * f), (0.13 * f, 0.06, 0.45, 0.055 * f), (0.13 * f, 0.045, 0.8, 0.05))
    haunch = [egg(0.08 * f, 0.16, 0.19, 0.14 * f, 0.17, -0.33), egg(0.05, 0.04, 0.14, 0.18 * f, 0.04, -0.15)]
    return [*parts, *mirrored(arm, *haunch)], (high, z), (0.12, -0.48)


def fox(g: Generator) -> list[Part]:
    parts, (y, z), (a, b) = _beast(g, g.uniform(0.75, 0.95))
    ear, bush, up = g.uniform(0.16, 0.26), g.uniform(0.075, 0.11), g.uniform(-0.25, 0.2) if a > 0.3 else 0.04
    head = spine((z - 0.1, y, 0.07), (z, y + 0.01, 0.125), (z + 0.09, y - 0.02, 0.1), (z + 0.16, y - 0.05, 0.045),
        (z + 0.29, y - 0.08, 0.02))  # fmt: skip
    ears = turned(tube([(0, 0, 0), (0, ear * 0.5, 0), (0.015, ear, 0)], [0.065, 0.045, 0.002], 6), (0, 0, -12))
    ears.apply_transform(np.diag([1, 1, 0.45, 1]))
    ears.apply_translation((0.07, y + 0.08, z - 0.02))
    cheek = limb((0.06, y - 0.03, z + 0.03, 0.07), (0.15, y - 0.06, z, 0.004))
    side = g.uniform(-0.2, 0.2)
    tail = limb((0, a, b, 0.04), (side * 0.4, a + up * 0.1, b - 0.15, bush), (side, max(a + up, bush), b - 0.38,
        bush * 1.2), (side * 1.5, max(a + up * 1.5, 0.05), b - 0.6, 0.008))  # fmt: skip
    nose = [ball(0.022, 0, y - 0.07, z + 0.29), *mirrored(ears, cheek, ball(0.016, 0.055, y + 0.02, z + 0.12))]
    return _sized([*parts, head, *nose, tail], g.uniform(0.6, 0.75))


def bear(g: Generator) -> list[Part]:
    f, pose = g.uniform(0.85, 1.1), int(g.integers(3))
    if pose == 0:  # on all fours
        y, z = g.uniform(0.55, 0.95), 0.95
        parts = [trunk((-0.75, 0.1, 0.1, 0.75), (-0.7, 0.32 * f, 0.33, 0.7), (-0.2, 0.34 * f, 0.34, 0.68),
            (0.3, 0.32 * f, 0.38, 0.75), (0.55, 0.25 * f, 0.3, 0.78), (0.7, 0.12, 0.15, 0.78)),
            spine((0.35, 0.8, 0.28), (0.65, 0.4 + y * 0.5, 0.24), (z, y, 0.18)), *four(g, 0.2 * f, 0.42, -0.52, 0.6,
            0.11 * f, 1.2), ball(0.06, 0, 0.8, -0.8)]  # fmt: skip
    else:  # upright, or sitting
        base = 0.75 if pose == 1 else 0.25
        y, z = base + 1.15, 0.12
        parts = [spine((-0.05, base - 0.2, 0.2), (-0.02, base, 0.36 * f), (0, base + 0.4, 0.34 * f),
            (0.02, base + 0.8, 0.24 * f), (0.08, base + 1.1, 0.17))]  # fmt: skip
        reach, lift = g.uniform(0.25, 0.6), g.uniform(-0.3, 0.3)
        arm = limb((0.24 * f, base + 0.72, 0.03, 0.15), (0.42 * f, base + 0.45, 0.12, 0.12),
            (0.36, base + 0.45 + lift, reach, 0.1))  # fmt: skip
        leg = limb((0.17, 0.7, 0, 0.2 * f), (0.22, 0.35, 0.04, 0.15), (0.22, 0.05, 0, 0.13))
        if pose == 2:
            leg = limb((0.2, 0.2, 0.1, 0.2), (0.34, 0.17, 0.4, 0.16), (0.36, 0.14, 0.6, 0.13))
        foot = egg(0.12, 0.07, 0.2, 0.22, 0.07, 0.08) if pose == 1 else egg(0.12, 0.18, 0.07, 0.36, 0.18, 0.65)
        parts += mirrored(arm, leg, foot, ball(0.11, 0.36, base + 0.45 + lift, reach))
    head = spine((z - 0.15, y, 0.12), (z, y + 0.02, 0.22), (z + 0.16, y - 0.03, 0.16), (z + 0.24, y - 0.06, 0.09),
        (z + 0.36, y - 0.07, 0.075))  # fmt: skip
    ear = egg(0.075, 0.075, 0.035, 0.14, y + 0.17, z - 0.04)
    return [*parts, head, ball(0.04, 0, y - 0.03, z + 0.36), *mirrored(ear, ball(0.02, 0.08, y + 0.06, z + 0.17))]


def lion(g: Generator) -> list[Part]:
    parts, (y, z), (a, b) = _beast(g, g.uniform(0.95, 1.1))
    r, n = g.uniform(0.17, 0.22), int(g.integers(13, 19))
    head = [spine((z - 0.08, y, 0.08), (z, y + 0.02, 0.13), (z + 0.1, y, 0.11), (z + 0.17, y - 0.04, 0.075),
        (z + 0.23, y - 0.05, 0.06)), egg(0.03, 0.02, 0.02, 0, y - 0.01, z + 0.235)]  # fmt: skip
    mane = [egg(r * 1.2, r * 1.3, 0.16, 0, y - 0.02, z - 0.06), egg(r * 0.9, 0.2, 0.15, 0, y - 0.22, z - 0.13)]
    for k, t in ((1.0, z + 0.0), (1.15, z - 0.12)):
        for c in np.arange(n) * 2 * np.pi / n:
            x, h = float(np.cos(c)) * r * k, float(np.sin(c)) * r * k
            mane.append(limb((x * 0.7, y + h * 0.75, t, 0.06), (x * 1.05, y + h * 1.15 - 0.03, t - 0.03, 0.045),
                (x * 1.35, y + h * 1.5 - 0.06, t - 0.1, 0.004), sides=6))  # fmt: skip
    ears = mirrored(egg(0.045, 0.045, 0.025, 0.11, y + 0.13, z + 0.02), ball(0.015, 0.055, y + 0.05, z + 0.12))
    end = (0.06, b - 0.4) if a < 0.3 else (g.uniform(0.2, 0.8), b - 0.45)
    tail = limb((0, a, b, 0.035), (0.05, a * 0.7, b - 0.15, 0.022), (0.1, end[0] * 0.7, end[1] + 0.1, 0.018),
        (0.12, end[0], end[1], 0.018))  # fmt: skip
    return _sized([*parts, *head, *mane, *ears, tail, egg(0.035, 0.045, 0.07, 0.12, *end)], g.uniform(1.2, 1.5))


def camel(g: Generator) -> list[Part]:
    humps, hip, resting = (1 if chance(g) else 2), g.uniform(1.05, 1.25), chance(g, 0.3)
    hip = 0.3 if resting else hip
    y, z, tall = hip + g.uniform(0.85, 1.1), g.uniform(1.25, 1.4), g.uniform(0.38, 0.52)
    parts = [trunk((-0.72, 0.1, 0.12, hip + 0.2), (-0.66, 0.26, 0.28, hip + 0.15), (0, 0.36, 0.36, hip + 0.12),
        (0.5, 0.27, 0.38, hip + 0.12), (0.7, 0.14, 0.2, hip + 0.2))]  # fmt: skip
    for at in (0.0,) if humps == 1 else (-0.34, 0.34):
        wide = 0.34 if humps == 1 else 0.24
        parts.append(turned(trunk((0, 0.26, wide * 1.5, 0), (tall * 0.6, 0.2, wide, 0), (tall, 0.14, wide * 0.6, 0),
            (tall * 1.08, 0.02, 0.04, 0)), (-90, 0, 0), (0, hip + 0.28, at)))  # fmt: skip
    parts.append(spine((0.45, hip + 0.12, 0.27), (0.8, hip - 0.02, 0.17), (1.08, hip + 0.15, 0.12),
        (1.12, y - 0.2, 0.1), (z - 0.08, y, 0.1)))  # fmt: skip
    parts.append(spine((z - 0.14, y, 0.07), (z, y + 0.03, 0.13), (z + 0.15, y - 0.03, 0.1),
        (z + 0.3, y - 0.1, 0.085), (z + 0.38, y - 0.12, 0.06)))  # fmt: skip
    parts += mirrored(egg(0.03, 0.06, 0.025, 0.1, y + 0.13, z - 0.08), ball(0.022, 0.095, y + 0.05, z + 0.08))
    parts.append(limb((0, hip + 0.25, -0.7, 0.05), (0, hip + 0.1, -0.82, 0.03), (0, max(0.1, hip - 0.3), -0.8, 0.035)))
    if resting:  # legs folded under
        fold = [limb((0.2, 0.3, zz, 0.13), (0.3, 0.1, zz + 0.25, 0.09),
            (0.3, 0.07, zz - 0.25, 0.07)) for zz in (0.4, -0.4)]  # fmt: skip
        parts += mirrored(*fold)
    else:
        parts += four(g, 0.18, 0.5, -0.52, hip, 0.068, 1.1)
    if chance(g, 0.35) and humps == 2:  # a saddle between the humps
        parts += [egg(0.39, 0.3, 0.17, 0, hip + 0.2, 0), *mirrored(box(0.08, 0.4, 0.45, 0.4, hip - 0.2, 0))]
    return parts


def _hoofed(g: Generator, hip: float, long: float, fat: float, high: float) -> tuple[list[Part], float, float]:
    """A slender hoofed animal without its head; the (y, z) of that: up, or grazing."""
    back, graze = hip + fat * 0.6, chance(g, 0.25)
    z = long * (0.75 if not graze else 0.85)
    y = fat * 0.9 if graze else back + high
    hull = trunk((-long * 0.53, 0.04, 0.06, back + 0.02), (-long * 0.48, fat * 0.75, fat, back),
        (-long * 0.1, fat * 0.85, fat * 0.95, back - 0.02), (long * 0.3, fat * 0.85, fat * 1.15, back - 0.02),
        (long * 0.5, fat * 0.4, fat * 0.7, back + 0.02))  # fmt: skip
    neck = spine((long * 0.3, back, fat), (long * 0.55, back * 0.6 + y * 0.4, fat * 0.6), (z, y, fat * 0.4))
    face = spine((z - fat * 0.4, y + 0.02, fat * 0.3), (z, y + fat * 0.1, fat * 0.5),
        (z + fat * 0.7, y - fat * 0.3, fat * 0.38), (z + fat * 1.5, y - fat * 0.8, fat * 0.22))  # fmt: skip
    ear = turned(egg(fat * 0.55, fat * 0.22, fat * 0.1), (0, 0, 20), (fat * 0.8, y + fat * 0.3, z - fat * 0.2))
    eye = ball(fat * 0.09, fat * 0.42, y + fat * 0.15, z + fat * 0.35)
    return [hull, neck, face, *mirrored(ear, eye), *four(g, fat * 0.5, long * 0.33, -long * 0.4, hip, fat * 0.17,
        0.7)], y, z  # fmt: skip


def deer(g: Generator) -> list[Part]:
    fat, spread, tall = g.uniform(0.2, 0.24), g.uniform(0.25, 0.42), g.uniform(0.5, 0.75)
    parts, y, z = _hoofed(g, g.uniform(0.75, 0.9), g.uniform(1.1, 1.25), fat, g.uniform(0.45, 0.6))
    rise, lean = (tall, 0.0) if y > 0.6 else (tall * 0.8, 0.2)
    beam = [(0.06, y + 0.1, z - 0.04, 0.03), (spread * 0.7, y + rise * 0.4, z - 0.25 + lean, 0.027),
        (spread, y + rise * 0.75, z - 0.2 + lean, 0.022), (spread * 0.8, y + rise, z + lean, 0.004)]  # fmt: skip
    antler = [limb(*beam, sides=6)]
    for t in np.linspace(0.15, 0.8, int(g.integers(2, 5))):
        x0, y0, z0 = (float(np.interp(t, [0, 0.4, 0.75, 1], [p[i] for p in beam])) for i in range(3))
        antler.append(tube([(x0 * 0.9, y0, z0), (x0 + 0.02, y0 + 0.09, z0 + 0.12), (x0, y0 + 0.24, z0 + 0.17)],
            [0.02, 0.017, 0.003], 6))  # fmt: skip
    tail = limb((0, 1.02, -0.58, 0.05), (0, 0.98, -0.68, 0.045), (0, 0.88, -0.7, 0.01))
    return [*parts, tail, *(mirrored(*antler) if chance(g, 0.85) else [])]


def goat(g: Generator) -> list[Part]:
    fat, style, long = g.uniform(0.17, 0.22), int(g.integers(3)), g.uniform(0.8, 0.9)
    parts, y, z = _hoofed(g, g.uniform(0.42, 0.52), long, fat, g.uniform(0.28, 0.38))
    top, size = y + fat * 0.4, g.uniform(0.7, 1.1)
    if style == 0:  # short horns, nearly straight
        horn = limb((0.04, top, z, 0.03), (0.07, top + 0.12 * size, z - 0.05, 0.024),
            (0.1, top + 0.24 * size, z - 0.13, 0.003))  # fmt: skip
    elif style == 1:  # sickles like an ibex's
        horn = limb((0.04, top, z, 0.04), (0.08, top + 0.26 * size, z - 0.02, 0.036),
            (0.13, top + 0.4 * size, z - 0.28 * size, 0.028), (0.16, top + 0.2 * size, z - 0.5 * size,
            0.004))  # fmt: skip
    else:  # corkscrews
        ts = np.linspace(0, 1, 28)
        horn = tube([(0.05 + 0.16 * t + 0.035 * np.sin(15 * t), top + 0.4 * size * t,
            z - 0.15 * t + 0.035 * np.cos(15 * t)) for t in ts], list(0.028 - 0.025 * ts), 6)  # fmt: skip
    chin = (z + fat * 1.2, y - fat * 0.85)
    beard = spine((chin[0] - 0.02, chin[1] + 0.02, 0.035), (chin[0] - 0.03, chin[1] - 0.08, 0.028),
        (chin[0], max(chin[1] - 0.2, 0.02), 0.002))  # fmt: skip
    stub = limb((0, 0.64, -long * 0.5, 0.035), (0, 0.72, -long * 0.6, 0.03), (0, 0.82, -long * 0.62, 0.006))
    return [*parts, *mirrored(horn), beard, stub]


def kangaroo(g: Generator) -> list[Part]:
    lean, fat, hop = g.uniform(0.05, 0.35), g.uniform(0.17, 0.22), chance(g, 0.35)
    lift, back = (0.25, -0.3) if hop else (0.0, 0.0)
    y, z = 1.3 - lean * 0.9 + lift, 0.25 + lean * 1.3
    parts = [spine((-0.2, 0.42 + lift, 0.13), (-0.12, 0.55 + lift, fat * 1.15),
        (0.05, 0.75 + lift - lean * 0.2, fat), (0.1 + lean * 0.6, 1.0 - lean * 0.5 + lift, 0.13),
        (z - 0.08, y - 0.1, 0.075), (z, y, 0.07))]  # fmt: skip
    rest = (0.5 + lift, 0.3 + lift) if hop else (0.05, 0.04)
    parts.append(spine((-0.12, 0.48 + lift, 0.15), (-0.4, 0.3 + lift, 0.11), (-0.7, rest[0] * 0.9, 0.07),
        (-1.1, rest[1], 0.02)))  # fmt: skip
    parts.append(spine((z - 0.07, y, 0.05), (z, y + 0.02, 0.085), (z + 0.1, y - 0.01, 0.06),
        (z + 0.2, y - 0.06, 0.035)))  # fmt: skip
    ear = limb((0.04, y + 0.06, z - 0.02, 0.025), (0.07, y + 0.16, z - 0.03, 0.04), (0.08, y + 0.28, z - 0.04, 0.004))
    thigh = limb((0.13, 0.55 + lift, -0.1, 0.14), (0.18, 0.42 + lift, 0.12, 0.12),
        (0.18, 0.3 + lift * 0.8, 0.1 + back * 0.3, 0.065), (0.17, 0.12 + lift * 0.6, -0.16 + back, 0.04))  # fmt: skip
    foot = limb((0.17, 0.13 + lift * 0.6, -0.17 + back, 0.04), (0.17, 0.035 + lift * 0.2, -0.1 + back, 0.045),
        (0.17, 0.03, 0.22 + back, 0.03))  # fmt: skip
    s, t = 0.1 + lean * 0.6, 0.93 - lean * 0.45 + lift
    arm = limb((0.12, t, s, 0.055), (0.16, t - 0.16, s + 0.06, 0.035), (0.1, t - 0.16 + g.uniform(-0.1, 0.12),
        s + 0.22, 0.025))  # fmt: skip
    parts += mirrored(ear, thigh, foot, arm, ball(0.016, 0.06, y + 0.04, z + 0.06))
    if chance(g, 0.4):  # a young one looks out of the pouch
        q, p = 0.05 + fat * 0.95, 0.72 + lift - lean * 0.2
        parts += [egg(0.06, 0.055, 0.08, 0, p, q + 0.02), *mirrored(egg(0.018, 0.05, 0.01, 0.035, p + 0.07, q))]
    return stretched(g, parts)


KINDS = kinds_of(fox, bear, lion, camel, deer, goat, kangaroo)
