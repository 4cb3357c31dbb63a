"""A dataset's shapes to view vectors: drawn in the sandbox, encoded by both branches, kept in the cache."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.encoder import Branch, Encoder
from engine.errors import ShapeFileError
from engine.evaluation.cache import Half, VectorCache, key_of
from engine.evaluation.datasets.dataset import Item, Source
from engine.evaluation.drawing import Look
from engine.outlines import BYTES, outlines
from engine.prompts import templates, unit
from engine.sandbox import Outcome, Sandbox
from engine.settings import Limits
from engine.views import BACKGROUND, camera_rig

_TOGETHER = 16  # shapes encoded in one call, at most

Progress = Callable[[str, int, int], None]
"""Called with a station ("compare", "embed", "classes"), how many are done, and how many there are."""


@dataclass(frozen=True)
class ShapeVectors:
    """Of n shapes with V views: depth and photo (n, V, D) float16 unit rows of the two branches, form (n, F) float16.

    photo is depth itself where the encoder has one branch. kept: which of the asked items these are; failures: the
    others, as (id, reason). outlines: (n, V, BYTES) uint8 of the views.
    """

    depth: Half
    photo: Half
    form: Half
    kept: NDArray[np.int64]
    failures: tuple[tuple[str, str], ...] = ()
    outlines: NDArray[np.uint8] = field(default_factory=lambda: np.zeros((0, 0, BYTES), np.uint8))

    @property
    def two_branches(self) -> bool:
        """Whether the encoder has a branch for depth beside that for photos."""
        return self.photo is not self.depth


class Embedder:
    """Gives the vectors of shapes and class names by one encoder, from the cache where they are."""

    def __init__(self, encoder: Encoder, cache: VectorCache, jobs: int, limits: Limits, progress: Progress) -> None:
        self.encoder, self._cache, self._progress = encoder, cache, progress
        self._jobs, self._limits = jobs, limits

    @property
    def branches(self) -> tuple[Branch, ...]:
        """The encoder's branches for depth pictures; one where both are the same tower."""
        return self.encoder.card.branches

    def shapes(self, items: Sequence[Item], look: Look) -> ShapeVectors:
        """Vectors of the items drawn with `look`. A shape that cannot be drawn is left out and listed."""
        failed: dict[int, str] = {}
        keys = self._keys(items, look, failed)
        missing = self._missing(keys)
        done = len(keys) - len(missing)
        self._progress("embed", done, len(keys))
        for _ in self._encode(items, look, missing, failed):
            done += 1
            self._progress("embed", done, len(keys))
        return self._gather(items, keys, failed)

    def classes(self, names: Sequence[str], prompts: str | None = None) -> NDArray[np.float32]:
        """(len(names), D) unit vectors of class names through a prompt set; the card's where it is None."""
        card = self.encoder.card
        prompts = prompts or card.class_prompts
        frame = "\n".join(templates(prompts))
        keys = [key_of("class", *map(str, card.identity[:3]), frame, name) for name in names]
        have = self._cache.get(keys)
        missing = [at for at, key in enumerate(keys) if key not in have]
        chosen = copy.copy(self.encoder)
        chosen.card = replace(card, class_prompts=prompts)
        for start in range(0, len(missing), 32):
            some = missing[start : start + 32]
            rows = chosen.encode_classes([names[at] for at in some]).astype(np.float16)
            self._cache.put((keys[at], row[None], np.zeros(0, np.float16)) for at, row in zip(some, rows, strict=True))
            self._progress("classes", len(names) - len(missing) + start + len(some), len(names))
        if missing:
            have = self._cache.get(keys)
        return unit(np.concatenate([have[key][0] for key in keys]))

    def _keys(self, items: Sequence[Item], look: Look, failed: dict[int, str]) -> dict[int, tuple[str, ...]]:
        """Number of each readable item -> the keys of its rows: one for each branch, then its outlines'."""
        card = self.encoder.card
        # Vectors of the photo branch are the same whatever was tuned beside it.
        makers = {"depth": card.depth_branch, "photo": "shared"}
        drawn, keys = look.identity(), {}
        for number, item in enumerate(items):
            try:
                content = self._cache.content(item.source.path)
            except ShapeFileError as error:
                failed[number] = str(error)
                continue
            where = replace(item.source, path=Path(item.source.path.suffix.lower()))
            source = f"{content} {where}"
            owner = tuple(map(str, card.identity[:3]))
            rows = [key_of("shape", source, drawn, *owner, makers[branch]) for branch in self.branches]
            keys[number] = (*rows, key_of("outlines", source, drawn))
            self._progress("compare", number + 1, len(items))
        return keys

    def _missing(self, keys: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
        kept = self._cache.has([key for row in keys.values() for key in row])
        return {number: row for number, row in keys.items() if not kept.issuperset(row)}

    def _encode(
        self, items: Sequence[Item], look: Look, missing: dict[int, tuple[str, ...]], failed: dict[int, str]
    ) -> Iterator[int]:
        """Draw, encode and keep what is missing; yields the number of each item that is done with."""
        jobs = ((number, _absolute(items[number].source), look, self._limits) for number in missing)
        with Sandbox("engine.evaluation.drawing:draw", min(self._jobs, len(missing)), self._limits) as sandbox:
            for outcomes in sandbox.stream(jobs, _TOGETHER + 4 * self._jobs, _TOGETHER):
                failed.update((one.key, str(one.error)) for one in outcomes if one.error is not None)
                good = [one for one in outcomes if one.error is None]
                if good:
                    self._cache.put(self._rows(good, look, missing))
                yield from (one.key for one in outcomes)

    def _rows(
        self, outcomes: list[Outcome], look: Look, keys: dict[int, tuple[str, ...]]
    ) -> Iterator[tuple[str, Half, Half]]:
        pictures = np.concatenate([one.result for one in outcomes])
        ends = np.cumsum([len(one.result) for one in outcomes])
        views = len(camera_rig(look.rig).views)
        for at, branch in enumerate(self.branches):
            features = self.encoder.encode_depth(pictures, branch)
            for one, end in zip(outcomes, ends, strict=True):
                own = features.of_shape(views, slice(end - len(one.result), end))
                yield keys[one.key][at], own.aligned.astype(np.float16), own.greatest().astype(np.float16)
        for one in outcomes:
            seen = outlines(one.result[:views] != BACKGROUND)
            yield keys[one.key][-1], seen.astype(np.float16), np.zeros(0, np.float16)  # halves hold bytes exactly

    def _gather(self, items: Sequence[Item], keys: dict[int, tuple[str, ...]], failed: dict[int, str]) -> ShapeVectors:
        kept = [number for number in keys if number not in failed]
        rows = [self._cache.get([keys[number][at] for number in kept]) for at in range(len(self.branches) + 1)]
        *views, seen = (
            np.stack([found[keys[number][at]][0] for number in kept]) if kept else np.zeros((0, 0, 0), np.float16)
            for at, found in enumerate(rows)
        )
        form = np.stack([rows[0][keys[number][0]][1] for number in kept]) if kept else np.zeros((0, 0), np.float16)
        failures = tuple((items[number].key, reason) for number, reason in sorted(failed.items()))
        numbers = np.array(kept, np.int64)
        return ShapeVectors(views[0], views[-1], form, numbers, failures, seen.astype(np.uint8))


def _absolute(source: Source) -> Source:
    return replace(source, path=source.path.absolute())
