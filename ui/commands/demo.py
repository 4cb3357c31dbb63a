"""`shapeseek demo` and `ui`: a real library to try, and the page."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ui.commands.index import run_index, summary
from ui.commands.options import library_option, open_library
from ui.commands.search import show

_EXAMPLE = "a chair with armrests"


def _headless() -> bool:
    return os.environ.get("SHAPESEEK_HEADLESS", "") not in ("", "0")


@click.command()
@click.option("--folder", type=click.Path(path_type=Path), help="Where the demo lives.  [default: your cache folder]")
@click.option("--no-ui", is_flag=True, help="Stop after a printed example search.")
@click.option("--samples", is_flag=True, help="Use the built-in parametric shapes; fetch nothing.")
@click.option("--port", type=int, help="Port of the page.  [default: 8501, or the next free one]")
def demo(folder: Path | None, no_ui: bool, samples: bool, port: int | None) -> int:
    """Get a real library of household objects, index it, search it, and open the page."""
    import platformdirs

    home = folder or Path(platformdirs.user_cache_dir("shapeseek", appauthor=False)) / "demo"
    source = _samples(home / "samples") if samples else _household(home)
    library = (home / ("library-" + source.name)).resolve()
    with open_library(library, create=True) as opened:
        report = run_index(opened, [source], collection=source.name)
        click.echo(summary(report, opened))
        if report.interrupted:
            return 130
        click.echo(f'\nshapeseek search "{_EXAMPLE}" --library {library}')
        show(opened, opened.search(text=_EXAMPLE, k=6), as_json=False, sheet=None)
    if not no_ui:
        _serve(library, port)
    return 0


@click.command()
@library_option
@click.option("--port", type=int, help="Port of the page.  [default: 8501, or the next free one]")
@click.option("--no-browser", is_flag=True, help="Open no browser (also: SHAPESEEK_HEADLESS=1).")
def ui(library: Path | None, port: int | None, no_browser: bool) -> None:
    """Open the search page in a browser. Ctrl-C stops it."""
    from engine.settings import load_settings

    _serve(load_settings({"library": library}).library, port, no_browser)


def _serve(library: Path, port: int | None, no_browser: bool = False) -> None:
    from ui.launch import serve

    serve(library, port, headless=no_browser or _headless())


def _household(home: Path) -> Path:
    from indexer.household import PACKAGE, HouseholdUnavailable, fetch_household

    try:
        fetch_household(home / "household", lambda line: click.echo(line, err=True))
    except HouseholdUnavailable as reason:
        click.echo(f"Using built-in sample shapes, because {PACKAGE} cannot be had here: {reason}.", err=True)
        return _samples(home / "samples")
    click.echo(
        f"Using the household objects of Debian's package {PACKAGE}: real models with names and licences.", err=True
    )
    return home / "household"


def _samples(folder: Path) -> Path:
    from indexer.samples import write_samples

    if not (folder / "metadata.csv").is_file():
        write_samples(folder, variants=1)
    return folder
