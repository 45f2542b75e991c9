"""Markdown marks of one line as hints: headline level, bold, hard break. Conversions use them, rightly or wrongly."""

from __future__ import annotations

import re

from zbreader.model.source import SourceLine

_LEVEL = re.compile(r"^[ \t\u3000]{0,3}(#{1,6})[ \t\u3000]+(?=\S)")
_BOLD = re.compile(r"^\*\*([^*]+)\*\*$")


def source_line(number: int, text: str) -> SourceLine:
    """One line of plain text or Markdown; level and bold are what its marks claim, its text is without them."""
    level = None
    if found := _LEVEL.match(text):
        level = len(found.group(1))
        text = text[found.end() :]
    bold = False
    if found := _BOLD.match(text.strip()):
        bold = True
        text = found.group(1)
    return SourceLine(number=number, text=text, level=level, bold=bold)
