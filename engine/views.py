"""Camera rigs and depth maps: Shape -> DepthViews (N, H, W)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.errors import UsageError
from engine.geometry import Shape

PROJECTIONS = ("closing", "contour")
BACKGROUND = 255  # grey of a depth picture where the shape is not


@dataclass(frozen=True)
class CameraRig:
    """Orthographic cameras around an upright shape: (azimuth, elevation) or (azimuth, elevation, roll) in degrees.

    Azimuth 0 looks at the front (+z), 90 at the right side (+x); elevation 90 looks straight down; roll turns the
    camera counterclockwise about its own axis. What `views` see is compared with texts, pictures and shapes; what
    `turned` see, after them, as if the shape lay on its side, with shapes alone.
    """

    name: str
    views: tuple[tuple[float, ...], ...]
    turned: tuple[tuple[float, ...], ...] = ()

    @property
    def cameras(self) -> tuple[tuple[float, ...], ...]:
        """All cameras, in the order in which a shape is rendered."""
        return self.views + self.turned

    @property
    def upright(self) -> CameraRig:
        """The rig without the cameras that see the shape turned."""
        return CameraRig(self.name, self.views)

    def axes(self) -> NDArray[np.float64]:
        """(N, 3, 3): for each camera the unit rows right, up, and towards the camera."""
        frames = []
        for view in self.cameras:
            azimuth, elevation, roll = np.radians([*view, 0.0][:3])
            towards = [
                math.sin(azimuth) * math.cos(elevation),
                math.sin(elevation),
                math.cos(azimuth) * math.cos(elevation),
            ]
            level = np.array([math.cos(azimuth), 0.0, -math.sin(azimuth)])
            above = np.cross(towards, level)
            right = math.cos(roll) * level + math.sin(roll) * above
            frames.append([right, np.cross(towards, right), towards])
        return np.array(frames)


@dataclass(frozen=True)
class RenderRecipe:
    """All that decides how a shape becomes pictures; stored with every library.

    projection: what fills point clouds, "closing" (default) or "contour" (the paper's); meshes are rasterised exactly.
    """

    rig: str = "orbit-12"
    resolution: int = 224
    projection: str = "closing"
    version: int = 1

    def to_json(self) -> str:
        """The recipe as canonical JSON: equal recipes give equal text."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> RenderRecipe:
        """The recipe that `to_json` wrote."""
        return cls(**json.loads(text))


@dataclass(frozen=True)
class DepthViews:
    """Depth maps of one shape.

    depth: (N, H, W) float32, distance along the view axis in half frames, inf where the shape is not.
    owner: (N, H, W) int32, face (or point) seen at a pixel, -1 where none or where a gap was filled.
    """

    depth: NDArray[np.float32]
    owner: NDArray[np.int32]

    @property
    def silhouettes(self) -> NDArray[np.bool_]:
        """(N, H, W) bool, True where the shape is."""
        return np.isfinite(self.depth)

    def pictures(self) -> NDArray[np.uint8]:
        """(N, H, W) uint8 as the encoder sees them: near dark, far bright, background white, contrast per view."""
        look = bundled_json("projection.json")["picture"]
        out = np.full(self.depth.shape, BACKGROUND, np.uint8)
        for picture, depth in zip(out, self.depth, strict=True):
            seen = np.isfinite(depth)
            if seen.any():
                near, far = depth[seen].min(), depth[seen].max()
                share = (depth[seen] - near) / max(far - near, look["least_range"])
                picture[seen] = np.rint(look["near"] + share * (look["far"] - look["near"]))
        return out


def rig_names() -> list[str]:
    """The camera rigs there are, the default first."""
    return list(bundled_json("rigs.json"))


@lru_cache
def camera_rig(name: str) -> CameraRig:
    """The rig of that name from data/rigs.json, "12" for "orbit-12". Raises UsageError naming those there are."""
    rigs = bundled_json("rigs.json")
    name = f"orbit-{name}" if name.isdecimal() else name
    if name not in rigs:
        raise UsageError(f"There is no camera rig {name!r}.", f"Known: {', '.join(rig_names())}.")
    views, turned = (
        tuple(tuple(map(float, view)) for view in rigs[name].get(kind, ())) for kind in ("views", "turned")
    )
    return CameraRig(name, views, turned)


def check_projection(name: str) -> None:
    """Raise UsageError for a projection that there is not, naming those there are."""
    if name not in PROJECTIONS:
        raise UsageError(f"There is no projection {name!r}.", f"Known: {', '.join(PROJECTIONS)}.")


def render(shape: Shape, recipe: RenderRecipe | None = None, rig: CameraRig | None = None) -> DepthViews:
    """Depth maps of a shape: meshes by the z-buffer, clouds by the recipe's projection; `rig` overrides the recipe's.

    One scale for all views: centred on the bounding box, the vertex farthest from a view's centre touches `fill`.
    """
    recipe = recipe or RenderRecipe()
    check_projection(recipe.projection)
    from engine.closing import closing_radius

    radius = 0.0
    views: list[tuple[NDArray, NDArray]] = []
    for points in cameras(shape, rig or camera_rig(recipe.rig), recipe.resolution):
        if shape.is_cloud and not views:
            radius = closing_radius(points * (1.0, 1.0, recipe.resolution / 2), recipe.resolution)
        views.append(_draw(points, shape, recipe, radius))
    return DepthViews(np.stack([depth for depth, _ in views]), np.stack([owner for _, owner in views]))


def project(shape: Shape, rig: CameraRig, resolution: int) -> NDArray[np.float64]:
    """(N, V, 3) float64: x, y in pixels (y down, pixel centres at .5) and distance in half frames, for each camera."""
    return np.stack([points.copy() for points in cameras(shape, rig, resolution)])


def cameras(shape: Shape, rig: CameraRig, resolution: int) -> Iterator[NDArray[np.float64]]:
    """What `project` gives, (V, 3) for one camera after the other, in one array that the next overwrites.

    The cameras are turned to the shape's up axis rather than the shape: millions of vertices are never copied.
    """
    from engine.rasteriser import reach_of, to_pixels

    vertices = shape.vertices
    axes = rig.axes() if shape.up == "y" else np.ascontiguousarray(rig.axes()[:, :, [0, 2, 1]] * [1.0, -1.0, 1.0])
    low, high = vertices.min(axis=0), vertices.max(axis=0)
    centre = low / 2 + high / 2
    reach = reach_of(vertices, centre, axes)
    fill = bundled_json("projection.json")["frame"]["fill"]
    scale = fill / reach if reach > 0 else 1.0
    points = np.empty_like(vertices)
    for camera in axes:
        to_pixels(vertices, centre, camera, scale, float(resolution), points)
        yield points


def _draw(points: NDArray[np.float64], shape: Shape, recipe: RenderRecipe, radius: float) -> tuple[NDArray, NDArray]:
    from engine.closing import closed_view
    from engine.contour import contour_aware
    from engine.rasteriser import draw_triangles

    if shape.is_cloud and recipe.projection == "closing":
        return closed_view(points, recipe.resolution, radius)
    size = (recipe.resolution, recipe.resolution)
    owner = np.full(size, -1, np.int32)
    if shape.is_cloud:
        return contour_aware(points, recipe.resolution), owner
    depth = np.full(size, np.inf, np.float32)
    draw_triangles(points, shape.faces, depth, owner)
    return depth, owner
