"""What a rendering process does with one file; runs inside engine.sandbox."""

from __future__ import annotations

from dataclasses import dataclass

from engine.rendering import Rendered, render_shape
from engine.rendering import warm_up as warm_up  # the sandbox calls it by this module's name
from engine.settings import Limits
from engine.views import RenderRecipe
from indexer.loading import file_of, load_path, sparing
from indexer.previews import draw_preview


@dataclass(frozen=True)
class Prepared:
    """A file ready to be encoded: measures and depth pictures, and its thumbnail as PNG."""

    rendered: Rendered
    preview: bytes


@sparing()
def prepare(path: str, recipe: RenderRecipe, up: str | None, limits: Limits) -> Prepared:
    """Read one catalog path, render its views and its thumbnail. Raises ShapeFileError."""
    shape = load_path(path, up, limits)
    return Prepared(render_shape(shape, recipe, file_of(path)), draw_preview(shape))


@sparing()
def preview(path: str, up: str | None, limits: Limits) -> bytes:
    """Only the thumbnail of one catalog path. Raises ShapeFileError."""
    return draw_preview(load_path(path, up, limits))
