"""A picture of one thing on a plain ground: where the thing is, and framed as the views of shapes are.

An encoder that is shown a thing at a third of the size it knows takes it for another: see docs/benchmarks.md.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.Image import Image

_WHITE = (255, 255, 255, 255)
_LOOKED_AT = 256  # pixels of the longer side that is looked at; specks and noise vanish in so small a copy
_NEAR = 20.0  # of 255: what still counts as the ground's colour, beside which JPEG's noise is small
_PLAIN = 0.95  # share of the border that shows the ground
_OPAQUE = 128.0  # of 255: what of a transparent picture belongs to the thing
_CUT_OUT = 0.5  # share of the border that is transparent where the thing was cut out of its picture
_LEAST, _FULL = 0.03, 0.8  # a smaller thing is a speck, a larger one fills its picture already
_MARGIN = 0.03  # of the thing's longer side, on every side: that of catalogue icons


def on_white(photo: Image) -> Image:
    """The picture turned as its camera says, its transparent parts on white, as RGB."""
    from PIL import Image as Images

    turned = _turned(photo)
    return Images.alpha_composite(Images.new("RGBA", turned.size, _WHITE), turned).convert("RGB")


def framed(picture: Image) -> Image:
    """An RGB picture cut to the thing on its plain ground, as a square; the picture itself where there is none.

    The ground may slope from one side to the other, as a studio's backdrop does. A picture whose border shows more than
    ground, whose thing fills it already or is but a speck, stays as it is.
    """
    from PIL import Image as Images

    seen = _shrunk(picture)
    ground = _ground(seen)
    if ground is None:
        return picture
    box = _box(_apart(seen, ground))
    if box is None:
        return picture
    left, top, right, bottom = box * np.divide(picture.size, seen.shape[1::-1])[[0, 1, 0, 1]]
    side, longer = max(right - left, bottom - top), max(picture.size)
    if not _LEAST * longer <= side <= _FULL * longer:
        return picture
    square = ceil(side * (1 + 2 * _MARGIN))
    corner = round((left + right - square) / 2), round((top + bottom - square) / 2)
    shown = (
        max(0, corner[0]),
        max(0, corner[1]),
        min(picture.width, corner[0] + square),
        min(picture.height, corner[1] + square),
    )
    red, green, blue = (int(value) for value in np.median(ground, axis=(0, 1)))
    out = Images.new("RGB", (square, square), (red, green, blue))
    out.paste(picture.crop(shown), (shown[0] - corner[0], shown[1] - corner[1]))
    return out


def thing_of(photo: Image) -> NDArray[np.bool_] | None:
    """(H, W) where a picture, made small, shows the thing: what is not transparent, else what is not its plain ground.

    None where it has neither a transparent border nor a plain ground, or shows nothing on it.
    """
    opaque = _shrunk(_turned(photo).getchannel("A")) >= _OPAQUE
    if (~opaque[_border(opaque.shape)]).mean() >= _CUT_OUT:
        return opaque if opaque.any() else None
    seen = _shrunk(on_white(photo))
    ground = _ground(seen)
    if ground is None:
        return None
    thing = _apart(seen, ground)
    return thing if thing.any() else None


def _turned(photo: Image) -> Image:
    """The picture turned as its camera says, as RGBA.

    Of one that has more than eight bits, as depth maps and scans do, the greatest value is white: Pillow would cut off
    all above 255.
    """
    from PIL import Image as Images
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(photo)
    if turned.mode == "F" or turned.mode.startswith("I"):
        values = np.nan_to_num(np.asarray(turned, np.float64), nan=0.0, posinf=0.0, neginf=0.0).clip(min=0.0)
        turned = Images.fromarray(np.rint(values * (255.0 / (values.max() or 1.0))).astype(np.uint8))
    return turned.convert("LA" if turned.mode == "La" else "RGBA").convert("RGBA")


def _shrunk(picture: Image) -> NDArray[np.float64]:
    """The picture as it is looked at: (H, W) or (H, W, 3)."""
    from PIL import Image as Images

    shrunk = min(1.0, _LOOKED_AT / max(picture.size))
    size = max(1, round(picture.width * shrunk)), max(1, round(picture.height * shrunk))
    return np.asarray(picture.resize(size, Images.Resampling.BOX), np.float64)


def _apart(seen: NDArray[np.float64], ground: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(H, W) what differs from the ground."""
    return np.asarray(np.abs(seen - ground).max(axis=2) > _NEAR)


def _border(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    border = np.zeros(shape, bool)
    border[[0, -1]] = border[:, [0, -1]] = True
    return border


def _ground(seen: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """The colours (H, W, 3) that the border of a picture (H, W, 3) goes on with inwards; None if it shows more.

    A plane per channel by least squares, fitted again to what it explains, so that a thing that touches the border in
    a few places does not tilt it.
    """
    height, width = seen.shape[:2]
    down, across = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    terms = np.stack([np.ones_like(down), down, across], axis=-1)
    border = _border((height, width))
    places, colours = terms[border], seen[border]
    near = np.abs(colours - np.median(colours, axis=0)).max(axis=1) <= 2 * _NEAR
    for _ in range(3):
        if near.mean() < _PLAIN:
            return None
        plane = np.linalg.lstsq(places[near], colours[near], rcond=None)[0]
        near = np.abs(colours - places @ plane).max(axis=1) <= _NEAR
    return np.asarray(terms @ plane) if near.mean() >= _PLAIN else None


def _box(thing: NDArray[np.bool_]) -> NDArray[np.float64] | None:
    """Left, top, right and bottom of what is set; None if nothing is."""
    rows, columns = np.flatnonzero(thing.any(axis=1)), np.flatnonzero(thing.any(axis=0))
    if not len(rows):
        return None
    return np.array([columns[0], rows[0], columns[-1] + 1, rows[-1] + 1], float)
