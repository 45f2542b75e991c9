"""The lines of a source: what each became, and a model that tells only what is new."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from zbreader.model.issue import Article, Block, Finding, HeadPart, Issue, Paragraph, ParagraphKind
from zbreader.model.message import message
from zbreader.model.source import SourceDocument, SourceLine
from zbreader.ui.correcting.source_model import SourceModel, lines_in, lines_mime
from zbreader.ui.correcting.source_rows import SourceRow, source_rows

TEXTS = ["目录", "", "水渠通了", "文/林溪", "渠水流了一夜。", "灯还亮着。", "村里的灯", "第二天，水到了田里。", "？？"]
DOCUMENT = SourceDocument("a.txt", tuple(SourceLine(number, text) for number, text in enumerate(TEXTS, 1)))
ISSUE = Issue(
    "i",
    articles=(
        Article(
            "a",
            "水渠通了",
            authors=("林溪",),
            paragraphs=(
                Paragraph(ParagraphKind.BODY, "渠水流了一夜。", (5,)),
                Paragraph(ParagraphKind.BODY, "第二天，水到了田里。", (8,)),
            ),
            head=(HeadPart("headline", (3,)), HeadPart("byline", (4,))),
        ),
        Article(
            "b",
            "村里的灯",
            paragraphs=(Paragraph(ParagraphKind.HEADING, "灯还亮着。", (6,)),),
            head=(HeadPart("headline", (7,)),),
        ),
    ),
    unplaced=(Block("contents", "目录", (1,)),),
    findings=(
        Finding("credits", (4,), message("不能肯定。"), 0.6),
        Finding("other", (4, 5), message("也不能肯定。"), 0.3),
    ),
)


def picture(rows: list[SourceRow]) -> str:
    lines = []
    for row in rows:
        signs = ("—" if row.begins else "") + ("?" if row.doubt is not None else "") + ("*" if row.corrected else "")
        lines.append(f"{row.number}{signs} {row.role} {row.article} {row.goes_on}".rstrip())
    return "\n".join(lines)


@pytest.fixture
def model(qapp: object) -> Iterator[SourceModel]:
    model = SourceModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()


def test_each_line_says_what_it_became() -> None:
    assert picture(source_rows(DOCUMENT, ISSUE, [8])) == "\n".join(
        [
            "1 contents",
            "2 blank",
            "3— headline a",
            "4? byline a",
            "5? body a",
            "6— heading b",
            "7 headline b",
            "8—* body a 水渠通了",
            "9 lost",
        ]
    )
    assert [row.doubt for row in source_rows(DOCUMENT, ISSUE)][3:5] == [0.3, 0.3]


def test_the_same_lines_are_only_painted_anew(model: SourceModel) -> None:
    rows = source_rows(DOCUMENT, ISSUE)
    model.set_rows(rows)
    assert model.rowCount() == 9
    told: list[tuple[int, int]] = []
    resets: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows(source_rows(DOCUMENT, ISSUE, [3, 4, 8]))
    assert told == [(2, 3), (7, 7)] and resets == []
    model.set_rows(rows[:4])
    assert resets == [1] and model.rowCount() == 4
    assert not model.index_of(8).isValid()


def test_what_the_delegate_paints_is_also_said(model: SourceModel) -> None:
    model.set_rows(source_rows(DOCUMENT, ISSUE, [4]))
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(9)]
    assert spoken[1] == "第 2 行，空行"
    assert spoken[3] == "第 4 行，署名，存疑，已校订：文/林溪"
    assert spoken[7] == "第 8 行，正文，接《水渠通了》：第二天，水到了田里。"


def test_lines_are_dragged_by_number(model: SourceModel) -> None:
    model.set_rows(source_rows(DOCUMENT, ISSUE))
    assert not model.flags(model.index(1)) & Qt.ItemFlag.ItemIsDragEnabled
    dragged = model.mimeData([model.index(2), model.index(1), model.index(4)])
    assert lines_in(dragged) == (3, 5)
    assert lines_in(lines_mime([])) == ()


def test_control_characters_are_not_shown(model: SourceModel) -> None:
    model.set_rows([SourceRow(1, "𠮷\x00祥\u2029渠", "body")])
    shown = model.index(0).data()
    assert "\x00" not in shown and "\u2029" not in shown and shown.startswith("𠮷")
