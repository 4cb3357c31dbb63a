"""Copies among the shapes: groups side by side with the evidence, for a person to judge."""

from __future__ import annotations

import streamlit as st

from indexer.duplicates import Group, Pair, find_duplicates
from ui.screens.escaping import in_markdown
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
    count = "1 group" if len(groups) == 1 else f"{len(groups):,} groups"
    st.caption(f"{count}{more}, the surest first. Nothing is deleted: the files are yours to judge.")
    for group in groups[:_SHOWN]:
        st.markdown(f"**{_TITLES[group.kind]}** — {len(group.shapes)} shapes")
        grid(library, ((facts, None) for facts in group.shapes[:_MEMBERS]), None, key=f"copies-{group.shapes[0].id}")
        names = {facts.id: in_markdown(facts.description.name) for facts in group.shapes}
        st.caption("; ".join(_evidence(pair, names) for pair in group.pairs[:_MEMBERS]))


@st.cache_data(show_spinner=False, max_entries=2)
def _groups(_shared: Shared, file: str, generation: int) -> list[Group]:
    with _shared.asking:
        return find_duplicates(_shared.library)


def _evidence(pair: Pair, names: dict[int, str]) -> str:
    said = [f"{names[pair.first]} and {names[pair.second]}: {_TITLES[pair.kind].lower()}"]
    said += [f"{pair.scale:g} times the size"] if abs(pair.scale - 1) > 1e-3 else []
    said += ["mirrored"] if pair.mirrored else []
    return ", ".join(said)
