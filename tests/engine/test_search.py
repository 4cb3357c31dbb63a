"""The way of a query through a real library: who comes first, what the filters leave, what a hit tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image
from sqlalchemy import update

from engine.catalog import Embedding
from engine.encoder import EncoderCard
from engine.errors import FilterError, PictureError, QueryError
from engine.formats import load_shape
from engine.library import Library
from engine.lookup import all_vectors, vectors_of
from engine.outlines import agreement, outline_of
from engine.prompts import unit
from engine.query import WITHOUT
from engine.search import KEYWORD_WEIGHT
from engine.views import render

COUNT = 17


def id_of(library: Library, name: str) -> int:
    return next(hit.id for hit in library.search(text=name, k=COUNT) if hit.name == name)


def by_hand(library: Library, vector: np.ndarray) -> dict[int, float]:
    """Cosine of every shape's pooled vector with `vector`, by NumPy."""
    ids, pooled = all_vectors(library.catalog, "pooled")
    return dict(zip(ids.tolist(), (pooled.astype(np.float32) @ unit(vector)).tolist(), strict=True))


def test_text_scores_are_cosines_in_order(library: Library) -> None:
    hits = library.search(text="zzz", k=COUNT)
    expected = by_hand(library, library.encoder.encode_texts(["zzz"])[0])
    assert len(hits) == COUNT
    assert {hit.id: hit.score for hit in hits} == pytest.approx(expected, abs=1e-4)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("k", [1, 5, COUNT, 10_000])
def test_k_bounds_the_hits_and_shorter_answers_are_prefixes(library: Library, k: int) -> None:
    hits = library.search(text="zzz", k=k)
    assert len(hits) == min(k, COUNT)
    assert [hit.id for hit in hits] == [hit.id for hit in library.search(text="zzz", k=COUNT)][:k]


def test_words_of_the_name_lift_a_shape_by_the_share_found(library: Library) -> None:
    with_words = {hit.name: hit for hit in library.search(text="floor lamp", k=COUNT)}
    plain = {hit.name: hit for hit in library.search(text="floor lamp", k=COUNT, keywords=False)}
    assert with_words["floor lamp"].score == pytest.approx(plain["floor lamp"].score + KEYWORD_WEIGHT, abs=1e-5)
    assert with_words["floor lamp"].parts["keywords"] == pytest.approx(KEYWORD_WEIGHT)
    assert with_words["mug"].score == pytest.approx(plain["mug"].score, abs=1e-5)
    assert "keywords" not in plain["floor lamp"].parts


def test_keywords_reach_shapes_that_vectors_would_miss(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine import search as searching

    monkeypatch.setattr(searching, "RERANKED", 1)
    worst = library.search(text="zzz", k=COUNT, keywords=False)[-1]
    assert worst.id in [hit.id for hit in library.search(text=f"zzz {worst.name}", k=2)]


def test_what_is_not_wanted_falls_and_what_is_wanted_still_leads(library: Library) -> None:
    encoder = library.encoder
    wanted, unwanted = encoder.encode_texts(["zzz"])[0], encoder.encode_texts(["qqq"])[0]
    hits = library.search(text="zzz", without="qqq", k=COUNT)
    assert {hit.id: hit.score for hit in hits} == pytest.approx(by_hand(library, wanted + WITHOUT * unwanted), abs=1e-4)
    assert hits[0].parts["without"] == pytest.approx(by_hand(library, unwanted)[hits[0].id], abs=1e-4)


def test_a_word_not_wanted_does_not_count_as_keyword(library: Library) -> None:
    assert all("keywords" not in hit.parts for hit in library.search(text="zzz", without="chair", k=COUNT))


@pytest.mark.parametrize("weight", [0.0, 0.3, 1.0, 5.0])
def test_text_and_image_are_mixed_by_their_weights(library: Library, weight: float) -> None:
    photo = Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8))
    text, image = library.encoder.encode_texts(["zzz"])[0], library.encoder.encode_photos([photo])[0]
    hits = library.search(text="zzz", image=photo, weights={"text": weight}, k=COUNT)
    assert {hit.id: hit.score for hit in hits} == pytest.approx(by_hand(library, weight * text + image), abs=1e-4)
    assert {"text", "image", "meaning", "best_view"} <= hits[0].parts.keys()


