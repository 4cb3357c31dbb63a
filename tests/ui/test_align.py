"""The program aligns an encoder on a library of one's own, from renders to searches with the result."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np

Program = Callable[..., object]


def test_from_renders_to_an_encoder_in_use(
    shapeseek: Program, library_folder: Path, encoder_folder: Path, samples: Path, tmp_path: Path
) -> None:
    library, pairs, out = tmp_path / "library", tmp_path / "pairs", tmp_path / "mine"
    shutil.copytree(library_folder, library)
    made = shapeseek("align", "generate", "--library", library, "--out", pairs, "--limit", 12, "--keep", 0.5, "--json")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["made"] == 12 and json.loads(made.stdout)["dropped"] == 60
    refused = shapeseek("align", "generate", "--library", library, "--out", pairs, "--seed", 1)
    assert refused.returncode == 2 and "made with" in refused.stderr

    train = (
        "align", "train", "--pairs", pairs, "--out", out, "--encoder", encoder_folder, "--epochs", 1, "--batch", 4,
        "--held-out", 0.25, "--threads", 1, "--rate", 0.01,
    )  # fmt: skip
    trained = shapeseek(*train, "--json")
    assert trained.returncode == 0, trained.stderr
    report = json.loads(trained.stdout)
    assert (report["shapes"], report["held_out"], report["step"], report["steps"]) == (9, 3, 2, 2)
    assert set(report["before"]) == set(report["after"]) == {"text -> shape", "image -> shape"}
    card = json.loads((out / "card.json").read_text())
    assert card["alignment"]["shapes"] == 9 and card["alignment"]["settings"]["epochs"] == 1
    assert sum(file.stat().st_size for file in out.iterdir()) < 5e6
    again = shapeseek(*train)  # the state says that all is done
    assert again.returncode == 0 and "0 steps" in again.stdout and "before" in again.stdout
    other = shapeseek(*train, "--views", 2)
    assert other.returncode == 2 and "--fresh" in other.stderr

    found = shapeseek("index", samples, "--library", tmp_path / "new", "--encoder", out, "--json")
    assert found.returncode == 0, found.stderr
    hits = shapeseek("search", "chair", "--library", tmp_path / "new", "--json")
    assert hits.returncode == 0 and json.loads(hits.stdout)
    twice = shapeseek("align", "train", "--pairs", pairs, "--out", tmp_path / "x", "--encoder", out)
    assert twice.returncode == 3 and "depth branch already" in twice.stderr


def test_cached_features_are_those_of_the_encoder(
    encoder_folder: Path, library_folder: Path, shapeseek: Program, tmp_path: Path
) -> None:
    from engine.align.cached import cache_features, read_features
    from engine.align.measure import look_at
    from engine.align.pairs import read_shard, shards
    from engine.encoder import load_encoder
    from tests.engine.align.made_features import made_tower

    pairs = tmp_path / "pairs"
    made = shapeseek("align", "generate", "--library", library_folder, "--out", pairs, "--limit", 2)
    assert made.returncode == 0, made.stderr
    encoder, tower = load_encoder(str(encoder_folder), 1, "cpu"), made_tower(encoder_folder)
    shapes = read_features([pairs], cache_features([pairs], encoder, tower))
    given = {pair.key: pair for shard in shards(pairs) for pair in read_shard(shard)}
    seen = look_at(tower, shapes, np.arange(2), False, "cpu")
    for row, key in enumerate(shapes.keys):
        views = encoder.encode_depth(given[key].depth).aligned.mean(axis=0)
        np.testing.assert_allclose(seen.pooled[row], views / np.linalg.norm(views), atol=5e-3)
        np.testing.assert_allclose(shapes.texts[row], encoder.encode_texts([given[key].name])[0], atol=1e-5)


def test_what_is_wrong_is_said(shapeseek: Program, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    ended = shapeseek("align", "train", "--pairs", tmp_path / "none", "--out", tmp_path / "x", "--threads", 1)
    assert ended.returncode == 2 and "holds no pairs" in ended.stderr
    help_text = shapeseek("align", "train", "--help")
    assert help_text.returncode == 0 and "torchrun" in help_text.stdout
