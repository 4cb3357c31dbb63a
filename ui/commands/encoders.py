"""`shapeseek encoders`, `encoders import` and `formats`: what this installation can use and read."""

from __future__ import annotations

from pathlib import Path

import click

from ui.commands.options import json_option, print_json, table


@click.group(invoke_without_command=True)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also list what others published: depth branches to import, and every tag of open_clip's registry.",
)
@json_option
@click.pass_context
def encoders(context: click.Context, everything: bool, as_json: bool) -> None:
    """List the encoders there are, with their licences, or import one. Bundled ones and your own work offline."""
    if context.invoked_subcommand is not None:
        return
    from engine.listing import available, fetched, to_import

    rows = available()
    if as_json:
        print_json({"encoders": rows + (to_import() + fetched() if everything else [])})
        return
    click.echo(table([(row["name"], row["where"], row["licence"]) for row in rows]))
    if not everything:
        click.echo("Also: ARCHITECTURE/TAG of open_clip (--all lists them), ARCHITECTURE/FILE, or a folder.")
        return
    branches = to_import()
    click.echo(f"\nOpenDlign's depth branches: {branches[0]['where']} (shapeseek encoders import FILE).")
    click.echo(f"Their licence: {branches[0]['licence']}.")
    click.echo(table([(row["name"], f"on {row['base']}", f"base: {row['base_licence']}") for row in branches]))
    click.echo("\nopen_clip's registry, fetched on first use:")
    click.echo(table([(row["name"], row["licence"]) for row in fetched()]))


@encoders.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--variant", help="B32, B16, L14 or H14.  [default: found by the file's shapes]")
@click.option("--name", help="What to call it.  [default: opendlign-VARIANT]")
@click.option("--base", help="The encoder it was tuned on.  [default: the variant's]")
@json_option
def import_file(file: Path, variant: str | None, name: str | None, base: str | None, as_json: bool) -> None:
    """Make an encoder of your own from one of OpenDlign's checkpoints.

    Only the tuned block is kept, a few megabytes; no code in the file is ever run, and nothing is fetched.
    `shapeseek encoders --all` says where the files are and under which licences.
    """
    from engine.importing import import_checkpoint

    done = import_checkpoint(file, variant, name, base)
    size = sum(one.stat().st_size for one in done.folder.iterdir())
    if as_json:
        values = {"name": done.name, "folder": str(done.folder), "base": done.base, "checked": done.checked}
        print_json({**values, "bytes": size, "licence": done.variant.licence if done.variant else ""})
        return
    click.echo(f"Encoder {done.name}: {size / 1e6:.1f} MB in {done.folder}, beside the weights of {done.base}.")
    if done.variant is not None:
        click.echo(f"Licence of the branch: {done.variant.licence}.")
        click.echo(f"Licence of its base: {done.variant.base_licence}.")
    if not done.checked:
        click.echo("The base is fetched when the encoder is first used, and compared with the branch then.")
    click.echo(f"Use it: shapeseek index FOLDER --library NEW --encoder {done.name}")


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
