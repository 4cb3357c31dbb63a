"""Zero-shot naming: which of some labels a shape is, and how sure that is."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.encoder import Encoder
from engine.errors import QueryError
from engine.facts import Vectors
from engine.geometry import Shape

if TYPE_CHECKING:
    from engine.library import Library

EVERYDAY = "everyday"
UNSURE = 0.5  # a best label under this probability is called unsure
_LIST_ENDINGS = (".txt", ".csv")
_LONGEST, _MOST, _MOST_BYTES = 200, 5_000, 2**20


class Named(NamedTuple):
    """A label with its probability among those to choose from."""

    label: str
    probability: float


@dataclass(frozen=True)
class Naming(Sequence[Named]):
    """Labels of one shape, best first; `unsure` when the best is under UNSURE, or resembles the shape too little."""

    named: tuple[Named, ...]
    unsure: bool

    def __getitem__(self, index: Any) -> Any:
        return self.named[index]

    def __len__(self) -> int:
        return len(self.named)


def everyday_labels() -> list[str]:
    """The label list that ships with the program (data/labels.json)."""
    return list(bundled_json("labels.json")[EVERYDAY])


def read_labels(given: str | Sequence[str]) -> tuple[str, list[str]]:
    """(name, labels) of what a person gave: names, also separated by commas, a .txt or .csv file, or "everyday".

    A file has one label a line, a CSV file in its first column or the one called label or name. Raises QueryError.
    """
    if not isinstance(given, str):
        labels = checked_labels(given)
        return _name_of(labels), labels
    if given.strip().lower() == EVERYDAY:
        return EVERYDAY, everyday_labels()
    if given.strip().lower().endswith(_LIST_ENDINGS):
        return Path(given).stem, checked_labels(_lines_of(Path(given.strip()).expanduser()), given)
    labels = checked_labels(given.split(","), given)
    return _name_of(labels), labels


def _name_of(labels: Sequence[str]) -> str:
    """What a list without a name is called."""
    more = f" and {len(labels) - 4} more" if len(labels) > 4 else ""
    return ", ".join(labels[:4]) + more


def checked_labels(labels: Sequence[str], source: str = "") -> list[str]:
    """The labels without blanks and repetitions. Raises QueryError when none is left, or they cannot be labels."""
    kept: dict[str, str] = {}
    for label in labels:
        if label.strip():
            kept.setdefault(label.strip().lower(), label.strip())
    names = list(kept.values())
    where = f" in {source}" if source.lower().endswith(_LIST_ENDINGS) else ""
    if not names:
        raise QueryError(
            f"There are no labels to choose from{where}.", "Give them as --labels chair,table,lamp, or a file of them."
        )
    if len(names) > _MOST:
        raise QueryError(f"There are {len(names):,} labels{where}; at most {_MOST:,} are read.")
    for name in names:
        if len(name) > _LONGEST or not name.isprintable():
            raise QueryError(f"{name[:40]!r}{where} cannot be a label.", "Labels are short lines of plain text.")
    return names


def _lines_of(file: Path) -> list[str]:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise QueryError(f"The label file {file} is larger than 1 MiB.")
        content = file.read_text("utf-8-sig")
    except OSError as error:
        raise QueryError(f"The label file {file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"The label file {file} is not UTF-8 text.") from error
    if file.suffix.lower() == ".txt":
        return content.splitlines()
    try:
        rows = [row for row in csv.reader(io.StringIO(content)) if row]
    except csv.Error as error:
        raise QueryError(f"The label file {file} is not CSV: {error}.") from error
    titles = [cell.strip().lower() for cell in rows[0]] if rows else []
    column = next((titles.index(title) for title in ("label", "name") if title in titles), None)
    chosen, first = (column, 1) if column is not None else (0, 0)
    return [row[chosen] for row in rows[first:] if len(row) > chosen]


@dataclass(frozen=True)
class Namer:
    """Labels to choose from, and other things that a shape may be instead.

    classes: (labels + others, dim) float32 unit rows, the labels first. temperature: what cosines are multiplied by.
    floors: (labels + others,) mean cosines under which each does not fit, whatever the others say.
    """

    labels: tuple[str, ...]
    classes: NDArray[np.float32]
    temperature: float
    floors: NDArray[np.float32]

    @classmethod
    def of(cls, encoder: Encoder, labels: Sequence[str], others: Sequence[str] = ()) -> Namer:
        """The namer of an encoder; its card says through which prompts names go, and how sharp its scores are."""
        classes = encoder.encode_classes([*labels, *others])
        card = encoder.card
        floors = card.floors.get("text", -1.0) + card.in_common("text", classes)
        return cls(tuple(labels), classes, card.temperature, floors)

    def cosines(self, views: Sequence[NDArray[np.floating]]) -> NDArray[np.float32]:
        """(n, labels + others): for each shape's (V, dim) view embeddings their mean cosine to each class."""
        means = np.stack([np.asarray(one, np.float32).mean(axis=0) for one in views])
        return np.asarray(means @ self.classes.T, np.float32)

    def shares(self, cosines: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n, labels) probabilities: softmax over labels and others of the views' mean logits (OpenDlign 3.4)."""
        logits = self.temperature * cosines
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)[:, : len(self.labels)]

    def probabilities(self, shapes: Sequence[Vectors]) -> NDArray[np.float32]:
        """(n, labels) probabilities, 0 for labels that resemble a shape too little to fit at all."""
        cosines = self.cosines([one.views for one in shapes])
        fitting = (cosines >= self.floors)[:, : len(self.labels)]
        return np.where(fitting, self.shares(cosines), np.float32(0))

    def name(self, views: NDArray[np.floating]) -> Naming:
        """The labels of one shape's (V, dim) view embeddings, best first."""
        cosines = self.cosines([views])
        shares = self.shares(cosines)[0]
        order = np.argsort(-shares, kind="stable")
        best = int(order[0])
        unsure = bool(shares[best] < UNSURE or cosines[0, best] < self.floors[best])
        return Naming(tuple(Named(self.labels[i], float(shares[i])) for i in order), unsure)


