"""Text that came from files, made safe to show: names and paths are data, whatever they look like."""

from __future__ import annotations

import html
import re

from engine.errors import ShapeSeekError


def in_html(text: str) -> str:
    """`text` for use inside HTML, in an attribute too."""
    return html.escape(text, quote=True)


def in_markdown(text: str) -> str:
    """`text` for use inside Streamlit's Markdown: every ASCII sign that could start markup is escaped."""
    flat = re.sub(r"\s+", " ", text)
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", flat)


def explained(error: ShapeSeekError) -> str:
    """An error and its hint as one line of Markdown."""
    return in_markdown(str(error))
