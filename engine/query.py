"""What is asked: weighted terms, filters, and the little language of the search box."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from numbers import Integral
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from engine.errors import PictureError, QueryError
from engine.filters import FIELDS
from engine.paths import is_file

if TYPE_CHECKING:
    from PIL.Image import Image

    from engine.geometry import Shape

Kind = Literal["text", "image", "shape", "id"]
MAX_PICTURE_PIXELS = 100_000_000
SENTENCE_WORDS = 4  # a text of as many words comes less near to what it means than a name does
_MOST_DIGITS = 20  # of an id
WITHOUT = -0.5  # weight of a negative term, so that what is wanted still leads


@dataclass(frozen=True)
class Term:
    """One thing asked for. value: str; PIL image or path; Shape or path; catalog id. Negative weight: its absence."""

    kind: Kind
    value: Any
    weight: float = 1.0


@dataclass(frozen=True)
class Query:
    """Terms and filters; `keywords` adds matches of names and tags to the meaning."""

    terms: tuple[Term, ...]
    where: str = ""
    collection: str = ""
    k: int = 12
    keywords: bool = True

    @property
    def text(self) -> str:
        """The words asked for."""
        return " ".join(term.value for term in self.terms if term.kind == "text" and term.weight > 0)

    def described(self) -> dict[str, Any]:
        """The query as plain data, for --json and for the page."""
        terms = [{"kind": t.kind, "value": _shown(t.value), "weight": t.weight} for t in self.terms]
        return {
            "terms": terms,
            "where": self.where,
            "collection": self.collection,
            "k": self.k,
            "keywords": self.keywords,
        }


def make_query(
    text: str | None = None,
    image: Path | str | Image | Sequence[Path | str | Image] = (),
    shape: Path | str | int | Shape | Sequence[Path | str | int | Shape] = (),
    without: str | Sequence[str] = (),
    where: str | None = None,
    collection: str | None = None,
    k: int = 12,
    weights: dict[str, float] | None = None,
    keywords: bool = True,
) -> Query:
    """A Query from what people pass; lists may be single values; `weights` by kind multiply the encoder's balance.

    Raises QueryError when nothing positive is asked for or k is below 1.
    """
    factor = {"text": 1.0, "image": 1.0, "shape": 1.0, **(weights or {})}
    if set(factor) - {"text", "image", "shape"}:
        raise QueryError(
            f"Weights are for text, image and shape, not {', '.join(set(factor) - {'text', 'image', 'shape'})}."
        )
    terms = [Term("text", text.strip(), factor["text"])] if text and text.strip() else []
    terms += [Term("image", one, factor["image"]) for one in listed(image)]
    terms += [_shape_term(one, factor["shape"]) for one in listed(shape)]
    if not any(term.weight > 0 for term in terms):
        raise QueryError("The query is empty.", "Give a text, an image, or a shape to look for.")
    if k < 1:
        raise QueryError(f"k must be at least 1, not {k}.")
    terms += [Term("text", words.strip(), WITHOUT) for words in listed(without) if words.strip()]
    return Query(tuple(terms), where or "", collection or "", k, keywords)


def parse_box(line: str) -> tuple[str, list[str], str]:
    """The search box's text -> (words, without, where).

    `-word` and `-"some words"` ask for absence, `faces<5000`, `tag:lamp` and `folder~kitchen` filter, else words.
    """
    words: list[str] = []
    without: list[str] = []
    filters: list[str] = []
    field = re.compile(rf"(?i)^({'|'.join((*FIELDS, 'tags'))})(:|<=|>=|!=|=|<|>|~)(.+)$")
    for part in re.findall(r"""-?"[^"]*"|[^\s"]+"[^"]*"|\S+""", line):
        match = field.match(part)
        if match:
            sign = "=" if match[2] == ":" else match[2]
            value = match[3].strip('"')
            filters.append(f'{match[1]} {sign} "{value}"')
        elif part.startswith("-") and part.strip('-"'):
            without.append(part[1:].strip('"'))
        else:
            words.append(part.strip('"'))
    return " ".join(words).strip(), without, " and ".join(filters)


def text_kind(text: str) -> str:
    """What calibration knows a text as: a name, "text", or a "sentence"."""
    return "sentence" if len(text.split()) >= SENTENCE_WORDS else "text"


def open_picture(source: Path | str | IO[bytes] | Image) -> Image:
    """A query picture, fully read. Raises PictureError when it is missing, no picture, or absurdly large."""
    from PIL import Image as Images
    from PIL import ImageOps

    if isinstance(source, Images.Image):
        return source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd tags in a picture that can be read
            with Images.open(source) as opened:
                if opened.width * opened.height > MAX_PICTURE_PIXELS:
                    size = f"{opened.width:,} x {opened.height:,}"
                    raise PictureError(f"The picture {source} has {size} pixels.", "Give a smaller one.")
                return ImageOps.exif_transpose(opened)
    except FileNotFoundError:
        raise PictureError(f"There is no picture {source}.") from None
    except (OSError, ValueError, SyntaxError, Images.DecompressionBombError) as error:
        raise PictureError(
            f"{source} cannot be read as a picture: {error}.", "Use PNG, JPEG, WebP, GIF, BMP or TIFF."
        ) from error


def with_weights(query: Query, balance: dict[str, float]) -> Query:
    """The query with an encoder's balance between kinds applied; a lone kind needs none."""
    kinds = {term.kind for term in query.terms if term.weight > 0}
    if len(kinds) < 2:
        return query
    scaled = (
        replace(t, weight=t.weight * balance.get("shape" if t.kind == "id" else t.kind, 1.0)) for t in query.terms
    )
    return replace(query, terms=tuple(scaled))


def id_or_file(text: str) -> int | str:
    """An id where the text is a number and no file is called so, else the file's path as told."""
    digits = text.isdecimal() and len(text) < _MOST_DIGITS
    return int(text) if digits and not is_file(text) else text


def _shape_term(value: Any, weight: float) -> Term:
    given = id_or_file(value) if isinstance(value, str) else value
    if isinstance(given, Integral):  # NumPy's are no ints
        return Term("id", int(given), weight)
    return Term("shape", given, weight)


def listed(value: Any) -> list[Any]:
    """A single value or several, as a list; none for None."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _shown(value: Any) -> Any:
    return (
        value
        if isinstance(value, (str, int))
        else str(value)
        if isinstance(value, Path)
        else f"<{type(value).__name__}>"
    )
