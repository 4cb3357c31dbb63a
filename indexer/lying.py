"""Whether the shapes of a folder lie on their side: a few of the new ones are looked at with the other axis up."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.encoder import EncoderCard
from engine.library import Library
from engine.views import camera_rig
from indexer.embedding import EmbeddingStream, Wanted

LEAST_SHAPES = 32  # new ones of a collection: of fewer a look at the page tells as much
LOOKED_AT, ENOUGH = 16, 12  # one look is right in five cases of six: so many of so many are hardly ever wrong
_OTHER = {"y": "z", "z": "y"}


@dataclass(frozen=True)
class Met:
    """A shape as it was just embedded: its catalog path, the axis taken for up, its pooled vector."""

    path: str
    up: str
    pooled: NDArray[np.float16]


class Bystanders:
    """A random few of each collection's new shapes, whose up axis is their format's convention."""

    def __init__(self) -> None:
        self._chance = random.Random(0)
        self._counts: Counter[str] = Counter()
        self._kept: dict[str, list[Met]] = {}

    def meet(self, collection: str, one: Met) -> None:
        """Keep the shape, or not: each met so far is kept with equal chance (reservoir sampling, Vitter 1985)."""
        self._counts[collection] += 1
        kept = self._kept.setdefault(collection, [])
        if len(kept) < LOOKED_AT:
            kept.append(one)
        elif (place := self._chance.randrange(self._counts[collection])) < LOOKED_AT:
            kept[place] = one

    def chosen(self) -> dict[str, list[Met]]:
        """Collections with enough new shapes that all have the same axis up, each with the few to look at."""
        return {
            collection: kept
            for collection, kept in self._kept.items()
            if self._counts[collection] >= LEAST_SHAPES and len({one.up for one in kept}) == 1
        }


def notes_on_lying(
    library: Library, bystanders: Bystanders, jobs: int, progress: Callable[[int, int], None]
) -> list[str]:
    """A sentence for each collection whose shapes seem to lie on their side; nothing is changed.

    Nothing is said where the encoder's card does not know how lying shapes look, or the cameras are for any pose.
    """
    chosen, rig = bystanders.chosen(), camera_rig(library.recipe.rig)
    any_pose = any(len(view) > 2 for view in rig.views)  # cameras that roll
    if not chosen or any_pose or not library.encoder.card.lying:
        return []
    wanted = [
        Wanted((collection, at), one.path, _OTHER[one.up])
        for collection, kept in chosen.items()
        for at, one in enumerate(kept)
    ]
    stream = EmbeddingStream(
        wanted, lambda: library.encoder, library.recipe, library.settings.limits, min(jobs, len(wanted))
    )
    better: Counter[str] = Counter()
    for done, seen in enumerate(stream, 1):
        progress(done, len(wanted))
        if seen.vectors is not None:
            collection, at = seen.key
            better[collection] += _lies(library.encoder.card, chosen[collection][at].pooled, seen.vectors.pooled)
    return [
        f"{collection}: {count} of {LOOKED_AT} shapes that were looked at seem to lie on their side. "
        f"If they do, run this again with --up {_OTHER[chosen[collection][0].up]}."
        for collection, count in better.items()
        if count >= ENOUGH
    ]


def _lies(card: EncoderCard, seen: NDArray[np.float16], other: NDArray[np.float16]) -> bool:
    """True when the shape as it was seen looks more like lying than it does with the other axis up."""
    apart = seen.astype(np.float32) - other.astype(np.float32)
    return bool(apart @ np.array(card.lying, np.float32) > 0)
