"""index(): scan -> plan -> render beside encode -> commit in batches -> publish."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from engine.encoder import Encoder
from engine.errors import LibraryError
from engine.facts import Measures, Vectors
from engine.labels.judging import label_shapes
from engine.labels.tagging import refresh
from engine.library import Library
from engine.lookup import facts_of, known_files, ups_of, vectors_of
from engine.records import (
    collection_id,
    describe,
    drop_files,
    move_file,
    remember_up,
    store_failure,
    store_shape,
    touch_file,
)
from engine.views import camera_rig, check_projection
from engine.writing import writing
from indexer.embedding import EmbeddingStream, Wanted
from indexer.lying import Bystanders, Met, notes_on_lying
from indexer.plan import Plan, Task, Wishes, as_known, make_plan, sameness
from indexer.previews import write_preview
from indexer.removal import drop_unused_previews
from indexer.scan import scan
from indexer.splitting import split_scenes

AUTO = "auto"
_BATCH_SHAPES = 64  # shapes a transaction
_BATCH_SECONDS = 5.0  # or as many as came in this time, so that a crash costs little
_FREE_BYTES = 50 * 2**20  # stop with a word before the disk is full


@dataclass
class IndexReport:
    """What a run did.

    skipped: paths that were named but are not there, or empty; a note says which. encoder_busy: share of the wall time
    since the first shape arrived that the encoder worked.
    """

    new: int = 0
    unchanged: int = 0
    renamed: int = 0
    updated: int = 0
    failed: int = 0
    gone: int = 0
    skipped: int = 0
    seconds: float = 0.0
    failures: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    encoder_busy: float = 0.0
    interrupted: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The report as `index --json` prints it; skipped, notes and interrupted only where there are any."""
        values = {**asdict(self), "seconds": round(self.seconds, 2)}
        del values["encoder_busy"]
        for key in ("skipped", "notes", "interrupted"):
            if not values[key]:
                del values[key]
        return values

    def fail(self, path: str, reason: str) -> None:
        """Count one failed file."""
        self.failed += 1
        self.failures.append({"path": path, "reason": reason})


Progress = Callable[[str, int, int], None]
"""Called with a station ("split", "compare", "load", "index", "look"), items done, and items in all."""


def index(
    library: Library,
    paths: Iterable[Path | str],
    collection: str | None = None,
    up: str = "",
    retry_failed: bool = False,
    objects: bool | None = None,
    progress: Progress = lambda station, done, total: None,
) -> IndexReport:
    """Bring the library up to date with files and folders; nothing of theirs is changed.

    up: "y" or "z" for all files, remembered by their collections; "" for what these remember, else each format's
    convention; "auto" for that, and to have them remember none. objects: True also indexes the objects of scenes, each
    by itself; None does so where it was done before; False forgets them. Ctrl-C keeps what is encoded and publishes it.
    Raises UsageError, LibraryBusy, LibraryMismatch, EncoderError.
    """
    started = time.perf_counter()
    report = IndexReport()
    with writing(library):
        camera_rig(library.recipe.rig)  # an unknown rig is an error before anything is written
        check_projection(library.recipe.projection)
        limits = library.settings.limits
        found = scan([Path(path) for path in paths], limits, exclude=library.folder)
        report.skipped = len(found.skipped_roots)
        report.notes += [f"{path}: {reason}" for path, reason in found.skipped_roots]
        report.notes += refresh(library)  # labellers that a broken-off change of the encoder left behind
        known = known_files(library.catalog)
        as_known(found, known)
        ups = {} if up == AUTO else ups_of(library.catalog)
        wishes = Wishes(collection, "" if up == AUTO else up, ups, retry_failed, objects)
        jobs = library.settings.processes
        report.notes += split_scenes(
            found, known, wishes, limits, jobs, lambda done, total: progress("split", done, total)
        )
        plan = make_plan(found, known, wishes, limits, lambda done, total: progress("compare", done, total))
        _record_known(library, plan, known, report, up)
        run = _Run(library, plan, report, progress)
        try:
            run.encode(jobs)
        except KeyboardInterrupt:
            report.interrupted = True
        finally:
            run.commit()
            library.publish()
            if plan.gone or plan.failed or report.updated:
                drop_unused_previews(library)
        try:
            report.notes += run.look_again(jobs)
        except KeyboardInterrupt:
            report.interrupted = True
    report.seconds = time.perf_counter() - started
    return report