def test_several_images_count_each(library: Library, tmp_path: Path) -> None:
    photos = [Image.new("RGB", (64, 64), colour) for colour in ("red", "navy")]
    photos[1].save(tmp_path / "b.png")
    rows = library.encoder.encode_photos(photos)
    hits = library.search(image=[photos[0], tmp_path / "b.png"], k=COUNT)
    assert {hit.id: hit.score for hit in hits} == pytest.approx(by_hand(library, rows.sum(axis=0)), abs=1e-4)


@pytest.mark.parametrize("name", ["chair", "mug", "bed", "car", "round_ball"])
def test_a_file_of_the_library_is_its_own_first_hit(library: Library, samples: Path, name: str) -> None:
    file = next(samples.rglob(f"{name}*.*"))
    for query in (file, str(file), load_shape(file)):
        hits = library.search(shape=query, k=3)
        assert (hits[0].name, hits[0].score) == (name, pytest.approx(1, abs=0.005))
        assert hits[1].score < hits[0].score


def test_shapes_in_other_units_places_and_axes_find_their_like(library: Library, samples: Path, tmp_path: Path) -> None:
    for name in ("chair", "airplane"):
        shape = load_shape(next(samples.glob(f"{name}_1.*")))
        moved = trimesh.Trimesh(shape.upright() * 25.4 + (90, -7, 3), shape.faces, process=False)
        moved.vertices = np.column_stack([moved.vertices[:, 0], -moved.vertices[:, 2], moved.vertices[:, 1]])
        moved.export(tmp_path / f"{name}.stl")  # STL is z up
        assert library.search(shape=tmp_path / f"{name}.stl", k=1)[0].name == name


def test_similar_leaves_the_shape_itself_out(library: Library) -> None:
    chair = id_of(library, "chair")
    hits = library.similar(chair, k=COUNT)
    assert len(hits) == COUNT - 1
    assert chair not in [hit.id for hit in hits]
    assert library.search(shape=chair, k=1)[0].id == chair
    form = {key: one.form.astype(np.float32) for key, one in vectors_of(library.catalog, range(1, 99), 64).items()}
    assert {hit.id: hit.score for hit in hits} == pytest.approx(
        {key: float(row @ form[chair]) for key, row in form.items() if key != chair}, abs=2e-3
    )


