"""The loss on cases worked by hand, and against a rendition in plain loops."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.align.objective import Weights, alignment_loss, gathered, object_features
from engine.prompts import unit


def test_object_features_weigh_every_view_alike() -> None:
    views = torch.tensor([[[10.0, 0.0], [0.0, 0.1]]])  # lengths must not matter
    torch.testing.assert_close(object_features(views), torch.tensor([[math.sqrt(0.5), math.sqrt(0.5)]]))


def test_two_shapes_worked_by_hand() -> None:
    same = torch.eye(2)
    parts = alignment_loss(same, same, torch.tensor(2.0), Weights())
    assert float(parts["contrastive"]) == pytest.approx(math.log(1 + math.exp(-2)), rel=1e-5)
    assert float(parts["distance"]) == 0
    swapped = alignment_loss(same, same.flip(0), torch.tensor(2.0), Weights(distance=0.5))
    assert float(swapped["contrastive"]) == pytest.approx(math.log(1 + math.exp(2)), rel=1e-5)
    assert float(swapped["distance"]) == pytest.approx(2)  # orthogonal unit vectors
    assert float(swapped["loss"]) == pytest.approx(math.log(1 + math.exp(2)) + 0.5 * 2, rel=1e-5)


def test_against_plain_loops() -> None:
    chance = np.random.default_rng(3)
    depth, images, texts = (unit(chance.normal(size=(5, 8))) for _ in range(3))
    names = [0, 1, 0, 2, 2]
    scale = 7.0

    def softmax_row(row: list[float]) -> list[float]:
        top = max(row)
        powers = [math.exp(value - top) for value in row]
        return [power / sum(powers) for power in powers]

    def entropy(left: np.ndarray, right: np.ndarray, same: list[int]) -> float:
        total = 0.0
        for i in range(5):
            shares = softmax_row([scale * float(left[i] @ right[j]) for j in range(5)])
            true = [j for j in range(5) if same[j] == same[i]]
            total -= sum(math.log(shares[j]) for j in true) / len(true) / 5
        return total

    alone = list(range(5))
    contrastive = (entropy(depth, images, alone) + entropy(images, depth, alone)) / 2
    distance = float(np.mean([((a - b) ** 2).sum() for a, b in zip(depth, images, strict=True)]))
    text = (entropy(depth, texts, names) + entropy(texts, depth, names)) / 2
    tensors = [torch.from_numpy(rows) for rows in (depth, images, texts)]
    parts = alignment_loss(
        tensors[0], tensors[1], torch.tensor(scale), Weights(0.7, 0.3), tensors[2], torch.tensor(names)
    )
    assert float(parts["loss"]) == pytest.approx(contrastive + 0.7 * distance + 0.3 * text, rel=1e-4)
    assert "text" not in alignment_loss(tensors[0], tensors[1], torch.tensor(scale), Weights(), tensors[2])


def test_one_process_gathers_its_own_rows() -> None:
    rows = torch.rand(3, 2, requires_grad=True)
    assert gathered(rows) is rows
