"""`shapeseek encoders` and `formats`: what this installation can use and read."""

from __future__ import annotations

import click

from ui.commands.options import json_option, print_json, table


@click.command()
@click.option(
    "--all", "everything", is_flag=True, help="Also list every tag of open_clip's registry (weights are fetched)."
)
@json_option
def encoders(everything: bool, as_json: bool) -> None:
    """List the encoders there are: bundled ones work offline."""
    from engine.checkpoints import bundled_encoders, registry

    rows = [{"name": name, "where": "bundled"} for name in bundled_encoders()]
    rows += [{"name": name, "where": "fetched on first use"} for name in (registry() if everything else [])]
    if as_json:
        print_json({"encoders": rows})
        return
    click.echo(table([(row["name"], row["where"]) for row in rows]))
    if not everything:
        click.echo("Also: ARCHITECTURE/TAG of open_clip (--all lists them), ARCHITECTURE/FILE, or a folder.")


@click.command()
@json_option
def formats(as_json: bool) -> None:
    """List the shape formats that are read, with the axis that each takes as up."""
    from engine.formats import FORMATS
    from indexer.archives import ARCHIVES

    rows = [{"extension": f.extension, "title": f.title, "up": f.up} for f in FORMATS.values()]
    if as_json:
        print_json({"formats": rows, "archives": sorted(kind.lstrip(".") for kind in ARCHIVES)})
        return
    click.echo(table([("format", "", "up"), *[(row["extension"], row["title"], row["up"]) for row in rows]]))
    click.echo(f"Archives of these: {', '.join(sorted(kind.lstrip('.') for kind in ARCHIVES))}")
