"""A session on the wall: one thought a slide, in the order in which the meeting runs. Pure data."""

from __future__ import annotations

from dataclasses import dataclass

from zbreader.exporters.sheet import chinese_day
from zbreader.services.session_view import SessionView

MOST_PASSAGES = 3  # that are put on the wall for one article
_LONGEST = 220  # code points of one passage


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: what kind it is ("title", "article", "passage", "question", "decision"), its words, and its foot."""

    kind: str
    text: str
    foot: str = ""


def slides_of(view: SessionView) -> list[Slide]:
    """The slides of a session: title; each article with what people agree on and dispute; questions; decisions."""
    session = view.session
    when = "　".join(part for part in (chinese_day(session.day), session.place, session.branch) if part)
    slides = [Slide("title", session.title or session.kind, when)]
    for article in session.articles:
        leader = f"领学：{article.leader or session.leader}" if article.leader or session.leader else ""
        slides.append(Slide("article", article.title, "　".join(p for p in (article.issue_label, leader) if p)))
        of_it = [one for one in view.agreed if one.article_id == article.article_id][:MOST_PASSAGES]
        slides += [Slide("passage", _cut(one.text), f"{len(one.people)}人标记　《{article.title}》") for one in of_it]
        quarrels = [one for one in view.disputed if one.article_id == article.article_id][:MOST_PASSAGES]
        slides += [Slide("passage", _cut(one.text), " / ".join(one.tags)) for one in quarrels]
    slides += [Slide("question", question, "研讨问题") for question in session.questions]
    asked = [(one.text or one.quote, view.called([one.person])) for one in view.questions]
    slides += [Slide("question", _cut(text), f"{who}提出") for text, who in asked if text]
    slides += [
        Slide("decision", one.matter, "　".join(part for part in (one.person, one.due) if part))
        for one in session.decisions
    ]
    return slides


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "……"
