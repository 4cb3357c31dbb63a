"""Starting and stopping the page's server."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from engine.errors import ShapeSeekError, UsageError
from engine.settings import PREFIX
from ui.screens.asking import MEGABYTES

FIRST_PORT = 8501
_START_SECONDS = 120.0
_STOP_SECONDS = 10.0


def streamlit_command(port: int, address: str = "localhost") -> list[str]:
    """The command that serves the page: only to this machine, telling nobody, asking nothing."""
    settings = {
        "server.address": address,
        "server.port": str(port),
        "server.headless": "true",  # neither its own browser nor its question for a mail address
        "server.maxUploadSize": str(MEGABYTES),
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "logger.level": "warning",
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "theme.light.primaryColor": "#3f6a9a",
        "theme.dark.primaryColor": "#7fa6d1",
    }
    options = [f"--{name}={value}" for name, value in settings.items()]
    return [sys.executable, "-m", "streamlit", "run", str(Path(__file__).with_name("app.py")), *options]


def serve(library: Path, port: int | None = None, headless: bool = False, address: str = "localhost") -> None:
    """Serve the page for `library` until interrupted; prints the address, and opens a browser unless `headless`.

    port None: 8501, or the next free one. Raises UsageError for a taken port, ShapeSeekError if it does not start.
    """
    chosen = free_port(address) if port is None else port
    if port is not None and not _is_free(address, port):
        raise UsageError(f"Port {port} is taken.", "Name another with --port, or none for a free one.")
    root = str(Path(__file__).resolve().parent.parent)
    search_path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    environment = {**os.environ, f"{PREFIX}LIBRARY": str(library.resolve()), "PYTHONPATH": search_path}
    place = f"http://localhost:{chosen}" if address in ("localhost", "127.0.0.1") else f"http://{address}:{chosen}"
    with _terminable():
        # Its greeting on stdout would offer addresses of its own; what goes wrong is told on stderr.
        process = subprocess.Popen(streamlit_command(chosen, address), env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait_until_up(process, f"{place}/_stcore/health")
            print(f"The page is at {place}", flush=True)
            if not headless:
                webbrowser.open(place)
            process.wait()
        except KeyboardInterrupt:
            pass  # Ctrl-C is the way to stop it
        finally:
            _stop(process)


def free_port(address: str = "localhost", first: int = FIRST_PORT) -> int:
    """The first free port from `first` on."""
    for port in range(first, first + 200):
        if _is_free(address, port):
            return port
    raise UsageError(f"No port from {first} to {first + 199} is free.", "Name one with --port.")


def _is_free(address: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just given back is free
        try:
            probe.bind((address, port))
        except OSError:
            return False
        return True


def _wait_until_up(process: subprocess.Popen[bytes], health: str) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    ends = time.monotonic() + _START_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        try:
            with direct.open(health, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise ShapeSeekError("The page's server did not start.", "What it said is above.")


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Within the block a request to terminate ends the server too, as Ctrl-C does."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
