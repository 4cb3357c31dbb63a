"""From cached maps, labels and texts to the Lesson the image tower learns."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.align.starter.corpus import EXTRA, Item, clean_name, sampling_weights
from engine.align.starter.phrases import Said, read_templates
from engine.align.starter.plan import Lesson, Saying
from engine.align.starter.teachers import require

PURPOSES = Path(__file__).with_name("purposes.json")
EmbedRaw = Callable[[list[str]], NDArray[np.float32]]

# The household is what most people search and what the fewest shapes of the corpus show.
# Made shapes are as many as all others and simpler than any.
EMPHASIS = {"sweethome3d": 2.1, "gazebo": 1.3, "quaternius_more": 1.4, "kicad": 0.5, "zeroad": 0.8, EXTRA: 0.6}

# How often a shape is called by its name, by its name in a sentence, and so on down to what its collection calls it.
SHARES = {
    "name": 0.45, "template": 0.12, "synonym": 0.15, "wider": 0.18, "gloss": 0.10, "category": 0.06, "purpose": 0.08,
    "foreign": 0.12, "phrase": 0.15,
}  # fmt: skip

CALLED = 4  # words for a shape that its pictures are taught to answer: its name and others

# Words of category names that tell how a collection was published, not what is in it.
_PUBLISHED = re.compile(
    r"\b(pack|kit|ultimate|modular|animated|realistic|basic|posed|props?|gazebo|models|misc\w*|items?|tilesets|"
    r"special|vol\.\d|real time strategy|platformer( game)?|rpg|asset|tech|\d)\b", re.I,
)  # fmt: skip


def read_lesson(maps: Path, items: list[Item], rows: NDArray[np.int64], said: dict[str, Said], broad: list[str],
                off_topic: list[str], embed: EmbedRaw,
                descriptions: dict[str, tuple[str, ...]] | None = None) -> Lesson:  # fmt: skip
    """Build the lesson of `items[rows]` from a folder of map files (see features.py), texts embedded by `embed`.

    `broad` are texts whose places are to be kept, `off_topic` texts that name no shape, `descriptions` sentences of
    single shapes by path.

    The files hold all training items in the order of `items`; `rows` leaves out a held-out fold or undrawn files.
    """
    chosen = [items[row] for row in rows]
    texts, sayings = gather_texts([(item.words, item.category, item.translations) for item in chosen], said)
    told = [(text, at) for at, item in enumerate(chosen) for text in (descriptions or {}).get(item.path, ())]
    place = {text: at for at, text in enumerate(texts)}
    icon_rows = np.load(maps / "train/icon_maps.rows.npy")
    where = {int(row): at for at, row in enumerate(rows)}
    kept = np.array([int(row) in where for row in icon_rows])
    classes, labels = _photo_classes(np.load(maps / "photo_maps.ids.npy"))
    logits = np.load(maps / "photo_maps.logits.npy").astype(np.float32)
    odds = np.exp(logits - logits.max(1, keepdims=True))
    return Lesson(
        depth=tuple(_rows(maps, kind, rows) for kind in ("depth", "varied")),
        shaded=_rows(maps, "shaded", rows),
        icons=np.load(maps / "train/icon_maps.npy")[kept],
        icon_rows=np.array([where[int(row)] for row in icon_rows[kept]]),
        photos=np.load(maps / "photo_maps.npy"),
        photo_classes=(odds / odds.sum(1, keepdims=True)).astype(np.float16),
        photo_labels=labels,
        weights=np.array(sampling_weights(chosen, EMPHASIS)),
        names=np.array([place[item.words] for item in chosen]),
        called=called_rows(texts, [item.words for item in chosen], said),
        said=sayings,
        texts=embed(texts),
        broad=embed(broad),
        nothing_texts=embed(off_topic),
        nothing=np.load(maps / "nothing_maps.npy"),
        classes=embed(classes),
        sentences=embed([text for text, _ in told]) if told else np.zeros((0, 1), np.float32),
        sentence_items=np.array([at for _, at in told], np.int64),
    )


def gather_texts(
    names: list[tuple[str, str, tuple[str, ...]]], said: dict[str, Said]
) -> tuple[list[str], list[Saying]]:
    """All texts true of the (name, category, translations), once each, and for each the rows and odds of its own."""
    templates, purposes = read_templates()["names"][3:], read_purposes()
    texts: dict[str, int] = {}
    sayings = []
    for number, (name, category, foreign) in enumerate(names):
        known = said.get(name, Said())
        own: dict[str, float] = {name: SHARES["name"]}
        _share(own, [templates[(7 * number + i) % len(templates)].format(name) for i in range(2)], SHARES["template"])
        _share(own, list(known.synonyms), SHARES["synonym"])
        _share(own, list(known.wider), SHARES["wider"])
        _share(own, list(known.glosses), SHARES["gloss"])
        _share(own, list(known.phrases), SHARES["phrase"])
        _share(own, [kind] if len(kind := clean_category(category)) > 2 else [], SHARES["category"])
        known_words = {name, name.split()[-1], *known.synonyms, *known.wider}
        _share(own, [text for text, words in purposes.items() if words & known_words], SHARES["purpose"])
        for text in foreign:
            own[clean_name(text)] = own.get(clean_name(text), 0.0) + SHARES["foreign"] / len(foreign)
        rows = np.array([texts.setdefault(text, len(texts)) for text in own])
        odds = np.array(list(own.values()))
        sayings.append(Saying(rows, odds / odds.sum(), frozenset(rows.tolist())))
    return list(texts), sayings


def called_rows(texts: list[str], names: list[str], said: dict[str, Said]) -> NDArray[np.int64]:
    """(N, CALLED) rows of `texts`: each name, then the words written for it, begun again where there are fewer."""
    place = {text: at for at, text in enumerate(texts)}
    words = [(name, *said.get(name, Said()).called) for name in names]
    return np.array([[place[some[number % len(some)]] for number in range(CALLED)] for some in words])


def read_purposes() -> dict[str, frozenset[str]]:
    """What things are for: phrase -> the words of which one must be said of a shape for it to be true."""
    table = json.loads(PURPOSES.read_text(encoding="utf-8"))
    return {text: frozenset(words) for text, words in table.items() if text != "about"}


def clean_category(category: str) -> str:
    """A category as words that could be searched for, possibly none."""
    return " ".join(_PUBLISHED.sub(" ", category.lower().replace("/", " ")).split())


def class_names() -> tuple[list[str], list[str]]:
    """The ImageNet classifier's (WordNet ids, first names), in the order of its answers."""
    info = require("timm.data").ImageNetInfo()
    ids = [info.index_to_label_name(i) for i in range(1000)]
    return ids, [info.index_to_description(i).split(",")[0].lower() for i in range(1000)]


def _photo_classes(ids: NDArray) -> tuple[list[str], NDArray[np.int64]]:
    known, names = class_names()
    place = {wnid: at for at, wnid in enumerate(known)}
    return names, np.array([place.get(str(wnid), -100) for wnid in ids])  # -100: a class the loss passes over


def _share(own: dict[str, float], texts: list[str], share: float) -> None:
    # Nearer terms first, each half as often as the one before.
    odds = 0.6 ** np.arange(len(texts))
    for text, part in zip(texts, odds / odds.sum() if len(texts) else odds, strict=True):
        own[text] = own.get(text, 0.0) + share * float(part)


def _rows(maps: Path, kind: str, rows: NDArray[np.int64]) -> NDArray[np.float16]:
    # The extra shapes' maps, if there are any, are in a folder of their own and come after the labelled ones'.
    files = [maps / f"{part}/{kind}_maps.npy" for part in ("train", "extra")]
    blocks = [np.load(file, mmap_mode="r") for file in files if file.is_file()]
    first = len(blocks[0])
    chosen = [blocks[0][rows[rows < first]]] + [block[rows[rows >= first] - first] for block in blocks[1:]]
    return np.concatenate(chosen)
