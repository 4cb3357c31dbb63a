"""Any labelled collection: a CSV with the columns path and name, and where there are any split, icon, sentence."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from engine.errors import UsageError
from engine.evaluation.datasets.dataset import Dataset, Item, Source, csv_rows, distinct, not_found

TITLE = "labels"
LAYOUT = "labels.csv with the columns path,name[,split,icon,sentence,...]; paths are relative to its folder."


def load(place: Path, where: Sequence[str] = (), column: str = "name") -> Dataset:
    """The rows of `place` (a CSV, or a folder with labels.csv) that pass every COLUMN=PATTERN of `where`.

    column: what is taken as a shape's class. Raises UsageError for missing columns and conditions that nothing passes.
    """
    file = place / "labels.csv" if place.is_dir() else place
    if not file.is_file():
        raise not_found("labels.csv", place, LAYOUT)
    rows = csv_rows(file, LAYOUT)
    for name in ("path", column, *(_condition(one)[0] for one in where)):
        if rows and name not in rows[0]:
            raise UsageError(f"{file} has no column {name!r}.", f"It has: {', '.join(rows[0])}. Expected: {LAYOUT}")
    conditions = [_condition(one) for one in where]
    kept = [row for row in rows if row["path"] and all(fnmatch(row[name] or "", wish) for name, wish in conditions)]
    if not kept:
        raise UsageError(
            f"No row of {file} passes {' and '.join(where) or 'as a labelled path'}.", f"Expected: {LAYOUT}"
        )
    root = file.parent
    items = tuple(Item(row["path"], (row[column] or "").strip().lower(), Source(root / row["path"])) for row in kept)
    return Dataset(
        "labels",
        f"{root.name}/{file.name}" if root.name else file.name,
        items,
        distinct(item.label for item in items if item.label),
        texts=tuple((text, number) for number, row in enumerate(kept) if (text := (row.get("sentence") or "").strip())),
        pictures=tuple((root / icon, number) for number, row in enumerate(kept) if (icon := row.get("icon"))),
        notes=(f"{len(kept):,} of {len(rows):,} rows ({', '.join(where)})",) if where else (),
    )


def _condition(text: str) -> tuple[str, str]:
    column, equals, pattern = text.partition("=")
    if not equals or not column:
        raise UsageError(f"The condition {text!r} is not COLUMN=VALUE.", "For example: --where split=test.")
    return column.strip(), pattern.strip()
