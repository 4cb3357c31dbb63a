"""Labels that the program gave to shapes, and the labellers that give them: how both are kept in the catalog."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from engine.catalog import TAG_WORDS, Catalog, Label, Labeller, ShapeRow, bindable
from engine.errors import UsageError
from engine.facts import GivenLabel

ZERO_SHOT, TAUGHT = "zero-shot", "taught"


@dataclass(frozen=True)
class LabellerRecord:
    """One labeller as stored (see catalog.Labeller); id 0: not stored yet."""

    kind: str
    name: str
    settings: dict[str, Any]
    weights: bytes = field(repr=False)
    id: int = 0


def labellers(source: Catalog | Session) -> list[LabellerRecord]:
    """All labellers of a library, the oldest first."""
    if isinstance(source, Catalog):
        with Session(source.engine) as session:
            return labellers(session)
    rows = source.scalars(select(Labeller).order_by(Labeller.id))
    return [LabellerRecord(row.kind, row.name, json.loads(row.settings), row.weights, row.id) for row in rows]


def labeller_called(catalog: Catalog, kind: str, name: str) -> LabellerRecord | None:
    """The labeller of that kind and name, or None."""
    return next((one for one in labellers(catalog) if (one.kind, one.name) == (kind, name)), None)


def check_least(least: float | None) -> None:
    """Raise UsageError for a least probability of labels that none can be; None stands for the usual one."""
    if least is not None and not 0 < least <= 1:
        raise UsageError(f"The least probability must be over 0 and at most 1, not {least:g}.")


def label_counts(catalog: Catalog) -> dict[int, dict[str, int]]:
    """Of each labeller's id, each label with the number of shapes that bear it, most first."""
    count = func.count().label("count")
    query = select(Label.labeller_id, Label.label, count).group_by(Label.labeller_id, Label.label)
    found: dict[int, dict[str, int]] = {}
    with catalog.engine.connect() as connection:
        for key, label, number in connection.execute(query.order_by(count.desc(), Label.label)):
            found.setdefault(key, {})[label] = number
    return found


def shape_counts(catalog: Catalog) -> dict[int, int]:
    """Of each labeller's id, how many shapes bear a label of it; those that none bears are absent."""
    query = select(Label.labeller_id, func.count(Label.shape_id.distinct())).group_by(Label.labeller_id)
    with catalog.engine.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def label_state(catalog: Catalog) -> str:
    """Changes whenever any label does."""
    return catalog.fact("labels") or "0"


def store_labeller(session: Session, record: LabellerRecord, given: Mapping[int, Mapping[str, float]]) -> int:
    """Write a labeller, a new one or in its own place, with all labels it gives: shape -> label -> probability.

    Shapes that left the library meanwhile are passed over. Returns the labeller's id.
    """
    values = {"kind": record.kind, "name": record.name, "settings": json.dumps(record.settings)}
    key = record.id
    if key:
        session.execute(update(Labeller).where(Labeller.id == key).values(**values, weights=record.weights))
    else:
        row = Labeller(**values, weights=record.weights)
        session.add(row)
        session.flush()
        key = row.id
    before = set(session.scalars(select(Label.shape_id).where(Label.labeller_id == key)))
    session.execute(delete(Label).where(Label.labeller_id == key))
    there = set(session.scalars(select(ShapeRow.id)))
    add_labels(session, key, {shape: labels for shape, labels in given.items() if shape in there})
    _labels_changed(session, before.union(given))
    return key


def add_labels(session: Session, labeller: int, given: Mapping[int, Mapping[str, float]]) -> None:
    """Write labels without telling the keyword search: what calls it does that once for all."""
    rows = [
        {"shape_id": shape, "labeller_id": labeller, "label": label.lower(), "probability": probability}
        for shape, labels in given.items()
        for label, probability in labels.items()
    ]
    if rows:
        session.execute(insert(Label), rows)


def replace_labels_of(session: Session, given: Mapping[int, Mapping[int, Mapping[str, float]]]) -> None:
    """Give shapes the labels they have from now on: shape -> labeller's id -> label -> probability."""
    shapes = list(given)
    for some in bindable(shapes):
        session.execute(delete(Label).where(Label.shape_id.in_(some)))
    for shape, by_labeller in given.items():
        for labeller, labels in by_labeller.items():
            add_labels(session, labeller, {shape: labels})
    _labels_changed(session, shapes)


def drop_labeller(session: Session, labeller: int) -> int:
    """Take a labeller and all its labels out; returns how many shapes bore one."""
    shapes = set(session.scalars(select(Label.shape_id).where(Label.labeller_id == labeller)))
    session.execute(delete(Labeller).where(Labeller.id == labeller))
    _labels_changed(session, shapes)
    return len(shapes)


def given_labels(session: Session | Connection, shapes: Iterable[int]) -> dict[int, tuple[GivenLabel, ...]]:
    """The labels those shapes were given, surest first; one given by several labellers counts once, by its surest."""
    wanted, found = list(shapes), dict[int, list[GivenLabel]]()
    columns = select(Label.shape_id, Label.label, Label.probability, Labeller.kind)
    query = columns.join(Labeller, Label.labeller_id == Labeller.id).order_by(Label.probability.desc(), Label.label)
    for some in bindable(wanted):
        for key, label, probability, by in session.execute(query.where(Label.shape_id.in_(some))):
            one = GivenLabel(str(label), probability, str(by))
            if one.label not in {other.label for other in found.setdefault(key, [])}:
                found[key].append(one)
    return {key: tuple(labels) for key, labels in found.items()}


def _labels_changed(session: Session, shapes: Iterable[int]) -> None:
    """Tell the keyword search, and whoever keeps answers that depend on labels."""
    ids = [{"id": shape} for shape in shapes]
    if ids:
        session.execute(text(f"UPDATE words SET tags = {TAG_WORDS} WHERE rowid = :id"), ids)
    count = "ON CONFLICT(key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    session.execute(text(f"INSERT INTO facts(key, value) VALUES ('labels', '1') {count}"))
