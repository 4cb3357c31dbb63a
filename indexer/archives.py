"""Shapes inside ZIP archives, addressed as "parts.zip!/inner/chair.obj", with limits against bombs."""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from engine.errors import LimitExceeded, ShapeFileError
from engine.paths import SEPARATOR, is_file, scene_and_object
from engine.settings import Limits

ARCHIVES = frozenset({".zip", ".sh3f"})
_INSIDE = re.compile(rf"(.*?(?:{'|'.join(map(re.escape, sorted(ARCHIVES)))})){SEPARATOR}(.*)", re.I | re.S)
_CHUNK = 2**20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip
_MOST_COMPANIONS = 64
_MOST_JSON = 64 * 2**20  # bytes of a glTF looked through here, outside the sandbox, for its buffers


def split(path: str) -> tuple[Path, str | None]:
    """(file on the disk, member or None) of a catalog path; an object's are those of its scene."""
    scene = scene_and_object(path)[0]
    match = _INSIDE.match(scene)
    if match:
        return Path(match[1]), match[2]
    return Path(scene), None


def members(archive: Path, limits: Limits) -> list[zipfile.ZipInfo]:
    """The files in an archive. Raises ShapeFileError when it is broken, LimitExceeded when it holds too much."""
    try:
        with zipfile.ZipFile(archive) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ShapeFileError(f"it is not a readable ZIP archive ({error}).") from error
    if len(infos) > limits.archive_members:
        raise LimitExceeded(
            f"the archive holds {len(infos):,} files, more than the {limits.archive_members:,} allowed."
        )
    if sum(info.file_size for info in infos) > limits.archive_bytes:
        raise LimitExceeded(f"the archive unfolds to more than {limits.archive_bytes / 2**30:.0f} GiB.")
    return infos


def read_member(packed: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> Iterator[bytes]:
    """A member's bytes in pieces. Raises LimitExceeded past the limits of size and expansion, ShapeFileError."""
    if info.flag_bits & 1:
        raise ShapeFileError("it is encrypted.")
    most = min(limits.file_bytes, int(limits.archive_ratio * max(info.compress_size, 4096)))
    total = 0
    try:
        with packed.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                total += len(chunk)  # what really comes out, whatever the header says
                if total > most:
                    raise LimitExceeded(f"it unfolds to more than {most / 2**20:,.0f} MiB.")
                yield chunk
    except _BROKEN as error:
        raise ShapeFileError(f"it cannot be unpacked ({error}).") from error


def content_hash(path: str, limits: Limits) -> str:
    """sha256 hex of the bytes of a catalog path, with the buffers that a glTF keeps beside it.

    Raises ShapeFileError, LimitExceeded.
    """
    file, member = split(path)
    digest = hashlib.sha256()
    if member is None:
        _add_file(digest, file)
        if file.suffix.lower() == ".gltf" and file.stat().st_size <= _MOST_JSON:
            for name in _companions(file):
                buffer = file.parent / name
                if is_file(buffer) and buffer.resolve().is_relative_to(file.parent.resolve()):
                    _add_file(digest, buffer)
                else:
                    digest.update(b"missing")
        return digest.hexdigest()
    packed = _archive(file)
    for chunk in read_member(packed, _info(packed, member), limits):
        digest.update(chunk)
    if member.lower().endswith(".gltf"):
        digest.update(path.encode())  # its buffers are not looked for: the same only in the same place
    return digest.hexdigest()


def _add_file(digest: Any, file: Path) -> None:
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise ShapeFileError(f"it cannot be read: {error.strerror or error}.") from error


@contextmanager
def opened(path: str, limits: Limits) -> Iterator[Path]:
    """A real file for a catalog path; an archive's member is unpacked, with what it refers to, for the block's time.

    Raises ShapeFileError, LimitExceeded.
    """
    file, member = split(path)
    if member is None:
        yield file
        return
    packed = _archive(file)
    with tempfile.TemporaryDirectory(prefix="shapeseek-") as folder:
        place = Path(folder) / PurePosixPath(member).name
        _unpack(packed, _info(packed, member), place, limits)
        _unpack_companions(packed, member, place, limits)
        yield place


# The archive that this process read last, with what tells it from others: its members come one after another, and
# reading the directory of a large one for each of them would take longer than all the rest.
_last: dict[tuple[object, ...], zipfile.ZipFile] = {}


def _archive(file: Path) -> zipfile.ZipFile:
    try:
        status = file.stat()
        key = (file, status.st_size, status.st_mtime_ns, status.st_ino)
        if key not in _last:
            close_archive()
            _last[key] = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ShapeFileError(f"its archive cannot be read ({error}).") from error
    return _last[key]


def close_archive() -> None:
    """Close the archive that was read last."""
    while _last:
        _last.popitem()[1].close()


def _info(packed: zipfile.ZipFile, member: str) -> zipfile.ZipInfo:
    try:
        return packed.getinfo(member)
    except KeyError:
        raise ShapeFileError("it is no longer in its archive.", "Run `shapeseek index` on its folder again.") from None


def _unpack(packed: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, limits: Limits) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        for chunk in read_member(packed, info, limits):
            out.write(chunk)


def _unpack_companions(packed: zipfile.ZipFile, member: str, place: Path, limits: Limits) -> None:
    """Unpack what a member refers to beside it, and what that refers to; nothing outside the folder, nothing twice."""
    folder = place.parent.resolve()
    waiting, done = _companions(place), set[str]()
    while waiting and len(done) < _MOST_COMPANIONS:
        wanted = waiting.pop(0).replace("\\", "/")
        source, target = str(PurePosixPath(member).parent / wanted), (folder / wanted).resolve()
        if source in done or not target.is_relative_to(folder) or target.exists():
            continue
        try:
            info = packed.getinfo(source)
        except KeyError:
            continue
        done.add(source)
        _unpack(packed, info, target, limits)
        waiting += _companions(target)


def _companions(file: Path) -> list[str]:
    """Relative names of the files that an OBJ (materials), MTL (colour textures) or glTF (buffers) needs beside it."""
    keyword = {".obj": b"mtllib", ".mtl": b"map_Kd"}.get(file.suffix.lower())
    if keyword is not None:
        with file.open("rb") as stream:
            lines = [line.split() for line in stream if line.lstrip().startswith(keyword)]
        return [words[-1].decode("utf-8", "replace") for words in lines if len(words) > 1]
    if file.suffix.lower() == ".gltf":
        try:
            buffers = json.loads(file.read_bytes()).get("buffers", [])
            return [unquote(b["uri"]) for b in buffers if not b["uri"].startswith("data:")]
        except (ValueError, AttributeError, KeyError, TypeError, RecursionError, MemoryError):
            return []  # the loader will say what is wrong with it
    return []
