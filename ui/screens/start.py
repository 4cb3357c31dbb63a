"""The page before anything is asked: a sample of the library, other shapes every day."""

from __future__ import annotations

import datetime

import numpy as np
import streamlit as st

from engine.filters import parse_filter
from engine.lookup import allowed_ids, facts_of
from ui.screens.address import Address
from ui.screens.asking import narrowed
from ui.screens.resources import Shared
from ui.screens.results import grid


def start(shared: Shared, address: Address) -> None:
    """Some shapes of those the filters let through. Raises FilterError."""
    library = shared.library
    quotes = "'" if '"' in address.collection else '"'
    collection = f"collection = {quotes}{address.collection}{quotes}" if address.collection else ""
    where = " and ".join(part for part in (narrowed(address), collection) if part)
    ids = allowed_ids(library.catalog, parse_filter(where) if where else None)
    if not len(ids):
        st.info("No shape passes the filters.")
        return
    today = np.random.default_rng(datetime.date.today().toordinal())
    picked = today.permutation(ids)[: address.k].tolist()
    st.caption(_heading(len(picked), len(ids), bool(where)))
    facts = facts_of(library.catalog, picked)
    grid(library, ((facts[key], None) for key in picked if key in facts), address.show)


def _heading(shown: int, there: int, filtered: bool) -> str:
    if there == 1:
        return "The 1 shape that passes the filters" if filtered else "The 1 shape in the library"
    among = "that pass the filters" if filtered else "in the library"
    return f"{shown} of the {there:,} shapes {among}" if shown < there else f"The {there:,} shapes {among}"
