"""The numbers of the card: how query parts are weighed, how views are pooled, and when a match is weak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.align.starter.evaluate import Gallery
from engine.evaluation.metrics import outlined, recall, same_name
from engine.prompts import ensemble

EmbedTexts = Callable[[list[str]], NDArray[np.float32]]


@dataclass(frozen=True)
class Floor:
    """A score under which a match is called weak, with the shares of off-topic and of true queries it catches."""

    score: float
    off_topic_below: float
    true_below: float


def choose_term_weights(
    gallery: Gallery,
    texts: NDArray[np.float32],
    icons: NDArray[np.float32],
    right: NDArray[np.bool_],
    view_weights: dict[str, float],
) -> dict[str, float]:
    """The text and image weights by which both scores together find what is right (Q, N) best in a held-out gallery."""
    by_text, by_icon = (
        gallery.scores(queries, view_weights.get(kind, 0.0)) for queries, kind in ((texts, "text"), (icons, "image"))
    )

    def found(share: float) -> float:
        return recall(share * by_text + (1 - share) * by_icon, right)["MRR"]

    # The least that pays: held-out names tell shapes apart better than those of a library with its many chairs.
    best = _about_best({share: found(share) for share in np.arange(0.05, 0.95, 0.05).tolist()})[0]
    # Scaled so that the image counts as much as a shape would.
    return {"text": round(best / (1 - best), 2), "image": 1.0, "shape": 1.0}


def choose_view_weights(
    gallery: Gallery, asked: dict[str, tuple[NDArray[np.float32], NDArray[np.bool_]]]
) -> dict[str, float]:
    """For each kind of query (Q, D), right (Q, N), the least share of the best view that does about as well as any."""
    shares = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
    return {
        kind: _about_best({share: recall(gallery.scores(queries, share), right)["MRR"] for share in shares})[0]
        for kind, (queries, right) in asked.items()
    }


def choose_outline_share(
    scores: NDArray[np.float32],
    shown: Sequence[NDArray[np.uint8] | None],
    outlines: NDArray[np.uint8],
    right: NDArray[np.bool_],
) -> float:
    """The least share of the outlines that does about as well as any in finding what is right (Q, N).

    scores (Q, N) are the pictures' by meaning, shown the outline of each, outlines (N, V, BYTES) those of the shapes.
    """
    shares = (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
    found = {share: recall(outlined(scores, shown, outlines, share), right)["MRR"] for share in shares}
    return _about_best(found)[0]


def _about_best(found: dict[float, float]) -> list[float]:
    """The weights (weight -> MRR) about as good as the best, least first: the held-out shapes are few."""
    return sorted(weight for weight in found if found[weight] > max(found.values()) - 0.005)


def choose_floor(true: NDArray[np.float32], off_topic: NDArray[np.float32]) -> Floor:
    """The floor under which at most a tenth of the true best scores lie and, if that lets it, 90 % of the off-topic.

    Where both hold with room between, it lies a quarter of the way up: what is off topic in use is harder than what
    we measure with.
    """
    low, high = float(np.quantile(off_topic, 0.9)), float(np.quantile(true, 0.1))
    score = np.floor(1000 * (low + (high - low) / 4 if high > low else high)) / 1000
    return Floor(float(score), float((off_topic < score).mean()), float((true < score).mean()))


def choose_prompts(
    gallery: Gallery, names: tuple[str, ...], embed: EmbedTexts, candidates: list[tuple[str, ...]]
) -> tuple[str, ...]:
    """The set of query templates whose mean text finds held-out names best; the first unless another clearly wins."""
    named = same_name(gallery.names)
    figures = []
    for templates in candidates:
        found = recall(gallery.scores(ensemble(names, templates, embed)), named)
        figures.append(found["MRR"] + found["R@10"] / 2)
    best = int(np.argmax(figures))
    return candidates[best] if figures[best] > figures[0] + 0.01 else candidates[0]
