"""How files and their shapes are written into the catalog, one transaction at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from engine.catalog import TAG_WORDS, Collection, Embedding, File, ShapeRow, Tag, bindable, next_generation
from engine.facts import Description, Measures, Source, Vectors

STORED_AS = {"views": "<f2", "pooled": "<f2", "form": "<f2", "signature": "<f4", "outlines": "|u1"}


def collection_id(session: Session, name: str) -> int:
    """The id of that collection, made if there is none."""
    found = session.scalar(select(Collection.id).where(Collection.name == name))
    if found is None:
        row = Collection(name=name)
        session.add(row)
        session.flush()
        found = row.id
    return found


def remember_up(session: Session, collection: int, up: str) -> None:
    """Keep the up axis a person told for a collection."""
    session.execute(update(Collection).where(Collection.id == collection).values(up=up))


def store_shape(
    session: Session,
    collection: int,
    source: Source,
    folder: str,
    description: Description,
    measures: Measures,
    vectors: Vectors,
) -> int:
    """Write one indexed file with its shape and vectors; returns the shape's id, which outlives replacement."""
    file = _store_file(session, collection, source, "indexed", "")
    row = session.scalar(select(ShapeRow).where(ShapeRow.file_id == file)) or ShapeRow(file_id=file)
    _set_description(row, folder, description)
    row.format, row.kind, row.vertices, row.faces = measures.format, measures.kind, measures.vertices, measures.faces
    (row.width, row.height, row.depth), row.up = measures.extents, measures.up
    row.box = source.box.to_json() if source.box else ""
    session.add(row)
    session.flush()
    session.merge(Embedding(shape_id=row.id, **as_blobs(vectors)))
    _store_words(session, row.id, folder, description)
    next_generation(session)
    return row.id


def as_blobs(vectors: Vectors) -> dict[str, bytes]:
    """The bytes that the columns of catalog.Embedding hold."""
    return {name: np.ascontiguousarray(getattr(vectors, name), kind).tobytes() for name, kind in STORED_AS.items()}


def store_failure(session: Session, collection: int, source: Source, reason: str) -> None:
    """Record that a file could not be indexed; a shape it held before is dropped."""
    file = _store_file(session, collection, source, "failed", reason)
    _drop_shapes(session, [file])


def move_file(
    session: Session, old_path: str, source: Source, collection: int, folder: str, description: Description
) -> None:
    """Give a shape its new path and description; id, vectors and measures stay."""
    values = {
        "path": source.path,
        "container": source.container,
        "size": source.size,
        "modified_ns": source.modified_ns,
        "objects": source.objects,
    }
    session.execute(update(File).where(File.path == old_path).values(collection_id=collection, **values))
    _place(session, source)
    describe(session, source.path, folder, description)


def describe(session: Session, path: str, folder: str, description: Description) -> None:
    """Replace what people say of the shape at `path`."""
    row = session.scalar(select(ShapeRow).join(File).where(File.path == path))
    if row is None:
        return
    _set_description(row, folder, description)
    session.flush()  # the words are made of the row
    _store_words(session, row.id, folder, description)


def _set_description(row: ShapeRow, folder: str, description: Description) -> None:
    row.name, row.folder, row.creator, row.licence = description.name, folder, description.creator, description.licence
    row.tags = ", ".join(description.tags)


def touch_file(session: Session, source: Source) -> None:
    """Remember a file's new time stamp, its objects and its place; its content is the same."""
    values = {"size": source.size, "modified_ns": source.modified_ns, "objects": source.objects}
    session.execute(update(File).where(File.path == source.path).values(**values))
    _place(session, source)


def _place(session: Session, source: Source) -> None:
    if source.box is not None:
        file = select(File.id).where(File.path == source.path).scalar_subquery()
        session.execute(update(ShapeRow).where(ShapeRow.file_id == file).values(box=source.box.to_json()))


def drop_files(session: Session, paths: Sequence[str]) -> None:
    """Forget files and all that hangs on them. Nothing on the disk is touched."""
    for some in bindable(paths):
        ids = list(session.scalars(select(File.id).where(File.path.in_(some))))
        _drop_shapes(session, ids)
        session.execute(delete(File).where(File.id.in_(ids)))


def drop_empty_collections(session: Session) -> None:
    """Forget collections that hold no file any more, and what they were told."""
    session.execute(delete(Collection).where(Collection.id.not_in(select(File.collection_id))))


def _store_file(session: Session, collection: int, source: Source, outcome: str, reason: str) -> int:
    row = session.scalar(select(File).where(File.path == source.path)) or File(path=source.path)
    row.collection_id, row.container, row.size, row.modified_ns = (
        collection,
        source.container,
        source.size,
        source.modified_ns,
    )
    row.content, row.up, row.outcome, row.reason = source.content, source.up, outcome, reason
    row.objects = source.objects
    session.add(row)
    session.flush()
    return row.id


def _drop_shapes(session: Session, file_ids: Sequence[int]) -> None:
    ids = list(session.scalars(select(ShapeRow.id).where(ShapeRow.file_id.in_(file_ids))))
    if ids:
        session.execute(text(f"DELETE FROM words WHERE rowid IN ({','.join(map(str, ids))})"))
        session.execute(delete(ShapeRow).where(ShapeRow.id.in_(ids)))
        next_generation(session)


def _store_words(session: Session, shape: int, folder: str, description: Description) -> None:
    session.execute(text("DELETE FROM words WHERE rowid = :id"), {"id": shape})
    words = {"id": shape, "name": _spaced(description.name), "folder": _spaced(folder)}
    session.execute(
        text(f"INSERT INTO words(rowid, name, tags, folder) VALUES (:id, :name, {TAG_WORDS}, :folder)"), words
    )
    session.execute(delete(Tag).where(Tag.shape_id == shape))
    for tag in dict.fromkeys(tag.lower() for tag in description.tags):
        session.execute(insert(Tag).values(shape_id=shape, tag=tag))


def _spaced(name: str) -> str:
    """Words of a file name apart: "FarmHouse_01" -> "Farm House 01"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|[_\-./\\]+", " ", name)
