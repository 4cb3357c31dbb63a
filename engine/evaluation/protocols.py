"""The table of what `shapeseek eval` runs, and the one way in. Imports nothing heavy: `--help` reads the table."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import UsageError
from engine.settings import Limits

if TYPE_CHECKING:
    from engine.encoder import Encoder
    from engine.evaluation.report import Report

ABLATIONS = ("views", "components")


@dataclass(frozen=True)
class Benchmark:
    """A protocol: what it measures, and "module:function" that runs it, called with the protocol's name and a Wish."""

    title: str
    run: str
    points: int = 0  # a shape, as its published figures have it; 0: shapes as they are
    ablations: bool = False


PROTOCOLS: dict[str, Benchmark] = {
    "modelnet40": Benchmark("ModelNet40 classes", "engine.evaluation.classification:run", 10_000, True),
    "scanobjectnn": Benchmark("ScanObjectNN (OBJ_ONLY) classes", "engine.evaluation.classification:run", 2_048, True),
    "omniobject3d": Benchmark("OmniObject3D classes", "engine.evaluation.classification:run", 4_096, True),
    "objaverse-lvis": Benchmark("Objaverse-LVIS classes", "engine.evaluation.classification:run", 10_000, True),
    "shrec12": Benchmark("SHREC'12 generic, shape to shape", "engine.evaluation.retrieval:run_shapes"),
    "text2shape": Benchmark("Text2Shape, sentence to shape", "engine.evaluation.retrieval:run_sentences"),
    "scannet": Benchmark("ScanNet V2, boxes named (see --proposals)", "engine.evaluation.detection:run"),
    "labels": Benchmark("any labels.csv: names, icons, sentences", "engine.evaluation.retrieval:run_labels", 0, True),
}


@dataclass(frozen=True)
class Wish:
    """What a person asks of an evaluation; None stands for the protocol's own way.

    encoder: a function, so that a wrong folder is told before weights are loaded. shots: examples a class for
    few-shot, () for zero-shot. only: a file of ids. proposals: a file of boxes, or "ours", for detection. where and
    column: rows and class column of a labels CSV.
    """

    data: Path
    encoder: Callable[[], Encoder]
    cache: Path
    rig: str = "orbit-10"
    projection: str = "closing"
    points: int | None = None
    up: str = ""
    prompts: str | None = None
    aggregate: str = "logits"
    shots: tuple[int, ...] = ()
    seeds: int = 10
    ablate: tuple[str, ...] = ()
    limit: int | None = None
    only: Path | None = None
    proposals: str | None = None
    where: tuple[str, ...] = ()
    column: str = "name"
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    progress: Callable[[str, int, int], None] = lambda station, done, total: None


def evaluate(protocol: str, wish: Wish) -> Report:
    """Run a protocol. Raises UsageError for an unknown one, a folder of another layout and wishes that make no sense.

    Nothing is written but the vectors kept in wish.cache.
    """
    if protocol not in PROTOCOLS:
        raise UsageError(f"There is no protocol {protocol!r}.", f"Known: {', '.join(PROTOCOLS)}.")
    told = PROTOCOLS[protocol]
    unknown = [part for part in wish.ablate if part not in ABLATIONS]
    if unknown:
        raise UsageError(f"There is no ablation {unknown[0]!r}.", f"Known: {', '.join(ABLATIONS)}.")
    if not told.ablations and (wish.ablate or wish.shots):
        raise UsageError(f"{protocol} has no classes to tell apart.", "Leave --ablate and --shots away.")
    if wish.prompts:
        from engine.prompts import templates

        templates(wish.prompts)  # an unknown set is an error before hours of work
    module, _, function = told.run.partition(":")
    report: Report = getattr(importlib.import_module(module), function)(protocol, wish)
    return report
