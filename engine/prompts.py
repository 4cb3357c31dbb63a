"""Names as plain words, and prompt templates as data: what is put around a name before it is embedded."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from engine.bundled import bundled_json
from engine.errors import UsageError

_BREAKS = re.compile(r"[_/|,;:()\[\]{}]+|(?<=\w)-(?=\d)")
_SPACES = re.compile(r"\s+")
_TRAILING_NUMBER = re.compile(r"(?<=[a-z]) \d{1,3}$")


def clean_name(name: str) -> str:
    """Turn a label such as `Chair_Wood-02` into plain lower-case words, `chair wood`."""
    words = _SPACES.sub(" ", _BREAKS.sub(" ", name.lower())).strip()
    return _TRAILING_NUMBER.sub("", words)


def templates(name: str) -> list[str]:
    """All templates of a set in data/prompts.json, each with `{}` where the name goes."""
    sets = bundled_json("prompts.json")
    if name not in sets or name == "about":
        raise UsageError(f"There is no prompt set {name!r}.", f"Known: {', '.join(k for k in sets if k != 'about')}.")
    lists = {key: values for key, values in sets[name].items() if key != "patterns"}
    filled = []
    for pattern in sets[name]["patterns"]:
        for choice in product(*lists.values()):
            text = pattern
            for key, value in zip(lists, choice, strict=True):
                text = text.replace("{" + key + "}", value)
            filled.append(text)
    return filled


def ensemble(
    names: Sequence[str], patterns: Sequence[str], encode: Callable[[list[str]], NDArray[np.float32]]
) -> NDArray[np.float32]:
    """(len(names), D) float32 unit rows: the normalised mean over `patterns` of each name's unit text embeddings.

    Source: OpenDlign section 3.3, after CLIP's prompt ensembling.
    """
    texts = [pattern.replace("{}", name) for name in names for pattern in patterns]
    rows = encode(texts).reshape(len(names), len(patterns), -1)
    return unit(rows.mean(axis=1))


def unit(rows: NDArray[np.floating]) -> NDArray[np.float32]:
    """Rows scaled to length 1 over the last axis; zero rows stay zero."""
    rows = np.asarray(rows, np.float32)
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return rows / np.maximum(length, 1e-12)
