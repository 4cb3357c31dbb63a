"""Retrieval as the product does it: shapes by shapes, by sentences, and by the names and icons of a labels CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.encoder import Encoder, EncoderCard
from engine.errors import UsageError
from engine.evaluation import metrics
from engine.evaluation.bench import Bench, set_up
from engine.evaluation.classification import classify, zero_shot_table
from engine.evaluation.datasets import labels, shrec, text2shape
from engine.evaluation.datasets.dataset import Dataset
from engine.evaluation.embedding import ShapeVectors
from engine.evaluation.protocols import Wish
from engine.evaluation.report import Report, Table, with_published
from engine.outlines import outline_of
from engine.prompts import unit

Outline = NDArray[np.uint8] | None  # what a query's picture shows, see engine/outlines.py

# As the Text2Shape papers call them.
_SENTENCE_COLUMNS = {"R@1": "RR@1", "R@5": "RR@5", "NDCG@5": "NDCG@5", "MRR": "MRR"}


def run_shapes(protocol: str, wish: Wish) -> Report:
    """SHREC'12: every shape asks for the others of its class."""
    return _run(protocol, shrec.load(wish.data), wish, _shape_tables)


def run_sentences(protocol: str, wish: Wish) -> Report:
    """Text2Shape: every sentence asks for the one shape that it was written about."""
    return _run(protocol, text2shape.load(wish.data), wish, _sentence_tables)


def run_labels(protocol: str, wish: Wish) -> Report:
    """A labels CSV: names, icons and sentences ask for shapes, shapes for those of their name; or few-shot."""
    dataset = labels.load(wish.data, wish.where, wish.column)
    if wish.shots or wish.ablate:
        return classify(protocol, dataset, wish)
    return _run(protocol, dataset, wish, _label_tables)


def shape_scores(vectors: ShapeVectors) -> NDArray[np.float32]:
    """(n, n) cosines between shapes, of the form vectors where the encoder has them, else of the pooled ones."""
    rows = vectors.form.astype(np.float32) if vectors.form.shape[1] else vectors.depth.astype(np.float32).mean(axis=1)
    rows = unit(rows)
    return rows @ rows.T


def _run(protocol: str, dataset: Dataset, wish: Wish, measure: Callable[[Bench, ShapeVectors], list[Table]]) -> Report:
    with set_up(protocol, dataset, wish) as bench:
        vectors = bench.shapes()
        return bench.report(vectors, measure(bench, vectors))


def _shape_tables(bench: Bench, vectors: ShapeVectors) -> list[Table]:
    names = [bench.dataset.items[at].label for at in vectors.kept]
    if len(set(names)) == len(names):
        raise UsageError(f"{bench.dataset.title} has no two shapes of one class here.", "See --only and --limit.")
    space = "form vectors" if vectors.form.shape[1] else "pooled vectors"
    figures = metrics.shape_retrieval(shape_scores(vectors), names)
    row = bench.row(bench.method(space), figures, len(vectors.kept))
    return [Table("shape to shape of its class", tuple(figures), (row,))]


def _sentence_tables(bench: Bench, vectors: ShapeVectors) -> list[Table]:
    asked = _ask_sentences(bench, vectors)
    if asked is None:
        raise UsageError(
            f"{bench.dataset.title} has no sentence about a shape that is there.", "See --only and --limit."
        )
    figures = {title: asked[name] for name, title in _SENTENCE_COLUMNS.items()}
    row = bench.row(bench.method(), figures, len(vectors.kept), f"{len(bench.dataset.texts):,} sentences")
    table = Table("sentence to shape", tuple(figures), (row,))
    return [with_published(table, "text to shape", bench.dataset.name)]


