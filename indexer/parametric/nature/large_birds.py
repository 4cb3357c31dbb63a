"""Fowl, wading and running birds, and parrots, looking to +z."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, egg, mirrored, plate, smooth, tube, upright
from indexer.parametric.nature.wild_animals import limb, spine, trunk
from indexer.parametric.solids import Part, ball, kinds_of, lying, rod, turned


def _foot(x: float, y: float, z: float, size: float, r: float, back: float = 0.5) -> list[Part]:
    toes = ((0, 1), (0.6, 0.75), (-0.6, 0.75), (0, -back))
    return [tube([(x, y + r, z), (x + size * dx, y + r * 0.6, z + size * dz)], [r, r * 0.5], 6) for dx, dz in toes]


def _fan(count: int, spread: float, long: float, wide: float, thick: float) -> list[Part]:
    """Feathers from the origin to -z, fanned out flat."""
    quill = smooth(
        [(-wide * 0.3, 0), (wide * 0.3, 0), (wide * 0.5, -long * 0.75), (0, -long), (-wide * 0.5, -long * 0.75)]
    )
    return [turned(plate(quill, thick, y=thick * i * 0.3), (0, float(a), 0)) for i,
        a in enumerate(np.linspace(-spread, spread, count))]  # fmt: skip


def chicken(g: Generator) -> list[Part]:
    style, fat = int(g.integers(3)), g.uniform(0.095, 0.12)
    cock = style != 2 and chance(g, 0.6)
    low = 0.0 if style != 2 else -0.17  # the last one sits on its nest
    y, z = (0.5 + low, 0.16) if style != 1 else (0.14, 0.3)  # the second pecks
    hull = trunk((-0.17, 0.02, 0.03, 0.36 + low), (-0.13, fat * 0.7, 0.07, 0.31 + low),
        (-0.02, fat, 0.11, 0.26 + low), (0.09, fat * 0.85, 0.105, 0.27 + low),
        (0.15, 0.04, 0.06, 0.3 + low))  # fmt: skip
    neck = spine((0.06, 0.29 + low, 0.085), (0.13, (0.3 + low + y) / 2, 0.055), (z, y, 0.036))
    comb = upright(smooth([(z + 0.035, y + 0.02), (z + 0.03, y + 0.055), (z + 0.015, y + 0.04),
        (z + 0.008, y + 0.075), (z - 0.01, y + 0.045), (z - 0.025, y + 0.07), (z - 0.035, y + 0.025)], times=1),
        0.012)  # fmt: skip
    beak = spine((z + 0.025, y, 0.016), (z + 0.045, y - 0.002, 0.011), (z + 0.06, y - 0.012, 0.002))
    face = mirrored(egg(0.008, 0.022, 0.012, 0.01, y - 0.042, z + 0.03), ball(0.006, 0.032, y + 0.008, z + 0.015))
    wing = turned(egg(0.022, 0.065, 0.11), (-8, 5, 0), (fat * 0.92, 0.29 + low, -0.02))
    if cock:  # sickle feathers
        tail = [limb((x * 0.4, 0.34 + low, -0.13, 0.03), (x, 0.46 + low + h, -0.2, 0.026),
            (x * 1.3, 0.44 + low + h, -0.3, 0.018), (x * 1.5, 0.3 + low + h, -0.36, 0.003), sides=6) for x,
            h in ((0, 0.08), (0.03, 0.04), (-0.03, 0.04), (0.045, -0.02), (-0.045, -0.02))]  # fmt: skip
    else:
        tail = [turned(p, (38, 0, 0), (0, 0.32 + low, -0.11)) for p in _fan(6, 20, g.uniform(0.15, 0.2), 0.06, 0.008)]
    parts = [hull, neck, ball(0.042, 0, y, z), comb, beak, *face, *mirrored(wing), *tail]
    if style == 2:
        nest = [turned(tube([((0.13 + 0.02 * np.sin(5 * a + i)) * np.cos(a), 0.02 + 0.015 * i,
            (0.13 + 0.02 * np.cos(4 * a)) * np.sin(a)) for a in np.linspace(0, 6.28, 24)], 0.018, 6),
            (0, 60 * i, 0)) for i in range(4)]  # fmt: skip
        return [*parts, *nest]
    for x in (0.045, -0.045):
        parts += [limb((x, 0.24, -0.01, 0.05), (x, 0.17, 0.0, 0.028), (x, 0.13, -0.01, 0.01)),
            rod(0.009, 0.14, x, 0.005, -0.01), *_foot(x, 0, -0.01, 0.06, 0.008)]  # fmt: skip
    return parts


def swan(g: Generator) -> list[Part]:
    fat, y, style = g.uniform(0.18, 0.23), g.uniform(0.62, 0.8), int(g.integers(3))
    hull = trunk((-0.55, 0.02, 0.02, 0.26), (-0.42, fat * 0.5, 0.09, 0.17), (-0.1, fat, 0.16, 0.12),
        (0.2, fat * 0.9, 0.17, 0.13), (0.42, 0.07, 0.09, 0.18))  # fmt: skip
    if style == 2:  # its neck bent down to the water
        y, z, neck = 0.2, 0.82, spine((0.25, 0.18, 0.12), (0.45, 0.25, 0.07), (0.42, 0.55, 0.05), (0.6, 0.7, 0.042),
            (0.75, 0.5, 0.04), (0.8, 0.22, 0.036))  # fmt: skip
    else:
        z = 0.52
        neck = spine((0.25, 0.16, 0.13), (0.5, 0.22, 0.075), (0.48, y * 0.5, 0.052), (0.3, y * 0.72, 0.042),
            (0.34, y + 0.06, 0.038), (z - 0.02, y, 0.04))  # fmt: skip
    drop = 0.09 if style != 2 else 0.12
    head = [egg(0.045, 0.048, 0.065, 0, y, z), trunk((z + 0.04, 0.03, 0.032, y - 0.01),
        (z + 0.1, 0.024, 0.016, y - drop * 0.5), (z + 0.16, 0.024, 0.01, y - drop),
        (z + 0.18, 0.01, 0.005, y - drop)), ball(0.02, 0, y + 0.02, z + 0.055)]  # fmt: skip
    if style == 1:  # wings raised like sails
        wing = turned(egg(0.03, 0.17, 0.34), (28, 12, -18), (fat * 0.85, 0.32, -0.15))
        quills = [turned(p, (30, -8, 60), (fat * 0.9, 0.36, -0.2)) for p in _fan(5, 22, 0.38, 0.09, 0.008)]
    else:
        wing = turned(egg(0.035, 0.11, 0.32), (12, 4, 0), (fat * 0.88, 0.2, -0.14))
        quills = [turned(p, (12, 8, 0), (fat * 0.55, 0.24, -0.2)) for p in _fan(4, 10, 0.4, 0.07, 0.008)]
    tail = [turned(p, (18, 0, 0), (0, 0.22, -0.42)) for p in _fan(5, 25, 0.18, 0.07, 0.01)]
    return [hull, neck, *head, *mirrored(wing, *quills, ball(0.009, 0.04, y + 0.012, z + 0.025)), *tail]


def flamingo(g: Generator) -> list[Part]:
    hip, y, one = g.uniform(0.62, 0.78), g.uniform(0.45, 0.6), chance(g, 0.5)
    fat, feeding = g.uniform(0.1, 0.12), chance(g, 0.3)
    hull = trunk((-0.3, 0.02, 0.02, hip + 0.0), (-0.2, fat * 0.6, 0.07, hip + 0.05), (0, fat, 0.11, hip + 0.11),
        (0.14, fat * 0.7, 0.09, hip + 0.14), (0.2, 0.04, 0.05, hip + 0.15))  # fmt: skip
    if feeding:  # head upside down in the water
        y, z = 0.16, 0.42
        neck = spine((0.12, hip + 0.14, 0.06), (0.35, hip + 0.2, 0.035), (0.45, hip * 0.8, 0.024),
            (0.3, hip * 0.5, 0.022), (0.4, 0.3, 0.021), (z, y, 0.024))  # fmt: skip
        beak = spine((z, y - 0.02, 0.026), (z - 0.05, y - 0.07, 0.022), (z - 0.11, y - 0.07, 0.013),
            (z - 0.13, y - 0.06, 0.003))  # fmt: skip
    else:
        y, z = hip + y, 0.3
        neck = spine((0.12, hip + 0.14, 0.06), (0.32, hip + 0.15, 0.034), (0.3, hip * 0.5 + y * 0.5, 0.024),
            (0.14, y - 0.12, 0.022), (0.18, y + 0.05, 0.021), (z - 0.02, y, 0.022))  # fmt: skip
        beak = spine((z + 0.02, y - 0.005, 0.026), (z + 0.08, y - 0.02, 0.022), (z + 0.1, y - 0.08, 0.014),
            (z + 0.085, y - 0.11, 0.003))  # fmt: skip
    head = [egg(0.033, 0.034, 0.045, 0, y, z), beak, *mirrored(ball(0.007, 0.03, y + 0.008, z + 0.015))]
    wing = turned(egg(0.02, 0.075, 0.2), (-12, 4, 0), (fat * 0.85, hip + 0.12, -0.06))
    quills = [turned(p, (-25, 0, 0), (0, hip + 0.08, -0.17)) for p in _fan(5, 16, 0.18, 0.05, 0.008)]
    parts = [hull, neck, *head, *mirrored(wing), *quills]
    for x, up in ((0.035, False), (-0.035, one)):
        x = x * (0.3 if one and not up else 1)
        if up:  # folded: the shin turned back up
            parts.append(limb((x, hip + 0.05, 0.0, 0.028), (x, hip * 0.62, 0.06, 0.011),
                (x, hip * 0.55, 0.08, 0.014), (x, hip * 0.58, 0.0, 0.009), (x, hip * 0.7, -0.2, 0.008)))  # fmt: skip
            parts.append(tube([(x, hip * 0.7, -0.2), (x, hip * 0.6, -0.27)], [0.012, 0.02], 6))
        else:
            s = 0.0 if one else float(g.uniform(-0.08, 0.08))
            parts += [tube([(x, hip + 0.05, 0), (x, hip * 0.52, -0.02 + s * 0.5)], [0.028, 0.01]),
                ball(0.015, x, hip * 0.52, -0.02 + s * 0.5), tube([(x, hip * 0.52, -0.02 + s * 0.5), (x, 0.01, s)],
                0.009), *_foot(x, 0, s, 0.075, 0.009, 0.2)]  # fmt: skip
            parts.append(plate([(x, s), (x + 0.04, s + 0.055), (x, s + 0.065), (x - 0.04, s + 0.055)], 0.005))
    return parts


def ostrich(g: Generator) -> list[Part]:
    fat, hip, style = g.uniform(0.3, 0.38), g.uniform(1.05, 1.2), int(g.integers(3))
    y, z = hip + g.uniform(0.95, 1.2), g.uniform(0.5, 0.75)
    hull = trunk((-0.6, 0.08, 0.1, hip + 0.22), (-0.5, fat * 0.7, 0.25, hip + 0.15), (-0.05, fat, 0.34, hip + 0.15),
        (0.35, fat * 0.7, 0.24, hip + 0.15), (0.5, 0.1, 0.13, hip + 0.2))  # fmt: skip
    neck = spine((0.35, hip + 0.15, 0.17), (0.6, hip + 0.25, 0.085), (z - 0.04, (hip + y) / 2 + 0.1, 0.055),
        (z - 0.06, y - 0.1, 0.05), (z, y, 0.055))  # fmt: skip
    if style == 2:  # its head down to the ground
        y, z = 0.12, 1.0
        neck = spine((0.35, hip + 0.15, 0.17), (0.75, hip + 0.1, 0.09), (1.0, hip * 0.6, 0.055), (0.92, 0.3, 0.05),
            (z, y, 0.055))  # fmt: skip
    head = [egg(0.07, 0.065, 0.1, 0, y, z + 0.03), trunk((z + 0.1, 0.055, 0.035, y - 0.01),
        (z + 0.18, 0.045, 0.022, y - 0.02), (z + 0.24, 0.015, 0.01, y - 0.025)),
        *mirrored(ball(0.022, 0.06, y + 0.02, z + 0.05))]  # fmt: skip
    plumes = [ball(float(g.uniform(0.08, 0.13)), 0.13 * float(np.cos(a)), hip + 0.2 + 0.12 * float(np.sin(a)),
        -0.62) for a in np.arange(6)]  # fmt: skip
    if style == 1:  # wings spread
        wing = [turned(p, (0, 90, 25), (fat * 0.7, hip + 0.25, 0.1)) for p in _fan(7, 55, 0.6, 0.2, 0.02)]
        for p in wing:
            p.apply_transform(np.diag([-1.0 if p.vertices[:, 0].mean() < 0 else 1, 1, 1, 1]))
    else:
        wing = [egg(0.07, 0.22, 0.35, fat * 0.9, hip + 0.17, -0.1),
            *[egg(0.06, 0.09, 0.16, fat * 0.85, hip + 0.02 + d, -0.4 + d) for d in (0, 0.08, 0.16)]]  # fmt: skip
    parts = [hull, neck, *head, *plumes, *mirrored(*wing)]
    run = float(g.uniform(0.15, 0.5)) if chance(g) and style != 2 else 0.0
    for x, s, up in ((0.15, run, 0.0), (-0.15, -run, run * 0.35)):
        ankle = (x, hip * 0.48 + up * 0.5, -0.1 + s * 0.5)
        parts += [limb((x, hip, 0, 0.22), (x * 1.2, hip * 0.75, 0.08 + s * 0.4, 0.13), (*ankle, 0.05)),
            ball(0.055, *ankle), limb((*ankle, 0.045), (x, 0.2 + up, s * 0.9, 0.035),
            (x, 0.06 + up, s, 0.04))]  # fmt: skip
        parts += [limb((x, 0.05 + up, s, 0.045), (x + d, 0.03 + up, s + 0.12, 0.04),
            (x + d * 2, 0.015 + up, s + far, 0.015)) for d, far in ((0, 0.24),
            (0.05 if x > 0 else -0.05, 0.15))]  # fmt: skip
    return parts


def parrot(g: Generator) -> list[Part]:
    fat, long, flying = g.uniform(0.05, 0.062), g.uniform(0.15, 0.42), chance(g, 0.35)
    y, z, crest = (0.052, 0.165, chance(g, 0.4)) if flying else (0.3, 0.065, chance(g, 0.4))
    hull = spine((-0.19, 0, 0.01), (-0.1, 0, 0.045), (0.03, 0.01, 0.058), (0.11, 0.035, 0.042),
        (0.16, 0.052, 0.035)) if flying else spine((-0.07, 0.07, 0.022), (-0.04, 0.12, fat * 0.9),
        (0.0, 0.19, fat * 1.05), (0.035, 0.26, 0.043), (0.05, 0.29, 0.04))  # fmt: skip
    head = [egg(0.045, 0.047, 0.052, 0, y, z), spine((z + 0.03, y + 0.02, 0.022), (z + 0.075, y + 0.022, 0.024),
        (z + 0.085, y - 0.02, 0.013), (z + 0.072, y - 0.048, 0.002)), spine((z + 0.035, y - 0.02, 0.018),
        (z + 0.058, y - 0.035, 0.012), (z + 0.062, y - 0.025, 0.004)),
        *mirrored(ball(0.008, 0.04, y + 0.012, z + 0.02), egg(0.006, 0.02, 0.022, 0.038, y + 0.005,
        z + 0.018))]  # fmt: skip
    if crest:
        head += [limb((0, y + 0.035, z + 0.01 - d, 0.012), (0, y + 0.08, z - 0.01 - d * 1.6, 0.01),
            (0, y + 0.12 - d, z - 0.01 - d * 2.2, 0.002), sides=6) for d in (0.0, 0.015, 0.03, 0.045)]  # fmt: skip
    if flying:
        span, lift = g.uniform(0.3, 0.4), g.uniform(0, 40)
        arm = plate(
            smooth([(0, 0.08), (span * 0.45, 0.11), (span * 0.75, 0.03), (span * 0.6, -0.1), (0, -0.12)]), 0.014
        )
        quills = [turned(plate(smooth([(0, 0.02), (far, 0.012), (far + 0.02, -0.01), (far, -0.022), (0, -0.03)]),
            0.006), (0, a, 0), (span * 0.45, 0, 0.04)) for a, far in zip(np.linspace(8, 80, 6),
            np.linspace(span * 0.75, span * 0.45, 6), strict=True)]  # fmt: skip
        wings = [turned(p, (0, 0, lift), (0.03, 0.03, 0)) for p in (arm, *quills)]
        parts = [hull, *head, *_fan(5, 8 if long > 0.25 else 18, long, 0.035, 0.006)]
        parts[-5:] = [turned(p, (0, 0, 0), (0, 0, -0.13)) for p in parts[-5:]]
        pitch = float(g.uniform(-35, 10))
        return [turned(p, (pitch, 0, 0)) for p in (*parts, *mirrored(*wings, egg(0.012, 0.012, 0.03, 0.022, -0.05,
            -0.04)))]  # fmt: skip
    tail = [turned(p, (-50, 0, 0), (0, 0.1, -0.05)) for p in _fan(5, 7 if long > 0.25 else 16, long, 0.03, 0.005)]
    wing = [turned(egg(0.015, 0.05, 0.13), (-58, 6, 0), (fat * 0.95, 0.17, -0.03)),
        turned(egg(0.012, 0.03, 0.1), (-62, 4, 0), (fat * 0.75, 0.09, -0.075))]  # fmt: skip
    claws = [limb((0.025, 0.1, 0.015, 0.02), (0.027, 0.07, 0.025, 0.012), (0.027, 0.055, 0.015, 0.01)),
        *[tube([(0.027 + d, 0.05, 0.005), (0.027 + d * 1.5, 0.056, 0.03), (0.027 + d * 1.5, 0.035, 0.04)], 0.006,
        6) for d in (-0.01, 0.01)]]  # fmt: skip
    perch = [lying(0.018, 0.3, 0, 0.034, 0.015)] if chance(g, 0.6) else [tube(smooth([(-0.2, 0.0, 0.0),
        (-0.05, 0.035, 0.02), (0.08, 0.03, 0.01), (0.22, 0.07, -0.02)], closed=False), 0.018),
        tube([(0.1, 0.035, 0.01), (0.16, -0.02, 0.06)], [0.012, 0.005])]  # fmt: skip
    return [hull, *head, *tail, *mirrored(*wing, *claws), *perch]


KINDS = kinds_of(chicken, swan, flamingo, ostrich, parrot)
