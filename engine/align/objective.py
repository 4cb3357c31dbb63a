"""The alignment loss: object features of depth maps and of pictures, drawn together by shape.

Source: OpenDlign section 3.2: symmetric InfoNCE between object features plus their distance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F


@dataclass(frozen=True)
class Weights:
    """What the distance of the features, and the agreement with texts, weigh beside the contrastive term of 1."""

    distance: float = 1.0
    text: float = 0.0


def object_features(views: Tensor) -> Tensor:
    """(B, D) unit rows of view embeddings (B, V, D): each view normalised, their mean, normalised."""
    return F.normalize(F.normalize(views, dim=-1).mean(1), dim=-1)


def alignment_loss(
    depth: Tensor, images: Tensor, scale: Tensor, weights: Weights, texts: Tensor | None = None,
    names: Tensor | None = None,
) -> dict[str, Tensor]:  # fmt: skip
    """Parts of the loss and their weighted sum "loss", scalars.

    depth, images, texts: (B, D) unit rows, row i of each is shape i; scale: factor of the cosines; names: (B,) ints,
    equal for shapes of one name, which are no wrong answers to each other's text. distance is the squared Euclidean
    one, a mean over shapes.
    """
    cosines = scale * depth @ images.T
    own = torch.arange(len(depth), device=depth.device)
    parts = {
        "contrastive": 0.5 * (F.cross_entropy(cosines, own) + F.cross_entropy(cosines.T, own)),
        "distance": (depth - images).pow(2).sum(-1).mean(),
    }
    total = parts["contrastive"] + weights.distance * parts["distance"]
    if weights.text and texts is not None and names is not None:
        right = (names[:, None] == names[None, :]).float()
        right = right / right.sum(1, keepdim=True)
        logits = scale * depth @ texts.T
        ways = torch.stack([(right * way.log_softmax(1)).sum(1).mean() for way in (logits, logits.T)])
        parts["text"] = -ways.mean()
        total = total + weights.text * parts["text"]
    return {"loss": total, **parts}


class _Gathered(torch.autograd.Function):
    """All processes' rows; gradients flow back to the process that made each row."""

    @staticmethod
    def forward(ctx: Any, rows: Tensor) -> Tensor:
        from torch import distributed

        every = [torch.empty_like(rows) for _ in range(distributed.get_world_size())]
        distributed.all_gather(every, rows.contiguous())
        ctx.count = len(rows)
        return torch.cat(every)

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        from torch import distributed

        # Each process has the gradient of its own copy of the loss: their sum is divided again when the gradients
        # of the parameters are averaged over the processes.
        total = gradients[0].contiguous()
        distributed.all_reduce(total)
        start = distributed.get_rank() * ctx.count
        return total[start : start + ctx.count]


def gathered(rows: Tensor) -> Tensor:
    """Rows (b, D) of all processes, (world * b, D) in the order of their ranks; of one process, the rows themselves."""
    from torch import distributed

    if not (distributed.is_available() and distributed.is_initialized()):
        return rows
    return _Gathered.apply(rows)
