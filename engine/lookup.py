"""Reading from the catalog: allowed ids, facts of hits, vectors, keyword matches, what is already indexed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.orm import Session

from engine.catalog import Catalog, Collection, Embedding, File, ShapeRow, bindable
from engine.errors import QueryError
from engine.facts import Description, Measures, ShapeFacts, Vectors
from engine.geometry import Box
from engine.labels.labelling import given_labels
from engine.outlines import BYTES
from engine.paths import whole_path

# Words that say nothing of a shape; a name that holds one is no better match for it.
_FILLERS = frozenset(
    "a an and any are as at by for from in is it its like of on or some something that the to with".split()  # noqa: SIM905
)
_MOST_MATCHES = 500  # of one word


def allowed_ids(catalog: Catalog, condition: ColumnElement[bool] | None) -> NDArray[np.int64]:
    """Ids of the shapes that a filter (over ShapeRow, File, Collection) lets through, ascending; all for None."""
    query = select(ShapeRow.id).join(File).join(Collection)
    if condition is not None:
        query = query.where(condition)
    with catalog.engine.connect() as connection:
        return np.array([row[0] for row in connection.execute(query.order_by(ShapeRow.id))], np.int64)


def _storable(ids: Iterable[Any]) -> list[int]:
    """Ids as the catalog can hold them; larger ones, and those below 0, are nobody's."""
    return [int(key) for key in ids if 0 <= int(key) < 2**63]


def indexed_as(catalog: Catalog, path: Path | str) -> int | None:
    """The id of the shape made of a file, an archive's member or a scene's object; None where none was."""
    ids = allowed_ids(catalog, File.path == whole_path(path)).tolist()
    return int(ids[0]) if len(ids) == 1 else None


def facts_of(catalog: Catalog, ids: Iterable[int]) -> dict[int, ShapeFacts]:
    """Facts of the shapes with those ids; unknown ids are absent."""
    wanted, found = _storable(ids), {}
    facts = select(ShapeRow, File.path, File.container, File.content, Collection.name)
    query = facts.join_from(ShapeRow, File).join(Collection)
    with Session(catalog.engine) as session:
        for some in bindable(wanted):
            labels = given_labels(session, some)
            for row, *place in session.execute(query.where(ShapeRow.id.in_(some))):
                found[row.id] = replace(_facts(row, *place), labels=labels.get(row.id, ()))
    return found


def _facts(row: ShapeRow, path: str, container: str, content: str, collection: str) -> ShapeFacts:
    tags = tuple(row.tags.split(", ")) if row.tags else ()
    extents = (row.width, row.height, row.depth)
    return ShapeFacts(
        row.id, path, container, content, collection, row.folder,
        Description(row.name, tags, row.creator, row.licence),
        Measures(row.format, row.kind, row.vertices, row.faces, extents, row.up), box=Box.from_json(row.box),
    )  # fmt: skip


def vectors_of(catalog: Catalog, ids: Sequence[int] | NDArray[np.int64], dim: int) -> dict[int, Vectors]:
    """The stored vectors of those shapes; unknown ids are absent."""
    wanted, found = _storable(ids), {}
    columns = (
        Embedding.shape_id, Embedding.views, Embedding.pooled, Embedding.form, Embedding.signature, Embedding.outlines,
    )  # fmt: skip
    with catalog.engine.connect() as connection:
        for some in bindable(wanted):
            query = select(*columns).where(Embedding.shape_id.in_(some))
            for key, views, pooled, form, signature, outlines in connection.execute(query):
                rows, mean, trunk = (np.frombuffer(blob, "<f2") for blob in (views, pooled, form))
                seen = np.frombuffer(outlines, np.uint8).reshape(-1, BYTES)
                found[key] = Vectors(rows.reshape(-1, dim), mean, trunk, np.frombuffer(signature, "<f4"), seen)
    return found