def test_filters_come_before_the_search(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine import search as searching

    monkeypatch.setattr(searching, "RERANKED", 1)
    order = [hit.name for hit in library.search(text="zzz", k=COUNT)]
    for name in (order[0], order[-1]):
        assert [hit.name for hit in library.search(text="zzz", where=f"name = '{name}'", k=5)] == [name]
    last_three = " or ".join(f"name = '{name}'" for name in order[-3:])
    assert [hit.name for hit in library.search(text="zzz", where=last_three, k=2)] == order[-3:-1]
    assert len(library.search(text="zzz", where="faces < 0")) == 0
    assert len(library.search(text="zzz", collection="samples", where="kind = cloud", k=9)) == 1
    assert len(library.search(text="floor lamp", where="name = mug", k=9)) == 1  # keywords obey the filter too
    assert len(library.similar(id_of(library, "mug"), where="name = mug")) == 0


def test_a_hit_tells_where_it_is_and_which_view_matched(library: Library, samples: Path) -> None:
    hit = library.search(text="floor lamp", k=1)[0]
    text = library.encoder.encode_texts(["floor lamp"])[0]
    views = vectors_of(library.catalog, [hit.id], 64)[hit.id].views.astype(np.float32) @ text
    assert (hit.view, hit.parts["best_view"]) == (views.argmax(), pytest.approx(views.max(), abs=1e-4))
    assert (hit.name, hit.collection, Path(hit.path).parent) == ("floor lamp", "samples", samples)
    always = {"id", "path", "name", "collection", "score", "weak", "view", "parts"}
    assert set(hit.to_dict()) == always | {"tags"}  # it has some; it is no object of a scene and nobody labelled it
    assert hit.facts.description.creator == "ShapeSeek"


def with_card(library: Library, **changes: object) -> None:
    card = replace(EncoderCard.from_json(library.catalog.fact("encoder_card") or ""), **changes)
    library.catalog.set_facts(encoder_card=card.to_json())


@pytest.mark.parametrize("floor", [-1.0, 1.0])
def test_hits_under_the_encoders_floor_are_weak_unless_their_words_were_asked_for(
    own_library: Library, floor: float
) -> None:
    with_card(own_library, floors={"text": floor})
    hits = {hit.name: hit for hit in own_library.search(text="chair", k=COUNT)}
    assert hits["mug"].weak == (floor == 1.0)
    assert not hits["chair"].weak
    assert not any(hit.weak for hit in own_library.similar(1))  # no floor is known for shapes


def test_a_texts_floor_counts_from_what_it_has_in_common_with_all_shapes(own_library: Library) -> None:
    centre = 0.5 * own_library.text_vector("chair")
    with_card(own_library, centre=tuple(centre.tolist()))
    cosines = {hit.name: hit.parts["text"] for hit in own_library.search(text="chair", k=COUNT)}
    found = sorted(set(cosines.values()))
    middle = (found[len(found) // 2 - 1] + found[len(found) // 2]) / 2
    with_card(own_library, floors={"text": middle - 0.5}, centre=tuple(centre.tolist()))
    hits = own_library.search(text="chair", k=COUNT)
    assert {hit.name: hit.parts["text"] for hit in hits} == cosines  # what is shown stays a cosine
    assert all(hit.weak == (hit.parts["text"] < middle) for hit in hits if hit.name != "chair")
    assert len({hit.weak for hit in hits if hit.name != "chair"}) == 2


def test_the_best_view_counts_as_the_encoder_says(own_library: Library) -> None:
    before = {hit.id: hit for hit in own_library.search(text="zzz", k=COUNT)}
    with_card(own_library, view_weights={"text": 0.25, "image": 0.75})
    for hit in own_library.search(text="zzz", k=COUNT):
        expected = 0.75 * before[hit.id].score + 0.25 * before[hit.id].parts["best_view"]
        assert hit.score == pytest.approx(expected, abs=1e-4)


def test_outlines_of_pictures_count_as_the_encoder_says(own_library: Library, samples: Path) -> None:
    view = render(load_shape(next(samples.glob("chair_1.*"))), own_library.recipe).pictures()[1]
    picture = Image.fromarray(view)  # white about the chair, as in a catalogue
    before = {hit.id: hit for hit in own_library.search(image=picture, k=COUNT)}
    assert all("outline" not in hit.parts for hit in before.values())
    with_card(own_library, outline_share=0.4)
    hits = own_library.search(image=picture, k=COUNT)
    stored = vectors_of(own_library.catalog, list(before), 64)
    asked = outline_of(picture)
    assert asked is not None
    for hit in hits:
        agreed = float(agreement(asked, stored[hit.id].outlines[None])[0])
        assert hit.parts["outline"] == pytest.approx(agreed, abs=1e-4)
        assert hit.score == pytest.approx(0.6 * before[hit.id].score + 0.4 * agreed, abs=1e-4)
    assert max(hits, key=lambda hit: hit.parts["outline"]).name == "chair"


def test_each_term_is_scored_in_the_way_of_its_kind_and_all_are_added(own_library: Library, samples: Path) -> None:
    view = render(load_shape(next(samples.glob("chair_1.*"))), own_library.recipe).pictures()[1]
    picture = Image.fromarray(view)
    with_card(own_library, view_weights={"text": 0.1, "image": 0.5}, outline_share=0.4)
    text, image = own_library.encoder.encode_texts(["zzz"])[0], own_library.encoder.encode_photos([picture])[0]
    stored = vectors_of(own_library.catalog, range(1, COUNT + 1), 64)
    asked = outline_of(picture)
    assert asked is not None

    def by_kind(query: np.ndarray, key: int, share: float) -> float:
        best = float((stored[key].views.astype(np.float32) @ query).max())
        return (1 - share) * float(unit(stored[key].pooled.astype(np.float32)) @ query) + share * best

    for hit in own_library.search(text="zzz", image=picture, weights={"text": 0.6}, k=COUNT):
        agreed = float(agreement(asked, stored[hit.id].outlines[None])[0])
        pictured = by_kind(image, hit.id, 0.5)
        length = float(np.linalg.norm(0.6 * text + image))
        meaning = 0.6 * by_kind(text, hit.id, 0.1) + pictured
        assert hit.parts["meaning"] == pytest.approx(meaning / length, abs=1e-3)
        assert hit.parts["outline"] == pytest.approx(agreed, abs=1e-4)
        assert hit.score == pytest.approx((meaning + 0.4 * (agreed - pictured)) / length, abs=1e-3)


def test_a_library_without_outlines_answers_pictures_by_meaning(own_library: Library) -> None:
    picture = Image.new("RGB", (64, 64), "white")
    picture.paste("black", (20, 10, 40, 60))
    before = {hit.id: hit.score for hit in own_library.search(image=picture, k=COUNT)}
    with_card(own_library, outline_share=0.4)
    with own_library.catalog.session() as session:
        session.execute(update(Embedding).values(outlines=b""))  # as a catalog of an older schema is brought up
    assert {hit.id: hit.score for hit in own_library.search(image=picture, k=COUNT)} == before


def test_the_encoders_balance_between_kinds_is_applied(own_library: Library) -> None:
    photo = Image.new("RGB", (64, 64), "olive")
    expected = {h.id: h.score for h in own_library.search(text="zzz", image=photo, weights={"text": 0.25}, k=COUNT)}
    with_card(own_library, term_weights={"text": 0.25, "image": 1.0})
    found = {h.id: h.score for h in own_library.search(text="zzz", image=photo, k=COUNT)}
    assert found == pytest.approx(expected, abs=1e-4)


def test_answers_are_the_same_every_time(library: Library) -> None:
    one, other = (library.search(text="a comfortable chair", k=COUNT).to_dict()["hits"] for _ in range(2))
    assert one == other


def test_shapes_that_vanish_while_a_search_runs_are_left_out(
    own_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = [hit.id for hit in own_library.search("a chair", k=3)]

    def read_then_removed(*arguments: object) -> object:
        found = vectors_of(*arguments)  # type: ignore[arg-type]
        with own_library.catalog.engine.begin() as connection:  # as another process does between two reads
            connection.exec_driver_sql(f"DELETE FROM shapes WHERE id IN ({', '.join(map(str, lost))})")
        return found

    monkeypatch.setattr("engine.search.vectors_of", read_then_removed)
    found = own_library.search("a chair", k=COUNT)
    assert len(found) == COUNT - 3 and not {hit.id for hit in found} & set(lost)


def test_bad_questions_have_their_errors(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("no picture")
    (tmp_path / "a.stl").write_text("no shape")
    for error, arguments in [
        (QueryError, {"text": ""}),
        (QueryError, {"shape": 10**6}),
        (QueryError, {"shape": 2**70}),
        (QueryError, {"shape": tmp_path / "absent.stl"}),
        (QueryError, {"shape": tmp_path / "a.stl"}),
        (QueryError, {"shape": tmp_path}),
        (QueryError, {"text": "x", "collection": "nobody's"}),
        (FilterError, {"text": "x", "where": "colour = red"}),
        (PictureError, {"image": tmp_path / "a.png"}),
        (PictureError, {"image": tmp_path / "absent.png"}),
    ]:
        with pytest.raises(error):
            library.search(**arguments)  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="no shape 999"):
        library.similar(999)
    assert len(library.search(text="still works")) > 0


@pytest.mark.parametrize("text", ["chair " * 3000, "椅子", "\0", "a" * 5000, "🪑", "'\"; --", "chair\udcff"], ids=repr)
def test_odd_texts_are_answered(library: Library, text: str) -> None:
    assert len(library.search(text=text[:20_000], k=3)) == 3
