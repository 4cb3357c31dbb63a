"""What each of two processes runs in test_tune: python -m ... ENCODER OUT."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch


def main() -> None:
    """Tune in this process's place; the first writes what was learnt."""
    from engine.align.settings import TuneSettings
    from engine.align.together import joined
    from engine.align.tune import Tuning, Watch
    from tests.engine.align.made_features import made_shapes, made_tower

    torch.set_num_threads(1)
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    tower = made_tower(folder)
    shapes = made_shapes(tower)
    settings = TuneSettings.defaults(epochs=2, batch=6, rate=1e-2, temperature="learned", views=2, text=0.5)
    with joined("cpu") as place:
        state = out / f"state{place.world}.pt"
        tuning = Tuning(tower, shapes, np.arange(len(shapes)), settings, 10.0, "print", state, place)
        losses = tuning.run(Watch()).losses
        if place.rank == 0:
            kept = torch.load(state, weights_only=True)["trained"]
            torch.save({"trained": kept, "losses": losses}, out / f"world{place.world}.pt")


if __name__ == "__main__":
    main()
