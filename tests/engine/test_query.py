"""What people pass becomes terms, the search box's line becomes words and filters; pictures are read warily."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.errors import FilterError, PictureError, QueryError
from engine.filters import parse_filter
from engine.query import MAX_PICTURE_PIXELS, WITHOUT, Query, Term, make_query, open_picture, parse_box, with_weights


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a wooden chair", ("a wooden chair", [], "")),
        ("chair -wheels", ("chair", ["wheels"], "")),
        ('chair -"arm rests" seat', ("chair seat", ["arm rests"], "")),
        ('"office chair" lamp', ("office chair lamp", [], "")),
        ("faces<5000", ("", [], 'faces < "5000"')),
        ("chair tag:lamp FOLDER~kitchen", ("chair", [], 'tag = "lamp" and FOLDER ~ "kitchen"')),
        ('name:"floor lamp" faces>=2k', ("", [], 'name = "floor lamp" and faces >= "2k"')),
        ("tags!=metal", ("", [], 'tags != "metal"')),
        ("well-known x-ray", ("well-known x-ray", [], "")),
        ("- -- table", ("- -- table", [], "")),
        ("ratio 16:9 http://a.b colour:red", ("ratio 16:9 http://a.b colour:red", [], "")),
        ("faces: name", ("faces: name", [], "")),
        ('an "open quote', ("an open quote", [], "")),
        ("tag:it's", ("", [], 'tag = "it\'s"')),
        ("", ("", [], "")),
        ("   ", ("", [], "")),
    ],
)
def test_the_search_box(line: str, expected: tuple[str, list[str], str]) -> None:
    assert parse_box(line) == expected
    if expected[2]:
        parse_filter(expected[2])


def test_any_line_of_the_box_is_words_or_a_filter_that_says_what_is_wrong() -> None:
    rng = np.random.default_rng(0)
    pieces = [
        "faces",
        "tag",
        "name",
        "<",
        ":",
        "~",
        "!=",
        '"',
        "'",
        "-",
        " ",
        "chair",
        "(",
        "and",
        "5",
        "é",
        "\0",
        "\\",
        "%",
    ]
    for _ in range(800):
        line = "".join(rng.choice(pieces, rng.integers(1, 12)))
        words, without, where = parse_box(line)
        assert isinstance(words, str) and all(isinstance(one, str) for one in without)
        if where:
            try:
                parse_filter(where)
            except FilterError:
                continue


def test_single_values_and_lists_make_terms() -> None:
    picture = Image.new("RGB", (4, 4))
    query = make_query(" chair ", [picture, "b.png"], ["a.stl", "12", 7], without=["legs", " "], k=3)
    assert [(t.kind, t.value, t.weight) for t in query.terms] == [
        ("text", "chair", 1), ("image", picture, 1), ("image", "b.png", 1), ("shape", "a.stl", 1), ("id", 12, 1),
        ("id", 7, 1),
        ("text", "legs", WITHOUT),
    ]  # fmt: skip
    assert query.text == "chair"
    assert make_query(shape=3).terms == (Term("id", 3, 1.0),)
    assert make_query(image=Path("a.png"), without="legs").terms[1].value == "legs"


def test_a_file_whose_name_is_a_number_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("12").touch()
    assert make_query(shape="12").terms[0].kind == "shape"
    assert make_query(shape="²").terms[0].kind == "shape"  # a digit, and no number


@pytest.mark.parametrize(
    "arguments", [{}, {"text": ""}, {"text": "  "}, {"without": ["legs"]}, {"text": "x", "k": 0}, {"text": "x",
    "k": -1},
                  {"text": "x", "weights": {"smell": 1.0}}, {"text": "x", "weights": {"text": 0.0}}, {"image": [],
                  "shape": ()}],
)  # fmt: skip
def test_questions_that_ask_nothing_are_query_errors(arguments: dict[str, object]) -> None:
    with pytest.raises(QueryError):
        make_query(**arguments)  # type: ignore[arg-type]


def test_ids_of_every_integer_type_are_ids_and_endless_digits_are_a_file() -> None:
    terms = make_query(shape=[np.int64(3), "7", "9" * 300, "9" * 5000]).terms
    assert [(term.kind, term.value) for term in terms[:2]] == [("id", 3), ("id", 7)]
    assert [term.kind for term in terms[2:]] == ["shape", "shape"]
    assert type(terms[0].value) is int


def test_weights_by_kind_multiply_and_the_encoders_balance_only_between_kinds() -> None:
    both = make_query("chair", "a.png", weights={"image": 2.0})
    assert [term.weight for term in both.terms] == [1, 2]
    balanced = with_weights(both, {"text": 0.5, "image": 1.0})
    assert [term.weight for term in balanced.terms] == [0.5, 2]
    alone = make_query("chair", without="legs")
    assert with_weights(alone, {"text": 0.5}) == alone
    assert [t.weight for t in with_weights(make_query("chair", shape=3), {"shape": 3.0}).terms] == [1, 3]


def test_a_query_is_shown_as_plain_data() -> None:
    query = make_query("chair", [Path("a.png"), Image.new("RGB", (2, 2))], 5, "legs", "faces < 9", "c", 3)
    assert query.described() == {
        "terms": [
            {"kind": "text", "value": "chair", "weight": 1.0}, {"kind": "image", "value": "a.png", "weight": 1.0},
            {"kind": "image", "value": "<Image>", "weight": 1.0}, {"kind": "id", "value": 5, "weight": 1.0},
            {"kind": "text", "value": "legs", "weight": WITHOUT},
        ],
        "where": "faces < 9", "collection": "c", "k": 3, "keywords": True,
    }  # fmt: skip
    assert Query(()).text == ""


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "gif", "bmp", "tiff"])
def test_pictures_of_common_formats_are_read(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{ending}"
    Image.new("RGB", (9, 7), "red").save(file)
    assert open_picture(file).size == open_picture(str(file)).size == (9, 7)


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xe0", b"<svg/>"]
)
def test_files_that_are_no_pictures_are_picture_errors(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(PictureError, match=r"a\.png"):
        open_picture(tmp_path / "a.png")


def test_a_missing_picture_a_folder_and_a_name_with_nul_are_picture_errors(tmp_path: Path) -> None:
    for source in (tmp_path / "absent.png", tmp_path, "a\0b.png"):
        with pytest.raises(PictureError):
            open_picture(source)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "gif", "tiff", "bmp"])
def test_damaged_pictures_are_read_or_refused(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{ending}"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (20, 20, 3), np.uint8)).save(file)
    good, rng = file.read_bytes(), np.random.default_rng(1)
    refused = 0
    for i in range(60):
        bad = bytearray(good[: rng.integers(8, len(good))] if i % 3 == 0 else good)
        for at in rng.integers(0, len(bad), 4):
            bad[at] = rng.integers(0, 256)
        file.write_bytes(bad)
        try:
            open_picture(file).convert("RGB")
        except PictureError:
            refused += 1
    assert refused > 5


def test_absurdly_large_pictures_are_refused_unread(tmp_path: Path) -> None:
    side = int(MAX_PICTURE_PIXELS**0.5) + 1
    Image.new("1", (side, side)).save(tmp_path / "a.png")
    with pytest.raises(PictureError, match=r"10,001 x 10,001|smaller"):
        open_picture(tmp_path / "a.png")
