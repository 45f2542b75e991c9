"""Drafts as text that a person can read, for the rules' fixtures."""

from __future__ import annotations

from pathlib import Path

from zbreader.importers.draft import FURNITURE, DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.normalize import lines_of
from zbreader.importers.magazine.pipeline import RULES
from zbreader.importers.readers.markup import source_line
from zbreader.importers.vocabulary import Vocabulary, load_vocabulary
from zbreader.text.spacing import join_lines

VOCABULARY_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "vocabulary"


def vocabulary() -> Vocabulary:
    """The vocabulary that is shipped."""
    return load_vocabulary(VOCABULARY_FOLDER)


def draft_of(text: str, words: Vocabulary) -> ImportDraft:
    """A draft before any rule."""
    source = [source_line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return ImportDraft(name="试.txt", lines=lines_of(source), vocabulary=words)


def after(rule: str, text: str, words: Vocabulary) -> ImportDraft:
    """The draft after all rules up to and including one."""
    draft = draft_of(text, words)
    for name, function in RULES:
        draft = function(draft)
        if name == rule:
            return draft
    raise LookupError(rule)


def picture(draft: ImportDraft) -> str:
    """Articles with their pieces and what is left, or the lines with their roles while there are no pieces yet."""
    parts = [str(value) for value in (draft.identity.magazine, draft.identity.half) if value]
    parts += [f"{value}" for value in (draft.identity.year, draft.identity.number, draft.identity.serial) if value]
    rows = [f"({' '.join(parts)})"] if parts else []
    if any(article.pieces for article in draft.articles):
        for article in draft.articles:
            rows.extend(_article(draft, article))
        rows.extend(f"{line.role.value}: {line.text}" for line in draft.lines if line.role in FURNITURE)
    else:
        rows.extend(_line(draft, index) for index in range(len(draft.lines)))
    rows.extend(f"? {finding.rule} {list(finding.lines)}: {finding.message}" for finding in draft.findings)
    return "\n".join(rows)


def _line(draft: ImportDraft, index: int) -> str:
    line = draft.lines[index]
    marks = (
        ("#" * line.level + " " if line.level else "")
        + ("(bold) " if line.bold else "")
        + ("(end) " if line.ended else "")
    )
    return f"{line.role.value}: {marks}{line.text}"


def _article(draft: ImportDraft, article: DraftArticle) -> list[str]:
    facts = [
        f"column={article.column}" if article.column else "",
        f"group={article.group}" if article.group else "",
        f"authors={','.join(article.authors)}" if article.authors else "",
        f"note={article.author_note}" if article.author_note else "",
        f"page={article.page}" if article.page else "",
    ]
    rows = [" ".join(["=", article.title, *filter(None, facts)])]
    rows += [f"  {draft.lines[at].role.value}: {draft.lines[at].text}" for at in (*article.kicker, *article.subtitle)]
    for piece in article.pieces:
        text = ""
        for at in piece.at:
            text = join_lines(text, draft.lines[at].text)
        if piece.role is not Role.AUTHOR_NOTE:
            rows.append(f"  {piece.role.value}: {text}")
    return rows
