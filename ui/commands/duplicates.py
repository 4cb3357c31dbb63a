"""`shapeseek duplicates`: copies among the shapes of a library."""

from __future__ import annotations

from pathlib import Path

import click

from ui.commands.options import json_option, library_option, open_library, print_json


@click.command()
@library_option
@click.option("--collection", help="Only within this collection.")
@click.option("--kind", "kinds", multiple=True, help="bytes, geometry, turned or near; repeatable.  [default: all]")
@json_option
def duplicates(library: Path | None, collection: str | None, kinds: tuple[str, ...], as_json: bool) -> None:
    """Report copies: same bytes, same geometry (other format, units, place, mirrored), turned, or nearly the same.

    Nothing is deleted; the evidence for each group is shown.
    """
    from engine.errors import UsageError
    from indexer.duplicates import KINDS, find_duplicates

    if unknown := set(kinds) - set(KINDS):
        raise UsageError(f"There is no kind {', '.join(sorted(unknown))}.", f"Known: {', '.join(KINDS)}.")
    with open_library(library) as opened:
        groups = find_duplicates(opened, kinds or KINDS, collection)
    if as_json:
        print_json({"groups": [group.to_dict() for group in groups]})
        return
    for group in groups:
        click.echo(f"{group.kind}: {len(group.shapes)} shapes")
        evidence = {pair.second: pair for pair in group.pairs}
        for shape in group.shapes:
            pair = evidence.get(shape.id)
            notes = [f"{pair.kind} as {pair.first}"] if pair else []
            notes += [f"{pair.scale:g} times the size"] if pair and abs(pair.scale - 1) > 1e-3 else []
            notes += ["mirrored"] if pair and pair.mirrored else []
            click.echo(f"  {shape.id:>6}  {shape.path}  {', '.join(notes)}".rstrip())
    click.echo(f"{len(groups)} groups." if groups else "No duplicates.")
