"""The depth branch: a twin of the tower's end that only depth pictures see, and its delta on the disk."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.branches import TwinBlock, attach_depth_branch, find_twin, save_depth_branch, tuned_parameters
from engine.checkpoints import load, resolve
from engine.encoder import load_encoder
from engine.errors import EncoderError

PICTURES = np.random.default_rng(0).integers(0, 256, (5, 64, 64)).astype(np.uint8)
PHOTOS = [Image.fromarray(one).convert("RGB") for one in PICTURES]
TOWERS = ["vit", "timm-vit", "efficientnet"]


def tuned(folder: Path, change: float) -> tuple[TwinBlock, str]:
    """A twin of the folder's tower whose tuned parameters are times 1 + change, and the hash of the base."""
    import torch

    model, _, _, digest = load(resolve(str(folder)))
    twin = attach_depth_branch(model.visual)
    with torch.no_grad():
        for value in tuned_parameters(twin).values():
            value.mul_(1 + change)
    return twin, digest


def with_branch(folder: Path, target: Path, change: float, base: str = "") -> Path:
    """A copy of an encoder folder with such a branch."""
    twin, digest = tuned(folder, change)
    shutil.copytree(folder, target)
    save_depth_branch(twin, target / "depth.safetensors", base or digest)
    (target / "card.json").write_text(json.dumps({"depth_branch": "depth.safetensors"}))
    return target


