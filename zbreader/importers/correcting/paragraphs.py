"""Corrections of paragraphs: where lines stand, which of them run on, what they are."""

from __future__ import annotations

from zbreader.importers.correcting import articles
from zbreader.importers.correcting.desk import Desk, Place, Sheet, Strip, is_furniture
from zbreader.importers.draft import Role
from zbreader.model.correction import Correction, Cut, Furniture, Join, Kind, LineKind, Move
from zbreader.model.message import message

_TEXT_ROLES = {
    LineKind.BODY: Role.TEXT,
    LineKind.HEADING: Role.HEADING,
    LineKind.CAPTION: Role.CAPTION,
    LineKind.QUOTE: Role.QUOTE,
    LineKind.SOURCE: Role.SOURCE,
    LineKind.LABEL: Role.LABEL,
}
_SET_APART = (Role.KICKER, Role.HEADLINE, Role.SUBTITLE)


def move(desk: Desk, correction: Correction, change: Move) -> None:
    """Lines stand after another line."""
    moved = [index for number in change.lines for index in desk.indexes([number])]
    anchors = [index for index in desk.indexes([change.after]) if index not in moved]
    if not anchors or desk.place(anchors[-1]) is None:
        desk.doubt(correction, message("第 {line} 行不在任何文章里，没有移动。", line=change.after))
        return
    with_headline = articles.headed(desk)
    strips = _taken(desk, list(dict.fromkeys(moved)))
    _put_behind(desk, anchors[-1], strips)
    articles.close_headless(desk, with_headline)


def join(desk: Desk, correction: Correction, change: Join) -> None:
    """The paragraph of one line goes on in another."""
    first, second = (desk.indexes([number]) for number in change.lines)
    place = desk.place(first[-1]) if first else None
    if not first or not second or first[-1] == second[0] or place is None or place.strip < 0:
        said = message(
            "第 {first} 行和第 {second} 行不能连成一段，没有连接。", first=change.lines[0], second=change.lines[1]
        )
        desk.doubt(correction, said)
        return
    strip = place.sheet.strips[place.strip]
    if strip.at[place.at + 1 : place.at + 2] == [second[0]]:
        strip.confidence = 1.0
        return
    with_headline = articles.headed(desk)
    tail = _tail(desk, second[0], first[-1])
    for index in tail:
        desk.take(index)
        _owned(desk, index, strip.role)
    place = desk.place(first[-1])
    assert place is not None  # it was not taken
    if place.at + 1 < len(place.sheet.strips[place.strip].at):
        desk.cut_before(place.sheet, place.strip, place.at + 1)
    strip = place.sheet.strips[place.strip]
    strip.at += tail
    strip.confidence = 1.0
    articles.close_headless(desk, with_headline)


def cut(desk: Desk, correction: Correction, change: Cut) -> None:
    """A paragraph begins with a line or inside it."""
    number = change.lines[0]
    index = desk.meant(change)[0]
    place = desk.place(index)
    if place is None:
        desk.doubt(correction, message("第 {line} 行的这个地方不在正文里，没有断开。", line=number))
        return
    if place.role is None:
        at = desk.cut_before(place.sheet, place.strip, place.at)
        place.sheet.strips[at].confidence = place.sheet.strips[at - 1 if at else 0].confidence = 1.0
        return
    with_headline = articles.headed(desk)
    rest = [other for other in place.sheet.head[place.role] if other >= index]
    _to_text(desk, place.sheet, rest, Role.TEXT)
    articles.close_headless(desk, with_headline)


def kind(desk: Desk, correction: Correction, change: Kind) -> None:
    """Lines are something else than they were taken for."""
    indexes = desk.meant(change)
    role = _TEXT_ROLES.get(change.kind)
    if not desk.sheets:
        desk.doubt(correction, message("这一期里没有文章，第 {line} 行没有改动。", line=change.lines[0]))
        return
    with_headline = articles.headed(desk)
    if role is None:
        articles.put_in_head(desk, indexes, Role(change.kind.value))
    else:
        for run in _runs(desk, indexes):
            _be(desk, run, role)
    articles.close_headless(desk, with_headline)


