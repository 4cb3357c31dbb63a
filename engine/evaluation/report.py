"""What an evaluation found: tables of our rows beside the published ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.bundled import bundled_json


@dataclass(frozen=True)
class Row:
    """One method's figures, shares of 0 to 1, by column.

    encoder: what reads the text. comparable: of a row of ours, whether it was measured as the published rows were;
    note: why not, or how much the figures may vary.
    """

    method: str
    encoder: str
    figures: Mapping[str, float]
    ours: bool = True
    comparable: bool = False
    note: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under common columns; source says where those come from that are not ours."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    source: str = ""


@dataclass(frozen=True)
class Report:
    """A whole evaluation. recipe: how shapes were drawn and named; notes: what to know when reading the figures."""

    protocol: str
    dataset: str
    encoder: str
    recipe: Mapping[str, Any]
    shapes: int
    tables: tuple[Table, ...]
    classes: int = 0
    notes: tuple[str, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """The report as `eval --json` prints it: figures are shares of 0 to 1, rounded to five digits."""
        return {
            "protocol": self.protocol,
            "dataset": self.dataset,
            "encoder": self.encoder,
            "recipe": dict(self.recipe),
            "shapes": self.shapes,
            "classes": self.classes,
            "tables": [_table_dict(table) for table in self.tables],
            "notes": list(self.notes),
            "failures": [{"id": key, "reason": reason} for key, reason in self.failures],
            "seconds": round(self.seconds, 2),
        }


def with_published(table: Table, kind: str, benchmark: str) -> Table:
    """The table with the rows that papers state for the benchmark before ours (data/published_results.json)."""
    told = bundled_json("published_results.json")[kind]
    rows = []
    for row in told["rows"]:
        if benchmark in row:
            pairs = zip(told["columns"], row[benchmark], strict=True)
            figures = {column: value / 100 for column, value in pairs if value is not None}
            rows.append(Row(row["method"], row["encoder"], figures, ours=False, comparable=True))
    shown = list(table.columns)
    shown += [column for column in told["columns"] if column not in shown and any(column in r.figures for r in rows)]
    return replace(table, columns=tuple(shown), rows=(*rows, *table.rows), source=told["source"] if rows else "")


def differences(benchmark: str, shapes: int, classes: int, points: int) -> str | None:
    """Why a run cannot be compared with the published rows: "" when it can, None when nothing was published.

    A fiftieth of the shapes may lack: releases lose some files over the years.
    """
    told = bundled_json("published_results.json")["benchmarks"].get(benchmark)
    if told is None:
        return None
    reasons = []
    if not 0.98 * told["shapes"] <= shapes <= 1.02 * told["shapes"]:
        reasons.append(f"{shapes:,} of {told['shapes']:,} shapes")
    if classes != told["classes"]:
        reasons.append(f"{classes:,} of {told['classes']:,} classes")
    if points != told["points"]:
        one, other = (f"{number:,} points" if number else "whole shapes" for number in (points, told["points"]))
        reasons.append(f"{one}, not {other}")
    return "; ".join(reasons)


def _table_dict(table: Table) -> dict[str, Any]:
    rows = [
        {
            "method": row.method,
            "encoder": row.encoder,
            "ours": row.ours,
            "comparable": row.comparable,
            "figures": {column: round(float(value), 5) for column, value in row.figures.items()},
            "note": row.note,
        }
        for row in table.rows
    ]
    return {"title": table.title, "columns": list(table.columns), "rows": rows, "source": table.source}
