"""One writer at a time: the lock that everything holds which changes a library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import filelock
from sqlalchemy.exc import OperationalError

from engine.errors import LibraryBusy, LibraryError


class Housed(Protocol):
    """What lives in a folder of its own."""

    folder: Path


@contextmanager
def writing(library: Housed) -> Iterator[None]:
    """Hold the library's write lock. Raises LibraryBusy when another process does, LibraryError for a failing disk."""
    try:
        lock = filelock.FileLock(library.folder / "writing.lock")
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise LibraryBusy(
            f"Another process is writing to {library.folder}.", "Wait for it to end; searching works meanwhile."
        ) from None
    except OSError as error:
        raise LibraryError(f"{library.folder} cannot be written ({error.strerror or error}).") from error
    try:
        yield
    except (OperationalError, OSError) as error:
        reason = getattr(error, "orig", None) or getattr(error, "strerror", None) or error
        raise LibraryError(
            f"{library.folder} cannot be written ({reason}).",
            "Free some space or check the disk, then run it again: what was committed is kept.",
        ) from error
    finally:
        lock.release()
