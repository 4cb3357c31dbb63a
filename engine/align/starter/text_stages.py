"""The text tower's stages: phrases and what the teacher makes of them, English, ten languages, dictionaries."""

from __future__ import annotations

import json
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.align.starter import text_tower
from engine.align.starter.corpus import Item
from engine.align.starter.dictionaries import thing_pairs
from engine.align.starter.phrases import Said, broad_phrases, explain_names
from engine.align.starter.teachers import SentenceTeacher, require
from engine.align.starter.wording import add_thesaurus, foreign_pairs, read_descriptions, wider_schooling
from engine.align.starter.wordnet import WordNet

PHRASES = 220_000
LOOKED_UP = 0.35  # how far the tower goes from what it was towards what the dictionaries make of it


def learn_words(items: list[Item], work: Path, wordnet: WordNet, folder: Path) -> tuple[dict[str, Said], list[str]]:
    """What may be said of each name, and the phrases that the text tower is to know."""
    kept, said_file = work / "texts.json", work / "said.json"
    if not kept.is_file():
        names: dict[str, str] = {}
        for item in items:
            names.setdefault(item.words, item.category)
        explained = add_thesaurus(explain_names(names, wordnet, SentenceTeacher()))
        said_file.write_text(json.dumps({name: astuple(known) for name, known in explained.items()}))
        extra = {text for v in explained.values() for text in v.synonyms + v.wider + v.glosses}
        looks = {text for v in explained.values() for text in v.phrases}
        phrases = sorted({*broad_phrases([*names, *sorted(extra)], wordnet, folder, PHRASES), *extra, *looks})
        part = kept.with_suffix(".part")
        part.write_text(json.dumps(phrases))
        part.replace(kept)
    said = {k: Said(*map(tuple, v)) for k, v in json.loads(said_file.read_text()).items()}
    return said, json.loads(kept.read_text())


def ask_teacher(work: Path, phrases: list[str]) -> None:
    """What the text tower is distilled from: the teacher's vectors of the phrases (teacher.npy) and of all tokens."""
    if not (work / "token_vectors.npy").is_file():
        teacher = SentenceTeacher()
        np.save(work / "teacher.npy", teacher(phrases).astype(np.float16))
        np.save(work / "tokens.npy", text_tower.tokenize(phrases))
        np.save(work / "token_vectors.npy", teacher(_token_strings()).astype(np.float16))


def distil_text(work: Path, minutes: float, seed: int = 0) -> Any:
    """The text tower, distilled unless text.pt is there."""
    kept = work / "text.pt"
    if kept.is_file():
        return _text_tower(kept)
    torch.manual_seed(seed)
    tower = text_tower.new_text_tower()
    text_tower.start_from_teacher(tower, np.load(work / "token_vectors.npy").astype(np.float32))
    text_tower.distil(tower, np.load(work / "tokens.npy"), np.load(work / "teacher.npy"), minutes, seed=seed)
    torch.save(tower.state_dict(), kept)
    return tower


def widen_text(work: Path, items: list[Item], minutes: float, seed: int = 0) -> Any:
    """The text tower taught further, unless text_wide.pt is there: ten languages and written descriptions."""
    return _taught_on(work, "text.pt", "text_wide.pt", items, [], minutes, seed)


def look_words_up(
    work: Path, items: list[Item], nouns: WordNet, dictionaries: Path, minutes: float, seed: int = 0
) -> Any:  # fmt: skip
    """The text tower taught on dictionaries, unless text_words.pt is there, and brought back most of the way.

    What it learns there is a language's words, what it forgets is English. Of the weights between those before and
    those after, the ones a third of the way know nearly all the English and most of the words. Source of the
    interpolation: Wortsman et al. 2022, Robust fine-tuning of zero-shot models.
    """
    kept = work / "text_words.pt"
    if not kept.is_file():
        looked_up = thing_pairs(nouns, dictionaries)
        after = _taught_on(work, "text_wide.pt", "text_dictionary.pt", items, looked_up, minutes, seed).state_dict()
        before = _text_tower(work / "text_wide.pt").state_dict()
        torch.save({name: torch.lerp(before[name], after[name], LOOKED_UP) for name in before}, kept)
    return _text_tower(kept)


def _taught_on(
    work: Path, start: str, end: str, items: list[Item], looked_up: list[tuple[str, str]], minutes: float, seed: int
) -> Any:  # fmt: skip
    """The tower of file `end`, made from that of `start` unless it is there.

    looked_up: (foreign phrase, English meaning), beside the pairs and the sentences written for this training.
    """
    if (work / end).is_file():
        return _text_tower(work / end)
    tower = _text_tower(work / start)
    pairs = foreign_pairs(items)
    described = sorted({text for texts in read_descriptions().values() for text in texts})
    spoken = pairs + sorted(set(looked_up).difference(pairs))
    meanings = sorted({meaning for _, meaning in spoken})
    teacher = SentenceTeacher()
    known = dict(zip(meanings, teacher(meanings).astype(np.float16), strict=True))
    foreign = np.stack([known[meaning] for _, meaning in spoken])
    targets = np.concatenate([np.load(work / "teacher.npy"), foreign, teacher(described).astype(np.float16)])
    tokens = text_tower.tokenize([word for word, _ in spoken] + described)
    tokens = np.concatenate([np.load(work / "tokens.npy"), tokens])
    phrases = len(tokens) - len(spoken) - len(described)
    rows = wider_schooling(phrases, len(pairs), len(spoken) - len(pairs), len(described), seed)
    text_tower.distil(tower, tokens[rows], targets[rows], minutes, rate=8e-4, seed=seed)
    torch.save(tower.state_dict(), work / end)
    return tower


def _text_tower(file: Path) -> Any:
    tower = text_tower.new_text_tower()
    tower.load_state_dict(torch.load(file, weights_only=True))
    return tower.eval()


def _token_strings() -> list[str]:
    decoder = require("open_clip").tokenizer.SimpleTokenizer().decoder
    return [decoder[i].replace("</w>", "") or " " for i in range(len(decoder))]
