"""A visual tower in two parts: what runs once and is cached, and the twin with all behind it, which trains."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from engine.branches import TwinBlock, find_twin
from engine.errors import EncoderError

# What a timm trunk does between its last block and its pooling, by the kind of the blocks.
_BEHIND_STAGES = ("norm_pre", "conv_head", "bn2")
_BEHIND_BLOCKS = ("norm",)


class _Reached(Exception):
    """The twin's input is known; nothing behind it needs to run."""

    def __init__(self, x: Tensor, others: dict[str, Any]) -> None:
        self.x, self.others = x, others


class SplitTower(nn.Module):
    """A tower with a depth branch, run from the twin's input on.

    `inputs` computes that input, forward goes on from it: together they are the tower, with the twin as it is switched.
    The first axis of an input is the picture, whatever order of axes the tower itself uses.
    """

    def __init__(self, visual: nn.Module) -> None:
        """Split a tower that has a depth branch (branches.attach_depth_branch). Raises EncoderError."""
        super().__init__()
        twin = find_twin(visual)
        if twin is None:
            raise EncoderError("This tower has no depth branch to tune.")
        self.visual: Any = visual
        self.twin: TwinBlock = twin
        self._others: dict[str, Any] = {}
        self._words_first = getattr(getattr(visual, "transformer", None), "batch_first", True) is False

    @torch.no_grad()
    def inputs(self, pictures: Tensor) -> Tensor:
        """The twin's input (n, ...) for normalised pictures (n, 3, S, S)."""
        handle = self.twin.register_forward_pre_hook(_stop, with_kwargs=True)
        try:
            self.visual(pictures)
        except _Reached as reached:
            self._others = {name: value for name, value in reached.others.items() if value is not None}
            return reached.x.transpose(0, 1).contiguous() if self._words_first else reached.x
        finally:
            handle.remove()
        raise EncoderError("The depth branch of this tower is never reached.")

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(form (n, F), aligned (n, D)) of inputs (n, ...): as OpenClipEncoder gives them, not normalised."""
        if self._words_first:
            x = x.transpose(0, 1).contiguous()
        x = self.twin(x, **self._others)
        if self._words_first:
            x = x.transpose(0, 1)
        trunk = getattr(self.visual, "trunk", None)
        if trunk is not None:
            for name in _BEHIND_STAGES if self.twin.stages else _BEHIND_BLOCKS:
                x = getattr(trunk, name, nn.Identity())(x)
            form = trunk.forward_head(x)
            return form, self.visual.head(form)
        pooled, _ = self.visual._pool(x)
        aligned = pooled if self.visual.proj is None else pooled @ self.visual.proj
        return aligned[:, :0], aligned

    @torch.no_grad()
    def check(self, pictures: Tensor) -> None:
        """Make sure that both parts together are the tower. Raises EncoderError for a tower that is built otherwise."""
        kind = type(self.visual).__name__
        try:
            halves, whole = self(self.inputs(pictures))[1], self.visual(pictures)
        except (AttributeError, TypeError, RuntimeError) as error:
            raise EncoderError(f"The depth branch of a {kind} cannot be tuned ({error}).") from error
        if halves.shape != whole.shape or not torch.allclose(halves, whole, rtol=1e-3, atol=1e-4):
            raise EncoderError(f"The depth branch of a {kind} cannot be tuned: what follows it is not known here.")


def _stop(_: nn.Module, inputs: tuple[Any, ...], others: dict[str, Any]) -> None:
    raise _Reached(inputs[0], others)
