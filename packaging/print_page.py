"""Makes the printed page for the stick: `python packaging/print_page.py PAGE.md OUT.pdf`.

The Markdown PAGE becomes one A4 page: the type is made smaller until it fits. Needs PySide6 and a Chinese font. The
same page gives the same bytes: the time in it is SOURCE_DATE_EPOCH's, when that is set.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

MARGIN = 14  # millimetres
DOTS, DOTS_OF_QT = 300, 96  # per inch
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)  # points
PICTURE = 0.42  # of the width of the text
FAMILIES = ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei"]


def print_page(page: Path, out: Path) -> int:
    """Write the PDF and return the number of its pages: more than one when even the smallest type is too large."""
    from PySide6.QtCore import QMarginsF, QSizeF, QUrl
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

    writer = QPdfWriter(str(out))
    writer.setTitle(page.read_text(encoding="utf-8").splitlines()[0].lstrip("# "))
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    writer.setResolution(DOTS)
    pages = 0
    for size in SIZES:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setBaseUrl(QUrl.fromLocalFile(str(page.resolve().parent) + os.sep))
        font = QFont(FAMILIES)
        font.setPointSizeF(size)
        document.setDefaultFont(font)
        document.setMarkdown(page.read_text(encoding="utf-8"))
        _narrow_pictures(document, page.parent, writer.width() / DOTS * DOTS_OF_QT * PICTURE)
        document.setDocumentMargin(0)
        document.setPageSize(QSizeF(writer.width(), writer.height()))
        pages = document.pageCount()
        if pages == 1:
            break
    painter = QPainter(writer)
    document.drawContents(painter)
    painter.end()
    moment = os.environ.get("SOURCE_DATE_EPOCH")
    if moment:
        out.write_bytes(settled(out.read_bytes(), int(moment)))
    return pages


def settled(content: bytes, moment: int) -> bytes:
    """A PDF of Qt's with MOMENT (seconds since 1970) for its times and a number that depends on it for the random one.

    Every replacement is as long as what stood there: a PDF counts its bytes.
    """
    then = time.gmtime(moment)
    number = str(uuid.UUID(bytes=hashlib.sha256(str(moment).encode()).digest()[:16])).encode()
    content = re.sub(rb"(?<=\(D:)\d{14}", time.strftime("%Y%m%d%H%M%S", then).encode(), content)
    content = re.sub(rb'(?<=Date=")[\dT:-]{19}', time.strftime("%Y-%m-%dT%H:%M:%S", then).encode(), content)
    content = re.sub(rb"(?<=uuid:)[\da-f-]{36}", number, content)
    return re.sub(
        rb"/ID \[ <[\da-f]{72}> <[\da-f]{72}> \]", b"/ID [ <%b> <%b> ]" % ((number.hex().encode(),) * 2), content
    )


def _narrow_pictures(document: QTextDocument, folder: Path, width: float) -> None:
    """Make every picture of the document that wide; Qt counts in 96ths of an inch."""
    from PySide6.QtGui import QImage, QTextCursor

    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            shape = fragment.charFormat().toImageFormat()
            if shape.isValid():
                size = QImage(str(folder / shape.name())).size()
                shape.setWidth(width)
                shape.setHeight(width * size.height() / size.width())
                cursor = QTextCursor(document)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(shape)
            parts += 1
        block = block.next()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_HASH_SEED"] = "0"  # it orders the fonts in the file
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["print"])
    sys.exit(print_page(Path(sys.argv[1]), Path(sys.argv[2])) != 1)
