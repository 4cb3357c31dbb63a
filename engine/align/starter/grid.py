"""The upper trunk as matrix products alone: the same function, with gradients that a processor computes far faster.

On maps of 10 x 10 and 5 x 5 pixels a depthwise convolution is a small matrix for each channel and the others are one
matrix for all pixels. Channels first, (C, N H W), every product takes its operands as they lie. The library's own
backward pass takes five times as long.
"""

from __future__ import annotations

from typing import Any

import torch
from torch.nn import functional as F


def grid_states(tower: Any, maps: torch.Tensor) -> torch.Tensor:
    """What `tower.states(maps)` gives, for timm's inverted residual blocks with ReLU6: (N, C, H, W) to (N, 1280)."""
    count, channels, height, width = maps.shape
    x = maps.permute(1, 0, 2, 3).reshape(channels, -1)
    for stage in tower.blocks:
        for block in stage:
            x, height, width = _residual(block, x, count, height, width)
    x = F.relu6(_pointwise(tower.conv_head, tower.bn2, x))
    return x.view(len(x), count, -1).mean(2).T


def _residual(block: Any, x: torch.Tensor, count: int, height: int, width: int) -> tuple[torch.Tensor, int, int]:
    wide = F.relu6(_pointwise(block.conv_pw, block.bn1, x))
    stride, side = block.conv_dw.stride[0], block.conv_dw.kernel_size[0]
    rows, columns = -(-height // stride), -(-width // stride)
    scale, shift = _scale_shift(block.bn2)
    taps = block.conv_dw.weight.flatten(1) * scale[:, None]
    # One extra tap of zero stands for every pair of pixels the kernel does not join.
    taps = torch.cat([taps, taps.new_zeros(len(taps), 1)], dim=1)
    joins = _taps(height, width, rows, columns, stride, side)
    matrix = taps[:, joins].view(len(taps), height * width, rows * columns)
    flat = wide.view(len(wide), count, height * width)
    wide = F.relu6(torch.baddbmm(shift.view(-1, 1, 1), flat, matrix)).view(len(wide), -1)
    out = _pointwise(block.conv_pwl, block.bn3, wide)
    return (out + x if block.has_skip else out), rows, columns


def _pointwise(convolution: Any, norm: Any, x: torch.Tensor) -> torch.Tensor:
    scale, shift = _scale_shift(norm)
    return torch.addmm(shift[:, None], convolution.weight.flatten(1) * scale[:, None], x)


def _scale_shift(norm: Any) -> tuple[torch.Tensor, torch.Tensor]:
    """A batch norm with fixed statistics as x * scale + shift."""
    scale = norm.weight * torch.rsqrt(norm.running_var + norm.eps)
    return scale, norm.bias - norm.running_mean * scale


def _taps(height: int, width: int, rows: int, columns: int, stride: int, side: int) -> torch.Tensor:
    """For each (input pixel, output pixel) the kernel's tap that joins them, or side * side for none."""
    down = _offsets(height, rows, stride, side).view(height, 1, rows, 1)
    across = _offsets(width, columns, stride, side).view(1, width, 1, columns)
    inside = (down >= 0) & (down < side) & (across >= 0) & (across < side)
    return torch.where(inside, down * side + across, side**2).flatten()


def _offsets(size: int, outputs: int, stride: int, side: int) -> torch.Tensor:
    """Tap along one axis for each (input, output) position under "same" padding."""
    before = max((outputs - 1) * stride + side - size, 0) // 2
    return torch.arange(size).view(-1, 1) + before - stride * torch.arange(outputs).view(1, -1)
