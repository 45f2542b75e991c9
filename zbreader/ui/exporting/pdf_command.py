"""PDF for the command line: the one page that a command has to draw, without a window and without a screen."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

from zbreader.ui.exporting.pdf import pdf_bytes


def draw_pdf(html: str) -> bytes:
    """An A4 document with HTML on it, in a process that has no QGuiApplication yet."""
    if sys.platform.startswith("linux"):
        # No display is needed to draw into a file; fonts come from fontconfig all the same.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication(["zbreader"])
    drawn = pdf_bytes(html)
    application.processEvents()
    return drawn
