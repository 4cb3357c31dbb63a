"""What is no shape: gibberish, nouns without a form, noise, heaps of triangles; to learn from and to measure with."""

from __future__ import annotations

import random
import zlib

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.align.starter.pictures import SIZE
from engine.align.starter.wordnet import WordNet
from engine.floors import gibberish, heaps_of_triangles
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
    return [gibberish(chance) for _ in range(count // 2)] + chance.sample(mine, min(len(mine), count // 2))


def soup_views(count: int, seed: int = 0) -> list[NDArray[np.uint8]]:
    """Depth pictures, (V, SIZE, SIZE) uint8 each, of the default rig, of `count` heaps of random triangles."""
    heaps = []
    for shape in heaps_of_triangles(count, seed):
        pictures = [Image.fromarray(p).resize((SIZE, SIZE), Image.Resampling.BICUBIC) for p in render(shape).pictures()]
        heaps.append(np.stack([np.asarray(picture) for picture in pictures]))
    return heaps
