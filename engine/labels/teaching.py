"""Teaching a label by examples: a head is fitted in seconds, tags the library and what is indexed later; undo."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.errors import QueryError, ShapeSeekError
from engine.facts import Vectors
from engine.labels.heads import Head, features, fit_head, suited_to
from engine.labels.judging import Given, is_stale, judge_library, maker
from engine.labels.labelling import (
    TAUGHT,
    LabellerRecord,
    check_least,
    drop_labeller,
    labeller_called,
    labellers,
    store_labeller,
)
from engine.labels.naming import checked_labels
from engine.lookup import all_vectors, facts_of, indexed_as, vectors_of
from engine.paths import whole_path
from engine.prompts import unit
from engine.writing import writing

if TYPE_CHECKING:
    from engine.library import Library

_SHOWN = 5  # best and borderline shapes listed
Example = dict[str, Any]
"""shape: catalog id, None for a file outside the library; path; positive; gone: its features are not to be had."""


@dataclass(frozen=True)
class Taught:
    """What a teaching did. shapes: every shape that bears the label now -> probability.

    positives, negatives: examples given so far. best: the surest shapes that are no examples; borderline: those nearest
    to the least probability, over and under it, to confirm or deny. Both as (id, probability).
    """

    label: str
    positives: int
    negatives: int
    least: float
    shapes: dict[int, float]
    best: tuple[tuple[int, float], ...]
    borderline: tuple[tuple[int, float], ...]


def teach(
    library: Library,
    label: str,
    examples: Sequence[int | Path | str] = (),
    without: Sequence[int | Path | str] = (),
    least: float | None = None,
) -> Taught:
    """Teach a label by shapes that have it and, perhaps, shapes that have it not; see Library.teach."""
    name = checked_labels([label])[0].lower()
    library.require_shapes()
    check_least(least)
    if not examples and not without:
        raise QueryError("There are no examples to learn from.", "Give some as --examples 3,17,file.glb.")
    with writing(library):
        record = taught_label(library, name)
        rounds = record.settings["rounds"] if record else []
        if not examples and not any(one["positive"] for past in rounds for one in past):
            raise QueryError(f"Nothing is {name!r} yet.", "Give at least one shape that is, with --examples.")
        given = [(one, True) for one in examples] + [(one, False) for one in without]
        new, rows = _examples(library, given)
        leasts = record.settings["leasts"] if record else []
        last = leasts[-1] if leasts else bundled_json("teaching.json")["least"][TAUGHT]
        leasts = [*leasts, last if least is None else least]
        settings = {"rounds": [*rounds, new], "leasts": leasts, "least": leasts[-1], "encoder": maker(library.card)}
        if record is not None and not is_stale(record, library.card):
            rows = np.concatenate([Head.from_bytes(name, record.weights)[1], rows])
        elif record is not None:
            settings["encoder"] = record.settings["encoder"]  # all examples are seen anew
        fresh = LabellerRecord(TAUGHT, name, settings, b"", record.id if record else 0)
        return _fit_and_store(library, fresh, rows)


def undo(library: Library, label: str) -> Taught | None:
    """Take back a label's last teaching; what was taught before holds again. None when that was the only one."""
    with writing(library):
        record = known_label(library, label)
        *kept, last = record.settings["rounds"]
        if not kept:
            with library.catalog.session() as session:
                drop_labeller(session, record.id)
            return None
        rows = Head.from_bytes(record.name, record.weights)[1][: -len(last)]
        leasts = record.settings["leasts"][:-1]
        settings = {**record.settings, "rounds": kept, "leasts": leasts, "least": leasts[-1]}
        return _fit_and_store(library, replace(record, settings=settings), rows)


def relearn(library: Library, record: LabellerRecord) -> tuple[LabellerRecord, Given, list[str]]:
    """(record, its labels, notes) of a taught label for the library's present encoder, from its examples' shapes.

    Examples that are not to be had any more are noted and left out. Raises QueryError when none is left. Nothing is
    written.
    """
    rounds, rows, gone = [], [], 0
    for past in record.settings["rounds"]:
        anew = [_seen_again(library, one) for one in past]
        gone += sum(row is None for _, row in anew)
        rounds.append([one for one, _ in anew])
        rows += [np.zeros(library.card.dim, np.float32) if row is None else row for _, row in anew]
    settings = {**record.settings, "rounds": rounds, "encoder": maker(library.card)}
    fresh, head = _fitted(library, replace(record, settings=settings), np.array(rows, np.float32))
    notes = [f"{record.name!r}: {gone} of its examples cannot be read any more and were left out."] if gone else []
    shares = _shares(library, fresh, head)
    return fresh, {s: {record.name: share} for s, share in shares.items() if share >= settings["least"]}, notes


def taught_label(library: Library, label: str) -> LabellerRecord | None:
    """The record of a taught label, or None."""
    return labeller_called(library.catalog, TAUGHT, label.strip().lower())


def known_label(library: Library, label: str) -> LabellerRecord:
    """The record of a taught label. Raises QueryError naming those there are."""
    record = taught_label(library, label)
    if record is None:
        taught = [one.name for one in labellers(library.catalog) if one.kind == TAUGHT]
        raise QueryError(f"{label.strip()!r} was never taught here.", f"Taught: {', '.join(taught) or 'none'}.")
    return record


