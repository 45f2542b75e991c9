"""From the window to preview, desk, review and provenance, as a person goes."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG
from zbreader.model import correction
from zbreader.model.correction import LineKind, Mend
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.resources import resource
from zbreader.services.library import open_library
from zbreader.ui.importing.preview import PreviewDialog
from zbreader.ui.library.nodes import Kind, Node
from zbreader.ui.main_window import MainWindow
from zbreader.ui.settings import keys

SAMPLE = resource("sample", "sample-issue.txt")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with the sample's first article open."""

    def unexpected(error: BaseException) -> None:
        raise error

    services = open_library(
        tmp_path / "library", clock=lambda: datetime(2031, 4, 1, tzinfo=timezone.utc), random_bits=secrets.randbits
    )
    window = MainWindow(services, unexpected, offers_sample=False)
    window.show()
    window.furnish()
    window.deeds.open_sample()
    qtbot.waitUntil(lambda: window.open.article is not None, timeout=LONG)
    qtbot.waitUntil(lambda: not window.operations.tasks, timeout=LONG)
    yield window
    window.close()
    services.close()
    window.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


def preview_of(window: MainWindow, qtbot: QtBot) -> PreviewDialog:
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None, timeout=LONG)
    dialog = window.findChild(PreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.previews), timeout=LONG)
    return dialog


def desk_opened(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: window.correcting.desk is not None and window.correcting.desk.state is not None, timeout=LONG
    )


def test_imports_are_shown_first_when_that_is_wanted(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "渡口.txt"
    other.write_text("渡口的茶\n\n老人说，茶要慢慢喝，话要慢慢说。\n", encoding="utf-8")
    window.actions_by_name["preview_first"].trigger()
    qtbot.waitUntil(lambda: window.services.settings.get(keys.PREVIEW_FIRST, False) is True, timeout=LONG)
    window.importing.bring([other])
    dialog = preview_of(window, qtbot)
    assert dialog.always.isChecked() and len(window.services.reading.issues()) == 1
    dialog.bring.click()
    qtbot.waitUntil(lambda: len(window.services.reading.issues()) == 2, timeout=LONG)


def test_an_import_offers_its_doubtful_places(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "另一期.txt"
    other.write_text(SAMPLE.read_text(encoding="utf-8").replace("2023", "2033"), encoding="utf-8")
    window.importing.bring([other])
    qtbot.waitUntil(lambda: "导入了 1 期" in window.notice.text, timeout=LONG)
    button = window.notice.findChild(QPushButton)
    assert button is not None
    offered = button.text()
    button.click()
    desk_opened(window, qtbot)
    desk = window.correcting.desk
    assert desk is not None and offered == f"看看 {len(desk.findings_model.findings)} 处存疑…"
    assert desk.chosen() == tuple(sorted(desk.findings_model.findings[0].lines))


def test_the_desk_opens_at_the_open_article(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["correct"].trigger()
    desk_opened(window, qtbot)
    desk = window.correcting.desk
    assert desk is not None and window.open.article is not None
    assert desk.chosen() == tuple(sorted(window.open.article.paragraphs[0].lines))
    window.actions_by_name["correct"].trigger()
    assert window.correcting.desk is desk, "one desk for one issue"
    window.look.set_theme("dark")
    desk.close()
    assert window.correcting.desk is None
    window.look.set_theme("paper")


def test_the_tree_leads_to_the_desk(window: MainWindow, qtbot: QtBot) -> None:
    assert window.open.issue is not None
    articles = window.services.reading.articles(window.open.issue.id)
    node = Node(Kind.ARTICLE, articles[3].id, articles[3].title)
    menu = window.tree.menu_for(node)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "校订本篇…").trigger()
    desk_opened(window, qtbot)
    desk = window.correcting.desk
    assert desk is not None and desk.state is not None
    shown = desk.chosen_node()
    assert shown is not None and shown.id == articles[3].id


def test_a_correction_reaches_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["correct"].trigger()
    desk_opened(window, qtbot)
    desk = window.correcting.desk
    assert desk is not None
    desk.actions_by_name.kinds[LineKind.QUOTE].trigger()
    qtbot.waitUntil(
        lambda: window.open.article is not None and window.open.article.paragraphs[0].kind.value == "quote",
        timeout=LONG,
    )


def test_the_page_stays_open_while_corrections_follow_fast(window: MainWindow, qtbot: QtBot) -> None:
    issue, article = window.open.issue, window.open.article
    assert issue is not None and article is not None
    text = article.paragraphs[0].text
    lines = article.paragraphs[0].lines
    window.services.correcting.add(issue.id, correction.Kind(lines, LineKind.QUOTE))
    window.services.undo.undo()
    window.services.undo.redo()
    qtbot.waitUntil(lambda: window.open.id == article.id and not window.operations.tasks, timeout=LONG)
    qtbot.wait(50)
    assert window.open.article is not None and window.open.article.paragraphs[0].text == text
    assert window.open.article.paragraphs[0].kind.value == "quote"


def test_a_passage_is_checked(window: MainWindow, qtbot: QtBot) -> None:
    window.pane.select_range(2, 12)
    window.actions_by_name["provenance"].trigger()
    qtbot.waitUntil(lambda: bool(window.correcting.panel and window.correcting.panel.origins), timeout=LONG)
    panel = window.correcting.panel
    assert panel is not None
    panel.desk.click()
    desk_opened(window, qtbot)
    assert window.correcting.desk is not None
    assert window.correcting.desk.chosen() == tuple(sorted(origin.line for origin in panel.origins))


def test_a_rebuild_tells_which_notes_moved(window: MainWindow, qtbot: QtBot) -> None:
    services, article, issue = window.services, window.open.article, window.open.issue
    assert article is not None and issue is not None
    window.actions_by_name["rebuild"].trigger()
    qtbot.waitUntil(lambda: "重新整理好了" in window.notice.text, timeout=LONG)
    services.annotating.add_highlight(
        article.id, 0, 8, color=HighlightColor.BLUE, style=MarkStyle.HIGHLIGHT, note="", tags=()
    )
    number = article.paragraphs[0].lines[0]
    text = services.reading.source(issue.id).lines[number - 1].text
    change = Mend((number,), 2, 3, text[2], text[2] + "又")
    window.correcting.tell_followed("更新了 1 期。", services.correcting.add(issue.id, change).followed)
    assert "1 条笔记的文字有变动" in window.notice.text
    window.correcting.review()
    review = window.correcting.review_window
    assert review is not None
    qtbot.waitUntil(lambda: review.model.rowCount() == 1, timeout=LONG)
    review.jump.click()
    assert window.open.id == article.id
