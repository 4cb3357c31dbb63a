"""Retrieval quality of an encoder: `make bench-retrieval`, SHAPESEEK_DATA=folder; ARGS="--encoder FOLDER" for another.

Galleries: the shapes of the test split, of one set or of all ten; each shape is rendered and embedded once, exactly as
indexing does it, and no name or icon is in any gallery vector. The household's names also go through Library.search,
without and with keywords. `--kept FOLDER` keeps the embeddings; `--sheet FILE` indexes every shape of the data and
draws the natural queries as a contact sheet.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.encoder import Encoder, load_encoder
from engine.library import Library
from indexer.pipeline import index
from tests.bench.figures import (
    Figures,
    breadth,
    fusion,
    household,
    photo_figures,
    poses,
    read_sentences,
    weak_marks,
)
from tests.bench.gallery import add_data_option, read_labels, see_once
from tests.bench.unheard import unheard

NATURAL = (
    "sofa", "couch", "something to sleep on", "a wooden chair with armrests", "kitchen sink", "table lamp", "bicycle",
    "potted plant", "sword", "fighter jet", "four-legged animal", "fish", "pine tree", "pistol", "spaceship",
)  # fmt: skip


def ranks(library: Library, queries: Sequence[dict[str, Any]], wanted: Sequence[set[str]],
          keywords: bool = False) -> np.ndarray:  # fmt: skip
    """0-based rank of the first wanted path for each query, through Library.search over the whole gallery."""
    size = sum(row["shapes"] for row in library.collections())
    found = []
    for query, good in zip(queries, wanted, strict=True):
        paths = [hit.path for hit in library.search(**query, k=size, keywords=keywords)]
        found.append(next((rank for rank, path in enumerate(paths) if path in good), size))
    return np.array(found)


def searched(data: Path, encoder: str, work: Path) -> Figures:
    """Names -> household shapes through Library.search, by meaning alone and with keywords from file names."""
    rows = [row for row in read_labels(data) if row.collection == "sweethome3d" and row.split == "test"]
    paths = [str((data / row.path).resolve()) for row in rows]
    by_name: dict[str, set[str]] = {}
    for row, path in zip(rows, paths, strict=True):
        by_name.setdefault(row.key, set()).add(path)
    same_name = [by_name[row.key] for row in rows]
    queries = [{"text": row.name} for row in rows]
    with Library.open(work / "household", create=True, encoder=encoder) as library:
        report = index(library, paths, collection="household")
        assert report.failed == 0, report.failures
        return {
            "name -> shape of that name": recall(ranks(library, queries, same_name)),
            "the same with keywords": recall(ranks(library, queries, same_name, keywords=True)),
        }


def recall(ranked: np.ndarray) -> dict[str, float]:
    """R@1, R@5, R@10 and the mean reciprocal rank."""
    at = {f"R@{k}": float((ranked < k).mean()) for k in (1, 5, 10)}
    return {**at, "MRR": float((1 / (ranked + 1)).mean())}


def measure(data: Path, name: str, work: Path, kept: Path | None) -> dict[str, Any]:
    """All figures of one encoder, by section."""
    encoder = load_encoder(name, threads=os.cpu_count())
    labels, sentences = read_labels(data), read_sentences()
    test = [row for row in labels if row.split == "test"]
    seen = see_once(data, test, encoder, kept and kept / "test.npz")
    toys = [row for row in test if row.collection in ("quaternius", "sweethome3d")]
    turned = see_once(data, toys, encoder, kept and kept / "turned.npz", turned=True)
    home, tongues = household(encoder, data, seen.part(seen.where("sweethome3d")), sentences)
    names = sorted({row.key for row in labels})
    return {
        f"household ({len(seen.where('sweethome3d'))} shapes)": home,
        "languages: name -> shape of that name": tongues,
        f"test split ({len(seen.rows)} shapes)": breadth(encoder, seen, sentences, names),
        "through Library.search": searched(data, name, work),
        "words -> sample shapes of the kind": unheard(encoder, work / "samples", kept and kept / "samples.npz"),
        "poses: shape -> shape of its name": {"quaternius and household": poses(seen, turned)},
        "photos -> shapes of their class": {"unseen photos": photo_figures(encoder, data, seen)},
        "share marked weak": weak_marks(encoder, data, seen, sentences),
        "joining views (MRR)": fusion(encoder, data, seen, sentences),
        "speed": {"encoder": speed(encoder)},
    }


def speed(encoder: Encoder) -> dict[str, float]:
    """Depth maps and texts a second on all cores."""
    maps = np.random.default_rng(0).integers(0, 256, (200, 224, 224)).astype(np.uint8)
    texts = [f"a {word} with {other}" for word in ("chair", "ship", "tree", "cup", "car") for other in range(60)]
    found = {}
    for kind, work, count in (
        ("depth maps/s", lambda: encoder.encode_depth(maps), len(maps)),
        ("texts/s", lambda: encoder.encode_texts(texts), len(texts)),
    ):
        work()
        start = time.perf_counter()
        work()
        found[kind] = count / (time.perf_counter() - start)
    return found


def tables(found: dict[str, Any]) -> str:
    """The figures as Markdown tables, a section each."""
    out = []
    for section, rows in found.items():
        columns = list(dict.fromkeys(column for values in rows.values() for column in values))
        out += [f"\n### {section}\n", "| | " + " | ".join(columns) + " |", "|---|" + "---|" * len(columns)]
        for title, values in rows.items():
            cells = [
                f"{values[c]:.3f}" if c in values and values[c] < 10 else f"{values.get(c, 0):.0f}" for c in columns
            ]
            cells = [cell if column in values else "" for cell, column in zip(cells, columns, strict=True)]
            out.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(out)


def natural(data: Path, encoder: str, work: Path, sheet: Path) -> None:
    """Index every labelled shape and draw the first six hits of each natural query, meaning alone."""
    from ui.sheet import hit_cell, row_picture, stack, title_picture

    folders = sorted({data / row.collection for row in read_labels(data)})
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
    add_data_option(parser)
    parser.add_argument("--encoder", default="starter")
    parser.add_argument("--work", type=Path, help="keep the libraries here")
    parser.add_argument("--kept", type=Path, help="keep the embeddings here and use those that are")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work or Path(temporary)
        figures = measure(given.data, given.encoder, work, given.kept)
        print(json.dumps(figures, indent=2) if given.json else tables(figures))
        if given.sheet:
            natural(given.data, given.encoder, work, given.sheet)


if __name__ == "__main__":
    main()