def _fit_and_store(library: Library, record: LabellerRecord, rows: NDArray[np.float32]) -> Taught:
    if is_stale(record, library.card):
        record, _, _ = relearn(library, record)
        rows = Head.from_bytes(record.name, record.weights)[1]
    fresh, head = _fitted(library, record, rows)
    least = record.settings["least"]
    shares = _shares(library, fresh, head)
    shapes = {shape: share for shape, share in shares.items() if share >= least}
    with library.catalog.session() as session:
        store_labeller(session, fresh, {shape: {record.name: share} for shape, share in shapes.items()})
    examples = _examples_of(record)
    told = {one["shape"] for one in examples}
    untold = {shape: share for shape, share in shares.items() if shape not in told}
    best = sorted((item for item in untold.items() if item[1] >= least), key=lambda item: (-item[1], item[0]))
    near = sorted(untold.items(), key=lambda item: (abs(item[1] - least), item[0]))
    current = _current(examples)
    positives = sum(examples[at]["positive"] for at in current)
    return Taught(
        record.name, positives, len(current) - positives, least, shapes, tuple(best[:_SHOWN]), tuple(near[:_SHOWN])
    )


def _shares(library: Library, record: LabellerRecord, head: Head) -> dict[int, float]:
    """The label's probability for every shape of the library; what a person said of a shape stands."""
    shares = {shape: labels[record.name] for shape, labels in judge_library(library, head, 0.0).items()}
    examples = _examples_of(record)
    for one in (examples[at] for at in _current(examples)):
        if one["shape"] in shares:
            shares[one["shape"]] = float(one["positive"])
    return shares


def _fitted(library: Library, record: LabellerRecord, rows: NDArray[np.float32]) -> tuple[LabellerRecord, Head]:
    """The record with the head that its examples' rows teach, beside random shapes of the library."""
    examples = _examples_of(record)
    counted = [at for at in _current(examples) if not examples[at].get("gone")]
    positives = rows[[at for at in counted if examples[at]["positive"]]]
    negatives = rows[[at for at in counted if not examples[at]["positive"]]]
    if not len(positives):
        raise QueryError(f"None of the examples of {record.name!r} can be read any more.", "Teach it anew.")
    told = {examples[at]["shape"] for at in counted}
    ids, pooled = all_vectors(library.catalog, "pooled")
    gallery = unit(pooled)
    beside = np.concatenate([negatives, _unlike(ids, gallery, positives, told)])
    if not len(beside):
        raise QueryError(
            f"There is nothing to tell {record.name!r} from.", "Give shapes that are none, with --not, or index more."
        )
    head = suited_to(fit_head(record.name, positives, beside), len(positives), gallery)
    return replace(record, weights=head.to_bytes(rows)), head


def _examples_of(record: LabellerRecord) -> list[Example]:
    """All examples that a label was taught by, the oldest first."""
    return [one for past in record.settings["rounds"] for one in past]


def _current(examples: Sequence[Example]) -> list[int]:
    """Places of the examples that count: what was said last of a shape, for a person may think again."""
    last = {_key(one): at for at, one in enumerate(examples)}
    return sorted(last.values())


def _key(one: Example) -> int | str:
    return one["path"] if one["shape"] is None else one["shape"]


def _unlike(
    ids: NDArray[np.int64], rows: NDArray[np.float32], positives: NDArray[np.float32], told: set[int | None]
) -> NDArray[np.float32]:
    """(n, d) of the library's rows: random shapes, no examples, and none of those nearest to a positive one."""
    choice = bundled_json("teaching.json")["head"]["negatives"]
    near = (rows @ positives.T).max(axis=1)
    order = np.argsort(near, kind="stable")[: math.floor(len(ids) * (1 - choice["near"]))]
    far = [at for at in order.tolist() if int(ids[at]) not in told]
    return rows[np.random.default_rng(0).permutation(far)[: choice["most"]].astype(int)]


def _examples(
    library: Library, given: Sequence[tuple[int | Path | str, bool]]
) -> tuple[list[Example], NDArray[np.float32]]:
    """Examples and their (m, d) features. Raises QueryError for an unknown id or a file that cannot be read."""
    listed: dict[int | str, Example] = {}
    vectors: dict[int | str, Vectors] = {}
    for one, positive in given:
        path = "" if isinstance(one, int) else whole_path(one)
        shape = one if isinstance(one, int) else indexed_as(library.catalog, path)
        if shape is not None:
            facts, found = library.facts_and_vectors(shape)
            example: Example = {"shape": shape, "path": facts.path, "positive": positive}
        else:
            found = library.shape_vectors(path)
            example = {"shape": None, "path": path, "positive": positive}
        key = _key(example)
        if key in listed and listed[key]["positive"] != positive:
            raise QueryError(f"{one} is given both as an example and as none.", "Say one of the two.")
        listed[key], vectors[key] = example, found
    return list(listed.values()), features(list(vectors.values()))


def _seen_again(library: Library, one: Example) -> tuple[Example, NDArray[np.float32] | None]:
    """An example with its present features, None where neither the shape nor its file is there any more."""
    shape = one["shape"]
    if shape is not None and shape in facts_of(library.catalog, [shape]):
        vectors: Vectors | None = vectors_of(library.catalog, [shape], library.card.dim)[shape]
    else:
        try:
            vectors = library.shape_vectors(one["path"])
        except ShapeSeekError:
            vectors = None
    if vectors is None:
        return {**one, "gone": True}, None
    return {key: value for key, value in one.items() if key != "gone"}, features([vectors])[0]
