"""One file to depth pictures, as a job for the sandbox: the way a shape enters, as gallery or as query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.encoder import Encoder
from engine.facts import Measures, Vectors
from engine.formats import format_of, load_shape
from engine.geometry import Shape, checked_shape
from engine.outlines import outlines
from engine.settings import Limits
from engine.signature import signature
from engine.views import RenderRecipe, camera_rig, render


@dataclass(frozen=True)
class Rendered:
    """A shape's measures, its depth pictures (N, H, W) uint8, and its signature (LENGTH,) float32.

    The first `views` pictures show it upright, the others turned: see CameraRig. outlines: of the upright ones,
    (views, outlines.BYTES) uint8.
    """

    measures: Measures
    pictures: NDArray[np.uint8]
    signature: NDArray[np.float32]
    views: int
    outlines: NDArray[np.uint8]

    @property
    def upright(self) -> NDArray[np.uint8]:
        """(views, H, W) the pictures that are compared with texts and pictures."""
        return self.pictures[: self.views]


def render_file(path: Path, recipe: RenderRecipe, up: str | None = None, limits: Limits | None = None) -> Rendered:
    """Load and render one shape file. Raises ShapeFileError. Runs in a sandbox when the file is not our own."""
    return render_shape(load_shape(path, up, limits), recipe, path)


def render_shape(shape: Shape, recipe: RenderRecipe, path: Path | None = None) -> Rendered:
    """Measures and depth pictures of a loaded shape; `path` only names its format."""
    kind = format_of(path) if path is not None else None
    measures = Measures(
        format=kind.extension if kind else "",
        kind="cloud" if shape.is_cloud else "mesh",
        vertices=len(shape.vertices),
        faces=len(shape.faces),
        extents=shape.extents,
        up=shape.up,
    )
    views = len(camera_rig(recipe.rig).views)
    seen = render(shape, recipe)
    return Rendered(measures, seen.pictures(), signature(shape), views, outlines(seen.silhouettes[:views]))


def embed(encoder: Encoder, shapes: Sequence[Rendered]) -> list[Vectors]:
    """Rendered shapes to their vectors, through the encoder in one call.

    An encoder without forms is not shown the turned views: nothing of it would be made of them.
    """
    shown = [one.pictures if encoder.card.form_dim else one.upright for one in shapes]
    features = encoder.encode_depth(np.concatenate(shown))
    vectors, at, half = [], 0, np.float16
    for one, pictures in zip(shapes, shown, strict=True):
        own = features.of_shape(one.views, slice(at, at + len(pictures)))
        pooled, form = own.pooled().astype(half), own.greatest().astype(half)
        vectors.append(Vectors(own.aligned.astype(half), pooled, form, one.signature, one.outlines))
        at += len(pictures)
    return vectors


def warm_up(projection: str = "closing") -> None:
    """Compile or load the kernels once, before the first job."""
    tetrahedron = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], float)
    faces = np.array([[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]])
    recipe = RenderRecipe(resolution=16, projection=projection)
    render(checked_shape(tetrahedron, faces), recipe)
    render(checked_shape(tetrahedron), recipe)
