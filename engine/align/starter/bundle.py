"""The trained towers as an open_clip model folder: config, small weights, calibration card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from engine.align.starter.features import FROZEN_BLOCKS
from engine.align.starter.pictures import SIZE, WHITE
from engine.align.starter.teachers import TRUNK, imagenet_network, require
from engine.align.starter.text_tower import TEXT_CFG, new_text_tower
from engine.align.starter.towers import TextAdapter, UpperTower
from engine.checkpoints import CONFIG, WEIGHTS
from engine.errors import EncoderError

TOKEN_TABLE = "token_embedding.weight"
LIMIT = 40_000_000  # bytes of the whole folder: what is fair to ship inside a package


def config(embed_dim: int = 384, text: dict[str, Any] | None = None) -> dict[str, Any]:
    """The open_clip configuration of the bundled pair."""
    return {
        "model_cfg": {
            "embed_dim": embed_dim,
            "vision_cfg": {
                "timm_model_name": TRUNK, "timm_model_pretrained": False, "timm_pool": "avg", "timm_proj": "linear",
                "timm_proj_bias": True, "image_size": SIZE,
            },
            "text_cfg": dict(text or TEXT_CFG),
        },
        "preprocess_cfg": {
            "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5], "interpolation": "bicubic", "resize_mode": "longest",
            "fill_color": WHITE,
        },
    }  # fmt: skip


def join_towers(network: Any, upper: UpperTower, text: Any, adapter: TextAdapter,
                temperature: float) -> dict[str, torch.Tensor]:  # fmt: skip
    """The open_clip state of the parts: frozen lower trunk, trained upper trunk and head, text tower with its adapter.

    The adapter is linear, so it is folded into the text projection and nothing of it remains.
    """
    state = {}
    for name, value in network.state_dict().items():
        if not name.startswith("classifier"):
            state[f"visual.trunk.{name}"] = value
    state |= {_bundled(name): value for name, value in upper.state_dict().items()}
    for name, value in text.state_dict().items():
        state[name] = value
    weight, bias = adapter.map.weight.detach(), adapter.map.bias.detach()
    state["text_projection.weight"] = weight @ state["text_projection.weight"]
    state["text_projection.bias"] = weight @ state["text_projection.bias"] + bias
    state["logit_scale"] = torch.tensor(temperature).log()
    return state


def split_towers(folder: Path) -> tuple[UpperTower, Any]:
    """The trained upper trunk and the text tower of a bundle of the shipped architecture, to be trained further.

    What was the adapter is in the text projection. Raises EncoderError where `folder` holds no such bundle.
    """
    try:
        state = require("safetensors.torch").load_file(folder / WEIGHTS)
        upper, text = UpperTower(imagenet_network()), new_text_tower()
        upper.load_state_dict({name: state[_bundled(name)].float() for name in upper.state_dict()})
        text.load_state_dict({name: state[name].float() for name in text.state_dict()})
    except (OSError, KeyError, RuntimeError) as error:
        raise EncoderError(f"{folder} holds no encoder that `align starter` wrote ({error}).") from error
    return upper, text.eval()


def _bundled(name: str) -> str:
    """What open_clip calls a weight of the upper trunk or of the head."""
    if name.startswith("blocks."):
        _, number, rest = name.split(".", 2)
        return f"visual.trunk.blocks.{int(number) + FROZEN_BLOCKS}.{rest}"
    if name.startswith("head."):
        return f"visual.head.proj.{name.removeprefix('head.')}"
    return f"visual.trunk.{name}"


def write_bundle(folder: Path, state: dict[str, torch.Tensor], cfg: dict[str, Any], card: dict[str, Any]) -> int:
    """Write configuration, safetensors and card; returns the folder's bytes. EncoderError above the limit.

    Weights are float16; the table of tokens, which would be most of the file, is float8 (e4m3): its rows are normalised
    before anything else, and embeddings keep a cosine of 0.9996 and more. open_clip reads either as it reads float32.
    """
    save_file = require("safetensors.torch").save_file
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / (WEIGHTS + ".part")
    save_file({name: _small(name, value.detach()) for name, value in state.items()}, str(part), {"format": "pt"})
    part.chmod(0o644)  # safetensors writes for the owner alone
    part.replace(folder / WEIGHTS)
    (folder / CONFIG).write_text(json.dumps(cfg, indent=2) + "\n", encoding="utf-8")
    write_card(folder, card)
    size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    if size > LIMIT:
        raise EncoderError(f"the bundle has {size:,} bytes, more than {LIMIT:,}.", "Narrow the text tower.")
    return size


def _small(name: str, value: torch.Tensor) -> torch.Tensor:
    if not value.is_floating_point():
        return value.contiguous().clone()
    kind = torch.float8_e4m3fn if name == TOKEN_TABLE else torch.float16
    if not bool((value.abs() <= torch.finfo(kind).max).all()):  # nor is what is no number
        raise EncoderError(f"{name} does not fit into {str(kind).removeprefix('torch.')}.")
    return value.to(kind).contiguous().clone()


def write_card(folder: Path, card: dict[str, Any]) -> None:
    """Write card.json, the calibration that goes with the weights."""
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
