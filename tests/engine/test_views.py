"""Depth views against ray casting, and the promises that every view keeps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import trimesh
from embreex import rtcore_scene
from embreex.mesh_construction import TriangleMesh

from engine.errors import UsageError
from engine.geometry import Shape, checked_shape
from engine.views import CameraRig, RenderRecipe, camera_rig, project, render, rig_names

RIG = camera_rig(RenderRecipe().rig)
SIZE = 224


def ray_cast(shape: Shape, resolution: int = SIZE) -> np.ndarray:
    """(N, H, W) float32 depth as `render` gives it, by Embree: one ray through each pixel's centre."""
    centres = np.arange(resolution, dtype=np.float32) + 0.5
    columns, rows = np.meshgrid(centres, centres)
    origins = np.stack([columns, rows, np.zeros_like(rows)], axis=-1).reshape(-1, 3)
    towards = np.tile(np.float32([0, 0, 1]), (len(origins), 1))
    maps = []
    for points in project(shape, RIG, resolution):
        scene = rtcore_scene.EmbreeScene()
        scaled = points * (1, 1, resolution / 2)  # cubes stay cubes: pixels on all three axes
        TriangleMesh(scene, scaled[shape.faces].astype(np.float32))
        found = scene.run(origins, towards, query="DISTANCE").reshape(resolution, resolution)
        maps.append(np.where(found < 1e30, found / (resolution / 2), np.inf))
    return np.array(maps, np.float32)


def iou(one: np.ndarray, other: np.ndarray) -> float:
    return float((one & other).sum() / (one | other).sum())


@pytest.fixture(scope="session")
def mesh_views(solids: dict[str, Any], as_shape: Any) -> dict[str, tuple[Shape, Any]]:
    return {name: (as_shape(mesh), render(as_shape(mesh))) for name, mesh in solids.items()}


def test_meshes_are_drawn_as_rays_see_them(mesh_views: dict[str, tuple[Shape, Any]]) -> None:
    assert len(mesh_views) == 20
    for name, (shape, views) in mesh_views.items():
        expected = ray_cast(shape)
        both = views.silhouettes & np.isfinite(expected)
        assert iou(views.silhouettes, np.isfinite(expected)) >= 0.999, name
        assert np.abs(views.depth[both] - expected[both]).mean() / 2 <= 1e-4, name  # an object is about 2 half frames


def test_clouds_have_the_silhouettes_of_their_meshes(
    solids: dict[str, Any], mesh_views: dict[str, tuple[Shape, Any]], as_shape: Any
) -> None:
    scores = {}
    for name, (_, views) in mesh_views.items():
        points, _ = trimesh.sample.sample_surface(solids[name], 10_000, seed=3)
        scores[name] = iou(render(checked_shape(points)).silhouettes, views.silhouettes)
    assert np.mean(list(scores.values())) >= 0.97, scores
    assert min(scores.values()) >= 0.8, scores


@pytest.mark.parametrize("name", ["box", "chair", "airplane"])
def test_cloud_and_mesh_make_the_same_kind_of_picture(
    name: str, solids: dict[str, Any], mesh_views: dict[str, tuple[Shape, Any]]
) -> None:
    points, _ = trimesh.sample.sample_surface(solids[name], 20_000, seed=3)
    cloud, (_, mesh) = render(checked_shape(points)), mesh_views[name]
    both = cloud.silhouettes & mesh.silhouettes
    grey = np.abs(cloud.pictures().astype(int) - mesh.pictures())[both]
    assert grey.mean() <= 8
    assert (mesh.pictures()[~mesh.silhouettes] == 255).all()
    assert (cloud.pictures()[~cloud.silhouettes] == 255).all()


@pytest.mark.parametrize("recipe", [RenderRecipe(), RenderRecipe(projection="contour")])
def test_both_projections_of_a_cloud_cover_the_mesh(recipe: RenderRecipe, solids: dict[str, Any]) -> None:
    small = replace(recipe, rig="orbit-5")
    for name in ("box", "chair", "torus"):
        mesh = checked_shape(solids[name].vertices, solids[name].faces)
        points, _ = trimesh.sample.sample_surface(solids[name], 10_000, seed=1)
        drawn, expected = render(checked_shape(points), small).silhouettes, render(mesh, small).silhouettes
        assert (drawn & expected).sum() / expected.sum() >= 0.97, name
        assert iou(drawn, expected) >= (0.65 if recipe.projection == "contour" else 0.9), name  # the paper draws fat


