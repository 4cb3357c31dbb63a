"""Dictionaries of other languages, from Debian's FreeDict packages: what their words for things mean in English."""

from __future__ import annotations

import gzip
import re
import string
from collections.abc import Iterator
from pathlib import Path

from engine.align.starter.wordnet import WordNet
from engine.errors import EncoderError

DEFAULT_FOLDER = Path("/usr/share/dictd")
# Into English where there is such a dictionary; from English, turned round, where it is all or adds words.
INTO_ENGLISH = ("deu", "fra", "spa", "ita", "nld", "por", "pol", "jpn")
FROM_ENGLISH = ("fra", "spa", "ita", "nld", "por", "pol", "rus", "jpn")
MEANINGS = 2  # of a word, at most: the later ones are rarer

_DIGITS = {
    letter: value for value, letter in enumerate(string.ascii_uppercase + string.ascii_lowercase + "0123456789+/")
}
_ASIDES = re.compile(r"\[[^]]*\]|\([^)]*\)|<[^>]*>|\{[^}]*\}|/[^/]*/")
_NUMBER = re.compile(r"^((\d+|[IVX]+)\.\s*)+")


def thing_pairs(nouns: WordNet, folder: Path = DEFAULT_FOLDER) -> list[tuple[str, str]]:
    """(foreign phrase, English meaning), lower case and each once, of all that names a thing with a shape.

    Raises EncoderError with the install line for a dictionary that is not there.
    """
    found: set[tuple[str, str]] = set()
    for tongue in INTO_ENGLISH:
        for word, meanings in read_dictionary(folder / f"freedict-{tongue}-eng"):
            named = [meaning for meaning in meanings if _is_thing(meaning, nouns)]
            found |= {(word.lower(), meaning) for meaning in named[:MEANINGS]}
    for tongue in FROM_ENGLISH:
        for meaning, words in read_dictionary(folder / f"freedict-eng-{tongue}"):
            if _is_thing(meaning, nouns):
                found |= {(word.lower(), meaning) for word in words[:MEANINGS]}
    return sorted((word, meaning) for word, meaning in found if _is_short(word) and word != meaning)


def read_dictionary(stem: Path) -> Iterator[tuple[str, list[str]]]:
    """(headword, its translations in order) of a dictd dictionary STEM.index and STEM.dict.dz."""
    try:
        text = gzip.decompress(stem.with_name(stem.name + ".dict.dz").read_bytes())
        lines = stem.with_name(stem.name + ".index").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise EncoderError(f"There is no dictionary {stem}.", f"Install it: apt install dict-{stem.name}") from error
    for line in lines:
        head, at, size = line.split("\t")
        if not head.startswith("00"):  # the dictionary about itself
            start = _number(at)
            entry = text[start : start + _number(size)].decode("utf-8", "replace").splitlines()
            yield head, translations(entry)


def translations(entry: list[str]) -> list[str]:
    """What an entry's lines give for its headword, the first line: of each sense all words before any remark."""
    found: list[str] = []
    wanted = True  # the line after the headword, and whatever follows a sense's bare number
    for line in entry[1:]:
        numbered = bool(_NUMBER.match(line))
        words = [" ".join(part.split()) for part in re.split("[,;]", _ASIDES.sub(" ", _NUMBER.sub("", line)))]
        words = [word for word in words if word]
        if wanted or numbered:
            found += [word for word in words if word not in found]
            wanted = not words
    return found


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = 64 * value + _DIGITS[digit]
    return value


def _is_thing(meaning: str, nouns: WordNet) -> bool:
    # WordNet holds the letters and the elements' signs too; a name or a place begins with a capital.
    return len(meaning) > 2 and meaning == meaning.lower() and bool(nouns.look_up(meaning))


def _is_short(word: str) -> bool:
    return 1 <= len(word) <= 40 and len(word.split()) <= 3 and "…" not in word and "." not in word
