"""Embeddings of a tiny real open_clip model: unit rows, the checkpoint's preprocessing, one function folded or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine import encoder as encoders
from engine.encoder import EncoderCard, OpenClipEncoder, load_encoder
from engine.folding import folded
from engine.prompts import unit


def pictures(count: int, size: int = 224, seed: int = 0) -> np.ndarray:
    """Smooth random grey pictures, (count, size, size) uint8."""
    coarse = np.random.default_rng(seed).integers(0, 256, (count, 8, 8)).astype(np.uint8)
    return np.stack([np.asarray(Image.fromarray(one).resize((size, size), Image.Resampling.BICUBIC)) for one in coarse])


def is_unit(rows: np.ndarray) -> bool:
    return rows.dtype == np.float32 and np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_rows_are_unit_float32_of_the_cards_dimension(encoder: OpenClipEncoder) -> None:
    photos = [Image.fromarray(one).convert("RGB") for one in pictures(3)]
    depth = encoder.encode_depth(pictures(23))  # more than one chunk
    for rows, count in (
        (encoder.encode_texts(["a chair", "", "Stühle 椅子 🪑"]), 3),
        (encoder.encode_classes(["chair", "table"]), 2),
        (encoder.encode_photos(photos), 3),
        (depth.aligned, 23),
    ):
        assert rows.shape == (count, encoder.card.dim)
        assert is_unit(rows)
    assert depth.form.shape == (23, encoder.card.form_dim)
    assert encoder.card.form_dim == 256


def test_what_is_encoded_together_does_not_matter(encoder: OpenClipEncoder) -> None:
    some = pictures(13)
    one_by_one = np.concatenate([encoder.encode_depth(some[i : i + 1]).aligned for i in range(13)])
    assert np.allclose(encoder.encode_depth(some).aligned, one_by_one, atol=1e-5)
    texts = ["a chair", "a rather long description of a table with six legs and two drawers"]
    assert np.allclose(encoder.encode_texts(texts)[0], encoder.encode_texts(texts[:1])[0], atol=1e-5)


def test_photos_pass_through_the_checkpoints_own_transform(encoder_folder: Path, encoder: OpenClipEncoder) -> None:
    import open_clip
    import torch

    model, _, transform = open_clip.create_model_and_transforms(f"local-dir:{encoder_folder}")
    photo = Image.fromarray(np.random.default_rng(0).integers(0, 256, (90, 140, 3), np.uint8))
    with torch.inference_mode():
        expected = unit(model.eval().encode_image(transform(photo)[None]).numpy())
    assert np.allclose(encoder.encode_photos([photo]), expected, atol=1e-3)


def test_many_photos_are_seen_a_few_at_a_time_and_each_as_if_alone(encoder: OpenClipEncoder) -> None:
    chance = np.random.default_rng(0)
    photos = [Image.fromarray(chance.integers(0, 256, (9, 12, 3), np.uint8)) for _ in range(25)]
    alone = np.concatenate([encoder.encode_photos([photo]) for photo in photos])
    np.testing.assert_allclose(encoder.encode_photos(photos), alone, atol=1e-5)


def test_depth_pictures_are_resized_and_normalised_as_photos_are(encoder: OpenClipEncoder) -> None:
    """A grey photo that is square takes the same way as a depth picture: one tower, two doors."""
    some = pictures(4)
    photos = encoder.encode_photos([Image.fromarray(one).convert("RGB") for one in some])
    assert (encoder.encode_depth(some).aligned * photos).sum(axis=1) == pytest.approx(1, abs=1e-3)


def test_folding_batch_norms_keeps_the_function(
    encoder_folder: Path, encoder: OpenClipEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    monkeypatch.setattr(encoders, "folded", lambda visual, size: visual)
    plain = load_encoder(str(encoder_folder), threads=1)
    norms = [m for m in plain._model.visual.modules() if isinstance(m, torch.nn.BatchNorm2d)]
    assert len(norms) > 5
    monkeypatch.undo()
    some = pictures(6)
    one, other = encoder.encode_depth(some), plain.encode_depth(some)
    assert np.allclose(one.aligned, other.aligned, atol=1e-4)
    assert np.allclose(one.form, other.form, rtol=1e-3, atol=1e-3)
    folded_tower = folded(plain._model.visual, 64)
    assert folded_tower is not plain._model.visual  # it does fold this tower


def test_a_tower_that_folding_would_change_is_left_alone() -> None:
    import torch

    class Crossed(torch.nn.Module):
        """The norm stands after a convolution in the list, but is fed by another."""

        def __init__(self) -> None:
            super().__init__()
            self.first, self.second = torch.nn.Conv2d(3, 4, 1), torch.nn.Conv2d(3, 4, 1)
            self.norm = torch.nn.BatchNorm2d(4)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return self.norm(self.first(x)) + self.second(x)

    tower = Crossed().eval()
    torch.nn.init.normal_(tower.norm.weight)
    torch.nn.init.normal_(tower.norm.running_mean)
    assert folded(tower, 8) is tower


def test_a_transformer_without_trunk_has_no_form_features(vit_folder: Path) -> None:
    vit = load_encoder(str(vit_folder), threads=1)
    features = vit.encode_depth(pictures(2))
    assert (vit.card.form_dim, features.form.shape) == (0, (2, 0))
    assert is_unit(features.aligned)


def test_the_same_weights_give_the_same_card_and_others_another(
    encoder: OpenClipEncoder, encoder_folder: Path, other_encoder_folder: Path
) -> None:
    again, other = load_encoder(str(encoder_folder), threads=1), load_encoder(str(other_encoder_folder), threads=1)
    assert again.card == encoder.card
    assert other.card.identity != encoder.card.identity
    assert EncoderCard.from_json(encoder.card.to_json()) == encoder.card
    assert replace(encoder.card, view_weights={"text": 0.5}, floors={"text": 0.1}).identity == encoder.card.identity


def test_the_card_beside_the_weights_is_taken_over(make_encoder: Callable[..., Path], tmp_path: Path) -> None:
    folder = make_encoder(tmp_path / "e", query_prompts=["{}", "a photo of a {}"], floors={"text": 0.2}, temperature=20)
    card = load_encoder(str(folder), threads=1).card
    assert (card.query_prompts, card.floors, card.temperature) == (("{}", "a photo of a {}"), {"text": 0.2}, 20)


def test_the_best_view_counts_by_what_is_asked_for_in_cards_old_and_new(
    make_encoder: Callable[..., Path], tmp_path: Path, encoder: OpenClipEncoder
) -> None:
    folder = make_encoder(tmp_path / "e", view_weights={"text": 0.1, "image": 0.5})
    card = load_encoder(str(folder), threads=1).card
    assert card.view_weights == {"text": 0.1, "image": 0.5}
    old = json.loads(encoder.card.to_json())
    del old["view_weights"]
    kept = EncoderCard.from_json(json.dumps({**old, "view_weight": 0.3}))
    assert kept.view_weights == {"text": 0.3, "image": 0.3, "shape": 0.3}


def test_the_starter_works_offline(starter_weights: Path) -> None:
    starter = load_encoder("starter", threads=1)
    rows = starter.encode_texts(["a wooden chair", "an office chair", "an aeroplane"])
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    assert starter.card.floors and starter.card.name == "starter"
