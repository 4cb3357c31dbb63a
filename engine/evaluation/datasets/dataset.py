"""What a dataset is to an evaluation: shapes with their class, and questions that some of them answer."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import UsageError


@dataclass(frozen=True)
class Source:
    """Where one shape is: a file, or row `row` of an HDF5 file; up: "y", "z", or "" for the format's convention.

    packed: it is a dict as OpenShape packs them.
    """

    path: Path
    row: int | None = None
    up: str = ""
    packed: bool = False


@dataclass(frozen=True)
class Item:
    """One shape of a dataset: its id there, its class, its source."""

    key: str
    label: str
    source: Source


@dataclass(frozen=True)
class Dataset:
    """Shapes to be tested, the classes they may be given, and questions.

    train: shapes of the official training split, () where there is none. texts and pictures: (question, number of the
    item that it was made for). notes: what a reader of the figures must know.
    """

    name: str
    title: str
    items: tuple[Item, ...]
    classes: tuple[str, ...]
    train: tuple[Item, ...] = ()
    texts: tuple[tuple[str, int], ...] = ()
    pictures: tuple[tuple[Path, int], ...] = ()
    notes: tuple[str, ...] = ()


def chosen(dataset: Dataset, numbers: Iterable[int], note: str = "") -> Dataset:
    """The dataset with only the items of these numbers, in their order, and the questions about them."""
    kept = list(numbers)
    place = {number: at for at, number in enumerate(kept)}
    return replace(
        dataset,
        items=tuple(dataset.items[number] for number in kept),
        texts=tuple((text, place[number]) for text, number in dataset.texts if number in place),
        pictures=tuple((picture, place[number]) for picture, number in dataset.pictures if number in place),
        notes=(*dataset.notes, note) if note else dataset.notes,
    )


def limited(dataset: Dataset, limit: int | None) -> Dataset:
    """A random `limit` of the items (always the same ones) for a quick look; all where it is None."""
    count = len(dataset.items)
    if limit is None or limit >= count:
        return dataset
    numbers = sorted(random.Random(0).sample(range(count), limit))
    return chosen(dataset, numbers, f"{limit:,} of {count:,} shapes (--limit)")


def ids_in(file: Path) -> set[str]:
    """The ids that a file lists: one a line, or a JSON list. Raises UsageError when it cannot be read."""
    try:
        text = file.read_text("utf-8")
        words = json.loads(text) if text.lstrip().startswith("[") else text.split("\n")
        return {str(word).strip() for word in words} - {""}
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read as a list of ids: {error}.", "Write one id a line.") from error


def only_listed(dataset: Dataset, file: Path | None) -> Dataset:
    """The items whose id is listed in a file: one a line, or a JSON list. Raises UsageError when none is."""
    if file is None:
        return dataset
    wanted = ids_in(file)
    numbers = [number for number, item in enumerate(dataset.items) if item.key in wanted]
    if not numbers:
        raise UsageError(
            f"None of the ids in {file} is a shape of {dataset.title}.",
            f"Ids look like {dataset.items[0].key!r}.",
        )
    return chosen(dataset, numbers, f"{len(numbers):,} of {len(dataset.items):,} shapes (--only {file.name})")


def readable(name: str) -> str:
    """A class name of a file as words: night_stand -> night stand."""
    return " ".join(name.replace("_", " ").split())


def distinct(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels there are, sorted."""
    return tuple(sorted(set(labels)))


def not_found(title: str, folder: Path, layout: str) -> UsageError:
    """The error for a folder that is not laid out as the dataset is."""
    there = "does not exist" if not folder.exists() else f"holds no {title}"
    return UsageError(f"{folder} {there}.", f"Expected: {layout}")


def places(folder: Path, *names: str) -> list[Path]:
    """The folders among `folder` itself and those of these names under it that exist."""
    return [place for place in (folder, *(folder / name for name in names)) if place.is_dir()]


def csv_rows(file: Path, layout: str) -> list[dict[str, str]]:
    """The rows of a table with a line of titles. Raises UsageError for what is no CSV."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file} cannot be read as CSV: {error}.", f"Expected: {layout}") from error


def complete(items: Sequence[Item], title: str, folder: Path, layout: str) -> tuple[Item, ...]:
    """The items as a tuple. Raises the error of a wrong folder when there are none."""
    if not items:
        raise not_found(title, folder, layout)
    return tuple(items)
