"""Detection: overlaps and average precision worked by hand, ScanNet's two layouts, proposals in every form."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from engine.encoder import OpenClipEncoder
from engine.errors import UsageError
from engine.evaluation.boxes import Detections, Truth, average_precisions, from_corners, inside, overlaps, suppressed
from engine.evaluation.datasets.scannet import find, read
from engine.evaluation.proposal_files import read_proposals
from engine.evaluation.protocols import Wish, evaluate
from engine.settings import Limits
from tests.made_scenes import Room, room_cloud

CHAIR, TABLE, SOFA = 5, 7, 6  # NYU40 numbers


def box(x: float, y: float, z: float, *rest: float) -> np.ndarray:
    """Centre, sizes, heading; sizes 1 and heading 0 where nothing is said."""
    sizes = rest[:3] if len(rest) >= 3 else (1.0, 1.0, 1.0)
    return np.array([[x, y, z, *sizes, rest[3] if len(rest) > 3 else 0.0]])


# Overlaps.


def test_overlaps_of_boxes_along_the_axes() -> None:
    one = box(0, 0, 0)
    others = np.concatenate([box(0, 0, 0), box(0.5, 0, 0), box(0.5, 0.5, 0.5), box(3, 0, 0), box(0, 0, 0, 2, 2, 2)])
    assert overlaps(one, others)[0] == pytest.approx([1, 1 / 3, (1 / 8) / (15 / 8), 0, 1 / 8])


def test_overlaps_of_turned_boxes() -> None:
    square, turned = box(0, 0, 0), box(0, 0, 0, 1, 1, 1, np.pi / 4)
    octagon = 2 * np.sqrt(2) - 2  # what a unit square shares with itself turned by 45 degrees
    assert overlaps(square, turned)[0, 0] == pytest.approx(octagon / (2 - octagon))
    assert overlaps(box(0, 0, 0, 2, 1, 1), box(0, 0, 0, 1, 2, 1, np.pi / 2))[0, 0] == pytest.approx(1)
    assert overlaps(turned, box(3, 0, 0))[0, 0] == 0
    slab = box(0.2, 0.1, 0, 3, 2, 1, 0.0)
    assert overlaps(box(0, 0, 0, 1, 1, 1, 1e-9), slab)[0, 0] == pytest.approx(overlaps(square, slab)[0, 0], abs=1e-6)


def test_turned_overlaps_agree_with_counting_points() -> None:
    rng = np.random.default_rng(0)
    points = rng.uniform(-2, 2, (200_000, 3))
    for _ in range(4):
        pair = [box(*rng.uniform(-0.5, 0.5, 3), *rng.uniform(0.5, 2, 3), rng.uniform(0, 3)) for _ in range(2)]
        sets = [set(inside(points, one[0]).tolist()) for one in pair]
        counted = len(sets[0] & sets[1]) / len(sets[0] | sets[1])
        assert overlaps(*pair)[0, 0] == pytest.approx(counted, abs=0.02)


def test_the_stronger_of_two_that_overlap_stays() -> None:
    boxes = np.concatenate([box(0, 0, 0), box(0.2, 0, 0), box(0.9, 0, 0), box(5, 0, 0)])
    assert suppressed(boxes, np.array([0.5, 0.9, 0.4, 0.1]), 0.25).tolist() == [True, False, False, False]


# Average precision.


def found(*rows: tuple[np.ndarray, float]) -> Detections:
    return Detections(np.concatenate([row for row, _ in rows]), np.array([[score] for _, score in rows]))


def test_average_precision_worked_by_hand() -> None:
    truth = {"a": Truth(np.concatenate([box(0, 0, 0), box(5, 0, 0)]), np.array([0, 0]))}
    right, again, wrong, late = box(0, 0, 0), box(0.1, 0, 0), box(9, 9, 9), box(5, 0, 0)
    # Right, a repetition of it, right: recalls 1/2, 1/2, 1 at precisions 1, 1/2, 2/3 -> 1/2 * 1 + 1/2 * 2/3.
    case = {"a": found((right, 0.9), (again, 0.8), (late, 0.7))}
    assert average_precisions(case, truth, 1, 0.25) == {0: pytest.approx(0.5 + 0.5 * 2 / 3)}
    # Wrong first: precisions 0, 1/2, 2/3, made monotone 2/3 throughout.
    case = {"a": found((wrong, 0.9), (right, 0.8), (late, 0.7))}
    assert average_precisions(case, truth, 1, 0.25) == {0: pytest.approx(2 / 3)}
    assert average_precisions({"a": found((right, 0.9))}, truth, 1, 0.25) == {0: pytest.approx(0.5)}
    assert average_precisions({}, truth, 1, 0.25) == {0: 0.0}


def test_a_tighter_overlap_takes_fewer() -> None:
    truth = {"a": Truth(box(0, 0, 0), np.array([0]))}
    case = {"a": found((box(0.5, 0, 0), 1.0))}  # overlap 1/3
    assert average_precisions(case, truth, 1, 0.25) == {0: 1.0}
    assert average_precisions(case, truth, 1, 0.5) == {0: 0.0}


def test_classes_are_judged_apart_and_absent_ones_do_not_count() -> None:
    truth = {"a": Truth(np.concatenate([box(0, 0, 0), box(5, 0, 0)]), np.array([0, 2]))}
    scores = np.array([[0.9, 0.05, 0.05], [0.1, 0.1, 0.8]])
    case = {"a": Detections(truth["a"].boxes, scores)}
    assert average_precisions(case, truth, 3, 0.25) == {0: 1.0, 2: 1.0}
    case = {"a": Detections(truth["a"].boxes, scores[:, ::-1])}  # each named as the other
    assert average_precisions(case, truth, 3, 0.25) == {0: 0.5, 2: 0.5}
    case = {"a": Detections(truth["a"].boxes, np.where(scores > 0.5, scores, -1.0))}  # below 0: not detected
    assert average_precisions(case, truth, 3, 0.25) == {0: 1.0, 2: 1.0}


def test_scenes_are_ranked_together() -> None:
    truth = {key: Truth(box(0, 0, 0), np.array([0])) for key in "ab"}
    case = {"a": found((box(9, 0, 0), 0.9)), "b": found((box(0, 0, 0), 0.5))}
    assert average_precisions(case, truth, 1, 0.25) == {0: pytest.approx(0.25)}  # recall 1/2 at precision 1/2


# The two layouts.


@pytest.fixture(scope="module")
def room() -> Room:
    return room_cloud(4, count=3, points=25_000)


def numbers(room: Room) -> list[int]:
    return [{"chair": CHAIR, "table": TABLE, "sofa": SOFA}[name] for name in room.names]


def prepared(folder: Path, room: Room, key: str = "scene0011_00") -> Path:
    """As VoteNet's tools write a scan: one object more, of a class that is not among the 18."""
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / f"{key}_vert.npy", np.hstack([room.points, np.zeros_like(room.points)]).astype(np.float32))
    low, high = room.boxes[:, :3], room.boxes[:, 3:]
    rows = np.column_stack([(low + high) / 2, high - low, numbers(room)])
    np.save(folder / f"{key}_bbox.npy", np.vstack([rows, [0, 0, 0, 1, 1, 1, 1]]))
    return folder


