"""A library of 50,000 parametric shapes: `python -m tests.bench.large [--shapes 50000] [--encoder FOLDER]`.

Runs the program as a person would. Prints minutes, peak memory, bytes a shape, and what an unchanged and a slightly
changed second run take. With a small encoder the pipeline itself is measured; with the default one, mostly encoding.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from indexer.parametric import KINDS
from indexer.samples import write_samples

PROGRAM = Path(sys.executable).with_name("shapeseek")


def run(*arguments: str) -> tuple[dict[str, object], float, float]:
    """(JSON result, seconds, peak MiB of the process or any of its workers) of one `shapeseek` call."""
    started = time.perf_counter()
    process = subprocess.Popen([str(PROGRAM), *arguments, "--json"], stdout=subprocess.PIPE)
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, output[-2000:]
    return json.loads(output), time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    """Build, run again, change one in a thousand, run again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shapes", type=int, default=50_000)
    parser.add_argument("--encoder", default="starter")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shapes, library = Path(folder) / "shapes", Path(folder) / "library"
        files = write_samples(shapes, variants=math.ceil(given.shapes / len(KINDS)))
        index = ("index", str(shapes), "--library", str(library))
        report, seconds, peak = run(*index, "--encoder", given.encoder)
        size = sum(file.stat().st_size for file in library.rglob("*") if file.is_file())
        counts = f"{report['new']:,} shapes indexed, {report['failed']} failed"
        print(f"{counts}: {seconds / 60:.1f} min, peak {peak:.0f} MiB")
        print(f"{size / len(files) / 1024:.1f} KiB on disk a shape")
        report, seconds, peak = run(*index)
        print(f"unchanged run: {seconds:.1f} s, peak {peak:.0f} MiB ({report['unchanged']:,} unchanged)")
        for number, file in enumerate(files[::1000]):
            if number % 2:
                file.unlink()
            else:
                file.rename(file.with_name(f"moved_{file.name}"))
        report, seconds, _ = run(*index)
        print(f"one in a thousand changed: {seconds:.1f} s ({report['renamed']} renamed, {report['gone']} gone)")
        found, seconds, peak = run("search", "chair", "--library", str(library))
        print(f"cold search: {seconds:.1f} s, peak {peak:.0f} MiB, took {found['took_ms']}")
        _, seconds, peak = run("duplicates", "--library", str(library))
        print(f"duplicates: {seconds:.1f} s, peak {peak:.0f} MiB")


if __name__ == "__main__":
    main()
