"""What an encoder's name means, and what is said when its weights cannot be had."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.checkpoints import CONFIG, WEIGHTS, load, resolve
from engine.encoder import load_encoder
from engine.errors import EncoderError


@pytest.mark.parametrize(
    ("name", "model", "pretrained"),
    [
        ("ViT-B-32/openai", "ViT-B-32", "openai"),
        ("ViT-B-32/laion2b_s34b_b79k", "ViT-B-32", "laion2b_s34b_b79k"),
        ("hf-hub:owner/name", "hf-hub:owner/name", None),
    ],
)
def test_names_of_registry_and_hub(name: str, model: str, pretrained: str | None) -> None:
    found = resolve(name)
    assert (found.name, found.model, found.pretrained, found.folder) == (name, model, pretrained, None)


def test_a_folder_is_known_by_its_absolute_path(encoder_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(encoder_folder.parent)
    assert resolve(encoder_folder.name) == resolve(str(encoder_folder)) == resolve(f"{encoder_folder}/")
    assert resolve(encoder_folder.name).name == str(encoder_folder)


def test_a_local_weights_file_goes_with_its_architecture(encoder_folder: Path) -> None:
    found = resolve(f"ViT-B-32/{encoder_folder / WEIGHTS}")
    assert (found.model, found.pretrained) == ("ViT-B-32", str(encoder_folder / WEIGHTS))


@pytest.mark.parametrize("name", ["nonsense", "", "/no/such/folder", "ViT-B-32/missing.safetensors", "ViT-B-32//a.pt"])
def test_unknown_names_say_what_would_be_known(name: str) -> None:
    with pytest.raises(EncoderError) as caught:
        resolve(name)
    assert "ARCHITECTURE/TAG" in caught.value.hint or "--encoder starter" in caught.value.hint


def test_unknown_architectures_and_tags_are_told_before_anything_is_fetched() -> None:
    with pytest.raises(EncoderError, match=r"no architecture 'ViT-Z-99'.*encoders --all"):
        load(resolve("ViT-Z-99/openai"))
    with pytest.raises(EncoderError, match=r"no pretrained tag 'nobody'.*openai"):
        load(resolve("ViT-B-32/nobody"))


@pytest.mark.parametrize(
    "fault", ["no weights", "cut weights", "text for weights", "broken config", "broken card", "other shape"]
)
def test_a_damaged_folder_is_an_encoder_error_never_random_weights(
    fault: str, encoder_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(encoder_folder, folder)
    whole = (folder / WEIGHTS).read_bytes()
    if fault == "no weights":
        (folder / WEIGHTS).unlink()
    elif fault == "cut weights":
        (folder / WEIGHTS).write_bytes(whole[: len(whole) // 2])
    elif fault == "text for weights":
        (folder / WEIGHTS).write_text("version https://git-lfs.github.com/spec/v1\n")
    elif fault == "broken config":
        (folder / CONFIG).write_text("{")
    elif fault == "broken card":
        (folder / "card.json").write_text("{")
    else:
        config = json.loads((folder / CONFIG).read_text())
        config["model_cfg"]["text_cfg"]["layers"] = 2
        (folder / CONFIG).write_text(json.dumps(config))
    with pytest.raises(EncoderError, match="damaged"):
        load_encoder(str(folder), 1)


def test_pickled_weights_run_no_code(encoder_folder: Path, tmp_path: Path) -> None:
    import torch

    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return ((tmp_path / "ran").touch, ())

    torch.save({"state_dict": Trap()}, tmp_path / "evil.pt")
    with pytest.raises(EncoderError):
        load(resolve(f"ViT-B-32/{tmp_path / 'evil.pt'}"))
    assert not (tmp_path / "ran").exists()


def test_the_digest_is_that_of_the_weights_file(encoder_folder: Path) -> None:
    import hashlib

    assert load(resolve(str(encoder_folder)))[3] == hashlib.sha256((encoder_folder / WEIGHTS).read_bytes()).hexdigest()