def others_than(labels: Sequence[str]) -> list[str]:
    """Everyday names that none of the labels means: what a shape is compared with that may fit no label at all.

    A name gives way to a label that is the name, another or a wider word for it, or its own last words: to "vehicle"
    and "car" the name "car" does, to "sports car" it does not: a sports car is to look more like that than like a car.
    """
    wanted = [_words(label) for label in labels]

    def meant(name: Sequence[str]) -> bool:
        return any(label and name[-len(label) :] == label for label in wanted)

    names = bundled_json("labels.json")[EVERYDAY].items()
    return [name for name, also in names if not any(meant(_words(one)) for one in (name, *also))]


def _words(name: str) -> list[str]:
    """A name's words, plural endings off."""
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in name.lower().split()]


def classify(library: Library, shape: int | Path | str | Shape, labels: str | Sequence[str] | None = None) -> Naming:
    """Which of the labels, or of the everyday ones, a shape is; see Library.classify."""
    chosen = everyday_labels() if labels is None else read_labels(labels)[1]
    library.require_shapes()
    return _namer(library.encoder, tuple(chosen)).name(naming_views(library, shape))


def _namer(encoder: Encoder, labels: tuple[str, ...]) -> Namer:
    """The encoder's namer for those labels; its last one is kept, for people name one shape after another."""
    kept = _LAST.get(encoder)
    if kept is None or kept.labels != labels:
        kept = _LAST[encoder] = Namer.of(encoder, labels)
    return kept


_LAST: WeakKeyDictionary[Encoder, Namer] = WeakKeyDictionary()


def naming_views(library: Library, shape: int | Path | str | Shape) -> NDArray[np.floating]:
    """(V, dim) view embeddings to name a shape by.

    Of an encoder with a depth branch, every other view goes through the photo branch (OpenDlign section 3.4). The
    catalog keeps what the depth branch saw, so this needs the shape's file; where that is gone, and for other encoders,
    the embeddings are as they are stored.
    """
    if not isinstance(shape, int):
        known = library.kept_inside(shape)
        if known is None:
            return _encoded(library, library.rendered(shape).upright)
        shape = known
    facts, vectors = library.facts_and_vectors(shape)
    if len(library.card.branches) > 1:
        try:
            return _encoded(library, library.rendered(facts.path, facts.measures.up).upright)
        except QueryError:  # the file is gone, or lies in an archive
            return vectors.views
    return vectors.views


def _encoded(library: Library, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    if len(library.card.branches) > 1:
        return both_branches(library.encoder, pictures)
    return library.encoder.encode_depth(pictures).aligned


def both_branches(encoder: Encoder, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(V, dim) embeddings of (V, H, W) depth pictures, even views through the photo branch, odd through the tuned."""
    # Each branch sees the whole rig; evaluation halves it in order, as the published figures do (blended_views).
    plain = encoder.encode_depth(pictures[::2], branch="photo").aligned
    return np.concatenate([plain, encoder.encode_depth(pictures[1::2]).aligned]) if len(pictures) > 1 else plain
