"""Reading: what the library holds, and how far it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, ArticleSummary, Issue, IssueSummary, TitledArticle
from zbreader.model.message import message
from zbreader.model.source import SourceDocument
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.moments import Clock, to_iso
from zbreader.services.undo import Step, UndoStack
from zbreader.store import articles, issues, places, sources
from zbreader.store.database import Database


class Reading:
    """Questions about issues and articles. Every call raises KnownError for an id that the library does not have."""

    def __init__(self, database: Database, clock: Clock, events: Events, undo: UndoStack) -> None:
        self._database = database
        self._clock = clock
        self._events = events
        self._undo = undo

    def issues(self) -> list[IssueSummary]:
        """The issues of the library, by magazine, newest first."""
        with self._database.read() as connection:
            return issues.summaries(connection)

    def articles(self, issue_id: str) -> list[ArticleSummary]:
        """The articles of one issue in reading order, without their texts."""
        with self._database.read() as connection:
            if issues.live_key(connection, issue_id) is None:
                raise no_issue(issue_id)
            return articles.summaries(connection, issue_id)

    def issue(self, issue_id: str) -> Issue:
        """One issue, whole."""
        with self._database.read() as connection:
            issue = issues.get(connection, issue_id)
        if issue is None:
            raise no_issue(issue_id)
        return issue

    def issue_summary(self, issue_id: str) -> IssueSummary:
        """One row of the list of issues."""
        with self._database.read() as connection:
            found = issues.summaries(connection, issue_id)
        if not found:
            raise no_issue(issue_id)
        return found[0]

    def article(self, article_id: str) -> Article:
        """One article, whole."""
        with self._database.read() as connection:
            article = articles.get(connection, article_id)
        if article is None:
            raise no_article(article_id)
        return article

    def issue_of(self, article_id: str) -> IssueSummary:
        """The issue in which an article stands."""
        with self._database.read() as connection:
            issue_id = articles.issue_id_of(connection, article_id)
            if issue_id is None:
                raise no_article(article_id)
            return issues.summaries(connection, issue_id)[0]

    def successor(self, issue_id: str, before: Article) -> str | None:
        """Id of the article that BEFORE became when its issue was imported anew under another headline, or None."""
        from zbreader.text.fingerprints import fingerprint, same_among  # Here, because a start compares nothing.

        prints = {one.id: fingerprint(one.text) for one in self.issue(issue_id).articles}
        return same_among(fingerprint(before.text), prints)

    def titled(self, words: str, limit: int) -> list[TitledArticle]:
        """Up to LIMIT articles whose title holds WORDS; titles that begin with them, and new ones, first."""
        with self._database.read() as connection:
            return articles.titled(connection, words, limit)

    def source(self, issue_id: str) -> SourceDocument:
        """The source of an issue as it was imported: the lines that findings and paragraphs name by number."""
        from zbreader.services import source_files  # Here, because nothing else of reading needs the importers.

        with self._database.read() as connection:
            source = sources.of_issue(connection, issue_id)
        if source is None:
            raise no_issue(issue_id)
        return source_files.lines_of(source)

    def place(self, article_id: str) -> float:
        """How far an article was read, 0..1; 0 when it never was."""
        with self._database.read() as connection:
            return places.get(connection, article_id)

    def set_place(self, article_id: str, fraction: float) -> None:
        """Remember how far an article was read (0..1). No undoable step and no event: the reader sees it anyway."""
        with self._database.write() as connection:
            places.put(connection, article_id, min(1.0, max(0.0, fraction)), to_iso(self._clock()))

    def mark_read(self, article_ids: Iterable[str], *, read: bool) -> None:
        """Let articles count as read to the end, or as never opened, as one undo step. Unknown ids do no harm."""
        with self._database.read() as connection:
            before = places.states(connection, article_ids)
        after = {id_: (at, 1.0) if read else places.UNREAD for id_, (at, _) in before.items()}
        if after == before:
            return
        name = message("标为已读") if read else message("标为未读")
        self._events.publish(self._set_states(after))
        self._undo.push(Step(name, lambda: self._set_states(before), lambda: self._set_states(after)))

    def last_read(self) -> str | None:
        """Id of the article that was read last and still stands in the library, or None."""
        with self._database.read() as connection:
            return places.last_read(connection)

    def _set_states(self, states: Mapping[str, places.State]) -> Changes:
        with self._database.write() as connection:
            places.set_states(connection, states, to_iso(self._clock()))
        return Changes(articles=frozenset(states))


def no_article(article_id: str) -> KnownError:
    """The sentence for an article that the library does not have."""
    return KnownError(
        "资料库里没有编号为 {article} 的文章。可用 zbreader show 期号 查看各篇的编号。", article=article_id
    )


def no_issue(issue_id: str) -> KnownError:
    """The sentence for an issue that the library does not have."""
    return KnownError("资料库里没有编号为 {issue} 的期刊。可用 zbreader issues 查看各期的编号。", issue=issue_id)
