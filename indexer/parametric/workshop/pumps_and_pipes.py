"""What drives and holds liquids and gases: bladed wheels, blowers, compressors, tanks and cylinders."""

from __future__ import annotations

import math

import numpy as np
from numpy.random import Generator

from indexer.parametric.lofts import chance, loft, plate, slab
from indexer.parametric.solids import Part, around, box, forward, kinds_of, lathe, rod, turned
from indexer.parametric.workshop.machine_parts import washer


def _vane(r: float, inner: float, sweep: float, thick: float, high: float, y: float = 0) -> Part:
    """A curved wall from `inner` out to r, turning by `sweep` degrees, standing on height y."""
    t = np.linspace(0, 1, 7)
    out, a = inner + (r - inner) * t, np.radians(sweep) * t**1.3
    near, far = ([(q * math.cos(b + s), q * math.sin(b + s)) for q, b in zip(out, a, strict=True)]
        for s in (0, thick / r))  # fmt: skip
    return plate([*near, *reversed(far)], high, y=y)


def _blade(inner: float, r: float, wide: float, twist: tuple[float, float], thick: float, grow: float = 1) -> Part:
    """A twisted blade along x about the y axis, from `inner` to r, its pitch going from one angle to another."""
    rows = []
    for t in np.linspace(0, 1, 6):
        a, w = np.radians(twist[0] + (twist[1] - twist[0]) * t), wide * (1 + (grow - 1) * t) / 2
        w *= 0.8 if t == 1 else 1
        flat = np.array([(-w, 0), (-w * 0.3, thick), (w * 0.5, thick), (w, 0), (w * 0.5, -thick * 0.2),
            (-w * 0.3, -thick * 0.2)])  # fmt: skip
        turn = flat @ np.array([(math.cos(a), math.sin(a)), (-math.sin(a), math.cos(a))])
        rows.append(np.column_stack([np.full(6, inner + (r - inner) * t), turn[:, 1], turn[:, 0]]))
    return loft(np.array(rows))


def impeller(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.05, 0.12), int(g.integers(4)), int(g.integers(5, 9))
    high, sweep = r * g.uniform(0.2, 0.4), g.uniform(45, 100) * g.choice([-1, 1])
    hub = [lathe([(r * 0.1, -high * 0.4), (r * 0.25, -high * 0.4), (r * 0.22, high), (r * 0.1, high * 1.2),
        (r * 0.1, -high * 0.4)])]  # fmt: skip
    vanes = around(n, _vane(r, r * 0.24, sweep, r * 0.05, high))
    disc = [washer(r, r * 0.1, high * 0.14, -high * 0.14)]
    if style == 0:  # closed by a second disc with an eye
        cover = lathe([(r, high), (r * 0.6, high), (r * 0.52, high * 1.7), (r * 0.47, high * 1.7), (r * 0.55, high *
            0.9), (r, high * 0.9), (r, high)])  # fmt: skip
        parts = [*hub, *vanes, *disc, cover]
    elif style == 1:
        parts = [*hub, *vanes, *disc]
    elif style == 2:  # of a turbocharger: blades winding up a trumpet
        curve = [(r * (0.2 + 0.8 * (1 - t) ** 2.4), r * 0.9 * t) for t in np.linspace(0, 1, 9)]
        parts = [lathe([(0, -r * 0.06), (r, -r * 0.06), *curve, (0, r * 0.95)]), rod(r * 0.1, r * 0.2, y=r * 0.9)]
        for i in range(n + 3):
            rows = []
            for t, (q, y) in zip(np.linspace(0, 1, 9), curve, strict=True):
                a, tip = i * 6.283 / (n + 3) + 0.9 * t**1.5, max(r * (0.72 - 0.02 * t), q * 1.005)
                top = y + r * 0.09 if t < 0.4 else y
                rows.append([(p * math.cos(a + s), h, p * math.sin(a + s)) for p, h, s in ((q * 0.97, y, -0.02), (tip,
                    top, -0.02), (tip, top, 0.02), (q * 0.97, y, 0.02))])  # fmt: skip
            parts.append(loft(np.array(rows)))
    else:  # open: no disc but the hub
        parts = [
            *hub,
            *around(n, _vane(r, r * 0.2, sweep * 0.6, r * 0.1, high)),
            rod(r * 0.14, high * 2.5, y=-high * 2),
        ]
    lean = float(g.uniform(40, 90))
    return [turned(p, (lean, 0, 0)) for p in parts]


