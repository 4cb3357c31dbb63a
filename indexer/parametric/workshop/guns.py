"""Guns that are held in the hands."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import (
    Points,
    arc,
    body,
    chance,
    egg,
    mirrored,
    smooth,
    tube,
    upright,
)
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def _bore(r: float, start: float, end: float, y: float = 0, x: float = 0) -> Part:
    """A barrel along z, open at its muzzle."""
    n = end - start
    return turned(lathe([(0, 0), (r, 0), (r, n), (r * 0.6, n), (r * 0.6, n * 0.8), (0, n * 0.8)]), (90, 0, 0),
        (x, y, start))  # fmt: skip


def _trigger(z: float, y: float, long: float = 0.055, deep: float = 0.032) -> list[Part]:
    """A trigger in its guard, from z backwards and from y downwards."""
    guard = [(0, y, z), (0, y - deep, z - 0.004), (0, y - deep, z - long * 0.85), (0, y, z - long)]
    lever = [(0, y, z - long * 0.5), (0, y - deep * 0.5, z - long * 0.55), (0, y - deep * 0.8, z - long * 0.42)]
    return [tube(smooth(guard, False), 0.003, 6), tube(lever, 0.0028, 6)]


def _flat_tube(points: Points, r: list[float] | NDArray[np.float64], flat: float) -> Part:
    """A tube along a curve in the plane x = 0, pressed flat."""
    part = tube(points, list(r), 12)
    part.apply_scale((flat, 1, 1))
    return part


def _butt(back: float, drop: float, front: float) -> Part:
    """The wooden stock of a long gun, from its butt plate to the tip under the barrel."""
    return body([(-back, 0.019, 0.062, -drop - 0.03), (-back * 0.75, 0.021, 0.053, -drop - 0.012),
        (-back * 0.36, 0.018, 0.026, -drop * 0.5 - 0.02), (-0.09, 0.016, 0.021, -0.034), (-0.02, 0.021, 0.03, -0.022),
        (0.1, 0.022, 0.03, -0.02), (front * 0.6, 0.02, 0.022, -0.014), (front, 0.015, 0.014, -0.01)], 2.6)  # fmt: skip


def _scope(z: float, y: float, long: float) -> list[Part]:
    rings = [box(0.012, 0.03, 0.016, 0, y - 0.03, z + long * t) for t in (0.35, 0.65)]
    bell = [(0, 0), (0.019, 0), (0.02, 0.045), (0.013, 0.07), (0.013, long * 0.68), (0.023, long * 0.8), (0.024, long),
        (0.02, long), (0.02, long * 0.9), (0, long * 0.9)]  # fmt: skip
    return [turned(lathe(bell), (90, 0, 0), (0, y, z)), lying(0.008, 0.045, 0.0, y, z + long * 0.5),
        rod(0.009, 0.024, 0, y, z + long * 0.5), *rings]  # fmt: skip


def pistol(g: Generator) -> list[Part]:
    style, m, tall = int(g.integers(3)), g.uniform(0.09, 0.14), g.uniform(0.09, 0.115)
    if style == 0:  # self-loading, with a slide
        slide = [(-0.062, -0.012), (m, -0.012), (m, 0.008), (m - 0.006, 0.014), (-0.056, 0.014), (-0.062, 0.008)]
        frame = [(-0.07, -0.012), (m - 0.004, -0.012), (m - 0.008, -0.028), (-0.008, -0.03), (-0.018, -0.045),
            (-0.042, -tall), (-0.09, -tall), (-0.062, -0.04), (-0.075, -0.024)]  # fmt: skip
        ribs = [box(0.029, 0.018, 0.002, 0, -0.007, -0.055 + 0.005 * i) for i in range(6)]
        sights = [box(0.004, 0.005, 0.006, 0, 0.014, m - 0.01),
            *[box(0.006, 0.006, 0.006, x, 0.014, -0.05) for x in (-0.006, 0.006)]]  # fmt: skip
        more = [_bore(0.016, m, m + g.uniform(0.1, 0.16))] if chance(g, 0.25) else []
        more += [box(0.02, 0.022, 0.06, 0, -0.05, m - 0.05)] if chance(g, 0.25) else []
        magazine = box(0.027, 0.01, 0.054, 0, -tall - 0.008, -0.066)
        scales = mirrored(upright([(-0.03, -0.05), (-0.048, -tall + 0.008), (-0.082, -tall + 0.008), (-0.062, -0.05)],
            0.004, 0.013))  # fmt: skip
        return [upright(slide, 0.026), upright(frame, 0.024), *ribs, *sights, *more, magazine, *scales,
            _bore(0.007, m - 0.03, m + 0.003), *_trigger(0.03, -0.028),
            box(0.005, 0.016, 0.008, 0, 0.006, -0.066)]  # fmt: skip
    if style == 1:  # a bare barrel, the magazine before the trigger or in the grip
        parts = [upright([(-0.08, -0.02), (-0.07, 0.012), (0.03, 0.014), (0.035, -0.02)], 0.024),
            _bore(0.0075, 0.03, m + 0.05, 0.002)]  # fmt: skip
        grip = _flat_tube([(0, -0.01, -0.058), (0, -0.05, -0.07), (0, -tall, -0.088)], [0.017, 0.016, 0.024], 0.75)
        front = [box(0.022, 0.06, 0.036, 0, -0.075, 0.02)] if chance(g) else [lying(0.013, 0.03, 0, 0.006, -0.03)]
        sights = [box(0.003, 0.01, 0.008, 0, 0.006, m + 0.04), box(0.014, 0.008, 0.01, 0, 0.012, -0.03)]
        return [*parts, grip, *front, *sights, *_trigger(0.004, -0.018, 0.048),
            *mirrored(ball(0.008, 0.014, 0.008, -0.06)), upright([(-0.08, -0.005), (-0.09, 0.024), (-0.078, 0.024),
            (-0.068, 0.0)], 0.008)]  # fmt: skip
    long = g.uniform(0.14, 0.26)  # a flintlock
    curve = smooth([(0, -0.006, long * 0.75), (0, -0.012, 0), (0, -0.016, -0.05), (0, -0.05, -0.1), (0, -0.1, -0.115)],
        False)  # fmt: skip
    wood = _flat_tube(curve, np.interp(np.linspace(0, 1, len(curve)), [0, 0.6, 0.85, 1], [0.012, 0.018, 0.016, 0.022]),
        0.85)  # fmt: skip
    cock = upright([(-0.035, 0.0), (-0.045, 0.03), (-0.03, 0.045), (-0.01, 0.04), (-0.012, 0.032), (-0.028, 0.028),
        (-0.02, 0)], 0.007, 0.018)  # fmt: skip
    pan = [upright([(-0.005, 0.0), (0.012, 0.004), (0.006, 0.034), (0.0, 0.034)], 0.012, 0.018),
        box(0.006, 0.018, 0.07, 0.018, -0.015, -0.01)]  # fmt: skip
    bands = [turned(ring(0.0125, 0.002, axis="y"), (90, 0, 0), (0, 0, long * t)) for t in (0.45, 0.7)]
    return [_bore(0.011, -0.03, long, 0.004), wood, egg(0.02, 0.014, 0.024, 0, -0.108, -0.117), cock, *pan, *bands,
        _bore(0.003, 0.02, long * 0.92, -0.016), *_trigger(-0.01, -0.024, 0.055)]  # fmt: skip


def revolver(g: Generator) -> list[Part]:
    long, deep, r, n = g.uniform(0.05, 0.2), g.uniform(0.085, 0.115), g.uniform(0.017,
        0.021), int(g.choice([5, 6, 6, 8]))  # fmt: skip
    aside = g.uniform(0.03, 0.036) if chance(g, 0.25) else 0.0  # the cylinder swung out
    drum = [_bore(r, -0.04, 0.0, -0.012, aside), *[_bore(r * 0.27, -0.043, 0.002, r * 0.66 * y - 0.012,
        aside + r * 0.66 * x) for x, y in arc(1, 90, 450 - 360 / n, n)]]  # fmt: skip
    flutes = [_bore(r * 0.2, -0.028, 0.001, r * 0.95 * y - 0.012, aside + r * 0.95 * x) for x,
        y in arc(1, 90 + 180 / n, 450 - 180 / n, n)]  # fmt: skip
    frame = [upright(o, 0.016) for o in ([(-0.046, 0.014), (0.014, 0.014), (0.014, 0.009), (-0.04, 0.009),
        (-0.043, -0.035), (0.014, -0.035), (0.014, -0.041), (-0.068, -0.045), (-0.066, -0.01)],
        [(0, 0.014), (0.014, 0.014), (0.018, -0.03), (0, -0.04)])]  # fmt: skip
    curve = smooth([(0, -0.02, -0.06), (0, -0.045, -0.064), (0, -0.08, -0.082), (0, -deep - 0.02, -0.09)], False)
    grip = _flat_tube(curve, np.linspace(0.015, 0.024 if chance(g) else 0.017, len(curve)), 0.72)
    hammer = upright([(-0.05, 0.005), (-0.066, 0.03), (-0.078, 0.03), (-0.072, 0.02), (-0.066, -0.01)], 0.007)
    under = [_bore(0.005, 0.01, max(0.04, long * 0.8), -0.012, 0.006)] if chance(g,
        0.4) else [upright([(0.01, -0.022), (long, -0.02), (long, 0), (0.01, 0)], 0.01)]  # fmt: skip
    rib = [box(0.006, 0.006, long, 0, 0.008, long / 2 + 0.005)] if chance(g) else []
    sight = upright([(long, 0.008), (long, 0.018), (long - 0.004, 0.018), (long - 0.02, 0.008)], 0.003)
    return [*drum, *flutes, *frame, grip, hammer, *under, *rib, sight, _bore(0.0095, 0.0, long + 0.005),
        *_trigger(-0.005, -0.038, 0.05)]  # fmt: skip


def rifle(g: Generator) -> list[Part]:
    long = g.uniform(0.42, 0.65)
    scope = _scope(-0.08, 0.055, g.uniform(0.22, 0.3))
    if chance(g):  # a modern assault rifle
        bent, n = g.uniform(0, 0.07), g.uniform(0.13, 0.2)
        magazine = smooth([(0.02, -0.03), (0.02 + bent * 0.2, -0.1), (0.02 + bent, -n - 0.03),
            (0.078 + bent, -n - 0.01), (0.08 + bent * 0.15, -0.1), (0.078, -0.03)], times=1)  # fmt: skip
        parts = [upright([(-0.12, -0.045), (-0.12, 0.02), (0.13, 0.03), (0.13, -0.03), (0.0, -0.05)], 0.04),
            upright(magazine, 0.024)]  # fmt: skip
        guard = body([(0.12, 0.026, 0.03, 0), (0.3, 0.024, 0.027, 0), (0.32, 0.018, 0.02, 0)], float(g.choice([2, 4])))
        grip = _flat_tube([(0, -0.03, -0.075), (0, -0.08, -0.095), (0, -0.125, -0.112)], [0.022, 0.02, 0.023], 0.7)
        if chance(g, 0.6):
            stock = [upright([(-0.12, 0.01), (-0.12, -0.03), (-0.22, -0.05), (-0.34, -0.11), (-0.345, 0.01)], 0.032)]
        else:  # of wire, or pushed together
            wire = [(0, 0.0, -0.11), (0, 0.0, -0.34), (0, -0.1, -0.345), (0, -0.1, -0.32), (0, -0.03, -0.12)]
            stock = [tube(wire, 0.009), box(0.03, 0.12, 0.012, 0, -0.11, -0.345)]
        top = [box(0.02, 0.012, 0.22, 0, 0.024, 0.0), *(scope if chance(g, 0.4)
            else [upright([(-0.1, 0.025), (-0.09, 0.055), (0.05, 0.06), (0.06, 0.03), (0.045, 0.03), (0.035, 0.05),
            (-0.07, 0.045), (-0.08, 0.025)], 0.014)])]  # fmt: skip
        sight = [upright([(long - 0.1, 0.0), (long - 0.13, 0.0), (long - 0.117, 0.06), (long - 0.107, 0.06)], 0.01),
            _bore(0.007, 0.3, long - 0.1, 0.024)]  # fmt: skip
        slots = mirrored(*[box(0.004, 0.008, 0.025, 0.025, -0.004, z) for z in (0.16, 0.21, 0.26)])
        return [*parts, guard, grip, *stock, *top, *sight, *slots, _bore(0.009, 0.3, long),
            _bore(0.013, long - 0.05, long), *_trigger(-0.005, -0.042)]  # fmt: skip
    full = long * 0.8 if chance(g, 0.4) else 0.36  # a wooden stock, to the muzzle on a musket
    bolt = [tube(smooth([(0, 0.008, -0.06), (0.03, 0.0, -0.062), (0.06, -0.03, -0.07)], False), 0.005),
        ball(0.011, 0.062, -0.032, -0.07)]  # fmt: skip
    bands = [box(0.036, 0.042, 0.014, 0, -0.026, full * t) for t in (0.55, 0.9)]
    knife = [upright([(long + 0.15, -0.012), (long + 0.11, -0.026), (long - 0.06, -0.026), (long - 0.06, -0.01)],
        0.005)]  # fmt: skip
    top = scope if full < 0.4 and chance(g, 0.7) else [box(0.014, 0.012, 0.04, 0, 0.01, 0.12),
        *(knife if chance(g) else [])]  # fmt: skip
    return [_butt(g.uniform(0.34, 0.4), g.uniform(0.05, 0.08), full), _bore(0.011, -0.09, 0.12, 0.006),
        _bore(0.009, 0.1, long, 0.006), *bolt, *bands, *top, box(0.004, 0.016, 0.01, 0, 0.012, long - 0.02),
        *_trigger(0.0, -0.045, 0.06), box(0.03, 0.02, 0.07, 0, -0.065, 0.05)]  # fmt: skip


def shotgun(g: Generator) -> list[Part]:
    long, style = g.uniform(0.3, 0.4) if chance(g, 0.25) else g.uniform(0.55, 0.72), int(g.integers(3))
    stock, lock = _butt(g.uniform(0.33, 0.38), g.uniform(0.05, 0.08),
        0.04), upright([(-0.06, -0.05), (-0.07, 0.018), (0.05, 0.02), (0.05, -0.05)], 0.044)  # fmt: skip
    both = [_bore(0.0115, 0.03, long, y, x) for x, y in ((0.0115, 0.004), (-0.0115, 0.004))]
    fore = body([(0.05, 0.024, 0.02, -0.018), (0.16, 0.024, 0.018, -0.016), (0.25, 0.016, 0.01, -0.008)])
    bead = ball(0.003, 0, 0.024, long - 0.01)
    if style == 0:  # the barrels side by side, with two cocks
        cocks = mirrored(upright([(-0.04, 0.0), (-0.062, 0.04), (-0.05, 0.045), (-0.025, 0.0)], 0.008, 0.02))
        return [stock, lock, *both, fore, box(0.006, 0.006, long - 0.05, 0, 0.01, long / 2), bead, *cocks,
            *_trigger(0.0, -0.045, 0.075)]  # fmt: skip
    if style == 1:  # one over the other, broken open or not
        lift = float(g.uniform(15, 40)) if chance(g, 0.3) else 0.0
        pair = [turned(p, (0, 0, 90), (0, -0.006, 0)) for p in both]
        swung = [turned(p, (lift, 0, 0), (0, -lift * 0.0008, 0))
            for p in (*pair, turned(fore, (0, 0, 0), (0, -0.012, 0)),
            box(0.008, 0.005, long, 0, 0.02, long / 2 + 0.03))]  # fmt: skip
        return [stock, lock, *swung, *_trigger(0.0, -0.045, 0.07)]
    at = g.uniform(0.12, 0.22)  # a pump gun
    ribs = [_bore(0.0235, at + 0.015 * i, at + 0.015 * i + 0.008, -0.022) for i in range(9)]
    return [stock, lock, _bore(0.012, 0.03, long, 0.006), _bore(0.0125, 0.03, long * 0.85, -0.022),
        _bore(0.021, at - 0.01, at + 0.15, -0.022), *ribs, bead, _bore(0.018, long * 0.85 - 0.01, long * 0.87, -0.02),
        *_trigger(-0.01, -0.045, 0.065), box(0.004, 0.016, 0.06, 0.021, -0.005, -0.005)]  # fmt: skip


KINDS = kinds_of(pistol, rifle, revolver, shotgun)
