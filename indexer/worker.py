"""What a rendering process does with one file; runs inside engine.sandbox."""

from __future__ import annotations

from dataclasses import dataclass

from engine.formats import load_shape
from engine.rendering import Rendered, render_shape
from engine.rendering import warm_up as warm_up  # the sandbox calls it by this module's name
from engine.settings import Limits
from engine.views import RenderRecipe
from indexer.archives import opened
from indexer.previews import draw_preview


@dataclass(frozen=True)
class Prepared:
    """A file ready to be encoded: measures and depth pictures, and its thumbnail as PNG."""

    rendered: Rendered
    preview: bytes


def prepare(path: str, recipe: RenderRecipe, up: str | None, limits: Limits) -> Prepared:
    """Read one catalog path, render its views and its thumbnail. Raises ShapeFileError."""
    with opened(path, limits) as file:
        shape = load_shape(file, up, limits)
        return Prepared(render_shape(shape, recipe, file), draw_preview(shape))


def preview(path: str, up: str | None, limits: Limits) -> bytes:
    """Only the thumbnail of one catalog path. Raises ShapeFileError."""
    with opened(path, limits) as file:
        return draw_preview(load_shape(file, up, limits))
