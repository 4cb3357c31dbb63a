"""Pictures to learn from: depth maps of every shape from fixed and varied cameras, shaded drawings, icons, photos."""

from __future__ import annotations

import hashlib
import re
import tarfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance

from engine.align.starter.corpus import Item
from engine.align.starter.drawings import draw
from engine.errors import ShapeFileError
from engine.formats import load_shape
from engine.framing import on_white
from engine.geometry import Shape, checked_shape
from engine.views import CameraRig, render

SIZE = 192  # what the shipped tower sees
WHITE = 255
VARIED, SHADED = 8, 4
TUMBLED = range(VARIED // 2, VARIED - 2)  # the varied views of the shape in another pose; after them torn and scanned


@dataclass(frozen=True)
class Drawn:
    """All pictures of one shape, uint8: depth (V, S, S), varied (VARIED, S, S), shaded (SHADED, S, S, 3)."""

    depth: NDArray[np.uint8]
    varied: NDArray[np.uint8]
    shaded: NDArray[np.uint8]


def draw_items(data: Path, items: list[Item], folder: Path, jobs: int = 2) -> dict[str, Path]:
    """Draw every item once and keep the arrays, in the items' order, as .npy files in `folder`.

    depth.npy (N, V, S, S) from the default rig's cameras, varied.npy (N, VARIED, S, S), shaded.npy
    (N, SHADED, S, S, 3), all uint8 with S = SIZE, and drawn.npy (N,) bool, False where a file gave no shape. An
    existing complete set is kept.
    """
    names = ("depth", "varied", "shaded", "drawn")
    paths = {name: folder / f"{name}.npy" for name in names}
    if all(path.is_file() for path in paths.values()):
        return paths
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, NDArray] = {}
    drawn = np.zeros(len(items), bool)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for row, result in enumerate(pool.map(draw_item, [data / item.path for item in items], chunksize=16)):
            if result is None:
                print(f"no shape: {items[row].path}", flush=True)
                continue
            for name in names[:3]:
                value = getattr(result, name)
                if name not in arrays:
                    arrays[name] = np.full((len(items), *value.shape), WHITE, np.uint8)
                arrays[name][row] = value
            drawn[row] = True
            if row % 500 == 0:
                print(f"drawn {row} of {len(items)}", flush=True)
    for name, array in arrays.items():
        np.save(paths[name], array)
    np.save(paths["drawn"], drawn)
    return paths


def draw_item(path: Path) -> Drawn | None:
    """Draw one file; None where it holds no shape. The choice of cameras and colours follows from the path."""
    seed = int(hashlib.sha256("/".join(path.parts[-3:]).encode()).hexdigest()[:8], 16)
    chance = np.random.default_rng(seed)
    try:
        shape = load_shape(path)
    except ShapeFileError:
        return None
    varied = [
        render(shape, rig=_varied_rig(chance, TUMBLED.start, spread=22)).pictures(),
        render(_tumbled(shape, chance), rig=_varied_rig(chance, len(TUMBLED), spread=40)).pictures(),
        render(_torn(shape, chance), rig=_varied_rig(chance, 1, spread=15)).pictures(),
        render(_scanned(shape, chance), rig=_varied_rig(chance, 1, spread=15)).pictures(),
    ]
    return Drawn(
        depth=_shrunk(render(shape).pictures()),
        varied=_shrunk(np.concatenate(varied)),
        shaded=draw(shape, np.random.default_rng((seed, 1)), SHADED, SIZE),
    )


def icons(data: Path, items: list[Item], copies: int, seed: int = 0) -> Iterator[tuple[int, NDArray[np.uint8]]]:
    """Yield (row, (copies, S, S, 3) uint8) for every item with an icon: first as it is, then varied."""
    chance = np.random.default_rng(seed)
    for row, item in enumerate(items):
        if item.icon:
            with Image.open(data / item.icon) as image:
                plain = on_white(image)
            pictures = [fit(plain)] + [fit(_altered(plain, chance)) for _ in range(copies - 1)]
            yield row, np.stack(pictures)


def photos(data: Path, per_class: int) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """Yield (WordNet id, (S, S, 3) uint8) of the shared photos, at most `per_class` of each small-photo class."""
    for path in sorted((data / "photos" / "imagenet_one_each").glob("*.jpg")):
        with Image.open(path) as image:
            yield path.name.split("_", 1)[0], fit(image.convert("RGB"))
    with tarfile.open(data / "photos" / "tinyimagenet.tar") as archive:
        seen: dict[str, int] = {}
        for member in archive:
            label = _class_of(member.name)
            if not label or not member.isfile() or seen.get(label, 0) >= per_class:
                continue
            stream = archive.extractfile(member)
            if stream is not None:
                seen[label] = seen.get(label, 0) + 1
                yield label, fit(Image.open(stream).convert("RGB"))


