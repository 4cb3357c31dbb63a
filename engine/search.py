"""The way of a query: embed -> allowed ids -> retrieve -> re-rank on views and outlines -> fuse keywords -> explain."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.facts import ShapeFacts, Vectors
from engine.lookup import allowed_ids, check_collection, facts_of, keyword_matches, vectors_of
from engine.outlines import agreement, outline_of
from engine.prompts import unit
from engine.query import Query, Term, open_picture, text_kind, with_weights

if TYPE_CHECKING:
    from engine.encoder import EncoderCard
    from engine.library import Library

RERANKED = 200  # pooled candidates whose views are looked at, at least
KEYWORD_WEIGHT = 0.15  # score of a shape whose name holds every word asked for


@dataclass(frozen=True)
class Hit:
    """One found shape. view: index of the camera whose picture matched best; parts: what the score is made of."""

    id: int
    path: str
    name: str
    collection: str
    score: float
    weak: bool
    view: int
    parts: dict[str, float]
    facts: ShapeFacts = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The hit as `search --json` prints it; tags, labels, scene and box only where the shape has them."""
        values = {key: value for key, value in self.__dict__.items() if key != "facts"}
        values["score"] = round(self.score, 4)
        values["parts"] = {key: round(value, 4) for key, value in self.parts.items()}
        given = [
            {"label": one.label, "probability": round(one.probability, 4), "by": one.by} for one in self.facts.labels
        ]
        box = self.facts.box.corners() if self.facts.box else None
        more = {"tags": list(self.facts.tags), "labels": given, "scene": self.facts.scene, "box": box}
        return {**values, **{key: value for key, value in more.items() if value}}


@dataclass(frozen=True)
class Hits(Sequence[Hit]):
    """Found shapes, best first, with the query and the milliseconds each step took."""

    query: Query
    took_ms: dict[str, float]
    hits: tuple[Hit, ...]

    def __getitem__(self, index: Any) -> Any:
        return self.hits[index]

    def __len__(self) -> int:
        return len(self.hits)

    def to_dict(self) -> dict[str, Any]:
        """The result as `search --json` prints it."""
        took = {key: round(value, 1) for key, value in self.took_ms.items()}
        return {"query": self.query.described(), "took_ms": took, "hits": [hit.to_dict() for hit in self.hits]}


@dataclass(frozen=True)
class EmbeddedTerm:
    """A term with its vector in the text space, for shapes the one in the form space, for pictures the outline."""

    term: Term
    aligned: NDArray[np.float32]
    form: NDArray[np.float32] | None = None
    outline: NDArray[np.uint8] | None = None


def search(library: Library, query: Query, exclude: Sequence[int] = ()) -> Hits:
    """Answer a query. Raises QueryError, FilterError or PictureError for a bad one, EncoderError without weights.

    Where another process swaps in vectors of another encoder between two of the steps, all are done again.
    """
    library.require_shapes()
    while True:
        maker = library.card.identity
        try:
            found = _answer(library, query, exclude)
        except Exception:
            if library.card.identity == maker:
                raise
        else:
            if library.card.identity == maker:
                return found


def _answer(library: Library, query: Query, exclude: Sequence[int]) -> Hits:
    started = time.perf_counter()
    allowed = _allowed(library, query, exclude)
    query = with_weights(query, library.card.term_weights)
    terms = [_embed(library, term) for term in query.terms]
    embedded = time.perf_counter()
    candidates = _retrieve(library, query, terms, allowed)
    retrieved = time.perf_counter()
    hits = _rank(library, query, terms, candidates, allowed)
    ended = time.perf_counter()
    took = {"embed": embedded - started, "retrieve": retrieved - embedded, "rank": ended - retrieved}
    return Hits(query, {k: 1000 * v for k, v in {**took, "total": ended - started}.items()}, tuple(hits))


def _allowed(library: Library, query: Query, exclude: Sequence[int]) -> NDArray[np.int64] | None:
    """Ids the filters let through, ascending; None when nothing is filtered."""
    from sqlalchemy import and_

    from engine.catalog import Collection, ShapeRow
    from engine.filters import parse_filter

    conditions = [parse_filter(query.where)] if query.where.strip() else []
    if query.collection:
        check_collection(library.catalog, query.collection)
        conditions.append(Collection.name == query.collection)
    if len(exclude):
        conditions.append(ShapeRow.id.not_in([key for key in exclude if key < 2**63]))
    return allowed_ids(library.catalog, and_(*conditions)) if conditions else None


