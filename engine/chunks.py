"""A batch in chunks, side by side on a CPU's cores: one thread a chunk, where torch would share out each layer.

Small layers gain little by being shared out: see docs/benchmarks.md.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from threading import Barrier, Lock
from typing import Any, TypeVar

Result = TypeVar("Result")


class Chunks:
    """Encodes batches chunk by chunk on `threads` threads; a single chunk is left to torch's own threads."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._pool: ThreadPoolExecutor | None = None
        self._starting = Lock()

    def map(self, encode: Callable[[Any], Result], batch: Any, largest: int) -> list[Result]:
        """What `encode` makes, without gradients, of each chunk of the batch, in order; a chunk is a slice of it.

        largest: items in a chunk at most, so few that a layer's activations stay in a core's cache.
        """
        import torch

        def encoded(chunk: Any) -> Result:
            with torch.inference_mode():  # holds for the thread that enters it alone
                return encode(chunk)

        size = max(1, min(largest, ceil(len(batch) / self._threads)))
        chunks = [batch[start : start + size] for start in range(0, len(batch), size)]
        if len(chunks) == 1 or self._threads == 1:
            return [encoded(chunk) for chunk in chunks]
        return list(self._started().map(encoded, chunks))

    def _started(self) -> ThreadPoolExecutor:
        """The pool, each of whose threads has told torch to use no others."""
        import torch

        with self._starting:
            if self._pool is None:
                pool, all_there = ThreadPoolExecutor(self._threads, "encode"), Barrier(self._threads)

                def alone(_: int) -> None:
                    torch.get_num_threads()  # a thread takes the usual number at its first question, not before
                    torch.set_num_threads(1)
                    all_there.wait()  # so that no thread takes two of these

                usual = torch.get_num_threads()
                list(pool.map(alone, range(self._threads)))
                torch.set_num_threads(usual)  # torch gives the last number to threads that come later
                self._pool = pool
            return self._pool
