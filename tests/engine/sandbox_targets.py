"""What the sandbox is made to run in test_sandbox.py; imported by its worker processes."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Any

from engine.errors import EmptyShape

WARM: list[int] = []


def warm_up() -> None:
    WARM.append(os.getpid())


def act(deed: str, value: Any = None) -> Any:
    """Do what is asked; deeds are what broken files make parsers do."""
    match deed:
        case "return":
            return value
        case "double":
            return value * 2
        case "where":
            return os.getpid(), WARM
        case "raise":
            raise ValueError("a reason\n  over lines")
        case "raise ours":
            raise EmptyShape("there is nothing in it.", "Try another.")
        case "raise long":
            raise ValueError("x" * 10_000)
        case "raise odd":
            raise Odd(1, 2)
        case "return odd":
            return lambda: None
        case "hang":
            while True:
                pass
        case "sleep":
            time.sleep(value)
        case "leave":
            sys.exit(0)
        case "exit hard":
            os._exit(7)
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "allocate":
            return len(bytearray(value))
        case "speak":
            print("hello" * 10_000, flush=True)
            os.write(1, b"raw words")
            os.write(2, b"raw complaints")
            return sys.stdin.read()
        case "recurse":
            return act("recurse")
    return None


class Odd(Exception):
    """An error that cannot be unpickled: its constructor wants more than its args."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__("odd")