@pytest.mark.parametrize("tower", TOWERS)
def test_an_untouched_twin_changes_nothing(tower: str, make_encoder: Callable[..., Path], tmp_path: Path) -> None:
    folder = make_encoder(tmp_path / "plain", tower)
    plain, twin = load_encoder(str(folder), 1), load_encoder(str(with_branch(folder, tmp_path / "t", 0.0)), 1)
    one, other = plain.encode_depth(PICTURES), twin.encode_depth(PICTURES)
    assert np.allclose(one.aligned, other.aligned, atol=1e-5)
    assert np.allclose(one.form, other.form, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("tower", TOWERS)
def test_a_tuned_twin_changes_depth_and_leaves_photos(
    tower: str, make_encoder: Callable[..., Path], tmp_path: Path
) -> None:
    folder = make_encoder(tmp_path / "plain", tower)
    plain, twin = load_encoder(str(folder), 1), load_encoder(str(with_branch(folder, tmp_path / "twin", 1.0)), 1)
    before = twin.encode_photos(PHOTOS)
    through, around = twin.encode_depth(PICTURES), twin.encode_depth(PICTURES, branch="photo")
    assert np.abs(plain.encode_depth(PICTURES).aligned - through.aligned).max() > 1e-3
    assert np.allclose(plain.encode_depth(PICTURES).aligned, around.aligned, atol=1e-5)
    assert np.allclose(plain.encode_depth(PICTURES).form, around.form, rtol=1e-4, atol=1e-4)
    if through.form.size:
        assert np.abs(around.form - through.form).max() > 1e-3  # form features take the branch too
    assert np.allclose(plain.encode_photos(PHOTOS), before, atol=1e-6)
    assert np.allclose(twin.encode_photos(PHOTOS), before, atol=1e-6)  # also after depth was encoded
    assert plain.card.identity != twin.card.identity


def test_the_blend_is_the_mean_of_both_blocks(vit_folder: Path) -> None:
    import torch

    twin, _ = tuned(vit_folder, 0.5)
    x = torch.rand(3, 5, 64, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        assert torch.equal(twin(x), twin.frozen(x))
        twin.depth = True
        assert torch.allclose(twin(x), 0.5 * twin.frozen(x) + 0.5 * twin.tuned(x), atol=1e-6)


def test_photos_and_depth_at_once_keep_their_branches(encoder_folder: Path, tmp_path: Path) -> None:
    """A page asks from several threads, and there is one switch."""
    twin = load_encoder(str(with_branch(encoder_folder, tmp_path / "t", 1.0)), 1)
    photos, depth = twin.encode_photos(PHOTOS), twin.encode_depth(PICTURES).aligned
    with ThreadPoolExecutor(4) as pool:
        waiting = [
            (pool.submit(twin.encode_photos, PHOTOS), pool.submit(twin.encode_depth, PICTURES)) for _ in range(20)
        ]
        for one, other in waiting:
            assert np.allclose(one.result(), photos, atol=1e-5)
            assert np.allclose(other.result().aligned, depth, atol=1e-5)


@pytest.mark.parametrize(
    ("tower", "names"),
    [
        ("vit", ["attn.in_proj_bias", "attn.in_proj_weight", "attn.out_proj.bias", "attn.out_proj.weight"]),
        ("timm-vit", ["attn.proj.bias", "attn.proj.weight", "attn.qkv.bias", "attn.qkv.weight"]),
    ],
)
def test_only_a_transformers_attention_is_tuned(
    tower: str, names: list[str], make_encoder: Callable[..., Path], tmp_path: Path
) -> None:
    twin, _ = tuned(make_encoder(tmp_path / "e", tower), 0.0)
    assert sorted(tuned_parameters(twin)) == names
    assert sorted(name for name, value in twin.named_parameters() if value.requires_grad) == [
        f"tuned.{name}" for name in names
    ]


def test_training_a_convolutional_end_keeps_its_statistics(encoder_folder: Path) -> None:
    import torch

    twin, _ = tuned(encoder_folder, 0.0)
    before = {name: value.clone() for name, value in twin.state_dict().items()}
    twin.train()
    twin.depth = True
    optimizer = torch.optim.SGD(tuned_parameters(twin).values(), lr=0.1)
    wide = next(twin.tuned.parameters()).shape[1]
    twin(torch.rand(4, wide, 2, 2)).square().mean().backward()
    optimizer.step()
    changed = {name for name, value in twin.state_dict().items() if not torch.equal(value, before[name])}
    assert changed
    assert all(name.startswith("tuned.") and "running" not in name and "tracked" not in name for name in changed)


def test_a_delta_holds_what_differs_and_comes_back(vit_folder: Path, tmp_path: Path) -> None:
    import torch
    from safetensors import safe_open

    twin, digest = tuned(vit_folder, 0.25)
    twin.share = 0.7
    save_depth_branch(twin, tmp_path / "d.safetensors", digest, {"trained_on": "shapes"})
    with safe_open(tmp_path / "d.safetensors", framework="pt") as file:
        assert set(file.keys()) <= set(tuned_parameters(twin))
        about = file.metadata()
    assert about == {"base": digest, "share": "0.7", "stages": "0", "trained_on": "shapes"}
    again = attach_depth_branch(load(resolve(str(vit_folder)))[0].visual, tmp_path / "d.safetensors", digest)
    assert again.share == 0.7
    for name, value in twin.tuned.state_dict().items():
        assert torch.allclose(again.tuned.state_dict()[name], value, rtol=1e-3)
    assert not list(tmp_path.glob("*.part"))


def test_a_convolutional_branch_may_hold_several_stages(encoder_folder: Path, tmp_path: Path) -> None:
    import torch

    model, _, _, digest = load(resolve(str(encoder_folder)))
    picture = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        before = model.visual(picture)
    two = attach_depth_branch(model.visual, stages=2)
    with torch.inference_mode():
        assert torch.equal(model.visual(picture), before)
    one, _ = tuned(encoder_folder, 0.0)
    assert tuned_parameters(one).keys() < tuned_parameters(two).keys()
    with torch.no_grad():
        for value in tuned_parameters(two).values():
            value.mul_(1.5)
    save_depth_branch(two, tmp_path / "d.safetensors", digest)
    again = attach_depth_branch(load(resolve(str(encoder_folder)))[0].visual, tmp_path / "d.safetensors", digest)
    assert again.stages == 2  # as the file says
    with pytest.raises(EncoderError, match="99 stages does not fit"):
        attach_depth_branch(load(resolve(str(encoder_folder)))[0].visual, stages=99)


@pytest.mark.parametrize("name", ["convnext_atto", "resnet18", "regnety_002", "mobilenetv3_small_100"])
def test_other_convolutional_towers_have_a_place_too(name: str) -> None:
    import timm
    import torch

    visual = torch.nn.Module()
    visual.trunk = timm.create_model(name, num_classes=0).eval()
    picture = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        before = visual.trunk(picture)
        twin = attach_depth_branch(visual)
        for value in tuned_parameters(twin).values():
            value.add_(0.1)
        assert torch.equal(visual.trunk(picture), before)
        twin.depth = True
        assert not torch.allclose(visual.trunk(picture), before, atol=1e-4)


def test_two_branches_on_one_base_never_pass_for_each_other(vit_folder: Path, tmp_path: Path) -> None:
    """Same base, same file name, other tensors: their vectors do not mix, so their identities must differ."""
    one = load_encoder(str(with_branch(vit_folder, tmp_path / "one", 0.5)), 1)
    other = load_encoder(str(with_branch(vit_folder, tmp_path / "other", 1.5)), 1)
    assert np.abs(one.encode_depth(PICTURES).aligned - other.encode_depth(PICTURES).aligned).max() > 1e-3
    assert one.card.identity != other.card.identity


def test_folding_moves_the_branch_with_the_tower(encoder_folder: Path, tmp_path: Path) -> None:
    import torch

    twin = load_encoder(str(with_branch(encoder_folder, tmp_path / "t", 1.0)), 1)
    inside = find_twin(twin._model.visual)
    assert twin._twin is inside
    norms = [one for one in inside.modules() if isinstance(one, torch.nn.BatchNorm2d)]
    assert norms and all("forward" in vars(one) for one in norms)  # folded, in both halves


def test_a_branch_of_another_base_is_refused(vit_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="tuned on other weights"):
        load_encoder(str(with_branch(vit_folder, tmp_path / "t", 0.1, base="0" * 64)), 1)


def test_a_branch_of_another_tower_is_refused(vit_folder: Path, encoder_folder: Path, tmp_path: Path) -> None:
    folder = with_branch(vit_folder, tmp_path / "t", 0.1)
    twin, _ = tuned(encoder_folder, 0.1)
    save_depth_branch(twin, folder / "depth.safetensors", "")
    with pytest.raises(EncoderError, match="does not fit"):
        load_encoder(str(folder), 1)


def test_a_branch_that_names_no_base_is_refused(vit_folder: Path, tmp_path: Path) -> None:
    folder = with_branch(vit_folder, tmp_path / "t", 0.1)
    twin, _ = tuned(vit_folder, 0.1)
    save_depth_branch(twin, folder / "depth.safetensors", "")
    with pytest.raises(EncoderError, match="does not say which weights"):
        load_encoder(str(folder), 1)


@pytest.mark.parametrize("fault", ["missing", "cut", "text"])
def test_a_damaged_branch_is_an_encoder_error(fault: str, vit_folder: Path, tmp_path: Path) -> None:
    file = with_branch(vit_folder, tmp_path / "t", 0.1) / "depth.safetensors"
    whole = file.read_bytes()
    file.unlink()
    if fault != "missing":
        file.write_bytes(whole[:500] if fault == "cut" else b"version https://git-lfs")
    with pytest.raises(EncoderError, match=r"depth\.safetensors"):
        load_encoder(str(file.parent), 1)


def test_a_second_branch_is_refused(vit_folder: Path) -> None:
    model, *_ = load(resolve(str(vit_folder)))
    attach_depth_branch(model.visual)
    with pytest.raises(EncoderError, match="branch already"):
        attach_depth_branch(model.visual)


def test_a_tower_without_blocks_or_stages_is_refused() -> None:
    import torch

    with pytest.raises(EncoderError, match="no blocks or stages"):
        attach_depth_branch(torch.nn.Linear(2, 2))
