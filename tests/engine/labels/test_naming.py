"""Zero-shot naming: the oracle formula, both branches, lists of labels, and everyday things that are none of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from engine.encoder import OpenClipEncoder, load_encoder
from engine.errors import QueryError
from engine.labels.judging import judge_of, namer_bytes
from engine.labels.labelling import LabellerRecord
from engine.labels.naming import UNSURE, Namer, both_branches, everyday_labels, others_than, read_labels
from engine.library import Library
from engine.prompts import unit
from engine.settings import Settings


def test_probabilities_are_the_softmax_of_the_views_mean_logits(library: Library) -> None:
    labels = ["chair", "table", "mug"]
    views = library.facts_and_vectors(1)[1].views.astype(np.float64)
    classes = library.encoder.encode_classes(labels).astype(np.float64)
    logits = (library.card.temperature * views @ classes.T).sum(axis=0) / len(views)
    shares = np.exp(logits) / np.exp(logits).sum()
    named = library.classify(1, labels)
    assert dict(named) == pytest.approx(dict(zip(labels, shares, strict=True)), abs=1e-4)
    assert [share for _, share in named] == sorted((share for _, share in named), reverse=True)
    assert named.unsure == (named[0].probability < UNSURE)


def test_without_labels_the_everyday_ones_are_there_to_choose_from(library: Library) -> None:
    named = library.classify(1)
    assert len(named) == len(everyday_labels()) > 100
    assert len({label for label, _ in named}) == len(named)


def test_a_label_that_resembles_too_little_is_unsure_and_never_a_tag() -> None:
    classes = np.eye(3, dtype=np.float32)
    views = np.array([[[0.2, 0.1, 0.0]]], np.float32)
    namer = Namer(("a", "b"), classes, 50.0, np.full(3, 0.3))
    assert namer.name(views[0]).unsure and namer.name(views[0])[0].probability > 0.99
    from engine.facts import Vectors

    half = views[0].astype(np.float16)
    assert not namer.probabilities([Vectors(half, half[0], half[0])]).any()
    near = Namer(("a", "b"), classes, 50.0, np.full(3, 0.05))
    assert not near.name(views[0]).unsure
    assert near.probabilities([Vectors(half, half[0], half[0])])[0].tolist() == pytest.approx(
        [0.9933, 0.0067], abs=1e-3
    )


def test_a_labels_floor_counts_from_what_it_has_in_common_with_all_shapes(library: Library) -> None:
    encoder = library.encoder
    plain = Namer.of(encoder, ["chair", "mug"])
    centre = unit(plain.classes.sum(axis=0))
    card = replace(encoder.card, floors={"text": 0.2}, centre=tuple(centre.tolist()))
    with patch.object(encoder, "card", card):
        namer = Namer.of(encoder, ["chair", "mug"])
    assert plain.floors.tolist() == [-1, -1]
    assert namer.floors == pytest.approx(0.2 + plain.classes @ centre, abs=1e-6)


def test_others_take_their_share_but_are_never_named() -> None:
    namer = Namer(("a",), np.eye(2, dtype=np.float32), 10.0, np.full(2, -1.0))
    shares = namer.shares(np.array([[0.3, 0.3], [0.9, 0.1]], np.float32))
    assert shares.shape == (2, 1)
    assert shares[:, 0].tolist() == pytest.approx([0.5, 1 / (1 + np.exp(-8))], abs=1e-5)


def test_every_other_view_goes_through_the_photo_branch(
    make_encoder: Callable[..., Path], tmp_path: Path, samples: Path
) -> None:
    from engine.branches import attach_depth_branch, save_depth_branch
    from indexer.pipeline import index

    folder = make_encoder(tmp_path / "vit", "vit")
    plain = load_encoder(str(folder), 1)
    _tune(folder, plain, attach_depth_branch, save_depth_branch)
    encoder = load_encoder(str(folder), 1)
    pictures = np.random.default_rng(0).integers(0, 255, (5, 64, 64), np.uint8)
    rows = both_branches(encoder, pictures)
    assert np.allclose(rows[:3], encoder.encode_depth(pictures[::2], branch="photo").aligned, atol=1e-5)
    assert np.allclose(rows[3:], encoder.encode_depth(pictures[1::2]).aligned, atol=1e-5)
    place = tmp_path / "l"
    file = tmp_path / "chair.glb"
    file.write_bytes((samples / "chair_1.glb").read_bytes())
    with Library.open(place, create=True, encoder=encoder, settings=Settings(place, jobs=1)) as library:
        index(library, [file])
        by_file, by_id = library.classify(file, ["chair", "mug"]), library.classify(1, ["chair", "mug"])
        assert dict(by_id) == pytest.approx(dict(by_file), abs=1e-5)
        drawn = library.rendered(file).upright
        expected = Namer.of(encoder, ["chair", "mug"]).name(both_branches(encoder, drawn))
        assert dict(by_id) == pytest.approx(dict(expected), abs=1e-5)
        file.unlink()  # then what the library stores must do
        stored = Namer.of(encoder, ["chair", "mug"]).name(library.facts_and_vectors(1)[1].views)
        assert dict(library.classify(1, ["chair", "mug"])) == pytest.approx(dict(stored), abs=1e-5)


@pytest.mark.parametrize(
    ("name", "content", "labels"),
    [
        ("a.txt", "chair\n\n  floor lamp \nCHAIR\ntable, round\n", ["chair", "floor lamp", "table, round"]),
        ("b.csv", "id,Label\n1,chair\n2,lamp\n", ["chair", "lamp"]),
        ("c.csv", "chair\nlamp\n", ["chair", "lamp"]),
        ("d.txt", "\ufeffchair\r\nlamp", ["chair", "lamp"]),
    ],
)
def test_label_files(tmp_path: Path, name: str, content: str, labels: list[str]) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    assert read_labels(str(tmp_path / name)) == (name[0], labels)


def test_labels_as_words() -> None:
    assert read_labels("chair, lamp,Chair,,") == ("chair, lamp", ["chair", "lamp"])
    assert read_labels("a,b,c,d,e,f")[0] == "a, b, c, d and 2 more"
    assert read_labels(["a, b", "c"]) == ("a, b, c", ["a, b", "c"])
    assert read_labels("Everyday") == ("everyday", everyday_labels())


def test_bad_label_lists_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n\n")
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\x00\x81")
    (tmp_path / "long.txt").write_text("x" * 500)
    for given, word in (
        (tmp_path / "empty.txt", "no labels"), (tmp_path / "none.csv", "cannot be read"), ("", "no labels"),
        (tmp_path / "bytes.txt", "UTF-8"), (tmp_path / "long.txt", "cannot be a label"),
        ("a,b\x00c", "cannot be a label"),
    ):  # fmt: skip
        with pytest.raises(QueryError, match=word):
            read_labels(str(given))


def test_everyday_names_give_way_to_labels_that_mean_them() -> None:
    everyday = set(everyday_labels())
    assert everyday - set(others_than(["couch"])) == {"sofa"}
    assert "car" not in others_than(["Vehicles"]) and "bus" not in others_than(["vehicle"])
    assert "car" in others_than(["sports car"])  # a sports car is to look more like that than like a car
    assert "street lamp" not in others_than(["lamp"]) and "wall" in others_than(["wall clock"])
    assert set(others_than(["unheard-of thing"])) == everyday


def _tune(folder: Path, plain: OpenClipEncoder, attach: Callable, save: Callable) -> None:
    """Give a model folder a depth branch whose attention is another than the frozen block's."""
    import json

    import torch

    from engine.checkpoints import load, resolve

    model, _, _, digest = load(resolve(str(folder)))
    twin = attach(model.visual)
    with torch.no_grad():
        for name, weight in twin.tuned.named_parameters():
            if "attn" in name:
                weight.add_(torch.randn(weight.shape, generator=torch.Generator().manual_seed(0)))
    save(twin, folder / "depth.safetensors", digest)
    (folder / "card.json").write_text(json.dumps({"depth_branch": "depth.safetensors"}))


def test_a_stored_namer_comes_back_also_from_an_earlier_version() -> None:
    namer = Namer(("a",), np.eye(2, dtype=np.float32), 10.0, np.array([0.5, 0.25], np.float32))
    record = LabellerRecord("zero-shot", "a", {"labels": ["a"], "temperature": 10.0}, namer_bytes(namer))
    found = judge_of(record)
    assert isinstance(found, Namer) and found.floors.tolist() == [0.5, 0.25]
    packed = io.BytesIO()
    np.savez(packed, classes=namer.classes)
    old = judge_of(replace(record, settings={**record.settings, "floor": 0.3}, weights=packed.getvalue()))
    assert isinstance(old, Namer) and old.floors.tolist() == pytest.approx([0.3, 0.3])
