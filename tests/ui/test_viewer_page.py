"""The viewer's page is complete in itself. How it draws: tests/e2e/test_viewer.py."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.geometry import Shape
from indexer.display import light_copy
from ui.viewer import viewer_html


def _data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="mesh">(.*?)</script>', page, re.S)
    assert found is not None
    loaded: dict[str, Any] = json.loads(found[1])
    return loaded


def test_the_mesh_is_in_the_page(solids: dict[str, Any], as_shape: Callable[..., Shape]) -> None:
    mesh = light_copy(as_shape(solids["chair"]))
    data = _data(viewer_html(mesh, 90.0, -10.0))
    positions = np.frombuffer(base64.b64decode(data["positions"]), "<f4").reshape(-1, 3)
    assert np.array_equal(positions, mesh.positions)
    assert np.array_equal(np.frombuffer(base64.b64decode(data["faces"]), "<u4").reshape(-1, 3), mesh.faces)
    assert (data["colours"], data["azimuth"], data["elevation"]) == ("", 90.0, -10.0)


def test_the_page_names_nothing_outside_itself(solids: dict[str, Any], as_shape: Callable[..., Shape]) -> None:
    page = viewer_html(light_copy(as_shape(solids["box"])))
    assert "{{" not in page
    assert not re.search(r"https?:|//[a-z]+\.|\bsrc=|@import|fetch\(|XMLHttpRequest|\bimport\b", page)
