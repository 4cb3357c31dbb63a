"""`shapeseek align`: training encoders; the bundled one here, one's own in align.py."""

from __future__ import annotations

from pathlib import Path

import click

from ui.commands.align import generate, train
from ui.commands.options import print_json


@click.group()
def align() -> None:
    """Train encoders: the depth branch on your own shapes (generate, then train), or the bundled one (starter)."""


align.add_command(generate)
align.add_command(train)


@align.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--work", type=click.Path(path_type=Path), help="Folder for stages, so that a run goes on where it stopped."
)
@click.option(
    "--extra",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="More shapes to learn from: EXTRA/KIND/*.glb, named by folder; EXTRA/phrases.json may describe the kinds.  "
    "[default: ten of each of the project's own kinds, made in the work folder]",
)
@click.option(
    "--further",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Go on from this encoder, an OUT of before: three more rounds of its image tower, whose mean is written.",
)
@click.option("--text-minutes", default=24.0, show_default=True, help="Time for the text tower.")
@click.option("--wider-minutes", default=30.0, show_default=True, help="Time to teach it ten languages and sentences.")
@click.option("--words-minutes", default=26.0, show_default=True, help="Time to teach it words from dictionaries.")
@click.option("--threads", default=2, show_default=True, help="Cores to use.")
@click.option("--seed", default=0, show_default=True, help="Random seed.")
def starter(
    data: Path,
    out: Path,
    work: Path | None,
    extra: Path | None,
    further: Path | None,
    text_minutes: float,
    wider_minutes: float,
    words_minutes: float,
    threads: int,
    seed: int,
) -> None:
    """Train the bundled encoder on the labelled shapes in DATA, write it to OUT, print its card.

    Stages are kept in the work folder (about 9 GB): a run that was broken off goes on where it stopped. Needs the
    extra: pip install 'shapeseek[starter]'.
    """
    from engine.align.starter import train_further, train_starter
    from indexer.samples import write_lessons

    work = work or out.with_name(out.name + ".work")
    if extra is None:
        extra = work / "kinds"
        write_lessons(extra)
    if further is not None:
        card = train_further(data, out, work, further, seed, threads=threads, extra=extra)
    else:
        card = train_starter(
            data, out, work, seed, text_minutes, wider_minutes, words_minutes, threads=threads, extra=extra
        )
    print_json(card)
