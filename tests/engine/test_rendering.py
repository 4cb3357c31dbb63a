"""One file to pictures and measures, and view embeddings to a shape's vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from engine.encoder import DepthFeatures
from engine.errors import ShapeFileError
from engine.prompts import unit
from engine.rendering import pool, render_file, render_shape
from engine.views import RenderRecipe


def test_a_file_becomes_pictures_and_measures(tmp_path: Path) -> None:
    trimesh.creation.box((1, 3, 2)).export(tmp_path / "a.stl")
    rendered = render_file(tmp_path / "a.stl", RenderRecipe("orbit-5", 64))
    assert (rendered.pictures.shape, rendered.pictures.dtype) == ((5, 64, 64), np.uint8)
    assert all(20 <= picture.min() < 200 < picture.max() == 255 for picture in rendered.pictures)
    measures = rendered.measures
    assert (measures.format, measures.kind, measures.faces, measures.up) == ("stl", "mesh", 12, "z")
    assert measures.extents == pytest.approx((1, 2, 3))
    with pytest.raises(ShapeFileError):
        render_file(tmp_path / "absent.stl", RenderRecipe())


def test_vectors_are_the_unit_mean_and_the_greatest_form_over_views(as_shape) -> None:  # type: ignore[no-untyped-def]
    rng = np.random.default_rng(0)
    features = DepthFeatures(unit(rng.normal(size=(10, 6))), rng.normal(size=(10, 4)).astype(np.float32))
    vectors = pool(features, render_shape(as_shape(trimesh.creation.box()), RenderRecipe("orbit-5", 32)))
    assert vectors.views == pytest.approx(features.aligned, abs=1e-3)
    assert vectors.pooled == pytest.approx(unit(features.aligned.sum(axis=0)), abs=1e-3)
    assert vectors.form == pytest.approx(unit(features.form.max(axis=0)), abs=1e-3)
    assert {one.dtype for one in (vectors.views, vectors.pooled, vectors.form)} == {np.dtype(np.float16)}
