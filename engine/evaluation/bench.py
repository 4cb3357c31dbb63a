"""What every measure of an evaluation needs: the dataset, how shapes are drawn, whence vectors come."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from engine.errors import UsageError
from engine.evaluation.cache import VectorCache
from engine.evaluation.datasets.dataset import Dataset, limited, only_listed
from engine.evaluation.drawing import Look
from engine.evaluation.embedding import Embedder, ShapeVectors
from engine.evaluation.protocols import PROTOCOLS, Wish
from engine.evaluation.report import Report, Row, Table, differences
from engine.evaluation.zero_shot import class_scores

VIEW_COUNTS = (1, 2, 4, 6, 8, 10)


@dataclass(frozen=True)
class Bench:
    """A dataset on the bench: `wish` is the person's, `protocol` the name in the table of protocols."""

    protocol: str
    dataset: Dataset
    look: Look
    embedder: Embedder
    wish: Wish
    started: float = field(default_factory=time.perf_counter)

    @property
    def prompts(self) -> str:
        """The prompt set that class names go through."""
        return self.wish.prompts or self.embedder.encoder.card.class_prompts

    def shapes(self, look: Look | None = None) -> ShapeVectors:
        """Vectors of the dataset's shapes. Raises UsageError when none could be drawn."""
        vectors = self.embedder.shapes(self.dataset.items, look or self.look)
        if not len(vectors.kept):
            raise UsageError(f"No shape of {self.dataset.title} could be drawn: {vectors.failures[0][1]}")
        return vectors

    def truth(self, vectors: ShapeVectors) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """(rows of the vectors, their class numbers) of the shapes that have a class."""
        place = {name: number for number, name in enumerate(self.dataset.classes)}
        numbers = np.array([place.get(self.dataset.items[at].label, -1) for at in vectors.kept], np.int64)
        rows = np.flatnonzero(numbers >= 0)
        if not len(rows):
            raise UsageError(f"No shape of {self.dataset.title} has a class.", "Name the column: --label COLUMN.")
        return rows, numbers[rows]

    def scores(
        self, views: NDArray[np.float16], prompts: str | None = None, how: str | None = None
    ) -> NDArray[np.float32]:
        """(n, C) scores of (n, V, D) views for the dataset's classes, by the wish where nothing else is said."""
        classes = self.embedder.classes(self.dataset.classes, prompts or self.prompts)
        return class_scores(views, classes, self.embedder.encoder.card.temperature, how or self.wish.aggregate)

    def method(self, *parts: str) -> str:
        """A row's name: how shapes were drawn, the encoder's branches, and what else made a difference."""
        drawn = f"{self.look.points:,} points" if self.look.points else "whole shapes"
        branches = "both branches" if len(self.embedder.branches) > 1 else ""
        said = (self.look.rig, drawn, self.look.projection, branches, *parts)
        return f"ShapeSeek ({', '.join(part for part in said if part)})"

    def row(
        self, method: str, figures: Mapping[str, float], shapes: int, note: str = "", why: str = "", points: int = -1
    ) -> Row:
        """A row of ours, of so many shapes; `why`: what else keeps it from being compared with published ones."""
        drawn = self.look.points if points < 0 else points
        unlike = differences(self.dataset.name, shapes, len(self.dataset.classes), drawn)
        reasons = "; ".join(part for part in (unlike or "", why) if part)
        said = "; ".join(part for part in (note, reasons) if part)
        return Row(method, self.embedder.encoder.card.name, figures, True, unlike == "" and not why, said)

    def report(self, vectors: ShapeVectors, tables: list[Table], notes: tuple[str, ...] = ()) -> Report:
        """The report of these tables."""
        values: dict[str, object] = {
            "rig": self.look.rig,
            "projection": self.look.projection,
            "points": self.look.points,
            "prompts": self.prompts,
            "aggregate": self.wish.aggregate,
        }
        if self.wish.shots:
            values |= {"shots": list(self.wish.shots), "seeds": self.wish.seeds}
        return Report(
            self.protocol,
            self.dataset.title,
            self.embedder.encoder.card.name,
            values,
            len(vectors.kept),
            tuple(tables),
            len(self.dataset.classes),
            (*self.dataset.notes, *notes),
            vectors.failures,
            time.perf_counter() - self.started,
        )


@contextmanager
def set_up(protocol: str, dataset: Dataset, wish: Wish) -> Iterator[Bench]:
    """A bench for the dataset as the person wants it, its vectors kept in the wish's cache."""
    started = time.perf_counter()
    points = PROTOCOLS[protocol].points if wish.points is None else wish.points
    look = Look(wish.rig, wish.projection, points).checked()
    chosen = limited(only_listed(_turned(dataset, wish.up), wish.only), wish.limit)
    with VectorCache(wish.cache) as cache:
        embedder = Embedder(wish.encoder(), cache, wish.jobs, wish.limits, wish.progress)
        yield Bench(protocol, chosen, look, embedder, wish, started)


def view_title(number: int) -> str:
    """The column of a number of views."""
    return "1 view" if number == 1 else f"{number} views"


def _turned(dataset: Dataset, up: str) -> Dataset:
    """The dataset with another up axis; itself for ""."""
    if not up:
        return dataset
    items, train = (
        tuple(replace(item, source=replace(item.source, up=up)) for item in some)
        for some in (dataset.items, dataset.train)
    )
    return replace(dataset, items=items, train=train)
