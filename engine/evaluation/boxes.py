"""Boxes in scenes: overlap, suppression, and average precision of detections.

A box is a row of 7: centre x, y, z, full sizes along its own axes, heading in radians, counter-clockwise about z.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float64]


@dataclass(frozen=True)
class Detections:
    """What was found in one scene: boxes (n, 7), and scores (n, C) of them for each class; below 0: not detected."""

    boxes: Boxes
    scores: NDArray[np.float64]


@dataclass(frozen=True)
class Truth:
    """What is in one scene: boxes (m, 7) and the class number (m,) of each."""

    boxes: Boxes
    classes: NDArray[np.int64]


def from_corners(low: NDArray[np.floating], high: NDArray[np.floating]) -> Boxes:
    """(n, 7) axis-aligned boxes from their lowest and highest corners, (n, 3) each."""
    low, high = np.asarray(low, np.float64), np.asarray(high, np.float64)
    return np.hstack([(low + high) / 2, high - low, np.zeros((len(low), 1))])


def overlaps(one: Boxes, other: Boxes) -> NDArray[np.float64]:
    """(n, m) intersection over union of the volumes of boxes (n, 7) and (m, 7); 0 where either is flat."""
    bottom = np.maximum.outer(one[:, 2] - one[:, 5] / 2, other[:, 2] - other[:, 5] / 2)
    top = np.minimum.outer(one[:, 2] + one[:, 5] / 2, other[:, 2] + other[:, 5] / 2)
    shared = np.maximum(top - bottom, 0.0) * _ground_areas(one, other)
    volumes = np.add.outer(one[:, 3:6].prod(axis=1), other[:, 3:6].prod(axis=1)) - shared
    return np.divide(shared, volumes, out=np.zeros_like(shared), where=volumes > 0)


def _ground_areas(one: Boxes, other: Boxes) -> NDArray[np.float64]:
    """(n, m) areas that the boxes' footprints share."""
    if not (one[:, 6].any() or other[:, 6].any()):
        sides = []
        for axis in (0, 1):
            low = np.maximum.outer(one[:, axis] - one[:, axis + 3] / 2, other[:, axis] - other[:, axis + 3] / 2)
            high = np.minimum.outer(one[:, axis] + one[:, axis + 3] / 2, other[:, axis] + other[:, axis + 3] / 2)
            sides.append(np.maximum(high - low, 0.0))
        return np.asarray(sides[0] * sides[1])
    areas = np.zeros((len(one), len(other)))
    first, second = _footprints(one), _footprints(other)
    reach_one, reach_other = (np.hypot(boxes[:, 3], boxes[:, 4]) / 2 for boxes in (one, other))
    apart = np.hypot(np.subtract.outer(one[:, 0], other[:, 0]), np.subtract.outer(one[:, 1], other[:, 1]))
    for i, j in np.argwhere(apart < np.add.outer(reach_one, reach_other)):
        areas[i, j] = _area(_clipped(first[i], second[j]))
    return areas


def _footprints(boxes: Boxes) -> NDArray[np.float64]:
    """(n, 4, 2) corners on the ground, counter-clockwise."""
    corners = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]]) * boxes[:, None, 3:5] / 2
    cos, sin = np.cos(boxes[:, 6])[:, None], np.sin(boxes[:, 6])[:, None]
    turned = np.stack(
        [corners[..., 0] * cos - corners[..., 1] * sin, corners[..., 0] * sin + corners[..., 1] * cos], axis=-1
    )
    return turned + boxes[:, None, :2]


def _clipped(polygon: NDArray[np.float64], window: NDArray[np.float64]) -> NDArray[np.float64]:
    """A convex polygon cut to a convex window, both counter-clockwise (Sutherland and Hodgman 1974)."""
    for start, end in zip(window, np.roll(window, -1, axis=0), strict=True):
        if not len(polygon):
            break
        edge = end - start
        side = edge[0] * (polygon[:, 1] - start[1]) - edge[1] * (polygon[:, 0] - start[0])
        kept = []
        for i in range(len(polygon)):
            before, here = side[i - 1], side[i]
            if (before < 0) != (here < 0):
                kept.append(polygon[i - 1] + (polygon[i] - polygon[i - 1]) * before / (before - here))
            if here >= 0:
                kept.append(polygon[i])
        polygon = np.array(kept).reshape(-1, 2)
    return polygon


def _area(polygon: NDArray[np.float64]) -> float:
    if len(polygon) < 3:
        return 0.0
    x, y = polygon.T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


def suppressed(boxes: Boxes, strength: NDArray[np.floating], most: float) -> NDArray[np.bool_]:
    """(n,) True for boxes that overlap a stronger one, itself kept, by more than `most`."""
    gone = np.zeros(len(boxes), bool)
    overlap = overlaps(boxes, boxes)
    for at in np.argsort(-strength, kind="stable"):
        if not gone[at]:
            gone |= overlap[at] > most
            gone[at] = False
    return gone


def inside(points: NDArray[np.floating], box: NDArray[np.float64]) -> NDArray[np.int64]:
    """Indices of the points (N, 3) in a box (7,), its faces included."""
    moved = np.asarray(points, np.float64) - box[:3]
    cos, sin = np.cos(box[6]), np.sin(box[6])
    across = np.abs(moved[:, 0] * cos + moved[:, 1] * sin) <= box[3] / 2
    along = np.abs(moved[:, 1] * cos - moved[:, 0] * sin) <= box[4] / 2
    return np.flatnonzero(across & along & (np.abs(moved[:, 2]) <= box[5] / 2))


def average_precisions(
    found: Mapping[str, Detections], truths: Mapping[str, Truth], classes: int, least: float
) -> dict[int, float]:
    """Class number -> average precision at an overlap above `least`, of the classes that occur in the truth.

    All detections of a class are taken by falling score; one is right when the box of its scene and class that it
    overlaps most is overlapped enough and was not found before. The area under precision, made monotone, over recall:
    the PASCAL VOC measure since 2010, as VoteNet and 3DETR use it.
    """
    figures = {}
    for number in range(classes):
        wanted = {scene: truth.boxes[truth.classes == number] for scene, truth in truths.items()}
        total = sum(map(len, wanted.values()))
        if total:
            scores, right = _judged(found, wanted, number, least)
            figures[number] = _voc_area(right[np.argsort(-scores, kind="stable")], total)
    return figures


def _judged(
    found: Mapping[str, Detections], wanted: Mapping[str, Boxes], number: int, least: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Scores of all detections of a class, and whether each is right; scenes are independent of one another."""
    scores, right = [np.zeros(0)], [np.zeros(0, bool)]
    for scene, boxes in wanted.items():
        if scene not in found:
            continue
        column = found[scene].scores[:, number]
        order = np.argsort(-column, kind="stable")
        order = order[column[order] >= 0]
        overlap = overlaps(found[scene].boxes[order], boxes)
        taken = np.zeros(len(boxes), bool)
        good = np.zeros(len(order), bool)
        for at, row in enumerate(overlap):
            best = int(row.argmax()) if len(row) else -1
            if best >= 0 and row[best] > least and not taken[best]:
                taken[best] = good[at] = True
        scores.append(column[order])
        right.append(good)
    return np.concatenate(scores), np.concatenate(right)


def _voc_area(right: NDArray[np.bool_], total: int) -> float:
    hits = right.cumsum()
    recall = np.concatenate([[0.0], hits / total])
    precision = hits / np.arange(1, len(right) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float((np.diff(recall) * envelope).sum())
