"""Wild animals, the smallest and the heaviest, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import body, chance, egg, mirrored, plate, tube
from indexer.parametric.nature.wild_animals import four, limb, spine, stretched, trunk
from indexer.parametric.solids import Part, ball, kinds_of, lying, turned


def mouse(g: Generator) -> list[Part]:
    fat, ear, side = g.uniform(0.021, 0.028), g.uniform(0.011, 0.019), g.uniform(-0.05, 0.05)
    if chance(g, 0.35):  # sitting up
        y, z, back = 0.075, 0.012, -0.025
        parts = [spine((-0.025, 0.006, 0.012), (-0.018, 0.02, fat * 1.2), (0, 0.05, fat * 0.9), (0.008, 0.075, 0.012))]
        arm = limb((0.014, 0.055, 0.01, 0.005), (0.018, 0.044, 0.028, 0.004), (0.005, 0.05, 0.034, 0.003))
        parts += mirrored(arm, egg(0.008, 0.006, 0.018, 0.018, 0.006, 0.0))
    else:
        y, z, back = 0.027, 0.04, -0.045
        parts = [trunk((-0.05, 0.004, 0.004, 0.014), (-0.045, fat, fat, 0.025), (-0.01, fat, fat * 1.05, 0.028),
            (0.03, 0.014, 0.014, y), (0.045, 0.01, 0.01, y))]  # fmt: skip
        parts += mirrored(*[egg(0.007, 0.006, 0.012, 0.015, 0.006, at) for at in (-0.022, 0.022)])
    head = spine((z - 0.014, y, 0.01), (z, y, 0.019), (z + 0.02, y - 0.005, 0.012), (z + 0.034, y - 0.01, 0.003))
    disc = turned(egg(ear, ear, 0.0025), (-20, 25, 0), (0.01 + ear * 0.5, y + 0.01 + ear * 0.7, z - 0.006))
    hairs = [tube([(0.003, y - 0.009, z + 0.026), (0.028, y + d, z + 0.024)], 0.0005, 4) for d in (-0.016, -0.006,
        0.002)]  # fmt: skip
    tail = limb((0, 0.012, back, 0.004), (side, 0.004, back - 0.03, 0.003), (-side, 0.004, back - 0.065, 0.002),
        (side, 0.01, back - 0.1, 0.001))  # fmt: skip
    face = [ball(0.0035, 0, y - 0.01, z + 0.034), *mirrored(disc, *hairs, ball(0.003, 0.012, y + 0.006, z + 0.01))]
    return [*parts, head, *face, tail]


def squirrel(g: Generator) -> list[Part]:
    fat, bush, tuft = g.uniform(0.045, 0.055), g.uniform(0.035, 0.05), g.uniform(0.03, 0.06)
    if chance(g, 0.6):  # sitting up
        y, z, hold = 0.205, 0.05, g.uniform(0.1, 0.16)
        parts = [spine((-0.06, 0.02, 0.03), (-0.045, 0.05, fat * 1.2), (0, 0.12, fat), (0.035, 0.19, 0.03))]
        arm = limb((0.035, 0.14, 0.03, 0.014), (0.045, hold - 0.01, 0.075, 0.011), (0.014, hold, 0.095, 0.008))
        parts += mirrored(arm, egg(0.025, 0.042, 0.045, 0.045, 0.042, -0.02), egg(0.013, 0.01, 0.035, 0.04, 0.01, 0.03))
        parts += [egg(0.014, 0.018, 0.014, 0, hold + 0.008, 0.1)] if chance(g, 0.6) else []  # a nut
        tail = spine((-0.06, 0.025, 0.015), (-0.15, 0.02, bush), (-0.14, 0.17, bush * 1.5),
            (-0.08, 0.27, bush * 1.3), (-0.15, 0.33, bush), (-0.18, 0.26, 0.005))  # fmt: skip
    else:
        y, z = g.uniform(0.1, 0.14), 0.15
        parts = [trunk((-0.11, 0.01, 0.015, 0.07), (-0.1, fat, 0.05, 0.07), (0, fat * 0.9, 0.045, 0.075),
            (0.09, 0.035, 0.04, 0.08), (0.12, 0.02, 0.02, 0.09))]  # fmt: skip
        parts += [*four(g, 0.035, 0.08, -0.08, 0.055, 0.01, 1.5), spine((0.07, 0.085, 0.035), (z, y, 0.028))]
        parts += mirrored(egg(0.022, 0.035, 0.04, 0.04, 0.06, -0.07))
        tail = spine((-0.1, 0.07, 0.012), (-0.16, 0.06, bush), (-0.2, 0.16, bush * 1.2), (-0.28, 0.2, bush),
            (-0.36, 0.16, 0.005))  # fmt: skip
    tail.apply_scale((0.75, 1, 1))
    head = spine((z - 0.03, y, 0.02), (z - 0.005, y + 0.005, 0.036), (z + 0.025, y - 0.008, 0.024),
        (z + 0.048, y - 0.016, 0.008))  # fmt: skip
    ear = limb((0.018, y + 0.018, z, 0.014), (0.026, y + 0.03 + tuft * 0.4, z - 0.004, 0.011),
        (0.03, y + 0.025 + tuft, z - 0.006, 0.001))  # fmt: skip
    eye = ball(0.006, 0.025, y + 0.01, z + 0.016)
    return stretched(g, [*parts, tail, head, ball(0.005, 0, y - 0.013, z + 0.046), *mirrored(ear, eye)])


def rhinoceros(g: Generator) -> list[Part]:
    y, z, horn = g.uniform(0.58, 1.02), 1.75, g.uniform(0.4, 0.75)
    parts = [trunk((-1.35, 0.1, 0.15, 1.1), (-1.28, 0.45, 0.5, 1.02), (-0.4, 0.62, 0.6, 0.95),
        (0.4, 0.58, 0.62, 1.0), (0.85, 0.48, 0.58, 1.08), (1.15, 0.2, 0.3, 1.05))]  # fmt: skip
    parts.append(spine((0.7, 1.1, 0.5), (1.2, 0.6 + y * 0.5, 0.4), (z - 0.2, y + 0.1, 0.28)))
    parts.append(trunk((z - 0.4, 0.2, 0.22, y + 0.12), (z - 0.25, 0.27, 0.28, y + 0.1),
        (z + 0.1, 0.2, 0.23, y - 0.05), (z + 0.35, 0.18, 0.19, y - 0.15),
        (z + 0.5, 0.12, 0.12, y - 0.18)))  # fmt: skip
    parts.append(spine((z + 0.36, y - 0.02, 0.13), (z + 0.45, y + horn * 0.4, 0.09), (z + 0.38, y + horn, 0.008)))
    if chance(g, 0.65):
        parts.append(spine((z + 0.08, y + 0.1, 0.1), (z + 0.14, y + 0.3, 0.06),
            (z + 0.1, y + 0.2 + horn * 0.35, 0.006)))  # fmt: skip
    ear = limb((0.17, y + 0.3, z - 0.3, 0.05), (0.22, y + 0.42, z - 0.3, 0.075), (0.23, y + 0.56, z - 0.28, 0.01))
    parts += [*mirrored(ear, ball(0.03, 0.21, y + 0.08, z + 0.05)), *four(g, 0.34, 0.75, -0.95, 0.75, 0.16, 0.85)]
    if chance(g, 0.5):  # folds of the armoured skin
        parts += [body([(at - 0.05, *cut), (at + 0.05, *cut)]) for at, cut in ((-0.75, (0.59, 0.6, 0.98)),
            (0.55, (0.58, 0.64, 1.03)))]  # fmt: skip
    return stretched(g, [*parts, limb((0, 1.15, -1.3, 0.06), (0, 0.95, -1.45, 0.035), (0, 0.6, -1.42, 0.04))])


def hippopotamus(g: Generator) -> list[Part]:
    y, z, gape = g.uniform(0.75, 0.9), 1.25, (g.uniform(15, 42) if chance(g, 0.45) else 0.0)
    f = g.uniform(0.95, 1.12)
    parts = [trunk((-1.25, 0.12, 0.15, 0.85), (-1.18, 0.5 * f, 0.5, 0.78), (-0.3, 0.65 * f, 0.58, 0.75),
        (0.4, 0.6 * f, 0.56, 0.78), (0.9, 0.4, 0.42, 0.82), (1.1, 0.3, 0.3, y)),
        spine((0.6, 0.8, 0.42), (z, y + 0.05, 0.32))]  # fmt: skip
    upper = trunk((-0.2, 0.2, 0.15, 0.08), (-0.05, 0.29, 0.24, 0.1), (0.25, 0.26, 0.21, 0.06),
        (0.45, 0.35, 0.25, 0.02), (0.66, 0.36, 0.25, 0.0), (0.76, 0.22, 0.14, 0.0))  # fmt: skip
    lower = trunk((-0.1, 0.22, 0.14, -0.12), (0.3, 0.24, 0.14, -0.2), (0.5, 0.31, 0.14, -0.24),
        (0.66, 0.29, 0.11, -0.24), (0.7, 0.15, 0.06, -0.23))  # fmt: skip
    fangs = mirrored(*[tube([(x, -0.18, at), (x * 1.05, 0.08 * k, at + 0.02)], [0.035, 0.012], 6) for x, at,
        k in ((0.22, 0.6, 1.0), (0.08, 0.64, 0.6))])  # fmt: skip
    face = mirrored(egg(0.06, 0.08, 0.03, 0.2, 0.36, -0.08), ball(0.06, 0.16, 0.3, 0.08), ball(0.055, 0.14, 0.22, 0.64))
    parts += [turned(p, (-gape * 0.7, 0, 0), (0, y, z)) for p in (upper, *face)]
    parts += [turned(p, (gape, 0, 0), (0, y, z)) for p in (lower, *(fangs if gape else []))]
    parts += [*four(g, 0.34 * f, 0.6, -0.85, 0.5, 0.15, 0.8), limb((0, 0.9, -1.2, 0.06), (0, 0.6, -1.35, 0.03))]
    return stretched(g, parts)


def gorilla(g: Generator) -> list[Part]:
    f, pose = g.uniform(0.9, 1.1), int(g.integers(3))
    if pose == 0:  # on its knuckles
        y, z, lift = 1.2, 0.55, 0.0
        parts = [spine((-0.55, 0.6, 0.12), (-0.45, 0.68, 0.26 * f), (-0.1, 0.8, 0.32 * f), (0.25, 1.0, 0.34 * f),
            (0.45, 1.15, 0.2))]  # fmt: skip
        step = g.uniform(-0.15, 0.15)
        parts += mirrored(egg(0.18, 0.19, 0.21, 0.31 * f, 1.05, 0.25), egg(0.18, 0.2, 0.2, 0.18, 0.63, -0.4))
        for x, s in ((1, step), (-1, -step)):
            parts += [limb((x * 0.32 * f, 1.05, 0.25, 0.17), (x * 0.4 * f, 0.6, 0.22 + s * 0.5, 0.12),
                (x * 0.34, 0.35, 0.35 + s, 0.12), (x * 0.33, 0.08, 0.4 + s, 0.08)),
                egg(0.09, 0.07, 0.1, x * 0.33, 0.07, 0.43 + s), limb((x * 0.18, 0.65, -0.42, 0.18),
                (x * 0.27, 0.4, -0.25 - s, 0.13), (x * 0.24, 0.06, -0.42 - s, 0.09)),
                egg(0.09, 0.05, 0.17, x * 0.24, 0.05, -0.34 - s)]  # fmt: skip
    else:  # standing up and beating its chest, or sitting
        lift = 0.55 if pose == 1 else 0.12
        y, z = lift + 1.0, 0.17
        parts = [spine((-0.08, lift - 0.05, 0.2), (-0.06, lift + 0.1, 0.33 * f), (-0.02, lift + 0.45, 0.36 * f),
            (0.02, lift + 0.75, 0.3 * f), (0.1, lift + 0.95, 0.15))]  # fmt: skip
        arm = limb((0.35 * f, lift + 0.72, 0, 0.17), (0.62, lift + 0.42, 0.1, 0.13), (0.5, lift + 0.4, 0.3, 0.12),
            (0.16, lift + g.uniform(0.4, 0.6), 0.42, 0.09))  # fmt: skip
        leg = limb((0.2, lift, 0, 0.19), (0.3, 0.32, 0.08, 0.14), (0.26, 0.06, 0, 0.1))
        if pose == 2:
            arm = limb((0.35 * f, lift + 0.72, 0, 0.17), (0.55, lift + 0.35, 0.08, 0.13),
                (0.45, lift + 0.2, 0.38, 0.11), (0.4, lift + 0.3, 0.5, 0.08))  # fmt: skip
            leg = limb((0.2, 0.15, 0.05, 0.18), (0.4, 0.38, 0.35, 0.14), (0.34, 0.08, 0.5, 0.09))
        toe = egg(0.1, 0.05, 0.18, 0.27, 0.05, 0.09) if pose == 1 else egg(0.09, 0.05, 0.16, 0.34, 0.05, 0.58)
        parts += mirrored(arm, leg, toe)
    if pose:
        parts += mirrored(ball(0.18, 0.34 * f, y - 0.28, 0))
    crest = egg(0.13, 0.2, 0.17, 0, y + 0.08, z - 0.03)
    face = [ball(0.155, 0, y, z), crest, egg(0.12, 0.03, 0.05, 0, y + 0.07, z + 0.13),
        egg(0.1, 0.085, 0.1, 0, y - 0.07, z + 0.13), egg(0.05, 0.03, 0.03, 0, y - 0.02, z + 0.21)]  # fmt: skip
    return stretched(g, [*parts, *face, *mirrored(ball(0.02, 0.05, y + 0.035, z + 0.15),
        egg(0.02, 0.035, 0.025, 0.155, y, z))])  # fmt: skip


def hedgehog(g: Generator) -> list[Part]:
    r, long, rolled = g.uniform(0.06, 0.075), g.uniform(0.1, 0.12), chance(g, 0.25)
    a, b, mid = (r, r, r) if rolled else (r, long, r * 0.75)
    parts = [egg(a * 0.9, a * 0.9, b * 0.95, 0, mid, 0)]
    n, size = int(g.integers(200, 320)), g.uniform(0.018, 0.03)
    for i in range(n):  # evenly over a ball, but for the face and the belly
        v = 1 - 2 * (i + 0.5) / n
        u = np.array((np.sqrt(1 - v * v) * np.cos(2.4 * i), np.sqrt(1 - v * v) * np.sin(2.4 * i), v))
        if rolled or (u[1] > -0.25 and u[2] < 0.78 - 0.3 * (u[1] < 0.3)):
            root = u * (a, a, b) * 0.88 + (0, mid, 0)
            tip = root + (u + np.array((0, 0.1, 0 if rolled else -0.5))) * size
            parts.append(tube([root, tip], [0.004, 0.0003], 4))
    z, y = b * 0.85, mid * 0.85
    if rolled:
        return [*parts, egg(0.02, 0.02, 0.02, 0, mid * 0.6, z), ball(0.008, 0, mid * 0.6, z + 0.026)]
    head = spine((z - 0.05, y, 0.045), (z - 0.01, y, 0.04), (z + 0.02, y - 0.012, 0.02), (z + 0.05, y - 0.01, 0.008))
    feet = [egg(0.011, 0.012, 0.018, r * 0.55, 0.01, at) for at in (-b * 0.5, b * 0.55)]
    face = [egg(0.014, 0.016, 0.005, 0.032, y + 0.03, z - 0.004), ball(0.006, 0.02, y + 0.012, z + 0.018), *feet]
    return [*parts, head, ball(0.009, 0, y - 0.009, z + 0.051), *mirrored(*face)]


def bat(g: Generator) -> list[Part]:
    span, ear, lift = g.uniform(0.16, 0.22), g.uniform(0.025, 0.05), g.uniform(-8, 25)
    trunk_ = trunk((-0.06, 0.006, 0.006, 0), (-0.04, 0.02, 0.018, 0), (0.01, 0.026, 0.024, 0),
        (0.035, 0.016, 0.016, 0.004))  # fmt: skip
    flare = limb((0.01, 0.012, 0.045, 0.008), (0.018, 0.012 + ear * 0.6, 0.04, 0.012),
        (0.022, 0.012 + ear, 0.036, 0.001))  # fmt: skip
    head = [ball(0.021, 0, 0.005, 0.05), egg(0.01, 0.008, 0.01, 0, 0, 0.07)]
    head += mirrored(flare, ball(0.0035, 0.012, 0.011, 0.066))
    if chance(g, 0.35):  # hanging from a branch, wrapped in its wings
        wing = [limb((0.022, 0, 0.02, 0.006), (0.04, 0.008, -0.02, 0.022), (0.03, 0.012, -0.07, 0.003)),
            tube([(0.032, 0.014, 0.03), (0.04, 0.02, -0.02), (0.02, 0.02, -0.075)], 0.003, 6),
            tube([(0.01, 0, -0.05), (0.011, 0, -0.1)], 0.004, 6)]  # fmt: skip
        return [*[turned(p, (90, 0, 0)) for p in (trunk_, *head, *mirrored(*wing))], lying(0.009, 0.2, 0, 0.105, 0)]
    tips = np.array([(span, 0.02), (span * 0.85, -0.07), (span * 0.55, -0.085), (span * 0.25, -0.075)])
    wrist, outline = np.array((span * 0.45, 0.075)), [(0.012, 0.03), (span * 0.22, 0.025), (span * 0.45, 0.075),
        (span * 0.8, 0.06)]  # fmt: skip
    for tip, after in zip(tips, [*tips[1:], np.array((0.0, -0.055))], strict=True):
        outline += [tuple(tip), tuple((tip + after) / 2 * (1, 0.8) + (0, 0.016))]
    bones = [tube([(wrist[0], 0, wrist[1]), (x, 0, z)], [0.004, 0.0015], 6) for x, z in tips]
    bones.append(tube([(0.015, 0, 0.025), (span * 0.22, 0, 0.022), (wrist[0], 0, wrist[1])], 0.005, 6))
    wing = [turned(p, (0, 0, lift)) for p in (plate([*outline, (0, -0.05)], 0.002), *bones)]
    feet = tube([(0.01, -0.005, -0.05), (0.018, -0.008, -0.085)], 0.003, 6)
    tilt = float(g.uniform(-75, 0))  # gliding, or rearing up with its wings to the front
    return [turned(p, (tilt, 0, 0)) for p in (trunk_, *head, *mirrored(*wing, feet))]


KINDS = kinds_of(mouse, squirrel, rhinoceros, hippopotamus, gorilla, hedgehog, bat)
