"""Correcting: what a person puts right about an import, as data beside the source; every call is one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from zbreader.exchange.corrections_file import CorrectionsFile
from zbreader.model import ids
from zbreader.model.correction import (
    Change,
    Correction,
    FurnitureKind,
    Join,
    LineKind,
    Mend,
    Merge,
    Move,
    Reauthor,
    Regroup,
    Retitle,
)
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, Finding, Issue
from zbreader.model.message import Message, message
from zbreader.services import pointing, source_files
from zbreader.services.changes import Changes
from zbreader.services.correction_names import name_of
from zbreader.services.documents import Documents
from zbreader.services.events import Events
from zbreader.services.given import clean_text
from zbreader.services.moments import Clock, RandomBits, to_iso, to_milliseconds
from zbreader.services.origins import reading_order
from zbreader.services.reading import no_article, no_issue
from zbreader.services.replacing import Replacement, put_issue, swap, with_elsewhere
from zbreader.services.reviewing import NONE, Followed, Reviewing, followed
from zbreader.services.settings import PERSON, Settings
from zbreader.services.source_lines import SourceLineView, view_lines
from zbreader.services.undo import Step, UndoStack
from zbreader.store import articles, issues, sources
from zbreader.store import corrections as stored
from zbreader.store.database import Connection, Database
from zbreader.store.sources import Source

if TYPE_CHECKING:
    from zbreader.importers import Vocabulary

_KEPT_REPLACED = timedelta(days=1)  # how long a text that a correction replaced stays, so that a session can undo
_RULE = "corrections"


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did: the issue's id now, the corrections' ids, and what became of the issue's marks."""

    issue_id: str
    corrections: tuple[str, ...] = ()
    followed: Followed = NONE


