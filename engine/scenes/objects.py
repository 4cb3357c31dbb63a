"""Scenes: files that hold several objects, each found by name, with its box and a shape of its own."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import LimitExceeded, ShapeFileError
from engine.formats import Format, flattened, format_of, guarded, load_shape, open_scene, reading, up_of
from engine.geometry import Box, Shape, checked_shape
from engine.scenes.scene_graph import Branch, Part, grouped_by_name, object_branches
from engine.settings import Limits

GRAPHS = frozenset({"glb", "gltf", "obj", "dae", "zae", "3mf", "step", "stp"})
CLOUDS = frozenset({"ply", "xyz", "npy"})
_LONGEST_NAME = 80


@dataclass(frozen=True)
class SceneObject:
    """What is listed of an object: its name, unique in its scene, its box, and a hash of its geometry.

    content: sha256 hex; equal for objects that differ only in place and in a turn about the up axis.
    """

    name: str
    box: Box
    content: str


class Scene:
    """A parsed scene: what it holds, and the shape of each object when asked for."""

    def __init__(self, objects: list[SceneObject], shape: Callable[[int], Shape]) -> None:
        self.objects = objects
        self._shape = shape
        self._index = {one.name: i for i, one in enumerate(objects)}

    def shape(self, name: str) -> Shape:
        """The object of that name. Raises ShapeFileError when there is none, EmptyShape when it cannot be drawn."""
        if name not in self._index:
            raise ShapeFileError("it is no longer in its scene.", "Run `shapeseek index` on its folder again.")
        return self._shape(self._index[name])


def may_be_scene(path: str) -> bool:
    """Whether files of this ending can hold objects: they have a scene graph, or are clouds and scans."""
    return Path(path).suffix.lower().lstrip(".") in GRAPHS | CLOUDS


def load_scene(path: Path, up: str | None = None, limits: Limits | None = None) -> Scene:
    """The objects of a file; none when it is a single thing.

    Files with a scene graph: the nodes that are things of their own (see scene_graph). Bare clouds and scans: what
    stands apart once floor and walls are taken away (see proposals). up: as for `load_shape`.
    Raises ShapeFileError; LimitExceeded above `limits.objects`.
    """
    limits = limits or Limits()
    kind = path.suffix.lower().lstrip(".")
    if kind in GRAPHS:
        with reading(path, limits) as form:
            scene = _graph_scene(path, form, up_of(path, up), limits)
    elif kind in CLOUDS:
        scene = _scanned_scene(load_shape(path, up, limits), limits)
    else:
        scene = Scene([], _nothing)
    if len(scene.objects) > limits.objects:
        raise LimitExceeded(
            f"it holds {len(scene.objects):,} objects, more than the {limits.objects:,} allowed.",
            "Raise SHAPESEEK_MAX_OBJECTS.",
        )
    return scene


def _nothing(index: int) -> Shape:
    raise IndexError(index)


def _graph_scene(path: Path, kind: Format, up: str, limits: Limits) -> Scene:
    graph, groups = _object_file(path) if kind.extension == "obj" else (open_scene(path), None)
    branches = object_branches(graph, up, limits, groups)
    if len(branches) < 2:
        return Scene([], _nothing)
    hashes: dict[str, bytes] = {}
    objects = []
    placed = [_in_own_place(branch, up) for branch in branches]
    for name, branch, parts in zip(object_names(branch.name for branch in branches), branches, placed, strict=True):
        objects.append(SceneObject(name, Box.of(branch.low, branch.high), _content(parts, hashes, limits)))

    def shape(index: int) -> Shape:
        with guarded(kind, limits):
            pairs = [(part.geometry, part.matrix) for part in placed[index]]
            return checked_shape(*flattened(pairs, limits), up, limits.faces)

    return Scene(objects, shape)


def _object_file(path: Path) -> tuple[Any, dict[str, list[str]] | None]:
    """An OBJ with the geometries of each of its objects, or of its groups where it does not name two objects."""
    text = path.read_text("utf-8", errors="replace")
    for keyword, option in (("o", "split_objects"), ("g", "split_groups")):
        names = [line.strip() for line in re.findall(rf"^{keyword}[ \t]+(.*)$", text, re.M)]
        if len(set(names)) > 1:
            scene = open_scene(path, **{option: True})
            return scene, grouped_by_name(scene, names)
    return open_scene(path), None


def _in_own_place(branch: Branch, up: str) -> list[Part]:
    """Its parts about its own origin, turned back about the up axis to how it was modelled.

    A chair placed six times around a table becomes six equal shapes this way; they stand as upright as they did.
    """
    turn = _turn_about(branch.matrix[:3, :3], 1 if up == "y" else 2)
    parts = []
    for part in branch.parts():
        matrix = np.eye(4)
        matrix[:3, :3] = turn.T @ part.matrix[:3, :3]
        matrix[:3, 3] = turn.T @ (part.matrix[:3, 3] - branch.matrix[:3, 3])
        parts.append(Part(part.name, part.geometry, matrix))
    return parts


def _turn_about(matrix: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """The (3, 3) rotation about a coordinate axis in a linear map: the twist of its nearest rotation's quaternion.

    The identity for maps that mirror or flatten.
    """
    from scipy.spatial.transform import Rotation

    if not np.isfinite(matrix).all() or np.linalg.det(matrix) <= 1e-30:
        return np.eye(3)
    left, _, right = np.linalg.svd(matrix)
    quaternion = Rotation.from_matrix(left @ right).as_quat()  # x, y, z, w
    twist = np.zeros(4)
    twist[[axis, 3]] = quaternion[[axis, 3]]
    return Rotation.from_quat(twist).as_matrix() if np.linalg.norm(twist) > 1e-6 else np.eye(3)


def _content(parts: list[Part], hashes: dict[str, bytes], limits: Limits) -> str:
    """Hash of geometry, colours and relative places; each geometry is hashed once however often it is placed."""
    rows = []
    for part in parts:
        if part.name not in hashes:
            hashes[part.name] = _digest(*flattened([(part.geometry, np.eye(4))], limits))
        size = float(np.abs(part.matrix[:3, :3]).max()) or 1.0
        reach = size * float(np.ptp(part.geometry.bounds, axis=0).max() or 1.0)
        place = np.concatenate([(part.matrix[:3, :3] / size).ravel(), part.matrix[:3, 3] / reach])
        rounded = np.rint(place * 1e4).astype(np.int64)  # files keep places as float32
        rows.append(hashes[part.name] + rounded.tobytes() + f"{size:.4g}".encode())
    return hashlib.sha256(b"".join(sorted(rows))).hexdigest()


def _digest(vertices: NDArray, faces: NDArray | None, colours: NDArray | None) -> bytes:
    digest = hashlib.sha256()
    for array, kind in ((vertices, "<f8"), (faces, "<i8"), (colours, "u1")):
        digest.update(b"|" if array is None else np.ascontiguousarray(array, kind).data)
    return digest.digest()


def _scanned_scene(shape: Shape, limits: Limits) -> Scene:
    """Objects of a bare cloud, or of a scan's mesh by its vertices."""
    from engine.scenes.proposals import propose

    found = propose(shape.vertices, shape.up, doubting=True)
    if len(found) < 2:
        return Scene([], _nothing)
    cut = [_cut(shape, one.points) for one in found]
    kept = [i for i, piece in enumerate(cut) if piece is not None]
    names = [f"object {number:02d}" for number in range(1, len(kept) + 1)]

    def piece(index: int) -> Shape:
        vertices, faces, colours = cut[kept[index]]  # type: ignore[misc]
        return checked_shape(vertices, faces, colours, shape.up, limits.faces)

    objects = [
        SceneObject(name, found[i].box, _digest(*cut[i]).hex())  # type: ignore[misc]
        for name, i in zip(names, kept, strict=True)
    ]
    return Scene(objects, piece) if len(objects) > 1 else Scene([], _nothing)


