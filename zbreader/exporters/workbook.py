"""Excel workbooks (Office Open XML, ECMA-376): one sheet of strings, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from zbreader.exporters.characters import on_one_line
from zbreader.exporters.rows import HEADS, heads_and_rows
from zbreader.exporters.template import read_look
from zbreader.exporters.word_package import add_member
from zbreader.model.study import ExportOptions, NotesDocument

LONGEST_CELL = 32_767  # characters (UTF-16), Excel's limit
_FULL = "……（单元格容不下，后文从略）"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as .xlsx, every cell a string: nothing can be a formula. What stands in it says `heads_and_rows`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in _parts(document, options):
            add_member(archive, name, (_XML + text).encode())
    return stream.getvalue()


def _parts(document: NotesDocument, options: ExportOptions) -> Iterable[tuple[str, str]]:
    look = read_look("workbook.toml")
    heads, rows = heads_and_rows(document, options)
    title = document.title if heads == HEADS else options.template
    widths = look["widths"] if heads == HEADS else [look["table_width"]] * len(heads)
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    )
    yield "_rels/.rels", _relations(("officeDocument", "xl/workbook.xml"))
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{_sheet_name(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    )
    yield "xl/_rels/workbook.xml.rels", _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
    yield "xl/styles.xml", _styles(look["font"], look["head_font"], float(look["size"]))
    yield "xl/worksheets/sheet1.xml", _sheet(heads, rows, widths)


def _relations(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _styles(font: str, head_font: str, size: float) -> str:
    """Style 0: nothing; 1: head; 2: text that wraps, at the top of its cell."""
    fonts = "".join(f'<font><sz val="{size}"/><name val="{name}"/></font>' for name in (font, head_font))
    top = '<alignment vertical="top" wrapText="1"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2">{fonts}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>'
        f'<xf xfId="0" applyAlignment="1">{top}</xf></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(widths, 1)
    )
    lines = [_row(1, heads, style=1)]
    lines += [_row(number, row, style=2) for number, row in enumerate(rows, 2)]
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(lines)}</sheetData></worksheet>"
    )


def _row(number: int, cells: Iterable[str], style: int) -> str:
    written = "".join(
        f'<c r="{chr(ord("A") + column)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(_fitting(cell))}</t></is></c>"
        for column, cell in enumerate(cells)
    )
    return f'<row r="{number}">{written}</row>'


def _fitting(cell: str) -> str:
    """CELL cut to what Excel opens without calling the file damaged; says so where it cuts."""
    if len(cell) * 2 <= LONGEST_CELL or len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return cell
    return cell.encode("utf-16-le")[: (LONGEST_CELL - len(_FULL)) * 2].decode("utf-16-le", "ignore") + _FULL


def _sheet_name(title: str) -> str:
    """At most 31 characters, none of which a sheet's name may not have."""
    name = "".join(c for c in on_one_line(title) if c not in "[]:*?/\\'")[:31].strip()
    return escape(name, {'"': "&quot;"}) or "Sheet1"
