"""Retrieval quality of an encoder through the product's own search: `make bench-retrieval`, SHAPESEEK_DATA=folder.

Gallery: the Sweet Home 3D shapes of the test split, keywords off, so that no name or icon is in any gallery vector.
`--sheet FILE` also indexes every shape of the data and draws the natural queries as a contact sheet.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.library import Library
from indexer.pipeline import index

NATURAL = (
    "sofa", "couch", "something to sleep on", "a wooden chair with armrests", "kitchen sink", "table lamp", "bicycle",
    "potted plant", "sword", "fighter jet", "four-legged animal", "fish", "pine tree", "pistol", "spaceship",
)  # fmt: skip


def read_rows(data: Path) -> list[dict[str, str]]:
    """The rows of labels.csv."""
    with (data / "labels.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def ranks(library: Library, queries: Sequence[dict[str, Any]], wanted: Sequence[set[str]]) -> np.ndarray:
    """0-based rank of the first wanted path for each query, through Library.search over the whole gallery."""
    size = sum(row["shapes"] for row in library.collections())
    found = []
    for query, good in zip(queries, wanted, strict=True):
        paths = [hit.path for hit in library.search(**query, k=size, keywords=False)]
        found.append(next((rank for rank, path in enumerate(paths) if path in good), size))
    return np.array(found)


def recall(ranked: np.ndarray) -> dict[str, float]:
    """R@1, R@5, R@10 and the mean reciprocal rank."""
    at = {f"R@{k}": float((ranked < k).mean()) for k in (1, 5, 10)}
    return {**at, "MRR": float((1 / (ranked + 1)).mean())}


def household(data: Path, encoder: str, work: Path) -> dict[str, dict[str, float]]:
    """Name, icon, and both -> shape on the 274 Sweet Home 3D test shapes."""
    rows = [r for r in read_rows(data) if r["path"].startswith("sweethome3d/") and r["split"] == "test"]
    paths = [str((data / row["path"]).resolve()) for row in rows]
    by_name: dict[str, set[str]] = {}
    for row, path in zip(rows, paths, strict=True):
        by_name.setdefault(row["name"].lower(), set()).add(path)
    names = [row["name"] for row in rows]
    same_name = [by_name[name.lower()] for name in names]
    icons = [data / row["icon"] for row in rows]
    itself = [{path} for path in paths]
    with Library.open(work / "household", create=True, encoder=encoder) as library:
        report = index(library, paths, collection="household")
        assert report.failed == 0, report.failures
        both = [{"text": name, "image": icon} for name, icon in zip(names, icons, strict=True)]
        name_ranks = ranks(library, [{"text": name} for name in names], same_name)
        return {
            f"name -> shape of that name ({len(rows)})": recall(name_ranks),
            "icon -> that shape": recall(ranks(library, [{"image": icon} for icon in icons], itself)),
            "icon -> shape of its name": recall(ranks(library, [{"image": icon} for icon in icons], same_name)),
            "name + icon -> that shape": recall(ranks(library, both, itself)),
            "name + icon -> shape of that name": recall(ranks(library, both, same_name)),
        }


def natural(data: Path, encoder: str, work: Path, sheet: Path) -> None:
    """Index every labelled shape and draw the first six hits of each natural query, meaning alone."""
    from ui.sheet import hit_cell, row_picture, stack, title_picture

    folders = sorted({data / row["path"].split("/")[0] for row in read_rows(data)})
    with Library.open(work / "everything", create=True, encoder=encoder) as library:
        report = index(library, folders)
        print(f"\n{report.new} shapes indexed in {report.seconds:.0f} s, encoder busy {report.encoder_busy:.0%}")
        rows = []
        for text in NATURAL:
            hits = library.search(text, k=8, keywords=False)
            print(f"{text:32s} " + ", ".join(f"{hit.name} {hit.score:.2f}" for hit in hits))
            rows += [title_picture(text, 8), row_picture([hit_cell(library, hit) for hit in hits], 8)]
        stack(rows).quantize(64).save(sheet, optimize=True)


def main() -> None:
    """Print the figures as a Markdown table, or as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("SHAPESEEK_DATA"))
    parser.add_argument("--encoder", default="starter")
    parser.add_argument("--work", type=Path, help="keep the libraries here")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.data is None or not (given.data / "labels.csv").is_file():
        parser.error("set SHAPESEEK_DATA, or --data, to the folder that holds labels.csv")
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work or Path(temporary)
        figures = household(given.data, given.encoder, work)
        if given.json:
            print(json.dumps(figures, indent=2))
        else:
            print("| query | R@1 | R@5 | R@10 | MRR |\n|---|---|---|---|---|")
            for title, values in figures.items():
                print(f"| {title} | " + " | ".join(f"{value:.3f}" for value in values.values()) + " |")
        if given.sheet:
            natural(given.data, given.encoder, work, given.sheet)


if __name__ == "__main__":
    main()
