"""The look: what is chosen is at work at once, remembered, and brought back when it is out of bounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.driving import Driven
from zbreader.ui.settings import keys
from zbreader.ui.settings.look import SYSTEM_THEME, Look, elder_measures
from zbreader.ui.settings.type_form import TypeForm
from zbreader.ui.settings.type_popover import TypePopover
from zbreader.ui.theme.choices import PageChoices


@pytest.fixture
def look(driven: Driven):
    usual = QApplication.font()
    look = Look(driven.services.settings, driven.operations)
    yield look
    look.set_elder(False)
    QApplication.setFont(usual)
    QApplication.instance().setStyleSheet("")
    QApplication.setPalette(QApplication.style().standardPalette())


def again(driven: Driven) -> Look:
    return Look(driven.services.settings, driven.operations)


def test_choices_of_another_type_than_ours_count_as_none() -> None:
    assert PageChoices.read({"zoom": 2, "indent": "no", "line_length": 30.5, "face": None}) == PageChoices(zoom=2)
    assert PageChoices.read({"paged": True, "strange": 1}) == PageChoices(paged=True)
    assert PageChoices().differing(PageChoices(zoom=1.4, indent=False)) == {"zoom": 1.4, "indent": False}


def test_what_is_chosen_is_told_once_and_kept(look: Look, driven: Driven, qtbot) -> None:
    told: list[PageChoices] = []
    look.choices_changed.connect(told.append)
    look.choose(line_length=32, indent=False)
    look.choose(line_length=32)
    assert told == [PageChoices(line_length=32, indent=False)]
    qtbot.waitUntil(lambda: driven.services.settings.get(keys.PAGE["indent"]) is False)
    assert again(driven).choices == told[0]


def test_large_letters_have_a_size_of_their_own(look: Look, driven: Driven, qtbot) -> None:
    look.choose(zoom=1.25)
    before = QApplication.font()
    look.set_elder(True)
    assert look.choices.zoom == elder_measures()["zoom"]
    assert look.choices.line_height >= elder_measures()["line_height"]
    assert QApplication.font().pointSizeF() > before.pointSizeF() * 1.2 or QApplication.font().pixelSize() > 0
    look.choose(zoom=2.4)
    assert look.choices.zoom == 2.4
    qtbot.waitUntil(lambda: driven.services.settings.get(keys.ELDER_ZOOM) == 2.4)
    kept = again(driven)
    assert (kept.elder, kept.choices.zoom) == (True, 2.4)
    look.set_elder(False)
    assert look.choices.zoom == 1.25
    assert QApplication.font() == before


def test_the_system_s_light_and_dark_are_followed_until_a_theme_is_chosen(look: Look, monkeypatch) -> None:
    assert look.theme_name == SYSTEM_THEME
    scheme = [Qt.ColorScheme.Dark]

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme[0]

    monkeypatch.setattr(QApplication, "styleHints", staticmethod(Hints))
    told: list[str] = []
    look.theme_changed.connect(lambda theme: told.append(theme.name))
    look._on_system_changed()
    scheme[0] = Qt.ColorScheme.Light
    look._on_system_changed()
    look.set_theme("sepia")
    scheme[0] = Qt.ColorScheme.Dark
    look._on_system_changed()
    assert told == ["dark", "paper", "sepia"]
    look.set_theme(SYSTEM_THEME)
    assert look.theme.name == "dark"


def test_the_form_works_both_ways(look: Look, qtbot) -> None:
    form = TypeForm(look)
    qtbot.addWidget(form)
    form.line_length.step(-1)
    form.line_height.step(1)
    form.gap.step(1)
    form.margin.step(1)
    form.indent.click()
    form.paged.click()
    form.face.setCurrentIndex(form.face.findData("kai"))
    form.face.activated.emit(form.face.currentIndex())
    assert look.choices == PageChoices(
        face="kai", line_length=34, line_height=190, paragraph_gap=0.5, margin=3.0, indent=False, paged=True
    )
    look.choose(line_length=42, zoom=1.4)
    assert (form.line_length.value, form.zoom.value) == (42, 1.4)
    assert not form.line_length.larger.isEnabled()
    form._theme_buttons["dark"].click()
    assert look.theme.name == "dark"
    look.reset()
    assert look.choices == PageChoices()
    assert form.indent.isChecked()
    assert form.face.currentData() == "serif"
    form.elder.click()
    assert look.elder


def test_a_form_that_has_gone_is_told_nothing(look: Look, qtbot) -> None:
    popover = TypePopover(look, None)
    popover.close()
    popover.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # QEvent::DeferredDelete
    look.choose(zoom=1.4)
    look.set_theme("sepia")
    look.set_elder(True)


def test_every_control_has_a_name(look: Look, qtbot) -> None:
    popover = TypePopover(look, None)
    qtbot.addWidget(popover)
    form = popover.form
    named = [*popover.findChildren(QAbstractButton), form.face, form.latin, form.zoom, form.margin]
    assert len(named) > 20
    assert [control for control in named if not (control.accessibleName() or getattr(control, "text", str)())] == []


def test_measures_of_large_letters_are_whole(tmp_path: Path) -> None:
    measures = elder_measures()
    assert measures["font"] > 1.2
    assert measures["icon"] > 24
    assert 30 <= measures["line_length"] <= 42
