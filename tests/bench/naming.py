"""Naming and teaching, measured: `python -m tests.bench.naming`, SHAPESEEK_DATA=folder (half an hour on two cores).

Choices are made on the train split, figures told on the test split. A shape's class is the last word of its name; a
name that holds the class elsewhere ("chair leg") counts neither way. `--library DIR` keeps or reuses the library.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.encoder import OpenClipEncoder
from engine.labels.heads import fit_head
from engine.labels.naming import Namer, others_than
from engine.library import Library
from engine.lookup import allowed_ids, facts_of, vectors_of
from engine.prompts import ensemble, templates, unit
from indexer.pipeline import index
from tests.bench.gallery import add_data_option, read_labels

LABELS = [
    "chair", "table", "lamp", "door", "tree", "rock", "sofa", "bed", "car", "truck", "house", "fence", "barrel",
    "sword", "boat", "airplane", "fish", "bush", "mushroom", "helmet", "bottle", "book",
]  # fmt: skip
TAUGHT = [
    "airliner", "archer", "building", "bush", "cabinet", "capacitor", "car", "chair", "connector", "door", "fence",
    "grass", "gun", "helmet", "house", "lamp", "mat", "plant", "resistor", "rock", "shield", "ship", "switch",
    "table", "temple", "tower", "transistor", "tree", "truck", "wall", "warrior", "window",
]  # fmt: skip
SHOTS = (1, 2, 4, 8, 16)


@dataclass(frozen=True)
class Shapes:
    """Labelled shapes: views (n, V, dim), pooled (n, dim) unit rows, names (n,) as plain words, test (n,) bool."""

    views: NDArray[np.float32]
    pooled: NDArray[np.float32]
    names: NDArray[np.str_]
    test: NDArray[np.bool_]

    def bearing(self, label: str) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """(n,) True where the name ends in the label; (n,) True where it holds it elsewhere."""
        words = [name.split() for name in self.names]
        last = np.array([bool(w) and w[-1] == label for w in words])
        return last, np.array([label in w for w in words]) & ~last


def load(library: Library, data: Path) -> Shapes:
    """The library's shapes that labels.csv names."""
    rows = {str((data / row.path).resolve()): row for row in read_labels(data)}
    ids = allowed_ids(library.catalog, None).tolist()
    facts = facts_of(library.catalog, ids)
    kept = [one for one in ids if facts[one].path in rows]
    vectors = vectors_of(library.catalog, kept, library.card.dim)
    named = [rows[facts[one].path] for one in kept]
    return Shapes(
        np.stack([vectors[one].views for one in kept]).astype(np.float32),
        unit(np.stack([vectors[one].pooled for one in kept])),
        np.array([_plain(row.name) for row in named]),
        np.array([row.split == "test" for row in named]),
    )


def calibration_error(sure: NDArray[np.floating], right: NDArray[np.bool_], bins: int = 15) -> float:
    """Expected calibration error: over equal bins of confidence, the mean gap to the share that is right."""
    at = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [
        abs(right[at == b].mean() - sure[at == b].mean()) * (at == b).mean() for b in range(bins) if (at == b).any()
    ]
    return float(sum(gaps))


def prompts(shapes: Shapes, encoder: OpenClipEncoder, most: int) -> list[str]:
    """Zero-shot accuracy over the `most` commonest names, by prompt set and split, with the calibration error."""
    lines = [
        "| split | prompts | names | shapes | top-1 | top-5 | ECE at the card's temperature |",
        "|---|---|---|---|---|---|---|",
    ]
    for split, chosen in (("train", ~shapes.test), ("test", shapes.test)):
        names, inverse = np.unique(shapes.names[chosen], return_inverse=True)
        common = np.argsort(-np.bincount(inverse), kind="stable")[:most]
        place = {int(name): at for at, name in enumerate(common)}
        kept = np.isin(inverse, common)
        truth = np.array([place[int(name)] for name in inverse[kept]])
        for prompt_set in ("plain", "depth"):
            classes = ensemble([str(n) for n in names[common]], templates(prompt_set), encoder._encode_raw)
            namer = Namer(
                tuple(names[common]), classes, encoder.card.temperature, np.full(len(classes), -1.0, np.float32)
            )
            shares = namer.shares(namer.cosines(list(shapes.views[chosen][kept])))
            rank = (shares > shares[np.arange(len(truth)), truth][:, None]).sum(axis=1)
            error = calibration_error(shares.max(axis=1), shares.argmax(axis=1) == truth)
            lines.append(
                f"| {split} | {prompt_set} | {len(common)} | {len(truth)} | {(rank < 1).mean():.3f} | "
                f"{(rank < 5).mean():.3f} | {error:.3f} |"
            )
    return lines


def tags(shapes: Shapes, encoder: OpenClipEncoder) -> list[str]:
    """What --tag-with stores of LABELS on the test split, with and without everyday things beside them."""
    views = list(shapes.views[shapes.test])
    last = [shapes.bearing(label) for label in LABELS]
    truth = np.stack([one[shapes.test] for one, _ in last], axis=1)
    unclear = np.stack([one[shapes.test] for _, one in last], axis=1).any(axis=1)
    lines = ["| beside the labels | least | tags | right | found |", "|---|---|---|---|---|"]
    for title, others in (("nothing", []), ("everyday things", others_than(LABELS))):
        namer = Namer.of(encoder, LABELS, others)
        shares = namer.shares(namer.cosines(views))
        for least in (0.3, 0.4, 0.5, 0.6):
            stored = (shares >= least) & ~unclear[:, None]
            right = (stored & truth).sum()
            rates = f"{right / max(stored.sum(), 1):.0%} | {right / truth.sum():.0%}"
            lines.append(f"| {title} | {least} | {stored.sum()} | {rates} |")
    return lines


