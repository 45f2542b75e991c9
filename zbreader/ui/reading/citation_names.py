"""What people call the forms of a citation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zbreader.model.citation import CitationStyle


def citation_names() -> dict[CitationStyle, str]:
    """Each form with its name, in the order in which they are offered."""
    return {
        CitationStyle.MAGAZINE: QCoreApplication.translate("CitationStyle", "——《刊名》期·栏目·篇目·作者"),
        CitationStyle.GBT_2015: QCoreApplication.translate("CitationStyle", "GB/T 7714—2015"),
        CitationStyle.GBT_2025: QCoreApplication.translate("CitationStyle", "GB/T 7714—2025"),
    }


def style_named(value: object) -> CitationStyle:
    """The form that a setting names; the magazine's own for anything else."""
    return next((style for style in CitationStyle if style.value == value), CitationStyle.MAGAZINE)
