"""Labellers at work: what judges shapes by their vectors, one by one as they come, or a whole library."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from engine.encoder import EncoderCard
from engine.facts import Vectors
from engine.labels.heads import Head
from engine.labels.labelling import TAUGHT, LabellerRecord, labellers, replace_labels_of
from engine.labels.naming import Namer
from engine.lookup import allowed_ids, vectors_of

if TYPE_CHECKING:
    from engine.library import Library

_TOGETHER = 1000  # shapes whose vectors are in memory at a time
Given = dict[int, dict[str, float]]
"""Shape -> label -> probability."""


class Judge(Protocol):
    """What gives labels: a Namer (zero-shot) or a Head (taught)."""

    @property
    def labels(self) -> tuple[str, ...]:
        """What it may say."""

    def probabilities(self, shapes: Sequence[Vectors]) -> NDArray[np.float32]:
        """(n, labels) probabilities."""


def judge_of(record: LabellerRecord) -> Judge:
    """The judge that a labeller's record holds."""
    if record.kind == TAUGHT:
        return Head.from_bytes(record.name, record.weights)[0]
    with np.load(io.BytesIO(record.weights), allow_pickle=False) as packed:
        classes = packed["classes"].astype(np.float32)
        # Records of earlier versions have one floor for all their labels.
        floors = packed["floors"] if "floors" in packed else np.full(len(classes), record.settings["floor"], np.float32)
    return Namer(tuple(record.settings["labels"]), classes, record.settings["temperature"], floors)


def namer_bytes(namer: Namer) -> bytes:
    """A namer's classes and their floors, for the catalog."""
    packed = io.BytesIO()
    np.savez(packed, classes=namer.classes.astype(np.float16), floors=namer.floors)
    return packed.getvalue()


def maker(card: EncoderCard) -> str:
    """Which encoder's vectors a labeller reads; those of another say nothing to it."""
    return repr(card.identity)


def is_stale(record: LabellerRecord, card: EncoderCard) -> bool:
    """True for a labeller that was made for another encoder's vectors: it labels nothing until it is made anew."""
    return bool(record.settings["encoder"] != maker(card))


def judged(judge: Judge, least: float, shapes: Mapping[int, Vectors]) -> Given:
    """The labels whose probability is at least `least`; shapes that get none are left out."""
    if not shapes:
        return {}
    shares = judge.probabilities(list(shapes.values()))
    found: Given = {}
    for key, row in zip(shapes, shares, strict=True):
        sure = {judge.labels[i]: round(float(row[i]), 4) for i in np.flatnonzero(row >= least)}
        if sure:
            found[key] = sure
    return found


def judge_library(
    library: Library, judge: Judge, least: float, progress: Callable[[int, int], None] = lambda done, total: None
) -> Given:
    """What a judge says of all shapes of a library."""
    ids = allowed_ids(library.catalog, None)
    found: Given = {}
    for start in range(0, len(ids), _TOGETHER):
        some = vectors_of(library.catalog, ids[start : start + _TOGETHER], library.card.dim)
        found.update(judged(judge, least, some))
        progress(min(start + _TOGETHER, len(ids)), len(ids))
    return found


def label_shapes(session: Session, card: EncoderCard, shapes: Mapping[int, Vectors]) -> None:
    """Let all labellers of the library judge shapes whose vectors are new, within the transaction that stores these."""
    judges = {record.id: record for record in labellers(session) if not is_stale(record, card)}
    if not judges or not shapes:
        return
    given: dict[int, dict[int, dict[str, float]]] = {shape: {} for shape in shapes}
    for key, record in judges.items():
        for shape, labels in judged(judge_of(record), record.settings["least"], shapes).items():
            given[shape][key] = labels
    replace_labels_of(session, given)
