"""Sizes in the panel of notes, from resources/themes/type/panel.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from zbreader.resources import resource
from zbreader.ui.theme.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class PanelMeasures:
    """Lengths in pixels; sizes of type as a share of the window's font; `line` in per cent; `saves_after` in ms."""

    padding: int
    gap: int
    bar: int
    bar_radius: float
    quote_lines: int
    note_lines: int
    quote_size: float
    note_size: float
    small_size: float
    line: int
    editor_height: int
    list_height: int
    swatch: int
    saves_after: int


@lru_cache(maxsize=1)
def panel_measures() -> PanelMeasures:
    """The measures of the panel."""
    return PanelMeasures(**read_toml(resource("themes", "type", "panel.toml")))
