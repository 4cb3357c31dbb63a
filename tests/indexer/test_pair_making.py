"""Pairs made from a library: every source, the filter's count, archives, bad files, and going on after Ctrl-C."""

from __future__ import annotations

import csv
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.align.pairs import Pair, read_manifest, read_shard, shards
from engine.encoder import OpenClipEncoder
from engine.errors import FilterError, UsageError
from engine.library import Library
from indexer.pair_sources import Icons, Renders
from indexer.pairs import Choice, generate, pair_key
from indexer.pipeline import index
from tests.conftest import KINDS


def pairs_of(folder: Path) -> dict[str, Pair]:
    return {pair.name: pair for shard in shards(folder) for pair in read_shard(shard)}


def test_renders_of_every_shape_and_then_nothing_to_do(
    library: Library, encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    report = generate(library, tmp_path / "p", Renders, 0.75, progress=lambda *now: told.append(now))
    count = len(KINDS) + 1
    assert (report.made, report.failures, report.interrupted) == (count, [], False)
    assert (report.pictures, report.dropped) == (8 * count, 2 * count)
    assert told[-1] == (count, count)
    found = pairs_of(tmp_path / "p")
    assert set(found) >= {"chair 1", "round ball"} or len(found) == count
    for pair in found.values():
        assert pair.depth.shape == (10, 224, 224) and pair.images.shape == (8, 224, 224, 3)
        assert len(set(pair.views)) == 8 == len(pair.scores)
        assert min(pair.scores) >= max(pair.more["dropped"].values())  # those that agree least are out
    one = next(iter(found.values()))
    features = encoder.encode_photos([Image.fromarray(image) for image in one.images])
    agreement = features @ encoder.encode_texts([one.name])[0]
    np.testing.assert_allclose(agreement, one.scores, atol=0.05)  # WebP lies between
    again = generate(library, tmp_path / "p", Renders, 0.75)
    assert (again.made, again.present) == (0, count)
    assert read_manifest(tmp_path / "p")["judge"] == encoder.card.weights
    with pytest.raises(UsageError, match="made with keep"):
        generate(library, tmp_path / "p", Renders, 0.5)


def test_a_choice_of_shapes_and_its_mistakes(library: Library, tmp_path: Path) -> None:
    report = generate(library, tmp_path / "p", Renders, 1.0, Choice(where="name ~ chair", limit=1))
    assert (report.made, report.dropped) == (1, 0)
    with pytest.raises(UsageError, match="No shape passes"):
        generate(library, tmp_path / "q", Renders, 1.0, Choice(collection="none"))
    with pytest.raises(FilterError):
        generate(library, tmp_path / "q", Renders, 1.0, Choice(where="name ~"))
    with pytest.raises(UsageError, match="--keep"):
        generate(library, tmp_path / "q", Renders, 0.0)
    assert not (tmp_path / "q").exists()


def test_ctrl_c_keeps_what_is_made(library: Library, tmp_path: Path) -> None:
    def press(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    choice = Choice(limit=4)
    first = generate(library, tmp_path / "p", Renders, 1.0, choice, progress=press)
    assert (first.made, first.interrupted) == (2, True)
    second = generate(library, tmp_path / "p", Renders, 1.0, choice)
    assert (second.made, second.present) == (2, 2)
    assert sum(len(list(read_shard(shard))) for shard in shards(tmp_path / "p")) == 4


def test_archives_copies_and_files_that_went_bad(empty_library: Library, samples: Path, tmp_path: Path) -> None:
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    chair, table = sorted(samples.glob("chair*"))[0], sorted(samples.glob("table*"))[0]
    with zipfile.ZipFile(shapes / "parts.zip", "w") as packed:
        packed.write(chair, f"inner/{chair.name}")
    shutil.copy(chair, shapes / chair.name)
    shutil.copy(table, shapes / table.name)
    index(empty_library, [shapes])
    (shapes / table.name).write_bytes(b"no shape any more")
    report = generate(empty_library, tmp_path / "p", Renders, 1.0)
    assert report.made == 1  # the chair once, though it is there twice
    assert [Path(one["path"]).name for one in report.failures] == [table.name]
    mended = generate(empty_library, tmp_path / "p", Renders, 1.0)
    assert (mended.present, len(mended.failures)) == (1, 1)  # a failed file is tried again


def test_pictures_that_people_made(own_library: Library, samples: Path, tmp_path: Path) -> None:
    table = tmp_path / "labels.csv"
    files = sorted(samples.glob("*.*"))
    chosen = [file for file in files if file.suffix in (".glb", ".obj")][:3]
    Image.new("RGBA", (40, 80), (200, 0, 0, 255)).save(tmp_path / "tall.png")
    (tmp_path / "broken.png").write_bytes(b"none")
    with table.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["path", "icon"])
        writer.writerows([[chosen[0], "tall.png"], [chosen[1], "broken.png"], [chosen[2], ""]])
    report = generate(own_library, tmp_path / "p", lambda: Icons(table), 1.0)
    assert (report.made, len(report.failures)) == (1, 1) and "broken.png" in report.failures[0]["reason"]
    assert report.without == len(KINDS) + 1 - 2
    (pair,) = pairs_of(tmp_path / "p").values()
    assert pair.images.shape == (1, 224, 224, 3) and pair.views == (-1,)
    assert pair.images[0, 112, 112, 0] > 180 and pair.images[0, 112, 112, 1] < 40  # the picture, upright
    assert (pair.images[0, 112, [2, -2]] > 250).all()  # on a white square
    for text in ("shape,picture\n1,2\n", ""):
        table.write_text(text)
        with pytest.raises(UsageError, match="`path` and `icon`"):
            Icons(table)
    with pytest.raises(UsageError, match="cannot be read"):
        Icons(tmp_path / "none.csv")


def test_a_picture_beside_its_shape(empty_library: Library, samples: Path, tmp_path: Path) -> None:
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    chair = sorted(samples.glob("chair*"))[0]
    shutil.copy(chair, shapes / chair.name)
    Image.new("RGB", (64, 64), (0, 0, 250)).save(shapes / f"{chair.stem}.png")
    index(empty_library, [shapes])
    report = generate(empty_library, tmp_path / "p", Icons, 1.0)
    assert (report.made, report.pictures) == (1, 1)


def test_a_key_names_the_bytes_not_the_place(library: Library) -> None:
    from engine.lookup import allowed_ids, facts_of

    facts = facts_of(library.catalog, allowed_ids(library.catalog, None).tolist())
    assert len({pair_key(one) for one in facts.values()}) == len(facts)
