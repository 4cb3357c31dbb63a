"""Four shapes to index, and what a run made of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import trimesh

from engine.library import Library
from indexer.pipeline import IndexReport

SHAPES: dict[str, Callable[[], trimesh.Trimesh]] = {
    "box.stl": lambda: trimesh.creation.box((1, 2, 3)),
    "ball.obj": lambda: trimesh.creation.icosphere(subdivisions=2),
    "ring.ply": lambda: trimesh.creation.torus(1.0, 0.2),
    "rod.glb": lambda: trimesh.creation.cylinder(0.1, 2),
}


def outcome(report: IndexReport) -> dict[str, int]:
    """The counts that are not zero."""
    counts = ("new", "unchanged", "renamed", "updated", "failed", "gone")
    return {key: value for key, value in report.to_dict().items() if key in counts and value}


def ids(library: Library) -> dict[str, int]:
    return {Path(hit.path).name: hit.id for hit in library.search(text="zzz", k=1000)} if library.collections() else {}
