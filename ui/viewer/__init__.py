"""The 3D viewer: one self-contained page of our own WebGL, with the mesh inside it, so it needs no network."""

from __future__ import annotations

import base64
import json
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.display import DisplayMesh

_FOLDER = Path(__file__).parent


def viewer_html(mesh: DisplayMesh, azimuth: float = 35.0, elevation: float = 20.0) -> str:
    """The page that shows `mesh`, first from the camera at (azimuth, elevation) in degrees (see views.CameraRig).

    It fills whatever frame it is put in, is transparent, and fetches nothing.
    """
    data = {
        "positions": _base64(mesh.positions, "<f4"),
        "faces": _base64(mesh.faces, "<u4"),
        "colours": "" if mesh.colours is None else _base64(mesh.colours, "u1"),
        "box": None if mesh.box is None else mesh.box.tolist(),
        "azimuth": azimuth,
        "elevation": elevation,
    }
    page, script = _sources()
    return page.replace("{{script}}", script).replace("{{mesh}}", json.dumps(data))


def _base64(array: NDArray[np.generic], kind: str) -> str:
    return base64.b64encode(np.ascontiguousarray(array, dtype=kind).tobytes()).decode("ascii")


@lru_cache
def _sources() -> tuple[str, str]:
    return (_FOLDER / "viewer.html").read_text("utf-8"), (_FOLDER / "viewer.js").read_text("utf-8")
