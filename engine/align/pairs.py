"""Pairs on disk: for each shape its depth pictures and the pictures to align them with, in tar shards.

A folder of pairs holds `manifest.json` (the settings that made it) and `shard-000000.tar`, `shard-000001.tar`, ... In a
shard each shape is one sample in the naming of webdataset, so that its loaders read them too:

    KEY.json          name, path, views (the camera of each picture), scores, and what the source adds
    KEY.depth00.png   depth pictures as the encoder sees them, grey, one for each camera of the rig
    KEY.image00.webp  the pictures to align with, RGB, on white or lit: numbered in the order of `views`

A shard is written beside its place and swapped in whole: whatever kills a run, the folder holds complete shapes only.
"""

from __future__ import annotations

import io
import json
import os
import tarfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import filelock
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.bundled import bundled_json
from engine.errors import LibraryBusy, UsageError

MANIFEST = "manifest.json"
FORMAT = 1
_OWN = (MANIFEST, f"{MANIFEST}.new", "writing.lock")
_QUALITY = 95


@dataclass(frozen=True)
class Pair:
    """One shape to align with: depth (N, H, W) uint8, images (M, S, S, 3) uint8 and the view (M,) each belongs to.

    key: names its bytes and up axis; scores: agreement of each image with the name; more: what the source adds.
    """

    key: str
    name: str
    path: str
    depth: NDArray[np.uint8]
    images: NDArray[np.uint8]
    views: tuple[int, ...]
    scores: tuple[float, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


class PairWriter:
    """Adds pairs to a folder; one process at a time. Use as a context manager: leaving it writes what is there."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        """Make the folder, or go on in one made with the same settings; UsageError names the first that differs."""
        self.folder = folder
        _claim(folder, {"format": FORMAT, **settings})
        self._lock = filelock.FileLock(folder / "writing.lock")
        try:
            self._lock.acquire(timeout=0)
        except filelock.Timeout:
            raise LibraryBusy(f"Another process is writing to {folder}.", "Wait for it to end.") from None
        for left in folder.glob("*.new"):
            left.unlink()
        self._waiting: list[Pair] = []
        self._limits = bundled_json("align.json")["pairs"]
        self._began = time.monotonic()
        self.keys = {key for shard in shards(folder) for key in shard_keys(shard)}

    def add(self, pair: Pair) -> None:
        """Take one pair; it is on the disk when the shard is full or old enough."""
        self._waiting.append(pair)
        self.keys.add(pair.key)
        old = time.monotonic() - self._began > self._limits["seconds"]
        if old or len(self._waiting) >= self._limits["shapes"]:
            self.flush()

    def flush(self) -> None:
        """Write what waits as a shard of its own."""
        if self._waiting:
            present = shards(self.folder)
            number = int(present[-1].stem.split("-")[1]) + 1 if present else 0
            _write_shard(self.folder / f"shard-{number:06d}.tar", self._waiting)
            self._waiting = []
        self._began = time.monotonic()

    def __enter__(self) -> PairWriter:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.flush()
        finally:
            self._lock.release()


def shards(folder: Path) -> list[Path]:
    """The folder's shards in order."""
    return sorted(folder.glob("shard-*.tar"))


def shard_keys(shard: Path) -> list[str]:
    """The keys of a shard's shapes, in order; no picture is read."""
    with tarfile.open(shard) as tar:
        return [name.removesuffix(".json") for name in tar.getnames() if name.endswith(".json")]


def read_shard(shard: Path) -> Iterator[Pair]:
    """The pairs of one shard, in order. Raises UsageError when the shard is damaged."""
    try:
        with tarfile.open(shard) as tar:
            files: dict[str, bytes] = {}
            for member in tar:
                stream = tar.extractfile(member)
                files[member.name] = stream.read() if stream else b""
                if member.name.endswith(".json"):  # written last of its sample
                    yield _decode(member.name.removesuffix(".json"), files)
                    files = {}
    except (tarfile.TarError, OSError, ValueError, KeyError) as error:
        raise UsageError(
            f"The shard {shard} is damaged ({error}).", "Delete it and run `shapeseek align generate` again."
        ) from error


def read_manifest(folder: Path) -> dict[str, Any]:
    """The settings a folder of pairs was made with. Raises UsageError when it is none, or of a newer format."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{folder} holds no pairs ({MANIFEST} cannot be read).", "Make some: shapeseek align generate --out FOLDER."
        ) from error
    if manifest.get("format") != FORMAT:
        raise UsageError(
            f"The pairs in {folder} have format {manifest.get('format')}, not {FORMAT}.", "Make them anew."
        )
    return manifest


def _claim(folder: Path, settings: dict[str, Any]) -> None:
    """Write the manifest of a new folder; for one that has pairs make sure that it is the same."""
    settings = json.loads(json.dumps(settings))
    if (folder / MANIFEST).is_file() and shards(folder):
        kept = read_manifest(folder)
        for name in sorted({*kept, *settings}):
            if kept.get(name) != settings.get(name):
                raise UsageError(
                    f"The pairs in {folder} were made with {name} {kept.get(name)!r}, not {settings.get(name)!r}.",
                    "Give another --out, or the settings they were made with.",
                )
        return
    other = [file.name for file in folder.iterdir() if file.name not in _OWN] if folder.is_dir() else []
    if other or folder.is_file():
        raise UsageError(f"{folder} holds other things.", "Give an empty or new folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}.", "Give another --out.") from error
    beside = folder / f"{MANIFEST}.new"
    beside.write_text(json.dumps(settings, indent=2, sort_keys=True) + "\n", "utf-8")
    beside.replace(folder / MANIFEST)


def _write_shard(target: Path, pairs: list[Pair]) -> None:
    beside = target.with_name(f"{target.name}.new")
    with beside.open("wb") as stream:
        with tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as tar:
            for pair in pairs:
                for name, content in _encode(pair):
                    info = tarfile.TarInfo(name)
                    info.size = len(content)
                    tar.addfile(info, io.BytesIO(content))
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(target)


def _encode(pair: Pair) -> Iterator[tuple[str, bytes]]:
    for number, picture in enumerate(pair.depth):
        yield f"{pair.key}.depth{number:02d}.png", _packed(picture, "PNG")
    for number, picture in enumerate(pair.images):
        yield f"{pair.key}.image{number:02d}.webp", _packed(picture, "WEBP", quality=_QUALITY)
    facts = {"name": pair.name, "path": pair.path, "views": pair.views, "scores": pair.scores, **pair.more}
    yield f"{pair.key}.json", json.dumps(facts).encode()


def _decode(key: str, files: dict[str, bytes]) -> Pair:
    facts = json.loads(files[f"{key}.json"])
    grey = [_unpacked(files[name]) for name in sorted(files) if name.startswith(f"{key}.depth")]
    colour = [_unpacked(files[name]) for name in sorted(files) if name.startswith(f"{key}.image")]
    own = ("name", "path", "views", "scores")
    more = {name: value for name, value in facts.items() if name not in own}
    views, scores = tuple(facts["views"]), tuple(facts["scores"])
    return Pair(key, facts["name"], facts["path"], np.stack(grey), np.stack(colour), views, scores, more)


def _packed(picture: NDArray[np.uint8], kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, kind, **options)
    return out.getvalue()


def _unpacked(content: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(content)))
