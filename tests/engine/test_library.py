"""A library knows its maker, never believes a stale vector file, and tells what is wrong with it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import trimesh

from engine.encoder import OpenClipEncoder, load_encoder
from engine.errors import LibraryDamaged, LibraryError, LibraryMismatch, LibraryNotFound, QueryError
from engine.formats import load_shape
from engine.health import problems, statistics
from engine.library import CATALOG, CHANNELS, Library
from engine.lookup import all_vectors
from engine.records import drop_files
from engine.settings import Settings
from engine.vectors import FlatIndex
from engine.views import RenderRecipe

QUERY = {"text": "a wooden chair", "k": 17}


def answers(library: Library) -> list[tuple[int, float]]:
    shapes = library.similar(1, k=17)
    return [(hit.id, round(hit.score, 3)) for hit in (*library.search(**QUERY), *shapes)]  # type: ignore[arg-type]


def again(library: Library, encoder: OpenClipEncoder) -> Library:
    """The same folder opened anew."""
    return Library.open(library.folder, encoder=encoder, settings=Settings(library.folder))


def test_there_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryNotFound, match="shapeseek index FOLDER --library"):
        Library.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_folder_of_other_things_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(LibraryError, match="holds other things"):
        Library.open(tmp_path, create=True)
    with pytest.raises(LibraryError, match="holds other things"):
        Library.open(tmp_path / "thesis.txt", create=True)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_place_where_none_can_be_is_a_library_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="file"):
        Library.open(tmp_path / "file" / "library", create=True)


def test_a_new_library_is_empty_and_says_how_to_fill_it(empty_library: Library) -> None:
    for ask in (lambda: empty_library.search(text="x"), lambda: empty_library.card, lambda: statistics(empty_library)):
        with pytest.raises(LibraryError, match="shapeseek index FOLDER"):
            ask()
    assert problems(empty_library) == [] and empty_library.collections() == []


def test_another_encoder_is_refused_with_the_command(
    library_folder: Path, other_encoder_folder: Path, encoder_folder: Path
) -> None:
    with pytest.raises(LibraryMismatch, match=rf"--encoder {encoder_folder} .*shapeseek \w+ .*--library"):
        Library.open(library_folder, encoder=str(other_encoder_folder))
    with pytest.raises(LibraryMismatch, match=r"other weights.*shapeseek \w+ .*--library"):
        Library.open(library_folder, encoder=load_encoder(str(other_encoder_folder), 1))


def test_the_same_name_with_other_weights_is_refused(
    library_folder: Path,
    encoder_folder: Path,
    other_encoder_folder: Path,
    tmp_path: Path,
    make_encoder: Callable[..., Path],
) -> None:
    mutable = make_encoder(tmp_path / "encoder")
    folder = tmp_path / "library"
    with Library.open(
        folder, create=True, encoder=str(mutable), settings=Settings(folder, encoder=str(mutable))
    ) as fresh:
        fresh.adopt(RenderRecipe())
    shutil.copy(other_encoder_folder / "open_clip_model.safetensors", mutable / "open_clip_model.safetensors")
    with Library.open(folder) as opened, pytest.raises(LibraryMismatch, match="other weights"):
        opened.text_vector("chair")


def test_an_encoder_folder_is_the_same_however_it_is_named(
    library_folder: Path, encoder_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(encoder_folder.parent)
    (tmp_path / "link").symlink_to(encoder_folder)
    for name in (encoder_folder.name, f"./{encoder_folder.name}/", f"{encoder_folder}/", str(tmp_path / "link")):
        Library.open(library_folder, encoder=name).close()


def test_another_recipe_is_refused(library: Library) -> None:
    library.adopt(library.recipe)
    with pytest.raises(LibraryMismatch, match="Leave --views and --projection as they were"):
        library.adopt(RenderRecipe(rig="orbit-5"))


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("harm", ["deleted", "one byte", "cut", "empty", "a folder"])
def test_a_harmed_vector_file_is_noticed_and_searches_stay_right(
    own_library: Library, encoder: OpenClipEncoder, channel: str, harm: str
) -> None:
    expected = answers(own_library)
    file = own_library.folder / f"{channel}.faiss"
    whole = bytearray(file.read_bytes())
    whole[-20] ^= 0xFF
    file.unlink()
    if harm == "a folder":
        file.mkdir()
    elif harm != "deleted":
        file.write_bytes({"one byte": bytes(whole), "cut": bytes(whole[:-9]), "empty": b""}[harm])
    with again(own_library, encoder) as opened:
        assert answers(opened) == expected
        assert any(channel in problem for problem in problems(opened))


def test_vector_files_of_an_older_generation_are_not_used(own_library: Library, encoder: OpenClipEncoder) -> None:
    first = own_library.search(**QUERY)[0]  # type: ignore[arg-type]
    old = {channel: (own_library.folder / f"{channel}.faiss").read_bytes() for channel in CHANNELS}
    with own_library.catalog.session() as session:
        drop_files(session, [first.path])
    own_library.publish()
    for channel, content in old.items():  # as a backup restored beside a newer catalog
        (own_library.folder / f"{channel}.faiss").write_bytes(content)
    with again(own_library, encoder) as opened:
        assert first.id not in [hit.id for hit in opened.search(**QUERY)]  # type: ignore[arg-type]
        assert len(opened.index("pooled")) == 16
        assert len(problems(opened)) == 2


def test_a_reader_sees_what_another_process_changed(own_library: Library, encoder: OpenClipEncoder) -> None:
    with again(own_library, encoder) as reader:
        first = reader.search(**QUERY)[0]  # type: ignore[arg-type]
        with own_library.catalog.session() as session:
            drop_files(session, [first.path])
        assert first.id not in [hit.id for hit in reader.search(**QUERY)]  # type: ignore[arg-type]


def test_publishing_leaves_a_sound_library(own_library: Library) -> None:
    for channel in CHANNELS:
        (own_library.folder / f"{channel}.faiss").unlink()
    assert len(problems(own_library)) == 2
    own_library.publish()
    assert problems(own_library) == []
    assert not list(own_library.folder.glob("*.new"))


def test_what_is_published_is_kept_not_read_again(own_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*arguments: object) -> None:
        raise AssertionError("a vector file was read")

    monkeypatch.setattr(FlatIndex, "load", read)
    own_library.publish(anew=True)
    for channel in CHANNELS:
        ids, vectors = all_vectors(own_library.catalog, channel)
        found, cosines = own_library.index(channel).search(vectors[3].astype(np.float32), len(ids))
        assert sorted(found) == sorted(ids) and cosines[0] == pytest.approx(1, abs=0.01)


def test_missing_thumbnails_and_vectors_are_counted(own_library: Library) -> None:
    own_library.preview(own_library.facts(1)).unlink()
    assert problems(own_library) == ["1 thumbnails are missing."]
    with own_library.catalog.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM embeddings WHERE shape_id = 2")
    assert "17 shapes but 16 with vectors." in problems(own_library)


def test_a_catalog_with_damaged_pages_ends_in_library_damaged(own_library: Library, encoder: OpenClipEncoder) -> None:
    own_library.close()
    file = own_library.folder / CATALOG
    content = bytearray(file.read_bytes())
    content[4096 * 2 :] = np.random.default_rng(0).integers(0, 256, len(content) - 4096 * 2, np.uint8).tobytes()
    file.write_bytes(content)
    with pytest.raises(LibraryDamaged), again(own_library, encoder) as opened:
        found = problems(opened)
        assert any("damaged" in problem for problem in found)
        opened.search(text="chair")


def test_one_damaged_page_is_a_finding_and_ends_no_search_in_a_riddle(
    own_library: Library, encoder: OpenClipEncoder
) -> None:
    own_library.close()
    file = own_library.folder / CATALOG
    with contextlib.closing(sqlite3.connect(file)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'embeddings'").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[4096 * (page - 1) : 4096 * page] = np.random.default_rng(0).bytes(4096)
    file.write_bytes(content)
    with again(own_library, encoder) as opened:
        assert any("damaged" in problem for problem in problems(opened))
        with pytest.raises(LibraryDamaged, match="Restore it from a copy"):
            opened.search(text="chair")


def test_a_library_may_lie_in_a_folder_of_any_name(
    library_folder: Path, encoder: OpenClipEncoder, tmp_path: Path
) -> None:
    folder = tmp_path / "is this mine? 100%20 #1"
    shutil.copytree(library_folder, folder)
    with Library.open(folder, encoder=encoder) as opened:
        assert len(opened.search(**QUERY)) == 17  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


READ_ONLY = """
import os, sys
import engine.health, engine.library, engine.labels.labelling, engine.search, faiss, filelock, scipy.sparse
from engine.writing import writing
with engine.library.Library.open(sys.argv[1]) as warm:  # as its owner, so that all is imported
    warm.similar(1)
