"""What the library holds: its collections, how it was made, and the files that could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from engine.library import Library
from engine.lookup import failures
from engine.views import camera_rig
from ui.screens.address import go, here
from ui.screens.escaping import in_html
from ui.screens.resources import Shared

_SHOWN = 500  # failed files listed at once


def holdings(shared: Shared, rows: list[dict[str, Any]]) -> None:
    """Draw the page about the library. `rows`: per collection name, shapes, failed."""
    library = shared.library
    st.subheader("Collections", anchor=False)
    counts = ((row["name"], f"{row['shapes']:,}", f"{row['failed']:,}") for row in rows)
    st.html(_table(("Collection", "Shapes", "Failed files"), counts, numbers=(1, 2)))
    st.subheader("How it was made", anchor=False)
    st.code(str(library.folder), language=None, wrap_lines=True)
    if any(row["shapes"] for row in rows):
        card, recipe = library.card, library.recipe
        made = {
            "Encoder": f"{card.name} ({card.weights[:12]}), {card.dim} dimensions",
            "Views": f"{len(camera_rig(recipe.rig).cameras)} a shape, rig {recipe.rig}, {recipe.resolution} pixels",
            "Point clouds": f"projected by {recipe.projection}",
            "On disk": f"{library.size_on_disk() / 2**20:,.1f} MiB",
        }
        st.html(_table(("", ""), made.items()))
        st.button("Find copies among the shapes", on_click=lambda: go(replace(here(), page="copies")))
    _labellers(library)
    _failed(failures(library.catalog))


def _labellers(library: Library) -> None:
    rows = library.labellers()
    if not rows:
        return
    st.subheader("Labels it gives", anchor=False)
    shown = ((row.name, row.kind, f"{row.shapes:,}") for row in rows)
    st.html(_table(("Label or list", "Kind", "Shapes"), shown, numbers=(2,)))
    st.caption("`shapeseek forget LABEL` takes one back.")


def _failed(listed: list[tuple[str, str]]) -> None:
    if not listed:
        return
    st.subheader("Files that could not be read", anchor=False)
    count = "1 file" if len(listed) == 1 else f"{len(listed):,} files"
    more = f", the first {_SHOWN:,} shown" if len(listed) > _SHOWN else ""
    st.caption(f"{count}{more}. `shapeseek index FOLDER --retry-failed` tries them again.")
    st.html(_table(("File", "Reason"), listed[:_SHOWN]))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: tuple[int, ...] = ()) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        marks = ((' class="number"' if at in numbers else "", in_html(cell)) for at, cell in enumerate(cells))
        return f"<tr>{''.join(f'<{tag}{mark}>{cell}</{tag}>' for mark, cell in marks)}</tr>"

    titles = row(head, "th") if any(head) else ""
    return f'<table class="plain">{titles}{"".join(row(cells, "td") for cells in rows)}</table>'
