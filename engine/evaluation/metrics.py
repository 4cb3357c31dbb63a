"""Measures of classification and retrieval, and the scores that a search gives. Figures are shares, 0 to 1.

Retrieval takes scores (Q, N) float, higher is nearer, and right (Q, N) bool: which of N shapes answer a query. Equal
scores keep the order of the gallery. Queries that nothing answers are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.outlines import agreement
from engine.prompts import unit

Scores = NDArray[np.floating]
Right = NDArray[np.bool_]

E_DEPTH = 32  # results that the E-measure looks at: Princeton Shape Benchmark, 2004


def accuracy(scores: Scores, truth: NDArray[np.integer], ks: Sequence[int] = (1, 3, 5)) -> dict[str, float]:
    """Top-k accuracy of (n, C) class scores against (n,) class numbers, and the mean accuracy of the classes."""
    from sklearn.metrics import accuracy_score, recall_score, top_k_accuracy_score

    classes, best = np.arange(scores.shape[1]), scores.argmax(axis=1)
    figures = {}
    for k in ks:
        if k >= len(classes):
            figures[f"top-{k}"] = 1.0  # of as many guesses as there are classes one is right
        elif k == 1:
            figures["top-1"] = float(accuracy_score(truth, best))
        else:
            figures[f"top-{k}"] = float(top_k_accuracy_score(truth, scores, k=k, labels=classes))
    present = np.unique(truth)
    figures["class mean"] = float(recall_score(truth, best, labels=present, average="macro", zero_division=0.0))
    return figures


def gallery_scores(
    views: NDArray[np.floating], queries: NDArray[np.float32], view_weight: float = 0.0
) -> NDArray[np.float32]:
    """(Q, N) scores of shapes by their (N, V, D) view vectors for unit queries (Q, D), as search gives them.

    (1 - view_weight) * cosine to the mean of the views + view_weight * the best view's cosine.
    """
    rows = np.asarray(views, np.float32)
    pooled = queries @ unit(rows.mean(axis=1)).T
    if view_weight == 0:
        return pooled
    best = queries @ rows[:, 0].T
    for at in range(1, rows.shape[1]):
        np.maximum(best, queries @ rows[:, at].T, out=best)
    return (1 - view_weight) * pooled + view_weight * best


def outlined(
    scores: NDArray[np.float32], asked: Sequence[NDArray[np.uint8] | None], gallery: NDArray[np.uint8], share: float
) -> NDArray[np.float32]:
    """(Q, N) scores with the agreement of outlines, as search gives them.

    asked: of each query the outline (BYTES,) that it shows, or None; gallery: (N, V, BYTES) those of the shapes.
    """
    out = scores.copy()
    for row, outline in enumerate(asked):
        if share and outline is not None:
            out[row] = (1 - share) * scores[row] + share * agreement(outline, gallery)
    return out


def recall(scores: Scores, right: Right, ks: Sequence[int] = (1, 5, 10)) -> dict[str, float]:
    """R@k: share of queries with a right shape among the first k; MRR: mean of 1 / rank of the first right one."""
    hits = _ranked(*_answerable(scores, right))
    first = hits.argmax(axis=1)
    figures = {f"R@{k}": float((first < k).mean()) for k in ks}
    return {**figures, "MRR": float((1.0 / (first + 1)).mean())}


def ndcg(scores: Scores, right: Right, k: int = 5) -> float:
    """NDCG@k with gains of 0 and 1."""
    from sklearn.metrics import ndcg_score

    scores, right = _answerable(scores, right)
    return float(ndcg_score(right, scores, k=k, ignore_ties=True)) if right.shape[1] > 1 else 1.0


def mean_average_precision(scores: Scores, right: Right) -> float:
    """mAP: the mean over queries of the average precision at each right shape's rank."""
    from sklearn.metrics import average_precision_score

    scores, right = _answerable(scores, right)
    return float(np.mean([average_precision_score(*pair) for pair in zip(right, scores, strict=True)]))


def shape_retrieval(scores: Scores, names: Sequence[str]) -> dict[str, float]:
    """NN, first and second tier, E-measure, DCG and mAP of shapes asked for by shapes: scores (N, N), a name each.

    A query is not part of its own answer. With K other shapes of the query's class: FT and ST are the shares of them
    among the first K and 2K; E = 2 / (1 / precision + 1 / recall) at 32; DCG divides the gain 1 + sum of 1 / log2(rank)
    by that of a perfect order. Source: the Princeton Shape Benchmark (SMI 2004) and the SHREC'12 generic track.
    """
    scores, right = without_self(np.asarray(scores), same_name(names))
    scores, right = _answerable(scores, right)
    hits = _ranked(scores, right)
    others = hits.sum(axis=1)
    found = hits.cumsum(axis=1)
    queries, last = np.arange(len(hits)), hits.shape[1]
    depth = min(E_DEPTH, last)
    gains = np.concatenate([[1.0], 1.0 / np.log2(np.arange(2, last + 1))])
    return {
        "NN": float(hits[:, 0].mean()),
        "FT": float((found[queries, others - 1] / others).mean()),
        "ST": float((found[queries, np.minimum(2 * others, last) - 1] / others).mean()),
        "E": float((2 * found[:, depth - 1] / (others + depth)).mean()),
        "DCG": float(((hits * gains).sum(axis=1) / gains.cumsum()[others - 1]).mean()),
        "mAP": mean_average_precision(scores, right),
    }


def same_name(names: Sequence[str], others: Sequence[str] | None = None) -> Right:
    """(len(names), len(others)) True where two names are equal; without `others`, against themselves."""
    one, two = np.array(names), np.array(names if others is None else others)
    return np.asarray(one[:, None] == two[None, :])


def without_self(scores: Scores, right: Right) -> tuple[Scores, Right]:
    """(N, N) -> (N, N - 1): each shape's own column taken out."""
    count = len(scores)
    keep = ~np.eye(count, dtype=bool)
    return scores[keep].reshape(count, count - 1), right[keep].reshape(count, count - 1)


def _answerable(scores: Scores, right: Right) -> tuple[Scores, Right]:
    some = right.any(axis=1)
    if not some.any():
        raise ValueError("no query has a right answer")
    return scores[some], right[some]


def _ranked(scores: Scores, right: Right) -> Right:
    """(Q, N) bool: whether the shape at each rank is right."""
    return np.take_along_axis(right, np.argsort(-scores, axis=1, kind="stable"), axis=1)
