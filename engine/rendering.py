"""One file to depth pictures, as a job for the sandbox: the way a shape enters, as gallery or as query."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.encoder import DepthFeatures
from engine.formats import format_of, load_shape
from engine.geometry import Shape, checked_shape
from engine.prompts import unit
from engine.records import Measures, Vectors
from engine.settings import Limits
from engine.signature import signature
from engine.views import RenderRecipe, render


@dataclass(frozen=True)
class Rendered:
    """A shape's measures, its depth pictures (N, H, W) uint8, and its signature (LENGTH,) float32."""

    measures: Measures
    pictures: NDArray[np.uint8]
    signature: NDArray[np.float32]


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
    return Rendered(measures, render(shape, recipe).pictures(), signature(shape))


def pool(features: DepthFeatures, rendered: Rendered) -> Vectors:
    """View embeddings of a rendered shape to its vectors.

    pooled: the normalised mean of the unit view embeddings, for text and photos. form: the elementwise maximum over
    views of the trunk's features, for shape against shape, where it beats the mean (docs/benchmarks.md).
    """
    half = np.float16
    pooled = unit(features.aligned.mean(axis=0))
    form = unit(features.form.max(axis=0))
    return Vectors(features.aligned.astype(half), pooled.astype(half), form.astype(half), rendered.signature)


def warm_up(projection: str = "closing") -> None:
    """Compile or load the kernels once, before the first job."""
    tetrahedron = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], float)
    faces = np.array([[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]])
    recipe = RenderRecipe(resolution=16, projection=projection)
    render(checked_shape(tetrahedron, faces), recipe)
    render(checked_shape(tetrahedron), recipe)
