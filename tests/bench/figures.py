"""What retrieval is measured by: recall over galleries of test shapes, naming, poses, photos, weak marks, fusion."""

from __future__ import annotations

import io
import json
import re
import tarfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.align.starter.nothing import off_topic_texts, soup_views
from engine.align.starter.pictures import SIZE
from engine.align.starter.wordnet import DEFAULT_FOLDER, WordNet
from engine.encoder import Encoder
from engine.evaluation.metrics import mean_average_precision, outlined, recall, same_name
from engine.floors import measured_floors, off_topic_bank, pictures_of_nothing
from engine.framing import on_white
from engine.outlines import outline_of
from engine.prompts import clean_name, ensemble
from engine.query import text_kind
from engine.vectors import FlatIndex, VectorIndex
from engine.views import RenderRecipe
from tests.bench.gallery import Seen

Figures = dict[str, dict[str, float]]
Shown = list[NDArray[np.uint8] | None]  # of each query the outline that its picture shows
SENTENCES = Path(__file__).with_name("sentences.json")
OFF_TOPIC = Path(__file__).with_name("off_topic.json")
SET_APART = 0.4
TRAINED_PHOTOS = 60  # of each small-photo class, in the archive's order; later ones were never learnt from


def same(queries: list[str], seen: Seen) -> NDArray[np.bool_]:
    """(Q, N): which shape bears the name that a query stands for."""
    return same_name(queries, [row.key for row in seen.rows])


