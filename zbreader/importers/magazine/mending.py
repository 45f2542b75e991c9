"""A paragraph as it was printed: without the spaces that line ends left inside words."""

from __future__ import annotations

import re

from zbreader.text.spacing import drop_spurious_spaces

_SLOGAN = re.compile(
    r"(?<=[“\"「『《〈‘])([\u3400-\u9fff]{2,12})((?:[ \u3000]+[\u3400-\u9fff]{2,12}){1,3})(?=[”\"」』》〉’])"
)
_KEPT = "\ue000"  # a private-use character stands for a space that is kept
_AFTER_MARK = re.compile(r"(?<=[,;:!?%])[ \u3000]+(?=[\"'“‘(])|(?<=[\"'”’)]) +(?=[,;:.!?])|(?<=[\"']) +(?=[\"'])")


def mended(text: str) -> str:
    """The paragraph's text; spaces stay between Latin words and between the equal halves of a quoted slogan."""
    if " " not in text and "\u3000" not in text:
        return text
    text = _SLOGAN.sub(_slogan, text)
    text = _AFTER_MARK.sub("", drop_spurious_spaces(text))
    return text.replace(_KEPT, " ")


def _slogan(found: re.Match[str]) -> str:
    parts = found.group().split()
    if len({len(part) for part in parts}) == 1:
        return _KEPT.join(parts)
    return found.group()
