"""Fingerprints of texts: two conversions of one article have nearly the same one, two articles do not.

A bottom-k sketch (Broder, On the resemblance and containment of documents, 1997) of the overlapping pieces of six
letters and digits; marks and white space, in which conversions differ, take no part.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

PIECE = 6  # characters
SKETCH = 16  # smallest checksums that are kept
SAME = 0.3  # similarity from which on two texts are conversions of one

_Key = TypeVar("_Key", str, tuple[str, str])


@lru_cache(maxsize=512)  # a shared folder is written every ten minutes, and texts seldom change
def fingerprint(text: str) -> str:
    """16 times 8 hexadecimal digits, fewer for a text of fewer pieces; empty for one without letters."""
    folded = "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
    pieces = {folded[at : at + PIECE] for at in range(max(1, len(folded) - PIECE + 1))} - {""}
    smallest = sorted({zlib.crc32(piece.encode("utf-8", "replace")) for piece in pieces})[:SKETCH]
    return "".join(f"{checksum:08x}" for checksum in smallest)


def similarity(one: str, other: str) -> float:
    """How much of two texts is the same (0..1, the share of common pieces, estimated), by their fingerprints."""
    first, second = _pieces(one), _pieces(other)
    if not first or not second:
        return 0.0
    smallest = sorted(first | second)[: max(len(first), len(second))]
    return sum(piece in first and piece in second for piece in smallest) / len(smallest)


def same_among(print_: str, prints: Mapping[_Key, str]) -> _Key | None:
    """The key in PRINTS whose text is likeliest another conversion of the one that has PRINT_; None: there is none."""
    scores = [(similarity(print_, other), key) for key, other in prints.items()]
    score, key = max(scores, default=(0.0, None))
    return key if score >= SAME else None


def _pieces(sketch: str) -> set[str]:
    return {sketch[at : at + 8] for at in range(0, len(sketch), 8)}
