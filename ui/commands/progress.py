"""Progress bars on stderr: only on a terminal, and only for work over two seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any


class Bar:
    """A bar that is called with (done, total); its time begins with the first call, which may tell of an earlier run.

    Use it with contextlib.closing.
    """

    def __init__(self, title: str, unit: str) -> None:
        self._title, self._unit = title, unit
        self._shown: Any = None

    def __call__(self, done: int, total: int, loss: float | None = None) -> None:
        from tqdm import tqdm

        if self._shown is None:
            self._shown = tqdm(
                total=total, desc=self._title, unit=self._unit, disable=None, delay=2, smoothing=0.05, initial=done
            )
        if loss is not None:
            self._shown.set_postfix(loss=f"{loss:.3f}", refresh=False)
        self._shown.update(done - self._shown.n)

    def close(self) -> None:
        """Leave the bar as it is."""
        if self._shown is not None:
            self._shown.close()


@contextmanager
def bars(titles: Mapping[str, str], unit: str) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each station of some work, told (station, done, total); a station with another total begins anew."""
    begun: dict[tuple[str, int], Bar] = {}

    def progress(station: str, done: int, total: int) -> None:
        begun.setdefault((station, total), Bar(titles[station], unit))(done, total)

    try:
        yield progress
    finally:
        for bar in begun.values():
            bar.close()
