"""One file to pictures and measures, and view embeddings to a shape's vectors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from trimesh.creation import box, cone

from engine.encoder import DepthFeatures, OpenClipEncoder, load_encoder
from engine.errors import ShapeFileError
from engine.prompts import unit
from engine.rendering import embed, render_file, render_shape
from engine.views import RenderRecipe


def test_a_file_becomes_pictures_and_measures(tmp_path: Path) -> None:
    box((1, 3, 2)).export(tmp_path / "a.stl")
    rendered = render_file(tmp_path / "a.stl", RenderRecipe("orbit-5", 64))
    assert (rendered.pictures.shape, rendered.pictures.dtype) == ((5, 64, 64), np.uint8)
    assert all(20 <= picture.min() < 200 < picture.max() == 255 for picture in rendered.pictures)
    measures = rendered.measures
    assert (measures.format, measures.kind, measures.faces, measures.up) == ("stl", "mesh", 12, "z")
    assert measures.extents == pytest.approx((1, 2, 3))
    with pytest.raises(ShapeFileError):
        render_file(tmp_path / "absent.stl", RenderRecipe())


def test_vectors_are_the_unit_mean_of_upright_views_and_the_greatest_form_of_all(
    as_shape: Any, encoder: OpenClipEncoder
) -> None:
    shapes = [render_shape(as_shape(mesh), RenderRecipe("orbit-12", 32)) for mesh in (cone(1, 3), box((1, 2, 3)))]
    for one, vectors in zip(shapes, embed(encoder, shapes), strict=True):
        features = encoder.encode_depth(one.pictures)
        assert (len(one.pictures), len(one.upright), len(vectors.views)) == (12, 10, 10)
        assert vectors.views == pytest.approx(features.aligned[:10], abs=2e-3)
        assert vectors.pooled == pytest.approx(unit(features.aligned[:10].sum(axis=0)), abs=2e-3)
        assert vectors.form == pytest.approx(unit(features.form.max(axis=0)), abs=3e-4)
        assert {part.dtype for part in (vectors.views, vectors.pooled, vectors.form)} == {np.dtype(np.float16)}
        assert np.abs(vectors.form - unit(features.form[:10].max(axis=0))).max() > 6e-4  # the turned views count


def test_an_encoder_without_forms_is_not_shown_turned_views(as_shape: Any, vit_folder: Path) -> None:
    vit, shown = load_encoder(str(vit_folder), 1), render_shape(as_shape(box((1, 2, 3))), RenderRecipe("orbit-12", 32))
    seen: list[int] = []
    encode = vit.encode_depth

    def counted(pictures: NDArray[np.uint8]) -> DepthFeatures:
        seen.append(len(pictures))
        return encode(pictures)

    vit.encode_depth = counted  # type: ignore[method-assign]
    assert embed(vit, [shown, shown])[1].views.shape[0] == 10
    assert seen == [20]


def test_a_rendering_process_brings_neither_the_catalog_nor_the_encoder() -> None:
    heavy = {"sqlalchemy", "torch", "open_clip", "faiss"}  # each process would pay for them before its first shape
    code = f"import sys, indexer.worker; sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"imported {done.stderr}"
