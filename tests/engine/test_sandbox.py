"""Whatever a function does in the sandbox, it costs only its own job."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest

from engine.errors import EmptyShape, LimitExceeded, ShapeFileError, ShapeSeekError
from engine.sandbox import Sandbox
from engine.settings import Limits

TARGET = "sandbox_targets:act"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(TARGET, 1, Limits(seconds=1.5, memory=2**30)) as opened:
        yield opened


def still_works(sandbox: Sandbox) -> bool:
    return bool(sandbox.run("double", 21) == 42)


def test_results_come_back_whole(sandbox: Sandbox) -> None:
    array = np.random.default_rng(0).random((300, 400, 3))
    assert np.array_equal(sandbox.run("return", array), array)
    assert sandbox.run("return", None) is None


def test_it_runs_elsewhere_warmed_up_once_and_stays(sandbox: Sandbox) -> None:
    process, warmed = sandbox.run("where")
    assert process != os.getpid()
    assert warmed == [process]
    assert sandbox.run("where") == (process, warmed)


@pytest.mark.parametrize(
    ("deed", "error", "words"),
    [
        ("raise", ShapeFileError, r"ValueError: a reason over lines"),
        ("raise ours", EmptyShape, r"there is nothing in it\. Try another\."),
        ("raise long", ShapeFileError, r"ValueError: x{120}\)"),
        ("raise odd", ShapeFileError, "Odd"),
        ("return odd", ShapeFileError, "died"),
        ("leave", ShapeFileError, "died"),
        ("exit hard", ShapeFileError, r"died \(exit 7\)"),
        ("crash", ShapeFileError, r"died \(exit -11\)"),
        ("recurse", ShapeFileError, "RecursionError"),
    ],
)
def test_faults_become_errors_and_the_next_job_runs(
    sandbox: Sandbox, deed: str, error: type[ShapeSeekError], words: str
) -> None:
    with pytest.raises(error, match=words):
        sandbox.run(deed)
    assert still_works(sandbox)


def test_a_hang_ends_at_the_limit(sandbox: Sandbox) -> None:
    assert still_works(sandbox)  # started before the clock
    started = time.perf_counter()
    with pytest.raises(LimitExceeded, match=r"more than 1\.5 s.*SHAPESEEK_MAX_SECONDS"):
        sandbox.run("hang")
    assert 1.4 < time.perf_counter() - started < 4
    assert still_works(sandbox)


def test_memory_is_capped_in_the_worker_alone(sandbox: Sandbox) -> None:
    with pytest.raises(ShapeFileError) as caught:
        sandbox.run("allocate", 3 * 2**30)
    assert isinstance(caught.value, LimitExceeded) and "SHAPESEEK_MAX_MEMORY" in caught.value.hint
    assert sandbox.run("allocate", 2**20) == 2**20


def test_after_a_caller_was_interrupted_the_next_gets_its_own_answer() -> None:
    with Sandbox(TARGET, 1) as sandbox:
        sandbox.submit("given up", "return", "old")  # as run() leaves it when Ctrl-C breaks off its waiting
        assert sandbox.run("return", "new") == "new"
        assert sandbox.run("double", 4) == 8
        assert sandbox.pending == 0


def test_printing_does_not_disturb_the_answers(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    assert sandbox.run("speak") == ""  # and there is nothing to read
    assert still_works(sandbox)
    assert capfd.readouterr() == ("", "")


def test_outcomes_keep_their_keys_whatever_the_order() -> None:
    deeds = {
        i: ("exit hard", None) if i % 5 == 2 else ("raise ours", None) if i % 5 == 4 else ("double", i)
        for i in range(15)
    }
    with Sandbox(TARGET, 2, Limits(seconds=20)) as sandbox:
        for key, (deed, value) in deeds.items():
            sandbox.submit(("key", key), deed, value)
        assert sandbox.pending == 15
        outcomes = {outcome.key[1]: outcome for outcome in sandbox.outcomes()}
    assert sandbox.pending == 0
    assert outcomes.keys() == deeds.keys()
    for key, outcome in outcomes.items():
        if deeds[key][0] == "double":
            assert (outcome.result, outcome.error) == (2 * key, None)
        else:
            assert outcome.result is None and isinstance(outcome.error, ShapeFileError)


def test_waiting_can_be_bounded(sandbox: Sandbox) -> None:
    sandbox.submit("k", "sleep", 0.3)
    with pytest.raises(queue.Empty):
        sandbox.outcome(timeout=0.01)
    assert sandbox.outcome(timeout=10).key == "k"


def test_a_stream_gives_every_outcome_once_and_in_the_order_they_finish(sandbox: Sandbox) -> None:
    sizes, found = [], []
    for outcomes in sandbox.stream(((i, "double", i) for i in range(40)), 12, 5):
        time.sleep(0.02)  # a caller slower than its worker
        sizes.append(len(outcomes))
        found += outcomes
    assert [(one.key, one.result) for one in found] == [(i, 2 * i) for i in range(40)]
    assert 1 < max(sizes) <= 5
    assert [len(one) for one in sandbox.stream([(i, "return") for i in range(3)], 8)] == [1, 1, 1]
    assert list(sandbox.stream([], 8)) == [] and sandbox.pending == 0


def test_a_stream_queues_few_jobs_but_those_at_once(sandbox: Sandbox) -> None:
    asked: list[int] = []

    def jobs() -> Iterator[tuple[int, str, int]]:
        for i in range(12):
            asked.append(i)
            yield i, "double", i

    stream = sandbox.stream(jobs(), 4, 2)
    assert (len(asked), sandbox.pending) == (4, 4)
    taken = 0
    for outcomes in stream:
        taken += len(outcomes)
        assert (len(asked), sandbox.pending) == (min(12, taken + 4), min(12 - taken, 4))
    assert taken == 12


def test_a_job_that_kills_its_worker_costs_a_stream_only_itself() -> None:
    jobs = [(i, "exit hard" if i == 2 else "double", i) for i in range(6)]
    with Sandbox(TARGET, 1, Limits(seconds=20)) as sandbox:
        found = [one for outcomes in sandbox.stream(jobs, 2, 3) for one in outcomes]
    assert [(one.key, one.result) for one in found] == [(i, None if i == 2 else 2 * i) for i in range(6)]
    assert [one.key for one in found if isinstance(one.error, ShapeFileError)] == [2]


def test_a_stream_that_is_broken_off_leaves_nothing_behind() -> None:
    before, asked = threading.active_count(), []

    def jobs() -> Iterator[tuple[object, ...]]:
        yield "first", "where"
        for i in range(100):
            asked.append(i)
            yield i, "sleep", 50

    def embedded() -> Iterator[int]:
        with Sandbox(TARGET, 1, Limits(seconds=60)) as sandbox:
            for (outcome,) in sandbox.stream(jobs(), 3):
                yield outcome.result[0]

    stream = embedded()
    process = next(stream)
    started = time.perf_counter()
    stream.close()  # type: ignore[attr-defined]
    assert time.perf_counter() - started < 3
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    until = started + 3  # a watchdog that was called off takes a moment to end
    while threading.active_count() > before and time.perf_counter() < until:
        time.sleep(0.01)
    assert threading.active_count() <= before and len(asked) == 3


def test_closing_ends_the_workers_at_once_and_leaves_no_thread() -> None:
    before = threading.active_count()
    sandbox = Sandbox(TARGET, 1, Limits(seconds=60))
    process, _ = sandbox.run("where")
    sandbox.submit("k", "sleep", 50)
    started = time.perf_counter()
    sandbox.close()
    assert time.perf_counter() - started < 3
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert threading.active_count() <= before


def test_a_target_that_cannot_be_imported_is_an_error_not_a_hang() -> None:
    with Sandbox("no_such_module:act") as sandbox, pytest.raises(ShapeFileError, match="could not start"):
        sandbox.run("return")
