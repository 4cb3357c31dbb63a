"""WordNet's files and the phrases made of them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.align.starter.corpus import Item
from engine.align.starter.lessons import called_rows, gather_texts
from engine.align.starter.phrases import Said, broad_phrases, explain_names
from engine.align.starter.wording import THESAURUS, add_thesaurus, foreign_pairs, read_descriptions, wider_schooling
from engine.align.starter.wordnet import WordNet

ROOT = Path(__file__).parents[4]

NOUNS = """\
  1 This line stands for the licence.
00000100 06 n 01 furniture 0 000 | furnishings that make a room ready for occupancy; "they had too much furniture"
00000200 06 n 02 sofa 0 couch 0 001 @ 00000100 n 0000 | an upholstered seat for more than one person
00000300 05 n 01 bat 0 000 | nocturnal mouselike mammal with forelimbs modified to form wings
00000400 06 n 01 bat 1 000 | a club used for hitting a ball in various games
00000500 09 n 01 idea 0 000 | the content of cognition
"""
INDEX = """\
  1 licence
furniture n 1 0 1 1 00000100
sofa n 1 1 @ 1 1 00000200
couch n 1 1 @ 1 1 00000200
bat n 2 0 2 1 00000300 00000400
idea n 1 0 1 1 00000500
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data.noun").write_text(NOUNS)
    (tmp_path / "index.noun").write_text(INDEX)
    (tmp_path / "index.verb").write_text("  1 licence\nsit_down v 1 0 1 1 00000900\n")
    (tmp_path / "index.adj").write_text("red a 1 0 1 1 00000800\n")
    return tmp_path


def bag_of_letters(texts: list[str]) -> np.ndarray:
    rows = np.array([[text.count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts], np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def test_senses_synonyms_and_wider_terms(folder: Path) -> None:
    wordnet = WordNet.read(folder)
    [sofa] = wordnet.look_up("sofas")
    assert sofa.words == ("sofa", "couch")
    assert wordnet.wider_words(sofa) == ["furniture"]
    assert wordnet.synsets[100].gloss == "furnishings that make a room ready for occupancy"
    assert wordnet.look_up("idea") == [] and len(wordnet.look_up("idea", concrete=False)) == 1


def test_a_name_is_linked_to_the_sense_that_fits(folder: Path) -> None:
    said = explain_names({"red sofa": "furniture", "zzz": ""}, WordNet.read(folder), bag_of_letters)
    assert said["red sofa"].synonyms == ("sofa", "couch")
    assert said["red sofa"].wider == ("furniture",)
    assert said["zzz"] == Said()


def test_phrases_are_many_different_and_repeatable(folder: Path) -> None:
    phrases = broad_phrases(["sofa", "bat"], WordNet.read(folder), folder, 600)
    assert len(phrases) == len(set(phrases)) >= 600
    assert phrases == broad_phrases(["sofa", "bat"], WordNet.read(folder), folder, 600)
    assert {"sofa", "bat", "something to sleep on"} <= set(phrases)


def test_what_is_said_of_a_shape_shares_texts(folder: Path) -> None:
    said = {"sofa": Said(("couch",), ("furniture",), ()), "bed": Said((), ("furniture",), ())}
    texts, sayings = gather_texts(
        [("sofa", "furniture pack", ()), ("bed", "Bedroom", ("Das Bett",)), ("sofa", "", ())], said
    )
    assert len(texts) == len(set(texts))
    furniture = texts.index("furniture")
    assert all(furniture in saying.true for saying in sayings)
    assert all(saying.weights.sum() == pytest.approx(1) for saying in sayings)
    assert texts[sayings[0].rows[0]] == "sofa"
    assert texts.index("das bett") in sayings[1].true and texts.index("das bett") not in sayings[0].true
    assert {"furniture", "bedroom", "something to sleep on"} <= set(texts) and "furniture pack" not in texts


def test_written_words_are_of_training_shapes_and_of_ten_languages() -> None:
    item = Item("a.glb", "Sofa", "sofa", "a", "", "train", 0, "", "", ("Das Sofa", "沙发"))
    pairs = foreign_pairs([item])
    assert {("das sofa", "sofa"), ("沙发", "sofa"), ("stuhl", "chair")} <= set(pairs)
    assert len(pairs) == len(set(pairs)) and all(word != meaning for word, meaning in pairs)
    described, test = read_descriptions(), json.loads((ROOT / "tests/bench/sentences.json").read_text())["sentences"]
    assert len(described) > 1000 and not set(described) & set(test)


def test_written_words_lead_and_those_looked_up_follow_where_they_mean_the_same(tmp_path: Path) -> None:
    entry = {"wider": ["machine"], "looks": ["tall lattice mast with a long arm"], "use": ["lifts loads on a site"]}
    table = {"crane": {"same": ["tower crane"], **entry}, "sofa": {"same": ["settee"], **entry, "wider": ["furniture"]}}
    file = tmp_path / "words.json"
    file.write_text(json.dumps({"names": table}))
    bird = Said(("wading bird",), ("bird",), ("large long-necked bird",))
    couch = Said(("couch",), ("furniture", "furnishing"), ("a seat for several",), ("to sit on",))
    said = add_thesaurus({"crane": bird, "sofa": couch, "bed": Said(("cot",))}, file)
    assert said["crane"] == Said(("tower crane",), ("machine",), (), (*entry["looks"], *entry["use"]), ("tower crane",))
    assert said["sofa"].synonyms == ("settee", "couch") and said["sofa"].wider == ("furniture", "furnishing")
    assert said["sofa"].glosses == couch.glosses and said["sofa"].phrases[-1] == "to sit on"
    assert said["sofa"].called == ("settee",) and said["bed"] == Said(("cot",))


def test_every_name_of_the_thesaurus_has_other_plain_words() -> None:
    table = json.loads(THESAURUS.read_text(encoding="utf-8"))["names"]
    assert len(table) > 2900
    for name, words in table.items():
        assert set(words) == {"same", "wider", "looks", "use"} and words["same"] and name not in words["same"]
        texts = [text for some in words.values() for text in some]
        assert all(text == " ".join(text.lower().split()) and 1 < len(text) < 80 for text in texts), name


def test_pictures_answer_a_name_and_the_words_written_for_it() -> None:
    said = {"sofa": Said(synonyms=("settee", "couch"), called=("settee",)), "bed": Said(synonyms=("cot",))}
    texts, _ = gather_texts([("sofa", "", ()), ("bed", "", ())], said)
    rows = called_rows(texts, ["sofa", "bed"], said)
    assert [[texts[row] for row in some] for some in rows.tolist()] == [
        ["sofa", "settee", "sofa", "settee"], ["bed"] * 4,
    ]  # fmt: skip


def test_half_of_the_phrases_and_every_word_are_taught_further() -> None:
    rows = wider_schooling(100, 10, 20, 5)
    assert len(rows) == 50 + 4 * 10 + 20 + 3 * 5
    assert set(rows[rows >= 100]) == set(range(100, 135))


def test_the_package_names_its_one_entry() -> None:
    import engine.align.starter

    assert callable(engine.align.starter.train_starter)
    with pytest.raises(AttributeError, match="nothing_else"):
        _ = engine.align.starter.nothing_else