def distributed(folder: Path, room: Room, key: str = "scene0011_00") -> Path:
    """As ScanNet gives a scan: a mesh that lies askew, segments, instances, the alignment and the table of names."""
    place = folder / "scans" / key
    place.mkdir(parents=True)
    turn = trimesh.transformations.rotation_matrix(0.4, [0, 0, 1])
    askew = room.points @ np.linalg.inv(turn)[:3, :3].T
    faces = np.arange(len(askew) - len(askew) % 3).reshape(-1, 3)
    content = trimesh.Trimesh(askew, faces, process=False).export(file_type="ply")
    (place / f"{key}_vh_clean_2.ply").write_bytes(content)
    words = " ".join(f"{value:.6f}" for value in turn.ravel())
    (place / f"{key}.txt").write_text(f"numColorFrames = 1\naxisAlignment = {words} \nsceneType = Office\n")
    (place / f"{key}_vh_clean_2.0.010000.segs.json").write_text(json.dumps({"segIndices": (room.labels + 1).tolist()}))
    groups = [{"objectId": i, "segments": [i + 1], "label": name} for i, name in enumerate(room.names)]
    groups.append({"objectId": 9, "segments": [0], "label": "wall"})
    (place / f"{key}_vh_clean.aggregation.json").write_text(json.dumps({"segGroups": groups}))
    with (folder / "scannetv2-labels.combined.tsv").open("w", newline="") as stream:
        table = csv.writer(stream, delimiter="\t")
        table.writerows([("id", "raw_category", "nyu40id"), (1, "wall", 1), (2, "chair", 5), (3, "table", 7)])
        table.writerow((4, "sofa", 6))
    return folder


