"""`index --pose any`: twice the views for shapes that lie as they fell."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from engine.library import Library
from indexer.samples import write_samples

Program = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_library_for_any_pose_keeps_twenty_views(shapeseek: Program, encoder_folder: Path, tmp_path: Path) -> None:
    write_samples(tmp_path / "shapes", variants=1, kinds=["chair", "mug"])
    place = ("--library", tmp_path / "library")
    done = shapeseek("index", tmp_path / "shapes", *place, "--encoder", encoder_folder, "--pose", "any")
    assert done.returncode == 0, done.stderr
    with Library.open(tmp_path / "library") as library:
        assert library.recipe.rig == "rings-20"
        assert library.facts_and_vectors(1)[1].views.shape[0] == 20
    again = shapeseek("index", tmp_path / "shapes", *place, "--pose", "upright")
    assert again.returncode == 3 and "reindex --views orbit-12" in again.stderr


def test_pose_and_views_exclude_each_other(shapeseek: Program, tmp_path: Path) -> None:
    told = shapeseek("index", tmp_path, "--library", tmp_path / "library", "--pose", "any", "--views", "5")
    assert told.returncode == 2 and "--views or --pose" in told.stderr
