"""The text tower's stages: each keeps its file, a broken-off run goes on, and English is kept beside dictionaries."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.backend import prepare

prepare(threads=2)

import torch  # noqa: E402

from engine.align.starter import text_stages, text_tower  # noqa: E402
from engine.align.starter.corpus import Item  # noqa: E402
from engine.align.starter.wordnet import WordNet  # noqa: E402

PHRASES = ["a chair", "a red sofa", "an old ship", "a pine tree"]


class Teacher:
    """Texts as the numbers of their letters: what is said of them does not matter here."""

    def __call__(self, texts: list[str]) -> np.ndarray:
        """(N, 384) rows."""
        rows = np.zeros((len(texts), 384), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % 384] += 1
        return rows


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work folder after ask_teacher, with a small tower, no sentences, and a dictionary of one word."""
    monkeypatch.setattr(text_stages, "SentenceTeacher", Teacher)
    monkeypatch.setattr(text_stages, "read_descriptions", lambda: {"a": ("a stool",)})
    monkeypatch.setattr(text_stages, "thing_pairs", lambda nouns, folder: [("schemel", "stool")])
    small = {"context_length": 32, "vocab_size": 49408, "width": 16, "heads": 2, "layers": 1, "proj_bias": True}
    make = text_tower.new_text_tower
    monkeypatch.setattr(text_tower, "new_text_tower", lambda: make(384, small))
    (tmp_path / "texts.json").write_text(json.dumps(PHRASES))
    np.save(tmp_path / "teacher.npy", Teacher()(PHRASES).astype(np.float16))
    np.save(tmp_path / "tokens.npy", text_tower.tokenize(PHRASES))
    torch.manual_seed(0)
    torch.save(text_tower.new_text_tower().state_dict(), tmp_path / "text.pt")
    return tmp_path


def test_stages_are_kept_and_words_go_a_part_of_the_way(work: Path) -> None:
    text_stages.widen_text(work, [], 0.02)
    tower = text_stages.look_words_up(work, [], WordNet({}, {}), work, 0.02)
    files = {name: torch.load(work / f"{name}.pt") for name in ("text", "text_wide", "text_dictionary", "text_words")}
    name = "text_projection.weight"
    first, before, after, kept = (files[one][name] for one in files)
    assert not torch.equal(first, before) and not torch.equal(before, after)
    assert torch.allclose(kept, before + text_stages.LOOKED_UP * (after - before), atol=1e-6)
    assert torch.equal(tower.state_dict()[name], kept) and not tower.training
    (work / "text_dictionary.pt").unlink()
    again = text_stages.look_words_up(work, [], WordNet({}, {}), Path("nowhere"), 0.02)  # it is there: nothing is read
    assert torch.equal(again.state_dict()[name], kept)


def test_the_teacher_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_stages, "SentenceTeacher", Teacher)
    text_stages.ask_teacher(tmp_path, PHRASES)
    assert np.array_equal(np.load(tmp_path / "teacher.npy"), Teacher()(PHRASES).astype(np.float16))
    assert (
        len(np.load(tmp_path / "tokens.npy")) == len(PHRASES) and len(np.load(tmp_path / "token_vectors.npy")) == 49408
    )
    text_stages.ask_teacher(tmp_path, PHRASES[:1])
    assert len(np.load(tmp_path / "teacher.npy")) == len(PHRASES)


def test_words_are_learnt_without_asking_for_vectors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_stages, "SentenceTeacher", Teacher)
    monkeypatch.setattr(text_stages, "broad_phrases", lambda names, nouns, folder, count: [*names, "a broad phrase"])
    item = Item("a.glb", "Sofa", "sofa", "a", "", "train", 0, "", "")
    said, phrases = text_stages.learn_words([item], tmp_path, WordNet({}, {}), tmp_path)
    assert said["sofa"].called and {"sofa", "a broad phrase", *said["sofa"].phrases} <= set(phrases)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["said.json", "texts.json"]
    assert text_stages.learn_words([], tmp_path, WordNet({}, {}), tmp_path) == (said, phrases)
