"""The starter's card: every number measured with a tower that never saw the held-out fold it is measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.align.starter import calibrate
from engine.align.starter.corpus import Item
from engine.align.starter.evaluate import Gallery, recall, report, same_name
from engine.align.starter.nothing import off_topic_texts, soup_views
from engine.align.starter.pictures import SIZE
from engine.align.starter.wording import read_descriptions
from engine.align.starter.wordnet import WordNet
from engine.encoder import DepthFeatures, Encoder
from engine.floors import pictures_of_nothing, texts_of_nothing
from engine.outlines import outline_of, outlines
from engine.prompts import ensemble
from engine.views import RenderRecipe, camera_rig

LICENCE = "Apache-2.0 AND CC-BY-SA-4.0; trained in part on GPL and research-only data, see README.md"
PROMPTS = [("{}",), ("{}", "a {}"), ("{}", "a 3d model of a {}"), ("{}", "a {}", "a picture of a {}")]
_HALF_GROUND = 228  # grey half way from the farthest that a depth picture shows to its ground
# What a bundle carries before it is calibrated.
BLANK_CARD: dict[str, Any] = {
    "name": "starter", "version": "1", "licence": LICENCE, "depth_branch": "shared", "class_prompts": "plain",
    "temperature": 25.0,
}  # fmt: skip


class HeldOut:
    """Held-out shapes as the product sees them through an encoder that never learnt them."""

    def __init__(self, data: Path, work: Path, items: list[Item], rows: NDArray[np.int64], encoder: Encoder) -> None:
        seen = _look_at(work, encoder, rows)
        self.encoder = encoder
        self.forms = np.stack([one.greatest() for one in seen])
        self.gallery = Gallery(np.stack([one.aligned for one in seen]), tuple(items[row].key for row in rows))
        self.words = tuple(items[row].name for row in rows)
        self.drawn = np.array([at for at, row in enumerate(rows) if items[row].icon])
        self.icons = np.concatenate([_photo(encoder, data / items[rows[at]].icon) for at in self.drawn])
        self.outlines = _outlines(work, rows)
        shaded = np.load(work / "train/shaded.npy", mmap_mode="r")
        drawn = [Image.fromarray(shaded[row][0]) for row in rows]
        # Icons are few: beside them one drawing of every shape, the first, in its own colours if it has any.
        self.pictures = np.concatenate([self.icons, *(encoder.encode_photos([picture]) for picture in drawn)])
        self.shown = [*(_shown(data / items[rows[at]].icon) for at in self.drawn), *map(outline_of, drawn)]
        self.pictured = [*self.drawn.tolist(), *range(len(rows))]
        told = read_descriptions()
        self.told = [(at, text) for at, row in enumerate(rows) for text in told.get(items[row].path, ())[:1]]

    def embed(self, texts: list[str]) -> NDArray[np.float32]:
        """Unit embeddings of texts; the blank card's one query prompt is the text itself."""
        return self.encoder.encode_texts(texts)

    def asked(self, prompts: tuple[str, ...]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Every text (Q, D), names before sentences, and of which shapes (Q, N) it is true."""
        texts = ensemble([*self.words, *(text for _, text in self.told)], prompts, self.embed)
        return texts, np.concatenate([same_name(self.gallery.names), self.of([at for at, _ in self.told])])

    def mixed(self, prompts: tuple[str, ...]) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_]]:
        """Texts (Q, D), names and sentences, beside pictures (Q, D) of the same shapes (Q, N)."""
        said = dict(self.told)
        pairs = [(self.words[at], number, at) for number, at in enumerate(self.pictured)]
        pairs += [(said[at], number, at) for number, at in enumerate(self.pictured) if at in said]
        texts = ensemble([text for text, _, _ in pairs], prompts, self.embed)
        return texts, self.pictures[[number for _, number, _ in pairs]], self.of([at for _, _, at in pairs])

    def of(self, shapes: list[int]) -> NDArray[np.bool_]:
        """(Q, N): the very shape each query is of."""
        return np.asarray(np.arange(len(self.words)) == np.array(shapes)[:, None])

    def sentence_recall(self, prompts: tuple[str, ...]) -> dict[str, float]:
        """One written sentence to the very shape it describes, among all the held-out shapes."""
        texts = ensemble([text for _, text in self.told], prompts, self.embed)
        return {**recall(self.gallery.scores(texts), self.of([at for at, _ in self.told])), "sentences": len(self.told)}

    def household(self) -> Gallery:
        """The part of the gallery that has icons."""
        return Gallery(self.gallery.views[self.drawn], tuple(self.gallery.names[i] for i in self.drawn))


def make_card(
    data: Path, work: Path, items: list[Item], encoder: Encoder, rows: NDArray[np.int64], wordnet: WordNet
) -> dict[str, Any]:
    """Choose and measure the card's values on the held-out `rows`; figures go to calibration.json in `work`."""
    held = HeldOut(data, work, items, rows, encoder)
    home = held.household()
    words = [held.words[i] for i in held.drawn]
    prompts = calibrate.choose_prompts(held.gallery, held.words, held.embed, PROMPTS)
    names = ensemble(words, prompts, held.embed)
    asked = {"text": held.asked(prompts), "image": (held.pictures, held.of(held.pictured))}
    view_weights = calibrate.choose_view_weights(held.gallery, asked)
    weights = calibrate.choose_term_weights(held.gallery, *held.mixed(prompts), view_weights)
    by_meaning = held.gallery.scores(held.pictures, view_weights["image"])
    outline_share = calibrate.choose_outline_share(by_meaning, held.shown, held.outlines, held.of(held.pictured))
    floors = _floors(held, prompts, wordnet)
    figures = {
        "held_out_shapes": len(rows), "with_icons": len(held.drawn),
        "recall": report(home, names, held.icons, weights, view_weights),
        "sentences": held.sentence_recall(prompts),
        "floors": {kind: vars(floor) for kind, floor in floors.items()},
    }  # fmt: skip
    (work / "calibration.json").write_text(json.dumps(figures, indent=2))
    return {
        **BLANK_CARD,
        "query_prompts": list(prompts),
        "term_weights": weights,
        "view_weights": view_weights,
        "outline_share": outline_share,
        "floors": {kind: floor.score for kind, floor in floors.items()},
        "temperature": _temperature(held, prompts),
    }


def shapes_centre(work: Path, encoder: Encoder, rows: NDArray[np.int64]) -> list[float]:
    """The mean of the shapes' pooled vectors, from which the floors of texts count: see EncoderCard."""
    gallery = Gallery(np.stack([one.aligned for one in _look_at(work, encoder, rows)]), ())
    return [round(float(value), 4) for value in gallery.centre]


def _look_at(work: Path, encoder: Encoder, rows: NDArray[np.int64]) -> list[DepthFeatures]:
    pictures = np.load(work / "train/depth.npy", mmap_mode="r")
    return [encoder.encode_depth(np.array(pictures[row])).of_shape(_views()) for row in rows]


def _outlines(work: Path, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
    """(N, V, BYTES) of the upright views."""
    pictures = np.load(work / "train/depth.npy", mmap_mode="r")
    return np.stack([outlines(np.array(pictures[row][: _views()]) < _HALF_GROUND) for row in rows])


def _shown(path: Path) -> NDArray[np.uint8] | None:
    with Image.open(path) as picture:
        return outline_of(picture)


def _views() -> int:
    return len(camera_rig(RenderRecipe().rig).views)


def _floors(held: HeldOut, prompts: tuple[str, ...], wordnet: WordNet) -> dict[str, calibrate.Floor]:
    def best(queries: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(held.gallery.scores(queries).max(axis=1))

    def standing_out(texts: NDArray[np.float32]) -> NDArray[np.float32]:
        return best(texts) - texts @ held.gallery.centre

    names = sorted(set(held.words))
    nothing = held.encoder.encode_photos([Image.fromarray(p) for p in pictures_of_nothing(200, SIZE, seed=1)])
    soups = [held.encoder.encode_depth(pictures).of_shape(_views()) for pictures in soup_views(60, seed=1)]
    formless = np.stack([soup.greatest() for soup in soups])
    pooled = np.stack([soup.pooled() for soup in soups])
    off_topic = ensemble(off_topic_texts(wordnet, measured=True), prompts, held.embed)
    sentences = ensemble(texts_of_nothing()["sentence"], prompts, held.embed)
    told = ensemble([text for _, text in held.told], prompts, held.embed)
    return {
        "text": calibrate.choose_floor(standing_out(ensemble(names, prompts, held.embed)), standing_out(off_topic)),
        "sentence": calibrate.choose_floor(standing_out(told), standing_out(sentences)),
        "image": calibrate.choose_floor(best(held.icons), best(nothing)),
        # A query of shapes alone is answered in the form space, a mixed one in the text space.
        "shape": calibrate.choose_floor(_nearest_other(held.gallery.pooled, held), best(pooled)),
        "form": calibrate.choose_floor(_nearest_other(held.forms, held), (formless @ held.forms.T).max(axis=1)),
    }


def _nearest_other(rows: NDArray[np.float32], held: HeldOut) -> NDArray[np.float32]:
    """Best cosine to another shape, of those held-out shapes whose name another bears."""
    alike = same_name(held.gallery.names) & ~np.eye(len(held.gallery.names), dtype=bool)
    among = rows @ rows.T
    np.fill_diagonal(among, -1)
    return np.asarray(among.max(axis=1)[alike.any(axis=1)])


def _temperature(held: HeldOut, prompts: tuple[str, ...]) -> float:
    """The logit scale under which a softmax over the held-out names fits the truth best."""
    names = sorted(set(held.words))
    place = {name.lower(): at for at, name in enumerate(names)}
    truth = np.array([place[name] for name in held.gallery.names])
    cosines = held.gallery.pooled @ ensemble(names, prompts, held.embed).T

    def fit(scale: float) -> float:
        logits = scale * cosines
        return float((np.log(np.exp(logits).sum(1)) - logits[np.arange(len(truth)), truth]).mean())

    return min((5.0, 8.0, 10.0, 12.0, 15.0, 18.0, 20.0, 25.0, 30.0, 40.0, 50.0), key=fit)


def _photo(encoder: Encoder, path: Path) -> NDArray[np.float32]:
    with Image.open(path) as image:
        return encoder.encode_photos([image])
