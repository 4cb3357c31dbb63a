"""Small useful things that hobbyists print in plastic: stands, clips, boxes, ducts and cutters."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from indexer.parametric.lofts import Points, arc, chance, loft, sector, slab, smooth, symmetric, tube, upright
from indexer.parametric.solids import Part, at, ball, box, forward, kinds_of, lathe, lying, ring, rod, turned
from indexer.parametric.workshop.machine_parts import bolted, pierced, washer


def _sides(line: NDArray[np.float64], along: NDArray[np.float64], thick: float) -> NDArray[np.float64]:
    """Half a thickness square to a 2D line."""
    return np.stack([along[:, 1], -along[:, 0]], 1) / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-9) * thick / 2


def ribbon(points: Points, thick: float) -> NDArray[np.float64]:
    """The outline of a strip `thick` wide along an open 2D line."""
    line = np.asarray(points, float)
    out = _sides(line, np.gradient(line, axis=0), thick)
    return np.concatenate([line + out, (line - out)[::-1]])


def wall(outline: Points, thick: float, h: float, y: float = 0) -> Part:
    """A wall of height h along a closed outline of (x, z) points, standing on height y."""
    line = np.asarray(outline, float)
    out = _sides(line, np.roll(line, -1, 0) - np.roll(line, 1, 0), thick)
    corners = [(line + s * out, np.full(len(line), y + up)) for s, up in ((1, 0), (1, h), (-1, h), (-1, 0))]
    rows = np.stack([np.column_stack([p[:, 0], q, p[:, 1]]) for p, q in corners], axis=1)
    return loft(np.concatenate([rows, rows[:1]]))


def hollow(rings: NDArray[np.float64], share: float) -> Part:
    """A duct over `rings`, its bore `share` of its width, closed half way in."""
    centres, middle = rings.mean(1, keepdims=True), len(rings) // 2
    inner = centres + (rings - centres) * share
    return loft(np.concatenate([inner[middle:], rings[::-1], inner[: middle + 1]]))


def bent(sections: Points) -> NDArray[np.float64]:
    """Rings of sections (y, z, tilt in degrees, half width, half depth, power), for `hollow`."""
    a = np.arange(24) * np.pi / 12
    rows = []
    for y, z, tilt, w, d, power in np.asarray(sections, float):
        u, v = (np.sign(f(a)) * np.abs(f(a)) ** (2 / power) for f in (np.cos, np.sin))
        t = np.radians(tilt)
        rows.append(np.stack([w * u, y + d * v * np.sin(t), z + d * v * np.cos(t)], 1))
    return np.array(rows)


def figure(which: int) -> NDArray[np.float64]:
    """An outline one unit high: star, heart, flower, crescent, fir, gingerbread man or cat's head."""
    t = np.arange(48) * np.pi / 24
    if which == 0:
        spikes = np.radians(np.arange(10) * 36 + 90)
        return np.where(np.arange(10) % 2, 0.24, 0.52)[:, None] * np.stack([np.cos(spikes), np.sin(spikes)], 1)
    if which == 1:
        high = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
        return np.stack([16 * np.sin(t) ** 3, high], 1) / 31
    if which == 2:
        return (0.4 + 0.1 * np.cos(6 * t))[:, None] * np.stack([np.cos(t), np.sin(t)], 1)
    if which == 3:
        return np.concatenate([arc(0.5, 50, 310, 24), np.add(arc(0.387, 276, 84, 20), (0.25, 0))])
    fir = [(0.07, -0.5), (0.07, -0.36), (0.36, -0.36), (0.2, -0.1), (0.29, -0.1), (0.14, 0.16), (0.21, 0.16), (0, 0.5)]
    man = [(0, -0.22), (0.1, -0.5), (0.27, -0.46), (0.18, -0.1), (0.17, 0.06), (0.42, 0), (0.45, 0.17), (0.09, 0.2)]
    cat = [(0, -0.4), (0.25, -0.36), (0.44, -0.1), (0.43, 0.45), (0.2, 0.28), (0, 0.3)]
    man += [(0.18, 0.3), (0.15, 0.46), (0, 0.5)]
    return smooth(symmetric([fir, man, cat][which - 4]), times=0 if which == 4 else 2)


