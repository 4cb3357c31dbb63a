"""Parts of machines: springs, bearings, wheels and pipes."""

from __future__ import annotations

import numpy as np
import trimesh
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import Points, arc, chance, slab, smooth, symmetric, tube
from indexer.parametric.solids import Part, ball, box, kinds_of, lathe, lying, ring, rod, turned


def pierced(outline: Points, r: float, x: float, y: float, thick: float) -> Part:
    """A plate of an outline of (x, y) points with a round hole at (x, y), seen freely from there; `thick` along z."""
    line = np.asarray(outline, float)
    edge = np.concatenate([np.linspace(a, b, 6, endpoint=False) for a,
        b in zip(line, np.roll(line, -1, 0), strict=True)])  # fmt: skip
    out = edge - (x, y)
    hole = r * out / np.linalg.norm(out, axis=1, keepdims=True) + (x, y)
    n = len(edge)
    rows = np.concatenate([np.column_stack([p, np.full(n, s * thick / 2)]) for p,
        s in ((hole, 1), (edge, 1), (edge, -1), (hole, -1))])  # fmt: skip
    faces = []
    for k in range(4):
        for i in range(n):
            a, b, c, d = k * n + i, k * n + (i + 1) % n, (k + 1) % 4 * n + i, (k + 1) % 4 * n + (i + 1) % n
            faces += [(a, c, d), (a, d, b)]
    part = trimesh.Trimesh(rows, faces, process=False)
    if part.volume < 0:
        part.invert()
    return part


def bolted(r: float, inner: float, n: int, at: float, hole: float, thick: float) -> list[Part]:
    """A round plate about the z axis with n holes in a circle of radius `at`."""
    step = 360 / n
    wedge = np.concatenate([arc(r, -step / 2, step / 2, 6), arc(inner, step / 2, -step / 2, 4)])
    return [turned(pierced(wedge, hole, at, 0, thick), (0, 0, step * i + 90)) for i in range(n)]


def washer(outer: float, inner: float, wide: float, low: float = 0.0) -> Part:
    """A flat ring about the y axis from height `low` upwards."""
    return lathe([(inner, low), (outer, low), (outer, low + wide), (inner, low + wide), (inner, low)])


def _helix(
    r: NDArray[np.float64] | float, turns: float, h: float, y: float = 0.0, flat: float = 0.0
) -> NDArray[np.float64]:
    """A coil of `turns`, rising by h, its end turns close together where `flat`."""
    t = np.linspace(0, 1, int(turns * 14) + 2)
    rise = np.interp(t, [0, flat, 1 - flat, 1], [0, flat * 0.25, 1 - flat * 0.25, 1]) if flat else t
    a = t * turns * 2 * np.pi
    r = np.broadcast_to(r, t.shape) if np.ndim(r) == 0 else np.interp(t, np.linspace(0, 1, np.size(r)), r)
    return np.stack([r * np.cos(a), h * rise, r * np.sin(a)], 1)


def spring(g: Generator) -> list[Part]:
    r, turns, style = g.uniform(0.01, 0.02), float(g.uniform(5, 12)), int(g.integers(4))
    wire = r * g.uniform(0.1, 0.22)
    if style == 0:  # to be pressed
        return [tube(_helix(r, turns, turns * wire * g.uniform(3, 5), flat=1.2 / turns), wire)]
    if style == 1:  # a cone, a barrel or a waist
        shape = int(g.integers(3))
        radii = r * np.array([[1.3, 0.9, 0.45], [0.6, 1.2, 0.6], [1.2, 0.6, 1.2]][shape])
        return [tube(_helix(radii, turns, turns * wire * g.uniform(3, 4.5)), wire)]
    turns, wire = np.floor(turns * (2.2 if style == 2 else 0.6)) + 0.5, min(wire, r * 0.17)
    coil = _helix(r, turns, turns * wire * 2.1)
    top = coil[-1]
    if style == 2:  # to be drawn, with an eye at either end
        eye = [(r * 0.85 * x, r * 0.85 * y, 0) for x, y in arc(1, -150, 120, 14)]
        hook = np.array(eye)
        rise = np.array((0, r * 1.15, 0))
        up, down = hook + rise + top * (0, 1, 0), hook * (-1, -1, 1) - rise
        return [tube(coil, wire), tube([top, *up], wire), tube([coil[0], *down], wire)]
    legs = [tube([end, end + np.array((0, 0, s * r * 1.6)), end + np.array((r * 0.4 * s, 0, s * r * 3))], wire)
        for end, s in ((coil[0], 1), (top, -1))]  # fmt: skip
    return [turned(part, (0, 0, 90)) for part in (tube(coil, wire), *legs)]


