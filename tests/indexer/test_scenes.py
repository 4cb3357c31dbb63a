"""Scenes object by object: listed once, searchable, incremental like files, each failing alone."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import trimesh
from trimesh.transformations import rotation_matrix, translation_matrix

from engine.align.pairs import read_shard, shards
from engine.catalog import File
from engine.encoder import OpenClipEncoder
from engine.facts import UNLISTED, UNSPLIT
from engine.geometry import checked_shape
from engine.health import problems
from engine.library import Library
from engine.lookup import known_files
from engine.settings import Settings
from indexer import embedding, splitting
from indexer.display import display_mesh
from indexer.duplicates import find_duplicates
from indexer.pair_sources import Renders
from indexer.pairs import generate
from indexer.pipeline import IndexReport, index
from indexer.reembed import reembed
from indexer.removal import removable, remove_shapes, restore
from tests.made_scenes import room_cloud

NAMES = {"room.glb", "Ball", "Chair.001", "Chair.002", "Chair.003", "Floor", "Lamp"}


def stool() -> trimesh.Trimesh:
    """A seat on one leg, with a back on one side, so that its front can be told; y up."""
    seat = trimesh.creation.box((0.5, 0.1, 0.5), translation_matrix([0, 0.5, 0]))
    leg = trimesh.creation.box((0.1, 0.5, 0.1), translation_matrix([0, 0.25, 0]))
    back = trimesh.creation.box((0.5, 0.5, 0.05), translation_matrix([0, 0.8, -0.22]))
    return trimesh.util.concatenate([seat, leg, back])


def room(ball: float = 0.3, chairs: int = 3, lamp: str = "Lamp") -> trimesh.Scene:
    """Three equal chairs turned differently, a lamp of two meshes under one node, a ball, a floor; a collider."""
    scene = trimesh.Scene()
    for i in range(chairs):
        place = translation_matrix([2.0 * i, 0, 0]) @ rotation_matrix(0.7 * i, [0, 1, 0])
        scene.add_geometry(stool(), node_name=f"Chair.{i + 1:03d}", geom_name="chair", transform=place)
    scene.graph.update(frame_to=lamp, frame_from="world", matrix=translation_matrix([0, 0, 3]))
    pole, shade = trimesh.creation.cylinder(0.03, 1.6), trimesh.creation.cone(0.3, 0.4)
    upright = rotation_matrix(-np.pi / 2, [1, 0, 0])
    for mesh, name, height in ((pole, "pole", 0.8), (shade, "shade", 1.5)):
        mesh.apply_transform(translation_matrix([0, height, 0]) @ upright)
        scene.add_geometry(mesh, node_name=f"{lamp}_{name}", geom_name=name, parent_node_name=lamp)
    scene.add_geometry(
        trimesh.creation.icosphere(radius=ball), node_name="Ball", geom_name="ball",
        transform=translation_matrix([3, ball, 3]),
    )  # fmt: skip
    floor = trimesh.creation.box((8, 0.05, 6), translation_matrix([2, -0.03, 1]))
    scene.add_geometry(floor, node_name="Floor", geom_name="floor")
    scene.add_geometry(trimesh.creation.box((8, 8, 8)), node_name="wall_collider", geom_name="collider")
    return scene


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, encoder: OpenClipEncoder) -> Path:
    """A folder with `scenes` (the room and a crate) and `library`, in which they are indexed object by object."""
    place = tmp_path_factory.mktemp("made")
    (place / "scenes").mkdir()
    room().export(place / "scenes/room.glb")
    trimesh.creation.box((1, 2, 3)).export(place / "scenes/crate.stl")
    folder = place / "library"
    with Library.open(folder, create=True, encoder=encoder, settings=Settings(folder, jobs=1)) as library:
        assert outcome(index(library, [place / "scenes"], objects=True)) == {"new": 8}
    return place


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Scenes of a test's own."""
    shutil.copytree(made / "scenes", tmp_path / "scenes")  # time stamps are kept
    return tmp_path / "scenes"


@pytest.fixture
def split(made: Path, folder: Path, encoder: OpenClipEncoder, tmp_path: Path) -> Iterator[Library]:
    """A copy of the library that a test may change, with the test's own scenes in place of the first ones."""
    place = tmp_path / "library"
    shutil.copytree(made / "library", place)
    with Library.open(place, encoder=encoder, settings=Settings(place, jobs=1)) as library:
        with library.catalog.session() as session:
            for file in session.query(File):
                file.path = file.path.replace(str(made), str(tmp_path))
                file.container = file.container.replace(str(made), str(tmp_path))
        yield library


