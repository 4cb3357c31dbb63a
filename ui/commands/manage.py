"""`shapeseek collections`, `remove`, `stats`, `check` and `rebuild`: looking after a library."""

from __future__ import annotations

from pathlib import Path

import click

from ui.commands.options import json_option, library_option, open_library, print_json, table


@click.command()
@library_option
@json_option
def collections(library: Path | None, as_json: bool) -> None:
    """List the collections of the library."""
    with open_library(library) as opened:
        rows = opened.collections()
    if as_json:
        print_json({"collections": rows})
    elif not rows:
        click.echo("The library is empty.")
    else:
        lines = [("collection", "shapes", "failed")]
        lines += [(row["name"], f"{row['shapes']:,}", f"{row['failed']:,}") for row in rows]
        click.echo(table(lines, right=(1, 2)))


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@library_option
@click.option("--collection", help="Remove a whole collection.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
def remove(paths: tuple[Path, ...], library: Path | None, collection: str | None, yes: bool, as_json: bool) -> None:
    """Forget files, folders or a collection. Your files stay where they are; only the library forgets them."""
    from engine.errors import UsageError
    from indexer.removal import removable, remove_shapes

    if not paths and collection is None:
        raise UsageError("There is nothing to remove.", "Name paths, or a collection with --collection.")
    with open_library(library) as opened:
        known = removable(opened, paths, collection)
        if not yes and not as_json:
            click.confirm(
                f"Forget {len(known):,} files of {opened.folder}? The files themselves stay.", abort=True, err=True
            )
        remove_shapes(opened, known)
    if as_json:
        print_json({"removed": len(known)})
    else:
        click.echo(f"{len(known):,} files forgotten.")


@click.command()
@library_option
@click.option("--failed", is_flag=True, help="List the files that could not be indexed, with the reasons.")
@json_option
def stats(library: Path | None, failed: bool, as_json: bool) -> None:
    """Show what the library holds and how it was made."""
    from engine.health import statistics
    from engine.lookup import failures

    with open_library(library) as opened:
        values = statistics(opened)
        listed = failures(opened.catalog) if failed else []
    if as_json:
        reasons = {"failures": [{"path": path, "reason": reason} for path, reason in listed]} if failed else {}
        print_json({**values, **reasons})
        return
    lines = []
    for key, value in values.items():
        shown = (
            f"{value:,}"
            if isinstance(value, int)
            else ", ".join(map(str, value))
            if isinstance(value, list)
            else str(value)
        )
        lines.append((key.replace("_", " "), shown))
    click.echo(table(lines))
    for path, reason in listed:
        click.echo(f"failed  {path}: {reason}")


@click.command()
@library_option
@json_option
def check(library: Path | None, as_json: bool) -> None:
    """Verify catalog, vectors and thumbnails; say what is wrong and how to mend it."""
    from engine.errors import LibraryDamaged
    from engine.health import problems

    with open_library(library) as opened:
        found = problems(opened)
        folder = opened.folder
    if as_json:
        print_json({"ok": not found, "problems": found})
    elif not found:
        click.echo("The library is sound.")
    for problem in [] if as_json else found:
        click.echo(f"- {problem}")
    if found:
        raise LibraryDamaged(f"{folder} has {len(found)} problem(s).", f"Run: shapeseek rebuild --library {folder}.")


@click.command()
@library_option
@json_option
def rebuild(library: Path | None, as_json: bool) -> None:
    """Make vector files anew from the catalog, and missing thumbnails from the files."""
    from indexer.removal import restore

    with open_library(library) as opened:
        restored, lost = restore(opened)
    if as_json:
        print_json({"vectors": "rebuilt", "thumbnails_restored": restored, "thumbnails_lost": lost})
    else:
        click.echo(f"Vectors rebuilt; {restored:,} thumbnails restored, {lost:,} could not be.")
