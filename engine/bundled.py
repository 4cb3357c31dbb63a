"""Where the data files that ship with the program are: encoder weights, prompts, rigs, projection parameters."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


def bundled(name: str) -> Path:
    """Path of a bundled file or folder: inside the installed package, or the checkout's data/ folder."""
    here = Path(__file__).resolve().parent
    installed = here / "data"
    return (installed if installed.is_dir() else here.parent / "data") / name


@cache
def bundled_json(name: str) -> Any:
    """A bundled JSON file, parsed once. Treat it as read-only."""
    return json.loads(bundled(name).read_text("utf-8"))
