"""Is the library whole? What it holds, and what is wrong with it."""

from __future__ import annotations

from typing import Any

import numpy as np
from sqlalchemy import func, select, text

from engine.catalog import Embedding, ShapeRow
from engine.errors import LibraryDamaged
from engine.library import CHANNELS, Library
from engine.lookup import all_vectors, allowed_ids, facts_of
from engine.vectors import FlatIndex
from engine.views import camera_rig


def statistics(library: Library) -> dict[str, Any]:
    """What a library holds and how it was made, as plain data."""
    card, recipe = library.card, library.recipe
    rows = library.collections()
    return {
        "library": str(library.folder),
        "shapes": sum(row["shapes"] for row in rows),
        "failed": sum(row["failed"] for row in rows),
        "collections": [row["name"] for row in rows],
        "encoder": card.name,
        "weights": card.weights[:16],
        "dimension": card.dim,
        "form_dimension": card.form_dim,
        "camera_rig": recipe.rig,
        "cameras": ["/".join(map(str, view)) for view in camera_rig(recipe.rig).cameras],
        "resolution": recipe.resolution,
        "cloud_projection": recipe.projection,
        "index": "exact",
        "bytes": library.size_on_disk(),
    }


def problems(library: Library) -> list[str]:
    """Everything wrong with a library, a sentence each; empty when it is whole."""
    try:
        return _problems(library)
    except LibraryDamaged as error:
        return [error.what]


def _problems(library: Library) -> list[str]:
    found = []
    with library.catalog.engine.connect() as connection:
        verdict = connection.execute(text("PRAGMA integrity_check")).scalar()
        shapes = connection.execute(select(func.count(ShapeRow.id))).scalar() or 0
        embedded = connection.execute(select(func.count(Embedding.shape_id))).scalar() or 0
    if verdict != "ok":
        found.append(f"The catalog is damaged: {verdict}.")
    if shapes != embedded:
        found.append(f"{shapes:,} shapes but {embedded:,} with vectors.")
    if library.catalog.fact("encoder_card"):
        found += _vector_problems(library) + _preview_problems(library)
    return found


def _vector_problems(library: Library) -> list[str]:
    found = []
    for channel in CHANNELS:
        ids, vectors = all_vectors(library.catalog, channel)
        if not np.isfinite(vectors).all():
            found.append(f"Some {channel} vectors are not finite.")
        published = FlatIndex.load(library.folder / f"{channel}.faiss", library.catalog.generation)
        if published is None:
            found.append(
                f"The vector file {channel}.faiss is missing, damaged or out of date (searches go on without it)."
            )
        elif not np.array_equal(np.sort(published.ids), ids):
            found.append(
                f"The vector file {channel}.faiss holds {len(published):,} vectors, not the catalog's {len(ids):,}."
            )
    return found


def _preview_problems(library: Library) -> list[str]:
    ids = allowed_ids(library.catalog, None)
    missing = [
        facts for facts in facts_of(library.catalog, ids.tolist()).values() if not library.preview(facts).is_file()
    ]
    return [f"{len(missing):,} thumbnails are missing."] if missing else []