def _record_known(library: Library, plan: Plan, known: dict[str, dict[str, Any]], report: IndexReport, up: str) -> None:
    """Everything that needs no encoder, in one transaction."""
    with library.catalog.session() as session:
        for name in sorted({task.collection for task in plan.all_tasks()}) if up else ():
            remember_up(session, collection_id(session, name), "" if up == AUTO else up)
        for task in plan.touched:
            touch_file(session, task.source)
        for task in plan.unchanged:
            _refresh(session, task, known[task.found.path])
            if known[task.found.path]["objects"] != task.source.objects:
                touch_file(session, task.source)
        resettled = [(t, t.found.path) for t in plan.unchanged if known[t.found.path]["collection"] != t.collection]
        for task, old in [*plan.renamed, *resettled]:
            target = collection_id(session, task.collection)
            move_file(session, old, task.source, target, task.found.folder, task.found.description)
        drop_files(session, plan.gone)
        for task, reason in plan.failed:
            store_failure(session, collection_id(session, task.collection), task.source, reason)
    report.unchanged, report.renamed, report.gone = len(plan.unchanged), len(plan.renamed), len(plan.gone)
    for path, reason in [(task.found.path, reason) for task, reason in plan.failed] + plan.remembered:
        report.fail(path, reason)


def _refresh(session: Any, task: Task, row: dict[str, Any]) -> None:
    """Take over what a sidecar or the folder now says of an unchanged file."""
    said = task.found.description
    stored = (row["name"], row["tags"], row["creator"], row["licence"], row["folder"])
    if stored != (said.name, ", ".join(said.tags), said.creator, said.licence, task.found.folder):
        describe(session, task.found.path, task.found.folder, said)


@dataclass
class _Ready:
    """A shape whose vectors are known, waiting for its transaction."""

    task: Task
    measures: Measures
    vectors: Vectors
    preview: bytes | None
    known: bool


