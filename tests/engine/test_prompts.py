"""Names become plain words; prompt templates are data; a name's vector is the mean over them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import UsageError
from engine.prompts import clean_name, ensemble, templates, unit


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Chair_Wood-02", "chair wood"),
        ("fighter jet", "fighter jet"),
        ("F-14 Fighter_jet", "f 14 fighter jet"),
        ("Bunk  bed (double)", "bunk bed double"),
        ("7", "7"),
    ],
)
def test_names_become_words(name: str, words: str) -> None:
    assert clean_name(name) == words


def test_the_depth_set_has_eighty_templates() -> None:
    found = templates("depth")
    assert len(found) == len(set(found)) == 80
    assert all("{}" in one and one.count("{") == one.count("{}") for one in found)
    assert {one.count("{}") for one in found} == {2}  # the paper says the name twice
    assert templates("plain") == ["{}"]


@pytest.mark.parametrize("name", ["about", "shallow", ""])
def test_unknown_sets_are_named(name: str) -> None:
    with pytest.raises(UsageError, match="plain, depth"):
        templates(name)


def test_an_ensemble_is_the_unit_mean_of_unit_rows_and_keeps_the_order() -> None:
    seen: list[str] = []

    def encode(texts: list[str]) -> np.ndarray:
        seen.extend(texts)
        return unit(np.array([[len(text), text.count("a"), 1] for text in texts]))

    rows = ensemble(["cat", "a {odd} name"], ["{}", "a {}, a {}"], encode)
    assert seen == ["cat", "a cat, a cat", "a {odd} name", "a a {odd} name, a a {odd} name"]
    first, second = encode(["cat"])[0], encode(["a cat, a cat"])[0]
    assert rows[0] == pytest.approx(unit((first + second) / 2))
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1)


def test_zero_rows_stay_zero() -> None:
    assert unit(np.zeros((2, 3))).tolist() == [[0] * 3] * 2
    assert unit(np.array([3, 4])) == pytest.approx([0.6, 0.8])
