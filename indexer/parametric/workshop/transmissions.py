"""Transmissions: wheels for chains and belts, joints between shafts, flywheels and gearboxes."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import arc, body, chance, sector, slab, tube
from indexer.parametric.solids import Part, around, ball, box, forward, kinds_of, lying, rod, turned
from indexer.parametric.workshop.drives import NOTCH, SAW, SPIKE, cogs, sleeve, toothed
from indexer.parametric.workshop.machine_parts import bolted, washer


def band(loop: NDArray[np.float64], thick: float, wide: float) -> Part:
    """A belt laid round a closed line of (x, y) points, counter-clockwise, `wide` along z."""
    along = np.roll(loop, -1, 0) - np.roll(loop, 1, 0)
    out = np.stack([along[:, 1], -along[:, 0]], 1) / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-12)
    rows = [np.column_stack([loop + out * thick * e, np.full(len(loop), s * wide / 2)])
        for e, s in ((1, 1), (1, -1), (0, -1), (0, 1))]  # fmt: skip
    return sleeve(np.array(rows))


def sprocket(g: Generator) -> list[Part]:
    r, style, n = g.uniform(0.04, 0.09), int(g.integers(3)), int(g.integers(14, 40))
    rim, thin = cogs(r, n, r * min(5.2 / n, 0.3), SPIKE), r * g.uniform(0.05, 0.1)
    if style == 0:  # a chainring on arms
        arms = int(g.integers(4, 6))
        web = [turned(slab([(-r * 0.12, 0), (r * 0.12, 0), (r * 0.07, r * 0.75), (-r * 0.07, r * 0.75)], thin),
            (0, 0, 360 * i / arms)) for i in range(arms)]  # fmt: skip
        crank = [turned(slab([(-r * 0.1, 0), (r * 0.1, 0), (r * 0.07, -r * 1.7), (-r * 0.07, -r * 1.7)], thin * 2), (0,
            0, float(g.uniform(-60, 60))), (0, 0, thin * 2.5))] if chance(g) else []  # fmt: skip
        return [forward(toothed(rim, thin, r * 0.68), 0, 0, -thin / 2), *web, *crank,
            forward(washer(r * 0.22, r * 0.09, thin * 4, -thin * 2))]  # fmt: skip
    if style == 1:  # holes round a hub
        return [forward(toothed(rim, thin, r * 0.6), 0, 0, -thin / 2), *bolted(r * 0.65, r * 0.2, int(g.integers(4, 8)),
            r * 0.43, r * 0.11, thin), forward(washer(r * 0.3, r * 0.13, r * g.uniform(0.3, 0.6)))]  # fmt: skip
    rows = int(g.integers(2, 4)) if chance(g) else 1
    gap = thin * g.uniform(2.5, 4)
    return [*[forward(toothed(rim, thin, r * 0.2), 0, 0, -i * gap) for i in range(rows)],
        forward(washer(r * 0.55, r * 0.2, gap * rows + r * 0.3, -gap * rows + thin))]  # fmt: skip


def timing_pulley(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.015, 0.03), int(g.integers(16, 36)), int(g.integers(3))
    wide = r * g.uniform(0.6, 1.0)

    def wheel(size: float, teeth: int) -> list[Part]:
        edge = [washer(size * 1.16, size * 0.3, wide * 0.08, y) for y in (-wide * 0.08, wide)]
        hub = [
            washer(size * 0.8, size * 0.3, wide * 0.6, -wide * 0.68),
            lying(size * 0.12, size * 1.68, 0, -wide * 0.4),
        ]
        return [toothed(cogs(size, teeth, size * 3 / teeth, NOTCH), wide, size * 0.3), *edge, *hub]

    if style < 2:
        parts = wheel(r, n)
        parts += [rod(r * 0.29, wide * 5, y=-wide * 2.4)] if style == 1 else []
        return [turned(p, (90, 0, 0)) for p in parts] if chance(g, 0.7) else parts
    small, far = int(n * g.uniform(0.5, 1)), r * g.uniform(4, 7)
    size = r * small / n
    tilt = np.degrees(np.arccos((r - size) / far))
    loop = np.concatenate([arc(r, tilt, 360 - tilt, 20), arc(size, -tilt, tilt, 14) + np.array((far, 0.0))])
    belt = band(loop, r * 0.12, wide * 0.9)
    whole = [forward(p, 0, 0, -wide / 2) for p in wheel(r, n)] + [forward(p, far, 0, -wide / 2) for p in
        wheel(size, small)]  # fmt: skip
    return [*whole, belt]


def universal_joint(g: Generator) -> list[Part]:
    r, style, bend = g.uniform(0.012, 0.025), int(g.integers(3)), float(g.uniform(5, 38))
    long, ear = r * g.uniform(0.8, 2.4), r * g.uniform(0.45, 0.6)
    cross = [lying(ear * 0.45, r * 2.2), turned(rod(ear * 0.45, r * 2.2, y=-r * 1.1), (90, 0, 0)), ball(ear * 0.7)]
    cheek = slab([*(arc(ear, 0, 180, 10)), (-ear, -r * 1.7), (ear, -r * 1.7)], r * 0.35)
    fork = [turned(cheek.copy(), (0, 0, 0), (0, 0, s * r * 0.85)) for s in (1, -1)]
    fork += [rod(r * 1.05, r * 0.5, 0, -r * 1.9)]
    if style == 0:  # a plain pair of sleeves
        fork += [rod(r * 0.85, long, 0, -r * 1.8 - long), rod(r * 0.5, r, 0, -r * 2.4 - long)]
    elif style == 1:  # a flange with bolts
        fork += [rod(r * 1.7, r * 0.4, 0, -r * 1.9), *around(4, rod(r * 0.2, r * 0.8, r * 1.35, -r * 2.2))]
    else:  # long splined shafts
        fork += [turned(toothed(cogs(r * 0.75, 14, r * 0.15), long, r * 0.3), (0, 0, 0), (0, -r * 1.5 - long, 0)),
            rod(r * 0.6, long * 0.8, 0, -r * 1.5 - long * 1.7), rod(r * 0.9, r * 0.3, 0, -r * 1.8)]  # fmt: skip
    other = [turned(p.copy(), (0, 90, 0)) for p in fork]
    other = [turned(p, (0, 0, 180 - bend)) for p in other]
    return [turned(p, (0, 0, -90)) for p in (*fork, *other, *cross)]


def gearbox(g: Generator) -> list[Part]:
    style = int(g.integers(3))
    w, h = g.uniform(0.1, 0.16), g.uniform(0.12, 0.2)
    shaft = w * g.uniform(0.1, 0.16)
    if style == 0:  # a cast box split at the shafts, for a machine hall
        long = w * g.uniform(1.6, 2.3)
        half = [box(long * 1.12, h * 0.06, w * 1.15, 0, h * 0.52), box(long, h * 0.5, w, 0, h * 0.06),
            box(long * 1.15, h * 0.06, w * 1.25)]  # fmt: skip
        lid = slab([(-long * 0.5, 0), (long * 0.5, 0), (long * 0.48, h * 0.25), (long * 0.2, h * 0.6),
            (-long * 0.25, h * 0.6), (-long * 0.48, h * 0.3)], w, 0, h * 0.58)  # fmt: skip
        ends = [(x, s, e) for x, s, e in ((-long * 0.22, 1, h * 0.26), (long * 0.26, -1, h * 0.18))]
        caps = [forward(rod(e, w * 1.25, y=-w * 0.625), x, h * 0.55) for x, _, e in ends]
        out = [forward(rod(shaft, w * 1.1), x, h * 0.55, 0 if s > 0 else -w * 1.1) for x, s, _ in ends]
        bolts = [rod(h * 0.03, h * 0.16, x, h * 0.47, s * w * 0.54) for s in (1, -1) for x in np.linspace(-0.5, 0.5, 6)
            * long]  # fmt: skip
        return [*half, lid, *caps, *out, *bolts, lying(h * 0.08, long * 0.2, 0, h * 1.15)]
    if style == 1:  # a worm drive: square, ribbed, two shafts crossing
        ribs = int(g.integers(4, 8))
        parts = [box(w, h, w * 0.8), box(w * 1.3, h * 0.07, w), forward(rod(w * 0.44, w, y=-w / 2), 0, h * 0.55)]
        parts += [box(w * 1.06, h * 0.03, w * 0.9, 0, h * (0.15 + 0.8 * i / ribs)) for i in range(ribs)]
        parts += [forward(rod(shaft * 1.3, w * 1.5, y=-w * 0.75), 0, h * 0.55), lying(w * 0.25, w * 1.3, 0, h * 0.22)]
        parts += [lying(shaft * 0.8, w * 2, w * 0.2, h * 0.22)]
        return [*parts, *[forward(rod(w * 0.035, w * 1.06, y=-w * 0.53), w * 0.37 * x, h * 0.55 + w * 0.37 * y)
            for x, y in arc(1, 30, 330, 6)]]  # fmt: skip
    bell = body([(0, w * 1.1, w * 1.1, 0), (w * 0.15, w * 1.1, w * 1.1, 0), (w * 0.9, w * 0.75, w * 0.75, 0), (w * 2.2,
        w * 0.6, w * 0.65, -w * 0.05), (w * 2.3, w * 0.5, w * 0.5, 0), (w * g.uniform(3.2, 4.2), w * 0.3, w * 0.3,
        0)], 2.5, 20)  # fmt: skip
    stations = np.linspace(1.1, 2.1, int(g.integers(3, 6))) * w
    ribs_ = [body([(z, w * 0.74, w * 0.78, -w * 0.03), (z + w * 0.06, w * 0.74, w * 0.78, -w * 0.03)], 2.5, 20)
        for z in stations]  # fmt: skip
    flange = [forward(rod(w * 0.08, w * 0.2), w * 1.15 * x, w * 1.15 * y) for x, y in arc(1, 0, 315, 8)]
    stick = [rod(w * 0.06, w * 1.6, 0, w * 0.4, w * 2), ball(w * 0.16, 0, w * 2.1, w * 2), box(w * 0.5, w * 0.4, w *
        0.6, 0, w * 0.5, w * 2)] if chance(g, 0.6) else [box(w * 0.7, w * 0.3, w, 0, -w * 0.85, w * 1.6)]  # fmt: skip
    return [turned(p, (0, 90, 0)) for p in (bell, *ribs_, *flange, *stick, forward(rod(w * 0.13, w, y=-w)))]


def ratchet_wheel(g: Generator) -> list[Part]:
    r, n, style = g.uniform(0.02, 0.05), int(g.integers(12, 26)), int(g.integers(3))
    depth, wide = r * g.uniform(0.14, 0.24), r * g.uniform(0.15, 0.3)
    wheel = [forward(toothed(cogs(r, n, depth, SAW), wide, r * 0.2), 0, 0, -wide / 2)]
    pawl = [slab([(-r * 0.02, -depth * 0.8), (r * 0.12, 0), (r * 0.75, r * 0.15), (r * 0.75, r * 0.4), (r * 0.55, r *
        0.5), (0, r * 0.12)], wide * 0.9), forward(rod(r * 0.12, wide * 2, y=-wide), r * 0.66, r * 0.28)]  # fmt: skip
    parts = [*wheel, *[turned(p, (0, 0, 0), (0, r, 0)) for p in pawl]]
    if style == 0:
        return [*parts, forward(washer(r * 0.4, r * 0.2, wide * 2, -wide))]
    if style == 1:  # on a backing plate, with a leaf on the pawl
        return [*parts, forward(washer(r * g.uniform(1.6, 1.9), r * 0.2, wide * 0.3, -wide)),
            tube([(r * 0.5, r * 1.5, 0), (r * 0.9, r * 1.6, 0), (r * 1.2, r * 1.4, 0)], wide * 0.2),
            forward(rod(r * 0.3, wide * 2.4, y=-wide))]  # fmt: skip
    drum = [forward(washer(r * 0.7, r * 0.2, r * 1.5, -r * 1.6)), forward(rod(r * 0.18, r * 3, y=-r * 2.2)),
        forward(rod(r * 1.05, wide * 0.4), 0, 0, -r * 1.7)]  # fmt: skip
    arm = [box(r * 0.14, r * g.uniform(1.3, 1.9), wide * 0.6, 0, 0, wide * 1.8), forward(rod(r * 0.12, r * 0.8), 0,
        r * 1.35, wide * 1.6)]  # fmt: skip
    return [*parts, *drum, *arm]


def flywheel(g: Generator) -> list[Part]:
    r, style = g.uniform(0.15, 0.8), int(g.integers(3))
    wide = r * g.uniform(0.14, 0.28)
    if style == 0:  # of a steam engine: curved or straight spokes, on a shaft
        n, bow = int(g.integers(5, 9)), r * g.uniform(0, 0.22) * int(g.integers(2))
        spoke = tube([(0, r * 0.1, 0), (bow, r * 0.35, 0), (bow, r * 0.6, 0), (0, r * 0.88, 0)], (r * 0.07, r * 0.06,
            r * 0.05, r * 0.055))  # fmt: skip
        return [forward(washer(r, r * 0.84, wide, -wide / 2)), forward(rod(r * 0.17, wide * 1.5, y=-wide * 0.75)),
            *[turned(spoke.copy(), (0, 0, 360 * i / n)) for i in range(n)], forward(rod(r * 0.07, r * 1.4,
            y=-r * 0.7))]  # fmt: skip
    if style == 1:  # of a car: a starter ring, a face for the clutch
        parts = [toothed(cogs(r, int(g.integers(70, 110)), r * 0.05), wide * 0.4, r * 0.9), washer(r * 0.92, r * 0.55,
            wide * 0.6)]  # fmt: skip
        parts = [forward(p) for p in parts] + bolted(r * 0.56, r * 0.12, int(g.integers(6, 9)), r * 0.33, r * 0.06,
            wide * 0.5)  # fmt: skip
        return [*parts, *[forward(rod(r * 0.025, wide * 0.8), r * 0.86 * x, r * 0.86 * y) for x, y in arc(1, 0, 315,
            int(g.integers(6, 10)))], forward(washer(r * 0.2, r * 0.12, wide * 0.9))]  # fmt: skip
    spokes = int(g.integers(3, 6))
    web = [turned(slab([(-r * 0.09, 0), (r * 0.09, 0), (r * 0.16, r * 0.85), (-r * 0.16, r * 0.85)], wide * 0.35), (0,
        0, 360 * i / spokes)) for i in range(spokes)]  # fmt: skip
    knob = [forward(rod(r * 0.05, r * 0.5, top=r * 0.07), r * 0.78, 0, wide * 0.3), *[sector(r * 0.84, r * 0.5, 150,
        210, wide * 0.5)][: int(g.integers(2))]]  # fmt: skip
    return [forward(washer(r, r * 0.78, wide, -wide / 2)), *web, *knob, forward(washer(r * 0.2, r * 0.08, wide * 1.8,
        -wide * 0.9))]  # fmt: skip


KINDS = kinds_of(sprocket, timing_pulley, universal_joint, gearbox, ratchet_wheel, flywheel)
