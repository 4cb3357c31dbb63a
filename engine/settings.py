"""One frozen Settings: defaults < TOML file < SHAPESEEK_* environment < flags."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from engine.errors import UsageError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PREFIX = "SHAPESEEK_"
_UNITS = {"k": 2**10, "m": 2**20, "g": 2**30}


# Least and most of numbers that make sense: below, nothing could be read, and a timer takes no endless wait.
_BOUNDS = {
    "jobs": (0, 1024),
    "threads": (0, 1024),
    "max_seconds": (0.001, 1e9),
    **dict.fromkeys(("max_memory", "max_file_bytes", "max_faces", "max_objects"), (1, 2**62)),
}


@dataclass(frozen=True)
class Limits:
    """What one untrusted file may cost. Bytes, seconds, counts."""

    seconds: float = 60.0
    memory: int = 2 * 2**30
    file_bytes: int = 1 * 2**30
    faces: int = 20_000_000
    archive_members: int = 20_000
    archive_bytes: int = 4 * 2**30
    archive_ratio: float = 200.0
    texture_pixels: int = 64_000_000
    objects: int = 2_000


@dataclass(frozen=True)
class Settings:
    """Everything a person may set; field names are the TOML keys and, upper-cased after SHAPESEEK_, the variables."""

    library: Path
    encoder: str = "starter"
    views: str = "orbit-12"
    projection: str = "closing"
    jobs: int = 0  # rendering processes; 0: all cores but one, which encodes
    threads: int = 0  # encoder threads; 0: chosen by the pipeline
    max_seconds: float = Limits.seconds
    max_memory: int = Limits.memory
    max_file_bytes: int = Limits.file_bytes
    max_faces: int = Limits.faces
    max_objects: int = Limits.objects  # of one scene

    @property
    def processes(self) -> int:
        """How many rendering processes these settings ask for, at least 1."""
        return self.jobs or max(1, (os.cpu_count() or 2) - 1)

    @property
    def limits(self) -> Limits:
        """The limits for one file that these settings ask for."""
        return Limits(self.max_seconds, self.max_memory, self.max_file_bytes, self.max_faces, objects=self.max_objects)


def load_settings(flags: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from all sources; `flags` whose value is None are ignored. Raises UsageError naming the bad source."""
    environ = os.environ if environ is None else environ
    settings = Settings(library=default_library())
    file = settings_file(environ)
    if file.exists():
        settings = _apply(settings, _read_toml(file), str(file))
    elif environ.get(PREFIX + "CONFIG"):
        raise UsageError(f"SHAPESEEK_CONFIG names {file}, which does not exist.", "Unset it or create the file.")
    names = {PREFIX + field.name.upper(): field.name for field in fields(Settings)}
    from_environment = {names[key]: value for key, value in environ.items() if key in names and value}
    settings = _apply(settings, from_environment, "the environment")
    return _apply(settings, {key: value for key, value in (flags or {}).items() if value is not None}, "the options")


def settings_file(environ: Mapping[str, str]) -> Path:
    """Where the settings file is looked for: SHAPESEEK_CONFIG, else the user's configuration folder."""
    if environ.get(PREFIX + "CONFIG"):
        return Path(environ[PREFIX + "CONFIG"])
    import platformdirs

    return Path(platformdirs.user_config_dir("shapeseek", appauthor=False)) / "shapeseek.toml"


def default_library() -> Path:
    """Where a person's library lives when they name none: their data folder, never the current one."""
    import platformdirs

    return Path(platformdirs.user_data_dir("shapeseek", appauthor=False)) / "library"


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"The settings file {file} cannot be read: {error}.", "Mend or remove it.") from error


def _apply(settings: Settings, values: Mapping[str, Any], source: str) -> Settings:
    known = {field.name: field for field in fields(Settings)}
    changed = {}
    for key, value in values.items():
        if key not in known:
            raise UsageError(f"Unknown setting {key!r} in {source}.", f"Known: {', '.join(known)}.")
        try:
            changed[key] = _parse(str(known[key].type), value)
        except (ValueError, TypeError, OverflowError) as error:
            raise UsageError(f"{key} = {value!r} in {source} is not a {known[key].type}.") from error
        least, most = _BOUNDS.get(key, (None, None))
        if least is not None and not least <= changed[key] <= most:
            raise UsageError(f"{key} = {value!r} in {source} is not between {least:g} and {most:g}.")
    return replace(settings, **changed)


def _parse(kind: str, value: Any) -> Any:
    if kind == "Path":
        return Path(value).expanduser()
    if kind == "float":
        return float(value)
    if kind == "int":
        text = str(value).strip().lower().removesuffix("b").removesuffix("i")
        if text and text[-1] in _UNITS:
            return int(float(text[:-1]) * _UNITS[text[-1]])
        return int(text)
    return str(value)
