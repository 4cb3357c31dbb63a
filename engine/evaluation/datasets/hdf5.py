"""Point clouds in HDF5 files: a `data` array (n, points, 3 or more), and where there is one a `label` array (n,)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeFileError, UsageError


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The file open for reading. Raises UsageError naming the install line without h5py, and for a broken file."""
    try:
        import h5py
    except ImportError as error:
        raise UsageError("HDF5 files need an extra.", "To read them: pip install 'shapeseek[eval]'.") from error
    try:
        with h5py.File(path, "r") as file:
            yield file
    except (OSError, KeyError) as error:
        raise UsageError(
            f"{path} cannot be read as HDF5 with `data` and `label`: {error}.", "Download it again."
        ) from error


def labels(path: Path) -> NDArray[np.int64]:
    """(n,) class numbers of the clouds."""
    with opened(path) as file:
        return np.asarray(file["label"], np.int64).reshape(-1)


def count(path: Path) -> int:
    """How many clouds the file holds."""
    with opened(path) as file:
        return int(file["data"].shape[0])


def cloud(path: Path, row: int) -> NDArray[np.float64]:
    """(V, 3) coordinates of one cloud. Raises ShapeFileError for a row that is not there or no cloud."""
    with opened(path) as file:
        data = file["data"]
        if data.ndim != 3 or data.shape[2] < 3 or not 0 <= row < data.shape[0]:
            raise ShapeFileError(f"its `data` has the shape {data.shape}, so it has no cloud {row}.")
        return np.asarray(data[row, :, :3], np.float64)
