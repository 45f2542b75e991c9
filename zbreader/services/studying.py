"""Studying together: sessions from their plan to their record, what the group made of its articles, and the sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from zbreader.model import ids
from zbreader.model.annotation import AnnotationFilter, PlacedAnnotation
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, ParagraphKind
from zbreader.model.message import Message, message
from zbreader.model.session import CatchUp, Session, SessionArticle
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument
from zbreader.services import readers, session_sheets
from zbreader.services.annotating import Annotating
from zbreader.services.changes import Changes
from zbreader.services.exporting import Exporting, reference_of
from zbreader.services.files import write_whole
from zbreader.services.given import clean_text
from zbreader.services.group_view import OPPOSITES
from zbreader.services.moments import Clock, RandomBits, to_iso, to_milliseconds
from zbreader.services.outlining import outline
from zbreader.services.people import People
from zbreader.services.reading import Reading
from zbreader.services.session_view import SessionView, view_of
from zbreader.services.settings import Settings
from zbreader.services.undo import Step, UndoStack
from zbreader.store import sessions as stored
from zbreader.store.database import Database

OPPOSITE_TAGS = "study.opposites"  # setting: list of two tags each that dispute a passage
MOST = 2000  # sessions
_MOST_OPPOSITES = 50
_TO_BE_READ = (ParagraphKind.BODY, ParagraphKind.QUOTE)
_LONGEST = 20_000  # code points of one field


class Studying:
    """Sessions of the study group. Every change is one undoable step. Calls may raise KnownError."""

    def __init__(
        self,
        database: Database,
        reading: Reading,
        annotating: Annotating,
        exporting: Exporting,
        people: People,
        settings: Settings,
        undo: UndoStack,
        *,
        clock: Clock,
        random_bits: RandomBits,
    ) -> None:
        self._database = database
        self._reading = reading
        self._annotating = annotating
        self._exporting = exporting
        self._people = people
        self._settings = settings
        self._undo = undo
        self._clock = clock
        self._random_bits = random_bits

    def sessions(self) -> list[Session]:
        """Every session by day; those without a day last."""
        with self._database.read() as connection:
            return stored.all_of_them(connection)

    def session(self, session_id: str) -> Session:
        """One session."""
        with self._database.read() as connection:
            found = stored.get(connection, session_id)
        if found is None:
            raise KnownError("没有编号为 {session} 的学习会，可能已被删除。请刷新列表。", session=session_id)
        return found

    def plan(self, article_ids: Sequence[str] = (), *, theme: str = "", day: str = "") -> Session:
        """A new session that reads these articles; today's when no day is given. Branch and names as the last time."""
        now = self._clock()
        before = self.sessions()
        if len(before) >= MOST:
            raise KnownError("学习会太多（最多 {most} 次），请先删除几次。", most=MOST)
        last = before[-1] if before else None
        made = Session(
            ids.annotation_id(to_milliseconds(now), self._random_bits(74)),
            checked_day(day) or now.astimezone().date().isoformat(),
            theme=theme,
            kind="集中学习",
            form="集中学习",
            branch=last.branch if last else self._people.current().group,
            host=last.host if last else "",
            recorder=last.recorder if last else "",
            expected=last.expected if last else (),
            articles=self._described(article_ids),
        )
        self._change(None, made, message("新建学习会"))
        return made

    def save(self, session: Session) -> None:
        """Keep what was changed about a session."""
        before = self.session(session.id)
        after = session_sheets.trimmed(replace(session, day=checked_day(session.day)), _LONGEST)
        if after != before:
            self._change(before, after, message("修改学习会"))

    def add_articles(self, session_id: str, article_ids: Sequence[str]) -> Session:
        """Let a session read further articles, each once."""
        before = self.session(session_id)
        known = {article.article_id for article in before.articles}
        fresh = self._described([id_ for id_ in dict.fromkeys(article_ids) if id_ not in known])
        after = replace(before, articles=(*before.articles, *fresh))
        if fresh:
            self._change(before, after, message("加入学习会"))
        return after

    def remove(self, session_id: str) -> None:
        """Take a session away; articles and notes stay."""
        self._change(self.session(session_id), None, message("删除学习会"))

    def catch_up(self) -> list[CatchUp]:
        """Who missed which session and has not made up for it, by day."""
        return [
            CatchUp(one.name, session.id, session.day, session.title, one.reason, session.articles)
            for session in self.sessions()
            for one in session.absences
            if not one.made_up and one.name
        ]

    def opposites(self) -> tuple[tuple[str, str], ...]:
        """The pairs of tags that dispute a passage."""
        given = self._settings.get(OPPOSITE_TAGS, None)
        pairs = [tuple(pair) for pair in given if _is_pair(pair)] if isinstance(given, list) else []
        return tuple((str(one), str(other)) for one, other in pairs) or OPPOSITES

    def set_opposites(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Let these pairs of tags dispute a passage; none: the usual ones. A pair of one tag alone is passed over."""
        cleaned = [[clean_text(tag).strip().lstrip("#＃") for tag in pair] for pair in pairs]
        kept = [pair for pair in cleaned if _is_pair(pair) and pair[0] != pair[1]][:_MOST_OPPOSITES]
        self._settings.set(OPPOSITE_TAGS, kept or None)

    def view(self, session_id: str) -> SessionView:
        """What the group made of a session's articles."""
        session = self.session(session_id)
        articles = self._articles(session)
        texts = {id_: article.text for id_, article in articles.items()}
        with self._database.read() as connection:
            read = readers.of_articles(connection, texts, self._people.current().id)
        return view_of(
            session,
            texts,
            self._placed(session),
            names=self._people.names(),
            read=read,
            opposites=self.opposites(),
            asides={id_: _asides(article) for id_, article in articles.items()},
        )

    def at_hand(self, session: Session) -> list[str]:
        """Ids of those articles of a session that are in the library, in its order."""
        return list(self._articles(session))

    def document(
        self, session_ids: Sequence[str], options: ExportOptions | None = None, *, anonymous: bool = False
    ) -> NotesDocument:
        """The notes on the articles of sessions, article by article, without bare bookmarks.

        anonymous: without who wrote them.
        """
        options = options or ExportOptions()
        parts: list[ArticleNotes] = []
        seen: set[str] = set()
        for article in (article for id_ in session_ids for article in self.session(id_).articles):
            if article.article_id and article.article_id in seen:
                continue
            seen.add(article.article_id)
            wanted = AnnotationFilter(article_id=article.article_id)
            found = self._exporting.document(wanted, repairs=options.repairs, references=options.references).articles
            part = found[0] if found else self._unnoted(article)
            parts.append(part if options.references else replace(part, reference=""))
        parts = [replace(part, notes=_told(part.notes, anonymous=anonymous)) for part in parts]
        made = self._clock().astimezone().date().isoformat()
        title = self.session(session_ids[0]).title if len(session_ids) == 1 else ""
        return NotesDocument(
            title or options.template, made, "" if anonymous else self._people.current().name, tuple(parts)
        )

    def options(self, session_ids: Sequence[str], options: ExportOptions) -> ExportOptions:
        """OPTIONS with what is known of the sessions in every field and table that OPTIONS leave empty."""
        sessions = [self.session(id_) for id_ in session_ids]
        views = [self.view(id_) for id_ in session_ids]
        fields = session_sheets.fields_of(sessions, views, self._outlines(sessions))
        tables = session_sheets.tables_of(sessions)
        given = {name: value for name, value in options.fields.items() if value}
        return replace(options, fields={**fields, **given}, tables={**tables, **options.tables})

    def export(
        self, session_ids: Sequence[str], format: str, options: ExportOptions, *, anonymous: bool = False
    ) -> bytes:
        """The bytes of the sheet that OPTIONS name, about these sessions, in FORMAT (a name of `Exporting.formats`)."""
        document = self.document(session_ids, options, anonymous=anonymous)
        return self._exporting.write(document, format, self.options(session_ids, options))

    def export_to(self, path: Path, session_ids: Sequence[str], options: ExportOptions) -> int:
        """Write such a sheet to PATH, whole or not at all; the format goes by PATH's ending. Returns its bytes."""
        return write_whole(path, self.export(session_ids, self._exporting.format_of(path), options))

    def _described(self, article_ids: Sequence[str]) -> tuple[SessionArticle, ...]:
        return tuple(
            SessionArticle(id_, self._reading.article(id_).title, self._reading.issue_of(id_).title)
            for id_ in article_ids
        )

    def _articles(self, session: Session) -> dict[str, Article]:
        """Those of its articles that are in the library."""
        found: dict[str, Article] = {}
        for article in session.articles:
            try:
                found[article.article_id] = self._reading.article(article.article_id)
            except KnownError:
                continue  # the issue was removed: what is known of the article stands in the session
        return found

    def _placed(self, session: Session) -> dict[str, list[PlacedAnnotation]]:
        return {
            article.article_id: self._annotating.notes(AnnotationFilter(article_id=article.article_id))
            for article in session.articles
        }

    def _outlines(self, sessions: Sequence[Session]) -> list[tuple[str, tuple[str, ...]]]:
        found = []
        for article in (article for session in sessions for article in session.articles):
            try:
                found.append((article.title, outline(self._reading.article(article.article_id))))
            except KnownError:
                continue  # as above
        return found

    def _unnoted(self, article: SessionArticle) -> ArticleNotes:
        try:
            known = self._reading.article(article.article_id)
        except KnownError:
            return ArticleNotes(article.issue_label, article.title)
        issue = self._reading.issue_of(article.article_id)
        return ArticleNotes(
            article.issue_label,
            known.title,
            known.column,
            known.authors,
            issue.identity.serial,
            known.page,
            reference=reference_of(known, issue),
            paragraphs=known.paragraphs,
        )

    def _change(self, before: Session | None, after: Session | None, name: Message) -> None:
        one = after or before
        if one is not None:
            self._undo.do(Step(name, self._writing(one.id, before), self._writing(one.id, after)))

    def _writing(self, session_id: str, content: Session | None) -> Callable[[], Changes]:
        def write() -> Changes:
            with self._database.write() as connection:
                if content is None:
                    stored.remove(connection, session_id)
                else:
                    stored.put(connection, content, to_iso(self._clock()))
            return Changes(sessions=frozenset({session_id}))

        return write


def checked_day(day: str) -> str:
    """DAY as ISO 8601, or empty. Raises KnownError when it is no day."""
    try:
        return date.fromisoformat(day.strip()).isoformat() if day.strip() else ""
    except ValueError as error:
        raise KnownError("日期“{day}”不对，请写成 2031-06-20 这样。", day=day) from error


def _asides(article: Article) -> frozenset[int]:
    """Numbers of its paragraphs that are not there to be marked: subheadings, captions, labels, sources."""
    return frozenset(number for number, one in enumerate(article.paragraphs) if one.kind not in _TO_BE_READ)


def _told(notes: Sequence[PlacedAnnotation], *, anonymous: bool) -> tuple[PlacedAnnotation, ...]:
    """NOTES as a sheet has them: a bare bookmark says nothing to a group. anonymous: without who wrote them."""
    kept = [one for one in notes if not one.annotation.is_bare_bookmark]
    if not anonymous:
        return tuple(kept)
    return tuple(replace(one, annotation=replace(one.annotation, creator="", creator_id="")) for one in kept)


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(tag, str) and tag for tag in pair)
