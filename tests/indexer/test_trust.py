"""Full disks, cut power, hostile files, changing folders: the library stays usable and loses nothing it had."""

from __future__ import annotations

import io
import json
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import filelock
import numpy as np
import pytest
import trimesh

from engine.encoder import OpenClipEncoder
from engine.health import problems
from engine.library import Library
from engine.settings import Settings
from indexer.parametric import KINDS
from indexer.pipeline import index
from indexer.samples import write_samples

PROGRAM = Path(sys.executable).with_name("shapeseek")


def opened(folder: Path, encoder: OpenClipEncoder, **settings: float) -> Library:
    return Library.open(folder, create=True, encoder=encoder, settings=Settings(folder, jobs=1, **settings))  # type: ignore[arg-type]


def shapes_in(folder: Path) -> dict[str, int]:
    """Path -> faces of all that is indexed."""
    connection = sqlite3.connect(folder / "catalog.sqlite")
    rows = connection.execute("SELECT path, faces FROM files JOIN shapes ON shapes.file_id = files.id").fetchall()
    connection.close()
    return dict(rows)


@pytest.mark.parametrize("room", [150_000, 400_000])
def test_a_full_disk_ends_with_a_word_and_the_next_run_completes(
    room: int, encoder_folder: Path, encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    """The kernel refuses to let any file of the run grow beyond `room` bytes, as a full disk would."""
    write_samples(tmp_path / "shapes", variants=1, kinds=list(KINDS)[:59])
    library = tmp_path / "library"
    command = [PROGRAM, "index", tmp_path / "shapes", "--library", library, "--encoder", encoder_folder, "--jobs", "1"]
    process = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert process.returncode == 3, process.stderr
    assert "cannot be written" in process.stderr and "Traceback" not in process.stderr
    with opened(library, encoder) as again:
        assert [problem for problem in problems(again) if "vector file" not in problem] == []
        kept = len(shapes_in(library))
        report = index(again, [tmp_path / "shapes"])
        assert report.failed == 0 and report.unchanged == kept and report.new == 59 - kept
        assert problems(again) == []


def test_files_cut_by_a_power_failure_are_recovered(encoder: OpenClipEncoder, tmp_path: Path) -> None:
    """Truncated logs and vector files, as after a yanked cord: an earlier state, whole, and a run mends it."""
    kinds = ["chair", "mug", "car", "tree", "gear", "fish"]
    write_samples(tmp_path / "first", variants=1, kinds=kinds[:3])
    write_samples(tmp_path / "second", variants=1, kinds=kinds[3:])
    live = tmp_path / "live"
    with opened(live, encoder) as library:
        index(library, [tmp_path / "first"])
        index(library, [tmp_path / "second"])
        shutil.copytree(live, tmp_path / "cut")  # while open: the log is not yet folded into the catalog
    whole = shapes_in(live)
    log = (tmp_path / "cut/catalog.sqlite-wal").read_bytes()
    assert len(log) > 50_000
    rng = random.Random(4)
    for number, share in enumerate([0.3, 0.6, 0.8, 0.95, 0.999]):
        copy = tmp_path / f"cut-{number}"
        shutil.copytree(tmp_path / "cut", copy)
        (copy / "catalog.sqlite-shm").unlink(missing_ok=True)
        (copy / "catalog.sqlite-wal").write_bytes(log[: int(len(log) * share)])
        for name in ("pooled.faiss", "form.faiss"):
            content = (copy / name).read_bytes()
            (copy / name).write_bytes(content[: rng.randrange(len(content))])
        with opened(copy, encoder) as library:
            assert [problem for problem in problems(library) if "vector file" not in problem] == []
            assert shapes_in(copy).items() <= whole.items()
            report = index(library, [tmp_path / "first", tmp_path / "second"])
            assert report.failed == 0 and report.new + report.unchanged == len(kinds)
            assert problems(library) == [] and shapes_in(copy) == whole


def hostile_files(folder: Path) -> int:
    """Empty, random, cut, bit-flipped, over-promising and mislabelled files of every format; returns how many."""
    rng = random.Random(7)
    ball = trimesh.creation.icosphere(subdivisions=2)
    good: dict[str, bytes] = {}
    for ending in ("glb", "obj", "stl", "ply", "off", "dae", "3mf"):
        content = ball.export(file_type=ending)
        good[ending] = content.encode() if isinstance(content, str) else content
    good["gltf"] = ball.export(file_type="gltf")["model.gltf"]
    array = io.BytesIO()
    np.save(array, ball.vertices)
    good["npy"] = array.getvalue()
    good["xyz"] = "\n".join(" ".join(map(str, row)) for row in ball.vertices).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ball.stl", good["stl"])
    good["zip"] = packed.getvalue()

    def flipped(content: bytes) -> bytes:
        changed = bytearray(content)
        for _ in range(max(4, len(changed) // 200)):
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        return bytes(changed)

    for ending, content in good.items():
        variants = {
            "empty": b"",
            "random": rng.randbytes(3000),
            "cut": content[: len(content) // 2],
            "head": content[:60],
            "flipped": flipped(content),
            "nulls": b"\0" * 5000,
            "other": good["obj" if ending == "stl" else "stl"],
        }
        for name, bad in variants.items():
            (folder / f"{name}.{ending}").write_bytes(bad)
    (folder / "huge.off").write_text("OFF\n353535235358 2 0\n0 0 0\n")
    (folder / "huge.ply").write_text(
        "ply\nformat binary_little_endian 1.0\nelement vertex 900000000\nproperty float x\nend_header\n"
    )
    (folder / "huge.stl").write_bytes(b"\0" * 80 + b"\xff\xff\xff\x7f")
    (folder / "deep.gltf").write_text("[" * 100_000)
    (folder / "loop.gltf").write_text(json.dumps({
        "asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"children": [0]}],
    }))  # fmt: skip
    (folder / "away.obj").write_text("mtllib ../../../../etc/passwd\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.xyz", b"0 0 0\n" * 20_000_000)
    with zipfile.ZipFile(folder / "climbs.zip", "w") as archive:
        archive.writestr("../../climbs.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    return len(list(folder.iterdir()))


def test_hostile_files_cost_only_themselves(encoder: OpenClipEncoder, tmp_path: Path) -> None:
    folder = tmp_path / "shapes"
    folder.mkdir()
    count = hostile_files(folder)
    assert count >= 80
    trimesh.creation.box((1, 2, 3)).export(folder / "good.stl")
    with opened(tmp_path / "library", encoder, max_seconds=20) as library:
        report = index(library, [folder])
        assert report.new + report.failed >= count  # an archive may hold several, or fail as one
        assert all(failure["reason"] and "Traceback" not in failure["reason"] for failure in report.failures)
        assert str(folder / "good.stl") in shapes_in(library.folder)
        failed = {Path(failure["path"]).name for failure in report.failures}
        assert {"huge.off", "huge.ply", "huge.stl", "deep.gltf", "bomb.xyz", "empty.glb"} <= failed
        assert problems(library) == []
    assert not list(tmp_path.parent.glob("climbs.obj"))


def test_watching_indexes_what_changes_until_interrupted(encoder_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shapes"
    folder.mkdir()
    trimesh.creation.box((1, 2, 3)).export(folder / "one.stl")
    library = tmp_path / "library"
    process = subprocess.Popen(
        [PROGRAM, "index", folder, "--library", library, "--encoder", encoder_folder, "--jobs", "1", "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert "1 new" in process.stdout.readline()
    trimesh.creation.icosphere().export(folder / "two.ply")
    assert "1 new, 1 unchanged" in process.stdout.readline()
    (folder / "one.stl").unlink()
    assert "1 gone" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    started = time.perf_counter()
    assert process.wait(timeout=20) == 0
    assert time.perf_counter() - started < 2
    process.communicate()
    assert list(shapes_in(library)) == [str(folder / "two.ply")]


def test_watching_waits_out_other_writers_and_unmounted_drives(encoder_folder: Path, tmp_path: Path) -> None:
    folder, library = tmp_path / "shapes", tmp_path / "library"
    folder.mkdir()
    trimesh.creation.box((1, 2, 3)).export(folder / "one.stl")
    command = [PROGRAM, "index", folder, "--library", library, "--encoder", encoder_folder, "--jobs", "1", "--watch"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stderr is not None
    assert "1 new" in process.stdout.readline()
    folder.rename(tmp_path / "elsewhere")
    assert "Waiting: There is nothing to index" in process.stderr.readline()
    with filelock.FileLock(library / "writing.lock"):
        (tmp_path / "elsewhere").rename(folder)
        assert "Waiting: Another process is writing" in process.stderr.readline()
        (folder / "bad.stl").write_text("no shape")
    while "1 unchanged, 1 failed" not in process.stdout.readline():  # a failure alone is news too
        pass
    (folder / "bad.stl").unlink()
    while "1 gone" not in process.stdout.readline():
        pass
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    process.communicate()
    assert list(shapes_in(library)) == [str(folder / "one.stl")]
