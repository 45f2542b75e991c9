"""Word documents (ECMA-376 WordprocessingML): paragraphs in document order with what their styles say."""

from __future__ import annotations

from zbreader.importers.readers.word.body import read
from zbreader.importers.readers.word.package import document_part

__all__ = ["document_part", "read"]
