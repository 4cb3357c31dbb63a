"""`shapeseek eval`: how good an encoder is, on published datasets or a labelled collection of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engine.evaluation.protocols import ABLATIONS, PROTOCOLS
from ui.commands.options import failure_lines, json_option, print_json, table
from ui.commands.progress import bars

if TYPE_CHECKING:
    from engine.evaluation.report import Report, Row, Table

_STATIONS = {"compare": "Comparing", "embed": "Embedding", "classes": "Reading names"}
_SHOWN_FAILURES = 20
_PROTOCOLS_HELP = "\n\n\b\n" + "\n".join(f"{name:15} {told.title}" for name, told in PROTOCOLS.items())


def _numbers(context: click.Context, option: click.Parameter, text: str | None) -> tuple[int, ...]:
    try:
        numbers = tuple(sorted({int(part) for part in text.split(",")})) if text else ()
    except ValueError as error:
        raise click.BadParameter("write numbers with commas between, e.g. 1,2,4,8,16.") from error
    if numbers and numbers[0] < 1:
        raise click.BadParameter("numbers of examples begin at 1.")
    return numbers


@click.command(
    "eval",
    help="Measure an encoder on the dataset in DATA, beside the published figures. Nothing in DATA is changed.\n\n"
    "Shapes are drawn and encoded as `index` does it. Vectors are kept, so that a repeated or broken-off evaluation "
    "goes on where it was. Figures are in percent. PROTOCOL is one of:" + _PROTOCOLS_HELP,
)
@click.argument("protocol", type=click.Choice(list(PROTOCOLS)), metavar="PROTOCOL")
@click.option("--data", required=True, type=click.Path(path_type=Path), help="The dataset's folder, as published.")
@click.option("--encoder", help="Which encoder.  [default: SHAPESEEK_ENCODER, or starter]")
@click.option("--shots", callback=_numbers, help="Few-shot with so many examples a class, e.g. 1,2,4,8,16.")
@click.option("--seeds", default=10, show_default=True, type=click.IntRange(min=1), help="Few-shot: draws to average.")
@click.option("--ablate", multiple=True, type=click.Choice(ABLATIONS), help="Also measure with parts taken away.")
@click.option("--prompts", help="Texts around class names: plain or depth.  [default: the encoder's]")
@click.option(
    "--aggregate",
    type=click.Choice(["logits", "softmax"]),
    default="logits",
    show_default=True,
    help="Over views: sum of the cosines, or of each view's probabilities.",
)
@click.option("--projection", default="closing", show_default=True, help="How point clouds are drawn; or: contour.")
@click.option("--rig", default="orbit-10", show_default=True, help="The cameras.")
@click.option(
    "--points", type=click.IntRange(min=0), help="Points a shape; 0: whole shapes.  [default: the protocol's]"
)
@click.option("--up", type=click.Choice(["y", "z"]), help="The axis that points up.  [default: the dataset's]")
@click.option("--where", multiple=True, help="labels: only rows with COLUMN=VALUE, e.g. split=test; repeatable.")
@click.option("--label", default="name", show_default=True, help="labels: the column taken as a shape's class.")
@click.option("--only", type=click.Path(path_type=Path), help="Only the shapes whose ids this file lists.")
@click.option("--proposals", help="scannet: a detector's boxes, JSON or NPZ (docs/evaluation.md); or ours.")
@click.option("--limit", type=click.IntRange(min=1), help="Only so many shapes, for a quick look.")
@click.option("--cache", type=click.Path(path_type=Path), help="Where vectors are kept.  [default: your cache folder]")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that draw shapes.  [default: cores - 1]")
@json_option
def evaluate(protocol: str, as_json: bool, **options: Any) -> int:
    """Run one protocol; exit 1 when some shapes could not be drawn."""
    report = _run(protocol, **options)
    if as_json:
        print_json(report.to_dict())
    else:
        click.echo(_text(report))
    return 1 if report.failures else 0


def _run(protocol: str, encoder: str | None, up: str | None, label: str, jobs: int | None,
         cache: Path | None, **options: Any) -> Report:  # fmt: skip
    from engine.encoder import load_encoder
    from engine.evaluation import protocols
    from engine.evaluation.cache import default_cache
    from engine.settings import load_settings

    settings = load_settings({"encoder": encoder, "jobs": jobs})
    with bars(_STATIONS, "it") as progress:
        wish = protocols.Wish(
            encoder=lambda: load_encoder(settings.encoder, settings.threads or None),
            cache=cache or default_cache(),
            up=up or "",
            column=label,
            jobs=settings.processes,
            limits=settings.limits,
            progress=progress,
            **options,
        )
        return protocols.evaluate(protocol, wish)


def _text(report: Report) -> str:
    """The report for people."""
    told = ", ".join(f"{key} {_plain(value)}" for key, value in report.recipe.items())
    classes = f", {report.classes:,} classes" if report.classes else ""
    lines = [f"{report.dataset}: {report.shapes:,} shapes{classes}; encoder {report.encoder}; {told}."]
    for one in report.tables:
        lines += ["", *_table_lines(one)]
    lines += ["", *(f"Note: {note}." for note in report.notes)] if report.notes else []
    return "\n".join(lines + failure_lines(report.failures, _SHOWN_FAILURES, ": --json lists all"))


def _table_lines(one: Table) -> list[str]:
    ours = [row for row in one.rows if row.ours]
    beside = len(ours) < len(one.rows)
    rows = [("", one.title, "encoder", *one.columns, "")]
    rows += [_cells(row, one.columns, beside) for row in one.rows]
    numbers = tuple(range(3, 3 + len(one.columns)))
    lines = [table(rows, right=numbers)]
    if beside:
        lines.append("* ours, measured as the published rows; ~ ours, not to be compared with them, and why.")
        lines.append(f"Other rows: {one.source}.")
    return lines


def _cells(row: Row, columns: tuple[str, ...], beside: bool) -> tuple[str, ...]:
    mark = ("*" if row.comparable else "~") if row.ours and beside else ""
    figures = (f"{100 * row.figures[column]:.1f}" if column in row.figures else "-" for column in columns)
    return (mark, row.method, row.encoder, *figures, row.note)


def _plain(value: Any) -> str:
    return (
        ",".join(map(str, value)) if isinstance(value, list) else f"{value:,}" if isinstance(value, int) else str(value)
    )
