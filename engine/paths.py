"""Catalog paths: a file, "parts.zip!/inner/chair.obj" in an archive, "room.glb!/chair" in a scene, or both."""

from __future__ import annotations

import os
from pathlib import Path

from engine.formats import format_of

SEPARATOR = "!/"


def is_file(path: Path | str) -> bool:
    """Whether there is such a file; False also for what can be no path, such as a name too long for one."""
    try:
        return Path(path).expanduser().is_file()
    except (OSError, ValueError, RuntimeError):
        return False


def whole_path(path: Path | str) -> str:
    """A path as the catalog knows files: from the root, its links part of it."""
    return os.path.abspath(Path(path).expanduser())  # noqa: PTH100 (resolve() would follow links)


def scene_and_object(path: str) -> tuple[str, str | None]:
    """(path of the file or archive member, name of the object in it or None) of a catalog path.

    No object's name has the ending of a shape file (see `scenes.object_names`), so members are not taken for objects.
    """
    scene, separator, name = path.rpartition(SEPARATOR)
    if separator and "/" not in name and format_of(scene) is not None and format_of(name) is None:
        return scene, name
    return path, None


def scene_name(path: str) -> str:
    """The file name of the scene that a catalog path is an object of: "room.glb"; empty for other paths."""
    scene, name = scene_and_object(path)
    return "" if name is None else scene.replace("\\", "/").rpartition("/")[2]
