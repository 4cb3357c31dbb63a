"""What the twin changes: retrieval on held-out shapes before and after, and the floors of weak matches moved along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.align.cached import Shapes
from engine.align.tower import SplitTower
from engine.evaluation.metrics import recall, same_name
from engine.prompts import unit

_ENOUGH = 50  # shapes below which a quantile of cosines says too little to move a floor by


@dataclass(frozen=True)
class Seen:
    """Shapes as a library would keep them: pooled (N, D) and form (N, F) unit rows, F may be 0."""

    pooled: NDArray[np.float32]
    form: NDArray[np.float32]


def look_at(tower: SplitTower, shapes: Shapes, rows: NDArray[np.int64], depth: bool, device: str) -> Seen:
    """The shapes' vectors through the twin (`depth`) or as the base makes them, from all of their views."""
    pooled, form = [], []
    tower.twin.depth = depth
    try:
        with torch.inference_mode():
            for row in rows:
                inputs = torch.from_numpy(np.array(shapes.inputs(int(row)))).to(device).float()
                shape, aligned = (value.float().cpu().numpy() for value in tower(inputs))
                pooled.append(unit(unit(aligned).mean(axis=0)))
                form.append(unit(shape.max(axis=0)))
    finally:
        tower.twin.depth = False
    return Seen(np.stack(pooled), np.stack(form))


def retrieval(seen: Seen, shapes: Shapes, rows: NDArray[np.int64]) -> dict[str, dict[str, float]]:
    """R@1, R@5, R@10 and MRR: a name finds a shape of that name, a picture the very shape it is of."""
    named = same_name([shapes.names[row].lower() for row in rows])
    own = np.eye(len(rows), dtype=bool)
    return {
        "text -> shape": recall(shapes.texts[rows] @ seen.pooled.T, named),
        "image -> shape": recall(shapes.pictures[rows] @ seen.pooled.T, own),
    }


@dataclass(frozen=True)
class Weakness:
    """When a match is weak: floors by kind, and the centre (dim,) from which those of texts count, or () for none."""

    floors: Mapping[str, float]
    centre: Sequence[float] = ()


def moved(weakness: Weakness, before: Seen, after: Seen, shapes: Shapes, rows: NDArray[np.int64]) -> Weakness:
    """The base's floors where the same share of held-out cosines lies under them; as they were for too few shapes.

    The centre goes where the shapes have gone.
    """
    if len(rows) < _ENOUGH:
        return weakness
    here = there = np.zeros(before.pooled.shape[1], np.float32)
    if weakness.centre:
        here = np.array(weakness.centre, np.float32)
        there = here + after.pooled.mean(axis=0) - before.pooled.mean(axis=0)
    texts = (shapes.texts[rows] @ (before.pooled - here).T, shapes.texts[rows] @ (after.pooled - there).T)
    spaces: dict[str, tuple[NDArray[Any], NDArray[Any]]] = {
        "text": texts,
        "sentence": texts,
        "image": (shapes.pictures[rows] @ before.pooled.T, shapes.pictures[rows] @ after.pooled.T),
        "shape": (_others(before.pooled), _others(after.pooled)),
        "form": (_others(before.form), _others(after.form)),
    }
    floors = {}
    for name, floor in weakness.floors.items():
        old, new = spaces.get(name, (np.zeros(0), np.zeros(0)))
        floors[name] = round(float(np.quantile(new, (old < floor).mean())), 3) if new.size and new.any() else floor
    return Weakness(floors, [round(float(value), 4) for value in there] if weakness.centre else ())


def _others(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cosines of each row with every other, flat."""
    return (rows @ rows.T)[~np.eye(len(rows), dtype=bool)]
