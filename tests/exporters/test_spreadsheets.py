"""CSV and Excel: one row a note, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters import registry
from zbreader.exporters.rows import HEADS
from zbreader.exporters.table import defused
from zbreader.exporters.workbook import LONGEST_CELL
from zbreader.model.study import NotesDocument

CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"


def csv_rows(document: NotesDocument) -> list[list[str]]:
    data = registry()["csv"].write(document)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def excel_cells(document: NotesDocument) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(registry()["xlsx"].write(document))) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - our own
    cells = list(parts["xl/worksheets/sheet1.xml"].iter(CELL))
    assert {cell.get("t") for cell in cells} == {"inlineStr"}
    return ["".join(cell.itertext()) for cell in cells]


def test_one_row_a_note() -> None:
    head, *body = csv_rows(group_document())
    assert head == list(HEADS)
    assert [row[0] for row in body] == ["1", "2", "3", "4", "5", "6", "7"]
    assert {len(row) for row in body} == {len(HEADS)}
    assert body[0][1:7] == [
        "《田野学习》2031年第5期（上半月）",
        "731",
        "学习笔记",
        "渠水是怎样流到村口的",
        "江一苇、何田",
        "12",
    ]
    assert [row[-1] for row in body] == ["", "", "已重新定位", "未定位", "", "", ""]


def test_excel_says_the_same() -> None:
    cells = excel_cells(document_of(placed(1, "=1+1", " <甲> & 乙\n丙", tags=("丁",))))
    assert cells[: len(HEADS)] == list(HEADS)
    assert cells[len(HEADS) + 7 : len(HEADS) + 10] == ["=1+1", " <甲> & 乙\n丙", "丁"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "  =1", "\n=1"])
def test_formulas_are_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"
    assert csv_rows(document_of(placed(1, "甲", cell)))[1][8].startswith("'")


def test_words_are_left_alone() -> None:
    assert defused("甲=乙") == "甲=乙"
    assert defused("") == ""


def test_a_cell_that_is_too_long_says_so() -> None:
    (cell,) = [cell for cell in excel_cells(document_of(placed(1, "甲", "𠮷" * 100_000))) if "𠮷" in cell]
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert cell.endswith("从略）")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_note_gives_files_that_open(note: str) -> None:
    document = document_of(placed(1, note, note, tags=(note,), creator=note), person=note)
    assert len(csv_rows(document)) == 2
    assert len(excel_cells(document)) == 2 * len(HEADS)
