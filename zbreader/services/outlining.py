"""An article's structure for whoever leads through it: its headings, and run-in heads such as 一是…二是…."""

from __future__ import annotations

import re

from zbreader.model.issue import Article, ParagraphKind

MOST = 60  # lines
_LONGEST = 40  # code points of one head
_NUMERALS = "一二三四五六七八九十"
# 一是抓学习。 / 第一，… / 其一，… at the beginning of a sentence; the head ends with its clause.
_RUN_IN = re.compile(
    rf"(?:^|(?<=[。！？；：]))[”’]?((?:[{_NUMERALS}]{{1,3}}(?:是|要)|第[{_NUMERALS}]{{1,3}}，|其[{_NUMERALS}]，|"
    r"首先，|其次，|再次，|最后，)[^。！？；\n]*)"
)
_NUMBERED = re.compile(rf"^(?:[{_NUMERALS}]{{1,3}}、|（[{_NUMERALS}]{{1,3}}）|\d{{1,2}}[.．、])")


def outline(article: Article) -> tuple[str, ...]:
    """One line a head; heads that run into their paragraph are indented by two ideographic spaces.

    A lone 一是 is a word, not a series, and is left out.
    """
    lines: list[str] = []
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.HEADING or (
            paragraph.kind is ParagraphKind.BODY and _NUMBERED.match(paragraph.text) and len(paragraph.text) <= _LONGEST
        ):
            lines.append(paragraph.text.strip())
        elif paragraph.kind is ParagraphKind.BODY:
            lines += [f"　　{_clause(head)}" for head in _RUN_IN.findall(paragraph.text)]
    return tuple(_series_only(lines)[:MOST])


def _clause(head: str) -> str:
    """HEAD up to the comma that ends its first clause, if it is long."""
    if len(head) <= _LONGEST:
        return head
    comma = head.find("，", 4)
    return head[:comma] if 0 < comma <= _LONGEST else head[:_LONGEST] + "……"


def _series_only(lines: list[str]) -> list[str]:
    """LINES without a run-in head that has no fellow between the same two headings."""
    kept: list[str] = []
    group: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("　　"):
            group.append(line)
            continue
        kept += group if len(group) > 1 else []
        kept += [line] if line else []
        group = []
    return kept
