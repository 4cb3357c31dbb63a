"""The log of a training run: TensorBoard where it is installed, and lines of JSON in any case."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LINES = "log.jsonl"


class Journal:
    """Writes one run's values to a folder; a resumed run goes on where it was."""

    def __init__(self, folder: Path, step: int = 0) -> None:
        """Begin, or go on after `step`: later values of a run that was killed are dropped."""
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / LINES
        kept = [line for line in _lines(self._file) if line.get("step", 0) <= step] if step else []
        self._stream = self._file.open("w", encoding="utf-8")
        for line in kept:
            self._write(line)
        self._board: Any = None
        self.missing = importlib.util.find_spec("tensorboard") is None
        if not self.missing:
            from torch.utils.tensorboard import SummaryWriter

            self._board = SummaryWriter(str(folder), purge_step=step + 1 if step else None)

    def add(self, step: int, values: Mapping[str, float]) -> None:
        """Keep the values of one step."""
        self._write({"step": step, **{name: round(float(value), 8) for name, value in values.items()}})
        if self._board is not None:
            for name, value in values.items():
                self._board.add_scalar(name.replace(" ", "_"), value, step)

    def close(self) -> None:
        """Write out what waits."""
        self._stream.close()
        if self._board is not None:
            self._board.close()

    def _write(self, line: Mapping[str, Any]) -> None:
        self._stream.write(json.dumps(line) + "\n")
        self._stream.flush()


def _lines(file: Path) -> list[dict[str, Any]]:
    found = []
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        try:
            found.append(json.loads(line))
        except ValueError:
            continue  # cut off by a kill
    return found
