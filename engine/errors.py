"""Every error ShapeSeek raises on purpose.

ShapeSeekError
├── UsageError            the request itself is wrong                              exit 2
│   ├── QueryError        an empty query, an unknown id, a term that makes no sense
│   ├── FilterError       a filter that cannot be read, or names an unknown field
│   └── PictureError      a query picture that cannot be read
├── ShapeFileError        one file cannot become a shape                           exit 1
│   ├── UnsupportedFormat
│   ├── EmptyShape        read, but nothing in it can be drawn
│   └── LimitExceeded     it would cost more time, memory or bytes than allowed
├── EncoderError          weights cannot be had, or do not fit                     exit 3
└── LibraryError          the library cannot be used as asked                      exit 3
    ├── LibraryNotFound
    ├── LibraryMismatch   it was made by another encoder or render recipe
    ├── LibraryBusy       another process is writing to it
    ├── LibraryDamaged
    └── LibraryNewer      it was written by a newer ShapeSeek

Only the command line and the page turn these into text and exit codes.
"""

from __future__ import annotations


class ShapeSeekError(Exception):
    """What went wrong and where (`what`), and what to do next (`hint`)."""

    exit_code = 3

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what, hint)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what} {self.hint}".strip()


class UsageError(ShapeSeekError):
    """The request itself is wrong."""

    exit_code = 2


class QueryError(UsageError):
    """The query is empty or names something that is not there."""


class FilterError(UsageError):
    """The filter cannot be read."""


class PictureError(UsageError):
    """The query picture cannot be read."""


class ShapeFileError(ShapeSeekError):
    """One file cannot become a shape; other files are not affected."""

    exit_code = 1


class UnsupportedFormat(ShapeFileError):
    """No loader of this installation reads the file's format."""


class EmptyShape(ShapeFileError):
    """The file was read but holds nothing that can be drawn."""


class LimitExceeded(ShapeFileError):
    """The file asks for more time, memory or bytes than it is allowed."""


class EncoderError(ShapeSeekError):
    """The encoder's weights cannot be had, or do not fit."""


class LibraryError(ShapeSeekError):
    """The library cannot be used as asked."""


class LibraryNotFound(LibraryError):
    """There is no library at the given place."""


class LibraryMismatch(LibraryError):
    """The library was made by another encoder or render recipe."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class LibraryDamaged(LibraryError):
    """The catalog or a file beside it is damaged."""


class LibraryNewer(LibraryError):
    """The library was written by a newer ShapeSeek."""