def phone_stand(g: Generator) -> list[Part]:
    w, h, style = g.uniform(0.05, 0.09), g.uniform(0.08, 0.12), int(g.integers(4))
    thick, back = g.uniform(0.004, 0.007), g.uniform(0.02, 0.05)
    rest = [(0.045, 0.035), (0.05, 0.018), (0.02, 0.01), (0, 0.035), (-back, h), (-back - 0.012, h)]
    if style == 0:  # one bent strip
        return [upright(ribbon(smooth([*rest, (-back - 0.035, 0.003), (-0.04, 0), (0.03, 0)], False), thick), w)]
    if style == 1:  # two cheeks joined by bars
        cheek = [(0.05, 0), (0.05, 0.03), (0.042, 0.03), (0.038, 0.014), (0.018, 0.014), (-back, h), (-back - 0.015, h)]
        sides = [
            upright([*cheek, (-back - 0.03, 0), (-back - 0.018, 0), (0, 0.008)], thick, s * w / 2) for s in (1, -1)
        ]
        return [*sides, *[lying(0.004, w, 0, y, z) for y, z in ((0.006, 0.03), (h * 0.8, -back * 0.85), (0.02, 0))]]
    shelf = upright(ribbon(smooth(rest, False), thick), w)
    if style == 2:  # a cradle on a foot and a stem
        stem = tube([(0, 0.01, 0), (0, 0.06, -0.01), (0, 0.08, -0.015), (0, h, -back / 2)], 0.006)
        return [rod(0.045, 0.01, z=-0.005, top=0.04), stem, turned(shelf, (0, 0, 0), (0, 0.045, 0))]
    block = [(0.05, 0), (0.05, 0.02), (0.03, 0.024), (0.027, 0.01), (0.012, 0.01), (-0.005, h * 0.6), (-0.05, 0)]
    horn = sector(0.03, 0.025, 20, 160, 0.004, 0, h * 0.45)
    return [upright(block, w), *at(0, 0, -0.02, *([horn] if chance(g) else [])), *at(0, h * 0.3, -0.025, ball(0.018))]


def headphone_stand(g: Generator) -> list[Part]:
    h, style, w = g.uniform(0.22, 0.3), int(g.integers(3)), g.uniform(0.1, 0.15)
    foot = rod(w / 2, 0.014, top=w * 0.47) if chance(g) else box(w, 0.014, w * g.uniform(0.7, 1.1))
    if style == 0:  # a saddle on a post
        post = rod(0.01, h) if chance(g) else box(0.035, h, 0.014)
        r = g.uniform(0.04, 0.06)
        return [foot, post, sector(r, r - 0.012, 15, 165, g.uniform(0.035, 0.05), 0, h - r * 0.85)]
    if style == 1:  # the outline of a head
        r = g.uniform(0.06, 0.08)
        head = np.add(arc(r, -55, 235, 18), (0, h - r))
        loop = [(0.025, 0.0), (0.022, h * 0.4), *head, (-0.022, h * 0.4), (-0.025, 0)]
        return [foot, slab(ribbon(smooth(loop, False, 1), 0.01), g.uniform(0.025, 0.05))]
    back = g.uniform(0.03, 0.05)
    path = [(0, 0, -back), (0, h * 0.8, -back), (0, h, -back), (0, h, 0), (0, h, 0.03), (0, h + 0.012, 0.045)]
    yoke = [sector(0.045, 0.036, 20, 160, 0.035, 0, h - 0.04)] if chance(g, 0.6) else []
    return [foot, tube(smooth(path, False), 0.008), *yoke, rod(0.02, 0.02, z=-back)]


def filament_spool(g: Generator) -> list[Part]:
    r, wide, style = 0.1, g.uniform(0.05, 0.075), int(g.integers(3))
    hub, bore, holes = r * g.uniform(0.4, 0.55), r * g.uniform(0.2, 0.28), int(g.integers(3, 9))
    cheek = bolted(r, bore, holes, r * 0.66, min(r * 0.2, r * 1.4 / holes), 0.004)
    if style == 1:  # spokes between a rim and a hub
        spokes = [
            turned(slab(ribbon([(0, bore), (0, r)], 0.012), 0.004), (0, 0, 360 * i / holes)) for i in range(holes)
        ]
        cheek = [*spokes, forward(washer(r, r * 0.88, 0.004), z=-0.002), forward(washer(hub, bore, 0.004), z=-0.002)]
    parts = [*at(0, 0, wide / 2, *cheek), *at(0, 0, -wide / 2, *cheek), forward(washer(hub, bore, wide), z=-wide / 2)]
    full = g.uniform(0.6, 0.92) * r
    if style != 2 or chance(g):
        turns = np.linspace(0, wide * 0.98, 41)
        profile = [(full - 0.0015 * (i % 2), float(y)) for i, y in enumerate(turns)]
        parts.append(forward(lathe([(hub, 0), *profile, (hub, wide * 0.98)]), z=-wide * 0.49))
    return at(0, r, 0, *parts)


