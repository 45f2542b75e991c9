"""Corrections of where an article begins and ends, and of what stands at its head."""

from __future__ import annotations

from dataclasses import replace

from zbreader.importers.correcting.desk import HEADS, Desk, Sheet, Strip, is_furniture
from zbreader.importers.draft import FURNITURE, DraftArticle, Role
from zbreader.importers.magazine.authorship import parse_byline
from zbreader.model.correction import Correction, Merge, Reauthor, Regroup, Retitle, Split
from zbreader.model.message import message


def split(desk: Desk, correction: Correction, change: Split) -> None:
    """An article begins at the first of these lines."""
    headline, before = desk.meant(change), headed(desk)
    first = headline[0]
    place = desk.place(first)
    if place is None:
        sheet = _from_furniture(desk, headline)
    elif place.role is not None:
        sheet = _from_head(desk, place.sheet, first)
    else:
        at = desk.cut_before(place.sheet, place.strip, place.at)
        sheet = _cut_off(desk, place.sheet, {role: [] for role in HEADS}, at)
    if change.headed:
        for index in headline:
            desk.take(index)
            desk.set_role(index, Role.HEADLINE)
        sheet.head[Role.HEADLINE] = headline + sheet.head[Role.HEADLINE]
    elif desk.place(first) is None:
        for index in reversed([index for index in headline if desk.place(index) is None]):
            desk.set_role(index, Role.TEXT)
            sheet.strips.insert(0, Strip(Role.TEXT, [index]))
    rename(sheet, change.title or desk.said(sheet.head[Role.HEADLINE] or [first]))
    _credit(desk, sheet)
    close_headless(desk, [other for other in before if other is not sheet])


def merge(desk: Desk, correction: Correction, change: Merge) -> None:
    """An article goes on the one before it."""
    sheet = desk.sheet_of(desk.indexes(change.lines))
    if sheet is None:
        desk.doubt(correction, message("第 {line} 行不属于任何文章，没有合并。", line=change.lines[0]))
    elif sheet is desk.sheets[0]:
        desk.doubt(correction, message("第 {line} 行所在的文章前面没有文章，没有合并。", line=change.lines[0]))
    else:
        pour(desk, sheet)


def retitle(desk: Desk, correction: Correction, change: Retitle) -> None:
    """An article has another headline."""
    sheet = _sheet(desk, correction)
    if sheet is not None:
        rename(sheet, change.title)
        _settle(desk, sheet, Role.HEADLINE)


def reauthor(desk: Desk, correction: Correction, change: Reauthor) -> None:
    """An article is by others."""
    sheet = _sheet(desk, correction)
    if sheet is not None:
        sheet.base = replace(sheet.base, authors=change.authors, confidence=1.0)
        _settle(desk, sheet, Role.BYLINE)


def regroup(desk: Desk, correction: Correction, change: Regroup) -> None:
    """An article stands in another column."""
    sheet = _sheet(desk, correction)
    if sheet is not None:
        sheet.base = replace(sheet.base, column=change.column, group=change.group)


def put_in_head(desk: Desk, indexes: list[int], role: Role) -> None:
    """Put lines into the head of the article they lie in, or of the one whose head begins right below them."""
    sheet = _head_below(desk, indexes) or desk.sheet_of(indexes) or nearest_before(desk, indexes[0])
    if sheet is None:
        return
    for index in indexes:
        desk.take(index)
        desk.set_role(index, role)
    sheet.head[role] = sorted([*sheet.head[role], *indexes])
    if role is Role.HEADLINE:
        rename(sheet, desk.said(sheet.head[role]))
    _credit(desk, sheet)


def pour(desk: Desk, sheet: Sheet) -> None:
    """Put all of an article at the end of the one before it: its headline is a heading there, its byline text."""
    number = desk.sheets.index(sheet)
    before = desk.sheets[number - 1]
    for role in HEADS:
        now = Role.TEXT if role is Role.BYLINE else Role.HEADING
        for index in sheet.head[role]:
            desk.set_role(index, now)
            before.strips.append(Strip(now, [index]))
    for strip in sheet.strips:
        if strip.role is Role.AUTHOR_NOTE:
            strip.role = Role.TEXT
        before.strips.append(strip)
    desk.sheets.remove(sheet)


