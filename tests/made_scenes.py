"""Rooms made of parametric household shapes, as point clouds or as scene graphs, with the true boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import trimesh
from numpy.typing import NDArray

from indexer.parametric import KINDS

NAMES = ["chair", "table", "sofa", "bed", "floor lamp", "stool", "armchair", "bottle", "mug", "car"]
_SIDES = {"mug": 0.4, "bottle": 0.5, "bed": 2.0, "sofa": 1.8, "car": 1.8, "floor lamp": 1.6}  # metres, longest


@dataclass(frozen=True)
class Room:
    """points: (N, 3), z up, metres. boxes: (n, 6) lowest and highest corners. labels: (N,) object, -1 elsewhere."""

    points: NDArray[np.float64]
    boxes: NDArray[np.float64]
    labels: NDArray[np.int64]
    names: list[str]


def furniture(name: str, rng: np.random.Generator) -> trimesh.Trimesh:
    """One household shape, z up, standing on z = 0 at the origin, in metres."""
    mesh = trimesh.util.concatenate(KINDS[name](rng))
    mesh.apply_transform(trimesh.transformations.rotation_matrix(np.pi / 2, [1, 0, 0]))
    mesh.apply_scale(_SIDES.get(name, 1.0) / mesh.extents.max())
    low, high = mesh.bounds
    mesh.apply_translation([-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -low[2]])
    return mesh


def placed(count: int, rng: np.random.Generator, side: float, gap: float = 0.15) -> list[tuple[str, trimesh.Trimesh]]:
    """Pieces on a square floor of `side` metres about the origin, none nearer than `gap` to another."""
    pieces: list[tuple[str, trimesh.Trimesh]] = []
    boxes: list[NDArray] = []
    for i in range(count):
        name = NAMES[i % len(NAMES)]
        mesh = furniture(name, rng)
        mesh.apply_transform(trimesh.transformations.rotation_matrix(rng.uniform(0, 2 * np.pi), [0, 0, 1]))
        reach = side / 2 - mesh.extents[:2].max() / 2 - 0.25
        for _ in range(500):
            moved = mesh.bounds + np.array([*rng.uniform(-reach, reach, 2), 0.0])
            if all((moved[0] > b[1] + gap)[:2].any() or (moved[1] < b[0] - gap)[:2].any() for b in boxes):
                mesh.apply_translation(moved[0] - mesh.bounds[0])
                boxes.append(moved)
                pieces.append((name, mesh))
                break
    return pieces


def room_cloud(
    seed: int, count: int = 8, points: int = 120_000, walls: bool = True, noise: float = 0.004, lean: float = 0.0
) -> Room:
    """A scanned room: every surface sampled evenly, with noise (metres) and a floor that leans by `lean` radians."""
    rng = np.random.default_rng(seed)
    side = 3.0 + 1.3 * np.sqrt(count)
    pieces = placed(count, rng, side)
    surfaces = [mesh for _, mesh in pieces] + [_sheet([side, side, 0], [0, 0, 0])]
    if walls:
        surfaces += [_sheet([side, 0, 2.5], [0, sign * side / 2, 1.25]) for sign in (-1, 1)]
        surfaces += [_sheet([0, side, 2.5], [sign * side / 2, 0, 1.25]) for sign in (-1, 1)]
    areas = np.array([surface.area for surface in surfaces])
    clouds, labels = [], []
    for i, share in enumerate(areas / areas.sum()):
        wanted = max(int(points * share), 300)
        clouds.append(trimesh.sample.sample_surface(surfaces[i], wanted, seed=seed + i)[0])
        labels.append(np.full(wanted, i if i < len(pieces) else -1))
    joined = np.concatenate(clouds) + rng.normal(0, noise, (sum(map(len, clouds)), 3))
    owner = np.concatenate(labels)
    joined = joined @ trimesh.transformations.rotation_matrix(lean, [1, 0, 0])[:3, :3].T
    boxes = np.array(
        [np.r_[joined[owner == i].min(axis=0), joined[owner == i].max(axis=0)] for i in range(len(pieces))]
    )
    return Room(joined, boxes, owner, [name for name, _ in pieces])


def _sheet(extents: list[float], centre: list[float]) -> trimesh.Trimesh:
    return trimesh.creation.box(np.maximum(extents, 1e-4), trimesh.transformations.translation_matrix(centre))
