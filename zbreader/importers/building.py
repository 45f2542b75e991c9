"""From a source document to an issue."""

from __future__ import annotations

from zbreader.importers.draft import ImportDraft
from zbreader.importers.magazine.assemble import assemble
from zbreader.importers.magazine.normalize import lines_of
from zbreader.importers.magazine.pipeline import run
from zbreader.importers.plain import plain
from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.issue import Issue
from zbreader.model.message import message
from zbreader.model.source import SourceDocument

_SURE = 0.9  # confidence from which an encoding needs no word


def build_issue(document: SourceDocument, vocabulary: Vocabulary, *, source_sha256: str) -> Issue:
    """Rebuild the issue that a converted text holds. Never fails on any text: what is not recognised is one article."""
    draft = run(ImportDraft(name=document.name, lines=lines_of(document.lines), vocabulary=vocabulary))
    if not draft.articles and draft.lines:
        draft = plain(draft)
    if document.encoding_confidence < _SURE:
        said = message("不能肯定文件的文字编码是 {encoding}，请看看有没有乱码。", encoding=document.encoding or "?")
        draft = draft.with_findings(draft.finding("encoding", (), said, document.encoding_confidence))
    return assemble(draft, source_sha256)
