"""Protocols end to end on small samples of the datasets' layouts, against figures worked out another way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.bundled import bundled_json
from engine.encoder import OpenClipEncoder, load_encoder
from engine.errors import UsageError
from engine.evaluation import few_shot
from engine.evaluation.cache import VectorCache
from engine.evaluation.datasets.dataset import Item, Source
from engine.evaluation.drawing import Look
from engine.evaluation.embedding import Embedder, ShapeVectors
from engine.evaluation.protocols import PROTOCOLS, Wish, evaluate
from engine.evaluation.report import Table, differences, with_published
from engine.evaluation.zero_shot import AGGREGATIONS, blended_views, class_scores, spread_views
from engine.formats import load_shape
from engine.prompts import ensemble, templates, unit
from engine.settings import Limits
from engine.views import RenderRecipe, render
from tests.engine.evaluation import layouts


@pytest.fixture(scope="module")
def wish(tmp_path_factory: pytest.TempPathFactory, encoder: OpenClipEncoder) -> Callable[..., Wish]:
    """A wish for DATA with one cache for all tests, five views and few points."""
    cache = tmp_path_factory.mktemp("eval") / "cache"

    def make(data: Path, **values: Any) -> Wish:
        common = {"cache": cache, "rig": "orbit-5", "limits": Limits(seconds=300)}
        return Wish(data, values.pop("with_encoder", lambda: encoder), **{**common, **values})

    return make


@pytest.fixture(scope="module")
def modelnet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return layouts.modelnet_off(tmp_path_factory.mktemp("sets") / "modelnet", test=2, train=2)


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return layouts.labelled(tmp_path_factory.mktemp("sets") / "labelled")


def ours(table: Table) -> dict[str, float]:
    return dict(next(row for row in table.rows if row.ours).figures)


def plain_views(files: list[Path], encoder: OpenClipEncoder) -> np.ndarray:
    """(n, 5, D) unit view embeddings of whole shapes, one file after the other, without sandbox or cache."""
    recipe = RenderRecipe("orbit-5")
    return np.stack([encoder.encode_depth(render(load_shape(file), recipe).pictures()).aligned for file in files])


def test_zero_shot_is_what_views_and_names_say(
    wish: Callable[..., Wish], modelnet: Path, encoder: OpenClipEncoder
) -> None:
    before = {path: path.stat().st_mtime_ns for path in modelnet.rglob("*")}
    report = evaluate("modelnet40", wish(modelnet, points=0, prompts="depth", ablate=("views",)))
    names = ["bowl", "lamp", "night stand"]
    classes = ensemble(names, templates("depth"), encoder._encode_raw)
    files = sorted(modelnet.rglob("test/*.off"))
    truth = [names.index(file.parts[-3].replace("_", " ")) for file in files]
    views = plain_views(files, encoder)
    order = np.argsort(-(views.sum(axis=1) @ classes.T), axis=1)
    assert ours(report.tables[0])["top-1"] == pytest.approx((order[:, 0] == truth).mean())
    best = (views[:, 0] @ classes.T).argmax(axis=1)
    assert ours(report.tables[1])["1 view"] == pytest.approx((best == truth).mean())
    assert list(ours(report.tables[1])) == ["1 view", "2 views", "4 views"]  # the rig has five
    assert (report.shapes, report.classes, report.failures) == (6, 3, ())
    row = next(row for row in report.tables[0].rows if row.ours)
    assert not row.comparable and row.note == "6 of 2,468 shapes; 3 of 40 classes; whole shapes, not 10,000 points"
    assert {path: path.stat().st_mtime_ns for path in modelnet.rglob("*")} == before


def test_a_second_run_needs_no_file_and_no_drawing(
    wish: Callable[..., Wish], modelnet: Path, encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    first = evaluate("modelnet40", wish(modelnet, points=0))
    copied = shutil.copytree(modelnet, tmp_path / "elsewhere")

    class Idle:
        card = encoder.card
        encode_classes = encoder.encode_classes

    again = evaluate("modelnet40", wish(copied, points=0, with_encoder=lambda: Idle()))
    assert again.tables == first.tables


def test_vectors_are_kept_by_content_look_and_encoder(tmp_path: Path, encoder: OpenClipEncoder) -> None:
    mesh = layouts.solid(layouts.BOXES, 0)
    file, broken = tmp_path / "a.stl", tmp_path / "broken.stl"
    mesh.export(file)
    broken.write_bytes(b"solid nothing")
    items = [Item(path.name, "", Source(path)) for path in (file, broken, tmp_path / "gone.stl")]
    with VectorCache(tmp_path / "cache") as cache:
        embedder = Embedder(encoder, cache, 1, Limits(), lambda *_: None)
        one = embedder.shapes(items, Look("orbit-5"))
        assert [key for key, _ in one.failures] == ["broken.stl", "gone.stl"]
        assert (one.kept.tolist(), one.depth.shape, one.two_branches) == ([0], (1, 5, 64), False)
        expected = plain_views([file], encoder)
        assert np.allclose(one.depth, expected, atol=2e-3)
        keys = [
            embedder._keys(items[:1], look, {})[0]
            for look in (Look("orbit-5"), Look("orbit-10"), Look("orbit-5", points=9), Look("orbit-5", "contour"))
        ]
        other = replace(encoder.card, weights="others")
        stranger = type("Stranger", (), {"card": other})()
        keys.append(Embedder(stranger, cache, 1, Limits(), lambda *_: None)._keys(items[:1], Look("orbit-5"), {})[0])
        layouts.solid(layouts.BOXES, 1).export(file)
        keys.append(embedder._keys(items[:1], Look("orbit-5"), {})[0])
        assert len(set(keys)) == len(keys)
    (tmp_path / "cache/vectors.sqlite").write_bytes(b"not a database, but some other text" * 99)
    with pytest.raises(UsageError, match=r"vectors\.sqlite cannot be used.*--cache"):
        VectorCache(tmp_path / "cache")


def test_few_shot_averages_draws_from_the_training_split(wish: Callable[..., Wish], modelnet: Path) -> None:
    report = evaluate("modelnet40", wish(modelnet, points=0, shots=(1, 2), seeds=2, ablate=("views",)))
    figures = ours(report.tables[0])
    assert list(figures) == ["1-shot", "2-shot"] and figures["2-shot"] >= 0.5  # three plainly different solids
    assert [table.title for table in report.tables] == ["few-shot, top-1", "views, few-shot top-1"]
    assert ours(report.tables[1])["4 views"] >= 0.5
    with pytest.raises(UsageError, match="fewer than 3 training shapes"):
        evaluate("modelnet40", wish(modelnet, points=0, shots=(3,)))


def test_few_shot_adds_what_the_branches_say() -> None:
    """One branch knows class 0 from the others, one knows class 2: together they know all three."""
    rng = np.random.default_rng(0)
    truth = np.repeat([0, 1, 2], 8)
    branches = [
        unit(np.eye(16)[(truth > 0).astype(int)] + 0.02 * rng.normal(size=(24, 16))),
        unit(np.eye(16)[(truth > 1).astype(int)] + 0.02 * rng.normal(size=(24, 16))),
    ]
    half = np.arange(24) % 2 == 0

    def share(used: list[np.ndarray]) -> float:
        logits = few_shot.predict([one[half] for one in used], truth[half], [one[~half] for one in used])
        assert logits.shape == (12, 3)
        return float((logits.argmax(axis=1) == truth[~half]).mean())

    assert share(branches) == 1.0 and max(share(branches[:1]), share(branches[1:])) < 0.95


def test_draws_are_nested_and_of_their_class() -> None:
    truth = np.repeat([0, 1, 2], 8)
    pool = [Item(str(at), "abc"[label], Source(Path())) for at, label in enumerate(truth)]
    lessons = [few_shot.draw(pool, ["a", "b", "c"], 4, seed) for seed in (0, 0, 1)]
    assert lessons[0] == lessons[1] != lessons[2]
    assert {pool[number].label for number in lessons[0].examples["b"]} == {"b"}
    assert set(lessons[0].first(1)) < set(lessons[0].first(4)) and len(lessons[0].first(4)) == 12


@pytest.mark.parametrize(
    ("protocol", "write", "shapes", "classes"),
    [
        ("scanobjectnn", layouts.scanobjectnn, 9, 15),
        ("omniobject3d", layouts.omniobject_ply, 4, 2),
        ("objaverse-lvis", layouts.objaverse, 2, 2),
    ],
)
def test_other_sets_are_classified(
    protocol: str, write: Callable[[Path], Path], shapes: int, classes: int, wish: Callable[..., Wish], tmp_path: Path
) -> None:
    report = evaluate(protocol, wish(write(tmp_path), points=300, projection="contour"))
    assert (report.shapes, report.classes, report.failures) == (shapes, classes, ())
    table = report.tables[0]
    methods = [row.method for row in table.rows if not row.ours]
    assert methods[-2:] == ["OpenDlign", "TAMM-PointBERT (four training sets)"] and len(methods) == 10
    told = next(row for row in table.rows if row.method == "OpenDlign").figures["top-1"]
    assert told == pytest.approx({"scanobjectnn": 0.595, "omniobject3d": 0.313, "objaverse-lvis": 0.35}[protocol])


def test_few_shot_without_a_training_split_tests_what_was_not_drawn(wish: Callable[..., Wish], tmp_path: Path) -> None:
    report = evaluate("omniobject3d", wish(layouts.omniobject_ply(tmp_path), points=300, shots=(1,), seeds=3))
    assert ours(report.tables[0])["1-shot"] == 1.0  # a box from a rod
    assert report.notes[-1].startswith("examples drawn from the tested shapes of 2 classes")
    assert "examples are drawn from the tested shapes" in report.tables[0].rows[-1].note


def test_components_of_one_branch(wish: Callable[..., Wish], tmp_path: Path) -> None:
    report = evaluate("scanobjectnn", wish(layouts.scanobjectnn(tmp_path, each=1), ablate=("components",)))
    methods = [row.method for row in report.tables[1].rows if row.ours]
    assert methods == [
        "ShapeSeek: bare points, plain text",
        "ShapeSeek: contour-aware, plain text",
        "ShapeSeek: contour-aware, depth text",
        "ShapeSeek: contour-aware, depth text, softmax",
        "ShapeSeek: closing, plain text",
        "ShapeSeek: closing, depth text",
        "ShapeSeek: closing, depth text, softmax",
    ]
    assert [row.figures["top-1"] for row in report.tables[1].rows if not row.ours] == [
        0.428,
        0.446,
        0.493,
        0.569,
        0.595,
    ]


def test_two_branches_share_the_views(
    wish: Callable[..., Wish], modelnet: Path, make_encoder: Callable[..., Path], tmp_path: Path
) -> None:
    import torch

    from engine.branches import attach_depth_branch, save_depth_branch, tuned_parameters
    from engine.checkpoints import load, resolve

    folder = make_encoder(tmp_path / "vit", "vit")
    model, _, _, digest = load(resolve(str(folder)))
    twin = attach_depth_branch(model.visual)
    with torch.no_grad():
        for value in tuned_parameters(twin).values():
            value.mul_(3)
    save_depth_branch(twin, folder / "depth.safetensors", digest)
    (folder / "card.json").write_text(json.dumps({"depth_branch": "depth.safetensors"}))
    both = load_encoder(str(folder), threads=1)
    report = evaluate("modelnet40", wish(modelnet, points=0, with_encoder=lambda: both, prompts="plain"))
    files = sorted(modelnet.rglob("test/*.off"))
    names = ["bowl", "lamp", "night stand"]
    pictures = [render(load_shape(file), RenderRecipe("orbit-5")).pictures() for file in files]
    logits = np.stack(
        [
            both.encode_depth(some[:2], "photo").aligned.sum(axis=0) + both.encode_depth(some[2:]).aligned.sum(axis=0)
            for some in pictures
        ]
    ) @ ensemble(names, ["{}"], both._encode_raw).T  # fmt: skip
    truth = [names.index(file.parts[-3].replace("_", " ")) for file in files]
    assert ours(report.tables[0])["top-1"] == pytest.approx((logits.argmax(axis=1) == truth).mean())
    few = evaluate("modelnet40", wish(modelnet, points=0, with_encoder=lambda: both, shots=(2,), seeds=1))
    assert "both branches" in few.tables[0].rows[-1].method
    ladder = evaluate("modelnet40", wish(modelnet, points=200, with_encoder=lambda: both, ablate=("components",)))
    assert sum(row.ours for row in ladder.tables[1].rows) == 12


def test_half_of_the_views_go_through_each_branch() -> None:
    depth, photo = np.zeros((2, 5, 3), np.float16), np.ones((2, 5, 3), np.float16)
    vectors = ShapeVectors(depth, photo, np.zeros((2, 0), np.float16), np.arange(2))
    assert blended_views(vectors)[:, :, 0].tolist() == [[1, 1, 0, 0, 0]] * 2
    assert blended_views(vectors, spread_views(5, 1))[:, :, 0].tolist() == [[0]] * 2
    single = replace(vectors, photo=depth)
    assert blended_views(single)[:, :, 0].tolist() == [[0] * 5] * 2
    assert spread_views(10, 4).tolist() == [0, 2, 5, 7] and spread_views(10, 10).tolist() == list(range(10))


def test_aggregations_by_hand_and_which_of_them_agree() -> None:
    """One shape of two views: (1, 0) and (0.6, 0.8), classes on the axes, temperature 10."""
    views, classes = np.array([[[1, 0], [0.6, 0.8]]], np.float16), np.eye(2, dtype=np.float32)
    logits, softmax, pooled = (class_scores(views, classes, 10.0, how) for how in AGGREGATIONS)
    assert logits[0] == pytest.approx([16, 8], abs=0.02)
    shares = np.exp([[10, 0], [6, 8]]) / np.exp([[10, 0], [6, 8]]).sum(axis=1, keepdims=True)
    assert softmax[0] == pytest.approx(shares.sum(axis=0), abs=2e-3)
    assert pooled[0] == pytest.approx(np.array([0.8, 0.4]) / np.hypot(0.8, 0.4), abs=1e-3)
    rng = np.random.default_rng(0)
    many = unit(rng.normal(size=(200, 10, 16))).astype(np.float16)
    texts = unit(rng.normal(size=(30, 16)))
    one, other = (class_scores(many, texts, 25.0, how).argsort(axis=1) for how in ("logits", "pooled"))
    assert (one == other).mean() > 0.999  # but for the last bit of ties


def test_shapes_ask_for_their_class(wish: Callable[..., Wish], tmp_path: Path, encoder: OpenClipEncoder) -> None:
    report = evaluate("shrec12", wish(layouts.shrec(tmp_path)))
    files = sorted(tmp_path.rglob("*.off"))
    recipe = RenderRecipe("orbit-5")
    form = np.stack([encoder.encode_depth(render(load_shape(f), recipe).pictures()).form.max(axis=0) for f in files])
    scores = unit(form) @ unit(form).T - 9 * np.eye(9)
    nearest = scores.argmax(axis=1) // 3 == np.arange(9) // 3
    assert ours(report.tables[0])["NN"] == pytest.approx(nearest.mean())
    assert list(ours(report.tables[0])) == ["NN", "FT", "ST", "E", "DCG", "mAP"]
    (tmp_path / "ids").write_text("D00001\nD00004\n")
    with pytest.raises(UsageError, match="no two shapes of one class"):
        evaluate("shrec12", wish(tmp_path, only=tmp_path / "ids"))


def test_sentences_ask_for_their_shape(wish: Callable[..., Wish], tmp_path: Path, encoder: OpenClipEncoder) -> None:
    folder = layouts.text2shape(tmp_path)
    report = evaluate("text2shape", wish(folder))
    files = [next(folder.rglob(f"{model}/models/*.obj")) for model in ("c1", "c2", "t1")]
    pooled = unit(plain_views(files, encoder).mean(axis=1))
    said = [f"a {n} with {i} legs." if first else f"the {i} {n}, brown"
            for i, n in (("c1", "Chair"), ("c2", "Chair"), ("t1", "Table")) for first in (True, False)]  # fmt: skip
    best = (encoder.encode_texts(said) @ pooled.T).argmax(axis=1)
    assert ours(report.tables[0])["RR@1"] == pytest.approx((best == [0, 0, 1, 1, 2, 2]).mean())
    assert (ours(report.tables[0])["RR@5"], report.tables[0].columns) == (1.0, ("RR@1", "RR@5", "NDCG@5", "MRR"))
    assert next(row for row in report.tables[0].rows if row.method == "SCA3D").figures == {
        "RR@1": pytest.approx(0.1667)
    }
    with pytest.raises(UsageError, match="no classes to tell apart"):
        evaluate("text2shape", wish(folder, shots=(1,)))


def test_labels_ask_by_name_icon_and_sentence(
    wish: Callable[..., Wish], labelled: Path, encoder: OpenClipEncoder
) -> None:
    from PIL import Image

    report = evaluate("labels", wish(labelled, where=("split=test",)))
    asked = {row.method: row for row in report.tables[0].rows}
    assert {title: row.note for title, row in asked.items()} == {
        "name -> shape of that name": "6 queries",
        "icon -> that shape": "4 queries",
        "icon -> shape of its name": "4 queries",
        "name + icon -> that shape": "4 queries",
        "name + icon -> shape of that name": "4 queries",
        "sentence -> that shape": "3 queries",
    }
    files = [labelled / f"{kind}-{at}.stl" for at, kind in enumerate(["night_stand"] * 2 + ["bowl"] * 2 + ["lamp"] * 2)]
    pooled = unit(plain_views(files, encoder).mean(axis=1))
    icons = encoder.encode_photos([Image.open(labelled / f"icon-{at}.png") for at in range(4)])
    over = icons @ pooled.T - np.diag(icons @ pooled[:4].T)[:, None]
    np.fill_diagonal(over, -1)
    # Random weights nearly tie, and the protocol keeps its vectors in half precision: a tie may fall either way.
    worst, best = ((over > slack).sum(axis=1) for slack in (-1e-3, 1e-3))
    assert (worst < 1).mean() <= asked["icon -> that shape"].figures["R@1"] <= (best < 1).mean()
    assert (1 / (worst + 1)).mean() <= asked["icon -> that shape"].figures["MRR"] + 1e-6
    assert asked["icon -> that shape"].figures["MRR"] <= (1 / (best + 1)).mean() + 1e-6
    assert [table.title for table in report.tables[1:]] == ["zero-shot", "shape to shape"]
    assert report.tables[1].rows[0].note == "" and not report.tables[1].source
    assert ours(report.tables[2])["ST"] > 0.5  # solids of one kind are near each other even to random weights
    few = evaluate("labels", wish(labelled, shots=(1,), seeds=2))
    assert few.shapes == 7 and "1-shot" in ours(few.tables[0])


def test_published_rows_are_all_there() -> None:
    told = bundled_json("published_results.json")
    for kind, table in told.items():
        if kind not in ("about", "benchmarks"):
            names = {name for row in table["rows"] for name in row} - {"method", "encoder"}
            assert names and table["source"]
            assert all(
                len(row[name]) == len(table["columns"]) for row in table["rows"] for name in names if name in row
            )
    assert set(told["benchmarks"]) == set(PROTOCOLS) - {"labels", "scannet"}
    assert all(told["benchmarks"][name]["points"] == PROTOCOLS[name].points for name in told["benchmarks"])
    shown = with_published(Table("zero-shot", ("top-1",), ()), "zero-shot", "objaverse-lvis")
    assert shown.columns == ("top-1", "top-3", "top-5") and "top-3" not in shown.rows[-1].figures


def test_what_can_be_compared() -> None:
    assert differences("modelnet40", 2468, 40, 10_000) == ""
    assert differences("objaverse-lvis", 46_205, 1156, 10_000) == ""
    assert differences("labels", 9, 9, 0) is None
    assert differences("scanobjectnn", 100, 15, 1024) == "100 of 581 shapes; 1,024 points, not 2,048 points"


def test_wrong_wishes_are_told_before_work(wish: Callable[..., Wish], modelnet: Path) -> None:
    def never() -> OpenClipEncoder:
        raise AssertionError("the encoder was loaded")

    for values, message in (
        ({"prompts": "poems"}, "no prompt set 'poems'"),
        ({"ablate": ("colours",)}, "no ablation 'colours'"),
        ({"projection": "fisheye"}, "no projection 'fisheye'.*closing, contour, points"),
        ({"rig": "no-rig"}, "no camera rig"),
        ({"only": Path("nothing.txt")}, "cannot be read as a list of ids"),
    ):
        with pytest.raises(UsageError, match=message):
            evaluate("modelnet40", wish(modelnet, with_encoder=never, **values))
    with pytest.raises(UsageError, match="no protocol 'mnist'"):
        evaluate("mnist", wish(modelnet))


def test_the_table_of_protocols_names_functions_that_are_there() -> None:
    import importlib

    for told in PROTOCOLS.values():
        module, _, function = told.run.partition(":")
        assert callable(getattr(importlib.import_module(module), function))
