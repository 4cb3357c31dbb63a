"""Where the pictures come from that a shape's depth maps are aligned with: renders, a diffusion model, people."""

from __future__ import annotations

import csv
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.bundled import bundled_json
from engine.errors import PictureError, UsageError
from engine.facts import ShapeFacts
from engine.framing import framed, on_white
from engine.prompts import clean_name
from indexer.pair_worker import Drawn

if TYPE_CHECKING:
    from engine.align.diffusion import DepthToImage


class Pictures(Protocol):
    """Where the pictures of a shape come from: `settings` decide them and go into the manifest."""

    settings: dict[str, Any]
    renders_seed: int | None

    def has(self, facts: ShapeFacts) -> bool:
        """False for a shape this source has no picture of."""

    def make(self, facts: ShapeFacts, key: str, drawn: Drawn) -> tuple[NDArray[np.uint8], list[int]]:
        """((M, S, S, 3) uint8, the view each belongs to) of a drawn shape. Raises PictureError."""


def spoken_name(facts: ShapeFacts) -> str:
    """A shape's name as plain words, for prompts and texts: `Chair_Wood-02` is `chair wood`."""
    return clean_name(facts.description.name) or facts.description.name


class Renders:
    """Lit colour renders from the library's cameras: no model, every shape, one picture a view."""

    def __init__(self, seed: int = 0) -> None:
        look = {k: v for k, v in bundled_json("align.json")["renders"].items() if k != "about"}
        self.settings: dict[str, Any] = {"source": "renders", "seed": seed, "look": look}
        self.renders_seed: int | None = seed

    def has(self, facts: ShapeFacts) -> bool:
        """Every shape can be rendered."""
        return True

    def make(self, facts: ShapeFacts, key: str, drawn: Drawn) -> tuple[NDArray[np.uint8], list[int]]:
        """The renders that were drawn beside the depth pictures."""
        assert drawn.renders is not None
        return drawn.renders, list(range(len(drawn.renders)))


class Diffusion:
    """Pictures by a diffusion model under depth control, one a view; the model is loaded for the first."""

    renders_seed: int | None = None

    def __init__(self, **options: Any) -> None:
        from engine.align.diffusion import DiffusionSettings
        from engine.align.extras import require

        require("diffusers", "generate")
        self._device = options.pop("device", None)
        self._chosen = DiffusionSettings.defaults(**options)
        self._size = int(bundled_json("align.json")["pairs"]["picture"])
        self.settings: dict[str, Any] = {"source": "diffusion", **self._chosen.recorded()}

    def has(self, facts: ShapeFacts) -> bool:
        """Every shape can be painted."""
        return True

    def make(self, facts: ShapeFacts, key: str, drawn: Drawn) -> tuple[NDArray[np.uint8], list[int]]:
        """One painted picture for each view."""
        images = self._model.pictures(drawn.depth, spoken_name(facts), key, self._size)
        return images, list(range(len(images)))

    @cached_property
    def _model(self) -> DepthToImage:
        from engine.align.diffusion import DepthToImage

        return DepthToImage(self._chosen, self._device)


class Icons:
    """Pictures that people made: a CSV of `path` and `icon` beside the shapes, else NAME.png beside NAME.obj."""

    renders_seed: int | None = None

    def __init__(self, table: Path | None = None) -> None:
        """Read the table, its paths counted from its own folder. Raises UsageError when it is none."""
        self._icons = None if table is None else _read_icons(table)
        self._size = int(bundled_json("align.json")["pairs"]["picture"])
        self.settings: dict[str, Any] = {"source": "icons", "table": None if table is None else str(table.resolve())}

    def has(self, facts: ShapeFacts) -> bool:
        """True where there is a picture of the shape."""
        return self._icon(facts) is not None

    def make(self, facts: ShapeFacts, key: str, drawn: Drawn) -> tuple[NDArray[np.uint8], list[int]]:
        """The picture on a white square; it belongs to no view, -1."""
        icon = self._icon(facts)
        try:
            with Image.open(str(icon)) as picture:
                side = (self._size, self._size)
                square = ImageOps.pad(framed(on_white(picture)), side, Image.Resampling.BICUBIC, color=(255, 255, 255))
        except (OSError, ValueError, Image.DecompressionBombError) as error:
            raise PictureError(f"Its picture {icon} cannot be read ({error}).") from error
        return np.asarray(square)[None], [-1]

    def _icon(self, facts: ShapeFacts) -> Path | None:
        if self._icons is not None:
            return self._icons.get(os.path.realpath(facts.path))
        near = (Path(facts.path).with_suffix(ending) for ending in (".png", ".jpg", ".jpeg", ".webp"))
        return next((file for file in near if file.is_file()), None)


def _read_icons(table: Path) -> dict[str, Path]:
    try:
        with table.open(newline="", encoding="utf-8-sig") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"The table {table} cannot be read ({error}).", "Give a CSV file.") from error
    if not rows or not {"path", "icon"} <= set(rows[0]):
        raise UsageError(f"The table {table} has no columns `path` and `icon`.", "Give it these two columns.")
    folder = table.parent
    return {os.path.realpath(folder / row["path"]): folder / row["icon"] for row in rows if row["icon"]}
