"""A library changes its encoder as a whole or not at all, and a broken-off run is resumed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import LibraryMismatch, UsageError
from engine.library import Library
from engine.lookup import all_vectors
from indexer.pipeline import index
from indexer.reembed import SIDE, reembed


def vectors(library: Library) -> dict[int, bytes]:
    ids, rows = all_vectors(library.catalog, "pooled")
    return {key: row.tobytes() for key, row in zip(ids.tolist(), rows, strict=True)}


def test_another_encoder_replaces_all_vectors_and_keeps_ids(
    own_library: Library, other_encoder_folder: Path, samples: Path, tmp_path: Path
) -> None:
    before = vectors(own_library)
    report = reembed(own_library, str(other_encoder_folder))
    after = vectors(own_library)
    assert report.done and report.embedded == len(before) and not report.failures
    assert before.keys() == after.keys() and all(before[key] != after[key] for key in before)
    hits = own_library.search(shape=samples / "chair_1.glb", k=50)
    assert next(hit.score for hit in hits if hit.name == "chair") == pytest.approx(1, abs=1e-3)
    assert not (own_library.folder / SIDE).exists()
    with Library.open(tmp_path / "fresh", create=True, encoder=str(other_encoder_folder)) as fresh:
        index(fresh, [samples])
        expected = sorted(np.frombuffer(row, "<f2").astype(float).sum() for row in vectors(fresh).values())
    assert sorted(np.frombuffer(row, "<f2").astype(float).sum() for row in after.values()) == pytest.approx(
        expected, abs=0.02
    )


def test_the_old_encoder_is_refused_afterwards(
    own_library: Library, other_encoder_folder: Path, encoder: object
) -> None:
    reembed(own_library, str(other_encoder_folder))
    with pytest.raises(LibraryMismatch, match="reindex"):
        Library.open(own_library.folder, encoder=encoder)  # type: ignore[arg-type]


def test_an_interrupted_run_goes_on_where_it_stopped(own_library: Library, other_encoder_folder: Path) -> None:
    before = vectors(own_library)

    def stop(done: int, total: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reembed(own_library, str(other_encoder_folder), progress=stop)
    assert vectors(own_library) == before, "searches go on with the old vectors"
    assert own_library.search("chair", k=3)
    report = reembed(own_library, str(other_encoder_folder))
    assert report.done and report.resumed >= 4 and report.resumed + report.embedded == len(before)


def test_a_missing_file_stops_the_swap(own_library: Library, other_encoder_folder: Path, tmp_path: Path) -> None:
    extra = tmp_path / "extra"
    extra.mkdir()
    (extra / "one.off").write_text("OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n")
    index(own_library, [extra])
    before = vectors(own_library)
    (extra / "one.off").unlink()
    report = reembed(own_library, str(other_encoder_folder))
    assert not report.done and [Path(path).name for path, _ in report.failures] == ["one.off"]
    assert vectors(own_library) == before


def test_another_rig_can_be_chosen(own_library: Library, encoder_folder: Path) -> None:
    assert reembed(own_library, str(encoder_folder), views="orbit-5").done
    assert own_library.recipe.rig == "orbit-5"
    with pytest.raises(UsageError, match="orbit-12"):
        reembed(own_library, str(encoder_folder), views="nonsense")
