"""Batches in chunks on several threads: the same results in order, and nobody else's threads changed."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import torch

from engine.chunks import Chunks
from engine.encoder import load_encoder


def alone(work: object) -> None:
    """Run in a thread of its own, as a page's session does."""
    thread = threading.Thread(target=work)  # type: ignore[arg-type]
    thread.start()
    thread.join()


def test_chunks_come_back_in_order_none_larger_than_said() -> None:
    batch = np.arange(50)
    for threads in (1, 2, 3, 8):
        parts = Chunks(threads).map(lambda some: some * 2, batch, largest=6)
        assert np.array_equal(np.concatenate(parts), 2 * batch)
        assert max(map(len, parts)) <= 6


def test_a_small_batch_is_shared_out_among_the_threads() -> None:
    assert [len(part) for part in Chunks(4).map(list, list(range(12)), largest=6)] == [3, 3, 3, 3]


def test_chunks_are_encoded_on_threads_that_use_no_others_and_keep_no_gradients() -> None:
    usual, seen, later = torch.get_num_threads(), [], []
    weight = torch.ones(1, requires_grad=True)

    def encode(some: list[int]) -> bool:
        seen.append((threading.current_thread().name, torch.get_num_threads()))
        return bool((weight * 2).requires_grad)

    assert not any(Chunks(2).map(encode, list(range(6)), largest=1))
    assert {count for _, count in seen} == {1}
    assert all(name.startswith("encode") for name, _ in seen)
    alone(lambda: later.append(torch.get_num_threads()))
    assert [torch.get_num_threads(), *later] == [usual, usual]


def test_a_single_chunk_is_left_to_torchs_own_threads() -> None:
    here = threading.current_thread()
    assert Chunks(2).map(lambda some: threading.current_thread() is here, [1], largest=6) == [True]


def test_what_goes_wrong_in_a_chunk_is_raised() -> None:
    def encode(some: list[int]) -> int:
        return 1 // (some[0] - 3)

    with pytest.raises(ZeroDivisionError):
        Chunks(2).map(encode, list(range(6)), largest=1)


def test_several_callers_may_ask_at_once() -> None:
    chunks, found = Chunks(2), {}

    def ask(caller: int) -> None:
        found[caller] = np.concatenate(chunks.map(lambda some: some + caller, np.arange(20), largest=2))

    callers = [threading.Thread(target=ask, args=(caller,)) for caller in range(6)]
    for thread in callers:
        thread.start()
    for thread in callers:
        thread.join()
    assert all(np.array_equal(found[caller], np.arange(20) + caller) for caller in range(6))


def test_two_threads_encode_as_one_does(encoder_folder: object) -> None:
    usual = torch.get_num_threads()
    maps = np.random.default_rng(0).integers(0, 256, (23, 64, 64)).astype(np.uint8)
    texts = [f"a chair with {count} legs" for count in range(70)]
    try:
        one, two = (load_encoder(str(encoder_folder), threads=threads) for threads in (1, 2))
        assert np.allclose(one.encode_depth(maps).form, two.encode_depth(maps).form, atol=1e-4)
        assert np.allclose(one.encode_depth(maps).aligned, two.encode_depth(maps).aligned, atol=1e-4)
        assert np.allclose(one.encode_texts(texts), two.encode_texts(texts), atol=1e-4)
    finally:
        torch.set_num_threads(usual)
