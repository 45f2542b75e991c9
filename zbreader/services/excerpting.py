"""Excerpts on one matter (专题摘编): the paragraphs around what was found, each with its source, as one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from zbreader.model.annotation import Annotation, AnnotationFilter, PlacedAnnotation, Target
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, IssueSummary
from zbreader.model.search import ExcerptChoice, SearchOrder
from zbreader.model.selector import (
    CONTEXT_LENGTH,
    Anchor,
    AnchorState,
    Selectors,
    TextPositionSelector,
    TextQuoteSelector,
)
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument
from zbreader.search.snippets import Range, merged
from zbreader.services.annotating import Annotating
from zbreader.services.exporting import Exporting, reference_of
from zbreader.services.files import write_whole
from zbreader.services.moments import Clock
from zbreader.services.searching import Searching
from zbreader.services.settings import PERSON, Settings
from zbreader.store import articles, issues
from zbreader.store.database import Connection, Database

SHEET = "专题摘编"  # the sheet with a cover and contents
_LONGEST_TITLE = 40  # code points of a query in a title


class Excerpting:
    """From a search to a document in any format of `Exporting`. Calls raise KnownError."""

    def __init__(
        self,
        database: Database,
        searching: Searching,
        annotating: Annotating,
        exporting: Exporting,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._database = database
        self._searching = searching
        self._annotating = annotating
        self._exporting = exporting
        self._settings = settings
        self._clock = clock

    def document(self, wanted: ExcerptChoice, *, references: bool = False) -> NotesDocument:
        """The paragraphs in which the words of WANTED stand, article by article; a whole article where none does.

        references: also each article's reference in the form of GB/T 7714-2015.
        """
        article_ids = self._newest_first(wanted) if wanted.article_ids is None else wanted.article_ids
        notes = self._notes_by_article(wanted.note_ids)
        with self._database.read() as connection:
            parts = []
            for id_ in dict.fromkeys([*article_ids, *notes]):
                ranges = self._searching.ranges(wanted.query, id_, wanted.options) if id_ in article_ids else None
                part = _part(connection, id_, ranges, notes.get(id_, ()))
                parts += [part] if part is not None else []
        if not references:
            parts = [replace(part, reference="") for part in parts]
        made = self._clock().astimezone().date().isoformat()
        title = wanted.title or f"专题摘编：{' '.join(wanted.query.split())[:_LONGEST_TITLE]}"
        return NotesDocument(title, made, str(self._settings.get(PERSON, "")), tuple(parts))

    def export(self, wanted: ExcerptChoice, format: str, *, options: ExportOptions | None = None) -> bytes:
        """The bytes of such a document in FORMAT (a name of `Exporting.formats`). options: how it is to look."""
        options = options or ExportOptions(SHEET)
        document = self.document(wanted, references=options.references)
        if not document.articles:
            raise KnownError("没有可摘编的内容，没有导出。请换一个搜索词，或先选出几条结果。")
        return self._exporting.write(document, format, options)

    def export_to(
        self, path: Path, wanted: ExcerptChoice, format: str | None = None, *, options: ExportOptions | None = None
    ) -> int:
        """Write such a document to PATH, whole or not at all; return its bytes. format: None goes by PATH's ending."""
        return write_whole(path, self.export(wanted, format or self._exporting.format_of(path), options=options))

    def _newest_first(self, wanted: ExcerptChoice) -> list[str]:
        options = wanted.options or self._searching.usual_options()
        chosen = set(self._searching.article_ids(wanted.query, options, wanted.most))
        by_date = replace(options, order=SearchOrder.DATE)
        return [id_ for id_ in self._searching.article_ids(wanted.query, by_date) if id_ in chosen]

    def _notes_by_article(self, note_ids: frozenset[str]) -> dict[str, tuple[PlacedAnnotation, ...]]:
        found: dict[str, tuple[PlacedAnnotation, ...]] = {}
        for placed in self._annotating.notes(AnnotationFilter(ids=note_ids)) if note_ids else ():
            article_id = placed.annotation.target.article_id
            found[article_id] = (*found.get(article_id, ()), placed)
        return found


def _part(
    connection: Connection, article_id: str, ranges: Sequence[Range] | None, notes: Sequence[PlacedAnnotation]
) -> ArticleNotes | None:
    """What is collected from one article: the paragraphs around RANGES (None: nothing, none: all of it), and NOTES."""
    article = articles.get(connection, article_id)
    issue_id = articles.issue_id_of(connection, article_id)
    if article is None or issue_id is None:
        if not notes:
            return None
        target = notes[0].annotation.target
        return ArticleNotes(target.issue_label, target.article_title, notes=tuple(notes))
    issue = issues.summaries(connection, issue_id)[0]
    excerpts = [_excerpt(issue, article, range_) for range_ in paragraphs_around(article.text, ranges or ())]
    if ranges == ():
        excerpts = [_excerpt(issue, article, None)]
    return ArticleNotes(
        issue.title,
        article.title,
        article.column,
        article.authors,
        issue.identity.serial,
        article.page,
        tuple(sorted([*excerpts, *notes], key=_place)),
        reference_of(article, issue),
    )


def paragraphs_around(text: str, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The whole paragraphs (lines of TEXT) in which RANGES stand, each once."""
    found = []
    for start, end in ranges:
        last = text.find("\n", end - 1 if end > start else end)
        found.append((text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last))
    return merged([[one] for one in found])


def _excerpt(issue: IssueSummary, article: Article, range_: Range | None) -> PlacedAnnotation:
    """A quotation of ARTICLE, of the whole when RANGE_ is None; it is in no library."""
    selectors, anchor = None, Anchor(AnchorState.EXACT, score=1.0)
    if range_ is not None:
        start, end = range_
        text = article.text
        quote = TextQuoteSelector(
            text[start:end], text[max(0, start - CONTEXT_LENGTH) : start], text[end : end + CONTEXT_LENGTH]
        )
        selectors = Selectors(quote, TextPositionSelector(start, end))
        anchor = Anchor(AnchorState.EXACT, start, end, 1.0)
    target = Target(issue.id, article.id, issue.title, article.title, selectors)
    return PlacedAnnotation(Annotation(f"{article.id}:{anchor.start or 0}", target), anchor)


def _place(placed: PlacedAnnotation) -> tuple[bool, int]:
    return placed.anchor.state is AnchorState.UNPLACED, placed.anchor.start or 0
