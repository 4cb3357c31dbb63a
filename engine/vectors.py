"""Vector search: the VectorIndex seam, the exact FAISS index, and its file as a checked derivative of the catalog."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.prompts import unit


class VectorIndex(Protocol):
    """Finds the nearest of a set of unit vectors by cosine; vectors are known by catalog ids."""

    def __len__(self) -> int:
        """How many vectors it holds."""

    def search(
        self, query: NDArray[np.float32], k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray, NDArray]:
        """(ids (n,) int64, cosines (n,) float32), best first, n <= k, none outside `allowed`."""

    def best(self, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n,) the greatest cosine that each of several queries (n, d) has with any vector; there must be one."""


class FlatIndex:
    """Exact search over float16 vectors, scored as float32."""

    def __init__(self, ids: NDArray[np.int64], vectors: NDArray[np.floating]) -> None:
        """ids (n,) int64; vectors (n, d), scaled to unit length here."""
        faiss = _faiss()
        inner = faiss.IndexScalarQuantizer(
            vectors.shape[1] or 1, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        self._index = faiss.IndexIDMap2(inner)
        if len(ids):
            self._index.add_with_ids(unit(vectors), np.ascontiguousarray(ids, np.int64))

    def __len__(self) -> int:
        """How many vectors it holds."""
        return int(self._index.ntotal)

    @property
    def ids(self) -> NDArray[np.int64]:
        """(n,) int64 ids of the vectors, in the order they were added."""
        return np.asarray(_faiss().vector_to_array(self._index.id_map), np.int64)

    def search(
        self, query: NDArray[np.float32], k: int, allowed: NDArray[np.int64] | None = None
    ) -> tuple[NDArray, NDArray]:
        """(ids (n,) int64, cosines (n,) float32), best first, n <= k, none outside `allowed`; query (d,) unit length.

        The filter is part of the scan, so a narrow one never starves the result.
        """
        faiss = _faiss()
        count = len(self) if allowed is None else min(len(self), len(allowed))
        k = min(k, count)
        if k == 0:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        parameters = None
        if allowed is not None:
            members = np.ascontiguousarray(allowed, np.int64)
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(members))
        scores, ids = self._index.search(np.ascontiguousarray(query, np.float32)[None], k, params=parameters)
        found = ids[0] >= 0
        return ids[0][found], scores[0][found]

    def best(self, queries: NDArray[np.float32]) -> NDArray[np.float32]:
        """(n,) the greatest cosine that each of several queries (n, d) has with any vector; there must be one."""
        return np.asarray(self._index.search(np.ascontiguousarray(queries, np.float32), 1)[0][:, 0], np.float32)

    def save(self, file: Path, generation: int) -> None:
        """Publish the index: written beside, synced to the disk, then swapped in with its checksum and generation."""
        faiss = _faiss()
        blob = faiss.serialize_index(self._index).tobytes()
        header = {"generation": generation, "count": len(self), "crc32": zlib.crc32(blob)}
        beside = file.with_name(file.name + ".new")
        with beside.open("wb") as stream:
            stream.write(json.dumps(header).encode() + b"\n" + blob)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)

    @classmethod
    def load(cls, file: Path, generation: int) -> FlatIndex | None:
        """The published index if it is whole and of that generation, else None: the catalog has all to remake it."""
        faiss = _faiss()
        try:
            head, _, blob = file.read_bytes().partition(b"\n")
            header = json.loads(head)
            if header["generation"] != generation or header["crc32"] != zlib.crc32(blob):
                return None
            index = cls.__new__(cls)
            index._index = faiss.deserialize_index(np.frombuffer(blob, np.uint8))
        except (OSError, ValueError, KeyError, TypeError, RuntimeError):
            return None
        return index


def _faiss() -> Any:
    """The faiss module, imported on first use; its own annotations do not know its keyword arguments."""
    import faiss

    return faiss