def _cut(shape: Shape, points: NDArray[np.int64]) -> tuple[NDArray, NDArray | None, NDArray | None] | None:
    """The part of a shape with those vertices; of a mesh the faces between them, None when there are none."""
    if shape.is_cloud:
        return shape.vertices[points], None, None if shape.colours is None else shape.colours[points]
    chosen = np.zeros(len(shape.vertices), bool)
    chosen[points] = True
    inside = chosen[shape.faces].all(axis=1)
    if not inside.any():
        return None
    used, compact = np.unique(shape.faces[inside], return_inverse=True)
    colours = None if shape.colours is None else shape.colours[inside]
    return shape.vertices[used], compact.reshape(-1, 3), colours


def object_names(raw: Iterable[str]) -> list[str]:
    """Names fit for a path and for people, each one once: repeated ones are numbered from the second on.

    They hold no slash and end like no shape file, which `paths.scene_and_object` relies on.
    """
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    names = []
    for one in raw:
        plain = re.sub(r"[/\\]+", "_", "".join(letter if letter.isprintable() else " " for letter in one))
        plain = " ".join(plain.split())[:_LONGEST_NAME].strip() or "object"
        if format_of(plain) is not None:
            plain = "_".join(plain.rsplit(".", 1))
        seen[plain] += 1
        name = plain if seen[plain] == 1 else f"{plain} ({seen[plain]})"
        while name in taken:
            seen[plain] += 1
            name = f"{plain} ({seen[plain]})"
        taken.add(name)
        names.append(name)
    return names
