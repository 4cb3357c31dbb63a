"""The filter language of --where: `faces < 20000 and (format = glb or tag = chair) and not name ~ wheel`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, and_, case, exists, func, not_, or_, select
from sqlalchemy.sql.elements import ColumnClause

from engine.catalog import Collection, File, Label, ShapeRow, Tag
from engine.errors import FilterError

_NUMBERS: dict[str, Any] = {
    "id": ShapeRow.id, "faces": ShapeRow.faces, "vertices": ShapeRow.vertices, "width": ShapeRow.width,
    "height": ShapeRow.height, "depth": ShapeRow.depth, "size": File.size,
}  # fmt: skip
_TEXTS: dict[str, Any] = {
    "name": ShapeRow.name, "path": File.path, "folder": ShapeRow.folder, "collection": Collection.name,
    "format": ShapeRow.format, "kind": ShapeRow.kind, "up": ShapeRow.up, "creator": ShapeRow.creator,
    "licence": ShapeRow.licence, "license": ShapeRow.licence,
    "scene": case((ShapeRow.box == "", ""), else_=func.scene_name(File.path)),  # see catalog._configure
}  # fmt: skip
FIELDS = (*_NUMBERS, *_TEXTS, "tag")
_TOKEN = re.compile(r"""\s*(?:(?P<quoted>"[^"]*"|'[^']*')|(?P<sign><=|>=|!=|==|[<>=~()])|(?P<word>[^\s<>=!~()"']+))""")
_MOST_TOKENS, _LONGEST_TOKEN = 200, 1000  # beyond these SQLite itself gives up
_GRAMMAR = (
    f"Write FIELD SIGN VALUE joined by and, or, not, ( ); fields: {', '.join(FIELDS)}; "
    "signs: = != < <= > >= ~ (contains)."
)


def parse_filter(text: str) -> ColumnElement[bool]:
    """A filter expression as a condition over ShapeRow, File and Collection. Raises FilterError."""
    parser = _Parser(text)
    condition = parser.either()
    if parser.peek() is not None:
        raise parser.error(f"unexpected {parser.peek()!r}")
    return condition


class _Parser:
    """Recursive descent over the tokens of one filter."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.depth = text, 0, 0
        self.tokens: list[tuple[str, str]] = []
        if not text.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in text):
            raise self.error("it is not valid text")
        position = 0
        while self.text[position:].strip():
            match = _TOKEN.match(self.text, position)
            if match is None:
                raise self.error(f"cannot read {self.text[position:].strip()[:20]!r}")
            self.tokens.append((match.lastgroup or "", match.group(match.lastgroup or 0)))
            position = match.end()
            if len(self.tokens) > _MOST_TOKENS or len(match.group()) > _LONGEST_TOKEN:
                raise self.error(f"it is too long, at most {_MOST_TOKENS} words and signs are read")
        if not self.tokens:
            raise self.error("it is empty")

    def error(self, what: str) -> FilterError:
        shown = self.text if len(self.text) < 80 else self.text[:80] + " ..."
        return FilterError(f"The filter {shown!r} cannot be understood: {what}.", _GRAMMAR)

    def peek(self) -> str | None:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None

    def accept(self, *words: str) -> bool:
        if (
            self.at < len(self.tokens)
            and self.tokens[self.at][0] != "quoted"
            and self.tokens[self.at][1].lower() in words
        ):
            self.at += 1
            return True
        return False

    def either(self) -> ColumnElement[bool]:
        parts = [self.both()]
        while self.accept("or"):
            parts.append(self.both())
        return or_(*parts)

    def both(self) -> ColumnElement[bool]:
        parts = [self.single()]
        while self.accept("and"):
            parts.append(self.single())
        return and_(*parts)

    def single(self) -> ColumnElement[bool]:
        self.depth += 1
        if self.depth > 50:
            raise self.error("it is nested too deeply")
        try:
            if self.accept("not"):
                return not_(self.single())
            if self.accept("("):
                inside = self.either()
                if not self.accept(")"):
                    raise self.error("a closing ) is missing")
                return inside
            return self.comparison()
        finally:
            self.depth -= 1

    def comparison(self) -> ColumnElement[bool]:
        field, sign, value = self.take("a field"), self.take("a sign"), self.take("a value")
        if sign not in ("=", "==", "!=", "<", "<=", ">", ">=", "~"):
            raise self.error(f"{sign!r} is not a sign")
        return self.compare(field.lower(), "=" if sign == "==" else sign, value)

    def take(self, what: str) -> str:
        if self.at >= len(self.tokens):
            raise self.error(f"{what} is missing at the end")
        group, token = self.tokens[self.at]
        self.at += 1
        return token[1:-1] if group == "quoted" else token

    def compare(self, field: str, sign: str, value: str) -> ColumnElement[bool]:
        if field in _NUMBERS:
            return _compare_number(_NUMBERS[field], sign, self.number(field, sign, value))
        if field not in _TEXTS and field not in ("tag", "tags"):
            raise self.error(f"there is no field {field!r}")
        if sign not in ("=", "!=", "~"):
            raise self.error(f"{field} holds text, so {sign} says nothing; use =, != or ~")
        if field in _TEXTS:
            return _compare_text(_TEXTS[field], sign, value)
        same = sign.strip("!")
        tagged = or_(
            exists(select(Tag.shape_id).where(Tag.shape_id == ShapeRow.id, _compare_text(Tag.tag, same, value))),
            exists(select(Label.label).where(Label.shape_id == ShapeRow.id, _compare_text(Label.label, same, value))),
        )
        return not_(tagged) if sign == "!=" else tagged

    def number(self, field: str, sign: str, value: str) -> float:
        if sign == "~":
            raise self.error(f"{field} is a number, so ~ says nothing")
        factor = {"k": 1e3, "m": 1e6}.get(value[-1:].lower(), 1.0)
        try:
            return float(value[:-1] if factor != 1.0 else value) * factor
        except ValueError:
            raise self.error(f"{field} is a number, {value!r} is not") from None


def _compare_number(column: ColumnClause[Integer | Float], sign: str, value: float) -> ColumnElement[bool]:
    signs: dict[str, Callable[[], ColumnElement[bool]]] = {
        "=": lambda: column == value, "!=": lambda: column != value, "<": lambda: column < value,
        "<=": lambda: column <= value, ">": lambda: column > value, ">=": lambda: column >= value,
    }  # fmt: skip
    return signs[sign]()


def _compare_text(column: Any, sign: str, value: str) -> ColumnElement[bool]:
    """Case-insensitive equality or containment."""
    if sign == "~":
        escaped = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return column.ilike(f"%{escaped}%", escape="\\")
    same = func.lower(column) == value.lower()
    return same if sign == "=" else not_(same)
