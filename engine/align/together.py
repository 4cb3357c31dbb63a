"""Processes that train together (torchrun), and stopping between two steps."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import FrameType

from engine.align.tune import Place

_PATIENCE = timedelta(days=1)  # how long one waits for the others, who may be computing features


@contextmanager
def joined(device: str | None = None) -> Iterator[Place]:
    """This process's place: among those that torchrun started, else alone. device: overrides the choice of one.

    Of several processes on one machine each takes the GPU of its local rank.
    """
    import torch
    from torch import distributed

    world = int(os.environ.get("WORLD_SIZE", "1"))
    chosen = device or ("cuda" if torch.cuda.is_available() else "cpu")
    if world == 1:
        yield Place(device=chosen)
        return
    if chosen == "cuda":
        chosen = f"cuda:{os.environ.get('LOCAL_RANK', '0')}"
        torch.cuda.set_device(chosen)
    distributed.init_process_group("nccl" if chosen.startswith("cuda") else "gloo", timeout=_PATIENCE)
    try:
        yield Place(distributed.get_rank(), world, chosen)
    finally:
        distributed.destroy_process_group()


def wait_for_all() -> None:
    """Go on when every process of the group is here."""
    from torch import distributed

    if distributed.is_available() and distributed.is_initialized():
        distributed.barrier()


@contextmanager
def told_to_stop() -> Iterator[Callable[[], bool]]:
    """A function that says whether Ctrl-C (or a request to end) came; a second one ends the program at once."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set
        return

    def ask(number: int, frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
