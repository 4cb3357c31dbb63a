"""When a match is weak: the cosines that this very library gives, at best, to queries of nothing."""

from __future__ import annotations

import json
import random
import string
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.bundled import bundled_json
from engine.encoder import TEXT_KINDS, Encoder, EncoderCard
from engine.geometry import Shape, checked_shape
from engine.query import SENTENCE_WORDS, text_kind
from engine.vectors import VectorIndex
from engine.views import RenderRecipe, camera_rig, render

if TYPE_CHECKING:
    from engine.library import Library

BANK = "off_topic.npz"
CAUGHT = 0.9  # share of the off-topic queries whose best hit is to be called weak
ABOVE = 0.009  # of others nine in ten are to be caught too, and they crowd on few cosines
FEW = 50  # queries of nothing of which the best hit of all stands for nine in ten: less says little of so few
LEAST_SHAPES = 50  # a smaller library's best hits to nothing say little
_KINDS = {"text": "pooled", "sentence": "pooled", "image": "pooled", "shape": "pooled", "form": "form"}
_PICTURES, _HEAPS, _SIDE = 90, 30, 224


def renew_floors(library: Library, anew: bool = False) -> None:
    """Recompute the library's floors if its shapes changed since, or if told to, and keep them in its catalog.

    The off-topic queries are embedded once per library and encoder, and kept beside the vectors; without that file and
    without a loaded encoder (as when shapes are only removed) the floors stay as they are.
    """
    state = f"{library.catalog.generation} {_maker(library)}"
    if library.catalog.fact("floors_of") == state and not anew:
        return
    indexes = {channel: library.index(channel) for channel in set(_KINDS.values())}
    if len(indexes["pooled"]) < LEAST_SHAPES:
        library.catalog.set_facts(floors="{}", floors_of=state)
        return
    bank = _kept_bank(library)
    if bank is not None:
        floors = measured_floors(bank, indexes, library.card)
        library.catalog.set_facts(floors=json.dumps(floors), floors_of=state)


def floors_of(library: Library) -> dict[str, float]:
    """Per kind of query the floor under which a hit is weak: the encoder's or this library's, the higher one.

    Cosines count from what the card says a query has in common with all shapes (EncoderCard.in_common).
    """
    floors, maker = dict(library.card.floors), _maker(library)
    if (library.catalog.fact("floors_of") or maker).endswith(maker):  # else they are another encoder's
        for kind, floor in json.loads(library.catalog.fact("floors") or "{}").items():
            floors[kind] = max(floor, floors.get(kind, floor))
    if "text" in floors:
        floors.setdefault("sentence", floors["text"])  # a card written before sentences had a floor of their own
    return floors


def texts_of_nothing() -> dict[str, list[str]]:
    """Texts that no shape is meant by, by kind: real words and gibberish by turns."""
    chance = random.Random(2)
    texts: dict[str, list[str]] = {"text": [], "sentence": []}
    for text in bundled_json("off_topic.json")["texts"]:
        kind = text_kind(text)
        texts[kind] += [text, gibberish(chance, *((1, 3) if kind == "text" else (SENTENCE_WORDS, 8)))]
    return texts


def measured_floors(
    bank: dict[str, NDArray[np.float32]], indexes: dict[str, VectorIndex], card: EncoderCard
) -> dict[str, float]:
    """For each kind of rows in `bank` (n, dim) the floor, a hair over nine in ten of their best hits.

    Of texts both real ones and gibberish do: of both together the real ones, which come nearer, stay over it too often.
    """
    floors = {}
    for kind, rows in bank.items():
        if rows.shape[1]:
            best = indexes[_KINDS[kind]].best(rows) - card.in_common(kind, rows)
            sorts = (best[::2], best[1::2]) if kind in TEXT_KINDS else (best,)
            share = CAUGHT if len(best) >= FEW else 1.0
            floors[kind] = round(max(float(np.quantile(some, share)) for some in sorts) + ABOVE, 4)
    return floors


