"""Which shape files there are under the paths a person named."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import ShapeFileError, UsageError
from engine.facts import Description
from engine.formats import FORMATS, NOT_READ
from engine.geometry import Box
from engine.paths import SEPARATOR, whole_path
from engine.settings import Limits
from indexer.archives import ARCHIVES, members
from indexer.sidecars import describe, read_sidecars

_NOTHING_INSIDE = "it holds no shape file of a format read here."


@dataclass(frozen=True)
class Found:
    """One loadable unit on the disk: its catalog path, the file that holds it, its time stamp, what is said of it.

    box, content: of an object of a scene, where it stands and the hash of its geometry. objects: how many a scene was
    just found to hold (see catalog.File); None when it was not looked at.
    """

    path: str
    container: str
    size: int
    modified_ns: int
    folder: str
    description: Description
    box: Box | None = None
    content: str = ""
    objects: int | None = None


@dataclass
class Scan:
    """What a walk found: units, files that cannot be units with the reason, and roots left alone with the reason.

    `unreadable` are folders that could not be entered: what is known under them is neither found nor gone.
    """

    found: list[Found] = field(default_factory=list)
    failed: list[tuple[Found, str]] = field(default_factory=list)
    roots: list[Path] = field(default_factory=list)
    skipped_roots: list[tuple[Path, str]] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


def scan(paths: Iterable[Path], limits: Limits, exclude: Path | None = None) -> Scan:
    """Walk files and folders; `exclude` (the library itself) is not entered.

    Symbolic links to folders are not followed, hidden entries are passed over. Raises UsageError for roots inside one
    another, or when none of the paths exists.
    """
    result = Scan()
    for path in _roots(paths):
        reason = _unfit(path)
        if reason:
            result.skipped_roots.append((path, f"{reason}; nothing known under it was removed"))
        else:
            result.roots.append(path)
            _walk(path, limits, exclude, result)
    if not result.roots:
        reasons = "; ".join(f"{path}: {reason}" for path, reason in result.skipped_roots)
        raise UsageError(
            f"There is nothing to index: {reasons or 'no path was given'}.", "Name a folder or a shape file."
        )
    return result


def _roots(paths: Iterable[Path]) -> list[Path]:
    roots = [Path(whole_path(path)) for path in paths]
    named = Counter(roots)
    for one in roots:
        above = next((parent for parent in one.parents if parent in named), one if named[one] > 1 else None)
        if above is not None:
            raise UsageError(f"{one} overlaps with {above}.", "Name each folder once, and none inside another.")
    return roots


def _unfit(root: Path) -> str:
    """Why a root tells nothing of what is gone; empty for a good one."""
    try:
        if not root.exists():
            return "it does not exist"
        if root.is_dir() and not any(root.iterdir()):
            return "it is empty, perhaps not mounted"
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
    return ""


def _walk(root: Path, limits: Limits, exclude: Path | None, result: Scan) -> None:
    if not root.is_dir():
        _take(root, root.parent, _said_in(root.parent), limits, result)
        return
    barred = exclude.resolve() if exclude else None
    said: dict[str, Description] = {}

    def unreadable(error: OSError) -> None:
        folder = str(error.filename).encode("utf-8", "backslashreplace").decode()
        result.unreadable.append(folder)
        found = Found(folder, folder, 0, 0, "", describe(folder, None))
        result.failed.append((found, f"the folder cannot be read ({error.strerror}); what is known under it stays."))

    for folder, folders, files in os.walk(root, onerror=unreadable):
        here = Path(folder)
        folders[:] = sorted(
            f for f in folders if not f.startswith((".", "__MACOSX")) and (here / f).resolve() != barred
        )
        said.update(_said_in(here))
        for name in sorted(files):
            if not name.startswith("."):
                _take(here / name, root, said, limits, result)


def _said_in(folder: Path) -> dict[str, Description]:
    """What the catalogues in a folder say, by whole path."""
    return {os.path.normpath(folder / path): description for path, description in read_sidecars(folder).items()}


def _take(file: Path, root: Path, said: dict[str, Description], limits: Limits, result: Scan) -> None:
    """Add one file of the disk: as a unit, as an archive's units, or as a failure; other files are passed over."""
    kind = file.suffix.lower()
    if kind.lstrip(".") not in FORMATS and kind.lstrip(".") not in NOT_READ and kind not in ARCHIVES:
        return
    folder = "" if file.parent == root else str(file.parent.relative_to(root))
    printable = str(file).encode("utf-8", "backslashreplace").decode()
    unknown = Found(printable, printable, 0, 0, folder, describe(printable, None))
    if printable != str(file):
        result.failed.append((unknown, "its name is not valid UTF-8; rename it"))
        return
    try:
        status = file.stat()
    except OSError as error:
        result.failed.append((unknown, f"it cannot be read: {error.strerror}."))
        return
    if not stat.S_ISREG(status.st_mode):
        result.failed.append((unknown, "it is not a regular file."))
        return
    unit = Found(
        str(file), str(file), status.st_size, status.st_mtime_ns, folder, describe(str(file), said.get(str(file)))
    )
    if kind in ARCHIVES:
        _take_members(unit, limits, result)
    elif kind.lstrip(".") in NOT_READ:
        result.failed.append(
            (unit, f"{kind.lstrip('.').upper()} files are not read here; export it as GLB, OBJ or STL.")
        )
    else:
        result.found.append(unit)


def _take_members(archive: Found, limits: Limits, result: Scan) -> None:
    try:
        infos = members(Path(archive.path), limits)
    except ShapeFileError as error:
        result.failed.append((archive, str(error)))
        return
    said = read_sidecars(Path(archive.path))
    units = 0
    for info in infos:
        kind = Path(info.filename).suffix.lower()
        if kind.lstrip(".") not in FORMATS or Path(info.filename).name.startswith("."):
            continue
        inner = str(Path(info.filename).parent)
        folder = "/".join(part for part in (archive.folder, Path(archive.path).stem, inner) if part not in ("", "."))
        path = f"{archive.path}{SEPARATOR}{info.filename}"
        description = describe(info.filename, said.get(info.filename))
        result.found.append(Found(path, archive.path, info.file_size, archive.modified_ns, folder, description))
        units += 1
    if not units:
        nested = any(Path(info.filename).suffix.lower() in ARCHIVES for info in infos)
        what = "it holds archives inside an archive, which are not opened; unpack it." if nested else _NOTHING_INSIDE
        result.failed.append((archive, what))
