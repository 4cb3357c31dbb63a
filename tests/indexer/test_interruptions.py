"""Whatever breaks an indexing run off, the library stays usable and a second run completes it."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.encoder import OpenClipEncoder
from engine.errors import LibraryBusy
from engine.health import problems
from engine.library import Library
from engine.settings import Settings
from engine.writing import writing
from indexer import embedding
from indexer.pipeline import index
from tests.indexed import ids, outcome

PROGRAM = Path(sys.executable).with_name("shapeseek")


def test_a_file_that_hangs_the_reader_is_stopped(
    encoder: OpenClipEncoder, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "slow_worker.py").write_text(
        "import time\nfrom indexer.worker import *\nfrom indexer import worker\n"
        "def prepare(path, *rest):\n    time.sleep(60 if 'ball' in path else 0)\n"
        "    return worker.prepare(path, *rest)\n"
    )
    real = embedding.Sandbox
    monkeypatch.setattr(embedding, "Sandbox", lambda target, *rest: real("slow_worker:prepare", *rest))
    place = tmp_path / "l"
    with Library.open(place, create=True, encoder=encoder, settings=Settings(place, jobs=1, max_seconds=2)) as opened:
        report = index(opened, [folder])
    assert outcome(report) == {"new": 3, "failed": 1}
    assert "more than 2 s" in report.failures[0]["reason"]


def test_one_writer_at_a_time(indexed: Library, folder: Path) -> None:
    with writing(indexed), pytest.raises(LibraryBusy, match="Another process"):
        index(indexed, [folder])
    assert outcome(index(indexed, [folder])) == {"unchanged": 4}


def test_ctrl_c_keeps_and_publishes_what_is_done(
    empty_library: Library, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(station: str, done: int, total: int) -> None:
        if station == "index" and done == 5:
            raise KeyboardInterrupt

    report = index(empty_library, [samples], progress=interrupt)
    assert report.interrupted and 4 <= report.new < 17
    assert len(ids(empty_library)) == report.new
    assert problems(empty_library) == []
    assert outcome(index(empty_library, [samples])) == {"unchanged": report.new, "new": 17 - report.new}


# A real process, really killed.


def start(library: Path, folder: Path, encoder: Path) -> subprocess.Popen[str]:
    command = [PROGRAM, "index", folder, "--library", library, "--encoder", encoder, "--jobs", "1", "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def content(library: Path) -> tuple[list[tuple[object, ...]], int]:
    """All that a library says of its shapes, but for ids; and how many thumbnails there are."""
    with sqlite3.connect(library / "catalog.sqlite") as connection:
        rows = connection.execute(
            "SELECT f.path, f.outcome, s.name, s.faces, s.tags, s.folder, e.pooled, e.form, e.views FROM files f "
            "LEFT JOIN shapes s ON s.file_id = f.id LEFT JOIN embeddings e ON e.shape_id = s.id ORDER BY f.path"
        ).fetchall()
    connection.close()
    return rows, len(list((library / "previews").glob("*/*.png")))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough shapes that a kill finds the run at work."""
    from indexer.parametric import KINDS
    from indexer.samples import write_samples

    folder = tmp_path_factory.mktemp("many") / "shapes"
    write_samples(folder, variants=1, kinds=list(KINDS)[:59])
    (folder / "bad.stl").write_text("no shape")
    return folder


def same(one: tuple[list[tuple[object, ...]], int], other: tuple[list[tuple[object, ...]], int]) -> bool:
    """Equal but for the last bits of vectors, which depend on what was encoded together."""

    def vectors(row: tuple[object, ...]) -> list[np.ndarray]:
        return [np.frombuffer(blob, "<f2").astype(float) for blob in row[6:] if isinstance(blob, bytes)]

    if one[1] != other[1] or [row[:6] for row in one[0]] != [row[:6] for row in other[0]]:
        return False
    pairs = [pair for a, b in zip(one[0], other[0], strict=True) for pair in zip(vectors(a), vectors(b), strict=True)]
    return all(np.allclose(a, b, atol=2e-3) for a, b in pairs)


def test_kill_9_at_any_moment_and_a_second_run_gives_the_same_library(
    many: Path, encoder_folder: Path, encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    def opened(name: str) -> Library:
        folder = tmp_path / name
        return Library.open(folder, create=True, encoder=encoder, settings=Settings(folder, jobs=1))

    with opened("undisturbed") as whole:
        report = index(whole, [many])
    killed, rng, moments = tmp_path / "killed", random.Random(), []
    for sign, most in (("writing.lock", 2.0), ("previews/*/*.png", 0.5)):  # before the first shape, and amid them
        process = start(killed, many, encoder_folder)
        while not list(killed.glob(sign)) and process.poll() is None:
            time.sleep(0.01)
        moments.append((sign, rng.uniform(0, most)))
        time.sleep(moments[-1][1])
        process.kill()
        process.communicate()
        with opened("killed") as library:
            assert not [problem for problem in problems(library) if "vector file" not in problem], moments
    with opened("killed") as library:
        again = index(library, [many])
        assert again.new + again.unchanged == report.new, moments
        assert problems(library) == []
    assert same(content(killed), content(tmp_path / "undisturbed")), moments


def test_sigint_soon_ends_a_run_and_a_second_indexer_is_refused_meanwhile(
    many: Path,
    encoder_folder: Path,
    encoder: OpenClipEncoder,
    tmp_path: Path,
    shapeseek: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    library = tmp_path / "l"
    process = start(library, many, encoder_folder)
    deadline = time.perf_counter() + 60
    while not (library / "writing.lock").exists() and time.perf_counter() < deadline:
        time.sleep(0.02)
    second = shapeseek("index", many, "--library", library)
    assert (second.returncode, second.stdout) == (3, ""), second.stderr
    assert "Another process is writing" in second.stderr
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    asked = time.perf_counter()
    _, err = process.communicate(timeout=30)
    assert time.perf_counter() - asked < 10  # two seconds on a quiet machine, where others work it may be five
    assert process.returncode == 130 and "Traceback" not in err
    with Library.open(library, encoder=encoder, settings=Settings(library, jobs=1)) as opened:
        assert problems(opened) == []
        rest = index(opened, [many])
        assert rest.new + rest.unchanged == len(list(many.iterdir())) - 2
