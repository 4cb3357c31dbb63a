"""Shapes to tune on without files: twin inputs of random pictures, image and text features to be drawn towards."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from engine.align.cached import Shapes
from engine.align.tower import SplitTower
from engine.branches import attach_depth_branch
from engine.prompts import unit


def made_tower(folder: Any) -> SplitTower:
    """The visual tower of an encoder folder with an untrained twin."""
    from engine.checkpoints import load, resolve

    model, _, _, _ = load(resolve(str(folder), plain=True))
    attach_depth_branch(model.visual)
    return SplitTower(model.visual.float().requires_grad_(False))


def made_shapes(tower: SplitTower, count: int = 12, views: int = 3, size: int = 64, seed: int = 0) -> Shapes:
    """`count` shapes of random blocks, each to be drawn to a direction of its own; every third has two sources."""
    chance = np.random.default_rng(seed)
    pictures = torch.from_numpy(np.kron(chance.uniform(-1, 1, (count * views, 3, 8, 8)), np.ones((size // 8,) * 2)))
    inputs = tower.inputs(pictures.float())
    wanted = unit(chance.normal(size=(count, tower(inputs[:1])[1].shape[1])))
    return Shapes(
        tuple(f"key{number:02d}" for number in range(count)), tuple(f"name {n // 2}" for n in range(count)),
        (inputs.half().numpy().reshape(count, views, *inputs.shape[1:]),), tuple((0, n) for n in range(count)),
        tuple(np.repeat(wanted[n][None], 2 if n % 3 == 0 else 1, axis=0) for n in range(count)), wanted,
        unit(wanted[np.arange(count) // 2 * 2] + 0.3 * chance.normal(size=wanted.shape)),
    )  # fmt: skip
