"""What a merge did or would do, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zbreader.ui.translation import noop

if TYPE_CHECKING:
    from zbreader.services.gathering import MergeReport


def merge_words(report: MergeReport) -> str:
    """One line: what is new, renewed, the same, decided between two versions, without a place."""
    parts = [
        said(template).format(count=count)
        for template, count in (
            (_NEW, report.added),
            (_RENEWED, report.updated),
            (_SAME, report.unchanged),
            (_CONFLICTS, report.conflicts),
            (_UNPLACED, report.unplaced - report.waiting),
            (_WAITING, report.waiting),
            (_READ, report.readings),
        )
        if count
    ]
    return said("，").join(parts) + said("。") if parts else said("文件里没有笔记。")


def said(text: str) -> str:
    """A sentence of this room in the language spoken."""
    return QCoreApplication.translate("exchanging", text)


_NEW = noop("exchanging", "新收 {count} 条")
_RENEWED = noop("exchanging", "更新 {count} 条")
_SAME = noop("exchanging", "{count} 条已经有了")
_CONFLICTS = noop("exchanging", "{count} 条两边都改过")
_UNPLACED = noop("exchanging", "{count} 条暂时找不到原文")
_WAITING = noop("exchanging", "{count} 条等待导入它们的期刊")
_READ = noop("exchanging", "新知道读完 {count} 篇次")
