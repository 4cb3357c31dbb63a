"""Outlines: where views and pictures show the thing, small enough to be kept with every shape.

An embedding tells what a thing is; of many things of one sort the outline tells which of them a picture shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.framing import thing_of

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 32  # cells across, the longer side of the thing
BYTES = SIDE * SIDE // 8

_SET_BITS = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).sum(axis=1, dtype=np.uint16)
_TOGETHER = 1000  # shapes compared at once, so that any number of them takes little room


def outlines(silhouettes: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """(N, BYTES) packed bits of silhouettes (N, H, W): each cut to the thing, which fills a square of SIDE cells.

    A cell is set where the thing covers more than half of it; a silhouette of nothing has none.
    """
    return np.packbits(np.stack([_fitted(one) for one in silhouettes]).reshape(len(silhouettes), -1), axis=1)


def outline_of(photo: Image) -> NDArray[np.uint8] | None:
    """(BYTES,) of the thing in a picture; None where it stands on no plain ground."""
    thing = thing_of(photo)
    return None if thing is None else outlines(thing[None])[0]


def agreement(asked: NDArray[np.uint8], gallery: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(n,) of shapes with outlines (n, V, BYTES): the greatest overlap of one with the outline asked for (BYTES,).

    Overlap is intersection over union, 0 to 1.
    """
    found = [_overlaps(asked, gallery[at : at + _TOGETHER]).max(axis=1) for at in range(0, len(gallery), _TOGETHER)]
    return np.concatenate(found) if found else np.zeros(0, np.float32)


def _overlaps(asked: NDArray[np.uint8], gallery: NDArray[np.uint8]) -> NDArray[np.float32]:
    both = _SET_BITS[gallery & asked].sum(axis=-1, dtype=np.float32)
    either = _SET_BITS[gallery | asked].sum(axis=-1, dtype=np.float32)
    return np.asarray(both / np.maximum(either, 1), np.float32)


def _fitted(silhouette: NDArray[np.bool_]) -> NDArray[np.bool_]:
    from PIL import Image as Images

    out = np.zeros((SIDE, SIDE), bool)
    rows, columns = (np.flatnonzero(silhouette.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return out
    thing = silhouette[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = (max(1, round(side * SIDE / max(thing.shape))) for side in thing.shape)
    small = Images.fromarray(thing.astype(np.uint8) * 255).resize((width, height), Images.Resampling.BOX)
    top, left = (SIDE - height) // 2, (SIDE - width) // 2
    out[top : top + height, left : left + width] = np.asarray(small) > 127
    return out
