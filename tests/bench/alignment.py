"""What `align train` gains on shapes it never saw: retrieval before and after, averaged over seeds.

    python -m tests.bench.alignment --data DATA --work FOLDER [--source icons] [--seeds 3] [--photo-only] [--json]

Pairs are made from the household shapes of the train split (their icons, or renders of them) and the depth branch is
tuned with the settings of data/align.json. Measured on the 274 household shapes of the test split, as a library would
keep them: a name finds a shape of that name, an icon finds its very shape. Two bases, never to be confused:

- the shipped starter, whose own training has shown it depth maps beside icons and drawings already;
- with --photo-only a base that never saw a depth map: the starter's text tower, the ImageNet trunk as it was published,
  and a linear head fitted to icons, renders and names. It is the base that the method is for.

FOLDER keeps libraries, pairs, features and encoders: a run that was broken off goes on there. Minutes on two idle
cores; most of them are spent on rendering and indexing.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import nn
from torch.nn import functional as F

from engine.align.cached import cache_features, read_features
from engine.align.measure import look_at, retrieval
from engine.align.pairs import read_shard, shards
from engine.align.settings import TuneSettings
from engine.align.tower import SplitTower
from engine.align.train import Run, train
from engine.backend import prepare
from engine.branches import attach_depth_branch
from engine.bundled import bundled
from engine.checkpoints import CONFIG, WEIGHTS, load, resolve
from engine.encoder import load_encoder
from engine.library import Library
from engine.own_encoders import BRANCH
from indexer.pair_sources import Icons, Renders
from indexer.pairs import generate
from indexer.pipeline import index
from tests.bench.gallery import add_data_option, read_labels


def make_pairs(data: Path, work: Path, most: int | None, renders: bool) -> dict[str, Path]:
    """Folders of pairs: "icons" and "renders" of the household shapes of the train split, "test" of the other split."""
    folders = {name: work / name for name in ("icons", "renders", "test")}
    for split in ("train", "test"):
        rows = [row for row in read_labels(data) if row.collection == "sweethome3d" and row.split == split][:most]
        table = work / f"{split}.csv"
        with table.open("w", newline="", encoding="utf-8") as stream:  # no icon of another split can come in
            writer = csv.writer(stream)
            writer.writerow(["path", "icon"])
            writer.writerows([[(data / row.path).resolve(), (data / row.icon).resolve()] for row in rows])
        with Library.open(work / f"library-{split}", create=True, encoder="starter") as library:
            index(library, [data / row.path for row in rows], collection="household")
            generate(library, folders["icons" if split == "train" else "test"], partial(Icons, table), 1.0)
            if split == "train" and renders:
                generate(library, folders["renders"], Renders, 1.0)
    return folders


def fit_photo_only(folders: dict[str, Path], out: Path, steps: int = 400) -> Path:
    """An encoder that never saw a depth map: ImageNet's trunk, a linear head from pictures to the starter's texts."""
    from safetensors.torch import save_file

    from engine.align.starter.teachers import imagenet_network

    if (out / WEIGHTS).is_file():
        return out
    base = resolve("starter")
    model, transform, _, _ = load(base)
    published = {k: v for k, v in imagenet_network().state_dict().items() if not k.startswith("classifier")}
    model.visual.trunk.load_state_dict(published)
    states, names = _trunk_features(model.visual.trunk.float(), transform, folders)
    words = sorted(set(names))
    texts = torch.from_numpy(load_encoder("starter", 1, "cpu").encode_texts(words))
    truth = torch.tensor([words.index(name) for name in names])
    torch.manual_seed(0)
    head = nn.Linear(states.shape[1], texts.shape[1])
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.1)
    for _ in range(steps):
        rows = torch.randint(len(states), (512,))
        loss = F.cross_entropy(25 * F.normalize(head(states[rows]), dim=-1) @ texts.T, truth[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    model.visual.head.proj.load_state_dict(head.state_dict())
    out.mkdir(parents=True, exist_ok=True)
    shutil.copy(bundled("encoders") / "starter" / CONFIG, out / CONFIG)
    card = {key: base.card[key] for key in ("class_prompts", "term_weights", "temperature") if key in base.card}
    (out / "card.json").write_text(json.dumps({"name": "photo-only", **card}))
    save_file({name: value.contiguous() for name, value in model.state_dict().items()}, out / WEIGHTS)
    return out


def _trunk_features(trunk: Any, transform: Any, folders: dict[str, Path]) -> tuple[torch.Tensor, list[str]]:
    """(pooled trunk features (N, F) of all pictures of the pairs, the name of each)."""
    rows: list[torch.Tensor] = []
    names: list[str] = []
    for source in ("icons", "renders"):
        for pair in (pair for shard in shards(folders[source]) for pair in read_shard(shard)):
            pictures: NDArray[np.uint8] = pair.images[:4]
            with torch.inference_mode():
                rows.append(trunk(torch.stack([transform(Image.fromarray(one)) for one in pictures])).clone())
            names += [pair.name] * len(pictures)
    return torch.cat(rows), names


def measure(base: str, pairs: tuple[Path, ...], test: Path, given: argparse.Namespace, work: Path) -> dict[str, Any]:
    """Figures of the base, and of it aligned with each seed."""
    found: dict[str, Any] = {"before": look(base, test, given.stages or 1, None), "runs": []}
    for seed in range(given.seeds):
        settings = TuneSettings.defaults(
            seed=seed, held_out=0.0, views=given.views, epochs=given.epochs, text=given.text, rate=given.rate,
            stages=given.stages,
        )  # fmt: skip
        out = work / f"seed-{seed}"
        report = train(Run(pairs, out, base, device="cpu", threads=1), settings)
        assert report is not None and report.step == report.steps
        found["shapes"] = report.shapes
        found["runs"].append(look(base, test, settings.stages, out / BRANCH))
    return found


def look(base: str, test: Path, stages: int, branch: Path | None) -> dict[str, dict[str, float]]:
    """Retrieval of the test shapes by a base alone, or with a depth branch."""
    encoder = load_encoder(base, 1, "cpu")
    model, _, _, digest = load(resolve(base))
    attach_depth_branch(model.visual, branch, digest, stages)
    tower = SplitTower(model.visual.float().requires_grad_(False))
    shapes = read_features([test], cache_features([test], encoder, tower))
    rows = np.arange(len(shapes))
    return retrieval(look_at(tower, shapes, rows, branch is not None, "cpu"), shapes, rows)


def table(title: str, found: dict[str, Any]) -> str:
    """Before and the mean after, as Markdown; the spread is the standard deviation over seeds."""
    lines = [f"\n{title}, {found['shapes']} shapes, {len(found['runs'])} seeds\n"]
    lines += ["| query | measure | before | after | gain | spread |", "|---|---|---|---|---|---|"]
    for query, values in found["before"].items():
        for name, before in values.items():
            after = [run[query][name] for run in found["runs"]]
            mean, spread = float(np.mean(after)), float(np.std(after))
            lines.append(f"| {query} | {name} | {before:.3f} | {mean:.3f} | {mean - before:+.3f} | {spread:.3f} |")
    return "\n".join(lines)


def main() -> None:
    """Print the figures as Markdown tables, or as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_option(parser)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--source", choices=["icons", "renders", "both"], default="icons")
    parser.add_argument("--photo-only", action="store_true")
    parser.add_argument("--most", type=int, help="only so many training shapes, for a quick look")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--views", type=int, default=4)
    for name, kind in (("epochs", int), ("text", float), ("rate", float), ("stages", int)):
        parser.add_argument(f"--{name}", type=kind)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    prepare(1)
    given.work.mkdir(parents=True, exist_ok=True)
    folders = make_pairs(given.data, given.work, given.most, given.photo_only or given.source != "icons")
    chosen = tuple(folders[source] for source in ("icons", "renders") if given.source in (source, "both"))
    bases = {"Shipped starter": "starter"}
    if given.photo_only:
        bases["Photo-only base"] = str(fit_photo_only(folders, given.work / "photo-only"))
    for title, base in bases.items():
        found = measure(base, chosen, folders["test"], given, given.work / title.split()[0].lower())
        print(json.dumps({"base": title, **found}) if given.json else table(title, found), flush=True)


if __name__ == "__main__":
    main()
