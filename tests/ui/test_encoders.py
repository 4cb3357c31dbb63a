"""`shapeseek encoders`: what there is with licences, and importing, as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import torch

Program = Callable[..., CompletedProcess[str]]


def checkpoint(file: Path) -> Path:
    block = torch.nn.MultiheadAttention(768, 8)
    beside = "module.clip_model.visual.transformer.depth_control_visual.resblocks.0.attn."
    torch.save({"model_state_dict": {beside + name: value for name, value in block.state_dict().items()}}, file)
    return file


def test_the_list_names_bundled_encoders_and_licences(shapeseek: Program) -> None:
    done = shapeseek("encoders")
    assert done.returncode == 0
    assert "starter  bundled  Apache-2.0" in done.stdout
    rows = json.loads(shapeseek("encoders", "--json").stdout)["encoders"]
    assert rows[0]["name"] == "starter" and rows[0]["where"] == "bundled"


def test_all_shows_licences_before_anything_is_fetched(shapeseek: Program) -> None:
    done = shapeseek("encoders", "--all")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    branch = next(line for line in lines if line.startswith("opendlign-h14"))
    assert "ViT-H-14-quickgelu/dfn5b" in branch and "research" in branch
    assert any(line.startswith("ViT-B-32/datacomp_xl_s13b_b90k") and line.endswith("MIT") for line in lines)
    assert "Their licence: none stated" in done.stdout
    assert sum(line.startswith("opendlign-") for line in lines) == 4


def test_a_file_is_imported_and_listed(shapeseek: Program, tmp_path: Path) -> None:
    data = {"XDG_DATA_HOME": tmp_path / "data"}
    file = checkpoint(tmp_path / "B32.pth")
    done = shapeseek("encoders", "import", file, "--variant", "B32", **data)
    assert (done.returncode, done.stderr) == (0, "")
    assert "opendlign-b32" in done.stdout and "Licence of its base: MIT" in done.stdout
    assert "--encoder opendlign-b32" in done.stdout
    rows = json.loads(shapeseek("encoders", "--json", **data).stdout)["encoders"]
    assert [(row["name"], row["where"]) for row in rows][1:] == [("opendlign-b32", "yours")]


def test_a_file_that_would_run_code_is_refused(shapeseek: Program, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return ((tmp_path / "ran").touch, ())

    torch.save({"model_state_dict": Trap()}, tmp_path / "evil.pth")
    done = shapeseek("encoders", "import", tmp_path / "evil.pth", "--variant", "B32")
    assert done.returncode == 3
    assert "could run code" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "ran").exists()


def test_an_encoder_that_is_published_but_not_imported_says_how(shapeseek: Program, tmp_path: Path) -> None:
    (tmp_path / "one.off").write_text("OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n")
    done = shapeseek("index", tmp_path, "--library", tmp_path / "library", "--encoder", "opendlign-b32")
    assert done.returncode == 3
    assert "encoders import FILE --variant B32" in done.stderr
