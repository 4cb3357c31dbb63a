"""Objects of scenes on the page, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
import trimesh
from streamlit.testing.v1 import AppTest
from trimesh.transformations import translation_matrix

from engine.library import Library
from indexer.pipeline import index

APP = Path(__file__).parents[2] / "ui/app.py"


@pytest.fixture
def app(empty_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page of a library with one scene of two things."""
    scene = trimesh.Scene()
    scene.add_geometry(trimesh.creation.box((1, 1, 1)), node_name="Crate", geom_name="crate")
    scene.add_geometry(
        trimesh.creation.icosphere(), node_name="Ball", geom_name="ball", transform=translation_matrix([4, 0, 0])
    )
    scene.export(tmp_path / "room.glb")
    assert index(empty_library, [tmp_path / "room.glb"], objects=True).new == 3
    monkeypatch.setenv("SHAPESEEK_LIBRARY", str(empty_library.folder))
    yield AppTest.from_file(str(APP), default_timeout=60)
    st.cache_resource.clear()
    st.cache_data.clear()


def test_an_object_shows_its_scene_and_its_place(app: AppTest, empty_library: Library, tmp_path: Path) -> None:
    ball = empty_library.search(text="ball", where="name = ball", k=1)[0]
    app.query_params["show"] = str(ball.id)
    app.run()
    assert not app.exception
    assert app.code[0].value == f"{tmp_path / 'room.glb'}!/Ball"
    app.button_group[0].set_value(["In its scene"]).run()
    assert not app.exception and not app.warning
    app.button(key="scene chosen").click().run()
    assert not app.exception and app.query_params == {"q": 'scene:"room.glb"'}
    assert sum(button.label == "3D" for button in app.button) == 2


def test_a_file_of_its_own_has_no_such_choice(app: AppTest, empty_library: Library) -> None:
    whole = empty_library.search(text="room", where='scene = ""', k=1)[0]
    app.query_params["show"] = str(whole.id)
    app.run()
    assert not app.exception and not app.button_group
    assert all(button.key != "scene chosen" for button in app.button)
