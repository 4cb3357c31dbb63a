"""Headers that promise more than the file holds are refused before anything is allocated for them."""

from __future__ import annotations

import struct
import time
import tracemalloc
from pathlib import Path

import pytest
import trimesh

from engine.errors import ShapeFileError
from engine.formats import load_shape
from engine.promises import check_promises

PLY = "ply\nformat {} 1.0\nelement vertex {}\nproperty float x\nproperty float y\nproperty float z\nend_header\n0 0 0\n"
LIES = {
    "many_vertices.off": b"OFF 353535235358 1 0\n0 0 0\n",
    "one_line.off": b"OFF490000000 518000000 0\n0 0 0\n",
    "remarks.off": b"OFF # hello\n# 1 2 3\n900000000 900000000 0\n0 0 0\n",
    "binary.ply": PLY.format("binary_little_endian", 4_000_000_000).encode(),
    "ascii.ply": PLY.format("ascii", 4_000_000_000).encode(),
    "list.ply": b"ply\nformat binary_little_endian 1.0\nelement vertex 1\nproperty float x\nelement face 99999999\n"
    b"property list uchar int vertex_indices\nend_header\n" + bytes(12),
    "faces.stl": bytes(80) + struct.pack("<I", 4_000_000_000) + bytes(50),
    "solid.stl": b"solid but binary".ljust(80) + struct.pack("<I", 4_000_000_000) + bytes(50),
}


@pytest.mark.parametrize("name", LIES)
def test_lying_headers_are_refused_at_once(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(LIES[name])
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(ShapeFileError, match="promises at least"):
        load_shape(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.perf_counter() - started < 1
    assert peak < 20 * 2**20


@pytest.mark.parametrize("ending", ["stl", "ply", "off", "obj", "glb"])
def test_honest_files_pass(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"box.{ending}"
    trimesh.creation.box().export(file)
    check_promises(file)


@pytest.mark.parametrize("ending", ["stl", "obj", "xyz", "npy", "glb"])
def test_an_empty_file_is_called_empty(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"nothing.{ending}"
    file.touch()
    with pytest.raises(ShapeFileError, match="empty"):
        check_promises(file)
