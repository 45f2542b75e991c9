"""Enclosing: what goes with notes on their way: who made them, and how to know their articles in another conversion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation
from zbreader.model.session import SessionPlan
from zbreader.store import articles, people
from zbreader.store.database import Connection
from zbreader.text.fingerprints import fingerprint

Place = tuple[str, str]  # issue id, article id


def enclosed(
    connection: Connection,
    chosen: Sequence[Annotation],
    person_id: str,
    read: Sequence[Place] = (),
    sessions: Sequence[SessionPlan] = (),
) -> NotesFile:
    """CHOSEN with everyone who made them, what was READ, and the plans of SESSIONS, as the file of one person."""
    known = {one.id: one for one in people.get_many(connection, {a.creator_id for a in chosen} | {person_id})}
    marked = [(a.target.issue_id, a.target.article_id) for a in chosen]
    planned = {one.article_id for plan in sessions for one in plan.session.articles}
    issues = {article_id: articles.issue_id_of(connection, article_id) for article_id in planned}
    studied = [(issue, article_id) for article_id, issue in issues.items() if issue is not None]
    prints = fingerprints_of(connection, [*read, *marked, *studied])
    return NotesFile(chosen, known.get(person_id), list(known.values()), prints, read, sessions)


def fingerprints_of(connection: Connection, places: Sequence[Place]) -> Mapping[Place, str]:
    """The fingerprints of those articles that are in the library and have letters."""
    issues = {article: issue for issue, article in places}
    prints = {
        (issues[article_id], article_id): fingerprint(text)
        for article_id, text in articles.texts(connection, issues).items()
    }
    return {place: print_ for place, print_ in prints.items() if print_}
