"""Every format gives the same box, and whatever is wrong with a file ends in a ShapeFileError a person understands."""

from __future__ import annotations

import csv
import json
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from engine.errors import EmptyShape, LimitExceeded, ShapeFileError, UnsupportedFormat
from engine.formats import FORMATS, load_shape
from engine.settings import Limits

EXTENTS = (1.0, 2.0, 3.0)  # width, height, depth


def box_like(up: str) -> trimesh.Trimesh:
    """A box 1 wide, 2 high, 3 deep, not centred, its height along `up`."""
    mesh = trimesh.creation.box((1, 2, 3) if up == "y" else (1, 3, 2))
    mesh.apply_translation((5, 6, 7))
    return mesh


def write(file: Path, mesh: Any, **options: Any) -> Path:
    content = mesh.export(file_type=file.suffix[1:], **options)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.obj", {}),
        ("a.OBJ", {}),
        ("a.stl", {}),
        ("ascii.stl", {"file_type": "stl_ascii"}),
        ("a.ply", {}),
        ("ascii.ply", {"encoding": "ascii"}),
        ("a.off", {}),
        ("a.glb", {}),
        ("a.dae", {}),
        ("a.3mf", {}),
    ],
)
def test_a_box_of_every_mesh_format_has_its_extents(name: str, options: dict[str, str], tmp_path: Path) -> None:
    kind = FORMATS[name.rpartition(".")[2].lower()]
    content = box_like(kind.up).export(**{"file_type": kind.extension, **options})
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    shape = load_shape(tmp_path / name)
    assert not shape.is_cloud
    assert len(shape.faces) == 12
    assert shape.up == kind.up
    assert shape.extents == pytest.approx(EXTENTS)


def test_gltf_with_its_buffer_beside_it(tmp_path: Path) -> None:
    for name, content in box_like("y").export(file_type="gltf").items():
        (tmp_path / name).write_bytes(content)
    assert load_shape(tmp_path / "model.gltf").extents == pytest.approx(EXTENTS)


def gltf(uri: str, buffer: bytes, **more: Any) -> bytes:
    """A glTF of one triangle 1 wide, 2 high."""
    return json.dumps(
        {
            "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"mesh": 0}],
            "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
            "buffers": [{"uri": uri, "byteLength": len(buffer)}],
            "bufferViews": [{"buffer": 0, "byteOffset": 0, "byteLength": 36}, {"buffer": 0, "byteOffset": 36,
            "byteLength": 6}],
            "accessors": [
                {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 2,
                0]},
                {"bufferView": 1, "componentType": 5123, "count": 3, "type": "SCALAR"},
            ],
            **more,
        }
    ).encode()  # fmt: skip


BUFFER = struct.pack("<9f3H", 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 2)


