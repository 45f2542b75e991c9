"""Rule: find the contents page, in one piece or several, at the front or at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import digits

from zbreader.importers.draft import FURNITURE, DraftLine, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline, is_byline
from zbreader.importers.magazine.likeness import Index
from zbreader.importers.magazine.shapes import (
    folded_title,
    is_closed,
    is_dashed,
    is_misread,
    is_numbered,
    label_of,
    likeness,
    size,
)
from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.message import message

_TITLE = 40  # printed characters of a line that says 目录, with a word more at most
_PROSE = 36  # characters from which a closed line is prose and no contents entry
_PROSE_COST = 0.6  # entries that one line of prose inside the contents page outweighs
_HEAD = 8  # lines below a headline among which there is prose
_TWIN = 0.75  # share of a line's character pairs from which another is its twin
_TELLING = 6  # characters of a line that can be told from its twin with one character misread
_FEWEST = 5  # entries without which nothing is a contents page unless it says so


@dataclass(frozen=True, slots=True)
class _Twins:
    """Short lines that stand in the file twice: index -> indexes of its likes."""

    likes: dict[int, list[int]]
    best: dict[int, int]  # index -> the line below that is most like it


def contents(draft: ImportDraft) -> ImportDraft:
    """Sets the contents page apart: the stretch of short lines most of which come back as headlines elsewhere."""
    lines = draft.lines
    twins = _twins(lines)
    title = _title_line(draft)
    if title is not None:
        first, end = _from_title(lines, twins, title, draft)
    else:
        found = _without_title(lines, twins, draft)
        if found is None:
            return draft
        first, end = found
    roles = {}
    for index in range(first, end):
        if lines[index].role in (Role.TEXT, Role.LABEL):
            roles[index] = Role.CONTENTS
        elif lines[index].role is Role.CAPTION:
            roles[index] = Role.QR
    draft = draft.with_roles(roles)
    if title is None and roles:
        said = message("没有“目录”二字，按内容推断这几行是目录页，请核对。")
        return draft.with_findings(draft.finding("contents", (first, end - 1), said, 0.6))
    return draft


def _title_line(draft: ImportDraft) -> int | None:
    return next((i for i, line in enumerate(draft.lines) if is_contents_title(line.text, draft.vocabulary)), None)


def is_contents_title(text: str, words: Vocabulary) -> bool:
    """Whether a line says 目录, CONTENTS, 本期目录 …, with a word more at most."""
    if size(text) > _TITLE:
        return False
    folded = folded_title(text)
    if folded in words.contents_titles:
        return True
    return any(
        title in folded and len(folded) <= len(title) + 2 for title in words.contents_titles if len(title) > 2
    ) or (len(folded) <= 10 and "目录" in folded and folded.endswith("目录"))


def _is_candidate(line: DraftLine) -> bool:
    return (
        line.role not in FURNITURE
        and 2 <= size(line.text) <= 60
        and not line.text.rstrip().endswith(("。", "；", "，"))
    )


def _is_prose(line: DraftLine) -> bool:
    """Whether a line is a paragraph, or a piece of one: an entry so long has no comma, or a page number behind it."""
    length = size(line.text)
    if line.role in FURNITURE or length < _PROSE:
        return False
    running = any(map(line.text.count, "，,。；;")) and not line.text[-1:].isdigit()
    return length > 70 or is_closed(line.text) or running


def _twins(lines: Sequence[DraftLine]) -> _Twins:
    index = Index.of((i, line.text) for i, line in enumerate(lines) if _is_candidate(line))
    likes: dict[int, list[int]] = {}
    best: dict[int, int] = {}
    for i in index.pairs:
        wanted = len(index.pairs[i])
        found = [
            j
            for j, share in index.like(lines[i].text)
            if j != i and min(wanted, len(index.pairs[j])) >= 2 and (share >= _TWIN or _is_misread(lines, i, j))
        ]
        if found:
            likes[i] = found
            below = [j for j in found if j > i]
            if below:
                best[i] = max(below, key=lambda j: (likeness(index.pairs[i], index.pairs[j]), -j))
    return _Twins(likes, best)


def _is_misread(lines: Sequence[DraftLine], one: int, other: int) -> bool:
    """Whether two lines differ in one character, page numbers and the names before or behind one of them aside."""
    first, second = sorted((folded_title(lines[i].text).strip(digits) for i in (one, other)), key=len)
    length = len(first)
    return length >= _TELLING and (is_misread(first, second[:length]) or is_misread(first, second[-length:]))


def _from_title(lines: Sequence[DraftLine], twins: _Twins, title: int, draft: ImportDraft) -> tuple[int, int]:
    """The contents page that begins at a line saying 目录: (first, end)."""
    later = [(i, j) for i, j in twins.best.items() if i > title and not _is_of_body(lines[i].text, draft.vocabulary)]
    earlier = sum(1 for i, likes in twins.likes.items() if i > title and min(likes) < title)
    prose_after = sum(map(_is_prose, lines[title:]))
    if earlier > len(later) or (earlier and prose_after <= 3):
        return title, _end_at_back(lines, twins, title)
    return title, _end_at_front(lines, twins, later, title, draft)


def _is_of_body(text: str, words: Vocabulary) -> bool:
    """Whether a line that comes back is no entry: a byline (文/本刊记者 …), a numbered subheading, one with a dash."""
    return is_byline(text, words) or is_numbered(text) or is_dashed(text) or text.startswith(words.bylines_datelines)


def _end_at_front(
    lines: Sequence[DraftLine], twins: _Twins, later: Sequence[tuple[int, int]], title: int, draft: ImportDraft
) -> int:
    """One past the last line of a contents page: before it most entries, after it most of their likes, little prose."""
    change = [0.0] * (len(lines) + 2)
    for i, j in later:
        change[i + 1] += 1
        change[j + 1] -= 1
    best, end, votes, prose = -1.0, title + 1, 0.0, 0.0
    for position in range(title + 1, len(lines) + 1):
        votes += change[position]
        score = votes - _PROSE_COST * prose
        if score > best + 1e-9:
            best, end = score, position
        if position < len(lines):
            prose += _is_prose(lines[position])
    return _stretched(lines, twins, title, end, draft)


def _stretched(lines: Sequence[DraftLine], twins: _Twins, title: int, end: int, draft: ImportDraft) -> int:
    """The end moved over authors and masthead after the last entry, up to the first headline of the body."""
    above = range(title + 1, end)
    position = end
    while position < len(lines) and not _is_prose(lines[position]):
        likes = twins.likes.get(position, ())
        signed = is_bare_byline(lines[position].text, draft.vocabulary)  # study groups have names that are much alike
        below = lines[position + 1 : position + _HEAD]
        signed_below = bool(below) and is_byline(below[0].text, draft.vocabulary)
        heads = not signed and (signed_below or any(map(_is_prose, below)))
        if heads and any(i in above and lines[i].role not in FURNITURE for i in likes):
            return position - 1 if label_of(lines[position - 1].text) and _is_gap(lines, end, position) else position
        position += 1
    if position == len(lines):
        return position if end == title + 1 or not any(map(_is_prose, lines[title:])) else end
    return max(end, _above_prose(lines, position, draft))


def _is_gap(lines: Sequence[DraftLine], end: int, position: int) -> bool:
    """Whether masthead or notice stand between the last entry and the label above the first headline."""
    return any(lines[i].role in FURNITURE for i in range(end, position - 1))


def _above_prose(lines: Sequence[DraftLine], prose: int, draft: ImportDraft) -> int:
    """Index of the headline over a first paragraph: one line up, past byline and subtitle."""
    position = prose - 1
    while position > 0 and (
        is_byline(lines[position].text, draft.vocabulary)
        or is_dashed(lines[position].text)
        or lines[position].role in (Role.CAPTION, Role.RUNNING_HEAD)
    ):
        position -= 1
    return position if lines[position].role is Role.TEXT else prose


def _end_at_back(lines: Sequence[DraftLine], twins: _Twins, title: int) -> int:
    """One past the last entry of a contents page at the file's end."""
    last = max((i for i, likes in twins.likes.items() if i > title and min(likes) < title), default=title)
    end = last + 1
    while end < len(lines) and not _is_prose(lines[end]) and size(lines[end].text) <= 24 and end - last <= 3:
        end += 1
    return end


def _without_title(lines: Sequence[DraftLine], twins: _Twins, draft: ImportDraft) -> tuple[int, int] | None:
    """A contents page that lost its title: at least _FEWEST entries close together, hardly any prose between them."""
    runs: list[list[int]] = []
    for i in sorted(twins.likes):
        if lines[i].role in FURNITURE:
            continue
        far = any(abs(j - i) > _FEWEST for j in twins.likes[i])
        if not far:
            continue
        if runs and i - runs[-1][-1] <= 6 and not any(map(_is_prose, lines[runs[-1][-1] : i])):
            runs[-1].append(i)
        else:
            runs.append([i])
    runs = [run for run in runs if len(run) >= _FEWEST]
    if not runs:
        return None
    first = max(runs, key=len)[0]
    while first > 0 and _is_column_shaped(lines[first - 1]):
        first -= 1
    return _from_title(lines, twins, max(0, first - 1), draft)


def _is_column_shaped(line: DraftLine) -> bool:
    return line.role is Role.TEXT and size(line.text) <= 14 and not is_closed(line.text)
