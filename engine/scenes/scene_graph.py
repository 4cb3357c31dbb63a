"""Which nodes of a scene graph are objects of their own: the parts of one thing stay together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import LimitExceeded
from engine.formats import is_helper
from engine.settings import Limits

# Names that tell a person nothing; a better one is looked for further down.
_MEANINGLESS = re.compile(
    r"(node|object|obj|mesh|group|geom|geometry|component|instance|scene|root\w*|empty|null|default|shape|polySurface"
    r"|primitive|material|world|part|layer|model|untitled)?[\W_\d]*",
    re.I,
)
# trimesh gives each further material of one glTF mesh a frame of its own, under a name drawn at random.
_RANDOM_NAME = r"_[0-9a-f]{6}"

# Shares of the whole, told apart by eye on rooms, streets and furniture; see `stand_apart`.
_FLOOR_COVERS, _FLOOR_THIN, _WALL_THIN, _WALL_REACHES, _SHELL_COVERS = 0.6, 0.1, 0.06, 0.5, 0.9
_NEAR_END, _TOUCHING, _SAME_SIZE, _SLAB = 0.1, 0.005, 0.1, 0.15


@dataclass(frozen=True)
class Part:
    """One geometry where it stands: its name, the trimesh object, and its 4x4 matrix in the world."""

    name: str
    geometry: Any
    matrix: NDArray[np.float64]


@dataclass
class Branch:
    """A node of the graph with all that hangs below it. low, high: (3,) corners of its box in the world."""

    names: list[str]
    matrix: NDArray[np.float64]
    own: list[Part] = field(default_factory=list)
    children: list[Branch] = field(default_factory=list)
    low: NDArray[np.float64] = field(default_factory=lambda: np.full(3, np.inf))
    high: NDArray[np.float64] = field(default_factory=lambda: np.full(3, -np.inf))

    @property
    def name(self) -> str:
        """The first of its names, from the top, that says something."""
        return next((name for name in self.names if not _MEANINGLESS.fullmatch(name)), self.names[0])

    def parts(self) -> Iterator[Part]:
        """Its own geometry and all below."""
        yield from self.own
        for child in self.children:
            yield from child.parts()


def object_branches(scene: Any, up: str, limits: Limits, groups: dict[str, list[str]] | None = None) -> list[Branch]:
    """The branches of a trimesh.Scene that are objects; one or none where the file is a single thing.

    Nodes with a single child are looked through. A node is split into its children where these stand apart (see
    `stand_apart`), and so on downwards; else it is one object. groups: frames that belong together, for a file
    without a hierarchy. Raises LimitExceeded above the limits of objects and of faces.
    """
    own = _shown(scene, limits)
    whole = _branch(scene, scene.graph.base_frame, own) if groups is None else _flat(groups, own)
    return [] if whole is None else list(_split(whole, up, limits))


def grouped_by_name(scene: Any, names: list[str]) -> dict[str, list[str]]:
    """Geometry names of an OBJ by the object (or group) they belong to: trimesh appends materials to its name."""
    groups: dict[str, list[str]] = {}
    known = sorted(set(names), key=len, reverse=True)
    for geometry in scene.geometry:
        owner = next((name for name in known if geometry == name or geometry.startswith(f"{name}_")), geometry)
        groups.setdefault(owner, []).append(geometry)
    return groups


def stand_apart(lows: NDArray[np.float64], highs: NDArray[np.float64], up: str) -> bool:
    """True when boxes (n, 3), (n, 3) look like several things in one place rather than the parts of one thing.

    They do when at least two do not touch, leaving aside what carries or encloses all others: a floor, and, if what is
    left differs in size (so that a shelf's boards and a car's wheels do not count), walls and a shell around.
    """
    if len(lows) < 2:
        return False
    floor, around = _backdrop(lows, highs, 1 if up == "y" else 2)
    tolerance = _TOUCHING * float(np.linalg.norm(highs.max(axis=0) - lows.min(axis=0)))
    if _clusters(lows[~floor], highs[~floor], tolerance) >= 2 and not (around & ~floor).any():
        return True
    rest = ~(floor | around)
    return _clusters(lows[rest], highs[rest], tolerance) >= 2 and _differ(highs[rest] - lows[rest])


def _backdrop(lows: NDArray, highs: NDArray, height: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(n,) masks of what is a floor, and of what stands around the rest: walls, shells."""
    low, high = lows.min(axis=0), highs.max(axis=0)
    whole, extents = np.maximum(high - low, 1e-12), highs - lows
    ground = [axis for axis in range(3) if axis != height]
    covers = extents / whole
    floor = (covers[:, ground] >= _FLOOR_COVERS).all(axis=1)
    floor &= extents[:, height] <= _FLOOR_THIN * extents[:, ground].min(axis=1)
    floor &= lows[:, height] - low[height] <= _NEAR_END * whole[height]
    shell = (covers >= _SHELL_COVERS).all(axis=1)
    if shell.sum() == 1:
        margin = 0.01 * whole
        held = (lows >= lows[shell] - margin).all(axis=1) & (highs <= highs[shell] + margin).all(axis=1)
        shell &= held.all()
    else:
        shell[:] = False
    wall = np.zeros(len(lows), bool)
    for thin, along in (ground, ground[::-1]):
        at_end = (lows[:, thin] - low[thin] <= _NEAR_END * whole[thin]) | (
            high[thin] - highs[:, thin] <= _NEAR_END * whole[thin]
        )
        long = (covers[:, along] >= _WALL_REACHES) & (covers[:, height] >= _WALL_REACHES)
        slab = extents[:, thin] <= _SLAB * np.minimum(extents[:, along], extents[:, height])
        wall |= at_end & long & slab & (covers[:, thin] <= _WALL_THIN)
    return floor, wall | shell


