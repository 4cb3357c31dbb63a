"""The split tower: both parts together are the tower, for every kind of tower and both branches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from engine.align.tower import SplitTower
from engine.branches import attach_depth_branch, tuned_parameters
from engine.checkpoints import load, resolve
from engine.errors import EncoderError


@pytest.mark.parametrize(("kind", "size"), [("efficientnet", 64), ("vit", 64), ("timm-vit", 160)])
def test_both_parts_together_are_the_tower(
    kind: str, size: int, tmp_path: Path, make_encoder: Callable[..., Path]
) -> None:
    model, _, _, _ = load(resolve(str(make_encoder(tmp_path / kind, kind))))
    whole = model.visual.float()
    pictures = torch.rand(3, 3, size, size, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        before = whole(pictures)
    twin = attach_depth_branch(whole)
    tower = SplitTower(whole)
    tower.check(pictures)
    with torch.no_grad():
        inputs = tower.inputs(pictures)
        torch.testing.assert_close(tower(inputs)[1], before, rtol=1e-4, atol=1e-5)
        for parameter in tuned_parameters(twin).values():
            parameter.mul_(1.5)
        twin.depth = True
        tuned = tower(inputs)[1]
        torch.testing.assert_close(tuned, whole(pictures), rtol=1e-4, atol=1e-5)
    assert len(inputs) == 3 and not torch.allclose(tuned, before, atol=1e-3)
    torch.testing.assert_close(tower(tower.inputs(pictures[1:2]))[1], tuned[1:2], rtol=1e-3, atol=1e-4)


def test_an_unknown_end_is_an_error(tmp_path: Path, make_encoder: Callable[..., Path]) -> None:
    model, _, _, _ = load(resolve(str(make_encoder(tmp_path / "vit", "vit"))))
    with pytest.raises(EncoderError, match="no depth branch"):
        SplitTower(model.visual)
    attach_depth_branch(model.visual)
    tower = SplitTower(model.visual)
    tower._words_first = not tower._words_first  # as if the axes were read wrongly
    with pytest.raises(EncoderError, match="cannot be tuned"):
        tower.check(torch.rand(2, 3, 64, 64))
