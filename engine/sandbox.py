"""Work on untrusted files in processes of its own, with limits: whatever a file does, it costs only itself.

A worker is `python -m engine.sandbox MODULE:FUNCTION`, spoken to over its standard streams, so a caller's script is
never run again as multiprocessing would, and a parent that dies takes its workers with it (their input ends).
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

from engine.errors import LimitExceeded, ShapeFileError, ShapeSeekError
from engine.settings import Limits

_START_SECONDS = 120.0  # importing and, once on a machine, compiling
_SINGLE_THREADED = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")


@dataclass(frozen=True)
class Outcome:
    """What became of one job: its key, and the result or the error."""

    key: Any
    result: Any = None
    error: ShapeSeekError | None = None


class Sandbox:
    """A pool of limited worker processes that all run one function, `target` = "module:function".

    `module.warm_up()`, where there is one, is called once in each worker before its first job.
    """

    def __init__(self, target: str, jobs: int = 1, limits: Limits | None = None) -> None:
        self._target, self._limits = target, limits or Limits()
        self._todo: queue.Queue[Any] = queue.Queue()
        self._done: queue.Queue[Outcome] = queue.Queue()
        self._pending = 0
        self._workers = [_Worker(self._target, self._limits) for _ in range(max(1, jobs))]
        self._threads = [threading.Thread(target=self._serve, args=(w,), daemon=True) for w in self._workers]
        for thread in self._threads:
            thread.start()

    def submit(self, key: Any, *arguments: Any) -> None:
        """Queue function(*arguments); its Outcome will carry `key`."""
        self._pending += 1
        self._todo.put((key, arguments))

    @property
    def pending(self) -> int:
        """Jobs submitted whose outcome was not taken yet."""
        return self._pending

    def outcome(self, timeout: float | None = None) -> Outcome:
        """The next finished job, in the order they finish. Raises queue.Empty after `timeout` seconds."""
        found = self._done.get(timeout=timeout)
        self._pending -= 1
        return found

    def outcomes(self) -> Iterator[Outcome]:
        """Every outstanding outcome, until none is pending."""
        while self._pending:
            yield self.outcome()

    def stream(self, jobs: Iterable[tuple[Any, ...]], waiting: int, together: int = 1) -> Iterator[list[Outcome]]:
        """Outcomes of (key, *arguments) as they finish: the next one and what finished meanwhile, `together` at most.

        `waiting` jobs are queued by the call itself, and again before each yield: enough that the workers never wait
        for the caller, few enough that results don't fill the memory. Only while no other job is pending; what a
        stream that is broken off leaves undone ends with close().
        """
        todo = iter(jobs)
        self._refill(todo, waiting)
        return self._taken(todo, waiting, together)

    def run(self, *arguments: Any) -> Any:
        """function(*arguments) in a worker: its result, or its error raised.

        Only while no other job is wanted: outcomes of jobs whose caller was interrupted (Ctrl-C) are dropped.
        """
        key = object()
        self.submit(key, *arguments)
        while (found := self.outcome()).key is not key:
            pass
        if found.error is not None:
            raise found.error
        return found.result

    def close(self) -> None:
        """Stop at once: workers are killed, unfinished jobs dropped."""
        for _ in self._threads:
            self._todo.put(None)
        for worker in self._workers:
            worker.kill(for_good=True)
        for thread in self._threads:
            thread.join(timeout=5)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _refill(self, todo: Iterator[tuple[Any, ...]], waiting: int) -> None:
        for job in islice(todo, max(0, waiting - self._pending)):
            self.submit(*job)

    def _taken(self, todo: Iterator[tuple[Any, ...]], waiting: int, together: int) -> Iterator[list[Outcome]]:
        while self._pending:
            found = [self.outcome()]
            with contextlib.suppress(queue.Empty):
                while len(found) < together and self._pending:
                    found.append(self.outcome(timeout=0.0))
            self._refill(todo, waiting)
            yield found

    def _serve(self, worker: _Worker) -> None:
        while (job := self._todo.get()) is not None:
            key, arguments = job
            try:
                self._done.put(Outcome(key, worker.call(arguments)))
            except ShapeSeekError as error:
                self._done.put(Outcome(key, error=error))
            except Exception as error:
                self._done.put(Outcome(key, error=ShapeFileError(f"reading it failed ({error!r}).")))


class _Worker:
    """One worker process, started on its first call and again after a death."""

    def __init__(self, target: str, limits: Limits) -> None:
        self._target, self._limits = target, limits
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._closed = False

    def call(self, arguments: tuple[Any, ...]) -> Any:
        """The function's result. Raises its ShapeSeekError, LimitExceeded out of time, ShapeFileError when it died."""
        process = self._running()
        timed_out = threading.Event()
        watchdog = threading.Timer(self._limits.seconds, self._expire, (process, timed_out))
        watchdog.start()
        try:
            assert process.stdin is not None and process.stdout is not None
            _send(process.stdin, arguments)
            good, value = _receive(process.stdout)
        except (EOFError, OSError):
            raise self._death(process, timed_out) from None
        finally:
            watchdog.cancel()
        if good:
            return value
        raise value

    def kill(self, for_good: bool = False) -> None:
        """End the process at once."""
        with self._lock:
            self._closed = self._closed or for_good
            process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _running(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise ShapeFileError("it was stopped.")
            if self._process is not None and self._process.poll() is None:
                return self._process
            self._process = process = _start(self._target, self._limits)
        ready = threading.Timer(_START_SECONDS, process.kill)
        ready.start()
        try:
            assert process.stdout is not None
            _receive(process.stdout)
        except (EOFError, OSError):
            raise ShapeFileError("the reading process could not start.", "Run `shapeseek check`.") from None
        finally:
            ready.cancel()
        return process

    def _expire(self, process: subprocess.Popen[bytes], timed_out: threading.Event) -> None:
        timed_out.set()
        process.kill()

    def _death(self, process: subprocess.Popen[bytes], timed_out: threading.Event) -> ShapeSeekError:
        self.kill()
        if timed_out.is_set():
            return LimitExceeded(f"it took more than {self._limits.seconds:g} s.", "Raise SHAPESEEK_MAX_SECONDS.")
        if self._closed:
            return ShapeFileError("it was stopped.")
        return ShapeFileError(
            f"the process reading it died (exit {process.returncode}), so its content is not to be trusted."
        )


def _start(target: str, limits: Limits) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    environment.update(dict.fromkeys(_SINGLE_THREADED, "1"))
    command = [sys.executable, "-m", "engine.sandbox", target, str(limits.memory)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            if stream is not None:
                stream.close()


def _send(stream: BinaryIO | Any, message: Any) -> None:
    blob = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(struct.pack("<Q", len(blob)) + blob)
    stream.flush()


def _receive(stream: BinaryIO | Any) -> Any:
    """One message of our own making: what a file holds arrives as arrays and strings inside it, never as its form."""
    head = stream.read(8)
    if len(head) < 8:
        raise EOFError
    size = struct.unpack("<Q", head)[0]
    blob = stream.read(size)
    if len(blob) < size:
        raise EOFError
    return pickle.loads(blob)


def _work(target: str, memory: int) -> None:
    """The worker's life: limit itself, warm up, then answer jobs until the input ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 0)
    os.dup2(silence, 1)  # a parser that prints must not speak into the protocol
    module_name, _, function_name = target.partition(":")
    module = importlib.import_module(module_name)
    if hasattr(module, "warm_up"):
        module.warm_up()
    _limit_memory(memory)
    _send(outgoing, "ready")
    while True:
        try:
            arguments = _receive(incoming)
        except EOFError:
            return
        try:
            answer = (True, getattr(module, function_name)(*arguments))
        except ShapeSeekError as error:
            answer = (False, error)
        except MemoryError:
            answer = (False, LimitExceeded("it needs more memory than allowed.", "Raise SHAPESEEK_MAX_MEMORY."))
        except Exception as error:
            answer = (
                False,
                ShapeFileError(f"it cannot be drawn ({type(error).__name__}: {' '.join(str(error).split())[:120]})."),
            )
        _send(outgoing, answer)


def _limit_memory(memory: int) -> None:
    """Cap the memory this process may allocate, where the system can (Linux; elsewhere the other limits remain)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _work(sys.argv[1], int(sys.argv[2]))
