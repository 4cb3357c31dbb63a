"""The paper's projection of clouds: every stage on arrays small enough to work by hand, or against SciPy or PyTorch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from scipy import ndimage

from engine import contour
from engine.contour import contour_aware, densify, median, quantize, squeeze_smooth
from engine.rasteriser import close_gaps, draw_points, draw_triangles
from engine.views import RenderRecipe, camera_rig, cameras, render
from tests.engine import contour_reference as reference

VALUES: dict[str, Any] = contour.bundled_json("projection.json")["contour"]


def sparse(seed: int, shape: tuple[int, int, int] = (8, 40, 50), share: float = 0.02) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return (rng.random(shape) * (rng.random(shape) < share)).astype(np.float32)


def test_quantize_keeps_the_closest_point_of_each_voxel() -> None:
    points = np.array([[0.5, 0.5, 0], [0.9, 0.1, 0], [2.5, 1.5, 0], [2.5, 1.5, 0], [9.0, 0, 0], [-0.1, 0, 0]])
    closeness = np.array([0.0, 0.1, 1.0, 0.0, 1.0, 1.0])
    volume = quantize(points, closeness, 3, 4, 2, 0.0)
    assert volume.shape == (2, 3, 4)
    assert volume[0, 0, 0] == pytest.approx(0.1)  # two points in one voxel: the closer
    assert volume[1, 1, 2] == 1.0  # closeness 1 falls into the last bin, not beyond it
    assert np.count_nonzero(volume) == 2  # points outside the picture, and one of closeness 0 without bias, leave none


def test_quantize_with_a_bias_tells_the_farthest_point_from_nothing() -> None:
    volume = quantize(np.array([[1.5, 1.5, 0]]), np.array([0.0]), 3, 3, 8, 0.2)
    assert volume.max() == pytest.approx(0.2 / 1.2)


@pytest.mark.parametrize("radius", [1, 2, 3])
def test_densify_is_a_maximum_filter(radius: int) -> None:
    volume = sparse(radius, share=0.05)
    expected = ndimage.maximum_filter(volume, size=2 * radius + 1, mode="constant")
    assert np.array_equal(densify(volume.copy(), radius), expected)


@pytest.mark.parametrize("share", [0.4, 0.7, 1.0])
@pytest.mark.parametrize("radius", [1, 3])
def test_median_is_a_median_filter(radius: int, share: float) -> None:
    image = sparse(0, (1, 60, 70), share)[0]
    expected = ndimage.median_filter(image, size=2 * radius + 1, mode="constant")
    found = median(image, radius)
    assert np.abs(found - expected).max() < 5e-4
    assert np.array_equal(found > 0, expected > 0)
    assert np.isin(found[found > 0], image).all()  # a median is one of the values


def test_smoothing_by_hand() -> None:
    volume = np.zeros((1, 1, 4), np.float32)
    volume[0, 0] = [0.5, 0.7, 0.0, 0.5]
    out = squeeze_smooth(volume, 1, 1.0, 0.2)[0]
    near, far = np.exp(-0.5 * (1 + (0.2 / 0.2) ** 2)), np.exp(-0.5 * (1 + (0.7 / 0.2) ** 2))
    assert out[0] == pytest.approx((0.5 + near * 0.7) / (1 + near), rel=1e-4)  # nothing counts beyond the border
    assert out[1] == pytest.approx((0.7 + near * 0.5) / (1 + near + far), rel=1e-4)  # an empty voxel counts as 0
    assert out[2] == 0  # what is empty stays empty


def test_smoothing_keeps_flat_surfaces_and_steps() -> None:
    volume = np.full((3, 9, 9), 0.9, np.float32)
    volume[:, :, :4] = 0.2
    assert np.abs(squeeze_smooth(volume, 2, 1.5, 0.1) - volume[0]).max() < 1e-3


@pytest.mark.parametrize(("sigma_distance", "sigma_depth"), [(3.0, 0.1), (1.5, 0.03), (5.0, 0.5)])
@pytest.mark.parametrize("dense", [True, False])
def test_the_squeeze_takes_what_smoothing_every_voxel_would_give(
    dense: bool, sigma_distance: float, sigma_depth: float
) -> None:
    """Lower values are left out where they cannot win; the oracle smooths all of them."""
    for seed in range(3):
        volume = sparse(seed, share=0.004 if dense else 0.3)
        volume = densify(volume, 3) if dense else volume
        whole = reference.bilateral(torch.from_numpy(volume), 5, sigma_distance, sigma_depth).amax(dim=0).numpy()
        assert np.abs(squeeze_smooth(volume, 2, sigma_distance, sigma_depth) - whole).max() < 1e-3


@pytest.mark.parametrize("resolution", [64, 224])
def test_a_view_is_the_published_steps_one_after_the_other(resolution: int, solids: dict[str, Any]) -> None:
    import trimesh

    from engine.geometry import checked_shape

    for name in ("chair", "airplane", "torus"):
        points, _ = trimesh.sample.sample_surface(solids[name], 2048, seed=1)
        view = next(cameras(checked_shape(points), camera_rig("orbit-5"), resolution)).copy()
        expected, found = reference.contour_aware(view, resolution, VALUES), contour_aware(view, resolution)
        assert np.array_equal(np.isfinite(found), np.isfinite(expected))
        both = np.isfinite(found)
        assert both.any()
        assert np.abs(found[both] - expected[both]).max() < 5e-3


def test_a_cloud_that_leaves_the_frame_is_cut_not_wrapped() -> None:
    rng = np.random.default_rng(2)
    points = rng.uniform(-40, 100, (4000, 3))
    found, expected = contour_aware(points, 64), reference.contour_aware(points, 64, VALUES)
    assert np.array_equal(np.isfinite(found), np.isfinite(expected))
    seen = np.isfinite(found)
    assert np.abs(found[seen] - expected[seen]).max() < 0.2  # of 140: medians to 1/4096 of their range
    assert np.isinf(contour_aware(points + np.array([500, 0, 0]), 64)).all()


def test_depth_comes_back_where_the_points_were() -> None:
    columns, rows = np.meshgrid(np.arange(20, 44) + 0.5, np.arange(20, 44) + 0.5)
    front = np.column_stack([columns.ravel(), rows.ravel(), np.full(columns.size, 1.25)])
    depth = contour_aware(np.vstack([front, front + np.array([0, 0, 1])]), 64)
    assert depth[32, 32] == pytest.approx(1.25, abs=0.02)  # the front surface, not the one behind it
    assert np.isinf(depth[0]).all()


def test_one_point_is_a_view_too() -> None:
    depth = contour_aware(np.array([[32.5, 32.5, 1.0]]), 64)
    assert depth[32, 32] == pytest.approx(1.0, abs=0.01)


def test_a_recipe_chooses_the_projection_of_clouds_alone(solids: dict[str, Any]) -> None:
    from engine.geometry import checked_shape

    mesh = checked_shape(solids["torus"].vertices, solids["torus"].faces)
    cloud = checked_shape(solids["torus"].vertices)
    closing, contoured = RenderRecipe(resolution=64), RenderRecipe(resolution=64, projection="contour")
    assert np.array_equal(render(mesh, closing).depth, render(mesh, contoured).depth)
    assert not np.array_equal(render(cloud, closing).depth, render(cloud, contoured).depth)


def test_grey_closing_is_scipys() -> None:
    rng = np.random.default_rng(1)
    depth = np.where(rng.random((40, 40)) < 0.2, rng.random((40, 40)), np.inf).astype(np.float32)
    depth[:8], depth[-8:], depth[:, :8], depth[:, -8:] = np.inf, np.inf, np.inf, np.inf
    for radius in (1, 2, 3):
        down, right = np.ogrid[-radius : radius + 1, -radius : radius + 1]
        disc = down**2 + right**2 <= (radius + 0.5) ** 2
        dilated = ndimage.minimum_filter(depth, footprint=disc, mode="constant", cval=np.inf)
        assert np.array_equal(
            close_gaps(depth, radius), ndimage.maximum_filter(dilated, footprint=disc, mode="nearest")
        )


def test_closing_fills_gaps_between_front_points_not_the_hole_beside() -> None:
    depth = np.full((30, 30), np.inf, np.float32)
    depth[5:25:2, 5:15:2] = 1.0
    depth[6, 6] = 2.0  # the back surface showing between points of the front
    closed = close_gaps(depth, 2)
    assert (closed[8:20, 8:12] == 1).all()
    assert closed[6, 6] == 1
    assert np.isinf(closed[:, 18:]).all()


def test_a_triangle_covers_the_pixels_whose_centres_it_holds() -> None:
    points = np.array([[1, 1, 1], [5, 1, 1], [1, 5, 3.0]])
    depth, owner = np.full((6, 6), np.inf, np.float32), np.full((6, 6), -1, np.int32)
    draw_triangles(points, np.array([[0, 1, 2], [0, 0, 1]], np.int32), depth, owner)
    rows, columns = np.nonzero(np.isfinite(depth))
    inside = {(r, c) for r in range(6) for c in range(6) if r + 0.5 >= 1 and c + 0.5 >= 1 and r + c + 1 <= 6}
    assert set(zip(rows.tolist(), columns.tolist(), strict=True)) == inside
    assert depth[3, 1] == pytest.approx(1 + (3.5 - 1) / 4 * 2)  # depth is affine over the triangle
    assert (owner[np.isfinite(depth)] == 0).all()


def test_points_fall_into_their_pixel_and_the_nearest_wins() -> None:
    points = np.array([[2.9, 0.1, 5], [2.0, 0.9, 3], [-0.1, 0, 1], [4.0, 0, 1.0]])
    depth, owner = np.full((4, 4), np.inf, np.float32), np.full((4, 4), -1, np.int32)
    draw_points(points, depth, owner)
    assert np.isfinite(depth).sum() == 1
    assert (depth[0, 2], owner[0, 2]) == (3, 1)


def test_the_parameters_are_those_of_the_paper() -> None:
    assert (VALUES["densify"], VALUES["smooth"], VALUES["median"]) == (7, 5, 7)
    assert (VALUES["bins"], VALUES["bias"], VALUES["sigma_distance"]) == (8, 0.2, 3)  # PointCLIP V2's
