"""`shapeseek reindex`, `export` and `import`: another encoder, another machine."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from ui.commands.options import json_option, library_option, open_library, print_json, projection_option
from ui.commands.progress import Bar


@click.command()
@library_option
@click.option("--encoder", help="The new encoder.  [default: as it was]")
@click.option("--views", help="Another camera rig.  [default: as it was]")
@projection_option
@json_option
def reindex(library: Path | None, encoder: str | None, views: str | None, projection: str | None, as_json: bool) -> int:
    """Embed the library anew, from its files, with another encoder, other views or another projection of clouds.

    Searches go on with the old vectors until all new ones are there; an interrupted run is resumed.
    """
    from indexer.reembed import reembed

    with open_library(library) as opened, closing(Bar("Embedding", "shape")) as progress:
        name = encoder or opened.card.name
        report = reembed(opened, name, views, projection, progress)
    failures = report.failures
    if as_json:
        listed = [{"path": path, "reason": reason} for path, reason in failures]
        counts = {
            "embedded": report.embedded,
            "resumed": report.resumed,
            "failed": len(failures),
            "notes": report.notes,
        }
        print_json({**counts, "done": report.done, "seconds": round(report.seconds, 2), "failures": listed})
        return 0 if report.done else 1
    if report.done:
        click.echo(f"{report.embedded + report.resumed:,} shapes embedded with {name} in {report.seconds:.1f} s.")
        for note in report.notes:
            click.echo(f"Note: {note}")
        return 0
    for path, reason in failures:
        click.echo(f"  failed  {path}: {reason}")
    click.echo(
        f"{len(failures):,} files cannot be read, so nothing was replaced. Bring them back, or take them out with "
        "`shapeseek remove PATH`, and run it again: what is embedded is kept.",
        err=True,
    )
    return 1


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@library_option
@json_option
def export(file: Path, library: Path | None, as_json: bool) -> None:
    """Write the library (catalog, vectors, thumbnails) to one FILE. Shape files stay where they are."""
    from engine.transfer import export_library

    with open_library(library) as opened:
        size = export_library(opened, file)
    if as_json:
        print_json({"file": str(file), "bytes": size})
    else:
        click.echo(f"{file}: {size / 2**20:.1f} MiB.")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@library_option
@json_option
def import_(file: Path, library: Path | None, as_json: bool) -> None:
    """Make a new library from an exported FILE."""
    from engine.settings import load_settings
    from engine.transfer import import_library

    with import_library(file, load_settings({"library": library}).library) as opened:
        shapes = sum(row["shapes"] for row in opened.collections())
        folder = opened.folder
    if as_json:
        print_json({"library": str(folder), "shapes": shapes})
    else:
        click.echo(f"{shapes:,} shapes in {folder}.")
