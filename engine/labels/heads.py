"""Few-shot heads: logistic regression on stored vectors, with a probability that means what it says."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.facts import Vectors
from engine.prompts import unit


@dataclass(frozen=True)
class Head:
    """What tells a label's shapes from others: probability = sigmoid(slope * (weights . features + bias) + offset)."""

    label: str
    weights: NDArray[np.float32]
    bias: float
    slope: float = 1.0
    offset: float = 0.0

    @property
    def labels(self) -> tuple[str, ...]:
        """Its one label."""
        return (self.label,)

    def probabilities(self, shapes: Sequence[Vectors]) -> NDArray[np.float32]:
        """(n, 1) probabilities."""
        return self.sure(features(shapes))[:, None]

    def sure(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n,) probabilities of (n, d) feature rows."""
        raw = self.slope * (rows @ self.weights + self.bias) + self.offset
        return np.asarray(1 / (1 + np.exp(-np.clip(raw, -50, 50))), np.float32)

    def to_bytes(self, examples: NDArray[np.floating]) -> bytes:
        """The head and the (m, d) features of its examples, for the catalog."""
        packed = io.BytesIO()
        numbers = np.array([self.bias, self.slope, self.offset], np.float32)
        np.savez(packed, weights=self.weights, numbers=numbers, examples=examples.astype(np.float32))
        return packed.getvalue()

    @classmethod
    def from_bytes(cls, label: str, blob: bytes) -> tuple[Head, NDArray[np.float32]]:
        """What `to_bytes` wrote: the head and its examples' features."""
        with np.load(io.BytesIO(blob), allow_pickle=False) as packed:
            bias, slope, offset = packed["numbers"].tolist()
            return cls(label, packed["weights"], bias, slope, offset), packed["examples"]


def features(shapes: Sequence[Vectors]) -> NDArray[np.float32]:
    """(n, dim) unit rows that heads read: pooled vectors. Form vectors beside them told no more when measured."""
    return unit(np.stack([one.pooled for one in shapes]))


def fit_head(label: str, positives: NDArray[np.float32], negatives: NDArray[np.float32]) -> Head:
    """The head that tells (p, d) positive rows from (n, d) negative ones; both must be there.

    Both sides count alike however many they are. How a score becomes a probability was fitted once for each number of
    examples (data/teaching.json): a few examples cannot say how sure to be.
    """
    from sklearn.linear_model import LogisticRegression

    told = bundled_json("teaching.json")["head"]
    rows = np.concatenate([positives, negatives])
    truth = np.repeat([1, 0], [len(positives), len(negatives)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two classes seem many to it where there are three shapes
        fitted = LogisticRegression(C=told["C"], class_weight="balanced", max_iter=1000).fit(rows, truth)
    slope, offset, _ = calibration(len(positives))
    return Head(label, fitted.coef_[0].astype(np.float32), float(fitted.intercept_[0]), slope, offset)


def calibration(examples: int) -> tuple[float, float, float]:
    """(slope, offset, share) for that many positive examples; between measured numbers interpolated in their logarithm.

    share: of the shapes that it was measured on, how many had the label.
    """
    measured = {int(count): values for count, values in bundled_json("teaching.json")["head"]["calibration"].items()}
    counts = sorted(measured)
    at = np.log2(max(examples, 1))
    columns = np.array([measured[count] for count in counts]).T
    slope, offset, share = (float(np.interp(at, np.log2(counts), column)) for column in columns)
    return slope, offset, share


def suited_to(head: Head, examples: int, rows: NDArray[np.float32]) -> Head:
    """The head with its offset moved for a library, (n, d) rows, where the label is far more common than measured.

    How common it is, is estimated from the head's own probabilities by expectation maximisation (Saerens et al. 2002,
    section 2.2), held back by as many imagined shapes as teaching.json says; a small difference is left alone, for it
    is as likely to be the head's fault.
    """
    told = bundled_json("teaching.json")["head"]["prior"]
    _, _, measured = calibration(examples)
    sure = np.clip(head.sure(rows).astype(np.float64), 1e-9, 1 - 1e-9)
    odds = sure / (1 - sure)
    share = measured
    for _ in range(100):
        moved = odds * _odds(share) / _odds(measured)
        share = min(((moved / (1 + moved)).sum() + told["imagined"] * measured) / (len(rows) + told["imagined"]), 0.5)
    if share < told["times"] * measured:
        return head
    return replace(head, offset=head.offset + float(np.log(_odds(share) / _odds(measured))))


def _odds(share: float) -> float:
    return share / (1 - share)
