"""Shapes drawn as a catalogue shows them."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from engine.align.starter.drawings import _in_perspective, draw, surface_of
from engine.geometry import Shape, checked_shape


def _shape(mesh: trimesh.Trimesh, up: str = "y") -> Shape:
    return checked_shape(mesh.vertices, mesh.faces, up=up)


def _table(welded: bool = True) -> trimesh.Trimesh:
    legs = [trimesh.creation.box((0.1, 0.8, 0.1)) for _ in range(4)]
    for leg, (x, z) in zip(legs, [(-1, -1), (-1, 1), (1, -1), (1, 1)], strict=True):
        leg.apply_translation((0.8 * x, -0.5, 0.8 * z))
    meshes = [trimesh.creation.box((2, 0.1, 2)), *legs]
    corners = np.concatenate([mesh.triangles for mesh in meshes]).reshape(-1, 3)
    return trimesh.Trimesh(corners, np.arange(len(corners)).reshape(-1, 3), process=welded)


@pytest.mark.parametrize("welded", [True, False])
def test_four_legs_are_of_one_material_and_the_top_of_another(welded: bool) -> None:
    parts = surface_of(_shape(_table(welded))).parts
    assert len(parts) == 60 and len(set(parts)) == 2
    assert len(set(parts[:12])) == 1 and len(set(parts[12:])) == 1


def test_a_drum_has_a_smooth_side_and_two_ends() -> None:
    drum = trimesh.creation.cylinder(1.0, 3.0, sections=48)
    surface = surface_of(_shape(drum))
    end = np.abs(drum.face_normals[:, 2]) > 0.9
    assert len(set(surface.patches[end])) == 1 and len(set(surface.patches[~end])) == 1
    assert surface.patches[end][0] != surface.patches[~end][0]
    assert len(set(surface.parts)) == 1


def test_the_same_numbers_draw_the_same_and_faces_turned_inside_out_look_no_other() -> None:
    mesh = trimesh.creation.torus(1.0, 0.4)
    shape = _shape(mesh)
    turned = mesh.faces.copy()
    turned[::2] = turned[::2, ::-1]
    one, again, inside_out = (
        draw(s, np.random.default_rng(3), 3, 64) for s in (shape, shape, checked_shape(mesh.vertices, turned))
    )
    assert one.shape == (3, 64, 64, 3) and (one == again).all()
    # Which of two triangles a pixel on their common edge shows may change with their winding.
    assert (np.abs(one.astype(int) - inside_out).max(-1) > 12).mean() < 0.02


def test_drawings_differ_in_side_colour_and_light_and_show_the_shape() -> None:
    drawings = draw(_shape(_table()), np.random.default_rng(0), 8, 64).astype(int)
    for picture in drawings:
        shown = np.abs(picture - picture[0, 0]).max(-1) > 20
        assert 0.05 < shown.mean() < 0.95
        assert not shown[[0, 0, -1, -1], [0, -1, 0, -1]].any()
    assert len({picture.tobytes() for picture in drawings}) == 8
    assert sum((picture[0, 0] == 255).all() for picture in drawings) >= 4


def test_a_file_that_brings_colours_shows_them_in_every_other_drawing() -> None:
    mesh = trimesh.creation.icosphere()
    red = np.tile(np.array([230, 10, 10], np.uint8), (len(mesh.faces), 1))
    drawings = draw(checked_shape(mesh.vertices, mesh.faces, red), np.random.default_rng(0), 4, 64).astype(int)
    reddish = [(p[28:36, 28:36, 0] - p[28:36, 28:36, 1]).mean() > 40 for p in drawings]
    assert reddish[0] and reddish[2]


def test_what_stands_nearer_is_drawn_larger() -> None:
    """Of two like plates, one before the other, and planes stay planes."""
    far, near = trimesh.creation.box((1, 1, 0.01)), trimesh.creation.box((1, 1, 0.01))
    near.apply_translation((0, 0, 3))
    seen = _in_perspective(np.concatenate([far.vertices, near.vertices]), np.random.default_rng(0))
    wide = [np.ptp(seen[:8, 0]), np.ptp(seen[8:, 0])]
    assert wide[1] > 1.2 * wide[0] and seen[8:, 2].min() > seen[:8, 2].max()
    # Planes stay planes: the corners of a slanted quadrilateral still lie in one.
    slanted = np.array([[0, 0, 0], [1, 0, 0.4], [1, 1, 0.7], [0, 1, 0.3]], float)
    assert abs(np.linalg.det(np.diff(_in_perspective(slanted, np.random.default_rng(1)), axis=0))) < 1e-12
