"""A plain PyTorch rendition of the published projection: the oracle of the tests and the yardstick of the bench.

Each step as the paper has it (OpenDlign, arXiv 2404.16538, section 3.1; what it leaves open as data/projection.json
has it), written with whole-volume tensor operations as one would at first: max_pool3d, the bilateral filter by
shifting, the median by unfolding.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F


def quantize(points: NDArray[np.float64], resolution: int, bins: int, bias: float) -> torch.Tensor:
    """Points (V, 3) in pixels and distance -> (B, H, W) float32: the largest biased closeness of each voxel."""
    place = torch.from_numpy(points)
    near, far = place[:, 2].min(), place[:, 2].max()
    closeness = 1 - (place[:, 2] - near) / (far - near).clamp(min=1e-6)
    value = ((closeness + bias) / (1 + bias)).float()
    column, row = place[:, 0].floor().long(), place[:, 1].floor().long()
    layer = (value.double() * bins).long().clamp(max=bins - 1)
    inside = (column >= 0) & (column < resolution) & (row >= 0) & (row < resolution)
    flat = ((layer * resolution + row) * resolution + column)[inside]
    volume = torch.zeros(bins * resolution * resolution)
    volume.scatter_reduce_(0, flat, value[inside], "amax")
    return volume.view(bins, resolution, resolution)


def densify(volume: torch.Tensor, size: int) -> torch.Tensor:
    """Each voxel takes the maximum of its size^3 neighbourhood."""
    return F.max_pool3d(volume[None, None], size, stride=1, padding=size // 2)[0, 0]


def bilateral(volume: torch.Tensor, size: int, sigma_distance: float, sigma_depth: float) -> torch.Tensor:
    """Mean over size^3 neighbours by nearness in space and in value; empty voxels stay empty."""
    radius = size // 2
    padded = F.pad(volume[None, None], [radius] * 6, value=9.0)[0, 0]  # so far from all values that it weighs nothing
    bins, height, width = volume.shape
    total, weights = torch.zeros_like(volume), torch.zeros_like(volume)
    for b in range(size):
        for y in range(size):
            for x in range(size):
                shifted = padded[b : b + bins, y : y + height, x : x + width]
                away = (b - radius) ** 2 + (y - radius) ** 2 + (x - radius) ** 2
                difference = (shifted - volume) / sigma_depth
                weight = torch.exp(-0.5 * (away / sigma_distance**2 + difference**2))
                total += weight * shifted
                weights += weight
    return torch.where(volume > 0, total / weights, torch.zeros_like(volume))


def median(image: torch.Tensor, size: int) -> torch.Tensor:
    """The median of each size^2 neighbourhood; empty beyond the border."""
    patches = F.unfold(image[None, None], size, padding=size // 2)[0]
    return patches.median(dim=0).values.view(image.shape)


def contour_aware(points: NDArray[np.float64], resolution: int, values: dict[str, Any]) -> NDArray[np.float32]:
    """Depth (H, W) float32 of one view, inf outside; points (V, 3) in pixels and half frames of distance."""
    near, far = float(points[:, 2].min()), float(points[:, 2].max())
    volume = quantize(points, resolution, values["bins"], values["bias"])
    dense = densify(volume, values["densify"])
    smooth = bilateral(dense, values["smooth"], values["sigma_distance"], values["sigma_depth"])
    front = median(smooth.amax(dim=0), values["median"]).numpy()
    distance = near + (1 + values["bias"] - front * (1 + values["bias"])) * max(far - near, 1e-6)
    return np.where(front > 0, distance, np.inf).astype(np.float32)
