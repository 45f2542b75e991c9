"""Drafts as pictures: one source line a line, its sign says what it is.

`# ` headline, `^ ` kicker, `@ ` byline, `= ` heading, `~ ` caption, `! ` advertisement, `+ ` goes on the paragraph
above, `- ` end of the line above unwrapped into it; no sign: the first line of a paragraph. Lines count from 1.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from zbreader.importers.correcting.corrections import corrected
from zbreader.importers.draft import FURNITURE, DraftArticle, DraftLine, ImportDraft, Piece, Role
from zbreader.importers.vocabulary import Vocabulary, load_vocabulary
from zbreader.model.correction import Change, Correction
from zbreader.resources import resource
from zbreader.text.spacing import join_lines

SIGNS = {
    "#": Role.HEADLINE,
    "^": Role.KICKER,
    "@": Role.BYLINE,
    "=": Role.HEADING,
    "~": Role.CAPTION,
    "!": Role.ADVERTISEMENT,
}
_BACK = {role: sign for sign, role in SIGNS.items()}


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    return load_vocabulary(resource("vocabulary"))


def draft_of(picture: str) -> tuple[ImportDraft, dict[int, str]]:
    """The draft that a picture shows, and the text of each source line."""
    lines: list[DraftLine] = []
    articles: list[DraftArticle] = []
    source: dict[int, str] = {}
    for number, row in enumerate(picture.strip("\n").split("\n"), 1):
        sign, text = (row[0], row[2:]) if row[1:2] == " " and row[0] in "#^@=~!+-" else ("", row)
        source[number] = text
        if sign == "-":
            above = lines[-1]
            lines[-1] = DraftLine((*above.numbers, number), join_lines(above.text, text), role=above.role)
            continue
        role = SIGNS.get(sign, Role.TEXT)
        at = len(lines)
        lines.append(DraftLine((number,), text, role=role))
        if role not in FURNITURE:
            _put(articles, at, role, text, goes_on=sign == "+")
    draft = ImportDraft("画.txt", tuple(lines), vocabulary(), articles=tuple(articles))
    return draft, source


def _put(articles: list[DraftArticle], at: int, role: Role, text: str, *, goes_on: bool) -> None:
    last = articles[-1] if articles else None
    if role is Role.KICKER or (role is Role.HEADLINE and (last is None or last.headline)) or last is None:
        articles.append(DraftArticle(headline=(), title=""))
        last = articles[-1]
    if role is Role.HEADLINE:
        articles[-1] = replace(last, headline=(at,), title=text)
    elif role is Role.KICKER:
        articles[-1] = replace(last, kicker=(at,))
    elif role is Role.BYLINE:
        articles[-1] = replace(last, bylines=(*last.bylines, at), authors=(text.removeprefix("文/"),))
    elif goes_on and last.pieces:
        piece = last.pieces[-1]
        articles[-1] = replace(last, pieces=(*last.pieces[:-1], Piece(piece.role, (*piece.at, at), 0.5)))
    else:
        articles[-1] = replace(last, pieces=(*last.pieces, Piece(role, (at,), 0.5)))


def picture_of(draft: ImportDraft) -> str:
    """The inverse: articles in reading order, then what belongs to none."""
    rows: list[str] = []
    for article in draft.articles:
        for sign, at in (("^", article.kicker), ("#", article.headline), ("@", article.bylines)):
            rows += [f"{sign} {draft.lines[index].text}" for index in at]
        for piece in article.pieces:
            first, *others = (draft.lines[index].text for index in piece.at)
            rows.append(f"{_BACK[piece.role]} {first}" if piece.role in _BACK else first)
            rows += [f"+ {text}" for text in others]
    rows += [f"! {line.text}" for line in draft.lines if line.role in FURNITURE]
    return "\n".join(rows)


def put_right(picture: str, *changes: Change) -> ImportDraft:
    """A picture's draft with these changes applied."""
    draft, source = draft_of(picture)
    return corrected(draft, corrections(*changes), source)


def corrections(*changes: Change) -> list[Correction]:
    return [Correction(f"01893f00-0000-7000-8000-{number:012}", change) for number, change in enumerate(changes)]
