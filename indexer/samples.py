"""A library to try things on where none can be fetched: parametric shapes, written as files of several formats."""

from __future__ import annotations

import csv
import shutil
import zlib
from pathlib import Path
from typing import Any

import numpy as np

_ENDINGS = ("glb", "obj", "stl", "ply", "off")
_FIRST_LESSON = 1000  # the samples count from 0, so none of them is learnt from


def write_samples(folder: Path, variants: int = 2, kinds: list[str] | None = None) -> list[Path]:
    """Write `variants` shapes of each kind of parametric.KINDS and a metadata.csv; returns the files, always the same.

    Formats take turns; those that are z up by convention (STL, PLY, OFF) are written z up.
    """
    import trimesh

    from indexer.parametric import KINDS

    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    rows: list[dict[str, str]] = []
    for name in kinds or KINDS:
        for number in range(variants):
            mesh = _made(name, number)
            ending = _ENDINGS[len(files) % len(_ENDINGS)]
            if ending in ("stl", "ply", "off"):
                mesh.vertices = mesh.vertices[:, [0, 2, 1]] * (1, -1, 1)
            file = folder / f"{name.replace(' ', '_')}_{number + 1}.{ending}"
            plain = trimesh.Trimesh(mesh.vertices, mesh.faces, process=False)
            file.write_bytes(_exported(plain, ending))
            files.append(file)
            rows.append(
                {"path": file.name, "name": name, "tags": "sample", "creator": "ShapeSeek", "licence": "CC0-1.0"}
            )
    with (folder / "metadata.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return files


def write_lessons(folder: Path, variants: int = 10) -> None:
    """Write FOLDER/KIND/NUMBER.glb, `variants` shapes of each kind that no sample is, and the kinds' phrases.json.

    It is what an encoder learns breadth from (`read_extra`): what is there already is kept.
    """
    from indexer.parametric import KINDS

    for name in KINDS:
        own = folder / name.replace(" ", "_")
        own.mkdir(parents=True, exist_ok=True)
        for number in range(variants):
            if not (file := own / f"{number}.glb").is_file():
                part = file.with_suffix(".part")
                part.write_bytes(_exported(_made(name, _FIRST_LESSON + number), "glb"))
                part.replace(file)
    shutil.copyfile(Path(__file__).with_name("parametric") / "phrases.json", folder / "phrases.json")


def _made(name: str, number: int) -> Any:
    """One mesh of a kind, always the same for a number."""
    import trimesh

    from indexer.parametric import KINDS

    return trimesh.util.concatenate(KINDS[name](np.random.default_rng([zlib.crc32(name.encode()), number])))


def _exported(mesh: object, ending: str) -> bytes:
    content = mesh.export(file_type=ending)  # type: ignore[attr-defined]
    return content.encode() if isinstance(content, str) else bytes(content)
