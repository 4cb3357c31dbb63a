"""Indexing is incremental, survives whatever happens, and leaves each file with one outcome."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import trimesh

from engine.encoder import OpenClipEncoder
from engine.errors import LibraryBusy, UsageError
from engine.health import problems
from engine.library import Library
from engine.lookup import failures
from engine.settings import Settings
from indexer import embedding
from indexer.pipeline import IndexReport, index, writing

PROGRAM = Path(sys.executable).with_name("shapeseek")
SHAPES: dict[str, Callable[[], trimesh.Trimesh]] = {
    "box.stl": lambda: trimesh.creation.box((1, 2, 3)),
    "ball.obj": lambda: trimesh.creation.icosphere(subdivisions=2),
    "ring.ply": lambda: trimesh.creation.torus(1.0, 0.2),
    "rod.glb": lambda: trimesh.creation.cylinder(0.1, 2),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four shapes in a folder of their own."""
    place = tmp_path / "shapes"
    place.mkdir()
    for name, make in SHAPES.items():
        make().export(place / name)
    return place


@pytest.fixture
def indexed(empty_library: Library, folder: Path) -> Library:
    assert outcome(index(empty_library, [folder])) == {"new": 4}
    return empty_library


def outcome(report: IndexReport) -> dict[str, int]:
    """The counts that are not zero."""
    counts = ("new", "unchanged", "renamed", "updated", "failed", "gone")
    return {key: value for key, value in report.to_dict().items() if key in counts and value}


def faces(library: Library) -> dict[str, int]:
    return {Path(hit.path).name: hit.facts.measures.faces for hit in library.search(text="zzz", k=1000)}


def ids(library: Library) -> dict[str, int]:
    return {Path(hit.path).name: hit.id for hit in library.search(text="zzz", k=1000)} if library.collections() else {}


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


def test_the_named_collection_takes_everything(indexed: Library, folder: Path) -> None:
    trimesh.creation.cone(1, 2).export(folder / "cone.stl")
    index(indexed, [folder], collection="toys")
    assert {row["name"]: row["shapes"] for row in indexed.collections() if row["shapes"]} == {"toys": 5}


def test_a_file_that_hangs_the_reader_is_stopped(
    encoder: OpenClipEncoder, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "slow_worker.py").write_text(
        "import time\nfrom indexer.worker import *\nfrom indexer import worker\n"
        "def prepare(path, *rest):\n    time.sleep(60 if 'ball' in path else 0)\n"
        "    return worker.prepare(path, *rest)\n"
    )
    real = embedding.Sandbox
    monkeypatch.setattr(embedding, "Sandbox", lambda target, *rest: real("slow_worker:prepare", *rest))
    place = tmp_path / "l"
    with Library.open(place, create=True, encoder=encoder, settings=Settings(place, jobs=1, max_seconds=2)) as opened:
        report = index(opened, [folder])
    assert outcome(report) == {"new": 3, "failed": 1}
    assert "more than 2 s" in report.failures[0]["reason"]


def test_one_writer_at_a_time(indexed: Library, folder: Path) -> None:
    with writing(indexed), pytest.raises(LibraryBusy, match="Another process"):
        index(indexed, [folder])
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}


