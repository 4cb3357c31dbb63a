"""The filter language: what it means, and that whatever a person types is an answer or a FilterError."""

from __future__ import annotations

import contextlib
import random

import pytest
from sqlalchemy import text

from engine.errors import FilterError
from engine.filters import FIELDS, parse_filter
from engine.library import Library
from engine.lookup import allowed_ids, facts_of


def names(library: Library, where: str) -> set[str]:
    ids = allowed_ids(library.catalog, parse_filter(where))
    return {facts.description.name for facts in facts_of(library.catalog, ids).values()}


ALL = {
    "chair", "armchair", "stool", "table", "sofa", "bed", "floor lamp", "ladder", "house", "bottle", "mug", "hammer",
    "gear", "car", "airplane", "tree", "round_ball",
}  # fmt: skip


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("name = chair", {"chair"}),
        ("NAME == 'Chair'", {"chair"}),
        ("name ~ chair", {"chair", "armchair"}),
        ("name ~ 'r l'", {"floor lamp"}),
        ("kind = cloud", {"round_ball"}),
        ("kind != mesh", {"round_ball"}),
        ("not kind = mesh", {"round_ball"}),
        ("not not kind = cloud", {"round_ball"}),
        ("folder = scans", {"round_ball"}),
        ("tag = sample and name ~ air", {"chair", "armchair", "airplane"}),
        ("tags = SAMPLE and (name = mug or name = car)", {"mug", "car"}),
        ("tag != sample", {"round_ball"}),
        ("not tag ~ sam", {"round_ball"}),
        ("name = mug or name = car and kind = cloud", {"mug"}),  # and binds closer
        ("(name = mug or name = car) and not name = car", {"mug"}),
        ("vertices = 3000", {"round_ball"}),
        ("vertices >= 3k and vertices < 0.003m and id > 0", set()),
        ("vertices >= 3k and kind = cloud", {"round_ball"}),
        ("collection = samples and size > 1", ALL),
        ("collection = other", set()),
        ("creator = shapeseek and license = 'cc0-1.0' and licence ~ cc0", ALL - {"round_ball"}),
        ("name ~ '%'", set()),
        ("name ~ _", {"round_ball"}),  # no wildcard: the character itself
        ("width > 1.99 and width <= 2.01 and kind=cloud", {"round_ball"}),
        ("path ~ round_ball.npy", {"round_ball"}),
        ("faces < 1e99", ALL),
        ("format = npy OR format = NPY", {"round_ball"}),
        ("name = 'and'", set()),
        ('name = "or"', set()),
        ("up = y and format = stl", set()),
    ],
)
def test_filters_mean_what_they_say(library: Library, where: str, expected: set[str]) -> None:
    assert names(library, where) == expected


@pytest.mark.parametrize(
    "where", ["name = 'ÄRMEL Стул'", "name = 'Ärmel Стул'", "name ~ ärmel", "name ~ 'СТУЛ'", "tag = Ätherisch"]
)
def test_letters_beyond_ascii_match_in_either_case(own_library: Library, where: str) -> None:
    from engine.facts import Description
    from engine.records import describe

    path = next(iter(facts_of(own_library.catalog, [1]).values())).path
    with own_library.catalog.session() as session:
        describe(session, path, "", Description("Ärmel Стул", ("Ätherisch",)))
    assert names(own_library, where) == {"Ärmel Стул"}


@pytest.mark.parametrize(
    "where",
    [
        "", "   ", "name", "name =", "= chair", "name chair", "name = chair and", "and", "not", "()", "(name = x",
        "name = x)",
        "name = 'x", "faces ~ 3", "faces < many", "faces < ''", "name < x", "tag > 3", "colour = red",
        "faces = 3 faces = 4",
        "name = x; name = y", "faces !! 3", "faces <> 3", "! faces = 3", "name = a b", "name in (1, 2)",
        "'name' 'is' 'x'",
        "name = x or or name = y", "faces < 5 - 1", "\0", "faces = 1 and (", "not " * 400 + "faces = 1", "(" * 400,
        "rowid = 1",
        "embedding = 1", "faces.x = 1", "k = 1", "m < k",
    ],
)  # fmt: skip
def test_bad_filters_are_filter_errors_that_teach(where: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse_filter(where)
    assert "FIELD SIGN VALUE" in caught.value.hint
    assert all(field in caught.value.hint for field in FIELDS)


@pytest.mark.parametrize(
    "value",
    [
        "x'; DROP TABLE shapes; --",
        "' OR 1=1 --",
        "\\",
        "%",
        "_%",
        "x\\' OR \\'1",
        "{0}",
        ":name",
        "?",
        "a\nb",
        "é" * 50,
    ],
)
def test_values_are_values_never_sql(library: Library, value: str) -> None:
    for field in ("name", "tag", "path", "folder"):
        for sign in ("=", "~"):
            quote = '"' if "'" in value else "'"
            assert (
                names(library, f"{field} {sign} {quote}{value}{quote}")
                == ({"round_ball"} if (field, sign, value) == ("path", "~", "_%") else set())
                or sign == "~"
            )
            assert names(library, f"not {field} {sign} {quote}{value}{quote}")
    with library.catalog.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM shapes")).scalar() == len(ALL)


def random_filter(rng: random.Random) -> str:
    words = [
        *FIELDS, *["=", "==", "!=", "<", "<=", ">", ">=", "~", "(", ")", "and", "or", "not", "AND", "Not"], "3", "1k",
        "m", "nan", "inf", "-inf", "1e400", "0x1", "'a b'",
        '"q"', "'", '"', "chair", "%", "\\", ";", "--", "\0", "é", "🪑", ",", "!", "[", "*", "-3.5", "１２", "\t",
        "9" * 40,
    ]  # fmt: skip
    if rng.random() < 0.3:
        return "".join(
            chr(rng.choice([rng.randrange(32, 127), rng.randrange(0, 0xD7FF)])) for _ in range(rng.randrange(30))
        )
    parts: list[str] = []
    for _ in range(rng.randrange(1, 5)):
        sign = rng.choice(["=", "!=", "~"] if rng.random() < 0.7 else ["<", "<=", ">", ">=", "("])
        parts += [rng.choice(["", "", "", "not", "("]), rng.choice(FIELDS), sign, rng.choice(words)]
        parts.append(rng.choice(["and", "or", "and", "or", ")", rng.choice(words)]))
    return rng.choice([" ", "  "]).join(parts[: -1 if rng.random() < 0.8 else None])


def test_anything_typed_is_an_answer_or_a_filter_error(library: Library) -> None:
    rng, good, bad = random.Random(0), 0, 0
    for _ in range(1500):
        where = random_filter(rng)
        try:
            allowed_ids(library.catalog, parse_filter(where))
            good += 1
        except FilterError:
            bad += 1
    assert good > 100 and bad > 100


@pytest.mark.parametrize(
    "where",
    [" or ".join(["faces = 1"] * 1500), " and ".join(["name ~ a"] * 3000), "name ~ " + "a" * 60_000, "name = \udcff"],
    ids=["1,500 or", "3,000 and", "long pattern", "bytes that are no text"],
)
def test_filters_that_sqlite_would_choke_on_are_filter_errors_too(library: Library, where: str) -> None:
    with contextlib.suppress(FilterError):
        allowed_ids(library.catalog, parse_filter(where))
