"""HTML as a stream of tags and texts, in time linear in its length whatever it contains.

The standard library's parser looks for the end of an unclosed construct again and again (CVE-2025-6069) and so takes
hours for a hostile megabyte; and it has no need of the rest of HTML here. Tag soup is read as browsers read it, as far
as text is concerned (HTML Standard, 13.2.5 Tokenization).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAME = re.compile(r"[a-zA-Z][^\s/>\x00]{0,40}")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,60})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_INSIDE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')|>""")
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")  # beyond Unicode; a long one takes long to convert
_TAG_LENGTH = 20_000  # characters of a tag whose attributes are looked at; an embedded picture's are not
_RAW = frozenset({"script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext", "title"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or an end tag (`closes`); names are in lower case, a prefix (`epub:`) is kept."""

    name: str
    closes: bool = False
    empty: bool = False  # <br/>
    attributes: dict[str, str] = field(default_factory=dict)


class _Scanner:
    """Looks for things further on; what was not found once is not looked for again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._absent: set[str] = set()

    def find(self, wanted: str, at: int) -> int:
        if wanted in self._absent:
            return -1
        found = self.text.find(wanted, at)
        if found < 0:
            self._absent.add(wanted)
        return found

    def end_of_tag(self, at: int) -> int:
        """Where the tag that began before AT has its `>`, outside quoted values; -1 where it has none."""
        position, limit = at, at + _TAG_LENGTH
        while (found := _INSIDE.search(self.text, position, limit)) is not None:
            if found.group() == ">":
                return found.start()
            position = found.end()
        return self.find(">", at)


def tokens(text: str) -> Iterator[Tag | str]:
    """Start tags, end tags and texts in order. References (&amp;) are resolved; comments and declarations are left out.

    The content of script, style and their like is left out with them.
    """
    scanner = _Scanner(text)
    at = 0
    while at < len(text):
        opening = text.find("<", at)
        if opening < 0:
            opening = len(text)
        if opening > at:
            yield _resolved(text[at:opening])
        if opening == len(text):
            return
        after, tag = _markup(scanner, opening)
        if tag is None:
            if after == opening + 1:
                yield "<"
        else:
            yield tag
            if tag.name in _RAW and not (tag.closes or tag.empty):
                after = _after_raw(scanner, tag.name, after)
                yield Tag(tag.name, closes=True)
        at = after


def _markup(scanner: _Scanner, opening: int) -> tuple[int, Tag | None]:
    """What begins at a `<`: the place after it, and a tag if it is one. A `<` that begins nothing is text."""
    text = scanner.text
    if text.startswith("<!--", opening):
        return _after(scanner, "-->", opening + 4), None
    if text.startswith("<![CDATA[", opening):
        return _after(scanner, "]]>", opening + 9), None
    if text.startswith(("<!", "<?"), opening):
        return _after(scanner, ">", opening + 2), None
    closes = text.startswith("/", opening + 1)
    name = _NAME.match(text, opening + 1 + closes)
    if name is None:
        return opening + 1, None
    end = scanner.end_of_tag(name.end())
    if end < 0:
        return len(text), None
    inside = text[name.end() : min(end, name.end() + _TAG_LENGTH)]
    attributes = {} if closes or not inside.strip("/ ") else _attributes(inside)
    return end + 1, Tag(name.group().lower(), closes, inside.endswith("/"), attributes)


def _after(scanner: _Scanner, wanted: str, at: int) -> int:
    """One past the next WANTED; without one a comment ends with the file."""
    found = scanner.find(wanted, at)
    return len(scanner.text) if found < 0 else found + len(wanted)


def _after_raw(scanner: _Scanner, name: str, at: int) -> int:
    """Where the end tag of an element begins that holds no tags."""
    for form in (f"</{name}", f"</{name.upper()}"):
        found = scanner.find(form, at)
        if found >= 0:
            return _after(scanner, ">", found)
    return len(scanner.text)


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        name, *values = match.groups()
        value = next((value for value in values if value is not None), "")
        found.setdefault(name.lower(), _resolved(value))
    return found


def _resolved(text: str) -> str:
    if "&" not in text:
        return text
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text))
