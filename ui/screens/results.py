"""Found shapes: a line that says what was found, and a grid of cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from engine.facts import ShapeFacts
from engine.library import Library
from engine.search import Hit, Hits
from ui.screens.address import Address, go, here
from ui.screens.escaping import in_html, in_markdown
from ui.screens.search_bar import forget_upload
from ui.screens.teaching import tick_box

CARD = 176  # pixels


def found_shapes(library: Library, address: Address, hits: Hits) -> None:
    """The hits as a grid, with an honest word above it when none is good."""
    if address.like is not None:
        _like_line(library, address.like)
    if not len(hits):
        st.info("Nothing is left to search: no shape passes the filters." if _narrow(address) else "Nothing was found.")
        return
    if all(hit.weak for hit in hits):
        st.warning("Nothing here matches well. These are the nearest shapes, for what they are worth.")
    count = "1 shape" if len(hits) == 1 else f"{len(hits)} shapes"
    st.caption(f"{count}, best first, in {hits.took_ms['total']:,.0f} ms")
    grid(library, ((hit.facts, hit) for hit in hits), address.show)


def grid(
    library: Library, shapes: Iterable[tuple[ShapeFacts, Hit | None]], chosen: int | None, key: str = "grid"
) -> None:
    """Cards side by side, as many in a row as fit."""
    with st.container(horizontal=True, gap="small", key=key):
        for facts, hit in shapes:
            _card(library, facts, hit, facts.id == chosen)


def more_like(shape: int) -> None:
    """Make the address ask for shapes like this one; words and upload give way."""
    forget_upload()
    go(replace(here(), q="", like=shape, show=None, page=""))


def _card(library: Library, facts: ShapeFacts, hit: Hit | None, chosen: bool) -> None:
    with st.container(width=CARD, gap=None, key=f"{'chosen' if chosen else 'card'}-{facts.id}"):
        preview = library.preview(facts)
        if preview.is_file():
            st.image(preview.read_bytes(), width="stretch", alt=facts.description.name)
        else:
            st.html('<div class="no-preview">no thumbnail</div>')
        st.html(_caption(facts, hit))
        with st.container(horizontal=True, gap="small"):
            st.button("3D", key=f"show-{facts.id}", type="tertiary", on_click=_choose, args=(facts.id,))
            st.button("More like this", key=f"like-{facts.id}", type="tertiary", on_click=more_like, args=(facts.id,))
        tick_box(facts.id)


def _caption(facts: ShapeFacts, hit: Hit | None) -> str:
    name = in_html(facts.description.name)
    place = in_html(f"{facts.scene}, {facts.collection}" if facts.scene else facts.collection)
    score = f"<b>{hit.score:.2f}</b> " if hit else ""
    weak = '<span class="weak">weak match</span> ' if hit and hit.weak else ""
    return f'<div class="name" title="{name}">{name}</div><div class="line" title="{place}">{score}{weak}{place}</div>'


def _choose(shape: int) -> None:
    go(replace(here(), show=shape, page=""))


def _like_line(library: Library, like: int) -> None:
    name = in_markdown(library.facts(like).description.name)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"Shapes like **{name}**", width="content")
        st.button("Show it", key="show like", type="tertiary", on_click=_choose, args=(like,))
        st.button(
            "Clear", key="clear like", type="tertiary", on_click=lambda: go(replace(here(), like=None, show=None))
        )


def _narrow(address: Address) -> bool:
    return bool(address.where or address.collection or address.q)
