"""A signature forgets how a surface is cut, placed and scaled, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from trimesh.transformations import random_rotation_matrix

from engine.geometry import Shape, checked_shape
from engine.signature import LENGTH, MONOMIALS, signature, turned_moments, upright_moments

Solids = dict[str, Any]
AsShape = Callable[..., Shape]


def test_moments_of_a_box_are_the_textbook_ones(as_shape: AsShape) -> None:
    """Second moments of the surface of a cube of side 1: each axis 5/36, a third of the squared radius."""
    import trimesh

    found = signature(as_shape(trimesh.creation.box((1, 1, 1))))
    assert found.shape == (LENGTH,)
    assert found[0] == pytest.approx(np.sqrt(15 / 36), rel=1e-6)
    at = dict(zip(MONOMIALS, found[1:], strict=True))
    assert [at[0, 0], at[1, 1], at[2, 2]] == pytest.approx([1 / 3] * 3, rel=1e-5)
    assert at[0, 1] == pytest.approx(0, abs=1e-6) and at[0, 0, 0] == pytest.approx(0, abs=1e-6)


def test_triangulation_place_units_and_mirroring_are_forgotten(solids: Solids, as_shape: AsShape) -> None:
    for name, mesh in solids.items():
        finer = mesh.subdivide()
        moved = checked_shape(finer.vertices * [-25.4, 25.4, 25.4] + [30, 4, -7], finer.faces)
        plain, changed = signature(as_shape(mesh)), signature(moved)
        assert changed[0] / plain[0] == pytest.approx(25.4, rel=1e-4), name
        distance = np.linalg.norm(upright_moments(plain[None]) - upright_moments(changed[None]))
        assert distance < 1e-4, name


def test_turning_is_forgotten_by_the_turned_moments_alone(solids: Solids, as_shape: AsShape) -> None:
    matrix = random_rotation_matrix(np.array([0.2, 0.6, 0.9]))[:3, :3]
    for name, mesh in solids.items():
        plain = signature(as_shape(mesh))[None]
        turned = signature(checked_shape(mesh.vertices @ matrix.T, mesh.faces))[None]
        assert np.linalg.norm(turned_moments(plain) - turned_moments(turned)) < 1e-4, name
        if name == "chair":
            assert np.linalg.norm(upright_moments(plain) - upright_moments(turned)) > 0.05


def test_different_shapes_differ(solids: Solids, as_shape: AsShape) -> None:
    rows = upright_moments(np.array([signature(as_shape(mesh)) for mesh in solids.values()]))
    apart = np.linalg.norm(rows[:, None] - rows[None], axis=2)
    assert apart[~np.eye(len(rows), dtype=bool)].min() > 0.05


def test_a_cloud_and_slivers_have_one_too() -> None:
    cloud = signature(checked_shape(np.random.default_rng(0).normal(size=(500, 3))))
    assert np.isfinite(cloud).all() and cloud[0] > 0
    sliver = signature(checked_shape(np.array([[0, 0, 0], [1, 0, 0], [2, 0, 0]], float), np.array([[0, 1, 2]])))
    assert np.isfinite(sliver).all()
    assert not signature(checked_shape(np.zeros((1, 3)))).any()
