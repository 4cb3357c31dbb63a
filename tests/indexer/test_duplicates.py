"""Copies are found with the evidence; what differs is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import trimesh
from trimesh.transformations import rotation_matrix

from engine.errors import QueryError
from engine.library import Library
from indexer.duplicates import Group, find_duplicates
from indexer.parametric import KINDS
from indexer.pipeline import index
from indexer.removal import removable, remove_shapes

CHANGES = ("bytes", "units", "moved", "mirrored", "finer", "turned")


@pytest.fixture
def copies(empty_library: Library, tmp_path: Path) -> Library:
    """A lopsided chair, one changed copy of each kind, and three other things."""
    place = tmp_path / "copies"
    place.mkdir()
    chair = trimesh.util.concatenate([*KINDS["chair"](np.random.default_rng(0)), trimesh.creation.box((0.1, 0.6, 0.2))])
    chair.apply_transform(np.diag([1.0, 1.0, 1.0, 1.0]))
    chair.vertices[:, 0] += 0.15 * chair.vertices[:, 1]  # no mirror of itself
    chair.export(place / "chair.glb")
    shutil.copy(place / "chair.glb", place / "bytes.glb")
    changed = {name: chair.copy() for name in CHANGES[1:]}
    changed["units"].apply_scale(1000)
    changed["moved"].apply_translation((3, 4, 5))
    changed["mirrored"].vertices[:, 2] *= -1
    changed["finer"] = chair.subdivide()
    changed["turned"].apply_transform(rotation_matrix(0.7, (0, 1, 0)))
    for name, mesh in changed.items():
        mesh.export(place / f"{name}.{'obj' if name == 'units' else 'glb'}")
    for name in ("car", "mug", "stool"):
        trimesh.util.concatenate(KINDS[name](np.random.default_rng(0))).export(place / f"{name}.glb")
    assert index(empty_library, [place]).failed == 0
    return empty_library


def names(group: Group) -> set[str]:
    return {Path(shape.path).stem for shape in group.shapes}


def test_every_kind_of_copy_is_found_and_nothing_else(copies: Library) -> None:
    (group,) = find_duplicates(copies)
    assert names(group) == {"chair", *CHANGES}
    assert len(group.pairs) == len(group.shapes) - 1
    by_id = {shape.id: Path(shape.path).stem for shape in group.shapes}
    kinds = {by_id[pair.first] + by_id[pair.second]: pair for pair in group.pairs}
    assert {pair.kind for pair in kinds.values()} == {"bytes", "geometry", "turned"}


def test_a_kind_alone_finds_only_its_own(copies: Library) -> None:
    assert [names(group) for group in find_duplicates(copies, ["bytes"])] == [{"chair", "bytes"}]
    (geometry,) = find_duplicates(copies, ["geometry"])
    assert names(geometry) == {"chair", *CHANGES} - {"turned"}


def test_evidence_names_size_and_mirroring(copies: Library) -> None:
    (group,) = find_duplicates(copies)
    by_id = {shape.id: Path(shape.path).stem for shape in group.shapes}
    sizes = {frozenset((by_id[p.first], by_id[p.second])): p for p in group.pairs}
    units = next(pair for pair_names, pair in sizes.items() if "units" in pair_names)
    assert max(units.scale, 1 / units.scale) == pytest.approx(1000, rel=1e-3)
    assert any(pair.mirrored for pair_names, pair in sizes.items() if "mirrored" in pair_names)


def test_a_collection_bounds_the_report_and_files_stay(copies: Library, tmp_path: Path) -> None:
    before = sorted((tmp_path / "copies").iterdir())
    with pytest.raises(QueryError, match="Known: copies"):
        find_duplicates(copies, collection="elsewhere")
    assert find_duplicates(copies, collection="copies")
    assert sorted((tmp_path / "copies").iterdir()) == before


def test_a_library_without_shapes_has_no_copies(empty_library: Library, own_library: Library, samples: Path) -> None:
    assert find_duplicates(empty_library) == []
    remove_shapes(own_library, removable(own_library, [samples], None))
    assert find_duplicates(own_library) == []
