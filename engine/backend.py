"""The one door to torch and open_clip: makes them importable together and sets thread counts on purpose."""

from __future__ import annotations

import os
from typing import Any

_operators: Any = None


def prepare(threads: int | None = None) -> None:
    """Make `timm` and `open_clip` importable beside any torch build, and fix torch's intra-op thread count.

    torchvision's Linux wheels are CUDA builds whose compiled operators do not load beside a CPU torch; its Python
    part then fails at import because it registers kernels for operators nobody declared. Where the compiled part
    is absent we declare the two, so that the import goes through; nothing here ever calls them.
    """
    global _operators
    # Spinning OpenMP threads starve the rendering processes beside them.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import torch

    if threads is not None:
        torch.set_num_threads(threads)
    if _operators is None and not _operators_declared():
        library = torch.library.Library("torchvision", "DEF")
        for name in ("nms", "qnms"):
            library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        _operators = library  # kept: the declarations live as long as this object


def _operators_declared() -> bool:
    """True where torchvision's compiled operators load beside this torch."""
    import importlib.util
    import sys
    from pathlib import Path

    import torch

    if "torchvision" in sys.modules:
        return True
    spec = importlib.util.find_spec("torchvision")
    if spec is None or spec.origin is None:
        return True  # nothing to mend: the importer gives its own error
    for extension in Path(spec.origin).parent.glob("_C*.*"):
        try:
            torch.ops.load_library(str(extension))
        except OSError:
            continue
        break
    return hasattr(torch.ops.torchvision, "nms")
