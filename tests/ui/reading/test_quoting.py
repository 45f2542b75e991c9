"""A passage with its source, as it comes to the clipboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu

from zbreader.model.citation import CitationStyle, CitedArticle
from zbreader.model.issue import IssueIdentity
from zbreader.ui.reading.citation_names import citation_names
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.reading.quoting import with_source


def test_the_source_stands_under_the_words() -> None:
    article = CitedArticle("渡口", "《乡间》2023年第4期", None, "乡间", ("江平", "何清"))
    assert with_source(" 慢行 \n", article) == "慢行\n——《乡间》2023年第4期·乡间·渡口·江平、何清"


def test_what_is_unknown_is_left_out() -> None:
    assert with_source("慢行", CitedArticle("渡口")) == "慢行\n——渡口"


def test_the_form_is_the_person_s_choice_for_always_or_for_once(pane: ReadingPane) -> None:
    pane.identity = IssueIdentity("乡间", None, 2023, 4)
    pane.select_range(0, 3)
    pane.copy_with_source()
    assert QApplication.clipboard().text().endswith("——《乡间》2023年第4期·乡间·渡口·江平")
    pane.citation = CitationStyle.GBT_2025
    pane.copy_with_source()
    assert QApplication.clipboard().text().endswith("\n江平. 渡口: 一只老船[J]. 乡间, 2023 (4): 3.")
    menu = pane.build_menu(pane.cursorRect().center().toPointF())
    offered = menu.findChildren(QMenu)[0].actions()
    assert [action.text() for action in offered] == list(citation_names().values())
    assert [action.isChecked() for action in offered] == [False, False, True]
    offered[1].trigger()
    assert QApplication.clipboard().text().endswith("\n江平. 渡口: 一只老船[J]. 乡间, 2023(4): 3.")
    assert pane.citation is CitationStyle.GBT_2025
    menu.deleteLater()
