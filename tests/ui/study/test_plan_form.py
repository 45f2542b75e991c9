"""The plan of a session as a form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from zbreader.model.session import Session
from zbreader.ui.study.plan_form import PlanForm


@pytest.fixture
def usual_language() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("usual_language")
@pytest.mark.parametrize(("language", "day"), [("zh_CN", "2031-06-20 星期五"), ("en", "2031-06-20 Friday")])
def test_the_weekday_is_in_the_language_spoken(language: str, day: str, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(language))
    form = PlanForm()
    qtbot.addWidget(form)
    form.show_session(Session("s", "2031-06-20"))
    assert form.day.text() == day
