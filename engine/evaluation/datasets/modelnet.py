"""ModelNet40: 12,311 CAD models in 40 classes, 2,468 of them for testing; three layouts.

The original OFF tree is z-up, the two point cloud releases (HDF5 of 2,048 points, text of 10,000 with normals) y-up.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.errors import UsageError
from engine.evaluation.datasets import hdf5
from engine.evaluation.datasets.dataset import Dataset, Item, Source, complete, distinct, not_found, places, readable

TITLE = "ModelNet40"
LAYOUT = (
    "ModelNet40/CLASS/{train,test}/*.off, or modelnet40_ply_hdf5_2048/ with shape_names.txt and test_files.txt, "
    "or modelnet40_normal_resampled/ with modelnet40_test.txt and CLASS/CLASS_0001.txt."
)
_HDF5, _TEXT = "modelnet40_ply_hdf5_2048", "modelnet40_normal_resampled"
_Reader = Callable[[Path, str, list[str]], list[Item]]


def load(folder: Path) -> Dataset:
    """The test split, with the training split for few-shot. Raises UsageError for a folder of another layout."""
    for place in places(folder, "ModelNet40", _HDF5, _TEXT):
        if (place / "shape_names.txt").is_file() and (place / "test_files.txt").is_file():
            return _dataset(place, folder, _hdf5, _listed(place / "shape_names.txt"))
        if (place / "modelnet40_test.txt").is_file():
            return _dataset(place, folder, _text, _listed(place / "modelnet40_shape_names.txt"))
        names = sorted({path.parent.parent.name for path in place.glob("*/test/*.off")})
        if names:
            return _dataset(place, folder, _off, names)
    raise not_found(TITLE, folder, LAYOUT)


def _dataset(place: Path, folder: Path, read: _Reader, names: list[str]) -> Dataset:
    test = complete(read(place, "test", names), TITLE, folder, LAYOUT)
    classes = distinct(readable(name) for name in names) or distinct(item.label for item in test)
    return Dataset("modelnet40", TITLE, test, classes, tuple(read(place, "train", names)))


def _listed(file: Path) -> list[str]:
    return file.read_text("utf-8").split() if file.is_file() else []


def _off(place: Path, split: str, names: list[str]) -> list[Item]:
    return [
        Item(path.stem, readable(name), Source(path, up="z"))
        for name in sorted(names)
        for path in sorted((place / name / split).glob("*.off"))
    ]


def _hdf5(place: Path, split: str, names: list[str]) -> list[Item]:
    items = []
    for line in _listed(place / f"{split}_files.txt"):
        file = place / Path(line).name  # the lists name data/modelnet40_ply_hdf5_2048/FILE
        for row, number in enumerate(hdf5.labels(file)):
            if not 0 <= number < len(names):
                raise UsageError(
                    f"{file} has the label {number}, but shape_names.txt {len(names)} names.", f"Expected: {LAYOUT}"
                )
            items.append(Item(f"{file.stem}/{row}", readable(names[number]), Source(file, row, "y")))
    return items


def _text(place: Path, split: str, names: list[str]) -> list[Item]:
    items = []
    for key in _listed(place / f"modelnet40_{split}.txt"):
        name = key.rpartition("_")[0]  # night_stand_0001
        items.append(Item(key, readable(name), Source(place / name / f"{key}.txt", up="y")))
    return items
