"""The training loop: it learns, stops and resumes exactly, and two processes do what one does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.align.measure import look_at, retrieval
from engine.align.settings import TuneSettings
from engine.align.tune import Place, Tuning, Watch
from engine.branches import tuned_parameters
from engine.errors import UsageError
from tests.engine.align.made_features import made_shapes, made_tower

ROOT = Path(__file__).parents[3]


def tuning(folder: Path, state: Path, **given: object) -> Tuning:
    tower = made_tower(folder)
    shapes = made_shapes(tower)
    settings = TuneSettings.defaults(**{"epochs": 3, "batch": 4, "rate": 1e-2, **given})
    fingerprint = settings.fingerprint("base", shapes.keys)
    return Tuning(tower, shapes, np.arange(len(shapes)), settings, 10.0, fingerprint, state, Place())


def learnt(run: Tuning) -> list[torch.Tensor]:
    return [parameter.detach().clone() for parameter in run._trained]


@pytest.mark.parametrize("kind", ["encoder_folder", "vit_folder"])
def test_depth_features_come_nearer_to_the_pictures(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    run = tuning(request.getfixturevalue(kind), tmp_path / "s", epochs=15, temperature="learned")
    tower, shapes, rows = run._model.tower, run._shapes, run._rows
    frozen = [p.detach().clone() for p in tower.twin.frozen.parameters()]
    before = retrieval(look_at(tower, shapes, rows, False, "cpu"), shapes, rows)
    losses = run.run(Watch()).losses
    after = retrieval(look_at(tower, shapes, rows, True, "cpu"), shapes, rows)
    assert np.mean(losses[-3:]) < 0.85 * np.mean(losses[:3])
    assert after["image -> shape"]["MRR"] > before["image -> shape"]["MRR"] + 0.05
    for old, new in zip(frozen, tower.twin.frozen.parameters(), strict=True):
        torch.testing.assert_close(old, new)  # the base stays as it is
    assert retrieval(look_at(tower, shapes, rows, False, "cpu"), shapes, rows) == before
    trained = {id(parameter) for parameter in tuned_parameters(tower.twin).values()}
    assert {id(p) for p in run._trained} - trained == {id(run._model.log_scale)}


def test_every_epoch_shows_each_shape_once_in_an_order_of_its_own(encoder_folder: Path, tmp_path: Path) -> None:
    run = tuning(encoder_folder, tmp_path / "s", views=2)
    epochs = [np.concatenate([run.plan(3 * epoch + step).rows for step in range(3)]) for epoch in range(3)]
    for epoch in epochs:
        assert sorted(epoch.tolist()) == list(range(12))
    assert len({tuple(epoch.tolist()) for epoch in epochs}) == 3
    planned = run.plan(4)
    assert planned.views.shape == (4, 2) and (planned.views[:, 0] < planned.views[:, 1]).all()
    assert {int(s) for step in range(9) for s in run.plan(step).sources} == {0, 1}
    np.testing.assert_array_equal(planned.rows, run.plan(4).rows)


@pytest.mark.parametrize("after", [1, 3, 4])
def test_stopped_and_resumed_is_as_if_never_stopped(after: int, encoder_folder: Path, tmp_path: Path) -> None:
    given = {"views": 2, "temperature": "learned", "text": 0.5}
    whole = tuning(encoder_folder, tmp_path / "whole", **given)
    whole.run(Watch())
    first = tuning(encoder_folder, tmp_path / "broken", **given)
    outcome = first.run(Watch(stop=lambda: first.step == after))
    assert (outcome.step, outcome.finished) == (after, False)
    second = tuning(encoder_folder, tmp_path / "broken", **given)
    assert second.resume() and second.step == after
    assert second.run(Watch()).finished
    for one, other in zip(learnt(whole), learnt(second), strict=True):
        torch.testing.assert_close(one, other, rtol=0, atol=0)


def test_a_killed_run_goes_on_from_its_last_epoch(encoder_folder: Path, tmp_path: Path) -> None:
    first = tuning(encoder_folder, tmp_path / "s")

    def kill(step: int, total: int, values: dict[str, float]) -> None:
        if step == 5:
            raise MemoryError

    with pytest.raises(MemoryError):
        first.run(Watch(progress=kill))
    second = tuning(encoder_folder, tmp_path / "s")
    assert second.resume() and second.step == 3


def test_other_settings_or_a_damaged_state_are_refused(encoder_folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "s"
    tuning(encoder_folder, state).run(Watch())
    with pytest.raises(UsageError, match=r"other settings, shapes or weights.*--fresh"):
        tuning(encoder_folder, state, rate=1e-3).resume()
    state.write_bytes(state.read_bytes()[:100])
    with pytest.raises(UsageError, match=r"cannot be read.*--fresh"):
        tuning(encoder_folder, state).resume()
    assert not tuning(encoder_folder, tmp_path / "none").resume()


def test_settings_that_train_nothing_are_refused(encoder_folder: Path, tmp_path: Path) -> None:
    for given in ({"epochs": 0}, {"batch": 1}, {"held_out": 1.0}, {"temperature": "warm"}):
        with pytest.raises(UsageError):
            TuneSettings.defaults(**given)
    run = tuning(encoder_folder, tmp_path / "s")
    with pytest.raises(UsageError, match="too few"):
        Tuning(run._model.tower, run._shapes, np.arange(1), run.settings, 10.0, "", tmp_path / "s", Place())


def test_two_processes_learn_what_one_does(encoder_folder: Path, tmp_path: Path) -> None:
    asked = ["-m", "tests.engine.align.two_processes", str(encoder_folder), str(tmp_path)]
    # torchrun finds a free port itself and ends the others when one fails; nothing can take the port in between.
    torchrun = ["-m", "torch.distributed.run", "--standalone", "--local-addr=127.0.0.1", "--nproc-per-node=2"]
    for command in (asked, torchrun + asked):
        ran = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=300)
        assert ran.returncode == 0, ran.stderr
    alone, together = (torch.load(tmp_path / f"world{world}.pt", weights_only=True) for world in (1, 2))
    assert len(alone["losses"]) == 4
    np.testing.assert_allclose(alone["losses"], together["losses"], rtol=1e-4)
    for one, other in zip(alone["trained"], together["trained"], strict=True):
        torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-5)


def test_half_precision_learns_too(make_encoder: Callable[..., Path], tmp_path: Path) -> None:
    losses = (
        tuning(make_encoder(tmp_path / "e", "vit"), tmp_path / "s", epochs=10, precision="bf16").run(Watch()).losses
    )
    assert np.isfinite(losses).all() and np.mean(losses[-3:]) < 0.8 * np.mean(losses[:3])
