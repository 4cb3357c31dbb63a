"""The page's address: all of a search that fits a URL, so it can be bookmarked, shared and gone back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import streamlit as st

COUNTS = (12, 24, 48, 96)
PAGES = ("library", "copies")
MOST = 200  # cards one page can show without becoming slow
LONGEST_TEXT = 1_000


@dataclass(frozen=True)
class Address:
    """What the page is asked to show; field names are the URL's parameters, defaults are left out of it.

    q: the search box as typed. like: show shapes like this id. show: the chosen shape's id. faces: "LOW-HIGH", either
    may be missing. page: "" for the search, "library" for what the library holds, "copies" for its duplicates.
    """

    q: str = ""
    like: int | None = None
    show: int | None = None
    k: int = 24
    collection: str = ""
    format: tuple[str, ...] = ()
    kind: str = ""
    tag: tuple[str, ...] = ()
    faces: str = ""
    page: str = ""

    @property
    def face_range(self) -> tuple[int, int | None]:
        """(fewest, most or None) faces asked for."""
        low, _, high = self.faces.partition("-")
        fewest, most = _number(low) or 0, _number(high) or None
        return (fewest, most) if most is None or fewest <= most else (most, fewest)

    @property
    def where(self) -> str:
        """The chosen filters as a filter expression; empty without any."""
        low, high = self.face_range
        parts = [_any_of("format", self.format), _any_of("tag", self.tag), _any_of("kind", [self.kind])]
        parts += [f"faces >= {low}"] if low else []
        parts += [f"faces <= {high}"] if high is not None else []
        return " and ".join(part for part in parts if part)

    def to_params(self) -> dict[str, str | list[str]]:
        """The URL's parameters; repeated ones as lists."""
        changed = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}
        return {
            name: list(value) if isinstance(value, tuple) else str(value)
            for name, value in changed.items()
            if value is not None
        }

    @classmethod
    def from_params(cls, params: Mapping[str, Sequence[str]]) -> Address:
        """Read the URL's parameters; what makes no sense counts as not there."""
        last = {name: values[-1] for name, values in params.items() if values}
        return cls(
            q=last.get("q", "")[:LONGEST_TEXT],
            like=_number(last.get("like", "")),
            show=_number(last.get("show", "")),
            k=min(max(_number(last.get("k", "")) or cls.k, 1), MOST),
            collection=last.get("collection", ""),
            format=tuple(params.get("format", ())),
            kind=last.get("kind", ""),
            tag=tuple(params.get("tag", ())),
            faces=last.get("faces", ""),
            page=last["page"] if last.get("page") in PAGES else "",
        )


def here() -> Address:
    """The address the browser is at."""
    return Address.from_params({name: st.query_params.get_all(name) for name in st.query_params})


def go(address: Address) -> None:
    """Make `address` the browser's, as one step of its history."""
    if address != here():
        st.query_params.from_dict(address.to_params())


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _any_of(field: str, values: Sequence[str]) -> str:
    quoted = [_quoted(value) for value in values if value]
    wanted = " or ".join(f"{field} = {value}" for value in quoted if value)
    return f"({wanted})" if wanted else ""


def _quoted(value: str) -> str:
    """The value as the filter language quotes it; it has no way to write both kinds of quotes in one."""
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else ""
