"""Floors of weak matches: measured on the library at hand."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import numpy as np
import pytest

from engine import floors
from engine.bundled import bundled_json
from engine.encoder import EncoderCard
from engine.library import Library
from engine.prompts import unit
from engine.query import text_kind
from engine.vectors import FlatIndex


def test_nine_in_ten_best_hits_of_nothing_stay_under_the_floor() -> None:
    rng = np.random.default_rng(0)
    gallery, bank = unit(rng.normal(size=(300, 16))), unit(rng.normal(size=(200, 16)))
    bank[::2] = unit(bank[::2] + gallery[rng.integers(0, 300, 100)])  # real words lie nearer than gibberish here
    index = FlatIndex(np.arange(300), gallery)
    rows = {"text": bank, "image": bank, "form": np.zeros((5, 0), np.float32)}
    best, centre = (bank @ gallery.T).max(axis=1), gallery.mean(axis=0) + 0.3
    card = EncoderCard("made", "", 16, 0, 64, "")
    found = floors.measured_floors(rows, {"pooled": index, "form": index}, card)
    assert list(found) == ["text", "image"]
    assert found["image"] - floors.ABOVE == pytest.approx(np.quantile(best, 0.9), abs=2e-3)
    harder = np.quantile(best[::2], 0.9)
    assert found["text"] - floors.ABOVE == pytest.approx(harder, abs=2e-3)
    assert found["text"] > found["image"] + 0.01
    again = floors.measured_floors(rows, {"pooled": index, "form": index}, replace(card, centre=tuple(centre.tolist())))
    apart = best - bank @ centre
    harder = max(np.quantile(apart[half::2], 0.9) for half in (0, 1))
    assert again["text"] - floors.ABOVE == pytest.approx(harder, abs=2e-3)
    assert again["image"] == found["image"]  # only texts are nearer to all shapes, or farther from them


def test_of_few_queries_of_nothing_all_stay_under_the_floor() -> None:
    rng = np.random.default_rng(1)
    gallery, heaps = unit(rng.normal(size=(300, 16))), unit(rng.normal(size=(30, 16)))
    index = FlatIndex(np.arange(300), gallery)
    found = floors.measured_floors({"form": heaps}, {"form": index}, EncoderCard("made", "", 16, 16, 64, ""))
    assert found["form"] - floors.ABOVE == pytest.approx((heaps @ gallery.T).max(), abs=2e-3)


def test_a_library_that_changes_gets_new_floors_and_marks_hits_by_them(
    own_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert floors.BANK not in [file.name for file in own_library.folder.iterdir()]  # too small to measure on
    monkeypatch.setattr(floors, "LEAST_SHAPES", 10)
    own_library.publish(anew=True)
    stored = json.loads(own_library.catalog.fact("floors") or "")
    assert set(stored) == {"text", "sentence", "image", "shape", "form"}
    assert own_library.floors == stored  # the encoder of the tests has no floors of its own
    gibberish = [floors.gibberish(random.Random(n)) for n in range(20)]
    weak = [own_library.search(text, k=1, keywords=False)[0].weak for text in gibberish]
    scores = [own_library.search(text, k=1, keywords=False)[0].parts["text"] for text in gibberish]
    assert weak == [score < stored["text"] for score in scores]
    sentence = own_library.search("a gwrt of hlkd", k=1, keywords=False)[0]
    assert sentence.weak == (sentence.parts["text"] < stored["sentence"])


def test_without_an_encoder_the_kept_queries_serve_and_damage_is_no_error(
    own_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floors, "LEAST_SHAPES", 10)
    own_library.publish(anew=True)
    before = json.loads(own_library.catalog.fact("floors") or "")
    own_library.catalog.set_facts(floors="{}", floors_of="")
    with Library.open(own_library.folder) as reopened:
        assert reopened.loaded_encoder is None
        floors.renew_floors(reopened)
        renewed = json.loads(reopened.catalog.fact("floors") or "")
        assert renewed == pytest.approx(before, abs=1e-3)  # they were kept as float16
        (reopened.folder / floors.BANK).write_bytes(b"no zip")
        reopened.catalog.set_facts(floors_of="")
        floors.renew_floors(reopened)  # nothing to measure with: they stay
        assert json.loads(reopened.catalog.fact("floors") or "") == renewed


def test_floors_that_a_kill_left_out_or_that_are_of_another_state_are_mended(
    own_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floors, "LEAST_SHAPES", 10)
    own_library.catalog.set_facts(floors_of="")  # as if it had been killed before the floors were measured
    own_library.publish()
    measured = own_library.floors
    assert measured
    own_library.catalog.set_facts(floors='{"text": 9}', floors_of="another encoder's")
    assert own_library.floors == {}
    own_library.publish()
    assert own_library.floors == pytest.approx(measured, abs=1e-3)  # now by the kept queries, float16
    monkeypatch.setattr(floors, "LEAST_SHAPES", 50)
    own_library.publish(anew=True)
    assert own_library.floors == {}  # of too few shapes nothing is known


def test_the_higher_floor_counts(own_library: Library) -> None:
    own_library.catalog.set_facts(floors='{"text": 0.4, "image": 0.1}')
    card = json.loads(own_library.catalog.fact("encoder_card") or "")
    own_library.catalog.set_facts(encoder_card=json.dumps({**card, "floors": {"text": 0.3, "image": 0.2, "form": 0.5}}))
    assert own_library.floors == {"text": 0.4, "sentence": 0.4, "image": 0.2, "form": 0.5}


def test_nothing_has_many_looks() -> None:
    pictures = floors.pictures_of_nothing(9, 224)
    assert pictures.shape == (9, 224, 224, 3) and len({picture.tobytes() for picture in pictures}) == 9
    heaps = floors.heaps_of_triangles(4)
    assert len({len(heap.faces) for heap in heaps}) > 1 and not any(heap.is_cloud for heap in heaps)


def test_texts_of_nothing_are_of_both_kinds_and_half_of_them_words() -> None:
    texts = floors.texts_of_nothing()
    assert all(text_kind(text) == kind for kind, some in texts.items() for text in some)
    real = set(bundled_json("off_topic.json")["texts"])
    assert all(len(set(some) & real) == len(some) / 2 >= 40 for some in texts.values())


def test_a_long_query_is_held_against_the_floor_of_sentences(own_library: Library) -> None:
    own_library.catalog.set_facts(floors='{"text": 1.1, "sentence": -1.0}')
    assert own_library.search("olive", k=1, keywords=False)[0].weak
    assert not own_library.search("olive with four legs", k=1, keywords=False)[0].weak