def keychain(g: Generator) -> list[Part]:
    size, style, thick = g.uniform(0.03, 0.05), int(g.integers(4)), g.uniform(0.003, 0.006)
    if style == 0:  # a figure
        parts = [slab(figure(int(g.integers(7))) * size, thick)]
    elif style == 1:  # a tag with raised letters
        wide = size * g.uniform(0.35, 0.5)
        parts = [
            slab(smooth(symmetric([(wide, -size / 2), (wide, size * 0.35), (wide * 0.4, size / 2)]), times=1), thick)
        ]
        for i in range(4):
            bar = (size * 0.03, wide, thick * 0.5) if i % 2 else (size * 0.14, size * 0.05, thick * 0.5)
            parts.append(box(*bar, wide * (0.3 * i - 0.5), -size * 0.2, thick * 0.6))
    elif style == 2:  # a disc with a rim and a sign on it
        parts = [forward(rod(size / 2, thick), z=-thick / 2), ring(size * 0.47, thick * 0.6)]
        parts.append(slab(figure(int(g.integers(7))) * size * 0.7, thick, z=thick * 0.5))
    else:  # a thin house or bar, pierced
        outline = symmetric([(size * 0.3, -size / 2), (size * 0.3, size * 0.2), (0, size / 2)])
        parts = [pierced(outline, size * 0.15, 0, -size * 0.05, thick)]
    top, links, eye = size * 0.47, int(g.integers(2, 6)), size * 0.09
    parts.append(ring(eye * 1.2, thick * 0.25, 0, top + eye * 0.8))
    for i in range(links):
        parts.append(ring(eye, eye * 0.22, 0, top + eye * (2.4 + 1.45 * i), axis="zx"[(i + 1) % 2]))
    r = size * g.uniform(0.3, 0.42)
    y = top + eye * (2.3 + 1.45 * links) + r
    return [*parts, ring(r, size * 0.022, 0, y), ring(r, size * 0.022, 0, y, size * 0.03)]


def cookie_cutter(g: Generator) -> list[Part]:
    size, h, which = g.uniform(0.06, 0.1), g.uniform(0.015, 0.03), int(g.integers(7))
    line = figure(which) * (size * g.uniform(0.8, 1.15), size)
    if which in (0, 4):
        line = np.concatenate(
            [np.linspace(a, b, 4, endpoint=False) for a, b in zip(line, np.roll(line, -1, 0), strict=True)]
        )
    parts = [wall(line, 0.0014, h), wall(line, g.uniform(0.006, 0.01), 0.0025)]
    style = int(g.integers(3))
    if style == 1:  # a stamp inside
        parts += [wall(line * 0.5, 0.002, h * 0.7), box(size * 0.6, 0.003, 0.005), box(0.005, 0.003, size * 0.8)]
    if style == 2:  # a handle over it, the edge below
        parts = [turned(part, (180, 0, 0), (0, h, 0)) for part in parts]
        handle = [(x * 1.15, y, 0.0) for x, y in np.add(arc(size * 0.3, 0, 180, 12), (0, h))]
        parts += [tube(handle, 0.004), *[lying(0.003, size * 0.3, s * size * 0.3, h) for s in (1, -1)]]
    return parts


