"""CSV that Excel and WPS open by a double click: UTF-8 with a byte order mark, and no cell is taken for a formula."""

from __future__ import annotations

import csv
import io

from zbreader.exporters.rows import heads_and_rows
from zbreader.model.study import ExportOptions, NotesDocument

# OWASP, CSV Injection: a cell that begins with one of these is run by spreadsheets; full-width forms included.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as CSV (RFC 4180), one row a note, or the sheet's own table where it has one instead of notes."""
    heads, rows = heads_and_rows(document, options)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def defused(cell: str) -> str:
    """CELL with an apostrophe before what a spreadsheet would take for a formula, also behind spaces."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) or cell.lstrip().startswith(_FORMULA_STARTS) else cell