def test_ctrl_c_keeps_and_publishes_what_is_done(
    empty_library: Library, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(station: str, done: int, total: int) -> None:
        if station == "index" and done == 5:
            raise KeyboardInterrupt

    report = index(empty_library, [samples], progress=interrupt)
    assert report.interrupted and 4 <= report.new < 17
    assert len(ids(empty_library)) == report.new
    assert problems(empty_library) == []
    assert outcome(index(empty_library, [samples])) == {"unchanged": report.new, "new": 17 - report.new}


# A real process, really killed.


def start(library: Path, folder: Path, encoder: Path) -> subprocess.Popen[str]:
    command = [PROGRAM, "index", folder, "--library", library, "--encoder", encoder, "--jobs", "1", "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def content(library: Path) -> tuple[list[tuple[object, ...]], int]:
    """All that a library says of its shapes, but for ids; and how many thumbnails there are."""
    with sqlite3.connect(library / "catalog.sqlite") as connection:
        rows = connection.execute(
            "SELECT f.path, f.outcome, s.name, s.faces, s.tags, s.folder, e.pooled, e.form, e.views FROM files f "
            "LEFT JOIN shapes s ON s.file_id = f.id LEFT JOIN embeddings e ON e.shape_id = s.id ORDER BY f.path"
        ).fetchall()
    connection.close()
    return rows, len(list((library / "previews").glob("*/*.png")))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough shapes that a kill finds the run at work."""
    from indexer.parametric import KINDS
    from indexer.samples import write_samples

    folder = tmp_path_factory.mktemp("many") / "shapes"
    write_samples(folder, variants=1, kinds=list(KINDS)[:59])
    (folder / "bad.stl").write_text("no shape")
    return folder


def same(one: tuple[list[tuple[object, ...]], int], other: tuple[list[tuple[object, ...]], int]) -> bool:
    """Equal but for the last bits of vectors, which depend on what was encoded together."""

    def vectors(row: tuple[object, ...]) -> list[np.ndarray]:
        return [np.frombuffer(blob, "<f2").astype(float) for blob in row[6:] if isinstance(blob, bytes)]

    if one[1] != other[1] or [row[:6] for row in one[0]] != [row[:6] for row in other[0]]:
        return False
    pairs = [pair for a, b in zip(one[0], other[0], strict=True) for pair in zip(vectors(a), vectors(b), strict=True)]
    return all(np.allclose(a, b, atol=2e-3) for a, b in pairs)


def test_kill_9_at_any_moment_and_a_second_run_gives_the_same_library(
    many: Path, encoder_folder: Path, encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    def opened(name: str) -> Library:
        folder = tmp_path / name
        return Library.open(folder, create=True, encoder=encoder, settings=Settings(folder, jobs=1))

    with opened("undisturbed") as whole:
        report = index(whole, [many])
    killed, rng, moments = tmp_path / "killed", random.Random(), []
    for sign, most in (("writing.lock", 2.0), ("previews/*/*.png", 0.5)):  # before the first shape, and amid them
        process = start(killed, many, encoder_folder)
        while not list(killed.glob(sign)) and process.poll() is None:
            time.sleep(0.01)
        moments.append((sign, rng.uniform(0, most)))
        time.sleep(moments[-1][1])
        process.kill()
        process.communicate()
        with opened("killed") as library:
            assert not [problem for problem in problems(library) if "vector file" not in problem], moments
    with opened("killed") as library:
        again = index(library, [many])
        assert again.new + again.unchanged == report.new, moments
        assert problems(library) == []
    assert same(content(killed), content(tmp_path / "undisturbed")), moments


def test_sigint_soon_ends_a_run_and_a_second_indexer_is_refused_meanwhile(
    many: Path,
    encoder_folder: Path,
    encoder: OpenClipEncoder,
    tmp_path: Path,
    shapeseek: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    library = tmp_path / "l"
    process = start(library, many, encoder_folder)
    deadline = time.perf_counter() + 60
    while not (library / "writing.lock").exists() and time.perf_counter() < deadline:
        time.sleep(0.02)
    second = shapeseek("index", many, "--library", library)
    assert (second.returncode, second.stdout) == (3, ""), second.stderr
    assert "Another process is writing" in second.stderr
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    asked = time.perf_counter()
    _, err = process.communicate(timeout=30)
    assert time.perf_counter() - asked < 10  # two seconds on a quiet machine, where others work it may be five
    assert process.returncode == 130 and "Traceback" not in err
    with Library.open(library, encoder=encoder, settings=Settings(library, jobs=1)) as opened:
        assert problems(opened) == []
        rest = index(opened, [many])
        assert rest.new + rest.unchanged == len(list(many.iterdir())) - 2


def test_an_unchanged_run_writes_no_vector_file(indexed: Library, folder: Path) -> None:
    file = indexed.folder / "pooled.faiss"
    before = file.stat().st_mtime_ns
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}
    assert file.stat().st_mtime_ns == before
    file.unlink()
    index(indexed, [folder])
    assert problems(indexed) == []
