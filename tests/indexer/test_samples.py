"""The built-in samples: many kinds, always the same, all of them shapes."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from engine.formats import load_shape
from indexer.parametric import KINDS
from indexer.parametric.lofts import arc, body, mirrored, slab, tube
from indexer.parametric.solids import joined
from indexer.samples import write_lessons, write_samples
from indexer.sidecars import read_sidecars


def made(name: str, seed: int) -> Any:
    return trimesh.util.concatenate(KINDS[name](np.random.default_rng([zlib.crc32(name.encode()), seed])))


def test_samples_are_many_kinds_in_several_formats_all_loadable(tmp_path: Path) -> None:
    files = write_samples(tmp_path, variants=1)
    assert len(files) == len(KINDS) >= 890
    assert {file.suffix for file in files} == {".glb", ".obj", ".stl", ".ply", ".off"}
    said = read_sidecars(tmp_path)
    assert said.keys() == {file.name for file in files}
    for file in files:
        shape = load_shape(file)
        assert len(shape.faces) >= 8, file.name
        assert 0.01 < max(shape.extents) < 300, file.name


def test_samples_are_the_same_bytes_each_time_whatever_is_asked(tmp_path: Path) -> None:
    some = write_samples(tmp_path / "a", variants=2, kinds=["mug", "gear"])
    again = write_samples(tmp_path / "b", variants=2, kinds=["mug", "gear"])
    assert [file.read_bytes() for file in some] == [file.read_bytes() for file in again]
    assert len({file.read_bytes() for file in some}) == 4  # variants differ


def test_lessons_are_described_kinds_by_folder_and_no_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.parametric.KINDS", {name: KINDS[name] for name in ("mug", "floor lamp")})
    write_lessons(tmp_path, variants=2)
    files = sorted(tmp_path.glob("*/*.glb"))
    assert [str(file.relative_to(tmp_path)) for file in files] == [
        "floor_lamp/0.glb", "floor_lamp/1.glb", "mug/0.glb", "mug/1.glb"
    ]  # fmt: skip
    samples = {file.read_bytes() for file in write_samples(tmp_path / "samples", variants=5, kinds=["mug"])}
    assert not samples & {file.read_bytes() for file in files}
    phrases = json.loads((tmp_path / "phrases.json").read_text())
    assert set(phrases) == set(KINDS) and all(len(set(some)) >= 3 for some in phrases.values())
    files[0].write_bytes(b"kept")
    write_lessons(tmp_path, variants=2)
    assert files[0].read_bytes() == b"kept"


def test_tall_things_stand_in_every_format(tmp_path: Path) -> None:
    for file in write_samples(tmp_path, variants=5, kinds=["floor lamp"]):
        width, height, depth = load_shape(file).extents
        assert height > 2 * max(width, depth), file.name


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_a_finite_small_mesh_that_differs_between_seeds(name: str) -> None:
    one, other = made(name, 20), made(name, 21)
    for mesh in (one, other):
        assert np.isfinite(mesh.vertices).all()
        assert 8 <= len(mesh.faces) <= 20_000
        assert (mesh.extents > 0).all()
    same_size = one.vertices.shape == other.vertices.shape
    assert not (same_size and np.allclose(one.vertices, other.vertices, atol=1e-6))


def test_two_kinds_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="one name"):
        joined({"mug": KINDS["mug"]}, {"mug": KINDS["gear"]})


def test_cut_outlines_and_tubes_enclose_what_they_should() -> None:
    corner = slab([(0, 0), (3, 0), (3, 1), (1, 1), (1, 2), (0, 2)], 0.5)  # an L: 3 x 1 and 1 x 1
    assert corner.is_watertight
    assert corner.volume == pytest.approx(4 * 0.5)
    straight = tube([(0, 0, 0), (0, 1, 0), (0, 2, 0)], 0.5, sides=64)
    assert straight.is_watertight
    assert straight.volume == pytest.approx(np.pi * 0.25 * 2, rel=0.01)
    barrel = body([(-1, 1, 2, 5), (1, 1, 2, 5)], sides=64)  # an elliptic cylinder along z
    assert barrel.volume == pytest.approx(np.pi * 1 * 2 * 2, rel=0.01)
    assert barrel.centroid == pytest.approx([0, 5, 0])
    curve = [(x, y, 0.0) for x, y in arc(2, 0, 90, 40)]
    assert tube(curve, 0.1, sides=32).volume == pytest.approx(np.pi * 0.01 * np.pi, rel=0.03)  # Pappus


def test_a_mirrored_pair_keeps_its_faces_outwards() -> None:
    right, left = mirrored(slab([(1, 0), (2, 0), (1, 1)], 1))
    assert right.volume == pytest.approx(left.volume) == pytest.approx(0.5)
    assert left.bounds[:, 0] == pytest.approx([-2, -1])
