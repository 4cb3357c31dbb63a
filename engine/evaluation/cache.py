"""Vectors of evaluated shapes and class names on the disk, so that a broken-off or repeated evaluation goes on at once.

A row's key is a hash of all that decides it: the file's content, how it was drawn, and whose vectors they are.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from engine.catalog import bindable
from engine.errors import ShapeFileError, UsageError

Half = NDArray[np.float16]

_TABLES = """
CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, rows INTEGER, aligned BLOB, form BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, content TEXT) WITHOUT ROWID;
"""


def default_cache() -> Path:
    """Where vectors of evaluations are kept when nothing is said: the user's cache folder."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("shapeseek", appauthor=False)) / "eval"


def key_of(*parts: str) -> str:
    """The key of a row that these texts decide."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class VectorCache:
    """One file of vectors. Use as a context manager. Raises UsageError when it cannot be written or is damaged."""

    def __init__(self, folder: Path) -> None:
        self._file = folder.expanduser() / "vectors.sqlite"
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(self._file, timeout=60)
            self._base.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + _TABLES)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    def get(self, keys: Sequence[str]) -> dict[str, tuple[Half, Half]]:
        """Key -> (aligned (rows, D), form (F,)) of those that are kept."""
        found = {}
        try:
            for some in bindable(keys):
                asked = f"SELECT * FROM vectors WHERE key IN ({','.join('?' * len(some))})"
                for key, rows, aligned, form in self._base.execute(asked, some):
                    found[key] = np.frombuffer(aligned, np.float16).reshape(rows, -1), np.frombuffer(form, np.float16)
        except (sqlite3.Error, ValueError) as error:
            raise self._unusable(error) from error
        return found

    def has(self, keys: Sequence[str]) -> set[str]:
        """The keys that are kept."""
        kept: set[str] = set()
        try:
            for some in bindable(keys):
                asked = f"SELECT key FROM vectors WHERE key IN ({','.join('?' * len(some))})"
                kept.update(key for (key,) in self._base.execute(asked, some))
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return kept

    def put(self, rows: Iterable[tuple[str, Half, Half]]) -> None:
        """Keep (key, aligned, form) of several rows, all or none."""
        values = [(key, len(aligned), aligned.tobytes(), form.tobytes()) for key, aligned, form in rows]
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", values)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def content(self, path: Path) -> str:
        """sha256 of a file's bytes, remembered while its size and time stamp stay. Raises ShapeFileError."""
        try:
            status = path.stat()
            stamp = (str(path.absolute()), status.st_size, status.st_mtime_ns)
            row = self._base.execute(
                "SELECT content FROM files WHERE path = ? AND size = ? AND modified = ?", stamp
            ).fetchone()
            if row is not None:
                return str(row[0])
            with path.open("rb") as file:
                content = _digest(file)
            with self._base:
                self._base.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (*stamp, content))
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        except OSError as error:
            raise ShapeFileError(f"it cannot be read: {error.strerror or error}.") from error
        return content

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def __enter__(self) -> VectorCache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _unusable(self, error: Exception) -> UsageError:
        return UsageError(
            f"The kept vectors in {self._file} cannot be used: {error}.",
            "Delete that file, or name another folder: --cache DIR.",
        )


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(2**20):
        digest.update(chunk)
    return digest.hexdigest()
