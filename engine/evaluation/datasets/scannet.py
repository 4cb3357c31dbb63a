"""ScanNet V2 for detection, in two layouts: the scans as they are distributed, and as VoteNet's tools prepare them.

Boxes are axis-aligned in the frame that each scan's axisAlignment turns it to: z up, metres.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.errors import LimitExceeded, ShapeFileError, UsageError
from engine.evaluation.boxes import Truth, from_corners
from engine.evaluation.datasets.dataset import not_found
from engine.formats import load_shape
from engine.settings import Limits

TITLE = "ScanNet V2"
LAYOUT = (
    "SCENE_vert.npy and SCENE_bbox.npy as VoteNet's tools write them, or scans/SCENE/ with SCENE_vh_clean_2.ply, its "
    "segs.json, aggregation.json and SCENE.txt, and scannetv2-labels.combined.tsv."
)
_VALIDATION = "scannetv2_val.txt"
_LABELS = "scannetv2-labels.combined.tsv"


@dataclass(frozen=True)
class SceneFiles:
    """Where one scan is: a prepared _vert.npy, or the folder of a scan with the table of label names."""

    key: str
    points: Path
    labels: Path | None = None


def find(folder: Path, only: Collection[str] = ()) -> list[SceneFiles]:
    """The scans in a folder, by id: those of `only`, else of the validation list where it lies there, else all.

    Raises UsageError for a folder of another layout.
    """
    if not folder.is_dir():
        raise not_found(TITLE, folder, LAYOUT)
    prepared = {path.name.removesuffix("_vert.npy"): path for path in sorted(folder.rglob("*_vert.npy"))}
    scans = [SceneFiles(key, path) for key, path in prepared.items()]
    if not scans:
        table = next(iter(sorted(folder.rglob(_LABELS))), None)
        raw = {path.name.removesuffix("_vh_clean_2.ply"): path for path in sorted(folder.rglob("*_vh_clean_2.ply"))}
        if raw and table is None:
            raise UsageError(f"{folder} holds scans but no {_LABELS}.", "Put it beside them: it comes with ScanNet.")
        scans = [SceneFiles(key, path, table) for key, path in raw.items()]
    if not scans:
        raise not_found(TITLE, folder, LAYOUT)
    listed = next(iter(sorted(folder.rglob(_VALIDATION))), None)
    wanted = set(only) or (set(listed.read_text("utf-8").split()) if listed else set())
    kept = [scan for scan in scans if not wanted or scan.key in wanted]
    if not kept:
        raise UsageError(f"None of the scenes asked for is in {folder}.", f"It holds {scans[0].key} and others.")
    return kept


def read(scan: SceneFiles, limits: Limits) -> tuple[NDArray[np.float64], Truth]:
    """(points (N, 3), the boxes of the 18 classes). Raises ShapeFileError."""
    try:
        return _prepared(scan.points, limits) if scan.labels is None else _distributed(scan.points, scan.labels, limits)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise ShapeFileError(
            f"its annotations are missing or broken ({' '.join(str(error).split())[:120]})."
        ) from error


def _prepared(file: Path, limits: Limits) -> tuple[NDArray[np.float64], Truth]:
    vertices = np.load(file, mmap_mode="r", allow_pickle=False)
    boxes = np.load(file.with_name(file.name.replace("_vert.npy", "_bbox.npy")), allow_pickle=False)
    if len(vertices) > limits.faces:
        raise LimitExceeded(f"it has {len(vertices):,} points, more than the {limits.faces:,} allowed.")
    boxes = np.asarray(boxes, np.float64).reshape(-1, 7)
    known = np.isin(boxes[:, 6], _nyu40())
    rows = np.column_stack([boxes[known, :6], np.zeros(known.sum())])
    return np.asarray(vertices[:, :3], np.float64), Truth(rows, _classes(boxes[known, 6]))


def _distributed(file: Path, table: Path, limits: Limits) -> tuple[NDArray[np.float64], Truth]:
    """Boxes are those of each annotated instance's vertices, after the alignment."""
    key, folder = file.name.removesuffix("_vh_clean_2.ply"), file.parent
    vertices = _vertices(file, limits)
    matrix = _alignment(folder / f"{key}.txt")
    points = vertices @ matrix[:3, :3].T + matrix[:3, 3]
    segments = np.array(json.loads((folder / f"{key}_vh_clean_2.0.010000.segs.json").read_text())["segIndices"])
    if len(segments) != len(points):
        raise ValueError(f"{len(segments):,} segment numbers for {len(points):,} vertices")
    numbers = _numbers(table)
    lows, highs, classes = [], [], []
    for group in json.loads(_aggregation(folder, key).read_text())["segGroups"]:
        own = points[np.isin(segments, group["segments"])]
        if numbers.get(group["label"], 0) in _nyu40() and len(own):
            lows.append(own.min(axis=0))
            highs.append(own.max(axis=0))
            classes.append(numbers[group["label"]])
    boxes = from_corners(np.array(lows).reshape(-1, 3), np.array(highs).reshape(-1, 3))
    return points, Truth(boxes, _classes(np.array(classes)))


def _vertices(file: Path, limits: Limits) -> NDArray[np.float64]:
    """All vertices in the file's order, also those that no face uses: segment numbers go by it."""
    load_shape(file, limits=limits)  # the checks of any mesh: what is promised, how much, in how many faces
    import trimesh

    with file.open("rb") as stream:
        mesh: Any = trimesh.load(stream, file_type="ply", process=False)
    return np.asarray(mesh.vertices, np.float64)


def _alignment(file: Path) -> NDArray[np.float64]:
    found = re.search(r"^\s*axisAlignment\s*=\s*(.+)$", file.read_text(), re.M)
    if found is None:
        return np.eye(4)  # a few scans state none
    return np.array([float(word) for word in found[1].split()]).reshape(4, 4)


def _aggregation(folder: Path, key: str) -> Path:
    plain, clean = folder / f"{key}.aggregation.json", folder / f"{key}_vh_clean.aggregation.json"
    return plain if plain.is_file() else clean


def _numbers(table: Path) -> dict[str, int]:
    with table.open(encoding="utf-8", newline="") as stream:
        return {row["raw_category"]: int(row["nyu40id"]) for row in csv.DictReader(stream, delimiter="\t")}


def _nyu40() -> list[int]:
    return list(bundled_json("scannet.json")["nyu40"])


def _classes(nyu40: NDArray) -> NDArray[np.int64]:
    return np.array([_nyu40().index(int(number)) for number in nyu40], np.int64)
