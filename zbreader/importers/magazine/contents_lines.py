"""Lines of a contents page taken apart: mark, words, page number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zbreader.importers.draft import ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline, is_byline, parse_byline
from zbreader.importers.magazine.contents import is_contents_title
from zbreader.importers.magazine.shapes import label_of, size
from zbreader.importers.vocabulary import Vocabulary

_PAGE_AHEAD = re.compile(r"^(?:[Pp]\.?\s*)?(\d{1,3})(?:\s*[|｜/、.．·•:：\-—]\s*|[ \u3000]+)(?=\D)")
_PAGE_BEHIND = re.compile(r"(?:[ \u3000.．·•…‥·\-—_/|｜(（]+|(?<=[^\d\s]))[(（]?(?:[Pp]\.?\s*)?(\d{1,3})[)）]?$")
_AUTHOR_BEHIND = re.compile(r"[ \u3000.．·•…‥—\-]*[（(]([^（()）]{2,24})[）)]$")
_BULLETS = 0.4  # share of the lines that have one mark if it is a bullet
_LEADERS = re.compile(r"[.．·•…‥·_—\-]{3,}")
_SLASHES = re.compile(r"\s*[/／|｜]\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the contents page taken apart."""

    at: int
    core: str  # without mark, page number and leaders
    mark: str
    page: int | None


def lines_of_contents(draft: ImportDraft) -> list[Line]:
    """The lines of the contents page, its title left out."""
    words = draft.vocabulary
    page = [
        read_line(index, line.text, words)
        for index, line in enumerate(draft.lines)
        if line.role is Role.CONTENTS and not is_contents_title(line.text, words)
    ]
    return _without_numbering([line for line in page if line.core or line.mark])


def read_line(at: int, text: str, words: Vocabulary) -> Line:
    """A contents line without its mark, its page number and the dots that lead to it."""
    text, page = text.strip(), None
    mark = ""
    while text[:1] in words.contents_marks and len(text) > 1:
        mark, text = mark + text[0], text[1:].lstrip()
    if label := label_of(mark + text):
        mark, text = mark or "·", label
    if text.startswith("【") and text.endswith("】"):
        mark, text = "【", text[1:-1]
    if found := _PAGE_AHEAD.match(text):
        page, text = int(found.group(1)), text[found.end() :]
    elif text.isdecimal() and len(text) <= 3:
        page, text = int(text), ""
    elif (found := _PAGE_BEHIND.search(text)) and size(text[: found.start()]) >= 2:
        page, text = int(found.group(1)), text[: found.start()]
    while text[:1] in words.contents_marks and len(text) > 1:
        mark, text = mark + text[0], text[1:].lstrip()
    text = _AUTHOR_BEHIND.sub(r" \1", text)
    core = _LEADERS.sub(" ", text)
    core = _SLASHES.sub(" ", core).strip(" \u3000")
    return Line(at, core, mark[:1], page)


def _without_numbering(page: list[Line]) -> list[Line]:
    """Numbers that count the entries (1, 2, 3, …) are no page numbers."""
    numbers = [line.page for line in page if line.page is not None]
    if len(numbers) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 1:
        return [replace(line, page=None) for line in page]
    return page


def page_of(page: Sequence[Line], members: Sequence[int]) -> int | None:
    own = [page[k].page for k in members if page[k].page is not None]
    if own:
        return own[-1]
    following = members[-1] + 1
    if following < len(page) and not page[following].core:
        return page[following].page
    return None


def people_of(text: str, words: Vocabulary) -> tuple[str, ...]:
    """Authors that a line or a rest of a line of the contents page names; none where it is something else."""
    if is_bare_byline(text, words) or is_byline(text, words):
        return parse_byline(text, words).authors
    return ()


def has_own_level(draft: ImportDraft, page: Sequence[Line], line: Line) -> bool:
    """Whether a line is marked up as a heading on a page most of whose lines are not."""
    levels = [draft.lines[other.at].level for other in page]
    return draft.lines[line.at].level is not None and levels.count(None) * 2 > len(levels)


def is_column_mark(page: Sequence[Line], mark: str) -> bool:
    """Whether a mark stands before columns only: one before every other line is a bullet."""
    return bool(mark) and sum(line.mark == mark for line in page) < _BULLETS * len(page)
