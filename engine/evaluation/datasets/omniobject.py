"""OmniObject3D: some 6,000 scans of things in 216 classes, y up; point clouds or textured meshes."""

from __future__ import annotations

from pathlib import Path

from engine.evaluation.datasets import hdf5
from engine.evaluation.datasets.dataset import Dataset, Item, Source, distinct, not_found, places, readable

TITLE = "OmniObject3D"
LAYOUT = (
    "point_clouds/ply_files/4096/CLASS/OBJECT/pcd_4096.ply, or point_clouds/hdf5_files/4096/CLASS_4096.hdf5, "
    "or raw_scans/CLASS/OBJECT/Scan/Scan.obj."
)
_PLACES = tuple(
    f"{prefix}{name}"
    for name in ("ply_files/4096", "4096", "hdf5_files/4096", "raw_scans")
    for prefix in ("", "point_clouds/", "raw/point_clouds/", "raw/")
)


def load(folder: Path) -> Dataset:
    """All shapes: there is no official training split. Raises UsageError for a folder of another layout."""
    for place in places(folder, *_PLACES):
        items = _ply(place) or _hdf5(place) or _scans(place)
        if items:
            return Dataset("omniobject3d", TITLE, tuple(items), distinct(item.label for item in items))
    raise not_found(TITLE, folder, LAYOUT)


def _ply(place: Path) -> list[Item]:
    return [_item(file, file.parent) for file in sorted(place.glob("*/*/pcd_*.ply"))]


def _scans(place: Path) -> list[Item]:
    return [_item(file, file.parent.parent) for file in sorted(place.glob("*/*/Scan/Scan.obj"))]


def _item(file: Path, thing: Path) -> Item:
    return Item(thing.name, readable(thing.parent.name), Source(file, up="y"))


def _hdf5(place: Path) -> list[Item]:
    items = []
    for file in sorted(place.glob("*_*.hdf5")):
        name = file.stem.rpartition("_")[0]  # CLASS_4096
        items += [Item(f"{name}/{row}", readable(name), Source(file, row, "y")) for row in range(hdf5.count(file))]
    return items
