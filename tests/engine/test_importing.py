"""OpenDlign's checkpoints, as files of the same structure: read without running them, the tuned block alone kept."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine import importing
from engine.branches import attach_depth_branch, tuned_parameters
from engine.checkpoints import load, registry, resolve
from engine.encoder import load_encoder
from engine.errors import EncoderError
from engine.importing import find_tuned_block, import_checkpoint, read_tensors
from engine.own_encoders import BRANCH, own_folder
from engine.published import import_hint, variant_of, variants

PICTURES = np.random.default_rng(0).integers(0, 256, (4, 64, 64)).astype(np.uint8)
BESIDE = "clip_model.visual.transformer.depth_control_visual.resblocks.0"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder of this test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


def model_state(folder: Path, prefix: str = "", block: str = BESIDE) -> tuple[dict[str, Any], Any]:
    """(state of a whole model with a tuned block beside its last one, that block)."""
    model, *_ = load(resolve(str(folder)))
    tuned = copy.deepcopy(model.visual.transformer.resblocks[-1])
    with torch.no_grad():
        for value in tuned.attn.parameters():
            value.mul_(1.5).add_(0.01)
    state = {f"clip_model.{name}": value for name, value in model.state_dict().items()}
    state |= {f"{block}.{name}": value for name, value in tuned.state_dict().items()}
    return {prefix + name: value for name, value in state.items()}, tuned


class Method:
    """Pickles as the bound method of a schedule does: by getattr on the object."""

    def __init__(self, owner: Any) -> None:
        self.owner = owner

    def __reduce__(self) -> tuple[Any, ...]:
        return getattr, (self.owner, "step")


def write_checkpoint(file: Path, state: dict[str, Any], tuned: Any, old_torch: bool = False) -> Path:
    """As the authors' training saves: epoch, model, optimizer and one-cycle schedule."""
    optimizer = torch.optim.AdamW(tuned.attn.parameters(), lr=3e-5, betas=(0.9, 0.98), weight_decay=0.1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=3e-4, steps_per_epoch=3, epochs=10)
    tuned(torch.rand(2, 3, 64)).sum().backward()
    optimizer.step()
    schedule.step()
    kept = schedule.state_dict()
    if old_torch:  # up to 1.13 the schedule's own method was in its state, and with it schedule and optimizer
        kept["anneal_func"] = Method(schedule)
    checkpoint = {
        "epoch": 9,
        "model_state_dict": state,
        "optimizer_d_visual_state_dict": optimizer.state_dict(),
        "scheduler_d_visual_state_dict": kept,
    }
    torch.save(checkpoint, file)
    return file


def expected(folder: Path, tuned: Any) -> np.ndarray:
    """What the block makes of pictures, put beside the base by hand."""
    encoder = load_encoder(str(folder), 1)
    twin = attach_depth_branch(encoder._model.visual)
    twin.tuned.load_state_dict(tuned.state_dict())
    twin.depth = True
    return encoder.encode_depth(PICTURES).aligned


@pytest.mark.parametrize(
    ("prefix", "block"),
    [
        ("", BESIDE),
        ("module.", BESIDE),
        ("module.module.", "clip_model.visual.depth_branch"),
        ("", "clip_model.visual.transformer.other.3"),
    ],
)
def test_the_tuned_block_is_found_and_works(prefix: str, block: str, vit_folder: Path, tmp_path: Path) -> None:
    state, tuned = model_state(vit_folder, prefix, block)
    wanted = expected(vit_folder, tuned)
    file = write_checkpoint(tmp_path / "checkpoint_9.pth", state, tuned)
    done = import_checkpoint(file, base=str(vit_folder))
    assert (done.name, done.checked) == ("checkpoint_9", True)
    assert sorted(one.name for one in done.folder.iterdir()) == ["card.json", BRANCH]
    encoder = load_encoder("checkpoint_9", 1)
    assert np.allclose(encoder.encode_depth(PICTURES).aligned, wanted, atol=2e-3)
    plain = load_encoder(str(vit_folder), 1).encode_depth(PICTURES).aligned
    assert np.abs(plain - wanted).max() > 1e-2
    assert np.allclose(encoder.encode_depth(PICTURES, "photo").aligned, plain, atol=1e-6)


