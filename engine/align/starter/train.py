"""The whole training in order: texts, drawings, maps, text tower, image tower, calibration, bundle."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.align.starter import features, image_tower, text_tower
from engine.align.starter.bundle import config, join_towers, split_towers, write_bundle, write_card
from engine.align.starter.card import BLANK_CARD, make_card, shapes_centre
from engine.align.starter.corpus import EXTRA, Item, clean_name, read_corpus, read_extra
from engine.align.starter.dictionaries import DEFAULT_FOLDER as DICTIONARIES
from engine.align.starter.grid import grid_states
from engine.align.starter.lessons import read_lesson
from engine.align.starter.lying import lying_direction
from engine.align.starter.nothing import off_topic_texts
from engine.align.starter.phrases import Said, explain_names
from engine.align.starter.pictures import draw_items
from engine.align.starter.plan import Lesson, Plan
from engine.align.starter.teachers import SentenceTeacher, imagenet_network
from engine.align.starter.text_stages import ask_teacher, distil_text, learn_words, look_words_up, widen_text
from engine.align.starter.towers import TextAdapter, UpperTower, start_head
from engine.align.starter.wording import read_descriptions
from engine.align.starter.wordnet import DEFAULT_FOLDER, WordNet
from engine.backend import prepare
from engine.encoder import load_encoder
from engine.own_encoders import CARD

NOTHING_TEXTS = 12_000
HELD_FOLD = 0


@dataclass(frozen=True)
class Words:
    """What the image tower hears: what may be said of names, texts to hold in place, texts of no shape, their tower."""

    said: dict[str, Said]
    broad: list[str]
    off_topic: list[str]
    tower: Any
    descriptions: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, said: dict[str, Said], phrases: list[str], nouns: WordNet, tower: Any) -> Words:
        """What is said of the names, with a part of the phrases to hold in place and the texts written for shapes."""
        broad = [phrases[i] for i in np.random.default_rng(0).choice(len(phrases), 20_000, replace=False)]
        return cls(said, broad, off_topic_texts(nouns, measured=False, count=NOTHING_TEXTS), tower, read_descriptions())

    def lesson(self, maps: Path, items: list[Item], rows: NDArray[np.int64]) -> Lesson:
        """The lesson of `items[rows]` from a folder of map files."""
        return read_lesson(maps, items, rows, self.said, self.broad, self.off_topic, self.embed, self.descriptions)

    def embed(self, texts: list[str]) -> NDArray[np.float32]:
        """Raw embeddings (N, D) of texts."""
        return text_tower.embed_raw(self.tower, texts)


def train_starter(
    data: Path, out: Path, work: Path, seed: int = 0, text_minutes: float = 24, wider_minutes: float = 30,
    words_minutes: float = 26, plan: Plan | None = None, threads: int = 2, wordnet: Path = DEFAULT_FOLDER,
    extra: Path | None = None, dictionaries: Path = DICTIONARIES,
) -> dict[str, Any]:  # fmt: skip
    """Train the starter encoder on the train split of the shared `data` and write it to `out`; returns its card.

    Every stage keeps its result in `work` and is skipped when that is there, so an interrupted run resumes. The
    image tower is trained twice: without a held-out fold, on which the card's numbers are measured, then on all.
    """
    prepare(threads)
    plan = plan or Plan(seed=seed)
    work.mkdir(parents=True, exist_ok=True)
    items, nouns = read_corpus(data, "train"), WordNet.read(wordnet)
    said, phrases = learn_words(items, work, nouns, wordnet)
    items += read_extra(extra)
    ask_teacher(work, phrases)
    distil_text(work, text_minutes, seed)
    widen_text(work, items, wider_minutes, seed)
    text = look_words_up(work, items, nouns, dictionaries, words_minutes, seed + 1)
    words = Words.of(explain_extra(said, items, extra, nouns), phrases, nouns, text)
    draw_and_map(data, items, work, imagenet_network(), (features.SMALL, features.FULL))
    held = align_images(work, items, words, "held", HELD_FOLD, replace(plan, seed=0))
    final = align_images(work, items, words, f"final-{plan.seed}", None, plan)
    write_states(work / "held", held, text, BLANK_CARD)
    rows = held_rows(work, items)
    card = make_card(data, work, items, load_encoder(str(work / "held"), threads), rows, nouns)
    write_states(out, final, text, card)
    return finish_card(data, out, work, items, card, threads)


def train_further(
    data: Path, out: Path, work: Path, start: Path, seed: int = 0, plan: Plan | None = None, threads: int = 2,
    wordnet: Path = DEFAULT_FOLDER, extra: Path | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Train the image tower of the bundle in `start` further, with the words as they are now; returns the new card.

    Its floors and weights stay: no tower without a held-out fold goes through these rounds. Raises EncoderError.
    """
    prepare(threads)
    plan = plan or Plan(seed=seed)
    upper, text = split_towers(start)
    work.mkdir(parents=True, exist_ok=True)
    items, nouns = read_corpus(data, "train"), WordNet.read(wordnet)
    said, phrases = learn_words(items, work, nouns, wordnet)
    items += read_extra(extra)
    words = Words.of(explain_extra(said, items, extra, nouns), phrases, nouns, text)
    draw_and_map(data, items, work, imagenet_network(), (features.FULL,))
    upper.dropout.p = plan.dropout
    adapter = TextAdapter()
    lesson = words.lesson(work / features.FULL.folder, items, learnable(work, items, None))
    history = image_tower.train_side_by_side(upper, adapter, lesson, plan.further_rounds(), grid_states)
    (work / f"further-{plan.seed}.json").write_text(json.dumps({"plan": asdict(plan), "history": history}))
    card = json.loads((start / CARD).read_text(encoding="utf-8"))
    write_states(out, {"upper": upper.state_dict(), "adapter": adapter.state_dict()}, text, card)
    return finish_card(data, out, work, items, card, threads)


