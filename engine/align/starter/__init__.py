"""Training of the bundled encoder; needs the extra `shapeseek[starter]` and the shared data."""

from __future__ import annotations

from typing import Any

__all__ = ["train_further", "train_starter"]


def __getattr__(name: str) -> Any:
    # Late, so that reading labels or drawing in a worker process does not load torch.
    if name in __all__:
        from engine.align.starter import train

        return getattr(train, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