def teaching(shapes: Shapes, seeds: int) -> list[str]:
    """Heads taught by random train shapes: quality over the other train shapes and over the test split."""
    from sklearn.metrics import average_precision_score

    least = bundled_json("teaching.json")["least"]["taught"]
    lines = ["| examples | gallery | AP | ECE | right | found |", "|---|---|---|---|---|---|"]
    for shots in SHOTS:
        scores: dict[str, list[tuple[float, NDArray, NDArray]]] = {"train": [], "test": []}
        for label in TAUGHT:
            last, unclear = shapes.bearing(label)
            for seed in range(seeds):
                rng = np.random.default_rng([seed, TAUGHT.index(label)])
                picked = rng.permutation(np.flatnonzero(last & ~shapes.test))[:shots]
                beside = rng.permutation(_far(shapes, picked))[
                    : bundled_json("teaching.json")["head"]["negatives"]["most"]
                ]
                head = fit_head(label, shapes.pooled[picked], shapes.pooled[beside])
                for split, part in (("train", ~shapes.test), ("test", shapes.test)):
                    part = part & ~unclear
                    part[picked] = False
                    if last[part].any():
                        sure = head.sure(shapes.pooled[part])
                        scores[split].append((average_precision_score(last[part], sure), sure, last[part]))
        for split, found in scores.items():
            sure, truth = np.concatenate([s for _, s, _ in found]), np.concatenate([t for _, _, t in found])
            tagged = sure >= least
            right = (tagged & truth).sum()
            quality = f"{np.mean([ap for ap, _, _ in found]):.3f} | {calibration_error(sure, truth):.4f}"
            rates = f"{right / max(tagged.sum(), 1):.0%} | {right / truth.sum():.0%}"
            lines.append(f"| {shots} | {split} | {quality} | {rates} |")
    return lines


def ways(shapes: Shapes, seeds: int) -> list[str]:
    """N-way few-shot accuracy as the papers measure it: logistic regression on pooled vectors, test shapes named."""
    from sklearn.linear_model import LogisticRegression

    last = np.array([name.split()[-1] if name else "" for name in shapes.names])
    asked = np.flatnonzero(shapes.test & np.isin(last, TAUGHT))
    lines = [
        f"| shots | accuracy, {len(TAUGHT)} classes, {len(asked)} test shapes (standard deviation over {seeds} seeds) |"
    ]
    lines.append("|---|---|")
    for shots in SHOTS:
        rates = []
        for seed in range(seeds):
            rng = np.random.default_rng(seed)
            drawn = [rng.permutation(np.flatnonzero((last == label) & ~shapes.test))[:shots] for label in TAUGHT]
            rows = np.concatenate(drawn)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # as many classes as shapes, at one shot
                model = LogisticRegression(C=10.0, max_iter=1000).fit(shapes.pooled[rows], last[rows])
            rates.append(float((model.predict(shapes.pooled[asked]) == last[asked]).mean()))
        lines.append(f"| {shots} | {np.mean(rates):.3f} ({np.std(rates):.3f}) |")
    return lines


def _far(shapes: Shapes, picked: NDArray[np.int64]) -> NDArray[np.int64]:
    """Train shapes without those nearest to the examples, as teaching picks them."""
    share = bundled_json("teaching.json")["head"]["negatives"]["near"]
    train = np.flatnonzero(~shapes.test)
    near = (shapes.pooled[train] @ shapes.pooled[picked].T).max(axis=1)
    return np.setdiff1d(train[np.argsort(near, kind="stable")[: int(len(train) * (1 - share))]], picked)


def _plain(name: str) -> str:
    """Words of a name in lower case, without signs and a trailing number."""
    words = re.sub(r"[^a-z0-9]+", " ", name.lower()).split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1].isdigit() else words)


def _report(title: str, lines: Sequence[str]) -> None:
    print(f"\n{title}\n\n" + "\n".join(lines), flush=True)


def main() -> None:
    """Print the figures as Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_option(parser)
    parser.add_argument("--encoder", default="starter")
    parser.add_argument("--library", type=Path, help="keep the library here, or use the one that is there")
    parser.add_argument("--names", type=int, default=250, help="how many of the commonest names to tell apart")
    parser.add_argument("--seeds", type=int, default=10)
    given = parser.parse_args()
    data = given.data
    with tempfile.TemporaryDirectory() as temporary:
        place = given.library or Path(temporary) / "library"
        with Library.open(place, create=True, encoder=given.encoder) as library:
            index(library, sorted({data / row.collection for row in read_labels(data)}))
            shapes = load(library, data)
            encoder = library.encoder
            assert isinstance(encoder, OpenClipEncoder)
            _report("Tags of a list of 22 labels on the test split", tags(shapes, encoder))
            _report("N-way few-shot classification", ways(shapes, given.seeds))
            _report("Taught labels", teaching(shapes, min(given.seeds, 3)))
            _report("Zero-shot names by prompt set", prompts(shapes, encoder, given.names))


if __name__ == "__main__":
    main()