def test_an_unknown_rig_or_projection_is_named(solids: dict[str, Any], as_shape: Any) -> None:
    with pytest.raises(UsageError, match=r"orbit-3.*orbit-10"):
        camera_rig("orbit-3")
    with pytest.raises(UsageError, match=r"splat.*closing, contour"):
        render(as_shape(solids["box"]), RenderRecipe(projection="splat"))


@pytest.mark.parametrize("name", rig_names())
def test_rigs_are_orthonormal_cameras(name: str) -> None:
    rig = camera_rig(name)
    axes = rig.axes()
    assert len(axes) == int(name.rpartition("-")[2])
    assert np.allclose(axes @ axes.transpose(0, 2, 1), np.eye(3), atol=1e-12)
    assert np.allclose(np.linalg.det(axes), 1)
    level = [len(view) == 2 for view in rig.cameras]
    assert (axes[level, 1, 1] >= 0).all()  # no picture stands on its head


def test_a_camera_rolls_about_its_own_axis() -> None:
    level, rolled = CameraRig("two", ((30, 20), (30, 20, 90))).axes()
    assert np.allclose(rolled[2], level[2])
    assert np.allclose(rolled[0], level[1]) and np.allclose(rolled[1], -level[0])


def test_the_rig_for_any_pose_sees_a_shape_laid_on_its_side_as_it_sees_it_upright() -> None:
    rig = camera_rig("rings-20")
    first, second = rig.axes()[:10], rig.axes()[10:]
    about_z = np.array([[0, 1, 0], [-1, 0, 0], [0, 0, 1]], float)  # y becomes x
    ring = CameraRig("turned by half a step", tuple((view[0] + 22.5, view[1]) for view in rig.views[:10])).axes()
    assert np.allclose(ring @ about_z.T, second, atol=1e-3)
    assert not np.isclose(first[:, None, 2] @ np.eye(3), second[None, :, 2]).all(axis=2).any()  # no view twice


def test_the_default_rig_sees_both_ends_of_a_shape_on_its_side_for_the_form_alone() -> None:
    rig = camera_rig(RenderRecipe().rig)
    assert rig.views == camera_rig("orbit-10").views
    assert rig.turned == camera_rig("rings-20").views[-2:]  # the second ring's views from above and below
    assert rig.cameras == rig.views + rig.turned and rig.upright.cameras == rig.views


@pytest.mark.parametrize(
    ("camera", "towards", "picture_right"),
    [((0, 0), (0, 0, 1), (1, 0, 0)), ((90, 0), (1, 0, 0), (0, 0, -1)), ((0, 90), (0, 1, 0), (1, 0, 0))],
)
def test_azimuth_0_sees_the_front_90_the_right_side_and_elevation_90_the_top(
    camera: tuple[float, float], towards: tuple[int, ...], picture_right: tuple[int, ...]
) -> None:
    away, beside = np.array(towards, float), np.array(picture_right, float)
    shape = checked_shape(np.array([away, -away, beside]))  # three points: one near, one far, one to the right
    cloud = project(shape, CameraRig("one", (camera,)), 100)[0]
    assert cloud[0, 2] < cloud[2, 2] < cloud[1, 2]
    assert cloud[2, 0] > cloud[0, 0] + 40
    assert cloud[0, :2] == pytest.approx(cloud[1, :2])


def test_higher_points_are_higher_in_the_picture() -> None:
    low, high = project(checked_shape(np.array([[0, 0, 0], [0, 1, 0.0]])), CameraRig("one", ((0, 0),)), 100)[0]
    assert high[1] < low[1]


@pytest.mark.parametrize("name", ["chair", "airplane"])
def test_the_same_object_z_up_gives_the_same_views(name: str, solids: dict[str, Any]) -> None:
    y_up = np.asarray(solids[name].vertices)
    z_up = np.column_stack([y_up[:, 0], -y_up[:, 2], y_up[:, 1]])
    one = render(checked_shape(y_up, solids[name].faces, up="y"))
    other = render(checked_shape(z_up, solids[name].faces, up="z"))
    assert np.array_equal(one.silhouettes, other.silhouettes)
    assert np.array_equal(one.pictures(), other.pictures())


