"""A folder whose shapes lie on their side is told of, one whose shapes stand is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import trimesh

from engine.align.starter.lying import fit_direction
from engine.encoder import load_encoder
from engine.formats import load_shape
from engine.library import Library
from engine.prompts import unit
from indexer.lying import ENOUGH, LEAST_SHAPES, LOOKED_AT, Bystanders, Met
from indexer.pipeline import index
from indexer.samples import write_samples

# Rivets and gears have no side that is up; these have.
STANDING = [
    "chair", "sofa", "bed", "bookshelf", "floor lamp", "toilet", "bathtub", "fridge", "potted plant", "tree",
    "pine tree", "person", "horse", "cow", "dog", "elephant", "giraffe", "chicken", "house", "church", "lighthouse",
    "windmill", "fountain", "bench", "car", "bus", "truck", "tractor", "bicycle", "wine glass", "bottle", "teapot",
    "snowman", "office chair", "grand piano", "steam locomotive",
]  # fmt: skip

Z_UP = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], float)  # y up to what an STL file is taken to hold


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> list[trimesh.Trimesh]:
    """Meshes of as many kinds as are needed, y up."""
    folder = tmp_path_factory.mktemp("kinds")
    shapes = [load_shape(file) for file in write_samples(folder, variants=1, kinds=STANDING)]
    meshes = [trimesh.Trimesh(s.upright(), s.faces, process=False) for s in shapes if not s.is_cloud]
    assert len(meshes) >= LEAST_SHAPES
    return meshes[:LEAST_SHAPES]


def write_stl(meshes: list[trimesh.Trimesh], folder: Path, turn: np.ndarray) -> Path:
    folder.mkdir()
    for number, mesh in enumerate(meshes):
        turned = trimesh.Trimesh(mesh.vertices @ turn.T, mesh.faces, process=False)
        turned.export(folder / f"part-{number:02d}.stl")
    return folder


def test_a_folder_of_lying_shapes_is_told_of_once(
    standing: list[trimesh.Trimesh], tmp_path: Path, starter_weights: Path
) -> None:
    folder = write_stl(standing, tmp_path / "workshop", np.eye(3))
    stations: list[str] = []
    with Library.open(tmp_path / "library", create=True) as library:
        report = index(library, [folder], progress=lambda station, done, total: stations.append(station))
        assert len(report.notes) == 1 and report.failed == 0
        assert report.notes[0].startswith("workshop: ") and report.notes[0].endswith("--up y.")
        assert int(report.notes[0].split()[1]) >= ENOUGH and stations.count("look") == LOOKED_AT
        assert index(library, [folder]).notes == []  # nothing new


def test_of_standing_shapes_nothing_is_said(
    standing: list[trimesh.Trimesh], tmp_path: Path, starter_weights: Path
) -> None:
    folder = write_stl(standing, tmp_path / "workshop", Z_UP)
    with Library.open(tmp_path / "library", create=True) as library:
        assert index(library, [folder]).notes == []


def test_each_shape_has_the_same_chance_to_be_looked_at() -> None:
    counts = np.zeros(64)
    for seed in range(300):
        bystanders = Bystanders()
        bystanders._chance.seed(seed)
        for number in range(64):
            bystanders.meet("many", Met(str(number), "z", np.zeros(2, np.float16)))
        for one in bystanders.chosen()["many"]:
            counts[int(one.path)] += 1
    assert counts.sum() == 300 * LOOKED_AT
    assert counts.min() > 45 and counts.max() < 110  # 75 on average


def test_nobody_looks_where_the_axis_was_told_or_the_encoder_does_not_know(
    tmp_path: Path, encoder_folder: Path, make_encoder: Callable[..., Path]
) -> None:
    boxes = [trimesh.creation.box((1, 1 + number / 10, 2)) for number in range(LEAST_SHAPES)]
    folder = write_stl(boxes, tmp_path / "workshop", np.eye(3))
    dim = load_encoder(str(encoder_folder), threads=1).card.dim
    knowing = make_encoder(tmp_path / "knowing", lying=[1.0] * dim)

    def looks(encoder: Path, up: str) -> int:
        stations: list[str] = []
        with Library.open(tmp_path / f"library-{encoder.name}{up}", create=True, encoder=str(encoder)) as library:
            index(library, [folder], up=up, progress=lambda station, done, total: stations.append(station))
        return stations.count("look")

    assert [looks(knowing, ""), looks(knowing, "y"), looks(encoder_folder, "")] == [LOOKED_AT, 0, 0]


def test_few_shapes_and_mixed_axes_are_left_alone() -> None:
    bystanders, row = Bystanders(), np.zeros(2, np.float16)
    for number in range(LEAST_SHAPES - 1):
        bystanders.meet("few", Met(str(number), "z", row))
    for number in range(200):
        bystanders.meet("mixed", Met(str(number), "yz"[number % 2], row))
    assert bystanders.chosen() == {}


def test_the_direction_parts_pairs_it_was_not_fitted_to() -> None:
    rng = np.random.default_rng(0)
    upright, falls = rng.normal(size=(300, 24)), rng.normal(size=24)
    lying = upright[:, None] + falls + rng.normal(size=(300, 2, 24))
    direction = np.array(fit_direction(unit(upright[:200]), unit(lying[:200])))
    assert ((unit(lying[200:]) - unit(upright[200:])[:, None]) @ direction > 0).mean() > 0.95