@pytest.mark.parametrize(
    ("uri", "name"), [("a.bin", "a.bin"), ("my%20buffer.bin", "my buffer.bin"), ("in/a.bin", "in/a.bin")]
)
def test_gltf_buffers_are_found_by_their_uri(uri: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(BUFFER)
    (tmp_path / "a.gltf").write_bytes(gltf(uri, BUFFER))
    assert load_shape(tmp_path / "a.gltf").extents == (1, 2, 0)


@pytest.mark.parametrize(
    "uri", ["../secret.bin", "/{folder}/secret.bin", "file:///{folder}/secret.bin", "sub/../../secret.bin", "link.bin"]
)
def test_buffers_outside_the_folder_are_not_read(uri: str, tmp_path: Path) -> None:
    (tmp_path / "secret.bin").write_bytes(BUFFER)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.bin").symlink_to(tmp_path / "secret.bin")
    (inside / "a.gltf").write_bytes(gltf(uri.replace("{folder}", str(tmp_path).lstrip("/")), BUFFER))
    with pytest.raises(ShapeFileError):
        load_shape(inside / "a.gltf")


def test_instances_are_placed_scaled_and_counted_each(tmp_path: Path) -> None:
    scene = trimesh.Scene()
    box = trimesh.creation.box((1, 1, 1))
    for i in range(3):
        move = trimesh.transformations.translation_matrix((i * 4, 0, 0)) @ np.diag([2, 1, 1, 1])
        scene.add_geometry(box, geom_name="part", node_name=f"part {i}", transform=move)
    shape = load_shape(write(tmp_path / "a.glb", scene))
    assert len(shape.faces) == 36
    assert shape.extents == pytest.approx((10, 1, 1))


def test_a_small_file_that_unfolds_to_many_faces_is_stopped(tmp_path: Path) -> None:
    scene = trimesh.Scene()
    ball = trimesh.creation.icosphere(subdivisions=3)
    for i in range(40):
        scene.add_geometry(ball, geom_name="ball", node_name=str(i))
    with pytest.raises(LimitExceeded, match=r"51,200 faces.*50,000"):
        load_shape(write(tmp_path / "a.glb", scene), limits=Limits(faces=50_000))


@pytest.mark.parametrize("label", ["chair_collider", "UCX_chair_01", "Chair-colmesh", "collision"])
def test_invisible_parts_are_left_out(label: str, tmp_path: Path) -> None:
    scene = trimesh.Scene()
    scene.add_geometry(trimesh.creation.box((1, 1, 1)), geom_name="seat", node_name="seat")
    scene.add_geometry(trimesh.creation.box((9, 9, 9)), geom_name=label, node_name=label)
    assert load_shape(write(tmp_path / "a.glb", scene)).extents == pytest.approx((1, 1, 1))


@pytest.mark.parametrize("label", ["collider", "particle accelerator collided", "collection"])
def test_a_file_of_nothing_else_is_shown_whatever_its_name(label: str, tmp_path: Path) -> None:
    scene = trimesh.Scene()
    scene.add_geometry(trimesh.creation.box((9, 9, 9)), geom_name=label, node_name=label)
    assert load_shape(write(tmp_path / "a.glb", scene)).extents == pytest.approx((9, 9, 9))


@pytest.mark.parametrize("axis", ["Y", "Z"])
def test_collada_says_what_is_up(axis: str, tmp_path: Path) -> None:
    text = box_like(axis.lower()).export(file_type="dae").decode()
    assert "<asset>" in text
    text = (
        text.replace("</asset>", f"<up_axis>{axis}_UP</up_axis></asset>")
        if "<up_axis>" not in text
        else text.replace("Y_UP", f"{axis}_UP")
    )
    (tmp_path / "a.dae").write_text(text)
    shape = load_shape(tmp_path / "a.dae")
    assert (shape.up, shape.extents) == (axis.lower(), pytest.approx(EXTENTS))


@pytest.mark.parametrize("up", ["y", "z"])
def test_up_can_be_said_for_any_file(up: str, tmp_path: Path) -> None:
    assert load_shape(write(tmp_path / "a.stl", box_like(up)), up=up).extents == pytest.approx(EXTENTS)


def test_point_clouds(tmp_path: Path) -> None:
    points = np.array([[0, 0, 0], [1, 3, 2], [0.5, 1, 1]])
    np.save(tmp_path / "a.npy", points)
    np.save(tmp_path / "wide.npy", np.hstack([points, np.ones((3, 4))]).astype(np.float32))
    (tmp_path / "a.xyz").write_text("# scan\n3\n0 0 0\n1;3;2 255 0 0\n0.5,1,1\nnot a point\n")
    trimesh.PointCloud(points).export(tmp_path / "a.ply")
    for name in ("a.npy", "wide.npy", "a.xyz", "a.ply"):
        shape = load_shape(tmp_path / name)
        assert (shape.is_cloud, len(shape.vertices)) == (True, 3), name
        assert shape.extents == pytest.approx(EXTENTS), name


def test_colours_of_faces_and_points_are_kept(tmp_path: Path) -> None:
    red = trimesh.creation.box()
    red.visual.face_colors = [250, 10, 10, 255]
    shape = load_shape(write(tmp_path / "a.ply", red))
    assert shape.colours is not None and (shape.colours == [250, 10, 10]).all()
    assert load_shape(write(tmp_path / "plain.stl", trimesh.creation.box())).colours is None


def test_pickles_are_never_opened(tmp_path: Path) -> None:
    marker = tmp_path / "opened"

    class Trap:
        def __reduce__(self) -> tuple[Any, ...]:
            return (marker.touch, ())

    np.save(tmp_path / "a.npy", np.array([Trap()], dtype=object), allow_pickle=True)
    with pytest.raises(ShapeFileError):
        load_shape(tmp_path / "a.npy")
    assert not marker.exists()


@pytest.mark.parametrize(
    "array",
    [np.zeros((3, 2)), np.zeros(9), np.zeros((2, 3, 3)), np.array([["a", "b", "c"]]), np.zeros((3, 3), complex)],
)
def test_arrays_that_are_no_points_are_described(array: np.ndarray, tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", array)
    with pytest.raises(ShapeFileError, match=r"not \(points, 3\) numbers"):
        load_shape(tmp_path / "a.npy")


def test_points_by_column_are_refused_with_the_way_out(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.random.default_rng(0).normal(size=(3, 500)))
    with pytest.raises(ShapeFileError, match="Save its transpose"):
        load_shape(tmp_path / "a.npy")


def test_draco_is_refused_with_the_line_that_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "DracoPy", None)  # as where the extra is not installed
    (tmp_path / "a.bin").write_bytes(BUFFER)
    (tmp_path / "a.gltf").write_bytes(gltf("a.bin", BUFFER, extensionsRequired=["KHR_draco_mesh_compression"]))
    with pytest.raises(UnsupportedFormat, match=r"pip install 'shapeseek\[draco\]'"):
        load_shape(tmp_path / "a.gltf")
    (tmp_path / "b.gltf").write_bytes(gltf("a.bin", BUFFER, extensionsRequired=["EXT_meshopt_compression"]))
    with pytest.raises(UnsupportedFormat, match="meshopt"):
        load_shape(tmp_path / "b.gltf")


@pytest.mark.parametrize("name", ["a.blend", "a", "a.txt", ".obj"])
def test_other_extensions_are_unsupported(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(UnsupportedFormat, match="shapeseek formats"):
        load_shape(tmp_path / name)


def test_step_needs_its_extra_and_then_gives_triangles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = Path(__file__).parents[1] / "files/part.step"
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "cascadio", None)
        with pytest.raises(UnsupportedFormat, match=r"pip install 'shapeseek\[step\]'"):
            load_shape(part)
    pytest.importorskip("cascadio", reason="the extra step is not installed")
    shape = load_shape(part)
    assert shape.up == "z" and len(shape.faces) >= 12


ENDINGS = [kind for kind in FORMATS if kind not in ("gltf", "zae", "xyz", "npy", "step", "stp")]


@pytest.mark.parametrize("ending", ENDINGS)
def test_cut_off_files_never_pass_for_the_whole_or_raise_anything_else(ending: str, tmp_path: Path) -> None:
    whole = write(tmp_path / f"whole.{ending}", trimesh.creation.icosphere(subdivisions=2)).read_bytes()
    outcomes = []
    for share in (0.02, 0.3, 0.6, 0.95):
        file = tmp_path / f"part.{ending}"
        file.write_bytes(whole[: int(len(whole) * share)])
        try:
            outcomes.append(len(load_shape(file).faces))
        except ShapeFileError as error:
            assert len(error.what) > 10
            outcomes.append(0)
    assert outcomes[0] == 0
    assert max(outcomes) < 320 or ending == "obj"


@pytest.mark.parametrize("ending", list(FORMATS))
@pytest.mark.parametrize("content", [b"", b"\0" * 200, b"hello, I am a text\n" * 9, b"PK\x03\x04 broken", b"\xff" * 99])
def test_nonsense_is_a_shape_file_error(ending: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / f"a.{ending}"
    file.write_bytes(content)
    with pytest.raises(ShapeFileError):
        load_shape(file)


@pytest.mark.parametrize("ending", ["obj", "stl", "ply", "off", "glb", "dae", "3mf"])
def test_bytes_changed_at_random_are_a_shape_or_a_shape_file_error(ending: str, tmp_path: Path) -> None:
    good = bytearray(write(tmp_path / f"good.{ending}", trimesh.creation.box()).read_bytes())
    rng = np.random.default_rng(0)
    file = tmp_path / f"bad.{ending}"
    for _ in range(25):
        bad = bytearray(good)
        for at in rng.integers(0, len(bad), 5):
            bad[at] = rng.integers(0, 256)
        file.write_bytes(bad)
        try:
            shape = load_shape(file)
        except ShapeFileError:
            continue
        assert np.isfinite(shape.vertices).all()
        assert shape.faces.size == 0 or shape.faces.max() < len(shape.vertices)


def test_the_extension_decides_and_a_wrong_one_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "a.stl", trimesh.creation.box()).rename(tmp_path / "a.glb")
    with pytest.raises(ShapeFileError, match="glTF"):
        load_shape(tmp_path / "a.glb")


def test_files_without_geometry_are_empty_shapes(tmp_path: Path) -> None:
    (tmp_path / "a.obj").write_text("# nothing\nvn 0 0 1\n")
    (tmp_path / "a.off").write_text("OFF\n0 0 0\n")
    (tmp_path / "a.xyz").write_text("no numbers here\n")
    (tmp_path / "a.gltf").write_text('{"asset": {"version": "2.0"}, "scenes": [{}], "scene": 0}')
    for name in ("a.obj", "a.off", "a.xyz", "a.gltf"):
        with pytest.raises(EmptyShape):
            load_shape(tmp_path / name)


def test_limits_and_missing_files_are_told(tmp_path: Path) -> None:
    file = write(tmp_path / "a.stl", trimesh.creation.icosphere(subdivisions=2))
    with pytest.raises(LimitExceeded, match="SHAPESEEK_MAX_FILE_BYTES"):
        load_shape(file, limits=Limits(file_bytes=1000))
    with pytest.raises(LimitExceeded, match="SHAPESEEK_MAX_FACES"):
        load_shape(file, limits=Limits(faces=100))
    with pytest.raises(ShapeFileError, match="cannot be read"):
        load_shape(tmp_path / "absent.stl")
    with pytest.raises(ShapeFileError, match="cannot be read"):
        load_shape((tmp_path / "folder.stl").mkdir() or tmp_path / "folder.stl")


# Of the files that plain trimesh reads: indices that point nowhere, Draco (with its extra it would load), a wrong type.
REFUSED = {"AllIndicesOutOfRange.gltf", "2CylinderEngine.gltf", "badObject.gltf"}


def test_odd_files_of_the_shared_data_load_or_say_why(shared_data: Path) -> None:
    good, refused = 0, {}
    with (shared_data / "odd/labels.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["ext"] in FORMATS]
    for row in rows:
        file = shared_data / "odd" / row["path"]
        try:
            good += len(load_shape(file).vertices) > 0
        except ShapeFileError as error:
            refused[file.name] = row["trimesh_ok"] == "True"
            assert len(error.what) > 10
    assert {name for name, trimesh_reads_it in refused.items() if trimesh_reads_it} <= REFUSED
    assert good >= 200


def test_a_texture_of_absurd_size_costs_the_colours_alone(tmp_path: Path) -> None:
    from PIL import Image

    box = trimesh.creation.box((1, 2, 3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Image, "MAX_IMAGE_PIXELS", None)
        material = trimesh.visual.material.PBRMaterial(baseColorTexture=Image.new("1", (20_000, 20_000)))
        box.visual = trimesh.visual.TextureVisuals(uv=np.zeros((len(box.vertices), 2)), material=material)
        (tmp_path / "bomb.glb").write_bytes(box.export(file_type="glb"))
    assert (tmp_path / "bomb.glb").stat().st_size < 200_000
    shape = load_shape(tmp_path / "bomb.glb")
    assert len(shape.faces) == 12 and (shape.colours is None or len(np.unique(shape.colours)) == 1)
