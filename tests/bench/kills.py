"""Fifty indexing runs killed at random moments: `python -m tests.bench.kills [--kills 50] [--encoder FOLDER]`.

After each kill the library must open, be whole but for its derivative files, and answer; in the end it must hold what
an undisturbed run gives. Every other run also finds files changed, moved or removed. Prints how many shapes each
killed run had kept.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from engine.health import problems
from engine.library import Library
from indexer.pipeline import index
from indexer.samples import write_samples

PROGRAM = Path(sys.executable).with_name("shapeseek")


def content(library: Path) -> dict[str, tuple[object, ...]]:
    """What a library holds of each path: outcome, name, faces, bytes' hash, vectors."""
    connection = sqlite3.connect(library / "catalog.sqlite")
    rows = connection.execute(
        "SELECT f.path, f.outcome, s.name, s.faces, f.content, e.pooled FROM files f "
        "LEFT JOIN shapes s ON s.file_id = f.id LEFT JOIN embeddings e ON e.shape_id = s.id"
    ).fetchall()
    connection.close()
    return {row[0]: row[1:] for row in rows}


def disturb(folder: Path, rng: random.Random) -> None:
    """Change many files' bytes, and overwrite, move or remove one, as people do between runs."""
    for file in folder.glob("*.obj"):
        with file.open("a") as stream:  # other bytes, the same shape: each is rendered and encoded anew
            stream.write(f"# {rng.random()}\n")
    files = [file for file in sorted(folder.iterdir()) if file.suffix != ".csv"]
    one, other = rng.sample(files, 2)
    action = rng.choice(("overwrite", "move", "remove"))
    if action == "overwrite" and one.suffix == other.suffix:
        one.write_bytes(other.read_bytes())
    elif action == "move":
        one.rename(one.with_name(f"moved_{rng.randrange(10**6)}_{one.name}"))
    elif action == "remove" and len(files) > 100:
        one.unlink()


def main() -> None:
    """Kill, look, kill again; then compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--encoder", default="starter")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    kept: list[int] = []
    with tempfile.TemporaryDirectory() as name:
        shapes, killed, whole = (Path(name) / part for part in ("shapes", "killed", "whole"))
        write_samples(shapes, variants=3)
        command = [str(PROGRAM), "index", str(shapes), "--library", str(killed), "--encoder", given.encoder, "--json"]
        for number in range(given.kills):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(rng.uniform(0.2, 9.0))
            process.kill()
            process.wait()
            if number % 2:
                disturb(shapes, rng)
            if not (killed / "catalog.sqlite").exists():
                continue
            with Library.open(killed) as library:
                found = [problem for problem in problems(library) if "vector file" not in problem]
                assert not found, found
                kept.append(sum(row["shapes"] for row in library.collections()))
                if kept[-1]:
                    some = next(iter(library.search(shape=_any_id(killed), k=3)))
                    assert some.score > 0.99
        for folder in (killed, whole):
            with Library.open(folder, create=True, encoder=given.encoder) as library:
                report = index(library, [shapes])
                assert problems(library) == []
                print(f"{folder.name}: {report.to_dict()}")
        one, other = content(killed), content(whole)
        assert one.keys() == other.keys()
        for path, row in one.items():
            assert row[:4] == other[path][:4], path
            a, b = (np.frombuffer(blob, "<f2").astype(float) for blob in (row[4], other[path][4]))  # type: ignore[call-overload]
            assert np.allclose(a, b, atol=2e-3), path
    print(f"{given.kills} kills; shapes kept after each: {kept}\nthe killed library equals the undisturbed one")


def _any_id(library: Path) -> int:
    connection = sqlite3.connect(library / "catalog.sqlite")
    found = int(connection.execute("SELECT id FROM shapes ORDER BY id LIMIT 1").fetchone()[0])
    connection.close()
    return found


if __name__ == "__main__":
    main()