def _link(r: float, long: float, thick: float, stud: bool) -> list[Part]:
    """A link along y about the origin, its hole along z."""
    half = [(x, y + long) for x, y in arc(r, 0, 180, 9)]
    loop = [(*p, 0.0) for p in half] + [(-x, -y, 0.0) for x, y in half]
    return [tube([*loop, loop[0], loop[1]], thick), *([lying(thick * 0.7, 2 * r, 0, 0)] if stud else [])]


def chain(g: Generator) -> list[Part]:
    n, r, style = int(g.integers(6, 12)), 0.012, int(g.integers(3))
    if style == 2:  # of rollers and plates, in one strand or two
        parts: list[Part] = []
        outline = smooth(symmetric([(0.003, -0.0052), (0.0055, 0), (0.0032, 0.0064), (0.0055, 0.0127),
            (0.003, 0.0179)]))  # fmt: skip
        for z in (0.0,) if chance(g, 0.6) else (0.0, 0.018):
            for i in range(n):
                wide = 0.0062 if i % 2 else 0.0044
                if i < n - 1:
                    parts += [turned(slab(outline, 0.0013), (0, 0, -90), (i * 0.0127, 0, z + s * wide))
                        for s in (1, -1)]  # fmt: skip
                for r, w in ((0.0041, 0.0075), (0.0018, 0.016)):
                    parts.append(turned(rod(r, w, y=-w / 2), (90, 0, 0), (i * 0.0127, 0, z)))
        return parts
    long, thick, stud = r * g.uniform(0.4, 1.2), r * g.uniform(0.25, 0.38), chance(g, 0.25)
    pitch = 2 * (long + r - thick * 1.1)
    bend = float(g.uniform(0, 14)) if style == 0 else 360 / (n + n % 2 + 6)  # hanging, or a ring of links
    count = n if style == 0 else n + n % 2 + 6
    parts, at, angle = [], np.zeros(3), -bend * (n - 1) / 2 if style == 0 else 0.0
    for i in range(count):
        parts += [turned(p, (0, 90 * (i % 2), 0)) for p in _link(r, long, thick, stud)]
        fresh = parts[-(2 if stud else 1) :]
        step = np.array((np.cos(np.radians(angle)), np.sin(np.radians(angle)), 0)) * pitch
        for p in fresh:
            turned(p, (0, 0, angle - 90), tuple(at + step / 2))
        at, angle = at + step, angle + bend
    return parts


def ball_bearing(g: Generator) -> list[Part]:
    r, bore, n, wide = g.uniform(0.02, 0.035), g.uniform(0.36, 0.5), int(g.integers(7, 13)), g.uniform(0.25, 0.4)
    w, mid, thick = r * wide, r * (1 + bore) / 2, r * (1 - bore) * 0.27
    rings = [washer(r, r - thick, w, -w / 2), washer(r * bore + thick, r * bore, w, -w / 2)]
    style = int(g.integers(3))
    if style == 0:  # shielded
        filling = [washer(r - thick * 0.9, r * bore + thick * 1.15, w * 0.9, -w * 0.45),
            *[ring(mid, r * 0.012, y=s * w * 0.45, axis="y") for s in (1, -1)]]  # fmt: skip
    elif style == 1:  # open, the balls in sight
        size = min((r - thick - r * bore - thick) * 0.62, np.pi * mid / n * 0.9)
        filling = [ball(size, mid * x, 0, mid * y) for x, y in arc(1, 0, 360 - 360 / n, n)]
        filling += [washer(mid * 1.04, mid * 0.96, w * 0.1, -w * 0.05)] if chance(g) else []
    else:  # rollers
        n += 4
        size = min((r - thick - r * bore - thick) * 0.5, np.pi * mid / n * 0.85)
        filling = [rod(size, w * 0.92, mid * x, -w * 0.46, mid * y) for x, y in arc(1, 0, 360 - 360 / n, n)]
        rings += [washer(r * 1.18, r * 0.97, w * 0.2, -w / 2)] if chance(g) else []
    return [turned(part, (90, 0, 0)) for part in (*rings, *filling)]


