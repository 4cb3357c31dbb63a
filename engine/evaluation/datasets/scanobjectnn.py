"""ScanObjectNN, OBJ_ONLY: scanned objects of 15 classes without background, 2,048 points each, y up."""

from __future__ import annotations

from pathlib import Path

from engine.errors import UsageError
from engine.evaluation.datasets import hdf5
from engine.evaluation.datasets.dataset import Dataset, Item, Source, not_found, places

TITLE = "ScanObjectNN (OBJ_ONLY)"
LAYOUT = "h5_files/main_split_nobg/test_objectdataset.h5 (and training_objectdataset.h5 for few-shot)."
CLASSES = (
    "bag", "bin", "box", "cabinet", "chair", "desk", "display", "door", "shelf", "table", "bed", "pillow", "sink",
    "sofa", "toilet",
)  # fmt: skip
"""In the order of the files' label numbers."""


def load(folder: Path) -> Dataset:
    """The test split, with the training split for few-shot. Raises UsageError for a folder of another layout."""
    for place in places(folder, "main_split_nobg", "h5_files/main_split_nobg", "ScanObjectNN/h5_files/main_split_nobg"):
        test = place / "test_objectdataset.h5"
        if place.name == "main_split_nobg" and test.is_file():
            return Dataset("scanobjectnn", TITLE, _items(test), CLASSES, _items(place / "training_objectdataset.h5"))
    raise not_found(TITLE, folder, LAYOUT)


def _items(file: Path) -> tuple[Item, ...]:
    if not file.is_file():
        return ()
    numbers = hdf5.labels(file)
    if len(numbers) and not 0 <= numbers.min() <= numbers.max() < len(CLASSES):
        raise UsageError(f"{file} has labels that are no ScanObjectNN classes (0 to 14).", "Use the main_split files.")
    return tuple(
        Item(f"{file.stem}/{row}", CLASSES[number], Source(file, row, "y")) for row, number in enumerate(numbers)
    )
