"""The line stream that every reader writes: cleaned text, numbered lines, blank lines where the format shows a gap."""

from __future__ import annotations

import re

from zbreader.importers.readers import limits
from zbreader.model.errors import KnownError
from zbreader.model.message import Message
from zbreader.model.source import SourceDocument, SourceLine

_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = " \t\u3000\u00a0"


class LineWriter:
    """Collects the lines of one document."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._lines: list[SourceLine] = []
        self._characters = 0
        self.has_text = False

    def __len__(self) -> int:
        return len(self._lines)

    def add(
        self,
        text: str,
        *,
        page: int | None = None,
        level: int | None = None,
        bold: bool = False,
        size: float | None = None,
        running_head: bool = False,
    ) -> None:
        """Add a text, one line for each of its own; white space at its beginning is kept, at its end not.

        Raises KnownError when the document grows beyond limits.CHARACTERS or limits.LINES.
        """
        for part in _BREAK.split(clean(text)):
            part = part.rstrip(_SPACES)
            self._characters += len(part)
            if self._characters > limits.CHARACTERS or len(self._lines) >= limits.LINES:
                raise too_long(self.name)
            self.has_text = self.has_text or bool(part.strip())
            number = len(self._lines) + 1
            self._lines.append(SourceLine(number, part, page, level, bold, size, running_head))

    def blank(self) -> None:
        """Add a blank line, unless there is one already or nothing stands above it."""
        if self._lines and self._lines[-1].text:
            self.add("", page=self._lines[-1].page)

    def document(self, encoding: str | None = None, confidence: float = 1.0, *remarks: Message) -> SourceDocument:
        """All lines as a document."""
        return SourceDocument(self.name, tuple(self._lines), encoding, confidence, remarks)


def clean(text: str) -> str:
    """Text without control characters; half a surrogate pair, which no file can hold, becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def too_long(name: str) -> KnownError:
    """The sentence for a document beyond all measure."""
    return KnownError("文件“{file}”里的文字太多，没有导入。请确认选对了文件，或把它拆成几个文件。", file=name)
