"""`shapeseek search` and `similar`: asking the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.commands.options import json_option, library_option, open_library, print_json, table

if TYPE_CHECKING:
    from engine.library import Library
    from engine.search import Hits

_FILTER_HELP = "Only shapes that pass, e.g. 'faces < 20000 and format = glb and not tag = metal'."


@click.command()
@click.argument("text", required=False)
@library_option
@click.option("--image", multiple=True, type=click.Path(path_type=Path), help="A picture of what to find; repeatable.")
@click.option("--shape", multiple=True, help="A shape file, or the id of a shape; repeatable.")
@click.option("--not", "without", multiple=True, help="What it should not be; repeatable.")
@click.option("--where", help=_FILTER_HELP)
@click.option("--collection", help="Only this collection.")
@click.option("-k", "k", default=12, show_default=True, help="How many hits.")
@click.option("--text-weight", type=click.FloatRange(min=0), help="Weight of the text beside pictures and shapes.")
@click.option("--image-weight", type=click.FloatRange(min=0), help="Weight of the pictures beside text and shapes.")
@click.option("--no-keywords", is_flag=True, help="Ignore names and tags: meaning alone.")
@click.option("--sheet", type=click.Path(path_type=Path), help="Also write the hits as one picture (PNG).")
@json_option
def search(
    text: str | None,
    library: Path | None,
    image: tuple[Path, ...],
    shape: tuple[str, ...],
    without: tuple[str, ...],
    where: str | None,
    collection: str | None,
    k: int,
    text_weight: float | None,
    image_weight: float | None,
    no_keywords: bool,
    sheet: Path | None,
    as_json: bool,
) -> None:
    """Find shapes by text, pictures, shapes, or all together.

    \b
    shapeseek search "a wooden chair with armrests"
    shapeseek search --image photo.jpg
    shapeseek search "with wheels" --image chair.png --not table --where "faces < 20000"
    shapeseek search --shape part.stl
    """
    with open_library(library) as opened:
        given = {"text": text_weight, "image": image_weight}
        hits = opened.search(
            text=text,
            image=list(image),
            shape=list(shape),
            without=list(without),
            where=where,
            collection=collection,
            k=k,
            weights={kind: weight for kind, weight in given.items() if weight is not None},
            keywords=not no_keywords,
        )
        show(opened, hits, as_json, sheet)


@click.command()
@click.argument("shape", type=int, metavar="ID")
@library_option
@click.option("--where", help=_FILTER_HELP)
@click.option("--collection", help="Only this collection.")
@click.option("-k", "k", default=12, show_default=True, help="How many hits.")
@click.option("--sheet", type=click.Path(path_type=Path), help="Also write the hits as one picture (PNG).")
@json_option
def similar(
    shape: int,
    library: Path | None,
    where: str | None,
    collection: str | None,
    k: int,
    sheet: Path | None,
    as_json: bool,
) -> None:
    """Find shapes like the one with ID."""
    with open_library(library) as opened:
        show(opened, opened.similar(shape, k, where, collection), as_json, sheet)


def show(library: Library, hits: Hits, as_json: bool, sheet: Path | None) -> None:
    """Print hits as a table or JSON, and draw them where asked."""
    if sheet is not None:
        from ui.sheet import draw_sheet

        draw_sheet(library, hits, sheet)
    if as_json:
        print_json(hits.to_dict())
        return
    if not len(hits):
        click.echo("No shape passes the filters.")
        return
    rows = [("score", "", "id", "name", "collection", "path")]
    for hit in hits:
        rows.append((f"{hit.score:.3f}", "weak" if hit.weak else "", str(hit.id), hit.name, hit.collection, hit.path))
    click.echo(table(rows, right=(0, 2)))
    if all(hit.weak for hit in hits):
        click.echo("All of these are weak matches: perhaps nothing here is what you asked for.", err=True)
