"""The z-buffer: numba kernels that turn triangles and points in pixel coordinates into depth images.

Compiled with nogil and cached on disk: safe in threads and after a fork, and compiled once per machine.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray


@njit(nogil=True, cache=True)
def reach_of(vertices: NDArray, centre: NDArray, axes: NDArray) -> float:
    """Largest distance along any camera's right or up axis from the centre: vertices (V, 3), axes (N, 3, 3)."""
    reach = 0.0
    for vertex in range(vertices.shape[0]):
        x, y, z = vertices[vertex, 0] - centre[0], vertices[vertex, 1] - centre[1], vertices[vertex, 2] - centre[2]
        for camera in range(axes.shape[0]):
            for axis in range(2):
                a = axes[camera, axis]
                reach = max(reach, abs(x * a[0] + y * a[1] + z * a[2]))
    return reach


@njit(nogil=True, cache=True)
def to_pixels(
    vertices: NDArray, centre: NDArray, camera: NDArray, scale: float, resolution: float, out: NDArray
) -> None:
    """Fill out (V, 3) float64: pixels right and down, distance in half frames from a plane two before the centre."""
    half = resolution / 2
    right, up, towards = camera[0], camera[1], camera[2]
    for vertex in range(vertices.shape[0]):
        x = (vertices[vertex, 0] - centre[0]) * scale
        y = (vertices[vertex, 1] - centre[1]) * scale
        z = (vertices[vertex, 2] - centre[2]) * scale
        out[vertex, 0] = half + half * (x * right[0] + y * right[1] + z * right[2])
        out[vertex, 1] = half - half * (x * up[0] + y * up[1] + z * up[2])
        out[vertex, 2] = 2.0 - (x * towards[0] + y * towards[1] + z * towards[2])


@njit(nogil=True, cache=True)
def draw_triangles(points: NDArray, faces: NDArray, depth: NDArray, owner: NDArray) -> None:
    """Draw triangles into a depth image, nearest wins; both sides are visible.

    points (V, 3) float64: x, y in pixels with pixel centres at half-integers, y down, z the distance from the camera.
    faces (F, 3) int32, inside points. depth (H, W) float32, inf where nothing was drawn; owner (H, W) int32 gets the
    face index. A pixel is covered when its centre lies in the closed triangle, as a ray through it would hit.
    """
    height, width = depth.shape
    for face in range(faces.shape[0]):
        ax, ay, az = points[faces[face, 0], 0], points[faces[face, 0], 1], points[faces[face, 0], 2]
        bx, by, bz = points[faces[face, 1], 0], points[faces[face, 1], 1], points[faces[face, 1], 2]
        cx, cy, cz = points[faces[face, 2], 0], points[faces[face, 2], 1], points[faces[face, 2], 2]
        left = max(0, math.ceil(min(ax, bx, cx) - 0.5))
        right = min(width - 1, math.floor(max(ax, bx, cx) - 0.5))
        top = max(0, math.ceil(min(ay, by, cy) - 0.5))
        bottom = min(height - 1, math.floor(max(ay, by, cy) - 0.5))
        if left > right or top > bottom:
            continue
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        if area == 0.0:
            continue
        # Barycentric weights and z are affine in the pixel: value = value at (left, row) + steps * gradient.
        ub, vb = (cy - ay) / area, -(cx - ax) / area
        uc, vc = -(by - ay) / area, (bx - ax) / area
        slope = (bz - az) * ub + (cz - az) * uc
        for row in range(top, bottom + 1):
            y = row + 0.5 - ay
            x = left + 0.5 - ax
            beta = x * ub + y * vb
            gamma = x * uc + y * vc
            z = az + beta * (bz - az) + gamma * (cz - az)
            for column in range(left, right + 1):
                if beta >= -1e-12 and gamma >= -1e-12 and beta + gamma <= 1.0 + 1e-12 and z < depth[row, column]:
                    depth[row, column] = z
                    owner[row, column] = face
                beta += ub
                gamma += uc
                z += slope


@njit(nogil=True, cache=True)
def draw_points(points: NDArray, depth: NDArray, owner: NDArray) -> None:
    """Draw each point into the one pixel it falls in, nearest wins; arrays as in draw_triangles."""
    height, width = depth.shape
    for index in range(points.shape[0]):
        column, row = math.floor(points[index, 0]), math.floor(points[index, 1])
        if 0 <= column < width and 0 <= row < height and points[index, 2] < depth[row, column]:
            depth[row, column] = points[index, 2]
            owner[row, column] = index


@njit(nogil=True, cache=True)
def close_gaps(depth: NDArray, radius: int) -> NDArray:
    """Grey closing of nearness by a disc of `radius` pixels: (H, W) float32 depth -> (H, W) float32 depth.

    Dilation takes the nearest depth within the disc, erosion then the farthest, so gaps narrower than the disc fill
    with their surroundings, the outline returns to where it was, and the back surface that shows through between
    front points is covered; background (inf) stays where no disc of points reaches.
    """
    return spread(spread(depth, radius, True), radius, False)


@njit(nogil=True, cache=True)
def spread(image: NDArray, radius: int, nearest: bool) -> NDArray:
    """Minimum (nearest) or maximum of each pixel's disc; outside the image counts as background."""
    height, width = image.shape
    out = image.copy()
    for down in range(-radius, radius + 1):
        half = int(math.sqrt((radius + 0.5) ** 2 - down * down))
        for row in range(max(0, -down), min(height, height - down)):
            for column in range(width):
                best = out[row, column]
                for other in range(max(0, column - half), min(width, column + half + 1)):
                    value = image[row + down, other]
                    best = min(best, value) if nearest else max(best, value)
                out[row, column] = best
    if not nearest:  # a disc that leaves the image reaches background
        for row in range(height):
            for column in range(width):
                if min(row, column, height - 1 - row, width - 1 - column) < radius and image[row, column] == np.inf:
                    out[row, column] = np.inf
    return out
