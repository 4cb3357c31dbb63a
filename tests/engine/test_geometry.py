"""A Shape is always safe to draw, or there is none."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from engine.errors import EmptyShape, LimitExceeded
from engine.geometry import checked_shape

TRIANGLE = np.array([[0, 0, 0], [1, 0, 0], [0, 2, 0.5]])
FACE = np.array([[0, 1, 2]])


def test_extents_run_along_the_upright_axes() -> None:
    assert checked_shape(TRIANGLE, FACE, up="y").extents == (1, 2, 0.5)
    assert checked_shape(TRIANGLE, FACE, up="z").extents == (1, 0.5, 2)


def test_z_up_turns_without_mirroring() -> None:
    upright = checked_shape(np.eye(3), FACE, up="z").upright()
    assert np.linalg.det(upright) == pytest.approx(1)
    assert upright[2].tolist() == [0, 1, 0]  # what pointed to z points up
    assert upright[1].tolist() == [0, 0, -1]  # the front of a z-up shape is -y


def test_with_up_reads_the_same_vertices_another_way() -> None:
    shape = checked_shape(TRIANGLE, FACE)
    assert shape.with_up("z").extents == checked_shape(TRIANGLE, FACE, up="z").extents
    assert shape.up == "y"
    with pytest.raises(ValueError, match="up must be"):
        checked_shape(TRIANGLE, FACE, up="x")


@pytest.mark.parametrize("bad", [[0, 1, 3], [0, 1, -1], [0, 1, 2**40]])
def test_faces_that_point_nowhere_are_dropped_with_their_colours(bad: list[int]) -> None:
    colours = np.array([[1, 1, 1], [2, 2, 2]], np.uint8)
    shape = checked_shape(TRIANGLE, np.array([bad, [0, 1, 2]]), colours)
    assert shape.faces.tolist() == [[0, 1, 2]]
    assert shape.colours is not None and shape.colours.tolist() == [[2, 2, 2]]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300])
def test_vertices_that_are_not_finite_take_their_faces_along(value: float) -> None:
    vertices = np.vstack([TRIANGLE, [[value, 0, 0]]])
    shape = checked_shape(vertices, np.array([[0, 1, 2], [1, 2, 3]]))
    assert (len(shape.vertices), len(shape.faces)) == (3, 1)
    assert np.isfinite(shape.upright()).all()
    cloud = checked_shape(vertices)
    assert cloud.is_cloud and len(cloud.vertices) == 3


def test_vertices_no_face_uses_do_not_stretch_the_shape() -> None:
    assert checked_shape(np.vstack([TRIANGLE, [[900, 900, 900]]]), FACE).extents == (1, 2, 0.5)


@pytest.mark.parametrize(
    ("vertices", "faces"),
    [
        (np.zeros((0, 3)), None),
        (np.full((4, 3), np.nan), None),
        (TRIANGLE, np.zeros((0, 3), int)),
        (TRIANGLE, np.array([[5, 6, 7]])),
        (np.ones((3, 3)), FACE),
    ],
)
def test_what_cannot_be_drawn_is_no_shape(vertices: np.ndarray, faces: np.ndarray | None) -> None:
    with pytest.raises(EmptyShape):
        checked_shape(vertices, faces)


def test_the_limit_counts_faces_or_points() -> None:
    with pytest.raises(LimitExceeded, match=r"1 faces.*0 allowed.*SHAPESEEK_MAX_FACES"):
        checked_shape(TRIANGLE, FACE, max_faces=0)
    with pytest.raises(LimitExceeded, match="3 points"):
        checked_shape(TRIANGLE, max_faces=2)
    assert checked_shape(TRIANGLE, FACE, max_faces=1)


def test_shapes_are_values() -> None:
    with pytest.raises(FrozenInstanceError):
        checked_shape(TRIANGLE, FACE).up = "z"  # type: ignore[misc]
