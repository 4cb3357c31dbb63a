"""SHREC'12 generic shape retrieval: 1,200 OFF models in 60 classes, and a Princeton classification file (.cla)."""

from __future__ import annotations

from pathlib import Path

from engine.errors import UsageError
from engine.evaluation.datasets.dataset import Dataset, Item, Source, complete, distinct, not_found, readable

TITLE = "SHREC'12 generic"
LAYOUT = 'a classification file such as SHREC2012_Generic_labels.cla ("PSB 1") and the models D00001.off, ... under it.'


def load(folder: Path) -> Dataset:
    """All models; every one is a query for the others. Raises UsageError for a folder of another layout."""
    file = next(iter(sorted(folder.rglob("*.cla"))), None) if folder.is_dir() else None
    if file is None:
        raise not_found(TITLE, folder, LAYOUT)
    models = {path.stem.lower(): path for path in folder.rglob("*.off")}
    items, missing = [], 0
    for name, keys in read_classes(file).items():
        for key in keys:
            # Princeton's own files give bare numbers for models called m0, m1, ...
            path = models.get(key.lower()) or models.get(f"m{key}")
            if path is None:
                missing += 1
            else:
                items.append(Item(path.stem, readable(name), Source(path)))
    notes = (f"{missing:,} models of {file.name} are not there",) if missing else ()
    found = complete(items, TITLE, folder, LAYOUT)
    return Dataset("shrec12", TITLE, found, distinct(item.label for item in found), notes=notes)


def read_classes(file: Path) -> dict[str, list[str]]:
    """Class name -> ids of its models, from a Princeton Shape Benchmark classification file.

    "PSB 1", the numbers of classes and models, then for each class its name, its parent's ("0": none), the number of
    its models, and their ids. Raises UsageError where that breaks off.
    """
    words = file.read_text("utf-8", errors="replace").split()
    try:
        if words[0] != "PSB":
            raise ValueError("it does not begin with PSB")
        classes: dict[str, list[str]] = {}
        at = 4
        for _ in range(int(words[2])):
            name, size = words[at], int(words[at + 2])
            ids = words[at + 3 : at + 3 + size]
            if len(ids) < size:
                raise ValueError(f"class {name} breaks off")
            classes.setdefault(name, []).extend(ids)
            at += 3 + size
    except (ValueError, IndexError) as error:
        raise UsageError(f"{file} is not a Princeton classification file: {error}.", f"Expected: {LAYOUT}") from error
    return classes