def test_both_layouts_say_the_same(room: Room, tmp_path: Path) -> None:
    one, other = prepared(tmp_path / "one", room), distributed(tmp_path / "other", room)
    points, truth = read(find(one)[0], Limits())
    again, same = read(find(other)[0], Limits())
    assert len(truth.boxes) == len(same.boxes) == 3
    assert truth.classes.tolist() == same.classes.tolist() == [2, 4, 3]
    assert np.allclose(truth.boxes, same.boxes, atol=1e-3) and np.allclose(points, again, atol=1e-3)


def test_the_validation_list_and_wishes_choose_scenes(room: Room, tmp_path: Path) -> None:
    for key in ("scene0001_00", "scene0002_00", "scene0003_00"):
        prepared(tmp_path, room, key)
    assert len(find(tmp_path)) == 3
    (tmp_path / "scannetv2_val.txt").write_text("scene0002_00\nscene0003_00\n")
    assert [scan.key for scan in find(tmp_path)] == ["scene0002_00", "scene0003_00"]
    assert [scan.key for scan in find(tmp_path, ["scene0001_00"])] == ["scene0001_00"]
    with pytest.raises(UsageError, match="None of the scenes"):
        find(tmp_path, ["scene0009_00"])
    with pytest.raises(UsageError, match=r"does not exist.*_bbox\.npy"):
        find(tmp_path / "nothing")


# Proposals.


def test_proposals_in_every_form_say_the_same(room: Room, tmp_path: Path) -> None:
    low, high = room.boxes[:, :3], room.boxes[:, 3:]
    rows, sure = from_corners(low, high), np.array([0.9, 0.8, 0.7])
    corners = np.array([[[x, y, z] for x in (a[0], b[0]) for y in (a[1], b[1]) for z in (a[2], b[2])]
                        for a, b in zip(low, high, strict=True)])  # fmt: skip
    camera = np.stack([corners[..., 0], -corners[..., 2], corners[..., 1]], axis=-1)
    forms: dict[str, Any] = {
        "six": {"boxes": rows[:, :6].tolist(), "objectness": sure.tolist()},
        "seven": {"boxes": rows.tolist(), "objectness": sure.tolist()},
        "camera": {"corners": camera.tolist(), "objectness": sure.tolist()},
        "depth": {"corners": corners.tolist(), "objectness": sure.tolist(), "axes": "depth"},
    }
    (tmp_path / "all.json").write_text(json.dumps(forms))
    np.savez(tmp_path / "one.npz", **{"seven/boxes": rows, "seven/objectness": sure})
    (tmp_path / "many").mkdir()
    np.savez(tmp_path / "many/seven.npz", boxes=rows, objectness=sure)
    read = read_proposals(tmp_path / "all.json")
    read["npz"] = read_proposals(tmp_path / "one.npz")["seven"]
    read["folder"] = read_proposals(tmp_path / "many")["seven"]
    assert len(read) == 6
    for one in read.values():
        assert np.allclose(one.boxes, rows) and np.allclose(one.objectness, sure)


@pytest.mark.parametrize(
    "content",
    ["no json", "[]", "{}", '{"a": 3}', '{"a": {}}', '{"a": {"boxes": [[1, 2]]}}',
     '{"a": {"boxes": [[1, 2, 3, 1, 1, 1]], "objectness": [1, 2]}}', '{"a": {"corners": [1, 2]}}',
     '{"a": {"boxes": [[1, 2, 3, 1, 1, NaN]]}}'],
)  # fmt: skip
def test_bad_proposals_are_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text(content)
    with pytest.raises(UsageError, match=r"p\.json"):
        read_proposals(tmp_path / "p.json")


# The whole way.


@pytest.fixture
def wish(encoder: OpenClipEncoder, tmp_path: Path) -> Callable[..., Wish]:
    return lambda data, **more: Wish(
        data=data, encoder=lambda: encoder, cache=tmp_path / "cache", rig="orbit-5", **more
    )


