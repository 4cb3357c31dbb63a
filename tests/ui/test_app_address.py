"""The address holds the search: what is written is read again, what makes no sense is ignored."""

from __future__ import annotations

from typing import Any

import pytest

from engine.filters import parse_filter
from ui.screens.address import Address


def _lists(params: dict[str, str | list[str]]) -> dict[str, list[str]]:
    return {name: value if isinstance(value, list) else [value] for name, value in params.items()}


@pytest.mark.parametrize(
    "address",
    [
        Address(),
        Address(q="a chair -wheels", k=48, collection="Möbel & Co", show=7),
        Address(like=3, format=("glb", "obj"), kind="mesh", tag=("it's", 'two "words"'), faces="100-5000"),
        Address(page="library"),
    ],
)
def test_written_and_read_again(address: Address) -> None:
    assert Address.from_params(_lists(address.to_params())) == address


def test_defaults_leave_the_url_alone() -> None:
    assert Address().to_params() == {}


@pytest.mark.parametrize(
    "params",
    [
        {"k": ["many"], "like": ["../etc/passwd"], "show": ["-1"], "page": ["admin"], "what": ["ever"]},
        {"k": [""], "like": [""], "show": ["٣"], "q": []},
        {"like": ["9" * 40]},
    ],
)
def test_nonsense_counts_as_not_there(params: dict[str, list[str]]) -> None:
    assert Address.from_params(params) == Address()


@pytest.mark.parametrize(("asked", "given"), [("0", 24), ("1", 1), ("100000", 200)])
def test_k_has_bounds(asked: str, given: int) -> None:
    assert Address.from_params({"k": [asked]}).k == given


def test_q_has_a_longest_length() -> None:
    assert len(Address.from_params({"q": ["x" * 100_000]}).q) == 1_000


@pytest.mark.parametrize(
    ("chosen", "where"),
    [
        ({}, ""),
        ({"faces": "100-"}, "faces >= 100"),
        ({"faces": "-500"}, "faces <= 500"),
        ({"faces": "500-100"}, "faces >= 100 and faces <= 500"),
        ({"faces": "a-b"}, ""),
        ({"format": ("glb", "obj")}, '(format = "glb" or format = "obj")'),
        ({"tag": ('6" pipe',), "kind": "mesh"}, """(tag = '6" pipe') and (kind = "mesh")"""),
        ({"tag": ("""both ' and " """,)}, ""),
        ({"kind": '" or id > 0 or name = "'}, """(kind = '" or id > 0 or name = "')"""),
    ],
)
def test_filters_become_an_expression(chosen: dict[str, Any], where: str) -> None:
    made = Address(**chosen).where
    assert made == where
    assert not made or parse_filter(made) is not None
