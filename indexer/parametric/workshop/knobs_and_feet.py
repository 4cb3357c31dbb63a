"""What a hand turns on a machine and what the machine stands on: knobs, wheels, levers, feet and bumpers."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, chance, egg, mirrored, plate, slab, smooth, tube
from indexer.parametric.solids import Part, around, at, ball, box, forward, kinds_of, lathe, ring, rod, turned
from indexer.parametric.workshop.fasteners import hexagon, thread
from indexer.parametric.workshop.machine_parts import pierced, washer


def star_knob(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.015, 0.035)
    n, high = int(g.integers(3, 9)), r * g.uniform(0.45, 0.75)
    deep = g.uniform(0.12, 0.2) if n > 4 else g.uniform(0.2, 0.32)
    a = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    wave = np.cos(n * a) if style else np.abs(np.cos(n * a / 2)) * 2 - 1.0
    radius = r * (1 - deep + deep * wave)
    star = np.column_stack([radius * np.cos(a), radius * np.sin(a)])
    hub, up = r * g.uniform(0.36, 0.5), high * g.uniform(0.6, 1.2)
    parts = [plate(star * s, h, y=y + up) for s, h, y in ((0.94, high, 0), (1, high * 0.7, high * 0.15))]
    parts.append(rod(hub * 0.9, up * 1.1, top=hub * 1.1))
    if style == 2:
        parts.append(lathe([(0, up + high), (hub * 1.1, up + high), (hub, up + high * 1.15), (0, up + high * 1.2)]))
    if chance(g, 0.6):
        parts.append(thread(hub * 0.45, r * g.uniform(0.8, 2.2), -r * 0.8))
    return [forward(part) for part in parts] if chance(g) else parts


def handwheel(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.06, 0.14)
    t, hub, n = r * g.uniform(0.08, 0.13), r * g.uniform(0.2, 0.28), int(g.integers(3, 6))
    dish, long = r * g.uniform(0.05, 0.3), r * g.uniform(0.35, 0.6)
    grip_h = r * g.uniform(0.5, 0.75)
    centre = lathe(
        [
            (hub * 0.5, -long),
            (hub, -long),
            (hub, 0),
            (hub * 0.9, long * 0.15),
            (hub * 0.5, long * 0.15),
            (hub * 0.5, -long),
        ]
    )
    parts = [ring(r, t, y=dish - long * 0.4, axis="y"), centre]
    if style == 1:  # a solid dish
        parts.append(lathe([(hub * 0.9, -long * 0.5), (r * 0.6, dish - long * 0.55), (r, dish - long * 0.5), (r,
            dish - long * 0.3), (r * 0.6,
            dish - long * 0.4), (hub * 0.9, -long * 0.3)]))  # fmt: skip
    else:
        spoke = tube(
            [(hub * 0.8, -long * 0.4, 0), (r * 0.5, dish * 0.3 - long * 0.4, 0), (r, dish - long * 0.4, 0)], t * 0.8
        )
        spoke.apply_scale((1, 1, g.uniform(1, 1.9)))
        parts += around(n, spoke)
    if style < 2:  # with a handle on the rim
        w = t * g.uniform(0.9, 1.2)
        grip = [
            (0, 0),
            (w * 0.5, 0),
            (w * 0.6, grip_h * 0.15),
            (w, grip_h * 0.6),
            (w * 0.7, grip_h * 0.95),
            (0, grip_h),
        ]
        parts += at(r, dish - long * 0.4 + t * 0.6, 0, lathe(grip), rod(w * 0.4, t))
    return [forward(turned(part, (0, -30, 0)), 0, r) for part in parts] if chance(g, 0.8) else parts


def crank_handle(g: Generator) -> list[Part]:
    style, arm = int(g.integers(3)), g.uniform(0.06, 0.14)
    t, hub = arm * g.uniform(0.07, 0.1), arm * g.uniform(0.14, 0.2)
    grip, w = arm * g.uniform(0.5, 0.8), arm * g.uniform(0.1, 0.14)
    rise = arm * g.uniform(0, 0.35)
    centre = washer(hub, hub * 0.5, hub * 2, -hub)
    if style == 0:
        lever = [
            tube([(hub * 0.7, 0, 0), (arm * 0.5, rise * 0.6, 0), (arm, rise, 0)], [t * 1.2, t, t * 1.1]),
            ball(t * 1.9, arm, rise),
        ]
    elif style == 1:  # a flat bar
        rise = 0
        bar = [*arc(hub * 0.7, 90, 270, 10), *np.add(arc(w * 1.1, -90, 90, 10), (arm, 0))]
        lever = [plate(bar, t * 1.6, y=-t * 0.8)]
    else:  # with a weight behind
        lever = [tube([(-arm * 0.5, 0, 0), (arm, rise, 0)], t), ball(t * 2.4, -arm * 0.55), ball(t * 1.7, arm, rise)]
    knob = [(0, 0), (w * 0.7, 0), (w, grip * 0.5), (w * 0.85, grip * 0.85), (w * 0.5, grip), (0, grip)]
    if chance(g, 0.4):
        knob = [(0, 0), (w * 0.8, 0), (w * 0.8, grip * 0.1), (w * 0.7, grip * 0.14), (w * 0.75, grip), (0, grip)]
    parts = [centre, *lever, *at(arm, rise + t * 1.8, 0, lathe(knob)), rod(w * 0.4, t * 2, arm, rise)]
    return [forward(turned(part, (0, -40, 0))) for part in parts] if chance(g, 0.6) else parts


def machine_lever(g: Generator) -> list[Part]:
    style, long = int(g.integers(3)), g.uniform(0.1, 0.2)
    t = long * g.uniform(0.045, 0.065)
    knob = t * g.uniform(2.0, 2.8)
    if style == 0:  # three arms on a hub
        hub, n, lean = long * g.uniform(0.14, 0.2), int(g.integers(3, 5)), g.uniform(60, 82)
        arm = [turned(part, (0, 0, -lean), (hub * 0.6, 0, 0)) for part in (rod(t, long), ball(knob, y=long))]
        centre = lathe([(0, -hub * 1.4), (hub, -hub * 1.4), (hub, hub * 0.5), (hub * 0.6, hub * 0.9), (0, hub)])
        return [forward(part) for part in (centre, *around(n, *arm, start=90))]
    if style == 1:  # in a slot on a box, like that of a gearbox
        wide, high, tilt = long * g.uniform(0.35, 0.5), long * g.uniform(0.1, 0.25), g.uniform(-28, 28)
        deep, slot = wide * g.uniform(1.4, 2.2), wide * 0.16
        case = [box(wide / 2 - slot, high, deep, s * (wide / 4 + slot / 2)) for s in (1, -1)]
        case += [box(wide, high, deep * 0.14, 0, 0, s * deep * 0.43) for s in (1, -1)] + [box(wide, high * 0.5, deep)]
        head = [ball(knob, y=long)] if chance(g) else [rod(knob * 0.7, knob * 2.6, y=long * 0.85, top=knob)]
        stick = [turned(part, (tilt, 0, 0), (0, high * 0.5, 0)) for part in (rod(t * 1.1, long, top=t * 0.8), *head)]
        return [
            *case,
            *stick,
            *mirrored(*at(wide * 0.42, high, deep * 0.43, ball(t * 0.6), *at(0, 0, -deep * 0.86, ball(t * 0.6)))),
        ]
    hub, rise = long * g.uniform(0.12, 0.16), long * g.uniform(0.15, 0.4)  # a clamping lever
    arm_line = [(0, hub, 0), (long * 0.3, hub + rise * 0.5, 0), (long * 0.75, hub + rise, 0), (long, hub + rise, 0)]
    arm = tube(smooth(arm_line, closed=False), hub * g.uniform(0.5, 0.65))
    arm.apply_scale((1, 1, g.uniform(1, 1.4)))
    stud = thread(hub * 0.42, long * g.uniform(0.2, 0.6), -long * 0.5)
    centre = lathe([(0, -hub), (hub * 0.9, -hub), (hub, hub), (hub * 0.9, hub * 1.5), (0, hub * 1.6)])
    return [
        arm,
        centre,
        egg(hub * 0.9, hub * 0.7, hub * 0.8, long, hub + rise),
        stud,
        rod(hub * 0.42, long * 0.5, y=-long * 0.5),
    ]


def leveling_foot(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.02, 0.045)
    stud, long = r * g.uniform(0.16, 0.26), r * g.uniform(2, 4)
    high, nut = r * g.uniform(0.3, 0.5), stud * g.uniform(1.75, 2)
    tilt = g.uniform(0, 9) * (1 if style == 1 else 0)
    foot = [
        lathe([(0, 0), (r, 0), (r, high * 0.35), (r * 0.45, high * 0.8), (stud * 1.7, high * 1.3), (0, high * 1.3)])
    ]
    if style == 1:  # a pad under a ball joint
        foot = [
            rod(r, high * 0.4, top=r * 0.95),
            rod(r * 0.9, high * 0.25, y=high * 0.4, top=r * 0.6),
            rod(stud * 2.2, high * 0.8, y=high * 0.5),
        ]
        foot.append(ball(stud * 1.6, y=high * 1.3))
    elif style == 2:  # with lugs to be bolted down
        bore, lug = r * 0.16, r * 0.36
        foot += [turned(pierced(smooth([(r * 0.5, -lug), (r * 1.5, -lug), (r * 1.5, lug), (r * 0.5, lug)]), bore,
            r * 1.15, 0,
            high * 0.35), (90, a, 0), (0, high * 0.17, 0)) for a in (0, 180)]  # fmt: skip
    shaft = [thread(stud, long, high), hexagon(nut, stud * 1.4, high * 1.35), rod(stud * 1.02, stud * 2, y=high)]
    if chance(g, 0.6):
        shaft.append(hexagon(nut, stud * 1.5, high + long * g.uniform(0.45, 0.85), stud))
    return [*foot, *(turned(part, (0, 0, tilt)) for part in shaft)]


def rubber_bumper(g: Generator) -> list[Part]:
    style, r = int(g.integers(4)), g.uniform(0.01, 0.03)
    high, bore = r * g.uniform(0.7, 1.6), r * g.uniform(0.16, 0.25)
    if style == 0:  # a cone with a sunk hole for its fixing
        low = r * g.uniform(0.7, 0.88)
        return [lathe([(bore, 0), (r, 0), (low, high * 0.9), (low * 0.92, high), (bore * 2, high), (bore * 2,
            high * 0.4), (bore,
            high * 0.4), (bore, 0)]), washer(bore * 1.9, bore, high * 0.06, high * 0.4)]  # fmt: skip
    if style == 1:  # a parabola on a plate with a stud
        t = np.linspace(0, 1, 9)
        dome = [(float(r * np.sqrt(1 - s * s * 0.999)), float(high * 1.2 * s)) for s in t]
        return [lathe([(0, 0), *dome, (0, high * 1.2)]), rod(r * 1.02, r * 0.1, y=-r * 0.1), thread(bore * 1.3,
            r * g.uniform(0.6, 1.4),
            -r * 1.2), rod(bore * 1.3, r * 0.5, y=-r * 0.5)]  # fmt: skip
    if style == 2:  # a waisted mount between two studs
        waist = r * g.uniform(0.68, 0.95)
        core = [(0, 0), (r, 0), (r, high * 0.08), (waist, high * 0.5), (r, high * 0.92), (r, high), (0, high)]
        studs = [
            thread(bore * 1.3, r * g.uniform(0.7, 1.3), high),
            turned(thread(bore * 1.3, r * g.uniform(0.7, 1.3)), (180, 0, 0)),
        ]
        return [lathe(core), *studs, *(rod(r * 1.05, r * 0.09, y=y) for y in (0, high - r * 0.09))]
    long, deep = r * g.uniform(5, 12), r * g.uniform(0.9, 1.3)  # a bar for a loading dock
    bar = slab(smooth([(-deep, 0), (deep, 0), (deep * 0.95, high), (-deep * 0.95, high)], times=1), long)
    holes = [washer(bore * 2, bore, r * 0.1, high) for _ in range(3)]
    return [
        bar,
        *(turned(hole, (0, 0, 0), (0, 0, z)) for hole, z in zip(holes, (-long * 0.35, 0, long * 0.35), strict=True)),
    ]


KINDS = kinds_of(star_knob, handwheel, crank_handle, machine_lever, leveling_foot, rubber_bumper)
