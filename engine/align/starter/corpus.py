"""The labelled shapes to learn from: labels.csv, clean names, and which rows may be used for what."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from engine.prompts import clean_name

# Sets whose published split is by path; the others are split by name, and so are our own folds.
SPLIT_BY_PATH = frozenset({"sweethome3d", "quaternius"})
FOLDS = 5
EXTRA = "extra"  # the collection of shapes from outside the labelled data


@dataclass(frozen=True)
class Item:
    """One labelled shape: `path` and `icon` are relative to the data folder, `words` is its name as
    plain words, `translations` are its names in other languages."""

    path: str
    name: str
    words: str
    collection: str
    category: str
    split: str
    fold: int
    icon: str
    licence: str
    translations: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name as it is compared: lower case."""
        return self.name.lower()


def read_corpus(data: Path, split: str | None = "train") -> list[Item]:
    """Read the rows of `labels.csv` in `data` whose split is `split`; None, for evaluation only, reads all rows."""
    with (data / "labels.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [_item(row) for row in rows if split is None or row["split"] == split]


def read_extra(folder: Path | None) -> list[Item]:
    """More shapes to learn from, FOLDER/KIND/*.glb, called by their folders' names; none without a folder."""
    files = sorted(folder.resolve().glob("*/*.glb")) if folder else []
    return [_item({"path": str(file), "name": file.parent.name.replace("_", " "), "split": "train"}) for file in files]


def held_out(items: list[Item], fold: int | None) -> tuple[list[Item], list[Item]]:
    """Part training items into (learn from, measure on); with fold None everything is learnt from."""
    if fold is None:
        return list(items), []
    return [i for i in items if i.fold != fold], [i for i in items if i.fold == fold]


def sampling_weights(items: list[Item], emphasis: dict[str, float]) -> list[float]:
    """Weigh each item so that a collection counts by the root of its size and one name is not drawn too often.

    `emphasis` multiplies single collections; without the root, the two large game and electronics sets would
    drown the household.
    """
    sizes = Counter(i.collection for i in items)
    copies = Counter((i.collection, i.words) for i in items)
    raw = [
        emphasis.get(i.collection, 1.0) * sizes[i.collection] ** -0.5 * copies[(i.collection, i.words)] ** -0.5
        for i in items
    ]
    total = sum(raw)
    return [value / total for value in raw]


def _item(row: dict[str, str]) -> Item:
    # Only a shape from outside the data has an absolute path.
    collection = row["path"].split("/", 1)[0] or EXTRA
    basis = row["path"] if collection in SPLIT_BY_PATH else row["name"].lower()
    fold = int(hashlib.sha256(basis.encode()).hexdigest()[:8], 16) % FOLDS
    return Item(
        path=row["path"],
        name=row["name"],
        words=clean_name(row["name"]),
        collection=collection,
        category=row.get("category") or "",
        split=row["split"],
        fold=fold,
        icon=row.get("icon") or "",
        licence=row.get("licence") or "",
        translations=tuple(json.loads(row.get("names") or "{}").values()),
    )
