"""Pairs on disk: what goes in comes out, whatever breaks a run off."""

from __future__ import annotations

import tarfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.align.pairs import Pair, PairWriter, read_manifest, read_shard, shard_keys, shards
from engine.errors import LibraryBusy, UsageError

SETTINGS = {"source": "renders", "seed": 0}


def make_pair(key: str, name: str = "chair", views: tuple[int, ...] = (0, 2)) -> Pair:
    chance = np.random.default_rng(len(name))
    depth = chance.integers(0, 256, (3, 20, 20)).astype(np.uint8)
    smooth = np.linspace(0, 250, 16).astype(np.uint8)
    images = np.stack([np.broadcast_to(smooth[:, None, None], (16, 16, 3))] * len(views))
    return Pair(key, name, f"/shapes/{key}.obj", depth, images, views, tuple(0.1 * v for v in views), {"note": key})


def test_pairs_come_back_as_they_were(tmp_path: Path) -> None:
    given = [make_pair("aa"), make_pair("bb", "table", (1,))]
    with PairWriter(tmp_path / "pairs", SETTINGS) as writer:
        for pair in given:
            writer.add(pair)
    (shard,) = shards(tmp_path / "pairs")
    found = list(read_shard(shard))
    assert [pair.key for pair in found] == ["aa", "bb"] == shard_keys(shard)
    for old, new in zip(given, found, strict=True):
        assert (new.name, new.path, new.views, new.more) == (old.name, old.path, old.views, dict(old.more))
        assert new.scores == pytest.approx(old.scores)
        np.testing.assert_array_equal(new.depth, old.depth)  # depth is kept exactly
        assert new.images.shape == old.images.shape
        assert np.abs(new.images.astype(int) - old.images).max() < 12  # pictures are WebP of quality 95


def test_samples_are_named_as_webdataset_groups_them(tmp_path: Path) -> None:
    with PairWriter(tmp_path, SETTINGS) as writer:
        writer.add(make_pair("aa"))
    with tarfile.open(shards(tmp_path)[0]) as tar:
        names = tar.getnames()
    assert {name.split(".", 1)[0] for name in names} == {"aa"}
    assert names == [
        "aa.depth00.png", "aa.depth01.png", "aa.depth02.png", "aa.image00.webp", "aa.image01.webp", "aa.json",
    ]  # fmt: skip


def test_a_killed_run_leaves_whole_shards_and_goes_on(tmp_path: Path) -> None:
    with PairWriter(tmp_path, SETTINGS) as writer:
        writer.add(make_pair("aa"))
        writer.flush()
        writer.add(make_pair("bb"))
    whole = shards(tmp_path)[1].read_bytes()
    shards(tmp_path)[1].unlink()  # killed while it wrote the second
    (tmp_path / "shard-000001.tar.new").write_bytes(whole[: len(whole) // 2])
    with PairWriter(tmp_path, SETTINGS) as writer:
        assert writer.keys == {"aa"}
        writer.add(make_pair("bb"))
        writer.add(make_pair("cc"))
    assert [key for shard in shards(tmp_path) for key in shard_keys(shard)] == ["aa", "bb", "cc"]
    assert not list(tmp_path.glob("*.new"))


def test_an_error_inside_keeps_what_was_added(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), PairWriter(tmp_path, SETTINGS) as writer:
        writer.add(make_pair("aa"))
        raise KeyboardInterrupt
    assert shard_keys(shards(tmp_path)[0]) == ["aa"]


def test_a_full_shard_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with PairWriter(tmp_path, SETTINGS) as writer:
        monkeypatch.setattr(writer, "_limits", {"shapes": 2, "seconds": 1e9})
        for key in ("aa", "bb", "cc"):
            writer.add(make_pair(key))
        assert len(shards(tmp_path)) == 1
    assert [shard_keys(shard) for shard in shards(tmp_path)] == [["aa", "bb"], ["cc"]]


def test_other_settings_do_not_mix(tmp_path: Path) -> None:
    with PairWriter(tmp_path, SETTINGS) as writer:
        writer.add(make_pair("aa"))
    with pytest.raises(UsageError, match=r"made with seed 0, not 1.*another --out"):
        PairWriter(tmp_path, {**SETTINGS, "seed": 1})
    assert read_manifest(tmp_path)["seed"] == 0


def test_settings_may_change_while_there_are_no_pairs(tmp_path: Path) -> None:
    with PairWriter(tmp_path, SETTINGS):
        pass
    with PairWriter(tmp_path, {**SETTINGS, "seed": 1}):
        pass
    assert read_manifest(tmp_path)["seed"] == 1


def test_one_writer_at_a_time_and_no_folder_of_other_things(tmp_path: Path) -> None:
    with PairWriter(tmp_path / "pairs", SETTINGS), pytest.raises(LibraryBusy):
        PairWriter(tmp_path / "pairs", SETTINGS)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match="holds other things"):
        PairWriter(tmp_path / "mine", SETTINGS)
    with pytest.raises(UsageError, match="holds no pairs"):
        read_manifest(tmp_path / "mine")


@pytest.mark.parametrize("harm", [lambda b: b[:700], lambda b: b"\0" * len(b), lambda b: b.replace(b"PNG", b"GIF")])
def test_a_damaged_shard_is_named(tmp_path: Path, harm: Any) -> None:
    with PairWriter(tmp_path, SETTINGS) as writer:
        writer.add(make_pair("aa"))
    shard = shards(tmp_path)[0]
    shard.write_bytes(harm(shard.read_bytes()))
    if not any(True for _ in _read_or_error(shard)):
        return  # nothing in it: its shapes count as missing
    with pytest.raises(UsageError, match=r"shard-000000\.tar is damaged"):
        list(read_shard(shard))


def _read_or_error(shard: Path) -> list[Any]:
    try:
        return list(read_shard(shard))
    except UsageError as error:
        return [error]