def fit(image: Image.Image, size: int = SIZE) -> NDArray[np.uint8]:
    """The whole picture within a white square, (size, size, 3) uint8, as the bundle's own preprocessing does it."""
    scale = size / max(image.size)
    shape = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    square = Image.new("RGB", (size, size), (WHITE, WHITE, WHITE))
    small = image.resize(shape, Image.Resampling.BICUBIC)
    square.paste(small, ((size - shape[0]) // 2, (size - shape[1]) // 2))
    return np.asarray(square)


def _class_of(member: str) -> str:
    """The WordNet id in the name of a small photo, or nothing."""
    found = re.match(r"(n\d{8})_.*\.jpe?g$", Path(member).name, re.I)
    return found.group(1) if found else ""


def _shrunk(pictures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.stack([np.asarray(Image.fromarray(p).resize((SIZE, SIZE), Image.Resampling.BICUBIC)) for p in pictures])


def _varied_rig(chance: np.random.Generator, count: int, spread: float, height: float = 18) -> CameraRig:
    azimuths = (chance.uniform(0, 360) + np.arange(count) * 360 / count + chance.uniform(-20, 20, count)) % 360
    elevations = np.clip(chance.normal(height, spread, count), -80, 85)
    return CameraRig("varied", tuple((float(a), float(e)) for a, e in zip(azimuths, elevations, strict=True)))


def _tumbled(shape: Shape, chance: np.random.Generator) -> Shape:
    """The shape in another pose: lying on a side half of the time, turned at will otherwise."""
    if chance.random() < 0.5:
        turn = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], float)
    else:
        turn, upper = np.linalg.qr(chance.normal(size=(3, 3)))
        turn = turn * np.sign(np.diag(upper))
        turn *= np.sign(np.linalg.det(turn))
    return replace(shape, vertices=shape.upright() @ turn.T, up="y")


def _torn(shape: Shape, chance: np.random.Generator) -> Shape:
    """The shape with a side cut away or with holes: up to a third of its faces are missing."""
    if shape.is_cloud or len(shape.faces) < 12:
        return shape
    centres = shape.vertices[shape.faces].mean(1)
    if chance.random() < 0.5:
        height = (centres - centres.mean(0)) @ chance.normal(size=3)
        kept = height < np.quantile(height, chance.uniform(0.67, 0.95))
    else:
        kept = chance.random(len(centres)) > chance.uniform(0.05, 0.3)
    return checked_shape(shape.vertices, shape.faces[kept], up=shape.up) if kept.sum() > 4 else shape


def _scanned(shape: Shape, chance: np.random.Generator) -> Shape:
    """2,000 to 20,000 points of the surface, a little noisy, as a scanner would bring them."""
    if shape.is_cloud:
        return shape
    corners = shape.vertices[shape.faces]
    areas = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) + 1e-30
    count = int(2000 * 10 ** chance.uniform(0, 1))
    picked = corners[chance.choice(len(areas), count, p=areas / areas.sum())]
    shares = chance.dirichlet((1.0, 1.0, 1.0), count)
    points = (picked * shares[:, :, None]).sum(1)
    noise = chance.uniform(0, 0.004) * float(np.ptp(points, axis=0).max())
    return checked_shape(points + chance.normal(0, noise + 1e-9, points.shape), up=shape.up)


def _altered(image: Image.Image, chance: np.random.Generator) -> Image.Image:
    """Mirrored, zoomed, recoloured or greyed at random."""
    if chance.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if chance.random() < 0.3:
        image = image.convert("L").convert("RGB")
    elif chance.random() < 0.6:
        order = chance.permutation(3)
        image = Image.merge("RGB", [image.split()[i] for i in order])
    image = ImageEnhance.Brightness(image).enhance(chance.uniform(0.75, 1.1))
    image = ImageEnhance.Contrast(image).enhance(chance.uniform(0.7, 1.3))
    zoom = chance.uniform(0.75, 1.25)
    width, height = (int(side * zoom) for side in image.size)
    frame = Image.new("RGB", image.size, (WHITE, WHITE, WHITE))
    spot = [int((old - new) * chance.uniform(0.2, 0.8)) for old, new in zip(image.size, (width, height), strict=True)]
    frame.paste(image.resize((max(1, width), max(1, height)), Image.Resampling.BICUBIC), (spot[0], spot[1]))
    return frame
