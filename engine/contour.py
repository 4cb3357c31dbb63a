"""OpenDlign's contour-aware projection of a point cloud: quantize, densify, smooth, squeeze, median.

A volume is (B, H, W) float32. It holds closeness to the camera in (0, 1], so that the maximum of a neighbourhood is the
front surface, and 0 where it is empty.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from engine.bundled import bundled_json

_F = np.float32
_CHUNK = 256  # pixels in step: what a kernel holds of them stays in the cache


def contour_aware(points: NDArray[np.float64], resolution: int) -> NDArray[np.float32]:
    """One view of a cloud as the paper draws it: points (V, 3) in pixels and half frames -> depth (H, W) float32.

    Depth is inf outside. Source: OpenDlign (arXiv 2404.16538) section 3.1; parameters in data/projection.json.
    """
    values = bundled_json("projection.json")["contour"]
    near, far = float(points[:, 2].min()), float(points[:, 2].max())
    span = max(far - near, 1e-6)
    closeness = 1.0 - (points[:, 2] - near) / span
    # No step reaches farther than this from the points: the rest of the frame need not be looked at.
    margin = values["densify"] // 2 + values["smooth"] // 2 + values["median"] // 2
    low = np.clip(np.floor(points[:, :2].min(axis=0)) - margin, 0, resolution).astype(int)
    high = np.clip(np.floor(points[:, :2].max(axis=0)) + margin + 1, low, resolution).astype(int)
    width, height = (high - low).tolist()
    volume = quantize(points - (*low, 0), closeness, height, width, values["bins"], values["bias"])
    dense = densify(volume, values["densify"] // 2)
    front = squeeze_smooth(dense, values["smooth"] // 2, values["sigma_distance"], values["sigma_depth"])
    front = median(front, values["median"] // 2)
    depth = np.full((resolution, resolution), np.inf, np.float32)
    scale = 1.0 + values["bias"]
    depth[low[1] : high[1], low[0] : high[0]] = np.where(front > 0, near + scale * (1.0 - front) * span, np.inf)
    return depth


@njit(nogil=True, cache=True)
def quantize(points: NDArray, closeness: NDArray, height: int, width: int, bins: int, bias: float) -> NDArray:
    """(B, H, W) volume: each voxel the largest biased closeness of its points; points (V, 3) in pixels."""
    volume = np.zeros((bins, height, width), np.float32)
    for index in range(points.shape[0]):
        column, row = math.floor(points[index, 0]), math.floor(points[index, 1])
        if 0 <= column < width and 0 <= row < height:
            value = np.float32((closeness[index] + bias) / (1.0 + bias))
            layer = min(bins - 1, int(value * bins))
            volume[layer, row, column] = max(volume[layer, row, column], value)
    return volume


@njit(nogil=True, cache=True)
def densify(volume: NDArray, radius: int) -> NDArray:
    """(B, H, W): each voxel takes the largest value of its (2 radius + 1) cube, one axis after the other."""
    bins, height, width = volume.shape
    deep, high, out = np.zeros_like(volume), np.zeros_like(volume), np.empty_like(volume)
    for layer in range(bins):
        for row in range(height):
            for other in range(max(0, layer - radius), min(bins, layer + radius + 1)):
                _raise_to(deep[layer, row], volume[other, row])
    for layer in range(bins):
        for row in range(height):
            for other in range(max(0, row - radius), min(height, row + radius + 1)):
                _raise_to(high[layer, row], deep[layer, other])
            out[layer, row] = high[layer, row]
            for shift in range(1, min(radius + 1, width)):
                _raise_to(out[layer, row, shift:], high[layer, row, :-shift])
                _raise_to(out[layer, row, :-shift], high[layer, row, shift:])
    return out


@njit(nogil=True, cache=True)
def _raise_to(target: NDArray, other: NDArray) -> None:
    for index in range(target.size):
        target[index] = max(target[index], other[index])


@njit(nogil=True, cache=True)
def squeeze_smooth(dense: NDArray, radius: int, sigma_distance: float, sigma_depth: float) -> NDArray:
    """(H, W) float32: the largest value of each pixel's layers after bilateral smoothing over a (2 radius + 1) cube.

    weight = G(distance; sigma_distance) * G(difference; sigma_depth). Empty voxels count as neighbours of value 0 and
    stay empty; beyond the border there is nothing. Only what the squeeze takes is computed: layers of one value share
    their weights, and a pixel's lower values are left out where none could be lifted above what is found.
    """
    bins, height, width = dense.shape
    near = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma_distance) ** 2).astype(np.float32)
    # The frame's border is a value so far from all others that it weighs nothing.
    padded = np.full((bins, height + 2 * radius, width + 2 * radius), 9, np.float32)
    padded[:, radius : radius + height, radius : radius + width] = dense
    peaks = _peaks(dense, radius).ravel()
    layers = dense.reshape(bins, height * width)
    out = np.zeros(height * width, np.float32)
    places, values = np.empty(_CHUNK, np.int64), np.empty(_CHUNK, np.float32)
    weights, totals = np.empty((bins, _CHUNK), np.float32), np.empty((bins, _CHUNK), np.float32)
    means = np.empty((bins, _CHUNK), np.float32)
    pixel, count = 0, 0
    while pixel < out.size or count:
        while pixel < out.size and count < _CHUNK:  # fill up with new pixels, each at its highest value
            value = _F(0)
            for layer in range(bins):
                value = max(value, layers[layer, pixel])
            if value > 0:
                places[count], values[count], count = pixel, value, count + 1
            pixel += 1
        _weigh(padded, near, _F(sigma_depth), places[:count], values, width, weights, totals)
        _divide(near, weights, totals, means)
        left = 0
        for index in range(count):
            place, value, lower = places[index], values[index], _F(0)
            for layer in range(bins):
                here = layers[layer, place]
                if here == value:
                    out[place] = max(out[place], means[layer, index])
                elif here < value:
                    lower = max(lower, here)
            if lower > 0 and not _out_of_reach(lower, out[place], peaks[place], near, sigma_depth):
                places[left], values[left], left = place, lower, left + 1
        count = left
    return out.reshape(height, width)


@njit(nogil=True, cache=True)
def _peaks(dense: NDArray, radius: int) -> NDArray:
    """(H, W): the largest value of any layer within a (2 radius + 1) square."""
    top = np.zeros((1, dense.shape[1], dense.shape[2]), np.float32)
    for layer in range(dense.shape[0]):
        for row in range(dense.shape[1]):
            _raise_to(top[0, row], dense[layer, row])
    return densify(top, radius)[0]


@njit(nogil=True, cache=True, fastmath=True)
def _weigh(
    padded: NDArray, near: NDArray, sigma: np.float32, places: NDArray, values: NDArray, width: int, weights: NDArray,
    totals: NDArray,
) -> None:  # fmt: skip
    """For some pixels (index row * width + column) sum each layer's neighbours by nearness in place and to `values`.

    weights, totals (B, n) become the sums of weights and of weight * value.
    """
    bins, high, wide = padded.shape
    count = places.size
    flat = padded.reshape(bins, high * wide)
    corners = (places // width * wide + places % width).astype(np.uint64)  # unsigned: no index counts from the end
    beside = np.empty(count, np.float32)
    scale = _F(-0.5 / 64) / (sigma * sigma)
    for layer in range(bins):
        weight, total = weights[layer], totals[layer]
        weight[:count], total[:count] = 0, 0
        for y in range(near.size):
            for x in range(near.size):
                source, distance = flat[layer, y * wide + x :], near[y] * near[x]
                for index in range(count):  # gathered apart, so that the loop below runs on whole vectors
                    beside[index] = source[corners[index]]
                for index in range(count):
                    step = beside[index] - values[index]
                    # exp(t) = exp(t / 64)^64 by a cubic: right to 1e-4 where it matters, and no call in the loop.
                    t = max(_F(-0.6), step * step * scale)
                    e = _F(1) + t * (_F(1) + t * (_F(1 / 2) + t * _F(1 / 6)))
                    e *= e
                    e *= e
                    e *= e
                    e *= e
                    e *= e
                    e *= e
                    weight[index] += distance * e
                    total[index] += distance * e * beside[index]


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _divide(near: NDArray, weights: NDArray, totals: NDArray, means: NDArray) -> None:
    """Fill means (B, n): of each layer with those near it, the sum of weight * value over the sum of weights."""
    bins, radius = weights.shape[0], near.size // 2
    weight, total = np.empty(weights.shape[1], np.float32), np.empty(weights.shape[1], np.float32)
    for layer in range(bins):
        weight[:], total[:] = 0, 0
        for other in range(max(0, layer - radius), min(bins, layer + radius + 1)):
            share, add, sums = near[other - layer + radius], weights[other], totals[other]
            for index in range(weight.size):
                weight[index] += share * add[index]
                total[index] += share * sums[index]
        mean = means[layer]
        for index in range(weight.size):
            mean[index] = total[index] / weight[index]


@njit(nogil=True, cache=True)
def _out_of_reach(value: np.float32, best: float, peak: float, near: NDArray, sigma: float) -> bool:
    """True where no mean about `value` can exceed `best`, the neighbours being at most `peak`.

    Those above `best` differ from `value` by more than `best - value`, so that all their weights together are at most
    G(best - value) times the sum of G(distance); the voxel's own weight is 1.
    """
    below = best - value
    lift = near.sum() ** 3 * math.exp(-0.5 * (below / sigma) ** 2) * max(0.0, peak - best)
    return bool(below > 0 and lift <= below)


@njit(nogil=True, cache=True)
def median(image: NDArray, radius: int) -> NDArray:
    """(H, W) float32 in [0, 1]: median over a (2 radius + 1) square, empty (0) beyond the border.

    Where most of a square is empty, so is its median. Elsewhere the range in which it lies is halved by counting, for
    many pixels in step, and the least value in it is taken: one of the square's own, right to 1/4096 of their range.
    """
    height, width = image.shape
    size = 2 * radius + 1
    padded = np.zeros((height + 2 * radius, width + 2 * radius), np.float32)
    padded[radius : radius + height, radius : radius + width] = image
    flat, wide = padded.ravel(), width + 2 * radius
    out = np.zeros(height * width, np.float32)
    places, squares = np.empty(_CHUNK, np.int64), np.empty((size * size, _CHUNK), np.float32)
    full, count = _full_in_square(padded, size).ravel(), 0
    for pixel in range(out.size):
        if full[pixel] > size * size // 2:
            places[count], count = pixel, count + 1
        if count and (count == _CHUNK or pixel == out.size - 1):
            corners = places[:count] // width * wide + places[:count] % width
            for y in range(size):
                for x in range(size):
                    source, target = flat[y * wide + x :], squares[y * size + x]
                    for index in range(count):
                        target[index] = source[corners[index]]
            found = _middle_of(squares, count)
            for index in range(count):
                out[places[index]] = found[index]
            count = 0
    return out.reshape(height, width)


@njit(nogil=True, cache=True)
def _full_in_square(padded: NDArray, size: int) -> NDArray:
    """(H, W) int32: how many pixels above 0 each square holds."""
    high, wide = padded.shape
    out = np.empty((high - size + 1, wide - size + 1), np.int32)
    below = np.zeros(wide, np.int32)
    for row in range(high):
        for column in range(wide):
            below[column] += padded[row, column] > 0
            if row >= size:
                below[column] -= padded[row - size, column] > 0
        if row >= size - 1:
            inside = below[: size - 1].sum()
            for column in range(wide - size + 1):
                inside += below[column + size - 1]
                out[row - size + 1, column] = inside
                inside -= below[column]
    return out


@njit(nogil=True, cache=True)
def _middle_of(squares: NDArray, count: int) -> NDArray:
    """(count,): medians of the first columns of (m, n), m odd, of whose values most are above 0 and none below."""
    size = squares.shape[0]
    low, high = squares[0, :count].copy(), squares[0, :count].copy()
    middle, under = np.empty(count, np.float32), np.empty(count, np.float32)
    for value in range(1, size):
        one = squares[value]
        for index in range(count):
            low[index], high[index] = min(low[index], one[index]), max(high[index], one[index])
    low = np.maximum(low - _F(1e-6), _F(0))  # the median lies in (low, high], for most are above 0
    for _ in range(12):
        for index in range(count):
            middle[index], under[index] = (low[index] + high[index]) * _F(0.5), 0
        for value in range(size):
            one = squares[value]
            for index in range(count):
                under[index] += _F(1) if one[index] <= middle[index] else _F(0)
        for index in range(count):
            if under[index] > size // 2:
                high[index] = middle[index]
            else:
                low[index] = middle[index]
    for value in range(size):
        one = squares[value]
        for index in range(count):
            above = one[index] if one[index] > low[index] else _F(2)
            under[index] = above if value == 0 else min(under[index], above)
    return under
