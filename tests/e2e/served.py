"""The page's server as a subprocess, the way a person starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAM = (sys.executable, "-c", "from ui.cli import main; main()")


def program(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `shapeseek` with these arguments to its end."""
    command = [*_PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@contextmanager
def served(library: Path) -> Iterator[str]:
    """The address of a page for `library`, stopped by Ctrl-C at the end of the block; it must then end well."""
    command = [*_PROGRAM, "ui", "--library", str(library), "--no-browser"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "The page is at http://localhost:" in line, line
        yield line.split()[-1]
        os.killpg(process.pid, signal.SIGINT)  # the terminal tells the whole group
        assert process.wait(20) in (0, 130)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
