"""What sessions say for the fields and tables of the sheets. Names are those of the sheets, without their brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from zbreader.exporters.sheet import chinese_day
from zbreader.model.session import Session
from zbreader.model.study import Table
from zbreader.services.given import clean_text
from zbreader.services.session_view import SessionView

_MOST_PASSAGES = 8  # that a report quotes of what was agreed or disputed
EXTRA = (
    "学习教育",
    "组织生活",
    "民主议事",
    "联系服务群众",
    "案例背景",
    "活动镜头",
    "活动效果",
    "点评",
    "意见建议",
    "背景与意义",
)


def fields_of(
    sessions: Sequence[Session], views: Sequence[SessionView], outlines: Sequence[tuple[str, tuple[str, ...]]]
) -> dict[str, str]:
    """The values of all fields that SESSIONS know; a single session knows more than several together."""
    articles = [article for session in sessions for article in session.articles]
    titles = list(dict.fromkeys(article.title for article in articles if article.title))
    days = sorted(session.day for session in sessions if session.day)
    branches = list(dict.fromkeys(session.branch for session in sessions if session.branch))
    period = chinese_day(days[0]) if days else ""
    if days and days[-1] != days[0]:
        period += f"至{chinese_day(days[-1])}"
    known = {
        "篇目": "；".join(titles),
        "刊名与期号": "；".join(dict.fromkeys(article.issue_label for article in articles if article.issue_label)),
        "素材来源": "；".join(dict.fromkeys(article.issue_label for article in articles if article.issue_label)),
        "结构提纲": _outline(outlines),
        "所在党支部": "、".join(branches),
        "供稿": "、".join(branches),
        "时段": period,
        "周期": period,
        "场次": str(len(sessions)) if sessions else "",
        "人次": str(sum(len(session.present) for session in sessions) or ""),
        "大家的共识": _lines(views, "agreed"),
        "值得讨论": _open(sessions, views),
    }
    if len(sessions) == 1:
        known |= _single(sessions[0])
    return {name: value for name, value in known.items() if value}


def tables_of(sessions: Sequence[Session]) -> dict[str, Table]:
    """The rows of all tables; a table without rows is left out, so that it offers blank ones."""
    tables: dict[str, Table] = {
        "党员感言": [
            {"姓名": one.name, "所在支部": one.branch, "原话": one.words}
            for session in sessions
            for one in session.remarks
        ],
        "议定事项": [
            {"事项": one.matter, "责任人": one.person, "时限": one.due, "办结": one.done}
            for session in sessions
            for one in session.decisions
        ],
        "学习计划": [_planned(session) for session in sessions],
        "学习台账": [_entered(number, session) for number, session in enumerate(sessions, 1)],
    }
    return {name: rows for name, rows in tables.items() if rows}


def trimmed(session: Session, longest: int) -> Session:
    """SESSION with every text made fit to keep and cut to LONGEST code points; rows without anything in them go."""
    return replace(session, **{one.name: _clean(getattr(session, one.name), longest) for one in fields(session)})


def _clean(value: Any, longest: int) -> Any:
    if isinstance(value, str):
        return clean_text(value).strip()[:longest]
    if isinstance(value, tuple):
        cleaned = tuple(_clean(one, longest) for one in value)
        return tuple(one for one in cleaned if _says_something(one))
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{one.name: _clean(getattr(value, one.name), longest) for one in fields(value)})
    return value


def _says_something(value: Any) -> bool:
    if hasattr(value, "__dataclass_fields__"):
        return any(getattr(value, one.name) for one in fields(value))
    return bool(value)


def _single(session: Session) -> dict[str, str]:
    day = chinese_day(session.day)
    leaders = "、".join(dict.fromkeys(one.leader for one in session.articles if one.leader)) or session.leader
    return {
        "活动主题": session.title,
        "题目": session.title,
        "类别": session.kind,
        "学习形式": session.form,
        "时间": " ".join(part for part in (day, session.time) if part),
        "日期": day,
        "学习日期": day,
        "地点": session.place,
        "主办党支部": session.branch,
        "联建单位": session.partner,
        "主持人": session.host,
        "记录人": session.recorder,
        "领学人": leaders,
        "主讲人": leaders,
        "应到": str(len(session.expected) or ""),
        "实到": str(len(session.present) or ""),
        "缺席及原因": "、".join(f"{one.name}（{one.reason}）" if one.reason else one.name for one in session.absences),
        "研讨问题": "\n".join(session.questions),
        "一个问题": session.questions[0] if session.questions else "",
        **dict(session.extra),
    }


def _planned(session: Session) -> dict[str, str]:
    kind = f"（{session.kind}）" if session.kind and session.theme else session.kind
    return {
        "日期": chinese_day(session.day),
        "主题": f"{session.theme}{kind}",
        "篇目": "\n".join(one.title for one in session.articles),
        "形式": session.form,
        "领学人": "、".join(dict.fromkeys(one.leader for one in session.articles if one.leader)) or session.leader,
        "完成情况": "已完成" if session.held else "",
    }


def _entered(number: int, session: Session) -> dict[str, str]:
    made_up = [f"{one.name}（{one.made_up}）" for one in session.absences if one.made_up]
    return {
        **_planned(session),
        "序号": str(number),
        "应到": str(len(session.expected) or ""),
        "实到": str(len(session.present) or ""),
        "补学": "、".join(made_up),
        "备注": session.title if session.theme else "",
    }


def _outline(outlines: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    several = len(outlines) > 1
    return "\n".join(
        line for title, lines in outlines if lines for line in ([f"《{title}》"] if several else []) + list(lines)
    )


def _lines(views: Sequence[SessionView], name: str) -> str:
    passages = [one for view in views for one in getattr(view, name)]
    return "\n".join(f"{one.text}（{len(one.people)}人标记）" for one in passages[:_MOST_PASSAGES])


def _open(sessions: Sequence[Session], views: Sequence[SessionView]) -> str:
    lines = [question for session in sessions for question in session.questions]
    lines += [one.text or one.quote for view in views for one in view.questions]
    lines += [f"{one.text}（{'、'.join(one.tags)}）" for view in views for one in view.disputed]
    return "\n".join(list(dict.fromkeys(line for line in lines if line))[: 2 * _MOST_PASSAGES])
