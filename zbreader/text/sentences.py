"""Where sentences begin and end. Offsets are code points."""

from __future__ import annotations

import re

# To the closing mark and the quotation marks behind it, or to the end of the line.
_SENTENCE = re.compile(r"[^\n。！？!?…；]*[。！？!?…；]+[”’」』）》】\"')]*|[^\n。！？!?…；]+")


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open ranges of the sentences of TEXT in order; line ends belong to none, nor do bare spaces."""
    return [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]
