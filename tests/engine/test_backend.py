"""open_clip can be imported after prepare(), whichever build torchvision is; each in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

AFTER = (
    "from engine.backend import prepare; prepare(1); prepare(1); import torch; assert torch.get_num_threads() == 1; "
)


@pytest.mark.parametrize("first", ["import open_clip, timm", "import torchvision.transforms"])
def test_libraries_import_after_prepare(first: str) -> None:
    done = subprocess.run([sys.executable, "-c", AFTER + first], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_engine_alone_brings_no_torch() -> None:
    heavy = "{'torch', 'open_clip', 'streamlit'}"
    code = f"import sys, engine.library, indexer.pipeline; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
