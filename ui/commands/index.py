"""`shapeseek index`: bring folders into the library."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.commands.naming import tag_with as tag
from ui.commands.options import (
    failure_lines,
    json_option,
    library_option,
    open_library,
    print_json,
    projection_option,
)
from ui.commands.progress import bars

if TYPE_CHECKING:
    from engine.library import Library
    from indexer.pipeline import IndexReport

POSES = {"upright": "orbit-12", "any": "rings-20"}
_STATIONS = {
    "split": "Looking for objects",
    "compare": "Comparing",
    "load": "Loading the encoder",
    "index": "Indexing",
    "look": "Looking which way is up",
}
_UP_HELP = """Axis that points up, remembered by the collection; auto: each format's convention.
  [default: what the collection remembers, else auto]"""
_SHOWN_FAILURES = 10
_WATCH_SECONDS = 5.0  # between looks: a look reads no file that keeps its size and time stamp


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@library_option
@click.option("--collection", help="Name for these files.  [default: the folder's name]")
@click.option("--encoder", help="Encoder of a new library.  [default: starter]")
@click.option("--views", help="Camera rig of a new library, or a number of views: 5, 10 or 12.  [default: orbit-12]")
@click.option("--pose", type=click.Choice(["upright", "any"]), help="any: shapes lie as they fell; 20 views.")
@projection_option
@click.option("--up", type=click.Choice(["y", "z", "auto"]), help=_UP_HELP)
@click.option("--jobs", type=click.IntRange(min=1), help="Rendering processes.  [default: cores - 1]")
@click.option(
    "--objects/--no-objects",
    default=None,
    help="Also index each object of a scene by itself; or forget them.  [default: as each file was before]",
)
@click.option("--retry-failed", is_flag=True, help="Try files again that failed before.")
@click.option(
    "--tag-with",
    metavar="LABELS",
    help="Tag what fits of these labels, now and later: a,b,c or a .txt or .csv file, or everyday.",
)
@click.option("--tag-least", type=click.FloatRange(0, 1, min_open=True), help="Least probability of such a tag.")
@click.option("--watch", is_flag=True, help="Stay, and index what changes, until Ctrl-C.")
@json_option
def index(
    paths: tuple[Path, ...],
    library: Path | None,
    collection: str | None,
    encoder: str | None,
    views: str | None,
    pose: str | None,
    projection: str | None,
    up: str | None,
    jobs: int | None,
    objects: bool | None,
    retry_failed: bool,
    tag_with: str | None,
    tag_least: float | None,
    watch: bool,
    as_json: bool,
) -> int:
    """Index folders and files: OBJ, STL, PLY, OFF, GLB, glTF, 3MF, DAE, XYZ, NPY, and ZIP archives of them.

    Run it again at any time: only what changed is done. Your files are only read.
    """
    from engine.errors import UsageError
    from engine.labels.naming import read_labels

    if tag_least is not None and tag_with is None:
        raise UsageError("--tag-least belongs to --tag-with.", "Give labels as --tag-with chair,table,lamp.")
    if tag_with is not None:
        read_labels(tag_with)  # a bad list is told before any work
    rig = camera_rig_asked_for(views, pose)
    asked: dict[str, Any] = {key: value for key, value in (("rig", rig), ("projection", projection)) if value}
    flags: dict[str, Any] = {"encoder": encoder, "views": rig, "projection": projection, "jobs": jobs}
    with open_library(library, create=True, **flags) as opened:
        if asked and opened.catalog.fact("recipe"):
            opened.adopt(replace(opened.recipe, **asked))
        told: dict[str, Any] = {"collection": collection, "up": up or "", "objects": objects}
        report = run_index(opened, paths, retry_failed=retry_failed, **told)
        tagged = {}
        if tag_with is not None and not report.interrupted and opened.catalog.fact("encoder_card"):
            tagged = {"tagged": tag(opened, tag_with, tag_least, as_json)}
        _tell(report, opened, as_json, tagged)
        with contextlib.suppress(KeyboardInterrupt):  # between runs, however close to one, it is the way to end
            while watch and not report.interrupted:
                time.sleep(_WATCH_SECONDS)
                report = _looked_again(opened, paths, report, told, as_json)
    if report.interrupted:
        return 130
    return 1 if (report.failed or report.skipped) and not watch else 0  # what a watch met was told when it met it


def _looked_again(
    library: Library, paths: tuple[Path, ...], before: IndexReport, told: dict[str, Any], as_json: bool
) -> IndexReport:
    """One more run of --watch, told where it found something; one that cannot be done now is tried again later."""
    from engine.errors import LibraryBusy, UsageError

    try:
        report = run_index(library, paths, **told)
    except (LibraryBusy, UsageError) as error:  # another process writes; a drive is not mounted
        if before.notes != [str(error)]:
            click.echo(f"Waiting: {error}", err=True)
        return replace(before, notes=[str(error)])
    changed = report.new or report.updated or report.renamed or report.gone or report.interrupted
    if changed or report.failures != before.failures or report.notes != before.notes:
        _tell(report, library, as_json)
    return report


def camera_rig_asked_for(views: str | None, pose: str | None) -> str | None:
    """The rig that --views and --pose name together, None for the library's own. Raises UsageError for both."""
    from engine.views import camera_rig

    if views and pose:
        raise click.UsageError("--pose chooses the views itself: give --views or --pose.")
    if pose:
        return POSES[pose]
    return camera_rig(views).name if views else None


def _tell(report: IndexReport, library: Library, as_json: bool, more: dict[str, Any] | None = None) -> None:
    if as_json:
        print_json({**report.to_dict(), **(more or {})})
    else:
        click.echo(summary(report, library))


def run_index(library: Library, paths: tuple[Path, ...] | list[Path], **options: Any) -> IndexReport:
    """indexer.index with a progress bar on a terminal's stderr."""
    from indexer.pipeline import index as run

    with bars(_STATIONS, "shape") as progress:
        return run(library, paths, progress=progress, **options)


def summary(report: IndexReport, library: Library) -> str:
    """What a run did, for people."""
    counts = [
        ("new", report.new),
        ("updated", report.updated),
        ("renamed", report.renamed),
        ("unchanged", report.unchanged),
    ]
    counts += [("gone", report.gone), ("failed", report.failed)]
    done = ", ".join(f"{count:,} {name}" for name, count in counts if count) or "nothing found"
    lines = [f"{done} in {report.seconds:.1f} s. Library: {library.folder}"]
    lines += [f"Note: {note}" for note in report.notes]
    failures = [(one["path"], one["reason"]) for one in report.failures]
    lines += failure_lines(failures, _SHOWN_FAILURES, ": shapeseek stats --failed")
    if report.interrupted:
        lines.append("Interrupted: what was done is kept; run it again to go on.")
    return "\n".join(lines)
