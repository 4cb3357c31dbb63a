"""The agreement filter: of each shape's pictures, those stay that look most like what the shape is called.

The paper names the failures (a person in a monitor, a tent that floats) and asks for a filter; this is the plain one.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.encoder import Encoder
from engine.errors import UsageError


def agreement(encoder: Encoder, images: NDArray[np.uint8], name: str) -> NDArray[np.float32]:
    """(M,) cosines of pictures (M, S, S, 3) uint8, through the photo branch, with the name's text."""
    seen = encoder.encode_photos([Image.fromarray(image) for image in images])
    return seen @ encoder.encode_texts([name])[0]


def best_views(scores: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    """Places of the best `share` of the scores, at least one, in their own order. UsageError unless 0 < share <= 1."""
    if not 0 < share <= 1:
        raise UsageError(f"A share of {share:g} cannot be kept.", "Give --keep more than 0 and at most 1.")
    count = max(1, math.ceil(share * len(scores) - 1e-9))
    return np.sort(np.argsort(-scores, kind="stable")[:count])
