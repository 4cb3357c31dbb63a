"""Encoders of a person's own: folders that hold a depth branch and a card that names its base."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.bundled import bundled
from engine.errors import EncoderError

if TYPE_CHECKING:
    from engine.branches import TwinBlock

CONFIG = "open_clip_config.json"
CARD = "card.json"
BRANCH = "depth_branch.safetensors"


def own_folder() -> Path:
    """Where a person's own encoders live: imported ones and those they have aligned."""
    import platformdirs

    return Path(platformdirs.user_data_dir("shapeseek", appauthor=False)) / "encoders"


def own_encoders() -> list[str]:
    """Names of the encoders in the person's data folder."""
    root = own_folder()
    return sorted(folder.name for folder in root.iterdir() if is_encoder(folder)) if root.is_dir() else []


def is_encoder(folder: Path) -> bool:
    """True for a folder that is an encoder, with weights of its own or with a branch."""
    return (folder / CONFIG).is_file() or (folder / CARD).is_file()


def folder_for(name: str) -> Path:
    """The folder of a new encoder of that name. Raises EncoderError for a name that is taken or can be no name."""
    if not re.fullmatch(r"[\w][\w.+-]*", name):
        raise EncoderError(f"{name!r} can be no encoder's name.", "Use letters, digits, '-', '_' and '.'.")
    if (bundled("encoders") / name).exists():
        raise EncoderError(f"{name!r} is the name of a bundled encoder.", "Choose another: --name NAME.")
    return own_folder() / name


def write_branch_folder(
    folder: Path, base_name: str, twin: TwinBlock, base_hash: str, card_values: Mapping[str, Any]
) -> None:
    """Make `folder` an encoder: `base_name` with this depth branch; `card_values` are its calibration.

    base_name: what --encoder takes. An encoder of the same kind that stood there is replaced, whole or not at all.
    Raises EncoderError when the folder holds anything else, or cannot be written.
    """
    from engine.branches import save_depth_branch

    def save(file: Path) -> None:
        save_depth_branch(twin, file, base_hash)

    write_folder(folder, {**card_values, "base": base_name}, save)


def write_folder(folder: Path, card: Mapping[str, Any], save: Any) -> None:
    """Make `folder` of a card and the branch that `save(file)` writes; see write_branch_folder."""
    _check_replaceable(folder)
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    old = part.with_suffix(".old")
    try:
        part.mkdir(parents=True)
        save(part / BRANCH)
        text = json.dumps({**card, "depth_branch": BRANCH}, indent=2)
        (part / CARD).write_text(text + "\n", encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        part.rename(folder)
    except OSError as error:
        raise EncoderError(f"The encoder folder {folder} cannot be written: {error.strerror}.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _check_replaceable(folder: Path) -> None:
    there = {file.name for file in folder.iterdir()} if folder.is_dir() else set()
    if (folder.exists() and not folder.is_dir()) or there - {CARD, BRANCH}:
        raise EncoderError(f"{folder} holds other things.", "Name a new or empty folder for the encoder.")
