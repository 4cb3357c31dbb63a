"""Zero-shot and few-shot classification of a dataset's shapes, and what each part of the method is worth."""

from __future__ import annotations

import importlib

from engine.evaluation import ablation, metrics
from engine.evaluation.bench import Bench, set_up
from engine.evaluation.datasets.dataset import Dataset
from engine.evaluation.embedding import ShapeVectors
from engine.evaluation.few_shot import few_shot_tables
from engine.evaluation.protocols import Wish
from engine.evaluation.report import Report, Table, with_published
from engine.evaluation.zero_shot import blended_views

_LOADERS = {
    "modelnet40": "modelnet",
    "scanobjectnn": "scanobjectnn",
    "omniobject3d": "omniobject",
    "objaverse-lvis": "objaverse",
}


def run(protocol: str, wish: Wish) -> Report:
    """Classify the shapes of a dataset. Raises as `protocols.evaluate` says."""
    loader = importlib.import_module(f"engine.evaluation.datasets.{_LOADERS[protocol]}")
    return classify(protocol, loader.load(wish.data), wish)


def classify(protocol: str, dataset: Dataset, wish: Wish) -> Report:
    """The report of a dataset whose shapes have classes: zero-shot, or few-shot where shots are asked for."""
    with set_up(protocol, dataset, wish) as bench:
        notes: tuple[str, ...] = ()
        if wish.shots:
            bench, tables, vectors, notes = few_shot_tables(bench)
        else:
            vectors = bench.shapes()
            tables = [zero_shot_table(bench, vectors)]
            if "views" in wish.ablate:
                tables.append(ablation.by_views(bench, vectors))
        if "components" in wish.ablate:
            tables.append(ablation.by_components(bench))
            notes = (*notes, ablation.LINEAR)
        return bench.report(vectors, tables, notes)


def zero_shot_table(bench: Bench, vectors: ShapeVectors) -> Table:
    """Top-1, 3 and 5 of all shapes beside the published rows."""
    rows, truth = bench.truth(vectors)
    figures = metrics.accuracy(bench.scores(blended_views(vectors)[rows]), truth)
    row = bench.row(bench.method(f"{bench.prompts} text"), figures, len(rows))
    return with_published(Table("zero-shot", tuple(figures), (row,)), "zero-shot", bench.dataset.name)
