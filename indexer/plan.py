"""What to do with each file of a scan: nothing, new path, reuse of vectors, or the whole way."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import ShapeFileError
from engine.records import Source
from engine.settings import Limits
from indexer.archives import content_hash
from indexer.scan import Found, Scan


@dataclass(frozen=True)
class Task:
    """One file to record: how it was found, its identity, the collection it goes to."""

    found: Found
    source: Source
    collection: str


@dataclass
class Plan:
    """A scan compared with the catalog.

    `render`: (task, known before); `copies`: (task, path whose vectors it shares); `renamed`: (task, old path).
    """

    unchanged: list[Task] = field(default_factory=list)
    touched: list[Task] = field(default_factory=list)
    renamed: list[tuple[Task, str]] = field(default_factory=list)
    copies: list[tuple[Task, str]] = field(default_factory=list)
    render: list[tuple[Task, bool]] = field(default_factory=list)
    failed: list[tuple[Task, str]] = field(default_factory=list)
    remembered: list[tuple[str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def make_plan(
    scan: Scan,
    known: dict[str, dict[str, Any]],
    collection: str | None,
    up: str,
    limits: Limits,
    retry_failed: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Plan:
    """Compare a scan with the known files; only files whose size or time stamp changed are read, to hash them.

    collection: where everything goes; None leaves known files where they are and names new ones after their root.
    """
    plan = Plan()
    present = {found.path for found in scan.found} | {found.path for found, _ in scan.failed}
    plan.gone = [
        path for path, record in known.items() if path not in present and _under(record["container"], scan.roots)
    ]
    vanished = set(plan.gone)
    by_content: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, record in known.items():
        if record["outcome"] == "indexed":
            by_content[record["content"], record["up"]].append(path)
    for done, found in enumerate(scan.found, 1):
        progress(done, len(scan.found))
        row = known.get(found.path)
        task = _task(found, row["content"] if row else "", row, collection, up, scan.roots)
        if row and _same_stamp(row, task.source):
            _keep(plan, task, row, retry_failed)
            continue
        try:
            task = _task(found, content_hash(found.path, limits), row, collection, up, scan.roots)
        except ShapeFileError as error:
            plan.failed.append((task, str(error)))
            continue
        if row and row["content"] == task.source.content and row["up"] == up:
            plan.touched.append(task)
            _keep(plan, task, row, retry_failed)
        elif twins := by_content.get((task.source.content, up)):
            _reuse(plan, task, row is None, twins, vanished)
        else:
            plan.render.append((task, row is not None))
    for found, reason in scan.failed:
        row = known.get(found.path)
        if row and row["reason"] == reason and (row["size"], row["modified_ns"]) == (found.size, found.modified_ns):
            plan.remembered.append((found.path, reason))
        else:
            plan.failed.append((_task(found, "", row, collection, up, scan.roots), reason))
    plan.gone = sorted(vanished)
    return plan


def _task(
    found: Found, content: str, row: dict[str, Any] | None, collection: str | None, up: str, roots: list[Path]
) -> Task:
    source = Source(found.path, found.container, found.size, found.modified_ns, content, up)
    return Task(found, source, collection or (row["collection"] if row else _root_name(found, roots)))


def _same_stamp(row: dict[str, Any], source: Source) -> bool:
    return (row["size"], row["modified_ns"], row["up"]) == (source.size, source.modified_ns, source.up)


def _keep(plan: Plan, task: Task, row: dict[str, Any], retry_failed: bool) -> None:
    if row["outcome"] == "indexed":
        plan.unchanged.append(task)
    elif retry_failed:
        plan.render.append((task, True))
    else:
        plan.remembered.append((task.found.path, row["reason"]))


def _reuse(plan: Plan, task: Task, new: bool, twins: list[str], vanished: set[str]) -> None:
    moved = next((twin for twin in twins if twin in vanished), None) if new else None
    if moved is not None:
        vanished.discard(moved)
        twins.remove(moved)
        plan.renamed.append((task, moved))
    else:
        plan.copies.append((task, twins[0]))


def _under(container: str, roots: list[Path]) -> bool:
    return any(container == str(root) or container.startswith(f"{str(root).rstrip(os.sep)}{os.sep}") for root in roots)


def _root_name(found: Found, roots: list[Path]) -> str:
    root = next(root for root in roots if _under(found.container, [root]))
    return (root if root.is_dir() else root.parent).name or "library"