def cable_clip(g: Generator) -> list[Part]:
    r, wide, style = g.uniform(0.004, 0.012), g.uniform(0.008, 0.016), int(g.integers(4))
    thick = r * g.uniform(0.25, 0.4)
    if style == 0:  # an open hoop on a foot with a hole
        gap = g.uniform(25, 45)
        foot = turned(
            pierced([(r, -wide), (r, wide), (r * 4, wide), (r * 4, -wide)], r * 0.5, r * 2.6, 0, thick), (90, 0, 0)
        )
        hoop = sector(r + thick, r, 90 + gap, 450 - gap, wide * 2, 0, r + thick / 2)
        return [hoop, foot, box(r * 2, thick, wide * 2, r)]
    if style == 1:  # a desk comb for many leads
        n, pitch = int(g.integers(3, 7)), r * 3.2
        line: list[tuple[float, float]] = [(-r * 1.2, 0), (n * pitch + r * 0.2, 0), (n * pitch + r * 0.2, r * 3.2)]
        for i in range(n)[::-1]:
            hole = np.add(arc(r, 60, -240, 13), (i * pitch + pitch / 2 - r * 0.5, r * 1.6))
            line += [
                (float(hole[0, 0]), r * 3.2),
                *[(float(x), float(y)) for x, y in hole],
                (float(hole[-1, 0]), r * 3.2),
            ]
        return [
            slab([*line, (-r * 1.2, r * 3.2)], wide),
            box(n * pitch + r * 3, thick, wide * 1.6, (n - 0.3) * pitch / 2),
        ]
    if style == 2:  # a saddle held at both sides
        ears = [turned(pierced([(s * r, -wide), (s * r, wide), (s * r * 3.6, wide), (s * r * 3.6, -wide)], r * 0.5,
            s * r * 2.4, 0, thick), (90, 0, 0)) for s in (1, -1)]  # fmt: skip
        return [*ears, sector(r + thick, r, 0, 180, wide * 2)]
    nail = [rod(r * 0.25, r * 4, r * 1.5, -r * 1.6), rod(r * 0.6, thick, r * 1.5, r * 2.3)]
    bend = ribbon([(-r, 0), *arc(r, 180, 0, 12), (r, 0), (r, -r * 0.9)], thick)
    return [*at(0, r * 1.2, 0, slab(bend, wide)), box(r * 1.2, r * 2.2, wide, r * 1.5, 0), *nail]


def drawer_organizer(g: Generator) -> list[Part]:
    w, d, h, style = g.uniform(0.2, 0.4), g.uniform(0.2, 0.4), g.uniform(0.045, 0.09), int(g.integers(3))
    t = g.uniform(0.003, 0.006)
    parts = [
        box(w, t, d),
        *[box(t, h, d, s * w / 2) for s in (1, -1)],
        *[box(w + t, h, t, z=s * d / 2) for s in (1, -1)],
    ]
    if style == 0:  # a grid
        n, m = int(g.integers(2, 6)), int(g.integers(2, 6))
        parts += [box(t, h * 0.9, d, w * (i / n - 0.5)) for i in range(1, n)]
        return parts + [box(w, h * 0.9, t, z=d * (i / m - 0.5)) for i in range(1, m)]
    if style == 1:  # long bays for cutlery with one across in front
        n, front = int(g.integers(3, 6)), d * g.uniform(-0.3, -0.15)
        parts += [box(t, h * 0.9, d / 2 - front, w * (i / n - 0.5), 0, (d / 2 + front) / 2) for i in range(1, n)]
        return [turned(part, (0, 180, 0)) for part in (*parts, box(w, h * 0.9, t, z=front))]
    bays = [(-w / 2, w / 2, -d / 2, d / 2)]
    for _ in range(int(g.integers(4, 8))):  # the largest bay cut across its longer side
        x0, x1, z0, z1 = bays.pop(int(np.argmax([(b - a) * (f - e) for a, b, e, f in bays])))
        cut = g.uniform(0.35, 0.65)
        if x1 - x0 > z1 - z0:
            x = x0 + (x1 - x0) * cut
            parts.append(box(t, h * 0.9, z1 - z0, x, 0, (z0 + z1) / 2))
            bays += [(x0, x, z0, z1), (x, x1, z0, z1)]
        else:
            z = z0 + (z1 - z0) * cut
            parts.append(box(x1 - x0, h * 0.9, t, (x0 + x1) / 2, 0, z))
            bays += [(x0, x1, z0, z), (x0, x1, z, z1)]
    return parts


KINDS = kinds_of(phone_stand, headphone_stand, filament_spool, keychain, cookie_cutter, cable_clip, drawer_organizer)
