"""From a source document to an issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zbreader.importers.correcting.corrections import corrected
from zbreader.importers.draft import DraftLine, ImportDraft, Role
from zbreader.importers.magazine.assemble import assemble
from zbreader.importers.magazine.normalize import lines_of
from zbreader.importers.magazine.pipeline import run
from zbreader.importers.plain import plain
from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.correction import Correction
from zbreader.model.issue import Issue
from zbreader.model.message import message
from zbreader.model.source import ENCODING_NAMES, SourceDocument

_UNREAD = 0.5  # confidence of a source some of which could not be read


def build_issue(
    document: SourceDocument, vocabulary: Vocabulary, *, source_sha256: str, corrections: Sequence[Correction] = ()
) -> Issue:
    """Rebuild the issue that a converted text holds. Never fails on any text: what is not recognised is one article.

    corrections: what a person put right about this source, in the order in which it is to be applied.
    """
    outside = frozenset(line.number for line in document.lines if line.running_head)
    draft = run(ImportDraft(name=document.name, lines=_lines_of(document, outside), vocabulary=vocabulary))
    if not draft.articles and draft.lines:
        draft = plain(draft, outside)
    if not document.is_sure:
        read_as = ENCODING_NAMES.get(document.encoding or "", document.encoding or "?")
        said = message("不能肯定文件的文字编码是 {encoding}，请看看有没有乱码。", encoding=read_as)
        draft = draft.with_findings(draft.finding("encoding", (), said, document.encoding_confidence))
    unread = [draft.finding("reading", (), remark, _UNREAD) for remark in document.remarks]
    source = {line.number: line.text for line in document.lines}
    return assemble(corrected(draft.with_findings(*unread), corrections, source), source_sha256)


def _lines_of(document: SourceDocument, outside: frozenset[int]) -> tuple[DraftLine, ...]:
    """The document's lines; what a reader saw outside the text of its page belongs to no article."""
    return tuple(
        replace(line, role=Role.RUNNING_HEAD) if outside.issuperset(line.numbers) else line
        for line in lines_of(document.lines)
    )
