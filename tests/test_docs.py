"""Every command and every piece of Python that the documentation shows is run here."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from engine.bundled import bundled
from indexer.samples import write_samples
from ui.cli import shapeseek

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/usage.md", "docs/alignment.md", "docs/evaluation.md")
WITH_PYTHON = ("README.md", "docs/usage.md")
RUN_ELSEWHERE = {"shapeseek ui"}  # a server: tests/e2e drives it

pytestmark = pytest.mark.skipif(
    not (bundled("encoders") / "starter" / "open_clip_model.safetensors").is_file(),
    reason="the starter weights are missing",
)


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder as the documentation supposes it.

    my-shapes, photo.png, labelled (shapes with a labels.csv), and a library named by the environment.
    """
    write_samples(tmp_path / "my-shapes", variants=1, kinds=["chair", "car", "floor lamp", "table", "fish", "mug"])
    picture = Image.new("RGB", (200, 200), "white")
    ImageDraw.Draw(picture).rectangle((60, 40, 140, 180), fill="brown")
    picture.save(tmp_path / "photo.png")
    write_samples(tmp_path / "labelled", variants=1, kinds=["chair", "car", "table", "mug"])
    rows = [
        f"{file.name},{file.stem.rpartition('_')[0]},test"
        for file in sorted((tmp_path / "labelled").iterdir())
        if file.suffix != ".csv"
    ]
    (tmp_path / "labelled/labels.csv").write_text("\n".join(["path,name,split", *rows]))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHAPESEEK_LIBRARY", "my-library")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_commands_shown_work(page: str, newcomer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shapeseek(["index", "my-shapes"], standalone_mode=False)
    commands = [line for block in blocks(page, "console") for line in block.splitlines() if line.strip()]
    assert commands
    for command in commands:
        if command not in RUN_ELSEWHERE:
            code = shapeseek(shlex.split(command)[1:], standalone_mode=False)
            assert code in (0, None), f"{command} ended with {code}: {capsys.readouterr()}"


@pytest.mark.parametrize("page", WITH_PYTHON)
def test_python_shown_works(page: str, newcomer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shapeseek(["index", "my-shapes"], standalone_mode=False)
    capsys.readouterr()
    code = blocks(page, "python")
    assert code
    for block in code:
        exec(compile(block, page, "exec"), {})
    assert "car" in capsys.readouterr().out


def test_every_command_is_documented() -> None:
    text = "\n".join((ROOT / page).read_text("utf-8") for page in PAGES)
    shown = {line.split()[1] for page in PAGES for block in blocks(page, "console") for line in block.splitlines()}
    untold = set(shapeseek.commands) - shown - {name for name in shapeseek.commands if f"`shapeseek {name}" in text}
    assert untold <= {"demo", "align"}, f"no page shows {untold}"


@pytest.mark.parametrize("page", [*PAGES, "CONTRIBUTING.md", "docs/architecture.md", "docs/benchmarks.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target:
            assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}"
