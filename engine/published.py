"""Depth branches that others published: which there are, on which weights, under which licences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.bundled import bundled_json
from engine.errors import EncoderError


@dataclass(frozen=True)
class Variant:
    """One of OpenDlign's published checkpoints, which a person gets and imports.

    base: the open_clip weights it was tuned on. width, patch: of that tower, by which a file is known.
    depth_preprocess: how its authors normalise depth maps.
    """

    name: str
    base: str
    base_licence: str
    licence: str
    get: str
    source: str
    width: int
    patch: int
    depth_preprocess: dict[str, Any]

    @property
    def encoder(self) -> str:
        """The name it takes when imported."""
        return f"opendlign-{self.name.lower()}"


def variants() -> dict[str, Variant]:
    """The published variants by name, from data/published.json."""
    group = bundled_json("published.json")["opendlign"]
    shared = {key: group[key] for key in ("licence", "get", "source", "depth_preprocess")}
    return {name: Variant(name=name, **values, **shared) for name, values in group["variants"].items()}


def variant(name: str) -> Variant:
    """The variant of that name. Raises EncoderError naming those there are."""
    known = variants()
    if name.upper() not in known:
        raise EncoderError(f"OpenDlign published no variant {name!r}.", f"Known: {', '.join(known)}.")
    return known[name.upper()]


def variant_of(width: int, patch: int | None) -> Variant:
    """The variant whose tower has this width and patch size. Raises EncoderError when that leaves none or several."""
    fitting = [one for one in variants().values() if one.width == width and patch in (None, one.patch)]
    if len(fitting) != 1:
        known = ", ".join(one.name for one in fitting) or "none"
        raise EncoderError(
            f"A tuned block of width {width} could be of several variants or of none ({known}).",
            "Say which with --variant, or which weights it was tuned on with --base.",
        )
    return fitting[0]


def import_hint(name: str) -> str:
    """What to do for an encoder that is published but not imported yet; "" for other names."""
    for one in variants().values():
        if one.encoder == name:
            return f"Get its file from {one.get}, then: shapeseek encoders import FILE --variant {one.name}."
    return ""
