"""Progress bars: late, only on a terminal, with rate and time left."""

from __future__ import annotations

import io
from contextlib import closing, redirect_stderr

import pytest
from tqdm import tqdm

from ui.commands.progress import Bar, bars


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What tqdm takes for the time."""
    clock = Clock()
    monkeypatch.setattr("tqdm.std.time", lambda: clock.now)
    monkeypatch.setattr(tqdm, "monitor_interval", 0)
    return clock


def test_a_bar_waits_two_seconds_and_times_only_this_run(clock: Clock) -> None:
    with redirect_stderr(Terminal()) as terminal, closing(Bar("Embedding", "shape")) as bar:
        bar(10, 40)  # done by an earlier run
        clock.now += 1
        bar(15, 40)
        assert terminal.getvalue() == ""
        clock.now += 4
        bar(20, 40, loss=0.5)
    assert "Embedding:  50%|" in terminal.getvalue()
    assert "20/40 [00:05<00:10,  2.00shape/s, loss=0.500]" in terminal.getvalue()


def test_stations_have_bars_of_their_own(clock: Clock) -> None:
    titles = {"compare": "Comparing", "embed": "Embedding"}
    with redirect_stderr(Terminal()) as terminal, bars(titles, "shape") as progress:
        for station, total in (("compare", 10), ("embed", 10), ("embed", 20)):
            progress(station, 0, total)
            clock.now += 5
            progress(station, total, total)
    shown = terminal.getvalue()
    assert "Comparing: 100%" in shown and "10/10 [00:05<00:00,  2.00shape/s]" in shown
    assert "Embedding: 100%" in shown and "20/20 [00:05<00:00,  4.00shape/s]" in shown


def test_nothing_is_shown_where_stderr_is_no_terminal(clock: Clock) -> None:
    with redirect_stderr(io.StringIO()) as stream, closing(Bar("Embedding", "shape")) as bar:
        bar(0, 2)
        clock.now += 5
        bar(2, 2, loss=0.5)
    assert stream.getvalue() == ""
