"""The library's tree: its states as text pictures, and Qt's own examiner watching."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from zbreader.model.issue import ArticleSummary, IssueIdentity, IssueSummary
from zbreader.ui.library.model import LibraryModel
from zbreader.ui.library.nodes import Kind, Loading, Node


def issue(number: int, notes: int = 0) -> IssueSummary:
    return IssueSummary(
        f"i{number}", IssueIdentity("青禾", None, 2024, number), f"《青禾》2024年第{number}期", 3, notes
    )


ARTICLES = [
    ArticleSummary("a1", "i1", "春耕时节", None),
    ArticleSummary("a2", "i1", "一封家书", "卷首", authors=("林溪",), notes=2, read_fraction=0.4),
    ArticleSummary("a3", "i1", "村里的图书室", "调研", "乡村文化"),
    ArticleSummary("a4", "i1", "水渠通了", "调研", "乡村文化", read_fraction=1.0),
    ArticleSummary("a5", "i1", "再说家书", "卷首"),
]

SIGNS = {Kind.ISSUE: "", Kind.COLUMN: "# ", Kind.GROUP: "% ", Kind.ARTICLE: "- "}


def picture(model: LibraryModel) -> str:
    """The tree as a person would draw it, read through the model's own indexes."""

    def lines(parent: QModelIndex, depth: int) -> Iterator[str]:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            node = model.node(index)
            marks = f" ({node.notes})" if node.notes else ""
            marks += " ✓" if node.is_read else f" {node.read:.0%}" if node.read else ""
            more = " …" if node.loading is not Loading.YES else ""
            yield "  " * depth + SIGNS[node.kind] + index.data() + marks + more
            yield from lines(index, depth + 1)

    return "\n".join(lines(QModelIndex(), 0))


@pytest.fixture
def model(qapp: object) -> Iterator[LibraryModel]:
    model = LibraryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()


def test_issues_ask_for_their_articles_once(qapp: object) -> None:
    model = LibraryModel()  # the examiner would ask as well
    asked: list[str] = []
    model.articles_wanted.connect(asked.append)
    model.set_issues([issue(2), issue(1, notes=3)])
    assert picture(model) == "《青禾》2024年第2期 …\n《青禾》2024年第1期 (3) …"
    first = model.index(1, 0)
    assert model.hasChildren(first) and model.canFetchMore(first)
    model.fetchMore(first)
    model.fetchMore(first)
    assert asked == ["i1"]
    assert not model.canFetchMore(first)


def test_articles_stand_under_their_column_and_group(model: LibraryModel) -> None:
    model.set_issues([issue(1)])
    model.set_articles("i1", ARTICLES)
    assert picture(model) == "\n".join(
        [
            "《青禾》2024年第1期",
            "  - 春耕时节",
            "  # 卷首",
            "    - 一封家书 (2) 40%",
            "    - 再说家书",
            "  # 调研",
            "    % 乡村文化",
            "      - 村里的图书室",
            "      - 水渠通了 ✓",
        ]
    )


def test_new_counts_move_nothing(model: LibraryModel) -> None:
    model.set_issues([issue(1)])
    model.set_articles("i1", ARTICLES)
    told: list[str] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.data()))
    moved: list[object] = []
    model.rowsInserted.connect(lambda *args: moved.append(args))
    model.rowsRemoved.connect(lambda *args: moved.append(args))
    model.set_articles("i1", [replace(ARTICLES[0], notes=1), *ARTICLES[1:]])
    model.set_read("a5", 0.5)
    model.set_read("gone", 0.5)
    assert told == ["春耕时节", "再说家书"]
    assert not moved


def test_another_shape_replaces_the_articles(model: LibraryModel) -> None:
    model.set_issues([issue(1)])
    model.set_articles("i1", ARTICLES)
    model.set_articles("i1", ARTICLES[1:2])
    assert picture(model) == "《青禾》2024年第1期\n  # 卷首\n    - 一封家书 (2) 40%"
    model.set_articles("i1", [])
    assert picture(model) == "《青禾》2024年第1期"
    assert not model.hasChildren(model.index(0, 0))
    assert model.find("a2") is None


def test_issues_come_go_and_change_places(model: LibraryModel) -> None:
    model.set_issues([issue(3), issue(2), issue(1)])
    model.set_articles("i2", ARTICLES[:1])
    kept = model.index_of(model.find("a1"))
    assert kept.isValid()
    model.set_issues([issue(1), issue(4), issue(2, notes=1)])
    assert picture(model) == "《青禾》2024年第1期 …\n《青禾》2024年第4期 …\n《青禾》2024年第2期 (1)\n  - 春耕时节"
    model.set_issues([])
    assert picture(model) == ""
    assert not model.node(kept).title


def test_articles_of_an_issue_that_has_gone_are_ignored(model: LibraryModel) -> None:
    model.set_articles("i9", ARTICLES)
    assert picture(model) == ""


def test_what_the_delegate_paints_is_also_said(model: LibraryModel) -> None:
    model.set_issues([issue(1)])
    model.set_articles("i1", ARTICLES)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of(model.find("a2")).data(role) == "一封家书，2 条笔记，读到 40%"
    assert model.index_of(model.find("a4")).data(role) == "水渠通了，已读完"


def test_articles_in_reading_order() -> None:
    root = Node(Kind.ROOT, "", "")
    column = root.add(Node(Kind.COLUMN, "c", "栏目"))
    column.add(Node(Kind.ARTICLE, "a", "甲"))
    root.add(Node(Kind.ARTICLE, "b", "乙"))
    assert [node.id for node in root.articles()] == ["a", "b"]
