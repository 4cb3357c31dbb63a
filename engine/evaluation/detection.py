"""Zero-shot detection on ScanNet V2: boxes that a detector proposed, named by what their points look like.

The protocol of PointCLIP V2 and OpenDlign: the points in each box are drawn as depth maps and classified among 18
names; a box counts for every class with objectness times probability; boxes of one class that overlap a stronger one
are left out, as 3DETR's evaluation does.
"""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.encoder import Encoder
from engine.errors import UsageError
from engine.evaluation.boxes import Detections, Truth, average_precisions, overlaps, suppressed
from engine.evaluation.crops import Crops
from engine.evaluation.datasets.dataset import ids_in
from engine.evaluation.datasets.scannet import TITLE, SceneFiles, find
from engine.evaluation.drawing import Look
from engine.evaluation.embedding import ShapeVectors
from engine.evaluation.proposal_files import Proposals, read_proposals
from engine.evaluation.protocols import Wish
from engine.evaluation.report import Report, Row, Table, with_published
from engine.evaluation.zero_shot import blended_views, class_scores
from engine.sandbox import Sandbox

OURS = "ours"
LEAST = {"mAP25": 0.25, "mAP50": 0.5}


@dataclass(frozen=True)
class Scored:
    """What detection gave: of each scene the detections and the truth, and the scenes that failed with the reasons."""

    found: dict[str, Detections]
    truths: dict[str, Truth]
    failures: tuple[tuple[str, str], ...]


def run(protocol: str, wish: Wish) -> Report:
    """mAP25 and mAP50 of the encoder on the proposals that `wish.proposals` names: a file, or "ours".

    Raises UsageError for a folder of another layout, and for proposals that lack or cannot be read.
    """
    started = time.perf_counter()
    if not wish.proposals:
        raise UsageError("ScanNet detection needs boxes.", "Name a detector's: --proposals FILE, or --proposals ours.")
    told = read_proposals(Path(wish.proposals)) if wish.proposals != OURS else None
    only = ids_in(wish.only) if wish.only else ()
    scans = find(wish.data, only)[: wish.limit]
    missing = [scan.key for scan in scans if told is not None and scan.key not in told]
    if len(missing) == len(scans):
        raise UsageError(f"{wish.proposals} holds no boxes for {missing[0]} nor any other scene of {wish.data}.")
    look = Look(wish.rig, wish.projection, wish.points or 0).checked()
    encoder = wish.encoder()
    scored = detect(scans, told, look, encoder, wish)
    return _report(protocol, wish, encoder, look, scored, len(missing), time.perf_counter() - started)


def detect(
    scans: list[SceneFiles], told: dict[str, Proposals] | None, look: Look, encoder: Encoder, wish: Wish
) -> Scored:
    """Crop, draw, encode and name the boxes of every scan. A scan that cannot be read is left out and listed."""
    reader = copy.copy(encoder)
    reader.card = replace(encoder.card, class_prompts=wish.prompts or encoder.card.class_prompts)
    classes = reader.encode_classes(bundled_json("scannet.json")["classes"])
    found: dict[str, Detections] = {}
    truths: dict[str, Truth] = {}
    failures = []
    limits = replace(wish.limits, seconds=10 * wish.limits.seconds)  # a scan holds some hundred shapes
    nothing = Proposals(np.zeros((0, 7)), np.zeros(0))
    jobs = (
        (scan.key, scan, None if told is None else told.get(scan.key, nothing), look, wish.limits) for scan in scans
    )
    with Sandbox("engine.evaluation.crops:crop", min(wish.jobs, len(scans)), limits) as sandbox:
        # A scan's pictures may be 100 MB: no more than one waits for each process.
        for done, (outcome,) in enumerate(sandbox.stream(jobs, wish.jobs + 1), 1):
            if outcome.error is not None:
                failures.append((outcome.key, str(outcome.error)))
            else:
                crops: Crops = outcome.result
                found[outcome.key] = _named(crops, encoder, classes)
                truths[outcome.key] = crops.truth
            wish.progress("embed", done, len(scans))
    if not truths:
        raise UsageError(f"No scene of {wish.data} could be read: {failures[0][1]}")
    return Scored(found, truths, tuple(sorted(failures)))


