"""The training loop: batches of shapes through the twin, one process or several, stopped and resumed at any step."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.align.cached import Shapes
from engine.align.objective import Weights, alignment_loss, gathered, object_features
from engine.align.settings import TuneSettings
from engine.align.tower import SplitTower
from engine.branches import tuned_parameters
from engine.errors import UsageError


@dataclass(frozen=True)
class Place:
    """Where this process stands among those that train together, and where it computes."""

    rank: int = 0
    world: int = 1
    device: str = "cpu"


@dataclass
class Watch:
    """What the caller is told, and how it stops a run between two steps."""

    progress: Callable[[int, int, dict[str, float]], None] = lambda step, total, values: None
    stop: Callable[[], bool] = lambda: False
    log: Callable[[int, dict[str, float]], None] = lambda step, values: None


@dataclass(frozen=True)
class Step:
    """One batch, the same in every process: rows of shapes, the views of each, which picture source, texts' names."""

    rows: NDArray[np.int64]
    views: NDArray[np.int64]
    sources: NDArray[np.int64]


@dataclass
class Outcome:
    """How a run ended: steps done of all, whether it was stopped, the seconds it took now, the last losses."""

    step: int
    steps: int
    seconds: float
    losses: list[float] = field(default_factory=list)

    @property
    def finished(self) -> bool:
        """True when every step is done."""
        return self.step >= self.steps


class Aligned(nn.Module):
    """What trains: the tower from the twin on, in depth mode, and the temperature."""

    def __init__(self, tower: SplitTower, scale: float, learned: bool) -> None:
        super().__init__()
        self.tower = tower.requires_grad_(False)
        for parameter in tuned_parameters(tower.twin).values():
            parameter.requires_grad_(True)
        self.log_scale = nn.Parameter(torch.tensor(float(np.log(scale))), requires_grad=learned)

    def forward(self, inputs: Tensor) -> tuple[Tensor, Tensor]:
        """((b, D) object features of twin inputs (b, V, ...), scale of the cosines)."""
        self.tower.twin.depth = True
        try:
            flat = self.tower(inputs.flatten(0, 1))[1].float()
        finally:
            self.tower.twin.depth = False
        # As CLIP: a factor above 100 would let the loss rest on a few pairs.
        return object_features(flat.unflatten(0, inputs.shape[:2])), self.log_scale.exp().clamp(max=100)


