"""Parts of computers: boards, cards, drives, fans and memory."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import plate, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, at, box, forward, kinds_of, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import pierced, washer


def _square(s: float) -> list[tuple[float, float]]:
    return [(-s / 2, -s / 2), (s / 2, -s / 2), (s / 2, s / 2), (-s / 2, s / 2)]


def spinner(s: float, thick: float, blades: int, frame: bool = True) -> list[Part]:
    """A fan s wide about the z axis, in its square frame or bare."""
    chord, parts = 2 * np.pi * s * 0.3 / blades * 0.75, []
    for i in range(blades):
        blade = turned(box(chord, s * 0.28, s * 0.012, 0, s * 0.15), (0, 35, 0))
        parts.append(turned(blade, (0, 0, 360 * i / blades)))
    parts.append(forward(rod(s * 0.17, thick * 0.8), z=-thick * 0.4))
    return [*parts, *([pierced(_square(s), s * 0.465, 0, 0, thick)] if frame else [])]


def _pins(n: int, pitch: float, h: float, x: float, y: float, z: float) -> list[Part]:
    return [box(pitch * 0.45, h, pitch * 0.45, x + pitch * (i - (n - 1) / 2), y, z) for i in range(n)]


def graphics_card(g: Generator) -> list[Part]:
    long, h, thick, fans = g.uniform(0.2, 0.31), g.uniform(0.1, 0.13), g.uniform(0.035, 0.05), int(g.integers(1, 4))
    style, s = int(g.integers(3)), min(h * 0.82, long / fans * 0.88)
    parts = [box(long, h, 0.002), box(long * 0.35, 0.01, 0.0016, -long * 0.2, -0.009)]
    parts += [
        box(0.002, h * 1.12, thick + 0.004, -long / 2, -h * 0.02, thick / 2),
        box(0.012, 0.003, thick + 0.004, -long / 2 - 0.005, h * 1.1, thick / 2),
    ]
    parts += [box(0.012, 0.016, 0.008, -long / 2 - 0.002, h * (0.2 + 0.22 * i), thick * 0.35) for i in range(3)]
    parts += [box(0.03, 0.008, 0.014, long * 0.3, h, thick * 0.3)]
    if style == 2:  # a blower under a closed cover
        cover = slab([(-long / 2, 0), (long / 2, 0), (long / 2, h), (-long / 2, h)], thick * 0.85, z=thick * 0.45)
        wheel = [
            forward(washer(s * 0.4, s * 0.3, thick * 0.1), long * 0.3, h / 2, thick * 0.86),
            forward(rod(s * 0.18, thick * 0.08), long * 0.3, h / 2, thick * 0.86),
        ]
        return [
            *parts,
            cover,
            *wheel,
            *[box(long * 0.4, 0.003, 0.003, -long * 0.15, h * (0.2 + 0.15 * i), thick * 0.87) for i in range(5)],
        ]
    if style == 1:  # bare fins below a fan
        parts += [
            box(0.0012, h * 0.9, thick * 0.7, float(x), h * 0.05, thick * 0.38)
            for x in np.linspace(-long * 0.46, long * 0.46, 40)
        ]
        z, top = thick * 0.3, h * 1.05
        for x in (-long * 0.2, 0.0):
            parts.append(
                tube(smooth([(x, h * 0.3, z), (x, top, z), (x + 0.03, top, z), (x + 0.03, h * 0.4, z)], False), 0.003)
            )
    for i in range(fans):
        x, pitch = long * ((i + 0.5) / fans - 0.5), long / fans
        outline = [(-pitch / 2, -h / 2), (pitch / 2, -h / 2), (pitch / 2, h / 2), (-pitch / 2, h / 2)]
        shroud = [pierced(outline, s * 0.48, 0, 0, thick * (0.85 if style == 0 else 0.2))]
        parts += at(x, h / 2, thick * (0.45 if style == 0 else 0.85), *shroud)
        parts += at(x, h / 2, thick * 0.75, *spinner(s, thick * 0.3, int(g.integers(9, 12)), False))
    return parts


def computer_fan(g: Generator) -> list[Part]:
    s, style, blades = g.choice([0.04, 0.08, 0.12, 0.14]), int(g.integers(3)), int(g.integers(5, 12))
    thick = s * g.uniform(0.18, 0.32)
    holes = [
        forward(washer(s * 0.04, s * 0.022, thick * 1.06), x * s * 0.44, y * s * 0.44, -thick * 0.53)
        for x in (1, -1)
        for y in (1, -1)
    ]
    arms = [
        turned(box(s * 0.03, s * 0.32, thick * 0.12, 0, s * 0.15, -thick * 0.44), (0, 0, 45 + 90 * i)) for i in range(4)
    ]
    parts = [*spinner(s, thick, blades), *holes, *arms]
    if style == 1:  # behind a wire guard
        guard = [ring(s * r, s * 0.008, z=thick * 0.6) for r in (0.14, 0.24, 0.34, 0.44)]
        parts += [
            *guard,
            *[turned(box(s * 1.0, s * 0.014, s * 0.014, 0, 0, thick * 0.6), (0, 0, a)) for a in (45, 135)],
        ]
    if style == 2:  # with leads and a glowing rim
        lead = [(s * 0.45, -s * 0.45, 0), (s * 0.7, -s * 0.55, 0), (s * 0.8, -s * 0.2, thick), (s * 0.9, s * 0.1, 0)]
        parts += [
            tube(smooth(lead, False), s * 0.015),
            box(s * 0.06, s * 0.1, s * 0.04, s * 0.9, s * 0.1),
            ring(s * 0.46, s * 0.02, z=thick * 0.5),
        ]
    return at(0, s / 2, 0, *parts)


def hard_disk(g: Generator) -> list[Part]:
    w, d, h, style = 0.1016, 0.147 * g.uniform(0.9, 1.1), g.uniform(0.012, 0.028), int(g.integers(3))
    r, z0 = w * 0.46, -d * 0.15
    bores = [lying(0.002, w * 1.01, 0, h * 0.35, d * q) for q in (-0.35, 0, 0.3)]
    plugs = [box(w * 0.6, h * 0.35, 0.008, -w * 0.1, 0, d / 2), box(w * 0.12, h * 0.3, 0.01, w * 0.3, 0, d / 2)]
    if style == 0:  # closed: a cover pressed to a circle
        cover = [
            rod(r * 0.98, 0.003, z=z0, y=h * 0.95),
            rod(r * 0.25, 0.005, z=z0, y=h * 0.95),
            plate(symmetric([(w * 0.3, 0), (w * 0.2, d * 0.42)]), 0.003, 0, h * 0.95),
        ]
        feet = [rod(0.004, 0.002, x * w * 0.45, h, q * d * 0.46) for x in (1, -1) for q in (1, 0, -1)]
        return [box(w, h * 0.96, d), *cover, *feet, *plugs, *bores]
    frame = [
        box(w, h * 0.3, d),
        *[box(0.004, h, d, s * w * 0.48) for s in (1, -1)],
        *[box(w, h, 0.004, 0, 0, s * d * 0.485) for s in (1, -1)],
    ]
    frame += [box(w * 0.35, h * 0.7, d * 0.2, -w * 0.3, 0, d * 0.38)]
    discs = [rod(r, 0.0015, z=z0, y=h * q) for q in ((0.75,) if style == 1 else (0.5, 0.8))] + [
        rod(r * 0.28, h * 0.95, z=z0),
        washer(r * 0.2, r * 0.08, h * 0.05, h * 0.95),
    ]
    discs[-1].apply_translation((0, 0, z0))
    pivot, tip = np.array((w * 0.25, d * 0.33)), np.array((g.uniform(-0.1, 0.3) * w, z0 + r * 0.5))
    side = np.array((0.012, 0.0))
    arm = plate([pivot - side, pivot + side, tip + side * 0.2, tip - side * 0.2], 0.002, 0, h * 0.9)
    return [
        *frame,
        *discs,
        arm,
        rod(0.012, h * 0.95, float(pivot[0]), 0, float(pivot[1])),
        box(0.006, 0.003, 0.006, float(tip[0]), h * 0.86, float(tip[1])),
        *plugs,
    ]


def usb_stick(g: Generator) -> list[Part]:
    long, w, h, style = g.uniform(0.03, 0.05), g.uniform(0.016, 0.021), g.uniform(0.007, 0.009), int(g.integers(4))
    tongue = [box(0.012, 0.0004, 0.013, 0, y, 0.0065) for y in (-0.00225, 0.00185)] + [
        box(0.0004, 0.0045, 0.013, s * 0.006, -0.00225, 0.0065) for s in (1, -1)
    ]
    tongue += [
        box(0.0112, 0.0018, 0.012, 0, -0.0019, 0.006),
        *[box(0.0022, 0.0007, 0.0025, s * 0.003, 0.0019, 0.009) for s in (1, -1)],
    ]
    outline = smooth(symmetric([(w * 0.42, -long), (w / 2, -long * 0.9), (w / 2, -0.002), (w * 0.45, 0)]), times=1)
    parts = [*tongue, plate(outline, h, 0, -h / 2)]
    if style == 0:  # a cap lying beside it and ribs to hold
        cap = [
            box(w, h, 0.018, w * 1.4, -h / 2, 0.004),
            *[box(w * 0.8, h * 1.1, 0.001, 0, -h * 0.55, -long * (0.3 + 0.1 * i)) for i in range(4)],
        ]
        return [*parts, *cap]
    if style == 1:  # a swivelling clasp
        a = float(g.uniform(20, 160))
        clasp = [box(w * 0.98, 0.001, long, 0, s * h * 0.56, long / 2) for s in (1, -1)] + [
            box(w * 0.98, h * 1.15, 0.001, 0, -h * 0.575, long)
        ]
        swung = [turned(part, (0, a, 0), (0, 0, -long * 0.82)) for part in clasp]
        return [*parts, *swung, rod(w * 0.25, h * 1.3, y=-h * 0.65, z=-long * 0.82)]
    if style == 2:  # an eye for a cord, a slider on top
        slider = [
            box(w * 0.35, h * 0.25, long * 0.2, 0, h / 2, -long * g.uniform(0.3, 0.7)),
            box(w * 0.5, h * 0.04, long * 0.6, 0, h / 2, -long / 2),
        ]
        return [
            *parts,
            *slider,
            ring(w * 0.25, h * 0.16, 0, 0, -long - w * 0.16, axis="y"),
            ring(w * 0.6, 0.0006, 0, 0, -long - w * 0.9, axis="y"),
        ]
    return [
        *tongue,
        rod(w * 0.6, h, y=-h / 2, z=-w * 0.5),
        box(w * 0.7, h * 1.3, w * 0.5, 0, -h * 0.65, -w * 1.1),
        ring(w * 0.3, h * 0.12, 0, 0, -w * 1.5),
    ]


def circuit_board(g: Generator) -> list[Part]:
    style, w, d, t = int(g.integers(3)), g.uniform(0.06, 0.1), g.uniform(0.045, 0.06), 0.0016
    corner = 0.006
    parts = [box(w, t, d - 2 * corner), box(w - 2 * corner, t, d)]
    for x, z in [(x * (w / 2 - corner / 2), z * (d / 2 - corner / 2)) for x in (1, -1) for z in (1, -1)]:
        parts.append(turned(pierced(_square(corner), corner * 0.3, 0, 0, t), (90, 0, 0), (x, t / 2, z)))
    for _ in range(int(g.integers(8, 25))):  # small things strewn about
        x, z = g.uniform(-0.4, 0.4) * w, g.uniform(-0.36, 0.36) * d
        wide, high, deep = map(float, g.choice([0.0012, 0.002, 0.003], 3))
        parts.append(box(wide, high, deep, float(x), t, float(z)))
    for _ in range(int(g.integers(1, 5))):  # chips with legs
        x, z, n = float(g.uniform(-0.3, 0.3) * w), float(g.uniform(-0.2, 0.2) * d), int(g.integers(4, 10))
        parts.append(box(n * 0.0022, 0.0025, 0.008, x, t + 0.0006, z))
        parts += [p for s in (1, -1) for p in _pins(n, 0.002, 0.0015, x, t, z + s * 0.0048)]
    if style == 0:  # two long rows of sockets, a port for a lead
        n = int(w / 0.0026 * 0.8)
        rows = [box(n * 0.00254, 0.0085, 0.0025, w * 0.06, t, s * d * 0.44) for s in (1, -1)]
        rows += [p for s in (1, -1) for p in _pins(n, 0.00254, 0.0002, w * 0.06, t + 0.0085, s * d * 0.44)]
        port = [
            box(0.016, 0.011, 0.012, -w / 2 + 0.004, t, d * 0.2),
            box(0.014, 0.011, 0.009, -w / 2 + 0.005, t, -d * 0.28),
        ]
        return [*parts, *rows, *port, box(0.006, 0.003, 0.006, -w * 0.3, t, d * 0.02)]
    if style == 1:  # a whole computer: stacked ports at its end, a double row of pins
        ports = [box(0.017, 0.0155, 0.0135, w / 2 - 0.006, t, z * d) for z in (-0.1, -0.4)] + [
            box(0.021, 0.0135, 0.016, w / 2 - 0.008, t, d * 0.32)
        ]
        ports += [box(0.001, 0.0055, 0.011, w / 2 + 0.0026, t + y, z * d) for z in (-0.1, -0.4) for y in (0.001, 0.008)]
        ports += [box(0.014, 0.006, 0.011, x * w, t, d / 2 - 0.004) for x in (-0.3, -0.05)]
        pins = [p for z in (0.45, 0.4) for p in _pins(20, 0.00254, 0.008, -w * 0.1, t, -d * z)]
        chip = [
            box(0.015, 0.003, 0.015, -w * 0.15, t, 0),
            *[box(0.001, 0.006, 0.013, -w * 0.15 + 0.003 * (i - 2), t + 0.003) for i in range(5)],
        ]
        return [*parts, *ports, *pins, *chip]
    drums = []  # for power: cans, a coil, terminals and a cooler
    for i in range(int(g.integers(2, 6))):
        drums += [rod(0.005, g.uniform(0.009, 0.016), -w * 0.38 + 0.0115 * i, t, d * 0.3)]
    coil = [ring(0.006, 0.003, w * 0.3, t + 0.003, -d * 0.25, axis="y")]
    cooler = [box(0.001, 0.018, 0.02, -w * 0.3 + 0.003 * i, t, -d * 0.25) for i in range(7)] + [
        box(0.022, 0.003, 0.02, -w * 0.3 + 0.009, t, -d * 0.25)
    ]
    blocks = [box(0.01, 0.012, 0.009, w / 2 - 0.005, t, d * 0.3 - 0.01 * i) for i in range(3)]
    return [
        *parts,
        *drums,
        *coil,
        *cooler,
        *blocks,
        *[rod(0.002, 0.013, w / 2 - 0.005, t, d * 0.3 - 0.01 * i) for i in range(3)],
    ]


KINDS = kinds_of(graphics_card, computer_fan, hard_disk, usb_stick, circuit_board)
