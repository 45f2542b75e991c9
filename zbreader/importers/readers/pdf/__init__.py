"""PDF files with text in them: characters by their places become lines, columns, paragraphs."""

from __future__ import annotations

from zbreader.importers.readers.pdf.reading import read

__all__ = ["read"]
