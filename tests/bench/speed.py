"""Speed, as ratios and counts of one run on one machine: `make bench` (ARGS="render search" picks parts).

Prints Markdown rows for docs/benchmarks.md.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import trimesh

from engine.facts import Source, Vectors
from engine.geometry import Shape, checked_shape
from engine.library import Library
from engine.lookup import facts_of, vectors_of
from engine.query import make_query
from engine.records import collection_id, store_shape
from engine.search import search
from engine.views import RenderRecipe, camera_rig, project, render
from indexer.pipeline import index
from indexer.samples import write_samples

RECIPE = RenderRecipe("orbit-10")  # ten views, as the tables have had from the start
QUERIES = ("a wooden chair", "sofa", "table lamp", "a car with four wheels", "something to drink from", "tall tree")


def best_of(function: object, repeats: int = 3) -> float:
    """Least seconds of a few calls."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        function()  # type: ignore[operator]
        times.append(time.perf_counter() - started)
    return min(times)


def cast_rays(shape: Shape) -> None:
    """The same ten depth maps by embreex: build the scene once, one ray a pixel, first hit."""
    from embreex import rtcore_scene
    from embreex.mesh_construction import TriangleMesh

    scene = rtcore_scene.EmbreeScene()
    TriangleMesh(scene, shape.upright()[shape.faces].astype(np.float32))
    rig = camera_rig(RECIPE.rig)
    low, high = shape.upright().min(axis=0), shape.upright().max(axis=0)
    reach = float(np.linalg.norm(high - low)) / 2 / 0.9
    steps = (np.arange(RECIPE.resolution) + 0.5) / RECIPE.resolution * 2 - 1
    x, y = np.meshgrid(steps * reach, -steps * reach)
    for right, up, towards in rig.axes():
        origins = (low + high) / 2 + x[..., None] * right + y[..., None] * up + 3 * reach * towards
        rays = np.ascontiguousarray(origins.reshape(-1, 3), np.float32)
        scene.run(rays, np.tile(-towards.astype(np.float32), (len(rays), 1)), output=True)


def rendering() -> None:
    """Ours against ray casting, by number of faces."""
    print("\n| mesh | faces | ours, ms | embreex, ms | times faster |\n|---|---|---|---|---|")
    for name, level in (("torus", 0), ("torus", 1), ("torus", 2), ("torus", 3)):
        sections = 16 * 4**level
        mesh = trimesh.creation.torus(1.0, 0.35, major_sections=sections, minor_sections=max(8, sections // 2))
        shape = checked_shape(mesh.vertices, mesh.faces)
        render(shape, RECIPE)
        ours, theirs = best_of(lambda s=shape: render(s, RECIPE)), best_of(lambda s=shape: cast_rays(s))
        print(f"| {name} | {len(shape.faces):,} | {1e3 * ours:.1f} | {1e3 * theirs:.1f} | {theirs / ours:.1f} |")
    with tempfile.TemporaryDirectory() as folder:
        from engine.formats import load_shape

        shapes = [load_shape(file) for file in write_samples(Path(folder), variants=1)]
    ours = best_of(lambda: [render(shape, RECIPE) for shape in shapes])
    theirs = best_of(lambda: [cast_rays(shape) for shape in shapes])
    mean = np.mean([len(s.faces) for s in shapes])
    row = f"| {len(shapes)} samples | {mean:,.0f} mean | {1e3 * ours:.1f} | {1e3 * theirs:.1f} | {theirs / ours:.1f} |"
    print(row)
    assert project(shapes[0], camera_rig(RECIPE.rig), 8).shape[0] == len(camera_rig(RECIPE.rig).views)


def indexing(folder: Path) -> Library:
    """A parametric library through the whole pipeline; says how busy the encoder was."""
    files = write_samples(folder / "shapes", variants=1)
    library = Library.open(folder / "library", create=True)
    report = index(library, [folder / "shapes"])
    rate = len(files) / report.seconds
    seen = len(camera_rig(library.recipe.rig).cameras)
    print(f"\nIndexing {len(files)} shapes x {seen} views: {report.seconds:.1f} s, {rate:.1f} shapes/s,")
    print(f"encoder busy {report.encoder_busy:.0%} of the wall time from the first shape on; {report.failed} failed.")
    again = index(library, [folder / "shapes"])
    print(f"Second, unchanged run: {again.seconds:.2f} s.")
    return library


def grow(library: Library, size: int) -> None:
    """Fill the catalog up to `size` shapes with disturbed copies of its real vectors."""
    ids = list(range(1, 1 + sum(row["shapes"] for row in library.collections())))
    stored, facts = vectors_of(library.catalog, ids, library.card.dim), facts_of(library.catalog, ids)
    generator = np.random.default_rng(0)
    with library.catalog.session() as session:
        target = collection_id(session, "grown")
        for number in range(size - len(ids)):
            key = ids[number % len(ids)]
            one, about = stored[key], facts[key]
            noisy = Vectors(*(_disturbed(part, generator) for part in (one.views, one.pooled, one.form)))
            source = Source(f"/grown/{number}.glb", f"/grown/{number}.glb", 1, 1, f"{number:064d}")
            store_shape(session, target, source, "", about.description, about.measures, noisy)
    library.publish()


def _disturbed(rows: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    noise = generator.normal(0, 0.3 / np.sqrt(max(rows.shape[-1], 1)), rows.shape)
    return (rows + noise).astype(np.float16)


def searching(library: Library, size: int = 10_000) -> None:
    """Warm latency at 10,000 shapes: texts never asked before, so that each is encoded."""
    grow(library, size)
    for text in QUERIES:
        search(library, make_query(text))
    whole, vector, filtered = [], [], []
    for number in range(200):
        text = f"{QUERIES[number % len(QUERIES)]} number {number}"
        hits = search(library, make_query(text))
        whole.append(hits.took_ms["total"])
        vector.append(hits.took_ms["retrieve"])
        filtered.append(search(library, make_query(text, where="faces < 500")).took_ms["total"])
    print(f"\n| search at {size:,} shapes, ms | p50 | p95 |\n|---|---|---|")
    for title, times in (
        ("text, all of it", whole),
        ("its vector part", vector),
        ("known text with a filter", filtered),
    ):
        print(f"| {title} | {np.percentile(times, 50):.1f} | {np.percentile(times, 95):.1f} |")
    program = Path(sys.executable).with_name("shapeseek")
    command = [str(program), "search", "a wooden chair", "--library", str(library.folder), "-k", "3"]
    seconds = best_of(lambda: subprocess.run(command, check=True, capture_output=True))
    print(f"\n`shapeseek search` cold, as a whole process: {seconds:.2f} s (best of 3).")
    quick = best_of(lambda: subprocess.run([str(program), "--help"], check=True, capture_output=True))
    print(f"`shapeseek --help`: {quick:.2f} s.")


def main(parts: list[str]) -> None:
    """Run the named parts, all when none is named."""
    wanted = set(parts) or {"render", "index", "search"}
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    if "render" in wanted:
        rendering()
    if wanted & {"index", "search"}:
        with tempfile.TemporaryDirectory() as folder:
            library = indexing(Path(folder))
            if "search" in wanted:
                searching(library)
            library.close()


if __name__ == "__main__":
    main(sys.argv[1:])
