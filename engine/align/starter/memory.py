"""What the last steps made of each item: thousands of shapes to tell apart, at the price of a matrix product."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray


class Memory:
    """The latest embedding of every item met so far (cross-batch memory: the tower drifts little in one round)."""

    def __init__(self, items: int, dim: int) -> None:
        self._vectors = torch.zeros(items, dim)
        self._met = np.zeros(items, bool)

    def beside(self, rows: NDArray[np.int64], live: torch.Tensor) -> tuple[torch.Tensor, NDArray[np.int64]]:
        """(M, D) embeddings and (M,) items: the live batch (B, D) of `rows` first, then what else is remembered."""
        other = self._met.copy()
        other[rows] = False
        others = np.flatnonzero(other)
        return torch.cat([live, self._vectors[torch.from_numpy(others)]]), np.concatenate([rows, others])

    def keep(self, rows: NDArray[np.int64], live: torch.Tensor) -> None:
        """Remember the batch (B, D) of `rows`."""
        self._vectors[torch.from_numpy(rows)] = live.detach()
        self._met[rows] = True
