"""Shapes drawn as a catalogue shows them: in perspective, every part in its own material, under a soft light.

Icons and photos show colours, edges between materials and shadows that a depth map lacks; a drawing that has them,
shown beside depth maps of the same shape, teaches the tower to see through them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from engine.geometry import Shape
from engine.views import CameraRig, RenderRecipe, render

FINER = 2  # drawn this many times larger, then reduced: edges as smooth as an icon's
FRONT = CameraRig("front", ((0.0, 0.0),))

# Woods, metals, plastics, leaves and stones as RGB in [0, 1]; a random colour stands in for all others.
MATERIALS = np.array(
    [
        (0.55, 0.36, 0.20), (0.72, 0.53, 0.33), (0.36, 0.22, 0.13), (0.85, 0.72, 0.52), (0.95, 0.95, 0.93),
        (0.82, 0.82, 0.82), (0.55, 0.56, 0.58), (0.28, 0.28, 0.30), (0.10, 0.10, 0.11), (0.30, 0.45, 0.20),
        (0.45, 0.55, 0.30), (0.66, 0.64, 0.58), (0.70, 0.16, 0.14), (0.16, 0.28, 0.55), (0.86, 0.70, 0.22),
    ]
)  # fmt: skip


@dataclass(frozen=True)
class Surface:
    """What of a shape its drawings share: `parts` and smooth `patches`, (F,) int labels, alike where they look alike;
    `normals` (F, 3) unit, averaged over neighbours that lie nearly the same way."""

    parts: NDArray[np.int64]
    patches: NDArray[np.int64]
    normals: NDArray[np.float64]


@dataclass(frozen=True)
class Skin:
    """What each face is made of: `colours` (F, 3) in [0, 1], `grain` (F,) the contrast of its texture."""

    colours: NDArray[np.float64]
    grain: NDArray[np.float64]


def draw(shape: Shape, chance: np.random.Generator, count: int, size: int) -> NDArray[np.uint8]:
    """`count` drawings (count, size, size, 3) uint8 of a mesh, each from its own side, in its own colours and light.

    Where the shape brings colours every other drawing has them.
    """
    surface = surface_of(shape)
    points = shape.upright()
    points = points - (points.min(0) + points.max(0)) / 2
    out = np.empty((count, size, size, 3), np.uint8)
    for number, picture in enumerate(out):
        camera = _camera(chance)
        skin = _skin(surface, chance)
        if shape.colours is not None and number % 2 == 0:
            skin = replace(skin, colours=shape.colours / 255.0)
        seen = replace(shape, vertices=_in_perspective(points @ camera.T, chance), colours=None, up="y")
        picture[:] = _picture(seen, surface.normals @ camera.T, skin, chance, size)
    return out


def surface_of(shape: Shape) -> Surface:
    """The parts of a mesh: pieces that hang together, and patches whose faces meet at less than 30 degrees."""
    corners = shape.upright()[shape.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    areas = np.linalg.norm(normals, axis=1)
    normals /= np.maximum(areas, 1e-300)[:, None]
    extent = max(float(np.ptp(shape.vertices, axis=0).max()), 1e-300)
    # Files repeat a vertex for every face or seam; what lies in one place is one vertex here.
    _, welded = np.unique(np.round(shape.vertices / extent * 2e4).astype(np.int64), axis=0, return_inverse=True)
    faces = welded.reshape(-1)[shape.faces]
    one, other = _neighbours(faces)
    # Winding is not to be trusted, so a face turned inside out still lies the same way.
    alike = np.abs(np.einsum("ij,ij->i", normals[one], normals[other])) > np.cos(np.radians(30))
    return Surface(
        parts=_kinds(_joined(len(faces), one, other), areas),
        patches=_kinds(_joined(len(faces), one[alike], other[alike]), areas),
        normals=_smoothed(normals, areas, one[alike], other[alike]),
    )


def _neighbours(faces: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of faces (E,), (E,) that share an edge."""
    edges = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    owner = np.repeat(np.arange(len(faces)), 3)
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    edges, owner = edges[order], owner[order]
    same = (edges[1:] == edges[:-1]).all(1)
    return owner[:-1][same], owner[1:][same]


def _joined(count: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    links = coo_matrix((np.ones(len(one), bool), (one, other)), shape=(count, count))
    return connected_components(links, directed=False)[1].astype(np.int64)


def _kinds(labels: NDArray[np.int64], areas: NDArray[np.float64]) -> NDArray[np.int64]:
    """Labels in which pieces of about the same area and number of faces are one: four legs are of one wood."""
    sizes = np.bincount(labels)
    total = np.bincount(labels, areas)
    looks = np.column_stack([sizes, np.round(4 * np.log(np.maximum(total, 1e-300)))])
    return np.unique(looks, axis=0, return_inverse=True)[1].reshape(-1)[labels]


def _smoothed(
    normals: NDArray[np.float64], areas: NDArray[np.float64], one: NDArray[np.int64], other: NDArray[np.int64]
) -> NDArray[np.float64]:
    signs = np.sign(np.einsum("ij,ij->i", normals[one], normals[other]))[:, None]
    total = normals * areas[:, None]
    np.add.at(total, one, signs * normals[other] * areas[other, None])
    np.add.at(total, other, signs * normals[one] * areas[one, None])
    return total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-300)


