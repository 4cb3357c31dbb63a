"""The built-in samples: many kinds, always the same, all of them shapes."""

from __future__ import annotations

from pathlib import Path

from engine.formats import load_shape
from indexer.parametric import KINDS
from indexer.samples import write_samples
from indexer.sidecars import read_sidecars


def test_samples_are_many_kinds_in_several_formats_all_loadable(tmp_path: Path) -> None:
    files = write_samples(tmp_path)
    assert len(files) >= 120 and len(KINDS) >= 40
    assert {file.suffix for file in files} == {".glb", ".obj", ".stl", ".ply", ".off"}
    said = read_sidecars(tmp_path)
    assert said.keys() == {file.name for file in files}
    for file in files:
        shape = load_shape(file)
        assert len(shape.faces) >= 8, file.name
        assert 0.01 < max(shape.extents) < 100, file.name


def test_samples_are_the_same_bytes_each_time_whatever_is_asked(tmp_path: Path) -> None:
    some = write_samples(tmp_path / "a", variants=2, kinds=["mug", "gear"])
    again = write_samples(tmp_path / "b", variants=2, kinds=["mug", "gear"])
    assert [file.read_bytes() for file in some] == [file.read_bytes() for file in again]
    assert len({file.read_bytes() for file in some}) == 4  # variants differ


def test_tall_things_stand_in_every_format(tmp_path: Path) -> None:
    for file in write_samples(tmp_path, variants=5, kinds=["floor lamp"]):
        width, height, depth = load_shape(file).extents
        assert height > 2 * max(width, depth), file.name
