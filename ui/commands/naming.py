"""`shapeseek classify`, `teach`, `forget` and `labels`: names for shapes, given by the program or taught to it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.commands.options import json_option, library_option, open_library, print_json, table
from ui.commands.progress import Bar

if TYPE_CHECKING:
    from engine.labels.naming import Naming
    from engine.labels.teaching import Taught
    from engine.library import Library

_TOP = 5  # labels shown of a shape
_LABELS_HELP = "Names to choose from, separated by commas, or a .txt or .csv file.  [default: everyday names]"
_LEAST_HELP = "Least probability of a tag that is stored, over 0 and up to 1."


@click.command()
@click.argument("shapes", metavar="PATH|ID...", nargs=-1, required=True)
@library_option
@click.option("--labels", help=_LABELS_HELP)
@click.option("--top", type=click.IntRange(min=1), help="How many labels of each shape.  [default: 5; all with --json]")
@json_option
def classify(shapes: tuple[str, ...], library: Path | None, labels: str | None, top: int | None, as_json: bool) -> int:
    """Say which of some labels shapes are: files, or ids of shapes in the library.

    The probability is among the labels to choose from; "(unsure)" marks a best one under 50 %, or one that the shape
    hardly resembles.

    \b
    shapeseek classify 3 chair.glb --labels chair,table,lamp
    shapeseek classify 3 --labels labels.txt
    """
    from engine.errors import ShapeSeekError
    from engine.labels.naming import everyday_labels, read_labels
    from engine.query import id_or_file

    names = everyday_labels() if labels is None else read_labels(labels)[1]
    named: list[tuple[str, Naming]] = []
    failed: list[tuple[str, str]] = []
    with open_library(library) as opened:
        for shape in shapes:
            try:
                named.append((shape, opened.classify(id_or_file(shape), names)))
            except ShapeSeekError as error:
                if len(shapes) == 1:
                    raise
                failed.append((shape, str(error)))
    if as_json:
        rows = [_as_data(shape, naming, top) for shape, naming in named]
        told = {"shapes": rows, "failed": [{"shape": shape, "reason": reason} for shape, reason in failed]}
        print_json({**rows[0], **told} if len(shapes) == 1 else told)
    else:
        for shape, naming in named:
            lines = [(f"{p:6.1%}", label) for label, p in naming[: top or _TOP]]
            lines[0] = (lines[0][0], f"{lines[0][1]}{' (unsure)' if naming.unsure else ''}")
            click.echo((f"{shape}\n" if len(shapes) > 1 else "") + table(lines))
    for shape, reason in failed:
        click.echo(f"failed  {shape}: {reason}", err=True)
    return 1 if failed else 0


@click.command()
@click.argument("label")
@library_option
@click.option("--examples", multiple=True, metavar="ID|PATH,...", help="Shapes that are it; repeatable.")
@click.option("--not", "without", multiple=True, metavar="ID|PATH,...", help="Shapes that are not; repeatable.")
@click.option("--least", type=click.FloatRange(0, 1, min_open=True), help=_LEAST_HELP)
@click.option("--undo", is_flag=True, help="Take the label's last teaching back.")
@json_option
def teach(
    label: str,
    library: Path | None,
    examples: tuple[str, ...],
    without: tuple[str, ...],
    least: float | None,
    undo: bool,
    as_json: bool,
) -> None:
    """Teach LABEL by examples; what looks like them is tagged, now and when it is indexed later.

    Teaching it again adds to its examples. `shapeseek forget LABEL` takes all of it back.

    \b
    shapeseek teach "office chair" --examples 3,17,mine.glb --not 5
    shapeseek search --where "tag = 'office chair'" chair
    """
    from engine.errors import UsageError

    if undo and (examples or without or least is not None):
        raise UsageError("--undo takes the last teaching back; it takes no examples.", "Run it on its own.")
    with open_library(library) as opened:
        given = (_listed(examples), _listed(without), least)
        taught = opened.unteach(label) if undo else opened.teach(label, *given)
        if taught is None:
            print_json({"label": label, "examples": 0, "tagged": 0}) if as_json else click.echo(
                f"{label}: taught no more, its tags are gone."
            )
            return
        _tell_taught(opened, taught, as_json)


@click.command()
@click.argument("name", metavar="LABEL|LIST|NUMBER")
@library_option
@json_option
def forget(name: str, library: Path | None, as_json: bool) -> None:
    """Forget a taught label, or a list of labels, with all tags it gave; nothing else of the library changes.

    `shapeseek labels` shows the names and numbers.
    """
    with open_library(library) as opened:
        shapes = opened.forget(name)
    if as_json:
        print_json({"forgotten": name, "shapes": shapes})
    else:
        click.echo(f"{name} is forgotten; {_shapes(shapes)} lost its tags.")


@click.command()
@library_option
@json_option
def labels(library: Path | None, as_json: bool) -> None:
    """List what gives labels in the library: taught ones, and lists given with `index --tag-with`."""
    with open_library(library) as opened:
        rows = opened.labellers()
    if as_json:
        print_json({"labellers": [row.to_dict() for row in rows]})
        return
    if not rows:
        click.echo("Nothing gives labels here yet: see `shapeseek teach` and `shapeseek index --tag-with`.")
        return
    lines = [("number", "name", "kind", "least", "shapes", "labels")]
    for row in rows:
        said = ", ".join(f"{label} {count:,}" for label, count in list(row.labels.items())[:_TOP])
        more = f", {len(row.labels) - _TOP} more" if len(row.labels) > _TOP else ""
        shown = f"{said}{more}" if row.kind != "taught" else ""
        lines.append((str(row.id), row.name, row.kind, f"{row.least:g}", f"{row.shapes:,}", shown))
    click.echo(table(lines, right=(0, 3, 4)))
    for row in rows:
        if row.stale:
            click.echo(
                f"{row.name} was made for another encoder and labels nothing new: index or reindex makes it anew, "
                f"or teach it again.",
                err=True,
            )


def tag_with(library: Library, given: str, least: float | None, as_json: bool) -> dict[str, Any]:
    """Tag the library with labels, after a run of `index`; tells people, or returns what --json adds."""
    from engine.labels.tagging import tag_with as tag

    with closing(Bar("Tagging", "shape")) as progress:
        counts = tag(library, given, least, progress)
    if not as_json:
        said = ", ".join(f"{label} {count:,}" for label, count in list(counts.labels.items())[: 2 * _TOP])
        click.echo(f"Tagged {_shapes(counts.shapes)}{': ' if said else '.'}{said}")
    return counts.to_dict()


def _tell_taught(library: Library, taught: Taught, as_json: bool) -> None:
    from engine.lookup import facts_of

    facts = facts_of(library.catalog, [shape for shape, _ in (*taught.best, *taught.borderline)])

    def rows(listed: Sequence[tuple[int, float]]) -> list[dict[str, Any]]:
        named = ((facts[shape], share) for shape, share in listed)
        return [{"id": f.id, "name": f.description.name, "path": f.path, "probability": round(p, 4)} for f, p in named]

    best, borderline = rows(taught.best), rows(taught.borderline)
    if as_json:
        counts = {"label": taught.label, "examples": taught.positives, "not": taught.negatives}
        counts |= {"least": taught.least, "tagged": len(taught.shapes)}
        print_json({**counts, "best": best, "borderline": borderline})
        return
    examples = "1 example" if taught.positives == 1 else f"{taught.positives} examples"
    beside = f" and {taught.negatives} that are none" if taught.negatives else ""
    click.echo(f"{taught.label}: learnt from {examples}{beside}; {_shapes(len(taught.shapes))} tagged.")
    for title, listed in (("Surest", best), ("Borderline: confirm with --examples, deny with --not", borderline)):
        if listed:
            shown = [(f"{row['probability']:6.1%}", str(row["id"]), row["name"], row["path"]) for row in listed]
            click.echo(f"{title}\n{table(shown, right=(1,))}")


def _as_data(shape: str, naming: Naming, top: int | None) -> dict[str, Any]:
    labels = [{"label": label, "probability": round(p, 4)} for label, p in naming[:top]]
    return {"shape": shape, "labels": labels, "unsure": naming.unsure}


def _listed(given: Sequence[str]) -> list[int | str]:
    """Ids and files separated by commas; a file whose name holds one may be given on its own."""
    from engine.paths import is_file
    from engine.query import id_or_file

    parts = [part for one in given for part in ([one] if is_file(one) else one.split(","))]
    return [id_or_file(part.strip()) for part in parts if part.strip()]


def _shapes(count: int) -> str:
    return "1 shape" if count == 1 else f"{count:,} shapes"
