"""Labels for a whole library: zero-shot tags that stay, forgetting labellers, making them anew for another encoder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.bundled import bundled_json
from engine.errors import QueryError
from engine.labels.judging import Given, is_stale, judge_library, maker, namer_bytes
from engine.labels.labelling import (
    TAUGHT,
    ZERO_SHOT,
    LabellerRecord,
    check_least,
    drop_labeller,
    label_counts,
    labeller_called,
    labellers,
    shape_counts,
    store_labeller,
)
from engine.labels.naming import Namer, others_than, read_labels
from engine.labels.teaching import relearn
from engine.writing import writing

if TYPE_CHECKING:
    from engine.library import Library

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class LabellerCounts:
    """A labeller as people see it: number and name to forget it by, what it says, and of how many shapes.

    labels: each label that a shape bears -> number of shapes. stale: made for another encoder, labels nothing new.
    """

    id: int
    name: str
    kind: str
    shapes: int
    labels: dict[str, int]
    least: float
    stale: bool

    def to_dict(self) -> dict[str, Any]:
        """The row as `labels --json` prints it."""
        return dict(self.__dict__)


def tag_with(
    library: Library,
    given: str | Sequence[str],
    least: float | None = None,
    progress: Progress = lambda done, total: None,
) -> LabellerCounts:
    """Tag all shapes, and those indexed later, with what fits of the labels; see Library.tag_with."""
    name, labels = read_labels(given)
    check_least(least)
    least = bundled_json("teaching.json")["least"][ZERO_SHOT] if least is None else least
    library.require_shapes()
    with writing(library):
        known = labeller_called(library.catalog, ZERO_SHOT, name)
        wanted = {"labels": labels, "least": least, "encoder": maker(library.card)}
        if known is None or any(known.settings[key] != value for key, value in wanted.items()):
            record = LabellerRecord(ZERO_SHOT, name, wanted, b"", known.id if known else 0)
            _store(library, *_named_anew(library, record, progress))
    return next(one for one in labelled_by(library) if (one.kind, one.name) == (ZERO_SHOT, name))


def forget(library: Library, name: str) -> int:
    """Take a labeller, named or by its number, and all its labels out; returns how many shapes bore one.

    Nothing else of the library changes. Raises QueryError naming those there are.
    """
    with writing(library):
        known = labellers(library.catalog)
        wanted = name.strip().lower()
        meant = [one for one in known if one.name.lower() == wanted] or [o for o in known if str(o.id) == wanted]
        if not meant:
            names = "; ".join(f"{one.name} ({one.id})" for one in known)
            raise QueryError(f"Nothing gives labels by the name {name!r}.", f"What does: {names or 'nothing'}.")
        if len(meant) > 1:
            raise QueryError(
                f"{name!r} names {len(meant)} labellers.", f"Give a number: {', '.join(str(o.id) for o in meant)}."
            )
        with library.catalog.session() as session:
            return drop_labeller(session, meant[0].id)


def labelled_by(library: Library) -> list[LabellerCounts]:
    """All labellers of a library with their counts, the oldest first."""
    counts, bearers = label_counts(library.catalog), shape_counts(library.catalog)
    card = library.card if library.catalog.fact("encoder_card") else None
    found = []
    for one in labellers(library.catalog):
        labels = counts.get(one.id, {})
        stale = card is not None and is_stale(one, card)
        shapes, least = bearers.get(one.id, 0), one.settings["least"]
        found.append(LabellerCounts(one.id, one.name, one.kind, shapes, labels, least, stale))
    return found


def refresh(library: Library, everything: bool = False) -> list[str]:
    """Make labellers anew that were made for other vectors, all of them with `everything`; returns notes for people.

    The caller holds the write lock. A taught label none of whose examples can be read any more keeps the labels it
    gave, and is noted.
    """
    notes = []
    for record in labellers(library.catalog):
        if not everything and not is_stale(record, library.card):
            continue
        try:
            if record.kind == TAUGHT:
                fresh, given, said = relearn(library, record)
                notes += said
            else:
                settings = {**record.settings, "encoder": maker(library.card)}
                fresh, given = _named_anew(library, replace(record, settings=settings))
        except QueryError as error:
            notes.append(f"The label {record.name!r} stays as it was: {error}")
            continue
        _store(library, fresh, given)
    return notes


def _named_anew(
    library: Library, record: LabellerRecord, progress: Progress = lambda done, total: None
) -> tuple[LabellerRecord, Given]:
    """A zero-shot record with the classes of the library's encoder, and the labels it gives."""
    labels = record.settings["labels"]
    namer = Namer.of(library.encoder, labels, others_than(labels))
    settings = {**record.settings, "temperature": namer.temperature}
    fresh = replace(record, settings=settings, weights=namer_bytes(namer))
    return fresh, judge_library(library, namer, settings["least"], progress)


def _store(library: Library, record: LabellerRecord, given: Given) -> None:
    with library.catalog.session() as session:
        store_labeller(session, record, given)
