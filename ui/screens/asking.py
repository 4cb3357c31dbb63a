"""From what the page holds, an address and perhaps an uploaded file, to hits."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from engine.errors import PictureError, QueryError
from engine.formats import FORMATS
from engine.labels.labelling import label_state
from engine.query import parse_box
from engine.search import Hits
from ui.screens.address import Address
from ui.screens.resources import Shared

PICTURES = ("png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff")
MEGABYTES = 10


@dataclass(frozen=True)
class Upload:
    """A dropped file: its name as the browser tells it (shown, never a path), and its bytes."""

    name: str
    data: bytes

    @property
    def extension(self) -> str:
        """The name's ending, lower case, without the dot."""
        return self.name.rpartition(".")[2].lower()

    @property
    def is_shape(self) -> bool:
        """True for a file of a readable shape format, else it is taken for a picture."""
        return self.extension in FORMATS

    @property
    def digest(self) -> str:
        """sha256 hex of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def extensions() -> list[str]:
    """The endings the page takes: pictures and shapes."""
    return [*PICTURES, *FORMATS]


def asks(address: Address, upload: Upload | None) -> bool:
    """True when there is something to look for, not only filters."""
    words, without, _ = parse_box(address.q)
    return bool(address.like is not None or upload or words or without)


def narrowed(address: Address) -> str:
    """The filter expression of the search box and the chosen filters together."""
    typed = parse_box(address.q)[2] if address.like is None else ""
    return " and ".join(part for part in (typed, address.where) if part)


def answer(shared: Shared, address: Address, upload: Upload | None, picture_share: float) -> Hits:
    """The hits of what is asked; the last answer is kept, so choosing a hit does not ask again.

    picture_share: 0..1, how much the upload counts beside a text. Raises UsageError, EncoderError, LibraryError.
    """
    question = (
        address.q, address.like, address.where, address.collection, address.k,
        upload and (upload.extension, upload.digest), picture_share,
        str(shared.library.folder), shared.library.catalog.generation, label_state(shared.library.catalog),
    )  # fmt: skip
    kept = st.session_state.get("answer")
    if kept is None or kept[0] != question:
        with st.spinner("Searching"), shared.asking:
            kept = (question, _ask(shared, address, upload, picture_share))
        st.session_state["answer"] = kept
    hits: Hits = kept[1]
    return hits


def _ask(shared: Shared, address: Address, upload: Upload | None, picture_share: float) -> Hits:
    where, collection = narrowed(address), address.collection or None
    if address.like is not None:
        return shared.library.similar(address.like, address.k, where, collection)
    words, without, _ = parse_box(address.q)
    wanted: dict[str, Any] = {"without": without, "where": where, "collection": collection, "k": address.k}
    if upload is None:
        return shared.library.search(text=words, **wanted)
    kind = "shape" if upload.is_shape else "image"
    if words:
        wanted["weights"] = {"text": 2 * (1 - picture_share), kind: 2 * picture_share}
    return _search_with_file(shared, words, upload, kind, wanted)


def _search_with_file(shared: Shared, words: str, upload: Upload, kind: str, wanted: dict[str, Any]) -> Hits:
    if len(upload.data) > MEGABYTES * 2**20:
        raise QueryError(f"{upload.name} is larger than {MEGABYTES} MB.", "Give a smaller file.")
    with tempfile.TemporaryDirectory(prefix="shapeseek-") as folder:
        # A name of our own: the browser's never reaches the disk.
        place = Path(folder) / f"query.{upload.extension if upload.is_shape else 'picture'}"
        place.write_bytes(upload.data)
        wanted[kind] = place
        try:
            return shared.library.search(text=words, **wanted)
        except PictureError as error:
            raise PictureError(error.what.replace(str(place), upload.name), error.hint) from error
        except QueryError as error:
            raise QueryError(error.what.replace(str(place), upload.name), error.hint) from error
