"""Plain text and Markdown files: both may carry Markdown marks, converters leave them in either."""

from __future__ import annotations

import re

from zbreader.importers.readers.encoding import decode
from zbreader.importers.readers.kinds import not_text
from zbreader.importers.readers.markup import source_line
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceDocument

_BREAK = re.compile("\r\n|\n|\r")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_LIMIT = 0.05  # share of control characters above which a file is no text


def read(name: str, data: bytes, encoding: str | None = None) -> SourceDocument:
    """Lines of a text file, numbered from 1 as an editor numbers them. No text in it, or no text at all: KnownError."""
    text, used, confidence = decode(data, name, encoding)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise KnownError("文件“{file}”是空的，没有可以导入的内容。请确认选对了文件。", file=name)
    if len(_CONTROL.findall(text[:100_000])) > _CONTROL_LIMIT * min(len(text), 100_000):
        raise not_text(name)
    lines = tuple(source_line(number, line) for number, line in enumerate(_BREAK.split(text), start=1))
    return SourceDocument(name=name, lines=lines, encoding=used, encoding_confidence=confidence)
