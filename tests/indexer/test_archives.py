"""Shapes inside archives: found by their path, unpacked with what they need, and never more than the limits allow."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from pathlib import Path

import pytest
import trimesh

from engine.errors import LimitExceeded, ShapeFileError
from engine.formats import load_shape
from engine.settings import Limits
from indexer.archives import close_archive, content_hash, members, opened, split

OBJ = trimesh.creation.box().export(file_type="obj")


def archive(file: Path, **contents: str | bytes) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in contents.items():
            packed.writestr(name, content)
    return file


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a/b.obj", ("/a/b.obj", None)),
        ("/a/p.zip!/b.obj", ("/a/p.zip", "b.obj")),
        ("/a/P.ZIP!/in/b.obj", ("/a/P.ZIP", "in/b.obj")),
        ("/a/c.sh3f!/b.obj", ("/a/c.sh3f", "b.obj")),
        ("/a/p.zip", ("/a/p.zip", None)),
        ("/İstanbul/p.zip!/b.obj", ("/İstanbul/p.zip", "b.obj")),  # a letter that lower() makes longer
    ],
)
def test_catalog_paths_say_file_and_member(path: str, expected: tuple[str, str | None]) -> None:
    file, member = split(path)
    assert (str(file), member) == expected


def test_a_member_is_a_file_for_the_blocks_time(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{"in/box.obj": OBJ})
    with opened(f"{file}!/in/box.obj", Limits()) as place:
        assert len(load_shape(place).faces) == 12
    assert not place.exists()
    with opened(str(file), Limits()) as place:
        assert place == file


def test_materials_textures_and_buffers_come_along(tmp_path: Path) -> None:
    gltf = json.dumps(
        {"asset": {"version": "2.0"}, "buffers": [{"uri": "data/b.bin", "byteLength": 4}, {"uri": "data:,x"}]}
    )
    file = archive(
        tmp_path / "a.zip",
        **{
            "in/a.obj": "mtllib mats/a.mtl\n" + OBJ, "in/mats/a.mtl": "newmtl m\nmap_Kd -s 1 1 1 wood.png\n",
            "in/mats/wood.png": b"x", "in/other.png": b"y", "in/a.gltf": gltf, "in/data/b.bin": b"1234",
            "secret.bin": b"z",
        },
    )  # fmt: skip
    with opened(f"{file}!/in/a.obj", Limits()) as place:
        got = {str(one.relative_to(place.parent)) for one in place.parent.rglob("*") if one.is_file()}
    assert {"a.obj", "mats/a.mtl"} <= got and "other.png" not in got
    with opened(f"{file}!/in/a.gltf", Limits()) as place:
        assert (place.parent / "data/b.bin").read_bytes() == b"1234"


def test_a_texture_named_in_a_material_beside_the_obj_comes_along(tmp_path: Path) -> None:
    contents = {"a.obj": "mtllib a.mtl\n" + OBJ, "a.mtl": "newmtl m\nmap_Kd wood.png\n", "wood.png": b"x"}
    with opened(f"{archive(tmp_path / 'a.zip', **contents)}!/a.obj", Limits()) as place:
        assert (place.parent / "wood.png").read_bytes() == b"x"


@pytest.mark.parametrize("name", ["../../evil.mtl", "/etc/evil.mtl", "..\\..\\evil.mtl", "in/../../evil.mtl"])
def test_nothing_is_written_outside_the_place(name: str, tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{"a.obj": f"mtllib {name}\n" + OBJ, name: b"evil", "evil.mtl": b"evil"})
    with opened(f"{file}!/a.obj", Limits()) as place:
        around = [one.name for one in place.parent.parent.glob("evil*")]
        assert around == [] and not Path("/etc/evil.mtl").exists()


@pytest.mark.parametrize("name", ["../../a.obj", "/tmp/evil/a.obj", "C:\\a.obj", "../a.obj"])
def test_members_with_evil_paths_are_unpacked_in_the_place_or_refused(name: str, tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{name: OBJ})
    for info in members(file, Limits()):
        with opened(f"{file}!/{info.filename}", Limits()) as place:
            assert place.parent.name.startswith("shapeseek-")
            assert len(load_shape(place).faces) == 12
    assert not Path("/tmp/evil").exists()


def test_a_bomb_is_stopped_while_it_unfolds(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{"a.obj": b"# " + b"0" * 8 * 2**20})
    for limits in (Limits(archive_ratio=100), Limits(file_bytes=2**20)):
        with pytest.raises(LimitExceeded, match="unfolds to more than"), opened(f"{file}!/a.obj", limits):
            pass
        with pytest.raises(LimitExceeded):
            content_hash(f"{file}!/a.obj", limits)


def test_a_header_that_lies_about_the_size_is_found_out(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{"a.obj": b"0" * 2**20})
    content = bytearray(file.read_bytes())
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 10)  # uncompressed size
    file.write_bytes(content)
    with pytest.raises(ShapeFileError), opened(f"{file}!/a.obj", Limits(file_bytes=2**16)):
        pass


def test_too_many_or_too_large_members_are_refused(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{f"{i}.obj": b"x" * 100 for i in range(20)})
    with pytest.raises(LimitExceeded, match=r"20 files, more than the 19"):
        members(file, Limits(archive_members=19))
    with pytest.raises(LimitExceeded, match="unfolds"):
        members(file, Limits(archive_bytes=1999))
    assert len(members(file, Limits(archive_members=20, archive_bytes=2000))) == 20


def test_encrypted_and_broken_members_are_told(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{"a.obj": OBJ, "b.obj": OBJ})
    content = bytearray(file.read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(header) + flags] |= 1
    (tmp_path / "locked.zip").write_bytes(content)
    with pytest.raises(ShapeFileError, match="encrypted"):
        content_hash(f"{tmp_path / 'locked.zip'}!/a.obj", Limits())
    content = bytearray(file.read_bytes())
    content[60:90] = b"\xff" * 30
    (tmp_path / "broken.zip").write_bytes(content)
    with pytest.raises(ShapeFileError, match="unpacked"):
        content_hash(f"{tmp_path / 'broken.zip'}!/a.obj", Limits())
    assert content_hash(f"{tmp_path / 'broken.zip'}!/b.obj", Limits())


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"no archive at all"])
def test_what_is_no_archive_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(ShapeFileError, match="ZIP"):
        members(tmp_path / "a.zip", Limits())
    with pytest.raises(ShapeFileError):
        content_hash(f"{tmp_path / 'a.zip'}!/a.obj", Limits())


def test_a_member_that_left_is_told_with_the_way_out(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.zip", **{"a.obj": OBJ})
    with (
        pytest.raises(ShapeFileError, match=r"no longer in its archive.*shapeseek index"),
        opened(f"{file}!/b.obj", Limits()),
    ):
        pass


def test_hashes_are_of_the_bytes_wherever_they_lie(tmp_path: Path) -> None:
    (tmp_path / "a.obj").write_text(OBJ)
    file = archive(tmp_path / "a.zip", **{"in/b.obj": OBJ, "c.obj": OBJ + "\n"})
    plain = content_hash(str(tmp_path / "a.obj"), Limits())
    assert content_hash(f"{file}!/in/b.obj", Limits()) == plain != content_hash(f"{file}!/c.obj", Limits())


@pytest.mark.parametrize(("uri", "name"), [("b.bin", "b.bin"), ("my%20b.bin", "my b.bin")])
def test_a_changed_buffer_changes_the_hash_of_its_gltf(uri: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "a.gltf").write_text(json.dumps({"buffers": [{"uri": uri, "byteLength": 4}]}))
    (tmp_path / name).write_bytes(b"1234")
    before = content_hash(str(tmp_path / "a.gltf"), Limits())
    (tmp_path / name).write_bytes(b"4321")
    assert content_hash(str(tmp_path / "a.gltf"), Limits()) != before


def test_archives_inside_archives_are_named_and_not_opened(tmp_path: Path) -> None:
    from indexer.scan import scan

    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as inner:
        inner.writestr("a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    (tmp_path / "shapes").mkdir()
    with zipfile.ZipFile(tmp_path / "shapes/outer.zip", "w") as outer:
        outer.write(tmp_path / "inner.zip", "inner.zip")
    found = scan([tmp_path / "shapes"], Limits())
    assert not found.found and "inside an archive" in found.failed[0][1]


def test_the_directory_of_an_archive_is_read_once_and_again_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, reads = tmp_path / "many.zip", []
    real = zipfile.ZipFile

    def counting(*arguments: object, **more: object) -> zipfile.ZipFile:
        reads.append(arguments)
        return real(*arguments, **more)  # type: ignore[call-overload, no-any-return]

    for content in (b"v 0 0 0", b"v 1 1 1 1"):
        with real(file, "w") as packed:
            for number in range(30):
                packed.writestr(f"{number}.obj", content + b"%d" % number)
        monkeypatch.setattr(zipfile, "ZipFile", counting)
        hashes = {content_hash(f"{file}!/{number}.obj", Limits()) for number in range(30)}
        assert hashes == {hashlib.sha256(content + b"%d" % number).hexdigest() for number in range(30)}
        monkeypatch.setattr(zipfile, "ZipFile", real)
    assert len(reads) == 2
    close_archive()
