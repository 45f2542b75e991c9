"""Every theme is complete, readable and fits the palette; unknown names fall back."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette

from zbreader.model.mark import HighlightColor
from zbreader.ui.theme.theme import DEFAULT_THEME, load_theme, theme_names

NAMES = theme_names()


def luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio (WCAG 2.1), 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def laid_over(top: QColor, ground: QColor) -> QColor:
    alpha = top.alphaF()
    return QColor.fromRgbF(
        top.redF() * alpha + ground.redF() * (1 - alpha),
        top.greenF() * alpha + ground.greenF() * (1 - alpha),
        top.blueF() * alpha + ground.blueF() * (1 - alpha),
    )


def test_the_themes_come_in_the_order_of_the_menu() -> None:
    assert NAMES == ["paper", "sepia", "dark", "contrast"]
    assert NAMES[0] == DEFAULT_THEME
    assert len({load_theme(name).label for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", ["", "gone", "../themes/paper", "type/page", "paper.toml"])
def test_an_unknown_name_gives_the_default(name: str) -> None:
    assert load_theme(name).name == DEFAULT_THEME


@pytest.mark.parametrize("name", NAMES)
def test_every_colour_is_a_colour(name: str) -> None:
    theme = load_theme(name)
    for part in (theme.window, theme.page):
        for each, color in part._asdict().items():
            assert color.isValid(), each
    for color in HighlightColor:
        assert theme.marks[color].fill.isValid()
        assert theme.marks[color].fill.alpha() < 255, "a mark below must show through"
        assert theme.marks[color].line.alpha() == 255


@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read_on_the_page_and_on_every_mark(name: str) -> None:
    theme = load_theme(name)
    page = theme.page
    wanted = 7.0 if name == "contrast" else 4.5
    assert contrast(page.ink, page.background) >= 7
    assert contrast(page.muted, page.background) >= wanted
    assert contrast(page.selection_ink, page.selection) >= wanted
    for color in HighlightColor:
        once = laid_over(theme.marks[color].fill, page.background)
        thrice = laid_over(theme.marks[color].fill, laid_over(theme.marks[color].fill, once))
        assert contrast(page.ink, once) >= wanted, color
        assert contrast(page.ink, thrice) >= 4.5, color
        assert contrast(theme.marks[color].line, page.background) >= 2.4, color
    assert contrast(page.hit_ink, page.hit) >= 4.5
    assert contrast(page.ink, page.hit_current) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read_in_the_window(name: str) -> None:
    window = load_theme(name).window
    for ground in (window.window, window.base, window.alternate, window.button):
        assert contrast(window.text, ground) >= 7
        assert contrast(window.muted, ground) >= 4.5
    assert contrast(window.selection_text, window.selection) >= 4.5
    assert contrast(window.on_accent, window.accent) >= 4.5
    assert contrast(window.tooltip_text, window.tooltip) >= 7


def test_the_palette_takes_the_window_s_colours() -> None:
    theme = load_theme("sepia")
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Window) == theme.window.window
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.window.disabled


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_is_filled_in(name: str) -> None:
    sheet = load_theme(name).stylesheet()
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= {color.name() for color in load_theme(name).window}
