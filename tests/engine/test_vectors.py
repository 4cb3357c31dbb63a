"""The FAISS index is exact: NumPy finds the same, filtered or not; its file is never believed when it is not whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.prompts import unit
from engine.vectors import FlatIndex

COUNT, DIM = 700, 24
RNG = np.random.default_rng(0)
IDS = np.sort(RNG.choice(10_000, COUNT, replace=False)).astype(np.int64)
VECTORS = unit(RNG.normal(size=(COUNT, DIM))).astype(np.float16)
QUERIES = unit(RNG.normal(size=(5, DIM)))


@pytest.fixture(scope="module")
def index() -> FlatIndex:
    return FlatIndex(IDS, VECTORS)


def exact(query: np.ndarray, k: int, allowed: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    stored = unit(VECTORS).astype(np.float16).astype(np.float32)
    kept = np.arange(COUNT) if allowed is None else np.flatnonzero(np.isin(IDS, allowed))
    scores = stored[kept] @ query
    order = np.argsort(-scores, kind="stable")[:k]
    return IDS[kept][order], scores[order]


@pytest.mark.parametrize("k", [1, 12, COUNT, COUNT * 5])
@pytest.mark.parametrize("share", [None, 0.5, 0.01])
def test_hits_are_those_of_numpy(index: FlatIndex, k: int, share: float | None) -> None:
    allowed = None if share is None else IDS[RNG.random(COUNT) < share]
    for query in QUERIES:
        ids, scores = index.search(query, k, allowed)
        expected_ids, expected_scores = exact(query, k, allowed)
        assert ids.tolist() == expected_ids.tolist()
        assert scores == pytest.approx(expected_scores, abs=1e-5)


def test_narrow_filters_are_not_starved_and_foreign_ids_are_ignored(index: FlatIndex) -> None:
    worst = exact(QUERIES[0], COUNT)[0][-3:]
    assert index.search(QUERIES[0], 12, np.sort(worst))[0].tolist() == worst.tolist()
    assert index.search(QUERIES[0], 12, np.array([-5, 10_001, worst[0]]))[0].tolist() == [worst[0]]
    assert len(index.search(QUERIES[0], 12, np.zeros(0, np.int64))[0]) == 0


def test_an_empty_index_answers_with_nothing() -> None:
    nothing = FlatIndex(np.zeros(0, np.int64), np.zeros((0, 0), np.float16))
    assert len(nothing) == 0
    assert len(nothing.search(QUERIES[0], 5)[0]) == 0


def test_a_saved_index_comes_back(index: FlatIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "x.faiss", 7)
    again = FlatIndex.load(tmp_path / "x.faiss", 7)
    assert again is not None and len(again) == COUNT
    assert again.search(QUERIES[1], 9)[0].tolist() == index.search(QUERIES[1], 9)[0].tolist()
    assert list(tmp_path.iterdir()) == [tmp_path / "x.faiss"]


def test_a_file_changed_by_one_byte_is_not_believed(index: FlatIndex, tmp_path: Path) -> None:
    file = tmp_path / "x.faiss"
    index.save(file, 7)
    whole = file.read_bytes()
    content = whole.index(b"\n") + 1
    count_digits = whole.index(b"count"), whole.index(b"crc32") - 2  # a count nobody reads may change
    places = [*range(count_digits[0] - 2), *np.linspace(content, len(whole) - 1, 40).astype(int)]
    for at in places:
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert FlatIndex.load(file, 7) is None, at


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}", b"[1]\nx", b"7\nx", b"\xff\xfe\nx", b'{"generation": 7, "crc32": 0}\n']
)
def test_a_file_of_something_else_is_not_believed(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.faiss").write_bytes(content)
    assert FlatIndex.load(tmp_path / "x.faiss", 7) is None


def test_another_generation_a_cut_file_and_no_file_are_not_believed(index: FlatIndex, tmp_path: Path) -> None:
    file = tmp_path / "x.faiss"
    assert FlatIndex.load(file, 7) is None
    index.save(file, 7)
    assert FlatIndex.load(file, 8) is None
    file.write_bytes(file.read_bytes()[:-100])
    assert FlatIndex.load(file, 7) is None


def test_the_best_cosines_of_many_queries_are_those_of_each() -> None:
    rng = np.random.default_rng(3)
    index, queries = FlatIndex(np.arange(500), unit(rng.normal(size=(500, 24)))), unit(rng.normal(size=(40, 24)))
    assert index.best(queries) == pytest.approx([index.search(row, 1)[1][0] for row in queries], abs=1e-6)
