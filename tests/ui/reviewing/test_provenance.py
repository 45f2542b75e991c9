"""引文核对: the source lines of a passage, and what import changed, in words and on a ground of their own."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.model.message import message
from zbreader.resources import resource
from zbreader.services.provenance import Origin
from zbreader.ui.reviewing.provenance import Checked, ProvenancePanel, checked_html
from zbreader.ui.theme.theme import load_theme

THEME = load_theme("paper")


def test_verdicts(qapp: object) -> None:
    same = Origin(3, "渡口的茶。", ((0, 5),))
    changed = Origin(4, "渡 口", ((0, 1), (2, 3)), (message("去掉了空格"),))
    assert "与原文一致" in checked_html(THEME, Checked((same,), False))
    assert "导入时有改动" in checked_html(THEME, Checked((changed,), False))
    crossing = checked_html(THEME, Checked((same, changed), True))
    assert "核对原刊" in crossing
    assert THEME.roles.doubt.name() not in crossing, "a colour of dots, too pale for words"
    assert "没有对应的原文" in checked_html(THEME, Checked((), False))


def test_what_was_left_out_stands_on_a_ground(qapp: object) -> None:
    origin = Origin(4, "前<渡 口>后", ((2, 3), (4, 5)), (message("去掉了空格"),))
    page = checked_html(THEME, Checked((origin,), False))
    ground, muted = THEME.roles.changed.name(), THEME.window.muted.name()
    assert f'<span style="background-color:{ground}"> </span>' in page
    assert f'<span style="color:{muted}">前&lt;</span>渡' in page
    assert f'<span style="color:{muted}">&gt;后</span>' in page
    assert "去掉了空格" in page and "原文第 4 行" in page


def test_a_passage_of_the_sample(qtbot: QtBot, driven: Driven) -> None:
    services = driven.services
    issue_id = services.importing.import_files([resource("sample", "sample-issue.txt")])[0].issue_id
    assert issue_id is not None
    article = next(one for one in services.reading.issue(issue_id).articles if "从念稿子" in one.title)
    panel = ProvenancePanel(services, driven.operations, THEME)
    qtbot.addWidget(panel)
    panel.show()
    start = article.text.index("三是留个话头")
    panel.check(article.id, start - 5, start + 5)
    qtbot.waitUntil(lambda: len(panel.origins) == 2, timeout=LONG)
    assert "三是留个话头" in panel.page.toPlainText()
    asked: list[tuple[int, ...]] = []
    panel.desk_requested.connect(asked.append)
    panel.desk.click()
    assert asked == [tuple(origin.line for origin in panel.origins)]