def _embed(library: Library, term: Term) -> EmbeddedTerm:
    if term.kind == "text":
        return EmbeddedTerm(term, library.text_vector(term.value))
    if term.kind == "image":
        picture = open_picture(term.value)
        return EmbeddedTerm(term, library.encoder.encode_photos([picture])[0], outline=outline_of(picture))
    own = term.kind == "id"
    vectors = library.facts_and_vectors(term.value)[1] if own else library.shape_vectors(term.value)
    form = vectors.form.astype(np.float32) if vectors.form.size else None
    return EmbeddedTerm(term, vectors.pooled.astype(np.float32), form)


def by_form(terms: Sequence[EmbeddedTerm]) -> bool:
    """True when only shapes are asked for: then the form space answers, which tells shapes apart better."""
    return all(term.form is not None and term.term.weight > 0 for term in terms)


def combine(terms: Sequence[EmbeddedTerm], form: bool = False) -> NDArray[np.float32]:
    """(d,) unit vector: the weighted sum of the terms' unit vectors."""
    rows = [(term.form if form else term.aligned, term.term.weight) for term in terms]
    return unit(np.sum([weight * unit(row) for row, weight in rows if row is not None], axis=0))


def _retrieve(
    library: Library, query: Query, terms: Sequence[EmbeddedTerm], allowed: NDArray[np.int64] | None
) -> NDArray[np.int64]:
    """Candidates by their pooled (or form) vectors, best first."""
    form = by_form(terms)
    index = library.index("form" if form else "pooled")
    return index.search(combine(terms, form), max(query.k, RERANKED), allowed)[0]


def _rank(
    library: Library,
    query: Query,
    terms: Sequence[EmbeddedTerm],
    candidates: NDArray[np.int64],
    allowed: NDArray[np.int64] | None,
) -> list[Hit]:
    """Candidates and keyword matches, scored by meaning, best view and keywords; the best k with their facts."""
    shares = keyword_matches(library.catalog, query.text) if query.keywords and query.text else {}
    permitted = shares if allowed is None else set(allowed.tolist()).intersection(shares)
    extra = sorted(set(permitted) - set(candidates.tolist()))
    ids = np.concatenate([candidates, np.array(extra, np.int64)])
    stored = vectors_of(library.catalog, ids, library.card.dim)
    ids = np.array([key for key in ids.tolist() if key in stored], np.int64)
    if not len(ids):
        return []
    scored = _score(library, terms, [stored[key] for key in ids.tolist()])
    keyword = np.array([shares.get(key, 0.0) for key in ids.tolist()], np.float32)
    total = scored.total + KEYWORD_WEIGHT * keyword
    # Ties (copies of one shape) go to the older id, so equal questions get equal answers.
    best = np.lexsort((ids, -total))[: query.k]
    facts = facts_of(library.catalog, ids[best].tolist())
    floors = library.floors
    return [
        _hit(floors, facts[int(ids[i])], float(total[i]), scored, int(i), float(keyword[i]))
        for i in best
        if int(ids[i]) in facts  # others were taken out of the library just now
    ]


@dataclass(frozen=True)
class ScoredTerm:
    """What one term says of n candidates.

    cosines: (n,) with their pooled (or form) vectors; meaning: (n,) these with the share of the best view; outline:
    (n,) how far outlines agree, None for a term that shows none. kind: what its floor is known by; in_common: the
    cosine from which that floor counts.
    """

    term: Term
    cosines: NDArray[np.float32]
    meaning: NDArray[np.float32]
    outline: NDArray[np.float32] | None
    kind: str
    in_common: float


@dataclass(frozen=True)
class Scored:
    """Scores of n candidates: the total (n,), of it the meaning (n,) and, where pictures show any, the outlines (n,).

    view, best_view: (n,) the camera whose picture is nearest to the whole query, and its cosine.
    """

    total: NDArray[np.float32]
    meaning: NDArray[np.float32]
    outline: NDArray[np.float32] | None
    view: NDArray[np.int64]
    best_view: NDArray[np.float32]
    terms: list[ScoredTerm]


