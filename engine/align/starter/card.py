"""The starter's card: every number measured with a tower that never saw the held-out fold it is measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.align.starter import calibrate, features, text_tower
from engine.align.starter.corpus import Item
from engine.align.starter.evaluate import Gallery, report, same_name
from engine.align.starter.nothing import off_topic_pictures, off_topic_texts, soup_views
from engine.align.starter.teachers import imagenet_network
from engine.align.starter.towers import TextAdapter, UpperTower, embed_maps, form_of_maps
from engine.align.starter.wordnet import WordNet
from engine.prompts import ensemble, unit

LICENCE = "Apache-2.0 AND CC-BY-SA-4.0; trained in part on GPL and research-only data, see README.md"
PROMPTS = [("{}",), ("{}", "a {}"), ("{}", "a 3d model of a {}"), ("{}", "a {}", "a picture of a {}")]


class HeldOut:
    """Held-out shapes seen through one pair of towers."""

    def __init__(self, work: Path, items: list[Item], rows: NDArray[np.int64], upper: UpperTower,
                 text: Any, adapter: TextAdapter) -> None:  # fmt: skip
        self.upper, self._text, self._adapter = upper, text, adapter
        maps = np.load(work / "train/depth_maps.npy", mmap_mode="r")[rows]
        views = embed_maps(upper, maps.reshape(-1, *maps.shape[2:])).reshape(*maps.shape[:2], -1)
        self.forms = np.stack([form_of_maps(upper, shape) for shape in maps])
        self.gallery = Gallery(views, tuple(items[row].key for row in rows))
        self.words = tuple(items[row].name for row in rows)
        icon_rows = np.load(work / "train/icon_maps.rows.npy")
        where = {int(row): at for at, row in enumerate(rows)}
        kept = [at for at, row in enumerate(icon_rows) if int(row) in where]
        self.drawn = np.array([where[int(icon_rows[at])] for at in kept])
        self.icons = embed_maps(upper, np.load(work / "train/icon_maps.npy", mmap_mode="r")[kept, 0])

    def embed(self, texts: list[str]) -> NDArray[np.float32]:
        """Unit embeddings of texts as the bundle will give them."""
        with torch.inference_mode():
            raw = torch.from_numpy(text_tower.embed_raw(self._text, texts))
            return np.asarray(self._adapter(raw).numpy(), np.float32)

    def household(self) -> Gallery:
        """The part of the gallery that has icons."""
        return Gallery(self.gallery.views[self.drawn], tuple(self.gallery.names[i] for i in self.drawn))


def make_card(work: Path, items: list[Item], text: Any, states: dict[str, Any], rows: NDArray[np.int64],
              wordnet: WordNet) -> dict[str, Any]:  # fmt: skip
    """Choose and measure the card's values on the held-out `rows`; figures go to calibration.json in `work`."""
    upper, adapter = UpperTower(imagenet_network()), TextAdapter()
    upper.load_state_dict(states["upper"])
    adapter.load_state_dict(states["adapter"])
    held = HeldOut(work, items, rows, upper, text, adapter)
    home = held.household()
    words = [held.words[i] for i in held.drawn]
    prompts = calibrate.choose_prompts(held.gallery, held.words, held.embed, PROMPTS)
    names = ensemble(words, prompts, held.embed)
    weights = calibrate.choose_term_weights(home, names, held.icons)
    view_weight = calibrate.choose_view_weight(home, names, held.icons)
    floors = _floors(held, prompts, wordnet)
    figures = {
        "held_out_shapes": len(rows), "with_icons": len(held.drawn),
        "recall": report(home, names, held.icons, weights, view_weight),
        "floors": {kind: vars(floor) for kind, floor in floors.items()},
    }  # fmt: skip
    (work / "calibration.json").write_text(json.dumps(figures, indent=2))
    return {
        "name": "starter",
        "version": "0",
        "licence": LICENCE,
        "depth_branch": "shared",
        "query_prompts": list(prompts),
        "class_prompts": "plain",
        "term_weights": weights,
        "view_weight": view_weight,
        "floors": {kind: floor.score for kind, floor in floors.items()},
        "temperature": _temperature(held, prompts),
    }


def _floors(held: HeldOut, prompts: tuple[str, ...], wordnet: WordNet) -> dict[str, calibrate.Floor]:
    def best(queries: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(held.gallery.scores(queries).max(axis=1))

    names = sorted(set(held.words))
    lower = features.LowerTrunk(imagenet_network())
    nothing = embed_maps(held.upper, features.lower_maps(lower, off_topic_pictures(seed=1)))
    soups = [features.lower_maps(lower, views) for views in soup_views(60, seed=1)]
    formless = np.stack([form_of_maps(held.upper, maps) for maps in soups])
    pooled = unit(np.stack([embed_maps(held.upper, maps).mean(axis=0) for maps in soups]))
    off_topic = ensemble(off_topic_texts(wordnet, measured=True), prompts, held.embed)
    return {
        "text": calibrate.choose_floor(best(ensemble(names, prompts, held.embed)), best(off_topic)),
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
