"""The tree of a large library: an article opens without a look at every line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from zbreader.model.issue import ArticleSummary, IssueIdentity, IssueSummary
from zbreader.ui.library.delegate import LibraryDelegate
from zbreader.ui.library.model import LibraryModel
from zbreader.ui.library.view import LibraryView
from zbreader.ui.theme.theme import DEFAULT_THEME, load_theme

ISSUES = 200


def test_lines_are_not_measured_one_by_one(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = 0
    size_of = LibraryDelegate.sizeHint

    def counted(delegate: LibraryDelegate, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        nonlocal measured
        measured += 1
        return size_of(delegate, option, index)

    monkeypatch.setattr(LibraryDelegate, "sizeHint", counted)
    model = LibraryModel()
    view = LibraryView(model, load_theme(DEFAULT_THEME))
    view.resize(300, 400)
    view.show()
    model.set_issues([IssueSummary(str(n), IssueIdentity(), f"第 {n} 期", 30, 0) for n in range(ISSUES)])
    for number in range(0, ISSUES, 20):
        model.set_articles(
            str(number), [ArticleSummary(f"{number}-{k}", str(number), f"文章 {k}", "栏目") for k in range(30)]
        )
        view.show_open(f"{number}-3")
        qapp.processEvents()
    assert 0 < measured < ISSUES
    view.close()
