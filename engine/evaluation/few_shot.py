"""Few-shot classification: logistic regression on a few shapes of each class, one for each branch, logits added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.errors import UsageError
from engine.evaluation.bench import VIEW_COUNTS, Bench, view_title
from engine.evaluation.datasets.dataset import Dataset, Item, chosen
from engine.evaluation.embedding import ShapeVectors
from engine.evaluation.report import Table, with_published
from engine.evaluation.zero_shot import spread_views
from engine.prompts import unit

_STRENGTH = 10.0  # inverse regularisation; from 1 to 1,000 it changes less than one and a half points

_SEEDS = 10  # of the published figures
_SHARED = "examples are drawn from the tested shapes"


@dataclass(frozen=True)
class Lesson:
    """One draw: numbers of the examples in the pool, those of a class in the order in which they are used up."""

    examples: dict[str, tuple[int, ...]]

    def first(self, shots: int) -> list[int]:
        """Numbers of the first `shots` examples of each class."""
        return [number for numbers in self.examples.values() for number in numbers[:shots]]


def pool_of(dataset: Dataset, most: int) -> tuple[Dataset, tuple[Item, ...], str]:
    """(dataset, shapes to draw examples from, what was left out) for draws of up to `most` examples a class.

    The training split where there is one. Else the tested shapes themselves: then a draw's examples are not tested in
    it, and only classes with more than `most` shapes take part. Raises UsageError when fewer than two classes are left.
    """
    if dataset.train:
        counts = _counts(dataset.train)
        poor = [name for name in dataset.classes if counts.get(name, 0) < most]
        if poor:
            raise UsageError(
                f"{dataset.title} has fewer than {most} training shapes of {', '.join(poor[:3])}.",
                "Ask for fewer: --shots.",
            )
        return dataset, dataset.train, ""
    rich = {name for name, count in _counts(dataset.items).items() if count > most and name}
    if len(rich) < 2:
        raise UsageError(
            f"{dataset.title} has no two classes of more than {most} shapes.", "Ask for fewer: --shots 1,2,4."
        )
    kept = chosen(dataset, [number for number, item in enumerate(dataset.items) if item.label in rich])
    kept = Dataset(kept.name, kept.title, kept.items, tuple(sorted(rich)), notes=kept.notes)
    note = f"examples drawn from the tested shapes of {len(rich):,} classes with more than {most}, tested on the others"
    return kept, kept.items, note


def draw(pool: Sequence[Item], classes: Sequence[str], most: int, seed: int) -> Lesson:
    """`most` random examples of each class; the first of them are the draw of fewer shots."""
    rng = np.random.default_rng(seed)
    labels = np.array([item.label for item in pool])
    return Lesson({name: tuple(rng.permutation(np.flatnonzero(labels == name))[:most].tolist()) for name in classes})


def branch_features(vectors: ShapeVectors, views: NDArray[np.integer] | None = None) -> list[NDArray[np.float32]]:
    """For each branch (n, D) unit rows: the normalised mean of the views, as the product pools them."""
    branches = [vectors.depth, vectors.photo] if vectors.two_branches else [vectors.depth]
    return [unit((one if views is None else one[:, views]).astype(np.float32).mean(axis=1)) for one in branches]


def predict(
    examples: Sequence[NDArray[np.float32]], truth: NDArray[np.integer], tested: Sequence[NDArray[np.float32]]
) -> NDArray[np.float64]:
    """(n, C) summed log probabilities of the tested rows (n, D) of each branch, after learning the examples (m, D).

    truth: (m,) class numbers, all of 0 .. C - 1 among them. Source: OpenDlign section 3.4, few-shot.
    """
    from sklearn.linear_model import LogisticRegression

    total = np.zeros(())
    for rows, asked in zip(examples, tested, strict=True):
        total = total + LogisticRegression(C=_STRENGTH, max_iter=1000).fit(rows, truth).predict_log_proba(asked)
    return np.asarray(total, np.float64)


def few_shot_tables(bench: Bench) -> tuple[Bench, list[Table], ShapeVectors, tuple[str, ...]]:
    """Mean top-1 over the seeds for each number of shots, and where asked for each number of views.

    Gives the bench with the classes that take part, the tables, the tested shapes' vectors, and notes.
    """
    most = max(bench.wish.shots)
    dataset, pool, note = pool_of(bench.dataset, most)
    bench = replace(bench, dataset=dataset)
    lessons = [draw(pool, dataset.classes, most, seed) for seed in range(bench.wish.seeds)]
    tested = bench.shapes()
    shared = pool is dataset.items
    drawn = tested if shared else _examples(bench, pool, lessons, most)
    course = Course(bench, tested, drawn, lessons, shared)
    tables = [course.by_shots()]
    if "views" in bench.wish.ablate:
        tables.append(course.by_views(most))
    failures = tested.failures if shared else tested.failures + drawn.failures
    return bench, tables, replace(tested, failures=failures), (note,) if note else ()


def _examples(bench: Bench, pool: Sequence[Item], lessons: Sequence[Lesson], most: int) -> ShapeVectors:
    """Vectors of what the lessons draw from the pool, `kept` being numbers in it."""
    used = sorted({number for lesson in lessons for number in lesson.first(most)})
    vectors = bench.embedder.shapes([pool[number] for number in used], bench.look)
    return replace(vectors, kept=np.array(used, np.int64)[vectors.kept])


@dataclass(frozen=True)
class Course:
    """Few-shot draws with the vectors of what they draw from (`kept`: numbers in the pool) and of what is tested."""

    bench: Bench
    tested: ShapeVectors
    pool: ShapeVectors
    lessons: Sequence[Lesson]
    shared: bool  # examples come from the tested shapes

    def by_shots(self) -> Table:
        """Mean top-1 by shots, beside the published row."""
        figures, spread = {}, []
        for shots in self.bench.wish.shots:
            found = self.accuracies(shots)
            figures[f"{shots}-shot"] = float(found.mean())
            spread.append(float(found.std()))
        note = f"{len(self.lessons)} seeds, standard deviation up to {max(spread):.1%}"
        few_seeds = "" if len(self.lessons) == _SEEDS else f"not {_SEEDS} seeds"
        why = _SHARED if self.shared else few_seeds
        row = self.bench.row(self.bench.method(), figures, len(self.tested.kept), note, why)
        return with_published(Table("few-shot, top-1", tuple(figures), (row,)), "few-shot", self.bench.dataset.name)

    def by_views(self, shots: int) -> Table:
        """Mean top-1 by the number of views, beside the published row of 16 shots."""
        count, figures = self.tested.depth.shape[1], {}
        for number in (one for one in VIEW_COUNTS if one <= count):
            figures[view_title(number)] = float(self.accuracies(shots, spread_views(count, number)).mean())
        why = f"{shots} shots, not 16" if shots != 16 else _SHARED if self.shared else ""
        row = self.bench.row(f"ShapeSeek, {shots}-shot", figures, len(self.tested.kept), why=why)
        return with_published(Table("views, few-shot top-1", tuple(figures), (row,)), "views", self.bench.dataset.name)

    def accuracies(self, shots: int, views: NDArray[np.int64] | None = None) -> NDArray[np.float64]:
        """(seeds,) top-1 accuracies."""
        dataset = self.bench.dataset
        rows, truth = self.bench.truth(self.tested)
        tested, pool = branch_features(self.tested, views), branch_features(self.pool, views)
        place = {int(number): row for row, number in enumerate(self.pool.kept)}
        found = []
        for lesson in self.lessons:
            examples, labels = [], []
            for label, name in enumerate(dataset.classes):
                for number in lesson.examples[name][:shots]:
                    if number in place:  # else it could not be drawn
                        examples.append(place[number])
                        labels.append(label)
            known = np.unique(labels)
            if len(known) < 2:
                raise UsageError(f"The examples of {dataset.title} cannot be drawn.", "Look at the files that failed.")
            asked = np.setdiff1d(rows, examples) if self.shared else rows
            logits = predict([one[examples] for one in pool], np.array(labels), [one[asked] for one in tested])
            wanted = truth[np.searchsorted(rows, asked)]
            found.append(float((known[logits.argmax(axis=1)] == wanted).mean()))
        return np.array(found)


def _counts(items: Sequence[Item]) -> dict[str, int]:
    names, counts = np.unique([item.label for item in items], return_counts=True)
    return dict(zip(names.tolist(), counts.tolist(), strict=True))
