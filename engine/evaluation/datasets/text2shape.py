"""Text2Shape: sentences about chairs and tables of ShapeNet, as captions.tablechair.csv and the ShapeNet OBJ tree."""

from __future__ import annotations

from pathlib import Path

from engine.errors import UsageError
from engine.evaluation.datasets.dataset import Dataset, Item, Source, complete, csv_rows, distinct, not_found

TITLE = "Text2Shape"
LAYOUT = (
    "captions.tablechair.csv (columns modelId, description, category) and the ShapeNet models "
    "03001627/MODEL/models/model_normalized.obj (chairs; tables: 04379243), also under ShapeNetCore.v2/."
)
CAPTIONS = "captions.tablechair.csv"
_SYNSETS = ("03001627", "04379243")
_FILES = ("models/model_normalized.obj", "model_normalized.obj", "model.obj")


def load(folder: Path) -> Dataset:
    """Every captioned model that is there, each sentence a question. Raises UsageError for another layout.

    The sentences' test split is not part of the published table: choose it with a list of model ids (`only_listed`).
    """
    captions = next(iter(sorted(folder.rglob(CAPTIONS))), None) if folder.is_dir() else None
    if captions is None:
        raise not_found(TITLE, folder, LAYOUT)
    items: list[Item] = []
    texts: list[tuple[str, int]] = []
    numbers: dict[str, int | None] = {}
    models = _models(folder)
    for row in _rows(captions):
        key, text = row["modelId"].strip(), (row["description"] or "").strip()
        if key not in numbers:
            path = models.get(key)
            numbers[key] = None if path is None else len(items)
            if path is not None:
                items.append(Item(key, (row.get("category") or "").strip().lower(), Source(path, up="y")))
        number = numbers[key]
        if number is not None and text:
            texts.append((text, number))
    missing = sum(number is None for number in numbers.values())
    notes = (f"{missing:,} captioned models are not there",) if missing else ()
    found = complete(items, TITLE, folder, LAYOUT)
    return Dataset("text2shape", TITLE, found, distinct(i.label for i in found), texts=tuple(texts), notes=notes)


def _models(folder: Path) -> dict[str, Path]:
    """Model id -> OBJ file of each chair and table of the ShapeNet tree."""
    found: dict[str, Path] = {}
    for synset in _SYNSETS:
        for place in (folder / synset, *sorted(folder.glob(f"*/{synset}"))):
            for model in place.iterdir() if place.is_dir() else ():
                file = next((model / name for name in _FILES if (model / name).is_file()), None)
                if file is not None:
                    found.setdefault(model.name, file)
    return found


def _rows(captions: Path) -> list[dict[str, str]]:
    rows = csv_rows(captions, LAYOUT)
    if rows and not {"modelId", "description"} <= rows[0].keys():
        raise UsageError(f"{captions} has no columns modelId and description.", f"Expected: {LAYOUT}")
    return rows
