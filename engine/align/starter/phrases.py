"""Texts to learn from: what may be said of a labelled shape, and a broad body of phrases for the text tower."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.align.starter.wordnet import Synset, WordNet, read_lemmas

TEMPLATES = Path(__file__).with_name("templates.json")
Embed = Callable[[list[str]], NDArray[np.float32]]


@dataclass(frozen=True)
class Said:
    """What may be said of a name: synonyms, wider terms nearest first, the gloss of its sense, phrases true of all.

    called: the synonyms that were written for the name, so that none is of another sense.
    """

    synonyms: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()
    glosses: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


def read_templates(path: Path = TEMPLATES) -> dict[str, list[str]]:
    """Read the phrase templates: lists of strings by kind."""
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {kind: [str(text) for text in texts] for kind, texts in table.items()}


def first_clause(gloss: str) -> str:
    """The gloss up to its first semicolon, without brackets at its start."""
    text = gloss.split(";", 1)[0].strip()
    if text.startswith("(") and ")" in text:
        text = text.split(")", 1)[1].strip()
    return text


def explain_names(names: dict[str, str], wordnet: WordNet, embed: Embed) -> dict[str, Said]:
    """Link each name (plain words -> its category) to the WordNet sense that fits it best.

    Every run of the name's words that WordNet knows proposes its concrete senses; the sense whose words and gloss
    `embed` puts nearest to the name wins, longer runs, later words and frequent senses being preferred.
    """
    proposals: list[tuple[str, Synset, float]] = []
    for name in names:
        proposals += [(name, synset, bonus) for synset, bonus in _proposals(name, wordnet)]
    texts = [f"{s.words[0]}: {first_clause(s.gloss)}" for _, s, _ in proposals]
    queries = {name: i for i, name in enumerate(names)}
    asked = embed([f"{name} ({category})" if category else name for name, category in names.items()])
    offered = embed(texts) if texts else np.zeros((0, asked.shape[1]), np.float32)
    best: dict[str, tuple[float, Synset]] = {}
    for (name, synset, bonus), vector in zip(proposals, offered, strict=True):
        score = float(asked[queries[name]] @ vector) + bonus
        if name not in best or score > best[name][0]:
            best[name] = (score, synset)
    return {name: _said(name, best[name][1], wordnet) if name in best else Said() for name in names}


def broad_phrases(names: list[str], wordnet: WordNet, folder: Path, count: int, seed: int = 0) -> list[str]:
    """About `count` different phrases: nouns, glosses, described nouns, purposes and the names in templates."""
    chance = random.Random(seed)
    templates = read_templates()
    synsets = wordnet.concrete()
    nouns = sorted({word for s in synsets for word in s.words if len(word) < 40})
    glosses = [first_clause(s.gloss) for s in synsets]
    other = [w for part in ("verb", "adj") for w in read_lemmas(folder / f"index.{part}")]
    phrases = set(names) | {t.format(n) for n in names for t in chance.sample(templates["names"], 4)}
    phrases |= set(chance.sample(nouns, min(len(nouns), count // 3)))
    phrases |= {g for g in chance.sample(glosses, min(len(glosses), count // 6)) if 3 < len(g) < 140}
    phrases |= set(chance.sample(other, min(len(other), count // 12)))
    phrases |= {t.format(v) for t in templates["purposes"] for v in templates["verbs"]}
    common = [w for s in synsets for w in s.words if len(w) < 14 and len(wordnet.senses.get(w, ())) > 1] + names * 3
    while len(phrases) < count:
        phrases.add(_described(chance, templates, chance.choice(common)))
    return sorted(phrases)


def _described(chance: random.Random, templates: dict[str, list[str]], noun: str) -> str:
    kind = chance.random()
    if kind < 0.35:
        return f"{'a ' if chance.random() < 0.5 else ''}{chance.choice(templates['adjectives'])} {noun}"
    if kind < 0.5:
        first, second = chance.sample(templates["adjectives"], 2)
        return f"a {first} {second} {noun}"
    if kind < 0.75:
        described = f"{chance.choice(templates['adjectives'])} {noun}" if chance.random() < 0.4 else noun
        return chance.choice(templates["sentences"]).format(described, chance.choice(templates["parts"]))
    return chance.choice(templates["names"]).format(noun)


def _proposals(name: str, wordnet: WordNet) -> list[tuple[Synset, float]]:
    words = name.split()
    found = []
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + 4) + 1):
            run = " ".join(words[start:end])
            if len(run) < 3:
                continue
            for rank, synset in enumerate(wordnet.look_up(run)[:5]):
                bonus = 0.12 * (end - start) + (0.06 if end == len(words) else 0.0) - 0.03 * rank
                found.append((synset, bonus))
    return found


def _said(name: str, synset: Synset, wordnet: WordNet) -> Said:
    gloss = first_clause(synset.gloss)
    return Said(
        synonyms=tuple(w for w in synset.words[:4] if w != name),
        wider=tuple(wordnet.wider_words(synset, depth=5)[:5]),
        glosses=(gloss,) if gloss else (),
    )
