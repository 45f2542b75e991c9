"""Icons: every one drawn by us, tinted, and there when the code names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer

import zbreader
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.resources import resource
from zbreader.ui.theme.icons import Icons, application_icon
from zbreader.ui.theme.theme import load_theme

FILES = sorted(resource("icons").glob("*.svg"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_is_a_small_valid_drawing(path: Path, qapp) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text) < 2000
    assert "<text" not in text
    assert "href" not in text
    assert QSvgRenderer(str(path)).isValid()
    assert path.stem == "zbreader" or "currentColor" in text


def test_an_icon_takes_the_theme_s_ink(qapp) -> None:
    theme = load_theme("dark")
    image = Icons(theme).icon("search").pixmap(40, 40).toImage()
    solid = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255]
    assert solid
    assert {color.name() for color in solid} == {theme.window.text.name()}


def test_a_disabled_icon_is_paler(qapp) -> None:
    icon = Icons(load_theme("paper")).icon("undo")
    assert icon.pixmap(24, 24).toImage() != icon.pixmap(24, 24, QIcon.Mode.Disabled).toImage()


def test_an_icon_is_made_once(qapp) -> None:
    icons = Icons(load_theme("paper"))
    assert icons.icon("note") is icons.icon("note")
    with pytest.raises(FileNotFoundError):
        icons.icon("no such icon")


def test_samples_of_marks_differ(qapp) -> None:
    icons = Icons(load_theme("paper"))
    pictures = {
        bytes(icons.mark(color, style).pixmap(24, 24).toImage().constBits())
        for color in HighlightColor
        for style in MarkStyle
    }
    assert len(pictures) == len(HighlightColor) * len(MarkStyle)


def test_every_icon_that_the_code_names_is_there() -> None:
    named = set()
    for path in (Path(zbreader.__file__).parent / "ui").rglob("*.py"):
        named.update(re.findall(r'\.icon\("([\w-]+)"\)', path.read_text(encoding="utf-8")))
    assert named
    assert named <= {path.stem for path in FILES}


def test_the_application_s_icon_has_all_sizes(qapp) -> None:
    assert {size.width() for size in application_icon().availableSizes()} >= {16, 32, 48, 256}
    assert not application_icon().isNull()


def test_what_is_switched_on_is_seen_on_the_ground_of_the_selection(qapp) -> None:
    theme = load_theme("contrast")
    image = Icons(theme).icon("sidebar").pixmap(QSize(40, 40), QIcon.Mode.Normal, QIcon.State.On).toImage()
    solid = {
        image.pixelColor(x, y).name() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {theme.window.selection_text.name()}
