"""JSON for scripts: every field as it is, with the names that `zbreader notes --json` uses."""

from __future__ import annotations

import json

from zbreader.exporters.characters import encoded
from zbreader.exporters.sheet import quotation_of, source_of
from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as one JSON object in UTF-8. Sheets do not change it; `crosses_repair` is told when asked for."""
    whole = {
        "title": document.title,
        "made": document.made,
        "person": document.person,
        "articles": [_article(article, options) for article in document.articles],
    }
    return encoded(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _article(article: ArticleNotes, options: ExportOptions) -> dict[str, object]:
    return {
        "issue": article.issue_label,
        "serial": article.issue_serial,
        "column": article.column,
        "title": article.title,
        "authors": list(article.authors),
        "page": article.page,
        "source": source_of(article),
        "notes": [
            _note(placed) | ({"crosses_repair": placed.annotation.id in article.repaired} if options.repairs else {})
            for placed in article.notes
        ],
    }


def _note(placed: PlacedAnnotation) -> dict[str, object]:
    annotation, anchor = placed.annotation, placed.anchor
    return {
        "id": annotation.id,
        "article_id": annotation.target.article_id,
        "issue_id": annotation.target.issue_id,
        "author": annotation.creator,
        "created": annotation.created,
        "modified": annotation.modified,
        "color": annotation.color.value,
        "tags": list(annotation.tags),
        "quote": quotation_of(placed),
        "note": annotation.note,
        "state": anchor.state.value,
        "start": anchor.start,
        "end": anchor.end,
    }
