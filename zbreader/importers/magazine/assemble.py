"""From a finished draft to the Issue that the library keeps."""

from __future__ import annotations

from collections.abc import Iterable

from zbreader.importers.draft import FURNITURE, DraftArticle, ImportDraft, Piece, Role
from zbreader.importers.magazine.mending import mended
from zbreader.model.ids import article_ids, issue_id
from zbreader.model.issue import Article, Block, ContentsEntry, Finding, HeadPart, Issue, Paragraph, ParagraphKind
from zbreader.text.spacing import join_lines

_KINDS = {
    Role.TEXT: ParagraphKind.BODY,
    Role.HEADING: ParagraphKind.HEADING,
    Role.CAPTION: ParagraphKind.CAPTION,
    Role.LABEL: ParagraphKind.LABEL,
    Role.SOURCE: ParagraphKind.SOURCE,
    Role.QUOTE: ParagraphKind.QUOTE,
}
_OUTSIDE = {
    Role.CONTENTS: "contents",
    Role.MASTHEAD: "masthead",
    Role.NOTICE: "notice",
    Role.ADVERTISEMENT: "advertisement",
    Role.QR: "qr",
    Role.INTRO: "intro",
    Role.RUNNING_HEAD: "running_head",
    Role.ARTIFACT: "artifact",
}


def assemble(draft: ImportDraft, source_sha256: str) -> Issue:
    """The Issue of a draft whose articles have their pieces; findings stand most doubtful first."""
    identity = draft.identity
    own = issue_id(identity, source_sha256)
    ids = _ids(draft, own)
    return Issue(
        id=own,
        identity=identity,
        articles=tuple(_article(draft, article, name) for article, name in zip(draft.articles, ids, strict=True)),
        unplaced=tuple(_blocks(draft)),
        missing=tuple(_missing(draft)),
        findings=tuple(sorted(draft.findings, key=_rank)),
    )


def _ids(draft: ImportDraft, issue: str) -> list[str]:
    """Ids of the articles in reading order; one that a person added comes last when two have one headline."""
    order = sorted(range(len(draft.articles)), key=lambda number: draft.articles[number].added)
    titles = (draft.articles[number].known_as or draft.articles[number].title for number in order)
    by_number = dict(zip(order, article_ids(issue, titles), strict=True))
    return [by_number[number] for number in range(len(draft.articles))]


def _rank(finding: Finding) -> tuple[float, tuple[int, ...]]:
    return finding.confidence, finding.lines


def _article(draft: ImportDraft, article: DraftArticle, name: str) -> Article:
    return Article(
        id=name,
        title=article.title,
        column=article.column,
        group=article.group,
        kicker=_said(draft, article.kicker),
        subtitle=_said(draft, article.subtitle),
        authors=article.authors,
        author_note=article.author_note,
        page=article.page,
        paragraphs=tuple(_paragraph(draft, piece) for piece in article.pieces if piece.role in _KINDS),
        confidence=article.confidence,
        head=tuple(_head(draft, article)),
    )


def _head(draft: ImportDraft, article: DraftArticle) -> Iterable[HeadPart]:
    notes = tuple(at for piece in article.pieces if piece.role is Role.AUTHOR_NOTE for at in piece.at)
    parts = (
        (Role.KICKER, article.kicker),
        (Role.HEADLINE, article.headline),
        (Role.SUBTITLE, article.subtitle),
        (Role.BYLINE, article.bylines),
        (Role.AUTHOR_NOTE, notes),
    )
    for role, at in parts:
        if at:
            printed = "\n".join(draft.lines[index].text for index in at) if role is Role.BYLINE else ""
            yield HeadPart(role.value, draft.numbers(at), printed)


def _said(draft: ImportDraft, at: Iterable[int]) -> str | None:
    return "\u3000".join(draft.lines[index].text for index in at) or None


def _paragraph(draft: ImportDraft, piece: Piece) -> Paragraph:
    text = ""
    for index in piece.at:
        text = join_lines(text, draft.lines[index].text)
    kind = _KINDS[piece.role]
    if kind is ParagraphKind.BODY:
        text = mended(text)
    return Paragraph(kind=kind, text=text, lines=draft.numbers(piece.at), confidence=piece.confidence)


def _blocks(draft: ImportDraft) -> Iterable[Block]:
    """What belongs to no article: neighbouring lines of one kind make one block."""
    texts: list[str] = []
    numbers: list[int] = []
    kind = ""
    for line in draft.lines:
        now = _OUTSIDE.get(line.role, "") if line.role in FURNITURE else ""
        if now != kind and texts:
            yield Block(kind=kind, text="\n".join(texts), lines=tuple(numbers))
            texts, numbers = [], []
        kind = now
        if now:
            texts.append(line.raw or line.text)
            numbers.extend(line.numbers)
    if texts:
        yield Block(kind=kind, text="\n".join(texts), lines=tuple(numbers))


def _missing(draft: ImportDraft) -> Iterable[ContentsEntry]:
    found = {article.entry for article in draft.articles}
    for number, entry in enumerate(draft.entries):
        if number not in found and not entry.is_group:
            yield ContentsEntry(
                title=entry.title,
                column=entry.column,
                group=entry.group,
                authors=entry.authors,
                page=entry.page,
                lines=draft.numbers(entry.at),
            )
