"""Before and after: vectors as a library keeps them, recall, and floors that move with the cosines."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.align.journal import Journal
from engine.align.measure import Seen, Weakness, look_at, moved, retrieval
from engine.align.train import split
from engine.branches import tuned_parameters
from engine.prompts import unit
from tests.engine.align.made_features import made_shapes, made_tower


def test_shapes_are_seen_as_a_library_keeps_them(encoder_folder: Path) -> None:
    import torch

    tower = made_tower(encoder_folder)
    shapes = made_shapes(tower, 4)
    rows = np.arange(4)
    plain = look_at(tower, shapes, rows, False, "cpu")
    with torch.no_grad():
        form, aligned = tower(torch.from_numpy(np.array(shapes.inputs(2))).float())
        np.testing.assert_allclose(plain.pooled[2], unit(unit(aligned.numpy()).mean(axis=0)), atol=1e-5)
        np.testing.assert_allclose(plain.form[2], unit(form.numpy().max(axis=0)), atol=1e-5)
        for parameter in tuned_parameters(tower.twin).values():
            parameter.mul_(1.3)
    assert np.abs(look_at(tower, shapes, rows, True, "cpu").pooled - plain.pooled).max() > 1e-3
    np.testing.assert_array_equal(look_at(tower, shapes, rows, False, "cpu").pooled, plain.pooled)


def test_retrieval_worked_by_hand(encoder_folder: Path) -> None:
    shapes = made_shapes(made_tower(encoder_folder), 4)  # named in pairs: 0 0 1 1
    perfect = Seen(shapes.pictures, np.zeros((4, 0), np.float32))
    assert retrieval(perfect, shapes, np.arange(4))["image -> shape"] == {"R@1": 1, "R@5": 1, "R@10": 1, "MRR": 1}
    swapped = Seen(shapes.pictures[[1, 0, 2, 3]], np.zeros((4, 0), np.float32))
    assert retrieval(swapped, shapes, np.arange(4))["image -> shape"]["R@1"] == 0.5
    assert retrieval(swapped, shapes, np.arange(4))["text -> shape"]["R@1"] == 1  # either of a name will do


def test_floors_move_with_the_cosines(encoder_folder: Path) -> None:
    shapes = made_shapes(made_tower(encoder_folder), 60)
    chance = np.random.default_rng(0)
    before = Seen(unit(chance.normal(size=(60, 64))), unit(np.abs(chance.normal(size=(60, 10)))))
    nearer = Seen(unit(before.pooled + 0.5 * shapes.pictures), before.form)
    floors = {"text": 0.1, "image": 0.1, "form": 0.5, "unknown": 0.3}
    found = moved(Weakness(floors), before, nearer, shapes, np.arange(60))
    now = found.floors
    share = (shapes.pictures @ before.pooled.T < 0.1).mean()
    assert (shapes.pictures @ nearer.pooled.T < now["image"]).mean() == pytest.approx(share, abs=0.01)
    assert now["form"] == pytest.approx(0.5, abs=0.01) and now["unknown"] == 0.3 and found.centre == ()
    assert moved(Weakness(floors), before, nearer, shapes, np.arange(40)) == Weakness(floors)  # too few to say


def test_the_centre_goes_with_the_shapes(encoder_folder: Path) -> None:
    shapes = made_shapes(made_tower(encoder_folder), 60)
    chance = np.random.default_rng(0)
    before = Seen(unit(chance.normal(size=(60, 64)) + 1), np.zeros((60, 0), np.float32))
    after = Seen(unit(before.pooled - 0.3), before.form)
    base = Weakness({"text": 0.1}, tuple(before.pooled.mean(axis=0).tolist()))
    found = moved(base, before, after, shapes, np.arange(60))
    assert found.centre == pytest.approx(after.pooled.mean(axis=0), abs=1e-4)
    share = (shapes.texts @ (before.pooled - base.centre).T < 0.1).mean()
    assert (shapes.texts @ (after.pooled - found.centre).T < found.floors["text"]).mean() == pytest.approx(
        share, abs=0.01
    )


def test_held_out_shapes_are_none_trained_on() -> None:
    train, held = split(101, 0.1, 3)
    assert len(held) == 11 and sorted([*train, *held]) == list(range(101))
    np.testing.assert_array_equal(held, split(101, 0.1, 3)[1])
    assert set(held) != set(split(101, 0.1, 4)[1])
    assert len(split(10, 0.0, 0)[1]) == 0


def test_the_log_goes_on_where_the_state_is(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    for step in (1, 2, 3):
        first.add(step, {"loss": 1 / step})
    first.close()
    with (tmp_path / "log.jsonl").open("a") as stream:
        stream.write('{"step": 4, "lo')  # killed while it wrote
    second = Journal(tmp_path, 2)
    second.add(3, {"loss": 0.5})
    second.close()
    lines = (tmp_path / "log.jsonl").read_text().splitlines()
    assert [line.split(",")[0] for line in lines] == ['{"step": 1', '{"step": 2', '{"step": 3']
    assert "0.5" in lines[2]
    assert not first.missing and list(tmp_path.glob("events.out.tfevents.*"))


def test_without_tensorboard_there_are_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "tensorboard" else find(name))
    journal = Journal(tmp_path)
    journal.add(1, {"loss": 2.0})
    journal.close()
    assert journal.missing and [file.name for file in tmp_path.iterdir()] == ["log.jsonl"]
