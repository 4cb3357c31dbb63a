"""Dictionaries in dictd's format: what is read of an entry, and which words are taken."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from engine.align.starter.dictionaries import FROM_ENGLISH, INTO_ENGLISH, read_dictionary, thing_pairs, translations
from engine.align.starter.wordnet import CONCRETE, Synset, WordNet
from engine.errors import EncoderError

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def write(folder: Path, name: str, entries: dict[str, str]) -> Path:
    """A dictd dictionary with an entry about itself, as every one has."""

    def digits(value: int) -> str:
        high, low = divmod(value, 64)
        return (digits(high) if high else "") + LETTERS[low]

    text, index = b"", []
    for head, entry in {"00databaseinfo": "about this one\n", **entries}.items():
        index.append(f"{head}\t{digits(len(text))}\t{digits(len(entry.encode()))}")
        text += entry.encode()
    (folder / f"{name}.index").write_text("\n".join(index) + "\n", encoding="utf-8")
    (folder / f"{name}.dict.dz").write_bytes(gzip.compress(text))
    return folder / name


def test_entries_are_found_by_the_index(tmp_path: Path) -> None:
    filler = {f"w{i}": f"w{i}\n{'x' * 90}\n" for i in range(60)}  # so that numbers have several digits
    stem = write(tmp_path, "freedict-fra-eng", {**filler, "chaise": "chaise /ʃɛz/ <n, fem>\nchair\n"})
    found = dict(read_dictionary(stem))
    assert found["chaise"] == ["chair"] and len(found) == 61


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "Auflage /x/ <n>\nprinting <n>, edition <n>\n   Synonyms: {Ausgabe}\n\n see: {A}, {B}",
            ["printing", "edition"],
        ),
        ("Abisyńczyk <n>\nAbyssinian\n(etnografia) mieszkaniec Abisynii", ["Abyssinian"]),
        ("びく\n1. (adjective)\n heavy, slow\n2. [arch] dull; weak\nNote: rare", ["heavy", "slow", "dull", "weak"]),
        ("parquet\n1. I. parkiet\n2. parter", ["parkiet", "parter"]),
        ("alone", []),
    ],
)
def test_of_an_entry_the_translations_are_taken(entry: str, expected: list[str]) -> None:
    assert translations(entry.splitlines()) == expected


def test_words_for_things_are_taken_from_both_directions(tmp_path: Path) -> None:
    thing, thought = min(CONCRETE), -1
    kinds = {"chair": thing, "idea": thought, "seat": thing}
    synsets = {at: Synset(at, kind, (word,), "", ()) for at, (word, kind) in enumerate(kinds.items())}
    nouns = WordNet(synsets, {word: (at,) for at, word in enumerate(kinds)})
    for tongue in INTO_ENGLISH:
        write(tmp_path, f"freedict-{tongue}-eng", {})
    for tongue in FROM_ENGLISH:
        write(tmp_path, f"freedict-eng-{tongue}", {})
    write(
        tmp_path, "freedict-deu-eng",
        {"Stuhl": "Stuhl\nidea, chair", "Sitz": "Sitz\nseat, Seat", "Seat": "Seat\nseat", "Einfall": "Einfall\nidea"},
    )  # fmt: skip
    write(tmp_path, "freedict-eng-rus", {"chair": "chair\nстул", "idea": "idea\nидея"})
    assert thing_pairs(nouns, tmp_path) == [("sitz", "seat"), ("stuhl", "chair"), ("стул", "chair")]


def test_a_dictionary_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"freedict-deu-eng") as caught:
        thing_pairs(WordNet({}, {}), tmp_path)
    assert "apt install dict-freedict-deu-eng" in caught.value.hint
