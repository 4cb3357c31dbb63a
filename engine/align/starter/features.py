"""What the frozen lower half of the image trunk makes of the pictures, computed once and kept on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from engine.align.starter.corpus import Item
from engine.align.starter.nothing import soup_views
from engine.align.starter.pictures import SIZE, icons, photos
from engine.floors import pictures_of_nothing
from engine.folding import folded

# Blocks kept frozen; their output is 88 channels at 1/16 of the picture's side.
FROZEN_BLOCKS = 4


@dataclass(frozen=True)
class MapSet:
    """Maps of all pictures at one size in a folder of their own, of each item at most so many views and drawings.

    None stands for all there are; icons is the number of copies of each.
    """

    folder: str
    size: int
    views: int | None = None
    drawings: int | None = None
    icons: int = 16


# Most of the training sees smaller pictures, which are quicker. Later rounds see them as large as the shipped tower
# does, and are over before they could see more of each shape than this.
SMALL = MapSet("maps-160", 160)
FULL = MapSet("maps-192", SIZE, views=6, drawings=3, icons=10)


class LowerTrunk(nn.Module):
    """The trunk's stem and first blocks: normalised pictures (N, 3, S, S) to maps (N, 88, S/16, S/16)."""

    def __init__(self, network: Any) -> None:
        super().__init__()
        self.stages = nn.Sequential(network.conv_stem, network.bn1, *list(network.blocks)[:FROZEN_BLOCKS])

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Run the frozen stages."""
        return self.stages(pictures)

    def quick(self) -> LowerTrunk:
        """A copy in bfloat16 with its batch norms folded in: three times as fast, and no longer to be trained."""
        twin = folded(self.eval().requires_grad_(False), SIZE)
        return twin.bfloat16().to(memory_format=torch.channels_last)


def normalised(pictures: NDArray[np.uint8], size: int | None = None) -> torch.Tensor:
    """Pictures (N, S, S) or (N, S, S, 3) uint8 as the network takes them: (N, 3, size, size) float32 in [-1, 1]."""
    batch = torch.from_numpy(np.array(pictures))  # a copy: the source may be a read-only map
    batch = (batch.unsqueeze(1) if batch.ndim == 3 else batch.permute(0, 3, 1, 2)).float()
    if size is not None and size != batch.shape[-1]:
        batch = F.interpolate(batch, size=(size, size), mode="bicubic", antialias=True).clamp_(0, 255)
    return (batch.expand(-1, 3, -1, -1) / 127.5 - 1).contiguous(memory_format=torch.channels_last)


def lower_maps(lower: Any, pictures: NDArray[np.uint8], size: int, batch: int = 16) -> NDArray[np.float16]:
    """The lower trunk's maps (N, C, H, W) float16 of uint8 pictures brought to `size` pixels.

    Batches are small so that a layer's activations stay in the processor's cache.
    """
    out: NDArray[np.float16] | None = None
    kind = next(lower.parameters()).dtype
    with torch.inference_mode():
        for at in range(0, len(pictures), batch):
            ready = normalised(pictures[at : at + batch], size).to(kind)
            maps = lower(ready).to(torch.float16).contiguous().numpy()
            if out is None:
                out = np.empty((len(pictures), *maps.shape[1:]), np.float16)
            out[at : at + len(maps)] = maps
    if out is None:
        raise ValueError("there are no pictures to run")
    return out


def keep_all(lower: Any, network: Any, data: Path, work: Path, parts: dict[str, list[Item]], maps: MapSet) -> None:
    """Write all maps of the set that are not there: of the items drawn in each part, of icons, photos and nothing."""
    folder = work / maps.folder
    most = {"depth": maps.views, "varied": None, "shaded": maps.drawings}
    for part in parts:
        (folder / part).mkdir(parents=True, exist_ok=True)
        for kind, count in most.items():
            keep_maps(lower, work / part / f"{kind}.npy", folder / part / f"{kind}_maps.npy", maps.size, count)
    keep_icons(lower, data, parts["train"], folder / "train/icon_maps.npy", maps.size, maps.icons)
    keep_photos(lower, network, data, folder / "photo_maps.npy", maps.size)
    keep_nothing(lower, folder / "nothing_maps.npy", maps.size)


def keep_maps(lower: Any, pictures: Path, target: Path, size: int, most: int | None = None) -> Path:
    """Write the maps of a picture file (N, V, S, S[, 3]) as (N, V, C, H, W) float16, unless there already.

    Of each row at most `most` pictures, drawn at random; None: all.
    """
    if not target.is_file():
        source = np.load(pictures, mmap_mode="r")
        shown, chance = source.shape[1], np.random.default_rng(0)
        count = shown if most is None else min(most, shown)
        out: NDArray[np.float16] | None = None
        for row in range(len(source)):
            some = np.sort(chance.choice(shown, count, replace=False))
            maps = lower_maps(lower, source[row][some], size)
            if out is None:
                out = np.empty((len(source), *maps.shape), np.float16)
            out[row] = maps
        _save(target, out if out is not None else np.zeros((0, count, 0, 0, 0), np.float16))
    return target


def keep_icons(lower: Any, data: Path, items: list[Item], target: Path, size: int, copies: int) -> Path:
    """Write the maps of the items' icons and their variants, (M, copies, C, H, W) float16, and their rows beside."""
    if not target.is_file():
        rows, pictures = zip(*icons(data, items, copies), strict=True)
        maps = lower_maps(lower, np.concatenate(pictures), size)
        np.save(target.with_suffix(".rows.npy"), np.array(rows))
        _save(target, maps.reshape(len(rows), copies, *maps.shape[1:]))
    return target


def keep_photos(lower: Any, network: Any, data: Path, target: Path, size: int, per_class: int = 60) -> Path:
    """Write the photos' maps, what the network says of them (.logits, (N, 1000) float16) and their ids (.ids)."""
    if not target.is_file():
        ids, pictures = zip(*photos(data, per_class), strict=True)
        stack = np.stack(pictures)
        maps = lower_maps(lower, stack, size)
        np.save(target.with_suffix(".ids.npy"), np.array(ids))
        np.save(target.with_suffix(".logits.npy"), _network_logits(network, maps))
        _save(target, maps)
    return target


def keep_nothing(lower: Any, target: Path, size: int) -> Path:
    """Write the maps of pictures of no shape: noise and heaps of triangles, (Q, C, H, W) float16."""
    if not target.is_file():
        grey = np.concatenate(soup_views(60))
        colour = pictures_of_nothing(300, SIZE, seed=0)
        _save(target, np.concatenate([lower_maps(lower, grey, size), lower_maps(lower, colour, size)]))
    return target


def _network_logits(network: Any, maps: NDArray[np.float16], batch: int = 256) -> NDArray[np.float16]:
    upper = nn.Sequential(*list(network.blocks)[FROZEN_BLOCKS:], network.conv_head, network.bn2)
    out = []
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(maps), batch):
            states = upper(torch.from_numpy(maps[at : at + batch]).float()).mean((2, 3))
            out.append(network.classifier(states).to(torch.float16).numpy())
    return np.concatenate(out)


def _save(target: Path, array: NDArray) -> None:
    # A file under its final name is complete: an interrupted run never leaves half of one.
    part = target.with_suffix(".part.npy")
    np.save(part, array)
    part.rename(target)
