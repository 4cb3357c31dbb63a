"""Objaverse-LVIS: some 46,000 models in 1,156 classes, as the `objaverse` package keeps them, or OpenShape's clouds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from engine.errors import UsageError
from engine.evaluation.datasets.dataset import Dataset, Item, Source, complete, distinct, not_found, places, readable

TITLE = "Objaverse-LVIS"
LAYOUT = (
    "lvis_annotations.json (or lvis-annotations.json.gz: class -> list of uids) beside glbs/000-000/UID.glb, "
    "or OpenShape's meta_data/split/lvis.json (a list of uid and category) beside Objaverse/000-000/UID.npy."
)
_ANNOTATIONS = ("lvis_annotations.json", "lvis-annotations.json", "lvis-annotations.json.gz")


def load(folder: Path) -> Dataset:
    """The annotated models whose file is there. Raises UsageError for a folder of another layout."""
    for place in places(folder, "hf-objaverse-v1", ".objaverse/hf-objaverse-v1"):
        file = next((place / name for name in _ANNOTATIONS if (place / name).is_file()), None)
        if file is not None:
            models = {path.stem: Source(path) for path in place.rglob("*.glb")}
            return _dataset(place, _read(file), models, folder)
        listing = place / "meta_data" / "split" / "lvis.json"
        if listing.is_file():
            models = {path.stem: Source(path, up="z", packed=True) for path in place.rglob("*.npy")}
            return _dataset(place, _read(listing), models, folder)
    raise not_found(TITLE, folder, LAYOUT)


def _dataset(place: Path, classes: dict[str, list[str]], models: dict[str, Source], folder: Path) -> Dataset:
    items = [
        Item(uid, readable(name), models[uid])
        for name, uids in sorted(classes.items())
        for uid in uids
        if uid in models
    ]
    missing = sum(len(uids) for uids in classes.values()) - len(items)
    notes = (f"{missing:,} annotated models are not in {place}",) if missing else ()
    found = complete(items, TITLE, folder, LAYOUT)
    return Dataset("objaverse-lvis", TITLE, found, distinct(readable(name) for name in classes), notes=notes)


def _read(file: Path) -> dict[str, list[str]]:
    try:
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        classes = json.loads(data)
        if isinstance(classes, list):
            return _by_class(classes)
        return {str(name): [str(uid) for uid in uids] for name, uids in classes.items()}
    except (OSError, ValueError, AttributeError, TypeError, KeyError) as error:
        raise UsageError(f"{file} cannot be read as annotations: {error}.", f"Expected: {LAYOUT}") from error


def _by_class(entries: list[dict[str, str]]) -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {}
    for entry in entries:
        classes.setdefault(entry["category"], []).append(entry["uid"])
    return classes
