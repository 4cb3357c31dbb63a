"""The depth branch: a tuned twin of the visual tower's last block, switched in for depth maps."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from torch import Tensor, nn

from engine.errors import EncoderError


class TwinBlock(nn.Module):
    """A frozen last block and its tuned twin: photos see the frozen one, depth maps the mean of both.

    Source: OpenDlign section 3.2 (0.5 * frozen + 0.5 * tuned, same input to both).
    """

    def __init__(self, frozen: nn.Module, share: float = 0.5) -> None:
        super().__init__()
        self.frozen = frozen
        self.tuned = copy.deepcopy(frozen)
        self.share = share
        self.depth = False

    def forward(self, x: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        """The frozen block's output, or in depth mode its blend with the twin's."""
        out = self.frozen(x, *args, **kwargs)
        if not self.depth:
            return out
        return (1.0 - self.share) * out + self.share * self.tuned(x, *args, **kwargs)


def attach_depth_branch(visual: nn.Module, weights: Path | None = None, base: str = "") -> TwinBlock:
    """Replace the last transformer block of `visual` by a TwinBlock; load the twin's tensors from a safetensors delta.

    The delta holds only tensors that differ and, as metadata, the hash of its base. Raises EncoderError when the
    tower has no transformer blocks, or the delta was tuned on another base or does not fit.
    """
    blocks = _blocks(visual)
    twin = TwinBlock(blocks[-1])
    blocks[-1] = twin
    if weights is not None:
        from safetensors import safe_open

        if not weights.is_file():
            raise EncoderError(f"There is no depth branch {weights}.")
        with safe_open(weights, framework="pt") as file:
            made_for = (file.metadata() or {}).get("base", "")
            delta = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a dict)
        if made_for and base and made_for != base:
            raise EncoderError(
                f"The depth branch {weights} was tuned on other weights ({made_for[:12]}, not {base[:12]})."
            )
        unknown = twin.tuned.load_state_dict(delta, strict=False).unexpected_keys
        if unknown:
            raise EncoderError(f"The depth branch {weights} does not fit this tower: {', '.join(unknown[:3])}.")
    return twin


def _blocks(visual: nn.Module) -> Any:
    """The tower's transformer blocks: open_clip keeps a ModuleList, timm a Sequential whose blocks have attention."""
    for path in ("transformer.resblocks", "trunk.blocks"):
        found: Any = visual
        for name in path.split("."):
            found = getattr(found, name, None)
        if isinstance(found, (nn.ModuleList, nn.Sequential)) and len(found) and hasattr(found[-1], "attn"):
            return found
    raise EncoderError(f"A {type(visual).__name__} has no transformer blocks to put a depth branch beside.")
