"""Every labelled test shape seen once through an encoder, as the product renders and pools it; kept if asked."""

from __future__ import annotations

import argparse
import csv
import json
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from engine.encoder import Encoder
from engine.errors import ShapeFileError
from engine.evaluation.metrics import gallery_scores
from engine.formats import load_shape
from engine.outlines import outlines
from engine.prompts import unit
from engine.views import DepthViews, RenderRecipe, camera_rig, render


@dataclass(frozen=True)
class Row:
    """One line of labels.csv; translations: its names by language."""

    path: str
    name: str
    split: str
    icon: str
    translations: dict[str, str]
    faces: int

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return self.name.lower()

    @property
    def collection(self) -> str:
        """The set it comes from."""
        return self.path.split("/", 1)[0]


@dataclass(frozen=True)
class Seen:
    """Shapes through an encoder: rows, views (N, V, D) unit, forms (N, F) unit, outlines (N, V, BYTES) of the views."""

    rows: list[Row]
    views: NDArray[np.float32]
    forms: NDArray[np.float32]
    outlines: NDArray[np.uint8]

    @property
    def pooled(self) -> NDArray[np.float32]:
        """(N, D) unit rows, as the product keeps them."""
        return unit(self.views.mean(axis=1))

    def scores(self, queries: NDArray[np.float32], best_view: float = 0.0) -> NDArray[np.float32]:
        """(Q, N) scores of unit queries (Q, D), as search gives them; best_view: the best view's share in them."""
        return gallery_scores(self.views, queries, best_view)

    def where(self, *collections: str) -> NDArray[np.int64]:
        """Places of the shapes of these sets."""
        return np.array([i for i, row in enumerate(self.rows) if row.collection in collections])

    def part(self, places: NDArray[np.int64]) -> Seen:
        """Some of the shapes."""
        return Seen([self.rows[i] for i in places], self.views[places], self.forms[places], self.outlines[places])


def add_data_option(parser: argparse.ArgumentParser) -> None:
    """--data FOLDER, the one that holds labels.csv."""
    told = os.environ.get("SHAPESEEK_DATA")
    parser.add_argument("--data", type=_labelled, default=told, required=told is None, help="[SHAPESEEK_DATA]")


def _labelled(folder: str) -> Path:
    if not (Path(folder) / "labels.csv").is_file():
        raise argparse.ArgumentTypeError("set SHAPESEEK_DATA, or --data, to the folder that holds labels.csv")
    return Path(folder)


def read_labels(data: Path) -> list[Row]:
    """All rows of labels.csv."""
    with (data / "labels.csv").open(encoding="utf-8", newline="") as stream:
        return [
            Row(r["path"], r["name"], r["split"], r["icon"], json.loads(r["names"] or "{}"), int(r["faces"] or 0))
            for r in csv.DictReader(stream)
        ]


def see(data: Path, rows: list[Row], encoder: Encoder, turned: bool = False, jobs: int = 2) -> Seen:
    """Render and embed the shapes; turned: each by its own random rotation. Files without a shape are left out."""
    kept, views, forms, seen = [], [], [], []
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        rendered = pool.map(partial(_rendered, turned=turned), [data / row.path for row in rows], chunksize=8)
        for row, drawn in zip(rows, rendered, strict=True):
            if drawn is not None:
                upright = len(camera_rig(RenderRecipe().rig).views)
                features = encoder.encode_depth(drawn.pictures()).of_shape(upright)
                kept.append(row)
                seen.append(outlines(drawn.silhouettes[:upright]))
                views.append(features.aligned)
                forms.append(features.greatest())
    return Seen(kept, np.stack(views), np.stack(forms), np.stack(seen))


def see_once(data: Path, rows: list[Row], encoder: Encoder, kept: Path | None, turned: bool = False) -> Seen:
    """As `see`, read from `kept` where an earlier run left it there."""
    if kept is None:
        return see(data, rows, encoder, turned)
    if not kept.is_file():
        seen = see(data, rows, encoder, turned)
        kept.parent.mkdir(parents=True, exist_ok=True)
        paths = np.array([row.path for row in seen.rows])
        halves = {"views": seen.views.astype(np.float16), "forms": seen.forms.astype(np.float16)}
        np.savez(kept, paths=paths, outlines=seen.outlines, **halves)
    found, known = np.load(kept), {row.path: row for row in rows}
    rows = [known[str(path)] for path in found["paths"]]
    return Seen(rows, unit(found["views"]), unit(found["forms"]), found["outlines"])


def _rendered(path: Path, turned: bool) -> DepthViews | None:
    try:
        shape = load_shape(path)
    except ShapeFileError:
        return None
    if turned:
        pose = Rotation.random(random_state=sum(path.name.encode())).as_matrix()
        shape = replace(shape, vertices=shape.upright() @ pose.T, up="y")
    return render(shape)
