"""Taking shapes out of a library, and making anew what derives from the catalog."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from engine.catalog import File, ShapeRow
from engine.errors import QueryError, ShapeFileError
from engine.library import Library
from engine.lookup import allowed_ids, check_collection, facts_of, known_files
from engine.paths import whole_path
from engine.records import drop_empty_collections, drop_files
from engine.sandbox import Sandbox
from engine.writing import writing
from indexer.previews import write_preview


def removable(library: Library, paths: Sequence[Path], collection: str | None) -> list[str]:
    """Catalog paths in or under `paths`, if any are named, of a collection, if one is; of both where both are.

    Raises QueryError when nothing is known there.
    """
    known = known_files(library.catalog)
    if collection is not None:
        check_collection(library.catalog, collection)
    roots = [whole_path(path) for path in paths]
    chosen = [
        path
        for path, row in known.items()
        if collection in (None, row["collection"])
        and (not roots or any(path == root or path.startswith((root + os.sep, root + "!/")) for root in roots))
    ]
    if not chosen and paths:
        where = f" in the collection {collection!r}" if collection else ""
        raise QueryError(f"The library {library.folder} holds nothing under {', '.join(map(str, paths))}{where}.")
    return chosen


def remove_shapes(library: Library, paths: Sequence[str]) -> None:
    """Forget catalog paths, drop thumbnails nobody uses any more, publish. Raises LibraryBusy."""
    with writing(library):
        with library.catalog.session() as session:
            drop_files(session, paths)
            drop_empty_collections(session)
        library.publish()
        drop_unused_previews(library)


def restore(library: Library) -> tuple[int, int]:
    """Publish vector files anew and redraw missing thumbnails; returns (restored, lost). Raises LibraryBusy."""
    with writing(library):
        library.publish(anew=True)
        drop_unused_previews(library)
        ids = allowed_ids(library.catalog, None).tolist()
        missing = {library.preview(facts): facts for facts in facts_of(library.catalog, ids).values()}
        missing = {file: facts for file, facts in missing.items() if not file.is_file()}
        restored = 0
        limits = library.settings.limits
        with Sandbox("indexer.worker:preview", 1, limits) as sandbox:
            for file, facts in missing.items():
                try:
                    write_preview(file, sandbox.run(facts.path, facts.measures.up, limits))
                    restored += 1
                except ShapeFileError:
                    continue
    return restored, len(missing) - restored


def drop_unused_previews(library: Library) -> None:
    """Delete the thumbnails of shapes that the library does not hold any more; while its write lock is held."""
    query = select(File.content, ShapeRow.up).join(ShapeRow, ShapeRow.file_id == File.id).distinct()
    with library.catalog.engine.connect() as connection:
        used = {library.preview_of(content, up) for content, up in connection.execute(query)}
    for file in (library.folder / "previews").glob("*/*.png"):
        if file not in used:
            file.unlink(missing_ok=True)
