"""Another encoder for a library: vectors are made anew beside the live ones and swapped in at the end."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import text

from engine.catalog import next_generation
from engine.encoder import Encoder, load_encoder
from engine.facts import Vectors
from engine.labels.tagging import refresh
from engine.library import Library
from engine.lookup import allowed_ids, facts_of
from engine.records import STORED_AS, as_blobs
from engine.views import camera_rig, check_projection
from engine.writing import writing
from indexer.embedding import EmbeddingStream, Wanted

SIDE = "reembedding.sqlite"
_COMMIT_SECONDS = 5.0


@dataclass
class ReembedReport:
    """What a run did: embedded now, kept from an interrupted run, failed as (path, reason), notes about labels.

    done: the new vectors were swapped in.
    """

    embedded: int = 0
    resumed: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    done: bool = False
    seconds: float = 0.0


def reembed(
    library: Library,
    encoder: str,
    views: str | None = None,
    projection: str | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> ReembedReport:
    """Embed every shape anew from its file with another encoder, camera rig (`views`) or projection of clouds.

    Searches go on with the old vectors until all is done. Ctrl-C or a crash keeps what is embedded; the next run
    goes on there. Files that cannot be read any more stop the swap, and are listed: an unplugged drive loses nothing.
    Raises LibraryBusy, EncoderError.
    """
    started = time.perf_counter()
    recipe = replace(library.recipe, rig=camera_rig(views).name) if views else library.recipe
    recipe = replace(recipe, projection=projection) if projection else recipe
    check_projection(recipe.projection)
    report = ReembedReport()
    with writing(library):
        loaded = load_encoder(encoder, library.settings.threads or None)
        side = _Side(library, loaded, recipe.to_json())
        ids = set(allowed_ids(library.catalog, None).tolist())
        kept = side.keys() & ids
        report.resumed = len(kept)
        facts = facts_of(library.catalog, sorted(ids - kept))
        wanted = (Wanted(one.id, one.path, one.measures.up) for one in facts.values())
        jobs = library.settings.processes
        try:
            for one in EmbeddingStream(wanted, lambda: loaded, recipe, library.settings.limits, jobs):
                if one.vectors is None:
                    report.failures.append((facts[one.key].path, one.reason))
                else:
                    side.add(one.key, one.vectors)
                    report.embedded += 1
                progress(report.embedded + len(report.failures), len(facts))
            if not report.failures:
                side.swap_in(library, loaded, recipe.to_json())
                report.done = True
        finally:
            side.close(delete=report.done)
        if report.done:
            library.publish(anew=True)
            report.notes = refresh(library, everything=True)
    report.seconds = time.perf_counter() - started
    return report


class _Side:
    """The file of new vectors beside the catalog, bound to its encoder and recipe; another's leftovers are dropped."""

    def __init__(self, library: Library, encoder: Encoder, recipe: str) -> None:
        self.file = library.folder / SIDE
        maker = repr((encoder.card.identity, recipe, STORED_AS))
        self._connection = self._open(maker)
        self._last_commit = time.perf_counter()

    def _open(self, maker: str) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file)
        connection.execute("CREATE TABLE IF NOT EXISTS maker(text TEXT)")
        if connection.execute("SELECT text FROM maker").fetchall() != [(maker,)]:
            connection.execute("DROP TABLE IF EXISTS fresh")
            connection.execute("DELETE FROM maker")
            connection.execute("INSERT INTO maker VALUES (?)", (maker,))
        blobs = ", ".join(f"{name} BLOB" for name in STORED_AS)
        connection.execute(f"CREATE TABLE IF NOT EXISTS fresh(shape_id INTEGER PRIMARY KEY, {blobs})")
        connection.commit()
        return connection

    def keys(self) -> set[int]:
        """Ids embedded already."""
        return {row[0] for row in self._connection.execute("SELECT shape_id FROM fresh")}

    def add(self, key: int, vectors: Vectors) -> None:
        """Keep one shape's new vectors; on the disk within seconds."""
        blobs = as_blobs(vectors)
        values = (key, *(blobs[name] for name in STORED_AS))
        self._connection.execute(f"INSERT OR REPLACE INTO fresh VALUES ({', '.join('?' * len(values))})", values)
        if time.perf_counter() - self._last_commit > _COMMIT_SECONDS:
            self._connection.commit()
            self._last_commit = time.perf_counter()

    def swap_in(self, library: Library, encoder: Encoder, recipe: str) -> None:
        """Replace all vectors, card and recipe of the catalog in one transaction."""
        self._connection.commit()
        facts: dict[str, Any] = {"encoder_card": encoder.card.to_json(), "recipe": recipe}
        with library.catalog.engine.connect() as connection:
            connection.execute(text("ATTACH DATABASE :file AS side"), {"file": str(self.file)})
            connection.commit()
            connection.execute(text("DELETE FROM embeddings"))
            connection.execute(
                text(
                    f"INSERT INTO embeddings ({', '.join(('shape_id', *STORED_AS))})"
                    " SELECT * FROM side.fresh WHERE shape_id IN (SELECT id FROM shapes)"
                )
            )
            for key, value in facts.items():
                connection.execute(
                    text("UPDATE facts SET value = :value WHERE key = :key"), {"key": key, "value": value}
                )
            next_generation(connection)
            connection.commit()
            connection.execute(text("DETACH DATABASE side"))
            connection.commit()
        library.use(encoder)

    def close(self, delete: bool) -> None:
        """Close the file, and remove it when its content is in the catalog."""
        self._connection.commit()
        self._connection.close()
        if delete:
            self.file.unlink(missing_ok=True)