if os.geteuid() == 0:
    os.setresuid(65534, 65534, 65534)  # root may write anywhere
with engine.library.Library.open(sys.argv[1]) as library:
    print(len(library.similar(1, k=20)), engine.health.problems(library))
    try:
        with writing(library):
            pass
    except engine.errors.LibraryError as error:
        print(error.what)
"""


def test_a_library_that_may_not_be_written_is_searched_all_the_same(library_folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:  # not under pytest's own folder, which only its owner may enter
        folder = Path(place) / "library"
        shutil.copytree(library_folder, folder)
        Path(place).chmod(0o755)
        for path in (*folder.rglob("*"), folder):
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = {path.name for path in folder.rglob("*") if "-" not in path.suffix}  # -wal: it was copied while open
        homes = {name: place for name in os.environ if name.startswith("XDG_")}
        command = [sys.executable, "-c", READ_ONLY, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **homes})
        after = {path.name for path in folder.rglob("*") if "-" not in path.suffix}
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "16 []"
    assert "cannot be written" in done.stdout.splitlines()[1]
    assert after == before


def test_a_library_embedded_anew_by_another_process_is_searched_with_its_new_encoder(
    library_folder: Path, encoder_folder: Path, other_encoder_folder: Path, tmp_path: Path
) -> None:
    from indexer.reembed import reembed

    folder = tmp_path / "library"
    shutil.copytree(library_folder, folder)
    other = load_encoder(str(other_encoder_folder), 1)
    given = load_encoder(str(encoder_folder), 1)
    with Library.open(folder) as serving, Library.open(folder, encoder=given) as bound:
        before = answers(serving)
        with Library.open(folder) as elsewhere:
            reembed(elsewhere, str(other_encoder_folder))
        after = answers(serving)
        assert serving.encoder.card.identity == other.card.identity and after != before
        with Library.open(folder, encoder=other) as fresh:
            assert answers(fresh) == after
        with pytest.raises(LibraryMismatch, match="other weights"):
            bound.search("a chair")


def test_statistics_tell_how_it_was_made(library: Library, encoder_folder: Path) -> None:
    told = statistics(library)
    assert (told["shapes"], told["failed"], told["collections"]) == (17, 0, ["samples"])
    assert (told["encoder"], told["dimension"], told["form_dimension"]) == (str(encoder_folder), 64, 256)
    assert (told["camera_rig"], told["resolution"], len(told["cameras"])) == ("orbit-12", 224, 12)
    assert told["bytes"] > 10_000


def test_files_as_queries_stand_as_what_was_indexed_does(own_library: Library, tmp_path: Path) -> None:
    from indexer.parametric import KINDS
    from indexer.pipeline import index
    from indexer.removal import removable, remove_shapes

    folder = tmp_path / "lying"
    folder.mkdir()
    for name in ("floor lamp", "chair"):
        trimesh.util.concatenate(KINDS[name](np.random.default_rng(3))).export(folder / f"{name}.stl")  # y is up
    index(own_library, [folder], up="y")
    for file in folder.iterdir():
        known = own_library.search(shape=file, k=1)[0]
        assert (known.path, known.score) == (str(file), pytest.approx(1, abs=0.01))
    shutil.copy(folder / "chair.stl", tmp_path / "new.stl")
    assert own_library.rendered(tmp_path / "new.stl").measures.up == "z"  # collections differ: the format's convention
    remove_shapes(own_library, removable(own_library, [], "samples"))
    assert own_library.rendered(tmp_path / "new.stl").measures.up == "y"


def test_classify_gives_shares_that_add_up(library: Library, samples: Path) -> None:
    file = next(samples.glob("chair_1.*"))
    labels = ["chair", " table ", "", "mug"]
    ranked = library.classify(1, labels)
    assert [label for label, _ in ranked] == sorted(("chair", "table", "mug"), key=dict(ranked).get, reverse=True)  # type: ignore[arg-type]
    assert sum(share for _, share in ranked) == pytest.approx(1)
    for other in (file, load_shape(file)):
        assert dict(library.classify(other, labels)) == pytest.approx(dict(ranked), abs=0.03)
    with pytest.raises(QueryError, match="no labels"):
        library.classify(1, ["", " "])
    with pytest.raises(QueryError):
        library.classify(12345, labels)
    assert dict(library.classify(1, "chair, table,mug")) == dict(ranked)


def test_an_encoder_without_form_features_answers_shape_queries_too(
    vit_folder: Path, samples: Path, tmp_path: Path
) -> None:
    from indexer.pipeline import index

    encoder = load_encoder(str(vit_folder), 1)
    with Library.open(
        tmp_path / "l", create=True, encoder=encoder, settings=Settings(tmp_path / "l", jobs=1)
    ) as opened:
        report = index(opened, [next(samples.glob("chair_1.*")), next(samples.glob("mug_1.*"))])
        assert (report.new, report.failures) == (2, [])
        assert problems(opened) == []
        assert opened.search(shape=1, k=2)[0].id == 1
        assert len(opened.similar(1)) == 1