def test_only_the_attention_is_kept(vit_folder: Path, tmp_path: Path) -> None:
    from safetensors import safe_open

    state, tuned = model_state(vit_folder)
    file = write_checkpoint(tmp_path / "c.pth", state, tuned)
    done = import_checkpoint(file, base=str(vit_folder))
    twin = attach_depth_branch(load(resolve(str(vit_folder)))[0].visual)
    with safe_open(done.folder / BRANCH, framework="pt") as kept:
        assert set(kept.keys()) == set(tuned_parameters(twin))
        assert kept.metadata()["base"] == load(resolve(str(vit_folder)))[3]
    assert (done.folder / BRANCH).stat().st_size < file.stat().st_size / 20


def test_a_file_of_old_torch_is_read_without_its_objects(vit_folder: Path, tmp_path: Path) -> None:
    state, tuned = model_state(vit_folder)
    file = write_checkpoint(tmp_path / "old.pth", state, tuned, old_torch=True)
    with pytest.raises(Exception, match="getattr"):  # so torch refuses it as it is
        torch.load(file, weights_only=True)
    assert read_tensors(file).keys() == state.keys()
    with pytest.raises(Exception, match="getattr"):  # and afterwards again
        torch.load(file, weights_only=True)


def test_a_timm_tower_takes_the_block_under_its_own_names(make_encoder: Callable[..., Path], tmp_path: Path) -> None:
    folder = make_encoder(tmp_path / "timm", "timm-vit")
    block = load(resolve(str(folder)))[0].visual.trunk.blocks[-1]
    state = {f"visual.depth.0.{name}": value * 1.5 for name, value in block.attn.state_dict(prefix="attn.").items()}
    torch.save(state, tmp_path / "c.pth")
    import_checkpoint(tmp_path / "c.pth", base=str(folder), name="timm")
    one, other = load_encoder("timm", 1), load_encoder(str(folder), 1)
    assert np.abs(one.encode_depth(PICTURES).aligned - other.encode_depth(PICTURES).aligned).max() > 1e-4


def test_a_block_of_other_weights_is_refused_at_once_where_the_base_is_at_hand(
    vit_folder: Path, make_encoder: Callable[..., Path], tmp_path: Path
) -> None:
    other = make_encoder(tmp_path / "other", "vit", seed=5)
    file = write_checkpoint(tmp_path / "c.pth", *model_state(vit_folder))
    with pytest.raises(EncoderError, match=r"other weights: its mlp\..*bias is not that of the base"):
        import_checkpoint(file, base=str(other))
    assert not (own_folder() / "c").exists()


