"""Class scores of shapes from their views and the classes' texts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.embedding import ShapeVectors
from engine.prompts import unit

AGGREGATIONS = ("logits", "softmax", "pooled")
_TOGETHER = 2000  # shapes scored at a time


def blended_views(vectors: ShapeVectors, views: NDArray[np.integer] | None = None) -> NDArray[np.float16]:
    """(n, V, D): the first half of the views through the photo branch, the others through the depth branch.

    views: which ones, all where it is None. Source: OpenDlign section 3.4 and its code. Where the encoder has one
    branch it is that one for all.
    """
    chosen = np.arange(vectors.depth.shape[1]) if views is None else views
    if not vectors.two_branches:
        return vectors.depth[:, chosen]
    half = len(chosen) // 2
    return np.concatenate([vectors.photo[:, chosen[:half]], vectors.depth[:, chosen[half:]]], axis=1)


def spread_views(count: int, number: int) -> NDArray[np.int64]:
    """`number` of `count` views, spread evenly over the rig."""
    return np.arange(number) * count // number


def class_scores(
    views: NDArray[np.float16], classes: NDArray[np.float32], temperature: float, how: str = "logits"
) -> NDArray[np.float32]:
    """(n, C) scores of (n, V, D) views for (C, D) classes.

    how: "logits" sums the views' cosines, "softmax" their probabilities at the temperature, "pooled" takes the cosine
    to the normalised mean of the views. The first and the last always agree on the order of the classes.
    """
    parts = [_scores(views[at : at + _TOGETHER], classes, temperature, how) for at in range(0, len(views), _TOGETHER)]
    return np.concatenate(parts) if parts else np.zeros((0, len(classes)), np.float32)


def _scores(
    views: NDArray[np.float16], classes: NDArray[np.float32], temperature: float, how: str
) -> NDArray[np.float32]:
    some = views.astype(np.float32)
    if how == "pooled":
        return unit(some.mean(axis=1)) @ classes.T
    if how == "logits":
        return np.asarray(temperature * (some.sum(axis=1) @ classes.T), np.float32)
    if how != "softmax":
        raise ValueError(f"how must be one of {AGGREGATIONS}, not {how!r}")
    logits = temperature * (some @ classes.T)
    shares = np.exp(logits - logits.max(axis=2, keepdims=True))
    return np.asarray((shares / shares.sum(axis=2, keepdims=True)).sum(axis=1), np.float32)
