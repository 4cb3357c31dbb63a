"""The catalog's tables (SQLAlchemy) and how it is opened: the truth of a library, in one SQLite file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import (
    URL,
    Connection,
    ExceptionContext,
    ForeignKey,
    Index,
    LargeBinary,
    create_engine,
    event,
    select,
    text,
)
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from engine.errors import LibraryDamaged, LibraryError, LibraryNewer
from engine.facts import UNSPLIT
from engine.paths import scene_name

# What each schema adds to the one before; a catalog is brought up to the last when it is opened.
MIGRATIONS: dict[int, tuple[str, ...]] = {
    2: (
        "ALTER TABLE embeddings ADD COLUMN signature BLOB NOT NULL DEFAULT x''",
        "ALTER TABLE collections ADD COLUMN up TEXT NOT NULL DEFAULT ''",
    ),
    3: (
        "ALTER TABLE shapes ADD COLUMN box TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE files ADD COLUMN objects INTEGER NOT NULL DEFAULT -1",
        "CREATE TABLE labellers (id INTEGER PRIMARY KEY AUTOINCREMENT, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,"
        " settings VARCHAR NOT NULL, weights BLOB NOT NULL)",
        "CREATE TABLE labels (shape_id INTEGER NOT NULL REFERENCES shapes(id) ON DELETE CASCADE,"
        " labeller_id INTEGER NOT NULL REFERENCES labellers(id) ON DELETE CASCADE, label VARCHAR NOT NULL,"
        " probability FLOAT NOT NULL, PRIMARY KEY (shape_id, labeller_id, label))",
        "CREATE INDEX labels_by_label ON labels(label)",
    ),
    4: ("ALTER TABLE embeddings ADD COLUMN outlines BLOB NOT NULL DEFAULT x''",),
}
SCHEMA = max(MIGRATIONS)


class Table(DeclarativeBase):
    """Base of all tables."""


class Fact(Table):
    """Facts about the library itself: schema, encoder card, render recipe, generation."""

    __tablename__ = "facts"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Collection(Table):
    """A named set of files a person added together; `up` is the axis they told for it, "" if none."""

    __tablename__ = "collections"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    up: Mapped[str] = mapped_column(default="", server_default="")


class File(Table):
    """One loadable unit: a file, an archive's member ("parts.zip!/inner/chair.obj"), an object ("room.glb!/chair").

    outcome: "indexed" or "failed" (then `reason` says why). content: sha256 of its bytes, of an object's geometry.
    container: the file on disk. objects: how many a scene was split into (see facts.UNSPLIT).
    """

    __tablename__ = "files"
    id: Mapped[int] = mapped_column(primary_key=True)
    collection_id: Mapped[int] = mapped_column(ForeignKey("collections.id", ondelete="CASCADE"), index=True)
    path: Mapped[str] = mapped_column(unique=True)
    container: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    modified_ns: Mapped[int]
    content: Mapped[str] = mapped_column(index=True)
    up: Mapped[str] = mapped_column(default="")
    objects: Mapped[int] = mapped_column(default=UNSPLIT, server_default=text("-1"))
    outcome: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class ShapeRow(Table):
    """A searchable shape; its id is its vector's id and never used again.

    box: of an object of a scene, where it stands there: JSON of its lowest and highest corner in the scene's units and
    axes; "" for a file that is one shape.
    """

    __tablename__ = "shapes"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 (SQLAlchemy's own form)
    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    folder: Mapped[str]
    format: Mapped[str]
    kind: Mapped[str]
    vertices: Mapped[int]
    faces: Mapped[int]
    width: Mapped[float]
    height: Mapped[float]
    depth: Mapped[float]
    up: Mapped[str]
    box: Mapped[str] = mapped_column(default="", server_default="")
    creator: Mapped[str] = mapped_column(default="")
    licence: Mapped[str] = mapped_column(default="")
    tags: Mapped[str] = mapped_column(default="")  # as shown: joined by ", "; searched through Tag


class Tag(Table):
    """One tag of one shape, lower case."""

    __tablename__ = "tags"
    shape_id: Mapped[int] = mapped_column(ForeignKey("shapes.id", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)


Index("tags_by_tag", Tag.tag)


class Labeller(Table):
    """What labels shapes by itself, also those indexed later; deleting it takes its labels along.

    kind: "zero-shot" (labels told as text) or "taught" (from examples). settings: JSON. weights: what was learnt.
    """

    __tablename__ = "labellers"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    settings: Mapped[str]
    weights: Mapped[bytes] = mapped_column(LargeBinary)


class Label(Table):
    """One label that a labeller gave one shape, lower case, with its calibrated probability."""

    __tablename__ = "labels"
    shape_id: Mapped[int] = mapped_column(ForeignKey("shapes.id", ondelete="CASCADE"), primary_key=True)
    labeller_id: Mapped[int] = mapped_column(ForeignKey("labellers.id", ondelete="CASCADE"), primary_key=True)
    label: Mapped[str] = mapped_column(primary_key=True)
    probability: Mapped[float]


Index("labels_by_label", Label.label)


class Embedding(Table):
    """A shape's vectors, little-endian: views (N, dim), pooled (dim), form (form_dim) float16; signature float32.

    outlines: those of its views, bits (see engine/outlines.py); empty if made before there were any.
    """

    __tablename__ = "embeddings"
    shape_id: Mapped[int] = mapped_column(ForeignKey("shapes.id", ondelete="CASCADE"), primary_key=True)
    views: Mapped[bytes] = mapped_column(LargeBinary)
    pooled: Mapped[bytes] = mapped_column(LargeBinary)
    form: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    outlines: Mapped[bytes] = mapped_column(LargeBinary)


_MOST_BOUND = 500  # values in one statement, under SQLite's limit
_Value = TypeVar("_Value")

# Names and tags as words; the porter stemmer lets "chairs" find "chair".
_WORDS = "CREATE VIRTUAL TABLE words USING fts5(name, tags, folder, tokenize='porter unicode61 remove_diacritics 2')"

# What stands there as the tags of the shape :id: those it came with, then the labels it was given.
TAG_WORDS = (
    "(SELECT s.tags || coalesce((SELECT ', ' || group_concat(DISTINCT label) FROM labels WHERE shape_id = s.id), '')"
    " FROM shapes s WHERE s.id = :id)"
)


class Catalog:
    """An open catalog: sessions, facts, and the generation that counts changes of the vectors."""

    def __init__(self, file: Path) -> None:
        """Open or create; only to read where the folder may not be written. Raises LibraryError and its children."""
        self.file = file
        place = _place(file)
        self.engine = create_engine(place, connect_args={"timeout": 30})
        event.listen(self.engine, "connect", _configure)
        if not place.query:
            event.listen(self.engine, "connect", _make_writable)
        event.listen(self.engine, "handle_error", self._explain)
        try:
            with self.engine.connect() as connection:
                found = connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'facts'")).first()
            if found is None:
                self._create()
            schema = int(self.fact("schema") or 0)
            for number in range(schema + 1, SCHEMA + 1):
                self._migrate(number)
        except LibraryDamaged:
            self.engine.dispose()
            raise
        except DatabaseError as error:
            self.engine.dispose()
            raise LibraryError(
                f"The catalog {file} cannot be opened: {error.orig}.", "See to the folder's rights and its disk."
            ) from error
        if schema > SCHEMA:
            self.engine.dispose()
            raise LibraryNewer(
                f"{file} was written by a newer ShapeSeek (schema {schema}).", "Update: pip install -U shapeseek."
            )

    def _explain(self, context: ExceptionContext) -> None:
        """Tell of pages that are not SQLite's what it means, whoever meets them."""
        if type(context.original_exception) is sqlite3.DatabaseError:  # a full disk or a lock is one of its children
            raise LibraryDamaged(
                f"The catalog {self.file} is damaged: {context.original_exception}.",
                "Restore it from a copy, or index into a new library.",
            ) from context.original_exception

    def _migrate(self, number: int) -> None:
        """Bring the catalog to a schema from the one before, in one transaction, once whoever opens it."""
        with self.engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # Python's driver opens none before a schema statement
            reached = connection.execute(text("SELECT value FROM facts WHERE key = 'schema'")).scalar()
            if int(reached or 0) >= number:
                return
            for statement in MIGRATIONS[number]:
                connection.execute(text(statement))
            connection.execute(text("UPDATE facts SET value = :n WHERE key = 'schema'"), {"n": str(number)})

    def _create(self) -> None:
        with self.engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            if connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'facts'")).first():
                return  # another process was faster
            Table.metadata.create_all(connection)
            connection.execute(text(_WORDS))
            connection.execute(
                text("INSERT INTO facts VALUES ('schema', :schema), ('generation', '0')"), {"schema": str(SCHEMA)}
            )

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed at the end of the block, rolled back on an error."""
        with Session(self.engine) as session, session.begin():
            yield session

    def fact(self, key: str) -> str | None:
        """A stored fact, or None."""
        with Session(self.engine) as session:
            return session.scalar(select(Fact.value).where(Fact.key == key))

    def set_facts(self, **values: str) -> None:
        """Store facts, replacing those there are."""
        with self.session() as session:
            for key, value in values.items():
                session.merge(Fact(key=key, value=value))

    @property
    def generation(self) -> int:
        """Grows with every committed change of the vectors."""
        return int(self.fact("generation") or 0)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def bindable(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """The values in parts that one statement can bind."""
    for start in range(0, len(values), _MOST_BOUND):
        yield values[start : start + _MOST_BOUND]


def next_generation(session: Session | Connection) -> None:
    """Count one change of the vectors within the session's transaction."""
    session.execute(text("UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"))


def _place(file: Path) -> URL:
    """Where SQLite opens a catalog; of a folder that cannot be written it opens but reads the file as it is."""
    if not file.is_file() or os.access(file.parent, os.W_OK):
        return URL.create("sqlite", database=str(file))
    log = file.with_name(file.name + "-wal")
    whole = {} if log.is_file() and log.stat().st_size else {"immutable": "1"}  # with changes beside it, it is not
    return URL.create("sqlite", database=file.absolute().as_uri(), query={"mode": "ro", **whole, "uri": "true"})


def _configure(connection, _record) -> None:  # type: ignore[no-untyped-def]
    # SQLite's own lower() knows ASCII alone.
    connection.create_function("lower", 1, lambda s: s.lower() if isinstance(s, str) else s, deterministic=True)
    connection.create_function("scene_name", 1, scene_name, deterministic=True)
    connection.execute("PRAGMA foreign_keys=ON").close()


def _make_writable(connection, _record) -> None:  # type: ignore[no-untyped-def]
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")  # readers go on while an indexer writes
    cursor.execute("PRAGMA synchronous=FULL")  # a committed batch survives a power cut
    cursor.close()
