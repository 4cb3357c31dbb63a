"""`shapeseek eval` as a person runs it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.evaluation import layouts

Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_a_table_beside_the_published_one(
    shapeseek: Program, encoder_folder: Path, cache: Path, tmp_path: Path
) -> None:
    data = layouts.modelnet_off(tmp_path, test=1, train=0)
    (data / "ModelNet40/bowl/test/bowl_0099.off").write_text("OFF\n3 1 0\n0 0 0\n")
    flags = ("--encoder", encoder_folder, "--cache", cache, "--rig", "orbit-5", "--points", "300")
    run = shapeseek("eval", "modelnet40", "--data", data, *flags, "--prompts", "depth")
    assert run.returncode == 1, run.stderr  # one shape is broken
    lines = run.stdout.splitlines()
    assert lines[0].startswith("ModelNet40: 3 shapes, 3 classes; encoder ") and "points 300, prompts depth" in lines[0]
    assert any("OpenDlign " in line and "82.6   96.2   98.4" in line for line in lines)
    own = next(line for line in lines if line.startswith("~"))
    assert "300 points, closing, depth text" in own and "3 of 40 classes" in own
    assert any(line.startswith("Other rows: OpenDlign (NeurIPS 2024") for line in lines)
    assert any(line.startswith("  failed  bowl_0099: ") for line in lines)
    assert run.stderr == ""
    again = shapeseek("eval", "modelnet40", "--data", data, *flags, "--limit", "2", "--json")
    told = json.loads(again.stdout)
    assert told["protocol"] == "modelnet40" and told["notes"] == ["2 of 4 shapes (--limit)"]
    assert {row["method"] for row in told["tables"][0]["rows"] if row["comparable"]} >= {"PointCLIP", "OpenDlign"}


def test_labels_of_ones_own(shapeseek: Program, encoder_folder: Path, cache: Path, tmp_path: Path) -> None:
    data = layouts.labelled(tmp_path / "mine")
    flags = ("--encoder", encoder_folder, "--cache", cache, "--rig", "orbit-5")
    run = shapeseek("eval", "labels", "--data", data, *flags, "--where", "split=test", "--where", "name=[bl]*")
    assert run.returncode == 0, run.stderr
    assert "mine/labels.csv: 4 shapes, 2 classes" in run.stdout
    assert "icon -> that shape" in run.stdout and "Note: 4 of 7 rows (split=test, name=[bl]*)." in run.stdout
    assert sorted(path.name for path in cache.iterdir() if path.suffix == ".sqlite") == ["vectors.sqlite"]


def test_mistakes_are_told(shapeseek: Program, tmp_path: Path) -> None:
    empty = shapeseek("eval", "shrec12", "--data", tmp_path)
    assert (empty.returncode, empty.stdout) == (2, "")
    assert f"{tmp_path} holds no SHREC'12 generic. Expected: a classification file such as" in empty.stderr
    assert shapeseek("eval", "mnist", "--data", tmp_path).returncode == 2
    shots = shapeseek("eval", "modelnet40", "--data", tmp_path, "--shots", "1,x")
    assert shots.returncode == 2 and "1,2,4,8,16" in shots.stderr


def test_help_lists_the_protocols_without_torch(shapeseek: Program) -> None:
    run = shapeseek("eval", "--help", PYTHONPROFILEIMPORTTIME=1)
    assert "text2shape      Text2Shape, sentence to shape" in run.stdout
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "engine.evaluation.protocols" in imported and not imported & {"torch", "numpy", "sklearn", "h5py"}
