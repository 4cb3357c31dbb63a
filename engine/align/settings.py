"""How long and how hard the twin is trained; defaults in data/align.json."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from engine.bundled import bundled_json
from engine.errors import UsageError


@dataclass(frozen=True)
class TuneSettings:
    """Settings of one training run.

    rate: the peak of the OneCycle schedule, reached after the share `warm` of all steps. distance, text: weights of the
    terms beside the contrastive one. temperature: "fixed" at the base's, or "learned". views: of a shape in each step,
    drawn anew; 0 is all of them. held_out: share of the shapes that is only measured on. precision: "auto" is bf16 on a
    GPU, fp32 on a CPU. stages: how much of a convolutional tower is tuned.
    """

    epochs: int
    batch: int
    rate: float
    decay: float
    betas: tuple[float, float]
    eps: float
    warm: float
    distance: float
    text: float
    temperature: str
    held_out: float
    save_seconds: float
    views: int = 0
    stages: int = 1
    precision: str = "auto"
    seed: int = 0

    def __post_init__(self) -> None:
        if self.epochs < 1 or self.batch < 2 or self.rate <= 0 or not 0 <= self.held_out < 1 or self.views < 0:
            raise UsageError(
                "These settings train nothing.",
                "Epochs are at least 1, a batch at least 2 shapes, the rate above 0, held out at least 0 and below 1.",
            )
        if self.temperature not in ("fixed", "learned") or self.precision not in ("auto", "bf16", "fp32"):
            raise UsageError(f"No such temperature or precision: {self.temperature}, {self.precision}.")

    @classmethod
    def defaults(cls, **given: Any) -> TuneSettings:
        """Those of data/align.json, replaced by what is given and not None."""
        values = {name: value for name, value in bundled_json("align.json")["train"].items() if name != "about"}
        values.update({name: value for name, value in given.items() if value is not None})
        return cls(**{**values, "betas": tuple(values["betas"])})

    def recorded(self) -> dict[str, Any]:
        """What decides the result, for a card."""
        return {name: value for name, value in asdict(self).items() if name != "save_seconds"}

    def fingerprint(self, base: str, keys: tuple[str, ...]) -> str:
        """Names a run: equal for equal settings, base weights and shapes."""
        text = json.dumps([self.recorded(), base, keys])
        return hashlib.sha256(text.encode()).hexdigest()
