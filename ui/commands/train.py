"""`shapeseek align`: training encoders."""

from __future__ import annotations

from pathlib import Path

import click

from ui.commands.options import print_json


@click.group()
def align() -> None:
    """Train encoders (needs the extra: pip install 'shapeseek[starter]')."""


@align.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--work", type=click.Path(path_type=Path), help="Folder for stages, so that a run goes on where it stopped."
)
@click.option("--text-minutes", default=24.0, show_default=True, help="Time for the text tower.")
@click.option("--threads", default=2, show_default=True, help="Cores to use.")
@click.option("--seed", default=0, show_default=True, help="Random seed.")
def starter(data: Path, out: Path, work: Path | None, text_minutes: float, threads: int, seed: int) -> None:
    """Train the bundled encoder on the labelled shapes in DATA, write it to OUT, print its card.

    Stages are kept in the work folder (about 5 GB): a run that was broken off goes on where it stopped.
    """
    from engine.align.starter import train_starter

    work = work or out.with_name(out.name + ".work")
    print_json(train_starter(data, out, work, seed, text_minutes=text_minutes, threads=threads))
