"""Boxes that a detector proposed, from a file: what 3DETR and its kin write, as JSON or NPZ.

JSON: {"scene0011_00": {"boxes": [...], "objectness": [...]}, ...}. NPZ: arrays named "scene0011_00/boxes" and
"scene0011_00/objectness"; or a folder of scene0011_00.npz with arrays boxes and objectness. For each scene either
`boxes`, rows of 6 or 7 (centre x, y, z, full sizes, and heading in radians counter-clockwise about z), in the scene's
aligned frame, z up, metres; or `corners` (n, 8, 3), 3DETR's box_corners, with "axes" telling "depth" (as above) or
"camera" (x right, y down, z forward, which 3DETR uses; the default for corners). `objectness` (n,) in 0..1; else 1.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UsageError
from engine.evaluation.boxes import Boxes, from_corners

FORM = "See `shapeseek eval --help`: JSON or NPZ with boxes (n, 7) or corners (n, 8, 3), and objectness (n,), a scene."


@dataclass(frozen=True)
class Proposals:
    """Of one scene: boxes (n, 7), and how sure the detector is that each holds an object (n,)."""

    boxes: Boxes
    objectness: NDArray[np.float64]


def read_proposals(path: Path) -> dict[str, Proposals]:
    """Scene id -> proposals. Raises UsageError naming the scene that cannot be read."""
    if path.is_dir():
        scenes: Mapping[str, Any] = {file.stem: dict(_arrays(file)) for file in sorted(path.glob("*.npz"))}
    elif path.suffix.lower() == ".npz":
        scenes = _by_scene(_arrays(path))
    else:
        scenes = _json(path)
    if not scenes:
        raise UsageError(f"{path} holds no proposals.", FORM)
    return {scene: _proposals(path, scene, told) for scene, told in scenes.items()}


def _json(path: Path) -> Mapping[str, Any]:
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"The proposals {path} cannot be read: {error}.", FORM) from error
    if not isinstance(told, dict):
        raise UsageError(f"The proposals {path} are no table of scenes.", FORM)
    return told


def _arrays(path: Path) -> dict[str, NDArray]:
    try:
        with np.load(path, allow_pickle=False) as packed:
            return {name: packed[name] for name in packed.files}
    except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
        raise UsageError(f"The proposals {path} cannot be read: {error}.", FORM) from error


def _by_scene(arrays: dict[str, NDArray]) -> dict[str, dict[str, NDArray]]:
    scenes: dict[str, dict[str, NDArray]] = {}
    for name, array in arrays.items():
        scene, _, what = name.rpartition("/")
        scenes.setdefault(scene, {})[what] = array
    return scenes


def _proposals(path: Path, scene: str, told: Any) -> Proposals:
    try:
        if "corners" in told:
            boxes = _from_eight(np.asarray(told["corners"], np.float64), str(told.get("axes", "camera")))
        else:
            rows = np.asarray(told["boxes"], np.float64)
            rows = rows.reshape(len(rows), -1) if len(rows) else np.zeros((0, 7))
            boxes = np.column_stack([rows, np.zeros(len(rows))]) if rows.shape[1] == 6 else rows
        objectness = np.asarray(told.get("objectness", np.ones(len(boxes))), np.float64).reshape(-1)
        if boxes.shape != (len(objectness), 7) or not (np.isfinite(boxes).all() and np.isfinite(objectness).all()):
            raise ValueError(f"boxes {boxes.shape}, objectness {objectness.shape}")
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"The proposals of {scene} in {path} cannot be read: {error}.", FORM) from error
    return Proposals(boxes, objectness)


def _from_eight(corners: NDArray[np.float64], axes: str) -> Boxes:
    """Axis-aligned boxes around corners (n, 8, 3)."""
    corners = corners.reshape(-1, 8, 3)
    if axes == "camera":
        corners = np.stack([corners[..., 0], corners[..., 2], -corners[..., 1]], axis=-1)
    elif axes != "depth":
        raise ValueError(f"axes {axes!r}")
    return from_corners(corners.min(axis=1), corners.max(axis=1))
