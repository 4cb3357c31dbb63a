"""`shapeseek align`: training encoders."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def align() -> None:
    """Train encoders (needs the extra: pip install 'shapeseek[align]')."""


@align.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--work", type=click.Path(path_type=Path), help="Folder for stages, so that a run goes on where it stopped."
)
@click.option("--seed", default=0, show_default=True, help="Random seed.")
def starter(data: Path, out: Path, work: Path | None, seed: int) -> None:
    """Train the bundled encoder on the labelled shapes in DATA and write it to OUT."""
    from engine.align import train_starter

    train_starter(data, out, work or out.with_name(out.name + ".work"), seed=seed)
