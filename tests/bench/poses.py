"""What unknown poses cost, and what each camera rig makes of them: `python -m tests.bench.poses --data FOLDER`.

Gallery and queries: shapes of the test split whose name at least two of them bear, drawn upright, turned by a random
rotation, and with z taken for y. Every rig answers name -> shape (mean of views; the gallery posed as the queries) and
shape -> shape of the same name (the form vector, of all cameras).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from engine.encoder import OpenClipEncoder, load_encoder
from engine.evaluation.metrics import mean_average_precision, recall, same_name, without_self
from engine.formats import load_shape
from engine.geometry import Shape
from engine.views import RenderRecipe, camera_rig, render
from tests.bench.gallery import add_data_option, read_labels

RIGS = ("orbit-10", "orbit-12", "rings-20")
Pose = Callable[[Shape, int], Shape]


def upright(shape: Shape, seed: int) -> Shape:
    """As the file says."""
    return shape


def turned(shape: Shape, seed: int) -> Shape:
    """Turned by a rotation drawn evenly from SO(3)."""
    return replace(shape, vertices=shape.vertices @ Rotation.random(random_state=seed).as_matrix().T)


def swapped(shape: Shape, seed: int) -> Shape:
    """With the other axis taken for up."""
    return shape.with_up("z" if shape.up == "y" else "y")


POSES: dict[str, Pose] = {"upright": upright, "turned": turned, "swapped": swapped}


@dataclass(frozen=True)
class Drawn:
    """Of n shapes in one pose: pooled (n, dim) and form (n, form_dim) unit rows."""

    pooled: NDArray[np.float32]
    form: NDArray[np.float32]


def embed(encoder: OpenClipEncoder, shapes: list[Shape], rig: str, pose: Pose) -> Drawn:
    """Vectors of all shapes under one rig and pose."""
    pooled, form = [], []
    for seed, shape in enumerate(shapes):
        pictures = render(pose(shape, seed), RenderRecipe(rig=rig)).pictures()
        features = encoder.encode_depth(pictures).of_shape(len(camera_rig(rig).views))
        pooled.append(features.pooled())
        form.append(features.greatest())
    return Drawn(np.array(pooled), np.array(form))


def main() -> None:
    """Print one row a rig and pose."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_data_option(parser)
    parser.add_argument("--encoder", default="starter")
    parser.add_argument("--most", type=int, default=400)
    given = parser.parse_args()
    rows = [row for row in read_labels(given.data) if row.split == "test"]
    counts = Counter(row.key for row in rows)
    rows = [row for row in rows if counts[row.key] > 1]
    order = np.random.default_rng(0).permutation(len(rows))
    chosen = {rows[i].key for i in order[: given.most // 3]}
    rows = [row for row in rows if row.key in chosen]
    shapes = [load_shape(given.data / row.path) for row in rows]
    names = [row.key for row in rows]
    distinct = sorted(set(names))
    encoder = load_encoder(given.encoder, threads=1)
    texts = encoder.encode_texts(distinct)
    print(f"{len(shapes)} shapes, {len(distinct)} names\n")
    print("| rig | gallery | query | shape -> shape mAP | name -> shape R@10 |\n|---|---|---|---|---|")
    for rig in RIGS:
        drawn = {name: embed(encoder, shapes, rig, pose) for name, pose in POSES.items()}
        for gallery, query in (
            ("upright", "upright"),
            ("upright", "turned"),
            ("turned", "turned"),
            ("upright", "swapped"),
        ):
            scores = drawn[query].form @ drawn[gallery].form.T
            found = mean_average_precision(*without_self(scores, same_name(names)))
            named = recall(texts @ drawn[query].pooled.T, same_name(distinct, names))
            print(f"| {rig} | {gallery} | {query} | {found:.3f} | {named['R@10']:.3f} |")


if __name__ == "__main__":
    main()