def _clusters(lows: NDArray, highs: NDArray, tolerance: float) -> int:
    """Groups of boxes that touch, within a tolerance."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    if len(lows) < 2:
        return len(lows)
    rows, columns = [], []
    for i in range(len(lows)):
        near = ((lows <= highs[i] + tolerance) & (highs >= lows[i] - tolerance)).all(axis=1).nonzero()[0]
        rows.append(np.full(len(near), i))
        columns.append(near)
    pairs = (np.concatenate(rows), np.concatenate(columns))
    links = csr_array((np.ones(len(pairs[0]), bool), pairs), shape=(len(lows), len(lows)))
    return int(connected_components(links, directed=False)[0])


def _differ(extents: NDArray[np.float64]) -> bool:
    """Whether some of the boxes differ in size from the first, sides compared in order of length."""
    sides = np.log(np.maximum(np.sort(extents, axis=1), 1e-9 * max(float(extents.max(initial=0.0)), 1e-30)))
    return bool((np.abs(sides - sides[:1]) >= np.log1p(_SAME_SIZE)).any())


def _split(node: Branch, up: str, limits: Limits) -> Iterator[Branch]:
    kids = list(node.children)
    if node.own and kids:
        kids.insert(0, _leaf(node))
    if len(kids) > limits.objects:
        raise LimitExceeded(
            f"it holds {len(kids):,} parts, more than the {limits.objects:,} objects allowed.",
            "Raise SHAPESEEK_MAX_OBJECTS.",
        )
    if len(kids) < 2 or not stand_apart(np.array([k.low for k in kids]), np.array([k.high for k in kids]), up):
        yield node
        return
    for kid in kids:
        yield from _split(kid, up, limits)


def _leaf(node: Branch) -> Branch:
    low, high = _bounds(node.own)
    return Branch(node.names, node.matrix, node.own, [], low, high)


def _shown(scene: Any, limits: Limits) -> dict[str, list[Part]]:
    """By frame, the geometry that a viewer would show; what has no finite point is left out."""
    faces = 0
    own: dict[str, list[Part]] = {}
    for frame in scene.graph.nodes_geometry:
        matrix, name = scene.graph[frame]
        geometry = scene.geometry.get(name)
        if geometry is None or not _is_solid(geometry) or is_helper(f"{frame} {name}"):
            continue
        faces += len(getattr(geometry, "faces", ()))
        if faces > limits.faces:
            raise LimitExceeded(
                f"it unfolds to more than {limits.faces:,} faces, which are allowed.", "Raise SHAPESEEK_MAX_FACES."
            )
        part = Part(name, geometry, np.asarray(matrix, np.float64))
        if np.isfinite(_bounds([part])[0]).all():
            own[frame] = [part]
    return own


def _flat(groups: dict[str, list[str]], own: dict[str, list[Part]]) -> Branch | None:
    """One branch with a leaf for each group of frames."""
    leaves = []
    for name, frames in sorted(groups.items()):
        parts = [part for frame in frames for part in own.get(frame, ())]
        if parts:
            leaves.append(Branch([name], np.eye(4), parts, [], *_bounds(parts)))
    if not leaves:
        return None
    low, high = np.min([leaf.low for leaf in leaves], axis=0), np.max([leaf.high for leaf in leaves], axis=0)
    return Branch(["world"], np.eye(4), [], leaves, low, high)


def _is_material_of(frame: str, below: str, geometry: Any) -> bool:
    """Whether a frame is but a further material of the mesh of the frame above it."""
    made = re.fullmatch(re.escape(frame) + _RANDOM_NAME, below)
    return bool(made and getattr(geometry, "metadata", {}).get("from_gltf_primitive"))


def _is_solid(geometry: Any) -> bool:
    import trimesh

    return len(getattr(geometry, "faces", ())) > 0 or (
        isinstance(geometry, trimesh.PointCloud) and len(geometry.vertices) > 0
    )


def _branch(scene: Any, frame: str, own: dict[str, list[Part]]) -> Branch | None:
    """One frame with what lies below; a frame with nothing of its own and one child gives its name to the child."""
    parts, children = list(own.get(frame, ())), []
    for below in sorted(scene.graph.transforms.children.get(frame, ())):
        if below in own and _is_material_of(frame, below, own[below][0].geometry):
            parts += own[below]
            continue
        child = _branch(scene, below, own)
        if child is not None:
            children.append(child)
    if not parts and not children:
        return None
    if not parts and len(children) == 1:
        if frame != scene.graph.base_frame:
            children[0].names.insert(0, frame)
        return children[0]
    low, high = _bounds(parts)
    for child in children:
        low, high = np.minimum(low, child.low), np.maximum(high, child.high)
    names = [frame, *dict.fromkeys(part.name for part in parts)]
    return Branch(names, np.asarray(scene.graph[frame][0], np.float64), parts, children, low, high)


def _bounds(parts: list[Part]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    low, high = np.full(3, np.inf), np.full(3, -np.inf)
    for part in parts:
        points = np.asarray(part.geometry.vertices, np.float64)
        if hasattr(part.geometry, "faces"):
            points = points[np.unique(part.geometry.faces)]
        placed = points @ part.matrix[:3, :3].T + part.matrix[:3, 3]
        placed = placed[np.isfinite(placed).all(axis=1)]
        if len(placed):
            low, high = np.minimum(low, placed.min(axis=0)), np.maximum(high, placed.max(axis=0))
    return low, high