class Tuning:
    """One run over the training rows of `shapes`; `state` is the file it is kept in."""

    def __init__(
        self, tower: SplitTower, shapes: Shapes, rows: NDArray[np.int64], settings: TuneSettings, scale: float,
        fingerprint: str, state: Path, place: Place,
    ) -> None:  # fmt: skip
        self.settings, self.place, self.state = settings, place, state
        self._shapes, self._rows, self._fingerprint = shapes, rows, fingerprint
        self._batch = min(settings.batch, len(rows)) // place.world * place.world
        if len(rows) < 2 or self._batch < 2:
            raise UsageError(f"{len(rows)} shapes are too few to train on.", "Make more pairs, or hold out fewer.")
        self.steps = settings.epochs * (len(rows) // self._batch)
        self.step = 0
        self._model = Aligned(tower, scale, settings.temperature == "learned").to(place.device)
        self._trained = [p for p in self._model.parameters() if p.requires_grad]
        self._optimiser = torch.optim.AdamW(
            self._trained, lr=settings.rate, betas=settings.betas, eps=settings.eps, weight_decay=settings.decay
        )
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimiser, settings.rate, total_steps=self.steps + 1, pct_start=settings.warm, cycle_momentum=False
        )
        names = {name: number for number, name in enumerate(dict.fromkeys(name.lower() for name in shapes.names))}
        self._names = np.array([names[name.lower()] for name in shapes.names])

    def run(self, watch: Watch) -> Outcome:
        """Train to the end, or until `watch.stop`; the state is on the disk then, and after every epoch."""
        began = saved = time.monotonic()
        an_epoch = self.steps // self.settings.epochs
        losses: list[float] = []
        with ThreadPoolExecutor(1) as ahead:
            coming = ahead.submit(self._load, self.step)
            while self.step < self.steps:
                batch = coming.result()
                if self.step + 1 < self.steps:
                    coming = ahead.submit(self._load, self.step + 1)
                values = self._learn(*batch)
                self.step += 1
                losses.append(values["loss"])
                done = self.step == self.steps or self.step % an_epoch == 0
                if self.place.rank == 0:
                    watch.log(self.step, {**values, "shapes_per_second": self._pace(began, len(losses))})
                    watch.progress(self.step, self.steps, values)
                stopped = _any_of_us(watch.stop(), self.place.device)
                if stopped or done or time.monotonic() - saved > self.settings.save_seconds:
                    self.save()
                    saved = time.monotonic()
                if stopped:
                    break
        return Outcome(self.step, self.steps, time.monotonic() - began, losses)

    def save(self) -> None:
        """Keep twin, temperature, optimiser and schedule in the state file, swapped in whole; the first process does.

        What is random is drawn from the seed and the number of the step, so that no generator needs to be kept.
        """
        if self.place.rank:
            return
        beside = self.state.with_name(f"{self.state.name}.new")
        kept = {
            "fingerprint": self._fingerprint, "step": self.step, "trained": [p.detach().cpu() for p in self._trained],
            "optimiser": self._optimiser.state_dict(), "schedule": self._schedule.state_dict(),
        }  # fmt: skip
        torch.save(kept, beside)
        beside.replace(self.state)

    def resume(self) -> bool:
        """Go on from the state file if there is one. UsageError when it is of a run with other settings or shapes."""
        if not self.state.is_file():
            return False
        try:
            kept = torch.load(self.state, map_location="cpu", weights_only=True)
        except Exception as error:  # torch raises many kinds for a damaged file
            raise UsageError(f"{self.state} cannot be read ({error}).", "Begin anew with --fresh.") from error
        if kept["fingerprint"] != self._fingerprint:
            raise UsageError(
                f"{self.state.parent} holds a run with other settings, shapes or weights.",
                "Begin anew with --fresh, or give another --out.",
            )
        with torch.no_grad():
            for parameter, value in zip(self._trained, kept["trained"], strict=True):
                parameter.copy_(value)
        self._optimiser.load_state_dict(kept["optimiser"])
        self._schedule.load_state_dict(kept["schedule"])
        self.step = kept["step"]
        return True

    def plan(self, step: int) -> Step:
        """What a step shows, from the seed alone: each epoch all shapes once in an order of its own."""
        epoch, place = divmod(step, self.steps // self.settings.epochs)
        order = np.random.default_rng([self.settings.seed, epoch]).permutation(self._rows)
        rows = order[place * self._batch : (place + 1) * self._batch]
        chance = np.random.default_rng([self.settings.seed, epoch, place])
        every = self._shapes.views
        count = min(self.settings.views or every, every)
        views = np.stack([np.sort(chance.permutation(every)[:count]) for _ in rows])
        sources = np.array([chance.integers(len(self._shapes.images[row])) for row in rows])
        return Step(rows, views, sources)

    def _load(self, step: int) -> tuple[Step, Tensor]:
        """A step's plan and this process's part of its twin inputs (b, V, ...)."""
        planned = self.plan(step)
        share = len(planned.rows) // self.place.world
        mine = range(self.place.rank * share, (self.place.rank + 1) * share)
        blocks = [self._shapes.inputs(int(planned.rows[i]), planned.views[i].tolist()) for i in mine]
        return planned, torch.from_numpy(np.stack(blocks))

    def _learn(self, planned: Step, inputs: Tensor) -> dict[str, float]:
        """One step of the optimiser; returns the parts of its loss."""
        device = self.place.device
        half = self.settings.precision == "bf16" or (self.settings.precision == "auto" and device.startswith("cuda"))
        with torch.autocast(device.partition(":")[0], torch.bfloat16) if half else nullcontext():
            features, scale = self._model(inputs.to(device, non_blocking=True).float())
        pairs = zip(planned.rows, planned.sources, strict=True)
        images = np.stack([self._shapes.images[row][source] for row, source in pairs])
        losses = alignment_loss(
            gathered(features), torch.from_numpy(images).to(device), scale,
            Weights(self.settings.distance, self.settings.text),
            torch.from_numpy(self._shapes.texts[planned.rows]).to(device),
            torch.from_numpy(self._names[planned.rows]).to(device),
        )  # fmt: skip
        self._optimiser.zero_grad()
        losses["loss"].backward()
        _average_gradients(self._trained)
        rate = float(self._schedule.get_last_lr()[0])
        self._optimiser.step()
        self._schedule.step()
        values = {name: float(value.detach()) for name, value in losses.items()}
        return {**values, "rate": rate, "scale": float(scale.detach())}

    def _pace(self, began: float, steps: int) -> float:
        return steps * self._batch / max(time.monotonic() - began, 1e-9)


def _together() -> bool:
    from torch import distributed

    return distributed.is_available() and distributed.is_initialized()


def _average_gradients(parameters: list[nn.Parameter]) -> None:
    """Put the mean over all processes in place of each one's gradients.

    Not DistributedDataParallel: its reducer outlives the process group, and ends in a deadlock with gloo's thread now
    and then. All processes begin with the same weights, read from the same files.
    """
    if not _together():
        return
    gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    torch.distributed.all_reduce(flat)
    flat /= torch.distributed.get_world_size()
    for gradient, mean in zip(gradients, flat.split([gradient.numel() for gradient in gradients]), strict=True):
        gradient.copy_(mean.view_as(gradient))


def _any_of_us(stop: bool, device: str) -> bool:
    """True in every process when one of them was told to stop: they leave at the same step."""
    if not _together():
        return stop
    flag = torch.tensor([float(stop)], device=device)
    torch.distributed.all_reduce(flag, torch.distributed.ReduceOp.MAX)
    return bool(flag.item())
