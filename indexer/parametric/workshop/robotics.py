"""Robots, their limbs and drives, and the electronics that hobbyists build them from."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, egg, mirrored, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, lying, rod, turned
from indexer.parametric.workshop.printed_things import ribbon


def _arm(a: tuple[float, float], b: tuple[float, float], wide: float, deep: float, x: float = 0) -> Part:
    """A rounded bar between two points of (z, height), `wide` across and `deep` along x."""
    p, q = np.array(a), np.array(b)
    at_angle = np.degrees(np.arctan2(*(q - p)[::-1]))
    ends = [arc(wide / 2, at_angle + 90, at_angle + 270, 8) + p, arc(wide / 2, at_angle - 90, at_angle + 90, 8) + q]
    return turned(slab(np.concatenate(ends) * (-1, 1), deep), (0, 90, 0), (x, 0, 0))


def _claw(s: float, wide: float) -> list[Part]:
    """Two bent fingers on a palm, reaching up from the origin."""
    line = smooth(
        [(s * 0.18, 0), (s * (0.3 + wide), s * 0.35), (s * (0.25 + wide), s * 0.7), (s * (0.08 + wide), s)], False
    )
    return [box(s * 0.6, s * 0.16, s * 0.3, 0, -s * 0.1), *mirrored(slab(ribbon(line, s * 0.13), s * 0.18))]


def robot_arm(g: Generator) -> list[Part]:
    style, s = int(g.integers(3)), g.uniform(0.8, 1.3)
    a, b = np.radians(g.uniform(60, 115)), np.radians(g.uniform(-35, 20))
    up, low = 0.42 * s, 0.4 * s * g.uniform(0.8, 1.1)
    shoulder = np.array((0.0, 0.27))
    elbow = shoulder + up * np.array((np.cos(a), np.sin(a)))
    wrist = elbow + low * np.array((np.cos(b), np.sin(b)))
    parts = [rod(0.17, 0.05), rod(0.12, 0.14, y=0.05, top=0.1)]
    joints = [(shoulder, 0.075), (elbow, 0.06), (wrist, 0.045)]
    parts += [lying(r, 0.16, 0, float(p[1]), float(p[0])) for p, r in joints]
    tip = turned(rod(0.03, 0.08), (90 - float(np.degrees(b)) * 0.5, 0, 0), (0, float(wrist[1]), float(wrist[0])))
    hand = [turned(part, (90 - float(np.degrees(b)) * 0.5, 0, 0), (0, float(wrist[1]), float(wrist[0])))
        for part in at(0, 0.09, 0, *_claw(g.uniform(0.12, 0.18), 0.06))]  # fmt: skip
    if style == 0:  # an industrial arm of cast links
        parts += [
            box(0.2, 0.14, 0.16, 0, 0.17),
            lying(0.09, 0.13, 0.09, 0.27),
            _arm(tuple(shoulder), tuple(elbow), 0.11, 0.07),
        ]
        path = [(0, *elbow[::-1]), (0, *(elbow + wrist)[::-1] / 2), (0, *wrist[::-1])]
        return [*parts, tube(path, [0.06, 0.045, 0.038]), ball(0.07, 0, float(elbow[1]), float(elbow[0])), tip, *hand]
    bars = [(shoulder, elbow, 0.07), (elbow, wrist, 0.055)]
    plates = [_arm(tuple(p), tuple(q), w, 0.012, x) for p, q, w in bars for x in (0.06, -0.06)]
    if style == 1:  # a hobby arm of plates and small drives
        drives = [box(0.1, 0.09, 0.05, 0, float(p[1]) - 0.045, float(p[0])) for p in (shoulder, elbow, wrist)]
        return [*parts, box(0.16, 0.1, 0.1, 0, 0.15), *plates, *drives, tip, *hand]
    link = [np.add(shoulder, (-0.08, 0.06)), np.add(elbow, (-0.08, 0.06))]
    rods = [
        _arm(tuple(link[0]), tuple(link[1]), 0.025, 0.02, 0.03),
        _arm(tuple(np.add(elbow, (0, 0.08))), tuple(np.add(wrist, (0, 0.08))), 0.02, 0.02),
    ]
    cheeks = [box(0.02, 0.2, 0.16, s * 0.085, 0.15) for s in (1, -1)]
    cup = lathe(
        [(0, 0), (0.012, 0), (0.012, -0.09), (0.04, -0.12), (0, -0.115)], 0, float(wrist[1]), float(wrist[0]) + 0.03
    )
    return [
        *parts,
        *plates,
        *rods,
        *cheeks,
        _arm(tuple(np.add(elbow, (-0.1, 0.07))), tuple(np.add(elbow, (0.04, 0.07))), 0.05, 0.1),
        cup,
    ]


def robot_claw(g: Generator) -> list[Part]:
    style, s, spread = int(g.integers(3)), 0.1, g.uniform(0.05, 0.35)
    if style == 0:  # two fingers on toothed wheels and a plate
        wheel = [rod(s * 0.2, 0.008), *around(12, box(0.004, 0.008, 0.006, s * 0.21))]
        base = slab(symmetric([(s * 0.3, -s * 0.7), (s * 0.42, -s * 0.1), (s * 0.42, s * 0.2)]), 0.006)
        line = smooth(
            [
                (s * 0.2, 0),
                (s * (0.35 + spread), s * 0.5),
                (s * (0.3 + spread), s * 0.9),
                (s * (0.06 + spread), s * 1.5),
            ],
            False,
        )
        gears = mirrored(*at(s * 0.2, 0, 0.012, *[turned(part, (90, 0, 0)) for part in wheel]))
        fingers = mirrored(slab(ribbon(line, s * 0.14), 0.012, 0, 0, 0.02))
        links = mirrored(
            slab(ribbon([(s * 0.05, s * 0.2), (s * (0.22 + spread), s * 0.75)], s * 0.08), 0.006, 0, 0, 0.014)
        )
        return [base, *gears, *fingers, *links, box(s * 0.4, s * 0.5, 0.035, 0, -s * 0.75, -0.02)]
    if style == 1:  # three bent fingers about a palm, as in a grabbing machine
        path = [
            (s * 0.3, 0, 0),
            (s * (0.6 + spread), -s * 0.25, 0),
            (s * (0.6 + spread), -s * 0.7, 0),
            (s * (0.1 + spread), -s * 1.2, 0),
        ]
        line = smooth(path, False)
        finger = [tube(line, [float(q) for q in np.linspace(0.011, 0.006, len(line))])]
        finger.append(ball(0.014, s * (0.6 + spread * 0.9), -s * 0.4))
        finger.append(turned(box(0.012, s * 0.5, 0.012), (0, 0, 50), (s * 0.5, -s * 0.2, 0)))
        palm = [
            rod(s * 0.4, s * 0.15, y=-s * 0.05),
            rod(s * 0.12, s * 0.6, y=s * 0.1),
            rod(s * 0.22, s * 0.12, y=s * 0.3),
        ]
        return [*palm, *around(int(g.integers(3, 5)), *finger)]
    gap = s * (0.2 + spread)  # parallel jaws on a slide
    jaw = [
        box(s * 0.16, s * 0.8, s * 0.3, gap / 2 + s * 0.08, s * 0.2),
        box(s * 0.35, s * 0.18, s * 0.36, gap / 2 + s * 0.2, s * 0.15),
    ]
    pads = [box(s * 0.03, s * 0.06, s * 0.28, gap / 2, s * (0.6 + 0.1 * i)) for i in range(4)]
    case = [
        box(s * 1.1, s * 0.5, s * 0.5, 0, -s * 0.4),
        box(s * 1.2, s * 0.06, s * 0.2, 0, s * 0.1),
        rod(s * 0.3, s * 0.2, y=-s * 0.6),
    ]
    return [*case, *mirrored(*jaw, *pads)]


def robot_dog(g: Generator) -> list[Part]:
    style, long, w, h = int(g.integers(3)), g.uniform(0.45, 0.65), g.uniform(0.1, 0.14), g.uniform(0.3, 0.42)
    bend, r = g.uniform(0.08, 0.14), g.uniform(0.018, 0.028)
    parts = []
    for front in (1, -1):
        hip, knee = (front * long * 0.38, h), (front * long * 0.38 - bend, h * 0.52)
        foot = (knee[0] + bend * g.uniform(0.7, 1.3), r)
        for side in (1, -1):
            x = side * (w + 0.035)
            parts += [_arm(hip, knee, r * 2.6, 0.03, x), _arm(knee, foot, r * 1.5, 0.024, x), ball(r, x, r, foot[0])]
            parts += [lying(r * 2, 0.07, x - side * 0.02, h, hip[0]), lying(r * 1.2, 0.04, x, knee[1], knee[0])]
    trunk = body([(-long / 2, w * 0.8, 0.05, h), (-long * 0.4, w, 0.075, h + 0.01), (long * 0.4, w, 0.075, h + 0.01),
        (long / 2, w * 0.75, 0.045, h)], 5)  # fmt: skip
    if style == 0:  # a machine with a flat nose
        rails = [
            tube([(s * w * 0.7, h + 0.09, -long * 0.3), (s * w * 0.7, h + 0.09, long * 0.3)], 0.008) for s in (1, -1)
        ]
        return [
            *parts,
            trunk,
            *rails,
            box(w * 1.2, 0.05, 0.03, 0, h - 0.02, long / 2),
            forward(rod(0.02, 0.05), 0, h, long / 2),
        ]
    if style == 1:  # with a camera mast or an arm on its back
        mast = [
            rod(0.03, 0.1, y=h + 0.07, z=long * 0.25),
            ball(0.05, 0, h + 0.2, long * 0.25),
            box(w, 0.06, long * 0.3, 0, h + 0.07, -0.1),
        ]
        return [*parts, trunk, *mast]
    head = [
        body([(0, 0.05, 0.045, 0), (0.06, 0.065, 0.06, 0.01), (0.12, 0.05, 0.045, 0), (0.17, 0.03, 0.028, -0.01)], 3.5)
    ]
    head += [box(0.015, 0.07, 0.04, s * 0.06, 0, 0.04) for s in (1, -1)]
    neck = tube([(0, h + 0.03, long * 0.42), (0, h + 0.13, long * 0.55)], 0.03)
    tail = tube(
        smooth([(0, h + 0.05, -long / 2), (0, h + 0.12, -long * 0.62), (0, h + 0.22, -long * 0.62)], False), 0.01
    )
    return [*parts, trunk, neck, tail, *at(0, h + 0.15, long * 0.52, *head)]


def spider_robot(g: Generator) -> list[Part]:
    n, style, r = int(g.choice([4, 6, 6, 8])), int(g.integers(2)), g.uniform(0.08, 0.12)
    h, reach, rise = g.uniform(0.07, 0.12), g.uniform(0.14, 0.2), g.uniform(0.03, 0.08)
    leg = [_arm((r * 0.8, 0), (r + 0.05, 0), 0.03, 0.026), _arm((r + 0.05, 0), (r + reach * 0.6, rise), 0.028, 0.02)]
    leg += [_arm((r + reach * 0.6, rise), (r + reach, -h), 0.018, 0.016), lying(0.02, 0.045, 0, 0, r + 0.05)]
    leg += [lying(0.018, 0.04, 0, rise, r + reach * 0.6), box(0.022, 0.03, 0.04, 0, -0.015, r + 0.02)]
    deck = [
        rod(r, 0.005, y=-0.025),
        rod(r, 0.005, y=0.02),
        *[rod(0.004, 0.045, x, -0.025, z) for x, z in arc(r * 0.8, 0, 288, 5)],
    ]
    if style == 1:
        deck = [
            egg(r, 0.04, r),
            egg(r * 0.4, 0.03, r * 0.4, 0, 0.035),
            *[ball(0.012, s * 0.02, 0.04, r * 0.4) for s in (1, -1)],
        ]
    else:
        deck += [box(r * 0.9, 0.012, r * 0.7, 0, 0.03), box(r * 0.3, 0.02, r * 0.2, 0, 0.04)]
    return at(0, h, 0, *deck, *around(n, *leg, start=180 / n))


def crawler_robot(g: Generator) -> list[Part]:
    style, long, r = int(g.integers(3)), g.uniform(0.3, 0.5), g.uniform(0.05, 0.08)
    w, wide, front = long * g.uniform(0.25, 0.36), long * g.uniform(0.1, 0.16), r * g.uniform(0, 0.8)
    z = long / 2 - r
    loop = [*(np.add(arc(r, 90, -90, 12), (z, r + front))), *(np.add(arc(r, -90, -270, 12), (-z, r)))]
    parts = []
    for s in (1, -1):
        belt = np.array([(0.0, y, q) for q, y in [*loop, loop[0]]])
        strip = turned(slab(np.array(loop) * (-1, 1), wide * 0.86), (0, 90, 0), (s * w, 0, 0))
        steps = np.concatenate(
            [
                np.linspace(a, b, 5, endpoint=False)
                for a, b in zip(belt[[0, 11, 12, 23]], belt[[11, 12, 23, 24]], strict=True)
            ]
        )
        parts += [strip, *[box(wide, 0.012, 0.012, s * w, float(y) - 0.006, float(q)) for _, y, q in belt[::2]]]
        parts += [box(wide, 0.012, 0.012, s * w, float(y) - 0.006, float(q)) for _, y, q in steps[5:10]]
        parts += [box(wide, 0.012, 0.012, s * w, float(y) - 0.006, float(q)) for _, y, q in steps[15:20]]
        parts += [lying(r * 0.7, wide * 1.1, s * w, r + front * (q > 0), q) for q in (z, -z)]
        parts += [
            lying(r * 0.5, wide * 1.1, s * w, r * 0.8 + front * (q / z + 1) / 2, q) for q in (-z * 0.35, z * 0.35)
        ]
    top = r * 2
    hull = [
        box(w * 2 - wide, r * 1.3, long * 0.75, 0, r * 0.7),
        box(w * 1.5, r * 0.5, long * 0.5, 0, top, -long * 0.05),
    ]
    if style == 0:  # a reaching arm with a claw
        arm = [
            _arm((-long * 0.2, top), (0, top + long * 0.45), 0.04, 0.04),
            _arm((0, top + long * 0.45), (long * 0.45, top + long * 0.35), 0.032, 0.034),
        ]
        claw = [turned(part, (100, 0, 0), (0, top + long * 0.35, long * 0.47)) for part in _claw(0.1, 0.08)]
        return [*parts, *hull, *arm, *claw, lying(0.03, 0.07, 0, top + long * 0.45)]
    if style == 1:  # a long neck with a pair of eyes
        eyes = [forward(rod(r * 0.5, r), s * r * 0.6, top + long * 0.5, 0) for s in (1, -1)]
        return [*parts, *hull, rod(0.015, long * 0.5, 0, top, 0), *eyes, box(w, r, long * 0.3, 0, top, -long * 0.1)]
    mast = [rod(0.008, long * 0.5, s * w * 0.5, top, -long * 0.25, 0.003) for s in (1, -1)]
    flippers = [
        _arm((z, r + front), (z + long * 0.3, r * g.uniform(0.5, 4)), r, wide * 0.5, s * (w + wide * 0.8))
        for s in (1, -1)
    ]
    return [*parts, *hull, *mast, *flippers, rod(r * 0.8, r * 0.5, 0, top + r * 0.5), ball(r * 0.5, 0, top + r * 1.2)]


KINDS = kinds_of(robot_arm, robot_claw, robot_dog, spider_robot, crawler_robot)
