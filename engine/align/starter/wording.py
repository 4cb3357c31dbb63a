"""Words written for this training: sentences on shapes, other words for names, everyday nouns in ten languages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.align.starter.corpus import Item, clean_name
from engine.align.starter.phrases import Said

DESCRIPTIONS = Path(__file__).with_name("descriptions.json")
THESAURUS = Path(__file__).with_name("thesaurus.json")
LEXICON = Path(__file__).with_name("lexicon.json")
# How often each foreign phrase and each description is met for one time that a broad English phrase is.
FOREIGN_TIMES, DESCRIBED_TIMES = 4, 3
WIDER = 5  # terms wider than a name that are kept, nearest first


def read_descriptions(path: Path = DESCRIPTIONS) -> dict[str, tuple[str, ...]]:
    """Sentences true of single training shapes, by the path in labels.csv."""
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["descriptions"]
    return {shape: tuple(str(text) for text in texts) for shape, texts in table.items()}


def add_thesaurus(said: dict[str, Said], path: Path = THESAURUS) -> dict[str, Said]:
    """What may be said of each name, led by what was written for it.

    WordNet's words stay behind it where they speak of the same thing, that is where the two share a word: a "crane" of
    a construction kit should not be called a wading bird.
    """
    table: dict[str, dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))["names"]
    known = dict(said)
    for name, words in table.items():
        looked_up, same, wider = said.get(name, Said()), words["same"], words["wider"]
        if not {name, *same, *wider} & {*looked_up.synonyms, *looked_up.wider}:
            looked_up = replace(looked_up, synonyms=(), wider=(), glosses=())
        known[name] = replace(
            looked_up,
            synonyms=_each_once(same, looked_up.synonyms),
            wider=_each_once(wider, looked_up.wider)[:WIDER],
            phrases=_each_once(words["looks"] + words["use"], looked_up.phrases),
            called=tuple(same),
        )
    return known


def _each_once(*texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain(*texts)))


def foreign_pairs(items: list[Item], lexicon: Path = LEXICON) -> list[tuple[str, str]]:
    """(foreign phrase, what it means in English) of the lexicon and of the items' own translated names, each once."""
    table: dict[str, dict[str, Any]] = json.loads(lexicon.read_text(encoding="utf-8"))["nouns"]
    pairs = {
        (word.lower(), noun)
        for noun, tongues in table.items()
        for given in tongues.values()
        for word in (given if isinstance(given, list) else [given])
    }
    pairs |= {(clean_name(name), item.words) for item in items for name in item.translations}
    return sorted((word, meaning) for word, meaning in pairs if word and word != meaning)


def wider_schooling(phrases: int, foreign: int, looked_up: int, described: int, seed: int = 0) -> NDArray[np.int64]:
    """Rows of (phrases, foreign, looked up, described) concatenated, as often as each is met; half of the phrases."""
    chance = np.random.default_rng(seed)
    some = chance.choice(phrases, phrases // 2, replace=False)
    counts, times = (foreign, looked_up, described), (FOREIGN_TIMES, 1, DESCRIBED_TIMES)
    return np.concatenate([some, phrases + np.repeat(np.arange(sum(counts)), np.repeat(times, counts))])