def finish_card(
    data: Path, out: Path, work: Path, items: list[Item], card: dict[str, Any], threads: int
) -> dict[str, Any]:
    """The card of the encoder in `out` with what its own vectors say of the held-out shapes; written there."""
    encoder, rows = load_encoder(str(out), threads), held_rows(work, items)
    card["centre"] = shapes_centre(work, encoder, rows)
    card["lying"] = lying_direction([data / items[row].path for row in rows], encoder)
    write_card(out, card)
    return card


def write_states(folder: Path, states: dict[str, Any], text: Any, card: dict[str, Any]) -> int:
    """Join trained states to a bundle in `folder`; returns its bytes."""
    return write_bundle(
        folder, join_towers(imagenet_network(), *_parts(states, text), card["temperature"]), config(), card
    )


def labelled(items: list[Item]) -> list[Item]:
    """The items of the labelled data, which come before those from elsewhere."""
    return [item for item in items if item.collection != EXTRA]


def explain_extra(said: dict[str, Said], items: list[Item], folder: Path | None, wordnet: WordNet) -> dict[str, Said]:
    """What may be said of all names, with those of extra shapes and the phrases of FOLDER/phrases.json (by name)."""
    new = {item.words: "" for item in items if item.collection == EXTRA and item.words not in said}
    known = {**said, **explain_names(new, wordnet, SentenceTeacher())} if new else dict(said)
    file = folder / "phrases.json" if folder else None
    if file is not None and file.is_file():
        for name, phrases in json.loads(file.read_text(encoding="utf-8")).items():
            own = known.get(clean_name(name), Said())
            known[clean_name(name)] = replace(own, phrases=(*own.phrases, *phrases))
    return known


def draw_and_map(
    data: Path, items: list[Item], work: Path, network: Any, sets: tuple[features.MapSet, ...]
) -> None:  # fmt: skip
    """All pictures and the lower trunk's maps of them, at the sizes asked for."""
    parts = {"train": labelled(items), "extra": items[len(labelled(items)) :]}
    parts = {part: some for part, some in parts.items() if some}
    for part, some in parts.items():
        draw_items(data, some, work / part)
    lower = features.LowerTrunk(network).quick()
    for maps in sets:
        features.keep_all(lower, network, data, work, parts, maps)


def align_images(
    work: Path, items: list[Item], words: Words, name: str, fold: int | None, plan: Plan
) -> dict[str, Any]:
    """The image tower and text adapter trained without `fold` (None: on all), as states; kept as NAME.pt."""
    kept = work / f"{name}.pt"
    if kept.is_file():
        return dict(torch.load(kept, weights_only=True))
    rows = learnable(work, items, fold)
    lesson = words.lesson(work / features.SMALL.folder, items, rows)
    torch.manual_seed(plan.seed)
    network = imagenet_network()
    upper, adapter = UpperTower(network, dropout=plan.dropout), TextAdapter()
    start_head(upper, network.classifier, lesson.classes)
    start = time.monotonic()
    history = image_tower.train_in_rounds(upper, adapter, lesson, plan, grid_states)
    lesson = words.lesson(work / features.FULL.folder, items, rows)
    history += image_tower.train_last_round(upper, adapter, lesson, plan, grid_states)
    (work / f"{name}.json").write_text(
        json.dumps({"plan": asdict(plan), "seconds": time.monotonic() - start, "history": history})
    )
    states = {"upper": upper.state_dict(), "adapter": adapter.state_dict()}
    torch.save(states, kept)
    return states


def learnable(work: Path, items: list[Item], fold: int | None) -> NDArray[np.int64]:
    """Rows of the items that were drawn and are not in the held-out fold."""
    files = [work / part / "drawn.npy" for part in ("train", "extra")]
    drawn = np.concatenate([np.load(file) for file in files if file.is_file()])
    return np.array([row for row, item in enumerate(items) if drawn[row] and (fold is None or item.fold != fold)])


def held_rows(work: Path, items: list[Item]) -> NDArray[np.int64]:
    """Rows of the labelled items of the held-out fold, on which the card is measured."""
    rows = learnable(work, items, None)
    return np.array([row for row in rows if items[row].fold == HELD_FOLD and items[row].collection != EXTRA])


def _parts(states: dict[str, Any], text: Any) -> tuple[UpperTower, Any, TextAdapter]:
    upper, adapter = UpperTower(imagenet_network()), TextAdapter()
    upper.load_state_dict(states["upper"])
    adapter.load_state_dict(states["adapter"])
    return upper, text, adapter
