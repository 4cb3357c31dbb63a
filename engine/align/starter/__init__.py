"""Training of the bundled encoder; needs the extra `shapeseek[starter]` and the shared data."""

from __future__ import annotations

from typing import Any

__all__ = ["train_starter"]


def __getattr__(name: str) -> Any:
    # Late, so that reading labels or drawing in a worker process does not load torch.
    if name == "train_starter":
        from engine.align.starter.train import train_starter

        return train_starter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
