"""What people call the five colours and three styles of marks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zbreader.model.mark import HighlightColor, MarkStyle


def color_name(color: HighlightColor) -> str:
    """黄色 …"""
    return {
        HighlightColor.YELLOW: QCoreApplication.translate("ColorNames", "黄色"),
        HighlightColor.GREEN: QCoreApplication.translate("ColorNames", "绿色"),
        HighlightColor.BLUE: QCoreApplication.translate("ColorNames", "蓝色"),
        HighlightColor.PINK: QCoreApplication.translate("ColorNames", "粉色"),
        HighlightColor.PURPLE: QCoreApplication.translate("ColorNames", "紫色"),
    }[color]


def style_name(style: MarkStyle) -> str:
    """高亮 …"""
    return {
        MarkStyle.HIGHLIGHT: QCoreApplication.translate("ColorNames", "高亮"),
        MarkStyle.UNDERLINE: QCoreApplication.translate("ColorNames", "下划线"),
        MarkStyle.WAVY: QCoreApplication.translate("ColorNames", "波浪线"),
    }[style]
