"""Things of play, desk and light that run on current."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import arc, body, chance, egg, mirrored, plate, slab, smooth, symmetric, tube
from indexer.parametric.rooms.electronics import bend, facing, knob
from indexer.parametric.solids import Part, at, ball, box, kinds_of, lathe, lying, ring, rod, turned


def game_controller(g: Generator) -> list[Part]:
    style, w, low = int(g.integers(3)), g.uniform(0.072, 0.082), chance(g)
    pad = [box(0.026, 0.008, 0.009, 0, 0.015, 0), box(0.009, 0.008, 0.026, 0, 0.015, 0)]
    four = [rod(0.0055, 0.01, 0.013 * x, 0.015, 0.013 * z) for x, z in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    cord = [bend([(0, 0.008, -0.035), (0, 0.006, -0.1), (0.06, 0.004, -0.13), (0.12, 0.004, -0.09)],
        0.0025)] if style or chance(g) else []  # fmt: skip
    if style == 0:  # grips, two sticks
        outline = symmetric([(0.02, -0.045), (w * 0.7, -0.05), (w, -0.035), (w * 1.1, 0.02), (w * 0.9, 0.04), (w * 0.5,
            0.025), (0.02, 0.022)])  # fmt: skip
        grip = tube([(w * 0.72, 0.004, -0.02), (w * 0.9, 0.0, 0.02), (w * g.uniform(0.95, 1.1), -0.012, g.uniform(0.05,
            0.07))], [0.026, 0.024, 0.014], 14)  # fmt: skip
        stick = [rod(0.006, 0.016, y=0.012), lathe([(0, 0), (0.009, 0), (0.011, 0.005), (0, 0.002)], y=0.026),
            ring(0.012, 0.003, 0, 0.016, 0, "y")]  # fmt: skip
        put = [(-w * 0.68, -0.02), (-w * 0.38, 0.008)][:: 1 if low else -1]
        tops = [p for group, (x, z) in ((pad, put[0]), (stick, put[1]), (stick, (w * 0.38, 0.008)), (four, (w * 0.68,
            -0.02))) for p in at(x, 0.005, z, *group)]  # fmt: skip
        backs = mirrored(grip, box(w * 0.38, 0.012, 0.014, w * 0.66, 0.006, -0.05), box(w * 0.3, 0.016, 0.018, w * 0.66,
            -0.01, -0.052), box(0.01, 0.006, 0.005, 0.014, 0.017, -0.022))  # fmt: skip
        return [plate(smooth(outline), 0.028, y=-0.009), *tops, *backs, rod(0.007, 0.004, 0, 0.018, -0.008), *cord]
    wide = w * 0.62
    # dog bone or box
    ends = mirrored(rod(0.036, 0.018, wide), box(0.035, 0.01, 0.012, wide, 0.005,
        -0.034)) if style == 2 else [box(2.8 * wide, 0.018, 0.062)]  # fmt: skip
    two = [rod(0.007, 0.009, x, 0.016) for x in (-0.01, 0.011)]
    keys = at(-wide, 0, 0.002, *pad) + at(wide, 0, 0.002, *four if style == 2 else two)
    return [*ends, box(2 * wide, 0.018, 0.052), *keys, *mirrored(turned(box(0.012, 0.005, 0.005), (0, 20, 0), (0.011,
        0.017, 0.006))), *cord]  # fmt: skip


def headphones(g: Generator) -> list[Part]:
    style, r = int(g.integers(3)), g.uniform(0.076, 0.088)
    c, oval, rails = (g.uniform(0.026, 0.033), 1.0, [0.0]) if style == 1 else (g.uniform(0.034, 0.045), g.uniform(1.05,
        1.3), [-0.012, 0.012])  # fmt: skip
    band = [tube([(x, y * 1.1, z) for x, y in arc(r * 1.05, -5, 185, 25)], 0.0035 if style == 1 else 0.006)
        for z in rails]  # fmt: skip
    pad = tube([(x, y * 1.08, 0) for x, y in arc(r, 35, 145, 15)], [0.006, *[0.011] * 13, 0.006])
    cup = [lathe([(0, 0), (c, 0), (c, 0.012), (c * 0.8, 0.026), (c * 0.4, 0.03), (0, 0.03)]), ring(c * 0.76, c * 0.28,
        0, -0.006, 0, "y")]  # fmt: skip
    cup = [turned(p.apply_scale((oval, 1, 1)), (0, 0, -84), (r * 0.98, -c * 0.75, 0)) for p in cup]
    yoke = [tube([(r * 1.05, 0.01, z * 0.3), (r * 1.1, -c * 0.1, z), (r * 1.1, -c * 0.75, z)], 0.0045) for z in ((0,)
        if style == 1 else (c, -c))]  # fmt: skip
    boom = [bend([(r * 1.1, -c, 0.01), (r * 1.15, -c * 1.6, 0.06), (r * 0.6, -c * 2.2, 0.1)], 0.003), egg(0.013, 0.009,
        0.009, r * 0.58, -c * 2.2, 0.1)]  # fmt: skip
    cord = [bend([(-r, -c * 1.6, 0), (-r * 1.1, -c * 3, 0), (-r * 0.4, -c * 4.5, 0.02), (0, -c * 5.5, 0.02)], 0.002),
        rod(0.004, 0.03, 0, -c * 5.5 - 0.03, 0.02)]  # fmt: skip
    return [*band, pad, *mirrored(*cup, *yoke, box(0.012, 0.035, 0.02 if style == 1 else 0.034, r * 1.05)), *(boom
        if style == 2 else []), *(cord if chance(g, 0.4) else [])]  # fmt: skip


def microphone(g: Generator) -> list[Part]:
    style, r, long, y = int(g.integers(3)), g.uniform(0.023, 0.029), g.uniform(0.13, 0.18), g.uniform(0.12, 0.22)
    if style == 0:  # a singer's, its head a ball of wire
        mic = [lathe([(0, 0), (r * 0.5, 0), (r * 0.78, long), (0, long)]), ball(r, 0, long + r * 0.7), ring(r, 0.0035,
            0, long + r * 0.6, 0, "y"), box(0.008, 0.02, 0.006, 0, long * 0.7, r * 0.68), *[turned(ring(r, 0.0012,
            axis="x"), (0, a, 0), (0, long + r * 0.7, 0)) for a in (0, 45, 90, 135)]]  # fmt: skip
        if chance(g, 0.4):
            return mic
        mic = [turned(p, (45, 0, 0), (0, y - 0.04, -0.06)) for p in [*mic, rod(r * 0.9, 0.04, 0, 0.075)]]
    elif style == 1:  # a studio's, hung in a ring
        head = lathe([(0, 0), (r, 0), (r, long * 0.5), (r * 1.06, long * 0.5), (r * 1.06, long * 0.9), (r * 0.8, long),
            (0, long)])  # fmt: skip
        bars = [ring(q * r, t, 0, long * v, 0, "y") for v, q, t in ((0.2, 1.9, 0.004), (0.42, 1.9, 0.004), *[(u, 1.06,
            0.0015) for u in np.linspace(0.54, 0.9, 7)])]  # fmt: skip
        web = [turned(tube([(r, long * 0.3, 0), (r * 1.8, long * v, r * 0.6)], 0.0018, 5), (0, a, 0))
            for a in np.arange(6) * 60.0 for v in (0.2, 0.42)]  # fmt: skip
        arm = bend([(0, 0, -0.01), (0, 0, -r * 1.9), (0, long * 0.42, -r * 1.9)], 0.005)
        mic = at(0, y, 0, head, *bars, *web, arm)
    else:  # an old one, ribbed in front
        ribs = [egg(0.004, r * 2.3 * (1 - 0.15 * x * x), r * 1.28 * (1 - 0.25 * x * x), x * r) for x in (-0.8, -0.4, 0,
            0.4, 0.8)]  # fmt: skip
        rim, band = ring(r * 1.5, 0.004, axis="x"), box(r * 3.05, 0.008, r * 2.4)
        mic = at(0, y + r * 2.1, 0, egg(r * 1.5, r * 2.3, r * 1.2), rim, *ribs, band)
    tripod = [turned(bend([(0, 0.04, 0), (0.04, 0.035, 0), (0.09, 0, 0)], 0.006), (0, a, 0)) for a in (30, 150, 270)]
    foot = tripod if chance(g, 0.4) else [lathe([(0, 0), (0.07, 0), (0.07, 0.01), (0.02, 0.022), (0, 0.022)])]
    return [*mic, rod(0.006, y, y=0.01), *foot]


def desktop_computer(g: Generator) -> list[Part]:
    w, h, d, glass, n, low = g.uniform(0.18, 0.23), g.uniform(0.38, 0.48), g.uniform(0.4,
        0.48), chance(g), int(g.integers(2, 4)), 0.02  # fmt: skip
    f, r = d / 2, min(w * 0.4, h * 0.45 / n)
    fan = [ring(r, 0.008), knob(r * 0.3, 0.014, 0, 0, -0.007), *[turned(box(r * 0.22, r * 0.75, 0.004, 0, r * 0.2), (0,
        25, a)) for a in np.arange(7) * 360 / 7]]  # fmt: skip
    parts = [*mirrored(*[box(0.03, low, 0.05, w * 0.38, 0, z) for z in (-f * 0.75, f * 0.75)]), box(w * 0.7, h * 0.2,
        0.014, 0, h * 0.75, -f), *[box(w * 0.5, 0.01, 0.01, w * 0.1, h * v, -f) for v in (0.2, 0.26, 0.32,
        0.38)]]  # fmt: skip
    if glass:  # one side shows what is within
        parts += [*[box(w, 0.015, d, 0, v) for v in (low, low + h - 0.015)], *[box(w, h, 0.02, 0, low, z)
            for z in (f - 0.01, 0.01 - f)], box(0.01, h, d, -w / 2, low), box(w * 0.85, h * 0.2, d * 0.95, 0, low),
            box(w * 0.6, 0.035, d * 0.6, 0, h * 0.4, -d * 0.15), box(w * 0.5, 0.11, 0.11, -w * 0.15, h * 0.72 - 0.055,
            -d * 0.1)]  # fmt: skip
        parts += [*[turned(p.copy(), (0, 90, 0), (w * 0.15, h * 0.72, -d * 0.1)) for p in fan], *[box(w * 0.2, 0.13,
            0.006, -w * 0.3, h * 0.58, d * (0.1 + 0.03 * i)) for i in range(n)]]  # fmt: skip
    else:
        parts += [box(w, h, d, 0, low)]
    if glass or chance(g, 0.3):  # fans in front
        return [*parts, *[p for i in range(n) for p in at(0, low + h * (i + 0.5) / n, f + 0.008, *fan)],
            *mirrored(box(0.012, h, 0.03, w / 2 - 0.006, low, f + 0.005)), rod(0.008, 0.006, 0, low + h,
            f * 0.8)]  # fmt: skip
    bays = [p for i in range(n) for p in (box(w * 0.8, 0.038, 0.012, 0, h - 0.05 - 0.048 * i, f), box(0.012, 0.005,
        0.012, w * 0.3, h - 0.045 - 0.048 * i, f + 0.006))]  # fmt: skip
    return [*parts, *bays, box(w * 0.5, 0.02, 0.012, 0, h - 0.08 - 0.048 * n, f), knob(0.014, 0.012, 0, h * 0.45, f),
        *[box(w * 0.8, 0.007, 0.014, 0, low + 0.02 + 0.016 * i, f) for i in range(int(g.integers(4, 9)))]]  # fmt: skip


def computer_mouse(g: Generator) -> list[Part]:
    style, w, h, long, curl = int(g.integers(3)), g.uniform(0.028, 0.034), g.uniform(0.017, 0.021), g.uniform(0.05,
        0.06), g.uniform(-0.06, 0.06)  # fmt: skip
    h *= 0.75 if style == 1 else 1
    sizes = [(-1, 0.5, 0.3), (-0.93, 0.85, 0.6), (-0.6, 1, 0.95), (-0.2, 0.98, 1), (0.3, 0.88, 0.8), (0.8, 0.95, 0.5),
        (0.96, 0.85, 0.36), (1, 0.6, 0.25)]  # fmt: skip
    hull = body([(z * long, a * w, b * h, b * h) for z, a, b in sizes], 2.0 if style == 1 else 2.8, 28)
    seams = [tube([(0, 2 * b * h + 0.0004, z * long) for z, a, b in sizes[3:7]], 0.001, 5), tube([(x * w * 0.97,
        h + h * np.sqrt(1 - abs(x) ** 2.5), -long * 0.15) for x in np.linspace(-0.97, 0.97, 11)], 0.0011,
        5)]  # fmt: skip
    parts = [hull, *seams, lying(0.011, 0.008, 0, h * 1.2, long * 0.55), *mirrored(ring(0.0105, 0.0022, 0.0025, h * 1.2,
        long * 0.55, "x"))]  # fmt: skip
    if style == 2:  # keys at its sides and behind the wheel
        parts += [*mirrored(*[box(0.006, 0.005, 0.016, w * 0.92, h * 1.1, z) for z in (0, 0.019)], egg(0.012, 0.005,
            long * 0.6, w * 0.9, 0.006, -long * 0.2)), box(0.008, 0.004, 0.012, 0, h * 1.85, long * 0.1)]  # fmt: skip
    cord = bend([(0, 0.005, long), (0, 0.003, long * 1.5), (curl, 0.003, long * 2), (curl * 2, 0.003, long * 2.2)],
        0.002)  # fmt: skip
    return [*parts, *([cord, tube([(0, 0.006, long * 0.95), (0, 0.006, long * 1.25)], [0.004, 0.0025])] if chance(g,
        0.65) else [])]  # fmt: skip


def record_player(g: Generator) -> list[Part]:
    style, w, h, d = int(g.integers(3)), g.uniform(0.38, 0.46), g.uniform(0.06, 0.1), g.uniform(0.32, 0.36)
    if style == 2:  # a gramophone with its horn
        b, up, y = w * 0.8, g.uniform(0.3, 0.42), h * 0.7
        curve = [(float(p), float(q)) for p, q in smooth([(0.015, 0), (0.03, up * 0.4), (0.08, up * 0.8), (0.24,
            up * 1.05)], False)]  # fmt: skip
        horn = turned(lathe([*curve, *[(p * 0.95, q + 0.004) for p, q in curve[::-1]]]), (52, 0, 0), (0, h + 0.25,
            -b * 0.3))  # fmt: skip
        arm = bend([(0.02, h + 0.06, 0.05), (0, h + 0.08, -b * 0.3), (0, h + 0.06, -b * 0.55), (0, h + 0.18, -b * 0.5),
            (0, h + 0.26, -b * 0.28)], 0.015)  # fmt: skip
        crank = [lying(0.007, 0.1, b / 2 + 0.04, y), rod(0.007, 0.08, b / 2 + 0.09, y - 0.08), lying(0.012, 0.05,
            b / 2 + 0.11, y - 0.075)]  # fmt: skip
        return [box(b, h + 0.04, b), *[box(b * 1.08, 0.02, b * 1.08, 0, v) for v in (0, h + 0.025)], rod(b * 0.42,
            0.012, 0, h + 0.045), rod(0.008, 0.03, y=h + 0.045), horn, arm, knob(0.028, 0.015, 0.02, h + 0.075, 0.05),
            *crank]  # fmt: skip
    x, y, ax, az = -w * 0.1, h + 0.025, w * 0.4, -d * 0.34
    disc = [rod(q, t, x, h) for q, t in ((0.145, 0.018), (0.15, 0.022), (0.05, 0.025), (0.004, 0.035))] + [ring(q,
        0.0012, x, y - 0.003, 0, "y") for q in (0.14, 0.12, 0.1, 0.08)]  # fmt: skip
    arm = [rod(0.03, 0.02, ax, h, az), rod(0.012, 0.05, ax, h, az), bend([(ax, y + 0.02, az - 0.06), (ax, y + 0.02,
        az + 0.1), (ax - 0.01, y + 0.02, d * 0.2), (x + 0.1, y + 0.008, d * 0.28)], 0.005), knob(0.017, 0.035, ax,
        y + 0.02, az - 0.08), box(0.018, 0.01, 0.035, x + 0.1, y, d * 0.29)]  # fmt: skip
    parts = [box(w, h - 0.02, d, 0, 0.02), *disc, *arm, *[rod(0.012, 0.012, w * v, h, d * 0.4) for v in (0.33, 0.42)],
        *mirrored(*[rod(0.02, 0.022, w * 0.4, 0, s * d * 0.38) for s in (1, -1)])]  # fmt: skip
    tall, open_ = (h * 0.7, 95) if style == 1 else (0.07, g.uniform(55, 80))  # a case with a lid, or a dust cover
    lid = [box(w, 0.006, d, 0, tall, d / 2), *mirrored(box(0.006, tall, d, w / 2 - 0.003, 0, d / 2)), *[box(w, tall,
        0.006, 0, 0, v) for v in (d, 0.003)]]  # fmt: skip
    grip = bend([(-0.06, h * 0.6, d / 2), (-0.055, h * 0.6, d * 0.6), (0.055, h * 0.6, d * 0.6), (0.06, h * 0.6,
        d / 2)], 0.007)  # fmt: skip
    return [*parts, *([turned(p, (-open_, 0, 0), (0, h, -d / 2)) for p in lid] if style == 1 or chance(g, 0.7) else []),
        *([grip, *mirrored(knob(h * 0.3, 0.008, w * 0.33, h * 0.55, d / 2), box(0.02, 0.03, 0.01, w * 0.18, h * 0.7,
        d / 2))] if style == 1 else [])]  # fmt: skip


def light_bulb(g: Generator) -> list[Part]:
    style, r, b = int(g.integers(5)), g.uniform(0.027, 0.035), 0.0125
    parts = [lathe([(0, 0), (0.004, 0), (0.005, 0.003), (0.009, 0.005), (b, 0.008), (b, 0.032), (0, 0.032)]),
        tube([(b * np.cos(a), 0.01 + 0.0045 * a / 6.28, b * np.sin(a)) for a in np.linspace(0, 28, 70)], 0.0016,
        6)]  # fmt: skip
    curve = [(b, 0.03), (b * 1.05, 0.045), (r * 0.75, 0.06), (r, 0.06 + r * 0.8), (r * 0.9, 0.06 + r * 1.4), (r * 0.45,
        0.06 + r * 1.85), (0, 0.06 + r * 1.9)]  # fmt: skip
    if style == 1:  # a globe
        curve = [(b, 0.03), (b * 1.1, 0.036), *[(1.35 * r * np.cos(a), 0.034 + 1.35 * r * (0.93 + np.sin(a)))
            for a in np.linspace(-1.15, np.pi / 2, 9)]]  # fmt: skip
    elif style == 2:  # a candle, its flame drawn out
        q, k = r * 0.62, r * g.uniform(0.9, 1.4)
        curve = [(b, 0.03), (b * 0.9, 0.04), (q * 0.9, 0.05), (q, 0.065), (q * 0.75, 0.065 + k * 0.6), (q * 0.3,
            0.065 + k), (0, 0.065 + k * 1.5)]  # fmt: skip
    elif style == 3:  # diodes: ribs below a dome
        parts += [turned(slab([(b, 0.032), (r * 0.85, 0.062), (r, 0.075), (b, 0.075)], 0.002), (0, a, 0))
            for a in np.arange(12) * 30.0]  # fmt: skip
        curve = [(b, 0.03), (b * 1.3, 0.05), (r * 0.8, 0.072), (r, 0.073), *[(r * np.cos(a), 0.078 + r * np.sin(a))
            for a in np.linspace(0, np.pi / 2, 7)]]  # fmt: skip
    elif style == 4:  # a coiled tube
        a, q = np.linspace(0, 2 * np.pi * g.uniform(2, 3.5), 60), r * 0.75
        coil = np.stack([q * np.cos(a), 0.08 + 0.017 * a / 6.28, q * np.sin(a)], 1)
        top = coil[-1] * (0, 1, 0) + (0, 0.006, 0)
        curve, two = [(b * 1.1, 0.03), (r * 0.9, 0.045), (r, 0.065), (0, 0.066)], [tube([(q, 0.06, 0), *coil, top],
            0.0046, 7)]  # fmt: skip
        parts += [*two, *[turned(p.copy(), (0, 180, 0)) for p in two]]
    return [*parts, lathe([(0, 0.03), *[(float(p), float(q)) for p, q in smooth(curve, False)]])]


def flashlight(g: Generator) -> list[Part]:
    style, r, long, wide = int(g.integers(3)), g.uniform(0.013, 0.02), g.uniform(0.1, 0.18), g.uniform(1.35, 2)
    if style == 1:  # a big lamp, its handle on top
        r *= 3.2
        case = body([(-long, r * 0.8, r * 0.8, r), (0, r * 0.85, r * 0.85, r), (0.02, r * 0.9, r * 0.9, r)], 5)
        grip = bend([(0, 1.85 * r, 0.01), (0, 3 * r, 0.01), (0, 3 * r, -long), (0, 1.8 * r, -long * 0.95)], 0.012)
        lamp = [(0, 0), (r * 0.9, 0), (r * 1.15, 0.025), (r * 1.15, 0.045), (r * 1.02, 0.045), (r * 0.35, 0.012), (0,
            0.012)]  # fmt: skip
        return [case, grip, facing(lamp, 0, r, 0.015), ball(r * 0.16, 0, r, 0.03), *mirrored(box(0.02, 0.03,
            long * 0.8, r * 0.6, -0.01, -long / 2))]  # fmt: skip
    head = [(0, 0), (r, 0), (r * wide, r * 1.4), (r * wide, r * 2.6), (r * wide * 0.86, r * 2.6), (r * 0.4, r * 1.5),
        (0, r * 1.5)]  # fmt: skip
    bumps = [ring(r, 0.0015, 0, long * v, 0, "y") for v in np.linspace(0.2, 0.65, int(g.integers(5, 12)))]
    shaft = [lathe([(0, 0), (r * 0.8, 0), (r * 1.06, 0.005), (r * 1.06, 0.02), (r, 0.02), (r, long), (0, long)]),
        *bumps]  # fmt: skip
    if style == 2:  # its head at a right angle
        clip = bend([(0, long * 0.8, -r), (0, long * 0.8, -r * 1.5), (0, long * 0.2, -r * 1.4)], 0.003)
        return [*shaft, ball(r, 0, long, 0), facing(head, 0, long, 0), ball(r * 0.2, 0, long, r * 1.7), box(0.008,
            0.02, 0.006, 0, long * 0.7, r), clip]  # fmt: skip
    loop = bend([(0, -0.005, 0), (0.02, -0.04, 0), (0, -0.08, 0.02), (-0.02, -0.04, 0), (0, -0.005, 0)], 0.0015)
    parts = [*shaft, lathe(head, y=long), egg(r * 0.4, r * 0.9, 0.005, 0, long * 0.8, r), ball(r * 0.22, 0,
        long + r * 1.7), *([loop] if chance(g, 0.6) else [])]  # fmt: skip
    return [turned(p, (90, 0, 0), (0, r * wide, 0)) for p in parts]


KINDS = kinds_of(
    game_controller, headphones, microphone, desktop_computer, computer_mouse, record_player, light_bulb, flashlight,
)  # fmt: skip
