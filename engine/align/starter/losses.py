"""One training step of the image tower: which pictures are shown, and what each part of the loss asks of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.align.starter.memory import Memory
from engine.align.starter.pictures import TUMBLED
from engine.align.starter.plan import Lesson, Plan
from engine.align.starter.towers import TextAdapter, UpperTower

Trunk = Callable[[UpperTower, torch.Tensor], torch.Tensor]
FORM_HEAT = 20.0  # logit scale between trunk features, whose cosines are all high


def step_losses(
    tower: UpperTower, adapter: TextAdapter, scales: torch.Tensor, lesson: Lesson, plan: Plan,
    chance: np.random.Generator, trunk: Trunk, memory: Memory,
) -> dict[str, torch.Tensor]:  # fmt: skip
    """Draw one batch from the lesson and return the parts of its loss, scalars by the names in `plan.parts`.

    scales: (2,) logarithms of the logit scales of texts and of drawings.
    """
    rows = chance.choice(len(lesson.names), plan.items, replace=False, p=lesson.weights)
    picked = chance.integers(0, len(lesson.photos), plan.photos)
    depth = [_views(lesson, rows, chance) for _ in range(plan.views)]
    empty = chance.integers(0, len(lesson.nothing), plan.nothing)
    maps = np.concatenate([*depth, _drawings(lesson, rows, chance), lesson.photos[picked], lesson.nothing[empty]])
    with torch.autocast("cpu", torch.bfloat16):
        states = trunk(tower, _flipped(torch.from_numpy(maps).float(), chance))
        raw = tower.project(states)
    seen = F.normalize(raw, dim=-1)
    views = seen[: plan.views * plan.items].view(plan.views, plan.items, -1)
    drawings = seen[plan.views * plan.items : (plan.views + 1) * plan.items]
    pooled = F.normalize(views.mean(0), dim=-1)
    heat, bridge_heat = scales.exp().clamp(max=100)
    known, known_items = memory.beside(rows, pooled)
    memory.keep(rows, pooled)
    _, first, own = np.unique(lesson.names, return_index=True, return_inverse=True)
    names = adapter(torch.from_numpy(lesson.texts[spoken(lesson.called[first], plan.renamed, chance)]))
    every = torch.cat([*views, drawings])
    truth = torch.from_numpy(np.tile(own[rows], plan.views + 1))
    return {
        "name": _soft_entropy(heat * every @ names.T, truth, names, plan.parts["soft"]),
        "pooled": _soft_entropy(heat * pooled @ names.T, torch.from_numpy(own[rows]), names, plan.parts["soft"]),
        "said": _said_loss(adapter, heat, known, known_items, drawings, lesson, rows, chance),
        "described": _described_loss(adapter, heat, known, known_items, drawings, lesson, rows, plan.parts["soft"]),
        "bridge": _bridge_loss(bridge_heat, views, drawings, known),
        "photo": _photo_loss(adapter, heat, seen[len(every) : -plan.nothing], lesson, picked),
        "form": form_loss(states[: plan.views * plan.items].float().view(plan.views, plan.items, -1), own[rows]),
        "keep": _keep_loss(adapter, lesson, chance),
        "nothing": _nothing_loss(adapter, every, seen[-plan.nothing :], names, lesson, chance),
    }


def _views(lesson: Lesson, rows: NDArray[np.int64], chance: np.random.Generator) -> NDArray[np.float16]:
    # Both kinds of camera, each as often as it has views; a tumbled shape twice as often.
    first, varied = (block.shape[1] for block in lesson.depth)
    shown = np.concatenate([np.arange(first + varied), first + np.array(TUMBLED)])
    choice = chance.choice(shown, len(rows))
    return np.stack(
        [
            lesson.depth[0][row, view] if view < first else lesson.depth[1][row, view - first]
            for row, view in zip(rows, choice, strict=True)
        ]
    )


def _drawings(lesson: Lesson, rows: NDArray[np.int64], chance: np.random.Generator) -> NDArray[np.float16]:
    """An icon where the item has one (three times in four), else a shaded drawing."""
    icon_of = {int(row): at for at, row in enumerate(lesson.icon_rows)}
    out = []
    for row in rows:
        if int(row) in icon_of and chance.random() < 0.75:
            out.append(lesson.icons[icon_of[int(row)], chance.integers(lesson.icons.shape[1])])
        else:
            out.append(lesson.shaded[row, chance.integers(lesson.shaded.shape[1])])
    return np.stack(out)


def spoken(called: NDArray[np.int64], renamed: float, chance: np.random.Generator) -> NDArray[np.int64]:
    """For each name (n, K) the row it goes by in this step, so that a picture answers a meaning, not one wording."""
    other = np.where(chance.random(len(called)) < renamed, chance.integers(0, called.shape[1], len(called)), 0)
    return np.asarray(called[np.arange(len(called)), other])


def _flipped(maps: torch.Tensor, chance: np.random.Generator) -> torch.Tensor:
    # Mirroring the lower maps is nearly mirroring the picture, and costs nothing.
    mirror = torch.from_numpy(chance.random(len(maps)) < 0.5)
    maps[mirror] = maps[mirror].flip(-1)
    return maps


def _soft_entropy(logits: torch.Tensor, truth: torch.Tensor, texts: torch.Tensor, soft: float) -> torch.Tensor:
    """Cross-entropy towards the truth, a share `soft` of which goes to texts that mean nearly the same."""
    with torch.no_grad():
        near = (texts[truth] @ texts.T / 0.05).softmax(1)
        targets = soft * near + (1 - soft) * F.one_hot(truth, len(texts))
    return -(targets * logits.log_softmax(1)).sum(1).mean()


def _said_loss(
    adapter: TextAdapter, heat: torch.Tensor, known: torch.Tensor, known_items: NDArray[np.int64],
    drawings: torch.Tensor, lesson: Lesson, rows: NDArray[np.int64], chance: np.random.Generator,
) -> torch.Tensor:  # fmt: skip
    """Text to shape among all that are remembered; every shape of which the text is true counts as right."""
    texts = np.array([chance.choice(lesson.said[row].rows, p=lesson.said[row].weights) for row in rows])
    true = lesson.truth[texts][:, known_items].toarray()
    vectors = adapter(torch.from_numpy(lesson.texts[texts]))
    losses = []
    for images, right in ((known, true), (drawings, true[:, : len(rows)])):
        share = torch.from_numpy(right / right.sum(1, keepdims=True)).float()
        losses.append(-(share * (heat * vectors @ images.T).log_softmax(1)).sum(1).mean())
    return 0.7 * losses[0] + 0.3 * losses[1]


def _described_loss(
    adapter: TextAdapter, heat: torch.Tensor, known: torch.Tensor, known_items: NDArray[np.int64],
    drawings: torch.Tensor, lesson: Lesson, rows: NDArray[np.int64], soft: float,
) -> torch.Tensor:  # fmt: skip
    """A shape to its own sentences among all sentences, and its sentences to it among all that are remembered."""
    own = torch.from_numpy(lesson.sentence_items[None, :] == rows[:, None])
    told = own.any(1)
    if not told.any():
        return heat * 0
    vectors = adapter(torch.from_numpy(lesson.sentences))
    share = own[told].float() / own[told].sum(1, keepdim=True)
    with torch.no_grad():
        near = (F.normalize(share @ vectors, dim=-1) @ vectors.T / 0.05).softmax(1)
        share = soft * near + (1 - soft) * share
    to_text = [
        -(share * (heat * images[told] @ vectors.T).log_softmax(1)).sum(1).mean()
        for images in (known[: len(rows)], drawings)
    ]
    asked = torch.nonzero(own)  # (batch place, sentence) pairs
    to_shape = F.cross_entropy(heat * vectors[asked[:, 1]] @ known.T, asked[:, 0])
    return 0.35 * to_text[0] + 0.15 * to_text[1] + 0.5 * to_shape


def _bridge_loss(heat: torch.Tensor, views: torch.Tensor, drawings: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    """Drawing to depth and back, and one depth view to another, by shape: OpenDlign's alignment, both ways."""
    truth = torch.arange(len(drawings))
    pairs: list[tuple[torch.Tensor, torch.Tensor]] = [(drawings, known), (known[: len(drawings)], drawings)]
    if len(views) > 1:
        pairs.append((views[0], views[1]))
    return torch.stack([F.cross_entropy(heat * a @ b.T, truth) for a, b in pairs]).mean()


