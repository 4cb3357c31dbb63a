"""Words the bundled encoder never learnt, asked of shapes it never saw: other names for the kinds of sample shapes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from engine.encoder import Encoder
from engine.evaluation.metrics import recall, same_name
from indexer.samples import write_samples
from tests.bench.gallery import Row, see_once

WORDS = Path(__file__).with_name("words.json")


def unheard(encoder: Encoder, work: Path, kept: Path | None = None) -> dict[str, dict[str, float]]:
    """Recall of the sample shape of a kind, among one of each kind, by its name and by words never learnt for it.

    The kinds are those of the training's parametric shapes, so their names are known; the shapes are others.
    """
    write_samples(work, variants=1)
    with (work / "metadata.csv").open(encoding="utf-8", newline="") as stream:
        rows = [Row(line["path"], line["name"], "test", "", {}, 0) for line in csv.DictReader(stream)]
    seen = see_once(work, rows, encoder, kept)
    keys = [row.key for row in seen.rows]
    table: dict[str, list[str]] = json.loads(WORDS.read_text(encoding="utf-8"))["words"]
    share = encoder.card.view_weights.get("text", 0.0)

    def found_by(texts: list[str], kinds: list[str]) -> dict[str, float]:
        return recall(seen.scores(encoder.encode_texts(texts), share), same_name(kinds, keys))

    words = [(word, kind) for kind, some in table.items() for word in some]
    return {
        f"the names of these {len(table)} kinds": found_by(list(table), list(table)),
        f"{len(words)} words never learnt": found_by([word for word, _ in words], [kind for _, kind in words]),
    }
