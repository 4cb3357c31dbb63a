"""What all visitors share: one open library, one reading process for the viewer, and the locks they need."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from engine.errors import ShapeSeekError
from engine.facts import ShapeFacts
from engine.library import CATALOG, Library
from engine.paths import scene_and_object
from engine.sandbox import Sandbox
from engine.settings import load_settings
from indexer.display import DisplayMesh


@dataclass
class Shared:
    """An open library for many threads: hold `asking` to search; the catalog may be read at any time."""

    library: Library
    viewer: Sandbox
    asking: threading.Lock = field(default_factory=threading.Lock)
    reading: threading.Lock = field(default_factory=threading.Lock)

    def load_encoder(self) -> None:
        """Have the encoder ready; a failure is left for the first search to report."""
        with self.asking, contextlib.suppress(ShapeSeekError):
            assert self.library.encoder

    def display_mesh(self, facts: ShapeFacts, in_scene: bool = False) -> DisplayMesh:
        """The shape for the viewer, or its whole scene with its box, read in the sandbox. Raises ShapeFileError."""
        path, box = (scene_and_object(facts.path)[0], facts.box) if in_scene else (facts.path, None)
        with self.reading:
            mesh: DisplayMesh = self.viewer.run(path, facts.measures.up, self.library.settings.limits, box)
            return mesh

    def close(self) -> None:
        """Stop the reading process and close the library."""
        self.viewer.close()
        self.library.close()


def shared() -> Shared:
    """The library the settings name, opened once. Raises LibraryError when it cannot be."""
    folder = load_settings().library
    catalog = folder / CATALOG
    # A library that was removed and made anew under the same name is another file.
    return _opened(str(folder), catalog.stat().st_ino if catalog.is_file() else 0)


@st.cache_resource(show_spinner=False, max_entries=2, on_release=Shared.close)
def _opened(folder: str, identity: int) -> Shared:
    library = Library.open(Path(folder))
    found = Shared(library, Sandbox("indexer.display:display_mesh", 1, library.settings.limits))
    # The first search would wait for the weights; the start page, read meanwhile, needs none.
    threading.Thread(target=found.load_encoder, daemon=True).start()
    return found
