"""What is no shape: gibberish, nouns without a form, noise, heaps of triangles; to learn from and to measure with."""

from __future__ import annotations

import random
import string
import zlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.align.starter.pictures import SIZE
from engine.align.starter.wordnet import WordNet
from engine.geometry import checked_shape
from engine.views import render

# Lexicographer files of what has no shape: acts, attributes, cognition, communication, feelings, states, times.
ABSTRACT = frozenset({4, 7, 9, 10, 12, 26, 28})


def off_topic_texts(wordnet: WordNet, measured: bool, count: int = 400) -> list[str]:
    """Half gibberish, half nouns of things that have no shape; those to measure with are never those learnt from."""
    chance = random.Random(int(measured))
    abstract = [s.words[0] for s in wordnet.synsets.values() if s.lexfile in ABSTRACT and " " not in s.words[0]]
    # Only nouns of which every sense is abstract: `crane` is an act too.
    abstract = [w for w in abstract if not wordnet.look_up(w)]
    mine = sorted(w for w in set(abstract) if (zlib.crc32(w.encode()) % 5 == 0) == measured)
    return [_gibberish(chance) for _ in range(count // 2)] + chance.sample(mine, min(len(mine), count // 2))


def off_topic_pictures(count: int = 200, size: int = 128, seed: int = 0) -> NDArray[np.uint8]:
    """Pictures of nothing, (count, size, size, 3) uint8: noise of every grain, stripes and slopes of colour."""
    chance = np.random.default_rng(seed)
    out = np.empty((count, size, size, 3), np.uint8)
    across, down = np.meshgrid(np.linspace(0, 1, size), np.linspace(0, 1, size))
    for number, picture in enumerate(out):
        kind = number % 3
        if kind == 0:
            cells = min(size, int(2 ** chance.integers(2, 8)))
            coarse = chance.integers(0, 256, (cells, cells, 3))
            picture[:] = np.kron(coarse, np.ones((size // cells, size // cells, 1)))
        else:
            wave = across * chance.normal() + down * chance.normal()
            if kind == 1:
                wave = np.sin(wave * chance.uniform(5, 60)) * 0.5 + 0.5
            low, high = chance.uniform(0, 255, (2, 3))
            picture[:] = np.clip(low + (high - low) * np.clip(wave, 0, 1)[..., None], 0, 255)
    return out


def soup_views(count: int, seed: int = 0) -> list[NDArray[np.uint8]]:
    """Depth pictures, (10, 128, 128) uint8 each, of `count` heaps of random triangles."""
    chance = np.random.default_rng(seed)
    heaps = []
    for _ in range(count):
        faces = int(chance.integers(4, 200))
        centres = chance.uniform(-1, 1, (faces, 1, 3)) * chance.uniform(0.3, 1, 3)
        corners = centres + chance.normal(0, chance.uniform(0.05, 0.5), (faces, 3, 3))
        shape = checked_shape(corners.reshape(-1, 3), np.arange(3 * faces).reshape(-1, 3))
        pictures = [Image.fromarray(p).resize((SIZE, SIZE), Image.Resampling.BICUBIC) for p in render(shape).pictures()]
        heaps.append(np.stack([np.asarray(picture) for picture in pictures]))
    return heaps


def _gibberish(chance: random.Random) -> str:
    return " ".join(
        "".join(chance.choice(string.ascii_lowercase) for _ in range(chance.randint(3, 10)))
        for _ in range(chance.randint(1, 3))
    )
