"""The parts that are trained on pictures: the trunk's upper half with its projection, and a map of the texts."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from engine.align.starter.features import FROZEN_BLOCKS


class UpperTower(nn.Module):
    """Maps of the lower trunk (N, C, H, W) to unnormalised embeddings (N, D); batch norms stay as pretrained."""

    def __init__(self, network: Any, embed_dim: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        self.blocks = nn.Sequential(*list(network.blocks)[FROZEN_BLOCKS:])
        self.conv_head, self.bn2 = network.conv_head, network.bn2
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(network.conv_head.out_channels, embed_dim)

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """Embeddings, float32."""
        return self.project(self.states(maps))

    def project(self, states: torch.Tensor) -> torch.Tensor:
        """Embeddings (N, D) float32 of the trunk's features (N, 1280)."""
        return self.head(self.dropout(states)).float()

    def states(self, maps: torch.Tensor) -> torch.Tensor:
        """The trunk's own features (N, 1280), before the projection."""
        return self.bn2(self.conv_head(self.blocks(maps))).mean((2, 3))

    def train(self, mode: bool = True) -> UpperTower:
        """Switch dropout only: the batch norms keep their statistics."""
        super().train(False)
        self.dropout.train(mode)
        return self


class TextAdapter(nn.Module):
    """A linear map of raw text embeddings that starts as the identity and is folded into the text tower later."""

    def __init__(self, dim: int = 384) -> None:
        super().__init__()
        self.map = nn.Linear(dim, dim)
        with torch.no_grad():
            nn.init.eye_(self.map.weight)
            nn.init.zeros_(self.map.bias)

    def forward(self, raw: torch.Tensor) -> torch.Tensor:
        """Unit embeddings (N, D) of raw ones."""
        return F.normalize(self.map(raw), dim=-1)


def start_head(tower: UpperTower, classifier: nn.Linear, classes: NDArray[np.float32]) -> None:
    """Begin with the class texts' mix that the ImageNet classifier would answer: (centred texts)^T x classifier."""
    texts = F.normalize(torch.from_numpy(classes), dim=-1)
    texts = texts - texts.mean(0)
    weights = classifier.weight.detach() - classifier.weight.detach().mean(0)
    with torch.no_grad():
        start = texts.T @ weights
        tower.head.weight.copy_(start / start.norm(dim=0).mean() * 0.1)
        tower.head.bias.zero_()
