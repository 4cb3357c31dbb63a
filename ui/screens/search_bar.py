"""The search bar: words, a picture or shape beside them, the collection, the number of results, and filters.

The URL is the truth: widgets are set from it before each run, and a change goes into it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from engine.errors import PictureError
from ui.screens.address import COUNTS, Address, go, here
from ui.screens.asking import MEGABYTES, Upload, extensions
from ui.screens.escaping import in_markdown
from ui.screens.facets import Facets

_HELP = """
**Words** say what you look for, in plain English: `a chair with armrests`

**Leave out** what follows a minus: `sports car -wheels` or `table -"round top"`

**Narrow** by facts: `faces<5000` `tag:lamp` `folder~kitchen` `format:glb` `creator~smith`
(`:` or `=` equal, `~` contains, `<` `>` for numbers)

A **picture** or a **shape file** may stand alone or beside words.
"""
_SOUGHT = 96  # pixels of the looked-for picture's side
_STEPS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)


def search_bar(address: Address, found: Facets, collections: list[str]) -> tuple[Upload | None, float]:
    """Draw the bar; returns the uploaded file, if any, and its share (0..1) beside the words."""
    words, files = st.columns([3, 2])
    with words:
        st.text_input(
            "What the shape looks like", placeholder="a chair with armrests",
            **_bound("q", address.q, lambda q: {"q": q, "like": None, "show": None}),
        )  # fmt: skip
    with files:
        upload = _uploader()
        if upload is not None and not upload.is_shape:
            _show_sought(upload)
    _choices(address, collections)
    _filters(address, found)
    share = 0.5
    if upload is not None and address.q.strip() and address.like is None:
        kind = "shape" if upload.is_shape else "picture"
        share = st.slider(f"How much the {kind} counts beside the words", 0.1, 0.9, 0.5, 0.1, key="share", width=420)
    return upload, share


def forget_upload() -> None:
    """Empty the uploader at the next run."""
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1


def _uploader() -> Upload | None:
    file = st.file_uploader(
        f"And, or instead, a picture or a shape file (up to {MEGABYTES} MB)",
        type=extensions(),
        key=f"upload-{st.session_state.get('uploads', 0)}",
        max_upload_size=MEGABYTES,
        on_change=_uploaded,
    )
    return None if file is None else Upload(file.name, file.getvalue())


def _show_sought(upload: Upload) -> None:
    """The part of the picture that is looked for; nothing for what cannot be read, of which the results tell."""
    sought = _sought(upload.data)
    if sought is not None:
        picture, cut = sought
        st.image(picture, width=_SOUGHT, caption="Looked for, cut to the thing" if cut else "Looked for")


@st.cache_data(show_spinner=False, max_entries=8)
def _sought(data: bytes) -> tuple[Any, bool] | None:
    """(what the encoder sees of a picture, small; whether it was cut to a thing on a plain ground)."""
    from engine.framing import framed, on_white
    from engine.query import open_picture

    try:
        whole = on_white(open_picture(io.BytesIO(data)))
    except PictureError:
        return None
    sought = framed(whole)
    cut = sought is not whole
    sought.thumbnail((2 * _SOUGHT, 2 * _SOUGHT))
    return sought, cut


def _uploaded() -> None:
    go(replace(here(), like=None, show=None))


def _choices(address: Address, collections: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if len(collections) > 1 or address.collection:
            st.selectbox(
                "Collection", _with(collections, "", address.collection), width=220, label_visibility="collapsed",
                format_func=lambda name: name or "All collections", **_bound("collection", address.collection),
            )  # fmt: skip
        st.selectbox(
            "Number of results", sorted({*COUNTS, address.k}), width=140, label_visibility="collapsed",
            format_func=lambda count: f"{count} results", **_bound("k", address.k),
        )  # fmt: skip
        with st.popover("How to search", type="tertiary"):
            st.markdown(_HELP)


def _filters(address: Address, found: Facets) -> None:
    with st.expander(_filter_title(address)):
        left, middle, right = st.columns([2, 1, 3], gap="medium")
        with left:
            _several("format", "Format", address.format, found.formats)
        with middle:
            kinds = {"": "Any", "mesh": "Meshes", "cloud": "Point clouds"}
            st.selectbox(
                "Kind", _with(found.kinds, "", address.kind), format_func=lambda kind: kinds.get(kind, kind),
                **_bound("kind", address.kind),
            )  # fmt: skip
        with right:
            _faces(address, found.most_faces)
        if found.tags or address.tag:
            _several("tag", "Tags, any of", address.tag, found.tags)


def _filter_title(address: Address) -> str:
    low, high = address.face_range
    faces = ""
    if high is not None:
        faces = f"{low:,} to {high:,} faces" if low else f"up to {high:,} faces"
    elif low:
        faces = f"{low:,} faces or more"
    kind = {"mesh": "meshes", "cloud": "point clouds"}.get(address.kind, address.kind)
    chosen = [part for part in (", ".join(address.format), kind, faces, ", ".join(address.tag)) if part]
    return in_markdown(f"Filters: {'; '.join(chosen)}" if chosen else "Filters")


def _several(name: str, label: str, chosen: tuple[str, ...], options: tuple[str, ...]) -> None:
    st.multiselect(
        label, _with(options, *chosen), placeholder="Any", **_bound(name, list(chosen), lambda v: {name: tuple(v)})
    )


def _faces(address: Address, most: int) -> None:
    low, high = address.face_range
    steps = sorted({*(step for step in _STEPS if step < max(most, 100)), low, high or 0} - {0})
    fewest, largest = st.columns(2, gap="small")
    with fewest:
        st.selectbox(
            "Faces, at least", [0, *steps], format_func=_counted,
            **_bound("fewest", low, lambda chosen: {"faces": _range(chosen, here().face_range[1])}),
        )  # fmt: skip
    with largest:
        st.selectbox(
            "at most", [0, *steps], format_func=_counted,
            **_bound("most", high or 0, lambda chosen: {"faces": _range(here().face_range[0], chosen)}),
        )  # fmt: skip


def _range(low: int, high: int | None) -> str:
    """The range as Address.faces has it; 0 and None are open ends."""
    return f"{low or ''}-{high or ''}" if low or high else ""


def _counted(faces: int) -> str:
    return f"{faces:,}" if faces else "Any"


def _with(options: Sequence[str], *more: str) -> list[str]:
    """The options with more that must be among them: what the URL names may not be in the library any more."""
    return list(dict.fromkeys([*(m for m in more if not m), *options, *more]))


def _bound(key: str, value: Any, change: Callable[[Any], dict[str, Any]] | None = None) -> dict[str, Any]:
    """Arguments that bind a widget to the address: set to `value` now; its new value becomes `change(value)` of it."""
    st.session_state[key] = value
    return {"key": key, "on_change": _moved, "args": (key, change or (lambda chosen: {key: chosen}))}


def _moved(key: str, change: Callable[[Any], dict[str, Any]]) -> None:
    go(replace(here(), **change(st.session_state[key])))
