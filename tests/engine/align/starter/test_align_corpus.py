"""Reading labels: a split that never leaks."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from engine.align.starter.corpus import EXTRA, held_out, read_corpus, read_extra, sampling_weights

COLUMNS = ["path", "name", "category", "split", "icon", "licence", "author", "names", "vertices", "faces"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [
        {"path": f"zeroad/s{i}.glb", "name": f"Thing {chr(97 + i % 20)}", "split": "train" if i % 3 else "test"}
        for i in range(120)
    ]
    rows += [{"path": f"kenney/c{i}.glb", "name": "Chair", "category": "furniture", "split": "train"} for i in range(4)]
    with (tmp_path / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return tmp_path


def test_training_rows_are_never_test_rows(data: Path) -> None:
    train, test = read_corpus(data), read_corpus(data, "test")
    assert len(train) == 84
    assert {item.split for item in train} == {"train"}
    assert not {item.path for item in train} & {item.path for item in test}
    assert len(read_corpus(data, None)) == len(train) + len(test)


def test_a_held_out_name_is_in_no_learnt_shape(data: Path) -> None:
    items = read_corpus(data)
    fold = items[0].fold
    learnt, measured = held_out(items, fold)
    assert measured and len(learnt) + len(measured) == len(items)
    assert not {item.key for item in learnt} & {item.key for item in measured}
    assert held_out(items, None) == (items, [])


def test_large_sets_and_repeated_names_do_not_drown_small_ones(data: Path) -> None:
    items = read_corpus(data)
    weights = sampling_weights(items, {"kenney": 2.0})
    assert sum(weights) == pytest.approx(1.0)
    kenney = sum(w for w, item in zip(weights, items, strict=True) if item.collection == "kenney")
    assert 4 / 84 < kenney < 0.5


def test_extra_shapes_are_called_by_their_folders(tmp_path: Path) -> None:
    (tmp_path / "grand_piano").mkdir()
    (tmp_path / "grand_piano" / "0.glb").write_bytes(b"")
    (tmp_path / "phrases.json").write_text("{}")
    [item] = read_extra(tmp_path)
    assert (item.words, item.collection, item.split) == ("grand piano", EXTRA, "train")
    assert tmp_path / "elsewhere" / item.path == tmp_path / "grand_piano" / "0.glb"
    assert read_extra(None) == []
