"""Any other text: one article, never refused."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePath

from zbreader.importers.draft import DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.flow import with_pieces
from zbreader.importers.magazine.shapes import is_short
from zbreader.model.message import message


def plain(draft: ImportDraft, outside: Collection[int] = ()) -> ImportDraft:
    """The whole text as one article, headed by its first line where that can be a headline, else by the file's name.

    OUTSIDE: numbers of source lines that a reader saw outside the text of their page; they stay out of the article.
    """
    own = [
        index
        for index, line in enumerate(draft.lines)
        if line.role is not Role.END_MARK and not all(number in outside for number in line.numbers)
    ]
    headed = len(own) > 1 and is_short(draft.lines[own[0]].text)
    headline = (own[0],) if headed else ()
    title = draft.lines[own[0]].text if headed else PurePath(draft.name).stem
    roles = dict.fromkeys(own, Role.TEXT) | dict.fromkeys(headline, Role.HEADLINE)
    draft = draft.with_roles(roles)
    article = DraftArticle(headline=headline, title=title, flow=tuple(own[1:] if headed else own), confidence=0.3)
    said = message("没有认出期刊的结构，全文作为一篇文章导入。")
    draft = draft.with_findings(draft.finding("plain", own[:1], said, 0.3))
    return replace(draft, articles=(with_pieces(draft, article),))
