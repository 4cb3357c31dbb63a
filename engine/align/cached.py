"""What never changes while the twin trains, computed once: the twin's inputs, and features of pictures and names.

Beside the pairs, in features/BASE/ with BASE naming the weights, how they are shown pictures, and what is tuned:
`shard-000000.inputs.npy` (n, V, ...), what the twin is given for each depth view, in half precision, and
`shard-000000.npz` with the keys, names and features of the same shapes. The second is written last: where it is, both
are whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.align.pairs import Pair, read_manifest, read_shard, shard_keys, shards
from engine.align.tower import SplitTower
from engine.encoder import OpenClipEncoder
from engine.errors import LibraryError, UsageError
from engine.prompts import unit

_SPARE = 2**30  # bytes left free on the disk


@dataclass(frozen=True)
class Shapes:
    """All shapes of some folders of pairs, each once, in the order of their keys.

    places: for each shape its (file, row) among `files`, memory-mapped twin inputs (n, V, ...); images: for each shape
    the object features (D,) of its pictures, one for each folder that has some, and pictures the feature of one picture
    alone; texts (N, D): features of the names. All features are unit rows, float32.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    files: tuple[NDArray[np.floating], ...]
    places: tuple[tuple[int, int], ...]
    images: tuple[NDArray[np.float32], ...]
    pictures: NDArray[np.float32]
    texts: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.keys)

    def inputs(self, shape: int, views: Sequence[int] | None = None) -> NDArray[np.floating]:
        """(V, ...) twin inputs of one shape; of some of its views where they are named."""
        file, row = self.places[shape]
        block = self.files[file][row]
        return block if views is None else block[list(views)]

    @property
    def views(self) -> int:
        """Depth views of a shape."""
        return int(self.files[0].shape[1])


def cache_features(
    folders: Sequence[Path], encoder: OpenClipEncoder, tower: SplitTower, part: tuple[int, int] = (0, 1),
    progress: Callable[[int, int], None] = lambda done, total: None, stop: Callable[[], bool] = lambda: False,
) -> list[Path]:  # fmt: skip
    """Compute what is missing and return the cache folders, one for each of `folders`.

    part: (rank, world), this process's share of the shards. Ends early, between shards, when `stop` says so. Raises
    UsageError for folders that do not go together, LibraryError when the disk is too small.
    """
    check_alike(folders)
    places = [folder / "features" / cache_name(encoder, tower) for folder in folders]
    work = [(shard, place) for folder, place in zip(folders, places, strict=True) for shard in shards(folder)]
    todo = [(shard, place) for shard, place in work if not _is_whole(shard, place)][part[0] :: part[1]]
    for done, (shard, place) in enumerate(todo):
        if stop():
            break
        progress(done, len(todo))
        place.mkdir(parents=True, exist_ok=True)
        _cache_shard(shard, place, encoder, tower)
    progress(len(todo), len(todo))
    return places


def cache_name(encoder: OpenClipEncoder, tower: SplitTower) -> str:
    """Names what features depend on: weights, preprocessing, and where the tower is split."""
    card = encoder.card
    text = json.dumps([card.weights, card.preprocessing, card.query_prompts, tower.twin.stages])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_features(folders: Sequence[Path], places: Sequence[Path]) -> Shapes:
    """All cached shapes of the folders; a shape that several have gets the pictures of each."""
    files: list[NDArray[np.floating]] = []
    where: dict[str, tuple[int, int]] = {}
    names: dict[str, str] = {}
    images: dict[str, list[NDArray[np.float32]]] = {}
    pictures: dict[str, NDArray[np.float32]] = {}
    texts: dict[str, NDArray[np.float32]] = {}
    for folder, place in zip(folders, places, strict=True):
        seen: set[str] = set()
        for shard in shards(folder):
            files.append(np.load(place / f"{shard.stem}.inputs.npy", mmap_mode="r"))
            with np.load(place / f"{shard.stem}.npz") as kept:
                rows = {name: kept[name] for name in kept.files}
            for row, key in enumerate(rows["keys"].tolist()):
                if key in seen:
                    continue
                seen.add(key)
                where.setdefault(key, (len(files) - 1, row))
                names.setdefault(key, str(rows["names"][row]))
                images.setdefault(key, []).append(rows["objects"][row])
                pictures[key] = rows["pictures"][row]
                texts.setdefault(key, rows["texts"][row])
    keys = sorted(where)
    if not keys:
        raise UsageError(f"There are no pairs in {', '.join(map(str, folders))}.", "See `shapeseek align generate`.")
    return Shapes(
        tuple(keys), tuple(names[k] for k in keys), tuple(files), tuple(where[k] for k in keys),
        tuple(np.stack(images[k]) for k in keys), np.stack([pictures[k] for k in keys]),
        np.stack([texts[k] for k in keys]),
    )  # fmt: skip