def household(encoder: Encoder, data: Path, seen: Seen, sentences: dict[str, str]) -> tuple[Figures, Figures]:
    """Over the household's shapes: recall of names, icons, sentences and both; recall of the names in each language."""
    keys = [row.key for row in seen.rows]
    named, own = same(keys, seen), np.eye(len(keys), dtype=bool)
    names = encoder.encode_texts([row.name for row in seen.rows])
    drawn = [Image.open(data / row.icon) for row in seen.rows]
    icons, far = encoder.encode_photos(drawn), encoder.encode_photos([set_apart(icon) for icon in drawn])
    told = np.array([i for i, row in enumerate(seen.rows) if row.path in sentences])
    texts = encoder.encode_texts([sentences[seen.rows[i].path] for i in told])
    weights = {"text": 1.0, "image": 1.0, **encoder.card.term_weights}
    shown = [outline_of(icon) for icon in drawn]

    def scores_of(queries: NDArray[np.float32], kind: str, shown: Shown | None = None) -> NDArray[np.float32]:
        scores = seen.scores(queries, encoder.card.view_weights.get(kind, 0.0))
        return scores if shown is None else outlined(scores, shown, seen.outlines, encoder.card.outline_share)

    def both(by_words: NDArray[np.float32], by_pictures: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(weights["text"] * by_words + weights["image"] * by_pictures)

    by_name, by_sentence = scores_of(names, "text"), scores_of(texts, "text")
    by_icon = scores_of(icons, "image", shown)
    by_far = scores_of(far, "image", [outline_of(set_apart(icon)) for icon in drawn])
    found = {
        "name -> shape of that name": recall(by_name, named),
        "name -> that very shape": recall(by_name, own),
        "icon -> that shape": recall(by_icon, own),
        "icon -> shape of its name": recall(by_icon, named),
        "icon without its outline -> that shape": recall(scores_of(icons, "image"), own),
        f"icon on a ground {1 / SET_APART:g} times as wide -> that shape": recall(by_far, own),
        "name + icon -> that shape": recall(both(by_name, by_icon), own),
        "name + icon -> shape of that name": recall(both(by_name, by_icon), named),
        f"sentence -> that shape ({len(told)} household)": recall(by_sentence, own[told]),
        "icon -> that shape, of those": recall(by_icon[told], own[told]),
        "sentence + icon -> that shape": recall(both(by_sentence, by_icon[told]), own[told]),
    }
    tongues = {}
    for language in seen.rows[0].translations:
        foreign = encoder.encode_texts([row.translations.get(language, row.name) for row in seen.rows])
        tongues[language] = recall(scores_of(foreign, "text"), named)
    return found, {"en": found["name -> shape of that name"], **tongues}


def set_apart(icon: Image.Image) -> Image.Image:
    """The icon somewhere on a white ground of which it takes SET_APART, as a thing in a user's picture."""
    side = round(max(icon.size) / SET_APART)
    ground = Image.new("RGB", (side, side), "white")
    ground.paste(on_white(icon), (round(0.7 * (side - icon.width)), round(0.2 * (side - icon.height))))
    return ground


def breadth(encoder: Encoder, seen: Seen, sentences: dict[str, str], names: list[str]) -> Figures:
    """Quaternius objects by name, sentences to shapes, and naming among all `names`."""
    toys = seen.part(seen.where("quaternius"))
    toy_names = sorted({row.key for row in toys.rows})
    told = [i for i, row in enumerate(seen.rows) if row.path in sentences]
    texts = encoder.encode_texts([sentences[seen.rows[i].path] for i in told])
    among = np.arange(len(seen.rows))[None, :] == np.array(told)[:, None]
    labels = encoder.encode_texts(names)
    own_names = sorted({row.key for row in seen.rows})
    truth = same_name([row.key for row in seen.rows], [name.lower() for name in names])
    toy, share = seen.where("quaternius"), encoder.card.view_weights.get("text", 0.0)
    return {
        f"quaternius: name -> shape of that name ({len(toy_names)} names, {len(toys.rows)} shapes)": recall(
            toys.scores(encoder.encode_texts(toy_names), share), same(toy_names, toys)
        ),
        f"sentence -> that shape, among the {len(told)} described": recall(texts @ seen.pooled[told].T, among[:, told]),
        f"sentence -> that shape, among all {len(seen.rows)}": recall(seen.scores(texts, share), among),
        f"naming among all {len(names)} names": recall(seen.pooled @ labels.T, truth),
        f"naming among the {len(own_names)} names of these shapes": recall(
            seen.pooled @ encoder.encode_texts(own_names).T, same(own_names, seen).T
        ),
        "naming of quaternius among all names": recall(seen.pooled[toy] @ labels.T, truth[toy]),
        f"naming of quaternius among its {len(toy_names)} test names": recall(
            toys.pooled @ encoder.encode_texts(toy_names).T, same(toy_names, toys).T
        ),
        "naming of the household among all names": recall(
            (mine := seen.where("sweethome3d"), seen.pooled[mine] @ labels.T)[1], truth[mine]
        ),
    }


def poses(seen: Seen, turned: Seen) -> dict[str, float]:
    """mAP of shape -> shape of the same name by form vectors: upright, and with every query turned at random."""
    place = {row.path: i for i, row in enumerate(seen.rows)}
    own = np.array([place[row.path] for row in turned.rows])
    right = same([row.key for row in turned.rows], seen)
    right[np.arange(len(own)), own] = False

    def precision(queries: NDArray[np.float32]) -> float:
        scores = queries @ seen.forms.T
        scores[np.arange(len(own)), own] = -2  # after all others: a query is no part of its own answer
        return mean_average_precision(scores, right)

    upright, lost = precision(seen.forms[own]), precision(turned.forms)
    return {"upright mAP": upright, "turned mAP": lost, "kept": lost / upright}


def photo_figures(encoder: Encoder, data: Path, seen: Seen, per_class: int = 10) -> dict[str, float]:
    """P@1 and P@5 of unseen small photos whose class some shape is named by."""
    nouns = WordNet.read(DEFAULT_FOLDER)
    padded = [f" {clean_name(row.name)} " for row in seen.rows]
    right: dict[str, NDArray[np.bool_]] = {}
    met: dict[str, int] = {}
    pictures, labels = [], []
    with tarfile.open(data / "photos" / "tinyimagenet.tar") as archive:
        for member in archive:
            found = re.match(r"(n\d{8})_.*\.jpe?g$", Path(member.name).name, re.I)
            if not found or not member.isfile():
                continue
            wnid = found.group(1)
            met[wnid] = met.get(wnid, 0) + 1
            if wnid not in right:
                words = nouns.synsets[int(wnid[1:])].words
                right[wnid] = np.array([any(f" {word} " in name for word in words) for name in padded])
            if right[wnid].any() and TRAINED_PHOTOS < met[wnid] <= TRAINED_PHOTOS + per_class:
                stream = archive.extractfile(member)
                assert stream is not None
                pictures.append(Image.open(io.BytesIO(stream.read())).convert("RGB"))
                labels.append(wnid)
    truth = np.stack([right[wnid] for wnid in labels])
    share = encoder.card.view_weights.get("image", 0.0)
    shown = [outline_of(picture) for picture in pictures]
    scores = outlined(
        seen.scores(encoder.encode_photos(pictures), share), shown, seen.outlines, encoder.card.outline_share
    )
    best = np.argsort(-scores, axis=1)[:, :5]
    hits = np.take_along_axis(truth, best, axis=1)
    return {"P@1": float(hits[:, 0].mean()), "P@5": float(hits.mean()), "photos": len(labels),
            "with an outline": sum(one is not None for one in shown), "classes": len(set(labels)),
            "P@1 by chance": float(truth.mean())}  # fmt: skip


def weak_marks(encoder: Encoder, data: Path, seen: Seen, sentences: dict[str, str]) -> dict[str, dict[str, float]]:
    """For each kind of query the share whose best hit is marked weak: should be high off topic, low for true ones."""
    floors, home = _library_floors(encoder, seen), seen.part(seen.where("sweethome3d"))
    nonsense = off_topic_texts(WordNet.read(DEFAULT_FOLDER), measured=True)
    formless = np.stack([encoder.encode_depth(views).greatest() for views in soup_views(60, seed=1)])
    twins = seen.forms @ seen.forms.T
    np.fill_diagonal(twins, -1)
    keys = [row.key for row in seen.rows]
    paired = np.array([keys.count(key) > 1 for key in keys])
    noise = [Image.fromarray(picture) for picture in pictures_of_nothing(200, SIZE, seed=1)]

    def weak(kind: str, best: NDArray[np.float32]) -> float:
        return float((best < floors.get(kind, -1.0)).mean())

    def texts(some: list[str]) -> float:
        queries = encoder.encode_texts(some)
        best = (queries @ seen.pooled.T).max(axis=1) - encoder.card.in_common("text", queries)
        return float((best < [floors.get(text_kind(text), -1.0) for text in some]).mean())

    def images(some: list[Image.Image]) -> NDArray[np.float32]:
        return np.asarray((encoder.encode_photos(some) @ seen.pooled.T).max(axis=1))

    told = [sentences[row.path] for row in seen.rows if row.path in sentences]
    unanswerable: list[str] = json.loads(OFF_TOPIC.read_text(encoding="utf-8"))["texts"]
    longer = [text for text in unanswerable if text_kind(text) == "sentence"]
    return {
        "text": {
            "gibberish": texts(nonsense[:200]), "abstract nouns": texts(nonsense[200:]),
            "off-topic texts": texts(unanswerable), "of those, sentences": texts(longer),
            "true names": texts(sorted(set(keys))), "true sentences": texts(told),
        },
        "image": {"noise": weak("image", images(noise)),
                  "true icons": weak("image", images([Image.open(data / row.icon) for row in home.rows]))},
        "form": {"heaps of triangles": weak("form", (formless @ seen.forms.T).max(axis=1)),
                 "shapes with a namesake": weak("form", twins.max(axis=1)[paired])},
    }  # fmt: skip


def _library_floors(encoder: Encoder, seen: Seen) -> dict[str, float]:
    """The floors a library of these shapes would have: see engine/floors.py."""
    ids = np.arange(len(seen.rows))
    indexes: dict[str, VectorIndex] = {"pooled": FlatIndex(ids, seen.pooled), "form": FlatIndex(ids, seen.forms)}
    own = measured_floors(off_topic_bank(encoder, RenderRecipe()), indexes, encoder.card)
    return {kind: max(floor, encoder.card.floors.get(kind, floor)) for kind, floor in own.items()}


def fusion(encoder: Encoder, data: Path, seen: Seen, sentences: dict[str, str]) -> dict[str, dict[str, float]]:
    """MRR of each query kind over the household under each way to join ten views, and under a text ensemble."""
    home = seen.part(seen.where("sweethome3d"))
    keys = [row.key for row in home.rows]
    told = [i for i, row in enumerate(home.rows) if row.path in sentences]
    named, own = same(keys, home), np.eye(len(keys), dtype=bool)
    plain = [row.name for row in home.rows]
    wrapped = ensemble(plain, ("{}", "a {}", "a 3d model of a {}", "a picture of a {}"), encoder.encode_texts)
    queries: dict[str, tuple[NDArray[np.float32], NDArray[np.bool_]]] = {
        "name": (encoder.encode_texts(plain), named),
        "name, four templates": (wrapped, named),
        "icon": (encoder.encode_photos([Image.open(data / row.icon) for row in home.rows]), own),
        "sentence": (encoder.encode_texts([sentences[home.rows[i].path] for i in told]), own[told]),
    }
    table = {}
    for kind, (vectors, right) in queries.items():
        each = np.einsum("qd,nvd->qnv", vectors, home.views)
        ways = {
            "mean": vectors @ home.pooled.T,
            "max": each.max(axis=2),
            "0.7 mean + 0.3 max": home.scores(vectors, 0.3),
            "half and half": home.scores(vectors, 0.5),
            "soft max": np.log(np.exp(20 * each).mean(axis=2)) / 20,
            "best three": np.sort(each, axis=2)[..., -3:].mean(axis=2),
            "learned cameras": _learned_cameras(each, right),
        }
        table[kind] = {way: recall(np.asarray(scores, np.float32), right)["MRR"] for way, scores in ways.items()}
    return table


def _learned_cameras(each: NDArray[np.float32], right: NDArray[np.bool_]) -> NDArray[np.float32]:
    """(Q, N) scores by one weight for each camera, learnt on one half of the queries and used on the other."""
    import torch

    cosines, truth = torch.from_numpy(each), torch.from_numpy(right / right.sum(axis=1, keepdims=True))
    scores = torch.empty(each.shape[:2])
    for half in (0, 1):
        weights = torch.zeros(each.shape[2], requires_grad=True)
        optimiser = torch.optim.Adam([weights], lr=0.1)
        for _ in range(100):
            logits = 20 * cosines[half::2] @ weights.softmax(0)
            loss = -(truth[half::2] * logits.log_softmax(1)).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        scores[1 - half :: 2] = cosines[1 - half :: 2] @ weights.detach().softmax(0)
    return scores.numpy()


def read_sentences() -> dict[str, str]:
    """One sentence for each described test shape, by path."""
    found: dict[str, Any] = json.loads(SENTENCES.read_text(encoding="utf-8"))["sentences"]
    return {path: str(text) for path, text in found.items()}