def test_without_its_base_a_branch_is_checked_when_it_is_loaded(
    vit_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_is_local", lambda checkpoint: False)  # as if it were in a hub
    state, tuned = model_state(vit_folder)
    wanted = expected(vit_folder, tuned)
    file = write_checkpoint(tmp_path / "right.pth", state, tuned)
    assert not import_checkpoint(file, base=str(vit_folder)).checked
    assert np.allclose(load_encoder("right", 1).encode_depth(PICTURES).aligned, wanted, atol=2e-3)
    state[f"{BESIDE}.ln_2.weight"] = state[f"{BESIDE}.ln_2.weight"] * 1.01
    import_checkpoint(write_checkpoint(tmp_path / "wrong.pth", state, tuned), base=str(vit_folder))
    with pytest.raises(EncoderError, match=r"other weights: its ln_2\.weight"):
        load_encoder("wrong", 1)


def small_b32(file: Path, width: int = 768, **more: Any) -> Path:
    """The attention and the vectors of a block of a published variant's width, and the tower's first layer."""
    block = torch.nn.MultiheadAttention(width, 8)
    state = {f"{BESIDE}.attn.{name}": value for name, value in block.state_dict().items()}
    state |= {f"{BESIDE}.ln_1.weight": torch.ones(width), **more}
    torch.save({"model_state_dict": state}, file)
    return file


def test_a_published_variant_needs_no_base_at_hand(tmp_path: Path) -> None:
    import json

    from safetensors import safe_open

    first = {"clip_model.visual.conv1.weight": torch.zeros(768, 3, 32, 32)}
    done = import_checkpoint(small_b32(tmp_path / "c.pth", **first))
    assert (done.name, done.base, done.checked) == ("opendlign-b32", "ViT-B-32/datacomp_xl_s13b_b90k", False)
    assert (done.folder / BRANCH).stat().st_size < 6e6  # 2.36 million parameters in half precision
    with safe_open(done.folder / BRANCH, framework="pt") as kept:
        assert kept.metadata()["base_tag"] == done.base
    card = json.loads((done.folder / "card.json").read_text())
    assert card["depth_preprocess"]["mean"] == [0.485, 0.456, 0.406]
    assert "none stated" in card["licence"]
    found = resolve("opendlign-b32")
    assert (found.model, found.pretrained, found.branch) == (
        "ViT-B-32",
        "datacomp_xl_s13b_b90k",
        done.folder / BRANCH,
    )
    with pytest.raises(EncoderError, match="is an encoder 'opendlign-b32' already"):
        import_checkpoint(small_b32(tmp_path / "c.pth"), "B32")


def test_the_variant_is_asked_for_where_the_file_leaves_it_open(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"several variants.*B32, B16.*--variant"):
        import_checkpoint(small_b32(tmp_path / "c.pth"))
    with pytest.raises(EncoderError, match="L14 has 1024"):
        import_checkpoint(small_b32(tmp_path / "c.pth"), "L14")
    with pytest.raises(EncoderError, match=r"no variant 'XL'.*B32"):
        import_checkpoint(small_b32(tmp_path / "c.pth"), "XL")
    assert variant_of(1280, None).name == "H14"


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_malicious_pickle_does_not_run(wrapped: bool, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return ((tmp_path / "ran").touch, ())

    class System:
        def __reduce__(self) -> tuple[object, ...]:
            import os

            return (os.system, (f"touch {tmp_path / 'ran'}",))

    for number, trap in enumerate((Trap(), System())):
        file = tmp_path / f"evil{number}.pth"
        torch.save({"model_state_dict": {"a": torch.ones(2)}, "extra": trap} if wrapped else trap, file)
        with pytest.raises(EncoderError, match="could run code"):
            import_checkpoint(file, "B32")
    assert not (tmp_path / "ran").exists()
    assert not own_folder().exists()


def test_the_stand_ins_run_nothing_either(tmp_path: Path) -> None:
    """getattr is let through by name, so what it is asked for must stay untouched."""

    class Asks:
        def __reduce__(self) -> tuple[object, ...]:
            return getattr, (Calls(), "anything")

    class Calls:
        def __reduce__(self) -> tuple[object, ...]:
            return getattr, ("text", "__class__")

    torch.save({"a": torch.ones(2), "b": Asks()}, tmp_path / "c.pth")
    assert read_tensors(tmp_path / "c.pth").keys() == {"a"}


@pytest.mark.parametrize("fault", ["missing", "text", "cut", "empty", "no tensors", "safetensors of text"])
def test_what_is_no_checkpoint_is_told(fault: str, vit_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / ("c.safetensors" if fault.startswith("safe") else "c.pth")
    if fault == "cut":
        write_checkpoint(file, *model_state(vit_folder))
        file.write_bytes(file.read_bytes()[:20_000])
    elif fault == "no tensors":
        torch.save({"epoch": 3}, file)
    elif fault != "missing":
        file.write_bytes(b"" if fault == "empty" else b"version https://git-lfs.github.com/spec/v1\n")
    with pytest.raises(EncoderError, match=str(file)):
        import_checkpoint(file, "B32")


def test_files_without_one_tuned_block_are_told(vit_folder: Path) -> None:
    state, _ = model_state(vit_folder)
    plain = {name: value for name, value in state.items() if "depth_control" not in name}
    with pytest.raises(EncoderError, match="holds no tuned blocks"):
        find_tuned_block(plain)
    state |= {k.replace("resblocks.0", "resblocks.1"): v for k, v in state.items() if "depth_control" in k}
    with pytest.raises(EncoderError, match="holds 2 tuned blocks"):
        find_tuned_block(state)


def test_the_registry_names_weights_that_open_clip_knows() -> None:
    assert {one.base for one in variants().values()} <= set(registry())
    assert sorted(variants()) == ["B16", "B32", "H14", "L14"]
    for one in variants().values():
        assert one.licence and one.base_licence and one.get
        assert f"--variant {one.name}" in import_hint(one.encoder)
    assert import_hint("starter") == ""
    with pytest.raises(EncoderError, match="encoders import FILE --variant H14"):
        resolve("opendlign-h14")