def _label_tables(bench: Bench, vectors: ShapeVectors) -> list[Table]:
    dataset, encoder = bench.dataset, bench.embedder.encoder
    card, place = encoder.card, {int(at): row for row, at in enumerate(vectors.kept)}
    names = [dataset.items[at].label for at in vectors.kept]
    named = np.array([bool(name) for name in names])
    own, alike = np.eye(len(names), dtype=bool), metrics.same_name(names) & named[:, None]
    rows = []

    def ask(title: str, scores: NDArray[np.float32], right: NDArray[np.bool_]) -> None:
        if right.any():
            figures = metrics.recall(scores, right)
            rows.append(bench.row(title, figures, len(names), f"{int(right.any(axis=1).sum()):,} queries"))

    by_name = _by_meaning(card, vectors, encoder.encode_texts(names), "text")
    ask("name -> shape of that name", by_name, alike)
    pictured = [(picture, place[number]) for picture, number in dataset.pictures if number in place]
    if pictured:
        at = [row for _, row in pictured]
        icons, shown = _photos(encoder, [picture for picture, _ in pictured])
        by_icon = _by_meaning(card, vectors, icons, "image")
        by_icon = metrics.outlined(by_icon, shown, vectors.outlines, card.outline_share)
        text, image = (card.term_weights.get(kind, 1.0) for kind in ("text", "image"))
        by_both = text * by_name[at] + image * by_icon
        ask("icon -> that shape", by_icon, own[at])
        ask("icon -> shape of its name", by_icon, alike[at])
        ask("name + icon -> that shape", by_both, own[at])
        ask("name + icon -> shape of that name", by_both, alike[at])
    told = _ask_sentences(bench, vectors)
    if told is not None:
        rows.append(bench.row("sentence -> that shape", told, len(names), f"{len(dataset.texts):,} queries"))
    tables = []
    if rows:
        tables.append(Table("text and pictures to shapes", tuple(rows[0].figures), tuple(rows)))
    if len(dataset.classes) > 1:
        tables.append(zero_shot_table(bench, vectors))
    if len(set(names) - {""}) < named.sum():
        figures = metrics.shape_retrieval(shape_scores(vectors)[np.ix_(named, named)], [name for name in names if name])
        row = bench.row("shape -> shapes of its name", figures, len(names))
        tables.append(Table("shape to shape", tuple(figures), (row,)))
    return tables


def _ask_sentences(bench: Bench, vectors: ShapeVectors) -> dict[str, float] | None:
    """Recall, MRR and NDCG@5 of the sentences about shapes that are there; None where there are none."""
    place = {int(at): row for row, at in enumerate(vectors.kept)}
    asked = [(text, place[number]) for text, number in bench.dataset.texts if number in place]
    if not asked:
        return None
    encoder = bench.embedder.encoder
    queries = encoder.encode_texts([text for text, _ in asked])
    scores = _by_meaning(encoder.card, vectors, queries, "text")
    right = np.zeros(scores.shape, bool)
    right[np.arange(len(asked)), [row for _, row in asked]] = True
    return {**metrics.recall(scores, right), "NDCG@5": metrics.ndcg(scores, right)}


def _by_meaning(
    card: EncoderCard, vectors: ShapeVectors, queries: NDArray[np.float32], kind: str
) -> NDArray[np.float32]:
    """(Q, N) scores of queries (Q, D) of one kind, as search gives them."""
    return metrics.gallery_scores(vectors.depth, queries, card.view_weights.get(kind, 0.0))


def _photos(encoder: Encoder, pictures: Sequence[Path]) -> tuple[NDArray[np.float32], list[Outline]]:
    """Vectors (n, D) of pictures, and the outline that each shows."""
    from PIL import Image

    rows: list[NDArray[np.float32]] = []
    shown: list[Outline] = []
    for start in range(0, len(pictures), 64):
        some = []
        for picture in pictures[start : start + 64]:
            try:
                with Image.open(picture) as opened:
                    some.append(opened.convert("RGBA"))
            except (OSError, Image.DecompressionBombError) as error:
                raise UsageError(f"The icon {picture} cannot be read: {error}.", "Clear its cell.") from error
        rows.append(encoder.encode_photos(some))
        shown += [outline_of(picture) for picture in some]
    return np.concatenate(rows), shown