def close_headless(desk: Desk, headed: list[Sheet]) -> None:
    """Articles that had a headline and lost all of it were none: each goes on the one before it."""
    for sheet in headed:
        if sheet in desk.sheets and not sheet.head[Role.HEADLINE] and sheet is not desk.sheets[0]:
            pour(desk, sheet)
    drop_empty(desk)


def drop_empty(desk: Desk) -> None:
    """An article of which no line is left is gone."""
    desk.sheets = [sheet for sheet in desk.sheets if any(True for _ in sheet.lines())]


def headed(desk: Desk) -> list[Sheet]:
    """The articles that have a headline now, for `close_headless` later."""
    return [sheet for sheet in desk.sheets if sheet.head[Role.HEADLINE]]


def nearest_before(desk: Desk, index: int) -> Sheet | None:
    """The article of the nearest line above that belongs to one; at the very top the first article."""
    owner = {line: sheet for sheet in desk.sheets for line in sheet.lines()}
    for above in range(index - 1, -1, -1):
        if above in owner:
            return owner[above]
    return desk.sheets[0] if desk.sheets else None


def _sheet(desk: Desk, correction: Correction) -> Sheet | None:
    sheet = desk.sheet_of(desk.indexes(correction.change.lines))
    if sheet is None:
        said = message("第 {line} 行不属于任何文章，这一处校订没有套用。", line=correction.change.lines[0])
        desk.doubt(correction, said)
    return sheet


def rename(sheet: Sheet, title: str) -> None:
    """Give an article a headline; the one the importer found still makes its id."""
    base = sheet.base
    sheet.base = replace(base, title=title, known_as=base.known_as or base.title or None, confidence=1.0)


def _settle(desk: Desk, sheet: Sheet, role: Role) -> None:
    desk.settled.update(number for index in sheet.head[role] for number in desk.lines[index].numbers)


def _credit(desk: Desk, sheet: Sheet) -> None:
    """Read the authors anew where a byline came to the head."""
    if sheet.head[Role.BYLINE]:
        parsed = (parse_byline(desk.lines[at].text, desk.draft.vocabulary) for at in sheet.head[Role.BYLINE])
        authors = tuple(dict.fromkeys(name for byline in parsed for name in byline.authors))
        if authors:
            sheet.base = replace(sheet.base, authors=authors)


def _cut_off(desk: Desk, sheet: Sheet, head: dict[Role, list[int]], strip: int) -> Sheet:
    """A new article behind SHEET with this head and with its strips from number STRIP on."""
    base = DraftArticle(headline=(), title="", column=sheet.base.column, group=sheet.base.group, added=True)
    made = Sheet(base, head, sheet.strips[strip:])
    del sheet.strips[strip:]
    desk.sheets.insert(desk.sheets.index(sheet) + 1, made)
    return made


def _from_head(desk: Desk, sheet: Sheet, first: int) -> Sheet:
    """The article to begin at a line of SHEET's own head: SHEET itself where no headline lies above."""
    if not any(index < first for index in sheet.head[Role.HEADLINE]):
        return sheet
    head = {role: [index for index in sheet.head[role] if index >= first] for role in HEADS}
    for role in HEADS:
        sheet.head[role] = [index for index in sheet.head[role] if index < first]
    return _cut_off(desk, sheet, head, 0)


def _from_furniture(desk: Desk, headline: list[int]) -> Sheet:
    """A new article made of lines that belonged to none, with those of their kind right below them."""
    role, last = desk.lines[headline[0]].role, headline[-1]
    body = []
    while role in FURNITURE and last + 1 < len(desk.lines) and desk.lines[last + 1].role is role:
        last += 1
        if desk.place(last) is None:
            body.append(last)
    strips = []
    for index in body:
        desk.set_role(index, Role.TEXT)
        strips.append(Strip(Role.TEXT, [index]))
    sheet = Sheet(DraftArticle(headline=(), title="", added=True), {role: [] for role in HEADS}, strips)
    before = nearest_before(desk, headline[0])
    at = 0
    if before is not None and min(before.lines()) < headline[0]:
        at = desk.sheets.index(before) + 1
    desk.sheets.insert(at, sheet)
    return sheet


def _head_below(desk: Desk, indexes: list[int]) -> Sheet | None:
    below = indexes[-1] + 1
    while below < len(desk.lines) and is_furniture(desk.lines[below]):
        below += 1
    place = desk.place(below)
    return place.sheet if place is not None and place.role is not None else None
