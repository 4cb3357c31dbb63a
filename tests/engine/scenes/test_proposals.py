"""Proposals in made rooms: the boxes meet the furniture, and single things are left whole."""

from __future__ import annotations

import time

import numpy as np
import pytest
import trimesh

from engine.evaluation.boxes import from_corners, overlaps
from engine.scenes.proposals import Proposal, propose
from indexer.parametric import KINDS
from tests.made_scenes import Room, room_cloud


def met(room: Room, found: list[Proposal]) -> np.ndarray:
    """(n,) best overlap of each piece of furniture with any proposal."""
    lows, highs = (np.array([getattr(one.box, end) for one in found]).reshape(-1, 3) for end in ("low", "high"))
    truth = from_corners(room.boxes[:, :3], room.boxes[:, 3:])
    return overlaps(truth, from_corners(lows, highs)).max(axis=1, initial=0.0)


@pytest.mark.parametrize(
    "room",
    [{}, {"walls": False}, {"noise": 0.01}, {"lean": 0.03}, {"count": 2}, {"count": 12, "points": 100_000}],
    ids=["walls", "no walls", "noisy", "leaning", "two things", "twelve things"],
)
def test_rooms_fall_into_their_furniture(room: dict[str, float]) -> None:
    hits = total = proposed = 0
    for seed in (0, 1):
        made = room_cloud(seed, **{"points": 60_000, **room})  # type: ignore[arg-type]
        found = propose(made.points, "z")
        hits, total, proposed = (
            hits + int((met(made, found) >= 0.5).sum()),
            total + len(made.boxes),
            proposed + len(found),
        )
    assert hits >= 0.9 * total
    assert proposed <= 1.25 * total


def test_points_of_a_proposal_are_those_of_one_thing() -> None:
    made = room_cloud(0, count=6, points=60_000)
    for one in propose(made.points, "z"):
        owners, counts = np.unique(made.labels[one.points], return_counts=True)
        assert counts.max() > 0.97 * counts.sum() and owners[counts.argmax()] >= 0
        assert (np.diff(one.points) > 0).all() and 0 < one.objectness <= 1


def test_up_turns_with_the_cloud_and_units_do_not_matter() -> None:
    made = room_cloud(1, count=5, points=50_000)
    plain = propose(made.points, "z")
    turned = propose(1000 * np.column_stack([made.points[:, 0], made.points[:, 2], -made.points[:, 1]]), "y")
    assert [len(one.points) for one in turned] == [len(one.points) for one in plain]
    for one, other in zip(plain, turned, strict=True):
        (x, y, z), (u, v, w) = one.box.low, one.box.high
        assert np.allclose(
            other.box.corners(), [[1000 * x, 1000 * z, -1000 * v], [1000 * u, 1000 * w, -1000 * y]], rtol=1e-4
        )


def test_the_same_cloud_gives_the_same_proposals() -> None:
    made = room_cloud(2, count=4, points=40_000)
    first, second = propose(made.points), propose(made.points.copy())
    assert [one.box for one in first] == [one.box for one in second]


def test_what_is_small_or_has_no_floor_gives_none() -> None:
    rng = np.random.default_rng(0)
    ball = rng.normal(size=(50_000, 3))
    assert propose(ball / np.linalg.norm(ball, axis=1, keepdims=True)) == []
    assert propose(room_cloud(0, count=3, points=60_000).points[::10]) == []
    assert propose(np.zeros((30_000, 3))) == []


def test_single_things_are_rarely_taken_for_scenes() -> None:
    names = [
        "chair",
        "sofa",
        "car",
        "airplane",
        "house",
        "tree",
        "mug",
        "bed",
        "floor lamp",
        "gear",
        "bicycle",
        "stool",
    ]
    split = []
    for name in names:
        mesh = trimesh.util.concatenate(KINDS[name](np.random.default_rng(1)))
        cloud = trimesh.sample.sample_surface(mesh, 25_000, seed=0)[0]
        if len(propose(cloud, "y", doubting=True)) > 1:
            split.append(name)
    assert len(split) <= 1, split
    rooms = [propose(room_cloud(seed, points=60_000).points, "z", doubting=True) for seed in (0, 1)]
    assert all(len(found) > 4 for found in rooms)


def test_many_points_take_seconds() -> None:
    made = room_cloud(0, count=20, points=300_000)
    began = time.process_time()
    found = propose(made.points, "z")
    assert time.process_time() - began < 12
    assert (met(made, found) >= 0.5).mean() > 0.9
