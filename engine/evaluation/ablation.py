"""Zero-shot with parts of the method taken away, as tables beside the published ones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.evaluation import metrics
from engine.evaluation.bench import VIEW_COUNTS, Bench, view_title
from engine.evaluation.drawing import BARE
from engine.evaluation.embedding import ShapeVectors
from engine.evaluation.report import Row, Table, with_published
from engine.evaluation.zero_shot import blended_views, spread_views

LINEAR = "the sum of view logits and the cosine to the mean of the views give the same order, so both are one row"

_NAMES = {BARE: "bare points", "contour": "contour-aware"}
# projection, prompts, branch, aggregation: the steps of OpenDlign's table, then the product's own projection.
_STEPS = (
    (BARE, "plain", "photo", "logits"),
    ("contour", "plain", "photo", "logits"),
    ("contour", "depth", "photo", "logits"),
    ("contour", "plain", "depth", "logits"),
    ("contour", "depth", "depth", "logits"),
    ("contour", "depth", "both", "logits"),
    ("contour", "depth", "both", "softmax"),
    ("closing", "plain", "photo", "logits"),
    ("closing", "depth", "photo", "logits"),
    ("closing", "plain", "both", "logits"),
    ("closing", "depth", "both", "logits"),
    ("closing", "depth", "both", "softmax"),
)
_POINTS = 10_000  # where the protocol has whole meshes, which no projection treats differently


def by_views(bench: Bench, vectors: ShapeVectors) -> Table:
    """Zero-shot top-1 of fewer views of the same rig."""
    rows, truth = bench.truth(vectors)
    count, figures = vectors.depth.shape[1], {}
    for number in (one for one in VIEW_COUNTS if one <= count):
        views = blended_views(vectors, spread_views(count, number))[rows]
        figures[view_title(number)] = metrics.accuracy(bench.scores(views), truth, (1,))["top-1"]
    row = bench.row("ShapeSeek, zero-shot", figures, len(rows), why="zero-shot, not 16 shots")
    return with_published(Table("views, zero-shot top-1", tuple(figures), (row,)), "views", bench.dataset.name)


def by_components(bench: Bench) -> Table:
    """Zero-shot top-1, 3 and 5 of each step; steps that differ only in a branch the encoder lacks are left out."""
    points = bench.look.points or _POINTS
    rows: list[Row] = []
    drawn: dict[str, ShapeVectors] = {}
    single = len(bench.embedder.branches) == 1
    for projection, prompts, branch, how in _STEPS:
        if single and (branch == "depth" or (branch == "both" and how == "logits")):
            continue
        if projection not in drawn:
            drawn[projection] = bench.shapes(replace(bench.look, projection=projection, points=points))
        vectors = drawn[projection]
        kept, truth = bench.truth(vectors)
        figures = metrics.accuracy(bench.scores(_branch(vectors, branch)[kept], prompts, how), truth)
        branches = "" if single else {"both": "both branches"}.get(branch, f"{branch} branch")
        parts = (_NAMES.get(projection, projection), f"{prompts} text", branches, "" if how == "logits" else how)
        name = f"ShapeSeek: {', '.join(part for part in parts if part)}"
        rows.append(bench.row(name, figures, len(kept), points=points))
    title = f"components, zero-shot, {points:,} points a shape"
    return with_published(Table(title, tuple(rows[0].figures), tuple(rows)), "components", bench.dataset.name)


def _branch(vectors: ShapeVectors, branch: str) -> NDArray[np.float16]:
    return {"photo": vectors.photo, "depth": vectors.depth}[branch] if branch != "both" else blended_views(vectors)
