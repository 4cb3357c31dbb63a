"""What a library can be narrowed by: its formats, kinds, tags and sizes."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.catalog import Catalog, ShapeRow, Tag

_TAGS = 300  # the most used ones; any other can be typed as tag:name


@dataclass(frozen=True)
class Facets:
    """Formats, kinds and tags of a library, most used first, and its largest number of faces."""

    formats: tuple[str, ...]
    kinds: tuple[str, ...]
    tags: tuple[str, ...]
    most_faces: int


@st.cache_data(show_spinner=False, max_entries=8)
def facets(_catalog: Catalog, file: str, generation: int) -> Facets:
    """The facets of the catalog in `file` at that generation."""

    def used(column: object, most: int | None = None) -> tuple[str, ...]:
        query = select(column).group_by(column).order_by(func.count().desc(), column).limit(most)  # type: ignore[call-overload]
        return tuple(value for value in session.scalars(query) if value)

    with Session(_catalog.engine) as session:
        most_faces = session.scalar(select(func.max(ShapeRow.faces))) or 0
        return Facets(used(ShapeRow.format), used(ShapeRow.kind), used(Tag.tag, _TAGS), most_faces)
