"""What a library can be narrowed by: its formats, kinds, tags and sizes."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from engine.catalog import Catalog, Label, ShapeRow, Tag

_TAGS = 300  # the most used ones; any other can be typed as tag:name


@dataclass(frozen=True)
class Facets:
    """Formats, kinds and tags of a library, most used first, and its largest number of faces."""

    formats: tuple[str, ...]
    kinds: tuple[str, ...]
    tags: tuple[str, ...]
    most_faces: int


@st.cache_data(show_spinner=False, max_entries=8)
def facets(_catalog: Catalog, file: str, generation: int, labels: str) -> Facets:
    """The facets of the catalog in `file` at that generation and state of labels."""

    def used(column: object, most: int | None = None) -> tuple[str, ...]:
        query = select(column).group_by(column).order_by(func.count().desc(), column).limit(most)  # type: ignore[call-overload]
        return tuple(value for value in session.scalars(query) if value)

    with Session(_catalog.engine) as session:
        most_faces = session.scalar(select(func.max(ShapeRow.faces))) or 0
        return Facets(used(ShapeRow.format), used(ShapeRow.kind), _tags(session), most_faces)


def _tags(session: Session) -> tuple[str, ...]:
    """The tags that shapes came with and the labels they were given, most used first."""
    both = union(select(Tag.shape_id, Tag.tag), select(Label.shape_id, Label.label.label("tag"))).subquery()
    query = select(both.c.tag).group_by(both.c.tag).order_by(func.count().desc(), both.c.tag).limit(_TAGS)
    return tuple(tag for tag in session.scalars(query) if tag)
