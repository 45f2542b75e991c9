"""How a mark looks: what the theme and the icons must know of annotations, and nothing more."""

from __future__ import annotations

from enum import Enum


class MarkStyle(str, Enum):
    """How a mark is drawn."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    WAVY = "wavy"


class HighlightColor(str, Enum):
    """Names of the five colours; their values live in resources/themes."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"
