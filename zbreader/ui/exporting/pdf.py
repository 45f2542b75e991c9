"""PDF from the web page that the html exporter writes: a page has to be drawn, so it is Qt's matter and lives here."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument, QTransform

from zbreader.ui.theme.choices import SERIF
from zbreader.ui.theme.fonts import font

PDF, PDF_SUFFIX = "pdf", ".pdf"
MARGIN = 22.0  # millimetres
TYPE_SIZE = 15  # logical pixels of body text
FOOTER = "第{page}页　共{pages}页"  # of the document, not of the window: as in the Word templates
FOOTER_SIZE = 12  # logical pixels
FOOTER_HEIGHT = 36  # logical pixels that each page keeps for it
RESOLUTION = 96  # dots per inch of the layout; the letters are outlines


def pdf_bytes(html: str) -> bytes:
    """An A4 document in portrait with HTML on it and a number on each page.

    Safe on any thread; needs a QGuiApplication for its fonts.
    """
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
    _print(document, writer)
    del writer  # it writes its end when it goes
    buffer.close()
    return bytes(buffer.data().data())


def _print(document: QTextDocument, writer: QPdfWriter) -> None:
    """What `QTextDocument.print_` does, with our own footer."""
    area = writer.pageLayout().paintRectPixels(RESOLUTION)
    width, height = area.width(), area.height() - FOOTER_HEIGHT
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setPageSize(QRectF(0, 0, width, height).size())
    frame = document.rootFrame().frameFormat()
    frame.clearBackground()  # paper has its own
    document.rootFrame().setFrameFormat(frame)
    painter = QPainter(writer)
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.setTransform(QTransform.fromTranslate(0, -page * height))
        document.drawContents(painter, QRectF(0, page * height, width, height))
        painter.restore()
        painter.setFont(font(SERIF, FOOTER_SIZE))
        place = QRectF(0, height, width, FOOTER_HEIGHT)
        painter.drawText(
            place,
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom),
            FOOTER.format(page=page + 1, pages=pages),
        )
    painter.end()