def turbine_wheel(g: Generator) -> list[Part]:
    r, style = g.uniform(0.2, 1.0), int(g.integers(3))
    shaft = [rod(r * 0.1, r * g.uniform(0.8, 1.8), y=-r * 0.5)] if chance(g, 0.7) else []
    if style == 0:  # of cups struck by a jet
        n = int(g.integers(14, 23))
        size = r * g.uniform(0.15, 0.2)
        cup = [lathe([(0, -size * 0.3), (size * 0.8, size * 0.2), (size, size * 0.75), (size * 0.85, size * 0.75),
            (size * 0.6, size * 0.2), (0, 0)])]  # fmt: skip
        pair = [turned(c.copy(), (-90, 0, 0), (r, s * size * 0.85, 0)) for c in cup for s in (1, -1)]
        arm = [box(r * 0.35, size * 0.8, size * 0.5, r * 0.75, -size * 0.4)]
        parts = [washer(r * 0.72, r * 0.1, size, -size / 2), *around(n, *pair, *arm),
            washer(r * 0.25, r * 0.1, size * 2.4, -size * 1.2)]  # fmt: skip
    elif style == 1:  # of water: curved vanes between a crown and a band
        n, high = int(g.integers(11, 18)), r * g.uniform(0.5, 0.8)
        crown = lathe([(r * 0.1, high * 1.05), (r, high * 1.05), (r, high * 0.92), (r * 0.5, high * 0.8),
            (r * 0.15, high * 0.3), (r * 0.1, high * 1.05)])  # fmt: skip
        lower = lathe([(r, high * 0.4), (r * 1.03, high * 0.3), (r * 0.85, 0), (r * 0.8, 0), (r * 0.95, high * 0.3),
            (r, high * 0.4)])  # fmt: skip
        parts = [crown, lower, *around(n, _vane(r * 0.98, r * 0.5, 60, r * 0.04, high * 0.75, high * 0.2))]
    else:  # of steam: many blades round a disc, in one or more rows
        n, rows = int(g.integers(24, 44)), int(g.integers(1, 5))
        parts = []
        for i in range(rows):
            size, y = r * (1 - 0.13 * i), r * 0.3 * i
            blade = _blade(size * 0.6, size, r * 0.16, (20, 65), r * 0.012)
            parts += [turned(p, (0, 0, 0), (0, y, 0)) for p in (*around(n, blade), washer(size * 0.62, r * 0.1, r *
                0.16, -r * 0.08), washer(r * 0.25, r * 0.1, r * 0.3, -r * 0.15))]  # fmt: skip
    lean = float(g.uniform(50, 90))
    return [turned(p, (lean, 0, 0)) for p in (*parts, *shaft)]


def fan_blade(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.08, 0.3), int(g.integers(3)), int(g.integers(4, 10))
    inner, pitch = r * g.uniform(0.25, 0.42), float(g.uniform(38, 55))
    high, wide = inner * g.uniform(0.5, 0.9), 2 * math.pi * inner / n * 1.05
    blade = _blade(inner * 0.95, r, wide, (pitch, pitch * g.uniform(0.4, 0.7)), r * 0.015, g.uniform(1.3, 2.1))
    hub = [lathe([(inner * 0.8, -high / 2), (inner, -high / 2), (inner, high * 0.3), (inner * 0.8, high * 0.55),
        (0, high * 0.6), (0, high * 0.45), (inner * 0.8, high * 0.35), (inner * 0.8, -high / 2)])]  # fmt: skip
    parts = [*around(n, blade), *hub]
    if style == 1:  # tips in a ring
        parts.append(washer(r * 1.03, r * 0.98, high * 0.7, -high * 0.35))
    elif style == 2:  # bolted to a spider
        parts += [*around(4, rod(inner * 0.1, high * 0.3, inner * 0.6, high * 0.45)),
            washer(inner * 0.35, inner * 0.15, high, 0), rod(inner * 0.15, high * 2, y=-high * 1.5)]  # fmt: skip
    return [turned(p, (90, 0, 0)) for p in parts]


def blower(g: Generator) -> list[Part]:
    r, style = g.uniform(0.1, 0.4), int(g.integers(2))
    wide, turn = r * g.uniform(0.6, 1.1), float(g.choice([0, 90]))
    a = np.radians(np.linspace(0, 300, 26))
    spiral = [(q * math.cos(b), q * math.sin(b)) for q, b in zip(r * (0.85 + 0.3 * a / a[-1]), a, strict=True)]
    mouth = spiral[0][0] * g.uniform(1.0, 1.1), r * g.uniform(-2.0, -1.6)
    outline = [(mouth[0], mouth[1]), *spiral, (spiral[-1][0], mouth[1])]
    case = turned(slab(outline, wide * 0.94), (0, 0, turn))
    edge = [turned(slab([(x * 1.03, y * 1.03) for x, y in outline], wide * 0.05, 0, 0, z * wide / 2), (0, 0, turn))
        for z in (1, -1)]  # fmt: skip
    x = (mouth[0] + spiral[-1][0]) / 2
    flange = turned(
        box(abs(mouth[0] - spiral[-1][0]) * 1.35, r * 0.08, wide * 1.25, x, mouth[1] - r * 0.06), (0, 0, turn)
    )
    eye = [forward(washer(r * 0.62, r * 0.52, r * 0.2, wide / 2)), forward(washer(r * 0.5, r * 0.2, r * 0.04, wide /
        2)), *[turned(box(r * 0.05, r * 0.35, r * 0.08, 0, r * 0.18, wide / 2 + r * 0.06), (0, 0, i * 30))
        for i in range(12)], forward(rod(r * 0.2, r * 0.1), 0, 0, wide / 2)]  # fmt: skip
    motor = [forward(rod(r * 0.45, r * 0.9), 0, 0, -wide / 2 - r * 0.9), forward(rod(r * 0.48, r * 0.12), 0, 0,
        -wide / 2 - r * 0.95)]  # fmt: skip
    feet: list[Part] = []
    if style == 0 or turn:
        low = -r * (1.2 if turn else 2.05)
        feet = [box(r * 0.9, r * 0.08, r * 1.1, 0, low, -wide / 2 - r * 0.5), box(r * 0.6, -low, r * 0.5, 0, low,
            -wide / 2 - r * 0.5)]  # fmt: skip
    return [case, *edge, flange, *eye, *motor, *feet]


KINDS = kinds_of(impeller, turbine_wheel, fan_blade, blower)