def test_the_report_stands_beside_the_published_rows(room: Room, tmp_path: Path, wish: Callable[..., Wish]) -> None:
    data = prepared(tmp_path / "data", room)
    (data / "broken_vert.npy").write_bytes(b"no array")
    low, high = room.boxes[:, :3], room.boxes[:, 3:]
    told = {"scene0011_00": {"boxes": from_corners(low, high).tolist(), "objectness": [1, 1, 0.01]}}
    (tmp_path / "boxes.json").write_text(json.dumps(told))
    report = evaluate("scannet", wish(data, proposals=str(tmp_path / "boxes.json"))).to_dict()
    rows = {row["method"]: row for row in report["tables"][0]["rows"]}
    assert rows["OpenDlign"]["figures"] == {"mAP25": 0.5072, "mAP50": 0.3797}
    ours = rows["ShapeSeek"]
    assert not ours["comparable"] and "1 of 312 scenes" in ours["note"]
    assert 0 <= ours["figures"]["mAP50"] <= ours["figures"]["mAP25"] <= 2 / 3 + 1e-9  # one box was not sure enough
    assert report["shapes"] == 2 and report["classes"] == 3
    assert any("66.7% at IoU 0.25, 66.7% at IoU 0.5 of 3" in note for note in report["notes"])
    assert [one["id"] for one in report["failures"]] == ["broken"]


def test_our_own_proposals_meet_what_is_there(room: Room, tmp_path: Path, wish: Callable[..., Wish]) -> None:
    report = evaluate("scannet", wish(prepared(tmp_path / "data", room), proposals="ours")).to_dict()
    assert any("100.0% at IoU 0.25" in note for note in report["notes"])
    assert "our own proposals" in report["tables"][0]["rows"][-1]["note"]


def test_names_decide_the_figures(
    room: Room, tmp_path: Path, wish: Callable[..., Wish], encoder: OpenClipEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With texts that point at each crop's own picture vector, mAP is 1; with those of another crop, it is not."""
    from engine.evaluation import detection

    data = prepared(tmp_path / "data", room)
    low, high = room.boxes[:, :3], room.boxes[:, 3:]
    (tmp_path / "boxes.json").write_text(json.dumps({"scene0011_00": {"boxes": from_corners(low, high).tolist()}}))
    seen: list[np.ndarray] = []
    real = detection._views
    monkeypatch.setattr(detection, "_views", lambda *given: seen.append(real(*given)) or seen[-1])
    asked = wish(data, proposals=str(tmp_path / "boxes.json"))
    evaluate("scannet", asked)
    own = seen[0].astype(np.float32).mean(axis=1)
    own -= own.mean(axis=0)  # what tells the three apart
    own /= np.linalg.norm(own, axis=1, keepdims=True)
    for order, perfect in (([0, 1, 2], True), ([1, 2, 0], False)):
        texts = np.zeros((18, own.shape[1]), np.float32)
        texts[[2, 4, 3]] = own[order]
        knowing = _Knowing(encoder, texts)
        report = evaluate("scannet", replace(asked, encoder=lambda knowing=knowing: knowing))
        figures = report.tables[0].rows[-1].figures
        assert (figures["mAP50"] == pytest.approx(1.0)) is perfect


class _Knowing:
    """The real encoder for pictures, with class vectors of our own."""

    def __init__(self, real: OpenClipEncoder, texts: np.ndarray) -> None:
        self.card, self._real, self._texts = real.card, real, texts

    def encode_classes(self, names: Any) -> np.ndarray:
        return self._texts

    def encode_depth(self, pictures: np.ndarray, branch: Any = "depth") -> Any:
        return self._real.encode_depth(pictures, branch)


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({}, "needs boxes"),
        ({"proposals": "/nowhere.json"}, "cannot be read"),
        ({"shots": (1,), "proposals": "ours"}, "no classes"),
        ({"only": Path("nothing.txt"), "proposals": "ours"}, "cannot be read as a list of ids"),
    ],
)
def test_wishes_that_make_no_sense(
    more: dict[str, Any], what: str, room: Room, tmp_path: Path, wish: Callable[..., Wish]
) -> None:
    with pytest.raises(UsageError, match=what):
        evaluate("scannet", wish(prepared(tmp_path / "data", room), **more))
