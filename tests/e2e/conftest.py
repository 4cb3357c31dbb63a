"""One browser, one small library and one server for all browser tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.served import program, served

NASTY = "<img src=x onerror=alert(1)> [x](y).glb"


@pytest.fixture(scope="session")
def page_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generated shapes, one with a name that looks like markup, and one broken file."""
    from indexer.samples import write_samples

    folder = tmp_path_factory.mktemp("samples")
    files = write_samples(folder, variants=2, kinds=["chair", "table", "mug", "car", "ladder"])
    (folder / NASTY).write_bytes(next(file for file in files if file.suffix == ".glb").read_bytes() + b" ")
    (folder / "broken.obj").write_text("v nothing\n")
    return folder


@pytest.fixture(scope="session")
def page_library(page_samples: Path, encoder_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the samples, made by the program with a tiny encoder."""
    folder = tmp_path_factory.mktemp("library") / "library"
    options = ("--collection", "samples", "--library", folder, "--encoder", encoder_folder)
    done = program("index", page_samples, *options)
    assert done.returncode == 1 and "broken.obj" in done.stdout, done.stderr
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A running Chromium; skips where there is none."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    from tests.e2e.chromium import chromium, chromium_path

    if chromium_path() is None:
        pytest.skip("no chromium, chromium-browser or google-chrome on the PATH")
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def address(page_library: Path, browser: object) -> Iterator[str]:
    """Where the page of the library is served."""
    with served(page_library) as place:
        yield place
