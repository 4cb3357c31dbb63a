"""Scenes: which nodes are objects, what they are called, where they stand, and what makes two of them equal."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh
from trimesh.transformations import rotation_matrix, scale_matrix, translation_matrix

from engine.errors import LimitExceeded, ShapeFileError
from engine.formats import load_shape
from engine.paths import scene_and_object, scene_name
from engine.scenes.objects import Scene, load_scene, object_names
from engine.scenes.scene_graph import stand_apart
from engine.settings import Limits

UPRIGHT = rotation_matrix(-np.pi / 2, [1, 0, 0])


def box(x: float, y: float, z: float, at: tuple[float, float, float]) -> trimesh.Trimesh:
    return trimesh.creation.box((x, y, z), translation_matrix(at))


def chair() -> list[trimesh.Trimesh]:
    """Four legs, a seat and a back, y up."""
    legs = [box(0.06, 0.45, 0.06, (x, 0.225, z)) for x in (-0.2, 0.2) for z in (-0.2, 0.2)]
    return [*legs, box(0.5, 0.06, 0.5, (0, 0.48, 0)), box(0.5, 0.5, 0.05, (0, 0.75, -0.22))]


def write(file: Path, *nodes: tuple[str, str | None, trimesh.Trimesh | None, np.ndarray | None]) -> Path:
    """Nodes as (name, parent, mesh, matrix) in that order."""
    scene = trimesh.Scene()
    for name, parent, mesh, matrix in nodes:
        if mesh is None:
            scene.graph.update(
                frame_to=name, frame_from=parent or "world", matrix=np.eye(4) if matrix is None else matrix
            )
        else:
            scene.add_geometry(
                mesh, node_name=name, geom_name=f"{name} mesh", parent_node_name=parent, transform=matrix
            )
    scene.export(file)
    return file


def names(scene: Scene) -> list[str]:
    return [one.name for one in scene.objects]


# Which nodes are objects.


def test_a_chair_of_many_meshes_is_one_object(tmp_path: Path) -> None:
    parts = [(f"part {i}", "Chair", mesh, None) for i, mesh in enumerate(chair())]
    other = [(f"piece {i}", "Other chair", mesh, None) for i, mesh in enumerate(chair())]
    file = write(
        tmp_path / "room.glb", ("Room", None, None, UPRIGHT), ("Chair", "Room", None, None), *parts,
        ("Other chair", "Room", None, translation_matrix([3, 0, 0])), *other,
    )  # fmt: skip
    scene = load_scene(file)
    assert names(scene) == ["Chair", "Other chair"]
    assert len(scene.shape("Chair").faces) == 6 * 12
    assert (
        load_scene(write(tmp_path / "chair.glb", *[(f"p{i}", None, m, None) for i, m in enumerate(chair())])).objects
        == []
    )


def test_groups_of_things_are_looked_into(tmp_path: Path) -> None:
    file = write(
        tmp_path / "flat.glb", ("Furniture", None, None, None), ("Table", "Furniture", box(2, 1, 1, (0, 0.5, 0)), None),
        ("Cupboard", "Furniture", box(1, 2, 1, (5, 1, 0)), None), ("Car", None, box(4, 1, 2, (20, 0.5, 0)), None),
    )  # fmt: skip
    assert names(load_scene(file)) == ["Car", "Cupboard", "Table"]


def test_helpers_are_left_out(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.glb", ("Table", None, box(2, 1, 1, (0, 0, 0)), None),
        ("Lamp", None, box(1, 3, 1, (5, 0, 0)), None),
        ("UCX_Table", None, box(2, 1, 1, (9, 0, 0)), None), ("Camera", None, None, translation_matrix([0, 9, 0])),
    )  # fmt: skip
    assert names(load_scene(file)) == ["Lamp", "Table"]


def test_materials_of_one_mesh_are_one_object(tmp_path: Path) -> None:
    """A glTF mesh of two primitives; trimesh gives the second a frame with a name drawn at random."""
    import json
    import struct

    file = write(
        tmp_path / "a.glb", ("One", None, box(1, 1, 1, (0, 0, 0)), None), ("Two", None, box(1, 2, 1, (5, 0, 0)), None)
    )
    content = file.read_bytes()
    length = struct.unpack("<I", content[12:16])[0]
    header = json.loads(content[20 : 20 + length])
    header["meshes"][0]["primitives"] *= 2
    packed = json.dumps(header).encode()
    packed += b" " * (-len(packed) % 4)
    rest = content[20 + length :]
    file.write_bytes(
        b"glTF"
        + struct.pack("<II", 2, 20 + len(packed) + len(rest))
        + struct.pack("<I", len(packed))
        + b"JSON"
        + packed
        + rest
    )
    first, second = load_scene(file), load_scene(file)
    assert names(first) == ["One", "Two"] and first.objects == second.objects
    assert len(first.shape("One").faces) == 24


@pytest.mark.parametrize("extension", ["glb", "3mf", "obj"])
def test_formats_with_objects(extension: str, tmp_path: Path) -> None:
    file = tmp_path / f"pair.{extension}"
    low, tall = box(2, 1, 1, (0, 0.5, 0)), box(1, 3, 1, (5, 1.5, 0))
    if extension == "obj":
        texts, shift = [], 0
        for name, mesh in (("Bench", low), ("Locker", tall)):
            lines = [f"o {name}", *("v {} {} {}".format(*v) for v in mesh.vertices)]
            texts.append("\n".join(lines + ["f {} {} {}".format(*(f + 1 + shift)) for f in mesh.faces]))
            shift += len(mesh.vertices)
        file.write_text("\n".join(texts))
    else:
        write(file, ("Bench", None, low, None), ("Locker", None, tall, None))
    scene = load_scene(file, up="y")
    assert [name.removesuffix(" mesh") for name in names(scene)] == ["Bench", "Locker"]
    assert scene.objects[1].box.corners() == pytest.approx(np.array([[4.5, 0, -0.5], [5.5, 3, 0.5]]))
    assert scene.shape(scene.objects[1].name).extents == pytest.approx((1, 3, 1))


def test_files_without_a_graph_are_one_thing(tmp_path: Path) -> None:
    trimesh.util.concatenate([box(1, 1, 1, (0, 0, 0)), box(1, 1, 1, (9, 0, 0))]).export(tmp_path / "two.stl")
    assert load_scene(tmp_path / "two.stl").objects == []


def boxes(*rows: tuple[float, float, float, float, float, float]) -> bool:
    """stand_apart, y up, of (width, height, depth, and the centre of its underside)."""
    extents, at = np.array(rows)[:, :3], np.array(rows)[:, 3:]
    low = at - extents * [0.5, 0, 0.5]
    return stand_apart(low, low + extents, "y")


def test_what_stands_apart() -> None:
    pieces = [(2, 1, 1, 0, 0, 0), (0.5, 1, 0.5, 3, 0, 2), (1, 2, 0.5, -3, 0, -2)]
    floor, shell = (8, 0.1, 8, 0, -0.1, 0), (8.2, 3, 8.2, 0, -0.1, 0)
    walls = [(8, 3, 0.1, 0, 0, 4), (8, 3, 0.1, 0, 0, -4), (0.1, 3, 8, 4, 0, 0), (0.1, 3, 8, -4, 0, 0)]
    for around in ([], [floor], [floor, *walls], [shell]):
        assert boxes(*pieces, *around)
    assert not boxes(pieces[0], floor)  # a thing and its base
    car = [(4, 1.4, 2, 0, 0.3, 0), *[(0.7, 0.7, 0.3, x, 0, z) for x in (-1.2, 1.2) for z in (-0.9, 0.9)]]
    assert not boxes(*car)
    shelf = [
        (0.05, 2, 0.4, -0.5, 0, 0),
        (0.05, 2, 0.4, 0.5, 0, 0),
        *[(0.95, 0.04, 0.4, 0, 0.4 * i, 0) for i in range(5)],
    ]
    assert not boxes(*shelf)
    assert boxes((1, 1, 1, 0, 0, 0), (1, 1, 1, 3, 0, 0))


# Names, places, content.


def test_names_are_clean_and_unique() -> None:
    raw = ["Chair", "Chair", "a/b\\c", "  two\n lines ", "", "x.obj", "Chair (2)", "\x00", "y" * 200]
    assert object_names(raw) == [
        "Chair", "Chair (2)", "a_b_c", "two lines", "object", "x_obj", "Chair (2) (2)", "object (2)", "y" * 80,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "expected", "scene"),
    [
        ("/a/room.glb!/Chair 1", ("/a/room.glb", "Chair 1"), "room.glb"),
        ("/a/p.zip!/in/room.glb!/x.y", ("/a/p.zip!/in/room.glb", "x.y"), "room.glb"),
        ("/a/p.zip!/in/room.glb", ("/a/p.zip!/in/room.glb", None), ""),
        ("/a/odd.glb!/b.obj", ("/a/odd.glb!/b.obj", None), ""),  # a folder that is called odd.glb!
        ("/a/room.glb", ("/a/room.glb", None), ""),
    ],
)
def test_paths_say_scene_and_object(path: str, expected: tuple[str, str | None], scene: str) -> None:
    assert (scene_and_object(path), scene_name(path)) == (expected, scene)


def test_names_come_from_where_they_say_something(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.glb", ("Node_1", None, None, None), ("Desk", "Node_1", box(1, 1, 1, (0, 0, 0)), None),
        ("Sofa_2", None, None, translation_matrix([5, 0, 0])), ("Object_7", "Sofa_2", box(2, 1, 1, (0, 0, 0)), None),
    )  # fmt: skip
    assert names(load_scene(file)) == ["Desk", "Sofa_2"]


def placed(file: Path, *matrices: np.ndarray, mesh: trimesh.Trimesh | None = None) -> Scene:
    scene = trimesh.Scene()
    for i, matrix in enumerate(matrices):
        whole = mesh or trimesh.util.concatenate(chair())
        scene.add_geometry(
            whole, node_name=f"c{i}", geom_name="chair", transform=translation_matrix([3.0 * i, 0, 0]) @ matrix
        )
    scene.export(file)
    return load_scene(file)


def test_equal_are_objects_that_differ_in_place_and_turn_about_up(tmp_path: Path) -> None:
    about_up = [rotation_matrix(angle, [0, 1, 0]) for angle in (0.0, 1.0, np.pi, -2.3)]
    scene = placed(tmp_path / "a.glb", *about_up)
    assert len({one.content for one in scene.objects}) == 1
    shapes = [scene.shape(one.name) for one in scene.objects]
    assert all(np.allclose(shapes[0].vertices, shape.vertices, atol=1e-5) for shape in shapes)
    others = [
        rotation_matrix(0.5, [1, 0, 0]),
        scale_matrix(2.0),
        np.diag([1.0, 2.0, 1.0, 1.0]),
        np.diag([-1.0, 1, 1, 1]),
    ]
    scene = placed(tmp_path / "b.glb", np.eye(4), *others)
    assert len({one.content for one in scene.objects}) == 5


def test_other_files_and_an_upright_root_keep_objects_equal(tmp_path: Path) -> None:
    first = placed(tmp_path / "a.glb", np.eye(4), np.eye(4)).objects[0].content
    assert placed(tmp_path / "b.glb", rotation_matrix(1, [0, 1, 0]), np.eye(4), np.eye(4)).objects[0].content == first
    thinner = trimesh.util.concatenate(chair()[1:])
    assert placed(tmp_path / "c.glb", np.eye(4), np.eye(4), mesh=thinner).objects[0].content != first


def test_objects_stand_as_upright_as_in_their_scene(tmp_path: Path) -> None:
    lying = rotation_matrix(np.pi / 2, [1, 0, 0])
    scene = placed(tmp_path / "a.glb", rotation_matrix(0.8, [0, 1, 0]) @ lying, np.eye(4))
    assert scene.shape("c0").extents[1] == pytest.approx(0.5, abs=1e-3)  # on its back
    assert scene.shape("c1").extents[1] == pytest.approx(1.0, abs=1e-3)


def test_boxes_are_those_of_the_scene_as_loaded(tmp_path: Path) -> None:
    scene = placed(tmp_path / "a.glb", *[rotation_matrix(angle, [0.3, 1, 0.2]) for angle in (0, 1, 2)])
    whole = load_shape(tmp_path / "a.glb").vertices
    corners = np.array([one.box.corners() for one in scene.objects])
    assert np.allclose(corners[:, 0].min(axis=0), whole.min(axis=0), atol=1e-4)
    assert np.allclose(corners[:, 1].max(axis=0), whole.max(axis=0), atol=1e-4)


# Limits and bad files.


def test_limits_of_objects_and_faces(tmp_path: Path) -> None:
    scene = placed(tmp_path / "a.glb", *[np.eye(4)] * 6)
    assert len(scene.objects) == 6
    with pytest.raises(LimitExceeded, match="6 parts, more than the 5"):
        load_scene(tmp_path / "a.glb", limits=Limits(objects=5))
    with pytest.raises(LimitExceeded, match="faces"):
        load_scene(tmp_path / "a.glb", limits=Limits(faces=200))


def test_unknown_objects_and_broken_scenes_are_told(tmp_path: Path) -> None:
    scene = placed(tmp_path / "a.glb", np.eye(4), np.eye(4))
    with pytest.raises(ShapeFileError, match="no longer in its scene"):
        scene.shape("sofa")
    (tmp_path / "b.glb").write_bytes(b"glTF\x02\x00\x00\x00")
    with pytest.raises(ShapeFileError):
        load_scene(tmp_path / "b.glb")


def test_an_object_without_a_finite_point_costs_only_itself(tmp_path: Path) -> None:
    broken = box(1, 1, 1, (8, 0, 0))
    broken.vertices = np.full_like(broken.vertices, np.nan)
    whole = [(f"crate {i}", None, box(1, 1, 1, (2.0 * i, 0, 0)), None) for i in range(3)]
    with np.errstate(invalid="ignore"):
        file = write(tmp_path / "a.glb", *whole, ("ghost", None, broken, None))
    assert names(load_scene(file)) == ["crate 0", "crate 1", "crate 2"]


def test_thousands_of_parts_are_told_apart_at_once() -> None:
    across, along = np.meshgrid(np.arange(63.0), np.arange(63.0))
    places = 2 * np.stack([across.ravel(), np.zeros(across.size), along.ravel()], axis=1)
    sizes = np.random.default_rng(0).uniform(0.2, 1.0, places.shape)
    assert stand_apart(places, places + sizes, "y")
