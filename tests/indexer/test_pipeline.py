"""Indexing is incremental, survives whatever happens, and leaves each file with one outcome."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
import trimesh

from engine.encoder import OpenClipEncoder
from engine.errors import UsageError
from engine.health import problems
from engine.library import Library
from engine.lookup import failures
from engine.settings import Settings
from indexer import embedding
from indexer.pipeline import index
from tests.indexed import SHAPES, ids, outcome


def faces(library: Library) -> dict[str, int]:
    return {Path(hit.path).name: hit.facts.measures.faces for hit in library.search(text="zzz", k=1000)}


def no_rendering(monkeypatch: pytest.MonkeyPatch) -> None:
    def sandbox(*arguments: object) -> None:
        raise AssertionError("a worker was started")

    monkeypatch.setattr(embedding, "Sandbox", sandbox)


def test_new_files_are_searchable_with_their_facts(indexed: Library, folder: Path) -> None:
    assert problems(indexed) == []
    assert indexed.collections() == [{"name": "shapes", "shapes": 4, "failed": 0}]
    assert indexed.search(shape=folder / "ring.ply", k=1)[0].name == "ring"
    facts = indexed.facts(ids(indexed)["box.stl"])
    assert facts.measures.extents == pytest.approx((1, 3, 2))  # STL is z up
    assert indexed.preview(facts).is_file()


def test_a_second_run_renders_nothing(indexed: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, generation = ids(indexed), indexed.catalog.generation
    no_rendering(monkeypatch)
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}
    assert (ids(indexed), indexed.catalog.generation) == (before, generation)


def test_touched_files_are_unchanged_and_not_hashed_again(
    indexed: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_rendering(monkeypatch)
    os.utime(folder / "box.stl")
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}
    monkeypatch.setattr("indexer.plan.content_hash", lambda *_: pytest.fail("was hashed"))
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}


def test_a_renamed_file_keeps_its_id_and_vectors(
    indexed: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ids(indexed)
    no_rendering(monkeypatch)
    (folder / "in").mkdir()
    (folder / "box.stl").rename(folder / "in/crate.stl")
    assert outcome(index(indexed, [folder])) == {"renamed": 1, "unchanged": 3}
    assert ids(indexed)["crate.stl"] == before["box.stl"]
    assert indexed.facts(before["box.stl"]).folder == "in"
    assert indexed.search(text="crate", k=1)[0].parts["keywords"] > 0


def test_changed_bytes_are_updated_under_the_same_id(indexed: Library, folder: Path) -> None:
    before = ids(indexed)["box.stl"]
    trimesh.creation.cone(1, 3).export(folder / "box.stl")
    assert outcome(index(indexed, [folder])) == {"updated": 1, "unchanged": 3}
    assert ids(indexed)["box.stl"] == before
    assert faces(indexed)["box.stl"] == 64
    assert indexed.search(shape=folder / "box.stl", k=1)[0].score == pytest.approx(1, abs=0.005)
    assert problems(indexed) == []


def test_gone_files_go_only_under_the_named_roots(indexed: Library, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    trimesh.creation.capsule().export(other / "pill.stl")
    (folder / "box.stl").unlink()
    assert outcome(index(indexed, [other])) == {"new": 1}
    assert "box.stl" in ids(indexed)
    assert outcome(index(indexed, [folder])) == {"gone": 1, "unchanged": 3}
    assert set(ids(indexed)) == {"ball.obj", "ring.ply", "rod.glb", "pill.stl"}
    assert problems(indexed) == []


def test_an_unmounted_root_loses_nothing(indexed: Library, folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(UsageError):
        index(indexed, [folder])
    folder.mkdir()
    with pytest.raises(UsageError):
        index(indexed, [folder])
    assert len(ids(indexed)) == 4


def test_copies_of_known_bytes_take_their_vectors(
    indexed: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_rendering(monkeypatch)
    shutil.copy(folder / "box.stl", folder / "copy.stl")
    assert outcome(index(indexed, [folder])) == {"new": 1, "unchanged": 4}
    box, copy = ids(indexed)["box.stl"], ids(indexed)["copy.stl"]
    assert box != copy
    assert indexed.similar(box, k=1)[0].id == copy
    assert problems(indexed) == []


def test_copies_within_one_run_are_all_there(empty_library: Library, folder: Path) -> None:
    for i in range(3):
        shutil.copy(folder / "box.stl", folder / f"copy{i}.stl")
    assert outcome(index(empty_library, [folder])) == {"new": 7}
    assert outcome(index(empty_library, [folder])) == {"unchanged": 7}


def test_two_files_that_swap_names_swap_vectors(indexed: Library, folder: Path) -> None:
    trimesh.creation.cone(1, 3).export(folder / "cone.stl")
    index(indexed, [folder])
    (folder / "box.stl").rename(folder / "x")
    (folder / "cone.stl").rename(folder / "box.stl")
    (folder / "x").rename(folder / "cone.stl")
    assert outcome(index(indexed, [folder])) == {"updated": 2, "unchanged": 3}
    assert (faces(indexed)["box.stl"], faces(indexed)["cone.stl"]) == (64, 12)
    for name in ("box.stl", "cone.stl"):
        assert Path(indexed.search(shape=folder / name, k=1)[0].path).name == name


def test_a_file_moved_over_another_replaces_it_in_the_same_run(indexed: Library, folder: Path) -> None:
    trimesh.creation.cone(1, 3).export(folder / "cone.stl")
    index(indexed, [folder])
    (folder / "cone.stl").replace(folder / "box.stl")
    report = index(indexed, [folder])
    assert faces(indexed) == {"box.stl": 64, "ball.obj": 320, "ring.ply": 2048, "rod.glb": 128}
    assert report.unchanged == 3 and report.failures == []
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}


def test_failed_files_have_reasons_and_are_not_tried_again_until_asked(
    indexed: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "bad.stl").write_text("no shape")
    (folder / "plan.dwg").write_text("x")
    first = index(indexed, [folder])
    assert outcome(first) == {"failed": 2, "unchanged": 4}
    reasons = {Path(one["path"]).name: one["reason"] for one in first.failures}
    assert reasons.keys() == {"bad.stl", "plan.dwg"} and all(len(reason) > 10 for reason in reasons.values())
    assert dict(failures(indexed.catalog)) == {one["path"]: one["reason"] for one in first.failures}
    with monkeypatch.context() as patch:
        no_rendering(patch)
        again = index(indexed, [folder])
    assert (outcome(again), sorted(map(str, again.failures))) == (outcome(first), sorted(map(str, first.failures)))
    assert outcome(index(indexed, [folder], retry_failed=True)) == {"failed": 2, "unchanged": 4}
    trimesh.creation.box().export(folder / "bad.stl")
    assert outcome(index(indexed, [folder]))["updated"] == 1
    assert [path for path, _ in failures(indexed.catalog)] == [str(folder / "plan.dwg")]


def test_a_shape_whose_file_broke_is_found_no_more(indexed: Library, folder: Path) -> None:
    (folder / "box.stl").write_text("broken")
    assert outcome(index(indexed, [folder])) == {"failed": 1, "unchanged": 3}
    assert "box.stl" not in ids(indexed)
    assert indexed.collections() == [{"name": "shapes", "shapes": 3, "failed": 1}]
    assert problems(indexed) == []


def test_every_copy_of_a_broken_file_is_counted(indexed: Library, folder: Path) -> None:
    for i in range(3):
        (folder / f"bad{i}.stl").write_text("the same broken bytes")
    assert outcome(index(indexed, [folder])) == {"failed": 3, "unchanged": 4}


def test_bad_files_of_every_sort_do_not_disturb_the_good(empty_library: Library, folder: Path) -> None:
    (folder / "empty.stl").touch()
    (folder / "lie.off").write_text("OFF 353535235358 1 0\n")
    (folder / "huge.ply").write_bytes(
        b"ply\nformat binary_little_endian 1.0\nelement vertex 9\nproperty float x\nend_header\n"
    )
    (folder / "broken.zip").write_text("x")
    (folder / os.fsdecode(b"\xe9.stl")).touch()
    os.mkfifo(folder / "pipe.obj")
    with zipfile.ZipFile(folder / "mixed.zip", "w") as packed:
        packed.writestr("good.obj", trimesh.creation.cone(1, 2).export(file_type="obj"))
        packed.writestr("bad.obj", "v 0 0\nf 1 2 3")
        packed.writestr("in/empty.stl", "")
    report = index(empty_library, [folder])
    assert outcome(report) == {"new": 5, "failed": 8}
    assert problems(empty_library) == []
    assert outcome(index(empty_library, [folder])) == {"unchanged": 5, "failed": 8}


def test_a_damaged_member_costs_only_itself(indexed: Library, folder: Path) -> None:
    file = folder / "parts.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in ("a.obj", "b.obj"):
            packed.writestr(name, SHAPES["ball.obj"]().export(file_type="obj") + f"# {name}\n")
    content = bytearray(file.read_bytes())
    content[60:90] = b"\xff" * 30
    file.write_bytes(content)
    assert outcome(index(indexed, [folder])) == {"new": 1, "failed": 1, "unchanged": 4}


def test_a_folder_whose_name_is_no_text_fails_file_by_file(indexed: Library, tmp_path: Path) -> None:
    root = tmp_path / os.fsdecode(b"caf\xe9")
    root.mkdir()
    trimesh.creation.box().export(root / "a.stl")
    assert outcome(index(indexed, [root])) == {"failed": 1}


def test_members_refused_for_a_limit_are_whole_shapes_once_it_is_raised(
    encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in/a.zip", "w") as packed:
        for name in ("ball.obj", "ring.ply"):
            content = SHAPES[name]().export(file_type=name[-3:])
            packed.writestr(name, content)
    place = tmp_path / "l"
    with Library.open(
        place, create=True, encoder=encoder, settings=Settings(place, jobs=1, max_file_bytes=1000)
    ) as small:
        assert outcome(index(small, [tmp_path / "in"])) == {"failed": 2}
    with Library.open(place, encoder=encoder, settings=Settings(place, jobs=1)) as opened:
        assert outcome(index(opened, [tmp_path / "in"], retry_failed=True)) == {"updated": 2}
        previews = {opened.preview(opened.facts(key)) for key in ids(opened).values()}
        assert len(previews) == 2 and all(file.is_file() for file in previews)


def test_sidecars_name_shapes_also_when_they_come_later(
    indexed: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_rendering(monkeypatch)
    (folder / "metadata.csv").write_text("path,name,tags\nbox.stl,Wooden crate,storage\n")
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}
    hit = indexed.search(text="crate", where="tag = storage", k=1)[0]
    assert (hit.name, hit.facts.description.tags) == ("Wooden crate", ("storage",))


def test_up_is_taken_for_all_files_and_another_up_renders_anew(indexed: Library, folder: Path) -> None:
    assert outcome(index(indexed, [folder], up="y")) == {"updated": 4}
    assert indexed.facts(ids(indexed)["box.stl"]).measures.extents == pytest.approx((1, 2, 3))
    assert outcome(index(indexed, [folder], up="y")) == {"unchanged": 4}


def test_indexing_a_part_again_keeps_what_the_whole_was_told(
    empty_library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = folder / "kitchen" / "shelf"
    room.mkdir(parents=True)
    (folder / "box.stl").rename(room / "box.stl")
    (folder / "metadata.csv").write_text(
        "path,name,tags,creator\nkitchen/shelf/box.stl,Blue tin,storage,Ann\nball.obj,Marble,toy,Ben\n"
    )
    index(empty_library, [folder])
    told = {name: empty_library.facts(key) for name, key in ids(empty_library).items()}
    assert told["box.stl"].description.name == "Blue tin" and told["box.stl"].folder == "kitchen/shelf"
    no_rendering(monkeypatch)
    for part, count in ((folder / "kitchen", 1), (room, 1), (room / "box.stl", 1), (folder / "ball.obj", 1)):
        assert outcome(index(empty_library, [part])) == {"unchanged": count}
        assert {name: empty_library.facts(key) for name, key in ids(empty_library).items()} == told
    (room / "labels.csv").write_text("path,name\nbox.stl,Red tin\n")
    index(empty_library, [room])
    assert empty_library.facts(ids(empty_library)["box.stl"]).description.name == "Red tin"  # a nearer word counts
    (folder / "metadata.csv").unlink()
    (room / "labels.csv").unlink()
    index(empty_library, [folder])
    assert empty_library.facts(ids(empty_library)["box.stl"]).description.name == "box"


def test_a_file_indexed_alone_is_named_by_the_catalogue_beside_it(empty_library: Library, folder: Path) -> None:
    (folder / "metadata.csv").write_text("path,name\nbox.stl,Wooden crate\n")
    index(empty_library, [folder / "box.stl"])
    assert empty_library.facts(1).description.name == "Wooden crate"


def test_up_can_be_taken_back(indexed: Library, folder: Path) -> None:
    index(indexed, [folder], up="y")
    assert outcome(index(indexed, [folder], up="auto")) == {"updated": 4}
    assert indexed.facts(ids(indexed)["box.stl"]).measures.extents == pytest.approx((1, 3, 2))
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}


def test_a_gltf_with_a_name_no_file_can_have_costs_only_itself(indexed: Library, folder: Path) -> None:
    buffer = {"byteLength": 3, "uri": "A" * 300}
    (folder / "odd.gltf").write_text(json.dumps({"asset": {"version": "2.0"}, "buffers": [buffer]}))
    report = index(indexed, [folder])
    assert outcome(report) == {"unchanged": 4, "failed": 1}
    assert report.failures[0]["path"].endswith("odd.gltf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("more", [False, True])
def test_a_copy_outlives_a_twin_that_broke_in_the_same_run(indexed: Library, folder: Path, more: bool) -> None:
    shutil.copy(folder / "ball.obj", folder / "copy.obj")
    (folder / "ball.obj").unlink()
    os.mkfifo(folder / "ball.obj")
    if more:
        trimesh.creation.cone(1, 2).export(folder / "cone.stl")
    report = index(indexed, [folder])
    assert [Path(one["path"]).name for one in report.failures] == ["ball.obj"]
    assert outcome(report) == {"unchanged": 3, "failed": 1, "new": 2 if more else 1}
    assert "copy.obj" in ids(indexed)


def test_a_named_path_that_is_not_there_is_told_to_programs_too(indexed: Library, folder: Path) -> None:
    told = index(indexed, [folder, folder.parent / "typo"]).to_dict()
    assert (told["unchanged"], told["skipped"], told["failed"]) == (4, 1, 0)
    assert "typo: it does not exist" in told["notes"][0]
    assert index(indexed, [folder]).to_dict().keys().isdisjoint({"skipped", "notes", "interrupted"})


def test_thumbnails_of_files_that_went_or_changed_go_too(indexed: Library, folder: Path) -> None:
    (folder / "box.stl").unlink()
    trimesh.creation.box((3, 1, 1)).export(folder / "ball.obj")
    assert outcome(index(indexed, [folder])) == {"unchanged": 2, "updated": 1, "gone": 1}
    kept = {indexed.preview(indexed.facts(key)) for key in ids(indexed).values()}
    assert set((indexed.folder / "previews").rglob("*.png")) == kept


def test_the_named_collection_takes_everything(indexed: Library, folder: Path) -> None:
    trimesh.creation.cone(1, 2).export(folder / "cone.stl")
    index(indexed, [folder], collection="toys")
    assert {row["name"]: row["shapes"] for row in indexed.collections() if row["shapes"]} == {"toys": 5}


def test_an_unchanged_run_writes_no_vector_file(indexed: Library, folder: Path) -> None:
    file = indexed.folder / "pooled.faiss"
    before = file.stat().st_mtime_ns
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}
    assert file.stat().st_mtime_ns == before
    file.unlink()
    index(indexed, [folder])
    assert problems(indexed) == []
