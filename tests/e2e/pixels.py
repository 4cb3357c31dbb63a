"""What a screenshot shows, in numbers."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def colours(png: bytes) -> NDArray[np.float64]:
    """(H, W, 3) values 0..255."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), np.float64)


def spread(png: bytes) -> float:
    """Standard deviation of the grey values; 0 for a blank picture."""
    return float(colours(png).mean(axis=2).std())


def difference(one: bytes, other: bytes) -> float:
    """Mean absolute difference of the values of two pictures of one size."""
    return float(np.abs(colours(one) - colours(other)).mean())
