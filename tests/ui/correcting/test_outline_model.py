"""The structure as a tree: its states as text pictures, Qt's own examiner watching; only what differs moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from zbreader.model.issue import Article, Block, ContentsEntry, Finding, Issue, Paragraph, ParagraphKind
from zbreader.model.message import message
from zbreader.ui.correcting.outline import OutlineNode, Part, outline_of, ranges_said
from zbreader.ui.correcting.outline_model import OutlineModel
from zbreader.ui.correcting.source_model import lines_mime

SIGNS = {Part.COLUMN: "# ", Part.GROUP: "% ", Part.ARTICLE: "- ", Part.PARAGRAPH: "", Part.BLOCK: "x "}


def paragraph(text: str, *lines: int, kind: ParagraphKind = ParagraphKind.BODY, sure: float = 1.0) -> Paragraph:
    return Paragraph(kind, text, lines, sure)


FIRST = Article("a", "春耕时节", paragraphs=(paragraph("牛下了田。", 2), paragraph("雨停了。", 3, 5, sure=0.5)))
SECOND = Article("b", "一封家书", "卷首", authors=("林溪", "闻溪"), paragraphs=(paragraph("见字如面。", 8),))
THIRD = Article("c", "水渠通了", "调研", "乡村文化", paragraphs=(paragraph("图", 10, kind=ParagraphKind.CAPTION),))
ISSUE = Issue("i", articles=(FIRST, SECOND, THIRD), unplaced=(Block("qr", "扫一扫", (12,)),))


def picture(model: OutlineModel) -> str:
    def lines(parent: QModelIndex, depth: int) -> Iterator[str]:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            node = model.node(index)
            words = f"{SIGNS.get(node.part, '')}{index.data()}" + (" ?" if node.doubtful else "")
            yield "  " * depth + words
            yield from lines(index, depth + 1)

    return "\n".join(lines(QModelIndex(), 0))


@pytest.fixture
def model(qapp: object) -> Iterator[OutlineModel]:
    model = OutlineModel(movable=True)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()


def show(model: OutlineModel, issue: Issue) -> None:
    model.show(outline_of(issue).children)


def test_the_whole_structure(model: OutlineModel) -> None:
    show(model, replace(ISSUE, missing=(ContentsEntry("丢了的一篇", authors=("柏舟",)),)))
    assert picture(model) == "\n".join(
        [
            "- 春耕时节",
            "  牛下了田。",
            "  雨停了。 ?",
            "# 卷首",
            "  - 一封家书",
            "    见字如面。",
            "# 调研",
            "  % 乡村文化",
            "    - 水渠通了",
            "      图",
            "不属于文章的文字",
            "  x 扫一扫",
            "目录里有，正文里没找到 ?",
            "  丢了的一篇",
        ]
    )


def test_a_finding_marks_its_article_and_paragraph(model: OutlineModel) -> None:
    doubt = Finding("joins", (8,), message("不能肯定。"), 0.4)
    sure = Finding("groups", (10,), message("差不多。"), 0.9)
    show(model, replace(ISSUE, findings=(doubt, sure)))
    marked = [line.strip() for line in picture(model).splitlines() if line.endswith("?")]
    assert marked == ["雨停了。 ?", "- 一封家书 ?", "见字如面。 ?"]


def test_only_what_differs_moves(model: OutlineModel) -> None:
    show(model, ISSUE)
    kept = [model.index_of(node) for node in model.root.walk()]
    told: list[str] = []
    model.rowsInserted.connect(lambda parent, first, last: told.append(f"+{last - first + 1} {parent.data() or ''}"))
    model.rowsRemoved.connect(lambda parent, first, last: told.append(f"-{last - first + 1} {parent.data() or ''}"))
    model.dataChanged.connect(lambda first, _last: told.append(f"~ {first.data()}"))
    show(model, ISSUE)
    assert told == []
    show(model, replace(ISSUE, articles=(replace(FIRST, title="春耕"), SECOND, THIRD)))
    assert told == ["~ 春耕"]
    told.clear()
    longer = replace(SECOND, paragraphs=(*SECOND.paragraphs, paragraph("家里都好。", 9)))
    show(model, replace(ISSUE, articles=(FIRST, longer, THIRD)))
    assert told == ["~ 春耕时节", "~ 一封家书", "+1 一封家书"]
    assert all(index.isValid() for index in kept)


def test_the_deepest_node_of_a_line(model: OutlineModel) -> None:
    show(model, ISSUE)
    found = [model.node_of(line) for line in (3, 5, 8, 12, 99)]
    assert [node.title if node else None for node in found] == ["雨停了。", "雨停了。", "见字如面。", "扫一扫", None]


def test_lines_dropped_on_the_structure_ask_for_a_move(model: OutlineModel) -> None:
    show(model, ISSUE)
    asked: list[tuple[tuple[int, ...], int]] = []
    model.move_requested.connect(lambda lines, after: asked.append((lines, after)))
    copy = Qt.DropAction.CopyAction
    first = model.index(0, 0)
    data = lines_mime([10])
    assert not model.dropMimeData(data, copy, -1, 0, first), "rows stay where they are"
    model.dropMimeData(data, copy, 1, 0, first)
    model.dropMimeData(data, copy, -1, 0, model.index(0, 0, first))
    assert asked == [((10,), 5), ((10,), 2), ((10,), 2)]
    assert not model.canDropMimeData(lines_mime([3, 5]), copy, -1, 0, model.index(1, 0, first)), "onto itself"
    assert not model.canDropMimeData(data, copy, -1, 0, QModelIndex())
    assert not OutlineModel().canDropMimeData(data, copy, -1, 0, QModelIndex())


def test_what_the_delegate_paints_is_also_said(model: OutlineModel) -> None:
    show(model, ISSUE)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of(model.node_of(8)).parent().data(role) == "一封家书，林溪　闻溪，1 段"
    assert model.index_of(model.node_of(3)).data(role) == "雨停了。，存疑，把握 50%"
    assert model.index_of(model.node_of(10)).data(role) == "图注，图"


@given(st.lists(st.lists(st.integers(1, 6), max_size=5, unique=True), max_size=6))
def test_any_outline_after_any_other(qapp: object, states: list[list[int]]) -> None:
    model = OutlineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for state in states:
        model.show([OutlineNode(Part.ARTICLE, str(one), f"题{one}") for one in state])
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == [f"题{one}" for one in state]
    tester.deleteLater()


@pytest.mark.parametrize(("lines", "said"), [((), ""), ((4,), "4"), ((3, 4, 5, 9), "3–5, 9"), ((9, 3, 4, 3), "3–4, 9")])
def test_line_numbers_as_people_write_them(lines: tuple[int, ...], said: str) -> None:
    assert ranges_said(lines) == said