def all_vectors(catalog: Catalog, channel: str) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """(ids (n,) ascending, rows (n, d)) of one channel in one consistent read.

    channel: "pooled" or "form", float16, or "signature", float32. Rows that are empty are left out.
    """
    column, kind = {
        "pooled": (Embedding.pooled, "<f2"),
        "form": (Embedding.form, "<f2"),
        "signature": (Embedding.signature, "<f4"),
    }[channel]
    with catalog.engine.connect() as connection:
        rows = connection.execute(select(Embedding.shape_id, column).order_by(Embedding.shape_id)).all()
    rows = [row for row in rows if row[1]]
    ids = np.array([row[0] for row in rows], np.int64)
    joined = np.frombuffer(b"".join(row[1] for row in rows), kind)
    return ids, joined.reshape(len(ids), -1) if len(ids) else joined.reshape(0, 0)


def keyword_matches(catalog: Catalog, words: str) -> dict[int, float]:
    """Shapes whose name, tags or folder hold words of a text: id -> share of the words found, in (0, 1].

    A word in the name or tags counts fully, in the folder half. For each word the best by BM25 are taken.
    """
    terms = [term for term in dict.fromkeys(re.findall(r"\w+", words.lower())) if term not in _FILLERS]
    shares: dict[int, float] = {}
    sql = text("SELECT rowid FROM words WHERE words MATCH :match ORDER BY rank LIMIT :limit")
    with catalog.engine.connect() as connection:
        for term in terms:
            found: dict[int, float] = {}
            for columns, worth in (("folder", 0.5), ("name tags", 1.0)):
                asked = {"match": f'{{{columns}}} : "{term}"', "limit": _MOST_MATCHES}
                found.update((row[0], worth) for row in connection.execute(sql, asked))
            for key, worth in found.items():
                shares[key] = shares.get(key, 0.0) + worth / len(terms)
    return shares


def known_files(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """Every recorded file by path: its stamp, content, outcome, reason, objects, collection, and its shape's facts."""
    query = (
        select(
            File.path, File.size, File.modified_ns, File.content, File.up, File.outcome, File.reason, File.container,
            Collection.name.label("collection"), ShapeRow.id.label("shape"), ShapeRow.name, ShapeRow.tags,
            ShapeRow.creator, ShapeRow.licence, ShapeRow.folder, ShapeRow.box, File.objects,
        )
        .join(Collection, File.collection_id == Collection.id)
        .outerjoin(ShapeRow, ShapeRow.file_id == File.id)
    )  # fmt: skip
    with catalog.engine.connect() as connection:
        return {row["path"]: dict(row) for row in connection.execute(query).mappings()}


def ups_of(catalog: Catalog) -> dict[str, str]:
    """The up axis told for each collection, "" where none was."""
    with catalog.engine.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(select(Collection.name, Collection.up))}


def collection_counts(catalog: Catalog) -> list[Mapping[str, Any]]:
    """Per collection: name, shapes, failed."""
    query = (
        select(
            Collection.name.label("name"),
            func.count(ShapeRow.id).label("shapes"),
            func.count(File.id).filter(File.outcome == "failed").label("failed"),
        )
        .outerjoin(File, File.collection_id == Collection.id)
        .outerjoin(ShapeRow, ShapeRow.file_id == File.id)
        .group_by(Collection.id)
        .order_by(Collection.name)
    )
    with catalog.engine.connect() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def check_collection(catalog: Catalog, name: str) -> None:
    """Raise QueryError for a collection that there is not, naming those there are."""
    names = [str(row["name"]) for row in collection_counts(catalog)]
    if name not in names:
        raise QueryError(
            f"There is no collection {name!r} in {catalog.file.parent}.", f"Known: {', '.join(names) or 'none'}."
        )


def failures(catalog: Catalog) -> list[tuple[str, str]]:
    """(path, reason) of every file that could not be indexed, by path."""
    with catalog.engine.connect() as connection:
        query = select(File.path, File.reason).where(File.outcome == "failed").order_by(File.path)
        return [(row[0], row[1]) for row in connection.execute(query)]
