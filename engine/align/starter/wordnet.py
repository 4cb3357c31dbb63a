"""WordNet's noun files as a small read-only dictionary: senses, synonyms, wider terms, glosses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DEFAULT_FOLDER = Path("/usr/share/wordnet")  # where Debian's wordnet-base puts it

# Lexicographer files of things that have a shape (wnlex names: body, animal, artifact, food, object, person, plant).
CONCRETE = frozenset({5, 6, 8, 13, 17, 18, 20})

# Wider terms that say nothing about how a thing looks.
TOO_WIDE = frozenset(
    {
        "entity",
        "physical entity",
        "object",
        "whole",
        "artifact",
        "instrumentality",
        "abstraction",
        "matter",
        "thing",
        "causal agent",
        "living thing",
        "organism",
        "unit",
        "part",
        "substance",
        "solid",
        "way",
        "means",
        "commodity",
        "natural object",
        "physical object",
        "relation",
        "attribute",
        "psychological feature",
        "group",
        "measure",
        "consumer goods",
        "instrumentation",
        "creation",
        "facility",
        "system",
        "article",
        "device",
        "structure",
        "covering",
        "implement",
        "equipment",
        "area",
        "region",
        "location",
        "content",
        "communication",
        "event",
        "act",
    }
)


@dataclass(frozen=True)
class Synset:
    """One sense: its words, its gloss without examples, the file it belongs to and its wider senses' offsets."""

    offset: int
    lexfile: int
    words: tuple[str, ...]
    gloss: str
    wider: tuple[int, ...]


class WordNet:
    """The nouns, by offset and by word; words are plain and lower case."""

    def __init__(self, synsets: dict[int, Synset], senses: dict[str, tuple[int, ...]]) -> None:
        self.synsets = synsets
        self.senses = senses

    @classmethod
    def read(cls, folder: Path = DEFAULT_FOLDER) -> WordNet:
        """Read `data.noun` and `index.noun` of a WordNet 3 dictionary folder."""
        synsets = {}
        for line in _lines(folder / "data.noun"):
            synset = _parse_synset(line)
            synsets[synset.offset] = synset
        return cls(synsets, dict(_parse_index(line) for line in _lines(folder / "index.noun")))

    def look_up(self, word: str, concrete: bool = True) -> list[Synset]:
        """The senses of a word or a simple plural of it, most frequent first."""
        offsets = self.senses.get(word) or next((self.senses[s] for s in _singulars(word) if s in self.senses), ())
        found = [self.synsets[o] for o in offsets]
        return [s for s in found if s.lexfile in CONCRETE] if concrete else found

    def wider_words(self, synset: Synset, depth: int = 6) -> list[str]:
        """First words of the senses above, nearest first, without those too wide to mean a look."""
        words: list[str] = []
        level = list(synset.wider)
        for _ in range(depth):
            if not level:
                break
            for offset in level:
                word = self.synsets[offset].words[0]
                if word not in TOO_WIDE and word not in words:
                    words.append(word)
            level = [o for offset in level for o in self.synsets[offset].wider]
        return words

    def concrete(self) -> list[Synset]:
        """All senses that have a shape."""
        return [s for s in self.synsets.values() if s.lexfile in CONCRETE]


@lru_cache(maxsize=4)
def read_lemmas(path: Path) -> tuple[str, ...]:
    """The plain lower-case words of an index file (`index.verb`, `index.adj`), in the file's order."""
    return tuple(line.split(" ", 1)[0].replace("_", " ") for line in _lines(path))


def _lines(path: Path) -> list[str]:
    # The licence text at the top of each file is indented.
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith(" ")]


def _parse_synset(line: str) -> Synset:
    facts, _, gloss = line.partition(" | ")
    fields = facts.split()
    count = int(fields[3], 16)
    words = tuple(fields[4 + 2 * i].replace("_", " ").lower() for i in range(count))
    at = 4 + 2 * count
    pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
    wider = tuple(int(p[1]) for p in pointers if p[0] in ("@", "@i") and p[2] == "n")
    return Synset(int(fields[0]), int(fields[1]), words, gloss.split('; "', 1)[0].strip(), wider)


def _parse_index(line: str) -> tuple[str, tuple[int, ...]]:
    fields = line.split()
    return fields[0].replace("_", " "), tuple(int(f) for f in fields[-int(fields[2]) :])


def _singulars(word: str) -> list[str]:
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("ves"):
        return [word[:-3] + "f", word[:-1], word[:-3] + "fe"]
    if word.endswith("es"):
        return [word[:-1], word[:-2]]
    return [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []
