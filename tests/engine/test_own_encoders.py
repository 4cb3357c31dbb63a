"""Encoder folders made of a depth branch: where they are looked for, what they take over from their base."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine import own_encoders as own
from engine.branches import TwinBlock, attach_depth_branch, tuned_parameters
from engine.checkpoints import load, resolve
from engine.encoder import load_encoder
from engine.errors import EncoderError, LibraryMismatch
from engine.library import Library
from engine.own_encoders import BRANCH, CARD, folder_for, own_folder, write_branch_folder

PICTURES = np.random.default_rng(0).integers(0, 256, (3, 64, 64)).astype(np.uint8)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def base(make_encoder: Callable[..., Path], tmp_path: Path) -> Path:
    return make_encoder(tmp_path / "base", query_prompts=["a {}"], temperature=20, floors={"text": 0.1})


def tuned(folder: Path) -> tuple[TwinBlock, str]:
    import torch

    model, _, _, digest = load(resolve(str(folder)))
    twin = attach_depth_branch(model.visual)
    with torch.no_grad():
        for value in tuned_parameters(twin).values():
            value.mul_(2)
    return twin, digest


def test_a_folder_of_a_branch_is_its_base_with_that_branch(base: Path, tmp_path: Path) -> None:
    write_branch_folder(tmp_path / "mine", str(base), *tuned(base), {"temperature": 30})
    assert sorted(file.name for file in (tmp_path / "mine").iterdir()) == [CARD, BRANCH]
    assert (tmp_path / "mine" / BRANCH).stat().st_size < 0.1 * (base / "open_clip_model.safetensors").stat().st_size
    mine, plain = load_encoder(str(tmp_path / "mine"), 1), load_encoder(str(base), 1)
    assert np.abs(mine.encode_depth(PICTURES).aligned - plain.encode_depth(PICTURES).aligned).max() > 1e-3
    assert np.allclose(mine.encode_texts(["a chair"]), plain.encode_texts(["a chair"]), atol=1e-6)
    card = mine.card
    assert (card.name, card.weights) == (str((tmp_path / "mine").resolve()), plain.card.weights)
    assert (card.query_prompts, card.temperature, card.floors) == (("a {}",), 30, {"text": 0.1})
    assert card.depth_branch.startswith(BRANCH)


def test_a_relative_base_counts_from_the_folder(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_branch_folder(tmp_path / "mine", "../base", *tuned(base), {})
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert load_encoder(str(tmp_path / "mine"), 1).card.weights == load_encoder(str(base), 1).card.weights


def test_ones_own_encoders_go_by_name(base: Path, tmp_path: Path) -> None:
    write_branch_folder(folder_for("chairs"), str(base), *tuned(base), {})
    assert own.own_encoders() == ["chairs"]
    assert resolve("chairs") == resolve(str(own_folder() / "chairs"))  # one name however it is called
    assert resolve("chairs").name == "chairs"
    with pytest.raises(EncoderError, match=r"no encoder 'tables'.*Known: .*chairs"):
        resolve("tables")


def test_depth_may_be_normalised_in_its_own_way(base: Path, tmp_path: Path) -> None:
    look = {"mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]}
    twin, digest = tuned(base)
    write_branch_folder(tmp_path / "as base", str(base), twin, digest, {})
    write_branch_folder(tmp_path / "own", str(base), twin, digest, {"depth_preprocess": look})
    one, other = load_encoder(str(tmp_path / "as base"), 1), load_encoder(str(tmp_path / "own"), 1)
    assert np.abs(one.encode_depth(PICTURES).aligned - other.encode_depth(PICTURES).aligned).max() > 1e-3
    assert one.card.identity != other.card.identity


def test_a_library_notices_that_its_branch_was_tuned_again(base: Path, tmp_path: Path) -> None:
    twin, digest = tuned(base)
    write_branch_folder(folder_for("mine"), str(base), twin, digest, {})
    with Library.open(tmp_path / "library", create=True, encoder=load_encoder("mine", 1)) as library:
        library.adopt(library.recipe)
    twin.share = 0.25
    write_branch_folder(folder_for("mine"), str(base), twin, digest, {})
    with (
        Library.open(tmp_path / "library") as library,
        pytest.raises(LibraryMismatch, match=r"another depth branch.*'mine'.*shapeseek reindex"),
    ):
        _ = library.encoder


def test_a_branch_on_a_branch_is_refused(base: Path, tmp_path: Path) -> None:
    write_branch_folder(tmp_path / "one", str(base), *tuned(base), {})
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / CARD).write_text(json.dumps({"base": "../one", "depth_branch": BRANCH}))
    with pytest.raises(EncoderError, match="has a depth branch already"):
        resolve(str(tmp_path / "two"))
    (tmp_path / "one" / CARD).write_text(json.dumps({"base": "../two", "depth_branch": BRANCH}))
    with pytest.raises(EncoderError, match="has a depth branch already"):  # and a ring has an end
        resolve(str(tmp_path / "two"))


def test_a_branch_on_other_weights_is_refused(base: Path, make_encoder: Callable[..., Path], tmp_path: Path) -> None:
    other = make_encoder(tmp_path / "other", seed=1)
    write_branch_folder(tmp_path / "mine", str(other), *tuned(base), {})
    with pytest.raises(EncoderError, match="tuned on other weights"):
        load_encoder(str(tmp_path / "mine"), 1)


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ('{"base": "starter"}', "no depth branch"),
        ('{"base": "nobody", "depth_branch": "d.safetensors"}', "no encoder 'nobody'"),
        ('{"depth_branch": "d.safetensors"}', "holds no open_clip_model.safetensors"),
        ("[1]", "holds no card"),
        ("{", "not valid JSON"),
    ],
)
def test_a_broken_card_is_an_encoder_error(card: str, said: str, tmp_path: Path) -> None:
    (tmp_path / CARD).write_text(card)
    with pytest.raises(EncoderError, match=said):
        resolve(str(tmp_path))


def test_a_folder_is_replaced_whole_and_only_if_it_is_such_a_one(base: Path, tmp_path: Path) -> None:
    twin, digest = tuned(base)
    mine = tmp_path / "mine"
    write_branch_folder(mine, str(base), twin, digest, {"temperature": 1})
    write_branch_folder(mine, str(base), twin, digest, {"temperature": 2})
    assert json.loads((mine / CARD).read_text())["temperature"] == 2
    (mine / "notes.txt").write_text("mine")
    with pytest.raises(EncoderError, match="holds other things"):
        write_branch_folder(mine, str(base), twin, digest, {})
    assert json.loads((mine / CARD).read_text())["temperature"] == 2


def test_a_failed_write_leaves_the_old_folder(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    twin, digest = tuned(base)
    write_branch_folder(tmp_path / "mine", str(base), twin, digest, {"temperature": 1})

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(own.json, "dumps", full)
    with pytest.raises(EncoderError, match="No space left"):
        write_branch_folder(tmp_path / "mine", str(base), twin, digest, {})
    monkeypatch.undo()
    assert json.loads((tmp_path / "mine" / CARD).read_text())["temperature"] == 1
    assert not list(tmp_path.glob(".*part*"))


@pytest.mark.parametrize("name", ["starter", "", "../up", "a/b", ".hidden", "-x"])
def test_names_that_an_encoder_cannot_have(name: str) -> None:
    with pytest.raises(EncoderError, match=r"no encoder's name|bundled encoder"):
        folder_for(name)
