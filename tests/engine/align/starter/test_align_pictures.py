"""What is drawn of a shape to learn from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import trimesh

from engine.align.starter.corpus import Item
from engine.align.starter.pictures import SHADED, SIZE, VARIED, WHITE, draw_item, draw_items


def test_every_picture_shows_the_shape_and_half_the_drawings_its_colours(tmp_path: Path) -> None:
    mesh = trimesh.creation.capsule(1.0, 0.5)
    mesh.visual = trimesh.visual.ColorVisuals(mesh, face_colors=np.tile([200, 20, 20, 255], (len(mesh.faces), 1)))
    mesh.export(tmp_path / "red.ply")
    drawn = draw_item(tmp_path / "red.ply")
    assert drawn is not None
    assert drawn.depth.shape == (12, SIZE, SIZE) and drawn.varied.shape == (VARIED, SIZE, SIZE)
    assert drawn.shaded.shape == (SHADED, SIZE, SIZE, 3)
    assert all((picture < WHITE).mean() > 0.02 for picture in (*drawn.depth, *drawn.varied))
    own = drawn.shaded[0].reshape(-1, 3).astype(int)
    middle = own[len(own) // 2 + SIZE // 2]
    assert middle[0] > 3 * middle[1]


def test_a_file_without_a_shape_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "broken.glb").write_bytes(b"no shape")
    trimesh.creation.box().export(tmp_path / "box.glb")
    items = [Item(name, "x", "x", "set", "", "train", 0, "", "") for name in ("broken.glb", "box.glb")]
    paths = draw_items(tmp_path, items, tmp_path / "out", jobs=1)
    assert np.load(paths["drawn"]).tolist() == [False, True]
    assert (np.load(paths["depth"])[0] == WHITE).all() and (np.load(paths["depth"])[1] < WHITE).any()
