"""Numbers that say two files hold the same geometry, whatever their units, place, mirroring or triangulation.

A shape's surface is taken as an area-weighted mass. Its moments up to order four about its centroid, divided by its
RMS radius, do not depend on how it is cut into triangles: a six-point rule integrates them exactly on each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from engine.geometry import Shape

# Degree-four rule on a triangle: barycentric coordinates and weights (Dunavant 1985, n = 6).
_A, _B = 0.445948490915965, 0.091576213509771
_WEIGHT_A, _WEIGHT_B = 0.223381589678011, 0.109951743655322
_POINTS = np.array(
    [[1 - 2 * p if i == j else p for j in range(3)] for p in (_A, _B) for i in range(3)]
)  # fmt: skip
_WEIGHTS = np.array([_WEIGHT_A] * 3 + [_WEIGHT_B] * 3)

MONOMIALS = [m for order in (2, 3, 4) for m in combinations_with_replacement(range(3), order)]
"""Axes multiplied in each moment: (0, 0) is x squared, (0, 1, 1) x times y squared, and so on."""

ODD = np.array([[sum(axis == a for axis in m) % 2 for a in range(3)] for m in MONOMIALS], bool)
"""(M, 3): whether a moment changes its sign when that axis is mirrored."""

LENGTH = 1 + len(MONOMIALS)
_SLICE = 200_000  # triangles at a time

Mass = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Points (n, 3) and their weights (n,)."""


def signature(shape: Shape) -> NDArray[np.float32]:
    """(LENGTH,) float32: the RMS radius in file units, then the normalised moments of MONOMIALS, upright axes."""
    vertices = shape.upright()
    centre = vertices.mean(axis=0)
    vertices = vertices - centre  # near the origin, where products keep their digits
    if shape.is_cloud:
        return _of_mass(lambda: [(vertices, np.ones(len(vertices)))])
    if len(shape.faces) <= _SLICE:
        whole = _triangle_mass(vertices[shape.faces])
        return _of_mass(lambda: [whole])
    starts = range(0, len(shape.faces), _SLICE)  # made anew for each pass: together they would fill the memory
    return _of_mass(lambda: (_triangle_mass(vertices[shape.faces[at : at + _SLICE]]) for at in starts))


def _triangle_mass(corners: NDArray[np.float64]) -> Mass:
    """(6 F, 3) points and (6 F,) weights that stand for triangles (F, 3, 3)."""
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    points = np.einsum("pc,fcx->fpx", _POINTS, corners).reshape(-1, 3)
    return points, (area[:, None] * _WEIGHTS).reshape(-1)


def _of_mass(parts: Callable[[], Iterable[Mass]]) -> NDArray[np.float32]:
    """The signature of the mass that `parts()` gives, anew at each call."""
    total = sum(float(weights.sum()) for _, weights in parts())
    if total <= 0:  # only slivers: their corners count alike
        slivers = [(points, np.ones(len(points))) for points, _ in parts()]
        return _of_mass(lambda: slivers)
    centroid = sum((points * weights[:, None]).sum(axis=0) for points, weights in parts()) / total
    squares = sum(float((((points - centroid) ** 2).sum(axis=1) * weights).sum()) for points, weights in parts())
    radius = float(np.sqrt(squares / total))
    if radius == 0:
        return np.zeros(LENGTH, np.float32)
    moments = np.zeros(len(MONOMIALS))
    for points, weights in parts():
        placed = (points - centroid) / radius
        share = weights / total
        for i, axes in enumerate(MONOMIALS):
            moments[i] += (np.prod(placed[:, list(axes)], axis=1) * share).sum()
    return np.concatenate([[radius], moments]).astype(np.float32)


def upright_moments(signatures: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n, LENGTH - 1) float32: what is left of signatures (n, LENGTH) when units and mirroring are forgotten."""
    return np.abs(signatures[:, 1:])


def turned_moments(signatures: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n, 8) float32: what is left when the shape's orientation is forgotten too.

    Eigenvalues of the second moments, length of the contracted third, eigenvalues and trace of the contracted fourth:
    none changes under rotation.
    """
    at = {monomial: column for column, monomial in enumerate(MONOMIALS, 1)}

    def moment(*axes: int) -> NDArray[np.float64]:
        return signatures[:, at[tuple(sorted(axes))]].astype(np.float64)

    second = np.array([[moment(i, j) for j in range(3)] for i in range(3)]).transpose(2, 0, 1)
    third = sum(np.array([moment(i, j, j) for i in range(3)]) for j in range(3))
    fourth = np.array([[sum(moment(i, j, k, k) for k in range(3)) for j in range(3)] for i in range(3)]).transpose(
        2, 0, 1
    )
    columns = [np.linalg.eigvalsh(second), np.linalg.norm(third, axis=0)[:, None], np.linalg.eigvalsh(fourth)]
    return np.column_stack([*columns, np.trace(fourth, axis1=1, axis2=2)]).astype(np.float32)
