"""What the desk calls things."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zbreader.model.correction import FurnitureKind, LineKind
from zbreader.ui.translation import noop

CONTEXT = "correcting"

ROLES = {
    "body": noop(CONTEXT, "正文"),
    "heading": noop(CONTEXT, "小标题"),
    "caption": noop(CONTEXT, "图注"),
    "quote": noop(CONTEXT, "引文"),
    "source": noop(CONTEXT, "出处"),
    "label": noop(CONTEXT, "标签"),
    "headline": noop(CONTEXT, "标题"),
    "kicker": noop(CONTEXT, "肩题"),
    "subtitle": noop(CONTEXT, "副题"),
    "byline": noop(CONTEXT, "署名"),
    "author_note": noop(CONTEXT, "作者介绍"),
    "contents": noop(CONTEXT, "目录"),
    "masthead": noop(CONTEXT, "刊头"),
    "notice": noop(CONTEXT, "启事"),
    "advertisement": noop(CONTEXT, "广告"),
    "qr": noop(CONTEXT, "二维码"),
    "intro": noop(CONTEXT, "导语"),
    "running_head": noop(CONTEXT, "页眉页脚"),
    "artifact": noop(CONTEXT, "转换残留"),
    "end_mark": noop(CONTEXT, "文末标记"),
    "lost": noop(CONTEXT, "未归入"),
}


def said(text: str) -> str:
    """A text of this room in the language spoken."""
    return QCoreApplication.translate(CONTEXT, text)


def role_word(role: str | LineKind | FurnitureKind) -> str:
    """What people call a role; empty for a blank line."""
    value = role.value if isinstance(role, LineKind | FurnitureKind) else role
    return said(ROLES[value]) if value in ROLES else ""
