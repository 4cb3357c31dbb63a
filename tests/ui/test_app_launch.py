"""Starting the page: its command, its port, its end."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from engine.errors import UsageError
from ui.launch import free_port, serve, streamlit_command


def test_the_command_keeps_to_this_machine() -> None:
    command = streamlit_command(8600)
    for option in (
        "--server.address=localhost", "--server.port=8600", "--server.maxUploadSize=10",
        "--browser.gatherUsageStats=false", "--server.fileWatcherType=none", "--client.showErrorDetails=none",
    ):  # fmt: skip
        assert option in command
    assert Path(next(part for part in command if part.endswith(".py"))).is_file()


def test_a_taken_port_is_stepped_over_or_refused(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(first=port) > port
        with pytest.raises(UsageError, match="is taken"):
            serve(tmp_path, port, headless=True)