class _Run:
    """Rendering in processes, encoding here, committing in batches."""

    def __init__(self, library: Library, plan: Plan, report: IndexReport, progress: Progress) -> None:
        self.library, self.plan, self.report, self.progress = library, plan, report, progress
        self.ready: list[_Ready] = []
        self.failed: list[tuple[Task, str]] = []
        self.last_commit = time.perf_counter()
        self.total, self.done = len(plan.render) + len(plan.copies), 0
        self.bystanders = Bystanders()

    def encode(self, jobs: int) -> None:
        """Render and encode all there is to do; copies of known bytes take the vectors of their twins."""
        self.copy_twins()
        if self.plan.copies:  # of files that could be read no more
            known = known_files(self.library.catalog)
            self.plan.render += [(task, task.found.path in known) for task, _ in self.plan.copies]
            self.plan.copies = []
        if not self.plan.render:
            return
        chosen = _first_of_each(self.plan)
        wanted = (Wanted(key, key[0].found.path, key[0].source.up) for key in chosen)
        limits, recipe = self.library.settings.limits, self.library.recipe
        stream = EmbeddingStream(wanted, self._encoder, recipe, limits, min(jobs, len(chosen)))
        for one in stream:
            task, known = one.key
            if one.prepared is None or one.vectors is None:
                self.failed.append((task, one.reason))
            else:
                measures = one.prepared.rendered.measures
                self.ready.append(_Ready(task, measures, one.vectors, one.prepared.preview, known))
                if not task.source.up and task.found.box is None:
                    self.bystanders.meet(task.collection, Met(task.found.path, measures.up, one.vectors.pooled))
            self._step()
            if len(self.ready) >= _BATCH_SHAPES or time.perf_counter() - self.last_commit > _BATCH_SECONDS:
                self.commit()
        self.commit()
        self.report.encoder_busy = stream.busy / max(stream.wall, 1e-9)
        self.copy_twins()
        self.fail_twins()

    def look_again(self, jobs: int) -> list[str]:
        """Notes on shapes that seem to lie on their side, unless the run was broken off."""
        if self.report.interrupted:
            return []
        return notes_on_lying(
            self.library, self.bystanders, jobs, lambda done, total: self.progress("look", done, total)
        )

    def _encoder(self) -> Encoder:
        """The library's encoder, written into a new library's catalog first."""
        self.progress("load", 0, 1)
        self.library.adopt(self.library.recipe)
        encoder = self.library.encoder
        self.progress("load", 1, 1)
        return encoder

    def copy_twins(self) -> None:
        """Give files with known bytes the vectors and measures of a shape with the same bytes."""
        if not self.plan.copies:
            return
        left = []
        known = known_files(self.library.catalog)
        dim = self.library.card.dim
        for task, twin in self.plan.copies:
            row = known.get(twin)
            if row is None or row["shape"] is None or row["content"] != task.source.content:
                left.append((task, twin))
                continue
            facts = facts_of(self.library.catalog, [row["shape"]])[row["shape"]]
            vectors = vectors_of(self.library.catalog, [row["shape"]], dim)[row["shape"]]
            self.ready.append(_Ready(task, facts.measures, vectors, None, task.found.path in known))
            self._step()
        self.plan.copies = left
        self.commit()

    def fail_twins(self) -> None:
        """Files with the bytes of one that failed fail for the same reason."""
        if not self.plan.copies:
            return
        known = known_files(self.library.catalog)
        reasons = {path: row["reason"] for path, row in known.items() if row["outcome"] == "failed"}
        self.failed += [(task, reasons[twin]) for task, twin in self.plan.copies if twin in reasons]
        self.plan.copies = []
        self.commit()

    def commit(self) -> None:
        """Write what is ready in one transaction; thumbnails first, so that a recorded shape has its own."""
        if not self.ready and not self.failed:
            return
        if self.library.free_on_disk() < _FREE_BYTES:
            raise LibraryError(
                f"The disk of {self.library.folder} is nearly full.", "Free some space, then run it again."
            )
        with self.library.catalog.session() as session:
            stored = {self._store(session, one): one.vectors for one in self.ready}
            if stored:
                label_shapes(session, self.library.card, stored)
            for task, reason in self.failed:
                store_failure(session, collection_id(session, task.collection), task.source, reason)
        for one in self.ready:
            self.report.updated += one.known
            self.report.new += not one.known
        for task, reason in self.failed:
            self.report.fail(task.found.path, reason)
        self.ready, self.failed, self.last_commit = [], [], time.perf_counter()

    def _store(self, session: Any, one: _Ready) -> int:
        target = collection_id(session, one.task.collection)
        found = one.task.found
        shape = store_shape(
            session, target, one.task.source, found.folder, found.description, one.measures, one.vectors
        )
        if one.preview is not None:
            write_preview(self.library.preview_of(one.task.source.content, one.measures.up), one.preview)
        return shape

    def _step(self) -> None:
        self.done += 1
        self.progress("index", self.done, self.total)


def _first_of_each(plan: Plan) -> list[tuple[Task, bool]]:
    """The files to render, one for each content; the others become copies of it."""
    first: dict[tuple[str, str, str], str] = {}
    chosen = []
    for task, known in plan.render:
        key = sameness(task.found.path, task.source.content, task.source.up)
        if task.source.content and key in first:
            plan.copies.append((task, first[key]))
        else:
            first[key] = task.found.path
            chosen.append((task, known))
    return chosen
