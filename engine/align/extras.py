"""Packages that only alignment needs: imported when used, with the install line where one is missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from engine.backend import prepare
from engine.errors import EncoderError


def require(module: str, extra: str) -> ModuleType:
    """Import a module of an extra; EncoderError gives the install line where it is missing."""
    prepare()
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise EncoderError(f"This needs {module} ({error}).", f"Run: pip install 'shapeseek[{extra}]'.") from error
