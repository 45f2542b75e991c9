"""An Issue as the JSON that `zbreader inspect` and `zbreader show` print."""

from __future__ import annotations

from typing import Any

from zbreader.model.issue import Article, Issue


def issue_to_json(issue: Issue) -> dict[str, Any]:
    """The whole issue as plain JSON values; fields are told in the command line's documentation."""
    identity = issue.identity
    return {
        "issue": {
            "id": issue.id,
            "magazine": identity.magazine,
            "half": identity.half,
            "year": identity.year,
            "number": identity.number,
            "serial": identity.serial,
            "publish_day": identity.publish_day,
        },
        "articles": [_article(article) for article in issue.articles],
        "unplaced": [{"kind": block.kind, "text": block.text, "lines": list(block.lines)} for block in issue.unplaced],
        "missing": [
            {"column": e.column, "title": e.title, "authors": list(e.authors), "page": e.page, "lines": list(e.lines)}
            for e in issue.missing
        ],
        "findings": [
            {"rule": f.rule, "lines": list(f.lines), "message": str(f.message), "confidence": f.confidence}
            for f in issue.findings
        ],
    }


def _article(article: Article) -> dict[str, Any]:
    both = [part for part in (article.kicker, article.subtitle) if part]
    return {
        "id": article.id,
        "column": article.column,
        "group": article.group,
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": "\u3000".join(both) or None,
        "authors": list(article.authors),
        "author_note": _author_note(article),
        "page": article.page,
        "confidence": article.confidence,
        "paragraphs": [
            {"kind": p.kind.value, "text": p.text, "lines": list(p.lines), "confidence": p.confidence}
            for p in article.paragraphs
        ],
    }


def _author_note(article: Article) -> str | None:
    """The author's note; before it the byline as printed, where names and note leave out some of its marks (文/…)."""
    printed = next((part.text for part in article.head if part.kind == "byline"), "")
    note = article.author_note or ""
    told = "".join((*article.authors, note))
    if "".join(printed.split()) in "".join(told.split()):
        return article.author_note
    return "\n".join(part for part in (printed, note) if part) or None
