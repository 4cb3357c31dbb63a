"""`--projection`: chosen for a new library, kept, and changed by reindex alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import numpy as np
import pytest

from engine.encoder import OpenClipEncoder
from engine.errors import UsageError
from engine.library import Library
from engine.settings import Settings
from indexer.pipeline import index
from indexer.reembed import reembed

Program = Callable[..., CompletedProcess[str]]


@pytest.fixture
def cloud(tmp_path: Path) -> Path:
    """A folder with one point cloud, a ball of 500 points."""
    ball = np.random.default_rng(0).normal(size=(500, 3))
    (tmp_path / "clouds").mkdir()
    np.save(tmp_path / "clouds/ball.npy", ball / np.linalg.norm(ball, axis=1, keepdims=True))
    return tmp_path / "clouds"


def test_a_new_librarys_projection_is_kept(
    shapeseek: Program, cloud: Path, encoder_folder: Path, tmp_path: Path
) -> None:
    here = ("--library", tmp_path / "library", "--encoder", encoder_folder)
    assert shapeseek("index", cloud, *here, "--projection", "contour", "--views", "5").returncode == 0
    stats = shapeseek("stats", "--library", tmp_path / "library", "--json")
    assert json.loads(stats.stdout)["cloud_projection"] == "contour"
    other = shapeseek("index", cloud, *here, "--projection", "closing")
    assert other.returncode == 3
    assert "shapeseek reindex --views orbit-5 --projection closing" in other.stderr
    done = shapeseek("reindex", "--library", tmp_path / "library", "--projection", "closing", "--json")
    assert (done.returncode, json.loads(done.stdout)["done"]) == (0, True)
    stats = json.loads(shapeseek("stats", "--library", tmp_path / "library", "--json").stdout)
    assert (stats["cloud_projection"], stats["encoder"]) == ("closing", str(encoder_folder))  # its own encoder still


def test_reindexing_changes_the_projection(
    cloud: Path, encoder: OpenClipEncoder, encoder_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    settings = Settings(folder, jobs=1, views="orbit-5", projection="contour")
    with Library.open(folder, create=True, encoder=encoder, settings=settings) as library:
        assert index(library, [cloud]).new == 1
        assert library.recipe.projection == "contour"
        drawn = library.facts_and_vectors(1)[1].views.copy()
        assert reembed(library, str(encoder_folder), projection="closing").done
        assert (library.recipe.projection, library.recipe.rig) == ("closing", "orbit-5")
        assert not np.array_equal(library.facts_and_vectors(1)[1].views, drawn)
        with pytest.raises(UsageError, match=r"no projection 'nonsense'.*closing, contour"):
            reembed(library, str(encoder_folder), projection="nonsense")


def test_an_unknown_projection_in_the_settings_is_told_before_any_work(
    cloud: Path, encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    settings = Settings(folder, jobs=1, projection="nonsense")
    with (
        Library.open(folder, create=True, encoder=encoder, settings=settings) as library,
        pytest.raises(UsageError, match="no projection 'nonsense'"),
    ):
        index(library, [cloud])
