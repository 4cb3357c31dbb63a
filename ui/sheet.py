"""Hits as one picture: a contact sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from engine.errors import UsageError

if TYPE_CHECKING:
    from engine.library import Library
    from engine.search import Hit

_CELL, _LABEL, _COLUMNS = 160, 20, 6
_INK, _PALE, _PAPER = (40, 44, 52), (150, 154, 162), (255, 255, 255)


def draw_sheet(library: Library, hits: Iterable[Hit], file: Path) -> None:
    """Write thumbnails with names and scores, six a row, as PNG (or what the file's ending says)."""
    cells = [hit_cell(library, hit) for hit in hits]
    rows = [cells[start : start + _COLUMNS] for start in range(0, len(cells), _COLUMNS)] or [[]]
    picture = stack([row_picture(row) for row in rows])
    try:
        picture.save(file)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"The sheet {file} cannot be written: {error}.", "Name a .png file in a folder there is."
        ) from error


def hit_cell(library: Library, hit: Hit) -> Image.Image:
    """One hit as a picture: its thumbnail over its name and score."""
    cell = Image.new("RGB", (_CELL, _CELL + _LABEL), _PAPER)
    preview = library.preview(hit.facts)
    if preview.is_file():
        with Image.open(preview) as picture:
            small = picture.convert("RGBA").resize((_CELL, _CELL), Image.Resampling.LANCZOS)
        cell.paste(small, (0, 0), small)
    label = f"{hit.score:.2f} {hit.name}"
    while label and ImageDraw.Draw(cell).textlength(label, font=_font()) > _CELL - 6:
        label = label[:-1]
    ImageDraw.Draw(cell).text((4, _CELL + 2), label, _PALE if hit.weak else _INK, font=_font())
    return cell


def row_picture(cells: Sequence[Image.Image], columns: int = _COLUMNS) -> Image.Image:
    """Cells side by side on paper."""
    row = Image.new("RGB", (_CELL * columns, _CELL + _LABEL), _PAPER)
    for i, cell in enumerate(cells):
        row.paste(cell, (i * _CELL, 0))
    return row


def title_picture(text: str, columns: int = _COLUMNS) -> Image.Image:
    """A line of text as wide as a row."""
    strip = Image.new("RGB", (_CELL * columns, _LABEL + 8), _PAPER)
    ImageDraw.Draw(strip).text((4, 6), text, _INK, font=_font(15))
    return strip


def stack(rows: Sequence[Image.Image]) -> Image.Image:
    """Rows below one another."""
    sheet = Image.new("RGB", (max(row.width for row in rows), sum(row.height for row in rows)), _PAPER)
    top = 0
    for row in rows:
        sheet.paste(row, (0, top))
        top += row.height
    return sheet


def _font(size: int = 12) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
