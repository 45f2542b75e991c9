"""What is sought, as the boxes of a form say it, and as the search box does: from one to the other, without Qt.

The language of the search box is described in `zbreader.search.query`; here it is only written and taken apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = r'["＂“”〝〞](?P<quoted>[^"＂“”〝〞]*)(?:["＂“”〝〞]|$)'
_PART = re.compile(
    rf"(?P<minus>[-－−](?=\S))?(?:(?P<name>栏目|专栏|作者|期|标签)\s*[:：]\s*)?(?:{_QUOTED}|(?P<word>\S+))"
)
_BETWEEN = re.compile(r"\.\.+|…+|~|～|至|到|—+")
_MARKS = str.maketrans("", "", '"＂“”〝〞')  # nothing can hold them: they would end a phrase
_WITH_NOTES = "有笔记"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The boxes of the form. words and without: several words, white space between them; issues as in 2031.05."""

    words: str = ""
    phrase: str = ""
    without: str = ""
    column: str = ""
    author: str = ""
    first_issue: str = ""
    last_issue: str = ""
    tag: str = ""
    with_notes: bool = False


def to_query(wanted: Wanted) -> str:
    """What to type into the search box for it."""
    parts = wanted.words.split()
    parts += [f"“{phrase}”"] if (phrase := _plain(wanted.phrase)) else []
    parts += [f"-{word}" for word in _plain(wanted.without).split()]
    for name, value in (("栏目", wanted.column), ("作者", wanted.author), ("标签", wanted.tag)):
        if value := _plain(value):
            parts.append(f"{name}:{_quoted(value)}")
    first, last = _plain(wanted.first_issue), _plain(wanted.last_issue)
    if first or last:
        whole = f"{first or last}..{last or first}" if first and last and first != last else first or last
        parts.append(f"期:{_quoted(whole)}")
    if wanted.with_notes:
        parts.append(_WITH_NOTES)
    return " ".join(parts)


def from_query(query: str) -> Wanted:
    """The boxes for what stands in the search box; what no box is meant for is kept among the words."""
    words: list[str] = []
    without: list[str] = []
    named: dict[str, str] = {}
    phrase, with_notes = "", False
    for match in _PART.finditer(query):
        name = {"专栏": "栏目"}.get(match["name"], match["name"])
        value = match["word"] if match["quoted"] is None else match["quoted"]
        if name and not match["minus"] and name not in named:
            named[name] = value.strip()
        elif name is None and match["minus"] and match["word"]:
            without.append(value)
        elif match["word"] == _WITH_NOTES and not name:
            with_notes = True
        elif match["quoted"] and not (name or match["minus"] or phrase):
            phrase = value.strip()
        else:
            words.append(match.group().strip())
    ends = _BETWEEN.split(named.get("期", ""), maxsplit=1)
    return Wanted(
        words=" ".join(words),
        phrase=phrase,
        without=" ".join(without),
        column=named.get("栏目", ""),
        author=named.get("作者", ""),
        first_issue=ends[0].strip(),
        last_issue=ends[1].strip() if len(ends) > 1 else "",
        tag=named.get("标签", ""),
        with_notes=with_notes,
    )


def without_issue(query: str) -> str:
    """QUERY for issues of any time."""
    kept = [m.group() for m in _PART.finditer(query) if m["name"] != "期" or m["minus"]]
    return " ".join(part.strip() for part in kept)


def with_issue(query: str, issues: str) -> str:
    """QUERY for ISSUES only (2031.05, 2031.05..2031.11); when it is for just these already, for any time."""
    anyway = without_issue(query)
    whole = f"{anyway} 期:{issues}".strip()
    return anyway if f"期:{issues}" in query.split() else whole


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKS).split())


def _quoted(value: str) -> str:
    return f"“{value}”" if " " in value else value