def check_alike(folders: Sequence[Path]) -> None:
    """Raise UsageError for folders that hold no pairs, or whose depth views were made otherwise than each other's."""
    recipes = {folder: read_manifest(folder).get("recipe") for folder in folders}
    first = folders[0]
    for folder, recipe in recipes.items():
        if recipe != recipes[first]:
            raise UsageError(
                f"The depth views of {folder} were made as {recipe}, those of {first} as {recipes[first]}.",
                "Make both from libraries with the same views.",
            )


def _is_whole(shard: Path, place: Path) -> bool:
    """True where the shard's features are there, and of the shapes that it holds now."""
    kept = place / f"{shard.stem}.npz"
    if not kept.is_file():
        return False
    with np.load(kept) as rows:
        return list(rows["keys"]) == shard_keys(shard)


def _cache_shard(shard: Path, place: Path, encoder: OpenClipEncoder, tower: SplitTower) -> None:
    inputs: list[NDArray[np.float16]] = []
    rows: dict[str, list[Any]] = {name: [] for name in ("keys", "names", "objects", "pictures", "texts")}
    for pair in read_shard(shard):
        seen = encoder.encode_photos([Image.fromarray(image) for image in pair.images])
        inputs.append(_twin_inputs(pair, encoder, tower))
        for name, value in (
            ("keys", pair.key), ("names", pair.name), ("objects", unit(unit(seen).mean(axis=0))), ("pictures", seen[0]),
            ("texts", encoder.encode_texts([pair.name])[0]),
        ):  # fmt: skip
            rows[name].append(value)
        if len(inputs) == 1:
            _check_space(place, inputs[0].nbytes * len(shard_keys(shard)))
    arrays: dict[str, Any] = {name: np.array(values) for name, values in rows.items()}
    for target, write in (
        (place / f"{shard.stem}.inputs.npy", lambda stream: np.save(stream, np.stack(inputs))),
        (place / f"{shard.stem}.npz", lambda stream: np.savez(stream, allow_pickle=False, **arrays)),
    ):
        beside = target.with_name(f"{target.name}.{os.getpid()}.new")
        with beside.open("wb") as stream:
            write(stream)
        beside.replace(target)


def _twin_inputs(pair: Pair, encoder: OpenClipEncoder, tower: SplitTower) -> NDArray[np.float16]:
    rows = [tower.inputs(encoder.depth_batch(some)).cpu() for some in _chunks(pair.depth)]
    return torch.cat(rows).clamp(-65504, 65504).half().numpy()  # what half precision holds


def _chunks(pictures: NDArray[np.uint8], size: int = 64) -> Iterator[NDArray[np.uint8]]:
    for start in range(0, len(pictures), size):
        yield pictures[start : start + size]


def _check_space(place: Path, needed: int) -> None:
    if shutil.disk_usage(place).free < needed + _SPARE:
        raise LibraryError(
            f"The disk of {place} is too full for the features of another shard ({needed / 2**20:,.0f} MiB).",
            "Free some space, then run it again: what was computed is kept.",
        )
