"""defaults < TOML file < environment < flags, and every bad value is told with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import UsageError
from engine.settings import Limits, Settings, load_settings

TOML = 'library = "/from/toml"\nencoder = "toml"\njobs = 3\nmax_memory = "1.5g"\nmax_seconds = 5'


@pytest.fixture
def config(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "s.toml").write_text(TOML)
    return {"SHAPESEEK_CONFIG": str(tmp_path / "s.toml")}


def test_each_source_beats_the_one_before(config: dict[str, str]) -> None:
    environ = {**config, "SHAPESEEK_ENCODER": "environment", "SHAPESEEK_JOBS": "4", "SHAPESEEK_VIEWS": ""}
    settings = load_settings({"jobs": 5, "encoder": None}, environ)
    assert settings.library == Path("/from/toml")  # only in the file
    assert settings.encoder == "environment"  # a flag that was not given says nothing
    assert settings.jobs == 5
    assert settings.views == "orbit-12"  # an empty variable says nothing


def test_without_any_source_there_are_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = load_settings({}, {})
    assert settings == Settings(library=settings.library)
    assert settings.library.is_absolute()
    assert settings.limits == Limits()


def test_the_persons_own_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "shapeseek").mkdir()
    (tmp_path / "shapeseek/shapeseek.toml").write_text("jobs = 7")
    assert load_settings({}, {}).jobs == 7


@pytest.mark.parametrize(
    ("text", "value"),
    [("1024", 1024), ("2k", 2048), ("3M", 3 * 2**20), ("1.5GiB", 3 * 2**29), ("2gb", 2 * 2**30), (" 7 ", 7)],
)
def test_sizes_take_units(text: str, value: int) -> None:
    assert load_settings({}, {"SHAPESEEK_MAX_MEMORY": text}).max_memory == value


def test_settings_become_limits(config: dict[str, str]) -> None:
    limits = load_settings({"max_faces": 9, "max_file_bytes": 8}, config).limits
    assert (limits.seconds, limits.memory, limits.file_bytes, limits.faces) == (5, 3 * 2**29, 8, 9)


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    assert load_settings({}, {"SHAPESEEK_LIBRARY": "~/lib"}).library == Path("/somewhere/lib")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JOBS", "many"),
        ("JOBS", "1.5"),
        ("MAX_SECONDS", "soon"),
        ("MAX_MEMORY", "g"),
        ("MAX_MEMORY", "infg"),
        ("THREADS", "1e3"),
        ("JOBS", "-2"),
        ("THREADS", "-1"),
        ("MAX_SECONDS", "0"),
        ("MAX_SECONDS", "inf"),
        ("MAX_SECONDS", "nan"),
        ("MAX_FACES", "0"),
    ],
)
def test_bad_values_name_the_value_and_its_source(name: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings({}, {f"SHAPESEEK_{name}": value})
    assert name.lower() in caught.value.what and repr(value) in caught.value.what and "environment" in caught.value.what


@pytest.mark.parametrize(
    "content",
    [
        "jobs = ",
        "jobs = 'two'",
        "wheels = 4",
        "[limits]\nfaces = 3",
        "library = 5",
        "max_seconds = [1]",
        "jobs = true",
        b"\xff\xfe",
    ],
)
def test_a_bad_file_is_named(content: str | bytes, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError, match=r"bad\.toml"):
        load_settings({}, {"SHAPESEEK_CONFIG": str(file)})


def test_a_named_file_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        load_settings({}, {"SHAPESEEK_CONFIG": str(tmp_path / "absent.toml")})
    with pytest.raises(UsageError, match=str(tmp_path)):
        load_settings({}, {"SHAPESEEK_CONFIG": str(tmp_path)})  # a folder
