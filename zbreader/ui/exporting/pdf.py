"""PDF from the web page that the html exporter writes: a page has to be drawn, so it is Qt's matter and lives here."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from zbreader.ui.theme.choices import SERIF
from zbreader.ui.theme.fonts import font

PDF, PDF_SUFFIX = "pdf", ".pdf"
MARGIN = 22.0  # millimetres
TYPE_SIZE = 15  # logical pixels of body text
RESOLUTION = 96  # dots per inch of the layout; the letters are outlines


def pdf_bytes(html: str) -> bytes:
    """An A4 document in portrait with HTML on it. Safe on any thread; needs a QGuiApplication for its fonts."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    document = QTextDocument()
    document.setDefaultFont(font(SERIF, TYPE_SIZE))
    document.setHtml(html)
    document.print_(writer)
    del writer  # it writes its end when it goes
    buffer.close()
    return bytes(buffer.data().data())
