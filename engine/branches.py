"""The depth branch: a tuned twin of the visual tower's end, switched in for depth maps, kept as a small delta."""

from __future__ import annotations

import copy
import re
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from engine.errors import EncoderError

_BLOCKS = ("transformer.resblocks", "trunk.blocks")
_STAGES = ("trunk.blocks", "trunk.stages")  # several in a row
_LAST_STAGE = ("trunk.layer4", "trunk.s4", "layer4")  # each an attribute of its own
_ATTENTION = re.compile(
    r"attn\.((in_proj|[qkv]_proj)_(weight|bias)|[qkv]_bias|(out_proj|qkv|proj|[qkv]_proj)\.(weight|bias))"
)


class TwinBlock(nn.Module):
    """A frozen last block and its tuned twin: photos see the frozen one, depth maps the mean of both.

    `depth` switches the twin in; `stages` is how many stages of a convolutional tower are doubled, 0 in a transformer.
    Only `tuned_parameters` take gradients; batch norms keep their statistics, also in training. Source: OpenDlign
    section 3.2 (0.5 * frozen + 0.5 * tuned, same input to both).
    """

    def __init__(self, frozen: nn.Module, share: float = 0.5, stages: int = 0) -> None:
        super().__init__()
        self.frozen = frozen
        self.tuned = copy.deepcopy(frozen)
        self.share = share
        self.stages = stages
        self.depth = False
        self.requires_grad_(False)
        for value in tuned_parameters(self).values():
            value.requires_grad_(True)

    def forward(self, x: Tensor, *args: Any, **kwargs: Any) -> Tensor:
        """The frozen block's output, or in depth mode its blend with the twin's."""
        out = self.frozen(x, *args, **kwargs)
        if not self.depth:
            return out
        return torch.lerp(out, self.tuned(x, *args, **kwargs), self.share)

    def train(self, mode: bool = True) -> TwinBlock:
        """Switch the twin alone; the frozen block and all batch norms stay as they are used."""
        super().train(mode)
        self.frozen.eval()
        for module in self.tuned.modules():
            if isinstance(module, _BatchNorm):
                module.eval()
        return self


def attach_depth_branch(visual: nn.Module, weights: Path | None = None, base: str = "", stages: int = 1) -> TwinBlock:
    """Give `visual` a TwinBlock in place of its end; load the twin's tensors from a safetensors delta.

    In a transformer that is the last block. A convolutional tower has no attention to tune alone: there it is the last
    `stages` stages, with the head convolution behind them where there is one, so that the blend is followed by nothing
    but pooling and projection, as a transformer's. A delta says itself how many stages it is for. base: hash of the
    loaded weights. Raises EncoderError when the tower has no place for a branch or has one already, or when the delta
    was tuned on another base or does not fit.
    """
    if find_twin(visual) is not None:
        raise EncoderError("This tower has a depth branch already.", "Begin with the base it was tuned on.")
    if weights is None:
        return _double_the_end(visual, stages)
    about, delta = _read(weights)
    twin = _double_the_end(visual, int(about.get("stages", 0)) or stages)
    twin.share = float(about.get("share", twin.share))
    load_into(twin, delta, about, f"The depth branch {weights}", base)
    return twin


def load_into(
    twin: TwinBlock, delta: Mapping[str, Tensor], about: Mapping[str, str], source: str, base: str = ""
) -> None:
    """Give the twin a delta's tensors, if they are its own and of its base; `about` is what came with them.

    The base is known by its hash or else, under "base_tag" alone, by untuned tensors that came along as evidence.
    Raises EncoderError beginning with `source`.
    """
    own = twin.tuned.state_dict()
    unknown = [name for name, value in delta.items() if name not in own or own[name].shape != value.shape]
    if unknown:
        raise EncoderError(f"{source} does not fit this tower: {', '.join(unknown[:3])}.")
    made_for = about.get("base", "")
    if made_for and base and made_for != base:
        raise EncoderError(f"{source} was tuned on other weights ({made_for[:12]}, not {base[:12]}).")
    if not made_for:
        if "base_tag" not in about:
            raise EncoderError(f"{source} does not say which weights it was tuned on.")
        _check_evidence(twin, delta, source, about["base_tag"])
        delta = {name: value for name, value in delta.items() if name in tuned_parameters(twin)}
    twin.tuned.load_state_dict(delta, strict=False)


def find_twin(visual: nn.Module) -> TwinBlock | None:
    """The tower's depth branch, if it has one."""
    return next((module for module in visual.modules() if isinstance(module, TwinBlock)), None)


