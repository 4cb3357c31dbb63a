"""The image tower's training: AdamW on a cosine schedule in rounds, weights averaged over last steps and rounds."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import torch
from torch import nn

from engine.align.starter.losses import Trunk, step_losses
from engine.align.starter.memory import Memory
from engine.align.starter.plan import Lesson, Plan
from engine.align.starter.towers import TextAdapter, UpperTower


def train_in_rounds(
    tower: UpperTower, adapter: TextAdapter, lesson: Lesson, plan: Plan, trunk: Trunk = UpperTower.states
) -> list[dict[str, float]]:
    """Train both through the plan's rounds and leave them with the mean of the later rounds' weights; the losses.

    Source of the mean: Izmailov et al. 2018, Averaging Weights Leads to Wider Optima and Better Generalization.
    """
    both = nn.ModuleList([tower, adapter])
    first, *later = plan.rounds()
    history = train_image_tower(tower, adapter, lesson, first, trunk)
    ends: list[dict[str, torch.Tensor]] = []
    for part in later:
        history += train_image_tower(tower, adapter, lesson, part, trunk)
        ends.append(_weights(both))
    if ends:
        both.load_state_dict(_mean(ends))
    return history


def train_last_round(
    tower: UpperTower, adapter: TextAdapter, lesson: Lesson, plan: Plan, trunk: Trunk = UpperTower.states
) -> list[dict[str, float]]:
    """Train both on a lesson of full-size pictures, leave them half way to where that leads; returns the losses."""
    both = nn.ModuleList([tower, adapter])
    before = _weights(both)
    history = train_image_tower(tower, adapter, lesson, plan.last_round(), trunk)
    both.load_state_dict(_mean([before, _weights(both)]))
    return history


def train_side_by_side(
    tower: UpperTower, adapter: TextAdapter, lesson: Lesson, plans: list[Plan], trunk: Trunk = UpperTower.states
) -> list[dict[str, float]]:
    """Train both from where they stand by each of the plans, leave them with the mean of where these end; the losses.

    Source of the mean: Wortsman et al. 2022, Model soups.
    """
    both = nn.ModuleList([tower, adapter])
    start, ends = _weights(both), []
    history = []
    for plan in plans:
        both.load_state_dict(start)
        history += train_image_tower(tower, adapter, lesson, plan, trunk)
        ends.append(_weights(both))
    both.load_state_dict(_mean(ends))
    return history


def train_image_tower(
    tower: UpperTower, adapter: TextAdapter, lesson: Lesson, plan: Plan, trunk: Trunk = UpperTower.states
) -> list[dict[str, float]]:
    """Train both in place and leave them with their weights averaged over the last steps; returns the losses.

    `trunk` computes what the tower's states would be; grid.grid_states does so five times faster for the real trunk.
    """
    torch.manual_seed(plan.seed)
    chance = np.random.default_rng(plan.seed)
    scales = nn.Parameter(torch.full((2,), float(np.log(25.0))))
    memory = Memory(len(lesson.names), tower.head.out_features)
    optimiser = _optimiser(tower, adapter, scales, plan)
    trained = [p for group in optimiser.param_groups for p in group["params"]]
    average = [p.detach().clone() for p in trained]
    history: list[dict[str, float]] = []
    start = time.monotonic()
    tower.train()
    for step in range(plan.steps):
        done = step / plan.steps
        if plan.minutes is not None:
            done = max(done, (time.monotonic() - start) / (60 * plan.minutes))
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * min(1.0, (step + 1) / 40) * (0.5 + 0.5 * np.cos(np.pi * done)) + 1e-7
        losses = step_losses(tower, adapter, scales, lesson, plan, chance, trunk, memory)
        total = torch.stack([plan.parts[name] * value for name, value in losses.items()]).sum()
        optimiser.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(trained, 5.0)
        optimiser.step()
        with torch.no_grad():
            for mean, parameter in zip(average, trained, strict=True):
                mean.lerp_(parameter, max(plan.average, 1 / (step + 1)))
        history.append({"total": float(total.detach()), **{k: float(v.detach()) for k, v in losses.items()}})
        if (step + 1) % 50 == 0:
            recent = {k: round(float(np.mean([h[k] for h in history[-50:]])), 3) for k in history[-1]}
            heats = [round(value, 1) for value in scales.detach().exp().tolist()]
            print(f"image step {step + 1}, {100 * done:.0f}%, scales {heats}", recent, flush=True)
    with torch.no_grad():
        for mean, parameter in zip(average, trained, strict=True):
            parameter.copy_(mean)
    tower.eval()
    return history


def _weights(module: nn.Module) -> dict[str, torch.Tensor]:
    return {name: value.clone() for name, value in module.state_dict().items()}


def _mean(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    return {
        name: torch.stack([state[name] for state in states]).double().mean(0).to(value.dtype)
        for name, value in states[0].items()
    }


def _optimiser(tower: UpperTower, adapter: TextAdapter, scales: nn.Parameter, plan: Plan) -> torch.optim.Optimizer:
    upper = [p for n, p in tower.named_parameters() if not n.startswith("head")]
    groups: list[dict[str, Any]] = [
        {"params": upper, "lr": plan.upper_rate, "peak": plan.upper_rate},
        {"params": [*tower.head.parameters(), scales], "lr": plan.rate, "peak": plan.rate},
        {"params": list(adapter.parameters()), "lr": plan.upper_rate, "peak": plan.upper_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=plan.decay, betas=(0.9, 0.98))
