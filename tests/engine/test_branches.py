"""The depth branch: a twin of the last block that only depth pictures see."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.checkpoints import load, resolve
from engine.encoder import load_encoder
from engine.errors import EncoderError

PICTURES = np.random.default_rng(0).integers(0, 256, (5, 64, 64)).astype(np.uint8)
PHOTOS = [Image.fromarray(one).convert("RGB") for one in PICTURES]


def with_branch(folder: Path, target: Path, change: float, base: str = "", rename: str = "") -> Path:
    """A copy of an encoder folder with a depth branch whose tensors are the last block's, times 1 + change."""
    from safetensors.torch import save_file

    shutil.copytree(folder, target)
    model, _, _, digest = load(resolve(str(folder)))
    tower = model.visual
    blocks = tower.transformer.resblocks if hasattr(tower, "transformer") else tower.trunk.blocks
    delta = {rename + name: (tensor * (1 + change)).contiguous() for name, tensor in blocks[-1].state_dict().items()}
    save_file(delta, target / "depth.safetensors", metadata={"base": base or digest})
    (target / "card.json").write_text(json.dumps({"depth_branch": "depth.safetensors"}))
    return target


def test_an_untouched_twin_changes_nothing(vit_folder: Path, tmp_path: Path) -> None:
    plain, twin = load_encoder(str(vit_folder), 1), load_encoder(str(with_branch(vit_folder, tmp_path / "t", 0.0)), 1)
    assert np.allclose(plain.encode_depth(PICTURES).aligned, twin.encode_depth(PICTURES).aligned, atol=1e-5)


@pytest.mark.parametrize("tower", ["vit", "timm-vit"])
def test_a_tuned_twin_changes_depth_and_leaves_photos(
    tower: str, make_encoder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = make_encoder(tmp_path / "plain", tower)
    plain, twin = load_encoder(str(folder), 1), load_encoder(str(with_branch(folder, tmp_path / "twin", 1.0)), 1)
    before = twin.encode_photos(PHOTOS)
    assert np.abs(plain.encode_depth(PICTURES).aligned - twin.encode_depth(PICTURES).aligned).max() > 1e-3
    assert np.allclose(plain.encode_photos(PHOTOS), before, atol=1e-6)
    assert np.allclose(twin.encode_photos(PHOTOS), before, atol=1e-6)  # also after depth was encoded
    assert plain.card.identity != twin.card.identity


def test_two_branches_on_one_base_never_pass_for_each_other(vit_folder: Path, tmp_path: Path) -> None:
    """Same base, same file name, other tensors: their vectors do not mix, so their identities must differ."""
    one = load_encoder(str(with_branch(vit_folder, tmp_path / "one", 0.5)), 1)
    other = load_encoder(str(with_branch(vit_folder, tmp_path / "other", 1.5)), 1)
    assert np.abs(one.encode_depth(PICTURES).aligned - other.encode_depth(PICTURES).aligned).max() > 1e-3
    assert one.card.identity != other.card.identity


def test_a_branch_of_another_base_is_refused(vit_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="tuned on other weights"):
        load_encoder(str(with_branch(vit_folder, tmp_path / "t", 0.1, base="0" * 64)), 1)


def test_a_branch_that_does_not_fit_is_refused(vit_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="does not fit"):
        load_encoder(str(with_branch(vit_folder, tmp_path / "t", 0.1, rename="x.")), 1)


def test_a_missing_branch_file_is_an_encoder_error(vit_folder: Path, tmp_path: Path) -> None:
    folder = with_branch(vit_folder, tmp_path / "t", 0.1)
    (folder / "depth.safetensors").unlink()
    with pytest.raises(EncoderError, match=r"depth\.safetensors"):
        load_encoder(str(folder), 1)


def test_a_convolutional_tower_has_no_place_for_a_branch(encoder_folder: Path) -> None:
    from engine.branches import attach_depth_branch

    model, *_ = load(resolve(str(encoder_folder)))
    with pytest.raises(EncoderError, match="no transformer blocks"):
        attach_depth_branch(model.visual)
