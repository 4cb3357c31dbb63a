"""Shapes for the viewer: upright, of one size, and light."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from trimesh import creation

from engine.errors import ShapeFileError
from engine.geometry import Shape, checked_shape
from engine.sandbox import Sandbox
from engine.settings import Limits
from indexer.display import DisplayMesh, display_mesh, light_copy

FINE = creation.torus(1.0, 0.4, major_sections=300, minor_sections=150)


def _extents(mesh: DisplayMesh) -> np.ndarray:
    return np.ptp(mesh.positions, axis=0)


@pytest.mark.parametrize("up", ["y", "z"])
def test_is_centred_with_radius_one_and_y_up(as_shape: Callable[..., Shape], up: str) -> None:
    tall = creation.box((1, 1, 4) if up == "z" else (1, 4, 1))
    tall.apply_translation((70, -5, 3))
    mesh = light_copy(as_shape(tall, up))
    assert mesh.positions.dtype == np.float32 and mesh.faces.dtype == np.uint32
    assert np.linalg.norm(mesh.positions, axis=1).max() == pytest.approx(1.0)
    assert np.allclose(mesh.positions.min(axis=0), -mesh.positions.max(axis=0), atol=1e-6)
    assert _extents(mesh)[1] == pytest.approx(4 * _extents(mesh)[0], rel=1e-5)


@pytest.mark.parametrize("most", [1_000, 5_000, 20_000])
def test_a_fine_mesh_is_reduced_but_keeps_its_form(as_shape: Callable[..., Shape], most: int) -> None:
    mesh = light_copy(as_shape(FINE), most)
    assert 0.3 * most < len(mesh.faces) <= most
    assert mesh.faces.max() < len(mesh.positions)
    whole = light_copy(as_shape(FINE), len(FINE.faces))
    assert np.allclose(_extents(mesh), _extents(whole), atol=4 / np.sqrt(most))
    corners = mesh.positions[mesh.faces.astype(int)]
    assert (np.ptp(corners, axis=1).max(axis=1) > 0).all()  # no face collapsed to a point


def test_a_small_mesh_is_left_as_it_is(as_shape: Callable[..., Shape]) -> None:
    mesh = light_copy(as_shape(FINE), len(FINE.faces))
    assert np.array_equal(mesh.faces, FINE.faces) and mesh.colours is None


def test_colours_stay_with_their_faces() -> None:
    right = FINE.triangles_center[:, 0] > 0
    colours = np.where(right[:, None], [255, 0, 0], [0, 0, 255]).astype(np.uint8)
    mesh = light_copy(checked_shape(FINE.vertices, FINE.faces, colours), 3_000)
    assert mesh.colours is not None and len(mesh.colours) == len(mesh.faces)
    centres = mesh.positions[mesh.faces.astype(int)].mean(axis=1)[:, 0]
    clear = np.abs(centres) > 0.1
    assert np.array_equal(mesh.colours[clear, 0] == 255, centres[clear] > 0)


def test_a_cloud_is_thinned_with_its_colours() -> None:
    points = np.random.default_rng(1).normal(size=(5_000, 3))
    colours = np.where(points[:, :1] > 0, [255, 0, 0], [0, 0, 255]).astype(np.uint8)
    mesh = light_copy(checked_shape(points, None, colours, "z"), 800)
    assert mesh.positions.shape == (800, 3) and mesh.faces.shape == (0, 3)
    assert mesh.colours is not None
    middle = (points[:, 0].min() + points[:, 0].max()) / 2
    scale = np.ptp(mesh.positions[:, 0]) / np.ptp(points[:, 0])
    clear = np.abs(mesh.positions[:, 0] + middle * scale) > 0.1
    assert np.array_equal(mesh.colours[clear, 0] == 255, mesh.positions[clear, 0] + middle * scale > 0)
    again = light_copy(checked_shape(points, None, colours, "z"), 800)
    assert np.array_equal(again.positions, mesh.positions)


@pytest.mark.parametrize(
    "vertices",
    [
        np.random.default_rng(0).normal(size=(900, 3)),  # faces that share nothing
        np.random.default_rng(0).normal(size=(900, 3)) * (1, 1e-9, 1e-9),  # a needle no grid resolves
        np.random.default_rng(0).normal(size=(900, 3)) * 1e25,
    ],
    ids=["soup", "needle", "huge"],
)
def test_odd_meshes_leave_something_to_draw(vertices: np.ndarray) -> None:
    mesh = light_copy(checked_shape(vertices, np.arange(900).reshape(-1, 3)), 60)
    assert 0 < len(mesh.faces) <= 60
    assert np.isfinite(mesh.positions).all() and np.abs(mesh.positions).max() <= 1.0 + 1e-6


def test_files_and_archive_members_are_read(solids: dict[str, Any], tmp_path: Path) -> None:
    solids["mug"].export(tmp_path / "mug.stl")
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as packed:
        packed.write(tmp_path / "mug.stl", "inner/mug.stl")
    alone = display_mesh(str(tmp_path / "mug.stl"), "y", Limits())
    inside = display_mesh(f"{tmp_path / 'pack.zip'}!/inner/mug.stl", "y", Limits())
    assert np.array_equal(alone.positions, inside.positions) and len(alone.faces) == len(solids["mug"].faces)


def test_a_lost_or_broken_file_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "broken.obj").write_text("v no\n")
    with Sandbox("indexer.display:display_mesh") as sandbox:
        for name in ("broken.obj", "gone.obj"):
            with pytest.raises(ShapeFileError):
                sandbox.run(str(tmp_path / name), "y", Limits())
