"""The page: which part is shown, and how errors are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from engine.errors import LibraryNotFound, ShapeSeekError, UsageError
from engine.labels.labelling import label_state
from engine.search import Hits
from engine.settings import load_settings
from ui.screens.address import Address, go, here
from ui.screens.asking import Upload, answer, asks
from ui.screens.copies import copies
from ui.screens.details import details
from ui.screens.escaping import explained
from ui.screens.facets import facets
from ui.screens.holdings import holdings
from ui.screens.resources import Shared, shared
from ui.screens.results import found_shapes
from ui.screens.search_bar import search_bar
from ui.screens.start import start

_FOLDER = Path(__file__).parent


def page() -> None:
    """Draw the page for the browser's address; an error of ours becomes one line."""
    st.set_page_config("ShapeSeek", page_icon=str(_FOLDER / "icon.svg"), layout="wide")
    st.html(_FOLDER / "page.css")
    address = here()
    _header(address)
    try:
        opened = shared()
        rows = opened.library.collections()
        if not any(row["shapes"] for row in rows) and address.page != "library":
            _how_to_fill(f"The library {opened.library.folder} holds no shapes yet.", opened.library.folder)
        elif address.page == "library":
            holdings(opened, rows)
        elif address.page == "copies":
            copies(opened)
        else:
            _search(opened, address, [row["name"] for row in rows])
    except LibraryNotFound as error:
        _how_to_fill(error.what, load_settings().library)
    except ShapeSeekError as error:
        st.error(explained(error))


def _header(address: Address) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="header"):
        st.html("<h1>ShapeSeek</h1>", width="content")
        other = ("Back to the search", "") if address.page else ("What is in the library", "library")
        st.button(other[0], type="tertiary", key="other page", on_click=lambda: go(replace(here(), page=other[1])))


def _search(opened: Shared, address: Address, collections: list[str]) -> None:
    catalog = opened.library.catalog
    found = facets(catalog, str(catalog.file), catalog.generation, label_state(catalog))
    upload, share = search_bar(address, found, collections)
    results, chosen = st.container(), None
    if address.show is not None:
        results, chosen = st.columns([3, 2], gap="medium")
    hits: Hits | None = None
    with results:
        try:
            hits = _results(opened, address, upload, share)
        except UsageError as error:
            st.error(explained(error))
    if chosen is not None and address.show is not None:
        hit = next((one for one in hits or () if one.id == address.show), None)
        with chosen:
            details(opened, address.show, hit)


def _results(opened: Shared, address: Address, upload: Upload | None, share: float) -> Hits | None:
    if not asks(address, upload):
        start(opened, address)
        return None
    hits = answer(opened, address, upload, share)
    found_shapes(opened.library, address, hits)
    return hits


def _how_to_fill(what: str, folder: Path) -> None:
    st.info(explained(LibraryNotFound(what, "Fill it with a folder of shapes, then reload this page:")))
    st.code(f'shapeseek index FOLDER --library "{folder}"', language=None)
    st.caption("Without shapes of your own, this gets some household objects to try it on:")
    st.code("shapeseek demo", language=None)
