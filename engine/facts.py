"""What travels of a shape: what people say of it, what its geometry says, its vectors, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.geometry import Box
from engine.outlines import BYTES
from engine.paths import scene_name

UNSPLIT, UNLISTED = -1, -2
"""Instead of a number of objects: it was never looked for any; looking for them failed."""


@dataclass(frozen=True)
class Description:
    """What people say of a shape: shown, filtered by, and searched as words."""

    name: str
    tags: tuple[str, ...] = ()
    creator: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Measures:
    """What a file's geometry says of itself; extents in file units along the upright axes."""

    format: str
    kind: str
    vertices: int
    faces: int
    extents: tuple[float, float, float]
    up: str


@dataclass(frozen=True)
class Vectors:
    """views (N, dim), pooled (dim,), form (form_dim,), all float16; signature (LENGTH,) float32 or empty.

    outlines: (N, outlines.BYTES) uint8 of the views, or none.
    """

    views: NDArray[np.float16]
    pooled: NDArray[np.float16]
    form: NDArray[np.float16]
    signature: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    outlines: NDArray[np.uint8] = field(default_factory=lambda: np.zeros((0, BYTES), np.uint8))


@dataclass(frozen=True)
class Source:
    """A file's identity in the catalog (see catalog.File); box: of an object of a scene, where it stands."""

    path: str
    container: str
    size: int
    modified_ns: int
    content: str
    up: str = ""
    box: Box | None = None
    objects: int = UNSPLIT


@dataclass(frozen=True)
class GivenLabel:
    """A label that the program gave a shape: how probable it is, and by what kind of labeller."""

    label: str
    probability: float
    by: str


@dataclass(frozen=True)
class ShapeFacts:
    """All the catalog knows of one shape but its vectors; box: of an object of a scene, where it stands there."""

    id: int
    path: str
    container: str
    content: str
    collection: str
    folder: str
    description: Description
    measures: Measures
    labels: tuple[GivenLabel, ...] = ()
    box: Box | None = None

    @property
    def scene(self) -> str:
        """The name of the file that it is an object of; empty for a shape that is a file of its own."""
        return scene_name(self.path) if self.box else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags it came with and the labels it was given, each once."""
        known = {tag.lower() for tag in self.description.tags}
        return (*self.description.tags, *(one.label for one in self.labels if one.label not in known))
