"""Datasets are read in the layouts that their authors publish, and another layout is told by name."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ShapeSeekError, UsageError
from engine.evaluation.datasets import (
    hdf5,
    labels,
    modelnet,
    objaverse,
    omniobject,
    openshape,
    scanobjectnn,
    shrec,
    text2shape,
)
from engine.evaluation.datasets.dataset import limited, only_listed
from engine.evaluation.drawing import BARE, Look, as_cloud, draw
from engine.formats import load_shape
from engine.geometry import checked_shape
from engine.settings import Limits
from engine.views import RenderRecipe, render
from tests.engine.evaluation import layouts


def test_modelnet_as_off_tree(tmp_path: Path) -> None:
    layouts.modelnet_off(tmp_path)
    for folder in (tmp_path, tmp_path / "ModelNet40"):
        found = modelnet.load(folder)
        assert found.classes == ("bowl", "lamp", "night stand")
        assert [item.key for item in found.items] == [
            f"{kind}_{number:04d}" for kind in ("bowl", "lamp", "night_stand") for number in (51, 52)
        ]
        assert (len(found.train), {item.source.up for item in found.items}) == (9, {"z"})
    first = next(item for item in found.items if item.key == "night_stand_0051")
    assert first.source.path.read_text().startswith("OFF8 12")
    assert len(load_shape(first.source.path).faces) == 12


def test_modelnet_as_hdf5_takes_class_names_by_number(tmp_path: Path) -> None:
    found = modelnet.load(layouts.modelnet_hdf5(tmp_path))
    assert [item.label for item in found.items] == ["lamp", "night stand", "bowl"]
    assert [item.label for item in found.train] == ["lamp", "night stand", "bowl"]
    assert found.classes == ("bowl", "lamp", "night stand")
    assert np.array_equal(hdf5.cloud(found.items[1].source.path, 1), layouts.cloud(layouts.BOXES, 1).astype(float))


def test_modelnet_as_text_with_normals(tmp_path: Path) -> None:
    found = modelnet.load(layouts.modelnet_text(tmp_path))
    assert [(item.key, item.label) for item in found.items] == [
        ("bowl_0002", "bowl"),
        ("night_stand_0002", "night stand"),
    ]
    pictures = draw(found.items[1].source, Look(rig="orbit-5"), Limits())
    shape = checked_shape(layouts.cloud(layouts.BOXES, 2).round(6), up="y")
    assert (render(shape, RenderRecipe("orbit-5")).pictures() == pictures).mean() > 0.999


def test_scanobjectnn_labels_are_the_sets_own_numbers(tmp_path: Path) -> None:
    found = scanobjectnn.load(layouts.scanobjectnn(tmp_path, each=1))
    assert [item.label for item in found.items] == ["box", "display", "pillow"]
    assert (len(found.classes), len(found.train), found.items[0].source.up) == (15, 3, "y")


@pytest.mark.parametrize("write", [layouts.omniobject_ply, layouts.omniobject_hdf5, layouts.omniobject_scans])
def test_omniobject(write: Callable[[Path], Path], tmp_path: Path) -> None:
    found = omniobject.load(write(tmp_path))
    assert found.classes == ("dice", "toy boat")
    assert {item.label for item in found.items} == {"dice", "toy boat"}
    assert len(draw(found.items[0].source, Look(rig="orbit-5", points=64), Limits())) == 5


@pytest.mark.parametrize("packed", [False, True])
def test_objaverse_takes_annotated_models_that_are_there(packed: bool, tmp_path: Path) -> None:
    found = objaverse.load(layouts.objaverse(tmp_path, packed))
    assert [(item.key, item.label) for item in found.items] == [("bb22", "Band Aid"), ("aa11", "bat (animal)")]
    assert found.classes == ("Band Aid", "bat (animal)")
    assert found.notes[0].startswith("1 annotated models are not in")


def test_openshape_clouds_are_read_and_code_in_them_is_not_run(tmp_path: Path) -> None:
    import os

    found = objaverse.load(layouts.openshape(tmp_path))
    assert [(item.key, item.label) for item in found.items] == [("bb22", "Band Aid"), ("aa11", "bat (animal)")]
    rod = found.items[0].source
    assert np.ptp(openshape.cloud(rod.path), axis=0) == pytest.approx([0.1, 0.1, 2.0], abs=0.01)
    pictures = draw(rod, Look(rig="opendlign-10"), Limits())
    rows, columns = (np.flatnonzero((pictures[0] < 255).any(axis=axis)) for axis in (1, 0))
    assert np.ptp(rows) > 10 * np.ptp(columns)  # it stands

    class Hostile:
        def __reduce__(self) -> tuple[Any, tuple[str]]:
            return os.system, (f"touch {tmp_path}/run",)

    for content in (Hostile(), {"xyz": Hostile()}, {"abc": 1}, {"xyz": np.zeros(4)}):
        np.save(rod.path, np.array(content, dtype=object), allow_pickle=True)
        with pytest.raises(ShapeSeekError):
            draw(rod, Look(), Limits())
    np.save(rod.path, np.zeros((5, 3)))
    with pytest.raises(ShapeSeekError, match="not one dict"):
        draw(rod, Look(), Limits())
    assert not (tmp_path / "run").exists()


def test_shrec_reads_the_princeton_file(tmp_path: Path) -> None:
    found = shrec.load(layouts.shrec(tmp_path, each=2))
    assert [(item.key, item.label) for item in found.items] == [
        ("D00001", "Bed"), ("D00002", "Bed"), ("D00003", "Ball"), ("D00004", "Ball"), ("D00005", "Pen"),
        ("D00006", "Pen"),
    ]  # fmt: skip
    (tmp_path / "models/D00006.off").unlink()
    assert shrec.load(tmp_path).notes == ("1 models of SHREC2012_Generic_labels.cla are not there",)
    for broken in ("PSB 1\n2 4\n\nBed 0 2\nD00001\n", "a list\nof names", ""):
        (tmp_path / "SHREC2012_Generic_labels.cla").write_text(broken)
        with pytest.raises(UsageError, match="not a Princeton classification file"):
            shrec.load(tmp_path)


def test_text2shape_pairs_sentences_with_models(tmp_path: Path) -> None:
    found = text2shape.load(layouts.text2shape(tmp_path))
    assert [(item.key, item.label) for item in found.items] == [("c1", "chair"), ("c2", "chair"), ("t1", "table")]
    assert found.texts[2:4] == (("a Chair with c2 legs.", 1), ("the c2 Chair, brown", 1))
    assert found.notes == ("1 captioned models are not there",)


def test_labels_rows_pass_conditions(tmp_path: Path) -> None:
    folder = layouts.labelled(tmp_path / "mine")
    every, some = labels.load(folder), labels.load(folder / "labels.csv", ("split=test", "path=[bl]*"))
    assert (len(every.items), len(some.items)) == (7, 4)
    assert some.classes == ("bowl", "lamp") and some.pictures == (
        (folder / "icon-2.png", 0),
        (folder / "icon-3.png", 1),
    )
    assert some.texts == (("one bowl of kind 3", 1), ("one lamp of kind 5", 3))
    assert labels.load(folder, column="split").classes == ("test", "train")
    with pytest.raises(UsageError, match=r"no column 'colour'.*It has: path, name, split"):
        labels.load(folder, ("colour=red",))
    with pytest.raises(UsageError, match=r"No row of .* passes split=no"):
        labels.load(folder, ("split=no",))
    with pytest.raises(UsageError, match="not COLUMN=VALUE"):
        labels.load(folder, ("test",))


def test_labels_may_be_saved_by_a_spreadsheet(tmp_path: Path) -> None:
    folder = layouts.labelled(tmp_path / "mine")
    table = folder / "labels.csv"
    plain = labels.load(folder)
    table.write_text(table.read_text(), encoding="utf-8-sig")  # with a byte order mark
    assert labels.load(folder) == plain


@pytest.mark.parametrize(
    "module", [modelnet, scanobjectnn, omniobject, objaverse, shrec, text2shape, labels], ids=lambda m: m.TITLE
)
def test_another_layout_is_told_by_name(module: Any, tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("nothing")
    with pytest.raises(UsageError) as told:
        module.load(tmp_path)
    assert f"{tmp_path} holds no " in str(told.value)
    assert module.LAYOUT in told.value.hint
    with pytest.raises(UsageError, match="does not exist"):
        module.load(tmp_path / "nowhere")


def test_hdf5_says_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = layouts.scanobjectnn(tmp_path, each=1)
    file = folder / "h5_files/main_split_nobg/test_objectdataset.h5"
    with pytest.raises(ShapeSeekError, match="no cloud 3"):
        hdf5.cloud(file, 3)
    file.write_bytes(file.read_bytes()[:500])
    with pytest.raises(UsageError, match="cannot be read as HDF5"):
        scanobjectnn.load(folder)
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "h5py":
            raise ImportError("No module named 'h5py'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"pip install 'shapeseek\[eval\]'"):
        scanobjectnn.load(folder)


def test_choosing_some_shapes_keeps_their_questions(tmp_path: Path) -> None:
    found = text2shape.load(layouts.text2shape(tmp_path))
    (tmp_path / "test.txt").write_text("t1\nc2\n\n")
    (tmp_path / "test.json").write_text('["c2", "t1", "other"]')
    for name in ("test.txt", "test.json"):
        some = only_listed(found, tmp_path / name)
        assert [item.key for item in some.items] == ["c2", "t1"]
        assert some.texts[0] == ("a Chair with c2 legs.", 0) and some.texts[-1] == ("the t1 Table, brown", 1)
    with pytest.raises(UsageError, match="None of the ids"):
        (tmp_path / "test.txt").write_text("x9\n")
        only_listed(found, tmp_path / "test.txt")
    few = limited(found, 2)
    assert (len(few.items), few.notes[-1]) == (2, "2 of 3 shapes (--limit)")
    assert limited(found, 9) is found and limited(found, 2) == few


def test_points_are_sampled_on_meshes_and_taken_of_clouds() -> None:
    mesh = layouts.solid(layouts.BALLS, 0)
    shape = checked_shape(mesh.vertices, mesh.faces, up="z")
    sampled = as_cloud(shape, 500)
    assert (len(sampled.vertices), sampled.is_cloud, sampled.up) == (500, True, "z")
    assert np.linalg.norm(sampled.vertices, axis=1) == pytest.approx(1, abs=0.05)  # on the ball, not in its corners
    assert np.array_equal(sampled.vertices, as_cloud(shape, 500).vertices)
    taken = as_cloud(sampled, 200)
    assert {tuple(row) for row in taken.vertices} < {tuple(row) for row in sampled.vertices}
    assert as_cloud(sampled, 900) is sampled


def test_bare_points_are_a_pixel_each(tmp_path: Path) -> None:
    np.save(tmp_path / "cloud.npy", layouts.cloud(layouts.BALLS, 0, 300))
    from engine.evaluation.datasets.dataset import Source

    source = Source(tmp_path / "cloud.npy", up="y")
    bare, closed = (draw(source, Look(projection=name), Limits()) for name in (BARE, "closing"))
    drawn = (bare < 255).reshape(10, -1).sum(axis=1)
    assert ((drawn > 150) & (drawn <= 300)).all()
    assert ((closed < 255).reshape(10, -1).sum(axis=1) > 20 * drawn).all()
