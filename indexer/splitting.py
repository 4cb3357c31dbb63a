"""Scenes among the files found: each of their objects becomes a unit of its own, beside the scene as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import ShapeSeekError
from engine.facts import UNLISTED, UNSPLIT, Description
from engine.geometry import Box
from engine.paths import SEPARATOR, scene_and_object
from engine.sandbox import Sandbox
from engine.scenes.objects import SceneObject, may_be_scene
from engine.settings import Limits
from indexer.plan import Wishes, same_stamp, task_of
from indexer.scan import Found, Scan

Known = dict[str, dict[str, Any]]
Progress = Callable[[int, int], None]


def split_scenes(
    scan: Scan, known: Known, wishes: Wishes, limits: Limits, jobs: int, progress: Progress = lambda done, total: None
) -> list[str]:
    """Put the objects of scenes into `scan.found`, each after its scene; returns notes on scenes that have none.

    With `wishes.objects` every file is looked through that can hold objects; without, those that were before. One
    that did not change is not parsed again: what the catalog knows of its objects is taken. `wishes.objects` False
    forgets all objects.
    """
    if wishes.objects is False:
        scan.found = [replace(one, objects=UNSPLIT) for one in scan.found]
        return []
    before = _objects_by_scene(known)
    looked, notes = _look(_to_look_at(scan, known, before, wishes), wishes, known, scan, limits, jobs, progress)
    units: list[Found] = []
    for one in scan.found:
        listed, row = looked.get(one.path), known.get(one.path)
        if listed is not None:
            units.append(replace(one, objects=len(listed)))
            units += [_unit(one, thing.name, thing.box, thing.content) for thing in listed]
            continue
        failed = one.path in looked
        units.append(replace(one, objects=UNLISTED) if failed else one)
        if row is not None and same_stamp(row, task_of(one, row, wishes, scan.roots).source):
            for name, kept in before.get(one.path, {}).items():
                units.append(_unit(one, name, Box.from_json(kept["box"] or ""), kept["content"]))
    scan.found = units
    return notes


def _objects_by_scene(known: Known) -> dict[str, dict[str, dict[str, Any]]]:
    """Scene path -> name -> row, of every object the catalog knows."""
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for path, row in known.items():
        scene, name = scene_and_object(path)
        if name is not None:
            found[scene][name] = row
    return found


def _to_look_at(
    scan: Scan, known: Known, before: dict[str, dict[str, dict[str, Any]]], wishes: Wishes
) -> Iterator[Found]:
    """The files to parse for their objects."""
    # A scene that was renamed or copied is known by its size, to be looked at under its new name.
    sizes = {(row["size"], Path(path).suffix) for path, row in known.items() if row["objects"] > 0}
    for one in scan.found:
        if not may_be_scene(one.path):
            continue
        row = known.get(one.path)
        if row is None:
            if wishes.objects or (one.size, Path(one.path).suffix) in sizes:
                yield one
        elif not (wishes.objects or row["objects"] != UNSPLIT):
            continue
        elif not same_stamp(row, task_of(one, row, wishes, scan.roots).source):
            yield one
        elif row["outcome"] == "failed" or row["objects"] == UNLISTED:
            if wishes.retry_failed:
                yield one
        elif row["objects"] == UNSPLIT or (
            wishes.retry_failed and any(kept["outcome"] == "failed" for kept in before.get(one.path, {}).values())
        ):
            yield one


def _look(
    files: Iterator[Found],
    wishes: Wishes,
    known: Known,
    scan: Scan,
    limits: Limits,
    jobs: int,
    progress: Progress,
) -> tuple[dict[str, list[SceneObject] | None], list[str]]:
    """The objects of each file, None where they could not be listed, and why not in notes."""
    wanted = list(files)
    looked: dict[str, list[SceneObject] | None] = {}
    notes: list[str] = []
    if not wanted:
        return looked, notes
    with Sandbox("indexer.loading:list_objects", min(jobs, len(wanted)), limits) as sandbox:
        for one in wanted:
            up = task_of(one, known.get(one.path), wishes, scan.roots).source.up
            sandbox.submit(one.path, one.path, up or None, limits)
        for done, outcome in enumerate(sandbox.outcomes(), 1):
            looked[outcome.key] = None if outcome.error is not None else outcome.result
            if outcome.error is not None:
                notes.append(_note(outcome.key, outcome.error))
            progress(done, len(wanted))
    return looked, notes


def _note(path: str, error: ShapeSeekError) -> str:
    return f"{path}: not split into objects: {error}"


def _unit(scene: Found, name: str, box: Box | None, content: str) -> Found:
    """An object as a unit: in a folder named after its scene, by the same people under the same licence."""
    folder = "/".join(part for part in (scene.folder, Path(scene.path).stem) if part)
    said = scene.description
    description = Description(name, (), said.creator, said.licence)
    path = f"{scene.path}{SEPARATOR}{name}"
    return Found(path, scene.container, scene.size, scene.modified_ns, folder, description, box, content, UNSPLIT)
