"""Pointing: from what a person points at in an article to the source lines that a correction names. Pure.

Every function raises KnownError when what is pointed at has no place in the source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zbreader.model.correction import Cut, Furniture, FurnitureKind, Join, Kind, LineKind, Mend, Split
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, Paragraph
from zbreader.services.origins import Spot, first_spot, origins_of, paragraph_at, reading_order

Source = Mapping[int, str]  # number of a source line -> its text


def lines_of_article(article: Article) -> tuple[int, ...]:
    """Lines by which an article is known: its headline, else the beginning of its text."""
    for part in article.head:
        if part.kind == "headline" and part.lines:
            return part.lines
    for paragraph in article.paragraphs:
        if paragraph.lines:
            return paragraph.lines[:1]
    raise KnownError("《{title}》在原文里没有对应的行，不能校订。请选择别的文章。", title=article.title)


def paragraph_of(article: Article, index: int) -> Paragraph:
    """One paragraph that has lines."""
    if not 0 <= index < len(article.paragraphs) or not article.paragraphs[index].lines:
        raise KnownError("《{title}》没有第 {number} 段，请刷新后再试。", title=article.title, number=index + 1)
    return article.paragraphs[index]


def split_at(article: Article, index: int, source: Source, title: str | None, *, headed: bool) -> Split:
    """An article begins with a paragraph, which is its headline or (headed False) the beginning of its text."""
    paragraph = paragraph_of(article, index)
    lines = tuple(reading_order(paragraph, source))
    if _is_part(article, index):
        spot = _begin(paragraph, source)
        return Split((spot.line,), title, headed, spot.at)
    return Split(lines if headed else lines[:1], title, headed)


def kind_at(article: Article, index: int, source: Source, kind: LineKind) -> Kind:
    """A paragraph is something else."""
    paragraph = paragraph_of(article, index)
    if _is_part(article, index):
        spot = _begin(paragraph, source)
        return Kind((spot.line,), kind, spot.at)
    return Kind(paragraph.lines, kind)


def furniture_at(article: Article, index: int, source: Source, kind: FurnitureKind) -> Furniture:
    """A paragraph belongs to no article."""
    paragraph = paragraph_of(article, index)
    if _is_part(article, index):
        spot = _begin(paragraph, source)
        return Furniture((spot.line,), kind, spot.at)
    return Furniture(paragraph.lines, kind)


def join_at(first: Paragraph, second: Paragraph, source: Source) -> Join:
    """One paragraph goes on in another."""
    return Join((reading_order(first, source)[-1], reading_order(second, source)[0]))


def cut_at(article: Article, offset: int, source: Source) -> Cut:
    """A paragraph ends before a code point of the article's text."""
    index, at = paragraph_at(article, offset)
    paragraph = paragraph_of(article, index)
    spot = first_spot(origins_of(paragraph, source)[at:]) if at else None
    if spot is None:
        raise KnownError("这里已经是段落的边界，不用断开。请把光标放到段落中间。")
    begins = not source[spot.line][: spot.at].strip()
    return Cut((spot.line,), 0 if begins else spot.at)


def mend_at(article: Article, start: int, end: int, new: str, source: Source, mends: Sequence[Mend] = ()) -> Mend:
    """The half-open range of code points of the article's text reads NEW; it must lie in one line of the source.

    mends: those there are; what touches one of them is mended together with it.
    """
    index, first = paragraph_at(article, start)
    paragraph = paragraph_of(article, index)
    last = first + end - start
    if start > end or last > len(paragraph.text):
        raise KnownError("改字一次只能改一段里的文字，请分段来改。")
    origins = origins_of(paragraph, source)
    begin, finish = _widened(origins, first, last)
    spots = _within(origins, begin, finish)
    while spots is not None:
        touched = [m for m in mends if m.lines[0] == spots[0].line and _touches(m, spots[0].at, spots[1].at)]
        low = min([spots[0].at, *(mend.start for mend in touched)])
        high = max([spots[1].at, *(mend.end for mend in touched)])
        if (low, high) == (spots[0].at, spots[1].at):
            old = source[spots[0].line][low:high]
            return Mend(
                (spots[0].line,), low, high, old, paragraph.text[begin:first] + new + paragraph.text[last:finish]
            )
        line = spots[0].line
        begin = max([at + 1 for at in range(begin) if _is_before(origins[at], line, low)], default=0)
        finish = min([at for at in range(finish, len(origins)) if _is_behind(origins[at], line, high)], default=finish)
        spots = Spot(line, low), Spot(line, high)
    raise KnownError("这几个字在原文里分在两行，请分两次改。")


def _widened(origins: Sequence[Spot | None], first: int, last: int) -> tuple[int, int]:
    """A range with what came from nowhere beside its ends, up to a character that came from somewhere."""
    while 0 < first < len(origins) and origins[first] is None:
        first -= 1
    while 0 < last < len(origins) and origins[last - 1] is None:
        last += 1
    return first, last


def _within(origins: Sequence[Spot | None], first: int, last: int) -> tuple[Spot, Spot] | None:
    """Where in the source the characters FIRST to LAST begin and end; None where that is not in one line."""
    if first == last:
        spot = origins[first] if first < len(origins) else None
        if spot is None and first:
            before = origins[first - 1]
            spot = None if before is None else Spot(before.line, before.at + 1)
        return None if spot is None else (spot, spot)
    inside = [spot for spot in origins[first:last] if spot is not None]
    if not inside or inside[0].line != inside[-1].line:
        return None
    return inside[0], Spot(inside[-1].line, inside[-1].at + 1)


def _touches(mend: Mend, start: int, end: int) -> bool:
    return mend.start < end and start < mend.end


def _is_before(spot: Spot | None, line: int, low: int) -> bool:
    return spot is not None and (spot.line != line or spot.at < low)


def _is_behind(spot: Spot | None, line: int, high: int) -> bool:
    return spot is not None and (spot.line != line or spot.at >= high)


def _begin(paragraph: Paragraph, source: Source) -> Spot:
    spot = first_spot(origins_of(paragraph, source))
    if spot is None:
        raise KnownError("这一段在原文里没有对应的行，不能校订。请选择前后的段落。")
    begins = not source[spot.line][: spot.at].strip()
    return Spot(spot.line, 0) if begins else spot


def _is_part(article: Article, index: int) -> bool:
    """Whether a paragraph is only a part of a source line."""
    own = article.paragraphs[index].lines
    others = {n for at, other in enumerate(article.paragraphs) if at != index for n in other.lines}
    others |= {n for part in article.head for n in part.lines}
    return len(own) == 1 and own[0] in others
