"""What to do with each file of a scan: nothing, new path, reuse of vectors, or the whole way."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any

from engine.errors import ShapeFileError
from engine.facts import UNSPLIT, Description, Source
from engine.paths import scene_and_object
from engine.settings import Limits
from indexer.archives import close_archive, content_hash, split
from indexer.scan import Found, Scan
from indexer.sidecars import describe


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

    def all_tasks(self) -> list[Task]:
        """Every task of the plan."""
        pairs = [*self.renamed, *self.copies, *self.render, *self.failed]
        return [*self.unchanged, *self.touched, *(pair[0] for pair in pairs)]


@dataclass(frozen=True)
class Wishes:
    """What the person asked of a run.

    collection: where everything goes; None leaves known files where they are and names new ones after their root.
    up: "y" or "z" for all files, "" for what each collection was told before (`ups`), else the format's convention.
    objects: True to look for objects in every scene, False to forget them, None to go on as before with each file.
    """

    collection: str | None = None
    up: str = ""
    ups: Mapping[str, str] = field(default_factory=dict)
    retry_failed: bool = False
    objects: bool | None = None


def as_known(scan: Scan, known: dict[str, dict[str, Any]]) -> None:
    """Give what lies further down than an earlier scan began the folder it had, and what was said of it.

    A scan that begins there does not see the folders above, nor the catalogues that lie in them.
    """
    for at, found in enumerate(scan.found):
        row = known.get(found.path)
        if row is None or row["shape"] is None or _depth(row["folder"]) <= _depth(found.folder):
            continue
        tags = tuple(row["tags"].split(", ")) if row["tags"] else ()
        said = found.description
        if said == describe(split(found.path)[1] or found.path, None):  # no catalogue spoke
            said = Description(row["name"], tags, row["creator"], row["licence"])
        scan.found[at] = replace(found, folder=row["folder"], description=said)


def _depth(folder: str) -> int:
    return len(PurePath(folder).parts)


def make_plan(
    scan: Scan,
    known: dict[str, dict[str, Any]],
    wishes: Wishes,
    limits: Limits,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Plan:
    """Compare a scan with the known files; only files whose size or time stamp changed are read, to hash them."""
    plan = Plan()
    present = {found.path for found in scan.found} | {found.path for found, _ in scan.failed}
    looked_at = {p for p, row in known.items() if _under(row["container"], scan.roots)}
    hidden = {p for p in looked_at if scan.unreadable and _under(known[p]["container"], scan.unreadable)}
    vanished = looked_at - hidden - present
    twins: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for path, row in known.items():
        if row["outcome"] == "indexed":
            twins[sameness(path, row["content"], row["up"])].append(path)
    for done, found in enumerate(scan.found, 1):
        progress(done, len(scan.found))
        task = task_of(found, known.get(found.path), wishes, scan.roots)
        _plan_file(plan, task, known, twins, vanished, wishes, limits)
    close_archive()
    for found, reason in scan.failed:
        before = known.get(found.path)
        stamp = (found.size, found.modified_ns, reason)
        if before and (before["size"], before["modified_ns"], before["reason"]) == stamp:
            plan.remembered.append((found.path, reason))
        else:
            plan.failed.append((task_of(found, before, wishes, scan.roots), reason))
    plan.gone = sorted(vanished)
    return plan


def _plan_file(
    plan: Plan,
    task: Task,
    known: dict[str, dict[str, Any]],
    twins: dict[tuple[str, str, str], list[str]],
    vanished: set[str],
    wishes: Wishes,
    limits: Limits,
) -> None:
    """Put one found file where it belongs in the plan."""
    row = known.get(task.found.path)
    if row and same_stamp(row, task.source) and not (wishes.retry_failed and row["outcome"] == "failed"):
        _keep(plan, task, row, wishes.retry_failed)
        return
    try:
        content = task.found.content or content_hash(task.found.path, limits)
    except ShapeFileError as error:
        plan.failed.append((task, str(error)))
        return
    task = replace(task, source=replace(task.source, content=content))
    same = twins.get(sameness(task.found.path, content, task.source.up))
    if row and (row["content"], row["up"]) == (content, task.source.up):
        plan.touched.append(task)
        _keep(plan, task, row, wishes.retry_failed)
    elif same:
        _reuse(plan, task, row is not None, same, vanished)
    else:
        plan.render.append((task, row is not None))


def task_of(found: Found, row: dict[str, Any] | None, wishes: Wishes, roots: list[Path]) -> Task:
    """A found file with its collection and what identifies it; `row` is what the catalog knows of it, if anything."""
    collection = wishes.collection or (row["collection"] if row else _root_name(found, roots))
    up = wishes.up or wishes.ups.get(collection, "")
    content = row["content"] if row else ""
    objects = found.objects if found.objects is not None else row["objects"] if row else UNSPLIT
    source = Source(found.path, found.container, found.size, found.modified_ns, content, up, found.box, objects)
    return Task(found, source, collection)


def sameness(path: str, content: str, up: str) -> tuple[str, str, str]:
    """What two files must share to share vectors: content, up axis, and the ending that decides how they are read."""
    return content, up, Path(scene_and_object(path)[0]).suffix.lower()


def same_stamp(row: dict[str, Any], source: Source) -> bool:
    """Whether size, time stamp and up axis are those that the catalog keeps."""
    return (row["size"], row["modified_ns"], row["up"]) == (source.size, source.modified_ns, source.up)


def _keep(plan: Plan, task: Task, row: dict[str, Any], retry_failed: bool) -> None:
    if row["outcome"] == "indexed":
        plan.unchanged.append(task)
    elif retry_failed:
        plan.render.append((task, True))
    else:
        plan.remembered.append((task.found.path, row["reason"]))


def _reuse(plan: Plan, task: Task, known: bool, twins: list[str], vanished: set[str]) -> None:
    """Take over the place of a file that vanished, share vectors with one that stays, else go the whole way."""
    name = scene_and_object(task.found.path)[1]
    left = [twin for twin in twins if twin in vanished]
    # Of a renamed scene's equal objects each keeps its own id.
    moved = next((twin for twin in left if scene_and_object(twin)[1] == name), left[0] if left else None)
    staying = next((twin for twin in twins if twin not in vanished), None)
    if moved is not None and not known:
        vanished.discard(moved)
        twins.remove(moved)
        plan.renamed.append((task, moved))
    elif staying is not None:
        plan.copies.append((task, staying))
    else:
        plan.render.append((task, known))


def _under(container: str, roots: Sequence[Path | str]) -> bool:
    return any(container == str(root) or container.startswith(f"{str(root).rstrip(os.sep)}{os.sep}") for root in roots)


def _root_name(found: Found, roots: list[Path]) -> str:
    root = next((root for root in roots if _under(found.container, [root])), roots[0])
    name = (root if root.is_dir() else root.parent).name or "library"
    return name.encode("utf-8", "backslashreplace").decode()
