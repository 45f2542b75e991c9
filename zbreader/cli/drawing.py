"""PDF from the command line: the page is drawn by whoever has Qt, and told kindly where nobody has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.services.files import write_whole

PDF = "pdf"
DrawPdf = Callable[[str], bytes]  # a web page in, a PDF out


def write_pdf(path: Path, page: bytes, draw_pdf: DrawPdf) -> int:
    """Write a web page (UTF-8) to PATH as a PDF; return its bytes. Raises KnownError."""
    try:
        return write_whole(path, draw_pdf(page.decode()))
    except ImportError as error:
        raise KnownError("画 PDF 要用的图形库装载不了。请导出为 docx 或 html，再另存为 PDF。") from error