def _camera(chance: np.random.Generator) -> NDArray[np.float64]:
    """(3, 3) axes of a camera: most often a catalogue's, from the front, aside and a little above."""
    azimuth = chance.choice((-1, 1)) * chance.normal(30, 15) if chance.random() < 0.6 else chance.uniform(0, 360)
    elevation = float(np.clip(chance.normal(20, 12), -20, 80))
    return CameraRig("one", ((float(azimuth % 360), elevation),)).axes()[0]


def _in_perspective(points: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.float64]:
    """Points (V, 3) in camera axes as a near eye sees them; planes stay planes, and what was nearer stays nearer."""
    reach = max(float(np.linalg.norm(points, axis=1).max()), 1e-300)
    distance = reach * chance.uniform(2.0, 6.0)
    return points * (distance / (distance - points[:, 2:]))


def _skin(surface: Surface, chance: np.random.Generator) -> Skin:
    """Materials by parts, by patches, or one for all."""
    kind = chance.random()
    labels = surface.parts if kind < 0.55 else surface.patches if kind < 0.85 else np.zeros_like(surface.parts)
    count = int(chance.integers(2, 6))
    palette = np.stack([_material(chance) for _ in range(count)])
    grain = chance.uniform(0, 0.35, count) * (chance.random(count) < 0.3)
    # The first material is on half of the parts, as on most furniture.
    odds = np.full(count, 0.5 / (count - 1))
    odds[0] = 0.5
    chosen = chance.choice(count, labels.max() + 1, p=odds)[labels]
    return Skin(palette[chosen], grain[chosen])


def _material(chance: np.random.Generator) -> NDArray[np.float64]:
    base = MATERIALS[chance.integers(len(MATERIALS))]
    if chance.random() < 0.35:
        base = chance.uniform(0.05, 1.0, 3)
        base = base + chance.uniform(0, 0.9) * (base.mean() - base)  # few things are as bright as paint
    return np.clip(base * chance.uniform(0.8, 1.2) + chance.normal(0, 0.03, 3), 0.03, 1.0)


def _picture(
    shape: Shape, normals: NDArray[np.float64], skin: Skin, chance: np.random.Generator, size: int
) -> NDArray[np.uint8]:
    """One drawing (size, size, 3) of a shape that already stands as the camera sees it; normals (F, 3) likewise."""
    side = int(FINER * size * chance.uniform(0.8, 1.1))
    views = render(shape, RenderRecipe(resolution=side), FRONT)
    depth, owner = views.depth[0], views.owner[0]
    seen = np.isfinite(depth)
    faces = owner[seen]
    # Lit from where the viewer stands or above, both sides of a face alike.
    light = np.array([chance.normal(0, 0.7), abs(chance.normal(0.7, 0.5)), abs(chance.normal(0.8, 0.4)) + 0.1])
    towards = normals * np.where(normals[:, 2:] < 0, -1.0, 1.0)
    lit = np.clip(towards @ (light / np.linalg.norm(light)), 0, 1)
    ambient = chance.uniform(0.3, 0.65)
    glow = ambient + (1.05 - ambient) * lit
    shine = chance.uniform(0, 0.5) * lit ** chance.uniform(8, 40) * (chance.random() < 0.4)
    pattern = _pattern(side, chance)[seen]
    colours = skin.colours[faces] * (1 - skin.grain[faces, None] * pattern[:, None])
    colours = colours * (glow[faces] * _openness(depth, seen, chance)[seen])[:, None] + shine[faces, None]
    canvas = np.broadcast_to(_ground(chance), (side, side, 3)).copy()
    canvas[seen] = np.clip(colours, 0, 1)
    return _framed(canvas, size)


def _openness(depth: NDArray[np.float32], seen: NDArray[np.bool_], chance: np.random.Generator) -> NDArray[np.float64]:
    """(H, W) in [0, 1]: less light where the surroundings stand nearer than the place itself (ambient occlusion)."""
    filled = np.where(seen, depth, depth[seen].max() if seen.any() else 0.0).astype(np.float64)
    wide = len(depth) * chance.uniform(0.01, 0.03)
    behind = np.clip(filled - gaussian_filter(filled, wide), 0, None)
    return 1 - np.clip(behind * chance.uniform(2, 6), 0, 0.6)


def _pattern(side: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """(side, side) in [0, 1]: blotches of some size, or stripes some way up."""
    if chance.random() < 0.6:
        coarse = chance.random((int(chance.integers(6, 48)),) * 2)
        return np.asarray(Image.fromarray(coarse.astype(np.float32)).resize((side, side), Image.Resampling.BILINEAR))
    turn, pitch = chance.uniform(0, np.pi), side / chance.uniform(8, 40)
    down, along = np.mgrid[:side, :side]
    return 0.5 + 0.5 * np.sign(np.sin(2 * np.pi * (np.cos(turn) * along + np.sin(turn) * down) / pitch))


def _ground(chance: np.random.Generator) -> NDArray[np.float64]:
    """The background's colour: white mostly, as behind an icon."""
    return np.ones(3) if chance.random() < 0.75 else chance.uniform(0, 1, 3)


def _framed(canvas: NDArray[np.float64], size: int) -> NDArray[np.uint8]:
    """The canvas amid a square of its own background, reduced to (size, size, 3) uint8."""
    side, full = len(canvas), FINER * size
    square = np.broadcast_to(canvas[0, 0], (max(side, full),) * 2 + (3,)).copy()
    at = (len(square) - side) // 2
    square[at : at + side, at : at + side] = canvas
    cut = (len(square) - full) // 2
    square = square[cut : cut + full, cut : cut + full]
    return np.rint(255 * square.reshape(size, FINER, size, FINER, 3).mean((1, 3))).astype(np.uint8)
