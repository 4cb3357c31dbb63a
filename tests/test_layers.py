"""The house stays in order: ui -> indexer -> engine, torch behind one door, modules small, public names as listed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import engine

ROOT = Path(__file__).parents[1]
LAYERS = ("engine", "indexer", "ui")
MODULES = [file.relative_to(ROOT) for layer in LAYERS for file in sorted((ROOT / layer).rglob("*.py"))]
PUBLIC = ["Hit", "Hits", "Library", "Query", "Settings", "Shape", "ShapeSeekError", "Term", "load_shape", "make_query"]


def imports(module: Path, top_only: bool = False) -> set[str]:
    """Dotted names a module imports; with `top_only` those that happen when it is imported."""
    return set(_imports(ast.parse((ROOT / module).read_text("utf-8")).body, top_only))


def _imports(body: list[ast.stmt], top_only: bool) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif top_only and _runs_later(node):
            continue
        else:
            yield from _imports(
                [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)], top_only
            )
            for handler in getattr(node, "handlers", ()):
                yield from _imports(handler.body, top_only)


def _runs_later(node: ast.stmt) -> bool:
    """True for the body of a function, and for what only the type checker sees."""
    if isinstance(node, ast.If):
        return "TYPE_CHECKING" in ast.dump(node.test)
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))


def reaches(names: set[str], *packages: str) -> set[str]:
    return {name for name in names if name.split(".")[0] in packages}


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40
    assert reaches(imports(Path("ui/cli.py")), "engine") and reaches(imports(Path("indexer/pipeline.py")), "engine")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_dependencies_point_one_way(module: Path) -> None:
    above = {"engine": ("indexer", "ui", "streamlit"), "indexer": ("ui", "streamlit"), "ui": ()}[module.parts[0]]
    assert not reaches(imports(module), *above)


HEAVY = ("torch", "torchvision", "open_clip", "timm", "transformers", "safetensors")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_torch_waits_behind_its_door(module: Path) -> None:
    if module.parts[:2] == ("engine", "align") or module == Path("engine/branches.py"):
        return
    assert not reaches(imports(module, top_only=True), *HEAVY)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_modules_stay_readable(module: Path) -> None:
    assert len((ROOT / module).read_text("utf-8").splitlines()) <= 400


def test_only_the_ui_speaks_and_exits() -> None:
    for module in MODULES:
        if module.parts[0] == "ui" or module.parts[:2] == ("engine", "align"):
            continue
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        assert not calls & {"print", "sys.exit", "exit", "click.echo"}, module


def test_the_public_names_are_these() -> None:
    assert sorted(engine.__all__) == PUBLIC
    for name in PUBLIC:
        assert getattr(engine, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        engine.nothing  # noqa: B018
