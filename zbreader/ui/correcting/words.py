"""What the desk calls things."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from zbreader.model.correction import FurnitureKind, LineKind

ROLES = {
    "body": QT_TRANSLATE_NOOP("correcting", "正文"),
    "heading": QT_TRANSLATE_NOOP("correcting", "小标题"),
    "caption": QT_TRANSLATE_NOOP("correcting", "图注"),
    "quote": QT_TRANSLATE_NOOP("correcting", "引文"),
    "source": QT_TRANSLATE_NOOP("correcting", "出处"),
    "label": QT_TRANSLATE_NOOP("correcting", "标签"),
    "headline": QT_TRANSLATE_NOOP("correcting", "标题"),
    "kicker": QT_TRANSLATE_NOOP("correcting", "肩题"),
    "subtitle": QT_TRANSLATE_NOOP("correcting", "副题"),
    "byline": QT_TRANSLATE_NOOP("correcting", "署名"),
    "author_note": QT_TRANSLATE_NOOP("correcting", "作者介绍"),
    "contents": QT_TRANSLATE_NOOP("correcting", "目录"),
    "masthead": QT_TRANSLATE_NOOP("correcting", "刊头"),
    "notice": QT_TRANSLATE_NOOP("correcting", "启事"),
    "advertisement": QT_TRANSLATE_NOOP("correcting", "广告"),
    "qr": QT_TRANSLATE_NOOP("correcting", "二维码"),
    "intro": QT_TRANSLATE_NOOP("correcting", "导语"),
    "running_head": QT_TRANSLATE_NOOP("correcting", "页眉页脚"),
    "artifact": QT_TRANSLATE_NOOP("correcting", "转换残留"),
    "end_mark": QT_TRANSLATE_NOOP("correcting", "文末标记"),
    "lost": QT_TRANSLATE_NOOP("correcting", "未归入"),
}


def said(text: str) -> str:
    """A text of this room in the language spoken."""
    return QCoreApplication.translate("correcting", text)


def role_word(role: str | LineKind | FurnitureKind) -> str:
    """What people call a role; empty for a blank line."""
    value = role.value if isinstance(role, LineKind | FurnitureKind) else role
    return said(ROLES[value]) if value in ROLES else ""
