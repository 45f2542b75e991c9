"""What a person types into the search box. Any input is a query: what is not understood is sought as it stands.

    生产 力量          both words, anywhere in an article        “生产 力量”        the words as one phrase
    -生产              without the word                          栏目:故事 作者:林   in the column's or an author's name
    期:2031.05         one issue; 期:2031, 期:2031.05..2031.11   标签:水利 有笔记    with such a note, with any note

Full-width and half-width marks are the same; white space inside a phrase does not count. A filter may follow a `-` too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from zbreader.search.folding import fold

LONGEST_QUERY = 20_000  # code points; what follows is not read


class Field(str, Enum):
    """A part of an article that can be sought in on its own; the values name the index's columns."""

    TITLE = "title"  # headline, kicker, subtitle
    HEADINGS = "headings"  # 小标题
    COLUMN = "column_name"  # 栏目 and 专题
    AUTHORS = "authors"  # and what is said about them
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Clause:
    """One word or phrase, folded and not empty; field None means anywhere."""

    folded: str
    field: Field | None = None
    negative: bool = False


@dataclass(frozen=True, slots=True)
class IssueRange:
    """Issues from one (year, number) to another, both included."""

    first: tuple[int, int]
    last: tuple[int, int]
    negative: bool = False

    def holds(self, year: int | None, number: int | None) -> bool:
        """Whether the issue is meant; an issue without a year never is, one without a number stands for its year."""
        inside = year is not None and self.first <= (year, self.first[1] if number is None else number) <= self.last
        return inside != self.negative


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Articles with notes; with a tag (folded) only those with a note of that tag."""

    tag: str | None = None
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of these must hold."""

    clauses: tuple[Clause, ...] = ()
    issues: tuple[IssueRange, ...] = ()
    notes: tuple[NoteFilter, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.clauses or self.issues or self.notes)

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words that are to be found in text, for marking them."""
        return tuple(dict.fromkeys(c.folded for c in self.clauses if not c.negative and c.field is None))


_WITH_NOTES = "有笔记"
_NUMBERS_IN_YEAR = 9_999
_MARKS = '"＂“”〝〞'
_PART = re.compile(
    rf"""(?P<minus>[-－−](?=\S))?
        (?:(?P<name>栏目|专栏|作者|期|标签)\s*[:：]\s*)?
        (?: [{_MARKS}](?P<double>[^{_MARKS}]*)(?:[{_MARKS}]|$)  # an unclosed phrase runs to the end
          | [「『](?P<corner>[^」』]*)(?:[」』]|$)
          | (?P<word>[^\s{_MARKS}]+))
    """,
    re.VERBOSE,
)
_ISSUE = r"(\d{4})\s*(?:年|[./／．-])?\s*(?:第)?\s*(\d{1,2})?\s*期?"
_RANGE = re.compile(rf"{_ISSUE}(?:\s*(?:\.\.+|…+|~|～|至|到|—+)\s*{_ISSUE})?")
_FIELDS = {"栏目": Field.COLUMN, "专栏": Field.COLUMN, "作者": Field.AUTHORS}


def parse(text: str) -> Query:
    """Read what was typed. Never fails; TEXT without anything to be sought gives an empty Query."""
    clauses: dict[Clause, None] = {}
    issues: list[IssueRange] = []
    notes: list[NoteFilter] = []
    for match in _PART.finditer(text[:LONGEST_QUERY]):
        part = _understood(match)
        if isinstance(part, Clause):
            clauses[part] = None
        elif isinstance(part, IssueRange):
            issues.append(part)
        elif part is not None:
            notes.append(part)
    return Query(tuple(clauses), tuple(dict.fromkeys(issues)), tuple(dict.fromkeys(notes)))


def _understood(match: re.Match[str]) -> Clause | IssueRange | NoteFilter | None:
    name, negative = match["name"], match["minus"] is not None
    word = match["word"]
    value = next(group for group in (match["double"], match["corner"], word) if group is not None)
    if name == "期" and (meant := _issue_range(value, negative)) is not None:
        return meant
    if name == "标签" and value.strip():
        return NoteFilter(fold(value.lstrip("#＃")) or fold(value), negative)
    if name is None and word == _WITH_NOTES:
        return NoteFilter(None, negative)
    if name in _FIELDS and fold(value):
        return Clause(fold(value), _FIELDS[name], negative)
    whole = value if name is None else match.group().lstrip("-－−")
    folded = fold(whole)
    return Clause(folded, None, negative) if folded else None


def _issue_range(value: str, negative: bool) -> IssueRange | None:
    match = _RANGE.fullmatch(value.strip())
    if match is None:
        return None
    year, number, last_year, last_number = (int(group) if group else None for group in match.groups())
    assert year is not None
    end_year, end_number = (year, number) if last_year is None else (last_year, last_number)
    return IssueRange((year, number or 0), (end_year, end_number or _NUMBERS_IN_YEAR), negative)
