"""The text tower, distilled from a sentence encoder: a small open_clip transformer on CLIP's own vocabulary."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.align.starter.teachers import require

CONTEXT = 32
TEXT_CFG: dict[str, Any] = {
    "context_length": CONTEXT,
    "vocab_size": 49408,
    "width": 256,
    "heads": 4,
    "layers": 4,
    "proj_bias": True,
}


def tokenize(texts: list[str]) -> NDArray[np.int32]:
    """CLIP token ids of the texts, (N, 32) int32, zero padded."""
    tokenizer = require("open_clip").tokenizer.SimpleTokenizer(context_length=CONTEXT)
    return np.concatenate([tokenizer(texts[i : i + 4096]).numpy().astype(np.int32) for i in range(0, len(texts), 4096)])


def new_text_tower(embed_dim: int = 384, cfg: dict[str, Any] | None = None) -> Any:
    """An untrained open_clip text tower of the bundled encoder's shape."""
    from open_clip.transformer import TextTransformer

    return TextTransformer(output_dim=embed_dim, **(cfg or TEXT_CFG))


def start_from_teacher(tower: Any, token_vectors: NDArray[np.float32], scale: float = 0.6) -> None:
    """Set token table and projection from the principal axes of the teacher's vectors of the token strings (V, D)."""
    mean = token_vectors.mean(axis=0)
    centred = torch.from_numpy(token_vectors - mean)
    width = tower.token_embedding.weight.shape[1]
    axes = torch.linalg.svd(centred.T @ centred)[0][:, :width]
    with torch.no_grad():
        tower.token_embedding.weight.copy_(scale * centred @ axes)
        tower.text_projection.weight.copy_(axes)
        tower.text_projection.bias.copy_(torch.from_numpy(mean))


def encode_tokens(tower: Any, tokens: torch.Tensor) -> torch.Tensor:
    """Unnormalised embeddings (N, D) of token ids (N, L <= context), computed at the batch's own length.

    open_clip's forward does not slice its mask, so the shorter length is handled here.
    """
    length = int((tokens != 0).sum(1).max())
    tokens = tokens[:, :length].long()
    x = tower.token_embedding(tokens) + tower.positional_embedding[:length]
    x = tower.ln_final(tower.transformer(x, attn_mask=tower.attn_mask[:length, :length]))
    return tower.text_projection(x[torch.arange(len(x)), tokens.argmax(dim=-1)])


def embed_raw(tower: Any, texts: list[str], batch: int = 512) -> NDArray[np.float32]:
    """Unnormalised embeddings (N, D) float32 of the texts."""
    tokens = tokenize(texts)
    order = np.argsort((tokens != 0).sum(1), kind="stable")
    out = np.zeros((len(texts), tower.output_dim), np.float32)
    tower.eval()
    with torch.inference_mode():
        for at in range(0, len(order), batch):
            rows = order[at : at + batch]
            out[rows] = encode_tokens(tower, torch.from_numpy(tokens[rows])).numpy()
    return out


def distillation_loss(student: torch.Tensor, teacher: torch.Tensor, temperature: float = 0.05) -> torch.Tensor:
    """2 (1 - cosine) plus half the divergence of the in-batch similarity distributions; both (B, D), any scale."""
    student, teacher = F.normalize(student.float(), dim=-1), F.normalize(teacher.float(), dim=-1)
    cosine = (student * teacher).sum(1).mean()
    own = torch.eye(len(teacher), dtype=torch.bool)
    targets = (teacher @ teacher.T / temperature).masked_fill(own, -1e4).softmax(1)
    logits = (student @ student.T / temperature).masked_fill(own, -1e4).log_softmax(1)
    return 2 * (1 - cosine) + 0.5 * F.kl_div(logits, targets, reduction="batchmean")


def distil(
    tower: Any,
    tokens: NDArray[np.int32],
    targets: NDArray[np.float16],
    minutes: float,
    batch: int = 256,
    rate: float = 1e-3,
    seed: int = 0,
    max_steps: int | None = None,
) -> list[float]:
    """Train `tower` towards teacher vectors `targets` (N, D) of `tokens` (N, 32) for a time; returns the losses.

    The schedule follows the clock, so that a loaded machine ends its cosine decay all the same. The weights left in
    `tower` are an exponential average of the last steps.
    """
    table = tower.token_embedding
    table.sparse = True
    rest = [p for n, p in tower.named_parameters() if not n.startswith("token_embedding")]
    dense = torch.optim.AdamW(rest, lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    sparse = torch.optim.SparseAdam([table.weight], lr=rate)
    average = [p.detach().clone() for p in rest]
    losses: list[float] = []
    start = time.monotonic()
    tower.train()
    for rows in _bucketed(tokens, batch, seed):
        done = (time.monotonic() - start) / (60 * minutes)
        if max_steps is not None:
            done = max(done, len(losses) / max_steps)
        if done >= 1:
            break
        for group in (*dense.param_groups, *sparse.param_groups):
            group["lr"] = rate * min(1.0, (len(losses) + 1) / 100) * (0.5 + 0.5 * np.cos(np.pi * done)) + 1e-6
        with torch.autocast("cpu", torch.bfloat16):
            student = encode_tokens(tower, torch.from_numpy(tokens[rows]))
        loss = distillation_loss(student, torch.from_numpy(targets[rows].astype(np.float32)))
        dense.zero_grad()
        sparse.zero_grad()
        loss.backward()
        dense.step()
        sparse.step()
        with torch.no_grad():
            for mean, parameter in zip(average, rest, strict=True):
                mean.lerp_(parameter, max(0.01, 1 / (len(losses) + 1)))
        losses.append(float(loss.detach()))
        if len(losses) % 200 == 0:
            print(f"text step {len(losses)} {100 * done:.0f}% loss {np.mean(losses[-200:]):.4f}", flush=True)
    with torch.no_grad():
        for mean, parameter in zip(average, rest, strict=True):
            parameter.copy_(mean)
    table.sparse = False
    tower.eval()
    return losses


def _bucketed(tokens: NDArray[np.int32], batch: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Endless batches of rows of like length, so that little of a batch is padding."""
    chance = np.random.default_rng(seed)
    lengths = (tokens != 0).sum(1)
    while True:
        order = np.argsort(lengths + chance.uniform(0, 1.0, len(lengths)), kind="stable")
        starts = np.arange(0, max(1, len(order) - batch + 1), batch)
        for start in chance.permutation(starts):
            yield order[start : start + batch]