def off_topic_bank(encoder: Encoder, recipe: RenderRecipe) -> dict[str, NDArray[np.float32]]:
    """Unit rows of queries for nothing, by kind: form (n, form_dim), the others (n, dim) in the text space."""
    views = len(camera_rig(recipe.rig).views)
    pictures = (render(heap, recipe).pictures() for heap in heaps_of_triangles(_HEAPS))
    features = [encoder.encode_depth(some).of_shape(views) for some in pictures]
    return {
        **{kind: encoder.encode_texts(texts) for kind, texts in texts_of_nothing().items()},
        "image": encoder.encode_photos([Image.fromarray(picture) for picture in pictures_of_nothing(_PICTURES, _SIDE)]),
        "shape": np.stack([one.pooled() for one in features]),
        "form": np.stack([one.greatest() for one in features]),
    }


def gibberish(chance: random.Random, least: int = 1, most: int = 3) -> str:
    """Words of random letters, `least` to `most` of them."""
    words = range(chance.randint(least, most))
    return " ".join("".join(chance.choice(string.ascii_lowercase) for _ in range(chance.randint(3, 10))) for _ in words)


def pictures_of_nothing(count: int, size: int, seed: int = 2) -> NDArray[np.uint8]:
    """Noise of every grain, stripes and slopes of colour, (count, size, size, 3) uint8."""
    chance = np.random.default_rng(seed)
    out = np.empty((count, size, size, 3), np.uint8)
    across, down = np.meshgrid(np.linspace(0, 1, size), np.linspace(0, 1, size))
    for number, picture in enumerate(out):
        kind = number % 3
        if kind == 0:
            cells = int(2 ** chance.integers(2, 8))
            coarse = chance.integers(0, 256, (cells, cells, 3))
            of = np.arange(size) * cells // size
            picture[:] = coarse[of][:, of]
        else:
            wave = across * chance.normal() + down * chance.normal()
            if kind == 1:
                wave = np.sin(wave * chance.uniform(5, 60)) * 0.5 + 0.5
            low, high = chance.uniform(0, 255, (2, 3))
            picture[:] = np.clip(low + (high - low) * np.clip(wave, 0, 1)[..., None], 0, 255)
    return out


def heaps_of_triangles(count: int, seed: int = 2) -> list[Shape]:
    """Shapes that are no thing: random triangles, few or many, flat or tall."""
    chance = np.random.default_rng(seed)
    heaps = []
    for _ in range(count):
        faces = int(chance.integers(4, 200))
        centres = chance.uniform(-1, 1, (faces, 1, 3)) * chance.uniform(0.3, 1, 3)
        corners = centres + chance.normal(0, chance.uniform(0.05, 0.5), (faces, 3, 3))
        heaps.append(checked_shape(corners.reshape(-1, 3), np.arange(3 * faces).reshape(-1, 3)))
    return heaps


def _maker(library: Library) -> str:
    """What queries of nothing are embedded by, and which of them there are."""
    return f"{library.card.identity} {library.recipe.to_json()} {_texts_mark():x}"


@lru_cache
def _texts_mark() -> int:
    """Tells these texts of nothing from those of another version; asked for in each search."""
    return zlib.crc32(json.dumps(texts_of_nothing()).encode())


def _kept_bank(library: Library) -> dict[str, NDArray[np.float32]] | None:
    """The bank of this library's encoder and recipe, from its file or made with the loaded encoder; else None."""
    file, maker = library.folder / BANK, _maker(library)
    try:
        with np.load(file) as stored:
            if str(stored["maker"]) == maker:
                return {kind: stored[kind].astype(np.float32) for kind in _KINDS}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        pass  # absent or damaged: a derivative, made anew
    encoder = library.loaded_encoder
    if encoder is None:
        return None
    bank = off_topic_bank(encoder, library.recipe)
    unfinished = file.with_suffix(".part.npz")
    kept: dict[str, Any] = {kind: rows.astype(np.float16) for kind, rows in bank.items()}
    np.savez(unfinished, maker=maker, **kept)
    unfinished.replace(file)
    return bank
