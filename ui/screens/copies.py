"""Copies among the shapes: groups side by side with the evidence, for a person to judge."""

from __future__ import annotations

import streamlit as st

from indexer.duplicates import Group, Pair, find_duplicates
from ui.screens.resources import Shared
from ui.screens.results import grid

_SHOWN = 100  # groups drawn at once
_MEMBERS = 12  # shapes of a group drawn
_TITLES = {
    "bytes": "The same file",
    "geometry": "The same geometry",
    "turned": "The same geometry, turned",
    "near": "Nearly the same",
}


def copies(shared: Shared) -> None:
    """Draw the report about copies; nothing is ever deleted."""
    library = shared.library
    st.subheader("Copies", anchor=False)
    with st.spinner("Comparing shapes ..."):
        groups = _groups(shared, str(library.catalog.file), library.catalog.generation)
    if not groups:
        st.info("No shape here is a copy of another.")
        return
    more = f", the first {_SHOWN} shown" if len(groups) > _SHOWN else ""
    st.caption(f"{len(groups):,} groups{more}, the surest first. Nothing is deleted: the files are yours to judge.")
    for group in groups[:_SHOWN]:
        st.markdown(f"**{_TITLES[group.kind]}** — {len(group.shapes)} shapes")
        grid(library, ((facts, None) for facts in group.shapes[:_MEMBERS]), None, key=f"copies-{group.shapes[0].id}")
        st.caption("; ".join(dict.fromkeys(_evidence(pair) for pair in group.pairs)))


@st.cache_data(show_spinner=False, max_entries=2)
def _groups(_shared: Shared, file: str, generation: int) -> list[Group]:
    with _shared.asking:
        return find_duplicates(_shared.library)


def _evidence(pair: Pair) -> str:
    said = [f"{pair.first} and {pair.second}: {_TITLES[pair.kind].lower()}"]
    said += [f"{pair.scale:g} times the size"] if abs(pair.scale - 1) > 1e-3 else []
    said += ["mirrored"] if pair.mirrored else []
    return ", ".join(said)
