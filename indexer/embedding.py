"""Rendering beside encoding: catalog paths in, vectors out, as a stream."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from engine.encoder import Encoder
from engine.facts import Vectors
from engine.rendering import embed, warm_up
from engine.sandbox import Outcome, Sandbox
from engine.settings import Limits
from engine.views import RenderRecipe
from indexer.worker import Prepared

_TOGETHER = 4  # shapes encoded in one call


@dataclass(frozen=True)
class Wanted:
    """One file to embed: the caller's key, its catalog path, its up axis ("" for the format's)."""

    key: Any
    path: str
    up: str


@dataclass(frozen=True)
class Embedded:
    """What became of a file: prepared and vectors, or the reason why not."""

    key: Any
    prepared: Prepared | None = None
    vectors: Vectors | None = None
    reason: str = ""


class EmbeddingStream:
    """Embeds files in worker processes and this one; iterate once. `busy` and `wall` are seconds, for benches.

    `encoder` is a function, so that loading the weights overlaps with the start of the workers.
    """

    def __init__(
        self, wanted: Iterable[Wanted], encoder: Callable[[], Encoder], recipe: RenderRecipe, limits: Limits, jobs: int
    ) -> None:
        self._wanted, self._encoder, self._recipe = wanted, encoder, recipe
        self._limits, self._jobs = limits, jobs
        self.busy = 0.0
        self.wall = 0.0

    def __iter__(self) -> Iterator[Embedded]:
        if self._recipe.projection == "contour":  # compiled here, where no file's time limit runs; workers load it
            warm_up(self._recipe.projection)
        jobs = ((one.key, one.path, self._recipe, one.up or None, self._limits) for one in self._wanted)
        with Sandbox("indexer.worker:prepare", self._jobs, self._limits) as sandbox:
            stream = sandbox.stream(jobs, 8 + 4 * self._jobs, _TOGETHER)
            if not sandbox.pending:
                return
            encoder = self._encoder()
            first = 0.0
            for outcomes in stream:
                first = first or time.perf_counter()
                yield from self._encode(encoder, outcomes)
                self.wall = time.perf_counter() - first

    def _encode(self, encoder: Encoder, outcomes: list[Outcome]) -> Iterator[Embedded]:
        good = [outcome for outcome in outcomes if outcome.error is None]
        yield from (
            Embedded(outcome.key, reason=str(outcome.error)) for outcome in outcomes if outcome.error is not None
        )
        if not good:
            return
        began = time.perf_counter()
        prepared: list[Prepared] = [outcome.result for outcome in good]
        rows = embed(encoder, [one.rendered for one in prepared])
        self.busy += time.perf_counter() - began
        for outcome, one, vectors in zip(good, prepared, rows, strict=True):
            yield Embedded(outcome.key, one, vectors)
