"""Query pictures: on white, and cut to the one thing on a plain ground."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.encoder import load_encoder
from engine.formats import load_shape
from engine.framing import framed, on_white, thing_of
from engine.query import open_picture
from engine.views import render
from indexer.samples import write_samples

SIZE = (640, 480)


def chair(folder: Path, side: int = 150) -> Image.Image:
    """A picture of a chair that fills a white square of that side."""
    file = write_samples(folder, variants=1, kinds=["chair"])[0]
    view = Image.fromarray(render(load_shape(file)).pictures()[2])
    thing = view.crop(view.point(lambda value: 255 * (value < 250)).getbbox())
    square = Image.new("L", (max(thing.size),) * 2, 255)
    square.paste(thing, ((square.width - thing.width) // 2, (square.height - thing.height) // 2))
    return square.resize((side, side), Image.Resampling.BICUBIC).convert("RGB")


def plain() -> Image.Image:
    return Image.new("RGB", SIZE, "white")


def backdrop() -> Image.Image:
    """A studio's: lighter above than below."""
    slope = np.broadcast_to(np.linspace(250, 215, SIZE[1])[:, None, None], (*SIZE[::-1], 3))
    return Image.fromarray(slope.astype(np.uint8))


def saved_as_jpeg(picture: Image.Image) -> Image.Image:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=60)
    return Image.open(stream).convert("RGB")


def noise() -> Image.Image:
    return Image.fromarray(np.random.default_rng(0).integers(0, 255, (*SIZE[::-1], 3), np.uint8))


@pytest.mark.parametrize("corner", [(0, 0), (245, 165), (490, 330), (0, 200)])
@pytest.mark.parametrize("ground", [plain, backdrop])
def test_a_thing_on_a_plain_ground_fills_its_picture(
    tmp_path: Path, ground: Callable[[], Image.Image], corner: tuple[int, int]
) -> None:
    picture, thing = ground(), chair(tmp_path)
    mask = thing.convert("L").point(lambda value: 255 * (value < 250))
    picture.paste(thing, corner, mask)
    shown = framed(saved_as_jpeg(picture))
    assert shown.width == shown.height and abs(shown.width - 1.06 * 150) < 12
    same = np.asarray(shown.resize((64, 64)).convert("L"), float)
    wanted = np.full((159, 159), float(np.median(same)))
    wanted[4:154, 4:154] = np.where(np.asarray(mask) > 0, np.asarray(thing.convert("L")), wanted[4:154, 4:154])
    wanted = np.asarray(Image.fromarray(wanted.astype(np.uint8)).resize((64, 64)), float)
    assert np.corrcoef(same.ravel(), wanted.ravel())[0, 1] > 0.8


def test_a_thing_that_fills_its_picture_stays_as_it_is(tmp_path: Path) -> None:
    picture = Image.new("RGB", (160, 160), "white")
    picture.paste(chair(tmp_path), (5, 5))
    assert framed(picture) is picture


def test_pictures_without_a_plain_ground_or_a_thing_stay_as_they_are() -> None:
    speck, filled, tiny = plain(), noise(), Image.new("RGB", (1, 1), "white")
    speck.putpixel((300, 200), (0, 0, 0))
    filled.paste(Image.new("RGB", (120, 120), "red"), (100, 100))
    for picture in (noise(), filled, plain(), backdrop(), speck, tiny, Image.new("RGB", (300, 2), "black")):
        assert framed(picture) is picture


def test_a_small_thing_is_encoded_as_the_large_one(tmp_path: Path, starter_weights: Path) -> None:
    starter = load_encoder("starter", threads=1)
    large, small = Image.new("RGB", (318, 318), "white"), Image.new("RGBA", (1600, 900), (0, 0, 0, 0))
    large.paste(chair(tmp_path, 300), (9, 9))
    small.paste(chair(tmp_path, 300), (1200, 500))
    rows = starter.encode_photos([large, small])
    assert rows[0] @ rows[1] > 0.98


def test_transparent_icons_stand_on_white() -> None:
    icon = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    icon.putpixel((3, 3), (255, 0, 0, 255))
    icon.putpixel((4, 4), (0, 0, 0, 128))
    shown = on_white(icon)
    assert shown.mode == "RGB"
    assert [shown.getpixel(at) for at in ((0, 0), (3, 3), (4, 4))] == [(255,) * 3, (255, 0, 0), (127,) * 3]


def test_a_picture_is_turned_as_its_camera_says() -> None:
    photo = Image.new("RGB", (6, 4), "white")
    photo.putpixel((0, 0), (255, 0, 0))
    photo.getexif()[0x0112] = 6  # to be turned clockwise
    assert on_white(photo).size == (4, 6)
    assert on_white(photo).getpixel((3, 0)) == (255, 0, 0)


@pytest.mark.parametrize("depth", ["I;16", "I", "F"])
def test_pictures_of_more_than_eight_bits_look_as_in_eight(tmp_path: Path, depth: str) -> None:
    eight = chair(tmp_path).convert("L")
    values = np.asarray(eight)
    deep = {
        "I;16": values.astype(np.uint16) * 257,
        "I": values.astype(np.int32) * 257,
        "F": values.astype(np.float32) / 255,
    }
    file = tmp_path / "deep.tiff"
    Image.fromarray(deep[depth]).save(file)
    shown = open_picture(file)
    assert shown.mode == depth
    assert np.array_equal(np.asarray(on_white(shown)), np.asarray(on_white(eight)))
    assert np.array_equal(thing_of(shown), thing_of(eight))


def test_holes_of_a_depth_picture_and_a_black_one_are_black() -> None:
    values = np.array([[0.0, np.nan], [np.inf, 4.0]], np.float32)
    assert np.asarray(on_white(Image.fromarray(values)))[..., 0].tolist() == [[0, 0], [0, 255]]
    assert np.asarray(on_white(Image.new("I;16", (3, 3)))).max() == 0


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "LAB", "I", "F", "I;16", "La"]
)
def test_pictures_of_every_mode_become_rgb(mode: str) -> None:
    photo = Image.new("L", (5, 5), 200)
    if mode in ("I;16", "La"):  # nothing is converted to these
        photo = Image.new(mode, (5, 5))
    else:
        photo = photo.convert("RGB" if mode in ("HSV", "LAB") else mode)
    assert on_white(photo).mode == "RGB"
