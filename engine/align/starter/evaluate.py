"""How well an encoder finds shapes: recall of names, icons and both, over a gallery of pooled depth views."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.metrics import gallery_scores, recall, same_name
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

    @property
    def centre(self) -> NDArray[np.float32]:
        """(D,) what the shapes have in common: the mean of their pooled vectors."""
        return np.asarray(self.pooled.mean(axis=0))

    def scores(self, queries: NDArray[np.float32], view_weight: float = 0.0) -> NDArray[np.float32]:
        """(Q, N) scores of unit queries (Q, D), as search gives them."""
        return gallery_scores(self.views, queries, view_weight)


def report(gallery: Gallery, names: NDArray[np.float32], icons: NDArray[np.float32], weights: dict[str, float],
           view_weights: dict[str, float]) -> dict[str, dict[str, float]]:  # fmt: skip
    """Recall of name -> shape (any of that name), icon -> shape and name + icon -> shape (that very one)."""
    named, own = same_name(gallery.names), np.eye(len(gallery.names), dtype=bool)
    by_name = gallery.scores(names, view_weights["text"])
    by_icon = gallery.scores(icons, view_weights["image"])
    by_both = weights["text"] * by_name + weights["image"] * by_icon
    return {
        "name": recall(by_name, named),
        "icon": recall(by_icon, own),
        "icon, any of its name": recall(by_icon, named),
        "name + icon": recall(by_both, own),
        "name + icon, any of its name": recall(by_both, named),
    }
