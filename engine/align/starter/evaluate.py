"""How well an encoder finds shapes: recall of names, icons and both, over a gallery of pooled depth views."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.prompts import unit


@dataclass(frozen=True)
class Gallery:
    """Shapes to be found: views (N, V, D) unit rows, and each shape's name in lower case."""

    views: NDArray[np.float32]
    names: tuple[str, ...]

    @property
    def pooled(self) -> NDArray[np.float32]:
        """(N, D) unit rows: the normalised mean of the views."""
        return unit(self.views.mean(axis=1))

    def scores(self, queries: NDArray[np.float32], view_weight: float = 0.0) -> NDArray[np.float32]:
        """(Q, N) scores: (1 - a) cosine to the pooled vector + a times the best view's cosine."""
        pooled = queries @ self.pooled.T
        if view_weight == 0:
            return pooled
        best = np.stack([(queries @ self.views[:, v].T) for v in range(self.views.shape[1])]).max(axis=0)
        return (1 - view_weight) * pooled + view_weight * best


def recall(scores: NDArray[np.float32], right: NDArray[np.bool_], ks: tuple[int, ...] = (1, 5, 10)) -> dict[str, float]:
    """R@k and mean reciprocal rank of the first right hit; scores and right are (Q, N)."""
    order = np.argsort(-scores, axis=1, kind="stable")
    hits = np.take_along_axis(right, order, axis=1)
    first = np.where(hits.any(axis=1), hits.argmax(axis=1), scores.shape[1])
    figures = {f"R@{k}": float((first < k).mean()) for k in ks}
    return {**figures, "MRR": float((1 / (first + 1)).mean())}


def same_name(names: tuple[str, ...]) -> NDArray[np.bool_]:
    """(N, N) True where the query's name is the shape's."""
    array = np.array(names)
    return np.asarray(array[:, None] == array[None, :])


def mix(text: NDArray[np.float32], image: NDArray[np.float32], weights: dict[str, float]) -> NDArray[np.float32]:
    """Unit rows of text and image queries joined with the card's weights."""
    return unit(weights["text"] * text + weights["image"] * image)


def report(gallery: Gallery, names: NDArray[np.float32], icons: NDArray[np.float32], weights: dict[str, float],
           view_weight: float = 0.0) -> dict[str, dict[str, float]]:  # fmt: skip
    """Recall of name -> shape (any of that name), icon -> shape and name + icon -> shape (that very one)."""
    named, own = same_name(gallery.names), np.eye(len(gallery.names), dtype=bool)
    both = mix(names, icons, weights)
    return {
        "name": recall(gallery.scores(names, view_weight), named),
        "icon": recall(gallery.scores(icons, view_weight), own),
        "icon, any of its name": recall(gallery.scores(icons, view_weight), named),
        "name + icon": recall(gallery.scores(both, view_weight), own),
        "name + icon, any of its name": recall(gallery.scores(both, view_weight), named),
    }
