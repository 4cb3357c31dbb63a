"""Which files a walk takes, which it names as failures, and which roots it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from engine.errors import UsageError
from engine.settings import Limits
from indexer.scan import Scan, scan

LIMITS = Limits()


def touch(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")


def found(result: Scan, root: Path) -> list[str]:
    return [str(Path(unit.path).relative_to(root)) for unit in result.found]


def reasons(result: Scan) -> dict[str, str]:
    return {Path(unit.path).name: reason for unit, reason in result.failed}


def test_shape_files_are_taken_in_order_and_others_passed_over(tmp_path: Path) -> None:
    touch(
        *(
            tmp_path / name
            for name in ("b.STL", "a.obj", "a.mtl", "notes.txt", "in/deep/c.glb", "README", "x.obj~", ".obj")
        )
    )
    result = scan([tmp_path], LIMITS)
    assert found(result, tmp_path) == ["a.obj", "b.STL", "in/deep/c.glb"]
    assert [unit.folder for unit in result.found] == ["", "", "in/deep"]
    assert result.failed == []
    assert (result.found[0].size, result.found[0].modified_ns) == (1, (tmp_path / "a.obj").stat().st_mtime_ns)


def test_hidden_entries_the_library_and_mac_leftovers_are_not_entered(tmp_path: Path) -> None:
    touch(*(tmp_path / name for name in (".a.obj", ".git/b.obj", "__MACOSX/c.obj", "lib/d.obj", "real/lib/e.obj")))
    assert found(scan([tmp_path], LIMITS, exclude=tmp_path / "lib"), tmp_path) == ["real/lib/e.obj"]


def test_links_to_folders_are_not_followed_and_to_files_are(tmp_path: Path) -> None:
    touch(tmp_path / "a/one.obj", tmp_path / "elsewhere.stl")
    root = tmp_path / "a"
    (root / "loop").symlink_to(root, target_is_directory=True)
    (root / "up").symlink_to(tmp_path, target_is_directory=True)
    (root / "link.stl").symlink_to(tmp_path / "elsewhere.stl")
    (root / "round.obj").symlink_to(root / "round.obj")
    (root / "broken.obj").symlink_to(root / "nowhere.obj")
    result = scan([root], LIMITS)
    assert found(result, root) == ["link.stl", "one.obj"]
    assert set(reasons(result)) == {"round.obj", "broken.obj"}
    assert all("cannot be read" in reason for reason in reasons(result).values())


def test_pipes_sockets_and_folders_named_like_shapes_do_not_hang_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.stl")
    touch(tmp_path / "folder.obj/inside.obj")
    result = scan([tmp_path], LIMITS)
    assert found(result, tmp_path) == ["folder.obj/inside.obj"]
    assert reasons(result) == {"pipe.stl": "it is not a regular file."}


def test_names_that_are_no_text_are_failures_of_their_own(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.stl")).touch()
    touch(tmp_path / "Café 椅子.stl")
    result = scan([tmp_path], LIMITS)
    assert found(result, tmp_path) == ["Café 椅子.stl"]
    [(unit, reason)] = result.failed
    assert "UTF-8" in reason
    unit.path.encode()  # can be stored and shown


def test_known_formats_that_are_not_read_are_named(tmp_path: Path) -> None:
    touch(tmp_path / "a.fbx", tmp_path / "b.BLEND")
    assert reasons(scan([tmp_path], LIMITS)) == {
        "a.fbx": "FBX files are not read here; export it as GLB, OBJ or STL.",
        "b.BLEND": "BLEND files are not read here; export it as GLB, OBJ or STL.",
    }


def test_a_file_can_be_a_root(tmp_path: Path) -> None:
    touch(tmp_path / "a.obj", tmp_path / "b.obj")
    assert found(scan([tmp_path / "a.obj"], LIMITS), tmp_path) == ["a.obj"]


def test_roots_that_overlap_are_refused(tmp_path: Path) -> None:
    touch(tmp_path / "in/a.obj")
    for pair in (
        [tmp_path, tmp_path / "in"],
        [tmp_path / "in", tmp_path],
        [tmp_path, tmp_path / "in/.."],
        [tmp_path / "in"] * 2,
    ):
        with pytest.raises(UsageError, match="overlap"):
            scan(pair, LIMITS)
    touch(tmp_path / "in-other/b.obj")
    assert len(scan([tmp_path / "in", tmp_path / "in-other"], LIMITS).found) == 2  # a common prefix is no overlap


def test_missing_and_empty_roots_are_left_alone_with_a_word(tmp_path: Path) -> None:
    touch(tmp_path / "good/a.obj")
    (tmp_path / "empty").mkdir()
    result = scan([tmp_path / "good", tmp_path / "empty", tmp_path / "absent"], LIMITS)
    assert result.roots == [tmp_path / "good"]
    assert [(path.name, reason.split(",")[0].split(";")[0]) for path, reason in result.skipped_roots] == [
        ("empty", "it is empty"), ("absent", "it does not exist"),
    ]  # fmt: skip
    for alone in ("empty", "absent"):
        with pytest.raises(UsageError, match="nothing to index"):
            scan([tmp_path / alone], LIMITS)
    with pytest.raises(UsageError, match="nothing to index"):
        scan([], LIMITS)


def test_members_of_archives_are_units(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "parts.zip", "w") as packed:
        for name in ("b.stl", "in/a.obj", "in/a.mtl", "in/.hidden.obj", "readme.txt"):
            packed.writestr(name, "x")
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as packed:
        packed.writestr("readme.txt", "x")
    (tmp_path / "broken.sh3f").write_text("no archive")
    result = scan([tmp_path], LIMITS)
    assert found(result, tmp_path) == ["parts.zip!/b.stl", "parts.zip!/in/a.obj"]
    assert [(unit.folder, unit.container) for unit in result.found] == [
        ("parts", str(tmp_path / "parts.zip")), ("parts/in", str(tmp_path / "parts.zip")),
    ]  # fmt: skip
    assert set(reasons(result)) == {"none.zip", "broken.sh3f"}


UNREADABLE = """
import os, sys
from pathlib import Path
from engine.settings import Limits
from engine.errors import ShapeSeekError
from indexer.scan import scan
os.setgid(65534); os.setuid(65534)
try:
    result = scan([Path(sys.argv[1])], Limits())
    reasons = [reason for _, reason in (*result.failed, *result.skipped_roots)]
    print([Path(unit.path).name for unit in result.found], reasons)
except ShapeSeekError as error:
    print("told", error)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user to whom files are closed")
@pytest.mark.parametrize("closed", ["root", "root/sub", "root/a.zip"])
def test_what_may_not_be_read_is_told_not_passed_over(closed: str) -> None:
    """A folder that cannot be listed must not look like a folder whose shapes are gone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        touch(folder / "root/b.obj", folder / "root/sub/c.obj", folder / "root/a.zip")
        (folder / closed).chmod(0)
        command = [sys.executable, "-c", UNREADABLE, str(folder / "root")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "ermi" in done.stdout or "cannot be read" in done.stdout, done.stdout