def furniture(desk: Desk, correction: Correction, change: Furniture) -> None:
    """Lines belong to no article."""
    with_headline = articles.headed(desk)
    for index in desk.meant(change):
        desk.take(index)
        desk.set_role(index, Role(change.kind.value))
    articles.close_headless(desk, with_headline)


def _runs(desk: Desk, indexes: list[int]) -> list[list[int]]:
    """Lines that stand in one strip, one right after the other, stay together."""
    runs: list[list[int]] = []
    for index in indexes:
        place = desk.place(index)
        above = desk.place(runs[-1][-1]) if runs else None
        if place and above and _is_right_behind(place, above):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_right_behind(place: Place, above: Place) -> bool:
    in_text = place.role is None and above.role is None
    return in_text and place.sheet is above.sheet and (place.strip, place.at - 1) == (above.strip, above.at)


def _be(desk: Desk, run: list[int], role: Role) -> None:
    place = desk.place(run[0])
    if place is None:
        sheet = articles.nearest_before(desk, run[0])
        assert sheet is not None  # there is an article
        above = [line for line in sheet.lines() if line < run[0]]
        _owned(desk, run[0], role)
        if above:
            _put_behind(desk, max(above), [Strip(role, run)])
        else:
            sheet.strips.insert(0, Strip(role, run))
    elif place.role is not None:
        _to_text(desk, place.sheet, run, role)
    else:
        at = desk.cut_before(place.sheet, place.strip, place.at)
        if len(run) < len(place.sheet.strips[at].at):
            desk.cut_before(place.sheet, at, len(run))
        strip = place.sheet.strips[at]
        strip.role, strip.confidence = role, 1.0
        for index in run:
            _owned(desk, index, role)


def _to_text(desk: Desk, sheet: Sheet, run: list[int], role: Role) -> None:
    """Lines of an article's head begin its text, those that stand there before them in the source first."""
    kept = sheet.head[Role.HEADLINE]
    titled = any(index in kept for index in run)
    for index in run:
        desk.take(index)
        _owned(desk, index, role)
    at = 0
    while at < len(sheet.strips) and sheet.strips[at].at[0] < run[0]:
        at += 1
    sheet.strips[at:at] = [Strip(role, [index]) for index in run]
    if titled and sheet.head[Role.HEADLINE]:
        articles.rename(sheet, desk.said(sheet.head[Role.HEADLINE]))


def _taken(desk: Desk, indexes: list[int]) -> list[Strip]:
    """Take lines up as strips: those of one strip, in this order, stay one."""
    strips: list[Strip] = []
    for run in _runs(desk, indexes):
        place = desk.place(run[0])
        role = Role.TEXT
        if place is not None and place.role is None:
            role = place.sheet.strips[place.strip].role
        elif place is not None and place.role in _SET_APART:
            role = Role.HEADING
        role = role if role in _TEXT_ROLES.values() else Role.TEXT
        for index in run:
            desk.take(index)
            _owned(desk, index, role)
        strips.append(Strip(role, run))
    return strips


def _put_behind(desk: Desk, anchor: int, strips: list[Strip]) -> None:
    place = desk.place(anchor)
    assert place is not None  # the caller looked
    if place.role is not None:
        place.sheet.strips[0:0] = strips
        return
    at = place.strip + 1
    if place.at + 1 < len(place.sheet.strips[place.strip].at):
        at = desk.cut_before(place.sheet, place.strip, place.at + 1)
    place.sheet.strips[at:at] = strips


def _tail(desk: Desk, index: int, without: int) -> list[int]:
    """A line and what follows in its strip; the line alone where the strip comes to the line WITHOUT."""
    place = desk.place(index)
    if place is None or place.role is not None:
        return [index]
    tail = place.sheet.strips[place.strip].at[place.at :]
    return [index] if without in tail else tail


def _owned(desk: Desk, index: int, role: Role) -> None:
    """A line that comes into an article is no furniture, nor part of a head, any more."""
    if is_furniture(desk.lines[index]) or desk.lines[index].role is not role:
        desk.set_role(index, role)
