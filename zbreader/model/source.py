"""The source as given: its lines with the hints that a reader of its format could see."""

from __future__ import annotations

from dataclasses import dataclass

from zbreader.model.message import Message

# How a person knows the encodings; readers name them as Python's codecs are named.
ENCODING_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030 / GBK",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}

_SURE = 0.9  # confidence from which an encoding needs no word


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the source (1-based number) with what its format said about it."""

    number: int
    text: str
    page: int | None = None
    level: int | None = None  # headline level by the format's own markup (1 = largest)
    bold: bool = False
    size: float | None = None  # type size in points where the format knows it
    running_head: bool = False  # stands outside the text on its page: running head, folio, watermark


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A whole source: its file name, its lines, and how its bytes were read."""

    name: str
    lines: tuple[SourceLine, ...]
    encoding: str | None = None
    encoding_confidence: float = 1.0  # 0..1
    remarks: tuple[Message, ...] = ()  # what the reader could not read, for a person to look at

    @property
    def is_sure(self) -> bool:
        """Whether the encoding needs no word of a person."""
        return self.encoding_confidence >= _SURE
