"""A theme: every colour that the program uses, loaded from resources/themes/<name>.toml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from PySide6.QtGui import QColor, QPalette

from zbreader.model.mark import HighlightColor
from zbreader.resources import resource
from zbreader.ui.theme.toml_file import read_toml

DEFAULT_THEME = "paper"


class WindowColors(NamedTuple):
    """Colours of everything around the page."""

    window: QColor
    base: QColor
    alternate: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    button: QColor
    border: QColor
    hover: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    selection_text: QColor
    tooltip: QColor
    tooltip_text: QColor
    warning: QColor


class PageColors(NamedTuple):
    """Colours of the page itself."""

    background: QColor
    ink: QColor
    muted: QColor
    faint: QColor
    rule: QColor
    accent: QColor
    selection: QColor
    selection_ink: QColor
    hit: QColor
    hit_current: QColor
    hit_ink: QColor
    spoken: QColor  # ground of the sentence that is read aloud


class MarkColors(NamedTuple):
    """One highlight colour: translucent fill under the text, firm line for underlines, waves and bars."""

    fill: QColor
    line: QColor


class RoleColors(NamedTuple):
    """What a line of a source was taken for, and how certain that is: bars and dots beside the line."""

    body: QColor
    headline: QColor
    byline: QColor
    heading: QColor
    quote: QColor
    caption: QColor
    furniture: QColor
    lost: QColor
    doubt: QColor
    changed: QColor  # ground of characters that import changed


class Theme(NamedTuple):
    """One theme. `name` is the file's stem and what settings store; `label` is what people see."""

    name: str
    label: str
    order: int
    dark: bool
    window: WindowColors
    page: PageColors
    marks: dict[HighlightColor, MarkColors]
    roles: RoleColors

    def palette(self) -> QPalette:
        """The palette for QApplication or a widget."""
        window = self.window
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: window.window,
            QPalette.ColorRole.WindowText: window.text,
            QPalette.ColorRole.Base: window.base,
            QPalette.ColorRole.AlternateBase: window.alternate,
            QPalette.ColorRole.Text: window.text,
            QPalette.ColorRole.PlaceholderText: window.muted,
            QPalette.ColorRole.Button: window.button,
            QPalette.ColorRole.ButtonText: window.text,
            QPalette.ColorRole.BrightText: window.on_accent,
            QPalette.ColorRole.Highlight: window.selection,
            QPalette.ColorRole.HighlightedText: window.selection_text,
            QPalette.ColorRole.Accent: window.accent,
            QPalette.ColorRole.Link: window.accent,
            QPalette.ColorRole.LinkVisited: window.muted,
            QPalette.ColorRole.ToolTipBase: window.tooltip,
            QPalette.ColorRole.ToolTipText: window.tooltip_text,
            QPalette.ColorRole.Light: window.base,
            QPalette.ColorRole.Midlight: window.hover,
            QPalette.ColorRole.Mid: window.border,
            QPalette.ColorRole.Dark: window.border,
            QPalette.ColorRole.Shadow: window.muted,
        }
        for role, color in roles.items():
            palette.setColor(role, color)
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, window.disabled)
        return palette

    def stylesheet(self, *, elder: bool = False) -> str:
        """A small style sheet for the window: resources/themes/chrome.qss with this theme's colours.

        elder: with what 大字模式 adds.
        """
        names = {name: color.name() for name, color in self.window._asdict().items()}
        usual = _template("chrome").substitute(names)
        return usual + _template("elder").substitute(names) if elder else usual


def theme_names() -> list[str]:
    """Names of all themes, in the order in which a menu shows them."""
    folder = resource("themes")
    return sorted((path.stem for path in folder.glob("*.toml")), key=lambda name: load_theme(name).order)


@lru_cache(maxsize=16)
def load_theme(name: str) -> Theme:
    """The theme of that name; the default theme where there is none (settings may name one that is gone)."""
    folder = resource("themes")
    path = folder / f"{name}.toml"
    if path.parent != folder or not path.is_file():
        if name == DEFAULT_THEME:
            raise FileNotFoundError(path)
        return load_theme(DEFAULT_THEME)
    return _from_tables(path, read_toml(path))


def _from_tables(path: Path, tables: dict[str, Any]) -> Theme:
    return Theme(
        name=path.stem,
        label=tables["label"],
        order=tables["order"],
        dark=tables["dark"],
        window=WindowColors(**_colors(tables["window"])),
        page=PageColors(**_colors(tables["page"])),
        marks={color: MarkColors(**_colors(tables["marks"][color.value])) for color in HighlightColor},
        roles=RoleColors(**_colors(tables["roles"])),
    )


def _colors(table: dict[str, str]) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in table.items()}


@lru_cache(maxsize=2)
def _template(name: str) -> Template:
    return Template(resource("themes", f"{name}.qss").read_text(encoding="utf-8"))
