"""What a merge did or would do, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zbreader.model.person import person_key
from zbreader.services.trusting import Standing
from zbreader.ui.translation import noop, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zbreader.services.merge_report import MergeReport
    from zbreader.services.session_gathering import SessionMerge
    from zbreader.services.trusting import Origin


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
            (_SESSIONS, len(report.sessions)),
        )
        if count
    ]
    return said("，").join(parts) + said("。") if parts else said("文件里没有笔记。")


def standing_words(standing: Standing) -> str:
    """The signature of a file in a word or two."""
    return said(_STANDINGS[standing])


def origins_of_people(origins: Sequence[Origin]) -> dict[str, Origin]:
    """The file that comes from each person, by the person's id; of several the one that asks for most attention."""
    order = list(Standing)
    found: dict[str, Origin] = {}
    for origin in sorted(origins, key=lambda origin: order.index(origin.standing)):
        if origin.person is not None:
            found[person_key(origin.person.id, origin.person.name)] = origin
    return found


def origin_words(origins: Sequence[Origin]) -> list[str]:
    """Whole sentences about the signatures that somebody has to look at; what asks for most attention first."""
    order = list(Standing)
    told = [origin for origin in origins if order.index(origin.standing) >= order.index(Standing.NEW)]
    told.sort(key=lambda origin: -order.index(origin.standing))
    words = [translated(origin.said) for origin in told[:_MOST_SENTENCES]]
    if len(told) > _MOST_SENTENCES:
        words.append(said(_FURTHER).format(count=len(told) - _MOST_SENTENCES))
    return words


def session_words(merges: Sequence[SessionMerge]) -> list[str]:
    """A line for each session whose plan came or was changed; of many the first ones."""
    lines = [
        said(_PLANNED if one.is_new else _KEPT if one.kept else _REPLANNED).format(
            day=one.session.day, title=one.session.title, count=one.kept
        )
        for one in merges[:_MOST_SENTENCES]
    ]
    if len(merges) > _MOST_SENTENCES:
        lines.append(said(_FURTHER_SESSIONS).format(count=len(merges) - _MOST_SENTENCES))
    return lines


def said(text: str) -> str:
    """A sentence of this room in the language spoken."""
    return QCoreApplication.translate("exchanging", text)


_STANDINGS = {
    Standing.UNSIGNED: noop("exchanging", "没有"),
    Standing.MISSING: noop("exchanging", "这次没有"),
    Standing.OWN: noop("exchanging", "本机"),
    Standing.KNOWN: noop("exchanging", "相符"),
    Standing.NEW: noop("exchanging", "初次"),
    Standing.NAMESAKE: noop("exchanging", "同名另一人"),
    Standing.CHANGED: noop("exchanging", "变了"),
}
_MOST_SENTENCES = 4
_FURTHER = noop("exchanging", "另有 {count} 份初次见到的签名，见表中“签名”一栏。")
_NEW = noop("exchanging", "新收 {count} 条")
_RENEWED = noop("exchanging", "更新 {count} 条")
_SAME = noop("exchanging", "{count} 条已经有了")
_CONFLICTS = noop("exchanging", "{count} 条两边都改过")
_UNPLACED = noop("exchanging", "{count} 条暂时找不到原文")
_WAITING = noop("exchanging", "{count} 条等待导入它们的期刊")
_READ = noop("exchanging", "新知道读完 {count} 篇次")
_SESSIONS = noop("exchanging", "学习会 {count} 次")
_PLANNED = noop("exchanging", "新的学习会：{day}《{title}》")
_REPLANNED = noop("exchanging", "学习会的计划有改动：{day}《{title}》")
_KEPT = noop("exchanging", "学习会的计划有改动：{day}《{title}》，其中 {count} 处您自己改过，照您的")
_FURTHER_SESSIONS = noop("exchanging", "还有 {count} 次学习会。")