class Correcting:
    """Corrections of one library's issues. Calls raise KnownError, and then nothing was written.

    Articles and paragraphs are named as the library has them now (paragraphs by index from 0); what is kept names the
    source lines they came from. vocabulary: gives the importer's words.
    """

    def __init__(
        self,
        database: Database,
        events: Events,
        undo: UndoStack,
        settings: Settings,
        reviewing: Reviewing,
        vocabulary: Callable[[], Vocabulary],
        documents: Documents,
        *,
        clock: Clock,
        random_bits: RandomBits,
    ) -> None:
        self._database = database
        self._events = events
        self._undo = undo
        self._settings = settings
        self._reviewing = reviewing
        self._vocabulary = vocabulary
        self._documents = documents
        self._clock = clock
        self._random_bits = random_bits

    def corrections(self, issue_id: str) -> list[Correction]:
        """The corrections to an issue's source that count, in the order in which they are applied."""
        with self._database.read() as connection:
            return stored.of_source(connection, _source(connection, issue_id).sha256)

    def source_lines(self, issue_id: str) -> list[SourceLineView]:
        """Every line of an issue's source with what it became."""
        with self._database.read() as connection:
            source, issue = _source(connection, issue_id), issues.get(connection, issue_id)
            put_right = stored.of_source(connection, source.sha256)
        if issue is None:
            raise no_issue(issue_id)
        return view_lines(self._documents.of(source), issue, put_right)

    def add(self, issue_id: str, *changes: Change) -> Corrected:
        """Put these changes behind the corrections there are, as one step. A change that makes no sense is refused."""
        now = self._clock()
        fresh = [
            Correction(
                id=ids.annotation_id(to_milliseconds(now), self._random_bits(74)),
                change=change,
                creator=clean_text(str(self._settings.get(PERSON, ""))),
                created=to_iso(now),
            )
            for change in changes
        ]
        with self._database.read() as connection:
            source, before = _source(connection, issue_id), issues.get(connection, issue_id)
            put_right = stored.of_source(connection, source.sha256)
        if before is None:
            raise no_issue(issue_id)
        issue = self._built(source, [*put_right, *fresh])
        _refuse_senseless(before, issue)
        return self._replace(issue_id, issue, source, name_of(changes), added=fresh)

    def remove(self, issue_id: str, correction_id: str) -> Corrected:
        """Take one correction back; the others stay as they are."""
        with self._database.read() as connection:
            source = _source(connection, issue_id)
            put_right = stored.of_source(connection, source.sha256)
        kept = [correction for correction in put_right if correction.id != correction_id]
        if len(kept) == len(put_right):
            raise KnownError("这一处校订已不在，可能已被撤去。请刷新校订列表。")
        issue = self._built(source, kept)
        return self._replace(issue_id, issue, source, message("撤去一处校订"), taken=[correction_id])

    def split(self, article_id: str, paragraph: int, title: str | None = None, *, headed: bool = True) -> Corrected:
        """An article begins with a paragraph: its headline, or (headed False) the first of its text."""
        issue_id, article, source = self._at(article_id)
        given = clean_text(title).strip() or None if title is not None else None
        return self.add(issue_id, pointing.split_at(article, paragraph, source, given, headed=headed))

    def merge(self, article_id: str) -> Corrected:
        """An article goes on the one before it."""
        issue_id, article, _ = self._at(article_id)
        return self.add(issue_id, Merge(pointing.lines_of_article(article)))

    def move(
        self, article_id: str, paragraphs: Sequence[int], to_article_id: str, after: int | None = None
    ) -> Corrected:
        """Paragraphs stand after the paragraph AFTER of an article; None: at the beginning of its text."""
        issue_id, article, source = self._at(article_id)
        _, other, _ = self._at(to_article_id)
        lines = [n for at in paragraphs for n in reading_order(pointing.paragraph_of(article, at), source)]
        if after is None:
            anchor = pointing.lines_of_article(other)[-1]
        else:
            anchor = reading_order(pointing.paragraph_of(other, after), source)[-1]
        return self.add(issue_id, Move(tuple(lines), anchor))

    def retitle(self, article_id: str, title: str) -> Corrected:
        """An article has another headline; its id and its notes stay."""
        issue_id, article, _ = self._at(article_id)
        cleaned = " ".join(clean_text(title).split())
        if not cleaned:
            raise KnownError("标题不能是空的，请写上再确定。")
        return self.add(issue_id, Retitle(pointing.lines_of_article(article), cleaned))

    def reauthor(self, article_id: str, authors: Sequence[str]) -> Corrected:
        """An article is by these people; none is allowed."""
        issue_id, article, _ = self._at(article_id)
        names = tuple(name for one in authors if (name := " ".join(clean_text(one).split())))
        return self.add(issue_id, Reauthor(pointing.lines_of_article(article), names))

    def regroup(self, article_id: str, column: str | None, group: str | None = None) -> Corrected:
        """An article stands in this column (栏目) and group (专题)."""
        issue_id, article, _ = self._at(article_id)
        names = [clean_text(name).strip() or None if name is not None else None for name in (column, group)]
        return self.add(issue_id, Regroup(pointing.lines_of_article(article), *names))

    def join(
        self, article_id: str, paragraph: int, other_article_id: str | None = None, other: int | None = None
    ) -> Corrected:
        """A paragraph goes on in another (None: in the next one of the article)."""
        issue_id, article, source = self._at(article_id)
        second = article if other_article_id is None else self._at(other_article_id)[1]
        tail = pointing.paragraph_of(second, paragraph + 1 if other is None else other)
        return self.add(issue_id, pointing.join_at(pointing.paragraph_of(article, paragraph), tail, source))

    def confirm_join(self, article_id: str, paragraph: int) -> Corrected:
        """The joins inside a paragraph are right as they are."""
        issue_id, article, source = self._at(article_id)
        lines = reading_order(pointing.paragraph_of(article, paragraph), source)
        if len(lines) < 2:
            raise KnownError("这一段不是连接而成的，不用确认。请选择由几行连成的一段。")
        return self.add(issue_id, *(Join(pair) for pair in pairwise(lines)))

    def cut(self, article_id: str, offset: int) -> Corrected:
        """A paragraph ends before the code point OFFSET of the article's text."""
        issue_id, article, source = self._at(article_id)
        return self.add(issue_id, pointing.cut_at(article, offset, source))

    def set_kind(self, article_id: str, paragraph: int, kind: LineKind) -> Corrected:
        """A paragraph is a heading, a caption …, or belongs to the article's head."""
        issue_id, article, source = self._at(article_id)
        return self.add(issue_id, pointing.kind_at(article, paragraph, source, kind))

    def set_furniture(self, article_id: str, paragraph: int, kind: FurnitureKind) -> Corrected:
        """A paragraph belongs to no article."""
        issue_id, article, source = self._at(article_id)
        return self.add(issue_id, pointing.furniture_at(article, paragraph, source, kind))

    def mend(self, article_id: str, start: int, end: int, new: str) -> Corrected:
        """The code points START to END of the article's text read NEW; an empty range puts NEW in."""
        issue_id, article, source = self._at(article_id)
        cleaned = " ".join(clean_text(new).split("\n"))
        mends = [one.change for one in self.corrections(issue_id) if isinstance(one.change, Mend)]
        return self.add(issue_id, pointing.mend_at(article, start, end, cleaned, source, mends))

    def apply(self, content: CorrectionsFile) -> Corrected:
        """Put the corrections of a file behind those there are. What does not fit is told in the issue's findings."""
        with self._database.read() as connection:
            issue_id = sources.issue_with(connection, content.source_sha256)
            source = None if issue_id is None else sources.of_issue(connection, issue_id)
            put_right = stored.of_source(connection, content.source_sha256)
        if issue_id is None or source is None:
            raise KnownError(
                "资料库里没有这份校订所对应的原文（{label}，文件 {name}），没有套用。请先导入同一个文件。",
                label=content.label,
                name=content.source_name,
            )
        here = {correction.id for correction in put_right}
        fresh = [correction for correction in content.corrections if correction.id not in here]
        if not fresh:
            return Corrected(issue_id)
        issue = self._built(source, [*put_right, *fresh])
        name = message("套用 {count} 处校订", count=len(fresh))
        return self._replace(issue_id, issue, source, name, added=fresh)

    def _at(self, article_id: str) -> tuple[str, Article, pointing.Source]:
        with self._database.read() as connection:
            article, issue_id = articles.get(connection, article_id), articles.issue_id_of(connection, article_id)
            if article is None or issue_id is None:
                raise no_article(article_id)
            source = _source(connection, issue_id)
        return issue_id, article, {line.number: line.text for line in self._documents.of(source).lines}

    def _built(self, source: Source, put_right: Sequence[Correction]) -> Issue:
        document = self._documents.of(source)
        return source_files.build(document, self._vocabulary(), source.sha256, put_right)

    def _replace(
        self,
        issue_id: str,
        issue: Issue,
        source: Source,
        name: Message,
        *,
        added: Sequence[Correction] = (),
        taken: Sequence[str] = (),
    ) -> Corrected:
        now = self._clock()
        with self._database.write() as connection:
            issues.purge_replaced(connection, to_iso(now - _KEPT_REPLACED))
            stored.add(connection, source.sha256, issue.id, added)
            stored.set_removed(connection, taken, to_iso(now))
            replacement = put_issue(
                connection,
                with_elsewhere(connection, issue, source.sha256),
                source,
                to_iso(now),
                instead_of=issue_id,
                added=[correction.id for correction in added],
                taken=taken,
            )
        self._reviewing.remember(replacement.carried)
        self._undo.push(
            Step(name, lambda: self._swap(replacement, forward=False), lambda: self._swap(replacement, forward=True))
        )
        self._events.publish(replacement.changes)
        return Corrected(issue.id, replacement.added, followed(replacement.carried))

    def _swap(self, replacement: Replacement, *, forward: bool) -> Changes:
        with self._database.write() as connection:
            swap(connection, replacement, forward=forward, moment=to_iso(self._clock()))
        self._reviewing.remember(replacement.carried if forward else ())
        return replacement.changes


def _source(connection: Connection, issue_id: str) -> Source:
    source = sources.of_issue(connection, issue_id)
    if source is None:
        raise no_issue(issue_id)
    return source


def _refuse_senseless(before: Issue, after: Issue) -> None:
    """Raise what the importer says of a correction that it could not apply."""
    known = {_said(finding) for finding in before.findings}
    for finding in after.findings:
        if finding.rule == _RULE and _said(finding) not in known:
            raise KnownError(finding.message.template, **finding.message.values)
    if before == after:
        raise KnownError("改后与原来一样，没有记下。请先改动再确定。")


def _said(finding: Finding) -> str:
    return f"{finding.lines} {finding.message}"
