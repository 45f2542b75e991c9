"""Which characters may stand in an exported document, and how a text falls into paragraphs."""

from __future__ import annotations

import re

# XML 1.0, 2.2 (Char): the C0 controls, surrogates and two non-characters may not occur at all, escaped or not.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """TEXT without what documents cannot hold: control characters go, broken ones become U+FFFD, line ends \\n."""
    return _BROKEN.sub("\ufffd", _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text)))


def on_one_line(text: str) -> str:
    """TEXT made printable, on a single line: for headlines, names and tags."""
    return " ".join(printable(text).split())


def paragraphs(text: str | None) -> tuple[str, ...]:
    """The non-empty lines of TEXT, made printable and without their indents."""
    return tuple(line.strip() for line in printable(text or "").split("\n") if line.strip())


def encoded(text: str) -> bytes:
    """TEXT in UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    return _BROKEN.sub("\ufffd", text).encode()
