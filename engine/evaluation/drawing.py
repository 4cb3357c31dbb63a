"""One shape of a dataset to depth pictures, as a job for the sandbox: the product's way, or as a published protocol."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled
from engine.errors import UsageError
from engine.evaluation.datasets import hdf5, openshape
from engine.evaluation.datasets.dataset import Source
from engine.formats import FORMATS, load_shape
from engine.geometry import Shape, checked_shape
from engine.rasteriser import draw_points
from engine.rendering import warm_up as warm_product
from engine.settings import Limits
from engine.views import PROJECTIONS, DepthViews, RenderRecipe, camera_rig, cameras, render

BARE = "points"
"""The projection that fills no gaps: one pixel a point, what the contour-aware one is compared with."""


@dataclass(frozen=True)
class Look:
    """How shapes are drawn for an evaluation.

    points: as many are sampled on a mesh, or taken of a larger cloud; 0 leaves meshes meshes and clouds whole.
    """

    rig: str = "orbit-10"
    projection: str = "closing"
    points: int = 0
    resolution: int = 224

    def checked(self) -> Look:
        """Itself. Raises UsageError for a rig or projection that there is not."""
        camera_rig(self.rig)
        if self.projection not in (*PROJECTIONS, BARE):
            raise UsageError(
                f"There is no projection {self.projection!r}.", f"Known: {', '.join((*PROJECTIONS, BARE))}."
            )
        return self

    def identity(self) -> str:
        """Text that is equal where pictures are: the look, the rig's cameras, and the code and data that draw."""
        cameras_of = asdict(camera_rig(self.rig))
        return json.dumps([asdict(self), cameras_of, RenderRecipe().version, _code()], sort_keys=True)


def warm_up() -> None:
    """Compile or load the kernels of all projections, so that the first shape's time is its own."""
    for projection in PROJECTIONS:
        warm_product(projection)


def draw(source: Source, look: Look, limits: Limits) -> NDArray[np.uint8]:
    """(N, H, W) uint8 depth pictures of one shape. Raises ShapeFileError."""
    shape = _load(source, limits)
    if look.points:
        shape = as_cloud(shape, look.points)
    if look.projection == BARE and shape.is_cloud:
        return _bare(shape, look).pictures()
    projection = PROJECTIONS[0] if look.projection == BARE else look.projection
    return render(shape, RenderRecipe(look.rig, look.resolution, projection)).pictures()


def as_cloud(shape: Shape, points: int) -> Shape:
    """`points` points spread over a mesh's surface, or taken of a larger cloud; always the same ones."""
    if shape.is_cloud:
        if len(shape.vertices) <= points:
            return shape
        some = np.random.default_rng(0).choice(len(shape.vertices), points, replace=False)
        return replace(shape, vertices=np.ascontiguousarray(shape.vertices[some]), colours=None)
    import trimesh

    mesh = trimesh.Trimesh(shape.vertices, shape.faces, process=False)
    surface, _ = trimesh.sample.sample_surface(mesh, points, seed=0)
    return checked_shape(np.asarray(surface), up=shape.up)


def _load(source: Source, limits: Limits) -> Shape:
    if source.row is not None:
        return checked_shape(hdf5.cloud(source.path, source.row), up=source.up or "y", max_faces=limits.faces)
    if source.packed:
        return checked_shape(openshape.cloud(source.path), up=source.up or "z", max_faces=limits.faces)
    if source.path.suffix.lower() == ".txt":  # ModelNet40's text release: x, y, z and a normal
        vertices, _, _ = FORMATS["xyz"].load(source.path, limits)
        return checked_shape(vertices, up=source.up or "y", max_faces=limits.faces)
    return load_shape(source.path, source.up or None, limits)


def _bare(shape: Shape, look: Look) -> DepthViews:
    size = (look.resolution, look.resolution)
    depths, owners = [], []
    for points in cameras(shape, camera_rig(look.rig), look.resolution):
        depth, owner = np.full(size, np.inf, np.float32), np.full(size, -1, np.int32)
        draw_points(points, depth, owner)
        depths.append(depth)
        owners.append(owner)
    return DepthViews(np.stack(depths), np.stack(owners))


@cache
def _code() -> str:
    """Hash of what decides a picture: after a change of it kept vectors are of other pictures."""
    here = Path(__file__).parents[1]
    files = [here / f"{name}.py" for name in ("views", "closing", "contour", "rasteriser", "geometry", "formats")]
    digest = hashlib.sha256()
    for file in (*files, Path(__file__), bundled("projection.json")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
