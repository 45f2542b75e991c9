"""The results: rows as data, the model under Qt's own examiner."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from zbreader.model.search import Hit, NoteHit, NotePart, Snippet
from zbreader.ui.search.delegate import ResultDelegate, _elided, note_aside
from zbreader.ui.search.find_bar import occurrences
from zbreader.ui.search.model import ResultsModel
from zbreader.ui.search.rows import (
    HitRow,
    IssueRow,
    MoreNotesRow,
    MoreRow,
    NoteRow,
    NotesRow,
    Row,
    note_rows,
    result_rows,
    short_titles,
)
from zbreader.ui.search.view import ResultsView
from zbreader.ui.theme.theme import DEFAULT_THEME, load_theme


def hit(issue: str, article: str, count: int = 1) -> Hit:
    return Hit(issue, article, f"题{article}", None, count, Snippet("水渠通了", ((0, 2),)), ((0, 2),))


def note(number: int) -> NoteHit:
    snippet = Snippet("水渠边的笔记", ((0, 2),))
    return NoteHit(f"n{number}", "i1", "a", "第一期", f"题{number}", "", 1, NotePart.NOTE, snippet)


def picture(rows: list[Row]) -> list[str]:
    shown: list[str] = []
    for row in rows:
        if isinstance(row, IssueRow):
            shown.append(f"# {row.title} ({row.count})")
        elif isinstance(row, HitRow):
            shown.append(f"- {row.hit.title}{row.place and ' @' + row.place}")
        elif isinstance(row, NotesRow):
            shown.append(f"## {row.count}")
        elif isinstance(row, NoteRow):
            shown.append(f"* {row.note.article_title}")
        elif isinstance(row, MoreNotesRow):
            shown.append(f"++ {row.hidden}")
        else:
            shown.append(f"+ {row.hidden}")
    return shown


def test_hits_are_gathered_by_issue_best_first() -> None:
    hits = [hit("i2", "a"), hit("i1", "b"), hit("i2", "c")]
    assert picture(result_rows(hits, 5, {"i1": "第一期", "i2": "第二期"})) == [
        "# 第二期 (2)",
        "- 题a",
        "- 题c",
        "# 第一期 (1)",
        "- 题b",
        "+ 2",
    ]
    assert result_rows([], 0, {}) == []


def test_one_by_one_each_hit_names_its_issue() -> None:
    hits = [hit("i2", "a"), hit("i1", "b")]
    assert picture(result_rows(hits, 2, {"i1": "第一期", "i2": "第二期"}, grouped=False)) == [
        "- 题a @第二期",
        "- 题b @第一期",
    ]


def test_titles_are_short_where_there_is_little_room() -> None:
    one = {"a": "《田野》2031年第5期（下半月）", "b": "《田野》2031年第6期"}
    assert short_titles(one) == {"a": "2031年第5期下", "b": "2031年第6期"}
    assert short_titles({**one, "c": "《山间》2031年第1期"})["b"] == "《田野》2031年第6期"
    assert short_titles({"d": "《田野》"}) == {"d": "《田野》"}


def test_a_note_says_whose_it_is_and_its_issue_in_short() -> None:
    found = replace(note(1), creator="林小禾", issue_label="《田野》2031年第5期（下半月）")
    assert note_aside(found) == "林小禾　2031年第5期下"
    assert note_aside(replace(found, creator="")) == "2031年第5期下"


def test_few_notes_stand_first_and_all_of_them_when_asked_for() -> None:
    notes = [note(number) for number in range(5)]
    assert picture(note_rows(notes, 5)) == ["## 5", "* 题0", "* 题1", "* 题2", "++ 2"]
    assert picture(note_rows(notes, 9, every=True)) == ["## 9", *(f"* 题{number}" for number in range(5))]
    assert picture(note_rows(notes[:3], 3))[-1] == "* 题2"
    assert note_rows([], 0) == []


def test_every_kind_of_row_says_what_it_is(qapp: object) -> None:
    model = ResultsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(note_rows([note(number) for number in range(4)], 4))
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "笔记 4 条",
        "题0",
        "题1",
        "题2",
        "还有 1 条笔记",
    ]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "题0 上的笔记：水渠边的笔记"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    tester.deleteLater()


def test_the_model_keeps_its_place_when_more_come(qapp: object) -> None:
    model = ResultsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    titles = {"i1": "第一期"}
    model.set_rows(result_rows([hit("i1", "a")], 3, titles))
    first = len(resets)
    model.set_rows([*result_rows([hit("i1", "a")], 1, titles), HitRow(hit("i1", "b"))])
    assert len(resets) == first
    assert [model.index(row).data() for row in range(model.rowCount())] == ["第一期", "题a", "题b"]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "题a，1 处：水渠通了"
    model.set_rows([MoreRow(4)])
    assert model.index(0).data() == "还有 4 篇，接着显示"
    model.set_rows([])
    assert model.rowCount() == 0
    tester.deleteLater()


def test_find_in_an_article() -> None:
    assert occurrences("𠮷水 渠，水渠", "水渠") == [(1, 4), (5, 7)]
    assert occurrences("水 渠，水渠", "水 渠") == [(0, 3), (4, 6)]
    assert occurrences("Abc aBC", "abc") == [(0, 3), (4, 7)]
    assert occurrences("a.c abc", "a.c") == [(0, 3)]
    assert occurrences("他说“水１", '"水1') == [(2, 5)]
    assert occurrences("abc", "  ") == []


def test_no_mark_is_painted_behind_the_last_line(qapp: object) -> None:
    delegate = ResultDelegate(load_theme(DEFAULT_THEME))
    snippet = Snippet("水" + "渠" * 60 + "水", ((0, 1), (61, 62)))
    layout, marks = delegate._laid_out(QApplication.font(), snippet, 120, 2)
    last = layout.lineAt(layout.lineCount() - 1)
    assert layout.lineCount() == 2 and last.textStart() + last.textLength() < 61
    assert [(mark.start, mark.length) for mark in marks] == [(0, 1)]


def test_hits_in_a_headline_are_marked_as_far_as_it_is_shown(qapp: object) -> None:
    metrics = QFontMetrics(QApplication.font())
    headline = Snippet("𠮷水渠" + "长" * 60 + "水渠", ((1, 3), (63, 65)))
    assert _elided(headline, metrics, 9_999) == headline
    short = _elided(headline, metrics, metrics.horizontalAdvance("𠮷水渠长长长"))
    assert short.text.startswith("𠮷水") and short.text.endswith("…")
    assert short.marks == ((1, min(3, len(short.text) - 1)),)
    assert _elided(Snippet("水渠长", ((0, 2),)), metrics, metrics.horizontalAdvance("水…")).marks in ((), ((0, 1),))


def test_a_result_whose_headline_holds_the_word_looks_otherwise(qapp: object) -> None:
    def grabbed(titled: tuple[tuple[int, int], ...]) -> QImage:
        model = ResultsModel()
        model.set_rows([HitRow(Hit("i", "a", "水渠的题", None, 1, Snippet("空"), titled=titled), "")])
        view = ResultsView(model, load_theme(DEFAULT_THEME))
        view.resize(300, 120)
        return view.grab().toImage()

    assert grabbed(((0, 2),)) != grabbed(())
    assert grabbed(((0, 2),)) == grabbed(((0, 2),))