def test_views_do_not_depend_on_size_or_place(solids: dict[str, Any]) -> None:
    chair = solids["chair"]
    plain = render(checked_shape(chair.vertices, chair.faces)).silhouettes
    for scale, shift in ((1e-9, 0), (1e9, 0), (1e25, 0), (1.0, 1e4)):
        moved = render(checked_shape(chair.vertices * scale + shift, chair.faces)).silhouettes
        assert iou(plain, moved) >= 0.998, (scale, shift)


def test_the_shape_fills_the_frame_and_stays_inside(mesh_views: dict[str, tuple[Shape, Any]]) -> None:
    for name, (shape, views) in mesh_views.items():
        reach = np.abs(project(shape, RIG, SIZE)[:, :, :2] / (SIZE / 2) - 1).max()
        assert reach == pytest.approx(0.9), name
        edge = np.ones((SIZE, SIZE), bool)
        edge[5:-5, 5:-5] = False
        assert not views.silhouettes[:, edge].any(), name
        assert (views.depth[views.silhouettes] > 0).all(), name


def test_threads_give_the_same_bits(solids: dict[str, Any], as_shape: Any) -> None:
    shapes = [as_shape(solids[name]) for name in ("chair", "mug", "bicycle", "ball")] * 3
    alone = [render(shape) for shape in shapes]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(render, shapes))
    for one, other in zip(alone, together, strict=True):
        assert np.array_equal(one.depth, other.depth)
        assert np.array_equal(one.owner, other.owner)


def test_owners_are_the_faces_nearest_to_the_camera() -> None:
    near, far = [[0, 0, 1], [1, 0, 1], [0, 1, 1]], [[0, 0, 0], [1, 0, 0], [0, 1, 0]]
    shape = checked_shape(np.array(near + far, float), np.array([[3, 4, 5], [0, 1, 2]]))
    views = render(shape, rig=CameraRig("two", ((0, 0), (180, 0))))
    assert set(np.unique(views.owner[0])) == {-1, 1}
    assert set(np.unique(views.owner[1])) == {-1, 0}


def test_degenerate_and_broken_faces_cost_nothing_but_themselves(solids: dict[str, Any]) -> None:
    box = solids["box"]
    vertices = np.vstack([box.vertices, [[np.nan, 0, 0], [0, np.inf, 0], [0.1, 0.1, 0.1]]])
    bad = [[8, 0, 1], [9, 1, 2], [0, 0, 1], [10, 10, 10], [0, 1, 99], [-1, 0, 1]]
    damaged = checked_shape(vertices, np.vstack([box.faces, bad]))
    assert np.array_equal(render(damaged).depth, render(checked_shape(box.vertices, box.faces)).depth)


@pytest.mark.parametrize("projection", ["closing", "contour"])
@pytest.mark.parametrize("points", [[[5, 5, 5]], [[0, 0, 0], [1, 1, 1]], [[0, 0, 0]] * 7])
def test_the_smallest_clouds_are_drawn(points: list[list[float]], projection: str) -> None:
    pictures = render(checked_shape(np.array(points, float)), RenderRecipe(projection=projection)).pictures()
    assert pictures.shape == (12, SIZE, SIZE)
    if projection == "closing":  # the paper's median may swallow a lone point
        assert all((picture < 255).any() for picture in pictures)


def test_a_flat_sheet_seen_edge_on_is_background_and_from_above_is_not() -> None:
    sheet = checked_shape(np.array([[0, 0, 0], [1, 0, 0], [0, 0, 1], [1, 0, 1.0]]), np.array([[0, 1, 2], [1, 3, 2]]))
    from_the_side, from_above = render(sheet, rig=CameraRig("two", ((0, 0), (0, 90)))).pictures()
    assert (from_the_side == 255).mean() > 0.98
    assert (from_above < 255).mean() > 0.5


def test_recipes_survive_their_json() -> None:
    recipe = RenderRecipe("orbit-5", 128, "contour")
    assert RenderRecipe.from_json(recipe.to_json()) == recipe