def tuned_parameters(twin: TwinBlock) -> dict[str, nn.Parameter]:
    """What training may change, by name in the delta: a transformer's attention weights, all of a convolutional end.

    Statistics of batch norms are no parameters and never among them.
    """
    named = dict(twin.tuned.named_parameters())
    return named if twin.stages else {name: value for name, value in named.items() if _ATTENTION.fullmatch(name)}


def save_depth_branch(twin: TwinBlock, path: Path, base: str, about: Mapping[str, str] | None = None) -> None:
    """Write the twin's tensors that differ from the frozen block's, in half precision, bound to the hash of its base.

    `about` joins the file's metadata. The file is swapped in whole.
    """
    frozen = twin.frozen.state_dict()
    tuned = twin.tuned.state_dict().items()
    delta = {name: value for name, value in tuned if not torch.equal(value, frozen[name])}
    kept = {"base": base, "share": repr(twin.share), "stages": str(twin.stages)}
    write_delta(path, delta, {**(about or {}), **kept})


def write_delta(path: Path, delta: Mapping[str, Tensor], about: Mapping[str, str]) -> None:
    """Write tensors in half precision as safetensors with `about` as metadata; the file is swapped in whole."""
    from safetensors.torch import save_file

    part = path.with_name(path.name + ".part")
    save_file({name: _halved(value.detach().cpu()) for name, value in delta.items()}, part, metadata=dict(about))
    part.chmod(0o644)  # safetensors writes for the owner alone
    part.replace(path)


def _halved(value: Tensor) -> Tensor:
    """The tensor in half precision, unless it does not fit into it."""
    half = value.half() if value.is_floating_point() else value
    return (half if torch.isfinite(half).all() else value).contiguous().clone()


def _read(weights: Path) -> tuple[dict[str, str], dict[str, Tensor]]:
    from safetensors import SafetensorError, safe_open

    if not weights.is_file():
        raise EncoderError(f"There is no depth branch {weights}.")
    try:
        with safe_open(weights, framework="pt") as file:
            return file.metadata() or {}, {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, OSError) as error:
        raise EncoderError(
            f"The depth branch {weights} cannot be read: {error}.", "Write or import it anew."
        ) from error


def _check_evidence(twin: TwinBlock, delta: Mapping[str, Tensor], source: str, tag: str) -> None:
    frozen = twin.frozen.state_dict()
    for name in delta.keys() - tuned_parameters(twin).keys():
        # Half precision on either side changes a value by a two-thousandth at most.
        if not torch.allclose(delta[name].float(), frozen[name].cpu().float(), rtol=2e-3, atol=1e-4):
            raise EncoderError(
                f"{source} was tuned on other weights: its {name} is not that of the base.", f"It is for {tag}."
            )


def _double_the_end(visual: nn.Module, stages: int) -> TwinBlock:
    for path in _BLOCKS:
        blocks: Any = _at(visual, path)
        if isinstance(blocks, (nn.ModuleList, nn.Sequential)) and len(blocks) and hasattr(blocks[-1], "attn"):
            twin = TwinBlock(blocks[-1])
            blocks[-1] = twin
            return twin
    for path in _STAGES:
        row: Any = _at(visual, path)
        if isinstance(row, nn.Sequential) and len(row):
            _check_stages(stages, len(row))
            twin = TwinBlock(_end(_at(visual, "trunk"), row[-stages:]), stages=stages)
            del row[-stages:]
            row.append(twin)
            return twin
    for path in _LAST_STAGE:
        found: Any = _at(visual, path)
        if isinstance(found, nn.Module):
            _check_stages(stages, 1)
            twin = TwinBlock(found, stages=1)
            setattr(_at(visual, path.rpartition(".")[0]), path.rpartition(".")[2], twin)
            return twin
    raise EncoderError(f"A {type(visual).__name__} has no blocks or stages to put a depth branch beside.")


def _check_stages(stages: int, there: int) -> None:
    if not 1 <= stages <= there:
        raise EncoderError(f"A depth branch of {stages} stages does not fit this tower: 1 to {there} would.")


def _end(trunk: Any, stages: nn.Module) -> nn.Sequential:
    """The stages, and an EfficientNet's head convolution with its norm, which are taken out of the trunk.

    A MobileNet has its head convolution behind the pooling: it stays where it is.
    """
    parts: OrderedDict[str, nn.Module] = OrderedDict(stages=stages)
    if isinstance(getattr(trunk, "conv_head", None), nn.Conv2d) and isinstance(getattr(trunk, "bn2", None), _BatchNorm):
        for name in ("conv_head", "bn2"):
            parts[name] = getattr(trunk, name)
            setattr(trunk, name, nn.Identity())
    return nn.Sequential(parts)


def _at(module: Any, path: str) -> Any:
    for name in path.split(".") if path else ():
        module = getattr(module, name, None)
    return module