def _sheave(r: float, wide: float, bore: float, spokes: int) -> list[Part]:
    """A grooved wheel about the z axis."""
    groove = [(r * 0.72, -wide / 2), (r, -wide / 2), (r * 0.98, -wide * 0.38), (r * 0.82, -wide * 0.1),
        (r * 0.82, wide * 0.1), (r * 0.98, wide * 0.38), (r, wide / 2), (r * 0.72, wide / 2),
        (r * 0.72, -wide / 2)]  # fmt: skip
    web = [turned(box(r * 0.16, r * 0.6, wide * 0.5, 0, r * 0.18), (0, 0, 360 * i / spokes))
        for i in range(spokes)] or [turned(washer(r * 0.75, bore, wide * 0.4, -wide * 0.2), (90, 0, 0))]  # fmt: skip
    return [turned(lathe(groove), (90, 0, 0)), turned(washer(r * 0.28, bore, wide * 1.15, -wide * 0.575), (90, 0, 0)),
        *web]  # fmt: skip


def pulley(g: Generator) -> list[Part]:
    r, style, spokes = g.uniform(0.04, 0.07), int(g.integers(3)), int(g.choice([0, 0, 4, 5]))
    wide = r * g.uniform(0.35, 0.6)
    if style == 0:  # a wheel for belts, of one or more grooves or steps
        n = int(g.integers(1, 4))
        step = g.uniform(0.7, 0.85) if chance(g) else 1.0
        return [turned(p, (0, 0, 0), (0, 0, -wide * i)) for i in range(n)
            for p in _sheave(r * step**i, wide, r * 0.14, spokes)] + [box(0.006, 0.006, wide * 1.1, 0,
            r * 0.14 - 0.003)]  # fmt: skip
    cheek = smooth([(-r * 0.45, -r * 0.8), (r * 0.45, -r * 0.8), (r * 0.8, 0), (r * 0.4, r * 1.2), (-r * 0.4, r * 1.2),
        (-r * 0.8, 0)], times=2)  # fmt: skip
    if chance(g):
        cheek = symmetric([(r * 0.3, -r * 0.5), (r * 0.3, r * 1.2)])  # type: ignore[assignment]
    n = int(g.integers(1, 3))
    sides = [slab(cheek, r * 0.1, 0, 0, (i - n / 2) * (wide + r * 0.14)) for i in range(n + 1)]
    whole = (n + 0.4) * (wide + r * 0.14)
    wheels_ = [turned(p, (0, 0, 0), (0, 0, (i + 0.5 - n / 2) * (wide + r * 0.14))) for i in range(n)
        for p in _sheave(r, wide, r * 0.12, spokes)]  # fmt: skip
    pin = [turned(rod(r * 0.13, whole, y=-whole / 2), (90, 0, 0)),
        turned(rod(r * 0.2, whole * 0.96, y=-whole * 0.48, top=r * 0.2), (90, 0, 0)),
        box(r * 0.7, r * 0.25, whole * 0.85, 0, r * 1.0)]  # fmt: skip
    hook = [(0, r * 1.2, 0), (0, r * 1.7, 0), *[(r * 0.42 * x, r * 2.1 + r * 0.42 * y, 0) for x,
        y in arc(1, -90, 150, 12)]]  # fmt: skip
    top = [tube(hook, r * 0.11)] if chance(g) else [ring(r * 0.35, r * 0.1, 0, r * 1.6)]
    rope = [tube([(s * r * 0.9, y, wheels_[0].centroid[2]) for y in (0, -r * g.uniform(2, 4))], r * 0.08)
        for s in (1, -1)] if style == 2 else []  # fmt: skip
    over = [tube([(r * 0.9 * x, r * 0.9 * y, wheels_[0].centroid[2]) for x, y in arc(1, 0, 180, 13)],
        r * 0.08)] if rope else []  # fmt: skip
    return [*sides, *wheels_, *pin, *top, *rope, *over]


KINDS = kinds_of(spring, chain, ball_bearing, pulley)
