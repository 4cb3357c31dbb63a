"""The program as people and scripts meet it: a real process, its exit code, its two streams."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

Program = Callable[..., "subprocess.CompletedProcess[str]"]
HIT = {"id", "path", "name", "collection", "score", "weak", "view", "parts"}
REPORT = {"new", "unchanged", "renamed", "updated", "failed", "gone", "seconds", "failures"}


@pytest.fixture(scope="module")
def ask(shapeseek: Program, library_folder: Path) -> Program:
    """The program on the shared library."""
    return lambda *arguments: shapeseek(*arguments, SHAPESEEK_LIBRARY=library_folder)


def data(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """The one JSON document on stdout of a run that went well."""
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def told(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """An error of ours: its exit code, nothing on stdout, one message without traceback."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr and "Warning:" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_help_is_instant_and_brings_no_heavy_library() -> None:
    code = """
import sys
sys.argv = ["shapeseek", "--help"]
from ui.cli import main
try:
    main()
except SystemExit:
    heavy = {"torch", "open_clip", "faiss", "numpy", "sqlalchemy", "trimesh", "streamlit", "numba", "PIL"}
    heavy &= set(sys.modules)
    sys.exit(f"imported {heavy}" if heavy else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "index" in done.stdout and "search" in done.stdout
    program = Path(sys.executable).with_name("shapeseek")
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([program, "--help"], capture_output=True, check=True)
        seconds.append(time.perf_counter() - started)
    assert min(seconds) < 0.5


@pytest.mark.parametrize(
    "command",
    ["index", "search", "similar", "classify", "teach", "forget", "labels", "duplicates", "collections", "remove",
     "stats", "check", "rebuild", "export", "demo", "ui", "align", "encoders", "formats"],
)  # fmt: skip
def test_every_command_of_the_contract_has_help(command: str) -> None:
    from click.testing import CliRunner

    from ui.cli import shapeseek as group

    result = CliRunner().invoke(group, [command, "--help"])
    assert result.exit_code == 0 and "Usage:" in result.output


def test_search_prints_the_contracts_json(ask: Program, samples: Path) -> None:
    found = data(ask("search", "a floor lamp", "-k", "3", "--not", "wheels", "--where", "faces > 1", "--json"))
    assert found.keys() == {"query", "took_ms", "hits"}
    assert found["query"] == {
        "terms": [
            {"kind": "text", "value": "a floor lamp", "weight": 1.0},
            {"kind": "text", "value": "wheels", "weight": -0.5},
        ],
        "where": "faces > 1", "collection": "", "k": 3, "keywords": True,
    }  # fmt: skip
    assert {"embed", "retrieve", "rank", "total"} <= found["took_ms"].keys()  # type: ignore[attr-defined]
    hits: list[dict[str, object]] = found["hits"]  # type: ignore[assignment]
    assert len(hits) == 3 and all(HIT <= hit.keys() <= HIT | {"tags"} for hit in hits)
    assert (hits[0]["name"], hits[0]["collection"]) == ("floor lamp", "samples")
    assert Path(str(hits[0]["path"])).parent == samples
    types = {"id": int, "score": float, "weak": bool, "view": int, "parts": dict}
    assert all(isinstance(hits[0][key], kind) for key, kind in types.items())


def test_picture_shape_and_text_together_and_a_sheet(ask: Program, samples: Path, tmp_path: Path) -> None:
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (50, 60, 4), np.uint8)).save(tmp_path / "p.png")
    chair = next(samples.glob("chair_1.*"))
    done = ask(
        "search",
        "chair",
        "--image",
        tmp_path / "p.png",
        "--shape",
        chair,
        "--shape",
        "1",
        "-k",
        "99",
        "--sheet",
        tmp_path / "s.png",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0].split() == ["score", "id", "name", "collection", "path"]
    assert len(done.stdout.splitlines()) == 18
    with Image.open(tmp_path / "s.png") as sheet:
        assert sheet.width > 900 and len(np.unique(np.asarray(sheet))) > 20


def test_similar_needs_no_encoder_and_leaves_the_shape_out(ask: Program) -> None:
    hits: list[dict[str, object]] = data(ask("similar", "2", "-k", "50", "--json"))["hits"]  # type: ignore[assignment]
    assert len(hits) == 16 and 2 not in [hit["id"] for hit in hits]


def test_classify_prints_labels_best_first(ask: Program, samples: Path) -> None:
    found = data(ask("classify", next(samples.glob("mug_1.*")), "--labels", "mug,car , house", "--json"))
    shares = [one["probability"] for one in found["labels"]]  # type: ignore[attr-defined]
    assert shares == sorted(shares, reverse=True) and sum(shares) == pytest.approx(1, abs=0.001)
    assert {one["label"] for one in found["labels"]} == {"mug", "car", "house"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (["collections"], {"collections"}),
        (["stats"], {"shapes", "failed", "encoder", "camera_rig", "bytes"}),
        (["stats", "--failed"], {"failures"}),
        (["check"], {"ok", "problems"}),
        (["formats"], {"formats", "archives"}),
        (["encoders"], {"encoders"}),
        (["duplicates"], {"groups"}),
    ],
)
def test_what_prints_data_prints_json_too(ask: Program, command: list[str], keys: set[str]) -> None:
    assert keys <= data(ask(*command, "--json")).keys()
    plain = ask(*command)
    assert plain.returncode == 0 and plain.stdout.strip() and not plain.stdout.startswith("{")


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        ("query is empty", ["search"]),
        ("query is empty", ["search", "  "]),
        ("query is empty", ["search", "--not", "legs"]),
        ("cannot be understood", ["search", "x", "--where", "colour = red"]),
        ("cannot be understood", ["search", "x", "--where", b"name = \xff"]),
        ("cannot be understood", ["search", "x", "--where", " or ".join(["id = 1"] * 1500)]),
        ("no collection", ["search", "x", "--collection", "none"]),
        ("at least 1", ["search", "x", "-k", "0"]),
        ("no shape 99999", ["similar", "99999"]),
        ("no shape 99999", ["search", "--shape", "99999"]),
        ("no shape 99999", ["similar", "9" * 30]),
        ("Invalid value", ["similar", "two"]),
        ("no shape file", ["search", "--shape", "/absent.stl"]),
        ("no labels", ["classify", "1", "--labels", ","]),
        ("No such option", ["search", "x", "--frobnicate"]),
        ("No such command", ["frobnicate"]),
        ("nothing to remove", ["remove"]),
        ("Missing argument", ["index"]),
        ("nothing to index", ["index", "/absent"]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_wrong_questions_exit_2_without_traceback(ask: Program, words: str, arguments: list[object]) -> None:
    told(ask(*arguments), 2, words)


def test_pictures_that_cannot_be_read_exit_2(ask: Program, tmp_path: Path) -> None:
    (tmp_path / "p.png").write_text("no picture")
    told(ask("search", "--image", tmp_path / "p.png"), 2, "cannot be read as a picture")
    told(ask("search", "--image", tmp_path / "absent.png"), 2, "no picture")


def test_a_sheet_that_cannot_be_written_is_told(ask: Program, tmp_path: Path) -> None:
    told(ask("similar", "1", "--sheet", tmp_path / "no/such/folder.png"), 2, "folder.png")
    told(ask("similar", "1", "--sheet", tmp_path / "sheet.unknown"), 2, "sheet.unknown")


def test_libraries_that_cannot_be_used_exit_3(
    shapeseek: Program, library_folder: Path, other_encoder_folder: Path, samples: Path, tmp_path: Path
) -> None:
    told(shapeseek("search", "x", "--library", tmp_path / "none"), 3, "no library", "shapeseek index FOLDER --library")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file").touch()
    told(shapeseek("index", samples, "--library", tmp_path / "other"), 3, "holds other things")
    told(shapeseek("index", samples, "--library", tmp_path / "other/file/lib"), 3)
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "catalog.sqlite").write_bytes(b"junk" * 2000)
    told(shapeseek("stats", "--library", damaged), 3, "is damaged")
    told(
        shapeseek("index", samples, "--library", library_folder, "--encoder", other_encoder_folder),
        3,
        "was made with encoder",
    )
    told(
        shapeseek("index", samples, "--library", tmp_path / "new", "--encoder", "nonsense"), 3, "no encoder 'nonsense'"
    )
    told(shapeseek("index", samples, "--library", tmp_path / "new", "--views", "3"), 2, "no camera rig 'orbit-3'")


def test_bad_settings_exit_2(shapeseek: Program, library_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("library = 5")
    told(shapeseek("stats", SHAPESEEK_LIBRARY=library_folder, SHAPESEEK_JOBS="many"), 2, "jobs")
    told(shapeseek("stats", SHAPESEEK_CONFIG=tmp_path / "bad.toml"), 2, "bad.toml")


def test_the_life_of_a_library(shapeseek: Program, encoder_folder: Path, tmp_path: Path) -> None:
    """index -> failures -> check -> harm -> rebuild -> remove, as a script would drive it."""
    folder, library = tmp_path / "Möbel", tmp_path / "library"
    folder.mkdir()
    trimesh.creation.box().export(folder / "crate.stl")
    trimesh.creation.torus(1, 0.3).export(folder / "ring ünï.glb")
    (folder / "bad.obj").write_text("v 1\nf 1 2 3")

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return shapeseek(*arguments, "--library", library)

    done = run("index", folder, "--encoder", encoder_folder, "--views", "5", "--jobs", "1", "--json")
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")  # done, but a file failed; progress only on a terminal
    assert report.keys() == REPORT
    assert (report["new"], report["failed"]) == (2, 1)
    assert [Path(one["path"]).name for one in report["failures"]] == ["bad.obj"] and report["failures"][0]["reason"]

    (folder / "bad.obj").unlink()
    done = run("index", folder)
    assert done.returncode == 0 and "2 unchanged" in done.stdout and "1 gone" in done.stdout
    assert json.loads(run("collections", "--json").stdout) == {
        "collections": [{"name": "Möbel", "shapes": 2, "failed": 0}]
    }
    assert json.loads(run("stats", "--json").stdout)["camera_rig"] == "orbit-5"
    assert "ring ünï" in run("similar", "1").stdout

    (library / "pooled.faiss").unlink()
    shutil.rmtree(library / "previews")
    done = run("check", "--json")
    assert done.returncode == 3 and json.loads(done.stdout)["ok"] is False and "shapeseek rebuild" in done.stderr
    assert json.loads(run("rebuild", "--json").stdout) == {
        "vectors": "rebuilt", "thumbnails_restored": 2, "thumbnails_lost": 0,
    }  # fmt: skip
    assert run("check").stdout == "The library is sound.\n"

    done = run("remove", folder / "crate.stl")  # asked, and nobody answers
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert json.loads(run("stats", "--json").stdout)["shapes"] == 2
    assert json.loads(run("remove", folder / "crate.stl", "--yes", "--json").stdout) == {"removed": 1}
    assert (folder / "crate.stl").is_file()
    told(run("remove", folder / "crate.stl", "--yes"), 2, "holds nothing under")


def test_a_reader_that_leaves_early_is_no_error(library_folder: Path) -> None:
    program = Path(sys.executable).with_name("shapeseek")
    command = f"'{program}' formats --json | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("{0\n", "")


def test_words_that_are_no_text_do_not_crash_a_search(ask: Program) -> None:
    done = ask("search", b"chair \xff", "-k", "2")
    assert done.returncode in (0, 2) and "Traceback" not in done.stderr


def test_the_starter_searches_samples_out_of_the_box(
    shapeseek: Program, starter_weights: Path, samples: Path, tmp_path: Path
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in ("chair", "car", "mug"):
        shutil.copy(next(samples.glob(f"{name}_1.*")), few)
    assert shapeseek("index", few, "--library", tmp_path / "l").returncode == 0
    hits = data(shapeseek("search", "something to drink from", "--no-keywords", "--library", tmp_path / "l", "--json"))[
        "hits"
    ]
    assert len(hits) == 3  # type: ignore[arg-type]


def test_another_rig_for_a_library_there_is_is_refused(shapeseek: Program, library_folder: Path, samples: Path) -> None:
    done = shapeseek("index", samples, "--library", library_folder, "--views", "5")
    assert (
        done.returncode == 3
        and f"reindex --views orbit-5 --projection closing --library {library_folder}" in done.stderr
    )
    told(shapeseek("index", samples, "--library", library_folder, "--views", "7"), 2, "no camera rig 'orbit-7'")


def test_reindex_keeps_the_encoder_and_takes_a_number_of_views(
    shapeseek: Program, library_folder: Path, encoder_folder: Path, samples: Path, tmp_path: Path
) -> None:
    shutil.copytree(library_folder, tmp_path / "l")
    place = ("--library", tmp_path / "l")
    assert data(shapeseek("reindex", *place, "--views", "5", "--json"))["done"] is True
    made = data(shapeseek("stats", *place, "--json"))
    assert (made["camera_rig"], made["encoder"]) == ("orbit-5", str(encoder_folder))
    one, new = next(samples.glob("mug_1.*")), ("--library", tmp_path / "new")
    assert shapeseek("index", one, *new, "--encoder", encoder_folder, SHAPESEEK_VIEWS="5").returncode == 0
    assert data(shapeseek("stats", *new, "--json"))["camera_rig"] == "orbit-5"
    assert shapeseek("index", one, *new, "--views", "5").returncode == 0
