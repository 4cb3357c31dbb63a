"""OpenShape's shape files: an .npy with a pickled dict, read without running anything that a pickle may name."""

from __future__ import annotations

import codecs
import io
import pickle
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeFileError

# All that a pickle of arrays, numbers and texts ever calls, by name; the module is numpy's, old or new.
_ALLOWED: dict[str, Any] = {
    "_reconstruct": np.zeros(1).__reduce__()[0],
    "_frombuffer": np.zeros(1).__reduce_ex__(5)[0],
    "scalar": np.float64(0).__reduce__()[0],
    "ndarray": np.ndarray,
    "dtype": np.dtype,
}


class _ArraysOnly(pickle.Unpickler):
    """Refuses a pickle that names anything but numpy's own builders of arrays, which run no stranger's code."""

    def find_class(self, module: str, name: str) -> Any:
        """The builder of that name. Raises UnpicklingError for any other."""
        if (module, name) == ("_codecs", "encode"):
            return codecs.encode
        if module.split(".")[0] == "numpy" and name in _ALLOWED:
            return _ALLOWED[name]
        raise pickle.UnpicklingError(f"it calls {module}.{name}")


def cloud(path: Path) -> NDArray[np.float64]:
    """(V, 3) coordinates, z up. Raises ShapeFileError for a file of another kind, or one that would run code."""
    try:
        with path.open("rb") as file:
            version = np.lib.format.read_magic(file)
            header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
            shape, _, dtype = header(file)
            if shape != () or not dtype.hasobject:
                raise ShapeFileError(f"it holds an array of shape {shape}, not one dict.")
            told = _ArraysOnly(io.BytesIO(file.read())).load().item()
        points = np.asarray(told["xyz"], np.float64)
    except ShapeFileError:
        raise
    except Exception as error:  # a broken pickle raises whatever there is
        raise ShapeFileError(f"it is not an OpenShape file ({error}).") from error
    if points.ndim != 2 or points.shape[1] != 3:
        raise ShapeFileError(f"its xyz has the shape {points.shape}, not (points, 3).")
    return points
