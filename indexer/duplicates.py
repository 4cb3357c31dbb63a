"""Shapes that are copies of one another, with the evidence: reported, never deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.facts import ShapeFacts
from engine.library import Library
from engine.lookup import all_vectors, check_collection, facts_of
from engine.paths import scene_and_object
from engine.signature import ODD, turned_moments, upright_moments

KINDS = ("bytes", "geometry", "turned", "near")
"""From the surest: the same bytes; the same geometry up to place, units, mirroring and triangulation; the same also up
to rotation; nearly the same (decimated, or a small edit)."""

# Euclidean distances of signatures, measured by tests/bench/duplicates.py: exact changes stay far under the first;
# beyond the second, different shapes of a few thousand begin to be linked. See docs/benchmarks.md.
SAME, NEAR = 2e-3, 0.1
NEAR_FORM = 0.9  # cosine of form vectors that a near pair must reach as well


@dataclass(frozen=True)
class Pair:
    """Two shapes and what says they are copies: signature distance, size of the second to the first, mirroring."""

    first: int
    second: int
    kind: str
    distance: float
    scale: float
    mirrored: bool


@dataclass(frozen=True)
class Group:
    """Shapes linked by pairs, one fewer than shapes; its kind is that of its weakest link."""

    kind: str
    shapes: tuple[ShapeFacts, ...]
    pairs: tuple[Pair, ...]

    def to_dict(self) -> dict[str, Any]:
        """The group as `duplicates --json` prints it."""
        shapes = [
            {
                "id": s.id,
                "path": s.path,
                "name": s.description.name,
                "faces": s.measures.faces,
                "collection": s.collection,
            }
            for s in self.shapes
        ]
        pairs = [{**p.__dict__, "distance": round(p.distance, 6), "scale": round(p.scale, 6)} for p in self.pairs]
        return {"kind": self.kind, "shapes": shapes, "evidence": pairs}


def find_duplicates(library: Library, kinds: Iterable[str] = KINDS, collection: str | None = None) -> list[Group]:
    """Groups of copies among a library's shapes, the surest kinds and largest groups first. Nothing is changed.

    Raises QueryError for a collection that there is not.
    """
    if collection is not None:
        check_collection(library.catalog, collection)
    wanted = [kind for kind in KINDS if kind in set(kinds)]
    ids, signatures = all_vectors(library.catalog, "signature")
    facts = facts_of(library.catalog, ids.tolist())
    placed: set[tuple[str, str]] = set()
    kept = np.array(
        [collection in (None, facts[key].collection) and _first_placed(facts[key], placed) for key in ids.tolist()],
        bool,
    )
    ids, signatures = ids[kept], signatures[kept].astype(np.float32)
    if not len(ids):
        return []
    linked = _Forest(len(ids))
    scene_at = {facts[key].path: at for at, key in enumerate(ids.tolist()) if facts[key].box is None}
    pairs = []
    for kind in wanted:
        one_each = np.flatnonzero(linked.roots() == np.arange(len(ids)))  # what is already linked is compared once
        for a, b in _candidates(kind, library, ids[one_each], signatures[one_each], facts):
            first, second = int(one_each[a]), int(one_each[b])
            scenes = {scene_and_object(facts[int(ids[at])].path)[0] for at in (first, second)}
            if len(scenes) == 1 or len({linked.root(scene_at[one]) if one in scene_at else one for one in scenes}) == 1:
                continue  # of one scene, or of scenes that are copies as a whole
            if linked.join(first, second):
                pairs.append(_pair(kind, (int(ids[first]), int(ids[second])), signatures[first], signatures[second]))
    return _groups(pairs, facts)


def _first_placed(one: ShapeFacts, placed: set[tuple[str, str]]) -> bool:
    """False for what was seen before in the same scene: six equal chairs around a table are no copies to clear away."""
    key = (scene_and_object(one.path)[0], one.content)
    seen = one.box is not None and key in placed
    placed.add(key)
    return not seen


class _Forest:
    """Union-find over indices; the smallest index of a set is its root."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, a: int, b: int) -> bool:
        """Join two sets; False when they were one."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low
        return low != high

    def roots(self) -> NDArray[np.int64]:
        return np.array([self.root(index) for index in range(len(self._parent))], np.int64)


def _candidates(
    kind: str, library: Library, ids: NDArray[np.int64], signatures: NDArray[np.float32], facts: dict[int, ShapeFacts]
) -> list[tuple[int, int]]:
    """Index pairs (a < b) that a kind of evidence links."""
    if kind == "bytes":
        same: dict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(ids.tolist()):
            if facts[key].box is None:  # an object's content is a hash of geometry, not of a file
                same[facts[key].content].append(index)
        return [(group[0], other) for group in same.values() for other in group[1:]]
    if kind == "geometry":
        return _closer_than(upright_moments(signatures), SAME)
    if kind == "turned":
        return _closer_than(turned_moments(signatures), SAME)
    keys, rows = _forms(library)
    form = dict(zip(keys.tolist(), rows, strict=True))
    near = _closer_than(upright_moments(signatures), NEAR)
    return [(a, b) for a, b in near if float(form[int(ids[a])] @ form[int(ids[b])]) >= NEAR_FORM]


def _forms(library: Library) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    ids, rows = all_vectors(library.catalog, "form" if library.card.form_dim else "pooled")
    return ids, rows.astype(np.float32)


def _closer_than(points: NDArray[np.float32], radius: float) -> list[tuple[int, int]]:
    """Index pairs (a < b) of points (n, d) closer than `radius`."""
    from scipy.spatial import cKDTree

    return sorted(map(tuple, cKDTree(points).query_pairs(radius, output_type="ndarray").tolist()))


def _pair(kind: str, key: tuple[int, int], a: NDArray[np.float32], b: NDArray[np.float32]) -> Pair:
    form = turned_moments if kind == "turned" else upright_moments
    distance = float(np.linalg.norm(form(a[None]) - form(b[None])))
    return Pair(*key, kind, distance, float(b[0] / a[0]) if a[0] else 1.0, kind != "turned" and _mirrored(a[1:], b[1:]))


def _mirrored(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    """True when mirroring an axis (or three) brings the moments nearer to each other than leaving them."""
    plain = np.abs(a - b).max()
    flips = [ODD[:, 0], ODD[:, 1], ODD[:, 2], ODD.sum(axis=1) % 2 == 1]
    best = min(np.abs(np.where(flip, -a, a) - b).max() for flip in flips)
    return bool(plain > 1e-4 and best < 0.5 * plain)


def _groups(pairs: list[Pair], facts: dict[int, ShapeFacts]) -> list[Group]:
    """Shapes that pairs connect, together."""
    order = {key: index for index, key in enumerate(sorted({key for p in pairs for key in (p.first, p.second)}))}
    linked = _Forest(len(order))
    for pair in pairs:
        linked.join(order[pair.first], order[pair.second])
    joined: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        joined[linked.root(order[pair.first])].append(pair)
    groups = []
    for links in joined.values():
        members = sorted({key for pair in links for key in (pair.first, pair.second)})
        weakest = max(links, key=lambda pair: KINDS.index(pair.kind)).kind
        groups.append(Group(weakest, tuple(facts[key] for key in members), tuple(links)))
    return sorted(groups, key=lambda group: (KINDS.index(group.kind), -len(group.shapes), group.shapes[0].id))
