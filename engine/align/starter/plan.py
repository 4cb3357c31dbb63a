"""What a training run of the image tower is given: its material and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Saying:
    """Rows of the texts that are true of one item, and how often each is drawn (probabilities)."""

    rows: NDArray[np.int64]
    weights: NDArray[np.float64]
    true: frozenset[int]


@dataclass(frozen=True)
class Lesson:
    """All that is learnt from, as rows of the same items.

    depth (N, V, C, H, W), shaded (N, B, ...) float16 maps, icons (M, K, ...) with `icon_rows` (M,) item rows;
    photos (P, C, H, W), `photo_classes` (P, 1000) float16 probabilities the ImageNet network gives and
    `photo_labels` (P,) its true classes; weights (N,) sampling probabilities; names (N,) rows of `texts`; called (N, K)
    rows of what the item is called, its name first, repeated to fill; said: what is true of each item; texts (T, D),
    broad (B, D) and classes (1000, D) raw embeddings; nothing_texts (R, D) raw and nothing (Q, C, H, W) maps mean no
    shape at all; sentences (S, D) raw and `sentence_items` (S,) the item each describes.
    """

    depth: tuple[NDArray[np.float16], ...]
    shaded: NDArray[np.float16]
    icons: NDArray[np.float16]
    icon_rows: NDArray[np.int64]
    photos: NDArray[np.float16]
    photo_classes: NDArray[np.float16]
    photo_labels: NDArray[np.int64]
    weights: NDArray[np.float64]
    names: NDArray[np.int64]
    called: NDArray[np.int64]
    said: list[Saying]
    texts: NDArray[np.float32]
    broad: NDArray[np.float32]
    nothing_texts: NDArray[np.float32]
    nothing: NDArray[np.float16]
    classes: NDArray[np.float32]
    sentences: NDArray[np.float32]
    sentence_items: NDArray[np.int64]

    @cached_property
    def truth(self) -> Any:
        """(T, N) sparse bool: which text is true of which item."""
        from scipy.sparse import csr_matrix

        texts = np.concatenate([list(one.true) for one in self.said])
        items = np.repeat(np.arange(len(self.said)), [len(one.true) for one in self.said])
        return csr_matrix((np.ones(len(texts), bool), (texts, items)), shape=(len(self.texts), len(self.said)))


@dataclass(frozen=True)
class Plan:
    """How long and how hard to train; the weights of the loss's parts."""

    steps: int = 1050
    again: int = 400
    times: int = 3
    last: int = 250
    further: int = 300
    items: int = 96
    photos: int = 64
    nothing: int = 16
    views: int = 2
    rate: float = 1e-3
    upper_rate: float = 8e-4
    decay: float = 0.05
    average: float = 0.01
    seed: int = 0
    dropout: float = 0.2
    renamed: float = 0.5  # the share of names that a step takes by one of the other words for them
    minutes: float | None = None
    parts: dict[str, float] = field(
        default_factory=lambda: {
            "name": 1.0,
            "said": 0.6,
            "bridge": 0.8,
            "photo": 1.0,
            "keep": 2.0,
            "soft": 0.15,
            "pooled": 0.5,
            "nothing": 4.0,
            "described": 0.5,
            "form": 0.7,
        }
    )

    def rounds(self) -> list[Plan]:
        """The first round, and `times` more of `again` steps, each going on from the weights before at lower rates.

        Source: Loshchilov & Hutter 2017, SGDR: Stochastic Gradient Descent with Warm Restarts.
        """
        later = replace(self, steps=self.again, rate=0.7 * self.rate, upper_rate=0.75 * self.upper_rate, times=0)
        return [replace(self, times=0)] + [
            replace(later, seed=self.seed + 100 * number) for number in range(1, self.times + 1)
        ]

    def last_round(self) -> Plan:
        """The round after those, of `last` steps at lower rates yet, on pictures as large as the tower is used with.

        Source: Touvron et al. 2019, Fixing the train-test resolution discrepancy.
        """
        seed = self.seed + 100 * (self.times + 1)
        return replace(
            self, steps=self.last, rate=0.5 * self.rate, upper_rate=0.56 * self.upper_rate, times=0, seed=seed
        )

    def further_rounds(self) -> list[Plan]:
        """`times` rounds of `further` steps that all go on from one trained tower."""
        seeds = [self.seed + 100 * (self.times + 1) + number for number in range(self.times)]
        part = replace(self, steps=self.further, rate=0.6 * self.rate, upper_rate=0.6 * self.upper_rate, times=0)
        return [replace(part, seed=seed) for seed in seeds]
