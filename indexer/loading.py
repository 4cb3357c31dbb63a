"""From a catalog path to a Shape: a file, an archive's member, or an object of a scene that is parsed once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import ShapeFileError
from engine.formats import load_shape
from engine.geometry import Shape
from engine.paths import scene_and_object
from engine.scenes.objects import Scene, SceneObject, load_scene
from engine.settings import Limits
from indexer.archives import opened, split

# The scene that this process parsed last, with what tells it from others: jobs come scene by scene.
_last: dict[tuple[object, ...], Scene] = {}


def load_path(path: str, up: str | None, limits: Limits) -> Shape:
    """The shape at a catalog path. Raises ShapeFileError."""
    scene, name = scene_and_object(path)
    if name is not None:
        return _scene(scene, up, limits).shape(name)
    _last.clear()
    with opened(path, limits) as file:
        return load_shape(file, up, limits)


def file_of(path: str) -> Path:
    """The path whose ending says how what is at a catalog path is read."""
    return Path(scene_and_object(path)[0])


def list_objects(path: str, up: str | None, limits: Limits) -> list[SceneObject]:
    """The objects of the scene at a catalog path, none when it is one thing. Raises ShapeFileError."""
    return _scene(path, up, limits).objects


@contextmanager
def sparing() -> Iterator[None]:
    """Gives the last scene's memory back where the block runs out of it: it must not cost the files after it."""
    try:
        yield
    except MemoryError:
        _last.clear()
        raise


def _scene(path: str, up: str | None, limits: Limits) -> Scene:
    try:
        status = split(path)[0].stat()
    except OSError as error:
        raise ShapeFileError(f"it cannot be read: {error.strerror or error}.") from error
    key = (path, up, status.st_size, status.st_mtime_ns, limits)
    if key not in _last:
        _last.clear()
        with opened(path, limits) as file:
            _last[key] = load_scene(file, up, limits)
    return _last[key]