def form_loss(states: torch.Tensor, names: NDArray[np.int64]) -> torch.Tensor:
    """One view to another in the trunk's features, on which shapes are compared: whatever its pose, by shape and name.

    states: (V, N, 1280). Half of the truth is the shape itself, the other half all shapes of its name.
    """
    forms = F.normalize(states, dim=-1)
    alike = torch.from_numpy(names[:, None] == names[None, :]).float()
    share = 0.5 * torch.eye(len(names)) + 0.5 * alike / alike.sum(1, keepdim=True)
    near = FORM_HEAT * forms[0] @ forms[1].T
    return -0.5 * (share * (near.log_softmax(1) + near.T.log_softmax(1))).sum(1).mean()


def _photo_loss(
    adapter: TextAdapter, heat: torch.Tensor, seen: torch.Tensor, lesson: Lesson, picked: NDArray[np.int64]
) -> torch.Tensor:
    """Keep what the ImageNet network knows of photos: its probabilities, and the true class where it is known."""
    logits = (heat * seen @ adapter(torch.from_numpy(lesson.classes)).T).log_softmax(1)
    taught = torch.from_numpy(lesson.photo_classes[picked].astype(np.float32))
    labels = torch.from_numpy(lesson.photo_labels[picked])
    return -0.5 * (taught * logits).sum(1).mean() + 0.5 * F.nll_loss(logits, labels)


def _keep_loss(adapter: TextAdapter, lesson: Lesson, chance: np.random.Generator, count: int = 256) -> torch.Tensor:
    """Hold the adapted text space near the distilled one, on texts nobody labelled a shape with."""
    raw = torch.from_numpy(lesson.broad[chance.integers(0, len(lesson.broad), count)])
    before, after = F.normalize(raw, dim=-1), adapter(raw)
    return F.mse_loss(after @ after.T, before @ before.T) * 20 + (1 - (after * before).sum(1)).mean() * 0.5


def _nothing_loss(
    adapter: TextAdapter, real: torch.Tensor, empty: torch.Tensor, names: torch.Tensor, lesson: Lesson,
    chance: np.random.Generator, count: int = 192,
) -> torch.Tensor:  # fmt: skip
    """Texts of no shape lie away from every picture, pictures of no shape from every name and every other picture.

    Without it gibberish finds its best hit as near as many a good query does, and no floor tells the two apart.
    """
    texts = adapter(torch.from_numpy(lesson.nothing_texts[chance.integers(0, len(lesson.nothing_texts), count)]))
    near = [(texts @ real.T, 0.05), (empty @ names.T, 0.05), (empty @ real.T, 0.2)]
    # The best hit decides, so the nearest tenth of each row counts.
    worst = [(cosines.topk(max(1, cosines.shape[1] // 10), dim=1).values, margin) for cosines, margin in near]
    return torch.stack([F.relu(top - margin).mean() for top, margin in worst]).sum()
