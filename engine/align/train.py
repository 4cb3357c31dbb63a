"""train(): pairs -> cached features -> the tuned twin -> an encoder folder, with retrieval before and after."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.align.cached import Shapes, cache_features, check_alike, read_features
from engine.align.journal import Journal
from engine.align.measure import Weakness, look_at, moved, retrieval
from engine.align.settings import TuneSettings
from engine.align.together import joined, told_to_stop, wait_for_all
from engine.align.tower import SplitTower
from engine.align.tune import Place, Tuning, Watch
from engine.branches import attach_depth_branch
from engine.checkpoints import load, resolve
from engine.encoder import load_encoder
from engine.own_encoders import write_branch_folder

STATE = "state.pt"
Progress = Callable[[str, int, int, Mapping[str, float]], None]
"""Called with a station ("features", "train"), what is done, what there is in all, and the last values."""


@dataclass(frozen=True)
class Run:
    """Where a run reads and writes: folders of pairs, the encoder folder it makes, its base, its log folder."""

    pairs: tuple[Path, ...]
    out: Path
    encoder: str = "starter"
    log: Path | None = None
    device: str | None = None
    threads: int | None = None
    fresh: bool = False

    @property
    def work(self) -> Path:
        """Where the state is kept."""
        return self.out.with_name(f"{self.out.name}.work")


@dataclass
class TrainReport:
    """What a run did: shapes trained on and held out, steps of all, retrieval on the held-out shapes."""

    out: str
    base: str
    shapes: int = 0
    held_out: int = 0
    step: int = 0
    steps: int = 0
    resumed_at: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    before: dict[str, dict[str, float]] = field(default_factory=dict)
    after: dict[str, dict[str, float]] = field(default_factory=dict)
    floors: dict[str, float] = field(default_factory=dict)
    log: str = ""
    notes: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The report as `align train --json` prints it."""
        return {**asdict(self), "seconds": round(self.seconds, 2)}


def train(
    run: Run, settings: TuneSettings, progress: Progress = lambda station, done, total, values: None
) -> TrainReport | None:
    """Tune the depth branch of `run.encoder` and write it as an encoder folder; None in all processes but the first.

    Ctrl-C leaves the state on the disk; the same call goes on there, to the very weights an unbroken run reaches.
    Raises UsageError, EncoderError, LibraryError.
    """
    began = time.monotonic()
    checkpoint = resolve(run.encoder, plain=True)
    check_alike(run.pairs)
    with told_to_stop() as stop, joined(run.device) as place:
        encoder = load_encoder(run.encoder, run.threads, place.device)
        model, _, _, digest = load(checkpoint)
        attach_depth_branch(model.visual, stages=settings.stages)
        tower = SplitTower(model.visual.float().requires_grad_(False).to(place.device))
        tower.check(encoder.depth_batch(np.full((2, 8, 8), 128, np.uint8)))

        def caching(done: int, total: int) -> None:
            progress("features", done, total, {})

        places = cache_features(run.pairs, encoder, tower, (place.rank, place.world), caching, stop)
        wait_for_all()
        report = TrainReport(str(run.out), checkpoint.name, interrupted=stop())
        if not report.interrupted:
            shapes = read_features(run.pairs, places)
            weakness = Weakness(checkpoint.card.get("floors", {}), checkpoint.card.get("centre", ()))
            base = _Base(digest, _scale_of(model), weakness)
            _tune(run, settings, tower, shapes, base, place, report, progress, stop)
    report.seconds = time.monotonic() - began
    return None if place.rank else report


@dataclass(frozen=True)
class _Base:
    """Of the base: hash of its weights, factor of its cosines, when a match is weak."""

    digest: str
    scale: float
    weakness: Weakness


def _tune(
    run: Run, settings: TuneSettings, tower: SplitTower, shapes: Shapes, base: _Base, place: Place,
    report: TrainReport, progress: Progress, stop: Callable[[], bool],
) -> None:  # fmt: skip
    rows, held = split(len(shapes), settings.held_out, settings.seed)
    report.shapes, report.held_out = len(rows), len(held)
    if run.fresh and place.rank == 0:
        shutil.rmtree(run.work, ignore_errors=True)
    run.work.mkdir(parents=True, exist_ok=True)
    wait_for_all()
    tuning = Tuning(
        tower, shapes, rows, settings, base.scale, settings.fingerprint(base.digest, shapes.keys), run.work / STATE,
        place,
    )  # fmt: skip
    before = look_at(tower, shapes, held, False, place.device) if len(held) else None
    tuning.resume()
    report.resumed_at = tuning.step
    journal = Journal(run.log or run.work / "log", tuning.step) if place.rank == 0 else None
    try:
        log = journal.add if journal else _silent
        watch = Watch(lambda step, total, values: progress("train", step, total, values), stop, log)
        outcome = tuning.run(watch)
        report.step, report.steps, report.interrupted = outcome.step, outcome.steps, not outcome.finished
        if place.rank or report.interrupted:
            return
        if before is not None:
            after = look_at(tower, shapes, held, True, place.device)
            report.before, report.after = retrieval(before, shapes, held), retrieval(after, shapes, held)
            base = replace(base, weakness=moved(base.weakness, before, after, shapes, held))
            report.floors = dict(base.weakness.floors)
            _log_retrieval(journal, report, outcome.steps)
        _write(run, settings, tower, base, report)
    finally:
        if journal is not None:
            report.log = str(run.log or run.work / "log")
            if journal.missing:
                report.notes.append("Logged as lines of JSON; for TensorBoard: pip install 'shapeseek[align]'.")
            journal.close()


def split(count: int, share: float, seed: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(rows to train on, rows held out) of shapes in the order of their keys, by the seed alone."""
    order = np.random.default_rng(seed).permutation(count)
    held = int(np.ceil(share * count)) if share else 0
    return np.sort(order[held:]), np.sort(order[:held])


def _write(run: Run, settings: TuneSettings, tower: SplitTower, base: _Base, report: TrainReport) -> None:
    """The encoder folder, with a card that says how it was made."""
    made = {
        "pairs": [str(folder) for folder in run.pairs],
        "shapes": report.shapes,
        "settings": settings.recorded(),
        "held_out": {"shapes": report.held_out, "before": report.before, "after": report.after},
        "torch": str(torch.__version__),
    }
    values: dict[str, Any] = {"alignment": made}
    if report.floors:
        values["floors"] = report.floors
    if base.weakness.centre:
        values["centre"] = list(base.weakness.centre)
    write_branch_folder(run.out, report.base, tower.twin, base.digest, values)


def _scale_of(model: Any) -> float:
    """The factor of the base's cosines, at most CLIP's 100."""
    return min(100.0, float(model.logit_scale.detach().exp())) if hasattr(model, "logit_scale") else 100.0


def _log_retrieval(journal: Journal | None, report: TrainReport, step: int) -> None:
    if journal is not None:
        for query, figures in report.after.items():
            values = {f"held out, {query}, {name}": value for name, value in figures.items()}
            journal.add(step, values)


def _silent(step: int, values: Mapping[str, float]) -> None:
    """Processes but the first keep no log."""


def retrieval_rows(report: TrainReport) -> Sequence[tuple[str, ...]]:
    """Rows of a table: query, measure, before, after."""
    rows: list[tuple[str, ...]] = [("held-out shapes", "measure", "before", "after")]
    for query, figures in report.before.items():
        rows += [(query, name, f"{value:.3f}", f"{report.after[query][name]:.3f}") for name, value in figures.items()]
    return rows