def _score(library: Library, terms: Sequence[EmbeddedTerm], stored: Sequence[Vectors]) -> Scored:
    """Every term is scored in the way that suits its kind, then the scores are added by their weights.

    Of a text and a picture together more is found than by one vector for both: see docs/benchmarks.md. Divided by the
    length of the sum of the terms' vectors, so that without views and outlines it is the cosine with that sum.
    """
    card = library.card  # read from the catalog each time it is asked for
    form = by_form(terms)
    gallery = unit(np.stack([one.form if form else one.pooled for one in stored]))  # halves are not quite unit
    views, best = _best_views(np.stack([combine(terms), *(unit(one.aligned) for one in terms)]), stored)
    traced = all(one.outlines.size for one in stored)
    scored = [
        _score_term(card, term, gallery, near, stored if traced else (), form)
        for term, near in zip(terms, best[1:], strict=True)
    ]
    length = max(float(np.linalg.norm(np.sum([one.term.weight * unit(one.aligned) for one in terms], axis=0))), 1e-9)
    if form:
        meaning = gallery @ combine(terms, form)
    else:
        meaning = np.sum([one.term.weight * one.meaning for one in scored], axis=0) / length
    total, outline = meaning, None
    shown = [(one.term.weight, one.meaning, one.outline) for one in scored if one.outline is not None]
    if shown:
        gain = np.sum([weight * (agreed - own) for weight, own, agreed in shown], axis=0)
        total = meaning + card.outline_share / length * gain
        outline = np.average([agreed for _, _, agreed in shown], axis=0, weights=[weight for weight, _, _ in shown])
    return Scored(total, meaning, outline, views[0], best[0], scored)


def _score_term(
    card: EncoderCard,
    term: EmbeddedTerm,
    gallery: NDArray[np.float32],
    best: NDArray[np.float32],
    traced: Sequence[Vectors],
    form: bool,
) -> ScoredTerm:
    """One term against the gallery (n, d); best: (n,) cosines of its best views; traced: candidates with outlines."""
    query = unit(term.form if form and term.form is not None else term.aligned)
    kind = "form" if form else text_kind(term.term.value) if term.term.kind == "text" else _kind(term.term)
    share, cosines = card.view_weights.get(_kind(term.term), 0.0), gallery @ query
    outline = None
    if term.outline is not None and card.outline_share and traced and term.term.weight > 0:
        outline = agreement(term.outline, np.stack([one.outlines for one in traced]))
    in_common = float(card.in_common(kind, query[None])[0])
    return ScoredTerm(term.term, cosines, (1.0 - share) * cosines + share * best, outline, kind, in_common)


def _best_views(
    queries: NDArray[np.float32], stored: Sequence[Vectors]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """(q, n) index and (q, n) cosine of each shape's best view for queries (q, d), some shapes at a time."""
    found, best = [], []
    for start in range(0, len(stored), 1000):  # to stay small at any k
        cosines = np.stack([one.views for one in stored[start : start + 1000]]).astype(np.float32) @ queries.T
        found.append(cosines.argmax(axis=1).T)
        best.append(cosines.max(axis=1).T)
    return np.concatenate(found, axis=1), np.concatenate(best, axis=1)


def _hit(floors: dict[str, float], facts: ShapeFacts, score: float, scored: Scored, at: int, keyword: float) -> Hit:
    parts = {"meaning": float(scored.meaning[at]), "best_view": float(scored.best_view[at])}
    if scored.outline is not None:
        parts["outline"] = float(scored.outline[at])
    for one in scored.terms:
        name = "without" if one.term.weight < 0 else _kind(one.term)
        parts[name] = max(parts.get(name, -1.0), float(one.cosines[at]))
    if keyword:
        parts["keywords"] = KEYWORD_WEIGHT * keyword
    weak = keyword < 0.5 and _is_weak(scored, at, floors)
    return Hit(
        facts.id, facts.path, facts.description.name, facts.collection, score, weak, int(scored.view[at]), parts, facts
    )


def _is_weak(scored: Scored, at: int, floors: dict[str, float]) -> bool:
    """Weak when no term asked for comes near: each under the floor calibrated for its kind (none known: not weak)."""
    asked = [one for one in scored.terms if one.term.weight > 0]
    return bool(asked) and all(one.cosines[at] - one.in_common < floors.get(one.kind, -1.0) for one in asked)


def _kind(term: Term) -> str:
    """The kind that an encoder's calibration knows a term by."""
    return "shape" if term.kind == "id" else term.kind
