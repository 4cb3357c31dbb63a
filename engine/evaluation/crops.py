"""One scan to the depth pictures of what is in its boxes, as a job for the sandbox."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.errors import ShapeFileError
from engine.evaluation.boxes import Truth, from_corners, inside
from engine.evaluation.datasets.scannet import SceneFiles, read
from engine.evaluation.drawing import Look
from engine.evaluation.proposal_files import Proposals
from engine.geometry import checked_shape
from engine.rendering import warm_up as warm_up  # the sandbox calls it by this module's name
from engine.scenes.proposals import propose
from engine.settings import Limits
from engine.views import RenderRecipe, camera_rig, render


@dataclass(frozen=True)
class Crops:
    """Of one scan: the proposals that hold enough points, their pictures (n, V, H, W) uint8, and what is there."""

    proposals: Proposals
    pictures: NDArray[np.uint8]
    truth: Truth


def crop(scan: SceneFiles, proposals: Proposals | None, look: Look, limits: Limits) -> Crops:
    """Cut the points in each box out of a scan and draw them; proposals: None for our own. Raises ShapeFileError."""
    points, truth = read(scan, limits)
    if not len(points):
        raise ShapeFileError("it holds no points.")
    proposals = proposals if proposals is not None else _ours(points)
    told = bundled_json("scannet.json")["boxes"]
    rig, recipe = camera_rig(look.rig).upright, RenderRecipe(look.rig, look.resolution, look.projection)
    kept, pictures = [], []
    for number, box in enumerate(proposals.boxes):
        own = inside(points, box)
        if len(own) < told["least_points"] or proposals.objectness[number] <= told["least_objectness"]:
            continue
        if look.points and len(own) > look.points:
            own = np.sort(np.random.default_rng(0).choice(own, look.points, replace=False))
        pictures.append(render(checked_shape(points[own], up="z"), recipe, rig).pictures())
        kept.append(number)
    drawn = np.stack(pictures) if pictures else np.zeros((0, 0, look.resolution, look.resolution), np.uint8)
    return Crops(Proposals(proposals.boxes[kept], proposals.objectness[kept]), drawn, truth)


def _ours(points: NDArray[np.float64]) -> Proposals:
    found = propose(points, "z")
    lows = np.array([one.box.low for one in found]).reshape(-1, 3)
    highs = np.array([one.box.high for one in found]).reshape(-1, 3)
    return Proposals(from_corners(lows, highs), np.array([one.objectness for one in found]))
