"""generate(): a library's shapes -> rendered views -> pictures to align with -> shards of pairs."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from engine.align.agreement import agreement, best_views
from engine.align.pairs import Pair, PairWriter
from engine.bundled import bundled_json
from engine.encoder import Encoder
from engine.errors import PictureError, UsageError
from engine.facts import ShapeFacts
from engine.filters import parse_filter
from engine.library import Library
from engine.lookup import allowed_ids, facts_of
from engine.sandbox import Sandbox
from indexer.pair_sources import Pictures, spoken_name
from indexer.pair_worker import Drawn


@dataclass
class GenerateReport:
    """What a run did: shapes made, there before, without a picture, failed; pictures kept and dropped by the filter."""

    made: int = 0
    present: int = 0
    without: int = 0
    pictures: int = 0
    dropped: int = 0
    lowest_kept: float | None = None
    seconds: float = 0.0
    interrupted: bool = False
    failures: list[dict[str, str]] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The report as `align generate --json` prints it."""
        return {**asdict(self), "seconds": round(self.seconds, 2), "failed": len(self.failures)}


@dataclass(frozen=True)
class Choice:
    """Which shapes of a library: as `search` filters, at most `limit`."""

    collection: str | None = None
    where: str | None = None
    limit: int | None = None


def generate(
    library: Library,
    out: Path,
    pictures: Callable[[], Pictures],
    keep: float,
    choice: Choice | None = None,
    encoder: Encoder | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> GenerateReport:
    """Make the pairs that are missing in `out`; what is there stays. Ctrl-C keeps what is made.

    keep: share of each shape's pictures that the agreement filter lets through, judged by `encoder`, else by the
    library's own. `pictures` is called once, when there is something to do. Raises UsageError when `out` was made with
    other settings, LibraryBusy, EncoderError.
    """
    started = time.perf_counter()
    best_views(np.zeros(1, np.float32), keep)  # a share that cannot be is an error before anything is made
    wanted = chosen_shapes(library, choice or Choice())
    if not wanted:
        raise UsageError("No shape passes the filters.", "See `shapeseek stats`.")
    source = pictures()
    size = int(bundled_json("align.json")["pairs"]["picture"])
    settings = {
        **source.settings, "keep": keep, "judge": (encoder or library).card.weights, "recipe": library.recipe.to_json(),
        "picture": size,
    }  # fmt: skip
    report = GenerateReport()
    with PairWriter(out, settings) as writer:
        missing = {key: facts for key, facts in wanted.items() if key not in writer.keys}
        report.present = len(wanted) - len(missing)
        having = {key: facts for key, facts in missing.items() if source.has(facts)}
        report.without = len(missing) - len(having)
        try:
            judge = encoder or (library.encoder if having else None)
            for done, (key, drawn, reason) in enumerate(_drawn(library, having, size, source.renders_seed), 1):
                if drawn is None:
                    report.failures.append({"path": having[key].path, "reason": reason})
                elif judge is not None:
                    _add(writer, report, source, judge, having[key], key, drawn, keep)
                progress(done, len(having))
        except KeyboardInterrupt:
            report.interrupted = True
    report.seconds = time.perf_counter() - started
    return report


def chosen_shapes(library: Library, choice: Choice) -> dict[str, ShapeFacts]:
    """The chosen shapes by their key in pairs, files of the same bytes once, in the order of their ids."""
    from engine.catalog import Collection

    library.require_shapes()
    condition = parse_filter(choice.where) if choice.where else None
    if choice.collection is not None:
        own = Collection.name == choice.collection
        condition = own if condition is None else own & condition
    ids = allowed_ids(library.catalog, condition).tolist()
    facts = facts_of(library.catalog, ids)
    found: dict[str, ShapeFacts] = {}
    for one in (facts[key] for key in ids if key in facts):
        found.setdefault(pair_key(one), one)
        if len(found) == choice.limit:
            break
    return found


def pair_key(facts: ShapeFacts) -> str:
    """Names a shape's bytes, format and up axis: the same for a moved file, another for a changed one."""
    text = f"{facts.content} {facts.measures.format} {facts.measures.up}"
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _drawn(
    library: Library, wanted: dict[str, ShapeFacts], size: int, seed: int | None
) -> Iterator[tuple[str, Drawn | None, str]]:
    """(key, drawn, "") or (key, None, reason) for each shape, as they finish; few are kept waiting in memory."""
    jobs = min(library.settings.processes, len(wanted))
    limits, recipe = library.settings.limits, library.recipe
    shapes = ((key, one.path, recipe, one.measures.up, limits, key, size, seed) for key, one in wanted.items())
    with Sandbox("indexer.pair_worker:draw", jobs, limits) as sandbox:
        for (outcome,) in sandbox.stream(shapes, 2 + 2 * jobs):
            yield outcome.key, outcome.result, str(outcome.error or "")


def _add(
    writer: PairWriter, report: GenerateReport, source: Pictures, judge: Encoder, facts: ShapeFacts, key: str,
    drawn: Drawn, keep: float,
) -> None:  # fmt: skip
    """Make one shape's pictures, leave out those that agree least with its name, and hand the pair over."""
    try:
        images, views = source.make(facts, key, drawn)
    except PictureError as error:
        report.failures.append({"path": facts.path, "reason": str(error)})
        return
    name = spoken_name(facts)
    scores = agreement(judge, images, name)
    kept = best_views(scores, keep)
    lowest = round(float(scores[kept].min()), 4)
    report.lowest_kept = lowest if report.lowest_kept is None else min(report.lowest_kept, lowest)
    report.made += 1
    report.pictures += len(kept)
    report.dropped += len(images) - len(kept)
    rounded = tuple(round(float(scores[i]), 4) for i in kept)
    every = [round(float(score), 4) for score in scores]
    more = {"dropped": {str(views[i]): every[i] for i in range(len(every)) if i not in set(kept.tolist())}}
    writer.add(Pair(key, name, facts.path, drawn.depth, images[kept], tuple(views[i] for i in kept), rounded, more))
