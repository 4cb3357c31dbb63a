"""Recall and precision of `shapeseek duplicates` per kind of change, on copies made from labelled shapes.

`python -m tests.bench.duplicates --data FOLDER [--originals 200]`. Every original is joined by a changed copy of each
kind; distractors are all other shapes drawn. A link is false between
originals of different names.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import trimesh
from trimesh.transformations import rotation_matrix

from engine.formats import load_shape
from engine.geometry import checked_shape
from engine.library import Library
from indexer.display import light_copy
from indexer.duplicates import find_duplicates
from indexer.pipeline import index
from tests.bench.gallery import add_data_option, read_labels

Mesh = trimesh.Trimesh


def _moved(mesh: Mesh, matrix: np.ndarray) -> Mesh:
    copy = mesh.copy()
    copy.apply_transform(matrix)
    return copy


def _decimated(mesh: Mesh) -> Mesh:
    light = light_copy(checked_shape(mesh.vertices, mesh.faces), max(60, len(mesh.faces) // 3))
    return Mesh(light.positions, light.faces, process=False)


def _edited(mesh: Mesh) -> Mesh:
    """With a small box added at its top: a twentieth of its size."""
    side = float(mesh.extents.max()) / 20
    knob = trimesh.creation.box((side, side, side))
    knob.apply_translation(mesh.bounds.mean(axis=0) + np.array([0, mesh.extents[1] / 2, 0]))
    return trimesh.util.concatenate([mesh, knob])


CHANGES: dict[str, tuple[str, Callable[[Mesh], Mesh]]] = {
    "same bytes": ("glb", lambda mesh: mesh),
    "re-exported as OBJ": ("obj", lambda mesh: mesh),
    "other units (x 25.4)": ("glb", lambda mesh: _moved(mesh, np.diag([25.4, 25.4, 25.4, 1]))),
    "translated": ("glb", lambda mesh: _moved(mesh, trimesh.transformations.translation_matrix(mesh.extents * 3))),
    "mirrored": ("glb", lambda mesh: _moved(mesh, np.diag([-1, 1, 1, 1]))),
    "re-triangulated": ("glb", lambda mesh: mesh.subdivide()),
    "turned by 37 degrees": ("glb", lambda mesh: _moved(mesh, rotation_matrix(0.65, (0, 1, 0)))),
    "z up taken for y up": ("glb", lambda mesh: _moved(mesh, rotation_matrix(np.pi / 2, (1, 0, 0)))),
    "decimated to a third": ("glb", _decimated),
    "a small part added": ("glb", _edited),
}


def make_copies(files: list[Path], out: Path) -> dict[str, tuple[int, str]]:
    """Write every original and its changed copies; returns path -> (original, change)."""
    origin = {}
    for number, file in enumerate(files):
        shape = load_shape(file)
        mesh = Mesh(shape.vertices, shape.faces, process=False)
        for change, (ending, make) in {"original": ("glb", lambda m: m), **CHANGES}.items():
            place = out / change.replace(" ", "_") / f"{number:04d}.{ending}"
            place.parent.mkdir(parents=True, exist_ok=True)
            content = make(mesh).export(file_type=ending)
            place.write_bytes(content.encode() if isinstance(content, str) else content)
            origin[str(place)] = (number, change)
    return origin


def main() -> None:
    """Print recall per change, and precision."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_option(parser)
    parser.add_argument("--originals", type=int, default=200)
    given = parser.parse_args()
    rows = [row for row in read_labels(given.data) if row.faces > 50]
    chosen = random.Random(0).sample(rows, given.originals)
    with tempfile.TemporaryDirectory() as folder:
        origin = make_copies([given.data / row.path for row in chosen], Path(folder) / "shapes")
        with Library.open(Path(folder) / "library", create=True) as library:
            index(library, [Path(folder) / "shapes"])
            groups = find_duplicates(library)
    found: Counter[str] = Counter()
    right = wrong = 0
    for group in groups:
        members = [origin[shape.path] for shape in group.shapes]
        originals = {number for number, change in members if change == "original"}
        found.update(change for number, change in members if number in originals and change != "original")
        home = members[0][0]
        for number, _ in members[1:]:
            same = number == home or chosen[number].name == chosen[home].name
            right, wrong = right + same, wrong + (not same)
    print(f"{given.originals} originals, {len(origin):,} shapes\n\n| change | recall |\n|---|---|")
    for change in CHANGES:
        print(f"| {change} | {found[change] / given.originals:.3f} |")
    print(f"\nprecision of links: {right / max(right + wrong, 1):.3f} ({wrong} wrong of {right + wrong})")


if __name__ == "__main__":
    main()