def _named(crops: Crops, encoder: Encoder, classes: NDArray[np.float32]) -> Detections:
    """Scores of each box for each class, -1 where it is suppressed."""
    boxes, objectness = crops.proposals.boxes, crops.proposals.objectness
    if not len(boxes):
        return Detections(boxes, np.zeros((0, len(classes))))
    logits = class_scores(_views(crops.pictures, encoder), classes, encoder.card.temperature)
    logits = logits.astype(np.float64) / crops.pictures.shape[1]
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    scores = objectness[:, None] * shares
    most = bundled_json("scannet.json")["boxes"]["nms_iou"]
    best = shares.argmax(axis=1)
    for number in np.unique(best):
        own = np.flatnonzero(best == number)
        scores[own[suppressed(boxes[own], objectness[own], most)]] = -1.0
    return Detections(boxes, scores)


def _views(pictures: NDArray[np.uint8], encoder: Encoder) -> NDArray[np.float16]:
    """(n, V, D) of (n, V, H, W): half of the views through each branch where there are two."""
    count, views = pictures.shape[:2]
    flat = pictures.reshape(count * views, *pictures.shape[2:])
    rows = [encoder.encode_depth(flat, branch).aligned.astype(np.float16) for branch in encoder.card.branches]
    depth, photo = (one.reshape(count, views, -1) for one in (rows[0], rows[-1]))
    form, kept = np.zeros((count, 0), np.float16), np.arange(count)
    return blended_views(ShapeVectors(depth, depth if len(rows) == 1 else photo, form, kept))


def _report(
    protocol: str, wish: Wish, encoder: Encoder, look: Look, scored: Scored, missing: int, seconds: float
) -> Report:
    told = bundled_json("scannet.json")
    per_class = {
        column: average_precisions(scored.found, scored.truths, len(told["classes"]), least)
        for column, least in LEAST.items()
    }
    figures = {column: float(np.mean(list(values.values()))) if values else 0.0 for column, values in per_class.items()}
    scenes = len(scored.truths)
    unlike = [f"{scenes:,} of {told['validation_scenes']} scenes"] if scenes != told["validation_scenes"] else []
    unlike += ["our own proposals, not 3DETR-m's"] if wish.proposals == OURS else []
    row = Row("ShapeSeek", encoder.card.name, figures, True, not unlike, "; ".join(unlike))
    main = with_published(Table(f"{TITLE} detection", tuple(LEAST), (row,)), "detection", protocol)
    numbers = sorted(per_class["mAP25"])
    classes = Table(
        "AP by class",
        ("AP25", "AP50"),
        tuple(
            Row(told["classes"][n], encoder.card.name, {"AP25": per_class["mAP25"][n], "AP50": per_class["mAP50"][n]})
            for n in numbers
        ),
    )
    recipe = {"proposals": str(wish.proposals), "rig": look.rig, "projection": look.projection, "points": look.points}
    recipe["prompts"] = wish.prompts or encoder.card.class_prompts
    boxes = sum(len(one.boxes) for one in scored.found.values())
    notes = [f"{scenes:,} scenes; {boxes:,} boxes were named", _recall(scored)]
    notes += [f"{missing:,} scenes have no proposals in the file"] if missing else []
    return Report(
        protocol, TITLE, encoder.card.name, recipe, boxes, (main, classes), len(numbers), tuple(notes),
        scored.failures, seconds,
    )  # fmt: skip


def _recall(scored: Scored) -> str:
    """How many of the true boxes any proposal meets: what naming alone cannot better."""
    best = [np.zeros(0)]
    for scene, truth in scored.truths.items():
        boxes = scored.found[scene].boxes
        best.append(overlaps(truth.boxes, boxes).max(axis=1) if len(boxes) else np.zeros(len(truth.boxes)))
    met = np.concatenate(best)
    if not len(met):
        return "nothing of the 18 classes is annotated"
    shares = ", ".join(f"{100 * (met > least).mean():.1f}% at IoU {least:g}" for least in LEAST.values())
    return f"the boxes proposed meet {shares} of {len(met):,} true ones"
