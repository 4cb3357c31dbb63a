"""How shapes that lie on their side look to an encoder, beside the same shapes upright."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.encoder import Encoder
from engine.errors import ShapeFileError
from engine.formats import load_shape
from engine.views import RenderRecipe, camera_rig, render

# What z up taken for y up makes of a shape, and y up taken for z up.
_FALLS = np.array([[[1, 0, 0], [0, 0, 1], [0, -1, 0]], [[1, 0, 0], [0, 0, -1], [0, 1, 0]]], float)


def lying_direction(paths: list[Path], encoder: Encoder, jobs: int = 2) -> list[float]:
    """Of files whose shapes stand upright: the direction of EncoderCard.lying, (dim,), rounded."""
    upright, lying = [], []
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for poses in pool.map(_poses, paths, chunksize=8):
            if poses is not None:
                stands, *falls = (encoder.encode_depth(pictures).pooled() for pictures in poses)
                upright.append(stands)
                lying.append(falls)
    return fit_direction(np.stack(upright), np.array(lying))


def fit_direction(upright: NDArray[np.float32], lying: NDArray[np.float32]) -> list[float]:
    """The direction that parts pooled vectors of shapes upright (N, D) and on their side (N, P, D), pair by pair.

    A logistic regression on their differences, without a constant: which of two poses a shape has is the question.
    """
    from sklearn.linear_model import LogisticRegression

    apart = (lying - upright[:, None]).reshape(-1, upright.shape[1])
    both, truth = np.concatenate([apart, -apart]), np.repeat([1, 0], len(apart))
    model = LogisticRegression(C=1.0, max_iter=3000, fit_intercept=False).fit(both, truth)
    return [round(float(value), 3) for value in model.coef_[0]]


def _poses(path: Path) -> NDArray[np.uint8] | None:
    """(3, V, S, S) depth pictures of the shape upright and fallen both ways; None where the file holds none."""
    try:
        shape = load_shape(path)
    except ShapeFileError:
        return None
    rig, stands = camera_rig(RenderRecipe().rig).upright, shape.upright()
    poses = [stands, *(stands @ fall.T for fall in _FALLS)]
    return np.stack([render(replace(shape, vertices=pose, up="y"), rig=rig).pictures() for pose in poses])
