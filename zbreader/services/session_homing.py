"""Homing of sessions: which articles of this library a plan from elsewhere means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from zbreader.model.session import Session, SessionArticle
from zbreader.store import articles, fingerprints, issues, sessions
from zbreader.store.database import Connection
from zbreader.text.fingerprints import fingerprint, same_among


def sessions_at_home(
    connection: Connection, given: Sequence[Session], told: Mapping[tuple[str, str], str]
) -> list[Session]:
    """GIVEN with the ids that their articles have in this library; what is not here keeps its own.

    told: fingerprints of articles (by issue id and their own) beside those that the library remembers.
    """
    ids = {one.article_id for session in given for one in session.articles if one.article_id}
    strange = ids - articles.texts(connection, ids).keys()
    prints = {article_id: print_ for (_, article_id), print_ in told.items() if article_id in strange}
    prints = fingerprints.of_articles(connection, strange) | prints
    return [
        replace(
            session,
            articles=tuple(
                replace(one, article_id=_counterpart(connection, one, prints.get(one.article_id, "")) or one.article_id)
                if one.article_id in strange
                else one
                for one in session.articles
            ),
        )
        for session in given
    ]


def bring_sessions_home(connection: Connection, moment: str) -> list[str]:
    """Let sessions whose articles waited for an issue mean those that are here now; ids of those that changed."""
    before = sessions.all_of_them(connection)
    after = sessions_at_home(connection, before, {})
    moved = [now for was, now in zip(before, after, strict=True) if now != was]
    for session in moved:
        sessions.put(connection, session, moment)
    return [session.id for session in moved]


def _counterpart(connection: Connection, article: SessionArticle, print_: str) -> str | None:
    """The article that has the fingerprint, among those of the headline and those of the issue of that name.

    Without a fingerprint: the only one of the headline in that issue.
    """
    named = {summary.id for summary in issues.summaries(connection) if summary.title == article.issue_label}
    titled = fingerprints.places_titled(connection, article.title)
    if not print_:
        found = [article_id for issue_id, article_id in titled if issue_id in named]
        return found[0] if len(found) == 1 else None
    near = [article_id for _, article_id in titled]
    near += [one.id for issue_id in named for one in articles.summaries(connection, issue_id)]
    texts = articles.texts(connection, near)
    return same_among(print_, {id_: fingerprint(text) for id_, text in texts.items()})
