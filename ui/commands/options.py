"""Options that several commands share, and how they open a library."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from engine.library import Library

Command = TypeVar("Command", bound=Callable[..., Any])

_LIBRARY_HELP = "The library's folder.  [default: SHAPESEEK_LIBRARY, or one in your data folder]"


def library_option(command: Command) -> Command:
    """--library DIR."""
    return click.option("--library", type=click.Path(path_type=Path), help=_LIBRARY_HELP)(command)


def json_option(command: Command) -> Command:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")(command)


def projection_option(command: Command) -> Command:
    """--projection NAME."""
    return click.option(
        "--projection",
        type=click.Choice(["closing", "contour"]),
        help="How point clouds become depth maps: closing, or the OpenDlign paper's contour.  [default: closing]",
    )(command)


def open_library(folder: Path | None, create: bool = False, **flags: Any) -> Library:
    """The library that options, environment and settings file name, with all settings applied."""
    from engine.library import Library
    from engine.settings import load_settings

    settings = load_settings({"library": folder, **flags})
    return Library.open(settings.library, create=create, encoder=flags.get("encoder"), settings=settings)


def print_json(value: Any) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def failure_lines(failures: Sequence[tuple[str, str]], most: int, where_all: str = "") -> list[str]:
    """Lines of at most so many (path, reason); `where_all` says where the others are told."""
    lines = [f"  failed  {path}: {reason}" for path, reason in failures[:most]]
    if len(failures) > most:
        lines.append(f"  ... and {len(failures) - most:,} more{where_all}")
    return lines


def table(rows: Sequence[tuple[str, ...]], right: tuple[int, ...] = ()) -> str:
    """Rows as aligned columns; `right` lists the columns set flush right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        cells = [
            cell.rjust(w) if i in right else cell.ljust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
