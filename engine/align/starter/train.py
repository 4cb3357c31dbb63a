"""The whole training in order: texts, drawings, maps, text tower, image tower, calibration, bundle."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.align.starter import features, image_tower, text_tower
from engine.align.starter.bundle import config, join_towers, write_bundle
from engine.align.starter.card import make_card
from engine.align.starter.corpus import Item, read_corpus
from engine.align.starter.grid import grid_forward
from engine.align.starter.lessons import read_lesson
from engine.align.starter.nothing import off_topic_texts
from engine.align.starter.phrases import Said, broad_phrases, explain_names
from engine.align.starter.pictures import draw_items
from engine.align.starter.plan import Plan
from engine.align.starter.teachers import SentenceTeacher, imagenet_network, require
from engine.align.starter.towers import TextAdapter, UpperTower, start_head
from engine.align.starter.wordnet import DEFAULT_FOLDER, WordNet
from engine.backend import prepare

PHRASES = 220_000
HELD_FOLD = 0


@dataclass(frozen=True)
class Words:
    """What the image tower hears: what may be said of names, texts to hold in place, texts of no shape, their tower."""

    said: dict[str, Said]
    broad: list[str]
    off_topic: list[str]
    tower: Any

    def embed(self, texts: list[str]) -> NDArray[np.float32]:
        """Raw embeddings (N, D) of texts."""
        return text_tower.embed_raw(self.tower, texts)


def train_starter(
    data: Path, out: Path, work: Path, seed: int = 0, text_minutes: float = 24, plan: Plan | None = None,
    threads: int = 2, wordnet: Path = DEFAULT_FOLDER,
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
    broad = [phrases[i] for i in np.random.default_rng(0).choice(len(phrases), 20_000, replace=False)]
    text = distil_text(work, text_minutes, seed)
    words = Words(said, broad, off_topic_texts(nouns, measured=False, count=3000), text)
    draw_and_map(data, items, work, imagenet_network())
    towers = {}
    for name, fold in (("held", HELD_FOLD), ("final", None)):
        towers[name] = align_images(work, items, words, name, fold, plan)
    rows = np.array([row for row in learnable(work, items, None) if items[row].fold == HELD_FOLD])
    card = make_card(work, items, text, towers["held"], rows, nouns)
    state = join_towers(imagenet_network(), *_parts(towers["final"], text), card["temperature"])
    write_bundle(out, state, config(), card)
    return card


def learn_words(items: list[Item], work: Path, wordnet: WordNet, folder: Path) -> tuple[dict[str, Said], list[str]]:
    """What may be said of each name, and the phrases whose vectors (teacher.npy) the text tower is to learn."""
    kept, said_file = work / "texts.json", work / "said.json"
    if not (work / "token_vectors.npy").is_file():
        teacher = SentenceTeacher()
        names: dict[str, str] = {}
        for item in items:
            names.setdefault(item.words, item.category)
        explained = explain_names(names, wordnet, teacher)
        said_file.write_text(json.dumps({k: [v.synonyms, v.wider, v.glosses] for k, v in explained.items()}))
        extra = {text for v in explained.values() for text in v.synonyms + v.wider + v.glosses}
        phrases = sorted({*broad_phrases([*names, *sorted(extra)], wordnet, folder, PHRASES), *extra})
        kept.write_text(json.dumps(phrases))
        np.save(work / "teacher.npy", teacher(phrases).astype(np.float16))
        np.save(work / "tokens.npy", text_tower.tokenize(phrases))
        np.save(work / "token_vectors.npy", teacher(_token_strings()).astype(np.float16))
    said = {k: Said(*map(tuple, v)) for k, v in json.loads(said_file.read_text()).items()}
    return said, json.loads(kept.read_text())


def distil_text(work: Path, minutes: float, seed: int = 0) -> Any:
    """The text tower, distilled unless text.pt is there."""
    torch.manual_seed(seed)
    tower = text_tower.new_text_tower()
    kept = work / "text.pt"
    if kept.is_file():
        tower.load_state_dict(torch.load(kept, weights_only=True))
        return tower.eval()
    text_tower.start_from_teacher(tower, np.load(work / "token_vectors.npy").astype(np.float32))
    text_tower.distil(tower, np.load(work / "tokens.npy"), np.load(work / "teacher.npy"), minutes, seed=seed)
    torch.save(tower.state_dict(), kept)
    return tower


def draw_and_map(data: Path, items: list[Item], work: Path, network: Any) -> None:
    """All pictures and the lower trunk's maps of them."""
    folder = work / "train"
    draw_items(data, items, folder)
    lower = features.LowerTrunk(network)
    for kind in ("depth", "varied", "shaded"):
        features.keep_maps(lower, folder / f"{kind}.npy", folder / f"{kind}_maps.npy")
    features.keep_icons(lower, data, items, folder / "icon_maps.npy")
    features.keep_photos(lower, network, data, work / "photo_maps.npy")
    features.keep_nothing(lower, work / "nothing_maps.npy")


def align_images(
    work: Path, items: list[Item], words: Words, name: str, fold: int | None, plan: Plan
) -> dict[str, Any]:
    """The image tower and text adapter trained without `fold` (None: on all), as states; kept as NAME.pt."""
    kept = work / f"{name}.pt"
    if kept.is_file():
        return dict(torch.load(kept, weights_only=True))
    rows = learnable(work, items, fold)
    lesson = read_lesson(work, items, rows, words.said, words.broad, words.off_topic, words.embed)
    torch.manual_seed(plan.seed)
    network = imagenet_network()
    upper, adapter = UpperTower(network, dropout=plan.dropout), TextAdapter()
    start_head(upper, network.classifier, lesson.classes)
    start = time.monotonic()
    history = image_tower.train_image_tower(upper, adapter, lesson, plan, grid_forward)
    (work / f"{name}.json").write_text(
        json.dumps({"plan": asdict(plan), "seconds": time.monotonic() - start, "history": history})
    )
    states = {"upper": upper.state_dict(), "adapter": adapter.state_dict()}
    torch.save(states, kept)
    return states


def learnable(work: Path, items: list[Item], fold: int | None) -> NDArray[np.int64]:
    """Rows of the items that were drawn and are not in the held-out fold."""
    drawn = np.load(work / "train/drawn.npy")
    return np.array([row for row, item in enumerate(items) if drawn[row] and (fold is None or item.fold != fold)])


def _parts(states: dict[str, Any], text: Any) -> tuple[UpperTower, Any, TextAdapter]:
    upper, adapter = UpperTower(imagenet_network()), TextAdapter()
    upper.load_state_dict(states["upper"])
    adapter.load_state_dict(states["adapter"])
    return upper, text, adapter


def _token_strings() -> list[str]:
    decoder = require("open_clip").tokenizer.SimpleTokenizer().decoder
    return [decoder[i].replace("</w>", "") or " " for i in range(len(decoder))]