def outcome(report: IndexReport) -> dict[str, int]:
    counts = ("new", "unchanged", "renamed", "updated", "failed", "gone")
    return {key: value for key, value in report.to_dict().items() if key in counts and value}


def ids(library: Library) -> dict[str, int]:
    return {hit.path.rpartition("/")[2]: hit.id for hit in library.search(text="zzz", k=1000)}


@pytest.fixture
def no_parsing(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, neither scenes are parsed nor shapes drawn."""

    def stop() -> None:
        def sandbox(*arguments: object) -> None:
            raise AssertionError("a worker was started")

        monkeypatch.setattr(embedding, "Sandbox", sandbox)
        monkeypatch.setattr(splitting, "Sandbox", sandbox)

    return stop


def test_each_object_is_a_shape_with_its_scene_and_box(split: Library, folder: Path) -> None:
    assert set(ids(split)) == {*NAMES, "crate.stl"}
    assert problems(split) == []
    facts = split.facts(ids(split)["Ball"])
    assert (facts.path, facts.container) == (f"{folder / 'room.glb'}!/Ball", str(folder / "room.glb"))
    assert (facts.scene, facts.description.name, facts.folder) == ("room.glb", "Ball", "room")
    assert facts.box is not None and np.allclose(facts.box.corners(), [[2.7, 0, 2.7], [3.3, 0.6, 3.3]], atol=1e-5)
    assert facts.measures.extents == pytest.approx((0.6, 0.6, 0.6)) and facts.measures.format == "glb"
    assert split.preview(facts).is_file()
    lamp = split.facts(ids(split)["Lamp"])
    assert lamp.measures.faces == 128 + 64  # two meshes under one node are one thing
    whole = split.facts(ids(split)["room.glb"])
    assert whole.box is None and whole.scene == ""


def test_hits_tell_scene_and_box(split: Library) -> None:
    told = {hit["name"]: hit for hit in split.search(text="ball", k=20).to_dict()["hits"]}
    assert told["Ball"]["scene"] == "room.glb" and np.array(told["Ball"]["box"]).shape == (2, 3)
    assert "scene" not in told["crate"] and "box" not in told["crate"]
    assert split.search(text="ball", k=1)[0].name == "Ball"


@pytest.mark.parametrize(
    ("where", "count"),
    [("scene = room.glb", 6), ("scene = ROOM.GLB and name ~ chair", 3), ('scene != ""', 6), ('scene = ""', 2),
     ("scene ~ oom", 6), ("not scene ~ oom", 2)],
)  # fmt: skip
def test_the_scene_is_a_field_of_filters(split: Library, where: str, count: int) -> None:
    assert len(split.search(text="zzz", where=where, k=100)) == count


def test_equal_objects_share_vectors_whichever_way_they_stand(split: Library) -> None:
    known = ids(split)
    vectors = [split.facts_and_vectors(known[f"Chair.00{i}"])[1] for i in (1, 2, 3)]
    assert all(np.array_equal(vectors[0].views, one.views) for one in vectors)
    boxes = [split.facts(known[f"Chair.00{i}"]).box for i in (1, 2, 3)]
    assert len(set(boxes)) == 3 and None not in boxes
    assert len({split.facts(known[f"Chair.00{i}"]).content for i in (1, 2, 3)}) == 1
    assert {hit.name for hit in split.similar(known["Chair.001"], k=2)} == {"Chair.002", "Chair.003"}
    assert find_duplicates(split) == []  # nobody needs to be told that a table has three equal chairs


def test_an_object_finds_its_like_in_other_files(split: Library, folder: Path) -> None:
    stool().export(folder / "one_chair.glb")
    assert outcome(index(split, [folder])) == {"new": 1, "unchanged": 8}
    known = ids(split)
    assert split.similar(known["Chair.002"], k=3)[0].score == pytest.approx(1, abs=0.005)
    (group,) = find_duplicates(split)
    assert {one.description.name for one in group.shapes} == {"one_chair", "Chair.001"}


def test_unchanged_scenes_are_not_parsed_again(split: Library, folder: Path, no_parsing: Callable[[], None]) -> None:
    before, generation = ids(split), split.catalog.generation
    no_parsing()
    for objects in (None, True):
        assert outcome(index(split, [folder], objects=objects)) == {"unchanged": 8}
    assert (ids(split), split.catalog.generation) == (before, generation)


def test_a_single_thing_is_looked_at_once(
    empty_library: Library, tmp_path: Path, no_parsing: Callable[[], None]
) -> None:
    stool().export(tmp_path / "chair.glb")
    assert outcome(index(empty_library, [tmp_path / "chair.glb"], objects=True)) == {"new": 1}
    no_parsing()
    assert outcome(index(empty_library, [tmp_path / "chair.glb"], objects=True)) == {"unchanged": 1}


def test_without_the_option_nothing_is_split(empty_library: Library, folder: Path) -> None:
    assert outcome(index(empty_library, [folder])) == {"new": 2}
    assert outcome(index(empty_library, [folder], objects=True)) == {"new": 6, "unchanged": 2}
    assert outcome(index(empty_library, [folder], objects=False)) == {"unchanged": 2, "gone": 6}
    assert outcome(index(empty_library, [folder])) == {"unchanged": 2}
    assert {row["objects"] for row in known_files(empty_library.catalog).values()} == {UNSPLIT}


def test_a_changed_scene_costs_only_what_changed(split: Library, folder: Path) -> None:
    before = ids(split)
    scene = room(ball=0.5, lamp="Standard lamp")
    scene.graph.update(
        frame_to="Chair.002", frame_from="world", matrix=translation_matrix([2, 0, 1.5]), geometry="chair"
    )
    scene.export(folder / "room.glb")
    # The scene and the ball; the lamp under its new name; the chair that was moved keeps its vectors.
    assert outcome(index(split, [folder])) == {"updated": 2, "renamed": 1, "unchanged": 5}
    after = ids(split)
    assert after["Standard lamp"] == before["Lamp"] and after["Ball"] == before["Ball"]
    box = split.facts(after["Chair.002"]).box
    assert box is not None and box.low[2] == pytest.approx(1.25)
    assert split.facts(after["Ball"]).measures.extents == pytest.approx((1, 1, 1))
    assert problems(split) == []


def test_objects_come_and_go_with_their_scene(split: Library, folder: Path) -> None:
    room(chairs=2).export(folder / "room.glb")
    assert outcome(index(split, [folder])) == {"updated": 1, "unchanged": 6, "gone": 1}
    room(chairs=3).export(folder / "room.glb")
    assert outcome(index(split, [folder])) == {"updated": 1, "unchanged": 6, "new": 1}
    os.utime(folder / "room.glb")
    assert outcome(index(split, [folder])) == {"unchanged": 8}
    (folder / "room.glb").write_text("broken")
    assert outcome(index(split, [folder])) == {"failed": 1, "unchanged": 1, "gone": 6}
    assert set(ids(split)) == {"crate.stl"} and problems(split) == []


def test_a_renamed_scene_keeps_the_ids_of_its_objects(split: Library, folder: Path) -> None:
    before = {name: (key, split.facts(key).box) for name, key in ids(split).items()}
    (folder / "in").mkdir()
    (folder / "room.glb").rename(folder / "in/hall.glb")
    assert outcome(index(split, [folder])) == {"renamed": 7, "unchanged": 1}
    after = {name: (key, split.facts(key).box) for name, key in ids(split).items()}
    assert after.pop("hall.glb") == before.pop("room.glb") and after == before
    assert split.facts(after["Ball"][0]).scene == "hall.glb"
    assert split.facts(after["Ball"][0]).folder == "in/hall"


def test_a_copied_scene_shares_all_vectors(split: Library, folder: Path) -> None:
    shutil.copy(folder / "room.glb", folder / "again.glb")
    assert outcome(index(split, [folder])) == {"new": 7, "unchanged": 8}
    assert len(split.search(text="zzz", where="scene = again.glb", k=100)) == 6
    (group,) = find_duplicates(split)  # the scene as a whole, not each of its objects once more
    assert {Path(shape.path).name for shape in group.shapes} == {"room.glb", "again.glb"}
    assert problems(split) == []


def test_scenes_in_archives(empty_library: Library, folder: Path) -> None:
    with zipfile.ZipFile(folder / "pack.zip", "w") as packed:
        packed.write(folder / "room.glb", "in/room.glb")
    (folder / "room.glb").unlink()
    assert outcome(index(empty_library, [folder], objects=True)) == {"new": 8}
    facts = empty_library.facts(ids(empty_library)["Ball"])
    assert facts.path == f"{folder / 'pack.zip'}!/in/room.glb!/Ball"
    assert (facts.container, facts.scene, facts.folder) == (str(folder / "pack.zip"), "room.glb", "pack/in/room")
    assert outcome(index(empty_library, [folder])) == {"unchanged": 8}


def test_clouds_are_split_into_what_stands_on_their_floor(empty_library: Library, tmp_path: Path) -> None:
    made = room_cloud(1, count=4, points=40_000)
    np.save(tmp_path / "scan.npy", made.points.astype(np.float32))
    report = index(empty_library, [tmp_path / "scan.npy"], objects=True)
    assert report.new == 1 + len(made.names) and not report.failures
    known = ids(empty_library)
    for name in set(known) - {"scan.npy"}:
        facts = empty_library.facts(known[name])
        assert facts.measures.kind == "cloud" and facts.scene == "scan.npy" and facts.box is not None
    assert outcome(index(empty_library, [tmp_path / "scan.npy"])) == {"unchanged": report.new}


def test_one_bad_object_fails_alone(empty_library: Library, folder: Path) -> None:
    scene = room()
    flat = trimesh.Trimesh([[5, 0, 5]] * 3, [[0, 1, 2]], process=False)
    scene.add_geometry(flat, node_name="Speck", geom_name="speck")
    scene.export(folder / "room.glb")
    report = index(empty_library, [folder], objects=True)
    assert outcome(report) == {"new": 8, "failed": 1}
    assert report.failures[0]["path"].endswith("room.glb!/Speck")
    assert outcome(index(empty_library, [folder])) == {"unchanged": 8, "failed": 1}
    assert outcome(index(empty_library, [folder], retry_failed=True)) == {"unchanged": 8, "failed": 1}


def test_too_many_objects_are_told_once(encoder: OpenClipEncoder, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "l"
    with Library.open(place, create=True, encoder=encoder, settings=Settings(place, jobs=1, max_objects=5)) as few:
        report = index(few, [folder], objects=True)
        assert outcome(report) == {"new": 2}
        assert "more than the 5" in report.notes[0] and "SHAPESEEK_MAX_OBJECTS" in report.notes[0]
        assert known_files(few.catalog)[str(folder / "room.glb")]["objects"] == UNLISTED
        assert index(few, [folder], objects=True).notes == []
    with Library.open(place, encoder=encoder, settings=Settings(place, jobs=1)) as many:
        assert outcome(index(many, [folder], retry_failed=True)) == {"new": 6, "unchanged": 2}


def test_removing_a_scene_takes_its_objects(split: Library, folder: Path) -> None:
    assert len(removable(split, [folder / "room.glb"], None)) == 7
    remove_shapes(split, removable(split, [folder / "room.glb!/Ball"], None))
    assert set(ids(split)) == {*NAMES, "crate.stl"} - {"Ball"}
    assert outcome(index(split, [folder])) == {"unchanged": 7}


def test_an_object_found_may_be_a_query_by_its_path(split: Library) -> None:
    chair = split.search(text="zzz", where="name = 'Chair.001'", k=1)[0]
    assert split.search(shape=chair.path, k=1)[0].score == pytest.approx(1, abs=0.01)
    assert dict(split.classify(chair.path, ["chair", "lamp"])) == dict(split.classify(chair.id, ["chair", "lamp"]))


def test_lost_thumbnails_of_objects_are_drawn_again(split: Library) -> None:
    shutil.rmtree(split.folder / "previews")
    assert restore(split) == (6, 0)  # eight shapes, three of them equal
    assert problems(split) == []


def test_another_encoder_reads_objects_from_their_scenes(split: Library, other_encoder_folder: Path) -> None:
    report = reembed(split, str(other_encoder_folder))
    assert (report.embedded, report.failures, report.done) == (8, [], True)


def test_pairs_are_made_of_objects_as_of_files(split: Library, tmp_path: Path) -> None:
    report = generate(split, tmp_path / "pairs", Renders, 1.0)
    assert (report.made, report.failures) == (6, [])  # of three equal chairs one
    pairs = {Path(pair.path).name: pair for shard in shards(tmp_path / "pairs") for pair in read_shard(shard)}
    assert set(pairs) == {*NAMES, "crate.stl"} - {"Chair.002", "Chair.003"}
    alone = trimesh.creation.icosphere(radius=0.3)
    ball = checked_shape(alone.vertices.astype(np.float32), alone.faces)
    assert np.array_equal(pairs["Ball"].depth, split.rendered(ball).upright)


def test_an_object_is_shown_by_itself_and_in_its_scene(split: Library, folder: Path) -> None:
    facts = split.facts(ids(split)["Ball"])
    alone = display_mesh(facts.path, "y", split.settings.limits)
    assert alone.box is None and len(alone.faces) == 1280
    placed = display_mesh(str(folder / "room.glb"), "y", split.settings.limits, facts.box)
    assert placed.box is not None and placed.colours is not None
    low, high = placed.box
    centres = placed.positions[placed.faces].mean(axis=1)
    inside = ((centres > low) & (centres < high)).all(axis=1)
    assert inside.sum() == 1280
    marked = (placed.colours[:, 0].astype(int) - placed.colours[:, 2]) > 60  # orange
    assert np.array_equal(inside, marked)
