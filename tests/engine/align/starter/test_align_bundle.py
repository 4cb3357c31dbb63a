"""A bundle written here is an ordinary open_clip model folder that gives the towers' own embeddings."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.backend import prepare

prepare(threads=2)

import timm  # noqa: E402
import torch  # noqa: E402
from safetensors.torch import load_file  # noqa: E402
from torch.nn import functional as F  # noqa: E402

from engine.align.starter import bundle, text_tower  # noqa: E402
from engine.align.starter.bundle import config, join_towers, write_bundle  # noqa: E402
from engine.align.starter.features import LowerTrunk, normalised  # noqa: E402
from engine.align.starter.pictures import fit  # noqa: E402
from engine.align.starter.teachers import TRUNK  # noqa: E402
from engine.align.starter.towers import TextAdapter, UpperTower  # noqa: E402
from engine.bundled import bundled  # noqa: E402
from engine.errors import EncoderError  # noqa: E402

TINY_TEXT = {"context_length": 32, "vocab_size": 49408, "width": 16, "heads": 2, "layers": 1, "proj_bias": True}


def test_a_bundle_comes_back_as_it_was(tmp_path: Path) -> None:
    import open_clip

    torch.manual_seed(0)
    network = timm.create_model(TRUNK, pretrained=False).eval()
    lower, upper = LowerTrunk(network).eval(), UpperTower(network, embed_dim=24).eval()
    text, adapter = text_tower.new_text_tower(24, TINY_TEXT).eval(), TextAdapter(24)
    with torch.no_grad():
        adapter.map.weight.add_(0.1 * torch.randn(24, 24))
        adapter.map.bias.add_(0.1)
    state = join_towers(network, upper, text, adapter, temperature=20.0)
    size = write_bundle(tmp_path / "tiny", state, config(24, TINY_TEXT), {"name": "tiny"})
    assert size < 2 * sum(value.numel() for value in state.values()) - 0.9 * state["token_embedding.weight"].numel()
    assert size == sum(file.stat().st_size for file in (tmp_path / "tiny").iterdir())
    assert json.loads((tmp_path / "tiny/card.json").read_text()) == {"name": "tiny"}

    model, _, transform = open_clip.create_model_and_transforms(f"local-dir:{tmp_path / 'tiny'}")
    model.eval()
    picture = Image.fromarray(np.random.default_rng(0).integers(0, 256, (60, 90, 3), np.uint8))
    tokens = text_tower.tokenize(["a chair", "ship"])
    with torch.inference_mode():
        seen = model.encode_image(transform(picture).unsqueeze(0))
        expected = upper(lower(normalised(fit(picture)[None])))
        assert float(F.cosine_similarity(seen, expected).min()) > 0.999
        read = model.encode_text(torch.from_numpy(tokens).long(), normalize=True)
        wanted = adapter(text_tower.encode_tokens(text, torch.from_numpy(tokens)))
        assert float(F.cosine_similarity(read, wanted).min()) > 0.99  # 16 numbers a token, three bits of mantissa each
        table = text.token_embedding.weight
        table.copy_(table.to(torch.float8_e4m3fn).float())
        stored = adapter(text_tower.encode_tokens(text, torch.from_numpy(tokens)))
        assert float(F.cosine_similarity(read, stored).min()) > 0.999
    assert float(model.logit_scale.detach().exp()) == pytest.approx(20, rel=1e-2)


@pytest.mark.parametrize(("name", "kind"), [("logit_scale", "float16"), ("token_embedding.weight", "float8")])
def test_weights_beyond_what_is_stored_are_refused(name: str, kind: str, tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=f"{name} does not fit into {kind}"):
        write_bundle(tmp_path, {name: torch.tensor([1e30])}, config(), {})


def test_the_bundled_encoder_comes_apart_and_together_again(monkeypatch: pytest.MonkeyPatch) -> None:
    network = timm.create_model(TRUNK, pretrained=False).eval()
    monkeypatch.setattr(bundle, "imagenet_network", lambda: network)
    folder = bundled("encoders") / "starter"
    upper, text = bundle.split_towers(folder)
    again = join_towers(network, upper, text, TextAdapter(), temperature=20.0)
    stored = load_file(folder / "open_clip_model.safetensors")
    lower = {f"visual.trunk.{name}" for name in network.state_dict() if name.startswith(("conv_stem", "bn1"))}
    lower |= {f"visual.trunk.blocks.{at}" for at in range(4)}  # the frozen stages are the network's, not the bundle's
    mine = [name for name in stored if name != "logit_scale" and not name.startswith(tuple(lower))]
    assert len(mine) > 200 and set(again) == set(stored)
    assert all(torch.allclose(again[name].float(), stored[name].float()) for name in mine)


def test_a_folder_without_a_bundle_cannot_be_gone_on_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "imagenet_network", lambda: timm.create_model(TRUNK, pretrained=False))
    with pytest.raises(EncoderError, match="holds no encoder"):
        bundle.split_towers(tmp_path)
