"""The paper's projection of clouds against plain PyTorch, in one run: `python -m tests.bench.contour`.

Prints Markdown rows for docs/benchmarks.md: ten views of a cloud by both, with two threads (ours: views in a pool;
PyTorch: inside its operations) and with one, in turns; the least of several turns counts. `--picture FILE` draws the
stages of two clouds instead.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import trimesh
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from engine.backend import prepare
from engine.bundled import bundled_json
from engine.contour import contour_aware, densify, median, quantize, squeeze_smooth
from engine.geometry import checked_shape
from engine.views import DepthViews, camera_rig, cameras
from indexer.parametric import KINDS

RESOLUTION = 224
VALUES = bundled_json("projection.json")["contour"]
SHAPES = ("chair", "airplane", "bicycle", "tree", "mug", "house")
COUNTS = (2048, 4096, 10_000)


def sampled(kind: str, count: int) -> NDArray[np.float64]:
    """Points (count, 3) drawn evenly from the surface of a parametric shape."""
    mesh = trimesh.util.concatenate(KINDS[kind](np.random.default_rng(7)))
    return np.asarray(trimesh.sample.sample_surface(mesh, count, seed=0)[0])


def views_of(points: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """The cloud before each camera of the default rig: (V, 3) in pixels and half frames."""
    return [view.copy() for view in cameras(checked_shape(points), camera_rig("orbit-10"), RESOLUTION)]


def pictures(depths: list[NDArray[np.float32]]) -> NDArray[np.uint8]:
    """The 8-bit pictures (N, H, W) that an encoder would see."""
    depth = np.stack(depths)
    return DepthViews(depth, np.full(depth.shape, -1, np.int32)).pictures()


def ssim(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Structural similarity of two 8-bit pictures, mean over the picture.

    Source: Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to structural
    similarity", IEEE TIP 13(4), 2004: Gaussian window of sigma 1.5 and 11 x 11, K1 = 0.01, K2 = 0.03, L = 255.
    """
    x, y = one.astype(float), other.astype(float)

    def mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return gaussian_filter(values, 1.5, radius=5)

    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    mx, my = mean(x), mean(y)
    vx, vy, vxy = mean(x * x) - mx * mx, mean(y * y) - my * my, mean(x * y) - mx * my
    return float((((2 * mx * my + c1) * (2 * vxy + c2)) / ((mx**2 + my**2 + c1) * (vx + vy + c2))).mean())


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """(wall, CPU) seconds of one call."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def compare(shapes: list[str], turns: int) -> None:
    """Print times, ratios and SSIM per cloud."""
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} at the start, {turns} turns")
    columns = ["shape", "points", "PyTorch, 2 threads, ms", "ours, 2 threads, ms", "times faster"]
    columns += ["PyTorch, 1 thread, CPU ms", "ours, 1 thread, CPU ms", "times faster", "SSIM, mean", "least"]
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    with ThreadPoolExecutor(2) as pool:
        for kind in shapes:
            for count in COUNTS:
                print(row(kind, count, turns, pool), flush=True)
    print(f"load average {os.getloadavg()[0]:.1f} at the end")


def row(kind: str, count: int, turns: int, pool: ThreadPoolExecutor) -> str:
    """Measure one cloud."""
    views = views_of(sampled(kind, count))

    def ours(threads: int) -> list[NDArray[np.float32]]:
        run = map if threads == 1 else pool.map
        return list(run(lambda view: contour_aware(view, RESOLUTION), views))

    def plain(threads: int) -> list[NDArray[np.float32]]:
        import torch

        from tests.engine import contour_reference as reference

        torch.set_num_threads(threads)
        return [reference.contour_aware(view, RESOLUTION, VALUES) for view in views]

    alike = [ssim(one, other) for one, other in zip(pictures(ours(2)), pictures(plain(1)), strict=True)]
    wall: dict[str, list[float]] = {"ours": [], "plain": []}
    cpu: dict[str, list[float]] = {"ours": [], "plain": []}
    for _ in range(turns):
        for name, work in (("ours", ours), ("plain", plain)):
            wall[name].append(1e3 * seconds(lambda work=work: work(2))[0])  # type: ignore[misc]
            cpu[name].append(1e3 * seconds(lambda work=work: work(1))[1])  # type: ignore[misc]
    cells = [kind, f"{count:,}"]
    for one in (wall, cpu):
        mine, theirs = min(one["ours"]), min(one["plain"])
        cells += [f"{theirs:.0f}", f"{mine:.1f}", f"{theirs / mine:.1f}"]
    return f"| {' | '.join([*cells, f'{np.mean(alike):.4f}', f'{min(alike):.4f}'])} |"


def stages(view: NDArray[np.float64]) -> list[tuple[str, NDArray[np.uint8]]]:
    """(title, picture) of every step for one view; volumes are shown as their front."""
    near, far = view[:, 2].min(), view[:, 2].max()
    closeness = 1 - (view[:, 2] - near) / max(far - near, 1e-6)
    volume = quantize(view, closeness, RESOLUTION, RESOLUTION, VALUES["bins"], VALUES["bias"])
    dense = densify(volume, VALUES["densify"] // 2)
    front = squeeze_smooth(dense, VALUES["smooth"] // 2, VALUES["sigma_distance"], VALUES["sigma_depth"])
    points = np.zeros((RESOLUTION, RESOLUTION))
    rows, columns = view[:, 1].astype(int), view[:, 0].astype(int)
    points[rows, columns] = 1
    return [
        ("points", shade(points)),
        ("quantized", shade(volume.max(axis=0))),
        ("densified", shade(dense.max(axis=0))),
        ("smoothed, squeezed", shade(front)),
        ("median", shade(median(front, VALUES["median"] // 2))),
    ]


def shade(front: NDArray) -> NDArray[np.uint8]:
    """Closeness as grey: near dark, far bright, nothing white."""
    return np.where(front > 0, 20 + 180 * (1 - front), 255).astype(np.uint8)


def draw(file: Path) -> None:
    """The stages of two clouds as one picture, with a frame and a white ground of its own."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(15)
    rows = [stages(views_of(sampled(kind, 10_000))[view]) for kind, view in (("chair", 1), ("airplane", 1))]
    edge, head, gap = RESOLUTION, 24, 8
    wide = len(rows[0]) * (edge + gap) + gap
    page = Image.new("L", (wide, head + len(rows) * (edge + gap) + gap), 255)
    pen = ImageDraw.Draw(page)
    for number, stations in enumerate(rows):
        for place, (title, picture) in enumerate(stations):
            left = gap + place * (edge + gap)
            page.paste(Image.fromarray(picture), (left, head + gap + number * (edge + gap)))
            if number == 0:
                pen.text((left + edge / 2, gap), title, fill=30, font=font, anchor="mt")
    pen.rectangle((0, 0, page.width - 1, page.height - 1), outline=160)
    file.parent.mkdir(parents=True, exist_ok=True)
    page.quantize(32).save(file, optimize=True)
    print(f"{file}: {page.width} x {page.height}, {file.stat().st_size:,} bytes")


def main() -> None:
    """Compare, or draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picture", type=Path, help="Draw the stages into this PNG file.")
    parser.add_argument("--turns", type=int, default=3, help="Turns of each way; the least counts.")
    parser.add_argument("--shapes", nargs="+", default=list(SHAPES), help="Parametric kinds to sample.")
    asked = parser.parse_args()
    if asked.picture:
        draw(asked.picture)
    else:
        prepare(2)  # its threads sleep while they wait: spinning ones would cost PyTorch dear beside other work
        compare(asked.shapes, asked.turns)


if __name__ == "__main__":
    main()
