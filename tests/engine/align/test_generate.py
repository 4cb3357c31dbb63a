"""Pictures painted over depth by a real, tiny pipeline, and the filter on what comes out."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.align.agreement import agreement, best_views
from engine.align.diffusion import DepthToImage, DiffusionSettings, condition, licence_notice, view_seed
from engine.encoder import OpenClipEncoder
from engine.errors import EncoderError, UsageError
from tests.engine.align.tiny_diffusion import write_tiny_pipeline


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_tiny_pipeline(tmp_path_factory.mktemp("diffusion"))


def settings(folders: tuple[Path, Path], **given: object) -> DiffusionSettings:
    paths = {"pipeline": str(folders[0]), "controlnet": str(folders[1])}
    return DiffusionSettings.defaults(**{**paths, "steps": 2, "size": 32, **given})


@pytest.fixture(scope="module")
def depth() -> np.ndarray:
    pictures = np.full((3, 64, 64), 255, np.uint8)
    pictures[:, 16:48, 16:48] = np.array([20, 100, 200])[:, None, None]
    return pictures


def test_the_condition_is_inverse_depth(depth: np.ndarray) -> None:
    seen = np.asarray(condition(depth[0], 64))
    assert seen.shape == (64, 64, 3) and (seen[..., 0] == seen[..., 2]).all()
    assert tuple(seen[[0, 32], [0, 32], 0]) == (0, 235)  # the background black, what is near bright
    assert condition(depth[0], 32).size == (32, 32)


def test_every_setting_paints_as_asked(folders: tuple[Path, Path], depth: np.ndarray) -> None:
    painter = DepthToImage(settings(folders, batch=2), "cpu")
    made = painter.pictures(depth, "chair", "k", 48)
    assert made.shape == (3, 48, 48, 3) and made.dtype == np.uint8 and made.std() > 5
    again = DepthToImage(settings(folders, batch=3), "cpu").pictures(depth, "chair", "k", 48)
    assert np.abs(made.astype(int) - again).max() <= 2  # the batch changes time alone
    for other in (
        painter.pictures(255 - depth, "chair", "k", 48),  # depth steers
        painter.pictures(depth, "table", "k", 48),  # the name is in the prompt
        painter.pictures(depth, "chair", "other", 48),  # each shape has its own noise
        DepthToImage(settings(folders, seed=1), "cpu").pictures(depth, "chair", "k", 48),
        DepthToImage(settings(folders, guidance=1.5), "cpu").pictures(depth, "chair", "k", 48),
    ):
        assert np.abs(made.astype(int) - other).mean() > 0.5
    assert type(painter._pipe.scheduler).__name__ == "DDIMScheduler"


def test_seeds_differ_by_shape_and_view() -> None:
    seeds = {view_seed(seed, key, view) for seed in range(3) for key in "abc" for view in range(10)}
    assert len(seeds) == 90


def test_defaults_are_the_paper_s_and_what_is_recorded_decides() -> None:
    chosen = DiffusionSettings.defaults()
    assert (chosen.steps, chosen.guidance, chosen.strength, chosen.size) == (20, 9.0, 1.0, 256)
    assert chosen.prompt.count("{}") == 2 and licence_notice(chosen)
    assert chosen.recorded() == DiffusionSettings.defaults(batch=3).recorded()
    assert chosen.recorded() != DiffusionSettings.defaults(steps=3).recorded()
    assert not licence_notice(DiffusionSettings.defaults(pipeline="./mine"))


def test_what_is_missing_is_said(folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EncoderError, match=r"cannot be loaded.*--source renders"):
        DepthToImage(settings((tmp_path / "none", folders[1])), "cpu")
    monkeypatch.setitem(sys.modules, "diffusers", None)
    with pytest.raises(EncoderError, match=r"pip install 'shapeseek\[generate\]'"):
        DepthToImage(settings(folders), "cpu")


def test_the_filter_keeps_those_that_agree_most(encoder: OpenClipEncoder) -> None:
    scores = np.array([0.1, 0.5, 0.3, 0.4], np.float32)
    assert best_views(scores, 0.5).tolist() == [1, 3]
    assert best_views(scores, 0.51).tolist() == [1, 2, 3]  # a share is rounded up
    assert best_views(scores, 0.01).tolist() == [1]
    assert best_views(scores, 1.0).tolist() == [0, 1, 2, 3]
    for share in (0.0, 1.2, float("nan")):
        with pytest.raises(UsageError, match="--keep"):
            best_views(scores, share)
    images = np.random.default_rng(0).integers(0, 256, (3, 32, 32, 3)).astype(np.uint8)
    rows = encoder.encode_photos([Image.fromarray(one) for one in images])
    np.testing.assert_allclose(
        agreement(encoder, images, "chair"), rows @ encoder.encode_texts(["chair"])[0], atol=1e-6
    )
