"""Plans of sessions in a file of notes (`zb:sessions`), in and out, and what becomes of one changed on both sides.

The merge is pure. Of two versions of a plan the one with the greater revision is the later, at the same revision the
one with the greater digest: a strict order, so that files may come twice, in any order. Where a member changed what
came, the change stays: three versions are compared, field by field and row by row, as `merged` tells.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from zbreader.exchange.bounded_json import storable
from zbreader.exchange.web_annotation import JsonObject, is_object
from zbreader.model.session import PLAN_WORDS, Session, SessionArticle, SessionPlan, plan_of
from zbreader.model.session_fields import to_values

MOST_PLANS = 200  # in one file
_MOST_ROWS = 500  # articles or questions of one session
_LONGEST = 2000  # code points of one text
_MOST_REVISION = 2**31 - 1
_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII)


def to_json(plan: SessionPlan) -> JsonObject:
    """A plan as a JSON object; what is empty is left out."""
    session = plan.session
    words = {name: getattr(session, name) for name in PLAN_WORDS}
    articles = [
        {"zb:article": one.article_id, "title": one.title, "zb:issueLabel": one.issue_label, "leader": one.leader}
        for one in session.articles
    ]
    lists: JsonObject = {
        "articles": [{name: value for name, value in one.items() if value} for one in articles],
        "questions": list(session.questions),
    }
    told = {**words, **lists}
    return {"id": f"urn:uuid:{session.id}", "zb:revision": plan.revision} | {
        name: value for name, value in told.items() if value
    }


def from_json(given: object, person_id: str) -> list[SessionPlan]:
    """The plans that the file of the person PERSON_ID tells, each once; what is none is passed over."""
    found: dict[str, SessionPlan] = {}
    for plan in (_plan(one, person_id) for one in _rows(given, MOST_PLANS) if is_object(one)):
        if plan is not None:
            found[plan.session.id] = later(found.get(plan.session.id), plan)
    return list(found.values())


def later(one: SessionPlan | None, other: SessionPlan) -> SessionPlan:
    """The later of two versions of a plan, whichever came first."""
    return other if one is None or _rank(one) < _rank(other) else one


def own_id(session_id: str, person_id: str) -> str:
    """Under which id a person hands out a session that came from somebody else: nobody speaks for another."""
    told = json.dumps(["session", session_id, person_id]).encode()
    return str(uuid.UUID(bytes=hashlib.sha256(told).digest()[:16], version=5))


def merged(mine: Session, base: Session, theirs: Session) -> tuple[Session, int]:
    """MINE with what THEIRS changed since BASE, and how many of their changes gave way to changes made here.

    A text that was changed here stays. Of lists: rows that were added here stay, rows that were taken out here stay
    out, and all else is as in THEIRS. The articles of MINE keep the ids that they have in this library.
    """
    if plan_of(theirs) == plan_of(base):
        return mine, 0
    kept = 0
    words: dict[str, Any] = {}
    for name in PLAN_WORDS:
        words[name], gave_way = _text(getattr(mine, name), getattr(base, name), getattr(theirs, name))
        kept += gave_way
    articles, count = _articles(mine.articles, base.articles, theirs.articles)
    questions = tuple(
        question for question in theirs.questions if question in mine.questions or question not in base.questions
    )
    added = [one for one in mine.questions if one not in base.questions and one not in questions]
    return replace(mine, **words, articles=articles, questions=(*questions, *added)), kept + count


def _text(mine: str, base: str, theirs: str) -> tuple[str, bool]:
    if mine == base:
        return theirs, False
    return mine, theirs not in (base, mine)


def _articles(
    mine: Sequence[SessionArticle], base: Sequence[SessionArticle], theirs: Sequence[SessionArticle]
) -> tuple[tuple[SessionArticle, ...], int]:
    here, before = _by_name(mine), _by_name(base)
    found: list[SessionArticle] = []
    kept = 0
    for name, one in _by_name(theirs).items():
        own, old = here.pop(name, None), before.get(name)
        if own is None and old is None:
            found.append(one)
        elif own is not None:
            leader, gave_way = _text(own.leader, old.leader if old else "", one.leader)
            found.append(replace(own, article_id=own.article_id or one.article_id, leader=leader))
            kept += gave_way
    # What is here and not in theirs was added here, or taken out there: unless it was changed here, it goes.
    found += [one for name, one in here.items() if name not in before or one.leader != before[name].leader]
    return tuple(found), kept


def _by_name(articles: Iterable[SessionArticle]) -> dict[tuple[str, str], SessionArticle]:
    """By what people call them: ids differ from library to library."""
    return {(one.title, one.issue_label): one for one in articles}


def _rank(plan: SessionPlan) -> tuple[int, str]:
    said = json.dumps(to_values(plan.session), sort_keys=True).encode()
    return plan.revision, hashlib.sha256(said).hexdigest()


def _plan(given: JsonObject, person_id: str) -> SessionPlan | None:
    id_, revision = _short(given.get("id")).removeprefix("urn:uuid:"), given.get("zb:revision")
    if not _UUID.fullmatch(id_) or type(revision) is not int or not 0 < revision <= _MOST_REVISION:
        return None
    words: dict[str, Any] = {name: _short(given.get(name)) for name in PLAN_WORDS}
    articles = [one for one in _rows(given.get("articles")) if is_object(one)]
    questions = [_short(one) for one in _rows(given.get("questions"))]
    session = Session(
        id_,
        **{**words, "day": _day(words["day"])},
        articles=tuple(
            SessionArticle(*(_short(one.get(name)) for name in ("zb:article", "title", "zb:issueLabel", "leader")))
            for one in articles
        ),
        questions=tuple(question for question in questions if question),
    )
    return SessionPlan(session, person_id, revision)


def _rows(given: object, most: int = _MOST_ROWS) -> list[object]:
    return given[:most] if isinstance(given, list) else []


def _short(given: object) -> str:
    return storable(given[:_LONGEST]).strip() if isinstance(given, str) else ""


def _day(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
