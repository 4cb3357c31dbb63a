"""`shapeseek align generate` and `align train`: an encoder's depth branch aligned with one's own shapes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.commands.options import failure_lines, json_option, library_option, open_library, print_json, table
from ui.commands.progress import Bar

if TYPE_CHECKING:
    from engine.align.train import TrainReport
    from indexer.pair_sources import Pictures
    from indexer.pairs import GenerateReport

_FOLDER = click.Path(path_type=Path, file_okay=False)
_SHOWN_FAILURES = 10


@click.command()
@library_option
@click.option("--out", required=True, type=_FOLDER, help="Folder for the pairs; a run that was broken off goes on.")
@click.option(
    "--source", type=click.Choice(["renders", "diffusion", "icons"]), default="renders", show_default=True,
    help="Lit renders of the shapes, pictures painted over their depth, or pictures that people made.",
)  # fmt: skip
@click.option("--collection", help="Only this collection.")
@click.option("--where", help="Only shapes that pass, e.g. 'faces < 20000 and tag = chair'.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many shapes.")
@click.option("--keep", type=float, help="Share of a shape's pictures to keep, by agreement with its name.")
@click.option("--encoder", help="Judge of the agreement.  [default: the library's own]")
@click.option("--icons", type=click.Path(path_type=Path, dir_okay=False), help="CSV with columns path and icon.")
@click.option("--pipeline", help="Diffusion model: a folder, or its name on the model hub.")
@click.option("--controlnet", help="Depth ControlNet: a folder, or its name on the model hub.")
@click.option("--steps", type=click.IntRange(min=1), help="Diffusion steps.  [default: 20]")
@click.option("--size", type=click.IntRange(min=8), help="Side in pixels that it paints at.  [default: 256]")
@click.option("--batch", type=click.IntRange(min=1), help="Pictures painted at once.  [default: 10]")
@click.option("--device", help="Where it paints, as torch names it.  [default: the GPU if there is one]")
@click.option("--seed", default=0, show_default=True, help="Seed of light and noise.")
@json_option
def generate(
    library: Path | None,
    out: Path,
    source: str,
    collection: str | None,
    where: str | None,
    limit: int | None,
    keep: float | None,
    encoder: str | None,
    icons: Path | None,
    seed: int,
    as_json: bool,
    **painting: Any,
) -> int:
    """Make the pictures that an encoder is aligned with: a picture for each depth view of a library's shapes.

    \b
    shapeseek align generate --out pairs
    shapeseek align generate --out painted --source diffusion --pipeline ./sd15 --controlnet ./depth
    shapeseek align generate --out drawn --source icons --icons labels.csv

    Pictures that agree least with a shape's name are left out (--keep). Run it again at any time: only shapes that
    are missing in the folder are done.
    """
    from engine.bundled import bundled_json
    from indexer.pairs import Choice
    from indexer.pairs import generate as run

    share = keep if keep is not None else float(bundled_json("align.json")["keep"][source])
    with open_library(library) as opened:
        judge = None
        if encoder is not None:
            from engine.encoder import load_encoder

            judge = load_encoder(encoder, opened.settings.threads or None)
        with closing(Bar("Making pairs", "shape")) as progress:
            report = run(
                opened, out, lambda: _source(source, icons, seed, painting), share, Choice(collection, where, limit),
                judge, progress,
            )  # fmt: skip
    if as_json:
        print_json({"out": str(out), **report.to_dict()})
    else:
        click.echo(_generated(report, out))
    return 130 if report.interrupted else 1 if report.failures else 0


@click.command()
@click.option("--pairs", required=True, multiple=True, type=_FOLDER, help="A folder of pairs; repeatable.")
@click.option("--out", required=True, type=_FOLDER, help="Folder of the new encoder: use it as --encoder FOLDER.")
@click.option("--encoder", default="starter", show_default=True, help="The base, whose depth branch is tuned.")
@click.option("--epochs", type=click.IntRange(min=1), help="Times every shape is shown.  [default: 10]")
@click.option("--batch", type=click.IntRange(min=2), help="Shapes a step.  [default: 128]")
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), help="Peak learning rate.  [default: 3e-4]")
@click.option("--views", type=click.IntRange(min=1), help="Views of a shape in a step.  [default: all]")
@click.option("--stages", type=click.IntRange(min=1), help="Stages tuned of a convolutional tower.  [default: 1]")
@click.option("--text-weight", "text", type=click.FloatRange(min=0), help="Weight of a term with the shapes' names.")
@click.option("--temperature", type=click.Choice(["fixed", "learned"]), help="The loss's.  [default: fixed]")
@click.option("--held-out", type=click.FloatRange(0, 1, max_open=True), help="Share only measured on.  [default: 0.1]")
@click.option("--precision", type=click.Choice(["auto", "bf16", "fp32"]), help="[default: bf16 on a GPU, else fp32]")
@click.option("--device", help="Where to train, as torch names it.  [default: the GPU if there is one]")
@click.option("--threads", type=click.IntRange(min=1), help="Threads on a CPU.  [default: as torch chooses]")
@click.option("--seed", type=int, help="Seed of the split and the order.  [default: 0]")
@click.option("--resume/--fresh", default=True, help="Go on with a run that was broken off, or begin anew.")
@click.option("--log", type=_FOLDER, help="Folder of the log, for TensorBoard.  [default: OUT.work/log]")
@json_option
def train(
    pairs: tuple[Path, ...],
    out: Path,
    encoder: str,
    device: str | None,
    threads: int | None,
    resume: bool,
    log: Path | None,
    as_json: bool,
    **given: Any,
) -> int:
    """Align an encoder's depth branch with the pictures of `align generate`: a few MB beside the base.

    \b
    shapeseek align train --pairs pairs --out my-encoder
    shapeseek reindex --encoder my-encoder
    torchrun --nproc-per-node 4 --no-python shapeseek align train --pairs pairs --out my-encoder

    Ctrl-C keeps the state; the same command goes on there.
    """
    from engine.align.settings import TuneSettings
    from engine.align.train import Run
    from engine.align.train import train as run

    settings = TuneSettings.defaults(**given)
    with closing(Bar("Computing features", "shard")) as features, closing(Bar("Training", "step")) as steps:

        def progress(station: str, done: int, total: int, values: Any) -> None:
            (steps if station == "train" else features)(done, total, loss=values.get("loss"))

        report = run(Run(pairs, out, encoder, log, device, threads, not resume), settings, progress)
    if report is None:
        return 0  # the first process speaks for all
    if as_json:
        print_json(report.to_dict())
    else:
        click.echo(_trained(report))
    return 130 if report.interrupted else 0


def _trained(report: TrainReport) -> str:
    if report.interrupted:
        return f"Interrupted at step {report.step:,} of {report.steps:,}: run it again to go on."
    from engine.align.train import retrieval_rows

    lines = [
        f"{report.shapes:,} shapes in {report.step - report.resumed_at:,} steps, {report.seconds:.0f} s. "
        f"Encoder: {report.out}; use it: shapeseek index FOLDER --encoder {report.out}"
    ]
    if report.before:
        lines.append(table(retrieval_rows(report), right=(2, 3)))
    lines += [f"Note: {note}" for note in report.notes]
    return "\n".join(lines)


def _source(source: str, icons: Path | None, seed: int, painting: dict[str, Any]) -> Pictures:
    from indexer.pair_sources import Diffusion, Icons, Renders

    if source == "icons":
        return Icons(icons)
    if source == "renders":
        return Renders(seed)
    from engine.align.diffusion import DiffusionSettings, licence_notice

    given = {name: value for name, value in painting.items() if name != "device"}
    notice = licence_notice(DiffusionSettings.defaults(**given))
    if notice:
        click.echo(f"Licence of the default diffusion weights: {notice}.", err=True)
    return Diffusion(seed=seed, **painting)


def _generated(report: GenerateReport, out: Path) -> str:
    counts = [("made", report.made), ("there before", report.present), ("without a picture", report.without)]
    done = ", ".join(f"{count:,} {name}" for name, count in counts if count) or "nothing made"
    lines = [f"Shapes: {done}, in {report.seconds:.1f} s. Pairs: {out}"]
    if report.made:
        every = report.pictures + report.dropped
        lowest = f", the lowest kept at {report.lowest_kept:.3f}" if report.lowest_kept is not None else ""
        lines.append(
            f"Pictures: {report.pictures:,} kept, {report.dropped:,} of {every:,} dropped that agreed least with the "
            f"shape's name{lowest}."
        )
    lines += failure_lines([(one["path"], one["reason"]) for one in report.failures], _SHOWN_FAILURES)
    if report.interrupted:
        lines.append("Interrupted: what was made is kept; run it again to go on.")
    return "\n".join(lines)
