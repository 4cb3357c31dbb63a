"""The encoders a person can choose from, with licences; nothing is loaded or fetched for it."""

from __future__ import annotations

import json
from pathlib import Path

from engine.bundled import bundled
from engine.checkpoints import bundled_encoders, registry
from engine.own_encoders import CARD, own_encoders, own_folder
from engine.published import variants

_UNKNOWN = "see its model card"


def available() -> list[dict[str, str]]:
    """Encoders on this machine: name, where ("bundled" or "yours"), licence, and the base of a depth branch."""
    rows = [_row(name, "bundled", bundled("encoders") / name) for name in bundled_encoders()]
    return rows + [_row(name, "yours", own_folder() / name) for name in own_encoders()]


def to_import() -> list[dict[str, str]]:
    """OpenDlign's published depth branches, which a person gets and imports."""
    return [
        {
            "name": one.encoder,
            "where": f"import a file from {one.get}",
            "licence": one.licence,
            "base": one.base,
            "base_licence": one.base_licence,
        }
        for one in variants().values()
    ]


def fetched() -> list[dict[str, str]]:
    """open_clip's registry; licences are stated for the weights that OpenDlign's branches were tuned on."""
    licences = {one.base: one.base_licence for one in variants().values()}
    where = "fetched on first use"
    return [{"name": name, "where": where, "licence": licences.get(name, _UNKNOWN)} for name in registry()]


def _row(name: str, where: str, folder: Path) -> dict[str, str]:
    try:
        card = json.loads((folder / CARD).read_text("utf-8"))
    except (OSError, ValueError):
        card = {}
    row = {"name": name, "where": where, "licence": str(card.get("licence", "not stated"))}
    return {**row, "base": str(card["base"])} if "base" in card else row
